//! What a denial of sale leaves open (codebook 0.7, 0.8): people, data, purposes, exceptions, choices.

use super::finds;
use crate::clause::Exception;
use crate::engine::{Word, phrase_at, stands_in, tables, word};
use crate::statement::Reading;
use crate::words::{COMMA, OPEN};

/// A tail of no known class that begins this near the denial leaves it open.
const TAIL_REACH: usize = 8;

pub(super) fn denial(reading: &Reading) -> &'static str {
    let scope = reading.scope;
    let some_people = is_for_minors(reading) || is_for_nevada(reading) || scope.europe;
    let some_buyers =
        finds(reading, reading.found.end..reading.clause.end.max(reading.found.end), tables::RESELLS);
    if some_people
        || some_buyers
        || is_for_some_data(reading)
        || hangs_on_choice(reading)
        || is_for_aggregate(reading)
    {
        return "S?";
    }
    match exception(reading) {
        Some(exception) if exception.is_benign() => "S-b",
        Some(_) => "S-x",
        None if has_gap(reading) => "S-x",
        None => "S-",
    }
}

fn is_for_nevada(reading: &Reading) -> bool {
    let named = reading.says(tables::NEVADA);
    let california = reading.says(tables::CALIFORNIA) || !named && reading.scope.california;
    reading.scope.nevada && !california
}

/// The tail's class; "only" after a denial opens no gap ("we do not sell it, and only use it as described"), nor does
/// what another denial excepts ("…, and we do not share it unless you agree").
fn exception(reading: &Reading) -> Option<Exception> {
    let only = word::ONLY;
    let words = &reading.sentence.words;
    let Some(tail) = reading.clause.tail else { return reading.clause.exception };
    let again = words[..reading.found.head].iter().any(|word| word.is(tables::SALE_VERB));
    let from = reading.found.head.saturating_sub(if again { 4 } else { 0 });
    let later = finds(reading, from..tail, tables::FUTURE_CHANGE);
    if words[tail] == only && is_for_some_buyers(&words[tail..]) {
        return Some(Exception::Open);
    }
    if words[tail] == only || later {
        return None;
    }
    let of_another = tail > reading.clause.end + 1
        && words[reading.clause.end..tail].iter().any(|word| word.is(tables::NOT));
    if of_another {
        return None;
    }
    let near = tail <= reading.found.end + TAIL_REACH;
    reading.clause.exception.or(near.then_some(Exception::Open))
}

/// "Not to just anyone, only to chosen partners".
fn is_for_some_buyers(tail: &[Word]) -> bool {
    tail.get(1) == Some(&word::TO) && tail.iter().take(6).any(|word| word.is(tables::THIRD_PARTY))
}

/// What a denial leaves open without an exception word: another sense, money alone, one purpose, one kind of buyer.
fn has_gap(reading: &Reading) -> bool {
    let money = reading.says(tables::MONEY_ONLY) && !reading.says(tables::VALUABLE);
    let after = reading.found.end..reading.clause.end.max(reading.found.end);
    reading.says(tables::SENSE_HEDGE) || money || leaves_the_rest(reading) || is_for_purpose(reading, after)
}

/// "We do not sell (or share) any other data": of what was named before, nothing is said.
fn leaves_the_rest(reading: &Reading) -> bool {
    let object = &reading.sentence.words[reading.found.head..reading.found.end];
    let other = object.iter().position(|word| *word == word::OTHER);
    let leads = |word: &Word| word.is_any(&[tables::SALE_VERB, tables::HAND_OVER, tables::AND, tables::ANY]);
    other.is_some_and(|other| object[..other].iter().all(leads))
}

fn is_for_purpose(reading: &Reading, after: std::ops::Range<usize>) -> bool {
    let words = &reading.sentence.words;
    let including = |at: usize| {
        let before = at.saturating_sub(4).max(after.start).min(at);
        let joined = at > before && words[at - 1].is(tables::AND);
        joined || words[before..at].iter().any(|word| word.is_any(&[tables::EXAMPLE_WORD, tables::NOT]))
    };
    let more = |at: usize| words[at].is(tables::AND) && words.get(at + 1).copied().is_some_and(is_verb);
    let after = after.start..after.clone().find(|&at| more(at)).unwrap_or(after.end);
    let cross_context = finds(reading, reading.found.head..after.end, tables::CROSS_CONTEXT);
    let narrow =
        |at: usize| phrase_at(words, at, tables::OTHERS_PURPOSE).is_some() || is_purpose(&words[at..]);
    !cross_context && after.clone().any(|at| narrow(at) && !including(at))
}

