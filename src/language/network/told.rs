//! Telling somebody of something, hung on the noun beside it: who is told and who tells, what one is told or accused of, and what
//! is done about words, `rejected the claims, calling them absurd`.

use super::bereft::SAYING;
use super::parsed::{Changes, Parsed, arc};
use crate::language::{Arc, Deprel, Upos};

impl Parsed<'_> {
    /// `…, the clerk, who would not be named, told Reuters`, with the agency as who told it.
    pub(super) fn told(&self, listener: usize) -> Option<Changes> {
        let Arc { head: Some(verb), deprel } = self.arcs[listener] else { return None };
        let tells = self.tags[verb].lemma == "tell"
            && self.tags[verb].xpos == "VBD"
            && listener > verb
            && self.word(verb - 1) == ","
            && matches!(deprel, Deprel::Nsubj | Deprel::Obj | Deprel::Iobj)
            && !self
                .children(verb)
                .any(|child| child < verb && self.arcs[child].deprel.is_subject());
        if !tells {
            return None;
        }
        let last =
            (self.sentence.start..verb).rev().find(|&at| self.tags[at].upos != Upos::Punct)?;
        // Bounded for the sake of damaged trees; no sentence is deeper.
        let speaker = std::iter::successors(Some(last), |&at| self.arcs[at].head)
            .take(20)
            .skip_while(|&at| self.arcs[at].deprel != Deprel::Appos)
            // "his aide, Ana Lee, told"
            .take_while(|&at| self.arcs[at].deprel == Deprel::Appos && at < verb)
            .last();
        let speaker = speaker.filter(|&at| self.is_noun(at))?;
        Some(vec![(listener, arc(verb, Deprel::Iobj)), (speaker, arc(verb, Deprel::Nsubj))])
    }

    /// `was told by the ministry that he must leave`, with the clause as the ministry's: it is what he was told.
    pub(super) fn told_by(&self, clause: usize) -> Option<Changes> {
        let Arc { head: Some(agent), deprel: Deprel::Acl } = self.arcs[clause] else { return None };
        let verb = self.arcs[agent].head.filter(|&verb| verb < agent)?;
        let that = self.children(clause).any(|mark| {
            self.arcs[mark].deprel == Deprel::Mark && mark > agent && self.word(mark) == "that"
        });
        let told = that
            && self.arcs[agent].deprel == Deprel::OblAgent
            && matches!(
                self.tags[verb].lemma.as_str(),
                "advise" | "assure" | "inform" | "notify" | "promise" | "remind" | "tell" | "warn"
            );
        told.then(|| vec![(clause, arc(verb, Deprel::Ccomp))])
    }

    /// `accused Ana Lee, the mayor, of lying`, with the lying as the mayor's: of what she was accused.
    pub(super) fn accused(&self, of: usize) -> Option<Changes> {
        let Arc { head: Some(what), deprel: Deprel::Mark | Deprel::Case } = self.arcs[of] else {
            return None;
        };
        let beside = self.arcs[what].head.filter(|&beside| beside < of)?;
        let object = self.arcs[beside].head.filter(|&object| object < beside)?;
        let verb = self.arcs[object].head.filter(|&verb| verb < object)?;
        let accused = self.word(of) == "of"
            && of > 0
            && self.word(of - 1) == ","
            && self.arcs[beside].deprel == Deprel::Appos
            && matches!(self.arcs[object].deprel, Deprel::Obj | Deprel::Iobj)
            && matches!(
                self.tags[verb].lemma.as_str(),
                "accuse"
                    | "acquit"
                    | "assure"
                    | "clear"
                    | "convict"
                    | "deprive"
                    | "inform"
                    | "notify"
                    | "remind"
                    | "rob"
                    | "strip"
                    | "suspect"
                    | "warn"
            );
        let way = if self.tags[what].xpos == "VBG" { Deprel::Advcl } else { Deprel::Obl };
        accused.then(|| vec![(what, arc(verb, way))])
    }

    /// `told cheering supporters that`, as if telling were cheering: it is they who cheer.
    pub(super) fn cheering(&self, participle: usize) -> Option<Changes> {
        let Arc { head: Some(verb), deprel: Deprel::Xcomp } = self.arcs[participle] else {
            return None;
        };
        let noun = participle + 1;
        let told = participle == verb + 1
            && self.tags[participle].xpos == "VBG"
            && matches!(
                self.tags[verb].lemma.as_str(),
                "address" | "assure" | "inform" | "remind" | "tell" | "thank" | "warn"
            )
            && self.sentence.contains(&noun)
            && self.arcs[noun] == arc(participle, Deprel::Obj)
            && self.tags[noun].xpos == "NNS";
        told.then(|| {
            let own = [(participle, arc(noun, Deprel::Amod)), (noun, arc(verb, Deprel::Obj))];
            let rest = self.children(participle).filter(|&child| child > noun);
            own.into_iter()
                .chain(rest.map(|child| (child, Arc { head: Some(verb), ..self.arcs[child] })))
                .collect()
        })
    }

    /// `“What we want is a truce,” its director, Ana Lee, told them`, with what is said as a clause of the director, which
    /// would stand behind him.
    pub(super) fn quoted_before(&self, clause: usize) -> Option<Changes> {
        let Arc { head: Some(noun), deprel: Deprel::AclRelcl } = self.arcs[clause] else {
            return None;
        };
        let verb = self.arcs[noun].head.filter(|&verb| clause < noun && noun < verb)?;
        let says = self.arcs[noun].deprel == Deprel::Nsubj
            && matches!(
                self.tags[verb].lemma.as_str(),
                "add" | "argue" | "ask" | "insist" | "note" | "say" | "tell" | "warn" | "write"
            );
        let marks = (clause..noun).any(|token| self.tags[token].xpos == "''");
        (says && marks).then(|| vec![(clause, arc(verb, Deprel::Ccomp))])
    }

    /// `a furious response from Ostland, which recalled its envoy`: Ostland did, and not the response.
    pub(super) fn answering(&self, clause: usize) -> Option<Changes> {
        let Arc { head: Some(noun), deprel: Deprel::AclRelcl } = self.arcs[clause] else {
            return None;
        };
        let answers = matches!(
            self.tags[noun].lemma.as_str(),
            "complaint"
                | "condemnation"
                | "criticism"
                | "denial"
                | "opposition"
                | "praise"
                | "pressure"
                | "protest"
                | "reaction"
                | "rebuke"
                | "response"
                | "statement"
                | "support"
                | "threat"
                | "warning"
        );
        let which = self.children(clause).find(|&child| {
            child < clause
                && matches!(self.tags[child].xpos, "WDT" | "WP")
                && self.arcs[child].deprel == Deprel::Nsubj
        })?;
        let from = self.children(noun).find(|&child| {
            self.arcs[child].deprel == Deprel::Nmod
                && self.tags[child].upos == Upos::Propn
                && self.children(child).any(|case| self.word(case) == "from")
        })?;
        let ends = which >= 2
            && self.word(which - 1) == ","
            && (which - 2 == from || self.is_below(which - 2, from));
        (answers && ends && from < which).then(|| vec![(clause, arc(from, Deprel::AclRelcl))])
    }

    /// `rejected claims that she had lied, calling them absurd`: who rejects them calls them that.
    pub(super) fn rejecting(&self, participle: usize) -> Option<Changes> {
        const NAMES: &[&str] = &[
            "branding",
            "calling",
            "condemning",
            "denouncing",
            "deriding",
            "describing",
            "dismissing",
            "dubbing",
            "hailing",
            "labeling",
            "labelling",
            "praising",
            "ridiculing",
            "terming",
        ];
        let Arc { head: Some(clause), deprel: Deprel::Advcl } = self.arcs[participle] else {
            return None;
        };
        let noun = self.arcs[clause].head.filter(|&noun| noun < clause)?;
        let verb = self.arcs[noun].head.filter(|&verb| verb < noun)?;
        let pronoun = participle + 1;
        let calls = self.arcs[clause].deprel == Deprel::Acl
            && self.is_noun(noun)
            && self.tags[verb].upos == Upos::Verb
            && self.tags[participle].xpos == "VBG"
            && NAMES.contains(&self.word(participle))
            && self.word(participle - 1) == ","
            && self.sentence.contains(&pronoun)
            && matches!(self.word(pronoun), "it" | "them" | "this" | "that");
        calls.then(|| vec![(participle, arc(verb, Deprel::Advcl))])
    }

    /// `She agreed, reported the Gazette.`, with the paper as what is reported by whoever agreed.
    pub(super) fn reported_last(&self, verb: usize) -> Option<Changes> {
        let Arc { head: Some(above), deprel: Deprel::Ccomp | Deprel::Conj } = self.arcs[verb]
        else {
            return None;
        };
        let lemma = self.tags[verb].lemma.as_str();
        let says = (SAYING.contains(&lemma) || matches!(lemma, "report" | "write"))
            && matches!(self.tags[verb].xpos, "VBD" | "VBZ")
            && verb > above + 1
            && self.is_behind_comma(verb)
            && self.is_bare(verb);
        let who = self.children(verb).find(|&who| {
            says && who > verb
                && self.arcs[who].deprel == Deprel::Obj
                && self.tags[who].upos == Upos::Propn
                && self.subtree(who).start == verb + 1
        })?;
        // "reports USA Today": the day is part of the name.
        let named = |at: usize| {
            self.arcs[at].head == Some(verb)
                && self.word(at).starts_with(char::is_uppercase)
                && !self.is_day(at)
        };
        let end = self.subtree(who).end;
        let more = Some(end).filter(|&at| self.sentence.contains(&at) && named(at));
        let last = self.sentence.end - 1;
        (more.map_or(end, |at| at + 1) == last && self.tags[last].upos == Upos::Punct).then(|| {
            let mut changes =
                vec![(who, arc(verb, Deprel::Nsubj)), (verb, arc(above, Deprel::Parataxis))];
            changes.extend(more.map(|at| (at, arc(who, Deprel::Flat))));
            changes
        })
    }

    /// `talks with the envoy, Ana Lee, an aide said.`: no comma closes what would be said of her, so the aide said it.
    pub(super) fn teller_behind(&self, noun: usize) -> Option<Changes> {
        let Arc { head: Some(name), deprel: Deprel::Appos } = self.arcs[noun] else { return None };
        let verb = noun + 1;
        let first = self.subtree(noun).start;
        let said = |clause: usize| {
            clause < name && matches!(self.arcs[clause].deprel, Deprel::Ccomp | Deprel::Parataxis)
        };
        let says = self.sentence.contains(&verb)
            && self.tags[verb].xpos == "VBD"
            && SAYING.contains(&self.tags[verb].lemma.as_str())
            && self.may_speak(noun)
            && self.is_behind_comma(first)
            && (self.tags[noun].xpos == "NNS" || matches!(self.word(first), "a" | "an"));
        let clause = self.children(verb).find(|&clause| says && said(clause))?;
        let mut changes = vec![(noun, arc(verb, Deprel::Nsubj))];
        for own in self.children(verb).filter(|&own| self.arcs[own].deprel.is_subject()) {
            let title = own.checked_sub(1).filter(|&title| {
                self.is_noun(title) && title > clause && self.is_below(title, clause)
            });
            changes.push(match (own > verb, title) {
                (true, _) => (own, arc(verb, Deprel::OblUnmarked)),
                (false, Some(title)) => (own, arc(title, Deprel::Appos)),
                (false, None) => return None,
            });
        }
        Some(changes)
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::Mended;

    #[test]
    fn who_is_told_tells_nothing() {
        let mended = Mended::of(
            "It would take months to repair the line, the official, who did not want to be named, told Reuters.",
        );
        assert_eq!(mended.subjects("told"), ["official"]);
    }

    #[test]
    fn what_one_is_told_is_not_the_tellers() {
        let mended = Mended::of(
            "The ambassador was told by the foreign ministry that two of his diplomats would have to leave.",
        );
        assert_eq!(mended.head("have"), Some("told"));
    }

    #[test]
    fn of_what_somebody_is_accused_is_not_of_the_office() {
        let mended = Mended::of("Ana Lee accused Tom Hall, the mayor, of lying.");
        assert_eq!(mended.head("lying"), Some("accused"));
    }

    #[test]
    fn those_who_cheer_are_told() {
        let mended = Mended::of(
            "Its leader, Mats Eriksen, told cheering supporters in the port city of Lund that the land would change.",
        );
        assert_eq!(mended.head("supporters"), Some("told"));
        assert_eq!(mended.head("cheering"), Some("supporters"));
    }

    #[test]
    fn what_is_said_is_no_clause_of_who_says_it() {
        let mended =
            Mended::of("“What victims want is for it to stop,” its director, Amira Khan, told me.");
        assert_eq!(mended.head("want"), Some("told"));
    }

    #[test]
    fn who_responds_acts_and_not_the_response() {
        let mended = Mended::of(
            "The decision drew a furious response from Ostland, which recalled its ambassador and warned of consequences.",
        );
        assert_eq!(mended.head("recalled"), Some("Ostland"));
    }

    #[test]
    fn who_rejects_claims_calls_them_names() {
        let mended = Mended::of(
            "Holm rejected suggestions that she had leaked the memo, calling them absurd.",
        );
        assert_eq!(mended.head("calling"), Some("rejected"));
    }

    #[test]
    fn an_aide_behind_a_name_said_it() {
        let mended = Mended::of(
            "The panel waits for transcripts from national security adviser Susan Rowe, an aide said Thursday.",
        );
        assert_eq!(mended.subjects("said"), ["aide"]);
    }

    #[test]
    fn who_reports_last_is_not_reported() {
        let mended = Mended::of(
            "Its president Cecile Richter noted that the dam is “central” to the Harbour Party’s platform for the first time, \
             reported the Washington Examiner.",
        );
        assert_eq!(mended.subjects("reported"), ["Examiner"]);
    }
}
