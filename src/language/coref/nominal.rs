//! `The Belarusian leader`, `the ministry`, `his country`: descriptions of one who has a name.
//!
//! Only definite phrases are tried, and a phrase that fits two stays unlinked.

use std::collections::{BTreeMap, BTreeSet};

use super::cluster::Clusters;
use super::grammar::Grammar;
use super::mention::{Being, Number, Traits};
use super::naming::NameForm;
use super::places::{foremost_country, homeland};
use super::recurring::belongs_to_the_scene;
use super::states::States;
use super::unnamed;
use super::words;
use super::{Form, Gender, Mention};
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Deprel, NameKind};

pub(super) struct Linker<'a> {
    pub(super) source: &'a Source<'a>,
    /// The first name of each state in the text.
    states: BTreeMap<usize, usize>,
    /// How often each part of a country is named.
    provinces: BTreeMap<usize, usize>,
    /// A name of the one country that the text is about.
    pub(super) homeland: Option<usize>,
    /// By the class of the office, a name of each person who holds one.
    holders: BTreeMap<String, Vec<usize>>,
    /// By all words of their names, a name of each body.
    pub(super) whole: BTreeMap<String, usize>,
    /// By each word of their names, the names of bodies, in the order of the text.
    pub(super) bodies: BTreeMap<&'a str, Vec<usize>>,
    /// Nouns of those whom the text brings in without a name: `a driver was hurt`.
    pub(super) brought_in: BTreeSet<&'a str>,
    /// Nouns that stand without `the` somewhere.
    indefinite: BTreeSet<&'a str>,
}

/// What the sieves before have made.
pub(super) struct Source<'a> {
    pub grammar: &'a Grammar<'a>,
    pub mentions: &'a [Mention],
    pub traits: &'a [Traits],
    pub forms: &'a [NameForm],
    pub states: &'a States,
}

/// How many sentences back a bare `the company` may look.
pub(super) const NEAR: usize = 2;
/// How many sentences back `the leader of Ostland` may look for one of whom no state is told.
const RECENT: usize = 8;

impl<'a> Linker<'a> {
    pub(super) fn new(source: &'a Source<'a>, clusters: &Clusters) -> Self {
        let mut linker = Self {
            source,
            states: BTreeMap::new(),
            provinces: BTreeMap::new(),
            homeland: homeland(source),
            holders: BTreeMap::new(),
            whole: BTreeMap::new(),
            bodies: BTreeMap::new(),
            brought_in: BTreeSet::new(),
            indefinite: BTreeSet::new(),
        };
        let foremost = foremost_country(source);
        for (idx, form) in source.forms.iter().enumerate() {
            if let Some(state) = source.states.of_mention(idx).filter(|&state| !is_country(state)) {
                *linker.provinces.entry(state).or_default() += 1;
            }
            if source.mentions[idx].form != Form::Name {
                linker.note_noun(idx);
                if unnamed::defines(source, idx) == Some(NameKind::Organization) {
                    let noun = source.traits[idx].noun.as_str();
                    linker.bodies.entry(noun).or_default().push(idx);
                }
                continue;
            }
            if let Some(state) = source.states.of_mention(idx) {
                linker.states.entry(state).or_insert(idx);
                // `the government` behind `the Norwegian Government`, written as a name.
                if foremost == Some(state)
                    && let Some(noun @ "government") = form.words.last().map(String::as_str)
                {
                    linker.bodies.entry(noun).or_default().push(idx);
                }
            } else if form.kind == Some(NameKind::Organization) {
                linker.whole.entry(form.words.join(" ")).or_insert(idx);
                for word in &form.words {
                    linker.bodies.entry(word).or_default().push(idx);
                }
            }
            let cluster = clusters.of(idx);
            for office in &clusters.facts(cluster).offices {
                let known = linker
                    .holders
                    .entry(words::office_of(without_co(&office.noun)).to_owned())
                    .or_default();
                if !known.iter().any(|&other| clusters.of(other) == cluster) {
                    known.push(idx);
                }
            }
        }
        linker
    }

