//! What the short form of a name tells of the whole one, and the whole of the short: `Mirel Tarnov` of a text in which
//! Tarnov said something is somebody, and `Tarnov` of Tarnov Mills Inc is a firm.

use std::collections::BTreeSet;

use super::agree::is_company_ending;
use super::called::is_called_a_body;
use super::mend::Words;
use super::things::is_work;
use super::told::{acts, head_of, is_shouted};
use crate::language::coref::words::is_person;
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Arc, Deprel, Name, NameKind, Upos};

/// Sets those right whose other form, or the noun behind them, tells what they are.
pub(super) fn sort_short(words: &Words<'_>, arcs: &[Arc], names: &mut [Name]) {
    sort_peoples(words, arcs, names);
    sort_full(words, arcs, names);
    sort_firms(words, arcs, names);
    sort_bodies(words, names);
}

/// `Cuban said`, in a text that names Tom Cuban: somebody, where a people would be several or have a noun behind it.
fn sort_peoples(words: &Words<'_>, arcs: &[Arc], names: &mut [Name]) {
    let surnames: BTreeSet<&str> = full(names)
        .filter(|name| words.senses(name.tokens.start).any(Senses::GIVEN))
        .map(|name| words.word(name.tokens.end - 1))
        .collect();
    for name in names.iter_mut().filter(|name| name.kind == NameKind::Group) {
        let first = name.tokens.start;
        let article = first.checked_sub(1).is_some_and(|at| words.upos(at) == Some(Upos::Det));
        let part = arcs.get(first).is_some_and(|arc| {
            matches!(
                arc.deprel,
                Deprel::Nsubj | Deprel::NsubjPass | Deprel::Obj | Deprel::Obl | Deprel::NmodPoss
            )
        });
        let adjective = words.upos(name.tokens.end) == Some(Upos::Noun);
        if name.tokens.len() == 1
            && surnames.contains(words.word(first))
            && part
            && !article
            && !adjective
        {
            name.kind = NameKind::Person;
        }
    }
}

/// `Mirel Tarnov`, taken for a body or a place, of a text in which Tarnov says something: somebody's whole name.
fn sort_full(words: &Words<'_>, arcs: &[Arc], names: &mut [Name]) {
    let known: BTreeSet<&str> = full(names).map(|name| words.word(name.tokens.end - 1)).collect();
    let speaks = |name: &&Name| {
        words.title_before(name.tokens.start).is_some()
            || head_of(arcs, name).is_some_and(|head| acts(words, arcs, head))
    };
    let speakers: BTreeSet<&str> = names
        .iter()
        .filter(|name| name.kind == NameKind::Person && name.tokens.len() == 1)
        .filter(speaks)
        .map(|name| words.word(name.tokens.start))
        .filter(|word| word.chars().count() > 2 && !known.contains(word))
        .collect();
    for name in names.iter_mut().filter(|name| {
        matches!(name.kind, NameKind::Organization | NameKind::Place | NameKind::Other)
            && matches!(name.tokens.len(), 2 | 3)
            && speakers.contains(words.word(name.tokens.end - 1))
    }) {
        let listed = !lexicon().senses(name.range.slice(words.text)).is_empty();
        // `the Tarnov`, `Greater Tarnov`, `Team Tarnov`.
        let article =
            name.tokens.start.checked_sub(1).is_some_and(|at| {
                matches!(words.word(at), "the" | "The" | "a" | "A" | "in" | "In")
            });
        let work = name.kind == NameKind::Other && is_work(words, name);
        if !listed && !article && !work && name.tokens.clone().all(|at| is_plain(words, at)) {
            name.kind = NameKind::Person;
        }
    }
}

/// A word with a capital, or initials, that means nothing else.
fn is_plain(words: &Words<'_>, at: usize) -> bool {
    let word = words.word(at);
    let senses = words.senses(at);
    words.upos(at) == Some(Upos::Propn)
        && word.starts_with(char::is_uppercase)
        && word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '’' | '\''))
        && words.title_senses(at).is_empty()
        && !is_person(&word.to_lowercase())
        && !senses.any(Senses::ANY_PLACE | Senses::ANY_ORGANIZATION | Senses::ANY_GROUP)
}

