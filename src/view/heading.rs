//! The head of the popup: whose policy, of when, which kind; then the four verdicts at a glance.

use super::dom::{Node, drawing, list, node, text};
use super::{Badge, date, page_words, tone};
use crate::report::{Report, Verdict};

/// Title, company, dates and what to beware of.
pub(super) fn heading(report: &Report) -> Node {
    let title = report.title.as_deref().unwrap_or("Privacy policy");
    let mut heading = node("header", "page").and(text("h1", "", title));
    let by = [report.company.as_deref().unwrap_or_default(), &date::line(report)];
    let line = by.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    heading = heading.and(text("p", "by", &line));
    for caution in page_words::kind(report.policy.kind)
        .map(str::to_owned)
        .into_iter()
        .chain(page_words::cautions(report))
    {
        heading = heading.and(text("p", "caution", &caution));
    }
    heading
}

/// A row of four links, one a card.
pub(super) fn glance(verdicts: &[(Badge, Option<&Verdict>); 4]) -> Node {
    let tiles = verdicts.iter().map(|(badge, verdict)| node("li", "").and(tile(*badge, *verdict)));
    node("nav", "glance").with("aria-label", "The four verdicts").and(list("").and_all(tiles))
}

fn tile(badge: Badge, verdict: Option<&Verdict>) -> Node {
    let tone = verdict.map_or(tone::NOT_READ, tone::of);
    node("a", &["tile ", tone.class].concat())
        .with("href", &["#", badge.id()].concat())
        .and(drawing("glyph", badge.id()))
        .and(text("span", "name", badge.name()))
        .and(mark(tone))
}

/// The severity: shape and word.
pub(super) fn mark(tone: tone::Tone) -> Node {
    node("span", "mark").and(drawing("shape", tone.class)).and(text("span", "", tone.word))
}
