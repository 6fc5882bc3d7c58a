//! The popup: the whole report of the tab, or one sentence why there is none.

use js_sys::{
    Promise,
    futures::{future_to_promise, spawn_local},
};
use wasm_bindgen::prelude::*;
use web_sys::Element;

use super::dom::{Node, document, node, report_error, text};
use super::{Badge, browser, card, heading, nothing, page_words, quotes};
use crate::report::{Report, Verdict};

/// Draws the popup, and draws it again when the background has read the page anew.
/// The promise fails with one plain sentence.
#[wasm_bindgen(js_name = showPopup)]
#[must_use]
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
        (Some(report), _) => whole(report, tab)?,
        (None, Some(trouble)) => vec![plain(&trouble)?],
        (None, None) => vec![plain(nothing::reason(tab).await)?],
    };
    put(&place()?, drawn)
}

fn place() -> Result<Element, JsValue> {
    document()?
        .get_element_by_id("report")
        .ok_or_else(|| JsValue::from_str("The popup has no place for the report."))
}

fn put(place: &Element, drawn: Vec<Node>) -> Result<(), JsValue> {
    place.set_text_content(None);
    for node in drawn {
        place.append_child(&node.0)?;
    }
    place.remove_attribute("aria-busy")
}

/// One sentence, where there is nothing else to show.
fn plain(sentence: &str) -> Result<Node, JsValue> {
    node("div", "plain")?.and(text("h1", "", "Smallprint")?)?.and(text("p", "", sentence)?)
}

fn whole(report: &Report, tab: i32) -> Result<Vec<Node>, JsValue> {
    let Some(verdicts) = &report.verdicts else { return Ok(vec![plain(&nothing::no_verdicts(report))?]) };
    let four = [
        (Badge::Tracking, Some(&verdicts.tracking)),
        (Badge::Dnt, Some(&verdicts.dnt)),
        (Badge::Ads, Some(&verdicts.ads)),
        (Badge::Sale, verdicts.sale.as_ref()),
    ];
    let mut drawn = vec![heading::heading(report)?, heading::glance(&four)?];
    drawn.extend(cards(&four, report, tab)?);
    drawn.extend(transfer(report, tab)?);
    drawn.push(text("footer", "", &page_words::footing(report.words))?);
    Ok(drawn)
}

fn cards(four: &[(Badge, Option<&Verdict>); 4], report: &Report, tab: i32) -> Result<Vec<Node>, JsValue> {
    four.iter().map(|(badge, verdict)| card::card(*badge, *verdict, report, tab)).collect()
}

/// F7: its own line, never called a data sale.
fn transfer(report: &Report, tab: i32) -> Result<Option<Node>, JsValue> {
    if !report.business_transfer {
        return Ok(None);
    }
    let proof = report.business_transfer_proof.as_ref().map(|proof| quotes::quote(proof, tab)).transpose()?;
    let section = node("section", "transfer")?.and(text("h2", "", "Sale of the business")?)?;
    section.and(text("p", "says", page_words::TRANSFER)?)?.and_maybe(proof).map(Some)
}
