//! Signals of THIRD-PARTY ADS (codebook A3).
//!
//! One signal is the reader's own: `A~`, ads are chosen by data, but whose ads is not said. The document decides
//! what it amounts to ([`crate::verdict::ads`]).

use super::{Reading, Statement, by_polarity};
use crate::clause::{Actor, Exception};
use crate::engine::{Ask, Vocabulary, Word, phrase_at, stands_in, tables, word};
use crate::standing::Standing;
use crate::words::COMMA;

/// The most tokens of a list's item that names vendors.
const LONGEST_ITEM: usize = 12;

/// What a sentence says of targeted ads says that there are ads.
pub(super) fn settle(statements: &mut Vec<Statement>, from: usize) {
    if statements[from..].iter().any(|statement| statement.signal == "A+T" && !statement.implied) {
        let mut at = 0;
        statements.retain(|statement| {
            at += 1;
            at <= from || !matches!(statement.signal, "A+" | "A~")
        });
    }
}

pub(super) fn signal(reading: &Reading) -> Option<&'static str> {
    if reading.standing == Standing::Asks && !reading.asserts() {
        return None;
    }
    if reading.standing == Standing::Defines {
        return None;
    }
    if reading.anywhere() {
        return by_polarity(reading);
    }
    if names_a_business(reading) || (reading.rule.affirmed == "A+" && is_own(reading)) {
        return None;
    }
    if reading.is_mention() {
        return presupposed(reading);
    }
    if reading.is_theirs() && reading.clause.actor == Actor::Outsider {
        return None;
    }
    match by_polarity(reading)? {
        "A+" if is_denied_inside(reading) => denied(reading),
        "A+T" => targeted(reading),
        "A-t" => not_targeted(reading),
        "A-" => denied(reading),
        signal => Some(signal),
    }
}

/// "Advertising partners", "advertising emails": the word is no ad there, unless the rule asks for just these words.
fn names_a_business(reading: &Reading) -> bool {
    let words = &reading.sentence.words;
    let found = reading.found;
    let governed = |at: usize, noun: Vocabulary| {
        phrase_at(words, at, tables::ADS).and_then(|end| phrase_at(words, end, noun))
    };
    if phrase_at(words, found.start, tables::AD_COMPANY) == Some(found.end) {
        return reading.sentence.own().len() > LONGEST_ITEM;
    }
    let last = if is_named(reading) { tables::AD_PAGE } else { tables::AD_ATTRIBUTE };
    let partner = reading.rule.asks.iter().any(|ask| matches!(ask, Ask::Partner | Ask::Others));
    let first = governed(found.start, tables::AD_ATTRIBUTE).is_some_and(|end| end != found.end);
    (first && !partner) || governed(found.end - 1, last).is_some()
}

/// Whether what was found is only a name: "targeted advertising".
fn is_named(reading: &Reading) -> bool {
    phrase_at(&reading.sentence.words, reading.found.start, tables::CHOSEN).is_some()
}

/// An opt-out from what "our partners" do presupposes that they do it (rule d).
fn presupposed(reading: &Reading) -> Option<&'static str> {
    match reading.rule.affirmed {
        "A+T" if partners_are_named(reading) && is_about_here(reading) => Some("A+T"),
        "A+T" | "A+" => Some("A?"),
        "A0m" if reading.standing != Standing::Recites => Some("A0m"),
        _ => None,
    }
}

fn partners_are_named(reading: &Reading) -> bool {
    let ours = reading.sentence.words.iter().any(|word| word.is_any(&[tables::WE, tables::OWN]));
    let partners = reading.says(tables::OUR_PARTNERS) || (ours && names_others(reading));
    partners && !reading.says(tables::SIGNAL_NAME)
}

fn names_others(reading: &Reading) -> bool {
    let others = [tables::AD_AGENT, tables::AD_COMPANY, tables::AD_ELSEWHERE, tables::OTHER_PLACES];
    others.iter().any(|&words| reading.says(words))
}

fn targeted(reading: &Reading) -> Option<&'static str> {
    if is_contextual(reading) {
        None
    } else if is_denied_inside(reading) {
        not_targeted(reading)
    } else if !is_about_here(reading) {
        Some("A?")
    } else if others_choose(reading) {
        Some(if reading.says(tables::FLIPS) && reading.is_implied() { "A?" } else { "A+T" })
    } else if is_own(reading) {
        None
    } else {
        Some("A~")
    }
}

/// Others are named, act, or are what the rule is about.
fn others_choose(reading: &Reading) -> bool {
    let act = reading.clause.actor == Actor::Partner;
    act || names_others(reading) || reading.rule.asks.contains(&Ask::Partner)
}

/// "Advertising is not allowed here", "we run it without ads": the negator stands among the words found.
fn is_denied_inside(reading: &Reading) -> bool {
    let span = reading.span();
    let last = &span[span.len().saturating_sub(4)..];
    stands_in(span, tables::NOT) && !stands_in(span, tables::NOT_ONLY) || stands_in(last, tables::WITHOUT)
}

/// "Contextual ads", "non-personalized ads"; not "cross-contextual".
fn is_contextual(reading: &Reading) -> bool {
    let found = &reading.sentence.words[reading.found.start.saturating_sub(1)..reading.found.end];
    stands_in(found, tables::CONTEXTUAL) && !stands_in(found, tables::CROSS_WORD)
}

/// "Targeted advertising is more effective" says nothing of this page.
fn is_about_here(reading: &Reading) -> bool {
    let named = reading.sentence.words.first() == Some(&Word::default());
    let here = named || [tables::WE, tables::HERE_WORD, tables::YOU].iter().any(|&word| reading.says(word));
    !is_named(reading) || (here && !reading.says(tables::SIGNAL_NAME) && !speaks_in_general(reading))
}

