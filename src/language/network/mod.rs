//! The parser: a small neural network that scores the head and the relation of each word.
//!
//! [`features`] tells which rows of the tables a word has, [`encode`] runs the network over a batch of
//! sentences, [`tree`] picks the best tree of the scores, [`conjunct`], [`joined`], [`parted`], [`reduced`], [`relative`] and
//! [`subjects`] mend what no tree can be, [`head`] lets others ask the network, [`weights`] says how the model file looks.
//! Its training is in `train::network`; tokens and tags come from the earlier stages.

#![expect(
    clippy::redundant_closure_for_method_calls,
    reason = "a method of `Parsed` alone is of one lifetime, and does not compile"
)]

mod agents;
mod apposed;
mod asides;
mod bereft;
mod conjunct;
mod contents;
mod displaced;
mod due;
mod encode;
mod except;
mod features;
mod head;
mod headless;
mod hung;
mod joined;
mod made;
mod math;
mod mistagged;
mod parsed;
mod parted;
mod posts;
mod reduced;
mod relative;
mod speakers;
mod subjects;
#[cfg(test)]
mod testing;
mod told;
mod torn;
mod tree;
mod unclaimed;
mod weights;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use ndarray::{Array2, Axis};

use super::{Arc, Deprel, Sentence, Tag, Token, Upos, XPOS, lemma, model};
use crate::document::Document;
use crate::stop::Stop;
use encode::Input;
use features::{normalize, parts, vector_key, word_key};
pub(crate) use head::Head;
use parsed::{Draft, arc};
use weights::{FIRST_WORD_ROW, ROOT_ROW, UNKNOWN_ROW, Weights, find_key};

/// What the trainer shares with the network.
#[cfg(feature = "trainer")]
pub(crate) mod shared {
    pub(crate) use super::encode::{scan, windows};
    pub(crate) use super::features::{PART_ROWS, normalize, parts, vector_key, word_key};
    pub(crate) use super::math::{
        gate, gate_slope, part, part_mut, softmax, sum, sum_squares, swish,
    };
    pub(crate) use super::weights::{
        Block, DISTANCE_CLASSES, FIRST_WORD_ROW, Linear, Nibbles, Norm, ROOT_ROW, Recurrent, Table,
        UNKNOWN_ROW, Weights, distance_class, find_key,
    };
    pub(crate) use super::{Network, Verdict, Word};
}

/// The trained network, read at its first use.
static NETWORK: LazyLock<Option<Network>> =
    LazyLock::new(|| Network::read(model::section("network")));

/// Reads the network now.
pub(crate) fn load() {
    LazyLock::force(&NETWORK);
}

/// What the network makes of a document.
#[derive(Debug, Default)]
pub(crate) struct Parse {
    pub sentences: Vec<Sentence>,
    pub tags: Vec<Tag>,
    /// One for each word, each sentence a tree with one root.
    pub arcs: Vec<Arc>,
    /// A row for each word, of what a [`Head`] says of it; none where nobody asks.
    pub answers: Array2<f32>,
}

