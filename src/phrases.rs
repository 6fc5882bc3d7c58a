//! Many phrases looked for at once: the text is gone through a single time.

use crate::search::split;
use crate::starts::Starts;

/// A phrase, and what its list says of it: a weight, a class.
pub(crate) struct Phrase {
    pub(crate) text: &'static str,
    pub(crate) class: u32,
}

/// Phrases of two bytes or more.
pub(crate) struct Phrases {
    all: Vec<Phrase>,
    starts: Starts,
}

impl Phrases {
    /// Reads lists of phrases that are parted by `|`, each list with its class.
    pub(crate) fn new(lists: impl IntoIterator<Item = (u32, &'static str)>) -> Self {
        let mut phrases = Self { all: Vec::new(), starts: Starts::new() };
        for (class, list) in lists {
            for text in split(list, b'|') {
                phrases.starts.note(text, phrases.all.len());
                phrases.all.push(Phrase { text, class });
            }
        }
        phrases
    }

    /// Tells of each place where a phrase stands, in order.
    pub(crate) fn each(&self, text: &str, mut found: impl FnMut(usize, &Phrase)) {
        let mut rest = text.as_bytes();
        // Written out: built for size, an iterator would call a closure at each byte.
        while rest.len() > 1 {
            for &place in self.starts.of(rest) {
                let phrase = &self.all[usize::from(place)];
                if rest.starts_with(phrase.text.as_bytes()) {
                    found(text.len() - rest.len(), phrase);
                }
            }
            rest = &rest[1..];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn each_place_is_told(text in "[abß ]{0,20}") {
            let phrases = Phrases::new([(1, "ab|a b"), (2, "ba|ß|abß")]);
            let mut found = Vec::new();
            phrases.each(&text, |place, phrase| found.push((phrase.class, phrase.text, place)));
            let wanted = [(1, "ab"), (1, "a b"), (2, "ba"), (2, "ß"), (2, "abß")];
            let mut places: Vec<_> = wanted
                .iter()
                .flat_map(|&(class, phrase)| text.match_indices(phrase).map(move |(at, _)| (class, phrase, at)))
                .collect();
            places.sort_by_key(|&(_, _, at)| at);
            found.sort_unstable();
            places.sort_unstable();
            prop_assert_eq!(found, places);
        }
    }
}
