//! The command line as scripts and people use it.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};

use serde_json::Value;

const POLICY: &str = "Orchard Privacy Policy\n\nWe collect your name and your address when you order pears.\n\n\
    We never sell your personal information.\n";

fn smallprint(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_smallprint"));
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn run(arguments: &[&str]) -> Output {
    smallprint(arguments).output().expect("the command line runs")
}

fn run_with(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = start(arguments);
    child.stdin.take().expect("an input").write_all(input).expect("the input is read");
    child.wait_with_output().expect("the command line ends")
}

fn start(arguments: &[&str]) -> Child {
    smallprint(arguments).stdin(Stdio::piped()).spawn().expect("the command line runs")
}

/// A file of this test, under its own name.
fn file(name: &str, content: impl AsRef<[u8]>) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("cli");
    fs::create_dir_all(&folder).expect("a folder for the test's files");
    let path = folder.join(name);
    fs::write(&path, content).expect("the test's file");
    path.to_str().expect("a plain path").to_owned()
}

fn lines(output: &Output) -> Vec<Value> {
    let out = String::from_utf8_lossy(&output.stdout);
    out.lines().map(|line| serde_json::from_str(line).expect("one JSON object a line")).collect()
}

fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_readable_report_names_the_four_verdicts_and_their_proof() {
    let path = file("orchard.txt", POLICY);
    let output = run(&["analyze", "--assume-policy", &path]);
    let shown = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(0));
    for name in ["Tracking: ", "Do Not Track: ", "Third-party ads: ", "Data sale: "] {
        assert!(shown.contains(name), "{name} in {shown}");
    }
    assert!(shown.contains("“We never sell your personal information.”"), "{shown}");
    assert!(!shown.contains('\x1b'), "no colours outside a terminal");
    assert_eq!(errors(&output), "");
}

#[test]
fn json_is_one_report_a_line_and_its_quotes_are_slices() {
    let (one, two) =
        (file("one.md", POLICY), file("two.txt", "\u{feff}# Fruit\r\n\r\nWe sell your personal data.\r\n"));
    let output = run(&["analyze", "--json", "--assume-policy", &one, &two]);
    let reports = lines(&output);
    assert_eq!(reports.len(), 2);
    assert_eq!((&reports[0]["schema"], &reports[0]["id"]), (&Value::from(1), &Value::from(one)));
    assert_eq!(reports[0]["verdicts"]["sale"]["value"], "denied");
    assert_eq!(reports[1]["verdicts"]["sale"]["evidence"][0]["quote"], "We sell your personal data.");
}

