//! The tables made ready: built once from the packed ones when the first word is looked up.

use std::sync::OnceLock;

use super::needs::{Needs, Piece, Wants};
use super::op::{self, Op};
use super::packed::Reader;
use super::rule::Rule;
use super::tables;
use super::word_list::WordList;

/// The matcher's tables, ready to be asked.
pub(super) struct Lexicon {
    pub words: WordList,
    pub rules: Vec<Rule>,
    pub program: Vec<Op>,
    /// For each word, a bit for each vocabulary of which it alone is an entry.
    single: BitTable,
    /// For each word, a bit for each vocabulary of which it begins an entry, alone or with the words after it.
    begins: BitTable,
    /// The symbols of all entries of several words.
    symbols: Vec<u16>,
    /// For each word, the entries of several words that it begins: ordered by vocabulary, longest first.
    phrases: Vec<Vec<Phrase>>,
    pub wordings: Vec<Wording>,
    pub needs: Needs,
    /// A bit for each vocabulary that some wording needs.
    pub needed: Vec<u64>,
    /// For each vocabulary, the wordings whose rarest need it meets.
    pub opened_by: Vec<Vec<u16>>,
    /// For each word, the wordings whose rarest need it meets itself.
    pub opened_by_word: Vec<Vec<u16>>,
}

/// An entry of several words.
#[derive(Clone, Copy)]
struct Phrase {
    vocabulary: u16,
    /// Where its symbols begin.
    start: u16,
    length: u16,
}

/// A wording of a rule.
pub(super) struct Wording {
    /// Its place in the program.
    pub place: usize,
    /// Its rule.
    pub rule: u16,
    /// What a run of words must hold for it to be found.
    pub wants: Wants,
}

/// The tables.
pub(super) fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(Lexicon::build)
}

impl Lexicon {
    fn build() -> Self {
        let words = WordList::unpack(tables::WORDS);
        let named = usize::from(tables::VOCABULARIES);
        let (rows, columns) = (usize::from(words.count), named + words.forms.len());
        let (single, begins) = (BitTable::new(rows, columns), BitTable::new(rows, columns));
        let mut lexicon = Self {
            rules: Rule::unpack_all(),
            program: op::unpack(tables::PROGRAM, tables::COMMON, words.count),
            words,
            single,
            begins,
            symbols: Vec::new(),
            phrases: vec![Vec::new(); rows],
            wordings: Vec::new(),
            needs: Needs::default(),
            needed: vec![0; columns.div_ceil(64)],
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
        for vocabulary in lexicon.needs.vocabularies() {
            lexicon.needed[usize::from(vocabulary / 64)] |= 1 << (vocabulary % 64);
        }
        lexicon
    }

    fn read_entries(&mut self) {
        let mut reader = Reader::new(tables::ENTRIES, tables::COMMON);
        for vocabulary in 0..tables::VOCABULARIES {
            let mut symbol = 0;
            for _ in 0..reader.number() {
                symbol += reader.number();
                for &word in self.words.meant(&symbol, tables::VOCABULARIES) {
                    self.begins.set(word, vocabulary);
                    self.single.set(word, vocabulary);
                }
            }
            self.read_phrases(vocabulary, &mut reader);
        }
    }

    fn read_phrases(&mut self, vocabulary: u16, reader: &mut Reader) {
        let mut last = 0;
        for _ in 0..reader.number() {
            let (start, lengths) = (self.symbols.len(), usize::from(reader.byte()));
            self.symbols.extend_from_within(last..last + (lengths >> 4));
            for _ in 0..lengths & 15 {
                let first = reader.byte();
                self.symbols.push(reader.symbol(first));
            }
            last = start;
            self.note_phrase(vocabulary, start);
        }
    }

    /// Notes the last entry read, whose symbols begin at `start`.
    fn note_phrase(&mut self, vocabulary: u16, start: usize) {
        let small = |number| u16::try_from(number).unwrap_or_default();
        let phrase = Phrase { vocabulary, start: small(start), length: small(self.symbols.len() - start) };
        for &word in self.words.meant(&self.symbols[start], tables::VOCABULARIES) {
            self.begins.set(word, vocabulary);
            let phrases = &mut self.phrases[usize::from(word)];
            let longer = |known: &Phrase| known.vocabulary < vocabulary || known.length >= phrase.length;
            let place = phrases.partition_point(longer);
            phrases.insert(place, phrase);
        }
    }

    fn read_wordings(&mut self) {
        let (mut place, mut rarest) = (0, tables::RAREST.iter());
        for (rule, &count) in (0..).zip(tables::WORDINGS) {
            for _ in 0..count {
                let wants = self.needs.read(&self.program, place);
                self.note_rarest(wants, rarest.next().copied().unwrap_or_default());
                self.wordings.push(Wording { place, rule, wants });
                place += self.program[place..]
                    .iter()
                    .position(|&op| op == Op::Match)
                    .map_or(0, |length| length + 1);
            }
        }
    }

    /// Notes which need of the next wording texts meet least often: its place among the wording's needs.
    fn note_rarest(&mut self, wants: Wants, place: u8) {
        let wording = u16::try_from(self.wordings.len()).unwrap_or(u16::MAX);
        let rarest = self.needs.of(wants).get(usize::from(place)).copied().unwrap_or(wants.opens);
        for &piece in self.needs.pieces(rarest) {
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

    /// The vocabulary's entries of several words that the word begins, longest first: the symbols of each.
    pub fn phrases(&self, word: u16, vocabulary: u16) -> impl Iterator<Item = &[u16]> {
        let phrases = &self.phrases[usize::from(word)];
        let start = phrases.partition_point(|phrase| phrase.vocabulary < vocabulary);
        let of = phrases[start..].iter().take_while(move |phrase| phrase.vocabulary == vocabulary);
        of.map(|phrase| &self.symbols[usize::from(phrase.start)..][..usize::from(phrase.length)])
    }

    /// A bit for each vocabulary of which the word begins an entry.
    pub fn begun_by(&self, word: u16) -> &[u64] {
        self.begins.row(word)
    }

    /// How many vocabularies there are, those of forms included.
    pub fn vocabularies(&self) -> usize {
        usize::from(tables::VOCABULARIES) + self.words.forms.len()
    }

    /// Whether the word is what a symbol of an entry asks for.
    pub fn fits(&self, word: u16, symbol: u16) -> bool {
        symbol == word
            || symbol.checked_sub(self.words.count).is_some_and(|forms| self.single.has(word, forms))
    }
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
