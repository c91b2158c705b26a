//! Clauses that tell how things stand: what the question is, and what remains as it is.

use super::super::lexicon::OPEN_PREDICATES;
use super::{Clause, Found};
use crate::briefing::Basis;
use crate::briefing::phrase::clause::is_subject;
use crate::briefing::phrase::{Cut, Mood};
use crate::language::coref::words;
use crate::language::{Deprel, Upos};

impl Clause<'_, '_> {
    /// `is looking into what caused the crash`, `an inquiry into how it began`.
    pub(super) fn is_sought_into(&self, above: usize) -> bool {
        let tree = &self.writer.tree;
        let seeks = matches!(
            tree.lemma(above),
            "delve" | "dig" | "inquest" | "inquiry" | "investigation" | "look" | "probe"
        );
        seeks
            && (above..self.head).any(|into| {
                tree.is_word(into, &["into"])
                    && crate::briefing::phrase::is_question_word(tree, into + 1)
            })
    }

    /// `who ordered it remains a mystery`.
    pub(super) fn is_mystery(&self, above: usize) -> bool {
        let tree = &self.writer.tree;
        let unsolved = |at: usize| {
            matches!(tree.lemma(at), "enigma" | "mystery" | "puzzle" | "riddle")
                && tree.negation(at).is_none()
        };
        unsolved(above)
            || matches!(tree.lemma(above), "be" | "remain" | "stay")
                && tree.children(above).any(|at| at > above && unsolved(at))
    }

    /// `the question is how they paid`, `a key problem is where it will stand`.
    pub(super) fn posed(&self) -> Option<Found> {
        let tree = &self.writer.tree;
        let outer = tree.child(self.head, |deprel| deprel == Deprel::NsubjOuter)?;
        // "The hope is that he will come".
        let may_be = matches!(
            tree.lemma(outer),
            "hope" | "fear" | "danger" | "risk" | "argument" | "claim" | "expectation" | "plan"
        );
        if may_be && self.mark(&["that"]) {
            let text = self.writer.yes_no(self.head, Mood::Reported, true)?;
            let disputed = matches!(tree.lemma(outer), "argument" | "claim");
            let basis = if disputed { Basis::Disputed } else { Basis::Unresolved };
            return Some(Found { text, basis, openness: 0.6 });
        }
        // "What remains unclear is who paid".
        let open = tree.is_word(outer, &["what"])
            && tree
                .subtree(outer, |_| true)
                .into_iter()
                .any(|word| OPEN_PREDICATES.iter().any(|(open, _)| tree.is_word(word, &[open])));
        if !open
            && !matches!(tree.lemma(outer), "question" | "mystery" | "puzzle" | "issue" | "problem")
        {
            return None;
        }
        let phrase = self.writer.question_phrase(self.head)?;
        let first = phrase.first().copied().filter(|&first| first > outer)?;
        let whole = self.writer.wh_question(self.head, None);
        let text = whole.or_else(|| self.writer.wh_infinitive(self.head)).or_else(|| {
            // "The question is, why should they pay": asked outright.
            let mut asked: Vec<usize> = tree.subtree(self.head, |_| true);
            asked.retain(|&token| token >= first);
            while asked.last().is_some_and(|&last| tree.upos(last) == Upos::Punct) {
                asked.pop();
            }
            let inverted = tree.auxiliaries(self.head).into_iter().any(|aux| {
                aux > first && tree.subject(self.head).is_some_and(|subject| aux < subject)
            });
            inverted.then(|| self.writer.question_as_asked(&asked)).flatten()
        })?;
        Some(Found { text, basis: Basis::Unresolved, openness: 0.9 })
    }

