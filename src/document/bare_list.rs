//! Sections of plain text: which lines are headings, and which are list items without a mark ("bare lines" after a
//! line that ends in `:`, up to a line that starts a new sentence with its own subject).

use super::BlockKind;
use super::heading::{Next, is_heading, is_numbered_heading, is_title_case, last_sign, words};
use super::mark::Depths;
use super::piece::Piece;

/// Settles headings and bare lists, top to bottom.
pub(super) fn settle(text: &str, pieces: &mut [Piece]) {
    let mut sections = Sections::default();
    for at in 0..pieces.len() {
        let next = pieces[at + 1..].iter().find(|piece| piece.kind != BlockKind::Furniture);
        let next = next.map(|piece| Next::of(text, piece));
        sections.take(text, &mut pieces[at], next);
    }
}

/// A list of bare lines that is open.
#[derive(Debug, Clone, Copy)]
struct Open {
    /// Depth of its items.
    level: u8,
    /// How many items it has.
    items: usize,
    /// Its items are parted by blank lines.
    spaced: bool,
    /// Its items are in title case.
    titles: bool,
    /// The last line ends in `;` or `, and`: the list goes on.
    goes_on: bool,
    /// A question opened it, not a colon.
    question: bool,
}

#[derive(Debug, Default)]
struct Sections {
    open: Option<Open>,
    numbers: Depths,
    titled: bool,
}

impl Sections {
    fn take(&mut self, text: &str, piece: &mut Piece, next: Option<Next>) {
        let line = piece.of(text);
        match (piece.kind, piece.mark) {
            (BlockKind::Furniture, _) => {}
            (BlockKind::Heading, _) => self.headed(line),
            (BlockKind::Item, Some(mark)) if is_numbered_heading(line, mark.scheme, next) => {
                piece.level = self.numbers.depth(0, mark).saturating_add(1).min(6);
                piece.kind = BlockKind::Heading;
                self.headed(line);
            }
            (BlockKind::Item, _) => self.open = lead_in(line, piece.level.saturating_add(1)),
            (BlockKind::Paragraph, _) if !piece.settled => self.plain(line, piece, next),
            _ => self.open = None,
        }
    }

    fn headed(&mut self, line: &str) {
        self.titled = true;
        let asks = Open { level: 1, items: 0, spaced: false, titles: false, goes_on: false, question: true };
        self.open = line.ends_with('?').then_some(asks);
    }

    fn plain(&mut self, line: &str, piece: &mut Piece, next: Option<Next>) {
        if let Some(open) = self.open.filter(|open| !piece.bold && belongs(open, line, piece.spaced, next)) {
            piece.kind = BlockKind::Item;
            piece.level = open.level;
            self.open = Some(open.with(line, piece.spaced));
        } else if is_heading(line, piece.bold, next) {
            piece.kind = BlockKind::Heading;
            piece.level = self.level(line);
            self.headed(line);
        } else {
            self.open = lead_in(line, 1);
        }
    }

    /// The first heading is the title; below numbered headings, a question is one deeper.
    fn level(&self, line: &str) -> u8 {
        let inside = line.ends_with('?') && self.numbers.current() > 0;
        match (self.titled, inside) {
            (false, _) => 1,
            (true, false) => 2,
            (true, true) => self.numbers.current().saturating_add(2).min(6),
        }
    }
}

impl Open {
    fn with(self, line: &str, spaced: bool) -> Self {
        let nested = last_sign(line) == ':';
        Self {
            level: if nested { self.level.saturating_add(1) } else { self.level },
            items: self.items + 1,
            spaced: if self.items == 0 { spaced } else { self.spaced },
            titles: is_title_case(line) && (self.items == 0 || self.titles),
            goes_on: goes_on(line),
            ..self
        }
    }
}

fn lead_in(line: &str, level: u8) -> Option<Open> {
    let open = Open { level, items: 0, spaced: false, titles: false, goes_on: false, question: false };
    (last_sign(line) == ':').then_some(open)
}

fn goes_on(line: &str) -> bool {
    let line = line.trim_end_matches(',');
    line.ends_with([';', ','])
        || line.ends_with("; and")
        || line.ends_with("; or")
        || line.ends_with(", and")
        || line.ends_with(", or")
}

/// Whether a bare line is an item of the open list.
fn belongs(open: &Open, line: &str, spaced: bool, next: Option<Next>) -> bool {
    let small = line.starts_with(char::is_lowercase) || line.starts_with("To ");
    if open.goes_on && line.len() <= 600 && last_sign(line) != '?' {
        return true;
    }
    if (open.items > 0 && spaced && !open.spaced) || last_sign(line) == '?' || stands_alone(line) {
        return false;
    }
    let fits = words(line) <= if small { 120 } else { 60 };
    let below = next.is_some_and(|next| next.kind != BlockKind::Item && stands_alone(next.line));
    let label =
        words(line) >= 2 && words(line) <= 10 && last_sign(line).is_alphanumeric() && is_title_case(line);
    let heading = label && (open.question || below && !(open.titles && open.items > 1));
    fits && !heading
}

