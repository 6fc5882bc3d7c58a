//! Words in small letters.

use super::Shape;
use crate::letters::{is_capital, is_small, small};

/// A word in small letters, in a buffer of its own; a word too long for it is one that no rule knows.
#[derive(Default)]
pub(super) struct Fold {
    buffer: [u8; 32],
    length: usize,
    capital: bool,
    small: bool,
    letters: usize,
}

impl Fold {
    pub(super) fn of(word: &[u8]) -> Self {
        let mut fold = Self::default();
        for &byte in word {
            fold.push(char::from(byte));
        }
        fold
    }

    pub(super) fn push(&mut self, c: char) {
        self.capital |= self.letters == 0 && is_capital(c);
        self.small |= is_small(c);
        self.letters += 1;
        match c {
            _ if c.is_ascii() => self.put(c as u8 | if c.is_ascii_uppercase() { 32 } else { 0 }),
            'ﬁ' => self.put_all("fi"),
            'ﬂ' => self.put_all("fl"),
            'ﬀ' => self.put_all("ff"),
            _ => self.put_all(small(c).encode_utf8(&mut [0; 4])),
        }
    }

    fn put_all(&mut self, text: &str) {
        text.bytes().for_each(|byte| self.put(byte));
    }

    fn put(&mut self, byte: u8) {
        if let Some(room) = self.buffer.get_mut(self.length) {
            *room = byte;
            self.length += 1;
        }
    }

    pub(super) fn shorten(&mut self) {
        self.length = self.length.saturating_sub(1);
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.buffer[..self.length]
    }

    pub(super) fn shape(&self) -> Shape {
        let capital = if self.capital { Shape::CAPITAL } else { Shape::default() };
        let all = self.capital && !self.small && self.letters > 1;
        capital | if all { Shape::ALL_CAPITALS } else { Shape::default() }
    }
}
