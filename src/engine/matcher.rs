//! Runs the program over a run of words.

use super::lexicon::{Lexicon, Wording, lexicon};
use super::op::Op;
use super::places::Places;
use super::{Rule, Vocabulary, Word, tables};
use crate::words::{CLOSE, OPEN};

/// Steps one attempt may take: no wording of the rules needs a hundredth of it.
const MOST_STEPS: u32 = 20_000;

/// The most words of an aside that a gap goes over.
pub(super) const LONGEST_ASIDE: usize = 38;

/// A wording that was found: `start..end` are token indexes, `head` is the token that carries the clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// The rule's place among [`super::rules`].
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
        &super::rules()[usize::from(self.rule)]
    }
}

/// Finds every wording in the words: in the order of their starts, and for each wording leftmost first, not
/// overlapping itself.
#[must_use]
pub fn find_all(words: &[Word]) -> Vec<Found> {
    if words.is_empty() {
        return Vec::new();
    }
    let places = Places::of(words);
    let mut found: Vec<Found> = Vec::new();
    for number in places.opened() {
        let wording = &lexicon().wordings[usize::from(number)];
        find(words, &places, wording, |start, end, head| {
            let place = found.partition_point(|known| known.start <= start);
            found.insert(place, Found { rule: wording.rule, wording: number, start, end, head });
        });
    }
    found
}

/// Finds one wording.
fn find(words: &[Word], places: &Places, wording: &Wording, mut found: impl FnMut(usize, usize, usize)) {
    let mut from = 0;
    while let Some(start) = places.next(wording.wants, from) {
        let mut run = Run { lexicon: lexicon(), words, steps: 0 };
        from = start + 1;
        if let Some((end, head)) = run.go(wording.place, start, start) {
            found(start, end, head);
            from = end;
        }
    }
}

/// The end of the longest entry of the vocabulary that starts at `at`.
#[must_use]
pub fn phrase_at(words: &[Word], at: usize, vocabulary: Vocabulary) -> Option<usize> {
    let lexicon = lexicon();
    let &Word(word) = words.get(at)?;
    if !lexicon.begins(word, vocabulary.0) {
        return None;
    }
    let longest = phrases_at(lexicon, words, at, vocabulary).next();
    longest.or_else(|| lexicon.is(word, vocabulary.0).then_some(at + 1))
}

/// Whether an entry of the vocabulary stands in the words.
#[must_use]
pub fn stands_in(words: &[Word], vocabulary: Vocabulary) -> bool {
    (0..words.len()).any(|at| phrase_at(words, at, vocabulary).is_some())
}

/// The ends of the entries of several words that start at `at`, longest first.
fn phrases_at<'a>(
    lexicon: &'static Lexicon,
    words: &'a [Word],
    at: usize,
    vocabulary: Vocabulary,
) -> impl Iterator<Item = usize> + use<'a> {
    let phrases = lexicon.phrases(words[at].0, vocabulary.0);
    phrases.filter(move |phrase| stands_at(lexicon, words, at, phrase)).map(move |phrase| at + phrase.len())
}

/// Whether the phrase, whose first word does, stands at `at`.
fn stands_at(lexicon: &Lexicon, words: &[Word], at: usize, phrase: &[u16]) -> bool {
    if words.len() < at + phrase.len() {
        return false;
    }
    for (place, &symbol) in phrase.iter().enumerate().skip(1) {
        if !lexicon.fits(words[at + place].0, symbol) {
            return false;
        }
    }
    true
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
            match self.lexicon.program[place] {
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
                    if self.may_go(place + 1, at)
                        && let found @ Some(_) = self.go(place + 1, at, head)
                    {
                        return found;
                    }
                    place += usize::from(further);
                    continue;
                }
            }
            place += 1;
        }
    }

    /// Whether going on here is worth a try: only what comes next is looked at.
    fn may_go(&self, mut place: usize, at: usize) -> bool {
        loop {
            let next = self.words.get(at);
            return match self.lexicon.program[place] {
                Op::Head => {
                    place += 1;
                    continue;
                }
                Op::Word(id) => next.is_some_and(|word| word.0 == id),
                Op::Vocabulary(id) => next.is_some_and(|word| self.lexicon.begins(word.0, id)),
                _ => true,
            };
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
        let &Word(word) = words.get(at)?;
        if !self.lexicon.begins(word, vocabulary.0) {
            return None;
        }
        for end in phrases_at(self.lexicon, words, at, vocabulary) {
            if let found @ Some(_) = self.go(place, end, head) {
                return found;
            }
        }
        if self.lexicon.is(word, vocabulary.0) { self.go(place, at + 1, head) } else { None }
    }

    fn gap(&mut self, most: usize, place: usize, at: usize, head: usize) -> Option<(usize, usize)> {
        // What stands in brackets counts as one word for what comes after it.
        let (mut left, mut next, mut shut) = (most, at, None);
        loop {
            if self.may_go(place, next)
                && let found @ Some(_) = self.go(place, next, head)
            {
                return found;
            }
            let word = self.words.get(next)?;
            if word.is(tables::GAP_STOP) {
                return None;
            }
            if *word == OPEN && shut.is_none() {
                shut = self.close_of(next).map(|close| (close, left));
            }
            if let Some((close, before)) = shut
                && (next == close || left == 0)
            {
                (next, left, shut) = (close, before, None);
            }
            left = left.checked_sub(1)?;
            next += 1;
        }
    }

    /// Where the bracket is closed that is opened here, if nothing in it ends a gap.
    fn close_of(&self, open: usize) -> Option<usize> {
        let inside = self.words[open..].iter().take(LONGEST_ASIDE + 2);
        let close = inside.clone().position(|word| *word == CLOSE)?;
        let stops = inside.take(close).any(|word| word.is(tables::GAP_STOP));
        (!stops).then_some(open + close)
    }
}
