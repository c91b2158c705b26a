//! How fast the language engine is: words per second of each stage, one thread, and of all of it.
//!
//! Prints `name value unit`, one a line. `benches/compare.sh` runs it beside other tools on the same text.
//! Usage: `cargo bench --bench engine [-- FILE]`; without a file it reads the articles of the tests.
#![expect(clippy::print_stdout, reason = "a command line program")]

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use sidelight::document::Document;
use sidelight::language::{analyze, analyze_reporting};

/// The program's own: see `main.rs`.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Enough for a stage that does 2 million words a second to take a tenth of a second.
const LEAST_WORDS: usize = 200_000;
/// The fastest of so many runs counts: the others were disturbed.
const RUNS: usize = 3;

fn main() {
    let path = std::env::args().skip(1).find(|argument| !argument.starts_with('-'));
    let text = path.map_or_else(articles, |path| fs::read_to_string(path).unwrap_or_default());
    // What the first words cost is the loading of the model.
    let start = Instant::now();
    analyze(&Document::of_paragraphs("A word.".to_owned()));
    println!("sidelight-load {:.1} ms", start.elapsed().as_secs_f64() * 1000.0);
    let words_of_text = analyze(&Document::of_paragraphs(text.clone())).tokens.len().max(1);
    let long =
        Document::of_paragraphs(format!("{text}\n\n").repeat(LEAST_WORDS / words_of_text + 1));

    let before = peak_memory();
    let mut stages: Vec<(&str, Duration)> = Vec::new();
    let (mut words, mut fastest) = (0, Duration::MAX);
    for _ in 0..RUNS {
        let (start, mut last) = (Instant::now(), Instant::now());
        let analysis = analyze_reporting(&long, |stage| {
            let took = last.elapsed();
            match stages.iter_mut().find(|(name, _)| *name == stage) {
                Some((_, known)) => *known = took.min(*known),
                None => stages.push((stage, took)),
            }
            last = Instant::now();
        });
        fastest = fastest.min(start.elapsed());
        words = analysis.tokens.len();
    }
    for (name, time) in stages {
        println!("sidelight-{name} {:.0} words/s", words as f64 / time.as_secs_f64());
    }
    println!("sidelight-all {:.0} words/s", words as f64 / fastest.as_secs_f64());
    println!("sidelight-1000-words {:.2} ms", fastest.as_secs_f64() * 1e6 / words as f64);
    if let (Some(before), Some(after)) = (before, peak_memory()) {
        println!("sidelight-memory {:.0} bytes/word", (after - before) * 1024.0 / words as f64);
    }
    let short = Document::of_paragraphs(text);
    let start = Instant::now();
    let few = analyze(&short).tokens.len().max(1);
    let per_word = start.elapsed().as_secs_f64() / few as f64;
    let ratio = fastest.as_secs_f64() / words as f64 / per_word;
    println!("sidelight-long-to-short {ratio:.2} times-per-word");
}

/// The most memory that the process ever held, in KiB; `None` where the system does not say.
fn peak_memory() -> Option<f64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}

/// The articles of the tests, one after the other.
fn articles() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let names = ["report.txt", "commentary.txt", "interview.txt", "talks.md"];
    let texts = names.map(|name| fs::read_to_string(folder.join(name)).unwrap_or_default());
    texts.join("\n\n")
}
