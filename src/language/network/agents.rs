//! Who does what is done: in `it will be signed by the end of May`, nobody is told.

use super::children;
use super::parsed::Parsed;
use crate::document::Document;
use crate::language::lexicon::{Senses, lexicon};
use crate::language::times::is_time;
use crate::language::{Arc, Deprel, Sentence, Tag, Token};

/// Tells a time behind `by` from whoever did something.
pub(super) fn mend(
    document: &Document,
    sentences: &[Sentence],
    tokens: &[Token],
    tags: &[Tag],
    arcs: &mut [Arc],
) {
    for sentence in sentences {
        for agent in sentence.tokens.clone() {
            if arcs[agent].deprel != Deprel::OblAgent {
                continue;
            }
            let text = Parsed { document, tokens, tags, arcs, sentence: sentence.tokens.clone() };
            let time = |token: usize| {
                is_time(&tags[token].lemma.to_lowercase())
                    || text.is_day(token)
                    || lexicon().senses(text.word(token)).any(Senses::MONTH)
                    || tags[token].xpos == "CD" && text.word(token).len() == 4
            };
            let part = matches!(
                tags[agent].lemma.as_str(),
                "end" | "start" | "beginning" | "middle" | "close" | "turn"
            );
            let of_time = || {
                children(arcs, &sentence.tokens, agent)
                    .any(|of| arcs[of].deprel == Deprel::Nmod && time(of))
            };
            if time(agent) || part && of_time() {
                arcs[agent].deprel = Deprel::Obl;
            }
        }
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
