//! A report read back from the browser's storage.

use std::borrow::Cow;

use wasm_bindgen::prelude::*;

use crate::codes::{GPC, KINDS, SIDES, kind_of};
use crate::fields::{count, field, list, object, text, word, words};
use crate::report::{Evidence, Facet, Gpc, PageKind, Policy, Report, Side, Verdict, Verdicts};

/// The report in a stored value; `None` if the value holds no report of this shape.
pub(super) fn report(stored: &JsValue) -> Option<Report> {
    let policy = object(stored, "policy")?;
    Some(Report {
        schema: count(stored, "schema")?,
        url: text(stored, "url"),
        policy: read_policy(&policy),
        title: text(stored, "title"),
        company: text(stored, "company"),
        last_updated: text(stored, "last_updated"),
        effective: text(stored, "effective"),
        archived_on: text(stored, "archived_on"),
        words: count(stored, "words").unwrap_or_default(),
        verdicts: object(stored, "verdicts").and_then(|verdicts| read_verdicts(&verdicts)),
        gpc: kind_of(GPC, &word(stored, "gpc"), Gpc::Silent),
        business_transfer: field(stored, "business_transfer").is_truthy(),
        business_transfer_proof: object(stored, "business_transfer_proof").map(|proof| evidence(&proof)),
    })
}

fn read_policy(policy: &JsValue) -> Policy {
    Policy {
        is_policy: field(policy, "is_policy").is_truthy(),
        kind: kind_of(KINDS, &word(policy, "kind"), PageKind::NotPolicy),
        score: count(policy, "score").unwrap_or_default(),
        language: word(policy, "language"),
        signs: words(policy, "signs"),
    }
}

fn read_verdicts(verdicts: &JsValue) -> Option<Verdicts> {
    let one = |name| object(verdicts, name).map(|found| verdict(&found));
    Some(Verdicts { tracking: one("tracking")?, dnt: one("dnt")?, ads: one("ads")?, sale: one("sale") })
}

fn verdict(found: &JsValue) -> Verdict {
    Verdict {
        value: Cow::Owned(word(found, "value")),
        label: word(found, "label"),
        says: word(found, "says"),
        severity: count(found, "severity"),
        flags: words(found, "flags"),
        evidence: list(found, "evidence").iter().map(evidence).collect(),
        facets: list(found, "facets").iter().map(facet).collect(),
    }
}

fn evidence(found: &JsValue) -> Evidence {
    Evidence {
        quote: word(found, "quote"),
        side: kind_of(SIDES, &word(found, "side"), Side::For),
        signal: Cow::Owned(word(found, "signal")),
        rule: Cow::Owned(word(found, "rule")),
        block: count(found, "block").unwrap_or_default(),
        start: count(found, "start").unwrap_or_default(),
        end: count(found, "end").unwrap_or_default(),
        lead_in: text(found, "lead_in"),
        collapsed: field(found, "collapsed").is_truthy(),
    }
}

fn facet(found: &JsValue) -> Facet {
    Facet { id: Cow::Owned(word(found, "id")), values: words(found, "values"), quote: word(found, "quote") }
}
