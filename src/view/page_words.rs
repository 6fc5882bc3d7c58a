//! What the popup says of the page as a whole.

use crate::report::{Gpc, PageKind, Report};
use crate::search::split;
use crate::view::date;

/// Said of a page that was read and is no policy.
pub(super) const NOT_A_POLICY: &str = "This page doesn't look like a privacy policy.";

/// What kind of document was read, where that is more than "a privacy policy".
pub(super) fn kind(kind: PageKind) -> Option<&'static str> {
    match kind {
        PageKind::Policy | PageKind::NotPolicy => None,
        PageKind::Combined => Some("Terms and privacy on one page: only the privacy part was read."),
        PageKind::Section => Some("Supplement: the main policy was not read."),
        PageKind::CookiePolicy => Some("Cookie policy: the privacy policy was not read."),
    }
}

/// Warnings that hold for every verdict: doubtful pages, archived copies, very short texts.
pub(super) fn cautions(report: &Report) -> Vec<String> {
    let mut lines = Vec::new();
    if (4..=6).contains(&report.policy.score) {
        lines.push(
            "This is possibly a privacy policy: read its sentences before you rely on them.".to_owned(),
        );
    }
    if report.is_partly_english() {
        lines.push("Partly in English: only the English part was read.".to_owned());
    }
    if let Some(day) = report.archived_on.as_deref() {
        lines.push(["Archived copy from ", &date::in_words(day), "; today's policy may differ."].concat());
    } else if is_archived(report.url.as_deref().unwrap_or_default()) {
        lines.push("This is an archived copy; today's policy may differ.".to_owned());
    }
    if report.words < 120 {
        let words = date::grouped(report.words);
        lines.push(["Only ", &words, " words found; verdicts may be incomplete."].concat());
    }
    lines
}

fn is_archived(url: &str) -> bool {
    let host = split(url, b'/').nth(2).unwrap_or_default();
    host == "web.archive.org" || ["archive.today", "archive.ph", "archive.is"].contains(&host)
}

/// Why a page that was read has no verdicts. `language` is the language's name, if it is known.
pub(super) fn no_verdicts(report: &Report, language: Option<&str>) -> String {
    match language {
        _ if !report.policy.is_policy => NOT_A_POLICY.to_owned(),
        Some(name) => ["This policy appears to be in ", name, "; only English is read."].concat(),
        None => "This policy appears to be in another language; only English is read.".to_owned(),
    }
}

/// What is said of the Global Privacy Control; `None` where the policy says nothing.
pub(super) fn gpc(gpc: Gpc) -> Option<&'static str> {
    match gpc {
        Gpc::Silent => None,
        Gpc::Mentioned => Some("Mentions the Global Privacy Control without saying what it does with it."),
        Gpc::NotHonored => Some("Says it doesn't act on the Global Privacy Control."),
        Gpc::Honored => Some("Says it honors the Global Privacy Control, another signal a browser can send."),
    }
}

/// F7: never called a data sale.
pub(super) const TRANSFER: &str = "If the business is sold or merged, your data may go with it.";

/// F12: of every page.
pub(super) const NOT_READ: &str =
    "Not read: other pages that this one links to, and text that the page did not show or load.";

/// F12.
pub(super) fn footing(words: usize) -> String {
    ["Based on ", &date::grouped(words), " words of this page, read on your device."].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report() -> Report {
        let mut report = crate::read(&crate::Document::default(), crate::Options { assume_policy: true });
        (report.policy.is_policy, report.policy.score, report.words) = (true, 14, 5210);
        report
    }

    #[test]
    fn a_sound_report_needs_no_caution() {
        assert_eq!(cautions(&report()), Vec::<String>::new());
        assert_eq!(footing(5210), "Based on 5,210 words of this page, read on your device.");
    }

    #[test]
    fn doubtful_archived_and_short_pages_are_named() {
        let mut report = report();
        (report.policy.score, report.words) = (5, 80);
        report.url = Some("https://web.archive.org/web/2008/http://a.example/".into());
        let lines = cautions(&report);
        assert!(lines[0].contains("possibly a privacy policy"), "{lines:?}");
        assert_eq!(lines[1], "This is an archived copy; today's policy may differ.");
        assert_eq!(lines[2], "Only 80 words found; verdicts may be incomplete.");
        report.url = Some("https://a.example/web.archive.org".into());
        assert_eq!(cautions(&report).len(), 2);
        report.archived_on = Some("2008-06-20".into());
        assert_eq!(cautions(&report)[1], "Archived copy from 20 Jun 2008; today's policy may differ.");
    }

    #[test]
    fn another_language_is_named_and_never_silent() {
        let mut report = report();
        let line = no_verdicts(&report, Some("German"));
        assert_eq!(line, "This policy appears to be in German; only English is read.");
        assert!(no_verdicts(&report, None).contains("another language"));
        report.policy.is_policy = false;
        assert_eq!(no_verdicts(&report, Some("German")), NOT_A_POLICY);
    }

    #[test]
    fn the_signal_is_its_own_fact() {
        assert_eq!(gpc(Gpc::Silent), None);
        for said in [Gpc::Mentioned, Gpc::NotHonored, Gpc::Honored] {
            assert!(gpc(said).is_some_and(|line| line.contains("Global Privacy Control")));
        }
    }
}
