//! What the popup asks of the browser. `chrome.*` answers with promises in Chromium and in Firefox.

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;

use crate::report::{Evidence, Report};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["chrome", "tabs"], js_name = query, catch)]
    fn query_tabs(filter: &Object) -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_namespace = ["chrome", "tabs"], js_name = get, catch)]
    fn get_tab(tab: i32) -> Result<Promise, JsValue>;
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
    number(&get(&tabs.get(0), "id"))
        .ok_or_else(|| JsValue::from_str("The browser names no active tab; open the popup again."))
}

fn named_tab() -> Option<i32> {
    let address = web_sys::window()?.location().search().ok()?;
    address.trim_start_matches('?').split('&').find_map(|pair| pair.strip_prefix("tab="))?.parse().ok()
}

/// Reads what the background left for the tab.
pub(super) async fn stored(tab: i32) -> Result<Stored, JsValue> {
    let [report, trouble] = ["report:", "trouble:"].map(|prefix| [prefix, &tab.to_string()].concat());
    let keys = Array::of2(&report.as_str().into(), &trouble.as_str().into());
    let found = get_from_session(&keys)?.await?;
    Ok(Stored { report: read_report(get(&found, &report))?, trouble: sentence(&get(&found, &trouble)) })
}

fn read_report(stored: JsValue) -> Result<Option<Report>, JsValue> {
    serde_wasm_bindgen::from_value(stored).map_err(|error| {
        JsValue::from_str(
            &["The stored report can't be read (", &error.to_string(), "); reload the page."].concat(),
        )
    })
}

/// An error as the background writes it: a sentence, or an object that holds one.
fn sentence(value: &JsValue) -> Option<String> {
    value.as_string().or_else(|| get(value, "error").as_string())
}

/// Calls `act` whenever the background leaves something new.
pub(super) fn on_stored(act: impl FnMut() + 'static) -> Result<(), JsValue> {
    on_session_changed(&Closure::<dyn FnMut()>::new(act).into_js_value())
}

/// Asks the page's script whether it is there.
pub(super) async fn hello(tab: i32) -> Result<JsValue, JsValue> {
    send_message(tab, &object(&[("verb", "hello".into())])?)?.await
}

/// Sends the page to a sentence.
///
/// # Errors
/// The page's own sentence, or the browser's error if no script of ours is there any more.
pub(super) async fn go(tab: i32, evidence: &Evidence) -> Result<(), JsValue> {
    let [block, start, end] = [evidence.block, evidence.start, evidence.end].map(JsValue::from);
    let message = object(&[("verb", "go".into()), ("block", block), ("start", start), ("end", end)])?;
    let answer = send_message(tab, &message)?.await?;
    sentence(&answer).map_or(Ok(()), |error| Err(JsValue::from_str(&error)))
}

/// Whether the browser keeps us out of the tab's site; false where it doesn't tell the tab's address.
pub(super) async fn is_kept_out(tab: i32) -> Result<bool, JsValue> {
    let address = get(&get_tab(tab)?.await?, "url").as_string().unwrap_or_default();
    let Some((scheme, rest)) = address.split_once("://").filter(|(scheme, _)| scheme.starts_with("http"))
    else {
        return Ok(false);
    };
    let host = rest.split(['/', ':', '?', '#']).next().unwrap_or_default();
    let origin = [scheme, "://", host, "/*"].concat();
    let asked = object(&[("origins", Array::of1(&origin.into()).into())])?;
    Ok(!has_permissions(&asked)?.await?.is_truthy())
}

fn object(fields: &[(&str, JsValue)]) -> Result<Object, JsValue> {
    let object = Object::new();
    for (name, value) in fields {
        Reflect::set(&object, &(*name).into(), value)?;
    }
    Ok(object)
}

fn get(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

#[expect(clippy::cast_possible_truncation, reason = "the browsers' ids of tabs are 32-bit integers")]
fn number(value: &JsValue) -> Option<i32> {
    value.as_f64().map(|id| id as i32)
}