    /// Whether and how the text has a noun without `the`.
    fn note_noun(&mut self, idx: usize) {
        let (source, grammar) = (self.source, self.source.grammar);
        let mention = &source.mentions[idx];
        let article = grammar.lower(mention.tokens.start);
        if mention.form != Form::Nominal || article == "the" {
            return;
        }
        let noun = source.traits[idx].noun.as_str();
        self.indefinite.insert(noun);
        let new = matches!(article.as_str(), "a" | "an" | "another" | "one")
            && grammar.child(mention.head, Deprel::Cop).is_none()
            && matches!(
                grammar.deprel(mention.head),
                Deprel::Nsubj | Deprel::NsubjPass | Deprel::Obj | Deprel::OblAgent
            );
        if new {
            self.brought_in.insert(noun);
        }
    }

    pub(super) fn link(&self, clusters: &mut Clusters) {
        for idx in 0..self.source.mentions.len() {
            let nominal = self.source.mentions[idx].form == Form::Nominal;
            if !nominal || clusters.names(clusters.of(idx)) > 0 {
                continue;
            }
            let found = self.antecedent(idx, clusters);
            let found = found
                .filter(|&other| !self.is_told_by(idx, other, clusters))
                .filter(|&other| !self.is_of_another_state(idx, other, clusters));
            if let Some(antecedent) = found {
                clusters.join(antecedent, idx);
            }
        }
    }

    /// `Roe said the boy ran`: who does or tells what a person is part of is another.
    pub(super) fn is_told_by(&self, idx: usize, other: usize, clusters: &Clusters) -> bool {
        let (source, grammar) = (self.source, self.source.grammar);
        let mut at = source.mentions[idx].head;
        let mut above = Vec::new();
        while let Some(head) = grammar.head(at).filter(|_| above.len() < 20) {
            let beside =
                matches!(grammar.deprel(at), Deprel::Conj | Deprel::Parataxis | Deprel::Advcl);
            let own = above.is_empty() && grammar.deprel(at).is_subject();
            if !beside && !own {
                above.push(head);
            }
            at = head;
        }
        // `his status as the favourite`.
        let as_one = grammar.preposition(source.mentions[idx].head).as_deref() == Some("as");
        source.traits[idx].being == Being::Person
            && !as_one
            && clusters.members(clusters.of(other)).iter().any(|&name| {
                let anchor = source.traits[name].anchor;
                grammar.deprel(anchor) == Deprel::Nsubj
                    && grammar.head(anchor).is_some_and(|verb| above.contains(&verb))
            })
    }

    fn antecedent(&self, idx: usize, clusters: &Clusters) -> Option<usize> {
        let traits = &self.source.traits[idx];
        let nation = self.nation(idx);
        // `That Indian state`, `the Indian state of Goa` is a part of India.
        let mention = &self.source.mentions[idx];
        let of_another = (mention.tokens.start..mention.head)
            .any(|token| self.source.states.of_token(token).is_some());
        let part = traits.noun == "state"
            && of_another
            && (mention.tokens.end > mention.head + 1
                || self.source.grammar.lower(mention.tokens.start) != "the");
        let governs = words::is_government_noun(&traits.noun) && !part && !self.is_for_now(mention);
        if let Some(nation) = nation.filter(|_| governs) {
            // `an interim Norwegian government` is one that may come.
            let any = matches!(
                self.source.grammar.lower(mention.tokens.start).as_str(),
                "a" | "an" | "any" | "another" | "no" | "some"
            );
            return self.states.get(&nation).copied().filter(|_| !any);
        }
        if traits.number == Number::Plural {
            return None;
        }
        if !self.is_definite(idx) {
            return self.homeland.filter(|_| self.is_ours(idx));
        }
        match traits.being {
            Being::Person => self
                .campaigner(idx, clusters)
                .or_else(|| self.office_holder(idx, nation, clusters))
                .or_else(|| nation.is_none().then(|| self.epithet(idx, clusters)).flatten())
                .filter(|&name| nation.is_some() || !self.is_of_nameless(idx, name, clusters)),
            Being::Place => self.place(idx, clusters).or_else(|| self.namesake(idx, clusters)),
            Being::Body => self.body(idx, nation, clusters),
            Being::Thing => self.namesake(idx, clusters),
            _ => None,
        }
    }

