//! What a text names in full in one place is the same name wherever the same words stand: `the Tide Org` is not `Tide`
//! where the sentence ends behind it.

use std::collections::{BTreeMap, BTreeSet};

use super::mend::Words;
use super::tidy::named;
use super::told::is_shouted;
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Name, NameKind, Upos};
use crate::text::TextRange;

/// No name with more words is looked for.
const LONGEST: usize = 6;

/// The names, those that are a part of a name that the text has elsewhere made whole, and those passed over found.
pub(super) fn whole_again(words: &Words<'_>, names: Vec<Name>) -> Vec<Name> {
    let mut known: BTreeMap<&str, Vec<&Name>> = BTreeMap::new();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let singles = singles(words, &names);
    for name in &names {
        let single = name.tokens.len() == 1 && singles.contains(words.word(name.tokens.start));
        let sure = (single || (2..=LONGEST).contains(&name.tokens.len()))
            && name.kind != NameKind::Other
            && is_capital(words, name.tokens.start)
            && is_capital(words, name.tokens.end - 1)
            && !is_led_or_titled(words, name)
            && !seen.contains(name.range.slice(words.text))
            && !is_shouted(words, name)
            && seen.insert(name.range.slice(words.text));
        if sure {
            known.entry(words.word(name.tokens.start)).or_default().push(name);
        }
    }
    for names in known.values_mut() {
        names.sort_by_key(|name| std::cmp::Reverse(name.tokens.len()));
    }
    // Those that the text has with a small letter too, or that a list has as an adjective.
    let small: BTreeSet<String> = (0..words.tokens.len())
        .map(|at| words.word(at))
        .filter(|word| word.starts_with(char::is_lowercase))
        .map(str::to_lowercase)
        .collect();
    let lower: BTreeSet<&str> = singles
        .iter()
        .copied()
        .filter(|word| {
            let senses = lexicon().senses(word);
            small.contains(&word.to_lowercase())
                || senses.any(Senses::ADJECTIVE | Senses::FOLLOWER | Senses::ANY_GROUP)
        })
        .collect();
    let mut found: Vec<Name> = Vec::new();
    let mut from = 0;
    for at in 0..words.tokens.len() {
        let Some(known) = known.get(words.word(at)) else { continue };
        while names.get(from).is_some_and(|name| name.tokens.end <= at) {
            from += 1;
        }
        let whole = known.iter().find(|name| is_at(words, name, at));
        let Some(whole) = whole.filter(|_| found.last().is_none_or(|last| last.tokens.end <= at))
        else {
            continue;
        };
        let tokens = at..at + whole.tokens.len();
        let mut there = names[from..].iter().take_while(|name| name.tokens.start < tokens.end);
        let fits = match (there.next(), there.next()) {
            (None, _) => {
                // The tagger takes `the Fed` for a verb.
                let noun = words.upos(at) == Some(Upos::Propn)
                    || whole.kind == NameKind::Organization && !lower.contains(words.word(at));
                let running = at > words.sentence(at).0 && noun;
                is_apart(words, at, tokens.end) && (tokens.len() > 1 || running)
            }
            (Some(part), None) => {
                // `Ann Roe` of `Ann Roe Fund` may be herself.
                let person = part.kind == NameKind::Person && whole.kind != NameKind::Person;
                part.tokens != tokens
                    && part.tokens.start >= at
                    && part.tokens.end <= tokens.end
                    && !person
            }
            (Some(_), Some(_)) => false,
        };
        let mut name = named(words.tokens, tokens, whole.kind);
        // The point is that of the sentence.
        let ends_in_point = |range: TextRange| range.slice(words.text).ends_with('.');
        if ends_in_point(name.range) && !ends_in_point(whole.range) {
            name.range = TextRange::new(name.range.start(), name.range.end() - 1);
        }
        if fits && !is_shouted(words, &name) {
            found.push(name);
        }
    }
    if found.is_empty() {
        return names;
    }
    let mut all: Vec<Name> = names;
    all.retain(|name| {
        let next = found.partition_point(|whole| whole.tokens.end <= name.tokens.start);
        found.get(next).is_none_or(|whole| whole.tokens.start >= name.tokens.end)
    });
    all.extend(found);
    all.sort_by_key(|name| name.tokens.start);
    all
}

