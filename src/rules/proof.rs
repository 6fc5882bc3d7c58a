//! Every rule proves itself: what it catches gives the signal it names, what it spares gives none of its own.

use crate::document::{Block, BlockKind, Document};
use crate::engine::rule_file::{self, RuleText};
use crate::sentence::{Sentence, sentences};
use crate::statement::{Statement, statements};
use proptest::prelude::*;
use proptest::sample::Index;
use std::sync::OnceLock;

pub(super) fn rules() -> Vec<RuleText> {
    let mut paths: Vec<_> =
        std::fs::read_dir("src/rules").expect("src/rules").map(|e| e.expect("entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "rules"));
    paths.sort();
    paths
        .iter()
        .flat_map(|path| {
            rule_file::parse(&std::fs::read_to_string(path).expect("text"))
                .expect("the build has read it")
                .rules
        })
        .collect()
}

struct Read {
    sentences: Vec<Sentence>,
    statements: Vec<Statement>,
}

/// Reads an example; ` // ` parts a heading from what stands under it.
fn read(text: &str) -> Read {
    let (heading, text) = text.split_once(" // ").unwrap_or(("", text));
    let heading = Block { kind: BlockKind::Heading, text: heading.to_owned(), ..Block::default() };
    let document = if is_table(text) {
        Document::from_text(text)
    } else {
        Document { blocks: vec![heading, Block::paragraph(text)], ..Document::default() }
    };
    let sentences = sentences(&document.blocks);
    let statements = statements(&sentences, &document.blocks);
    Read { sentences, statements }
}

/// An example written as a Markdown table on one line is read as one.
fn is_table(text: &str) -> bool {
    text.starts_with('|')
}

/// The example without its brackets, and the bytes that stood between them.
fn unbracket(example: &str) -> Option<(String, std::ops::Range<usize>)> {
    let (before, rest) = example.split_once('[')?;
    let (proof, after) = rest.split_once(']')?;
    let start = before.rsplit(" // ").next().map_or(0, str::len);
    Some((format!("{before}{proof}{after}"), start..start + proof.len()))
}

fn complaint(rule: &RuleText, example: &str, signal: &str) -> Option<String> {
    let Some((text, proof)) = unbracket(example) else {
        return Some(format!("{}: no brackets in `{example}`", rule.name));
    };
    let Read { sentences, statements } = read(&text);
    let ours: Vec<&Statement> =
        statements.iter().filter(|statement| statement.rule.name == rule.name).collect();
    let hit = ours.iter().any(|statement| {
        let tokens = &sentences[statement.sentence].tokens[statement.found.start..statement.found.end];
        let span = tokens[0].start..tokens[tokens.len() - 1].end;
        let overlaps = span.start < proof.end && proof.start < span.end;
        statement.signal == signal && (overlaps || is_table(&text))
    });
    let said: Vec<&str> = ours.iter().map(|statement| statement.signal).collect();
    (!hit).then(|| format!("{}: `{text}` should give {signal}, gives {said:?}", rule.name))
}

#[test]
fn every_rule_catches_and_spares_what_it_says() {
    let mut complaints = Vec::new();
    for rule in rules() {
        complaints
            .extend(rule.catches.iter().filter_map(|(example, signal)| complaint(&rule, example, signal)));
        for spared in &rule.spares {
            let said = read(spared).statements.iter().filter(|s| s.rule.name == rule.name).count();
            complaints.extend((said > 0).then(|| format!("{}: `{spared}` should be spared", rule.name)));
        }
        if rule.catches.is_empty()
            || rule.means.is_empty()
            || rule.wordings.is_empty()
            || rule.serves.is_empty()
        {
            complaints.push(format!(
                "{}: needs means, a wording, an example it catches, and the line it serves",
                rule.name
            ));
        }
    }
    assert!(complaints.is_empty(), "{} complaints:\n{}", complaints.len(), complaints.join("\n"));
}

const CATALOGUE: &str = "src/rules/CATALOGUE.md";

/// The rules for people: written from the rules themselves, so that it is never stale.
#[test]
fn the_catalogue_says_what_the_rules_say() {
    let mut now =
        "# What the rules find\n\nWritten from the rule files by `UPDATE_SNAPSHOTS=1 cargo test rules`.\n\n\
        | rule | admitted | denied | what it means | codebook |\n|---|---|---|---|---|\n"
            .to_owned();
    for RuleText { name, signal: (affirmed, denied), means, serves, .. } in rules() {
        let cells = [name, affirmed, denied, means, serves.join(" ")];
        now = [now, format!("| {} |\n", cells.join(" | "))].concat();
    }
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(CATALOGUE, &now).expect("the catalogue can be written");
    }
    let written = std::fs::read_to_string(CATALOGUE).unwrap_or_default();
    assert!(
        written == now,
        "{CATALOGUE} is stale: run UPDATE_SNAPSHOTS=1 cargo test rules, and read the change"
    );
}

/// What may stand between two pieces of examples: marks, lists, tables, words that turn a clause.
const JOINTS: [&str; 14] = [
    " ",
    ", ",
    " (",
    ") ",
    ": ",
    ":\n\n- ",
    "\n- ",
    ". ",
    "; ",
    " | ",
    "\n\n# ",
    " unless ",
    ", and we do not ",
    "? No. ",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever the rules look for may stand in any company: each statement keeps within its sentence.
    #[test]
    fn no_company_of_examples_stops_the_reader(
        pieces in proptest::collection::vec((any::<Index>(), 0_usize..30, 1_usize..30, 0..JOINTS.len()), 1..6),
    ) {
        let examples = EXAMPLES.get_or_init(|| {
            let caught = |rule: RuleText| rule.catches.into_iter().map(|(text, _)| text).chain(rule.spares);
            rules().into_iter().flat_map(caught).map(|text| text.replace(['[', ']'], "")).collect()
        });
        let mut text = String::new();
        for (example, from, most, joint) in &pieces {
            let words: Vec<&str> = example.get(examples).split(' ').skip(*from).take(*most).collect();
            text.push_str(&words.join(" "));
            text.push_str(JOINTS[*joint]);
        }
        let document = Document::from_text(&text);
        let sentences = sentences(&document.blocks);
        for Statement { sentence, found, .. } in statements(&sentences, &document.blocks) {
            let end = sentences[sentence].words.len();
            prop_assert!(found.start <= found.head && found.head < found.end && found.end <= end, "{text}");
        }
    }
}

static EXAMPLES: OnceLock<Vec<String>> = OnceLock::new();
