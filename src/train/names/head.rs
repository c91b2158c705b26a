//! Trains what the labeler of names asks the parser's network: whether a word is outside, begins a name or goes on
//! with one. Labeler and network stay as they are.
//!
//! Kinds are left to the labeler: it sees the whole document, the network a sentence. Half of the labeler's features
//! are hidden at each step, as on its own training set it is too sure to need any help.

use std::error::Error;
use std::path::Path;

use ndarray::{Array2, Axis, concatenate};

use super::crf::{Field, Row};
use super::data::{self, Gold};
use super::{allowed, analyzed, ewt, hide_tags, shuffle};
use crate::language::linear::Linear as Words;
use crate::language::names::{ANSWERS, LABELS, Model, Reader, answer_to};
use crate::language::network::Head;
use crate::language::network::shared::{Linear, part};
use crate::train::network::params::{ParamId, Params};
use crate::train::network::random::Random;
use crate::train::network::schedule;
use crate::train::network::tape::Tape;

/// Heads that are trained, each from another seed; their mean is what is written.
const MEMBERS: u64 = 3;
/// Values between the two layers of one.
const HIDDEN: usize = 32;
const ROUNDS: usize = 6;
/// At the first so many, the treebank that does not tell kinds waits for the others.
const FIRST_ROUNDS: usize = 3;
const RATE: f32 = 1e-3;
/// Examples from one step to the next.
const GROUP: usize = 16;
/// Shares of the states, and of the values between the layers, that a step does not see.
const DROPOUT: f32 = 0.3;
/// Share of the labeler's features that it does not see.
const UNSEEN: f32 = 0.5;
/// As much of the labeler's scores as one unit of the logarithm of a likelihood.
const UNIT: f32 = 4000.0;

/// A run of words.
struct Example {
    features: Vec<Vec<u32>>,
    /// Of each word, the labels that it may have, one bit each.
    allowed: Vec<u16>,
    /// What the network makes of each word, a row each.
    states: Array2<f32>,
    weight: f32,
    /// Whether the corpus tells kinds.
    marked: bool,
}

struct Layers {
    params: Params,
    hidden: (ParamId, ParamId),
    scores: (ParamId, ParamId),
    rng: Random,
}

/// Trains on what the labeler of `bytes` was trained on, and gives the bytes.
pub(super) fn train(bytes: &[u8], folder: &Path) -> Result<Vec<u8>, Box<dyn Error>> {
    let model = Model::unpack(bytes).ok_or("the labeler cannot be read")?;
    let mut examples = Vec::new();
    for gold in data::read_all(folder)? {
        read_off(&gold, true, &mut examples);
    }
    for gold in ewt::read(&data::text(folder, "ud-ewt-train.conllu")?) {
        read_off(&gold, false, &mut examples);
    }
    let members: Vec<Layers> =
        (0..MEMBERS).map(|member| fit(&model, &examples, 17 + member)).collect();
    Ok(mean(&members).write())
}

fn read_off(gold: &Gold, marked: bool, examples: &mut Vec<Example>) {
    let (sentences, tokens, mut tags, states) = analyzed(gold, Some(&Head::default()));
    hide_tags(gold, &sentences, &mut tags);
    let reader = Reader::new(&gold.document, &sentences, &tokens, &tags);
    let allowed = allowed(gold, &reader);
    for run in reader.runs() {
        let features = run.clone().map(|idx| {
            let mut found = Vec::new();
            reader.features(idx, &mut found);
            found
        });
        examples.push(Example {
            features: features.collect(),
            allowed: allowed[run.clone()].to_vec(),
            states: part(&states, run, 0..states.ncols()).to_owned(),
            weight: gold.weight,
            marked,
        });
    }
}

