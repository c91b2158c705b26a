//! What a list knows as nothing but a body or a place, where it stands with a capital inside a sentence and the
//! labeler has passed it over: `it asked Congress`; and what `and` ties into one name of an office, or two names.

use super::features::longest_listed;
use super::mend::Words;
use super::tidy::named;
use crate::language::coref::words::is_body;
use crate::language::lexicon::{Senses, lexicon};
use crate::language::modal::has_government;
use crate::language::{Name, NameKind, Upos};

/// The names with those that a list has.
pub(super) fn with_listed(words: &Words<'_>, names: Vec<Name>) -> Vec<Name> {
    let mut all = Vec::with_capacity(names.len());
    let mut known = names.into_iter().peekable();
    for sentence in words.sentences {
        let shouted = is_title_case(words, sentence.tokens.clone());
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            if let Some(name) = known.next_if(|name| name.tokens.start <= at) {
                at = name.tokens.end.max(at + 1);
                let taken = all.last().map_or(0, |last: &Name| last.tokens.end);
                all.push(whole_body(words, name, taken));
                continue;
            }
            let free = known.peek().map_or(sentence.tokens.end, |name| name.tokens.start);
            let free = free.min(sentence.tokens.end);
            let found = if shouted { None } else { listed(words, sentence.tokens.start, at, free) };
            match found {
                Some(name) => {
                    at = name.tokens.end;
                    all.push(name);
                }
                None => at += 1,
            }
        }
    }
    all.extend(known);
    all
}

/// The listed body that a place is the end of, `Age UK`; no words before `taken` are free.
fn whole_body(words: &Words<'_>, name: Name, taken: usize) -> Name {
    /// In words, before the place.
    const LONGEST: usize = 3;
    if name.kind != NameKind::Place {
        return name;
    }
    let first = name.tokens.start;
    let from = words.sentence(first).0.max(taken).max(first.saturating_sub(LONGEST));
    let body = (from..first).find(|&at| {
        let (len, senses) =
            longest_listed(lexicon(), words.text, words.tokens, at..name.tokens.end);
        // "both sides of the Atlantic" is no magazine.
        words.word(at).starts_with(char::is_uppercase)
            && !words.word(at).eq_ignore_ascii_case("the")
            && at + len == name.tokens.end
            && senses.any(Senses::ANY_ORGANIZATION)
    });
    body.map_or(name.clone(), |at| named(words.tokens, at..name.tokens.end, NameKind::Organization))
}

fn listed(words: &Words<'_>, start: usize, at: usize, free: usize) -> Option<Name> {
    let capital = |at: usize| words.word(at).starts_with(char::is_uppercase);
    // `WHO says`, whatever the tagger makes of it.
    let form = words.word(at);
    let acronym = form.len() > 2 && form.chars().all(|c| c.is_ascii_uppercase());
    let body = lexicon().senses(form);
    if acronym && body.any(Senses::BODY) && free > at {
        return Some(named(words.tokens, at..at + 1, NameKind::Organization));
    }
    if is_door(words, at, free) {
        return Some(named(words.tokens, at..at + 2, NameKind::Place));
    }
    if !capital(at) || at == start || words.upos(at) == Some(Upos::Adj) {
        return None;
    }
    let (len, senses) = longest_listed(lexicon(), words.text, words.tokens, at..free);
    let only = |wanted: Senses| senses.any(wanted) && senses.bits() & !wanted.bits() == 0;
    let kind = if only(Senses::ANY_ORGANIZATION) {
        NameKind::Organization
    } else if only(Senses::ANY_PLACE) && !only(Senses::CITY) {
        NameKind::Place
    } else if is_body_at_large(words, at) {
        NameKind::Organization
    } else {
        return None;
    };
    let len = len.max(1);
    let end = at + len;
    // `the Congress Hotel` and `Acme Congress` are called after it; a hyphen makes it a part of a word.
    let tied = |at: usize| {
        capital(at) && words.upos(at) == Some(Upos::Propn)
            || matches!(words.word(at), "-" | "‑" | "&")
    };
    let before = at - 1 > start && tied(at - 1);
    let apart = end >= words.sentence(at).1 || !tied(end);
    (!before && apart && words.upos(at) == Some(Upos::Propn))
        .then(|| named(words.tokens, at..end, kind))
}

