//! What a name is of, person, body or place, where its own words or those beside it tell.

use std::collections::{BTreeMap, BTreeSet};

use super::agree::is_office;
use super::mend::Words;
use super::tidy::{behind_titles, named};
use super::told::is_body_name;
use crate::language::coref::homes::state_named;
use crate::language::coref::words::is_person;
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Name, NameKind, Upos};

/// Gives names the kinds that their words or their neighbours tell, and all of one form the same.
pub(super) fn sorted(words: &Words<'_>, mut names: Vec<Name>) -> Vec<Name> {
    let people: BTreeSet<&str> = names
        .iter()
        .filter(|name| name.kind == NameKind::Person && name.tokens.len() > 1)
        .map(|name| words.word(name.tokens.end - 1))
        .collect();
    sort_places(words, &mut names);
    let mut told: BTreeMap<&str, NameKind> = BTreeMap::new();
    for idx in 0..names.len() {
        let name = names[idx].clone();
        let next = names.get(idx + 1);
        if let Some((kind, first)) = kind_told(words, &name, next, &people) {
            if first == name.tokens.start {
                told.insert(name.range.slice(words.text), kind);
            }
            names[idx] = named(words.tokens, first..name.tokens.end, kind);
        }
    }
    for name in &mut names {
        let weak = name.kind == NameKind::Other || is_camel(name.range.slice(words.text));
        if let Some(&kind) = told.get(name.range.slice(words.text)).filter(|_| weak) {
            name.kind = kind;
        }
    }
    names
}

/// What was taken for a place, or should have been, by its last word, its article and who else is named.
fn sort_places(words: &Words<'_>, names: &mut [Name]) {
    let mut surnames: BTreeSet<&str> = BTreeSet::new();
    let mut bodies: BTreeSet<&str> = BTreeSet::new();
    let mut storms: BTreeSet<&str> = BTreeSet::new();
    let mut departments: BTreeSet<&str> = BTreeSet::new();
    for name in names.iter().filter(|name| name.tokens.len() > 1) {
        let last = words.word(name.tokens.end - 1);
        let storm =
            matches!(words.word(name.tokens.start), "Hurricane" | "Typhoon" | "Cyclone" | "Storm");
        if name.tokens.len() == 2 && matches!(last, "Department" | "Ministry") {
            departments.insert(words.word(name.tokens.start));
        }
        match name.kind {
            _ if storm => storms.insert(last),
            NameKind::Person => surnames.insert(last),
            NameKind::Organization => bodies.insert(last),
            _ => false,
        };
    }
    for name in names {
        let form = name.range.slice(words.text);
        let (first, end) = (name.tokens.start, name.tokens.end);
        let single = name.tokens.len() == 1;
        let before = if first > words.sentence(first).0 { words.word(first - 1) } else { "" };
        let listed = !lexicon().senses(form).is_empty();
        let last = words.word(end - 1);
        let storm = storms.contains(last) && (!single || !surnames.contains(form));
        let kind = match name.kind {
            NameKind::Person | NameKind::Place if storm => NameKind::Other,
            // `Politico reported`.
            NameKind::Person
                if single
                    && is_listed_body(form)
                    && !surnames.contains(form)
                    && words.title_before(first).is_none() =>
            {
                NameKind::Organization
            }
            NameKind::Person if !single && is_built(last) => NameKind::Place,
            NameKind::Person if !single && is_listed_body(form) => NameKind::Organization,
            NameKind::Person if !single && is_listed_place(form) => NameKind::Place,
            NameKind::Person if !single && !listed => match told_by_end(words, name) {
                Some(kind) => kind,
                None => continue,
            },
            NameKind::Organization | NameKind::Person if is_state_abbreviation(form) => {
                NameKind::Place
            }
            // Nobody looks for `Fla.` among those who act, but for Florida.
            NameKind::Other if is_state_abbreviation(form) && has_state(words, form) => {
                NameKind::Place
            }
            NameKind::Other if is_listed_body(form) && is_unlike_a_word(words, name) => {
                NameKind::Organization
            }
            NameKind::Place if is_body_in_place(words, name) => NameKind::Organization,
            NameKind::Place if !single && !listed && is_trade(last) => NameKind::Organization,
            NameKind::Organization if !single && !listed && is_way(last) => NameKind::Place,
            // `officials at State`, of a text that names the State Department.
            NameKind::Place
                if single
                    && departments.contains(form)
                    && !words.senses(first).any(Senses::ANY_PLACE) =>
            {
                NameKind::Organization
            }
            // `the Post` of a text that names a `Harbour Post`.
            NameKind::Place
                if single && matches!(before, "the" | "The") && bodies.contains(form) =>
            {
                NameKind::Organization
            }
            NameKind::Place if single && !listed && is_told_by(words, first) => {
                NameKind::Organization
            }
            _ => continue,
        };
        name.kind = kind;
    }
}

