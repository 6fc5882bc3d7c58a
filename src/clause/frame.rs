//! Where a clause begins, and by which word it was opened.

use super::negation::is_verbless;
use super::subject::{is_subject, subject_at};
use crate::engine::{Word, phrase_at, tables, word};
use crate::sentence::Sentence;
use crate::words::{CELL, CLOSE, COLON, COMMA, OPEN, SEMICOLON, STOP};

/// Where the clause begins, and by which word it was opened.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    pub(super) start: usize,
    pub(super) opener: Word,
    /// Place of the opener.
    pub(super) opened_at: usize,
}

impl Frame {
    /// Goes left from the head to the nearest word that begins a clause.
    pub(super) fn of(sentence: &Sentence, head: usize) -> Self {
        let words = &sentence.words;
        let mut next = head;
        while let Some(at) = next.checked_sub(1) {
            let word = words[at];
            let stops = match word {
                SEMICOLON => at >= sentence.lead && !parts_a_list(sentence, at, head),
                STOP | CELL => at >= sentence.lead,
                COLON => !leads_in(sentence, at) || words[at + 1].is(tables::NOMINATIVE),
                _ => {
                    word.is_any(&[tables::TURN, tables::HYPOTHETICAL, tables::EMBEDDING, tables::RELATIVE])
                        && !is_demonstrative(words, at)
                        && !is_inserted(words, at)
                        && !is_aside(words, at, head)
                        && !opens_examples(words, at)
                        && !runs_on(words, at, head)
                }
            };
            if stops || begins_after_comma(words, at, head) || resumes(words, at) {
                let start = at + usize::from(!word.is(tables::NOT));
                return Self { start, opener: word, opened_at: at };
            }
            next = if word == CLOSE { opening(words, at) } else { at };
        }
        Self { start: 0, opener: Word::default(), opened_at: 0 }
    }
}

/// "We use it to learn how you shop, to count …", "the pages that you view, time spent": what the "how" or the "that"
/// began ended at the comma.
fn runs_on(words: &[Word], opener: usize, head: usize) -> bool {
    let resumes =
        is_parallel(words, head) && (words[head - 1] == COMMA || words[..opener].contains(&word::TO));
    let you = || words[opener + 1..].iter().take(2).any(|word| word.is(tables::YOU));
    let yours = words[opener].is(tables::RELATIVE) && you();
    resumes && (yours || words[opener].is(tables::EMBEDDING))
}

/// "We use them to help you shop, to (better) count …": the second "to" hangs on the first subject, and so does what
/// is only listed: "we log the page you came from, access times".
pub(super) fn is_parallel(words: &[Word], head: usize) -> bool {
    if head > 0 && words[head - 1] == COMMA && phrase_at(words, head, tables::USE_LIST).is_some() {
        return true;
    }
    let near = head.saturating_sub(3)..head;
    let last = near.rev().find(|&at| words[at] == word::TO || words[at] == COMMA);
    last.is_some_and(|at| {
        at > 0 && words[at] == word::TO && (words[at - 1] == COMMA || words[at - 1].is(tables::AND))
    })
}

fn is_demonstrative(words: &[Word], at: usize) -> bool {
    let that = words[at] == word::THAT;
    that && at > 0 && words[at - 1].is(tables::PREPOSITION)
}

/// "We do not, however, sell …", "does not yet respond", "will nonetheless": a turn within a clause begins none.
fn is_inserted(words: &[Word], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|place| words[place]) else { return false };
    let apart = before == COMMA && words.get(at + 1) == Some(&COMMA) && !is_subject(words, at + 2);
    let adverb = words[at].is(tables::TURN_ADVERB) && before.is_any(&[tables::AUXILIARY, tables::NOMINATIVE]);
    words[at].is(tables::TURN) && (before.is(tables::NOT) || apart || adverb)
}

/// ", whether public or private, will": an aside between commas, after which the verb of the first clause comes.
fn is_aside(words: &[Word], at: usize, head: usize) -> bool {
    let opened = at > 0 && words[at - 1] == COMMA;
    let closes = |comma: usize| words[comma] == COMMA && words[comma + 1].is(tables::CLAUSE_VERB);
    opened && (at + 1..head).any(closes)
}

/// "Purposes that include …": what follows belongs to the clause before.
fn opens_examples(words: &[Word], at: usize) -> bool {
    words[at].is(tables::RELATIVE) && words.get(at + 1).is_some_and(|word| word.is(tables::INCLUDE))
}

/// Where the bracket that closes here was opened.
fn opening(words: &[Word], close: usize) -> usize {
    words[..close].iter().rposition(|word| *word == OPEN).unwrap_or(close)
}

/// A colon after "we do not" or "the following" opens a list that its words govern.
fn leads_in(sentence: &Sentence, at: usize) -> bool {
    at < sentence.lead || (at > 0 && sentence.words[at - 1].is(tables::LEAD_WORD))
}

