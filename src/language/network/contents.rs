//! What is said, where the parser hung it elsewhere or took something else for it: what opens the sentence beside it, what two
//! commas set off, the clause behind `in a statement`.

use super::conjunct::has_subject_or_auxiliary;
use super::parsed::{Changes, Parsed, arc};
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

    /// `said without help from Selm, the mine would close`, with the help as how it was said.
    pub(super) fn supposed(&self, noun: usize) -> Option<Changes> {
        let Arc { head: Some(cue), deprel: Deprel::Obl | Deprel::Advcl } = self.arcs[noun] else {
            return None;
        };
        let says = matches!(
            self.tags[cue].lemma.as_str(),
            "add" | "argue" | "believe" | "claim" | "note" | "predict" | "say" | "think" | "warn"
        );
        let ties = matches!(
            self.word(cue + 1),
            "barring" | "by" | "despite" | "for" | "under" | "unlike" | "with" | "without"
        ) && self.is_below(cue + 1, noun);
        if !says || !ties || noun < cue {
            return None;
        }
        let clause = self
            .children(cue)
            .find(|&child| child > noun && self.arcs[child].deprel == Deprel::Ccomp)?;
        let comma = (noun + 1..clause).find(|&at| {
            self.word(at) == "," && self.is_below(at + 1, clause) && !self.is_below(at, noun)
        })?;
        let whole = self.word(comma + 1) != "that"
            && self.tags[comma + 1].upos != Upos::Punct
            && (cue + 1..comma).all(|at| self.is_below(at, noun));
        whole.then(|| vec![(noun, arc(clause, self.arcs[noun].deprel))])
    }

    /// `Lee believes the fund, which made no profit, suffered from neglect`, with the fund as what Lee believes and the rest as
    /// a clause without a subject.
    pub(super) fn severed(&self, cue: usize) -> Option<Changes> {
        const REPORTS: &[&str] = &[
            "acknowledge",
            "add",
            "admit",
            "allege",
            "announce",
            "argue",
            "believe",
            "claim",
            "conclude",
            "confirm",
            "contend",
            "declare",
            "deny",
            "estimate",
            "expect",
            "fear",
            "hope",
            "indicate",
            "insist",
            "note",
            "predict",
            "report",
            "say",
            "show",
            "stress",
            "suggest",
            "think",
            "warn",
        ];
        let reports =
            self.tags[cue].upos == Upos::Verb && REPORTS.contains(&self.tags[cue].lemma.as_str());
        if !reports {
            return None;
        }
        let object = self.children(cue).find(|&child| {
            self.arcs[child].deprel == Deprel::Obj
                && child > cue
                && (self.is_noun(child) || matches!(self.tags[child].upos, Upos::Num | Upos::Adj))
        })?;
        // "left after a man claiming to be ill called": who called stands before.
        let ties = |at: usize| matches!(self.word(at), "after" | "as" | "because" | "before");
        let before = self.arcs[cue].head.is_some_and(|noun| {
            self.children(noun).any(|case| self.arcs[case].deprel == Deprel::Case && ties(case))
        });
        // "expects the mayor to resign"
        let whole = !before
            && self.children(cue).all(|child| {
                child < cue
                    || self.arcs[child].deprel != Deprel::Xcomp
                        && (child > object || self.arcs[child].deprel != Deprel::Ccomp)
            });
        let clause = (object + 1..self.sentence.end)
            .find(|&clause| whole && self.lacks_subject(clause, cue, object))?;
        let passive = self.children(clause).any(|at| self.arcs[at].deprel == Deprel::AuxPass);
        let way = if passive { Deprel::NsubjPass } else { Deprel::Nsubj };
        let mut changes = vec![(object, arc(clause, way)), (clause, arc(cue, Deprel::Ccomp))];
        if self.arcs[cue].head == Some(clause) {
            let Arc { head, deprel } = self.arcs[clause];
            let remark = self.tags[cue].xpos == "VBG" && head.is_some();
            changes.push((cue, Arc { head, deprel: if remark { Deprel::Advcl } else { deprel } }));
            let before = self.children(clause).filter(|&child| child < cue);
            changes.extend(before.map(|child| (child, arc(cue, self.arcs[child].deprel))));
        }
        Some(changes)
    }

    /// Whether `clause`, behind the object of a verb of saying, is a clause that has that object for its subject.
    fn lacks_subject(&self, clause: usize, cue: usize, object: usize) -> bool {
        let Self { tags, arcs, .. } = *self;
        let Arc { head, deprel } = arcs[clause];
        let hung = arcs[cue].head == Some(clause)
            || head.is_some_and(|head| head == object || self.is_below(cue, head))
                && !self.is_below(cue, clause)
                && matches!(
                    deprel,
                    Deprel::Acl
                        | Deprel::AclRelcl
                        | Deprel::Advcl
                        | Deprel::Appos
                        | Deprel::Ccomp
                        | Deprel::Conj
                        | Deprel::Dep
                        | Deprel::Parataxis
                );
        if !hung {
            return false;
        }
        let helper = self.children(clause).find(|&child| {
            (object + 1..clause).contains(&child)
                && matches!(arcs[child].deprel, Deprel::Aux | Deprel::AuxPass | Deprel::Cop)
        });
        let plural = matches!(tags[object].xpos, "NNS" | "NNPS")
            || self.children(object).any(|child| arcs[child].deprel == Deprel::Conj);
        let verb = helper.unwrap_or(clause);
        let agrees = match tags[verb].xpos {
            "MD" | "VBD" => true,
            "VBZ" => !plural,
            "VBP" => plural,
            _ => false,
        };
        // "condemned the raids committed there"
        let finite = helper.is_some()
            || self.is_finite(clause)
                && (deprel != Deprel::Acl
                    || self.children(clause).any(|child| {
                        matches!(arcs[child].deprel, Deprel::Obj | Deprel::Xcomp | Deprel::Ccomp)
                    }));
        let own = self.children(clause).any(|child| {
            child < clause
                && (arcs[child].deprel.is_subject()
                    || arcs[child].deprel == Deprel::Expl
                    || child > cue
                        && (matches!(arcs[child].deprel, Deprel::Mark | Deprel::Cc)
                            || matches!(tags[child].xpos, "WDT" | "WP" | "WRB")))
        });
        // "labels that show the oils are rich would help": the nearest verb is that of the oils.
        let nearest = (object + 1..verb).all(|at| {
            !matches!(tags[at].xpos, "MD" | "VBP" | "VBZ")
                && (tags[at].xpos != "VBD" || tags[at].upos != Upos::Aux)
                || self.is_below(at, object)
        });
        agrees && finite && nearest && !own && self.is_reached(object, verb)
    }

    /// Whether nothing but what tells of `noun`, and asides that are closed, stands between it and its verb.
    fn is_reached(&self, noun: usize, verb: usize) -> bool {
        let Some(last) = (noun..verb).rev().find(|&at| self.tags[at].upos != Upos::Adv) else {
            return false;
        };
        let marks = (noun + 1..verb).filter(|&at| self.word(at) == ",").count();
        let closed = match self.word(last) {
            "," => marks > 1,
            mark @ ("–" | "—" | "--") => (noun + 1..last).any(|at| self.word(at) == mark),
            ")" | "]" => marks != 1,
            _ => {
                let quote = matches!(self.tags[last].xpos, "``" | "''");
                marks != 1 && (quote || self.tags[last].upos != Upos::Punct)
            }
        };
        closed
            && self.tags[last].upos != Upos::Cconj
            && !matches!(self.tags[last].xpos, "WDT" | "WP" | "WRB")
            && !(noun + 1..last).any(|at| {
                // "the fund, which has lent nothing since May, failed"
                let comma = |at: usize| self.word(at) == ",";
                let aside = (noun + 1..at).any(comma) && (at..=last).any(comma);
                let ties = matches!(
                    self.word(at),
                    "after"
                        | "as"
                        | "because"
                        | "before"
                        | "but"
                        | "if"
                        | "since"
                        | "than"
                        | "until"
                        | "when"
                        | "while"
                );
                ties && !aside || comma(at) && self.tags[at + 1].upos == Upos::Cconj
            })
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
        // "But, asked whether she would go, she declined"
        if subject(asked).is_none() && subject(main).is_none() {
            return Some(vec![(asked, arc(main, Deprel::Advcl))]);
        }
        subject(main).map(|own| vec![(asked, arc(own, Deprel::Acl))])
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::Mended;
    use crate::language::Deprel;

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
    fn what_is_believed_behind_an_aside_is_a_clause() {
        let mended = Mended::of(
            "Dahl believes Vestby Line, which has not paid a dividend since 1991, suffered from neglect under the town.",
        );
        assert_eq!(mended.head("suffered"), Some("believes"));
        assert_eq!(mended.subjects("suffered"), ["Line"]);
        let mended = Mended::of(
            "The union was cheered, noting wages rose in May and that the dispute over the ferry had ended.",
        );
        assert_eq!(mended.head("rose"), Some("noting"));
        // A list, and a participle.
        let mended =
            Mended::of("Dahl acknowledged the appeal of the plan, then attacked its authors.");
        assert_eq!(mended.head("attacked"), Some("acknowledged"));
        assert_ne!(mended.deprel("attacked"), Deprel::Ccomp);
    }

    #[test]
    fn what_is_supposed_is_said() {
        let mended =
            Mended::of("The minister said under the pact, Norland would cut its fleet by half.");
        assert_eq!(mended.head("pact"), Some("cut"));
        let mended = Mended::of("The minister said without help from Oslo, the mine would close.");
        assert_eq!(mended.head("help"), Some("close"));
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
