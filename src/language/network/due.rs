//! `The court is due to rule`, where `due to` was taken for a preposition: no verb stands behind one.

use super::parsed::{Changes, Draft, Parsed, arc};
use crate::language::{Deprel, Upos};

/// Makes `due` the head, and the verb what is due.
pub(super) fn mend(draft: &mut Draft<'_>) {
    draft.mend_each(|text, token| text.due(token));
}

impl Parsed<'_> {
    /// Hangs the verb on `due`, and on `due` what stands before it and the marks.
    fn due(&self, due: usize) -> Option<Changes> {
        let to = due + 1;
        let fixed = self.sentence.contains(&to)
            && self.tags[due].lemma == "due"
            && self.arcs[to] == arc(due, Deprel::Fixed);
        if !fixed {
            return None;
        }
        let bare = |verb: usize| verb > to && self.tags[verb].xpos == "VB";
        // "is due to rule", with `to` alone on the wrong word.
        let below = self.children(due).find(|&verb| {
            let clause = matches!(
                self.arcs[verb].deprel,
                Deprel::Xcomp | Deprel::Ccomp | Deprel::Csubj | Deprel::Advcl
            );
            bare(verb) && clause
        });
        let above = || {
            self.arcs[due].head.filter(|&verb| self.arcs[due].deprel == Deprel::Case && bare(verb))
        };
        let verb = below.or_else(above)?;
        let is_raised = |&child: &usize| {
            let mark =
                self.arcs[child].deprel == Deprel::Punct && self.tags[child].upos == Upos::Punct;
            child < due || mark
        };
        let raised = self.children(verb).filter(is_raised);
        let mut changes: Changes =
            raised.map(|child| (child, arc(due, self.arcs[child].deprel))).collect();
        if self.arcs[due].head == Some(verb) {
            changes.push((due, self.arcs[verb]));
        }
        changes.extend([(verb, arc(due, Deprel::Xcomp)), (to, arc(verb, Deprel::Mark))]);
        Some(changes)
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
