//! The layouts people and archives write policies in, each with the blocks it must give.

use proptest::prelude::*;

use super::piece::Piece;
use super::text::pieces;
use super::{BlockKind, Document};

/// Blocks as lines: a letter for the kind, the level, the text.
fn shape(text: &str) -> Vec<String> {
    let letter = |kind| match kind {
        BlockKind::Heading => 'h',
        BlockKind::Paragraph => 'p',
        BlockKind::Item => 'i',
        BlockKind::Row => 'r',
        BlockKind::Furniture => 'f',
    };
    let line = |piece: &Piece| format!("{}{} {}", letter(piece.kind), piece.level, piece.of(text));
    pieces(text).iter().map(line).collect()
}

#[test]
fn nothing_gives_nothing() {
    for text in ["", "\n\n", " \t\u{feff}\u{200b}\r\n", "* * *\n\n|  |\n---\n", "# "] {
        assert_eq!(shape(text), [""; 0], "{text:?}");
    }
}

#[test]
fn a_single_sentence_is_a_paragraph() {
    for text in [
        "We never sell your pears.",
        "We never sell your pears",
        "We sell pears / plums / figs to anyone who asks.",
    ] {
        assert_eq!(shape(text), [format!("p0 {text}")]);
    }
}

#[test]
fn markdown() {
    let text = "# Orchard Privacy ##\n\nHow we read\n-----------\n\nWe keep a *list* of [visitors](https://o.example/v).\n\n\
        * Names, which we keep.\n  * Nicknames too.\n- Baskets.\n\n1. First of all.\n2. Second of all.\n\n***\n\
        **What about pears?**\n\nPears are safe.";
    let wanted = [
        "h1 Orchard Privacy",
        "h2 How we read",
        "p0 We keep a *list* of [visitors](https://o.example/v).",
        "i1 Names, which we keep.",
        "i2 Nicknames too.",
        "i1 Baskets.",
        "i1 First of all.",
        "i1 Second of all.",
        "h2 What about pears?",
        "p0 Pears are safe.",
    ];
    assert_eq!(shape(text), wanted);
}

#[test]
fn hard_wrapped_text_keeps_its_line_breaks_in_the_slice() {
    let text = "ORCHARD PRIVACY NOTICE\n\nThe orchard keeps a list of every visitor who asked for a\n\
        basket of pears. It does not sell this list to any com-\npany, and it never will as long as there are pears.\n\
        \n  - Names of visitors, which are kept for as long as the\n    pears are in season.\n  - Baskets.\n";
    let wanted = [
        "h1 ORCHARD PRIVACY NOTICE",
        "p0 The orchard keeps a list of every visitor who asked for a\nbasket of pears. It does not sell this list to any \
         com-\npany, and it never will as long as there are pears.",
        "i1 Names of visitors, which are kept for as long as the\n    pears are in season.",
        "i1 Baskets.",
    ];
    assert_eq!(shape(text), wanted);
}

#[test]
fn one_paragraph_a_line() {
    let long = "The orchard keeps a list of every visitor who asked for a basket of pears, and of those who asked for plums, \
        figs or quinces, for as long as they are in season.";
    let text = format!(
        "Orchard Privacy\n{long}\n{long}\n1. Sharing Your Pears.\n{long}\na. With neighbours\n{long}\n"
    );
    let p = format!("p0 {long}");
    assert_eq!(
        shape(&text),
        ["h1 Orchard Privacy", &p, &p, "h2 Sharing Your Pears.", &p, "h3 With neighbours", &p]
    );
}

#[test]
fn bare_lists_end_at_a_sentence_with_its_own_subject() {
    let text = "We use baskets to:\nCarry pears;\nCount visitors, and\nWeigh the pears.\nThese baskets are green.\n\
        We do not:\n\nsell your name\n\nlend your basket\n\nThe gate closes at six.";
    let wanted = [
        "p0 We use baskets to:",
        "i1 Carry pears;",
        "i1 Count visitors, and",
        "i1 Weigh the pears.",
        "p0 These baskets are green.",
        "p0 We do not:",
        "i1 sell your name",
        "i1 lend your basket",
        "p0 The gate closes at six.",
    ];
    assert_eq!(shape(text), wanted);
}

#[test]
fn a_blank_line_ends_a_list_that_has_none() {
    let text = "We count:\nvisitors\nbaskets\n\nPear Trees\n\nWe water pear trees daily.";
    let wanted =
        ["p0 We count:", "i1 visitors", "i1 baskets", "h2 Pear Trees", "p0 We water pear trees daily."];
    assert_eq!(shape(text), wanted);
}

#[test]
fn tables() {
    let text = "| Fruit | Sold? |\n| --- | :--: |\n| Pears | No |\n| | Yes |\n";
    assert_eq!(shape(text), ["r0 Pears | No", "r0 | Yes"]);
    let blocks = Document::from_text(text).blocks;
    assert_eq!(blocks[0].headers, ["Fruit", "Sold?"]);
    assert_eq!(blocks[0].cells().collect::<Vec<_>>(), [(0, "Pears"), (8, "No")]);
    assert_eq!(blocks[1].cells().map(|cell| cell.1).collect::<Vec<_>>(), ["", "Yes"]);
}

