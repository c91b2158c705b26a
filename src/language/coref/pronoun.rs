//! Whom `he`, `its` and `they` mean.
//!
//! Candidates are all mentions of the last sentences, those without a name too: `he` after an unnamed
//! man means that man. The best must be clearly better than the next, or the pronoun stays unlinked.

use super::cluster::Clusters;
use super::mention::{Being, Number};
use super::nominal::Source;
use super::unnamed::is_part;
use super::{Form, Gender, Mention, words};
use crate::language::Deprel;

/// How many sentences back a pronoun may look.
const REACH: usize = 3;
/// How many mentions back, however long the sentences.
pub(super) const MOST: usize = 90;
/// By how much the best candidate must beat the next. In the units of [`Linker::score`], where one
/// sentence of distance costs 1.
const MARGIN: f32 = 0.45;

/// By how much more, where `she` may be one with a name whose gender nobody knows, and the next is known to be a woman.
const KNOWN: f32 = 1.2;

pub(super) struct Linker<'a> {
    pub source: &'a Source<'a>,
    /// The mention that speaks in each quotation.
    pub speakers: &'a [Option<usize>],
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Third {
    Person(Gender),
    Thing,
    Many,
}

impl Linker<'_> {
    pub(super) fn link(&self, clusters: &mut Clusters) {
        let mut done = vec![false; self.source.mentions.len()];
        for idx in 0..self.source.mentions.len() {
            // `“He is late,” he said`: who speaks comes first, for it is not whom the words inside mean.
            for idx in self.quoted_by(idx).filter(|&speaker| speaker > idx).into_iter().chain([idx])
            {
                if !std::mem::replace(&mut done[idx], true) {
                    self.link_one(idx, clusters);
                }
            }
        }
        self.link_left(clusters);
    }

    fn link_one(&self, idx: usize, clusters: &mut Clusters) {
        if self.source.mentions[idx].form != Form::Pronoun {
            return;
        }
        let Some(third) = self.third(idx) else { return };
        let owner = self.joined_owner(idx, third, clusters);
        let others = || self.is_strangers(idx) || third == Third::Many && self.is_of_pair(idx);
        if owner.is_none() && others() {
            return;
        }
        let found = owner
            .or_else(|| self.speaker_before(idx, third, clusters))
            .or_else(|| self.antecedent(idx, third, clusters, &[]))
            .or_else(|| self.cataphor(idx, third, clusters));
        if let Some(other) = found {
            clusters.join(other, idx);
        }
    }

    /// Pronouns that mean one another and nobody else: where a first `he` may be either of two, a later one may tell.
    /// All that tell must tell the same.
    fn link_left(&self, clusters: &mut Clusters) {
        let alone = |cluster: usize, clusters: &Clusters| {
            let members = clusters.members(cluster);
            members.iter().all(|&idx| self.source.mentions[idx].form == Form::Pronoun)
        };
        let mut left: Vec<usize> = (0..self.source.mentions.len())
            .filter(|&idx| matches!(self.third(idx), Some(Third::Person(_))))
            .map(|idx| clusters.of(idx))
            .filter(|&cluster| alone(cluster, clusters))
            .collect();
        left.sort_unstable();
        left.dedup();
        for &cluster in &left {
            let members = clusters.members(cluster).to_vec();
            let mut told: Vec<usize> = Vec::new();
            let mut barred: Vec<usize> = Vec::new();
            for &idx in &members {
                let Some(third) = self.third(idx).filter(|_| !self.is_strangers(idx)) else {
                    continue;
                };
                barred.extend(self.barred(idx, clusters));
                barred.extend(self.quoted_by(idx).map(|speaker| clusters.of(speaker)));
                told.extend(self.antecedent(idx, third, clusters, &left));
            }
            let Some(&first) = told.first() else { continue };
            let home = clusters.of(first);
            let sure = told.iter().all(|&other| clusters.of(other) == home)
                && clusters.names(home) > 0
                && clusters.members(home).iter().any(|idx| members.iter().all(|own| idx < own))
                && !barred.contains(&home);
            if sure {
                clusters.join(first, members[0]);
            }
        }
    }

    fn third(&self, idx: usize) -> Option<Third> {
        if self.is_anybody(idx) {
            return None;
        }
        let traits = &self.source.traits[idx];
        match (traits.being, traits.number, traits.noun.as_str()) {
            (Being::Person, Number::Singular, _) if traits.gender != Gender::Unknown => {
                Some(Third::Person(traits.gender))
            }
            (Being::Thing, ..) => (!self.is_empty_it(idx)).then_some(Third::Thing),
            (.., noun) if noun.starts_with("the") => Some(Third::Many),
            _ => None,
        }
    }

    /// `It is clear that`, `it rains`, `it seems`: nothing is meant.
    fn is_empty_it(&self, idx: usize) -> bool {
        let grammar = self.source.grammar;
        let token = self.source.mentions[idx].head;
        if self.source.traits[idx].noun != "it" {
            return false;
        }
        let Some(verb) = grammar.head(token) else { return true };
        let weather = matches!(
            grammar.lemma(verb).as_str(),
            "rain" | "snow" | "seem" | "appear" | "happen" | "turn" | "take"
        );
        let predicate = grammar.child(verb, Deprel::Cop).is_some()
            && grammar.analysis.children(verb).any(|child| {
                matches!(
                    grammar.deprel(child),
                    Deprel::Csubj
                        | Deprel::CsubjPass
                        | Deprel::Ccomp
                        | Deprel::Xcomp
                        | Deprel::Advcl
                        | Deprel::AclRelcl
                        | Deprel::Acl
                )
            });
        let reported = grammar.deprel(token) == Deprel::NsubjPass
            && grammar.analysis.children(verb).any(|child| grammar.deprel(child) == Deprel::Ccomp);
        grammar.is_verb(verb) && weather || predicate || reported
    }

    /// `Lee and his aides`: who stands right before `and his` is the owner.
    fn joined_owner(&self, idx: usize, third: Third, clusters: &Clusters) -> Option<usize> {
        let grammar = self.source.grammar;
        let token = self.source.mentions[idx].head;
        let and = token.checked_sub(1).filter(|&and| {
            grammar.deprel(token) == Deprel::NmodPoss
                && matches!(grammar.word(and), "and" | "or")
                && grammar.same_sentence(and, token)
        })?;
        (0..idx).rev().take(MOST).find(|&other| {
            let mention = &self.source.mentions[other];
            mention.tokens.end == and
                && (mention.form != Form::Nominal
                    || grammar.lower(mention.tokens.start) == "the"
                        && self.source.traits[other].being == Being::Person)
                && self.is_possible(idx, other, third, clusters)
        })
    }

    /// The mention that a pronoun goes back to, of none of the clusters in `without`.
    fn antecedent(
        &self,
        idx: usize,
        third: Third,
        clusters: &Clusters,
        without: &[usize],
    ) -> Option<usize> {
        let sentence = self.source.traits[idx].sentence;
        let barred = self.barred(idx, clusters);
        // Best score of each cluster, and the mention that has it.
        let mut scores: Vec<(usize, f32, usize)> = Vec::new();
        for other in (0..idx).rev().take(MOST) {
            if sentence.saturating_sub(self.source.traits[other].sentence) > REACH {
                break;
            }
            if !self.is_possible(idx, other, third, clusters) {
                continue;
            }
            let cluster = clusters.of(other);
            let left = without.contains(&cluster) && clusters.names(cluster) == 0;
            if left || barred.contains(&cluster) {
                continue;
            }
            let score = self.score(idx, other, third, clusters);
            match scores.iter_mut().find(|(known, ..)| *known == cluster) {
                Some(known) if known.1 < score => *known = (cluster, score, other),
                Some(_) => {}
                None => scores.push((cluster, score, other)),
            }
        }
        scores.sort_by(|left, right| right.1.total_cmp(&left.1).then(right.2.cmp(&left.2)));
        let best = scores.first()?;
        let margin = if without.is_empty() { MARGIN } else { 2.0 * MARGIN };
        // `Three Norwegians came. They left`: not the Norwegians.
        let part = third == Third::Many
            && clusters.being(best.0, &self.source.traits[best.2]) == Being::Group
            && is_part(self.source.grammar, &self.source.mentions[best.2]);
        if part {
            return None;
        }
        // Most whose gender no list tells are men.
        let known = |cluster: usize| clusters.facts(cluster).gender != Gender::Unknown;
        let unsure =
            third == Third::Person(Gender::Female) && clusters.names(best.0) > 0 && !known(best.0);
        let clear = scores[1..].iter().all(|next| {
            let more = if unsure && known(next.0) { KNOWN } else { 0.0 };
            best.1 - next.1 >= margin + more
        });
        (clear && best.1 > -2.5 && self.is_sure(idx, best.2, third, clusters)).then_some(best.2)
    }

    /// `KYIV (AP) — `: where a report was written, which nothing in it means.
    fn is_dateline(&self, mention: &Mention) -> bool {
        let grammar = self.source.grammar;
        let (first, end) = (mention.tokens.start, mention.tokens.end);
        let opens = first == 0 || grammar.block(first - 1) != grammar.block(first);
        let capitals = !grammar.word(first).chars().any(char::is_lowercase);
        let dash = |token| matches!(grammar.word(token), "—" | "–" | "--" | "-" | "―");
        opens
            && mention.form == Form::Name
            && (capitals || grammar.word(end) == "(")
            && (grammar.word(end) == ":" || (end..end + 8).any(dash))
    }

    pub(super) fn is_possible(
        &self,
        idx: usize,
        other: usize,
        third: Third,
        clusters: &Clusters,
    ) -> bool {
        let (source, grammar) = (self.source, self.source.grammar);
        let (mention, traits) = (&source.mentions[other], &source.traits[other]);
        let cluster = clusters.of(other);
        let facts = clusters.facts(cluster);
        let being = clusters.being(cluster, traits);
        let token = source.mentions[idx].head;
        let unresolved = mention.form == Form::Pronoun && clusters.members(cluster).len() == 1;
        let modifier = mention.form != Form::Pronoun
            && matches!(
                grammar.deprel(traits.anchor),
                Deprel::Compound | Deprel::Amod | Deprel::Flat | Deprel::NmodDesc
            );
        if mention.tokens.contains(&token)
            || modifier
            || third == Third::Thing && self.is_dateline(mention)
            || (unresolved && !self.same_pronoun(idx, other))
        {
            return false;
        }
        let fits = match third {
            Third::Person(gender) => {
                being == Being::Person
                    && !facts.plural
                    && !self.is_title(other)
                    && traits.number != Number::Plural
                    && (facts.gender == Gender::Unknown || facts.gender == gender)
            }
            Third::Thing => {
                (!self.is_of_state(idx) || being == Being::Place || facts.state.is_some())
                    && matches!(being, Being::Body | Being::Place | Being::Thing)
                    && traits.number != Number::Plural
                    && !self.is_person_pronoun(other)
            }
            Third::Many => {
                // `I'm Catholic` tells of no crowd.
                let said_of = grammar.child(traits.anchor, Deprel::Cop).is_some();
                traits.number == Number::Plural
                    || (being == Being::Group && !said_of)
                    || (being == Being::Body && mention.form != Form::Nominal)
                    || (facts.plural && mention.form != Form::Name)
            }
        };
        fits && !self.speaks_here(idx, cluster, clusters)
            && (!self.is_reflexive(idx) || self.may_bind(idx, other))
    }

    /// `its foreign ministry`, `its troops`: what only a state has.
    fn is_of_state(&self, idx: usize) -> bool {
        const ORGANS: &[&str] = &[
            "airspace",
            "ambassador",
            "army",
            "border",
            "cabinet",
            "coastline",
            "embassy",
            "government",
            "military",
            "minister",
            "ministry",
            "navy",
            "parliament",
            "soldier",
            "troop",
        ];
        let grammar = self.source.grammar;
        let token = self.source.mentions[idx].head;
        grammar.lower(token) == "its"
            && grammar
                .head(token)
                .is_some_and(|owned| ORGANS.contains(&grammar.lemma(owned).to_lowercase().as_str()))
    }

    /// `comedian` of `comedian Ann Roe`: the name is who is meant.
    pub(super) fn is_title(&self, other: usize) -> bool {
        let mention = &self.source.mentions[other];
        mention.form == Form::Nominal
            && self.source.mentions[other + 1..]
                .iter()
                .zip(&self.source.forms[other + 1..])
                .take_while(|(name, _)| name.tokens.start <= mention.tokens.end)
                .any(|(name, form)| name.tokens.start == mention.tokens.end && form.is_person())
    }

    fn is_person_pronoun(&self, other: usize) -> bool {
        self.source.mentions[other].form == Form::Pronoun
            && self.source.traits[other].being == Being::Person
    }

    fn same_pronoun(&self, idx: usize, other: usize) -> bool {
        let (left, right) = (&self.source.traits[idx], &self.source.traits[other]);
        left.gender == right.gender && left.being == right.being && left.number == right.number
    }

    /// Inside a quotation nobody calls oneself `he`.
    fn speaks_here(&self, idx: usize, cluster: usize, clusters: &Clusters) -> bool {
        self.quoted_by(idx).is_some_and(|speaker| clusters.of(speaker) == cluster)
    }

    /// Who speaks in the quotation that a mention stands in.
    fn quoted_by(&self, idx: usize) -> Option<usize> {
        let quotation = self.source.traits[idx].quotation?;
        self.speakers.get(quotation).copied().flatten()
    }

    fn score(&self, idx: usize, other: usize, third: Third, clusters: &Clusters) -> f32 {
        let (source, grammar) = (self.source, self.source.grammar);
        let (mention, traits) = (&source.mentions[other], &source.traits[other]);
        let cluster = clusters.of(other);
        let (pronoun, antecedent) = (source.mentions[idx].head, traits.anchor);
        let distance = source.traits[idx].sentence.saturating_sub(traits.sentence);
        let mut score = -(distance as f32);
        // Of names that are joined, all have the role of the first.
        let mut role = antecedent;
        for _ in 0..4 {
            match grammar.head(role) {
                Some(head) if grammar.deprel(role) == Deprel::Conj => role = head,
                _ => break,
            }
        }
        score += match grammar.deprel(role) {
            Deprel::Nsubj | Deprel::NsubjOuter => 1.0,
            Deprel::NsubjPass => 0.9,
            Deprel::Obj | Deprel::Iobj => 0.3,
            Deprel::OblAgent => 0.4,
            Deprel::NmodPoss => 0.1,
            Deprel::Nmod => -0.4,
            _ => 0.0,
        };
        let many = clusters.members(cluster).len().min(20);
        score += 0.25 * (many as f32).ln();
        if mention.form == Form::Pronoun && self.same_pronoun(idx, other) {
            score += 0.5;
        }
        if grammar.block(pronoun) == grammar.block(antecedent) {
            score += 0.4;
        }
        let possessive = grammar.deprel(pronoun) == Deprel::NmodPoss;
        let bound = if distance == 0 { self.bound(pronoun) } else { None };
        if distance == 0
            && bound.is_none()
            && grammar.deprel(pronoun) != Deprel::Nsubj
            && self.doer(pronoun) == Some(antecedent)
        {
            score += if possessive { 0.9 } else { 0.3 };
        }
        // `He met Roe, who sold his boat`; but `Roe was a man who sold his boat`.
        let relative = grammar
            .clause(pronoun)
            .filter(|&verb| grammar.deprel(verb) == Deprel::AclRelcl)
            .and_then(|verb| grammar.head(verb));
        if possessive
            && relative == Some(antecedent)
            && grammar.child(antecedent, Deprel::Cop).is_none()
            && self.doer(pronoun) == Some(antecedent)
        {
            score += 0.9;
        }
        if grammar.deprel(pronoun).is_subject() && grammar.deprel(role).is_subject() {
            score += 0.3;
        }
        if distance == 0 && bound.is_none() && self.teller(pronoun) == Some(antecedent) {
            score += 0.6;
        }
        if distance == 0 && bound.is_none() && self.told_of(pronoun) == Some(antecedent) {
            score += 3.0;
        }
        // `Roe's office said he was ill`: it speaks for him.
        let for_whom = || {
            let teller =
                self.teller(pronoun).filter(|&teller| speaks_for(&grammar.lemma(teller)))?;
            grammar.child(teller, Deprel::NmodPoss)
        };
        let named = distance == 0 && bound.is_none() && mention.form != Form::Nominal;
        // "In a statement defending Ruiz, Roe's office said he was ill": either.
        let alone = || {
            let source = self.source;
            let sentence = source.traits[other].sentence;
            let before = (0..other).rev();
            before
                .take_while(|&at| source.traits[at].sentence == sentence)
                .all(|at| !source.forms[at].is_person() || clusters.of(at) == cluster)
        };
        if named && for_whom() == Some(antecedent) && alone() {
            score += 2.0;
        }
        if bound == Some(antecedent) {
            score += 3.0;
        }
        if distance == 1 && self.goes_on_telling(idx, other) {
            // `The report said so. It added that`: a text tells as much as a body does.
            let text = is_text(&traits.noun) && third == Third::Thing;
            score += if text { 2.3 } else { 0.8 };
        }
        if matches!(third, Third::Person(_)) && clusters.facts(cluster).gender != Gender::Unknown {
            score += 0.5;
        }
        // "He is tired, but I am not," said Lee of his plan: Lee's, and not the plan of whom he speaks of.
        score -= match (source.traits[idx].quotation, traits.quotation) {
            (here, there) if here == there => 0.0,
            (None, Some(_)) if distance == 0 => 0.8,
            _ => 0.3,
        };
        score + self.fit(idx, other, third, clusters)
    }

    /// What the kind of thing adds: a body or a state may decide and own, a thing seldom does.
    fn fit(&self, idx: usize, other: usize, third: Third, clusters: &Clusters) -> f32 {
        let being = clusters.being(clusters.of(other), &self.source.traits[other]);
        match (third, being) {
            (Third::Thing, Being::Body) => 0.5 + if self.is_willing(idx) { 1.5 } else { 0.0 },
            (Third::Thing, Being::Place) => 0.2 + if self.is_willing(idx) { 1.0 } else { 0.0 },
            (Third::Many, Being::Group) => 0.4,
            // `police` are always `they`.
            (Third::Many, Being::Body) if self.source.traits[other].noun == "police" => 0.2,
            (Third::Many, Being::Body) => -1.0,
            (Third::Many, Being::Thing) => -0.3,
            (Third::Many, _) => 0.2,
            _ => 0.0,
        }
    }

    /// `It` and `they` are used so freely that one who has a name is meant for sure in few places alone:
    /// where a subject owns (`Belarus ... its own forces`) or goes on (`Ostland said it would`), and where
    /// only one who decides can be meant.
    fn is_sure(&self, idx: usize, other: usize, third: Third, clusters: &Clusters) -> bool {
        let being = clusters.being(clusters.of(other), &self.source.traits[other]);
        let named = clusters.names(clusters.of(other)) > 0;
        let grammar = self.source.grammar;
        // "The government said that the law holds, and the mayor would not enforce it": what is acted on is a thing.
        let acted_on = || {
            let relation = grammar.deprel(self.source.mentions[idx].head);
            third == Third::Thing && being == Being::Body && relation == Deprel::Obj
        };
        if matches!(third, Third::Person(_)) || being == Being::Group || !named && !acted_on() {
            return true;
        }
        let (pronoun, antecedent) =
            (self.source.mentions[idx].head, self.source.traits[other].anchor);
        let distance = self.source.traits[idx].sentence - self.source.traits[other].sentence;
        let subject = grammar.deprel(antecedent).is_subject();
        // "For Acme it is cheap," said its rival's head: whom one speaks of is not whose head speaks.
        let of_speaker = grammar.deprel(pronoun) == Deprel::NmodPoss
            && self.source.traits[idx].quotation.is_none()
            && self.source.traits[other].quotation.is_some()
            && grammar.head(pronoun).is_some_and(|noun| {
                let says = |verb| super::speaker::is_saying(grammar, verb);
                grammar.deprel(noun).is_subject() && grammar.head(noun).is_some_and(says)
            });
        if distance == 0 && of_speaker {
            return false;
        }
        let owns = grammar.deprel(pronoun) == Deprel::NmodPoss
            && (self.doer(pronoun) == Some(antecedent)
                || (subject && distance == 0 && third == Third::Thing));
        let goes_on = distance == 0
            && subject
            && grammar.deprel(pronoun) == Deprel::Nsubj
            && grammar
                .head(antecedent)
                .is_some_and(|verb| verb < pronoun && super::speaker::is_saying(grammar, verb));
        owns || goes_on
            || distance == 0 && self.bound(pronoun) == Some(antecedent)
            || ((self.is_willing(idx) || self.is_of_state(idx)) && subject && distance <= 1)
            || self.is_reflexive(idx)
    }

    /// `When he came to power, Lukashenko ...`: a pronoun in a clause that comes before its main clause
    /// means that clause's subject, where nobody before it can be meant.
    fn cataphor(&self, idx: usize, third: Third, clusters: &Clusters) -> Option<usize> {
        let Third::Person(gender) = third else { return None };
        let grammar = self.source.grammar;
        let token = self.source.mentions[idx].head;
        let above = grammar.analysis.ancestors(token).take(8).find(|&above| {
            above > token && grammar.analysis.subject(above).is_some_and(|subject| subject > token)
        })?;
        let subject = grammar.analysis.subject(above)?;
        let other = (idx + 1..self.source.mentions.len())
            .take_while(|&other| {
                self.source.traits[other].sentence == self.source.traits[idx].sentence
            })
            .find(|&other| {
                self.source.mentions[other].tokens.contains(&subject)
                    && self.source.mentions[other].form == Form::Name
            })?;
        let facts = clusters.facts(clusters.of(other));
        let person =
            clusters.being(clusters.of(other), &self.source.traits[other]) == Being::Person;
        let nobody_before = (0..idx).rev().take(MOST).take_while(|&before| {
            self.source.traits[idx].sentence - self.source.traits[before].sentence <= 1
        });
        let mut rivals = nobody_before.filter(|&before| {
            clusters.of(before) != clusters.of(other)
                && self.is_possible(idx, before, third, clusters)
        });
        (person
            && (facts.gender == Gender::Unknown || facts.gender == gender)
            && !self.speaks_here(idx, clusters.of(other), clusters)
            && rivals.next().is_none())
        .then_some(other)
    }
}

