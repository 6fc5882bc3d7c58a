//! Is the document a privacy policy, and of which kind? (codebook D)

mod evidence;
mod foreign;
mod heads;
mod part;
mod phrases;
mod signs;
mod tally;
#[cfg(test)]
mod tests;
mod title;
mod words;

use std::ops::Range;

use crate::document::Document;
use crate::language;
use crate::lexicon::Lexicon;
use crate::report::{PARTLY_ENGLISH, PageKind, Policy};
use evidence::Evidence;
use signs::Sign;
use title::Subject;

/// What kind of page a document is, and which of its blocks are to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// The kind, its language and the signs it was judged by.
    pub policy: Policy,
    /// Of each block, whether it belongs to the policy: all do, but for terms and privacy on one page, and for what is
    /// not English on a page in two languages.
    pub read: Vec<bool>,
}

/// From this score on a page is a policy.
const POLICY_SCORE: i32 = 7;
/// From this score on a page about cookies is a cookie policy: it needs no title and few sections.
const COOKIE_POLICY_SCORE: i32 = 1;

/// From this score on a page that calls itself a privacy policy is one.
const TITLED_SCORE: i32 = 4;

/// Judges what kind of page the document is.
#[must_use]
pub fn judge(document: &Document) -> Judgement {
    let language::Spoken { main, mixed } = language::spoken(document);
    let Some((rest, english)) = mixed else { return judge_in(document, main) };
    let blocks = document.blocks.iter().zip(&english).filter(|(_, english)| **english);
    let part = Document {
        blocks: blocks.map(|(block, _)| block.clone()).collect(),
        url: document.url.clone(),
        title: document.title.clone(),
        lang: None,
    };
    let Judgement { mut policy, read } = judge_in(&part, main);
    if policy.kind == PageKind::NotPolicy {
        return judge_in(document, rest);
    }
    policy.signs.push(PARTLY_ENGLISH.to_owned());
    let mut read = read.into_iter();
    let read = english.into_iter().map(|english| english && read.next() == Some(true)).collect();
    Judgement { policy, read }
}

/// Judges a document in one language.
fn judge_in(document: &Document, language: &str) -> Judgement {
    let lexicon = words::lexicon();
    let evidence = Evidence::of(document, &lexicon);
    let whole = 0..document.blocks.len();
    let (weighed, read) = if matches!(language, "en" | language::UNKNOWN) {
        privacy_part(document, &evidence, &lexicon).unwrap_or_else(|| (weigh(&evidence), whole.clone()))
    } else {
        (weigh_foreign(document, &evidence), whole.clone())
    };
    judgement(&weighed, language, whole.map(|block| read.contains(&block)).collect())
}

/// A kind and what it was judged by.
struct Weighed {
    kind: PageKind,
    score: i32,
    signs: Vec<Sign>,
}

fn judgement(weighed: &Weighed, language: &str, read: Vec<bool>) -> Judgement {
    let is_policy = matches!(weighed.kind, PageKind::Policy | PageKind::Combined | PageKind::Section);
    let policy = Policy {
        is_policy,
        kind: weighed.kind,
        score: weighed.score,
        language: language.to_owned(),
        signs: weighed.signs.iter().map(|sign| sign.name.to_owned()).collect(),
    };
    Judgement { policy, read }
}

fn weigh(evidence: &Evidence) -> Weighed {
    weighed(signs::seen(evidence), evidence, evidence.cookies)
}

fn weigh_foreign(document: &Document, evidence: &Evidence) -> Weighed {
    let terms = foreign::Terms::of(&document.blocks);
    weighed(signs::seen_foreign(evidence, &terms), evidence, terms.rate(terms.cookie))
}

fn weighed(signs: Vec<Sign>, evidence: &Evidence, cookies: usize) -> Weighed {
    let score = signs.iter().map(|sign| sign.points).sum();
    Weighed { kind: kind(score, evidence, cookies), score, signs }
}

/// The privacy part of a page of terms, if it is a policy by itself.
fn privacy_part(document: &Document, page: &Evidence, lexicon: &Lexicon) -> Option<(Weighed, Range<usize>)> {
    let may_hold =
        matches!(page.subject, Some(Subject::Combined | Subject::Rules)) || signs::is_contract(&page.tally);
    let read = may_hold.then(|| part::privacy_part(&document.blocks)).flatten()?;
    let blocks = document.blocks.get(read.clone())?;
    let evidence = Evidence { subject: Some(Subject::Privacy), ..Evidence::of_blocks(blocks, lexicon) };
    let part = weigh(&evidence);
    let of_data = evidence.tally.policy_terms > 2 * evidence.tally.legal_terms;
    (of_data && part.kind == PageKind::Policy).then_some((Weighed { kind: PageKind::Combined, ..part }, read))
}

fn kind(score: i32, evidence: &Evidence, cookies: usize) -> PageKind {
    let titled = matches!(evidence.subject, Some(Subject::Privacy | Subject::Combined | Subject::Section));
    let cookies_alone = evidence.subject == Some(Subject::Cookies) && cookies >= 12;
    let least = if titled { TITLED_SCORE } else { POLICY_SCORE };
    match evidence.subject {
        _ if cookies_alone && evidence.tally.first_person > 0 => PageKind::CookiePolicy,
        _ if !titled && cookies >= 25 => cookie_kind(score),
        _ if score < least => PageKind::NotPolicy,
        Some(Subject::Section) => PageKind::Section,
        Some(Subject::Combined) => PageKind::Combined,
        _ => PageKind::Policy,
    }
}

fn cookie_kind(score: i32) -> PageKind {
    if score < COOKIE_POLICY_SCORE { PageKind::NotPolicy } else { PageKind::CookiePolicy }
}

/// Whether a line has a word for a document: policy, notice, terms.
pub(crate) fn names_paper(line: &str) -> bool {
    title::names_paper(line)
}

/// Whether a line reads as the title of a privacy policy, a supplement to one, or terms and privacy together.
pub(crate) fn is_policy_title(line: &str) -> bool {
    matches!(title::subject(line), Some(Subject::Privacy | Subject::Section | Subject::Combined))
}
