//! What a question is about, and whether another asks for the same.

use std::collections::BTreeSet;

use super::Reason;
use crate::document::Document;
use crate::language::{Analysis, Upos};

/// The content words of a question, by their lemmas.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Matter {
    pub(crate) lemmas: BTreeSet<String>,
    /// Those of them that are names.
    names: BTreeSet<String>,
}

impl Matter {
    pub(super) fn of(document: &Document, analysis: &Analysis, reason: &Reason) -> Self {
        let words: BTreeSet<String> =
            reason.text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase).collect();
        let sentence = analysis.sentence_of(reason.token);
        let tokens =
            analysis.sentences.get(sentence).map_or(0..0, |sentence| sentence.tokens.clone());
        let said: Vec<usize> = tokens
            .filter(|&token| is_content(analysis, token))
            .filter(|&token| {
                let word = analysis.word(document, token).to_lowercase();
                words.contains(&word) || words.contains(analysis.lemma(token))
            })
            .collect();
        let lemma = |&token: &usize| analysis.lemma(token).to_lowercase();
        let mut lemmas: BTreeSet<String> = said.iter().map(lemma).collect();
        let names =
            said.iter().filter(|&&token| analysis.upos(token) == Upos::Propn).map(lemma).collect();
        if lemmas.is_empty() {
            lemmas = words.into_iter().filter(|word| word.len() > 3).collect();
        }
        Self { lemmas, names }
    }

    /// Whether two questions ask about the same: words of the shorter are in the other, and not names alone; or,
    /// names aside, half of them.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        let shared = self.lemmas.intersection(&other.lemmas).count();
        let common = !self.common().is_disjoint(&other.common());
        // "Will Lee resign?" and "Will Ruiz resign?" are two.
        let apart = !self.names.is_empty()
            && !other.names.is_empty()
            && self.names.is_disjoint(&other.names);
        self.lemmas == other.lemmas
            || common && shared >= 2 && share(&self.lemmas, &other.lemmas) >= 0.25
            || !apart && share(&self.common(), &other.common()) >= 0.5
    }

    fn common(&self) -> BTreeSet<String> {
        self.lemmas.difference(&self.names).cloned().collect()
    }

    /// Whether they may be two wordings of one sentence's matter.
    pub(super) fn is_near(&self, other: &Self) -> bool {
        share(&self.lemmas, &other.lemmas) >= 0.5
    }
}

/// How much of the smaller of two sets is in the other, 0 to 1.
fn share(a: &BTreeSet<String>, b: &BTreeSet<String>) -> f32 {
    let smaller = a.len().min(b.len());
    if smaller == 0 {
        return 0.0;
    }
    a.intersection(b).count() as f32 / smaller as f32
}

pub(super) fn is_content(analysis: &Analysis, token: usize) -> bool {
    matches!(analysis.upos(token), Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj | Upos::Num)
        && !matches!(
            analysis.lemma(token),
            "say" | "have" | "do" | "be" | "make" | "take" | "go" | "get" | "will" | "would"
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matter(lemmas: &[&str], names: &[&str]) -> Matter {
        let set = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        let mut matter = Matter { lemmas: set(lemmas), names: set(names) };
        matter.lemmas.extend(matter.names.clone());
        matter
    }

    #[test]
    fn two_questions_about_one_matter_are_one() {
        let toll = matter(&["raise", "toll", "spring"], &["lee"]);
        assert!(toll.is_same(&matter(&["toll", "pay"], &[])));
        assert!(toll.is_same(&matter(&["raise", "toll"], &["lee"])));
        assert!(!toll.is_same(&matter(&["close", "mine", "pit"], &["lee"])));
        assert!(!matter(&["resign"], &["lee"]).is_same(&matter(&["resign"], &["ruiz"])));
        // A name of two words makes no matter.
        assert!(
            !matter(&["cookie", "buy"], &["girl", "club"])
                .is_same(&matter(&["promote", "game"], &["girl", "club"]))
        );
        assert!(!matter(&[], &["lee"]).is_same(&matter(&["resign"], &["lee"])));
    }
}
