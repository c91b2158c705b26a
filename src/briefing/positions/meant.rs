//! Whom a source means that no chain of mentions holds: `most of the Democrats`, `several hundred nurses`,
//! `Deputy Minister for Fisheries Mr. Lee`.
//!
//! Only what the words of the source themselves tell, or a name that no other actor of the article could answer to.

use super::is_headline;
use super::view::View;
use crate::briefing::{ActorId, ActorKind};
use crate::language::coref::words;
use crate::language::{Deprel, Upos};

/// Words that count out a part of those named behind them.
const SHARES: &[&str] = &[
    "all",
    "bulk",
    "dozens",
    "few",
    "half",
    "handful",
    "hundreds",
    "lots",
    "majority",
    "many",
    "most",
    "none",
    "number",
    "percent",
    "plenty",
    "quarter",
    "rest",
    "scores",
    "several",
    "share",
    "some",
    "third",
    "thousands",
    "two-thirds",
    "%",
];

/// Adjectives that only tell how many.
const AMOUNTS: &[&str] =
    &["few", "fewer", "many", "more", "most", "numerous", "other", "several", "some"];

/// Last words of addresses that stand for a government: `White House`, `Capitol Hill`, `Downing Street`.
const SEATS: &[&str] = &["hill", "house", "street"];

/// How far back, in bytes, a bare office finds whoever holds it.
const NEAR: usize = 1500;

