//! The words of dates: months, weekdays, units, and what stands before them.

use jiff::civil::Weekday;

use super::expression::Unit;

pub(super) fn four_digits(word: &str) -> Option<i16> {
    (word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| word.parse().ok())
        .flatten()
}

/// `27`, `27th`.
pub(super) fn day_number(word: &str) -> Option<i8> {
    let digits = word
        .strip_suffix("st")
        .or_else(|| word.strip_suffix("nd"))
        .or_else(|| word.strip_suffix("rd"))
        .or_else(|| word.strip_suffix("th"))
        .unwrap_or(word);
    let short = digits.len() <= 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
    short.then(|| digits.parse().ok()).flatten().filter(|day| (1..=31).contains(day))
}

pub(super) fn unit(word: &str) -> Option<Unit> {
    let word = word.to_ascii_lowercase();
    Some(match word.as_str() {
        "day" | "days" => Unit::Day,
        "week" | "weeks" => Unit::Week,
        "month" | "months" => Unit::Month,
        "year" | "years" => Unit::Year,
        "decade" | "decades" => Unit::Decade,
        _ => return None,
    })
}

pub(super) fn season(word: &str) -> Option<i8> {
    let word = word.to_ascii_lowercase();
    Some(match word.as_str() {
        "spring" => 21,
        "summer" => 22,
        "autumn" | "fall" => 23,
        "winter" => 24,
        _ => return None,
    })
}

/// Whether a noun, as a lemma, names what happens on a day or appears on one: `war`, `election`, `study`, `decision`.
pub(super) fn names_event(noun: &str) -> bool {
    let noun = noun.to_lowercase();
    let base = noun.strip_suffix('s').unwrap_or(&noun);
    let deed = ["tion", "sion", "ment"].iter().any(|end| base.ends_with(end));
    let among = |list: &str| list.split_ascii_whitespace().any(|word| word == noun || word == base);
    among(EVENTS) || deed && !among(NO_DEEDS)
}

const EVENTS: &str = "accident accord act address affair appeal appearance arrest article assault attack attempt auction \
    award ballot ban battle bid bill birth blast blaze bombing book boycott breach breakthrough breakup campaign case caucus \
    caucuses ceasefire census ceremony championship collapse comeback complaint concert conference conflict congress contest \
    coup crackdown crash crisis cup deal death debacle debate debut decree defeat defence defense departure disaster dispute \
    documentary drought earthquake election essay exhibit exhibition expulsion failure fair famine festival fight film fire \
    flood forum fraud gala game games gathering genocide hearing heist hurricane inauguration incident inquiry interview launch \
    law lawsuit leak letter loss massacre match meeting meltdown memo memoir merger mission movie murder mutiny novel \
    offensive olympics opening outbreak pact pandemic panic paper performance pledge poll primary primaries probe protest \
    purchase purge putsch race raid rally rebuke recall referendum reform report rescue review revolt riot ruling run runoff \
    sale scandal season shooting show shutdown siege slump speech split standoff statement storm strike study summit surge \
    survey takeover talks test testimony theft tour tournament tragedy treaty trial trip tsunami uprising verdict veto \
    victory visit vote walkout war wedding win withdrawal";

/// Ends like a deed, and is none.
const NO_DEEDS: &str = "apartment apparition association commission condition constitution corporation department edition \
    environment equipment foundation generation government institution monument motion nation organisation organization \
    population position section station television version";

/// Whether a noun, as a lemma, names what is spoken of once it is over: `victory`, `attack`, `remark`.
pub(super) fn names_outcome(noun: &str) -> bool {
    OUTCOMES.split_ascii_whitespace().any(|word| word == noun)
}

/// Whether a noun, as a lemma, names what its date is behind, whatever will come of it: `the June 4 massacre will be forgotten`,
/// `the 2015 deal may be renewed`. What may be called for a day to come, as a raid or a strike, is none.
pub(super) fn names_past(noun: &str) -> bool {
    PAST.split_ascii_whitespace().any(|word| word == noun)
}

