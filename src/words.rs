//! Words: a block's text as tokens, folded and interned. The text itself is never rewritten.

mod fold;
mod names;
mod tokenizer;

use std::ops::{BitOr, BitOrAssign};

use crate::engine::Word;

pub use names::mask_names;
pub use tokenizer::tokenize;

/// A word or a mark, and where it stands in its block (bytes).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// The interned word; marks have words of their own.
    pub word: Word,
    /// First byte in the block's text.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// How it is written.
    pub shape: Shape,
}

/// How a token is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Shape(u8);

impl Shape {
    /// Begins with a capital letter.
    pub const CAPITAL: Self = Self(1);
    /// Stands within quotation marks.
    pub const QUOTED: Self = Self(2);
    /// Holds no small letter, and more than one letter.
    pub const ALL_CAPITALS: Self = Self(4);
    /// Is joined to the word before it by a hyphen.
    pub const HYPHENED: Self = Self(8);

    /// Whether it has all of these.
    #[must_use]
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

impl BitOr for Shape {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Shape {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// A comma.
pub const COMMA: Word = Word(1);
/// A semicolon.
pub const SEMICOLON: Word = Word(2);
/// A colon.
pub const COLON: Word = Word(3);
/// An opening bracket.
pub const OPEN: Word = Word(4);
/// A closing bracket.
pub const CLOSE: Word = Word(5);
/// A dash between words.
pub const DASH: Word = Word(6);
/// A full stop that may end a sentence.
pub const STOP: Word = Word(7);
/// A question mark.
pub const QUESTION: Word = Word(8);
/// A number.
pub const NUMBER: Word = Word(9);
/// A slash.
pub const SLASH: Word = Word(10);
/// The end of a table's cell.
pub const CELL: Word = Word(11);
