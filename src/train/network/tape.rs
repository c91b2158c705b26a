//! Reverse-mode differentiation over matrices, as much of it as the parser's network needs.
//!
//! A forward pass writes each operation down; [`Tape::backward`] walks the list from its end and adds
//! up the gradients. Losses are not operations: they put the gradient of their inputs in directly, see
//! [`super::loss`].

use std::ops::Range;

use ndarray::{Array2, Axis, Zip, linalg::general_mat_mul};

use super::params::{ParamId, Params};
use crate::language::network::shared::{
    gate, gate_slope, part, part_mut, scan, softmax, sum, sum_squares, swish, windows,
};

/// A matrix on the tape: a row for each word.
#[derive(Clone, Copy, Debug)]
pub(in crate::train) struct Var(usize);

struct Node {
    value: Array2<f32>,
    grad: Option<Array2<f32>>,
    op: Op,
}

enum Op {
    Constant,
    /// The sum of rows of tables; `u32::MAX` stands for none.
    Embed(Vec<(ParamId, Vec<u32>)>),
    Linear {
        input: Var,
        weight: ParamId,
        bias: Option<ParamId>,
    },
    Add(Var, Var),
    Norm {
        input: Var,
        gain: ParamId,
        bias: ParamId,
    },
    Windows {
        input: Var,
        bounds: Vec<Range<usize>>,
    },
    Maxout(Var),
    Swish(Var),
    Softmax(Var),
    Scan {
        gates: Var,
        bounds: Vec<Range<usize>>,
    },
    /// Times a mask.
    Dropout {
        input: Var,
        mask: Array2<f32>,
    },
    Columns {
        input: Var,
        columns: Range<usize>,
    },
    Gather {
        input: Var,
        rows: Vec<usize>,
    },
}

pub(in crate::train) struct Tape<'p> {
    params: &'p mut Params,
    nodes: Vec<Node>,
}

impl<'p> Tape<'p> {
    pub(in crate::train) fn new(params: &'p mut Params) -> Self {
        Self { params, nodes: Vec::new() }
    }

    pub(in crate::train) fn value(&self, var: Var) -> &Array2<f32> {
        &self.nodes[var.0].value
    }

    #[cfg(test)]
    fn params(&mut self) -> &mut Params {
        self.params
    }

    /// The gradient of `var`, zero so far if nothing has been added.
    pub(in crate::train) fn grad(&mut self, var: Var) -> &mut Array2<f32> {
        let node = &mut self.nodes[var.0];
        node.grad.get_or_insert_with(|| Array2::zeros(node.value.dim()))
    }

    fn push(&mut self, value: Array2<f32>, op: Op) -> Var {
        self.nodes.push(Node { value, grad: None, op });
        Var(self.nodes.len() - 1)
    }

    pub(in crate::train) fn constant(&mut self, value: Array2<f32>) -> Var {
        self.push(value, Op::Constant)
    }

    pub(super) fn embed(&mut self, tables: Vec<(ParamId, Vec<u32>)>) -> Var {
        let rows = tables.first().map_or(0, |(_, rows)| rows.len());
        let width = tables.first().map_or(0, |&(table, _)| self.params[table].value.ncols());
        let mut value = Array2::zeros((rows, width));
        for (table, rows) in &tables {
            let table = &self.params[*table].value;
            for (mut target, &row) in value.rows_mut().into_iter().zip(rows) {
                if row != u32::MAX {
                    target += &table.row(row as usize);
                }
            }
        }
        self.push(value, Op::Embed(tables))
    }

    pub(in crate::train) fn linear(
        &mut self,
        input: Var,
        weight: ParamId,
        bias: Option<ParamId>,
    ) -> Var {
        let (rows, width) = (self.value(input).nrows(), self.params[weight].value.nrows());
        let mut value = Array2::zeros((rows, width));
        if let Some(bias) = bias {
            value += &self.params[bias].value.row(0);
        }
        general_mat_mul(1.0, self.value(input), &self.params[weight].value.t(), 1.0, &mut value);
        self.push(value, Op::Linear { input, weight, bias })
    }

