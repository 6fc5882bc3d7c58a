//! The policy's title: its heading, the page's title, a line above the text, or what the text calls itself.

use crate::document::{Block, BlockKind, Document};
use crate::letters::is_small;
use crate::lexicon::has_word;
use crate::page_kind::{is_policy_title, names_paper};
use crate::search::{find, find_all, holds, split};

/// A title longer than this, in words, is a sentence.
const LONGEST: usize = 12;
/// A title stands among the first blocks, menus counted.
const TOP_BLOCKS: usize = 400;
/// A heading further down is one of a section.
const TOP_HEADINGS: usize = 40;
/// A title without a word for the paper ("How we use your information") stands higher up than a section's.
const TITLE_PLACE: usize = 6;

/// The title, as the page writes it.
pub(super) fn title(document: &Document) -> Option<String> {
    let blocks = &document.blocks;
    let text = blocks.iter().position(is_long).unwrap_or(blocks.len());
    let headings = blocks.iter().take(TOP_HEADINGS).enumerate().filter(|(place, block)| {
        let main = block.level == 1 || *place < TITLE_PLACE || *place < text && names_paper(&block.text);
        block.kind == BlockKind::Heading && main && names(block)
    });
    headings
        .min_by_key(|(_, block)| block.level)
        .map(|(_, block)| clean(&block.text))
        .or_else(|| document.title.as_deref().and_then(of_page))
        .or_else(|| line(blocks))
        .or_else(|| own_name(blocks))
        .or_else(|| document.url.as_deref().and_then(of_host))
}

/// Whether a block reads as the title; "Changes to our privacy policy" names a section.
fn names(block: &Block) -> bool {
    let folded = block.text.to_ascii_lowercase();
    let says = split(&folded, b' ').any(|word| has_word(VERBS, word));
    !says && is_policy_title(&block.text) && !split(NO_TITLES, b'|').any(|start| folded.starts_with(start))
}

const NO_TITLES: &str =
    "changes|back to|about|previous|who |what |updates|this |third|partner|advertising partner";
/// Words of a sentence.
const VERBS: &str = "is are has have was";

/// The part of the page's title that names the policy, without the site.
fn of_page(title: &str) -> Option<String> {
    let whole = || is_policy_title(title).then_some(title);
    title
        .split(&['|', '\u{2013}', '\u{2014}', '\u{b7}'][..])
        .find(|part| is_policy_title(part))
        .or_else(whole)
        .map(clean)
}

/// The last short line above the first long paragraph that names the policy.
fn line(blocks: &[Block]) -> Option<String> {
    let top = || blocks.iter().take(TOP_BLOCKS).filter(|block| block.kind != BlockKind::Furniture);
    let above = || top().take_while(|block| !is_long(block)).filter(|block| block.kind != BlockKind::Item);
    let is_title = |place: usize, block: &Block| names(block) && (place < TITLE_PLACE || !is_section(block));
    let found = above().enumerate().filter(|(place, block)| is_title(*place, block)).last();
    found.map(|(_, block)| clean(&block.text)).or_else(|| top().take(20).find_map(run_in))
}

/// "How we use your information": a title high up, a section's heading elsewhere.
fn is_section(block: &Block) -> bool {
    let folded = block.text.to_ascii_lowercase();
    ["how ", "our ", "your "].iter().any(|start| folded.starts_with(start)) && !names_paper(&block.text)
}

fn is_long(block: &Block) -> bool {
    block.text.split_whitespace().nth(40).is_some()
}

/// A title that has run into its paragraph: "Letter Box Privacy Policy Last updated …".
fn run_in(block: &Block) -> Option<String> {
    let words: Vec<&str> = block.text.split_whitespace().take(LONGEST).collect();
    let paper = |word: &&str| {
        has_word("policy notice statement", word.to_ascii_lowercase().trim_matches(&[':', '.', ','][..]))
    };
    let end = words.iter().position(paper)? + 1;
    let title = words.get(..end)?;
    let is_title = title.iter().all(|word| word.len() < 4 || !word.starts_with(is_small));
    let title = title.join(" ");
    (is_title && names(&Block::paragraph(title.as_str()))).then(|| clean(&title))
}

/// What the text calls itself: "This Privacy Notice describes …".
fn own_name(blocks: &[Block]) -> Option<String> {
    let body = blocks.iter().filter(|block| block.kind != BlockKind::Furniture);
    body.flat_map(|block| ["Privacy Notice", "Privacy Policy", "Privacy Statement"].map(|name| (block, name)))
        .find(|(block, name)| holds(&block.text, name))
        .map(|(_, name)| name.to_owned())
}

