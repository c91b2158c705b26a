//! How a reader moves through an article: selecting, next and previous, from one side to the other.
//!
//! Every jump leaves one entry in the history; hovering, typing and walking leave none.

use super::article::{Article, BriefingGoal, SourceGoal};
use super::listing::{Row, Section};
use super::state::Pane;
use crate::briefing::{ActorId, Item};
use crate::text::TextRange;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Next,
    Previous,
}

impl Step {
    /// The neighbour of `idx` among `count`, around the ends.
    fn around(self, idx: usize, count: usize) -> usize {
        match self {
            Self::Next => (idx + 1) % count.max(1),
            Self::Previous => (idx + count.max(1) - 1) % count.max(1),
        }
    }

    /// The neighbour of `idx` among `count`, stopping at the ends; the first or last when there is none.
    fn along(self, idx: Option<usize>, count: usize) -> Option<usize> {
        let last = count.checked_sub(1)?;
        Some(match (self, idx) {
            (Self::Next, Some(idx)) => (idx + 1).min(last),
            (Self::Previous, Some(idx)) => idx.saturating_sub(1),
            (Self::Next, None) => 0,
            (Self::Previous, None) => last,
        })
    }
}

impl Article {
    /// Selects an item in the briefing and shows what it rests on.
    pub(super) fn select(&mut self, item: Item) {
        self.history.leave(self.place());
        self.selected = Some(item);
        self.cursor = Some(item);
        self.at.clear();
        self.piece = self.first_piece(item);
        if let Some(range) = self.shown_range() {
            self.source_goal.ask(SourceGoal::Show(range));
        }
    }

    /// Selects what rests on a place in the source and shows its card; of several the one on the fewest
    /// words, and at each further click the next.
    pub(super) fn select_at(&mut self, offset: usize) {
        let Some(block) = self.document.block_at(offset) else { return };
        let items = self.links.items_at(block, offset);
        self.sentence = self.sentence_at(offset);
        let shown = self.selected.and_then(|known| items.iter().position(|item| *item == known));
        let next = shown.filter(|_| self.at == items).map_or(0, |idx| (idx + 1) % items.len());
        let Some(&item) = items.get(next) else { return };
        self.history.leave(self.place());
        self.selected = Some(item);
        self.cursor = Some(item);
        self.at = items;
        let ring = self.ring(item);
        self.piece = ring.iter().position(|range| range.contains(offset)).unwrap_or(0);
        self.show_card(item);
    }

    /// Asks the briefing for a card, opening its section where the brief view keeps it back.
    pub(super) fn show_card(&mut self, item: Item) {
        let section = Section::of(item);
        let listed = self.rows.iter().any(|row| row.item() == Some(item));
        if !listed {
            self.open(section);
        }
        self.briefing_goal.ask(BriefingGoal::Show(item));
    }

    /// For an actor the mention that tells best who it is, else the first piece of evidence.
    fn first_piece(&self, item: Item) -> usize {
        let Item::Actor(_) = item else { return 0 };
        let Some(&best) = self.briefing.evidence(item).first() else { return 0 };
        self.ring(item).iter().position(|range| best.overlaps(*range)).unwrap_or(0)
    }

    /// The place in the source that the selection shows now.
    pub fn shown_range(&self) -> Option<TextRange> {
        let item = self.selected?;
        let ring = self.ring(item);
        let first = || self.briefing.evidence(item).first().copied();
        ring.get(self.piece).copied().or_else(first)
    }

    /// The next or previous piece of evidence, or mention of the selected actor.
    pub(super) fn step_piece(&mut self, step: Step) {
        let Some(item) = self.selected.or(self.cursor) else { return };
        let count = self.ring(item).len();
        if self.selected != Some(item) {
            return self.select(item);
        }
        self.history.leave(self.place());
        self.piece = step.around(self.piece, count);
        self.go_to_piece();
    }

