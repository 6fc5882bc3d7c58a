//! A word list turned round: from a word to everything it counts as.

/// Words and word beginnings, each with the classes it counts for, one bit a class.
pub(crate) struct Lexicon {
    words: Entries,
    stems: Entries,
}

impl Lexicon {
    /// Reads lists of words parted by blanks; `collect*` stands for every word that begins so.
    /// No stem may be the beginning of another.
    pub(crate) fn new(lists: impl IntoIterator<Item = (u32, &'static str)>) -> Self {
        let (mut words, mut stems) = (Vec::with_capacity(512), Vec::new());
        for (class, list) in lists {
            for word in list.split(' ') {
                match word.strip_suffix('*') {
                    Some(stem) => stems.push((stem, class)),
                    None => words.push((word, class)),
                }
            }
        }
        Self { words: Entries::new(words), stems: Entries::new(stems) }
    }

    /// Everything a lower-case word counts as; 0 for a word of no list.
    pub(crate) fn class_of(&self, word: &str) -> u32 {
        let whole = self.words.find(word, |entry| entry == word);
        whole | self.stems.find(word, |entry| word.starts_with(entry))
    }
}

/// Words in byte order, with the place where the words of each first byte begin.
struct Entries {
    sorted: Vec<(&'static str, u32)>,
    begins: [u16; 257],
}

impl Entries {
    fn new(mut sorted: Vec<(&'static str, u32)>) -> Self {
        sorted.sort_unstable();
        sorted.dedup_by(|later, first| {
            let same = later.0 == first.0;
            first.1 |= if same { later.1 } else { 0 };
            same
        });
        let mut begins = [0; 257];
        for (word, _) in &sorted {
            let first = usize::from(word.as_bytes().first().copied().unwrap_or_default());
            begins.iter_mut().skip(first + 1).for_each(|begin| *begin += 1);
        }
        Self { sorted, begins }
    }

    fn find(&self, word: &str, fits: impl Fn(&str) -> bool) -> u32 {
        let Some(first) = word.bytes().next().map(usize::from) else { return 0 };
        let range = usize::from(self.begins[first])..usize::from(self.begins[first + 1]);
        let same_letter = self.sorted.get(range).unwrap_or_default();
        same_letter.iter().find(|entry| fits(entry.0)).map_or(0, |entry| entry.1)
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
            _ if letter.is_alphanumeric() => folded.extend(letter.to_lowercase()),
            _ => folded.push(' '),
        }
    }
    folded
}

/// The words of a folded text.
pub(crate) fn words(folded: &str) -> impl Iterator<Item = &str> {
    let parts = |c: char| c.is_ascii() && !c.is_ascii_alphanumeric() && c != '\'';
    folded.split(parts).filter(|word| !word.is_empty())
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
