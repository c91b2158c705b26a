//! Sets of mentions that mean the same one, as they grow from sieve to sieve.

use super::mention::{Being, Number, Traits};
use super::{Form, Gender, Mention};
use crate::language::NameKind;

/// What is known of one who is meant, from all mentions so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Facts {
    /// Votes for each [`NameKind`], in its order.
    pub kinds: [usize; 5],
    pub gender: Gender,
    pub plural: bool,
    /// The state or body of states that it is, by its place in the lexicon's table.
    pub state: Option<usize>,
    /// Offices held.
    pub offices: Vec<Office>,
}

impl Facts {
    pub(super) fn vote(&mut self, kind: NameKind) {
        self.kinds[slot(kind)] += 1;
    }

    /// The kind that most of the names are of; of two with as many, one that may act.
    pub(super) fn kind(&self) -> Option<NameKind> {
        KINDS
            .into_iter()
            .filter(|&kind| self.kinds[slot(kind)] > 0)
            .max_by_key(|&kind| (self.kinds[slot(kind)], kind != NameKind::Other))
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Office {
    /// In lower case and the singular, as the text has it.
    pub noun: String,
    /// All words of the description in lower case.
    pub words: Vec<String>,
    /// The state that goes with it.
    pub state: Option<usize>,
}

pub(super) struct Clusters {
    of: Vec<usize>,
    members: Vec<Vec<usize>>,
    facts: Vec<Facts>,
    names: Vec<usize>,
}

impl Clusters {
    /// Each mention by itself.
    pub(super) fn new(mentions: &[Mention], traits: &[Traits], kinds: &[Option<NameKind>]) -> Self {
        let facts = traits
            .iter()
            .zip(kinds)
            .map(|(traits, kind)| {
                let mut facts = Facts {
                    gender: traits.gender,
                    plural: traits.number == Number::Plural,
                    ..Facts::default()
                };
                if let Some(kind) = kind {
                    facts.kinds[slot(*kind)] += 1;
                }
                facts
            })
            .collect();
        Self {
            of: (0..mentions.len()).collect(),
            members: (0..mentions.len()).map(|idx| vec![idx]).collect(),
            facts,
            names: mentions.iter().map(|mention| usize::from(mention.form == Form::Name)).collect(),
        }
    }

    pub(super) fn of(&self, mention: usize) -> usize {
        self.of[mention]
    }

    pub(super) fn facts(&self, cluster: usize) -> &Facts {
        &self.facts[cluster]
    }

    pub(super) fn facts_mut(&mut self, cluster: usize) -> &mut Facts {
        &mut self.facts[cluster]
    }

    pub(super) fn members(&self, cluster: usize) -> &[usize] {
        &self.members[cluster]
    }

    /// How many of its mentions are names.
    pub(super) fn names(&self, cluster: usize) -> usize {
        self.names[cluster]
    }

    pub(super) fn kind(&self, cluster: usize) -> Option<NameKind> {
        self.facts[cluster].kind()
    }

    /// What the cluster means: by its names, else by the mention given.
    pub(super) fn being(&self, cluster: usize, traits: &Traits) -> Being {
        match self.kind(cluster) {
            Some(NameKind::Person) => Being::Person,
            Some(NameKind::Organization) => Being::Body,
            Some(NameKind::Place) => Being::Place,
            Some(NameKind::Group) => Being::Group,
            Some(NameKind::Other) => Being::Thing,
            None => traits.being,
        }
    }

    /// Makes one of the two clusters that hold these mentions.
    pub(super) fn join(&mut self, left: usize, right: usize) {
        let (mut keep, mut drop) = (self.of[left], self.of[right]);
        if keep == drop {
            return;
        }
        if self.members[keep].len() < self.members[drop].len() {
            std::mem::swap(&mut keep, &mut drop);
        }
        let moved = std::mem::take(&mut self.members[drop]);
        for &mention in &moved {
            self.of[mention] = keep;
        }
        self.members[keep].extend(moved);
        self.names[keep] += std::mem::take(&mut self.names[drop]);
        let facts = std::mem::take(&mut self.facts[drop]);
        let kept = &mut self.facts[keep];
        for (slot, votes) in facts.kinds.iter().enumerate() {
            kept.kinds[slot] += votes;
        }
        if kept.gender == Gender::Unknown {
            kept.gender = facts.gender;
        }
        kept.plural |= facts.plural;
        kept.state = kept.state.or(facts.state);
        for office in facts.offices {
            if !kept.offices.contains(&office) {
                kept.offices.push(office);
            }
        }
    }

    /// All clusters, by their first mentions.
    pub(super) fn into_members(self) -> Vec<(Vec<usize>, Facts)> {
        let mut all: Vec<(Vec<usize>, Facts)> = self
            .members
            .into_iter()
            .zip(self.facts)
            .filter(|(members, _)| !members.is_empty())
            .map(|(mut members, facts)| {
                members.sort_unstable();
                (members, facts)
            })
            .collect();
        all.sort_by_key(|(members, _)| members[0]);
        all
    }
}

pub(super) const KINDS: [NameKind; 5] =
    [NameKind::Person, NameKind::Organization, NameKind::Place, NameKind::Group, NameKind::Other];

fn slot(kind: NameKind) -> usize {
    KINDS.iter().position(|&other| other == kind).unwrap_or(0)
}
