//! What a name does, and what it is called beside it, tells what it is: who sponsors is no work, and `the group Ash
//! Calls` is a group.

use std::collections::{BTreeMap, BTreeSet};

use super::agree::{alike, in_capitals, like_most};
use super::alike::sort_alike;
use super::called::sort_called;
use super::couples::join_couples;
use super::mend::Words;
use super::short::{sort_short, sort_speaking_places};
use super::somebody::{
    is_initialed, singles, sort_bearers, sort_families, sort_firms, sort_nobody, sort_peoples,
    sort_somebody, sort_strangers,
};
use super::things::{
    coined, is_adjective, is_any_committee, is_bare_title, is_no_actor, is_of_an_office,
    is_title_alone, is_work, join_address, storms,
};
use super::tidy::named;
use crate::language::coref::words::{is_body, is_person};
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Arc, Deprel, Name, NameKind, Upos};

/// The names, those that nothing is known of with the kind that their sentences tell.
pub(super) fn told(words: &Words<'_>, arcs: &[Arc], mut names: Vec<Name>) -> Vec<Name> {
    let alone = |name: &Name| {
        is_title_alone(words, name) && !is_quoted(words, name) && !is_shouted(words, name)
    };
    names.retain(|name| {
        let title = is_bare_title(words, name) || is_of_an_office(words, name) || alone(name);
        !(title || is_any_committee(words, name) || is_adjective(words, name))
    });
    let coined = coined(words, &names);
    let storms = storms(words, &names);
    for name in &mut names {
        let form = name.range.slice(words.text);
        if coined.contains(form) || storms.contains(form) || is_no_actor(words, name) {
            name.kind = NameKind::Other;
        }
    }
    // `a parent, Carla Winter`, taken for a place that no list has.
    for name in &mut names {
        let place = name.kind == NameKind::Place
            && name.tokens.len() == 2
            && lexicon().senses(name.range.slice(words.text)).is_empty();
        // `the ambassador, Hugh Lane`, who is no street.
        let beside = || {
            words.senses(name.tokens.start).any(Senses::GIVEN)
                && head_of(arcs, name).and_then(|head| noun_beside(words, arcs, name, head))
                    == Some(NameKind::Person)
        };
        if place && (kind_told(words, arcs, name) == Some(NameKind::Person) || beside()) {
            name.kind = NameKind::Person;
        }
    }
    sort_addresses(words, arcs, &mut names);
    sort_speaking_places(words, arcs, &mut names);
    let full = |name: &&Name| name.kind == NameKind::Person && name.tokens.len() > 1;
    // `Dahl Polaroid` is no family's name.
    let given = |name: &&Name| words.senses(name.tokens.start).any(Senses::GIVEN);
    let bearers = names.iter().filter(full).filter(given);
    let surnames: BTreeSet<&str> = bearers.map(|name| words.word(name.tokens.end - 1)).collect();
    sort_nobody(words, &surnames, &mut names);
    let mut kinds: BTreeMap<&str, NameKind> = names
        .iter()
        .filter(full)
        .map(|name| (name.range.slice(words.text), NameKind::Person))
        .collect();
    sort_called(words, arcs, &surnames, &mut names);
    sort_somebody(words, &mut names);
    sort_families(words, &surnames, &mut names);
    sort_firms(words, &mut names);
    sort_strangers(words, &mut names);
    sort_bearers(words, &mut names, |name| {
        head_of(arcs, name).is_some_and(|head| {
            acts(words, arcs, head)
                || noun_beside(words, arcs, name, head) == Some(NameKind::Person)
        })
    });
    sort_peoples(words, &mut names);
    sort_short(words, arcs, &mut names);
    let singles = singles(words, &names);
    for (idx, name) in names.iter().enumerate() {
        if name.kind != NameKind::Other || is_work(words, name) {
            continue;
        }
        let body = idx > 0 && is_of(words, &names[idx - 1], name);
        let body = body.then_some(NameKind::Organization);
        if let Some(kind) = body.or_else(|| kind_told(words, arcs, name)) {
            kinds.entry(name.range.slice(words.text)).or_insert(kind);
        }
    }
    for name in &mut names {
        if name.kind != NameKind::Other || is_work(words, name) {
            continue;
        }
        let form = name.range.slice(words.text);
        if let Some(&kind) = kinds.get(form) {
            name.kind = kind;
        } else if name.tokens.len() == 1 && (surnames.contains(form) || singles.contains(form)) {
            // `the Dahl cabinet`, `the Dahl video`.
            name.kind = NameKind::Person;
        } else if let Some(person) = titled(words, name) {
            *name = person;
        } else if is_cited(words, name) || is_initialed(words, name) {
            name.kind = NameKind::Person;
        }
    }
    like_their_neighbours(words, &mut names);
    sort_alike(words, &mut names);
    alike(words.text, &surnames, &mut names);
    like_most(words.text, &mut names);
    in_capitals(words.text, &mut names);
    join_address(words, &mut names);
    join_couples(words, &mut names);
    names
}

