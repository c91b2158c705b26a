//! What a reader puts right: an item marked wrong, an actor renamed or merged into another.
//!
//! A correction names its item by words and quotes, not by its place in a list, so that it holds for a
//! new run of the engine. The article's own file is never touched; where corrections are kept is for
//! `bookmark` to say.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::listing::Section;
use super::search::words_of;
use crate::briefing::{Actor, ActorId, Briefing, Evidence, Holder, Item};
use crate::document::Document;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Correction {
    Wrong(Key),
    Rename { actor: Key, name: String },
    Merge { actor: Key, into: Key },
}

/// An item by its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Key {
    section: String,
    /// The first line of the item's own words.
    words: String,
    /// The first of the words it rests on.
    quote: String,
}

/// What became of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Struck out, but shown.
    Wrong,
    /// Named by the reader, or holding another actor's mentions.
    Changed,
    /// Shown in another actor's place.
    Merged,
}

/// A briefing with the reader's corrections in it. Items keep their places in the lists.
#[derive(Clone, Debug, Default)]
pub struct Corrected {
    pub briefing: Briefing,
    pub marks: BTreeMap<Item, Mark>,
}

impl Key {
    pub fn of(document: &Document, briefing: &Briefing, item: Item) -> Self {
        let words =
            words_of(document, briefing, item).lines().next().unwrap_or_default().to_owned();
        let first = briefing.evidence(item).first().copied().unwrap_or_default();
        let quote = first.slice(document.text()).to_owned();
        Self { section: Section::of(item).title().to_owned(), words, quote }
    }

    /// The item meant: the one with both words and quote, else the one with the words.
    pub fn find(&self, document: &Document, briefing: &Briefing) -> Option<Item> {
        let mut by_words = None;
        for item in briefing.items().chain(briefing.appendix()) {
            let key = Self::of(document, briefing, item);
            if key == *self {
                return Some(item);
            }
            if key.section == self.section && key.words == self.words {
                by_words = by_words.or(Some(item));
            }
        }
        by_words
    }
}

/// Whether an item can be marked wrong: what is only counted from others cannot.
pub fn may_be_wrong(item: Item) -> bool {
    !matches!(item, Item::Voice(_) | Item::LeftOut(_))
}

/// The engine's briefing with the corrections made; one whose item is no longer there does nothing.
pub fn correct(document: &Document, engine: &Briefing, corrections: &[Correction]) -> Corrected {
    let mut corrected = Corrected { briefing: engine.clone(), marks: BTreeMap::new() };
    // Keys were made of the engine's words, so they are looked up there.
    let find = |key: &Key| key.find(document, engine);
    for correction in corrections {
        match correction {
            Correction::Wrong(key) => {
                if let Some(item) = find(key) {
                    corrected.marks.insert(item, Mark::Wrong);
                }
            }
            Correction::Rename { actor, name } => {
                if let Some(Item::Actor(idx)) = find(actor) {
                    corrected.rename(idx, name);
                }
            }
            Correction::Merge { actor, into } => {
                if let (Some(Item::Actor(from)), Some(Item::Actor(to))) = (find(actor), find(into))
                {
                    corrected.merge(from, to);
                }
            }
        }
    }
    corrected
}

impl Corrected {
    fn rename(&mut self, idx: usize, name: &str) {
        let Some(actor) = self.briefing.actors.get_mut(idx) else { return };
        let old = std::mem::replace(&mut actor.name, name.to_owned());
        actor.aliases.retain(|alias| alias != name);
        actor.aliases.insert(0, old);
        self.marks.insert(Item::Actor(idx), Mark::Changed);
    }

    fn merge(&mut self, from: usize, to: usize) {
        let (Some(source), true) = (self.briefing.actors.get(from).cloned(), from != to) else {
            return;
        };
        let Some(target) = self.briefing.actors.get_mut(to) else { return };
        take_over(target, source);
        if let Some(source) = self.briefing.actors.get_mut(from) {
            source.mentions.clear();
        }
        self.redirect(from, Some(ActorId(to)));
        self.marks.insert(Item::Actor(from), Mark::Merged);
        self.marks.insert(Item::Actor(to), Mark::Changed);
    }

    /// Whatever names the actor `from` names `to` instead, or nobody that is listed.
    fn redirect(&mut self, from: usize, to: Option<ActorId>) {
        let change = |ids: &mut Vec<ActorId>| {
            let renamed: Vec<ActorId> =
                ids.iter().filter_map(|id| if id.0 == from { to } else { Some(*id) }).collect();
            ids.clear();
            for id in renamed {
                if !ids.contains(&id) {
                    ids.push(id);
                }
            }
        };
        for position in &mut self.briefing.positions {
            if position.holder == Holder::Actor(ActorId(from)) {
                position.holder = to.map_or(Holder::Unnamed, Holder::Actor);
            }
            change(&mut position.via);
            change(&mut position.about);
        }
        self.briefing.questions.iter_mut().for_each(|question| change(&mut question.about));
    }

