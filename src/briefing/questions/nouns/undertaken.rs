//! Undertakings that may come to something or not: efforts, bills, suits, plans.

use super::super::lexicon::UNDERTAKINGS;
use super::{Noun, Worded};
use crate::briefing::Basis;
use crate::briefing::phrase::{Cut, Mood};
use crate::language::{Deprel, Upos};

/// What kind of bill is to be paid.
const BILLS_TO_PAY: &[&str] = &[
    "cleanup",
    "damage",
    "electricity",
    "energy",
    "fuel",
    "gas",
    "grocery",
    "heating",
    "hospital",
    "hotel",
    "insurance",
    "interest",
    "legal",
    "medical",
    "outstanding",
    "overdue",
    "phone",
    "power",
    "repair",
    "restaurant",
    "telephone",
    "unpaid",
    "utility",
    "wage",
    "water",
];

impl Noun<'_, '_> {
    /// `is suing the bank`, `has sued the state over the dam`.
    pub(super) fn sued(&self) -> Worded {
        let tree = &self.writer.tree;
        if tree.lemma(self.token) != "sue" || tree.deprel(self.token) == Deprel::AclRelcl {
            return None;
        }
        let finite = tree.finite(self.token)?;
        // "has sued two": of those who were told of.
        let whom = tree
            .child(self.token, |deprel| deprel == Deprel::Obj)
            .filter(|&whom| tree.upos(whom) != Upos::Num)?;
        let who = tree.understood_subject(self.token)?;
        // "may sue", "said they would sue": whether they do is asked first.
        let own = !matches!(tree.upos(who), Upos::Pron | Upos::Det);
        if tree.xpos(finite) == "MD" || tree.negation(self.token).is_some() || !own {
            return None;
        }
        let (who, whom) = (self.writer.subject_line(who)?, self.writer.subject_line(whom)?);
        Some((format!("Will the suit by {who} against {whom} succeed?"), Basis::Unresolved, 0.55))
    }

    /// `has appealed the ruling`, `is appealing against the verdict`.
    pub(super) fn appealed(&self) -> Worded {
        let tree = &self.writer.tree;
        let verb = tree
            .head(self.token)
            .filter(|&verb| tree.lemma(verb) == "appeal" && tree.upos(verb) == Upos::Verb)?;
        let against = tree.deprel(self.token) == Deprel::Obj
            || tree.deprel(self.token) == Deprel::Obl
                && tree.children(self.token).any(|case| tree.is_word(case, &["against"]));
        let ruled = matches!(
            self.lemma().as_str(),
            "ban"
                | "conviction"
                | "decision"
                | "fine"
                | "injunction"
                | "judgement"
                | "judgment"
                | "order"
                | "ruling"
                | "sentence"
                | "verdict"
        );
        // "plans to appeal it", "may appeal": whether they do is asked first.
        let finite = tree.finite(verb).filter(|&at| against && ruled && tree.xpos(at) != "MD")?;
        if tree.negation(verb).is_some() || tree.is_infinitive(verb) || finite > self.token {
            return None;
        }
        let what =
            self.writer.noun_asked(self.token, Cut::Clauses).filter(|line| !line.dangling)?;
        Some((format!("Will the appeal against {} succeed?", what.text), Basis::Unresolved, 0.55))
    }

