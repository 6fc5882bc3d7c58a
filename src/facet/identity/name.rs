//! A company's name as a run of words: capitals, small words between them, the form at the end.

use crate::letters::{is_capital, lowered};
use crate::lexicon::has_word;
use crate::search::{holds, split};

/// Words that may stand within a name though they have no capital.
const WITHIN: &str = "of and & the for de a du dba";
/// Words with a capital that begin a sentence, not a name.
const STARTERS: &str = "\
    The This At Welcome In By When If Our We Privacy Policy Statement Notice Your For As Please Thank \
    You Here To How Throughout It These With On From Information Us Company Last Updated Copyright \
    January February March April May June July August September October November December";
/// Forms of companies: a comma may stand before one.
const FORMS: &str = "\
    Inc Inc. LLC L.L.C. Ltd Ltd. Limited Corp Corp. Corporation GmbH AG SAS S.A. SA AS B.V. BV \
    Incorporated LP";
/// The longest name, in words.
const LONGEST: usize = 8;

/// The name that the text ends with.
pub(super) fn name_at_end(text: &str) -> Option<&str> {
    let text = possessive(text.trim_end_matches(&[' ', ',', '\u{a0}', '*'][..]));
    let mut start = None;
    for (word, place) in words(text).rev().take(LONGEST) {
        let is_last = start.is_none();
        if is_last && is_small_name(word, text) {
            return Some(trimmed(&text[place..]));
        }
        if is_boundary(word) && !is_last && !has_word(FORMS, word) || !is_part(word) || is_year(word) {
            break;
        }
        start = Some(place);
    }
    start.and_then(|start| from_capital(&text[start..]))
}

/// The name that the text begins with.
pub(super) fn name_at_start(text: &str) -> Option<&str> {
    let mut end = None;
    for (word, place) in words(text).take(LONGEST) {
        let bare = word.trim_end_matches(&[',', ';', ':', ')', '\u{201d}', '"'][..]);
        if !is_part(bare)
            || end.is_some() && is_year(bare)
            || end.is_none() && !starts_capital(bare) && !is_domain(bare)
        {
            break;
        }
        if !has_word(WITHIN, bare) {
            end = Some(place + bare.len());
        }
        let next_is_form = text[place + word.len()..].split_whitespace().next().is_some_and(is_form);
        if !next_is_form && (bare.len() < word.len() || is_boundary(word) || is_form(bare)) {
            break;
        }
    }
    end.and_then(|end| from_capital(possessive(&text[..end])))
}

/// The name if it names one firm: "the Website" and "Privacy Act" do not.
pub(super) fn specific(name: &str) -> Option<&str> {
    let name = name.strip_prefix("the ").unwrap_or(name).trim();
    let name = name.strip_suffix(" and").unwrap_or(name);
    let mut words = name
        .split(&[' ', ','][..])
        .filter(|word| !word.is_empty())
        .map(|word| lowered(word.trim_end_matches(&['.', '\u{2019}', '"', '\u{201d}', ')'][..])));
    let foreign =
        name.contains(['@', '\u{201d}', '"']) || holds(name, "//") || holds(name, ")") && !holds(name, "(");
    let number = name.bytes().take_while(u8::is_ascii_digit).count() > 3 || is_address(name);
    let generic = words.clone().all(|word| is_generic(&word));
    (!foreign && !number && !generic && !words.any(|word| has_word(PAPERS, &word))).then_some(name)
}

/// "4.4", "Letter Street 12, Postville": numbers alone, or behind a word.
fn is_address(name: &str) -> bool {
    let number = |word: &str| word.as_bytes().first().is_some_and(u8::is_ascii_digit);
    split(name, b' ').skip(1).any(number) || !name.bytes().any(|byte| byte > b'9')
}

/// Words of policies: a name that has one is a name of a paper, a law or a thing.
const PAPERS: &str = "\
    privacy policy information cookies cookie act protocol principles rights reserved discretion notice \
    statement terms law parties tracking children california data personal article section your our \
    children's party";

/// Words that name a firm only with another word.
const GENERIC: &str = "\
    service services site sites website websites web online other app apps application platform product \
    products internet global control bank studios english user users he she it they company group \
    google facebook microsoft customer customers member members us state states instance analytics affiliates \
    operator network community private why";

