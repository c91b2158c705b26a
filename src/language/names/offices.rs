//! What the labeler takes for a body or a place, and is an office or an adjective before a noun: `the Norland Premier`,
//! `a Norland Lutheran school`; and who has the office behind them.

use super::cut::Known;
use super::mend::Words;
use super::portfolio;
use super::tidy::named;
use super::told::is_body_name;
use crate::language::coref::words::is_person;
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Name, NameKind, Upos};

/// The place or body that such a name starts with, if any.
pub(super) fn parts(words: &Words<'_>, name: &Name) -> Option<Vec<Name>> {
    let last = name.tokens.end - 1;
    let small = |at: usize| {
        let word = words.word(at);
        word.starts_with(char::is_uppercase) && word.chars().skip(1).all(char::is_lowercase)
    };
    let told = is_office(words.word(last)) || is_adjective(words, last);
    if name.kind == NameKind::Group || !told || !name.tokens.clone().all(small) {
        return None;
    }
    let whose = (name.tokens.start + 1..=last).rev().find_map(|end| {
        let tokens = name.tokens.start..end;
        let part = named(words.tokens, tokens, NameKind::Place);
        let senses = lexicon().senses(part.range.slice(words.text));
        let body = senses.any(Senses::ANY_ORGANIZATION) && !senses.any(Senses::STATE);
        let kind = if body { NameKind::Organization } else { NameKind::Place };
        // `Chelsea Mayor` may be somebody.
        let sure = name.kind != NameKind::Person || senses.any(Senses::STATE | Senses::PROVINCE);
        (sure && (body || senses.any(Senses::ANY_PLACE))).then_some(Name { kind, ..part })
    });
    let somebody = name.kind == NameKind::Person && whose.is_none();
    (!somebody).then(|| whose.into_iter().collect())
}

/// `Acme jets`: a body and what it has, where no such body is known.
pub(super) fn before_things(
    words: &Words<'_>,
    known: &Known<'_>,
    name: &Name,
) -> Option<Vec<Name>> {
    let last = name.tokens.end - 1;
    let word = words.word(last);
    let things = word.ends_with('s')
        && word.chars().all(char::is_lowercase)
        && words.word(last - 1).starts_with(char::is_uppercase);
    let body = named(words.tokens, name.tokens.start..last, name.kind);
    let form = body.range.slice(words.text);
    let senses = lexicon().senses(form);
    let listed =
        [(Senses::ANY_PLACE, NameKind::Place), (Senses::ANY_ORGANIZATION, NameKind::Organization)];
    let by_list = || listed.into_iter().find(|&(sense, _)| senses.any(sense)).map(|(_, kind)| kind);
    let kind = known.forms.get(form).map(|&(kind, _)| kind).or_else(by_list);
    let kind =
        kind.filter(|_| things && matches!(name.kind, NameKind::Organization | NameKind::Place))?;
    Some(vec![Name { kind, ..body }])
}

/// Offices of which a state has one, and which end the name of no body.
fn is_office(word: &str) -> bool {
    matches!(
        word,
        "Minister"
            | "Premier"
            | "Treasurer"
            | "Chancellor"
            | "Governor"
            | "Mayor"
            | "Senator"
            | "Ambassador"
            | "Secretary"
            | "Commissioner"
            | "Coroner"
            | "Ombudsman"
    )
}

/// Of a nation or a faith, before what is of it.
fn is_adjective(words: &Words<'_>, at: usize) -> bool {
    let senses = words.senses(at);
    let nations = Senses::ADJECTIVE | Senses::FAITH | Senses::DEMONYM | Senses::PEOPLE;
    senses.any(Senses::ADJECTIVE | Senses::FAITH)
        && senses.bits() & !nations.bits() == 0
        && !words.word(at).ends_with('s')
        && words.word(at + 1).starts_with(char::is_lowercase)
        && matches!(words.upos(at + 1), Some(Upos::Noun | Upos::Adj))
}

