//! Names that are somebody's and a place's or a firm's too: `Leeds said` of Ana Leeds, `Calder` of Calder Energy, `the member
//! for Selm`.

use std::collections::{BTreeMap, BTreeSet};

use super::mend::Words;
use crate::language::lexicon::{FormKind, Senses, lexicon};
use crate::language::{Name, NameKind};

fn is_full(name: &Name) -> bool {
    name.kind == NameKind::Person && name.tokens.len() > 1
}

/// The last words of the full names of people.
fn surnames<'a>(words: &Words<'a>, names: &[Name]) -> BTreeSet<&'a str> {
    names.iter().filter(|name| is_full(name)).map(|name| words.word(name.tokens.end - 1)).collect()
}

/// All of these, each by what the text says of it.
pub(super) fn sort_alike(words: &Words<'_>, names: &mut [Name]) {
    sort_namesakes(words, names);
    sort_seats(words, names);
    sort_capitals(words, names);
    sort_acronyms(words, names);
    sort_short_firms(words, names);
    sort_listed_firms(words, names);
    sort_counties(words, names);
}

/// `Leeds said`, in a text that names Ana Leeds and speaks of nothing in the town: a place that is somebody's surname.
fn sort_namesakes(words: &Words<'_>, names: &mut [Name]) {
    let surnames = surnames(words, names);
    // "Harbour News London" is nobody, whatever the labeler says.
    let has_given = |name: &&Name| words.senses(name.tokens.start).any(Senses::GIVEN);
    let given: BTreeSet<&str> = names
        .iter()
        .filter(|name| is_full(name))
        .filter(has_given)
        .map(|name| words.word(name.tokens.end - 1))
        .collect();
    let is_namesake = |name: &&Name| {
        let form = name.range.slice(words.text);
        let senses = lexicon().senses(form);
        let state = senses.any(Senses::STATE);
        let known = if senses.any(Senses::CAPITAL) || state { &given } else { &surnames };
        name.kind == NameKind::Place
            && known.contains(form)
            && (!state || senses.any(Senses::SURNAME) || senses.any(Senses::GIVEN))
    };
    let is_where = |name: &&Name| {
        let before = name.tokens.start.checked_sub(1).map_or("", |at| words.word(at));
        matches!(
            before,
            "in" | "In"
                | "at"
                | "At"
                | "near"
                | "Near"
                | "outside"
                | "Outside"
                | "around"
                | "Around"
                | "across"
                | "Across"
                | "inside"
                | "into"
                | "throughout"
                | "within"
                | "from"
                | "to"
                | "toward"
                | "towards"
                | "through"
        )
    };
    let placed: BTreeSet<&str> = names
        .iter()
        .filter(is_namesake)
        .filter(is_where)
        .map(|name| name.range.slice(words.text))
        .collect();
    for name in names.iter_mut() {
        if is_namesake(&&*name) && !placed.contains(name.range.slice(words.text)) {
            name.kind = NameKind::Person;
        }
    }
}

