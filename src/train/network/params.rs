//! The weights in training, and the steps of their optimiser (Adam).

use std::ops::{Index, IndexMut};

use ndarray::Array2;

use super::random::Random;

/// How much of the old the running means keep.
const FIRST_KEEP: f32 = 0.9;
const SECOND_KEEP: f32 = 0.98;
/// Longest gradient of all weights together; a longer one is cut.
const LONGEST_GRADIENT: f32 = 5.0;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::train) struct ParamId(usize);

#[derive(Clone, Debug)]
pub(in crate::train) struct Param {
    pub value: Array2<f32>,
    pub grad: Array2<f32>,
    first: Array2<f32>,
    second: Array2<f32>,
    /// A table of many rows, of which a batch uses few: only these are visited.
    sparse: bool,
    touched: Vec<u32>,
    is_touched: Vec<bool>,
}

impl Param {
    /// Remembers that a row has a gradient.
    pub(super) fn touch(&mut self, row: u32) {
        if self.sparse && !std::mem::replace(&mut self.is_touched[row as usize], true) {
            self.touched.push(row);
        }
    }

    /// Calls `each` with the values, gradients and running means of all rows that have a gradient.
    fn for_rows(&mut self, mut each: impl FnMut([&mut [f32]; 4])) {
        let width = self.value.ncols();
        let parts = [&mut self.value, &mut self.grad, &mut self.first, &mut self.second];
        let mut parts = parts.map(|part| part.as_slice_mut().unwrap_or_default());
        if self.sparse {
            for &row in &self.touched {
                let at = row as usize * width..(row as usize + 1) * width;
                each(parts.each_mut().map(|part| &mut part[at.clone()]));
            }
        } else {
            each(parts.each_mut().map(|part| &mut part[..]));
        }
    }
}

#[derive(Clone, Debug, Default)]
pub(in crate::train) struct Params {
    all: Vec<Param>,
    steps: i32,
}

impl Params {
    pub(in crate::train) fn add(&mut self, value: Array2<f32>, sparse: bool) -> ParamId {
        let zeros = Array2::zeros(value.dim());
        let is_touched = vec![false; if sparse { value.nrows() } else { 0 }];
        self.all.push(Param {
            grad: zeros.clone(),
            first: zeros.clone(),
            second: zeros,
            value,
            sparse,
            touched: Vec::new(),
            is_touched,
        });
        ParamId(self.all.len() - 1)
    }

    pub(in crate::train) fn add_normal(
        &mut self,
        shape: (usize, usize),
        spread: f32,
        sparse: bool,
        rng: &mut Random,
    ) -> ParamId {
        let value = Array2::from_shape_simple_fn(shape, || rng.normal() * spread);
        self.add(value, sparse)
    }

    /// One step of Adam against the gradients, which are zero afterwards.
    pub(in crate::train) fn step(&mut self, rate: f32) {
        let mut square = 0.0_f32;
        for param in &mut self.all {
            param.for_rows(|[_, grad, ..]| {
                square += crate::language::network::shared::sum_squares(grad, 0.0);
            });
        }
        let cut = LONGEST_GRADIENT / square.sqrt().max(LONGEST_GRADIENT);
        self.steps += 1;
        let first_scale = 1.0 / (1.0 - FIRST_KEEP.powi(self.steps));
        let second_scale = 1.0 / (1.0 - SECOND_KEEP.powi(self.steps));
        for param in &mut self.all {
            param.for_rows(|[value, grad, first, second]| {
                for (((value, grad), first), second) in
                    value.iter_mut().zip(grad).zip(first).zip(second)
                {
                    let slope = *grad * cut;
                    *grad = 0.0;
                    *first += (1.0 - FIRST_KEEP) * (slope - *first);
                    *second += (1.0 - SECOND_KEEP) * (slope * slope - *second);
                    *value -=
                        rate * *first * first_scale / ((*second * second_scale).sqrt() + 1e-8);
                }
            });
            for row in param.touched.drain(..) {
                param.is_touched[row as usize] = false;
            }
        }
    }
}

impl Index<ParamId> for Params {
    type Output = Param;

    fn index(&self, id: ParamId) -> &Param {
        &self.all[id.0]
    }
}

impl IndexMut<ParamId> for Params {
    fn index_mut(&mut self, id: ParamId) -> &mut Param {
        &mut self.all[id.0]
    }
}
