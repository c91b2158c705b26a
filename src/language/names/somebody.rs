//! Persons whom the labeler took for a body or a place: `Gov. Mary Tarn`, `the Herald's Ann Roe`, `J.R. Lund`.

use std::collections::{BTreeMap, BTreeSet};

use super::kinds::is_state_abbreviation;
use super::mend::Words;
use super::things::is_work;
use super::tidy::named;
use crate::language::coref::words::{is_company_word, is_person};
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Name, NameKind};

/// Makes those persons whose first word is a given name and nothing else, where a surname or the words beside it bear it out.
pub(super) fn sort_somebody(words: &Words<'_>, names: &mut [Name]) {
    // `Mr Lund`, `Ann Lund`: a stranger's `Wal Lund` is a person too.
    let courtesy = |word: &str| matches!(word.trim_end_matches('.'), "Mr" | "Mrs" | "Ms" | "Miss");
    let called = (1..words.tokens.len()).filter(|&at| courtesy(words.word(at - 1)));
    let full = names.iter().filter(|name| {
        name.kind == NameKind::Person
            && name.tokens.len() == 2
            && words.senses(name.tokens.start).any(Senses::GIVEN)
    });
    let borne: BTreeSet<&str> =
        called.chain(full.map(|name| name.tokens.end - 1)).map(|at| words.word(at)).collect();
    for idx in 0..names.len() {
        let behind_person = idx > 0
            && names[idx - 1].kind == NameKind::Person
            && names[idx - 1].tokens.len() > 1
            && names[idx - 1].tokens.end + 1 == names[idx].tokens.start
            && words.word(names[idx - 1].tokens.end) == "and";
        let name = &names[idx];
        let body = name.kind == NameKind::Organization;
        let namesake = || name.tokens.len() == 2 && borne.contains(words.word(name.tokens.end - 1));
        let unknown = name.kind != NameKind::Person && is_plain(words, name);
        if unknown && (is_behind_holder(words, name) || name.kind != NameKind::Other && namesake())
        {
            names[idx].kind = NameKind::Person;
            continue;
        }
        if !(body || name.kind == NameKind::Place) || !is_called_like_one(words, name) {
            continue;
        }
        let surname = words.senses(name.tokens.end - 1).any(Senses::SURNAME);
        if body && surname || behind_person || is_beside(words, name) {
            names[idx].kind = NameKind::Person;
        }
    }
}

/// `the Lunds`, of a text that names a Lund: more than one person.
pub(super) fn sort_families(words: &Words<'_>, surnames: &BTreeSet<&str>, names: &mut [Name]) {
    for name in names.iter_mut().filter(|name| name.tokens.len() == 1) {
        let first = name.tokens.start;
        let the = first > 0 && matches!(words.word(first - 1), "the" | "The");
        let word = words.word(first);
        let bearer = |ending: &str| word.strip_suffix(ending).is_some_and(|s| surnames.contains(s));
        let several = (bearer("s") || bearer("es")) && !surnames.contains(word);
        if the && several && lexicon().senses(word).is_empty() {
            name.kind = NameKind::Group;
        }
    }
}

/// `in the Lund mold` of a text that names Ann Lund: a surname or a given name alone of one whom the text names in full, and
/// which no list has for anything else; one that a list has (`Chelsea`) where it does what people do.
pub(super) fn sort_bearers(
    words: &Words<'_>,
    names: &mut [Name],
    is_somebody: impl Fn(&Name) -> bool,
) {
    let personal = (Senses::GIVEN | Senses::SURNAME).bits();
    let full = || names.iter().filter(|n| n.kind == NameKind::Person && n.tokens.len() > 1);
    let given = full().filter(|name| words.senses(name.tokens.start).any(Senses::GIVEN));
    let mut borne: BTreeSet<&str> = given
        .flat_map(|name| [words.word(name.tokens.start), words.word(name.tokens.end - 1)])
        .collect();
    // `Justice Quarlia` bears out whom no list has a given name of.
    let alone: BTreeSet<&str> = names
        .iter()
        .filter(|name| name.kind == NameKind::Person && name.tokens.len() == 1)
        .map(|name| words.word(name.tokens.start))
        .collect();
    borne.extend(
        full().map(|name| words.word(name.tokens.end - 1)).filter(|word| alone.contains(word)),
    );
    for name in names.iter_mut().filter(|name| name.tokens.len() == 1) {
        let body = matches!(name.kind, NameKind::Organization | NameKind::Place);
        let word = words.word(name.tokens.start);
        let senses = lexicon().senses(word);
        let free = senses.bits() & !personal == 0;
        let given = || free && senses.any(Senses::GIVEN) && !is_work(words, name);
        if (body || name.kind == NameKind::Other && given())
            && borne.contains(word)
            && (free || senses.any(Senses::GIVEN) && is_somebody(name))
        {
            name.kind = NameKind::Person;
        }
    }
}

