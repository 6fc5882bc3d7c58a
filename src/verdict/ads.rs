//! The precedence list of THIRD-PARTY ADS (codebook A3).

use super::{Decision, Record, conclude, may_only, plain};
use crate::report::Verdict;

const DENIALS: &[&str] = &["A-", "A-t", "A-d"];

pub(super) fn verdict(record: Record) -> Verdict {
    conclude(record, decide(record))
}

fn decide(record: Record) -> Decision {
    if record.has(&["A+T"]) {
        targeted(record)
    } else if record.has(&["A+", "A+c"]) {
        present(record)
    } else if record.has(&["A-"]) {
        plain("denied", Some(0), "Says no third-party ads", "Says there are no third-party ads.", &["A-"])
    } else if record.has(&["A-t", "A?", "A-d"]) {
        let says = "Mentions advertisers without saying whether their ads appear here.";
        plain("unclear", Some(2), "Ads mentioned, unclear", says, &["A-t", "A?", "A-d"])
    } else {
        plain("silent", None, "Not mentioned", "Doesn't mention ads by other companies.", &[])
    }
}

fn targeted(record: Record) -> Decision {
    let may = may_only(record, &["A+T"]);
    let verb = if may { "may use" } else { "use" };
    let mut flags: Vec<String> =
        record.has(&["A-", "A-t"]).then(|| "contradiction".to_owned()).into_iter().collect();
    flags.extend(may.then(|| "may_only".to_owned()));
    Decision {
        flags,
        says: ["Says other companies ", verb, " data about you to choose ads."].concat(),
        opposes: DENIALS,
        ..plain("targeted", Some(4), "Third-party ads, personalized", "", &["A+T", "A+", "A+c"])
    }
}

fn present(record: Record) -> Decision {
    let contextual = record.has(&["A+c"]);
    let tail = if contextual { "says they aren't personalized" } else { "doesn't say they are personalized" };
    let says = ["Says other companies' ads appear here; ", &*tail, "."].concat();
    Decision { says, opposes: DENIALS, ..plain("ads", Some(3), "Third-party ads", "", &["A+", "A+c"]) }
}
