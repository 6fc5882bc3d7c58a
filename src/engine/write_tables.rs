//! The tables as Rust source.

use std::fmt::Write;

use super::compile::Tables;
use super::rule_file::{RuleFile, RuleText};

/// Writes the tables, the vocabularies' names as constants, and the rules' own facts.
pub fn write(tables: &Tables, files: &[RuleFile]) -> String {
    let mut out = String::new();
    words(&mut out, tables);
    vocabularies(&mut out, tables);
    let program: Vec<u32> = tables.program.iter().map(|op| op.pack()).collect();
    list(&mut out, "PROGRAM", "u32", &program);
    let (places, rules): (Vec<u32>, Vec<u16>) = tables.wordings.iter().copied().unzip();
    list(&mut out, "WORDING_STARTS", "u32", &places);
    list(&mut out, "WORDING_RULES", "u16", &rules);
    let empty = Vec::new();
    let starts = |id: u16| tables.starts.get(&id).unwrap_or(&empty).clone();
    ragged(&mut out, "STARTS", (0..=last_word(tables)).map(starts));
    rule_facts(&mut out, tables, files);
    out
}

fn last_word(tables: &Tables) -> u16 {
    tables.words.values().copied().max().unwrap_or(0)
}

/// Words as one string in order of their hash slots: open addressing over a power of two.
fn words(out: &mut String, tables: &Tables) {
    let size = (tables.words.len() * 2).next_power_of_two();
    let mut slots = vec![None; size];
    for (word, id) in &tables.words {
        let mut slot = super::op::hash(word.bytes()) as usize & (size - 1);
        while slots[slot].is_some() {
            slot = (slot + 1) & (size - 1);
        }
        slots[slot] = Some((word, *id));
    }
    let mut text = String::new();
    let (mut ends, mut ids) = (vec![0], Vec::new());
    for slot in slots {
        if let Some((word, id)) = slot {
            text.push_str(word);
            ids.push(id);
        } else {
            ids.push(0);
        }
        ends.push(u16::try_from(text.len()).expect("the words have outgrown their offsets"));
    }
    writeln!(out, "pub static WORD_TEXT: &str = {text:?};").unwrap();
    list(out, "WORD_ENDS", "u16", &ends);
    list(out, "WORD_IDS", "u16", &ids);
}

fn vocabularies(out: &mut String, tables: &Tables) {
    let mut of_word = vec![Vec::new(); usize::from(last_word(tables)) + 1];
    for (vocabulary, words) in tables.single.iter().enumerate() {
        for word in words {
            of_word[usize::from(*word)].push(u16::try_from(vocabulary).unwrap());
        }
    }
    ragged(out, "WORD_VOCABULARIES", of_word.into_iter());
    let flat = |phrases: &Vec<Vec<u16>>| -> Vec<u16> {
        phrases.iter().flat_map(|p| std::iter::once(p.len() as u16).chain(p.iter().copied())).collect()
    };
    ragged(out, "PHRASES", tables.phrases.iter().map(flat));
    for (id, name) in tables.vocabularies.iter().enumerate() {
        let name = name.replace('-', "_").replace('@', "name_").to_uppercase();
        writeln!(out, "pub const {name}: super::Vocabulary = super::Vocabulary({id});").unwrap();
    }
}

fn rule_facts(out: &mut String, tables: &Tables, files: &[RuleFile]) {
    let rules: Vec<&RuleText> = files.iter().flat_map(|file| &file.rules).collect();
    writeln!(out, "pub static RULES: [super::Rule; {}] = [", rules.len()).unwrap();
    for rule in rules {
        let (affirmed, denied) = &rule.signal;
        let (name, means) = (&rule.name, &rule.means);
        write!(
            out,
            "super::Rule {{ name: {name:?}, affirmed: {affirmed:?}, denied: {denied:?}, means: {means:?}, "
        )
        .unwrap();
        write!(out, "asks: &[").unwrap();
        for (what, of) in &rule.asks {
            write!(out, "super::Ask::{},", ask(what, of, tables, name)).unwrap();
        }
        writeln!(out, "] }},").unwrap();
    }
    writeln!(out, "];").unwrap();
}

/// The condition's name as a variant of `Ask`: the compiler tells if there is none.
fn ask(what: &str, of: &str, tables: &Tables, rule: &str) -> String {
    let variant: String = what.split('-').map(|part| part[..1].to_uppercase() + &part[1..]).collect();
    if of.is_empty() {
        return variant;
    }
    let ids: Vec<String> = of
        .split_whitespace()
        .map(|name| match tables.vocabulary(name) {
            Ok(id) => format!("super::Vocabulary({id})"),
            Err(error) => panic!("rule {rule}: {error}"),
        })
        .collect();
    format!("{variant}(&[{}])", ids.join(","))
}

/// Lists of different lengths, as one list and its ends.
fn ragged(out: &mut String, name: &str, lists: impl Iterator<Item = Vec<u16>>) {
    let (mut flat, mut ends) = (Vec::new(), vec![0_u32]);
    for items in lists {
        flat.extend(items);
        ends.push(u32::try_from(flat.len()).unwrap());
    }
    list(out, name, "u16", &flat);
    list(out, &format!("{name}_ENDS"), "u32", &ends);
}

fn list<T: std::fmt::Display>(out: &mut String, name: &str, kind: &str, items: &[T]) {
    write!(out, "pub static {name}: [{kind}; {}] = [", items.len()).unwrap();
    for item in items {
        write!(out, "{item},").unwrap();
    }
    writeln!(out, "];").unwrap();
}
