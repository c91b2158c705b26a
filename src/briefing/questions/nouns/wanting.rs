//! What is likely, or only estimated.

use super::{Noun, Worded, will_there_be};
use crate::briefing::Basis;
use crate::briefing::phrase::Cut;
use crate::language::coref::words::is_person;
use crate::language::{Deprel, Upos};

impl Noun<'_, '_> {
    /// `at least 40 people were hurt`: not yet counted.
    pub(super) fn estimated(&self) -> Worded {
        let tree = &self.writer.tree;
        let verb = tree.head(self.token)?;
        let harmed = matches!(
            tree.lemma(verb),
            "kill" | "injure" | "wound" | "die" | "arrest" | "detain" | "displace" | "infect"
        );
        let role = tree.deprel(self.token);
        let whom = matches!(role, Deprel::NsubjPass | Deprel::Obj)
            || role == Deprel::Nsubj && tree.lemma(verb) == "die";
        let count = tree.child(self.token, |deprel| deprel == Deprel::Nummod)?;
        let about = tree.subtree(self.token, |_| true).iter().any(|&at| {
            at < count
                && tree.is_word(
                    at,
                    &["least", "about", "over", "around", "nearly", "some", "estimated", "dozens"],
                )
        });
        if !harmed || !whom || !about || tree.xpos(self.token) != "NNS" {
            return None;
        }
        let noun = tree.word(self.token).to_lowercase();
        let done = match tree.lemma(verb) {
            "die" => "died",
            "kill" => "were killed",
            "injure" => "were injured",
            "wound" => "were wounded",
            "arrest" => "were arrested",
            "detain" => "were detained",
            "displace" => "were displaced",
            _ => "were infected",
        };
        // Where or when: else the question is about any such people.
        let event = tree.children(verb).find(|&at| {
            let led = |words: &[&str]| tree.children(at).any(|mark| tree.is_word(mark, words));
            at > self.token
                && (tree.deprel(at) == Deprel::Advcl && led(&["when"])
                    || tree.deprel(at) == Deprel::Obl
                        && tree.upos(at) == Upos::Noun
                        && led(&["in", "during"]))
        })?;
        let words = self.writer.kept(event, Cut::Clauses, |_| true);
        if words.len() > 16 || words.iter().any(|&word| tree.upos(word) == Upos::Pron) {
            return None;
        }
        let event = self.writer.words(&words, &[]);
        Some((format!("How many {noun} {done} {event}?"), Basis::Unresolved, 0.5))
    }

    /// `further delays are likely`, `an early vote is possible`.
    pub(super) fn likely(&self) -> Worded {
        let tree = &self.writer.tree;
        let likely =
            tree.is_word(self.token, &["likely", "possible", "imminent", "inevitable", "expected"]);
        let subject = tree.subject(self.token).filter(|_| likely)?;
        let finite = tree.finite(self.token)?;
        let bare = tree.children(self.token).all(|child| {
            !matches!(tree.deprel(child), Deprel::Xcomp | Deprel::Ccomp | Deprel::Csubj)
                // "voters are more likely than others": how things are.
                && !tree.is_word(child, &["more", "less", "as"])
        });
        if !bare || tree.upos(subject) != Upos::Noun || !matches!(tree.xpos(finite), "VBZ" | "VBP")
        {
            return None;
        }
        // "No finding is expected", "is not expected for a year": not so soon.
        let no = tree.children(subject).any(|det| tree.is_word(det, &["no", "few", "little"]));
        if no || tree.negation(self.token).is_some() {
            return None;
        }
        let what = self.writer.noun_asked(subject, Cut::Clauses).filter(|line| !line.dangling)?;
        let fits = (2..=14).contains(&what.text.split_whitespace().count());
        // "Some 90 nurses are expected in the valley this week": they will be there.
        let counted = tree.child(subject, |deprel| deprel == Deprel::Nummod).is_some();
        if counted || is_person(tree.lemma(subject)) {
            let words: Vec<usize> = tree
                .children(self.token)
                .filter(|&at| {
                    at > self.token && matches!(tree.deprel(at), Deprel::Obl | Deprel::OblUnmarked)
                })
                .flat_map(|at| self.writer.kept(at, Cut::Clauses, |_| true))
                .collect();
            let there = words.first().is_some_and(|&at| tree.is_word(at, &["at", "in", "on"]))
                && words.len() <= 10
                && !words.iter().any(|&word| tree.upos(word) == Upos::Pron);
            if fits && there {
                let place = self.writer.words(&words, &[]);
                return Some((format!("Will {} be {place}?", what.text), Basis::Scheduled, 0.55));
            }
        }
        let asks = will_there_be(&what.text, tree.xpos(subject) == "NNS");
        fits.then_some((asks, Basis::Unresolved, 0.55))
    }
}
