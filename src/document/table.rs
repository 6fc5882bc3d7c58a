//! Tables of plain text: Markdown rows (`| a | b |`), also where an archive put a whole table on one line, and rows of tabs.

use super::lines::{Line, is_space};
use super::piece::Piece;
use super::{Block, BlockKind};
use crate::letters::count_words;

impl Block {
    /// The cells of a row with the byte each starts at, in the order of `headers`; one cell for any other block.
    pub fn cells(&self) -> impl Iterator<Item = (usize, &str)> {
        let sign = match self.kind {
            BlockKind::Row if self.text.contains('\t') => '\t',
            BlockKind::Row => '|',
            _ => '\0',
        };
        let mut start = 0;
        cuts(&self.text, sign).chain([self.text.len()]).map(move |end| {
            let cell = &self.text[start..end];
            let text = cell.trim_start();
            let found = (end - text.len(), text.trim_end());
            start = end + 1;
            found
        })
    }
}

/// Where the signs that part cells stand; a Markdown `\|` is text.
fn cuts(text: &str, sign: char) -> impl Iterator<Item = usize> {
    let parts = move |at: &usize| sign != '\0' && (*at == 0 || text.as_bytes()[at - 1] != b'\\');
    text.match_indices(sign).map(|(at, _)| at).filter(parts)
}

/// A row on its way: the bounds of its cells in the input.
type Cells = Vec<(usize, usize)>;

/// Reads the table that starts at line `at`: its pieces and how many lines it takes.
pub(super) fn read(text: &str, lines: &[Line], at: usize) -> Option<(Vec<Piece>, usize)> {
    let line = lines[at].of(text);
    let ruled = lines.get(at + 1).is_some_and(|next| is_rule(next.of(text)));
    if line.starts_with('|') || (ruled && line.contains('|')) {
        let used = extent(text, &lines[at..]);
        let rows = lines[at..at + used]
            .iter()
            .filter(|line| !line.is_blank())
            .flat_map(|line| rows_of(text, *line))
            .collect();
        return Some((pieces(text, rows), used));
    }
    let tabs = tabs_of(text, lines[at]);
    let used = lines[at..].iter().take_while(|line| tabs > 0 && tabs_of(text, **line) == tabs).count();
    if tabs == 0 || (used == 1 && tabs < 2) {
        return None;
    }
    let rows = lines[at..at + used].iter().map(|line| cells(text, line.start, line.end, '\t')).collect();
    Some((pieces(text, rows), used))
}

/// How many lines a table has; its rows may be parted by blank lines.
fn extent(text: &str, lines: &[Line]) -> usize {
    let mut used = 0;
    while let Some(line) = lines.get(used) {
        let behind = lines.get(used + 1).map_or("", |line| line.of(text));
        let gap = line.is_blank() && behind.starts_with('|');
        if !gap && !line.of(text).contains('|') {
            break;
        }
        used += 1;
    }
    used
}

fn tabs_of(text: &str, line: Line) -> usize {
    let content = line.of(text);
    if super::mark::Mark::read(content).is_some() { 0 } else { content.matches('\t').count() }
}

fn is_rule(line: &str) -> bool {
    line.contains("--")
        && line.contains('|')
        && line.bytes().all(|b| matches!(b, b'-' | b':' | b'|' | b' ' | b'\t'))
}

fn cells(text: &str, start: usize, end: usize, sign: char) -> Cells {
    let mut from = start;
    let ends = cuts(&text[start..end], sign).map(|at| start + at).chain([end]);
    ends.map(|to| (std::mem::replace(&mut from, to + 1), to)).collect()
}

