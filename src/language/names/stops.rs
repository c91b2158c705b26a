//! Words that have a capital from the full stop of an abbreviation before them alone: `the U.S. Initially, they` has two
//! sentences, and `the U.S. Tariffs` of a careless writer are tariffs.

use std::collections::BTreeSet;

use super::cut::Known;
use super::mend::Words;
use super::tidy::named;
use crate::language::coref::words::is_body;
use crate::language::lexicon::Senses;
use crate::language::{Name, NameKind, Upos};

/// The state of a name that has nothing but such a word behind it.
pub(super) fn state_alone(words: &Words<'_>, known: &Known<'_>, name: &Name) -> Option<Name> {
    let (first, second) = (name.tokens.start, name.tokens.start + 1);
    if name.tokens.len() != 2 || !is_short_state(words, first) {
        return None;
    }
    let (word, next) = (words.word(second), words.word(name.tokens.end));
    let opens = word.ends_with("ly") && next == ",";
    // `U.S. Tariffs` are several, whoever writes it so.
    let several = word.ends_with('s') && words.upos(second) != Some(Upos::Verb);
    let common = (known.careless || several)
        && is_common(words, &known.lower, second)
        && !next.starts_with(char::is_uppercase);
    (opens || common).then(|| named(words.tokens, first..second, NameKind::Place))
}

/// Whether small words have a capital behind such a mark inside a sentence.
pub(super) fn is_careless(words: &Words<'_>, lower: &BTreeSet<&str>) -> bool {
    let behind = (1..words.tokens.len()).filter(|&at| is_short_state(words, at - 1));
    let mut nouns: BTreeSet<&str> = BTreeSet::new();
    for at in behind.filter(|&at| words.word(at + 1).starts_with(char::is_lowercase)) {
        // `In` and `But` may open a sentence.
        if matches!(
            words.word(at),
            "Or" | "Of" | "Is" | "Are" | "Has" | "Have" | "Was" | "Were" | "Will" | "Would"
        ) {
            return true;
        }
        if is_common(words, lower, at) {
            nouns.insert(words.word(at));
        }
    }
    nouns.len() > 1
}

/// Whether a word with a capital stands without it elsewhere in the text, and is called after by no body.
fn is_common(words: &Words<'_>, lower: &BTreeSet<&str>, at: usize) -> bool {
    let word = words.word(at);
    let small = word.to_lowercase();
    let senses = words.title_senses(at);
    word.chars().skip(1).all(char::is_lowercase)
        && word.starts_with(char::is_uppercase)
        && lower.contains(small.as_str())
        && !is_body(&small)
        && !senses.any(Senses::ORGANIZATION_HEAD | Senses::PLACE_HEAD | Senses::ANY_TITLE)
}

/// `U.S.`, `U.K.`
fn is_short_state(words: &Words<'_>, at: usize) -> bool {
    words.word(at).matches('.').count() > 1 && words.senses(at).any(Senses::STATE)
}

#[cfg(test)]
mod tests {
    use crate::language::NameKind;
    use crate::language::names::tests::names_of;

    #[test]
    fn a_small_word_behind_a_full_stop_makes_no_body() {
        let text = "The U.S. And Japan agreed, and U.S. Tariffs rose. The tariffs were high.";
        let names = names_of(text);
        let states = names.iter().filter(|name| **name == ("U.S.", NameKind::Place)).count();
        assert_eq!(states, 2, "{names:?}");
    }
}
