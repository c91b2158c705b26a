//! Clauses about what has not been done so far, and what is not ruled out.

use super::super::lexicon::{OPEN_GOVERNORS, OPEN_WHEN_NEGATED};
use super::{Clause, Found};
use crate::briefing::Basis;
use crate::briefing::phrase::{Cut, Mood};
use crate::language::coref::words;
use crate::language::{Deprel, Upos};

/// Verbs of what others wait for, so that "has not" leaves it open without a "yet".
const AWAITED: &[&str] = &[
    "accept",
    "achieve",
    "acknowledge",
    "act",
    "adopt",
    "agree",
    "announce",
    "answer",
    "apologize",
    "apologise",
    "appear",
    "apply",
    "approve",
    "arrive",
    "ask",
    "attack",
    "authorise",
    "authorize",
    "ban",
    "begin",
    "build",
    "call",
    "charge",
    "choose",
    "close",
    "come",
    "commit",
    "complete",
    "concede",
    "confirm",
    "convince",
    "decide",
    "declare",
    "deliver",
    "determine",
    "disclose",
    "earn",
    "elect",
    "endorse",
    "enter",
    "explain",
    "file",
    "find",
    "finish",
    "follow",
    "form",
    "fulfil",
    "fulfill",
    "give",
    "grant",
    "hold",
    "identify",
    "implement",
    "impose",
    "indicate",
    "introduce",
    "invite",
    "join",
    "launch",
    "leave",
    "lift",
    "make",
    "meet",
    "move",
    "name",
    "nominate",
    "offer",
    "open",
    "pass",
    "pay",
    "pick",
    "present",
    "produce",
    "prompt",
    "propose",
    "prove",
    "provide",
    "publish",
    "raise",
    "ratify",
    "reach",
    "receive",
    "recognise",
    "recognize",
    "recover",
    "register",
    "reject",
    "release",
    "repay",
    "reply",
    "resign",
    "resolve",
    "respond",
    "restore",
    "return",
    "reveal",
    "rule",
    "schedule",
    "secure",
    "send",
    "set",
    "settle",
    "show",
    "sign",
    "start",
    "submit",
    "support",
    "take",
    "tell",
    "unite",
    "vote",
    "win",
    "withdraw",
];

