//! Names that look like modal verbs: `May urged`, `in his column, Will claimed`, `on 4 May the road was shut`;
//! `No 10`, which denies nothing; words that are read as marks; and `back`, which the treebanks have for an adverb: `most voters back the plan`.

use std::ops::Range;

use super::times::is_time;
use super::{Sentence, Tag, Token, Upos, lemma};
use crate::document::Document;

/// Makes `May` and `Will` names before a past form, which no modal verb takes: within a sentence, and at its start where the
/// text has the whole name somewhere. `May` behind the number of a day is the month.
pub(super) fn mend(
    document: &Document,
    sentences: &[Sentence],
    tokens: &[Token],
    tags: &mut [Tag],
) {
    let word = |token: usize| tokens[token].range.slice(document.text());
    let is_name = |token: usize| matches!(word(token), "May" | "Will");
    let whole = sentences
        .iter()
        .flat_map(|sentence| sentence.tokens.clone().skip(1))
        .any(|token| is_name(token) && tags[token].xpos == "NNP" && tags[token - 1].xpos == "NNP");
    for sentence in sentences {
        let tokens_of = sentence.tokens.clone();
        for token in tokens_of.clone() {
            let next = token + 1;
            if word(token) == "back" && is_backing(&tokens_of, token, &word, tags) {
                let lemma = lemma::lemma("back", Upos::Verb, "VBP", false);
                tags[token] = Tag { upos: Upos::Verb, xpos: "VBP", lemma, sure: true };
                continue;
            }
            let month = word(token) == "May"
                && tags[token].xpos == "MD"
                && token > tokens_of.start
                && is_day(word(token - 1));
            // "No 10 declined": a door, which is not denied.
            let door = matches!(word(token), "No" | "No.")
                && tokens_of.contains(&next)
                && matches!(word(next), "10" | "11")
                && tokens_of.contains(&(next + 1))
                && (matches!(tags[next + 1].xpos, "VBD" | "VBZ" | "VBP" | "MD" | "POS")
                    || is_past(word(next + 1)))
                && has_government(document.text());
            let surname = is_name(token)
                && tags[token].xpos == "MD"
                && tokens_of.contains(&next)
                && (whole || token > tokens_of.start)
                && (matches!(tags[next].xpos, "VBD" | "VBZ") || is_past(word(next)));
            // "Human Rights Watch called": nothing else with a capital inside a sentence helps a verb.
            let helper = tags[token].upos == Upos::Aux
                && token > tokens_of.start
                && word(token).starts_with(char::is_uppercase)
                && word(token).chars().skip(1).all(char::is_lowercase)
                && !AUXILIARIES.contains(&word(token).to_lowercase().as_str())
                && !(tokens_of.contains(&next) && matches!(word(next), "n't" | "n’t"));
            // "Selm Rights Watch", read as a mark.
            let letters = tags[token].upos == Upos::Punct
                && word(token).len() > 1
                && word(token).starts_with(char::is_uppercase)
                && word(token).chars().all(char::is_alphabetic);
            if !(surname || month || door || helper || letters) {
                continue;
            }
            let mut set = |at: usize, upos: Upos, xpos: &'static str| {
                let lemma = lemma::lemma(word(at), upos, xpos, tokens[at].clitic);
                tags[at] = Tag { upos, xpos, lemma, sure: true };
            };
            set(token, Upos::Propn, "NNP");
            if door {
                set(next, Upos::Propn, "NNP");
            }
            if surname && is_past(word(next)) {
                set(next, Upos::Verb, "VBD");
            }
        }
    }
}

