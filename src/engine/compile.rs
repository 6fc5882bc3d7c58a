//! From rule files to tables: words listed, vocabularies and wordings turned into numbers.

use std::collections::{BTreeMap, BTreeSet};

use super::entry::{END, FORMS, LAST};
use super::inflection::{forms, spellings};
use super::op::Op;
use super::rule_file::{RuleFile, Vocabulary};
use super::word_list::WordList;
use super::wording::{self, Node};

/// Tokens that are no words; their ids are 1, 2, 3 … in this order.
const MARKS: &[&str] = &[",", ";", ":", "(", ")", "—", ".", "?", "%number", "/", "\t"];

/// A phrase matcher as plain tables.
#[derive(Debug, Default)]
pub struct Tables {
    /// The words, as [`WordList`] reads them.
    pub words: String,
    /// The names of the vocabularies; an id is a place here. The forms of inflected words have the ids after them.
    pub names: Vec<String>,
    /// The entries of every named vocabulary: items, each entry's last one marked, then [`END`].
    pub entries: Vec<u16>,
    /// The program of all wordings, each ended by its match.
    pub program: Vec<u16>,
    /// How many wordings each rule has.
    pub wordings: Vec<u16>,
    ids: BTreeMap<String, u16>,
    inflected: BTreeMap<String, u16>,
    structured: BTreeMap<String, Vec<Vec<Node>>>,
}

/// Compiles rule files, in order, to tables.
///
/// # Errors
/// One sentence: which rule or vocabulary, what is wrong.
pub fn compile(files: &[RuleFile]) -> Result<Tables, String> {
    let mut tables = Tables::default();
    let vocabularies: Vec<&Vocabulary> = files.iter().flat_map(|file| &file.vocabularies).collect();
    let rules = || files.iter().flat_map(|file| &file.rules);
    let mut nodes = Vec::new();
    for vocabulary in &vocabularies {
        let entries = parse(&vocabulary.entries).map_err(|e| format!("vocab {}: {e}", vocabulary.name))?;
        nodes.extend(entries.iter().flatten().cloned());
        tables.name(&vocabulary.name, entries);
    }
    let mut wordings = Vec::new();
    for rule in rules() {
        let parsed = parse(&rule.wordings).map_err(|e| format!("rule {}: {e}", rule.name))?;
        nodes.extend(parsed.iter().flatten().cloned());
        wordings.push((rule, parsed));
    }
    tables.list_words(&nodes)?;
    for vocabulary in &vocabularies {
        tables.list_entries(vocabulary)?;
    }
    for (rule, parsed) in wordings {
        for (nodes, text) in parsed.iter().zip(&rule.wordings) {
            tables.add_wording(nodes).map_err(|e| format!("rule {}: `{text}`: {e}", rule.name))?;
        }
        tables.wordings.push(u16::try_from(rule.wordings.len()).map_err(|e| e.to_string())?);
    }
    Ok(tables)
}

fn parse(texts: &[String]) -> Result<Vec<Vec<Node>>, String> {
    texts.iter().map(|text| wording::parse(text)).collect()
}

fn is_plain(entries: &[Vec<Node>]) -> bool {
    entries.iter().flatten().all(|node| matches!(node, Node::Word(_) | Node::Inflected(_)))
}

impl Tables {
    /// A vocabulary of plain words and phrases gets an id; one with structure is written out where it is used.
    fn name(&mut self, name: &str, entries: Vec<Vec<Node>>) {
        if is_plain(&entries) {
            self.names.push(name.to_owned());
        } else {
            self.structured.insert(name.to_owned(), entries);
        }
    }

    fn list_words(&mut self, nodes: &[Node]) -> Result<(), String> {
        let (mut plain, mut inflected) = (BTreeSet::new(), BTreeSet::new());
        collect(nodes, &mut plain, &mut inflected);
        let all: BTreeSet<&String> = plain.iter().chain(&inflected).collect();
        for word in &all {
            if let Some(other) = spellings(word).iter().find(|other| all.contains(other)) {
                return Err(format!("write only `{word}`: `{other}` is another spelling of it"));
            }
        }
        let line = |words: &[String]| words.iter().map(|word| spelled(word)).collect::<Vec<_>>().join(" ");
        let formed: BTreeSet<String> = inflected.iter().flat_map(|word| forms(word)).collect();
        let mut lines: Vec<String> = MARKS.iter().map(|mark| (*mark).to_owned()).collect();
        lines.push(String::new());
        lines.extend(inflected.iter().map(|word| line(&forms(word))));
        lines.push(String::new());
        lines.extend(
            plain
                .difference(&formed)
                .filter(|word| !MARKS.contains(&word.as_str()))
                .map(|word| spelled(word)),
        );
        self.words = lines.join("\n");
        let list = WordList::parse(&self.words);
        self.ids =
            plain.iter().chain(&formed).map(|word| (word.clone(), list.find(word.as_bytes()))).collect();
        let first = u16::try_from(self.names.len()).unwrap_or(u16::MAX);
        self.inflected = inflected.into_iter().zip(first..).collect();
        Ok(())
    }

