//! Of what kind somebody is one: `politicians like Ana Ruiz`, `Ana Ruiz and other donors`, `economists Tom Hall and Ana
//! Ruiz`, `Tom Hall and Ana Ruiz, economists at the harbour bank`; and the nouns for what a place or a body is.

use std::ops::Range;

use super::aside::is_someone;
use super::done::first_of_several;
use super::wording::opens_common;
use crate::document::Document;
use crate::language::coref::{Form, Mention, words};
use crate::language::{Analysis, Deprel, NameKind, Upos};
use crate::text::{TextRange, one_line, small};

/// More words before the noun than these are no kind, but a story.
const MOST_BEFORE: usize = 5;
/// More behind it are none either.
const MOST_BEHIND: usize = 9;

/// The kind that a text names beside the mention of a person or, else, a body, in the singular, with its place.
pub(super) fn of(
    document: &Document,
    analysis: &Analysis,
    mention: &Mention,
    person: bool,
) -> Option<(String, TextRange)> {
    let word = |token: usize| analysis.word(document, token);
    // `the donors Ana and Tom Lund`: two who are named together are no one of them.
    let couple = analysis.name_kind(mention.head) == Some(NameKind::Group)
        && mention.tokens.clone().any(|token| word(token) == "and");
    if mention.form != Form::Name || couple {
        return None;
    }
    let fits = |noun: usize| {
        let lemma = analysis.lemma(noun);
        let kind = if person {
            is_someone(lemma)
        } else {
            words::is_body(lemma) || lemma.ends_with("er") || lemma.ends_with("or")
        };
        analysis.xpos(noun) == "NNS" && kind
    };
    let first = first_of_several(analysis, mention.head);
    let marked = analysis.children(first).any(|child| {
        child < first
            && matches!(analysis.deprel(child), Deprel::Case | Deprel::Mark)
            && matches!(word(child), "such" | "like" | "including")
    });
    // `critics of the council, including Ana Ruiz`: a parser may tie the name to the nearest noun.
    let above = || analysis.ancestors(first).take(3).find(|&noun| noun < first && fits(noun));
    // `economists Tom Hall and Ana Ruiz`: a noun of several right before the first of several names.
    let titled = || {
        let noun = first.checked_sub(1)?;
        let several = first != mention.head || analysis.child_as(first, Deprel::Conj).is_some();
        // `brothers Tom and Paul Hall` are brothers of each other.
        let kin = words::is_kin(analysis.lemma(noun)) && analysis.subtree(noun).start == noun;
        (several && fits(noun) && !kin).then_some(noun)
    };
    let others = || {
        let mut beside = analysis.children_as(first, Deprel::Conj);
        beside
            .find(|&noun| fits(noun) && analysis.children(noun).any(|child| word(child) == "other"))
    };
    // `her old rivals, Ana Ruiz and Tom Hall,`, `three hopefuls: Ana Ruiz, Tom Hall and Eva Lind`.
    let listed = || {
        let noun = analysis.head(first).filter(|_| analysis.deprel(first) == Deprel::Appos)?;
        let several = analysis.child_as(first, Deprel::Conj).is_some();
        let mark = analysis.subtree(first).start.checked_sub(1)?;
        let parts = |at: usize| matches!(word(at), "," | ":" | "—" | "–" | "--" | "-");
        let near = parts(mark) && noun + 1 == mark || parts(mark + 1) && noun == mark;
        (several && near && fits(noun)).then_some(noun)
    };
    let before = marked.then(above).flatten().or_else(others).or_else(titled).or_else(listed);
    let Some(noun) = before else { return behind(document, analysis, first, fits) };
    let mut start = noun;
    while let Some(before) = start.checked_sub(1) {
        let inside =
            matches!(analysis.upos(before), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Verb)
                && analysis.is_within(before, noun)
                && !matches!(
                    word(before).to_lowercase().as_str(),
                    "other"
                        | "including"
                        | "fellow"
                        | "several"
                        | "many"
                        | "some"
                        | "few"
                        | "such"
                        | "more"
                        | "most"
                );
        // `well-known`.
        let hyphen = before > 0 && (word(before) == "-" || word(start) == "-");
        if !(inside || hyphen) || noun - before > MOST_BEFORE {
            break;
        }
        start = before;
    }
    // `prominent members such as Ana Ruiz`: of what is said elsewhere.
    let whole = analysis.lemma(noun) != "member"
        || (start..noun)
            .any(|token| analysis.name_kind(token).is_some() || analysis.upos(token) == Upos::Noun);
    whole.then(|| told(document, analysis, start..noun + 1, noun))
}

