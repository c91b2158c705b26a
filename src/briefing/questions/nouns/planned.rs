//! What is weighed, called for, planned, possible or near.

use super::super::lexicon::{CONSIDERING, MEETINGS, NEARING, PLANNED, POSSIBLE, PROCEEDINGS};
use super::{Noun, TELLS_NOT_WHICH, Worded, with_article};
use crate::briefing::Basis;
use crate::briefing::phrase::Cut;
use crate::language::coref::words::{is_body, is_person, is_title};
use crate::language::times::is_time;
use crate::language::{Deprel, Upos};

/// What is written down, and holds once it is adopted.
const WRITTEN: &[&str] = &[
    "amendment",
    "charter",
    "code",
    "constitution",
    "guideline",
    "language",
    "law",
    "legislation",
    "ordinance",
    "regulation",
    "resolution",
    "rule",
    "standard",
    "statute",
    "treaty",
    "wording",
];

impl Noun<'_, '_> {
    /// `is weighing a bid for mayor`, `called for a halt to the strikes`.
    pub(super) fn considered(&self) -> Worded {
        let tree = &self.writer.tree;
        let verb = tree.head(self.token)?;
        let (text, openness) = if tree.deprel(self.token) == Deprel::Obj
            && CONSIDERING.contains(&tree.lemma(verb))
            && tree.upos(verb) == Upos::Verb
        {
            (self.weighed(verb)?, 0.7)
        } else {
            (self.called_for(verb)?, 0.55)
        };
        Some((text, Basis::Unresolved, openness))
    }

    /// The noun in words that tell enough, and can be asked of.
    fn asked_phrase(&self) -> Option<String> {
        let (tree, token) = (&self.writer.tree, self.token);
        let asked = |cut| self.writer.noun_asked(token, cut).filter(|line| !line.dangling);
        let whole = asked(Cut::Asides).filter(|line| line.text.split_whitespace().count() <= 18);
        let line = whole.or_else(|| asked(Cut::Clauses))?;
        let n_words = line.text.split_whitespace().count();
        if self.writer.lost_last_item(&self.writer.kept(token, Cut::Clauses, |_| true)) {
            return None;
        }
        // "called for a ban on boats", cut to "a ban".
        let cut = line.text.ends_with(tree.word(token))
            && tree.children(token).any(|child| {
                child > token
                    && matches!(tree.deprel(child), Deprel::Nmod | Deprel::Acl | Deprel::Advcl)
            });
        let plain = tree.upos(token) == Upos::Noun
            && !cut
            && !line.text.contains(['?', '!', ';', ':', '“', '"']);
        (plain && (2..=18).contains(&n_words)).then_some(line.text)
    }

    /// `is weighing a bid for mayor`: whether it comes.
    fn weighed(&self, verb: usize) -> Option<String> {
        let tree = &self.writer.tree;
        let article = tree.children(self.token).any(|det| tree.is_word(det, &["a", "an"]));
        // "prepared a feast": it was held. "had proposed a toll": before what is told.
        let over = tree.xpos(verb) == "VBD" && tree.lemma(verb) == "prepare"
            || tree.auxiliaries(verb).iter().any(|&had| tree.is_word(had, &["had"]));
        // "is considered a rival", "a video threatening an attack": what it is called, what kind it is.
        let passive = tree.child(verb, |deprel| deprel == Deprel::NsubjPass).is_some()
            || matches!(tree.xpos(verb), "VBG" | "VBN") && tree.auxiliaries(verb).is_empty()
            // "considers a sale likely": what one thinks of it. "is preparing a landscape": nothing that happens.
            || tree.child(verb, |deprel| deprel == Deprel::Xcomp).is_some()
            || tree.lemma(verb) == "prepare" && !self.happens(self.token);
        let subject = tree.understood_subject(verb).filter(|&who| {
            article && !over && !passive && !matches!(tree.upos(who), Upos::Pron | Upos::Det)
        })?;
        let who = self.writer.subject_line(subject)?;
        // "proposed a ban": on what?
        let what = self.asked_phrase().filter(|what| what.split(' ').count() > 2)?;
        // "growth that threatens a crisis" does nothing on purpose.
        let acts = tree.upos(subject) != Upos::Noun
            || is_person(tree.lemma(subject))
            || is_title(tree.lemma(subject))
            || is_body(tree.lemma(subject))
            || self.writer.names_somebody(subject);
        if !acts && !self.happens(self.token) {
            return None;
        }
        // Who proposes a tax does not levy it.
        Some(if tree.lemma(verb) == "propose" || !acts {
            format!("Will there be {what}?")
        } else {
            format!("Will {who} go ahead with {what}?")
        })
    }

