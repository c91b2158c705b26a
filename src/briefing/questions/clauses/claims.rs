//! Clauses about what somebody denies or claims, and what the author hedges.

use super::super::lexicon::{ALLEGED, CLAIMING, DENYING};
use super::{Clause, Found};
use crate::briefing::Basis;
use crate::briefing::phrase::Mood;
use crate::language::Deprel;

impl Clause<'_, '_> {
    /// What a denial, an accusation or a claim is about.
    pub(super) fn disputed(&self) -> Option<Found> {
        let tree = &self.writer.tree;
        if let Some((above, hung_on)) = self.taking_verb() {
            let lemma = self.lemma(above);
            let denies = DENYING.contains(&lemma);
            let claims = CLAIMING.contains(&lemma);
            // "He said, contradicting her, that ..."
            let against = tree.children(above).any(|child| {
                matches!(tree.deprel(child), Deprel::Advcl | Deprel::Conj)
                    && matches!(tree.lemma(child), "contradict" | "dispute" | "refute" | "rebut")
            });
            let accuses = matches!(lemma, "accuse" | "suspect" | "charge" | "convict")
                && tree.xpos(self.head) == "VBG"
                && self.mark(&["of", "with"]);
            let governed = matches!(self.deprel(), Deprel::Ccomp | Deprel::Xcomp) || accuses;
            if governed && (denies || claims || accuses || against) {
                let openness = if denies {
                    0.85
                } else if accuses || against {
                    0.8
                } else {
                    0.42
                };
                let basis = Basis::Disputed;
                if tree.finite(self.head).is_some() && self.deprel() == Deprel::Ccomp {
                    let text = self.writer.yes_no(self.head, Mood::Reported, true)?;
                    return Some(Found { text, basis, openness });
                }
                if tree.xpos(self.head) == "VBG" {
                    let object = tree
                        .child(above, |deprel| matches!(deprel, Deprel::Obj | Deprel::NsubjPass))
                        .filter(|_| accuses);
                    let subject = object.or(hung_on).or_else(|| tree.understood_subject(above))?;
                    let text = self.writer.yes_no_of(self.head, subject, Mood::Past, true)?;
                    return Some(Found { text, basis, openness });
                }
            }
        }
        let alleged = tree
            .children(self.head)
            .any(|child| ALLEGED.iter().any(|word| tree.is_word(child, &[word])));
        if alleged {
            let text = self.writer.yes_no(self.head, Mood::Reported, false)?;
            return Some(Found { text, basis: Basis::Disputed, openness: 0.55 });
        }
        None
    }

    /// "She was not forced to stay", said by one side: the other says that she was.
    pub(super) fn denied_outright(&self) -> Option<Found> {
        let tree = &self.writer.tree;
        let negation = tree.negation(self.head)?;
        let finite = tree.finite(self.head)?;
        if !matches!(tree.xpos(finite), "VBD" | "VBZ" | "VBP")
            || self.mark(&["if", "because", "since", "as", "when", "while"])
        {
            return None;
        }
        let place = tree.analysis.range(negation);
        let quoted =
            tree.analysis.quotations.iter().any(|quotation| quotation.range.contains_range(place));
        let reported = self.deprel() == Deprel::Ccomp
            && self.governor().is_some_and(|above| {
                matches!(
                    self.lemma(above),
                    "say"
                        | "state"
                        | "insist"
                        | "claim"
                        | "maintain"
                        | "argue"
                        | "tell"
                        | "add"
                        | "stress"
                        | "assert"
                )
            });
        let feeling = matches!(
            self.lemma(self.head),
            "know"
                | "think"
                | "want"
                | "believe"
                | "like"
                | "care"
                | "need"
                | "understand"
                | "remember"
                | "mean"
        );
        if !(quoted || reported || self.follows_a_colon()) || feeling {
            return None;
        }
        let text = self.writer.yes_no(self.head, Mood::Reported, true)?;
        Some(Found { text, basis: Basis::Disputed, openness: 0.5 })
    }

    /// Whether the paragraph before ends with a colon: this one gives what somebody said.
    fn follows_a_colon(&self) -> bool {
        let analysis = self.writer.tree.analysis;
        let sentences = &analysis.sentences;
        let here = analysis.sentence_of(self.head);
        let Some(block) = sentences.get(here).map(|sentence| sentence.block) else { return false };
        let first = sentences[..here].partition_point(|sentence| sentence.block < block);
        first.checked_sub(1).is_some_and(|before| {
            sentences[before].range.slice(self.writer.tree.text).ends_with(':')
        })
    }

    /// `may`, `might`, `could`, and what somebody hopes, fears or finds likely.
    pub(super) fn hedged(&self) -> Option<Found> {
        let tree = &self.writer.tree;
        let auxiliaries = tree.auxiliaries(self.head);
        let modal =
            *auxiliaries.first().filter(|&&aux| tree.is_word(aux, &["may", "might", "could"]))?;
        let perfect = auxiliaries.iter().any(|&aux| aux != modal && tree.lemma(aux) == "have");
        let can = tree.is_word(modal, &["could"]);
        // "They asked if he could swim": an ability told in the past.
        let told = can && tree.deprel(self.head) == Deprel::Advcl;
        // "could have won" did not.
        if told || can && perfect {
            return None;
        }
        let negated = tree.negation(self.head).is_some();
        let copula = tree.child(self.head, |deprel| deprel == Deprel::Cop).is_some();
        let mood = match () {
            () if perfect => Mood::Past,
            () if can => Mood::Kept,
            // "may be at sea" is about now, "may be released" about what comes.
            () if copula => Mood::Present,
            () => Mood::Modal("will"),
        };
        let text = self.writer.yes_no(self.head, mood, negated)?;
        let relative = matches!(self.deprel(), Deprel::AclRelcl | Deprel::Advcl);
        let openness = if can { 0.6 } else { 0.75 };
        Some(Found {
            text,
            basis: Basis::Unresolved,
            openness: if relative { openness * 0.8 } else { openness },
        })
    }

    /// `will`, `is to`: told as certain, and still to come.
    pub(super) fn to_come(&self) -> Option<Found> {
        let tree = &self.writer.tree;
        let auxiliaries = tree.auxiliaries(self.head);
        let modal = *auxiliaries.first().filter(|&&aux| {
            tree.is_word(aux, &["will", "'ll", "’ll", "wo", "would", "must", "should"])
        })?;
        let would = tree.is_word(modal, &["would"]);
        let duty = tree.is_word(modal, &["must", "should"]);
        let over = auxiliaries.iter().any(|&aux| tree.lemma(aux) == "have");
        let main = !matches!(self.deprel(), Deprel::AclRelcl | Deprel::Advcl);
        if over {
            return None;
        }
        let text = self.writer.yes_no(
            self.head,
            if would { Mood::Reported } else { Mood::Modal("will") },
            true,
        )?;
        let dated =
            tree.children(self.head).any(|child| matches!(tree.deprel(child), Deprel::OblUnmarked));
        let openness = match () {
            () if duty => 0.4,
            () if would => 0.42,
            () if dated => 0.65,
            () => 0.5,
        };
        Some(Found {
            text,
            basis: if dated { Basis::Scheduled } else { Basis::Unresolved },
            openness: if main { openness } else { openness * 0.85 },
        })
    }
}
