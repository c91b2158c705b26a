//! Subjects that the parser left with the clause before: as an apposition of its last noun, or as the object of the verb that
//! takes the clause.

use super::parsed::{Changes, Parsed, arc};
use crate::language::{Arc, Deprel};

impl Parsed<'_> {
    /// `While the town has yet to pay Lee's bill, Lee's partner has gone`, with the partner as another word for the bill.
    pub(super) fn behind_opening(&self, noun: usize) -> Option<Changes> {
        let Arc { head: Some(first), deprel: Deprel::Appos | Deprel::Conj } = self.arcs[noun]
        else {
            return None;
        };
        let words = self.subtree(noun);
        let comma = words.start.checked_sub(1).filter(|&at| self.word(at) == ",")?;
        let verb = (words.end..self.sentence.end).find(|&verb| {
            self.arcs[verb].head.is_none() && self.has_tense(verb) && self.is_bare(verb)
        })?;
        // The clause before it, which opens the sentence with its mark and holds the noun.
        let clause = self.children(verb).find(|&clause| {
            clause < comma
                && self.arcs[clause].deprel == Deprel::Advcl
                && self.subtree(clause).start == self.sentence.start
                && self.is_below(first, clause)
        })?;
        let marked = matches!(
            self.word(self.sentence.start).to_lowercase().as_str(),
            "after"
                | "although"
                | "as"
                | "because"
                | "before"
                | "if"
                | "once"
                | "since"
                | "though"
                | "unless"
                | "when"
                | "while"
        );
        let next = (words.end..verb).all(|at| {
            self.is_mark(at)
                || self.arcs[at].head == Some(verb)
                    && !matches!(self.arcs[at].deprel, Deprel::Advcl | Deprel::Obl)
        });
        let joined = self.children(noun).any(|cc| self.arcs[cc].deprel == Deprel::Cc);
        (marked && next && !joined && clause < noun)
            .then(|| vec![(noun, arc(verb, self.subject_of(verb)))])
    }

    /// `agreed no boats were to be sold`, with the boats as what was agreed and the rest as a clause without a subject.
    pub(super) fn content_of(&self, verb: usize) -> Option<Changes> {
        let Arc { head: Some(cue), deprel: Deprel::Xcomp | Deprel::Ccomp } = self.arcs[verb] else {
            return None;
        };
        let auxiliary = self.children(verb).find(|&aux| {
            matches!(self.arcs[aux].deprel, Deprel::Aux | Deprel::AuxPass | Deprel::Cop)
        })?;
        let tensed = matches!(self.tags[auxiliary].xpos, "VBD" | "VBZ" | "VBP" | "MD");
        let object = self.children(cue).find(|&object| {
            object > cue
                && self.arcs[object].deprel == Deprel::Obj
                && self.is_noun(object)
                && self.subtree(object).end == auxiliary
        })?;
        // "told the story of a guard who was ill", "told the guard the boat was lost": whom or what is told.
        let told = matches!(
            self.tags[cue].lemma.as_str(),
            "assure"
                | "convince"
                | "inform"
                | "persuade"
                | "remind"
                | "show"
                | "teach"
                | "tell"
                | "warn"
        );
        let relates = self
            .subtree(object)
            .any(|at| matches!(self.tags[at].xpos, "WP" | "WDT" | "WRB" | "WP$"));
        (tensed && !told && !relates && self.is_bare(verb) && cue < object).then(|| {
            vec![(object, arc(verb, self.subject_of(verb))), (verb, arc(cue, Deprel::Ccomp))]
        })
    }

    pub(super) fn subject_of(&self, verb: usize) -> Deprel {
        let passive = self.children(verb).any(|aux| self.arcs[aux].deprel == Deprel::AuxPass);
        if passive { Deprel::NsubjPass } else { Deprel::Nsubj }
    }

    /// Whether nothing is its subject, nor a question word.
    pub(super) fn is_bare(&self, verb: usize) -> bool {
        !self.children(verb).any(|child| {
            self.arcs[child].deprel.is_subject()
                || matches!(
                    self.arcs[child].deprel,
                    Deprel::Csubj | Deprel::CsubjPass | Deprel::Expl
                )
                || matches!(self.tags[child].xpos, "WP" | "WDT" | "WRB")
        })
    }

    pub(super) fn has_tense(&self, verb: usize) -> bool {
        self.is_finite(verb)
            || self.children(verb).any(|aux| {
                aux < verb
                    && matches!(self.arcs[aux].deprel, Deprel::Aux | Deprel::AuxPass | Deprel::Cop)
                    && matches!(self.tags[aux].xpos, "VBD" | "VBZ" | "VBP" | "MD")
            })
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::Mended;

    #[test]
    fn who_acts_behind_an_opening_clause_is_no_other_word_for_its_last_noun() {
        let mended = Mended::of(
            "While Mayor Tom Lee has yet to endorse Governor Ann Moe’s re-election bid, Lee’s running mate — Clerk Ida \
             Hall — has thrown her support behind Moe.",
        );
        assert_eq!(mended.subjects("thrown"), ["mate"]);
    }

    #[test]
    fn what_was_agreed_is_a_clause_with_its_subject() {
        let mended = Mended::of("The guards agreed no boats were to be sold, Lee said.");
        assert_eq!((mended.head("boats"), mended.head("sold")), (Some("sold"), Some("agreed")));
    }
}