/// The rows of one line: one, or all of a table that was put on one line.
fn rows_of(text: &str, line: Line) -> Vec<Cells> {
    let mut row = cells(text, line.start, line.end, '|');
    if row.len() > 1 && is_empty(text, row[0]) {
        row.remove(0);
    }
    if row.len() > 1 && row.last().is_some_and(|cell| is_empty(text, *cell)) {
        row.pop();
    }
    let Some(first) = row.iter().position(|cell| is_dashes(text, *cell)) else { return vec![row] };
    let columns = row[first..].iter().take_while(|cell| is_dashes(text, **cell)).count();
    if columns == row.len() {
        return vec![row];
    }
    let head = row[..first.saturating_sub(1)].to_vec();
    let rule = row[first..first + columns].to_vec();
    let body = row.get(first + columns + 1..).unwrap_or_default();
    [head, rule]
        .into_iter()
        .chain(body.chunks(columns + 1).map(|cells| cells[..cells.len().min(columns)].to_vec()))
        .collect()
}

fn inner(text: &str, (start, end): (usize, usize)) -> &str {
    text[start..end].trim_matches(is_space)
}

fn is_empty(text: &str, cell: (usize, usize)) -> bool {
    inner(text, cell).is_empty()
}

fn is_dashes(text: &str, cell: (usize, usize)) -> bool {
    let cell = inner(text, cell);
    cell.len() >= 2 && cell.contains('-') && cell.bytes().all(|b| matches!(b, b'-' | b':'))
}

fn is_short(text: &str, cell: (usize, usize), words: usize) -> bool {
    let cell = inner(text, cell);
    !cell.is_empty() && count_words(cell) <= words && !cell.ends_with('.')
}

/// A label of a menu; an answer ("Yes", "No") is none.
fn is_menu_cell(text: &str, cell: (usize, usize)) -> bool {
    let answers = ["yes", "no", "none", "never", "n/a"];
    is_empty(text, cell)
        || (is_short(text, cell, 7) && !answers.contains(&inner(text, cell).to_lowercase().as_str()))
}

fn pieces(text: &str, mut rows: Vec<Cells>) -> Vec<Piece> {
    let rule = rows.iter().position(|row| row.iter().all(|cell| is_dashes(text, *cell)) && !row.is_empty());
    let blank = |row: &Cells| row.iter().all(|cell| is_empty(text, *cell));
    let mut head = match rule {
        Some(rule) => rows.drain(..=rule).rev().nth(1).unwrap_or_default(),
        None => Cells::new(),
    };
    rows.retain(|row| !blank(row));
    let menu =
        rule.is_none() && rows.len() <= 2 && rows.iter().flatten().all(|cell| is_menu_cell(text, *cell));
    if !menu
        && blank(&head)
        && rows.len() > 1
        && rows[0].len() > 1
        && rows[0].len() == rows[1].len()
        && rows[0].iter().all(|cell| is_short(text, *cell, 6))
    {
        head = rows.remove(0);
    }
    let headers: Vec<String> = head.iter().map(|cell| heading_of(text, *cell)).collect();
    let headers = if headers.iter().all(String::is_empty) { vec![] } else { headers };
    rows.iter().filter_map(|row| piece(text, row, &headers, menu)).collect()
}

fn heading_of(text: &str, cell: (usize, usize)) -> String {
    inner(text, cell).trim_matches(['*', '_']).trim().to_owned()
}

fn piece(text: &str, row: &Cells, headers: &[String], menu: bool) -> Option<Piece> {
    let filled: Vec<_> = row.iter().filter(|cell| !is_empty(text, **cell)).collect();
    let (first, last) = (row.first()?, row.last()?);
    if let ([cell], true) = (&filled[..], headers.is_empty()) {
        let (start, end) = trim(text, **cell);
        return text[start..end].contains(char::is_alphanumeric).then(|| Piece::plain(start, end));
    }
    let (start, end) = trim(text, (first.0, last.1));
    let kind = if menu { BlockKind::Furniture } else { BlockKind::Row };
    Some(Piece { headers: headers.to_vec(), ..Piece::settled(kind, 0, start, end) })
}

fn trim(text: &str, (start, end): (usize, usize)) -> (usize, usize) {
    let raw = &text[start..end];
    let left = raw.trim_start_matches(is_space);
    let from = end - left.len();
    (from, from + left.trim_end_matches(is_space).len())
}
