//! Headlines, where every word has a capital: of a name that runs through verbs and small words, or that takes a plain
//! word to the name of somebody known, those parts stay that the document or a list knows.

use std::ops::Range;

use super::cut::Known;
use super::mend::Words;
use super::tidy::named;
use super::told::is_shouted;
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Name, NameKind, Upos};

/// The names inside a name that is a piece of a headline; `None` where it is a whole name.
pub(super) fn parts(words: &Words<'_>, known: &Known<'_>, name: &Name) -> Option<Vec<Name>> {
    let form = name.range.slice(words.text);
    let elsewhere = known.forms.get(form).is_some_and(|&(_, count)| count > 1);
    if elsewhere || !is_shouted(words, name) {
        return None;
    }
    let runs_on = (name.tokens.start + 1..name.tokens.end)
        .any(|at| is_break(words, at) && (at + 1 < name.tokens.end || words.word(at) != "A"));
    if name.kind == NameKind::Person && !runs_on {
        return around_person(words, known, name);
    }
    if !runs_on {
        return None;
    }
    let parts = inside(words, known, name);
    if parts.is_empty() {
        return Some(vec![Name { kind: NameKind::Other, ..name.clone() }]);
    }
    Some(parts)
}

/// What no name goes on with: a verb, or a small word that a heading gives a capital. `For`, `Of` and `And` are in
/// names, too.
fn is_break(words: &Words<'_>, at: usize) -> bool {
    const SMALL: &[&str] = &[
        "To", "In", "On", "Over", "From", "With", "As", "At", "By", "After", "Before", "Into",
        "Than", "Against", "His", "Her", "Their", "Its", "Your", "My", "Not", "A", "An", "How",
        "Why", "What", "When", "Who", "Some", "Just", "Is", "Are", "Was", "Were", "Will", "Has",
        "Have", "Be", "It", "He", "She", "You", "Could", "Would", "Should", "Can",
    ];
    let tight = at > 0 && matches!(words.word(at - 1), "-" | "‑");
    let word = words.word(at);
    let verb = matches!(words.upos(at), Some(Upos::Verb | Upos::Aux))
        && words.senses(at).is_empty()
        && word.chars().skip(1).all(char::is_lowercase);
    // "Wang He"
    let surname = word == "He" && words.upos(at) == Some(Upos::Propn);
    !tight && !surname && (SMALL.contains(&word) || verb)
}

/// `Roe Rally`, `Ann Roe Ties`: the person whom the document knows, where the words beside are plain ones.
fn around_person(words: &Words<'_>, known: &Known<'_>, name: &Name) -> Option<Vec<Name>> {
    let tokens = name.tokens.clone();
    let spans = (1..tokens.len()).rev().flat_map(|len| {
        let tokens = tokens.clone();
        (tokens.start..=tokens.end - len).map(move |from| from..from + len)
    });
    let person = |span: &Range<usize>| {
        let form = named(words.tokens, span.clone(), NameKind::Person).range.slice(words.text);
        let full = known.forms.get(form).is_some_and(|&(kind, _)| kind == NameKind::Person);
        full && span.len() > 1 || span.len() == 1 && known.surnames.contains(&form)
    };
    let found = spans.into_iter().find(person)?;
    let own = |at: usize| {
        let word = words.word(at);
        let senses = words.senses(at);
        senses.any(Senses::GIVEN)
            || senses.any(Senses::SURNAME)
            || word.ends_with('.')
            || matches!(word, "Jr" | "Sr" | "II" | "III" | "IV")
            || word.chars().skip(1).any(|c| !c.is_lowercase())
    };
    // Behind a whole name, or a surname that nobody has for a given name, nothing goes on.
    let form = named(words.tokens, found.clone(), name.kind).range.slice(words.text);
    let often = known.forms.get(form).is_some_and(|&(_, count)| count > 1);
    let whole = found.len() > 1 || often && !words.senses(found.start).any(Senses::GIVEN);
    let ahead = (tokens.start..found.start).all(|at| {
        !own(at) && is_plain(words, known, at) && !words.title_senses(at).any(Senses::ANY_TITLE)
    });
    let behind =
        (found.end..tokens.end).all(|at| !own(at) && (whole || is_plain(words, known, at)));
    if ahead && behind {
        return Some(vec![named(words.tokens, found, NameKind::Person)]);
    }
    // `Ann Roe Meets Dahl`.
    let other = |at: usize| known.surnames.contains(&words.word(at));
    let two = found.start == tokens.start
        && found.end + 1 < tokens.end
        && found.len() > 1
        && !own(found.end)
        && (found.end + 1..tokens.end).all(|at| !own(at) || other(at));
    two.then(|| inside(words, known, name))
}

/// Whether the tagger or the rest of the document takes a word for one without a capital.
fn is_plain(words: &Words<'_>, known: &Known<'_>, at: usize) -> bool {
    words.upos(at) != Some(Upos::Propn)
        || known.lower.contains(words.word(at).to_lowercase().as_str())
}

/// The names of the document and of the lists that stand inside, the longest first at each word.
fn inside(words: &Words<'_>, known: &Known<'_>, name: &Name) -> Vec<Name> {
    const LONGEST: usize = 5;
    let mut found = Vec::new();
    let mut at = name.tokens.start;
    while at < name.tokens.end {
        let most = (name.tokens.end - at).min(LONGEST).min(name.tokens.len() - 1);
        let part = (1..=most).rev().find_map(|len| kind_of(words, known, at..at + len));
        at = part.as_ref().map_or(at + 1, |part| part.tokens.end);
        found.extend(part);
    }
    found
}

fn kind_of(words: &Words<'_>, known: &Known<'_>, tokens: Range<usize>) -> Option<Name> {
    if !words.word(tokens.start).starts_with(char::is_uppercase) {
        return None;
    }
    let part = named(words.tokens, tokens, NameKind::Other);
    let form = part.range.slice(words.text);
    let single = part.tokens.len() == 1;
    if single && (form.chars().count() < 2 || is_plain(words, known, part.tokens.start)) {
        return None;
    }
    let surname = (single && known.surnames.contains(&form)).then_some(NameKind::Person);
    let senses = lexicon().senses(form);
    // Some towns are called like anything.
    let places = Senses::STATE | Senses::REGION | Senses::PROVINCE | Senses::CAPITAL;
    let places = if single { places } else { Senses::ANY_PLACE };
    let only = |all: Senses| !senses.is_empty() && senses.bits() & !all.bits() == 0;
    let by_list = || {
        [
            (Senses::ANY_PLACE, places, NameKind::Place),
            (Senses::ANY_ORGANIZATION, Senses::ANY_ORGANIZATION, NameKind::Organization),
            (Senses::ANY_GROUP, Senses::ANY_GROUP, NameKind::Group),
        ]
        .into_iter()
        .find(|&(all, some, _)| only(all) && senses.any(some))
        .map(|(.., kind)| kind)
    };
    let kind = known.forms.get(form).map(|&(kind, _)| kind).or(surname).or_else(by_list)?;
    Some(Name { kind, ..part })
}

#[cfg(test)]
mod tests {
    use crate::language::NameKind;
    use crate::language::names::tests::names_of;

    #[test]
    fn a_headline_is_no_name() {
        let names = names_of(
            "Dahl Rally Draws Thousands To Paris\n\nMarta Dahl spoke to thousands of people at a rally in Paris.",
        );
        assert!(names.contains(&("Marta Dahl", NameKind::Person)), "{names:?}");
        assert!(names.iter().all(|(name, _)| !name.contains("Rally")), "{names:?}");
    }
}
