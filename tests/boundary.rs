//! The codebook's boundary rows, by number, and the promise that no line of its phrase inventory is forgotten.
//!
//! A row is `ROW | sentences | signals, or 0 | verdict`, the last one only where the sentences would decide it alone.
//! ` // ` in the sentences begins a new paragraph; a row number may stand several times. A mention (`N?`) beside a
//! stronger signal of its badge needs no naming.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use smallprint::{Document, Options, read, sentence, statement};

/// A badge's file: its rows, the letters its own signals begin with.
struct Badge {
    name: &'static str,
    letters: &'static str,
    rows: u32,
}

const BADGES: [Badge; 4] = [
    Badge { name: "tracking", letters: "T", rows: 25 },
    Badge { name: "dnt", letters: "NG", rows: 33 },
    Badge { name: "ads", letters: "A", rows: 25 },
    Badge { name: "sale", letters: "S", rows: 30 },
];

/// The phrase inventory: the letter of a line's name, and how many there are.
const INVENTORY: [(&str, u32); 8] =
    [("T", 69), ("t", 35), ("N", 74), ("n", 35), ("A", 69), ("a", 34), ("S", 75), ("s", 40)];

struct Row {
    number: u32,
    text: String,
    signals: BTreeSet<String>,
    verdict: Option<String>,
}

#[test]
fn every_boundary_row_is_read_as_the_codebook_says() {
    let complaints: Vec<String> = BADGES.iter().flat_map(complaints_of).collect();
    assert!(complaints.is_empty(), "{} complaints:\n{}", complaints.len(), complaints.join("\n"));
}

#[test]
fn every_line_of_the_inventory_is_served() {
    let served = served();
    let excepted = exceptions();
    let lines: BTreeSet<String> = INVENTORY
        .iter()
        .flat_map(|(letter, last)| (1..=*last).map(move |number| format!("{letter}{number:02}")))
        .collect();
    let mut complaints = Vec::new();
    for line in &lines {
        match (served.contains(line), excepted.contains_key(line)) {
            (false, false) => complaints.push(format!("{line}: no rule serves it")),
            (true, true) => complaints.push(format!("{line}: is served, take it out of unserved.txt")),
            _ => {}
        }
    }
    let known = |line: &&String| !lines.contains(*line) && !line.contains(':');
    complaints.extend(served.iter().filter(known).map(|line| format!("{line}: served, but there is none")));
    complaints.extend(
        excepted
            .iter()
            .filter(|(_, reason)| reason.is_empty())
            .map(|(line, _)| format!("{line}: excepted without a reason")),
    );
    assert!(complaints.is_empty(), "{} complaints:\n{}", complaints.len(), complaints.join("\n"));
}

/// A badge whose file does not exist yet has none.
fn complaints_of(badge: &Badge) -> Vec<String> {
    let Ok(text) = fs::read_to_string(format!("tests/boundary/{}.txt", badge.name)) else {
        return Vec::new();
    };
    let (rows, mut complaints) = parse(badge, &text);
    let present: BTreeSet<u32> = rows.iter().map(|row| row.number).collect();
    let missing = (1..=badge.rows).filter(|number| !present.contains(number));
    complaints.extend(missing.map(|number| format!("{} {number}: the row is missing", badge.name)));
    complaints.extend(rows.iter().flat_map(|row| complaints_about(badge, row)));
    complaints
}

fn parse(badge: &Badge, text: &str) -> (Vec<Row>, Vec<String>) {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut rows = Vec::new();
    let mut complaints = Vec::new();
    for line in lines {
        match row(line).filter(|row| (1..=badge.rows).contains(&row.number)) {
            Some(row) => rows.push(row),
            None => complaints.push(format!(
                "{}: `{line}` is no row; write `3 | We do not sell. | S- | denied`",
                badge.name
            )),
        }
    }
    (rows, complaints)
}

fn row(line: &str) -> Option<Row> {
    let mut parts = line.split(" | ").map(str::trim);
    Some(Row {
        number: parts.next()?.parse().ok()?,
        text: parts.next()?.replace(" // ", "\n\n"),
        signals: parts
            .next()?
            .split_whitespace()
            .filter(|signal| *signal != "0")
            .map(str::to_owned)
            .collect(),
        verdict: parts.next().map(str::to_owned),
    })
}

fn complaints_about(badge: &Badge, row: &Row) -> Vec<String> {
    let document = Document::from_text(&row.text);
    let said = signals(&document, &letters(badge, row));
    let mut complaints = Vec::new();
    if strongest(&said) != strongest(&row.signals) {
        complaints.push(format!(
            "{} {}: `{}` gives {said:?}, not {:?}",
            badge.name, row.number, row.text, row.signals
        ));
    }
    if let Some(expected) = &row.verdict {
        let said = verdict(badge, &document);
        if said != *expected {
            let place = format!("{} {}", badge.name, row.number);
            complaints.push(format!("{place}: `{}` alone is {said}, not {expected}", row.text));
        }
    }
    complaints
}

/// The badge's own letters, and those of other badges that the row names.
fn letters(badge: &Badge, row: &Row) -> BTreeSet<char> {
    let named = row.signals.iter().filter_map(|signal| signal.chars().next());
    badge.letters.chars().chain(named).collect()
}

fn signals(document: &Document, letters: &BTreeSet<char>) -> BTreeSet<String> {
    let sentences = sentence::sentences(&document.blocks);
    statement::statements(&sentences, &document.blocks)
        .iter()
        .map(|statement| statement.signal.to_owned())
        .filter(|signal| signal.starts_with(|letter| letters.contains(&letter)))
        .collect()
}

/// Without the mentions that stand beside something stronger of the same letter.
fn strongest(signals: &BTreeSet<String>) -> BTreeSet<&String> {
    let outdone = |signal: &String| {
        signal.ends_with('?') && signals.iter().any(|other| other != signal && other[..1] == signal[..1])
    };
    signals.iter().filter(|signal| !outdone(signal)).collect()
}

fn verdict(badge: &Badge, document: &Document) -> String {
    let Some(verdicts) = read(document, Options { assume_policy: true }).verdicts else {
        return "no policy".to_owned();
    };
    let verdict = match badge.name {
        "tracking" => Some(verdicts.tracking),
        "dnt" => Some(verdicts.dnt),
        "ads" => Some(verdicts.ads),
        _ => verdicts.sale,
    };
    verdict.map_or("none".to_owned(), |verdict| verdict.value.into_owned())
}

/// The lines that some rule's `serves` names.
fn served() -> BTreeSet<String> {
    let files = fs::read_dir("src/rules").expect("the rules stand in src/rules");
    files
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "rules"))
        .flat_map(|path| lines_served(&fs::read_to_string(path).expect("a rule file is text")))
        .collect()
}

fn lines_served(rules: &str) -> Vec<String> {
    rules
        .lines()
        .filter_map(|line| line.trim().strip_prefix("serves "))
        .flat_map(str::split_whitespace)
        .map(str::to_owned)
        .collect()
}

/// The lines nothing serves, each with its reason: `LINE reason`.
fn exceptions() -> BTreeMap<String, String> {
    fs::read_to_string("tests/boundary/unserved.txt")
        .expect("tests/boundary/unserved.txt, empty if every line is served")
        .lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
        .map(|line| line.split_once(' ').unwrap_or((line, "")))
        .map(|(line, reason)| (line.to_owned(), reason.trim().to_owned()))
        .collect()
}
