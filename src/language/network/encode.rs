//! The forward pass: words of many sentences in, scores of arcs, relations and tags out.
//!
//! All sentences of a batch lie one below the other in the same matrices, each after a row for its
//! root; only what looks at neighbours minds where one ends.

use std::ops::Range;

use ndarray::{Array2, ArrayView2, linalg::general_mat_mul};

use super::features::Parts;
use super::math::{gate, part, part_mut, softmax, sum, sum_squares, swish};
use super::weights::{Block, Linear, Norm, Recurrent, Weights, distance_class};

/// Rows of the input tables for one word.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Input {
    pub word: u32,
    /// `None` for words without a pretrained vector.
    pub vector: Option<u32>,
    /// `None` for the root.
    pub parts: Option<Parts>,
    /// 0 when no tagger has spoken.
    pub tag: u32,
}

/// What the network makes of a batch, a row for each word and root.
pub(crate) struct Encoded {
    /// How likely it thinks each tag: a row sums to 1.
    pub tag_shares: Array2<f32>,
    query: Array2<f32>,
    head: Array2<f32>,
    head_bias: Vec<f32>,
    relation_dependent: Array2<f32>,
    relation_head: Array2<f32>,
    /// Its states at three depths, side by side: of the word as read, beside its neighbours, in its sentence.
    pub states: Array2<f32>,
}

pub(crate) fn encode(weights: &Weights, inputs: &[Input], bounds: &[Range<usize>]) -> Encoded {
    let mut state = embed(weights, inputs);
    let (rows, width) = state.dim();
    let mut states = Array2::zeros((rows, 3 * width));
    let mut keep = |depth: usize, state: &Array2<f32>| {
        part_mut(&mut states, 0..rows, depth * width..(depth + 1) * width).assign(state);
    };
    keep(0, &state);
    for block in &weights.windows {
        window_step(block, &mut state, bounds);
    }
    let mut shares = linear(&weights.tag_scores, &state.view());
    rows_mut(&mut shares).for_each(softmax);
    let back = &weights.tag_back;
    general_mat_mul(1.0, &shares, &back.weight.t(), 1.0, &mut state);
    keep(1, &state);
    for layer in &weights.recurrent {
        recurrent_step(layer, &mut state, bounds);
    }
    keep(2, &state);
    let mut hidden = linear(&weights.arc_hidden, &state.view());
    hidden.mapv_inplace(swish);
    let half = hidden.ncols() / 2;
    let head = part(&hidden, 0..inputs.len(), half..2 * half).to_owned();
    let mut tag_shares = linear(&weights.tag_verdict, &state.view());
    rows_mut(&mut tag_shares).for_each(softmax);
    Encoded {
        tag_shares,
        query: linear(&weights.arc_query, &part(&hidden, 0..inputs.len(), 0..half)),
        head_bias: linear(&weights.arc_head, &head.view()).into_raw_vec_and_offset().0,
        head,
        relation_dependent: linear(&weights.relation_dependent, &state.view()),
        relation_head: linear(&weights.relation_head, &state.view()),
        states,
    }
}

impl Encoded {
    /// Scores of all arcs of one sentence: a row for each dependent, a column for each head.
    pub(crate) fn arc_scores(&self, bounds: &Range<usize>) -> Vec<f32> {
        let n = bounds.len();
        let width = self.head.ncols();
        let head = part(&self.head, bounds.clone(), 0..width);
        let query = part(&self.query, bounds.clone(), 0..width);
        let liking = part(&self.query, bounds.clone(), width..self.query.ncols());
        let mut scores = Array2::<f32>::zeros((n, n));
        general_mat_mul(1.0, &query, &head.t(), 0.0, &mut scores);
        let bias = self.head_bias.get(bounds.clone()).unwrap_or_default();
        for (dependent, mut row) in scores.rows_mut().into_iter().enumerate() {
            for (candidate, (score, bias)) in row.iter_mut().zip(bias).enumerate() {
                *score += bias + liking[(dependent, distance_class(dependent, candidate))];
            }
        }
        scores.into_raw_vec_and_offset().0
    }

    /// Scores of the relations of one sentence's arcs, a row for each place; that of the root means nothing.
    pub(crate) fn relation_scores(
        &self,
        weights: &Weights,
        bounds: &Range<usize>,
        heads: &[usize],
    ) -> Array2<f32> {
        let mut hidden =
            part(&self.relation_dependent, bounds.clone(), 0..self.relation_dependent.ncols())
                .to_owned();
        for (place, (mut row, &head)) in hidden.rows_mut().into_iter().zip(heads).enumerate() {
            row += &self.relation_head.row(bounds.start + head);
            if let Some(row) = row.as_slice_mut() {
                weights.relation_distance.add_row(distance_class(place, head) as u32, row);
            }
        }
        hidden.mapv_inplace(swish);
        linear(&weights.relation_scores, &hidden.view())
    }
}

