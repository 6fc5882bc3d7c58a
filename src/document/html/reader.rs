//! The walk through a page: its text as blocks in reading order.

use ego_tree::NodeRef;
use scraper::{ElementRef, Node};

use super::place::{Place, is_heading};
use super::source::Page;
use super::style::Style;
use super::text::{BlockText, is_blank};
use super::{furniture, table};
use crate::document::{Block, BlockKind};

/// UTF-16 units of text that are read.
const MOST_TEXT: usize = 2_000_000;
/// No walk goes deeper.
const MOST_DEPTH: usize = 1500;
/// Lines no longer than this, in UTF-16 units, were broken at a width.
const WRAPPED_WIDTH: usize = 100;
/// A line at least as long, in UTF-16 units, may have been broken by `<br>` for its width.
const LONG_LINE: usize = 40;
/// A frame less wide or high, in pixels, is not read.
const LEAST_FRAME: u32 = 50;
/// A bold paragraph no longer than this, in UTF-16 units, may be a heading.
const LONGEST_HEADING: usize = 120;

/// The blocks of a page.
pub(super) fn blocks(page: &Page) -> Vec<Block> {
    let mut reading = Reading::of(page);
    reading.body(Place::START);
    reading.blocks
}

struct Reading<'p> {
    page: &'p Page,
    blocks: Vec<Block>,
    room: usize,
    heading: u8,
    text: BlockText,
    place: Place,
    /// The elements whose shadow roots are being read.
    hosts: Vec<ElementRef<'p>>,
    /// Line breaks since the last text, and where the line before them began.
    breaks: usize,
    line: usize,
}

impl<'p> Reading<'p> {
    fn of(page: &'p Page) -> Self {
        let (blocks, text, place) = (vec![], BlockText::new(), Place::START);
        Self { page, blocks, room: MOST_TEXT, heading: 1, text, place, hosts: vec![], breaks: 0, line: 0 }
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
        (self.breaks, self.line) = (0, 0);
        if self.text.is_untouched() {
            return;
        }
        let text = std::mem::replace(&mut self.text, BlockText::new());
        if !text.is_empty() {
            self.keep(text);
        }
    }

    fn enter(&mut self, element: ElementRef<'p>, place: Place, outer: Style) {
        match element.value().name() {
            "br" if !place.whole => return self.breaks += 1,
            "br" | "hr" => return self.cut(place),
            _ => {}
        }
        if furniture::is_skipped(element) {
            return;
        }
        let style = Style::of(self.page, element, outer);
        let Some(inner) = place.inside(self.page, element, style, self.heading) else { return };
        let apart = place.parts_from(inner, element, style);
        if apart {
            self.cut(place);
        }
        self.within(element, inner, style);
        if apart {
            self.cut(place);
        }
        if inner.kind == BlockKind::Heading && is_heading(element) {
            self.heading = inner.level;
        }
    }

    /// What is read inside an element: the shadow root that stands for its children, what is put into a slot, the page
    /// in a frame, rows, or the children.
    fn within(&mut self, element: ElementRef<'p>, place: Place, style: Style) {
        if let Some(root) = shadow_root(element) {
            self.hosts.push(element);
            self.all(root.children(), place, style);
            self.hosts.pop();
            return;
        }
        match element.value().name() {
            "slot" => self.slot(element, place, style),
            "iframe" => self.frame(element, place),
            "table" if !place.whole && table::is_data(self.page, element) => {
                self.table(element, place, style);
            }
            _ => self.all(element.children(), place, style),
        }
    }

    fn all(&mut self, nodes: impl Iterator<Item = NodeRef<'p, Node>>, place: Place, style: Style) {
        for node in nodes {
            self.visit(node, place, style);
        }
    }

    /// What the host puts into a slot, else what stands in the slot itself.
    fn slot(&mut self, slot: ElementRef<'p>, place: Place, style: Style) {
        let Some(host) = self.hosts.pop() else { return self.all(slot.children(), place, style) };
        let name = slot.attr("name").unwrap_or_default();
        let is_put = |node: &NodeRef<Node>| match ElementRef::wrap(*node) {
            Some(element) => !is_shadow_root(element) && element.attr("slot").unwrap_or_default() == name,
            None => node.value().is_text() && name.is_empty(),
        };
        let put: Vec<_> = host.children().filter(is_put).collect();
        if !put.is_empty() {
            self.all(put.into_iter(), place, style);
        }
        self.hosts.push(host);
        if !host.children().any(|node| is_put(&node)) {
            self.all(slot.children(), place, style);
        }
    }

