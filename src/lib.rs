//! Smallprint reads privacy policies: a [`Document`] in, a [`Report`] out.
//!
//! The path, by its nouns: a [`Document`] is an ordered list of [`Block`]s; a block holds [`sentence::Sentence`]s;
//! the rules find practices in a sentence, and the [`clause::Clause`] round a practice says who, whether, not,
//! except what: together a [`statement::Statement`]. Statements add up to verdicts, which the [`Report`] carries
//! with their proof.
//!
//! ```
//! use smallprint::{Block, Document, Options, read};
//!
//! let policy = Document { blocks: vec![Block::paragraph("We never sell your personal data.")], ..Document::default() };
//! let report = read(&policy, Options { assume_policy: true });
//! let sale = report.verdicts.unwrap().sale.unwrap();
//! assert_eq!(sale.value, "denied");
//! assert_eq!(sale.evidence[0].quote, "We never sell your personal data.");
//! ```

pub mod clause;
#[cfg(any(target_arch = "wasm32", test))]
mod codes;
pub mod document;
pub mod engine;
pub mod facet;
#[cfg(target_arch = "wasm32")]
mod fields;
pub mod language;
mod letters;
mod lexicon;
pub mod page_kind;
mod phrases;
pub mod report;
mod rules;
mod search;
pub mod sentence;
pub mod standing;
mod starts;
pub mod statement;
pub mod verdict;
#[cfg(any(target_arch = "wasm32", test))]
mod view;
#[cfg(target_arch = "wasm32")]
mod wasm;
pub mod words;

pub use document::{Block, BlockKind, Document};
pub use report::Report;

use report::{PageKind, Policy, SCHEMA, Verdicts};
use verdict::Record;

/// How a document is to be read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Options {
    /// Skip the question whether the document is a policy.
    pub assume_policy: bool,
}

/// Reads a document: what kind of page it is and, if it is an English policy, its four verdicts with proof.
#[must_use]
pub fn read(document: &Document, options: Options) -> Report {
    let page_kind::Judgement { policy, read } = page_kind::judge(document);
    let identity = facet::identity::identify(document);
    let known = [&identity.last_updated, &identity.effective, &identity.archived_on];
    let dated = known.into_iter().find_map(Clone::clone);
    let blank = Report {
        schema: SCHEMA,
        url: document.url.clone(),
        policy,
        title: identity.title,
        company: identity.company,
        last_updated: identity.last_updated,
        effective: identity.effective,
        archived_on: identity.archived_on,
        words: words_of(&document.blocks, &read),
        verdicts: None,
        gpc: report::Gpc::Silent,
        business_transfer: false,
        business_transfer_proof: None,
    };
    let readable = options.assume_policy || is_readable(&blank.policy);
    if readable { judge(document, &read, blank, dated.as_deref()) } else { blank }
}

fn words_of(blocks: &[Block], read: &[bool]) -> usize {
    let read = blocks.iter().zip(read).filter(|(block, read)| **read && block.kind != BlockKind::Furniture);
    read.map(|(block, _)| letters::count_words(&block.text)).sum()
}

fn is_readable(policy: &Policy) -> bool {
    policy.language == "en" && (policy.is_policy || policy.kind == PageKind::CookiePolicy)
}

/// The sentences of a document that are read: those of the policy's own blocks.
#[must_use]
pub fn sentences(document: &Document) -> Vec<sentence::Sentence> {
    sentences_of(document, &page_kind::judge(document).read)
}

fn sentences_of(document: &Document, read: &[bool]) -> Vec<sentence::Sentence> {
    let mut sentences = sentence::sentences(&document.blocks);
    sentences.retain(|sentence| read[sentence.block]);
    sentences
}

fn judge(document: &Document, read: &[bool], blank: Report, dated: Option<&str>) -> Report {
    let sentences = sentences_of(document, read);
    let statements = statement::statements(&sentences, &document.blocks);
    let record = Record { blocks: &document.blocks, sentences: &sentences, statements: &statements, dated };
    let transfer = verdict::evidence(record, &["S0t"], &[]).into_iter().next();
    let has_sale = blank.policy.kind != PageKind::CookiePolicy;
    let verdicts = Verdicts {
        tracking: verdict::tracking(record),
        dnt: verdict::dnt(record),
        ads: verdict::ads(record),
        sale: has_sale.then(|| verdict::sale(record)),
    };
    Report {
        verdicts: Some(verdicts),
        gpc: verdict::gpc(record),
        business_transfer: transfer.is_some(),
        business_transfer_proof: transfer,
        ..blank
    }
}
