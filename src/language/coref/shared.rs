//! A surname that stands behind the second of two alone: `Karl and Nora Lund` are Karl Lund and Nora Lund.

use std::ops::Range;

use super::Mention;
use super::grammar::Grammar;
use super::naming::NameForm;
use crate::language::Upos;
use crate::language::lexicon::{Senses, lexicon};

/// Gives the surname to the first of the two as well, and says for which mention it was, and where it stands.
pub(super) fn lend(
    grammar: &Grammar<'_>,
    mentions: &[Mention],
    forms: &mut [NameForm],
) -> Vec<(usize, Range<usize>)> {
    let mut lent = Vec::new();
    for idx in 0..forms.len() {
        let (mention, form) = (&mentions[idx], &forms[idx]);
        let and = mention.tokens.end;
        let next = || (0..forms.len()).find(|&next| mentions[next].tokens.start == and + 1);
        let alone = form.is_person() && is_given(grammar, mention) && grammar.lower(and) == "and";
        let Some(next) = alone.then(next).flatten() else { continue };
        let other = &forms[next];
        let tokens = &mentions[next].tokens;
        let full = other.is_person()
            && other.words.len() > 1
            && other.title.is_none()
            && grammar.same_sentence(mention.head, mentions[next].head)
            && lexicon().senses(grammar.word(tokens.start)).any(Senses::GIVEN);
        let Some(surname) = other.words.last().filter(|_| full).cloned() else { continue };
        // `Carter and Eric Lund`, of a text that has told of Ash Carter; `Nora and Tom Hall`, of Nora Lund.
        let given = &form.words[0];
        let known = forms.iter().any(|other| {
            // `Karl G.` itself has no surname.
            let named = other.words.last().is_some_and(|last| last.chars().count() > 1);
            other.is_person()
                && named
                && other.words.len() > 1
                && (other.words.last() == Some(given)
                    || other.words.first() == Some(given) && other.words.last() != Some(&surname))
        });
        if known {
            continue;
        }
        // The surname may have several words: `de Vries`.
        let last = tokens.end - surname.split(' ').count().min(tokens.len() - 1)..tokens.end;
        forms[idx].words.push(surname);
        lent.push((idx, last));
    }
    lent
}

/// `Karl`, `Karl G.`: a given name that is nothing else.
fn is_given(grammar: &Grammar<'_>, mention: &Mention) -> bool {
    let first = mention.tokens.start;
    let word = grammar.word(first);
    let initial = |token: usize| {
        let word = grammar.word(token);
        word.len() == 2 && word.ends_with('.')
    };
    let whole = match mention.tokens.len() {
        1 => true,
        2 => initial(first + 1),
        _ => false,
    };
    whole
        && grammar.upos(first) == Upos::Propn
        && lexicon().senses(word).any(Senses::GIVEN)
        && !lexicon().senses(word).any(Senses::ANY_PLACE)
        && word.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use crate::briefing::brief;
    use crate::testing::document;

    fn people(text: &str) -> Vec<String> {
        brief(&document(text)).actors.into_iter().map(|actor| actor.name).collect()
    }

    #[test]
    fn two_share_the_surname_behind_the_second() {
        let text = "The money came from a network led by Charles G. and David H. Okafor. Nobody was asked.";
        let people = people(text);
        assert!(people.contains(&"Charles G. Okafor".to_owned()), "{people:?}");
        assert!(people.contains(&"David H. Okafor".to_owned()), "{people:?}");
    }

    #[test]
    fn a_surname_alone_is_lent_none() {
        let text = "Ash Carter spoke in Oslo. Carter and Eric Okafor then met the mayor.";
        let people = people(text);
        assert!(!people.contains(&"Carter Okafor".to_owned()), "{people:?}");
    }
}
