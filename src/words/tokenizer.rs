//! Cuts a text into tokens.

use super::fold::Fold;
use super::{CELL, CLOSE, COLON, COMMA, DASH, NUMBER, OPEN, QUESTION, SEMICOLON, SLASH, STOP, Shape, Token};
use crate::engine::Word;
use crate::letters::{is_letter, is_letter_or_digit, is_small};
use crate::search::holds;

/// The tokens of a text. Quotation marks, emphasis, link targets and entities leave no token.
#[must_use]
pub fn tokenize(text: &str) -> Vec<Token> {
    let mut tokenizer =
        Tokenizer { text, at: 0, tokens: Vec::with_capacity(text.len() / 5), quoted: false, hyphened: false };
    while tokenizer.at < text.len() {
        tokenizer.step();
    }
    tokenizer.tokens
}

struct Tokenizer<'a> {
    text: &'a str,
    at: usize,
    tokens: Vec<Token>,
    quoted: bool,
    hyphened: bool,
}

impl Tokenizer<'_> {
    fn step(&mut self) {
        let rest = &self.text[self.at..];
        let Some(c) = rest.chars().next() else { return };
        match c {
            _ if is_letter(c) => self.word(rest),
            _ if c.is_ascii_digit() => self.number(rest),
            ']' if rest.starts_with("](") => self.skip_target(rest),
            '&' => self.skip_entity(rest),
            _ => self.mark(c),
        }
    }

    fn word(&mut self, rest: &str) {
        let (mut fold, mut end) = (Fold::default(), 0);
        // Written out, byte by byte where it can be: every letter of a text comes by here.
        while let Some(&byte) = rest.as_bytes().get(end) {
            let c = if byte.is_ascii() { char::from(byte) } else { first_of(&rest[end..]) };
            if !is_letter_or_digit(c) {
                break;
            }
            fold.push(c);
            end += c.len_utf8();
        }
        let after = &rest[end..];
        if matches!(fold.bytes(), b"e" | b"E") && after.starts_with('-') && after[1..].starts_with(is_letter)
        {
            return self.joined_e(rest);
        }
        let start = self.at;
        self.at += end;
        let shape = fold.shape();
        if ends_plainly(after) {
            return self.push(Word::find(fold.bytes()), start, self.at, shape);
        }
        if let Some(rest) = identifier(after) {
            self.at += rest;
            return self.push(Word::default(), start, self.at, shape);
        }
        contract(after, &mut fold);
        let word = if is_assigned(after) { Word::default() } else { Word::find(fold.bytes()) };
        self.push(word, start, self.at.min(start + end), shape);
        self.finish_contraction(after);
    }

    /// `e-mail` and `e-commerce` are one word.
    fn joined_e(&mut self, rest: &str) {
        let mut fold = Fold::default();
        let end = rest
            .char_indices()
            .find(|(_, c)| !is_letter_or_digit(*c) && *c != '-')
            .map_or(rest.len(), |(at, _)| at);
        rest[..end].chars().filter(|c| *c != '-').for_each(|c| fold.push(c));
        let start = self.at;
        self.at += end;
        self.push(Word::find(fold.bytes()), start, start + end, fold.shape());
    }

    fn finish_contraction(&mut self, after: &str) {
        let Some(tail) = apostrophe(after) else { return };
        let length = tail.find(|c: char| !is_letter(c)).unwrap_or(tail.len());
        let meant: &[u8] = match &tail[..length] {
            "t" | "T" => b"not",
            "ll" | "LL" => b"will",
            "ve" | "VE" => b"have",
            "re" | "RE" => b"are",
            "s" | "S" => b"",
            _ => return,
        };
        let start = self.at;
        self.at += after.len() - tail.len() + length;
        if !meant.is_empty() {
            self.push(Word::find(meant), start, self.at, Shape::default());
        }
    }

    fn number(&mut self, rest: &str) {
        let end = rest.find(|c: char| !is_letter_or_digit(c)).unwrap_or(rest.len());
        let mut fold = Fold::default();
        rest[..end].chars().for_each(|c| fold.push(c));
        let word = Word::find(fold.bytes());
        let start = self.at;
        self.at += end;
        self.push(if word == Word::default() { NUMBER } else { word }, start, start + end, Shape::default());
    }

    fn skip_target(&mut self, rest: &str) {
        let end = rest.find(')').map_or(2, |place| place + 1);
        self.at += if holds(&rest[..end], "\n") && end > 300 { 2 } else { end };
    }

    fn skip_entity(&mut self, rest: &str) {
        let end = rest.bytes().take(9).position(|b| b == b';');
        let named = end.filter(|&end| rest[1..end].bytes().all(|b| b.is_ascii_alphanumeric() || b == b'#'));
        self.at += named.map_or(1, |end| end + 1);
    }

    fn mark(&mut self, c: char) {
        let start = self.at;
        self.at += c.len_utf8();
        let word = match c {
            ',' => COMMA,
            ';' => SEMICOLON,
            ':' => COLON,
            '(' => OPEN,
            ')' => CLOSE,
            '—' | '–' => DASH,
            '-' => return self.hyphen(start),
            '.' if self.joins_names(start) => return,
            '.' | '!' | '…' => STOP,
            '?' => QUESTION,
            '/' => SLASH,
            '\t' | '|' => CELL,
            '✓' | '✔' | '☑' | '✅' | '●' => return self.ticked(start, b"yes"),
            '✗' | '✘' | '✕' | '✖' | '❌' | '☒' => return self.ticked(start, b"no"),
            '"' => {
                self.quoted = !self.quoted;
                return;
            }
            '“' | '«' | '„' => {
                self.quoted = true;
                return;
            }
            '”' | '»' => {
                self.quoted = false;
                return;
            }
            '\'' | '‘' | '’' => return self.single_quote(c, start),
            _ => return,
        };
        self.push(word, start, self.at, Shape::default());
    }

    /// A tick or a cross answers where it opens a table's cell; elsewhere it is an ornament.
    fn ticked(&mut self, start: usize, answer: &[u8]) {
        if self.tokens.last().is_some_and(|before| before.word == CELL) {
            self.push(Word::find(answer), start, self.at, Shape::default());
        }
    }

    /// Between two letters a hyphen joins; with space round it, it is a dash.
    fn hyphen(&mut self, start: usize) {
        let joins = self.text[..start].ends_with(is_letter_or_digit)
            && self.text[self.at..].starts_with(|c: char| is_letter_or_digit(c) || c == '\n');
        if joins {
            self.hyphened = true;
        } else {
            self.push(DASH, start, self.at, Shape::default());
        }
    }

    /// "example.com": within a name a dot ends nothing.
    fn joins_names(&self, start: usize) -> bool {
        self.text[..start].ends_with(is_letter_or_digit) && self.text[self.at..].starts_with(is_small)
    }

    fn single_quote(&mut self, c: char, start: usize) {
        let before = self.text[..start].chars().next_back().is_none_or(|b| !is_letter_or_digit(b));
        let after = self.text[self.at..].starts_with(is_letter_or_digit);
        match c {
            '‘' => self.quoted = after,
            _ if before && after => self.quoted = true,
            _ if !after => self.quoted = false,
            _ => {}
        }
    }

    fn push(&mut self, word: Word, start: usize, end: usize, mut shape: Shape) {
        if self.quoted {
            shape |= Shape::QUOTED;
        }
        if self.hyphened {
            shape |= Shape::HYPHENED;
        }
        self.hyphened = false;
        self.tokens.push(Token { word, start, end, shape });
    }
}

