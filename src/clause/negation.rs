//! Whether a clause denies what is found in it (codebook 0.5).

use super::finds;
use super::frame::Frame;
use super::subject::{Subject, in_brackets};
use crate::engine::{Found, Word, phrase_at, tables, word};
use crate::words::{CLOSE, COMMA, OPEN, SEMICOLON};

/// The most words of a list over which one "no" reaches.
const LONGEST_LIST: usize = 14;

/// The most words over which a "without" reaches.
const LONGEST_WITHOUT: usize = 4;

/// An odd number of negators between the clause's start and the practice, less those that deny nothing.
pub(super) fn negated(words: &[Word], frame: &Frame, subject: Option<Subject>, found: &Found) -> bool {
    let from = reasserted(words, frame.start, found.head);
    let from = beyond(words, from, found.head).unwrap_or(from);
    let aside = opened_before(words, found);
    let governs = |at| {
        negates(words, at, subject, found)
            && !in_brackets(words, at, found.head)
            && aside.is_none_or(|open| at < open)
    };
    let before = !begins_anew(words, found.head) && (from..found.head).any(governs)
        || from == frame.start && frame.opener == word::NOR;
    let inside = (found.head + 1..found.end).any(|at| {
        words[at].is_any(&[tables::NOT_DETERMINER, tables::NEITHER]) && !is_false_friend(words, at)
    });
    let close = found.end.min(words.len())..words.len().min(found.end + 3);
    let after =
        close.into_iter().any(|at| words[at].is(tables::NOT_DETERMINER) && !is_false_friend(words, at))
            && !words[found.end..]
                .iter()
                .take(2)
                .any(|word| [COMMA, SEMICOLON].contains(word) || word.is(tables::AND));
    let flipped = finds(words, frame.start.saturating_sub(6)..found.head, tables::FLIPS);
    let beyond = denies_all_such(words, frame) || goes_on_denying(words, frame, found.head);
    let excepted = self::beyond(words, found.head, found.end).is_some();
    (before || inside || after || beyond) && !flipped && !excepted
}

/// "Your clicks (but not your name) are used …": where the bracket was opened in which what was found begins, if it
/// goes on beyond it.
fn opened_before(words: &[Word], found: &Found) -> Option<usize> {
    let bracket = |word: &&Word| **word == OPEN || **word == CLOSE;
    let leaves = words[found.head..found.end].iter().find(bracket) == Some(&CLOSE);
    leaves.then(|| words[..found.head].iter().rposition(|word| *word == OPEN)).flatten()
}

/// "Not to repeat an ad and to choose the next": the second "to" leaves the denial behind.
fn begins_anew(words: &[Word], head: usize) -> bool {
    head >= 2 && words[head - 1] == word::TO && words[head - 2] == word::AND
}

/// "No cookies beyond the one that …": what is excepted is not denied.
fn beyond(words: &[Word], from: usize, head: usize) -> Option<usize> {
    let excepts = |at: &usize| words[*at].is(tables::BEYOND) && !words[*at..head].contains(&COMMA);
    (from..head).rev().find(excepts)
}

/// "It is not shared and is used to …", "not to …, only to …": from where on a denial no longer holds.
fn reasserted(words: &[Word], start: usize, head: usize) -> usize {
    let and = word::AND;
    let anew = |at: &usize| {
        let next = words.get(at + 1).copied().unwrap_or_default();
        words[*at] == and && *at + 1 < head && next.is(tables::BEING)
            || words[*at] == COMMA && next.is(tables::RATHER)
    };
    (start..head).rev().find(anew).map_or(start, |at| at + 1)
}

/// "We use no cookies that …", "do not belong to any group that …": the denial reaches into the relative clause.
fn denies_all_such(words: &[Word], frame: &Frame) -> bool {
    let (opener, relative) = (frame.opened_at, frame.opener.is(tables::RELATIVE));
    let (from, embeds) = (opener.saturating_sub(6), frame.opener.is(tables::EMBEDDING));
    if (relative || embeds) && uses_none(words, opener.saturating_sub(9), opener) {
        return true;
    }
    if !relative || beyond(words, from, opener).is_some() {
        return embeds && denied_just_before(words, opener);
    }
    let any = (from..opener).rev().find(|&at| words[at].is(tables::ANY));
    any.is_some_and(|any| {
        words[any].is(tables::NOT_DETERMINER)
            || (any.saturating_sub(6)..any)
                .any(|at| phrase_at(words, at, tables::NOT).is_some() && !is_false_friend(words, at))
    })
}

/// "We do not track what you do elsewhere": what is not looked at is not seen.
fn denied_just_before(words: &[Word], opener: usize) -> bool {
    let denies = |at: usize| words[at].is(tables::NOT) && !is_false_friend(words, at);
    !words[opener.saturating_sub(3)..opener].contains(&COMMA)
        && (opener.saturating_sub(3)..opener).any(denies)
}

/// "We do not use tools that follow you": the tools are not used, and so they do not.
fn uses_none(words: &[Word], from: usize, opener: usize) -> bool {
    let word = |at: usize| words.get(at).copied().unwrap_or_default();
    let used = |at: usize| {
        phrase_at(words, at, tables::NOT).is_some_and(|end| word(end).is(tables::EMPLOYS))
            && !is_false_friend(words, at)
    };
    let data = from < opener && word(opener - 1).is(tables::DATA);
    !data && !word(opener + 1).is(tables::NOMINATIVE) && (from..opener).any(used)
}

/// "We do not sell data of people that we know to be young, or share it", "do not record how you read or share it": the
/// "or" goes back behind what the relative or the "how" began.
fn goes_on_denying(words: &[Word], frame: &Frame, head: usize) -> bool {
    let before = &words[head.saturating_sub(3)..head];
    let or = before.last() == Some(&word::OR) && !before.contains(&word::AND);
    let denied = |at: usize| phrase_at(words, at, tables::NOT).is_some() && !is_false_friend(words, at);
    or && frame.opener.is_any(&[tables::RELATIVE, tables::EMBEDDING]) && (0..frame.opened_at).any(denied)
}

fn negates(words: &[Word], at: usize, subject: Option<Subject>, found: &Found) -> bool {
    if words[at].is(tables::WITHOUT) {
        let between = &words[at..found.head];
        let listed = between.ends_with(&[word::OR])
            && !between.iter().any(|word| word.is_any(&[tables::AUXILIARY, tables::NOMINATIVE]));
        return (found.head - at <= LONGEST_WITHOUT || listed) && !is_false_friend(words, at);
    }
    if phrase_at(words, at, tables::NOT).is_none() || is_false_friend(words, at) {
        return false;
    }
    if words[at].is(tables::NOT_DETERMINER) {
        let near_subject = subject.is_some_and(|subject| subject.start == at + 1);
        let none_of = words.get(at + 1) == Some(&word::OF);
        return near_subject || none_of || found.head - at <= 6 || is_list(&words[at + 1..found.head]);
    }
    true
}

/// "No names, mails, posts or browsing": nothing between but what is listed.
fn is_list(words: &[Word]) -> bool {
    words.len() <= LONGEST_LIST && words.contains(&COMMA) && is_verbless(words)
}

pub(super) fn is_verbless(words: &[Word]) -> bool {
    !words.iter().any(|word| word.is_any(&[tables::CLAUSE_VERB, tables::AUXILIARY]))
}

/// "not only", "whether or not", "no later than", "without limitation".
fn is_false_friend(words: &[Word], at: usize) -> bool {
    (at.saturating_sub(2)..=at)
        .any(|from| phrase_at(words, from, tables::NOT_ONLY).is_some_and(|end| end > at))
}