const PAST: &str = "accident accord act agreement ambush assassination atrocity attack avalanche blackout blizzard bombing catastrophe \
    census coup crash cyclone deal derailment disaster earthquake explosion famine flood genocide hijacking hurricane \
    invasion judgment killing landslide massacre mudslide mutiny outage pact putsch quake resolution revolt revolution \
    riot ruling shooting spill stabbing stampede storm superstorm tornado treaty tsunami typhoon uprising verdict war \
    wildfire";

const OUTCOMES: &str = "arrest assassination assault attack blast bombing collapse comment coup crash death defeat earthquake \
    explosion failure killing loss massacre murder outburst plunge raid remark resignation result \
    riot shooting showing triumph tweet victory win";

pub(super) fn is_abbreviation(name: &str) -> bool {
    ABBREVIATIONS.iter().any(|(short, _)| name.eq_ignore_ascii_case(short))
}

pub(crate) const MONTHS: &[&str] = &[
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
pub(super) const ABBREVIATIONS: &[(&str, i8)] = &[
    ("Jan", 1),
    ("Feb", 2),
    ("Mar", 3),
    ("Apr", 4),
    ("Jun", 6),
    ("Jul", 7),
    ("Aug", 8),
    ("Sep", 9),
    ("Sept", 9),
    ("Oct", 10),
    ("Nov", 11),
    ("Dec", 12),
];
pub(super) const WEEKDAYS: &[(&str, &str, Weekday)] = &[
    ("Monday", "Mon", Weekday::Monday),
    ("Tuesday", "Tues", Weekday::Tuesday),
    ("Wednesday", "Wed", Weekday::Wednesday),
    ("Thursday", "Thurs", Weekday::Thursday),
    ("Friday", "Fri", Weekday::Friday),
    ("Saturday", "Sat", Weekday::Saturday),
    ("Sunday", "Sun", Weekday::Sunday),
];
pub(in crate::briefing) const NUMBERS: &[&str] = &[
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];
pub(super) const DECADES: &[&str] =
    &["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];
pub(super) const DASHES: &[&str] = &["-", "–", "—", "‑"];
pub(super) const APOSTROPHES: &[&str] = &["'", "’", "‘"];
/// Parts of a period, before `of`.
pub(super) const PARTS: &[&str] = &[
    "end",
    "start",
    "beginning",
    "middle",
    "close",
    "rest",
    "remainder",
    "late",
    "early",
    "later",
    "earlier",
];
/// Words before a month that rule out a person or a verb.
pub(super) const MONTH_CUES: &[&str] = &[
    "in", "since", "until", "till", "by", "of", "from", "to", "through", "during", "between",
    "and", "or", "before", "after", "early", "late", "mid", "last", "this", "next", "every",
    "begin", "began", "around", "for",
];
pub(super) const YEAR_CUES: &[&str] = &[
    "in", "since", "until", "till", "by", "from", "during", "before", "after", "early", "late",
    "mid", "around", "circa",
];
/// Days whose name is not their date.
pub(super) const NAMED_DAYS: &[&str] = &[
    "Black", "Super", "Good", "Ash", "Bloody", "Easter", "Palm", "Cyber", "Fat", "Holy", "Maundy",
];
/// Words that a number follows as its name rather than as a year.
pub(super) const NUMBERED: &[&str] = &[
    "resolution",
    "no",
    "number",
    "section",
    "article",
    "page",
    "chapter",
    "room",
    "flight",
    "model",
    "act",
];
pub(super) const UNITS_OF_MEASURE: &[&str] = &[
    "percent",
    "people",
    "troops",
    "soldiers",
    "miles",
    "kilometers",
    "kilometres",
    "km",
    "meters",
    "metres",
    "tons",
    "tonnes",
    "dollars",
    "euros",
    "pounds",
    "hours",
    "years",
    "feet",
    "acres",
    "hectares",
    "million",
    "billion",
    "others",
    "men",
    "women",
    "children",
    "jobs",
];