/// Tags and trees, and the answers of `head`; `None` soon after `stop` is called.
///
/// It sees whole sentences, and so corrects the tags, and cuts sentences in two where no mark but the grammar tells
/// that one ends.
pub(crate) fn parse(
    document: &Document,
    sentences: Vec<Sentence>,
    tokens: &[Token],
    mut tags: Vec<Tag>,
    head: Option<&Head>,
    stop: &Stop,
) -> Option<Parse> {
    let Some(network) = NETWORK.as_ref() else {
        let arcs = flat(&sentences);
        return Some(Parse { sentences, tags, arcs, answers: Array2::default((0, 0)) });
    };
    let words: Vec<Word<'_>> = tokens
        .iter()
        .zip(&tags)
        .map(|(token, tag)| Word {
            form: token.range.slice(document.text()),
            tag: network.tag_row(tag.upos, tag.xpos),
        })
        .collect();
    let split: Vec<&[Word<'_>]> = sentences
        .iter()
        .map(|sentence| words.get(sentence.tokens.clone()).unwrap_or_default())
        .collect();
    let mut arcs = Vec::with_capacity(tokens.len());
    let (verdicts, answers) = network.parse(&split, head, stop)?;
    for (sentence, verdicts) in sentences.iter().zip(verdicts) {
        let again = asides::reread(network, sentence, &words, &tags, &verdicts, stop);
        let verdicts = again.unwrap_or(verdicts);
        for (at, verdict) in sentence.tokens.clone().zip(verdicts) {
            let head = verdict.head.map(|head| head + sentence.tokens.start);
            arcs.push(Arc { head, deprel: network.relation(verdict) });
            let (Some((upos, xpos)), tag) = (network.tag(verdict), &mut tags[at]) else { continue };
            let heard = !tag.sure && verdict.tag_share >= LEAST_SHARE;
            if heard && (tag.upos, tag.xpos) != (upos, xpos) {
                let lemma = lemma::lemma(words[at].form, upos, xpos, tokens[at].clitic);
                *tag = Tag { upos, xpos, lemma, sure: false };
            }
        }
    }
    let parsed = arcs.clone();
    let mut draft =
        Draft { document, sentences: &sentences, tokens, tags: &mut tags, arcs: &mut arcs };
    mend(&mut draft);
    keep_trees(&sentences, &parsed, draft.arcs);
    for sentence in &sentences {
        join_at_commas(&mut draft, &sentence.tokens);
    }
    let sentences =
        sentences.into_iter().flat_map(|sentence| cut(sentence, tokens, &arcs)).collect();
    Some(Parse { sentences, tags, arcs, answers })
}

/// Mends what a parser that weighs each word alone gets wrong; what comes later relies on what came before.
fn mend(draft: &mut Draft<'_>) {
    headless::mend(draft);
    due::mend(draft);
    displaced::mend(draft);
    conjunct::mend(draft.tags, draft.arcs);
    joined::mend(draft.tags, draft.arcs);
    reduced::mend(draft);
    parted::mend(draft);
    subjects::join_officials(draft);
    made::mend(draft);
    posts::mend(draft);
    except::mend(draft);
    relative::give_objects(draft);
    subjects::mend(draft);
    displaced::name_speakers(draft);
    agents::mend(draft);
    apposed::mend(draft);
    relative::mend(draft);
    hung::mend(draft);
    bereft::mend(draft);
    torn::mend(draft);
    mistagged::mend(draft);
}

/// Gives a sentence in which the menders made a circle the tree of the parser again: who walks up from a word to the root
/// must come to an end.
fn keep_trees(sentences: &[Sentence], parsed: &[Arc], arcs: &mut [Arc]) {
    for sentence in sentences {
        let words = sentence.tokens.clone();
        if tree::find_circle(&heads(&words, arcs)).is_some() {
            arcs[words.clone()].copy_from_slice(&parsed[words]);
        }
    }
}

/// The head of each word of a sentence, counted from 1 at its first word; 0 for a root, and at place 0.
fn heads(sentence: &Range<usize>, arcs: &[Arc]) -> Vec<usize> {
    let place = |arc: &Arc| arc.head.map_or(0, |head| head + 1 - sentence.start);
    std::iter::once(0).chain(arcs[sentence.clone()].iter().map(place)).collect()
}

/// Makes one tree of two that a comma parts, `The road is older, they say`: no sentence ends with a comma.
fn join_at_commas(draft: &mut Draft<'_>, sentence: &Range<usize>) {
    let Some(roots) = roots(sentence, draft.arcs) else { return };
    let first = sentence.start;
    for at in sentence.clone() {
        let place = at + 1 - first;
        let (Some(&before), Some(&behind)) = (roots.get(place), roots.get(place + 1)) else {
            return;
        };
        let text = draft.parsed(sentence);
        if before == behind || before == 0 || behind == 0 || text.word(at) != "," {
            continue;
        }
        let (before, behind) = (before - 1 + first, behind - 1 + first);
        let has = |relations: &[Deprel]| {
            text.children(before).any(|word| relations.contains(&text.arcs[word].deprel))
        };
        let finite = matches!(text.tags[before].xpos, "VBD" | "VBZ" | "VBP")
            || has(&[Deprel::Aux, Deprel::AuxPass, Deprel::Cop]);
        let opens =
            has(&[Deprel::Mark]) || text.children(before).any(|word| text.tags[word].xpos == "WRB");
        if finite && !opens {
            draft.arcs[behind] = arc(before, Deprel::Parataxis);
        } else {
            let verb = text.tags[before].upos == Upos::Verb;
            draft.arcs[before] = arc(behind, if verb { Deprel::Advcl } else { Deprel::Dep });
        }
        // One place is enough: a sentence that falls into three at commas is none.
        return;
    }
}

/// The words of a sentence that hang on `head`.
fn children<'a>(
    arcs: &'a [Arc],
    sentence: &Range<usize>,
    head: usize,
) -> impl Iterator<Item = usize> + use<'a> {
    sentence.clone().filter(move |&word| arcs[word].head == Some(head))
}

