//! The dictionary form of a word, by its tag.
//!
//! A table of words first, then rules for endings: both hold edits (cut so many letters, add these).
//! The trainer learns which edit belongs to which word or ending from the treebanks.

use std::collections::HashMap;
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
    pub(crate) case: Case,
    /// Letters to cut from the end.
    pub(crate) cut: usize,
    pub(crate) add: String,
}

/// Which capitals a lemma has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Case {
    Lower,
    /// Those of the word.
    Kept,
    /// One at its start, however the word is written: `Tehran` for `TEHRAN` and `tehran`.
    Title,
}

impl Case {
    pub(crate) fn from_number(number: u32) -> Option<Self> {
        [Self::Lower, Self::Kept, Self::Title].get(number as usize).copied()
    }

    fn apply(self, word: &str) -> String {
        match self {
            Self::Lower => word.to_lowercase(),
            Self::Kept => word.to_owned(),
            Self::Title => title(word),
        }
    }
}

impl Edit {
    /// The edit that leads from `word` to `lemma`.
    #[cfg(any(test, feature = "trainer"))]
    pub(crate) fn between(word: &str, lemma: &str) -> Self {
        let case = [Case::Lower, Case::Title, Case::Kept]
            .into_iter()
            .rev()
            .max_by_key(|case| shared(&case.apply(word), lemma))
            .unwrap_or(Case::Lower);
        let from = case.apply(word);
        let kept = shared(&from, lemma);
        Self { case, cut: from.chars().count() - kept, add: lemma.chars().skip(kept).collect() }
    }

    pub(crate) fn apply(&self, word: &str) -> String {
        let word = self.case.apply(word);
        let kept = word.chars().count().saturating_sub(self.cut);
        word.chars().take(kept).chain(self.add.chars()).collect()
    }

    /// The same for a word that was not learnt itself: its capitals stay where they may mean something.
    fn apply_unheard(&self, word: &str) -> String {
        let capitals = word.chars().filter(|c| c.is_uppercase()).count();
        let all = word.chars().all(|c| !c.is_lowercase());
        let inside = word.chars().skip(1).any(char::is_uppercase);
        let telling = if all { capitals < LONG_IN_CAPITALS } else { inside };
        let plain = word.chars().all(char::is_alphabetic);
        if self.case == Case::Title && (telling || capitals == 0 && !plain) {
            return Self { case: Case::Kept, ..self.clone() }.apply(word);
        }
        self.apply(word)
    }
}

/// Whether a capital stands behind a small letter at the start: `iPhone`.
fn has_inner_capital(word: &str) -> bool {
    word.starts_with(char::is_lowercase) && word.contains(char::is_uppercase)
}

/// Words inside of names that start small where the whole name does not: `Ludwig van Beethoven`.
const PARTICLES: [&str; 26] = [
    "al", "an", "bin", "bint", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "e",
    "el", "ibn", "la", "le", "ten", "ter", "van", "ver", "von", "y", "zu", "zur",
];

/// From so many letters on, capitals alone make no abbreviation: `GASES`, but `NATO`.
const LONG_IN_CAPITALS: usize = 6;

fn title(word: &str) -> String {
    let mut chars = word.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    first.chain(chars.flat_map(char::to_lowercase)).collect()
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
        match (upos, xpos) {
            (_, "PRP") if lower == "i" => return "I".to_owned(),
            (_, "ADD") => return word.clone(),
            (Upos::Punct, _) => return plain_mark(&word),
            (Upos::Num, _) if word.starts_with(|c: char| c.is_ascii_digit()) => {
                return lower.replace(',', "");
            }
            (Upos::Propn, "NNP") if has_inner_capital(&word) => return word,
            (Upos::Propn, _) if PARTICLES.contains(&word.as_str()) => return word,
            (Upos::Verb, "VBD" | "VBN") => {
                if let Some(lemma) = irregular(&lower) {
                    return lemma;
                }
            }
            _ => {}
        }
        let clitic = clitic && lower.starts_with('\'') || lower == "n't";
        let tag = tag_key(upos, xpos);
        if let Some(edit) = self.edit(word_key(&lower, tag, clitic)) {
            return edit.apply(&word);
        }
        if upos != Upos::Propn
            && let Some(short) = shortened(&lower)
        {
            return self.lemma(&short, upos, xpos, clitic);
        }
        let by_ending = ending_keys(&lower, tag).find_map(|key| self.edit(key));
        match by_ending {
            Some(edit) => checked(edit.apply_unheard(&word), &lower, upos, xpos),
            None if upos == Upos::Propn => word,
            None => lower,
        }
    }

    fn edit(&self, key: u32) -> Option<&Edit> {
        let at = self.rules.binary_search_by_key(&key, |&(known, _)| known).ok()?;
        self.edits.get(usize::from(self.rules[at].1))
    }

    /// Reads what the trainer wrote.
    pub(crate) fn unpack(mut bytes: &[u8]) -> Option<Self> {
        let bytes = &mut bytes;
        let mut lemmas = Self::default();
        for _ in 0..read_number(bytes)? {
            let (case, cut, length) =
                (Case::from_number(read_number(bytes)?)?, read_number(bytes)?, read_number(bytes)?);
            let (add, rest) = bytes.split_at_checked(length as usize)?;
            *bytes = rest;
            let add = std::str::from_utf8(add).ok()?.to_owned();
            lemmas.edits.push(Edit { case, cut: cut as usize, add });
        }
        let mut key = 0u32;
        for _ in 0..read_number(bytes)? {
            key = key.checked_add(read_number(bytes)?)?;
            lemmas.rules.push((key, read_number(bytes)? as u8));
        }
        Some(lemmas)
    }
}

