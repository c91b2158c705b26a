//! The labeler: scores for each word from its features, and the best sequence of labels.

use std::ops::Range;

use ndarray::Array2;

use super::features::Reader;
use crate::language::linear::Linear;
use crate::language::{Name, NameKind};
use crate::text::TextRange;

/// Outside; then, for each kind, the first word of a name and a further one.
pub(crate) const LABELS: usize = 1 + 2 * KINDS.len();

const KINDS: [NameKind; 5] =
    [NameKind::Person, NameKind::Organization, NameKind::Place, NameKind::Group, NameKind::Other];

/// The kind that a label stands for; `None` outside.
pub(crate) fn kind_of(label: usize) -> Option<NameKind> {
    label.checked_sub(1).and_then(|idx| KINDS.get(idx / 2)).copied()
}

/// What the parser's network is asked of each word, in the units of the scores: is it outside, does it begin a name, does
/// it go on with one?
pub(crate) const ANSWERS: usize = 3;

/// The answer that counts for a label.
pub(crate) fn answer_to(label: usize) -> usize {
    if label == 0 { 0 } else { 2 - label % 2 }
}

#[cfg(feature = "trainer")]
/// The label of the first word of a name of `kind`; that of its other words is one more.
pub(crate) fn begins(kind: NameKind) -> usize {
    1 + 2 * kind as usize
}

/// Whether `label` may follow `before`: a name's further words follow a word of their own kind.
pub(crate) fn allowed_after(before: usize, label: usize) -> bool {
    label == 0 || label % 2 == 1 || before == label || before + 1 == label
}

/// What was learnt.
#[derive(Debug)]
pub(crate) struct Model {
    pub(crate) words: Linear,
    /// The score of a label after another; outside before the first.
    pub(crate) steps: [[i32; LABELS]; LABELS],
}

impl Default for Model {
    fn default() -> Self {
        Self { words: Linear::default(), steps: [[0; LABELS]; LABELS] }
    }
}

impl Model {
    /// Reads what the trainer wrote; `None` for anything else.
    pub(crate) fn unpack(mut bytes: &[u8]) -> Option<Self> {
        let mut model = Self { words: Linear::unpack(&mut bytes)?, ..Self::default() };
        let mut numbers = bytes.chunks_exact(4);
        for step in model.steps.iter_mut().flatten() {
            let number = numbers.next()?;
            *step = i32::from_le_bytes([number[0], number[1], number[2], number[3]]);
        }
        (model.words.classes == LABELS).then_some(model)
    }
}

/// Labels runs of words.
pub(crate) struct Labeler<'m> {
    model: &'m Model,
    answers: &'m Array2<f32>,
}

impl<'m> Labeler<'m> {
    /// `answers` are the network's, a row for each word of the document; none are needed.
    pub(crate) fn new(model: &'m Model, answers: &'m Array2<f32>) -> Self {
        Self { model, answers }
    }

    /// All names of a document, by themselves.
    pub(super) fn names(&self, reader: &Reader<'_>) -> Vec<Scored> {
        let mut names = Vec::new();
        let mut scores = Vec::new();
        for run in reader.runs() {
            self.score(reader, run.clone(), &mut scores);
            let labels = best(&scores, &self.model.steps);
            names.extend(read_off(run.start, &labels, reader).into_iter().map(|name| {
                let kinds = kind_scores(
                    &scores[name.tokens.start - run.start..name.tokens.end - run.start],
                );
                Scored { name, kinds }
            }));
        }
        names
    }

    /// The scores of the labels of each word of `run`, one row after the other.
    fn score(&self, reader: &Reader<'_>, run: Range<usize>, scores: &mut Vec<[i32; LABELS]>) {
        let mut features = Vec::with_capacity(160);
        scores.clear();
        for idx in run {
            features.clear();
            reader.features(idx, &mut features);
            let mut row = [0; LABELS];
            self.model.words.score(&features, &mut row);
            for (label, score) in row.iter_mut().enumerate() {
                *score += self
                    .answers
                    .get((idx, answer_to(label)))
                    .map_or(0, |answer| answer.round() as i32);
            }
            scores.push(row);
        }
    }
}

/// A name, and how well each kind fits it.
#[derive(Clone, Debug)]
pub(super) struct Scored {
    pub(super) name: Name,
    pub(super) kinds: [i32; KINDS.len()],
}

fn kind_scores(words: &[[i32; LABELS]]) -> [i32; KINDS.len()] {
    std::array::from_fn(|kind| {
        let further = words.iter().skip(1).map(|row| row[2 + 2 * kind]);
        words.first().map_or(0, |row| row[1 + 2 * kind]) + further.sum::<i32>()
    })
}

/// The sequence with the highest sum of scores and steps.
fn best(scores: &[[i32; LABELS]], steps: &[[i32; LABELS]; LABELS]) -> Vec<usize> {
    let mut from: Vec<[usize; LABELS]> = Vec::with_capacity(scores.len());
    let mut sums = [i32::MIN / 2; LABELS];
    sums[0] = 0;
    for row in scores {
        let mut next = [i32::MIN / 2; LABELS];
        let mut back = [0; LABELS];
        for label in 0..LABELS {
            for before in (0..LABELS).filter(|&before| allowed_after(before, label)) {
                let sum = sums[before] + steps[before][label];
                if sum > next[label] {
                    (next[label], back[label]) = (sum, before);
                }
            }
            next[label] += row[label];
        }
        from.push(back);
        sums = next;
    }
    let mut label =
        (0..LABELS).max_by_key(|&label| (sums[label], LABELS - label)).unwrap_or_default();
    let mut labels = vec![0; scores.len()];
    for (slot, back) in labels.iter_mut().zip(&from).rev() {
        *slot = label;
        label = back[label];
    }
    labels
}

/// The names that `labels`, of words from `start` on, stand for.
fn read_off(start: usize, labels: &[usize], reader: &Reader<'_>) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    let tokens = reader.tokens();
    for (idx, &label) in (start..).zip(labels) {
        let Some(kind) = kind_of(label) else { continue };
        let range: TextRange = tokens[idx].range;
        match names.last_mut() {
            Some(name) if label % 2 == 0 => {
                name.tokens.end = idx + 1;
                name.range = name.range.cover(range);
            }
            _ => names.push(Name { range, tokens: idx..idx + 1, kind }),
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_takes_the_answer_of_its_place() {
        let answers: Vec<usize> = (0..LABELS).map(answer_to).collect();
        assert_eq!(answers, [0, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2]);
    }
}
