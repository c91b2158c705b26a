//! Who goes on telling: `"It was dark," he said` is whoever told what stands right before, with a name or without.

use super::cluster::Clusters;
use super::pronoun::{Linker, Third};
use super::speaker::is_saying;
use crate::language::Deprel;

/// What somebody does in words besides saying: `He also expressed hope`.
const TAKING_SIDES: &[&str] = &[
    "accuse",
    "blame",
    "condemn",
    "criticise",
    "criticize",
    "defend",
    "denounce",
    "dismiss",
    "express",
    "praise",
    "reject",
    "rule",
    "thank",
    "voice",
    "welcome",
];

impl Linker<'_> {
    /// Of a pronoun that speaks in a quotation: who told the sentence before it.
    pub(super) fn speaker_before(
        &self,
        idx: usize,
        third: Third,
        clusters: &Clusters,
    ) -> Option<usize> {
        let quotation = self.speakers.iter().position(|&speaker| speaker == Some(idx))?;
        let (grammar, traits) = (self.source.grammar, self.source.traits);
        let words = grammar.analysis.quotations.get(quotation)?.range;
        let opens = grammar.sentence(grammar.analysis.tokens_in(words).start);
        let sentence = opens.min(traits[idx].sentence).checked_sub(1)?;
        let teller = self.teller_of(sentence, idx)?;
        // `Roe smiled when he said "no"`.
        let own =
            (0..idx).rev().take_while(|&other| traits[other].sentence == traits[idx].sentence);
        let mut own = own.filter(|&other| traits[other].quotation.is_none());
        if own.any(|other| self.is_possible(idx, other, third, clusters)) {
            return None;
        }
        let barred = || self.barred(idx, clusters).contains(&clusters.of(teller));
        (self.is_possible(idx, teller, third, clusters) && !barred()).then_some(teller)
    }

    /// Whether a pronoun tells more of what `other` told in the sentence before.
    pub(super) fn goes_on_telling(&self, idx: usize, other: usize) -> bool {
        let grammar = self.source.grammar;
        let token = self.source.mentions[idx].head;
        let tells = grammar.head(token).is_some_and(|verb| {
            grammar.deprel(token) == Deprel::Nsubj
                && grammar.head(verb).is_none()
                && (is_saying(grammar, verb)
                    || TAKING_SIDES.contains(&grammar.lemma(verb).as_str()))
        });
        let before = self.source.traits[idx].sentence.checked_sub(1);
        tells && before.and_then(|before| self.teller_of(before, idx)) == Some(other)
    }

    /// The mention before `idx` that is the subject of a sentence's first verb of saying, outside of quotations.
    fn teller_of(&self, sentence: usize, idx: usize) -> Option<usize> {
        let (source, grammar) = (self.source, self.source.grammar);
        let above = |verb: usize| grammar.analysis.ancestors(verb).take(20).count();
        (0..idx)
            .rev()
            .skip_while(|&other| source.traits[other].sentence > sentence)
            .take_while(|&other| source.traits[other].sentence == sentence)
            .filter(|&other| source.traits[other].quotation.is_none() && !self.is_title(other))
            .filter_map(|other| {
                let anchor = source.traits[other].anchor;
                let verb = grammar.head(anchor)?;
                // `Lee asked Roe why. "I forgot," he said`: who is asked tells next.
                let asks =
                    grammar.lemma(verb) == "ask" && grammar.child(verb, Deprel::Xcomp).is_none();
                let part = grammar.deprel(anchor);
                let asked = matches!(part, Deprel::Obj | Deprel::Iobj);
                let tells = if asks { asked } else { part == Deprel::Nsubj };
                let tells = tells && is_saying(grammar, verb);
                tells.then(|| (above(verb), other))
            })
            .min()
            .map(|(_, other)| other)
    }
}

#[cfg(test)]
mod tests {
    use crate::briefing::{Briefing, brief};
    use crate::testing::document;

    /// The words that mean each actor, in the order of the text.
    fn mentions(briefing: &Briefing, text: &str, name: &str) -> Vec<String> {
        let actor = briefing.actors.iter().find(|actor| actor.name == name);
        let mentions = actor.map(|actor| actor.mentions.as_slice()).unwrap_or_default();
        mentions.iter().map(|mention| mention.range.slice(text).to_owned()).collect()
    }

    #[test]
    fn who_told_right_before_goes_on() {
        let text = "Tomas Lund fell ill in May. Lund had told nobody. \"He is better,\" a nurse said in Oslo. \"The \
                    doctors are with him,\" he said.";
        let briefing = brief(&document(text));
        assert!(!mentions(&briefing, text, "Tomas Lund").contains(&"he".to_owned()));
        let text = "Erik Dahl thanked Norway. Tomas Lund said the harbour was closed. \"It will reopen in May,\" he said.";
        let briefing = brief(&document(text));
        assert!(mentions(&briefing, text, "Tomas Lund").contains(&"he".to_owned()));
    }