    /// The next of the positions that stand against the selected one, took its place or gave way to it.
    pub(super) fn other_view(&self) -> Option<usize> {
        let Some(Item::Position(idx)) = self.selected else { return None };
        let related = self.briefing.related(idx);
        related.iter().copied().find(|&other| other > idx).or(related.first().copied())
    }

    /// The next or previous mention of the actor in focus, from where the source is.
    pub(super) fn step_mention(&mut self, step: Step) {
        let Some(ActorId(idx)) = self.actor_in_focus() else { return };
        let item = Item::Actor(idx);
        let ring = self.ring(item);
        if ring.is_empty() {
            return;
        }
        self.history.leave(self.place());
        if self.selected == Some(item) {
            self.piece = step.around(self.piece, ring.len());
        } else {
            let here = self.shown_range().map_or(self.source_top, TextRange::start);
            let after = ring.partition_point(|range| range.start() <= here);
            let before = ring.partition_point(|range| range.start() < here);
            self.piece = match step {
                Step::Next => after % ring.len(),
                Step::Previous => (before + ring.len() - 1) % ring.len(),
            };
            self.selected = Some(item);
            self.cursor = Some(item);
        }
        self.go_to_piece();
    }

    fn go_to_piece(&mut self) {
        if let Some(range) = self.shown_range() {
            self.sentence = self.sentence_at(range.start());
            self.source_goal.ask(SourceGoal::Show(range));
        }
    }

    /// The next or previous item of the briefing or sentence of the source.
    pub(super) fn step_line(&mut self, pane: Pane, step: Step) {
        match pane {
            Pane::Briefing => {
                let items: Vec<Item> = self.rows.iter().filter_map(|row| row.item()).collect();
                let at = self.cursor.and_then(|item| items.iter().position(|i| *i == item));
                if let Some(&item) = step.along(at, items.len()).and_then(|idx| items.get(idx)) {
                    self.cursor = Some(item);
                    self.briefing_goal.ask(BriefingGoal::Show(item));
                }
            }
            Pane::Source => {
                let here = self.sentence.or_else(|| self.sentence_before_view(step));
                self.go_to_sentence(step.along(here, self.sentences.len()));
            }
        }
    }

    /// The sentence from which a first step leads into what is in view.
    fn sentence_before_view(&self, step: Step) -> Option<usize> {
        let first = self.sentences.partition_point(|range| range.start() < self.source_top);
        match step {
            Step::Next => first.checked_sub(1),
            Step::Previous => Some(first),
        }
    }

    /// The next or previous section of the briefing or paragraph of the source.
    pub(super) fn step_part(&mut self, pane: Pane, step: Step) {
        match pane {
            Pane::Briefing => {
                let now = self.cursor.map(Section::of);
                // One without an item, or folded, would hold the walk up.
                let mut sections: Vec<Section> =
                    self.rows.iter().filter_map(|row| Some(Section::of(row.item()?))).collect();
                sections.dedup();
                let at = now.and_then(|now| sections.iter().position(|s| *s == now));
                if let Some(&section) = step.along(at, sections.len()).and_then(|i| sections.get(i))
                {
                    self.go_to_section(section);
                }
            }
            Pane::Source => {
                let block_of = |idx: usize| {
                    let range = self.sentences.get(idx)?;
                    self.document.block_at(range.start())
                };
                let Some(here) = self.sentence.or_else(|| self.sentence_before_view(step)) else {
                    return self.go_to_sentence(step.along(None, self.sentences.len()));
                };
                let now = block_of(here);
                let first_of = |idx: &usize| {
                    block_of(*idx) != now && (*idx == 0 || block_of(*idx) != block_of(*idx - 1))
                };
                let there = match step {
                    Step::Next => (here + 1..self.sentences.len()).find(first_of),
                    Step::Previous => (0..here).rev().find(first_of),
                };
                self.go_to_sentence(there);
            }
        }
    }

    /// Scrolls a pane by so many tenths of its height.
    pub(super) fn scroll(&mut self, pane: Pane, tenths: i32) {
        match pane {
            Pane::Briefing => self.briefing_goal.ask(BriefingGoal::By(tenths)),
            Pane::Source => self.source_goal.ask(SourceGoal::By(tenths)),
        }
    }

