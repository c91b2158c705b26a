//! The real program: what it prints, what it writes, and how it ends.

#![expect(clippy::expect_used, reason = "a test may stop where it stands")]

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

const PROGRAM: &str = env!("CARGO_BIN_EXE_sidelight");

fn run(arguments: &[&str]) -> Output {
    let output =
        Command::new(PROGRAM).args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).output();
    output.expect("the program starts")
}

/// Runs the program and expects how it ends; returns what it printed.
#[track_caller]
fn check(arguments: &[&str], code: i32) -> (String, String) {
    let output = run(arguments);
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the output is UTF-8");
    let (out, err) = (text(output.stdout), text(output.stderr));
    assert_eq!(output.status.code(), Some(code), "{arguments:?}\n{out}\n{err}");
    (out, err)
}

#[test]
fn one_article_goes_to_standard_output_in_every_format() {
    let (text, _) = check(&["brief", "assets/sample.txt"], 0);
    assert!(text.contains("\nPOSITIONS\n") && text.contains("(paragraph "), "{text}");
    let (markdown, _) = check(&["brief", "assets/sample.txt", "--format", "markdown"], 0);
    assert!(markdown.starts_with("# ") && markdown.contains("\n[^1]: “"), "{markdown}");
    let (html, _) = check(&["brief", "assets/sample.txt", "--format", "html"], 0);
    assert!(
        html.starts_with("<!DOCTYPE html>") && html.contains("href=\"#position-1-proof-1\""),
        "{html}"
    );
    let (json, _) = check(&["brief", "assets/sample.txt", "--format", "json"], 0);
    let json: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
    assert_eq!(json["schema"], "sidelight.briefing/1");
    let (lines, _) =
        check(&["brief", "assets/sample.txt", "tests/articles/report.txt", "--format", "jsonl"], 0);
    assert_eq!(lines.lines().count(), 2);
}

#[test]
fn a_locked_file_needs_its_password() {
    let locked = "tests/files/locked.pdf";
    let (_, complaint) = check(&["brief", locked], 1);
    assert!(complaint.contains("locked with a password") && complaint.contains("--password"));
    check(&["brief", locked, "--password", "wrong"], 1);
    let (text, _) = check(&["brief", locked, "--password", "harbour"], 0);
    assert!(text.contains("(p. 1, paragraph 1)") || text.contains("p. 2, "), "{text}");
    let (_, complaint) = check(&["brief", "assets/sample.txt", "--chapter", "2"], 1);
    assert!(complaint.contains("no chapters"), "{complaint}");
}

#[test]
fn a_hyphen_reads_standard_input() {
    let mut child = Command::new(PROGRAM)
        .args(["brief", "-", "--format", "json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut input = child.stdin.take().expect("the input is piped");
    input.write_all("Norway’s minister said she would resign.".as_bytes()).expect("it reads");
    drop(input);
    let output = child.wait_with_output().expect("it ends");
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    assert_eq!(json["document"]["text"], "Norway’s minister said she would resign.");
}

#[test]
fn many_articles_go_into_a_folder_and_a_bad_one_stops_none() {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let out = folder.path().join("briefings");
    let out_name = out.to_str().expect("a plain path");
    let files = ["assets/sample.txt", "no such file.txt", "tests/articles/report.txt"];
    let (_, err) = check(
        &["brief", files[0], files[1], files[2], "--format", "json", "--output", out_name],
        1,
    );
    assert!(err.contains("there is no such file: no such file.txt"), "{err}");
    let mut names: Vec<String> = fs::read_dir(&out)
        .expect("the folder was made")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert_eq!(names, ["report.json", "sample.json"]);
}

#[test]
fn wrong_arguments_end_with_2() {
    check(&["brief"], 2);
    check(&["brief", "assets/sample.txt", "--format", "docx"], 2);
    let (_, err) = check(&["brief", "assets/sample.txt", "tests/articles/report.txt"], 2);
    assert!(err.contains("--output"), "{err}");
}

#[test]
fn each_bad_file_is_named_with_what_to_do() {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let file = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).expect("a scratch file");
        path.to_str().expect("a plain path").to_owned()
    };
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0";
    let cases = [
        (file("empty.txt", b""), "the file is empty"),
        (file("blank.txt", b" \r\n\t \n"), "the file holds no words"),
        (file("picture.txt", png), "the file is not"),
        (folder.path().to_str().expect("a plain path").to_owned(), "this is a folder"),
        ("gone.txt".to_owned(), "there is no such file"),
    ];
    for (path, message) in cases {
        let (out, err) = check(&["brief", &path], 1);
        assert!(out.is_empty(), "{out}");
        let first = err.lines().next().expect("a message");
        assert!(first.contains(message) && first.ends_with(&path), "{err}");
        assert!(err.lines().nth(1).is_some_and(|hint| hint.ends_with('.')), "no hint: {err}");
    }
}

#[test]
fn whoever_stops_listening_is_no_error() {
    let mut child = Command::new(PROGRAM)
        .args(["brief", "assets/sample.txt", "--format", "json"])
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")))
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    assert_eq!(child.wait().expect("it ends").code(), Some(0));
}
