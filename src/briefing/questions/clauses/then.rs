//! Whether what somebody is about or has a mind to do was of then, or of some of many: no question of what comes.

use super::Clause;
use crate::language::Deprel;

impl Clause<'_, '_> {
    /// "When the guild struck, the mayor pressed it to stop": then.
    pub(super) fn is_of_a_day_told(&self, above: usize) -> bool {
        let tree = &self.writer.tree;
        tree.xpos(above) == "VBD"
            && tree.children(above).any(|then| {
                tree.deprel(then) == Deprel::Advcl
                    && tree.children(then).any(|mark| tree.is_word(mark, &["when"]))
                    && tree.finite(then).is_some_and(|at| tree.xpos(at) == "VBD")
            })
    }

    /// Whether a "but" with a verb of such a tag takes half of it back.
    pub(super) fn is_limited(&self, verb: usize, tags: &[&str]) -> bool {
        let tree = &self.writer.tree;
        tree.children(verb).any(|but| {
            tree.deprel(but) == Deprel::Conj
                && tags.contains(&tree.xpos(but))
                && tree
                    .children(but)
                    .any(|cc| tree.is_word(cc, &["but"]) && tree.deprel(cc) == Deprel::Cc)
        })
    }

    /// "the guests who are willing to stay": which of them, by what they have a mind to.
    pub(super) fn sorts_out(&self, verb: usize) -> bool {
        let tree = &self.writer.tree;
        tree.deprel(verb) == Deprel::AclRelcl
            && matches!(
                tree.lemma(verb),
                "able"
                    | "eager"
                    | "hope"
                    | "like"
                    | "likely"
                    | "ready"
                    | "refuse"
                    | "seek"
                    | "try"
                    | "unable"
                    | "unwilling"
                    | "want"
                    | "willing"
                    | "wish"
            )
            && tree.head(verb).is_some_and(|noun| matches!(tree.xpos(noun), "NNS" | "NNPS"))
    }

    /// Whether a comma parts the relative clause from its noun: "the guilds, which plan to strike".
    pub(super) fn is_set_off(&self, clause: usize) -> bool {
        let tree = &self.writer.tree;
        tree.subtree(clause, |_| true).first().is_some_and(|&first| {
            [first, first.wrapping_sub(1)].iter().any(|&at| tree.word(at) == ",")
        })
    }

    /// "They were trying to sell the mill": by now they did or did not.
    pub(super) fn was_about_to(&self, above: usize) -> bool {
        let tree = &self.writer.tree;
        let reported = tree.deprel(above) == Deprel::Ccomp && !self.is_quoted(above);
        !reported
            && tree
                .finite(above)
                .is_some_and(|finite| finite != above && tree.xpos(finite) == "VBD")
            && matches!(
                tree.lemma(above),
                "try" | "seek" | "attempt" | "struggle" | "strive" | "fight" | "push" | "work"
            )
    }

    /// "She spoke of jobs while trying to explain her plan": told of then, in passing.
    pub(super) fn is_told_beside(&self, above: usize) -> bool {
        let tree = &self.writer.tree;
        tree.xpos(above) == "VBG"
            && tree.auxiliaries(above).is_empty()
            && tree.children(above).any(|mark| tree.is_word(mark, &["while", "when"]))
            && self.is_told(above)
    }

    /// "long before it was ready to act", "since the king ordered them to go": since then it has come about.
    pub(super) fn is_before_then(&self, above: usize) -> bool {
        let tree = &self.writer.tree;
        let marked = |words: &[&str]| tree.children(above).any(|mark| tree.is_word(mark, words));
        // "when a group tries to win": whenever one does.
        tree.deprel(above) == Deprel::Advcl
            && (marked(&["when"])
                || marked(&["before", "until", "since", "after", "once"]) && self.is_told(above))
    }

    /// "They tried to sell the mill": what came of it is known by now, but not of what somebody says.
    pub(super) fn is_tried(&self, above: usize) -> bool {
        let tree = &self.writer.tree;
        // "had tried to sell it" likewise.
        let had = tree.xpos(above) == "VBN"
            && tree.auxiliaries(above).iter().any(|&had| tree.is_word(had, &["had"]));
        if had && matches!(tree.lemma(above), "expect" | "hope" | "intend" | "plan" | "schedule") {
            return true;
        }
        // "The toll was meant to save the port", as the article tells it: it did or did not.
        let meant = matches!(tree.lemma(above), "aim" | "design" | "intend" | "mean" | "resolve")
            && tree.finite(above).is_some_and(|at| tree.xpos(at) == "VBD")
            && !matches!(tree.deprel(above), Deprel::Ccomp | Deprel::Xcomp);
        // "said that it tried to sell it".
        let attempted = (tree.xpos(above) == "VBD" || had)
            && matches!(tree.lemma(above), "try" | "attempt" | "struggle")
            && tree.deprel(above) == Deprel::Ccomp;
        // "hired him to try to save it": what for.
        let purpose = matches!(tree.lemma(above), "try" | "attempt" | "seek")
            && tree.is_infinitive(above)
            && matches!(tree.deprel(above), Deprel::Advcl | Deprel::Acl);
        // "lost the race after failing to stop", "blamed her for wanting to leave": over, or told in passing.
        let beside = tree.xpos(above) == "VBG"
            && tree.auxiliaries(above).is_empty()
            && tree.children(above).any(|mark| {
                mark < above
                    && tree
                        .is_word(mark, &["after", "by", "despite", "for", "from", "of", "without"])
            });
        if meant || attempted || purpose || beside {
            return true;
        }
        (tree.xpos(above) == "VBD" || had)
            && (!matches!(tree.deprel(above), Deprel::Ccomp | Deprel::Advcl)
                // "While the mill tried to stay open, the port grew".
                || tree.deprel(above) == Deprel::Advcl
                    && tree.children(above).any(|mark| {
                        tree.is_word(mark, &["although", "because", "since", "though", "when", "while"])
                    })
                || self.is_told_now(above))
            && matches!(
                tree.lemma(above),
                "try"
                    | "attempt"
                    | "seek"
                    | "want"
                    | "struggle"
                    | "strive"
                    | "fight"
                    | "push"
                    | "agree"
                    | "work"
            )
    }
}
