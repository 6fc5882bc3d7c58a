//! Phrases that mark a page: its date, its contact, an article, a form, a login.

use crate::document::Block;
use crate::lexicon::has_phrase;
use crate::phrases::Phrases;
use crate::search::cut;

/// So many blocks at either end are looked at.
const EDGE: usize = 25;

/// So many bytes of each of them.
const START: usize = 240;

/// A date of the policy's own.
pub(super) const DATE: u32 = 1;
/// Where to write about one's data.
pub(super) const CONTACT: u32 = 1 << 1;
/// Something written about privacy.
pub(super) const ARTICLE: u32 = 1 << 2;
/// A gap that a template leaves.
const PLACEHOLDER: u32 = 1 << 3;
/// A login, or an error.
pub(super) const WALL: u32 = 1 << 4;
/// A form of settings or requests.
pub(super) const SETTINGS: u32 = 1 << 5;
/// A page of help.
pub(super) const HELP: u32 = 1 << 6;

/// Marks found in a run of blocks.
#[derive(Debug, Default)]
pub(super) struct Marks {
    seen: u32,
    /// How many gaps a template left.
    pub(super) placeholders: usize,
}

impl Marks {
    /// Looks at the first and the last blocks: there such marks stand.
    pub(super) fn of(blocks: &[&Block]) -> Self {
        let mut marks = Self::default();
        let phrases = Phrases::new(MARKS);
        let edge = EDGE.min(blocks.len());
        let (top, rest) = blocks.split_at(edge);
        let bottom = rest.get(rest.len().saturating_sub(EDGE)..).unwrap_or_default();
        for block in top.iter().chain(bottom) {
            phrases.each(&start_of(&block.text).to_ascii_lowercase(), |_, phrase| marks.note(phrase.class));
        }
        marks
    }

    fn note(&mut self, mark: u32) {
        self.seen |= mark;
        self.placeholders += usize::from(mark == PLACEHOLDER);
    }

    /// Whether the mark was seen.
    pub(super) fn has(&self, mark: u32) -> bool {
        self.seen & mark != 0
    }
}

/// The start of a block, where a mark stands.
fn start_of(text: &str) -> &str {
    let end = (0..=START.min(text.len())).rev().find(|end| text.is_char_boundary(*end));
    text.get(..end.unwrap_or(0)).unwrap_or_default()
}

/// Whether a paragraph is a cookie banner or an announcement above the page.
pub(super) fn is_banner(text: &str) -> bool {
    has_phrase(&text.to_ascii_lowercase(), BANNER)
}

/// Whether the address has a word of privacy in its path or query.
pub(super) fn url_names_privacy(url: &str) -> bool {
    let path = cut(url, "//").map_or(url, |(_, rest)| rest).split_once('/').map_or("", |(_, path)| path);
    has_phrase(&path.to_ascii_lowercase(), URL)
}

const MARKS: [(u32, &str); 7] = [
    (
        DATE,
        "last updated|last revised|last modified|effective date|effective as of|last update|date of last|\
         effective:|revised:|updated:|updated on|revised on|was last|last reviewed",
    ),
    (CONTACT, "privacy@|dpo@|data protection officer|dataprotection@|gdpr@|legal@|contact us"),
    (ARTICLE, "min read|from wikipedia|share this article|leave a reply|posted by"),
    (PLACEHOLDER, "[company name]|[your company|[insert|[website|[date]|[name]|{{company"),
    (WALL, "log in to continue|captcha|404|403 forbidden|access denied|page not found"),
    (SETTINGS, "save preferences|manage consent|submit request|submit a request"),
    (HELP, "was this article helpful|was this helpful"),
];
const BANNER: &str = "cookie|javascript|iframe|skip to|we've updated|covid";
const URL: &str = "privacy|datenschutz|privacidad|confidentialite|gdpr";
