//! The policy's own sentences, each a button that leads to where it stands.

use js_sys::futures::spawn_local;
use wasm_bindgen::{JsCast, prelude::*};
use web_sys::{Element, HtmlElement};

use super::dom::{Node, by_id, list, node, report_error, text};
use super::{browser, page_words};
use crate::report::{Evidence, Side, Verdict};

/// How many sentences a side are shown before "Show all".
const SHOWN: usize = 3;

/// The sentences of one side under their own heading; nothing if there are none.
pub(super) fn side(verdict: &Verdict, side: Side, tab: i32) -> Option<Node> {
    let found: Vec<_> = verdict.evidence.iter().filter(|evidence| evidence.side == side).collect();
    let (class, title) = match side {
        _ if found.is_empty() => return None,
        Side::For => ("quotes for", "Read it yourself"),
        Side::Against => ("quotes against", "Elsewhere it says:"),
    };
    let list = list("").and_all(found.iter().enumerate().map(|(index, evidence)| item(index, evidence, tab)));
    let more = (found.len() > SHOWN).then(|| show_all(&list, found.len()));
    Some(node("div", class).and(text("h3", "", title)).and(list).and_all(more))
}

fn item(index: usize, evidence: &Evidence, tab: i32) -> Node {
    let item = node("li", "").and(quote(evidence, tab));
    if index < SHOWN { item } else { item.with("hidden", "") }
}

/// One sentence, with the lead-in it leans on.
pub(super) fn quote(evidence: &Evidence, tab: i32) -> Node {
    let lead_in = evidence.lead_in.as_deref().map(|lead_in| text("span", "lead-in", lead_in));
    let button = node("button", "quote").with("type", "button").with("title", "Show it in the page");
    let button = button.and_all(lead_in).and(text("q", "", &evidence.quote));
    let place = [evidence.block, evidence.start, evidence.end];
    button.on_click(move || spawn_local(async move { report_error(follow(tab, place).await) }));
    button
}

/// Leads to the sentence and closes the popup; if the page has gone, says so and stays.
async fn follow(tab: i32, place: [usize; 3]) -> Result<(), JsValue> {
    let trouble = match browser::go(tab, place).await {
        Ok(None) => return web_sys::window().map_or(Ok(()), |window| window.close()),
        Ok(Some(trouble)) => trouble,
        Err(_) => page_words::NO_ANSWER.to_owned(),
    };
    say(&trouble);
    Ok(())
}

/// Puts a sentence into the line that screen readers speak at once.
fn say(sentence: &str) {
    if let Some(line) = by_id("said") {
        line.set_text_content(Some(sentence));
    }
}

fn show_all(list: &Node, count: usize) -> Node {
    let button = text("button", "all", &["Show all ", &count.to_string()].concat()).with("type", "button");
    let (list, own) = (list.0.clone(), button.0.clone());
    button.on_click(move || report_error(reveal(&list, &own)));
    button
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
