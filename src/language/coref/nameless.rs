//! One who speaks again and again without a name: `a senior harbour official said`, `the official said`, `the official added`.

use std::collections::{BTreeMap, BTreeSet};

use super::Form;
use super::cluster::Clusters;
use super::mention::{Being, Number};
use super::nominal::Source;
use super::speaker;
use super::words;
use crate::language::{Deprel, NameKind};

/// Joins the mentions of the only one of a trade who speaks in the text, and notes him among those that stand for a name.
pub(super) fn link(
    source: &Source<'_>,
    clusters: &mut Clusters,
    found: &mut BTreeMap<usize, NameKind>,
) {
    let mut held: BTreeSet<String> = BTreeSet::new();
    let mut by_trade: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (idx, mention) in source.mentions.iter().enumerate() {
        let cluster = clusters.of(idx);
        if clusters.names(cluster) > 0 {
            let offices = clusters.facts(cluster).offices.iter();
            held.extend(offices.map(|office| words::office_of(&office.noun).to_owned()));
            continue;
        }
        let traits = &source.traits[idx];
        let one = mention.form == Form::Nominal
            && traits.being == Being::Person
            && traits.number == Number::Singular
            && traits.quotation.is_none();
        // What `a Treasury spokesman` says is the Treasury's word.
        let voice = words::office_of(&traits.noun) == "spokesperson"
            && mention.tokens.clone().any(|token| source.grammar.name(token).is_some());
        if one && !voice && speaks_for_others(&traits.noun) {
            by_trade.entry(words::office_of(&traits.noun)).or_default().push(idx);
        }
    }
    for (trade, several) in by_trade {
        let free = several.iter().all(|&idx| {
            clusters.members(clusters.of(idx)).iter().all(|known| !found.contains_key(known))
        });
        if held.contains(trade) || !free || !is_one(source, &several) {
            continue;
        }
        found.insert(several[0], NameKind::Person);
        for &idx in &several[1..] {
            clusters.join(several[0], idx);
        }
    }
}

/// Whether all these mean the one of whom the first tells, and who speaks more than once.
fn is_one(source: &Source<'_>, several: &[usize]) -> bool {
    let grammar = source.grammar;
    let first = |idx: usize| grammar.lower(source.mentions[idx].tokens.start);
    let told = |idx: usize| -> BTreeSet<String> {
        let mention = &source.mentions[idx];
        (mention.tokens.start + 1..mention.head).map(|token| grammar.lower(token)).collect()
    };
    let known = told(several[0]);
    let same = several[1..].iter().all(|&idx| match first(idx).as_str() {
        "the" => told(idx).is_subset(&known),
        "a" | "an" => told(idx) == known,
        _ => false,
    });
    let speaks = |idx: usize| {
        let head = source.mentions[idx].head;
        grammar.deprel(head) == Deprel::Nsubj
            && grammar.head(head).is_some_and(|verb| speaker::is_saying(grammar, verb))
    };
    let again: BTreeSet<usize> = several
        .iter()
        .filter(|&&idx| first(idx) == "the")
        .map(|&idx| source.traits[idx].sentence)
        .collect();
    matches!(first(several[0]).as_str(), "a" | "an")
        && same
        && again.len() > 1
        && several.iter().filter(|&&idx| speaks(idx)).count() > 1
}

/// Those whom reports quote without a name.
fn speaks_for_others(noun: &str) -> bool {
    matches!(
        words::office_of(noun),
        "official"
            | "spokesperson"
            | "envoy"
            | "adviser"
            | "lawyer"
            | "analyst"
            | "banker"
            | "dealer"
            | "economist"
            | "executive"
            | "expert"
            | "investigator"
            | "officer"
            | "operative"
            | "prosecutor"
            | "researcher"
            | "scientist"
            | "source"
            | "strategist"
            | "trader"
    )
}

#[cfg(test)]
mod tests {
    use crate::briefing::brief;
    use crate::testing::document;

    fn mentions_of(text: &str, name: &str) -> Option<usize> {
        let briefing = brief(&document(text));
        let actor = briefing.actors.iter().find(|actor| actor.name == name)?;
        Some(actor.mentions.len())
    }

    #[test]
    fn the_only_official_who_speaks_is_one() {
        let text = "A senior harbour official said on Monday that ships may pass. Oslo was calm.\n\nThe official said \
                    the bridge is open. The official added that Norway will wait.";
        assert_eq!(mentions_of(text, "senior harbour official"), Some(3));
        let text = "A senior harbour official said on Monday that ships may pass. Another official said no.\n\nThe \
                    official said the bridge is open. The official added that Norway will wait.";
        assert_eq!(mentions_of(text, "senior harbour official"), None);
        let text = "An Acme Oil spokesman said on Monday that ships may pass. Oslo was calm.\n\nThe spokesman said the \
                    bridge is open. The spokesman added that Norway will wait.";
        assert_eq!(mentions_of(text, "Acme Oil spokesman"), None);
    }
}
