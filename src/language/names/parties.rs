//! Names that a party, a title or an epithet was taken into: `Kentucky Republican`, `Republican of Ohio`, `Sen. Ann Roe
//! of Ohio`, `Justice Roe`, `Jailed Uber`; and two names that a hyphen joins for once: `Roe-Dahl`.

use std::ops::Range;

use super::cut::Known;
use super::mend::Words;
use super::tidy::named;
use crate::language::coref::words::{is_courtesy, is_person};
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Name, NameKind, Upos};

/// The parts of a name that holds a party or a title; `None` for one that holds neither.
pub(super) fn parts(words: &Words<'_>, known: &Known<'_>, name: &Name) -> Option<Vec<Name>> {
    let whole = || {
        party_at_end(words, known, name)
            .or_else(|| party_of(words, name))
            .or_else(|| behind_participle(words, known, name))
    };
    match name.kind {
        NameKind::Person => whole().or_else(|| joined_for_once(words, known, name)),
        _ => whole()
            .or_else(|| titled(words, known, name))
            .or_else(|| joined_for_once(words, known, name)),
    }
}

fn is_party(word: &str) -> bool {
    matches!(word, "Republican" | "Democratic" | "Democrat" | "GOP" | "G.O.P.")
}

/// `Kentucky Republican`, `House GOP`, `Republican and Democratic`: whose party it is, and the party. `the Kentucky
/// Republican` is somebody whom other words name.
fn party_at_end(words: &Words<'_>, known: &Known<'_>, name: &Name) -> Option<Vec<Name>> {
    let last = name.tokens.end - 1;
    if !is_party(words.word(last)) {
        return None;
    }
    // `the Cuyahoga Republican party` is a body.
    if matches!(words.word(last + 1), "party" | "Party") {
        return None;
    }
    let joint =
        |at: usize| matches!(words.word(at), "and" | "or" | "to" | "the" | "&" | "/" | "'s" | "’s");
    let mut start = name.tokens.start;
    // `Tuesday’s Wyoming Republican primary`.
    while start < last && (joint(start) || words.senses(start).any(Senses::WEEKDAY)) {
        start += 1;
    }
    let mut end = last;
    while end > start && joint(end - 1) {
        end -= 1;
    }
    if end == start {
        return None;
    }
    let before = part(words, known, start..end, name.kind)?;
    let acronym = words.word(last).starts_with('G');
    let beside_noun =
        matches!(words.upos(last + 1), Some(Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num))
            && words.sentence(last).1 > last + 1;
    // The party of a place is a body of its own.
    if acronym && before.kind == NameKind::Place && end == last {
        return Some(vec![Name { kind: NameKind::Organization, ..name.clone() }]);
    }
    let kind = if acronym { NameKind::Organization } else { NameKind::Group };
    let party = named(words.tokens, last..last + 1, kind);
    let adjective = beside_noun || words.upos(last) == Some(Upos::Adj) || acronym;
    // `Democratic` by itself names nobody.
    let names = |name: &Name| name.range.slice(words.text) != "Democratic";
    Some([before].into_iter().chain(adjective.then_some(party)).filter(names).collect())
}

/// `Republican of Ohio`: one of many, and where.
fn party_of(words: &Words<'_>, name: &Name) -> Option<Vec<Name>> {
    let first = name.tokens.start;
    let from = first + 2;
    let led = matches!(words.word(first), "Republican" | "Democrat" | "Independent")
        && matches!(words.word(first + 1), "of" | "from")
        && from < name.tokens.end;
    led.then(|| vec![named(words.tokens, from..name.tokens.end, NameKind::Place)])
}

/// `Jailed Uber`: the capital is that of the sentence, where the rest is known.
fn behind_participle(words: &Words<'_>, known: &Known<'_>, name: &Name) -> Option<Vec<Name>> {
    let first = name.tokens.start;
    let participle = words.word(first).ends_with("ed") && words.senses(first).is_empty();
    let opens = first == words.sentence(first).0
        || matches!(words.word(first - 1), "“" | "\"" | "‘" | "``" | "''");
    if !opens || !participle || words.upos(first) == Some(Upos::Noun) {
        return None;
    }
    let rest = part(words, known, first + 1..name.tokens.end, name.kind)?;
    let form = rest.range.slice(words.text);
    let sure = known.forms.contains_key(form) || !lexicon().senses(form).is_empty();
    sure.then(|| vec![rest])
}