/// `Salt Harbor Mayor Ann Roe`, `Democratic Treasurer Ann Roe`: where somebody has an office, and who that is.
pub(super) fn around_title(words: &Words<'_>, name: &Name) -> Option<Vec<Name>> {
    let capital = |at: usize| {
        let word = words.word(at);
        word.starts_with(char::is_uppercase) && word.chars().skip(1).any(char::is_lowercase)
    };
    let title = (name.tokens.start + 1..name.tokens.end.saturating_sub(2)).rev().find(|&at| {
        // `Lt. Col. Ann Roe`
        let short = words.word(at).ends_with('.') && capital(at);
        words.title_senses(at).any(Senses::OFFICE | Senses::RANK)
            && (short || is_person(&words.word(at).to_lowercase()))
    })?;
    let person = title + 1..name.tokens.end;
    let given = words.senses(person.start).any(Senses::GIVEN);
    // `Wong Jia-lin`: what a hyphen ties to a part is none of its own.
    let tied = |at: usize| words.is_tight_hyphen(at) || words.is_tight_hyphen(at - 1);
    let parts: Vec<usize> = person.clone().filter(|&at| !tied(at)).collect();
    // A surname may mean something else behind a given name, and a given name may be in no list.
    let plain = (2..=3).contains(&parts.len())
        && parts.iter().copied().all(capital)
        && parts.iter().copied().all(|at| {
            let senses = words.title_senses(at);
            senses.is_empty()
                || given
                    && at + 1 == name.tokens.end
                    && !senses.any(Senses::ORGANIZATION_HEAD)
                    && !senses.any(Senses::PLACE_HEAD)
                    && !senses.any(Senses::OTHER_HEAD)
        })
        && (given
            || parts.iter().all(|&at| words.senses(at).is_empty())
            || parts.len() < person.len());
    let mut end = title;
    while end > name.tokens.start
        && words.title_senses(end - 1).any(Senses::ANY_TITLE)
        && is_person(&words.word(end - 1).to_lowercase())
    {
        end -= 1;
    }
    if !plain || end == name.tokens.start {
        return None;
    }
    let before = named(words.tokens, name.tokens.start..end, NameKind::Organization);
    let senses = lexicon().senses(before.range.slice(words.text));
    let kind = if portfolio::is_field(words, end - 1)
        && matches!(words.word(title), "Minister" | "Secretary")
    {
        // `Labour Minister Ann Roe` is of no party.
        None
    } else if senses.any(Senses::ANY_PLACE) {
        Some(NameKind::Place)
    } else if senses.any(Senses::ANY_ORGANIZATION)
        || words.title_senses(end - 1).any(Senses::ORGANIZATION_HEAD)
        || is_body_name(words, &before)
    {
        Some(NameKind::Organization)
    } else if senses.any(Senses::ANY_GROUP) {
        Some(NameKind::Group)
    } else {
        None
    };
    let before = kind.map(|kind| Name { kind, ..before });
    Some(before.into_iter().chain([named(words.tokens, person, NameKind::Person)]).collect())
}

#[cfg(test)]
mod tests {
    use crate::language::NameKind;
    use crate::language::names::tests::names_of;

    #[test]
    fn an_office_is_no_body() {
        let people = |text| {
            let mut names = names_of(text);
            names.retain(|&(_, kind)| kind != NameKind::Place);
            names
        };
        let text = "The Federal Agriculture Minister, Hugh Larsen, says he has not won any changes to the farm bill.";
        assert_eq!(people(text), [("Hugh Larsen", NameKind::Person)]);
        let text =
            "The new Solomon Islands Prime Minister has told his people that times are tough.";
        assert_eq!(names_of(text), [("Solomon Islands", NameKind::Place)]);
        let text = "The Queensland Premier says he accepts full responsibility for the ferry.";
        assert_eq!(names_of(text), [("Queensland", NameKind::Place)]);
    }

    #[test]
    fn what_a_body_has_is_no_part_of_its_name() {
        let text = "Mr Larsen said US warplanes had been pounding the area heavily but had in the last few hours stopped \
                    the bombing.";
        assert_eq!(names_of(text), [("Larsen", NameKind::Person), ("US", NameKind::Place)]);
    }

    #[test]
    fn an_adjective_is_no_place() {
        let text = "The claims of abuse at a Queensland Anglican school are old.";
        assert_eq!(names_of(text), [("Queensland", NameKind::Place)]);
    }

    #[test]
    fn what_a_hyphen_ties_is_part_of_whoever_has_the_office() {
        let text =
            "Wong Jia-shien agreed. Vice Economic Minister Wong Chien-shien agreed with him.";
        assert!(names_of(text).contains(&("Wong Chien-shien", NameKind::Person)));
    }
}
