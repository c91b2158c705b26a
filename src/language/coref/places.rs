//! `The country`, `the city`, `the region`: which place with a name a bare noun means.

use std::collections::BTreeMap;

use super::Form;
use super::cluster::Clusters;
use super::nominal::{Linker, NEAR, Source, is_country, only};
use super::words;
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Deprel, NameKind, Upos};

impl Linker<'_> {
    /// `Norwegian officials said that the government had failed`: it is theirs, and no other that was named before.
    pub(super) fn is_of_another_state(
        &self,
        idx: usize,
        other: usize,
        clusters: &Clusters,
    ) -> bool {
        let (source, grammar) = (self.source, self.source.grammar);
        let state = clusters.facts(clusters.of(other)).state;
        if source.traits[idx].noun != "government" || self.nation(idx).is_some() || state.is_none()
        {
            return false;
        }
        let head = source.mentions[idx].head;
        let sentence = grammar.analysis.sentences.get(grammar.sentence(head));
        let from = sentence.map_or(head, |sentence| sentence.tokens.start);
        let mut named = (from..head)
            .filter_map(|token| source.states.of_token(token))
            .filter(|&state| is_country(state))
            .peekable();
        named.peek().is_some() && named.all(|named| Some(named) != state)
    }

    /// `the country`, `the city`: the only one named in the last sentences.
    pub(super) fn place(&self, idx: usize, clusters: &Clusters) -> Option<usize> {
        let state = words::is_state_noun(&self.source.traits[idx].noun);
        let region = matches!(self.source.traits[idx].noun.as_str(), "region" | "province");
        // `the state`, in a text that names states of a federation, is one of those and no country.
        let federal = self.source.traits[idx].noun == "state"
            && (0..self.source.mentions.len()).any(|other| self.is_province(other));
        let (grammar, mention) = (self.source.grammar, &self.source.mentions[idx]);
        // `the town of Norhaven`, and `Norhaven, north of the city`: no place named before, and not the one beside.
        let called = (mention.head + 1..mention.tokens.end)
            .any(|token| grammar.upos(token) == Upos::Propn || grammar.xpos(token) == "NN");
        let part = |&token: &usize| {
            matches!(grammar.deprel(token), Deprel::Nmod | Deprel::Obl | Deprel::Advmod)
        };
        let parts = std::iter::successors(Some(mention.head).filter(part), |&token| {
            grammar.head(token).filter(part)
        });
        let around: Vec<usize> = parts.filter_map(|token| grammar.head(token)).collect();
        let beside = |other: usize| around.contains(&self.source.mentions[other].head);
        let fits = |other: &usize| {
            let cluster = clusters.of(*other);
            if beside(*other) {
                false
            } else if federal {
                self.is_province(*other)
            } else if state {
                self.source.states.of_mention(*other).is_some_and(is_country)
            } else {
                clusters.kind(cluster) == Some(NameKind::Place)
                    && clusters.facts(cluster).state.is_none()
                    && !(region && self.is_city(*other))
            }
        };
        if called || self.is_qualified(idx) || (state && self.is_torn(idx)) {
            return None;
        }
        let own: Vec<usize> = self.recent_names(idx, 0).filter(fits).collect();
        only(&own, clusters).or_else(|| {
            let near: Vec<usize> = self.recent_names(idx, NEAR).filter(fits).collect();
            only(&near, clusters).or_else(|| self.homeland.filter(|_| self.is_homeland(idx)))
        })
    }

    /// `the country`, `this nation`: of no other that would have been named right before.
    fn is_homeland(&self, idx: usize) -> bool {
        let first = self.source.grammar.lower(self.source.mentions[idx].tokens.start);
        matches!(self.source.traits[idx].noun.as_str(), "country" | "nation")
            && matches!(first.as_str(), "the" | "this")
    }

    /// `our country`, `my nation`.
    pub(super) fn is_ours(&self, idx: usize) -> bool {
        let grammar = self.source.grammar;
        let head = self.source.mentions[idx].head;
        matches!(self.source.traits[idx].noun.as_str(), "country" | "nation")
            && !self.is_qualified(idx)
            && grammar.analysis.children(head).any(|child| {
                grammar.deprel(child) == Deprel::NmodPoss
                    && matches!(grammar.lower(child).as_str(), "our" | "my")
            })
    }

    fn is_city(&self, other: usize) -> bool {
        let name = self.source.mentions[other].range.slice(self.source.grammar.text());
        lexicon().senses(name).any(Senses::CITY | Senses::CAPITAL)
    }

    fn is_province(&self, other: usize) -> bool {
        let name = self.source.mentions[other].range.slice(self.source.grammar.text());
        self.source.forms[other].kind == Some(NameKind::Place)
            && lexicon().senses(name).any(Senses::PROVINCE)
    }

    /// Whether the sentence speaks of two states before this word, be it by an adjective: `Belarusian officials
    /// said that the Russian forces would stay in the country`.
    fn is_torn(&self, idx: usize) -> bool {
        let head = self.source.mentions[idx].head;
        let grammar = self.source.grammar;
        let sentence = grammar.analysis.sentences.get(grammar.sentence(head));
        let from = sentence.map_or(head, |sentence| sentence.tokens.start);
        let mut states = (from..head).filter_map(|token| self.source.states.of_token(token));
        let first = states.next();
        states.any(|state| Some(state) != first)
    }
}

