//! Is the document a privacy policy, and of which kind? (codebook D)

mod evidence;
mod foreign;
mod heads;
mod phrases;
mod signs;
mod tally;
mod title;
mod words;

use std::ops::Range;

use crate::document::Document;
use crate::language;
use crate::report::{PageKind, Policy};
use evidence::Evidence;
use title::Subject;

/// What kind of page a document is, and which of its blocks are to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// The kind, its language and the signs it was judged by.
    pub policy: Policy,
    /// The blocks that hold the policy: all of them, but for terms and privacy on one page.
    pub read: Range<usize>,
}

/// From this score on a page is a policy.
const POLICY_SCORE: i32 = 7;
/// From this score on a page about cookies is a cookie policy: it needs no title and few sections.
const COOKIE_POLICY_SCORE: i32 = 1;

/// Judges what kind of page the document is.
#[must_use]
pub fn judge(document: &Document) -> Judgement {
    let language = language::detect(document);
    let evidence = Evidence::of(document, &words::lexicon());
    let english = matches!(language, "en" | language::UNKNOWN);
    let (signs, cookies) = if english {
        (signs::seen(&evidence), evidence.tally.rate(evidence.tally.cookies))
    } else {
        let terms = foreign::Terms::of(&document.blocks);
        (signs::seen_foreign(&evidence, &terms), terms.rate(terms.cookie))
    };
    let score = signs.iter().map(|sign| sign.points).sum();
    let kind = kind(score, &evidence, cookies);
    let policy = Policy {
        is_policy: matches!(kind, PageKind::Policy | PageKind::Combined | PageKind::Section),
        kind,
        score,
        language: language.to_owned(),
        signs: signs.iter().map(|sign| sign.name.to_owned()).collect(),
    };
    Judgement { policy, read: 0..document.blocks.len() }
}

fn kind(score: i32, evidence: &Evidence, cookies: usize) -> PageKind {
    let titled = matches!(evidence.subject, Some(Subject::Privacy | Subject::Combined | Subject::Section));
    let cookies_alone = evidence.subject == Some(Subject::Cookies) && cookies >= 12;
    match () {
        () if cookies_alone || !titled && cookies >= 25 => cookie_kind(score),
        () if score < POLICY_SCORE => PageKind::NotPolicy,
        () if evidence.subject == Some(Subject::Section) => PageKind::Section,
        () => PageKind::Policy,
    }
}

fn cookie_kind(score: i32) -> PageKind {
    if score < COOKIE_POLICY_SCORE { PageKind::NotPolicy } else { PageKind::CookiePolicy }
}
