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
    /// For each vocabulary, its entries of several words, longest first.
    pub phrases: Vec<Vec<&'static [u16]>>,
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
                let table = if entry.len() == 1 { &mut self.single } else { &mut self.openers };
                match meant(entry[0]) {
                    Item::Word(word) => table.set(vocabulary, word),
                    Item::Forms(forms) => {
                        let place = forms - usize::from(tables::VOCABULARIES);
                        self.words.forms[place].iter().for_each(|&word| table.set(vocabulary, word));
                    }
                }
                if entry.len() > 1 {
                    self.phrases[vocabulary].push(entry);
                }
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
                for word in 0..self.words.count {
                    if self.is(word, vocabulary) || self.opens(word, vocabulary) {
                        self.note(word, wording);
                    }
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

    /// Whether an entry of several words begins with the word.
    pub fn opens(&self, word: u16, vocabulary: u16) -> bool {
        self.openers.has(usize::from(vocabulary), word)
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
}
