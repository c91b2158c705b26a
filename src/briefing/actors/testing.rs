//! Test helpers: the role of one actor of a text; who is an actor of one with headings.

use crate::briefing::brief;
use crate::document::BlockKind;
use crate::testing::{document, of_blocks};

/// Expects the actor called `name` to have just this role.
#[track_caller]
pub(super) fn check_role<'a>(text: &str, name: &str, role: impl Into<Option<&'a str>>) {
    let briefing = brief(&document(text));
    let actor = briefing.actors.iter().find(|actor| actor.name == name).expect(name);
    assert_eq!(actor.role.as_deref(), role.into(), "{name}");
}

/// The names of all actors of a document of `blocks`, signed by `byline`.
pub(super) fn names_of(blocks: &[(BlockKind, &str)], byline: Option<&str>) -> Vec<String> {
    let briefing = brief(&of_blocks(blocks, byline));
    briefing.actors.into_iter().map(|actor| actor.name).collect()
}
