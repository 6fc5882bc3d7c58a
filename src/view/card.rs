//! One badge's card: verdict, first line, what to bear in mind, the sentences, what else was found.

use super::dom::{Node, list, node, seal, text};
use super::{Badge, caveat, facet_words, flag_words, page_words, quotes, tone};
use crate::report::{Facet, Report, Side, Verdict};

/// The card of a badge. `None` as a verdict: the badge is not this document's matter.
pub(super) fn card(badge: Badge, verdict: Option<&Verdict>, report: &Report) -> Node {
    let tone = verdict.map_or(tone::NOT_READ, tone::of);
    let card = node("article", &["card ", tone.class].concat())
        .with("id", badge.id())
        .with("tabindex", "-1")
        .with("aria-labelledby", &["name-", badge.id()].concat());
    let Some(verdict) = verdict else { return not_read(card, badge) };
    told(top(card, badge, tone, &verdict.label), badge, verdict, report)
        .and_all(quotes::side(verdict, Side::For))
        .and_all(quotes::side(verdict, Side::Against))
        .and_all(facets(&verdict.facets))
}

fn not_read(card: Node, badge: Badge) -> Node {
    top(card, badge, tone::NOT_READ, "Not this document's matter").and(text(
        "p",
        "says",
        "A cookie policy doesn't deal with this; the privacy policy does.",
    ))
}

fn top(card: Node, badge: Badge, tone: tone::Tone, label: &str) -> Node {
    let name = text("h2", "", badge.name()).with("id", &["name-", badge.id()].concat());
    let words = node("div", "words").and(name).and(text("span", "word", tone.word));
    let top = node("div", "top").and(seal(tone.class, badge.id())).and(words.and(text("p", "label", label)));
    card.and(top)
}

/// The first line and everything that keeps it from being misread.
fn told(card: Node, badge: Badge, verdict: &Verdict, report: &Report) -> Node {
    let signal = page_words::gpc(report.gpc).filter(|_| badge == Badge::Dnt);
    let notes = notes(badge, verdict, report);
    let notes =
        (!notes.is_empty()).then(|| list("notes").and_all(notes.iter().map(|note| text("li", "", note))));
    card.and(text("p", "says", &verdict.says))
        .and_all(signal.map(|line| text("p", "says gpc", line)))
        .and_all(notes)
}

fn notes(badge: Badge, verdict: &Verdict, report: &Report) -> Vec<String> {
    let flags = verdict.flags.iter().filter_map(|flag| flag_words::in_words(flag)).map(str::to_owned);
    flags.chain(caveat::lines(badge, verdict, report)).collect()
}

fn facets(facets: &[Facet]) -> Option<Node> {
    let found: Vec<_> = facets.iter().filter_map(facet).collect();
    let title = ["Also found (", &found.len().to_string(), ")"].concat();
    (!found.is_empty())
        .then(|| node("details", "facets").and(text("summary", "", &title)).and(list("").and_all(found)))
}

fn facet(facet: &Facet) -> Option<Node> {
    let quote = (!facet.quote.is_empty()).then(|| text("q", "", &facet.quote));
    Some(node("li", "").and(text("span", "", &facet_words::in_words(facet)?)).and_all(quote))
}
