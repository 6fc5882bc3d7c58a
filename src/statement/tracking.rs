//! Signals of TRACKING (codebook A1).

use super::{Reading, by_polarity};
use crate::clause::{Actor, Modality};
use crate::document::BlockKind;
use crate::engine::{Word, phrase_at, stands_in, tables, word};
use crate::standing::Standing;
use crate::words::{CELL, COLON, COMMA, DASH, STOP};

pub(super) fn signal(reading: &Reading) -> Option<&'static str> {
    let plain = by_polarity(reading)?;
    if is_outside(reading, plain)
        || plain != "T?" && is_taken_back(reading)
        || is_denied_row(reading)
        || is_wish(reading, plain)
        || reaches_a_denial(reading)
    {
        return None;
    }
    if !reading.asserts() && !reading.anywhere() {
        return presupposed(reading, plain);
    }
    match (plain, modality(reading)) {
        ("T-A" | "T-X" | "T-3" | "T-d", Modality::Hypothetical | Modality::Embedded) => None,
        ("T+S" | "T+X", Modality::Embedded) if reading.clause.actor == Actor::Partner => Some("T?"),
        ("T-A" | "T-X" | "T-3", _) => Some(denial(reading, plain)),
        ("T+X" | "T+S", Modality::Hypothetical) if !reading.anywhere() => Some("T?"),
        ("T+E", _) if controls_cookies(reading) => Some("T?"),
        _ => Some(plain),
    }
}

/// "Partners with whom we work to …": what follows "whom" is told by the way.
fn modality(reading: &Reading) -> Modality {
    let opener = reading.clause.start.checked_sub(1).and_then(|at| reading.sentence.words.get(at));
    if opener == Some(&word::WHOM) { Modality::Does } else { reading.clause.modality }
}

/// Others act, and not through this service, or the reader does. "You are tracked" has no actor of its own. What one may
/// "exercise choice regarding" is not told.
fn is_outside(reading: &Reading, plain: &str) -> bool {
    let before = reading.found.head.saturating_sub(3)..reading.found.head;
    let passive = reading.sentence.words[before].iter().any(|word| word.is(tables::BEING));
    let reader_acts = plain != "T?" && reading.asserts() && !passive;
    let recited = stands_in(&reading.sentence.words[..reading.found.head], tables::CHOICE_NAMED);
    recited || reading.is_theirs() && (reading.clause.actor == Actor::Outsider || reader_acts)
}

/// "You do not want to be tracked": the "not" is the reader's.
fn is_wish(reading: &Reading, plain: &str) -> bool {
    let start = reading.clause.start.min(reading.found.head);
    plain.starts_with("T-") && stands_in(&reading.sentence.words[start..reading.found.head], tables::WISH)
}

/// "They collect …, and they cannot follow you", "… and never analyzed", "… is never tracked": what was found reaches
/// into what denies it.
fn reaches_a_denial(reading: &Reading) -> bool {
    let span = &reading.sentence.words[reading.found.head..reading.found.end];
    let begins = |at: usize| span[at - 1].is(tables::AND) && span[at].is(tables::NOMINATIVE);
    let denied = |at: usize| span[at + 1..].iter().take(2).any(|word| word.is(tables::NOT));
    let is_done =
        |at: usize| phrase_at(span, at, tables::COLLECTING).or(phrase_at(span, at, tables::FOLLOW)).is_some();
    let joins = |at: usize| span[at].is(tables::AND) || span[at].is(tables::BEING) && is_done(at + 2);
    let takes_back = |at: usize| span[at].is(tables::NOT) && joins(at - 1);
    (1..span.len()).any(|at| begins(at) && denied(at) || takes_back(at))
}

/// "If you delete cookies, you have to log in again": a warning tells of no use.
fn controls_cookies(reading: &Reading) -> bool {
    let from = reading.found.start.saturating_sub(3);
    let logs = stands_in(reading.span(), tables::TECH_LOGS);
    !logs && stands_in(&reading.sentence.words[from..reading.found.end], tables::CONTROLS)
}

