//! Dates for people: `2026-03-11` is 11 March 2026, `2025-23` autumn 2025.

/// An EDTF date (level 1) in words; one of another form stays as it is.
pub fn words(edtf: &str) -> String {
    if let Some((from, to)) = edtf.split_once('/') {
        return match (from, to) {
            ("" | "..", to) => format!("until {}", words(to)),
            (from, "" | "..") => format!("from {}", words(from)),
            (from, to) => format!("{} to {}", words(from), words(to)),
        };
    }
    // Uncertain, approximate, or both.
    let (date, doubt) = match edtf.strip_suffix(['?', '~', '%']) {
        Some(date) => (date, "about "),
        None => (edtf, ""),
    };
    let mut parts = date.split('-');
    let (year, month, day) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
    let number = |part: &str| part.parse::<usize>().ok();
    let known_year = if year.contains('X') && !year.ends_with("XX") && year != "XXXX" {
        year.replace('X', "0") + "s"
    } else {
        year.to_owned()
    };
    let in_year =
        |words: String| if year == "XXXX" { words } else { format!("{words} {known_year}") };
    let plain = match (month, day) {
        (None, _) if year.ends_with("XX") => None,
        (None, _) => Some(known_year.clone()),
        (Some(month), None) => {
            number(month).and_then(month_or_season).map(|name| in_year(name.to_owned()))
        }
        (Some(month), Some(day)) => match (number(month).and_then(month_or_season), number(day)) {
            (Some(name), Some(day)) => Some(in_year(format!("{day} {name}"))),
            (Some(name), None) => Some(in_year(name.to_owned())),
            _ => None,
        },
    };
    plain.map_or_else(|| edtf.to_owned(), |plain| format!("{doubt}{plain}"))
}

/// Months 1 to 12; 21 to 24 are the seasons of ISO 8601-2, 33 to 36 the quarters.
fn month_or_season(number: usize) -> Option<&'static str> {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    const SEASONS: [&str; 4] = ["spring", "summer", "autumn", "winter"];
    const QUARTERS: [&str; 4] =
        ["first quarter", "second quarter", "third quarter", "fourth quarter"];
    let at = |names: &[&'static str], first: usize| names.get(number.checked_sub(first)?).copied();
    match number {
        1..=12 => at(&MONTHS, 1),
        21..=24 => at(&SEASONS, 21),
        33..=36 => at(&QUARTERS, 33),
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
            ("2025-23", "autumn 2025"),
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
    }
}