    pub(super) fn add(&mut self, a: Var, b: Var) -> Var {
        let value = self.value(a) + self.value(b);
        self.push(value, Op::Add(a, b))
    }

    pub(super) fn norm(&mut self, input: Var, gain: ParamId, bias: ParamId) -> Var {
        let mut value = self.value(input).clone();
        let (gains, biases) = (slice(&self.params[gain].value), slice(&self.params[bias].value));
        for row in value.as_slice_mut().unwrap_or_default().chunks_exact_mut(gains.len()) {
            let (mean, scale) = mean_and_scale(row);
            row.iter_mut()
                .zip(gains.iter().zip(biases))
                .for_each(|(value, (gain, bias))| *value = (*value - mean) * scale * gain + bias);
        }
        self.push(value, Op::Norm { input, gain, bias })
    }

    pub(super) fn windows(&mut self, input: Var, bounds: &[Range<usize>]) -> Var {
        let value = windows(self.value(input), bounds);
        self.push(value, Op::Windows { input, bounds: bounds.to_vec() })
    }

    /// The larger of the first and the second half of the columns.
    pub(super) fn maxout(&mut self, input: Var) -> Var {
        let source = self.value(input);
        let width = source.ncols() / 2;
        let (a, b) = source.view().split_at(Axis(1), width);
        let value = Zip::from(a).and(b).map_collect(|a, b| a.max(*b));
        self.push(value, Op::Maxout(input))
    }

    pub(in crate::train) fn swish(&mut self, input: Var) -> Var {
        let value = self.value(input).mapv(swish);
        self.push(value, Op::Swish(input))
    }

    pub(super) fn softmax(&mut self, input: Var) -> Var {
        let mut value = self.value(input).clone();
        let width = value.ncols();
        value.as_slice_mut().unwrap_or_default().chunks_exact_mut(width).for_each(softmax);
        self.push(value, Op::Softmax(input))
    }

    pub(super) fn scan(&mut self, gates: Var, bounds: &[Range<usize>]) -> Var {
        let value = scan(self.value(gates), bounds);
        self.push(value, Op::Scan { gates, bounds: bounds.to_vec() })
    }

    pub(in crate::train) fn dropout(
        &mut self,
        input: Var,
        share: f32,
        rng: &mut super::random::Random,
    ) -> Var {
        if share <= 0.0 {
            return input;
        }
        let mut mask = Array2::zeros(self.value(input).dim());
        rng.fill_mask(mask.as_slice_mut().unwrap_or_default(), share);
        let value = self.value(input) * &mask;
        self.push(value, Op::Dropout { input, mask })
    }

    pub(super) fn columns(&mut self, input: Var, columns: Range<usize>) -> Var {
        let value =
            part(self.value(input), 0..self.value(input).nrows(), columns.clone()).to_owned();
        self.push(value, Op::Columns { input, columns })
    }

    pub(super) fn gather(&mut self, input: Var, rows: Vec<usize>) -> Var {
        let value = self.value(input).select(Axis(0), &rows);
        self.push(value, Op::Gather { input, rows })
    }

    /// Adds to the gradients of all parameters what the losses have put in.
    pub(in crate::train) fn backward(mut self) {
        while let Some(node) = self.nodes.pop() {
            if let Some(grad) = node.grad {
                self.step_back(&node.op, &node.value, grad);
            }
        }
    }

