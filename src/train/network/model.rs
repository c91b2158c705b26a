//! The network in training: its weights, its forward pass on the tape, and the file made of them.
//!
//! The forward pass mirrors `language::network::encode`; what differs is dropout.

use std::collections::BTreeMap;
use std::ops::Range;

use ndarray::Array2;

use super::super::data::{Sentence, Treebank, Word};
use super::loss::{self, ArcVars};
use super::params::{ParamId, Params};
use super::random::Random;
use super::tape::{Tape, Var};
use super::vectors::Vectors;
use crate::language::Upos;
use crate::language::network::shared::{
    Block, DISTANCE_CLASSES, FIRST_WORD_ROW, Linear, Nibbles, Norm, PART_ROWS, ROOT_ROW, Recurrent,
    Table, UNKNOWN_ROW, Weights, distance_class, find_key, normalize, parts, vector_key, word_key,
};

/// Sizes and training constants.
#[derive(Clone, Debug)]
pub struct Config {
    pub width: usize,
    pub carried: usize,
    pub windows: usize,
    pub recurrent: usize,
    pub arc: usize,
    pub relation: usize,
    /// Words that have a vector: those of the training set, and the most frequent up to this many.
    pub vectors: usize,
    pub rate: f32,
    pub epochs: usize,
    pub batch: usize,
    pub seed: u64,
    pub dropout: f32,
    pub word_dropout: f32,
    pub tag_dropout: f32,
    pub vector_dropout: f32,
    /// Whether sentences are joined now and then, so that the network learns to find their boundaries.
    pub joined: bool,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            width: 128,
            carried: 256,
            windows: 2,
            recurrent: 3,
            arc: 128,
            relation: 128,
            vectors: 40_000,
            rate: 2e-3,
            epochs: 18,
            batch: 1000,
            seed: 1,
            dropout: 0.2,
            word_dropout: 0.2,
            tag_dropout: 0.1,
            vector_dropout: 0.05,
            joined: false,
        }
    }
}

/// A sentence as rows of the tables and right answers.
#[derive(Clone, Debug)]
pub(super) struct Example {
    words: Vec<u32>,
    vectors: Vec<Option<u32>>,
    parts: Vec<[u32; 4]>,
    guesses: Vec<u32>,
    tags: Vec<Option<usize>>,
    heads: Vec<usize>,
    relations: Vec<Option<usize>>,
    /// Whether no mark at its end tells that it ends.
    open: bool,
}

impl Example {
    /// The two as one text with two roots, as where the cutting of sentences has missed a boundary.
    pub(super) fn with_next(&self, next: &Self) -> Self {
        let mut both = self.clone();
        let shift = |head: &usize| if *head > 0 { head + self.len() } else { 0 };
        both.words.extend(&next.words);
        both.vectors.extend(&next.vectors);
        both.parts.extend(&next.parts);
        both.guesses.extend(&next.guesses);
        both.tags.extend(&next.tags);
        both.heads.extend(next.heads.iter().map(shift));
        both.relations.extend(&next.relations);
        both
    }

    pub(super) fn is_open(&self) -> bool {
        self.open
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }
}

struct LinearId(ParamId, ParamId);

struct NormId(ParamId, ParamId);

pub(super) struct Model {
    pub(super) config: Config,
    pub(super) params: Params,
    names: Weights,
    words: ParamId,
    parts: [ParamId; 4],
    tag_inputs: ParamId,
    project: ParamId,
    input_norm: NormId,
    windows: Vec<(LinearId, NormId)>,
    tag_scores: LinearId,
    tag_back: ParamId,
    recurrent: Vec<(LinearId, LinearId, NormId)>,
    tag_verdict: LinearId,
    arc_hidden: LinearId,
    arc_query: LinearId,
    arc_head: LinearId,
    relation_dependent: LinearId,
    relation_head: ParamId,
    relation_distance: ParamId,
    relation_scores: LinearId,
}

