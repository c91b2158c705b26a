//! Nouns of what the article does not tell: a fate, details, an undisclosed sum, circumstances that are unclear.

use super::super::lexicon::{FATES, OPEN_PREDICATES, is_date};
use super::{Noun, Worded};
use crate::briefing::Basis;
use crate::briefing::phrase::{Cut, is_question_word};
use crate::language::{Deprel, Upos};

/// Words of a sentence in which somebody doubts, disputes or awaits what a fate will be.
const DOUBTING: &[&str] = &[
    "await",
    "challenge",
    "concern",
    "debate",
    "decide",
    "depend",
    "determine",
    "discuss",
    "dispute",
    "doubt",
    "fear",
    "hinge",
    "investigate",
    "investigation",
    "mystery",
    "negotiate",
    "negotiation",
    "pending",
    "question",
    "speculate",
    "speculation",
    "talk",
    "uncertain",
    "uncertainty",
    "unclear",
    "unknown",
    "wait",
    "whether",
    "wonder",
    "worry",
];

impl Noun<'_, '_> {
    pub(super) fn fate(&self) -> Worded {
        let tree = &self.writer.tree;
        if !FATES.contains(&self.lemma().as_str()) || tree.deprel(self.token) == Deprel::Compound {
            return None;
        }
        let of = tree.children(self.token).find(|&child| {
            tree.deprel(child) == Deprel::Nmod
                && tree.children(child).any(|case| tree.is_word(case, &["of", "for"]))
        })?;
        // "the outcome of every election": of any.
        if tree
            .children(of)
            .any(|det| tree.is_word(det, &["a", "an", "any", "every", "each", "all"]))
        {
            return None;
        }
        // "cared for the future of the town", "the cause of freedom": nobody doubts it in the sentence.
        let sentence = tree.analysis.sentence_of(self.token);
        let doubted = tree.analysis.sentences.get(sentence)?.tokens.clone().any(|token| {
            DOUBTING.contains(&tree.lemma(token).to_lowercase().as_str()) || tree.word(token) == "?"
        });
        // "The cause of the crash was a loose bolt": that is told.
        let told = tree.deprel(self.token) == Deprel::Nsubj
            && tree.head(self.token).is_some_and(|told| {
                tree.upos(told) == Upos::Noun
                    && tree.negation(told).is_none()
                    && tree.child(told, |deprel| deprel == Deprel::Cop).is_some()
                    && tree.finite(told).is_some_and(|at| tree.xpos(at) != "MD")
                    && !DOUBTING.contains(&tree.lemma(told))
            });
        // "was disappointed at the outcome of the talks": it is known.
        let felt = tree.head(self.token).is_some_and(|felt| {
            matches!(
                tree.lemma(felt),
                "angry"
                    | "disappoint"
                    | "disappointed"
                    | "glad"
                    | "happy"
                    | "please"
                    | "pleased"
                    | "sad"
                    | "satisfied"
                    | "surprise"
                    | "surprised"
                    | "unhappy"
            )
        });
        let what =
            self.definite().filter(|_| doubted && !told && !felt && !self.is_said_of_another())?;
        let plural = tree.xpos(self.token) == "NNS";
        let openness = match self.lemma().as_str() {
            "future" | "fate" | "whereabouts" | "motive" => 0.6,
            "outcome" | "identity" => 0.55,
            _ => 0.35,
        };
        let whose = self
            .writer
            .noun_asked(of, Cut::Clauses)
            .filter(|line| !line.dangling && line.text.split_whitespace().count() <= 14);
        let text = match (self.lemma().as_str(), whose) {
            ("future" | "fate", Some(whose)) => format!("What will become of {}?", whose.text),
            ("outcome", _) => format!("What will {what} be?"),
            _ => format!("What {} {what}?", if plural { "are" } else { "is" }),
        };
        Some((text, Basis::Unresolved, openness))
    }

    /// `no immediate comment from the ministry`.
    pub(super) fn comment(&self) -> Worded {
        let tree = &self.writer.tree;
        let silent = matches!(
            self.lemma().as_str(),
            "comment" | "response" | "reply" | "statement" | "reaction"
        ) && tree.children(self.token).any(|child| tree.is_word(child, &["no"]));
        let from = tree
            .children(self.token)
            .find(|&child| {
                matches!(tree.deprel(child), Deprel::Nmod | Deprel::Obl)
                    && tree.children(child).any(|case| tree.is_word(case, &["from", "by"]))
            })
            .filter(|_| silent)?;
        let who = self.writer.noun_asked(from, Cut::Clauses).filter(|line| !line.dangling)?;
        Some((format!("How will {} respond?", who.text), Basis::Unresolved, 0.5))
    }

