//! Verbs that cannot be what the tree makes of them: a past tense is never coordinated with an infinitive.

use crate::language::{Arc, Deprel, Tag};

/// Hangs `accused` in "said it would fail and accused them" on `said`: the nearest verb in the past above the
/// infinitive that stands before it.
pub(super) fn mend(tags: &[Tag], arcs: &mut [Arc]) {
    for verb in 0..arcs.len() {
        let Arc { head: Some(infinitive), deprel: Deprel::Conj } = arcs[verb] else { continue };
        let alone = tags[verb].xpos == "VBD" && tags[infinitive].xpos == "VB";
        if !alone || infinitive > verb || has_subject_or_auxiliary(arcs, verb) {
            continue;
        }
        // Bounded for the sake of damaged trees; no sentence is deeper.
        let above = std::iter::successors(arcs[infinitive].head, |&above| arcs[above].head)
            .take(20)
            .find(|&above| tags[above].xpos == "VBD" && above < infinitive);
        if let Some(above) = above {
            arcs[verb].head = Some(above);
        }
    }
}

fn has_subject_or_auxiliary(arcs: &[Arc], verb: usize) -> bool {
    // Dependents of a verb stand near it.
    let near = verb.saturating_sub(30)..(verb + 30).min(arcs.len());
    arcs[near].iter().any(|arc| {
        arc.head == Some(verb)
            && matches!(
                arc.deprel,
                Deprel::Nsubj
                    | Deprel::NsubjPass
                    | Deprel::Csubj
                    | Deprel::CsubjPass
                    | Deprel::Expl
                    | Deprel::Aux
                    | Deprel::AuxPass
                    | Deprel::Cop
            )
    })
}

#[cfg(test)]
mod tests {
    use crate::language::{Deprel, analyze};
    use crate::testing::document;

    #[test]
    fn a_past_tense_is_not_coordinated_with_an_infinitive() {
        let text = "Its president said the plan would leave sailors worse off and accused the ministry of bad faith.";
        let analysis = analyze(&document(text));
        let token =
            |word: &str| analysis.tokens.iter().position(|token| token.range.slice(text) == word);
        let accused = token("accused").expect("it is there");
        assert_eq!(analysis.arcs[accused].deprel, Deprel::Conj);
        assert_eq!(analysis.arcs[accused].head, token("said"));
    }
}
