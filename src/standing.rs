//! Whether a sentence asserts something, or only defines, asks, instructs or recites (codebook 0.4).

use crate::document::BlockKind;
use crate::engine::{Vocabulary, Word, phrase_at, tables, word};
use crate::sentence::Sentence;
use crate::words::{COMMA, SEMICOLON};

/// What a sentence does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Says what is done.
    Asserts,
    /// Says what a thing is.
    Defines,
    /// Asks.
    Asks,
    /// Tells the reader what to do.
    Instructs,
    /// Recites a right, or what a law says.
    Recites,
    /// Tells users how to behave.
    Forbids,
    /// Is a heading.
    Heads,
}

/// Tells what the sentence does.
#[must_use]
pub fn standing(sentence: &Sentence) -> Standing {
    let words = if stands_alone(sentence) { sentence.own() } else { &sentence.words };
    if sentence.kind == BlockKind::Heading {
        Standing::Heads
    } else if sentence.asks {
        Standing::Asks
    } else if forbids(words) {
        Standing::Forbids
    } else if recites(words) {
        Standing::Recites
    } else if defines(words) {
        Standing::Defines
    } else if instructs(words) {
        Standing::Instructs
    } else {
        Standing::Asserts
    }
}

/// "You will not copy …", but not "you will not be tracked", "you will not see ads".
fn forbids(words: &[Word]) -> bool {
    (0..words.len())
        .filter_map(|at| phrase_at(words, at, tables::CONDUCT))
        .any(|end| words.get(end).is_none_or(|next| !next.is(tables::BEFALLS)))
}

/// An item that begins with a clause of ours ("When you visit, we may …") does not lean on its lead-in.
fn stands_alone(sentence: &Sentence) -> bool {
    let own = sentence.own();
    let ours = |at: usize| own.get(at).is_some_and(|word| *word == word::WE);
    let after_comma = own.iter().take(14).position(|word| *word == COMMA);
    sentence.lead > 0 && (ours(0) || after_comma.is_some_and(|comma| ours(comma + 1)))
}

/// "A cookie is a small file": a thing, then what it is, and no word of us before the end of that clause.
fn defines(words: &[Word]) -> bool {
    let fronted = words.first().is_some_and(|word| word.is(tables::PREPOSITION));
    let comma = words.iter().take(14).position(|word| *word == COMMA).filter(|_| fronted);
    let start = comma.map_or(0, |comma| comma + 1);
    let start = start + usize::from(words.get(start).is_some_and(|word| word.is(tables::DEFINING_HEAD)));
    let subject =
        (start..words.len().min(start + 6)).find(|&at| phrase_at(words, at, tables::DEFINED_THING).is_some());
    let Some(subject) = subject else { return false };
    let says_what = |&at: &usize| {
        let by_means = words[at - 1].is(tables::BY);
        let end = phrase_at(words, at, tables::DEFINES).filter(|_| !by_means);
        end.is_some_and(|end| !words.get(end).is_some_and(|done| done.is(tables::KEEPING)))
    };
    let verb = (subject + 1..words.len().min(subject + 14)).find(says_what);
    let Some(verb) = verb else { return false };
    let of_here = |run: &[Word], at: usize| phrase_at(run, at, tables::OF_HERE).is_some();
    let ours = |run: &[Word]| {
        run.iter().any(|word| word.is(tables::WE)) || (0..run.len()).any(|at| of_here(run, at))
    };
    let uses = words[subject..verb].contains(&word::USES);
    let acts = uses
        || words[..subject].iter().any(|word| word.is_any(&[tables::AUXILIARY, tables::NOT]))
        || words[subject..verb].iter().any(|word| word.is(tables::NOT));
    !acts && !ours(&words[..verb]) && !ours(&words[verb..]) && !words[..verb].contains(&SEMICOLON)
}

/// "You have the right to …", "California law requires …".
fn recites(words: &[Word]) -> bool {
    let first_person = |run: &[Word]| run.iter().any(|word| word.is(tables::WE));
    let is_right = |at: &usize| phrase_at(words, *at, tables::RIGHT_WORD).is_some();
    let of_reader = |right: usize| words[..right].iter().rev().take(14).any(|word| word.is(tables::YOU));
    let recited = |right: usize| right == 0 || of_reader(right) && !is_added(&words[..right]);
    if (0..words.len()).filter(is_right).any(recited) {
        return true;
    }
    let law = words.iter().take(14).position(|word| word.is(tables::LAW_SUBJECT));
    let leans = words.first() == Some(&word::AS);
    law.filter(|_| !leans).is_some_and(|law| {
        let verb = (0..16).find(|&at| phrase_at(words, law + at, tables::LAW_RECITAL).is_some());
        verb.is_some_and(|verb| !first_person(&words[..law + verb]))
    })
}

/// "We …, and you have the right", "We …, which you may opt out of": what is told before stays told.
fn is_added(words: &[Word]) -> bool {
    let told = words.first() == Some(&word::WE);
    let joins = |word: Word| word.is_any(&[tables::AND, tables::RELATIVE]);
    told && words.windows(3).any(|run| run[0] == COMMA && joins(run[1]) && run[2].is(tables::YOU))
}

/// "You can set your browser …", "To opt out, …": up to the first clause that has us as its subject.
fn instructs(words: &[Word]) -> bool {
    let tells = |at: usize| {
        let owned = at > 0 && words[at - 1].is(tables::OWNER_WORD);
        !owned && phrase_at(words, at, tables::INSTRUCTS).is_some()
    };
    let ours = words.first() == Some(&word::WE);
    if ours || !(0..words.len().min(3)).any(tells) || finds(words, tables::NOTE_THAT, 3) {
        return false;
    }
    let comma = words.iter().position(|word| *word == COMMA);
    let turns_to_us = comma.is_some_and(|comma| {
        words.get(comma + 1).is_some_and(|word| word.is_any(&[tables::WE, tables::OUR, tables::NOT]))
    });
    !turns_to_us && !tells_the_default(words)
}

/// "Browsers accept cookies, and if you do not change that, we …": what is done as long as the reader does nothing.
fn tells_the_default(words: &[Word]) -> bool {
    let left = words.windows(4).position(|run| {
        run[..2] == [word::IF, word::YOU] && run[2].is(tables::AUXILIARY) && run[3].is(tables::NOT)
    });
    left.is_some_and(|start| {
        let rest = &words[start + 4..];
        phrase_at(rest, 0, tables::LEAVES_BE).is_some() && rest.iter().any(|word| word.is(tables::NOMINATIVE))
    })
}

/// Whether an entry of the vocabulary starts among the first `most` words.
fn finds(words: &[Word], vocabulary: Vocabulary, most: usize) -> bool {
    (0..words.len().min(most)).any(|at| phrase_at(words, at, vocabulary).is_some())
}

#[cfg(test)]
mod tests {
    use super::{Standing, standing};
    use crate::document::Document;
    use crate::sentence::sentences;

    #[test]
    fn a_right_in_a_cell_is_recited_whatever_its_header_says() {
        let table = "| Your Rights | How |\n|---|---|\n\
            | Access. You have the right to ask how we sell your personal information. | Write to us. |\n";
        let document = Document::from_text(table);
        let read = sentences(&document.blocks);
        let right = read.iter().find(|sentence| sentence.quote(&document.blocks).contains("the right"));
        assert_eq!(right.map(standing), Some(Standing::Recites));
    }
}
