//! One badge's card: verdict, first line, what to bear in mind, the sentences, what else was found.

use wasm_bindgen::prelude::*;

use super::dom::{Node, drawing, node, text};
use super::{Badge, caveat, facet_words, flag_words, heading, page_words, quotes, tone};
use crate::report::{Facet, Report, Side, Verdict};

/// The card of a badge. `None` as a verdict: the badge is not this document's matter.
pub(super) fn card(
    badge: Badge,
    verdict: Option<&Verdict>,
    report: &Report,
    tab: i32,
) -> Result<Node, JsValue> {
    let tone = verdict.map_or(tone::SILENT, tone::of);
    let card = node("article", &["card ", tone.class].concat())?
        .with("id", badge.id())?
        .with("tabindex", "-1")?
        .with("aria-labelledby", &["name-", badge.id()].concat())?;
    match verdict {
        Some(verdict) => {
            let card = card.and(top(badge, tone, &verdict.label, tone.word)?)?;
            told(card, badge, verdict, report)?
                .and_maybe(quotes::side(verdict, Side::For, tab)?)?
                .and_maybe(quotes::side(verdict, Side::Against, tab)?)?
                .and_maybe(facets(&verdict.facets)?)
        }
        None => card.and(top(badge, tone, "Not this document's matter", "Not read")?)?.and(text(
            "p",
            "says",
            "A cookie policy doesn't deal with this; the privacy policy does.",
        )?),
    }
}

fn top(badge: Badge, tone: tone::Tone, label: &str, word: &str) -> Result<Node, JsValue> {
    let name = text("h2", "", badge.name())?.with("id", &["name-", badge.id()].concat())?;
    let row = node("div", "top")?.and(drawing(&["glyph-", badge.id()].concat(), "glyph")?)?.and(name)?;
    let row = row.and(heading::mark(tone, word)?)?;
    node("div", "")?.and(row)?.and(text("p", "label", label)?)
}

/// The first line and everything that keeps it from being misread.
fn told(card: Node, badge: Badge, verdict: &Verdict, report: &Report) -> Result<Node, JsValue> {
    let mut card = card.and(text("p", "says", &verdict.says)?)?;
    if let Some(line) = page_words::gpc(report.gpc).filter(|_| badge == Badge::Dnt) {
        card = card.and(text("p", "says gpc", line)?)?;
    }
    let flags = verdict.flags.iter().filter_map(|flag| flag_words::in_words(flag)).map(str::to_owned);
    let notes: Vec<_> = flags.chain(caveat::lines(badge, verdict, report)).collect();
    if notes.is_empty() {
        return Ok(card);
    }
    card.and(list("notes", &notes)?)
}

fn list(class: &str, lines: &[String]) -> Result<Node, JsValue> {
    let mut list = node("ul", class)?.with("role", "list")?;
    for line in lines {
        list = list.and(text("li", "", line)?)?;
    }
    Ok(list)
}

fn facets(facets: &[Facet]) -> Result<Option<Node>, JsValue> {
    let mut list = node("ul", "")?.with("role", "list")?;
    let mut count = 0;
    for facet in facets {
        let Some(words) = facet_words::in_words(facet) else { continue };
        let quote = if facet.quote.is_empty() { None } else { Some(text("q", "", &facet.quote)?) };
        list = list.and(node("li", "")?.and(text("span", "", &words)?)?.and_maybe(quote)?)?;
        count += 1;
    }
    if count == 0 {
        return Ok(None);
    }
    let title = ["Also found (", &count.to_string(), ")"].concat();
    node("details", "facets")?.and(text("summary", "", &title)?)?.and(list).map(Some)
}
