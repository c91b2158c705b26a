//! Who says it, where the parser gave a verb of saying no subject: `In times of crisis, Ana Lee said, …`, `It is early, said Lee`;
//! and who does what stands behind a colon: `All were against it: the small parties thought it too big`.

use std::ops::Range;

use super::parsed::{Changes, Parsed, arc};
use crate::language::coref::words::is_person;
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Deprel, Upos};

impl Parsed<'_> {
    /// The phrase right before such a verb, set off by a comma, as its subject, or the name right behind it.
    pub(super) fn said_by(&self, verb: usize) -> Option<Changes> {
        let speaker = self.speaker(verb)?;
        let passive = self.children(verb).any(|child| self.arcs[child].deprel == Deprel::AuxPass);
        let deprel = if passive { Deprel::NsubjPass } else { Deprel::Nsubj };
        Some(vec![(speaker, arc(verb, deprel))])
    }

    fn speaker(&self, verb: usize) -> Option<usize> {
        if self.children(verb).any(|child| {
            let deprel = self.arcs[child].deprel;
            deprel.is_subject() || matches!(deprel, Deprel::Expl | Deprel::Csubj)
        }) {
            return None;
        }
        if let Some(name) = self.uttered(verb) {
            return Some(name);
        }
        let says = matches!(self.tags[verb].xpos, "VBD" | "VBZ")
            && matches!(self.arcs[verb].deprel, Deprel::Root | Deprel::Parataxis)
            && SAYING.contains(&self.tags[verb].lemma.as_str());
        if !says {
            return self.behind_colon(verb);
        }
        self.before(verb).or_else(|| self.behind(verb))
    }

    /// `In times of crisis, Ana Lee said`, `It was an accident, his daughter Ana said`.
    fn before(&self, verb: usize) -> Option<usize> {
        // "Reached at home, Ana Lee — who is a lawyer — told": what she told, the parser has lost too.
        if verb > 0 && matches!(self.word(verb - 1), "—" | "–" | "--") {
            return None;
        }
        let comma = (self.sentence.start..verb.checked_sub(1)?)
            .rev()
            .find(|&at| matches!(self.tags[at].xpos, "," | "''"))?;
        let phrase = comma + 1..verb;
        let top = self.only_root(phrase.clone())?;
        let led = self
            .children(top)
            .any(|child| matches!(self.arcs[child].deprel, Deprel::Case | Deprel::Cc));
        // "…, his top aide, Ana Lee, told"
        let person = |at: usize| is_person(&self.word(at).to_lowercase());
        let noun = self.arcs[top].head.filter(|&noun| {
            self.arcs[top].deprel == Deprel::Appos
                && self.arcs[noun].deprel == Deprel::Appos
                && noun + 2 >= phrase.start
                && person(noun)
        });
        if noun.is_some() {
            return noun;
        }
        // "Worcester, Massachusetts, told" is behind somebody else.
        let known = lexicon().senses(self.word(top));
        let place = known.any(Senses::ANY_PLACE) && !known.any(Senses::GIVEN | Senses::SURNAME);
        let name = self.tags[top].upos == Upos::Propn && !place
            || self.tags[top].upos == Upos::Noun && person(top);
        let loose = matches!(
            self.arcs[top].deprel,
            Deprel::Appos | Deprel::Obj | Deprel::Conj | Deprel::OblUnmarked | Deprel::NmodUnmarked
        );
        (name && loose && !led && self.arcs[top].head != Some(verb)).then_some(top)
    }

    /// The one word of a phrase that the others hang on.
    fn only_root(&self, phrase: Range<usize>) -> Option<usize> {
        let mut roots = phrase.clone().filter(|&at| {
            self.arcs[at].head.is_none_or(|head| !phrase.contains(&head))
                && self.tags[at].upos != Upos::Punct
        });
        roots.next().filter(|_| roots.next().is_none())
    }

    /// `Umeh was elected`, with the name taken for an interjection.
    fn uttered(&self, verb: usize) -> Option<usize> {
        let name = self.children(verb).find(|&child| {
            child < verb
                && matches!(self.arcs[child].deprel, Deprel::Discourse | Deprel::Vocative)
                && self.tags[child].upos == Upos::Propn
        })?;
        let helps = |at: usize| {
            matches!(self.tags[at].upos, Upos::Aux | Upos::Adv | Upos::Part)
                || self.arcs[at].head == Some(name) && self.arcs[at].deprel == Deprel::Flat
        };
        let finite =
            (name + 1..=verb).any(|at| matches!(self.tags[at].xpos, "VBD" | "VBZ" | "VBP" | "MD"));
        (finite && (name + 1..verb).all(helps)).then_some(name)
    }

    /// `…: the frugal camp thinks it too big`
    fn behind_colon(&self, verb: usize) -> Option<usize> {
        let clause = matches!(self.tags[verb].xpos, "VBD" | "VBZ" | "VBP")
            && self.arcs[verb].deprel == Deprel::Parataxis;
        let colon = (self.sentence.start..verb)
            .rev()
            .find(|&at| self.word(at) == ":")
            .filter(|_| clause)?;
        let top = self.only_root(colon + 1..verb)?;
        let noun = matches!(self.tags[top].upos, Upos::Noun | Upos::Propn);
        (noun && self.arcs[top].deprel == Deprel::Appos).then_some(top)
    }

    /// `“It is too early,” said Lee, who …`
    fn behind(&self, verb: usize) -> Option<usize> {
        let next = verb + 1;
        let said = verb > self.sentence.start
            && matches!(self.tags[verb - 1].xpos, "," | "''")
            && self.sentence.contains(&next)
            && self.tags[next].upos == Upos::Propn
            && self.arcs[next].head == Some(verb);
        let loose = matches!(
            self.arcs[next.min(self.sentence.end - 1)].deprel,
            Deprel::Obj | Deprel::Xcomp | Deprel::Iobj | Deprel::Ccomp
        );
        (said && loose && !self.is_day(next)).then_some(next)
    }
}

const SAYING: &[&str] = &[
    "acknowledge",
    "add",
    "admit",
    "argue",
    "claim",
    "conclude",
    "explain",
    "insist",
    "note",
    "predict",
    "recall",
    "report",
    "say",
    "tell",
    "warn",
    "write",
];

#[cfg(test)]
mod tests {
    use crate::language::network::testing::Mended;

    #[test]
    fn who_stands_behind_what_is_said_says_it() {
        let text = "The cause was complications of pneumonia, his daughter Claire Pell-Okoro said.";
        assert!(matches!(
            Mended::of(text).subjects("said").first().copied(),
            Some("daughter" | "Claire")
        ));
    }

    #[test]
    fn who_stands_behind_a_colon_does_it() {
        let text = "The plan was trashed by almost everyone: the frugal camp — Sweden and Denmark — thinks it too big.";
        assert_eq!(Mended::of(text).subjects("thinks").first().copied(), Some("camp"));
    }

    #[test]
    fn who_stands_behind_a_phrase_says_it() {
        let text = "In his only chance to defeat the Iran deal, Sen. Mitch Dahl (R-Ky.) said that he did not want a vote.";
        assert_eq!(Mended::of(text).subjects("said").first().copied(), Some("Mitch"));
    }
}
