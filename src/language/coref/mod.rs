//! Who is who: mentions, and the chains of mentions that mean the same one.
//!
//! Names come from `language::names`; nominals (`the prime minister`) and pronouns are found here. Sieves
//! link them, the surest first; what they are not sure of stays unlinked, for a wrong link hurts a reader
//! more than a missing one. Which chains matter, and what they are called, is for `briefing::actors` to say.

mod beside;
mod binding;
mod bodies;
mod cluster;
mod company;
mod definite;
mod grammar;
pub mod homes;
pub mod inner;
mod lead;
mod mention;
mod metonym;
mod nameless;
mod namesakes;
mod naming;
mod narrator;
mod nicknames;
mod nominal;
mod owned;
mod places;
mod predicate;
mod pronoun;
mod public;
mod recurring;
mod roles;
mod shortened;
mod speaker;
mod states;
mod telling;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod title;
mod unnamed;
mod willing;
pub mod words;

use std::collections::BTreeMap;
use std::ops::Range;

use super::lexicon::lexicon;
use super::{Analysis, Deprel, NameKind};
use crate::document::{BlockKind, Document};
use crate::text::TextRange;
use cluster::{Clusters, Facts};
use grammar::Grammar;
use mention::Being;
use nominal::Source;
pub use roles::{Description, Source as DescriptionSource};
use states::States;
pub use title::is_one_office;

/// One expression that means somebody or something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    pub range: TextRange,
    /// Half-open range of indices into [`Analysis::tokens`].
    pub tokens: Range<usize>,
    /// The token that the rest hangs on, inside `tokens`.
    pub head: usize,
    pub form: Form,
    /// Index into [`Analysis::names`], for names.
    pub name: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    Name,
    Nominal,
    Pronoun,
}

/// All mentions of the same one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chain {
    /// Indices into [`Chains::mentions`], rising; never empty.
    pub mentions: Vec<usize>,
    /// What its names are, by most of them; `None` for a chain without a name.
    pub kind: Option<NameKind>,
    pub gender: Gender,
    pub plural: bool,
    /// The state or body of states that it is, for `Powers::power`.
    pub power: Option<usize>,
    /// Of a chain without a name: the description that is as good as one (`China's commerce ministry`) of one
    /// who acts, and what it means.
    pub defined: Option<(usize, NameKind)>,
}

/// Of a person, as far as the text or the given name tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Gender {
    #[default]
    Unknown,
    Female,
    Male,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chains {
    /// In the order of the text, an outer one before what lies inside it.
    pub mentions: Vec<Mention>,
    /// In the order of their first mentions; no mention is in two. Chains of one nominal or one pronoun are left out.
    pub chains: Vec<Chain>,
    /// What the text says of who they are, in the order of the mentions.
    pub descriptions: Vec<Description>,
    /// For each quotation, in their order: the mention that speaks.
    pub speakers: Vec<Option<usize>>,
}