/// `If Berlin moves, Paris will`: a capital beside another, or in a text that names its state, is no person, unless somebody is
/// called so.
fn sort_capitals(words: &Words<'_>, names: &mut [Name]) {
    let powers = lexicon().powers();
    let of_country = |form: &str| {
        powers
            .of(form)
            .iter()
            .any(|it| it.kind == FormKind::Capital && powers.power(it.power).kind.is_country())
    };
    let is_capital = |name: &Name| of_country(name.range.slice(words.text));
    // "Minister Santiago", "Santiago, 34,", "Santiago, who": somebody, wherever he is named.
    let somebody: BTreeSet<&str> = names
        .iter()
        .filter(|name| name.tokens.len() == 1 && is_capital(name))
        .filter(|name| {
            let (first, end) = (name.tokens.start, name.tokens.end);
            let before = words.title_before(first).is_some();
            let behind = words.word(end) == ","
                && (words.word(end + 1).starts_with(|c: char| c.is_ascii_digit())
                    || matches!(words.word(end + 1), "who" | "whose" | "a" | "the"));
            before || behind
        })
        .map(|name| name.range.slice(words.text))
        .collect();
    let states: BTreeSet<usize> = names
        .iter()
        .filter(|name| name.tokens.len() < 4)
        .flat_map(|name| powers.of(name.range.slice(words.text)))
        .filter(|form| form.kind == FormKind::Name)
        .map(|form| form.power)
        .collect();
    let beside: BTreeSet<(usize, &str)> = names
        .iter()
        .filter(|name| name.kind == NameKind::Place && is_capital(name))
        .map(|name| (words.sentence(name.tokens.start).0, name.range.slice(words.text)))
        .collect();
    let called: BTreeSet<&str> = names
        .iter()
        .filter(|name| is_full(name))
        .flat_map(|name| name.tokens.clone().map(|at| words.word(at)))
        .collect();
    for name in names.iter_mut().filter(|name| name.kind == NameKind::Person) {
        let form = name.range.slice(words.text);
        let start = words.sentence(name.tokens.start).0;
        let titled = words.title_before(name.tokens.start).is_some();
        let other = powers
            .of(form)
            .iter()
            .any(|it| it.kind == FormKind::Capital && states.contains(&it.power))
            || beside.iter().any(|&(sentence, other)| sentence == start && other != form);
        if name.tokens.len() == 1
            && is_capital(name)
            && other
            && !titled
            && !called.contains(form)
            && !somebody.contains(form)
        {
            name.kind = NameKind::Place;
        }
    }
}

/// `MHA` of a text that names the Montana Hospital Association is that body, whatever else it looks like.
fn sort_acronyms(words: &Words<'_>, names: &mut [Name]) {
    let bodies: BTreeSet<String> = names
        .iter()
        .filter(|name| name.kind == NameKind::Organization && name.tokens.len() > 2)
        .map(|name| {
            let capitals = name.tokens.clone().filter_map(|at| words.word(at).chars().next());
            capitals.filter(|first| first.is_uppercase()).collect()
        })
        .collect();
    for name in names.iter_mut().filter(|name| name.tokens.len() == 1) {
        let form = name.range.slice(words.text);
        let listed = lexicon().senses(form).any(Senses::ANY_PLACE);
        if !listed && form.len() > 2 && bodies.contains(form) {
            name.kind = NameKind::Organization;
        }
    }
}

/// `the member for Lower Selm`, `the town of Selm`: whom one sits for and what is governed is a place. `the ruling Sel Dan` is a
/// party.
fn sort_seats(words: &Words<'_>, names: &mut [Name]) {
    const MEMBERS: &[&str] = &[
        "mp",
        "mps",
        "mep",
        "meps",
        "msp",
        "mla",
        "mlc",
        "td",
        "member",
        "members",
        "senator",
        "congressman",
        "congresswoman",
        "councillor",
    ];
    const PLACES: &[&str] = &[
        "constituency",
        "borough",
        "town",
        "city",
        "village",
        "province",
        "district",
        "county",
        "port",
        "region",
        "island",
        "suburb",
        "municipality",
        "parish",
        "mayor",
    ];
    const OFFICES: &[&str] = &["prime", "chief", "first", "lord"];
    // "The members for Lee" are hers.
    let people = surnames(words, names);
    let is_person = |name: &Name| {
        name.kind == NameKind::Person && !people.contains(name.range.slice(words.text))
    };
    let mut places: BTreeSet<&str> = BTreeSet::new();
    for name in names.iter_mut().filter(|name| is_person(name)) {
        let first = name.tokens.start;
        let start = words.sentence(first).0;
        let before = |count: usize| {
            let at = first.checked_sub(count).filter(|&at| at >= start);
            at.map(|at| words.word(at).to_lowercase()).unwrap_or_default()
        };
        let (joint, noun) = (before(1), before(2));
        let held = match joint.as_str() {
            "for" => MEMBERS.contains(&noun.as_str()),
            "of" => {
                PLACES.contains(&noun.as_str())
                    || noun == "minister" && OFFICES.contains(&before(3).as_str())
            }
            _ => false,
        };
        if held {
            name.kind = NameKind::Place;
            places.insert(name.range.slice(words.text));
        } else if matches!(joint.as_str(), "ruling" | "governing") {
            name.kind = NameKind::Organization;
        }
    }
    for name in names.iter_mut().filter(|name| name.kind == NameKind::Person) {
        if places.contains(name.range.slice(words.text)) {
            name.kind = NameKind::Place;
        }
    }
}