    fn step_back(&mut self, op: &Op, value: &Array2<f32>, grad: Array2<f32>) {
        match op {
            Op::Constant => {}
            Op::Embed(tables) => self.embed_back(tables, &grad),
            Op::Linear { input, weight, bias } => self.linear_back(*input, *weight, *bias, &grad),
            Op::Add(a, b) => {
                self.add_grad(*a, &grad);
                self.add_grad(*b, &grad);
            }
            Op::Norm { input, gain, bias } => self.norm_back(*input, *gain, *bias, &grad),
            Op::Windows { input, bounds } => self.windows_back(*input, bounds, &grad),
            Op::Maxout(input) => self.maxout_back(*input, &grad),
            Op::Swish(input) => {
                let mut grad = grad;
                grad.zip_mut_with(self.value(*input), |grad, &x| {
                    *grad *= gate(x) + x * gate_slope(x);
                });
                self.take_grad(*input, grad);
            }
            Op::Softmax(input) => {
                let mut grad = grad;
                for (mut grad, shares) in grad.rows_mut().into_iter().zip(value.rows()) {
                    let mean: f32 = grad.iter().zip(shares).map(|(grad, share)| grad * share).sum();
                    grad.zip_mut_with(&shares, |grad, share| *grad = share * (*grad - mean));
                }
                self.take_grad(*input, grad);
            }
            Op::Scan { gates, bounds } => {
                let back = scan_back(self.value(*gates), value, bounds, &grad);
                self.take_grad(*gates, back);
            }
            Op::Dropout { input, mask } => self.take_grad(*input, grad * mask),
            Op::Columns { input, columns } => {
                let mut target = part_mut(self.grad(*input), 0..grad.nrows(), columns.clone());
                target += &grad;
            }
            Op::Gather { input, rows } => {
                let target = self.grad(*input);
                for (row, grad) in rows.iter().zip(grad.rows()) {
                    let mut target = target.row_mut(*row);
                    target += &grad;
                }
            }
        }
    }

    fn add_grad(&mut self, var: Var, grad: &Array2<f32>) {
        match &mut self.nodes[var.0].grad {
            Some(sum) => *sum += grad,
            none => *none = Some(grad.clone()),
        }
    }

    fn take_grad(&mut self, var: Var, grad: Array2<f32>) {
        match &mut self.nodes[var.0].grad {
            Some(sum) => *sum += &grad,
            none => *none = Some(grad),
        }
    }

    fn embed_back(&mut self, tables: &[(ParamId, Vec<u32>)], grad: &Array2<f32>) {
        for (table, rows) in tables {
            let param = &mut self.params[*table];
            for (grad, &row) in grad.rows().into_iter().zip(rows) {
                if row != u32::MAX {
                    let mut target = param.grad.row_mut(row as usize);
                    target += &grad;
                    param.touch(row);
                }
            }
        }
    }

    fn linear_back(
        &mut self,
        input: Var,
        weight: ParamId,
        bias: Option<ParamId>,
        grad: &Array2<f32>,
    ) {
        if let Some(bias) = bias {
            let target = &mut self.params[bias].grad;
            for row in grad.rows() {
                let mut target = target.row_mut(0);
                target += &row;
            }
        }
        let source = &self.nodes[input.0].value;
        general_mat_mul(1.0, &grad.t(), source, 1.0, &mut self.params[weight].grad);
        if matches!(self.nodes[input.0].op, Op::Constant) {
            return;
        }
        let node = &mut self.nodes[input.0];
        let target = node.grad.get_or_insert_with(|| Array2::zeros(node.value.dim()));
        general_mat_mul(1.0, grad, &self.params[weight].value, 1.0, target);
    }

    fn norm_back(&mut self, input: Var, gain: ParamId, bias: ParamId, grad: &Array2<f32>) {
        let source = &self.nodes[input.0].value;
        let width = source.ncols();
        let gains = slice(&self.params[gain].value).to_vec();
        let (mut gain_grad, mut bias_grad) = (vec![0.0; width], vec![0.0; width]);
        let mut back = Array2::zeros(source.dim());
        let rows = slice(source).chunks_exact(width).zip(slice(grad).chunks_exact(width));
        let mut centred = vec![0.0; width];
        let mut scaled = vec![0.0; width];
        for ((row, grad), target) in
            rows.zip(back.as_slice_mut().unwrap_or_default().chunks_exact_mut(width))
        {
            let (mean, scale) = mean_and_scale(row);
            for i in 0..width {
                centred[i] = (row[i] - mean) * scale;
                gain_grad[i] += grad[i] * centred[i];
                bias_grad[i] += grad[i];
                scaled[i] = grad[i] * gains[i];
                target[i] = scaled[i] * centred[i];
            }
            let count = width as f32;
            let (mean_grad, along) = (sum(&scaled) / count, sum(target) / count);
            for i in 0..width {
                target[i] = scale * (scaled[i] - mean_grad - centred[i] * along);
            }
        }
        add_to_row(&mut self.params[gain].grad, &gain_grad);
        add_to_row(&mut self.params[bias].grad, &bias_grad);
        self.take_grad(input, back);
    }

