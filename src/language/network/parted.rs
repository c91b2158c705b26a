//! A subject that an aside parts from its verb, taken for the root: `The bank — a lender in Selm — has closed`.
//!
//! The parser weighs each word alone, and behind a long aside it takes the noun for a heading and the verb for a remark
//! on it. Where the verb has no subject and agrees with the noun, the two are one clause.

use std::ops::Range;

use super::children;
use super::parsed::{Draft, Parsed};
use crate::language::{Arc, Deprel, Upos};

/// Gives such a verb the place of the root, and the noun for its subject.
pub(super) fn mend(draft: &mut Draft<'_>) {
    for sentence in draft.sentences {
        if let Some((noun, verb)) = draft.parsed(&sentence.tokens).parted() {
            promote(draft.arcs, &sentence.tokens, noun, verb);
        }
    }
}

impl Parsed<'_> {
    /// The noun that was taken for the root, and its verb.
    fn parted(&self) -> Option<(usize, usize)> {
        let noun = self.sentence.clone().find(|&word| self.arcs[word].head.is_none())?;
        let nominal = matches!(self.tags[noun].upos, Upos::Noun | Upos::Propn);
        // A second root, or "of the bank", is none of these.
        let whole =
            self.sentence.clone().all(|word| word == noun || self.arcs[word].head.is_some());
        let governed = self
            .children(noun)
            .any(|child| matches!(self.arcs[child].deprel, Deprel::Cop | Deprel::Case));
        if !nominal || !whole || governed {
            return None;
        }
        let parts = |word: usize| matches!(self.word(word), ":" | ";");
        let verb = self.children(noun).find(|&verb| {
            self.is_bare_verb(noun, verb)
                && self.is_behind_aside(noun, verb)
                && !(noun..verb).any(parts)
        })?;
        Some((noun, verb))
    }

    /// Whether a word behind the noun is a verb with tense and without a subject that can have the noun for one.
    fn is_bare_verb(&self, noun: usize, verb: usize) -> bool {
        let Self { tags, arcs, .. } = *self;
        let hung = matches!(arcs[verb].deprel, Deprel::Parataxis | Deprel::Acl | Deprel::Appos);
        if verb < noun || !hung || tags[verb].upos != Upos::Verb {
            return false;
        }
        let helper = self.children(verb).find(|&child| {
            matches!(arcs[child].deprel, Deprel::Aux | Deprel::AuxPass) && child < verb
        });
        let form = tags[helper.unwrap_or(verb)].xpos;
        let joined =
            self.children(noun).any(|child| arcs[child].deprel == Deprel::Conj && child < verb);
        let plural = joined || matches!(tags[noun].xpos, "NNS" | "NNPS");
        let agrees = match form {
            "VBD" | "MD" => true,
            "VBZ" => !plural,
            "VBP" => plural,
            _ => false,
        };
        agrees
            && self.children(verb).all(|child| {
                let before = child < verb;
                let own = arcs[child].deprel.is_subject()
                    || matches!(
                        arcs[child].deprel,
                        Deprel::Expl | Deprel::Csubj | Deprel::CsubjPass
                    );
                let opens = before
                    && (matches!(arcs[child].deprel, Deprel::Mark | Deprel::Cc)
                        || matches!(tags[child].xpos, "WDT" | "WP" | "WRB"));
                !own && !opens
            })
    }

    /// Whether a mark closes an aside right before the verb, its helpers and its adverbs, and none but those of asides
    /// stands between the two.
    fn is_behind_aside(&self, noun: usize, verb: usize) -> bool {
        let Self { tags, arcs, .. } = *self;
        let mut first = verb;
        while first > noun + 1
            && arcs[first - 1].head == Some(verb)
            && tags[first - 1].upos != Upos::Punct
        {
            first -= 1;
        }
        let closed = matches!(tags[first - 1].xpos, "," | ":" | "-RRB-" | "NFP" | "HYPH");
        let marks = (noun + 1..first).filter(|&word| tags[word].upos == Upos::Punct).count();
        closed && marks > 1 && (self.sentence.start..first).all(|word| tags[word].xpos != "``")
    }
}

/// Makes `verb` the root and `noun` its subject; what hung on the noun beyond its phrase hangs on the verb.
fn promote(arcs: &mut [Arc], words: &Range<usize>, noun: usize, verb: usize) {
    let passive = children(arcs, words, verb).any(|child| arcs[child].deprel == Deprel::AuxPass);
    for word in words.clone() {
        let outer = word > verb
            || (word < noun
                && matches!(
                    arcs[word].deprel,
                    Deprel::Cc
                        | Deprel::Advmod
                        | Deprel::Advcl
                        | Deprel::Obl
                        | Deprel::Discourse
                        | Deprel::Mark
                ));
        if arcs[word].head == Some(noun) && outer {
            arcs[word].head = Some(verb);
        }
    }
    arcs[verb] = Arc { head: None, deprel: Deprel::Root };
    let deprel = if passive { Deprel::NsubjPass } else { Deprel::Nsubj };
    arcs[noun] = Arc { head: Some(verb), deprel };
}

#[cfg(test)]
mod tests {
    use crate::language::{self, Deprel};
    use crate::testing::document;

    /// The root of the first sentence and its subject, as the text has them.
    fn root(text: &str) -> (String, Option<String>) {
        let document = document(text);
        let analysis = language::analyze(&document);
        let root = analysis.root(0).expect("the text has a sentence");
        let subject =
            analysis.children(root).find(|&child| analysis.deprel(child) == Deprel::Nsubj);
        let word = |token| analysis.word(&document, token).to_owned();
        (word(root), subject.map(word))
    }

    #[test]
    fn a_subject_before_an_aside_keeps_its_verb() {
        for (text, verb, subject) in [
            (
                "Governor Ana Lee – a Selm United fan – gave a short answer to the question.",
                "gave",
                "Ana",
            ),
            (
                "The overall backdrop — an economy that is strong enough for the bank to raise rates — should favor the mayor.",
                "favor",
                "backdrop",
            ),
        ] {
            assert_eq!(root(text), (verb.to_owned(), Some(subject.to_owned())), "{text}");
        }
    }
}