/// The words of a text with their places.
fn words(text: &str) -> impl DoubleEndedIterator<Item = (&str, usize)> {
    text.split(&[' ', '\u{a0}', '\n', '\t'][..]).filter(|word| !word.is_empty()).map(|word| {
        let place = word.as_ptr().addr() - text.as_ptr().addr();
        (word, place)
    })
}

fn is_part(word: &str) -> bool {
    starts_capital(word) || has_word(WITHIN, word) || is_domain(word.trim_end_matches(','))
}

fn starts_capital(word: &str) -> bool {
    let first = word.trim_start_matches(&['(', '"', '\u{201c}', '*'][..]).chars().next();
    first.is_some_and(|c| is_capital(c) || c.is_ascii_digit())
}

fn is_domain(word: &str) -> bool {
    word.split_once('.').is_some_and(|(name, rest)| {
        name.len() > 1 && rest.len() > 1 && rest.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.')
    })
}

/// A name in small letters, where it stands for the whole start of a sentence: "imo takes …".
fn is_small_name(word: &str, text: &str) -> bool {
    let all = text.trim();
    all == word
        && word.len() > 1
        && word.bytes().all(|byte| byte.is_ascii_lowercase())
        && !has_word(WITHIN, word)
        && !matches!(word, "we" | "it" | "he" | "who" | "and")
}

fn is_generic(folded: &str) -> bool {
    let is_form = split(FORMS, b' ').any(|form| form.trim_end_matches('.').eq_ignore_ascii_case(folded));
    is_form || has_word(GENERIC, folded) || has_word(WITHIN, folded)
}

/// The year of a date or of a copyright: no name goes on over it.
fn is_year(word: &str) -> bool {
    let word = word.trim_end_matches(&['.', ','][..]);
    word.len() == 4
        && (word.starts_with("19") || word.starts_with("20"))
        && word.bytes().all(|b| b.is_ascii_digit())
}

fn is_form(word: &str) -> bool {
    has_word(FORMS, word.trim_end_matches(&[',', ';', ':', ')'][..]))
}

/// A word that ends a sentence or a clause: no name goes on over it.
fn is_boundary(word: &str) -> bool {
    word.ends_with(['.', ':', ';', '?', '!']) && !is_form(word) && word.len() > 2
}

/// The name from its first word that belongs to a name on.
fn from_capital(name: &str) -> Option<&str> {
    let mut name = name;
    while let Some((word, _)) = words(name).next() {
        let bare = word.trim_end_matches(',');
        let is_name =
            (starts_capital(word) || is_domain(bare)) && !has_word(STARTERS, bare) && !is_year(bare);
        if is_name {
            return Some(trimmed(name)).filter(|name| !name.is_empty() && name.len() < 80);
        }
        name = name.get(word.len()..)?.trim_start();
    }
    None
}

fn possessive(text: &str) -> &str {
    text.strip_suffix("'s").or_else(|| text.strip_suffix("\u{2019}s")).unwrap_or(text)
}

fn trimmed(name: &str) -> &str {
    name.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, ',' | '*' | '"' | '\u{201c}' | '\u{201d}' | '(' | ':' | ';')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_ends_a_text() {
        assert_eq!(name_at_end("We are Letter Box, Inc."), Some("Letter Box, Inc."));
        assert_eq!(
            name_at_end("This is about the Society of Letters and Stamps "),
            Some("Society of Letters and Stamps")
        );
        assert_eq!(name_at_end("You visited letters.example,"), Some("letters.example"));
        assert_eq!(name_at_end("That is all. Letter Box"), Some("Letter Box"));
        assert_eq!(name_at_end("all the letters we keep"), None);
    }

    #[test]
    fn a_name_of_a_thing_is_none() {
        assert_eq!(specific("the Letter Box"), Some("Letter Box"));
        for name in [
            "4.4",
            "Letter Street 12, Postville",
            "Google Analytics",
            "Other Services",
            "Privacy Act of 2018",
            "post@letters.example",
            "Sites\u{201d})",
        ] {
            assert_eq!(specific(name), None, "{name}");
        }
    }

    #[test]
    fn a_name_begins_a_text() {
        assert_eq!(name_at_start("Letter Box, Inc., a company"), Some("Letter Box, Inc."));
        assert_eq!(name_at_start("Letter Box. All rights"), Some("Letter Box."));
        assert_eq!(name_at_start("the letters"), None);
    }
}
