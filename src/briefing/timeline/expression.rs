//! Date and time expressions in running text: finds them and says what they mean, not when that was.
//!
//! Works on runs of letters and digits rather than on tokens, because tokenisers differ over `Feb.`,
//! `mid-May` and `2015-16`. Which year a bare `March` is in is for `resolve` to say.

use jiff::civil::Weekday;

use super::vocabulary::{
    ABBREVIATIONS, APOSTROPHES, DASHES, DECADES, MONTH_CUES, MONTHS, NAMED_DAYS, NUMBERED,
    UNITS_OF_MEASURE, WEEKDAYS, YEAR_CUES, day_number, four_digits, is_abbreviation, season,
};
use crate::text::TextRange;

/// One expression and its place, without the preposition before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::briefing) struct Expression {
    pub(in crate::briefing) range: TextRange,
    pub(super) when: When,
}

impl Expression {
    /// Whether the two say a year, a month or a day alike.
    pub(super) fn is_like(self, other: Self) -> bool {
        std::mem::discriminant(&self.when) == std::mem::discriminant(&other.when)
    }
}

/// What an expression says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    Day {
        year: Option<i16>,
        month: i8,
        day: i8,
        /// As far as it is written: `Friday, April 1` tells the year.
        weekday: Option<Weekday>,
    },
    Month {
        year: Option<i16>,
        month: i8,
        side: Side,
    },
    /// Season 21 (spring) to 24 (winter), as EDTF numbers them.
    Season {
        year: Option<i16>,
        season: i8,
        side: Side,
    },
    Year(i16),
    /// By its first year.
    Decade(i16),
    /// By its first year, as `1800` for the 19th.
    Century(i16),
    Weekday {
        weekday: Weekday,
        side: Side,
    },
    /// So many units from an anchor: `three days later`, `last year`.
    Offset {
        anchor: Anchor,
        unit: Unit,
        count: i32,
    },
    /// `in two weeks`: from the day of publication, and only where the clause speaks of the future.
    Ahead {
        unit: Unit,
        count: i32,
    },
}

impl When {
    pub(super) fn day(year: Option<i16>, month: i8, day: i8) -> Self {
        Self::Day { year, month, day, weekday: None }
    }
}

/// What the words say about the direction in which to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// Nothing: the tense of the clause decides.
    Open,
    Last,
    This,
    Next,
    /// In the year that is so many after this one: `in June of last year`.
    Year(i16),
    /// In the year that was told last: `that November`.
    Told,
    /// The last one before the date that was told last: `the previous November`.
    BeforeTold,
    /// The first one after it: `the following November`.
    AfterTold,
}

/// What an offset counts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    /// The day on which the article speaks.
    Published,
    /// The date that was told last.
    Told,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Month,
    Year,
    Decade,
}

/// All expressions in the stretch `range` of `text`, in order, none inside another.
pub(super) fn find(text: &str, range: TextRange) -> Vec<Expression> {
    let words = words(text, range);
    let reader = Reader { words: &words };
    let (mut found, mut at) = (Vec::new(), 0);
    while at < words.len() {
        match reader.expression(at) {
            Some((when, end)) if end > at => {
                let range = words[at].range.cover(words[end - 1].range);
                found.push(Expression { range, when });
                at = end;
            }
            _ => at += 1,
        }
    }
    found
}

/// A run of letters and digits, or one other character that is not white space.
#[derive(Clone, Copy)]
struct Word<'t> {
    text: &'t str,
    range: TextRange,
}

fn words(text: &str, range: TextRange) -> Vec<Word<'_>> {
    let part = range.slice(text);
    let mut words: Vec<Word<'_>> = Vec::new();
    let mut push = |start: usize, end: usize| {
        let range = TextRange::new(range.start() + start, range.start() + end);
        words.push(Word { text: range.slice(text), range });
    };
    let mut run: Option<usize> = None;
    for (offset, character) in part.char_indices() {
        if character.is_alphanumeric() {
            run.get_or_insert(offset);
            continue;
        }
        if let Some(start) = run.take() {
            push(start, offset);
        }
        if !character.is_whitespace() {
            push(offset, offset + character.len_utf8());
        }
    }
    if let Some(start) = run {
        push(start, part.len());
    }
    words
}

