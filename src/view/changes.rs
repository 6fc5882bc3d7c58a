//! What changed between two texts of a policy: rows of sentences side by side, the words that differ marked.

use similar::DiffOp;
use similar::algorithms::{Capture, Replace, myers};

use crate::search::split;

/// How many of the sentences that are the same stand beside a change, before and after it.
const BESIDE: usize = 1;
/// How far a sentence's earlier wording is looked for.
const NEAR: usize = 20;

/// One row of the two texts.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Row<'a> {
    /// A sentence that both have.
    Same(&'a str),
    /// So many sentences that both have, left out.
    Skipped(usize),
    /// What was said before and what is said now; either may be empty.
    Changed(Vec<Piece<'a>>, Vec<Piece<'a>>),
}

/// A stretch of a sentence, and whether only its own text has it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    /// Its words.
    pub text: &'a str,
    /// Whether the other text lacks it.
    pub own: bool,
}

/// The rows of two texts, a sentence a line.
pub(super) fn rows<'a>(before: &'a str, after: &'a str) -> Vec<Row<'a>> {
    let (old, new): (Vec<_>, Vec<_>) = (before.lines().collect(), after.lines().collect());
    let steps = steps(&old, &new);
    let mut rows = Vec::new();
    for (index, step) in steps.iter().enumerate() {
        let (gone, come) = (&old[step.old_range()], &new[step.new_range()]);
        if matches!(step, DiffOp::Equal { .. }) {
            same(gone, index > 0, index + 1 < steps.len(), &mut rows);
        } else {
            changed(gone, come, &mut rows);
        }
    }
    rows
}

fn steps(old: &[&str], new: &[&str]) -> Vec<DiffOp> {
    let mut steps = Replace::new(Capture::new());
    // What only gathers never fails.
    let Ok(()) = myers::diff(&mut steps, old, 0..old.len(), new, 0..new.len());
    steps.into_inner().into_ops()
}

/// Sentences that are the same: those beside a change are shown, so that one sees where one is.
fn same<'a>(all: &[&'a str], after_change: bool, before_change: bool, rows: &mut Vec<Row<'a>>) {
    let head = if after_change { BESIDE } else { 0 };
    let tail = if before_change { BESIDE } else { 0 };
    if all.len() <= head + tail + 1 {
        return rows.extend(all.iter().map(|text| Row::Same(text)));
    }
    rows.extend(all[..head].iter().map(|text| Row::Same(text)));
    rows.push(Row::Skipped(all.len() - head - tail));
    rows.extend(all[all.len() - tail..].iter().map(|text| Row::Same(text)));
}

/// Each new sentence beside the wording it had, where it had one.
fn changed<'a>(gone: &[&'a str], come: &[&'a str], rows: &mut Vec<Row<'a>>) {
    let mut left = gone;
    for text in come {
        let earlier = left.iter().take(NEAR).position(|old| is_wording_of(old, text));
        let Some(at) = earlier else {
            rows.push(Row::Changed(Vec::new(), whole(text)));
            continue;
        };
        rows.extend(left[..at].iter().map(|old| Row::Changed(whole(old), Vec::new())));
        let (old, new) = pieces(left[at], text);
        rows.push(Row::Changed(old, new));
        left = &left[at + 1..];
    }
    rows.extend(left.iter().map(|old| Row::Changed(whole(old), Vec::new())));
}

fn whole(text: &str) -> Vec<Piece<'_>> {
    vec![Piece { text, own: true }]
}

/// Are two of five words of the one among the words of the other?
fn is_wording_of(one: &str, other: &str) -> bool {
    let shared = split(one, b' ').filter(|word| split(other, b' ').any(|known| known == *word)).count();
    5 * shared > 2 * split(one, b' ').count().max(split(other, b' ').count())
}

fn pieces<'a>(old: &'a str, new: &'a str) -> (Vec<Piece<'a>>, Vec<Piece<'a>>) {
    let (was, is): (Vec<_>, Vec<_>) =
        (old.split_inclusive(' ').collect(), new.split_inclusive(' ').collect());
    let (mut gone, mut come) = (Vec::new(), Vec::new());
    for step in steps(&was, &is) {
        let own = !matches!(step, DiffOp::Equal { .. });
        gone.extend(stretch(old, &was, step.old_range()).map(|text| Piece { text, own }));
        come.extend(stretch(new, &is, step.new_range()).map(|text| Piece { text, own }));
    }
    (gone, come)
}

/// The stretch of a text that some of its words make up.
fn stretch<'a>(text: &'a str, words: &[&str], range: std::ops::Range<usize>) -> Option<&'a str> {
    let length = |words: &[&str]| words.iter().map(|word| word.len()).sum::<usize>();
    let start = length(&words[..range.start]);
    let end = start + length(&words[range]);
    (start < end).then(|| &text[start..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(before: &[&str], after: &[&str]) -> Vec<String> {
        let (before, after) = (before.join("\n"), after.join("\n"));
        let side = |pieces: &[Piece]| {
            let marked = pieces
                .iter()
                .map(|piece| if piece.own { ["[", piece.text, "]"].concat() } else { piece.text.to_owned() });
            marked.collect::<String>()
        };
        let shown = |row: &Row| match row {
            Row::Same(text) => ["= ", text].concat(),
            Row::Skipped(count) => format!("… {count}"),
            Row::Changed(gone, come) => [&side(gone), " | ", &side(come)].concat(),
        };
        rows(&before, &after).iter().map(shown).collect()
    }

    #[test]
    fn a_wording_that_changed_stands_beside_what_it_was() {
        let rows = shown(
            &["One.", "Two.", "Three.", "We do not sell your data.", "Four."],
            &["One.", "Two.", "Three.", "We may sell your data.", "Four."],
        );
        assert_eq!(
            rows,
            ["… 2", "= Three.", "We [do not ]sell your data. | We [may ]sell your data.", "= Four."]
        );
    }

    #[test]
    fn what_has_come_and_what_has_gone_stand_alone() {
        let rows = shown(&["One.", "Old words here.", "Two."], &["One.", "Two.", "Something else entirely."]);
        assert_eq!(rows, ["= One.", "[Old words here.] | ", "= Two.", " | [Something else entirely.]"]);
        let rows = shown(&["Alpha beta."], &["Gamma delta."]);
        assert_eq!(rows, [" | [Gamma delta.]", "[Alpha beta.] | "]);
    }

    #[test]
    fn the_same_text_has_no_change() {
        assert_eq!(shown(&["One.", "Two.", "Three."], &["One.", "Two.", "Three."]), ["… 3"]);
        assert_eq!(shown(&[], &[]), Vec::<String>::new());
    }
}