/// `according to Wordhive`: no place that no list has tells anything.
fn is_told_by(words: &Words<'_>, first: usize) -> bool {
    let from = words.sentence(first).0;
    first >= from + 2
        && words.word(first - 1) == "to"
        && matches!(words.word(first - 2), "according" | "According")
}

/// What no person is called: `Orbit Securities`, `the Oslo Accords`, `Ruiz Tower`, where the last word is no surname and
/// the first is no given name.
fn told_by_end(words: &Words<'_>, name: &Name) -> Option<NameKind> {
    let (first, last) = (name.tokens.start, name.tokens.end - 1);
    // `Ann Lee-Bridge`
    let personal = words.is_tight_hyphen(last - 1)
        || words.senses(first).any(Senses::GIVEN)
        || words.senses(last).any(Senses::SURNAME)
        || words.title_senses(first).any(Senses::ANY_TITLE);
    if personal {
        return None;
    }
    let ends = words.title_senses(last);
    let told = [
        (Senses::ORGANIZATION_HEAD, NameKind::Organization),
        (Senses::PLACE_HEAD, NameKind::Place),
        (Senses::OTHER_HEAD, NameKind::Other),
    ];
    let mut kinds = told.into_iter().filter(|&(sense, _)| ends.any(sense)).map(|(_, kind)| kind);
    kinds.next().filter(|_| kinds.next().is_none())
}

fn is_built(last: &str) -> bool {
    is_way(last) || matches!(last, "Airport" | "Stadium" | "Airfield")
}

fn is_way(last: &str) -> bool {
    matches!(last, "Boulevard" | "Avenue" | "Highway" | "Freeway" | "Motorway" | "Expressway")
}

/// `Ostrand Energy`: no place is called after what is dealt in.
fn is_trade(last: &str) -> bool {
    matches!(
        last,
        "Energy"
            | "Power"
            | "Petroleum"
            | "Oil"
            | "Gas"
            | "Airlines"
            | "Airways"
            | "Telecom"
            | "Insurance"
            | "Motors"
            | "Steel"
            | "Mining"
            | "Electric"
            | "Pharmaceuticals"
    )
}

/// `wrote in the Harbour Beacon`: where somebody writes or works is a body, by a list or by the word that its name ends
/// in, where no place and no house ends in it.
fn is_body_in_place(words: &Words<'_>, name: &Name) -> bool {
    let form = name.range.slice(words.text);
    let own = lexicon().senses(form).is_empty()
        && (ends_in_a_body(words, name) || is_body_name(words, name));
    let house = is_house(words.word(name.tokens.end - 1));
    name.tokens.len() > 1 && (is_listed_body(form) || is_office(form) || own && !house)
}

/// Whether the lists know nothing but a body by the name.
fn is_listed_body(form: &str) -> bool {
    let senses = lexicon().senses(form);
    senses.any(Senses::ANY_ORGANIZATION) && senses.bits() & !Senses::ANY_ORGANIZATION.bits() == 0
}

/// Whether the text names the state of an abbreviation in full.
fn has_state(words: &Words<'_>, form: &str) -> bool {
    state_named(form.trim_end_matches('.')).is_some_and(|state| {
        // "Kansas" is no part of "Arkansas".
        let begins = |at: usize| {
            words.text.get(..at).is_some_and(|before| !before.ends_with(char::is_alphabetic))
        };
        words.text.match_indices(state).any(|(at, _)| begins(at))
    })
}

