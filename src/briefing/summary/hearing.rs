//! Whether the text is what is said in court, and in which case: there many speak in turn, and nobody says of what.

use super::article::{is_running, kind};
use crate::document::Document;
use crate::language::{Analysis, Upos};
use crate::text::{TextRange, one_line};

/// In sentences: how far the opening of a hearing reaches, in which the case is called and counsel greets the court.
const OPENING: usize = 12;

/// Words that are said to a court or by its clerk, and nowhere else.
const PLEAS: &[&str] = &[
    "may it please the court",
    "hear ye",
    ", your honor",
    ", your honour",
    "your honor,",
    "your honour,",
];

/// Words that call a case, or say for whom somebody is there; elsewhere they tell of one.
const CALLS: &[&str] = &[
    "the next case",
    "hear argument",
    "for the appellant",
    "for the appellee",
    "for the petitioner",
    "for the respondent",
    "for the plaintiff",
    "for the defendant",
    "on behalf of the appellant",
    "on behalf of the petitioner",
    "on behalf of the plaintiff",
    "on behalf of the defendant",
];

/// What stands between the two sides of a case; `against` only in `the case of Ruiz against Hall`.
const VERSUS: &[&str] = &["versus", "v.", "vs.", "v", "vs"];

/// What stands before the first point: `In court, in the case of Ruiz versus Hall:`.
pub(super) fn hearing(document: &Document, analysis: &Analysis) -> Option<String> {
    let opening: Vec<usize> = (0..analysis.sentences.len())
        .filter(|&at| kind(document, analysis, at).is_some_and(is_running))
        .take(OPENING)
        .collect();
    let said = |at: usize| analysis.sentences[at].range.slice(document.text()).to_lowercase();
    // A story may quote them.
    let spoken = |at: usize| !analysis.is_quoted(analysis.sentences[at].range.start());
    let has = |options: &[&str]| {
        opening
            .iter()
            .any(|&at| spoken(at) && options.iter().any(|option| said(at).contains(option)))
            // "a dinner in your honour, Lee" is given elsewhere.
            && !opening.iter().any(|&at| said(at).contains("in your hono"))
    };
    // Lords sit in a house of parliament too.
    let lords = || opening.iter().any(|&at| said(at).starts_with("my lord")) && has(&["justice"]);
    let case = opening.iter().find_map(|&at| case(document, analysis, at));
    let pleaded = has(PLEAS) || lords();
    (pleaded || case.is_some() && has(CALLS)).then(|| match case {
        Some(case) => format!("In court, in the case of {case}:"),
        None => String::from("In court:"),
    })
}

/// The two who stand against each other, the first named of each side.
fn case(document: &Document, analysis: &Analysis, sentence: usize) -> Option<String> {
    let sentence = &analysis.sentences[sentence];
    let text = document.text();
    let word = |token: usize| analysis.word(document, token).to_lowercase();
    let between = sentence.tokens.clone().find(|&token| {
        let called = || {
            TextRange::new(sentence.range.start(), analysis.range(token).start())
                .slice(text)
                .to_lowercase()
                .contains("case of ")
        };
        VERSUS.contains(&word(token).as_str()) || word(token) == "against" && called()
    })?;
    let place = analysis.range(between);
    let side = |range: TextRange| {
        let names = analysis.names.iter().map(|name| name.range);
        // Not the number of the docket.
        names
            .filter(|&name| range.contains_range(name))
            .filter(|&name| !name.slice(text).contains(|c: char| c.is_ascii_digit()))
            .min_by_key(|name| name.start())
    };
    let first = side(TextRange::new(sentence.range.start(), place.start()))?;
    let second = side(TextRange::new(place.end(), sentence.range.end()))?;
    // A case that somebody tells of has a verb before or behind it.
    let told = analysis.tokens_in(first.cover(second)).any(|token| {
        matches!(analysis.upos(token), Upos::Verb | Upos::Aux) && analysis.xpos(token) != "VBN"
    });
    let name = |range: TextRange| one_line(range.slice(text));
    (!told).then(|| format!("{} {} {}", name(first), place.slice(text), name(second)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::analyze;
    use crate::testing;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let document = testing::document(text);
        let analysis = analyze(&document);
        assert_eq!(hearing(&document, &analysis).as_deref(), expected, "{text}");
    }

    #[test]
    fn a_case_is_called() {
        check(
            "Okay, the next case will be Ana Ruiz, versus Tom Hall, the owner of a yard?\n\nThe toll is void.",
            Some("In court, in the case of Ana Ruiz versus Tom Hall:"),
        );
        check(
            "Good morning. In the case of Ana Ruiz against Tom Hall, for the appellant: Eva Lund.\n\nThank you.",
            Some("In court, in the case of Ana Ruiz against Tom Hall:"),
        );
    }

    #[test]
    fn counsel_greets_the_court() {
        check(
            "Madam Chief Justice, and may it please the Court: the toll is void.\n\nWhy is it?",
            Some("In court:"),
        );
        check("My Lords, thank you.\n\nThe Chief Justice knows the toll.", Some("In court:"));
    }

    #[test]
    fn who_tells_of_a_case_is_not_in_court() {
        check("I have read Ruiz v. Hall twice, and I think that the toll is void.", None);
        check("“Your honor, the toll is void,” I said. I was young then.", None);
        check("My Lords, I beg to move that the toll be cut.", None);
    }
}
