//! States, territories and international bodies, and every form that stands for one of them.
//!
//! The tables say that `Minsk` is the capital of Belarus and that capitals can act for their state.
//! Whether a mention acts or is a place is decided in `coref`.

use std::collections::HashMap;

use super::{Senses, lines, normal};

/// The tables of this form, in the order of their lines' identity.
pub(super) const TABLES: [&str; 3] = [
    include_str!("../../../assets/states.tsv"),
    include_str!("../../../assets/bodies.tsv"),
    include_str!("../../../assets/regions.tsv"),
];

/// All powers, and which of them a form stands for.
#[derive(Clone, Debug, Default)]
pub struct Powers {
    powers: Vec<Power>,
    forms: HashMap<String, Vec<PowerForm>>,
}

/// A state, a part of one, a region or an international body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Power {
    /// What to call it.
    pub name: String,
    pub kind: PowerKind,
}

/// What one form says about one power.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PowerForm {
    /// For [`Powers::power`].
    pub power: usize,
    pub kind: FormKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PowerKind {
    /// Members and observers of the United Nations.
    State,
    /// A state that not all recognise, or a land that more than one claims.
    Disputed,
    Territory,
    /// A state of the past.
    Former,
    /// A union of states and its organs.
    Union,
    /// An international body.
    Body,
    Continent,
    Region,
    /// Waters and mountains too.
    Ocean,
    /// A part of a state with a government of its own: US states, nations of the United Kingdom, provinces.
    Province,
}

impl PowerKind {
    fn of(word: &str) -> Option<Self> {
        Some(match word {
            "state" => Self::State,
            "disputed" => Self::Disputed,
            "territory" => Self::Territory,
            "former" => Self::Former,
            "union" => Self::Union,
            "body" => Self::Body,
            "continent" => Self::Continent,
            "region" => Self::Region,
            "ocean" => Self::Ocean,
            "uk_nation" | "us_state" | "province" => Self::Province,
            _ => return None,
        })
    }

    /// Whether a reader would call it a country.
    pub fn is_country(self) -> bool {
        matches!(self, Self::State | Self::Disputed | Self::Territory | Self::Former)
    }

    pub(super) fn sense(self) -> Senses {
        match self {
            Self::State | Self::Disputed | Self::Territory | Self::Former => Senses::STATE,
            Self::Union | Self::Body => Senses::BODY,
            Self::Continent | Self::Region | Self::Ocean => Senses::REGION,
            Self::Province => Senses::PROVINCE,
        }
    }
}

/// How a form stands for its power.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FormKind {
    Name,
    /// A name of the past, such as `Burma`.
    Former,
    Adjective,
    /// One or more of its people.
    Demonym,
    /// The capital or another seat of its government.
    Capital,
    /// A building, street or office of its government.
    Seat,
}

impl Powers {
    pub(super) fn built_in() -> Self {
        let mut powers = Self::default();
        for row in TABLES.iter().flat_map(|table| rows(table)) {
            powers.add(&row);
        }
        powers
    }

    /// Takes up the rows of a reader's table; what they say of a form replaces what was said of it.
    pub(super) fn replace(&mut self, table: &str) {
        let rows: Vec<Row<'_>> = rows(table).collect();
        for (_, form) in rows.iter().copied().flat_map(Row::forms) {
            self.forms.remove(normal(form.text).as_ref());
        }
        for row in &rows {
            self.add(row);
        }
    }

    fn add(&mut self, row: &Row<'_>) {
        let known = self.powers.iter().position(|power| power.name == row.name);
        // "Georgia" is a state and a US state: a row goes on with an earlier one of its kind alone.
        let power = known.filter(|&idx| self.powers[idx].kind == row.kind).unwrap_or_else(|| {
            self.powers.push(Power { name: row.name.to_owned(), kind: row.kind });
            self.powers.len() - 1
        });
        for (_, form) in row.forms() {
            let forms = self.forms.entry(normal(form.text).into_owned()).or_default();
            if !forms.iter().any(|other| other.power == power) {
                forms.push(PowerForm { power, kind: form.kind });
            }
        }
    }

