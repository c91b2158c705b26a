//! What somebody does by saying, wanting or believing something, and how firmly: the act of a cue, turned round where
//! the cue is negated and told from the content where the cue is no more than `said`.

use super::carrier;
use super::claim::{Claim, Manner};
use super::lexicon::{self, Polarity};
use super::verbal;
use super::view::View;
use crate::briefing::{Act, Certainty, certainty};
use crate::language::{Deprel, Upos};
use crate::text::TextRange;

/// Whether the cue itself is negated: `has not recognized`.
fn is_cue_negated(view: &View<'_>, claim: &Claim) -> Option<TextRange> {
    let cue = claim
        .cue
        .filter(|_| claim.manner != Manner::Preposition && claim.manner != Manner::Label)?;
    certainty::negation(view.document, view.analysis, cue)
        .or_else(|| verbal::fronted_negation(view, cue))
}

/// The act, turned round where the cue is negated: who has not recognized a state opposes it.
pub(super) fn of(view: &View<'_>, claim: &Claim) -> Act {
    if is_cue_negated(view, claim).is_none() {
        return if claim.act == Act::Says { act_of_content(view, claim) } else { claim.act };
    }
    match (claim.act, claim.polarity) {
        (Act::Denies, _) => Act::Says,
        (Act::Supports, _) => Act::Opposes,
        (Act::Opposes, Polarity::Against) => Act::Supports,
        (act, _) => act,
    }
}

/// What somebody does by saying it: who says that he will, promises; who says that others must, demands.
fn act_of_content(view: &View<'_>, claim: &Claim) -> Act {
    let Some(head) =
        claim.head.or_else(|| claim.content.first().and_then(|range| quoted_head(view, *range)))
    else {
        return Act::Says;
    };
    let last = claim.content.last().map_or("", |range| range.slice(view.text()));
    if last.trim_end_matches(['”', '"', '’', '\'']).ends_with('?') {
        return Act::Asks;
    }
    let modal = |words: &[&str]| {
        view.children(head)
            .any(|child| view.deprel(child) == Deprel::Aux && view.is_one_of(child, words))
    };
    let subject = view.analysis.subject(head);
    let own = subject.is_some_and(|subject| {
        let quoted = view.quotation(subject).is_some();
        let same = claim.holder.is_some_and(|holder| {
            let actor = view.cast.actor_of_token(subject);
            actor.is_some() && actor == view.cast.actor_of_token(view.antecedent(holder))
        });
        (quoted && view.is_one_of(subject, &["I", "we"])) || (!quoted && same)
    });
    // "We strongly oppose the law": who says so does it.
    if own && let Some(act) = act_of_verb(view, head) {
        return act;
    }
    if own && modal(&["will", "’ll", "'ll", "wo", "would"]) {
        return Act::Promises;
    }
    if own && view.is(head, "going") && view.child(head, Deprel::Xcomp).is_some() {
        return Act::Plans;
    }
    let needed = view.is_one_of(head, &["necessary", "urgent", "essential", "imperative", "vital"])
        && view.child(head, Deprel::Cop).is_some();
    if needed {
        return Act::Demands;
    }
    let obliged =
        matches!(view.lemma(head), "need" | "have") && view.child(head, Deprel::Xcomp).is_some();
    if modal(&["must", "should", "ought"]) || (obliged && !own) {
        return Act::Demands;
    }
    if own && matches!(view.lemma(head), "think" | "believe" | "hope" | "feel" | "expect") {
        return Act::Believes;
    }
    Act::Says
}

/// The act of a verb that is itself a cue, by its first frame: `oppose`, `urge`, `fear`.
fn act_of_verb(view: &View<'_>, verb: usize) -> Option<Act> {
    if view.upos(verb) != Upos::Verb || is_negated(view, verb) {
        return None;
    }
    let entries = lexicon::entries(view.lemma(verb), lexicon::Class::Verb);
    let whole = entries.iter().find(|entry| {
        entry.rest.iter().enumerate().all(|(at, word)| view.is(verb + 1 + at, word))
    })?;
    let act = whole.frames.first()?.act;
    (act != Act::Says).then_some(act)
}

/// Whether the negation of a verb leaves its matter open: `has not ruled out`, `did not deny`.
fn leaves_open(view: &View<'_>, verb: usize) -> bool {
    lexicon::entries(view.lemma(verb), lexicon::Class::Verb).iter().any(|entry| {
        entry.rest.iter().enumerate().all(|(at, word)| view.is(verb + 1 + at, word))
            && entry.frames.first().is_some_and(|frame| {
                frame.act == Act::Denies || frame.polarity == Polarity::Against
            })
    })
}

fn is_negated(view: &View<'_>, verb: usize) -> bool {
    certainty::negation(view.document, view.analysis, verb).is_some()
}

