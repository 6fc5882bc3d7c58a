//! Plain text and Markdown, as people and archives write them, into blocks.

use super::lines::{Line, Wrap, split};
use super::mark::{Depths, Mark};
use super::piece::Piece;
use super::{BlockKind, Document, bare_list, furniture, table};

impl Document {
    /// Reads plain text or Markdown. Every block's text is a slice of the input, character for character (Markdown
    /// emphasis, links and line breaks inside a paragraph included); nothing is read twice, and the order stays.
    /// The title is the one of a YAML front matter, if there is one.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        let blocks = pieces(text).into_iter().map(|piece| piece.into_block(text)).collect();
        Self { title: furniture::front_matter_title(text), blocks, ..Self::default() }
    }
}

/// The pieces of a text, in order, without overlap.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let lines = split(text);
    let wrap = Wrap::of(text, &lines);
    let mut layout =
        Layout { text, lines: &lines, wrap, at: 0, spaced: true, depths: Depths::default(), pieces: vec![] };
    layout.front_matter();
    while layout.at < lines.len() {
        layout.step();
    }
    let mut pieces = layout.pieces;
    furniture::settle(text, &mut pieces);
    bare_list::settle(text, &mut pieces);
    pieces
}

/// Lines that are searched for the end of a comment or for an archive's words.
const LONGEST_NOTE: usize = 40;

/// Walks down the lines and cuts them into pieces by their marks alone.
struct Layout<'t> {
    text: &'t str,
    lines: &'t [Line],
    wrap: Wrap,
    at: usize,
    spaced: bool,
    depths: Depths,
    pieces: Vec<Piece>,
}

impl<'t> Layout<'t> {
    fn line(&self, at: usize) -> &'t str {
        self.lines.get(at).map_or("", |line| line.of(self.text))
    }

    fn push(&mut self, piece: Piece, used: usize) {
        if piece.start < piece.end {
            self.pieces.push(Piece { spaced: self.spaced, ..piece });
        }
        self.spaced = false;
        self.at += used;
    }

    fn skip(&mut self) {
        self.spaced = true;
        self.at += 1;
    }

    fn front_matter(&mut self) {
        if let Some((first, last)) = furniture::front_matter(self.text, self.lines) {
            let (start, end) = (self.lines[first].start, self.lines[last].end);
            self.at = last + 1;
            self.push(Piece::settled(BlockKind::Furniture, 0, start, end), 0);
        }
    }

    fn step(&mut self) {
        let line = self.line(self.at);
        let underline = setext(line, self.line(self.at + 1)).filter(|_| self.spaced);
        if let Some(level) = underline {
            let Line { start, end, .. } = self.lines[self.at];
            self.heading(level, start, end, 2);
        } else if let Some((rows, used)) = table::read(self.text, self.lines, self.at) {
            self.depths.clear();
            for row in rows {
                self.push(row, 0);
            }
            self.at += used;
        } else if !line.contains(char::is_alphanumeric) {
            self.skip();
        } else {
            self.marked(line);
        }
    }

    fn marked(&mut self, line: &'t str) {
        let Line { start, end, indent, .. } = self.lines[self.at];
        if let Some((level, from, to)) = hashes(line) {
            self.heading(level, start + from, start + to, 1);
        } else if line.starts_with("<!--") {
            self.comment(start);
        } else if line.starts_with('>') {
            self.quote(start);
        } else if let Some((from, to)) = whole_bold(line) {
            self.depths.clear();
            self.push(Piece { bold: true, ..Piece::plain(start + from, start + to) }, 1);
        } else if let Some(mark) = Mark::read(line) {
            let used = self.extent(true);
            let end = self.lines[self.at + used - 1].end;
            let nested = self
                .pieces
                .last()
                .is_some_and(|above| above.mark.is_some() && above.of(self.text).ends_with(':'));
            let level = self.depths.depth(indent, mark, nested);
            let item = Piece {
                kind: BlockKind::Item,
                level,
                mark: Some(mark),
                ..Piece::plain(start + mark.len, end)
            };
            self.push(item, used);
        } else {
            self.running(start, end, indent);
        }
    }

    fn running(&mut self, start: usize, end: usize, indent: usize) {
        if indent < 2 {
            self.depths.clear();
        }
        let used = self.extent(false);
        let end = self.lines[self.at + used - 1].end.max(end);
        self.push(Piece::plain(start, end), used);
    }

    fn heading(&mut self, level: u8, start: usize, end: usize, used: usize) {
        self.depths.clear();
        let text = &self.text[start..end];
        let (from, to) = whole_bold(text).unwrap_or((0, text.len()));
        self.push(Piece::settled(BlockKind::Heading, level, start + from, start + to), used);
    }

    fn comment(&mut self, start: usize) {
        let closes = (self.at..self.lines.len()).take(LONGEST_NOTE).find(|at| self.line(*at).contains("-->"));
        let last = closes.unwrap_or(self.at);
        self.push(Piece::settled(BlockKind::Furniture, 0, start, self.lines[last].end), last + 1 - self.at);
    }

    /// A quoted passage: an archive's note is furniture, everything else is text.
    fn quote(&mut self, start: usize) {
        let quoted = |most| {
            self.lines[self.at..].iter().take(most).take_while(|l| l.of(self.text).starts_with('>')).count()
        };
        let end_of = |used: usize| self.lines[self.at + used - 1].end;
        if furniture::is_archive_note(&self.text[start..end_of(quoted(LONGEST_NOTE))]) {
            let used = quoted(usize::MAX);
            return self.push(Piece::settled(BlockKind::Furniture, 0, start, end_of(used)), used);
        }
        let line = self.line(self.at);
        let inner = line.trim_start_matches(|c: char| c == '>' || c.is_whitespace());
        let end = start + line.len();
        self.push(Piece::plain(end - inner.len(), end), 1);
    }

    /// How many lines, from the present one on, make one paragraph or one list item.
    fn extent(&self, item: bool) -> usize {
        let first = self.lines[self.at];
        let lead_in = first.of(self.text).ends_with(':');
        let below = self.lines[self.at + 1..].iter();
        let goes_on = |(above, next): (&Line, &Line)| {
            let hanging = item && next.indent > first.indent + 1 && !above.broken;
            let joins = !lead_in && self.wrap.joins(self.text, *above, *next);
            !next.is_blank() && (hanging || joins) && !opens(next.of(self.text))
        };
        1 + self.lines[self.at..].iter().zip(below).take_while(|pair| goes_on(*pair)).count()
    }
}

