//! What the popup asks of the browser. `chrome.*` answers with promises in Chromium and in Firefox.

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;

use super::read_back;
use crate::fields::{self, field};
use crate::report::Report;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["chrome", "tabs"], js_name = query, catch)]
    fn query_tabs(filter: &Object) -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_namespace = ["chrome", "tabs"], js_name = sendMessage, catch)]
    fn send_message(tab: i32, message: &Object) -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_namespace = ["chrome", "storage", "session"], js_name = get, catch)]
    fn get_from_session(keys: &Array) -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_namespace = ["chrome", "storage", "session", "onChanged"], js_name = addListener, catch)]
    fn on_session_changed(listener: &JsValue) -> Result<(), JsValue>;
    #[wasm_bindgen(js_namespace = ["chrome", "permissions"], js_name = contains, catch)]
    fn has_permissions(permissions: &Object) -> Result<Promise, JsValue>;
}

/// What the background left for a tab.
pub(super) struct Stored {
    /// The latest report.
    pub report: Option<Report>,
    /// What went wrong, in one sentence.
    pub trouble: Option<String>,
}

/// The tab the popup speaks of: `?tab=ID` in its address, else the active one.
pub(super) async fn tab() -> Result<i32, JsValue> {
    if let Some(tab) = named_tab() {
        return Ok(tab);
    }
    let filter = object(&[("active", JsValue::TRUE), ("currentWindow", JsValue::TRUE)])?;
    let tabs = Array::from(&query_tabs(&filter)?.await?);
    number(&field(&tabs.get(0), "id"))
        .ok_or_else(|| JsValue::from_str("The browser names no active tab; open the popup again."))
}

fn named_tab() -> Option<i32> {
    web_sys::window()?.location().search().ok()?.strip_prefix("?tab=")?.parse().ok()
}

/// Reads what the background left for the tab.
pub(super) async fn stored(tab: i32) -> Result<Stored, JsValue> {
    let [report, trouble] = ["report:", "trouble:"].map(|prefix| [prefix, &tab.to_string()].concat());
    let keys = Array::of2(&report.as_str().into(), &trouble.as_str().into());
    let found = get_from_session(&keys)?.await?;
    let [report, trouble] = [field(&found, &report), field(&found, &trouble)];
    match read_back::report(&report) {
        None if report.is_object() => {
            Err(JsValue::from_str("The stored report can't be read; reload the page."))
        }
        report => Ok(Stored { report, trouble: sentence(&trouble) }),
    }
}

/// An error as the background writes it: a sentence, or an object that holds one.
fn sentence(value: &JsValue) -> Option<String> {
    value.as_string().or_else(|| fields::text(value, "error"))
}

/// Calls `act` whenever the background leaves something new.
pub(super) fn on_stored(act: impl FnMut() + 'static) -> Result<(), JsValue> {
    on_session_changed(&Closure::<dyn FnMut()>::new(act).into_js_value())
}

/// Asks the page's script whether it is there.
pub(super) async fn hello(tab: i32) -> Result<JsValue, JsValue> {
    send_message(tab, &object(&[("verb", "hello".into())])?)?.await
}

/// Sends the page to a sentence: its block, start and end. The answer is what went wrong there, if anything did.
///
/// # Errors
/// The browser's error if no script of ours is there any more.
pub(super) async fn go(tab: i32, place: [usize; 3]) -> Result<Option<String>, JsValue> {
    let [block, start, end] = place.map(JsValue::from);
    let message = object(&[("verb", "go".into()), ("block", block), ("start", start), ("end", end)])?;
    Ok(sentence(&send_message(tab, &message)?.await?))
}

/// Whether the browser lets us into every site. Which site a tab shows is only told to those who may enter it.
pub(super) async fn may_enter_every_site() -> Result<bool, JsValue> {
    let sites = Array::of2(&"http://*/*".into(), &"https://*/*".into());
    Ok(has_permissions(&object(&[("origins", sites.into())])?)?.await?.is_truthy())
}

fn object(fields: &[(&str, JsValue)]) -> Result<Object, JsValue> {
    let object = Object::new();
    for (name, value) in fields {
        Reflect::set(&object, &(*name).into(), value)?;
    }
    Ok(object)
}

#[expect(clippy::cast_possible_truncation, reason = "the browsers' ids of tabs are 32-bit integers")]
fn number(value: &JsValue) -> Option<i32> {
    value.as_f64().map(|id| id as i32)
}
