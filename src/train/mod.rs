//! Trains the language model. The program does not carry it: feature `trainer`.
//!
//! Reads treebanks, fits each part, and prints how well it does on the development sets. A fixed seed
//! and one thread: the same data give the same bytes.

mod data;
mod lemmas;
mod parser;
mod perceptron;
pub mod salience;
mod tagger;

pub use data::{Treebank, read};
pub use lemmas::train as train_lemmas;
pub use parser::{train_labels, train_transitions};
pub use tagger::{jackknife, train as train_tagger};
