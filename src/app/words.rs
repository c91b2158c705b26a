//! What items are called in the window: verbs of positions, reasons of questions, dates.

use crate::briefing::{Act, Actor, ActorKind, Basis, Briefing, Certainty, Holder, Position};

pub(super) fn act(act: Act) -> &'static str {
    match act {
        Act::Says => "says",
        Act::Denies => "denies",
        Act::Supports => "supports",
        Act::Opposes => "opposes",
        Act::Demands => "demands",
        Act::Warns => "warns",
        Act::Promises => "promises",
        Act::Plans => "plans",
        Act::Believes => "believes",
        Act::Asks => "asks",
    }
}

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
        ActorKind::Organization => "organisation",
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

pub(super) fn mentions(actor: &Actor) -> String {
    match actor.mentions.len() {
        1 => "1 mention".to_owned(),
        count => format!("{count} mentions"),
    }
}

/// An EDTF date as a person writes it; what has another form is left as it is.
pub(super) fn date(edtf: &str) -> String {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    // From 21 on EDTF counts the seasons.
    const SEASONS: [&str; 4] = ["Spring", "Summer", "Autumn", "Winter"];
    let parts: Vec<&str> = edtf.split('-').collect();
    let month = |part: &str| {
        let number = part.parse::<usize>().ok()?;
        let season = number.checked_sub(21).and_then(|idx| SEASONS.get(idx));
        number.checked_sub(1).and_then(|idx| MONTHS.get(idx)).or(season).copied()
    };
    let known_year = |year: &str| year.chars().all(|c| c.is_ascii_digit());
    let spoken = match parts.as_slice() {
        [year, m, day] => month(m).zip(day.parse::<u32>().ok()).map(|(month, day)| {
            if known_year(year) {
                format!("{day} {month} {year}")
            } else {
                format!("{day} {month}")
            }
        }),
        [year, m] => month(m).map(|month| {
            if known_year(year) { format!("{month} {year}") } else { month.to_owned() }
        }),
        _ => None,
    };
    spoken.unwrap_or_else(|| edtf.to_owned())
}

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn dates_are_written_as_a_person_would() {
        for (edtf, spoken) in [
            ("2022-02-27", "27 Feb 2022"),
            ("XXXX-02-27", "27 Feb"),
            ("2021-11", "Nov 2021"),
            ("2025-23", "Autumn 2025"),
            ("2020", "2020"),
            ("201X", "201X"),
            ("2022-02-27/2022-03-01", "2022-02-27/2022-03-01"),
        ] {
            assert_eq!(date(edtf), spoken);
        }
    }
}