/// "Targeted advertising is common": what it is, not who does it.
fn speaks_in_general(reading: &Reading) -> bool {
    let mut after = reading.sentence.words[reading.found.end..].iter();
    let verb = after.next().is_some_and(|word| word.is(tables::STAYS_GENERAL));
    verb && !after.next().is_some_and(|word| word.is(tables::MADE_OF))
}

/// "If you opt out, the ads will not be tailored to you": they are now.
fn not_targeted(reading: &Reading) -> Option<&'static str> {
    let scope = reading.scope;
    if begins_anew(reading) || is_wish(reading) {
        None
    } else if reading.says(tables::STILL_SEEN) {
        Some(if names_others(reading) { "A+T" } else { "A~" })
    } else if reading.says(tables::DATA_KIND) {
        None
    } else {
        Some(if scope.minors || scope.europe { "A?" } else { "A-t" })
    }
}

/// "People who asked not to get ads": the "not" is the reader's.
fn is_wish(reading: &Reading) -> bool {
    let before = &reading.sentence.words[..reading.found.head];
    stands_in(before, tables::WISH) || before.ends_with(&[word::NOT, word::TO])
}

/// "We give them no data, advertisers may …": what was found reaches into another clause.
fn begins_anew(reading: &Reading) -> bool {
    let span = reading.span();
    let subjects = [tables::WE, tables::YOU, tables::AD_AGENT];
    let begins = |at: usize| subjects.iter().any(|&subject| phrase_at(span, at, subject).is_some());
    (1..span.len()).any(|at| span[at - 1] == COMMA && begins(at))
}

fn denied(reading: &Reading) -> Option<&'static str> {
    let words = &reading.sentence.words;
    let limit = (reading.found.start..=reading.found.end).any(|at| limits_content(words, at))
        || names_ad_kind(reading.span());
    let material = matches!(reading.clause.exception, Some(Exception::Consent | Exception::Open))
        || words.contains(&word::UNLESS);
    let without = words[..reading.found.head].iter().rev().take(3).any(|word| word.is(tables::WITHOUT));
    let plain = reading.rule.asks.contains(&Ask::Plain);
    if is_wish(reading) || !plain && (without || denies_some_kind(reading)) {
        None
    } else if reading.says(tables::PREMIUM) || stands_in(reading.span(), tables::MORE_THAN) {
        Some("A+")
    } else if limit || material || hangs_on_choice(reading) || reading.scope.minors || reading.scope.europe {
        Some("A?")
    } else {
        Some("A-")
    }
}

/// "If you …, we show no ads": of those who do not, nothing is said.
fn hangs_on_choice(reading: &Reading) -> bool {
    let start = reading.clause.start.min(reading.found.head);
    let before = &reading.sentence.words[reading.sentence.lead.min(start)..start];
    before.contains(&word::IF) || stands_in(before, tables::CHOICE)
}

/// "Advertising for tobacco", "ads that …": only some ads are spoken of.
fn limits_content(words: &[Word], at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let after_ads =
        words[before].is(tables::ADS) && words.get(at).is_some_and(|word| word.is(tables::CONTENT_LIMIT));
    let of_others = phrase_at(words, at + 1, tables::AD_AGENT).is_some();
    after_ads && !of_others && phrase_at(words, at, tables::OF_ANY).is_none()
}

/// Targeted ads, ads elsewhere, ads by some kind of data or cookies: others may be there.
fn denies_some_kind(reading: &Reading) -> bool {
    let start = reading.found.start;
    let before = &reading.sentence.words[start.saturating_sub(2)..=start];
    let company = phrase_at(&reading.sentence.words, start, tables::AD_COMPANY).is_some();
    let before_it = &reading.sentence.words[reading.clause.start.min(start)..start];
    let of_data = before_it.rsplit(|word| *word == COMMA).next().unwrap_or_default();
    let after = reading.sentence.words[start..].split(|word| *word == COMMA).next().unwrap_or_default();
    let kinds = [tables::STILL_SEEN, tables::OTHER_PLACES];
    company
        || stands_in(of_data, tables::DATA)
        || stands_in(before_it, tables::DATA_KIND)
        || stands_in(after, tables::DATA_KIND) && !shows_to_some(after)
        || reading.span().contains(&word::SAME)
        || stands_in(before, tables::CHOSEN)
        || stands_in(reading.span(), tables::CHOSEN)
        || kinds.iter().any(|&kind| reading.says(kind))
        || stands_in(before, tables::SOME_COOKIES)
}

/// "We show no ads to students": a kind of people, no kind of data.
fn shows_to_some(words: &[Word]) -> bool {
    let people = |at: usize| phrase_at(words, at + 1, tables::MINORS).is_some();
    (0..words.len()).any(|at| words[at] == word::TO && people(at))
}

/// "Pop-up ads".
fn names_ad_kind(span: &[Word]) -> bool {
    (0..span.len()).any(|at| phrase_at(span, at, tables::AD_KIND) == Some(span.len() - 1))
}

/// Ads for the company's own goods, on its own pages (`A0m`).
fn is_own(reading: &Reading) -> bool {
    let found = reading.found;
    let words = &reading.sentence.words;
    let near = &words[found.start.saturating_sub(2)..words.len().min(found.end + 3)];
    let own = |vocabulary: Vocabulary| stands_in(near, vocabulary);
    own(tables::OWN_ADS) && !names_others(reading)
}
