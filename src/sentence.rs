//! Sentences: the smallest units that can prove something (codebook 0.2).

use crate::document::{Block, BlockKind};
use crate::engine::{Present, Vocabulary, Word, stands_in, tables};
use crate::letters::{is_capital, is_letter};
use crate::words::{self, CLOSE, COLON, QUESTION, SEMICOLON, STOP, Shape, Token};

/// A unit of evidence: a sentence, a list item with its lead-in, a table row with its headers, an answer with its
/// question. `words` and `tokens` run in parallel; what leans comes after what it leans on.
#[derive(Debug, Clone, Default)]
pub struct Sentence {
    /// The block it stands in.
    pub block: usize,
    /// First byte in the block's text.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Its tokens, those of what it leans on first.
    pub tokens: Vec<Token>,
    /// The same, words only.
    pub words: Vec<Word>,
    /// What stands among the words.
    pub present: Present,
    /// How many tokens are not its own: the lead-in's, the headers', the question's.
    pub lead: usize,
    /// The block of the lead-in it leans on, and where the lead-in stands in it.
    pub lead_in: Option<(usize, usize, usize)>,
    /// The block of the heading it stands under.
    pub heading: Option<usize>,
    /// What kind of block it stands in.
    pub kind: BlockKind,
    /// Whether it ends with a question mark.
    pub asks: bool,
    /// Whether it answers the question before it.
    pub answers: bool,
}

impl Sentence {
    /// The sentence's own words.
    #[must_use]
    pub fn own(&self) -> &[Word] {
        &self.words[self.lead..]
    }

    /// Whether an entry of the vocabulary stands in it, or in what it leans on.
    #[must_use]
    pub fn says(&self, vocabulary: Vocabulary) -> bool {
        self.present.may_hold(vocabulary) && stands_in(&self.words, vocabulary)
    }

    /// Whether an entry of the vocabulary stands among its own words.
    #[must_use]
    pub fn says_itself(&self, vocabulary: Vocabulary) -> bool {
        self.present.may_hold(vocabulary) && stands_in(self.own(), vocabulary)
    }

    /// The sentence as it stands in the page.
    #[must_use]
    pub fn quote<'a>(&self, blocks: &'a [Block]) -> &'a str {
        &blocks[self.block].text[self.start..self.end]
    }

    fn set_tokens(&mut self, lead: &[Token], own: &[Token]) {
        self.tokens = lead.iter().chain(own).copied().collect();
        self.words = self.tokens.iter().map(|token| token.word).collect();
        self.present = Present::of(&self.words);
        self.lead = lead.len();
    }
}

/// Splits blocks into sentences. Furniture gives none.
#[must_use]
pub fn sentences(blocks: &[Block]) -> Vec<Sentence> {
    let mut reader = Reader { blocks, out: Vec::new(), heading: None, leads: Vec::new(), question: None };
    for index in 0..blocks.len() {
        reader.block(index);
    }
    reader.out
}

/// What an item leans on.
struct Lead {
    level: u8,
    place: (usize, usize, usize),
    tokens: Vec<Token>,
}

struct Reader<'a> {
    blocks: &'a [Block],
    out: Vec<Sentence>,
    heading: Option<usize>,
    leads: Vec<Lead>,
    question: Option<Vec<Token>>,
}