fn of_host(url: &str) -> Option<String> {
    super::host(url).map(|host| ["Privacy policy of ", host].concat())
}

/// In one line, without marks at its ends, the path to the page before it or the date behind it.
fn clean(title: &str) -> String {
    let name = title.rsplit(['\u{bb}', '>']).next().unwrap_or(title);
    let name = find_all(name, " / ").last().map_or(name, |at| &name[at + 3..]);
    let aside = find(name, " (\"").or_else(|| find(name, " (\u{201c}"));
    let name = &name[..aside.unwrap_or(name.len())];
    let folded = name.to_ascii_lowercase();
    let dated = split(DATED, b'|').filter_map(|label| find(&folded, label)).filter(|place| *place > 5).min();
    let name = name.get(..dated.unwrap_or(name.len())).unwrap_or(name);
    let marks = |c: char| c.is_whitespace() || matches!(c, '*' | '_' | '#' | '|' | '-' | ':' | ',');
    name.trim_matches(marks).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Labels of a date that has run into the title.
const DATED: &str = "effective |last updated|last modified|last revised|(updated";

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(lines: &[&str]) -> Document {
        Document { blocks: lines.iter().map(|line| Block::paragraph(*line)).collect(), ..Document::default() }
    }

    fn heading(text: &str) -> Block {
        Block { kind: BlockKind::Heading, level: 1, text: text.to_owned(), ..Block::default() }
    }

    #[test]
    fn the_main_heading_comes_first() {
        let mut document = lines(&["We keep letters."]);
        document.title = Some("Privacy Policy | Letter Box".to_owned());
        document.blocks.insert(0, heading("Letter Box :: Privacy Notice"));
        assert_eq!(title(&document).as_deref(), Some("Letter Box :: Privacy Notice"));
    }

    #[test]
    fn the_site_is_cut_off_the_page_title() {
        let mut document = lines(&["We keep letters."]);
        document.title = Some("Letter Box \u{2013} Privacy Policy".to_owned());
        document.blocks.insert(0, heading(""));
        assert_eq!(title(&document).as_deref(), Some("Privacy Policy"));
    }

    #[test]
    fn a_line_above_the_text_will_do() {
        let document = lines(&[
            "Terms of Service",
            "Privacy Policy",
            "Help",
            "**Letter Box, Inc. Privacy Policy**",
            "We keep letters.",
        ]);
        assert_eq!(title(&document).as_deref(), Some("Letter Box, Inc. Privacy Policy"));
    }

    #[test]
    fn a_title_run_into_its_paragraph_is_cut_out() {
        let document = lines(&[
            "Letter Box Privacy Policy Last updated in May. We keep the letters that you send to us.",
        ]);
        assert_eq!(title(&document).as_deref(), Some("Letter Box Privacy Policy"));
    }

    #[test]
    fn path_and_date_are_no_part_of_the_title() {
        assert_eq!(
            clean("Home \u{bb} Letter Box Privacy Policy Effective Date: May 3, 2016"),
            "Letter Box Privacy Policy"
        );
        assert_eq!(
            clean("Home / Letter Box Privacy Policy (\u{201c}Policy\u{201d})"),
            "Letter Box Privacy Policy"
        );
    }

    #[test]
    fn a_section_s_heading_is_no_title() {
        let mut document = lines(&["We keep letters, as this Privacy Notice says."; 8]);
        document.blocks.push(Block { level: 2, ..heading("How we use your information") });
        assert_eq!(title(&document).as_deref(), Some("Privacy Notice"));
        let said = lines(&["Letter Box has a Privacy Policy that applies to all letters, and to all boxes."]);
        assert_eq!(title(&said).as_deref(), Some("Privacy Policy"));
    }

    #[test]
    fn a_text_without_title_has_the_name_it_gives_itself_or_its_host() {
        let named = lines(&["We keep letters, as this Privacy Notice says."]);
        assert_eq!(title(&named).as_deref(), Some("Privacy Notice"));
        let mut silent = lines(&["We keep letters."]);
        silent.url = Some("https://www.letters.example/about".to_owned());
        assert_eq!(title(&silent).as_deref(), Some("Privacy policy of letters.example"));
    }
}
