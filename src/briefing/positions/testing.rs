//! Test helpers: what the positions of a text say.

use crate::briefing::{Holder, Position, actors, positions};
use crate::document::BlockKind;
use crate::language;
use crate::testing::{document, of_blocks};

/// The parts of the contents of all positions, in the order of the text.
pub(super) fn contents(text: &str) -> Vec<String> {
    let content = |position: Position| position.content;
    found(text).into_iter().flat_map(content).map(|range| range.slice(text).to_owned()).collect()
}

/// Checks the parts of the contents of all positions.
#[track_caller]
pub(super) fn check_contents(text: &str, expected: &[&str]) {
    assert_eq!(contents(text), expected);
}

/// What the lines of all positions of a text under a headline say.
pub(super) fn texts_under(headline: &str, text: &str) -> Vec<String> {
    let document = of_blocks(&[(BlockKind::Title, headline), (BlockKind::Paragraph, text)], None);
    let analysis = language::analyze(&document);
    let cast = actors::find(&document, &analysis);
    let found = positions::find(&document, &analysis, &cast);
    found.into_iter().map(|position| position.text).collect()
}

/// What the lines of all positions say.
pub(super) fn texts(text: &str) -> Vec<String> {
    found(text).into_iter().map(|position| position.text).collect()
}

/// The names of the holders of all positions, in the order of the text.
pub(super) fn holders(text: &str) -> Vec<String> {
    let document = document(text);
    let analysis = language::analyze(&document);
    let cast = actors::find(&document, &analysis);
    let name = |position: &Position| match position.holder {
        Holder::Actor(actor) => {
            cast.actor(actor).map_or_else(String::new, |actor| actor.name.clone())
        }
        Holder::Unnamed => "unnamed".to_owned(),
        Holder::Author => "author".to_owned(),
    };
    positions::find(&document, &analysis, &cast).iter().map(name).collect()
}

fn found(text: &str) -> Vec<Position> {
    let document = document(text);
    let analysis = language::analyze(&document);
    let cast = actors::find(&document, &analysis);
    positions::find(&document, &analysis, &cast)
}