    /// `called for a halt to the strikes`, `is confident of a deal`: whether there will be one.
    fn called_for(&self, verb: usize) -> Option<String> {
        let tree = &self.writer.tree;
        let lemma = self.lemma();
        let has =
            |words: &[&str]| tree.children(self.token).any(|child| tree.is_word(child, words));
        let oblique = tree.deprel(self.token) == Deprel::Obl;
        let called = oblique && self.is_called_for(verb);
        let wanted = self.is_wanted_by(verb);
        let determiner = |deprel| matches!(deprel, Deprel::Det | Deprel::NmodPoss);
        let undetermined = tree.child(self.token, determiner).is_none();
        // "was called so for his words" is told of him; "calls for all of them" of whom?
        let passive = tree.child(verb, |deprel| deprel == Deprel::NsubjPass).is_some();
        let article = has(&["a", "an"]);
        let several = tree.xpos(self.token) == "NNS";
        let open = !passive && (article || undetermined && (several || called || wanted));
        // "hoping for two things".
        if matches!(lemma.as_str(), "thing" | "something") {
            return None;
        }
        // "demands a voice", "seeks a friend": of what one has or not, nobody waits to hear whether it will be.
        let event = (self.happens(self.token)
            || tree.child(self.token, |deprel| deprel == Deprel::Compound).is_some())
            && !matches!(lemma.as_str(), "support" | "agreement" | "attention" | "help");
        // "warned of a strike".
        let warned =
            oblique && tree.lemma(verb) == "warn" && self.happens(self.token) && has(&["of"]);
        // "is confident of a deal".
        let trusted = oblique
            && matches!(tree.lemma(verb), "confident" | "hopeful" | "optimistic" | "pessimistic")
            && article
            && self.happens(self.token)
            && has(&["about", "for", "of"]);
        // "is not seeking a second term"; "seeks support": what one has a little of already.
        let denied = tree.negation(verb).is_some() && !trusted;
        if !(called || wanted && event || warned || trusted) || !open || denied {
            return None;
        }
        let what = self.asked_phrase()?;
        // "pushed for a ban": on what?
        let first = what.split(' ').next().unwrap_or_default();
        let tells = !TELLS_NOT_WHICH.contains(&first) && (!article || what.split(' ').count() > 2);
        tells.then(|| format!("Will there be {what}?"))
    }

    /// `called for a halt`, `hopes for a deal`.
    fn is_called_for(&self, verb: usize) -> bool {
        let tree = &self.writer.tree;
        // "Hard times call for hard measures": a saying.
        let times = tree.subject(verb).is_some_and(|who| {
            matches!(tree.lemma(who), "crisis" | "moment" | "situation" | "time")
        });
        !times
            && (matches!(tree.lemma(verb), "call" | "appeal" | "push" | "press" | "plead")
                || tree.lemma(verb) == "hope" && self.happens(self.token))
            // "sums called for as a result".
            && tree.children(self.token).any(|case| {
                tree.is_word(case, &["for"]) && !tree.is_word(case + 1, &["as"])
            })
            // "pushed for nearly a decade".
            && !is_time(&self.lemma())
    }

    /// `seeks a permit`; "sought out a friend" found him.
    fn is_wanted_by(&self, verb: usize) -> bool {
        let tree = &self.writer.tree;
        tree.deprel(self.token) == Deprel::Obj
            && (tree.lemma(verb) == "demand"
                || tree.lemma(verb) == "seek" && !matches!(tree.xpos(verb), "VBD" | "VBN"))
            // "others seeking a permit": what they are after, told in passing.
            && !(tree.xpos(verb) == "VBG" && tree.auxiliaries(verb).is_empty())
            && tree.child(verb, |deprel| deprel == Deprel::CompoundPrt).is_none()
    }

    /// `the planned tariffs`, `a possible strike`.
    pub(super) fn planned(&self) -> Worded {
        let tree = &self.writer.tree;
        if self.is_no_plan_to_come() {
            return None;
        }
        // "the upcoming contests" will be held: what will they bring?
        if self.is_told_to_be(NEARING) {
            let held = PROCEEDINGS
                .iter()
                .any(|(noun, brings, _)| *noun == self.lemma() && *brings == "bring")
                || MEETINGS.contains(&self.lemma().as_str());
            let what = held.then(|| self.definite()).flatten()?;
            return Some((format!("What will {what} bring?"), Basis::Scheduled, 0.5));
        }
        // "the scheduled speaker".
        if self.is_raised() || is_person(&self.lemma()) || is_title(&self.lemma()) {
            return None;
        }
        if self.is_told_to_be(PLANNED) {
            // "his planned ban and his seeming calm": the second is no plan.
            let beside = tree.children(self.token).any(|other| {
                tree.deprel(other) == Deprel::Conj
                    && tree.child(other, |deprel| deprel == Deprel::NmodPoss).is_some()
            });
            // "the planned march": which one?
            let told = tree.children(self.token).any(|child| {
                matches!(
                    tree.deprel(child),
                    Deprel::Nmod
                        | Deprel::NmodPoss
                        | Deprel::Compound
                        | Deprel::Acl
                        | Deprel::AclRelcl
                ) || tree.deprel(child) == Deprel::Amod
                    && self.sorts(child)
                    && !PLANNED.contains(&tree.word(child))
            });
            let what = (told && !beside).then(|| self.definite()).flatten()?;
            let written = WRITTEN.contains(&self.lemma().as_str());
            let comes = if written { "be adopted" } else { "go ahead" };
            return Some((format!("Will {what} {comes}?"), Basis::Scheduled, 0.55));
        }
        let text = self.possibly()?;
        Some((text, Basis::Unresolved, 0.5))
    }

