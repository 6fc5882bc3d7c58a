//! What is gathered from a run of blocks before it is weighed.

use super::tally::Tally;
use super::title::{Subject, run_in_subject, subject};
use super::{heads, phrases};
use crate::document::{Block, BlockKind, Document};
use crate::letters::count_words;
use crate::lexicon::Lexicon;
use crate::search::{holds, parts};

/// Everything the signs look at.
#[allow(clippy::struct_excessive_bools, reason = "each mark is seen or not, by itself")]
pub(super) struct Evidence {
    pub(super) tally: Tally,
    /// Words of cookies in 1,000 words, menus counted.
    pub(super) cookies: usize,
    pub(super) subject: Option<Subject>,
    pub(super) heads: usize,
    pub(super) url: bool,
    pub(super) date: bool,
    pub(super) contact: bool,
    pub(super) article: bool,
    pub(super) placeholders: bool,
    pub(super) index: bool,
    pub(super) wall: bool,
    pub(super) settings: bool,
    pub(super) help: bool,
}

/// Prose has more words than this; the title stands before the first of it.
const PROSE_WORDS: usize = 25;
/// The title stands among the first blocks, menus counted.
const TOP_BLOCKS: usize = 400;

impl Evidence {
    /// Gathers the evidence of a whole document.
    pub(super) fn of(document: &Document, lexicon: &Lexicon) -> Self {
        let mut evidence = Self::of_blocks(&document.blocks, lexicon);
        evidence.subject = page_subject(document);
        evidence.url = document.url.as_deref().is_some_and(phrases::url_names_privacy);
        evidence
    }

    /// Gathers the evidence of a part, whose subject is known.
    pub(super) fn of_blocks(blocks: &[Block], lexicon: &Lexicon) -> Self {
        let body: Vec<&Block> = blocks.iter().filter(|block| block.kind != BlockKind::Furniture).collect();
        let tally = Tally::of(told(&body), lexicon);
        let (words, prose) = words(blocks);
        let marks = phrases::Marks::of(&body);
        Self {
            subject: None,
            cookies: tally.cookies * 1000 / words.max(1),
            heads: heads::count(blocks),
            url: false,
            date: marks.has(phrases::DATE),
            contact: marks.has(phrases::CONTACT),
            article: marks.has(phrases::ARTICLE),
            placeholders: marks.placeholders >= 3,
            index: prose < 40,
            wall: marks.has(phrases::WALL) && tally.words < 150,
            settings: marks.has(phrases::SETTINGS) && tally.words < 300,
            help: marks.has(phrases::HELP),
            tally,
        }
    }
}

/// So many entries of a menu make one.
const MENU: usize = 6;

/// The blocks without the runs of words that a menu is in plain text.
fn told<'b>(body: &'b [&'b Block]) -> impl Iterator<Item = &'b Block> {
    let runs = body.chunk_by(|one, next| is_entry(one) == is_entry(next));
    runs.filter(|run| run.len() < MENU || !is_entry(run[0])).flatten().copied()
}

/// A few words without a sentence's end.
fn is_entry(block: &Block) -> bool {
    block.text.split_whitespace().nth(6).is_none() && !block.text.ends_with(['.', ':', ';', '?', '!'])
}

/// The words of the body, and those of all blocks long enough to be prose.
fn words(blocks: &[Block]) -> (usize, usize) {
    let (mut body, mut prose) = (0, 0);
    for block in blocks {
        let count = count_words(&block.text);
        body += if block.kind == BlockKind::Furniture { 0 } else { count };
        prose += if count >= 8 { count } else { 0 };
    }
    (body, prose)
}

/// What the page says it is: its main heading above the text, else its title, else a line above its first prose.
fn page_subject(document: &Document) -> Option<Subject> {
    let above = document.blocks.iter().take_while(|block| !begins_text(block));
    let mains = above.filter(|block| block.kind == BlockKind::Heading && block.level == 1);
    let headings = mains.filter_map(|block| subject(&block.text));
    let first_main =
        document.blocks.iter().find(|block| block.kind == BlockKind::Heading && block.level == 1);
    let main = first_main.and_then(|block| subject(&block.text));
    let below =
        main.filter(|subject| matches!(subject, Subject::Privacy | Subject::Combined | Subject::Rules));
    headings
        .chain(document.title.as_deref().and_then(title_subject))
        .next()
        .or(below)
        .or_else(|| line_subject(document))
}

/// The page title names the site too: each part is tried by itself.
fn title_subject(title: &str) -> Option<Subject> {
    let mut parts =
        title.split(&['|', '\u{2013}', '\u{2014}', '\u{b7}'][..]).flat_map(|part| parts(part, " - "));
    parts.find_map(subject).or_else(|| subject(title))
}

fn line_subject(document: &Document) -> Option<Subject> {
    let mut last = None;
    for block in document.blocks.iter().take(TOP_BLOCKS).filter(|block| block.kind != BlockKind::Furniture) {
        if is_prose(&block.text) {
            let run_in = run_in_subject(&block.text);
            if run_in.or(last).is_some() || !phrases::is_banner(&block.text) {
                return run_in.or(last);
            }
        } else {
            let line = if block.kind == BlockKind::Item {
                None
            } else {
                subject(&block.text).or_else(|| run_in_subject(&block.text))
            };
            last = line.or(last);
        }
    }
    last
}

/// The first prose that is no banner: headings below it are those of sections.
fn begins_text(block: &Block) -> bool {
    let is_text = matches!(block.kind, BlockKind::Paragraph | BlockKind::Row);
    is_text && is_prose(&block.text) && !phrases::is_banner(&block.text)
}

/// A long block with a sentence in it; a row of menu entries has none.
fn is_prose(text: &str) -> bool {
    let is_long = text.split_whitespace().nth(PROSE_WORDS).is_some();
    is_long && (holds(text, ". ") || text.trim_end().ends_with(['.', ':', ';']))
}
