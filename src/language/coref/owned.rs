//! `His wife`, `Roe's campaign manager`, `her party`, `her campaign`: whom or what somebody with a name has, once it is
//! known whom the pronouns mean.

use std::collections::BTreeMap;
use std::ops::Range;

use super::cluster::Clusters;
use super::mention::{Being, Number};
use super::nominal::{Source, clash};
use super::roles::{Description, Source as DescriptionSource};
use super::unnamed;
use super::words;
use super::{Form, Gender};
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Deprel, NameKind, Upos};

/// Links what is owned to whom or what the text names as owned so.
pub(super) fn link(source: &Source<'_>, descriptions: &[Description], clusters: &mut Clusters) {
    let owned = Owned { source, by_token: super::by_token(source.mentions) };
    owned.link_people(descriptions, clusters);
    owned.link_parties(clusters);
    owned.link_bodies(clusters);
}

struct Owned<'a> {
    source: &'a Source<'a>,
    by_token: BTreeMap<usize, usize>,
}

/// One person is another's: mentions of both.
struct Tie {
    owner: usize,
    owned: usize,
}

impl Owned<'_> {
    /// The mention of the owner that `tokens` with the noun `head` tell of, and the words that tell what is owned from
    /// the owner's other things: `campaign manager` of `Roe's campaign manager` and of `the Roe campaign manager`.
    fn told(&self, tokens: Range<usize>, head: usize) -> Option<(usize, String)> {
        let grammar = self.source.grammar;
        let person = |token: usize| {
            let mention = *self.by_token.get(&token)?;
            self.source.forms[mention].is_person().then_some(mention)
        };
        let before = tokens.start..head;
        let owner = grammar
            .child(head, Deprel::NmodPoss)
            .and_then(|owner| self.by_token.get(&owner).copied())
            .or_else(|| before.clone().find_map(person))
            .or_else(|| person(head + 2).filter(|_| grammar.word(head + 1) == "of"))?;
        let own = self.source.mentions[owner].tokens.clone();
        let mut words: Vec<String> = before
            .filter(|token| !own.contains(token))
            .filter(|&token| {
                matches!(
                    grammar.upos(token),
                    Upos::Adj | Upos::Noun | Upos::Propn | Upos::Verb | Upos::Num
                ) && !(token < own.start && words::is_title(&grammar.lower(token)))
            })
            .map(|token| grammar.lower(token))
            .filter(|word| !matches!(word.as_str(), "own" | "longtime" | "beloved" | "dear"))
            .collect();
        words.push(noun(&grammar.lemma(head)).to_owned());
        Some((owner, words.join(" ")))
    }

    /// `his wife` for whom the text calls so: `Roe and his wife, Ann`; `her husband` for the one whose wife she is.
    fn link_people(&self, descriptions: &[Description], clusters: &mut Clusters) {
        let (source, grammar) = (self.source, self.source.grammar);
        let mut ties: BTreeMap<String, Vec<Tie>> = BTreeMap::new();
        let mut open: Vec<(usize, usize, String)> = Vec::new();
        for (idx, mention) in source.mentions.iter().enumerate() {
            let traits = &source.traits[idx];
            let one = mention.form == Form::Nominal
                && traits.being == Being::Person
                && traits.number == Number::Singular
                && !is_one_of_many(&traits.noun);
            let told = one.then(|| self.told(mention.tokens.clone(), mention.head)).flatten();
            let Some((owner, words)) = told else { continue };
            match clusters.kind(clusters.of(idx)) {
                Some(NameKind::Person) => {
                    ties.entry(words).or_default().push(Tie { owner, owned: idx });
                }
                None => open.push((idx, owner, words)),
                Some(_) => {}
            }
        }
        for description in descriptions {
            let owned = description.mention;
            let title = description.source == DescriptionSource::Title
                && clusters.kind(clusters.of(owned)) == Some(NameKind::Person)
                && !is_one_of_many(&grammar.lemma(description.head));
            // The pronoun is left out of what stands for itself.
            let tokens = description.tokens.start.saturating_sub(1)..description.tokens.end;
            if let Some((owner, words)) =
                title.then(|| self.told(tokens, description.head)).flatten()
            {
                ties.entry(words).or_default().push(Tie { owner, owned });
            }
        }
        let inverse: Vec<(&str, Tie)> = ties
            .iter()
            .flat_map(|(words, ties)| ties.iter().map(move |tie| (words, tie)))
            .filter_map(|(words, tie)| {
                let gender = clusters.facts(clusters.of(tie.owner)).gender;
                Some((turned(words, gender)?, Tie { owner: tie.owned, owned: tie.owner }))
            })
            .collect();
        for (words, tie) in inverse {
            ties.entry(words.to_owned()).or_default().push(tie);
        }
        for (idx, owner, words) in open {
            let Some(ties) = ties.get(&words) else { continue };
            let own = |tie: &&Tie| clusters.of(tie.owner) == clusters.of(owner);
            let mut fits = ties.iter().filter(own).map(|tie| tie.owned);
            let Some(first) = fits.next() else { continue };
            let known = clusters.of(first);
            let gender = clusters.facts(known).gender;
            let sure = fits.all(|other| clusters.of(other) == known)
                && known != clusters.of(owner)
                && clusters.kind(known) == Some(NameKind::Person)
                && !clash(gender, source.traits[idx].gender);
            if sure {
                clusters.join(first, idx);
            }
        }
    }

    /// `her party` of a senator whom the text calls a Democrat.
    fn link_parties(&self, clusters: &mut Clusters) {
        let source = self.source;
        let mut named: BTreeMap<String, usize> = BTreeMap::new();
        for (idx, form) in source.forms.iter().enumerate() {
            let name = source.mentions[idx].range.slice(source.grammar.text());
            let party = source.mentions[idx].form == Form::Name
                && !form.is_person()
                && (lexicon().senses(name).any(Senses::PARTY)
                    || form.words.last().is_some_and(|last| last == "party"));
            if !party {
                continue;
            }
            // `Republican` leads to the `GOP` that stands in the text.
            let whole = lexicon().body(name).map(str::to_lowercase).unwrap_or_default();
            let words = form.words.iter().map(String::as_str).chain(whole.split(' '));
            for word in words.filter(|word| !matches!(*word, "" | "party" | "national" | "the")) {
                named.entry(word.trim_end_matches('s').to_owned()).or_insert(idx);
            }
        }
        if named.is_empty() {
            return;
        }
        for (idx, traits) in source.traits.iter().enumerate() {
            let mention = &source.mentions[idx];
            let bare = mention.form == Form::Nominal
                && traits.noun == "party"
                && traits.number == Number::Singular
                && clusters.names(clusters.of(idx)) == 0;
            // `Cheers rang out at his party.`
            let at = source.grammar.preposition(mention.head);
            let there = matches!(at.as_deref(), Some("at" | "to" | "from"));
            let told = (bare && !there)
                .then(|| self.told(mention.tokens.clone(), mention.head))
                .flatten()
                .filter(|(_, words)| words == "party");
            let Some((owner, _)) = told else { continue };
            let offices = &clusters.facts(clusters.of(owner)).offices;
            let mut parties = offices
                .iter()
                .flat_map(|office| &office.words)
                .filter_map(|word| named.get(word.trim_end_matches('s')))
                .copied();
            if let Some(party) = parties.next()
                && parties.all(|other| clusters.of(other) == clusters.of(party))
            {
                clusters.join(party, idx);
            }
        }
    }

    /// `her campaign` beside `Roe's campaign`, `his ministry` beside `Ostland's foreign ministry`.
    fn link_bodies(&self, clusters: &mut Clusters) {
        let source = self.source;
        let mut named: BTreeMap<&str, Vec<Tie>> = BTreeMap::new();
        let mut open: Vec<(usize, usize)> = Vec::new();
        for (idx, mention) in source.mentions.iter().enumerate() {
            let traits = &source.traits[idx];
            if mention.form != Form::Nominal || traits.being != Being::Body {
                continue;
            }
            let told = self.told(mention.tokens.clone(), mention.head);
            let Some((owner, _)) = told.filter(|(_, words)| *words == traits.noun) else {
                continue;
            };
            if unnamed::defines(source, idx) == Some(NameKind::Organization) {
                if source.forms[owner].is_person() {
                    named.entry(&traits.noun).or_default().push(Tie { owner, owned: idx });
                }
            } else if clusters.members(clusters.of(idx)).len() == 1
                && traits.number == Number::Singular
            {
                open.push((idx, owner));
            }
        }
        for (idx, owner) in open {
            let Some(ties) = named.get(source.traits[idx].noun.as_str()) else { continue };
            let own = |tie: &&Tie| clusters.of(tie.owner) == clusters.of(owner);
            if let Some(tie) = ties.iter().find(own) {
                clusters.join(tie.owned, idx);
            }
        }
    }
}