    /// What `form` stands for, as written, the likeliest first: states, then bodies, then regions.
    ///
    /// A leading `the`, the shape of apostrophes and of white space make no difference.
    pub fn of(&self, form: &str) -> &[PowerForm] {
        self.forms.get(normal(form).as_ref()).map_or(&[], Vec::as_slice)
    }

    /// The power that a [`PowerForm`] of this table means.
    pub fn power(&self, idx: usize) -> &Power {
        &self.powers[idx]
    }
}

/// A line of a table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row<'a> {
    name: &'a str,
    kind: PowerKind,
    columns: [&'a str; 6],
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Form<'a> {
    pub(super) text: &'a str,
    pub(super) kind: FormKind,
}

/// The lines of a table that can be read; a line of another form says nothing.
pub(super) fn rows(table: &str) -> impl Iterator<Item = Row<'_>> {
    lines(table).filter_map(|line| {
        let mut columns = line.split('\t').map(str::trim);
        let (name, kind) = (columns.next()?, PowerKind::of(columns.next()?)?);
        let columns = std::array::from_fn(|_| columns.next().unwrap_or_default());
        (!name.is_empty()).then_some(Row { name, kind, columns })
    })
}

impl<'a> Row<'a> {
    /// Its name and all its forms, each with the kind of the power.
    pub(super) fn forms(self) -> impl Iterator<Item = (PowerKind, Form<'a>)> {
        let kinds = [
            FormKind::Name,
            FormKind::Former,
            FormKind::Adjective,
            FormKind::Demonym,
            FormKind::Capital,
            FormKind::Seat,
        ];
        let listed = self.columns.into_iter().zip(kinds).flat_map(|(column, kind)| {
            let forms = column.split(';').map(str::trim).filter(|form| !form.is_empty());
            forms.map(move |text| Form { text, kind })
        });
        let name = Form { text: self.name, kind: FormKind::Name };
        std::iter::once(name).chain(listed).map(move |form| (self.kind, form))
    }
}

#[cfg(test)]
mod tests {
    use super::super::lexicon;
    use super::*;

    #[track_caller]
    fn check(powers: &Powers, form: &str, expected: &[(&str, FormKind)]) {
        let found: Vec<(&str, FormKind)> = powers
            .of(form)
            .iter()
            .map(|form| (powers.power(form.power).name.as_str(), form.kind))
            .collect();
        assert_eq!(found, expected, "{form}");
    }

    #[test]
    fn every_form_leads_to_its_state() {
        let powers = lexicon().powers();
        check(powers, "Belarusian", &[("Belarus", FormKind::Adjective)]);
        check(powers, "Burma", &[("Myanmar", FormKind::Former)]);
        check(
            powers,
            "the Kremlin",
            &[("Russia", FormKind::Seat), ("Soviet Union", FormKind::Seat)],
        );
        check(powers, "Frenchmen", &[("France", FormKind::Demonym)]);
        check(powers, "NATO", &[("North Atlantic Treaty Organization", FormKind::Name)]);
        check(powers, "Georgia", &[("Georgia", FormKind::Name), ("Georgia", FormKind::Name)]);
        check(powers, "Springfield Elementary", &[]);
    }

    #[test]
    fn a_readers_table_replaces_what_was_said_of_a_form() {
        let mut powers = Powers::built_in();
        powers.replace("# mine\nFreedonia\tstate\t\t\tFreedonian\t\tMinsk\nbroken line\n");
        check(&powers, "Minsk", &[("Freedonia", FormKind::Capital)]);
        check(&powers, "Freedonian", &[("Freedonia", FormKind::Adjective)]);
        check(&powers, "Belarus", &[("Belarus", FormKind::Name)]);
    }

    #[test]
    fn every_line_of_the_tables_can_be_read() {
        for table in TABLES {
            assert_eq!(rows(table).count(), lines(table).count());
        }
    }

    #[test]
    fn the_members_of_the_united_nations_and_its_observers_are_there() {
        let powers = Powers::built_in();
        let states = powers.powers.iter().filter(|power| power.kind == PowerKind::State);
        // 193 members and the Holy See; Palestine counts among the disputed.
        assert_eq!(states.count(), 194);
    }
}
