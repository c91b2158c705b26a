//! Test helper: the role of one actor of a text.

use crate::briefing::brief;
use crate::testing::document;

/// Expects the actor called `name` to have just this role.
#[track_caller]
pub(super) fn check_role<'a>(text: &str, name: &str, role: impl Into<Option<&'a str>>) {
    let briefing = brief(&document(text));
    let actor = briefing.actors.iter().find(|actor| actor.name == name).expect(name);
    assert_eq!(actor.role.as_deref(), role.into(), "{name}");
}
