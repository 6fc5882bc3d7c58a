//! A piece of a text on its way to a block: a slice, and what is known of it so far.

use super::mark::Mark;
use super::{Block, BlockKind};

/// A slice of the input and what it is taken for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Piece {
    /// What it is taken for.
    pub kind: BlockKind,
    /// Heading level or list depth.
    pub level: u8,
    /// First byte in the input.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// Column headers of a row.
    pub headers: Vec<String>,
    /// A blank line stands above.
    pub spaced: bool,
    /// The layout itself says what it is (`#`, a table, a known note): no later step changes it.
    pub settled: bool,
    /// The whole line is set in bold.
    pub bold: bool,
    /// The list mark before it.
    pub mark: Option<Mark>,
}

impl Piece {
    /// A piece of running text.
    pub fn plain(start: usize, end: usize) -> Self {
        Self { start, end, ..Self::default() }
    }

    /// A piece whose kind the layout itself tells.
    pub fn settled(kind: BlockKind, level: u8, start: usize, end: usize) -> Self {
        Self { kind, level, start, end, settled: true, ..Self::default() }
    }

    /// Its text.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start..self.end]
    }

    /// The block it becomes.
    pub fn into_block(self, text: &str) -> Block {
        Block {
            kind: self.kind,
            level: self.level,
            text: text[self.start..self.end].to_owned(),
            headers: self.headers,
            collapsed: false,
        }
    }
}