/// A name of the country that most names of countries mean, if it is named more than once.
pub(super) fn homeland(source: &Source<'_>) -> Option<usize> {
    let mut counts: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    let mut all = 0;
    for (idx, mention) in source.mentions.iter().enumerate() {
        // `the White House` acts for a country, but is none.
        let place = mention.form == Form::Name && source.forms[idx].kind == Some(NameKind::Place);
        let state = source.states.of_mention(idx).filter(|_| place);
        if let Some(state) = state.filter(|&state| is_country(state)) {
            counts.entry(state).or_insert((0, idx)).0 += 1;
            all += 1;
        }
    }
    let &(count, idx) = counts.values().max_by_key(|(count, _)| count)?;
    (count > 1 && count * 4 >= all * 3).then_some(idx)
}

/// The country that is named more often than any other.
pub(super) fn foremost_country(source: &Source<'_>) -> Option<usize> {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    let named = (0..source.mentions.len())
        .filter(|&idx| source.mentions[idx].form == Form::Name)
        .filter_map(|idx| source.states.of_mention(idx))
        .filter(|&state| is_country(state));
    for state in named {
        *counts.entry(state).or_default() += 1;
    }
    let most = counts.values().copied().max()?;
    let mut first = counts.into_iter().filter(|&(_, count)| count == most);
    first.next().filter(|_| first.next().is_none()).map(|(state, _)| state)
}

#[cfg(test)]
mod tests {
    use crate::briefing::{ActorKind, brief};
    use crate::testing::document;

    #[test]
    fn a_government_that_may_come_is_no_state() {
        let text = "An interim Norwegian government will meet in May. Norway waits.";
        let briefing = brief(&document(text));
        let norway = briefing.actors.iter().find(|actor| actor.name == "Norway");
        assert_eq!(norway.map(|actor| actor.mentions.len()), Some(1));
    }

    #[test]
    fn a_land_without_a_state_is_a_place() {
        let briefing = brief(&document("Greenland and Norway voted on Monday."));
        let kinds: Vec<ActorKind> = briefing.actors.iter().map(|actor| actor.kind).collect();
        assert!(kinds.contains(&ActorKind::Place) && kinds.contains(&ActorKind::Country));
    }

    #[test]
    fn the_city_beside_a_place_and_a_town_with_a_name_are_others() {
        let text = "Ostrand, north of the city, burned. They left Ostrand for the town of Vik.";
        let briefing = brief(&document(text));
        assert!(briefing.actors.iter().all(|actor| {
            actor.mentions.iter().all(|mention| {
                let words = mention.range.slice(text);
                !words.starts_with("the city") && !words.starts_with("the town")
            })
        }));
    }

    /// How a text speaks of an actor.
    fn mentions<'t>(text: &'t str, actor: &str) -> Vec<&'t str> {
        let briefing = brief(&document(text));
        let actor = briefing.actors.into_iter().find(|known| known.name == actor).expect(actor);
        actor.mentions.iter().map(|mention| mention.range.slice(text)).collect()
    }

    #[test]
    fn the_government_is_the_one_that_was_named() {
        let text = "The Australian Government is still trying to see him. Mr Hill says the Government does not know much more.";
        assert_eq!(
            mentions(text, "Australian Government"),
            ["Australian Government", "the Government"]
        );
        let text = "Japan left. The Japanese government paid. Norwegian officials said that the government had gone too far.";
        assert_eq!(mentions(text, "Japan"), ["Japan", "The Japanese government"]);
    }

    #[test]
    fn a_phrase_ends_with_the_whole_of_a_name() {
        let text = "The government of Costa Rica has also agreed to host people.";
        assert_eq!(mentions(text, "Costa Rica")[0], "The government of Costa Rica");
    }

    #[test]
    fn a_teenager_holds_no_office() {
        let text = "The coroner, Dick Wallace, said the 15-year-old was a lonely orphan. In January last year, the teenager \
                    was given a sentence.";
        assert_eq!(mentions(text, "Dick Wallace"), ["The coroner", "Dick Wallace"]);
    }

    #[test]
    fn a_captain_is_no_state() {
        let text = "Captain America was there. America won.";
        assert_eq!(mentions(text, "America"), ["America"]);
    }
}
