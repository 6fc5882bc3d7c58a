//! What stands in a run of words, told by a bit for each vocabulary: most questions end there.

use super::lexicon::lexicon;
use super::{Vocabulary, Word};

/// A bit for each vocabulary of which an entry may begin in a run of words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Present(Vec<u64>);

impl Present {
    /// Looks through the words.
    #[must_use]
    pub fn of(words: &[Word]) -> Self {
        let lexicon = lexicon();
        let mut marks = vec![0; lexicon.vocabularies().div_ceil(64)];
        for word in words {
            for (mark, begun) in marks.iter_mut().zip(lexicon.begun_by(word.0)) {
                *mark |= begun;
            }
        }
        Self(marks)
    }

    /// Whether an entry of the vocabulary may begin among the words; where not, none stands there.
    #[must_use]
    pub fn may_hold(&self, vocabulary: Vocabulary) -> bool {
        let mark = self.0.get(usize::from(vocabulary.0 / 64)).copied().unwrap_or_default();
        mark >> (vocabulary.0 % 64) & 1 == 1
    }
}
