//! Which of a policy's dates says when it was updated, and which when it takes effect (codebook D6).

use super::date::{Date, Found, find};
use crate::document::{Block, BlockKind};
use crate::letters::is_letter;
use crate::lexicon::has_phrase;
use crate::search::{find_all, holds, split};

/// The dates a policy states of itself.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Stated {
    pub(super) updated: Option<Date>,
    pub(super) effective: Option<Date>,
}

/// A date with what is said of it, and how much speaks for it.
struct Claim {
    date: Date,
    effective: bool,
    weight: i32,
}

/// A label stands at most so many bytes before its date.
const REACH: usize = 45;
/// So many bytes after a date may show that a law is meant.
const BEHIND: usize = 70;
/// Blocks at the top and at the bottom where a policy's own date stands.
const EDGE: usize = 12;

/// Labels of an update with their weight: the plainer the label, the weightier.
const UPDATED: [(i32, &str); 3] = [
    (
        6,
        "last updated|last update|last revised|last modified|last revision|last changed|last amended|\
         last modification|last change|last edited|latest revision|latest update|most recently updated",
    ),
    (4, "last reviewed|edited|updated|revised|revision|modified"),
    (3, "update|amended|changed"),
];

/// Labels that say of neither: they count where no other label stands by.
const NEUTRAL: [(i32, &str); 2] =
    [(3, "published|dated|version|status:|rev."), (2, "posted|reviewed|date|as of")];

const EFFECTIVE: [(i32, &str); 3] = [
    (6, "effective date|date effective"),
    (
        4,
        "effective|in effect|in force|into force|into effect|takes effect|took effect|taking effect|applies from",
    ),
    (3, "valid|applicable as of|applicable from"),
];

/// Words of laws: a date beside one is the law's, unless the policy is named too.
const LAWS: &str = "ccpa|cpra|gdpr|law|legislation|regulation|directive|statute|civil code|code section|court|convention|\
    shield| act| rule";

/// Words that speak of another version, another paper or a deadline.
const OTHERS: &str = "\
    previous|prior|which took|which takes|which came|archived|replaces|supersedes|older|before|until|expires|cookie declaration|copyright|©|between|since|\
    born";

/// Reads the dates that the blocks state of the policy.
pub(super) fn read(blocks: &[Block]) -> Stated {
    let mut claims = Vec::new();
    for (place, block) in blocks.iter().enumerate() {
        if block.text.bytes().any(|byte| byte.is_ascii_digit()) {
            let before = place.checked_sub(1).and_then(|place| blocks.get(place));
            claims.extend(claims_of(block, before, at_edge(blocks.len(), place)));
        }
    }
    Stated { updated: best(&claims, false).or_else(|| bare(blocks)), effective: best(&claims, true) }
}

fn at_edge(count: usize, place: usize) -> bool {
    place < EDGE.max(count / 8) || place + EDGE >= count
}

fn best(claims: &[Claim], effective: bool) -> Option<Date> {
    let of_kind = claims.iter().filter(|claim| claim.effective == effective);
    of_kind.max_by_key(|claim| (claim.weight, claim.date)).map(|claim| claim.date)
}

fn claims_of(block: &Block, before: Option<&Block>, at_edge: bool) -> Vec<Claim> {
    let found = find(&block.text);
    let mut claims = Vec::new();
    let mut from = 0;
    for date in &found {
        let Some(label) = label_of(block, before, from, date) else { continue };
        from = date.span.end;
        let (effective, mut weight) = label;
        weight += 2 * i32::from(at_edge) + 2 * i32::from(is_short(block))
            - 2 * i32::from(block.kind == BlockKind::Furniture);
        claims.push(Claim { date: date.date, effective, weight });
    }
    claims
}

fn is_short(block: &Block) -> bool {
    block.text.split_whitespace().nth(14).is_none()
}

/// The label of a date: whether it is one of taking effect, and its weight.
fn label_of(block: &Block, before: Option<&Block>, from: usize, date: &Found) -> Option<(bool, i32)> {
    let text = &block.text;
    let lead = tail(text.get(from..date.span.start)?, REACH).to_ascii_lowercase();
    let behind = head(text.get(date.span.end..)?, BEHIND).to_ascii_lowercase();
    if has_phrase(&lead, OTHERS) || is_of_a_law(&lead, &behind) || begins_clause(&lead, &behind) {
        return None;
    }
    if let Some(label) = nearest(&lead) {
        return Some(label);
    }
    let above = before.filter(|_| date.span.start < 4).filter(|block| is_short(block))?;
    nearest(&tail(&above.text, REACH).to_ascii_lowercase()).filter(|label| label.1 >= 4)
}

/// The label that ends nearest to the date; of two that end alike, the plainer.
fn nearest(lead: &str) -> Option<(bool, i32)> {
    let (updated, effective) = (nearest_of(lead, &UPDATED), nearest_of(lead, &EFFECTIVE));
    let found = updated.max(effective).or_else(|| nearest_of(lead, &NEUTRAL))?;
    Some((effective.is_some() && effective >= updated, found.1))
}

/// Where the nearest label of a table ends, and its weight.
fn nearest_of(lead: &str, table: &[(i32, &str)]) -> Option<(usize, i32)> {
    let mut nearest = None;
    for (weight, labels) in table {
        for label in split(labels, b'|') {
            let last = find_all(lead, label).last();
            nearest = nearest.max(last.map(|place| (place + label.len(), *weight)));
        }
    }
    nearest
}

fn is_of_a_law(lead: &str, behind: &str) -> bool {
    let policy = has_phrase(lead, "policy|notice|statement|last ");
    let behind = behind.split(&['.', '\n'][..]).next().unwrap_or_default();
    !policy && (has_phrase(lead, LAWS) || has_phrase(behind, LAWS))
}