/// Whether a noun is for those who speak for somebody.
fn speaks_for(noun: &str) -> bool {
    matches!(words::office_of(noun), "lawyer" | "adviser" | "spokesperson")
        || matches!(
            noun,
            "administration"
                | "agent"
                | "camp"
                | "campaign"
                | "estate"
                | "family"
                | "office"
                | "publicist"
                | "representative"
                | "staff"
                | "team"
        )
}

/// Whether a noun is for what is written or read out.
fn is_text(noun: &str) -> bool {
    matches!(
        noun,
        "article"
            | "communique"
            | "communiqué"
            | "document"
            | "editorial"
            | "letter"
            | "memo"
            | "memorandum"
            | "note"
            | "paper"
            | "poll"
            | "release"
            | "report"
            | "ruling"
            | "statement"
            | "study"
            | "survey"
    )
}

#[cfg(test)]
mod tests {
    use crate::language::analyze;
    use crate::testing::document;

    #[test]
    fn what_has_a_ministry_is_a_state() {
        let text = "Norway has not ruled out a complaint to the International Maritime Organization. Its foreign ministry said \
                    the toll was late.";
        let document = document(text);
        let chains = analyze(&document).chains;
        let of = |idx: &usize| chains.mentions[*idx].range.slice(document.text());
        let norway = chains.chains.iter().find(|chain| of(&chain.mentions[0]) == "Norway");
        let words: Vec<&str> = norway.expect("it is named").mentions.iter().map(of).collect();
        assert_eq!(words, ["Norway", "Its"]);
    }

