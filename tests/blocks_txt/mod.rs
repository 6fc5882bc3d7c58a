//! `tests/pages/SITE/blocks.txt`, what the browser read; tests/browser/blocks.mjs describes the format.

use smallprint::{Block, BlockKind, Document};

/// The document that it stands for.
pub fn document(lines: &str) -> Document {
    let mut document = Document::default();
    for line in lines.lines() {
        let mut parts = line.split('\t').map(unescape);
        let (kind, text) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        match kind.as_str() {
            "title" => document.title = Some(text),
            "lang" => document.lang = Some(text),
            _ => document.blocks.push(block(&kind, text, parts.collect())),
        }
    }
    document
}

fn block(kind: &str, text: String, headers: Vec<String>) -> Block {
    let collapsed = kind.ends_with(" collapsed");
    let kind = kind.trim_end_matches(" collapsed");
    let (name, level) = kind.split_once(' ').unwrap_or((kind, "0"));
    let kind = match name {
        "heading" => BlockKind::Heading,
        "paragraph" => BlockKind::Paragraph,
        "item" => BlockKind::Item,
        "row" => BlockKind::Row,
        "furniture" => BlockKind::Furniture,
        _ => panic!("{name} is no kind of block"),
    };
    Block { kind, level: level.parse().expect("a level"), text, headers, collapsed }
}

fn unescape(part: &str) -> String {
    let mut out = String::new();
    let mut chars = part.chars();
    while let Some(c) = chars.next() {
        out.push(match (c, c == '\\') {
            (_, true) => match chars.next() {
                Some('t') => '\t',
                Some('n') => '\n',
                Some('r') => '\r',
                other => other.unwrap_or('\\'),
            },
            (c, false) => c,
        });
    }
    out
}