/// Words that mean the same relative, by one of them.
fn noun(noun: &str) -> &str {
    match noun {
        "dad" => "father",
        "mom" | "mum" => "mother",
        other => other,
    }
}

/// What the owner is to whom is owned: the husband of his wife. `gender` is the owner's.
fn turned(words: &str, gender: Gender) -> Option<&'static str> {
    match (words, gender) {
        ("wife" | "husband", Gender::Male) | ("wife", Gender::Unknown) => Some("husband"),
        ("wife" | "husband", Gender::Female) | ("husband", Gender::Unknown) => Some("wife"),
        ("father" | "mother", Gender::Male) => Some("son"),
        ("father" | "mother", Gender::Female) => Some("daughter"),
        ("son" | "daughter", Gender::Male) => Some("father"),
        ("son" | "daughter", Gender::Female) => Some("mother"),
        ("brother" | "sister", Gender::Male) => Some("brother"),
        ("brother" | "sister", Gender::Female) => Some("sister"),
        _ => None,
    }
}

/// Of whom somebody has many, so that the next one may well be another.
fn is_one_of_many(noun: &str) -> bool {
    matches!(words::office_of(noun), "adviser" | "lawyer" | "envoy" | "lawmaker")
        || matches!(
            noun,
            "supporter"
                | "ally"
                | "friend"
                | "colleague"
                | "critic"
                | "surrogate"
                | "donor"
                | "fan"
                | "fellow"
                | "member"
                | "official"
                | "staffer"
                | "employee"
                | "guest"
                | "neighbor"
                | "neighbour"
                | "cousin"
                | "associate"
                | "backer"
                | "voter"
                | "delegate"
                | "follower"
                | "child"
                | "kid"
                | "client"
                | "victim"
                | "citizen"
                | "relative"
                | "opponent"
                | "rival"
                | "enemy"
        )
}

