//! The words that the rules know, as one text, and the table that finds them in it.
//!
//! The text has three parts, parted by empty lines: the marks; the inflected words, a line for the forms of each;
//! the other words, a line each. `behavior=behaviour` are spellings of one word. A word's id is its place among the
//! words, counted from 1; one that stands on two lines keeps its first id.

/// Finds words in the text.
pub struct WordList<'a> {
    text: &'a [u8],
    /// Open addressing over a power of two; an empty slot has id 0.
    slots: Vec<Slot>,
    /// The forms of each inflected word, in the order of the text.
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

impl<'a> WordList<'a> {
    /// Reads the text.
    pub fn parse(text: &'a str) -> Self {
        let slots = vec![Slot::default(); (text.len() / 3).next_power_of_two()];
        let mut list = Self { text: text.as_bytes(), slots, forms: Vec::new(), count: 1 };
        let mut part = 0;
        let mut at = 0;
        for line in text.split('\n') {
            if line.is_empty() {
                part += 1;
            } else {
                let ids = list.line(line, at);
                if part == 1 {
                    list.forms.push(ids);
                }
            }
            at += line.len() + 1;
        }
        list
    }

    fn line(&mut self, line: &str, mut at: usize) -> Vec<u16> {
        let mut ids = Vec::new();
        for group in line.split(' ') {
            let mut first = 0;
            for word in group.split('=') {
                let id = self.insert(at, word.len(), first);
                first = if first == 0 { id } else { first };
                at += word.len() + 1;
            }
            ids.push(first);
        }
        ids
    }

    /// Gives the word at this place the id, or, for 0, the one it has, or a new one.
    fn insert(&mut self, start: usize, length: usize, id: u16) -> u16 {
        let word = &self.text[start..start + length];
        let slot = self.slot(word);
        if self.slots[slot].id == 0 {
            let new = if id == 0 { self.count } else { id };
            self.count = self.count.max(new + 1);
            self.slots[slot] =
                Slot { start: narrow(start), length: u16::try_from(length).unwrap_or(u16::MAX), id: new };
        }
        self.slots[slot].id
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