    pub(super) fn undertaking(&self) -> Worded {
        let tree = &self.writer.tree;
        let lemma = self.lemma();
        let &(_, succeed, openness) = UNDERTAKINGS.iter().find(|(noun, ..)| *noun == lemma)?;
        let clause = self.inner_clause().filter(|&clause| tree.is_infinitive(clause));
        // "have no plans to sell": will they?
        if lemma == "plan"
            && let Some(clause) = clause
            && tree.children(self.token).any(|det| tree.is_word(det, &["no"]))
        {
            let text = self.writer.yes_no_of(clause, self.actor()?, Mood::Modal("will"), true)?;
            return Some((text, Basis::Unresolved, 0.65));
        }
        let kind = Undertaking {
            lemma: &lemma,
            enacts: succeed == "pass",
            adopts: matches!(succeed, "pass" | "be adopted"),
            needs_clause: matches!(
                lemma.as_str(),
                "effort" | "attempt" | "bid" | "push" | "drive" | "campaign" | "plan" | "quest"
            ),
            clause,
        };
        if self.is_settled(&kind)
            || kind.lemma == "request" && self.is_answered_request()
            || self.is_answered()
            || self.is_told_of(&kind)
            || self.is_told_in_passing(&kind)
            || self.is_of_another_sense(&kind)
            || self.is_any_such(&kind)
            || self.is_past()
            || kind.needs_clause && clause.is_none()
        {
            return None;
        }
        let needs_clause = kind.needs_clause;
        let what = self.definite()?;
        let past = {
            let above = tree.clause_of(self.token);
            tree.finite(above).is_some_and(|finite| tree.xpos(finite) == "VBD")
        };
        Some((
            format!("Will {what} {succeed}?"),
            Basis::Unresolved,
            match () {
                () if past && needs_clause => openness * 0.55,
                () if matches!(tree.deprel(self.token), Deprel::Obj | Deprel::Nmod) => {
                    openness * 0.65
                }
                () if past => openness * 0.7,
                () => openness,
            },
        ))
    }

    /// Whether it is done with: "By passing the new statute"; a name is no bill to come.
    fn is_settled(&self, kind: &Undertaking<'_>) -> bool {
        let tree = &self.writer.tree;
        let children = || tree.children(self.token);
        let done = tree.head(self.token).is_some_and(|verb| {
            matches!(
                tree.lemma(verb),
                "adopt"
                    | "approve"
                    | "decline"
                    | "defeat"
                    | "deny"
                    | "enact"
                    | "fail"
                    | "pass"
                    | "reject"
                    | "sign"
                    | "withdraw"
                    // "foot the bill": one to be paid.
                    | "foot"
                    | "meet"
                    | "pay"
                    | "rack"
                    | "settle"
            )
        });
        // "offers to pay part of the bill".
        let paid = kind.lemma == "bill"
            && (children().any(|kind| BILLS_TO_PAY.contains(&tree.lemma(kind)))
                || tree
                    .ancestors(self.token)
                    .take(2)
                    .any(|pay| matches!(tree.lemma(pay), "foot" | "pay" | "settle")));
        // "stops the legislation from becoming law".
        let stopped = children().any(|law| {
            tree.xpos(law) == "VBG"
                && law > self.token
                && tree.children(law).any(|mark| tree.is_word(mark, &["from"]))
        });
        // "the trade deal" stands; "the peace deal" may not.
        let firm = kind.lemma == "deal"
            && !children().any(|kind| {
                tree.is_word(
                    kind,
                    &["ceasefire", "coalition", "debt", "hostage", "nuclear", "peace", "truce"],
                )
            });
        done || paid || stopped || firm
    }

    /// "did not reply to a request for comment", "to attempts to reach him".
    fn is_answered(&self) -> bool {
        let tree = &self.writer.tree;
        let answers =
            |above: usize| matches!(tree.lemma(above), "respond" | "reply" | "return" | "answer");
        tree.ancestors(self.token).take(2).any(answers)
    }

    /// "the request was refused".
    fn is_answered_request(&self) -> bool {
        let tree = &self.writer.tree;
        let decided = |above: usize| {
            matches!(
                tree.lemma(above),
                "refusal" | "refuse" | "reject" | "grant" | "deny" | "receive" | "honor" | "honour"
            )
        };
        let comment = |&at: &usize| tree.is_word(at, &["comment"]);
        tree.children(self.token).any(|case| tree.is_word(case, &["at", "upon"]))
            || tree.subtree(self.token, |_| true).iter().any(comment)
            || tree.head(self.token).is_some_and(decided)
            // "repeated requests for more guards": of any time.
            || self.is_of_any_kind()
    }

