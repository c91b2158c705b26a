//! Nouns of time, by their lemmas: they tell when and how long, and seldom who or what.
//!
//! Days of the week and months are senses of the lexicon; what a phrase of time means is for the timeline to say.

/// `morning`: the parts of a day, which stand bare behind it (`Monday night`).
pub(crate) fn is_part_of_day(lemma: &str) -> bool {
    matches!(lemma, "morning" | "afternoon" | "evening" | "night")
}

/// `yesterday`: a day by where it lies from the day of writing.
pub(crate) fn is_day_from_now(lemma: &str) -> bool {
    matches!(lemma, "today" | "yesterday" | "tomorrow")
}

/// `hour`, `spring`, `decade`, and `time` itself.
pub(crate) fn is_time(lemma: &str) -> bool {
    is_part_of_day(lemma)
        || matches!(
            lemma,
            "second"
                | "minute"
                | "moment"
                | "hour"
                | "day"
                | "week"
                | "weekend"
                | "month"
                | "year"
                | "season"
                | "spring"
                | "summer"
                | "autumn"
                | "fall"
                | "winter"
                | "decade"
                | "century"
                | "time"
        )
}
