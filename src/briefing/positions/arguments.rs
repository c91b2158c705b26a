//! What hangs on a verb, sorted by what it can be for a cue, and who does what the verb says.
//!
//! Which of it is the content of a cue is for `cue` to say.

use super::lexicon::{self, Class};
use super::occasion::is_day;
use super::subject::subject;
use super::view::View;
use crate::language::times::is_time;
use crate::language::{Deprel, Upos};

/// What hangs on a verb, sorted by what it can be for a cue.
pub(super) struct Arguments {
    pub(super) clause: Option<usize>,
    pub(super) question: Option<usize>,
    pub(super) infinitive: Option<usize>,
    /// An infinitive that may tell a purpose: `called on leaders to act`.
    pub(super) purpose: Option<usize>,
    pub(super) gerund: Option<usize>,
    /// `called the plan a disaster`: the disaster.
    pub(super) predicate: Option<usize>,
    pub(super) object: Option<usize>,
    pub(super) indirect: Option<usize>,
    /// With its preposition; clauses in `-ing` too.
    pub(super) prepositional: Vec<(String, usize)>,
    pub(super) passive: bool,
    pub(super) subject: Option<usize>,
    pub(super) agent: Option<usize>,
}

impl Arguments {
    pub(super) fn of(view: &View<'_>, verb: usize) -> Self {
        let passive = view.is_passive(verb);
        let mut arguments = Self {
            clause: None,
            question: None,
            infinitive: None,
            purpose: None,
            gerund: None,
            predicate: None,
            object: None,
            indirect: None,
            prepositional: Vec::new(),
            passive,
            subject: subject(view, verb)
                .filter(|&subject| !view.is_dateline(subject))
                // "released Wednesday found": a day finds nothing.
                .filter(|&subject| view.upos(subject) != Upos::Propn || !is_day(view, subject))
                .or_else(|| view.orphaned_subject(verb)),
            agent: None,
        };
        for child in view.children(verb) {
            arguments.add(view, verb, child);
        }
        arguments
    }

    fn add(&mut self, view: &View<'_>, verb: usize, child: usize) {
        // "explained why the talks failed": the question word heads the clause.
        let asks = child > verb
            && matches!(view.xpos(child), "WP" | "WRB")
            && view
                .children(child)
                .any(|clause| matches!(view.deprel(clause), Deprel::AclRelcl | Deprel::AdvclRelcl));
        if asks {
            self.question.get_or_insert(child);
            return;
        }
        match view.deprel(child) {
            Deprel::Ccomp | Deprel::CsubjPass | Deprel::Csubj
                if view.deprel(child) == Deprel::Ccomp || self.passive =>
            {
                self.add_clause(view, verb, child);
            }
            // A clause that the parser hung on loosely.
            Deprel::Parataxis if child > verb && view.is_finite(child) && self.clause.is_none() => {
                let said = lexicon::say(lexicon::entries(view.lemma(child), Class::Verb));
                // "know their status (half are married)": told by the way.
                let start = view.analysis.subtree(child).start;
                // "expect rain; if the dam fails, all must go": another sentence.
                let apart = view.semicolons(verb + 1..child).next().is_some();
                if !said && !apart && !view.is(start, "(") {
                    self.clause = Some(child);
                }
            }
            // "called on leaders to “really” act": marks part the infinitive from its verb.
            Deprel::Parataxis if child > verb && view.is_infinitive(child) => {
                self.purpose.get_or_insert(child);
            }
            // "says neither the mayor nor her aide came": the first word joined it to the cue.
            Deprel::Conj
                if child > verb
                    && self.clause.is_none()
                    && view.is_one_of(verb + 1, &["neither", "either", "both"])
                    && view.head(verb + 1) == Some(child) =>
            {
                self.clause = Some(child);
            }
            // "discussed whether to send troops", "asked the king whether he knew"
            Deprel::Xcomp | Deprel::Advcl | Deprel::Ccomp
                if child > verb && asks_whether(view, child) =>
            {
                self.question.get_or_insert(child);
            }
            Deprel::Xcomp => {
                if view.is_infinitive(child) {
                    self.infinitive.get_or_insert(child);
                } else if view.is_gerund(child) {
                    self.gerund.get_or_insert(child);
                } else if let Some(preposition) = view.preposition(child) {
                    self.prepositional.push((preposition, child));
                } else {
                    self.predicate.get_or_insert(child);
                }
            }
            // "called him a liar" with both as objects.
            Deprel::Obj if self.object.is_some() => {
                self.predicate.get_or_insert(child);
            }
            Deprel::Obj => self.object = Some(child),
            Deprel::Iobj => self.indirect = Some(child),
            Deprel::OblAgent => self.agent = Some(child),
            Deprel::Obl | Deprel::Advcl | Deprel::Nmod | Deprel::OblUnmarked => {
                self.add_oblique(view, verb, child);
            }
            _ => {}
        }
    }

