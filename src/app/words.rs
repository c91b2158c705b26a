//! What items are called in the window: reasons of questions, degrees of certainty, holders.

use crate::briefing::{Actor, ActorId, ActorKind, Basis, Briefing, Certainty, Holder, Position};
use crate::document::Document;

pub(super) fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Asked => "the article asks",
        Basis::Unresolved => "left undecided",
        Basis::Conditional => "hangs on a condition",
        Basis::Scheduled => "still to come",
        Basis::Disputed => "sources disagree",
    }
}

pub(super) fn certainty(certainty: Certainty) -> Option<&'static str> {
    match certainty {
        Certainty::Asserted => None,
        Certainty::Hedged => Some("hedged"),
        Certainty::Conditional => Some("on a condition"),
        Certainty::Negated => Some("negated"),
    }
}

pub(super) fn kind(kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::Person => "person",
        ActorKind::Organization => "organization",
        ActorKind::Country => "country",
        ActorKind::Place => "place",
        ActorKind::Group => "group",
    }
}

pub(super) fn holder(briefing: &Briefing, holder: Holder) -> String {
    match holder {
        Holder::Actor(actor) => name(briefing, actor.0),
        Holder::Unnamed => "Unnamed source".to_owned(),
        Holder::Author => "The author".to_owned(),
    }
}

pub(super) fn name(briefing: &Briefing, actor: usize) -> String {
    briefing.actors.get(actor).map(|actor| actor.name.clone()).unwrap_or_default()
}

/// Who passed a position on, as `through A and B`.
pub(super) fn via(briefing: &Briefing, position: &Position) -> Option<String> {
    let names: Vec<String> = position.via.iter().map(|actor| name(briefing, actor.0)).collect();
    (!names.is_empty()).then(|| format!("through {}", names.join(" and ")))
}

/// Whom a position is against, as `against A and B`, and whether its holder held another before.
pub(super) fn relations(briefing: &Briefing, position: &Position) -> Option<String> {
    let names = briefing.opponents(position);
    let against = (!names.is_empty()).then(|| format!("against {}", names.join(" and ")));
    let changed = position.replaces.map(|_| "a change of view".to_owned());
    let parts: Vec<String> = against.into_iter().chain(changed).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

pub(super) fn mentions(actor: &Actor) -> String {
    match actor.mentions.len() {
        1 => "1 mention".to_owned(),
        count => format!("{count} mentions"),
    }
}

/// What a selected actor's card adds, line by line: whom a person serves, other names, how often, with whom.
pub(super) fn about(document: &Document, briefing: &Briefing, idx: usize) -> Vec<String> {
    let Some(actor) = briefing.actors.get(idx) else { return Vec::new() };
    let mut lines = Vec::new();
    let of = actor.untold_affiliations(document);
    if !of.is_empty() {
        lines.push(format!("Belongs to {}", of.join(", ")));
    }
    let others: Vec<&str> = actor.other_names().collect();
    if !others.is_empty() {
        lines.push(format!("Also {}", others.join(", ")));
    }
    let company: Vec<&str> = briefing.company_of(ActorId(idx)).collect();
    let company =
        (!company.is_empty()).then(|| format!("; most often with {}", company.join(", ")));
    lines.push(format!("{}{}", briefing.how_often(ActorId(idx)), company.unwrap_or_default()));
    lines
}
