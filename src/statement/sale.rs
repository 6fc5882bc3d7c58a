//! Signals of DATA SALE (codebook A4).

mod denial;
mod object;
mod told;

use self::denial::{denial, is_for_minors};
use self::object::{
    follows_goods, governs_other_thing, is_part_of_a_deal, is_sale_of_data, is_sale_verb, is_verb,
};
use self::told::{is_a_duty, is_another, is_bound, is_described, is_only_named, is_sellers};
use super::{Reading, by_polarity};
use crate::clause::{Actor, Exception};
use crate::document::BlockKind;
use crate::engine::{Ask, Vocabulary, Word, phrase_at, stands_in, tables, word};
use crate::standing::Standing;
use crate::words::{CELL, COLON, COMMA, Shape};

pub(super) fn signal(reading: &Reading) -> Option<&'static str> {
    let plain = by_polarity(reading)?;
    let of_column = reading.rule.asks.contains(&Ask::Column);
    let heads_column = reading.sentence.kind == BlockKind::Row && reading.found.head < reading.sentence.lead;
    if reading.standing == Standing::Asks || heads_column && !of_column {
        return None;
    }
    match plain {
        _ if of_column => Some(column(reading, plain)),
        "S0t" => (!is_readers_deal(reading)).then_some(plain),
        "S0r" | "S0m" => reading.asserts().then_some(plain),
        "S?" => is_mention(reading).then_some(plain),
        "S~" if reading.rule.asks.contains(&Ask::Anywhere) => Some(plain),
        "S~" if reading.rule.asks.contains(&Ask::Plain) => Some(statutory(reading)),
        _ => sale(reading, plain),
    }
}

/// "When you buy or sell a home": the reader's own deal.
fn is_readers_deal(reading: &Reading) -> bool {
    reading.sentence.words[..reading.found.start].last() == Some(&word::YOU)
}

/// A column of a table: hedged where its header, or the row, quotes the word or leans on a law.
fn column(reading: &Reading, plain: &'static str) -> &'static str {
    let headers = &reading.sentence.tokens[..reading.sentence.lead];
    let quoted =
        headers.iter().any(|token| token.word.is(tables::SOLD_COLUMN) && token.shape.has(Shape::QUOTED));
    let hedged = quoted || reading.says(tables::LEGAL_HEDGE) || reading.says(tables::SHARED_COLUMN);
    if hedged && plain == "S+" { "S~" } else { plain }
}

/// A mention of data that is sold, not of goods, by anyone but linked sites.
fn is_mention(reading: &Reading) -> bool {
    reading.standing != Standing::Defines
        && (reading.clause.actor != Actor::Outsider || reading.standing == Standing::Recites)
        && !(reading.clause.actor == Actor::Partner && is_sale_verb(reading))
        && is_verb(reading)
        && !(reading.asserts() && (is_bound(reading) || is_sellers(reading)))
        && !follows_goods(reading)
        && !governs_other_thing(reading)
        && !is_part_of_a_deal(reading)
}

/// A law's wide word for what is passed on. Denied or recited it only comes up, save where our own doings follow.
fn statutory(reading: &Reading) -> &'static str {
    let words = &reading.sentence.words;
    let head = reading.found.head;
    let denied = (head.saturating_sub(8)..head).any(|at| phrase_at(words, at, tables::NOT).is_some());
    let doubted = (1..head).any(|at| words[at].is(tables::BELIEVING) && words[at - 1].is(tables::NOT));
    let turned = finds(reading, head..words.len(), tables::GAP_STOP)
        || words.first().is_some_and(|first| first.is(tables::TURN));
    let ours = reading.sentence.own().iter().any(|word| word.is(tables::OWN_SHARING))
        || reading.says(tables::OWN_SHARING);
    let supposed = reading.says(tables::SUPPOSING);
    match reading.standing {
        _ if supposed || (denied || doubted) && !turned => "S?",
        Standing::Asserts => "S~",
        Standing::Recites if is_told_first(reading) => "S~",
        Standing::Defines | Standing::Recites | Standing::Instructs if ours => "S~",
        _ => "S?",
    }
}

/// "These are sales under state law, and you have the right …": what stands before the right is told.
fn is_told_first(reading: &Reading) -> bool {
    let words = &reading.sentence.words;
    let right = (0..words.len()).find(|&at| phrase_at(words, at, tables::RIGHT_WORD).is_some());
    let before = &words[..reading.found.end];
    let theirs = before.iter().any(|word| word.is_any(&[tables::LAW_SUBJECT, tables::YOU]));
    !theirs
        && right
            .is_some_and(|right| finds(reading, reading.found.end..right.max(reading.found.end), tables::AND))
}

