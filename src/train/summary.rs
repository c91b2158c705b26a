//! Fits the weights that choose the sentences of a summary: linear regression, within each article, on what its
//! readers must not miss. Learns from reference briefings, which quote those sentences, and from articles with
//! summaries of one sentence, of which each sentence of the article has more or fewer words.
//!
//! Reads `NAME.txt` beside `NAME.gold.json` with `summary_evidence[]`; and `NAME.txt` beside `NAME.json` with
//! `summaries[]`: `text`.

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::Path;

use serde::Deserialize;

use super::data::{files, references};
use crate::briefing::summary::weight::{self, FEATURES};
use crate::briefing::{actors, brief};
use crate::document::Document;
use crate::language::analyze;
use crate::read::{Options, read as read_file};

const COUNT: usize = FEATURES.len();

/// The sentences of one article.
pub struct Article {
    sentences: Vec<Example>,
    /// How much it counts.
    weight: f32,
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

#[derive(Deserialize)]
struct Graded {
    summaries: Vec<Summary>,
}

#[derive(Deserialize)]
struct Summary {
    text: String,
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
        of_article(document, target, 1.0)
    };
    Ok(references.iter().map(article).collect())
}

/// The articles of `folder` with summaries, whose names start with one of `genres` and are none of `without`.
pub fn read(
    folder: &Path,
    genres: &[&str],
    without: &[&str],
) -> Result<Vec<Article>, Box<dyn Error>> {
    /// There are more of them, and each is one sentence long.
    const WEIGHT: f32 = 0.5;
    let mut articles = Vec::new();
    for path in files(folder)? {
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        let wanted = genres.iter().any(|genre| stem.starts_with(genre)) && !without.contains(&stem);
        if !wanted || path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        let graded: Graded = serde_json::from_str(&fs::read_to_string(&path)?)?;
        let summaries: Vec<BTreeSet<String>> =
            graded.summaries.iter().map(|summary| long_words(&summary.text)).collect();
        let document = read_file(&path.with_extension("txt"), &Options::default())?;
        let mut article = of_article(&document, |text| shared(text, &summaries), WEIGHT);
        stand_out(&mut article.sentences);
        articles.push(article);
    }
    Ok(articles)
}

fn of_article(document: &Document, target: impl Fn(&str) -> f32, weight: f32) -> Article {
    let briefing = brief(document);
    let analysis = analyze(document);
    let cast = actors::find(document, &analysis);
    let (positions, questions) = (&briefing.positions, &briefing.questions);
    let sentences =
        weight::candidates(document, &analysis, &cast, positions, questions, &briefing.timeline)
            .iter()
            .map(|candidate| {
                let range = analysis.sentences[candidate.sentence].range;
                let text = range.slice(document.text());
                Example { features: candidate.features, target: target(text) }
            })
            .collect();
    Article { sentences, weight }
}

/// Without white space, which line breaks change.
fn plain(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

/// The words that mean something, roughly: those of more than three letters.
fn long_words(text: &str) -> BTreeSet<String> {
    text.split(|character: char| !character.is_alphanumeric())
        .filter(|word| word.chars().count() > 3)
        .map(str::to_lowercase)
        .collect()
}

/// How many words the sentence shares with the summaries: the mean of both shares.
fn shared(text: &str, summaries: &[BTreeSet<String>]) -> f32 {
    let words = long_words(text);
    let of_both = |summary: &BTreeSet<String>| {
        let both = words.intersection(summary).count() as f32;
        both / summary.len().max(1) as f32 + both / words.len().max(8) as f32
    };
    summaries.iter().map(of_both).sum::<f32>() / (2 * summaries.len().max(1)) as f32
}

/// Targets near 1 for the few sentences that share much more than the others.
fn stand_out(sentences: &mut [Example]) {
    let count = sentences.len().max(1) as f32;
    let mean = sentences.iter().map(|sentence| sentence.target).sum::<f32>() / count;
    let spread = sentences.iter().map(|it| (it.target - mean).powi(2)).sum::<f32>() / count;
    for sentence in sentences {
        let apart = (sentence.target - mean) / spread.sqrt().max(1e-6);
        sentence.target = 1.0 / (1.0 + (2.0 * (1.3 - apart)).exp());
    }
}

/// Where the fit starts, and whither it is drawn back, in the order of the features: half of the weights of the model
/// before this one, on whose scale a sentence had twice as much; zero for what that did not look at.
const PRIOR: [f32; COUNT] = [
    0.11, 0.07, 0.135, 0.0, 0.115, -0.025, 0.02, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.03,
    0.0, 0.0, 0.0, 0.012, -0.025, 0.095, 0.03, 0.028,
];

/// The features by name, with weights that come nearest to the targets; leaving [`PRIOR`] costs as much as missing them.
pub fn fit(articles: &[Article]) -> Vec<(&'static str, f32)> {
    const COST: f32 = 1.0;
    const STEPS: usize = 500;
    let mut products = [[0.0f32; COUNT]; COUNT];
    let mut wanted = [0.0f32; COUNT];
    for article in articles.iter().filter(|article| !article.sentences.is_empty()) {
        let count = article.sentences.len() as f32;
        let mean = |value: &dyn Fn(&Example) -> f32| {
            article.sentences.iter().map(value).sum::<f32>() / count
        };
        let means: [f32; COUNT] = std::array::from_fn(|at| mean(&|it| it.features[at]));
        let target = mean(&|it| it.target);
        // A long article counts for more, but not for many.
        let weight = article.weight / count.sqrt();
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
    let mut weights = PRIOR;
    for _ in 0..STEPS {
        for (at, row) in products.iter().enumerate() {
            let all: f32 = row.iter().zip(weights).map(|(product, weight)| product * weight).sum();
            let own = row[at];
            let others = all - own * weights[at];
            if own > 0.0 {
                let drawn = COST * own * PRIOR[at];
                weights[at] = (wanted[at] - others + drawn) / (own * (1.0 + COST));
            }
        }
    }
    FEATURES.into_iter().zip(weights).collect()
}
