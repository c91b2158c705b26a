//! What has yet to come: awaited, or not done so far.

use super::{Noun, Worded, with_article};
use crate::briefing::Basis;
use crate::briefing::phrase::Cut;
use crate::language::coref::words::is_person;
use crate::language::{Deprel, Upos};

/// Verbs of what is done at last where it has not been done so far: `no date has been set`.
const DONE_AT_LAST: &[&str] = &[
    "announce", "appoint", "arrange", "arrest", "charge", "choose", "decide", "elect", "file",
    "find", "finalize", "fix", "hire", "hold", "identify", "issue", "make", "name", "offer",
    "open", "pay", "pick", "publish", "reach", "release", "resolve", "schedule", "select", "set",
    "settle", "sign", "strike", "take",
];

/// Nouns that say nothing without what they are about.
const ABOUT_SOMETHING: &[&str] =
    &["action", "agreement", "announcement", "date", "deal", "decision", "detail", "step"];

/// In words.
const MOST_BEHIND: usize = 12;

impl Noun<'_, '_> {
    /// `the sale has been postponed`, `the talks are on hold`.
    pub(super) fn halted(&self) -> Worded {
        let tree = &self.writer.tree;
        let verb = tree.head(self.token)?;
        let subject = matches!(tree.deprel(self.token), Deprel::Nsubj | Deprel::NsubjPass);
        let finite = tree.finite(verb).filter(|_| subject && tree.negation(verb).is_none())?;
        let put_off = tree.lemma(verb) == "put"
            && tree
                .children(verb)
                .any(|off| tree.deprel(off) == Deprel::CompoundPrt && tree.is_word(off, &["off"]));
        let off = tree.xpos(verb) == "VBN"
            && tree.deprel(self.token) == Deprel::NsubjPass
            && (put_off || matches!(tree.lemma(verb), "delay" | "postpone" | "shelve" | "suspend"));
        let on_hold = tree.lemma(verb) == "hold"
            && tree.upos(verb) == Upos::Noun
            && tree.children(verb).any(|on| tree.is_word(on, &["on"]));
        // "may be delayed": whether it will is asked; "was delayed by fog": then, and no longer.
        let still = matches!(tree.xpos(finite), "VBZ" | "VBP");
        let main = !matches!(tree.deprel(verb), Deprel::AclRelcl | Deprel::Advcl);
        if !(off || on_hold) || !still || !main || !self.happens(self.token) {
            return None;
        }
        let what = self.definite().filter(|_| !is_person(tree.lemma(self.token)))?;
        let resumes = tree.lemma(verb) == "suspend";
        let text =
            if resumes { format!("Will {what} resume?") } else { format!("Will {what} go ahead?") };
        Some((text, Basis::Unresolved, 0.6))
    }

    /// `expressed interest in further gifts`, `expects about 6,000 guests`.
    pub(super) fn awaited(&self) -> Worded {
        let tree = &self.writer.tree;
        let above = tree.head(self.token)?;
        let led_by =
            |words: &[&str]| tree.children(self.token).any(|case| tree.is_word(case, words));
        let wished = matches!(tree.lemma(above), "interest" | "interested") && led_by(&["in"]);
        let counted = tree.deprel(self.token) == Deprel::Obj
            && matches!(tree.lemma(above), "expect" | "anticipate")
            && tree.child(self.token, |deprel| deprel == Deprel::Nummod).is_some()
            && tree.finite(above).is_some_and(|at| matches!(tree.xpos(at), "VBZ" | "VBP"));
        let ahead = led_by(&["further", "more", "new", "additional", "future", "another"]);
        if !(wished && ahead || counted) {
            return None;
        }
        let what =
            self.writer.noun_asked(self.token, Cut::Clauses).filter(|line| !line.dangling)?;
        Some((format!("Will there be {}?", what.text), Basis::Unresolved, 0.5))
    }

    /// Whether the predicate at `verb` tells how things are now.
    fn is_now(&self, verb: usize) -> bool {
        let tree = &self.writer.tree;
        tree.finite(verb).is_some_and(|at| matches!(tree.xpos(at), "VBZ" | "VBP"))
    }

