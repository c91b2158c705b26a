//! Trains the language model and shows what it makes of a text.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command line")]

use std::process::ExitCode;

use sidelight::document::{Block, BlockKind, Document, Format, Meta, Source};
use sidelight::language::{analyze, conllu};
use sidelight::text::TextRange;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["analyze", path] => match std::fs::read_to_string(path) {
            Ok(text) => {
                let document = document(text);
                print!("{}", conllu::write(&document, &analyze(&document)));
                ExitCode::SUCCESS
            }
            Err(error) => {
                eprintln!("{error}: {path}");
                ExitCode::FAILURE
            }
        },
        _ => {
            eprintln!("usage: train analyze FILE");
            ExitCode::from(2)
        }
    }
}

/// A document whose paragraphs are parted by blank lines.
fn document(text: String) -> Document {
    let blocks = text
        .split("\n\n")
        .filter_map(|part| TextRange::of(part, &text))
        .map(|range| Block { kind: BlockKind::Paragraph, range, level: 0 })
        .collect();
    let source = Source {
        format: Format::Text,
        encoding: "UTF-8",
        encoding_guessed: false,
        sha256: String::new(),
    };
    Document::new(text, blocks, Vec::new(), Meta::default(), source)
}
