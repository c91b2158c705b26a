//! From an item to its places in the text, and from a place in the text to the items that rest on it.
//!
//! Made once for each briefing; a lookup walks only what touches one block. Drawing is for `app`.

use super::{ActorId, Briefing, Item, MentionForm};
use crate::document::Document;
use crate::text::TextRange;

/// Every place that an item or a figure rests on, and every name of an actor.
#[derive(Clone, Debug, Default)]
pub struct Links {
    /// In the order of the text, a longer one before a shorter one that starts with it.
    places: Vec<Place>,
    /// For each block, the places that touch it.
    places_of_block: Vec<Vec<usize>>,
    /// For each block, the mentions in it, an outer one before what lies inside it.
    mentions_of_block: Vec<Vec<Named>>,
}

/// One stretch of evidence and all that rests on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub range: TextRange,
    /// Never empty.
    pub items: Vec<Item>,
}

impl Place {
    /// Whether an item of the five lists rests on it.
    pub fn is_listed(&self) -> bool {
        self.items.iter().any(|item| item.is_listed())
    }
}

/// One mention, with its actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    pub range: TextRange,
    pub actor: ActorId,
    pub form: MentionForm,
}

impl Links {
    pub fn new(document: &Document, briefing: &Briefing) -> Self {
        let places = places(briefing);
        let blocks = document.blocks();
        let mut places_of_block = vec![Vec::new(); blocks.len()];
        for (idx, place) in places.iter().enumerate() {
            for block in blocks_touched(document, place.range) {
                places_of_block[block].push(idx);
            }
        }
        let mut mentions_of_block: Vec<Vec<Named>> = vec![Vec::new(); blocks.len()];
        for (idx, actor) in briefing.actors.iter().enumerate() {
            for mention in &actor.mentions {
                for block in blocks_touched(document, mention.range) {
                    let (range, form) = (mention.range, mention.form);
                    mentions_of_block[block].push(Named { range, actor: ActorId(idx), form });
                }
            }
        }
        for mentions in &mut mentions_of_block {
            // A name inside another comes after it, so that what is painted last is seen.
            mentions.sort_by_key(|named| {
                (named.range.start(), std::cmp::Reverse(named.range.end()), named.actor)
            });
        }
        Self { places, places_of_block, mentions_of_block }
    }

    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// Indices into [`Self::places`] of those that touch a block.
    pub fn of_block(&self, block: usize) -> &[usize] {
        self.places_of_block.get(block).map_or(&[], Vec::as_slice)
    }

    pub fn mentions_in(&self, block: usize) -> &[Named] {
        self.mentions_of_block.get(block).map_or(&[], Vec::as_slice)
    }

    /// What rests on the byte `offset` in `block`: the smallest piece of evidence first, and after all
    /// evidence the actors named there, the innermost first, so that a click on a sentence leads to what it
    /// proves. A name inside the one that proves an actor comes before it.
    pub fn items_at(&self, block: usize, offset: usize) -> Vec<Item> {
        let mut around: Vec<&Place> = self
            .of_block(block)
            .iter()
            .filter_map(|&idx| self.places.get(idx))
            .filter(|place| place.range.contains(offset))
            .collect();
        around.sort_by_key(|place| place.range.len());
        let mut items: Vec<Item> = Vec::new();
        // A figure is a clause of what somebody says, and who clicks on a sentence means the latter.
        for listed in [true, false] {
            for item in around.iter().flat_map(|place| &place.items) {
                if item.is_listed() == listed && !items.contains(item) {
                    items.push(*item);
                }
            }
        }
        let mut names: Vec<&Named> = self
            .mentions_in(block)
            .iter()
            .filter(|named| named.form == MentionForm::Name && named.range.contains(offset))
            .collect();
        names.sort_by_key(|named| named.range.len());
        for named in &names {
            let item = Item::Actor(named.actor.0);
            if !items.contains(&item) {
                items.push(item);
            }
        }
        // `Ostland` of `Bank of Ostland`, which is what proves the bank: who clicks on it means Ostland.
        if let (Some(Item::Actor(_)), Some(inner), Some(place)) =
            (items.first(), names.first(), around.first())
            && inner.range.len() < place.range.len()
        {
            let item = Item::Actor(inner.actor.0);
            items.retain(|other| *other != item);
            items.insert(0, item);
        }
        items
    }

    /// Whether evidence of the five lists touches `range`, which lies in `block`.
    pub fn is_used(&self, block: usize, range: TextRange) -> bool {
        let places = self.of_block(block).iter().filter_map(|&idx| self.places.get(idx));
        places.filter(|place| place.is_listed()).any(|place| place.range.overlaps(range))
    }
}

/// Those of the article's sentences that no item of the five lists rests on.
pub(super) fn left_out(
    document: &Document,
    briefing: &Briefing,
    sentences: &[TextRange],
) -> Vec<TextRange> {
    let links = Links::new(document, briefing);
    let is_used = |range: TextRange| {
        document.block_at(range.start()).is_some_and(|block| links.is_used(block, range))
    };
    sentences.iter().copied().filter(|&range| !is_used(range)).collect()
}

