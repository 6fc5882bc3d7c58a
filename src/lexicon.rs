//! A word list turned round: from a word to everything it counts as.

use crate::letters::{is_letter_or_digit, small};
use crate::search::{find_all, pieces, split};
use crate::starts::Starts;

/// Words and word beginnings, each with the classes it counts for, one bit a class.
pub(crate) struct Lexicon {
    entries: Vec<Entry>,
    starts: Starts,
}

/// A word, or what words begin with.
struct Entry {
    text: &'static str,
    /// Whether every word counts that begins so.
    stem: bool,
    class: u32,
}

impl Lexicon {
    /// Reads lists of words parted by blanks; `collect*` stands for every word that begins so.
    pub(crate) fn new(lists: impl IntoIterator<Item = (u32, &'static str)>) -> Self {
        let mut lexicon = Self { entries: Vec::new(), starts: Starts::new() };
        for (class, list) in lists {
            for word in split(list, b' ') {
                let stem = word.strip_suffix('*');
                let text = stem.unwrap_or(word);
                lexicon.starts.note(text, lexicon.entries.len());
                lexicon.entries.push(Entry { text, stem: stem.is_some(), class });
            }
        }
        lexicon
    }

    /// Everything a lower-case word counts as; 0 for a word of no list.
    pub(crate) fn class_of(&self, word: &str) -> u32 {
        let mut class = 0;
        for &place in self.starts.of(word.as_bytes()) {
            let entry = &self.entries[usize::from(place)];
            let longest = if entry.stem { word.len() } else { entry.text.len() };
            if word.len() <= longest && word.starts_with(entry.text) {
                class |= entry.class;
            }
        }
        class
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
