//! Where in a run of words the pieces of a wording may stand: most wordings are ruled out by a few bits.
//!
//! Its loops are written out: built for size, a chain of iterators is a call at each step.

use super::Word;
use super::lexicon::lexicon;
use super::needs::{Piece, Wants};

/// For each vocabulary, a bit for each place at which one of its entries may begin.
pub(super) struct Places<'a> {
    words: &'a [Word],
    /// How many numbers the places of one vocabulary take.
    row: usize,
    bits: Vec<u64>,
    /// A bit for each word that stands there.
    known: Vec<u64>,
    /// A bit for each wording whose rarest need is met.
    opened: Vec<u64>,
}

impl<'a> Places<'a> {
    /// Looks through the words.
    pub fn of(words: &'a [Word]) -> Self {
        let lexicon = lexicon();
        let row = words.len().div_ceil(64);
        let known = vec![0; usize::from(lexicon.words.count).div_ceil(64)];
        let bits = vec![0; lexicon.vocabularies() * row];
        let opened = vec![0; lexicon.wordings.len().div_ceil(64)];
        let mut places = Self { words, row, bits, known, opened };
        // Of unknown words nothing is to be noted.
        for (at, word) in words.iter().enumerate().filter(|(_, word)| **word != Word::default()) {
            places.open(&lexicon.opened_by_word[usize::from(word.0)]);
            places.known[usize::from(word.0 / 64)] |= 1 << (word.0 % 64);
            for (number, &begun) in lexicon.begun_by(word.0).iter().enumerate() {
                places.set(at, number * 64, begun & lexicon.needed[number]);
            }
        }
        places
    }

    /// Notes that entries of these vocabularies, a bit each counted from `first`, may begin at this place.
    fn set(&mut self, at: usize, first: usize, mut begun: u64) {
        while begun != 0 {
            let vocabulary = first + begun.trailing_zeros() as usize;
            let marks = &mut self.bits[vocabulary * self.row + at / 64];
            let is_first = *marks == 0;
            *marks |= 1 << (at % 64);
            if is_first {
                self.open(&lexicon().opened_by[vocabulary]);
            }
            begun &= begun - 1;
        }
    }

    fn open(&mut self, wordings: &[u16]) {
        for wording in wordings {
            self.opened[usize::from(wording / 64)] |= 1 << (wording % 64);
        }
    }

    /// The wordings that may be found here, in order.
    pub fn opened(&self) -> Vec<u16> {
        let mut opened = Vec::new();
        for (first, &marks) in (0..).step_by(64).zip(&self.opened) {
            let mut marks = marks;
            while marks != 0 {
                opened.push(first + u16::try_from(marks.trailing_zeros()).unwrap_or_default());
                marks &= marks - 1;
            }
        }
        opened
    }

    /// The first place from here on where the wording may begin; none if what it needs does not follow.
    pub fn next(&self, wants: Wants, from: usize) -> Option<usize> {
        let needs = &lexicon().needs;
        let start = self.next_of_any(needs.pieces(wants.opens), from)?;
        let mut at = start + wants.opened;
        for &need in &needs.of(wants)[wants.opened..] {
            at = self.next_of_any(needs.pieces(need), at)? + 1;
        }
        Some(start)
    }

    fn next_of_any(&self, need: &[Piece], from: usize) -> Option<usize> {
        if from >= self.words.len() {
            return None;
        }
        let mut first = self.words.len();
        let mut begun = 0;
        for &piece in need {
            match piece {
                Piece::Word(word) => first = self.next_of(word, from, first),
                // Most sentences are short: their bits are looked at together.
                Piece::Vocabulary(vocabulary) if self.row == 1 => begun |= self.bits[usize::from(vocabulary)],
                Piece::Vocabulary(vocabulary) => first = self.next_begun(vocabulary, from).min(first),
            }
        }
        if begun != 0 {
            first = first.min((begun & (u64::MAX << from)).trailing_zeros() as usize);
        }
        (first < self.words.len()).then_some(first)
    }

    /// The first place of the word from here up to `end`; `end` if there is none.
    fn next_of(&self, word: u16, from: usize, end: usize) -> usize {
        if self.known[usize::from(word / 64)] >> (word % 64) & 1 == 0 {
            return end;
        }
        let mut at = from;
        while at < end && self.words[at].0 != word {
            at += 1;
        }
        at.min(end)
    }

    /// The first place from here on where an entry of the vocabulary may begin; beyond all words if there is none.
    fn next_begun(&self, vocabulary: u16, from: usize) -> usize {
        let start = usize::from(vocabulary) * self.row;
        let mut seen = u64::MAX << (from % 64);
        for number in from / 64..self.row {
            let bits = self.bits[start + number] & seen;
            if bits != 0 {
                return number * 64 + bits.trailing_zeros() as usize;
            }
            seen = u64::MAX;
        }
        usize::MAX
    }
}
