//! What a page's title says the page is.

mod names;

use crate::letters::{is_letter_or_digit, is_small, lowered};
use crate::lexicon::{fold, has_phrase, has_word, words};
use crate::search::{holds, split};
use names::{
    CONTRACTS, COOKIES, DATA_PHRASES, DOCUMENTS, LAWS, PAPERS, PLAIN_TITLES, PRIVACY, PRIVACY_PHRASES,
    PRIVACY_STEMS, PROCESSING, RULES, RULES_PHRASES, SOME_PEOPLE, WRITING,
};

/// What a title, a heading or a short line names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Subject {
    /// A privacy policy.
    Privacy,
    /// Terms and privacy together.
    Combined,
    /// A privacy notice for some people or one state only.
    Section,
    /// A cookie policy.
    Cookies,
    /// Terms, guidelines, licences: rules that are no privacy policy.
    Rules,
    /// Something written about privacy: an article, a guide, a template.
    Writing,
}

/// A title is no longer than this, in words.
const LONGEST: usize = 14;

/// What a line names, if it reads as the title of a page.
pub(super) fn subject(line: &str) -> Option<Subject> {
    if line.len() > LONGEST * 16 || is_menu(line) {
        return None;
    }
    let folded = fold(line);
    let words: Vec<&str> = words(&folded).collect();
    if words.is_empty() || words.len() > LONGEST {
        return None;
    }
    let line = Line { words: &words, folded: &folded };
    line.subject()
}

/// Whether a line has a word for a document: policy, notice, terms, conditions.
pub(super) fn names_paper(line: &str) -> bool {
    words(&fold(line)).any(|word| has_word(DOCUMENTS, word))
}

/// What the title names that has run into the start of a paragraph: "Privacy Policy Who we are …".
pub(super) fn run_in_subject(paragraph: &str) -> Option<Subject> {
    let start: Vec<&str> = paragraph.split_whitespace().take(RUN_IN_WORDS).collect();
    let folded = fold(&start.join(" "));
    if split(PLAIN_TITLES, b'|').any(|name| folded.starts_with(name)) {
        return Some(Subject::Privacy);
    }
    let is_paper = |word: &&str| has_word(PAPERS, lowered(word).trim_matches(|c| !is_letter_or_digit(c)));
    let end = start.iter().position(is_paper)? + 1;
    let title = start.get(..end)?;
    let points = start.first().is_some_and(|word| has_word("This Our The Your", word));
    let capitals = title.iter().all(|word| !word.starts_with(is_small) || word.len() < 4);
    subject(&title.join(" ")).filter(|_| capitals && !points)
}

/// A title that has run into a paragraph stands within its first words.
const RUN_IN_WORDS: usize = 8;

/// "Terms of Service | Privacy Policy | Help": names of other pages.
fn is_menu(line: &str) -> bool {
    line.split(&['|', '/', '\u{2022}'][..]).filter(|part| names_paper(part)).count() > 1
}

struct Line<'a> {
    words: &'a [&'a str],
    folded: &'a str,
}

impl Line<'_> {
    fn subject(&self) -> Option<Subject> {
        let privacy = self.names_privacy();
        let contract = self.any(CONTRACTS);
        match () {
            () if self.is_sentence() || privacy && self.any(LAWS) => None,
            () if self.any(WRITING) => Some(Subject::Writing),
            () if self.any_phrase(PROCESSING) => Some(Subject::Rules),
            () if privacy && contract && self.joins() => Some(Subject::Combined),
            () if !privacy && (self.any(RULES) || self.any_phrase(RULES_PHRASES)) => Some(Subject::Rules),
            () if !privacy && self.any(COOKIES) => self.names_paper_or_is_short().then_some(Subject::Cookies),
            () if !privacy && self.words.len() <= 6 && self.any_phrase("tracking technolog") => {
                Some(Subject::Cookies)
            }
            () if privacy && self.any(SOME_PEOPLE) => Some(Subject::Section),
            () if privacy => Some(Subject::Privacy),
            () => None,
        }
    }

    /// "We have updated our privacy policy.", "What is privacy?": no title.
    fn is_sentence(&self) -> bool {
        let end = self.folded.trim_end();
        end.ends_with(['.', '?', ':', ',']) || self.speaks()
    }

    /// Words of a sentence; "How we use your information" is a title all the same.
    fn speaks(&self) -> bool {
        self.words.first() != Some(&"how") && self.any("we we've you please see")
    }

    fn joins(&self) -> bool {
        holds(self.folded, "&") || self.any("and y et und e")
    }

    fn names_privacy(&self) -> bool {
        let stems = || self.words.iter().filter_map(|word| stem_of(word).map(|stem| word.len() - stem.len()));
        let compound = stems().any(|rest| rest >= COMPOUND);
        let privacy = self.any(PRIVACY) || stems().next().is_some();
        compound
            || privacy && self.names_paper_or_is_short()
            || self.words.len() <= 8 && self.any_phrase(PRIVACY_PHRASES)
            || self.any_phrase(DATA_PHRASES) && self.any(PAPERS)
    }

    fn names_paper_or_is_short(&self) -> bool {
        self.words.len() <= 3 || self.any(PAPERS)
    }

    fn any(&self, list: &str) -> bool {
        split(list, b' ').any(|word| self.words.contains(&word))
    }

    fn any_phrase(&self, phrases: &str) -> bool {
        has_phrase(self.folded, phrases)
    }
}

