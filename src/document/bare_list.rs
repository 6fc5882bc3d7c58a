//! Sections of plain text: which lines are headings, and which are list items without a mark ("bare lines" after a
//! line that ends in `:`, up to a line that starts a new sentence with its own subject).

use super::BlockKind;
use super::heading::{Next, is_heading, is_numbered_heading, is_title_case, last_sign};
use super::mark::{Depths, Mark};
use super::piece::Piece;
use super::subject::stands_alone;
use crate::letters::count_words;

/// Settles headings and bare lists, top to bottom.
pub(super) fn settle(text: &str, pieces: &mut [Piece]) {
    let mut sections = Sections::default();
    for (at, next) in followers(pieces).into_iter().enumerate() {
        let next = next.map(|next| Next::of(text, &pieces[next]));
        sections.take(text, &mut pieces[at], next);
    }
}

/// For each piece, the next one that is no furniture.
fn followers(pieces: &[Piece]) -> Vec<Option<usize>> {
    let mut next = None;
    let mut found = vec![None; pieces.len()];
    for (at, piece) in pieces.iter().enumerate().rev() {
        found[at] = next;
        if piece.kind != BlockKind::Furniture {
            next = Some(at);
        }
    }
    found
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
    /// How its items are written.
    look: Look,
    /// The last line ends in `;` or `, and`: the list goes on.
    goes_on: bool,
    /// A question opened it, not a colon.
    question: bool,
}

/// How an item is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    /// It begins in small letters and has no full stop.
    Small,
    /// In title case.
    Title,
    /// Neither, or not as the items before.
    Any,
}

impl Look {
    fn of(line: &str) -> Self {
        match line {
            _ if line.starts_with(char::is_lowercase) && last_sign(line) != '.' => Self::Small,
            _ if is_title_case(line) => Self::Title,
            _ => Self::Any,
        }
    }
}

#[derive(Debug, Default)]
struct Sections {
    open: Option<Open>,
    numbers: Depths,
    /// The mark of the piece above, if that is a list item.
    above: Option<Mark>,
    /// A heading or a paragraph came before.
    titled: bool,
}

impl Sections {
    fn take(&mut self, text: &str, piece: &mut Piece, next: Option<Next>) {
        let line = piece.of(text);
        match (piece.kind, piece.mark) {
            (BlockKind::Furniture, _) => {}
            (BlockKind::Heading, _) => self.headed(line),
            (BlockKind::Item, Some(mark))
                if !self.continues(mark) && is_numbered_heading(line, mark.scheme, next) =>
            {
                piece.level = self.numbers.depth(0, mark, false).saturating_add(1).min(6);
                piece.kind = BlockKind::Heading;
                self.headed(line);
            }
            (BlockKind::Item, _) => self.open = lead_in(line, piece.level.saturating_add(1)),
            (BlockKind::Paragraph, _) if !piece.settled => self.plain(line, piece, next),
            _ => self.open = None,
        }
        self.above = piece.mark.filter(|_| piece.kind == BlockKind::Item);
    }

    /// Whether a mark counts on from the item right above.
    fn continues(&self, mark: Mark) -> bool {
        self.above.is_some_and(|above| above.scheme == mark.scheme && mark.number != 1)
    }

    fn headed(&mut self, line: &str) {
        self.titled = true;
        let asks =
            Open { level: 1, items: 0, spaced: false, look: Look::Any, goes_on: false, question: true };
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
            self.titled = true;
            self.open = lead_in(line, 1);
        }
    }

    /// A heading above all text is the title; below numbered headings, a question is one deeper.
    fn level(&self, line: &str) -> u8 {
        let inside = line.ends_with(['?', ':']) && self.numbers.current() > 0;
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
            look: if self.items == 0 || self.look == Look::of(line) { Look::of(line) } else { Look::Any },
            goes_on: goes_on(line),
            ..self
        }
    }
}

fn lead_in(line: &str, level: u8) -> Option<Open> {
    let open = Open { level, items: 0, spaced: false, look: Look::Any, goes_on: false, question: false };
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
    let small = line.starts_with(char::is_lowercase) || line.starts_with("To ") || line.ends_with(';');
    let ends = last_sign(line);
    let other = open.look == Look::Small && Look::of(line) != Look::Small && ends == '.';
    if open.goes_on && line.len() <= 1000 && ends != '?' && !(other && stands_alone(line)) {
        return true;
    }
    let apart = open.items > 0 && spaced && !open.spaced;
    let answers = !open.question || open.items > 0 || small;
    if other || apart || !answers || ends == '?' || (open.question && ends == ':') || stands_alone(line) {
        return false;
    }
    let below = next.is_some_and(|next| next.kind != BlockKind::Item && stands_alone(next.line));
    let label = (2..=10).contains(&count_words(line)) && ends.is_alphanumeric() && is_title_case(line);
    let heading = label && (open.question || below && !(open.look == Look::Title && open.items > 1));
    count_words(line) <= 120 && !heading
}

#[cfg(test)]
mod tests {
    use super::super::text::pieces;
    use super::*;
    use BlockKind::{Heading, Item, Paragraph};

    fn kinds(text: &str) -> Vec<(BlockKind, u8)> {
        pieces(text).iter().map(|piece| (piece.kind, piece.level)).collect()
    }

    #[test]
    fn bare_lines_after_a_colon_are_items() {
        let text = "Fruit\nWe may use these baskets to help us:\nCarry pears;\nCount pears; and\nThe pears are weighed.\n\
                    We may also use carts. They are green.\nPublic Gates\nVisitors use the gates.";
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
        let text = "1. Fruit\nWe grow pears in our orchard.\nHow do we use it?\nTo bake cakes;\nTo feed the birds.\nYou may ask for cake.";
        let wanted = [(Heading, 2), (Paragraph, 0), (Heading, 3), (Item, 1), (Item, 1), (Paragraph, 0)];
        assert_eq!(kinds(text), wanted);
    }
}
