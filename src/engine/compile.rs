//! From rule files to tables: words listed, vocabularies and wordings turned into numbers.

use std::collections::{BTreeMap, BTreeSet};

use super::inflection::{forms, spellings};
use super::rule_file::{RuleFile, Vocabulary};
use super::word_list::WordList;
use super::wording::{self, Node};

/// Tokens that are no words; their ids are 1, 2, 3 … in this order.
const MARKS: &[&str] = &[",", ";", ":", "(", ")", "—", ".", "?", "%number", "/", "\t"];

/// An entry of a vocabulary: symbols.
pub type Entry = Vec<u16>;

/// A step of a wording, as it is written down.
#[derive(Debug, Clone, Copy)]
pub enum Step {
    /// This symbol comes next.
    Symbol(u16),
    /// Up to so many tokens come next.
    Gap(u8),
    /// The next word carries the clause.
    Head,
    /// A choice begins.
    Open,
    /// The choice's next way begins.
    Or,
    /// The choice ends.
    Close,
    /// The wording ends.
    End,
}

/// A phrase matcher as plain tables.
#[derive(Debug, Default)]
pub struct Tables {
    /// The tokens that are no words.
    pub marks: Vec<&'static str>,
    /// The inflected words: a line for the forms of each.
    pub forms: Vec<String>,
    /// The other words, in order, each with its spellings.
    pub plain: Vec<String>,
    /// The names of the vocabularies; an id is a place here. The forms of inflected words have the ids after them.
    pub names: Vec<String>,
    /// The entries of every named vocabulary.
    pub entries: Vec<Vec<Entry>>,
    /// The wordings of all rules.
    pub program: Vec<Vec<Step>>,
    /// How many wordings each rule has.
    pub wordings: Vec<u16>,
    /// How many words there are, the unknown one included.
    pub words: u16,
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
        let own = plain.difference(&formed).filter(|word| !MARKS.contains(&word.as_str()));
        self.plain = own.map(|word| spelled(word)).collect();
        self.forms = inflected.iter().map(|word| line(&forms(word))).collect();
        self.marks = MARKS.to_vec();
        let list = self.word_list();
        self.words = list.count;
        self.ids =
            plain.iter().chain(&formed).map(|word| (word.clone(), list.find(word.as_bytes()))).collect();
        let first = list.count + u16::try_from(self.names.len()).map_err(|e| e.to_string())?;
        self.inflected = inflected.into_iter().zip(first..).collect();
        Ok(())
    }

    /// The words as the lexicon will know them.
    pub fn word_list(&self) -> WordList {
        let mut list = WordList::new();
        self.marks.iter().for_each(|mark| drop(list.line(mark)));
        for forms in &self.forms {
            let ids = list.line(forms);
            list.forms.push(ids);
        }
        self.plain.iter().for_each(|word| drop(list.line(word)));
        list
    }

    fn list_entries(&mut self, vocabulary: &Vocabulary) -> Result<(), String> {
        if self.structured.contains_key(&vocabulary.name) {
            return Ok(());
        }
        let entries: BTreeSet<Entry> = parse(&vocabulary.entries)?
            .iter()
            .map(|entry| entry.iter().map(|node| self.symbol(node)).collect())
            .collect();
        self.entries.push(entries.into_iter().collect());
        Ok(())
    }

    /// The symbol of a word, or of the forms of an inflected one.
    fn symbol(&self, node: &Node) -> u16 {
        match node {
            Node::Word(word) => self.ids[word],
            Node::Inflected(word) => self.inflected[word],
            _ => 0,
        }
    }

    fn add_wording(&mut self, nodes: &[Node]) -> Result<(), String> {
        if self.may_be_empty(nodes)? {
            return Err("it could match nothing at all; let it start with a word".to_owned());
        }
        let mut steps = self.steps(nodes)?;
        steps.push(Step::End);
        self.program.push(steps);
        Ok(())
    }

    fn steps(&self, nodes: &[Node]) -> Result<Vec<Step>, String> {
        let mut steps = Vec::new();
        for node in nodes {
            match node {
                Node::Word(_) | Node::Inflected(_) => steps.push(Step::Symbol(self.symbol(node))),
                Node::Gap(most) => steps.push(Step::Gap(*most)),
                Node::Head => steps.push(Step::Head),
                Node::OneOf(choices) => steps.extend(self.choice(choices)?),
                Node::Vocabulary(name) => match self.structured.get(name) {
                    Some(choices) => steps.extend(self.choice(choices)?),
                    None => steps.push(Step::Symbol(self.words + self.vocabulary(name)?)),
                },
            }
        }
        Ok(steps)
    }

    fn choice(&self, choices: &[Vec<Node>]) -> Result<Vec<Step>, String> {
        let mut ways = choices.iter().map(|choice| self.steps(choice)).collect::<Result<Vec<_>, _>>()?;
        if ways.len() == 1 {
            return Ok(ways.swap_remove(0));
        }
        ways.iter_mut().skip(1).for_each(|way| way.insert(0, Step::Or));
        ways.insert(0, vec![Step::Open]);
        ways.push(vec![Step::Close]);
        Ok(ways.concat())
    }

    /// Every word, in one spelling, with its id.
    pub fn ids(&self) -> impl Iterator<Item = (&String, u16)> {
        self.ids.iter().map(|(word, &id)| (word, id))
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
