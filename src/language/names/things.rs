//! What has a capital and never acts: diseases, works, bills, acronyms of plain words, titles without a name.

use std::collections::BTreeSet;

use super::mend::Words;
use super::tidy::named;
use crate::language::coref::words::is_person;
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Name, NameKind, Upos};

/// Acronyms that stand for words without capitals: `photovoltaic (PV) cells`, `liquefied natural gas (LNG)`.
pub(super) fn coined<'a>(words: &Words<'a>, names: &[Name]) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    for name in names.iter().filter(|name| name.tokens.len() == 1) {
        let at = name.tokens.start;
        let form = words.word(at);
        let letters: Vec<char> = form.chars().flat_map(char::to_lowercase).collect();
        let (start, _) = words.sentence(at);
        let bracketed = at > start + 1 && words.word(at - 1) == "(" && words.word(at + 1) == ")";
        let capitals = form.chars().filter(|c| c.is_uppercase()).count();
        if !bracketed || capitals < 2 || !(2..=6).contains(&letters.len()) {
            continue;
        }
        let first = |at: usize| words.word(at).chars().next();
        let long = at > start + letters.len()
            && letters.iter().zip(at - 1 - letters.len()..).all(|(&c, at)| first(at) == Some(c));
        let one = first(at - 2) == letters.first().copied() && {
            let mut rest = words.word(at - 2).chars();
            letters.iter().all(|letter| rest.any(|c| c == *letter))
        };
        if long || one {
            found.insert(form);
        }
    }
    found
}

/// The names of storms, with the noun and without it: `Hurricane Ida`, later `Ida`.
pub(super) fn storms<'a>(words: &Words<'a>, names: &[Name]) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    for name in names.iter().filter(|name| (2..=3).contains(&name.tokens.len())) {
        let noun = words.word(name.tokens.end - 2);
        if matches!(noun, "Hurricane" | "Cyclone" | "Typhoon" | "Storm" | "Superstorm") {
            found.extend([name.range.slice(words.text), words.word(name.tokens.end - 1)]);
        }
    }
    found
}

