//! What the parser hangs on the noun beside it: a question on whoever is asked (`asked the miners what they want`) or on the
//! day it is asked (`unclear Friday what it means`), the owner of what is not said on what follows (`parts of Norland's in
//! March`), a figure on who foretold it (`down from the 2% they forecast`), a word for somebody on the hours (`called him
//! stupid hours before the vote`), a name on what its office does (`As Ana Lee, the mayor, has put it`), and what somebody
//! does on what there is of him (`the approval of Ana Lee, who was named in May`).

use super::parsed::{Changes, Draft, Parsed, arc};
use crate::language::coref::words::{is_body, is_person};
use crate::language::times::is_time;
use crate::language::{Arc, Deprel, Upos};

/// So many words may stand above a noun up to the verb that takes a question.
const HIGHEST: usize = 5;

/// Hangs each where it belongs.
pub(super) fn mend(draft: &mut Draft<'_>) {
    draft.mend_each(|text, token| {
        text.question(token)
            .or_else(|| text.owner(token))
            .or_else(|| text.figure(token))
            .or_else(|| text.judgement(token))
            .or_else(|| text.office_of_name(token))
            .or_else(|| text.somebody(token))
    });
}

impl Parsed<'_> {
    /// No noun has a relative clause that begins with `what`, and no day one with any question word.
    fn question(&self, clause: usize) -> Option<Changes> {
        let Arc { head: Some(noun), deprel: Deprel::AclRelcl } = self.arcs[clause] else {
            return None;
        };
        let asks = self.children(clause).find(|&child| {
            noun < child
                && child < clause
                && matches!(self.tags[child].xpos, "WP" | "WRB")
                && (child == noun + 1 || self.tags[child - 1].upos == Upos::Punct)
        })?;
        let asked = self.word(asks) == "what"
            || self.is_day(noun) && matches!(self.word(asks), "who" | "how" | "why" | "where");
        if !asked || matches!(self.tags[noun].xpos, "WP" | "WDT") {
            return None;
        }
        let up = std::iter::successors(Some(noun), |&at| self.arcs[at].head);
        let verb = up
            .take(HIGHEST)
            .find(|&at| at < asks && matches!(self.tags[at].upos, Upos::Verb | Upos::Adj))?;
        // "It remained unclear Friday": the adjective, and not the verb, takes it.
        let predicate = self.children(verb).find(|&child| {
            self.arcs[child].deprel == Deprel::Xcomp
                && self.tags[child].upos == Upos::Adj
                && child < noun
        });
        Some(vec![(clause, arc(predicate.unwrap_or(verb), Deprel::Ccomp))])
    }

    /// `the approval of Ana Lee, who was named in May`: she was, and no approval.
    fn somebody(&self, clause: usize) -> Option<Changes> {
        let Arc { head: Some(thing), deprel: Deprel::AclRelcl } = self.arcs[clause] else {
            return None;
        };
        let who = self.children(clause).find(|&who| {
            self.word(who) == "who" && self.arcs[who].deprel.is_subject() && thing < who
        })?;
        let before = who.checked_sub(1)?;
        let last = before.checked_sub(usize::from(self.word(before) == ","))?;
        // The head of the name that ends there.
        let name = std::iter::successors(Some(last), |&at| {
            self.arcs[at].head.filter(|_| self.arcs[at].deprel == Deprel::Flat)
        })
        .last()?;
        let somebody = self.tags[name].upos == Upos::Propn || is_person(&self.tags[name].lemma);
        let noun = &self.tags[thing];
        let nobody = noun.upos == Upos::Noun && !is_person(&noun.lemma) && !is_body(&noun.lemma);
        (somebody && nobody && self.arcs[name] == arc(thing, Deprel::Nmod))
            .then(|| vec![(clause, arc(name, Deprel::AclRelcl))])
    }

    /// `parts of Norland's in March`: no noun stands behind the owner, so it is itself of which there are parts.
    fn owner(&self, owner: usize) -> Option<Changes> {
        let Arc { head: Some(thing), deprel: Deprel::NmodPoss } = self.arcs[owner] else {
            return None;
        };
        let ending = owner + 1;
        let parted = thing > ending + 1
            && self.arcs[ending] == arc(owner, Deprel::Case)
            && self.tags[ending + 1].upos == Upos::Adp
            && self.arcs[ending + 1] == arc(thing, Deprel::Case);
        let of = owner.checked_sub(1).filter(|&of| {
            parted && self.tags[of].upos == Upos::Adp && self.arcs[of].head == Some(thing)
        })?;
        let whole = of.checked_sub(1).filter(|&whole| self.tags[whole].upos == Upos::Noun)?;
        Some(vec![(owner, arc(whole, Deprel::Nmod)), (of, arc(owner, Deprel::Case))])
    }

    /// `down from the 2% they forecast in March`: what they forecast is the figure.
    fn figure(&self, verb: usize) -> Option<Changes> {
        let above = self.arcs[verb].head?;
        let subject = self.children(verb).find(|&child| {
            self.arcs[child].deprel == Deprel::Nsubj
                && matches!(self.word(child), "he" | "she" | "they" | "we" | "I" | "it")
        })?;
        let noun = subject.checked_sub(1).filter(|&noun| {
            self.arcs[noun] == arc(verb, Deprel::Obl)
                && matches!(self.tags[noun].upos, Upos::Noun | Upos::Sym)
                && above < noun
                && !is_time(&self.tags[noun].lemma)
        })?;
        let case = self.children(noun).find(|&child| self.arcs[child].deprel == Deprel::Case)?;
        let definite = self.children(noun).any(|child| self.word(child) == "the");
        let before = case.checked_sub(1).filter(|&before| above <= before)?;
        let inside =
            matches!(self.tags[before].upos, Upos::Adv | Upos::Noun | Upos::Verb | Upos::Num);
        let whole = self.children(verb).any(|child| {
            child > verb
                && matches!(self.arcs[child].deprel, Deprel::Obj | Deprel::Ccomp | Deprel::Xcomp)
        });
        (inside && definite && !whole && self.tags[verb].upos == Upos::Verb).then(|| {
            let governor = match self.tags[before].upos {
                Upos::Adv => self.arcs[before].head.filter(|&it| it < noun).unwrap_or(before),
                _ => before,
            };
            vec![(noun, arc(governor, Deprel::Obl)), (verb, arc(noun, Deprel::AclRelcl))]
        })
    }

    /// `called him “stupid” hours before the vote`: nobody was called hours.
    fn judgement(&self, hours: usize) -> Option<Changes> {
        let Arc { head: Some(verb), deprel: Deprel::Obj } = self.arcs[hours] else { return None };
        let naming =
            matches!(self.tags[verb].lemma.as_str(), "brand" | "call" | "deem" | "dub" | "label");
        let timed = self.tags[hours].xpos == "NNS"
            && is_time(&self.tags[hours].lemma)
            && matches!(self.word(hours + 1), "after" | "ago" | "before" | "earlier" | "later");
        let called = self.children(verb).find(|&child| self.arcs[child].deprel == Deprel::Iobj)?;
        let word = self.children(hours).find(|&child| {
            naming && timed && self.arcs[child].deprel == Deprel::Amod && called < child
        })?;
        Some(vec![
            (called, arc(verb, Deprel::Obj)),
            (word, arc(verb, Deprel::Xcomp)),
            (hours, arc(verb, Deprel::OblUnmarked)),
        ])
    }

    /// `As Ana Lee, the mayor, has put it`: she has, and the mayor is who she is.
    fn office_of_name(&self, office: usize) -> Option<Changes> {
        let Arc { head: Some(verb), deprel: Deprel::Nsubj } = self.arcs[office] else {
            return None;
        };
        let name = self.children(verb).find(|&child| {
            self.arcs[child].deprel == Deprel::Obl
                && self.tags[child].upos == Upos::Propn
                && child < office
        })?;
        let first = self.sentence.start;
        let mark = self.children(name).find(|&child| {
            self.arcs[child].deprel == Deprel::Case && matches!(self.word(child), "As" | "as")
        })?;
        let article = self.children(office).find(|&child| self.tags[child].upos == Upos::Det)?;
        let commas = article > first
            && self.word(article - 1) == ","
            && office < verb
            && (office + 1..verb).any(|at| self.word(at) == ",");
        (commas && name < article && self.tags[office].upos == Upos::Noun).then(|| {
            vec![
                (name, arc(verb, Deprel::Nsubj)),
                (office, arc(name, Deprel::Appos)),
                (mark, arc(verb, Deprel::Mark)),
            ]
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::language::Deprel;
    use crate::language::network::testing::Mended;

    #[test]
    fn a_question_hangs_on_who_asks() {
        let asked = Mended::of(
            "Europe should try something new: paying teachers, opening its schools, and asking the people of the Sahel what they \
             want.",
        );
        assert_eq!((asked.head("want"), asked.deprel("want")), (Some("asking"), Deprel::Ccomp));
        let unclear = Mended::of(
            "It remained unclear Friday what the ruling means for a second provision of the Norland law.",
        );
        assert_eq!(
            (unclear.head("means"), unclear.deprel("means")),
            (Some("unclear"), Deprel::Ccomp)
        );
    }

    #[test]
    fn an_owner_of_nothing_is_what_there_are_parts_of() {
        let mended = Mended::of(
            "A federal judge blocked parts of Florida's in March, and the state has appealed.",
        );
        assert_eq!(
            (mended.head("Florida"), mended.deprel("Florida")),
            (Some("parts"), Deprel::Nmod)
        );
    }

    #[test]
    fn what_they_forecast_is_the_figure() {
        let mended = Mended::of(
            "Policymakers now project the economy to grow 1.4% this year, down from the 1.7% they forecast in March, and \
             unemployment to rise to 4.5%.",
        );
        assert_eq!(mended.deprel("forecast"), Deprel::AclRelcl);
    }

    #[test]
    fn who_was_named_is_somebody() {
        let mended = Mended::of(
            "He did so not to endanger the approval of Gruenberg, who was nominated by the president and confirmed in May 2012.",
        );
        assert_eq!(mended.head("nominated"), Some("Gruenberg"));
    }

    #[test]
    fn nobody_is_called_hours() {
        let mended =
            Mended::of("Tom Hall called him \"stupid\" hours before the decision and left.");
        assert_eq!((mended.deprel("stupid"), mended.deprel("him")), (Deprel::Xcomp, Deprel::Obj));
    }

    #[test]
    fn who_has_put_it_is_the_one_named() {
        let mended = Mended::of(
            "As Achille Mbenga, the Cameroonian historian, has put it, \"you cannot blame the wind for a house that had no roof\".",
        );
        assert_eq!(mended.subjects("put"), ["Achille"]);
        assert_eq!(mended.deprel("historian"), Deprel::Appos);
    }
}
