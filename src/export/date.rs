//! Dates for people: `2026-03-11` is 11 March 2026, `2025-23` Autumn 2025.

use crate::briefing::MONTHS;

/// An EDTF date (level 1) in words; one of another form stays as it is.
pub fn words(edtf: &str) -> String {
    spell(edtf, &|month| MONTHS[month])
}

/// As [`words`], with months of three letters, for a narrow column.
pub fn short(edtf: &str) -> String {
    spell(edtf, &|month| MONTHS[month].get(..3).unwrap_or_default())
}

fn spell(edtf: &str, month_name: &dyn Fn(usize) -> &'static str) -> String {
    let spell = |edtf| spell(edtf, month_name);
    if let Some((from, to)) = edtf.split_once('/') {
        return match (from, to) {
            ("" | "..", to) => format!("until {}", spell(to)),
            (from, "" | "..") => format!("from {}", spell(from)),
            (from, to) => format!("{} to {}", spell(from), spell(to)),
        };
    }
    // Uncertain, approximate, or both.
    if let Some(date) = edtf.strip_suffix(['?', '~', '%']) {
        return format!("about {}", spell(date));
    }
    let mut parts = edtf.split('-');
    let (year, month, day) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
    let year = match year.strip_suffix('X') {
        None => Some(year.to_owned()),
        Some(decade) if !decade.ends_with('X') => Some(format!("{decade}0s")),
        Some(_) => None,
    };
    let period = month.and_then(|month| name(month.parse().ok()?, month_name));
    let day = day.and_then(|day| day.parse::<u8>().ok());
    let spoken = match (year, month, period, day) {
        (Some(year), None, ..) => Some(year),
        (Some(year), _, Some(period), Some(day)) => Some(format!("{day} {period} {year}")),
        (Some(year), _, Some(period), None) => Some(format!("{period} {year}")),
        (None, _, Some(period), Some(day)) => Some(format!("{day} {period}")),
        (None, _, Some(period), None) => Some(period.to_owned()),
        _ => None,
    };
    spoken.unwrap_or_else(|| edtf.to_owned())
}

/// Months 1 to 12; 21 to 24 are the seasons of ISO 8601-2, 33 to 36 its quarters.
fn name(number: usize, month_name: &dyn Fn(usize) -> &'static str) -> Option<&'static str> {
    match number {
        1..=12 => Some(month_name(number - 1)),
        21 => Some("Spring"),
        22 => Some("Summer"),
        23 => Some("Autumn"),
        24 => Some("Winter"),
        33 => Some("First quarter of"),
        34 => Some("Second quarter of"),
        35 => Some("Third quarter of"),
        36 => Some("Fourth quarter of"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_read_as_people_write_them() {
        for (edtf, expected) in [
            ("2026-03-11", "11 March 2026"),
            ("2025-11", "November 2025"),
            ("2025-23", "Autumn 2025"),
            ("2010", "2010"),
            ("199X", "1990s"),
            ("XXXX-02-27", "27 February"),
            ("2024-05-XX", "May 2024"),
            ("2014/2016", "2014 to 2016"),
            ("2014/..", "from 2014"),
            ("2022~", "about 2022"),
            ("19XX", "19XX"),
            ("odd", "odd"),
        ] {
            assert_eq!(words(edtf), expected, "{edtf}");
        }
        assert_eq!(short("2026-09-11"), "11 Sep 2026");
    }
}
