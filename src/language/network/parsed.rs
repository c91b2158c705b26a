//! A sentence as the parser left it, for those who mend it.

use std::ops::Range;

use super::children;
use crate::document::Document;
use crate::language::{Arc, Tag, Token, Upos};

/// One sentence of a document; tokens, tags and arcs are the document's.
pub(super) struct Parsed<'a> {
    pub(super) document: &'a Document,
    pub(super) tokens: &'a [Token],
    pub(super) tags: &'a [Tag],
    pub(super) arcs: &'a [Arc],
    pub(super) sentence: Range<usize>,
}

impl Parsed<'_> {
    /// Nothing behind the last word.
    pub(super) fn word(&self, token: usize) -> &str {
        self.tokens.get(token).map_or("", |token| token.range.slice(self.document.text()))
    }

    pub(super) fn is_day(&self, token: usize) -> bool {
        self.tags[token].upos == Upos::Propn
            && matches!(
                self.word(token),
                "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday"
            )
    }

    pub(super) fn children(&self, head: usize) -> impl Iterator<Item = usize> {
        children(self.arcs, &self.sentence, head)
    }
}
