//! Clauses about how sure somebody is: what one doubts, predicts or is worried about, and what somebody is said to be
//! able to do.

use super::{Clause, Found};
use crate::briefing::Basis;
use crate::briefing::phrase::Mood;
use crate::language::{Deprel, Upos};

/// Words for how sure one is of what the clause below them says.
const SURE_OR_NOT: &[&str] = &[
    "afraid",
    "anxious",
    "anticipate",
    "bet",
    "certain",
    "concerned",
    "confident",
    "convinced",
    "doubt",
    "doubtful",
    "fearful",
    "forecast",
    "hope",
    "hopeful",
    "nervous",
    "optimistic",
    "pessimistic",
    "positive",
    "predict",
    "sceptical",
    "skeptical",
    "suspicious",
    "sure",
    "trust",
    "unconvinced",
    "worried",
    "worry",
];

/// Those of them that look ahead: "she predicts that he wins" is about what comes.
const LOOKING_AHEAD: &[&str] = &["anticipate", "bet", "forecast", "hope", "predict"];

/// Verbs of thinking, saying and showing: what somebody "can" do below them is one's view of it.
const OF_A_VIEW: &[&str] = &[
    "argue",
    "assert",
    "believe",
    "boast",
    "claim",
    "conclude",
    "contend",
    "convince",
    "declare",
    "demonstrate",
    "hint",
    "insist",
    "maintain",
    "note",
    "persuade",
    "promise",
    "prove",
    "question",
    "say",
    "show",
    "suggest",
    "tell",
    "think",
    "vow",
    "warn",
    "write",
];

impl Clause<'_, '_> {
    /// The word above that says how sure one is, unless one is not asked: "I'm sure", "she has no doubt".
    fn sureness(&self) -> Option<usize> {
        let tree = &self.writer.tree;
        let above = self.governor()?;
        let content = match self.deprel() {
            Deprel::Ccomp => true,
            Deprel::Advcl => tree.upos(above) == Upos::Adj && self.mark(&["that"]),
            _ => false,
        };
        let word = tree.word(above).to_lowercase();
        let listed = |word: &str| SURE_OR_NOT.contains(&word);
        if !content || !(listed(tree.lemma(above)) || listed(&word)) || self.is_negated(above) {
            return None;
        }
        // "make sure that it is", "no need to worry that it is".
        let made = tree.lemma(above) == "sure"
            && tree.is_word(above.wrapping_sub(1), &["make", "makes", "made", "making"])
            || tree.xpos(above) == "VB"
                && tree.ancestors(above).take(3).any(|higher| self.is_negated(higher));
        // "If she thinks she can win".
        if made || tree.is_condition(above) {
            return None;
        }
        // "I'm afraid so", "you can be sure": turns of speech.
        let turn = tree.understood_subject(above).is_none_or(|who| tree.is_word(who, &["you"]))
            || tree.understood_subject(above).is_some_and(|who| tree.is_word(who, &["i", "we"]))
                && matches!(
                    word.as_str(),
                    "afraid"
                        | "bet"
                        | "certain"
                        | "confident"
                        | "convinced"
                        | "positive"
                        | "sure"
                        | "hope"
                        | "trust"
                );
        (!turn).then_some(above)
    }

    /// `she doubts that the plan is sound`, `they are worried that he was wrong`.
    pub(super) fn believed(&self) -> Option<Found> {
        let tree = &self.writer.tree;
        if let Some(text) = self.reputed() {
            return Some(Found { text, basis: Basis::Unresolved, openness: 0.5 });
        }
        let above = self.sureness()?;
        let finite = tree.finite(self.head)?;
        let modal = tree.auxiliaries(self.head).iter().any(|&aux| tree.xpos(aux) == "MD");
        if modal || self.is_polled() || self.is_quoted(self.head) != self.is_quoted(above) {
            return None;
        }
        let ahead = LOOKING_AHEAD.contains(&tree.lemma(above))
            && matches!(tree.xpos(finite), "VBZ" | "VBP")
            && tree.auxiliaries(self.head).iter().all(|&aux| tree.deprel(aux) != Deprel::Aux);
        // "hope that he is still alive": is he?
        let still =
            tree.children(self.head).any(|still| tree.is_word(still, &["already", "still"]));
        let mood = match () {
            () if ahead && still => Mood::Kept,
            () if ahead => Mood::Modal("will"),
            () => Mood::Reported,
        };
        let text = self.writer.yes_no(self.head, mood, true)?;
        Some(Found { text, basis: Basis::Unresolved, openness: 0.5 })
    }

