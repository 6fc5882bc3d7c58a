//! Packs the tables into bytes, at build time: every byte is shipped to every reader.

use std::collections::BTreeMap;

use super::compile::{Entry, Step, Tables};
use super::packed::{
    CLOSE, COMMON, END, FAR, FIRST_ENDINGS, HEAD, LONG, NONE_SHARED, OPEN, OR, SHORT, SHORT_GAP,
};

/// The tables as they are shipped.
pub struct Packed {
    /// The words, as [`super::word_list::WordList::unpack`] reads them.
    pub words: String,
    /// The symbols that one byte stands for.
    pub common: Vec<u16>,
    /// The entries of every vocabulary.
    pub entries: Vec<u8>,
    /// The program of all wordings.
    pub program: Vec<u8>,
}

/// Packs the tables.
///
/// # Errors
/// One sentence if the rules have outgrown the packing.
pub fn pack(tables: &Tables) -> Result<Packed, String> {
    let common = common(tables);
    let packer = Packer { common: &common };
    let mut entries = Vec::new();
    for vocabulary in &tables.entries {
        packer.vocabulary(vocabulary, &mut entries)?;
    }
    let mut program = Vec::new();
    for &step in tables.program.iter().flatten() {
        packer.step(step, &mut program)?;
    }
    let words = words(&tables.marks, &tables.forms, &tables.plain)?;
    Ok(Packed { words, entries, program, common })
}

/// The symbols used most, as many as there are single bytes for them.
fn common(tables: &Tables) -> Vec<u16> {
    let steps = tables.program.iter().flatten().filter_map(|step| match step {
        Step::Symbol(symbol) => Some(symbol),
        _ => None,
    });
    let phrases = tables.entries.iter().flatten().filter(|entry| entry.len() > 1).flatten();
    let mut uses: BTreeMap<u16, usize> = BTreeMap::new();
    for &symbol in steps.chain(phrases) {
        *uses.entry(symbol).or_default() += 1;
    }
    let mut common: Vec<u16> = uses.keys().copied().collect();
    common.sort_by_key(|symbol| std::cmp::Reverse(uses[symbol]));
    common.truncate(usize::from(FAR - COMMON));
    common
}

struct Packer<'a> {
    common: &'a [u16],
}

impl Packer<'_> {
    /// First the entries of one word, each by how far it is from the last, then those of several.
    fn vocabulary(&self, entries: &[Entry], out: &mut Vec<u8>) -> Result<(), String> {
        let (mut single, mut phrases): (Vec<&Entry>, Vec<&Entry>) =
            entries.iter().partition(|entry| entry.len() == 1);
        single.sort();
        phrases.sort();
        number(single.len(), out);
        let mut last = 0;
        for entry in single {
            number(usize::from(entry[0] - last), out);
            last = entry[0];
        }
        number(phrases.len(), out);
        let mut last: &[u16] = &[];
        for phrase in phrases {
            let shared = phrase.iter().zip(last).take_while(|(symbol, before)| symbol == before).count();
            let own = phrase.len() - shared;
            out.push(nibbles(shared, own).ok_or("an entry of a vocabulary has more than 15 words")?);
            phrase[shared..].iter().try_for_each(|&symbol| self.symbol(symbol, out))?;
            last = phrase;
        }
        Ok(())
    }

    fn step(&self, step: Step, out: &mut Vec<u8>) -> Result<(), String> {
        out.push(match step {
            Step::End => END,
            Step::Head => HEAD,
            Step::Open => OPEN,
            Step::Or => OR,
            Step::Close => CLOSE,
            Step::Gap(SHORT_GAP) => SHORT,
            Step::Gap(_) => LONG,
            Step::Symbol(symbol) => return self.symbol(symbol, out),
        });
        Ok(())
    }

    fn symbol(&self, symbol: u16, out: &mut Vec<u8>) -> Result<(), String> {
        if let Some(place) = self.common.iter().position(|&common| common == symbol) {
            out.push(COMMON + u8::try_from(place).map_err(|e| e.to_string())?);
            return Ok(());
        }
        let [high, low] = symbol.to_be_bytes();
        out.extend([
            FAR.checked_add(high).ok_or("the rules know more words than two bytes can number")?,
            low,
        ]);
        Ok(())
    }
}

fn nibbles(high: usize, low: usize) -> Option<u8> {
    let nibble = |number| u8::try_from(number).ok().filter(|&number| number < 16);
    Some(nibble(high)? << 4 | nibble(low)?)
}

fn number(mut number: usize, out: &mut Vec<u8>) {
    while number > 127 {
        out.push(128 | (number & 127) as u8);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Four lines: the marks, the endings of inflected words, their stems, the other words.
fn words(marks: &[&str], forms: &[String], plain: &[String]) -> Result<String, String> {
    let split: Vec<(&str, String)> = forms.iter().map(|line| stem_and_endings(line)).collect();
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, endings) in &split {
        *uses.entry(endings).or_default() += 1;
    }
    let endings: Vec<&str> = uses.into_keys().collect();
    let mut stems = String::new();
    for (stem, of) in &split {
        let place = endings.iter().position(|known| known == of).unwrap_or_default();
        if stem.bytes().any(|letter| letter < b'a') || place + usize::from(FIRST_ENDINGS) >= usize::from(b'a')
        {
            return Err(format!("the inflected word `{stem}` cannot be packed"));
        }
        stems.push_str(stem);
        stems.push(char::from(FIRST_ENDINGS + place as u8));
    }
    Ok([marks.join(" "), endings.join("|"), stems, front_coded(plain)?].join("\n"))
}

/// What the forms of a line have in common, and the line without it.
fn stem_and_endings(line: &str) -> (&str, String) {
    let words = || line.split([' ', '=']);
    let first = words().next().unwrap_or_default();
    let length = words().map(|word| shared(first, word)).min().unwrap_or_default();
    let endings = line.split_inclusive([' ', '=']).map(|word| &word[length..]);
    (&first[..length], endings.collect())
}

fn front_coded(words: &[String]) -> Result<String, String> {
    let (mut out, mut last) = (String::new(), "");
    for word in words {
        if word.bytes().any(|byte| byte.is_ascii_uppercase()) {
            return Err(format!("write `{word}` in small letters"));
        }
        let length = shared(last, word).min(25);
        out.push(char::from(NONE_SHARED + length as u8));
        out.push_str(&word[length..]);
        last = word;
    }
    Ok(out)
}

/// How many bytes two words begin with alike.
fn shared(one: &str, other: &str) -> usize {
    one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count()
}