/// Whether a line opens a piece of its own, whatever stands above.
fn opens(line: &str) -> bool {
    line.starts_with(['#', '|', '>'])
        || line.starts_with("<!--")
        || !line.contains(char::is_alphanumeric)
        || whole_bold(line).is_some()
        || Mark::read(line).is_some()
}

/// `# Title #`: its level and where the title stands in the line.
fn hashes(line: &str) -> Option<(u8, usize, usize)> {
    let level = line.bytes().take_while(|b| *b == b'#').count();
    let rest = &line[level..];
    if !(1..=6).contains(&level) || !rest.starts_with(char::is_whitespace) {
        return None;
    }
    let from = line.len() - rest.trim_start().len();
    let to = line.trim_end_matches('#').trim_end().len();
    Some((u8::try_from(level).ok()?, from, to.max(from)))
}

/// A line of `=` or `-` right below a short line makes it a heading.
fn setext(line: &str, below: &str) -> Option<u8> {
    let ruled = |sign: u8| below.len() >= 3 && below.bytes().all(|b| b == sign);
    let short =
        line.len() <= 200 && line.contains(char::is_alphanumeric) && !line.starts_with(['#', '|', '>']);
    match short {
        true if ruled(b'=') => Some(1),
        true if ruled(b'-') => Some(2),
        _ => None,
    }
}

/// `**Title**`, `__Title__` or `* TITLE*`: where the title stands in the line.
fn whole_bold(line: &str) -> Option<(usize, usize)> {
    let sign = ["**", "__"].into_iter().find(|sign| line.starts_with(sign));
    let sign = sign.or_else(|| is_shouted_line(line).then_some("*"))?;
    let inner = line.strip_prefix(sign)?.trim_end_matches([':', '\\']).strip_suffix(sign)?;
    let text = inner.trim();
    if text.contains(sign) || !text.contains(char::is_alphanumeric) {
        return None;
    }
    let from = sign.len() + inner.len() - inner.trim_start().len();
    Some((from, from + text.len()))
}

fn is_shouted_line(line: &str) -> bool {
    line.starts_with('*') && line.ends_with('*') && line.len() > 2 && !line.contains(char::is_lowercase)
}
