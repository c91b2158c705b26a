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
fn a_table_of_ones_own_says_what_stands_for_a_state() {
    let folder = tempfile::tempdir().expect("a folder");
    let article = folder.path().join("article.txt");
    let text =
        "Norway will not sign.\n\nThe Glass Palace said on Monday that the terms were unfair.\n";
    fs::write(&article, text).expect("written");
    let brief = || {
        let mut program = Command::new(PROGRAM);
        program.arg("brief").arg(&article).env("XDG_CONFIG_HOME", folder.path());
        String::from_utf8(program.output().expect("it runs").stdout).expect("UTF-8")
    };
    let told = || {
        let text = brief();
        let line = text.lines().find(|line| line.starts_with("- Norway: ")).map(str::to_owned);
        line.expect("Norway is listed")
    };
    assert!(!told().contains("also"), "{}", told());
    fs::create_dir(folder.path().join("sidelight")).expect("made");
    let table = "Norway\tstate\t\t\t\t\t\tGlass Palace\n";
    fs::write(folder.path().join("sidelight/states.tsv"), table).expect("written");
    assert!(told().contains("also “the Glass Palace”"), "{}", told());
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
    assert_eq!(json["document"]["file"], "standard input");
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
    check(&["brief", "assets/sample.txt", "--format", "parchment"], 2);
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

/// A scratch folder for briefings, and its name as an argument.
fn scratch() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let name = folder.path().to_str().expect("a plain path").to_owned();
    (folder, name)
}

