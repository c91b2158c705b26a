//! A conditional random field over labels of which some are only partly known.
//!
//! Maximises the probability of all label sequences that agree with what is known, by `AdaGrad`.

use std::collections::HashMap;

use crate::language::names::{LABELS, allowed_after};

/// A run of words.
pub(super) struct Example {
    /// Of each word, indices of features.
    pub(super) features: Vec<Vec<u32>>,
    /// Of each word, the labels that it may have, one bit each.
    pub(super) allowed: Vec<u16>,
    pub(super) weight: f32,
}

pub(super) type Row = [f32; LABELS];

/// Weights in training.
pub(super) struct Field {
    pub(super) weights: Vec<Row>,
    squares: Vec<Row>,
    pub(super) steps: [Row; LABELS],
    step_squares: [Row; LABELS],
}

/// Numbers features in the order in which they come.
#[derive(Default)]
pub(super) struct Index {
    numbers: HashMap<u32, u32>,
    pub(super) counts: Vec<u32>,
    pub(super) features: Vec<u32>,
}

impl Index {
    pub(super) fn number(&mut self, feature: u32) -> u32 {
        let next = self.features.len() as u32;
        let number = *self.numbers.entry(feature).or_insert(next);
        if number == next {
            self.features.push(feature);
            self.counts.push(0);
        }
        self.counts[number as usize] += 1;
        number
    }
}

impl Field {
    pub(super) fn new(features: usize) -> Self {
        Self {
            weights: vec![[0.0; LABELS]; features],
            squares: vec![[0.0; LABELS]; features],
            steps: [[0.0; LABELS]; LABELS],
            step_squares: [[0.0; LABELS]; LABELS],
        }
    }

    /// One step on one example; gives the loss.
    pub(super) fn learn(&mut self, example: &Example, rate: f32, decay: f32) -> f32 {
        let scores: Vec<Row> =
            example.features.iter().map(|features| self.score(features)).collect();
        let free = self.expect(&scores, &vec![u16::MAX; scores.len()]);
        let known = self.expect(&scores, &example.allowed);
        let update = |weight: &mut f32, square: &mut f32, gradient: f32| {
            let gradient = gradient * example.weight + decay * *weight;
            *square += gradient * gradient;
            *weight -= rate * gradient / (square.sqrt() + 1e-3);
        };
        for (idx, features) in example.features.iter().enumerate() {
            let gradient: Row =
                std::array::from_fn(|label| free.words[idx][label] - known.words[idx][label]);
            if gradient.iter().all(|value| value.abs() < 1e-3) {
                continue;
            }
            for &feature in features {
                let (weights, squares) =
                    (&mut self.weights[feature as usize], &mut self.squares[feature as usize]);
                for label in 0..LABELS {
                    if gradient[label].abs() > 1e-4 {
                        update(&mut weights[label], &mut squares[label], gradient[label]);
                    }
                }
            }
        }
        for before in 0..LABELS {
            for label in 0..LABELS {
                let gradient = free.steps[before][label] - known.steps[before][label];
                update(
                    &mut self.steps[before][label],
                    &mut self.step_squares[before][label],
                    gradient,
                );
            }
        }
        (free.total - known.total) * example.weight
    }

    /// The gradients of the scores of a run whose labels are known as far as `allowed` tells.
    pub(super) fn gradients(&self, scores: &[Row], allowed: &[u16]) -> Vec<Row> {
        let known = self.expect(scores, allowed);
        if !known.total.is_finite() {
            // No sequence of labels is allowed.
            return Vec::new();
        }
        let free = self.expect(scores, &vec![u16::MAX; scores.len()]);
        let less =
            |(free, known): (&Row, &Row)| std::array::from_fn(|label| free[label] - known[label]);
        free.words.iter().zip(&known.words).map(less).collect()
    }

    /// Drops weights below `smallest` for good.
    pub(super) fn prune(&mut self, smallest: f32) {
        for (weight, square) in
            self.weights.iter_mut().flatten().zip(self.squares.iter_mut().flatten())
        {
            if weight.abs() < smallest {
                // No step is of any length from here on.
                (*weight, *square) = (0.0, f32::INFINITY);
            }
        }
    }

    pub(super) fn score(&self, features: &[u32]) -> Row {
        let mut row = [0.0; LABELS];
        for &feature in features {
            let weights = &self.weights[feature as usize];
            row.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += weight);
        }
        row
    }

    /// Expected counts by the forward-backward algorithm over the sequences that `allowed` permits.
    fn expect(&self, scores: &[Row], allowed: &[u16]) -> Expected {
        let len = scores.len();
        let may = |idx: usize, label: usize| allowed[idx] >> label & 1 == 1;
        let mut forward = vec![[f32::NEG_INFINITY; LABELS]; len];
        for idx in 0..len {
            for label in (0..LABELS).filter(|&label| may(idx, label)) {
                let sum = if idx == 0 {
                    if allowed_after(0, label) { self.steps[0][label] } else { f32::NEG_INFINITY }
                } else {
                    log_sum(
                        (0..LABELS)
                            .filter(|&before| allowed_after(before, label))
                            .map(|before| forward[idx - 1][before] + self.steps[before][label]),
                    )
                };
                forward[idx][label] = sum + scores[idx][label];
            }
        }
        let mut backward = vec![[f32::NEG_INFINITY; LABELS]; len];
        if let Some(last) = backward.last_mut() {
            *last = [0.0; LABELS];
        }
        for idx in (1..len).rev() {
            for before in 0..LABELS {
                backward[idx - 1][before] = log_sum(
                    (0..LABELS)
                        .filter(|&label| may(idx, label) && allowed_after(before, label))
                        .map(|label| {
                            self.steps[before][label] + scores[idx][label] + backward[idx][label]
                        }),
                );
            }
        }
        let total = log_sum(forward[len - 1].into_iter());
        let mut expected =
            Expected { words: vec![[0.0; LABELS]; len], steps: [[0.0; LABELS]; LABELS], total };
        for idx in 0..len {
            for label in 0..LABELS {
                expected.words[idx][label] =
                    (forward[idx][label] + backward[idx][label] - total).exp();
            }
            for before in 0..LABELS {
                let base = match idx.checked_sub(1).and_then(|last| forward.get(last)) {
                    None if before == 0 => 0.0,
                    None => continue,
                    Some(last) => last[before],
                };
                if base == f32::NEG_INFINITY {
                    continue;
                }
                for label in
                    (0..LABELS).filter(|&label| may(idx, label) && allowed_after(before, label))
                {
                    let score = base
                        + self.steps[before][label]
                        + scores[idx][label]
                        + backward[idx][label];
                    expected.steps[before][label] += (score - total).exp();
                }
            }
        }
        expected
    }
}

struct Expected {
    words: Vec<Row>,
    steps: [Row; LABELS],
    /// The logarithm of the sum over all sequences.
    total: f32,
}

fn log_sum(values: impl Iterator<Item = f32> + Clone) -> f32 {
    let greatest = values.clone().fold(f32::NEG_INFINITY, f32::max);
    if greatest == f32::NEG_INFINITY {
        return greatest;
    }
    greatest + values.map(|value| (value - greatest).exp()).sum::<f32>().ln()
}
