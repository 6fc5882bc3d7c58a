//! Signals of THIRD-PARTY ADS (codebook A3).

use super::{Reading, by_polarity};
use crate::clause::{Actor, Modality};
use crate::standing::Standing;

pub(super) fn signal(reading: &Reading) -> Option<&'static str> {
    let clause = reading.clause;
    let signal = by_polarity(reading)?;
    if matches!(reading.standing, Standing::Asks | Standing::Recites) && !reading.anywhere() {
        return None;
    }
    if !reading.asserts() && !reading.anywhere() {
        return None;
    }
    if clause.actor == Actor::Outsider && !reading.anywhere() {
        return None;
    }
    Some(match signal {
        "A-" | "A-t" if reading.scope.minors => "A?",
        "A-" if clause.modality == Modality::Hypothetical => "A?",
        signal => signal,
    })
}
