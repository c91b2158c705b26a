//! `The ministry`, `the company`, `the bridge`: which body or place with a name a bare noun means.

use super::Form;
use super::cluster::Clusters;
use super::nominal::{Linker, NEAR, only};
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Deprel, NameKind};

/// How many it may look back for the one body that a text is about.
const FAR: usize = 6;

impl Linker<'_> {
    /// `the bridge` for `Ostrand Bridge`: the only place or body named before whose name has the word for what it is.
    pub(super) fn namesake(&self, idx: usize, clusters: &Clusters) -> Option<usize> {
        let noun = self.source.traits[idx].noun.as_str();
        let senses = lexicon().word_senses(noun);
        let told = senses.any(Senses::PLACE_HEAD) || senses.any(Senses::ORGANIZATION_HEAD);
        if !told
            || self.is_qualified(idx)
            || self.source.mentions[idx].tokens.end > self.source.mentions[idx].head + 1
        {
            return None;
        }
        let fits = |other: &usize| {
            let form = &self.source.forms[*other];
            let of = form.words.iter().position(|word| word == "of");
            let head = of.map_or(form.words.last(), |of| form.words.get(of.max(1) - 1));
            self.source.mentions[*other].form == Form::Name
                && form.words.len() > 1
                && matches!(form.kind, Some(NameKind::Place | NameKind::Organization))
                && self.source.states.of_mention(*other).is_none()
                && head.is_some_and(|head| head == noun)
        };
        let named: Vec<usize> = (0..idx).rev().filter(fits).collect();
        only(&named, clusters).or_else(|| {
            let near: Vec<usize> = self.recent_names(idx, NEAR).filter(fits).collect();
            only(&near, clusters)
        })
    }

    /// A name before the noun, no state's.
    fn named_inside(&self, idx: usize) -> Option<usize> {
        let mention = &self.source.mentions[idx];
        (idx + 1..self.source.mentions.len())
            .take_while(|&other| self.source.mentions[other].tokens.start < mention.head)
            .find(|&other| {
                self.source.mentions[other].form == Form::Name
                    && self.source.states.of_mention(other).is_none()
            })
    }

    /// Whether a body may be called so as far as its name tells: no university is `the company`.
    fn suits(&self, noun: &str, other: usize) -> bool {
        let form = &self.source.forms[other];
        let range = self.source.mentions[other].range;
        let senses = lexicon().senses(range.slice(self.source.grammar.text()));
        let has = |words: &[&str]| form.words.iter().any(|word| words.contains(&word.as_str()));
        let school = has(&["university", "college", "school", "institute", "academy"]);
        let public = senses.any(Senses::PARLIAMENT)
            || senses.any(Senses::PARTY)
            || senses.any(Senses::BODY)
            || has(&[
                "department",
                "ministry",
                "court",
                "senate",
                "house",
                "congress",
                "committee",
                "council",
                "commission",
                "parliament",
                "party",
                "police",
                "army",
                "navy",
                "government",
                "administration",
                "church",
                "embassy",
            ]);
        let charity = has(&["foundation", "fund", "association", "union", "federation", "league"]);
        let press = senses.any(Senses::MEDIA);
        match noun {
            "company" | "firm" | "corporation" | "startup" => !school && !public && !charity,
            "newspaper" | "paper" | "broadcaster" | "magazine" | "outlet" | "network" => {
                !school && !public && !charity && !senses.any(Senses::COMPANY)
            }
            "party" => !school && !press && !senses.any(Senses::COMPANY) && !charity,
            "foundation" | "charity" | "union" | "movement" | "alliance" | "association"
            | "bloc" => !school && !press && !senses.any(Senses::COMPANY),
            _ => true,
        }
    }

    /// `the ministry`: the body whose name holds the word; `the company`: the only body near.
    pub(super) fn body(
        &self,
        idx: usize,
        nation: Option<usize>,
        clusters: &Clusters,
    ) -> Option<usize> {
        let noun = &self.source.traits[idx].noun;
        // `the church of the river`, as some write a name.
        let small: Vec<String> = (self.source.mentions[idx].tokens.clone())
            .map(|token| self.source.grammar.lower(token))
            .collect();
        let small = small.join(" ");
        if let Some(&name) = self.whole.get(small.strip_prefix("the ").unwrap_or(&small)) {
            return Some(name);
        }
        // `the Riverton Bears team` is no other team than theirs.
        if let Some(inside) = self.named_inside(idx) {
            return Some(inside).filter(|&name| {
                self.source.forms[name].kind == Some(NameKind::Organization)
                    && self.source.grammar.deprel(self.source.mentions[name].head)
                        == Deprel::Compound
                    && BODIES.contains(&noun.as_str())
            });
        }
        let organization = |other: &usize| {
            self.source.mentions[*other].form == Form::Name
                && self.source.forms[*other].kind == Some(NameKind::Organization)
                && self.source.states.of_mention(*other).is_none()
        };
        let listed = self.bodies.get(noun.as_str()).map(Vec::as_slice).unwrap_or_default();
        let earlier = listed.partition_point(|&other| other < idx);
        // The Russian army is not the Belarusian one.
        let same_nation = |other: &usize| {
            let theirs = self.nation(*other);
            theirs.is_none() || nation.is_none() || theirs == nation
        };
        let named: Vec<usize> =
            listed[..earlier].iter().rev().copied().filter(same_nation).collect();
        if !named.is_empty() {
            return only(&named, clusters).or_else(|| {
                let near: Vec<usize> = named
                    .iter()
                    .copied()
                    .filter(|&other| self.distance(other, idx) <= NEAR)
                    .collect();
                only(&near, clusters)
            });
        }
        let general = BODIES.contains(&noun.as_str())
            || matches!(
                noun.as_str(),
                "institution" | "paper" | "outlet" | "startup" | "website" | "bloc" | "association"
            );
        if !general || nation.is_some() {
            return None;
        }
        // "Mayor Rosa Mamani of Alto Blanco": where somebody is from is no company.
        let home = |other: &usize| {
            let grammar = &self.source.grammar;
            let head = self.source.mentions[*other].head;
            grammar.deprel(head) == Deprel::Nmod
                && grammar.analysis.head(head).is_some_and(|above| grammar.name(above).is_some())
        };
        let fits = |other: &usize| organization(other) && !home(other) && self.suits(noun, *other);
        let own: Vec<usize> = self.recent_names(idx, 0).filter(fits).collect();
        let near: Vec<usize> = self.recent_names(idx, NEAR).filter(fits).collect();
        let far: Vec<usize> = self.recent_names(idx, FAR).filter(fits).collect();
        let found = only(&own, clusters).or_else(|| only(&near, clusters));
        found.or_else(|| foremost(&far, clusters)).or_else(|| {
            if !PRESS.contains(&noun.as_str()) {
                return None;
            }
            let papers = |other: &usize| {
                let name = self.source.mentions[*other].range;
                lexicon().senses(name.slice(self.source.grammar.text())).any(Senses::MEDIA)
            };
            let near: Vec<usize> =
                self.recent_names(idx, 2 * NEAR).filter(organization).filter(papers).collect();
            only(&near, clusters)
        })
    }
}

