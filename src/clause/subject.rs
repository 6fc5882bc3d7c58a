//! Who acts in a clause (codebook 0.6, 0.10).

use super::Actor;
use super::frame::{Frame, is_parallel};
use crate::engine::{Found, Vocabulary, Word, phrase_at, tables, word};
use crate::words::{CLOSE, COMMA, OPEN};

/// A subject: where it stands and what it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Subject {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) actor: Actor,
}

impl Frame {
    /// The nearest subject left of the head that is no object of a preposition.
    pub(super) fn subject(&self, words: &[Word], head: usize) -> Option<Subject> {
        let mut at = self.start;
        let mut nearest = self.name_and_others(words);
        if nearest.is_some() && !words[self.start..head].contains(&COMMA) {
            return nearest;
        }
        while at < head {
            if let Some(subject) = subject_at(words, at) {
                let governed = self.is_governed(words, at);
                let joined = nearest.is_some() && is_joined(&words[self.start..at]);
                let inside = in_brackets(words, at, head);
                let object = subject.actor == Actor::You && is_object(words, at);
                let listed = || words[self.start..at].iter().any(|word| word.is(tables::INCLUDE));
                let aside = (nearest.is_some() || listed()) && is_aside_of_you(words, subject, head);
                let free = !governed && !joined && !inside && !object && !aside && !is_compound(words, at);
                let parallel = is_parallel(words, head);
                let first = !parallel || nearest.is_none() && !words[self.start..at].contains(&word::TO);
                if free && first && subject.end <= head {
                    nearest = Some(subject);
                }
                at = subject.end;
            } else {
                at += 1;
            }
        }
        nearest
    }

    /// Whether a preposition governs what stands here: "with any third party", "to our users", "without third parties".
    fn is_governed(&self, words: &[Word], at: usize) -> bool {
        let mut before = words[self.start..at].iter().rev();
        before
            .find(|word| !word.is_any(&[tables::ARTICLE, tables::POSSESSIVE]))
            .is_some_and(|word| word.is_any(&[tables::PREPOSITION, tables::WITHOUT]))
    }

    /// "Lumora and its partners …": an unknown name that opens the clause leads those who follow it.
    fn name_and_others(&self, words: &[Word]) -> Option<Subject> {
        let start = self.start + usize::from(words.get(self.start)?.is(tables::NOT));
        let first = *words.get(start)?;
        let joined = words.get(start + 1).is_some_and(|word| word.is(tables::AND));
        let subject = Subject { start, end: start + 1, actor: Actor::We };
        (first == Word::default() && joined).then_some(subject)
    }
}

/// "We and our users": who is joined on does not lead.
fn is_joined(before: &[Word]) -> bool {
    let owner = usize::from(before.last().is_some_and(|word| word.is(tables::POSSESSIVE)));
    before.iter().rev().nth(owner).is_some_and(|word| word.is(tables::AND))
}

/// "manage user sessions", "no user tracking": a person's bare singular only describes the noun after it.
fn is_compound(words: &[Word], at: usize) -> bool {
    let bare = at > 0 && !words[at - 1].is(tables::DETERMINER);
    let tracking = words.get(at + 1).is_some_and(|next| next.is(tables::TRACKING_TOOL));
    words[at].is(tables::ONE_PERSON) && (bare || tracking)
}

/// "Recognize you", "show our visitors": who stands right after such a verb is its object.
fn is_object(words: &[Word], at: usize) -> bool {
    let before = words[..at].iter().rev().find(|word| **word != word::OUR);
    before.is_some_and(|verb| verb.is(tables::TAKES_PERSON))
}

/// "We bring the pages you ask for, count …": what you do there only describes the pages; but "the things you make,
/// sell or buy" are all yours.
fn is_aside_of_you(words: &[Word], subject: Subject, head: usize) -> bool {
    let verb = words[subject.end.min(head)..head].iter().take(3).position(|word| *word == COMMA);
    let shared = words.get(head + 1).is_none_or(|word| *word == COMMA || word.is(tables::AND));
    subject.actor == Actor::You && verb.is_some_and(|words_of_it| words_of_it > 0) && !shared
}

/// Whether the word stands in brackets that close before the head.
pub(super) fn in_brackets(words: &[Word], at: usize, head: usize) -> bool {
    let bracket = |word: &&Word| **word == OPEN || **word == CLOSE;
    words[at..head].iter().find(bracket) == Some(&CLOSE) && words[..at].iter().rfind(bracket) == Some(&OPEN)
}

/// A subject with its verb: "we do", "Lumora does".
pub(super) fn is_subject(words: &[Word], at: usize) -> bool {
    let verb = |at: usize| words.get(at).is_some_and(|word| word.is(tables::AUXILIARY));
    subject_at(words, at)
        .map_or(verb(at + 1), |subject| words[at].is(tables::NOMINATIVE) || verb(subject.end))
}

pub(super) fn subject_at(words: &[Word], at: usize) -> Option<Subject> {
    const KINDS: [(Vocabulary, Actor); 5] = [
        (tables::OUTSIDER, Actor::Outsider),
        (tables::WE, Actor::We),
        (tables::THEY, Actor::Partner),
        (tables::THIRD_PARTY, Actor::Partner),
        (tables::YOU, Actor::You),
    ];
    KINDS
        .iter()
        .filter_map(|&(kind, actor)| phrase_at(words, at, kind).map(|end| Subject { start: at, end, actor }))
        .max_by_key(|subject| subject.end)
}

pub(super) fn actor(words: &[Word], found: &Found, frame: &Frame, subject: Option<Subject>) -> Actor {
    if let Some(agent) = agent(words, found) {
        return agent;
    }
    if let Some(subject) = subject {
        return subject.actor;
    }
    antecedent(words, frame).or_else(|| resumed(words, frame)).unwrap_or(Actor::We)
}

/// "That partner sets a cookie so that it can …": "it" is the last who acted before.
fn resumed(words: &[Word], frame: &Frame) -> Option<Actor> {
    let it = word::IT;
    let before = frame.start.min(words.len());
    if words.get(before) != Some(&it) {
        return None;
    }
    (0..before).rev().find_map(|at| subject_at(words, at)).map(|subject| subject.actor)
}

/// "is collected by our partners": the agent of a passive.
fn agent(words: &[Word], found: &Found) -> Option<Actor> {
    if is_active(words, found.head) {
        return None;
    }
    let tail = found.head + 1..words.len().min(found.end + 4);
    tail.into_iter()
        .find(|&at| {
            let participle = at > found.head + 1 && words[at - 1].is(tables::SENT);
            let means = words.get(at + 1).is_some_and(|next| next.is(tables::EMBEDDING));
            words[at].is(tables::BY) && !participle && !means
        })
        .and_then(|by| (by + 1..=by + 2).find_map(|at| subject_at(words, at)))
        .map(|subject| subject.actor)
}

/// "We (do not) respond to signals sent by …": after "we", "do" or "may" without "be" the verb has its subject before it.
fn is_active(words: &[Word], head: usize) -> bool {
    let group = &words[head.saturating_sub(3)..head];
    let led = group.iter().any(|word| word.is_any(&[tables::AUXILIARY, tables::NOMINATIVE]));
    led && !group.iter().any(|word| word.is(tables::BEING))
}

/// "companies that …": a relative clause takes the noun before it.
fn antecedent(words: &[Word], frame: &Frame) -> Option<Actor> {
    if !frame.opener.is(tables::RELATIVE) {
        return None;
    }
    let from = frame.opened_at.saturating_sub(5);
    (from..frame.opened_at).filter_map(|at| subject_at(words, at)).next_back().map(|subject| subject.actor)
}
