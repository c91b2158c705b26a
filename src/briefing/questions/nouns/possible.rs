//! What may come: a chance, a risk, a hope, a way that is open.

use super::super::lexicon::{CALLS, ENABLING, HINDERING, OWNED, POSSIBILITIES};
use super::{Noun, Worded, will_there_be};
use crate::briefing::Basis;
use crate::briefing::phrase::{Cut, Mood};
use crate::language::{Deprel, Upos};

impl Noun<'_, '_> {
    pub(super) fn possibility(&self) -> Worded {
        let tree = &self.writer.tree;
        let lemma = self.lemma();
        let &(_, openness) = POSSIBILITIES.iter().find(|(noun, _)| *noun == lemma)?;
        let past = tree.head(self.token).is_some_and(|verb| {
            tree.finite(tree.root_of(verb)).is_some_and(|finite| tree.xpos(finite) == "VBD")
        });
        if self.came_to_nothing(past) {
            return None;
        }
        // "for failure to pay": whose? "a call to act": on whom?
        let (owned, called) = (OWNED.contains(&lemma.as_str()), CALLS.contains(&lemma.as_str()));
        if owned || called {
            // "was worn down by her inability to find work": what came of it is told.
            let by = tree.head(self.token).filter(|_| tree.deprel(self.token) == Deprel::OblAgent);
            let came =
                by.and_then(|verb| tree.finite(verb)).is_some_and(|was| tree.xpos(was) == "VBD");
            // "blames them for their failure to warn him".
            let blamed = tree.children(self.token).any(|case| tree.is_word(case, &["for"]));
            if came || blamed {
                return None;
            }
            let clause = self.inner_clause().filter(|&clause| tree.is_infinitive(clause))?;
            let who = if owned {
                tree.child(self.token, |deprel| deprel == Deprel::NmodPoss)
            } else {
                tree.subject(clause)
            }?;
            let text = self.writer.yes_no_of(clause, who, Mood::Modal("will"), true)?;
            return Some((text, Basis::Unresolved, if past { openness * 0.7 } else { openness }));
        }
        if let Some(clause) = self.inner_clause() {
            let text = self.possible_deed(clause, past)?;
            return Some((text, Basis::Unresolved, openness));
        }
        if HINDERING.contains(&lemma.as_str()) {
            return None;
        }
        if matches!(lemma.as_str(), "path" | "route" | "shot") {
            return self.way_to_a_prize();
        }
        let of = tree.children(self.token).find(|&child| {
            tree.deprel(child) == Deprel::Nmod
                && tree.children(child).any(|case| tree.is_word(case, &["of", "for"]))
        })?;
        // "not much chance of that happening": of what was said before.
        if tree.is_word(of, &["that", "this", "it"]) {
            return None;
        }
        // "the prospect of the miners walking out": who would do what.
        let gerund = tree.child(of, |deprel| deprel == Deprel::Acl).filter(|&gerund| {
            // "the prospect of a deal on raising it": no deal raises it.
            tree.xpos(gerund) == "VBG"
                && !tree.children(gerund).any(|mark| {
                    mark < gerund && matches!(tree.deprel(mark), Deprel::Mark | Deprel::Case)
                })
        });
        let text = match gerund {
            Some(gerund) => self.writer.yes_no_of(gerund, of, Mood::Modal("will"), true)?,
            None => self.possible_event(of)?,
        };
        Some((text, Basis::Unresolved, openness))
    }

    /// "got no chance to read it", "there was no risk that": that did not come.
    fn came_to_nothing(&self, past: bool) -> bool {
        let tree = &self.writer.tree;
        let lemma = self.lemma();
        let verb = tree.head(self.token);
        let has = |word: &str| tree.children(self.token).any(|det| tree.is_word(det, &[word]));
        let no = has("no");
        // "had a chance to speak, and did not", "was given a chance to".
        let given = |verb: usize| {
            let given = match tree.lemma(verb) {
                "have" => tree.xpos(verb) == "VBD",
                "give" => matches!(tree.xpos(verb), "VBD" | "VBN"),
                "get" => true,
                _ => false,
            };
            given || past && tree.finite(verb).is_none()
        };
        let had = match lemma.as_str() {
            "chance" => has("any") || verb.is_some_and(given),
            // "leaves the port no option but to pay".
            "option" => no,
            "possibility" => no && past,
            _ => false,
        };
        let none = no
            && matches!(lemma.as_str(), "risk" | "danger" | "threat" | "fear" | "chance" | "doubt");
        // "held back for fear of a revolt": why one did.
        let motive = lemma == "fear"
            && has("for")
            && (past || tree.child(self.token, |deprel| deprel == Deprel::Det).is_none());
        // "is no longer under pressure to sell".
        let no_longer = verb.into_iter().chain([self.token]).any(|at| {
            tree.children(at).any(|longer| {
                tree.is_word(longer, &["longer"]) && tree.is_word(longer.wrapping_sub(1), &["no"])
            })
        });
        had || none || motive || no_longer
    }

