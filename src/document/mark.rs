//! What stands before a list item or a numbered heading: `-`, `•`, `1.`, `(a)`, `iv)`.

/// Which way of marking a mark belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scheme {
    /// A sign of its own, as `-` or `•`.
    Bullet(char),
    /// `1.` `1)` `(1)`
    Decimal,
    /// `1.2` (2 deep), `1.2.3` (3 deep)
    Dotted(u8),
    /// `a.` `(a)`; `true` for capitals.
    Letter(bool),
    /// `i.` `(iv)`; `true` for capitals.
    Roman(bool),
}

impl Scheme {
    /// The three signs that Markdown holds for one.
    fn is_markdown(self) -> bool {
        matches!(self, Self::Bullet('*' | '-' | '+'))
    }
}

/// A mark at the start of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    /// How it marks.
    pub scheme: Scheme,
    /// The single letter it consists of, for telling `i.` after `h.` from `i.` as a number.
    pub letter: Option<char>,
    /// The number it gives in digits; 0 for every other mark.
    pub number: u8,
    /// Bytes from the start of the line to the text behind the mark.
    pub len: usize,
}

impl Mark {
    /// Reads the mark at the start of a trimmed line.
    pub fn read(line: &str) -> Option<Self> {
        bullet(line).or_else(|| number(line))
    }

    /// Whether it is a sign, not a number or a letter.
    pub fn is_bullet(self) -> bool {
        matches!(self.scheme, Scheme::Bullet(_))
    }
}

fn bullet(line: &str) -> Option<Mark> {
    let escape = usize::from(line.starts_with("\\-") || line.starts_with("\\*") || line.starts_with("\\+"));
    let rest = &line[escape..];
    let sign = rest.chars().next()?;
    let after = &rest[sign.len_utf8()..];
    let parted = after.starts_with(char::is_whitespace);
    let marks = match sign {
        '*' | '+' | '–' | '—' | 'o' | '·' | '§' | '»' | '►' | '✓' | '✔' | '✗' | '✘' => {
            parted
        }
        '-' => parted || after.starts_with(char::is_alphabetic),
        '•' | '◦' | '▪' | '▫' | '‣' | '●' | '○' | '■' | '□' | '⁃' | '\u{f0b7}' => true,
        _ => false,
    };
    let text = after.trim_start();
    (marks && !text.is_empty()).then(|| Mark {
        scheme: Scheme::Bullet(sign),
        letter: None,
        number: 0,
        len: line.len() - text.len(),
    })
}

fn number(line: &str) -> Option<Mark> {
    let open = usize::from(line.starts_with('('));
    let body = &line[open..];
    let len = body.find(|c: char| !c.is_ascii_alphanumeric() && c != '.').unwrap_or(body.len()).min(12);
    let token = body.get(..len)?.trim_end_matches('.');
    let scheme = scheme_of(token)?;
    let after = close(&body[token.len()..], open == 1, matches!(scheme, Scheme::Dotted(_)))?;
    let text = after.trim_start();
    let number = token.parse().unwrap_or(0);
    let single = token.chars().next().filter(|c| token.len() == 1 && c.is_ascii_alphabetic());
    (after.len() > text.len() && !text.is_empty()).then(|| Mark {
        scheme,
        letter: single,
        number,
        len: line.len() - text.len(),
    })
}

fn close(rest: &str, opened: bool, free: bool) -> Option<&str> {
    if opened {
        return rest.strip_prefix(')');
    }
    let ends = ["\\.", ".)", ".", ")", " -", " –"];
    ends.iter().find_map(|end| rest.strip_prefix(end)).or_else(|| free.then_some(rest))
}

fn scheme_of(token: &str) -> Option<Scheme> {
    if token.is_empty() || token.len() > 12 {
        return None;
    }
    if token.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
        return dotted(token);
    }
    let upper = token.bytes().all(|b| b.is_ascii_uppercase());
    if !upper && !token.bytes().all(|b| b.is_ascii_lowercase()) {
        return None;
    }
    let roman = |set: &str| token.len() <= 5 && token.chars().all(|c| set.contains(c.to_ascii_lowercase()));
    if roman("ivx") {
        return Some(Scheme::Roman(upper));
    }
    (token.len() == 1).then_some(Scheme::Letter(upper))
}

fn dotted(token: &str) -> Option<Scheme> {
    let parts = token.split('.');
    if parts.clone().any(|part| part.is_empty() || part.len() > 2) {
        return None;
    }
    match parts.count() {
        1 => Some(Scheme::Decimal),
        deep => u8::try_from(deep).ok().map(Scheme::Dotted),
    }
}

