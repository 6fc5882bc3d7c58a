//! A word list turned round: from a word to everything it counts as.

use crate::letters::{is_letter_or_digit, small};
use crate::search::{find_all, pieces, split};

/// Words and word beginnings in byte order, each with the classes it counts for, one bit a class.
pub(crate) struct Lexicon {
    entries: Vec<Entry>,
    /// For each letter from `a` on, and what comes after `z`, the place of the first entry that begins with it or
    /// comes later.
    letters: Vec<usize>,
}

/// A word, or what words begin with.
struct Entry {
    text: &'static str,
    /// Whether every word counts that begins so. Of a word that is both, the beginning comes first.
    whole: bool,
    class: u32,
    /// The place of the last beginning up to here: the only one that a word can have which comes here.
    stem: usize,
}

impl Lexicon {
    /// Reads lists of words parted by blanks; `collect*` stands for every word that begins so.
    /// No stem may be the beginning of another.
    pub(crate) fn new(lists: impl IntoIterator<Item = (u32, &'static str)>) -> Self {
        let mut lexicon = Self { entries: Vec::new(), letters: Vec::new() };
        for (class, list) in lists {
            for word in split(list, b' ') {
                let stem = word.strip_suffix('*');
                lexicon.add(stem.unwrap_or(word), stem.is_none(), class);
            }
        }
        lexicon.index();
        lexicon
    }

    fn add(&mut self, text: &'static str, whole: bool, class: u32) {
        let place = self.entries.partition_point(|entry| (entry.text, entry.whole) < (text, whole));
        match self.entries.get_mut(place) {
            Some(known) if known.text == text && known.whole == whole => known.class |= class,
            _ => self.entries.insert(place, Entry { text, whole, class, stem: 0 }),
        }
    }

    /// Notes where each letter's entries begin, and the stems, once all are there.
    fn index(&mut self) {
        let begins = |letter: u8| self.entries.partition_point(|entry| entry.text.as_bytes()[0] < letter);
        self.letters = (b'a'..=b'z' + 1).map(begins).collect();
        let mut stem = 0;
        for (place, entry) in self.entries.iter_mut().enumerate() {
            stem = if entry.whole { stem } else { place };
            entry.stem = stem;
        }
    }

    /// Everything a lower-case word counts as; 0 for a word of no list.
    pub(crate) fn class_of(&self, word: &str) -> u32 {
        let Some(last) = self.entries[..self.after(word)].last() else { return 0 };
        let stem = &self.entries[last.stem];
        let begun = if !stem.whole && word.starts_with(stem.text) { stem.class } else { 0 };
        let known = if last.whole && last.text == word { last.class } else { 0 };
        begun | known
    }

    /// The place after all entries up to the word.
    #[inline(never)]
    fn after(&self, word: &str) -> usize {
        let letter =
            word.as_bytes().first().map_or(usize::MAX, |first| usize::from(first.wrapping_sub(b'a')));
        let (start, end) = match self.letters.get(letter..=letter.saturating_add(1)) {
            Some(&[start, end]) => (start, end),
            _ => (0, self.entries.len()),
        };
        // Written out: built for size, `partition_point` would call a closure at each step.
        let (mut start, mut end) = (start, end);
        while start < end {
            let middle = usize::midpoint(start, end);
            if self.entries[middle].text <= word { start = middle + 1 } else { end = middle }
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