    fn windows_back(&mut self, input: Var, bounds: &[Range<usize>], grad: &Array2<f32>) {
        let target = self.grad(input);
        let width = target.ncols();
        for range in bounds {
            let (from, to) = (range.start, range.end);
            let mut before = part_mut(target, from..to - 1, 0..width);
            before += &part(grad, from + 1..to, 0..width);
            let mut here = part_mut(target, from..to, 0..width);
            here += &part(grad, from..to, width..2 * width);
            let mut after = part_mut(target, from + 1..to, 0..width);
            after += &part(grad, from..to - 1, 2 * width..3 * width);
        }
    }

    fn maxout_back(&mut self, input: Var, grad: &Array2<f32>) {
        let source = self.value(input);
        let width = grad.ncols();
        let mut back = Array2::zeros(source.dim());
        let rows = slice(source).chunks_exact(2 * width).zip(slice(grad).chunks_exact(width));
        for ((row, grad), target) in
            rows.zip(back.as_slice_mut().unwrap_or_default().chunks_exact_mut(2 * width))
        {
            let (first, second) = target.split_at_mut(width);
            for i in 0..width {
                let chosen = f32::from(u8::from(row[i] >= row[width + i]));
                first[i] = grad[i] * chosen;
                second[i] = grad[i] * (1.0 - chosen);
            }
        }
        self.take_grad(input, back);
    }
}

/// The gradient of the gates and candidates of [`scan`].
fn scan_back(
    gates: &Array2<f32>,
    carried: &Array2<f32>,
    bounds: &[Range<usize>],
    grad: &Array2<f32>,
) -> Array2<f32> {
    let width = carried.ncols();
    let half = width / 2;
    let mut back = Array2::zeros(gates.dim());
    let (source, carried, grad) = (slice(gates), slice(carried), slice(grad));
    let target = back.as_slice_mut().unwrap_or_default();
    let mut carry = vec![0.0; half];
    let nothing = vec![0.0; half];
    for range in bounds {
        for (from, backward) in [(0, false), (half, true)] {
            carry.fill(0.0);
            for step in 0..range.len() {
                // The way back is the reverse of the way the scan went.
                let row = if backward { range.start + step } else { range.end - 1 - step };
                let first = if backward { row + 1 == range.end } else { row == range.start };
                let before = if first {
                    nothing.as_slice()
                } else {
                    &carried[width * (if backward { row + 1 } else { row - 1 }) + from..][..half]
                };
                let open = &source[2 * width * row + from..][..half];
                let candidates = &source[2 * width * row + width + from..][..half];
                let grad = &grad[width * row + from..][..half];
                let (open_back, candidates_back) =
                    target[2 * width * row..][..2 * width].split_at_mut(width);
                let (open_back, candidates_back) =
                    (&mut open_back[from..][..half], &mut candidates_back[from..][..half]);
                for i in 0..half {
                    let total = grad[i] + carry[i];
                    let share = gate(open[i]);
                    open_back[i] = total * (candidates[i] - before[i]) * gate_slope(open[i]);
                    candidates_back[i] = total * share;
                    carry[i] = total * (1.0 - share);
                }
            }
        }
    }
    back
}