/// `Kentucky Sen. Ann Roe`, `Justice Roe of the High Court`, `Republican Jan Dahl`: a title or a party, and who bears it.
fn titled(words: &Words<'_>, known: &Known<'_>, name: &Name) -> Option<Vec<Name>> {
    let (start, end) = (name.tokens.start, name.tokens.end);
    let of = (start + 1..end - 1).find(|&at| words.word(at) == "of");
    let front = of.unwrap_or(end);
    let title = |at: usize| is_title(words, at);
    // `Texas Lt. Gov.`, whose bearer a point has cut off.
    if title(end - 1) && words.word(end - 1).ends_with('.') {
        let lead = (start..end).find(|&at| title(at) || is_party(words.word(at)))?;
        let lead = (lead > start).then(|| part(words, known, start..lead, name.kind)).flatten();
        return Some(lead.into_iter().collect());
    }
    let at =
        (start..front.checked_sub(1)?).rev().find(|&at| title(at) || is_party(words.word(at)))?;
    // `Republican Donor Adelson`.
    let noun = at + 2 < front && is_person(&words.word(at + 1).to_lowercase());
    let person = at + 1 + usize::from(noun)..front;
    let plain = |at: usize| {
        let word = words.word(at);
        let senses = words.title_senses(at);
        let initial = word.chars().count() == 2 && word.ends_with('.');
        word.starts_with(char::is_uppercase)
            && (initial || word.chars().skip(1).any(char::is_lowercase))
            && !senses.any(Senses::ORGANIZATION_HEAD)
            && !senses.any(Senses::PLACE_HEAD)
            && !senses.any(Senses::OTHER_HEAD)
            && !lexicon().senses(word).any(Senses::ANY_GROUP)
    };
    if person.len() > 3 || !person.clone().all(plain) {
        return None;
    }
    let given = person.len() > 1 && words.senses(person.start).any(Senses::GIVEN);
    let surname = is_known_person(words, known, person.end - 1);
    // `Judge Berman`: nothing else is called so behind these.
    let sure = |at: usize| {
        let word = words.word(at);
        is_address(word)
            || word.ends_with('.')
            || matches!(word, "Justice" | "Judge" | "Senator" | "Congressman" | "Congresswoman")
    };
    let last = words.senses(person.end - 1);
    let called = sure(at)
        && words.upos(person.end - 1) == Some(Upos::Propn)
        && !words.title_senses(person.end - 1).any(Senses::ANY_TITLE)
        && !last.any(Senses::ANY_PLACE)
        && !last.any(Senses::ANY_ORGANIZATION);
    if !(given || surname || title(at) && called) {
        return None;
    }
    let mut found: Vec<Name> = Vec::new();
    let mut lead = at;
    while lead > start && (title(lead - 1) || is_party(words.word(lead - 1))) {
        lead -= 1;
    }
    // Of `Kentucky Sen.` the place is left, of `North Dakota RNC Committeeman` the one that a list has.
    if lead > start {
        let longest = (start + 1..=lead).rev().find_map(|end| {
            let part = part(words, known, start..end, NameKind::Other)?;
            (part.kind != NameKind::Other).then_some(part)
        });
        found.extend(longest);
    }
    found.push(named(words.tokens, person, NameKind::Person));
    if let Some(of) = of {
        let from = of + 1 + usize::from(words.word(of + 1) == "the");
        if from < end {
            found.extend(part(words, known, from..end, NameKind::Organization));
        }
    }
    Some(found)
}

/// A form of address before a name; `Miss Universe` is nobody's.
fn is_address(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && word != "Miss" && is_courtesy(&word.to_lowercase())
}

/// A word with a capital for an office that goes before names.
fn is_title(words: &Words<'_>, at: usize) -> bool {
    let word = words.word(at);
    let senses = words.title_senses(at);
    is_address(word)
        || matches!(word, "AG" | "Committeeman" | "Committeewoman")
        || word.starts_with(char::is_uppercase)
            && (senses.any(Senses::OFFICE) || senses.any(Senses::RANK))
            && !senses.any(Senses::ORGANIZATION_HEAD)
}

