//! The signs that a page is a privacy policy, or is not, with the points each gives (codebook D1, D2).

use super::evidence::Evidence;
use super::foreign::Terms;
use super::tally::Tally;
use super::title::Subject;

/// One sign that was looked for.
pub(super) struct Sign {
    pub(super) name: &'static str,
    pub(super) points: i32,
}

/// The signs that were seen.
pub(super) fn seen(evidence: &Evidence) -> Vec<Sign> {
    let mut signs = positive(evidence);
    signs.extend(negative(evidence));
    signs.retain(|sign| sign.points != 0);
    signs
}

fn sign(name: &'static str, points: i32, seen: bool) -> Sign {
    Sign { name, points: if seen { points } else { 0 } }
}

fn positive(e: &Evidence) -> Vec<Sign> {
    let t = &e.tally;
    let titled = is_titled(e);
    let heads = i32::try_from(e.heads.min(5)).unwrap_or(5);
    vec![
        sign("title", 4, titled),
        sign("url", 2, e.url),
        sign("self_reference", 3, t.self_reference > 0),
        sign("collection", 3, t.collection >= 3),
        sign("told_collection", 2, told_collection(t)),
        sign("use_and_share", 2, t.use_and_share >= 3),
        sign("section_heads", heads, true),
        sign("date", 1, e.date),
        sign("contact", 1, e.contact),
        sign("density", 2, t.rate(t.policy_terms) >= 15),
        sign("length", 1, (150..=25_000).contains(&t.words)),
    ]
}

/// Whether the text calls itself terms or an agreement rather than a policy.
pub(super) fn is_contract(t: &Tally) -> bool {
    t.this_contract > 2 * t.this_policy + 5
}

/// Collection told of in the third person: "The Company collects your data".
fn told_collection(t: &Tally) -> bool {
    t.collection < 3 && t.any_collection >= 4 && t.rate(t.any_collection) >= 2 && t.rate(t.first_person) >= 4
}

fn negative(e: &Evidence) -> Vec<Sign> {
    let t = &e.tally;
    let titled = is_titled(e);
    let little_told = t.collection < 3 && !told_collection(t) && t.self_reference == 0;
    let practices = t.collection + t.any_collection + t.use_and_share;
    let nothing_told = little_told && !(titled && (t.words <= 400 || practices >= 3));
    let writing = e.subject == Some(Subject::Writing) || e.placeholders;
    vec![
        sign("other_title", -5, e.subject == Some(Subject::Rules)),
        sign("legal_terms", -3, t.legal_terms > t.policy_terms),
        sign("contract", -10, is_contract(t)),
        sign("processing_contract", -8, t.rate(t.processors) >= 5 && t.rate(t.this_contract) >= 2),
        sign("security_notice", -4, t.rate(t.security) >= 6),
        sign("article", -6, e.article),
        sign("about_policies", -5, writing),
        sign("law_text", -6, t.rate(t.shall) > 6 && t.rate(t.first_person) < 3),
        sign("impersonal", -3, t.rate(t.first_person) < 3),
        sign("thin", -4, t.rate(t.policy_terms) < 14),
        sign("no_practice", -5, nothing_told),
        sign("index", -4, e.index),
        sign("wall", -8, e.wall),
        sign("settings", -4, e.settings),
        sign("help", -4, e.help),
        sign("too_short", if titled { -1 } else { -3 }, t.words < 120),
        sign("too_long", -1, t.words > 40_000),
    ]
}

/// The signs of a text in another language than English.
pub(super) fn seen_foreign(e: &Evidence, terms: &Terms) -> Vec<Sign> {
    let density = terms.rate(terms.policy);
    let mut signs = vec![
        sign("title", 4, is_titled(e)),
        sign("url", 2, e.url),
        sign("density", 4, density >= 15),
        sign("dense", 2, density >= 30),
        sign("length", 1, (150..=25_000).contains(&terms.words)),
        sign("other_title", -5, e.subject == Some(Subject::Rules)),
        sign("about_policies", -5, e.subject == Some(Subject::Writing)),
        sign("legal_terms", -3, terms.legal > terms.policy),
        sign("index", -4, e.index),
    ];
    signs.retain(|sign| sign.points != 0);
    signs
}

/// Whether the page calls itself a privacy policy.
pub(super) fn is_titled(e: &Evidence) -> bool {
    matches!(e.subject, Some(Subject::Privacy | Subject::Combined | Subject::Section)) || e.tally.dated_title
}