#[test]
fn an_existing_briefing_is_overwritten_only_on_request() {
    let (folder, name) = scratch();
    let target = folder.path().join("report.txt");
    fs::write(&target, "mine").expect("written");
    let arguments = ["brief", "tests/articles/report.txt", "--output", name.as_str()];
    let (_, err) = check(&arguments, 1);
    assert!(err.contains("report.txt is there already; --overwrite replaces it"), "{err}");
    assert_eq!(fs::read_to_string(&target).expect("it is there"), "mine");
    check(&[&arguments[..], &["--overwrite"]].concat(), 0);
    assert!(fs::read_to_string(&target).expect("it is there").contains("POSITIONS"));
    assert_eq!(fs::read_dir(folder.path()).expect("it can be read").count(), 1);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_loses_nothing_and_is_told() {
    let output = Command::new("sh")
        .args(["-c", "exec \"$0\" brief assets/sample.txt > /dev/full", PROGRAM])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("a shell starts");
    let err = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{err}");
    assert!(err.contains("the file could not be written (No space left"), "{err}");
    // A file may grow to four blocks of 512 bytes, which is less than a briefing.
    let (folder, name) = scratch();
    let target = folder.path().join("sample.html");
    fs::write(&target, "old").expect("written");
    let limited = "trap '' XFSZ; ulimit -f 4; exec \"$0\" brief assets/sample.txt --format html --output \"$1\" --overwrite";
    let output = Command::new("sh")
        .args(["-c", limited, PROGRAM, &name])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("a shell starts");
    let err = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{err}");
    assert!(err.contains("could not be written") && err.contains("sample.html"), "{err}");
    assert_eq!(fs::read_to_string(&target).expect("it is there"), "old");
    assert_eq!(fs::read_dir(folder.path()).expect("it can be read").count(), 1);
}

#[test]
fn a_folder_that_cannot_be_written_is_told() {
    let (_, err) = check(&["brief", "assets/sample.txt", "--output", "Cargo.toml/briefings"], 1);
    assert!(err.contains("the file could not be written") && err.contains("Cargo.toml"), "{err}");
    let (_, err) = check(&["brief", "assets/sample.txt", "--output", "Cargo.toml"], 1);
    assert!(err.contains("this is a file, not a folder): Cargo.toml"), "{err}");
}

#[test]
fn word_and_pdf_files_are_files_of_their_kind_and_the_same_each_time() {
    for (format, start) in [("docx", &b"PK\x03\x04"[..]), ("pdf", &b"%PDF-"[..])] {
        let bytes = run(&["brief", "assets/sample.txt", "--format", format]).stdout;
        assert!(bytes.starts_with(start) && bytes.len() > 5000, "{format}: {} bytes", bytes.len());
        assert_eq!(bytes, run(&["brief", "assets/sample.txt", "--format", format]).stdout);
        // Read back by our own reader: the words are there.
        let (folder, _) = scratch();
        let path = folder.path().join(format!("briefing.{format}"));
        fs::write(&path, &bytes).expect("written");
        let document = sidelight::read::read(&path, &sidelight::read::Options::default())
            .expect("it can be read");
        for heading in ["In brief", "Positions", "Timeline"] {
            assert!(document.text().contains(heading), "{format}: {}", document.text());
        }
    }
}

#[test]
fn templates_are_filled_listed_and_explained() {
    let (note, _) = check(&["brief", "assets/sample.txt", "--template", "note"], 0);
    assert!(note.starts_with("# ") && note.contains("**Bottom line.**"), "{note}");
    let (list, _) = check(&["templates"], 0);
    assert!(list.contains("bulletin.txt\n") && list.contains("Yours: "), "{list}");
    let (source, _) = check(&["templates", "questions"], 0);
    assert!(source.contains("{% for"), "{source}");
    let (_, err) = check(&["brief", "assets/sample.txt", "--template", "nothing"], 2);
    assert!(err.contains("there is no nothing, but note.md"), "{err}");
    check(&["templates", "nothing"], 2);
    let (folder, _) = scratch();
    let own = folder.path().join("cable.txt.jinja");
    fs::write(&own, "{{ title }}\n{{ titel }}\n").expect("written");
    let own = own.to_str().expect("a plain path");
    let (_, err) = check(&["brief", "assets/sample.txt", "--template", own], 1);
    assert!(err.contains("cable.txt, line 2: "), "{err}");
}

#[test]
fn verify_tells_by_its_exit_code() {
    let (folder, name) = scratch();
    let article = "tests/articles/report.txt";
    check(&["brief", article, "--format", "json", "--output", &name], 0);
    let path = folder.path().join("report.json");
    let briefing = path.to_str().expect("a plain path");
    check(&["verify", briefing, article], 0);
    let (out, _) = check(&["verify", briefing, "assets/sample.txt"], 1);
    assert!(out.contains("missing: "), "{out}");
    let (_, err) = check(&["verify", article, article], 1);
    assert!(err.contains("the file is not a briefing"), "{err}");
}

#[test]
fn a_web_page_folds_what_is_not_the_article() {
    let (html, _) = check(&["brief", "tests/articles/saved-page.html", "--format", "html"], 0);
    let mut folded = 0;
    for (idx, part) in html.split("<details>").enumerate() {
        let (inside, after) = part.split_once("</details>").unwrap_or(("", part));
        assert_eq!(idx == 0, inside.is_empty(), "a fold that does not end: {part}");
        assert!(!after.contains("class=\"boilerplate\""), "{after}");
        folded += inside.matches("class=\"boilerplate\"").count();
    }
    assert!(folded > 0 && html.contains(" of site text</summary>"), "{html}");
}

#[test]
fn of_a_language_that_is_not_understood_nothing_is_denied() {
    let (folder, _) = scratch();
    let path = folder.path().join("rede.txt");
    let text = "Der Minister sagte am Montag, die Gespräche würden im Frühjahr fortgesetzt. Wird die Opposition zustimmen?\n";
    fs::write(&path, text).expect("written");
    let path = path.to_str().expect("a plain path");
    for format in ["text", "markdown", "html"] {
        let (out, _) = check(&["brief", path, "--format", format], 0);
        assert!(out.contains("Note: The article seems to be in German."), "{out}");
        for denial in ["Nobody is", "No open question", "dates no event", "No line above"] {
            assert!(!out.contains(denial), "{out}");
        }
    }
}

#[test]
fn the_help_says_what_each_word_means() {
    let (help, _) = check(&["--help"], 0);
    assert!(
        help.contains("sidelight brief article.html") && help.contains("Ends with 0"),
        "{help}"
    );
    let (help, _) = check(&["brief", "--help"], 0);
    let formats: Vec<&str> =
        help.lines().map(str::trim).filter(|line| line.starts_with("- ")).collect();
    assert_eq!(formats.len(), 12, "{help}");
    assert!(formats.iter().all(|line| line.contains(": ") && !line.contains('`')), "{formats:?}");
}

#[cfg(all(feature = "window", target_os = "linux"))]
#[test]
fn without_a_screen_several_articles_are_no_wrong_arguments() {
    let output = Command::new(PROGRAM)
        .args(["one.txt", "two.txt"])
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .output()
        .expect("the program starts");
    let err = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{err}");
    let first = err.lines().next().unwrap_or_default();
    assert!(first.starts_with("sidelight: the window cannot be opened: "), "{err}");
    assert!(first.ends_with("is set.") && !first.contains(".rs"), "{err}");
}
