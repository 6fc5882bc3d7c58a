//! Whether a line starts a sentence with a subject of its own, or leans on a line above it.

use super::heading::last_sign;
use crate::letters::count_words;
use crate::lexicon::has_word;
use crate::search::holds;

/// Whether a line starts a sentence with a subject of its own ("We may also …", "These agents are …", "If you …").
pub(super) fn stands_alone(line: &str) -> bool {
    let Some(first) = line.split_whitespace().next().map(bare) else { return false };
    if count_words(line) < 3 || !matches!(last_sign(line), '.' | '!' | '?' | ':') {
        return begins_with_we(line);
    }
    let capital = line.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_uppercase);
    (capital && has_word(STARTERS, &first)) || has_finite_verb(line)
}

/// "We do not sell your data" without a full stop.
fn begins_with_we(line: &str) -> bool {
    let mut words = line.split_whitespace().map(bare);
    words.next().is_some_and(|first| first == "we")
        && words.next().is_some_and(|verb| has_word("do don't never will won't may are", &verb))
}

/// Whether one of the first words is a verb that belongs to the line's first noun, not to "that we …", "you have …".
pub(super) fn has_finite_verb(line: &str) -> bool {
    let mut before = String::new();
    let mut aside = 0_usize;
    for (at, raw) in line.split_whitespace().take(16).enumerate() {
        aside += usize::from(raw.starts_with('('));
        let word = bare(raw);
        let clause = before.is_empty() || has_word(INSIDE, &before);
        if aside == 0 && !clause && is_verb(&word, at, &before) {
            return true;
        }
        aside = aside.saturating_sub(usize::from(holds(raw, ")")));
        before = word;
    }
    false
}

fn is_verb(word: &str, at: usize, before: &str) -> bool {
    has_word(AUXILIARIES, word)
        || (at < 6 && has_word(VERBS, word))
        || (at <= 2 && before.ends_with('s') && has_word(PLURALS, word))
}

/// A word in small letters, without the signs round it.
fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().replace('’', "'")
}

const STARTERS: &str = "we i you they it he she this these those there if when unless please however additionally note as \
    because while although where nothing furthermore moreover finally once after before upon typically also nor neither \
    yes in by at under except since whenever thus therefore similarly generally";

/// After these, a verb belongs to an inner clause.
const INSIDE: &str = "that which who you we they it he she this i what how where when if and or to not";

const AUXILIARIES: &str = "is are was were may will can must does do has have had shall should would could might cannot \
    doesn't don't won't isn't aren't can't";

const VERBS: &str = "uses collects shares sells tracks receives provides allows partners retains recognizes reserves keeps \
    stores takes makes gives works offers requires applies respects helps includes contains means describes explains covers \
    enables lets serves sets sends shows asks needs believes consists depends maintains discloses transfers complies \
    participates operates displays knows protects remains";

/// Verbs of a subject in the plural ("Our partners use …"), which are also names of things.
const PLURALS: &str = "use collect share help provide receive serve place send track sell include";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_of_its_own_ends_a_list() {
        for line in [
            "We may use other tools to help us.",
            "These agents are only allowed to use it for the task.",
            "If you do not wish to receive pears, tell us.",
            "The orchard collects names from its visitors.",
            "Typically, all pears are counted.",
            "orchardia uses your address to send pears.",
        ] {
            assert!(stands_alone(line), "{line}");
        }
        for line in [
            "Capture and store visitors' preferences, settings and baskets.",
            "Analytics services (e.g., Pearmetrics)",
            "A user name and password;",
            "Information that you post on your profile (this might include pictures).",
            "To send you pears and to count the pears you have eaten.",
            "when you contact us, we may keep your name.",
        ] {
            assert!(!stands_alone(line), "{line}");
        }
    }
}
