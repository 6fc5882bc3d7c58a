//! The tables made ready: built once from the packed ones when the first word is looked up.

use std::sync::OnceLock;

use super::entry::{END, FORMS, LAST};
use super::op::{MOST, Op};
use super::tables;
use super::word_list::WordList;

/// The matcher's tables, ready to be asked.
pub(super) struct Lexicon {
    pub words: WordList<'static>,
    /// For each vocabulary, a bit for each word that alone is an entry.
    single: BitTable,
    /// For each vocabulary, a bit for each word that begins an entry of several words.
    openers: BitTable,
    /// For each vocabulary, its entries of several words under each word that may begin them: ordered by that word,
    /// and for one word longest first.
    phrases: Vec<Vec<(u16, &'static [u16])>>,
    /// For each wording, its place in the program and its rule.
    pub wordings: Vec<(usize, u16)>,
    /// For each word, the wordings that may start with it.
    pub starts: Vec<Vec<u16>>,
}

/// The tables.
pub(super) fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(Lexicon::build)
}

impl Lexicon {
    fn build() -> Self {
        let words = WordList::parse(tables::WORDS);
        let named = usize::from(tables::VOCABULARIES);
        let (rows, columns) = (named + words.forms.len(), usize::from(words.count));
        let (single, openers) = (BitTable::new(rows, columns), BitTable::new(rows, columns));
        let (phrases, wordings) = (vec![Vec::new(); rows], Vec::new());
        let mut lexicon =
            Self { words, single, openers, phrases, wordings, starts: vec![Vec::new(); columns] };
        for (place, forms) in lexicon.words.forms.iter().enumerate() {
            for &word in forms {
                lexicon.single.set(named + place, word);
            }
        }
        lexicon.read_entries();
        lexicon.read_wordings();
        lexicon
    }

    fn read_entries(&mut self) {
        for (vocabulary, entries) in tables::ENTRIES.split(|&item| item == END).enumerate() {
            for entry in entries.split_inclusive(|item| item & LAST != 0) {
                self.read_entry(vocabulary, entry);
            }
        }
        for phrases in &mut self.phrases {
            phrases.sort_by_key(|(word, _)| *word);
        }
    }

    fn read_entry(&mut self, vocabulary: usize, entry: &'static [u16]) {
        let first: &[u16] = match meant(entry[0]) {
            Item::Word(word) => &[word],
            Item::Forms(forms) => &self.words.forms[forms - usize::from(tables::VOCABULARIES)],
        };
        for &word in first {
            if entry.len() == 1 {
                self.single.set(vocabulary, word);
            } else {
                self.openers.set(vocabulary, word);
                self.phrases[vocabulary].push((word, entry));
            }
        }
    }

    fn read_wordings(&mut self) {
        let mut place = 0;
        for (rule, &count) in (0..).zip(&tables::WORDINGS) {
            for _ in 0..count {
                let wording = u16::try_from(self.wordings.len()).unwrap_or(u16::MAX);
                self.wordings.push((place, rule));
                self.open(place, wording);
                place +=
                    tables::PROGRAM[place..].iter().position(|&op| op == 0).map_or(0, |length| length + 1);
            }
        }
    }

    /// Notes the words that a wording may start with.
    fn open(&mut self, place: usize, wording: u16) {
        match Op::unpack(tables::PROGRAM[place]) {
            Op::Word(word) => self.note(word, wording),
            Op::Vocabulary(vocabulary) => {
                let row = usize::from(vocabulary);
                for word in BitTable::either(&self.single, &self.openers, row) {
                    self.note(word, wording);
                }
            }
            Op::Split(further) => {
                self.open(place + 1, wording);
                self.open(place + usize::from(further), wording);
            }
            Op::Jump(further) => self.open(place + usize::from(further), wording),
            Op::Head => self.open(place + 1, wording),
            Op::Gap(_) | Op::Match => {}
        }
    }

    fn note(&mut self, word: u16, wording: u16) {
        let starts = &mut self.starts[usize::from(word)];
        if starts.last() != Some(&wording) {
            starts.push(wording);
        }
    }

    /// Whether the word alone is an entry of the vocabulary.
    pub fn is(&self, word: u16, vocabulary: u16) -> bool {
        self.single.has(usize::from(vocabulary), word)
    }

    /// The vocabulary's entries of several words that may begin with the word, longest first.
    pub fn phrases(&self, word: u16, vocabulary: u16) -> &[(u16, &'static [u16])] {
        if !self.openers.has(usize::from(vocabulary), word) {
            return &[];
        }
        let phrases = &self.phrases[usize::from(vocabulary)];
        let start = phrases.partition_point(|(first, _)| *first < word);
        let length = phrases[start..].iter().take_while(|(first, _)| *first == word).count();
        &phrases[start..start + length]
    }

    /// Whether the word is what the item of an entry asks for.
    pub fn fits(&self, word: u16, item: u16) -> bool {
        match meant(item) {
            Item::Word(id) => id == word,
            Item::Forms(vocabulary) => self.single.has(vocabulary, word),
        }
    }
}

enum Item {
    Word(u16),
    /// The vocabulary of an inflected word's forms.
    Forms(usize),
}

fn meant(item: u16) -> Item {
    let id = item & MOST;
    if item & FORMS == 0 { Item::Word(id) } else { Item::Forms(usize::from(id)) }
}

/// Bits in rows.
struct BitTable {
    bits: Vec<u64>,
    row: usize,
}

impl BitTable {
    fn new(rows: usize, columns: usize) -> Self {
        let row = columns.div_ceil(64);
        Self { bits: vec![0; rows * row], row }
    }

    fn set(&mut self, row: usize, column: u16) {
        self.bits[row * self.row + usize::from(column / 64)] |= 1 << (column % 64);
    }

    fn has(&self, row: usize, column: u16) -> bool {
        self.bits[row * self.row + usize::from(column / 64)] >> (column % 64) & 1 == 1
    }

    /// The columns set in this row of either table.
    fn either(one: &Self, other: &Self, row: usize) -> Vec<u16> {
        let places = row * one.row..(row + 1) * one.row;
        let mut set = Vec::new();
        for (place, base) in places.zip((0_u16..).step_by(64)) {
            let mut bits = one.bits[place] | other.bits[place];
            while bits != 0 {
                set.push(base + u16::try_from(bits.trailing_zeros()).unwrap_or_default());
                bits &= bits - 1;
            }
        }
        set
    }
}
