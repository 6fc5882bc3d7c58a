//! Why a page has no report: one plain sentence.

use js_sys::{Array, Object, Reflect};

use super::{browser, page_words};
use crate::report::Report;

/// The reason why nothing is stored for a tab.
pub(super) async fn reason(tab: i32) -> &'static str {
    if browser::hello(tab).await.is_ok() {
        return page_words::NOT_A_POLICY;
    }
    match browser::may_enter_every_site().await {
        Ok(false) => page_words::NOT_ALLOWED,
        _ => page_words::UNREADABLE,
    }
}

/// The reason why a page that was read has no verdicts.
pub(super) fn no_verdicts(report: &Report) -> String {
    page_words::no_verdicts(report, language_name(&report.policy.language).as_deref())
}

/// The English name of an ISO 639 code, as the browser knows it.
fn language_name(code: &str) -> Option<String> {
    let is_code = (2..=3).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_lowercase());
    if !is_code || code == "und" {
        return None;
    }
    let options = Object::new();
    Reflect::set(&options, &"type".into(), &"language".into()).ok()?;
    Reflect::set(&options, &"fallback".into(), &"none".into()).ok()?;
    let names = js_sys::Intl::DisplayNames::new(&Array::of1(&"en".into()), &options);
    names.of(code).map(String::from)
}
