//! How much later something was, where the line that says after what is not there: `Two days later, Lee resigned`.

use super::answers::capitalized;
use crate::language::times::is_time;

/// What a span of time may be counted with.
const COUNTS: &[&str] = &[
    "a", "about", "almost", "an", "barely", "couple", "dozen", "eight", "eleven", "few", "five",
    "four", "full", "half", "just", "less", "little", "long", "many", "mere", "more", "nearly",
    "nine", "of", "one", "only", "roughly", "seven", "several", "short", "six", "some", "ten",
    "than", "three", "twelve", "two",
];

/// Of one that follows another.
const NEXT: &[&str] = &["following", "next", "previous", "same", "that"];

/// The line without the words at its start that count from another one: `Two days later, …`, `The next morning, …`. `None`
/// where it has none, or hardly says more.
pub(super) fn without(line: &str) -> Option<String> {
    /// In words.
    const LONGEST: usize = 8;
    const FEWEST_LEFT: usize = 5;
    let words: Vec<&str> = line.split(' ').collect();
    let plain = |at: usize| words[at].trim_end_matches(',').to_lowercase();
    let unit = |at: usize| {
        let word = plain(at);
        is_time(&word) || word.strip_suffix('s').is_some_and(is_time)
    };
    let counted = |at: usize| {
        let word = plain(at);
        COUNTS.contains(&word.as_str())
            || !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    let last = (0..words.len().min(LONGEST)).find(|&at| unit(at))?;
    let next = plain(last + 1 - usize::from(last + 1 == words.len()));
    let comma = |at: usize| words.get(at).is_some_and(|word| word.ends_with(','));
    let later = matches!(next.as_str(), "later" | "earlier" | "afterward" | "afterwards")
        && (0..last).all(counted);
    let the = |at: usize| NEXT.contains(&plain(at).as_str()) || plain(at) == "the";
    let named = last > 0 && (0..last).all(the);
    let end = match () {
        () if later => last + 2,
        () if named && next == "before" && comma(last + 1) => last + 2,
        () if named && comma(last) && NEXT.contains(&plain(last - 1).as_str()) => last + 1,
        () => return None,
    };
    let rest = words.get(end..).filter(|rest| rest.len() >= FEWEST_LEFT)?;
    // "Two days later than planned".
    let measured = matches!(rest.first(), Some(&("than" | "in" | "this" | "on")));
    (!measured).then(|| capitalized(&rest.join(" ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_that_counts_from_another_line_goes() {
        for (line, left) in [
            (
                "Eight months later, the council sold the old harbour.",
                "The council sold the old harbour.",
            ),
            (
                "Less than 30 minutes later, Lee left the town for good.",
                "Lee left the town for good.",
            ),
            (
                "A short time later police arrested three boys in Selm.",
                "Police arrested three boys in Selm.",
            ),
            ("Days later, the council sold the harbour.", "The council sold the harbour."),
            ("The next day, the council sold the harbour.", "The council sold the harbour."),
            ("The day before, the council sold the harbour.", "The council sold the harbour."),
        ] {
            assert_eq!(without(line).as_deref(), Some(left));
        }
        for line in [
            "Two days before the vote, the council sold the harbour.",
            "Two days later than planned the council sold the harbour.",
            "Later this month the council will sell the harbour.",
            "The day starts with a vote on the old harbour.",
            "Days later, Lee left.",
        ] {
            assert_eq!(without(line), None, "{line}");
        }
    }
}
