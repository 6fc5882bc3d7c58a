//! A rule's own facts, and how they are read from the tables.

use super::packed::FIRST_ASK;
use super::{Vocabulary, tables};

/// A rule's own facts.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// What the sentence says; reads well after "this page …".
    pub name: &'static str,
    /// The signal of a plain admission.
    pub affirmed: &'static str,
    /// The signal of its denial; `0` for none.
    pub denied: &'static str,
    /// What must hold besides the wording.
    pub asks: Vec<Ask>,
}

/// A condition of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// One of these stands in the sentence, or in the two before it.
    Near(Vec<Vocabulary>),
    /// One of these stands in the heading right above, or in the title a colon sets off in the sentence.
    Under(Vec<Vocabulary>),
    /// One of these stands in the sentence.
    With(Vec<Vocabulary>),
    /// None of these stands in the sentence.
    Without(Vec<Vocabulary>),
    /// None of these stands within the words found.
    Clear(Vec<Vocabulary>),
    /// What is found counts wherever it stands: in questions, instructions, recitals, definitions too.
    Anywhere,
    /// Whoever the clause's subject is, the sentence counts.
    AnyActor,
    /// The one who acts is a third party, whatever the clause's subject.
    Partner,
    /// The one who acts must be the company.
    Ourselves,
    /// The one who acts must be a third party.
    Others,
    /// The clause's negation is not asked: the wording says it all.
    Plain,
    /// The head stands in quotation marks that begin with it, not within a longer title.
    Quoted,
    /// What is found heads a column of a table: the cell under it tells.
    Column,
    /// The practice is only hinted at: no proof where a sentence names it.
    Implied,
}

impl Rule {
    /// Reads the rules: a line each, name and signals parted by blanks; for each the number of its conditions' numbers,
    /// and these.
    pub(super) fn unpack_all() -> Vec<Self> {
        let mut asks = tables::ASKS;
        let lines = tables::RULES.split('\n').map(|line| line.split(' '));
        lines.map(|fields| Self::unpack(fields, &mut asks)).collect()
    }

    fn unpack(mut fields: impl Iterator<Item = &'static str>, asks: &mut &'static [u16]) -> Self {
        let mut field = || fields.next().unwrap_or_default();
        let (name, affirmed, denied) = (field(), field(), field());
        let (length, rest) = asks.split_first().unwrap_or((&0, &[]));
        let (own, rest) = rest.split_at(usize::from(*length));
        *asks = rest;
        Self { name, affirmed, denied, asks: Ask::unpack_all(own) }
    }
}

impl Ask {
    fn unpack_all(mut numbers: &[u16]) -> Vec<Self> {
        let mut asks = Vec::new();
        while let Some((&which, rest)) = numbers.split_first() {
            let length = rest.iter().position(|&number| number >= FIRST_ASK).unwrap_or(rest.len());
            let (of, rest) = rest.split_at(length);
            asks.push(Self::unpack(which - FIRST_ASK, of.iter().copied().map(Vocabulary).collect()));
            numbers = rest;
        }
        asks
    }

    /// The condition at this place of [`super::packed::ASKS`].
    fn unpack(place: u16, of: Vec<Vocabulary>) -> Self {
        match place {
            0 => Self::Near(of),
            1 => Self::Under(of),
            2 => Self::With(of),
            3 => Self::Without(of),
            4 => Self::Clear(of),
            5 => Self::Anywhere,
            6 => Self::AnyActor,
            7 => Self::Partner,
            8 => Self::Ourselves,
            9 => Self::Others,
            10 => Self::Plain,
            11 => Self::Quoted,
            12 => Self::Column,
            _ => Self::Implied,
        }
    }
}
