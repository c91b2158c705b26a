//! Who does what is done: in `it will be signed by the end of May`, nobody is told.

use super::parsed::{Changes, Draft, Parsed};
use crate::language::lexicon::{Senses, lexicon};
use crate::language::times::is_time;
use crate::language::{Arc, Deprel};

/// Tells a time behind `by` from whoever did something.
pub(super) fn mend(draft: &mut Draft<'_>) {
    draft.mend_each(|text, token| text.by_then(token));
}

impl Parsed<'_> {
    fn by_then(&self, agent: usize) -> Option<Changes> {
        if self.arcs[agent].deprel != Deprel::OblAgent {
            return None;
        }
        let part = matches!(
            self.tags[agent].lemma.as_str(),
            "end" | "start" | "beginning" | "middle" | "close" | "turn"
        );
        let of_time = || {
            self.children(agent).any(|of| self.arcs[of].deprel == Deprel::Nmod && self.is_when(of))
        };
        (self.is_when(agent) || part && of_time())
            .then(|| vec![(agent, Arc { deprel: Deprel::Obl, ..self.arcs[agent] })])
    }

    /// Whether a word alone is a time: `week`, `Friday`, `May`, `2024`.
    fn is_when(&self, token: usize) -> bool {
        is_time(&self.tags[token].lemma.to_lowercase())
            || self.is_day(token)
            || lexicon().senses(self.word(token)).any(Senses::MONTH)
            || self.tags[token].xpos == "CD" && self.word(token).len() == 4
    }
}

#[cfg(test)]
mod tests {
    use crate::language::{Deprel, analyze};
    use crate::testing::document;

    fn has_agent(text: &str) -> bool {
        let analysis = analyze(&document(text));
        (0..analysis.tokens.len()).any(|token| analysis.deprel(token) == Deprel::OblAgent)
    }

    #[test]
    fn a_time_does_nothing() {
        assert!(!has_agent("The ruling could be announced by the end of July."));
        assert!(!has_agent("It was approved by Friday."));
        assert!(has_agent("The ruling was announced by the court."));
    }
}
