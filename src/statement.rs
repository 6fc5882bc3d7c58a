//! Statements: what each sentence says about a badge, as the codebook's tuple (0.3).

mod ads;
mod column;
mod dnt;
mod sale;
mod scope;
mod tracking;

use crate::clause::{Actor, Clause, Modality, clause};
use crate::document::{Block, BlockKind};
use crate::engine::{Ask, Found, Rule, Vocabulary, Word, find_all, stands_in, tables};
use crate::sentence::Sentence;
use crate::standing::{Standing, standing};
use crate::words::{COLON, OPEN, Shape};

pub use scope::Scope;

/// One practice found in one sentence, and what the sentence says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Statement {
    /// The codebook's signal, as `T+X`.
    pub signal: &'static str,
    /// The rule that found it.
    pub rule: &'static Rule,
    /// The sentence's place among the document's sentences.
    pub sentence: usize,
    /// The words that were found.
    pub found: Found,
    /// What the clause round them says.
    pub clause: Clause,
    /// For whom and on what it holds.
    pub scope: Scope,
    /// Whether the practice is only hinted at or presupposed.
    pub implied: bool,
}

/// What is known of a practice before its signal is decided.
pub(crate) struct Reading<'a> {
    pub sentence: &'a Sentence,
    pub blocks: &'a [Block],
    pub standing: Standing,
    pub rule: &'static Rule,
    pub found: Found,
    pub clause: Clause,
    pub scope: Scope,
}

impl Reading<'_> {
    /// The words that were found.
    fn span(&self) -> &[Word] {
        &self.sentence.words[self.found.start..self.found.end]
    }

    /// Whether an entry of the vocabulary stands in the sentence.
    fn says(&self, vocabulary: Vocabulary) -> bool {
        self.sentence.says(vocabulary)
    }

    /// Whether the sentence only speaks of what might be, or is no assertion at all.
    fn is_mention(&self) -> bool {
        matches!(self.clause.modality, Modality::Hypothetical | Modality::Embedded) || !self.asserts()
    }

    fn asserts(&self) -> bool {
        self.standing == Standing::Asserts || self.sentence.answers || self.is_bracketed()
    }

    /// "You may opt out of sales (we do not sell data)": whatever the sentence does, its brackets assert.
    fn is_bracketed(&self) -> bool {
        let (words, start) = (&self.sentence.words, self.clause.start);
        let opened = start.checked_sub(1).is_some_and(|before| words[before] == OPEN);
        opened && words.get(start).is_some_and(|first| first.is(tables::NOMINATIVE))
    }

    /// Whether its rule only hints, or its sentence asserts nothing. "Our targeted ads" are there in any sentence.
    fn is_implied(&self) -> bool {
        let words = &self.sentence.words;
        let owned = self.found.start.checked_sub(1).is_some_and(|at| words[at].is(tables::OWN));
        let optional = stands_in(&words[..self.found.start], tables::OPT_OUT_WORD);
        self.rule.asks.contains(&Ask::Implied) || ((optional || !self.asserts()) && !owned)
    }

    fn anywhere(&self) -> bool {
        self.rule.asks.contains(&Ask::Anywhere)
    }

    /// Whether a linked site, or the reader, is the one who acts.
    fn is_theirs(&self) -> bool {
        matches!(self.clause.actor, Actor::Outsider | Actor::You) && !self.rule.asks.contains(&Ask::AnyActor)
    }
}

/// Every statement in the sentences, in order.
#[must_use]
pub fn statements(sentences: &[Sentence], blocks: &[Block]) -> Vec<Statement> {
    let mut statements = Vec::new();
    for index in 0..sentences.len() {
        read_sentence(sentences, blocks, index, &mut statements);
    }
    dnt::settle(&mut statements);
    statements
}

fn read_sentence(sentences: &[Sentence], blocks: &[Block], index: usize, out: &mut Vec<Statement>) {
    let sentence = &sentences[index];
    let founds = find_apart(&sentence.words);
    if founds.is_empty() {
        return;
    }
    let standing = standing(sentence);
    let scope = scope::of(sentence, blocks);
    let recent = &sentences[index.saturating_sub(2)..=index];
    let first = out.len();
    for found in founds {
        let Some(found) = placed(sentence, found).filter(|found| holds(found.rule(), found, recent)) else {
            continue;
        };
        let reading = Reading {
            sentence,
            blocks,
            standing,
            rule: found.rule(),
            found,
            clause: read_clause(sentence, &found),
            scope,
        };
        if let Some(signal) = signal(&reading) {
            let implied = reading.is_implied();
            let Reading { rule, clause, .. } = reading;
            out.push(Statement { signal, rule, sentence: index, found, clause, scope, implied });
        }
    }
    ads::settle(out, first);
}

