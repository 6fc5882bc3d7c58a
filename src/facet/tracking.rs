//! Facets of TRACKING (codebook B): which tools are named, who collects, and what is claimed of it.

use std::ops::Range;

use super::{facet, written};
use crate::clause::Actor;
use crate::engine::{Vocabulary, phrase_at, tables};
use crate::report::Facet;
use crate::sentence::Sentence;
use crate::standing::{Standing, standing};
use crate::statement::Statement;
use crate::verdict::Record;
use crate::words::Shape;

/// Technologies, as people call them.
const TECHNOLOGIES: &[(Vocabulary, &str)] = &[
    (tables::TECH_COOKIES, "cookies"),
    (tables::TECH_BEACONS, "web beacons and pixels"),
    (tables::TECH_TAGS, "tags and scripts"),
    (tables::TECH_SDK, "SDKs"),
    (tables::TECH_STORAGE, "local storage"),
    (tables::TECH_PRINT, "fingerprinting"),
    (tables::TECH_REPLAY, "session replay"),
    (tables::TECH_DEVICE, "device and advertising identifiers"),
    (tables::TECH_ADDRESS, "IP address"),
    (tables::TECH_LOGS, "server logs"),
];

/// What collecting is for.
const PURPOSES: &[(Vocabulary, &str)] = &[
    (tables::FOR_SECURITY, "security"),
    (tables::FOR_PREFERENCES, "preferences"),
    (tables::FOR_ANALYTICS, "analytics"),
    (tables::FOR_YOU, "personalization"),
    (tables::FOR_ADS, "advertising"),
    (tables::FOR_RESEARCH, "research"),
];

/// A claim that sentences make: all of these stand in them.
const CLAIMS: &[(&str, &[Vocabulary])] = &[
    ("anonymous_claim", &[tables::ANONYMOUS_CLAIM, tables::CLAIM_SUBJECT]),
    ("eu_consent", &[tables::EUROPE, tables::CONSENT_WORD, tables::TECH_COOKIES]),
    ("retention", &[tables::KEEPING, tables::SPAN_OF_TIME, tables::KEPT_THING]),
    ("data_enrichment", &[tables::COMBINING, tables::OTHER_SOURCE]),
];

/// All facets of the badge, each with the first sentence that shows it.
pub(crate) fn facets(record: Record) -> Vec<Facet> {
    let mut facets = technologies(record);
    facets.extend(vendors(record));
    facets.extend(PURPOSES.iter().filter_map(|&(words, name)| purpose(record, words, name)));
    facets.extend(claims(record));
    facets.extend(collectors(record));
    facets.extend(aggregates(record));
    facets.extend(opt_outs(record));
    facets
}

/// The first sentence that holds this and asserts. What it holds is asked first: to tell what a sentence does is dear.
fn told(record: Record<'_>, holds: impl Fn(&Sentence) -> bool) -> Option<&Sentence> {
    record.sentences.iter().find(|sentence| holds(sentence) && standing(sentence) == Standing::Asserts)
}

fn technologies(record: Record) -> Vec<Facet> {
    TECHNOLOGIES
        .iter()
        .filter_map(|&(vocabulary, name)| {
            let sentence = told(record, |sentence| sentence.says_itself(vocabulary))?;
            Some(facet(record, "tech", vec![name.to_owned()], sentence))
        })
        .collect()
}

/// Analytics firms, by the names that the text gives them.
fn vendors(record: Record) -> Vec<Facet> {
    let mut found: Vec<Facet> = Vec::new();
    for sentence in record.sentences {
        for place in names(sentence).filter(|_| standing(sentence) == Standing::Asserts) {
            let name = written(record, sentence, place);
            if !found.iter().any(|seen| seen.values[0].eq_ignore_ascii_case(name)) {
                found.push(facet(record, "analytics", vec![name.to_owned()], sentence));
            }
        }
    }
    found
}

