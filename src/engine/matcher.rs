//! Runs the program over a run of words.

use super::lexicon::{Lexicon, lexicon};
use super::op::Op;
use super::{Rule, Vocabulary, Word, tables};

/// Steps one attempt may take: no wording of the rules needs a hundredth of it.
const MOST_STEPS: u32 = 20_000;

/// A wording that was found: `start..end` are token indexes, `head` is the token that carries the clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// The rule's place among [`tables::RULES`].
    pub rule: u16,
    /// The wording's place among all wordings.
    pub wording: u16,
    /// First token.
    pub start: usize,
    /// One past the last token.
    pub end: usize,
    /// The token whose clause is asked.
    pub head: usize,
}

impl Found {
    /// The rule's own facts.
    #[must_use]
    pub fn rule(&self) -> &'static Rule {
        &tables::RULES[usize::from(self.rule)]
    }
}

/// Finds every wording in the words: for each wording, leftmost first, not overlapping itself.
#[must_use]
pub fn find_all(words: &[Word]) -> Vec<Found> {
    let lexicon = lexicon();
    let mut found = Vec::new();
    let mut resume = vec![0; lexicon.wordings.len()];
    for (start, word) in words.iter().enumerate() {
        for &wording in &lexicon.starts[usize::from(word.0)] {
            let resume = &mut resume[usize::from(wording)];
            if *resume > start {
                continue;
            }
            let (place, rule) = lexicon.wordings[usize::from(wording)];
            if let Some((end, head)) = (Run { lexicon, words, steps: 0 }).go(place, start, start) {
                *resume = end;
                found.push(Found { rule, wording, start, end, head });
            }
        }
    }
    found
}

/// The end of the longest entry of the vocabulary that starts at `at`.
#[must_use]
pub fn phrase_at(words: &[Word], at: usize, vocabulary: Vocabulary) -> Option<usize> {
    let lexicon = lexicon();
    let longest = phrases_at(lexicon, words, at, vocabulary).next();
    longest.or_else(|| words.get(at).is_some_and(|word| lexicon.is(word.0, vocabulary.0)).then_some(at + 1))
}

/// The ends of the entries of several words that start at `at`, longest first.
fn phrases_at<'a>(
    lexicon: &'static Lexicon,
    words: &'a [Word],
    at: usize,
    vocabulary: Vocabulary,
) -> impl Iterator<Item = usize> + use<'a> {
    let opens = words.get(at).is_some_and(|word| lexicon.opens(word.0, vocabulary.0));
    let phrases: &[&[u16]] = if opens { &lexicon.phrases[usize::from(vocabulary.0)] } else { &[] };
    let fits = move |phrase: &&&[u16]| {
        let run = words.get(at..at + phrase.len());
        run.is_some_and(|run| run.iter().zip(phrase.iter()).all(|(word, &item)| lexicon.fits(word.0, item)))
    };
    phrases.iter().filter(fits).map(move |phrase| at + phrase.len())
}

struct Run<'a> {
    lexicon: &'static Lexicon,
    words: &'a [Word],
    steps: u32,
}

impl Run<'_> {
    fn go(&mut self, mut place: usize, mut at: usize, mut head: usize) -> Option<(usize, usize)> {
        loop {
            self.steps += 1;
            if self.steps > MOST_STEPS {
                return None;
            }
            match Op::unpack(tables::PROGRAM[place]) {
                Op::Match => return Some((at, head)),
                Op::Head => head = at,
                Op::Jump(further) => {
                    place += usize::from(further);
                    continue;
                }
                Op::Word(id) if self.words.get(at).is_some_and(|word| word.0 == id) => at += 1,
                Op::Word(_) => return None,
                Op::Vocabulary(id) => return self.vocabulary(Vocabulary(id), place + 1, at, head),
                Op::Gap(most) => return self.gap(usize::from(most), place + 1, at, head),
                Op::Split(further) => {
                    if let found @ Some(_) = self.go(place + 1, at, head) {
                        return found;
                    }
                    place += usize::from(further);
                    continue;
                }
            }
            place += 1;
        }
    }

    fn vocabulary(
        &mut self,
        vocabulary: Vocabulary,
        place: usize,
        at: usize,
        head: usize,
    ) -> Option<(usize, usize)> {
        let words = self.words;
        for end in phrases_at(self.lexicon, words, at, vocabulary) {
            if let found @ Some(_) = self.go(place, end, head) {
                return found;
            }
        }
        let alone = words.get(at).is_some_and(|word| self.lexicon.is(word.0, vocabulary.0));
        if alone { self.go(place, at + 1, head) } else { None }
    }

    fn gap(&mut self, most: usize, place: usize, at: usize, head: usize) -> Option<(usize, usize)> {
        for skipped in 0..=most {
            if let found @ Some(_) = self.go(place, at + skipped, head) {
                return found;
            }
            if self.words.get(at + skipped).is_none_or(|word| word.is(tables::GAP_STOP)) {
                return None;
            }
        }
        None
    }
}
