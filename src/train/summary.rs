//! Fits the weights that choose the sentences of a summary: linear regression, within each article, on what its
//! readers must not miss. Learns from reference briefings, which quote those sentences; what two readers of an article
//! quote counts in full, what one of them does in half.
//!
//! Reads `NAME.txt` beside `NAME.gold.json` with `summary_evidence[]`.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

use serde::Deserialize;

use super::data::references;
use crate::briefing::summary::article;
use crate::briefing::summary::weight::{self, FEATURES};
use crate::briefing::{actors, brief};
use crate::document::Document;
use crate::language::analyze;

const COUNT: usize = FEATURES.len();

/// The sentences of one article.
pub struct Article {
    sentences: Vec<Example>,
    /// What tells the article from others, whoever read it: its text without white space.
    text: String,
}

/// What the model sees of one sentence, and how much it should be in the summary, 0 to 1.
struct Example {
    features: [f32; COUNT],
    target: f32,
}

#[derive(Deserialize)]
struct Reference {
    summary_evidence: Vec<String>,
}

/// The articles of the reference briefings of `folder`, but for those whose names start with `without`.
pub fn read_briefings(folder: &Path, without: &str) -> Result<Vec<Article>, Box<dyn Error>> {
    let references = references::<Reference>(folder, without)?;
    let article = |(reference, document): &(Reference, Document)| {
        let wanted: Vec<String> =
            reference.summary_evidence.iter().map(|quote| plain(quote)).collect();
        let target = |text: &str| {
            let text = plain(text);
            // Half of what is quoted, which may be a part of the sentence or go on in the next one.
            let held = |quote: &&String| {
                text.contains(quote.as_str())
                    || quote.contains(text.as_str()) && 2 * text.len() >= quote.len()
            };
            if wanted.iter().any(|quote| held(&quote)) { 1.0 } else { 0.0 }
        };
        of_article(document, target)
    };
    Ok(references.iter().map(article).collect())
}

fn of_article(document: &Document, target: impl Fn(&str) -> f32) -> Article {
    let briefing = brief(document);
    let analysis = analyze(document);
    let cast = actors::find(document, &analysis);
    let (positions, questions) = (&briefing.positions, &briefing.questions);
    let mut article = article::Article::new(document, &analysis);
    let sentences =
        weight::candidates(&mut article, &cast, positions, questions, &briefing.timeline)
            .iter()
            .map(|candidate| {
                let range = analysis.sentences[candidate.sentence].range;
                let text = range.slice(document.text());
                Example { features: candidate.features, target: target(text) }
            })
            .collect();
    Article { sentences, text: plain(document.text()) }
}

/// Without white space, which line breaks change.
fn plain(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

/// One article for each text, with the mean of what its readers want.
fn merged(articles: Vec<Article>) -> Vec<Article> {
    let mut readers: BTreeMap<String, Vec<Vec<Example>>> = BTreeMap::new();
    for Article { sentences, text } in articles {
        readers.entry(text).or_default().push(sentences);
    }
    let merge = |(text, readings): (String, Vec<Vec<Example>>)| {
        let count = readings.len() as f32;
        let mut readings = readings.into_iter();
        let mut sentences = readings.next().unwrap_or_default();
        for other in readings {
            for (sentence, again) in sentences.iter_mut().zip(other) {
                sentence.target += again.target;
            }
        }
        for sentence in &mut sentences {
            sentence.target /= count;
        }
        Article { sentences, text }
    };
    readers.into_iter().map(merge).collect()
}

/// The features by name, with weights that come nearest to the targets: ridge regression, where a weight costs as much
/// as its feature varies.
pub fn fit(articles: Vec<Article>) -> Vec<(&'static str, f32)> {
    const COST: f32 = 0.2;
    const STEPS: usize = 500;
    let mut products = [[0.0f32; COUNT]; COUNT];
    let mut wanted = [0.0f32; COUNT];
    let articles = merged(articles);
    for article in articles.iter().filter(|article| !article.sentences.is_empty()) {
        let count = article.sentences.len() as f32;
        let mean = |value: &dyn Fn(&Example) -> f32| {
            article.sentences.iter().map(value).sum::<f32>() / count
        };
        let means: [f32; COUNT] = std::array::from_fn(|at| mean(&|it| it.features[at]));
        let target = mean(&|it| it.target);
        // A long article counts for more, but not for many.
        let weight = 1.0 / count.sqrt();
        for sentence in &article.sentences {
            let apart: [f32; COUNT] = std::array::from_fn(|at| sentence.features[at] - means[at]);
            let rows = products.iter_mut().zip(&mut wanted).zip(&apart);
            for ((row, slot), value) in rows {
                *slot += weight * value * (sentence.target - target);
                for (cell, other) in row.iter_mut().zip(&apart) {
                    *cell += weight * value * other;
                }
            }
        }
    }
    // Gauss and Seidel: the matrix is symmetric and positive.
    let mut weights = [0.0f32; COUNT];
    for _ in 0..STEPS {
        for (at, row) in products.iter().enumerate() {
            let all: f32 = row.iter().zip(weights).map(|(product, weight)| product * weight).sum();
            let own = row[at];
            if own > 0.0 {
                weights[at] = (wanted[at] - (all - own * weights[at])) / (own * (1.0 + COST));
            }
        }
    }
    FEATURES.into_iter().zip(weights).collect()
}