/// What was found, where it counts: in the sentence's own words, or in the cell under the header that names it.
fn placed(sentence: &Sentence, found: Found) -> Option<Found> {
    if found.rule().asks.contains(&Ask::Column) {
        return column::cell(sentence, &found);
    }
    (found.end > sentence.lead).then_some(found)
}

/// What is found in a sentence. In "Cookies: we do not use …" a title is no part of what is said after it.
fn find_apart(words: &[Word]) -> Vec<Found> {
    let titled = title_end(words);
    let mut founds = find_all(&words[..titled]);
    founds.extend(find_all(&words[titled..]).into_iter().map(|found| Found {
        start: found.start + titled,
        end: found.end + titled,
        head: found.head + titled,
        ..found
    }));
    founds
}

/// Where the title ends that opens a sentence of ours, "Cookies: we …".
fn title_end(words: &[Word]) -> usize {
    let we = words.iter().position(|word| word.is(tables::NOMINATIVE));
    we.filter(|&we| we > 0 && words[we - 1] == COLON).unwrap_or_default()
}

fn read_clause(sentence: &Sentence, found: &Found) -> Clause {
    let asks = &found.rule().asks;
    let mut clause = clause(sentence, found);
    if asks.contains(&Ask::Column) {
        return column::clause(sentence, found, clause);
    }
    if asks.contains(&Ask::Plain) {
        clause.negated = false;
    }
    if asks.contains(&Ask::Partner) {
        clause.actor = Actor::Partner;
    }
    clause
}

/// Whether the rule's conditions hold; `recent` ends with the sentence itself.
fn holds(rule: &Rule, found: &Found, recent: &[Sentence]) -> bool {
    let Some(sentence) = recent.last() else { return false };
    let any = |sentence: &Sentence, of: &[Vocabulary]| of.iter().any(|&vocabulary| sentence.says(vocabulary));
    let span = |of: &Vocabulary| stands_in(&sentence.words[found.start..found.end], *of);
    rule.asks.iter().all(|ask| match ask {
        Ask::Near(of) => recent.iter().any(|sentence| any(sentence, of)),
        Ask::Under(of) => {
            let title = &sentence.words[..title_end(&sentence.words)];
            of.iter().any(|&vocabulary| stands_in(title, vocabulary))
                || recent.iter().any(|above| above.kind == BlockKind::Heading && any(above, of))
        }
        Ask::With(of) => any(sentence, of),
        Ask::Without(of) => !any(sentence, of),
        Ask::Clear(of) => !of.iter().any(span),
        Ask::Quoted => quotes_the_verb(sentence, found.head),
        Ask::Anywhere
        | Ask::AnyActor
        | Ask::Partner
        | Ask::Ourselves
        | Ask::Others
        | Ask::Plain
        | Ask::Column
        | Ask::Implied => true,
    })
}

/// We "share" data; but "How we share data" in quotation marks is the title of a section.
fn quotes_the_verb(sentence: &Sentence, head: usize) -> bool {
    let quoted = |at: usize| sentence.tokens.get(at).is_some_and(|token| token.shape.has(Shape::QUOTED));
    let Some(before) = head.checked_sub(1) else { return false };
    let ours = sentence.words[before].is(tables::NOMINATIVE);
    quoted(head) && !quoted(before) && (ours || !quoted(head + 1))
}

/// The signal of what was read; none where it is no evidence (0.4).
fn signal(reading: &Reading) -> Option<&'static str> {
    let acts = |ask: &Ask| match ask {
        Ask::Ourselves => reading.clause.actor == Actor::We,
        Ask::Others => reading.clause.actor == Actor::Partner,
        _ => true,
    };
    let meant = reading.rule.asks.iter().all(acts);
    let heads = matches!(reading.standing, Standing::Heads | Standing::Forbids);
    if heads || reading.scope.applicants || !meant {
        return None;
    }
    match reading.rule.affirmed.as_bytes().first() {
        Some(b'T') => tracking::signal(reading),
        Some(b'N') => dnt::signal(reading),
        Some(b'A') => ads::signal(reading),
        Some(b'S') => sale::signal(reading),
        Some(b'G') => dnt::gpc_signal(reading),
        _ => None,
    }
}

/// The rule's signal for the clause's polarity; `None` for `0`.
fn by_polarity(reading: &Reading) -> Option<&'static str> {
    let signal = if reading.clause.negated { reading.rule.denied } else { reading.rule.affirmed };
    (signal != "0").then_some(signal)
}