/// `No 10 declined`, `sources in No 10`: a seat of government by the number at its door, where it acts or owns, or somebody
/// is in it.
fn is_door(words: &Words<'_>, at: usize, free: usize) -> bool {
    let end = at + 2;
    let number = words.word(at + 1).bytes().all(|byte| byte.is_ascii_digit());
    if !number || end > free || !matches!(words.word(at), "No" | "No." | "Number") {
        return false;
    }
    let (len, senses) = longest_listed(lexicon(), words.text, words.tokens, at..end);
    let acts = matches!(words.upos(end), Some(Upos::Verb | Upos::Aux));
    let owns = matches!(words.word(end), "’s" | "'s");
    let before = at.checked_sub(1).map_or("", |before| words.word(before));
    len == 2
        && senses.any(Senses::SEAT)
        && (acts || owns || matches!(before, "in" | "inside"))
        && has_government(words.text)
}

/// `the Legislature`: a body's noun with a capital, where it is clear which one is meant.
fn is_body_at_large(words: &Words<'_>, at: usize) -> bool {
    const LIKE_STATES: &[&str] = &[
        "government",
        "administration",
        "regime",
        "military",
        "army",
        "navy",
        "force",
        "forces",
        "police",
        "authorities",
        "state",
        "office",
        "group",
        "house",
        "defense",
        "defence",
        "mission",
        "service",
        "trust",
        "union",
        "court",
        "church",
        "party",
        "league",
        "society",
        "fund",
        "network",
        "school",
        "wing",
        "center",
        "centre",
        "team",
        "guard",
        "board",
    ];
    let noun = words.word(at).to_lowercase();
    at > 0
        && words.word(at - 1).eq_ignore_ascii_case("the")
        && is_body(&noun)
        && !LIKE_STATES.contains(&noun.as_str())
}

/// Whether most words of a sentence have a capital, as in headlines.
fn is_title_case(words: &Words<'_>, tokens: std::ops::Range<usize>) -> bool {
    let (mut capitals, mut all) = (0, 0);
    for at in tokens {
        let word = words.word(at);
        if word.chars().count() > 3 && word.chars().all(char::is_alphabetic) {
            all += 1;
            capitals += usize::from(word.starts_with(char::is_uppercase));
        }
    }
    capitals * 2 > all
}

/// Adds the places where a body's name of several words stands without the word that tells what it is: `Our Future` of
/// `Our Future PAC`.
pub(super) fn with_short_forms(words: &Words<'_>, names: Vec<Name>) -> Vec<Name> {
    const TELLING: &[&str] = &[
        "PAC",
        "Inc",
        "Inc.",
        "Corp",
        "Corp.",
        "Group",
        "Foundation",
        "Party",
        "LLC",
        "Ltd",
        "Company",
        "Co.",
    ];
    let short: Vec<Vec<&str>> = names
        .iter()
        .filter(|name| name.kind == NameKind::Organization && name.tokens.len() > 2)
        .filter(|name| TELLING.contains(&words.word(name.tokens.end - 1)))
        .map(|name| (name.tokens.start..name.tokens.end - 1).map(|at| words.word(at)).collect())
        .collect();
    if short.is_empty() {
        return names;
    }
    let mut all: Vec<Name> = Vec::with_capacity(names.len());
    let mut known = names.into_iter().peekable();
    let mut at = 0;
    while at < words.tokens.len() {
        if let Some(name) = known.next_if(|name| name.tokens.start <= at) {
            at = name.tokens.end.max(at + 1);
            all.push(name);
            continue;
        }
        let free = known.peek().map_or(words.tokens.len(), |name| name.tokens.start);
        let found = short.iter().find(|form| {
            at + form.len() <= free
                && form.iter().zip(at..).all(|(word, at)| words.word(at) == *word)
        });
        match found {
            Some(form) => {
                all.push(named(words.tokens, at..at + form.len(), NameKind::Organization));
                at += form.len();
            }
            None => at += 1,
        }
    }
    all.extend(known);
    all
}