#[test]
fn the_standard_input_is_a_dash() {
    let output = run_with(&["analyze", "--json", "--assume-policy", "-"], POLICY.as_bytes());
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(lines(&output)[0]["id"], "-");
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_is_read() {
    let (paper, text) = (file("paper.pdf", "%PDF-1.7"), file("text.txt", POLICY));
    let output = run(&["analyze", "--json", &paper, "no-such-file.txt", env!("CARGO_TARGET_TMPDIR"), &text]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(lines(&output).len(), 1);
    let told = errors(&output);
    assert_eq!(told.lines().count(), 3, "{told}");
    for word in ["paper.pdf is no plain text", "no-such-file.txt could not be read", "is a folder"] {
        assert!(told.contains(word), "{word} in {told}");
    }
}

#[test]
fn html_is_read_by_its_name_by_its_first_words_and_in_a_stream() {
    let page = "<title>Orchard Privacy</title><nav>We sell your personal data.</nav>\
        <p>We do <b>not</b> sell your\n personal information.</p>";
    let whole = format!("<!DOCTYPE html>{page}");
    let named = run(&["analyze", "--json", "--assume-policy", &file("page.html", page)]);
    let piped = run_with(&["analyze", "--json", "--assume-policy", "-"], whole.as_bytes());
    let line = serde_json::json!({ "id": 1, "html": page }).to_string();
    let streamed = run_with(&["analyze", "--assume-policy", "--jsonl", "-"], line.as_bytes());
    for output in [named, piped, streamed] {
        let report = &lines(&output)[0];
        assert_eq!(report["verdicts"]["sale"]["value"], "denied", "{report}");
        let quote = &report["verdicts"]["sale"]["evidence"][0]["quote"];
        assert_eq!(quote, "We do not sell your personal information.");
        assert_eq!(errors(&output), "");
    }
}

#[test]
fn stray_bytes_are_read_and_told() {
    let path = file("stray.txt", b"We don\x92t ever sell your personal information.");
    let output = run(&["analyze", "--json", "--assume-policy", &path]);
    assert_eq!(output.status.code(), Some(0));
    let quote = &lines(&output)[0]["verdicts"]["sale"]["evidence"][0]["quote"];
    assert_eq!(quote, "We don’t ever sell your personal information.");
    assert!(errors(&output).contains("bytes read as Windows-1252: 1"), "{}", errors(&output));
}

#[test]
fn a_stream_keeps_its_order_and_loses_nothing() {
    let stream = [
        r#"{"id": "a", "text": "We never sell your personal information.", "url": "https://o.example/"}"#,
        "",
        "no JSON",
        r#"{"id": 7, "markdown": "pears"}"#,
        r#"{"id": "c", "text": ""}"#,
        r#"{"id": "d", "text": 5}"#,
        "[1]",
        r#"{"text": "We sell pears.", "title": "Pears"}"#,
    ];
    let path = file("stream.jsonl", stream.join("\n"));
    let output = run(&["analyze", "--assume-policy", "--jsonl", &path]);
    assert_eq!(output.status.code(), Some(1));
    let found = lines(&output);
    let ids: Vec<&Value> = found.iter().map(|line| &line["id"]).collect();
    let (a, seven, c, d) = (Value::from("a"), Value::from(7), Value::from("c"), Value::from("d"));
    assert_eq!(ids, [&a, &Value::Null, &seven, &c, &d, &Value::Null, &Value::Null]);
    let failed: Vec<u64> =
        found.iter().filter_map(|line| line["error"].as_str().and(line["line"].as_u64())).collect();
    assert_eq!(failed, [3, 4, 6, 7]);
    assert_eq!(found[0]["url"], "https://o.example/");
    assert!(found[1].get("id").is_none() && found[6].get("id").is_none());
    assert_eq!(errors(&output).lines().count(), 4);
}

#[test]
fn a_stream_answers_each_line_as_it_comes() {
    let mut child = start(&["analyze", "--jsonl", "-"]);
    let mut input = child.stdin.take().expect("an input");
    let mut output = BufReader::new(child.stdout.take().expect("an output"));
    for id in 0..3 {
        writeln!(input, "{{\"id\": {id}, \"text\": \"We sell pears.\"}}").expect("the line is taken");
        let mut answer = String::new();
        output.read_line(&mut answer).expect("an answer before the next line");
        assert_eq!(serde_json::from_str::<Value>(&answer).expect("JSON")["id"], id);
    }
    drop(input);
    assert_eq!(child.wait().expect("it ends").code(), Some(0));
}

#[test]
fn a_reader_that_leaves_ends_it_quietly() {
    let line = format!("{{\"text\": {}}}\n", Value::from(POLICY));
    let path = file("many.jsonl", line.repeat(2000));
    let mut child = smallprint(&["analyze", "--jsonl", &path]).spawn().expect("the command line runs");
    let mut output = child.stdout.take().expect("an output");
    output.read_exact(&mut [0; 10]).expect("a first answer");
    drop(output);
    let end = child.wait_with_output().expect("it ends");
    assert_eq!((end.status.code(), errors(&end)), (Some(0), String::new()));
}

#[test]
fn wrong_usage_is_two() {
    for arguments in
        [&["analyze"][..], &["analyze", "--pears", "x"], &["pears"], &[], &["analyze", "--jsonl", "a", "b"]]
    {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(!errors(&output).is_empty());
    }
    assert_eq!(run(&["--help"]).status.code(), Some(0));
}

#[test]
fn a_text_cannot_speak_to_the_terminal() {
    let path = file("escape.txt", "We never sell your \x1b[31mpersonal information.");
    let output = run(&["analyze", "--assume-policy", &path]);
    assert_eq!(output.status.code(), Some(0));
    assert!(!output.stdout.contains(&0x1b));
}

#[test]
fn explain_shows_how_a_sentence_is_read() {
    let output = run(&["explain", "We never sell your personal data, except in a merger."]);
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success());
    for part in ["standing: Asserts", "S-b", "sells-data", "negated", "E-transfer"] {
        assert!(text.contains(part), "`{part}` is not in:\n{text}");
    }
}

#[test]
fn rules_are_listed_with_what_each_means() {
    let output = run(&["rules"]);
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success());
    let line = text.lines().find(|line| line.starts_with("sells-data ")).expect("the rule is listed");
    assert!(line.contains("S+") && line.contains("S-") && line.trim_end().ends_with('.'), "{line}");
}
