//! From rule files to tables: words interned, wordings turned into one program.

use std::collections::{BTreeMap, BTreeSet};

use super::inflection::{forms, spellings};
use super::op::{self, Op};
use super::rule_file::{RuleFile, Vocabulary};
use super::wording::{self, Node};

/// Tokens that are no words, by their fixed ids; the rest of the words follow.
pub const MARKS: &[&str] = &["", ",", ";", ":", "(", ")", "—", ".", "?", "%number", "/", "\t"];

/// A phrase matcher as plain tables.
#[derive(Debug, Default)]
pub struct Tables {
    /// Every spelling and the id of its word.
    pub words: BTreeMap<String, u16>,
    /// Vocabulary names; a vocabulary's id is its place here.
    pub vocabularies: Vec<String>,
    /// For each vocabulary, its entries of one word.
    pub single: Vec<BTreeSet<u16>>,
    /// For each vocabulary, its entries of several words, longest first.
    pub phrases: Vec<Vec<Vec<u16>>>,
    /// The program of all wordings.
    pub program: Vec<Op>,
    /// For each wording, where it starts in the program, and its rule.
    pub wordings: Vec<(u32, u16)>,
    /// For each word, the wordings that may start with it.
    pub starts: BTreeMap<u16, Vec<u16>>,
    structured: BTreeMap<String, Vec<Vec<Node>>>,
}

/// Compiles rule files, in order, to tables.
///
/// # Errors
/// One sentence a complaint: which rule or vocabulary, what is wrong.
pub fn compile(files: &[RuleFile]) -> Result<Tables, String> {
    let mut tables = Tables::default();
    for (id, mark) in MARKS.iter().enumerate().skip(1) {
        tables.words.insert((*mark).to_owned(), u16::try_from(id).map_err(|e| e.to_string())?);
    }
    for vocabulary in files.iter().flat_map(|file| &file.vocabularies) {
        tables.add_vocabulary(vocabulary).map_err(|e| format!("vocab {}: {e}", vocabulary.name))?;
    }
    for (index, rule) in files.iter().flat_map(|file| &file.rules).enumerate() {
        for text in &rule.wordings {
            tables.add_wording(text, index).map_err(|e| format!("rule {}: {e}", rule.name))?;
        }
    }
    Ok(tables)
}

impl Tables {
    fn add_vocabulary(&mut self, vocabulary: &Vocabulary) -> Result<(), String> {
        let entries: Vec<Vec<Node>> =
            vocabulary.entries.iter().map(|entry| wording::parse(entry)).collect::<Result<_, _>>()?;
        if entries.iter().flatten().all(|node| matches!(node, Node::Word(_) | Node::Inflected(_))) {
            let mut phrases: Vec<Vec<u16>> = entries.iter().flat_map(|entry| self.spell_out(entry)).collect();
            phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
            phrases.dedup();
            self.single.push(phrases.iter().filter(|p| p.len() == 1).map(|p| p[0]).collect());
            self.phrases.push(phrases.into_iter().filter(|phrase| phrase.len() > 1).collect());
            self.vocabularies.push(vocabulary.name.clone());
        } else {
            self.structured.insert(vocabulary.name.clone(), entries);
        }
        Ok(())
    }

    /// Every way to write an entry, as word ids.
    fn spell_out(&mut self, entry: &[Node]) -> Vec<Vec<u16>> {
        let mut ways = vec![Vec::new()];
        for node in entry {
            let ids = self.word_ids(node);
            ways = ways
                .iter()
                .flat_map(|way: &Vec<u16>| ids.iter().map(|&id| way.iter().copied().chain([id]).collect()))
                .collect();
        }
        ways
    }

    fn word_ids(&mut self, node: &Node) -> Vec<u16> {
        match node {
            Node::Word(word) => vec![self.intern(word)],
            Node::Inflected(word) => forms(word).iter().map(|form| self.intern(form)).collect(),
            _ => Vec::new(),
        }
    }

    fn intern(&mut self, word: &str) -> u16 {
        if let Some(&id) = self.words.get(word) {
            return id;
        }
        let id = self.words.values().max().map_or(1, |id| id + 1);
        self.words.insert(word.to_owned(), id);
        for spelling in spellings(word) {
            self.words.entry(spelling).or_insert(id);
        }
        id
    }

