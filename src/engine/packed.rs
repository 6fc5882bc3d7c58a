//! How the tables are packed into bytes: what the build writes and the lexicon reads.
//!
//! A *symbol* is a word's id or, counted on from the number of words, a vocabulary. In the program a byte below
//! [`COMMON`] is a step of its own, up to [`FAR`] one of the symbols that are listed as common, from there on the first
//! of two bytes of a symbol. Entries of several words are written in order, each with how many symbols it shares with
//! the one before.

/// The wording ends.
pub const END: u8 = 0;
/// The next word carries the clause.
pub const HEAD: u8 = 1;
/// A choice begins.
pub const OPEN: u8 = 2;
/// The next way of a choice begins.
pub const OR: u8 = 3;
/// A choice ends.
pub const CLOSE: u8 = 4;
/// A short gap.
pub const SHORT: u8 = 5;
/// A long gap.
pub const LONG: u8 = 6;
/// The most tokens that a short gap skips.
pub const SHORT_GAP: u8 = 4;
/// The most tokens that a long gap skips.
pub const LONG_GAP: u8 = 12;
/// The first common symbol.
pub const COMMON: u8 = 7;
/// The first of two bytes of a symbol that is not common.
pub const FAR: u8 = 128;

/// Conditions of rules by their names in the rule files; [`super::rule`] knows them by their places here.
#[allow(dead_code, reason = "the build packs, the reader unpacks")]
pub const ASKS: [&str; 14] = [
    "near",
    "under",
    "with",
    "without",
    "clear",
    "anywhere",
    "any-actor",
    "partner",
    "ourselves",
    "others",
    "plain",
    "quoted",
    "column",
    "implied",
];
/// From here on a number among a rule's conditions is no vocabulary, but begins the next condition.
pub const FIRST_ASK: u16 = 1 << 12;

/// In the list of inflected words, the first sign that names the endings of the stem before it; the others follow.
pub const FIRST_ENDINGS: u8 = b'!';
/// In the list of plain words, the sign for nothing shared with the word before; the signs after it stand for one byte
/// shared, two, and so on.
pub const NONE_SHARED: u8 = b'A';

/// Reads what was packed.
pub struct Reader<'a> {
    bytes: &'a [u8],
    common: &'a [u16],
}

impl<'a> Reader<'a> {
    /// A reader from the beginning; `common` lists the common symbols.
    pub fn new(bytes: &'a [u8], common: &'a [u16]) -> Self {
        Self { bytes, common }
    }

    /// Whether nothing is left.
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// The next byte; [`END`] where there is none.
    pub fn byte(&mut self) -> u8 {
        let Some((&first, rest)) = self.bytes.split_first() else { return END };
        self.bytes = rest;
        first
    }

    /// The next number: seven bits a byte, the lowest first.
    pub fn number(&mut self) -> u16 {
        let byte = self.byte();
        let low = u16::from(byte & 127);
        if byte < 128 { low } else { low | self.number() << 7 }
    }

    /// The symbol that begins with this byte.
    pub fn symbol(&mut self, first: u8) -> u16 {
        if first < FAR {
            self.common.get(usize::from(first - COMMON)).copied().unwrap_or_default()
        } else {
            u16::from(first - FAR) << 8 | u16::from(self.byte())
        }
    }
}