    fn go_to_sentence(&mut self, idx: Option<usize>) {
        let Some(range) = idx.and_then(|idx| self.sentences.get(idx)) else { return };
        self.source_goal.ask(SourceGoal::Show(*range));
        self.sentence = idx;
    }

    pub(super) fn go_to_section(&mut self, section: Section) {
        let after = self.rows.iter().skip_while(|row| **row != Row::Section(section));
        let first =
            after.skip(1).take_while(|row| section_of(row).is_none()).find_map(|r| r.item());
        let mut folded = self.briefing.appendix().filter(|item| Section::of(*item) == section);
        self.cursor = first.or_else(|| folded.next()).or(self.cursor);
        self.briefing_goal.ask(BriefingGoal::Section(section));
    }

    /// Shows, in the other pane, what belongs to where the keyboard is. Says whether there was something.
    pub(super) fn show_partner(&mut self, pane: Pane) -> bool {
        match pane {
            Pane::Briefing => {
                let Some(item) = self.cursor.or(self.selected) else { return false };
                self.select(item);
                self.sentence =
                    self.shown_range().and_then(|range| self.sentence_at(range.start()));
                true
            }
            Pane::Source => {
                let Some(range) = self.sentence.and_then(|idx| self.sentences.get(idx).copied())
                else {
                    return false;
                };
                if let Some(item) = self.selected_in(range) {
                    self.cursor = Some(item);
                    self.show_card(item);
                    return true;
                }
                let offset = self.first_evidence_in(range);
                offset.is_some_and(|offset| {
                    self.select_at(offset);
                    true
                })
            }
        }
    }

    /// The selected item, where it rests on `range`: coming back from a sentence leads to the card that
    /// led there.
    fn selected_in(&self, range: TextRange) -> Option<Item> {
        let item = self.selected?;
        let evidence = self.briefing.evidence(item).iter().copied();
        evidence.chain(self.ring(item)).any(|piece| piece.overlaps(range)).then_some(item)
    }

    /// A byte of `range` that something rests on.
    fn first_evidence_in(&self, range: TextRange) -> Option<usize> {
        let block = self.document.block_at(range.start())?;
        let places = self.links.of_block(block).iter().filter_map(|&i| self.links.places().get(i));
        let inside = places.filter(|place| place.range.overlaps(range));
        // An item of the five lists before a figure.
        let first = inside.min_by_key(|place| (!place.is_listed(), place.range.start()))?;
        first.range.intersect(range).map(TextRange::start)
    }

    /// Pins or unpins the selection; a third pin takes the place of the second.
    pub(super) fn toggle_pin(&mut self) {
        let Some(item) = self.selected.or(self.cursor) else { return };
        self.history.leave(self.place());
        if let Some(pin) = self.pins.iter_mut().find(|pin| **pin == Some(item)) {
            *pin = None;
        } else if self.pins[0].is_none() {
            self.pins[0] = Some(item);
        } else {
            self.pins[1] = Some(item);
        }
    }

    pub(super) fn toggle_filter(&mut self) {
        self.history.leave(self.place());
        self.filter = match self.filter {
            Some(_) => None,
            None => self.actor_in_focus(),
        };
    }

    /// Takes one layer off: selection, pin, filter. Says whether there was one.
    pub(super) fn peel(&mut self) -> bool {
        if self.text_selection.take().is_some() {
        } else if self.selected.is_some() {
            self.history.leave(self.place());
            self.selected = None;
            self.at.clear();
        } else if let Some(pin) = self.pins.iter_mut().rev().find(|pin| pin.is_some()) {
            *pin = None;
        } else if self.filter.take().is_none() {
            let open = self.is_open(Section::LeftOut);
            self.opened.retain(|section| *section != Section::LeftOut);
            return open;
        }
        true
    }
}

fn section_of(row: &Row) -> Option<Section> {
    match row {
        Row::Section(section) => Some(*section),
        _ => None,
    }
}