/// The words about several, in the singular, with their place.
fn told(
    document: &Document,
    analysis: &Analysis,
    tokens: Range<usize>,
    noun: usize,
) -> (String, TextRange) {
    let slice = |tokens: Range<usize>| {
        if tokens.is_empty() { "" } else { analysis.cover(tokens).slice(document.text()) }
    };
    let (before, after) = (slice(tokens.start..noun), slice(noun + 1..tokens.end));
    let one = one_of(document, analysis, noun);
    // `front-`, and `runner`.
    let space = if before.is_empty() || before.ends_with('-') { "" } else { " " };
    let text = one_line(&format!("{before}{space}{one} {after}"));
    // `Rival candidates Tom Hall and Ana Ruiz left`.
    let text = if opens_common(document, analysis, tokens.start) { small(&text) } else { text };
    (text, analysis.cover(tokens))
}

/// `Tom Hall and Ana Ruiz, economists at the harbour bank,`: what stands behind the last of several is each of them.
fn behind(
    document: &Document,
    analysis: &Analysis,
    first: usize,
    fits: impl Fn(usize) -> bool,
) -> Option<(String, TextRange)> {
    let word = |token: usize| analysis.word(document, token);
    let person = |token: usize| analysis.name_kind(token) == Some(NameKind::Person);
    let last = analysis.children_as(first, Deprel::Conj).rfind(|&other| person(other))?;
    let comma = (last..last + 5).find(|&token| !person(token)).filter(|&at| word(at) == ",")?;
    let sentence = analysis.sentence_of(first);
    let beside =
        |token: usize| token < analysis.tokens.len() && analysis.sentence_of(token) == sentence;
    // `both`, `the two`.
    let start = (comma + 1..comma + 4)
        .find(|&token| !matches!(analysis.upos(token), Upos::Det | Upos::Num | Upos::Cconj))
        // `his wife, Ana, and two friends`.
        .filter(|_| !matches!(word(comma + 1), "and" | "or" | "but"))?;
    let before = |token: usize| {
        beside(token)
            && (matches!(analysis.upos(token), Upos::Noun | Upos::Propn | Upos::Adj)
                || matches!(word(token), "-" | "'s" | "’s"))
            && !person(token)
    };
    let noun = (start..=start + MOST_BEFORE)
        .take_while(|&token| before(token))
        .filter(|&token| fits(token))
        .last()?;
    let tied = analysis.head(noun) == Some(first) || analysis.head(noun) == Some(last);
    let stops = |token: usize| {
        !beside(token)
            || !analysis.is_within(token, noun)
            || matches!(
                word(token),
                "," | ";" | "—" | "–" | "--" | "(" | "who" | "whose" | "that" | "which"
            )
            || matches!(analysis.upos(token), Upos::Verb | Upos::Aux)
    };
    let end = (noun + 1..=analysis.tokens.len()).find(|&token| stops(token))?;
    // `Tom Hall and Ana Ruiz, friends of whom nobody spoke`; but `, parents of two sailors killed in May,`.
    let closed = !beside(end)
        || analysis.xpos(end) == "VBN" && analysis.upos(end - 1).is_nominal()
        || matches!(word(end), "," | "." | ";" | "—" | "–" | "--" | "who" | "whose" | "that");
    // `the mayors of Oslo and Bergen`: each is of one.
    let shared = (noun + 1..end).any(|token| word(token) == "and");
    let whole = end - noun <= MOST_BEHIND && analysis.upos(end - 1) != Upos::Adp && !shared;
    (tied && closed && whole).then(|| told(document, analysis, start..end, noun))
}

/// The singular of a noun: `MP` of `MPs`.
pub(super) fn one_of<'a>(document: &'a Document, analysis: &'a Analysis, noun: usize) -> &'a str {
    let several = analysis.word(document, noun);
    let short = several.strip_suffix('s').filter(|one| one.chars().all(char::is_uppercase));
    short.unwrap_or_else(|| analysis.lemma(noun))
}

/// Nouns that are true of any body, and so tell of none what it is.
pub(super) fn says_nothing(role: &str) -> bool {
    matches!(
        role.to_lowercase().as_str(),
        "agency"
            | "body"
            | "company"
            | "corporation"
            | "entity"
            | "firm"
            | "group"
            | "institution"
            | "organisation"
            | "organization"
            | "outfit"
            | "party"
    )
}

/// Nouns for a part of something, which tell little where it is not said of what.
pub(super) fn is_part(role: &str) -> bool {
    matches!(
        role.to_lowercase().as_str(),
        "affiliate" | "arm" | "branch" | "division" | "subsidiary" | "unit" | "wing"
    )
}

