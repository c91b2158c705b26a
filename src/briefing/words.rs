//! The contract's word for each kind of thing in a briefing, the same in every export and in the window.

use super::{Act, ActorKind, Basis, Certainty, Event, EventStatus, Form, MentionForm};

impl ActorKind {
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organization => "organization",
            Self::Country => "country",
            Self::Place => "place",
            Self::Group => "group",
        }
    }
}

impl MentionForm {
    pub fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Nominal => "nominal",
            Self::Pronoun => "pronoun",
        }
    }
}

impl Act {
    pub fn name(self) -> &'static str {
        match self {
            Self::Says => "says",
            Self::Denies => "denies",
            Self::Supports => "supports",
            Self::Opposes => "opposes",
            Self::Demands => "demands",
            Self::Warns => "warns",
            Self::Promises => "promises",
            Self::Plans => "plans",
            Self::Believes => "believes",
            Self::Asks => "asks",
        }
    }
}

impl Form {
    pub fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Indirect => "indirect",
            Self::Mixed => "mixed",
        }
    }
}

impl Certainty {
    pub fn name(self) -> &'static str {
        match self {
            Self::Asserted => "asserted",
            Self::Hedged => "hedged",
            Self::Conditional => "conditional",
            Self::Negated => "negated",
        }
    }
}

impl Basis {
    pub fn name(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Unresolved => "unresolved",
            Self::Conditional => "conditional",
            Self::Scheduled => "scheduled",
            Self::Disputed => "disputed",
        }
    }
}

impl Event {
    /// The date, or the span from it to the end that is told: an EDTF interval (`2001/2007`).
    pub fn edtf(&self) -> String {
        match &self.until {
            Some(until) => format!("{}/{until}", self.date),
            None => self.date.clone(),
        }
    }
}

impl EventStatus {
    pub fn name(self) -> &'static str {
        match self {
            Self::Past => "past",
            Self::Planned => "planned",
            Self::Conditional => "conditional",
        }
    }
}