    /// "a chance to leave", "the risk that it sinks": whether that comes.
    fn possible_deed(&self, clause: usize, past: bool) -> Option<String> {
        let tree = &self.writer.tree;
        let lemma = self.lemma();
        let finite = tree.finite(clause).is_some();
        if self.tells_what_is(clause, finite, past) {
            return None;
        }
        if finite {
            return self.writer.yes_no(clause, Mood::Reported, true);
        }
        if !(tree.is_infinitive(clause) || tree.xpos(clause) == "VBG") {
            return None;
        }
        // "They speak of the dangers of mining": whose?
        let feared = matches!(
            lemma.as_str(),
            "risk" | "danger" | "threat" | "fear" | "doubt" | "concern"
        ) && tree.subject(clause).is_none()
            // "is in danger of losing", "faces the risk of losing".
            && !tree.children(self.token).any(|case| tree.is_word(case, &["in", "at"]))
            && !tree
                .head(self.token)
                .is_some_and(|verb| matches!(tree.lemma(verb), "face" | "run"));
        if feared {
            return None;
        }
        let subject = tree.subject(clause).or_else(|| self.actor())?;
        // "A rival faces the task of catching up": any rival.
        let anybody = tree.upos(subject) == Upos::Noun
            && tree.children(subject).any(|det| tree.is_word(det, &["a", "an", "any"]))
            && matches!(lemma.as_str(), "task" | "challenge" | "risk" | "danger");
        if anybody || !self.is_felt_by(subject) {
            return None;
        }
        self.writer.yes_no_of(clause, subject, Mood::Modal("will"), true)
    }

    /// Whether the clause tells what is there, and not what may come.
    fn tells_what_is(&self, clause: usize, finite: bool, past: bool) -> bool {
        let tree = &self.writer.tree;
        let lemma = self.lemma();
        let lemma = lemma.as_str();
        let of_clause = tree.lemma(clause);
        // "pressure to resign", but not "talks set to end" nor "a promise that he broke".
        let other = ENABLING.contains(&lemma) && !tree.is_infinitive(clause);
        // "the day when she had trouble finding it", told of a day that is over.
        let past = || {
            past || tree
                .finite(tree.clause_of(self.token))
                .is_some_and(|finite| tree.xpos(finite) == "VBD")
        };
        // "a problem to solve", "the trouble he has".
        let hinders =
            HINDERING.contains(&lemma) && (finite || past() || tree.xpos(clause) != "VBG");
        // "held up a sign saying no"; "a challenge to what we were taught to believe".
        let written = lemma == "sign" && matches!(of_clause, "say" | "read");
        // "a chance to talk about it": whether somebody will say something is no question.
        let speaks = matches!(of_clause, "comment" | "discuss" | "say" | "speak" | "talk");
        // "the threat that it poses": a part of it is the noun.
        // "the challenges facing the town" are there; "more trouble finding crews than boats" compares.
        let part = finite && (of_clause == "pose" || matches!(lemma, "challenge" | "task"))
            || of_clause == "face" && tree.xpos(clause) == "VBG"
            || tree.children(self.token).any(|more| tree.is_word(more, &["more", "less"]));
        // "a sign that she liked it": so one takes it to be.
        let shown = matches!(lemma, "sign" | "indication" | "hint")
            && tree.finite(clause).is_some_and(|at| tree.xpos(at) != "MD")
            && !tree
                .children(self.token)
                .any(|det| tree.is_word(det, &["any", "few", "little", "no"]));
        other || hinders || written || speaks || part || shown
    }

    /// "the threat of a strike": whether there will be one.
    fn possible_event(&self, of: usize) -> Option<String> {
        let tree = &self.writer.tree;
        let lemma = self.lemma();
        let lemma = lemma.as_str();
        if ENABLING.contains(&lemma)
            || matches!(
                lemma,
                "concern"
                    // "the confidence of the town": its own.
                    | "confidence"
                    | "option"
                    | "potential"
                    | "hope"
                    | "sign"
                    | "hint"
                    | "indication"
                    | "suggestion"
            )
        {
            return None;
        }
        let what = self
            .writer
            .noun_asked(of, Cut::Clauses)
            .filter(|line| !line.dangling && line.text.split_whitespace().count() <= 14)?;
        let has = |words: &[&str]| tree.children(of).any(|det| tree.is_word(det, words));
        // "between the threat of a strike and the threat of a fine": two, and none of them asked about alone.
        let two = tree.children(of).any(|other| {
            tree.deprel(other) == Deprel::Conj && tree.lemma(other) == tree.lemma(self.token)
        });
        // "the threat of this ruling": it is there.
        let there = has(&["this", "that", "these", "those", "such"]);
        // "the hopes of the young", "the fear of our weakness": whose they are, or what is there already.
        let whose = matches!(lemma, "expectation" | "fear" | "hope" | "desire" | "doubt")
            && (has(&["the"]) || tree.child(of, |d| d == Deprel::NmodPoss).is_some());
        // "the risks of war", "a threat of violence": what everybody knows of.
        let plain = !tree.children(of).any(|child| {
            matches!(
                tree.deprel(child),
                Deprel::Amod | Deprel::Nmod | Deprel::Acl | Deprel::AclRelcl | Deprel::Det
            )
        });
        let named = plain || matches!(tree.upos(of), Upos::Propn | Upos::Pron) || lemma == "risk";
        (!two && !there && !whose && !named && self.happens(of))
            .then(|| will_there_be(&what.text, tree.xpos(of) == "NNS"))
    }