/// `Tarnov` of Tarnov Mills Inc, of Tarnov Mills that the text calls a firm, or of a listed firm that it speaks of, where nobody
/// is called so.
fn sort_firms(words: &Words<'_>, arcs: &[Arc], names: &mut [Name]) {
    let is_firm = |name: &&Name| {
        let form = name.range.slice(words.text);
        let ending = words.word(name.tokens.end - 1);
        let listed = lexicon().senses(form).any(Senses::COMPANY | Senses::MEDIA);
        name.kind == NameKind::Organization
            && (name.tokens.len() > 1 || listed)
            && (is_company_ending(ending)
                || matches!(ending, "Co" | "Co.")
                || listed
                || is_called_a_body(words, arcs, name))
    };
    let firms: BTreeSet<&str> =
        names.iter().filter(is_firm).map(|name| words.word(name.tokens.start)).collect();
    let people: BTreeSet<&str> =
        full(names).flat_map(|name| name.tokens.clone().map(|at| words.word(at))).collect();
    let titled = |name: &&Name| {
        let title = words.title_before(name.tokens.start);
        title.is_some_and(|title| title.starts_with(char::is_uppercase))
    };
    let anyone: BTreeSet<&str> = names
        .iter()
        .filter(|name| name.kind == NameKind::Person && name.tokens.len() == 1)
        .filter(titled)
        .map(|name| words.word(name.tokens.start))
        .collect();
    for name in names.iter_mut() {
        let form = words.word(name.tokens.start);
        let short = name.kind == NameKind::Person && name.tokens.len() == 1;
        if short && firms.contains(form) && !people.contains(form) && !anyone.contains(form) {
            name.kind = NameKind::Organization;
        }
    }
}

/// `the Tarnov news agency`, `a Tarnov spokesman`, `the Tarnov movement`, taken for somebody or for a place that no list has,
/// where nobody is said to be.
fn sort_bodies(words: &Words<'_>, names: &mut [Name]) {
    let form = |name: &Name| name.range.slice(words.text);
    let people: BTreeSet<&str> =
        full(names).flat_map(|name| name.tokens.clone().map(|at| words.word(at))).collect();
    let unknown = |name: &&Name| {
        let place = name.kind == NameKind::Place && name.tokens.len() < 3;
        let person = name.kind == NameKind::Person
            && name.tokens.len() == 1
            && !words.senses(name.tokens.start).any(Senses::GIVEN | Senses::SURNAME)
            && !people.contains(form(name));
        (place || person)
            && lexicon().senses(form(name)).bits() & !Senses::GIVEN.bits() & !Senses::SURNAME.bits()
                == 0
            && !words.title_senses(name.tokens.end - 1).any(Senses::PLACE_HEAD)
    };
    let told = |name: &&Name| {
        let behind = words.word(name.tokens.end);
        let of_either = matches!(behind, "airline" | "militia" | "newspaper" | "newsagency")
            || behind == "news" && words.word(name.tokens.end + 1) == "agency";
        // `the Roe movement` may be hers.
        let of_a_place =
            matches!(
                behind,
                "faction" | "gunmen" | "guerrillas" | "movement" | "militants" | "spokesman"
            ) || matches!(behind, "spokeswoman" | "spokesperson" | "shareholders" | "fighters");
        of_either || of_a_place && name.kind == NameKind::Place
    };
    let placed: BTreeSet<&str> = names
        .iter()
        .filter(|name| {
            name.tokens.start.checked_sub(1).is_some_and(|at| {
                matches!(words.word(at), "in" | "In" | "at" | "near" | "around" | "outside")
            })
        })
        .map(form)
        .collect();
    let bodies: BTreeSet<&str> = names
        .iter()
        .filter(unknown)
        .filter(told)
        .map(form)
        .filter(|form| !placed.contains(form))
        .collect();
    for name in names.iter_mut() {
        if matches!(name.kind, NameKind::Person | NameKind::Place) && bodies.contains(form(name)) {
            name.kind = NameKind::Organization;
        }
    }
}