    /// `is investigating the bank`: what will it find out?
    pub(super) fn examined(&self) -> Option<Found> {
        let tree = &self.writer.tree;
        let looks = matches!(self.lemma(self.head), "investigate" | "probe" | "examine");
        let now = tree.xpos(self.head) == "VBG"
            && tree.finite(self.head).is_some_and(|at| matches!(tree.xpos(at), "VBZ" | "VBP"));
        // "The bank is being investigated".
        let passive = matches!(self.lemma(self.head), "investigate" | "probe")
            && tree.xpos(self.head) == "VBN"
            && tree.auxiliaries(self.head).iter().any(|&aux| tree.is_word(aux, &["being"]));
        if let Some(subject) =
            tree.child(self.head, |deprel| deprel == Deprel::NsubjPass).filter(|_| passive)
        {
            let who = self.writer.subject_line(subject)?;
            let text = format!("What will the investigation of {who} find?");
            return Some(Found { text, basis: Basis::Unresolved, openness: 0.6 });
        }
        let object =
            tree.child(self.head, |deprel| deprel == Deprel::Obj).filter(|_| looks && now)?;
        // "The attorney general" with two subjects: a slip of the tree.
        let n_subjects = tree.children(self.head).filter(|&at| is_subject(tree.deprel(at))).count();
        let subject = tree.subject(self.head).filter(|_| n_subjects == 1)?;
        let who = self.writer.subject_line(subject)?;
        let what = self
            .writer
            .noun_asked(object, Cut::Clauses)
            .filter(|line| !line.dangling && line.text.split(' ').count() <= 14)?;
        let text = format!("What will {who} find out about {}?", what.text);
        Some(Found { text, basis: Basis::Unresolved, openness: 0.6 })
    }

    /// "..., whether they rent or own": a choice that a comma sets off changes nothing.
    pub(super) fn is_set_off_choice(&self) -> bool {
        let tree = &self.writer.tree;
        let words = tree.subtree(self.head, |_| true);
        let first = words.iter().copied().find(|&at| tree.upos(at) != Upos::Punct);
        let comma = first.and_then(|first| first.checked_sub(1));
        comma.is_some_and(|before| tree.is_word(before, &[",", "–", "—", "-", "--"]))
            && words.iter().any(|&at| tree.is_word(at, &["or"]))
    }

    /// Inside "If there were any doubt about where he stood": that there is one is a turn of speech.
    pub(super) fn is_supposed(&self) -> bool {
        let tree = &self.writer.tree;
        tree.ancestors(self.head).any(|above| {
            tree.deprel(above) == Deprel::Advcl
                && tree
                    .children(above)
                    .any(|mark| tree.deprel(mark) == Deprel::Mark && tree.is_word(mark, &["if"]))
                && tree.finite(above).is_some_and(|finite| tree.is_word(finite, &["were", "was"]))
        })
    }

    /// "A voter asked if she would run": not the voter.
    pub(super) fn is_of_the_asker(&self) -> bool {
        let tree = &self.writer.tree;
        tree.subject(self.head).zip(self.governor()).is_some_and(|(who, above)| {
            tree.upos(who) == Upos::Pron
                && self.lemma(above) == "ask"
                && tree.subject(above).is_some_and(|asker| {
                    tree.children(asker).any(|det| tree.is_word(det, &["a", "an", "one"]))
                        && self.writer.means_same(who, asker)
                })
        })
    }

    /// "do not mind whether a guest pays": any guest.
    pub(super) fn is_of_any_one(&self) -> bool {
        let tree = &self.writer.tree;
        tree.subject(self.head).is_some_and(|who| {
            let noun = tree.lemma(who);
            (words::is_person(noun) || words::is_title(noun))
                && tree.children(who).any(|det| tree.is_word(det, &["a", "an"]))
                && !tree.children(who).any(|told| {
                    matches!(
                        tree.deprel(told),
                        Deprel::Acl
                            | Deprel::AclRelcl
                            | Deprel::Amod
                            | Deprel::Compound
                            | Deprel::Nmod
                    )
                })
        })
    }

    /// "The question is not whether he goes, but how", "regardless of whether he goes", "did not care whether".
    pub(super) fn is_no_question(&self) -> bool {
        let tree = &self.writer.tree;
        let denied = tree.children(self.head).any(|mark| {
            tree.is_word(mark, &["whether"])
                && (tree.is_word(mark.wrapping_sub(1), &["not"])
                    // "is not so much whether he goes".
                    || tree.is_word(mark.wrapping_sub(1), &["much"])
                        && tree.is_word(mark.wrapping_sub(2), &["so"])
                    || tree.is_word(mark.wrapping_sub(2), &["regardless", "irrespective"]))
        });
        denied
            || self
                .governor()
                .is_some_and(|above| self.lemma(above) == "care" && self.is_negated(above))
    }
}