/// "We do not use it for: ads; profiles; …", "for (a) ads; (b) profiles": what the semicolon begins is one of a list.
fn parts_a_list(sentence: &Sentence, at: usize, head: usize) -> bool {
    let words = &sentence.words;
    let announced =
        words[..at].iter().rposition(|word| *word == COLON).is_some_and(|colon| leads_in(sentence, colon));
    let lettered = words[at + 1..].starts_with(&[OPEN]) && words[..at].contains(&OPEN);
    (announced || lettered) && is_verbless(&words[at..head])
}

/// ", we …": a comma (or "and") before a subject and its verb begins a clause.
pub(super) fn begins_after_comma(words: &[Word], at: usize, head: usize) -> bool {
    if words[at] != COMMA && !words[at].is(tables::AND) && words[at] != CLOSE && words[at] != OPEN {
        return false;
    }
    let after = at + 1;
    let next = words.get(after).copied().unwrap_or_default();
    if words[at] == word::NOR && next.is(tables::AUXILIARY) && after < head {
        return true;
    }
    let skip = usize::from(next.is(tables::AND) || next == word::SO);
    let comma = words[at] == COMMA;
    if words[at] == word::AND && after < head && next.is(tables::NOMINATIVE) {
        return true;
    }
    let verb_soon = || words[after..=head.max(after)].iter().take(7).any(|word| word.is(tables::CLAUSE_VERB));
    if comma && next.is(tables::NOT_DETERMINER) && verb_soon() {
        return true;
    }
    if comma && after < head.max(1) + 1 && closes_purpose(words, at) {
        return true;
    }
    let resumed = comma && after + skip <= head && closes_condition(words, at);
    let own_verb = || {
        next == Word::default()
            || subject_at(words, after).is_some()
            || has_verb(&words[after..=head])
            || words[head + 1..].iter().take(2).any(|word| word.is(tables::AUXILIARY))
    };
    if resumed && own_verb() {
        return true;
    }
    if comma
        && (begins_with_name(words, after + skip, head)
            || is_data_subject(&words[(after + skip).min(head)..head.max(after)]))
    {
        return true;
    }
    subject_at(words, after + skip).is_some_and(|subject| {
        comma && subject.end == head
            || subject.end < head
                && words[subject.end..=head].iter().take(4).any(|word| word.is(tables::CLAUSE_VERB))
    })
}

/// "If you …, our site …": the first comma after the condition that opens a sentence ends it.
fn closes_condition(words: &[Word], at: usize) -> bool {
    let from = words[..at].iter().rposition(|word| [COLON, SEMICOLON].contains(word));
    let opening = &words[from.map_or(0, |mark| mark + 1)..at];
    opening.iter().take(2).any(|word| word.is(tables::CONDITION)) && !opening.contains(&COMMA)
}

/// "We use it so that you need not log in again, count …": the comma ends what is done for you.
fn closes_purpose(words: &[Word], at: usize) -> bool {
    let so = words[..at].iter().rposition(|word| *word == word::SO);
    so.is_some_and(|so| {
        let aim = &words[so + 1..at];
        aim.iter().take(2).any(|word| word.is(tables::YOU)) && !aim.contains(&COMMA)
    })
}

/// "…, your visits are not counted": the last comma before a verb of its own.
fn has_verb(words: &[Word]) -> bool {
    !words.contains(&COMMA) && words.iter().any(|word| word.is(tables::AUXILIARY))
}

/// "If we see the signal we will …": the same without its comma.
fn resumes(words: &[Word], at: usize) -> bool {
    let next = |on: usize| words.get(at + on).copied().unwrap_or_default();
    let opener = words[at].is_any(&[tables::CONDITION, tables::EMBEDDING, tables::RELATIVE, tables::AND]);
    at > 2 && next(1) == word::WE && next(2).is(tables::AUXILIARY) && !opener && closes_condition(words, at)
}

/// ", we …", ", Lumora will …": a pronoun that can only be a subject, or an unknown name before its verb.
fn begins_with_name(words: &[Word], at: usize, head: usize) -> bool {
    let Some(&first) = words.get(at).filter(|_| at < head) else { return false };
    let name = Word::default();
    let last = at + usize::from(first == name && at + 1 < head && words[at + 1] == name);
    let verb = last + 1 == head || words[last + 1].is(tables::AUXILIARY);
    first.is(tables::NOMINATIVE) || (first == name && verb)
}

/// ", your personal information will": data is the subject of a passive.
fn is_data_subject(words: &[Word]) -> bool {
    let data = words.iter().take(4).position(|word| word.is(tables::DATA));
    data.is_some_and(|data| {
        words[..data].iter().all(|word| word.is_any(&[tables::PERSONAL, tables::ARTICLE]))
            && words.get(data + 1).is_some_and(|verb| verb.is(tables::CLAUSE_VERB))
    })
}
