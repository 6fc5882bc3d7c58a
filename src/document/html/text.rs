//! One block's text: the page's own, with HTML white space collapsed; and whether all of it is set in bold.

/// Every run of space, tab, line feed, carriage return and form feed is one space, none at either end (a no-break
/// space is a character like any other).
#[derive(Debug)]
pub(super) struct BlockText {
    text: String,
    /// Whether every stretch that shows anything is bold.
    pub(super) bold: bool,
}

impl BlockText {
    pub(super) fn new() -> Self {
        Self { text: String::new(), bold: true }
    }

    /// Adds a piece of a text node, its white space collapsed.
    pub(super) fn add(&mut self, piece: &str, bold: bool) {
        self.bold &= bold || is_blank(piece);
        for c in piece.chars() {
            if !is_space(c) {
                self.text.push(c);
            } else if !self.ends_in_space() {
                self.text.push(' ');
            }
        }
    }

    /// Parts what comes from what was, by a space or a tab that the page does not hold.
    pub(super) fn part(&mut self, mark: char) {
        if mark == ' ' && self.ends_in_space() {
            return;
        }
        self.trim_end();
        self.text.push(mark);
    }

    /// Nothing but white space so far?
    pub(super) fn is_empty(&self) -> bool {
        is_blank(&self.text)
    }

    /// No character at all so far?
    pub(super) fn is_untouched(&self) -> bool {
        self.text.is_empty()
    }

    /// Its length so far, in bytes.
    pub(super) fn length(&self) -> usize {
        self.text.len()
    }

    /// The text from a byte on.
    pub(super) fn from(&self, start: usize) -> &str {
        self.text.get(start..).unwrap_or_default()
    }

    /// Ends the block: its text, of at most so many UTF-16 units, and whether it was cut.
    pub(super) fn finish(mut self, room: usize) -> (String, bool) {
        let mut units = 0;
        let end = self.text.char_indices().find(|(_, c)| {
            units += c.len_utf16();
            units > room
        });
        let cut = end.map(|(at, _)| self.text.truncate(at));
        self.trim_end();
        (self.text, cut.is_some())
    }

    fn ends_in_space(&self) -> bool {
        self.text.is_empty() || self.text.ends_with([' ', '\t'])
    }

    fn trim_end(&mut self) {
        if self.text.ends_with(' ') {
            self.text.pop();
        }
    }
}

/// White space that HTML collapses.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

/// Nothing to see in it?
pub(super) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || c == '\u{feff}')
}
