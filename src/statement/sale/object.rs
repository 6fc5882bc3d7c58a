//! The object test of a sale (codebook A4, H7): a verb that is a verb, and what it governs is data.

use super::{finds, is_contrast, label_answer};
use crate::engine::{Word, phrase_at, stands_in, tables, word};
use crate::statement::Reading;
use crate::words::{CLOSE, COLON, COMMA, OPEN, Shape};

/// How far from the verb a deal takes the data with the business.
const DEAL_REACH: usize = 30;

pub(super) fn is_sale_verb(reading: &Reading) -> bool {
    reading.sentence.words[reading.found.head].is(tables::SALE_VERB)
}

/// The object test: the verb is a verb, and what it governs is data.
pub(super) fn is_sale_of_data(reading: &Reading) -> bool {
    let answered = label_answer(reading).is_some();
    let governs = answered || is_verb(reading) && !governs_other_thing(reading);
    governs && !follows_goods(reading) && !is_meant(reading)
}

/// "\"sold\" means": the word is explained, not used.
fn is_meant(reading: &Reading) -> bool {
    let head = reading.found.head;
    let after = head..reading.sentence.words.len().min(head + 6);
    reading.sentence.tokens[head].shape.has(Shape::QUOTED) && finds(reading, after, tables::MEANT)
}

/// "rent", "lease" and "trade" are nouns too: a verb follows a subject, an auxiliary or another verb.
pub(super) fn is_verb(reading: &Reading) -> bool {
    let words = &reading.sentence.words;
    let head = reading.found.head;
    if words[head].is(tables::SOLD_FORM) && reading.found.start == head {
        let told = |word: &Word| word.is_any(&[tables::HAVE, tables::WE]);
        let named = head > 0 && words[head - 1] == Word::default();
        return named || words[reading.clause.start..head].iter().any(told);
    }
    if !words[head].is(tables::NOUN_OR_VERB) {
        return true;
    }
    if head == 0 {
        return false;
    }
    let its = words.get(head + 1).is_some_and(|next| *next == word::ITS);
    let listed = words[head - 1] == COMMA || words[head - 1].is(tables::AND);
    let verbs = words[head.saturating_sub(4)..head].iter().any(|word| word.is(tables::HAND_OVER));
    its || words[head - 1].is(tables::VERB_LEAD) && (!listed || verbs)
}

/// "sell lamps and use your data": goods, or a thing no rule knows and then another clause.
pub(super) fn governs_other_thing(reading: &Reading) -> bool {
    let words = &reading.sentence.words;
    let (head, end) = (reading.found.head, reading.found.end);
    if !is_sale_verb(reading) {
        return false;
    }
    let object = &words[(head + 1).min(end)..end];
    let fronted = stands_in(&words[reading.found.start..head], tables::DATA);
    let other = object.contains(&COLON) || holds_goods(object) || is_compound(reading);
    is_title(reading) || other && !fronted && !is_contrast(reading)
}

/// "(see "Buying and Selling" under …)": the name of another place.
fn is_title(reading: &Reading) -> bool {
    let see = |pair: &[Word]| pair == [OPEN, word::SEE];
    reading.sentence.words[reading.found.head.saturating_sub(5)..reading.found.end].windows(2).any(see)
}

/// Goods, or an unknown thing and then another clause; but "sell, edit, use …" is a list of verbs, and goods after a
/// preposition ("for advertising") are not what is sold.
fn holds_goods(object: &[Word]) -> bool {
    let parts = |word: &Word| *word == COMMA || word.is(tables::AND);
    let joined = |at: usize| {
        let listed = at.checked_sub(1).is_some_and(|before| parts(&object[before]));
        !listed && object[at] == Word::default() && object.get(at + 1).is_some_and(parts)
    };
    let goods = |at: usize| {
        phrase_at(object, at, tables::GOODS_OBJECT).is_some()
            && !object[at.saturating_sub(3)..at].iter().any(|word| word.is(tables::PREPOSITION))
    };
    let means = object.contains(&word::BY) && ![COMMA, OPEN].iter().any(|mark| object.contains(mark));
    let on = object.first().is_some_and(|word| word.is(tables::PLACING));
    let resold = |at: usize| object[at..].iter().any(|word| word.is(tables::SALE_VERB));
    let anew = |at: usize| {
        let ours = object[at] == COMMA && object.get(at + 1).is_some_and(|word| word.is(tables::NOMINATIVE));
        ours && !resold(at) || object[at] == word::WHERE
    };
    let buyers = object.first().is_some_and(|word| word.is(tables::PREPOSITION))
        && object.get(1).is_some_and(|word| !word.is(tables::AND))
        && object.iter().any(|word| word.is(tables::AND));
    means || buyers || on || (0..object.len()).any(|at| joined(at) || goods(at) || anew(at))
}

/// "We sell data storage devices": what was taken for data describes a thing that no rule knows.
fn is_compound(reading: &Reading) -> bool {
    let words = &reading.sentence.words;
    let next = words.get(reading.found.end);
    next.is_some_and(|next| next.is(tables::GOODS_OBJECT)) && !reading.clause.negated
}

/// "products sold", "the games that are sold", "the company is sold".
pub(super) fn follows_goods(reading: &Reading) -> bool {
    let words = &reading.sentence.words;
    let head = reading.found.head;
    let link = |word: &&Word| word.is(tables::THAT_OR_BE) || **word == OPEN || **word == CLOSE;
    let noun = words[..head].iter().rev().find(|word| !link(word));
    let passive = head > 0 && words[head - 1].is(tables::BE);
    words[head].is(tables::SOLD_FORM)
        && noun.is_some_and(|noun| noun.is(tables::GOODS_SOLD) || passive && noun.is(tables::SOLD_BUSINESS))
}

/// Data that goes with a business that is sold is no data sale (A4.3, A4.7).
pub(super) fn is_part_of_a_deal(reading: &Reading) -> bool {
    let words = &reading.sentence.words;
    let head = reading.found.head;
    let near = head.saturating_sub(DEAL_REACH)..words.len().min(head + DEAL_REACH);
    near.into_iter().any(|at| phrase_at(words, at, tables::DEAL_EVENT).is_some())
}