    /// The page that a frame's `srcdoc` holds, if the frame is large enough to be read and not shut.
    fn frame(&mut self, frame: ElementRef<'p>, place: Place) {
        let side = |name| frame.attr(name).and_then(|side| side.trim_end_matches("px").parse::<u32>().ok());
        let small =
            ["width", "height"].into_iter().any(|name| side(name).is_some_and(|side| side < LEAST_FRAME));
        let shut = frame.attr("sandbox").is_some_and(|grants| !grants.contains("allow-same-origin"));
        let Some(source) = frame.attr("srcdoc").filter(|_| !small && !shut) else { return };
        self.flush();
        let page = Page::of(source);
        let blocks = std::mem::take(&mut self.blocks);
        let mut inner = Reading { blocks, room: self.room, heading: self.heading, ..Reading::of(&page) };
        inner.body(place);
        (self.blocks, self.room, self.heading) = (inner.blocks, inner.room, inner.heading);
    }

    /// Reads the body of the page, to its end.
    fn body(&mut self, place: Place) {
        if let Some(body) = self.page.body() {
            let root = Style::of(self.page, self.page.root(), Style::default());
            self.visit(*body, place, root);
        }
        self.flush();
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
        if self.breaks > 0 && !is_blank(piece) {
            self.after_breaks(piece);
        }
        if self.text.is_empty() {
            self.place = place;
        }
        self.text.add(piece, bold);
    }

    /// What `<br>` before this text means: a lone one after a long line without a sentence's end, before a small letter,
    /// only broke the line.
    fn after_breaks(&mut self, next: &str) {
        let line = self.text.from(self.line);
        let small = next.trim_start().starts_with(char::is_lowercase);
        let long = units(line) >= LONG_LINE && !ends_sentence(line.trim_end());
        if self.breaks > 1 || !long || !small || furniture::is_item(next) {
            return self.flush();
        }
        self.text.part(' ');
        self.line = self.text.length();
        self.breaks = 0;
    }

    fn table(&mut self, element: ElementRef<'p>, place: Place, style: Style) {
        let table = table::Table::of(element);
        if let Some(caption) = table.caption() {
            self.visit(*caption, place, style);
        }
        let in_row = Place { kind: BlockKind::Row, level: 0, whole: true, ..place };
        for row in table.rows() {
            self.flush();
            let before = self.blocks.len();
            for (index, cell) in row.cells.iter().enumerate() {
                if index > 0 {
                    self.text.part('\t');
                }
                if let Some(cell) = cell {
                    self.visit(**cell, in_row, style);
                }
            }
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
        self.blocks.push(Block { kind, level, text, headers: vec![], collapsed: self.place.pane });
    }

    fn kind_of(&self, text: &str, bold: bool) -> (BlockKind, u8) {
        let Place { kind, level, furniture, lists, .. } = self.place;
        if furniture && kind != BlockKind::Heading {
            return (BlockKind::Furniture, 0);
        }
        if kind != BlockKind::Paragraph {
            return (kind, level);
        }
        if furniture::has_list_mark(text) {
            return (BlockKind::Item, lists.max(1));
        }
        let ends = text.trim_end_matches(CLOSING).ends_with(['.', ',', ';', ':', '!']);
        if bold && !ends && units(text) <= LONGEST_HEADING {
            return (BlockKind::Heading, 6.min(self.heading + 1));
        }
        (kind, level)
    }
}

/// Quotation marks and brackets that may close a sentence.
const CLOSING: [char; 4] = ['"', '”', '’', ')'];

fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(CLOSING).ends_with(['.', ',', ';', ':', '!', '?'])
}

/// The children of an open shadow root, which stands in the source as a template.
fn shadow_root(element: ElementRef<'_>) -> Option<NodeRef<'_, Node>> {
    let template = element.child_elements().find(|child| is_shadow_root(*child))?;
    template.children().find(|child| child.value().is_fragment())
}

fn is_shadow_root(element: ElementRef) -> bool {
    element.value().name() == "template" && element.attr("shadowrootmode") == Some("open")
}

fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}