/// What has a capital and never acts: a disease, a state's programme, a hashtag, a bill by its number.
pub(super) fn is_no_actor(words: &Words<'_>, name: &Name) -> bool {
    const DISEASES: &[&str] = &[
        "COVID", "Covid", "COVID-19", "Covid-19", "SARS", "MERS", "HIV", "AIDS", "Ebola", "Zika",
        "PTSD", "ADHD", "DNA", "RNA", "Internet", "GDP", "Heaven", "Hell",
    ];
    const PROGRAMMES: &[&str] = &["Social Security", "Medicare", "Medicaid", "Obamacare"];
    let form = name.range.slice(words.text);
    // "N700", a sum.
    let sum = form.strip_prefix(|c: char| c.is_ascii_uppercase()).is_some_and(|digits| {
        digits.len() > 2 && digits.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.'))
    });
    // "S$" of a sum in Singapore.
    let cedi = form == "GH" && matches!(words.word(name.tokens.end), "¢" | "₵");
    if sum || cedi || form.contains(['$', '€', '£', '¥', '₹', '₦', '¢', '₵']) {
        return true;
    }
    // `S. 12`, `H.R. 4417`
    let initials = name.tokens.clone().all(|at| {
        let word = words.word(at);
        let letters = |c: char| c.is_uppercase() || c == '.';
        word.chars().all(letters) && (word.contains('.') || word.chars().count() == 1)
    });
    let next = name.tokens.end + usize::from(words.word(name.tokens.end) == ".");
    let number = words.word(next).starts_with(|c: char| c.is_ascii_digit());
    // `the Vice Presidency of Norway`: what somebody holds.
    let office = form.trim_start_matches("Vice ");
    // `Tab 3` of a folder.
    let part = number
        && matches!(
            form,
            "Tab"
                | "Figure"
                | "Table"
                | "Exhibit"
                | "Appendix"
                | "Annex"
                | "Attachment"
                | "Chapter"
                | "Section"
                | "Slide"
                | "Page"
                | "Footnote"
        );
    // `Super Tuesday`, `Black Friday`.
    let day = name.tokens.len() > 1
        && name.kind != NameKind::Person
        && words.senses(name.tokens.end - 1).any(Senses::WEEKDAY);
    let asked = name.tokens.len() > 1
        && name.kind != NameKind::Person
        && matches!(
            words.word(name.tokens.end - 1),
            "Poll" | "Polls" | "Study" | "Wiki" | "Ranking" | "Rankings" | "Primary" | "Primaries"
        );
    // `Second Reading`
    let stage = words.word(name.tokens.end - 1) == "Reading"
        && matches!(words.word(name.tokens.start), "First" | "Second" | "Third");
    // "God forbid", "thank God", "my God"
    let word = |at: Option<usize>| at.map_or("", |at| words.word(at));
    let sworn = form == "God"
        && (matches!(word(Some(name.tokens.end)), "forbid" | "bless" | "willing" | "knows")
            || matches!(
                word(name.tokens.start.checked_sub(1)).to_lowercase().as_str(),
                "thank" | "my" | "oh" | "by"
            ));
    // `the Cabinet Secretary`
    let office_of =
        matches!(form, "Cabinet" | "Labour" | "Treasury" | "Defence" | "Interior" | "Justice")
            && matches!(words.word(name.tokens.end), "Secretary" | "Minister" | "Secretaries");
    day || asked
        || stage
        || sworn
        || office_of
        || DISEASES.contains(&form)
        || office == "Presidency"
        || office.starts_with("Presidency of ")
        || PROGRAMMES.contains(&form)
        || form.starts_with(['#', '@'])
        || part
        || initials
            && number
            && name.tokens.len() < 4
            && !lexicon().senses(form).any(Senses::ANY_PLACE | Senses::ANY_ORGANIZATION)
}

/// `the book Halls of Glass`, `the Harriet Moon novels`: a work, whomever it is called after.
pub(super) fn is_work(words: &Words<'_>, name: &Name) -> bool {
    const WORKS: &[&str] = &[
        "book",
        "novel",
        "film",
        "movie",
        "series",
        "song",
        "album",
        "musical",
        "play",
        "poem",
        "painting",
        "story",
        "franchise",
        "memoir",
        "documentary",
        "opera",
        "essay",
        "article",
        "game",
        "sitcom",
        "show",
        "comic",
    ];
    let noun =
        |at: usize| words.tags.get(at).is_some_and(|tag| WORKS.contains(&tag.lemma.as_str()));
    let (start, end) = words.sentence(name.tokens.start);
    let before = name.tokens.start;
    before > start && noun(before - 1)
        || before > start + 1
            && matches!(words.word(before - 1), "," | "“" | "\"" | "‘")
            && noun(before - 2)
        || name.tokens.end < end && noun(name.tokens.end)
}

