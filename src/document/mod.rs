//! What the reader was given: a page (or a text) as an ordered list of blocks.

mod bare_list;
mod furniture;
mod heading;
#[cfg(not(target_arch = "wasm32"))]
mod html;
#[cfg(test)]
mod layouts;
mod lines;
mod mark;
mod piece;
mod subject;
mod table;
mod text;

use serde::{Deserialize, Serialize};

/// A page or a text, as it was read, before any judgement.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.d.ts", optional_fields))]
pub struct Document {
    /// Address of the page, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The page's own title (`document.title`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The page's own claim of its language (`<html lang>`): a hint, never a proof.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// The text, in reading order.
    pub blocks: Vec<Block>,
}

/// One run of text that a reader sees as a unit: a heading, a paragraph, a list item, a table row.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.d.ts", optional_fields))]
pub struct Block {
    /// What the run of text is.
    pub kind: BlockKind,
    /// Heading level (1-6) or list depth (1 is the outermost list); 0 for everything else.
    #[serde(default)]
    pub level: u8,
    /// The text, character for character as it stands in the page. Cells of a row are parted by a tab, or by `|`
    /// where the row stands in a Markdown table: [`Block::cells`] knows both.
    pub text: String,
    /// For a table row: the texts of its column headers, in the order of the cells; else empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub headers: Vec<String>,
    /// Whether it stands in a part of the page that a click has yet to open.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub collapsed: bool,
}

/// What a block is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.d.ts"))]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    /// A heading, `level` 1-6.
    Heading,
    /// Running text.
    #[default]
    Paragraph,
    /// A list item (or the description in a definition list), `level` deep.
    Item,
    /// A table row of data, with `headers`.
    Row,
    /// Furniture: menus, footers, banners, an archive's note. Read for links and dates, never evidence.
    Furniture,
}

impl Block {
    /// A block of running text.
    pub fn paragraph(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}
