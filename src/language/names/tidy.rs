//! What the labeler leaves to rules: titles in front of a person's name are no part of it, and a place that a
//! list knows is not cut short.

use std::ops::Range;

use super::features::longest_listed;
use crate::document::Document;
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Name, NameKind, Sentence, Token};

/// Sets names right, and keeps them in order, none inside another.
pub(super) fn tidy(
    document: &Document,
    sentences: &[Sentence],
    tokens: &[Token],
    names: Vec<Name>,
) -> Vec<Name> {
    let text = document.text();
    let mut tidied: Vec<Name> = Vec::with_capacity(names.len());
    for mut name in names {
        if name.kind == NameKind::Group && holds_person(text, tokens, &name) {
            name.kind = NameKind::Person;
        }
        if name.kind == NameKind::Person {
            let (group, first) = behind_titles(text, tokens, name.tokens.clone());
            tidied.extend(group.map(|words| named(tokens, words, NameKind::Group)));
            name = named(tokens, first..name.tokens.end, NameKind::Person);
        }
        if name.kind == NameKind::Place {
            let words = whole_place(text, sentences, tokens, &name);
            while tidied.last().is_some_and(|last| last.tokens.end > words.start) {
                tidied.pop();
            }
            name = named(tokens, words, NameKind::Place);
        }
        if tidied.last().is_none_or(|last| last.tokens.end <= name.tokens.start) {
            tidied.push(name);
        }
    }
    with_groups(text, sentences, tokens, tidied)
}

/// Adds the words that only name a group and that no name holds: `Democrat`, `Kazakhs`.
fn with_groups(
    text: &str,
    sentences: &[Sentence],
    tokens: &[Token],
    names: Vec<Name>,
) -> Vec<Name> {
    let mut all = Vec::with_capacity(names.len());
    let mut names = names.into_iter().peekable();
    for sentence in sentences {
        let mut idx = sentence.tokens.start;
        while idx < sentence.tokens.end {
            if let Some(name) = names.next_if(|name| name.tokens.start <= idx) {
                idx = name.tokens.end.max(idx + 1);
                all.push(name);
                continue;
            }
            if is_group(text, tokens, sentence, idx) {
                all.push(named(tokens, idx..idx + 1, NameKind::Group));
            }
            idx += 1;
        }
    }
    all.extend(names);
    all
}

fn is_group(text: &str, tokens: &[Token], sentence: &Sentence, idx: usize) -> bool {
    let word = tokens[idx].range.slice(text);
    if !word.starts_with(char::is_uppercase) {
        return false;
    }
    let senses = lexicon().senses(word);
    let first = idx == sentence.tokens.start;
    // "Conservative estimates", "Greens and browns".
    let sure = senses.any(Senses::ADJECTIVE) || senses.any(Senses::DEMONYM) || !first;
    sure && senses.any(Senses::ANY_GROUP) && senses.bits() & !Senses::ANY_GROUP.bits() == 0
}

fn named(tokens: &[Token], words: Range<usize>, kind: NameKind) -> Name {
    let range = tokens[words.start].range.cover(tokens[words.end - 1].range);
    Name { range, tokens: words, kind }
}

/// Whether a group's word is followed by a given name: `Republican Tom Dahlquist`.
fn holds_person(text: &str, tokens: &[Token], name: &Name) -> bool {
    let senses = |idx: usize| lexicon().senses(tokens[idx].range.slice(text));
    let first = name.tokens.start;
    name.tokens.len() > 2
        && senses(first).any(Senses::ANY_GROUP)
        && senses(first + 1).any(Senses::GIVEN)
        && !senses(first + 1).any(Senses::ANY_GROUP)
}

/// The word at which a person's name proper starts, and the words before it that name a group: `Belarusian Foreign
/// Minister Vera Lis`, `Democrat Al Riess`. At least one word stays.
fn behind_titles(
    text: &str,
    tokens: &[Token],
    words: Range<usize>,
) -> (Option<Range<usize>>, usize) {
    let (mut first, mut group) = (words.start, None);
    while let Some(end) = title(text, tokens, first..words.end) {
        first = end;
    }
    let word = tokens[first].range.slice(text);
    let senses = lexicon().senses(word);
    let stays = senses.any(Senses::GIVEN) || senses.any(Senses::SURNAME) && first == words.start;
    if senses.any(Senses::ANY_GROUP) && !stays && first + 1 < words.end {
        group = Some(first..first + 1);
        first += 1;
        while let Some(end) = title(text, tokens, first..words.end) {
            first = end;
        }
    }
    // A title further on: "State Secretary Vera Lis", whose first word no list has.
    let further = (first..words.end).filter_map(|from| title(text, tokens, from..words.end)).max();
    (group, further.map_or(first, |end| end.max(first)))
}

/// Where the title that starts at `words` ends.
fn title(text: &str, tokens: &[Token], words: Range<usize>) -> Option<usize> {
    let word = tokens[words.start].range.slice(text);
    // "Dean", "Earl" and "Prince" are given names too.
    if lexicon().senses(word).any(Senses::GIVEN) {
        return None;
    }
    let longest = words.end.min(words.start + 4).checked_sub(1)?;
    (words.start..longest).rev().map(|last| last + 1).find(|&end| {
        let range = tokens[words.start].range.cover(tokens[end - 1].range);
        lexicon().word_senses(&range.slice(text).to_lowercase()).any(Senses::ANY_TITLE)
    })
}

/// The words of the listed place that a name is the end of, or the name's own.
fn whole_place(text: &str, sentences: &[Sentence], tokens: &[Token], name: &Name) -> Range<usize> {
    let number = sentences.partition_point(|sentence| sentence.tokens.end <= name.tokens.start);
    let start = sentences.get(number).map_or(name.tokens.start, |sentence| sentence.tokens.start);
    for from in start.max(name.tokens.start.saturating_sub(3))..name.tokens.start {
        // The lists take "the" for part of any name.
        if tokens[from].range.slice(text).eq_ignore_ascii_case("the") {
            continue;
        }
        let (len, senses) = longest_listed(lexicon(), text, tokens, from..name.tokens.end);
        if from + len == name.tokens.end && senses.any(Senses::ANY_PLACE) {
            return from..name.tokens.end;
        }
    }
    name.tokens.clone()
}
