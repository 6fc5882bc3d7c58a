//! The popup: the whole report of the tab, or one sentence why there is none.

use wasm_bindgen::prelude::*;

use super::dom::{Node, by_id, node, text};
use super::{Badge, card, heading, page_words, quotes, read_back};
use crate::report::{Report, Verdicts};

/// Draws what is stored of a tab into the popup: its `Report` (types.d.ts) and what went wrong, if anything did.
/// `language` is the name of the report's language, `since` what changed since the policy was read before.
///
/// # Errors
/// One sentence if the report has another shape, or the popup no place for it.
#[wasm_bindgen(js_name = drawReport)]
#[expect(clippy::needless_pass_by_value, reason = "a text that comes from JavaScript is ours")]
pub fn draw_report(
    report: &JsValue,
    trouble: Option<String>,
    language: Option<String>,
    since: Option<String>,
) -> Result<(), JsValue> {
    let report = read_back::report(report)
        .ok_or_else(|| JsValue::from_str("The stored report can't be read; reload the page."))?;
    put(&match &report.verdicts {
        Some(verdicts) => whole(&report, verdicts, trouble, since.as_deref()),
        None => plain(&page_words::no_verdicts(&report, language.as_deref())),
    })
}

fn put(drawn: &Node) -> Result<(), JsValue> {
    let place = by_id("report").ok_or_else(|| JsValue::from_str("The popup has no place for the report."))?;
    drawn.replace(&place);
    Ok(())
}

/// The room of the popup that everything is drawn into.
fn place() -> Node {
    node("main", "").with("id", "report")
}

fn plain(sentence: &str) -> Node {
    place().and(node("div", "plain").and(text("h1", "", "Smallprint")).and(text("p", "", sentence)))
}

fn whole(report: &Report, verdicts: &Verdicts, trouble: Option<String>, since: Option<&str>) -> Node {
    let four = [
        (Badge::Tracking, Some(&verdicts.tracking)),
        (Badge::Dnt, Some(&verdicts.dnt)),
        (Badge::Ads, Some(&verdicts.ads)),
        (Badge::Sale, verdicts.sale.as_ref()),
    ];
    place()
        .and(heading::heading(report, trouble, since))
        .and(heading::glance(&four))
        .and_all(four.map(|(badge, verdict)| card::card(badge, verdict, report)))
        .and_all(transfer(report))
        .and(footer(report))
}

/// F12: what was read and what was not.
fn footer(report: &Report) -> Node {
    let read = text("p", "", &page_words::footing(report.words));
    node("footer", "").and(read).and(text("p", "", page_words::NOT_READ))
}

/// F7: its own line, never called a data sale.
fn transfer(report: &Report) -> Option<Node> {
    let proof = report.business_transfer_proof.as_ref().map(quotes::quote);
    let section = node("section", "card transfer").and(text("h2", "", "If the business changes hands"));
    report.business_transfer.then(|| section.and(text("p", "says", page_words::TRANSFER)).and_all(proof))
}
