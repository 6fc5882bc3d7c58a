//! The walk through a page: its text as blocks in reading order.

use ego_tree::NodeRef;
use scraper::{ElementRef, Node};

use super::place::{Place, is_heading};
use super::source::Page;
use super::style::{Display, Style};
use super::text::{BlockText, is_blank};
use super::{furniture, table};
use crate::document::{Block, BlockKind};

/// UTF-16 units of text that are read.
const MOST_TEXT: usize = 2_000_000;
/// No walk goes deeper.
const MOST_DEPTH: usize = 1500;
/// Lines no longer than this, in UTF-16 units, were broken at a width.
const WRAPPED_WIDTH: usize = 100;
/// A bold paragraph no longer than this, in UTF-16 units, may be a heading.
const LONGEST_HEADING: usize = 120;

/// The blocks of a page.
pub(super) fn blocks(page: &Page) -> Vec<Block> {
    let mut reading = Reading::of(page);
    if let Some(body) = page.body() {
        let root = Style::of(page, page.root(), Style::default());
        reading.visit(*body, Place::START, root);
    }
    reading.flush();
    reading.blocks
}

struct Reading<'p> {
    page: &'p Page,
    blocks: Vec<Block>,
    room: usize,
    heading: u8,
    text: BlockText,
    place: Place,
}

impl<'p> Reading<'p> {
    fn of(page: &'p Page) -> Self {
        Self {
            page,
            blocks: vec![],
            room: MOST_TEXT,
            heading: 1,
            text: BlockText::new(),
            place: Place::START,
        }
    }

    /// `style` is that of the element the node stands in.
    fn visit(&mut self, node: NodeRef<'p, Node>, place: Place, style: Style) {
        if self.room == 0 || place.depth > MOST_DEPTH {
            return;
        }
        match node.value() {
            Node::Text(text) => self.add(&text.text, place, style),
            Node::Element(_) => {
                if let Some(element) = ElementRef::wrap(node) {
                    self.enter(element, place, style);
                }
            }
            _ => {}
        }
    }

    /// Ends the block that is open, if it holds anything.
    fn flush(&mut self) {
        if self.text.is_untouched() {
            return;
        }
        let text = std::mem::replace(&mut self.text, BlockText::new());
        if !text.is_empty() {
            self.keep(text);
        }
    }

    fn enter(&mut self, element: ElementRef<'p>, place: Place, outer: Style) {
        let name = element.value().name();
        if name == "br" || name == "hr" {
            return self.cut(place);
        }
        if furniture::is_skipped(element) {
            return;
        }
        let style = Style::of(self.page, element, outer);
        if furniture::is_hidden_for_good(self.page, element, style.display == Display::None) {
            return;
        }
        let inner = place.inside(self.page, element, style, self.heading);
        let apart = place.parts_from(inner, element, style);
        if apart {
            self.cut(place);
        }
        if name == "table" && !inner.whole && table::is_data(self.page, element) {
            self.table(element, inner, style);
        } else {
            for child in element.children() {
                self.visit(child, inner, style);
            }
        }
        if apart {
            self.cut(place);
        }
        if inner.kind == BlockKind::Heading && is_heading(element) {
            self.heading = inner.level;
        }
    }

    /// A boundary: a new block, or within a heading or a cell only a space.
    fn cut(&mut self, place: Place) {
        if place.whole {
            self.text.part(' ');
        } else {
            self.flush();
        }
    }

    fn add(&mut self, text: &str, place: Place, style: Style) {
        if place.unseen {
            return;
        }
        if !place.whole && style.lines && text.contains('\n') && !is_blank(text) {
            self.add_lines(text, place, style.bold);
        } else {
            self.add_piece(text, place, style.bold);
        }
    }

    /// Text whose line breaks are kept: each line its own block, or each run of lines, where a width broke them.
    fn add_lines(&mut self, text: &str, place: Place, bold: bool) {
        let lines: Vec<&str> = text.split('\n').collect();
        let wrapped = lines.len() > 4 && lines.iter().all(|line| units(line) <= WRAPPED_WIDTH);
        for (index, line) in lines.iter().enumerate() {
            let is_item = furniture::is_item(line);
            if index > 0 && (!wrapped || is_item || is_blank(line)) {
                self.flush();
            }
            let here = if is_item { Place { kind: BlockKind::Item, level: 1, ..place } } else { place };
            self.add_piece(line, here, bold);
            if index + 1 < lines.len() {
                self.add_piece("\n", here, bold);
            }
        }
    }

    fn add_piece(&mut self, piece: &str, place: Place, bold: bool) {
        if self.text.is_empty() {
            self.place = place;
        }
        self.text.add(piece, bold);
    }

    fn table(&mut self, element: ElementRef<'p>, place: Place, style: Style) {
        let table = table::Table::of(element);
        if let Some(caption) = table.caption() {
            self.visit(*caption, place, style);
        }
        let in_row = Place { kind: BlockKind::Row, level: 0, whole: true, ..place };
        for row in table.rows() {
            self.flush();
            for (index, cell) in row.cells.iter().enumerate() {
                if index > 0 {
                    self.text.part('\t');
                }
                if let Some(cell) = cell {
                    self.visit(**cell, in_row, style);
                }
            }
            let before = self.blocks.len();
            self.flush();
            if let Some(block) = self.blocks.get_mut(before).filter(|block| block.kind == BlockKind::Row) {
                block.headers = row.headers;
            }
        }
    }

    fn keep(&mut self, text: BlockText) {
        let bold = text.bold;
        let (text, cut) = text.finish(self.room);
        if text.is_empty() {
            return;
        }
        self.room = if cut { 0 } else { self.room - units(&text) };
        let (kind, level) = self.kind_of(&text, bold);
        self.blocks.push(Block { kind, level, text, headers: vec![] });
    }

    fn kind_of(&self, text: &str, bold: bool) -> (BlockKind, u8) {
        let Place { kind, level, furniture, .. } = self.place;
        if furniture && kind != BlockKind::Heading {
            return (BlockKind::Furniture, 0);
        }
        let ends = text.trim_end_matches(['"', '”', '’', ')']).ends_with(['.', ',', ';', ':', '!']);
        if kind == BlockKind::Paragraph && bold && !ends && units(text) <= LONGEST_HEADING {
            return (BlockKind::Heading, 6.min(self.heading + 1));
        }
        (kind, level)
    }
}

fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}
