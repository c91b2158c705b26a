//! Whether a question points at a place or a thing that it does not name: `there`, `that vote`.

use crate::language::times::is_time;

const BE: &[&str] = &[
    "are", "be", "been", "being", "can", "could", "had", "has", "have", "is", "may", "might",
    "must", "should", "was", "were", "will", "would",
];

const DEMONSTRATIVES: &[&str] = &["that", "these", "this", "those"];

/// Of a question in small letters without its marks, word by word.
pub(super) fn points_away(words: &[String]) -> bool {
    let word = |at: usize| words.get(at).map(String::as_str).unwrap_or_default();
    // "Will she be there for years?"; but "Will there be", "if there is", "whether there are any".
    let there = (2..words.len()).any(|at| {
        word(at) == "there"
            && !BE.contains(&word(at + 1))
            && !matches!(word(at - 1), "if" | "that" | "when" | "whether")
    });
    // "Will the boats stop here?": where it was written.
    let here = (2..words.len()).any(|at| word(at) == "here");
    // "Will that vote be free?", but "Will those who stayed", "Will this year be warm?"
    let that = DEMONSTRATIVES.contains(&word(1))
        && BE.contains(&word(0))
        && !matches!(word(2), "of" | "who" | "with" | "in" | "on" | "whose" | "from" | "already")
        && !is_time(word(2).trim_end_matches("'s").trim_end_matches("’s"));
    // "A win there could help him", turned round: "Could there help him?"
    let placed = BE.contains(&word(0))
        && word(1) == "there"
        && !BE.contains(&word(2))
        && !matches!(
            word(2),
            "a" | "an"
                | "any"
                | "ever"
                | "exist"
                | "no"
                | "remain"
                | "seem"
                | "some"
                | "the"
                | "never"
        )
        && matches!(word(0), "can" | "could" | "may" | "might" | "should" | "will" | "would");
    there || here || that || placed
}
