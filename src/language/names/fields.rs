//! A body or a law whose name joins two of the things that it cares for: `Trade and Industry Ministry`, `National Oceanic and
//! Atmospheric Administration`, `Clean Air and Water Act`.

use std::ops::Range;

use super::features::longest_listed;
use super::mend::Words;
use super::portfolio::is_field;
use super::tidy::named;
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Name, NameKind, Upos};

/// What such a body is, in lower case; a party, a company or a school may well be one of two that are joined.
const BODIES: &[&str] = &[
    "administration",
    "agency",
    "association",
    "authority",
    "board",
    "bureau",
    "commission",
    "committee",
    "council",
    "department",
    "directorate",
    "executive",
    "federation",
    "institute",
    "ministry",
    "office",
    "organisation",
    "organization",
    "secretariat",
    "service",
    "union",
];

const LAWS: &[&str] = &["act", "bill"];

/// What the name of a body opens with that is the only one of its kind somewhere, in lower case.
const SCOPES: &[&str] = &[
    "american",
    "federal",
    "global",
    "international",
    "national",
    "pan-african",
    "royal",
    "world",
];

/// The names with such bodies in one part, and without parts of such laws.
pub(super) fn with_joined_fields(words: &Words<'_>, mut names: Vec<Name>) -> Vec<Name> {
    for and in 0..words.tokens.len() {
        if !matches!(words.word(and), "and" | "&") {
            continue;
        }
        let Some((tokens, is_law)) = joined(words, &names, and) else { continue };
        names.retain(|name| name.tokens.end <= tokens.start || name.tokens.start >= tokens.end);
        if !is_law {
            names.push(named(words.tokens, tokens, NameKind::Organization));
        }
    }
    names.sort_by_key(|name| name.tokens.start);
    names
}

/// The words of the name around an `and`, and whether it is a law's.
fn joined(words: &Words<'_>, names: &[Name], and: usize) -> Option<(Range<usize>, bool)> {
    let (first, end) = words.sentence(and);
    let part = |at: usize| {
        let word = words.word(at);
        word.starts_with(char::is_uppercase)
            && word.chars().any(char::is_lowercase)
            && words.upos(at) != Some(Upos::Det)
    };
    let start = (first..and).rev().take_while(|&at| part(at)).last()?;
    let behind = and + 1..(and + 1..end).find(|&at| !part(at)).unwrap_or(end);
    // "Trade and Industry Ministry Ana Lee" is for others.
    let head = behind.clone().next_back().filter(|&at| at > and + 1)?;
    let head = words.word(head).to_lowercase();
    let (is_body, is_law) = (BODIES.contains(&head.as_str()), LAWS.contains(&head.as_str()));
    let lower = |at: usize| words.word(at).to_lowercase();
    let scope = and - start > 1 && SCOPES.contains(&lower(start).as_str());
    let fields = is_field(words, and - 1);
    let own = |tokens: Range<usize>| {
        let len = tokens.len();
        let (listed, senses) = longest_listed(lexicon(), words.text, words.tokens, tokens);
        listed == len && senses.any(Senses::ANY_ORGANIZATION | Senses::ANY_PLACE)
    };
    let alone = words.title_senses(and - 1).any(Senses::ORGANIZATION_HEAD)
        || own(start..and)
        || own(behind.clone())
        || words.title_senses(and + 1).any(Senses::ORGANIZATION_HEAD);
    // "the Science and Technology Directorate of the Interior Department": whole as it is.
    let whole =
        names.iter().any(|name| name.tokens.start <= start && name.tokens.end >= behind.end);
    let person = names.iter().any(|name| {
        name.kind == NameKind::Person && name.tokens.start < behind.end && name.tokens.end > start
    });
    ((is_body || is_law) && (scope || fields) && !alone && !whole && !person)
        .then_some((start..behind.end, is_law))
}

#[cfg(test)]
mod tests {
    use crate::language::NameKind;
    use crate::language::names::tests::{check_name as check, names_of};

    #[test]
    fn a_body_of_two_fields_is_one() {
        for (text, name) in [
            ("The Fisheries and Oceans Department said so.", "Fisheries and Oceans Department"),
            ("Selm's Trade and Industry Ministry said so.", "Trade and Industry Ministry"),
            (
                "The National Oceanic and Atmospheric Administration said so.",
                "National Oceanic and Atmospheric Administration",
            ),
        ] {
            check(text, (name, NameKind::Organization));
        }
    }

    #[test]
    fn a_law_of_two_fields_is_none() {
        let text = "The Selm Human Rights and Democracy Act would punish officials.";
        assert_eq!(names_of(text), []);
    }

    #[test]
    fn what_is_whole_stays_whole() {
        let text = "The Science and Technology Directorate of the Department of Homeland Security said so.";
        let name = "Science and Technology Directorate of the Department of Homeland Security";
        check(text, (name, NameKind::Organization));
    }

    #[test]
    fn two_bodies_are_two() {
        let text = "The White House and Justice Department said so.";
        check(text, ("Justice Department", NameKind::Organization));
    }
}