    /// Whether one of the words tells of it: not "Planned" in a name, nor in "regularly scheduled".
    fn is_told_to_be(&self, words: &[&str]) -> bool {
        let tree = &self.writer.tree;
        // "held them back pending review": a preposition.
        let leads = |child: usize| {
            tree.is_word(child, &["pending"])
                && !tree.children(self.token).any(|other| {
                    matches!(tree.deprel(other), Deprel::Det | Deprel::NmodPoss | Deprel::Case)
                })
        };
        tree.children(self.token).any(|child| {
            tree.deprel(child) == Deprel::Amod
                && words.contains(&tree.word(child))
                && !leads(child)
                && tree.child(child, |deprel| deprel == Deprel::Advmod).is_none()
        })
    }

    /// "called off the planned march", "it was a planned attack", "proposed raising the fee".
    fn is_no_plan_to_come(&self) -> bool {
        let tree = &self.writer.tree;
        let off = tree.head(self.token).is_some_and(|verb| {
            matches!(
                tree.lemma(verb),
                "cancel" | "scrap" | "drop" | "postpone" | "abandon" | "shelve"
            )
        });
        let filled = |deprel| matches!(deprel, Deprel::Obj | Deprel::Nmod | Deprel::Compound);
        let running =
            tree.word(self.token).ends_with("ing") && tree.child(self.token, filled).is_some();
        tree.deprel(self.token) == Deprel::Compound
            || is_time(&self.lemma())
            || off
            // "a planned economy": one of that kind.
            || matches!(
                self.lemma().as_str(),
                "amount"
                    | "detail"
                    | "economy"
                    | "figure"
                    | "level"
                    | "number"
                    | "price"
                    | "rate"
                    | "size"
            )
            || self.is_said_of_another()
            || !matches!(tree.xpos(self.token), "NN" | "NNS")
            || running
    }

    /// "called it late and proposed raising the fee", with the fee for what is proposed.
    fn is_raised(&self) -> bool {
        let tree = &self.writer.tree;
        let determiner = |deprel| matches!(deprel, Deprel::Det | Deprel::NmodPoss);
        tree.children(self.token).any(|child| {
            PLANNED.contains(&tree.word(child))
                && (tree.xpos(child + 1) == "VBG"
                    && child.checked_sub(1).is_some_and(|and| tree.upos(and) == Upos::Cconj)
                    // "proposed raising taxes".
                    || tree.word(child + 1).ends_with("ing")
                        && child + 1 < self.token
                        && tree.child(self.token, determiner).is_none())
        })
    }

    /// `a possible strike`: will there be one?
    fn possibly(&self) -> Option<String> {
        let tree = &self.writer.tree;
        // "with the possible exception of Lee", "one possible reason".
        let thought = matches!(
            self.lemma().as_str(),
            "exception"
                | "explanation"
                | "reason"
                | "way"
                | "answer"
                | "cause"
                | "world"
                | "interpretation"
        );
        if !self.is_told_to_be(POSSIBLE) || thought || !self.happens(self.token) {
            return None;
        }
        let what = self.definite()?;
        let bare = what.strip_prefix("the ")?;
        let bare = POSSIBLE.iter().find_map(|word| bare.strip_prefix(&format!("{word} ")))?;
        // "tells of possible actions": any.
        if !bare.contains(' ') {
            return None;
        }
        // "asked about possible help for the port": of what is not counted.
        let several = tree.xpos(self.token) == "NNS";
        let determiner = |deprel| matches!(deprel, Deprel::Det | Deprel::NmodPoss);
        let counted = tree.child(self.token, determiner).is_some();
        let what = if several || !counted { bare.to_owned() } else { with_article(bare) };
        Some(format!("Will there be {what}?"))
    }
}
