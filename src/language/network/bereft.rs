//! Clauses that the parser took their subject from, or gave to another verb than the one they go with: the subject behind
//! `after` or `until` hung on the verb above, `half a point lower` read as being a half point, `and Norland's minister, Ana
//! Lee, told` as what nobody said, `, saying ...` and `, and ordered that ...` hung on the clause just told of.

use super::parsed::{Changes, Draft, Parsed, arc};
use crate::language::coref::words::{is_body, is_person};
use crate::language::times::is_time;
use crate::language::{Arc, Deprel, Upos};

/// Verbs for saying something that is told behind them.
pub(super) const SAYING: &[&str] =
    &["add", "argue", "claim", "declare", "insist", "note", "say", "state", "suggest", "warn"];

/// Verbs that rule, beside those.
const RULING: &[&str] =
    &["demand", "direct", "hold", "order", "recommend", "rule", "urge", "announce", "decide"];

/// Gives each its own.
pub(super) fn mend(draft: &mut Draft<'_>) {
    draft.mend_each(|text, token| {
        text.behind_mark(token)
            .or_else(|| text.lower_by_half(token))
            .or_else(|| text.teller(token))
            .or_else(|| text.saying(token))
            .or_else(|| text.ruling(token))
            .or_else(|| text.nearest(token))
            .or_else(|| text.what_else(token))
            .or_else(|| text.denied(token))
            .or_else(|| text.at_least(token))
            .or_else(|| text.secretary(token))
    });
}

