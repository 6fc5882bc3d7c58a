//! The door: the only room of the core that knows JavaScript. Plain data in, plain data out.
#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::document::{Block, BlockKind, Document};
use crate::fields::{count, field, list, object, text, word, words};
use crate::report::{Evidence, Report, Verdict};
use crate::sentence::Sentence;

// A third of the standard library's in bytes, and as quick.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Reads a `Document` (types.d.ts) and returns its `Report`, offsets in UTF-16 units.
///
/// # Errors
/// One sentence saying what is wrong with the document that was handed in.
#[wasm_bindgen]
pub fn read(document: &JsValue) -> Result<JsValue, JsValue> {
    let document = document_from(document).ok_or_else(no_blocks)?;
    let mut report = crate::read(&document, crate::Options::default());
    to_utf16(&mut report, &document.blocks);
    Ok(report.serialize(&Serializer::json_compatible())?)
}

/// Where each sentence of a `Document` that is read stands: block, start and end, three numbers a sentence, in UTF-16
/// units.
///
/// # Errors
/// One sentence saying what is wrong with the document that was handed in.
#[wasm_bindgen]
pub fn sentences(document: &JsValue) -> Result<Vec<u32>, JsValue> {
    let document = document_from(document).ok_or_else(no_blocks)?;
    Ok(places(&crate::sentences(&document), &document.blocks))
}

/// Each text is walked once, however many sentences it holds.
fn places(sentences: &[Sentence], blocks: &[Block]) -> Vec<u32> {
    let mut places = Vec::new();
    let (mut block, mut byte, mut unit) = (usize::MAX, 0, 0);
    for sentence in sentences {
        if sentence.block != block {
            (block, byte, unit) = (sentence.block, 0, 0);
        }
        let text = blocks.get(block).map_or("", |block| block.text.as_str());
        let start = unit + utf16_len(text.get(byte..sentence.start).unwrap_or_default());
        let end = start + utf16_len(text.get(sentence.start..sentence.end).unwrap_or_default());
        places.extend([block, start, end].map(|number| u32::try_from(number).unwrap_or(u32::MAX)));
        (byte, unit) = (sentence.end, end);
    }
    places
}

fn no_blocks() -> JsValue {
    JsValue::from_str("The page could not be read: it has no blocks.")
}

fn document_from(found: &JsValue) -> Option<Document> {
    object(found, "blocks")?;
    let [url, title, lang] = ["url", "title", "lang"].map(|name| text(found, name));
    Some(Document { url, title, lang, blocks: list(found, "blocks").iter().map(block_from).collect() })
}

fn block_from(found: &JsValue) -> Block {
    let (level, headers) = (count(found, "level").unwrap_or_default(), words(found, "headers"));
    let collapsed = field(found, "collapsed").is_truthy();
    Block { kind: kind(&word(found, "kind")), level, text: word(found, "text"), headers, collapsed }
}

fn kind(name: &str) -> BlockKind {
    match name {
        "heading" => BlockKind::Heading,
        "item" => BlockKind::Item,
        "row" => BlockKind::Row,
        "furniture" => BlockKind::Furniture,
        _ => BlockKind::Paragraph,
    }
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
    if text.is_ascii() { text.len() } else { text.chars().map(char::len_utf16).sum() }
}