/// One name for a person here and for a place or a body there, which nobody in the text bears in full or with a title: it is
/// no person's.
pub(super) fn sort_strangers(words: &Words<'_>, names: &mut [Name]) {
    let mut bearers: BTreeSet<&str> = BTreeSet::new();
    let mut counts: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    for name in names.iter() {
        let form = name.range.slice(words.text);
        let slot = match name.kind {
            NameKind::Person => 0,
            NameKind::Organization => 1,
            NameKind::Place => 2,
            _ => continue,
        };
        counts.entry(form).or_default()[slot] += 1;
        if slot == 0 && words.title_before(name.tokens.start).is_some() {
            bearers.insert(form);
        }
        if slot == 0 && name.tokens.len() > 1 {
            bearers.extend(name.tokens.clone().map(|at| words.word(at)));
        }
    }
    for name in names.iter_mut().filter(|name| name.kind == NameKind::Person) {
        let form = name.range.slice(words.text);
        let Some(&[people, bodies, places]) = counts.get(form) else { continue };
        let free = !words.senses(name.tokens.start).any(Senses::GIVEN | Senses::SURNAME);
        let one = name.tokens.len() == 1 || words.is_tight_hyphen(name.tokens.start + 1);
        if one && free && !bearers.contains(form) && 2 * (bodies + places) >= people {
            let body = bodies >= places;
            name.kind = if body { NameKind::Organization } else { NameKind::Place };
        }
    }
}

/// `Zorblat` of a text that names `Zorblat Media` and nobody of that name: the firm, whatever it does.
pub(super) fn sort_firms(words: &Words<'_>, names: &mut [Name]) {
    let firms: BTreeSet<&str> = names
        .iter()
        .filter(|name| name.kind == NameKind::Organization && name.tokens.len() > 1)
        .filter(|name| {
            let last = words.word(name.tokens.end - 1).to_lowercase();
            // Those may be called after somebody: `Lund Foundation`.
            is_company_word(&last)
                && !matches!(
                    last.as_str(),
                    "pac"
                        | "foundation"
                        | "campaign"
                        | "administration"
                        | "committee"
                        | "organization"
                        | "organisation"
                        | "party"
                        | "movement"
                        | "university"
                        | "institute"
                        | "college"
                        | "school"
                        | "hospital"
                        | "museum"
                        | "church"
                        | "department"
                        | "team"
                        | "club"
                )
        })
        .map(|name| words.word(name.tokens.start))
        .collect();
    let bearers: BTreeSet<&str> = names
        .iter()
        .filter(|name| name.kind == NameKind::Person && name.tokens.len() > 1)
        .flat_map(|name| name.tokens.clone().map(|at| words.word(at)))
        .collect();
    for name in names.iter_mut() {
        let word = words.word(name.tokens.start);
        let free = !words.senses(name.tokens.start).any(Senses::GIVEN | Senses::SURNAME);
        if name.kind == NameKind::Person
            && name.tokens.len() == 1
            && firms.contains(word)
            && !bearers.contains(word)
            && free
            && words.title_before(name.tokens.start).is_none()
        {
            name.kind = NameKind::Organization;
        }
    }
}

