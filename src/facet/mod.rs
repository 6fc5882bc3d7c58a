//! Facts beside the verdicts: they never change one (codebook B). Each comes with the sentence that shows it.

pub(crate) mod ads;
pub(crate) mod dnt;
pub mod identity;
pub(crate) mod sale;
pub(crate) mod tracking;

use std::ops::Range;

use crate::engine::{Vocabulary, phrase_at};
use crate::report::Facet;
use crate::sentence::Sentence;
use crate::statement::Statement;
use crate::verdict::Record;

fn facet(record: Record, id: &'static str, values: Vec<String>, sentence: &Sentence) -> Facet {
    Facet { id: id.into(), values, quote: sentence.quote(record.blocks).to_owned() }
}

/// The first statement of these signals of which `holds` is true.
fn first(
    record: Record,
    id: &'static str,
    signals: &[&str],
    holds: impl Fn(&Statement) -> bool,
) -> Option<Facet> {
    let statement = record.with(signals).find(|statement| holds(statement))?;
    Some(facet(record, id, Vec::new(), &record.sentences[statement.sentence]))
}

/// Where the vocabulary's entries stand in the sentence's own words, none within another.
fn places(sentence: &Sentence, vocabulary: Vocabulary) -> Vec<Range<usize>> {
    let mut places = Vec::new();
    let end = if sentence.present.may_hold(vocabulary) { sentence.words.len() } else { 0 };
    let mut at = sentence.lead;
    while at < end {
        let end = phrase_at(&sentence.words, at, vocabulary);
        places.extend(end.map(|end| at..end));
        at = end.unwrap_or(at + 1);
    }
    places
}

/// A sentence's words as the page writes them.
fn written<'a>(record: Record<'a>, sentence: &Sentence, place: Range<usize>) -> &'a str {
    let tokens = &sentence.tokens;
    &record.blocks[sentence.block].text[tokens[place.start].start..tokens[place.end - 1].end]
}

/// The facets of a text's badge: each one's id, and its value or its quote.
#[cfg(test)]
fn told_of(text: &str, badge: fn(crate::report::Verdicts) -> crate::report::Verdict) -> Vec<String> {
    let report = crate::read(&crate::Document::from_text(text), crate::Options { assume_policy: true });
    let verdicts = report.verdicts.expect("it was said to be a policy");
    let shown = |facet: Facet| match facet.values.first() {
        Some(value) => format!("{}: {value}", facet.id),
        None => format!("{}: {}", facet.id, facet.quote),
    };
    badge(verdicts).facets.into_iter().map(shown).collect()
}