fn first_of(text: &str) -> char {
    text.chars().next().unwrap_or(' ')
}

/// Whether a word ends as most do: what comes next neither goes on with it nor tells anything of it.
fn ends_plainly(after: &str) -> bool {
    matches!(after.as_bytes().first(), None | Some(b' ' | b',' | b'.' | b'\n'))
}

/// `ad_cookie`, in Markdown `ad\_cookie`: how long the rest of a thing's name is, which is no word of the sentence.
fn identifier(after: &str) -> Option<usize> {
    let joined = after.strip_prefix('\\').unwrap_or(after).strip_prefix('_')?;
    joined.starts_with(is_letter_or_digit).then_some(())?;
    after.find(|c: char| !is_letter_or_digit(c) && c != '_' && c != '\\').or(Some(after.len()))
}

/// `dnt=1`: a parameter's name is no word of the sentence.
fn is_assigned(after: &str) -> bool {
    after
        .strip_prefix('=')
        .is_some_and(|value| value.starts_with(|c: char| is_letter_or_digit(c) || c == '"'))
}

/// "don't" is "do" and "not", "won't" is "will" and "not", "users'" is "users".
fn contract(after: &str, fold: &mut Fold) {
    let Some(tail) = apostrophe(after) else { return };
    if tail.starts_with(['t', 'T']) && !tail[1..].starts_with(is_letter) {
        match fold.bytes() {
            b"won" => *fold = Fold::of(b"will"),
            b"can" => {}
            b"shan" => *fold = Fold::of(b"shall"),
            _ => fold.shorten(),
        }
    }
}

/// What follows an apostrophe, if one comes next and a letter after it.
fn apostrophe(after: &str) -> Option<&str> {
    after.strip_prefix(['\'', '’']).filter(|tail| tail.starts_with(is_letter))
}
