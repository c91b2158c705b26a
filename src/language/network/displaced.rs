//! Subjects that the parser hung elsewhere: on the preposition that is a conjunction, on the last noun of what is said, behind
//! the body whose officer speaks. What is said is set right in the same round, by [`super::contents`], [`super::told`] and
//! [`super::unclaimed`].

use super::conjunct::has_subject_or_auxiliary;
use super::parsed::{Changes, Draft, Parsed, arc};
use crate::language::coref::words::is_person;
use crate::language::{Arc, Deprel, Upos};

/// Gives each clause its subject and its content.
pub(super) fn mend(draft: &mut Draft<'_>) {
    draft.mend_each(|text, token| {
        text.behind_conjunction(token)
            .or_else(|| text.two_reporters(token))
            .or_else(|| text.loose_name(token))
            .or_else(|| text.officer(token))
            .or_else(|| text.two_nouns(token))
            .or_else(|| text.two_contents(token))
            .or_else(|| text.said_in(token))
            .or_else(|| text.saying_quoted(token))
            .or_else(|| text.reminded(token))
            .or_else(|| text.set_off(token))
            .or_else(|| text.told(token))
            .or_else(|| text.genitive(token))
            .or_else(|| text.named_aide(token))
            .or_else(|| text.severed(token))
            .or_else(|| text.supposed(token))
            .or_else(|| text.speaking(token))
            .or_else(|| text.asked(token))
            .or_else(|| text.rejecting(token))
            .or_else(|| text.cheering(token))
            .or_else(|| text.accused(token))
            .or_else(|| text.in_role(token))
            .or_else(|| text.told_by(token))
            .or_else(|| text.answering(token))
            .or_else(|| text.quoted_before(token))
            .or_else(|| text.behind_opening(token))
            .or_else(|| text.content_of(token))
    });
}

/// Gives what a person says to the name, where a noun behind the name has it. Subjects must have been mended before.
pub(super) fn name_speakers(draft: &mut Draft<'_>) {
    draft.mend_each(|text, token| text.named_before(token));
}

