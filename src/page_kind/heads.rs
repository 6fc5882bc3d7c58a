//! The sections a privacy policy is made of, by the words of their headings.

use crate::document::{Block, BlockKind};

/// A heading is no longer than this, in words.
const LONGEST: usize = 10;

/// The sections; a heading belongs to one if it holds any of its phrases.
const SECTIONS: [&[&str]; 12] = [
    &[
        "we collect",
        "information collect",
        "data collect",
        "collection of",
        "what information",
        "collect and",
    ],
    &[
        "how we use",
        "use of information",
        "use of your",
        "use of personal",
        "use your",
        "information use",
        "purposes",
        "why we",
    ],
    &["share", "sharing", "disclos", "third parties", "third-party", "recipients"],
    &["cookie", "tracking tech", "web beacons"],
    &["security", "protect your", "how we protect", "safeguard"],
    &["retention", "how long", "retain", "we keep"],
    &["children", "minors", "under 13", "under 16"],
    &[
        "your rights",
        "your choices",
        "choices",
        "access",
        "opt-out",
        "opt out",
        "your privacy rights",
        "control",
        "rights you have",
    ],
    &["changes to", "updates to", "changes in", "policy changes", "amendment", "modifications"],
    &["contact", "questions", "how to reach"],
    &["international", "transfer", "cross-border"],
    &["california", "eea", "european", "gdpr", "nevada"],
];

/// How many of the twelve sections have a heading among the blocks.
pub(super) fn count(blocks: &[Block]) -> usize {
    let mut found = [false; SECTIONS.len()];
    for block in blocks.iter().filter(|block| is_short(block)) {
        let folded = block.text.to_lowercase();
        for (seen, phrases) in found.iter_mut().zip(SECTIONS) {
            *seen |= phrases.iter().any(|phrase| folded.contains(phrase));
        }
    }
    found.iter().filter(|seen| **seen).count()
}

fn is_short(block: &Block) -> bool {
    let ends_open = !block.text.trim_end().ends_with('.');
    let can_be_heading = matches!(block.kind, BlockKind::Heading | BlockKind::Paragraph);
    can_be_heading && ends_open && block.text.split_whitespace().nth(LONGEST).is_none()
}