    fn add_clause(&mut self, view: &View<'_>, verb: usize, child: usize) {
        // "A said X, while B said": the conjunction parts what stands before it from the second cue.
        let end = view.analysis.subtree(child).end;
        let parted = end <= verb
            && (view.children(verb).any(|mark| {
                mark >= end && mark < verb && matches!(view.deprel(mark), Deprel::Mark | Deprel::Cc)
            }) || (child..verb).any(|mark| view.is_one_of(mark, &[":", ";"]))
                && view.quotation(child).is_none());
        // "It was shaken, Ana Lee said, when the paper said so": when, and not what.
        let when = child > verb
            && view.children(child).any(|mark| {
                mark < child
                    && matches!(view.deprel(mark), Deprel::Mark | Deprel::Advmod)
                    && view
                        .is_one_of(mark, &["when", "because", "after", "before", "since", "once"])
            })
            && view.is(view.analysis.subtree(child).start.max(1) - 1, ",");
        if when && self.clause.is_none() && !view.is_question(child) {
            return;
        }
        // "Alarmed by the vote, Ana Lee said", "Late last month Ana Lee said": nothing that she reports.
        let late = matches!(view.upos(child), Upos::Adj | Upos::Adv) && !view.is(end, ",");
        let participle =
            child < verb && (view.xpos(child) == "VBN" || late) && !view.is_finite(child);
        if parted || participle && view.quotation(child).is_none() {
            return;
        }
        if view.is_infinitive(child) {
            self.infinitive.get_or_insert(child);
        } else if view.is_gerund(child) {
            self.gerund.get_or_insert(child);
        } else if view.is_question(child) {
            self.question.get_or_insert(child);
        } else {
            self.clause.get_or_insert(child);
        }
    }

    fn add_oblique(&mut self, view: &View<'_>, verb: usize, child: usize) {
        match view.preposition(child) {
            Some(preposition)
                if preposition == "by" && self.passive && view.deprel(child) == Deprel::Obl =>
            {
                self.agent.get_or_insert(child);
            }
            Some(preposition) if preposition == "that" => {
                self.clause.get_or_insert(child);
            }
            Some(preposition) => self.prepositional.push((preposition, child)),
            // "urged the king to leave", with the infinitive hung on as a purpose.
            None if child > verb && view.is_infinitive(child) && self.object.is_some() => {
                self.infinitive.get_or_insert(child);
            }
            // "threatened on Sunday to close it", with the day between.
            None if child > verb
                && view.is_infinitive(child)
                && is_behind_time(view, verb, child) =>
            {
                self.infinitive.get_or_insert(child);
            }
            None if child > verb && view.is_infinitive(child) => {
                self.purpose.get_or_insert(child);
            }
            None => {}
        }
    }

    pub(super) fn with(&self, preposition: &str) -> Option<usize> {
        self.prepositional.iter().find(|(word, _)| word == preposition).map(|&(_, head)| head)
    }
}

/// Whether `whether` opens the clause.
/// Whether nothing but when and how stands between a verb and an infinitive: `threatened on Sunday to close it`.
fn is_behind_time(view: &View<'_>, verb: usize, infinitive: usize) -> bool {
    let start = view.analysis.subtree(infinitive).start;
    let when = |token: usize| {
        let how = view.upos(token) == Upos::Adv && view.head(token) == Some(verb);
        how || std::iter::once(token)
            .chain(view.analysis.ancestors(token))
            .take_while(|&at| at != verb)
            .any(|at| is_day(view, at) || is_time(view.lemma(at)))
    };
    start > verb + 1 && (verb + 1..start).all(when)
}

fn asks_whether(view: &View<'_>, clause: usize) -> bool {
    view.analysis.children_as(clause, Deprel::Mark).any(|mark| view.is(mark, "whether"))
}

pub(super) fn is_expletive(view: &View<'_>, subject: usize) -> bool {
    view.deprel(subject) == Deprel::Expl || view.is(subject, "there")
}

#[cfg(test)]
mod tests {
    use crate::briefing::positions::testing::texts;

    #[test]
    fn a_day_or_an_adverb_parts_a_verb_from_its_infinitive() {
        for line in [
            "Norland threatened on Sunday to send millions of refugees to Europe.",
            "The party agreed last week to drop the tax.",
            "The parliament voted overwhelmingly to expel the ambassador.",
        ] {
            assert_eq!(texts(line), [line]);
        }
    }

    #[test]
    fn whom_one_urges_may_look_like_those_to_whom() {
        assert_eq!(
            texts(
                "Her deputy warned that it would not hold and urged the United Nations to send monitors."
            ),
            [
                "Her deputy warned that it would not hold.",
                "Her deputy urged the United Nations to send monitors."
            ]
        );
    }
}