/// Joins what an office is of: `Ministry of Trade, Industry and Energy`.
pub(super) fn whole_offices(words: &Words<'_>, names: Vec<Name>) -> Vec<Name> {
    let mut whole: Vec<Name> = Vec::with_capacity(names.len());
    for name in names {
        if whole.last().is_some_and(|last| last.tokens.end > name.tokens.start) {
            continue;
        }
        match office_end(words, &name) {
            Some(end) => {
                whole.push(named(words.tokens, name.tokens.start..end, NameKind::Organization));
            }
            None => whole.push(name),
        }
    }
    whole
}

/// Where the list ends that the name of an office opens: commas between its members, `and` before the last.
fn office_end(words: &Words<'_>, name: &Name) -> Option<usize> {
    const OFFICES: &[&str] = &[
        "Ministry",
        "Department",
        "Committee",
        "Commission",
        "Office",
        "Bureau",
        "Secretariat",
        "Directorate",
        "Agency",
        "Institute",
        "Center",
        "Centre",
        "Council",
        "Subcommittee",
        "Minister",
        "Secretary",
        "Faculty",
        "School",
    ];
    let head = name.tokens.clone().find(|&at| OFFICES.contains(&words.word(at)))?;
    if name.kind != NameKind::Organization || !matches!(words.word(head + 1), "of" | "for" | "on") {
        return None;
    }
    let (end, plain) = (words.sentence(head).1, |at: usize| {
        let senses = words.senses(at);
        words.word(at).starts_with(char::is_uppercase)
            && !senses.any(Senses::GIVEN)
            && !senses.any(Senses::ANY_PLACE)
            && !words.title_senses(at).any(Senses::ANY_TITLE)
    });
    let (mut at, mut commas) = (name.tokens.end, 0);
    while at < end {
        let comma = words.word(at) == ",";
        let and = matches!(words.word(at), "and" | "&")
            || comma && matches!(words.word(at + 1), "and" | "&");
        let from = at + 1 + usize::from(comma && and);
        let last = (from..end.min(from + 3)).take_while(|&at| plain(at)).last();
        if !comma && !and {
            return None;
        }
        let last = last?;
        at = last + 1;
        if and {
            return (commas > 0 || !name.tokens.clone().any(|at| words.word(at) == "and"))
                .then_some(at);
        }
        commas += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::language::NameKind;
    use crate::language::names::tests::check_name as check;

    #[test]
    fn a_listed_body_is_found_inside_a_sentence() {
        check(
            "It would have been cheaper had Congress not passed the law.",
            ("Congress", NameKind::Organization),
        );
        check(
            "She said that the Legislature should pay for the roads.",
            ("Legislature", NameKind::Organization),
        );
    }

    #[test]
    fn a_sea_is_no_magazine() {
        check(
            "Traders on both sides of the Atlantic fear the toll.",
            ("Atlantic", NameKind::Place),
        );
    }

    #[test]
    fn a_listed_body_may_end_in_a_country() {
        check(
            "Age UK estimates that two million people will lose the payment.",
            ("Age UK", NameKind::Organization),
        );
    }

    #[test]
    fn an_office_is_whole_with_all_that_it_is_of() {
        check(
            "Norway’s Ministry of Fisheries, Forestry and Roads has unveiled a plan.",
            ("Ministry of Fisheries, Forestry and Roads", NameKind::Organization),
        );
    }
}
