//! Signals of DATA SALE (codebook A4).

use super::{Reading, by_polarity};
use crate::clause::Actor;
use crate::engine::tables;
use crate::standing::Standing;

pub(super) fn signal(reading: &Reading) -> Option<&'static str> {
    let plain = by_polarity(reading)?;
    if matches!(reading.standing, Standing::Asks | Standing::Defines) {
        return None;
    }
    match plain {
        "S0t" => Some(plain),
        "S?" => (reading.clause.actor != Actor::Outsider).then_some(plain),
        "S~" if !reading.asserts() && !reading.anywhere() => Some("S?"),
        "S~" => Some(plain),
        _ if matches!(reading.clause.actor, Actor::Partner | Actor::Outsider | Actor::You) => None,
        _ if reading.is_mention() => Some("S?"),
        "S-" => Some(denial(reading)),
        _ => Some(admission(reading)),
    }
}

fn denial(reading: &Reading) -> &'static str {
    let scope = reading.scope;
    if scope.minors || scope.nevada && !scope.california || scope.europe {
        return "S?";
    }
    if reading.says(tables::SENSE_HEDGE) {
        return "S-x";
    }
    match reading.clause.exception {
        Some(exception) if exception.is_benign() => "S-b",
        Some(_) => "S-x",
        None if reading.says(tables::MONEY_ONLY) => "S-x",
        None => "S-",
    }
}

fn admission(reading: &Reading) -> &'static str {
    if reading.span().iter().any(|word| word.is(tables::AGGREGATE_WORD)) {
        "S?"
    } else if is_hedged(reading) {
        "S~"
    } else {
        "S+"
    }
}

/// The verb in quotation marks, or a law's definition beside it.
fn is_hedged(reading: &Reading) -> bool {
    let quoted = reading.sentence.tokens[reading.found.head].shape.has(crate::words::Shape::QUOTED);
    quoted || reading.says(tables::LEGAL_HEDGE)
}
