//! Whole texts, read: the reports of the five reference policies and of the test pages, for human eyes.
//!
//! `tests/seeds/NAME.txt` is read as plain text into `NAME.report.txt`; `tests/pages/SITE/blocks.txt`, which is what
//! the browser's reader made of `page.html`, into `report.txt` beside it. Under each quote, carets stand below the
//! words that a rule found. `UPDATE_SNAPSHOTS=1 cargo test --test snapshots` writes them anew: look at the change.

#![allow(clippy::unwrap_used, reason = "what is written to a string cannot fail")]

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use smallprint::report::{Evidence, Report, Side, Verdict};
use smallprint::sentence::sentences;
use smallprint::statement::statements;
use smallprint::{Block, BlockKind, Document, Options, read};

const WIDTH: usize = 110;

#[test]
fn seeds_are_read_as_they_were() {
    let texts =
        files("tests/seeds").into_iter().filter(|path| !path.to_string_lossy().ends_with(".report.txt"));
    let stale: Vec<String> = texts
        .filter_map(|path| {
            let document = Document::from_text(&fs::read_to_string(&path).expect("a text"));
            compare(&path.with_extension("report.txt"), &written(&document))
        })
        .collect();
    assert!(stale.is_empty(), "{}", stale.join("\n"));
}

#[test]
fn pages_are_read_as_they_were() {
    let stale: Vec<String> = files("tests/pages")
        .into_iter()
        .filter_map(|folder| {
            let blocks = fs::read_to_string(folder.join("blocks.txt")).expect("blocks.txt");
            compare(&folder.join("report.txt"), &written(&document(&blocks)))
        })
        .collect();
    assert!(stale.is_empty(), "{}", stale.join("\n"));
}

/// The same policy as page and as plain text gives the same verdicts.
#[test]
fn a_page_and_its_text_agree() {
    for path in
        files("tests/seeds").into_iter().filter(|path| !path.to_string_lossy().ends_with(".report.txt"))
    {
        let text = Document::from_text(&fs::read_to_string(&path).expect("a text"));
        let folder = Path::new("tests/pages").join(path.file_stem().expect("a name"));
        let page = document(&fs::read_to_string(folder.join("blocks.txt")).expect("blocks.txt"));
        assert_eq!(values(&text), values(&page), "{}", folder.display());
    }
}

fn values(document: &Document) -> Vec<String> {
    let verdicts = read(document, Options::default()).verdicts.expect("a policy");
    let sale = verdicts.sale.expect("a policy speaks of sale");
    [verdicts.tracking, verdicts.dnt, verdicts.ads, sale].map(|verdict| verdict.value.into_owned()).into()
}

fn files(folder: &str) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).expect(folder).map(|entry| entry.expect(folder).path()).collect();
    paths.sort();
    paths
}

/// Writes the snapshot if asked to; else tells if it differs.
fn compare(path: &Path, now: &str) -> Option<String> {
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        fs::write(path, now).expect("the snapshot can be written");
        return None;
    }
    let before = fs::read_to_string(path).unwrap_or_default();
    let line = before.lines().zip(now.lines()).position(|(before, now)| before != now).unwrap_or_default();
    let changed = now.lines().nth(line).unwrap_or_default();
    (before != now).then(|| format!("{}: line {} now reads `{changed}`", path.display(), line + 1))
}

/// The document that blocks.txt stands for; tests/browser/blocks.mjs describes the format.
fn document(lines: &str) -> Document {
    let mut document = Document::default();
    for line in lines.lines() {
        let mut parts = line.split('\t').map(unescape);
        let (kind, text) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        match kind.as_str() {
            "title" => document.title = Some(text),
            "lang" => document.lang = Some(text),
            _ => document.blocks.push(block(&kind, text, parts.collect())),
        }
    }
    document
}

fn block(kind: &str, text: String, headers: Vec<String>) -> Block {
    let collapsed = kind.ends_with(" collapsed");
    let kind = kind.trim_end_matches(" collapsed");
    let (name, level) = kind.split_once(' ').unwrap_or((kind, "0"));
    let kind = match name {
        "heading" => BlockKind::Heading,
        "paragraph" => BlockKind::Paragraph,
        "item" => BlockKind::Item,
        "row" => BlockKind::Row,
        "furniture" => BlockKind::Furniture,
        _ => panic!("{name} is no kind of block"),
    };
    Block { kind, level: level.parse().expect("a level"), text, headers, collapsed }
}