/// "You can stop us from following you …": what we do is presupposed, not said.
fn presupposed(reading: &Reading, plain: &'static str) -> Option<&'static str> {
    let told = matches!(reading.standing, Standing::Instructs | Standing::Recites);
    if told && matches!(plain, "T+X" | "T+S") && is_told_by_the_way(reading) {
        return Some(plain);
    }
    let ours = reading.sentence.words.iter().any(|word| word.is(tables::WE));
    let own = reading.sentence.words.iter().any(|word| word.is(tables::OWN));
    let warned = (ours || own) && reading.says(tables::WARNING);
    if told && plain == "T?" && (warned || reading.says(tables::OWN_COOKIES)) {
        return Some("T?");
    }
    (told && ours && matches!(plain, "T+X" | "T+S" | "T-X")).then_some("T?")
}

/// "You may opt out of our use of data that we collect …": what we do is said in passing.
fn is_told_by_the_way(reading: &Reading) -> bool {
    let words = &reading.sentence.words;
    let start = reading.clause.start;
    let relative = start.checked_sub(1).is_some_and(|at| words[at].is(tables::RELATIVE));
    relative && words.get(start) == Some(&word::WE) && reading.clause.modality == Modality::Does
}

/// "Search queries are not logged", "Page views: we do not record them": what the list or the label begins is denied
/// after it.
fn is_taken_back(reading: &Reading) -> bool {
    let found = reading.found;
    let after = &reading.sentence.words[found.end..];
    let next = |on: usize| after.get(on).copied().unwrap_or_default();
    let labels = matches!(next(0), COLON | DASH | CELL) && denies_recording(&after[1..]);
    found.head == found.start && (next(0).is(tables::BEING) && next(1).is(tables::NOT) || labels)
}

/// "We do not record", "not collected".
fn denies_recording(words: &[Word]) -> bool {
    let not = words.iter().take(4).position(|word| word.is(tables::NOT));
    let verb =
        |at: usize| [tables::COLLECTING, tables::FOLLOW].iter().any(|&of| phrase_at(words, at, of).is_some());
    not.is_some_and(|not| (not + 1..not + 4).any(verb))
}

/// A row whose cell says "No".
fn is_denied_row(reading: &Reading) -> bool {
    let own = reading.sentence.own();
    let cells = own.split(|word| *word == CELL);
    reading.sentence.kind == BlockKind::Row
        && cells.into_iter().any(|cell| matches!(cell, [word] if word.is(tables::NOT_DETERMINER)))
}

/// A tool that follows nobody, unless it is denied itself, "no cookies and no tracking", "does not set cookies and does
/// not …", or left behind, "we use cookies and do not …".
fn has_thing(words: &[Word]) -> bool {
    let not = |run: &[Word]| run.iter().any(|word| word.is(tables::NOT));
    let denied = |at: usize| {
        at > 0 && words[at - 1].is(tables::NOT_DETERMINER)
            || not(&words[at.saturating_sub(4)..at]) && not(&words[at..])
    };
    let ours = words.first().is_some_and(|word| word.is(tables::NOMINATIVE));
    let and = words.iter().rposition(|word| word.is(tables::AND)).filter(|_| ours);
    (and.unwrap_or_default()..words.len()).any(|at| words[at].is(tables::T_THING) && !denied(at))
}

/// "Your files are never tracked": the subject of the passive tells which of your things.
fn names_a_thing(reading: &Reading) -> bool {
    let before = &reading.sentence.words[reading.sentence.lead.min(reading.found.start)..reading.found.start];
    let passive = reading.span().first().is_some_and(|first| first.is(tables::BEING));
    let known = [tables::DOINGS, tables::DATA, tables::USE_DATA].iter().any(|&of| stands_in(before, of));
    passive && before.contains(&word::YOUR) && !known
}

/// "We do not track your parking visits": the word before tells which of them.
fn names_a_kind(reading: &Reading) -> bool {
    let Some([before, last]) = reading.span().last_chunk() else { return false };
    let plain = [tables::PERSONAL, tables::OWNER_WORD, tables::PREPOSITION, tables::AND, tables::ONLINE];
    reading.sentence.words[reading.found.head].is(tables::FOLLOW)
        && last.is(tables::DOINGS)
        && !before.is(tables::FOLLOW)
        && !before.is_any(&plain)
}

/// "We do not track you or sell …", "log your visits, content or …": what follows narrows another verb or thing.
fn joins_another(words: &[Word], at: usize, end: usize) -> bool {
    let Some(next) = words.get(at + 1) else { return false };
    let listed = at == end && words[at] == COMMA && !next.is_any(&[tables::PREPOSITION, tables::CONDITION]);
    listed || words[at].is(tables::AND) && next.is(tables::CLAUSE_VERB)
}

/// "We do not track you, but our advertisers may", "…, the plug-ins allow others to do so": what others do is admitted by
/// an unfinished clause.
fn others_do(words: &[Word]) -> bool {
    let [said @ .., last, STOP] = words else { return false };
    let so = said.ends_with(&[word::TO, word::DO]);
    let theirs = last.is(tables::AUXILIARY) && !said.ends_with(&[word::YOU]);
    (theirs || so) && stands_in(said, tables::THIRD_PARTY)
}

/// A denial is general only where nothing narrows it: no tool, no kind of data, no group, no condition. The law's formula
/// ("personally identifiable information about your online activities over time and across …") names no kind.
fn denial(reading: &Reading, plain: &'static str) -> &'static str {
    let clause = reading.clause;
    let words = &reading.sentence.words;
    let end = clause.end.max(reading.found.end);
    let end = (reading.found.end..end).find(|&at| joins_another(words, at, reading.found.end)).unwrap_or(end);
    let whole = &words[clause.start.min(reading.found.head)..end];
    let before = &words[clause.start.min(reading.found.start)..reading.found.start];
    let after = &words[reading.found.head..end];
    let scope = reading.scope;
    let visits = words.get(reading.found.end + 1).is_some_and(|word| word.is(tables::DOINGS));
    let whom = words.get(reading.found.end) == Some(&word::WHO) && !visits;
    let formula = whole.windows(2).any(|run| run == [word::OVER, word::TIME]);
    let narrowed = !formula && stands_in(whole, tables::T_NARROW)
        || others_do(&words[reading.found.end..])
        || !formula && stands_in(&words[..clause.end.max(reading.found.end)], tables::CONDITIONS)
        || has_thing(before)
        || clause.exception.is_some_and(|exception| !exception.is_benign())
            && clause.tail.is_none_or(|tail| tail < clause.end);
    let rest = &words[reading.found.head..clause.end.max(reading.found.end)];
    let beyond = rest.contains(&word::BEYOND);
    let one_tool = words.get(reading.found.end).is_some_and(|word| word.is(tables::COOKIE));
    if narrowed
        || beyond
        || whom
        || one_tool
        || scope.minors
        || scope.europe
        || names_a_kind(reading)
        || names_a_thing(reading)
    {
        "T-d"
    } else if clause.actor == Actor::Partner {
        "T-3"
    } else if stands_in(after, tables::ELSEWHERE) || stands_in(reading.span(), tables::ELSEWHERE) {
        "T-X"
    } else if plain == "T-A" && stands_in(reading.span(), tables::THIRD_PARTY) {
        "T-3"
    } else {
        plain
    }
}
