//! What the parser tore apart: two verbs that share one subject between them (`convinced Lee, wanted since May, is there`), a
//! helper and its verb (`had in the last few hours stopped`), two who act (`while ..., brokers and traders complained`), two
//! words of one name (`Costa` and `Rica`), what is done and the plan to do it.

use super::bereft::SAYING;
use super::parsed::{Changes, Draft, Parsed, arc};
use crate::language::coref::words::is_person;
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Arc, Deprel, Upos};

/// Puts each together.
pub(super) fn mend(draft: &mut Draft<'_>) {
    draft.mend_each(|text, token| {
        text.name_beside(token)
            .or_else(|| text.office_of(token))
            .or_else(|| text.second_who_acts(token))
            .or_else(|| text.helper(token))
            .or_else(|| text.convinced(token))
            .or_else(|| text.had_it_been(token))
            .or_else(|| text.announced(token))
            .or_else(|| text.told_in_quotes(token))
            .or_else(|| text.office_once_held(token))
            .or_else(|| text.policy_to(token))
            .or_else(|| text.gerund_behind(token))
            .or_else(|| text.place_of(token))
            .or_else(|| text.teller_behind(token))
            .or_else(|| text.reported_last(token))
            .or_else(|| text.reason(token))
            .or_else(|| text.told_so(token))
            .or_else(|| text.shares(token))
            .or_else(|| text.goes_on_doing(token))
            .or_else(|| text.how_it_is_done(token))
            .or_else(|| text.of_no_person(token))
    });
}

