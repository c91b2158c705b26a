//! Says when an expression was: as an EDTF date, from the day of publication, the dates told before it
//! and the tense of its clause. What it cannot know it leaves out.

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};

use super::expression::{Anchor, Side, Unit, When};

/// Which way a clause looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Present,
    Future,
}

/// What it is that the date tells the time of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bond {
    /// A clause with a tense of its own, or nothing that is known.
    Clause,
    /// A noun, which may be over when its clause is to come, and to come when that is over: `they met before the June 7
    /// vote`.
    Noun,
    /// A noun that is no later than its clause: `during an interview in June`.
    NounBehind,
    /// `asked her to speak on June 7`.
    Infinitive,
    /// `three states holding votes on June 7`.
    Participle,
}

/// Which way to look for a date that does not say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) tense: Tense,
    pub(super) bond: Bond,
}

impl Look {
    /// Whether the past tense is another's.
    fn is_past_of_another(self) -> bool {
        self.tense == Tense::Past && !matches!(self.bond, Bond::Clause | Bond::NounBehind)
    }
}

/// A date as exactly as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Resolved {
    Day(Date),
    Month {
        year: i16,
        month: i8,
    },
    Season {
        year: i16,
        season: i8,
    },
    Year(i16),
    Decade(i16),
    Century(i16),
    /// The year is not known.
    DayOfYear {
        month: i8,
        day: i8,
    },
    MonthOfYear(i8),
}

impl Resolved {
    /// EDTF, ISO 8601-2 level 1.
    pub(super) fn edtf(self) -> String {
        match self {
            Self::Day(date) => date.to_string(),
            Self::Month { year, month: part } | Self::Season { year, season: part } => {
                format!("{year:04}-{part:02}")
            }
            Self::Year(year) => format!("{year:04}"),
            Self::Decade(year) => format!("{:03}X", year / 10),
            Self::Century(year) => format!("{:02}XX", year / 100),
            Self::DayOfYear { month, day } => format!("XXXX-{month:02}-{day:02}"),
            Self::MonthOfYear(month) => format!("XXXX-{month:02}"),
        }
    }

    /// Whether all of it lies before the day.
    pub(super) fn is_before(self, day: Date) -> bool {
        match self {
            Self::Day(date) => date < day,
            Self::Month { year, month } => (year, month) < (day.year(), day.month()),
            Self::Season { year, season: season @ ..=23 } => {
                (year, first_month(season) + 2) < (day.year(), day.month())
            }
            _ => self.year().is_some_and(|year| year < day.year()),
        }
    }

    /// Whether all of it lies after the day.
    pub(super) fn is_after(self, day: Date) -> bool {
        match self {
            Self::Day(date) => date > day,
            Self::Month { year, month } => (year, month) > (day.year(), day.month()),
            Self::Season { year, season } => {
                (year, first_month(season)) > (day.year(), day.month())
            }
            _ => self.year().is_some_and(|year| year > day.year()),
        }
    }

    /// Whether some of it lies after the day.
    pub(super) fn reaches_beyond(self, day: Date) -> bool {
        !self.is_before(day) && self != Self::Day(day)
    }

    /// Whether `last` can end a span that starts with it: later, and its year as well known.
    pub(super) fn reaches(self, last: Self) -> bool {
        self.year().is_some() == last.year().is_some() && self.edtf() < last.edtf()
    }

    /// Whether `other` is a part of it: the year of a day.
    pub(super) fn holds(self, other: Self) -> bool {
        match self {
            Self::Year(year) => {
                !matches!(other, Self::Year(_) | Self::Decade(_) | Self::Century(_))
                    && other.year() == Some(year)
            }
            Self::Month { .. } => matches!(other, Self::Day(_)) && self.month() == other.month(),
            _ => false,
        }
    }

    /// `None` too for a decade or a century.
    pub(super) fn year(self) -> Option<i16> {
        match self {
            Self::Day(date) => Some(date.year()),
            Self::Month { year, .. } | Self::Season { year, .. } | Self::Year(year) => Some(year),
            _ => None,
        }
    }

    /// The first day of the month it lies in, where that is known.
    fn month(self) -> Option<Date> {
        match self {
            Self::Day(date) => Some(date.first_of_month()),
            Self::Month { year, month } => Date::new(year, month, 1).ok(),
            _ => None,
        }
    }
}

