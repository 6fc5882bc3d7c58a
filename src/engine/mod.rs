//! The phrase matcher: finds the rules' wordings in a run of tokens.
//!
//! Words are interned, wordings are one program over word ids, and both are made at build time from the rule
//! files. A match is leftmost, its choices are tried in the order written, gaps are as short as they can be:
//! what a backtracking regex finds in the same words, which a test holds the two to.

mod entry;
#[cfg(test)]
mod inflection;
mod lexicon;
mod matcher;
mod needs;
mod op;
#[cfg(test)]
mod oracle;
mod places;
mod present;
#[cfg(test)]
pub mod rule_file;
mod word_list;
#[cfg(test)]
mod wording;

pub use matcher::{Found, find_all, phrase_at, stands_in};
pub use present::Present;

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

/// A rule's own facts.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// What the sentence says; reads well after "this page …".
    pub name: &'static str,
    /// The signal of a plain admission.
    pub affirmed: &'static str,
    /// The signal of its denial; `0` for none.
    pub denied: &'static str,
    /// What it means, in the words of the person who reads the page.
    #[cfg(not(target_arch = "wasm32"))]
    pub means: &'static str,
    /// What must hold besides the wording.
    pub asks: &'static [Ask],
}

/// A condition of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// One of these stands in the sentence, or in the two before it.
    Near(&'static [Vocabulary]),
    /// One of these stands in the heading right above.
    Under(&'static [Vocabulary]),
    /// One of these stands in the sentence.
    With(&'static [Vocabulary]),
    /// None of these stands in the sentence.
    Without(&'static [Vocabulary]),
    /// None of these stands within the words found.
    Clear(&'static [Vocabulary]),
    /// What is found counts wherever it stands: in questions, instructions, recitals, definitions too.
    Anywhere,
    /// Whoever the clause's subject is, the sentence counts.
    AnyActor,
    /// The one who acts is a third party, whatever the clause's subject.
    Partner,
    /// The one who acts must be the company.
    Ourselves,
    /// The clause's negation is not asked: the wording says it all.
    Plain,
    /// The head stands in quotation marks.
    Quoted,
    /// What is found heads a column of a table: the cell under it tells.
    Column,
    /// The practice is only hinted at: no proof where a sentence names it.
    Implied,
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
