//! Who sells, and whether the sentence tells it (codebook 0.4, 0.6): not what is asked, recited, supposed or only named.

use super::object::is_sale_verb;
use super::{finds, is_ruled_out};
use crate::clause::{Actor, Modality};
use crate::engine::{Vocabulary, Word, phrase_at, stands_in, tables, word};
use crate::standing::Standing;
use crate::statement::Reading;
use crate::words::{self, COLON, COMMA, OPEN, SEMICOLON};

/// How many blocks of a page may name whose page it is.
const OPENING_BLOCKS: usize = 5;

/// "data used for cross-context advertising": what is done with it is only told of in passing.
pub(super) fn is_described(reading: &Reading) -> bool {
    let words = &reading.sentence.words;
    let head = reading.found.head;
    let participle = head > 0 && words[head].is(tables::SHARED_FORM) && words[head - 1].is(tables::DATA);
    let active = !words[..head].iter().any(|word| word.is(tables::AUXILIARY));
    participle && (active || !reading.says(tables::STATES))
}

/// A third party, a linked site or the reader; but a firm known by its name that heads this very page is "we".
pub(super) fn is_another(reading: &Reading) -> bool {
    let Reading { sentence, clause, found, .. } = reading;
    let brand = sentence.words[clause.start..found.head].iter().find(|word| word.is(tables::BRAND));
    let opening = reading.blocks.iter().take(OPENING_BLOCKS);
    let ours = brand.is_some_and(|brand| {
        opening.into_iter().any(|block| words::tokenize(&block.text).iter().any(|token| token.word == *brand))
    });
    match clause.actor {
        Actor::We => reading.asserts() && is_somebody(reading),
        Actor::Partner => !ours,
        Actor::You => found.start == found.head,
        Actor::Outsider => true,
    }
}

/// "from a shop that sells data": somebody acts who is not the company.
fn is_somebody(reading: &Reading) -> bool {
    let words = &reading.sentence.words;
    let (start, head) = (reading.clause.start, reading.found.head);
    let relative =
        start > 1 && words[start - 1].is(tables::RELATIVE) && !words[start - 2].is(tables::PREPOSITION);
    let active = is_sale_verb(reading) && !words[head].is(tables::SOLD_FORM);
    is_sellers(reading) || relative && active && !names_us(&words[start..head])
}

/// "Data brokers sell", "processors may not sell".
pub(super) fn is_sellers(reading: &Reading) -> bool {
    let subject = &reading.sentence.words[reading.clause.start.min(reading.found.head)..reading.found.head];
    let active = is_sale_verb(reading) && !reading.sentence.words[reading.found.head].is(tables::SOLD_FORM);
    active && subject.iter().any(|word| word.is(tables::SELLER)) && !names_us(subject)
}

/// "We", "it", or an unknown name.
fn names_us(words: &[Word]) -> bool {
    let it = word::IT;
    words.iter().any(|word| word.is(tables::WE) || *word == Word::default() || *word == it)
}

/// "agrees not to sell": what others are bound to; "ask us not to sell" is the reader's right.
pub(super) fn is_a_duty(reading: &Reading) -> bool {
    let head = reading.found.head;
    let us = word::US;
    (is_asked(reading) || is_bound(reading))
        && !reading.sentence.words[head.saturating_sub(4)..head].contains(&us)
        || is_forbidden(reading)
}

/// "Bands may not sell it": nobody forbids it to himself. "It may not be sold" is a denial.
fn is_forbidden(reading: &Reading) -> bool {
    let words = &reading.sentence.words;
    let head = reading.found.head;
    let clause = &words[reading.clause.start.min(head)..head];
    let may_not = clause.windows(2).any(|run| run == [word::MAY, word::NOT]);
    may_not
        && is_sale_verb(reading)
        && !words[head].is(tables::SOLD_FORM)
        && !clause.iter().any(|word| word.is(tables::NOMINATIVE))
}

/// "we do not believe that": what comes after it is held, not told.
fn is_opinion(before: &[Word]) -> bool {
    let held = before.iter().rposition(|word| word.is(tables::BELIEVING));
    held.is_some_and(|held| before.len() - held <= 6 && before[held.saturating_sub(1)].is(tables::NOT))
}

/// "asked not to sell", "bound not to sell": said of somebody who is told to.
fn is_asked(reading: &Reading) -> bool {
    is_told_not_to(reading, tables::ASKED_OF_US)
}

/// "agrees not to sell": by a contract or a law.
pub(super) fn is_bound(reading: &Reading) -> bool {
    is_told_not_to(reading, tables::BOUND)
}

fn is_told_not_to(reading: &Reading, told: Vocabulary) -> bool {
    let head = reading.found.head;
    let words = &reading.sentence.words[head.saturating_sub(6)..head];
    let [not, to, that] = [b"not".as_slice(), b"to", b"that"].map(Word::find);
    let not_to = words.ends_with(&[not, to]) || words.ends_with(&[to, not]);
    let that_we_not = words.ends_with(&[not]) && words.contains(&that);
    (not_to || that_we_not) && words.iter().any(|word| word.is(told))
}

/// What is presupposed, recited, supposed or a bare name asserts nothing.
pub(super) fn is_only_named(reading: &Reading) -> bool {
    let told = explains_practice(reading) || tells_to_whom(reading);
    let embedded = reading.clause.modality == Modality::Embedded && !told;
    embedded
        || is_supposed(reading)
        || is_asked(reading)
        || is_bound(reading)
        || reading.clause.modality == Modality::Hypothetical
        || finds(reading, reading.found.end..reading.sentence.words.len(), tables::IF_ANY)
        || !asserts(reading)
        || is_fragment(reading)
        || is_gerund(reading)
}