/// `told` is the date that the article named last before this one.
pub(super) fn resolve(
    when: When,
    published: Option<Date>,
    told: Option<Resolved>,
    look: Look,
) -> Option<Resolved> {
    match when {
        When::Day { year: Some(year), month, day, .. } => {
            Date::new(year, month, day).ok().map(Resolved::Day)
        }
        When::Day { year: None, month, day, weekday } => {
            let Some(published) = published else {
                // 29 February exists in some year.
                return Date::new(2024, month, day)
                    .ok()
                    .map(|_| Resolved::DayOfYear { month, day });
            };
            let near = |year: i16| Date::new(year, month, day).ok();
            weekday
                .and_then(|weekday| day_by_weekday(published, weekday, near))
                .or_else(|| day_by_tense(published, look, near))
                .map(Resolved::Day)
        }
        When::Month { year: Some(year), month, .. } => Some(Resolved::Month { year, month }),
        When::Month {
            year: None,
            month,
            side: side @ (Side::Told | Side::BeforeTold | Side::AfterTold),
        } => Some(Resolved::Month { year: year_from_told(told?, month, side)?, month }),
        When::Month { year: None, month, side } => {
            let Some(published) = published else { return Some(Resolved::MonthOfYear(month)) };
            let year = year_by_tense(published, month, side, look);
            Some(Resolved::Month { year, month })
        }
        When::Season { year: Some(year), season, .. } => Some(Resolved::Season { year, season }),
        When::Season {
            year: None,
            season,
            side: side @ (Side::Told | Side::BeforeTold | Side::AfterTold),
        } => {
            let year = year_from_told(told?, first_month(season), side)?;
            Some(Resolved::Season { year, season })
        }
        When::Season { year: None, season, side } => {
            // Spring is taken as April, as far as its year goes.
            let middle = [4, 7, 10, 1][usize::from((season - 21).clamp(0, 3).unsigned_abs())];
            let year = year_by_tense(published?, middle, side, look);
            Some(Resolved::Season { year, season })
        }
        When::Year(year) => Some(Resolved::Year(year)),
        When::Decade(year) => Some(Resolved::Decade(year)),
        When::Century(year) => Some(Resolved::Century(year)),
        When::Weekday { weekday, side: side @ (Side::BeforeTold | Side::AfterTold) } => {
            let Resolved::Day(told) = told? else { return None };
            let nth = if side == Side::AfterTold { 1 } else { -1 };
            told.nth_weekday(nth, weekday).ok().map(Resolved::Day)
        }
        When::Weekday { weekday, side } => {
            weekday_by_tense(published?, weekday, side, look).map(Resolved::Day)
        }
        When::Offset { anchor: Anchor::Published, unit, count } => {
            offset(Resolved::Day(published?), unit, count)
        }
        When::Offset { anchor: Anchor::Told, unit, count } => offset(told?, unit, count),
        When::Ahead { unit, count } if look.tense == Tense::Future => {
            offset(Resolved::Day(published?), unit, count)
        }
        When::Ahead { .. } => None,
    }
}

/// When a span started that ends with `last`, where its first day or month does not say the year.
pub(super) fn start(when: When, last: Resolved) -> Option<Resolved> {
    match (when, last) {
        (When::Day { year: None, month, day, .. }, Resolved::Day(last)) => {
            let days = [last.year(), last.year() - 1].into_iter();
            days.filter_map(|year| Date::new(year, month, day).ok())
                .find(|&date| date < last)
                .map(Resolved::Day)
        }
        (When::Month { year: None, month, .. }, Resolved::Month { year, month: last }) => {
            Some(Resolved::Month { year: year - i16::from(month > last), month })
        }
        _ => None,
    }
}

/// `None` where the anchor is vaguer than the unit: `2007` and `three days later`.
fn offset(anchor: Resolved, unit: Unit, count: i32) -> Option<Resolved> {
    if let Resolved::DayOfYear { month, day } = anchor {
        // In some year without 29 February; which weekday it is does not matter.
        let date = Date::new(2023, month, day).ok()?;
        let days = i64::from(count) * if unit == Unit::Week { 7 } else { 1 };
        return match unit {
            Unit::Day | Unit::Week => {
                let date = date.checked_add(days.days()).ok()?;
                let (month, day) = (date.month(), date.day());
                Some(match unit {
                    Unit::Day => Resolved::DayOfYear { month, day },
                    _ => Resolved::MonthOfYear(month),
                })
            }
            _ => None,
        };
    }
    let count = i64::from(count);
    match unit {
        Unit::Day => {
            let Resolved::Day(date) = anchor else { return None };
            date.checked_add(count.days()).ok().map(Resolved::Day)
        }
        Unit::Week => {
            let Resolved::Day(date) = anchor else { return None };
            // EDTF has no weeks: the month that most of the week lies in, which its Thursday tells.
            let monday = i64::from(date.weekday().to_monday_zero_offset());
            let thursday = date.checked_add((7 * count + 3 - monday).days()).ok()?;
            Some(Resolved::Month { year: thursday.year(), month: thursday.month() })
        }
        Unit::Month => {
            let month = anchor.month()?.checked_add(count.months()).ok()?;
            Some(Resolved::Month { year: month.year(), month: month.month() })
        }
        Unit::Year => Some(Resolved::Year(anchor.year()?.checked_add(i16::try_from(count).ok()?)?)),
        Unit::Decade => {
            let years = i16::try_from(count).ok()?.checked_mul(10)?;
            let year = anchor.year()?.checked_add(years)?;
            Some(Resolved::Decade(year - year.rem_euclid(10)))
        }
    }
    .filter(|resolved| resolved.year().is_none_or(|year| (0..=9999).contains(&year)))
}

