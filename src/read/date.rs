//! Dates as bylines, headers and addresses write them: the day an article appeared.
//!
//! Found, never guessed: `03/04/2024` may be March or April, so it is no date here. Dates in the
//! article's sentences are the engine's concern.

use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Date;

/// The first date in `text`.
pub(super) fn find(text: &str) -> Option<Date> {
    find_with_place(text).map(|(date, _)| date)
}

/// The first date in `text`, and the bytes that it takes.
pub(super) fn find_with_place(text: &str) -> Option<(Date, Range<usize>)> {
    let tokens = tokens(text);
    (0..tokens.len()).find_map(|first| {
        let rest = tokens.get(first..)?;
        let (date, n_tokens) = numeric(rest).or_else(|| named(rest))?;
        let end = rest.get(n_tokens - 1)?.range.end;
        Some((date, rest.first()?.range.start..end))
    })
}

/// The date in an address such as `/2024/03/12/vote.html` or `/2024-03-12-vote`.
pub(super) fn find_in_address(address: &str) -> Option<Date> {
    let path = address.split(['?', '#']).next()?;
    let parts: Vec<&str> = path.split('/').collect();
    let by_folders = parts.windows(3).find_map(|three| {
        let [year, month, day] = three else { return None };
        (year.len() == 4).then_some(())?;
        let month = number(month, 2).or_else(|| month_of(month))?;
        date(number(year, 4)?, month, number(day.get(..2).unwrap_or(day), 2)?)
    });
    by_folders.or_else(|| {
        parts.iter().find_map(|part| {
            find(part).or_else(|| {
                let digits = part.split(|character: char| !character.is_ascii_digit());
                digits.filter(|run| run.len() == 8).find_map(compact)
            })
        })
    })
}

#[derive(Debug)]
struct Token<'a> {
    text: &'a str,
    range: Range<usize>,
    /// What stands between this token and the next.
    gap: &'a str,
}

/// Runs of letters and runs of digits.
fn tokens(text: &str) -> Vec<Token<'_>> {
    let class = |character: char| {
        if character.is_ascii_digit() {
            1
        } else if character.is_alphabetic() {
            2
        } else {
            0
        }
    };
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut start = 0;
    let mut last = 0;
    let mut gap_from = 0;
    for (at, kind) in
        text.char_indices().map(|(at, character)| (at, class(character))).chain([(text.len(), 0)])
    {
        if kind != last {
            if last != 0 {
                tokens.push(Token {
                    text: text.get(start..at).unwrap_or_default(),
                    range: start..at,
                    gap: "",
                });
                gap_from = at;
            }
            if kind != 0 {
                if let Some(token) = tokens.last_mut() {
                    token.gap = text.get(gap_from..at).unwrap_or_default();
                }
                start = at;
            }
            last = kind;
        }
    }
    tokens
}

