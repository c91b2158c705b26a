//! `Ana and Tom Lund`: two who share a surname and are named nowhere else are one group, for no name of the first stands in
//! the text.

use std::ops::Range;

use super::mend::Words;
use super::tidy::named;
use crate::language::lexicon::Senses;
use crate::language::{Name, NameKind, Upos};

/// Joins those who are named together and never apart.
pub(super) fn join_couples(words: &Words<'_>, names: &mut Vec<Name>) {
    let couples: Vec<Range<usize>> = (1..names.len())
        .filter(|&second| is_couple(words, &names[second - 1], &names[second]))
        .filter(|&second| !is_apart(words, names, second))
        .map(|second| names[second - 1].tokens.start..names[second].tokens.end)
        .collect();
    for tokens in couples {
        let whole = named(words.tokens, tokens, NameKind::Group);
        names.retain(|name| !name.range.overlaps(whole.range));
        names.push(whole);
    }
    names.sort_by_key(|name| name.tokens.start);
}

/// `Ana` or `Ana J.`, and behind an `and` a whole name that starts with a given one.
fn is_couple(words: &Words<'_>, first: &Name, second: &Name) -> bool {
    let given = |name: &Name| {
        name.kind == NameKind::Person && words.senses(name.tokens.start).any(Senses::GIVEN)
    };
    let initial = |at: usize| words.word(at).chars().count() == 2 && words.word(at).ends_with('.');
    let short = first.tokens.len() == 1 || first.tokens.len() == 2 && initial(first.tokens.end - 1);
    // `President Roe and Ana Lund`.
    let titled = words
        .title_before(first.tokens.start)
        .is_some_and(|title| title.starts_with(char::is_uppercase));
    given(first)
        && given(second)
        && short
        && !titled
        && words.word(first.tokens.end) == "and"
        && first.tokens.end + 1 == second.tokens.start
        && (2..=3).contains(&second.tokens.len())
        && words.word(first.tokens.start) != words.word(second.tokens.start)
}

/// Whether one of the two is named elsewhere: by either given name, as the surname of somebody, or by the surname alone.
fn is_apart(words: &Words<'_>, names: &[Name], second: usize) -> bool {
    let given = [&names[second - 1], &names[second]].map(|name| words.word(name.tokens.start));
    let surname = words.word(names[second].tokens.end - 1);
    let is_couples = |nth: usize| {
        let left = nth.max(1) - 1;
        is_couple(words, &names[left], &names[left + 1])
            || nth > 0 && nth + 1 < names.len() && is_couple(words, &names[nth], &names[nth + 1])
    };
    names.iter().enumerate().filter(|(nth, _)| *nth + 1 != second && *nth != second).any(
        |(nth, name)| {
            let (first, last) = (name.tokens.start, name.tokens.end - 1);
            let called = name.tokens.clone().any(|at| given.contains(&words.word(at)));
            // `the Lund brothers`, `the Lund network`.
            let alone = name.tokens.len() == 1
                && words.word(first) == surname
                && words.upos(name.tokens.end) != Some(Upos::Noun);
            let other = name.tokens.len() > 1 && words.word(last) == surname && !is_couples(nth);
            called && !is_couples(nth) || alone || other
        },
    )
}

#[cfg(test)]
mod tests {
    use crate::language::NameKind;
    use crate::language::names::tests::names_of;

    #[test]
    fn two_of_one_surname_are_a_group_unless_named_apart() {
        let group = ("Robert and Rebekah Mercero", NameKind::Group);
        let text = "The donors Robert and Rebekah Mercero gave money. Their network was big.";
        assert!(names_of(text).contains(&group));
        let text = "The donors Robert and Rebekah Mercero gave money. Rebekah Mercero left.";
        assert!(!names_of(text).contains(&group));
    }
}