    /// `An aide blasted it. The aide said`: no adviser, `name`, of whom nothing is told in between.
    fn is_of_nameless(&self, idx: usize, name: usize, clusters: &Clusters) -> bool {
        let Source { traits, mentions, grammar, .. } = self.source;
        let alike = |&other: &usize| traits[other].noun == traits[idx].noun;
        (0..idx).rev().find(alike).is_some_and(|other| {
            matches!(grammar.lower(mentions[other].tokens.start).as_str(), "a" | "an" | "another")
                && clusters.names(clusters.of(other)) == 0
                && !clusters.members(clusters.of(name)).iter().any(|at| (other..idx).contains(at))
        })
    }

    fn home_state(&self) -> Option<usize> {
        self.source.states.of_mention(self.homeland?)
    }

    /// Whether no other part of a country is named more often.
    fn is_at_home(&self, province: usize) -> bool {
        let named = self.provinces.get(&province).copied().unwrap_or_default();
        self.provinces.values().all(|&other| named >= other)
    }

    /// `the interim government of Norway`: one of several that a state has had, which acts for itself.
    fn is_for_now(&self, mention: &Mention) -> bool {
        (mention.tokens.start..mention.head).any(|token| {
            matches!(
                self.source.grammar.lower(token).as_str(),
                "interim"
                    | "transitional"
                    | "provisional"
                    | "caretaker"
                    | "rebel"
                    | "rival"
                    | "breakaway"
                    | "exiled"
                    | "unity"
            )
        })
    }

    /// The state whose adjective or name stands in the phrase, before or behind its noun.
    pub(super) fn nation(&self, idx: usize) -> Option<usize> {
        self.source.mentions[idx]
            .tokens
            .clone()
            .find_map(|token| self.source.states.of_token(token))
    }

