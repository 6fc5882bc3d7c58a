//! The precedence list of DNT HANDLING (codebook A2).

use super::{Decision, Record, conclude, plain};
use crate::facet::dnt::{Era, Unclear, facets, others_refuse};
use crate::report::Verdict;

pub(super) fn verdict(record: Record) -> Verdict {
    Verdict { facets: facets(record), ..conclude(record, decide(record)) }
}

fn decide(record: Record) -> Decision {
    if record.has(&["N-"]) && record.has(&["N+"]) && !record.has(&["N+p"]) {
        Decision { flags: vec!["contradiction".to_owned()], opposes: &["N+"], ..ignored() }
    } else if record.has(&["N+p"]) {
        partial("only for some browsers, people, tools or places")
    } else if record.has(&["N+"]) && others_refuse(record) {
        Decision { flags: vec!["actor_split".to_owned()], ..partial("third parties may not") }
    } else if record.has(&["N+"]) {
        plain("honored", Some(0), "Says it honors DNT", "Says it honors Do Not Track.", &["N+"])
    } else if record.has(&["N0"]) && !(record.has(&["N-"]) && is_denial_alone(record)) {
        let says = "Says it doesn't do the tracking Do Not Track is about, so nothing changes.";
        plain("moot", Some(1), "Says it has nothing to switch off", says, &["N0"])
    } else if record.has(&["N-"]) {
        ignored()
    } else if record.has(&["N?"]) {
        unclear(record)
    } else {
        silent(record)
    }
}

fn ignored() -> Decision {
    plain("ignored", Some(4), "Says it doesn't respond", "Says it doesn't respond to Do Not Track.", &["N-"])
}

fn partial(part: &str) -> Decision {
    let says = ["Says it honors Do Not Track — in part: ", part, "."].concat();
    plain("partial", Some(2), "Honors DNT in part", &says, &["N+p", "N+"])
}

/// Whether the denial of tracking stands under the signal's name without a word of "therefore": beside a plain
/// "we do not respond" it excuses nothing (rule A2.4).
fn is_denial_alone(record: Record) -> bool {
    record.with(&["N0"]).all(|statement| statement.rule.name.starts_with("denies-under-"))
}

fn unclear(record: Record) -> Decision {
    let reason = Unclear::of(record);
    let says = ["Talks about Do Not Track but doesn't say what it does: ", reason.tells(), "."].concat();
    let takes_back = record.with(&["N?"]).any(|statement| statement.rule.name == "collects-despite-dnt");
    let flags = takes_back.then(|| "contradiction".to_owned()).into_iter().collect();
    Decision { flags, ..plain("unclear", Some(3), "Mentioned, unclear", &says, &["N?"]) }
}

fn silent(record: Record) -> Decision {
    let says = match Era::of(record) {
        Some(Era::SinceCalifornia) | None => "Doesn't mention Do Not Track.".to_owned(),
        Some(era) => ["Doesn't mention Do Not Track — ", era.tells(), "."].concat(),
    };
    plain("silent", None, "Not mentioned", &says, &[])
}
