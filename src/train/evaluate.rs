//! How well the parts do on a development set with gold words: the table that the trainer prints.

use super::data::Treebank;
use crate::language::lemma::Lemmas;
use crate::language::tag::{Buffers, Tagger};

/// Right words in per cent.
#[derive(Clone, Copy, Debug, Default)]
pub struct Score {
    pub upos: f64,
    pub xpos: f64,
    pub lemmas: f64,
    /// Universal tags of words that training did not see.
    pub unknown: f64,
}

/// Tags and lemmatises `treebank` with the parts in `tagger` and `lemmas`.
pub fn score_tags(tagger: &[u8], lemmas: &[u8], treebank: &Treebank) -> Score {
    let tagger = Tagger::unpack(tagger).unwrap_or_default();
    let lemmas = Lemmas::unpack(lemmas).unwrap_or_default();
    let mut buffers = Buffers::default();
    let (mut words, mut unknown, mut right) = (0.0, 0.0, Score::default());
    for sentence in treebank {
        let forms = sentence.forms();
        for (word, class) in sentence.words.iter().zip(tagger.tag(&forms, &mut buffers)) {
            let (upos, xpos) = tagger.pair(class);
            let lemma = lemmas.lemma(&word.form, upos, xpos, word.clitic);
            let one = |holds: bool| if holds { 1.0 } else { 0.0 };
            words += 1.0;
            right.upos += one(upos == word.upos);
            right.xpos += one(xpos == word.xpos);
            right.lemmas += one(lemma == word.lemma || word.lemma == "_");
            if !tagger.knows(&word.form) {
                unknown += 1.0;
                right.unknown += one(upos == word.upos);
            }
        }
    }
    let percent = |part: f64, whole: f64| 100.0 * part / f64::max(whole, 1.0);
    Score {
        upos: percent(right.upos, words),
        xpos: percent(right.xpos, words),
        lemmas: percent(right.lemmas, words),
        unknown: percent(right.unknown, unknown),
    }
}

/// The words that are tagged wrong, most frequent kinds first: `NOUN for ADJ`, how often, and examples.
pub fn confusions(tagger: &[u8], treebank: &Treebank) -> Vec<(String, usize, Vec<String>)> {
    let tagger = Tagger::unpack(tagger).unwrap_or_default();
    let mut buffers = Buffers::default();
    let mut found = std::collections::BTreeMap::<String, Vec<String>>::new();
    for sentence in treebank {
        let forms = sentence.forms();
        for (at, (word, class)) in
            sentence.words.iter().zip(tagger.tag(&forms, &mut buffers)).enumerate()
        {
            let (upos, xpos) = tagger.pair(class);
            if (upos, xpos) != (word.upos, word.xpos) {
                let context = forms[at.saturating_sub(3)..(at + 4).min(forms.len())].join(" ");
                let kind = format!("{}/{xpos} for {}/{}", upos.name(), word.upos.name(), word.xpos);
                found.entry(kind).or_default().push(format!("{} [{context}]", word.form));
            }
        }
    }
    let mut sorted: Vec<_> =
        found.into_iter().map(|(kind, examples)| (kind, examples.len(), examples)).collect();
    sorted.sort_by_key(|(_, count, _)| std::cmp::Reverse(*count));
    sorted
}