    /// For writing: without what was struck out or merged away; and the actors that the reader changed. What is
    /// counted from the lists is to be counted anew.
    pub fn for_export(&self) -> (Briefing, Vec<ActorId>) {
        let mut rest = self.clone();
        let gone = |item: Item| matches!(self.marks.get(&item), Some(Mark::Wrong | Mark::Merged));
        let kept: Vec<usize> =
            (0..self.briefing.actors.len()).filter(|idx| !gone(Item::Actor(*idx))).collect();
        for idx in (0..self.briefing.actors.len()).filter(|idx| gone(Item::Actor(*idx))) {
            rest.redirect(idx, None);
        }
        // From the front, so that no number is changed twice.
        for (new, old) in kept.iter().enumerate().filter(|(new, old)| new != *old) {
            rest.redirect(*old, Some(ActorId(new)));
        }
        let briefing = &mut rest.briefing;
        keep(&mut briefing.summary, |idx| !gone(Item::Point(idx)));
        keep(&mut briefing.actors, |idx| !gone(Item::Actor(idx)));
        keep(&mut briefing.positions, |idx| !gone(Item::Position(idx)));
        keep(&mut briefing.questions, |idx| !gone(Item::Question(idx)));
        keep(&mut briefing.timeline, |idx| !gone(Item::Event(idx)));
        keep(&mut briefing.figures, |idx| !gone(Item::Figure(idx)));
        let changed = |old: &usize| self.marks.get(&Item::Actor(*old)) == Some(&Mark::Changed);
        let changed =
            kept.iter().enumerate().filter(|(_, old)| changed(old)).map(|(new, _)| ActorId(new));
        (rest.briefing, changed.collect())
    }
}

fn take_over(target: &mut Actor, source: Actor) {
    target.mentions.extend(source.mentions);
    target.mentions.sort_by_key(|mention| mention.range);
    for name in std::iter::once(source.name).chain(source.aliases) {
        if name != target.name && !target.aliases.contains(&name) {
            target.aliases.push(name);
        }
    }
    let ranges = target.evidence.ranges().iter().chain(source.evidence.ranges()).copied();
    if let Some(evidence) = Evidence::new(ranges) {
        target.evidence = evidence;
    }
}

fn keep<T>(list: &mut Vec<T>, wanted: impl Fn(usize) -> bool) {
    let mut idx = 0;
    list.retain(|_| {
        idx += 1;
        wanted(idx - 1)
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::briefing::{ActorKind, Mention, MentionForm, Question};
    use crate::testing::{document, marks, unmark};

    const TEXT: &str =
        "«Ana Ruiz» met «Okoro». «Will Okoro go?» «Ruiz», the «union leader», waits.";

    fn briefing() -> (Document, Briefing) {
        let document = document(&unmark(TEXT));
        let ranges = marks(TEXT);
        let actor = |idx: usize| Actor {
            name: ranges[idx].slice(document.text()).to_owned(),
            kind: ActorKind::Person,
            role: None,
            aliases: vec![],
            affiliations: vec![],
            salience: 0.5,
            mentions: vec![Mention { range: ranges[idx], form: MentionForm::Name }],
            evidence: Evidence::one(ranges[idx]).expect("not empty"),
        };
        let question = Question {
            text: "Will Okoro go?".to_owned(),
            basis: crate::briefing::Basis::Asked,
            about: vec![ActorId(1), ActorId(3)],
            salience: 0.5,
            evidence: Evidence::one(ranges[2]).expect("not empty"),
        };
        let actors = vec![actor(0), actor(1), actor(3), actor(4)];
        let briefing = Briefing { actors, questions: vec![question], ..Briefing::default() };
        (document, briefing)
    }

    #[test]
    fn merging_and_renaming_survive_a_new_run_and_reach_the_export() {
        let (document, engine) = briefing();
        let key = |idx| Key::of(&document, &engine, Item::Actor(idx));
        let corrections = [
            Correction::Merge { actor: key(2), into: key(0) },
            Correction::Rename { actor: key(1), name: "Paul Okoro".to_owned() },
        ];
        let json = serde_json::to_string(&corrections).expect("plain data");
        let read: Vec<Correction> = serde_json::from_str(&json).expect("what was written");
        let corrected = correct(&document, &engine, &read);
        assert_eq!(corrected.briefing.actors[0].mentions.len(), 2);
        assert_eq!(corrected.briefing.actors[1].aliases, ["Okoro"]);
        let (exported, changed) = corrected.for_export();
        let names: Vec<&str> = exported.actors.iter().map(|actor| actor.name.as_str()).collect();
        assert_eq!(names, ["Ana Ruiz", "Paul Okoro", "union leader"]);
        assert_eq!(changed, [ActorId(0), ActorId(1)]);
        assert_eq!(exported.questions[0].about, [ActorId(1), ActorId(2)]);
    }

    #[test]
    fn what_is_wrong_is_not_exported_and_nobody_points_to_it() {
        let (document, engine) = briefing();
        let wrong = Correction::Wrong(Key::of(&document, &engine, Item::Actor(1)));
        let (exported, _) = correct(&document, &engine, &[wrong]).for_export();
        assert_eq!(exported.actors.len(), 3);
        assert_eq!(exported.questions[0].about, [ActorId(2)]);
    }
}
