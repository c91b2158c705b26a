//! Where else the article speaks of what a question asks: the sentence that shares most of its words.

use std::collections::{BTreeMap, BTreeSet};

use super::matter::{Matter, is_content};
use crate::document::{BlockKind, Document};
use crate::language::Analysis;
use crate::text::TextRange;

/// How much of a question's words, each weighted by how rare it is, a sentence must share, 0 to 1.
const SHARED: f32 = 0.5;

/// One word in common is no common matter.
const FEWEST: usize = 2;

/// The lemmas of each sentence of running text, and how telling each lemma is.
pub(super) struct Kin {
    sentences: Vec<(TextRange, BTreeSet<String>)>,
    /// In how many of them each lemma stands.
    counts: BTreeMap<String, usize>,
}

impl Kin {
    pub(super) fn new(document: &Document, analysis: &Analysis) -> Self {
        let prose = |block: usize| {
            document
                .blocks()
                .get(block)
                .is_some_and(|block| !matches!(block.kind, BlockKind::Title | BlockKind::Heading))
        };
        let mut counts = BTreeMap::new();
        let mut sentences = Vec::new();
        for sentence in &analysis.sentences {
            let lemmas: BTreeSet<String> = sentence
                .tokens
                .clone()
                .filter(|&token| is_content(analysis, token))
                .map(|token| analysis.lemma(token).to_lowercase())
                .collect();
            for lemma in &lemmas {
                *counts.entry(lemma.clone()).or_insert(0) += 1;
            }
            if prose(sentence.block) {
                sentences.push((sentence.range, lemmas));
            }
        }
        Self { sentences, counts }
    }

    /// The sentence beside those of `taken` that says most of what the question asks, if any says half of it.
    pub(super) fn of(
        &self,
        question: &str,
        matter: &Matter,
        taken: &[TextRange],
    ) -> Option<TextRange> {
        let words = question.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
        let asked: BTreeSet<String> = words
            .filter(|word| self.counts.contains_key(word))
            .chain(matter.lemmas.iter().cloned())
            .collect();
        // Who is in both is not what is asked.
        let names: BTreeSet<String> = question
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.starts_with(char::is_uppercase))
            .map(str::to_lowercase)
            .collect();
        let weight = |lemma: &String| {
            let among = self.counts.get(lemma).copied().unwrap_or(0).max(1) as f32;
            (self.sentences.len() as f32 / among + 1.0).ln()
        };
        let all: f32 = asked.iter().map(weight).sum();
        let mut best: Option<(f32, TextRange)> = None;
        for (place, lemmas) in &self.sentences {
            let shared: Vec<&String> = asked.intersection(lemmas).collect();
            let share = shared.iter().map(|lemma| weight(lemma)).sum::<f32>() / all;
            if shared.len() >= FEWEST
                && shared.iter().any(|lemma| !names.contains(*lemma))
                && share >= SHARED
                && !taken.contains(place)
                && best.is_none_or(|(most, _)| share > most)
            {
                best = Some((share, *place));
            }
        }
        best.map(|(_, place)| place)
    }
}
