//! What the labeler leaves to rules: titles in front of a person's name are no part of it.

use std::ops::Range;

use crate::document::Document;
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Name, NameKind, Token};

/// Cuts off titles, and adjectives before them, from the names of persons: `Belarusian Foreign Minister Vera Lis`.
pub(super) fn cut_titles(document: &Document, tokens: &[Token], names: &mut [Name]) {
    for name in names.iter_mut().filter(|name| name.kind == NameKind::Person) {
        let first = behind_titles(document.text(), tokens, name.tokens.clone());
        if first > name.tokens.start {
            name.tokens.start = first;
            name.range = tokens[first].range.cover(tokens[name.tokens.end - 1].range);
        }
    }
}

/// The word at which the name proper starts; at least one word stays.
fn behind_titles(text: &str, tokens: &[Token], words: Range<usize>) -> usize {
    let mut first = words.start;
    for from in words.clone() {
        if let Some(end) = title(text, tokens, from..words.end) {
            first = first.max(end);
        }
    }
    first
}

/// Where the title that starts at `words` ends.
fn title(text: &str, tokens: &[Token], words: Range<usize>) -> Option<usize> {
    let word = tokens[words.start].range.slice(text);
    // "Dean", "Earl" and "Prince" are given names too.
    if lexicon().senses(word).any(Senses::GIVEN) {
        return None;
    }
    let longest = words.end.min(words.start + 3).checked_sub(1)?;
    (words.start..longest).rev().map(|last| last + 1).find(|&end| {
        let range = tokens[words.start].range.cover(tokens[end - 1].range);
        lexicon().word_senses(&range.slice(text).to_lowercase()).any(Senses::ANY_TITLE)
    })
}