fn unescape(part: &str) -> String {
    let mut out = String::new();
    let mut chars = part.chars();
    while let Some(c) = chars.next() {
        out.push(match (c, c == '\\') {
            (_, true) => match chars.next() {
                Some('t') => '\t',
                Some('n') => '\n',
                Some('r') => '\r',
                other => other.unwrap_or('\\'),
            },
            (c, false) => c,
        });
    }
    out
}

fn written(document: &Document) -> String {
    let report = read(document, Options::default());
    let mut out = String::new();
    let policy = &report.policy;
    writeln!(
        out,
        "{:?}, {}, score {} ({})",
        policy.kind,
        policy.language,
        policy.score,
        policy.signs.join(", ")
    )
    .unwrap();
    let facts =
        [("title", &report.title), ("company", &report.company), ("last updated", &report.last_updated)];
    for (name, fact) in facts.into_iter().chain([("effective", &report.effective)]) {
        writeln!(out, "{name}: {}", fact.as_deref().unwrap_or("-")).unwrap();
    }
    writeln!(
        out,
        "gpc: {:?}; business transfer: {}; words: {}",
        report.gpc, report.business_transfer, report.words
    )
    .unwrap();
    if let Some(proof) = &report.business_transfer_proof {
        quote(&mut out, document, proof);
    }
    for (name, verdict) in badges(&report) {
        badge(&mut out, document, name, verdict);
    }
    out
}

fn badges(report: &Report) -> Vec<(&'static str, &Verdict)> {
    let Some(verdicts) = &report.verdicts else { return Vec::new() };
    let mut badges = vec![("TRACKING", &verdicts.tracking), ("DNT", &verdicts.dnt), ("ADS", &verdicts.ads)];
    badges.extend(verdicts.sale.as_ref().map(|sale| ("SALE", sale)));
    badges
}

fn badge(out: &mut String, document: &Document, name: &str, verdict: &Verdict) {
    writeln!(out, "\n{name}: {} ({})", verdict.value, verdict.label).unwrap();
    writeln!(out, "{}", verdict.says).unwrap();
    if !verdict.flags.is_empty() {
        writeln!(out, "flags: {}", verdict.flags.join(", ")).unwrap();
    }
    for evidence in &verdict.evidence {
        quote(out, document, evidence);
    }
    for facet in &verdict.facets {
        writeln!(out, "  facet {}: {}", facet.id, facet.values.join(", ")).unwrap();
    }
}

/// The quote in lines, with carets under the words that the rule found.
fn quote(out: &mut String, document: &Document, evidence: &Evidence) {
    let side = if evidence.side == Side::For { '+' } else { '±' };
    writeln!(out, "  {side} {} {} (block {})", evidence.signal, evidence.rule, evidence.block).unwrap();
    if let Some(lead_in) = &evidence.lead_in {
        writeln!(out, "    {lead_in} […]").unwrap();
    }
    let found = found(document, evidence);
    let (mut line, mut marks) = (String::new(), String::new());
    for (place, c) in evidence.quote.char_indices() {
        line.push(if c.is_whitespace() { ' ' } else { c });
        marks.push(if found.contains(&(evidence.start + place)) { '^' } else { ' ' });
        if c.is_whitespace() && line.chars().count() > WIDTH {
            flush(out, &mut line, &mut marks);
        }
    }
    flush(out, &mut line, &mut marks);
}

fn flush(out: &mut String, line: &mut String, marks: &mut String) {
    writeln!(out, "    {}", line.trim_end()).unwrap();
    if !marks.trim().is_empty() {
        writeln!(out, "    {}", marks.trim_end()).unwrap();
    }
    line.clear();
    marks.clear();
}

/// Where the rule's words stand in the block, in bytes.
fn found(document: &Document, evidence: &Evidence) -> std::ops::Range<usize> {
    let sentences = sentences(&document.blocks);
    let statements = statements(&sentences, &document.blocks);
    let statement = statements.iter().find(|statement| {
        let sentence = &sentences[statement.sentence];
        let here = sentence.block == evidence.block && sentence.start == evidence.start;
        here && statement.rule.name == evidence.rule && statement.signal == evidence.signal
    });
    statement.map_or(0..0, |statement| {
        let sentence = &sentences[statement.sentence];
        let first = statement.found.start.max(sentence.lead);
        sentence.tokens[first].start..sentence.tokens[statement.found.end - 1].end
    })
}
