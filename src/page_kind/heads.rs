//! The sections a privacy policy is made of, by the words of their headings.

use crate::document::{Block, BlockKind};
use crate::lexicon::{Lexicon, fold, words};

/// A heading is no longer than this, in words.
const LONGEST: usize = 10;

/// The words of each section's headings, one bit a section.
const SECTIONS: [(u32, &str); 12] = [
    (1, "collect* gather*"),
    (1 << 1, "use uses usage purpose*"),
    (1 << 2, "share shared sharing disclos* recipients third"),
    (1 << 3, "cookie* beacons"),
    (1 << 4, "security secure safeguard* protect*"),
    (1 << 5, "retention retain long"),
    (1 << 6, "children children's minors"),
    (1 << 7, "rights choices access opt control"),
    (1 << 8, "change changes updates amendment* modification*"),
    (1 << 9, "contact questions"),
    (1 << 10, "international transfer* border"),
    (1 << 11, "california eea european europe gdpr nevada"),
];

/// How many of the twelve sections have a heading among the blocks.
pub(super) fn count(blocks: &[Block]) -> usize {
    let lexicon = Lexicon::new(SECTIONS);
    let headings = blocks.iter().filter(|block| is_short(block));
    let found = headings.fold(0, |found, block| found | sections_of(&block.text, &lexicon));
    found.count_ones() as usize
}

fn sections_of(heading: &str, lexicon: &Lexicon) -> u32 {
    words(&fold(heading)).fold(0, |found, word| found | lexicon.class_of(word))
}

fn is_short(block: &Block) -> bool {
    let ends_open = !block.text.trim_end().ends_with('.');
    let can_be_heading = matches!(block.kind, BlockKind::Heading | BlockKind::Paragraph);
    can_be_heading && ends_open && block.text.split_whitespace().nth(LONGEST).is_none()
}
