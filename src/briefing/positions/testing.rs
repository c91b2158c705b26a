//! Test helpers: what the positions of a text say.

use crate::briefing::{actors, positions};
use crate::language;
use crate::testing::document;

/// The parts of the contents of all positions, in the order of the text.
pub(super) fn contents(text: &str) -> Vec<String> {
    let document = document(text);
    let analysis = language::analyze(&document);
    let cast = actors::find(&document, &analysis);
    positions::find(&document, &analysis, &cast)
        .iter()
        .flat_map(|position| position.content.clone())
        .map(|range| range.slice(document.text()).to_owned())
        .collect()
}