impl Reader<'_> {
    fn block(&mut self, index: usize) {
        let block = &self.blocks[index];
        match block.kind {
            BlockKind::Furniture => return,
            BlockKind::Heading => {
                self.heading = Some(index);
                self.leads.clear();
            }
            BlockKind::Item => self.leads.retain(|lead| lead.level < block.level.max(1)),
            BlockKind::Paragraph | BlockKind::Row => self.leads.clear(),
        }
        let tokens = words::mask_names(&words::tokenize(&block.text));
        let headers = headers(block, &tokens);
        for (start, end) in split(&block.text, &tokens) {
            self.sentence(index, &tokens[start..end], headers.as_deref());
        }
        self.open_lead(index, &tokens);
    }

    fn sentence(&mut self, index: usize, own: &[Token], headers: Option<&[Token]>) {
        let block = &self.blocks[index];
        let (Some(first), Some(last)) = (own.first(), own.last()) else { return };
        let mut sentence = Sentence {
            block: index,
            start: first.start,
            end: closing(&block.text, last.end),
            heading: self.heading,
            kind: block.kind,
            asks: own.iter().rev().take(2).any(|token| token.word == QUESTION),
            ..Sentence::default()
        };
        // Only an item's first sentence completes the lead-in; what comes after it stands on its own.
        let leans = block.kind == BlockKind::Item && self.out.last().is_none_or(|last| last.block != index);
        let question = self.question.take().filter(|_| is_short_answer(own));
        if let Some(question) = question {
            sentence.answers = true;
            sentence.set_tokens(&[], &answer(own, &question));
        } else if let Some(headers) = headers {
            sentence.set_tokens(headers, own);
        } else if let Some(lead) = self.leads.last().filter(|_| leans) {
            sentence.lead_in = Some(lead.place);
            sentence.set_tokens(&lead.tokens, own);
        } else {
            sentence.set_tokens(&[], own);
        }
        if sentence.asks {
            self.question = Some(own.to_vec());
        }
        self.out.push(sentence);
    }

    /// A block that ends with a colon leads in the items after it.
    fn open_lead(&mut self, index: usize, tokens: &[Token]) {
        let block = &self.blocks[index];
        let ends_open = tokens.last().is_some_and(|token| token.word == COLON);
        let Some(last) = self.out.last().filter(|last| ends_open && last.block == index) else { return };
        let level = if block.kind == BlockKind::Item { block.level.max(1) } else { 0 };
        let lead = Lead { level, place: (index, last.start, last.end), tokens: last.tokens.clone() };
        self.leads.push(lead);
    }
}

/// The column headers of a row, as tokens that lead the row in. They stand in another block: no place of theirs
/// is ever quoted.
fn headers(block: &Block, tokens: &[Token]) -> Option<Vec<Token>> {
    if block.kind != BlockKind::Row || block.headers.is_empty() || tokens.is_empty() {
        return None;
    }
    let mut lead = Vec::new();
    for header in &block.headers {
        lead.extend(words::mask_names(&words::tokenize(header)));
        lead.push(Token { word: words::CELL, start: 0, end: 0, shape: Shape::default() });
    }
    Some(lead)
}

/// An answer is read as its question, told or denied: "No." to "Do we sell your data?".
fn answer(own: &[Token], question: &[Token]) -> Vec<Token> {
    let body =
        question.iter().filter(|token| !token.word.is(tables::QUESTION_WORD) && token.word != QUESTION);
    own.iter().filter(|token| token.word != STOP && token.word != COLON).chain(body).copied().collect()
}

/// "No", "No, we do not.", "At this time, no.", "We do.": few words, and one of them answers.
fn is_short_answer(own: &[Token]) -> bool {
    let is = |token: &Token, of: &[Vocabulary]| token.word.is_any(of);
    let answers = |token: &Token| is(token, &[tables::ANSWER_WORD]);
    let [.., last, stop] = own else { return own.iter().any(answers) };
    let first = &own[0];
    let stops = stop.word == STOP;
    if stops && own.len() == 3 && is(last, &[tables::AUXILIARY]) {
        return is(first, &[tables::WE, tables::SUBJECT_PRONOUN]);
    }
    let stops_short = stops
        && is(last, &[tables::NOT])
        && own.len().checked_sub(4).is_some_and(|we| is(&own[we], &[tables::WE]));
    let words = own.iter().filter(|token| token.word.0 > words::CELL.0 || token.word == Word::default());
    (answers(first) || is(first, &[tables::WE]) || stops && answers(last) || stops_short)
        && words.count() <= 6
        && own.iter().any(|token| is(token, &[tables::ANSWER_WORD, tables::NOT]))
}