/// Links the mentions of an article. `analysis` holds all other stages' results.
pub fn link(document: &Document, analysis: &Analysis) -> Chains {
    let grammar = Grammar::new(document, analysis);
    let (mentions, traits) = mention::find(&grammar);
    let forms = naming::forms(&grammar, &mentions);
    let kinds: Vec<Option<NameKind>> = forms.iter().map(|form| form.kind).collect();
    let states = States::read(&grammar, &mentions);
    let mut clusters = Clusters::new(&mentions, &traits, &kinds);

    naming::link(&grammar, &mentions, &forms, &states, &mut clusters);
    let mut descriptions = roles::find(&grammar, &mentions);
    roles::link(&grammar, &mentions, &descriptions, &states, &mut clusters);
    homes::note_shared_titles(&grammar, &mentions, |idx| kinds[idx], &mut clusters);
    let source = Source {
        grammar: &grammar,
        mentions: &mentions,
        traits: &traits,
        forms: &forms,
        states: &states,
    };
    namesakes::mend_genders(&source, &mut clusters);
    unnamed::link_defining(&source, &mut clusters);
    let nominals = nominal::Linker::new(&source, &clusters);
    nominals.link(&mut clusters);
    nominals.link_recurring(&mut clusters);
    nominals.link_lone(&mut clusters);
    lead::link(&source, &mut clusters);
    bodies::link_restyled(&grammar, &mentions, &mut clusters);
    let mut crowds = unnamed::link_crowds(&source, &mut clusters);
    nameless::link(&source, &mut clusters, &mut crowds);
    let speakers = speaker::of_quotations(&grammar, &mentions);
    pronoun::Linker { source: &source, speakers: &speakers }.link(&mut clusters);
    link_first_person(&source, &descriptions, &speakers, &mut clusters);
    link_own_countries(&source, &mut clusters);
    link_my_country(&source, &mut clusters);
    owned::link(&source, &descriptions, &mut clusters);
    predicate::link_predicates(&source, &mut clusters);
    descriptions.extend(roles::find_by_pronouns(&grammar, &mentions, &clusters));
    descriptions.sort_by_key(|description| description.mention);

    let chains = clusters.into_members();
    let chains = chains
        .into_iter()
        .map(|(members, facts)| chain(&source, &crowds, without_inner(&mentions, members), &facts))
        .filter(|chain| chain.mentions.len() > 1 || chain.kind.is_some() || chain.defined.is_some())
        .collect();
    Chains { mentions, chains, descriptions, speakers }
}

/// The mentions of a chain without the names inside of its own names: `State` of `State Department` is no second one.
fn without_inner(mentions: &[Mention], mut members: Vec<usize>) -> Vec<usize> {
    let mut end = 0;
    members.retain(|&idx| {
        let mention = &mentions[idx];
        let inner = mention.form == Form::Name && mention.tokens.end <= end;
        if mention.form == Form::Name {
            end = end.max(mention.tokens.end);
        }
        !inner
    });
    members
}

fn chain(
    source: &Source<'_>,
    crowds: &BTreeMap<usize, NameKind>,
    mentions: Vec<usize>,
    facts: &Facts,
) -> Chain {
    let kind = facts.kind();
    let crowd = || mentions.iter().find_map(|&idx| Some((idx, *crowds.get(&idx)?)));
    let defined = if kind.is_none() { definition(source, &mentions).or_else(crowd) } else { None };
    Chain {
        mentions,
        kind,
        gender: facts.gender,
        plural: facts.plural,
        power: facts.state,
        defined,
    }
}

/// The description that stands for a name, where the one who is meant acts: a body that is a subject, a group
/// that says something. A headline alone defines nobody: `U.N. agency halts aid` is one that the text names.
fn definition(source: &Source<'_>, mentions: &[usize]) -> Option<(usize, NameKind)> {
    let grammar = source.grammar;
    let headline =
        |idx: usize| grammar.block_kind(source.mentions[idx].head) == Some(BlockKind::Title);
    let (idx, kind) = mentions
        .iter()
        .filter(|&&idx| !headline(idx))
        .filter(|&&idx| !unnamed::is_some_of_many(grammar, &source.mentions[idx]))
        .find_map(|&idx| Some((idx, unnamed::defines(source, idx)?)))?;
    let body = kind == NameKind::Organization;
    let acts = |speaking: bool| {
        mentions.iter().any(|&idx| {
            let head = source.mentions[idx].head;
            let does = grammar.deprel(head) == Deprel::Nsubj;
            let verb = grammar.head(head).filter(|&verb| does && grammar.is_verb(verb));
            let doing = |verb: usize| {
                !speaking
                    || grammar
                        .analysis
                        .children(head)
                        .any(|child| unnamed::takes_a_side(grammar, child))
                    || speaker::is_saying(grammar, verb)
                    || unnamed::takes_sides(&grammar.lemma(verb))
            };
            grammar.deprel(head) == Deprel::OblAgent
                || verb.or_else(|| unnamed::deed_of(grammar, head)).is_some_and(doing)
        })
    };
    let often = mentions.len() > 1;
    (acts(!body && !often) || (body && often)).then_some((idx, kind))
}

