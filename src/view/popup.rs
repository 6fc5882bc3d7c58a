//! The popup: the whole report of the tab, or one sentence why there is none.

use js_sys::{
    Promise,
    futures::{future_to_promise, spawn_local},
};
use wasm_bindgen::prelude::*;

use super::dom::{Node, by_id, node, report_error, text};
use super::{Badge, browser, card, heading, nothing, page_words, quotes};
use crate::report::Report;

/// Draws the popup, and draws it again when the background has read the page anew.
/// The promise fails with one plain sentence.
#[wasm_bindgen(js_name = showPopup)]
pub fn show_popup() -> Promise {
    future_to_promise(async {
        let tab = browser::tab().await?;
        browser::on_stored(move || spawn_local(async move { report_error(draw(tab).await) }))?;
        draw(tab).await.map(|()| JsValue::UNDEFINED)
    })
}

async fn draw(tab: i32) -> Result<(), JsValue> {
    let stored = browser::stored(tab).await?;
    let drawn = match (&stored.report, stored.trouble) {
        (Some(report), trouble) => whole(report, trouble, tab),
        (None, Some(trouble)) => plain(&trouble),
        (None, None) => plain(nothing::reason(tab).await),
    };
    by_id("report")
        .ok_or_else(|| JsValue::from_str("The popup has no place for the report."))?
        .replace_with_with_node_1(&drawn.0)
}

/// The room of the popup that everything is drawn into.
fn place() -> Node {
    node("main", "").with("id", "report")
}

/// One sentence, where there is nothing else to show.
fn plain(sentence: &str) -> Node {
    place().and(node("div", "plain").and(text("h1", "", "Smallprint")).and(text("p", "", sentence)))
}

fn whole(report: &Report, trouble: Option<String>, tab: i32) -> Node {
    let Some(verdicts) = &report.verdicts else { return plain(&nothing::no_verdicts(report)) };
    let four = [
        (Badge::Tracking, Some(&verdicts.tracking)),
        (Badge::Dnt, Some(&verdicts.dnt)),
        (Badge::Ads, Some(&verdicts.ads)),
        (Badge::Sale, verdicts.sale.as_ref()),
    ];
    place()
        .and(heading::heading(report, trouble))
        .and(heading::glance(&four))
        .and_all(four.map(|(badge, verdict)| card::card(badge, verdict, report, tab)))
        .and_all(transfer(report, tab))
        .and(text("footer", "", &page_words::footing(report.words)))
}

/// F7: its own line, never called a data sale.
fn transfer(report: &Report, tab: i32) -> Option<Node> {
    let proof = report.business_transfer_proof.as_ref().map(|proof| quotes::quote(proof, tab));
    let section = node("section", "transfer").and(text("h2", "", "If the business changes hands"));
    report.business_transfer.then(|| section.and(text("p", "says", page_words::TRANSFER)).and_all(proof))
}
