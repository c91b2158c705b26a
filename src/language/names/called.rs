//! What a text calls those whom it names: `Harbour Ink, a printing firm` is nobody, and `Vane Roe, a spokeswoman` no place.

use std::collections::BTreeSet;

use super::mend::Words;
use super::told::{head_of, is_company};
use crate::language::coref::words::is_person;
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Arc, Deprel, Name, NameKind, Tag, Upos};

/// Gives the names that are called a body or somebody's office that kind, all of one form the same. Whoever has one of
/// the surnames is a person.
pub(super) fn sort_called(
    words: &Words<'_>,
    arcs: &[Arc],
    surnames: &BTreeSet<&str>,
    names: &mut [Name],
) {
    let mut bodies: BTreeSet<&str> = BTreeSet::new();
    let mut people: BTreeSet<&str> = BTreeSet::new();
    for name in names.iter() {
        let form = name.range.slice(words.text);
        match name.kind {
            NameKind::Person | NameKind::Place | NameKind::Organization
                if is_called_a_body(words, arcs, name) =>
            {
                bodies.insert(form);
            }
            NameKind::Organization | NameKind::Place | NameKind::Other
                if is_called_an_officer(words, arcs, name) =>
            {
                people.insert(form);
            }
            _ => {}
        }
    }
    for name in names {
        let form = name.range.slice(words.text);
        match name.kind {
            NameKind::Person | NameKind::Place
                if bodies.contains(form) && !surnames.contains(form) =>
            {
                name.kind = NameKind::Organization;
            }
            NameKind::Organization | NameKind::Place | NameKind::Other if people.contains(form) => {
                name.kind = NameKind::Person;
            }
            _ => {}
        }
    }
}

/// `Harbour Ink, a small printing firm`, `Zorblat is a maker of lamps`, `the website Zorblat`: what is nobody's given name,
/// and called a body.
pub(super) fn is_called_a_body(words: &Words<'_>, arcs: &[Arc], name: &Name) -> bool {
    // Persons are these, too.
    const MAKERS: &[&str] = &[
        "provider",
        "producer",
        "maker",
        "manufacturer",
        "supplier",
        "distributor",
        "operator",
        "retailer",
        "publisher",
        "broadcaster",
        "developer",
    ];
    let (first, last) = (name.tokens.start, name.tokens.end - 1);
    let senses = lexicon().senses(name.range.slice(words.text));
    let place = senses.any(Senses::ANY_PLACE) || words.title_senses(last).any(Senses::PLACE_HEAD);
    let owner = name.tokens.clone().any(|at| matches!(words.word(at), "'s" | "’s"));
    // `Al-Zorblat` is called Zorblat.
    let article = words.word(first) == "Al" && words.is_tight_hyphen(first + 1);
    let given = words.senses(first).any(Senses::GIVEN) && !article;
    if given || place || owner {
        return false;
    }
    let body = |tag: &Tag| {
        let lemma = tag.lemma.as_str();
        tag.xpos == "NN" && is_company(lemma) && !MAKERS.contains(&lemma) && lemma != "pollster"
    };
    // "Zorblat spokesperson Ann Roe", "Zorblat CEO Ann Roe"
    let officer = matches!(
        words.word(last + 1),
        "CEO" | "CFO" | "spokesperson" | "spokesman" | "spokeswoman" | "shareholders"
    );
    if officer && first == last && last + 1 < words.sentence(first).1 && senses.is_empty() {
        return true;
    }
    let before = first.checked_sub(1).filter(|&at| at >= words.sentence(first).0);
    if before.is_some_and(|at| at > 0 && words.word(at) == "tank" && words.word(at - 1) == "think")
    {
        return true;
    }
    if before.and_then(|at| words.tags.get(at)).is_some_and(body) {
        return true;
    }
    let Some(tag) = called(words, arcs, name) else { return false };
    let surname = words.senses(last).any(Senses::SURNAME);
    let maker = tag.xpos == "NN" && MAKERS.contains(&tag.lemma.as_str());
    body(tag) || maker && !surname
}

/// `Vane Roe, a spokeswoman for the firm`, `Vane Roe is the president`: two or three words that no list has and that end
/// in no word for a body.
fn is_called_an_officer(words: &Words<'_>, arcs: &[Arc], name: &Name) -> bool {
    let last = words.title_senses(name.tokens.end - 1);
    let head = last.any(Senses::ORGANIZATION_HEAD)
        || last.any(Senses::PLACE_HEAD)
        || last.any(Senses::OTHER_HEAD);
    let plain = name.tokens.clone().all(|at| {
        let word = words.word(at);
        let rest = word.strip_suffix('.').filter(|initial| initial.len() == 1).unwrap_or(word);
        word.starts_with(char::is_uppercase) && rest.chars().skip(1).all(char::is_lowercase)
    });
    // `Tom J. Band` is no band.
    let initial = name.tokens.len() == 3
        && words.word(name.tokens.start + 1).ends_with('.')
        && words.senses(name.tokens.start).any(Senses::GIVEN);
    matches!(name.tokens.len(), 2 | 3)
        && plain
        && (!head || initial)
        && lexicon().senses(name.range.slice(words.text)).is_empty()
        && called(words, arcs, name)
            .is_some_and(|tag| tag.xpos == "NN" && is_only_a_person(&tag.lemma))
}

