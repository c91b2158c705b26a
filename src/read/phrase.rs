//! Phrase families: word patterns with slots, for lines that every site words a little differently.
//!
//! A pattern is a row of words. `a|b` is either, `word?` may be absent, `*` stands for up to eight words,
//! `<n>` for a number. Case and punctuation do not count, but `:`, `©` and `|` are words of their own.

use std::iter;

/// Patterns made ready for matching.
pub(super) struct Phrases(Vec<Vec<Slot>>);

enum Slot {
    Words { any_of: Vec<&'static str>, optional: bool },
    Gap,
}

const LONGEST_GAP: usize = 8;

impl Phrases {
    pub(super) fn new(patterns: &[&'static str]) -> Self {
        Self(
            patterns
                .iter()
                .map(|pattern| pattern.split_whitespace().map(Slot::new).collect())
                .collect(),
        )
    }

    /// Whether a pattern covers all of `words`.
    pub(super) fn cover(&self, words: &[String]) -> bool {
        self.0.iter().any(|slots| matches(slots, words, true))
    }

    /// Whether `words` begin with a pattern.
    pub(super) fn start(&self, words: &[String]) -> bool {
        self.0.iter().any(|slots| matches(slots, words, false))
    }

    /// Whether a pattern stands anywhere in `words`.
    pub(super) fn occur(&self, words: &[String]) -> bool {
        (0..words.len()).any(|from| words.get(from..).is_some_and(|rest| self.start(rest)))
    }
}

impl Slot {
    fn new(word: &'static str) -> Self {
        if word == "*" {
            return Self::Gap;
        }
        let (word, optional) = word.strip_suffix('?').map_or((word, false), |word| (word, true));
        Self::Words { any_of: word.split('|').collect(), optional }
    }
}

fn matches(slots: &[Slot], words: &[String], whole: bool) -> bool {
    let Some((slot, rest)) = slots.split_first() else { return !whole || words.is_empty() };
    match slot {
        Slot::Gap => (0..=words.len().min(LONGEST_GAP))
            .any(|skipped| matches(rest, words.get(skipped..).unwrap_or_default(), whole)),
        Slot::Words { any_of, optional } => {
            let taken = words.split_first().is_some_and(|(word, after)| {
                any_of.iter().any(|choice| is_word(choice, word)) && matches(rest, after, whole)
            });
            taken || *optional && matches(rest, words, whole)
        }
    }
}

fn is_word(choice: &str, word: &str) -> bool {
    match choice {
        "<n>" => word.starts_with(|first: char| first.is_ascii_digit()),
        "<at>" => word.starts_with('@'),
        _ => choice == word,
    }
}

/// The words of `text` in the form that patterns are written in.
pub(super) fn words(text: &str) -> Vec<String> {
    text.split(|character: char| character.is_whitespace() || character == '/')
        .flat_map(|part| {
            let word = part
                .trim_matches(|character: char| {
                    !character.is_alphanumeric() && !matches!(character, '©' | '@' | '#' | '$')
                })
                .replace('’', "'")
                .to_lowercase();
            let mark = match part {
                "|" | "·" | "•" => Some("|"),
                _ if part.ends_with([':', '：']) => Some(":"),
                _ => None,
            };
            iter::once(word).chain(mark.map(str::to_owned))
        })
        .flat_map(|word| match word.strip_prefix('©') {
            Some(rest) if !rest.is_empty() => vec!["©".to_owned(), rest.to_owned()],
            _ => vec![word],
        })
        .filter(|word| !word.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_have_slots() {
        let phrases = Phrases::new(&["follow us|me on *", "<n> min read", "© the? *"]);
        for line in
            ["Follow us on Twitter", "Follow me on: X", "5 min read", "©2024 Mr. Lee", "© The Café"]
        {
            assert!(phrases.cover(&words(line)), "{line}");
        }
        assert!(!phrases.cover(&words("They follow us on foot.")));
        assert!(phrases.occur(&words("They follow us on foot.")));
        assert!(!phrases.start(&words("five min read")));
        assert_eq!(words("Photo: “Café” | AP"), ["photo", ":", "café", "|", "ap"]);
    }
}
