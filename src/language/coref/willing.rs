//! Verbs that tell a body or a state from a thing: a plan takes effect, and only who decides may accuse.

use super::pronoun::Linker;
use crate::language::{Deprel, Upos};

/// What only people and bodies do.
const WILLING: &str = "accuse add agree announce ask believe call claim consider decide demand deny deploy expect hope insist intend \
    launch oppose plan pledge promise propose recognise recognize refuse reject say seek support try urge vow want \
    warn";

/// The same, but done in the sentence itself, and not in what somebody says of it.
const ACTING: &str = "acknowledge acquire admit annex apologise apologize appeal appoint approve argue ban blame boycott concede \
    condemn confirm criticise criticize declare defend denounce disclose dismiss donate elect employ endorse \
    estimate expel express finance fire forecast hire host impose invade invite negotiate nominate note occupy pay \
    praise predict publish ratify reiterate reply report request respond resume retaliate sell sign stress sue \
    summon suspend thank threaten veto voice vote welcome withdraw withhold";

impl Linker<'_> {
    /// Whether the pronoun does what only people and bodies do: `it said`, `it plans`.
    pub(super) fn is_willing(&self, idx: usize) -> bool {
        let grammar = self.source.grammar;
        let token = self.source.mentions[idx].head;
        let Some(verb) = grammar.head(token).filter(|_| grammar.deprel(token) == Deprel::Nsubj)
        else {
            return false;
        };
        let lemma = grammar.lemma(verb);
        let among = |list: &str| list.split_ascii_whitespace().any(|word| word == lemma);
        let main = || {
            grammar.head(verb).is_none_or(|first| {
                grammar.deprel(verb) == Deprel::Conj && grammar.head(first).is_none()
            })
        };
        grammar.upos(verb) == Upos::Verb && (among(WILLING) || main() && among(ACTING))
    }
}

#[cfg(test)]
mod tests {
    use crate::briefing::brief;
    use crate::testing::document;

    #[test]
    fn a_state_that_takes_sides_goes_on() {
        let text = "Peru objected to the deal. Norway met the envoys in Oslo. It has criticised Denmark for its taxes.";
        let briefing = brief(&document(text));
        let norway = briefing.actors.iter().find(|actor| actor.name == "Norway").expect("Norway");
        let words: Vec<&str> =
            norway.mentions.iter().map(|mention| mention.range.slice(text)).collect();
        assert_eq!(words, ["Norway", "It", "its"]);
    }
}