    #[test]
    fn who_speaks_for_somebody_tells_of_him() {
        let text = "Tom Hall met Erik Dahl on Monday. Erik Dahl praised the plan. Hall’s campaign said he would win.";
        let briefing = brief(&document(text));
        assert!(mentions(&briefing, text, "Tom Hall").contains(&"he".to_owned()));
        let text = "In a statement defending Tom Hall, Erik Dahl’s campaign said he would win.";
        let briefing = brief(&document(text));
        for name in ["Tom Hall", "Erik Dahl"] {
            assert!(!mentions(&briefing, text, name).contains(&"he".to_owned()), "{name}");
        }
    }

    #[test]
    fn who_told_right_before_takes_sides() {
        let text = "President Erik Dahl said he would study the plan. Deputy Minister Tomas Lund said the government will \
                    not link the law to the budget. He also expressed hope that Norway would pass it by June.";
        let briefing = brief(&document(text));
        assert!(mentions(&briefing, text, "Tomas Lund").contains(&"He".to_owned()));
    }

    #[test]
    fn a_statement_goes_on() {
        let text = "The council of Norway met in Oslo. A statement released by Erik Dahl after a meeting with the council \
                    of Norway said the plan was dead. It added that the harbour would close.";
        let briefing = brief(&document(text));
        for actor in &briefing.actors {
            assert!(
                !mentions(&briefing, text, &actor.name).contains(&"It".to_owned()),
                "{}",
                actor.name
            );
        }
    }

    #[test]
    fn who_holds_another_states_office_is_not_its_leader() {
        let text = "Jens Olsen has accused Norway of escalating violence. Norway Prime Minister Erik Dahl said he was \
                    waiting for action and not promises from the Danish leader. He also accused Mr Olsen of doing nothing, \
                    in a telephone call with French President Tomas Lund, the Prime Minister's office reported. President \
                    Lund, meanwhile, said Mr Olsen remains the only partner for Norway.";
        let briefing = brief(&document(text));
        let lund = mentions(&briefing, text, "Tomas Lund");
        assert!(!lund.contains(&"the Danish leader".to_owned()), "{lund:?}");
    }

    #[test]
    fn the_press_is_not_the_police() {
        let text = "The boats have landed near Oslo, an AFP journalist said. The Australian Federal Police had told them not \
                    to comment.";
        let briefing = brief(&document(text));
        let police = mentions(&briefing, text, "Australian Federal Police");
        assert_eq!(police, ["Australian Federal Police"]);
    }

    #[test]
    fn who_speaks_is_nobody_of_whom_the_words_tell() {
        let text = "The minister, Erik Dahl, says it is too early. \"This is being looked at, but he was only found a few days \
                    ago,\" Senator Dahl said.";
        let briefing = brief(&document(text));
        assert!(!mentions(&briefing, text, "Erik Dahl").contains(&"he".to_owned()));
    }

    #[test]
    fn whose_it_is_stands_before_who() {
        let text = "Erik Dahl spoke in Oslo. Dahl said he was tired. He praised Tomas Lund, who ended his campaign on Monday.";
        let briefing = brief(&document(text));
        assert!(!mentions(&briefing, text, "Erik Dahl").contains(&"his".to_owned()));
    }

    #[test]
    fn who_was_asked_answers() {
        let text = "Erik Dahl asked Tomas Lund why the harbour was closed. \"It leaks,\" he said.";
        let briefing = brief(&document(text));
        assert!(mentions(&briefing, text, "Tomas Lund").contains(&"he".to_owned()));
    }

    #[test]
    fn who_tells_of_a_person_is_another() {
        let text = "Inspector Tomas Lund says the seven-year-old boy slept when the tall thief found the car.";
        let briefing = brief(&document(text));
        assert_eq!(mentions(&briefing, text, "Tomas Lund"), ["Tomas Lund"]);
    }

    #[test]
    fn a_pronoun_in_ones_own_words_is_another() {
        let text = "Abdul Lund is the head of the harbour in Oslo, where Mr Dahl had worked. Mr Lund says Mr Dahl is a \
                    thief who drank. The harbour leader says Mr Dahl was easily led and he is not surprised at what \
                    happened. \"I wouldn't say we were totally surprised, because we said if we remember how he left us \
                    this is what he was believing in,\" Mr Lund said.";
        let briefing = brief(&document(text));
        assert!(!mentions(&briefing, text, "Abdul Lund").contains(&"he".to_owned()));
    }
}