/// Whether those before `back` back what is behind it: they are several, and their clause has no other verb, which could bring
/// something back.
fn is_backing<'t>(
    sentence: &Range<usize>,
    back: usize,
    word: &dyn Fn(usize) -> &'t str,
    tags: &[Tag],
) -> bool {
    let behind = back + 1;
    let object = sentence.contains(&behind)
        && (matches!(tags[behind].xpos, "DT" | "PRP$")
            || matches!(word(behind), "him" | "her" | "it" | "them"));
    let Some(last) = back.checked_sub(1).filter(|last| object && sentence.contains(last)) else {
        return false;
    };
    // "Two mayors, Ana Lee and Tom Hall, back it"
    let marked = matches!(word(last), "," | "–" | "—" | ")" | "--");
    let last = if marked { last.saturating_sub(1) } else { last };
    let several = match tags[last].xpos {
        "NNS" | "NNPS" => !is_time(&tags[last].lemma),
        "NNP" => (sentence.start..last).rev().take(4).any(|at| word(at) == "and"),
        _ => matches!(
            word(last),
            "they" | "we" | "who" | "many" | "some" | "most" | "both" | "all" | "others" | "also"
        ),
    };
    let clause = (sentence.start..last)
        .rev()
        .take_while(|&at| {
            marked
                || !matches!(word(at), "," | ";" | ":" | "that" | "who" | "if" | "“" | "”" | "\"")
        })
        .all(|at| !matches!(tags[at].upos, Upos::Verb | Upos::Aux));
    several && clause
}

/// Whether `No 10` may be a seat of government: "Of the runners, No 10 fell" has none.
pub(super) fn has_government(text: &str) -> bool {
    ["minister", "Downing", "Whitehall"].iter().any(|word| text.contains(word))
}

const AUXILIARIES: &[&str] = &[
    "am", "are", "be", "been", "being", "can", "could", "dare", "did", "do", "does", "get", "gets",
    "got", "had", "has", "have", "having", "is", "may", "might", "must", "need", "ought", "shall",
    "should", "used", "was", "were", "will", "would",
];

/// `4`, `4th`.
fn is_day(word: &str) -> bool {
    let number = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    number.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day))
}

/// `urged`; not `need` or `embed`, which are no past forms.
fn is_past(word: &str) -> bool {
    word.strip_suffix("ed")
        .is_some_and(|stem| stem.len() > 3 && !stem.ends_with('e') && word.is_ascii())
}

#[cfg(test)]
mod tests {
    use crate::language::analyze;
    use crate::testing::document;

    /// The tags of `May` and of the word behind it.
    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let document = document(text);
        let analysis = analyze(&document);
        let found: Vec<(&str, &str)> = (0..analysis.tokens.len().saturating_sub(1))
            .filter(|&token| analysis.word(&document, token) == "May")
            .map(|token| (analysis.xpos(token), analysis.xpos(token + 1)))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn several_back_what_stands_behind() {
        for (text, expected) in [
            ("Most voters back the plan.", "VBP"),
            ("Two mayors, Ana Lee and Tom Hall, back the tax.", "VBP"),
            ("The unions and those who back them met.", "VBP"),
            ("They bring the boats back the next day.", "RB"),
            ("Two years back the firm closed.", "RB"),
        ] {
            let document = document(text);
            let analysis = analyze(&document);
            let back = (0..analysis.tokens.len())
                .find(|&token| analysis.word(&document, token) == "back")
                .expect("the text has the word");
            assert_eq!(analysis.xpos(back), expected, "{text}");
        }
    }

    #[test]
    fn a_surname_before_a_past_form_is_no_modal() {
        check(
            "Ana May met lawmakers on Monday. May urged lawmakers to back the deal.",
            &[("NNP", "VBD"), ("NNP", "VBD")],
        );
        check("May we proceed?", &[("MD", "PRP")]);
    }

    #[test]
    fn the_month_behind_a_day_is_no_modal() {
        check("On 4 May the harbour was shut.", &[("NNP", "DT")]);
        check("Until 10 May it was open.", &[("NNP", "PRP")]);
    }

    #[test]
    fn what_helps_no_verb_is_a_name() {
        let document = document("Human Rights Watch called on the firm to act.");
        let analysis = analyze(&document);
        assert_eq!(analysis.xpos(2), "NNP");
    }

    #[test]
    fn the_number_of_a_door_denies_nothing() {
        let document = document("The minister is ill. But No 10 declined to say so.");
        let analysis = analyze(&document);
        let names = &analysis.names;
        assert!(names.iter().any(|name| name.range.slice(document.text()) == "No 10"), "{names:?}");
    }

    #[test]
    fn a_word_is_no_mark() {
        let document =
            document("Bill Frelik, a director at Human Rights Watch, said the plan was good.");
        let analysis = analyze(&document);
        let watch = (0..analysis.tokens.len())
            .find(|&token| analysis.word(&document, token) == "Watch")
            .expect("the text has the word");
        assert_eq!(analysis.xpos(watch), "NNP");
    }
}
