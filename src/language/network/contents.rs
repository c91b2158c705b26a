//! What is said, where the parser hung it elsewhere or took something else for it: what opens the sentence beside it, what two
//! commas set off, the clause behind `in a statement`.

use super::conjunct::has_subject_or_auxiliary;
use super::displaced::{Changes, arc};
use super::parsed::Parsed;
use crate::language::{Arc, Deprel, Upos};

impl Parsed<'_> {
    /// `While the chiefs will not go, Lee said they can help`, with both as what is said: the first is what goes with it.
    pub(super) fn two_contents(&self, first: usize) -> Option<Changes> {
        let Arc { head: Some(cue), deprel: Deprel::Ccomp } = self.arcs[first] else { return None };
        let reports =
            matches!(self.tags[cue].lemma.as_str(), "say" | "add" | "argue" | "note" | "warn");
        let quoted =
            |from: usize, to: usize| (from..to).any(|at| matches!(self.tags[at].xpos, "``" | "''"));
        let comma = (first + 1..cue).find(|&at| {
            self.tags[at].xpos == "," && self.children(cue).any(|child| child > at && child < cue)
        });
        let second = self.children(cue).find(|&child| {
            child > cue && self.arcs[child].deprel == Deprel::Ccomp && !quoted(cue, child)
        })?;
        let subject =
            |clause: usize| self.children(clause).any(|child| self.arcs[child].deprel.is_subject());
        let plain = first < cue
            && reports
            // "Asked about the plan, Lee said it was late"
            && (subject(first) || self.tags[first].lemma != "ask")
            && subject(second)
            && comma.is_some()
            && self.children(second).all(|child| {
                child > second
                    || self.tags[child].lemma != "when"
                        && (self.arcs[child].deprel != Deprel::Mark
                            || self.tags[child].lemma == "that")
            })
            && !matches!(self.tags[self.sentence.start].xpos, "``" | "''")
            && !quoted(comma.unwrap_or(cue), cue)
            // "That it is late, Lee says: the dam leaks", "On whether there is a plan, Lee said"
            && !(cue..second).any(|at| self.word(at) == ":")
            && !self.word(self.sentence.start).eq_ignore_ascii_case("on");
        if !plain {
            return None;
        }
        let tied = self.children(first).any(|child| self.arcs[child].deprel == Deprel::Mark);
        let above = if tied { second } else { cue };
        Some(vec![(first, arc(above, Deprel::Advcl))])
    }

    /// `said in a statement it had received an answer`, with the statement as what was received.
    pub(super) fn said_in(&self, clause: usize) -> Option<Changes> {
        let Arc { head: Some(text), deprel: Deprel::AclRelcl } = self.arcs[clause] else {
            return None;
        };
        let Arc { head: Some(cue), deprel: Deprel::Obl } = self.arcs[text] else { return None };
        let says = matches!(self.tags[cue].lemma.as_str(), "say" | "announce" | "confirm" | "add");
        let has = |deprels: &[Deprel]| {
            self.children(clause).any(|child| deprels.contains(&self.arcs[child].deprel))
        };
        let relative = self
            .children(clause)
            .any(|child| matches!(self.tags[child].xpos, "WDT" | "WP" | "WRB"));
        let heard = self.children(cue).any(|child| self.arcs[child].deprel == Deprel::Ccomp);
        let whole = has(&[Deprel::Nsubj, Deprel::NsubjPass])
            && has(&[Deprel::Obj, Deprel::Ccomp, Deprel::Xcomp, Deprel::Cop, Deprel::AuxPass]);
        (says && cue < text && whole && !relative && !heard)
            .then(|| vec![(clause, arc(cue, Deprel::Ccomp))])
    }

    /// `Lee denied it, saying, "The board is whole."`, with the words said as the clause above.
    pub(super) fn saying_quoted(&self, saying: usize) -> Option<Changes> {
        let Arc { head: Some(main), deprel: Deprel::Advcl } = self.arcs[saying] else {
            return None;
        };
        let open = saying + 2;
        let said = self.arcs[main].head.filter(|&said| said > open)?;
        let opens = self.tags[saying].xpos == "VBG"
            && main < saying
            && open < self.sentence.end
            && matches!(self.tags[saying + 1].xpos, "," | ":")
            && matches!(self.tags[open].xpos, "``" | "''")
            && matches!(self.arcs[main].deprel, Deprel::Ccomp | Deprel::Parataxis | Deprel::Advcl);
        opens.then(|| vec![(main, self.arcs[said]), (said, arc(saying, Deprel::Ccomp))])
    }

    /// `Reminded that the board had met, Lee said so`, with what Lee said beside the first word.
    pub(super) fn reminded(&self, first: usize) -> Option<Changes> {
        let opens = first == self.sentence.start
            && self.tags[first].xpos == "VBN"
            && self.tags[first].lemma != "ask"
            && self.arcs[first].deprel == Deprel::Root
            && !has_subject_or_auxiliary(self.arcs, first);
        if !opens {
            return None;
        }
        let main = self.children(first).find(|&child| {
            self.arcs[child].deprel == Deprel::Parataxis
                && self.is_finite(child)
                && self.children(child).any(|below| self.arcs[below].deprel.is_subject())
        })?;
        Some(vec![(main, self.arcs[first]), (first, arc(main, Deprel::Advcl))])
    }

    /// `the loan, agreed in May, had been held up, they said`, with the first participle as another thing that is said.
    pub(super) fn set_off(&self, aside: usize) -> Option<Changes> {
        let Arc { head: Some(cue), deprel: Deprel::Ccomp } = self.arcs[aside] else { return None };
        let second = self.children(cue).find(|&child| {
            child > aside
                && self.arcs[child].deprel == Deprel::Ccomp
                && (child < cue) == (aside < cue)
        })?;
        let bare = matches!(self.tags[aside].xpos, "VBN" | "JJ" | "VBD")
            && !self.children(aside).any(|child| {
                matches!(
                    self.arcs[child].deprel,
                    Deprel::Aux | Deprel::AuxPass | Deprel::Cop | Deprel::Mark | Deprel::Expl
                )
            });
        let start =
            (self.sentence.start..aside).rev().find(|&at| self.tags[at].upos != Upos::Adv)?;
        let closed = (aside + 1..second).rev().find(|&at| self.tags[at].xpos == ",")?;
        // What stands between the second comma and the verb carries it.
        let carried = (closed + 1..second)
            .all(|at| matches!(self.tags[at].upos, Upos::Aux | Upos::Adv | Upos::Part));
        if !bare
            || !carried
            || self.tags[start].xpos != ","
            || self.tags[start + 1].upos == Upos::Cconj
        {
            return None;
        }
        let of = |clause: usize| {
            self.children(clause)
                .find(|&child| self.arcs[child].deprel.is_subject() && child < start)
        };
        match (of(aside), of(second)) {
            (Some(subject), None) => {
                let passive =
                    self.children(second).any(|child| self.arcs[child].deprel == Deprel::AuxPass);
                let way = if passive { Deprel::NsubjPass } else { Deprel::Nsubj };
                Some(vec![(subject, arc(second, way)), (aside, arc(subject, Deprel::Acl))])
            }
            (None, Some(subject)) => Some(vec![(aside, arc(subject, Deprel::Acl))]),
            _ => None,
        }
    }

    /// `when he declared the union is ready`, `and estimated the gap would be wide`, with the noun as what was declared and the rest
    /// as a clause without a subject.
    pub(super) fn severed(&self, cue: usize) -> Option<Changes> {
        let Arc { head: Some(above), deprel } = self.arcs[cue] else { return None };
        let says = matches!(
            self.tags[cue].lemma.as_str(),
            "argue"
                | "believe"
                | "claim"
                | "declare"
                | "estimate"
                | "insist"
                | "predict"
                | "say"
                | "think"
                | "warn"
        );
        if !says {
            return None;
        }
        let object = self
            .children(cue)
            .find(|&child| self.arcs[child].deprel == Deprel::Obj && child > cue)
            .filter(|&object| self.sentence.contains(&(object + 1)))?;
        let next = object + 1;
        let carries = matches!(self.arcs[next].deprel, Deprel::Cop | Deprel::Aux | Deprel::AuxPass);
        let clause = self.arcs[next].head.filter(|&clause| carries && clause > next)?;
        if self.children(clause).any(|child| self.arcs[child].deprel.is_subject()) {
            return None;
        }
        let mut changes =
            vec![(object, arc(clause, Deprel::Nsubj)), (clause, arc(cue, Deprel::Ccomp))];
        if above == clause && deprel == Deprel::Advcl {
            let Arc { head: Some(higher), deprel } = self.arcs[clause] else { return None };
            let deprel = if deprel == Deprel::Conj { Deprel::Advcl } else { deprel };
            changes.push((cue, arc(higher, deprel)));
            return Some(changes);
        }
        let apart = self.arcs[clause].deprel == Deprel::Ccomp
            && deprel == Deprel::Conj
            && self.arcs[clause].head.is_some_and(|head| head != cue && self.is_below(cue, head));
        apart.then_some(changes)
    }

    /// `Lee, asked whether she would go, declined to answer`, with the first verb as what she did.
    pub(super) fn asked(&self, asked: usize) -> Option<Changes> {
        let set_off = self.tags[asked].lemma == "ask"
            && matches!(self.tags[asked].xpos, "VBD" | "VBN")
            && asked > self.sentence.start
            && self.word(asked - 1) == ","
            && self.children(asked).all(|child| {
                !matches!(
                    self.arcs[child].deprel,
                    Deprel::Aux | Deprel::AuxPass | Deprel::Obj | Deprel::Iobj
                )
            });
        let subject = |verb: usize| {
            self.children(verb)
                .find(|&child| self.arcs[child].deprel.is_subject() && child < asked - 1)
        };
        let Arc { head, deprel } = self.arcs[asked];
        if !set_off {
            return None;
        }
        let main = self.children(asked).find(|&child| {
            child > asked
                && self.is_finite(child)
                && self.word(child - 1) == ","
                && matches!(
                    self.arcs[child].deprel,
                    Deprel::Ccomp | Deprel::Conj | Deprel::Parataxis
                )
        });
        if let Some(main) = main {
            let ((Some(own), None) | (None, Some(own))) = (subject(asked), subject(main)) else {
                return None;
            };
            return Some(vec![
                (main, self.arcs[asked]),
                (own, arc(main, Deprel::Nsubj)),
                (asked, arc(own, Deprel::Acl)),
            ]);
        }
        let main = head.filter(|&main| main > asked && deprel == Deprel::Ccomp)?;
        subject(main).map(|own| vec![(asked, arc(own, Deprel::Acl))])
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::Mended;

    #[test]
    fn of_two_contents_the_second_is_said() {
        let mended = Mended::of(
            "While the chiefs, including President Lund, will not hold talks, Dahl said they can give a push to them.",
        );
        assert_eq!(mended.head("hold"), Some("give"));
    }

    #[test]
    fn what_is_said_in_a_statement() {
        let mended = Mended::of(
            "The Danish Harbour Ministry said in a statement it had received an assurance from Oslo that it would not \
             carry out works.",
        );
        assert_eq!(mended.head("received"), Some("said"));
    }

    #[test]
    fn who_is_reminded_says_the_rest() {
        let mended = Mended::of(
            "Reminded that Chairman Lund had written two letters to Dahl, this official said Dahl had received no calls.",
        );
        assert_eq!(mended.head("Reminded"), Some("said"));
    }

    #[test]
    fn what_two_commas_set_off_is_no_clause() {
        let mended = Mended::of(
            "The sources said the loan, agreed upon in May during a visit by Ana Lund, had been held up by delays.",
        );
        assert_eq!(mended.head("loan"), Some("held"));
        assert_eq!(mended.head("agreed"), Some("loan"));
    }

    #[test]
    fn what_is_declared_ready_is_declared() {
        let mended = Mended::of(
            "The chief was loudly cheered by some 3,000 local delegates at a special strategy meeting yesterday when he \
             declared the 2 mln-member union is ready to go.",
        );
        assert_eq!(mended.head("ready"), Some("declared"));
    }

    #[test]
    fn who_is_asked_declines() {
        let mended = Mended::of(
            "Brekke, asked whether he would resign if the line closed, declined to answer.",
        );
        assert_eq!(mended.subjects("declined"), ["Brekke"]);
        assert!(mended.subjects("asked").is_empty());
        let mended = Mended::of("Ana Lee, asked whether she would pay, said the town was poor.");
        assert_eq!((mended.head("asked"), mended.head("said")), (Some("Ana"), None));
    }
}
