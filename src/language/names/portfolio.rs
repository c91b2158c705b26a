//! What a minister has charge of is no part of the minister's name: `Minister of State for Home Affairs Ana Lee`.

use super::mend::Words;
use super::tidy::named;
use crate::language::lexicon::Senses;
use crate::language::{Name, NameKind};

/// Fields of government, as offices are named after them, by the last word of each.
const FIELDS: &[&str] = &[
    "action",
    "affairs",
    "agriculture",
    "aviation",
    "budget",
    "business",
    "change",
    "children",
    "cities",
    "climate",
    "coal",
    "commerce",
    "communications",
    "communities",
    "competition",
    "consumers",
    "cooperation",
    "culture",
    "defence",
    "defense",
    "development",
    "disabilities",
    "economy",
    "education",
    "efficiency",
    "electricity",
    "employment",
    "empowerment",
    "energy",
    "enlargement",
    "enterprise",
    "environment",
    "equalities",
    "equality",
    "exchequer",
    "families",
    "finance",
    "finances",
    "fisheries",
    "food",
    "forestry",
    "forests",
    "gas",
    "gender",
    "health",
    "heritage",
    "housing",
    "immigration",
    "inclusion",
    "industries",
    "industry",
    "information",
    "infrastructure",
    "innovation",
    "integration",
    "interior",
    "investment",
    "irrigation",
    "justice",
    "labor",
    "labour",
    "lands",
    "livestock",
    "management",
    "migration",
    "minerals",
    "mines",
    "mining",
    "oil",
    "operations",
    "pensions",
    "petroleum",
    "planning",
    "prosecutions",
    "protection",
    "railway",
    "railways",
    "reconstruction",
    "reform",
    "regions",
    "relations",
    "religion",
    "research",
    "resources",
    "revenue",
    "rights",
    "roads",
    "safety",
    "sanitation",
    "schools",
    "science",
    "sciences",
    "security",
    "services",
    "shipping",
    "skills",
    "sport",
    "sports",
    "statistics",
    "steel",
    "supply",
    "taxation",
    "technology",
    "telecommunications",
    "territories",
    "textiles",
    "tourism",
    "trade",
    "training",
    "transition",
    "transport",
    "transportation",
    "treasury",
    "universities",
    "veterans",
    "water",
    "waterways",
    "welfare",
    "wildlife",
    "women",
    "works",
    "youth",
];

/// Whether a word with a capital is the last of a field of government.
pub(super) fn is_field(words: &Words<'_>, at: usize) -> bool {
    let word = words.word(at);
    word.starts_with(char::is_uppercase) && FIELDS.contains(&word.to_lowercase().as_str())
}

/// The person behind the field, of a name that holds both and stands behind an office; nobody of one that is `State for
/// African` of a secretary's.
pub(super) fn parts(words: &Words<'_>, name: &Name) -> Option<Vec<Name>> {
    if !is_behind_office(words, name.tokens.start) {
        return None;
    }
    let first = name.tokens.start;
    let state = words.word(first) == "State" && matches!(words.word(first + 1), "for" | "of");
    let Some(field) = name.tokens.clone().rev().find(|&at| is_field(words, at)) else {
        return state.then(Vec::new);
    };
    let person = field + 1..name.tokens.end;
    let plain = |at: usize| {
        let word = words.word(at);
        word.starts_with(char::is_uppercase)
            && !words.title_senses(at).any(Senses::ORGANIZATION_HEAD)
    };
    let whole = (2..=4).contains(&person.len()) && person.clone().all(plain);
    match (whole, name.kind) {
        (true, _) => Some(vec![named(words.tokens, person, NameKind::Person)]),
        (false, NameKind::Person) => None,
        (false, _) => state.then(Vec::new),
    }
}

/// Whether no more than fields stand between an office and the word at `at`: `Minister for Women and`, `Secretary of State for`.
fn is_behind_office(words: &Words<'_>, at: usize) -> bool {
    let start = words.sentence(at).0;
    let joint = |at: usize| matches!(words.word(at), "of" | "for");
    let mut joined = joint(at);
    for before in (start..at).rev().take(8) {
        if joined && words.title_senses(before).any(Senses::OFFICE | Senses::ROLE) {
            return true;
        }
        let word = words.word(before);
        if !joint(before)
            && !matches!(word, "and" | "&" | "," | "the" | "State")
            && !word.starts_with(char::is_uppercase)
        {
            return false;
        }
        joined = joint(before) || joined && word == "the";
    }
    false
}

#[cfg(test)]
mod tests {
    use crate::language::NameKind;
    use crate::language::names::tests::{check_name as check, names_of};

    #[test]
    fn what_a_minister_has_charge_of_is_no_part_of_the_name() {
        let text = "Minister of State for Home Affairs Goh Pei Lan said so.";
        check(text, ("Goh Pei Lan", NameKind::Person));
        let text = "Minister for Women and Equalities Rosa Tam opposed the bill.";
        check(text, ("Rosa Tam", NameKind::Person));
        let text = "Deputy Minister for Trade and Industry Vera Olsen said no.";
        check(text, ("Vera Olsen", NameKind::Person));
    }

    #[test]
    fn a_field_of_a_secretary_is_nobody() {
        let names =
            names_of("Assistant Secretary of State for African Affairs Molly Reed was glad.");
        assert_eq!(names, [("Molly Reed", NameKind::Person)]);
    }
}
