//! Headings of plain text: short lines without end punctuation, numbered, in title case, or asking a question.

use super::piece::Piece;
use super::subject::{has_finite_verb, stands_alone};
use super::{BlockKind, mark::Scheme};
use crate::letters::count_words;

/// The sign a line ends in, quotation marks, brackets and emphasis behind it left out; a space if there is none.
pub(super) fn last_sign(line: &str) -> char {
    let behind =
        |c: char| c.is_whitespace() || matches!(c, '"' | '”' | '’' | '\'' | ')' | ']' | '*' | '_' | '\\');
    line.trim_end_matches(behind).chars().next_back().unwrap_or(' ')
}

/// Whether most words that carry meaning begin with a capital.
pub(super) fn is_title_case(line: &str) -> bool {
    let first = line.chars().find(|c| c.is_alphanumeric());
    let (mut capital, mut all) = (0, 0);
    for word in line.split_whitespace().map(|w| w.trim_matches(|c: char| !c.is_alphanumeric())) {
        let small = [
            "with", "from", "about", "into", "that", "this", "your", "their", "when", "what", "under",
            "through",
        ];
        if word.len() >= 4 && !small.iter().any(|known| word.eq_ignore_ascii_case(known)) {
            all += 1;
            capital += usize::from(word.starts_with(|c: char| c.is_uppercase() || c.is_numeric()));
        }
    }
    first.is_some_and(|c| c.is_uppercase() || c.is_numeric()) && capital * 10 >= all * 7
}

/// A line that gives a date: "Last updated: May 22, 2018".
pub(super) fn is_dated(line: &str) -> bool {
    let low = line.to_lowercase();
    let year = low
        .split(|c: char| !c.is_ascii_digit())
        .any(|n| n.len() == 4 && (n.starts_with("19") || n.starts_with("20")));
    let says =
        ["updated", "effective", "revised", "modified", "version", "dated", "date:", "as of", "reviewed"];
    year && says.iter().any(|word| low.contains(word))
}

/// What follows a line that may be a heading.
#[derive(Debug, Clone, Copy)]
pub(super) struct Next<'t> {
    /// The next piece's text.
    pub line: &'t str,
    /// What it is taken for so far.
    pub kind: BlockKind,
    /// Its mark's scheme.
    pub scheme: Option<Scheme>,
}

impl<'t> Next<'t> {
    /// The piece that follows.
    pub fn of(text: &'t str, piece: &Piece) -> Self {
        Self { line: piece.of(text), kind: piece.kind, scheme: piece.mark.map(|mark| mark.scheme) }
    }

    fn says_something(self) -> bool {
        self.kind == BlockKind::Row
            || (matches!(last_sign(self.line), '.' | '!' | ':' | ';') && count_words(self.line) >= 4)
    }
}

/// Whether an unmarked line is a heading, seen with the piece below it.
pub(super) fn is_heading(line: &str, bold: bool, next: Option<Next>) -> bool {
    let count = count_words(line);
    let said = line.contains(". ") && has_finite_verb(line);
    if count > 16
        || line.len() > 160
        || is_dated(line)
        || said
        || line.contains(['|', '@'])
        || line.contains("://")
    {
        return false;
    }
    let Some(next) = next else { return bold && !stands_alone(line) };
    let opens =
        line.trim_start_matches(['"', '“', '\'']).starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    match last_sign(line) {
        '?' => true,
        ':' => (bold || (count <= 8 && opens)) && !stands_alone(line) && below_colon(next),
        '!' => bold && !stands_alone(line),
        '.' => (bold || (count <= 5 && is_title_case(line))) && !stands_alone(line) && next.says_something(),
        ',' | ';' => false,
        _ if bold => true,
        _ => opens && (is_title_case(line) || (count <= 12 && next.says_something())),
    }
}

fn below_colon(next: Next) -> bool {
    next.kind == BlockKind::Paragraph
        && (stands_alone(next.line) || (next.says_something() && count_words(next.line) > 25))
}

/// Whether a numbered line is a heading: short, without end punctuation, and not one of a row of such lines.
pub(super) fn is_numbered_heading(line: &str, scheme: Scheme, next: Option<Next>) -> bool {
    let Some(next) = next else { return false };
    if matches!(scheme, Scheme::Bullet(_)) || next.scheme == Some(scheme) {
        return false;
    }
    let sentence = stands_alone(line) || matches!(last_sign(line), ',' | ';');
    let full_stop = matches!(last_sign(line), '.' | ':') && !(is_title_case(line) && count_words(line) <= 8);
    count_words(line) <= 16 && line.len() <= 160 && !sentence && !full_stop
}

#[cfg(test)]
mod tests {
    use super::*;

    fn next(line: &str) -> Next<'_> {
        Next { line, kind: BlockKind::Paragraph, scheme: None }
    }

    #[test]
    fn headings_of_plain_text() {
        let below = Some(next("We keep a list of everyone who visits the orchard."));
        for line in [
            "Information We Collect",
            "How we use your pears",
            "What is a pear?",
            "CHILDREN",
            "Legitimate Interests.",
            "Other things you should know:",
            "Pears & Plums (and Related Fruit)",
        ] {
            assert!(is_heading(line, false, below), "{line}");
        }
        for line in [
            "We keep pears.",
            "Last updated: May 3, 2019",
            "pears and plums",
            "Name,",
            "Welcome to the orchard!",
            "The orchard keeps a list of everyone who ever visited it, and of all the pears they took home with them",
        ] {
            assert!(!is_heading(line, false, below), "{line}");
        }
    }

    #[test]
    fn a_bold_sentence_is_no_heading() {
        let below = Some(next("More text stands here."));
        assert!(is_heading("Cookies:", true, Some(next("We use cookies to remember you."))));
        assert!(!is_heading("We never sell our visitors' addresses.", true, below));
    }

    #[test]
    fn numbers_in_a_row_are_a_list() {
        let below = Some(next("We keep a list of everyone who visits the orchard."));
        assert!(is_numbered_heading("Sharing Your Information.", Scheme::Decimal, below));
        assert!(is_numbered_heading("Information we share", Scheme::Letter(false), below));
        let row = Some(Next { line: "plums", kind: BlockKind::Item, scheme: Some(Scheme::Decimal) });
        assert!(!is_numbered_heading("pears", Scheme::Decimal, row));
        assert!(!is_numbered_heading(
            "We may give pears to people who help us in the orchard.",
            Scheme::Decimal,
            below
        ));
    }
}