    fn add_wording(&mut self, text: &str, rule: usize) -> Result<(), String> {
        let nodes = wording::parse(text)?;
        let start = u32::try_from(self.program.len()).map_err(|e| e.to_string())?;
        let wording = u16::try_from(self.wordings.len()).map_err(|e| e.to_string())?;
        self.wordings.push((start, u16::try_from(rule).map_err(|e| e.to_string())?));
        let mut first = BTreeSet::new();
        if self.first_words(&nodes, &mut first)? {
            return Err(format!("`{text}` could match nothing at all; let it start with a word"));
        }
        for word in first {
            self.starts.entry(word).or_default().push(wording);
        }
        self.emit(&nodes)?;
        self.program.push(Op::Match);
        Ok(())
    }

    fn emit(&mut self, nodes: &[Node]) -> Result<(), String> {
        for node in nodes {
            match node {
                Node::Word(word) => {
                    let id = self.intern(word);
                    self.program.push(Op::Word(id));
                }
                Node::Inflected(word) => {
                    let choices =
                        forms(word).into_iter().map(|form| vec![Node::Word(form)]).collect::<Vec<_>>();
                    self.emit_choice(&choices)?;
                }
                Node::Vocabulary(name) => self.emit_vocabulary(name)?,
                Node::Gap(most) => self.program.push(Op::Gap(*most)),
                Node::Head => self.program.push(Op::Head),
                Node::OneOf(choices) => self.emit_choice(choices)?,
            }
        }
        Ok(())
    }

    fn emit_vocabulary(&mut self, name: &str) -> Result<(), String> {
        if let Some(choices) = self.structured.get(name).cloned() {
            return self.emit_choice(&choices);
        }
        let id = self.vocabulary(name)?;
        self.program.push(Op::Vocabulary(id));
        Ok(())
    }

    /// The id of a vocabulary by its name.
    ///
    /// # Errors
    /// If there is none of that name.
    pub fn vocabulary(&self, name: &str) -> Result<u16, String> {
        let place = self.vocabularies.iter().position(|n| n == name);
        let place = place.ok_or_else(|| format!("there is no vocabulary `{name}`"))?;
        u16::try_from(place).map_err(|e| e.to_string())
    }

    /// Each choice but the last is tried first, and jumps to the common end.
    fn emit_choice(&mut self, choices: &[Vec<Node>]) -> Result<(), String> {
        let mut jumps = Vec::new();
        for (index, choice) in choices.iter().enumerate() {
            let split = self.program.len();
            let last = index + 1 == choices.len();
            if !last {
                self.program.push(Op::Match); // a place for the split, filled below
            }
            self.emit(choice)?;
            if !last {
                jumps.push(self.program.len());
                self.program.push(Op::Match); // a place for the jump
                self.program[split] = Op::Split(op::address(self.program.len())?);
            }
        }
        let end = op::address(self.program.len())?;
        for jump in jumps {
            self.program[jump] = Op::Jump(end);
        }
        Ok(())
    }

    /// Collects the words a sequence may start with; tells whether it may be empty.
    fn first_words(&mut self, nodes: &[Node], first: &mut BTreeSet<u16>) -> Result<bool, String> {
        for node in nodes {
            let may_be_empty = match node {
                Node::Head => true,
                Node::Gap(_) => return Err("a gap stands where the first word should".to_owned()),
                Node::Word(_) | Node::Inflected(_) => {
                    first.extend(self.word_ids(node));
                    false
                }
                Node::OneOf(choices) => self.any_empty(choices, first)?,
                Node::Vocabulary(name) => match self.structured.get(name).cloned() {
                    Some(choices) => self.any_empty(&choices, first)?,
                    None => {
                        let id = usize::from(self.vocabulary(name)?);
                        first.extend(&self.single[id]);
                        first.extend(self.phrases[id].iter().map(|phrase| phrase[0]));
                        false
                    }
                },
            };
            if !may_be_empty {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn any_empty(&mut self, choices: &[Vec<Node>], first: &mut BTreeSet<u16>) -> Result<bool, String> {
        let mut empty = false;
        for choice in choices {
            empty |= self.first_words(choice, first)?;
        }
        Ok(empty)
    }
}
