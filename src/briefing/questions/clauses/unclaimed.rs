//! Who did what nobody owns to have done: `No group has claimed responsibility for the attack`.

use super::{Clause, Found};
use crate::briefing::Basis;
use crate::language::{Deprel, Upos};

/// What somebody may claim to have done.
const ATTACKS: &[&str] = &[
    "abduction",
    "ambush",
    "arson",
    "assassination",
    "assault",
    "attack",
    "beheading",
    "blast",
    "bombardment",
    "bombing",
    "explosion",
    "hijacking",
    "kidnapping",
    "killing",
    "massacre",
    "murder",
    "raid",
    "sabotage",
    "shelling",
    "shooting",
    "slaughter",
    "stabbing",
    "strike",
];

/// How many sentences back the deed may be named.
const REACH: usize = 2;

impl Clause<'_, '_> {
    pub(super) fn unclaimed(&self) -> Option<Found> {
        let tree = &self.writer.tree;
        // "No group has claimed responsibility", "There was no claim of responsibility".
        let responsibility = tree.children(self.head).find(|&child| {
            tree.lemma(child) == "responsibility"
                && matches!(tree.deprel(child), Deprel::Obj | Deprel::Nmod)
        })?;
        let denied = match tree.upos(self.head) {
            Upos::Verb => tree.subject(self.head).is_some_and(|subject| {
                tree.is_word(subject, &["nobody", "none"])
                    || tree.children(subject).any(|no| tree.is_word(no, &["no"]))
            }),
            Upos::Noun => tree.children(self.head).any(|no| tree.is_word(no, &["no"])),
            _ => false,
        };
        if !denied || self.lemma(self.head) != "claim" {
            return None;
        }
        let for_what = |above: usize| {
            tree.children(above).find(|&child| {
                tree.upos(child) == Upos::Noun
                    && tree.children(child).any(|case| tree.is_word(case, &["for"]))
            })
        };
        let told = for_what(self.head).or_else(|| for_what(responsibility));
        let what = match told {
            Some(noun) => self.writer.subject_line(noun)?,
            None => format!("the {}", tree.word(self.deed_before()?).to_lowercase()),
        };
        Some(Found {
            text: format!("Who was behind {what}?"),
            basis: Basis::Unresolved,
            openness: 0.9,
        })
    }

    /// The last attack that is named before.
    fn deed_before(&self) -> Option<usize> {
        let tree = &self.writer.tree;
        let here = tree.analysis.sentence_of(self.head);
        let first = tree.analysis.sentences[here.saturating_sub(REACH)].tokens.start;
        (first..self.head)
            .rev()
            .find(|&at| tree.upos(at) == Upos::Noun && ATTACKS.contains(&tree.lemma(at)))
    }
}