/// Cues that leave open what they report.
const TENTATIVE: &[&str] = &[
    "suggest",
    "hint",
    "imply",
    "insinuate",
    "hope",
    "question",
    "suspect",
    "speculate",
    "guess",
    "theorize",
    "theorise",
    "conjecture",
    "hypothesize",
    "mull",
    "weigh",
    "contemplate",
    "ponder",
    "wonder",
    "rumor",
    "rumour",
    "suspicion",
    "speculation",
    "hint",
    "suggestion",
];

/// How firm the position is, and the words that make it less than asserted.
pub(super) fn firmness(view: &View<'_>, claim: &Claim) -> (Certainty, Option<TextRange>) {
    let negated = is_cue_negated(view, claim);
    if let Some(marker) = negated {
        // "has not ruled out" leaves it open.
        let open = claim.act == Act::Denies || claim.polarity == Polarity::Against;
        return (if open { Certainty::Hedged } else { Certainty::Negated }, Some(marker));
    }
    if let Some(verb) = carrier::ending(view, claim) {
        return (Certainty::Negated, Some(view.range(verb)));
    }
    // "No Tory backed it"
    if let Some(holder) = claim.holder.filter(|&holder| view.is_denied(holder)) {
        return (Certainty::Negated, Some(view.source(view.antecedent(holder))));
    }
    if let Some(cue) = claim
        .cue
        .filter(|_| matches!(claim.manner, Manner::Predicate | Manner::Clause | Manner::Passive))
        && let Some(marker) = certainty::hedge(view.document, view.analysis, cue)
    {
        return (Certainty::Hedged, Some(marker));
    }
    if claim.act == Act::Denies {
        return (Certainty::Negated, claim.cue_range);
    }
    let refused = claim.cue.is_some_and(|cue| {
        let word = view.lower(cue);
        word.starts_with("refus") || word.starts_with("declin") || word == "unwilling"
    });
    if refused {
        return (Certainty::Negated, claim.cue_range);
    }
    if claim.cue.is_some_and(|cue| TENTATIVE.contains(&view.lemma(cue)))
        && claim.manner != Manner::Quotation
    {
        return (Certainty::Hedged, claim.cue_range);
    }
    let head =
        claim.head.or_else(|| claim.content.first().and_then(|range| quoted_head(view, *range)));
    // Who asks denies nothing, and "asked them not to leave" is a firm wish.
    let last = claim.content.last().map_or("", |range| range.slice(view.text()));
    let asks = last.trim_end_matches(['”', '"', '’', '\'']).ends_with('?');
    let wished = claim.act == Act::Demands && head.is_some_and(|head| view.is_infinitive(head));
    if asks || wished {
        return (Certainty::Asserted, None);
    }
    // "According to the bank, the king has not ruled out a tax": open, whoever hands it on.
    if claim.manner == Manner::Preposition
        && let Some(head) = head
        && let Some(marker) = certainty::negation(view.document, view.analysis, head)
        && leaves_open(view, head)
    {
        return (Certainty::Hedged, Some(marker));
    }
    let own = head.map_or((Certainty::Asserted, None), |head| {
        certainty::of(view.document, view.analysis, head)
    });
    if claim.manner != Manner::Author || own.0 != Certainty::Asserted {
        return own;
    }
    // A judgement that hedges anywhere is not firm.
    let tokens = claim.content.iter().flat_map(|range| view.analysis.tokens_in(*range));
    let hedge = tokens
        .filter(|&token| {
            view.is_one_of(token, &["may", "might", "could"]) && view.upos(token) == Upos::Aux
        })
        .map(|token| view.range(token))
        .next();
    hedge.map_or(own, |marker| (Certainty::Hedged, Some(marker)))
}

/// The word that heads the first sentence of a quotation.
fn quoted_head(view: &View<'_>, range: TextRange) -> Option<usize> {
    let tokens = view.analysis.tokens_in(range);
    let first = tokens.clone().find(|&token| view.is_word(token))?;
    let sentence = view.sentence(first);
    let inside = tokens.start.max(sentence.start)..tokens.end.min(sentence.end);
    view.analysis.head_of(inside).filter(|&head| view.is_word(head))
}

#[cfg(test)]
mod tests {
    use crate::briefing::{Act, actors, positions};
    use crate::language;
    use crate::testing::document;

    #[track_caller]
    fn check(text: &str, act: Act) {
        let document = document(text);
        let analysis = language::analyze(&document);
        let cast = actors::find(&document, &analysis);
        let acts: Vec<Act> = positions::find(&document, &analysis, &cast)
            .iter()
            .map(|position| position.act)
            .collect();
        assert_eq!(acts, [act], "{text}");
    }

    #[test]
    fn who_says_that_he_does_it_does_it() {
        check("“We strongly oppose the new law,” Ana Lee said.", Act::Opposes);
        check("“We will close the port in May,” Ana Lee said.", Act::Promises);
        check("“The law must be changed at once,” Ana Lee said.", Act::Demands);
        check("Ana Lee asked whether the port was closed.", Act::Asks);
    }
}
