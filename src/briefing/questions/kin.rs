//! Where else the article speaks of what a question asks: the sentence that shares most of its words.

use std::collections::{BTreeMap, BTreeSet};

use super::MOST_PLACES;
use super::matter::is_content;
use crate::briefing::{Evidence, Question};
use crate::document::{BlockKind, Document};
use crate::language::Analysis;
use crate::text::TextRange;

/// How much of a question's words, each weighted by how rare it is, a sentence must share, 0 to 1.
const SHARED: f32 = 0.5;

/// One word in common is no common matter.
const FEWEST: usize = 2;

/// Adds to each question the place where its matter comes up again: there its reader looks for what is known of it.
pub(in crate::briefing) fn widen(
    document: &Document,
    analysis: &Analysis,
    questions: &mut [Question],
) {
    if questions.is_empty() {
        return;
    }
    let kin = Kin::new(document, analysis);
    let taken: Vec<TextRange> =
        questions.iter().flat_map(|question| question.evidence.ranges()).copied().collect();
    for question in questions {
        let mut places = question.evidence.ranges().to_vec();
        if places.len() >= MOST_PLACES {
            continue;
        }
        if let Some(place) = kin.of(&question.text, &places, &taken) {
            places.push(place);
            places.sort_unstable();
            question.evidence = Evidence::new(places).unwrap_or_else(|| question.evidence.clone());
        }
    }
}

/// The lemmas of each sentence of running text, and how telling each lemma is.
struct Kin<'a> {
    document: &'a Document,
    analysis: &'a Analysis,
    sentences: Vec<(TextRange, BTreeSet<String>)>,
    /// In how many sentences each lemma stands.
    counts: BTreeMap<String, usize>,
}

impl<'a> Kin<'a> {
    fn new(document: &'a Document, analysis: &'a Analysis) -> Self {
        let prose = |block: usize| {
            document
                .blocks()
                .get(block)
                .is_some_and(|block| !matches!(block.kind, BlockKind::Title | BlockKind::Heading))
        };
        let (mut counts, mut sentences) = (BTreeMap::new(), Vec::new());
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
        Self { document, analysis, sentences, counts }
    }

    /// What a question asks about: the lemmas of its words where they stand in its own sentences, and names and other
    /// words that were put into it.
    fn asked(&self, words: &BTreeSet<String>, places: &[TextRange]) -> BTreeSet<String> {
        let own = places.iter().flat_map(|&place| self.analysis.tokens_in(place));
        let said = own
            .filter(|&token| is_content(self.analysis, token))
            .filter(|&token| {
                words.contains(&self.analysis.word(self.document, token).to_lowercase())
                    || words.contains(self.analysis.lemma(token))
            })
            .map(|token| self.analysis.lemma(token).to_lowercase());
        let put = words.iter().filter(|word| self.counts.contains_key(*word)).cloned();
        said.chain(put).collect()
    }

    /// The sentence beside those `taken` that says most of what the question asks, if any says half of it.
    fn of(&self, question: &str, places: &[TextRange], taken: &[TextRange]) -> Option<TextRange> {
        let parts = || question.split(|c: char| !c.is_alphanumeric());
        let asked = self.asked(&parts().map(str::to_lowercase).collect(), places);
        // Who is in both is not what is asked.
        let names: BTreeSet<String> = parts()
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