impl Model {
    pub(super) fn new(config: Config, treebank: &Treebank, vectors: &Vectors) -> Self {
        let names = vocabulary(&config, treebank, vectors);
        let mut builder = Builder { params: Params::default(), rng: Random::new(config.seed) };
        let (width, tags) = (config.width, names.tags.len());
        let b = &mut builder;
        let rows = FIRST_WORD_ROW as usize + names.word_keys.len();
        Self {
            words: b.table(rows, width),
            parts: PART_ROWS.map(|rows| b.table(rows as usize, width)),
            tag_inputs: b.table(tags + 1, width),
            project: b.weight(names.vectors.columns, width),
            input_norm: b.norm(width),
            windows: (0..config.windows)
                .map(|_| (b.linear(3 * width, 2 * width), b.norm(width)))
                .collect(),
            tag_scores: b.linear(width, tags),
            tag_back: b.weight(tags, width),
            recurrent: (0..config.recurrent)
                .map(|_| {
                    (
                        b.linear(width, 2 * config.carried),
                        b.linear(config.carried, width),
                        b.norm(width),
                    )
                })
                .collect(),
            tag_verdict: b.linear(width, tags),
            arc_hidden: b.linear(width, 2 * config.arc),
            arc_query: b.linear(config.arc, config.arc + DISTANCE_CLASSES),
            arc_head: b.linear(config.arc, 1),
            relation_dependent: b.linear(width, config.relation),
            relation_head: b.weight(width, config.relation),
            relation_distance: b.table(DISTANCE_CLASSES, config.relation),
            relation_scores: b.linear(config.relation, names.relations.len()),
            params: builder.params,
            names,
            config,
        }
    }

    /// Takes the weights of an earlier run, of the same sizes and words.
    pub(super) fn resume(&mut self, weights: &Weights) {
        let row = |values: &Vec<f32>| {
            Array2::from_shape_vec((1, values.len()), values.clone()).unwrap_or_default()
        };
        let params = &mut self.params;
        let mut set = |id: ParamId, value: Array2<f32>| {
            if params[id].value.dim() == value.dim() {
                // Read weights lie in memory by columns, and the steps of training go by rows.
                params[id].value = value.as_standard_layout().into_owned();
            }
        };
        let mut linear = |id: &LinearId, from: &Linear| {
            set(id.0, from.weight.clone());
            set(id.1, row(&from.bias));
        };
        linear(&self.tag_scores, &weights.tag_scores);
        linear(&self.tag_verdict, &weights.tag_verdict);
        linear(&self.arc_hidden, &weights.arc_hidden);
        linear(&self.arc_query, &weights.arc_query);
        linear(&self.arc_head, &weights.arc_head);
        linear(&self.relation_dependent, &weights.relation_dependent);
        linear(&self.relation_scores, &weights.relation_scores);
        for ((id, _), from) in self.windows.iter().zip(&weights.windows) {
            linear(id, &from.linear);
        }
        for ((gates, output, _), from) in self.recurrent.iter().zip(&weights.recurrent) {
            linear(gates, &from.gates);
            linear(output, &from.output);
        }
        let norms = self
            .windows
            .iter()
            .map(|(_, norm)| norm)
            .zip(weights.windows.iter().map(|block| &block.norm));
        let more = self
            .recurrent
            .iter()
            .map(|(_, _, norm)| norm)
            .zip(weights.recurrent.iter().map(|layer| &layer.norm));
        for (id, from) in norms.chain(more).chain([(&self.input_norm, &weights.input_norm)]) {
            set(id.0, row(&from.gain));
            set(id.1, row(&from.bias));
        }
        set(self.words, weights.words.to_matrix());
        set(self.tag_inputs, weights.tag_inputs.to_matrix());
        set(self.relation_distance, weights.relation_distance.to_matrix());
        set(self.project, weights.project.weight.clone());
        set(self.tag_back, weights.tag_back.weight.clone());
        set(self.relation_head, weights.relation_head.weight.clone());
        for (&id, from) in self.parts.iter().zip(&weights.parts) {
            set(id, from.to_matrix());
        }
    }

