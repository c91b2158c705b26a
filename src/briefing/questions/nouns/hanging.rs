//! What hangs on others: a consent that is needed, talks that broke down.

use super::{Noun, Worded};
use crate::briefing::Basis;
use crate::language::coref::words::{is_body, is_person};
use crate::language::{Deprel, NameKind, Upos};

/// In words: a longer question is read twice.
const LONGEST: usize = 14;

impl Noun<'_, '_> {
    /// `the sale is subject to approval by the senate`, `needs the consent of the guild`.
    pub(super) fn approval(&self) -> Worded {
        let tree = &self.writer.tree;
        let approve = match self.lemma().as_str() {
            "approval" | "consent" => "approve",
            "ratification" => "ratify",
            _ => return None,
        };
        let verb = tree.head(self.token)?;
        let due = match tree.deprel(self.token) {
            Deprel::Obl => tree.lemma(verb) == "subject" && tree.upos(verb) == Upos::Adj,
            Deprel::Obj => matches!(tree.lemma(verb), "await" | "need" | "require"),
            _ => false,
        };
        // "did not need the approval of the senate".
        if !due || tree.negation(verb).is_some() {
            return None;
        }
        let by = |above: usize| {
            tree.children(above).find(|&who| {
                who > self.token
                    && matches!(tree.deprel(who), Deprel::Nmod | Deprel::Obl | Deprel::OblAgent)
                    && tree.children(who).any(|case| tree.is_word(case, &["by", "from", "of"]))
            })
        };
        let who = if let Some(who) = by(self.token).or_else(|| by(verb)) {
            self.writer.subject_line(who)?
        } else {
            // "government approval", "shareholder approval".
            let whose = tree.children(self.token).find(|&whose| {
                matches!(tree.deprel(whose), Deprel::Compound | Deprel::NmodPoss)
                    && tree.children(whose).all(|mark| tree.xpos(mark) == "POS")
            })?;
            let lemma = tree.lemma(whose);
            match () {
                () if tree.upos(whose) == Upos::Propn || is_body(lemma) => {
                    format!("the {}", tree.word(whose))
                }
                () if is_person(lemma) && tree.xpos(whose) == "NN" => format!("{lemma}s"),
                () => return None,
            }
        };
        let subject = tree.understood_subject(verb).filter(|&what| {
            !tree.is_word(what, &["this", "that", "which", "who"]) && what < self.token
        })?;
        let what = self.writer.subject_line(subject)?;
        let told = !matches!(what.to_lowercase().as_str(), "it" | "they" | "he" | "she");
        // "the union needs the approval of the court to publish it": not the union is approved.
        let kind = tree.analysis.name_kind(subject);
        let somebody = is_person(tree.lemma(subject))
            || is_body(tree.lemma(subject))
            || matches!(kind, Some(NameKind::Person | NameKind::Organization | NameKind::Group));
        if somebody {
            return None;
        }
        let fits = told && what.split(' ').count() <= LONGEST && !who.contains(',');
        fits.then(|| (format!("Will {who} {approve} {what}?"), Basis::Unresolved, 0.65))
    }

    /// `talks between the union and the port broke down`: will they go on?
    pub(super) fn stalled(&self) -> Worded {
        let tree = &self.writer.tree;
        let talks = matches!(
            self.lemma().as_str(),
            "talk" | "talks" | "negotiation" | "negotiations" | "discussion"
        ) && tree.xpos(self.token) == "NNS";
        let verb = tree.head(self.token).filter(|_| {
            talks && matches!(tree.deprel(self.token), Deprel::Nsubj | Deprel::NsubjPass)
        })?;
        let down = match tree.lemma(verb) {
            "break" => tree.children(verb).any(|down| {
                tree.deprel(down) == Deprel::CompoundPrt && tree.is_word(down, &["down", "off"])
            }),
            "adjourn" | "collapse" | "deadlock" | "falter" | "founder" | "stall" | "suspend" => {
                true
            }
            _ => false,
        };
        let stands = tree.finite(verb).is_some_and(|at| tree.xpos(at) != "MD")
            && tree.negation(verb).is_none()
            && matches!(
                tree.deprel(verb),
                Deprel::Root | Deprel::Ccomp | Deprel::Conj | Deprel::Parataxis
            );
        let what = self.definite().filter(|_| down && stands)?;
        Some((format!("Will {what} resume?"), Basis::Unresolved, 0.6))
    }
}
