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
        let needs_clause = matches!(
            lemma.as_str(),
            "effort" | "attempt" | "bid" | "push" | "drive" | "campaign" | "plan" | "quest"
        );
        // "By passing the new statute": that one has passed; a name is no bill to come.
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
        })
            || lemma == "bill"
                && tree.children(self.token).any(|kind| BILLS_TO_PAY.contains(&tree.lemma(kind)))
            // "self-deportation": one word.
            || self.token.checked_sub(1).is_some_and(|before| tree.word(before) == "-")
            // "tacks amendments on larger bills": of any kind.
            || succeed == "pass"
                && tree.xpos(self.token) == "NNS"
                && tree.child(self.token, |deprel| matches!(deprel, Deprel::Det | Deprel::NmodPoss)).is_none();
        // "offers to pay part of the bill"; "one of the boldest plans".
        let settled = lemma == "bill"
            && tree
                .ancestors(self.token)
                .take(2)
                .any(|pay| matches!(tree.lemma(pay), "foot" | "pay" | "settle"));
        let one_of_many = tree.xpos(self.token) == "NNS"
            && tree
                .children(self.token)
                .any(|best| tree.deprel(best) == Deprel::Amod && tree.xpos(best) == "JJS");
        // "stops the legislation from becoming law".
        let stopped = tree.children(self.token).any(|law| {
            tree.xpos(law) == "VBG"
                && law > self.token
                && tree.children(law).any(|mark| tree.is_word(mark, &["from"]))
        });
        if settled || one_of_many || stopped {
            return None;
        }
        let listed = tree.child(self.token, |deprel| deprel == Deprel::Conj).is_some();
        // "did not reply to a request for comment", "to attempts to reach him".
        let unanswered = tree
            .ancestors(self.token)
            .take(2)
            .any(|above| matches!(tree.lemma(above), "respond" | "reply" | "return" | "answer"));
        // "the request was refused".
        let answered = unanswered
            || lemma == "request"
                && (tree.children(self.token).any(|case| tree.is_word(case, &["at", "upon"]))
                    || tree
                        .subtree(self.token, |_| true)
                        .iter()
                        .any(|&at| tree.is_word(at, &["comment"]))
                    || tree.head(self.token).is_some_and(|above| {
                        matches!(
                            tree.lemma(above),
                            "refusal" | "refuse" | "reject" | "grant" | "deny" | "receive" | "honor" | "honour"
                        )
                    })
                    // "repeated requests for more guards": of any time.
                    || tree.xpos(self.token) == "NNS"
                        && tree.child(self.token, |deprel| matches!(deprel, Deprel::Det | Deprel::NmodPoss)).is_none());
        // "three bills", "the 1994 bill", "to get legislation passed", "a bill that he backed": told of as they were.
        let enacted = succeed == "pass"
            && (tree.children(self.token).any(|clause| {
                tree.deprel(clause) == Deprel::AclRelcl
                    && tree.finite(clause).is_some_and(|finite| tree.xpos(finite) == "VBD")
            }) || tree.subtree(self.token, |_| true).iter().any(|&at| {
                tree.deprel(at) == Deprel::Nummod && tree.head(at) == Some(self.token)
                    || is_year(tree.word(at))
                    || tree.is_word(at, &["passed", "signed", "enacted"])
            }));
        // "the trade deal" stands; "the peace deal" may not.
        let firm = lemma == "deal"
            && !tree.children(self.token).any(|kind| {
                tree.is_word(
                    kind,
                    &["ceasefire", "coalition", "debt", "hostage", "nuclear", "peace", "truce"],
                )
            });
        // "as the bill says", "in the same bill": one that everybody knows.
        let cited = succeed == "pass"
            && matches!(tree.deprel(self.token), Deprel::Obl | Deprel::Nmod)
            && tree.children(self.token).any(|case| tree.is_word(case, &["in", "under", "by"]));
        // "stole the letters in a bid to win": what for, told in passing.
        let passing = needs_clause
            && tree.children(self.token).any(|case| tree.is_word(case, &["in"]))
            && tree
                .finite(tree.clause_of(self.token))
                .is_some_and(|finite| tree.xpos(finite) == "VBD");
        // "has delayed it by boycotts": what with.
        let means = matches!(tree.deprel(self.token), Deprel::Obl | Deprel::OblAgent)
            && tree.children(self.token).any(|case| tree.is_word(case, &["by"]));
        if means {
            return None;
        }
        // "the Second Amendment": a name.
        let named = tree.word(self.token).starts_with(char::is_uppercase)
            && self.token.checked_sub(1).is_some_and(|before| {
                (tree.word(before).starts_with(char::is_uppercase) || tree.word(before) == "-")
                    && !tree.is_word(before, &["the"])
            });
        // "his appeal to farmers" is no appeal against a ruling.
        let charm = lemma == "appeal"
            && clause.is_none()
            && !tree.children(self.token).any(|of| {
                tree.deprel(of) == Deprel::Nmod
                    && (tree.children(of).any(|case| tree.is_word(case, &["against", "by"]))
                        // "the appeal of the ruling", but "the appeal of change".
                        || matches!(
                            tree.lemma(of),
                            "ruling" | "verdict" | "decision" | "order" | "conviction" | "sentence"
                        ))
            });
        // "It was an effort to help", "the flip, a craven effort to win": what something else is called.
        let called = needs_clause
            && (self.is_said_of_another()
                // "saw it as an attempt to win".
                || tree.children(self.token).any(|case| {
                    tree.deprel(case) == Deprel::Case && tree.is_word(case, &["as"])
                })
                || tree.deprel(self.token) == Deprel::Appos);
        // "they said that attempts to stop it fail": whoever makes them.
        let anybodys = matches!(lemma.as_str(), "attempt" | "effort")
            && tree.xpos(self.token) == "NNS"
            && matches!(
                tree.deprel(self.token),
                Deprel::Nmod | Deprel::Obl | Deprel::Nsubj | Deprel::NsubjPass | Deprel::Conj
            )
            && !tree.children(self.token).any(|child| {
                matches!(
                    tree.deprel(child),
                    Deprel::Amod | Deprel::Compound | Deprel::Det | Deprel::Nmod | Deprel::NmodPoss
                )
            });
        // "put in the time and the effort to learn it".
        let spent = lemma == "effort"
            && !tree.children(self.token).any(|case| tree.is_word(case, &["in"]))
            && tree.ancestors(self.token).take(2).any(|verb| {
                matches!(tree.lemma(verb), "cost" | "put" | "require" | "spend" | "take")
            });
        // "accused him of lying in an attempt to win".
        let accused = lemma == "attempt"
            && tree.ancestors(self.token).take(3).any(|verb| tree.lemma(verb) == "accuse");
        // "Can they file a suit?": asked already, if by the article.
        let sentence = &tree.analysis.sentences[tree.analysis.sentence_of(self.token)];
        let in_a_question =
            sentence.range.slice(tree.text).trim_end_matches(['”', '"']).ends_with('?');
        // "went to war without a plan to rule".
        let lacking = tree.children(self.token).any(|case| tree.is_word(case, &["without"]));
        // "lean on all campaigns to act": of candidates.
        let parties = lemma == "campaign" && tree.xpos(self.token) == "NNS";
        // "their strategy", "the gamble": of doing what? "Lee's strategy of waiting failed", "needs a strategy": over, or
        // not there yet.
        let untold = matches!(lemma.as_str(), "strategy" | "gamble")
            && (tree.child(self.token, |deprel| deprel == Deprel::Acl).is_none()
                || tree.xpos(self.token) == "NNS"
                || tree.children(self.token).any(|det| tree.is_word(det, &["a", "an"]))
                || tree.finite(tree.root_of(self.token)).is_some_and(|at| tree.xpos(at) == "VBD"));
        // "He backed a trade bill", as the article tells of then.
        let told = matches!(succeed, "pass" | "be adopted")
            && tree.finite(tree.root_of(self.token)).is_some_and(|at| tree.xpos(at) == "VBD")
            && tree.child(self.token, |deprel| deprel == Deprel::NmodPoss).is_none();
        // "gave to many, but plans to give to one": a verb.
        let verb = lemma == "plan"
            && tree.xpos(self.token) == "NNS"
            && self.token.checked_sub(1).is_some_and(|before| {
                tree.upos(before) == Upos::Cconj || tree.upos(before) == Upos::Propn
            })
            && tree.is_word(self.token + 1, &["to"])
            && tree
                .children(self.token)
                .all(|child| child > self.token || tree.upos(child) == Upos::Cconj);
        // "her proposal": of what?
        let contentless = matches!(succeed, "pass" | "be adopted")
            && !tree.children(self.token).any(|child| {
                matches!(
                    tree.deprel(child),
                    Deprel::Nmod | Deprel::Acl | Deprel::AclRelcl | Deprel::Compound | Deprel::Amod
                )
            });
        if answered
            || contentless
            || told
            || verb
            || untold
            || charm
            || called
            || enacted
            || firm
            || lacking
            || anybodys
            || accused
            || spent
            || in_a_question
            || parties
            || self.is_past()
            || named
            || passing
            || cited
            || needs_clause && clause.is_none()
            || done
            || listed && succeed == "pass"
        {
            return None;
        }
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
}

fn is_year(word: &str) -> bool {
    word.len() == 4
        && ["19", "20"].iter().any(|century| word.starts_with(century))
        && word.bytes().all(|b| b.is_ascii_digit())
}
