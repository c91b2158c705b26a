//! Cues that are adjectives or participles: `aware that`, `made clear that`.

use super::arguments::is_expletive;
use super::claim::Claim;
use super::complement::after_preposition;
use super::cue::{cue_range, is_supposed};
use super::lexicon::{self, Class, Complement, Frame};
use super::nominal::case_of;
use super::occasion::is_circumstance;
use super::subject::subject;
use super::view::View;
use crate::briefing::Act;
use crate::language::Deprel;

/// The claim that the adjective or participle `word` makes, if it is a cue here.
pub(super) fn of_adjective(view: &View<'_>, word: usize) -> Option<Claim> {
    // "made sure that the road was open": nobody believes it, and before it is made, nobody has seen to it.
    let made = view
        .head(word)
        .filter(|&make| view.deprel(word) == Deprel::Xcomp && view.lemma(make) == "make");
    let sure = made.is_some() && view.is_one_of(word, &["sure", "certain"]);
    let told = sure || view.is_one_of(word, &["clear", "known", "plain", "public"]);
    let tensed =
        made.filter(|&make| told && (view.has_tense(make) || view.has_tense(view.tensed(make))));
    if sure && tensed.is_none() || is_supposed(view, word) {
        return None;
    }
    let lower = view.lower(word);
    let mut best: Option<(u8, Claim)> = None;
    for entry in lexicon::entries(&lower, Class::Adjective) {
        if !entry.rest.iter().all(|rest| view.is(word + 1, rest)) {
            continue;
        }
        for frame in &entry.frames {
            let Some((rank, claim)) = adjective_frame(view, word, frame) else { continue };
            if best.as_ref().is_none_or(|(best, _)| rank > *best) {
                best = Some((rank, claim));
            }
        }
    }
    let (_, mut claim) = best?;
    if let Some(make) = tensed {
        claim.cue = Some(make);
        claim.cue_range = Some(cue_range(view, make, &[word], None).cover(view.range(word)));
        if sure {
            claim.act = Act::Plans;
        }
    }
    Some(claim)
}

fn adjective_frame(view: &View<'_>, word: usize, frame: &Frame) -> Option<(u8, Claim)> {
    let after = || view.children(word).filter(|&child| child > word);
    let clausal =
        |child: usize| matches!(view.deprel(child), Deprel::Ccomp | Deprel::Advcl | Deprel::Xcomp);
    let mut case = None;
    let (rank, head, content) = match frame.complement {
        Complement::Clause => {
            let clause = after().find(|&child| {
                clausal(child)
                    && view.is_finite(child)
                    && !view.is_question(child)
                    && (view.deprel(child) == Deprel::Ccomp
                        || view.children(child).any(|mark| view.is(mark, "that")))
            })?;
            (8, clause, view.content(clause, &[]))
        }
        Complement::Question => {
            let clause = after().find(|&child| clausal(child) && view.is_question(child))?;
            (8, clause, view.content(clause, &[]))
        }
        Complement::Infinitive => {
            // "The king was happy to sign", with the signing as a second subject.
            let clause = after().find(|&child| {
                (clausal(child) || view.deprel(child) == Deprel::Csubj) && view.is_infinitive(child)
            })?;
            (7, clause, view.content(clause, &[]))
        }
        Complement::Preposition(words) => {
            let head = after().find(|&child| {
                view.preposition(child).as_deref() == Some(words) && !is_circumstance(view, child)
            })?;
            case = case_of(view, head);
            (5, head, after_preposition(view, head)?)
        }
        _ => return None,
    };
    let holder =
        adjective_holder(view, word).filter(|&holder| view.suits(holder, frame.strength))?;
    let mut claim = Claim::new(word, cue_range(view, word, &[], case), frame);
    claim.holder = Some(holder);
    claim.head = Some(head);
    claim.content = content;
    (!claim.content.is_empty()).then_some((rank, claim))
}

fn adjective_holder(view: &View<'_>, word: usize) -> Option<usize> {
    // "leaving its staff unsure about the port": the staff are.
    let left = || {
        // "It will leave them unsure": they are not yet.
        let above = view.head(word).filter(|&above| {
            view.deprel(word) == Deprel::Xcomp
                && matches!(view.xpos(above), "VBD" | "VBN" | "VBG")
                && view.children(above).all(|child| view.xpos(child) != "MD")
        })?;
        view.child(above, Deprel::Obj)
            .filter(|&object| above < object && object < word && !view.is(object, "it"))
    };
    if let Some(object) = left() {
        return Some(object);
    }
    let found = subject(view, word).or_else(|| {
        let above = view.head(word)?;
        match view.deprel(word) {
            // "voters angry about prices"
            Deprel::Amod | Deprel::Acl if above < word => Some(above),
            Deprel::Xcomp | Deprel::Advcl | Deprel::Conj => subject(view, above),
            _ => None,
        }
    })?;
    // "It is likely, but not certain, that": nobody is.
    let it = view.is(found, "it") && view.is(word, "certain");
    (!it && !is_expletive(view, found)).then_some(found)
}
