//! Signals of TRACKING (codebook A1).

use super::{Reading, by_polarity};
use crate::clause::{Actor, Modality};
use crate::standing::Standing;

pub(super) fn signal(reading: &Reading) -> Option<&'static str> {
    let clause = reading.clause;
    if reading.is_theirs() {
        return None;
    }
    if !reading.asserts() && !(reading.anywhere() && reading.standing != Standing::Asks) {
        return None;
    }
    if clause.modality == Modality::Hypothetical && clause.negated {
        return None;
    }
    let signal = by_polarity(reading)?;
    Some(match signal {
        "T-A" if reading.scope.minors || reading.scope.europe => "T-d",
        "T-A" | "T-X" if clause.actor == Actor::Partner && clause.negated => "T-3",
        signal => signal,
    })
}
