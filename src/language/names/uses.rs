//! What a document says of a word in all the places where it stands: the evidence that mentions of one
//! name share.
//!
//! `Mr Thorne` in the first paragraph tells that `Thorne` in the ninth is a person.

use std::collections::HashMap;

use super::features::Sight;
use crate::language::lexicon::Senses;

/// Ways in which a word was used, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Uses {
    counts: [u16; KINDS],
    total: u16,
}

/// Titled, after a given name, after `in`, before a verb of saying, in a run that ends in a word for an
/// organization, in one that ends in a word for a place, after `the`, before `'s`, capital inside a sentence,
/// before `who` or an age, before a comma and a place, after a name of its own kind, alone in its run.
pub(super) const KINDS: usize = 13;

const PLACING: &[&str] =
    &["in", "at", "near", "from", "to", "across", "outside", "around", "throughout", "into"];
const SAYING: &[&str] = &[
    "said",
    "says",
    "told",
    "added",
    "warned",
    "wrote",
    "argued",
    "insisted",
    "tweeted",
    "noted",
    "claimed",
    "asked",
    "replied",
    "explained",
    "recalled",
    "declared",
    "stated",
    "acknowledged",
    "admitted",
    "stressed",
    "thinks",
    "believes",
    "believed",
    "thought",
    "joked",
    "remarked",
    "observed",
    "testified",
    "conceded",
    "vowed",
    "denied",
];

/// The uses of each capitalised word, by its key.
pub(super) fn collect(sights: &[Sight<'_>]) -> HashMap<u64, Uses> {
    let mut all: HashMap<u64, Uses> = HashMap::new();
    for (idx, sight) in sights.iter().enumerate() {
        if sight.capital {
            let uses = all.entry(sight.word.lower).or_default();
            uses.total = uses.total.saturating_add(1);
            for (count, found) in uses.counts.iter_mut().zip(observe(sights, idx)) {
                *count = count.saturating_add(u16::from(found));
            }
        }
    }
    all
}

fn observe(sights: &[Sight<'_>], idx: usize) -> [bool; KINDS] {
    let none = Sight::default();
    let at = |offset: isize| {
        idx.checked_add_signed(offset)
            .and_then(|other| sights.get(other))
            .filter(|other| other.sentence == sights[idx].sentence)
            .unwrap_or(&none)
    };
    let (before, after, second) = (at(-1), at(1), at(2));
    let own = &sights[idx];
    let last = &sights[own.run_last];
    let is = |text: &str, words: &[&str]| words.contains(&text);
    [
        before.title.any(Senses::ANY_TITLE) && own.run_first == idx
            || before.title.any(Senses::HONORIFIC),
        before.senses.any(Senses::GIVEN) && before.capital,
        is(before.text, PLACING),
        is(after.text, SAYING),
        own.run_last > idx && last.title.any(Senses::ORGANIZATION_HEAD),
        own.run_last > idx && last.title.any(Senses::PLACE_HEAD),
        is(before.text, &["the", "The"]),
        is(after.text, &["'s", "’s"]),
        !own.first && !own.shouted,
        is(after.text, &["who", "whose"])
            || after.text == ","
                && (second.text == "who" || second.digits && is(at(3).text, &[",", "."]))
            || after.text == "(" && second.digits,
        after.text == ","
            && second.senses.any(Senses::ANY_PLACE)
            && !second.senses.any(Senses::GIVEN),
        own.run_last == idx
            && own.run_first < idx
            && sights[own.run_first].senses.any(Senses::GIVEN),
        own.run_last == idx && own.run_first == idx,
    ]
}

impl Uses {
    /// Which uses there are, and which make up at least a third of all, as numbers below `2 * KINDS`.
    pub(super) fn marks(&self) -> impl Iterator<Item = usize> {
        let total = self.total;
        self.counts.into_iter().enumerate().flat_map(move |(kind, count)| {
            let often = count > 0 && count.saturating_mul(3) >= total;
            (count > 0).then_some(kind).into_iter().chain(often.then_some(kind + KINDS))
        })
    }
}