/// `2024-03-12`, `2024/03/12`, `12.03.2024`, `3/14/2024`, `20240312T10`.
fn numeric(tokens: &[Token<'_>]) -> Option<(Date, usize)> {
    let first = tokens.first()?;
    if let Some(date) = (first.text.len() == 8).then(|| compact(first.text)).flatten() {
        return Some((date, 1));
    }
    let [first, second, third, ..] = tokens else { return None };
    let same_mark = first.gap == second.gap && matches!(first.gap, "-" | "/" | "." | "‑");
    if !same_mark {
        return None;
    }
    let digits = |token: &Token<'_>| number(token.text, 4);
    let (x, y, z) = (digits(first)?, digits(second)?, digits(third)?);
    let found = if first.text.len() == 4 {
        date(x, y, z)
    } else if third.text.len() == 4 && first.text.len() <= 2 && second.text.len() <= 2 {
        match (first.gap, x > 12, y > 12) {
            // With full stops the day comes first wherever dates are written so.
            (".", _, false) | (_, true, false) => date(z, y, x),
            (_, false, true) => date(z, x, y),
            _ if x == y => date(z, x, y),
            _ => None,
        }
    } else {
        None
    };
    found.map(|date| (date, 3))
}

/// `12 March 2024`, `12th of March, 2024`, `March 12, 2024`, `12-Mar-2024`.
fn named(tokens: &[Token<'_>]) -> Option<(Date, usize)> {
    let near = |token: &Token<'_>| {
        token.gap.chars().count() <= 3
            && token
                .gap
                .chars()
                .all(|character| character.is_whitespace() || ".,-'’/".contains(character))
    };
    let mut words: Vec<&str> = Vec::new();
    let mut used = 0;
    for token in tokens.iter().take(5) {
        used += 1;
        let filler = matches!(token.text, "st" | "nd" | "rd" | "th" | "of") && words.len() < 3;
        if !filler {
            words.push(token.text);
        }
        if words.len() == 3 || !near(token) {
            break;
        }
    }
    let [a, b, c] = words.as_slice() else { return None };
    let year = (c.len() == 4).then(|| number(c, 4)).flatten()?;
    let found = match (number(a, 2), month_of(a)) {
        (Some(day), _) => date(year, month_of(b)?, day),
        (None, Some(month)) => date(year, month, number(b, 2)?),
        _ => None,
    };
    found.map(|date| (date, used))
}

/// `20240312`.
fn compact(digits: &str) -> Option<Date> {
    date(number(digits.get(..4)?, 4)?, number(digits.get(4..6)?, 2)?, number(digits.get(6..8)?, 2)?)
}

fn number(digits: &str, longest: usize) -> Option<i16> {
    (digits.len() <= longest && digits.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| digits.parse().ok())
        .flatten()
}

/// A day of the age of newspapers.
fn date(year: i16, month: i16, day: i16) -> Option<Date> {
    if !(1700..2100).contains(&year) {
        return None;
    }
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// By its name, or the first letters of it.
pub(super) fn month_of(word: &str) -> Option<i16> {
    let is_short = word.len() == 3 || word.eq_ignore_ascii_case("sept");
    let is_named = |month: &&str| {
        let length = if is_short { word.len() } else { month.len() };
        month.get(..length).is_some_and(|name| name.eq_ignore_ascii_case(word))
    };
    let idx = MONTHS.iter().position(is_named)?;
    i16::try_from(idx + 1).ok()
}

/// In their order, as the list of the calendar starts.
static MONTHS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let mut lines = include_str!("../../assets/calendar.tsv").lines();
    let names = lines.find_map(|line| line.strip_prefix("month\t")).unwrap_or_default();
    names.split(';').take(12).collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(i16, i8, i8)>) {
        assert_eq!(find(text), expected.map(|(y, m, d)| jiff::civil::date(y, m, d)), "{text}");
    }

    #[test]
    fn the_usual_forms_are_found() {
        for text in [
            "2024-03-12T10:00:00Z",
            "2024/03/12",
            "20240312T100000",
            "12.03.2024",
            "12.3.2024",
            "Tue, 12 Mar 2024 10:00:00 +0000",
            "March 12, 2024",
            "Mar. 12, 2024",
            "12th March 2024",
            "the 12th of March, 2024",
            "Published: 12 March 2024, 9 a.m.",
            "12-Mar-2024",
            "March 12th, 2024 · 5 min read",
            "Updated\u{a0}12\u{a0}March\u{a0}2024",
        ] {
            check(text, Some((2024, 3, 12)));
        }
        check("3/14/2024", Some((2024, 3, 14)));
        check("14/3/2024", Some((2024, 3, 14)));
    }

    #[test]
    fn what_is_unclear_is_no_date() {
        for text in [
            "03/04/2024",
            "March 2024",
            "12 March",
            "version 1.2.3",
            "31 February 2024",
            "Sun 8",
            "4.4.44",
            "",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn addresses_hold_dates() {
        let day = Some(jiff::civil::date(2019, 11, 18));
        assert_eq!(find_in_address("https://example.org/news/2019/11/18/vote.html"), day);
        assert_eq!(find_in_address("https://example.org/2019/nov/18/vote"), day);
        assert_eq!(find_in_address("https://example.org/vote-2019-11-18?x=1"), day);
        assert_eq!(find_in_address("https://example.org/20191118/vote"), day);
        assert_eq!(find_in_address("https://example.org/a/1234567/"), None);
    }
}