/// `Acme, Zeug and Orbit`: in a list of three or more, what nothing is known of is what all others are.
fn like_their_neighbours(words: &Words<'_>, names: &mut [Name]) {
    let listed = |left: &Name, right: &Name| {
        let between: Vec<&str> =
            (left.tokens.end..right.tokens.start).map(|at| words.word(at)).collect();
        matches!(
            between.as_slice(),
            ["," | "and" | "or" | "&"] | [",", "and" | "or" | "the"] | [",", "and", "the"]
        ) && words.sentence(left.tokens.start) == words.sentence(right.tokens.start)
    };
    let mut from = 0;
    while from < names.len() {
        let mut to = from + 1;
        while to < names.len() && listed(&names[to - 1], &names[to]) {
            to += 1;
        }
        let list = &mut names[from..to];
        let mut kinds = list.iter().map(|name| name.kind).filter(|&kind| kind != NameKind::Other);
        if let Some(kind) = kinds.next()
            && kinds.clone().count() >= 1
            && kinds.all(|other| other == kind)
            && matches!(kind, NameKind::Person | NameKind::Organization)
            && list.len() > 2
        {
            for name in list.iter_mut().filter(|name| name.kind == NameKind::Other) {
                let ends = words.title_senses(name.tokens.end - 1);
                let thing = ends.any(Senses::OTHER_HEAD)
                    || name.tokens.clone().any(|at| words.title_senses(at).any(Senses::ANY_TITLE));
                let before = name.tokens.start.saturating_sub(1);
                let article = kind == NameKind::Person && words.word(before) == "the";
                let long = name.tokens.len() > if kind == NameKind::Person { 2 } else { 5 };
                let capital = words.word(name.tokens.start).starts_with(char::is_uppercase);
                if !thing && !article && !long && capital {
                    name.kind = kind;
                }
            }
        }
        from = to;
    }
}

/// `Mayor Tale`: a title of one before a word that is none.
fn titled(words: &Words<'_>, name: &Name) -> Option<Name> {
    let last = name.tokens.end - 1;
    let word = words.word(last);
    let senses = words.title_senses(last);
    let title =
        named(words.tokens, name.tokens.start..last.max(name.tokens.start + 1), NameKind::Other);
    let phrase = title.range.slice(words.text).to_lowercase();
    let known = lexicon().word_senses(&phrase);
    // `Miss Universe` and `King Street` are nobody's names.
    let courtesy =
        matches!(phrase.trim_end_matches('.'), "mr" | "mrs" | "ms" | "dr" | "mlle" | "mme");
    let office = known.any(Senses::OFFICE) || known.any(Senses::RANK) || courtesy;
    (matches!(name.tokens.len(), 2 | 3)
        && office
        && word.chars().count() > 2
        && word.starts_with(char::is_uppercase)
        && word.chars().skip(1).all(char::is_lowercase)
        && senses.is_empty()
        && !is_person(&word.to_lowercase())
        && words.upos(last) == Some(Upos::Propn))
    .then(|| named(words.tokens, last..last + 1, NameKind::Person))
}

