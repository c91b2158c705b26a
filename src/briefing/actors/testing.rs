//! Test helpers: the role of one actor of a text; who is an actor of one with headings.

use crate::briefing::brief;
use crate::document::{Block, BlockKind, Document, Format, Meta, Source};
use crate::testing::document;
use crate::text::TextRange;

/// Expects the actor called `name` to have just this role.
#[track_caller]
pub(super) fn check_role<'a>(text: &str, name: &str, role: impl Into<Option<&'a str>>) {
    let briefing = brief(&document(text));
    let actor = briefing.actors.iter().find(|actor| actor.name == name).expect(name);
    assert_eq!(actor.role.as_deref(), role.into(), "{name}");
}

/// The names of all actors of a document of `blocks`, signed by `byline`.
pub(super) fn names_of(blocks: &[(BlockKind, &str)], byline: Option<&str>) -> Vec<String> {
    let (mut text, mut placed) = (String::new(), Vec::new());
    for &(kind, part) in blocks {
        let range = TextRange::new(text.len(), text.len() + part.len());
        placed.push(Block { kind, range, level: 0 });
        text.push_str(part);
        text.push_str("\n\n");
    }
    let meta = Meta { byline: byline.map(str::to_owned), ..Meta::default() };
    let source = Source {
        format: Format::Text,
        encoding: "UTF-8",
        encoding_guessed: false,
        sha256: String::new(),
    };
    let briefing = brief(&Document::new(text, placed, Vec::new(), meta, source));
    briefing.actors.into_iter().map(|actor| actor.name).collect()
}