/// `I` and `my` mean who speaks: in a quotation its speaker, elsewhere the one whose text it is.
fn link_first_person(
    source: &Source<'_>,
    descriptions: &[Description],
    speakers: &[Option<usize>],
    clusters: &mut Clusters,
) {
    let people: Vec<usize> = (0..source.mentions.len())
        .filter(|&idx| source.forms[idx].kind == Some(NameKind::Person))
        .collect();
    let narrators = narrator::Narrators::find(source.grammar, source.mentions, &people);
    for (idx, traits) in source.traits.iter().enumerate() {
        if source.mentions[idx].form != Form::Pronoun {
            continue;
        }
        let token = source.mentions[idx].head;
        let quoted = traits.quotation.map(|quotation| speakers.get(quotation).copied().flatten());
        let meant = match traits.noun.as_str() {
            "i" | "me" | "my" | "mine" | "myself" => {
                quoted.unwrap_or_else(|| narrators.first_person_at(token))
            }
            "you" | "your" | "yours" | "yourself"
                if quoted.is_none() && asks(source, &narrators, token) =>
            {
                narrators.second_person_at(token)
            }
            "we" | "us" | "our" | "ours" | "ourselves" => quoted
                .flatten()
                .and_then(|speaker| spoken_for(source, descriptions, speaker, clusters)),
            _ => None,
        };
        if let Some(meant) = meant {
            clusters.join(meant, idx);
        }
    }
}

/// Whom `we` means when this mention speaks: a body that speaks, or the body or state whose officer does. Of any
/// other person nobody can tell with whom.
fn spoken_for(
    source: &Source<'_>,
    descriptions: &[Description],
    speaker: usize,
    clusters: &Clusters,
) -> Option<usize> {
    let cluster = clusters.of(speaker);
    if clusters.kind(cluster) != Some(NameKind::Person) {
        return Some(speaker);
    }
    let offices = descriptions.iter().filter(|description| {
        clusters.of(description.mention) == cluster && description.is_held(source.grammar)
    });
    let body = |mention: &usize| {
        let kind = source.forms[*mention].kind;
        let state = source.states.of_mention(*mention).is_some();
        source.mentions[*mention].form == Form::Name
            && (state || kind == Some(NameKind::Organization))
    };
    let states = |description: &Description| {
        let state = description.tokens.clone().find_map(|token| source.states.of_token(token))?;
        (0..source.mentions.len()).find(|&idx| source.states.of_mention(idx) == Some(state))
    };
    offices.into_iter().find_map(|description| {
        let tokens = &description.tokens;
        let from = source.mentions.partition_point(|mention| mention.tokens.start < tokens.start);
        (from..source.mentions.len())
            .take_while(|&idx| source.mentions[idx].tokens.start < tokens.end)
            .find(|idx| source.mentions[*idx].tokens.end <= tokens.end && body(idx))
            .or_else(|| states(description))
    })
}

/// Whether `you` at this token is said to the one who tells the rest: in a paragraph that asks, or one without
/// an `I` of its own; in a letter everywhere.
fn asks(source: &Source<'_>, narrators: &narrator::Narrators, token: usize) -> bool {
    if narrators.is_letter {
        return true;
    }
    let grammar = source.grammar;
    let blocks = grammar.document.blocks();
    let Some(block) = blocks.get(grammar.block(token)) else { return false };
    let words = grammar.analysis.tokens_in(block.range);
    let asking = grammar.document.asks(grammar.block(token));
    let telling =
        words.clone().any(|token| matches!(grammar.word(token), "I" | "my" | "me" | "we" | "our"));
    asking || (words.len() < 60 && !telling)
}

