//! With whom an actor occurs: who else is named in the same sentences.

use std::collections::{BTreeMap, BTreeSet};

use crate::briefing::{Actor, ActorId, MentionForm};
use crate::text::TextRange;

/// More than these would be a list of all who matter.
const MOST: usize = 5;
/// Once together may be chance.
const LEAST: usize = 2;

/// For each actor the others who are named in at least two of the same `sentences`, most often first. Whose name lies
/// inside another's, as a town's in a university's, is not in its company by that.
pub(crate) fn company(actors: &[Actor], sentences: &[TextRange]) -> Vec<Vec<ActorId>> {
    let mut named: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let inside = inside(actors);
    for (idx, actor) in actors.iter().enumerate() {
        for mention in actor.mentions.iter().filter(|mention| !inside.contains(&mention.range)) {
            let start = mention.range.start();
            let sentence = sentences.partition_point(|sentence| sentence.end() <= start);
            let there = named.entry(sentence).or_default();
            if there.last() != Some(&idx) {
                there.push(idx);
            }
        }
    }
    let mut together: Vec<BTreeMap<usize, usize>> = vec![BTreeMap::new(); actors.len()];
    for there in named.values() {
        for &one in there {
            for &other in there.iter().filter(|&&other| other != one) {
                *together[one].entry(other).or_default() += 1;
            }
        }
    }
    let ranked = |counts: BTreeMap<usize, usize>| {
        let mut counts: Vec<(usize, usize)> =
            counts.into_iter().filter(|(_, count)| *count >= LEAST).collect();
        counts.sort_by_key(|(other, count)| (std::cmp::Reverse(*count), *other));
        counts.into_iter().take(MOST).map(|(other, _)| ActorId(other)).collect()
    };
    together.into_iter().map(ranked).collect()
}

/// The names that lie inside longer ones.
fn inside(actors: &[Actor]) -> BTreeSet<TextRange> {
    let mentions = actors.iter().flat_map(|actor| &actor.mentions);
    let names = mentions.filter(|mention| mention.form == MentionForm::Name);
    let mut ranges: Vec<TextRange> = names.map(|mention| mention.range).collect();
    ranges.sort_by_key(|range| (range.start(), std::cmp::Reverse(range.end())));
    let mut outer = TextRange::default();
    let mut inside = BTreeSet::new();
    for range in ranges {
        if outer.contains_range(range) && outer != range {
            inside.insert(range);
        } else {
            outer = range;
        }
    }
    inside
}

#[cfg(test)]
mod tests {
    use crate::briefing::{ActorId, brief};
    use crate::testing;

    #[test]
    fn who_is_named_in_the_same_sentences_is_company() {
        let document = testing::document(
            "Anna Okafor met Paul Reyes in May. Okafor told Reyes to resign. Reyes refused, and Okafor left. \
             Nadia Brandt was not there. Brandt knew nothing of it.",
        );
        let briefing = brief(&document);
        let company = |name: &str| {
            let idx = briefing.actors.iter().position(|actor| actor.name == name).expect(name);
            briefing.company_of(ActorId(idx)).map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(company("Anna Okafor"), ["Paul Reyes"]);
        assert_eq!(company("Paul Reyes"), ["Anna Okafor"]);
        assert!(company("Nadia Brandt").is_empty());
    }
}
