//! How firm a clause is: asserted, negated, hedged, or hanging on a condition, and by which words.
//!
//! Looks at one clause and what governs it up to where another clause of its own begins. Whose clause it
//! is, and what a cue such as `denied` adds, is for `positions` to say.

use super::Certainty;
use crate::document::Document;
use crate::language::lexicon::is_unsure;
use crate::language::{Analysis, Deprel, Upos};
use crate::text::TextRange;

/// Adjectives and other words that make a clause less than asserted, beside the adverbs of [`is_unsure`].
const HEDGES: &[&str] = &[
    "doubtful",
    "doubtless",
    "likely",
    "plausible",
    "possible",
    "potential",
    "probable",
    "rumored",
    "rumoured",
    "uncertain",
    "unclear",
    "unlikely",
];

/// Verbs that do the same to the clause below them.
const HEDGING_VERBS: &[&str] = &["appear", "seem", "tend"];

const HEDGING_AUXILIARIES: &[&str] = &["may", "might", "could"];

const NEGATIONS: &[&str] =
    &["not", "n't", "never", "neither", "nor", "hardly", "scarcely", "barely", "nowhere"];

/// Words that negate the clause they stand in as its subject or object.
const NEGATIVE_PHRASES: &[&str] = &["no", "nobody", "none", "nothing", "neither", "no-one"];

const CONDITIONS: &[&str] =
    &["if", "unless", "provided", "providing", "assuming", "supposing", "lest"];

/// The certainty of the clause that `head` heads, and the words that make it less than asserted.
pub fn of(document: &Document, analysis: &Analysis, head: usize) -> (Certainty, Option<TextRange>) {
    let clause = Clause { document, analysis, head };
    // What is both denied and doubted is doubted: "may not" says less than "not".
    if let Some(marker) = clause.hedge() {
        return (Certainty::Hedged, Some(marker));
    }
    if let Some(marker) = clause.condition() {
        return (Certainty::Conditional, Some(marker));
    }
    match clause.negation() {
        Some(marker) => (Certainty::Negated, Some(marker)),
        None => (Certainty::Asserted, None),
    }
}

/// The word that negates the clause of `head`, if any.
pub(super) fn negation(document: &Document, analysis: &Analysis, head: usize) -> Option<TextRange> {
    Clause { document, analysis, head }.negation()
}

/// The words that hedge the clause of `head`, if any.
pub(super) fn hedge(document: &Document, analysis: &Analysis, head: usize) -> Option<TextRange> {
    Clause { document, analysis, head }.hedge()
}

struct Clause<'a> {
    document: &'a Document,
    analysis: &'a Analysis,
    head: usize,
}