impl Parsed<'_> {
    /// `the government of Costa Rica`, with each word as a place of its own.
    fn name_beside(&self, second: usize) -> Option<Changes> {
        let Arc { head: Some(head), deprel: Deprel::Nmod } = self.arcs[second] else { return None };
        let before = second.checked_sub(1).filter(|at| self.sentence.contains(at))?;
        let first = match self.arcs[before] {
            Arc { head: Some(first), deprel: Deprel::Flat } => first,
            _ => before,
        };
        let proper = |at: usize| self.tags[at].upos == Upos::Propn;
        let whole = self.tokens[first].range.cover(self.tokens[second].range);
        let place = lexicon().senses(whole.slice(self.document.text())).any(Senses::ANY_PLACE);
        let fits = head < first
            && place
            && proper(first)
            && proper(second)
            && self.arcs[first] == arc(head, Deprel::Nmod)
            && self.children(second).all(|child| child > second);
        fits.then(|| vec![(second, arc(first, Deprel::Flat))])
    }

    /// `Secretary of State Ana Lee said`, with the name as what the office is of.
    fn office_of(&self, name: usize) -> Option<Changes> {
        let Arc { head: Some(title), deprel: Deprel::Nmod } = self.arcs[name] else { return None };
        let led = |noun: usize, by: &str| {
            self.children(noun).any(|case| {
                self.arcs[case].deprel == Deprel::Case && (by.is_empty() || self.word(case) == by)
            })
        };
        let of = self.children(title).find(|&of| {
            (title + 1..name).contains(&of)
                && self.arcs[of].deprel == Deprel::Nmod
                && led(of, "of")
                && self.subtree(of).end == name
        });
        let office = lexicon().word_senses(&self.word(title).to_lowercase()).any(Senses::OFFICE);
        let given = self.tags[name].upos == Upos::Propn
            && lexicon().senses(self.word(name)).any(Senses::GIVEN);
        if of.is_none() || !office || !given || led(name, "") {
            return None;
        }
        let moves = |&token: &usize| {
            token > name
                || matches!(
                    self.arcs[token].deprel,
                    Deprel::Case | Deprel::Cc | Deprel::Mark | Deprel::Punct
                )
        };
        let below = self.children(title).filter(moves);
        let mut changes: Changes =
            below.map(|token| (token, arc(name, self.arcs[token].deprel))).collect();
        changes.extend([(name, self.arcs[title]), (title, arc(name, Deprel::NmodDesc))]);
        Some(changes)
    }

    /// `while they were handling the crush, brokers and traders complained`, with the traders as what is handled besides.
    fn second_who_acts(&self, second: usize) -> Option<Changes> {
        let Arc { head: Some(far), deprel: Deprel::Conj } = self.arcs[second] else { return None };
        let cc = self.children(second).find(|&cc| self.arcs[cc].deprel == Deprel::Cc)?;
        let first = cc.checked_sub(1).filter(|&first| {
            first > far && self.is_noun(first) && self.arcs[first].deprel.is_subject()
        })?;
        let verb = self.arcs[first].head.filter(|&verb| verb > second)?;
        let apart = self.is_noun(second) && !self.is_below(verb, far) && !self.is_below(far, first);
        apart.then(|| vec![(second, arc(first, Deprel::Conj))])
    }

    /// `had been pounding the area but had in the last few hours stopped`, with `had` as a verb of its own.
    fn helper(&self, had: usize) -> Option<Changes> {
        let own = self.arcs[had];
        let above = own.head.filter(|_| own.deprel == Deprel::Conj)?;
        let alone = matches!(self.tags[had].lemma.as_str(), "have" | "be")
            && self.children(had).all(|child| {
                matches!(
                    self.arcs[child].deprel,
                    Deprel::Cc | Deprel::Obl | Deprel::OblUnmarked | Deprel::Advmod | Deprel::Punct
                )
            });
        let behind = |child: usize| child > had && self.arcs[child].deprel != Deprel::Punct;
        if !alone || !self.children(had).any(behind) {
            return None;
        }
        let verb = self.subtree(had).end;
        let hung = self.sentence.contains(&verb)
            && matches!(self.tags[verb].xpos, "VBN" | "VBD")
            && self.is_bare(verb)
            && matches!(self.arcs[verb].deprel, Deprel::Conj | Deprel::Parataxis | Deprel::Ccomp)
            && !self.is_below(verb, had)
            && !self.is_below(above, verb);
        let helped = self
            .children(verb)
            .any(|child| matches!(self.arcs[child].deprel, Deprel::Aux | Deprel::AuxPass));
        if !hung || helped {
            return None;
        }
        let mut changes: Changes =
            self.children(had).map(|child| (child, arc(verb, self.arcs[child].deprel))).collect();
        changes.push((verb, own));
        changes.push((had, arc(verb, Deprel::Aux)));
        Some(changes)
    }

    /// `They are convinced Lee, wanted since May, is there`, with Lee as who is convinced, and the rest as two remarks.
    fn convinced(&self, noun: usize) -> Option<Changes> {
        let Arc { head: Some(sure), deprel: Deprel::Obj | Deprel::Xcomp } = self.arcs[noun] else {
            return None;
        };
        let sure_of = matches!(
            self.word(sure),
            "adamant" | "certain" | "confident" | "convinced" | "positive" | "sure"
        );
        if !sure_of || !self.is_noun(noun) {
            return None;
        }
        let first = self.subtree(noun).end + 1;
        let aside = self.sentence.contains(&first)
            && self.is_behind_comma(first)
            && matches!(self.tags[first].xpos, "VBN" | "VBD")
            && self.arcs[first].head == Some(sure)
            && self.is_bare(first);
        if !aside {
            return None;
        }
        let comma = self.subtree(first).end;
        let verb = (comma..self.sentence.end).find(|&verb| {
            self.arcs[verb].head == Some(sure)
                && self.is_bare(verb)
                && self.has_tense(verb)
                && self.subtree(verb).start == comma + 1
        })?;
        (self.word(comma) == ",").then(|| {
            vec![
                (noun, arc(verb, self.subject_of(verb))),
                (first, arc(noun, Deprel::Acl)),
                (verb, arc(sure, Deprel::Ccomp)),
            ]
        })
    }

    /// `says Lee, numbering among the rich, surpassed him`, with Lee as who is told so.
    fn told_so(&self, noun: usize) -> Option<Changes> {
        let Arc { head: Some(says), deprel: Deprel::Obj | Deprel::Iobj } = self.arcs[noun] else {
            return None;
        };
        if !SAYING.contains(&self.tags[says].lemma.as_str()) || self.subtree(noun).start != says + 1
        {
            return None;
        }
        let aside = self
            .children(noun)
            .find(|&aside| self.arcs[aside].deprel == Deprel::Acl && self.is_behind_comma(aside))?;
        let verb = (aside..self.sentence.end).find(|&verb| {
            self.arcs[verb] == arc(says, Deprel::Ccomp)
                && matches!(self.tags[verb].xpos, "VBD" | "VBN" | "VBZ" | "VBP")
                && self.is_bare(verb)
                && self.is_behind_comma(self.subtree(verb).start)
        })?;
        // What stands behind the verb is its own.
        let mut changes: Changes = self
            .children(aside)
            .filter(|&child| child > verb)
            .map(|child| (child, arc(verb, self.arcs[child].deprel)))
            .collect();
        changes.push((noun, arc(verb, self.subject_of(verb))));
        Some(changes)
    }

    /// `They agree: 89% of the young and 83% of the old endorse it`, with the shares as a remark and nobody who endorses.
    fn shares(&self, noun: usize) -> Option<Changes> {
        let Arc { head: Some(above), deprel: Deprel::Parataxis } = self.arcs[noun] else {
            return None;
        };
        let words = self.subtree(noun);
        let colon = [words.start, words.start.checked_sub(1)?]
            .into_iter()
            .find(|&at| self.word(at) == ":")?;
        let verb = words.end;
        let fits = self.sentence.contains(&verb)
            && above < colon
            && matches!(self.tags[noun].xpos, "NN" | "NNS" | "NNP" | "NNPS")
            && matches!(self.arcs[verb], Arc { head, deprel: Deprel::Conj | Deprel::Parataxis } if head == Some(above))
            && self.is_finite(verb)
            && self.is_bare(verb);
        fits.then(|| {
            vec![(noun, arc(verb, self.subject_of(verb))), (verb, arc(above, Deprel::Parataxis))]
        })
    }

    /// `will start actively trying to win`, with the trying as what it is done by.
    fn goes_on_doing(&self, gerund: usize) -> Option<Changes> {
        let Arc { head: Some(verb), deprel: Deprel::Advcl } = self.arcs[gerund] else {
            return None;
        };
        let begins = matches!(
            self.tags[verb].lemma.as_str(),
            "begin" | "continue" | "keep" | "resume" | "start" | "stop"
        ) && self.tags[gerund].xpos == "VBG"
            && verb < gerund
            && (verb + 1..gerund).all(|at| self.tags[at].xpos == "RB")
            && !self.children(verb).any(|child| {
                child > verb
                    && matches!(
                        self.arcs[child].deprel,
                        Deprel::Obj | Deprel::Xcomp | Deprel::Ccomp
                    )
            });
        begins.then(|| vec![(gerund, arc(verb, Deprel::Xcomp))])
    }

    /// `How he answers that question will have a bearing`, with the question as what has one.
    fn how_it_is_done(&self, how: usize) -> Option<Changes> {
        let Arc { head: Some(verb), deprel: Deprel::Advmod } = self.arcs[how] else { return None };
        if self.tags[how].xpos != "WRB" {
            return None;
        }
        let does = self
            .children(how)
            .find(|&does| self.arcs[does].deprel == Deprel::AdvclRelcl && !self.is_bare(does))?;
        let object = self.children(verb).find(|&object| {
            self.arcs[object].deprel.is_subject() && self.subtree(object).start == does + 1
        })?;
        let fits = how < does
            && object < verb
            && !self.children(does).any(|child| self.arcs[child].deprel == Deprel::Obj);
        fits.then(|| {
            vec![
                (how, arc(does, Deprel::Advmod)),
                (does, arc(verb, Deprel::Csubj)),
                (object, arc(does, Deprel::Obj)),
            ]
        })
    }

    /// `Ana Lee, head of Selm Watch - which was founded in May - said`: not she was.
    fn of_no_person(&self, clause: usize) -> Option<Changes> {
        let Arc { head: Some(name), deprel: Deprel::AclRelcl } = self.arcs[clause] else {
            return None;
        };
        let which = self.children(clause).find(|&which| {
            self.word(which) == "which" && self.arcs[which].deprel.is_subject() && which > name
        })?;
        let mark = which
            .checked_sub(1)
            .filter(|&mark| matches!(self.word(mark), "," | "-" | "–" | "—"))?;
        let near = mark.checked_sub(1).filter(|&near| near > name && self.is_noun(near))?;
        let near = match self.arcs[near] {
            Arc { head: Some(first), deprel: Deprel::Flat } => first,
            _ => near,
        };
        let person = self.tags[name].upos == Upos::Propn
            && lexicon().senses(self.word(name)).any(Senses::GIVEN)
            && self.arcs[name + 1] == arc(name, Deprel::Flat);
        (person && near != name && self.is_below(near, name) && !is_person(&self.tags[near].lemma))
            .then(|| vec![(clause, arc(near, Deprel::AclRelcl))])
    }

    /// `It would have been cool had she called him`: what would have been leads, and the call is its condition.
    fn had_it_been(&self, verb: usize) -> Option<Changes> {
        if !matches!(self.tags[verb].xpos, "VBN" | "VBD") || self.word(self.sentence.end - 1) == "?"
        {
            return None;
        }
        let own = self.arcs[verb];
        let subject = self.children(verb).find(|&child| self.arcs[child].deprel.is_subject())?;
        let first = self.subtree(subject).start;
        let had = first.checked_sub(1).filter(|&had| {
            matches!(self.word(had), "had" | "were") && self.arcs[had].head == Some(verb)
        })?;
        let main = self.children(verb).find(|&main| {
            main < had
                && matches!(self.arcs[main].deprel, Deprel::Ccomp | Deprel::Parataxis)
                && self
                    .children(main)
                    .any(|modal| matches!(self.word(modal), "would" | "could" | "might" | "should"))
        })?;
        let mut changes: Changes = self
            .children(verb)
            .filter(|&child| child < had && child != main)
            .map(|child| (child, arc(main, self.arcs[child].deprel)))
            .collect();
        changes.push((main, own));
        changes.push((verb, arc(main, Deprel::Advcl)));
        Some(changes)
    }

    /// `They will screen people in May, a plan announced earlier this year`: no plan announces anything.
    fn announced(&self, verb: usize) -> Option<Changes> {
        const DONE: &[&str] = &[
            "adopt",
            "agree",
            "announce",
            "approve",
            "back",
            "demand",
            "endorse",
            "float",
            "introduce",
            "issue",
            "launch",
            "make",
            "outline",
            "pass",
            "propose",
            "publish",
            "reach",
            "reject",
            "release",
            "reveal",
            "share",
            "sign",
            "support",
            "unveil",
        ];
        let Arc { head: Some(above), deprel: Deprel::Parataxis | Deprel::Conj } = self.arcs[verb]
        else {
            return None;
        };
        let noun = verb.checked_sub(1).filter(|&noun| {
            self.arcs[noun].head == Some(verb)
                && self.arcs[noun].deprel == Deprel::Nsubj
                && self.tags[noun].xpos == "NN"
                && !self.may_speak(noun)
        })?;
        let first = self.subtree(noun).start;
        let told = |child: usize| match self.arcs[child].deprel {
            Deprel::Obj | Deprel::Ccomp | Deprel::Xcomp | Deprel::Aux | Deprel::Cc => true,
            _ => child < first && self.tags[child].upos != Upos::Punct,
        };
        let fits = above < first
            && matches!(self.word(first), "a" | "an")
            && self.is_behind_comma(first)
            && self.tags[verb].xpos == "VBD"
            && DONE.contains(&self.tags[verb].lemma.as_str())
            && !self.children(verb).any(told);
        fits.then(|| vec![(noun, arc(above, Deprel::Appos)), (verb, arc(noun, Deprel::Acl))])
    }

    /// `They say that he told an agent, “I’d do it again”`: he does.
    fn told_in_quotes(&self, clause: usize) -> Option<Changes> {
        let Arc { head: Some(far), deprel: Deprel::Ccomp } = self.arcs[clause] else { return None };
        let quote = self.subtree(clause).start.checked_sub(1)?;
        let comma = quote.checked_sub(1)?;
        let opened = self.tags[quote].xpos == "``" && matches!(self.word(comma), "," | ":");
        let near = self.children(far).find(|&near| {
            far < near
                && self.arcs[near].deprel == Deprel::Ccomp
                && matches!(
                    self.tags[near].lemma.as_str(),
                    "add" | "answer" | "ask" | "reply" | "say" | "tell" | "warn" | "write"
                )
                && self.subtree(near).end == comma
                && !self.children(near).any(|child| self.arcs[child].deprel == Deprel::Ccomp)
        })?;
        opened.then(|| vec![(clause, arc(near, Deprel::Ccomp))])
    }

    /// `The man who said it while he was mayor was sentenced`, with the mayor as who is sentenced while that was so, and no
    /// verb for the man.
    fn office_once_held(&self, verb: usize) -> Option<Changes> {
        let own = self.arcs[verb];
        let office = self.children(verb).find(|&office| {
            self.arcs[office].deprel.is_subject()
                && office < verb
                && self.is_noun(office)
                && self.children(office).any(|cop| self.arcs[cop].deprel == Deprel::Cop)
                && self.children(office).any(|whose| self.arcs[whose].deprel.is_subject())
        })?;
        let noun = self.root(verb);
        let mut up = std::iter::successors(own.head, |&at| self.arcs[at].head);
        let told = up.any(|at| self.arcs[at] == arc(noun, Deprel::AclRelcl));
        let lacks = self.is_noun(noun)
            && self.arcs[noun].deprel == Deprel::Root
            && noun < office
            && self.has_tense(verb)
            && !self.children(noun).any(|child| {
                self.arcs[child].deprel.is_subject() || self.arcs[child].deprel == Deprel::Cop
            });
        if !told || !lacks {
            return None;
        }
        let first = self.subtree(office).start;
        let mut changes: Changes = self
            .children(verb)
            .filter(|&child| child < first)
            .map(|child| (child, arc(office, self.arcs[child].deprel)))
            .collect();
        changes.push((office, own));
        changes.push((verb, self.arcs[noun]));
        changes.push((noun, arc(verb, self.subject_of(verb))));
        Some(changes)
    }

    /// `a bill aimed at improving conditions`, with the conditions as what it is aimed at.
    fn gerund_behind(&self, gerund: usize) -> Option<Changes> {
        let Arc { head: Some(verb), deprel: Deprel::Advcl } = self.arcs[gerund] else {
            return None;
        };
        let case = gerund.checked_sub(1).filter(|&case| self.arcs[case].deprel == Deprel::Case)?;
        let object = self.arcs[case].head.filter(|&object| object > gerund)?;
        let takes = self.tags[gerund].xpos == "VBG"
            && verb < case
            && self.arcs[object] == arc(verb, Deprel::Obl)
            && self.subtree(gerund).end <= self.subtree(object).start.max(gerund + 1)
            && !self.children(gerund).any(|child| self.arcs[child].deprel == Deprel::Obj);
        takes.then(|| vec![(case, arc(gerund, Deprel::Mark)), (object, arc(gerund, Deprel::Obj))])
    }

    /// `said she likes it, in part, because it is free`, with the reason as what is said besides.
    fn reason(&self, clause: usize) -> Option<Changes> {
        let Arc { head: Some(verb), deprel: Deprel::Ccomp } = self.arcs[clause] else {
            return None;
        };
        let marked = self.children(clause).any(|mark| {
            mark < clause
                && self.arcs[mark].deprel == Deprel::Mark
                && matches!(self.word(mark), "although" | "because" | "though" | "unless")
        });
        let said = self.children(verb).find(|&said| {
            (verb..clause).contains(&said) && self.arcs[said].deprel == Deprel::Ccomp
        })?;
        marked.then(|| vec![(clause, arc(said, Deprel::Advcl))])
    }

    /// `a buyout of the Dunmore, Calif., company`, with the town as what is bought out.
    fn place_of(&self, town: usize) -> Option<Changes> {
        let Arc { head: Some(far), deprel: Deprel::Nmod } = self.arcs[town] else { return None };
        if self.tags[town].upos != Upos::Propn
            || self.children(town).any(|case| self.arcs[case].deprel == Deprel::Case)
        {
            return None;
        }
        let det = town.checked_sub(1).filter(|&det| self.arcs[det].deprel == Deprel::Det)?;
        let case = det.checked_sub(1).filter(|&case| {
            far < case && self.arcs[case].deprel == Deprel::Case && self.word(det) == "the"
        })?;
        let noun = self.arcs[case].head.filter(|&noun| noun > town && self.is_noun(noun))?;
        Some(vec![(town, arc(noun, Deprel::Compound)), (det, arc(noun, Deprel::Det))])
    }

    /// `reminded them of his policy to cut it`, with the cut as what he reminded them for.
    fn policy_to(&self, verb: usize) -> Option<Changes> {
        const AIMS: &[&str] = &[
            "agreement",
            "attempt",
            "bid",
            "commitment",
            "decision",
            "demand",
            "desire",
            "effort",
            "failure",
            "goal",
            "inability",
            "intention",
            "invitation",
            "move",
            "obligation",
            "offer",
            "order",
            "plan",
            "pledge",
            "policy",
            "promise",
            "proposal",
            "push",
            "refusal",
            "reluctance",
            "request",
            "right",
            "threat",
            "unwillingness",
            "vow",
            "willingness",
        ];
        let Arc { head: Some(above), deprel: Deprel::Advcl } = self.arcs[verb] else { return None };
        let to = self.subtree(verb).start;
        let noun = to.checked_sub(1).filter(|&noun| {
            above < noun
                && matches!(self.tags[noun].xpos, "NN" | "NNS")
                && AIMS.contains(&self.tags[noun].lemma.as_str())
                && self.is_below(noun, above)
                && self.children(noun).any(|case| self.arcs[case].deprel == Deprel::Case)
        })?;
        (self.word(to) == "to" && self.tags[verb].xpos == "VB" && self.subtree(noun).end == to)
            .then(|| vec![(verb, arc(noun, Deprel::Acl))])
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::Mended;
    use crate::language::Deprel;

    #[test]
    fn two_words_of_a_country_are_one_name() {
        let mended =
            Mended::of("The government of Costa Rica has also agreed to host up to 200 people.");
        assert_eq!(mended.head("Rica"), Some("Costa"));
    }

    #[test]
    fn the_name_behind_an_office_is_of_whoever_holds_it() {
        let mended = Mended::of(
            "Assistant Secretary of State Elliott Abbot, who briefed reporters, said the administration will not try to link \
             approval of aid for the rebels, known as contras, with the economic package for the region.",
        );
        assert_eq!(mended.subjects("said"), ["Elliott"]);
        assert_eq!(mended.deprel("Secretary"), Deprel::NmodDesc);
    }

    #[test]
    fn who_acts_before_and_behind_and_acts_together() {
        let mended = Mended::of(
            "And while the banks said their computers were handling the crush, brokers and traders complained about lost \
             trades.",
        );
        assert_eq!(mended.head("traders"), Some("brokers"));
    }

    #[test]
    fn a_helper_goes_with_the_verb_behind_what_parts_them() {
        let mended = Mended::of(
            "Amin said warplanes had been pounding the area heavily but had in the last few hours stopped the bombing.",
        );
        assert_eq!(mended.head("stopped"), Some("pounding"));
        assert_eq!(mended.head("hours"), Some("stopped"));
    }

    #[test]
    fn what_one_is_convinced_of_has_a_subject() {
        let mended = Mended::of(
            "Local officers are convinced Dragan, wanted for the attacks in the United States, is holed up in the area.",
        );
        assert_eq!(mended.head("holed"), Some("convinced"));
        assert_eq!(mended.head("wanted"), Some("Dragan"));
    }

    #[test]
    fn what_one_is_said_to_have_done_has_a_subject() {
        let mended = Mended::of(
            "The Census Bureau says Millennials, numbering 75.3 million, surpassed Baby Boomers in 2015 as the largest living \
             generation.",
        );
        assert_eq!(mended.subjects("surpassed"), ["Millennials"]);
        let mended = Mended::of(
            "Though that's an issue that splits Congress, there is almost no partisan divide among Millennials: 89% of young \
             Democrats and 83% of young Republicans endorse universal background checks.",
        );
        assert_eq!(mended.subjects("endorse"), ["%"]);
    }

    #[test]
    fn what_is_done_how_and_by_whom_is_kept_apart() {
        let mended = Mended::of(
            "He also said that if Lee gets close, he will start actively trying to flip the allegiances of delegates.",
        );
        assert_eq!(mended.deprel("trying"), Deprel::Xcomp);
        let mended = Mended::of(
            "How he answers that question will have a direct bearing on how united Democrats will be heading into the fall \
             campaign.",
        );
        assert_eq!(mended.deprel("answers"), Deprel::Csubj);
        assert_eq!(mended.head("question"), Some("answers"));
        let mended = Mended::of(
            "Neil Roka, head of the progressive advocacy group Democracy for Norland, or DFA - which was founded by former \
             governor Howard Deal after his campaign and which has endorsed Lee - said Lee has several options.",
        );
        assert_eq!(mended.head("founded"), Some("DFA"));
    }

    #[test]
    fn had_it_been_is_a_condition() {
        let mended =
            Mended::of("It would \"have been cool\" had Anna Lee congratulated him for doing it.");
        assert_eq!(mended.deprel("cool"), Deprel::Root);
        assert_eq!(mended.deprel("congratulated"), Deprel::Advcl);
    }

    #[test]
    fn a_plan_announces_nothing() {
        let mended = Mended::of(
            "The government will continue screening people in El Salvador, a plan announced earlier this year.",
        );
        assert_eq!(mended.deprel("plan"), Deprel::Appos);
        assert_eq!(mended.head("announced"), Some("plan"));
    }

    #[test]
    fn who_told_an_agent_said_what_is_quoted() {
        let mended =
            Mended::of("Prosecutors say that he told one agent, \"I would repeat it again.\"");
        assert_eq!(mended.head("told"), Some("say"));
        assert_eq!(mended.head("repeat"), Some("told"));
    }

    #[test]
    fn whoever_is_sentenced_is_no_office_once_held() {
        let mended = Mended::of(
            "The Romanian hacker who first revealed that Anna Lee used a private address while she was secretary of state was \
             sentenced to more than four years in prison.",
        );
        assert_eq!(mended.deprel("sentenced"), Deprel::Root);
        assert_eq!(mended.head("hacker"), Some("sentenced"));
        assert_eq!(mended.head("secretary"), Some("used"));
    }

    #[test]
    fn what_a_policy_is_for_is_its_own() {
        let mended = Mended::of(
            "Dragan reminded Americans of his policy to cut off the source of their wealth.",
        );
        assert_eq!(mended.head("cut"), Some("policy"));
    }

    #[test]
    fn what_is_improved_is_the_object_of_that() {
        let mended = Mended::of(
            "Rep. Zoe Lafren (D-Calif.), who introduced a bill this month aimed at improving conditions in Central America, \
             said in a statement that the announcements were \u{201c}important preliminary steps to treating them as the \
             refugees they are.\u{201d}",
        );
        assert_eq!(mended.deprel("conditions"), Deprel::Obj);
        assert_eq!(mended.head("at"), Some("improving"));
    }

    #[test]
    fn why_somebody_likes_it_is_no_second_thing_said() {
        let mended = Mended::of(
            "White House spokesman Josh Earlham said Lee enjoys the opportunity to speak at the event, in part, because so \
             many of the other speeches he gives deal with such serious topics.",
        );
        assert_eq!(mended.head("gives"), Some("enjoys"));
    }

    #[test]
    fn a_company_in_a_town_is_no_town() {
        let mended = Mended::of(
            "Fairmont's management is thought to be considering proposing a buyout of the Cupertino, Calif., company, \
             analysts said.",
        );
        assert_eq!(mended.head("Cupertino"), Some("company"));
    }
}
