//! What a question is about, and how much that matters in the article.

use std::collections::{BTreeMap, BTreeSet};

use super::Reason;
use crate::briefing::Basis;
use crate::briefing::actors::Cast;
use crate::document::{BlockKind, Document};
use crate::language::{Analysis, Upos};

/// The content words of a question, by their lemmas.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Matter {
    lemmas: BTreeSet<String>,
}

impl Matter {
    /// Less for a question of few words, and for one about `us`, which says little about whom.
    pub(super) fn weight(&self, reason: &Reason) -> f32 {
        let short = if self.lemmas.len() < 3 && reason.basis != Basis::Asked { 0.75 } else { 1.0 };
        let words = || reason.text.split(|c: char| !c.is_alphanumeric());
        let ours = words().any(|word| matches!(word, "we" | "our" | "us"));
        short * if ours { 0.75 } else { 1.0 }
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

/// How often the article comes back to each word, and what its title names.
pub(super) struct Weights<'a> {
    document: &'a Document,
    analysis: &'a Analysis,
    cast: &'a Cast,
    counts: BTreeMap<&'a str, usize>,
    title: BTreeSet<&'a str>,
    n_sentences: usize,
}

impl<'a> Weights<'a> {
    pub(super) fn new(document: &'a Document, analysis: &'a Analysis, cast: &'a Cast) -> Self {
        let (mut counts, mut title) = (BTreeMap::new(), BTreeSet::new());
        for (idx, sentence) in analysis.sentences.iter().enumerate() {
            let heading = document
                .blocks()
                .get(sentence.block)
                .is_some_and(|block| block.kind == BlockKind::Title);
            for token in sentence.tokens.clone().filter(|&token| is_content(analysis, token)) {
                *counts.entry(analysis.lemma(token)).or_insert(0) += 1;
                // Where there is no title the first sentence says what it is about.
                if heading || idx == 0 {
                    title.insert(analysis.lemma(token));
                }
            }
        }
        Self { document, analysis, cast, counts, title, n_sentences: analysis.sentences.len() }
    }

    pub(super) fn matter(&self, reason: &Reason) -> Matter {
        let words: BTreeSet<String> =
            reason.text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase).collect();
        let sentence = self.analysis.sentence_of(reason.token);
        let tokens =
            self.analysis.sentences.get(sentence).map_or(0..0, |sentence| sentence.tokens.clone());
        let mut lemmas: BTreeSet<String> = tokens
            .filter(|&token| is_content(self.analysis, token))
            .filter(|&token| {
                let word = self.analysis.word(self.document, token).to_lowercase();
                words.contains(&word) || words.contains(self.analysis.lemma(token))
            })
            .map(|token| self.analysis.lemma(token).to_lowercase())
            .collect();
        if lemmas.is_empty() {
            lemmas = words.into_iter().filter(|word| word.len() > 3).collect();
        }
        Matter { lemmas }
    }

    /// About 0.5 for a side matter, about 1 for what the article is about.
    pub(super) fn salience(&self, reason: &Reason, matter: &Matter) -> f32 {
        let words = matter.lemmas.len().max(3) as f32;
        let titled =
            matter.lemmas.iter().filter(|lemma| self.title.contains(lemma.as_str())).count() as f32
                / words;
        let common = matter
            .lemmas
            .iter()
            .map(|lemma| {
                (self.counts.get(lemma.as_str()).copied().unwrap_or(0).saturating_sub(1) as f32
                    / 5.0)
                    .min(1.0)
            })
            .sum::<f32>()
            / words;
        let actors = self
            .cast
            .mentioned_in(reason.evidence)
            .iter()
            .filter_map(|&id| self.cast.actor(id))
            .map(|actor| actor.salience)
            .fold(0.0, f32::max);
        let sentence = self.analysis.sentence_at(reason.evidence.start()).unwrap_or(0) as f32;
        let early = 1.0 - sentence / self.n_sentences.max(1) as f32;
        0.5 + 0.15 * titled.min(0.7) + 0.25 * common + 0.15 * actors + 0.15 * early
    }
}

fn is_content(analysis: &Analysis, token: usize) -> bool {
    matches!(analysis.upos(token), Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj | Upos::Num)
        && !matches!(
            analysis.lemma(token),
            "say" | "have" | "do" | "be" | "make" | "take" | "go" | "get" | "will" | "would"
        )
}
