//! What hangs on a verb, sorted by what it can be for a cue, and who does what the verb says.
//!
//! Which of it is the content of a cue is for `cue` to say.

use super::lexicon::{self, Class};
use super::occasion::is_day;
use super::view::View;
use crate::language::{Deprel, Upos};

/// What hangs on a verb, sorted by what it can be for a cue.
pub(super) struct Arguments {
    pub(super) clause: Option<usize>,
    pub(super) question: Option<usize>,
    pub(super) infinitive: Option<usize>,
    /// An infinitive that may tell a purpose: `called on leaders to act`.
    pub(super) purpose: Option<usize>,
    /// A subject of the clause that is reported: `prices, the bank says, will rise`.
    pub(super) stray: Option<usize>,
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
            stray: None,
            gerund: None,
            predicate: None,
            object: None,
            indirect: None,
            prepositional: Vec::new(),
            passive,
            subject: view
                .inverted_speaker(verb)
                .or_else(|| subject(view, verb))
                .filter(|&subject| !view.is_dateline(subject))
                // "released Wednesday found": a day finds nothing.
                .filter(|&subject| view.upos(subject) != Upos::Propn || !is_day(view, subject))
                .or_else(|| view.orphaned_subject(verb))
                .or_else(|| {
                    let above = view.head(verb).filter(|_| view.xpos(verb) == "VBG")?;
                    let above = Some(above).filter(|&above| view.deprel(above) == Deprel::Root)?;
                    let lost = view.analysis.subject(above).is_none_or(|it| view.is_dateline(it));
                    view.orphaned_subject(above).filter(|_| lost)
                }),
            agent: None,
        };
        for child in view.children(verb) {
            arguments.add(view, verb, child);
        }
        arguments.take_severed(view, verb);
        arguments.stray = arguments.subject.and_then(|subject| {
            view.children(verb)
                .find(|&child| view.deprel(child).is_subject() && child < subject)
                .filter(|_| is_parted(view, subject))
        });
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
                let said = lexicon::entries(view.lemma(child), Class::Verb)
                    .iter()
                    .any(|entry| entry.quote().is_some());
                if !said {
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

    /// Takes the clause whose subject the parser took for an object of `verb` and which it hung on the verb above: `answered
    /// by saying his refusal was a trifle`. The verb above loses it.
    fn take_severed(&mut self, view: &View<'_>, verb: usize) {
        let bare = |clause: usize| {
            view.deprel(clause) == Deprel::Ccomp
                && view.analysis.subject(clause).is_none()
                && view.child(clause, Deprel::Cop).is_some()
        };
        let behind = |verb: usize, clause: usize| {
            view.xpos(verb) == "VBG"
                && view.is_saying(verb)
                && view.child(verb, Deprel::Obj).is_some()
                && view.analysis.subtree(verb).end == view.analysis.subtree(clause).start
        };
        if self.clause.is_none() {
            self.clause = view.head(verb).and_then(|above| {
                view.children(above).find(|&clause| bare(clause) && behind(verb, clause))
            });
        } else if let Some(clause) = self.clause.filter(|&clause| bare(clause))
            && view.children(verb).any(|other| behind(other, clause))
        {
            self.clause = None;
        }
    }

    fn add_clause(&mut self, view: &View<'_>, verb: usize, child: usize) {
        // "A said X, while B said": the conjunction parts what stands before it from the second cue.
        let end = view.analysis.subtree(child).end;
        let parted = end <= verb
            && view.children(verb).any(|mark| {
                mark >= end && mark < verb && matches!(view.deprel(mark), Deprel::Mark | Deprel::Cc)
            });
        if parted {
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
fn asks_whether(view: &View<'_>, clause: usize) -> bool {
    view.analysis.children_as(clause, Deprel::Mark).any(|mark| view.is(mark, "whether"))
}

/// Who does what the verb says: its own subject, or the one that it shares with a verb above it.
pub(super) fn subject(view: &View<'_>, verb: usize) -> Option<usize> {
    let mut at = verb;
    // Whether what is tensed hangs on what is not: "proposed that the office be closed and praised the mayor".
    let mut passed = false;
    for _ in 0..8 {
        let subjects = || view.children(at).filter(|&child| view.deprel(child).is_subject());
        // "The rate, the bank says, will rise": of two, the one beside the verb is its own.
        let own = subjects()
            .rfind(|&child| child < at && is_parted(view, child))
            .or_else(|| subjects().next());
        // "that, as he said": the pronoun right before the verb, and not the joining word.
        let joining = own.is_none_or(|own| matches!(view.xpos(own), "WDT" | "IN"));
        let pronoun = at.checked_sub(1).filter(|&before| {
            joining
                && view.head(before) == Some(at)
                && view.is_one_of(before, &["he", "she", "they", "we", "I"])
        });
        if pronoun.is_some() {
            return pronoun;
        }
        if let Some(subject) = own.filter(|_| !passed) {
            // "The guests — all of them old — both left": the word only counts those named before.
            let counted = view.head(at).filter(|&noun| {
                view.deprel(at) == Deprel::Parataxis
                    && noun < subject
                    && matches!(view.upos(noun), Upos::Noun | Upos::Propn)
                    && view.is_one_of(subject, &["all", "both", "each"])
                    && view.children(subject).next().is_none()
            });
            if counted.is_some() {
                return counted;
            }
            return (!matches!(view.deprel(subject), Deprel::Csubj | Deprel::CsubjPass))
                .then_some(subject);
        }
        let mut above = view.head(at)?;
        // "She believes we must push for more, saying that": she does, not all of us.
        if at == verb
            && view.deprel(at) == Deprel::Advcl
            && view.xpos(at) == "VBG"
            && at > above
            && view.is(at - 1, ",")
            && view.is_saying(at)
            && view.deprel(above) == Deprel::Ccomp
            && view
                .analysis
                .subject(above)
                .is_some_and(|it| view.is_one_of(it, &["we", "it", "there"]))
        {
            at = view.head(above)?;
            passed = false;
            // The outermost report speaks.
            while view.deprel(at) == Deprel::Ccomp
                && let Some(higher) = view.head(at).filter(|&higher| view.is_saying(higher))
            {
                at = higher;
            }
            continue;
        }
        // "He denied that he had told her to go, saying": what a comma parts from an infinitive goes with the clause above.
        if at == verb
            && view.deprel(at) == Deprel::Advcl
            && view.xpos(at) == "VBG"
            && at > above
            && view.is_one_of(at - 1, &[",", "”", "\""])
            && view.is_saying(at)
        {
            let bare = |clause: usize| {
                view.is_infinitive(clause)
                    || view.is_gerund(clause)
                    || (view.deprel(clause) == Deprel::Ccomp
                        && view.analysis.subject(clause).is_none())
            };
            while bare(above)
                && let Some(higher) = view.head(above)
            {
                above = higher;
            }
            at = above;
            continue;
        }
        if passed {
            passed = false;
            at = above;
            continue;
        }
        match view.deprel(at) {
            Deprel::Conj | Deprel::Advcl
                if view.deprel(at) == Deprel::Conj || judged(view, above, at).is_none() =>
            {
                let tensed =
                    |token: usize| matches!(view.xpos(token), "VBD" | "VBZ" | "VBP" | "MD");
                let bare = view.deprel(above) == Deprel::Ccomp
                    && !tensed(above)
                    && !tensed(view.tensed(above));
                passed = view.deprel(at) == Deprel::Conj && tensed(at) && bare;
            }
            Deprel::Xcomp => {
                // "asked Iran to stop": whoever is asked acts.
                let object = view.children(above).find(|&child| {
                    matches!(view.deprel(child), Deprel::Obj | Deprel::Iobj)
                        && child < at
                        && view.upos(above) == Upos::Verb
                });
                if let Some(object) = object.filter(|&object| {
                    // "has officials wondering", "left voters guessing"
                    let shows = view.xpos(at) == "VBG"
                        && matches!(
                            view.lemma(above),
                            "have"
                                | "leave"
                                | "keep"
                                | "get"
                                | "set"
                                | "hear"
                                | "overhear"
                                | "watch"
                                | "catch"
                                | "notice"
                                | "remember"
                                | "see"
                                | "show"
                                | "find"
                        );
                    let shows = shows && !view.is(object, "it");
                    shows || (view.is_infinitive(at) && !view.is(above, "promised"))
                }) {
                    return Some(object);
                }
            }
            // "criticized the bank for hiding losses": the bank hides them.
            Deprel::Advcl | Deprel::Acl
                if view.xpos(at) == "VBG"
                    && view.preposition(at).as_deref() == Some("for")
                    && judged(view, above, at).is_some() =>
            {
                return judged(view, above, at);
            }
            // "a letter urging calm": the letter does.
            Deprel::Acl if view.xpos(at) == "VBG" => {
                // "He is a puppet saying": he does.
                let is = view.child(above, Deprel::Cop).is_some();
                return view.analysis.subject(above).filter(|_| is).or(Some(above));
            }
            // The head of the name: "Rep. Adam Lee, the chair, called for calm", read as "Lee, called".
            Deprel::Acl if view.xpos(at) == "VBN" => {
                let mut named = above;
                while view.deprel(named) == Deprel::Flat
                    && let Some(head) = view.head(named)
                {
                    named = head;
                }
                return Some(named);
            }
            Deprel::AclRelcl if view.children(at).all(|child| !view.deprel(child).is_subject()) => {
                return Some(above);
            }
            Deprel::Parataxis | Deprel::Ccomp if view.xpos(at) == "VBG" => {}
            _ => return None,
        }
        at = above;
    }
    None
}

/// Who is praised or blamed for what `clause` tells: the object of the verb above it.
fn judged(view: &View<'_>, above: usize, clause: usize) -> Option<usize> {
    if view.xpos(clause) != "VBG" || view.preposition(clause).as_deref() != Some("for") {
        return None;
    }
    if view.deprel(above) == Deprel::Obj && view.deprel(clause) == Deprel::Acl {
        return Some(above);
    }
    view.children(above).find(|&child| {
        view.deprel(child) == Deprel::Obj
            && child > above
            && child < clause
            && view.upos(above) == Upos::Verb
    })
}

/// Whether a subject stands behind a comma, as in an aside.
fn is_parted(view: &View<'_>, subject: usize) -> bool {
    let start = view.analysis.subtree(subject).start;
    start > 0 && view.is_one_of(start - 1, &[",", "–", "—", "--"])
}

pub(super) fn is_expletive(view: &View<'_>, subject: usize) -> bool {
    view.deprel(subject) == Deprel::Expl || view.is(subject, "there")
}

#[cfg(test)]
mod tests {
    use crate::briefing::positions::testing::texts;

    #[test]
    fn a_past_behind_a_conjunctive_goes_with_the_verb_of_the_sentence() {
        assert_eq!(
            texts("Ana Lee proposed the office be closed and praised the mayor."),
            ["Ana Lee proposed the office be closed.", "Ana Lee praised the mayor."]
        );
    }
}
