//! Who says, wants, believes, denies or plans what.

#[expect(dead_code, reason = "the cues that use it come next")]
mod lexicon;

use super::Position;
use super::actors::Cast;
use crate::document::Document;
use crate::language::Analysis;

/// The positions of an article, in the order of the text.
pub fn find(_document: &Document, _analysis: &Analysis, _cast: &Cast) -> Vec<Position> {
    Vec::new()
}
