//! The command line: `smallprint analyze FILE…` reads policies and prints what they say.

mod analyze;
mod explain;
mod input;
mod show;
mod stream;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

/// Reads privacy policies and says what they say on tracking, Do Not Track, third-party ads and data sale.
#[derive(Parser)]
#[command(version, about, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Reads policies (.txt, .md, .html) and prints a report of each.
    Analyze(Analyze),
    /// Lists the rules: the signals each gives, admitted and denied, and what it means.
    Rules,
    /// Shows how a sentence is read: tokens, clauses, statements, names of rules.
    Explain {
        /// The sentence, or several.
        sentence: String,
    },
}

/// What `analyze` is to read, and how.
#[derive(Args)]
struct Analyze {
    /// Prints one report a line, as JSON.
    #[arg(long)]
    json: bool,
    /// Skips the question whether a text is a privacy policy.
    #[arg(long)]
    assume_policy: bool,
    /// Reads one JSON object a line ({"id", "text" | "html", "title"?, "url"?}) and prints one report a line; - is standard input.
    #[arg(long, value_name = "FILE", conflicts_with = "files")]
    jsonl: Option<PathBuf>,
    /// The texts to read; - is standard input.
    #[arg(value_name = "FILE", required_unless_present = "jsonl")]
    files: Vec<PathBuf>,
}

fn main() -> ExitCode {
    let written = match Cli::parse().command {
        Command::Analyze(wanted) => analyze::run(&wanted),
        Command::Rules => explain::rules(&mut std::io::stdout().lock()).map(|()| ExitCode::SUCCESS),
        Command::Explain { sentence } => {
            explain::explain(&mut std::io::stdout().lock(), &sentence).map(|()| ExitCode::SUCCESS)
        }
    };
    match written {
        Ok(code) => code,
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!(
                "smallprint: the report could not be written ({error}); see that the output can take it."
            );
            ExitCode::FAILURE
        }
    }
}