    /// `no date has been set for the talks to resume`: when they will.
    fn when(&self, date: usize) -> Option<String> {
        let tree = &self.writer.tree;
        let verb = tree.children(self.token).find(|&verb| {
            matches!(tree.deprel(verb), Deprel::Advcl | Deprel::Ccomp | Deprel::Xcomp)
                && tree.is_infinitive(verb)
        })?;
        // "for the talks to resume", read as what the date is for.
        let beside = || {
            tree.children(self.token).find(|&noun| {
                tree.deprel(noun) == Deprel::Obl
                    && noun < verb
                    && tree.children(noun).any(|case| tree.is_word(case, &["for"]))
            })
        };
        let led =
            |&subject: &usize| (0..subject).rev().take(4).any(|at| tree.is_word(at, &["for"]));
        let subject = tree.subject(verb).filter(led).or_else(beside)?;
        if !matches!(tree.lemma(date), "date" | "time") {
            return None;
        }
        let who = self.writer.noun_asked(subject, Cut::Clauses).filter(|line| !line.dangling)?;
        let words = self.writer.kept(verb, Cut::Clauses, |token| token >= verb);
        if words.len() > MOST_BEHIND || words.iter().any(|&word| tree.upos(word) == Upos::Pron) {
            return None;
        }
        Some(format!("When will {} {}?", who.text, self.writer.words(&words, &[])))
    }

    /// `no arrests have been made`.
    pub(super) fn none_yet(&self) -> Worded {
        let tree = &self.writer.tree;
        let subject = tree.child(self.token, |deprel| deprel == Deprel::NsubjPass)?;
        let none = tree.children(subject).any(|det| tree.is_word(det, &["no"]));
        let have = *tree.auxiliaries(self.token).first()?;
        let ever = tree.children(self.token).any(|child| tree.is_word(child, &["ever"]));
        // "No town has been hurt more": nobody waits for one to be.
        let awaited = DONE_AT_LAST.contains(&tree.lemma(self.token))
            && tree.upos(subject) == Upos::Noun
            && !tree.children(self.token).any(|more| tree.is_word(more, &["more", "than"]));
        if !none || !awaited || ever || tree.lemma(have) != "have" || !self.is_now(self.token) {
            return None;
        }
        if let Some(text) = self.when(subject) {
            return Some((text, Basis::Unresolved, 0.8));
        }
        let line = self.writer.noun_asked(subject, Cut::Clauses).filter(|line| !line.dangling)?;
        let what = line
            .text
            .get(..3)
            .filter(|no| no.eq_ignore_ascii_case("no "))
            .and(line.text.get(3..))?;
        let one = tree.xpos(subject) == "NN";
        // "No action has been taken": not "an action".
        let uncounted = matches!(
            tree.lemma(subject),
            "action" | "aid" | "evidence" | "help" | "money" | "progress" | "support" | "work"
        );
        let what = match () {
            () if uncounted => format!("any {what}"),
            () if one => with_article(what),
            () => what.to_owned(),
        };
        // "No date has been set for the talks": for what.
        let behind = tree.children(self.token).find_map(|about| {
            let led = tree.deprel(about) == Deprel::Obl
                && about > self.token
                && tree.upos(about).is_nominal()
                && !tree.children(about).any(|case| tree.is_word(case, &["at", "by", "since"]));
            let words = self.writer.kept(about, Cut::Clauses, |_| true);
            let points = words.iter().any(|&word| {
                tree.upos(word) == Upos::Pron || tree.is_word(word, &["that", "this", "these"])
            });
            let next = words.first() == Some(&(self.token + 1));
            (led && next && !points && words.len() <= MOST_BEHIND)
                .then(|| self.writer.words(&words, &[]))
        });
        // "A decision" on what?
        let told = what.split(' ').count() > 2 || behind.is_some();
        if !told && ABOUT_SOMETHING.contains(&tree.lemma(subject)) {
            return None;
        }
        let done = tree.word(self.token);
        let behind = behind.map(|about| format!(" {about}")).unwrap_or_default();
        Some((format!("Will {what} be {done}{behind}?"), Basis::Unresolved, 0.75))
    }
}
