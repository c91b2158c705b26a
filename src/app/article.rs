//! One open article: its text, its briefing, and where its reader is in both.
//!
//! Plain data without egui. How a reader moves is in `moves`; what a command does to it in `state`.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use super::bookmark::Bookmark;
use super::corrections::{Correction, Key, Mark, correct};
use super::history::History;
use super::listing::{self, Row, Section};
use super::settings::Settings;
use super::waiting::Wait;
use crate::briefing::links::Links;
use crate::briefing::{ActorId, Briefing, Item};
use crate::document::{BlockKind, Document};
use crate::fold::Folded;
use crate::text::TextRange;

/// What can be pinned at once: one to keep lit, a second to compare it with.
pub const PINS: usize = 2;

pub struct Article {
    pub path: PathBuf,
    pub document: Arc<Document>,
    /// As the engine made it; empty until it has answered.
    pub engine: Arc<Briefing>,
    /// The same with the reader's corrections, which is what is shown.
    pub briefing: Arc<Briefing>,
    pub marks: BTreeMap<Item, Mark>,
    pub corrections: Vec<Correction>,
    /// What is to be restored once there is a briefing.
    pub bookmark: Option<Bookmark>,
    pub progress: Progress,
    /// For its briefing.
    pub wait: Wait,
    /// Milliseconds that the engine took; `None` where the briefing comes from a file.
    pub engine_ms: Option<f64>,
    pub links: Links,
    pub sentences: Vec<TextRange>,
    /// For each block, the number shown beside it.
    pub numbers: Vec<Option<usize>>,
    /// The rows of the briefing; their number of changes, for those who keep what they drew.
    pub rows: Vec<Row>,
    pub rows_version: u64,

    pub selected: Option<Item>,
    /// Which piece of the selected item's evidence, or mention of the actor, was shown last.
    pub piece: usize,
    /// All items that rest on the place that was clicked, the selected one among them.
    pub at: Vec<Item>,
    pub hovered: Hovered,
    pub pins: [Option<Item>; PINS],
    pub filter: Option<ActorId>,
    /// Sections opened whole in the brief view, or unfolded.
    pub opened: Vec<Section>,
    /// The keyboard's place in the briefing.
    pub cursor: Option<Item>,
    /// The keyboard's place in the source: an index into `sentences`.
    pub sentence: Option<usize>,
    pub text_selection: Option<TextRange>,
    /// The text made ready for searching, once somebody searches.
    pub folded: OnceCell<Folded>,
    /// First blocks of the runs of site text that are unfolded.
    pub unfolded: BTreeSet<usize>,
    pub history: History<Place>,
    /// What the panes are asked to show.
    pub source_goal: Goal<SourceGoal>,
    pub briefing_goal: Goal<BriefingGoal>,
    /// What the panes last showed: the first byte, and the first item.
    pub source_top: usize,
    pub briefing_top: Option<Item>,
    /// Whether the file has changed since it was read.
    pub stale: bool,
}

/// How far the engine is with an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    Working,
    Done,
    /// By the reader.
    Stopped,
    /// The engine broke on the text.
    Broken,
}

/// What the pointer is over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Hovered {
    #[default]
    Nothing,
    /// A card: its evidence is lit.
    Card(Item),
    /// A place in the source: the cards that rest on it are lit.
    Source { offset: usize, items: Vec<Item> },
}

/// What back and forward restore.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    pub selected: Option<Item>,
    pub piece: usize,
    pub pins: [Option<Item>; PINS],
    pub filter: Option<ActorId>,
    pub source_top: usize,
    pub briefing_top: Option<Item>,
}

/// A wish to a pane, numbered so that the pane grants each once.
#[derive(Clone, Debug)]
pub struct Goal<T> {
    pub number: u64,
    pub wish: Option<T>,
}

impl<T> Default for Goal<T> {
    fn default() -> Self {
        Self { number: 0, wish: None }
    }
}

