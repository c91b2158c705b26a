//! Trains the parser's network: from trees and word vectors to its part of the model file.
//!
//! One thread, a fixed seed: the same data give the same bytes on the same machine. [`tape`]
//! differentiates, [`params`] steps, [`model`] is the network, [`loss`] what it learns.

mod loss;
mod model;
pub(super) mod params;
pub(super) mod random;
pub(super) mod tape;
mod vectors;

pub use model::Config;
pub use vectors::{Vectors, read_vectors};

use super::data::{Sentence, Treebank};
use crate::language::network::shared::{Network, Verdict, Word};
use crate::stop::Stop;
use model::{Example, Model, tag_name};
use random::Random;

/// Share of the steps over which the rate rises.
const WARM_UP: f32 = 0.02;

/// Shares of sentences that are joined with the next one in an epoch, those without and with a mark at the end.
const JOINED_OPEN: f32 = 0.4;
const JOINED_CLOSED: f32 = 0.04;
/// Words that a joined pair has at most.
const LONGEST_JOINED: usize = 100;

/// How well trees are found, in per cent of the words.
#[derive(Clone, Copy, Debug, Default)]
pub struct Score {
    pub tags: f32,
    pub heads: f32,
    /// Heads with the right relation, without its subtype.
    pub relations: f32,
}

/// Trains on a treebank and returns the bytes. `report` hears of each epoch and its weights.
///
/// First on sentences as they are, then, from the weights as the first run would be written, on sentences some of
/// which are joined.
pub fn train(
    config: &Config,
    treebank: &Treebank,
    vectors: &Vectors,
    mut report: impl FnMut(usize, [f32; 3], &[u8]),
) -> Vec<u8> {
    let first = train_once(config, None, treebank, vectors, &mut report);
    let second =
        Config { rate: 1e-3, epochs: 6, joined: true, seed: config.seed + 1, ..config.clone() };
    train_once(&second, Some(&first), treebank, vectors, &mut report)
}

/// One run, from the start or from the weights of another run.
pub fn train_once(
    config: &Config,
    from: Option<&[u8]>,
    treebank: &Treebank,
    vectors: &Vectors,
    mut report: impl FnMut(usize, [f32; 3], &[u8]),
) -> Vec<u8> {
    let mut model = Model::new(config.clone(), treebank, vectors);
    if let Some(network) = from.and_then(Network::read) {
        model.resume(network.weights());
    }
    let examples: Vec<Example> = treebank.iter().map(|sentence| model.example(sentence)).collect();
    let words: usize = examples.iter().map(Example::len).sum();
    let mut rng = Random::new(config.seed + 1);
    let steps = (config.epochs * batches(&examples, config.batch, &mut rng.clone()).len()) as f32;
    let mut step = 0.0;
    for epoch in 1..=config.epochs {
        let mut losses = [0.0; 3];
        let mixed = if config.joined { join_some(&examples, &mut rng) } else { examples.clone() };
        for batch in batches(&mixed, config.batch, &mut rng) {
            step += 1.0;
            let sums = model.learn(&batch, config.rate * schedule(step / steps), &mut rng);
            losses.iter_mut().zip(sums).for_each(|(loss, sum)| *loss += sum / words as f32);
        }
        report(epoch, losses, &model.weights().write());
    }
    model.weights().write()
}

/// The share of the full rate at a share of the way: up in a line, down along a cosine.
pub(super) fn schedule(way: f32) -> f32 {
    let down = 0.5 * (1.0 + (std::f32::consts::PI * way.min(1.0)).cos());
    (way / WARM_UP).min(1.0) * (0.02 + 0.98 * down)
}

/// The sentences, some of them joined with their next one: most often those without a mark at their end.
fn join_some(examples: &[Example], rng: &mut Random) -> Vec<Example> {
    let mut mixed = Vec::with_capacity(examples.len());
    let mut rest = examples.iter().peekable();
    while let Some(example) = rest.next() {
        let share = if example.is_open() { JOINED_OPEN } else { JOINED_CLOSED };
        let joins = rng.unit() < share;
        match rest.next_if(|next| joins && example.len() + next.len() <= LONGEST_JOINED) {
            Some(next) => mixed.push(example.with_next(next)),
            None => mixed.push(example.clone()),
        }
    }
    mixed
}

/// Batches of sentences of like length, in random order.
fn batches<'a>(examples: &'a [Example], size: usize, rng: &mut Random) -> Vec<Vec<&'a Example>> {
    let mut keyed: Vec<(f32, &Example)> = examples
        .iter()
        .map(|example| (example.len() as f32 * (0.8 + 0.4 * rng.unit()) + rng.unit(), example))
        .collect();
    keyed.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut batches = vec![Vec::new()];
    let mut words = 0;
    for (_, example) in keyed {
        if words + example.len() > size && words > 0 {
            batches.push(Vec::new());
            words = 0;
        }
        words += example.len();
        if let Some(batch) = batches.last_mut() {
            batch.push(example);
        }
    }
    rng.shuffle(&mut batches);
    batches
}

/// Parses the forms of a treebank with the network of `bytes` and compares.
pub fn score(bytes: &[u8], treebank: &Treebank) -> Option<Score> {
    let network = Network::read(bytes)?;
    let words: Vec<Vec<Word<'_>>> =
        treebank.iter().map(|sentence| words_of(sentence, &network)).collect();
    let sentences: Vec<&[Word<'_>]> = words.iter().map(Vec::as_slice).collect();
    let names = network.weights();
    let (verdicts, _) = network.parse(&sentences, None, &Stop::default()).unwrap_or_default();
    let mut score = Score::default();
    let mut count = 0.0_f32;
    for (sentence, verdicts) in treebank.iter().zip(verdicts) {
        for (gold, Verdict { head, relation, tag, .. }) in sentence.words.iter().zip(verdicts) {
            let right_head = head.unwrap_or(sentence.words.len()) == gold.head;
            let right_relation = bare(&names.relations[relation]) == bare(gold.deprel.name());
            count += 1.0;
            score.tags += f32::from(u8::from(names.tags[tag] == tag_name((gold.upos, gold.xpos))));
            score.heads += f32::from(u8::from(right_head));
            score.relations += f32::from(u8::from(right_head && right_relation));
        }
    }
    let percent = 100.0 / count.max(1.0);
    Some(Score {
        tags: score.tags * percent,
        heads: score.heads * percent,
        relations: score.relations * percent,
    })
}

/// The words with the tags that a tagger guessed.
fn words_of<'a>(sentence: &'a Sentence, network: &Network) -> Vec<Word<'a>> {
    let tag = |guess: Option<(_, &'static str)>| {
        guess.map_or(0, |(upos, xpos)| network.tag_row(upos, xpos))
    };
    sentence.words.iter().map(|word| Word { form: &word.form, tag: tag(word.guess) }).collect()
}

/// The relation without its subtype.
fn bare(relation: &str) -> &str {
    relation.split(':').next().unwrap_or_default()
}
