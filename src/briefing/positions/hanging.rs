//! What says nothing by itself: a sentence of the author's that hangs on the one before or behind it, and `they said they had`.

use std::ops::Range;

use super::claim::{Claim, Manner};
use super::view::View;
use crate::briefing::judgement;
use crate::language::{Deprel, Upos};

/// Whether a sentence says nothing without the one before or behind it: `That is true`, `So does the mayor`, `He should do two
/// things.`
pub(super) fn hangs_on_another(view: &View<'_>, root: usize, tokens: Range<usize>) -> bool {
    let mut words = tokens.clone().filter(|&token| view.is_word(token));
    let first = words.next();
    let inverted = first.is_some_and(|so| view.is_one_of(so, &["so", "nor", "neither"]))
        && words.next().is_some_and(|aux| {
            view.is_one_of(
                aux,
                &["am", "are", "did", "do", "does", "had", "has", "have", "is", "was", "were"],
            )
        });
    let bare = view.analysis.subject(root).is_some_and(|subject| {
        view.is_one_of(subject, &["that", "this"]) && first == Some(subject)
    });
    let judged = bare
        && view.child(root, Deprel::Cop).is_some()
        && tokens.clone().filter(|&token| view.is_word(token)).count() < 9;
    // "One is that the tax hurts the poor", "On the second it is too early to judge": of what, is told before.
    let ordinal = |token: usize| {
        view.is_one_of(token, &["first", "second", "third", "other", "latter", "former"])
    };
    let counted = first.is_some_and(|one| {
        let is = |at: usize| view.is_one_of(at, &["is", "was"]);
        view.is(one, "one") && (is(one + 1) || view.is(one + 1, "that"))
            || view.is(one, "the") && ordinal(one + 1) && is(one + 2)
            || view.is_one_of(one, &["on", "for", "as", "to"])
                && view.is(one + 1, "the")
                && ordinal(one + 2)
                && !matches!(view.upos(one + 3), Upos::Noun | Upos::Propn | Upos::Adj)
    });
    // "It has so far refused": who has; but "it is time to act".
    let clause = |child: usize| {
        child > root
            && matches!(
                view.deprel(child),
                Deprel::Acl | Deprel::Advcl | Deprel::Ccomp | Deprel::Csubj | Deprel::Xcomp
            )
    };
    let it = view.analysis.subject(root).is_some_and(|subject| {
        view.is(subject, "it")
            && view.deprel(subject) != Deprel::Expl
            && view.cast.actor_of_token(subject).is_none()
            && first == Some(subject)
    }) && view.child(root, Deprel::Expl).is_none()
        && !view.children(root).any(clause);
    inverted
        || judged
        || counted
        || it
        || judgement::counts_what_follows(view.document, view.analysis, root)
}

/// `They said they had`, `she said she did not`: what they had, the line would not tell. `asked whether he would go` behind
/// `when` tells only on what occasion he said what he said.
pub(super) fn is_elliptic(view: &View<'_>, claim: &Claim) -> bool {
    let alone = |head: usize| {
        (view.upos(head) == Upos::Aux
            || view.is_one_of(head, &["had", "did", "have", "do", "does", "has"]))
            && view.child(head, Deprel::Cop).is_none()
            && view.deprel(head) == Deprel::Ccomp
            && view.quotation(head).is_none()
    };
    // "She said she was", "he said he was in Selm": the second tells where.
    let told = |head: usize| {
        // "They say they have overrun it", read as two clauses.
        let second = || {
            view.head(head).is_some_and(|cue| {
                view.analysis.children_as(cue, Deprel::Ccomp).any(|other| other > head)
            })
        };
        second()
            || view
                .children(head)
                .any(|child| child > head && view.is_word(child) && !view.is_negation(child))
    };
    // "…, she was quoted as saying": the line would tell only that.
    let quoted = claim.manner == Manner::Passive
        && claim.cue.is_some_and(|cue| {
            let last = view.sentence(cue).end - 1;
            view.is(cue, "quoted")
                && view.is(cue + 1, "as")
                && (cue + 3..=last).all(|at| !view.is_word(at))
        });
    // "quoted her as saying", whose words are told by themselves.
    let last = claim.content.last().map(|range| view.analysis.tokens_in(*range).end);
    let empty = last.and_then(|end| end.checked_sub(2)).is_some_and(|as_| {
        claim.cue.is_some_and(|cue| view.lemma(cue) == "quote")
            && view.is(as_, "as")
            && view.is(as_ + 1, "saying")
    });
    if quoted || empty {
        return true;
    }
    let occasion =
        claim.manner != Manner::Quotation && claim.cue.is_some_and(|cue| view.is_occasion(cue));
    occasion || claim.head.is_some_and(|head| alone(head) && !told(head))
}