/// A right named after our own statement ("we don't sell it without the opportunity to opt out") recites nothing.
fn asserts(reading: &Reading) -> bool {
    let words = &reading.sentence.words;
    let head = reading.found.head;
    let start = reading.clause.start.min(head);
    let begins = |word: &Word| {
        word.is(tables::TURN) || *word == SEMICOLON || *word == COLON && words[start].is(tables::WE)
    };
    let turned = words[start.saturating_sub(2)..start].iter().any(begins);
    let recital = |vocabulary| finds(reading, if turned { start } else { 0 }..head, vocabulary);
    let subject = |word: &Word| word.is(tables::WE) || *word == Word::default();
    let denies = reading.clause.negated && words[start..head].iter().any(|word| word.is(tables::AUXILIARY));
    let ours = denies || words[start..head].iter().any(subject);
    let told = ours && !recital(tables::RIGHT_WORD) && !recital(tables::LAW_RECITAL);
    let advised = reading.standing == Standing::Instructs && reading.clause.negated;
    reading.asserts() || (reading.standing == Standing::Recites || advised) && told
}

/// "To whom we sell … include": the list that follows tells it.
fn tells_to_whom(reading: &Reading) -> bool {
    let words = &reading.sentence.words;
    let to_whom = |pair: &[Word]| pair[0].is(tables::PREPOSITION) && pair[1].is(tables::RELATIVE);
    words[..reading.clause.start].windows(2).next_back().is_some_and(to_whom)
        && words[reading.found.end..].iter().any(|word| word.is(tables::STATES))
}

/// "were we ever to sell", "no knowledge that we sell", "with which we sell", "that your data not be sold".
fn is_supposed(reading: &Reading) -> bool {
    let words = &reading.sentence.words;
    let (start, head) = (reading.clause.start.min(reading.found.head), reading.found.head);
    let opening = &words[start.saturating_sub(3)..start];
    let known = opening.contains(&word::KNOWLEDGE) || is_opinion(&words[..start]);
    let to_whom = opening.len() > 1
        && opening[opening.len() - 1].is(tables::RELATIVE)
        && opening[opening.len() - 2].is(tables::PREPOSITION)
        && !tells_to_whom(reading);
    let bare = head > 0
        && words[head - 1] == word::BE
        && !words[start..head]
            .iter()
            .any(|word| word.is_any(&[tables::WILL, tables::MAY, tables::VERB_LEAD]) && *word != word::NOT);
    let supposed = stands_in(&words[start.saturating_sub(2)..head], tables::SUPPOSING);
    known || to_whom || bare || supposed && !reading.sentence.answers
}

/// "how we collect, use and sell": told, where the clause lists what is done.
fn explains_practice(reading: &Reading) -> bool {
    let words = &reading.sentence.words;
    let (start, head) = (reading.clause.start, reading.found.head);
    let how = start > 0 && words[start - 1] == word::HOW;
    how && words[start..head].iter().any(|word| *word == word::COLLECTS || *word == word::COLLECT)
}

/// "The categories of data that we sold", with no verb of its own: an item of a list of rights, a column's name.
fn is_fragment(reading: &Reading) -> bool {
    let words = reading.sentence.own();
    let head = reading.found.head.saturating_sub(reading.sentence.lead);
    let end = reading.found.end;
    let told = |word: &Word| word.is_any(&[tables::NOT, tables::AUXILIARY]);
    let label = reading.span().last() == Some(&COLON);
    if label && (end == reading.sentence.words.len() || reading.sentence.words[end..].iter().any(told)) {
        return true;
    }
    let marked = if words.first() == Some(&OPEN) { 3 } else { 0 };
    let opens = (marked..words.len().min(marked + 4))
        .find(|&at| phrase_at(words, at, tables::RECITAL_HEAD).is_some());
    let start = reading.clause.start.saturating_sub(reading.sentence.lead);
    let apart = |opens: usize| start > opens && words[start - 1] == COMMA;
    let Some(opens) = opens.filter(|&at| at < head && !apart(at)) else { return false };
    let after = &words[opens..words.len() - usize::from(words.last() == Some(&COLON))];
    !reading.clause.negated && !after.iter().any(|word| word.is(tables::STATES))
}

/// "purposes for selling": a gerund tells nothing, save after "are", "in the business of", "engage in".
fn is_gerund(reading: &Reading) -> bool {
    let words = &reading.sentence.words;
    let head = reading.found.head;
    let before = &words[head.saturating_sub(4)..head];
    let of = words[head..reading.found.end.max(head)].contains(&word::OF);
    let not = |word: &Word| word.is_any(&[tables::NOT, tables::WITHOUT]) || *word == word::AGAINST;
    let (last, preposition) = (before.last(), before.last().is_some_and(|word| word.is(tables::PREPOSITION)));
    let negator = if preposition && !last.is_some_and(not) { before.iter().rev().nth(1) } else { last };
    let denied = reading.clause.negated && negator.is_some_and(not);
    let means = words[reading.clause.start.min(head)..head].iter().any(|word| word.is(tables::WE))
        && before.last() == Some(&word::BY);
    let bought = of && before.iter().any(|word| word.is(tables::BUYING));
    let trade = stands_in(&words[head.saturating_sub(6)..head], tables::IN_BUSINESS);
    let never = |word: &Word| word.is_any(&[tables::NOT_DETERMINER, tables::WITHOUT]);
    let intention = reading.clause.negated && words[head.saturating_sub(6)..head].iter().any(never);
    let told =
        reading.clause.softened || denied || means || bought || trade || intention || is_ruled_out(reading);
    words[head].is(tables::SELLING)
        && !told
        && !before.iter().any(|word| word.is_any(&[tables::BE, tables::ENGAGES]))
}
