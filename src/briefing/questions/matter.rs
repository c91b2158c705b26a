//! What a question is about, and whether another asks for the same.

use std::collections::BTreeSet;

use super::Reason;
use crate::document::Document;
use crate::language::{Analysis, Upos};

/// The content words of a question, by their lemmas.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Matter {
    pub(crate) lemmas: BTreeSet<String>,
}

impl Matter {
    pub(super) fn of(document: &Document, analysis: &Analysis, reason: &Reason) -> Self {
        let words: BTreeSet<String> =
            reason.text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase).collect();
        let sentence = analysis.sentence_of(reason.token);
        let tokens =
            analysis.sentences.get(sentence).map_or(0..0, |sentence| sentence.tokens.clone());
        let mut lemmas: BTreeSet<String> = tokens
            .filter(|&token| is_content(analysis, token))
            .filter(|&token| {
                let word = analysis.word(document, token).to_lowercase();
                words.contains(&word) || words.contains(analysis.lemma(token))
            })
            .map(|token| analysis.lemma(token).to_lowercase())
            .collect();
        if lemmas.is_empty() {
            lemmas = words.into_iter().filter(|word| word.len() > 3).collect();
        }
        Self { lemmas }
    }

    /// Whether two questions ask for the same: most words of the shorter are in the other.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        let shared = self.lemmas.intersection(&other.lemmas).count();
        self.lemmas == other.lemmas || shared >= 3 && self.share(other) >= 0.75
    }

    /// Whether they may be two wordings of one sentence's matter.
    pub(super) fn is_near(&self, other: &Self) -> bool {
        self.share(other) >= 0.5
    }

    fn share(&self, other: &Self) -> f32 {
        let shorter = self.lemmas.len().min(other.lemmas.len());
        if shorter == 0 {
            return 0.0;
        }
        self.lemmas.intersection(&other.lemmas).count() as f32 / shorter as f32
    }
}

pub(super) fn is_content(analysis: &Analysis, token: usize) -> bool {
    matches!(analysis.upos(token), Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj | Upos::Num)
        && !matches!(
            analysis.lemma(token),
            "say" | "have" | "do" | "be" | "make" | "take" | "go" | "get" | "will" | "would"
        )
}