impl Parsed<'_> {
    /// `fell after the board’s report in May said so`, with the report as when it fell.
    fn behind_conjunction(&self, verb: usize) -> Option<Changes> {
        let Arc { head: Some(above), deprel: Deprel::Advcl } = self.arcs[verb] else { return None };
        let bare = self.is_finite(verb)
            && !has_subject_or_auxiliary(self.arcs, verb)
            && self.children(verb).all(|child| self.arcs[child].deprel != Deprel::Mark);
        if !bare {
            return None;
        }
        let ties = |at: usize| {
            matches!(self.word(at), "after" | "as" | "because" | "before" | "since" | "until")
        };
        let noun = self.children(above).find(|&child| {
            let end = (child..verb)
                .rev()
                .find(|&at| self.tags[at].upos != Upos::Adv)
                .filter(|&end| self.is_below(end, child));
            self.arcs[child].deprel == Deprel::Obl
                && (above + 1..verb).contains(&child)
                && self.is_noun(child)
                && end.is_some_and(|end| self.tags[end].upos != Upos::Punct)
                // "as refugees after the number rose"
                && !(child + 1..verb).any(ties)
        })?;
        let tie = self
            .children(noun)
            .find(|&child| self.arcs[child].deprel == Deprel::Case && ties(child))?;
        Some(vec![(noun, arc(verb, Deprel::Nsubj)), (tie, arc(verb, Deprel::Mark))])
    }

    /// `…, foreign bankers and analysts said.`, with the bankers in the list that ends what is said.
    fn two_reporters(&self, verb: usize) -> Option<Changes> {
        let second = verb.checked_sub(1)?;
        let plural = |at: usize| self.tags[at].xpos == "NNS" && is_person(&self.tags[at].lemma);
        let tells = self.tags[verb].lemma == "tell";
        let says = tells
            || matches!(self.tags[verb].lemma.as_str(), "say" | "believe" | "predict" | "report");
        if !says || !matches!(self.tags[verb].xpos, "VBD" | "VBP") || !plural(second) {
            return None;
        }
        // "…, bankers and officials told Reuters."
        let behind =
            (verb + 1..self.sentence.end).filter(|&at| self.tags[at].upos != Upos::Punct).count();
        if behind > usize::from(tells) {
            return None;
        }
        let kind = |&at: &usize| matches!(self.tags[at].upos, Upos::Adj | Upos::Noun | Upos::Propn);
        let start = self.sentence.start;
        let and = (start..second).rev().find(|at| !kind(at))?;
        let first = and.checked_sub(1).filter(|&first| first > start && plural(first))?;
        let comma = (start..first).rev().find(|at| !kind(at))?;
        if self.word(and) != "and" || self.tags[comma].xpos != "," || comma < start + 2 {
            return None;
        }
        let Arc { head: said, deprel } = self.arcs[verb];
        let joined = said.filter(|&said| deprel == Deprel::Conj && said < comma);
        let own = |child: usize| self.arcs[child].deprel == Deprel::Nsubj;
        if self.children(verb).any(|child| own(child) && child == first) {
            return None;
        }
        let mut changes = vec![
            (first, arc(verb, Deprel::Nsubj)),
            (second, arc(first, Deprel::Conj)),
            (and, arc(second, Deprel::Cc)),
            (comma, arc(verb, Deprel::Punct)),
        ];
        if let Some(said) = joined {
            changes.push((verb, self.arcs[said]));
            changes.push((said, arc(verb, Deprel::Ccomp)));
        }
        Some(changes)
    }

    /// A name before its verb that hangs on it as nothing.
    fn loose_name(&self, name: usize) -> Option<Changes> {
        let Arc { head: Some(verb), deprel: Deprel::Dep } = self.arcs[name] else { return None };
        let subject = name < verb
            && self.tags[name].upos == Upos::Propn
            && self.is_finite(verb)
            && !has_subject_or_auxiliary(self.arcs, verb);
        subject.then(|| vec![(name, arc(verb, Deprel::Nsubj))])
    }

    /// `Union of Smiths (US) president Ana Lee said`, with the union as who says it.
    fn officer(&self, name: usize) -> Option<Changes> {
        let Arc { head: Some(body), deprel: Deprel::Nmod } = self.arcs[name] else { return None };
        let office = name.checked_sub(1)?;
        let named = self.tags[name].upos == Upos::Propn
            && body < office
            && (body..office).all(|at| self.tags[at].xpos != ",")
            // "Nick Roe of brokers Capel": the brokers' man.
            && self.tags[office - 1].upos != Upos::Adp
            && self.arcs[office] == arc(name, Deprel::NmodDesc)
            && is_person(&self.tags[office].lemma.to_lowercase())
            && self.children(name).all(|child| self.arcs[child].deprel != Deprel::Case);
        let speaks = self.tags[body].upos == Upos::Propn
            && self.arcs[body].deprel == Deprel::Nsubj
            && !is_person(&self.tags[body].lemma.to_lowercase());
        (named && speaks)
            .then(|| vec![(name, self.arcs[body]), (body, arc(office, Deprel::Compound))])
    }

    /// `a high level trade official said`, with the level as another who says it.
    fn two_nouns(&self, first: usize) -> Option<Changes> {
        let Arc { head: Some(verb), deprel: Deprel::Nsubj } = self.arcs[first] else { return None };
        let second = self.children(verb).find(|&child| {
            child > first && child < verb && self.arcs[child].deprel == Deprel::Nsubj
        })?;
        let near = (first + 1..second).all(|at| {
            self.arcs[at].head.is_some_and(|head| (first + 1..=second).contains(&head))
                && matches!(self.tags[at].upos, Upos::Adj | Upos::Noun | Upos::Propn)
        });
        let led = self.children(first).any(|child| self.arcs[child].deprel == Deprel::Det);
        let officer = self.tags[second].xpos == "NN"
            && is_person(&self.tags[second].lemma)
            && self.tags[first].xpos == "NN";
        if !near || !led || !officer {
            return None;
        }
        let own = self.children(first).map(|child| (child, arc(second, self.arcs[child].deprel)));
        let own: Vec<(usize, Arc)> = own.filter(|&(child, _)| child < first).collect();
        Some([own, vec![(first, arc(second, Deprel::Compound))]].concat())
    }

    /// `called the board’s announced plan a joke`, with the plan as what is announced: no passive has an object.
    fn genitive(&self, participle: usize) -> Option<Changes> {
        let Arc { head: Some(above), deprel } = self.arcs[participle] else { return None };
        let mark = participle.checked_sub(1)?;
        let genitive = matches!(self.word(mark), "'s" | "’s")
            && self.arcs[mark] == arc(participle, Deprel::AuxPass)
            && self.tags[participle].xpos == "VBN";
        if !genitive {
            return None;
        }
        let noun = self.children(participle).find(|&child| {
            child > participle
                && self.arcs[child].deprel == Deprel::Obj
                && (participle + 1..child)
                    .all(|at| matches!(self.tags[at].upos, Upos::Adj | Upos::Noun | Upos::Propn))
        })?;
        let owner = self
            .children(participle)
            .find(|&child| child < mark && self.arcs[child].deprel == Deprel::NsubjPass)?;
        let deprel = if deprel == Deprel::Ccomp { Deprel::Obj } else { deprel };
        Some(vec![
            (noun, arc(above, deprel)),
            (participle, arc(noun, Deprel::Amod)),
            (owner, arc(noun, Deprel::NmodPoss)),
            (mark, arc(owner, Deprel::Case)),
        ])
    }

    /// `Ana Lee, aide to Tom Ruiz, said`, with the name as what the aide is called.
    fn named_aide(&self, name: usize) -> Option<Changes> {
        let Arc { head: Some(aide), deprel: Deprel::Compound } = self.arcs[name] else {
            return None;
        };
        let comma = (name + 1..aide).find(|&at| self.tags[at].xpos == ",")?;
        let named = self.tags[name].upos == Upos::Propn
            && self.arcs[comma].head == Some(aide)
            && is_person(&self.tags[aide].lemma)
            && self.children(name).any(|child| self.arcs[child].deprel == Deprel::Flat);
        named.then(|| vec![(name, self.arcs[aide]), (aide, arc(name, Deprel::Appos))])
    }

    /// `It added that the port would close`, with a word that means nothing as who adds.
    fn speaking(&self, it: usize) -> Option<Changes> {
        let Arc { head: Some(verb), deprel: Deprel::Expl } = self.arcs[it] else { return None };
        let says = matches!(
            self.tags[verb].lemma.as_str(),
            "add"
                | "announce"
                | "argue"
                | "claim"
                | "conclude"
                | "deny"
                | "insist"
                | "say"
                | "stress"
                | "warn"
        );
        let active = self.is_finite(verb)
            && it < verb
            && self.children(verb).all(|child| self.arcs[child].deprel != Deprel::AuxPass);
        let has =
            |deprel: Deprel| self.children(verb).any(|child| self.arcs[child].deprel == deprel);
        // "It applied to join": but not "it took years to build it".
        let acts = || {
            self.tags[verb].upos == Upos::Verb
                && !matches!(
                    self.tags[verb].lemma.as_str(),
                    "appear"
                        | "become"
                        | "cost"
                        | "fall"
                        | "feel"
                        | "happen"
                        | "help"
                        | "hurt"
                        | "look"
                        | "make"
                        | "matter"
                        | "need"
                        | "pay"
                        | "please"
                        | "prove"
                        | "remain"
                        | "require"
                        | "seem"
                        | "sound"
                        | "take"
                        | "turn"
                )
                && self.children(verb).any(|child| {
                    self.arcs[child].deprel == Deprel::Xcomp && self.tags[child].xpos == "VB"
                })
                && !has(Deprel::Cop)
                && !has(Deprel::Csubj)
        };
        (active
            && self.word(it).eq_ignore_ascii_case("it")
            && (says && has(Deprel::Ccomp) || acts()))
        .then(|| vec![(it, arc(verb, Deprel::Nsubj))])
    }

    /// `her rulings as a judge favored them`, with two that favor: the second tells in what role.
    fn in_role(&self, noun: usize) -> Option<Changes> {
        let Arc { head: Some(verb), deprel: Deprel::Nsubj } = self.arcs[noun] else { return None };
        let first = self
            .children(verb)
            .find(|&child| child < noun && self.arcs[child].deprel == Deprel::Nsubj)?;
        let start = self.children(noun).filter(|&child| child < noun).min().unwrap_or(noun);
        let by = start.checked_sub(1).filter(|&by| by == first + 1 && self.word(by) == "as")?;
        self.is_noun(noun)
            .then(|| vec![(noun, arc(first, Deprel::Nmod)), (by, arc(noun, Deprel::Case))])
    }

    /// `In one of the letters, chairman Tom Hall, a friend of hers, told them`, with the friend as who tells: his name stands
    /// before the comma.
    fn named_before(&self, noun: usize) -> Option<Changes> {
        let Arc { head: Some(verb), deprel: Deprel::Nsubj } = self.arcs[noun] else { return None };
        let says =
            matches!(self.tags[verb].lemma.as_str(), "say" | "tell" | "add" | "write" | "warn");
        let before = |&child: &usize| child < noun && self.tags[child].upos != Upos::Punct;
        let start = self.children(noun).filter(before).min().unwrap_or(noun);
        // "an aide to Hall", "aide to Hall"
        let introduced = start == noun || matches!(self.word(start), "a" | "an");
        let comma = start.checked_sub(1).filter(|&comma| self.tags[comma].xpos == ",")?;
        let named = says
            && introduced
            && noun < verb
            && is_person(&self.tags[noun].lemma)
            && comma > self.sentence.start;
        let name = (self.sentence.start..comma)
            .rev()
            .take_while(|&at| self.tags[at].upos == Upos::Propn)
            .last()
            .filter(|_| named)?;
        let titled = self.children(name).any(|child| self.arcs[child].deprel == Deprel::NmodDesc)
            || self.children(name).any(|child| self.arcs[child].deprel == Deprel::Flat);
        let loose = matches!(
            self.arcs[name].deprel,
            Deprel::Conj | Deprel::Appos | Deprel::Nmod | Deprel::Obl | Deprel::Vocative
        ) && self.children(name).all(|child| self.arcs[child].deprel != Deprel::Case);
        (titled && loose)
            .then(|| vec![(name, arc(verb, Deprel::Nsubj)), (noun, arc(name, Deprel::Appos))])
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::Mended;

    #[test]
    fn what_a_conjunction_leads_in_has_a_subject() {
        let mended = Mended::of(
            "The mayor fell to about 42 pct after the Harbour Commission report in February said he had failed.",
        );
        assert_eq!(mended.subjects("said"), ["report"]);
    }

    #[test]
    fn two_who_report_are_no_part_of_what_is_said() {
        let mended = Mended::of(
            "A court has ruled that the agency should not take part in tenders open to private buyers, grain traders \
             and officials said.",
        );
        assert_eq!(mended.subjects("said"), ["traders"]);
        assert_eq!(mended.head("ruled"), Some("said"));
    }

    #[test]
    fn an_officer_speaks_and_not_the_body() {
        let mended = Mended::of(
            "\"There is a good chance that a board could result from early talks,\" Confederation of Danish Industry \
             (CDI) president Pedro Lund da Dahl said.",
        );
        assert_eq!(mended.subjects("said"), ["Pedro"]);
    }

    #[test]
    fn a_level_says_nothing() {
        let mended = Mended::of("A high level U.S. trade official said it would be foolish.");
        assert_eq!(mended.subjects("said"), ["official"]);
    }

    #[test]
    fn who_is_named_before_aide_is_the_aide() {
        let mended = Mended::of(
            "The board may very likely look at the loan and decide that it cannot raise it, David Graves, aide to Sen. \
             Thad Lund, said.",
        );
        assert_eq!(mended.subjects("said"), ["David"]);
    }

    #[test]
    fn a_friend_before_the_verb_has_a_name() {
        let mended = Mended::of(
            "In one of the most direct attacks, board chairman John Dahl, a longtime friend of hers and former senator \
             from Selm, told a press conference that it was late.",
        );
        assert_eq!(mended.subjects("told"), ["John"]);
    }

    #[test]
    fn what_adds_something_is_somebody() {
        assert_eq!(Mended::of("It added that the port would close.").subjects("added"), ["It"]);
    }

    #[test]
    fn what_applies_is_somebody() {
        let text = "Norland joined the union in 1995. It applied to join the pact in May, dropping two centuries of peace.";
        assert_eq!(Mended::of(text).subjects("applied"), ["It"]);
        let text = "It took two years to build the bridge.";
        assert!(Mended::of(text).subjects("took").is_empty());
    }

    #[test]
    fn a_role_acts_not_beside_what_is_done_in_it() {
        let mended = Mended::of(
            "The group argued that her rulings as an appeals judge consistently favored corporations over workers.",
        );
        assert_eq!(mended.subjects("favored"), ["rulings"]);
        assert_eq!(mended.head("judge"), Some("rulings"));
    }
}
