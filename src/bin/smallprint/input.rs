//! Files into documents. Bytes are UTF-8 as a rule, UTF-16 by its mark, and stray bytes as Windows wrote them.

use std::fmt;
use std::fs;
use std::io::{self, Read};
use std::path::Path;

use smallprint::Document;

/// Why something could not be read: one sentence that says what, where, and how to mend it.
#[derive(Debug)]
pub struct Trouble(pub String);

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Opens a file, or standard input for `-`.
///
/// # Errors
/// If it cannot be opened.
pub fn open(path: &Path) -> Result<Box<dyn Read>, Trouble> {
    if is_stdin(path) {
        return Ok(Box::new(io::stdin().lock()));
    }
    if path.is_dir() {
        return Err(Trouble(format!("{} is a folder; name the files in it.", path.display())));
    }
    fs::File::open(path).map(|file| Box::new(file) as Box<dyn Read>).map_err(|error| unreadable(path, &error))
}

fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// A file or standard input that could not be read.
pub fn unreadable(path: &Path, error: &io::Error) -> Trouble {
    let what = if is_stdin(path) { "standard input".to_owned() } else { path.display().to_string() };
    let why = match error.kind() {
        io::ErrorKind::NotFound => "there is no such file; check the name.".to_owned(),
        io::ErrorKind::PermissionDenied => "reading it is not allowed; change its permissions.".to_owned(),
        _ => format!("{error}; check the file and try again."),
    };
    Trouble(format!("{what} could not be read: {why}"))
}

/// Reads a whole file: HTML by its name or its first words, else plain text or Markdown.
///
/// # Errors
/// If it cannot be read, or is PDF or an archive.
pub fn read(path: &Path) -> Result<Document, Trouble> {
    let mut bytes = Vec::new();
    open(path)?.read_to_end(&mut bytes).map_err(|error| unreadable(path, &error))?;
    let what = if is_stdin(path) { "Standard input".into() } else { path.display().to_string() };
    if bytes.starts_with(b"%PDF") || bytes.starts_with(b"PK\x03\x04") {
        return Err(Trouble(format!("{what} is no plain text; save its text as .txt and name that file.")));
    }
    let (text, strays) = decode(&bytes);
    let html = is_html(path, &text);
    if strays > 0 && !(html && says_latin(&text)) {
        eprintln!(
            "smallprint: {what} is not all UTF-8 (bytes read as Windows-1252: {strays}); save it as UTF-8 to be sure."
        );
    }
    Ok(if html { Document::from_html(&text) } else { Document::from_text(&text) })
}

fn is_html(path: &Path, text: &str) -> bool {
    let named = path
        .extension()
        .is_some_and(|end| ["html", "htm", "xhtml"].iter().any(|html| end.eq_ignore_ascii_case(html)));
    let head = beginning(text, 256);
    named || ["<!doctype html", "<html"].iter().any(|html| head.trim_start().starts_with(html))
}

/// Does a page say that its bytes are those of Windows-1252, or of Latin-1, which is read as the same?
fn says_latin(text: &str) -> bool {
    let head = beginning(text, 4096);
    let named = head.split("charset=").skip(1).map(|rest| rest.trim_start_matches(['"', '\'', ' ']));
    named
        .into_iter()
        .any(|name| ["iso-8859-1", "windows-1252", "latin1"].iter().any(|latin| name.starts_with(latin)))
}

fn beginning(text: &str, most: usize) -> String {
    text.chars().take(most).collect::<String>().to_lowercase()
}

/// Bytes as text, and how many of them were not UTF-8. Nothing is dropped but a byte order mark.
pub fn decode(bytes: &[u8]) -> (String, usize) {
    match bytes {
        [0xff, 0xfe, rest @ ..] => (utf16(rest, u16::from_le_bytes), 0),
        [0xfe, 0xff, rest @ ..] => (utf16(rest, u16::from_be_bytes), 0),
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8(rest),
        _ => utf8(bytes),
    }
}

fn utf8(bytes: &[u8]) -> (String, usize) {
    let (mut text, mut strays) = (String::with_capacity(bytes.len()), 0);
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().map(|byte| windows(*byte)));
        strays += chunk.invalid().len();
    }
    (text, strays)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// Windows-1252, 0x80 to 0x9F (<https://encoding.spec.whatwg.org/index-windows-1252.txt>); the rest is Latin-1.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '\u{2dc}', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

fn windows(byte: u8) -> char {
    byte.checked_sub(0x80).and_then(|at| WINDOWS.get(usize::from(at))).copied().unwrap_or(char::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_dropped_and_nothing_else() {
        assert_eq!(decode(b"\xef\xbb\xbfpears"), ("pears".into(), 0));
        assert_eq!(decode(b"\xff\xfep\0e\0"), ("pe".into(), 0));
        assert_eq!(decode(b"\xfe\xff\0p\0e"), ("pe".into(), 0));
        assert_eq!(decode("Bäume".as_bytes()), ("Bäume".into(), 0));
    }

    #[test]
    fn stray_bytes_are_read_as_windows_wrote_them() {
        assert_eq!(decode(b"we don\x92t \x93sell\x94 \xe9"), ("we don’t “sell” é".into(), 4));
    }
}
