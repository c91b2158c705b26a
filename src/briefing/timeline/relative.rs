//! Expressions that count from some other day: `last week`, `three days later`, `the end of the year`.

use super::expression::{Anchor, Read, Reader, Side, Unit, When};
use super::vocabulary::{APOSTROPHES, DASHES, NUMBERS, PARTS, season, unit};

impl Reader<'_> {
    /// `early`, `mid-`, `the end of` before an expression that holds by itself or means this one.
    pub(super) fn part_of(&self, at: usize) -> Read {
        if self.is(at, PARTS) && self.is(at + 1, &["of", "in"]) {
            let inner = at + 2;
            if self.is(inner, &["the"])
                && let Some(unit) = unit(self.word(inner + 1))
                && unit != Unit::Day
            {
                return Some((offset(Anchor::Published, unit, 0), inner + 2));
            }
            return self.expression(inner);
        }
        if self.is(at, &["early", "late", "earlier", "later", "mid"]) {
            if self.is(at + 1, &["in"]) && self.is(at + 2, &["the"]) {
                let unit = unit(self.word(at + 3)).filter(|&unit| unit != Unit::Day)?;
                return Some((offset(Anchor::Published, unit, 0), at + 4));
            }
            return self.expression(self.after(at + 1, DASHES));
        }
        // "by year's end", "at year-end"
        if let Some(unit @ (Unit::Year | Unit::Month | Unit::Week)) = unit(self.word(at)) {
            let dash = self.is(at + 1, DASHES) && self.is(at + 2, &["end"]);
            let owner = self.is(at + 1, APOSTROPHES)
                && self.is(at + 2, &["s"])
                && self.is(at + 3, &["end"]);
            return match (dash, owner) {
                (true, _) => Some((offset(Anchor::Published, unit, 0), at + 3)),
                (_, true) => Some((offset(Anchor::Published, unit, 0), at + 4)),
                _ => None,
            };
        }
        None
    }

    /// `last week`, `next June`, `this Friday`, `this past weekend`.
    pub(super) fn sided(&self, at: usize) -> Read {
        let side = self.side(at)?;
        let next = self.after(at + 1, &["past", "coming"]);
        // "this past September".
        let side = match self.word(at + 1) {
            "past" if self.month_name(next).is_some() => Side::Last,
            "coming" if self.month_name(next).is_some() => Side::Next,
            _ => side,
        };
        let count = match side {
            Side::Last => -1,
            Side::Next => 1,
            _ => 0,
        };
        // The show "This Week": in a headline the word before has a capital too.
        let titled = self.is_capital(at)
            && self.is_capital(next)
            && at.checked_sub(1).is_some_and(|before| !self.is_capital(before));
        let told = side != Side::This && self.before(at, &["the"]);
        if let Some(weekday) = self.weekday_name(next).filter(|_| !told) {
            let end = self.after(next + 1, &["morning", "afternoon", "evening", "night"]);
            let side = if next > at + 1 && self.is(at + 1, &["past"]) { Side::Last } else { side };
            return Some((When::Weekday { weekday, side }, end));
        }
        if let Some(month) = self.month_name(next) {
            // "last March 5": the day belongs to it, and tense or side agree in nearly all cases.
            if let Some((When::Day { day, .. }, end)) = self.month_day(next) {
                return Some((When::day(None, month, day), end));
            }
            return Some((When::Month { year: None, month, side }, next + 1));
        }
        if let Some(season) = season(self.word(next)) {
            return Some((When::Season { year: None, season, side }, next + 1));
        }
        // "in last years" is no year, nor "the last week of the month", and "over the last year" is a span.
        let single =
            !(self.word(next).ends_with('s') || side != Side::This && self.before(at, &["the"]));
        if let Some(unit) =
            unit(self.word(next)).filter(|&unit| unit != Unit::Day && single && !titled)
        {
            // "last year's budget" is dated; "this week" alone too. "This year" as a mere determiner is.
            return Some((offset(Anchor::Published, unit, count), next + 1));
        }
        if self.is(next, &["weekend"]) {
            return Some((offset(Anchor::Published, Unit::Week, count), next + 1));
        }
        if side == Side::Last && self.is(next, &["night"]) {
            return Some((offset(Anchor::Published, Unit::Day, -1), next + 1));
        }
        let today = side == Side::This && self.is(next, &["morning", "afternoon", "evening"]);
        today.then_some((offset(Anchor::Published, Unit::Day, 0), next + 1))
    }

    /// A year after a month that is told by where it lies: `of last year`, `of that year`, `last year`.
    pub(super) fn year_told(&self, at: usize) -> Option<(Side, usize)> {
        let of = self.after(at, &["of"]);
        let side = match self.side(of) {
            Some(Side::Last) => Side::Year(-1),
            Some(Side::Next) => Side::Year(1),
            Some(_) => Side::Year(0),
            None if of > at && self.is(of, &["that"]) => Side::Told,
            None => return None,
        };
        self.is(of + 1, &["year"]).then_some((side, of + 2))
    }

    pub(super) fn side(&self, at: usize) -> Option<Side> {
        if self.is(at, &["last"]) {
            Some(Side::Last)
        } else if self.is(at, &["this"]) {
            Some(Side::This)
        } else if self.is(at, &["next"]) {
            Some(Side::Next)
        } else {
            None
        }
    }

    pub(super) fn day_word(&self, at: usize) -> Read {
        let count = if self.is(at, &["yesterday"]) {
            -1
        } else if self.is(at, &["today", "tonight"]) {
            0
        } else if self.is(at, &["tomorrow"]) {
            1
        } else {
            return None;
        };
        // The show “Today”, the newspaper USA Today.
        let closing = self.after(at + 1, &[","]);
        let within = at
            .checked_sub(1)
            .is_some_and(|before| self.word(before).ends_with(char::is_alphanumeric));
        let titled = self.is_capital(at) && (within || self.is(closing, &["”", "’", "\"", "'"]));
        // "today's world", "the children of tomorrow"
        let figurative = titled
            || self.before(at, &["of"])
            || (count >= 0 && self.is(at + 1, APOSTROPHES) && self.is(at + 2, &["s"]));
        let end = self.after(at + 1, &["morning", "afternoon", "evening", "night"]);
        (!figurative).then_some((offset(Anchor::Published, Unit::Day, count), end))
    }

    /// `the next day`, `the following month`, `that year`, `that May`, `the day before`.
    pub(super) fn told(&self, at: usize) -> Read {
        let the = self.is(at, &["the"]);
        if the && self.is(at + 1, &["day"]) {
            let count = if self.is(at + 2, &["before"]) {
                -1
            } else if self.is(at + 2, &["after"]) {
                1
            } else {
                return None;
            };
            if self.is(at + 3, &["yesterday"]) || self.is(at + 3, &["tomorrow"]) {
                return Some((offset(Anchor::Published, Unit::Day, 2 * count), at + 4));
            }
            // "the day after the vote" is dated by the vote.
            return self.ends(at + 3).then_some((offset(Anchor::Told, Unit::Day, count), at + 3));
        }
        if let Some(unit @ (Unit::Year | Unit::Month)) = unit(self.word(at + 1)).filter(|_| the)
            && self.is(at + 2, &["before"])
            && self.ends(at + 3)
        {
            return Some((offset(Anchor::Told, unit, -1), at + 3));
        }
        // "over the next year".
        let span = the
            && self.is(at + 1, &["next"])
            && self.before(at, &["over", "in", "within", "during", "for", "throughout"]);
        if span {
            return None;
        }
        let (count, next) = if the && self.is(at + 1, &["next", "following", "ensuing"]) {
            (1, at + 2)
        } else if the && self.is(at + 1, &["previous", "preceding"]) {
            (-1, at + 2)
        } else if the && self.is(at + 1, &["same"]) {
            (0, at + 2)
        } else if self.is(at, &["that"]) {
            (0, self.after(at + 1, &["same"]))
        } else {
            return None;
        };
        if let Some(named) = self.named_from_told(at, count, next) {
            return Some(named);
        }
        let unit = unit(self.word(next)).filter(|_| !self.word(next).ends_with('s'))?;
        // "that day" without more is as often a turn of speech: "the day that ..."
        let clear = !(self.is(at, &["that"]) && self.before(at, &["day", "year", "week"]));
        clear.then_some((offset(Anchor::Told, unit, count), next + 1))
    }

    /// The month, season or weekday at `next` that lies so from the date that was told last: `the following May`, `that
    /// summer`.
    fn named_from_told(&self, at: usize, count: i32, next: usize) -> Read {
        let side = match count {
            0 => Side::Told,
            1 => Side::AfterTold,
            _ => Side::BeforeTold,
        };
        // "said that May would be better", "leaves that fall".
        let clear = !self.is(at, &["that"]) || self.ends(next + 1);
        let when = if let Some(month) = self.month_name(next) {
            When::Month { year: None, month, side }
        } else if let Some(season) = season(self.word(next)) {
            When::Season { year: None, season, side }
        } else {
            let weekday = self.weekday_name(next).filter(|_| side != Side::Told)?;
            When::Weekday { weekday, side }
        };
        clear.then_some((when, next + 1))
    }

    /// Whether no word stands here.
    fn ends(&self, at: usize) -> bool {
        !self.word(at).starts_with(char::is_alphanumeric)
    }

    /// `three days later`, `a year earlier`, `10 years ago`, `two weeks from now`.
    pub(super) fn counted(&self, at: usize) -> Read {
        if let Some(read) = self.hours_ago(at) {
            return Some(read);
        }
        // "seventy-two years later".
        if self.before(at, &["-"]) && self.glued(at) {
            return None;
        }
        let (count, next) = self.count(at)?;
        let unit = unit(self.word(next))?;
        let next = next + 1;
        if self.is(next, &["ago"]) {
            return Some((offset(Anchor::Published, unit, -count), next + 1));
        }
        if self.is(next, &["from"]) && self.is(next + 1, &["now", "today"]) {
            return Some((offset(Anchor::Published, unit, count), next + 2));
        }
        if self.is(next, &["later", "afterward", "afterwards"]) && !self.is(next + 1, &["than"]) {
            return Some((offset(Anchor::Told, unit, count), next + 1));
        }
        let earlier = self.is(next, &["earlier", "before", "prior"])
            && !self.is(next + 1, &["than"])
            && (self.is(next, &["earlier"])
                || !self.word(next + 1).starts_with(char::is_alphanumeric));
        earlier.then_some((offset(Anchor::Told, unit, -count), next + 1))
    }

    /// `a few hours ago`, `minutes ago`: the day itself, as far as that is clear; `24 hours ago`: the day before.
    fn hours_ago(&self, at: usize) -> Read {
        /// In hours. What is longer ago may have been the day before.
        const SURE: i32 = 6;
        let few = self.after(self.after(at, &["a"]), &["few", "couple", "several"]);
        let few = self.after(few, &["of"]);
        let (count, next) = match self.count(at) {
            Some(counted) if few <= at + 1 && self.is(counted.1, HOURS) => counted,
            _ => (1, few),
        };
        // The second word of "24 hours ago".
        let counted = at > 0 && self.count(at - 1).is_some();
        if !self.is(next, HOURS) || !self.is(next + 1, &["ago"]) || counted {
            return None;
        }
        let days = match self.word(next) {
            "hour" | "hours" if count % 24 == 0 => count / 24,
            "hour" | "hours" if count > SURE => return None,
            _ => 0,
        };
        Some((offset(Anchor::Published, Unit::Day, -days), next + 2))
    }

    pub(super) fn ahead(&self, at: usize) -> Read {
        if !self.is(at, &["in", "within"]) {
            return None;
        }
        let start =
            if self.is(at + 1, &["the"]) && self.is(at + 2, &["next"]) { at + 3 } else { at + 1 };
        let (count, next) = self.count(start)?;
        let unit = unit(self.word(next))?;
        let duration = self.is(next + 1, &["of", "ago", "later", "earlier", "before", "from"]);
        (!duration).then_some((When::Ahead { unit, count }, next + 1))
    }

    pub(super) fn count(&self, at: usize) -> Option<(i32, usize)> {
        let word = self.word(at);
        let number = word.parse::<i32>().ok().filter(|&number| (1..=200).contains(&number));
        let spelled = || {
            let idx = NUMBERS.iter().position(|number| word.eq_ignore_ascii_case(number));
            idx.and_then(|idx| i32::try_from(idx + 1).ok())
                .or_else(|| self.is(at, &["a", "an"]).then_some(1))
        };
        number.or_else(spelled).map(|count| (count, at + 1))
    }
}

/// Parts of a day.
const HOURS: &[&str] = &["hour", "hours", "minute", "minutes", "moments"];

fn offset(anchor: Anchor, unit: Unit, count: i32) -> When {
    When::Offset { anchor, unit, count }
}