/// `Calder` of a text that names Calder Energy, nobody called Calder, and a Calder spokesman; `Angus Roe` of the Angus Roe
/// Institute and its poll.
fn sort_short_firms(words: &Words<'_>, names: &mut [Name]) {
    let form = |name: &Name| name.range.slice(words.text);
    let firms: BTreeSet<&str> = names
        .iter()
        .filter(|name| name.kind == NameKind::Organization && name.tokens.len() > 1)
        .flat_map(|name| {
            let whole = name.range.slice(words.text);
            whole.match_indices(' ').filter_map(|(at, _)| whole.get(..at))
        })
        .collect();
    let people: BTreeSet<&str> = names
        .iter()
        .filter(|name| is_full(name) && !firms.contains(form(name)))
        .flat_map(|name| name.tokens.clone().map(|at| words.word(at)))
        .collect();
    let titled = |name: &Name| {
        let title = words.title_before(name.tokens.start);
        title.is_some_and(|title| title.starts_with(char::is_uppercase))
    };
    let speaks = |name: &Name| {
        matches!(
            words.word(name.tokens.end),
            "spokesman"
                | "spokeswoman"
                | "spokesperson"
                | "shares"
                | "executives"
                | "executive"
                | "shareholders"
                | "poll"
                | "polls"
                | "survey"
        )
    };
    let short = |name: &&Name| name.kind == NameKind::Person && firms.contains(form(name));
    let anyone: BTreeSet<&str> =
        names.iter().filter(short).filter(|name| titled(name)).map(form).collect();
    let spoken_for: BTreeSet<&str> =
        names.iter().filter(short).filter(|name| speaks(name)).map(form).collect();
    for name in names.iter_mut().filter(|name| short(&&**name)) {
        let own = form(name);
        let last = words.word(name.tokens.end - 1);
        let polled = matches!(words.word(name.tokens.end), "poll" | "polls" | "survey");
        let one = name.tokens.len() == 1 || polled;
        if one && spoken_for.contains(own) && !people.contains(last) && !anyone.contains(own) {
            name.kind = NameKind::Organization;
        }
    }
}

/// `Roe, Dahl and Lund counties`: places, whoever else is called so.
fn sort_counties(words: &Words<'_>, names: &mut [Name]) {
    const DIVISIONS: [&str; 6] =
        ["counties", "districts", "municipalities", "parishes", "provinces", "Counties"];
    // Where the names behind, up to the word that tells what they are, begin.
    let mut told: Option<usize> = None;
    for name in names.iter_mut().rev() {
        let end = name.tokens.end;
        let joined = |start: usize| {
            let comma = usize::from(words.word(end) == ",");
            let and = usize::from(words.word(end + comma) == "and");
            comma + and > 0 && end + comma + and == start
        };
        let listed = DIVISIONS.contains(&words.word(end)) || told.is_some_and(joined);
        told = (listed && name.tokens.len() < 3).then_some(name.tokens.start);
        if told.is_some() && matches!(name.kind, NameKind::Person | NameKind::Other) {
            name.kind = NameKind::Place;
        }
    }
}