/// Takes from the persons what is called after one, `Lund Rally` of a text that speaks of Lund, and single words that are no
/// person's: `Aides` at the start of a sentence, `Tuesday`; `Norwegians` are a group.
pub(super) fn sort_nobody(words: &Words<'_>, surnames: &BTreeSet<&str>, names: &mut Vec<Name>) {
    let lower: BTreeSet<&str> = (0..words.tokens.len())
        .map(|at| words.word(at))
        .filter(|word| word.starts_with(char::is_lowercase))
        .collect();
    let mut alone: BTreeMap<&str, usize> = BTreeMap::new();
    for name in names.iter().filter(|n| n.kind == NameKind::Person && n.tokens.len() == 1) {
        *alone.entry(words.word(name.tokens.start)).or_default() += 1;
    }
    let plain = |at: usize| {
        lower.contains(words.word(at).to_lowercase().as_str()) || !words.title_senses(at).is_empty()
    };
    names.retain_mut(|name| {
        if name.kind != NameKind::Person {
            return true;
        }
        let (first, last) = (name.tokens.start, name.tokens.end - 1);
        let form = words.word(first);
        let senses = words.senses(first);
        if name.tokens.len() > 1 {
            let spoken_of = surnames.contains(form) && alone.get(form).is_some_and(|&n| n > 2);
            let own = senses.any(Senses::GIVEN) || surnames.contains(words.word(last));
            let known = words.senses(last).any(Senses::GIVEN | Senses::SURNAME);
            if spoken_of && !own && !known && (first + 1..=last).any(plain) {
                name.kind = NameKind::Other;
            }
            return true;
        }
        if surnames.contains(form) || senses.any(Senses::SURNAME | Senses::GIVEN) {
            return true;
        }
        if senses.any(Senses::ANY_GROUP) && senses.bits() & !Senses::ANY_GROUP.bits() == 0 {
            name.kind = NameKind::Group;
        }
        let one = form.strip_suffix('s').map(str::to_lowercase);
        let many = first == words.sentence(first).0 && one.is_some_and(|one| is_person(&one));
        !many && !senses.any(Senses::WEEKDAY)
    });
}

/// `Cuban Americans`, `Filipino Muslims`: a people or a faith with an adjective before it; `Selm Indians` is a team.
pub(super) fn sort_peoples(words: &Words<'_>, names: &mut [Name]) {
    let people = Senses::DEMONYM | Senses::PEOPLE | Senses::FAITH;
    // "Asian Americans", of which the labeler has the second word alone.
    for idx in 0..names.len() {
        let name = &names[idx];
        let (first, end) = (name.tokens.start, name.tokens.end);
        let hyphen = usize::from(first > 0 && words.is_tight_hyphen(first - 1));
        let Some(before) = first.checked_sub(1 + hyphen) else { continue };
        let whole = name.tokens.len() == 1
            && words.word(first).ends_with('s')
            && words.senses(first).any(people)
            && before >= words.sentence(first).0
            && (words.senses(before).any(Senses::ADJECTIVE) || words.word(before) == "Native")
            && (idx == 0 || names[idx - 1].tokens.end <= before);
        if whole {
            names[idx] = named(words.tokens, before..end, NameKind::Group);
        }
    }
    for name in names.iter_mut().filter(|name| name.tokens.len() > 1) {
        let last = name.tokens.end - 1;
        let many = words.word(last).ends_with('s')
            && words.senses(last).any(people)
            && !words.senses(last).any(Senses::FOLLOWER);
        let before = name.tokens.start..last;
        let adjectives = before.clone().all(|at| {
            words.senses(at).any(Senses::ADJECTIVE | people)
                || matches!(words.word(at), "-" | "‑" | "Native")
        });
        if many && adjectives && lexicon().senses(name.range.slice(words.text)).is_empty() {
            name.kind = NameKind::Group;
        }
    }
}

/// The single words that mean a person in most places where they stand.
pub(super) fn singles<'a>(words: &Words<'a>, names: &[Name]) -> BTreeSet<&'a str> {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for name in names.iter().filter(|name| name.tokens.len() == 1) {
        let (people, all) = counts.entry(words.word(name.tokens.start)).or_default();
        *people += usize::from(name.kind == NameKind::Person);
        *all += 1;
    }
    counts.retain(|_, &mut (people, all)| people > 1 && people * 2 > all);
    counts.into_keys().collect()
}

