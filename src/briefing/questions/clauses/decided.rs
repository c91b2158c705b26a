//! What others have yet to decide, as a condition of what would follow: `If confirmed, Ana Lee would lead the bank`.

use super::{Clause, Found};
use crate::briefing::Basis;
use crate::language::{Deprel, Upos};

/// What is decided by others, and whatever it depends on depends on them.
const DECISIONS: &[&str] = &[
    "accept",
    "acquit",
    "adopt",
    "appoint",
    "approve",
    "authorise",
    "authorize",
    "back",
    "charge",
    "confirm",
    "convict",
    "elect",
    "enact",
    "endorse",
    "extradite",
    "grant",
    "impeach",
    "implement",
    "impose",
    "indict",
    "nominate",
    "pass",
    "ratify",
    "re-elect",
    "reelect",
    "reject",
    "reinstate",
    "sign",
    "uphold",
    "veto",
];

/// In words, behind the participle.
const LONGEST: usize = 6;

impl Clause<'_, '_> {
    pub(super) fn if_decided(&self) -> Option<Found> {
        let tree = &self.writer.tree;
        let above = self.governor()?;
        let bare = tree.xpos(self.head) == "VBN"
            && self.deprel() == Deprel::Advcl
            && self.mark(&["if"])
            && tree.subject(self.head).is_none()
            && tree.auxiliaries(self.head).is_empty()
            && DECISIONS.contains(&self.lemma(self.head))
            && !self.is_quoted(self.head);
        let would = tree.finite(above).is_some_and(|finite| {
            tree.is_word(finite, &["would", "will", "could", "may", "might"])
        });
        let over = tree.auxiliaries(above).iter().any(|&aux| tree.lemma(aux) == "have");
        let subject = tree.subject(above).filter(|_| bare && would && !over)?;
        let who = self.writer.subject_line(subject)?;
        // "if elected governor in May", but nothing that points back: "if approved by them".
        let behind: Vec<usize> = tree
            .subtree(self.head, |_| true)
            .into_iter()
            .filter(|&token| token > self.head && tree.upos(token) != Upos::Punct)
            .collect();
        let points = behind.iter().any(|&token| tree.upos(token) == Upos::Pron);
        let run = behind.iter().enumerate().all(|(at, &token)| token == self.head + 1 + at);
        let rest = if points || !run || behind.len() > LONGEST { &[][..] } else { &behind[..] };
        let mut words = vec![who, "be".to_owned(), tree.word(self.head).to_lowercase()];
        words.extend(rest.iter().map(|&token| tree.word(token).to_owned()));
        Some(Found {
            text: format!("Will {}?", words.join(" ")),
            basis: Basis::Conditional,
            openness: 0.8,
        })
    }
}
