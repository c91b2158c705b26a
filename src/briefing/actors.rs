//! Chains of mentions become actors: who matters, what they are called, and what they are.
//!
//! `language::coref` says which mentions mean the same one. This file chooses those that act, ranks
//! them, and answers for the other lists which actor a place in the text means.

use std::collections::BTreeMap;

use super::{Actor, ActorId, ActorKind, Evidence, Mention, MentionForm};
use crate::document::Document;
use crate::language::coref::{Chain, Chains, Form, Gender};
use crate::language::{Analysis, NameKind};
use crate::text::TextRange;

/// The actors of an article, most salient first, and the way from places in the text to them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cast {
    pub actors: Vec<Actor>,
    traits: Vec<Traits>,
    /// From the index of a token to the actor that the innermost mention over it means.
    tokens: BTreeMap<usize, ActorId>,
    /// Every mention, in the order of the text.
    places: Vec<(TextRange, ActorId, MentionForm)>,
}

/// What sentences about an actor need to know.
#[derive(Clone, Debug, Default, PartialEq)]
struct Traits {
    short: String,
    gender: Gender,
    plural: bool,
}

impl Cast {
    /// Whom the mention that holds the token `token` means: a name, a nominal or a pronoun. The head of a
    /// title before a name means its bearer too.
    pub fn actor_of_token(&self, token: usize) -> Option<ActorId> {
        self.tokens.get(&token).copied()
    }

    /// Whom the words at `range` mean: the mention that is these words, else the largest inside them, else the
    /// smallest around them.
    pub fn actor_at(&self, range: TextRange) -> Option<ActorId> {
        let overlapping = || self.places.iter().filter(|(place, ..)| place.overlaps(range));
        let inside = overlapping()
            .filter(|(place, ..)| range.contains_range(*place))
            .max_by_key(|(place, ..)| place.len());
        let around = || {
            overlapping()
                .filter(|(place, ..)| place.contains_range(range))
                .min_by_key(|(place, ..)| place.len())
        };
        inside.or_else(around).map(|&(_, actor, _)| actor)
    }

    /// The actors that `range` names, each once, in the order of their first places there.
    pub fn named_in(&self, range: TextRange) -> Vec<ActorId> {
        self.found_in(range, |form| form == MentionForm::Name)
    }

    /// The actors that `range` names or means by a nominal or a pronoun, each once, in the order of the text.
    pub fn mentioned_in(&self, range: TextRange) -> Vec<ActorId> {
        self.found_in(range, |_| true)
    }

    fn found_in(&self, range: TextRange, wanted: impl Fn(MentionForm) -> bool) -> Vec<ActorId> {
        let first = self.places.partition_point(|(place, ..)| place.start() < range.start());
        let mut found = Vec::new();
        for &(place, actor, form) in &self.places[first..] {
            if place.start() >= range.end() {
                break;
            }
            if range.contains_range(place) && wanted(form) && !found.contains(&actor) {
                found.push(actor);
            }
        }
        found
    }

    pub fn actor(&self, id: ActorId) -> Option<&Actor> {
        self.actors.get(id.0)
    }

    /// What running text calls the actor: `Lukashenko`, `Russia`, `the EU`.
    pub fn short_name(&self, id: ActorId) -> &str {
        self.traits.get(id.0).map_or("", |traits| &traits.short)
    }

    /// Of a person; `Unknown` for all else.
    pub fn gender(&self, id: ActorId) -> Gender {
        self.traits.get(id.0).map_or(Gender::Unknown, |traits| traits.gender)
    }

    /// Whether a verb after the name stands in the plural: `the Taliban say`.
    pub fn is_plural(&self, id: ActorId) -> bool {
        self.traits.get(id.0).is_some_and(|traits| traits.plural)
    }
}

/// The actors of an article.
pub fn find(document: &Document, analysis: &Analysis) -> Cast {
    let chains = &analysis.chains;
    let mut ranked: Vec<(&Chain, ActorKind)> =
        chains.chains.iter().filter_map(|chain| Some((chain, kind(chain)?))).collect();
    ranked.sort_by_key(|(chain, _)| std::cmp::Reverse(chain.mentions.len()));
    let most = ranked.first().map_or(1, |(chain, _)| chain.mentions.len());
    let mut cast = Cast::default();
    for (chain, kind) in ranked {
        let id = ActorId(cast.actors.len());
        let salience = chain.mentions.len() as f32 / most as f32;
        let Some(actor) = actor(document, chains, chain, kind, salience) else { continue };
        for &mention in &chain.mentions {
            let mention = &chains.mentions[mention];
            cast.tokens.extend(mention.tokens.clone().map(|token| (token, id)));
            cast.places.push((mention.range, id, form(mention.form)));
        }
        let short = match kind {
            ActorKind::Person => actor.name.rsplit(' ').next().unwrap_or(&actor.name).to_owned(),
            _ => actor.name.clone(),
        };
        cast.traits.push(Traits { short, gender: chain.gender, plural: chain.plural });
        cast.actors.push(actor);
    }
    cast.places.sort_by_key(|&(place, ..)| place);
    cast
}

fn actor(
    document: &Document,
    chains: &Chains,
    chain: &Chain,
    kind: ActorKind,
    salience: f32,
) -> Option<Actor> {
    let mentions: Vec<Mention> = chain
        .mentions
        .iter()
        .map(|&idx| &chains.mentions[idx])
        .map(|mention| Mention { range: mention.range, form: form(mention.form) })
        .collect();
    let name = mentions.iter().find(|mention| mention.form == MentionForm::Name)?;
    Some(Actor {
        name: name.range.slice(document.text()).to_owned(),
        kind,
        role: None,
        aliases: Vec::new(),
        salience,
        evidence: Evidence::one(name.range)?,
        mentions,
    })
}

fn kind(chain: &Chain) -> Option<ActorKind> {
    match chain.kind? {
        NameKind::Person => Some(ActorKind::Person),
        NameKind::Organization => Some(ActorKind::Organization),
        NameKind::Place => Some(ActorKind::Place),
        NameKind::Group => Some(ActorKind::Group),
        NameKind::Other => None,
    }
}

fn form(form: Form) -> MentionForm {
    match form {
        Form::Name => MentionForm::Name,
        Form::Nominal => MentionForm::Nominal,
        Form::Pronoun => MentionForm::Pronoun,
    }
}
