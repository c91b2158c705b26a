//! Places in messages whose writers leave out the capitals: `a flat in new york`.

use super::tidy::named;
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Name, NameKind, Sentence, Tag, Token, Upos};

/// Words of the longest place that is looked for: `trinidad and tobago`.
const LONGEST: usize = 3;

/// The names, and the listed places among the words in small letters that the tagger takes for parts of names.
pub(super) fn with_lower_places(
    text: &str,
    sentences: &[Sentence],
    tokens: &[Token],
    tags: &[Tag],
    mut names: Vec<Name>,
) -> Vec<Name> {
    let mut found: Vec<Name> = Vec::new();
    for sentence in sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let place = (1..=LONGEST.min(sentence.tokens.end - at))
                .rev()
                .map(|len| at..at + len)
                .find(|words| is_place(text, &tokens[words.clone()], &tags[words.clone()]));
            let Some(words) = place else {
                at += 1;
                continue;
            };
            at = words.end;
            let inside = names.partition_point(|name| name.tokens.end <= words.start);
            if names.get(inside).is_none_or(|name| name.tokens.start >= words.end) {
                found.push(named(tokens, words, NameKind::Place));
            }
        }
    }
    names.extend(found);
    names.sort_by_key(|name| name.tokens.start);
    names
}

fn is_place(text: &str, tokens: &[Token], tags: &[Tag]) -> bool {
    // "new" and "san" are seldom taken for a part of the name.
    if tags.last().is_none_or(|tag| tag.upos != Upos::Propn) {
        return false;
    }
    let mut form = String::new();
    for token in tokens {
        let word = token.range.slice(text);
        let mut letters = word.chars();
        let Some(first) = letters.next().filter(|first| first.is_lowercase()) else { return false };
        if !form.is_empty() {
            form.push(' ');
        }
        if word == "and" || word == "of" {
            form.push_str(word);
        } else {
            form.extend(first.to_uppercase());
            form.push_str(letters.as_str());
        }
    }
    let senses = lexicon().senses(&form);
    // Many a town is called like a family.
    let sure = Senses::STATE | Senses::PROVINCE | Senses::CAPITAL;
    senses.any(sure) || senses.any(Senses::ANY_PLACE) && !senses.any(Senses::SURNAME)
}

#[cfg(test)]
mod tests {
    use super::super::tests::names_of;
    use crate::language::NameKind;

    #[test]
    fn a_place_needs_no_capital() {
        assert_eq!(
            names_of("does anyone know a good vet in new york or around auckland?"),
            [("new york", NameKind::Place), ("auckland", NameKind::Place)]
        );
        assert_eq!(names_of("They put the turkey on the good china and drank a port."), []);
    }
}
