//! The dictionary form of a word, by its tag.
//!
//! A table of words first, then rules for endings: both hold edits (cut so many letters, add these).
//! The trainer learns which edit belongs to which word or ending from the treebanks.

use std::sync::LazyLock;

use super::clusters::cluster;
use super::linear::{hash, mix, read_number};
use super::{Upos, XPOS, model};

static LEMMAS: LazyLock<Lemmas> =
    LazyLock::new(|| Lemmas::unpack(model::section("lemmas")).unwrap_or_default());

/// The lemma of `word`.
pub(super) fn lemma(word: &str, upos: Upos, xpos: &str, clitic: bool) -> String {
    LEMMAS.lemma(word, upos, xpos, clitic)
}

/// Longest ending that has a rule, in letters.
pub(crate) const LONGEST_ENDING: usize = 6;

#[derive(Debug, Default)]
pub(crate) struct Lemmas {
    pub(crate) edits: Vec<Edit>,
    /// Sorted: of a word or an ending with its tag, and the edit.
    pub(crate) rules: Vec<(u32, u8)>,
}

/// How to make the lemma of a word.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Edit {
    /// Whether the word keeps its capitals.
    pub(crate) cased: bool,
    /// Letters to cut from the end.
    pub(crate) cut: usize,
    pub(crate) add: String,
}

impl Edit {
    /// The edit that leads from `word` to `lemma`.
    #[cfg(any(test, feature = "trainer"))]
    pub(crate) fn between(word: &str, lemma: &str) -> Self {
        let lower = word.to_lowercase();
        let cased = lemma != lower && shared(word, lemma) > shared(&lower, lemma);
        let from = if cased { word } else { &lower };
        let kept = shared(from, lemma);
        let cut = from.chars().count() - kept;
        Self { cased, cut, add: lemma.chars().skip(kept).collect() }
    }

    pub(crate) fn apply(&self, word: &str) -> String {
        let word = if self.cased { word.to_owned() } else { word.to_lowercase() };
        let kept = word.chars().count().saturating_sub(self.cut);
        word.chars().take(kept).chain(self.add.chars()).collect()
    }
}

/// How many characters the two start with alike.
#[cfg(any(test, feature = "trainer"))]
fn shared(one: &str, other: &str) -> usize {
    one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count()
}

impl Lemmas {
    pub(crate) fn lemma(&self, word: &str, upos: Upos, xpos: &str, clitic: bool) -> String {
        let word = word.replace(['’', '‘', 'ʼ', '`'], "'");
        let lower = word.to_lowercase();
        if lower == "i" && xpos == "PRP" {
            return "I".to_owned();
        }
        let clitic = clitic && lower.starts_with('\'') || lower == "n't";
        let tag = tag_key(upos, xpos);
        let tables = std::iter::once(word_key(&lower, tag, clitic)).chain(ending_keys(&lower, tag));
        for key in tables {
            if let Ok(at) = self.rules.binary_search_by_key(&key, |&(known, _)| known)
                && let Some(edit) = self.edits.get(usize::from(self.rules[at].1))
            {
                return checked(edit.apply(&word), &lower, upos);
            }
        }
        if upos == Upos::Propn { word } else { lower }
    }

    /// Reads what the trainer wrote.
    pub(crate) fn unpack(mut bytes: &[u8]) -> Option<Self> {
        let bytes = &mut bytes;
        let mut lemmas = Self::default();
        for _ in 0..read_number(bytes)? {
            let (cased, cut, length) =
                (read_number(bytes)? == 1, read_number(bytes)?, read_number(bytes)?);
            let (add, rest) = bytes.split_at_checked(length as usize)?;
            *bytes = rest;
            let add = std::str::from_utf8(add).ok()?.to_owned();
            lemmas.edits.push(Edit { cased, cut: cut as usize, add });
        }
        let mut key = 0u32;
        for _ in 0..read_number(bytes)? {
            key = key.checked_add(read_number(bytes)?)?;
            lemmas.rules.push((key, read_number(bytes)? as u8));
        }
        Some(lemmas)
    }
}

/// The stem of a verb that ends in `ed` or `ing`, with the `e` or the double letter that it lost:
/// `provok` is no word, `provoke` is.
fn checked(lemma: String, word: &str, upos: Upos) -> String {
    let is_word = |text: &str| cluster(text).fine > 0;
    let inflected = word.ends_with("ed") || word.ends_with("ing");
    if upos != Upos::Verb || !inflected || lemma.ends_with('e') || is_word(&lemma) {
        return lemma;
    }
    let with_e = format!("{lemma}e");
    let doubled: String = lemma.chars().chain(lemma.chars().last()).collect();
    [with_e, doubled]
        .into_iter()
        .find(|text| word.starts_with(text.trim_end_matches('e')) && is_word(text))
        .unwrap_or(lemma)
}

/// A number for the tag pair.
pub(crate) fn tag_key(upos: Upos, xpos: &str) -> u64 {
    let xpos = XPOS.iter().position(|&known| known == xpos).unwrap_or(XPOS.len());
    (upos as u64) << 8 | xpos as u64
}

pub(crate) fn word_key(lower: &str, tag: u64, clitic: bool) -> u32 {
    fold(mix(mix(hash(lower), tag), 1 + u64::from(clitic)))
}

/// The keys of the endings of `lower`, the longest first; the empty ending is last.
pub(crate) fn ending_keys(lower: &str, tag: u64) -> impl Iterator<Item = u32> {
    let length = lower.chars().count();
    let starts: Vec<usize> = lower.char_indices().map(|(at, _)| at).chain([lower.len()]).collect();
    let longest = LONGEST_ENDING.min(length.saturating_sub(1));
    (0..=longest).rev().filter_map(move |ending| {
        let text = lower.get(starts[length - ending]..)?;
        Some(fold(mix(mix(hash(text), tag), 7)))
    })
}

fn fold(hash: u64) -> u32 {
    (hash ^ hash >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_lead_from_word_to_lemma() {
        for (word, lemma) in
            [("Went", "go"), ("Trumps", "Trump"), ("N'T", "not"), ("IS", "be"), ("U.S.", "U.S.")]
        {
            assert_eq!(Edit::between(word, lemma).apply(word), lemma);
        }
        assert_eq!(
            Edit::between("stopped", "stop"),
            Edit { cased: false, cut: 3, add: String::new() }
        );
    }

    #[test]
    fn lemmas_of_words_seen_and_unseen() {
        let check = |word, upos, xpos, expected: &str| {
            assert_eq!(lemma(word, upos, xpos, false), expected, "{word}");
        };
        check("Went", Upos::Verb, "VBD", "go");
        check("countries", Upos::Noun, "NNS", "country");
        check("destabilised", Upos::Verb, "VBN", "destabilise");
        check("Ruiz", Upos::Propn, "NNP", "Ruiz");
        check("worst", Upos::Adj, "JJS", "bad");
        check("n’t", Upos::Part, "RB", "not");
        check("i", Upos::Pron, "PRP", "I");
        check("provoking", Upos::Verb, "VBG", "provoke");
    }
}
