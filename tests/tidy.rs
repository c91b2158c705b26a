//! The architecture as a test: who may import whom, every file says what it is for, none grows too long.

#![expect(clippy::expect_used, reason = "a test may stop where it stands")]

use std::fs;
use std::path::{Path, PathBuf};

/// Which modules of the crate each module may name; the map in `ARCHITECTURE.md`.
const LAYERS: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("error", &[]),
    ("stop", &[]),
    ("document", &["text"]),
    ("fold", &["text"]),
    ("save", &["error"]),
    ("templates", &["error", "export"]),
    ("read", &["document", "error", "stop", "text"]),
    ("language", &["document", "stop", "text"]),
    ("briefing", &["language", "document", "stop", "text"]),
    ("export", &["briefing", "document", "error", "fold", "text"]),
    (
        "app",
        &[
            "briefing",
            "document",
            "error",
            "export",
            "fold",
            "read",
            "save",
            "stop",
            "templates",
            "text",
        ],
    ),
    // `analyze` prints what the engine sees.
    (
        "cli",
        &[
            "briefing",
            "document",
            "error",
            "export",
            "language",
            "read",
            "save",
            "templates",
            "text",
        ],
    ),
    ("train", &["briefing", "document", "language", "read", "stop", "text"]),
    ("testing", &["briefing", "document", "language", "text"]),
];

/// Lines of code and comment before the tests; a longer file does more than one job.
const MAX_LINES: usize = 600;

/// Crates that belong to one layer, and where they may be named.
const CRATES: &[(&str, &[&str])] = &[
    ("eframe", &["src/app", "src/main.rs"]),
    ("egui", &["src/app"]),
    ("rfd", &["src/app"]),
    ("arboard", &["src/app"]),
    ("pulldown_cmark", &["src/read/markdown.rs", "src/export/markdown.rs"]),
    ("trafilatura", &["src/read"]),
    ("dom_smoothie", &["src/read"]),
    ("clap", &["src/cli"]),
    ("minijinja", &["src/export/template.rs"]),
    ("krilla", &["src/export/pdf"]),
    ("rustybuzz", &["src/export/pdf"]),
    ("indicatif", &["src/cli"]),
    ("serde_json", &["src/export", "src/app", "src/read", "src/train"]),
];

/// Every source file: its path with `/`, and its text without the tests at its foot.
fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (mut folders, mut files) = (vec![root.join("src")], Vec::<PathBuf>::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the folder can be read") {
            let path = entry.expect("the entry can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    assert!(files.len() > 20, "the walk misses files: {}", files.len());
    let read = |path: &PathBuf| {
        let text = fs::read_to_string(path).expect("the file can be read");
        let code = text.split("\n#[cfg(test)]\nmod tests").next().unwrap_or_default().to_owned();
        let relative = path.strip_prefix(root).expect("the file lies in the project");
        (relative.to_string_lossy().replace('\\', "/"), code)
    };
    files.iter().map(read).collect()
}

/// The module of the crate that a file belongs to.
fn module(path: &str) -> &str {
    let inner = path.strip_prefix("src/").unwrap_or(path);
    inner.split('/').next().unwrap_or(inner).trim_end_matches(".rs")
}

#[test]
fn layers_face_one_way() {
    for (path, code) in sources() {
        let this = module(&path);
        if matches!(this, "lib" | "main" | "bin") {
            continue;
        }
        let allowed = LAYERS.iter().find(|(name, _)| *name == this).map(|(_, allowed)| *allowed);
        let allowed =
            allowed.unwrap_or_else(|| panic!("{path}: `{this}` has no place in the layers"));
        for (number, line) in code.lines().enumerate() {
            // Docs may point anywhere.
            let line = line.split("//").next().unwrap_or_default();
            for part in line.split("crate::").skip(1) {
                let named: String =
                    part.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                assert!(
                    named == this
                        || named.is_empty()
                        || allowed.contains(&named.as_str())
                        || named == "testing",
                    "{path}:{}: `{this}` may not know `{named}`",
                    number + 1
                );
            }
        }
    }
}

#[test]
fn each_crate_stays_in_its_layer() {
    for (path, code) in sources() {
        for (name, homes) in CRATES {
            let named = code.lines().any(|line| {
                let line = line.split("//").next().unwrap_or_default();
                line.contains(&format!("{name}::")) && !line.contains(&format!("_{name}::"))
            });
            assert!(
                !named || homes.iter().any(|home| path.starts_with(home)),
                "{path} names `{name}`, which belongs to {homes:?}"
            );
        }
    }
}

#[test]
fn every_file_says_what_it_is_for() {
    for (path, code) in sources() {
        assert!(code.starts_with("//! "), "{path} opens without a `//!` line");
    }
}

#[test]
fn no_file_outgrows_one_head() {
    for (path, code) in sources() {
        let n_lines = code.lines().count();
        assert!(
            n_lines <= MAX_LINES,
            "{path} has {n_lines} lines before its tests; what is it really made of?"
        );
    }
}
