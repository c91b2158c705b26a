//! Who made a text that says something: of `a report by the bank`, the bank.

use super::subject::subject;
use super::view::View;
use crate::briefing::people::{is_document, is_poll};
use crate::briefing::{ActorId, ActorKind};
use crate::language::{Deprel, Upos};

/// Texts that do more than they say: what a law of hers requires, she has not said.
const DEEDS: &[&str] = &[
    "act",
    "agreement",
    "amendment",
    "bill",
    "charter",
    "code",
    "constitution",
    "contract",
    "decision",
    "law",
    "legislation",
    "measure",
    "model",
    "motion",
    "order",
    "plan",
    "policy",
    "program",
    "programme",
    "proposal",
    "rule",
    "statute",
    "treaty",
];

impl View<'_> {
    /// Who wrote or made the text that `document` names: `a report by the bank`, `data released by the ministry`; of `the
    /// report`, whoever was said before to have made it.
    pub(super) fn writer(&self, document: usize) -> Option<ActorId> {
        let lemma = self.lemma(document);
        if !is_document(lemma) || DEEDS.contains(&lemma) {
            return None;
        }
        if let Some(actor) = self.maker(document) {
            return Some(actor);
        }
        // "the gun laws of Ostland": which ones is told, and not who made others.
        let which = self.children(document).any(|child| {
            self.deprel(child) == Deprel::Nmod
                && matches!(self.preposition(child).as_deref(), Some("in" | "of"))
        });
        if which {
            return None;
        }
        let known = self.children(document).any(|child| {
            self.deprel(child) == Deprel::Det && self.is_one_of(child, &["the", "this", "that"])
        });
        let same = |&token: &usize| self.lemma(token) == lemma && self.upos(token) == Upos::Noun;
        if !known {
            return None;
        }
        // Of several, the one that came last: "denied it in a statement", said of nobody who made another one before.
        let new =
            |token: usize| self.children(token).any(|child| self.is_one_of(child, &["a", "an"]));
        let mut before = (0..document).rev().filter(same);
        before.find_map(|token| match self.maker(token) {
            None if new(token) => Some(None),
            maker => maker.map(Some),
        })?
    }

    /// Whoever is told to make a text: of `filed a suit`, the subject.
    pub(super) fn made_by_subject(&self, document: usize) -> Option<usize> {
        let verb = self.head(document).filter(|_| self.deprel(document) == Deprel::Obj)?;
        let makes = matches!(
            self.lemma(verb),
            "air"
                | "deliver"
                | "file"
                | "give"
                | "issue"
                | "launch"
                | "make"
                | "post"
                | "publish"
                | "release"
                | "run"
                | "send"
                | "start"
                | "tweet"
                | "write"
        );
        subject(self, verb).filter(|_| makes && !self.is_passive(verb))
    }

    /// Whether the name before a text can be of whoever made it: of `a Selm poll`, the town is not.
    fn makes(&self, name: usize) -> bool {
        let actor = self.named(name).and_then(|actor| self.cast.actor(actor));
        self.upos(name) == Upos::Propn && actor.is_none_or(|actor| actor.kind != ActorKind::Place)
    }

    /// Whether the noun is for what somebody puts on the pages of others: `a video`, `a post`.
    fn is_shared(&self, document: usize) -> bool {
        matches!(
            self.lemma(document),
            "account" | "image" | "page" | "photo" | "photograph" | "picture" | "post" | "video"
        )
    }

    /// The actor whom the words beside a text name as the one who made it.
    fn maker(&self, document: usize) -> Option<ActorId> {
        let maker = self.children(document).find_map(|child| match self.deprel(child) {
            Deprel::NmodPoss => Some(child),
            Deprel::Nmod => {
                // "polls of voters", "exit polls from the coast": those who were asked.
                let asks = is_poll(self.lemma(document));
                let by = match self.preposition(child).as_deref() {
                    Some("by") => true,
                    Some("from" | "of") => !asks,
                    _ => false,
                };
                by.then_some(child)
            }
            Deprel::Compound => (self.makes(child) && !self.is_shared(document)).then_some(child),
            // "named after the senators" is not by them.
            Deprel::Acl if self.is_passive(child) => self
                .child(child, Deprel::OblAgent)
                .filter(|&by| self.preposition(by).as_deref() == Some("by")),
            _ => None,
        });
        let sent = || {
            // "The firm said in a statement that"
            let verb = self.head(document).filter(|&verb| {
                self.deprel(document) == Deprel::Obl
                    && (self.is_saying(verb) || self.is_cue(verb))
                    && self.preposition(document).as_deref() == Some("in")
                    && !self.is_passive(verb)
            });
            self.made_by_subject(document).or_else(|| subject(self, verb?))
        };
        // "a report by the bank’s research unit said", with the unit taken for a second subject.
        let beside = || {
            let by = self.is_one_of(document + 1, &["by", "from"]);
            let near = document + 2..(document + 5).min(self.sentence(document).end);
            near.into_iter()
                // "a report from U.S. agencies": theirs.
                .filter(|&token| by && self.deprel(token) != Deprel::Compound)
                .find_map(|token| self.named(token))
        };
        maker
            .and_then(|maker| {
                // "the bank’s research unit": of a body's part, the body.
                let owner = || {
                    let own = self.child(maker, Deprel::NmodPoss)?;
                    Some(own).filter(|_| self.upos(maker) == Upos::Propn)
                };
                self.named(maker).or_else(|| self.named(owner()?))
            })
            .or_else(|| self.named(sent()?))
            .or_else(beside)
    }
}

#[cfg(test)]
mod tests {
    use crate::briefing::positions::testing::texts;

    #[test]
    fn what_a_law_requires_its_maker_has_not_said() {
        assert_eq!(
            texts("Ana Lee spoke. The law by Ana Lee calls for a new bridge."),
            ["The law by Ana Lee calls for a new bridge."]
        );
    }
}
