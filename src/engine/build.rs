//! Turns the rule files into tables, at build time.

#![allow(
    dead_code,
    unreachable_pub,
    missing_docs,
    clippy::pedantic,
    clippy::unwrap_used,
    reason = "a build script, not the crate"
)]

#[path = "compile.rs"]
mod compile;
#[path = "inflection.rs"]
mod inflection;
#[path = "needs.rs"]
mod needs;
#[path = "op.rs"]
mod op;
#[path = "pack.rs"]
mod pack;
#[path = "packed.rs"]
mod packed;
#[path = "rarest.rs"]
mod rarest;
#[path = "rule_file.rs"]
mod rule_file;
#[path = "word_list.rs"]
mod word_list;
#[path = "wording.rs"]
mod wording;
#[path = "write_tables.rs"]
mod write_tables;

use std::path::{Path, PathBuf};

fn main() {
    let rules = Path::new("src/rules");
    println!("cargo:rerun-if-changed=src/rules");
    println!("cargo:rerun-if-changed=src/engine");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(rules)
        .expect("src/rules is missing")
        .map(|entry| entry.expect("src/rules").path())
        .collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "rules"));
    paths.sort();
    let files: Vec<rule_file::RuleFile> = paths.iter().map(|path| read(path)).collect();
    let tables = compile::compile(&files).unwrap_or_else(|error| panic!("{error}"));
    let out = PathBuf::from(std::env::var("OUT_DIR").expect("cargo sets OUT_DIR"));
    let source = write_tables::write(&tables, &files).unwrap_or_else(|error| panic!("{error}"));
    std::fs::write(out.join("tables.rs"), source).expect("the tables cannot be written");
}

fn read(path: &Path) -> rule_file::RuleFile {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    rule_file::parse(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