    /// Several, and nothing says which.
    fn is_of_any_kind(&self) -> bool {
        let tree = &self.writer.tree;
        let which = |deprel| matches!(deprel, Deprel::Det | Deprel::NmodPoss);
        tree.xpos(self.token) == "NNS" && tree.child(self.token, which).is_none()
    }

    /// Whether it is told of as it was then.
    fn is_told_of(&self, kind: &Undertaking<'_>) -> bool {
        let tree = &self.writer.tree;
        let is_past =
            |clause: usize| tree.finite(clause).is_some_and(|finite| tree.xpos(finite) == "VBD");
        // "a bill that he backed", "three bills", "the 1994 bill", "to get legislation passed".
        let enacted = || {
            tree.children(self.token)
                .any(|clause| tree.deprel(clause) == Deprel::AclRelcl && is_past(clause))
                || tree.subtree(self.token, |_| true).iter().any(|&at| {
                    tree.deprel(at) == Deprel::Nummod && tree.head(at) == Some(self.token)
                        || is_year(tree.word(at))
                        || tree.is_word(at, &["passed", "signed", "enacted"])
                })
        };
        // "He backed a trade bill", as the article tells of then.
        let told = kind.adopts
            && is_past(tree.root_of(self.token))
            && tree.child(self.token, |deprel| deprel == Deprel::NmodPoss).is_none();
        // "accused him of lying in an attempt to win".
        let accused = kind.lemma == "attempt"
            && tree.ancestors(self.token).take(3).any(|verb| tree.lemma(verb) == "accuse");
        // "put in the time and the effort to learn it".
        let spent = kind.lemma == "effort"
            && !tree.children(self.token).any(|case| tree.is_word(case, &["in"]))
            && tree.ancestors(self.token).take(2).any(|verb| {
                matches!(tree.lemma(verb), "cost" | "put" | "require" | "spend" | "take")
            });
        kind.enacts && enacted() || told || accused || spent
    }

    /// Whether the sentence is about something else.
    fn is_told_in_passing(&self, kind: &Undertaking<'_>) -> bool {
        let tree = &self.writer.tree;
        let children = || tree.children(self.token);
        let has = |words: &[&str]| children().any(|case| tree.is_word(case, words));
        let deprel = tree.deprel(self.token);
        // "as the bill says", "in the same bill": one that everybody knows.
        let cited = kind.enacts
            && matches!(deprel, Deprel::Obl | Deprel::Nmod)
            && has(&["in", "under", "by"]);
        // "stole the letters in a bid to win", "in a bid to win, he steals them": what for.
        let in_passing = kind.needs_clause
            && has(&["in"])
            && (tree.head(self.token).is_some_and(|verb| verb > self.token)
                || std::iter::once(self.token)
                    .chain(tree.ancestors(self.token))
                    .filter(|&above| tree.heads_clause(above))
                    .find_map(|clause| tree.finite(clause))
                    .is_some_and(|finite| tree.xpos(finite) == "VBD"));
        // "has delayed it by boycotts": what with.
        let means = matches!(deprel, Deprel::Obl | Deprel::OblAgent) && has(&["by"]);
        // "saw it as an attempt to win".
        let seen_as = || {
            children().any(|case| tree.deprel(case) == Deprel::Case && tree.is_word(case, &["as"]))
        };
        // "It was an effort to help", "the flip, a craven effort to win": what something else is called.
        let called = kind.needs_clause
            && (self.is_said_of_another() || seen_as() || deprel == Deprel::Appos);
        // "Can they file a suit?": asked already, if by the article.
        let sentence = &tree.analysis.sentences[tree.analysis.sentence_of(self.token)];
        let in_a_question =
            sentence.range.slice(tree.text).trim_end_matches(['”', '"']).ends_with('?');
        let listed = kind.enacts && tree.child(self.token, |d| d == Deprel::Conj).is_some();
        // "went to war without a plan to rule".
        cited || in_passing || means || called || in_a_question || listed || has(&["without"])
    }

