//! The precedence list of THIRD-PARTY ADS (codebook A3).

use super::{Decision, Record, conclude, may_only, plain};
use crate::clause::Actor;
use crate::engine::{phrase_at, stands_in, tables};
use crate::facet::ads::facets;
use crate::report::Verdict;
use crate::statement::Statement;

const DENIALS: &[&str] = &["A-", "A-t", "A-d"];
const PRESENT: &[&str] = &["A+", "A+c"];

pub(super) fn verdict(record: Record) -> Verdict {
    let statements = attributed(record);
    let record = Record { statements: &statements, ..record };
    let decision = decide(record);
    let quotable = quotable(record, &decision);
    Verdict { facets: facets(record), ..conclude(Record { statements: &quotable, ..record }, decision) }
}

/// Ads chosen by data are others' ads (`A+T`) where the document speaks of advertisers, and undecided (`A?`) else.
fn attributed(record: Record) -> Vec<Statement> {
    let signal = if names_advertisers(record) { "A+T" } else { "A?" };
    let resolve = |statement: &Statement| match statement.signal {
        "A~" => Statement { signal, implied: !says_by_what(record, statement), ..*statement },
        _ => *statement,
    };
    record.statements.iter().filter(|statement| statement.signal.starts_with('A')).map(resolve).collect()
}

fn names_advertisers(record: Record) -> bool {
    let unattributed = |sentence| record.with(&["A~"]).any(|statement| statement.sentence == sentence);
    record.has(PRESENT) || record.with(&["A?", "A-d"]).any(|statement| !unattributed(statement.sentence))
}

/// Whether it says by what the ads are chosen ("relevant to your interests"), or what data is used for them.
fn says_by_what(record: Record, statement: &Statement) -> bool {
    let sentence = &record.sentences[statement.sentence];
    let found = &sentence.words[statement.found.start.max(sentence.lead)..statement.found.end];
    let ads = (0..found.len()).find(|&at| phrase_at(found, at, tables::ADS).is_some());
    let data = ads.is_some_and(|ads| stands_in(&found[..ads], tables::ABOUT_YOU));
    data || stands_in(found, tables::AD_BASIS)
}

/// What only hints is quoted where nothing says it outright; ads being there is proved once beside their being
/// targeted.
fn quotable(record: Record, decision: &Decision) -> Vec<Statement> {
    let outright = |signals: &[&str]| record.with(signals).any(|statement| !statement.implied);
    let targeted = decision.value == "targeted";
    let plain = record.with(PRESENT).filter(|statement| is_plain_presence(record, statement));
    let shortest = plain.min_by_key(|statement| record.sentences[statement.sentence].tokens.len());
    let keeps = |statement: &&Statement| match statement.signal {
        "A+T" => !statement.implied || !outright(&["A+T"]),
        "A+" | "A+c" if targeted => shortest.is_some_and(|one| one.sentence == statement.sentence),
        "A+" | "A+c" => !statement.implied || !outright(PRESENT),
        _ => true,
    };
    record.statements.iter().filter(keeps).copied().collect()
}

/// Said outright, and not in a relative clause.
fn is_plain_presence(record: Record, statement: &Statement) -> bool {
    let words = &record.sentences[statement.sentence].words;
    let before = &words[..statement.found.head];
    !statement.implied && !before.iter().rev().take(2).any(|word| word.is(tables::RELATIVE))
}

fn decide(record: Record) -> Decision {
    if record.has(&["A+T"]) {
        targeted(record)
    } else if record.has(PRESENT) {
        present(record)
    } else if record.has(&["A-"]) {
        denied(record)
    } else if record.has(&["A-t", "A?", "A-d"]) {
        let says = if record.has(&["A-t"]) {
            "Says ads aren't chosen by data about you, without saying whether other companies' ads appear here."
        } else {
            "Mentions advertisers without saying whether their ads appear here."
        };
        plain("unclear", Some(2), "Ads mentioned, unclear", says, &["A-t", "A?", "A-d"])
    } else {
        plain("silent", None, "Not mentioned", "Doesn't mention ads by other companies.", &[])
    }
}

fn targeted(record: Record) -> Decision {
    let may = may_only(record, &["A+T"]);
    let verb = if may { "may use" } else { "use" };
    let mut flags: Vec<String> = split(record).into_iter().map(str::to_owned).collect();
    flags.extend(may.then(|| "may_only".to_owned()));
    Decision {
        flags,
        says: ["Says other companies ", verb, " data about you to choose ads."].concat(),
        opposes: DENIALS,
        ..plain("targeted", Some(4), "Third-party ads, personalized", "", &["A+T", "A+", "A+c"])
    }
}

/// How a denial beside the admission is to be understood (0.9.3).
fn split(record: Record) -> Option<&'static str> {
    let ours = record.with(&["A+T"]).any(|statement| statement.clause.actor == Actor::We);
    if record.has(&["A-", "A-t"]) {
        Some(if ours { "contradiction" } else { "actor_split" })
    } else {
        let spared = |statement: &Statement| statement.scope.minors && statement.clause.negated;
        record.with(&["A?"]).any(spared).then_some("scope_split")
    }
}

fn present(record: Record) -> Decision {
    let contextual = record.has(&["A+c"]);
    let tail = if contextual { "says they aren't personalized" } else { "doesn't say they are personalized" };
    let contradiction = record.has(&["A-"]).then(|| "contradiction".to_owned());
    let may = may_only(record, PRESENT).then(|| "may_only".to_owned());
    Decision {
        flags: contradiction.into_iter().chain(may).collect(),
        says: ["Says other companies' ads appear here; ", tail, "."].concat(),
        opposes: DENIALS,
        ..plain("ads", Some(3), "Third-party ads", "", PRESENT)
    }
}

fn denied(record: Record) -> Decision {
    let softened = record.with(&["A-"]).all(|statement| statement.clause.softened);
    Decision {
        flags: softened.then(|| "denial_softened".to_owned()).into_iter().collect(),
        ..plain("denied", Some(0), "Says no third-party ads", "Says there are no third-party ads.", &["A-"])
    }
}
