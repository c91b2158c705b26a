//! Whether a verb of seeing or deciding leaves open what it governs.

use super::Clause;
use crate::briefing::phrase::Mood;
use crate::language::{Deprel, Upos};

impl Clause<'_, '_> {
    /// "waits to see who comes", "it remains to be seen", "we will see": what one has seen is known.
    pub(super) fn waits_to_see(&self, above: usize) -> bool {
        let tree = &self.writer.tree;
        let to_be_seen = tree.is_word(above, &["seen"]) && tree.xpos(above) == "VBN";
        let modal = tree.finite(above).is_some_and(|at| tree.xpos(at) == "MD");
        let waits = |verb: usize| {
            matches!(
                tree.lemma(verb),
                "anxious"
                    | "curious"
                    | "eager"
                    | "fascinating"
                    | "good"
                    | "have"
                    | "hope"
                    | "interested"
                    | "interesting"
                    | "keen"
                    | "let"
                    | "like"
                    | "look"
                    | "love"
                    | "need"
                    | "remain"
                    | "wait"
                    | "want"
                    | "watch"
            )
        };
        // "let's wait and see who comes".
        let beside = matches!(tree.deprel(above), Deprel::Conj | Deprel::Xcomp);
        to_be_seen && tree.children(above).any(|to| tree.xpos(to) == "TO")
            || modal
            || tree.head(above).is_some_and(|verb| {
                (tree.is_infinitive(above) || beside && tree.xpos(above) == "VB")
                    && waits(verb)
                    // "were supposed to see".
                    && !tree.auxiliaries(verb).iter().any(|&aux| tree.is_word(aux, &["had"]))
            })
    }

    /// "We go on, whether I win or whether Lee wins": nothing depends on it. "It is not clear how loyal they are if he leads": how
    /// loyal they are is not.
    pub(super) fn is_second_choice(&self) -> bool {
        let tree = &self.writer.tree;
        let Some(above) = self.governor() else { return false };
        let beside = self.deprel() == Deprel::Conj
            && tree.deprel(above) == Deprel::Advcl
            && tree.children(above).any(|mark| tree.is_word(mark, &["whether"]));
        let other = self.deprel() == Deprel::Advcl
            && self.mark(&["if"])
            && tree.children(above).any(|clause| {
                (above..self.head).contains(&clause)
                    && clause != self.head
                    && self.writer.question_phrase(clause).is_some()
            });
        beside || other
    }

    /// "a vote decided who would sit": in the past, and not denied.
    pub(super) fn is_decided(&self, above: usize) -> bool {
        let tree = &self.writer.tree;
        matches!(tree.lemma(above), "choose" | "decide" | "determine")
            && tree.finite(above) == Some(above)
            && tree.xpos(above) == "VBD"
            && tree.negation(above).is_none()
    }

    /// "If they name anybody she would win", without its comma: the clause has taken the one behind it.
    pub(super) fn has_run_on(&self, clause: usize) -> bool {
        let tree = &self.writer.tree;
        // "if they think he would win": that is what they think.
        let content = |inner: usize| {
            tree.deprel(inner) == Deprel::Ccomp
                && tree.head(inner).is_some_and(|verb| {
                    // "anybody able they would win": no adjective but of knowing says that.
                    let says = tree.upos(verb) == Upos::Verb
                        && !matches!(
                            tree.lemma(verb),
                            "agree" | "choose" | "name" | "nominate" | "vote"
                        );
                    says || matches!(
                        tree.lemma(verb),
                        "afraid"
                            | "aware"
                            | "certain"
                            | "clear"
                            | "confident"
                            | "convinced"
                            | "likely"
                            | "sure"
                            | "worried"
                    )
                })
        };
        tree.subtree(clause, |_| true).into_iter().any(|inner| {
            inner != clause
                && !content(inner)
                && matches!(
                    tree.deprel(inner),
                    Deprel::AclRelcl | Deprel::Ccomp | Deprel::Parataxis | Deprel::Conj
                )
                && tree.subject(inner).is_some_and(|who| {
                    who > clause && tree.is_word(who, &["i", "he", "she", "it", "we", "they"])
                })
                && !tree.children(inner).any(|mark| {
                    matches!(tree.deprel(mark), Deprel::Mark | Deprel::Cc)
                        || matches!(tree.xpos(mark), "WDT" | "WP" | "WRB")
                })
                && tree.finite(inner).is_some_and(|at| {
                    tree.xpos(at) == "MD"
                        || matches!(tree.lemma(inner), "believe" | "say" | "think")
                })
        })
    }

    /// "It would sink if the wind rose", asked without what it depends on.
    pub(super) fn lost_its_condition(&self, text: &str) -> bool {
        let tree = &self.writer.tree;
        // "If he came, I think they would take him": on the verb above.
        let above = self.governor().filter(|_| self.deprel() == Deprel::Ccomp);
        let depends = |clause: usize| tree.conditions(clause).next().is_some();
        (depends(self.head) || above.is_some_and(depends))
            && ["Would ", "Could "].iter().any(|first| text.starts_with(first))
            && ![" if ", " once ", " unless ", " until ", " before "]
                .iter()
                .any(|mark| text.contains(mark))
    }

    /// "may be willing to pay": of what comes.
    pub(super) fn is_willing(&self) -> bool {
        let tree = &self.writer.tree;
        matches!(
            tree.lemma(self.head),
            "able"
                | "eager"
                | "forced"
                | "likely"
                | "obliged"
                | "prepared"
                | "ready"
                | "required"
                | "willing"
        ) && tree.children(self.head).any(|done| {
            tree.deprel(done) == Deprel::Xcomp && done > self.head && tree.is_infinitive(done)
        })
    }

    /// The question whether the clause comes true; of "will try to sell it", whether it is sold.
    pub(super) fn whether_done(&self, mood: Mood) -> Option<String> {
        let tree = &self.writer.tree;
        let done = self.tried().and_then(|done| {
            let modal = *tree.auxiliaries(self.head).first()?;
            let mood = if tree.is_word(modal, &["could"]) { "could" } else { "will" };
            let who = tree.understood_subject(self.head)?;
            self.writer.yes_no_of(done, who, Mood::Modal(mood), true)
        });
        done.or_else(|| self.writer.yes_no(self.head, mood, true))
    }

    /// What one would do of "will try to sell it", "may seek to win": that is asked, unless it hangs on a condition.
    pub(super) fn tried(&self) -> Option<usize> {
        let tree = &self.writer.tree;
        let tries = matches!(
            tree.lemma(self.head),
            "aim" | "attempt" | "hope" | "intend" | "need" | "plan" | "seek" | "strive" | "try"
        );
        let supposed = tree.conditions(self.head).next().is_some();
        tree.children(self.head).find(|&done| {
            tries
                && !supposed
                && done > self.head
                && tree.deprel(done) == Deprel::Xcomp
                && tree.is_infinitive(done)
        })
    }
}