/// Single words that name a body or a place twice and more, or a person three times, and nobody else.
fn singles<'a>(words: &Words<'a>, names: &[Name]) -> BTreeSet<&'a str> {
    let mut counts: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    for name in names.iter().filter(|name| name.tokens.len() == 1) {
        let counted = matches!(name.kind, NameKind::Organization | NameKind::Place);
        let [own, people, all] = counts.entry(words.word(name.tokens.start)).or_default();
        *own += usize::from(counted);
        *people += usize::from(name.kind == NameKind::Person);
        *all += 1;
    }
    counts.retain(|word, &mut [own, people, all]| {
        (own > 1 && own == all || people > 2 && people == all) && word.chars().count() > 2
    });
    counts.into_keys().collect()
}

/// `Mr. Roe`, `High Court Justice`, `Republican House`: names that hold what is no part of one.
fn is_led_or_titled(words: &Words<'_>, name: &Name) -> bool {
    let (first, last) = (name.tokens.start, name.tokens.end - 1);
    let office = words.title_senses(last).any(Senses::OFFICE | Senses::RANK);
    words.title_senses(first).any(Senses::ANY_TITLE)
        || office && !words.title_senses(last).any(Senses::ORGANIZATION_HEAD)
        || matches!(words.word(first), "Republican" | "Democratic" | "GOP")
            && !matches!(words.word(last), "Party" | "Committee")
}

/// Whether the words of a name stand at the token `at`, inside one sentence; the last may have the point of the sentence.
fn is_at(words: &Words<'_>, name: &Name, at: usize) -> bool {
    let len = name.tokens.len();
    let plain = |at: usize| words.word(at).trim_end_matches('.');
    at + len <= words.sentence(at).1
        && name.tokens.clone().zip(at..).all(|(known, at)| plain(known) == plain(at))
}

/// Whether no other word with a capital stands beside these.
fn is_apart(words: &Words<'_>, start: usize, end: usize) -> bool {
    let (first, last) = words.sentence(start);
    let tied = |at: usize| is_capital(words, at) || matches!(words.word(at), "-" | "‑" | "&");
    // `Harbour Watch President Ann Roe`.
    let office = words.title_senses(end).any(Senses::OFFICE);
    !(start > first && tied(start - 1) || end < last && tied(end) && !office)
}

fn is_capital(words: &Words<'_>, at: usize) -> bool {
    words.word(at).starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use crate::language::NameKind;
    use crate::language::names::tests::{check_name, names_of};

    #[test]
    fn a_name_is_whole_wherever_it_stands() {
        let found = names_of(
            "Ann Roe gave to Keep the Harbour PAC. Keep the Harbour PAC raised more. Nobody at Keep the Harbour PAC was \
             asked.",
        );
        let whole = found.iter().filter(|(name, _)| *name == "Keep the Harbour PAC");
        assert_eq!(whole.count(), 3, "{found:?}");
    }

    #[test]
    fn a_word_that_names_a_body_twice_names_it_everywhere() {
        let found = names_of(
            "Nora Roe, a governor of the Fed, spoke on Monday. She said the Fed was ready. Critics of the Fed were not. But \
             the first Fed move, which is expected, alarmed many. The first Fed report was late.",
        );
        let fed = found.iter().filter(|(name, _)| *name == "Fed");
        assert_eq!(fed.count(), 5, "{found:?}");
    }

    #[test]
    fn an_office_behind_a_name_is_no_part_of_it() {
        check_name(
            "He asked Harbour Watch, and Harbour Watch replied. On Monday, Harbour Watch President Tom Dahl spoke.",
            ("Harbour Watch", NameKind::Organization),
        );
    }
}