fn sale(reading: &Reading, plain: &'static str) -> Option<&'static str> {
    let answer = label_answer(reading);
    let denied = answer.unwrap_or_else(|| {
        plain == "S-" || none_of_it(reading) || is_contrast(reading) || is_ruled_out(reading)
    });
    let of_a_deal = !denied && is_part_of_a_deal(reading);
    let no_evidence = is_another(reading) || reading.standing == Standing::Defines || is_a_duty(reading);
    if no_evidence || of_a_deal || is_described(reading) || !is_sale_of_data(reading) {
        None
    } else if answer.is_none() && is_only_named(reading) {
        Some("S?")
    } else if denied {
        Some(denial(reading))
    } else {
        Some(admission(reading, plain))
    }
}

/// "Personal information sold: none": a name with its answer behind a colon; whether that is a no.
fn label_answer(reading: &Reading) -> Option<bool> {
    let words = &reading.sentence.words;
    let colon = words[reading.found.head..].iter().position(|word| *word == COLON)? + reading.found.head;
    let answer = words.get(colon + 1)?;
    let is_word = |word: &Word| word.0 > CELL.0 || *word == Word::default();
    let apart = words.get(colon + 2).is_some_and(|next| !is_word(next));
    let alone = apart || words[colon + 1..].iter().filter(|word| is_word(word)).count() <= 2;
    let answers = alone && answer.is_any(&[tables::COLUMN_NO, tables::ANSWER_WORD]);
    answers.then(|| answer.is(tables::COLUMN_NO))
}

/// "We sell lamps, not your data".
fn is_contrast(reading: &Reading) -> bool {
    let not = word::NOT;
    reading.span().windows(2).any(|pair| pair == [COMMA, not])
}

/// "None of the data … will be sold": the negator stands before the data, which begins what was found.
fn none_of_it(reading: &Reading) -> bool {
    let found = &reading.found;
    let before = &reading.sentence.words[found.start.saturating_sub(5)..found.start];
    found.start != found.head && before.iter().any(|word| word.is(tables::NOT_DETERMINER))
}

/// "Selling your data is not what we do": the denial comes after what is denied.
pub(super) fn is_ruled_out(reading: &Reading) -> bool {
    let words = &reading.sentence.words;
    let Reading { found, .. } = reading;
    let opens = words[..found.head].last().is_none_or(|before| !before.is(tables::PREPOSITION));
    let rest = words[found.end..].split(|word| *word == COMMA).next().unwrap_or_default();
    let refused = (0..rest.len()).any(|at| phrase_at(rest, at, tables::REFUSED).is_some());
    words[found.head].is(tables::SELLING) && opens && refused
}

fn admission(reading: &Reading, plain: &'static str) -> &'static str {
    let consent = (reading.clause.exception == Some(Exception::Consent) || reading.says(tables::CONSENTED))
        && !reading.says(tables::OBJECTION);
    if is_about_nobody(reading) || is_for_minors(reading) {
        "S?"
    } else if plain == "S~" || is_hedged(reading) {
        "S~"
    } else if consent {
        "S-x"
    } else {
        "S+"
    }
}

fn is_about_nobody(reading: &Reading) -> bool {
    let Reading { found, .. } = reading;
    let aggregate = finds(reading, found.start.saturating_sub(3)..found.end, tables::AGGREGATE_WORD);
    let words = &reading.sentence.words;
    let non = |at: usize| words[at.saturating_sub(2)..at].contains(&word::NON);
    let identifiable = (0..words.len()).any(|at| words[at].is(tables::NOT_AGGREGATED) && !non(at));
    aggregate && !identifiable
        || finds(reading, found.end..reading.sentence.words.len(), tables::NON_IDENTIFYING)
}

/// The verb in quotation marks, a law's definition beside it, or a denial for money alone.
fn is_hedged(reading: &Reading) -> bool {
    let head = reading.sentence.tokens[reading.found.head];
    let quoted = head.shape.has(Shape::QUOTED) && head.word.is(tables::SELL_FORM);
    let money = reading.says(tables::MONEY_ONLY) && reading.says(tables::VALUABLE);
    let denied = reading.sentence.words[..reading.found.head].iter().any(|word| word.is(tables::NOT));
    quoted || money && denied || reading.says(tables::LEGAL_HEDGE)
}

fn finds(reading: &Reading, range: std::ops::Range<usize>, vocabulary: Vocabulary) -> bool {
    stands_in(&reading.sentence.words[range], vocabulary)
}
