//! Clauses about what may be: `may`, `might`, `could`.

use super::{Clause, Found};
use crate::briefing::Basis;
use crate::briefing::phrase::Mood;
use crate::language::Deprel;

/// Participles that tell how things stand, and nothing that is done to them.
const STANDING: &[&str] = &[
    "based",
    "biased",
    "bound",
    "connected",
    "contaminated",
    "exaggerated",
    "flawed",
    "headed",
    "hidden",
    "infected",
    "inflated",
    "justified",
    "linked",
    "located",
    "misguided",
    "misplaced",
    "mistaken",
    "motivated",
    "outdated",
    "overblown",
    "overestimated",
    "overrated",
    "overstated",
    "overvalued",
    "poised",
    "related",
    "set",
    "underestimated",
    "understated",
    "undervalued",
    "warranted",
];

impl Clause<'_, '_> {
    /// `may`, `might`, `could`, and what somebody hopes, fears or finds likely.
    pub(super) fn hedged(&self) -> Option<Found> {
        let tree = &self.writer.tree;
        let auxiliaries = tree.auxiliaries(self.head);
        let modal =
            *auxiliaries.first().filter(|&&aux| tree.is_word(aux, &["may", "might", "could"]))?;
        let perfect = auxiliaries.iter().any(|&aux| aux != modal && tree.lemma(aux) == "have");
        let can = tree.is_word(modal, &["could"]);
        // "could not name them", "may not care", "could no longer stay": what was not so, or may be.
        let no_longer = tree.children(self.head).any(|child| {
            tree.is_word(child, &["longer"]) && child > 0 && tree.is_word(child - 1, &["no"])
        });
        let negated = tree.negation(self.head).is_some() || no_longer;
        if self.is_granted(modal, can)
            || can && self.was_able(modal)
            || self.only_says_so(modal)
            || self.is_of_a_wish(modal)
            || self.is_polled()
            || self.is_turn_of_may()
            || self.is_one_of_many(self.head)
            // "could have won" did not.
            || perfect && !tree.is_word(modal, &["may"])
            || negated && !perfect
        {
            return None;
        }
        // "may be exaggerated", "Many more may exist": about now as well.
        let copula = tree.child(self.head, |deprel| deprel == Deprel::Cop).is_some()
            || STANDING.contains(&tree.word(self.head))
            || tree.lemma(self.head) == "exist";
        // "might be back in time".
        let soon = tree
            .children(self.head)
            .any(|child| tree.is_word(child, &["soon", "next", "eventually", "later", "time"]));
        // "may even be hiding it": is it?
        let going_on = tree.xpos(self.head) == "VBG"
            && auxiliaries.iter().any(|&aux| tree.is_word(aux, &["be"]));
        // "It may be hard to reach one": will it be?
        let to_do = tree.child(self.head, |deprel| deprel == Deprel::Expl).is_some()
            && tree.children(self.head).any(|what| what > self.head && tree.is_infinitive(what));
        let mood = match () {
            () if (to_do || self.is_willing()) && !can && !perfect => Mood::Modal("will"),
            () if going_on && !can && !soon => Mood::Present,
            () if perfect => Mood::Past,
            () if can => Mood::Kept,
            // "may be at sea" is about now, "may be released" about what comes.
            () if copula && !soon => Mood::Present,
            () => Mood::Modal("will"),
        };
        let text = if negated {
            self.writer.yes_no(self.head, mood, negated)?
        } else {
            self.whether_done(mood).filter(|text| !self.lost_its_condition(text))?
        };
        let relative = matches!(self.deprel(), Deprel::AclRelcl | Deprel::Advcl);
        let openness = match () {
            // "The party may be united", as the article sees it: a way to put what is.
            () if copula && !soon && !can && !perfect && self.deprel() != Deprel::Ccomp => 0.2,
            () if can => 0.6,
            () if tree.is_word(modal, &["may"]) => 0.85,
            () => 0.7,
        };
        Some(Found {
            text,
            basis: Basis::Unresolved,
            openness: if relative { openness * 0.8 } else { openness },
        })
    }

    /// Whether what may be is granted for the sake of what stands against it.
    fn is_granted(&self, modal: usize, can: bool) -> bool {
        let tree = &self.writer.tree;
        // "While it may be large, it is poor".
        let though =
            !can && self.deprel() == Deprel::Advcl && self.mark(&["while", "although", "though"]);
        // "It may be large, but it is poor".
        let but = |but: usize| {
            tree.deprel(but) == Deprel::Conj
                // "but the mayor says it will not" grants nothing.
                && !tree.children(but).any(|said| tree.deprel(said) == Deprel::Ccomp)
                && tree.children(but).any(|cc| tree.is_word(cc, &["but", "yet"]))
        };
        // "wherever it may be".
        let ever = tree.children(self.head).any(|ever| {
            tree.is_word(ever, &["however", "whatever", "whenever", "wherever", "whoever"])
        });
        // "may as well have", "there may be reasons": turns of speech.
        let as_well = tree.is_word(modal + 1, &["as"]) && tree.is_word(modal + 2, &["well"]);
        let there = tree.subject(self.head).is_some_and(|what| {
            matches!(tree.lemma(what), "reason" | "way" | "exception" | "explanation")
                && tree.child(self.head, |deprel| deprel == Deprel::Expl).is_some()
        });
        though || !can && tree.children(self.head).any(but) || ever || as_well || there
    }