/// Where an expression starts is tried at each word in turn; every method returns the meaning and the
/// word after the last one.
pub(super) struct Reader<'w> {
    words: &'w [Word<'w>],
}

pub(super) type Read = Option<(When, usize)>;

impl Reader<'_> {
    pub(super) fn expression(&self, at: usize) -> Read {
        let first = self.words.get(at)?.text;
        if first.starts_with(|c: char| c.is_ascii_digit()) {
            return self
                .iso_day(at)
                .or_else(|| self.slashed_day(at))
                .or_else(|| self.day_month(at))
                .or_else(|| self.century(at))
                .or_else(|| self.decade(at))
                .or_else(|| self.counted(at))
                .or_else(|| self.year(at));
        }
        self.part_of(at)
            .or_else(|| self.weekday(at))
            .or_else(|| self.month_day(at))
            .or_else(|| self.holiday(at))
            .or_else(|| self.season(at))
            .or_else(|| self.sided(at))
            .or_else(|| self.month(at))
            .or_else(|| self.day_word(at))
            .or_else(|| self.told(at))
            .or_else(|| self.ahead(at))
            .or_else(|| self.counted(at))
            .or_else(|| self.spelled_decade(at))
    }

    /// The word at `at`, or nothing beyond either end.
    pub(super) fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.text)
    }

    pub(super) fn is(&self, at: usize, options: &[&str]) -> bool {
        options.iter().any(|option| self.word(at).eq_ignore_ascii_case(option))
    }

    pub(super) fn before(&self, at: usize, options: &[&str]) -> bool {
        at > 0 && self.is(at - 1, options)
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.word(at).starts_with(char::is_uppercase)
    }

    /// Whether no white space parts the word from the one before it.
    pub(super) fn glued(&self, at: usize) -> bool {
        at > 0
            && at < self.words.len()
            && self.words[at - 1].range.end() == self.words[at].range.start()
    }

    /// The word after an optional mark.
    pub(super) fn after(&self, at: usize, marks: &[&str]) -> usize {
        if self.is(at, marks) { at + 1 } else { at }
    }

    fn iso_day(&self, at: usize) -> Read {
        let year = four_digits(self.word(at))?;
        let parts = self.glued(at + 1) && self.glued(at + 2) && self.glued(at + 3);
        if !(parts && self.is(at + 1, &["-"]) && self.is(at + 3, &["-"])) {
            return None;
        }
        let month = self.word(at + 2).parse().ok().filter(|month| (1..=12).contains(month))?;
        let day = day_number(self.word(at + 4))?;
        Some((When::day(Some(year), month, day), at + 5))
    }

    /// `27/2/2022`, where only one order of day and month is possible, and `9/11`.
    fn slashed_day(&self, at: usize) -> Read {
        if !(self.is(at + 1, &["/"]) && self.glued(at + 1) && self.glued(at + 2)) {
            return None;
        }
        let (first, second): (i8, i8) =
            (self.word(at).parse().ok()?, self.word(at + 2).parse().ok()?);
        let year = self.is(at + 3, &["/"]).then(|| four_digits(self.word(at + 4))).flatten();
        match (first, second, year) {
            (9, 11, None) => Some((When::day(Some(2001), 9, 11), at + 3)),
            (1..=12, 13..=31, Some(_)) => Some((When::day(year, first, second), at + 5)),
            (13..=31, 1..=12, Some(_)) => Some((When::day(year, second, first), at + 5)),
            _ => None,
        }
    }

    /// `27 February 2022`, `27th of February`.
    fn day_month(&self, at: usize) -> Read {
        let day = day_number(self.word(at))?;
        let mut next = at + 1;
        // "27–28 February": the first day counts.
        if self.is(next, DASHES) && day_number(self.word(next + 1)).is_some() {
            next += 2;
        }
        next = self.after(next, &["of"]);
        let month = self.month_name(next)?;
        let next = self.after(next + 1, &["."]);
        let (year, end) = self.year_after(next);
        Some((When::day(year, month, day), end))
    }

    /// `Feb. 27, 2022`, `September the 11th`, `May 2015`, `March`.
    pub(super) fn month_day(&self, at: usize) -> Read {
        let month = self.month_name(at)?;
        let next = self.after(at + 1, &["."]);
        let number = self.after(next, &["the"]);
        let day = day_number(self.word(number)).filter(|_| !self.counts_things(number))?;
        let mut end = number + 1;
        if self.is(end, DASHES) && self.glued(end) && day_number(self.word(end + 1)).is_some() {
            end += 2;
        }
        let (year, end) = self.year_after(end);
        let attacks = year.is_none()
            && (month, day) == (9, 11)
            && (self.is(end, &["attack", "attacks", "terror", "terrorist", "hijackers"])
                || self.before(at, &["since", "after", "before", "post", "pre"])
                || self.before(at, &["to"]) && self.is(at.wrapping_sub(2), &["prior"]));
        let year = if attacks { Some(2001) } else { year };
        Some((When::day(year, month, day), end))
    }

    /// Whether a percent sign, a colon or an amount goes on from the number: `May 10 percent of ...`.
    fn counts_things(&self, at: usize) -> bool {
        let fraction = self.is(at + 1, &[".", ",", ":", "%"])
            && self.glued(at + 1)
            && self.glued(at + 2)
            && self.word(at + 2).starts_with(|c: char| c.is_ascii_digit())
            && four_digits(self.word(at + 2)).is_none();
        fraction || self.is(at + 1, &["percent", "million", "billion", "%"])
    }

    /// A year after a day or a month: `, 2022`, `2022`, `of 2022`.
    fn year_after(&self, at: usize) -> (Option<i16>, usize) {
        let next = self.after(at, &[",", "of"]);
        match four_digits(self.word(next)).filter(|year| (1000..2200).contains(year)) {
            Some(year) if !self.counts_things(next) => (Some(year), next + 1),
            _ => (None, at),
        }
    }

    fn month(&self, at: usize) -> Read {
        let month = self.month_name(at)?;
        let name = self.word(at);
        let next = if is_abbreviation(name) { self.after(at + 1, &["."]) } else { at + 1 };
        let (year, end) = self.year_after(next);
        if year.is_some() {
            return Some((When::Month { year, month, side: Side::Open }, end));
        }
        if let Some((side, end)) = self.year_told(next) {
            return Some((When::Month { year, month, side }, end));
        }
        let cued = self.before(at, MONTH_CUES) || self.before(at, DASHES) && at > 1;
        // "the 1963 March on Washington".
        if month == 3 && !cued && self.is(next, &["on", "for", "against", "of"]) {
            return None;
        }
        let between_names = (at > 0 && self.is_capital(at - 1)) || self.is_capital(at + 1);
        let doubtful = matches!(month, 3..=6 | 8) || is_abbreviation(name);
        let start = at == 0;
        let safe = cued || !(doubtful && (start || between_names));
        let modal = month == 5 && !cued;
        (safe && !modal).then_some((When::Month { year, month, side: Side::Open }, end))
    }

    /// The month that the word names; a capital is needed, `march` and `may` are other words.
    pub(super) fn month_name(&self, at: usize) -> Option<i8> {
        if !self.is_capital(at) {
            return None;
        }
        let name = self.word(at);
        let position = MONTHS.iter().position(|month| name.eq_ignore_ascii_case(month));
        let short = || {
            ABBREVIATIONS
                .iter()
                .find(|(short, _)| name.eq_ignore_ascii_case(short))
                .map(|&(_, month)| month)
                // "Jan" and "Mar" are names and words where no full stop or number follows.
                .filter(|_| {
                    self.is(at + 1, &["."])
                        || self.word(at + 1).starts_with(|c: char| c.is_ascii_digit())
                        || day_number(self.word(at.wrapping_sub(1))).is_some()
                })
        };
        position.and_then(|idx| i8::try_from(idx + 1).ok()).or_else(short)
    }

    fn weekday(&self, at: usize) -> Read {
        let weekday = self.weekday_name(at)?;
        // "the next Tuesday" counts from some day that was told, and none that is known; "the last Tuesday in May" is in May.
        let told = self.before(at, &["following", "previous", "preceding"])
            || self.before(at, &["next", "last"]) && at > 1 && self.is(at - 2, &["the"]);
        // The show "Saturday Night Live".
        let show = self.is(at + 1, &["morning", "night", "afternoon", "evening"])
            && self.is_capital(at + 1)
            && self.is_capital(at + 2);
        if told
            || show
            || self.before(at, NAMED_DAYS)
            || (self.before(at, &["the"])
                && self.is_capital(at + 1)
                && self.month_name(at + 1).is_none())
        {
            return None;
        }
        let next = self.after(at + 1, &["."]);
        let date = self.after(self.after(next, &[","]), &["the"]);
        if let Some((When::Day { year, month, day, .. }, end)) =
            self.month_day(date).or_else(|| self.day_month(date))
        {
            return Some((When::Day { year, month, day, weekday: Some(weekday) }, end));
        }
        let next = self.after(at + 1, &["morning", "afternoon", "evening", "night"]);
        // "on Monday this week", "Thursday of last week"
        let week = self.after(next, &["of"]);
        if self.is(week + 1, &["week"])
            && let Some(side) = self.side(week)
        {
            return Some((When::Weekday { weekday, side }, week + 2));
        }
        Some((When::Weekday { weekday, side: Side::Open }, next))
    }

    pub(super) fn weekday_name(&self, at: usize) -> Option<Weekday> {
        if !self.is_capital(at) {
            return None;
        }
        let name = self.word(at);
        WEEKDAYS.iter().find_map(|&(long, short, weekday)| {
            let shortened = name.eq_ignore_ascii_case(short) && self.is(at + 1, &["."]);
            (name.eq_ignore_ascii_case(long) || shortened).then_some(weekday)
        })
    }

    fn season(&self, at: usize) -> Read {
        let season = season(self.word(at))?;
        let (year, end) = self.year_after(at + 1);
        if year.is_some() {
            return Some((When::Season { year, season, side: Side::Open }, end));
        }
        let next = self.after(at + 1, &["of"]);
        if self.is(next + 1, &["year"])
            && let Some(side) = self.side(next)
        {
            return Some((When::Season { year, season, side }, next + 2));
        }
        let the_season = self.before(at, &["the"])
            && at > 1
            && self.is(at - 2, &["in", "by", "until", "since", "during"])
            || self.before(at, &["in", "by", "until", "since"]);
        // "in fall" alone is rare, and "fall in" is a verb.
        let lower = !self.is_capital(at);
        (the_season && lower).then_some((When::Season { year, season, side: Side::Open }, at + 1))
    }

    fn holiday(&self, at: usize) -> Read {
        let (month, day, end) = if self.is(at, &["Christmas"]) && self.is_capital(at) {
            match () {
                () if self.is(at + 1, &["Eve"]) => (12, 24, at + 2),
                () if self.is(at + 1, &["Day"]) => (12, 25, at + 2),
                () if self.before(at, &["by", "before", "after", "at", "on", "until", "since"]) => {
                    (12, 25, at + 1)
                }
                () => return None,
            }
        } else if self.is(at, &["New"]) && self.is(at + 1, &["Year"]) && self.is(at + 3, &["s"]) {
            match () {
                () if self.is(at + 4, &["Eve"]) => (12, 31, at + 5),
                () if self.is(at + 4, &["Day"]) => (1, 1, at + 5),
                () => return None,
            }
        } else {
            return None;
        };
        let (year, end) = self.year_after(end);
        Some((When::day(year, month, day), end))
    }

    fn century(&self, at: usize) -> Read {
        let word = self.word(at);
        let number: i16 = word.trim_end_matches(char::is_alphabetic).parse().ok()?;
        let ordinal = matches!(
            word.trim_start_matches(|c: char| c.is_ascii_digit()),
            "st" | "nd" | "rd" | "th"
        );
        let next = self.after(at + 1, DASHES);
        let holds = ordinal && (10..=21).contains(&number) && self.is(next, &["century"]);
        holds.then(|| (When::Century((number - 1) * 100), next + 1))
    }

    /// `1990s`, `1990's`, `'90s`.
    fn decade(&self, at: usize) -> Read {
        let word = self.word(at);
        let (digits, end) = match word.strip_suffix('s') {
            Some(digits) => (digits, at + 1),
            None if self.is(at + 1, APOSTROPHES)
                && self.word(at + 2) == "s"
                && self.glued(at + 2) =>
            {
                (word, at + 3)
            }
            None => return None,
        };
        let number: i16 = digits.parse().ok().filter(|number| number % 10 == 0)?;
        match digits.len() {
            4 if number % 100 == 0 && number < 2000 => Some((When::Century(number), end)),
            4 if (1500..2100).contains(&number) => Some((When::Decade(number), end)),
            2 if self.before(at, APOSTROPHES) => {
                Some((When::Decade(if number < 30 { 2000 } else { 1900 } + number), end))
            }
            _ => None,
        }
    }

    fn spelled_decade(&self, at: usize) -> Read {
        let idx = DECADES.iter().position(|decade| self.is(at, &[decade]))?;
        let the = self.before(at, &["the", "early", "late", "mid", "-"]);
        // "in her sixties" is an age.
        let year = 1920 + 10 * i16::try_from(idx).ok()?;
        the.then_some((When::Decade(year), at + 1))
    }

    fn year(&self, at: usize) -> Read {
        let year = four_digits(self.word(at)).filter(|year| (1500..2100).contains(year))?;
        let unit = self.is(at + 1, UNITS_OF_MEASURE);
        let money = at > 0 && matches!(self.word(at - 1), "$" | "€" | "£" | "¥" | "#" | "№");
        let numbered = self.before(at, NUMBERED) || (self.before(at, &["."]) && self.glued(at));
        let part = (self.glued(at)
            && !matches!(self.word(at - 1), "(" | "-" | "–" | "—" | "/" | "‘" | "“" | "\""))
            || self.counts_things(at)
            || (self.is(at + 1, APOSTROPHES) && self.is(at + 2, &["s"]) && year % 10 == 0);
        // The film “1917,” which ...
        let closing = self.after(at + 1, &[",", "."]);
        let title = self.before(at, &["“", "‘", "\""]) && self.is(closing, &["”", "’", "\""]);
        // "2000 troops" counts, "2014 protests" dates: round numbers need a cue.
        let round = year % 100 == 0 && !self.before(at, YEAR_CUES);
        let cued = (1900..2060).contains(&year) || self.before(at, YEAR_CUES);
        if unit || money || numbered || part || title || round || !cued {
            return None;
        }
        let span = self.is(at + 1, DASHES)
            && self.glued(at + 1)
            && self.glued(at + 2)
            && matches!(self.word(at + 2).len(), 2 | 4)
            && self.word(at + 2).bytes().all(|byte| byte.is_ascii_digit());
        // A telephone number or a code goes on.
        let code = span && self.is(at + 3, DASHES) && self.glued(at + 3);
        // Of "2006-07" only the start says which year; of "2006-2009" both do.
        let short = span && self.word(at + 2).len() == 2;
        (!code).then_some((When::Year(year), if short { at + 3 } else { at + 1 }))
    }
}
