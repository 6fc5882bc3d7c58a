//! Who speaks in the policy, by how it introduces itself.

use super::name::{name_at_end, name_at_start, specific};
use crate::document::{Block, BlockKind, Document};
use crate::letters::{is_letter, is_letter_or_digit, lowered};
use crate::phrases::{Phrase, Phrases};
use crate::search::{cut, find, find_all, holds, parts, split};

/// A name is introduced in the first blocks; further down other firms are named.
const INTRODUCTION: usize = 50;
/// A name is introduced in the first bytes of its block.
const START: usize = 600;
/// A name with less weight has to recur: it may be any firm's.
const SURE: usize = 3;
/// A name that recurs gains at most so much.
const MOST_RECURRENCE: usize = 6;

/// What it says for a name that the site's address has it too.
const LIKE_HOST: usize = 4;

/// What follows a name that speaks of itself, with its weight.
const VERBS: [(u32, &str); 5] = [
    (4, " respects| takes| knows| is committed| values| recognizes| recognises| understands| cares"),
    (4, " provides this| has created this| has adopted| has developed this"),
    (3, " believes| is the legal name for"),
    (2, " collects| may collect| does not collect| does not sell| reserves the right"),
    (1, " uses| will not"),
];

/// What stands before the name of the one who runs the site, with its weight.
const RUNS: [(u32, &str); 6] = [
    (6, "is the legal name for "),
    (5, "owned and operated by |data controller is |a trading name of "),
    (4, "operated by |owned by "),
    (3, "run by |maintained by |doing business as |welcome to |thank you for visiting "),
    (3, "describes how |explains how "),
    (2, "provided by "),
];

/// The company, if the text gives it away; else the host of its address.
pub(super) fn company(document: &Document) -> Option<String> {
    let mut names = Names::default();
    let (verbs, runs) = (Phrases::new(VERBS), Phrases::new(RUNS));
    let body = document.blocks.iter().filter(|block| block.kind != BlockKind::Furniture);
    for block in body.take(INTRODUCTION) {
        names.introduced(start_of(&block.text), &verbs, &runs);
    }
    names.titled(document);
    for block in &document.blocks {
        names.copyright(&block.text);
    }
    let host = document.url.as_deref().and_then(super::host);
    names.best(&document.blocks, host.unwrap_or_default()).or_else(|| host.map(ToOwned::to_owned))
}

/// Names with what speaks for each.
#[derive(Default)]
struct Names(Vec<(String, usize)>);

impl Names {
    fn add(&mut self, name: Option<&str>, weight: usize) {
        let Some(name) = name.and_then(specific).filter(|name| name.len() > 1) else { return };
        match self.0.iter_mut().find(|known| known.0 == name) {
            Some(known) => known.1 = weight.max(known.1),
            None => self.0.push((name.to_owned(), weight)),
        }
    }

    /// Names that the text introduces as its speaker.
    fn introduced(&mut self, text: &str, verbs: &Phrases, runs: &Phrases) {
        for place in find_all(text, "(") {
            let inside = split(&text[place + 1..], b')').next().unwrap_or_default();
            let name = name_at_end(without_group(&text[..place]));
            self.add(name, name.map_or(0, |name| definition(name, inside)));
        }
        let folded = text.to_ascii_lowercase();
        let mut known = Vec::new();
        verbs.each(&folded, |place, verb| {
            if is_first(&mut known, verb) {
                self.add(name_at_end(&text[..place]), verb.class as usize);
            }
        });
        runs.each(&folded, |place, lead| {
            if begins_word(&folded, place) && is_first(&mut known, lead) {
                self.add(name_at_start(&text[place + lead.text.len()..]), lead.class as usize);
            }
        });
        if let Some(rest) =
            text.strip_prefix("At ").filter(|rest| holds(rest, ", we ") || holds(rest, ", our "))
        {
            self.add(name_at_start(rest), 4);
        }
    }

    /// "Letter Box Privacy Policy": what stands before the policy's name.
    fn titled(&mut self, document: &Document) {
        let Some(title) = super::title::title(document) else { return };
        let folded = title.to_ascii_lowercase();
        let kinds = ["", "website ", "online ", "site ", "california ", "children's ", "global ", "u.s. "];
        let place = kinds.iter().filter_map(|kind| find(&folded, &[kind, "privacy"].concat())).min();
        self.add(place.and_then(|place| name_at_end(&title[..place])), 4);
    }

    /// "© 2014 Letter Box, Inc."
    fn copyright(&mut self, text: &str) {
        let Some((_, after)) = cut(text, "©").filter(|_| text.len() < 200) else { return };
        let after = after.trim_start_matches(|c| !is_letter(c));
        let after = after.strip_prefix("Copyright").unwrap_or(after).trim_start_matches(|c| !is_letter(c));
        self.add(name_at_start(after), 3);
    }

    /// The name with the most that speaks for it, what recurs before what does not.
    fn best(&self, blocks: &[Block], host: &str) -> Option<String> {
        let weighed = self.0.iter().map(|(name, weight)| {
            let known = if resembles(name, host) { LIKE_HOST } else { 0 };
            (weight_of(name, weight + known, blocks), name)
        });
        let sound = weighed.filter(|(weight, _)| *weight > 0);
        let best = sound.max_by_key(|(weight, name)| (*weight, std::cmp::Reverse(name.len()), *name));
        best.map(|(_, name)| name.clone())
    }
}

/// Whether the site is called after the name: `letterbox.example` after "Letter Box, Inc.".
fn resembles(name: &str, host: &str) -> bool {
    let Some(labels) = find_all(host, ".").last().map(|end| &host[..end]) else { return false };
    let mut name = lowered(core(name));
    name.retain(|c| c != ' ');
    // `co` in `letterbox.co.uk` is no name.
    parts(labels, ".").any(|label| label.len() > 2 && holds(&name, label))
}