/// Whether a line starts a sentence with a subject of its own ("We may also …", "These agents are …", "If you …").
pub(super) fn stands_alone(line: &str) -> bool {
    let mut head =
        line.split_whitespace().map(|w| w.trim_matches(|c: char| !c.is_alphanumeric() && c != '\''));
    let Some(first) = head.next() else { return false };
    if words(line) < 3 || !matches!(last_sign(line), '.' | '!' | '?' | ':' | ')') {
        return has_subject_we(line);
    }
    let capital = first.starts_with(char::is_uppercase);
    (capital && STARTERS.contains(&first.to_lowercase().as_str())) || has_finite_verb(line)
}

/// "We do not sell your data" without a full stop.
fn has_subject_we(line: &str) -> bool {
    let low = line.get(..12).unwrap_or(line).to_lowercase();
    ["we do ", "we don", "we never", "we will", "we may ", "we are "].iter().any(|head| low.starts_with(head))
}

const STARTERS: [&str; 47] = [
    "we",
    "i",
    "you",
    "they",
    "it",
    "he",
    "she",
    "this",
    "these",
    "those",
    "there",
    "if",
    "when",
    "unless",
    "please",
    "however",
    "additionally",
    "note",
    "as",
    "because",
    "while",
    "although",
    "where",
    "nothing",
    "furthermore",
    "moreover",
    "finally",
    "once",
    "after",
    "before",
    "upon",
    "typically",
    "also",
    "nor",
    "neither",
    "yes",
    "in",
    "by",
    "at",
    "under",
    "except",
    "since",
    "whenever",
    "thus",
    "therefore",
    "similarly",
    "generally",
];

/// Whether one of the first words is a verb that belongs to the line's first noun, not to "that we …", "you have …".
fn has_finite_verb(line: &str) -> bool {
    let mut before = String::new();
    let mut aside = 0_usize;
    for (at, raw) in line.split_whitespace().take(16).enumerate() {
        aside += usize::from(raw.starts_with('('));
        let word = raw.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let clause = before.is_empty() || INSIDE.contains(&before.as_str());
        if aside == 0
            && at > 0
            && !clause
            && (AUXILIARIES.contains(&word.as_str()) || (at < 6 && VERBS.contains(&word.as_str())))
        {
            return true;
        }
        aside = aside.saturating_sub(usize::from(raw.contains(')')));
        before = word;
    }
    false
}

/// After these, a verb belongs to an inner clause.
const INSIDE: [&str; 20] = [
    "that", "which", "who", "you", "we", "they", "it", "he", "she", "this", "i", "what", "how", "where",
    "when", "if", "and", "or", "to", "not",
];

const AUXILIARIES: [&str; 24] = [
    "is", "are", "was", "were", "may", "will", "can", "must", "does", "do", "has", "have", "had", "shall",
    "should", "would", "could", "might", "cannot", "doesn't", "don't", "won't", "isn't", "aren't",
];

const VERBS: [&str; 22] = [
    "uses",
    "collects",
    "shares",
    "sells",
    "tracks",
    "receives",
    "provides",
    "allows",
    "partners",
    "retains",
    "recognizes",
    "reserves",
    "keeps",
    "stores",
    "takes",
    "makes",
    "gives",
    "works",
    "offers",
    "requires",
    "applies",
    "respects",
];

#[cfg(test)]
mod tests {
    use super::super::text::pieces;
    use super::*;

    fn kinds(text: &str) -> Vec<(BlockKind, u8)> {
        pieces(text).iter().map(|piece| (piece.kind, piece.level)).collect()
    }

    #[test]
    fn a_subject_of_its_own_ends_a_list() {
        for line in [
            "We may use other tools to help us.",
            "These agents are only allowed to use it for the task.",
            "If you do not wish to receive pears, tell us.",
            "The orchard collects names from its visitors.",
            "Typically, all pears are counted.",
            "orchardia uses your address to send pears.",
        ] {
            assert!(stands_alone(line), "{line}");
        }
        for line in [
            "Capture and store visitors' preferences, settings and baskets.",
            "Analytics services (e.g., Pearmetrics)",
            "A user name and password;",
            "Information that you post on your profile (this might include pictures).",
            "To send you pears and to count the pears you have eaten.",
            "when you contact us, we may keep your name.",
        ] {
            assert!(!stands_alone(line), "{line}");
        }
    }

    #[test]
    fn bare_lines_after_a_colon_are_items() {
        let text = "Fruit\nWe may use these baskets to help us:\nCarry pears;\nCount pears; and\nThe pears are weighed.\n\
                    We may also use carts. They are green.\nPublic Gates\nVisitors use the gates.";
        use BlockKind::{Heading, Item, Paragraph};
        let found = kinds(text);
        let wanted = [
            (Heading, 1),
            (Paragraph, 0),
            (Item, 1),
            (Item, 1),
            (Item, 1),
            (Paragraph, 0),
            (Heading, 2),
            (Paragraph, 0),
        ];
        assert_eq!(found, wanted);
    }

    #[test]
    fn a_question_opens_a_list_of_answers() {
        use BlockKind::{Heading, Item, Paragraph};
        let text = "1. Fruit\nWe grow pears in our orchard.\nHow do we use it?\nTo bake cakes;\nTo feed the birds.\nYou may ask for cake.";
        let wanted = [(Heading, 2), (Paragraph, 0), (Heading, 3), (Item, 1), (Item, 1), (Paragraph, 0)];
        assert_eq!(kinds(text), wanted);
    }
}
