//! A further reader of what the network makes of each word: small layers with weights of their own.
//!
//! The parser pays for the states, and whoever has another question for them (which words are names?) asks it
//! at the cost of these layers. Who asks, and what the answers mean, is not known here.

use ndarray::Array2;

use super::encode::linear;
use super::math::swish;
use super::weights::{self, Linear};

/// Without layers it hands on the states themselves.
#[derive(Clone, Debug, Default)]
pub(crate) struct Head {
    pub(crate) layers: Vec<Linear>,
}

impl Head {
    /// `None` when the bytes are none of a head whose last layer gives `outputs`.
    pub(crate) fn read(bytes: &[u8], outputs: usize) -> Option<Self> {
        let head = Self { layers: weights::read_layers(bytes)? };
        let chained =
            head.layers.windows(2).all(|pair| pair[0].weight.nrows() == pair[1].weight.ncols());
        let whole = head.layers.iter().all(|layer| layer.bias.len() == layer.weight.nrows());
        let last = head.layers.last()?;
        (chained && whole && last.weight.nrows() == outputs).then_some(head)
    }

    #[cfg(any(test, feature = "trainer"))]
    pub(crate) fn write(&self) -> Vec<u8> {
        weights::write_layers(&self.layers)
    }

    /// A row of answers for each row of `states`; no rows where the states are of another width than the head's.
    pub(super) fn answer(&self, states: Array2<f32>) -> Array2<f32> {
        let mut answers = states;
        for (idx, layer) in self.layers.iter().enumerate() {
            if layer.weight.ncols() != answers.ncols() {
                return Array2::zeros((0, 0));
            }
            if idx > 0 {
                answers.mapv_inplace(swish);
            }
            answers = linear(layer, &answers.view());
        }
        answers
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layer(rows: usize, columns: usize) -> Linear {
        Linear { weight: Array2::ones((rows, columns)), bias: vec![0.0; rows] }
    }

    #[test]
    fn what_is_written_answers_the_same() {
        let head = Head { layers: vec![layer(3, 2), layer(4, 3)] };
        let bytes = head.write();
        let read = Head::read(&bytes, 4).expect("it is whole");
        let states = Array2::from_elem((5, 2), 0.5);
        let answers = read.answer(states.clone());
        assert_eq!(answers.dim(), (5, 4));
        // Each hidden value is 1, its swish 3/4, and three of them are added.
        assert!(answers.iter().all(|answer| (answer - 2.25).abs() < 0.01));
        assert_eq!(Head::default().answer(states.clone()), states);
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let head = Head { layers: vec![layer(3, 2), layer(4, 3)] };
        let bytes = head.write();
        assert!(Head::read(&bytes, 5).is_none());
        assert!(Head::read(&bytes[..bytes.len() - 1], 4).is_none());
        assert!(Head::read(&[], 4).is_none());
        assert_eq!(head.answer(Array2::zeros((5, 3))).nrows(), 0);
    }
}
