//! What the classifiers see of a word, worked out once for all of them.

use super::linear::{hash, mix};

/// Numbers that stand for a word's parts.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Word {
    /// As written, but digits are all `0` and quotation marks all alike.
    pub(crate) form: u64,
    /// The same in lower case.
    pub(crate) lower: u64,
    /// The last one to five letters in lower case.
    pub(crate) suffixes: [u64; 5],
    /// The first one to four.
    pub(crate) prefixes: [u64; 4],
    /// Its characters by kind, runs cut at two: `Mc'D` is `XxxX` becomes `Xx'X`.
    pub(crate) shape: u64,
    pub(crate) capital: bool,
}

impl Word {
    /// `buffer` only saves memory.
    pub(crate) fn new(text: &str, buffer: &mut Vec<char>) -> Self {
        buffer.clear();
        let mut form = 0;
        let mut shape = (0, ' ', 0);
        for c in text.chars().map(fold) {
            form = mix(form, u64::from(c));
            let kind = kind(c);
            let run = if kind == shape.1 { shape.2 + 1 } else { 1 };
            if run <= 2 {
                shape.0 = mix(shape.0, u64::from(kind));
            }
            shape = (shape.0, kind, run);
            if c.is_ascii() {
                buffer.push(c.to_ascii_lowercase());
            } else {
                buffer.extend(c.to_lowercase());
            }
        }
        let mut word = Self { form, shape: shape.0, ..Self::default() };
        word.capital = text.chars().next().is_some_and(char::is_uppercase);
        word.lower = buffer.iter().fold(0, |hash, &c| mix(hash, u64::from(c)));
        let mut hash = 1;
        for (suffix, &c) in word.suffixes.iter_mut().zip(buffer.iter().rev()) {
            hash = mix(hash, u64::from(c));
            *suffix = hash;
        }
        hash = 2;
        for (prefix, &c) in word.prefixes.iter_mut().zip(buffer.iter()) {
            hash = mix(hash, u64::from(c));
            *prefix = hash;
        }
        word
    }
}

/// Digits alike, quotation marks alike.
fn fold(c: char) -> char {
    match c {
        '0'..='9' => '0',
        '’' | '‘' | '`' | 'ʼ' => '\'',
        '“' | '”' => '"',
        '–' | '—' => '-',
        _ => c,
    }
}

fn kind(c: char) -> char {
    if c.is_uppercase() {
        'X'
    } else if c.is_alphabetic() {
        'x'
    } else {
        c
    }
}

/// The number under which tables keep `word`; case and digits do not count.
pub(crate) fn key(word: &str) -> u32 {
    let mut lower = String::with_capacity(word.len());
    for c in word.chars().map(fold) {
        if c.is_ascii() {
            lower.push(c.to_ascii_lowercase());
        } else {
            lower.extend(c.to_lowercase());
        }
    }
    let hash = hash(&lower);
    (hash ^ hash >> 32) as u32
}
