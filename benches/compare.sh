#!/bin/sh
# Words per second of the engine and of other tools, on one text, one `name value unit` a line.
# Installs what it compares with into target/compare: spaCy's blank English (words alone) from PyPI,
# harper-brill (words and tags alone) from crates.io, compromise (its whole analysis) from npm.
# Usage: benches/compare.sh [FILE]
set -eu
cd "$(dirname "$0")/.."
work=target/compare
mkdir -p "$work"
work=$(cd "$work" && pwd)
if [ $# -gt 0 ]; then cp "$1" "$work/text.txt"; else
    cat tests/articles/report.txt tests/articles/commentary.txt tests/articles/interview.txt tests/articles/talks.md > "$work/one.txt"
    : > "$work/text.txt"
    for _ in 1 2 3 4 5 6 7 8 9 10; do cat "$work/one.txt" >> "$work/text.txt"; printf '\n\n' >> "$work/text.txt"; done
fi

cargo bench --quiet --bench engine -- "$work/text.txt"

if [ ! -x "$work/venv/bin/python" ]; then
    python3 -m venv "$work/venv"
    "$work/venv/bin/pip" install --quiet spacy
fi
"$work/venv/bin/python" - "$work/text.txt" <<'PYTHON'
import sys, time, spacy
text = open(sys.argv[1], encoding="utf-8").read()
paragraphs = [part for part in text.split("\n\n") if part.strip()]
nlp = spacy.blank("en")
best, words = 1e9, 0
for _ in range(3):
    start = time.perf_counter()
    words = sum(len(doc) for doc in nlp.pipe(paragraphs))
    best = min(best, time.perf_counter() - start)
print(f"spacy.blank-tokens {words / best:.0f} words/s")
PYTHON

mkdir -p "$work/harper/src"
cat > "$work/harper/Cargo.toml" <<'TOML'
[package]
name = "compare-harper"
version = "0.0.0"
edition = "2024"
[dependencies]
harper-brill = "3"
[workspace]
TOML
cat > "$work/harper/src/main.rs" <<'RUST'
use harper_brill::{Tagger, brill_tagger};
use std::time::Instant;

fn main() {
    let text = std::fs::read_to_string(std::env::args().nth(1).unwrap()).unwrap();
    let words: Vec<String> = text
        .split_whitespace()
        .flat_map(|chunk| {
            let cut = chunk.trim_end_matches(|c: char| c.is_ascii_punctuation());
            [cut.to_owned(), chunk[cut.len()..].to_owned()]
        })
        .filter(|word| !word.is_empty())
        .collect();
    let tagger = brill_tagger();
    let mut best = f64::MAX;
    for _ in 0..3 {
        let start = Instant::now();
        for sentence in words.chunks(20) {
            std::hint::black_box(tagger.tag_sentence(sentence));
        }
        best = best.min(start.elapsed().as_secs_f64());
    }
    println!("harper-brill-tags {:.0} words/s", words.len() as f64 / best);
}
RUST
(cd "$work/harper" && cargo run --quiet --release -- "$work/text.txt")

[ -d "$work/node_modules/compromise" ] || npm install --silent --no-fund --no-audit --prefix "$work" compromise
(cd "$work" && node -e '
const nlp = require("compromise")
const text = require("fs").readFileSync("text.txt", "utf8")
let best = Infinity, words = 0
for (let run = 0; run < 3; run++) {
  const start = performance.now()
  words = nlp(text).wordCount()
  best = Math.min(best, performance.now() - start)
}
console.log("compromise-all " + Math.round(words / best * 1000) + " words/s")
')
