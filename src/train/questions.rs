//! Fits the weights that rank the open questions: logistic regression on reference briefings, whose readers
//! wrote down what each article leaves open.
//!
//! Reads `NAME.txt` beside `NAME.gold.json` with `questions[]`: `evidence`, `tier`.

use std::error::Error;
use std::path::Path;

use serde::Deserialize;

use super::data::references;
use crate::briefing::actors;
use crate::briefing::questions::{judged, ranking};
use crate::language::analyze;

const COUNT: usize = ranking::FEATURES.len();

/// Where the fit starts, and whither it is drawn back: judged by hand on what readers of some forty articles asked, in
/// the order of the features.
const PRIOR: [f32; COUNT] = [
    -1.12, 0.48, 0.41, 0.63, 0.43, -0.39, 0.1, 0.66, 0.72, 0.32, 0.35, 0.29, -0.5, -0.3, -0.35,
    -0.2, -0.4, 0.4, 0.24, -0.19, 0.1, -1.0, -0.4, -1.0, -0.2, -1.0, 0.8, -0.6,
];

/// What the model sees of one question, how much it should be asked, and how much it counts.
pub struct Example {
    features: [f32; COUNT],
    target: f32,
    weight: f32,
}

#[derive(Deserialize)]
struct Reference {
    questions: Vec<ReferenceQuestion>,
}

#[derive(Deserialize)]
struct ReferenceQuestion {
    evidence: String,
    tier: String,
}

/// The questions that the engine finds in the articles of `folder`, but for those whose names start with `without`.
pub fn read(folder: &Path, without: &str) -> Result<Vec<Example>, Box<dyn Error>> {
    let mut examples = Vec::new();
    for (reference, document) in references::<Reference>(folder, without)? {
        let analysis = analyze(&document);
        let cast = actors::find(&document, &analysis);
        let view = ranking::View::new(&document, &analysis, &cast);
        let found = judged(&document, &analysis, &cast, &view);
        // An article that leaves much open does not count for many.
        let weight = 1.0 / (found.len().max(1) as f32).sqrt();
        examples.extend(found.into_iter().map(|(reason, _, features)| {
            let place = plain(reason.evidence.slice(document.text()));
            let asked = |question: &&ReferenceQuestion| meet(&place, &plain(&question.evidence));
            let tiers: Vec<&str> =
                reference.questions.iter().filter(asked).map(|it| it.tier.as_str()).collect();
            let target = match () {
                () if tiers.contains(&"key") => 1.0,
                () if tiers.is_empty() => 0.0,
                () => 0.8,
            };
            Example { features, target, weight }
        }));
    }
    Ok(examples)
}

/// Without white space, which line breaks change.
fn plain(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

/// Whether two stretches of one article share much of the shorter: one holds the other.
fn meet(a: &str, b: &str) -> bool {
    !a.is_empty() && !b.is_empty() && (a.contains(b) || b.contains(a))
}

/// The features by name, with weights that make the targets likeliest; leaving [`PRIOR`] costs.
pub fn fit(examples: &[Example]) -> Vec<(&'static str, f32)> {
    const STEPS: usize = 3_000;
    const RATE: f32 = 0.3;
    // So few articles say little more than the judgement does.
    const COST: f32 = 1.0;
    let all: f32 = examples.iter().map(|example| example.weight).sum();
    let mut weights = PRIOR;
    for _ in 0..STEPS {
        let mut gradient = [0.0f32; COUNT];
        for example in examples {
            let sum: f32 = example.features.iter().zip(weights).map(|(x, w)| x * w).sum();
            let error = 1.0 / (1.0 + (-sum).exp()) - example.target;
            for (slot, feature) in gradient.iter_mut().zip(example.features) {
                *slot += example.weight * error * feature;
            }
        }
        for ((weight, slope), prior) in weights.iter_mut().zip(gradient).zip(PRIOR) {
            *weight -= RATE * (slope / all.max(1.0) + COST * (*weight - prior));
        }
    }
    ranking::FEATURES.into_iter().zip(weights).collect()
}
