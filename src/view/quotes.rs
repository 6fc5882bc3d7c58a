//! The policy's own sentences, each a button that leads to where it stands.

use js_sys::futures::spawn_local;
use wasm_bindgen::{JsCast, prelude::*};
use web_sys::{Element, HtmlElement};

use super::dom::{Node, document, node, on_click, report_error, text};
use super::{browser, page_words};
use crate::report::{Evidence, Side, Verdict};

/// How many sentences a side are shown before "Show all".
const SHOWN: usize = 3;

/// The sentences of one side under their own heading; nothing if there are none.
pub(super) fn side(verdict: &Verdict, side: Side, tab: i32) -> Result<Option<Node>, JsValue> {
    let found: Vec<_> = verdict.evidence.iter().filter(|evidence| evidence.side == side).collect();
    if found.is_empty() {
        return Ok(None);
    }
    let (class, title) = match side {
        Side::For => ("quotes for", "Read it yourself"),
        Side::Against => ("quotes against", "Elsewhere it says:"),
    };
    let list = list(&found, tab)?;
    let more = if found.len() > SHOWN { Some(show_all(&list, found.len())?) } else { None };
    node("div", class)?.and(text("h3", "", title)?)?.and(list)?.and_maybe(more).map(Some)
}

fn list(found: &[&Evidence], tab: i32) -> Result<Node, JsValue> {
    let mut list = node("ul", "")?.with("role", "list")?;
    for (index, evidence) in found.iter().enumerate() {
        let mut item = node("li", "")?.and(quote(evidence, tab)?)?;
        if index >= SHOWN {
            item = item.with("hidden", "")?;
        }
        list = list.and(item)?;
    }
    Ok(list)
}

/// One sentence, with the lead-in it leans on.
pub(super) fn quote(evidence: &Evidence, tab: i32) -> Result<Node, JsValue> {
    let button = node("button", "quote")?.with("type", "button")?.with("title", "Show it in the page")?;
    let lead_in = evidence.lead_in.as_deref().map(|lead_in| text("span", "lead-in", lead_in)).transpose()?;
    let button = button.and_maybe(lead_in)?.and(text("q", "", &evidence.quote)?)?;
    let evidence = evidence.clone();
    on_click(&button, move || {
        let evidence = evidence.clone();
        spawn_local(async move { report_error(follow(tab, &evidence).await) });
        Ok(())
    })?;
    Ok(button)
}

/// Leads to the sentence and closes the popup; if the page has gone, says so and stays.
async fn follow(tab: i32, evidence: &Evidence) -> Result<(), JsValue> {
    match browser::go(tab, evidence).await {
        Ok(()) => web_sys::window().map_or(Ok(()), |window| window.close()),
        Err(error) => say(&error.as_string().unwrap_or_else(|| page_words::NO_ANSWER.to_owned())),
    }
}

/// Puts a sentence into the line that screen readers speak at once.
pub(super) fn say(sentence: &str) -> Result<(), JsValue> {
    if let Some(line) = document()?.get_element_by_id("said") {
        line.set_text_content(Some(sentence));
    }
    Ok(())
}

fn show_all(list: &Node, count: usize) -> Result<Node, JsValue> {
    let label = ["Show all ", &count.to_string()].concat();
    let button = text("button", "all", &label)?.with("type", "button")?;
    let (list, own) = (list.0.clone(), button.0.clone());
    on_click(&button, move || reveal(&list, &own))?;
    Ok(button)
}

/// Shows the hidden sentences; the keyboard goes on at the first of them.
fn reveal(list: &Element, button: &Element) -> Result<(), JsValue> {
    let items = list.children();
    for index in 0..items.length() {
        items.item(index).map_or(Ok(()), |item| item.remove_attribute("hidden"))?;
    }
    button.remove();
    let first = u32::try_from(SHOWN).ok().and_then(|index| items.item(index)?.first_element_child());
    first.and_then(|first| first.dyn_into::<HtmlElement>().ok()).map_or(Ok(()), |first| first.focus())
}