/// Whether a name has more than one word, or is none that means something else too: `Slate`, `the Sun`.
fn is_unlike_a_word(words: &Words<'_>, name: &Name) -> bool {
    let (first, form) = (name.tokens.start, name.range.slice(words.text));
    let capitals = form.chars().skip(1).any(char::is_uppercase) && form.len() > 2;
    let long = form.chars().count() > 5 && first > words.sentence(first).0;
    // `SELM (UPI) —`.
    let agency = first > 0 && words.word(first - 1) == "(" && words.word(name.tokens.end) == ")";
    let plain = long && words.upos(first) == Some(Upos::Propn);
    !agency && (name.tokens.len() > 1 || capitals || plain)
}

/// Whether the lists know nothing but a place by the name.
fn is_listed_place(form: &str) -> bool {
    let senses = lexicon().senses(form);
    let places = Senses::ANY_PLACE | Senses::SEAT;
    senses.any(places) && senses.bits() & !places.bits() == 0
}

/// Bodies that one goes to as often as one hears of them.
fn is_house(last: &str) -> bool {
    matches!(
        last,
        "School"
            | "University"
            | "College"
            | "Academy"
            | "Church"
            | "Hospital"
            | "Clinic"
            | "Center"
            | "Centre"
            | "Club"
            | "Library"
            | "Museum"
            | "Gallery"
            | "Theatre"
            | "Theater"
            | "House"
            | "Embassy"
            | "Consulate"
            | "Court"
            | "City"
            | "Institute"
    )
}

/// `Fla.`, as papers shorten the states.
pub(super) fn is_state_abbreviation(form: &str) -> bool {
    const STATES: [&str; 42] = [
        "Ala.", "Ariz.", "Ark.", "Calif.", "Colo.", "Conn.", "Del.", "Fla.", "Ga.", "Ill.", "Ind.",
        "Kan.", "Ky.", "La.", "Md.", "Mass.", "Mich.", "Minn.", "Miss.", "Mo.", "Mont.", "Neb.",
        "Nev.", "N.H.", "N.J.", "N.M.", "N.Y.", "N.C.", "N.D.", "Okla.", "Ore.", "Pa.", "R.I.",
        "S.C.", "S.D.", "Tenn.", "Tex.", "Vt.", "Va.", "Wash.", "Wis.", "Wyo.",
    ];
    STATES.contains(&form)
}

/// The kind that a rule knows a name to be of, and where the name proper starts.
fn kind_told(
    words: &Words<'_>,
    name: &Name,
    next: Option<&Name>,
    people: &BTreeSet<&str>,
) -> Option<(NameKind, usize)> {
    let first = name.tokens.start;
    match name.kind {
        NameKind::Person => kind_of_person(words, name, people).map(|kind| (kind, first)),
        NameKind::Organization | NameKind::Other => titled(words, name)
            .or_else(|| Some((kind_of_body(words, name)?, first)))
            .or_else(|| other_kind(words, name, next).filter(|_| name.kind == NameKind::Other)),
        _ => None,
    }
}

/// What is no person though the labeler has it for one.
fn kind_of_person(words: &Words<'_>, name: &Name, people: &BTreeSet<&str>) -> Option<NameKind> {
    let form = name.range.slice(words.text);
    let single = name.tokens.len() == 1;
    if (single && is_camel(form) || is_acronym(form)) && !people.contains(form) {
        return Some(NameKind::Organization);
    }
    let last = words.word(name.tokens.end - 1);
    // `Ferry Strike`: an event by its last word, where nobody's given name is first.
    let event = matches!(
        last,
        "Strike"
            | "Strikes"
            | "Crisis"
            | "Powers"
            | "Talks"
            | "Summit"
            | "War"
            | "Election"
            | "Elections"
            | "Vote"
            | "Deal"
            | "Ban"
            | "Protest"
            | "Protests"
    );
    let event =
        event && name.tokens.len() == 2 && !words.senses(name.tokens.start).any(Senses::GIVEN);
    // `the Lund Plan`, whoever drew it up.
    let paper = matches!(
        last,
        "Plan"
            | "Report"
            | "Memorandum"
            | "Accord"
            | "Accords"
            | "Agreement"
            | "Treaty"
            | "Amendment"
            | "Declaration"
            | "Doctrine"
            | "Inquiry"
            | "Act"
    );
    (event || paper && !single).then_some(NameKind::Other)
}

