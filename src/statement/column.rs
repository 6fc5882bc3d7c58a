//! Tables: a header says what a column tells, the cell under it whether it is so (codebook 0.11).

use crate::clause::{Actor, Clause, Modality};
use crate::document::BlockKind;
use crate::engine::{Found, tables};
use crate::sentence::Sentence;
use crate::words::{CELL, DASH};

/// The cell under the header in which something was found, where it answers; nothing for a blank cell.
pub(super) fn cell(sentence: &Sentence, header: &Found) -> Option<Found> {
    let in_header = sentence.kind == BlockKind::Row && header.end <= sentence.lead;
    if !in_header || heads_another_matter(sentence, header) {
        return None;
    }
    let column = sentence.words[..header.start].iter().filter(|word| **word == CELL).count();
    let mut cells = sentence.own().split(|word| *word == CELL);
    let before: usize = cells.by_ref().take(column).map(|cell| cell.len() + 1).sum();
    let words = cells.next()?;
    let start = sentence.lead + before;
    (!words.is_empty()).then(|| Found { start, end: start + words.len(), head: start, ..*header })
}

/// "Purpose of the sale", "Disclosed or sold": a column that answers another question, or two at once.
fn heads_another_matter(sentence: &Sentence, header: &Found) -> bool {
    let lead = &sentence.words[..sentence.lead];
    let start = lead[..header.start].iter().rposition(|word| *word == CELL).map_or(0, |at| at + 1);
    let end = lead[start..].iter().position(|word| *word == CELL).map_or(lead.len(), |at| start + at);
    lead[start..end].iter().any(|word| word.is(tables::OTHER_COLUMN))
}

/// What the cell says: a plain clause of ours, denied where the cell answers no.
pub(super) fn clause(sentence: &Sentence, cell: &Found, read: Clause) -> Clause {
    let first = sentence.words[cell.start];
    let none = first == DASH || first.is(tables::COLUMN_NO);
    Clause { actor: Actor::We, modality: Modality::Does, negated: none, exception: None, tail: None, ..read }
}
