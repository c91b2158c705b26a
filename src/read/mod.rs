//! File to document. Stand-in: plain text alone.

use std::path::Path;

use crate::document::{Block, BlockKind, Document, Format, Meta, Source};
use crate::error::Error;
use crate::text::TextRange;

pub fn read(path: &Path) -> Result<Document, Error> {
    let bytes = std::fs::read(path).map_err(|error| Error::Unreadable(error.to_string()))?;
    read_bytes(&bytes, Some(path), None)
}

pub fn read_bytes(
    bytes: &[u8],
    _name: Option<&Path>,
    _encoding: Option<&'static encoding_rs::Encoding>,
) -> Result<Document, Error> {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let blocks = text
        .lines()
        .filter_map(|line| TextRange::of(line.trim(), &text))
        .map(|range| Block { kind: BlockKind::Paragraph, range, level: 0 })
        .collect();
    let source = Source {
        format: Format::Text,
        encoding: "UTF-8",
        encoding_guessed: false,
        sha256: String::new(),
    };
    Ok(Document::new(text, blocks, Vec::new(), Meta::default(), source))
}