impl Clause<'_> {
    fn is_one_of(&self, token: usize, words: &[&str]) -> bool {
        let word = self.analysis.word(self.document, token).replace('’', "'");
        words.iter().any(|candidate| candidate.eq_ignore_ascii_case(&word))
    }

    fn is_hedge(&self, token: usize) -> bool {
        self.is_one_of(token, HEDGES)
            || is_unsure(&self.analysis.word(self.document, token).to_lowercase())
    }

    fn hedge(&self) -> Option<TextRange> {
        let analysis = self.analysis;
        let own = analysis
            .children(self.head)
            .chain([self.head])
            .find(|&child| self.hedges(child))
            .map(|child| self.marker(child));
        // "seems to leave", "is likely to leave": the hedge governs the clause.
        own.or_else(|| {
            let above = analysis.head(self.head)?;
            let governed =
                matches!(analysis.deprel(self.head), Deprel::Xcomp | Deprel::Csubj | Deprel::Ccomp);
            let hedging = HEDGING_VERBS.contains(&analysis.lemma(above)) || self.is_hedge(above);
            (governed && hedging).then(|| analysis.range(above))
        })
    }

    fn hedges(&self, token: usize) -> bool {
        match self.analysis.deprel(token) {
            // "could not be built" denies.
            Deprel::Aux if self.is_one_of(token, &["could"]) => {
                !self.is_one_of(token + 1, &["not", "n't"])
                    || self.is_one_of(token + 2, &["have", "only", "just", "merely", "simply"])
            }
            Deprel::Aux => self.is_one_of(token, HEDGING_AUXILIARIES),
            Deprel::Advmod | Deprel::Discourse | Deprel::Amod | Deprel::Xcomp => {
                self.is_hedge(token)
            }
            _ if token == self.head => {
                self.is_hedge(token)
                    || (HEDGING_VERBS.contains(&self.analysis.lemma(token))
                        && self.analysis.child_as(token, Deprel::Xcomp).is_some())
            }
            _ => false,
        }
    }

    /// A modal verb together with what stands between it and the verb: `may even have to`.
    fn marker(&self, token: usize) -> TextRange {
        let range = self.analysis.range(token);
        if self.analysis.deprel(token) != Deprel::Aux || token > self.head {
            return range;
        }
        let small = |&word: &usize| {
            let upos = self.analysis.upos(word);
            matches!(upos, Upos::Aux | Upos::Adv | Upos::Part)
                || self.analysis.lemma(word) == "have"
        };
        let last = (token + 1..self.head).take_while(small).last().unwrap_or(token);
        let range = range.cover(self.analysis.range(last));
        if self.analysis.lemma(self.head) == "have"
            && self.analysis.child_as(self.head, Deprel::Xcomp).is_some()
        {
            let to = self.analysis.range(self.head + 1);
            return if to.slice(self.document.text()) == "to" { range.cover(to) } else { range };
        }
        range
    }

    fn condition(&self) -> Option<TextRange> {
        let analysis = self.analysis;
        let clauses = || {
            analysis.children(self.head).filter(|&child| analysis.deprel(child) == Deprel::Advcl)
        };
        let marked = clauses().find_map(|clause| {
            let mark = analysis.children(clause).find(|&child| {
                matches!(analysis.deprel(child), Deprel::Mark | Deprel::Advmod)
                    && self.is_one_of(child, CONDITIONS)
                    // "even if" and "as if" promise nothing.
                    && !(child > 0 && self.is_one_of(child - 1, &["even", "as"]))
            })?;
            Some(analysis.range(mark))
        });
        let inverted = || {
            clauses().find_map(|clause| {
                let first = analysis.subtree(clause).start;
                (self.is_one_of(first, &["should", "were", "had"])
                    && analysis.deprel(first) == Deprel::Aux)
                    .then(|| analysis.range(first))
            })
        };
        // "that if it rains they will stay", with "if" hung on the wrong one of the two clauses.
        let own = || {
            let is_condition = |child: &usize| {
                analysis.deprel(*child) == Deprel::Mark
                    && self.is_one_of(*child, CONDITIONS)
                    && !self.is_one_of(child - 1, &["even", "as"])
            };
            let subordinate = matches!(analysis.deprel(self.head), Deprel::Advcl | Deprel::Conj);
            let alone = analysis.children_as(self.head, Deprel::Mark).count() < 2;
            if subordinate || alone {
                None
            } else {
                analysis.children(self.head).find(is_condition).map(|mark| analysis.range(mark))
            }
        };
        marked.or_else(inverted).or_else(own)
    }

    fn negation(&self) -> Option<TextRange> {
        let analysis = self.analysis;
        let own = analysis.children(self.head).find(|&child| {
            matches!(
                analysis.deprel(child),
                Deprel::Advmod | Deprel::Det | Deprel::Cc | Deprel::Aux
            ) && self.is_one_of(child, NEGATIONS)
                && !self.is_focus(child)
        });
        let phrase = || {
            analysis
                .children(self.head)
                .filter(|&child| {
                    analysis.deprel(child).is_subject() || analysis.deprel(child) == Deprel::Obj
                })
                .find_map(|child| {
                    let word = |&token: &usize| self.is_one_of(token, NEGATIVE_PHRASES);
                    // "no doubt", "no choice but to": they deny nothing.
                    let idle = self.is_one_of(child, &["doubt", "question", "choice", "wonder"]);
                    let mut words = analysis.children_as(child, Deprel::Det).chain([child]);
                    if idle { None } else { words.find(word) }
                })
        };
        let nominal = || {
            analysis
                .children_as(self.head, Deprel::Det)
                .find(|&child| self.is_one_of(child, &["no"]))
        };
        own.or_else(phrase).or_else(nominal).map(|token| analysis.range(token))
    }

    /// Whether the negation belongs to `not only ... but`, which negates nothing.
    fn is_focus(&self, token: usize) -> bool {
        self.is_one_of(token + 1, &["only", "just", "merely", "simply"])
    }
}

#[cfg(test)]
mod tests {
    use crate::briefing::{Certainty, brief};
    use crate::testing::document;

    #[test]
    fn what_could_not_be_is_denied_and_not_doubted() {
        for (text, expected) in [
            ("Ana Lee said the toll could not be raised.", Certainty::Negated),
            ("Ana Lee said the toll could be raised.", Certainty::Hedged),
            ("Ana Lee said the toll may not be raised.", Certainty::Hedged),
        ] {
            let found = brief(&document(text)).positions;
            assert_eq!(found.first().map(|it| it.certainty), Some(expected), "{text}");
        }
    }
}