/// `Sen. Jeff Sessions`, `Field Marshal Haftar`, whatever the labeler takes them for; `the MP for Normanton and Hemsworth`.
fn titled(words: &Words<'_>, name: &Name) -> Option<(NameKind, usize)> {
    let first = name.tokens.start;
    if name.tokens.len() > 1 && words.title_senses(first).any(Senses::ANY_TITLE) {
        let (group, start) = behind_titles(words.text, words.tokens, name.tokens.clone());
        let given = words.senses(start).any(Senses::GIVEN) && start + 2 == name.tokens.end;
        if group.is_none() && start > first && given {
            return Some((NameKind::Person, start));
        }
    }
    let seat = first > 1
        && words.word(first - 1) == "for"
        && matches!(words.word(first - 2), "MP" | "MPs" | "MSP" | "MEP" | "TD");
    if seat && name.kind == NameKind::Organization {
        return Some((NameKind::Place, first));
    }
    behind_long_rank(words, name).map(|start| (NameKind::Person, start))
}

/// `the Istanbul Summit`, `the Clean Air Act`: no list of bodies has it.
fn kind_of_body(words: &Words<'_>, name: &Name) -> Option<NameKind> {
    let event = matches!(
        words.word(name.tokens.end - 1),
        "Summit"
            | "Act"
            | "Agreement"
            | "Treaty"
            | "War"
            | "Amendment"
            | "Prize"
            | "Award"
            | "Awards"
            | "Games"
            | "Olympics"
            | "Festival"
            | "Doctrine"
            | "Depression"
            | "Recession"
            | "Pandemic"
            | "Strike"
            | "Crisis"
            | "Powers"
            | "Day"
            | "Election"
            | "Elections"
            | "Referendum"
    );
    (name.kind == NameKind::Organization
        && name.tokens.len() > 1
        && event
        && lexicon().senses(name.range.slice(words.text)).is_empty())
    .then_some(NameKind::Other)
}

/// What a name is of which the labeler knows no more than that it is one.
fn other_kind(words: &Words<'_>, name: &Name, next: Option<&Name>) -> Option<(NameKind, usize)> {
    let first = name.tokens.start;
    // `Park Jong-su`.
    let capital = |at: usize| words.word(at).starts_with(char::is_uppercase);
    let hyphened = name.tokens.len() == 4
        && capital(first)
        && capital(first + 1)
        && words.is_tight_hyphen(first + 2)
        && (words.word(first + 3).chars().all(char::is_lowercase)
            || words.senses(first).any(Senses::SURNAME) && capital(first + 3));
    if hyphened {
        return Some((NameKind::Person, first));
    }
    let does = matches!(words.upos(name.tokens.end), Some(Upos::Verb | Upos::Aux));
    let camel = name.tokens.len() == 1 && is_camel(name.range.slice(words.text));
    // `The Herald’s Nora Ellis`: whom a person belongs to.
    let owns = matches!(words.word(name.tokens.end), "'s" | "’s")
        && next.is_some_and(|next| {
            next.kind == NameKind::Person
                && next.tokens.len() > 1
                && next.tokens.start == name.tokens.end + 1
        });
    if ends_in_a_body(words, name) || does && camel || owns && name.tokens.len() <= 4 {
        return Some((NameKind::Organization, first));
    }
    // `co-founder Jonas Lindqvist said`: two words behind a lower-case word for what somebody does.
    let before = first.checked_sub(1).filter(|&before| words.sentence(first).0 <= before)?;
    let lower = words.word(before).starts_with(char::is_lowercase);
    let office = words.title_senses(before).any(Senses::ANY_TITLE);
    let plain = matches!(name.tokens.len(), 2 | 3)
        && name.tokens.clone().all(|at| {
            let word = words.word(at);
            word.starts_with(char::is_uppercase)
                && word.chars().skip(1).all(char::is_lowercase)
                && words.title_senses(at).is_empty()
        });
    // `coauthor Maria Olsen`: another word for a person is as sure where a given name follows.
    let described = is_person(words.word(before)) && words.senses(first).any(Senses::GIVEN);
    (lower && (office || described) && plain).then_some((NameKind::Person, first))
}

