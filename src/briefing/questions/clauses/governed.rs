//! Whether a governor such as `plans to` or `is able to` leaves open what hangs on it.

use super::Clause;
use crate::language::{Deprel, Upos};

/// How a clause hangs on its governor.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Infinitive,
    Gerund,
}

impl Clause<'_, '_> {
    fn has_auxiliary(&self, verb: usize, is: impl Fn(usize) -> bool) -> bool {
        self.writer.tree.auxiliaries(verb).into_iter().any(is)
    }

    /// Whether one of the verb's auxiliaries is a form of `have`.
    fn is_perfect(&self, verb: usize) -> bool {
        self.has_auxiliary(verb, |aux| self.writer.tree.lemma(aux) == "have")
    }

    /// Whether somebody has not confirmed it: `has not confirmed that it will come`.
    pub(super) fn is_unconfirmed(&self) -> bool {
        let denied = |above: usize| self.lemma(above) == "confirm" && self.is_negated(above);
        self.mark(&["that"])
            && self.deprel() == Deprel::Ccomp
            && self.governor().is_some_and(denied)
    }

    /// Whether the governor takes such a clause in the sense that leaves it open.
    pub(super) fn is_content_of(&self, above: usize, form: Form) -> bool {
        let tree = &self.writer.tree;
        let lemma = self.lemma(above);
        let fits = form == Form::Infinitive
            || matches!(
                lemma,
                "consider"
                    | "weigh"
                    | "mull"
                    | "contemplate"
                    | "ponder"
                    | "propose"
                    | "explore"
                    | "risk"
                    | "suggest"
                    | "look"
                    | "anticipate"
                    | "balk"
                    | "close"
            );
        // "hoping", "refusing to": an adverbial clause belongs to such a verb only with its infinitive.
        let loose = self.deprel() == Deprel::Advcl
            && !matches!(lemma, "move" | "work" | "push" | "fight" | "race" | "look" | "balk")
            && !self.raised(above);
        let other = match lemma {
            "go" => tree.xpos(above) != "VBG",
            // "considers it to be vital": what one thinks, not what one may do.
            "consider" => form == Form::Infinitive,
            // "closed the mill to save it", "a close look".
            "close" => {
                tree.upos(above) != Upos::Adj || form == Form::Infinitive || !self.raised(above)
            }
            "set" => tree.xpos(above) != "VBN",
            // "look in the mirror to see": a purpose.
            "look" => !tree.is_word(above + 1, &["to"]),
            // "They work together to cut the cost": what it is for.
            "work" => tree.auxiliaries(above).is_empty() || tree.xpos(above) == "VBN",
            _ => false,
        };
        fits && !loose && !other
    }

    /// Whether it has been done by now, or has not.
    pub(super) fn is_settled_by(&self, above: usize) -> bool {
        let tree = &self.writer.tree;
        let lemma = self.lemma(above);
        let form = tree.xpos(above);
        let told = || self.is_told(above);
        let bare = || tree.auxiliaries(above).is_empty();
        let by_verb = match lemma {
            "fail" | "decline" => {
                // "declined to give his age", "has declined to go": so it is.
                !self.is_sought_together(above)
                    && (matches!(form, "VBD" | "VBN") && bare() || self.is_perfect(above))
            }
            // But "has refused to publish them" leaves open whether one ever will.
            "refuse" => {
                let now = |at: usize| matches!(tree.xpos(at), "VBZ" | "VBP");
                !self.is_sought_together(above) && matches!(form, "VBD" | "VBN") && bare()
                    || self.is_perfect(above) && !tree.finite(above).is_some_and(now)
            }
            "intend" | "plan" | "agree" => tree.negation(above).is_some(),
            // "decided to treat her himself": he did.
            "decide" => matches!(form, "VBD" | "VBN" | "VBG"),
            // "was caught trying to flee": he did not.
            "try" | "attempt" | "seek" => form == "VBG" && bare() && told(),
            // "In May she was going to sell the mill", as the article tells it: by now she has or has not.
            "go" => told() && !self.is_reported(),
            "able" => told() || self.is_able_by_now(above),
            // "became unable to walk": she could not.
            "unable" => told(),
            // "At one point they considered selling it".
            "consider" => {
                form == "VBD"
                    && tree.children(above).any(|then| {
                        matches!(tree.lemma(then), "once" | "point" | "stage" | "time")
                            && matches!(tree.deprel(then), Deprel::Obl | Deprel::Advmod)
                    })
            }
            _ => false,
        };
        // "might have been expected to act": then.
        let then =
            || self.is_perfect(above) && self.has_auxiliary(above, |aux| tree.xpos(aux) == "MD");
        // "had proposed to sell it, but the guild refused".
        let limited = || {
            self.has_auxiliary(above, |had| tree.is_word(had, &["had"]))
                && self.is_limited(above, &["VBD", "VBN"])
        };
        by_verb
            || then()
            || limited()
            || self.is_tried(above)
            || self.is_before_then(above)
            // "called the bank only to be told": what came of it.
            || self.is_outcome()
            || self.is_told_beside(above)
            // "seems to have learned": what was.
            || self.is_perfect(self.head)
    }

    /// Whether one who is able to do it does, or will be asked to.
    fn is_able_by_now(&self, able: usize) -> bool {
        let tree = &self.writer.tree;
        // "his being able to leave": he was.
        let being = tree.children(able).any(|is| tree.xpos(is) == "VBG" && tree.lemma(is) == "be");
        // "would be able to stay": whether they will be able to, is asked.
        let asked = self.has_auxiliary(able, |aux| tree.is_word(aux, &["will", "would"]));
        // "is able to pay": so it can.
        let now = || {
            tree.finite(able)
                .is_some_and(|is| tree.lemma(is) == "be" && matches!(tree.xpos(is), "VBZ" | "VBP"))
                && !tree.is_left_open(able)
        };
        // "has been able to sell the mill": so it has.
        let since = || now() || self.is_perfect(able);
        being || asked || !self.is_negated(able) && since()
    }

    /// Whether the governor tells of no plan: of advice, a purpose, a condition.
    pub(super) fn is_no_plan(&self, above: usize) -> bool {
        let tree = &self.writer.tree;
        let helped = |words: &[&str]| self.has_auxiliary(above, |aux| tree.is_word(aux, words));
        let by_verb = match self.lemma(above) {
            // "She may want to wait": advice.
            "want" => helped(&["may", "might"]),
            // "must prepare to face it".
            "prepare" => helped(&["must", "should"]),
            // "are more likely to walk than others": how things are.
            "likely" | "able" => {
                tree.children(above).any(|child| tree.is_word(child, &["more", "less", "most"]))
            }
            _ => false,
        };
        by_verb
            || self.is_no_aim(above)
            // "may be jailed if they refuse to pay": supposed.
            || tree.is_condition(above)
            // "are not necessarily expected to find it".
            || tree.children(above).any(|how| tree.is_word(how, &["necessarily"]))
            // "is willing to talk, but never to yield".
            || self.is_limited(self.head, &["VB"])
    }

    /// "a club that tries to win", "a man who wants to ban it": what kind it is.
    pub(super) fn is_told_of_kind(&self, above: usize) -> bool {
        self.is_kind(above)
            || (self.is_one_of_many(above) || self.sorts_out(above)) && !self.is_set_off(above)
    }
}