/// All evidence, equal ranges joined.
fn places(briefing: &Briefing) -> Vec<Place> {
    let mut pairs: Vec<(TextRange, Item)> = briefing
        .items()
        .chain((0..briefing.figures.len()).map(Item::Figure))
        .flat_map(|item| briefing.evidence(item).iter().map(move |range| (*range, item)))
        .collect();
    pairs.sort_by_key(|(range, item)| (range.start(), std::cmp::Reverse(range.end()), *item));
    let mut places: Vec<Place> = Vec::new();
    for (range, item) in pairs {
        match places.last_mut() {
            Some(last) if last.range == range => last.items.push(item),
            _ => places.push(Place { range, items: vec![item] }),
        }
    }
    places
}

/// The blocks that share a byte with `range`.
fn blocks_touched(document: &Document, range: TextRange) -> std::ops::Range<usize> {
    let blocks = document.blocks();
    let first = blocks.partition_point(|block| block.range.end() <= range.start());
    let after = blocks.partition_point(|block| block.range.start() < range.end());
    first..after.max(first)
}

impl Briefing {
    /// Every item of the five lists, list by list.
    pub fn items(&self) -> impl Iterator<Item = Item> {
        (0..self.summary.len())
            .map(Item::Point)
            .chain((0..self.actors.len()).map(Item::Actor))
            .chain((0..self.positions.len()).map(Item::Position))
            .chain((0..self.questions.len()).map(Item::Question))
            .chain((0..self.timeline.len()).map(Item::Event))
    }

    /// What stands behind the five lists: voices, figures, sentences left out.
    pub fn appendix(&self) -> impl Iterator<Item = Item> {
        (0..self.voices.len())
            .map(Item::Voice)
            .chain((0..self.figures.len()).map(Item::Figure))
            .chain((0..self.left_out.len()).map(Item::LeftOut))
    }

    /// The places an item rests on; empty when there is no such item.
    pub fn evidence(&self, item: Item) -> &[TextRange] {
        let evidence = match item {
            Item::Point(idx) => self.summary.get(idx).map(|point| &point.evidence),
            Item::Actor(idx) => self.actors.get(idx).map(|actor| &actor.evidence),
            Item::Position(idx) => self.positions.get(idx).map(|position| &position.evidence),
            Item::Question(idx) => self.questions.get(idx).map(|question| &question.evidence),
            Item::Event(idx) => self.timeline.get(idx).map(|event| &event.evidence),
            Item::Voice(idx) => self.voices.get(idx).map(|voice| &voice.evidence),
            Item::Figure(idx) => self.figures.get(idx).map(|figure| &figure.evidence),
            Item::LeftOut(idx) => {
                return self.left_out.get(idx).map_or(&[], std::slice::from_ref);
            }
        };
        evidence.map_or(&[], |evidence| evidence.ranges())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::briefing::{Actor, ActorKind, Evidence, Mention, Point};
    use crate::testing::{document, marks, unmark};

    #[test]
    fn the_smallest_evidence_comes_first() {
        let marked = "«The minister said «she may resign» on “Monday”.»\n\nNobody asked.";
        let document = document(&unmark(marked));
        let summary = marks(marked)
            .into_iter()
            .map(|range| Point {
                text: String::new(),
                evidence: Evidence::one(range).expect("not empty"),
            })
            .collect();
        let briefing = Briefing { summary, ..Briefing::default() };
        let links = Links::new(&document, &briefing);
        assert_eq!(links.items_at(0, 20), [Item::Point(1), Item::Point(0)]);
        assert_eq!(links.items_at(0, 2), [Item::Point(0)]);
        assert!(links.items_at(1, document.text().len() - 2).is_empty());
        assert!(!links.is_used(1, document.blocks()[1].range));
    }

    #[test]
    fn a_click_on_a_name_inside_another_means_the_inner_one() {
        let marked = "The «University of «Selm»» opened.";
        let document = document(&unmark(marked));
        let actors = marks(marked)
            .into_iter()
            .map(|range| Actor {
                name: String::new(),
                kind: ActorKind::Place,
                role: None,
                aliases: vec![],
                affiliations: vec![],
                salience: 0.5,
                mentions: vec![Mention { range, form: MentionForm::Name }],
                evidence: Evidence::one(range).expect("not empty"),
            })
            .collect();
        let briefing = Briefing { actors, ..Briefing::default() };
        let links = Links::new(&document, &briefing);
        let inner = briefing.actors.iter().position(|a| a.mentions[0].range.len() == 4);
        let (inner, outer) = if inner == Some(0) { (0, 1) } else { (1, 0) };
        assert_eq!(links.items_at(0, 19), [Item::Actor(inner), Item::Actor(outer)]);
        assert_eq!(links.items_at(0, 6), [Item::Actor(outer)]);
        let there: Vec<usize> = links.mentions_in(0).iter().map(|named| named.actor.0).collect();
        assert_eq!(there, [outer, inner]);
    }
}
