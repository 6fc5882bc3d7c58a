//! The phrase matcher: finds the rules' wordings in a run of tokens.
//!
//! Words are interned, wordings are one program over word ids, and both are made at build time from the rule
//! files. A match is leftmost, its choices are tried in the order written, gaps are as short as they can be:
//! what a backtracking regex finds in the same words, which a test holds the two to.

#[cfg(test)]
mod inflection;
mod matcher;
mod op;
#[cfg(test)]
mod oracle;
#[cfg(test)]
pub mod rule_file;
#[cfg(test)]
mod wording;

pub use matcher::{Found, find_all, phrase_at};

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
    pub means: &'static str,
    /// What must hold besides the wording.
    pub asks: &'static [Ask],
}

/// A condition of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// One of these stands in the sentence, or in the two before it.
    Near(&'static [Vocabulary]),
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
    /// The practice is only hinted at: no proof where a sentence names it.
    Implied,
}

impl Word {
    /// Looks a folded word up.
    #[must_use]
    pub fn find(folded: &[u8]) -> Self {
        let mask = tables::WORD_IDS.len() - 1;
        let mut slot = op::hash(folded.iter().copied()) as usize & mask;
        loop {
            let id = tables::WORD_IDS[slot];
            if id == 0 || Self::text(slot) == folded {
                return Self(id);
            }
            slot = (slot + 1) & mask;
        }
    }

    fn text(slot: usize) -> &'static [u8] {
        let (start, end) = (tables::WORD_ENDS[slot], tables::WORD_ENDS[slot + 1]);
        &tables::WORD_TEXT.as_bytes()[usize::from(start)..usize::from(end)]
    }

    /// Whether the word alone is an entry of the vocabulary.
    #[must_use]
    pub fn is(self, vocabulary: Vocabulary) -> bool {
        ragged(&tables::WORD_VOCABULARIES, &tables::WORD_VOCABULARIES_ENDS, self.0).contains(&vocabulary.0)
    }

    /// Whether the word alone is an entry of one of the vocabularies.
    #[must_use]
    pub fn is_any(self, vocabularies: &[Vocabulary]) -> bool {
        vocabularies.iter().any(|&vocabulary| self.is(vocabulary))
    }
}

fn ragged(items: &'static [u16], ends: &'static [u32], index: u16) -> &'static [u16] {
    let index = usize::from(index);
    &items[ends[index] as usize..ends[index + 1] as usize]
}
