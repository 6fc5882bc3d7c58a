//! Words: a block's text as tokens, folded and interned. The text itself is never rewritten.

use std::ops::{BitOr, BitOrAssign};

use crate::engine::{Word, phrase_at, tables, word};
use crate::letters::{is_capital, is_letter, is_letter_or_digit, is_small, small};
use crate::search::holds;

/// A word or a mark, and where it stands in its block (bytes).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// The interned word; marks have words of their own.
    pub word: Word,
    /// First byte in the block's text.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// How it is written.
    pub shape: Shape,
}

/// How a token is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Shape(u8);

impl Shape {
    /// Begins with a capital letter.
    pub const CAPITAL: Self = Self(1);
    /// Stands within quotation marks.
    pub const QUOTED: Self = Self(2);
    /// Holds no small letter, and more than one letter.
    pub const ALL_CAPITALS: Self = Self(4);
    /// Is joined to the word before it by a hyphen.
    pub const HYPHENED: Self = Self(8);

    /// Whether it has all of these.
    #[must_use]
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

impl BitOr for Shape {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Shape {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// A comma.
pub const COMMA: Word = Word(1);
/// A semicolon.
pub const SEMICOLON: Word = Word(2);
/// A colon.
pub const COLON: Word = Word(3);
/// An opening bracket.
pub const OPEN: Word = Word(4);
/// A closing bracket.
pub const CLOSE: Word = Word(5);
/// A dash between words.
pub const DASH: Word = Word(6);
/// A full stop that may end a sentence.
pub const STOP: Word = Word(7);
/// A question mark.
pub const QUESTION: Word = Word(8);
/// A number.
pub const NUMBER: Word = Word(9);
/// A slash.
pub const SLASH: Word = Word(10);
/// The end of a table's cell.
pub const CELL: Word = Word(11);

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

/// Masks names that hold words of another meaning (codebook 0.5): "Do Not Sell My Info" is one token, and no "not".
#[must_use]
pub fn mask_names(tokens: &[Token]) -> Vec<Token> {
    let words: Vec<Word> = tokens.iter().map(|token| token.word).collect();
    let mut masked = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        let name = NAMES.iter().find_map(|name| name.find(tokens, &words, at));
        let (word, end) = name.unwrap_or((tokens[at].word, at + 1));
        masked.push(Token { word, end: tokens[end - 1].end, ..tokens[at] });
        at = end;
    }
    masked
}

struct Name {
    written: &'static str,
    vocabulary: crate::engine::Vocabulary,
    /// Whether these words, which may be no name, are one here.
    meant: fn(&[Token], &[Word], std::ops::Range<usize>) -> bool,
}

const NAMES: [Name; 4] = [
    Name { written: "@dnt", vocabulary: tables::NAME_DNT, meant: names_the_signal },
    Name { written: "@dns", vocabulary: tables::NAME_DNS, meant: names_the_link },
    Name { written: "@keep", vocabulary: tables::NAME_KEEP, meant: |_, _, _| true },
    Name { written: "@name", vocabulary: tables::NAME_NAME, meant: |_, _, _| true },
];

impl Name {
    fn find(&self, tokens: &[Token], words: &[Word], at: usize) -> Option<(Word, usize)> {
        let end = phrase_at(words, at, self.vocabulary)?;
        let meant = (self.meant)(tokens, words, at..end);
        meant.then(|| (Word::find(self.written.as_bytes()), end))
    }
}

/// The name test (codebook A2): written as a name, or followed or governed by what only a signal is.
fn names_the_signal(tokens: &[Token], words: &[Word], name: std::ops::Range<usize>) -> bool {
    if name.len() == 1 {
        return words.iter().any(|word| word.is(tables::SIGNAL_COMPANY));
    }
    let at = name.start;
    let followed = words[name.end..].iter().take(4).any(|word| word.is(tables::SIGNAL_NOUN));
    let next = words.get(name.end).copied().unwrap_or_default();
    let owned = at > 0 && words[at - 1].is(tables::SIGNAL_OWNER) && next.is(tables::SIGNAL_NOUN);
    let acted = at > 0 && words[at - 1].is_any(&[tables::WE, tables::SUBJECT_PRONOUN]);
    let governed = !acted && (1..=3).any(|back| at >= back && words[at - back].is(tables::SIGNAL_VERB));
    let quoted = tokens[name.clone()].iter().all(|token| token.shape.has(Shape::QUOTED));
    let hyphened = tokens[at + 1..name.end].iter().all(|token| token.shape.has(Shape::HYPHENED));
    let subject = has_subject(words, at);
    let stated = next.is(tables::SIGNAL_STATE);
    let told = at > 0 && words[at - 1] == word::THAT && is_titled(tokens, name.clone());
    quoted
        || hyphened
        || governed
        || owned
        || stated
        || told
        || (!subject && (followed || is_titled(tokens, name)))
}

/// "Do Not Sell" is the link's name where it is written as one, or speaks of "my" data; "we do not sell" is a sentence.
fn names_the_link(tokens: &[Token], words: &[Word], name: std::ops::Range<usize>) -> bool {
    let titled = name.clone().all(|at| tokens[at].shape.has(Shape::CAPITAL) || words[at].is(tables::AND));
    let quoted = tokens[name.clone()].iter().all(|token| token.shape.has(Shape::QUOTED));
    let mine = words[name.clone()].contains(&word::MY);
    !has_subject(words, name.start) && (quoted || titled || mine)
}

fn has_subject(words: &[Word], at: usize) -> bool {
    at > 0 && words[at - 1].is_any(&[tables::WE, tables::SUBJECT_PRONOUN, tables::SUBJECT_NOUN])
}

/// In capitals where the rest is not, or nearly alone.
fn is_titled(tokens: &[Token], name: std::ops::Range<usize>) -> bool {
    let capital = tokens[name.clone()].iter().all(|token| token.shape.has(Shape::CAPITAL));
    let shouting = tokens.iter().all(|token| token.shape.has(Shape::ALL_CAPITALS));
    let alone = tokens.len() <= name.len() + 4;
    (capital && !shouting) || (alone && tokens[name.end - 1].shape.has(Shape::CAPITAL))
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

/// A word in small letters, in a buffer of its own; a word too long for it is one that no rule knows.
#[derive(Default)]
struct Fold {
    buffer: [u8; 32],
    length: usize,
    capital: bool,
    small: bool,
    letters: usize,
}

impl Fold {
    fn of(word: &[u8]) -> Self {
        let mut fold = Self::default();
        for &byte in word {
            fold.push(char::from(byte));
        }
        fold
    }

    fn push(&mut self, c: char) {
        self.capital |= self.letters == 0 && is_capital(c);
        self.small |= is_small(c);
        self.letters += 1;
        match c {
            _ if c.is_ascii() => self.put(c as u8 | if c.is_ascii_uppercase() { 32 } else { 0 }),
            'ﬁ' => self.put_all("fi"),
            'ﬂ' => self.put_all("fl"),
            'ﬀ' => self.put_all("ff"),
            _ => self.put_all(small(c).encode_utf8(&mut [0; 4])),
        }
    }

    fn put_all(&mut self, text: &str) {
        text.bytes().for_each(|byte| self.put(byte));
    }

    fn put(&mut self, byte: u8) {
        if let Some(room) = self.buffer.get_mut(self.length) {
            *room = byte;
            self.length += 1;
        }
    }

    fn shorten(&mut self) {
        self.length = self.length.saturating_sub(1);
    }

    fn bytes(&self) -> &[u8] {
        &self.buffer[..self.length]
    }

    fn shape(&self) -> Shape {
        let capital = if self.capital { Shape::CAPITAL } else { Shape::default() };
        let all = self.capital && !self.small && self.letters > 1;
        capital | if all { Shape::ALL_CAPITALS } else { Shape::default() }
    }
}
