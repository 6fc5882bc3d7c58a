//! Phrases that mark a page: its date, its contact, an article, a form, a login.

use crate::document::Block;
use crate::lexicon::has_phrase;
use crate::search::{cut, holds as found, split};

/// So many blocks at either end are looked at.
const EDGE: usize = 25;

/// So many bytes of each of them.
const START: usize = 240;

/// Marks found in a run of blocks.
#[derive(Debug, Default)]
#[allow(clippy::struct_excessive_bools, reason = "each mark is seen or not, by itself")]
pub(super) struct Marks {
    pub(super) date: bool,
    pub(super) contact: bool,
    pub(super) article: bool,
    pub(super) placeholders: usize,
    pub(super) wall: bool,
    pub(super) settings: bool,
    pub(super) help: bool,
}

impl Marks {
    /// Looks at the first and the last blocks: there such marks stand.
    pub(super) fn of(blocks: &[&Block]) -> Self {
        let mut marks = Self::default();
        let edge = EDGE.min(blocks.len());
        let (top, rest) = blocks.split_at(edge);
        let bottom = rest.get(rest.len().saturating_sub(EDGE)..).unwrap_or_default();
        for block in top.iter().chain(bottom) {
            let folded = start_of(&block.text).to_ascii_lowercase();
            let holds = |phrases| has_phrase(&folded, phrases);
            marks.date |= holds(DATES);
            marks.contact |= holds(CONTACTS);
            marks.article |= holds(ARTICLE);
            marks.wall |= holds(WALL);
            marks.settings |= holds(SETTINGS);
            marks.help |= holds(HELP);
            marks.placeholders += split(PLACEHOLDERS, b'|').filter(|phrase| found(&folded, phrase)).count();
        }
        marks
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

const DATES: &str = "\
    last updated|last revised|last modified|effective date|effective as of|last update|date of last|\
    effective:|revised:|updated:|updated on|revised on|was last|last reviewed";
const CONTACTS: &str = "privacy@|dpo@|data protection officer|dataprotection@|gdpr@|legal@|contact us";
const ARTICLE: &str = "min read|from wikipedia|share this article|leave a reply|posted by";
const PLACEHOLDERS: &str = "[company name]|[your company|[insert|[website|[date]|[name]|{{company";
const WALL: &str = "log in to continue|captcha|404|403 forbidden|access denied|page not found";
const SETTINGS: &str = "save preferences|manage consent|submit request|submit a request";
const HELP: &str = "was this article helpful|was this helpful";
const BANNER: &str = "cookie|javascript|iframe|skip to|we've updated|covid";
const URL: &str = "privacy|datenschutz|privacidad|confidentialite|gdpr";