/// `Acme said`, taken for a place that no list has: what speaks, and where nobody is said to be, is a body.
pub(super) fn sort_speaking_places(words: &Words<'_>, arcs: &[Arc], names: &mut [Name]) {
    let mut speaks: BTreeSet<&str> = BTreeSet::new();
    let mut placed: BTreeSet<&str> = BTreeSet::new();
    for name in names.iter().filter(|name| name.kind == NameKind::Place && name.tokens.len() == 1) {
        let (first, form) = (name.tokens.start, words.word(name.tokens.start));
        let before = first.checked_sub(1).map_or("", |at| words.word(at));
        if !lexicon().senses(form).is_empty()
            || form.ends_with('.')
            || matches!(before, "in" | "at" | "near" | "from" | "to" | "outside" | "of" | "around")
        {
            placed.insert(form);
        } else if head_of(arcs, name).is_some_and(|head| {
            let above = arcs.get(head).filter(|arc| arc.deprel == Deprel::Appos);
            acts(words, arcs, head)
                || above.and_then(|arc| arc.head).is_some_and(|noun| acts(words, arcs, noun))
        }) && !is_shouted(words, name)
        {
            speaks.insert(form);
        }
    }
    for name in names.iter_mut().filter(|name| name.kind == NameKind::Place) {
        let form = name.range.slice(words.text);
        if speaks.contains(form) && !placed.contains(form) {
            name.kind = NameKind::Organization;
        }
    }
}

/// The whole names of people.
fn full(names: &[Name]) -> impl Iterator<Item = &Name> {
    names.iter().filter(|name| name.kind == NameKind::Person && name.tokens.len() > 1)
}

#[cfg(test)]
mod tests {
    use crate::language::NameKind;
    use crate::language::names::tests::check_name as check;

    #[test]
    fn whose_surname_speaks_is_somebody() {
        check(
            "The report was read by the home office chief, KL Morvani. Mr Morvani said so twice.",
            ("KL Morvani", NameKind::Person),
        );
        check(
            "\"It has worked,\" Reiro Tanibashi, director of the mill, wrote in May. \"It may fail,\" Tanibashi said.",
            ("Reiro Tanibashi", NameKind::Person),
        );
    }

    #[test]
    fn what_a_firm_is_called_for_short_is_nobody() {
        let text = "Fairley Semicon Corp said it would close. The sale of Fairley to its owner was off. Fairley makes no boats.";
        check(text, ("Fairley", NameKind::Organization));
    }

    #[test]
    fn what_is_called_an_agency_is_nobody() {
        check(
            "The official Tanjor news agency said so. In May Tanjor said the talks were off.",
            ("Tanjor", NameKind::Organization),
        );
        check(
            "Letters came. Het Komitee spokesman Jan Roe said it was so.",
            ("Het Komitee", NameKind::Organization),
        );
    }

    #[test]
    fn a_people_that_somebody_is_called_like_is_nobody_else() {
        let text = "Mark Cuban won. \"It is early,\" said Cuban, who is a host. Cuban also said he was glad.";
        check(text, ("Cuban", NameKind::Person));
    }

    #[test]
    fn what_is_called_like_nothing_but_a_body_is_one() {
        check(
            "The head of Bank of Norland, Ana Ruiz, left.",
            ("Bank of Norland", NameKind::Organization),
        );
        check(
            "They fought beside the Selmish People's Liberation Front and won.",
            ("Selmish People's Liberation Front", NameKind::Organization),
        );
        check(
            "Another holdout, the United Dock Workers, is unlikely to come.",
            ("United Dock Workers", NameKind::Organization),
        );
        check(
            "It was in a report in the Des Moines Register.",
            ("Des Moines Register", NameKind::Organization),
        );
    }
}
