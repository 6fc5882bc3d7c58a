//! The phrase matcher: finds the rules' wordings in a run of tokens.
//!
//! Words are interned, wordings are one program over word ids, and both are made at build time from the rule
//! files. A match is leftmost, its choices are tried in the order written, gaps are as short as they can be:
//! what a backtracking regex finds in the same words, which a test holds the two to.

#[cfg(test)]
mod inflection;
mod lexicon;
mod matcher;
mod needs;
mod op;
#[cfg(test)]
mod oracle;
mod packed;
mod places;
mod present;
mod rule;
#[cfg(test)]
pub mod rule_file;
mod word_list;
#[cfg(test)]
mod wording;

pub use matcher::{Found, find_all, phrase_at, stands_in};
pub use present::Present;
pub use rule::{Ask, Rule};
pub use tables::word;

/// Tables made from the rule files.
#[allow(missing_docs, clippy::unreadable_literal, reason = "generated; the rule files document it")]
pub mod tables {
    include!(concat!(env!("OUT_DIR"), "/tables.rs"));
}

/// An interned word; 0 is any word that no rule knows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Word(pub u16);

/// A named set of words and phrases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Vocabulary(pub u16);

/// All rules, in the order of their files.
#[must_use]
pub fn rules() -> &'static [Rule] {
    &lexicon::lexicon().rules
}

impl Word {
    /// Looks a folded word up.
    #[must_use]
    pub fn find(folded: &[u8]) -> Self {
        Self(lexicon::lexicon().words.find(folded))
    }

    /// Whether the word alone is an entry of the vocabulary.
    #[must_use]
    pub fn is(self, vocabulary: Vocabulary) -> bool {
        lexicon::lexicon().is(self.0, vocabulary.0)
    }

    /// Whether the word alone is an entry of one of the vocabularies.
    #[must_use]
    pub fn is_any(self, vocabularies: &[Vocabulary]) -> bool {
        vocabularies.iter().any(|&vocabulary| self.is(vocabulary))
    }
}
