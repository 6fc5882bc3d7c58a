//! A report for people: what the policy says, and the sentences that prove it.

use std::io::{self, Write};

use smallprint::Report;
use smallprint::report::{Evidence, PageKind, Side, Verdict};

/// How a report is set: with bold type on a terminal, plain everywhere else.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    bold: &'static str,
    end: &'static str,
}

impl Style {
    /// Bold on a terminal, unless `NO_COLOR` is set (<https://no-color.org>).
    pub fn of(terminal: bool) -> Self {
        let plain = !terminal || std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        if plain { Self { bold: "", end: "" } } else { Self { bold: "\x1b[1m", end: "\x1b[0m" } }
    }
}

const WIDTH: usize = 100;
const SHOWN: usize = 3;

/// Writes a report.
///
/// # Errors
/// Where the output cannot be written.
pub fn report(out: &mut impl Write, style: Style, name: &str, report: &Report) -> io::Result<()> {
    let title = report.title.as_deref().or(report.url.as_deref()).unwrap_or(name);
    writeln!(out, "{}{}{}", style.bold, clean(title), style.end)?;
    writeln!(out, "{}", clean(&facts(report)))?;
    let Some(verdicts) = &report.verdicts else {
        return fill(out, "", "", &why_not(report));
    };
    badge(out, style, "Tracking", &verdicts.tracking)?;
    badge(out, style, "Do Not Track", &verdicts.dnt)?;
    badge(out, style, "Third-party ads", &verdicts.ads)?;
    verdicts.sale.as_ref().map_or(Ok(()), |sale| badge(out, style, "Data sale", sale))
}

fn facts(report: &Report) -> String {
    let dated = |label: &str, date: &Option<String>| date.as_ref().map(|date| format!("{label} {date}"));
    let known = [
        report.company.clone(),
        dated("last updated", &report.last_updated),
        dated("in effect", &report.effective),
        Some(format!("{} words", report.words)),
        report.is_partly_english().then(|| "partly in English: only that part was read".to_owned()),
    ];
    known.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn why_not(report: &Report) -> String {
    let policy = &report.policy;
    let read = policy.is_policy || policy.kind == PageKind::CookiePolicy;
    if read {
        return format!("This text's language is {:?}; only English is read.", policy.language);
    }
    format!(
        "This does not look like a privacy policy ({} points of 7). Read it anyway with --assume-policy.",
        policy.score
    )
}

fn badge(out: &mut impl Write, style: Style, name: &str, verdict: &Verdict) -> io::Result<()> {
    writeln!(out, "\n{}{name}: {}{}", style.bold, clean(&verdict.label), style.end)?;
    fill(out, "  ", "  ", &verdict.says)?;
    proofs(out, "  ", verdict.evidence.iter().filter(|proof| proof.side == Side::For))?;
    proofs(out, "  but: ", verdict.evidence.iter().filter(|proof| proof.side == Side::Against))
}

fn proofs<'r>(
    out: &mut impl Write,
    lead: &str,
    proofs: impl Iterator<Item = &'r Evidence> + Clone,
) -> io::Result<()> {
    for proof in proofs.clone().take(SHOWN) {
        let lead_in = proof.lead_in.as_ref().map(|lead_in| format!("{lead_in} […] ")).unwrap_or_default();
        fill(out, lead, "    ", &format!("“{lead_in}{}”", proof.quote))?;
    }
    match proofs.count().saturating_sub(SHOWN) {
        0 => Ok(()),
        more => writeln!(out, "    and {more} more; see them all with --json."),
    }
}

/// Text that cannot speak to the terminal: control characters go, line breaks become spaces.
fn clean(text: &str) -> String {
    let shown: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn fill(out: &mut impl Write, first: &str, rest: &str, text: &str) -> io::Result<()> {
    let mut line = first.to_owned();
    let mut empty = true;
    for word in clean(text).split(' ') {
        if !empty && line.chars().count() + 1 + word.chars().count() > WIDTH {
            writeln!(out, "{line}")?;
            rest.clone_into(&mut line);
            empty = true;
        }
        if !empty {
            line.push(' ');
        }
        line.push_str(word);
        empty = false;
    }
    writeln!(out, "{line}")
}
