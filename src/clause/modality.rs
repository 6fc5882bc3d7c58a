//! How firmly a clause says what it says (codebook 0.6).

use std::ops::Range;

use super::frame::Frame;
use super::{Modality, finds};
use crate::engine::{Word, tables, word};

pub(super) fn modality(words: &[Word], frame: &Frame, verb_group: Range<usize>) -> Modality {
    if frame.opener.is(tables::HYPOTHETICAL) {
        return Modality::Hypothetical;
    }
    if frame.opener.is(tables::EMBEDDING) && !concludes(words, frame.opened_at) {
        return Modality::Embedded;
    }
    if is_not_said(words, frame.opened_at) {
        return Modality::Embedded;
    }
    let whole = frame.start..verb_group.end;
    if finds(words, whole.clone(), tables::INVERTED) {
        return Modality::Hypothetical;
    }
    if finds(words, whole.clone(), tables::MAY) {
        Modality::May
    } else if finds(words, verb_group.clone(), tables::WILL) {
        Modality::Will
    } else if finds(words, verb_group, tables::HAVE) {
        Modality::Past
    } else {
        Modality::Does
    }
}

/// "…, which is why we": what follows is told.
fn concludes(words: &[Word], opened_at: usize) -> bool {
    let is = opened_at.checked_sub(1).is_some_and(|at| words[at] == word::IS);
    is && words[opened_at] == word::WHY
}

/// "The policy does not state that we sell": what is not said is neither told nor denied.
fn is_not_said(words: &[Word], opened_at: usize) -> bool {
    let says = opened_at.checked_sub(1).filter(|&at| words[at].is(tables::SAYS_THAT));
    words[opened_at] == word::THAT
        && says
            .is_some_and(|says| words[says.saturating_sub(2)..says].iter().any(|word| word.is(tables::NOT)))
}
