//! A report as the page scripts get it (types.d.ts).

use wasm_bindgen::JsValue;

use crate::codes::{GPC, KINDS, SIDES, code_of};
use crate::fields::Object;
use crate::report::{Evidence, Facet, Policy, Report, Verdict, Verdicts};

/// The report as a plain object.
pub(super) fn report(report: &Report) -> JsValue {
    let written = Object::new()
        .with("schema", report.schema)
        .with_any("url", report.url.as_deref())
        .with("policy", policy(&report.policy))
        .with_any("title", report.title.as_deref())
        .with_any("company", report.company.as_deref())
        .with_any("last_updated", report.last_updated.as_deref())
        .with_any("effective", report.effective.as_deref())
        .with_any("archived_on", report.archived_on.as_deref())
        .with("words", report.words)
        .with_any("verdicts", report.verdicts.as_ref().map(verdicts))
        .with("gpc", code_of(GPC, &report.gpc))
        .with("business_transfer", report.business_transfer);
    match &report.business_transfer_proof {
        Some(proof) => written.with("business_transfer_proof", evidence(proof)),
        None => written,
    }
    .into()
}

fn policy(policy: &Policy) -> Object {
    Object::new()
        .with("is_policy", policy.is_policy)
        .with("kind", code_of(KINDS, &policy.kind))
        .with("score", policy.score)
        .with("language", policy.language.as_str())
        .with_words("signs", &policy.signs)
}

fn verdicts(verdicts: &Verdicts) -> Object {
    Object::new()
        .with("tracking", verdict(&verdicts.tracking))
        .with("dnt", verdict(&verdicts.dnt))
        .with("ads", verdict(&verdicts.ads))
        .with_any("sale", verdicts.sale.as_ref().map(verdict))
}

fn verdict(verdict: &Verdict) -> Object {
    Object::new()
        .with("value", &*verdict.value)
        .with("label", verdict.label.as_str())
        .with("says", verdict.says.as_str())
        .with_any("severity", verdict.severity)
        .with_words("flags", &verdict.flags)
        .with_list("evidence", verdict.evidence.iter().map(|proof| evidence(proof).into()))
        .with_list("facets", verdict.facets.iter().map(facet))
}

fn evidence(evidence: &Evidence) -> Object {
    let written = Object::new()
        .with("quote", evidence.quote.as_str())
        .with("side", code_of(SIDES, &evidence.side))
        .with("signal", &*evidence.signal)
        .with("rule", &*evidence.rule)
        .with("block", evidence.block)
        .with("start", evidence.start)
        .with("end", evidence.end)
        .with("collapsed", evidence.collapsed);
    match evidence.lead_in.as_deref() {
        Some(lead_in) => written.with("lead_in", lead_in),
        None => written,
    }
}

fn facet(facet: &Facet) -> JsValue {
    let written = Object::new().with("id", &*facet.id).with_words("values", &facet.values);
    written.with("quote", facet.quote.as_str()).into()
}
