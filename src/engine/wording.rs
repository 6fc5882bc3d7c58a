//! How a wording is written, and its tree.
//!
//! `sell~` any inflection · `{data}` a vocabulary · `(a|b c)` one of these · `x?` perhaps · `..` up to
//! [`SHORT_GAP`] tokens · `…` up to [`LONG_GAP`] tokens · `[` and `]` the round brackets of the text · `^x` the head:
//! the word whose clause is asked.
//! A gap never crosses a word of `gap-stop`: a semicolon, "but"; an aside in brackets counts as one token for what comes
//! after it. A space means any white space, since words are tokens.

use super::packed::{LONG_GAP, SHORT_GAP};

/// A piece of a wording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// One word, folded.
    Word(String),
    /// One word in any inflection.
    Inflected(String),
    /// An entry of a vocabulary.
    Vocabulary(String),
    /// Up to so many tokens, as few as possible.
    Gap(u8),
    /// The first of these that fits.
    OneOf(Vec<Vec<Node>>),
    /// The head: what comes next carries the clause.
    Head,
}

/// Reads a wording.
///
/// # Errors
/// One sentence: what could not be read.
pub fn parse(wording: &str) -> Result<Vec<Node>, String> {
    let mut reader = Reader { rest: wording.trim() };
    let nodes = reader.sequence()?;
    match reader.rest {
        "" if nodes.is_empty() => Err("an empty wording finds nothing".to_owned()),
        "" => Ok(nodes),
        rest => Err(format!("`{rest}` is left over in the wording `{wording}`")),
    }
}

struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn sequence(&mut self) -> Result<Vec<Node>, String> {
        let mut nodes = Vec::new();
        loop {
            self.rest = self.rest.trim_start();
            if self.rest.is_empty() || self.rest.starts_with(['|', ')']) {
                return Ok(nodes);
            }
            if self.take("^") {
                nodes.push(Node::Head);
            }
            let node = self.element()?;
            nodes.push(if self.take("?") { Node::OneOf(vec![vec![node], vec![]]) } else { node });
        }
    }

    fn element(&mut self) -> Result<Node, String> {
        if self.take("…") {
            Ok(Node::Gap(LONG_GAP))
        } else if self.take("..") {
            Ok(Node::Gap(SHORT_GAP))
        } else if self.take("(") {
            self.one_of()
        } else if self.take("{") {
            self.vocabulary()
        } else if self.take(".") {
            Ok(Node::Word(".".to_owned()))
        } else if self.take("[") {
            Ok(Node::Word("(".to_owned()))
        } else if self.take("]") {
            Ok(Node::Word(")".to_owned()))
        } else {
            self.word()
        }
    }

    fn one_of(&mut self) -> Result<Node, String> {
        let mut choices = vec![self.sequence()?];
        while self.take("|") {
            choices.push(self.sequence()?);
        }
        if self.take(")") { Ok(Node::OneOf(choices)) } else { Err("a `(` is not closed".to_owned()) }
    }

    fn vocabulary(&mut self) -> Result<Node, String> {
        let (name, rest) = self.rest.split_once('}').ok_or("a `{` is not closed")?;
        self.rest = rest;
        Ok(Node::Vocabulary(name.to_owned()))
    }

    fn word(&mut self) -> Result<Node, String> {
        let end = self.rest.find(|c: char| !is_word_char(c)).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        if word.is_empty() {
            return Err(format!("`{rest}` is no word"));
        }
        self.rest = rest;
        let word = word.to_lowercase();
        Ok(if self.take("~") { Node::Inflected(word) } else { Node::Word(word) })
    }

    fn take(&mut self, mark: &str) -> bool {
        let found = self.rest.strip_prefix(mark);
        self.rest = found.unwrap_or(self.rest);
        found.is_some()
    }
}

fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '@' | ',' | ';' | ':' | '%' | '&')
}