    #[test]
    fn she_is_rather_a_woman_than_nobody_knows_who() {
        let text = "Ivana Petrov said she had warned Mayor Robin Kralj in three letters.\n\nKralj rejected her account and said \
                    she had been dismissed. He left.";
        let document = document(text);
        let chains = analyze(&document).chains;
        let of = |idx: &usize| chains.mentions[*idx].range.slice(document.text());
        let kralj = chains.chains.iter().find(|chain| of(&chain.mentions[0]) == "Robin Kralj");
        let words: Vec<&str> = kralj.expect("he is named").mentions.iter().map(of).collect();
        assert_eq!(words, ["Robin Kralj", "Kralj", "He"]);
    }

    #[test]
    fn he_or_she_is_anybody() {
        let text = "Tom Hall wrote the survey. It asks where each voter was born and whether he or she is a citizen.";
        let document = document(text);
        let chains = analyze(&document).chains;
        let of = |idx: &usize| chains.mentions[*idx].range.slice(document.text());
        let all = chains.chains.iter().flat_map(|chain| &chain.mentions).map(of);
        assert!(all.into_iter().all(|word| word != "he" && word != "she"));
    }

    #[test]
    fn police_are_they() {
        let text = "Police used tear gas in Selm on Monday. Police said it was over.\n\nReporters saw masked men beating a \
                    cameraman. Police denied that any of their officers had been involved.";
        let document = document(text);
        let chains = analyze(&document).chains;
        let of = |idx: &usize| chains.mentions[*idx].range.slice(document.text());
        let their =
            chains.chains.iter().find(|chain| chain.mentions.iter().any(|it| of(it) == "their"));
        let words: Vec<&str> = their.expect("it is linked").mentions.iter().map(of).collect();
        assert_eq!(words, ["Police", "Police", "Police", "their"]);
    }
}