impl Clause<'_, '_> {
    /// `has not recognised`, `has yet to decide`.
    pub(super) fn not_yet(&self) -> Option<Found> {
        let tree = &self.writer.tree;
        // "has yet to say how it will vote": how it will is asked.
        let tells = tree.children(self.head).any(|below| {
            below > self.head
                && matches!(
                    tree.deprel(below),
                    Deprel::Ccomp | Deprel::Advcl | Deprel::Obl | Deprel::AdvclRelcl
                )
                && (self.writer.question_phrase(below).is_some()
                    || tree.children(below).any(|mark| tree.is_word(mark, &["whether", "if"])))
        });
        if tells
            && (OPEN_WHEN_NEGATED.contains(&self.lemma(self.head))
                || OPEN_GOVERNORS.contains(&self.lemma(self.head))
                || self.lemma(self.head) == "rule")
        {
            return None;
        }
        let to = tree.children(self.head).find(|&child| tree.xpos(child) == "TO");
        if to.and_then(|to| to.checked_sub(1)).is_some_and(|before| tree.is_word(before, &["yet"]))
        {
            let text = self.writer.yes_no(self.head, Mood::Modal("will"), false)?;
            return Some(Found { text, basis: Basis::Unresolved, openness: 0.9 });
        }
        let auxiliaries = tree.auxiliaries(self.head);
        let first = *auxiliaries.first()?;
        // "has not paid since May" tells how things are; "may not yet be old" says nothing of what comes.
        // "Maybe she has not changed it": how it is taken to be.
        let granted = tree.children(self.head).any(|how| tree.is_word(how, &["maybe", "perhaps"]));
        let stands = granted || tree.subtree(self.head, |_| true).iter().any(|&at| tree.is_word(at, &["since"]))
                || tree.xpos(first) == "MD"
                // "as if he had not been seen".
                || self.mark(&["if"]);
        if stands {
            return None;
        }
        let have = tree.lemma(first) == "have" && matches!(tree.xpos(first), "VBZ" | "VBP");
        // "Yet he did not stop": a conjunction.
        let opening = tree.analysis.sentences[tree.analysis.sentence_of(self.head)].tokens.start;
        let yet = tree.children(self.head).any(|child| {
            child > opening
                && (tree.is_word(child, &["yet"]) || have && tree.is_word(child, &["still"]))
        });
        if self.head != first
            && (have || yet)
            && tree.negation(self.head).is_some()
            && !tree.is_word(tree.negation(self.head)?, &["never"])
        {
            // "has not seen", "has not been": a state that nobody waits for.
            let state = matches!(
                self.lemma(self.head),
                "be" | "bother"
                    | "change"
                    | "fail"
                    | "have"
                    | "hear"
                    | "hurt"
                    | "know"
                    | "lose"
                    | "see"
                    | "stop"
            );
            let passive_state = tree.child(self.head, |deprel| deprel == Deprel::Cop).is_some();
            // "was not quite there yet".
            let place = tree.upos(self.head) == Upos::Adv;
            // "have not always paid": now and then they have.
            // "has not been used in a century".
            let seldom = tree
                .subtree(self.head, |_| true)
                .into_iter()
                .any(|at| tree.is_word(at, &["always", "often", "century", "decades", "years"]));
            if (state || passive_state) && !yet
                || place
                || seldom
                // "I haven't been winning of late".
                || tree.xpos(self.head) == "VBG"
                || matches!(self.lemma(self.head), "know" | "see" | "hear")
                // "has not fallen because of the toll": it has, for another reason.
                || !yet && (self.gives_a_reason() || !self.is_awaited())
            {
                return None;
            }
            let text = self.writer.yes_no(self.head, Mood::Modal("will"), true)?;
            // "He said that he has not held dinners" tells how it has been.
            let reported = self.deprel() == Deprel::Ccomp || self.is_quoted(self.head);
            return Some(Found {
                text,
                basis: Basis::Unresolved,
                openness: match () {
                    () if yet => 0.9,
                    () if !AWAITED.contains(&self.lemma(self.head)) => 0.25,
                    () if reported => 0.45,
                    () => 0.7,
                },
            });
        }
        None
    }

    /// Whether others wait for what has not been done: "has not endorsed anybody", but "has not ignored the town", "the
    /// tax has not made it poor".
    fn is_awaited(&self) -> bool {
        let tree = &self.writer.tree;
        let subject = tree.understood_subject(self.head);
        let thing = subject.is_some_and(|what| {
            tree.xpos(what) == "NN"
                && tree.deprel(what) == Deprel::Nsubj
                && !words::is_person(tree.lemma(what))
                && !words::is_title(tree.lemma(what))
                && !words::is_body(tree.lemma(what))
                && !self.writer.names_somebody(what)
        }) && tree.child(self.head, |deprel| deprel == Deprel::Obj).is_some();
        // "has not given to anybody except him": to him it has.
        let of_late = tree
            .subtree(self.head, |_| true)
            .into_iter()
            .any(|late| tree.is_word(late, &["except", "late", "lately", "recently"]));
        // What one has not left undone, one does already.
        let omits = matches!(
            self.lemma(self.head),
            "abandon"
                | "avoid"
                | "conceal"
                | "escape"
                | "forget"
                | "go"
                | "hide"
                | "ignore"
                | "miss"
                | "neglect"
                | "overlook"
                | "shy"
                | "waver"
        );
        !omits && !thing && !of_late
    }

    fn gives_a_reason(&self) -> bool {
        let tree = &self.writer.tree;
        tree.children(self.head).any(|why| {
            why > self.head && tree.children(why).any(|mark| tree.is_word(mark, &["because"]))
        })
    }