    /// Whether the subject of the clause is who would do it: "the bank gave up hope of selling it", but "her answer dashed
    /// hopes of selling it".
    fn is_felt_by(&self, subject: usize) -> bool {
        let tree = &self.writer.tree;
        let of_things = matches!(
            self.lemma().as_str(),
            "chance"
                | "danger"
                | "likelihood"
                | "possibility"
                | "potential"
                | "probability"
                | "prospect"
                | "risk"
                | "sign"
                | "threat"
        );
        // "the talks have little hope of ending it".
        let owned = tree.head(self.token).is_some_and(|verb| {
            matches!(
                tree.lemma(verb),
                "enjoy"
                    | "express"
                    | "face"
                    | "have"
                    | "hold"
                    | "offer"
                    | "retain"
                    | "show"
                    | "stand"
            )
        });
        // "She spoke of the election: “Who has the best chance to win?”"
        let asked = tree.is_word(subject, &["who", "what", "which"])
            && (tree.word(subject).starts_with(char::is_uppercase)
                || tree.upos(subject + 1) == Upos::Noun);
        // "saw no signs of an intention to sell it", "talks on the possibility of selling it": whose, stands elsewhere.
        let of_another = tree.deprel(self.token) == Deprel::Nmod
            && tree.child(self.token, |deprel| deprel == Deprel::NmodPoss).is_none()
            && tree.head(self.token).is_some_and(|noun| tree.upos(noun) == Upos::Noun)
            && tree
                .children(self.token)
                .any(|case| tree.is_word(case, &["of", "on", "about", "over"]));
        !asked && !of_another && (of_things || owned || self.acts(subject))
    }

    /// `a narrow path to the nomination`, `a shot at the majority`.
    fn way_to_a_prize(&self) -> Worded {
        let tree = &self.writer.tree;
        let prize = tree.children(self.token).find(|&child| {
            tree.deprel(child) == Deprel::Nmod
                && tree.children(child).any(|case| tree.is_word(case, &["to", "at"]))
                && matches!(
                    tree.lemma(child),
                    "majority" | "nomination" | "office" | "presidency" | "seat" | "title"
                )
        })?;
        // "It set her on a path to the nomination": her.
        let put = tree
            .head(self.token)
            .filter(|_| tree.deprel(self.token) == Deprel::Obl)
            .and_then(|verb| tree.child(verb, |deprel| deprel == Deprel::Obj));
        let who = self.writer.subject_line(put.or_else(|| self.actor())?)?;
        let who = who.strip_suffix("’s").or(who.strip_suffix("'s")).unwrap_or(&who);
        let what = self.writer.noun_asked(prize, Cut::Clauses).filter(|line| !line.dangling)?;
        let any = tree.children(prize).any(|det| tree.is_word(det, &["a", "an", "any", "some"]));
        let told = what.text.split(' ').count() > 1 && !any;
        told.then(|| (format!("Will {who} win {}?", what.text), Basis::Unresolved, 0.6))
    }

    /// `paved the way for annexation`, `opens the door to a coalition`.
    pub(super) fn way_for(&self) -> Worded {
        let tree = &self.writer.tree;
        let verb = tree.head(self.token)?;
        let set = matches!(
            (tree.lemma(verb), self.lemma().as_str()),
            ("pave" | "clear" | "open", "way" | "door" | "path") | ("set", "stage")
        ) && tree.upos(verb) == Upos::Verb && tree.child(self.token, |deprel| deprel == Deprel::NmodPoss).is_none()
            // "the year the ruling paved the way for gifts": they have come.
            && !(matches!(tree.deprel(verb), Deprel::AclRelcl | Deprel::Appos)
                && tree.finite(verb).is_some_and(|at| tree.xpos(at) == "VBD"));
        let what = tree
            .children(self.token)
            .chain(tree.children(verb))
            .find(|&child| {
                child > self.token
                    && matches!(tree.deprel(child), Deprel::Nmod | Deprel::Obl)
                    && tree.children(child).any(|case| tree.is_word(case, &["for", "to"]))
                    && tree.upos(child) == Upos::Noun
            })
            .filter(|_| set)?;
        let line = self.writer.noun_asked(what, Cut::Clauses).filter(|line| !line.dangling)?;
        let asks = will_there_be(&line.text, tree.xpos(what) == "NNS");
        ((2..=14).contains(&line.text.split_whitespace().count())).then_some((
            asks,
            Basis::Unresolved,
            0.65,
        ))
    }
}
