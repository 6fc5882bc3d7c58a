//! Smallprint reads privacy policies: a [`Document`] in, a [`Report`] out.

pub mod document;
pub mod facet;
pub mod page_kind;
pub mod report;
#[cfg(any(target_arch = "wasm32", test))]
mod view;
#[cfg(target_arch = "wasm32")]
mod wasm;

pub use document::{Block, BlockKind, Document};
pub use report::Report;

use report::{Evidence, Gpc, SCHEMA, Side, Verdict, Verdicts};

/// How a document is to be read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Options {
    /// Skip the question whether the document is a policy.
    pub assume_policy: bool,
}

/// Reads a document: what kind of page it is and, if it is an English policy, its four verdicts with proof.
#[must_use]
pub fn read(document: &Document, options: Options) -> Report {
    let _ = options;
    let policy = page_kind::judge(document);
    let identity = facet::identity::identify(document);
    Report {
        schema: SCHEMA,
        url: document.url.clone(),
        policy,
        title: identity.title,
        company: identity.company,
        last_updated: identity.last_updated,
        effective: identity.effective,
        words: document.blocks.iter().map(|b| b.text.split_whitespace().count()).sum(),
        verdicts: Some(Verdicts {
            tracking: first_block(document),
            dnt: nothing(),
            ads: nothing(),
            sale: Some(nothing()),
        }),
        gpc: Gpc::Silent,
        business_transfer: false,
        business_transfer_proof: None,
    }
}

fn nothing() -> Verdict {
    Verdict {
        value: "silent".into(),
        label: "Not mentioned".into(),
        says: "Doesn't mention it.".into(),
        severity: None,
        flags: vec![],
        evidence: vec![],
        facets: vec![],
    }
}

fn first_block(document: &Document) -> Verdict {
    let evidence = document.blocks.iter().enumerate().take(1).map(|(block, b)| Evidence {
        quote: b.text.clone(),
        side: Side::For,
        signal: "T+X".into(),
        rule: "first-block".into(),
        block,
        start: 0,
        end: b.text.len(),
        lead_in: None,
    });
    Verdict {
        value: "cross_site".into(),
        label: "Tracks across sites".into(),
        says: "Says so.".into(),
        severity: Some(4),
        flags: vec![],
        evidence: evidence.collect(),
        facets: vec![],
    }
}