/// `Ann Roe of Bright Tide Games`: whom somebody belongs to.
fn is_of(words: &Words<'_>, person: &Name, name: &Name) -> bool {
    let joint = person.tokens.end;
    let first = joint + 1 + usize::from(words.word(joint + 1) == "the");
    person.kind == NameKind::Person
        && person.tokens.len() > 1
        && words.word(joint) == "of"
        && first == name.tokens.start
        && words.word(first).starts_with(char::is_uppercase)
        && !is_quoted(words, name)
}

/// `(Lund et al., 2015)`: whose work is cited.
fn is_cited(words: &Words<'_>, name: &Name) -> bool {
    let end = name.tokens.end;
    words.word(end) == "et" && matches!(words.word(end + 1), "al" | "al.")
}

/// What the words around a name, or its own, tell it to be; `None` where they do not.
fn kind_told(words: &Words<'_>, arcs: &[Arc], name: &Name) -> Option<NameKind> {
    let (first, last) = (name.tokens.start, name.tokens.end - 1);
    let capital = |at: usize| words.word(at).starts_with(char::is_uppercase);
    let quoted = is_quoted(words, name);
    if quoted && is_page(words, first) && !is_shouted(words, name) {
        return Some(NameKind::Organization);
    }
    if !capital(first) || quoted || is_shouted(words, name) {
        return None;
    }
    if first > words.sentence(first).0 && is_page(words, first + 1) {
        return Some(NameKind::Organization);
    }
    let ends = words.title_senses(last);
    if ends.any(Senses::OTHER_HEAD) || ends.any(Senses::PLACE_HEAD) {
        return None;
    }
    if is_body_name(words, name) {
        return Some(NameKind::Organization);
    }
    let lemma = words.tags.get(last).map_or("", |tag| tag.lemma.as_str()).to_lowercase();
    let joined = name.tokens.clone().any(|at| matches!(words.word(at), "of" | "and" | "for"));
    let plural = words.word(last).ends_with('s') && name.tokens.len() > 1 && !joined;
    if plural && is_person(&lemma) {
        return Some(NameKind::Group);
    }
    let plain = |at: usize| {
        let word = words.word(at);
        let letters = word.strip_suffix('.').unwrap_or(word);
        letters.chars().all(|c| c.is_alphabetic() || c == '-' || c == '’' || c == '\'')
            && capital(at)
    };
    let person = matches!(name.tokens.len(), 2 | 3)
        && name.tokens.clone().all(plain)
        && words.senses(first).any(Senses::GIVEN)
        && ends.is_empty()
        && !is_person(&lemma);
    // `leaders such as Storm Tarn`.
    let one_of = name.tokens.len() == 2
        && name.tokens.clone().all(plain)
        && ends.is_empty()
        && lexicon().senses(name.range.slice(words.text)).is_empty()
        && is_one_of_people(words, first);
    if one_of {
        return Some(NameKind::Person);
    }
    let titled = name.tokens.clone().any(|at| words.title_senses(at).any(Senses::ANY_TITLE));
    let head = head_of(arcs, name)?;
    let beside = noun_beside(words, arcs, name, head);
    let does = acts(words, arcs, head);
    let body = beside == Some(NameKind::Organization);
    if person && !body && (does || beside == Some(NameKind::Person)) {
        return Some(NameKind::Person);
    }
    if titled {
        return None;
    }
    let many = name.tokens.len() > 1;
    if body || many && !joined && officers_of(words, arcs, head) {
        return Some(NameKind::Organization);
    }
    // `PlainTalk`, as firms call themselves.
    let camel = words.word(first).chars().skip(1).any(char::is_uppercase)
        && words.word(first).chars().any(char::is_lowercase);
    (does && (many || camel)).then_some(NameKind::Organization)
}

/// `the website “Acme”`: whether the second word before a name's mark is a noun for what one reads.
fn is_page(words: &Words<'_>, at: usize) -> bool {
    at >= 2
        && at - 2 >= words.sentence(at - 1).0
        && matches!(words.word(at - 2), "website" | "site" | "blog" | "forum" | "newsgroup")
}