/// "… your data or share it for marketing": the purpose is that of another verb with its own object.
fn is_verb(word: Word) -> bool {
    word.is_any(&[tables::HAND_OVER, tables::SELLING])
}

/// "for their own", "for third parties' marketing", but not "for any purpose".
fn is_purpose(words: &[Word]) -> bool {
    let near = &words[1..words.len().min(8)];
    let named = near.iter().position(|word| word.is(tables::PURPOSE_NOUN));
    words[0] == word::FOR
        && named.is_some_and(|named| {
            !near[..named].iter().any(|word| *word == COMMA || word.is_any(&[tables::ANY, tables::AND]))
        })
}

/// "of children under 16", but not "including children".
pub(super) fn is_for_minors(reading: &Reading) -> bool {
    let words = &reading.sentence.words;
    let mut clause = reading.clause.start..end(reading);
    reading.scope.minors_heading
        || clause.any(|at| {
            let among = words[reading.found.end.min(at)..at].iter().any(|word| word.is(tables::INCLUDE));
            !among
                && phrase_at(words, at, tables::MINORS).is_some()
                && !words[at.saturating_sub(4)..at].iter().any(|word| word.is(tables::SOME_PEOPLE_WORD))
        })
}

/// The object is one kind of data only.
fn is_for_some_data(reading: &Reading) -> bool {
    let words = &reading.sentence.words;
    let after = reading.found.end..words.len().min(reading.found.end + 5);
    let collected = words[after.clone()].contains(&word::COLLECTED);
    let about = words[after.clone()].first().is_some_and(|word| word.is(tables::ABOUT))
        && words[after.clone()].get(1) != Some(&word::YOU);
    let object = reading.found.start.saturating_sub(2)..reading.found.end;
    let last = object.clone().rev().find(|&at| words[at].is(tables::AND)).unwrap_or(object.start);
    let more = words[object.end..].first().is_some_and(|word| word.is(tables::AND))
        && words[object.end..].iter().take(4).any(|word| word.is(tables::DATA));
    let subject = reading.clause.start.min(object.end)..object.end;
    finds(reading, subject, tables::OPT_IN_DATA)
        || !more && finds(reading, last..object.end, tables::SOME_DATA)
        || (collected || about) && finds(reading, after, tables::SOME_DATA)
}

/// "We do not sell aggregate data": what is known of a person is not spoken of.
fn is_for_aggregate(reading: &Reading) -> bool {
    let span = &reading.sentence.words[reading.found.head.min(reading.found.end)..reading.found.end];
    let joined = span.iter().any(|word| word.is_any(&[tables::AND, tables::PERSON]));
    !joined && stands_in(span, tables::AGGREGATE_WORD)
}

/// Where the clause ends: also before ", nor do we".
fn end(reading: &Reading) -> usize {
    let words = &reading.sentence.words;
    let from = reading.found.end;
    let nor = (from..reading.clause.end.max(from))
        .find(|&at| words[at] == COMMA && words[at + 1..].starts_with(&[word::NOR]));
    nor.unwrap_or(reading.clause.end.max(from))
}

/// "If you opt out, we will no longer sell": a promise that hangs on a choice presupposes the sale.
fn hangs_on_choice(reading: &Reading) -> bool {
    let words = &reading.sentence.words;
    let fronted = reading.sentence.lead..reading.clause.start;
    let condition = fronted.clone().any(|at| words[at].is(tables::UPON));
    let from = reading.found.end.min(words.len());
    let later = (from..words.len().min(from + 8)).find(|&at| words[at].is(tables::UPON));
    let later = later.filter(|&at| !words[at].is(tables::EXCEPT));
    let inserted = reading.clause.start.checked_sub(1).is_some_and(|at| words[at] == OPEN);
    condition && !inserted && finds(reading, fronted, tables::CHOICE)
        || later.is_some_and(|at| finds(reading, at..words.len().min(at + 8), tables::CHOICE))
}