    /// Whether the word is no such undertaking here.
    fn is_of_another_sense(&self, kind: &Undertaking<'_>) -> bool {
        let tree = &self.writer.tree;
        // "self-deportation": one word.
        let before = self.token.checked_sub(1);
        let half = before.is_some_and(|before| tree.word(before) == "-");
        // "the Second Amendment": a name.
        let named = tree.word(self.token).starts_with(char::is_uppercase)
            && before.is_some_and(|before| {
                tree.word(before).starts_with(char::is_uppercase) && !tree.is_word(before, &["the"])
            });
        // "his appeal to farmers" is no appeal against a ruling.
        let charm = kind.lemma == "appeal"
            && kind.clause.is_none()
            && !tree.children(self.token).any(|of| {
                tree.deprel(of) == Deprel::Nmod
                    && (tree.children(of).any(|case| tree.is_word(case, &["against", "by"]))
                        // "the appeal of the ruling", but "the appeal of change".
                        || matches!(
                            tree.lemma(of),
                            "ruling" | "verdict" | "decision" | "order" | "conviction" | "sentence"
                        ))
            });
        // "gave to many, but plans to give to one": a verb.
        let verb = kind.lemma == "plan"
            && tree.xpos(self.token) == "NNS"
            && before.is_some_and(|before| matches!(tree.upos(before), Upos::Cconj | Upos::Propn))
            && tree.is_word(self.token + 1, &["to"])
            && tree
                .children(self.token)
                .all(|child| child > self.token || tree.upos(child) == Upos::Cconj);
        half || named || charm || verb
    }

    /// Whether any such is meant, or nothing says which.
    fn is_any_such(&self, kind: &Undertaking<'_>) -> bool {
        let tree = &self.writer.tree;
        let children = || tree.children(self.token);
        let several = tree.xpos(self.token) == "NNS";
        // "one of the boldest plans".
        let one_of_many = several
            && children().any(|best| tree.deprel(best) == Deprel::Amod && tree.xpos(best) == "JJS");
        // "they said that attempts to stop it fail": whoever makes them.
        let anybodys = matches!(kind.lemma, "attempt" | "effort")
            && several
            && matches!(
                tree.deprel(self.token),
                Deprel::Nmod | Deprel::Obl | Deprel::Nsubj | Deprel::NsubjPass | Deprel::Conj
            )
            && !children().any(|child| {
                matches!(
                    tree.deprel(child),
                    Deprel::Amod | Deprel::Compound | Deprel::Det | Deprel::Nmod | Deprel::NmodPoss
                )
            });
        // "lean on all campaigns to act": of candidates.
        let parties = kind.lemma == "campaign" && several;
        // "their strategy", "the gamble": of doing what? "Lee's strategy of waiting failed", "needs a strategy": over, or
        // not there yet.
        let untold = matches!(kind.lemma, "strategy" | "gamble")
            && (several
                || tree.child(self.token, |deprel| deprel == Deprel::Acl).is_none()
                || children().any(|det| tree.is_word(det, &["a", "an"]))
                || tree.finite(tree.root_of(self.token)).is_some_and(|at| tree.xpos(at) == "VBD"));
        // "her proposal": of what?
        let contentless = kind.adopts
            && !children().any(|child| {
                matches!(
                    tree.deprel(child),
                    Deprel::Nmod | Deprel::Acl | Deprel::AclRelcl | Deprel::Compound | Deprel::Amod
                )
            });
        // "tacks amendments on larger bills".
        let of_any_kind = kind.enacts && self.is_of_any_kind();
        one_of_many || anybodys || parties || untold || contentless || of_any_kind
    }
}

/// What sort of undertaking a noun is.
struct Undertaking<'a> {
    lemma: &'a str,
    /// Whether it is to pass, as a bill is.
    enacts: bool,
    /// Whether it is to pass or to be adopted.
    adopts: bool,
    /// Whether it says nothing without a clause.
    needs_clause: bool,
    /// The infinitive that says what it is.
    clause: Option<usize>,
}

fn is_year(word: &str) -> bool {
    word.len() == 4
        && ["19", "20"].iter().any(|century| word.starts_with(century))
        && word.bytes().all(|b| b.is_ascii_digit())
}
