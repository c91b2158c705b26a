//! What sides do not agree on: a dispute, a charge, a denial.

use super::super::lexicon::{CHARGES, DENYING, DISPUTES, is_date};
use super::{Noun, Worded};
use crate::briefing::Basis;
use crate::briefing::phrase::{Cut, says_no_more};
use crate::language::times::is_time;
use crate::language::{Deprel, Upos};

impl Noun<'_, '_> {
    /// `doubts about the count`, `a dispute over the island`.
    pub(super) fn dispute(&self) -> Worded {
        let tree = &self.writer.tree;
        let lemma = self.lemma();
        let &(_, ends) = DISPUTES.iter().find(|(noun, _)| *noun == lemma)?;
        // "had no doubts about it"
        if tree.children(self.token).any(|det| tree.is_word(det, &["no", "little", "any"]))
            || tree.head(self.token).is_some_and(|verb| tree.negation(verb).is_some())
            // "make the vote a battle about trust": what it is to be.
            || matches!(tree.deprel(self.token), Deprel::Xcomp | Deprel::NmodUnmarked)
        {
            return None;
        }
        // "responded to questions about": those were answered. Some remain, are raised, or surround something.
        let open = tree.head(self.token).is_some_and(|verb| {
            matches!(
                tree.lemma(verb),
                "raise"
                    | "remain"
                    | "linger"
                    | "persist"
                    | "surround"
                    | "leave"
                    | "grow"
                    | "be"
                    | "there"
            )
        });
        // "six debates", "at the last debate": those are held.
        let held = lemma == "debate"
            && (tree.xpos(self.token) == "NNS"
                || tree.children(self.token).any(|child| {
                    matches!(tree.deprel(child), Deprel::Nummod | Deprel::Compound)
                        || tree.is_word(
                            child,
                            &[
                                "after", "at", "before", "during", "first", "last", "main", "next",
                                "primary", "recent",
                            ],
                        )
                }));
        if held {
            return None;
        }
        // "the debate winner on the stage".
        if lemma == "question" && !open || tree.deprel(self.token) == Deprel::Compound {
            return None;
        }
        let about = |above: usize| {
            tree.children(above).find(|&child| {
                child > self.token
                    && matches!(tree.deprel(child), Deprel::Nmod | Deprel::Obl)
                    && tree.children(child).any(|case| tree.is_word(case, &["about", "over", "on"]))
            })
        };
        // "was asked in the debate about his words": that is what was asked.
        let beside = tree.head(self.token).is_none_or(|verb| {
            !matches!(tree.lemma(verb), "ask" | "challenge" | "confront" | "press" | "question")
        });
        // "The row is a fact about the town": that is no row about it.
        let verb = tree.head(self.token).filter(|&verb| beside && !tree.upos(verb).is_nominal());
        let topic = about(self.token).or_else(|| about(verb?))?;
        // "asked about the row on ABC News", "a debate on Friday night": that is where or when it was.
        let place = tree.upos(topic) == Upos::Propn
            || tree.deprel(topic) == Deprel::Obl
            || matches!(
                tree.lemma(topic),
                "air"
                    | "campus"
                    | "day"
                    | "evening"
                    | "floor"
                    | "internet"
                    | "morning"
                    | "network"
                    | "night"
                    | "radio"
                    | "stage"
                    | "television"
            );
        // "tensions have abated over the years", "a divide on the issue": when, and on what?
        let vague = is_time(tree.lemma(topic))
            || matches!(tree.lemma(topic), "issue" | "matter" | "subject" | "topic")
                && !tree.children(topic).any(|child| child > topic)
            // "uncertainty over the date": of what?
            || matches!(
                tree.lemma(topic),
                "amount" | "cost" | "date" | "figure" | "number" | "outcome" | "size" | "timing"
            ) && says_no_more(tree, topic);
        if vague {
            return None;
        }
        let day = tree.subtree(topic, |_| true).into_iter().any(|at| is_date(tree.word(at)));
        if (place || day) && tree.children(topic).any(|case| tree.is_word(case, &["on"])) {
            return None;
        }
        if tree.upos(topic) != Upos::Noun && tree.upos(topic) != Upos::Propn {
            return None;
        }
        let what = self
            .writer
            .noun_asked(topic, Cut::Clauses)
            .filter(|line| !line.dangling && line.text.split_whitespace().count() <= 14)?;
        let noun = tree.word(self.token).to_lowercase();
        Some((format!("How will the {noun} about {} be {ends}?", what.text), Basis::Disputed, 0.6))
    }