/// `Acme.com`: who is called by an address of the net is a body where it does something or is the source of something;
/// else it is where something stands.
fn sort_addresses(words: &Words<'_>, arcs: &[Arc], names: &mut [Name]) {
    let does = |name: &Name| {
        let arc = head_of(arcs, name).and_then(|head| arcs.get(head));
        let before = name.tokens.start.checked_sub(2);
        arc.is_some_and(|arc| matches!(arc.deprel, Deprel::Nsubj | Deprel::OblAgent))
            || before.is_some_and(|at| {
                matches!(words.word(at), "according" | "According" | "such" | "Such")
            })
    };
    let acting: BTreeSet<&str> =
        names.iter().filter(|name| does(name)).map(|name| name.range.slice(words.text)).collect();
    for name in names.iter_mut().filter(|name| name.tokens.len() == 1) {
        let form = words.word(name.tokens.start);
        let address = form.rsplit_once('.').is_some_and(|(before, end)| {
            before.len() > 2
                && before.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '.'))
                && matches!(
                    end.to_lowercase().as_str(),
                    "com" | "org" | "net" | "edu" | "gov" | "info"
                )
        });
        if address {
            let acts = acting.contains(form);
            name.kind = if acts { NameKind::Organization } else { NameKind::Other };
        }
    }
}

/// Whether a noun for people and `such as` stand right before a word.
fn is_one_of_people(words: &Words<'_>, first: usize) -> bool {
    let from = words.sentence(first).0;
    let noun = match words.word(first.saturating_sub(1)) {
        "as" if first >= from + 3 && words.word(first - 2) == "such" => first - 3,
        "like" if first >= from + 2 => first - 2,
        _ => return false,
    };
    let noun = if words.word(noun) == "," && noun > from { noun - 1 } else { noun };
    words
        .tags
        .get(noun)
        .is_some_and(|tag| tag.xpos == "NNS" && is_person(&tag.lemma.to_lowercase()))
}

/// The word of the name that hangs on a word outside of it.
pub(super) fn head_of(arcs: &[Arc], name: &Name) -> Option<usize> {
    name.tokens.clone().find(|&at| {
        arcs.get(at).is_some_and(|arc| arc.head.is_none_or(|head| !name.tokens.contains(&head)))
    })
}

fn is_quoted(words: &Words<'_>, name: &Name) -> bool {
    let before = name.tokens.start.checked_sub(1).map_or("", |at| words.word(at));
    let after = words.word(name.tokens.end);
    let mark = |word: &str| matches!(word, "“" | "”" | "\"" | "‘" | "``" | "''" | "«" | "»");
    mark(before) && (mark(after) || mark(words.word(name.tokens.end + 1)))
}

/// In a headline every word has a capital.
pub(super) fn is_shouted(words: &Words<'_>, name: &Name) -> bool {
    let (start, end) = words.sentence(name.tokens.start);
    let (mut capitals, mut all) = (0, 0);
    for at in (start..end).filter(|at| !name.tokens.contains(at)) {
        let word = words.word(at);
        if word.chars().count() > 3 && word.chars().all(char::is_alphabetic) {
            all += 1;
            capitals += usize::from(word.starts_with(char::is_uppercase));
        }
    }
    all == 0 || capitals * 3 > all * 2
}