    /// The one person who holds the office.
    fn office_holder(
        &self,
        idx: usize,
        nation: Option<usize>,
        clusters: &Clusters,
    ) -> Option<usize> {
        let noun = &self.source.traits[idx].noun;
        let wanted: Vec<String> = self.source.mentions[idx]
            .tokens
            .clone()
            .filter(|&token| self.source.states.of_token(token).is_none())
            .filter(|&token| {
                matches!(self.source.grammar.deprel(token), Deprel::Compound | Deprel::Amod)
                    && self.source.grammar.head(token) == Some(self.source.mentions[idx].head)
            })
            .map(|token| self.source.grammar.lower(token))
            .collect();
        let gender = self.source.traits[idx].gender;
        let known = self
            .holders
            .get(words::office_of(without_co(noun)))
            .map(Vec::as_slice)
            .unwrap_or_default();
        // `The leader of Ostland` is no president of whom nothing but that is known, unless just named.
        let mention = &self.source.mentions[idx];
        let behind = (mention.head + 1..mention.tokens.end)
            .any(|token| self.source.states.of_token(token).is_some());
        let recent: Option<Vec<usize>> = (behind && words::office_of(without_co(noun)) == "leader")
            .then(|| self.recent_names(idx, RECENT).map(|other| clusters.of(other)).collect());
        // `President Lee met Tom Ruiz. The Ostland president` is no president of whom no state is told, where somebody
        // has just been named who may be one.
        let abroad =
            nation.is_some_and(|nation| is_country(nation) && Some(nation) != self.home_state());
        let newcomer = self
            .recent_names(idx, NEAR)
            .find(|&other| self.source.forms[other].kind == Some(NameKind::Person))
            .map(|other| clusters.of(other))
            .filter(|&cluster| abroad && clusters.facts(cluster).offices.is_empty());
        // `Westland's governor`, in a text about Ostland, is none that it has yet to name without a state.
        let elsewhere =
            nation.is_some_and(|nation| !is_country(nation) && !self.is_at_home(nation));
        let fits = |other: usize, strict: bool| {
            let told = |word: &String, office: &super::cluster::Office| {
                office.words.contains(word) || !strict && is_passing(word, noun)
            };
            // `the secretary of state` is no press secretary.
            let charge = |office: &super::cluster::Office| {
                let mention = &self.source.mentions[idx];
                let behind = mention.head + 1..mention.tokens.end;
                let sent = matches!(noun.as_str(), "representative" | "envoy" | "delegate")
                    && office.words.iter().any(|word| word == "special");
                if sent && !behind.is_empty() {
                    return false;
                }
                !matches!(noun.as_str(), "secretary" | "minister")
                    || behind
                        .map(|token| self.source.grammar.lower(token))
                        .filter(|word| !matches!(word.as_str(), "of" | "the" | "for" | "and"))
                        .all(|word| office.words.contains(&word))
            };
            let facts = clusters.facts(clusters.of(other));
            let office = facts.offices.iter().any(|office| {
                let class = words::office_of(without_co(noun));
                // `the president` is not just any leader, but `the governor` may be `Gov. Roe`.
                let same = without_co(&office.noun) == without_co(noun)
                    || !matches!(class, "leader" | "head" | "envoy")
                    || (nation.is_some() && wanted.is_empty());
                let alike = words::office_of(without_co(&office.noun)) == class;
                // `French President Lund` is no Ostland leader where he is `President Lund` either.
                let another = || {
                    facts.offices.iter().any(|other| {
                        words::office_of(without_co(&other.noun)) == class
                            && other.state.is_some()
                            && other.state != nation
                    })
                };
                let untold = || {
                    office.state.is_none()
                        && !another()
                        && newcomer.is_none()
                        && !(elsewhere && other > idx)
                        && recent.as_ref().is_none_or(|near| near.contains(&clusters.of(other)))
                };
                let state = nation.is_none() || office.state == nation || untold();
                // `The president` is no vice president.
                let second = office.words.iter().any(|word| {
                    matches!(word.as_str(), "vice" | "deputy" | "shadow" | "assistant")
                        && !wanted.contains(word)
                });
                same && alike
                    && !second
                    && state
                    && charge(office)
                    && wanted.iter().all(|word| told(word, office))
            });
            office && !clash(facts.gender, gender)
        };
        let mut holders: Vec<usize> =
            known.iter().copied().filter(|&other| fits(other, true)).collect();
        if holders.is_empty() {
            holders = known.iter().copied().filter(|&other| fits(other, false)).collect();
        }
        // `the Florida senator` is one of whom the text says so, where it does of any.
        let seated = |&other: &usize| {
            let facts = clusters.facts(clusters.of(other));
            nation.is_some() && facts.offices.iter().any(|office| office.state == nation)
        };
        if holders.iter().any(seated) {
            holders.retain(seated);
        }
        match holders.as_slice() {
            [] => None,
            [only] => Some(*only),
            several => {
                let homes: Vec<usize> = several.iter().map(|&other| clusters.of(other)).collect();
                let near: Vec<usize> = self
                    .recent_names(idx, NEAR)
                    .filter(|&other| homes.contains(&clusters.of(other)))
                    .collect();
                only(&near, clusters)
            }
        }
    }

