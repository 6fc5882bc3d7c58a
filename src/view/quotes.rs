//! The policy's own sentences, each a button that leads to where it stands (popup.js listens).

use super::dom::{Node, list, node, text};
use crate::report::{Evidence, Side, Verdict};

/// How many sentences a side are shown before "Show all".
const SHOWN: usize = 3;

/// The sentences of one side under their own heading; nothing if there are none.
pub(super) fn side(verdict: &Verdict, side: Side) -> Option<Node> {
    let found: Vec<_> = verdict.evidence.iter().filter(|evidence| evidence.side == side).collect();
    let (class, title) = match side {
        _ if found.is_empty() => return None,
        Side::For => ("quotes for", "Read it yourself"),
        Side::Against => ("quotes against", "Elsewhere it says:"),
    };
    let list = list("").and_all(found.iter().enumerate().map(|(index, evidence)| item(index, evidence)));
    let more = (found.len() > SHOWN).then(|| show_all(found.len()));
    Some(node("div", class).and(text("h3", "", title)).and(list).and_all(more))
}

fn item(index: usize, evidence: &Evidence) -> Node {
    let item = node("li", "").and(quote(evidence));
    if index < SHOWN { item } else { item.with("hidden", "") }
}

/// One sentence, with the lead-in it leans on. `data-place` says where it stands: block, start and end.
pub(super) fn quote(evidence: &Evidence) -> Node {
    let lead_in = evidence.lead_in.as_deref().map(|lead_in| text("span", "lead-in", lead_in));
    let [block, start, end] = [evidence.block, evidence.start, evidence.end].map(|number| number.to_string());
    let place = [&*block, " ", &start, " ", &end].concat();
    node("button", "quote")
        .with("type", "button")
        .with("title", "Show it in the page")
        .with("data-place", &place)
        .and_all(lead_in)
        .and(text("q", "", &evidence.quote))
        .and_all(evidence.collapsed.then(|| text("span", "folded", "In a collapsed section")))
}

fn show_all(count: usize) -> Node {
    text("button", "all", &["Show all ", &count.to_string()].concat()).with("type", "button")
}
