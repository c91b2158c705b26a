//! Whom a name in commas is told of: in `the mayor of Selm, Ana Lee, said`, of the mayor, and not of the town. And what
//! stands beside what is told behind a name: in `Ana Lee, a banker and former mayor, said`, one has spoken, and not two.

use super::parsed::Parsed;
use crate::document::Document;
use crate::language::coref::words::{is_courtesy, is_person};
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Arc, Deprel, Sentence, Tag, Token, Upos};

/// Hangs such a name on the noun for a person, and a relative clause behind it on the name.
pub(super) fn mend(
    document: &Document,
    sentences: &[Sentence],
    tokens: &[Token],
    tags: &[Tag],
    arcs: &mut [Arc],
) {
    for sentence in sentences {
        for name in sentence.tokens.clone() {
            let text = Parsed { document, tokens, tags, arcs, sentence: sentence.tokens.clone() };
            let Some((place, person)) = text.apposed(name) else { continue };
            for arc in &mut arcs[name + 1..sentence.tokens.end] {
                if arc.head == Some(place) {
                    // The other words of the name may hang on the place too.
                    let of_name = matches!(arc.deprel, Deprel::AclRelcl | Deprel::Flat);
                    arc.head = Some(if of_name { name } else { person });
                }
            }
            arcs[name].head = Some(person);
        }
        for noun in sentence.tokens.clone() {
            let text = Parsed { document, tokens, tags, arcs, sentence: sentence.tokens.clone() };
            if let Some(first) = text.beside(noun) {
                arcs[noun] = Arc { head: Some(first), deprel: Deprel::Conj };
            }
        }
    }
}

impl Parsed<'_> {
    /// The place that the name at `name` hangs on, and the noun for a person before it.
    fn apposed(&self, name: usize) -> Option<(usize, usize)> {
        let is = |token: usize, deprel: Deprel| self.arcs[token].deprel == deprel;
        let place =
            self.arcs[name].head.filter(|&place| is(name, Deprel::Appos) && place < name)?;
        let person =
            self.arcs[place].head.filter(|&noun| is(place, Deprel::Nmod) && noun < place)?;
        let before = (place + 1..name)
            .rev()
            .find(|&token| !is_courtesy(&self.word(token).to_lowercase()))?;
        // "the mayor of Paris, Texas, said"
        let known = lexicon().senses(self.word(name));
        let other = known.any(Senses::ANY_PLACE) && !known.any(Senses::GIVEN)
            || self.word(name).ends_with('.');
        let told = self.tags[place].upos == Upos::Propn
            && self.tags[name].upos == Upos::Propn
            && self.tags[person].xpos != "NNS"
            && is_person(&self.word(person).to_lowercase())
            && self.word(before) == ",";
        (told && !other).then_some((place, person))
    }

    /// The noun behind the name of a person that another noun for a person goes on from, where the tree joined that
    /// one to the name.
    fn beside(&self, noun: usize) -> Option<usize> {
        let Arc { head: Some(name), deprel: Deprel::Conj | Deprel::Appos } = self.arcs[noun] else {
            return None;
        };
        // `a Democrat`.
        let person = |token: usize| {
            matches!(self.tags[token].xpos, "NN" | "NNP")
                && is_person(&self.word(token).to_lowercase())
        };
        let hangs = |token: usize, head: usize, deprel: Deprel| {
            self.arcs[token].head == Some(head) && self.arcs[token].deprel == deprel
        };
        let first = (name + 1..noun).find(|&first| hangs(first, name, Deprel::Appos))?;
        let and = (first + 1..noun).find(|&and| hangs(and, noun, Deprel::Cc))?;
        // `Ana Lee, a banker, and former mayor Tom Roe`
        let another =
            self.sentence.contains(&(noun + 1)) && self.tags[noun + 1].upos == Upos::Propn;
        (self.tags[name].upos == Upos::Propn
            && person(first)
            && person(noun)
            && self.word(and - 1) != ","
            && !another)
            .then_some(first)
    }
}

#[cfg(test)]
mod tests {
    use crate::language::{Deprel, analyze};
    use crate::testing::document;

    /// What the word `form` hangs on as another name of it.
    fn apposed_to(text: &str, form: &str) -> Option<String> {
        let document = document(text);
        let analysis = analyze(&document);
        let name = (0..analysis.tokens.len())
            .find(|&token| analysis.word(&document, token) == form)
            .expect("the text has the word");
        let head = analysis.head(name).filter(|_| analysis.deprel(name) == Deprel::Appos)?;
        Some(analysis.word(&document, head).to_owned())
    }

    #[test]
    fn a_name_in_commas_is_that_of_the_person() {
        let text = "The MP for Eastley, Priya Dahl, said fares must fall.";
        assert_eq!(apposed_to(text, "Priya").as_deref(), Some("MP"));
        let text = "The member for Selm, Ms Lee, opposed the levy.";
        assert_eq!(apposed_to(text, "Lee").as_deref(), Some("member"));
        let text = "The mayor of Paris, Texas, opposed the levy.";
        assert_ne!(apposed_to(text, "Texas").as_deref(), Some("mayor"));
    }

    #[test]
    fn what_stands_beside_a_word_behind_a_name_is_no_second_person() {
        for text in [
            "“She spoke,” said Khin Zaw Moe, an activist and former political prisoner.",
            "Andrew Pell, a Democrat and former Oklahoma state senator who ran for the Senate in 2008, was glad.",
        ] {
            let document = document(text);
            let analysis = analyze(&document);
            let first = (0..analysis.tokens.len())
                .find(|&token| analysis.deprel(token) == Deprel::Appos)
                .expect("a word behind the name");
            assert!(analysis.child_as(first, Deprel::Conj).is_some(), "{text}");
        }
    }
}