    /// `is believed to have fled`, `are thought to be hiding`: did he, are they?
    fn reputed(&self) -> Option<String> {
        let tree = &self.writer.tree;
        let above = self.governor().filter(|_| self.deprel() == Deprel::Xcomp)?;
        let whom = tree.child(above, |deprel| deprel == Deprel::NsubjPass)?;
        let now = tree.finite(above).is_some_and(|at| matches!(tree.xpos(at), "VBZ" | "VBP"));
        let reputed = matches!(
            tree.lemma(above),
            "allege"
                | "assume"
                | "believe"
                | "fear"
                | "presume"
                | "suspect"
                | "think"
                | "understand"
        );
        if !reputed || !now || !tree.is_infinitive(self.head) || self.is_negated(above) {
            return None;
        }
        let auxiliaries = tree.auxiliaries(self.head);
        let mood = match auxiliaries.first() {
            Some(&have) if tree.lemma(have) == "have" => Mood::Past,
            Some(_) => Mood::Present,
            None => return None,
        };
        self.writer.yes_no_of(self.head, whom, mood, true)
    }

    /// `she thinks he can win`: can he?
    pub(super) fn able(&self) -> Option<Found> {
        let tree = &self.writer.tree;
        let auxiliaries = tree.auxiliaries(self.head);
        let can = *auxiliaries.first().filter(|&&aux| tree.is_word(aux, &["can", "ca"]))?;
        let subject = tree.subject(self.head)?;
        // "so that they can stay", "if he can", "what we can do", "you can see": what for, and what anybody may.
        let beside = matches!(self.deprel(), Deprel::AclRelcl | Deprel::Advcl | Deprel::Acl)
            && self.sureness().is_none();
        let anybody = self.is_of_anybody()
            || tree.is_word(
                subject,
                &["i", "we", "you", "it", "that", "this", "who", "which", "there"],
            )
            || tree.upos(subject) == Upos::Noun
                && tree.xpos(subject) == "NNS"
                && tree.children(subject).next().is_none();
        let idle = matches!(
            tree.lemma(self.head),
            "afford"
                | "allow"
                | "argue"
                | "be"
                | "continue"
                | "expect"
                | "feel"
                | "get"
                | "hear"
                | "help"
                | "ignore"
                | "imagine"
                | "mean"
                | "say"
                | "see"
                | "tell"
                | "think"
                | "wait"
        ) || tree.child(self.head, |deprel| deprel == Deprel::Expl).is_some();
        // "said she could not back the tax as it stands": so she does not. "cannot fail to act" is a call.
        let settled = tree.negation(self.head).is_some()
            && (self.is_own() && self.deprel() == Deprel::Ccomp || tree.lemma(self.head) == "fail");
        if beside
            || anybody
            || idle
            || settled
            || self.is_polled()
            || auxiliaries.iter().any(|&aux| aux != can && tree.lemma(aux) == "have")
        {
            return None;
        }
        let viewed = self.deprel() == Deprel::Ccomp
            && self.governor().is_some_and(|above| {
                OF_A_VIEW.contains(&tree.lemma(above)) || self.sureness() == Some(above)
            });
        if self.governor().is_some_and(|above| tree.is_condition(above)) {
            return None;
        }
        let quoted = self.is_quoted(self.head);
        // "They can look at the poll" says little; "the town cannot pay", "Ruiz can win" is a claim.
        let claims =
            quoted && (tree.negation(self.head).is_some() || tree.upos(subject) == Upos::Propn);
        if !viewed && !claims {
            return None;
        }
        // "not sure how much lower he can sink".
        let asks = tree
            .subtree(self.head, |_| true)
            .iter()
            .any(|&at| at < subject && crate::briefing::phrase::is_question_word(tree, at));
        if asks {
            return None;
        }
        let text = self.writer.yes_no(self.head, Mood::Kept, true)?;
        let opinion = self.sureness().is_some()
            || self.governor().is_some_and(|above| {
                matches!(
                    tree.lemma(above),
                    "believe" | "think" | "prove" | "convince" | "persuade" | "question"
                )
            });
        let openness = match () {
            () if viewed && opinion => 0.6,
            () if viewed => 0.45,
            () => 0.25,
        };
        Some(Found { text, basis: Basis::Unresolved, openness })
    }
}