/// The root above each word of a sentence, counted from 1 at its first word; `None` where it has one tree alone.
fn roots(sentence: &Range<usize>, arcs: &[Arc]) -> Option<Vec<usize>> {
    let heads = heads(sentence, arcs);
    let several = heads.iter().skip(1).filter(|&&head| head == 0).count() > 1;
    several.then(|| tree::roots_of(&heads))
}

/// The sentences that the trees of one make.
fn cut(sentence: Sentence, tokens: &[Token], arcs: &[Arc]) -> Vec<Sentence> {
    let Some(roots) = roots(&sentence.tokens, arcs) else { return vec![sentence] };
    let first = sentence.tokens.start;
    let mut parts = Vec::new();
    let mut start = first;
    for at in sentence.tokens.clone() {
        let place = at + 1 - first;
        if roots.get(place + 1) != roots.get(place) {
            let range = tokens[start].range.cover(tokens[at].range);
            parts.push(Sentence { block: sentence.block, range, tokens: start..at + 1 });
            start = at + 1;
        }
    }
    parts
}

/// Trees for a program without weights: all words hang on the first.
fn flat(sentences: &[Sentence]) -> Vec<Arc> {
    let arc = |at: usize, first: usize| {
        let head = (at != first).then_some(first);
        Arc { head, deprel: if head.is_some() { Deprel::Dep } else { Deprel::Root } }
    };
    sentences
        .iter()
        .flat_map(|sentence| sentence.tokens.clone().map(|at| arc(at, sentence.tokens.start)))
        .collect()
}

/// Longest stretch, in words, that is parsed as one. What is longer falls into several: time and
/// memory grow with the square of it.
const LONGEST: usize = 250;
/// Words that go through the network at a time: enough to fill the processor, little enough for its cache.
const BATCH: usize = 200;

/// Where the tagger is unsure, the network's tag counts if it thinks it this likely, in per cent: a
/// little more than the tagger's would get.
const LEAST_SHARE: u8 = 55;

/// A word as the network takes it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word<'a> {
    pub form: &'a str,
    /// From [`Network::tag_row`]; 0 when no tagger has spoken.
    pub tag: u32,
}

/// What the network says of one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Verdict {
    /// Place of the head in the sentence, counted from 0; `None` for the root.
    pub head: Option<usize>,
    /// Index into the names of the relations.
    pub relation: usize,
    /// Index into the names of the tags: the network's own opinion.
    pub tag: usize,
    /// How likely it thinks that tag, in per cent.
    pub tag_share: u8,
}