    /// `the socialist leader` right after one person has been named: a description of its own that only that
    /// person can answer to.
    fn epithet(&self, idx: usize, clusters: &Clusters) -> Option<usize> {
        let grammar = self.source.grammar;
        let (mention, traits) = (&self.source.mentions[idx], &self.source.traits[idx]);
        let the = grammar.lower(mention.tokens.start) == "the";
        let alone = grammar.analysis.children(mention.head).all(|child| {
            child < mention.head || matches!(grammar.deprel(child), Deprel::Punct | Deprel::Case)
        });
        let told = grammar.analysis.children(mention.head).any(|child| {
            child < mention.head
                && matches!(grammar.deprel(child), Deprel::Amod | Deprel::Compound)
                && !matches!(
                    grammar.lower(child).as_str(),
                    "other"
                        | "first"
                        | "second"
                        | "last"
                        | "only"
                        | "next"
                        | "new"
                        | "same"
                        | "former"
                        | "previous"
                        | "young"
                        | "average"
                        | "late"
                        | "latter"
                )
        });
        let part = matches!(grammar.deprel(mention.head), Deprel::Appos | Deprel::Conj);
        // `The prime minister` is no other minister, `the Riverton chief` a chief of Riverton.
        let ranked = grammar.analysis.children(mention.head).any(|child| {
            child < mention.head
                && (matches!(grammar.lower(child).as_str(), "prime" | "vice" | "deputy" | "shadow")
                    || is_owner(grammar, child))
        });
        let subject = matches!(grammar.deprel(mention.head), Deprel::Nsubj | Deprel::NsubjPass);
        let bare = || subject && self.is_epithet(idx);
        if !the
            || !alone
            || self.brought_in.contains(traits.noun.as_str())
            || part
            || ranked
            || belongs_to_the_scene(&traits.noun)
            || !told && !bare()
        {
            return None;
        }
        let near: Vec<usize> = self
            .recent_names(idx, if subject { 2 } else { 1 })
            .filter(|&other| self.source.forms[other].kind == Some(NameKind::Person))
            .collect();
        let beside: Vec<usize> = near
            .iter()
            .filter(|&&other| !subject && self.is_beside(other, idx))
            .map(|&other| clusters.of(other))
            .collect();
        let near: Vec<usize> =
            near.into_iter().filter(|&other| !beside.contains(&clusters.of(other))).collect();
        let one = only(&near, clusters)?;
        // Who is quoted calls nobody so whom the text around has named.
        if traits.quotation.is_some() && self.source.traits[one].quotation != traits.quotation {
            return None;
        }
        // `The boy` is nobody who holds an office.
        let young = matches!(
            traits.noun.as_str(),
            "baby" | "boy" | "child" | "girl" | "infant" | "pupil" | "teenager" | "toddler"
        );
        if young && !clusters.facts(clusters.of(one)).offices.is_empty() {
            return None;
        }
        // `The Labour nominee` is no Tory one.
        let side =
            (mention.tokens.start..mention.head).find_map(|token| side(&grammar.lower(token)));
        let sides = |other: usize| -> BTreeSet<&'static str> {
            let offices = clusters.facts(clusters.of(other)).offices.iter();
            offices.flat_map(|office| &office.words).filter_map(|word| self::side(word)).collect()
        };
        let opposed = |other: usize| {
            side.is_some_and(|side| !sides(other).is_empty() && !sides(other).contains(side))
        };
        if opposed(one) {
            return None;
        }
        // `The federal judge` of a text that has a Judge Roe is nobody else.
        let holders = self.holders.get(words::office_of(without_co(&traits.noun)));
        let all = holders.map_or(&[][..], Vec::as_slice);
        let own = |&other: &usize| clusters.of(other) == clusters.of(one);
        // Where the only one known is of another party, it is whoever else the text speaks of most.
        let most = || {
            let names = |other: usize| clusters.names(clusters.of(other));
            (0..self.source.mentions.len()).all(|other| {
                self.source.mentions[other].form != Form::Name
                    || self.source.forms[other].kind != Some(NameKind::Person)
                    || opposed(other)
                    || names(other) <= names(one)
            })
        };
        let alone = || all.iter().all(|&other| opposed(other)) && most();
        let anothers = !(all.is_empty() || all.iter().any(own) || alone());
        (!anothers && !clash(clusters.facts(clusters.of(one)).gender, traits.gender)).then_some(one)
    }

    /// `the billionaire`: a noun for what somebody is, which the text has of nobody without a name.
    fn is_epithet(&self, idx: usize) -> bool {
        let (source, noun) = (self.source, self.source.traits[idx].noun.as_str());
        let first = source.mentions[idx].head == source.mentions[idx].tokens.start + 1;
        first && unnamed::is_told_apart(noun) && !self.indefinite.contains(noun)
    }

    /// Whether a name is the subject of the clause in which a later mention plays another part: `Reyes defended
    /// the nominee` is of two.
    pub(super) fn is_beside(&self, name: usize, later: usize) -> bool {
        let grammar = self.source.grammar;
        let head = self.source.mentions[name].head;
        grammar.deprel(head) == Deprel::Nsubj
            && grammar
                .head(head)
                .is_some_and(|verb| grammar.clause(self.source.mentions[later].head) == Some(verb))
    }

    pub(super) fn distance(&self, earlier: usize, later: usize) -> usize {
        self.source.traits[later].sentence.saturating_sub(self.source.traits[earlier].sentence)
    }

    /// The names of the last sentences, the nearest first.
    pub(super) fn recent_names(
        &self,
        idx: usize,
        sentences: usize,
    ) -> impl Iterator<Item = usize> + '_ {
        (0..idx)
            .rev()
            .take_while(move |&other| self.distance(other, idx) <= sentences)
            .filter(|&other| self.source.mentions[other].form == Form::Name)
    }

    /// `the former Soviet republic` is told apart by more than its noun.
    pub(super) fn is_qualified(&self, idx: usize) -> bool {
        let grammar = self.source.grammar;
        grammar.analysis.children(self.source.mentions[idx].head).any(|child| {
            matches!(grammar.deprel(child), Deprel::Amod | Deprel::Compound | Deprel::Nummod)
                && !matches!(grammar.lower(child).as_str(), "whole" | "entire" | "same" | "own")
        })
    }
}

