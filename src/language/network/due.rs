//! `The court is due to rule`, where `due to` was taken for a preposition: no verb stands behind one.

use super::children;
use crate::language::{Arc, Deprel, Sentence, Tag, Upos};

/// Makes `due` the head, and the verb what is due.
pub(super) fn mend(sentences: &[Sentence], tags: &[Tag], arcs: &mut [Arc]) {
    for sentence in sentences {
        for due in sentence.tokens.clone() {
            let Arc { head: Some(verb), deprel: Deprel::Case } = arcs[due] else { continue };
            let to = due + 1;
            let is_due = tags[due].lemma == "due"
                && verb > to
                && tags[verb].xpos == "VB"
                && arcs[to] == Arc { head: Some(due), deprel: Deprel::Fixed };
            if !is_due {
                continue;
            }
            let raised: Vec<usize> = children(arcs, &sentence.tokens, verb)
                .filter(|&child| {
                    child < due
                        || arcs[child].deprel == Deprel::Punct && tags[child].upos == Upos::Punct
                })
                .collect();
            for child in raised {
                arcs[child].head = Some(due);
            }
            arcs[due] = arcs[verb];
            arcs[verb] = Arc { head: Some(due), deprel: Deprel::Xcomp };
            arcs[to] = Arc { head: Some(verb), deprel: Deprel::Mark };
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::language::{Deprel, analyze};
    use crate::testing::document;

    #[test]
    fn what_is_due_is_still_to_come() {
        let document = document("The Lords are due to debate the toll in June.");
        let analysis = analyze(&document);
        let debate = (0..analysis.tokens.len())
            .find(|&token| analysis.word(&document, token) == "debate")
            .expect("the text has the word");
        assert_eq!(analysis.deprel(debate), Deprel::Xcomp);
        assert_eq!(analysis.head(debate).map(|due| analysis.word(&document, due)), Some("due"));
    }
}