    /// `was charged with fraud`, `faces 18 charges`, `pleaded not guilty`: whether a court will find so.
    pub(super) fn charged(&self) -> Worded {
        let tree = &self.writer.tree;
        let lemma = self.lemma();
        let accused = match tree.upos(self.token) {
            Upos::Verb => tree
                .child(self.token, |deprel| deprel == Deprel::NsubjPass)
                .filter(|_| tree.negation(self.token).is_none())
                .filter(|_| matches!(lemma.as_str(), "charge" | "indict" | "prosecute"))
                // "did not recommend that she be prosecuted", "a decision not to".
                .filter(|_| !tree.ancestors(self.token).any(|above| tree.negation(above).is_some()))
                // "faces ten years if convicted".
                .or_else(|| {
                    let condition = lemma == "convict"
                        && tree.finite(self.token).is_none()
                        && tree.children(self.token).any(|mark| tree.is_word(mark, &["if"]));
                    tree.understood_subject(self.token).filter(|_| condition)
                }),
            Upos::Adj => tree
                .head(self.token)
                .filter(|&verb| {
                    lemma == "guilty"
                        && tree.lemma(verb) == "plead"
                        && (tree.negation(verb).is_some() || tree.negation(self.token).is_some())
                })
                .and_then(|verb| tree.understood_subject(verb)),
            _ => tree
                .head(self.token)
                // "While he was awaiting trial, the guards told him": not the guards.
                .filter(|&verb| {
                    tree.deprel(verb) != Deprel::Advcl
                        || tree.subject(verb).is_some()
                        || tree.child(verb, |deprel| deprel == Deprel::Mark).is_none()
                })
                .filter(|&verb| {
                    // "did not recommend that she face charges".
                    let denied = std::iter::once(verb)
                        .chain(tree.ancestors(verb))
                        .any(|above| tree.negation(above).is_some());
                    tree.deprel(self.token) == Deprel::Obj
                        && !denied
                        && matches!(tree.lemma(verb), "face" | "undergo" | "await" | "stand")
                        && matches!(lemma.as_str(), "charge" | "trial" | "prosecution")
                })
                .and_then(|verb| tree.understood_subject(verb)),
        }?;
        // "was indicted and convicted": that is over.
        let sentence = tree.analysis.sentence_of(self.token);
        let over = lemma != "convict"
            && tree.analysis.sentences.get(sentence)?.tokens.clone().any(|at| {
                matches!(tree.lemma(at), "convict" | "acquit" | "sentence") && tree.xpos(at) != "NN"
            });
        if over {
            return None;
        }
        let who = self.writer.subject_line(accused).filter(|who| !who.starts_with("none "))?;
        // A trial is open, a charge may have been dealt with further down.
        let openness = if lemma == "charge" { 0.3 } else { 0.5 };
        Some((format!("Will {who} be convicted?"), Basis::Unresolved, openness))
    }

    /// `has long denied the charges`.
    pub(super) fn denied(&self) -> Worded {
        let tree = &self.writer.tree;
        if !DENYING.contains(&tree.lemma(self.token)) {
            return None;
        }
        let object = tree
            .child(self.token, |deprel| matches!(deprel, Deprel::Obj | Deprel::NsubjPass))
            .filter(|&object| CHARGES.contains(&tree.lemma(object)))?;
        // "disputes accusations that they lied": the clause itself is asked.
        let clause = |child: usize| {
            matches!(tree.deprel(child), Deprel::Acl | Deprel::Ccomp | Deprel::AclRelcl)
                && tree.finite(child).is_some()
        };
        // "rejected claims that they lied", with the clause hung on the verb.
        let behind = |child: usize| child > object && clause(child);
        if tree.children(object).any(clause) || tree.children(self.token).any(behind) {
            return None;
        }
        let are = if self.writer.is_plural(object) { "Are" } else { "Is" };
        // "disputes accusations by the bank": whom they are against stands elsewhere.
        let by = tree
            .children(object)
            .any(|child| tree.children(child).any(|case| tree.is_word(case, &["by", "from"])));
        if let Some(what) = (Noun { writer: self.writer, token: object }).definite() {
            return Some((format!("{are} {what} true?"), Basis::Disputed, 0.8));
        }
        // "denied any suggestion of a rift": it says itself what it is about.
        let own = tree.children(object).any(|child| {
            tree.deprel(child) == Deprel::Nmod
                && tree
                    .children(child)
                    .any(|case| tree.is_word(case, &["about", "against", "of", "on", "over"]))
        });
        if own {
            let line =
                self.writer.noun_asked(object, Cut::Clauses).filter(|line| !line.dangling)?;
            let what = line.text.strip_prefix("any ").or(line.text.strip_prefix("all "))?;
            let fits = what.split(' ').count() <= 14 && !what.contains([',', '"', '“']);
            return fits.then(|| (format!("{are} the {what} true?"), Basis::Disputed, 0.8));
        }
        let subject = tree
            .understood_subject(self.token)
            .filter(|_| tree.deprel(object) == Deprel::Obj && !by)?;
        let who = self.writer.subject_line(subject)?;
        let what = tree.word(object).to_lowercase();
        let charge = matches!(tree.lemma(object), "accusation" | "allegation" | "charge");
        let on = if charge { "against" } else { "about" };
        Some((format!("{are} the {what} {on} {who} true?"), Basis::Disputed, 0.8))
    }
}