impl View<'_> {
    /// The actor that the words of a source tell, its head being in no chain.
    pub(super) fn meant(&self, holder: usize) -> Option<ActorId> {
        self.acronym(holder)
            .or_else(|| self.part_of(holder))
            .or_else(|| self.name_at_end(holder))
            .or_else(|| self.name_at_start(holder))
            .or_else(|| self.group_of(holder))
            .or_else(|| self.people_of(holder))
            .or_else(|| self.office(holder))
            .or_else(|| self.only_body(holder))
    }

    /// For whom a spokesman speaks: `a Medicus spokesman`, `officials with the bank`, `his office`.
    pub(super) fn spoken_for(&self, holder: usize) -> Option<ActorId> {
        let body = |child: &usize| match self.deprel(*child) {
            Deprel::Compound | Deprel::NmodPoss => true,
            Deprel::Nmod => matches!(
                self.preposition(*child).as_deref(),
                Some("for" | "of" | "from" | "with" | "at")
            ),
            _ => false,
        };
        let former = self.children(holder).any(|child| self.is_one_of(child, &["former", "ex"]));
        let body = self.children(holder).find(body).filter(|_| !former)?;
        let actor = self.cast.actor_of_token(body)?;
        let kind = self.cast.actor(actor)?.kind;
        let speaks = match self.lemma(holder).to_lowercase().as_str() {
            "spokesman" | "spokeswoman" | "spokesperson" | "representative" | "journalist"
            | "correspondent" => true,
            "official" | "executive" | "leadership" | "summit" => kind == ActorKind::Organization,
            "office" | "campaign" | "team" | "camp" => {
                kind == ActorKind::Person && self.upos(body) == Upos::Pron
            }
            _ => false,
        };
        speaks.then_some(actor)
    }

    /// `WHO`, which looks like a pronoun.
    fn acronym(&self, holder: usize) -> Option<ActorId> {
        let word = self.word(holder);
        if !self.is_acronym(holder) {
            return None;
        }
        let mut known = self.cast.actors.iter();
        known.position(|actor| actor.aliases.iter().any(|alias| alias == word)).map(ActorId)
    }

    /// Whether a word is in capitals in a sentence that is not: `WHO`, but no `WHO SAID THAT?`.
    pub(super) fn is_acronym(&self, token: usize) -> bool {
        let around = [token.checked_sub(1), Some(token + 1)];
        let small = around
            .into_iter()
            .flatten()
            .any(|near| self.is_word(near) && self.word(near).chars().any(char::is_lowercase));
        self.is_shouted(token) && small
    }

    /// `most of the Democrats`, `the share of voters`: of several, most are meant when no more is told.
    fn part_of(&self, holder: usize) -> Option<ActorId> {
        let whole = self.children(holder).find(|&child| {
            matches!(self.deprel(child), Deprel::Nmod | Deprel::Obl)
                && self.preposition(child).as_deref() == Some("of")
        })?;
        let several = |actor: &ActorId| {
            self.cast.is_plural(*actor)
                || matches!(self.xpos(whole), "NNS" | "NNPS")
                || self.is_one_of(whole, &["them", "us"])
        };
        if !self.is_one_of(holder, SHARES) {
            return None;
        }
        self.named(whole).filter(several).or_else(|| self.group_of(whole))
    }

    /// `Deputy Minister for Fisheries Mr. Lee`: a person's name that ends the source, right behind a noun of his title.
    fn name_at_end(&self, holder: usize) -> Option<ActorId> {
        let source = self.analysis.tokens_in(self.source(holder));
        let last = source.end.checked_sub(1).filter(|&last| last > holder)?;
        let actor = self.cast.actor_of_token(last)?;
        let person = self.cast.actor(actor)?.kind == ActorKind::Person;
        let named = |token: usize| {
            self.cast.actor_of_token(token) == Some(actor) || self.deprel(token) == Deprel::NmodDesc
        };
        let before = source.rev().find(|&token| !named(token))?;
        let titled = matches!(self.upos(before), Upos::Noun | Upos::Propn);
        (person && titled).then_some(actor)
    }

    /// `Lee and the other ministers`: the one who is named first.
    fn name_at_start(&self, holder: usize) -> Option<ActorId> {
        let source = self.analysis.tokens_in(self.source(holder));
        let actor = self.cast.actor_of_token(source.start)?;
        let next = source
            .clone()
            .find(|&token| self.cast.actor_of_token(token) != Some(actor))
            .filter(|&next| next < holder)?;
        self.is_one_of(next, &["and"]).then_some(actor)
    }

    /// `several hundred nurses`: those whom the article calls nurses.
    fn group_of(&self, holder: usize) -> Option<ActorId> {
        let plain = self.xpos(holder) == "NNS"
            && self.children(holder).filter(|&child| child < holder).all(|child| {
                match self.deprel(child) {
                    Deprel::Amod => self.is_one_of(child, AMOUNTS),
                    Deprel::Compound | Deprel::NmodPoss | Deprel::NmodDesc => false,
                    _ => true,
                }
            });
        if !plain {
            return None;
        }
        let groups = self.cast.actors.iter().enumerate();
        let mut groups = groups.filter(|(_, actor)| {
            actor.kind == ActorKind::Group
                && actor
                    .aliases
                    .iter()
                    .chain([&actor.name])
                    .any(|name| name.eq_ignore_ascii_case(self.word(holder)))
        });
        groups.next().map(|(idx, _)| ActorId(idx))
    }

    /// `the American people`: the Americans; `Republican senators`: the Senate Republicans.
    fn people_of(&self, holder: usize) -> Option<ActorId> {
        let adjective = self.children(holder).find(|&child| {
            child + 1 == holder
                && matches!(self.deprel(child), Deprel::Amod | Deprel::Compound)
                && self.word(child).starts_with(char::is_uppercase)
        })?;
        let of = self.word(adjective);
        let party = if of == "Democratic" { "Democrats".to_owned() } else { format!("{of}s") };
        let wanted = match self.lemma(holder).to_lowercase().as_str() {
            "people" => format!("{of}s"),
            "senator" => format!("Senate {party}"),
            "representative" | "congressman" => format!("House {party}"),
            _ => return None,
        };
        let groups = self.cast.actors.iter().position(|actor| {
            matches!(actor.kind, ActorKind::Group | ActorKind::Organization)
                && actor.aliases.iter().chain([&actor.name]).any(|name| *name == wanted)
        });
        groups.map(ActorId)
    }

    /// Whether a noun stands bare behind `the`, or alone in a headline: `the governor`, and not `the former governor`.
    fn is_bare(&self, holder: usize) -> bool {
        if is_headline(self, self.range(holder)) && self.children(holder).next().is_none() {
            return true;
        }
        let definite = |child: usize| {
            self.deprel(child) == Deprel::Det && self.is_one_of(child, &["the", "this"])
        };
        self.xpos(holder) == "NN"
            && self.children(holder).any(definite)
            && self.children(holder).all(|child| {
                definite(child) || matches!(self.deprel(child), Deprel::Punct | Deprel::Case)
            })
    }

    /// `the governor`: of those whom the article calls governor, the one spoken of last.
    fn office(&self, holder: usize) -> Option<ActorId> {
        if !self.is_bare(holder) {
            return None;
        }
        let lower = self.lower(holder);
        let office = words::office_of(&lower);
        let place = self.range(holder).start();
        let chains = &self.analysis.chains;
        let holders = chains.descriptions.iter().filter(|description| {
            let noun = self.lower(description.head);
            // "Gov." is a governor; "leader" and "president" are two words.
            let short = noun.strip_suffix('.');
            noun == lower || short.is_some_and(|noun| words::office_of(noun) == office)
        });
        let last = holders.filter_map(|description| {
            let actor = self.cast.actor_at(chains.mentions.get(description.mention)?.range)?;
            let known = self.cast.actor(actor).filter(|actor| actor.kind == ActorKind::Person)?;
            let starts = || known.mentions.iter().map(|mention| mention.range.start());
            // A headline says first what the article then explains.
            let last = match starts().filter(|&start| start < place).max() {
                Some(last) => last,
                None => starts().next().filter(|_| is_headline(self, self.range(holder)))?,
            };
            (place.abs_diff(last) < NEAR).then_some((last, actor))
        });
        last.max_by_key(|&(last, _)| last).map(|(_, actor)| actor)
    }

    /// `the university`: the only body whose name holds the word.
    fn only_body(&self, holder: usize) -> Option<ActorId> {
        if !self.is_bare(holder) {
            return None;
        }
        let lower = self.lower(holder);
        // "the House" is a chamber, and not the White House.
        if SEATS.contains(&lower.as_str()) {
            return None;
        }
        let mut bodies = self.cast.actors.iter().enumerate().filter(|(_, actor)| {
            actor.kind == ActorKind::Organization
                && actor.aliases.iter().chain([&actor.name]).any(|name| {
                    name.split(' ').any(|word| {
                        word.starts_with(char::is_uppercase) && word.to_lowercase() == lower
                    })
                })
        });
        let (idx, _) = bodies.next()?;
        bodies.next().is_none().then_some(ActorId(idx))
    }
}

#[cfg(test)]
mod tests {
    use crate::briefing::positions::testing::texts;

    #[test]
    fn a_name_behind_a_title_is_whose_title_it_is() {
        assert_eq!(
            texts(
                "Deputy Minister for Fisheries Mr. Toivonen says the fees will rise. Toivonen left."
            ),
            ["Toivonen says the fees will rise."]
        );
    }

    #[test]
    fn a_people_goes_by_its_name() {
        assert_eq!(
            texts("The American people want a new dam. Americans have waited long."),
            ["Americans want a new dam."]
        );
    }

    #[test]
    fn a_share_of_a_group_speaks_for_it() {
        assert_eq!(
            texts("Most of the Democrats said the toll was too high. The Democrats left."),
            ["Most of the Democrats said the toll was too high."]
        );
    }
}