/// `Madam Chair`: whoever holds the office.
pub(super) fn is_bare_title(words: &Words<'_>, name: &Name) -> bool {
    let office = |at: usize| {
        matches!(
            words.word(at),
            "Chair"
                | "Chairman"
                | "Chairwoman"
                | "Chairperson"
                | "President"
                | "Madam"
                | "Mr."
                | "Mr"
                | "Mrs."
                | "Sir"
                | "CM"
                | "PM"
                | "MP"
                | "MEP"
                | "MLA"
                | "CEO"
                | "CS"
        )
    };
    // `the Governor`, and no Mr. Governor.
    let the = name.tokens.start.checked_sub(1).is_some_and(|at| {
        matches!(words.word(at), "the" | "The" | "a" | "A" | "our" | "Our" | "my" | "My")
    });
    let held = the
        && name.tokens.len() == 1
        && matches!(
            words.word(name.tokens.start),
            "Governor"
                | "Mayor"
                | "Minister"
                | "Premier"
                | "Chancellor"
                | "Senator"
                | "Ambassador"
                | "Commissioner"
                | "Secretary"
                | "Congressman"
                | "Congresswoman"
        );
    // `this State` and `Senators` are no names either.
    let own = name.tokens.start.checked_sub(1).is_some_and(|at| {
        matches!(
            words.word(at).to_lowercase().as_str(),
            "this" | "our" | "my" | "your" | "his" | "her" | "their" | "its"
        )
    });
    let one = name.tokens.len() == 1;
    let noun = one
        && match words.word(name.tokens.start) {
            "Bill" | "Act" | "Motion" | "Treaty" => the || own,
            "State" | "City" | "County" | "Nation" | "Country" | "Republic" => own,
            // `the three Senators` are somebody.
            "Senators" | "Congressmen" | "Representatives" | "Governors" | "Mayors" => {
                let before = name.tokens.start.checked_sub(1).and_then(|at| words.upos(at));
                !matches!(before, Some(Upos::Det | Upos::Num))
            }
            _ => false,
        };
    // `the Vice President`, of which the labeler takes the first word for a firm's.
    let vice = one
        && matches!(words.word(name.tokens.start), "Vice" | "Deputy")
        && words.title_senses(name.tokens.end).any(Senses::OFFICE);
    noun || held || vice || name.kind != NameKind::Other && name.tokens.clone().all(office)
}

/// `Chief Justice`, `Latino Senator`, `Director of Public Works`: what somebody is, which the labeler took for the name of a
/// thing.
pub(super) fn is_title_alone(words: &Words<'_>, name: &Name) -> bool {
    let tokens = &name.tokens;
    let of = (tokens.start + 1..tokens.end).find(|&at| matches!(words.word(at), "of" | "for"));
    let head = of.unwrap_or(tokens.end) - 1;
    let church =
        matches!(words.word(head), "Archbishop" | "Bishop" | "Patriarch" | "Imam" | "Rabbi");
    let title = (church || words.title_senses(head).any(Senses::OFFICE | Senses::RANK))
        && is_person(&words.word(head).to_lowercase());
    let small = |at: usize| words.word(at).chars().skip(1).all(char::is_lowercase);
    // `Independent TD for Clare`
    let sits = tokens.end > head + 2
        && matches!(words.word(head), "MP" | "MEP" | "MSP" | "MLA" | "MLC" | "MNA" | "MPP" | "TD")
        && words.word(head + 1) == "for";
    if sits {
        return true;
    }
    // `Chancellor of the Exchequer`, taken for a body; the `Norland High Commissioner for Refugees` is one.
    let held = of.is_some()
        && head == tokens.start
        && matches!(name.kind, NameKind::Organization | NameKind::Place);
    (name.kind == NameKind::Other || held)
        && tokens.len() > 1
        && title
        && (tokens.start..=head).all(small)
        && words.upos(tokens.end) != Some(Upos::Propn)
        && !matches!(words.word(tokens.start), "The" | "A" | "An")
        && !is_work(words, name)
}

/// `Federal agencies`, `a Republican convention`: an adjective that names no body.
pub(super) fn is_adjective(words: &Words<'_>, name: &Name) -> bool {
    matches!(name.kind, NameKind::Organization | NameKind::Place)
        && name.tokens.len() == 1
        && words.upos(name.tokens.start) == Some(Upos::Adj)
        && matches!(
            words.word(name.tokens.start),
            "Republican"
                | "Democratic"
                | "Liberal"
                | "Conservative"
                | "Federal"
                | "Congressional"
                | "Presidential"
                | "Parliamentary"
                | "Northern"
                | "Southern"
                | "Eastern"
                | "Western"
        )
}

/// `the super PAC`: one of many.
pub(super) fn is_any_committee(words: &Words<'_>, name: &Name) -> bool {
    let form = name.range.slice(words.text);
    let form = form.strip_prefix("Super ").or(form.strip_prefix("super ")).unwrap_or(form);
    matches!(form, "PAC" | "PACs")
}