/// Of some mentions of bodies, the one whom the text speaks of at least twice as often as of any other.
fn foremost(mentions: &[usize], clusters: &Clusters) -> Option<usize> {
    let count = |mention: &usize| clusters.members(clusters.of(*mention)).len();
    let best = mentions.iter().copied().max_by_key(count)?;
    let rest = mentions.iter().filter(|&&other| clusters.of(other) != clusters.of(best));
    let second = rest.map(count).max().unwrap_or(0);
    (count(&best) >= 3 && count(&best) >= 2 * second).then_some(best)
}

/// Words for a whole body: `the Riverton Bears team` is they, `the Riverton Bears board` a part of them.
const BODIES: [&str; 19] = [
    "company",
    "firm",
    "group",
    "organization",
    "organisation",
    "agency",
    "club",
    "newspaper",
    "corporation",
    "network",
    "broadcaster",
    "magazine",
    "team",
    "charity",
    "union",
    "party",
    "foundation",
    "movement",
    "alliance",
];

const PRESS: [&str; 6] = ["newspaper", "paper", "broadcaster", "magazine", "outlet", "network"];

#[cfg(test)]
mod tests {
    use crate::briefing::brief;
    use crate::testing::document;

    #[test]
    fn the_bridge_is_the_one_named_so() {
        let briefing =
            brief(&document("The Ostrand Bridge was closed. Nobody crossed the bridge."));
        let mentions: Vec<usize> =
            briefing.actors.iter().map(|actor| actor.mentions.len()).collect();
        assert_eq!(mentions, [2]);
    }
}