/// The first month of a season, spring being that from March to May; winter is taken as the start of its year.
fn first_month(season: i8) -> i8 {
    [3, 6, 9, 1][usize::from((season - 21).clamp(0, 3).unsigned_abs())]
}

/// The day in this year or the one beside it on which the day of the week is the one that is written.
fn day_by_weekday(
    published: Date,
    weekday: Weekday,
    in_year: impl Fn(i16) -> Option<Date>,
) -> Option<Date> {
    let year = published.year();
    [year, year - 1, year + 1]
        .into_iter()
        .filter_map(in_year)
        .find(|date| date.weekday() == weekday)
}

/// The last such day for a clause in the past, the next one for any other.
fn day_by_tense(
    published: Date,
    look: Look,
    in_year: impl Fn(i16) -> Option<Date>,
) -> Option<Date> {
    /// In days. A day is named without its year where that is not far.
    const SOON: i32 = 120;
    let year = published.year();
    let same = in_year(year);
    let away = |date: Date| date.since(published).map_or(0, |span| span.get_days());
    let soon = || {
        let next = same.filter(|&date| date >= published).or_else(|| in_year(year + 1));
        next.filter(|&date| away(date) <= SOON)
    };
    match look.tense {
        Tense::Past if look.is_past_of_another() && soon().is_some() => soon(),
        Tense::Past => same.filter(|&date| date <= published).or_else(|| in_year(year - 1)),
        Tense::Future => same.filter(|&date| date >= published).or_else(|| in_year(year + 1)),
        // Whichever is nearer.
        Tense::Present => [in_year(year - 1), same, in_year(year + 1)]
            .into_iter()
            .flatten()
            .min_by_key(|&date| (away(date).abs(), date)),
    }
    .or(same)
}

/// The year of a month that lies in, before or after the date that was told last.
fn year_from_told(told: Resolved, month: i8, side: Side) -> Option<i16> {
    let year = told.year()?;
    let now = told.month().map(Date::month);
    Some(match side {
        Side::BeforeTold => year - i16::from(now.is_none_or(|now| month >= now)),
        Side::AfterTold => year + i16::from(now.is_none_or(|now| month <= now)),
        _ => year,
    })
}

fn year_by_tense(published: Date, month: i8, side: Side, look: Look) -> i16 {
    /// In months.
    const SOON: i8 = 3;
    let (year, now) = (published.year(), published.month());
    let soon = (month - now).rem_euclid(12) <= SOON;
    match (side, look.tense) {
        (Side::Year(count), _) => year.saturating_add(count),
        (Side::This | Side::Told | Side::BeforeTold | Side::AfterTold, _) => year,
        (Side::Last, _) => year - i16::from(month >= now),
        (Side::Next, _) => year + i16::from(month <= now),
        (Side::Open, Tense::Past) if matches!(look.bond, Bond::Noun | Bond::Infinitive) && soon => {
            year + i16::from(month < now)
        }
        (Side::Open, Tense::Past) => year - i16::from(month > now),
        (Side::Open, Tense::Future) => year + i16::from(month < now),
        // Half a year either way.
        (Side::Open, Tense::Present) => {
            year + i16::from(now - month > 6) - i16::from(month - now > 6)
        }
    }
}

fn weekday_by_tense(published: Date, weekday: Weekday, side: Side, look: Look) -> Option<Date> {
    /// In days. "Tuesday's vote" is that of yesterday, or of tomorrow, whatever else has been or will be.
    const CLOSE: i32 = 2;
    if published.weekday() == weekday && matches!(side, Side::Open | Side::This) {
        return Some(published);
    }
    let (before, after) =
        (published.nth_weekday(-1, weekday).ok()?, published.nth_weekday(1, weekday).ok()?);
    let is_close =
        |date: Date| date.since(published).is_ok_and(|span| span.get_days().abs() <= CLOSE);
    Some(match (side, look.tense) {
        (Side::Next, _) => after,
        (Side::Last, _) | (_, Tense::Past) => before,
        _ if look.bond == Bond::Noun && is_close(before) => before,
        _ => after,
    })
}