/// How deep marks nest, told from indents and from a change of scheme.
#[derive(Debug, Clone, Default)]
pub(super) struct Depths(Vec<(usize, Scheme, Option<char>)>);

impl Depths {
    /// The depth (1 is outermost) of the next mark; `nested` if the item above ends in a colon.
    pub fn depth(&mut self, indent: usize, mark: Mark, nested: bool) -> u8 {
        let scheme = self.continued(mark).unwrap_or(mark.scheme);
        match self.known(indent, scheme, nested) {
            Some(known) => self.0.truncate(known),
            None if !nested => self.leave(indent, scheme),
            None => {}
        }
        self.0.push((indent, scheme, mark.letter));
        match scheme {
            Scheme::Dotted(deep) => deep,
            _ => u8::try_from(self.0.len()).unwrap_or(u8::MAX),
        }
    }

    fn known(&self, indent: usize, scheme: Scheme, nested: bool) -> Option<usize> {
        let near = |known: usize| indent.abs_diff(known) < 2;
        let same = self.0.iter().rposition(|(i, s, _)| *s == scheme && near(*i));
        let like =
            || self.0.iter().rposition(|(i, s, _)| s.is_markdown() && scheme.is_markdown() && near(*i));
        same.or_else(|| if nested { None } else { like() })
    }

    /// Leaves the lists that stand further in, and a list of signs where numbers begin beside it.
    fn leave(&mut self, indent: usize, scheme: Scheme) {
        let numbers = !matches!(scheme, Scheme::Bullet(_));
        let over = |(i, s, _): &(usize, Scheme, _)| {
            *i > indent + 1 || (numbers && matches!(s, Scheme::Bullet(_)) && *i >= indent)
        };
        while self.0.last().is_some_and(over) {
            self.0.pop();
        }
    }

    /// The depth of the last mark.
    pub fn current(&self) -> u8 {
        u8::try_from(self.0.len()).unwrap_or(u8::MAX)
    }

    /// Forgets all marks: the list is over.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    fn continued(&self, mark: Mark) -> Option<Scheme> {
        let (_, scheme, last) = self.0.last()?;
        let next = char::from_u32(u32::from((*last)?) + 1);
        (matches!(scheme, Scheme::Letter(_)) && next == mark.letter).then_some(*scheme)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Option<(Scheme, &str)> {
        Mark::read(line).map(|mark| (mark.scheme, &line[mark.len..]))
    }

    #[test]
    fn marks_are_told_from_words() {
        assert_eq!(read("* pears"), Some((Scheme::Bullet('*'), "pears")));
        assert_eq!(read("\\- pears"), Some((Scheme::Bullet('-'), "pears")));
        assert_eq!(read("•pears"), Some((Scheme::Bullet('•'), "pears")));
        assert_eq!(read("o pears"), Some((Scheme::Bullet('o'), "pears")));
        assert_eq!(read("12) pears"), Some((Scheme::Decimal, "pears")));
        assert_eq!(read("1\\. pears"), Some((Scheme::Decimal, "pears")));
        assert_eq!(read("2.3 pears"), Some((Scheme::Dotted(2), "pears")));
        assert_eq!(read("(a) pears"), Some((Scheme::Letter(false), "pears")));
        assert_eq!(read("iv. pears"), Some((Scheme::Roman(false), "pears")));
        assert_eq!(read("III. Pears"), Some((Scheme::Roman(true), "Pears")));
        for word in [
            "**pears**",
            "*pears*",
            "of pears",
            "i.e. pears",
            "2018. Pears",
            "a pear",
            "U.S. pears",
            "3 pears",
            "-",
        ] {
            assert_eq!(read(word), None, "{word}");
        }
    }

    #[test]
    fn depth_follows_indent_and_scheme() {
        let mut depths = Depths::default();
        let lines =
            [(0, "1. a"), (0, "(a) b"), (0, "(b) c"), (0, "(i) d"), (0, "2. e"), (2, "- f"), (0, "3. g")];
        let found: Vec<u8> =
            lines.iter().filter_map(|(i, l)| Some(depths.depth(*i, Mark::read(l)?, false))).collect();
        assert_eq!(found, [1, 2, 2, 3, 1, 2, 1]);
    }

    #[test]
    fn i_after_h_is_a_letter() {
        let mut depths = Depths::default();
        let found: Vec<u8> = ["g. a", "h. b", "i. c", "j. d"]
            .iter()
            .filter_map(|l| Some(depths.depth(0, Mark::read(l)?, false)))
            .collect();
        assert_eq!(found, [1, 1, 1, 1]);
    }
}
