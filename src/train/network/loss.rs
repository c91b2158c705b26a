//! What training minimises: cross entropies of tags, heads and relations.
//!
//! Each function puts the gradient of its mean loss into the tape and returns the sum of the losses.

use std::ops::Range;

use ndarray::{Array2, linalg::general_mat_mul};

use super::tape::{Tape, Var};
use crate::language::network::shared::{DISTANCE_CLASSES, distance_class, part, part_mut, softmax};

/// Of the right class in each row; rows without a class do not count.
pub(super) fn classes(
    tape: &mut Tape<'_>,
    scores: Var,
    right: &[Option<usize>],
    weight: f32,
) -> f32 {
    let mut shares = tape.value(scores).clone();
    let mut loss = 0.0;
    for (mut row, right) in shares.rows_mut().into_iter().zip(right) {
        let Some(row) = row.as_slice_mut() else { continue };
        if let Some(right) = *right {
            loss += entropy(row, right, weight);
        } else {
            row.fill(0.0);
        }
    }
    *tape.grad(scores) += &shares;
    loss
}

/// The parts that score arcs; see `Encoded::arc_scores` of the network.
#[derive(Clone, Copy)]
pub(super) struct ArcVars {
    pub query: Var,
    pub head: Var,
    pub head_bias: Var,
}

/// Of the right head of each word. `heads` are rows of the batch; those of the roots are not read.
pub(super) fn arcs(
    tape: &mut Tape<'_>,
    vars: ArcVars,
    bounds: &[Range<usize>],
    heads: &[usize],
    weight: f32,
) -> f32 {
    let width = tape.value(vars.head).ncols();
    let mut query_grad = Array2::<f32>::zeros(tape.value(vars.query).dim());
    let mut head_grad = Array2::<f32>::zeros(tape.value(vars.head).dim());
    let mut bias_grad = Array2::<f32>::zeros(tape.value(vars.head_bias).dim());
    let mut loss = 0.0;
    for range in bounds {
        let query = part(tape.value(vars.query), range.clone(), 0..width);
        let liking = part(tape.value(vars.query), range.clone(), width..width + DISTANCE_CLASSES);
        let head = part(tape.value(vars.head), range.clone(), 0..width);
        let bias = part(tape.value(vars.head_bias), range.clone(), 0..1);
        let mut scores = Array2::<f32>::zeros((range.len(), range.len()));
        general_mat_mul(1.0, &query, &head.t(), 0.0, &mut scores);
        for (dependent, mut row) in scores.rows_mut().into_iter().enumerate() {
            let Some(row) = row.as_slice_mut() else { continue };
            if dependent == 0 {
                row.fill(0.0);
                continue;
            }
            for (candidate, score) in row.iter_mut().enumerate() {
                *score += bias[(candidate, 0)]
                    + liking[(dependent, distance_class(dependent, candidate))];
            }
            row[dependent] = -1e9;
            loss += entropy(row, heads[range.start + dependent] - range.start, weight);
            for (candidate, slope) in row.iter().enumerate() {
                query_grad
                    [(range.start + dependent, width + distance_class(dependent, candidate))] +=
                    slope;
                bias_grad[(range.start + candidate, 0)] += slope;
            }
        }
        let mut target = part_mut(&mut query_grad, range.clone(), 0..width);
        general_mat_mul(1.0, &scores, &head, 1.0, &mut target);
        let mut target = part_mut(&mut head_grad, range.clone(), 0..width);
        general_mat_mul(1.0, &scores.t(), &query, 1.0, &mut target);
    }
    *tape.grad(vars.query) += &query_grad;
    *tape.grad(vars.head) += &head_grad;
    *tape.grad(vars.head_bias) += &bias_grad;
    loss
}

/// Turns scores into the gradient of their weighted cross entropy, and returns the entropy.
fn entropy(row: &mut [f32], right: usize, weight: f32) -> f32 {
    softmax(row);
    let share = row[right];
    row[right] -= 1.0;
    for slope in row {
        *slope *= weight;
    }
    -share.max(1e-12).ln()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::train::network::params::Params;
    use crate::train::network::random::Random;

    #[test]
    fn the_gradient_of_arcs_matches_finite_differences() {
        let (bounds, heads) = ([0..3, 3..7], [0, 2, 0, 3, 5, 3, 4]);
        let mut rng = Random::new(3);
        let mut params = Params::default();
        let query = params.add_normal((7, 2 + DISTANCE_CLASSES), 1.0, false, &mut rng);
        let head = params.add_normal((7, 2), 1.0, false, &mut rng);
        let bias = params.add_normal((7, 1), 1.0, false, &mut rng);
        let run = |params: &mut Params, back: bool| {
            let mut tape = Tape::new(params);
            let [query, head, head_bias] =
                [query, head, bias].map(|id| tape.embed(vec![(id, (0..7).collect())]));
            let loss = arcs(&mut tape, ArcVars { query, head, head_bias }, &bounds, &heads, 1.0);
            if back {
                tape.backward();
            }
            loss
        };
        run(&mut params, true);
        for id in [query, head, bias] {
            let grad = params[id].grad.clone();
            for (place, &analytic) in grad.indexed_iter() {
                params[id].value[place] += 1e-2;
                let up = run(&mut params, false);
                params[id].value[place] -= 2e-2;
                let down = run(&mut params, false);
                params[id].value[place] += 1e-2;
                let numeric = (up - down) / 2e-2;
                assert!((numeric - analytic).abs() < 0.01, "{place:?}: {numeric} and {analytic}");
            }
        }
    }
}
