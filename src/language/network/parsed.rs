//! The sentences of a document as the parser left them, for those who mend them.

use std::ops::Range;

use super::children;
use crate::document::Document;
use crate::language::{Arc, Deprel, Sentence, Tag, Token, Upos, lemma};

/// A document whose trees are being mended.
pub(super) struct Draft<'a> {
    pub(super) document: &'a Document,
    pub(super) sentences: &'a [Sentence],
    pub(super) tokens: &'a [Token],
    pub(super) tags: &'a mut [Tag],
    pub(super) arcs: &'a mut [Arc],
}

/// The tokens that hang elsewhere, and where.
pub(super) type Changes = Vec<(usize, Arc)>;

pub(super) const fn arc(head: usize, deprel: Deprel) -> Arc {
    Arc { head: Some(head), deprel }
}

impl Draft<'_> {
    /// A sentence as it stands now.
    pub(super) fn parsed(&self, sentence: &Range<usize>) -> Parsed<'_> {
        Parsed {
            document: self.document,
            tokens: self.tokens,
            tags: self.tags,
            arcs: self.arcs,
            sentence: sentence.clone(),
        }
    }

    /// Hangs elsewhere what `find` says of each token, one after the other.
    pub(super) fn mend_each(&mut self, find: impl Fn(&Parsed<'_>, usize) -> Option<Changes>) {
        for sentence in self.sentences {
            for token in sentence.tokens.clone() {
                let changes = find(&self.parsed(&sentence.tokens), token);
                for (token, arc) in changes.unwrap_or_default() {
                    self.arcs[token] = arc;
                }
            }
        }
    }

    pub(super) fn make_adjective(&mut self, token: usize) {
        let tag = &mut self.tags[token];
        (tag.upos, tag.xpos) = (Upos::Adj, "JJ");
    }

    /// Makes a verb of a token, in the form that `xpos` says.
    pub(super) fn make_verb(&mut self, token: usize, xpos: &'static str) {
        let place = &self.tokens[token];
        let form = place.range.slice(self.document.text());
        let lemma = lemma::lemma(form, Upos::Verb, xpos, place.clitic);
        self.tags[token] = Tag { upos: Upos::Verb, xpos, lemma, sure: false };
    }
}

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

    /// Whether a comma stands right before it.
    pub(super) fn is_behind_comma(&self, token: usize) -> bool {
        token.checked_sub(1).is_some_and(|before| self.word(before) == ",")
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

    pub(super) fn is_noun(&self, token: usize) -> bool {
        matches!(self.tags[token].upos, Upos::Noun | Upos::Propn)
    }

    /// Whether a token is `above` or hangs on it, at any depth.
    pub(super) fn is_below(&self, token: usize, above: usize) -> bool {
        // Bounded for the sake of damaged trees; no sentence is deeper.
        std::iter::successors(Some(token), |&at| self.arcs[at].head).take(20).any(|at| at == above)
    }
}
