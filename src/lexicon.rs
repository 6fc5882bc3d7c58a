//! A word list turned round: from a word to everything it counts as.

use crate::letters::{is_letter_or_digit, small};
use crate::search::{find_all, pieces, split};

/// Words and word beginnings, each with the classes it counts for, one bit a class.
pub(crate) struct Lexicon {
    words: Entries,
    stems: Entries,
}

impl Lexicon {
    /// Reads lists of words parted by blanks; `collect*` stands for every word that begins so.
    /// No stem may be the beginning of another.
    pub(crate) fn new(lists: impl IntoIterator<Item = (u32, &'static str)>) -> Self {
        let mut lexicon = Self { words: Entries::default(), stems: Entries::default() };
        for (class, list) in lists {
            lexicon.add(class, list);
        }
        lexicon.words.index();
        lexicon.stems.index();
        lexicon
    }

    fn add(&mut self, class: u32, list: &'static str) {
        for word in split(list, b' ') {
            match word.strip_suffix('*') {
                Some(stem) => self.stems.add(stem, class),
                None => self.words.add(word, class),
            }
        }
    }

    /// Everything a lower-case word counts as; 0 for a word of no list.
    pub(crate) fn class_of(&self, word: &str) -> u32 {
        let whole = self.words.last_up_to(word).filter(|entry| entry.0 == word);
        let begun = self.stems.last_up_to(word).filter(|entry| word.starts_with(entry.0));
        whole.map_or(0, |entry| entry.1) | begun.map_or(0, |entry| entry.1)
    }
}

/// Words in byte order, each with its classes.
#[derive(Default)]
struct Entries {
    all: Vec<(&'static str, u32)>,
    /// For each letter from `a` on, and what comes after `z`, the place of the first entry that begins with it or
    /// comes later.
    letters: Vec<usize>,
}

impl Entries {
    fn add(&mut self, word: &'static str, class: u32) {
        let place = self.after(word);
        match self.all[..place].last_mut() {
            Some(known) if known.0 == word => known.1 |= class,
            _ => self.all.insert(place, (word, class)),
        }
    }

    /// Notes where each letter's entries begin, once all are there.
    fn index(&mut self) {
        let begins = |letter: u8| self.all.partition_point(|entry| entry.0.as_bytes()[0] < letter);
        self.letters = (b'a'..=b'z' + 1).map(begins).collect();
    }

    /// The word itself or the last one before it: the only entry that it can begin with.
    fn last_up_to(&self, word: &str) -> Option<&(&'static str, u32)> {
        self.all[..self.after(word)].last()
    }

    #[inline(never)]
    fn after(&self, word: &str) -> usize {
        let letter =
            word.as_bytes().first().map_or(usize::MAX, |first| usize::from(first.wrapping_sub(b'a')));
        let (start, end) = match self.letters.get(letter..=letter.saturating_add(1)) {
            Some(&[start, end]) => (start, end),
            _ => (0, self.all.len()),
        };
        // Written out: built for size, `partition_point` would call a closure at each step.
        let (mut start, mut end) = (start, end);
        while start < end {
            let middle = usize::midpoint(start, end);
            if self.all[middle].0 <= word { start = middle + 1 } else { end = middle }
        }
        start
    }
}

/// A text in lower case, typographic apostrophes made plain, every other sign beyond ASCII a blank.
pub(crate) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\u{2019}' => folded.push('\''),
            _ if letter.is_ascii() => folded.push(letter.to_ascii_lowercase()),
            _ if is_letter_or_digit(letter) => folded.push(small(letter)),
            _ => folded.push(' '),
        }
    }
    folded
}

/// Whether a list, its words parted by blanks, holds the word. Lists are texts: each place of an array weighs 8 bytes.
pub(crate) fn has_word(list: &str, word: &str) -> bool {
    let is_blank =
        |at: Option<usize>| at.and_then(|at| list.as_bytes().get(at)).is_none_or(|byte| *byte == b' ');
    find_all(list, word).any(|at| is_blank(at.checked_sub(1)) && is_blank(Some(at + word.len())))
}

/// Whether a text holds one of the phrases, which are parted by `|`.
pub(crate) fn has_phrase(text: &str, phrases: &str) -> bool {
    split(phrases, b'|').any(|phrase| crate::search::holds(text, phrase))
}

/// The words of a folded text.
pub(crate) fn words(folded: &str) -> impl Iterator<Item = &str> {
    pieces(folded, |byte| byte.is_ascii() && !byte.is_ascii_alphanumeric() && byte != b'\'')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_counts_for_each_list_it_stands_in() {
        let lexicon = Lexicon::new([(1, "letter card"), (2, "card stamp*"), (4, "stamps")]);
        assert_eq!(lexicon.class_of("letter"), 1);
        assert_eq!(lexicon.class_of("card"), 3);
        assert_eq!(lexicon.class_of("stamped"), 2);
        assert_eq!(lexicon.class_of("stamps"), 6);
        assert_eq!(lexicon.class_of("cards"), 0);
        assert_eq!(lexicon.class_of("a"), 0);
    }

    #[test]
    fn a_text_is_folded_into_words() {
        let folded = fold("Don\u{2019}t write \u{201c}Grüße\u{201d}\u{2014}SEND e-mail.");
        assert_eq!(words(&folded).collect::<Vec<_>>(), ["don't", "write", "grüße", "send", "e", "mail"]);
    }
}
