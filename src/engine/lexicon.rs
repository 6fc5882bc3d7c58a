//! The tables made ready: built once from the packed ones when the first word is looked up.

use std::sync::OnceLock;

use super::entry::{END, FORMS, LAST};
use super::needs::{Need, Piece, needs, openings};
use super::op::MOST;

use super::tables;
use super::word_list::WordList;

/// The matcher's tables, ready to be asked.
pub(super) struct Lexicon {
    pub words: WordList<'static>,
    /// For each word, a bit for each vocabulary of which it alone is an entry.
    single: BitTable,
    /// For each word, a bit for each vocabulary of which it begins an entry, alone or with the words after it.
    begins: BitTable,
    /// For each word, the entries of several words that it begins: ordered by vocabulary, longest first.
    phrases: Vec<Vec<(u16, &'static [u16])>>,
    pub wordings: Vec<Wording>,
    /// For each vocabulary, the wordings that may begin with one of its entries.
    pub opened_by: Vec<Vec<u16>>,
    /// For each word, the wordings that may begin with the word itself.
    pub opened_by_word: Vec<Vec<u16>>,
}

/// A wording of a rule.
pub(super) struct Wording {
    /// Its place in the program.
    pub place: usize,
    /// Its rule.
    pub rule: u16,
    /// What it may begin with.
    pub opens: Need,
    /// What a run of words must hold, in order, for it to be found.
    pub needs: Vec<Need>,
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
        let (rows, columns) = (usize::from(words.count), named + words.forms.len());
        let (single, begins) = (BitTable::new(rows, columns), BitTable::new(rows, columns));
        let mut lexicon = Self {
            words,
            single,
            begins,
            phrases: vec![Vec::new(); rows],
            wordings: Vec::new(),
            opened_by: vec![Vec::new(); columns],
            opened_by_word: vec![Vec::new(); rows],
        };
        for (forms, of) in (tables::VOCABULARIES..).zip(&lexicon.words.forms) {
            for &word in of {
                lexicon.single.set(word, forms);
                lexicon.begins.set(word, forms);
            }
        }
        lexicon.read_entries();
        lexicon.read_wordings();
        lexicon
    }

    fn read_entries(&mut self) {
        for (vocabulary, entries) in (0..).zip(tables::ENTRIES.split(|&item| item == END)) {
            for entry in entries.split_inclusive(|item| item & LAST != 0) {
                self.read_entry(vocabulary, entry);
            }
        }
    }

    fn read_entry(&mut self, vocabulary: u16, entry: &'static [u16]) {
        let first: &[u16] = match meant(entry[0]) {
            Item::Word(word) => &[word],
            Item::Forms(forms) => &self.words.forms[usize::from(forms - tables::VOCABULARIES)],
        };
        for &word in first {
            self.begins.set(word, vocabulary);
            if entry.len() == 1 {
                self.single.set(word, vocabulary);
            } else {
                self.phrases[usize::from(word)].push((vocabulary, entry));
            }
        }
    }

    fn read_wordings(&mut self) {
        let mut place = 0;
        for (rule, &count) in (0..).zip(&tables::WORDINGS) {
            for _ in 0..count {
                let mut opens = Need::new();
                openings(place, &mut opens);
                self.note_openings(&opens);
                self.wordings.push(Wording { place, rule, opens, needs: needs(place) });
                place +=
                    tables::PROGRAM[place..].iter().position(|&op| op == 0).map_or(0, |length| length + 1);
            }
        }
    }

    /// Notes what the next wording may begin with.
    fn note_openings(&mut self, opens: &[Piece]) {
        let wording = u16::try_from(self.wordings.len()).unwrap_or(u16::MAX);
        for &piece in opens {
            match piece {
                Piece::Word(word) => self.opened_by_word[usize::from(word)].push(wording),
                Piece::Vocabulary(vocabulary) => self.opened_by[usize::from(vocabulary)].push(wording),
            }
        }
    }

    /// Whether the word alone is an entry of the vocabulary.
    pub fn is(&self, word: u16, vocabulary: u16) -> bool {
        self.single.has(word, vocabulary)
    }

    /// Whether the word begins an entry of the vocabulary, alone or with the words after it.
    pub fn begins(&self, word: u16, vocabulary: u16) -> bool {
        self.begins.has(word, vocabulary)
    }

    /// The vocabulary's entries of several words that the word begins, longest first.
    pub fn phrases(&self, word: u16, vocabulary: u16) -> impl Iterator<Item = &'static [u16]> + use<'_> {
        let phrases = &self.phrases[usize::from(word)];
        let start = phrases.partition_point(|(of, _)| *of < vocabulary);
        phrases[start..].iter().take_while(move |(of, _)| *of == vocabulary).map(|(_, entry)| *entry)
    }

    /// A bit for each vocabulary of which the word begins an entry.
    pub fn begun_by(&self, word: u16) -> &[u64] {
        self.begins.row(word)
    }

    /// How many vocabularies there are, those of forms included.
    pub fn vocabularies(&self) -> usize {
        usize::from(tables::VOCABULARIES) + self.words.forms.len()
    }

    /// Whether the word is what the item of an entry asks for.
    pub fn fits(&self, word: u16, item: u16) -> bool {
        match meant(item) {
            Item::Word(id) => id == word,
            Item::Forms(vocabulary) => self.single.has(word, vocabulary),
        }
    }
}

enum Item {
    Word(u16),
    /// The vocabulary of an inflected word's forms.
    Forms(u16),
}

fn meant(item: u16) -> Item {
    let id = item & MOST;
    if item & FORMS == 0 { Item::Word(id) } else { Item::Forms(id) }
}

/// Bits in rows, one a word; columns are vocabularies.
struct BitTable {
    bits: Vec<u64>,
    row: usize,
}

impl BitTable {
    fn new(rows: usize, columns: usize) -> Self {
        let row = columns.div_ceil(64);
        Self { bits: vec![0; rows * row], row }
    }

    fn row(&self, word: u16) -> &[u64] {
        let start = usize::from(word) * self.row;
        &self.bits[start..start + self.row]
    }

    fn set(&mut self, word: u16, column: u16) {
        self.bits[usize::from(word) * self.row + usize::from(column / 64)] |= 1 << (column % 64);
    }

    fn has(&self, word: u16, column: u16) -> bool {
        self.bits[usize::from(word) * self.row + usize::from(column / 64)] >> (column % 64) & 1 == 1
    }
}