/// A closing quotation mark or bracket after the stop belongs to the sentence.
fn closing(text: &str, end: usize) -> usize {
    let tail = &text[end..];
    let marks =
        tail.find(|c| !matches!(c, '"' | '”' | '’' | '\'' | ')' | '*' | '_' | ']')).unwrap_or(tail.len());
    end + marks
}

/// The token ranges of a block's sentences.
fn split(text: &str, tokens: &[Token]) -> Vec<(usize, usize)> {
    let mut ranges = Vec::new();
    let mut start = 0;
    for at in 0..tokens.len() {
        if ends_sentence(text, tokens, at) {
            ranges.push((start, at + 1));
            start = at + 1;
        }
    }
    if start < tokens.len() {
        ranges.push((start, tokens.len()));
    }
    ranges
}

fn ends_sentence(text: &str, tokens: &[Token], at: usize) -> bool {
    let token = tokens[at];
    if token.word != STOP && token.word != QUESTION {
        return false;
    }
    let after = &text[token.end..];
    let gap = after.trim_start_matches(['"', '”', '’', '\'', ')', '*', '_', ']', '.', '?', '!']);
    let Some(next) = tokens.get(at + 1) else { return true };
    if next.word == STOP
        || next.word == QUESTION
        || (next.word == CLOSE && !gap.starts_with(char::is_whitespace))
    {
        return false;
    }
    let parted =
        gap.starts_with(|c: char| c.is_whitespace() || c == '&' || c == '[') || is_run_on(gap, tokens, at);
    parted && begins_sentence(text, next) && !(token.word == STOP && is_abbreviation(text, tokens, at))
}

/// "… our partners.We sell": two sentences that lost the space between them, or kept a comma for it.
fn is_run_on(gap: &str, tokens: &[Token], at: usize) -> bool {
    let comma = gap.strip_prefix(',');
    let next = tokens.get(at + 1 + usize::from(comma.is_some()));
    let opens = next.is_some_and(|next| {
        next.shape.has(Shape::CAPITAL) && next.word.is_any(&[tables::SENTENCE_OPENER, tables::QUESTION_WORD])
    });
    let word = at
        .checked_sub(1)
        .map(|before| tokens[before])
        .is_some_and(|before| before.word == CLOSE || before.end > before.start + 2);
    opens && word && comma.unwrap_or(gap).starts_with(is_capital)
}

/// A sentence may begin with a capital, a number, a mark, or (names like "imo") a small letter after a line break.
fn begins_sentence(text: &str, next: &Token) -> bool {
    let first = text[next.start..].chars().next().unwrap_or(' ');
    is_capital(first) || !is_letter(first) || next.word == Word::default() || next.word == SEMICOLON
}

/// `e.g.`, `Inc.`, `U.S.`, `No. 5`: a stop that ends no sentence.
fn is_abbreviation(text: &str, tokens: &[Token], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|place| tokens[place]) else { return true };
    if before.end != tokens[at].start {
        return false;
    }
    let word = &text[before.start..before.end];
    let single = word.chars().count() == 1 && !word.starts_with(|c: char| c.is_ascii_digit());
    let dotted = single && text[..before.start].ends_with('.');
    let next_is_number = tokens.get(at + 1).is_some_and(|next| next.word == words::NUMBER);
    before.word.is(tables::ABBREVIATION) && !(ends_company(before) && begins_clause(tokens, at + 1))
        || (dotted && !begins_clause(tokens, at + 1))
        || (single && word.starts_with(is_capital) && !word.starts_with(['I', 'A']))
        || (word.eq_ignore_ascii_case("no") && next_is_number)
}

fn ends_company(token: Token) -> bool {
    token.word.is(tables::COMPANY_FORM)
}

/// After "Inc." or "U.S." a new sentence begins where a subject stands.
fn begins_clause(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| {
        token.shape.has(Shape::CAPITAL) && token.word.is_any(&[tables::SENTENCE_OPENER, tables::WE])
    })
}