/// Where the name begins that stands behind a rank of two words, `Field Marshal Haftar`, the first of which may stand before
/// it.
fn behind_long_rank(words: &Words<'_>, name: &Name) -> Option<usize> {
    let first = name.tokens.start;
    let last = words.title_senses(name.tokens.end - 1);
    let body = last.any(Senses::ORGANIZATION_HEAD | Senses::PLACE_HEAD | Senses::OTHER_HEAD);
    let office = last.any(Senses::ANY_TITLE);
    [first.checked_sub(1), Some(first)].into_iter().flatten().find_map(|from| {
        let rank = format!("{} {}", words.word(from), words.word(from + 1)).to_lowercase();
        let own = (from..name.tokens.end).all(|at| words.word(at).starts_with(char::is_uppercase));
        let ranked = lexicon().word_senses(&rank).any(Senses::RANK) && !body && !office;
        (ranked && own && from >= words.sentence(first).0 && from + 2 < name.tokens.end)
            .then_some(from + 2)
    })
}

/// `Norwegian Prosecution Authority`; not what may as well end the name of a place, a law or a work.
fn ends_in_a_body(words: &Words<'_>, name: &Name) -> bool {
    const EITHER: &[&str] = &[
        "project",
        "initiative",
        "watch",
        "international",
        "united",
        "gas",
        "oil",
        "energy",
        "electric",
        "records",
        "services",
        "service",
        "review",
        "staff",
        "command",
        "fleet",
        "mail",
        "mirror",
        "front",
        "systems",
        "solutions",
        "studios",
        "band",
        "team",
        "press",
        "radio",
    ];
    let last = words.word(name.tokens.end - 1);
    let senses = words.title_senses(name.tokens.end - 1);
    let lower = last.to_lowercase();
    name.tokens.len() > 1
        && last.starts_with(char::is_uppercase)
        && words.word(name.tokens.start).starts_with(char::is_uppercase)
        && senses.any(Senses::ORGANIZATION_HEAD)
        && !senses.any(Senses::PLACE_HEAD)
        && !senses.any(Senses::OTHER_HEAD)
        && !EITHER.contains(&lower.as_str())
}

/// `FTU`: nobody but a few is known by capitals alone.
fn is_acronym(form: &str) -> bool {
    const PEOPLE: &[&str] =
        &["FDR", "JFK", "LBJ", "RFK", "MLK", "MBS", "AOC", "RBG", "DSK", "AMLO", "HRC"];
    matches!(form.len(), 3..=6)
        && form.chars().all(|c| c.is_ascii_uppercase())
        && !PEOPLE.contains(&form)
        && lexicon().senses(form).is_empty()
}

/// `WeWork`, `YouTube`: a capital inside a word makes a firm's name, but for `McCain` and `DeSantis`.
fn is_camel(form: &str) -> bool {
    const PREFIXES: &[&str] =
        &["Mc", "Mac", "De", "Di", "Du", "La", "Le", "Van", "Von", "Fitz", "Del", "Da", "Lo", "O"];
    let Some(inner) = form.char_indices().skip(1).find(|(_, c)| c.is_uppercase()).map(|(at, _)| at)
    else {
        return false;
    };
    let Some((head, tail)) = form.split_at_checked(inner) else { return false };
    form.chars().all(char::is_alphabetic)
        && form.starts_with(char::is_uppercase)
        && head.chars().skip(1).all(char::is_lowercase)
        && head.chars().count() > 1
        && tail.chars().any(char::is_lowercase)
        && !PREFIXES.contains(&head)
}