/// `his country`, `his home state`: the state whose office its owner holds. `His neighboring state of Ohio` is another.
fn link_own_countries(source: &Source<'_>, clusters: &mut Clusters) {
    let by_token = by_token(source.mentions);
    let mut named: BTreeMap<usize, usize> = BTreeMap::new();
    for idx in 0..source.mentions.len() {
        if let Some(state) = source.states.of_mention(idx) {
            named.entry(state).or_insert(idx);
        }
    }
    for (idx, traits) in source.traits.iter().enumerate() {
        let country = traits.being == Being::Place && words::is_state_noun(&traits.noun);
        if !country
            || source.mentions[idx].form != Form::Nominal
            || traits.number == mention::Number::Plural
        {
            continue;
        }
        let (grammar, head) = (source.grammar, source.mentions[idx].head);
        let another = grammar.analysis.children(head).any(|child| match grammar.deprel(child) {
            Deprel::Nmod | Deprel::Appos => true,
            Deprel::Amod | Deprel::Compound => {
                !matches!(grammar.lower(child).as_str(), "own" | "home" | "native" | "whole")
            }
            _ => false,
        });
        if another {
            continue;
        }
        let owner = grammar.child(head, Deprel::NmodPoss);
        let Some(&owner) = owner.and_then(|owner| by_token.get(&owner)) else { continue };
        let facts = clusters.facts(clusters.of(owner));
        let state = facts.offices.iter().find_map(|office| office.state);
        if let Some(&state) = state.and_then(|state| named.get(&state)) {
            clusters.join(state, idx);
        }
    }
}

/// `my country`, `my Government`, `our Nation`: in a text of one who speaks for it, the state that it speaks of most by
/// far.
fn link_my_country(source: &Source<'_>, clusters: &mut Clusters) {
    let mut counts: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    for idx in 0..source.mentions.len() {
        let state = source.states.of_mention(idx);
        let country = |state: &usize| lexicon().powers().power(*state).kind.is_country();
        if let Some(state) = state.filter(country) {
            counts.entry(state).or_insert((0, idx)).0 += 1;
        }
    }
    let mut most: Vec<(usize, usize)> = counts.into_values().collect();
    most.sort_by_key(|&(count, first)| (std::cmp::Reverse(count), first));
    let second = most.get(1).map_or(0, |&(count, _)| count);
    let leads = |count: usize, least: usize| count >= least && count >= 2 * second;
    let Some(&(count, first)) = most.first().filter(|(count, _)| leads(*count, 2)) else { return };
    for (idx, traits) in source.traits.iter().enumerate() {
        let own = source.mentions[idx].form == Form::Nominal
            && traits.quotation.is_none()
            && traits.number != mention::Number::Plural
            && (words::is_state_noun(&traits.noun) || traits.noun == "government");
        let (grammar, head) = (source.grammar, source.mentions[idx].head);
        let owner = grammar.child(head, Deprel::NmodPoss);
        let mine = owner.is_some_and(|owner| grammar.lower(owner) == "my") && leads(count, 3);
        // `our country`, `this nation`, alone or with an adjective that tells nothing apart.
        let ours = matches!(traits.noun.as_str(), "country" | "nation")
            && matches!(grammar.lower(source.mentions[idx].tokens.start).as_str(), "our" | "this");
        let capital = matches!(grammar.word(head), "Nation" | "Country")
            && head > 0
            && matches!(grammar.lower(head - 1).as_str(), "the" | "our" | "this");
        if own
            && (mine || ours || capital && leads(count, 3))
            && clusters.names(clusters.of(idx)) == 0
        {
            clusters.join(first, idx);
        }
    }
}

/// From the heads of the mentions of one form to the mentions.
fn by_head(mentions: &[Mention], form: Form) -> BTreeMap<usize, usize> {
    mentions
        .iter()
        .enumerate()
        .filter(|(_, mention)| mention.form == form)
        .map(|(idx, mention)| (mention.head, idx))
        .collect()
}

/// From the heads of all mentions to the mentions; from the other tokens of names to the names.
fn by_token(mentions: &[Mention]) -> BTreeMap<usize, usize> {
    let mut found = BTreeMap::new();
    for (idx, mention) in mentions.iter().enumerate() {
        if mention.form == Form::Name {
            found.extend(mention.tokens.clone().map(|token| (token, idx)));
        }
    }
    for (idx, mention) in mentions.iter().enumerate() {
        found.insert(mention.head, idx);
    }
    found
}
