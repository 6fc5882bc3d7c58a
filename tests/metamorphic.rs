//! Changes that say nothing new must change no verdict; a plain admission or denial must change it as the codebook's
//! precedence lists say. The texts are the five reference policies.

use std::fs;

use smallprint::report::Report;
use smallprint::{Block, BlockKind, Document, Options, read};

const SEEDS: [&str; 5] = ["imdb-2014", "imo-2018", "imvu-2008", "imvu-2020", "interpals-2010"];

fn text(seed: &str) -> String {
    fs::read_to_string(format!("tests/seeds/{seed}.txt")).expect("a seed")
}

fn report(document: &Document) -> Report {
    read(document, Options { assume_policy: true })
}

fn values(document: &Document) -> [String; 4] {
    let verdicts = report(document).verdicts.expect("verdicts");
    let sale = verdicts.sale.expect("a verdict on sale");
    [verdicts.tracking, verdicts.dnt, verdicts.ads, sale].map(|verdict| verdict.value.into_owned())
}

/// Asserts that a change of the text changes no verdict, and that it changed the text of some seed at all.
fn changes_nothing(what: &str, change: impl Fn(&str) -> String) {
    let mut changed = 0;
    for seed in SEEDS {
        let (before, after) = (text(seed), change(&text(seed)));
        changed += usize::from(before != after);
        let verdicts = [&before, &after].map(|text| values(&Document::from_text(text)));
        assert_eq!(verdicts[0], verdicts[1], "{seed}: {what}");
    }
    assert!(changed > 0, "{what}: no seed was changed, so nothing was shown");
}

/// The same for a change of the blocks.
fn changes_no_verdict(what: &str, change: impl Fn(Vec<Block>) -> Vec<Block>) {
    for seed in SEEDS {
        let before = Document::from_text(&text(seed));
        let after = Document { blocks: change(before.blocks.clone()), ..before.clone() };
        assert_ne!(before, after, "{seed}: {what}: nothing was changed");
        assert_eq!(values(&before), values(&after), "{seed}: {what}");
    }
}

#[test]
fn a_neutral_paragraph_changes_nothing() {
    for neutral in
        ["Our office stands in a quiet street by the river.", "Thank you for reading this page to its end."]
    {
        changes_no_verdict(neutral, |mut blocks| {
            blocks.insert(blocks.len() / 2, Block::paragraph(neutral));
            blocks.push(Block::paragraph(neutral));
            blocks
        });
    }
}

#[test]
fn the_companys_name_changes_nothing() {
    let names =
        [("IMVU", "Quillery"), ("imo", "Pondlark"), ("IMDb", "Marrowby"), ("interpals", "brindlewood")];
    changes_nothing("another name", |text| {
        names.iter().fold(text.to_owned(), |text, (old, new)| text.replace(old, new))
    });
}

#[test]
fn joined_paragraphs_change_nothing() {
    changes_no_verdict("paragraphs joined", |blocks| {
        let mut joined: Vec<Block> = Vec::new();
        for block in blocks {
            match joined.last_mut() {
                Some(last) if may_join(last) && block.kind == BlockKind::Paragraph => {
                    last.text.push(' ');
                    last.text.push_str(&block.text);
                }
                _ => joined.push(block),
            }
        }
        joined
    });
}

/// A paragraph that ends as a sentence does: one that ends in a colon opens a list.
fn may_join(block: &Block) -> bool {
    block.kind == BlockKind::Paragraph && block.text.trim_end().ends_with('.')
}

#[test]
fn split_paragraphs_change_nothing() {
    changes_no_verdict("paragraphs split", |blocks| blocks.into_iter().flat_map(split).collect());
}

fn split(block: Block) -> Vec<Block> {
    match block.text.find(". We ") {
        Some(stop) if block.kind == BlockKind::Paragraph => {
            let (first, second) = block.text.split_at(stop + 1);
            vec![Block::paragraph(first), Block::paragraph(second.trim_start())]
        }
        _ => vec![block],
    }
}

#[test]
fn british_spelling_changes_nothing() {
    let spellings = [
        ("behavior", "behaviour"),
        ("personaliz", "personalis"),
        ("honor", "honour"),
        ("analyz", "analys"),
        ("customiz", "customis"),
        ("recogniz", "recognis"),
    ];
    changes_nothing("British spelling", |text| {
        spellings.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
    });
}

#[test]
fn curly_quotes_change_nothing() {
    changes_nothing("curly quotes", |text| {
        let mut open = false;
        text.chars()
            .map(|c| match c {
                '"' => {
                    open = !open;
                    if open { '“' } else { '”' }
                }
                '\'' => '’',
                c => c,
            })
            .collect()
    });
    changes_nothing("straight quotes", |text| text.replace(['“', '”'], "\"").replace(['‘', '’'], "'"));
}

#[test]
fn contractions_change_nothing() {
    let pairs = [
        (" do not ", " don't "),
        (" does not ", " doesn't "),
        (" will not ", " won't "),
        (" cannot ", " can't "),
    ];
    changes_nothing("contractions", |text| {
        // The signal's name is no contraction.
        let masked = text.replace("o not track", "o-not-track").replace("o Not Track", "o-Not-Track");
        pairs.iter().fold(masked, |text, (from, to)| text.replace(from, to))
    });
}

/// What the seed says with one more sentence.
fn with(seed: &str, sentence: &str) -> [String; 4] {
    let mut document = Document::from_text(&text(seed));
    document.blocks.push(Block {
        kind: BlockKind::Heading,
        level: 2,
        text: "More".to_owned(),
        ..Block::default()
    });
    document.blocks.push(Block::paragraph(sentence));
    values(&document)
}

#[test]
fn a_plain_admission_or_denial_decides_as_the_lists_say() {
    let cases = [
        // An admission beats a denial and silence.
        ("imvu-2008", "We sell your personal information to third parties.", 3, "sells"),
        ("imdb-2014", "We sell your personal information to third parties.", 3, "sells"),
        (
            "imvu-2008",
            "Our advertising partners may show you targeted ads based on your browsing.",
            2,
            "targeted",
        ),
        ("imvu-2008", "We track your activity across other websites over time.", 0, "cross_site"),
        // A denial fills silence, and beats no admission.
        ("imo-2018", "We never sell your personal information.", 3, "denied"),
        ("interpals-2010", "We do not respond to Do Not Track signals.", 1, "ignored"),
        ("imvu-2008", "We honor Do Not Track signals.", 1, "honored"),
        ("imo-2018", "We do not track you across other websites.", 0, "cross_site"),
        ("imdb-2014", "We do not display any third-party ads.", 2, "targeted"),
        // A qualified denial beats a flat one, and a flat one does not heal it.
        ("imvu-2008", "We do not sell your personal information without your consent.", 3, "exceptions"),
        ("imvu-2020", "We never sell your personal information.", 3, "exceptions"),
        // Both answers on one signal: the refusal stands.
        ("imo-2018", "We honor Do Not Track signals.", 1, "ignored"),
    ];
    for (seed, sentence, badge, expected) in cases {
        assert_eq!(with(seed, sentence)[badge], expected, "{seed} with `{sentence}`");
    }
}
