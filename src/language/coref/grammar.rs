//! The grammar of a document as linking reads it: an [`Analysis`] with its text, and which quotation and
//! which name each token lies in.

use std::ops::Range;

use crate::document::{BlockKind, Document};
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Analysis, Deprel, Name, NameKind, Upos};
use crate::text::TextRange;

/// No chain of heads in a sentence worth reading is longer.
const DEEPEST: usize = 60;

pub(super) struct Grammar<'a> {
    pub document: &'a Document,
    pub analysis: &'a Analysis,
    /// Innermost quotation of each token.
    quote_of: Vec<Option<usize>>,
    /// Name of each token.
    name_of: Vec<Option<usize>>,
}

impl<'a> Grammar<'a> {
    pub(super) fn new(document: &'a Document, analysis: &'a Analysis) -> Self {
        let count = analysis.tokens.len();
        let mut grammar =
            Self { document, analysis, quote_of: vec![None; count], name_of: vec![None; count] };
        // Inner quotations open later than the outer ones that hold them, so they write last.
        for (idx, quotation) in analysis.quotations.iter().enumerate() {
            grammar.quote_of[analysis.tokens_in(quotation.range)].fill(Some(idx));
        }
        for (idx, name) in analysis.names.iter().enumerate() {
            if grammar.is_office(name) || grammar.is_attribute(name) || grammar.is_member(name) {
                continue;
            }
            for token in name.tokens.clone().filter(|&token| token < count) {
                grammar.name_of[token] = Some(idx);
            }
        }
        grammar
    }

    /// An office written like a name: `Malaysia's Prime Minister`, `Secretary-General`. It is a description.
    fn is_office(&self, name: &Name) -> bool {
        let words = name.tokens.clone();
        // `our Nation`, as presidents write it, is no name; `The Nation` is a paper's.
        let own = name.tokens.len() == 1
            && matches!(self.word(words.start), "Nation" | "Country")
            && words.start > 0
            && matches!(
                self.word(words.start - 1),
                "the" | "our" | "this" | "my" | "your" | "whole"
            );
        if own {
            return true;
        }
        // `Madam Speaker`, `the Chair`: an address.
        let addressed = name.tokens.len() == 1
            && matches!(
                self.word(words.start),
                "Speaker"
                    | "Chair"
                    | "Chairman"
                    | "Chairwoman"
                    | "President"
                    | "Senator"
                    | "Minister"
            );
        if name.kind == NameKind::Person && addressed {
            return true;
        }
        matches!(name.kind, NameKind::Person | NameKind::Other)
            && (words.start..words.end.min(words.start + 8)).any(|from| {
                let rest = self.range(&(from..words.end)).slice(self.text()).to_lowercase();
                let owner = from == words.start
                    || matches!(self.word(from - 1), "'s" | "’s")
                    || !lexicon().powers().of(self.word(from - 1)).is_empty();
                owner && lexicon().word_senses(&rest).any(Senses::OFFICE)
            })
    }

    /// A people or a following as an adjective: `Russian` troops, the `Republican` senator. Nobody is meant.
    fn is_attribute(&self, name: &Name) -> bool {
        // `the brothers Ana and Tom Lund` are somebody.
        let couple = (name.tokens.clone()).any(|token| self.word(token) == "and");
        name.kind == NameKind::Group
            && !couple
            && matches!(
                self.deprel(self.head_of(&name.tokens)),
                Deprel::Amod | Deprel::Compound | Deprel::NmodDesc | Deprel::Flat
            )
    }

    /// `The Republican` who said so: one of them, whom the word does not name.
    fn is_member(&self, name: &Name) -> bool {
        let word = self.word(name.tokens.start);
        let senses = lexicon().senses(word);
        // The Taliban are one body.
        let follower = senses.any(Senses::FOLLOWER) && !senses.any(Senses::ARMED | Senses::PARTY);
        name.tokens.len() == 1
            && follower
            && !word.ends_with('s')
            && word != "Tories"
            && self.analysis.children_as(name.tokens.start, Deprel::Det).any(|det| {
                det < name.tokens.start
                    && matches!(
                        self.lower(det).as_str(),
                        "a" | "an" | "another" | "each" | "every" | "no" | "that" | "the" | "this"
                    )
            })
    }

    pub(super) fn len(&self) -> usize {
        self.analysis.tokens.len()
    }

