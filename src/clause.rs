//! The clause round a verb: who acts, whether, not, except what (codebook 0.5, 0.6, 0.8).

mod exception;
mod frame;
mod modality;
mod negation;
mod subject;

use std::ops::Range;

use crate::engine::{Found, Vocabulary, Word, phrase_at, tables};
use crate::sentence::Sentence;
use crate::words::SEMICOLON;

pub use exception::Exception;

/// Who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Actor {
    /// The company, its site, its service.
    We,
    /// A third party acting on or through this service.
    Partner,
    /// Linked sites, other users, browsers, "many websites", the law.
    Outsider,
    /// The reader.
    You,
}

/// How firmly it is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Modality {
    /// Is done.
    Does,
    /// May, might, can, could be done: a right reserved.
    May,
    /// Will be done.
    Will,
    /// Has been done.
    Past,
    /// Would be done if something happened: a mention only.
    Hypothetical,
    /// Stands in "how we …", "whether we …": presupposed, not asserted.
    Embedded,
}

/// What the clause says about the practice found in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a fact of the codebook's tuple, apart from the others"
)]
pub struct Clause {
    /// Who acts.
    pub actor: Actor,
    /// How firmly.
    pub modality: Modality,
    /// Whether it is denied.
    pub negated: bool,
    /// Whether only a duty is denied: "not required to".
    pub not_obliged: bool,
    /// Whether the denial is softened: "not in the business of", "at this time".
    pub softened: bool,
    /// Whether it speaks of what is done knowingly.
    pub knowingly: bool,
    /// What the tail excepts.
    pub exception: Option<Exception>,
    /// The token at which the excepting tail begins, if it follows the practice.
    pub tail: Option<usize>,
    /// First token of the clause.
    pub start: usize,
    /// One past its last token.
    pub end: usize,
}

/// Reads the clause round what was found.
#[must_use]
pub fn clause(sentence: &Sentence, found: &Found) -> Clause {
    let words = &sentence.words;
    let frame = frame::Frame::of(sentence, found.head);
    let subject = frame.subject(words, found.head);
    let verb_group = subject.map_or(frame.start, |subject| subject.end)..found.head;
    let reach = frame.start.min(found.head)..found.end;
    let end = clause_end(words, found.end);
    let tail = exception::tail(words, found);
    Clause {
        actor: subject::actor(words, found, &frame, subject),
        modality: modality::modality(words, &frame, verb_group.clone()),
        negated: negation::negated(words, &frame, subject, found),
        not_obliged: finds(words, reach.clone(), tables::NOT_OBLIGED),
        softened: finds(words, frame.start..end, tables::SOFT),
        knowingly: finds(words, frame.start..found.head, tables::KNOWINGLY),
        exception: exception::exception(words, frame.start, found, tail),
        tail,
        start: frame.start,
        end,
    }
}

fn clause_end(words: &[Word], from: usize) -> usize {
    (from..words.len())
        .find(|&at| {
            words[at] == SEMICOLON
                || words[at].is(tables::TURN)
                || frame::begins_after_comma(words, at, words.len() - 1)
        })
        .unwrap_or(words.len())
}

fn finds(words: &[Word], range: Range<usize>, vocabulary: Vocabulary) -> bool {
    range.into_iter().any(|at| phrase_at(words, at, vocabulary).is_some())
}