/// Two or three plain words, the first a given name, none one for a body, a place or a thing, and the whole in no list.
fn is_called_like_one(words: &Words<'_>, name: &Name) -> bool {
    let (first, end) = (name.tokens.start, name.tokens.end);
    let given = words.senses(first);
    let personal = Senses::GIVEN | Senses::SURNAME;
    let plain = |at: usize| {
        let word = words.word(at);
        let initial = word.chars().count() == 2 && word.ends_with('.');
        let letters = word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '’' | '\''));
        let case = word.starts_with(char::is_uppercase) && word.chars().any(char::is_lowercase);
        let known = words.senses(at).bits() & !personal.bits() == 0;
        (initial || letters && case && known) && words.title_senses(at).is_empty()
    };
    let before = first.checked_sub(1).map_or("", |at| words.word(at));
    matches!(name.tokens.len(), 2 | 3)
        && given.any(Senses::GIVEN)
        && lexicon().gender(words.word(first)).is_some()
        && name.tokens.clone().all(plain)
        && lexicon().senses(name.range.slice(words.text)).is_empty()
        && !matches!(before, "the" | "The" | "-" | "‑" | "“" | "\"" | "‘")
        && !words.word(end).starts_with(char::is_uppercase)
        // `Perry High`.
        && !matches!(words.word(end - 1), "High" | "Tech" | "Junior")
}

/// Two or three words with a capital that no list has but as somebody's, in no list together.
fn is_plain(words: &Words<'_>, name: &Name) -> bool {
    let plain = |at: usize| {
        let word = words.word(at);
        let personal = Senses::GIVEN | Senses::SURNAME;
        word.starts_with(char::is_uppercase)
            && word.chars().skip(1).all(char::is_lowercase)
            && words.senses(at).bits() & !personal.bits() == 0
            && words.title_senses(at).is_empty()
    };
    let before = name.tokens.start.checked_sub(1).map_or("", |at| words.word(at));
    matches!(name.tokens.len(), 2 | 3)
        && name.tokens.clone().all(plain)
        && !matches!(before, "the" | "The" | "-")
        && lexicon().senses(name.range.slice(words.text)).is_empty()
}

/// `the interior minister, Yusuf Karnoo, said`: between commas behind who holds an office.
fn is_behind_holder(words: &Words<'_>, name: &Name) -> bool {
    let first = name.tokens.start;
    let from = words.sentence(first).0;
    let office = first >= from + 3
        && words.word(first - 1) == ","
        && words.title_senses(first - 2).any(Senses::OFFICE)
        && is_person(&words.word(first - 2).to_lowercase());
    let before = (from..first).rev().skip(1).take(7).take_while(|&at| words.word(at) != ",");
    let held = before.into_iter().any(|at| {
        matches!(words.word(at), "the" | "The" | "'s" | "’s" | "its" | "his" | "her" | "their")
    });
    office && held && words.word(name.tokens.end) == ","
}

/// Whether a title or an owner stands before the name, or an age or a party behind it.
fn is_beside(words: &Words<'_>, name: &Name) -> bool {
    let (first, end) = (name.tokens.start, name.tokens.end);
    let digit = |at: usize| words.word(at).starts_with(|c: char| c.is_ascii_digit());
    let before = first.checked_sub(1).filter(|&at| at >= words.sentence(first).0);
    let titled = before.is_some_and(|at| {
        let title = words.title_senses(at);
        title.any(Senses::OFFICE | Senses::RANK | Senses::HONORIFIC)
            || matches!(words.word(at), "'s" | "’s")
    });
    let age = words.word(end) == "," && digit(end + 1) && words.word(end + 2) == ",";
    let party = words.word(end) == "("
        && matches!(words.word(end + 1), "R" | "D" | "I")
        && matches!(words.word(end + 2), "-" | "–");
    titled || age || party
}