/// The party that a word in lower case is for, where somebody is told by it: `the Tory nominee`.
fn side(word: &str) -> Option<&'static str> {
    Some(match word {
        "republican" | "gop" => "republican",
        "democratic" | "democrat" => "democratic",
        "conservative" | "tory" => "conservative",
        "labour" | "labor" => "labour",
        "liberal" => "liberal",
        "libertarian" => "libertarian",
        "green" => "green",
        "socialist" => "socialist",
        "communist" => "communist",
        "independent" => "independent",
        _ => return None,
    })
}

/// `the firm's founder` may be one of its co-founders.
fn without_co(noun: &str) -> &str {
    noun.strip_prefix("co-")
        .or_else(|| noun.strip_prefix("co").filter(|n| *n == "founder"))
        .unwrap_or(noun)
}

/// Words before an office that need not stand in its title: `the former governor`, `the Republican senator`.
fn is_passing(word: &str, noun: &str) -> bool {
    let party = matches!(word, "democratic" | "republican" | "conservative" | "liberal");
    if party {
        return matches!(words::office_of(noun), "senator" | "governor" | "lawmaker" | "mayor");
    }
    matches!(
        word,
        "former"
            | "current"
            | "outgoing"
            | "incumbent"
            | "incoming"
            | "new"
            | "longtime"
            | "embattled"
            | "veteran"
            | "late"
            | "then"
            | "first-term"
            | "two-term"
            | "freshman"
    )
}

/// Whether a token stands in a name of a body or a place, but for a party: `the GOP candidate`.
fn is_owner(grammar: &Grammar<'_>, token: usize) -> bool {
    let name = grammar.name(token).and_then(|name| grammar.analysis.names.get(name));
    name.is_some_and(|name| {
        matches!(name.kind, NameKind::Organization | NameKind::Place)
            && !lexicon().senses(grammar.word(token)).any(Senses::PARTY)
    })
}

/// The first of some mentions, when all are of one cluster.
pub(super) fn only(mentions: &[usize], clusters: &Clusters) -> Option<usize> {
    let first = *mentions.first()?;
    mentions.iter().all(|&other| clusters.of(other) == clusters.of(first)).then_some(first)
}

pub(super) fn is_country(power: usize) -> bool {
    lexicon().powers().power(power).kind.is_country()
}

pub(super) fn clash(left: Gender, right: Gender) -> bool {
    left != Gender::Unknown && right != Gender::Unknown && left != right
}