    /// `gave no details of the plan`, `without details on payment`.
    pub(super) fn details(&self) -> Worded {
        let tree = &self.writer.tree;
        let kept_back = matches!(
            self.lemma().as_str(),
            "detail"
                | "information"
                | "indication"
                | "explanation"
                | "timetable"
                | "timeline"
                | "date"
                | "decision"
                | "agreement"
                | "estimate"
                | "figure"
                | "solution"
                | "answer"
        ) && tree
            .children(self.token)
            .any(|child| tree.is_word(child, &["no", "few", "any", "little"]))
            && self.is_withheld();
        let on = tree
            .children(self.token)
            .find(|&child| {
                tree.deprel(child) == Deprel::Nmod
                    && tree
                        .children(child)
                        .any(|case| tree.is_word(case, &["of", "on", "about", "for", "as", "to"]))
            })
            .or_else(|| {
                let verb = tree.head(self.token)?;
                tree.children(verb).find(|&child| {
                    child > self.token
                        && tree.deprel(child) == Deprel::Obl
                        && tree
                            .children(child)
                            .any(|case| tree.is_word(case, &["of", "on", "about", "for"]))
                })
            })
            // "is no guide to the future", "no details of May 4": what it is called, and a day.
            .filter(|&on| kept_back && !self.is_said_of_another() && !is_date(tree.word(on)))
            // "There are no due dates for returns": no one is kept back.
            .filter(|_| self.lemma() != "date" || tree.xpos(self.token) == "NN")
            // "any details of how it will pay", "of any change": another look asks how, and there may be none.
            .filter(|&on| {
                tree.upos(on).is_nominal()
                    && !is_question_word(tree, on)
                    && !tree.children(on).any(|det| tree.is_word(det, &["any", "a", "an"]))
            })?;
        let counted = matches!(self.lemma().as_str(), "estimate" | "figure");
        // A number is one of something: what the clause behind it says belongs to the question.
        let (cut, most) = if counted { (Cut::Asides, 26) } else { (Cut::Clauses, 20) };
        let what = self
            .writer
            .noun_asked(on, cut)
            .filter(|line| !line.dangling && line.text.split_whitespace().count() <= most)?;
        let text = match self.lemma().as_str() {
            "decision" | "agreement" => format!("What will be decided on {}?", what.text),
            "estimate" | "figure" => {
                format!(
                    "What {} {}?",
                    if self.writer.is_plural(on) { "are" } else { "is" },
                    what.text
                )
            }
            // "no release date for the film".
            "date" | "timetable" | "timeline" => {
                let kind = tree
                    .child(self.token, |deprel| deprel == Deprel::Compound)
                    .map(|kind| format!("{} ", tree.word(kind)))
                    .unwrap_or_default();
                format!("What is the {kind}{} for {}?", self.lemma(), what.text)
            }
            // "no indication of the winner".
            _ if crate::language::coref::words::is_person(tree.lemma(on)) => {
                format!(
                    "Who {} {}?",
                    if self.writer.is_plural(on) { "are" } else { "is" },
                    what.text
                )
            }
            // "There was no indication of foul play": whether there was any.
            "indication" => {
                let there = tree
                    .head(self.token)
                    .is_some_and(|be| tree.child(be, |deprel| deprel == Deprel::Expl).is_some());
                let told = tree
                    .children(on)
                    .any(|child| matches!(tree.deprel(child), Deprel::Det | Deprel::NmodPoss));
                let be = if self.writer.is_plural(on) { "Were" } else { "Was" };
                if !there || told {
                    return None;
                }
                format!("{be} there {}?", what.text)
            }
            "solution" | "answer" => format!("What is the {} to {}?", self.lemma(), what.text),
            _ => format!("What are the details of {}?", what.text),
        };
        Some((text, Basis::Unresolved, 0.75))
    }

    /// Whether "any" stands in a denial: "did not give any details of it", but "any details will be sent to the port".
    fn is_withheld(&self) -> bool {
        let tree = &self.writer.tree;
        let any = tree.children(self.token).any(|det| tree.is_word(det, &["any"]));
        let denies = |above: usize| {
            tree.negation(above).is_some()
                || matches!(tree.lemma(above), "decline" | "refuse" | "lack")
                || tree
                    .children(above)
                    .any(|child| tree.is_word(child, &["without", "nor", "neither", "never", "no"]))
        };
        !any || denies(self.token) || tree.ancestors(self.token).take(4).any(denies)
    }