impl<T> Goal<T> {
    pub fn ask(&mut self, wish: T) {
        self.number += 1;
        self.wish = Some(wish);
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceGoal {
    /// Bring into view, at a third of the height, unless it is in view already.
    Show(TextRange),
    /// Put the line with this byte at the top.
    Top(usize),
    /// Scroll by this many tenths of the height.
    By(i32),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BriefingGoal {
    Show(Item),
    Section(Section),
    Top(Option<Item>),
    /// Scroll by this many tenths of the height.
    By(i32),
}

impl Article {
    pub fn new(path: PathBuf, document: Arc<Document>, sentences: Vec<TextRange>) -> Self {
        let numbers = numbers(&document);
        Self {
            path,
            engine: Arc::default(),
            briefing: Arc::default(),
            marks: BTreeMap::new(),
            corrections: Vec::new(),
            bookmark: None,
            progress: Progress::Working,
            wait: Wait::begin(std::time::Instant::now()),
            engine_ms: None,
            links: Links::new(&document, &Briefing::default()),
            sentences,
            document,
            numbers,
            rows: Vec::new(),
            rows_version: 0,
            selected: None,
            piece: 0,
            at: Vec::new(),
            hovered: Hovered::Nothing,
            pins: [None; PINS],
            filter: None,
            opened: Vec::new(),
            cursor: None,
            sentence: None,
            text_selection: None,
            folded: OnceCell::new(),
            unfolded: BTreeSet::new(),
            history: History::default(),
            source_goal: Goal::default(),
            briefing_goal: Goal::default(),
            source_top: 0,
            briefing_top: None,
            stale: false,
        }
    }

    pub fn is_briefed(&self) -> bool {
        self.progress == Progress::Done
    }

    /// Whether its briefing is being made.
    pub fn is_awaited(&self) -> bool {
        self.progress == Progress::Working
    }

    pub fn is_stopped(&self) -> bool {
        self.progress == Progress::Stopped
    }

    pub fn is_broken(&self) -> bool {
        self.progress == Progress::Broken
    }

    pub fn is_open(&self, section: Section) -> bool {
        self.opened.contains(&section)
    }

    pub fn open(&mut self, section: Section) {
        if !self.is_open(section) {
            self.opened.push(section);
        }
    }

    pub fn toggle_section(&mut self, section: Section) {
        match self.opened.iter().position(|opened| *opened == section) {
            Some(idx) => drop(self.opened.remove(idx)),
            None => self.opened.push(section),
        }
    }

    /// Takes the engine's answer.
    pub fn set_briefing(&mut self, briefing: Arc<Briefing>, engine_ms: Option<f64>) {
        self.engine = briefing;
        self.engine_ms = engine_ms;
        self.progress = Progress::Done;
        self.correct();
        if let Some(bookmark) = self.bookmark.take() {
            bookmark.restore_items(self);
        }
    }

    /// Makes the briefing that is shown from the engine's and the corrections.
    fn correct(&mut self) {
        if self.corrections.is_empty() {
            self.briefing = Arc::clone(&self.engine);
            self.marks.clear();
        } else {
            let mut corrected = correct(&self.document, &self.engine, &self.corrections);
            corrected.briefing.tally(&self.document, &self.sentences);
            self.briefing = Arc::new(corrected.briefing);
            self.marks = corrected.marks;
        }
        self.links = Links::new(&self.document, &self.briefing);
        self.rows_version += 1;
    }

    pub fn add_correction(&mut self, correction: Correction) {
        self.corrections.push(correction);
        self.correct();
    }

    /// Strikes an item out, or takes that back.
    pub fn toggle_wrong(&mut self, item: Item) {
        let wrong = Correction::Wrong(self.key(item));
        match self.corrections.iter().position(|known| *known == wrong) {
            Some(idx) => drop(self.corrections.remove(idx)),
            None => self.corrections.push(wrong),
        }
        self.correct();
    }

    /// Takes the last correction back; says whether there was one.
    pub fn undo(&mut self) -> bool {
        let undone = self.corrections.pop().is_some();
        self.correct();
        undone
    }

    /// What names an item in corrections.
    pub fn key(&self, item: Item) -> Key {
        Key::of(&self.document, &self.engine, item)
    }

    pub fn is_wrong(&self, item: Item) -> bool {
        self.marks.get(&item) == Some(&Mark::Wrong)
    }

    /// The actor that a correction of an actor is about.
    pub fn selected_actor(&self) -> Option<usize> {
        match self.selected.or(self.cursor)? {
            Item::Actor(idx) => Some(idx),
            _ => None,
        }
    }

    /// Works out the rows anew; to be called when anything that decides them has changed.
    pub fn refresh_rows(&mut self, settings: &Settings) {
        let wish = listing::Wish {
            density: settings.density,
            grouping: settings.grouping,
            filter: self.filter,
            opened: &self.opened,
            marks: &self.marks,
        };
        let rows =
            if self.is_briefed() { listing::rows(&self.briefing, &wish) } else { Vec::new() };
        if rows != self.rows {
            self.rows = rows;
            self.rows_version += 1;
        }
    }

    pub fn title(&self) -> String {
        self.document.meta.title.clone().unwrap_or_else(|| file_name(&self.path))
    }

    pub fn place(&self) -> Place {
        Place {
            selected: self.selected,
            piece: self.piece,
            pins: self.pins,
            filter: self.filter,
            source_top: self.source_top,
            briefing_top: self.briefing_top,
        }
    }

    pub fn restore(&mut self, place: &Place) {
        self.selected = place.selected;
        self.piece = place.piece;
        self.pins = place.pins;
        self.filter = place.filter;
        self.at.clear();
        self.cursor = place.selected;
        self.source_goal.ask(SourceGoal::Top(place.source_top));
        self.briefing_goal.ask(BriefingGoal::Top(place.briefing_top));
    }

    pub fn toggle_fold(&mut self, block: usize) {
        if !self.unfolded.remove(&block) {
            self.unfolded.insert(block);
        }
    }

    /// The paragraph that holds the byte `offset`, and the page in files that have pages: `p. 2 ¶4`.
    pub fn reference(&self, offset: usize) -> Option<String> {
        let paragraph = self.paragraph_of(offset).map(|number| format!("¶{number}"));
        let page = self.document.page_at(offset).map(|number| format!("p. {number}"));
        match (page, paragraph) {
            (Some(page), Some(paragraph)) => Some(format!("{page} {paragraph}")),
            (page, paragraph) => page.or(paragraph),
        }
    }

    /// The number of the paragraph that holds the byte `offset`.
    pub fn paragraph_of(&self, offset: usize) -> Option<usize> {
        self.numbers.get(self.document.block_at(offset)?).copied().flatten()
    }

    pub fn sentence_at(&self, offset: usize) -> Option<usize> {
        let idx = self.sentences.partition_point(|range| range.end() <= offset);
        self.sentences.get(idx).is_some_and(|range| range.contains(offset)).then_some(idx)
    }

    /// What an item's next and previous lead through: an actor's mentions, else its evidence.
    pub fn ring(&self, item: Item) -> Vec<TextRange> {
        match item {
            Item::Actor(idx) => {
                let mentions = self.briefing.actors.get(idx).map_or(&[][..], |a| &a.mentions);
                mentions.iter().map(|mention| mention.range).collect()
            }
            _ => self.sentences_of(self.briefing.evidence(item)),
        }
    }

    /// Ranges of which those in one sentence are joined: who, by which words and what are pieces of one
    /// claim, and nobody wants to step through them.
    fn sentences_of(&self, ranges: &[TextRange]) -> Vec<TextRange> {
        let mut joined: Vec<(Option<usize>, TextRange)> = Vec::new();
        for range in ranges {
            let sentence = self.sentence_at(range.start());
            match joined.last_mut() {
                Some((known, last)) if sentence.is_some() && *known == sentence => {
                    *last = last.cover(*range);
                }
                _ => joined.push((sentence, *range)),
            }
        }
        joined.into_iter().map(|(_, range)| range).collect()
    }

    /// The actor that mention keys and the filter act on: the selected one, or the selected item's.
    pub fn actor_in_focus(&self) -> Option<ActorId> {
        let of = |item: Item| match item {
            Item::Actor(idx) => Some(ActorId(idx)),
            Item::Position(idx) => match self.briefing.positions.get(idx)?.holder {
                crate::briefing::Holder::Actor(actor) => Some(actor),
                _ => None,
            },
            Item::Question(idx) => self.briefing.questions.get(idx)?.about.first().copied(),
            _ => None,
        };
        let pinned = self.pins.iter().flatten().copied();
        self.selected.into_iter().chain(self.cursor).chain(pinned).find_map(of)
    }
}

pub fn file_name(path: &std::path::Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// [`Document::paragraph_number`] for every block, in one walk.
fn numbers(document: &Document) -> Vec<Option<usize>> {
    let mut count = 0;
    let number = |block: &crate::document::Block| {
        let counted =
            matches!(block.kind, BlockKind::Paragraph | BlockKind::Quote | BlockKind::ListItem);
        counted.then(|| {
            count += 1;
            count
        })
    };
    document.blocks().iter().map(number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::document;

    #[test]
    fn numbers_agree_with_the_document() {
        let document = document("One.\n\nTwo.\n\nThree.");
        let expected: Vec<_> = (0..3).map(|idx| document.paragraph_number(idx)).collect();
        assert_eq!(numbers(&document), expected);
    }
}
