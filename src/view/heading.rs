//! The head of the popup: whose policy, of when, which kind; then the four verdicts at a glance.

use super::dom::{Node, list, node, seal, text};
use super::{Badge, date, page_words, tone};
use crate::report::{Report, Verdict};

/// Title, company, dates, what is new (`since`) and what to beware of. `trouble` is what kept the page from being read
/// whole.
pub(super) fn heading(report: &Report, trouble: Option<String>, since: Option<&str>) -> Node {
    let title = report.title.as_deref().unwrap_or("Privacy policy");
    let company = report.company.as_deref().map(|company| text("span", "", &[company, " · "].concat()));
    let by = node("p", "by").and_all(company).and(text("span", "date", &date::line(report)));
    let kind = page_words::kind(report.policy.kind).map(str::to_owned);
    let cautions = kind.into_iter().chain(page_words::cautions(report)).chain(trouble);
    node("header", "page")
        .and(text("h1", "", title))
        .and(by)
        .and_all(since.map(news))
        .and_all(cautions.map(|caution| text("p", "caution", &caution)))
}

/// What changed since the policy was read before: a link to where it is shown word by word.
fn news(since: &str) -> Node {
    text("a", "since", since).with("href", "../history/history.html").with("target", "_blank")
}

/// A row of four links, one a card.
pub(super) fn glance(verdicts: &[(Badge, Option<&Verdict>); 4]) -> Node {
    let tiles = verdicts.iter().map(|(badge, verdict)| node("li", "").and(tile(*badge, *verdict)));
    node("nav", "glance").with("aria-label", "The four verdicts").and(list("").and_all(tiles))
}

fn tile(badge: Badge, verdict: Option<&Verdict>) -> Node {
    let tone = verdict.map_or(tone::NOT_READ, tone::of);
    node("a", &["tile ", tone.class].concat())
        .with("href", &["#", badge.id()].concat())
        .and(seal(tone.class, badge.id()))
        .and(text("span", "name", badge.name()))
        .and(text("span", "word", tone.word))
}
