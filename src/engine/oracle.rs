//! The oracle: every wording as a regex over the same words must find the same spans as the automaton.

#![allow(clippy::cast_possible_truncation, reason = "a random number cut short is as random")]

use std::collections::BTreeMap;
use std::fmt::Write;

use regex::Regex;

use super::inflection::{forms, spellings};
use super::matcher::{Found, LONGEST_ASIDE, find_all};
use super::rule_file::{self, RuleFile};
use super::wording::{self, Node};
use super::{Word, tables};
use crate::document::Document;
use crate::sentence::sentences;
use crate::words;

/// Words are written as `<id>` in the text that the regex reads, so that a word is one unit for both; as `[id]` where
/// no gap may cross them.
struct Oracle {
    vocabularies: BTreeMap<String, Vec<String>>,
}

impl Oracle {
    fn regex(&self, wording: &str) -> String {
        let nodes = wording::parse(wording).expect("the build has read it");
        self.sequence(&nodes)
    }

    fn sequence(&self, nodes: &[Node]) -> String {
        nodes.iter().fold(String::new(), |mut out, node| {
            match node {
                Node::Word(word) => out.push_str(&unit(word)),
                Node::Inflected(word) => write!(out, "(?:{})", alternatives(&forms(word))).expect("a string"),
                Node::Vocabulary(name) => out.push_str(&self.vocabulary(name)),
                Node::Gap(most) => write!(out, "(?:<[0-9]+>|{}){{0,{most}}}?", aside()).expect("a string"),
                Node::OneOf(choices) => {
                    let choices: Vec<String> = choices.iter().map(|choice| self.sequence(choice)).collect();
                    write!(out, "(?:{})", choices.join("|")).expect("a string");
                }
                Node::Head => {}
            }
            out
        })
    }

    /// Plain vocabularies try longer entries first, structured ones keep the order written.
    fn vocabulary(&self, name: &str) -> String {
        let entries = &self.vocabularies[name];
        let parsed: Vec<Vec<Node>> =
            entries.iter().map(|entry| wording::parse(entry).expect("read")).collect();
        let plain = parsed.iter().flatten().all(|node| matches!(node, Node::Word(_) | Node::Inflected(_)));
        let mut choices: Vec<(usize, String)> =
            parsed.iter().map(|entry| (entry.len(), self.sequence(entry))).collect();
        if plain {
            choices.sort_by_key(|(length, _)| std::cmp::Reverse(*length));
        }
        let choices: Vec<String> = choices.into_iter().map(|(_, choice)| choice).collect();
        format!("(?:{})", choices.join("|"))
    }
}

fn unit(word: &str) -> String {
    regex::escape(&written(Word::find(word.as_bytes())))
}

/// What stands in brackets, which a gap counts as one word.
fn aside() -> String {
    let Word(close @ 0..10) = words::CLOSE else { panic!("the closing bracket has a number of one digit") };
    let others: String = (0..10).filter(|digit| *digit != close).map(|digit| digit.to_string()).collect();
    let inside = format!("(?:<[{others}]>|<[0-9]{{2,}}>){{0,{LONGEST_ASIDE}}}?");
    format!("{}{inside}{}", written(words::OPEN), written(words::CLOSE))
}

fn written(word: Word) -> String {
    if word.is(tables::GAP_STOP) { format!("[{}]", word.0) } else { format!("<{}>", word.0) }
}

fn alternatives(words: &[String]) -> String {
    words.iter().map(|word| unit(word)).collect::<Vec<_>>().join("|")
}

fn rule_files() -> Vec<RuleFile> {
    let mut paths: Vec<_> =
        std::fs::read_dir("src/rules").expect("rules").map(|e| e.expect("entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "rules"));
    paths.sort();
    paths
        .iter()
        .map(|p| rule_file::parse(&std::fs::read_to_string(p).expect("text")).expect("rules"))
        .collect()
}

/// Each rule's wordings as regexes, in the order of the tables.
fn regexes(files: &[RuleFile]) -> Vec<Regex> {
    let vocabularies = files
        .iter()
        .flat_map(|file| &file.vocabularies)
        .map(|v| (v.name.clone(), v.entries.clone()))
        .collect();
    let oracle = Oracle { vocabularies };
    let rules = files.iter().flat_map(|file| &file.rules);
    rules
        .flat_map(|rule| rule.wordings.iter().map(|wording| oracle.regex(wording)))
        .map(|pattern| Regex::new(&pattern).expect("a regex"))
        .collect()
}

/// What the regexes find, as (wording, first token, one past the last).
fn regex_spans(regexes: &[Regex], words: &[Word]) -> Vec<(usize, usize, usize)> {
    let text: String = words.iter().map(|&word| written(word)).collect();
    let token = |at: usize| text[..at].matches(['<', '[']).count();
    let mut spans: Vec<_> = regexes
        .iter()
        .enumerate()
        .flat_map(|(index, regex)| regex.find_iter(&text).map(move |m| (index, m.start(), m.end())))
        .map(|(index, start, end)| (index, token(start), token(end)))
        .collect();
    spans.sort_unstable();
    spans
}

fn automaton_spans(words: &[Word]) -> Vec<(usize, usize, usize)> {
    let mut spans: Vec<_> = find_all(words)
        .iter()
        .map(|found: &Found| (usize::from(found.wording), found.start, found.end))
        .collect();
    spans.sort_unstable();
    spans
}

fn seeds() -> Vec<Vec<Word>> {
    let mut texts = Vec::new();
    for entry in std::fs::read_dir("tests/seeds").expect("tests/seeds") {
        let text = std::fs::read_to_string(entry.expect("entry").path()).expect("text");
        texts
            .extend(sentences(&Document::from_text(&text).blocks).into_iter().map(|sentence| sentence.words));
    }
    texts
}

/// Sentences put together from the rules' own words: close to what the rules look for, and often just beside it.
fn generated(count: usize) -> Vec<Vec<Word>> {
    let known = u64::from(super::lexicon::lexicon().words.count);
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    let examples: Vec<Vec<Word>> = rule_files()
        .iter()
        .flat_map(|file| &file.rules)
        .flat_map(|rule| rule.catches.iter().map(|(text, _)| text).chain(&rule.spares))
        .map(|text| words::tokenize(text).iter().map(|token| token.word).collect())
        .collect();
    (0..count)
        .map(|_| {
            let mut words: Vec<Word> = examples[next() as usize % examples.len()].clone();
            words.extend(&examples[next() as usize % examples.len()]);
            for _ in 0..3 {
                let at = next() as usize % words.len();
                words[at] = Word(u16::try_from(next() % known).expect("small"));
            }
            words
        })
        .collect()
}

#[test]
fn automaton_and_regex_find_the_same_spans() {
    let regexes = regexes(&rule_files());
    assert_eq!(regexes.len(), usize::from(tables::WORDINGS.iter().sum::<u16>()));
    let mut spans = 0;
    for words in seeds().into_iter().chain(generated(400)) {
        let found = automaton_spans(&words);
        assert_eq!(found, regex_spans(&regexes, &words), "in the words {words:?}");
        spans += found.len();
    }
    assert!(spans > 1000, "only {spans} spans: too few to prove anything");
}

#[test]
fn other_spellings_are_the_same_word() {
    for word in ["behavior", "personalize", "honor"] {
        for spelling in spellings(word) {
            assert_eq!(Word::find(word.as_bytes()), Word::find(spelling.as_bytes()));
        }
    }
}