fn embed(weights: &Weights, inputs: &[Input]) -> Array2<f32> {
    let mut state = Array2::zeros((inputs.len(), weights.words.columns));
    let mut vectors = Array2::zeros((inputs.len(), weights.vectors.columns));
    for (row, input) in inputs.iter().enumerate() {
        if let (Some(vector), Some(target)) = (input.vector, vectors.row_mut(row).as_slice_mut()) {
            weights.vectors.copy_row(vector, target);
        }
        let mut target = state.row_mut(row);
        let Some(target) = target.as_slice_mut() else { continue };
        weights.words.add_row(input.word, target);
        if let Some(parts) = input.parts {
            weights.parts.iter().zip(parts).for_each(|(table, part)| table.add_row(part, target));
            weights.tag_inputs.add_row(input.tag, target);
        }
    }
    general_mat_mul(1.0, &vectors, &weights.project.weight.t(), 1.0, &mut state);
    norm(&weights.input_norm, &mut state);
    state
}

fn window_step(block: &Block, state: &mut Array2<f32>, bounds: &[Range<usize>]) {
    let width = state.ncols();
    let pairs = linear(&block.linear, &windows(state, bounds).view());
    for (row, pair) in
        rows_mut(state).zip(pairs.as_slice().unwrap_or_default().chunks_exact(2 * width))
    {
        let (first, second) = pair.split_at(width);
        for ((value, first), second) in row.iter_mut().zip(first).zip(second) {
            *value += if first > second { first } else { second };
        }
    }
    norm(&block.norm, state);
}

/// The rows as slices: the compiler makes quick loops of them.
fn rows_mut(matrix: &mut Array2<f32>) -> std::slice::ChunksExactMut<'_, f32> {
    let width = matrix.ncols().max(1);
    matrix.as_slice_mut().unwrap_or_default().chunks_exact_mut(width)
}

/// Each row with the one before and the one after it in the same sentence.
pub(crate) fn windows(state: &Array2<f32>, bounds: &[Range<usize>]) -> Array2<f32> {
    let width = state.ncols();
    let mut out = Array2::zeros((state.nrows(), 3 * width));
    for range in bounds {
        let (from, to) = (range.start, range.end);
        part_mut(&mut out, from + 1..to, 0..width).assign(&part(state, from..to - 1, 0..width));
        part_mut(&mut out, from..to, width..2 * width).assign(&part(state, from..to, 0..width));
        part_mut(&mut out, from..to - 1, 2 * width..3 * width).assign(&part(
            state,
            from + 1..to,
            0..width,
        ));
    }
    out
}

fn recurrent_step(layer: &Recurrent, state: &mut Array2<f32>, bounds: &[Range<usize>]) {
    let gates = linear(&layer.gates, &state.view());
    let mut carried = scan(&gates, bounds);
    carried.mapv_inplace(swish);
    let output = linear(&layer.output, &carried.view());
    *state += &output;
    norm(&layer.norm, state);
}

/// Carries candidates along each sentence, as far as the gates let them: the first half of the
/// channels from left to right, the second from right to left.
pub(crate) fn scan(gates: &Array2<f32>, bounds: &[Range<usize>]) -> Array2<f32> {
    let width = gates.ncols() / 2;
    let half = width / 2;
    let mut out = Array2::zeros((gates.nrows(), width));
    let mut carry = vec![0.0; half];
    let (Some(source), Some(target)) = (gates.as_slice(), out.as_slice_mut()) else { return out };
    for range in bounds {
        carry.fill(0.0);
        for row in range.clone() {
            let (open, candidates) = source[2 * width * row..][..2 * width].split_at(width);
            carry_on(
                &mut carry,
                &open[..half],
                &candidates[..half],
                &mut target[width * row..][..half],
            );
        }
        carry.fill(0.0);
        for row in range.clone().rev() {
            let (open, candidates) = source[2 * width * row..][..2 * width].split_at(width);
            carry_on(
                &mut carry,
                &open[half..],
                &candidates[half..],
                &mut target[width * row + half..][..half],
            );
        }
    }
    out
}

/// One step of [`scan`] in one direction.
fn carry_on(carry: &mut [f32], open: &[f32], candidates: &[f32], target: &mut [f32]) {
    for (((carry, open), candidate), target) in
        carry.iter_mut().zip(open).zip(candidates).zip(target)
    {
        *carry += gate(*open) * (candidate - *carry);
        *target = *carry;
    }
}

pub(super) fn linear(layer: &Linear, input: &ArrayView2<'_, f32>) -> Array2<f32> {
    let shape = (input.nrows(), layer.weight.nrows());
    let start = layer.bias.repeat(input.nrows());
    let mut out = Array2::from_shape_vec(shape, start).unwrap_or_else(|_| Array2::zeros(shape));
    general_mat_mul(1.0, input, &layer.weight.t(), 1.0, &mut out);
    out
}

/// Brings each row to mean 0 and spread 1, then stretches and shifts it.
fn norm(norm: &Norm, state: &mut Array2<f32>) {
    for row in rows_mut(state) {
        let count = row.len() as f32;
        let mean = sum(row) / count;
        let scale = 1.0 / (sum_squares(row, mean) / count + 1e-5).sqrt();
        row.iter_mut()
            .zip(norm.gain.iter().zip(&norm.bias))
            .for_each(|(value, (gain, bias))| *value = (*value - mean) * scale * gain + bias);
    }
}
