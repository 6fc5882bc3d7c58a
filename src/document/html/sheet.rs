//! The page's own style sheets, as far as the reader asks: which rules hold for an element, and what they say.

use std::collections::HashMap;

use scraper::{ElementRef, Selector};

/// The screen the page is thought to be read on: its width in pixels.
const SCREEN: f32 = 1280.0;
/// Conditions within conditions go no deeper.
const MOST_NESTED: usize = 8;
/// What the reader asks for.
const ASKED: [&str; 12] = [
    "display",
    "position",
    "visibility",
    "float",
    "font-weight",
    "white-space",
    "clip",
    "clip-path",
    "left",
    "top",
    "font-size",
    "text-indent",
];

/// What rules or an attribute say: the last word on each property, an `!important` one before every other.
#[derive(Debug, Clone, Default)]
pub(super) struct Declarations(Vec<(&'static str, String, bool)>);

impl Declarations {
    /// Adds what `text` declares.
    pub(super) fn add(&mut self, text: &str) {
        for declaration in text.split(';') {
            let Some((name, value)) = declaration.split_once(':') else { continue };
            let (name, value) = (name.trim().to_ascii_lowercase(), value.trim().to_ascii_lowercase());
            let (plain, important) = match value.split_once('!') {
                Some((plain, _)) => (plain.trim(), true),
                None => (value.as_str(), false),
            };
            if let Some(asked) = ASKED.into_iter().find(|asked| *asked == name) {
                self.set(asked, plain, important);
            }
        }
    }

    fn join(&mut self, others: &Self) {
        for (name, value, important) in &others.0 {
            self.set(name, value, *important);
        }
    }

    fn set(&mut self, name: &'static str, value: &str, important: bool) {
        match self.0.iter_mut().find(|(known, ..)| *known == name) {
            Some((_, _, true)) if !important => {}
            Some(known) => *known = (name, value.to_owned(), important),
            None => self.0.push((name, value.to_owned(), important)),
        }
    }

    /// The value of one of the properties asked for.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, ..)| *known == name).map(|(_, value, _)| value.as_str())
    }
}

/// One selector and what it declares.
#[derive(Debug)]
struct Rule {
    selector: Selector,
    weight: usize,
    said: Declarations,
}

/// Rules by what the last part of their selector names: an id, a class, an element, or nothing in particular.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    rules: Vec<Rule>,
    by_name: HashMap<String, Vec<usize>>,
}

impl Sheet {
    /// Adds a sheet's rules.
    pub(super) fn add(&mut self, text: &str) {
        self.rules_in(&uncommented(text), 0);
    }

    /// All that the rules say of an element.
    pub(super) fn declarations(&self, element: ElementRef) -> Declarations {
        let value = element.value();
        let id = value.id().map(|id| format!("#{id}"));
        let classes = value.classes().map(|class| format!(".{class}"));
        let names = classes.chain(id).chain([value.name().to_owned(), "*".to_owned()]);
        let mut holding: Vec<usize> = names
            .filter_map(|name| self.by_name.get(&name))
            .flatten()
            .copied()
            .filter(|rule| self.rules[*rule].selector.matches(&element))
            .collect();
        holding.sort_by_key(|rule| (self.rules[*rule].weight, *rule));
        let mut said = Declarations::default();
        for rule in holding {
            said.join(&self.rules[rule].said);
        }
        said
    }

    fn rules_in(&mut self, text: &str, nested: usize) {
        let mut rest = text;
        while let Some(at) = rest.find(['{', ';', '}']) {
            let head = rest[..at].trim();
            if !rest[at..].starts_with('{') {
                rest = &rest[at + 1..]; // an import, a stray sign
                continue;
            }
            let length = block_length(&rest[at + 1..]);
            let body = &rest[at + 1..at + 1 + length];
            rest = rest.get(at + length + 2..).unwrap_or_default();
            match head.strip_prefix('@') {
                Some(condition) if nested < MOST_NESTED && holds(condition) => {
                    self.rules_in(body, nested + 1);
                }
                Some(_) => {}
                None => self.rule(head, body),
            }
        }
    }

    fn rule(&mut self, selectors: &str, body: &str) {
        let mut said = Declarations::default();
        said.add(body);
        if said.0.is_empty() {
            return;
        }
        for text in parts(selectors) {
            if let Ok(selector) = Selector::parse(text) {
                self.by_name.entry(last_name(text)).or_default().push(self.rules.len());
                self.rules.push(Rule { selector, weight: weight(text), said: said.clone() });
            }
        }
    }
}

fn uncommented(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("/*") {
        out.push_str(&rest[..at]);
        rest = rest[at + 2..].split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out
}

/// How far a block's text goes, up to the brace that closes it.
fn block_length(text: &str) -> usize {
    let (mut open, mut quote) = (1, None);
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (Some(mark), _) if mark == c => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            (None, '{') => open += 1,
            (None, '}') => open -= 1,
            _ => {} // within quotation marks, too
        }
        if open == 0 {
            return at;
        }
    }
    text.len()
}

/// Do the rules under an at-rule hold on the screen?
fn holds(condition: &str) -> bool {
    let condition = condition.to_ascii_lowercase();
    match condition.split_once([' ', '(']).map_or(condition.as_str(), |(name, _)| name) {
        "media" => condition["media".len()..].split(',').any(is_screen),
        "supports" => !condition.contains("not"),
        "layer" | "container" => true,
        _ => false,
    }
}

fn is_screen(query: &str) -> bool {
    let other =
        ["print", "speech", "not ", "prefers-", "forced-colors"].iter().any(|other| query.contains(other));
    let width = |name: &str| {
        let value = query.split_once(name)?.1.trim_start_matches([':', ' ']);
        let digits = value.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(value.len());
        let number: f32 = value[..digits].parse().ok()?;
        Some(if value[digits..].trim_start().starts_with("px") { number } else { number * 16.0 })
    };
    !other
        && width("min-width").is_none_or(|least| least <= SCREEN)
        && width("max-width").is_none_or(|most| most >= SCREEN)
}

/// A list of selectors, parted at the commas outside brackets.
fn parts(selectors: &str) -> impl Iterator<Item = &str> {
    let mut open = 0_usize;
    selectors
        .split(move |c| {
            open = match c {
                '(' | '[' => open + 1,
                ')' | ']' => open.saturating_sub(1),
                _ => open,
            };
            c == ',' && open == 0
        })
        .map(str::trim)
}

/// The id, the class or the element that the last part of a selector names; `*` if it cannot be told.
fn last_name(selector: &str) -> String {
    let last = selector.rsplit([' ', '>', '+', '~']).next().unwrap_or_default();
    if last.is_empty() || selector.contains(['(', '[', '\\', '"']) {
        return "*".to_owned();
    }
    let plain = last.split(':').next().unwrap_or_default();
    let marks = plain.rfind('#').or_else(|| plain.rfind('.'));
    match marks {
        Some(at) => {
            let end = plain[at + 1..].find(['#', '.']).map_or(plain.len(), |end| at + 1 + end);
            plain[at..end].to_owned()
        }
        None if plain.is_empty() => "*".to_owned(),
        None => plain.to_ascii_lowercase(),
    }
}

/// How much a selector weighs: ids before classes before elements.
fn weight(selector: &str) -> usize {
    let count = |signs: &[char]| selector.matches(signs).count();
    let names = selector.split([' ', '>', '+', '~']);
    let elements = names.filter(|part| part.starts_with(|c: char| c.is_ascii_alphabetic())).count();
    count(&['#']) * 10_000 + count(&['.', '[', ':']) * 100 + elements
}
