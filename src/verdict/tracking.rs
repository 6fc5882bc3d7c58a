//! The precedence list of TRACKING (codebook A1).

use super::{Decision, Record, conclude, may_only, plain};
use crate::clause::Actor;
use crate::engine::tables;
use crate::facet;
use crate::report::Verdict;

const DENIALS: &[&str] = &["T-A", "T-X", "T-3"];

pub(super) fn verdict(record: Record) -> Verdict {
    Verdict { facets: facet::tracking::facets(record), ..conclude(record, decide(record)) }
}

fn decide(record: Record) -> Decision {
    if record.has(&["T+X"]) {
        cross_site(record)
    } else if record.has(&["T+S"]) {
        on_site(record)
    } else if record.has(&["T-A"]) {
        denied("", &["T-A", "T-X", "T-3"])
    } else if record.has(&["T-X"]) {
        denied(" across sites", &["T-X", "T-3"])
    } else if record.has(&["T-3"]) {
        denied(" via third parties", &["T-3"])
    } else if record.has(&["T+E"]) {
        let says = "Mentions cookies or logs only for running the site.";
        plain("minimal", Some(1), "Essential only", says, &["T+E"])
    } else if record.has(&["T?", "T-d"]) {
        let says = "Mentions cookies or tracking without saying what is recorded.";
        plain("unclear", Some(2), "Mentioned, unclear", says, &["T?", "T-d"])
    } else {
        plain("silent", None, "Not mentioned", "Doesn't mention tracking, cookies or analytics.", &[])
    }
}

fn cross_site(record: Record) -> Decision {
    let ours = record.with(&["T+X"]).any(|statement| statement.clause.actor == Actor::We);
    let may = may_only(record, &["T+X"]);
    let who = if ours { "it" } else { "third parties here" };
    let says = [
        "Says ",
        who,
        verb(may),
        if ours && !may { " follows" } else { " follow" },
        " your activity across other sites, apps or devices.",
    ]
    .concat();
    let mut flags = denial_flags(record, ours);
    flags.extend(may.then(|| "may_only".to_owned()));
    flags.extend(only_with_consent(record).then(|| "scope_split".to_owned()));
    Decision {
        flags,
        says,
        opposes: DENIALS,
        ..plain("cross_site", Some(4), "Tracks across sites", "", &["T+X"])
    }
}

/// Every admission holds for those who consent.
fn only_with_consent(record: Record) -> bool {
    record.with(&["T+X"]).all(|statement| record.sentences[statement.sentence].says(tables::CONSENTED))
}

fn verb(may: bool) -> &'static str {
    if may { " may" } else { "" }
}

/// "We do not" while partners do is a split; while we do, a contradiction (0.9.3).
fn denial_flags(record: Record, ours: bool) -> Vec<String> {
    let flag = if ours { "contradiction" } else { "actor_split" };
    record.has(&["T-X", "T-A"]).then(|| flag.to_owned()).into_iter().collect()
}

fn on_site(record: Record) -> Decision {
    let may = may_only(record, &["T+S"]);
    let verb = if may { "may be" } else { "is" };
    let mut flags: Vec<String> =
        record.has(&["T-A"]).then(|| "contradiction".to_owned()).into_iter().collect();
    flags.extend(may.then(|| "may_only".to_owned()));
    Decision {
        flags,
        says: ["Says your use of this site ", verb, " recorded or measured."].concat(),
        opposes: DENIALS,
        ..plain("on_site", Some(3), "Tracks use of this site", "", &["T+S"])
    }
}

fn denied(scope: &str, supports: &'static [&'static str]) -> Decision {
    let label = ["Says it doesn't track", scope].concat();
    plain("denied", Some(0), &label, &["Says it doesn't track you", scope, "."].concat(), supports)
}

#[cfg(test)]
mod tests {
    use crate::{Document, Options, read};

    fn flags(text: &str) -> Vec<String> {
        let report = read(&Document::from_text(text), Options { assume_policy: true });
        report.verdicts.expect("it was said to be a policy").tracking.flags
    }

    #[test]
    fn what_is_done_to_those_who_consent_splits_the_scope() {
        let asked = "With your consent, our partners track you across other websites.";
        assert_eq!(flags(asked), ["scope_split"]);
        assert_eq!(
            flags(&format!("{asked} They also follow your activity over time and across other sites.")),
            [""; 0]
        );
    }
}
