//! `the Government`, as papers of one country write it of their own: a name where the text tells of no state whose it is.

use super::mend::Words;
use super::tidy::named;
use crate::language::lexicon::Senses;
use crate::language::{Name, NameKind, Upos};

/// The names, with that of the government.
pub(super) fn with_government(words: &Words<'_>, mut names: Vec<Name>) -> Vec<Name> {
    let all: Vec<usize> = (1..words.tokens.len())
        .filter(|&at| matches!(words.word(at), "Government" | "government" | "governments"))
        .collect();
    let written = |at: usize, article: &str| {
        at > 0 && words.word(at - 1) == article && words.word(at) == "Government"
    };
    let (inside, opens) = (|at: usize| written(at, "the"), |at: usize| written(at, "The"));
    let doubtful =
        |at: usize| is_of_somebody(words, at) || (inside(at) || opens(at)) && is_beside(words, at);
    if !all.iter().any(|&at| inside(at)) || all.iter().any(|&at| doubtful(at)) {
        return names;
    }
    let named_so = |name: &Name| {
        name.tokens.len() == 1 && (inside(name.tokens.start) || opens(name.tokens.start))
    };
    for name in names.iter_mut().filter(|name| named_so(name)) {
        name.kind = NameKind::Organization;
    }
    let free = |at: usize| names.iter().all(|name| !name.tokens.contains(&at));
    let found: Vec<Name> = all
        .into_iter()
        .filter(|&at| inside(at) || opens(at))
        .filter(|&at| free(at) && words.upos(at + 1) != Some(Upos::Noun))
        .map(|at| named(words.tokens, at..at + 1, NameKind::Organization))
        .collect();
    names.extend(found);
    names.sort_by_key(|name| name.tokens.start);
    names
}

/// `the Norwegian Government`, `the Government of Norway`, `Roe's government`, and `the government` of a text that has no
/// capital for it everywhere.
fn is_of_somebody(words: &Words<'_>, at: usize) -> bool {
    let before = words.word(at - 1);
    let small = words.word(at).starts_with(char::is_lowercase);
    let owner = before.starts_with(char::is_uppercase) && !matches!(before, "The" | "This" | "A")
        || words.senses(at - 1).any(Senses::ADJECTIVE)
        || matches!(before, "'s" | "’s" | "'" | "’");
    owner || small && before.eq_ignore_ascii_case("the") || words.word(at + 1) == "of"
}

/// Whether the sentence tells of a state, whose government it may well be.
fn is_beside(words: &Words<'_>, at: usize) -> bool {
    let (from, end) = words.sentence(at);
    let states = Senses::STATE | Senses::CAPITAL | Senses::DEMONYM;
    (from..end)
        .any(|at| words.word(at).starts_with(char::is_uppercase) && words.senses(at).any(states))
}

#[cfg(test)]
mod tests {
    use crate::language::NameKind;
    use crate::language::names::tests::names_of;

    #[test]
    fn the_government_that_no_state_is_told_of_has_a_name() {
        let government = ("Government", NameKind::Organization);
        let text = "Mr Lund accepts the need for the Government to cut waste. The Government left.";
        let found = names_of(text).into_iter().filter(|name| *name == government).count();
        assert_eq!(found, 2);
        for text in [
            "Mr Lund accepts the need for the Government to cut waste. The Norwegian Government left.",
            "A spokesman for the Government says Norway deals with them.",
        ] {
            assert!(!names_of(text).contains(&government), "{text}");
        }
    }
}