    pub(super) fn example(&self, sentence: &Sentence) -> Example {
        let names = &self.names;
        let words = &sentence.words;
        let normal: Vec<String> = words.iter().map(|word| normalize(&word.form)).collect();
        let tag = |tags: (Upos, &'static str)| names.tags.binary_search(&tag_name(tags)).ok();
        let row = |word: &String| {
            find_key(&names.word_keys, word_key(word))
                .map_or(UNKNOWN_ROW, |row| row + FIRST_WORD_ROW)
        };
        let relation = |word: &Word| {
            names.relations.binary_search_by(|name| name.as_str().cmp(word.deprel.name())).ok()
        };
        Example {
            words: normal.iter().map(row).collect(),
            vectors: normal
                .iter()
                .map(|word| find_key(&names.vector_keys, vector_key(word)))
                .collect(),
            parts: words
                .iter()
                .zip(&normal)
                .map(|(word, normal)| parts(&word.form, normal))
                .collect(),
            guesses: words
                .iter()
                .map(|word| word.guess.and_then(tag).map_or(0, |tag| tag as u32 + 1))
                .collect(),
            tags: words.iter().map(|word| tag((word.upos, word.xpos))).collect(),
            heads: words
                .iter()
                .map(|word| if word.head < words.len() { word.head + 1 } else { 0 })
                .collect(),
            relations: words.iter().map(relation).collect(),
            open: words.last().is_some_and(|word| word.form.ends_with(char::is_alphanumeric)),
        }
    }

    /// Learns from a batch, and returns the sums of its losses: tags, arcs, relations.
    pub(super) fn learn(&mut self, batch: &[&Example], rate: f32, rng: &mut Random) -> [f32; 3] {
        let bounds = bounds_of(batch.iter().map(|example| example.len()));
        let mut params = std::mem::take(&mut self.params);
        let mut tape = Tape::new(&mut params);
        let losses = self.losses(&mut tape, batch, &bounds, rng);
        tape.backward();
        params.step(rate);
        self.params = params;
        losses
    }

    fn losses(
        &self,
        tape: &mut Tape<'_>,
        batch: &[&Example],
        bounds: &[Range<usize>],
        rng: &mut Random,
    ) -> [f32; 3] {
        let weight = 1.0 / batch.iter().map(|example| example.len()).sum::<usize>() as f32;
        let dropout = self.config.dropout;
        let (tags, heads, relations) = answers(batch, bounds);

        let mut state = self.embed(tape, batch, rng);
        for (linear, norm) in &self.windows {
            let windows = tape.windows(state, bounds);
            let pairs = tape.linear(windows, linear.0, Some(linear.1));
            let chosen = tape.maxout(pairs);
            let chosen = tape.dropout(chosen, dropout, rng);
            let sum = tape.add(state, chosen);
            state = tape.norm(sum, norm.0, norm.1);
        }
        let tag_scores = tape.linear(state, self.tag_scores.0, Some(self.tag_scores.1));
        let tag_loss = loss::classes(tape, tag_scores, &tags, 0.5 * weight);
        let shares = tape.softmax(tag_scores);
        let back = tape.linear(shares, self.tag_back, None);
        state = tape.add(state, back);
        for (gates, output, norm) in &self.recurrent {
            let gates = tape.linear(state, gates.0, Some(gates.1));
            let carried = tape.scan(gates, bounds);
            let carried = tape.swish(carried);
            let carried = tape.dropout(carried, dropout, rng);
            let out = tape.linear(carried, output.0, Some(output.1));
            let sum = tape.add(state, out);
            state = tape.norm(sum, norm.0, norm.1);
        }
        state = tape.dropout(state, dropout, rng);
        let verdict = tape.linear(state, self.tag_verdict.0, Some(self.tag_verdict.1));
        let verdict_loss = loss::classes(tape, verdict, &tags, 0.5 * weight);
        let arc_loss = self.arc_loss(tape, state, bounds, &heads, weight, rng);
        let relation_loss =
            self.relation_loss(tape, state, bounds, (&heads, &relations), weight, rng);
        [tag_loss + verdict_loss, arc_loss, relation_loss]
    }

    fn embed(&self, tape: &mut Tape<'_>, batch: &[&Example], rng: &mut Random) -> Var {
        const NONE: u32 = u32::MAX;
        let count = batch.iter().map(|example| example.len() + 1).sum();
        let mut words = Vec::with_capacity(count);
        let mut guesses = Vec::with_capacity(count);
        let mut parts: [Vec<u32>; 4] = Default::default();
        let mut vectors = Array2::zeros((count, self.names.vectors.columns));
        for example in batch {
            words.push(ROOT_ROW);
            guesses.push(NONE);
            for part in &mut parts {
                part.push(NONE);
            }
            for i in 0..example.len() {
                if let Some(row) =
                    example.vectors[i].filter(|_| rng.unit() >= self.config.vector_dropout)
                {
                    self.names.vectors.copy_row(
                        row,
                        vectors.row_mut(words.len()).as_slice_mut().unwrap_or_default(),
                    );
                }
                words.push(if rng.unit() < self.config.word_dropout {
                    UNKNOWN_ROW
                } else {
                    example.words[i]
                });
                guesses.push(if rng.unit() < self.config.tag_dropout {
                    0
                } else {
                    example.guesses[i]
                });
                parts.iter_mut().zip(example.parts[i]).for_each(|(part, row)| part.push(row));
            }
        }
        let mut tables = vec![(self.words, words), (self.tag_inputs, guesses)];
        tables.extend(self.parts.into_iter().zip(parts));
        let sum = tape.embed(tables);
        let vectors = tape.constant(vectors);
        let projected = tape.linear(vectors, self.project, None);
        let sum = tape.add(sum, projected);
        let normal = tape.norm(sum, self.input_norm.0, self.input_norm.1);
        tape.dropout(normal, self.config.dropout, rng)
    }

    fn arc_loss(
        &self,
        tape: &mut Tape<'_>,
        state: Var,
        bounds: &[Range<usize>],
        heads: &[usize],
        weight: f32,
        rng: &mut Random,
    ) -> f32 {
        let hidden = tape.linear(state, self.arc_hidden.0, Some(self.arc_hidden.1));
        let hidden = tape.swish(hidden);
        let hidden = tape.dropout(hidden, self.config.dropout, rng);
        let half = self.config.arc;
        let dependent = tape.columns(hidden, 0..half);
        let head = tape.columns(hidden, half..2 * half);
        let query = tape.linear(dependent, self.arc_query.0, Some(self.arc_query.1));
        let head_bias = tape.linear(head, self.arc_head.0, Some(self.arc_head.1));
        loss::arcs(tape, ArcVars { query, head, head_bias }, bounds, heads, weight)
    }

    fn relation_loss(
        &self,
        tape: &mut Tape<'_>,
        state: Var,
        bounds: &[Range<usize>],
        (heads, relations): (&[usize], &[Option<usize>]),
        weight: f32,
        rng: &mut Random,
    ) -> f32 {
        let dependent =
            tape.linear(state, self.relation_dependent.0, Some(self.relation_dependent.1));
        let of_heads = tape.linear(state, self.relation_head, None);
        let of_heads = tape.gather(of_heads, heads.to_vec());
        let classes = bounds.iter().flat_map(|range| {
            range
                .clone()
                .map(|row| distance_class(row - range.start, heads[row] - range.start) as u32)
        });
        let distance = tape.embed(vec![(self.relation_distance, classes.collect())]);
        let sum = tape.add(dependent, of_heads);
        let sum = tape.add(sum, distance);
        let hidden = tape.swish(sum);
        let hidden = tape.dropout(hidden, self.config.dropout, rng);
        let scores = tape.linear(hidden, self.relation_scores.0, Some(self.relation_scores.1));
        loss::classes(tape, scores, relations, 0.5 * weight)
    }

    /// The weights as the program reads them, but for the rounding that writing brings.
    pub(super) fn weights(&self) -> Weights {
        let matrix = |id: ParamId| self.params[id].value.clone();
        let row = |id: ParamId| self.params[id].value.iter().copied().collect::<Vec<f32>>();
        let linear = |id: &LinearId| Linear { weight: matrix(id.0), bias: row(id.1) };
        let unbiased = |id: ParamId| Linear { weight: matrix(id), bias: Vec::new() };
        let norm = |id: &NormId| Norm { gain: row(id.0), bias: row(id.1) };
        let table = |id: ParamId| Table::quantize(&self.params[id].value);
        Weights {
            words: table(self.words),
            parts: self.parts.iter().map(|&part| table(part)).collect(),
            tag_inputs: table(self.tag_inputs),
            project: unbiased(self.project),
            input_norm: norm(&self.input_norm),
            windows: self
                .windows
                .iter()
                .map(|(l, n)| Block { linear: linear(l), norm: norm(n) })
                .collect(),
            tag_scores: linear(&self.tag_scores),
            tag_back: unbiased(self.tag_back),
            recurrent: self
                .recurrent
                .iter()
                .map(|(gates, output, n)| Recurrent {
                    gates: linear(gates),
                    output: linear(output),
                    norm: norm(n),
                })
                .collect(),
            tag_verdict: linear(&self.tag_verdict),
            arc_hidden: linear(&self.arc_hidden),
            arc_query: linear(&self.arc_query),
            arc_head: linear(&self.arc_head),
            relation_dependent: linear(&self.relation_dependent),
            relation_head: unbiased(self.relation_head),
            relation_distance: table(self.relation_distance),
            relation_scores: linear(&self.relation_scores),
            ..self.names.clone()
        }
    }
}

/// Half-open ranges of rows, one below the other, for sentences of these lengths and a root each.
fn bounds_of(lengths: impl Iterator<Item = usize>) -> Vec<Range<usize>> {
    let mut start = 0;
    lengths
        .map(|length| {
            let range = start..start + length + 1;
            start = range.end;
            range
        })
        .collect()
}

/// Right answers for the rows of a batch: tags, rows of the heads, relations.
fn answers(
    batch: &[&Example],
    bounds: &[Range<usize>],
) -> (Vec<Option<usize>>, Vec<usize>, Vec<Option<usize>>) {
    let (mut tags, mut heads, mut relations) = (Vec::new(), Vec::new(), Vec::new());
    for (example, range) in batch.iter().zip(bounds) {
        tags.push(None);
        heads.push(range.start);
        relations.push(None);
        tags.extend(&example.tags);
        heads.extend(example.heads.iter().map(|head| range.start + head));
        relations.extend(&example.relations);
    }
    (tags, heads, relations)
}

/// How the model's list of tags writes a pair.
pub(super) fn tag_name((upos, xpos): (Upos, &str)) -> String {
    format!("{}|{xpos}", upos.name())
}

/// The names, keys and vectors of the model, without weights.
fn vocabulary(config: &Config, treebank: &Treebank, vectors: &Vectors) -> Weights {
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    let words = || treebank.iter().flat_map(|sentence| &sentence.words);
    let mut tags: Vec<String> = words().map(|word| tag_name((word.upos, word.xpos))).collect();
    let mut relations: Vec<String> = words().map(|word| word.deprel.name().to_owned()).collect();
    tags.sort_unstable();
    tags.dedup();
    relations.sort_unstable();
    relations.dedup();
    let mut with_vector: BTreeMap<u32, &[f32]> = BTreeMap::new();
    for word in words() {
        let normal = normalize(&word.form);
        *counts.entry(word_key(&normal)).or_default() += 1;
        if let Some(vector) = vectors.vectors.get(&normal) {
            with_vector.insert(vector_key(&normal), vector);
        }
    }
    for word in &vectors.words {
        if with_vector.len() >= config.vectors {
            break;
        }
        if let Some(vector) = vectors.vectors.get(word) {
            with_vector.insert(vector_key(word), vector);
        }
    }
    let mut table = Nibbles { columns: 100, ..Nibbles::default() };
    for vector in with_vector.values() {
        table.push(vector);
    }
    Weights {
        relations,
        tags,
        word_keys: counts
            .into_iter()
            .filter(|&(_, count)| count >= 3)
            .map(|(key, _)| key)
            .collect(),
        vector_keys: with_vector.into_keys().collect(),
        vectors: table,
        ..Weights::default()
    }
}

struct Builder {
    params: Params,
    rng: Random,
}

impl Builder {
    fn table(&mut self, rows: usize, columns: usize) -> ParamId {
        self.params.add_normal((rows, columns), 0.1, true, &mut self.rng)
    }

    fn weight(&mut self, from: usize, to: usize) -> ParamId {
        self.params.add_normal((to, from), (1.0 / from as f32).sqrt(), false, &mut self.rng)
    }

    fn linear(&mut self, from: usize, to: usize) -> LinearId {
        LinearId(self.weight(from, to), self.params.add(Array2::zeros((1, to)), false))
    }

    fn norm(&mut self, width: usize) -> NormId {
        NormId(
            self.params.add(Array2::ones((1, width)), false),
            self.params.add(Array2::zeros((1, width)), false),
        )
    }
}
