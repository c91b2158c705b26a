//! `analyze`: what the engine sees of a file, for measuring and for finding faults.
//!
//! Plain text is taken as it is, without a reader's tidying: whoever measures counts every word, and
//! the offsets printed are those of the file. Other formats go through their reader first.

use std::io::Read as _;
use std::path::Path;

use crate::document::{Block, BlockKind, Document, Format, Meta, Source};
use crate::error::Error;
use crate::language::{analyze, conllu};
use crate::read;
use crate::text::TextRange;

pub(super) fn analyze_file(file: &Path, as_tree: bool) -> Result<String, Error> {
    let document = open(file)?;
    let analysis = analyze(&document);
    let write = if as_tree { conllu::write_tree } else { conllu::write };
    Ok(write(&document, &analysis))
}

fn open(file: &Path) -> Result<Document, Error> {
    let unreadable = |error: std::io::Error| Error::Unreadable(error.to_string());
    let mut bytes = Vec::new();
    if file == Path::new("-") {
        std::io::stdin().lock().read_to_end(&mut bytes).map_err(unreadable)?;
    } else if file.extension().is_none_or(|extension| extension == "txt") && file.is_file() {
        bytes = std::fs::read(file).map_err(unreadable)?;
    } else {
        return read::read(file, &read::Options::default());
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(plain(text)),
        Err(error) => read::read_bytes(error.as_bytes(), None, &read::Options::default()),
    }
}

/// Paragraphs parted by blank lines.
fn plain(text: String) -> Document {
    let mut blocks = Vec::new();
    let (mut start, mut at) = (0, 0);
    for line in text.split_inclusive('\n') {
        at += line.len();
        if line.trim().is_empty() {
            blocks.push(paragraph(start, at));
            start = at;
        }
    }
    blocks.push(paragraph(start, at));
    let source = Source {
        format: Format::Text,
        encoding: "UTF-8",
        encoding_guessed: false,
        sha256: String::new(),
    };
    Document::new(text, blocks, Vec::new(), Meta::default(), source)
}

fn paragraph(start: usize, end: usize) -> Block {
    Block { kind: BlockKind::Paragraph, range: TextRange::new(start, end), level: 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_plain_text_is_analysed() {
        let document = plain("A rule:\r\n\r\n_____\n \nShare this.\n".to_owned());
        let analysis = analyze(&document);
        assert_eq!(analysis.sentences.len(), 3);
        assert_eq!(analysis.sentences[1].range.slice(document.text()), "_____");
    }
}
