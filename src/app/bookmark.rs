//! What is kept about one article: the reader's place, selection, folds, pins and corrections.
//!
//! Places are kept with the words that stand there and items by their words, so that they are found
//! again in a text or a briefing that has changed. Files are for `storage`.

use serde::{Deserialize, Serialize};

use super::article::{Article, BriefingGoal, SourceGoal};
use super::corrections::{Correction, Key};
use super::listing::Section;
use crate::briefing::{ActorId, Item};
use crate::document::Document;
use crate::text::TextRange;

/// Bytes of text kept to find a place again.
const CONTEXT: usize = 80;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Bookmark {
    top: Spot,
    selected: Option<Key>,
    pins: Vec<Key>,
    filter: Option<Key>,
    unfolded: Vec<Spot>,
    /// Titles of the sections opened whole, or unfolded.
    opened: Vec<String>,
    corrections: Vec<Correction>,
}

/// A place in the text and the words there.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Spot {
    offset: usize,
    words: String,
}

impl Spot {
    fn of(text: &str, offset: usize) -> Self {
        let end = (offset..=(offset + CONTEXT).min(text.len())).rev();
        let end = end.into_iter().find(|at| text.is_char_boundary(*at)).unwrap_or(offset);
        Self { offset, words: TextRange::new(offset, end).slice(text).to_owned() }
    }

    /// Where the words stand now: of several places the nearest to where they stood.
    fn find(&self, text: &str) -> Option<usize> {
        if self.words.is_empty() {
            return None;
        }
        let mut words = self.words.as_str();
        loop {
            let places = text.match_indices(words).map(|(at, _)| at);
            if let Some(at) = places.min_by_key(|at| at.abs_diff(self.offset)) {
                return Some(at);
            }
            let half = (0..=words.len() / 2).rev().find(|at| words.is_char_boundary(*at))?;
            words = words.get(..half).filter(|words| words.len() >= CONTEXT / 8)?;
        }
    }
}

impl Bookmark {
    pub fn of(article: &Article) -> Self {
        let text = article.document.text();
        let key = |item: Item| Key::of(&article.document, &article.engine, item);
        let block_start =
            |idx: &usize| article.document.blocks().get(*idx).map(|b| b.range.start());
        Self {
            top: Spot::of(text, article.source_top),
            selected: article.selected.map(key),
            pins: article.pins.iter().flatten().map(|item| key(*item)).collect(),
            filter: article.filter.map(|actor| key(Item::Actor(actor.0))),
            unfolded: article
                .unfolded
                .iter()
                .filter_map(block_start)
                .map(|start| Spot::of(text, start))
                .collect(),
            opened: article.opened.iter().map(|section| section.title().to_owned()).collect(),
            corrections: article.corrections.clone(),
        }
    }

    pub fn from_json(json: &str) -> Option<Self> {
        serde_json::from_str(json).ok()
    }

    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// Brings the reader back to the place in the text; to be called before there is a briefing.
    pub fn restore_place(&self, article: &mut Article) {
        let document: &Document = &article.document;
        let find = |spot: &Spot| document.block_at(spot.find(document.text())?);
        article.unfolded = self.unfolded.iter().filter_map(find).collect();
        if let Some(offset) = self.top.find(document.text()) {
            article.source_top = offset;
            article.source_goal.ask(SourceGoal::Top(offset));
        }
        article.opened = Section::ALL
            .into_iter()
            .filter(|section| self.opened.iter().any(|title| title == section.title()))
            .collect();
        article.corrections.clone_from(&self.corrections);
    }

    /// Brings back what hangs on the briefing; to be called once it is there.
    pub fn restore_items(&self, article: &mut Article) {
        let find = |key: &Key| key.find(&article.document, &article.engine);
        let selected = self.selected.as_ref().and_then(find);
        let mut pins = self.pins.iter().filter_map(find);
        let found = [pins.next(), pins.next()];
        let filter = self.filter.as_ref().and_then(find);
        article.pins = found;
        article.selected = selected;
        article.cursor = selected;
        article.filter = match filter {
            Some(Item::Actor(idx)) => Some(ActorId(idx)),
            _ => None,
        };
        if let Some(item) = selected {
            article.briefing_goal.ask(BriefingGoal::Show(item));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spot_is_found_by_its_words_when_the_text_has_moved() {
        let old = "One. Two sentences here. Three of them, “quoted”.";
        let new = "A new start. One. Two sentences here. Three of them, “quoted”.";
        let at = old.find("Three").expect("it is there");
        let spot = Spot::of(old, at);
        assert_eq!(spot.find(new), new.find("Three"));
        assert_eq!(spot.find("Nothing of it"), None);
        assert_eq!(Spot::default().find(new), None);
    }

    #[test]
    fn a_bookmark_of_another_version_is_read_as_far_as_it_goes() {
        let read =
            Bookmark::from_json(r#"{ "opened": ["Left out"], "unknown": [] }"#).expect("readable");
        assert!(read.opened == ["Left out"] && read.pins.is_empty());
        assert_eq!(Bookmark::from_json("[1"), None);
    }
}