    pub(super) fn text(&self) -> &'a str {
        self.document.text()
    }

    pub(super) fn word(&self, token: usize) -> &'a str {
        self.analysis.word(self.document, token)
    }

    /// With straight apostrophes.
    pub(super) fn lower(&self, token: usize) -> String {
        self.word(token).to_lowercase().replace('’', "'")
    }

    pub(super) fn upos(&self, token: usize) -> Upos {
        self.analysis.upos(token)
    }

    pub(super) fn xpos(&self, token: usize) -> &'static str {
        self.analysis.xpos(token)
    }

    pub(super) fn deprel(&self, token: usize) -> Deprel {
        self.analysis.deprel(token)
    }

    pub(super) fn head(&self, token: usize) -> Option<usize> {
        self.analysis.head(token)
    }

    pub(super) fn child(&self, token: usize, wanted: Deprel) -> Option<usize> {
        self.analysis.child_as(token, wanted)
    }

    pub(super) fn is_noun(&self, token: usize) -> bool {
        matches!(self.upos(token), Upos::Noun | Upos::Propn)
    }

    pub(super) fn is_verb(&self, token: usize) -> bool {
        matches!(self.upos(token), Upos::Verb | Upos::Aux)
    }

    /// The lemma in lower case; the word where there is none.
    pub(super) fn lemma(&self, token: usize) -> String {
        let lemma = self.analysis.lemma(token);
        if lemma.is_empty() { self.lower(token) } else { lemma.to_lowercase() }
    }

    /// The preposition of a noun, in lower case.
    pub(super) fn preposition(&self, token: usize) -> Option<String> {
        self.analysis
            .children_as(token, Deprel::Case)
            .find(|&case| case < token && self.upos(case) != Upos::Part)
            .map(|case| self.lower(case))
    }

    /// The subject of a verb, or of the verb that it is joined to.
    pub(super) fn subject(&self, verb: usize) -> Option<usize> {
        let mut verb = verb;
        for _ in 0..4 {
            if let Some(own) = self.analysis.subject(verb) {
                return Some(own);
            }
            match self.deprel(verb) {
                Deprel::Conj | Deprel::Xcomp | Deprel::Aux | Deprel::Cop => {
                    verb = self.head(verb)?;
                }
                _ => return None,
            }
        }
        None
    }

    /// All tokens below a token and itself, from the first to the last. It ends with the whole of a name, whatever the
    /// tree hangs its last word on: `Selm Harbour Watch` of `the head of Selm Harbour Watch`.
    pub(super) fn span(&self, token: usize) -> Range<usize> {
        let span = self.analysis.subtree(token);
        let span = if span.is_empty() { token..token + 1 } else { span };
        let mut end = span.end;
        while self.name(end - 1).is_some() && self.name(end - 1) == self.name(end) {
            end += 1;
        }
        span.start..end
    }

    /// The verb or predicate whose clause a token stands in.
    pub(super) fn clause(&self, token: usize) -> Option<usize> {
        let mut at = token;
        for _ in 0..DEEPEST {
            let head = self.head(at)?;
            let clausal = self.is_verb(head) || self.child(head, Deprel::Cop).is_some();
            if clausal && !matches!(self.deprel(at), Deprel::Aux | Deprel::AuxPass | Deprel::Cop) {
                return Some(head);
            }
            at = head;
        }
        None
    }

    pub(super) fn sentence(&self, token: usize) -> usize {
        self.analysis.sentence_of(token)
    }

    pub(super) fn same_sentence(&self, left: usize, right: usize) -> bool {
        left.max(right) < self.len() && self.sentence(left) == self.sentence(right)
    }

    /// The document's block that a token stands in.
    pub(super) fn block(&self, token: usize) -> usize {
        self.analysis.sentences.get(self.sentence(token)).map_or(usize::MAX, |s| s.block)
    }

    /// What kind of block that is.
    pub(super) fn block_kind(&self, token: usize) -> Option<BlockKind> {
        self.document.blocks().get(self.block(token)).map(|block| block.kind)
    }

    pub(super) fn quotation(&self, token: usize) -> Option<usize> {
        self.quote_of.get(token).copied().flatten()
    }

    pub(super) fn name(&self, token: usize) -> Option<usize> {
        self.name_of.get(token).copied().flatten()
    }

    /// The text from the first to the last token of a range.
    pub(super) fn range(&self, tokens: &Range<usize>) -> TextRange {
        self.analysis.cover(tokens.clone())
    }

    /// The token of a range that the rest hangs on; the last one where there is no tree.
    pub(super) fn head_of(&self, tokens: &Range<usize>) -> usize {
        if self.analysis.arcs.is_empty() {
            return tokens.end.saturating_sub(1);
        }
        self.analysis.head_of(tokens.clone()).unwrap_or(tokens.end.saturating_sub(1))
    }
}