/// Nouns for a person that are said of no body and no thing: a firm may be a maker, a partner or the parent of another, and a
/// program a browser.
fn is_only_a_person(noun: &str) -> bool {
    const DOERS: &[&str] = &[
        "actor",
        "adviser",
        "advisor",
        "ambassador",
        "author",
        "banker",
        "barrister",
        "carpenter",
        "chancellor",
        "commander",
        "commissioner",
        "composer",
        "conductor",
        "councillor",
        "councilor",
        "dancer",
        "director",
        "doctor",
        "editor",
        "engineer",
        "farmer",
        "father",
        "filmmaker",
        "governor",
        "investigator",
        "juror",
        "lawmaker",
        "lawyer",
        "lecturer",
        "mayor",
        "minister",
        "mother",
        "officer",
        "painter",
        "pastor",
        "philosopher",
        "photographer",
        "plumber",
        "preacher",
        "premier",
        "professor",
        "prosecutor",
        "reporter",
        "researcher",
        "sailor",
        "senator",
        "singer",
        "skipper",
        "soldier",
        "teacher",
        "teenager",
        "treasurer",
        "voter",
        "writer",
    ];
    let any = noun.ends_with("er")
        || noun.ends_with("or")
        || matches!(
            noun,
            "adversary"
                | "affiliate"
                | "agent"
                | "ally"
                | "applicant"
                | "beneficiary"
                | "champion"
                | "client"
                | "consultant"
                | "critic"
                | "defendant"
                | "enemy"
                | "favorite"
                | "favourite"
                | "finalist"
                | "foe"
                | "giant"
                | "guardian"
                | "heir"
                | "host"
                | "landlord"
                | "native"
                | "opponent"
                | "parent"
                | "participant"
                | "peer"
                | "plaintiff"
                | "proponent"
                | "recipient"
                | "representative"
                | "rival"
                | "signatory"
                | "specialist"
                | "star"
                | "tenant"
                | "trustee"
                | "victim"
                | "watchdog"
        );
    is_person(noun) && (!any || DOERS.contains(&noun))
}

/// The noun that stands behind a name with an article: `, a printing firm`, `is the president`.
fn called<'a>(words: &Words<'a>, arcs: &[Arc], name: &Name) -> Option<&'a Tag> {
    let (first, end) = (name.tokens.start, name.tokens.end);
    let head = head_of(arcs, name)?;
    let joint = words.word(end);
    let lead = words.word(end + usize::from(matches!(joint, "," | "is" | "was")));
    if end >= words.sentence(first).1 || !matches!(lead, "a" | "an" | "the" | "one") {
        return None;
    }
    let noun = if joint == "," {
        (end + 2..words.sentence(first).1.min(end + 12)).find(|&at| {
            arcs.get(at).is_some_and(|arc| arc.deprel == Deprel::Appos && arc.head == Some(head))
        })
    } else {
        arcs.get(head).filter(|arc| arc.deprel == Deprel::Nsubj).and_then(|arc| arc.head)
    };
    noun.filter(|&noun| words.upos(noun) == Some(Upos::Noun)).and_then(|noun| words.tags.get(noun))
}

#[cfg(test)]
mod tests {
    use crate::language::NameKind;
    use crate::language::names::tests::check_name as check;

    #[test]
    fn what_is_called_a_firm_is_nobody() {
        check(
            "Morvan Draeg, a small printing firm, made the signs. Morvan Draeg was paid in May.",
            ("Morvan Draeg", NameKind::Organization),
        );
    }

    #[test]
    fn what_has_a_spokesman_is_a_body() {
        check(
            "Talks on Zorblat went on. Zorblat spokesperson Ann Roe was calm.",
            ("Zorblat", NameKind::Organization),
        );
    }

    #[test]
    fn who_is_called_a_spokeswoman_is_somebody() {
        check(
            "In Morvan Draeg, a spokeswoman for the mayor, they had a friend.",
            ("Morvan Draeg", NameKind::Person),
        );
        check(
            "In Morvan K. Draeg, an adviser to the mayor, they had a friend.",
            ("Morvan K. Draeg", NameKind::Person),
        );
    }
}
