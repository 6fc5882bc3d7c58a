//! The head of the popup: whose policy, of when, which kind; then the four verdicts at a glance.

use wasm_bindgen::prelude::*;

use super::dom::{Node, drawing, node, text};
use super::{Badge, date, page_words, tone};
use crate::report::{Report, Verdict};

/// Title, company, dates and what to beware of.
pub(super) fn heading(report: &Report) -> Result<Node, JsValue> {
    let title = report.title.as_deref().unwrap_or("Privacy policy");
    let mut heading = node("header", "page")?.and(text("h1", "", title)?)?;
    let by = [report.company.as_deref().unwrap_or_default(), &date::line(report)];
    let line = by.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    heading = heading.and(text("p", "by", &line)?)?;
    for caution in page_words::kind(report.policy.kind)
        .map(str::to_owned)
        .into_iter()
        .chain(page_words::cautions(report))
    {
        heading = heading.and(text("p", "caution", &caution)?)?;
    }
    Ok(heading)
}

/// A row of four links, one a card.
pub(super) fn glance(verdicts: &[(Badge, Option<&Verdict>); 4]) -> Result<Node, JsValue> {
    let mut row = node("ul", "")?;
    for (badge, verdict) in verdicts {
        row = row.and(node("li", "")?.and(tile(*badge, *verdict)?)?)?;
    }
    node("nav", "glance")?.with("aria-label", "The four verdicts")?.and(row)
}

fn tile(badge: Badge, verdict: Option<&Verdict>) -> Result<Node, JsValue> {
    let tone = verdict.map_or(tone::SILENT, tone::of);
    node("a", &["tile ", tone.class].concat())?
        .with("href", &["#", badge.id()].concat())?
        .and(drawing(&["glyph-", badge.id()].concat(), "glyph")?)?
        .and(text("span", "name", badge.name())?)?
        .and(mark(tone, if verdict.is_some() { tone.word } else { "Not read" })?)
}

/// The severity: shape and word.
pub(super) fn mark(tone: tone::Tone, word: &str) -> Result<Node, JsValue> {
    let shape = drawing(&["shape-", tone.class].concat(), "shape")?;
    node("span", "mark")?.and(shape)?.and(text("span", "", word)?)
}
