//! Which of a wording's needs texts meet least often, at build time: counted in the rules' own examples.

use std::collections::BTreeSet;

use super::compile::Tables;
use super::needs::{Need, Needs, Piece};
use super::op::{self, Op};
use super::pack::Packed;
use super::rule_file::RuleFile;
use super::word_list::WordList;

/// For each wording, the place of that need among its own, in the order of the words; 0 for one that needs nothing.
pub fn rarest(tables: &Tables, packed: &Packed, files: &[RuleFile]) -> Vec<u8> {
    let often = Often::count(tables, files);
    let program = op::unpack(&packed.program, &packed.common, tables.words);
    let mut needs = Needs::default();
    let mut places = Vec::new();
    for wording in program.split_inclusive(|op| *op == Op::Match) {
        let wants = needs.read(wording, 0);
        let weigh = |(_, need): &(usize, &Need)| often.pieces(needs.pieces(**need));
        let rarest = needs.of(wants).iter().enumerate().min_by_key(weigh);
        places.push(rarest.map_or(0, |(place, _)| place as u8));
    }
    places
}

/// How many examples hold each word, and a word that begins an entry of each vocabulary.
struct Often {
    words: Vec<usize>,
    vocabularies: Vec<usize>,
}

impl Often {
    fn count(tables: &Tables, files: &[RuleFile]) -> Self {
        let list = tables.word_list();
        let begun_by = begun_by(tables, &list);
        let vocabularies = tables.names.len() + list.forms.len();
        let mut often = Self { words: vec![0; usize::from(list.count)], vocabularies: vec![0; vocabularies] };
        for example in examples(files) {
            let lowered = example.to_lowercase();
            let words = lowered.split(|c: char| !c.is_alphanumeric());
            let words: BTreeSet<usize> = words.map(|word| list.find(word.as_bytes()).into()).collect();
            let begun: BTreeSet<usize> =
                words.iter().flat_map(|&word| begun_by[word].iter().copied()).collect();
            words.into_iter().for_each(|word| often.words[word] += 1);
            begun.into_iter().for_each(|vocabulary| often.vocabularies[vocabulary] += 1);
        }
        often
    }

    /// How many examples meet a need of these pieces, at most.
    fn pieces(&self, pieces: &[Piece]) -> usize {
        let count = |piece: &Piece| match *piece {
            Piece::Word(word) => self.words[usize::from(word)],
            Piece::Vocabulary(vocabulary) => self.vocabularies[usize::from(vocabulary)],
        };
        pieces.iter().map(count).sum()
    }
}

fn examples(files: &[RuleFile]) -> impl Iterator<Item = &String> {
    let rules = files.iter().flat_map(|file| &file.rules);
    rules.flat_map(|rule| rule.catches.iter().map(|(example, _)| example).chain(&rule.spares))
}

/// For each word, the vocabularies of which it begins an entry, those of forms after the named ones.
fn begun_by(tables: &Tables, list: &WordList) -> Vec<Vec<usize>> {
    let named = tables.names.len();
    let mut begun_by = vec![Vec::new(); usize::from(list.count)];
    for (vocabulary, entries) in tables.entries.iter().enumerate() {
        for first in entries.iter().map(|entry| &entry[0]) {
            list.meant(first, named as u16)
                .iter()
                .for_each(|&word| begun_by[usize::from(word)].push(vocabulary));
        }
    }
    for (vocabulary, of) in (named..).zip(&list.forms) {
        of.iter().for_each(|&word| begun_by[usize::from(word)].push(vocabulary));
    }
    begun_by
}
