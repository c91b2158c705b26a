//! What is made of somebody, who is ahead, and what one is up against.

use super::{Noun, Worded};
use crate::briefing::Basis;
use crate::briefing::phrase::Cut;
use crate::language::{Deprel, NameKind, Upos};

/// Verbs that say, with `as`, what one side takes somebody for.
const DEPICTING: &[&str] = &[
    "assail",
    "attack",
    "blast",
    "brand",
    "caricature",
    "characterise",
    "characterize",
    "condemn",
    "criticise",
    "criticize",
    "decry",
    "denounce",
    "depict",
    "deride",
    "dismiss",
    "label",
    "mock",
    "paint",
    "portray",
    "ridicule",
    "slam",
];

/// Nouns of what stands in somebody's way.
const HURDLES: &[&str] = &[
    "backlash",
    "challenge",
    "competition",
    "crisis",
    "deficit",
    "dilemma",
    "hurdle",
    "insurgency",
    "obstacle",
    "opposition",
    "rebellion",
    "resistance",
    "revolt",
    "shortage",
    "shortfall",
    "test",
    "threat",
];

/// Of so many words is a question that can be read at a glance.
const MOST_WORDS: usize = 14;

impl Noun<'_, '_> {
    /// `portrays the mayor as a puppet`: is she one?
    pub(super) fn depicted(&self) -> Worded {
        let tree = &self.writer.tree;
        if !DEPICTING.contains(&tree.lemma(self.token)) || tree.negation(self.token).is_some() {
            return None;
        }
        let whom =
            tree.child(self.token, |deprel| matches!(deprel, Deprel::Obj | Deprel::NsubjPass))?;
        let named =
            tree.upos(whom) == Upos::Propn || tree.is_word(whom, &["him", "her", "he", "she"]);
        let what = tree.children(self.token).find(|&child| {
            child > whom
                && matches!(tree.upos(child), Upos::Noun | Upos::Adj)
                && tree.children(child).any(|case| {
                    tree.is_word(case, &["as"])
                        && matches!(tree.deprel(case), Deprel::Case | Deprel::Mark)
                })
        })?;
        let who = self.writer.subject_line(whom).filter(|_| named)?;
        let line = self.writer.noun_asked(what, Cut::Clauses).filter(|line| !line.dangling)?;
        let text = ["just ", "merely ", "simply ", "only "]
            .iter()
            .fold(line.text.as_str(), |text, word| text.strip_prefix(word).unwrap_or(text));
        let noun = ["a ", "an ", "the "].iter().any(|article| text.starts_with(article));
        let fits = (noun || tree.upos(what) == Upos::Adj)
            && text.split(' ').count() <= MOST_WORDS
            && !matches!(who.as_str(), "him" | "her" | "he" | "she")
            // "describes him as a man in his forties".
            && !matches!(tree.lemma(what), "individual" | "man" | "person" | "woman")
            && !text.contains(['"', '“', '‘', ':', ';']);
        let is = if self.writer.is_plural(whom) { "Are" } else { "Is" };
        fits.then(|| (format!("{is} {who} {text}?"), Basis::Disputed, 0.4))
    }

    /// `Ruiz leads by six points in Norland`, as a poll has it: will she win it?
    pub(super) fn ahead_in_polls(&self) -> Worded {
        let tree = &self.writer.tree;
        if !matches!(tree.lemma(self.token), "lead" | "trail")
            || tree.upos(self.token) != Upos::Verb
        {
            return None;
        }
        let who = tree
            .understood_subject(self.token)
            .filter(|&who| tree.upos(who) == Upos::Propn)
            .filter(|_| tree.negation(self.token).is_none())?;
        let sentence = tree.analysis.sentence_of(self.token);
        let polled = tree
            .analysis
            .sentences
            .get(sentence)?
            .tokens
            .clone()
            .any(|at| matches!(tree.lemma(at), "poll" | "survey" | "pollster" | "polling"));
        let place = tree
            .children(self.token)
            .chain(tree.children(self.token).flat_map(|child| tree.children(child)))
            .find(|&child| {
                child > self.token
                    && tree.analysis.name_kind(child) == Some(NameKind::Place)
                    && tree.children(child).any(|case| tree.is_word(case, &["in"]))
            })
            .filter(|_| polled)?;
        let who = self.writer.subject_line(who)?;
        let place = self.writer.noun_asked(place, Cut::Core).filter(|line| !line.dangling)?;
        let fits = place.text.split(' ').count() <= 4;
        fits.then(|| (format!("Will {who} win {}?", place.text), Basis::Unresolved, 0.45))
    }

    /// `the mayor faces a backlash over the toll`: what will she do about it?
    pub(super) fn faced(&self) -> Worded {
        let tree = &self.writer.tree;
        let verb = tree.head(self.token).filter(|_| tree.deprel(self.token) == Deprel::Obj)?;
        let faces = HURDLES.contains(&self.lemma().as_str())
            && matches!(tree.lemma(verb), "face" | "confront" | "encounter")
            && tree.deprel(verb) != Deprel::AclRelcl
            && tree.negation(verb).is_none();
        let now = tree.finite(verb).is_some_and(|at| {
            matches!(tree.xpos(at), "VBZ" | "VBP") || tree.is_word(at, &["will"])
        });
        let who = tree
            .understood_subject(verb)
            .filter(|&who| {
                faces && now && matches!(tree.upos(who), Upos::Noun | Upos::Propn | Upos::Pron)
            })
            .filter(|&who| !tree.children(who).any(|det| tree.is_word(det, &["a", "an", "any"])))?;
        // "Lee, 52, faces": without the age.
        let who = self.writer.subject_line(who)?;
        let who = who.split(',').next()?;
        let what = self.definite()?;
        let named = !matches!(
            who.to_lowercase().as_str(),
            "he" | "she" | "they" | "it" | "we" | "you" | "i"
        );
        let fits = named && what.split(' ').count() <= MOST_WORDS;
        fits.then(|| (format!("How will {who} deal with {what}?"), Basis::Unresolved, 0.45))
    }
}
