//! `smallprint explain SENTENCE`: how a sentence is read, step by step; `smallprint rules`: what the rules find.

use std::io::{self, Write};

use smallprint::engine::{Found, Word, find_all};
use smallprint::engine::{rules as all_rules, tables::MEANS};
use smallprint::sentence::{Sentence, sentences};
use smallprint::standing::standing;
use smallprint::statement::{Statement, statements};
use smallprint::{Document, clause};

/// Writes how each sentence of the text is read: tokens, clauses, statements, by the names of the rules.
///
/// # Errors
/// Where the output cannot be written.
pub fn explain(out: &mut impl Write, text: &str) -> io::Result<()> {
    let document = Document::from_text(text);
    let sentences = sentences(&document.blocks);
    let statements = statements(&sentences, &document.blocks);
    for (index, sentence) in sentences.iter().enumerate() {
        writeln!(out, "{}", sentence.quote(&document.blocks))?;
        writeln!(out, "  standing: {:?}", standing(sentence))?;
        writeln!(out, "  tokens:   {}", tokens(&document, sentence))?;
        for found in find_all(&sentence.words) {
            let said = statements.iter().find(|said| said.sentence == index && said.found == found);
            found_line(out, &document, sentence, &found, said)?;
        }
    }
    Ok(())
}

/// Every token as it is written; those that no rule knows in brackets.
fn tokens(document: &Document, sentence: &Sentence) -> String {
    let text = &document.blocks[sentence.block].text;
    let own = &sentence.tokens[sentence.lead..];
    let written = own.iter().map(|token| {
        let written = &text[token.start..token.end];
        if token.word == Word::default() { format!("[{written}]") } else { written.to_owned() }
    });
    written.collect::<Vec<_>>().join(" ")
}

fn found_line(
    out: &mut impl Write,
    document: &Document,
    sentence: &Sentence,
    found: &Found,
    said: Option<&Statement>,
) -> io::Result<()> {
    let first = sentence.tokens[found.start.max(sentence.lead).min(sentence.tokens.len() - 1)];
    let last = sentence.tokens[found.end - 1];
    let words = document.blocks[sentence.block].text.get(first.start..last.end).unwrap_or("(in the lead-in)");
    let clause = clause::clause(sentence, found);
    let not = if clause.negated { ", negated" } else { "" };
    let except = clause.exception.map_or(String::new(), |exception| format!(", {}", exception.code()));
    let signal = said.map_or("no evidence", |said| said.signal);
    writeln!(out, "  {signal:<11} {}: \"{words}\"", found.rule().name)?;
    writeln!(out, "              {:?} {:?}{not}{except}", clause.actor, clause.modality)
}

/// Lists the rules: name, signals, what each means.
///
/// # Errors
/// Where the output cannot be written.
pub fn rules(out: &mut impl Write) -> io::Result<()> {
    for (rule, means) in all_rules().iter().zip(MEANS) {
        writeln!(out, "{:<34} {:>4} {:>4}  {means}", rule.name, rule.affirmed, rule.denied)?;
    }
    Ok(())
}