    fn list_entries(&mut self, vocabulary: &Vocabulary) -> Result<(), String> {
        if self.structured.contains_key(&vocabulary.name) {
            return Ok(());
        }
        let mut entries: Vec<Vec<u16>> = parse(&vocabulary.entries)?
            .iter()
            .map(|entry| entry.iter().map(|node| self.item(node)).collect())
            .collect();
        entries.sort();
        entries.dedup();
        entries.sort_by_key(|entry| std::cmp::Reverse(entry.len()));
        for mut entry in entries {
            if let Some(last) = entry.last_mut() {
                *last |= LAST;
            }
            self.entries.append(&mut entry);
        }
        self.entries.push(END);
        Ok(())
    }

    /// A word's id, or that of the forms of an inflected one.
    fn item(&self, node: &Node) -> u16 {
        match node {
            Node::Word(word) => self.ids[word],
            Node::Inflected(word) => FORMS | self.inflected[word],
            _ => 0,
        }
    }

    fn add_wording(&mut self, nodes: &[Node]) -> Result<(), String> {
        if self.may_be_empty(nodes)? {
            return Err("it could match nothing at all; let it start with a word".to_owned());
        }
        let mut ops = self.ops(nodes)?;
        ops.push(Op::Match);
        let packed: Option<Vec<u16>> = ops.into_iter().map(Op::pack).collect();
        self.program.extend(packed.ok_or("the rules have outgrown the program's numbers")?);
        Ok(())
    }

    fn ops(&self, nodes: &[Node]) -> Result<Vec<Op>, String> {
        let mut ops = Vec::new();
        for node in nodes {
            match node {
                Node::Word(word) => ops.push(Op::Word(self.ids[word])),
                Node::Inflected(word) => ops.push(Op::Vocabulary(self.inflected[word])),
                Node::Gap(most) => ops.push(Op::Gap(u16::from(*most))),
                Node::Head => ops.push(Op::Head),
                Node::OneOf(choices) => ops.extend(self.choice(choices)?),
                Node::Vocabulary(name) => match self.structured.get(name) {
                    Some(choices) => ops.extend(self.choice(choices)?),
                    None => ops.push(Op::Vocabulary(self.vocabulary(name)?)),
                },
            }
        }
        Ok(ops)
    }

    /// Each choice but the last is tried first, and jumps over the rest.
    fn choice(&self, choices: &[Vec<Node>]) -> Result<Vec<Op>, String> {
        let Some((first, others)) = choices.split_first() else { return Ok(Vec::new()) };
        let mut ops = self.ops(first)?;
        if !others.is_empty() {
            let rest = self.choice(others)?;
            ops.insert(0, Op::Split(further(ops.len() + 2)?));
            ops.push(Op::Jump(further(rest.len() + 1)?));
            ops.extend(rest);
        }
        Ok(ops)
    }

    /// The id of a vocabulary by its name.
    ///
    /// # Errors
    /// If there is none of that name.
    pub fn vocabulary(&self, name: &str) -> Result<u16, String> {
        let place = self.names.iter().position(|n| n == name);
        let place = place.ok_or_else(|| format!("there is no vocabulary `{name}`"))?;
        u16::try_from(place).map_err(|e| e.to_string())
    }

    fn may_be_empty(&self, nodes: &[Node]) -> Result<bool, String> {
        for node in nodes {
            let empty = match node {
                Node::Head => true,
                Node::Gap(_) => return Err("a gap stands where the first word should".to_owned()),
                Node::Word(_) | Node::Inflected(_) => false,
                Node::OneOf(choices) => self.any_empty(choices)?,
                Node::Vocabulary(name) => {
                    self.structured.get(name).map_or(Ok(false), |choices| self.any_empty(choices))?
                }
            };
            if !empty {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn any_empty(&self, choices: &[Vec<Node>]) -> Result<bool, String> {
        choices.iter().try_fold(false, |empty, choice| Ok(empty | self.may_be_empty(choice)?))
    }
}

fn further(steps: usize) -> Result<u16, String> {
    u16::try_from(steps).map_err(|e| e.to_string())
}

/// The word and its other spellings.
fn spelled(word: &str) -> String {
    std::iter::once(word.to_owned()).chain(spellings(word)).collect::<Vec<_>>().join("=")
}

fn collect(nodes: &[Node], plain: &mut BTreeSet<String>, inflected: &mut BTreeSet<String>) {
    for node in nodes {
        match node {
            Node::Word(word) => drop(plain.insert(word.clone())),
            Node::Inflected(word) => drop(inflected.insert(word.clone())),
            Node::OneOf(choices) => choices.iter().for_each(|choice| collect(choice, plain, inflected)),
            _ => {}
        }
    }
}