/// What speaks for a name; nothing for one that is barely introduced and does not recur.
fn weight_of(name: &str, introduced: usize, blocks: &[Block]) -> usize {
    let core = core(name);
    let places = blocks.iter().flat_map(|block| find_all(&block.text, core));
    let recurs = places.take(MOST_RECURRENCE).count();
    if introduced == 0 || introduced < SURE && recurs < 3 { 0 } else { introduced + recurs }
}

/// "Letter Box, Inc. and its affiliates": the firm alone.
fn without_group(text: &str) -> &str {
    let group = [" and its ", ", together with its ", ", including its "]
        .iter()
        .filter_map(|with| find_all(text, with).last())
        .max();
    let is_near = |place: &usize| text.len() - place < 80 && !holds(&text[*place..], ".");
    group.filter(is_near).map_or(text, |place| &text[..place])
}

fn start_of(text: &str) -> &str {
    let end = (0..=START.min(text.len())).rev().find(|end| text.is_char_boundary(*end));
    text.get(..end.unwrap_or(0)).unwrap_or_default()
}

/// What a definition in parentheses says for the name before it: "we" and "us" are the speaker's own words.
fn definition(name: &str, inside: &str) -> usize {
    let folded = lowered(inside);
    let quoted = folded.contains(['"', '\u{201c}', '\u{201d}', '\'']);
    let own =
        folded.split(|c| !is_letter_or_digit(c)).any(|word| matches!(word, "we" | "us" | "our" | "company"));
    let short = folded.trim_matches(|c| !is_letter_or_digit(c));
    let shortens =
        split(&lowered(name), b' ').any(|word| short.starts_with(word.trim_end_matches(&[',', '.'][..])));
    match (quoted, own) {
        (true, true) if inside.len() < 120 => 10,
        (true, false) if inside.len() < 60 && shortens => 6,
        _ => 0,
    }
}

/// Whether the phrase was not met before in this text.
fn is_first(known: &mut Vec<&'static str>, phrase: &Phrase) -> bool {
    let first = !known.contains(&phrase.text);
    known.push(phrase.text);
    first
}

fn begins_word(folded: &str, place: usize) -> bool {
    !folded[..place].ends_with(is_letter_or_digit)
}

/// The name without the form of its company: what the text goes on to say.
fn core(name: &str) -> &str {
    let name = name.split(&[',', '('][..]).next().unwrap_or(name);
    let form = [" Inc.", " LLC", " Ltd."].iter().find_map(|form| name.strip_suffix(form));
    form.unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(text: &str) -> Option<String> {
        company(&Document { blocks: text.lines().map(Block::paragraph).collect(), ..Document::default() })
    }

    #[test]
    fn the_one_who_says_we_is_the_company() {
        let texts = [
            "Letter Box, Inc. (\u{201c}Letter Box,\u{201d} \u{201c}we,\u{201d} \u{201c}us\u{201d}) keeps letters for Parcel Corp.",
            "This policy says what Letter Box, Inc. (\"we\") does.",
            "Thank you for visiting Letter Box, Inc.'s (\"Letter Box\") site.",
            "Letter Box, Inc. respects your privacy.",
            "Last updated July 20, 2021 Letter Box, Inc. (\"we\") keeps letters.",
            "This policy says who Letter Box, Inc. and its affiliates (\"we\" or \"us\") are.",
            "letters.example (a trading name of Letter Box, Inc.) takes your privacy seriously.",
            "We keep letters. \u{a9} Copyright 2018 - Letter Box, Inc.",
            "This site is owned and operated by Letter Box, Inc. in Postville.",
        ];
        for text in texts {
            assert_eq!(named(text).as_deref(), Some("Letter Box, Inc."), "{text}");
        }
    }

    #[test]
    fn a_domain_may_be_the_name() {
        let text = "This policy covers how letters.example, (\"letters.example,\" \"we,\" \"us,\" or \"our\") treats letters.";
        assert_eq!(named(text).as_deref(), Some("letters.example"));
    }

    #[test]
    fn a_small_name_that_the_text_uses_throughout_is_kept() {
        let text = "letterbox takes your privacy seriously.\nletterbox keeps letters. letterbox sends letters. letterbox is glad.";
        assert_eq!(named(text).as_deref(), Some("letterbox"));
    }

    #[test]
    fn the_copyright_line_names_the_company_where_nothing_else_does() {
        assert_eq!(
            named("We keep letters.\n© 2019 Letter Box Ltd. All rights reserved.").as_deref(),
            Some("Letter Box Ltd.")
        );
    }

    #[test]
    fn the_site_the_services_and_the_law_are_no_companies() {
        let text = "Other Service (\"we\") is a name.\nThe Letter Privacy Act (\"Act\") takes effect.\nThe Website collects letters.";
        assert_eq!(named(text), None);
    }

    #[test]
    fn a_name_that_the_address_has_comes_first() {
        let text = "Parcel Corp. respects your privacy. This site is run by Letter Box, Inc. in Postville.";
        let url = Some("https://www.letterbox.example/privacy".to_owned());
        let document = Document { url, blocks: vec![Block::paragraph(text)], ..Document::default() };
        assert_eq!(company(&document).as_deref(), Some("Letter Box, Inc."));
        assert_eq!(named(text).as_deref(), Some("Parcel Corp."));
    }

    #[test]
    fn without_a_name_the_host_speaks() {
        let url = Some("https://www.letters.example/privacy".to_owned());
        let document =
            Document { url, blocks: vec![Block::paragraph("We keep letters.")], ..Document::default() };
        assert_eq!(company(&document).as_deref(), Some("letters.example"));
        assert_eq!(named("We keep letters."), None);
    }
}
