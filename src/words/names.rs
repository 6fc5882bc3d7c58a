//! Names that hold words of another meaning (codebook 0.5, A2).

use super::{Shape, Token};
use crate::engine::{Vocabulary, Word, phrase_at, tables, word};

/// Masks names that hold words of another meaning (codebook 0.5): "Do Not Sell My Info" is one token, and no "not".
#[must_use]
pub fn mask_names(tokens: &[Token]) -> Vec<Token> {
    let words: Vec<Word> = tokens.iter().map(|token| token.word).collect();
    let mut masked = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        let name = NAMES.iter().find_map(|name| name.find(tokens, &words, at));
        let (word, end) = name.unwrap_or((tokens[at].word, at + 1));
        masked.push(Token { word, end: tokens[end - 1].end, ..tokens[at] });
        at = end;
    }
    masked
}

struct Name {
    written: &'static str,
    vocabulary: Vocabulary,
    /// Whether these words, which may be no name, are one here.
    meant: fn(&[Token], &[Word], std::ops::Range<usize>) -> bool,
}

const NAMES: [Name; 4] = [
    Name { written: "@dnt", vocabulary: tables::NAME_DNT, meant: names_the_signal },
    Name { written: "@dns", vocabulary: tables::NAME_DNS, meant: names_the_link },
    Name { written: "@keep", vocabulary: tables::NAME_KEEP, meant: |_, _, _| true },
    Name { written: "@name", vocabulary: tables::NAME_NAME, meant: |_, _, _| true },
];

impl Name {
    fn find(&self, tokens: &[Token], words: &[Word], at: usize) -> Option<(Word, usize)> {
        let end = phrase_at(words, at, self.vocabulary)?;
        let meant = (self.meant)(tokens, words, at..end);
        meant.then(|| (Word::find(self.written.as_bytes()), end))
    }
}

/// The name test (codebook A2): written as a name, or followed or governed by what only a signal is.
fn names_the_signal(tokens: &[Token], words: &[Word], name: std::ops::Range<usize>) -> bool {
    if name.len() == 1 {
        return words.iter().any(|word| word.is(tables::SIGNAL_COMPANY));
    }
    let at = name.start;
    let followed = words[name.end..].iter().take(4).any(|word| word.is(tables::SIGNAL_NOUN));
    let next = words.get(name.end).copied().unwrap_or_default();
    let owned = at > 0 && words[at - 1].is(tables::SIGNAL_OWNER) && next.is(tables::SIGNAL_NOUN);
    let acted = at > 0 && words[at - 1].is_any(&[tables::WE, tables::SUBJECT_PRONOUN]);
    let governed = !acted && (1..=3).any(|back| at >= back && words[at - back].is(tables::SIGNAL_VERB));
    let quoted = tokens[name.clone()].iter().all(|token| token.shape.has(Shape::QUOTED));
    let hyphened = tokens[at + 1..name.end].iter().all(|token| token.shape.has(Shape::HYPHENED));
    let subject = has_subject(words, at);
    let stated = next.is(tables::SIGNAL_STATE);
    let told = at > 0 && words[at - 1] == word::THAT && is_titled(tokens, name.clone());
    quoted
        || hyphened
        || governed
        || owned
        || stated
        || told
        || (!subject && (followed || is_titled(tokens, name)))
}

/// "Do Not Sell" is the link's name where it is written as one, or speaks of "my" data; "we do not sell" is a sentence.
fn names_the_link(tokens: &[Token], words: &[Word], name: std::ops::Range<usize>) -> bool {
    let titled = name.clone().all(|at| tokens[at].shape.has(Shape::CAPITAL) || words[at].is(tables::AND));
    let quoted = tokens[name.clone()].iter().all(|token| token.shape.has(Shape::QUOTED));
    let mine = words[name.clone()].contains(&word::MY);
    !has_subject(words, name.start) && (quoted || titled || mine)
}

fn has_subject(words: &[Word], at: usize) -> bool {
    at > 0 && words[at - 1].is_any(&[tables::WE, tables::SUBJECT_PRONOUN, tables::SUBJECT_NOUN])
}

/// In capitals where the rest is not, or nearly alone.
fn is_titled(tokens: &[Token], name: std::ops::Range<usize>) -> bool {
    let capital = tokens[name.clone()].iter().all(|token| token.shape.has(Shape::CAPITAL));
    let shouting = tokens.iter().all(|token| token.shape.has(Shape::ALL_CAPITALS));
    let alone = tokens.len() <= name.len() + 4;
    (capital && !shouting) || (alone && tokens[name.end - 1].shape.has(Shape::CAPITAL))
}
