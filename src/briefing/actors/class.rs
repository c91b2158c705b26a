//! Of what kind somebody is one: `politicians like Ana Ruiz`, `Ana Ruiz and other donors`, `economists Tom Hall and Ana
//! Ruiz`.

use super::done::first_of_several;
use crate::document::Document;
use crate::language::coref::{Form, Mention, words};
use crate::language::{Analysis, Deprel, Upos};
use crate::text::{TextRange, one_line};

/// More words before the noun than these are no kind, but a story.
const MOST_BEFORE: usize = 5;

/// The kind that a text names beside the mention of a person or, else, a body, in the singular, with its place.
pub(super) fn of(
    document: &Document,
    analysis: &Analysis,
    mention: &Mention,
    person: bool,
) -> Option<(String, TextRange)> {
    if mention.form != Form::Name {
        return None;
    }
    let word = |token: usize| analysis.word(document, token);
    let fits = |noun: usize| {
        let lemma = analysis.lemma(noun);
        let kind = if person {
            words::is_person(lemma)
        } else {
            words::is_body(lemma) || lemma.ends_with("er") || lemma.ends_with("or")
        };
        analysis.xpos(noun) == "NNS" && kind
    };
    let first = first_of_several(analysis, mention.head);
    let marked = analysis.children(first).any(|child| {
        child < first
            && matches!(analysis.deprel(child), Deprel::Case | Deprel::Mark)
            && matches!(word(child), "such" | "like" | "including")
    });
    // `critics of the council, including Ana Ruiz`: a parser may tie the name to the nearest noun.
    let above = || analysis.ancestors(first).take(3).find(|&noun| noun < first && fits(noun));
    // `economists Tom Hall and Ana Ruiz`: a noun of several right before the first of several names.
    let titled = || {
        let noun = first.checked_sub(1)?;
        (first != mention.head && fits(noun)).then_some(noun)
    };
    let others = || {
        let mut beside = analysis.children_as(first, Deprel::Conj);
        beside
            .find(|&noun| fits(noun) && analysis.children(noun).any(|child| word(child) == "other"))
    };
    // `her old rivals, Ana Ruiz and Tom Hall,`, `three hopefuls: Ana Ruiz, Tom Hall and Eva Lind`.
    let listed = || {
        let noun = analysis.head(first).filter(|_| analysis.deprel(first) == Deprel::Appos)?;
        let several = analysis.child_as(first, Deprel::Conj).is_some();
        let mark = analysis.subtree(first).start.checked_sub(1)?;
        let parts = |at: usize| matches!(word(at), "," | ":" | "—" | "–" | "--");
        let near = parts(mark) && noun + 1 == mark || parts(mark + 1) && noun == mark;
        (several && near && fits(noun)).then_some(noun)
    };
    let noun = marked.then(above).flatten().or_else(others).or_else(titled).or_else(listed)?;
    let mut start = noun;
    while let Some(before) = start.checked_sub(1) {
        let inside =
            matches!(analysis.upos(before), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Verb)
                && analysis.is_within(before, noun)
                && !matches!(
                    word(before).to_lowercase().as_str(),
                    "other" | "several" | "many" | "some" | "few" | "such" | "more" | "most"
                );
        // `well-known`.
        let hyphen = before > 0 && (word(before) == "-" || word(start) == "-");
        if !(inside || hyphen) || noun - before > MOST_BEFORE {
            break;
        }
        start = before;
    }
    let range = analysis.cover(start..noun + 1);
    let before =
        if start == noun { "" } else { analysis.cover(start..noun).slice(document.text()) };
    let one = analysis.lemma(noun);
    let text = match before.chars().last() {
        None => one.to_owned(),
        // `front-`, and `runner`.
        Some('-') => one_line(&format!("{before}{one}")),
        Some(_) => one_line(&format!("{before} {one}")),
    };
    Some((text, range))
}

#[cfg(test)]
mod tests {
    use crate::briefing::actors::testing::check_role as check;

    #[test]
    fn one_of_a_kind_is_told_by_the_kind() {
        let text =
            "The town was angry with well-known politicians like Anna Okafor and Paul Reyes.";
        check(text, "Anna Okafor", "well-known politician");
        check(text, "Paul Reyes", "well-known politician");
        check(
            "The money came from several rich donors, including Nadia Brandt.",
            "Nadia Brandt",
            "rich donor",
        );
    }

    #[test]
    fn several_names_behind_a_noun_are_each_one_of_them() {
        let text = "The mayor met her old rivals, Anna Okafor and Paul Reyes, on Monday.";
        check(text, "Anna Okafor", "old rival");
        check(text, "Paul Reyes", "old rival");
    }

    #[test]
    fn a_title_of_several_is_that_of_the_second_too() {
        check(
            "The study by the young economists Tom Hall and Nadia Brandt was shown in May.",
            "Nadia Brandt",
            "young economist",
        );
    }
}
