//! The tables as Rust source.

use std::fmt::Write;

use super::compile::Tables;
use super::rule_file::{RuleFile, RuleText};

/// Writes the tables, the vocabularies' names as constants, and the rules' own facts.
pub fn write(tables: &Tables, files: &[RuleFile]) -> String {
    let mut out = String::new();
    writeln!(out, "pub static WORDS: &str = {:?};", tables.words).unwrap();
    list(&mut out, "ENTRIES", &tables.entries);
    list(&mut out, "PROGRAM", &tables.program);
    list(&mut out, "WORDINGS", &tables.wordings);
    writeln!(out, "pub const VOCABULARIES: u16 = {};", tables.names.len()).unwrap();
    for (id, name) in tables.names.iter().enumerate() {
        let name = name.replace('-', "_").replace('@', "name_").to_uppercase();
        writeln!(out, "pub const {name}: super::Vocabulary = super::Vocabulary({id});").unwrap();
    }
    rule_facts(&mut out, tables, files);
    out
}

fn rule_facts(out: &mut String, tables: &Tables, files: &[RuleFile]) {
    let rules: Vec<&RuleText> = files.iter().flat_map(|file| &file.rules).collect();
    writeln!(out, "pub static RULES: [super::Rule; {}] = [", rules.len()).unwrap();
    for rule in rules {
        let (affirmed, denied) = &rule.signal;
        let (name, means) = (&rule.name, &rule.means);
        write!(out, "super::Rule {{ name: {name:?}, affirmed: {affirmed:?}, denied: {denied:?}, ").unwrap();
        write!(out, "#[cfg(not(target_arch = \"wasm32\"))] means: {means:?}, asks: &[").unwrap();
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

fn list(out: &mut String, name: &str, items: &[u16]) {
    write!(out, "pub static {name}: [u16; {}] = [", items.len()).unwrap();
    for item in items {
        write!(out, "{item},").unwrap();
    }
    writeln!(out, "];").unwrap();
}
