//! The rule files: vocabularies, names and rules, as they are written.

/// A named set of words and phrases.
#[derive(Debug, Clone)]
pub struct Vocabulary {
    /// How wordings call it, without the braces.
    pub name: String,
    /// Its entries, each written as a wording.
    pub entries: Vec<String>,
}

/// A rule: one practice, with its proof.
#[derive(Debug, Clone, Default)]
pub struct RuleText {
    /// What the sentence says; reads well after "this page …".
    pub name: String,
    /// The signal of a plain admission, and of its denial (`0`: no signal).
    pub signal: (String, String),
    /// What it means, in the words of the person who reads the page.
    pub means: String,
    /// How people say it.
    pub wordings: Vec<String>,
    /// Conditions, one word each, some with a vocabulary: `near dnt`.
    pub asks: Vec<(String, String)>,
    /// Example sentences with brackets round the proof, and the signal each gives.
    pub catches: Vec<(String, String)>,
    /// Look-alikes that must stay silent.
    pub spares: Vec<String>,
    /// The codebook lines it serves.
    pub serves: Vec<String>,
}

/// All that a rule file holds.
#[derive(Debug, Default)]
pub struct RuleFile {
    /// Its vocabularies.
    pub vocabularies: Vec<Vocabulary>,
    /// Its rules.
    pub rules: Vec<RuleText>,
}

/// Reads a rule file.
///
/// # Errors
/// One sentence: which line, what is wrong, how to mend it.
pub fn parse(text: &str) -> Result<RuleFile, String> {
    let mut file = RuleFile::default();
    for (index, line) in text.lines().enumerate() {
        let line = line.split(" # ").next().unwrap_or("").trim();
        if !line.is_empty() && !line.starts_with('#') {
            read_line(&mut file, line).map_err(|error| format!("line {}: {error}", index + 1))?;
        }
    }
    Ok(file)
}

fn read_line(file: &mut RuleFile, line: &str) -> Result<(), String> {
    if let Some(more) = line.strip_prefix('|') {
        let last = file.vocabularies.last_mut().ok_or("a `|` line continues no vocabulary")?;
        last.entries.extend(entries(more));
        return Ok(());
    }
    let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
    let rest = rest.trim();
    match word {
        "vocab" => file.vocabularies.push(vocabulary(rest)?),
        "rule" => file.rules.push(RuleText { name: rest.to_owned(), ..RuleText::default() }),
        _ => read_field(file.rules.last_mut().ok_or("a field stands before the first rule")?, word, rest)?,
    }
    Ok(())
}

fn vocabulary(text: &str) -> Result<Vocabulary, String> {
    let (name, rest) = text.split_once('=').ok_or("write `vocab name = word | word`")?;
    Ok(Vocabulary { name: name.trim().to_owned(), entries: entries(rest).collect() })
}

/// Splits at the bars that stand outside brackets.
fn entries(text: &str) -> impl Iterator<Item = String> {
    let mut depth = 0;
    let parts: Vec<String> = text
        .split(|c| {
            depth += i32::from(c == '(') - i32::from(c == ')');
            c == '|' && depth == 0
        })
        .map(|entry| entry.trim().to_owned())
        .filter(|entry| !entry.is_empty())
        .collect();
    parts.into_iter()
}

fn read_field(rule: &mut RuleText, field: &str, rest: &str) -> Result<(), String> {
    match field {
        "signal" => rule.signal = signals(rest)?,
        "means" => rest.clone_into(&mut rule.means),
        "wording" => rule.wordings.push(rest.to_owned()),
        "catches" => rule.catches.push(example(rest)?),
        "spares" => rule.spares.push(rest.to_owned()),
        "serves" => rule.serves.extend(rest.split_whitespace().map(str::to_owned)),
        "asks" => {
            let (what, of) = rest.split_once(' ').unwrap_or((rest, ""));
            rule.asks.push((what.to_owned(), of.to_owned()));
        }
        _ => {
            return Err(format!(
                "`{field}` is no field; use signal, means, wording, asks, catches, spares or serves"
            ));
        }
    }
    Ok(())
}

fn signals(text: &str) -> Result<(String, String), String> {
    let mut words = text.split_whitespace();
    let affirmed = words.next().ok_or("a signal is missing")?;
    Ok((affirmed.to_owned(), words.next().unwrap_or("0").to_owned()))
}

fn example(text: &str) -> Result<(String, String), String> {
    let (sentence, signal) =
        text.rsplit_once(" = ").ok_or("write `catches Sentence with [proof]. = SIGNAL`")?;
    Ok((sentence.trim().to_owned(), signal.trim().to_owned()))
}