/// Where firms are named: in capitals, since some of the names are words as well.
fn names(sentence: &Sentence) -> impl Iterator<Item = Range<usize>> + use<'_> {
    (sentence.lead..sentence.words.len()).filter_map(|at| {
        let end = phrase_at(&sentence.words, at, tables::ANALYTICS_VENDOR)?;
        sentence.tokens[at].shape.has(Shape::CAPITAL).then_some(at..end)
    })
}

/// A purpose that an admission names.
fn purpose(record: Record, words: Vocabulary, name: &str) -> Option<Facet> {
    let sentence = |statement: &Statement| &record.sentences[statement.sentence];
    let names = |statement: &&Statement| !statement.clause.negated && sentence(statement).says_itself(words);
    let statement = record.with(&["T+X", "T+S", "T+E"]).find(names)?;
    Some(facet(record, "purposes", vec![name.to_owned()], sentence(statement)))
}

fn claims(record: Record) -> Vec<Facet> {
    CLAIMS
        .iter()
        .filter_map(|&(id, all)| {
            let holds = |sentence: &Sentence| all.iter().all(|&one| sentence.says(one));
            Some(facet(record, id, Vec::new(), told(record, holds)?))
        })
        .collect()
}

/// Others who collect here.
fn collectors(record: Record) -> Option<Facet> {
    let statement =
        record.with(&["T+X", "T+S"]).find(|statement| statement.clause.actor == Actor::Partner)?;
    Some(facet(record, "third_party_collection", Vec::new(), &record.sentences[statement.sentence]))
}

/// Every admission says that it is in the aggregate.
fn aggregates(record: Record) -> Option<Facet> {
    let sentence = |statement: &Statement| &record.sentences[statement.sentence];
    let aggregate = |statement: &Statement| sentence(statement).says(tables::IN_AGGREGATE);
    let first = record.with(&["T+S"]).next()?;
    let all = !record.has(&["T+X"]) && record.with(&["T+S"]).all(aggregate);
    all.then(|| facet(record, "aggregate_only", Vec::new(), sentence(first)))
}

/// Ways out: an instruction that names what it stops.
fn opt_outs(record: Record) -> Option<Facet> {
    let instructs =
        |sentence: &&Sentence| matches!(standing(sentence), Standing::Instructs | Standing::Recites);
    let out = |sentence: &&Sentence| sentence.says(tables::WAY_OUT) && sentence.says(tables::WAY_OUT_OF);
    let sentence = record.sentences.iter().filter(out).find(instructs)?;
    Some(facet(record, "opt_out", Vec::new(), sentence))
}

#[cfg(test)]
mod tests {
    use super::super::told_of;

    fn facets(text: &str) -> Vec<String> {
        told_of(text, |verdicts| verdicts.tracking)
    }

    #[test]
    fn names_tools_and_vendors_as_the_text_does() {
        let text = "We use cookies and Matomo to learn what people read. A plausible reason is speed.";
        assert_eq!(facets(text), ["tech: cookies", "analytics: Matomo"]);
    }

    #[test]
    fn names_the_purposes_of_what_it_admits() {
        let text =
            "We record the pages you visit for statistics and to prevent fraud. Research is dear to us.";
        assert_eq!(facets(text), ["purposes: security", "purposes: analytics"]);
    }

    #[test]
    fn a_definition_names_nothing() {
        assert_eq!(facets("A cookie is a small file that a site keeps on a computer."), [""; 0]);
    }

    #[test]
    fn tells_who_collects_and_for_how_long() {
        let text = "Our partners track your use of this site. Our logs are deleted after 30 days.";
        assert_eq!(
            facets(text),
            [
                "retention: Our logs are deleted after 30 days.",
                "third_party_collection: Our partners track your use of this site.",
            ]
        );
    }

    #[test]
    fn aggregate_only_asks_that_every_admission_says_so() {
        let one = "We count the number of visitors in aggregate form only.";
        assert_eq!(facets(one), [format!("aggregate_only: {one}")]);
        assert_eq!(facets(&format!("{one} We also track your clicks.")), [""; 0]);
    }

    #[test]
    fn shows_the_way_out() {
        let out = "You can opt out of Google Analytics with a browser add-on.";
        assert_eq!(facets(out), [format!("opt_out: {out}")]);
    }
}
