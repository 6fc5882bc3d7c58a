//! Where the privacy part lies on a page that holds terms and privacy together (codebook D3).

use std::ops::Range;

use super::title::{Subject, names_paper, subject};
use crate::document::{Block, BlockKind};
use crate::letters::count_words;
use crate::search::holds;

/// A part of fewer words is a paragraph of the terms, no policy of its own.
const LEAST_WORDS: usize = 250;

/// The longest run of blocks under a privacy heading, up to the next heading of something else.
pub(super) fn privacy_part(blocks: &[Block]) -> Option<Range<usize>> {
    let starts = blocks.iter().enumerate().filter(|(_, block)| begins_privacy(block));
    let parts = starts.map(|(start, block)| start..end_of_part(blocks, start, block));
    let longest = parts.max_by_key(|part| (words(blocks, part), usize::MAX - part.start))?;
    (words(blocks, &longest) >= LEAST_WORDS).then_some(longest)
}

fn begins_privacy(block: &Block) -> bool {
    is_line(block)
        && names_paper(&block.text)
        && matches!(subject(&block.text), Some(Subject::Privacy | Subject::Section))
}

fn end_of_part(blocks: &[Block], start: usize, heading: &Block) -> usize {
    let rest = blocks.iter().enumerate().skip(start + 1);
    let mut ends = rest.filter(|(_, block)| ends_part(block, heading)).map(|(end, _)| end);
    ends.next().unwrap_or(blocks.len())
}

/// Terms begin, or a heading of the same rank that does not speak of privacy.
fn ends_part(block: &Block, heading: &Block) -> bool {
    let names = subject(&block.text);
    if names == Some(Subject::Rules) && is_line(block) && names_paper(&block.text) {
        return true;
    }
    let ranked = heading.kind == BlockKind::Heading && block.kind == BlockKind::Heading;
    ranked && block.level <= heading.level && !holds(&block.text.to_ascii_lowercase(), "privacy")
}

fn is_line(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Heading | BlockKind::Paragraph)
}

fn words(blocks: &[Block], part: &Range<usize>) -> usize {
    let blocks = blocks.get(part.clone()).unwrap_or_default();
    blocks.iter().map(|block| count_words(&block.text)).sum()
}
