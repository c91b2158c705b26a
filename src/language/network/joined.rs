//! What the parser joins wrongly: what a condition is a condition of, whose second verb it is, who acts in the second, and the
//! two words of `attorney general`.

use super::conjunct::has_subject_or_auxiliary;
use crate::language::coref::is_one_office;
use crate::language::{Arc, Deprel, Tag, Upos};

/// Mends each verb of a document.
pub(super) fn mend(tags: &[Tag], arcs: &mut [Arc]) {
    for verb in 0..arcs.len() {
        give_subject(tags, arcs, verb);
        leave_to_relative(tags, arcs, verb);
        give_condition(tags, arcs, verb);
        tie_mark(tags, arcs, verb);
        join_general(tags, arcs, verb);
    }
}

/// `the attorney general`, read as two nouns: one office, which the second word heads.
fn join_general(tags: &[Tag], arcs: &mut [Arc], general: usize) {
    let Some(office) = general.checked_sub(1) else { return };
    let apart = arcs[general].head == Some(office)
        || arcs[general].head == arcs[office].head && arcs[general].deprel == arcs[office].deprel;
    if !apart
        || tags[office].xpos != "NN"
        || tags[general].lemma != "general"
        || !is_one_office(&tags[office].lemma, "general")
    {
        return;
    }
    arcs[general] = arcs[office];
    // Dependents of a noun stand near it.
    for token in general.saturating_sub(12)..(general + 12).min(arcs.len()) {
        if arcs[token].head == Some(office) && token != general {
            arcs[token].head = Some(general);
        }
    }
    arcs[office] = Arc { head: Some(general), deprel: Deprel::Compound };
}

/// `Her body was found in a field and police believe that`: behind a past nobody but the police can.
fn give_subject(tags: &[Tag], arcs: &mut [Arc], verb: usize) {
    let Arc { head: Some(first), deprel: Deprel::Conj } = arcs[verb] else { return };
    let now = tags[verb].xpos == "VBP" && first < verb && !has_subject_or_auxiliary(arcs, verb);
    let helped = |token: usize| {
        arcs[token].head == Some(first)
            && matches!(arcs[token].deprel, Deprel::Aux | Deprel::AuxPass)
    };
    let finite = (first.saturating_sub(8)..first).find(|&token| helped(token)).unwrap_or(first);
    let noun = (verb.saturating_sub(2)..verb).rev().find(|&token| tags[token].upos != Upos::Adv);
    let Some(noun) = noun.filter(|&noun| {
        now && tags[finite].xpos == "VBD"
            && arcs[noun].deprel == Deprel::Conj
            && (tags[noun].xpos == "NNS" || tags[noun].lemma == "police")
    }) else {
        return;
    };
    let and = (noun.saturating_sub(6)..noun)
        .find(|&and| arcs[and] == (Arc { head: Some(noun), deprel: Deprel::Cc }));
    if let Some(and) = and {
        arcs[and].head = Some(verb);
        arcs[noun] = Arc { head: Some(verb), deprel: Deprel::Nsubj };
    }
}

/// `voiced concern about a man who was arrested and has confessed`: the man has. Of the six of this form in 840 news articles
/// all were the second verb of the relative clause.
fn leave_to_relative(tags: &[Tag], arcs: &mut [Arc], verb: usize) {
    let Arc { head: Some(first), deprel: Deprel::Conj } = arcs[verb] else { return };
    let near = verb.saturating_sub(6)..verb;
    let child = |deprels: &[Deprel]| {
        near.clone()
            .find(|&token| arcs[token].head == Some(verb) && deprels.contains(&arcs[token].deprel))
    };
    let helped = child(&[Deprel::Aux, Deprel::AuxPass]).is_some();
    let subject = child(&[Deprel::Nsubj, Deprel::NsubjPass, Deprel::Expl, Deprel::Csubj]).is_some();
    let (Some(and), true) = (child(&[Deprel::Cc]), helped && !subject && first < verb) else {
        return;
    };
    let Some(last) = and.checked_sub(1).filter(|&last| tags[last].upos != Upos::Punct) else {
        return;
    };
    // Bounded for the sake of damaged trees; no sentence is deeper.
    let mut above = std::iter::successors(Some(last), |&at| arcs[at].head).take(20);
    let told_by_who = |clause: usize| {
        (clause.saturating_sub(8)..clause).any(|who| {
            arcs[who].head == Some(clause)
                && arcs[who].deprel.is_subject()
                && matches!(tags[who].xpos, "WDT" | "WP")
        })
    };
    let relative = above
        .find(|&at| arcs[at].deprel == Deprel::AclRelcl || at == first)
        .filter(|&at| at != first && at > first && told_by_who(at));
    if let Some(relative) = relative {
        arcs[verb].head = Some(relative);
    }
}

