//! What a tail, or the opening of the sentence, excepts from a denial (codebook 0.8).

use std::ops::Range;

use super::finds;
use crate::engine::{Found, Vocabulary, Word, phrase_at, tables, word};
use crate::words::COMMA;

/// An exception that opens the sentence stands among so many words.
const FRONT: usize = 3;

/// What kind of gap a tail leaves in a denial.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exception {
    /// A merger or a sale of the business.
    Transfer,
    /// What the law asks.
    Law,
    /// Service providers.
    Vendor,
    /// Companies of the same group.
    Affiliate,
    /// Data about nobody in particular.
    Aggregate,
    /// One purpose only is denied.
    Purpose,
    /// With the person's consent.
    Consent,
    /// As described elsewhere.
    Open,
}

impl Exception {
    /// Whether the tail leaves the denial whole (0.8.2).
    #[must_use]
    pub fn is_benign(self) -> bool {
        self < Self::Purpose
    }

    /// The codebook's name, as `E-open`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Transfer => "E-transfer",
            Self::Law => "E-law",
            Self::Vendor => "E-vendor",
            Self::Affiliate => "E-affil",
            Self::Aggregate => "E-aggregate",
            Self::Purpose => "E-purpose",
            Self::Consent => "E-consent",
            Self::Open => "E-open",
        }
    }
}

/// Where an exception begins after the practice.
pub(super) fn tail(words: &[Word], found: &Found) -> Option<usize> {
    (found.head + 1..words.len()).find(|&at| phrase_at(words, at, tables::EXCEPT).is_some())
}

/// The class of the tail, or of what stands before the clause ("Except as described, we do not …"); what opens the
/// sentence and is of no known class leaves it open.
pub(super) fn exception(
    words: &[Word],
    start: usize,
    found: &Found,
    tail: Option<usize>,
) -> Option<Exception> {
    if let Some(at) = tail {
        let denies_more = |&next: &usize| words[next] == COMMA && words.get(next + 1) == Some(&word::NOR);
        let end = (at..words.len()).find(denies_more).unwrap_or(words.len());
        return classify(words, at..end);
    }
    let fronted = (0..start.max(found.head)).find(|&at| phrase_at(words, at, tables::EXCEPT).is_some())?;
    let inside = fronted >= start;
    if !inside && fronted > FRONT {
        return None;
    }
    let class = classify(words, fronted..if inside { words.len() } else { found.head });
    class.or((fronted == 0).then_some(Exception::Open))
}

/// Mixed tails: the material one wins, so the largest does (0.8.3).
fn classify(words: &[Word], tail: Range<usize>) -> Option<Exception> {
    const CLASSES: [(Vocabulary, Exception); 8] = [
        (tables::TRANSFER_WORD, Exception::Transfer),
        (tables::LAW_WORD, Exception::Law),
        (tables::VENDOR_WORD, Exception::Vendor),
        (tables::AFFILIATE_WORD, Exception::Affiliate),
        (tables::AGGREGATE_WORD, Exception::Aggregate),
        (tables::PURPOSE_WORD, Exception::Purpose),
        (tables::CONSENT_WORD, Exception::Consent),
        (tables::DESCRIBED_WORD, Exception::Open),
    ];
    CLASSES
        .iter()
        .filter(|(words_of, _)| finds(words, tail.clone(), *words_of))
        .map(|&(_, class)| class)
        .filter(|class| *class != Exception::Consent || !finds(words, tail.clone(), tables::BOUND_TO_KEEP))
        .max()
}