#[cfg(test)]
mod tests {
    use crate::briefing::brief;
    use crate::testing::document;

    /// Expects the actor of this name to have the mention.
    #[track_caller]
    fn check(text: &str, name: &str, mention: &str) {
        let briefing = brief(&document(text));
        let actor = briefing.actors.iter().find(|actor| actor.name == name);
        let mentions: Vec<&str> = actor
            .map(|actor| actor.mentions.iter().map(|known| known.range.slice(text)).collect())
            .unwrap_or_default();
        assert!(mentions.contains(&mention), "{mention} in {mentions:?}");
    }

    #[test]
    fn who_is_somebodys_wife_is_meant_again_and_has_a_husband() {
        let text = "Tom Hale came to Selm with his wife, Ann Lund. On Friday Ann Lund spoke. She thanked her husband. \
                    Hale's wife left at noon.";
        check(text, "Tom Hale", "her husband");
        check(text, "Ann Lund", "Hale's wife");
    }

    #[test]
    fn a_title_stands_between_a_relative_and_the_name() {
        check(
            "Ann Lund met her husband, former President Tom Hale, and her daughter, Eva.",
            "Tom Hale",
            "her husband",
        );
    }

    #[test]
    fn a_campaign_has_one_manager() {
        let text = "Hale's campaign manager, Ann Lund, quit. Tom Hale said that his campaign manager had been tired.";
        check(text, "Ann Lund", "his campaign manager");
    }

    #[test]
    fn a_party_is_that_of_its_member() {
        let text = "Sen. Tom Hale, a Republican, spoke in Selm. The Republican Party met on Monday. Hale warned his party.";
        check(text, "Republican Party", "his party");
    }

    #[test]
    fn a_campaign_is_its_owners() {
        let text = "Tom Hale's campaign said it was sorry. Hale left on Monday. He closed his campaign on Friday.";
        check(text, "Tom Hale's campaign", "his campaign");
    }
}
