//! `The court is due to rule`, where `due to` was taken for a preposition: no verb stands behind one.

use std::ops::Range;

use super::children;
use crate::language::{Arc, Deprel, Sentence, Tag, Upos};

/// Makes `due` the head, and the verb what is due.
pub(super) fn mend(sentences: &[Sentence], tags: &[Tag], arcs: &mut [Arc]) {
    for sentence in sentences {
        for due in sentence.tokens.clone() {
            let to = due + 1;
            let fixed = sentence.tokens.contains(&to)
                && tags[due].lemma == "due"
                && arcs[to] == Arc { head: Some(due), deprel: Deprel::Fixed };
            if !fixed {
                continue;
            }
            let bare = |verb: usize| verb > to && tags[verb].xpos == "VB";
            // "is due to rule", with `to` alone on the wrong word.
            let below = children(arcs, &sentence.tokens, due).find(|&verb| {
                let clause = matches!(
                    arcs[verb].deprel,
                    Deprel::Xcomp | Deprel::Ccomp | Deprel::Csubj | Deprel::Advcl
                );
                bare(verb) && clause
            });
            let above =
                arcs[due].head.filter(|&verb| arcs[due].deprel == Deprel::Case && bare(verb));
            if let Some(verb) = below.or(above) {
                raise(due, verb, &sentence.tokens, tags, arcs);
            }
        }
    }
}

/// Hangs the verb on `due`, and on `due` what stands before it and the marks.
fn raise(due: usize, verb: usize, sentence: &Range<usize>, tags: &[Tag], arcs: &mut [Arc]) {
    let is_raised = |child: &usize| {
        *child < due || arcs[*child].deprel == Deprel::Punct && tags[*child].upos == Upos::Punct
    };
    let raised: Vec<usize> = children(arcs, sentence, verb).filter(is_raised).collect();
    for child in raised {
        arcs[child].head = Some(due);
    }
    if arcs[due].head == Some(verb) {
        arcs[due] = arcs[verb];
    }
    arcs[verb] = Arc { head: Some(due), deprel: Deprel::Xcomp };
    arcs[due + 1] = Arc { head: Some(verb), deprel: Deprel::Mark };
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

    #[test]
    fn what_is_due_has_an_infinitive() {
        let document = document("Ana Lee is due to address the convention on Thursday.");
        let analysis = analyze(&document);
        let to = (0..analysis.tokens.len())
            .find(|&token| analysis.word(&document, token) == "to")
            .expect("the text has the word");
        assert_eq!(analysis.deprel(to), Deprel::Mark);
        let due = analysis.head(to).and_then(|verb| analysis.head(verb));
        assert_eq!(due, Some(to - 1));
        assert_eq!(analysis.head(0), due);
    }
}
