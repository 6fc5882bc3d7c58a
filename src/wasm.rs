//! The door: the only room of the core that knows JavaScript. Plain data in, plain data out.
#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::document::{Block, Document};
use crate::report::{Evidence, Report, Verdict};

/// Reads a `Document` (types.d.ts) and returns its `Report`, offsets in UTF-16 units.
///
/// # Errors
/// One sentence saying what is wrong with the document that was handed in.
#[wasm_bindgen]
pub fn read(document: JsValue) -> Result<JsValue, JsValue> {
    let document: Document = serde_wasm_bindgen::from_value(document)
        .map_err(|error| JsValue::from_str(&format!("The page could not be read: {error}.")))?;
    let mut report = crate::read(&document, crate::Options::default());
    to_utf16(&mut report, &document.blocks);
    report
        .serialize(&serde_wasm_bindgen::Serializer::json_compatible())
        .map_err(|error| JsValue::from_str(&format!("The report could not be handed over: {error}.")))
}

fn to_utf16(report: &mut Report, blocks: &[Block]) {
    let Some(verdicts) = &mut report.verdicts else { return };
    let all = [
        Some(&mut verdicts.tracking),
        Some(&mut verdicts.dnt),
        Some(&mut verdicts.ads),
        verdicts.sale.as_mut(),
    ];
    for verdict in all.into_iter().flatten() {
        convert_verdict(verdict, blocks);
    }
    if let Some(proof) = &mut report.business_transfer_proof {
        convert(proof, blocks);
    }
}

fn convert_verdict(verdict: &mut Verdict, blocks: &[Block]) {
    for evidence in &mut verdict.evidence {
        convert(evidence, blocks);
    }
}

fn convert(evidence: &mut Evidence, blocks: &[Block]) {
    let text = blocks.get(evidence.block).map_or("", |block| block.text.as_str());
    evidence.start = utf16_len(text.get(..evidence.start).unwrap_or_default());
    evidence.end = evidence.start + utf16_len(&evidence.quote);
}

fn utf16_len(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}