/// A mark as plain text has it.
fn plain_mark(mark: &str) -> String {
    mark.chars()
        .map(|c| match c {
            '“' | '”' | '„' => '"',
            '–' | '—' => '-',
            _ => c,
        })
        .collect()
}

/// What stands before such verbs: `rewritten`, `overridden`.
const PREFIXES: &[&str] =
    &["fore", "inter", "mis", "out", "over", "re", "un", "under", "up", "with"];

/// The verb of a past form that follows no rule, with a prefix or without; a list that English closed long ago.
fn irregular(lower: &str) -> Option<String> {
    static FORMS: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
        let lines = include_str!("../../assets/irregular.txt").lines();
        lines
            .filter(|line| !line.starts_with('#'))
            .flat_map(|line| {
                let mut words = line.split(' ');
                let verb = words.next().unwrap_or_default();
                words.map(move |form| (form, verb))
            })
            .collect()
    });
    let prefixed = || {
        PREFIXES.iter().find_map(|prefix| {
            let verb = FORMS.get(lower.strip_prefix(prefix)?)?;
            Some(format!("{prefix}{verb}")).filter(|verb| is_word(verb))
        })
    };
    FORMS.get(lower).map(|&verb| verb.to_owned()).or_else(prefixed)
}

/// `so` for `soooo`: a word with a letter drawn out, if it is one without.
fn shortened(lower: &str) -> Option<String> {
    let chars: Vec<char> = lower.chars().collect();
    if !chars
        .windows(3)
        .any(|three| three[0].is_alphabetic() && three.iter().all(|&c| c == three[0]))
    {
        return None;
    }
    [1, 2].into_iter().find_map(|most| {
        let mut short = String::new();
        let mut run = 0;
        for (at, &c) in chars.iter().enumerate() {
            run = if at > 0 && chars[at - 1] == c { run + 1 } else { 1 };
            if run <= most {
                short.push(c);
            }
        }
        is_word(&short).then_some(short)
    })
}

fn is_word(text: &str) -> bool {
    cluster(text).fine > 0
}

/// The stem of a verb that ends in `ed` or `ing`, with the `e` or the double letter that it lost:
/// `provok` is no word, `provoke` is.
/// So is `potato`, while `potatoe` is none.
fn checked(mut lemma: String, word: &str, upos: Upos, xpos: &str) -> String {
    if matches!(xpos, "NNS" | "NNPS") && word.ends_with("es") && !is_word(&lemma.to_lowercase()) {
        let short = lemma.strip_suffix('e').unwrap_or_default();
        if is_word(&short.to_lowercase()) {
            lemma.pop();
        }
        return lemma;
    }
    let inflected = word.ends_with("ed") || word.ends_with("ing");
    // "Boasted" is of "boast".
    if upos == Upos::Verb
        && inflected
        && !is_word(&lemma)
        && let Some(short) = lemma.strip_suffix('e').filter(|short| is_word(short))
    {
        return short.to_owned();
    }
    if upos != Upos::Verb || !inflected || lemma.ends_with('e') {
        return lemma;
    }
    let with_e = format!("{lemma}e");
    if is_short(&lemma) && word.starts_with(&lemma) && is_word(&with_e) {
        // "Fined" is of "fine": "fin" would have made "finned".
        let behind = word.get(lemma.len()..).unwrap_or_default();
        return if matches!(behind, "ed" | "ing") { with_e } else { lemma };
    }
    if is_word(&lemma) {
        return lemma;
    }
    let doubled: String = lemma.chars().chain(lemma.chars().last()).collect();
    let mut single = lemma.clone();
    let last = single.pop();
    let undoubled = if single.ends_with('c') && last == Some('k') || single.chars().last() == last {
        single
    } else {
        String::new()
    };
    [with_e, doubled, undoubled]
        .into_iter()
        .find(|text| {
            !text.is_empty() && word.starts_with(text.trim_end_matches('e')) && is_word(text)
        })
        .unwrap_or(lemma)
}

/// Whether it is one syllable of consonants, a vowel and one consonant, which doubles before an ending.
fn is_short(stem: &str) -> bool {
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let chars: Vec<char> = stem.chars().collect();
    let [before @ .., middle, last] = chars.as_slice() else { return false };
    !before.is_empty()
        && before.iter().all(|&c| !vowel(c))
        && vowel(*middle)
        && !vowel(*last)
        && !matches!(last, 'w' | 'x')
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
            Edit { case: Case::Lower, cut: 3, add: String::new() }
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
        check("fined", Upos::Verb, "VBN", "fine");
        check("boasted", Upos::Verb, "VBD", "boast");
        check("rewritten", Upos::Verb, "VBN", "rewrite");
        check("mimicking", Upos::Verb, "VBG", "mimic");
        check("stole", Upos::Verb, "VBD", "steal");
        check("soooo", Upos::Adv, "RB", "so");
        check("tehran", Upos::Propn, "NNP", "Tehran");
        check("bin", Upos::Propn, "NNP", "bin");
        check("eBay", Upos::Propn, "NNP", "eBay");
        check("volcanoes", Upos::Noun, "NNS", "volcano");
        check("NATO", Upos::Propn, "NNP", "NATO");
        check("6,606", Upos::Num, "CD", "6606");
        check("“", Upos::Punct, "``", "\"");
    }
}
