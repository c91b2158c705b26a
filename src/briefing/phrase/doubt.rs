//! When a pronoun is better left as it is: the chains guess whom it means, and a sentence of a summary may not guess.

use super::clause::Tree;
use crate::briefing::actors::Cast;
use crate::briefing::{ActorId, ActorKind};
use crate::language::coref::{Gender, words};
use crate::language::{Deprel, NameKind, Upos};

/// Whether `actor` is too bold a guess for the pronoun at `token`, or needs no name: the sentence names it later, speaks of
/// some of several, or has said a noun that the pronoun may mean as well. `nouns` are those of the sentence so far.
pub(super) fn is_unsure(
    tree: &Tree<'_>,
    cast: &Cast,
    nouns: &[usize],
    token: usize,
    actor: ActorId,
) -> bool {
    let word = tree.word(token).to_lowercase();
    let means = |at: usize| cast.actor_of_token(at) == Some(actor);
    let end = tree.analysis.sentences[tree.analysis.sentence_of(token)].tokens.end;
    // "This spring, as he was taking office, Ruiz left."
    let named_later = (token + 1..end).any(|at| tree.upos(at) == Upos::Propn && means(at));
    // "Most of them left."
    let some_of = tree.head(token).is_some_and(|head| {
        !matches!(tree.upos(head), Upos::Noun | Upos::Propn | Upos::Verb)
            && tree.children(token).any(|case| tree.is_word(case, &["of"]))
    });
    named_later
        || some_of
        || is_some_of(tree, cast, token, actor)
        || nouns.iter().any(|&noun| !means(noun) && agrees(tree, cast, noun, &word))
        || is_one_of_two(tree, cast, token, &word, actor)
        || is_of_a_quotation(tree, cast, token, actor)
}

/// `Some Democrats say they will not vote`: not all that the name stands for.
pub(super) fn is_some_of(tree: &Tree<'_>, cast: &Cast, token: usize, actor: ActorId) -> bool {
    let start = tree.analysis.sentences[tree.analysis.sentence_of(token)].tokens.start;
    let noun = (start..token).rev().find(|&at| {
        matches!(tree.upos(at), Upos::Noun | Upos::Propn) && cast.actor_of_token(at) == Some(actor)
    });
    tree.is_word(token, &["they", "them", "their", "themselves"])
        && noun.is_some_and(|noun| {
            tree.children(noun).any(|det| {
                tree.is_word(det, &["few", "many", "most", "several", "some"])
                    || tree.deprel(det) == Deprel::Nummod
            })
        })
}

/// Whether only words that somebody is quoted with speak of `actor` before: whoever says them is meant more often.
fn is_of_a_quotation(tree: &Tree<'_>, cast: &Cast, token: usize, actor: ActorId) -> bool {
    /// In sentences.
    const BACK: usize = 4;
    let here = tree.analysis.sentence_of(token);
    if tree.quotations_over(token).next().is_some() {
        return false;
    }
    let mut quoted = false;
    for sentence in tree.analysis.sentences[here.saturating_sub(BACK)..here].iter().rev() {
        for at in sentence.tokens.clone() {
            if cast.actor_of_token(at) != Some(actor) {
                continue;
            }
            if tree.quotations_over(at).next().is_none() {
                return false;
            }
            quoted = true;
        }
    }
    quoted
}

/// Whether the sentence before speaks of another actor whom the pronoun fits as well, and `actor` is not its subject.
fn is_one_of_two(tree: &Tree<'_>, cast: &Cast, token: usize, word: &str, actor: ActorId) -> bool {
    let here = tree.analysis.sentence_of(token);
    let Some(last) = here.checked_sub(1) else { return false };
    let subject = tree.analysis.root(last).and_then(|root| tree.subject(root));
    let other = |noun: usize| {
        let meant = cast.actor_of_token(noun);
        meant.is_some_and(|meant| meant != actor) && agrees(tree, cast, noun, word)
    };
    subject.and_then(|at| cast.actor_of_token(at)) != Some(actor)
        && tree.analysis.sentences[last].tokens.clone().any(other)
}

/// Whether the noun may be what the pronoun `word` of the third person stands for.
fn agrees(tree: &Tree<'_>, cast: &Cast, noun: usize, word: &str) -> bool {
    let actor = cast.actor_of_token(noun);
    let kind = actor.and_then(|actor| cast.actor(actor)).map(|actor| actor.kind);
    let lemma = tree.lemma(noun).to_lowercase();
    let person = match kind {
        Some(kind) => kind == ActorKind::Person,
        None => {
            words::is_person(&lemma)
                || words::is_title(&lemma)
                || tree.analysis.name_kind(noun) == Some(NameKind::Person)
        }
    };
    let gender = actor.map_or(Gender::Unknown, |actor| cast.gender(actor));
    // "Ruiz fans want her": a name inside another noun may be meant as well.
    let part = matches!(tree.deprel(noun), Deprel::Compound | Deprel::Flat) && actor.is_none();
    let many = matches!(tree.xpos(noun), "NNS" | "NNPS");
    let fits = match word {
        "he" | "him" | "his" => person && !many && gender != Gender::Female,
        "she" | "her" => person && !many && gender != Gender::Male,
        "it" | "its" => !person && !many,
        _ => many || !person && kind.is_some(),
    };
    fits && !part && tree.upos(noun).is_nominal()
}