/// `Roe-Dahl` of a text that names both: two people.
fn joined_for_once(words: &Words<'_>, known: &Known<'_>, name: &Name) -> Option<Vec<Name>> {
    let first = name.tokens.start;
    // Of `Ana Roe-Dahl` it is the surname.
    let form = name.range.slice(words.text);
    let own = || known.forms.keys().any(|full| full.len() > form.len() && full.ends_with(form));
    let pair = name.tokens.len() == 3
        && matches!(words.word(first + 1), "-" | "‑" | "–")
        && is_known_person(words, known, first)
        && is_known_person(words, known, first + 2)
        && !own();
    pair.then(|| {
        [first, first + 2].map(|at| named(words.tokens, at..at + 1, NameKind::Person)).to_vec()
    })
}

/// Whether the document has a word for somebody's surname, or for somebody by itself.
fn is_known_person(words: &Words<'_>, known: &Known<'_>, at: usize) -> bool {
    let word = words.word(at);
    known.surnames.contains(&word)
        || known.forms.get(word).is_some_and(|&(kind, _)| kind == NameKind::Person)
}

/// A part of a name as a name of its own, of the kind that the document or a list knows it to be of, else of `kind`;
/// `None` for what has no capital.
fn part(
    words: &Words<'_>,
    known: &Known<'_>,
    tokens: Range<usize>,
    kind: NameKind,
) -> Option<Name> {
    if !words.word(tokens.start).starts_with(char::is_uppercase) {
        return None;
    }
    let name = named(words.tokens, tokens, kind);
    let form = name.range.slice(words.text);
    let senses = lexicon().senses(form);
    let listed = [
        (Senses::ANY_PLACE, NameKind::Place),
        (Senses::ANY_ORGANIZATION, NameKind::Organization),
        (Senses::ANY_GROUP, NameKind::Group),
    ];
    let by_list = listed.into_iter().find(|&(sense, _)| senses.any(sense)).map(|(_, kind)| kind);
    let by_head = || {
        let body = words.title_senses(name.tokens.end - 1).any(Senses::ORGANIZATION_HEAD);
        body.then_some(NameKind::Organization)
    };
    let given = || {
        let first = name.tokens.len() == 1 && senses.any(Senses::GIVEN);
        first.then_some(NameKind::Person)
    };
    let kind = by_list
        .or_else(|| known.forms.get(form).map(|&(kind, _)| kind))
        .or_else(by_head)
        .or_else(given);
    Some(Name { kind: kind.unwrap_or(name.kind), ..name })
}

#[cfg(test)]
mod tests {
    use crate::language::NameKind;
    use crate::language::names::tests::names_of;

    #[test]
    fn a_party_is_no_part_of_the_name_of_a_place() {
        let names = names_of("Jan Dahl, an Ohio Republican, lost the Iowa Republican caucuses.");
        for name in [
            ("Ohio", NameKind::Place),
            ("Iowa", NameKind::Place),
            ("Republican", NameKind::Group),
            ("Jan Dahl", NameKind::Person),
        ] {
            assert!(names.contains(&name), "{name:?} in {names:?}");
        }
    }

    #[test]
    fn where_a_party_has_won_is_a_place() {
        let names =
            names_of("Senator Paul Reyes, Republican of Arizona, said the bill would pass.");
        assert!(names.contains(&("Arizona", NameKind::Place)), "{names:?}");
    }

    #[test]
    fn an_epithet_is_no_part_of_a_name() {
        let names = names_of("Ousted WeWork chief Jan Dahl left on Monday. WeWork was calm.");
        assert_eq!(names.iter().filter(|name| name.0 == "WeWork").count(), 2, "{names:?}");
    }

    #[test]
    fn two_surnames_joined_for_once_are_two_people() {
        let names = names_of(
            "Donald Trump spoke to Mike Pence. A Trump-Pence ticket was in sight on Monday.",
        );
        assert_eq!(names.iter().filter(|name| name.1 == NameKind::Person).count(), 4, "{names:?}");
    }
}