impl Parsed<'_> {
    /// `voted to stay after the union turned down an offer`, `stay out until the firm, Acme, agrees`, with the union and the
    /// firm as when they vote and stay.
    fn behind_mark(&self, verb: usize) -> Option<Changes> {
        let above = self.arcs[verb].head?;
        if !self.is_finite(verb) || !self.is_bare(verb) {
            return None;
        }
        let ends_before = |noun: usize| {
            let end = self.subtree(noun).end;
            let apposed = || {
                self.children(noun)
                    .any(|name| name > noun && self.arcs[name].deprel == Deprel::Appos)
            };
            // "after a slip by Ana Lee (L-Selm) suggested".
            let bracket = || end + 1 == verb && self.word(end) == ")";
            end == verb || end + 1 == verb && self.word(end) == "," && apposed() || bracket()
        };
        let noun = (self.sentence.start..verb).find(|&noun| {
            self.is_noun(noun)
                && matches!(self.arcs[noun].deprel, Deprel::Obl | Deprel::Nmod)
                && ends_before(noun)
        })?;
        let holder = self.arcs[noun].head?;
        let words = self.subtree(noun);
        let time = |at: usize| {
            matches!(
                self.word(at).to_lowercase().as_str(),
                "after"
                    | "although"
                    | "because"
                    | "before"
                    | "once"
                    | "since"
                    | "though"
                    | "unless"
                    | "until"
                    | "while"
                    | "when"
            )
        };
        let case = self
            .children(noun)
            .find(|&case| case < noun && self.arcs[case].deprel == Deprel::Case && time(case));
        let mark = self.children(verb).find(|&mark| {
            self.arcs[mark].deprel == Deprel::Mark && mark + 1 == words.start && time(mark)
        });
        if self.tags[verb - 1].xpos == "``" || holder >= noun {
            return None;
        }
        match (case, mark) {
            (None, Some(_)) => Some(vec![(noun, arc(verb, self.subject_of(verb)))]),
            (Some(case), None)
                if case == words.start && (above == holder || self.is_below(holder, above)) =>
            {
                Some(vec![
                    (noun, arc(verb, self.subject_of(verb))),
                    (case, arc(verb, Deprel::Mark)),
                    (verb, arc(holder, Deprel::Advcl)),
                ])
            }
            _ => None,
        }
    }

    /// `growth could be half a point lower`, with growth as a half point.
    fn lower_by_half(&self, noun: usize) -> Option<Changes> {
        let Arc { head: Some(lower), deprel: Deprel::OblUnmarked } = self.arcs[noun] else {
            return None;
        };
        let copula = self.children(noun).any(|cop| self.arcs[cop].deprel == Deprel::Cop);
        let compared = matches!(self.tags[lower].xpos, "JJR" | "RBR");
        if !copula || !compared || lower != noun + 1 {
            return None;
        }
        let its = |&child: &usize| {
            child < noun
                && matches!(
                    self.arcs[child].deprel,
                    Deprel::Cop
                        | Deprel::Aux
                        | Deprel::Nsubj
                        | Deprel::Mark
                        | Deprel::Cc
                        | Deprel::Advmod
                )
        };
        Some(
            self.children(noun)
                .filter(its)
                .map(|child| (child, arc(lower, self.arcs[child].deprel)))
                .collect(),
        )
    }

    /// `Neither side has said how many will go, and Norland's minister, Ana Lee, told the paper ...`, with the minister beside
    /// going, and telling as what was said.
    fn teller(&self, name: usize) -> Option<Changes> {
        let Arc { head: Some(verb), deprel: Deprel::Nsubj } = self.arcs[name] else { return None };
        let words = self.subtree(name);
        let comma = words.start.checked_sub(1).filter(|&at| self.word(at) == ",")?;
        let proper = self.tags[name].upos == Upos::Propn
            && words
                .clone()
                .all(|at| self.tags[at].upos == Upos::Propn || self.tags[at].xpos == "``");
        let noun = self.sentence.clone().find(|&noun| {
            self.arcs[noun].deprel == Deprel::Conj
                && is_person(&self.tags[noun].lemma)
                && noun + 1 == comma
                && self.arcs[noun].head.is_some_and(|first| self.tags[first].upos == Upos::Verb)
        })?;
        let cc = self.children(noun).find(|&cc| self.arcs[cc].deprel == Deprel::Cc)?;
        let fits =
            proper && self.is_finite(verb) && verb == words.end + 1 && self.word(words.end) == ",";
        let root = self.root(verb);
        (fits && root < cc && root != verb).then(|| {
            vec![
                (name, arc(noun, Deprel::Appos)),
                (noun, arc(verb, Deprel::Nsubj)),
                (cc, arc(verb, Deprel::Cc)),
                (verb, arc(root, Deprel::Conj)),
            ]
        })
    }

    /// `Lee denied that, saying he meant to go`, with `that` before what he meant.
    fn denied(&self, that: usize) -> Option<Changes> {
        let Arc { head: Some(marked), deprel: Deprel::Mark } = self.arcs[that] else { return None };
        let verb = that.checked_sub(1).filter(|&verb| self.tags[verb].upos == Upos::Verb)?;
        let bare = self.word(that) == "that"
            && self.word(that + 1) == ","
            && self.arcs[marked].head == Some(verb);
        let saying = self.children(verb).find(|&saying| {
            saying > that
                && self.tags[saying].xpos == "VBG"
                && SAYING.contains(&self.tags[saying].lemma.as_str())
                && self.children(saying).all(|said| self.arcs[said].deprel != Deprel::Ccomp)
        })?;
        let clause = self
            .children(verb)
            .find(|&clause| clause > saying && self.arcs[clause].deprel == Deprel::Ccomp)?;
        bare.then(|| vec![(that, arc(verb, Deprel::Obj)), (clause, arc(saying, Deprel::Ccomp))])
    }

    /// `doctors said at least 31 people, among them nine children, were killed`, with the people as where they said it.
    fn at_least(&self, noun: usize) -> Option<Changes> {
        let Arc { head: Some(cue), deprel: Deprel::Obl } = self.arcs[noun] else { return None };
        let led = || self.children(noun).any(|case| self.arcs[case].deprel == Deprel::Case);
        let beside = SAYING.contains(&self.tags[cue].lemma.as_str())
            && self.is_noun(noun)
            && !is_time(&self.tags[noun].lemma)
            && !self.is_day(noun)
            && !led()
            && self.subtree(noun).start == cue + 1;
        if !beside {
            return None;
        }
        let clause = (noun + 1..self.sentence.end).find(|&clause| {
            self.arcs[clause].deprel == Deprel::Ccomp
                && self.arcs[clause].head.is_some_and(|above| self.is_below(cue, above))
                && self.is_bare(clause)
                && self.has_tense(clause)
        })?;
        Some(vec![(noun, arc(clause, self.subject_of(clause))), (clause, arc(cue, Deprel::Ccomp))])
    }

    /// `the secretary of state's office`: the secretary's, and not the state's.
    fn secretary(&self, secretary: usize) -> Option<Changes> {
        let (of, what, owner, office) =
            (secretary + 1, secretary + 2, secretary + 3, secretary + 4);
        let fits = self.sentence.contains(&office)
            && self.tags[secretary].lemma.eq_ignore_ascii_case("secretary")
            && self.word(of) == "of"
            && matches!(self.word(owner), "'s" | "’s")
            && self.is_noun(what)
            && self.is_noun(office)
            && self.arcs[what] == arc(office, Deprel::NmodPoss)
            && self.arcs[office] == arc(secretary, Deprel::Nmod);
        if !fits {
            return None;
        }
        let mut changes = vec![
            (office, self.arcs[secretary]),
            (secretary, arc(office, Deprel::NmodPoss)),
            (what, arc(secretary, Deprel::Nmod)),
            (of, arc(what, Deprel::Case)),
            (owner, arc(secretary, Deprel::Case)),
        ];
        let led = self.children(secretary).filter(|&child| {
            child < secretary && matches!(self.arcs[child].deprel, Deprel::Case | Deprel::Punct)
        });
        changes.extend(led.map(|child| (child, arc(office, self.arcs[child].deprel))));
        Some(changes)
    }

    /// `It did not rule on whether the laws are valid, saying it would hear that in May`: the laws say nothing. `It switched
    /// sides, after the king had come, telling the court that it was wrong`: nor does whoever the clause between is about.
    fn saying(&self, saying: usize) -> Option<Changes> {
        let Arc { head: Some(above), deprel: Deprel::Advcl } = self.arcs[saying] else {
            return None;
        };
        let lemma = self.tags[saying].lemma.as_str();
        let says = self.tags[saying].xpos == "VBG"
            && (SAYING.contains(&lemma) || lemma == "tell")
            && above < saying
            && self.word(saying - 1) == ","
            && self.subtree(saying).start == saying;
        let dumb = self.subject(above).is_some_and(|subject| {
            self.tags[subject].upos == Upos::Noun && !self.may_speak(subject)
        });
        // ", after the king had come, telling".
        let between = || {
            let words = self.subtree(above);
            self.arcs[above].deprel == Deprel::Advcl
                && self.is_behind_comma(words.start)
                && self.children(above).any(|mark| {
                    mark == words.start
                        && self.arcs[mark].deprel == Deprel::Mark
                        && matches!(
                            self.word(mark),
                            "after" | "although" | "before" | "since" | "though" | "while"
                        )
                })
                && self.arcs[above].head.is_some_and(|main| main < words.start)
        };
        if !says || !(dumb || between()) {
            return None;
        }
        let mut up = std::iter::successors(self.arcs[above].head, |&at| self.arcs[at].head);
        let main = up.find(|&at| {
            self.tags[at].upos == Upos::Verb
                && self.subject(at).is_some_and(|subject| self.may_speak(subject))
        })?;
        Some(vec![(saying, arc(main, Deprel::Advcl))])
    }

    /// `The court said that he had gone too far when he closed the house, and ordered that it be opened`: what follows the
    /// comma goes with who speaks.
    fn ruling(&self, verb: usize) -> Option<Changes> {
        let Arc { head: Some(first), deprel: Deprel::Conj } = self.arcs[verb] else { return None };
        let lemma = |at: usize| self.tags[at].lemma.as_str();
        let rules = |at: usize| SAYING.contains(&lemma(at)) || RULING.contains(&lemma(at));
        let cc = self.children(verb).find(|&cc| self.arcs[cc].deprel == Deprel::Cc && cc < verb)?;
        let comma = self.is_behind_comma(cc);
        let told = self.children(verb).any(|content| {
            self.arcs[content].deprel == Deprel::Ccomp
                && self.children(content).any(|mark| self.word(mark) == "that")
        });
        let bare = cc + 1 == verb && self.is_bare(verb) && self.is_finite(verb);
        let aside = self.arcs[first].deprel == Deprel::Advcl;
        if !comma || !told || !bare || !aside || !rules(verb) || rules(first) {
            return None;
        }
        let mut up = std::iter::successors(self.arcs[first].head, |&at| self.arcs[at].head);
        let main = up.find(|&at| {
            rules(at)
                && self.tags[at].xpos == self.tags[verb].xpos
                && self.subject(at).is_some_and(|subject| self.may_speak(subject))
        })?;
        Some(vec![(verb, arc(main, Deprel::Conj))])
    }

    /// `tied wages to prices, which rose`, said of the wages: of two nouns beside each other below a verb the nearer.
    fn nearest(&self, clause: usize) -> Option<Changes> {
        let Arc { head: Some(far), deprel: Deprel::AclRelcl } = self.arcs[clause] else {
            return None;
        };
        let which = self
            .children(clause)
            .find(|&which| self.word(which) == "which" && self.arcs[which].deprel.is_subject())?;
        let comma = which.checked_sub(1).filter(|&at| self.word(at) == ",")?;
        let verb = self.arcs[far].head.filter(|&verb| self.tags[verb].upos == Upos::Verb)?;
        let near = self.children(verb).find(|&near| {
            far < near
                && matches!(self.tags[near].xpos, "NN" | "NNS")
                && matches!(self.arcs[near].deprel, Deprel::Obl | Deprel::Obj)
                && !is_time(&self.tags[near].lemma)
                && self.subtree(near).end == comma
        })?;
        let several = self.tags[near].xpos == "NNS";
        let agrees = self.sentence.clone().any(|at| {
            (at == clause || self.arcs[at].head == Some(clause) && at < clause)
                && match self.tags[at].xpos {
                    "VBZ" => !several,
                    "VBP" => several,
                    "VBD" => match self.word(at) {
                        "was" => !several,
                        "were" => several,
                        _ => true,
                    },
                    "MD" => true,
                    _ => false,
                }
        });
        agrees.then(|| vec![(clause, arc(near, Deprel::AclRelcl))])
    }

    /// `It is not what she read but what she built`, with the second as what she read.
    fn what_else(&self, what: usize) -> Option<Changes> {
        let Arc { head: Some(verb), deprel: Deprel::Obj } = self.arcs[what] else { return None };
        let Arc { head: Some(first), deprel: Deprel::AclRelcl } = self.arcs[verb] else {
            return None;
        };
        let asks =
            |at: usize| self.tags[at].xpos == "WP" && self.word(at).eq_ignore_ascii_case("what");
        let but = what.checked_sub(1).filter(|&but| self.word(but) == "but")?;
        let denied = self.children(first).any(|not| self.word(not) == "not" && not < first);
        (asks(what) && asks(first) && denied && verb < but)
            .then(|| vec![(what, arc(first, Deprel::Conj)), (but, arc(what, Deprel::Cc))])
    }

    fn subject(&self, verb: usize) -> Option<usize> {
        self.children(verb).find(|&child| self.arcs[child].deprel.is_subject())
    }

    /// Whether it is a name, a pronoun, or a noun for somebody or a body.
    pub(super) fn may_speak(&self, subject: usize) -> bool {
        let lemma = self.tags[subject].lemma.as_str();
        match self.tags[subject].upos {
            Upos::Propn => true,
            Upos::Pron => self.tags[subject].xpos == "PRP",
            _ => is_person(lemma) || is_body(lemma),
        }
    }

    pub(super) fn root(&self, token: usize) -> usize {
        std::iter::successors(Some(token), |&at| self.arcs[at].head)
            .take(self.sentence.len())
            .last()
            .unwrap_or(token)
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::Mended;

    #[test]
    fn who_acts_behind_after_or_until_is_no_time() {
        let mended = Mended::of(
            "Dockworkers at Ostland's largest port voted on Thursday to extend their strike after the union turned down an \
             offer of a 6 percent rise.",
        );
        assert_eq!(mended.subjects("turned"), ["union"]);
        let mended = Mended::of(
            "The union said its members had backed staying out until the port operator, Halden Terminals, agrees to link \
             wages to inflation, which reached 9.4 percent in September.",
        );
        assert_eq!(mended.subjects("agrees"), ["operator"]);
        assert_eq!(mended.head("agrees"), Some("staying"));
        assert_eq!(mended.head("reached"), Some("inflation"));
    }

    #[test]
    fn what_is_half_a_point_lower_is_no_half_point() {
        let mended = Mended::of(
            "If it lasts until December, growth could be half a point lower this year, they said.",
        );
        assert_eq!(mended.subjects("lower"), ["growth"]);
    }

    #[test]
    fn who_tells_has_the_name_beside_his_office() {
        let mended = Mended::of(
            "Neither side has said how many of its own officers will work in the centre, and Serbia's deputy foreign \
             minister, Igor Malen, told state television that his country will inspect ships itself.",
        );
        assert_eq!(mended.subjects("told"), ["minister"]);
        assert_eq!(mended.head("told"), Some("said"));
    }

    #[test]
    fn laws_say_nothing_and_a_court_orders() {
        let mended = Mended::of(
            "It did not rule on whether the laws that Daneli has signed since then are valid, saying it would hear that \
             case in November.",
        );
        assert_eq!(mended.head("saying"), Some("rule"));
        let mended = Mended::of(
            "In a 7-2 ruling, the court said that the president had \"manifestly exceeded\" his powers when he dissolved the \
             National Assembly in June, and ordered that it be recalled within 14 days.",
        );
        assert_eq!(mended.head("ordered"), Some("said"));
    }

    #[test]
    fn of_two_things_that_are_asked_neither_is_of_the_other() {
        let mended = Mended::of("The question is not what she read but what she built.");
        assert_eq!(mended.head("but"), Some("what"));
        assert_ne!(mended.head("but"), Some("read"));
        assert_eq!(mended.deprel("read"), crate::language::Deprel::AclRelcl);
    }

    #[test]
    fn what_is_denied_is_not_what_is_said_next() {
        let mended = Mended::of("Lund denied that, saying he intended to return to teaching.");
        assert_eq!(mended.head("intended"), Some("saying"));
        assert_eq!(mended.head("that"), Some("denied"));
    }

    #[test]
    fn those_who_were_killed_are_no_place_where_it_was_said() {
        let mended = Mended::of(
            "Both sides denied that they had bombed a hospital in the city, where doctors said at least 31 people, among them \
             nine children, were killed in the early hours.",
        );
        assert_eq!(mended.head("people"), Some("killed"));
    }

    #[test]
    fn the_office_of_a_secretary_of_state_is_no_state_s() {
        let mended = Mended::of(
            "Some 8,000 ballots were rejected for lack of a date, according to the secretary of state’s office.",
        );
        assert_eq!(mended.head("secretary"), Some("office"));
        assert_eq!(mended.head("office"), Some("rejected"));
    }

    #[test]
    fn who_tells_a_court_is_not_whoever_took_office_in_between() {
        let mended = Mended::of(
            "The ministry switched sides in February, after President Tom Lund took office, telling the court that it no longer \
             adheres to its earlier view.",
        );
        assert_eq!(mended.head("telling"), Some("switched"));
    }
}
