//! How central each sentence is among all, by the words that it shares with the others.

use std::collections::{BTreeMap, BTreeSet};

/// How central each sentence is among all: its rank, as a reader finds it who jumps from sentence to sentence along words
/// that two of them share (Mihalcea and Tarau, 2004), with mean one; and the mean of those ties.
pub(super) fn ranks(said: &[BTreeSet<&str>]) -> (Vec<f32>, Vec<f32>) {
    const STEPS: usize = 30;
    const KEPT: f32 = 0.85;
    let count = said.len();
    let lengths: Vec<f32> = said.iter().map(|words| (2.0 + words.len() as f32).ln()).collect();
    let ties: Vec<Vec<(usize, f32)>> = shared(said)
        .into_iter()
        .zip(&lengths)
        .map(|(row, from)| {
            row.into_iter().map(|(to, words)| (to, words as f32 / (from + lengths[to]))).collect()
        })
        .collect();
    let sums: Vec<f32> =
        ties.iter().map(|row| row.iter().map(|&(_, tie)| tie).sum::<f32>()).collect();
    let mut ranks = vec![1.0; count];
    for _ in 0..STEPS {
        let mut next = vec![1.0 - KEPT; count];
        for ((row, sum), rank) in ties.iter().zip(&sums).zip(&ranks) {
            for &(to, tie) in row {
                next[to] += KEPT * rank * tie / sum.max(1e-6);
            }
        }
        ranks = next;
    }
    (ranks, sums.iter().map(|sum| sum / count as f32).collect())
}

/// For each sentence the others that share words with it, in order, and how many. Counted by words, as most pairs share
/// none.
fn shared(said: &[BTreeSet<&str>]) -> Vec<Vec<(usize, usize)>> {
    let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (idx, words) in said.iter().enumerate() {
        for &word in words {
            places.entry(word).or_default().push(idx);
        }
    }
    let mut counts = vec![0; said.len()];
    let row = |(idx, words): (usize, &BTreeSet<&str>)| {
        let mut others: Vec<usize> = Vec::new();
        let sentences = words.iter().filter_map(|word| places.get(word)).flatten();
        for &other in sentences.filter(|&&other| other != idx) {
            if counts[other] == 0 {
                others.push(other);
            }
            counts[other] += 1;
        }
        others.sort_unstable();
        others.into_iter().map(|other| (other, std::mem::take(&mut counts[other]))).collect()
    };
    said.iter().enumerate().map(row).collect()
}