/// `the secretary of State`: a part of what somebody is, and no land.
pub(super) fn is_of_an_office(words: &Words<'_>, name: &Name) -> bool {
    let first = name.tokens.start;
    let secretary = |at: usize| {
        let word = words.word(at).to_lowercase();
        word.ends_with("secretary") || word == "secretaries"
    };
    name.tokens.len() == 1
        && words.word(first) == "State"
        && first >= words.sentence(first).0 + 2
        && words.word(first - 1) == "of"
        && secretary(first - 2)
}

/// Makes `State of the Union`, a speech, one name that means neither.
pub(super) fn join_address(words: &Words<'_>, names: &mut Vec<Name>) {
    let start = |name: &Name| {
        let last = name.tokens.end - 1;
        let first = last.checked_sub(3).filter(|&first| first >= words.sentence(last).0)?;
        let is = |at: usize, word: &str| words.word(at).eq_ignore_ascii_case(word);
        let speech = words.word(last) == "Union"
            && is(first, "state")
            && is(first + 1, "of")
            && is(first + 2, "the");
        (speech && name.tokens.start >= first).then_some(first)
    };
    let speeches: Vec<Name> = names
        .iter()
        .filter_map(|name| Some((start(name)?, name.tokens.end)))
        .map(|(first, end)| named(words.tokens, first..end, NameKind::Other))
        .collect();
    for speech in speeches {
        names.retain(|name| !name.range.overlaps(speech.range));
        let at = names.partition_point(|name| name.tokens.start < speech.tokens.start);
        names.insert(at, speech);
    }
}

#[cfg(test)]
mod tests {
    use crate::language::NameKind;
    use crate::language::names::tests::names_of;

    #[test]
    fn what_stands_for_plain_words_never_acts() {
        let names = names_of("It makes photovoltaic (PV) cells. The PV plant is new.");
        assert_eq!(names, [("PV", NameKind::Other), ("PV", NameKind::Other)]);
        assert_eq!(names_of("Nobody came because of COVID."), [("COVID", NameKind::Other)]);
    }

    #[test]
    fn this_state_is_no_name() {
        let names =
            names_of("Ostland is the State of Sun. It has done much for this State and this city.");
        assert_eq!(names, [("Ostland", NameKind::Place), ("State of Sun", NameKind::Other)]);
    }

    #[test]
    fn a_storm_never_acts() {
        let names =
            names_of("Cyclone Vanda hit the coast of Norway. People fled from Vanda in buses.");
        let storms = [("Cyclone Vanda", NameKind::Other), ("Vanda", NameKind::Other)];
        assert!(storms.iter().all(|storm| names.contains(storm)), "{names:?}");
    }

    #[test]
    fn a_speech_and_a_title_hold_no_names() {
        let speech = [("State of the Union", NameKind::Other)];
        assert_eq!(names_of("She heard the State of the Union address."), speech);
        assert_eq!(names_of("The secretary of State spoke."), []);
    }

    #[test]
    fn an_oath_names_nobody() {
        let found = names_of("It would lead to civil war, God forbid, said Ann Roe.");
        assert!(!found.contains(&("God", NameKind::Person)), "{found:?}");
    }

    #[test]
    fn a_title_alone_is_no_name() {
        let found = names_of("Ann Roe is the first Jewish Senator from Norway.");
        assert!(found.iter().all(|(name, _)| !name.contains("Senator")), "{found:?}");
        assert_eq!(names_of("A super PAC paid for it, and the PAC will pay again."), []);
    }

    #[test]
    fn a_day_and_a_poll_are_nobody() {
        let found = names_of("On Super Tuesday the Riverton University Poll came out.");
        assert!(found.iter().all(|(_, kind)| *kind == NameKind::Other), "{found:?}");
    }

    #[test]
    fn an_adjective_is_no_body() {
        assert_eq!(names_of("Liberal and conservative economists agree."), []);
    }
}
