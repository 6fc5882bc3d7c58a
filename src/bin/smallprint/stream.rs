//! `--jsonl`: one object a line in, one report a line out, in the same order, never more than a line in memory.

use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;

use serde::Serialize;
use serde_json::{Map, Value};
use smallprint::{Document, Options};

use crate::analyze::{tell, write_json};
use crate::input::{Trouble, decode, open, unreadable};

/// What is printed for a line that could not be read.
#[derive(Serialize)]
struct Failure<'l> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'l Value>,
    line: usize,
    error: &'l str,
}

/// A line's object: its id, and its document unless it could not be read.
struct Entry {
    id: Option<Value>,
    document: Result<Document, &'static str>,
}

/// Reads all lines of a file; whether every one could be read.
///
/// # Errors
/// Where the output cannot be written.
pub fn run(path: &Path, options: Options, out: &mut impl Write) -> io::Result<bool> {
    let mut lines = match open(path) {
        Ok(input) => BufReader::new(input),
        Err(trouble) => {
            tell(&trouble);
            return Ok(false);
        }
    };
    let (mut fine, mut bytes) = (true, Vec::new());
    for number in 1.. {
        bytes.clear();
        match lines.read_until(b'\n', &mut bytes) {
            Ok(0) => break,
            Ok(_) if bytes.trim_ascii().is_empty() => {}
            Ok(_) => fine &= line(&bytes, number, options, out)?,
            Err(error) => {
                tell(&unreadable(path, &error));
                return Ok(false);
            }
        }
    }
    Ok(fine)
}

fn line(bytes: &[u8], number: usize, options: Options, out: &mut impl Write) -> io::Result<bool> {
    let (text, strays) = decode(bytes);
    if strays > 0 {
        tell(&Trouble(format!("line {number} is not all UTF-8 (bytes read as Windows-1252: {strays}).")));
    }
    let entry = read(text.trim());
    let id = entry.id.as_ref();
    let fine = match &entry.document {
        Ok(document) => write_json(out, id, &smallprint::read(document, options)).map(|()| true),
        Err(error) => fail(out, &Failure { id, line: number, error }).map(|()| false),
    }?;
    out.flush()?;
    Ok(fine)
}

fn fail(out: &mut impl Write, failure: &Failure) -> io::Result<()> {
    tell(&Trouble(format!("line {}: {}", failure.line, failure.error)));
    serde_json::to_writer(&mut *out, failure)?;
    writeln!(out)
}

fn read(line: &str) -> Entry {
    match serde_json::from_str(line) {
        Ok(Value::Object(mut fields)) => Entry { id: fields.remove("id"), document: document(fields) },
        Ok(_) => Entry {
            id: None,
            document: Err("the line holds no JSON object; write {\"id\": …, \"text\": …}."),
        },
        Err(_) => {
            Entry { id: None, document: Err("the line is not valid JSON; write one object on one line.") }
        }
    }
}

fn document(mut fields: Map<String, Value>) -> Result<Document, &'static str> {
    let mut text_of = |field: &str| match fields.remove(field) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => {
            Err("a field that should be text is something else; give text, html, title and url as strings.")
        }
    };
    let (url, title) = (text_of("url")?, text_of("title")?);
    let document = match (text_of("text")?, text_of("html")?) {
        (Some(text), _) => Document::from_text(&text),
        (None, Some(html)) => Document::from_html(&html),
        (None, None) => return Err("the object has no \"text\" and no \"html\"; give what to read."),
    };
    Ok(Document { url, title: title.or(document.title), ..document })
}