/// Nouns for what a place or a state is.
pub(super) fn is_place(noun: &str) -> bool {
    matches!(
        noun,
        "ally"
            | "archipelago"
            | "area"
            | "atoll"
            | "backer"
            | "battleground"
            | "birthplace"
            | "bloc"
            | "buyer"
            | "capital"
            | "center"
            | "centre"
            | "city"
            | "colony"
            | "consumer"
            | "contributor"
            | "country"
            | "county"
            | "creditor"
            | "debtor"
            | "democracy"
            | "district"
            | "donor"
            | "economy"
            | "enclave"
            | "exclave"
            | "exporter"
            | "foe"
            | "heartland"
            | "hub"
            | "importer"
            | "island"
            | "kingdom"
            | "lender"
            | "market"
            | "member"
            | "monarchy"
            | "municipality"
            | "nation"
            | "neighbor"
            | "neighborhood"
            | "neighbour"
            | "neighbourhood"
            | "outpost"
            | "peninsula"
            | "polluter"
            | "port"
            | "power"
            | "powerhouse"
            | "producer"
            | "province"
            | "region"
            | "republic"
            | "resort"
            | "rival"
            | "site"
            | "state"
            | "stronghold"
            | "suburb"
            | "superpower"
            | "supplier"
            | "supporter"
            | "territory"
            | "town"
            | "village"
            | "waterway"
    )
}

/// Nouns for what a body is, of which some are none by themselves.
pub(super) fn is_something(noun: &str) -> bool {
    words::is_body(noun)
        || noun.ends_with("maker")
        || matches!(
            noun,
            "accord"
                | "affiliate"
                | "agreement"
                | "airline"
                | "app"
                | "arm"
                | "band"
                | "behemoth"
                | "body"
                | "boutique"
                | "branch"
                | "brand"
                | "brokerage"
                | "carrier"
                | "cartel"
                | "chain"
                | "collective"
                | "consultancy"
                | "contractor"
                | "cooperative"
                | "crew"
                | "daily"
                | "developer"
                | "division"
                | "exporter"
                | "faction"
                | "forum"
                | "gathering"
                | "giant"
                | "hotel"
                | "importer"
                | "imprint"
                | "initiative"
                | "insurer"
                | "law"
                | "lender"
                | "library"
                | "lobby"
                | "manufacturer"
                | "monopoly"
                | "nonprofit"
                | "offshoot"
                | "operator"
                | "orchestra"
                | "outfit"
                | "pac"
                | "pact"
                | "partnership"
                | "platform"
                | "podcast"
                | "producer"
                | "program"
                | "programme"
                | "project"
                | "provider"
                | "regulator"
                | "resort"
                | "restaurant"
                | "retailer"
                | "scheme"
                | "site"
                | "start-up"
                | "studio"
                | "subsidiary"
                | "summit"
                | "supplier"
                | "tank"
                | "theater"
                | "theatre"
                | "treaty"
                | "unit"
                | "utility"
                | "venture"
                | "watchdog"
                | "weekly"
                | "wing"
        )
}

#[cfg(test)]
mod tests {
    use crate::briefing::actors::testing::check_role as check;

    #[test]
    fn one_of_a_kind_is_told_by_the_kind() {
        let text =
            "The town was angry with well-known politicians like Anna Okafor and Paul Reyes.";
        check(text, "Anna Okafor", "well-known politician");
        check(text, "Paul Reyes", "well-known politician");
        check(
            "The money came from several rich donors, including Nadia Brandt.",
            "Nadia Brandt",
            "rich donor",
        );
    }

    #[test]
    fn several_names_behind_a_noun_are_each_one_of_them() {
        let text = "The mayor met her old rivals, Anna Okafor and Paul Reyes, on Monday.";
        check(text, "Anna Okafor", "old rival");
        check(text, "Paul Reyes", "old rival");
    }

    #[test]
    fn what_stands_behind_several_is_each_of_them() {
        let text =
            "Tom Hall and Nadia Brandt, economists at the University of Oslo, wrote the book.";
        check(text, "Tom Hall", "economist at the University of Oslo");
        check(text, "Nadia Brandt", "economist at the University of Oslo");
        let text =
            "The town met Tom Hall and Nadia Brandt, two rich bankers who had paid for the bridge.";
        check(text, "Nadia Brandt", "rich banker");
    }

    #[test]
    fn figures_and_stars_are_people() {
        let text = "The mayor says senior Labor figures Anna Okafor and Paul Reyes will help.";
        check(text, "Anna Okafor", "senior Labor figure");
        check(text, "Paul Reyes", "senior Labor figure");
    }

    #[test]
    fn who_is_listed_behind_a_wife_is_another() {
        let text =
            "Paul Reyes was flanked by his wife, Nadia, and Norway Service agents. Reyes left.";
        check(text, "Nadia", "Reyes’ wife");
    }

    #[test]
    fn a_title_of_several_is_that_of_the_second_too() {
        check(
            "The study by the young economists Tom Hall and Nadia Brandt was shown in May.",
            "Nadia Brandt",
            "young economist",
        );
    }

    #[test]
    fn what_two_are_may_have_a_clause_behind_it() {
        check(
            "Tom Hall and Ana Ruiz, parents of two sailors killed in May, spoke on Monday. Ruiz wept.",
            "Ana Ruiz",
            "parent of two sailors",
        );
    }

    #[test]
    fn two_who_are_named_together_are_more_than_one_of_a_kind() {
        let text =
            "The conservative activists Robert and Rebekah Mercero gave money. They own a mill.";
        check(text, "Robert and Rebekah Mercero", "conservative activists");
    }
}
