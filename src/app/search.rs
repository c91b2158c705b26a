//! Finding words in both panes: the search bar's query, and what it found.
//!
//! What is typed plainly is found as it is printed: `fold` takes away case, accents and the shapes of
//! marks. Which hit is shown and when is for `state` to say.

use crate::briefing::{Briefing, Item};
use crate::document::Document;
use crate::fold::{Folded, Folding};
use crate::text::TextRange;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hit {
    Card(Item),
    Source(TextRange),
}

/// The search bar and what it found.
#[derive(Clone, Debug, Default)]
pub struct Find {
    pub open: bool,
    pub query: String,
    /// Cards first, then the source, each in its order.
    pub hits: Vec<Hit>,
    pub current: Option<usize>,
}

/// The words of an item that are searched.
pub fn words_of(document: &Document, briefing: &Briefing, item: Item) -> String {
    match item {
        Item::Point(idx) => briefing.summary.get(idx).map(|point| point.text.clone()),
        Item::Actor(idx) => briefing.actors.get(idx).map(|actor| {
            let role = actor.role.clone().unwrap_or_default();
            format!("{}\n{role}\n{}", actor.name, actor.aliases.join("\n"))
        }),
        Item::Position(idx) => briefing.positions.get(idx).map(|position| position.text.clone()),
        Item::Question(idx) => briefing.questions.get(idx).map(|question| question.text.clone()),
        Item::Event(idx) => briefing.timeline.get(idx).map(|event| event.text.clone()),
        Item::Voice(idx) => briefing.voices.get(idx).map(|voice| voice.name.clone()),
        Item::Figure(idx) => briefing
            .figures
            .get(idx)
            .map(|figure| format!("{}: {}", figure.label(document), figure.text)),
        Item::LeftOut(idx) => {
            briefing.left_out.get(idx).map(|range| range.slice(document.text()).to_owned())
        }
    }
    .unwrap_or_default()
}

/// A text made ready for searching.
pub fn folded(text: &str) -> Folded {
    Folded::new(text, Folding::Search)
}