/// Whether the name does what persons and bodies alone do.
pub(super) fn acts(words: &Words<'_>, arcs: &[Arc], head: usize) -> bool {
    const DEEDS: &[&str] = &[
        "say",
        "tell",
        "announce",
        "report",
        "warn",
        "urge",
        "argue",
        "claim",
        "estimate",
        "sponsor",
        "publish",
        "endorse",
        "criticize",
        "criticise",
        "accuse",
        "ask",
        "demand",
        "plan",
        "hope",
        "believe",
        "propose",
        "pledge",
        "reject",
        "deny",
        "confirm",
        "acknowledge",
        "apologize",
        "apologise",
        "write",
        "respond",
        "reply",
        "vow",
        "hire",
        "sue",
        "decline",
        "refuse",
        "condemn",
        "denounce",
        "donate",
        "file",
        "oppose",
        "petition",
        "conduct",
        "recommend",
        "insist",
        "agree",
        "decide",
        "want",
        "found",
        "conclude",
        "calculate",
        "compile",
        "survey",
        "spend",
    ];
    let Some(arc) = arcs.get(head) else { return false };
    let Some(verb) = arc.head else { return false };
    matches!(arc.deprel, Deprel::Nsubj | Deprel::OblAgent)
        && words.upos(verb) == Some(Upos::Verb)
        && words.tags.get(verb).is_some_and(|tag| DEEDS.contains(&tag.lemma.as_str()))
}

/// What a noun says that the name stands beside: `the firm, Red Ink`, `Ash Calls, a charity`.
fn noun_beside(words: &Words<'_>, arcs: &[Arc], name: &Name, head: usize) -> Option<NameKind> {
    let arc = arcs.get(head)?;
    let kind = |noun: usize| {
        if words.upos(noun) != Some(Upos::Noun) {
            return None;
        }
        let lemma = words.tags.get(noun)?.lemma.to_lowercase();
        let plural = words.tags.get(noun).is_some_and(|tag| tag.xpos == "NNS");
        if is_company(&lemma) && !plural {
            Some(NameKind::Organization)
        } else if is_person(&lemma) && !plural {
            Some(NameKind::Person)
        } else {
            None
        }
    };
    // `advocacy group Ash Calls`: whatever the parser makes of it, no comma stands between.
    let before =
        name.tokens.start.checked_sub(1).filter(|&at| at >= words.sentence(name.tokens.start).0);
    if let Some(kind) = before.and_then(kind) {
        return Some(kind);
    }
    let tied = matches!(arc.deprel, Deprel::Appos | Deprel::Flat | Deprel::NmodDesc);
    if let Some(kind) = arc.head.filter(|&noun| tied && noun < head).and_then(kind) {
        return Some(kind);
    }
    let (_, end) = words.sentence(head);
    (name.tokens.end..end.min(name.tokens.end + 12))
        .find(|&at| {
            arcs.get(at).is_some_and(|arc| {
                arc.deprel == Deprel::Appos
                    && arc.head.is_some_and(|head| name.tokens.contains(&head))
            })
        })
        .and_then(kind)
}

/// Nouns for bodies that a name goes with: not the `office` or the `house` that is somebody's.
pub(super) fn is_company(noun: &str) -> bool {
    is_body(noun)
        && !matches!(
            noun,
            "office"
                | "house"
                | "chamber"
                | "team"
                | "school"
                | "force"
                | "forces"
                | "service"
                | "board"
                | "panel"
        )
        || matches!(
            noun,
            "nonprofit"
                | "non-profit"
                | "startup"
                | "start-up"
                | "publisher"
                | "retailer"
                | "pollster"
                | "thinktank"
                | "maker"
                | "chain"
                | "pac"
                | "station"
        )
}

/// `director of Keep Faith`: what somebody has an office in.
fn officers_of(words: &Words<'_>, arcs: &[Arc], head: usize) -> bool {
    const OFFICERS: &[&str] = &[
        "director",
        "president",
        "chairman",
        "chairwoman",
        "chair",
        "ceo",
        "founder",
        "co-founder",
        "cofounder",
        "editor",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "manager",
        "official",
        "executive",
        "employee",
        "representative",
        "member",
        "staffer",
        "reporter",
        "correspondent",
        "analyst",
        "publisher",
        "owner",
        "chief",
        "counsel",
        "attorney",
        "researcher",
    ];
    let Some(arc) = arcs.get(head) else { return false };
    let Some(noun) = arc.head else { return false };
    let joint = (noun..head).any(|at| {
        matches!(words.word(at), "of" | "for" | "at" | "with")
            && arcs.get(at).is_some_and(|arc| arc.head == Some(head))
    });
    arc.deprel == Deprel::Nmod
        && joint
        && words.tags.get(noun).is_some_and(|tag| OFFICERS.contains(&tag.lemma.as_str()))
}

