//! The forms of an English word, and its spellings.

/// Every form of a verb or noun: `sell` gives sell, sells, selling, sold.
pub fn forms(word: &str) -> Vec<String> {
    let mut forms = vec![word.to_owned(), third_person(word)];
    if is_noun(word) {
        return forms;
    }
    match IRREGULAR.iter().find(|(base, _)| word.ends_with(base) && is_prefix(word, base)) {
        Some((base, others)) => {
            let prefix = &word[..word.len() - base.len()];
            forms.extend(others.iter().map(|form| format!("{prefix}{form}")));
        }
        None => forms.push(with_ending(word, "ed")),
    }
    forms.push(with_ending(word, "ing"));
    forms.sort();
    forms.dedup();
    forms
}

/// The other spellings of a word: British for American.
pub fn spellings(word: &str) -> Vec<String> {
    let british = [("ehavior", "ehaviour"), ("honor", "honour"), ("favor", "favour"), ("color", "colour")]
        .iter()
        .fold(word.to_owned(), |word, (from, to)| word.replace(from, to))
        .replace("iz", "is")
        .replace("yz", "ys");
    let british = match british.as_str() {
        "program" | "programs" => british.replace("program", "programme"),
        "enroll" => "enrol".to_owned(),
        "license" | "licenses" => british.replace("cense", "cence"),
        "fulfill" => "fulfil".to_owned(),
        _ => british,
    };
    if british == word || british == "size" || british == "prise" { Vec::new() } else { vec![british] }
}

const IRREGULAR: &[(&str, &[&str])] = &[
    ("sell", &["sold"]),
    ("send", &["sent"]),
    ("give", &["gave", "given"]),
    ("get", &["got", "gotten"]),
    ("have", &["has", "had"]),
    ("make", &["made"]),
    ("take", &["took", "taken"]),
    ("tell", &["told"]),
    ("see", &["saw", "seen"]),
    ("show", &["showed", "shown"]),
    ("build", &["built"]),
    ("buy", &["bought"]),
    ("lend", &["lent"]),
    ("keep", &["kept"]),
    ("set", &["set"]),
    ("let", &["let"]),
    ("run", &["ran"]),
    ("read", &["read"]),
    ("know", &["knew", "known"]),
    ("understand", &["understood"]),
    ("swap", &["swapped"]),
    ("do", &["does", "did", "done"]),
    ("be", &["is", "are", "was", "were", "been"]),
    ("find", &["found"]),
    ("learn", &["learned", "learnt"]),
    ("choose", &["chose", "chosen"]),
    ("hold", &["held"]),
    ("write", &["wrote", "written"]),
];

/// Nouns that are no verbs: no form of theirs ends in "-ing".
fn is_noun(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "tion",
        "ology",
        "ity",
        "ary",
        "iser",
        "izer",
        "vider",
        "site",
        "vertisement",
        "ness",
        "cy",
        "audience",
        "ie",
        "plier",
        "signal",
    ];
    const NOUNS: &[&str] = &[
        "company",
        "party",
        "vendor",
        "server",
        "website",
        "beacon",
        "pixel",
        "gif",
        "app",
        "network",
        "law",
        "minor",
        "employee",
        "applicant",
        "visitor",
        "member",
        "consumer",
        "resident",
        "individual",
        "customer",
        "mechanism",
        "child",
        "teen",
        "agent",
        "contractor",
        "processor",
        "successor",
        "merger",
        "sdk",
        "fingerprint",
        "banner",
        "statistic",
        "demographic",
        "preference",
        "header",
        "option",
        "browser",
        "instruction",
        "script",
        "platform",
        "service",
        "product",
        "system",
        "address",
        "plugin",
        "broker",
        "purpose",
    ];
    NOUNS.contains(&word) || ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// `resell` and `sell` share their forms, `counsel` and `sell` do not.
fn is_prefix(word: &str, base: &str) -> bool {
    matches!(&word[..word.len() - base.len()], "" | "re" | "un" | "over" | "mis")
}

fn third_person(word: &str) -> String {
    if word.ends_with(['s', 'x', 'z']) || word.ends_with("ch") || word.ends_with("sh") {
        format!("{word}es")
    } else if let Some(stem) = consonant_y(word) {
        format!("{stem}ies")
    } else {
        format!("{word}s")
    }
}

fn with_ending(word: &str, ending: &str) -> String {
    if let Some(stem) = word.strip_suffix('e').filter(|_| !word.ends_with("ee") && word.len() > 2) {
        format!("{stem}{ending}")
    } else if let Some(stem) = consonant_y(word).filter(|_| ending == "ed") {
        format!("{stem}ied")
    } else if doubles(word) {
        format!("{word}{}{ending}", &word[word.len() - 1..])
    } else {
        format!("{word}{ending}")
    }
}

fn consonant_y(word: &str) -> Option<&str> {
    word.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']))
}

/// Verbs that double their last letter, as far as policies use them.
fn doubles(word: &str) -> bool {
    const DOUBLING: &[&str] = &[
        "swap", "drop", "plan", "log", "tag", "scan", "set", "get", "let", "run", "put", "permit", "submit",
        "transmit", "refer", "transfer", "occur", "stop", "map", "plug", "cap", "control", "enrol", "cut",
        "forbid", "commit", "ship", "equip", "admit", "emit", "dub",
    ];
    DOUBLING.contains(&word)
}