    /// `an undisclosed sum`, `unspecified cuts`.
    pub(super) fn untold(&self) -> Worded {
        let tree = &self.writer.tree;
        let amod = |word: usize| {
            tree.deprel(word) == Deprel::Amod
                // "a previously undisclosed letter" is one that was found.
                && tree.child(word, |deprel| deprel == Deprel::Advmod).is_none()
                && tree
                    .is_word(word, &["unspecified", "undisclosed", "unidentified", "undetermined"])
        };
        let adjective = tree.children(self.token).find(|&child| amod(child))?;
        // "for an undisclosed price": of what?
        let told = tree.children(self.token).any(|child| {
            matches!(
                tree.deprel(child),
                Deprel::Nmod | Deprel::Acl | Deprel::AclRelcl | Deprel::NmodPoss | Deprel::Compound
            )
        });
        if !told {
            return None;
        }
        let what = self.definite()?;
        let word = tree.word(adjective);
        // "an undisclosed number of guests, although nobody asked".
        let what = what.split(", although ").next()?.replacen(&format!("{word} "), "", 1);
        let are = if tree.xpos(self.token) == "NNS" { "are" } else { "is" };
        let person = crate::language::coref::words::is_person(&self.lemma())
            || crate::language::coref::words::is_title(&self.lemma());
        // "an unidentified official said": nobody asks who it was. "an unidentified boat", "an undisclosed mortuary": that
        // it is one, is told.
        let speaks = tree.head(self.token).is_some_and(|verb| {
            matches!(tree.lemma(verb), "add" | "cite" | "quote" | "say" | "tell")
        });
        let named = !person
            && (word == "unidentified"
                || word == "undisclosed"
                    && tree.children(self.token).all(|child| {
                        !matches!(
                            tree.deprel(child),
                            Deprel::Nmod | Deprel::Acl | Deprel::AclRelcl | Deprel::NmodPoss
                        )
                    }));
        if speaks || named {
            return None;
        }
        Some((
            format!("{} {are} {what}?", if person { "Who" } else { "What" }),
            Basis::Unresolved,
            0.7,
        ))
    }

    /// `the circumstances remain unclear`, `the matter is unresolved`.
    pub(super) fn open_predicate(&self) -> Worded {
        let tree = &self.writer.tree;
        let word = tree.word(self.token).to_lowercase();
        // "The cause is not clear", "is not yet known"; but "is not known for its cheese" tells no more of it.
        let denied = matches!(word.as_str(), "clear" | "known")
            && tree.negation(self.token).is_some()
            && !tree.children(self.token).any(|child| {
                child > self.token && !matches!(tree.upos(child), Upos::Punct | Upos::Adv)
            });
        let asks = OPEN_PREDICATES
            .iter()
            .find(|(open, _)| *open == word)
            .map(|&(_, asks)| asks)
            .or(denied.then_some("What is"))?;
        let subject = tree.subject(self.token).or_else(|| {
            let above =
                tree.head(self.token).filter(|_| tree.deprel(self.token) == Deprel::Xcomp)?;
            tree.subject(above)
        })?;
        // "The bankers were unsettled by it": a verb.
        let done = tree.child(self.token, |deprel| deprel == Deprel::OblAgent).is_some();
        // "Many voters are undecided": how they vote is not decided by others.
        let voters = matches!(word.as_str(), "undecided" | "unsure")
            && (tree.lemma(subject) == "lot"
                || crate::language::coref::words::is_person(tree.lemma(subject))
                || tree.children(subject).any(|child| tree.deprel(child) == Deprel::Nummod)
                || tree.children(subject).any(|of| {
                    tree.deprel(of) == Deprel::Nmod
                        && crate::language::coref::words::is_person(tree.lemma(of))
                })
                || matches!(
                    tree.lemma(subject),
                    "voter" | "electorate" | "percent" | "third" | "half"
                ));
        // "The council is undecided on the toll": it is not the council that is decided.
        let decides = matches!(word.as_str(), "undecided" | "unsure")
            && crate::language::coref::words::is_body(tree.lemma(subject));
        if done || voters || decides || !matches!(tree.upos(subject), Upos::Noun) {
            return None;
        }
        let what = Noun { writer: self.writer, token: subject }.definite()?;
        let plural = self.writer.is_plural(subject);
        let text = if let Some(done) = asks.strip_prefix("How will ") {
            format!("How will {what} {done}?")
        } else if asks == "What is" && plural {
            format!("What are {what}?")
        } else {
            format!("{asks} {what}?")
        };
        Some((text, Basis::Unresolved, 0.9))
    }
}