/// `says while rates were cut, fees remain high`: two clauses of one verb, of which the first is a condition of the second.
fn give_condition(tags: &[Tag], arcs: &mut [Arc], clause: usize) {
    let Arc { head: Some(cue), deprel: Deprel::Ccomp } = arcs[clause] else { return };
    let conditional = (clause.saturating_sub(12)..clause).any(|mark| {
        arcs[mark] == (Arc { head: Some(clause), deprel: Deprel::Mark })
            && cue < mark
            && matches!(
                tags[mark].lemma.as_str(),
                "although"
                    | "as"
                    | "because"
                    | "if"
                    | "once"
                    | "since"
                    | "though"
                    | "unless"
                    | "while"
            )
    });
    if cue > clause || !conditional {
        return;
    }
    let second = (clause + 1..(clause + 40).min(arcs.len()))
        .find(|&token| arcs[token] == (Arc { head: Some(cue), deprel: Deprel::Ccomp }));
    if let Some(second) = second {
        arcs[clause] = Arc { head: Some(second), deprel: Deprel::Advcl };
    }
}

/// `though strong winds are due`, with the first word hung on the adjective: it ties the clause.
fn tie_mark(tags: &[Tag], arcs: &mut [Arc], mark: usize) {
    let Arc { head: Some(head), deprel: Deprel::Advmod } = arcs[mark] else { return };
    if !matches!(tags[mark].lemma.as_str(), "though" | "although") || head != mark + 1 {
        return;
    }
    let clause = std::iter::successors(Some(head), |&at| arcs[at].head)
        .take(4)
        .find(|&at| arcs[at].deprel == Deprel::Advcl && at > head);
    if let Some(clause) = clause {
        arcs[mark] = Arc { head: Some(clause), deprel: Deprel::Mark };
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::Mended;
    use crate::language::Deprel;

    #[test]
    fn no_single_thing_believe() {
        let mended = Mended::of(
            "The chest was found ten days later in a field and police believe it was stolen.",
        );
        assert_eq!(mended.subjects("believe"), ["police"]);
    }

    #[test]
    fn the_second_verb_is_that_of_the_relative_clause() {
        let mended = Mended::of(
            "The minister has voiced concern about a clerk who was held in Selm and has reportedly confessed to theft.",
        );
        assert_eq!(mended.head("confessed"), Some("held"));
    }

    #[test]
    fn a_condition_belongs_to_what_is_said() {
        let mended = Mended::of(
            "The bank's Ana Lee says while the board again cut interest rates yesterday, card rates remain high.",
        );
        assert_eq!((mended.head("cut"), mended.deprel("cut")), (Some("remain"), Deprel::Advcl));
    }

    #[test]
    fn an_attorney_general_is_one() {
        let mended = Mended::of("The Oslo attorney general, Lena James, sued the port.");
        assert_eq!(
            (mended.head("attorney"), mended.deprel("attorney")),
            (Some("general"), Deprel::Compound)
        );
        assert_eq!(mended.subjects("sued"), ["general"]);
    }

    #[test]
    fn a_mark_ties_its_clause() {
        let mended = Mended::of(
            "It appears the worst may have passed though strong winds are expected to keep crews busy.",
        );
        assert_eq!(
            (mended.head("though"), mended.deprel("though")),
            (Some("expected"), Deprel::Mark)
        );
    }
}
