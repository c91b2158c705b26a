//! A body that acts throughout a text which names none of its kind: the police of a report on a riot, the council of one
//! on a town's budget.

use std::collections::{BTreeMap, BTreeSet};

use super::Form;
use super::cluster::Clusters;
use super::nominal::Source;
use crate::language::{Deprel, NameKind};

/// So many sentences with one make a body that has no name an actor.
const OFTEN: usize = 3;

/// Bodies of which a place has one, so that the noun alone means it throughout a text.
fn has_no_second(noun: &str) -> bool {
    matches!(
        noun,
        "police"
            | "army"
            | "military"
            | "navy"
            | "coastguard"
            | "junta"
            | "government"
            | "opposition"
            | "cabinet"
            | "parliament"
            | "legislature"
            | "council"
            | "prosecution"
            | "prosecutor"
    )
}

/// Joins the mentions of each body that no name answers to, and adds its first mention to `found`.
pub(super) fn link(
    source: &Source<'_>,
    clusters: &mut Clusters,
    found: &mut BTreeMap<usize, NameKind>,
) {
    let mut by_noun: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (idx, mention) in source.mentions.iter().enumerate() {
        let noun = source.traits[idx].noun.as_str();
        if mention.form == Form::Nominal && has_no_second(noun) {
            by_noun.entry(noun).or_default().push(idx);
        }
    }
    for (noun, all) in by_noun {
        let told = all.iter().any(|&idx| clusters.names(clusters.of(idx)) > 0);
        if told || is_in_a_name(source, noun) {
            continue;
        }
        let bare: Vec<usize> = all.iter().copied().filter(|&idx| is_bare(source, idx)).collect();
        let sentences: BTreeSet<usize> =
            bare.iter().map(|&idx| source.traits[idx].sentence).collect();
        let acting = bare.iter().filter(|&&idx| acts(source, idx)).count();
        // `Oslo police`, beside `police`: one of several.
        let others = all.len() - bare.len();
        let Some(&first) = bare.first() else { continue };
        let early = source.grammar.analysis.sentences.len() / 3;
        if sentences.len() < OFTEN
            || acting < 2
            || others > 0
            || source.traits[first].sentence > early.max(3)
        {
            continue;
        }
        let people = noun == "prosecutor";
        found.insert(first, if people { NameKind::Group } else { NameKind::Organization });
        for &idx in &bare[1..] {
            clusters.join(first, idx);
        }
    }
}

/// Whether a body of that kind has a name in the text.
fn is_in_a_name(source: &Source<'_>, noun: &str) -> bool {
    source
        .forms
        .iter()
        .any(|form| form.words.len() > 1 && form.words.iter().any(|word| word == noun))
}

/// `the police`, `police`: with no word that tells it from another.
fn is_bare(source: &Source<'_>, idx: usize) -> bool {
    let (mention, grammar) = (&source.mentions[idx], source.grammar);
    let head = mention.head;
    let several = source.traits[idx].noun != "prosecutor" || grammar.xpos(head) == "NNS";
    let article = match head - mention.tokens.start {
        0 => true,
        1 => grammar.lower(mention.tokens.start) == "the",
        _ => false,
    };
    let told = grammar.analysis.children(head).any(|child| {
        child > head && matches!(grammar.deprel(child), Deprel::Nmod | Deprel::Acl)
            || grammar.deprel(child) == Deprel::NmodPoss
    });
    several && article && !told
}

fn acts(source: &Source<'_>, idx: usize) -> bool {
    let grammar = source.grammar;
    let head = source.mentions[idx].head;
    let does = grammar.deprel(head) == Deprel::Nsubj
        && grammar.head(head).is_some_and(|verb| grammar.is_verb(verb));
    does || grammar.deprel(head) == Deprel::OblAgent
}

#[cfg(test)]
mod tests {
    use crate::briefing::brief;
    use crate::testing::document;

    /// The mentions of each actor that has no name.
    fn nameless(text: &str) -> Vec<usize> {
        let briefing = brief(&document(text));
        let bare = |name: &str| !name.chars().any(char::is_uppercase);
        let actors = briefing.actors.iter().filter(|actor| bare(&actor.name));
        actors.map(|actor| actor.mentions.len()).collect()
    }

    #[test]
    fn the_police_of_a_report_on_a_riot_act() {
        let text = "Police fired tear gas in Selm on Monday. Police said eleven sailors were hurt. \
                    The sailors say the police attacked them. Police have banned marches until Sunday.";
        assert_eq!(nameless(text), [4]);
    }

    #[test]
    fn where_two_towns_have_their_police_no_one_is_meant() {
        let text = "Police fired tear gas in Selm on Monday. Tarn city police said eleven sailors were hurt. \
                    The sailors say the police attacked them. Police have banned marches until Sunday.";
        assert_eq!(nameless(text), [0; 0]);
    }
}
