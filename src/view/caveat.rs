//! What a verdict must not be taken for (codebook F2, F3, F8, F14).

use super::Badge;
use crate::report::{Report, Verdict};

const CLAIM: &str = "This is the company's statement; we haven't checked it.";
const LEGAL_SALE: &str =
    "Some state laws count giving data to ad companies as a sale even when no money changes hands.";
const ASKED_SINCE_2014: &str = "California has asked sites to state this since 2014.";

/// The sentences that keep a verdict from being read as more than it is.
pub(super) fn lines(badge: Badge, verdict: &Verdict, report: &Report) -> Vec<String> {
    match verdict.value.as_ref() {
        "silent" => silence(badge, report),
        "denied" | "honored" | "partial" | "moot" | "exceptions" => vec![CLAIM.to_owned()],
        "legal_sale" => vec![LEGAL_SALE.to_owned()],
        _ => Vec::new(),
    }
}

fn silence(badge: Badge, report: &Report) -> Vec<String> {
    let mut lines = vec![
        [
            "We found no statement about ",
            badge.topic(),
            " in the text we read. That doesn't mean it doesn't happen.",
        ]
        .concat(),
    ];
    if badge == Badge::Dnt && is_asked(report) {
        lines.push(ASKED_SINCE_2014.to_owned());
    }
    lines
}

/// F14: only beside a date from 2014 on, and only where the policy says that the site tracks across sites.
fn is_asked(report: &Report) -> bool {
    let date = report.last_updated.as_deref().or(report.effective.as_deref());
    let across = report.verdicts.as_ref().is_some_and(|verdicts| verdicts.tracking.value == "cross_site");
    across && date.is_some_and(|date| date >= "2014")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(tracking: &'static str, date: Option<&str>) -> Report {
        let mut report = crate::read(&crate::Document::default(), crate::Options { assume_policy: true });
        report.last_updated = date.map(str::to_owned);
        report.effective = None;
        report.verdicts = Some(verdicts(tracking));
        report
    }

    fn verdicts(tracking: &'static str) -> crate::report::Verdicts {
        let [tracking, dnt, ads] = [tracking, "silent", "silent"].map(verdict);
        crate::report::Verdicts { tracking, dnt, ads, sale: None }
    }

    fn verdict(value: &'static str) -> Verdict {
        let (flags, evidence, facets) = (vec![], vec![], vec![]);
        let (label, says) = (String::new(), String::new());
        Verdict { value: value.into(), label, says, severity: None, flags, evidence, facets }
    }

    #[test]
    fn silence_is_not_a_no() {
        let lines = lines(Badge::Sale, &verdict("silent"), &report("silent", None));
        let said = "We found no statement about selling personal data in the text we read. That doesn't mean it doesn't happen.";
        assert_eq!(lines, [said]);
    }

    #[test]
    fn california_is_named_only_where_its_duty_can_hold() {
        let named = |tracking, date| {
            lines(Badge::Dnt, &verdict("silent"), &report(tracking, date))
                .contains(&ASKED_SINCE_2014.to_owned())
        };
        assert!(named("cross_site", Some("2014-01-01")));
        assert!(!named("cross_site", Some("2013-12-31")));
        assert!(!named("cross_site", None));
        assert!(!named("on_site", Some("2020-01-01")));
    }

    #[test]
    fn every_promise_is_called_a_statement() {
        for value in ["denied", "honored", "partial", "moot", "exceptions"] {
            assert_eq!(lines(Badge::Sale, &verdict(value), &report("silent", None)), [CLAIM], "{value}");
        }
        assert!(lines(Badge::Sale, &verdict("sells"), &report("silent", None)).is_empty());
    }
}
