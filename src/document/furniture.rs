//! What stands round a text and is not its text: front matter, an archive's note, menus, footers.

use super::BlockKind;
use super::heading::{is_dated, last_sign};
use super::lines::{Line, split};
use super::piece::Piece;
use super::subject::{has_finite_verb, stands_alone};
use crate::letters::count_words;

/// First and last line of a YAML front matter.
pub(super) fn front_matter(text: &str, lines: &[Line]) -> Option<(usize, usize)> {
    let first = lines.iter().position(|line| !line.is_blank())?;
    if lines[first].of(text) != "---" || first > 3 {
        return None;
    }
    let closes = |line: &Line| matches!(line.of(text), "---" | "...");
    let last = first + 1 + lines[first + 1..].iter().position(closes)?;
    let fields = lines[first + 1..last].iter().filter(|line| is_field(line.of(text))).count();
    (fields > 0 && fields * 2 >= last - first - 1).then_some((first, last))
}

fn is_field(line: &str) -> bool {
    let key = line.split(':').next().unwrap_or_default();
    line.contains(':')
        && !key.is_empty()
        && key.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'))
}

/// The title a front matter gives.
pub(super) fn front_matter_title(text: &str) -> Option<String> {
    let head = start_of(text, 10_000);
    let lines = split(head);
    let (first, last) = front_matter(head, &lines)?;
    let title = lines[first..last].iter().find_map(|line| line.of(head).strip_prefix("title:"))?;
    let title = title.trim().trim_matches(['"', '\'']);
    (!title.is_empty()).then(|| title.to_owned())
}

