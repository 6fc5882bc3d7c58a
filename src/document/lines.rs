//! Lines of a text, and whether they were broken by hand at a fixed width.

/// One line: where its text stands in the input, without the white space round it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line {
    /// First byte of the line's text.
    pub start: usize,
    /// Byte after the line's text; equal to `start` on a blank line.
    pub end: usize,
    /// Columns of white space before the text.
    pub indent: usize,
    /// Ends in a Markdown line break (two spaces or a backslash): the next line is another line.
    pub broken: bool,
}

impl Line {
    /// The line's text.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start..self.end]
    }

    /// Whether nothing stands on it.
    pub fn is_blank(&self) -> bool {
        self.start == self.end
    }
}

/// Cuts a text into lines at every kind of line end (`\n`, `\r\n`, `\r`, U+0085, U+2028, U+2029).
pub(super) fn split(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut from = 0;
    for (at, c) in text.char_indices() {
        if c == '\n' && at > 0 && text.as_bytes()[at - 1] == b'\r' {
            from = at + 1;
        } else if ends_line(c) {
            lines.push(measure(text, from, at));
            from = at + c.len_utf8();
        }
    }
    lines.push(measure(text, from, text.len()));
    lines
}

fn ends_line(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// White space, or a sign that prints nothing and is found at the ends of lines.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}')
}

fn measure(text: &str, from: usize, to: usize) -> Line {
    let raw = &text[from..to];
    let left = raw.trim_start_matches(is_space);
    let start = from + raw.len() - left.len();
    let inner = left.trim_end_matches(is_space);
    let indent = raw[..start - from].chars().map(|c| if c == '\t' { 4 } else { 1 }).sum();
    let broken = raw.ends_with("  ") || inner.ends_with('\\');
    Line { start, end: start + inner.len(), indent, broken }
}

/// How a text's lines were broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wrap {
    /// One paragraph, one line.
    No,
    /// Narrow lines of uneven length: only a line that goes on in small letters continues the one before.
    Loose,
    /// Lines filled up to this many characters.
    Filled(usize),
}

const WIDEST_FILLED: usize = 130;

impl Wrap {
    /// Judges a text by its lines that have another line right below.
    pub fn of(text: &str, lines: &[Line]) -> Self {
        let mut widths: Vec<usize> = lines
            .windows(2)
            .filter(|pair| !pair[0].is_blank() && !pair[1].is_blank())
            .map(|pair| pair[0].of(text).chars().count())
            .collect();
        widths.sort_unstable();
        let Some(&width) = widths.get(widths.len() * 9 / 10) else { return Self::No };
        let full = widths.iter().filter(|w| **w + 20 >= width).count();
        match width {
            w if w > WIDEST_FILLED => Self::No,
            w if w >= 40 && full * 2 >= widths.len() => Self::Filled(w),
            _ => Self::Loose,
        }
    }

    /// Whether `next` goes on with the paragraph that `line`, right above it, belongs to.
    pub fn joins(self, text: &str, line: Line, next: Line) -> bool {
        if line.broken || self == Self::No {
            return false;
        }
        let (above, below) = (line.of(text), next.of(text));
        match self {
            Self::Filled(width) if is_full(above, below, width) => true,
            _ => runs_on(above, below),
        }
    }
}

fn is_full(above: &str, below: &str, width: usize) -> bool {
    let word = below.split_whitespace().next().map_or(0, |w| w.chars().count());
    above.chars().count() + 1 + word + 3 > width
}

fn runs_on(above: &str, below: &str) -> bool {
    let small = below.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit() || c == '(');
    let open = above
        .ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '-' | '–' | '"' | '”' | ')' | '\''));
    small && open && above.chars().count() >= 30
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(input: &str) -> Vec<&str> {
        split(input).iter().map(|line| line.of(input)).collect()
    }

    #[test]
    fn every_line_end_counts_once() {
        assert_eq!(texts("a\nb\r\nc\rd\u{2028}e\u{85}f"), ["a", "b", "c", "d", "e", "f"]);
        assert_eq!(texts("\r\n\r\nx"), ["", "", "x"]);
        assert_eq!(texts(""), [""]);
    }

    #[test]
    fn white_space_round_a_line_is_measured_not_kept() {
        let input = "\t * pears  \nplums\\";
        let lines = split(input);
        assert_eq!((lines[0].of(input), lines[0].indent, lines[0].broken), ("* pears", 5, true));
        assert!(lines[1].broken);
    }

    #[test]
    fn filled_lines_join_and_the_last_of_a_paragraph_does_not() {
        let input = "The orchard keeps a list of every visitor who asked for\n\
                     a basket of pears, and it keeps this list for as long as\n\
                     pears are in season, which is to say until late autumn.\n\
                     Baskets are returned.\n\
                     The gate closes at six, and whoever is still inside then\n\
                     stays for supper.";
        let lines = split(input);
        let wrap = Wrap::of(input, &lines);
        assert!(matches!(wrap, Wrap::Filled(_)), "{wrap:?}");
        let joins: Vec<bool> = lines.windows(2).map(|pair| wrap.joins(input, pair[0], pair[1])).collect();
        assert_eq!(joins, [true, true, true, false, true]);
    }

    #[test]
    fn long_lines_are_paragraphs_of_their_own() {
        let long = "pears ".repeat(40);
        let input = format!("{long}\n{long}\n{long}\nshort\n{long}");
        assert_eq!(Wrap::of(&input, &split(&input)), Wrap::No);
    }
}