fn stem_of(word: &str) -> Option<&'static str> {
    split(PRIVACY_STEMS, b' ').find(|stem| word.starts_with(stem))
}

/// A word that goes on for so many bytes names its paper itself: "Datenschutzerklärung", "privacybeleid".
const COMPOUND: usize = 5;

#[cfg(test)]
mod tests {
    use super::*;

    fn all(lines: &[&str], wanted: Option<Subject>) {
        for line in lines {
            assert_eq!(subject(line), wanted, "{line}");
        }
    }

    #[test]
    fn privacy_policies_are_known_by_their_titles() {
        let english = [
            "Privacy Policy",
            "Letter Box, Inc. Privacy Notice",
            "Letter Box :: Privacy Policy",
            "Your privacy rights",
            "Privacy & Cookie Policy",
            "Data Protection Policy",
            "How we use your information",
            "Privacy",
        ];
        all(&english, Some(Subject::Privacy));
    }

    #[test]
    fn titles_of_other_languages_are_known() {
        let titles = [
            "Datenschutzerkl\u{e4}rung",
            "Politique de confidentialit\u{e9}",
            "Aviso de privacidad",
            "Informativa sulla privacy",
            "Pol\u{ed}tica de Privacidade",
            "Privacyverklaring voor bezoekers van de brievenbus",
            "Polityka prywatno\u{15b}ci",
            "Integritetspolicy",
            "\u{30d7}\u{30e9}\u{30a4}\u{30d0}\u{30b7}\u{30fc}\u{30dd}\u{30ea}\u{30b7}\u{30fc}",
            "\u{9690}\u{79c1}\u{653f}\u{7b56}",
        ];
        all(&titles, Some(Subject::Privacy));
    }

    #[test]
    fn terms_and_privacy_together_are_combined() {
        all(&["Terms & Privacy", "Terms of Use and Privacy Policy"], Some(Subject::Combined));
    }

    #[test]
    fn a_notice_for_some_people_is_a_section() {
        all(
            &["California Privacy Notice", "Privacy Notice for Children", "Applicant Privacy Policy"],
            Some(Subject::Section),
        );
    }

    #[test]
    fn a_cookie_policy_is_not_a_privacy_policy() {
        all(
            &["Cookie Policy", "Cookies", "Our Cookie Notice", "On our tracking technologies"],
            Some(Subject::Cookies),
        );
    }

    #[test]
    fn other_rules_are_told_apart() {
        let rules = [
            "Terms of Service",
            "Data Processing Agreement",
            "Community Guidelines",
            "Imprint",
            "Security at Letter Box",
            "Copyright Policy",
            "Nutzungsbedingungen",
            "Refund Policy",
        ];
        all(&rules, Some(Subject::Rules));
    }

    #[test]
    fn writing_about_privacy_is_told_apart() {
        all(
            &["A Guide to Privacy Policies", "Privacy Policy Generator", "Privacy policy template"],
            Some(Subject::Writing),
        );
    }

    #[test]
    fn sentences_menus_and_laws_are_no_titles() {
        let lines = [
            "We have updated our privacy policy.",
            "What is a privacy policy?",
            "Terms of Service | Privacy Policy | Help",
            "Privacy Act",
            "Letters",
            "",
        ];
        all(&lines, None);
    }

    #[test]
    fn a_title_may_have_run_into_its_paragraph() {
        assert_eq!(run_in_subject("Privacy Policy Who we are: we keep letters."), Some(Subject::Privacy));
        assert_eq!(run_in_subject("Letter Box Privacy Notice Last updated in May."), Some(Subject::Privacy));
        assert_eq!(run_in_subject("We keep letters as our privacy policy says."), None);
    }
}
