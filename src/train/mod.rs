//! Trains the language model. The program does not carry it: feature `trainer`.
//!
//! Reads treebanks, fits each part, and prints how well it does on the development sets. A fixed seed
//! and one thread: the same data give the same bytes.

mod data;
mod evaluate;
mod lemmas;
mod names;
pub mod network;
mod perceptron;
pub mod questions;
pub mod salience;
pub mod summary;
mod tagger;

pub use data::{Sentence, Treebank, read, read_folder};
pub use evaluate::{confusions, score_tags};
pub use lemmas::train as train_lemmas;
pub use names::{
    CLUSTERS_NOTES, NOTES as NAMES_NOTES, score_names, train_clusters, train_names,
    train_names_head,
};
pub use tagger::{guess, jackknife, train as train_tagger};
