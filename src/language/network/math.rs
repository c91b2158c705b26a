//! The arithmetic of the network, shared with its trainer.
//!
//! Only additions, multiplications, divisions and square roots, which every processor rounds alike;
//! what is left to the library of matrices differs between machines in the last bits at most.

use std::ops::Range;

use ndarray::{Array2, ArrayView2, ArrayViewMut2, Axis};

/// A part of a matrix. (The macro for this that `ndarray` brings needs what this crate forbids.)
pub(crate) fn part(
    matrix: &Array2<f32>,
    rows: Range<usize>,
    columns: Range<usize>,
) -> ArrayView2<'_, f32> {
    let mut view = matrix.view();
    view.slice_axis_inplace(Axis(0), rows.into());
    view.slice_axis_inplace(Axis(1), columns.into());
    view
}

/// The same, to be changed.
pub(crate) fn part_mut(
    matrix: &mut Array2<f32>,
    rows: Range<usize>,
    columns: Range<usize>,
) -> ArrayViewMut2<'_, f32> {
    let mut view = matrix.view_mut();
    view.slice_axis_inplace(Axis(0), rows.into());
    view.slice_axis_inplace(Axis(1), columns.into());
    view
}

/// 0 to 1, cheaply: a sigmoid without the exponential.
pub(crate) fn gate(x: f32) -> f32 {
    0.5 + 0.5 * x / (1.0 + x.abs())
}

/// The slope of [`gate`].
#[cfg(feature = "trainer")]
pub(crate) fn gate_slope(x: f32) -> f32 {
    let below = 1.0 + x.abs();
    0.5 / (below * below)
}

/// `x` times its [`gate`]: smooth, and near zero for what is negative.
pub(crate) fn swish(x: f32) -> f32 {
    x * gate(x)
}

/// The exponential, to six digits, by halving and a polynomial.
pub(crate) fn exp(x: f32) -> f32 {
    const LOG2_E: f32 = std::f32::consts::LOG2_E;
    let scaled = (x * LOG2_E).clamp(-126.0, 126.0);
    // Adding and taking away this much rounds to whole numbers, without a call that keeps the loop scalar.
    let whole = (scaled + 12_582_912.0) - 12_582_912.0;
    let rest = (scaled - whole) * std::f32::consts::LN_2;
    let series = 1.0
        + rest
            * (1.0
                + rest
                    * (0.5
                        + rest
                            * (1.0 / 6.0
                                + rest * (1.0 / 24.0 + rest * (1.0 / 120.0 + rest / 720.0)))));
    series * f32::from_bits(((whole as i32) + 127).cast_unsigned() << 23)
}

/// Turns scores into shares that sum to one.
pub(crate) fn softmax(scores: &mut [f32]) {
    let top = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    for score in &mut *scores {
        *score = exp(*score - top);
    }
    let scale = 1.0 / sum(scores);
    for score in scores {
        *score *= scale;
    }
}

/// The sum, in eight lanes: quick, and in the same order on every machine.
pub(crate) fn sum(values: &[f32]) -> f32 {
    let mut lanes = [0.0_f32; 8];
    let (chunks, rest) = values.as_chunks::<8>();
    for chunk in chunks {
        lanes.iter_mut().zip(chunk).for_each(|(lane, value)| *lane += value);
    }
    lanes.iter().sum::<f32>() + rest.iter().sum::<f32>()
}

/// The sum of squared distances from `centre`, in eight lanes.
pub(crate) fn sum_squares(values: &[f32], centre: f32) -> f32 {
    let mut lanes = [0.0_f32; 8];
    let (chunks, rest) = values.as_chunks::<8>();
    for chunk in chunks {
        lanes
            .iter_mut()
            .zip(chunk)
            .for_each(|(lane, value)| *lane += (value - centre) * (value - centre));
    }
    lanes.iter().sum::<f32>()
        + rest.iter().map(|value| (value - centre) * (value - centre)).sum::<f32>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_exponential_is_near_the_true_one() {
        for x in [-80.0_f32, -3.3, -0.01, 0.0, 0.7, 5.0, 60.0] {
            assert!((exp(x) / x.exp() - 1.0).abs() < 2e-5, "{x}");
        }
    }

    #[test]
    fn shares_sum_to_one() {
        let mut scores = [1.0, 3.0, -200.0];
        softmax(&mut scores);
        assert!((sum(&scores) - 1.0).abs() < 1e-6 && scores[1] > scores[0]);
    }
}
