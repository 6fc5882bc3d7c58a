//! Which sentences prove a verdict, best first (codebook 0.9.9).

use crate::clause::Actor;
use crate::report::{Evidence, Side};
use crate::statement::Statement;

use super::Record;

/// The proof of a verdict: for it by rank of signal, then against it. A sentence stands once a side.
#[must_use]
pub fn evidence(record: Record, supports: &[&str], opposes: &[&str]) -> Vec<Evidence> {
    let mut proof = side(record, supports, Side::For);
    let against = side(record, opposes, Side::Against);
    proof.extend(against.into_iter().filter(|e| e.signal.len() > 1));
    proof
}

fn side(record: Record, signals: &[&str], side: Side) -> Vec<Evidence> {
    let mut ranked: Vec<&Statement> = Vec::new();
    for statement in record.with(signals) {
        let own = rank(record, statement, signals);
        let place = ranked.partition_point(|known| rank(record, known, signals) <= own);
        ranked.insert(place, statement);
    }
    let mut proof: Vec<Evidence> = Vec::new();
    for statement in ranked {
        let next = quote(record, statement, side);
        if !proof.iter().any(|seen| seen.quote == next.quote) {
            proof.push(next);
        }
    }
    proof
}

/// Stronger signal, then we before partner, then general before scoped, then shorter, then earlier.
fn rank(record: Record, statement: &Statement, signals: &[&str]) -> (usize, Actor, bool, bool, usize) {
    let strength = signals.iter().position(|signal| *signal == statement.signal).unwrap_or(signals.len());
    let sentence = &record.sentences[statement.sentence];
    let scoped = statement.scope.minors || statement.scope.europe || statement.scope.nevada;
    let long = sentence.end - sentence.start > 600;
    (strength, statement.clause.actor, scoped, long, statement.sentence)
}

/// The whole sentence, as it stands in the page.
fn quote(record: Record, statement: &Statement, side: Side) -> Evidence {
    let sentence = &record.sentences[statement.sentence];
    let lead_in =
        sentence.lead_in.map(|(block, start, end)| record.blocks[block].text[start..end].to_owned());
    Evidence {
        quote: sentence.quote(record.blocks).to_owned(),
        side,
        signal: statement.signal.into(),
        rule: statement.rule.name.into(),
        block: sentence.block,
        start: sentence.start,
        end: sentence.end,
        lead_in,
        collapsed: record.blocks[sentence.block].collapsed,
    }
}