/// `J.R. Lund`: initials with their points before one plain word.
pub(super) fn is_initialed(words: &Words<'_>, name: &Name) -> bool {
    let (first, last) = (name.tokens.start, name.tokens.end - 1);
    let initials = words.word(first);
    let pairs = initials.as_bytes().chunks(2);
    let all = initials.len() >= 4
        && initials.len() <= 6
        && pairs.clone().all(|pair| matches!(pair, [c, b'.'] if c.is_ascii_uppercase()));
    let word = words.word(last);
    name.tokens.len() == 2
        && all
        && words.senses(first).is_empty()
        && lexicon().powers().of(initials).is_empty()
        && !is_state_abbreviation(initials)
        && word.starts_with(char::is_uppercase)
        && word.chars().skip(1).all(char::is_lowercase)
        && word.chars().count() > 2
        && words.title_senses(last).is_empty()
        && words.senses(last).bits() & !(Senses::GIVEN | Senses::SURNAME).bits() == 0
}

#[cfg(test)]
mod tests {
    use crate::language::NameKind;
    use crate::language::names::tests::{check_name as check, names_of};

    #[test]
    fn initials_make_a_person() {
        check("The trial of J.R. Lund went on.", ("J.R. Lund", NameKind::Person));
    }

    #[test]
    fn who_shares_a_surname_is_a_person() {
        let text = "Meanwhile, the widow, Teresa Pawlek, is relieved. Wal Pawlek says he and his family are still coming to \
                    terms with the loss.";
        check(text, ("Wal Pawlek", NameKind::Person));
    }

    #[test]
    fn who_has_a_title_is_a_person() {
        check("They met Gov. Mary Tarnholt in May.", ("Mary Tarnholt", NameKind::Person));
    }

    #[test]
    fn a_surname_in_the_plural_is_a_family() {
        check(
            "Ann Roe met Bob Tarn, a farmer, on Monday. The Tarns have three dogs.",
            ("Tarns", NameKind::Group),
        );
    }

    #[test]
    fn a_people_with_an_adjective_is_a_group() {
        for text in ["Younger African Americans voted.", "It was read by Korean-Americans in Tarn."]
        {
            let found = names_of(text);
            assert!(found.iter().all(|(name, _)| *name != "Americans"), "{found:?}");
        }
        check("The speech was about American Muslims.", ("American Muslims", NameKind::Group));
    }

    #[test]
    fn aides_are_nobody_by_name() {
        let found = names_of("Reporters spoke with Donald Tarn. Aides said that Tarn was ill.");
        assert!(found.iter().all(|(name, _)| *name != "Aides"), "{found:?}");
    }

    #[test]
    fn a_name_alone_is_that_of_whoever_bears_it() {
        check(
            "Mona Quarlia leads the race. The Quarlia crowd is young.",
            ("Quarlia", NameKind::Person),
        );
        let text = "Ann Roe met Paula Harwick, who came late. The couple's daughter, Paula, spoke.";
        check(text, ("Paula", NameKind::Person));
    }

    #[test]
    fn capitals_name_who_is_named_without_them() {
        check(
            "Mona Zorbel ran.\n\nVOTERS TURN ON ZORBEL AGAIN\n\nNobody asked Zorbel why.",
            ("ZORBEL", NameKind::Person),
        );
    }

    #[test]
    fn a_firm_is_no_person_where_its_whole_name_stands() {
        check(
            "Zorblat had lost money, and Zorblat said so. Zorblat Media hired nobody.",
            ("Zorblat", NameKind::Organization),
        );
    }

    #[test]
    fn who_nobody_is_called_like_is_where_others_live() {
        let text =
            "Corvalle says nothing. They met in Corvalle on Monday. Corvalle asked for help.";
        let found = names_of(text);
        assert!(found.iter().all(|(_, kind)| *kind == NameKind::Place), "{found:?}");
    }

    #[test]
    fn a_given_name_alone_is_its_bearers() {
        check("Mona Harwick spoke. Oh, I know the Mona people came.", ("Mona", NameKind::Person));
    }
}