    /// Whether `could` tells what somebody was able to do.
    fn was_able(&self, modal: usize) -> bool {
        let tree = &self.writer.tree;
        // "They asked if he could swim": an ability told in the past. "could only laugh": so one did.
        tree.deprel(self.head) == Deprel::Advcl
            || tree.is_word(modal + 1, &["only"])
            || matches!(
                self.lemma(self.head),
                "afford"
                    | "see"
                    | "sense"
                    | "hear"
                    | "feel"
                    | "smell"
                    | "manage"
                    | "name"
                    | "recall"
                    | "tell"
            )
            // "He was rich and could afford it".
            || self.deprel() == Deprel::Conj
                && self.governor().is_some_and(|above| self.in_past(above))
    }

    /// Whether it is but what one says or thinks: that leaves nothing open.
    fn only_says_so(&self, modal: usize) -> bool {
        let tree = &self.writer.tree;
        let lemma = self.lemma(self.head);
        // "we might call it luck".
        let speaks = tree
            .is_word(tree.subject(self.head).unwrap_or(modal), &["we", "one", "you", "i"])
            && matches!(
                lemma,
                "call" | "say" | "ask" | "argue" | "think" | "add" | "note" | "expect" | "imagine"
            );
        // "Some may think that".
        let thinks = matches!(
            lemma,
            "think"
                | "say"
                | "wonder"
                | "ask"
                | "feel"
                | "seem"
                | "argue"
                | "recall"
                | "remember"
                | "hope"
                | "want"
                | "wish"
        );
        // "may be unable to pay": whether one will is asked of the payment.
        let unable = matches!(lemma, "able" | "unable")
            && tree.child(self.head, |deprel| deprel == Deprel::Xcomp).is_some();
        // "The hope may be that she will stay": whether she will is asked of the clause inside.
        let outer = tree.child(self.head, |deprel| deprel == Deprel::NsubjOuter).is_some();
        speaks || thinks || unable || outer
    }

    /// Whether it is wished, meant or only looks so.
    fn is_of_a_wish(&self, modal: usize) -> bool {
        let tree = &self.writer.tree;
        // "so that readers may learn more".
        let purpose = !self.opens_with_so() && (self.mark(&["so"]) || self.follows_so());
        // "May it please the court".
        let wish = tree
            .subject(self.head)
            .is_some_and(|subject| modal < subject && tree.head(subject) == Some(self.head))
            && tree.child(self.head, |deprel| deprel == Deprel::Expl).is_none();
        // "looked as if it might sink": how it looked.
        let as_if = self.deprel() == Deprel::Advcl
            && tree.children(self.head).any(|mark| {
                tree.is_word(mark, &["if", "though"]) && tree.is_word(mark.wrapping_sub(1), &["as"])
            });
        purpose || wish || as_if
    }

    /// "may come as no surprise", "may go some way to", "might make sense": nobody waits to hear whether.
    fn is_turn_of_may(&self) -> bool {
        let tree = &self.writer.tree;
        let has = |words: &[&str]| {
            tree.subtree(self.head, |_| true).iter().any(|&at| tree.is_word(at, words))
        };
        match tree.lemma(self.head) {
            // "You may want to wait": advice.
            "want" => true,
            "come" => has(&["surprise", "shock", "relief"]),
            "go" => has(&["way"]) && has(&["some"]),
            "make" => tree
                .child(self.head, |deprel| deprel == Deprel::Obj)
                .is_some_and(|what| tree.lemma(what) == "sense"),
            _ => false,
        }
    }

    /// "So the boats may stay": what follows, and no purpose.
    fn opens_with_so(&self) -> bool {
        let analysis = self.writer.tree.analysis;
        analysis
            .sentences
            .get(analysis.sentence_of(self.head))
            .is_some_and(|sentence| self.writer.tree.is_word(sentence.tokens.start, &["so"]))
    }

    /// "..., so readers may learn more".
    fn follows_so(&self) -> bool {
        let tree = &self.writer.tree;
        tree.subtree(self.head, |_| true).first().is_some_and(|&first| {
            tree.is_word(first, &["so"]) || tree.is_word(first.wrapping_sub(1), &["so"])
        })
    }
}
