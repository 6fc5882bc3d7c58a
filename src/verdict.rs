//! Verdicts: many statements, one answer a badge, by the codebook's precedence lists (0.9, A1-A4).

mod ads;
mod dnt;
mod evidence;
mod sale;
mod tracking;

use crate::clause::Modality;
use crate::document::Block;
use crate::report::{Gpc, Verdict};
use crate::sentence::Sentence;
use crate::statement::Statement;

pub use evidence::evidence;

/// All that a verdict is decided from.
#[derive(Debug, Clone, Copy)]
pub struct Record<'a> {
    /// The document's blocks.
    pub blocks: &'a [Block],
    /// Its sentences.
    pub sentences: &'a [Sentence],
    /// What they say.
    pub statements: &'a [Statement],
    /// When the policy was last changed or took effect, else when the copy was archived, `YYYY-MM-DD`.
    pub dated: Option<&'a str>,
}

impl<'a> Record<'a> {
    /// Whether a statement has one of the signals.
    #[must_use]
    pub fn has(&self, signals: &[&str]) -> bool {
        self.with(signals).next().is_some()
    }

    /// The statements that have one of the signals.
    pub fn with<'s>(&self, signals: &'s [&str]) -> impl Iterator<Item = &'a Statement> + use<'a, 's> {
        let statements = self.statements;
        statements.iter().filter(move |statement| signals.contains(&statement.signal))
    }
}

/// TRACKING: does the policy say your activity is followed?
#[must_use]
pub fn tracking(record: Record) -> Verdict {
    tracking::verdict(record)
}

/// DNT HANDLING: what does it say it does with a browser's Do Not Track signal?
#[must_use]
pub fn dnt(record: Record) -> Verdict {
    dnt::verdict(record)
}

/// THIRD-PARTY ADS: does it say other companies advertise to you?
#[must_use]
pub fn ads(record: Record) -> Verdict {
    ads::verdict(record)
}

/// DATA SALE: does it say personal data is sold?
#[must_use]
pub fn sale(record: Record) -> Verdict {
    sale::verdict(record)
}

/// The Global Privacy Control: a fact of its own.
#[must_use]
pub fn gpc(record: Record) -> Gpc {
    record
        .statements
        .iter()
        .map(|statement| match statement.signal {
            "G+" => Gpc::Honored,
            "G-" => Gpc::NotHonored,
            "G?" => Gpc::Mentioned,
            _ => Gpc::Silent,
        })
        .max()
        .unwrap_or_default()
}

/// A verdict's value before its proof is gathered.
struct Decision {
    value: &'static str,
    severity: Option<u8>,
    label: String,
    says: String,
    flags: Vec<String>,
    /// Signals that support it, the deciding ones first.
    supports: &'static [&'static str],
    /// Signals that say the opposite.
    opposes: &'static [&'static str],
}

/// A decision without flags and without another side.
fn plain(
    value: &'static str,
    severity: Option<u8>,
    label: &str,
    says: &str,
    supports: &'static [&'static str],
) -> Decision {
    Decision {
        value,
        severity,
        label: label.into(),
        says: says.into(),
        flags: Vec::new(),
        supports,
        opposes: &[],
    }
}

fn conclude(record: Record, decision: Decision) -> Verdict {
    let Decision { value, severity, label, says, flags, supports, opposes } = decision;
    Verdict {
        value: value.into(),
        label,
        says,
        severity,
        flags,
        evidence: evidence(record, supports, opposes),
        facets: Vec::new(),
    }
}

/// Whether every one of these only reserves a right (0.9.3).
fn may_only(record: Record, signals: &[&str]) -> bool {
    record.has(signals) && record.with(signals).all(|statement| statement.clause.modality == Modality::May)
}
