//! Signals of DNT HANDLING (codebook A2), and of its neighbour, the Global Privacy Control.

use super::{Reading, by_polarity};
use crate::clause::{Actor, Modality};
use crate::engine::tables;

pub(super) fn signal(reading: &Reading) -> Option<&'static str> {
    let clause = reading.clause;
    let plain = by_polarity(reading)?;
    if plain == "N?" || plain == "N0" {
        return Some(plain);
    }
    let noncommittal = clause.negated && (clause.modality == Modality::May || clause.not_obliged);
    let theirs = clause.actor == Actor::Partner || reading.is_theirs();
    Some(match plain {
        _ if reading.is_mention() && !reading.anywhere() => "N?",
        _ if theirs || noncommittal => "N?",
        "N+" | "N-" if reading.says(tables::NOT_ALL) => "N+p",
        "N+" if reading.says(tables::SOME_PARTS) => "N+p",
        signal => signal,
    })
}

pub(super) fn gpc_signal(reading: &Reading) -> Option<&'static str> {
    let plain = by_polarity(reading)?;
    let theirs = reading.clause.actor == Actor::Partner;
    Some(if theirs { "G?" } else { plain })
}
