//! The words that the rules know, and the table that finds them.
//!
//! A word's id is its place among the words, counted from 1. `behavior=behaviour` are spellings of one word; a word that
//! stands on two lines keeps its first id.

use super::packed::{FIRST_ENDINGS, NONE_SHARED};

/// A power of two, about three times as many as there are words.
const SLOTS: usize = 1 << 14;

/// Finds words.
pub struct WordList {
    text: Vec<u8>,
    /// Open addressing; an empty slot has id 0.
    slots: Vec<Slot>,
    /// The forms of each inflected word.
    pub forms: Vec<Vec<u16>>,
    /// How many ids there are, the unknown word's included.
    pub count: u16,
}

#[derive(Clone, Copy, Default)]
struct Slot {
    start: u32,
    length: u16,
    id: u16,
}

impl WordList {
    /// A list without words.
    pub fn new() -> Self {
        Self { text: Vec::new(), slots: vec![Slot::default(); SLOTS], forms: Vec::new(), count: 1 }
    }

    /// Reads what [`super::pack`] wrote: a line each for the marks, the endings of inflected words, their stems, and the
    /// other words.
    pub fn unpack(packed: &str) -> Self {
        let mut list = Self::new();
        let mut lines = packed.split('\n');
        let mut line = || lines.next().unwrap_or_default();
        list.line(line());
        let endings: Vec<&str> = line().split('|').collect();
        list.unpack_forms(&endings, line());
        list.unpack_plain(line().as_bytes());
        list
    }

    fn unpack_forms(&mut self, endings: &[&str], mut stems: &str) {
        while let Some(length) = stems.bytes().position(|sign| sign < b'a') {
            let of = endings[usize::from(stems.as_bytes()[length] - FIRST_ENDINGS)];
            let forms = self.words(&stems.as_bytes()[..length], of.as_bytes());
            self.forms.push(forms);
            stems = &stems[length + 1..];
        }
    }

    fn unpack_plain(&mut self, mut words: &[u8]) {
        let mut word = Vec::new();
        while let Some((&sign, rest)) = words.split_first() {
            let length = rest.iter().position(u8::is_ascii_uppercase).unwrap_or(rest.len());
            word.truncate(usize::from(sign - NONE_SHARED));
            word.extend_from_slice(&rest[..length]);
            self.words(&[], &word);
            words = &rest[length..];
        }
    }

    /// Adds words parted by blanks; their ids.
    pub fn line(&mut self, line: &str) -> Vec<u16> {
        self.words(&[], line.as_bytes())
    }

    /// Adds words, each the stem and one of the endings; their ids.
    fn words(&mut self, stem: &[u8], endings: &[u8]) -> Vec<u16> {
        let (mut ids, mut id) = (Vec::new(), 0);
        let mut word = stem.to_vec();
        for &byte in endings.iter().chain(b" ") {
            if byte != b' ' && byte != b'=' {
                word.push(byte);
                continue;
            }
            id = self.insert(&word, id);
            word.truncate(stem.len());
            if byte == b' ' {
                ids.push(id);
                id = 0;
            }
        }
        ids
    }

    /// Gives the word the id, or, for 0, the one it has, or a new one; its id.
    fn insert(&mut self, word: &[u8], id: u16) -> u16 {
        let slot = self.slot(word);
        if self.slots[slot].id == 0 {
            let new = if id == 0 { self.count } else { id };
            self.count = self.count.max(new + 1);
            let length = u16::try_from(word.len()).unwrap_or(u16::MAX);
            self.slots[slot] = Slot { start: narrow(self.text.len()), length, id: new };
            self.text.extend_from_slice(word);
        }
        if id == 0 { self.slots[slot].id } else { id }
    }

    /// The words that a symbol stands for which is a word's or, counted on from the words and the named vocabularies, an
    /// inflected word's.
    pub fn meant<'a>(&'a self, symbol: &'a u16, named: u16) -> &'a [u16] {
        match symbol.checked_sub(self.count + named) {
            Some(forms) => &self.forms[usize::from(forms)],
            None => std::slice::from_ref(symbol),
        }
    }

    /// The word's id; 0 if the rules do not know it.
    pub fn find(&self, word: &[u8]) -> u16 {
        self.slots[self.slot(word)].id
    }

    fn slot(&self, word: &[u8]) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = hash(word) as usize & mask;
        loop {
            let Slot { start, length, id } = self.slots[slot];
            let start = start as usize;
            if id == 0 || &self.text[start..start + usize::from(length)] == word {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
    }
}

fn narrow(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// FNV-1a.
fn hash(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}
