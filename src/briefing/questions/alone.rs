//! Whether a question reads well alone: a last look at its words, whatever made it.

/// Words that invert with the subject in a question.
const AUXILIARIES: &[&str] = &[
    "am", "are", "can", "could", "did", "do", "does", "had", "has", "have", "is", "may", "might",
    "must", "shall", "should", "was", "were", "will", "would",
];

/// A question of fewer words about "we" tells nobody what it is about.
const SHORTEST_ABOUT_US: usize = 5;

/// Whether a reader who sees nothing else knows what is asked. `asked` where the article itself asks it, in its words.
pub(super) fn reads_alone(text: &str, asked: bool) -> bool {
    let plain = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let words: Vec<String> =
        text.split_whitespace().map(plain).filter(|word| !word.is_empty()).collect();
    let (Some(first), Some(second), Some(last)) = (words.first(), words.get(1), words.last())
    else {
        return false;
    };
    // "Only time will tell": a turn of speech.
    if ["only", "time", "tell"].iter().all(|part| words.iter().any(|word| word == part)) {
        return false;
    }
    if asked {
        return true;
    }
    // "may have misspoken" is no question of what will be.
    let perfect = words.windows(2).any(|pair| pair[0] == "have" && pair[1].ends_with("ed"));
    if first == "will" && perfect {
        return false;
    }
    let inverted = |word: &str| AUXILIARIES.contains(&word);
    // "Would not thousands be liable?", of "if not thousands".
    if inverted(first) && second == "not" {
        return false;
    }
    let name =
        text.split_whitespace().nth(1).is_some_and(|word| word.starts_with(char::is_uppercase));
    match first.as_str() {
        "whom" => inverted(second),
        // "What Ruiz proposes is realistic?", "Who did the two think?"
        "what" | "who" => {
            let halved =
                second != "will" && matches!(last.as_str(), "think" | "believe" | "say" | "tell");
            !(halved || name || matches!(second.as_str(), "he" | "she" | "it" | "they"))
        }
        // "Would justice whether it is done matter?": words of two clauses.
        word if inverted(word) && words.iter().take(5).any(|word| word == "whether") => false,
        word if inverted(word) => match second.as_str() {
            "i" | "you" | "he" | "she" | "they" => false,
            // "Is it enough to cut taxes?" says what.
            "it" => words.iter().any(|word| matches!(word.as_str(), "to" | "that" | "whether")),
            "we" => words.len() >= SHORTEST_ABOUT_US,
            _ => true,
        },
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::reads_alone;

    #[test]
    fn a_question_names_what_it_asks_about() {
        for text in [
            "Whom viewers?",
            "What Bruno Ruiz's proposing is realistic?",
            "Who did the two nations think?",
            "Will only time tell if he will last?",
            "Will she be Gert?",
            "Can we get there?",
            "Will it hold?",
            "Will the senator have stumbled?",
        ] {
            assert!(!reads_alone(text, false), "{text}");
        }
        for text in [
            "Whom will the council elect?",
            "What price will the firm pay?",
            "Who will pay for the bridge?",
            "Will the harbour close?",
            "Is it enough to close the harbour?",
            "Will we keep the treaty with our neighbours?",
        ] {
            assert!(reads_alone(text, false), "{text}");
        }
        assert!(reads_alone("Will it last?", true));
    }
}