fn mean_and_scale(row: &[f32]) -> (f32, f32) {
    let count = row.len() as f32;
    let mean = sum(row) / count;
    (mean, 1.0 / (sum_squares(row, mean) / count + 1e-5).sqrt())
}

fn slice(matrix: &Array2<f32>) -> &[f32] {
    matrix.as_slice().unwrap_or_default()
}

fn add_to_row(matrix: &mut Array2<f32>, values: &[f32]) {
    if let Some(row) = matrix.as_slice_mut() {
        row.iter_mut().zip(values).for_each(|(sum, value)| *sum += value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::train::network::random::Random;

    /// Compares the gradient of one parameter under a random loss with finite differences.
    #[track_caller]
    fn check(shape: (usize, usize), build: impl Fn(&mut Tape<'_>, ParamId) -> Var) {
        let mut params = Params::default();
        let mut rng = Random::new(5);
        let id = params.add(Array2::from_shape_fn(shape, |_| rng.normal()), false);
        let weights = {
            let mut tape = Tape::new(&mut params);
            let out = build(&mut tape, id);
            Array2::from_shape_fn(tape.value(out).dim(), |_| rng.normal())
        };
        let loss = |params: &mut Params| {
            let mut tape = Tape::new(params);
            let out = build(&mut tape, id);
            (tape.value(out) * &weights).sum()
        };
        let mut tape = Tape::new(&mut params);
        let out = build(&mut tape, id);
        *tape.grad(out) += &weights;
        tape.backward();
        let grad = params[id].grad.clone();
        for (place, &analytic) in grad.indexed_iter() {
            let step = 1e-2;
            params[id].value[place] += step;
            let up = loss(&mut params);
            params[id].value[place] -= 2.0 * step;
            let down = loss(&mut params);
            params[id].value[place] += step;
            let numeric = (up - down) / (2.0 * step);
            assert!(
                (numeric - analytic).abs() < 0.02 * (1.0 + numeric.abs()),
                "{place:?}: {numeric} and {analytic}"
            );
        }
    }

    /// The parameter itself, as a matrix on the tape.
    fn itself(tape: &mut Tape<'_>, id: ParamId) -> Var {
        let rows = tape.params()[id].value.nrows() as u32;
        tape.embed(vec![(id, (0..rows).collect())])
    }

    #[test]
    fn gradients_match_finite_differences() {
        let bounds = [0..3, 3..5];
        check((5, 4), |tape, id| {
            let x = itself(tape, id);
            let y = tape.windows(x, &bounds);
            tape.swish(y)
        });
        check((5, 8), |tape, id| {
            let x = itself(tape, id);
            tape.scan(x, &bounds)
        });
        check((4, 6), |tape, id| {
            let x = itself(tape, id);
            let y = tape.softmax(x);
            let z = tape.columns(y, 1..4);
            let w = tape.gather(z, vec![0, 3, 3]);
            tape.add(w, w)
        });
        check((3, 6), |tape, id| {
            let x = itself(tape, id);
            tape.maxout(x)
        });
        check((3, 8), |tape, id| {
            let gain = tape.params().add(Array2::from_elem((1, 8), 1.5), false);
            let bias = tape.params().add(Array2::from_elem((1, 8), 0.5), false);
            let x = itself(tape, id);
            tape.norm(x, gain, bias)
        });
    }

    #[test]
    fn weights_and_biases_have_gradients() {
        let input = Array2::from_shape_fn((4, 3), |(i, j)| (i as f32 - 1.3) * (j as f32 + 0.4));
        check((2, 3), |tape, id| {
            let x = tape.constant(input.clone());
            tape.linear(x, id, None)
        });
        check((1, 2), |tape, id| {
            let x = tape.constant(input.clone());
            let weight = tape.params().add(Array2::ones((2, 3)), false);
            tape.linear(x, weight, Some(id))
        });
        check((4, 3), |tape, id| {
            let x = itself(tape, id);
            let weight = tape.params().add(Array2::from_elem((2, 3), 0.7), false);
            tape.linear(x, weight, None)
        });
    }
}