/// `Disney` of a text that speaks of it time and again before it ever names a Walt Disney in full: the listed firm.
fn sort_listed_firms(words: &Words<'_>, names: &mut [Name]) {
    /// How far, in tokens, a headline and what stands below it reach.
    const OPENING: usize = 120;
    let mut full: BTreeMap<&str, usize> = BTreeMap::new();
    for name in names.iter().filter(|name| is_full(name)) {
        full.entry(words.word(name.tokens.end - 1)).or_insert(name.tokens.start);
    }
    let before = |name: &Name| {
        let firm = words.senses(name.tokens.start).any(Senses::COMPANY | Senses::MEDIA);
        let titled = words.title_before(name.tokens.start).is_some();
        let first = full.get(words.word(name.tokens.start));
        let early = first.is_some_and(|&first| name.tokens.start < first && first > OPENING);
        name.tokens.len() == 1 && firm && !titled && early
    };
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for name in names.iter().filter(|name| before(name)) {
        *counts.entry(words.word(name.tokens.start)).or_default() += 1;
    }
    for name in names.iter_mut().filter(|name| name.kind == NameKind::Person) {
        if before(name) && counts.get(words.word(name.tokens.start)).is_some_and(|&count| count > 1)
        {
            name.kind = NameKind::Organization;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::language::NameKind;
    use crate::language::names::tests::{check_name as check, names_of};

    #[test]
    fn an_acronym_is_the_body_that_it_stands_for() {
        let text = "The Montana Hospital Association said so. MHA President Rich Radcliffe agreed.";
        check(text, ("MHA", NameKind::Organization));
    }

    #[test]
    fn a_capital_in_a_text_on_its_state_is_nobody() {
        let text = "And the United States? Washington demanded an exemption in trade talks.";
        check(text, ("Washington", NameKind::Place));
    }

    #[test]
    fn a_town_that_is_somebody_s_surname_is_that_person() {
        let text = "Harrow tells ministers to act. The minister, Priya Harrow, spoke. Harrow, the member for Dorn, said \
                    that fares were too high.";
        let names = names_of(text);
        let harrow = names.iter().filter(|(name, _)| *name == "Harrow");
        assert!(
            harrow.clone().count() == 2 && harrow.clone().all(|name| name.1 == NameKind::Person),
            "{names:?}"
        );
        // Where it is spoken of as a town, it is one.
        check("Anna Leeds lives in Leeds. The bus to Leeds was late.", ("Leeds", NameKind::Place));
    }

    #[test]
    fn a_firm_may_go_by_its_first_word() {
        let text = "The ruling is a victory for Calder Energy. Calder spokesman Neil Frost said so. Calder disputes it.";
        check(text, ("Calder", NameKind::Organization));
    }

    #[test]
    fn what_one_sits_for_is_a_place_and_what_rules_a_party() {
        check("Fontaine, MP for Eastley, agreed.", ("Eastley", NameKind::Place));
        check("The ruling Sel Dan is divided on the toll.", ("Sel Dan", NameKind::Organization));
        check("Labour leader Aoife Brennan TD said no.", ("Aoife Brennan", NameKind::Person));
        let text =
            "Others, including the Rev. Tom Akers of First Methodist, urged the council to act.";
        check(text, ("Tom Akers", NameKind::Person));
    }

    #[test]
    fn a_firm_is_none_of_its_namesakes_yet() {
        let text = format!(
            "Bloomberg said its index rose. {} Bloomberg estimates the cost at two million. The critic was Otto Bloomberg.",
            "The council met in the old hall by the river and talked about the road. ".repeat(8)
        );
        let found = names_of(&text);
        assert_eq!(found[0], ("Bloomberg", NameKind::Organization));
        assert_eq!(found.last(), Some(&("Otto Bloomberg", NameKind::Person)));
    }

    #[test]
    fn counties_are_places() {
        let found = names_of("The office serves Rogers, Craig and Mayes counties.");
        assert!(found.iter().all(|&(_, kind)| kind == NameKind::Place), "{found:?}");
    }
}