/// The first bytes of a text, at most `len`, cut between characters.
fn start_of(text: &str, len: usize) -> &str {
    let end = (0..=len.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
    &text[..end.unwrap_or(0)]
}

/// "The following text is extracted … from the … privacy policy that was archived on …": an archive speaks, not the policy.
pub(super) fn is_archive_note(text: &str) -> bool {
    let head = start_of(text, 600);
    head.contains("extracted and transformed") || (head.contains("archived on") && head.contains("snapshot"))
}

/// Settles what is furniture by itself or by its neighbours.
pub(super) fn settle(text: &str, pieces: &mut [Piece]) {
    for piece in pieces.iter_mut().filter(|piece| !piece.settled) {
        if stands_apart(piece.of(text)) || is_archive_note(piece.of(text)) {
            *piece = Piece { headers: vec![], spaced: piece.spaced, ..furniture(piece) };
        }
    }
    settle_top(text, pieces);
    settle_bottom(text, pieces);
}

fn furniture(piece: &Piece) -> Piece {
    Piece::settled(BlockKind::Furniture, 0, piece.start, piece.end)
}

/// Furniture wherever it stands.
fn stands_apart(line: &str) -> bool {
    let count = count_words(line);
    if count > 25 {
        return false;
    }
    let low = line.to_lowercase();
    let copyright =
        ["©", "copyright ©", "copyright (c)", "(c) 1", "(c) 2"].iter().any(|head| low.starts_with(head));
    copyright
        || (low.contains("all rights reserved") && count <= 20)
        || ["back to top", "skip to content", "skip to main content", "print this page"]
            .contains(&low.as_str())
        || is_page_number(&low)
        || is_menu_row(line)
        || is_run_together(line)
        || is_link(line)
}

fn is_page_number(low: &str) -> bool {
    let rest = low.strip_prefix("page ").unwrap_or(low);
    count_words(low) <= 4
        && rest.split_whitespace().all(|w| w == "of" || w.bytes().all(|b| b.is_ascii_digit() || b == b'/'))
}

/// `Home | About | Contact`
fn is_menu_row(line: &str) -> bool {
    if !last_sign(line).is_alphanumeric() {
        return false;
    }
    [" | ", " / ", " · ", " • ", " > ", " » "].iter().any(|sign| {
        let parts = line.split(sign);
        parts.clone().count() >= 3 && parts.clone().all(|part| (1..=4).contains(&count_words(part)))
    })
}

/// `HomeDownloadAbout UsContact Us`: a menu whose marks got lost.
fn is_run_together(line: &str) -> bool {
    let seams = line.chars().zip(line.chars().skip(1)).filter(|(a, b)| a.is_lowercase() && b.is_uppercase());
    count_words(line) <= 10
        && last_sign(line).is_alphanumeric()
        && !line.contains("://")
        && seams.count() >= 3
}

/// Nothing but one Markdown link.
fn is_link(line: &str) -> bool {
    line.starts_with('[') && line.ends_with(')') && line.matches("](").count() == 1 && !line.contains(". ")
}

/// A short label, as menus have them.
fn is_label(text: &str, piece: &Piece) -> bool {
    let line = piece.of(text);
    let bullet = piece.mark.is_none_or(super::mark::Mark::is_bullet);
    let claims = ["no ", "never ", "we ", "without ", "zero ", "none"];
    let low = line.get(..8).unwrap_or(line).to_lowercase();
    bullet
        && count_words(line) <= 5
        && (last_sign(line).is_alphanumeric() || line.ends_with('…') || line.ends_with("..."))
        && !line.contains([';', ','])
        && !is_dated(line)
        && !claims.iter().any(|claim| low.starts_with(claim))
}

fn is_open(piece: &Piece) -> bool {
    matches!(piece.kind, BlockKind::Paragraph | BlockKind::Item) && !piece.settled && !piece.bold
}

/// A line that says something.
fn is_sentence(text: &str, piece: &Piece) -> bool {
    let line = piece.of(text);
    let ends = matches!(last_sign(line), '.' | '!' | '?' | ':' | ';');
    let says = count_words(line) >= 8 && (has_finite_verb(line) || stands_alone(line));
    piece.kind != BlockKind::Furniture
        && ((ends && count_words(line) >= 6) || says || count_words(line) >= 40)
}

/// Menus above the first sentence, down to the title.
fn settle_top(text: &str, pieces: &mut [Piece]) {
    let Some(sentence) = pieces.iter().position(|piece| is_sentence(text, piece)) else { return };
    let labels = |piece: &&Piece| is_open(piece) && is_label(text, piece);
    let start =
        pieces[..sentence].iter().position(|p| p.settled && p.kind == BlockKind::Heading).unwrap_or(sentence);
    let plain = pieces[..start].iter().filter(labels).filter(|piece| piece.mark.is_none()).count();
    if plain < 4 && pieces[..start].iter().filter(labels).count() < 8 {
        return;
    }
    let names = |piece: &Piece| is_open(piece) && piece.mark.is_none() && is_title(piece.of(text));
    let title = pieces[..start].iter().rposition(names).unwrap_or(start.saturating_sub(1));
    for (at, piece) in pieces[..start].iter_mut().enumerate() {
        let near = at >= title && (at == title || start - title <= 5);
        if is_open(piece) && !near && !is_dated(piece.of(text)) {
            *piece = Piece { spaced: piece.spaced, ..furniture(piece) };
        }
    }
}

fn is_title(line: &str) -> bool {
    let low = line.to_lowercase();
    count_words(line) <= 10
        && ["privacy", "policy", "notice", "statement"].iter().any(|word| low.contains(word))
}

/// Menus below the last sentence; what follows a `:` (an address) is none.
fn settle_bottom(text: &str, pieces: &mut [Piece]) {
    let labels = pieces
        .iter()
        .rev()
        .take_while(|p| p.kind == BlockKind::Furniture || (is_open(p) && is_label(text, p)));
    let first = pieces.len() - labels.count();
    let open = pieces[first..].iter().filter(|piece| is_open(piece)).count();
    let follows = first.checked_sub(1).map(|last| last_sign(pieces[last].of(text)));
    if open < 4 || follows.is_none() || (follows == Some(':') && open < 12) {
        return;
    }
    for piece in pieces[first..].iter_mut().filter(|piece| is_open(piece)) {
        *piece = Piece { spaced: piece.spaced, ..furniture(piece) };
    }
}
