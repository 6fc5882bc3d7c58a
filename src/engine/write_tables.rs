//! The tables as Rust source.

use std::fmt::Write;

use super::compile::Tables;
use super::pack::pack;
use super::packed::{ASKS, FIRST_ASK};
use super::rarest::rarest;
use super::rule_file::{RuleFile, RuleText};

/// Writes the packed tables, the vocabularies' names as constants, and the rules' own facts.
///
/// # Errors
/// One sentence: what in the rules cannot be written.
pub fn write(tables: &Tables, files: &[RuleFile]) -> Result<String, String> {
    let packed = pack(tables)?;
    let mut out = String::new();
    writeln!(out, "pub static WORDS: &str = {:?};", packed.words).unwrap();
    writeln!(out, "pub static ENTRIES: &[u8] = b\"{}\";", packed.entries.escape_ascii()).unwrap();
    writeln!(out, "pub static PROGRAM: &[u8] = b\"{}\";", packed.program.escape_ascii()).unwrap();
    list(&mut out, "COMMON", &packed.common);
    list(&mut out, "WORDINGS", &tables.wordings);
    let rarest = rarest(tables, &packed, files);
    writeln!(out, "pub static RAREST: &[u8] = b\"{}\";", rarest.escape_ascii()).unwrap();
    writeln!(out, "pub const VOCABULARIES: u16 = {};", tables.names.len()).unwrap();
    for (id, name) in tables.names.iter().enumerate() {
        let name = name.replace('-', "_").replace('@', "name_").to_uppercase();
        writeln!(out, "pub const {name}: super::Vocabulary = super::Vocabulary({id});").unwrap();
    }
    word_names(&mut out, tables);
    rule_facts(&mut out, tables, files)?;
    Ok(out)
}

/// Each word as a constant, for code that asks for one: `word::NOT`.
fn word_names(out: &mut String, tables: &Tables) {
    writeln!(out, "pub mod word {{").unwrap();
    for (word, id) in tables.ids() {
        if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            let name = word.to_uppercase();
            writeln!(out, "pub const {name}: super::super::Word = super::super::Word({id});").unwrap();
        }
    }
    writeln!(out, "}}").unwrap();
}

fn rule_facts(out: &mut String, tables: &Tables, files: &[RuleFile]) -> Result<(), String> {
    let rules: Vec<&RuleText> = files.iter().flat_map(|file| &file.rules).collect();
    let line = |rule: &&RuleText| format!("{} {} {}", rule.name, rule.signal.0, rule.signal.1);
    let lines: Vec<String> = rules.iter().map(line).collect();
    writeln!(out, "pub static RULES: &str = {:?};", lines.join("\n")).unwrap();
    let mut asks = Vec::new();
    for rule in &rules {
        let numbers = conditions(rule, tables).map_err(|error| format!("rule {}: {error}", rule.name))?;
        asks.push(u16::try_from(numbers.len()).map_err(|error| error.to_string())?);
        asks.extend(numbers);
    }
    list(out, "ASKS", &asks);
    let means: Vec<&String> = rules.iter().map(|rule| &rule.means).collect();
    writeln!(out, "#[cfg(not(target_arch = \"wasm32\"))]").unwrap();
    writeln!(out, "pub static MEANS: &[&str] = &{means:?};").unwrap();
    Ok(())
}

/// A rule's conditions, each with its vocabularies after it.
fn conditions(rule: &RuleText, tables: &Tables) -> Result<Vec<u16>, String> {
    let mut numbers = Vec::new();
    for (what, of) in &rule.asks {
        let place = ASKS.iter().position(|ask| ask == what);
        let place = place.ok_or_else(|| format!("there is no condition `{what}`"))?;
        numbers.push(FIRST_ASK + place as u16);
        for name in of.split_whitespace() {
            numbers.push(tables.vocabulary(name)?);
        }
    }
    Ok(numbers)
}

fn list(out: &mut String, name: &str, items: &[u16]) {
    writeln!(out, "pub static {name}: &[u16] = &{items:?};").unwrap();
}
