//! The precedence list of DATA SALE (codebook A4).

use super::{Decision, Record, conclude, may_only, plain};
use crate::clause::Exception;
use crate::engine::tables;
use crate::facet::sale::facets;
use crate::report::Verdict;
use crate::statement::Statement;

const DENIALS: &[&str] = &["S-x", "S-", "S-b"];

pub(super) fn verdict(record: Record) -> Verdict {
    Verdict { facets: facets(record), ..conclude(record, decide(record)) }
}

fn decide(record: Record) -> Decision {
    if record.has(&["S+"]) {
        sells(record)
    } else if record.has(&["S~"]) {
        let says = "Says some sharing counts, or may count, as a \"sale\" or \"sharing\" under state law.";
        Decision {
            flags: may_flag(record, &["S~"]).into_iter().chain(scope_split(record)).collect(),
            opposes: DENIALS,
            ..plain("legal_sale", Some(3), "\"Sale\" or \"sharing\" under state law", says, &["S~"])
        }
    } else if record.has(&["S-x"]) {
        exceptions(record)
    } else if record.has(&["S-", "S-b"]) {
        denied(record)
    } else if record.has(&["S?"]) {
        let says = "Mentions selling data without saying whether it does.";
        plain("unclear", Some(1), "Mentioned, unclear", says, &["S?"])
    } else {
        plain("silent", None, "Not mentioned", "Doesn't say whether it sells personal data.", &[])
    }
}

fn sells(record: Record) -> Decision {
    let may = may_only(record, &["S+"]);
    let verb = if may { "it may sell or rent" } else { "it sells or rents" };
    let mut flags: Vec<String> =
        record.has(DENIALS).then(|| "contradiction".to_owned()).into_iter().collect();
    flags.extend(may.then(|| "may_only".to_owned()));
    flags.extend(scope_split(record));
    Decision {
        flags,
        says: ["Says ", verb, " personal data."].concat(),
        opposes: DENIALS,
        ..plain("sells", Some(4), "Says it sells data", "", &["S+", "S~"])
    }
}

fn exceptions(record: Record) -> Decision {
    let tail = record.with(&["S-x"]).find_map(|statement| tail(record, statement));
    let says = match tail {
        Some(tail) => ["Says it doesn't sell personal data — except: \"", &*tail, "\"."].concat(),
        None => "Says it doesn't sell personal data — with a gap: read the sentence.".to_owned(),
    };
    Decision {
        says,
        flags: exception_flags(record, "S-x"),
        ..plain("exceptions", Some(2), "Says no sale, with exceptions", "", DENIALS)
    }
}

fn denied(record: Record) -> Decision {
    let softened = record.with(&["S-", "S-b"]).all(|statement| statement.clause.softened);
    let transfer = record.has(&["S0t"])
        || record.with(&["S-b"]).any(|s| s.clause.exception == Some(Exception::Transfer));
    let more = if transfer { " If the business is sold, data may transfer." } else { "" };
    let mut flags = exception_flags(record, "S-b");
    flags.extend(softened.then(|| "denial_softened".to_owned()));
    Decision {
        says: ["Says it doesn't sell personal data.", more].concat(),
        flags,
        ..plain("denied", Some(0), "Says it doesn't sell data", "", &["S-", "S-b"])
    }
}

/// Some people's data, or some data, is said not to be sold beside what is (0.9.3).
fn scope_split(record: Record) -> Option<String> {
    let limited = |statement: &Statement| {
        let scope = statement.scope;
        let some_data = record.sentences[statement.sentence].says(tables::SOME_DATA);
        scope.minors || scope.nevada || scope.europe || some_data
    };
    let spared = |statement: &Statement| statement.clause.negated && limited(statement);
    record.with(&["S?"]).any(spared).then(|| "scope_split".to_owned())
}

fn may_flag(record: Record, signals: &[&str]) -> Vec<String> {
    may_only(record, signals).then(|| "may_only".to_owned()).into_iter().collect()
}

fn exception_flags(record: Record, signal: &str) -> Vec<String> {
    let mut flags: Vec<String> = Vec::new();
    for exception in record.with(&[signal]).filter_map(|statement| statement.clause.exception) {
        let flag = ["exception:", exception.code()].concat();
        let place = flags.partition_point(|known| *known < flag);
        if flags.get(place) != Some(&flag) {
            flags.insert(place, flag);
        }
    }
    flags
}

/// The exception's own words, from the exception word on.
fn tail(record: Record, statement: &Statement) -> Option<String> {
    let sentence = &record.sentences[statement.sentence];
    let place = statement.clause.tail?;
    let first = sentence.tokens.get(place).filter(|_| place >= sentence.lead)?;
    let text = &record.blocks[sentence.block].text[first.start..sentence.end];
    Some(text.trim_end_matches(&['.', '"', '”', '*', ' '][..]).to_owned())
}

#[cfg(test)]
mod tests {
    use crate::{Document, Options, read};

    fn flags(text: &str) -> Vec<String> {
        let report = read(&Document::from_text(text), Options { assume_policy: true });
        report.verdicts.expect("it was said to be a policy").sale.expect("no cookie policy").flags
    }

    #[test]
    fn a_denial_for_some_people_beside_an_admission_splits_the_scope() {
        let sold = "We sell your personal information to data brokers.";
        assert_eq!(flags(&format!("{sold} We do not sell the data of children under 13.")), ["scope_split"]);
        assert_eq!(flags(&format!("{sold} You may ask us not to sell your data.")), [""; 0]);
    }
}
