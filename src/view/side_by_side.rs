//! Two texts of a policy side by side, on the history page.

use wasm_bindgen::prelude::*;

use super::changes::{Piece, Row, rows};
use super::date;
use super::dom::{Node, by_id, node, text};

/// Draws what changed between two texts, a sentence a line, into the rows of the table `changes`.
///
/// # Errors
/// One sentence if the page has no place for it.
#[wasm_bindgen(js_name = drawChanges)]
pub fn draw_changes(before: &str, after: &str) -> Result<(), JsValue> {
    let place =
        by_id("changes").ok_or_else(|| JsValue::from_str("The page has no place for the changes."))?;
    node("tbody", "").with("id", "changes").and_all(rows(before, after).iter().map(row)).replace(&place);
    Ok(())
}

fn row(row: &Row) -> Node {
    match row {
        Row::Same(sentence) => node("tr", "same").and(text("td", "", sentence)).and(text("td", "", sentence)),
        Row::Skipped(count) => {
            let words = if *count == 1 { " sentence the same" } else { " sentences the same" };
            let cell = text("td", "", &[&date::grouped(*count), words].concat()).with("colspan", "2");
            node("tr", "skipped").and(cell)
        }
        Row::Changed(gone, come) => node("tr", "").and(side(gone, "del")).and(side(come, "ins")),
    }
}

fn side(pieces: &[Piece], mark: &str) -> Node {
    let cell = node("td", if pieces.is_empty() { "empty" } else { "" });
    cell.and_all(pieces.iter().map(|piece| text(if piece.own { mark } else { "span" }, "", piece.text)))
}