#[derive(Debug)]
pub(crate) struct Network {
    weights: Weights,
    relations: Vec<Deprel>,
    pairs: Vec<Option<(Upos, &'static str)>>,
    tag_rows: BTreeMap<(Upos, &'static str), u32>,
}

impl Network {
    pub(crate) fn new(weights: Weights) -> Self {
        let relations = weights
            .relations
            .iter()
            .map(|name| Deprel::from_name(name).unwrap_or(Deprel::Dep))
            .collect();
        let pairs: Vec<_> = weights.tags.iter().map(|name| pair(name)).collect();
        let tag_rows =
            pairs.iter().zip(1..).filter_map(|(pair, row)| Some(((*pair)?, row))).collect();
        Self { weights, relations, pairs, tag_rows }
    }

    /// `None` when the bytes are no weights.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        Weights::read(bytes).map(Self::new)
    }

    /// The row of a pair of tags in the table of tags; 0 for one that training has not seen.
    pub(crate) fn tag_row(&self, upos: Upos, xpos: &'static str) -> u32 {
        self.tag_rows.get(&(upos, xpos)).copied().unwrap_or_default()
    }

    /// The relation that a verdict gives, kept from contradicting its head.
    pub(crate) fn relation(&self, verdict: Verdict) -> Deprel {
        match self.relations.get(verdict.relation).copied().unwrap_or(Deprel::Dep) {
            _ if verdict.head.is_none() => Deprel::Root,
            Deprel::Root => Deprel::Parataxis,
            relation => relation,
        }
    }

    /// The pair of tags that a verdict gives.
    fn tag(&self, verdict: Verdict) -> Option<(Upos, &'static str)> {
        self.pairs.get(verdict.tag).copied().flatten()
    }

    #[cfg(feature = "trainer")]
    pub(crate) fn weights(&self) -> &Weights {
        &self.weights
    }

    /// The trees of all sentences, one verdict for each word, and the answers of `head`, one row for each; `None` soon
    /// after `stop` is called.
    pub(crate) fn parse(
        &self,
        sentences: &[&[Word<'_>]],
        head: Option<&Head>,
        stop: &Stop,
    ) -> Option<(Vec<Vec<Verdict>>, Array2<f32>)> {
        let pieces: Vec<&[Word<'_>]> = sentences.iter().flat_map(|words| split(words)).collect();
        let mut parsed = Vec::with_capacity(pieces.len());
        let mut answers = Vec::new();
        let mut waiting = pieces.as_slice();
        while !waiting.is_empty() {
            if stop.is_called() {
                return None;
            }
            let mut size = 0;
            let fits = waiting.iter().take_while(|piece| {
                size += piece.len();
                size <= BATCH
            });
            let (batch, rest) = waiting.split_at(fits.count().max(1));
            self.parse_batch(batch, head, &mut parsed, &mut answers);
            waiting = rest;
        }
        let words = sentences.iter().map(|words| words.len()).sum::<usize>();
        let shape = (words, answers.len() / words.max(1));
        let answers = Array2::from_shape_vec(shape, answers).unwrap_or_default();
        Some((join(sentences, parsed), answers))
    }

    fn parse_batch(
        &self,
        batch: &[&[Word<'_>]],
        head: Option<&Head>,
        parsed: &mut Vec<Vec<Verdict>>,
        answers: &mut Vec<f32>,
    ) {
        let mut inputs = Vec::new();
        let mut bounds = Vec::new();
        for words in batch {
            let start = inputs.len();
            inputs.push(Input { word: ROOT_ROW, ..Input::default() });
            inputs.extend(words.iter().map(|word| self.input(word)));
            bounds.push(start..inputs.len());
        }
        let encoded = encode::encode(&self.weights, &inputs, &bounds);
        for range in &bounds {
            let heads = tree::best_trees(&encoded.arc_scores(range), range.len());
            let relations = encoded.relation_scores(&self.weights, range, &heads);
            let verdicts = (1..range.len()).map(|place| {
                let (tag, share) = best(encoded.tag_shares.row(range.start + place).iter());
                Verdict {
                    head: heads.get(place).and_then(|head| head.checked_sub(1)),
                    relation: best(relations.row(place).iter()).0,
                    tag,
                    tag_share: per_cent(share),
                }
            });
            parsed.push(verdicts.collect());
        }
        let Some(all) = head.map(|head| head.answer(encoded.states)) else { return };
        for range in &bounds {
            // The root's row is nobody's.
            for row in all.axis_iter(Axis(0)).take(range.end).skip(range.start + 1) {
                answers.extend(row);
            }
        }
    }

    fn input(&self, word: &Word<'_>) -> Input {
        let weights = &self.weights;
        let normal = normalize(word.form);
        let row = find_key(&weights.word_keys, word_key(&normal)).map(|row| row + FIRST_WORD_ROW);
        Input {
            word: row.unwrap_or(UNKNOWN_ROW),
            vector: find_key(&weights.vector_keys, vector_key(&normal)),
            parts: Some(parts(word.form, &normal)),
            tag: word.tag,
        }
    }
}

/// The pair of tags that the model writes so.
fn pair(name: &str) -> Option<(Upos, &'static str)> {
    let (upos, xpos) = name.split_once('|')?;
    Some((Upos::from_name(upos)?, *XPOS.iter().find(|known| **known == xpos)?))
}

/// The place of the largest score, the first where several are, and that score.
fn best<'a>(scores: impl Iterator<Item = &'a f32>) -> (usize, f32) {
    let mut best = (0, f32::NEG_INFINITY);
    for (place, &score) in scores.enumerate() {
        if score > best.1 {
            best = (place, score);
        }
    }
    best
}

#[expect(clippy::cast_sign_loss, reason = "a share is not negative")]
fn per_cent(share: f32) -> u8 {
    (100.0 * share) as u8
}

/// Cuts what is too long, after a comma or the like if the last third has one.
fn split<'w, 'a>(words: &'w [Word<'a>]) -> Vec<&'w [Word<'a>]> {
    let mut pieces = Vec::new();
    let mut rest = words;
    while rest.len() > LONGEST {
        let cut = rest[LONGEST * 2 / 3..LONGEST]
            .iter()
            .rposition(|word| matches!(word.form, "," | ";" | ":" | "." | "—" | "-"));
        let (piece, after) = rest.split_at(cut.map_or(LONGEST, |cut| LONGEST * 2 / 3 + cut + 1));
        pieces.push(piece);
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(rest);
    }
    pieces
}

/// Puts the pieces of long sentences together again: each hangs on the root of the first.
fn join(sentences: &[&[Word<'_>]], parsed: Vec<Vec<Verdict>>) -> Vec<Vec<Verdict>> {
    let mut pieces = parsed.into_iter();
    let mut joined = Vec::with_capacity(sentences.len());
    for words in sentences {
        let mut sentence: Vec<Verdict> = Vec::with_capacity(words.len());
        let mut root = None;
        while sentence.len() < words.len() {
            let Some(piece) = pieces.next() else { break };
            let start = sentence.len();
            let whole = piece.len() == words.len();
            for (at, mut verdict) in (start..).zip(piece) {
                verdict.head = verdict.head.map_or(root, |head| Some(head + start));
                if verdict.head.is_none() && !whole {
                    root = Some(at);
                }
                sentence.push(verdict);
            }
        }
        joined.push(sentence);
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{sentence, tag, token};
    use crate::testing;

    /// The trees of a text, a word at a time: `head>relation>word`, the root's head a dash.
    fn trees(text: &str) -> Vec<String> {
        let document = testing::document(text);
        let tokens = token::tokenize(&document);
        let sentences = sentence::split(&document, &tokens);
        let tags = tag::tag(&document, &sentences, &tokens);
        let Parse { arcs, .. } = parse(&document, sentences, &tokens, tags, None, &Stop::default())
            .expect("nobody stops it");
        let word = |at: usize| tokens[at].range.slice(text);
        let arc = |(at, arc): (usize, &Arc)| {
            format!("{}>{}>{}", arc.head.map_or("-", word), arc.deprel.name(), word(at))
        };
        arcs.iter().enumerate().map(arc).collect()
    }

    #[test]
    fn a_circle_gives_way_to_the_tree_of_the_parser() {
        let document = testing::document("Ships sail. Boats sink.");
        let tokens = token::tokenize(&document);
        let sentences = sentence::split(&document, &tokens);
        let parsed = flat(&sentences);
        let mut arcs = parsed.clone();
        arcs[0].head = Some(1);
        arcs[1].head = Some(0);
        arcs[5].head = Some(4);
        let kept = arcs[5];
        keep_trees(&sentences, &parsed, &mut arcs);
        assert_eq!(arcs[..3], parsed[..3]);
        assert_eq!(arcs[5], kept, "a sentence with a tree keeps it");
    }

    #[test]
    fn the_weights_give_the_trees_that_they_gave() {
        assert_eq!(
            trees("The minister said that both sides hadn’t signed the treaty.").join(" "),
            "minister>det>The said>nsubj>minister ->root>said signed>mark>that sides>det>both \
             signed>nsubj>sides signed>aux>had signed>advmod>n’t said>ccomp>signed treaty>det>the \
             signed>obj>treaty said>punct>."
        );
    }

    #[test]
    fn long_and_odd_sentences_have_one_root() {
        let long = "talks and ".repeat(400) + "more talks 🙂 “”.";
        let roots = |text: &str| trees(text).iter().filter(|arc| arc.starts_with("->")).count();
        assert_eq!(roots(&long), 1);
        assert_eq!(roots("🙂"), 1);
        assert!(trees("").is_empty());
    }

    #[test]
    fn long_sentences_fall_into_pieces_at_commas() {
        let word = |form| Word { form, tag: 0 };
        let mut words = vec![word("so"); 600];
        words[200] = word(",");
        let lengths: Vec<usize> = split(&words).iter().map(|piece| piece.len()).collect();
        assert_eq!(lengths, [201, 250, 149]);
    }
}