/// `Federal Office for the Forests`: the word before the first `of` or `for` is one for bodies alone.
pub(super) fn is_body_name(words: &Words<'_>, name: &Name) -> bool {
    const EITHER: &[&str] = &[
        "project",
        "initiative",
        "campaign",
        "mission",
        "house",
        "services",
        "service",
        "review",
        "press",
        "records",
        "times",
        "post",
        "watch",
        "club",
        "energy",
        "oil",
        "gas",
        "front",
        "presidency",
        "band",
        "group",
        "command",
    ];
    let Some(joint) = (name.tokens.start + 1..name.tokens.end.saturating_sub(1))
        .find(|&at| matches!(words.word(at), "of" | "for" | "on" | "against"))
    else {
        return false;
    };
    let head = words.word(joint - 1);
    let lower = head.to_lowercase();
    let senses = words.title_senses(joint - 1);
    head.starts_with(char::is_uppercase)
        && words.word(name.tokens.start).starts_with(char::is_uppercase)
        && senses.any(Senses::ORGANIZATION_HEAD)
        && !senses.any(Senses::PLACE_HEAD)
        && !senses.any(Senses::OTHER_HEAD)
        && !EITHER.contains(&lower.as_str())
}

#[cfg(test)]
mod tests {
    use crate::language::NameKind;
    use crate::language::names::tests::check_name as check;

    #[test]
    fn what_is_read_on_the_net_is_a_body() {
        let text = "They said on the website \"Dawn Wiki\" that they would go on.";
        check(text, ("Dawn Wiki", NameKind::Organization));
        check("Other sites such as Gosspit.com keep it.", ("Gosspit.com", NameKind::Organization));
    }

    #[test]
    fn an_address_is_a_body_where_it_acts() {
        check("Gosspit.com published the letter.", ("Gosspit.com", NameKind::Organization));
        check("He read the letter on Gosspit.com at noon.", ("Gosspit.com", NameKind::Other));
    }

    #[test]
    fn a_lane_may_be_somebody_s_name() {
        check(
            "The kingdom's ambassador, Hugh Lane, thanked them.",
            ("Hugh Lane", NameKind::Person),
        );
    }

    #[test]
    fn what_speaks_is_no_place() {
        check(
            "The owner of the plant, Iberquim, said two workers were missing.",
            ("Iberquim", NameKind::Organization),
        );
    }

    #[test]
    fn who_is_one_of_many_people_is_a_person() {
        check(
            "Party leaders such as Storm Haugland agreed at noon.",
            ("Storm Haugland", NameKind::Person),
        );
    }

    #[test]
    fn what_is_called_a_firm_or_sponsors_is_a_body() {
        check(
            "The civic group Evening Calls is sponsoring a fair.",
            ("Evening Calls", NameKind::Organization),
        );
        check(
            "She hired a small printing firm, Harbour Ink, to make the signs.",
            ("Harbour Ink", NameKind::Organization),
        );
    }

    #[test]
    fn who_is_called_a_parent_is_somebody() {
        check(
            "The school was founded by a parent, Carla Winter.",
            ("Carla Winter", NameKind::Person),
        );
    }

    #[test]
    fn a_list_is_of_like_things() {
        check(
            "They asked Microsoft, Zorblat and Google for help.",
            ("Zorblat", NameKind::Organization),
        );
    }

    #[test]
    fn an_office_for_something_is_a_body() {
        check(
            "The Federal Office for the Forests of the North wrote to her.",
            ("Federal Office for the Forests of the North", NameKind::Organization),
        );
    }

    #[test]
    fn whom_somebody_is_of_is_a_body() {
        check(
            "What is Bright Sent Tiding? Nora Ellis of Bright Sent Tiding made a film.",
            ("Bright Sent Tiding", NameKind::Organization),
        );
    }
}