/// "Effective May 3, 2016, as a resident of …": the date of what the sentence goes on to say.
fn begins_clause(lead: &str, behind: &str) -> bool {
    let goes_on = behind.strip_prefix(", ").is_some_and(|rest| rest.starts_with(is_letter));
    let policy = has_phrase(behind, "policy|notice|statement|updated|revised|modified")
        || has_phrase(lead, "policy|notice|statement");
    lead.trim_end().ends_with("effective") && goes_on && !policy
}

/// A date that stands alone near the title: it needs no label.
fn bare(blocks: &[Block]) -> Option<Date> {
    let top =
        blocks.iter().take(EDGE).filter(|block| block.text.len() < 80 && block.kind != BlockKind::Furniture);
    let mut alone = top.filter_map(|block| match find(&block.text).as_slice() {
        [found] if is_alone(&block.text, found) => Some(found.date),
        _ => None,
    });
    alone.next()
}

/// At most a title, a weekday and a time stand beside the date.
fn is_alone(text: &str, found: &Found) -> bool {
    let folded = text.to_ascii_lowercase();
    let labelled = holds(text, "©") || holds(&folded, "copyright") || holds(&folded, "effective");
    let rest = text.len() - found.span.len();
    let titled = holds(&folded, "privacy");
    !labelled && (rest < 12 || titled && rest < 50)
}

fn head(text: &str, length: usize) -> &str {
    let end = (0..=length.min(text.len())).rev().find(|end| text.is_char_boundary(*end));
    text.get(..end.unwrap_or(0)).unwrap_or_default()
}

fn tail(text: &str, length: usize) -> &str {
    let start = (text.len().saturating_sub(length)..=text.len()).find(|start| text.is_char_boundary(*start));
    text.get(start.unwrap_or(text.len())..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stated(lines: &[&str]) -> (Option<String>, Option<String>) {
        let blocks: Vec<Block> = lines.iter().map(|line| Block::paragraph(*line)).collect();
        let stated = read(&blocks);
        (stated.updated.map(Date::written), stated.effective.map(Date::written))
    }

    fn updated(line: &str) -> Option<String> {
        stated(&["Privacy Policy", line, "We keep letters."]).0
    }

    fn effective(line: &str) -> Option<String> {
        stated(&["Privacy Policy", line, "We keep letters."]).1
    }

    #[test]
    fn reads_the_labels_of_an_update() {
        for label in [
            "Last updated:",
            "Last Revised on",
            "Last modified –",
            "This policy was last changed on",
            "Date of last revision:",
            "Posted on",
            "Published",
            "Dated",
            "Version 2.3,",
            "**Last Updated**:",
            "Latest revision:",
            "Last edited on",
            "Status:",
        ] {
            assert_eq!(updated(&format!("{label} May 3, 2016")).as_deref(), Some("2016-05-03"), "{label}");
        }
    }

    #[test]
    fn reads_the_labels_of_taking_effect() {
        for label in [
            "Effective",
            "Effective date:",
            "In effect from",
            "This notice is in force as of",
            "Valid from",
            "Effective as of",
            "This notice takes effect on",
            "This policy applies from",
        ] {
            assert_eq!(effective(&format!("{label} May 3, 2016")).as_deref(), Some("2016-05-03"), "{label}");
        }
    }

    #[test]
    fn a_policy_may_name_its_date_in_passing() {
        let said = "This Privacy Policy, effective May 3, 2016, describes how we keep letters.";
        assert_eq!(stated(&[said]).1.as_deref(), Some("2016-05-03"));
    }

    #[test]
    fn keeps_the_two_dates_apart() {
        let both = stated(&["Effective date: July 1, 2004, Updated: December 23, 2013"]);
        assert_eq!(both, (Some("2013-12-23".to_owned()), Some("2004-07-01".to_owned())));
    }

    #[test]
    fn a_label_may_stand_in_the_line_above() {
        assert_eq!(
            stated(&["Last updated", "May 3, 2016", "We keep letters."]).0.as_deref(),
            Some("2016-05-03")
        );
    }

    #[test]
    fn a_date_alone_under_the_title_is_the_policys() {
        assert_eq!(updated("Tuesday, May 3, 2016").as_deref(), Some("2016-05-03"));
        assert_eq!(stated(&["Privacy Policy 3 May 2016"]).0.as_deref(), Some("2016-05-03"));
    }

    #[test]
    fn dates_of_laws_are_not_the_policys() {
        for line in [
            "Effective January 1, 2020, the Letter Privacy Act gives you rights.",
            "Effective January 1, 2020, as a resident of Postville, you may ask for letters.",
            "The law was amended effective January 1, 2014.",
            "Code Section 22 (as amended effective January 1, 2014) lets you ask.",
            "Cookie declaration last updated on 5/17/2021 by the banner.",
            "Under Regulation 2016/679 of 27 April 2016 you may write to us.",
        ] {
            assert_eq!(stated(&[line]), (None, None), "{line}");
        }
    }

    #[test]
    fn dates_of_other_versions_and_copyrights_are_not_the_policys() {
        for line in [
            "See the previous version, updated May 3, 2016.",
            "This replaces the notice dated May 3, 2016.",
            "Copyright May 3, 2016 Letter Box",
        ] {
            assert_eq!(stated(&[line]), (None, None), "{line}");
        }
    }

    #[test]
    fn the_date_at_the_edge_wins_over_a_list_of_changes() {
        let mut lines = vec!["Privacy Policy", "Last updated: May 3, 2018"];
        lines.extend(["We keep letters."; 30]);
        lines.push("Updated in November 2017 as part of a review.");
        lines.extend(["We keep letters."; 30]);
        assert_eq!(stated(&lines).0.as_deref(), Some("2018-05-03"));
    }
}