    /// `has not ruled out sending troops`.
    pub(super) fn not_ruled_out(&self) -> Option<Found> {
        let tree = &self.writer.tree;
        let out = tree
            .child(self.head, |deprel| deprel == Deprel::CompoundPrt)
            .is_some_and(|out| tree.is_word(out, &["out"]));
        let excludes = self.lemma(self.head) == "rule" && out
            || matches!(self.lemma(self.head), "exclude" | "preclude");
        // "refused to rule out a strike".
        let declines = || {
            tree.is_infinitive(self.head)
                && self
                    .governor()
                    .is_some_and(|above| matches!(self.lemma(above), "refuse" | "decline"))
        };
        if !(excludes && (self.is_negated(self.head) || declines())) {
            return None;
        }
        let subject = tree.understood_subject(self.head)?;
        let gerund = tree.child(self.head, |deprel| {
            matches!(deprel, Deprel::Xcomp | Deprel::Ccomp | Deprel::Advcl)
        });
        if let Some(gerund) = gerund.filter(|&gerund| tree.xpos(gerund) == "VBG") {
            let text = self.writer.yes_no_of(gerund, subject, Mood::Modal("will"), true)?;
            return Some(Found { text, basis: Basis::Unresolved, openness: 0.95 });
        }
        // "have not ruled out that it was set on fire".
        // But "did not rule it out if they went ahead" supposes that.
        let supposed =
            |clause: usize| tree.children(clause).any(|mark| tree.is_word(mark, &["if"]));
        if let Some(clause) =
            gerund.filter(|&clause| tree.finite(clause).is_some() && !supposed(clause))
        {
            let text = self.writer.yes_no(clause, Mood::Reported, false)?;
            return Some(Found { text, basis: Basis::Unresolved, openness: 0.9 });
        }
        // "would not rule out hopes of a sale": hopes there are.
        let object = tree
            .child(self.head, |deprel| matches!(deprel, Deprel::Obj))
            .filter(|&object| !matches!(tree.lemma(object), "hope" | "fear"))?;
        if let Some(inner) = tree.children(object).find(|&child| {
            matches!(tree.deprel(child), Deprel::Acl | Deprel::Ccomp)
                && tree.upos(child) == Upos::Verb
        }) {
            let actor = tree.subject(inner).unwrap_or(subject);
            let text = self.writer.yes_no_of(inner, actor, Mood::Modal("will"), true)?;
            return Some(Found { text, basis: Basis::Unresolved, openness: 0.95 });
        }
        let bare = !tree.children(object).any(|child| {
            matches!(
                tree.deprel(child),
                Deprel::Nmod | Deprel::Compound | Deprel::Amod | Deprel::Acl
            )
        });
        // "But I would not rule it out", says who only watches.
        let watches = tree.is_word(object, &["it", "that", "this", "anything"])
            && tree.is_word(subject, &["i", "we"])
            && self.is_quoted(self.head);
        if watches {
            return None;
        }
        // "has not ruled out raids": whether there will be any says more than what one will do.
        let raids = tree.xpos(object) == "NNS"
            && tree.upos(object) == Upos::Noun
            && tree.children(object).all(|child| tree.deprel(child) == Deprel::Conj);
        let text = if raids && tree.child(object, |deprel| deprel == Deprel::Conj).is_none() {
            format!("Will there be {}?", tree.word(object).to_lowercase())
        } else if bare {
            let nobody = |who: &String| {
                who.starts_with("no ") || who.starts_with("nobody") || who.contains(" nor ")
            };
            let who = self.writer.subject_line(subject).filter(|who| !nobody(who))?;
            format!("What will {who} do?")
        } else {
            let what =
                self.writer.noun_asked(object, Cut::Clauses).filter(|line| !line.dangling)?;
            super::super::nouns::will_there_be(&what.text, tree.xpos(object) == "NNS")
        };
        Some(Found { text, basis: Basis::Unresolved, openness: 0.95 })
    }
}