#[test]
fn a_table_on_one_line() {
    let text = "| Fruit | Sold? | | --- | --- | | Pears | We never sell pears. | | Plums | Yes |";
    assert_eq!(shape(text), ["r0 Pears | We never sell pears.", "r0 Plums | Yes"]);
    assert_eq!(Document::from_text(text).blocks[1].headers, ["Fruit", "Sold?"]);
}

#[test]
fn rows_of_tabs() {
    let text = "Fruit\tSold?\nPears\tNo\nPlums\tYes\n";
    assert_eq!(shape(text), ["r0 Pears\tNo", "r0 Plums\tYes"]);
    assert_eq!(Document::from_text(text).blocks[0].headers, ["Fruit", "Sold?"]);
}

#[test]
fn what_stands_round_the_text_is_furniture() {
    let text = "Home\nOrchard Shop\nPear Guide\nContact\nPrivacy Policy\nLast updated: May 3, 2019\n\
        We keep a list of everyone who visits the orchard.\nHome | Shop | Contact\nHomeShopAbout UsContact Us\n© 2019 The Orchard";
    let wanted = [
        "f0 Home",
        "f0 Orchard Shop",
        "f0 Pear Guide",
        "f0 Contact",
        "h1 Privacy Policy",
        "p0 Last updated: May 3, 2019",
        "p0 We keep a list of everyone who visits the orchard.",
        "f0 Home | Shop | Contact",
        "f0 HomeShopAbout UsContact Us",
        "f0 © 2019 The Orchard",
    ];
    assert_eq!(shape(text), wanted);
}

#[test]
fn an_archive_speaks_for_itself() {
    let text = "> *The following text is extracted and transformed from the o.example privacy policy.*\n\n> We sell pears.";
    assert_eq!(&shape(text)[0][..2], "f0");
    assert_eq!(shape(text)[1], "p0 We sell pears.");
}

#[test]
fn front_matter_names_the_title() {
    let text = "---\ntitle: \"Orchard Privacy\"\nlayout: page\n---\nWe count pears.";
    assert_eq!(Document::from_text(text).title.as_deref(), Some("Orchard Privacy"));
    assert_eq!(shape(text)[1..], ["p0 We count pears."]);
    assert_eq!(Document::from_text("---\n\nWe count pears: many.\n\n---\n").title, None);
}

#[test]
fn a_bold_sentence_speaks() {
    let text = "**PEARS**\n**We never sell our visitors' names.**\n**Gates:**\nThe gates are closed.";
    let wanted =
        ["h1 PEARS", "p0 We never sell our visitors' names.", "h2 Gates:", "p0 The gates are closed."];
    assert_eq!(shape(text), wanted);
}

#[test]
fn strange_signs_do_no_harm() {
    for text in [
        "a\0b\rc\u{2028}d",
        "|",
        "||\n|-|",
        "**",
        "****",
        "\\-",
        "(",
        "(a",
        "1.",
        "#\u{a0}x",
        "<!--",
        "> ",
        "---\n---",
        "`|`\t\t",
    ] {
        let _ = shape(text);
    }
    assert_eq!(shape("We count\0 pears.\rThey count you."), ["p0 We count\0 pears.", "p0 They count you."]);
}

/// Lines made of the signs that layouts are made of.
fn layout() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        "[#>|*_:;.?\\\\\\-=\t \n\r]{1,4}",
        Just("We sell pears".to_owned()),
        Just("1. ".to_owned()),
        Just("(a) ".to_owned()),
        Just("Ünïcode “quotes”\u{2028}".to_owned()),
        Just("| --- | --- |".to_owned()),
        Just("privacy policy".to_owned()),
        Just("\n\n".to_owned()),
        "\\PC{0,6}",
    ];
    prop::collection::vec(part, 0..60).prop_map(|parts| parts.concat())
}

fn assert_slices(text: &str) -> Result<(), TestCaseError> {
    let mut from = 0;
    for piece in pieces(text) {
        prop_assert!(piece.start >= from && piece.end > piece.start, "{piece:?} after {from}");
        prop_assert!(!piece.of(text).trim().is_empty());
        from = piece.end;
    }
    let mut from = 0;
    for block in Document::from_text(text).blocks {
        let found = text[from..].find(&block.text);
        prop_assert!(found.is_some(), "{:?} is not in the text from {from}", block.text);
        from += found.unwrap_or(0) + block.text.len();
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn blocks_are_slices_in_order(text in any::<String>()) {
        assert_slices(&text)?;
    }

    #[test]
    fn blocks_of_layouts_are_slices_in_order(text in layout()) {
        assert_slices(&text)?;
    }

    #[test]
    fn every_word_of_plain_lines_is_kept(words in prop::collection::vec("[a-z]{2,9}", 1..40)) {
        let text = words.join("\n");
        let read: Vec<String> = Document::from_text(&text).blocks.into_iter().map(|block| block.text).collect();
        let kept: Vec<&str> = read.iter().flat_map(|block| block.split_whitespace()).collect();
        prop_assert_eq!(kept, words.iter().map(String::as_str).collect::<Vec<_>>());
    }
}
