//! `smallprint analyze`: each input in, a report out, and an exit code that says whether all could be read.

use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

use serde::Serialize;
use serde_json::Value;
use smallprint::{Options, Report};

use crate::input::{self, Trouble};
use crate::show::{self, Style};
use crate::{Analyze, stream};

/// A report with the name it was asked under.
#[derive(Serialize)]
struct Named<'r> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'r Value>,
    #[serde(flatten)]
    report: &'r Report,
}

/// Reads all that is wanted.
///
/// # Errors
/// Where the output cannot be written; inputs that cannot be read are told on standard error and in the exit code.
pub fn run(wanted: &Analyze) -> io::Result<ExitCode> {
    let mut out = BufWriter::new(io::stdout().lock());
    let options = Options { assume_policy: wanted.assume_policy };
    let fine = match &wanted.jsonl {
        Some(path) => stream::run(path, options, &mut out)?,
        None => files(wanted, options, &mut out)?,
    };
    out.flush()?;
    Ok(if fine { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn files(wanted: &Analyze, options: Options, out: &mut impl Write) -> io::Result<bool> {
    let style = Style::of(io::stdout().is_terminal());
    let mut fine = true;
    for (at, path) in wanted.files.iter().enumerate() {
        let report = match input::read(path) {
            Ok(document) => smallprint::read(&document, options),
            Err(trouble) => {
                fine = false;
                tell(&trouble);
                continue;
            }
        };
        if wanted.json {
            write_json(out, Some(&Value::from(name(path))), &report)?;
        } else {
            if at > 0 {
                writeln!(out)?;
            }
            show::report(out, style, &name(path), &report)?;
        }
        out.flush()?;
    }
    Ok(fine)
}

fn name(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// Says on standard error what could not be read.
pub fn tell(trouble: &Trouble) {
    eprintln!("smallprint: {trouble}");
}

/// Writes one report on one line.
///
/// # Errors
/// Where the output cannot be written.
pub fn write_json(out: &mut impl Write, id: Option<&Value>, report: &Report) -> io::Result<()> {
    serde_json::to_writer(&mut *out, &Named { id, report })?;
    writeln!(out)
}