fn fit(model: &Model, examples: &[Example], seed: u64) -> Layers {
    let mut field = Field::new(0);
    for (to, from) in field.steps.iter_mut().flatten().zip(model.steps.iter().flatten()) {
        *to = *from as f32 / UNIT;
    }
    let width = examples.first().map_or(0, |example| example.states.ncols());
    let mut layers = Layers::new(width, seed);
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut order_seed = seed;
    for round in 0..ROUNDS {
        shuffle(&mut order, &mut order_seed);
        let now: Vec<&Example> = order
            .iter()
            .map(|&idx| &examples[idx])
            .filter(|example| example.marked || round >= FIRST_ROUNDS)
            .collect();
        for (group, batch) in now.chunks(GROUP).enumerate() {
            let way = (group * GROUP) as f32 / now.len() as f32;
            let rate = RATE * schedule((round as f32 + way) / ROUNDS as f32);
            layers.learn(&field, &model.words, batch, rate);
        }
    }
    layers
}

impl Layers {
    /// For states of so many values.
    fn new(width: usize, seed: u64) -> Self {
        let (mut params, mut rng) = (Params::default(), Random::new(seed));
        let mut linear = |from: usize, to: usize, spread: f32| {
            let weight = params.add_normal((to, from), spread, false, &mut rng);
            (weight, params.add(Array2::zeros((1, to)), false))
        };
        let hidden = linear(width, HIDDEN, (0.5 / width as f32).sqrt());
        let scores = linear(HIDDEN, ANSWERS, 0.0);
        Self { params, hidden, scores, rng }
    }

    /// One step on the examples of `batch`.
    fn learn(&mut self, field: &Field, words: &Words, batch: &[&Example], rate: f32) {
        let views: Vec<_> = batch.iter().map(|example| example.states.view()).collect();
        let states = concatenate(Axis(0), &views).unwrap_or_default();
        let mut tape = Tape::new(&mut self.params);
        let seen = tape.constant(states);
        let seen = tape.dropout(seen, DROPOUT, &mut self.rng);
        let hidden = tape.linear(seen, self.hidden.0, Some(self.hidden.1));
        let hidden = tape.swish(hidden);
        let hidden = tape.dropout(hidden, DROPOUT, &mut self.rng);
        let scores = tape.linear(hidden, self.scores.0, Some(self.scores.1));
        let answers = tape.value(scores).clone();
        let mut start = 0;
        for example in batch {
            let mut rows = Vec::with_capacity(example.features.len());
            for (features, idx) in example.features.iter().zip(start..) {
                let mut row = labeler_row(words, features, &mut self.rng);
                for (label, score) in row.iter_mut().enumerate() {
                    *score += answers[(idx, answer_to(label))];
                }
                rows.push(row);
            }
            let gradients = field.gradients(&rows, &example.allowed);
            for (gradient, idx) in gradients.iter().zip(start..) {
                for (label, value) in gradient.iter().enumerate() {
                    tape.grad(scores)[(idx, answer_to(label))] += value * example.weight;
                }
            }
            start += example.features.len();
        }
        tape.backward();
        self.params.step(rate);
    }
}

/// What the labeler says of a word when it sees only some of its features.
fn labeler_row(words: &Words, features: &[u32], rng: &mut Random) -> Row {
    let seen: Vec<u32> = features.iter().copied().filter(|_| rng.unit() >= UNSEEN).collect();
    let mut sums = [0; LABELS];
    words.score(&seen, &mut sums);
    sums.map(|sum| sum as f32 / UNIT / (1.0 - UNSEEN))
}

/// The mean of several as the program asks it: one wide hidden layer, and answers in the labeler's units.
fn mean(members: &[Layers]) -> Head {
    let all = |axis: usize, param: fn(&Layers) -> ParamId| {
        let views: Vec<_> =
            members.iter().map(|layers| layers.params[param(layers)].value.view()).collect();
        concatenate(Axis(axis), &views).unwrap_or_default()
    };
    let share = UNIT / members.len().max(1) as f32;
    let hidden = Linear {
        weight: all(0, |layers| layers.hidden.0),
        bias: all(1, |layers| layers.hidden.1).into_raw_vec_and_offset().0,
    };
    let scores = Linear {
        weight: all(1, |layers| layers.scores.0) * share,
        bias: (all(0, |layers| layers.scores.1).sum_axis(Axis(0)) * share).to_vec(),
    };
    Head { layers: vec![hidden, scores] }
}
