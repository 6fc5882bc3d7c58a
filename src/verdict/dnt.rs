//! The precedence list of DNT HANDLING (codebook A2).

use super::{Decision, Record, conclude, plain};
use crate::report::Verdict;

pub(super) fn verdict(record: Record) -> Verdict {
    conclude(record, decide(record))
}

fn decide(record: Record) -> Decision {
    if record.has(&["N-"]) && record.has(&["N+"]) && !record.has(&["N+p"]) {
        Decision { flags: vec!["contradiction".to_owned()], opposes: &["N+"], ..ignored() }
    } else if record.has(&["N+p"]) {
        let says = "Says it honors Do Not Track — in part: only for some browsers, people, tools or places.";
        plain("partial", Some(2), "Honors DNT in part", says, &["N+p", "N+"])
    } else if record.has(&["N+"]) {
        plain("honored", Some(0), "Says it honors DNT", "Says it honors Do Not Track.", &["N+"])
    } else if record.has(&["N0"]) {
        let says = "Says it doesn't do the tracking Do Not Track is about, so nothing changes.";
        plain("moot", Some(1), "Says it has nothing to switch off", says, &["N0"])
    } else if record.has(&["N-"]) {
        ignored()
    } else if record.has(&["N?"]) {
        let says = "Talks about Do Not Track but doesn't say what it does.";
        plain("unclear", Some(3), "Mentioned, unclear", says, &["N?"])
    } else {
        plain("silent", None, "Not mentioned", "Doesn't mention Do Not Track.", &[])
    }
}

fn ignored() -> Decision {
    plain("ignored", Some(4), "Says it doesn't respond", "Says it doesn't respond to Do Not Track.", &["N-"])
}
