//! Trains the tagger.

use std::collections::BTreeMap;

use super::data::{Sentence, Treebank};
use super::perceptron::{Perceptron, Random, best, best_but};
use crate::language::linear::{Linear, write_number};
use crate::language::table::Table;
use crate::language::tag::{self, Class, Tagger};
use crate::language::word::key;
use crate::language::{Upos, XPOS};

/// Weights that the shipped tagger keeps.
const CELLS: usize = 490_000;
const EPOCHS: usize = 6;
/// A word's ambiguity class holds the tags that it has at least this often, in per cent.
const LEAST_SHARE: usize = 4;
/// Words seen less often count as unknown.
const LEAST_COUNT: usize = 3;
/// The right class must win by this much.
const MARGIN: f32 = 5.0;
/// Words seen at most this often are at times taken for unknown ones, so that the tagger learns to
/// get by with their letters and neighbours: in so many of a hundred cases.
const RARE: usize = 20;
const FORGOTTEN: usize = 20;
const SEED: u64 = 1;

type Pair = (Upos, &'static str);

/// The bytes of the tagger's part.
pub fn train(treebank: &Treebank) -> Vec<u8> {
    let fitted = fit(&treebank.iter().collect::<Vec<_>>(), EPOCHS);
    let mut bytes = Vec::new();
    write_number(&mut bytes, fitted.pairs.len() as u32);
    for (upos, xpos) in &fitted.pairs {
        write_number(&mut bytes, *upos as u32);
        let number = XPOS.iter().position(|known| known == xpos).unwrap_or_default();
        write_number(&mut bytes, number as u32);
    }
    bytes.extend(fitted.classes.pack());
    bytes.extend(fitted.perceptron.pack(CELLS));
    bytes
}

/// Gives each word the tags of a tagger that was trained on the other parts of the treebank.
pub fn jackknife(treebank: &mut Treebank, parts: usize) {
    for part in 0..parts {
        let inside = |idx: usize| idx * parts / treebank.len().max(1) == part;
        let rest: Vec<&Sentence> = treebank
            .iter()
            .enumerate()
            .filter(|(idx, _)| !inside(*idx))
            .map(|(_, sentence)| sentence)
            .collect();
        let tagger = fit(&rest, EPOCHS - 1).finish();
        let mut buffers = tag::Buffers::default();
        let len = treebank.len();
        for (idx, sentence) in treebank.iter_mut().enumerate() {
            if idx * parts / len == part {
                guess_sentence(&tagger, sentence, &mut buffers);
            }
        }
    }
}

/// Gives each word the tags of the tagger in `tagger`, which was not trained on the treebank.
pub fn guess(tagger: &[u8], treebank: &mut Treebank) {
    let tagger = Tagger::unpack(tagger).unwrap_or_default();
    let mut buffers = tag::Buffers::default();
    for sentence in treebank {
        guess_sentence(&tagger, sentence, &mut buffers);
    }
}

/// Puts the tagger's choice beside the gold tags.
fn guess_sentence(tagger: &Tagger, sentence: &mut Sentence, buffers: &mut tag::Buffers) {
    let classes = tagger.tag(&sentence.forms(), buffers);
    for (word, class) in sentence.words.iter_mut().zip(classes) {
        word.guess = Some(tagger.pair(class));
    }
}

struct Fitted {
    pairs: Vec<Pair>,
    classes: Table,
    perceptron: Perceptron,
}

impl Fitted {
    fn finish(self) -> Tagger {
        let packed = self.perceptron.pack(CELLS);
        let linear = Linear::unpack(&mut packed.as_slice()).unwrap_or_default();
        Tagger { pairs: self.pairs, classes: self.classes, linear }
    }
}

fn fit(sentences: &[&Sentence], epochs: usize) -> Fitted {
    let pairs = pairs(sentences);
    let known = known_classes(sentences, &pairs);
    let mut perceptron = Perceptron::new(pairs.len(), 2);
    let mut seen: BTreeMap<u32, usize> = BTreeMap::new();
    for word in sentences.iter().flat_map(|sentence| &sentence.words) {
        *seen.entry(key(&word.form)).or_default() += 1;
    }
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    let mut random = Random::new(SEED);
    let (mut views, mut chars, mut features, mut scores) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for epoch in 0..=epochs {
        if epoch > 0 {
            random.shuffle(&mut order);
        }
        for &idx in &order {
            let sentence = sentences[idx];
            let forms = sentence.forms();
            tag::look(&forms, &known, &mut views, &mut chars);
            if epoch > 0 {
                for (view, form) in views.iter_mut().zip(&forms) {
                    let count = seen.get(&key(form)).copied().unwrap_or_default();
                    if count <= RARE && random.below(100) < FORGOTTEN {
                        view.forget();
                    }
                }
            }
            let surroundings = tag::Surroundings::of(&forms, &views);
            let mut classes: Vec<Class> = Vec::with_capacity(forms.len());
            for (at, word) in sentence.words.iter().enumerate() {
                let right = pairs.binary_search(&(word.upos, word.xpos)).unwrap_or_default();
                tag::find_features(&views, at, &classes, surroundings, &mut features);
                if epoch == 0 {
                    perceptron.count(&features);
                    classes.push(right as Class);
                    continue;
                }
                perceptron.score(&features, &mut scores);
                let found = best(&scores);
                let rival = best_but(&scores, right);
                if scores[rival] + MARGIN >= scores[right] {
                    perceptron.update(&features, right, rival);
                }
                perceptron.tick();
                classes.push(found as Class);
            }
        }
    }
    Fitted { pairs, classes: known, perceptron }
}

fn pairs(sentences: &[&Sentence]) -> Vec<Pair> {
    let words = sentences.iter().flat_map(|sentence| &sentence.words);
    let mut pairs: Vec<Pair> = words.map(|word| (word.upos, word.xpos)).collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

fn known_classes(sentences: &[&Sentence], pairs: &[Pair]) -> Table {
    let mut words: BTreeMap<u32, BTreeMap<usize, usize>> = BTreeMap::new();
    for word in sentences.iter().flat_map(|sentence| &sentence.words) {
        let pair = pairs.binary_search(&(word.upos, word.xpos)).unwrap_or_default();
        *words.entry(key(&word.form)).or_default().entry(pair).or_default() += 1;
    }
    let mut sets: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (&key, counts) in &words {
        let sum: usize = counts.values().sum();
        if sum >= LEAST_COUNT {
            let often = counts.iter().filter(|(_, count)| **count * 100 >= sum * LEAST_SHARE);
            sets.insert(key, often.map(|(&pair, _)| pair).collect());
        }
    }
    let mut frequent: BTreeMap<&Vec<usize>, usize> = BTreeMap::new();
    for set in sets.values() {
        *frequent.entry(set).or_default() += 1;
    }
    let mut numbered: Vec<(&Vec<usize>, usize)> = frequent.into_iter().collect();
    numbered.sort_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(other.0)));
    // 0 is unknown, 254 any rare set.
    let number = |set: &Vec<usize>| {
        numbered.iter().position(|(known, _)| *known == set).map_or(254, |at| (at + 1).min(254))
            as u16
    };
    Table::new(sets.iter().map(|(&key, set)| (key, number(set))))
}
