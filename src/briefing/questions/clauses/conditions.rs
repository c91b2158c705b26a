//! Clauses that hang on an `if` or an `unless`.

use super::{Clause, Found};
use crate::briefing::Basis;
use crate::briefing::phrase::Mood;
use crate::briefing::phrase::clause::Tree;
use crate::language::{Deprel, Upos};

/// Whether a clause says of somebody what holds already or does not: `she is right`.
fn is_so_now(tree: &Tree<'_>, clause: usize) -> bool {
    tree.child(clause, |deprel| deprel == Deprel::Cop).is_some_and(|be| tree.xpos(be) == "VBZ")
        && matches!(
            tree.lemma(clause),
            "correct" | "false" | "guilty" | "innocent" | "right" | "sincere" | "true" | "wrong"
        )
}

impl Clause<'_, '_> {
    /// The clause with `if` or `unless` below this one.
    fn condition(&self) -> Option<usize> {
        let tree = &self.writer.tree;
        let plain = |mark: usize| {
            tree.deprel(mark) == Deprel::Mark
                && tree.is_word(mark, &["if", "unless"])
                && !tree.is_word(mark.wrapping_sub(1), &["even", "as", "only", "because"])
        };
        tree.conditions(self.head).find(|&clause| {
            tree.children(clause).any(plain)
                // "few if any", "if not more".
                && (tree.finite(clause).is_some() || tree.upos(clause) == Upos::Verb)
        })
    }

    /// "He would look younger if he ate", "he can come if he wants": what would be, and not what comes.
    pub(super) fn is_supposition(&self) -> bool {
        self.condition()
            .is_some_and(|condition| self.is_turn_of_speech(condition) || self.is_unreal(condition))
    }

    /// A main clause with an `if`.
    pub(super) fn conditional(&self) -> Option<Found> {
        let tree = &self.writer.tree;
        let condition = self.condition()?;
        let finite = tree.finite(self.head)?;
        let modal = tree.xpos(finite) == "MD";
        // "If asked, he says no" is a habit; "would have won" is over.
        let over = tree.auxiliaries(self.head).iter().any(|&aux| tree.lemma(aux) == "have")
            || self.has_run_on(condition)
            || tree.xpos(finite) == "VBD"
            || self.speaks_to_the_reader(condition);
        // "a vote that is seen as a test if it is close": what kind of vote.
        // "already has the power to act if it must": so it has.
        let has = tree.lemma(self.head) == "have"
            || tree.children(self.head).any(|now| tree.is_word(now, &["already"]));
        let over = over || !modal && (has || self.deprel() == Deprel::AclRelcl);
        if over || !modal && !matches!(tree.xpos(finite), "VBZ" | "VBP") {
            return None;
        }
        if self.is_rule() || self.is_in_a_question() {
            return None;
        }
        // "It is dead unless we act", "files are lost if they are long": told of how things are.
        let unless = tree.children(condition).any(|mark| tree.is_word(mark, &["unless"]));
        if unless && tree.negation(self.head).is_some()
            || !modal && tree.child(self.head, |deprel| deprel == Deprel::Cop).is_some()
            || tree.children(self.head).any(|child| {
                tree.is_word(child, &["often", "usually", "always", "generally", "sometimes"])
            })
        {
            return None;
        }
        let mood = if modal { Mood::Kept } else { Mood::Modal("will") };
        // "It has them now if there were any", "if a child lacks salt, growth stops": no question of what will be.
        if !modal && tree.finite(condition).is_some_and(|verb| tree.xpos(verb) == "VBD")
            || (!modal || self.is_of_anybody()) && self.is_of_anybody_in(condition)
            || !modal && self.is_of_anybody()
            // "If he goes on he is shaming us": what it is called.
            || !modal && tree.xpos(self.head) == "VBG" && tree.lemma(self.head) != "go"
            // "The poll makes clear what comes if they win": it does so now.
            || !modal && matches!(tree.lemma(self.head), "make" | "mean" | "say" | "show" | "suggest")
        {
            return None;
        }
        let asked = self.writer.conditional_question(self.head, condition, mood);
        // "It may grow if Lee agrees" leaves open whether he will; "it would grow if he agreed" supposes it.
        let text = asked.or_else(|| {
            let now = tree.finite(condition).is_some_and(|it| {
                matches!(tree.xpos(it), "VBZ" | "VBP") || tree.is_word(it, &["can"])
            });
            // "if a firm lies in a town where rents are high": any firm.
            let subject = tree
                .subject(condition)
                .filter(|&who| now && !unless && !tree.is_word(who, &["we"]))
                .filter(|_| !self.is_of_anybody_in(condition))?;
            // "If Lee is right, the town may lose": whether she is.
            let mood = if is_so_now(tree, condition) { Mood::Kept } else { Mood::Modal("will") };
            self.writer.yes_no_of(condition, subject, mood, true)
        })?;
        // "It is allowed if they pay": what is meant by "it" stands elsewhere. "If we act, we shall win": a call to
        // act. "get stuck with if", "did it pay if it is so": words of two clauses.
        let second = text.split(' ').nth(1);
        let torn = ["with", "to", "for", "of", "in", "at", "on", "than", "because"]
            .iter()
            .any(|word| text.contains(&format!(" {word} if ")))
            || text.matches(" unless ").count() > 1
            || text.matches(" if ").count() > 1
            || text.starts_with("Did ")
            // "it will grow if we act", said by somebody: who "we" are is not told.
            || text.contains(" if we ") && !text.starts_with("Will we ");
        if matches!(second, Some("it" | "we")) || torn {
            return None;
        }
        let openness = match self.deprel() {
            Deprel::Ccomp => 0.55,
            _ if modal => 0.75,
            _ => 0.35,
        };
        let openness = if self.is_of_anybody_in(condition) { openness * 0.6 } else { openness };
        Some(Found { text, basis: Basis::Conditional, openness })
    }

    fn is_in_a_question(&self) -> bool {
        let tree = &self.writer.tree;
        let sentence = tree.analysis.sentences[tree.analysis.sentence_of(self.head)].range;
        sentence.slice(tree.text).trim_end_matches(['"', '”', '’']).ends_with('?')
    }

    /// "Pupils can only enter if they pay": how it is done.
    fn is_rule(&self) -> bool {
        let tree = &self.writer.tree;
        tree.finite(self.head).is_some_and(|can| tree.is_word(can, &["can", "may", "must"]))
            && tree.children(self.head).any(|only| tree.is_word(only, &["only"]))
            && tree
                .subject(self.head)
                .is_some_and(|who| tree.xpos(who) == "NNS" && tree.child(who, |_| true).is_none())
    }

    /// A condition whose main clause says too little to be asked itself: whether it will come true.
    pub(super) fn if_clause(&self) -> Option<Found> {
        let tree = &self.writer.tree;
        if self.deprel() != Deprel::Advcl || !self.mark(&["if", "unless"]) {
            return None;
        }
        let mark = tree.child(self.head, |deprel| deprel == Deprel::Mark)?;
        let finite = tree.finite(self.head)?;
        let over = !matches!(tree.xpos(finite), "VBZ" | "VBP");
        let led = |at: usize| tree.is_word(at, &["even", "as", "only", "what", "because"]);
        // "as if it is one": one mark of two words.
        if over || led(mark.wrapping_sub(1)) || led(mark) || self.is_turn_of_speech(self.head) {
            return None;
        }
        let above = Clause { writer: self.writer, head: self.governor()? };
        // "If the saints are for us, who can be against us?": that is asked.
        if self.is_in_a_question() || above.is_rule() {
            return None;
        }
        let subject = tree.subject(self.head)?;
        // "If it is hard to see": a turn of speech.
        if tree.is_word(subject, &["it", "there"])
            || tree.children(self.head).any(|child| tree.is_word(child, &["indeed"]))
            || tree.child(self.head, |deprel| deprel == Deprel::Expl).is_some()
        {
            return None;
        }
        // "If it is serious, you lose strength": so it is always.
        let always =
            above.is_of_anybody() || self.is_of_anybody() || tree.is_word(subject, &["we"]);
        if always
            || self.has_run_on(self.head)
            || above.conditional().is_some()
            || self.speaks_to_the_reader(self.head)
        {
            return None;
        }
        // "asked the mayor if he is ill": whether he is.
        if matches!(self.lemma(above.head), "ask" | "wonder" | "question") && above.head < self.head
        {
            let text = self.writer.yes_no(self.head, Mood::Reported, true)?;
            return Some(Found { text, basis: Basis::Unresolved, openness: 0.6 });
        }
        // "unless they are hiding it": whether they are now.
        let now =
            finite != self.head && tree.lemma(finite) == "be" && tree.xpos(self.head) == "VBG";
        // "If the bank is hiding it, that is no crime", "it does not fit if it is one": how things are taken to be.
        // "if the toll is to be cut": what for.
        let to_be = tree.lemma(finite) == "be"
            && tree.children(self.head).any(|to| to > finite && tree.xpos(to) == "TO");
        if to_be {
            return None;
        }
        let stands = now || tree.child(self.head, |deprel| deprel == Deprel::Cop).is_some();
        let ahead = tree.finite(above.head).is_none_or(|main| tree.xpos(main) == "MD")
            || matches!(
                self.lemma(above.head),
                "agree"
                    | "intend"
                    | "offer"
                    | "plan"
                    | "pledge"
                    | "prepare"
                    | "promise"
                    | "threaten"
                    | "vow"
                    | "warn"
            );
        // "Grants become due if they are asked for", "the state can step in if a town fails": of any time.
        let rule = tree.finite(above.head).is_some_and(|main| {
            tree.is_word(main, &["can", "must"])
                || main == above.head && matches!(tree.xpos(main), "VBZ" | "VBP")
        });
        if stands && !ahead && self.mark(&["if"]) {
            return None;
        }
        let mood = if now || is_so_now(tree, self.head) { Mood::Kept } else { Mood::Modal("will") };
        // "If he goes and loses": the second half goes with the first.
        let both = tree.children(self.head).any(|other| {
            tree.deprel(other) == Deprel::Conj
                && tree.subject(other).is_none()
                && tree.upos(other) == Upos::Verb
                && tree.children(other).any(|cc| tree.is_word(cc, &["and"]))
        });
        let text = self
            .writer
            .yes_no_of(self.head, subject, mood, true)
            .filter(|text| !text.contains(" be being "))
            .filter(|text| !both || text.contains(" and "))
            // "If he does well and if he wins": two conditions are no question.
            .filter(|text| !text.contains(" if "))?;
        // But "if Lee wins, the port can close": whether she wins is open.
        let named = text.split(' ').nth(1).is_some_and(|who| who.starts_with(char::is_uppercase));
        if rule && !ahead && !named && self.mark(&["if"]) {
            return None;
        }
        Some(Found { text, basis: Basis::Conditional, openness: 0.55 })
    }

    /// "if you ask him": a turn of speech.
    fn speaks_to_the_reader(&self, clause: usize) -> bool {
        let tree = &self.writer.tree;
        // "if history is any guide", "if the year has taught us anything".
        tree.lemma(clause) == "guide"
            || tree.auxiliaries(clause).iter().any(|&aux| tree.lemma(aux) == "have")
            || tree
                .subject(clause)
                .is_none_or(|subject| tree.is_word(subject, &["you", "one", "i"]))
    }

    /// "if he chooses", "if they think so", "if it comes at all", "if she takes office": nobody waits to hear whether.
    fn is_turn_of_speech(&self, clause: usize) -> bool {
        let tree = &self.writer.tree;
        let office = tree.lemma(clause) == "take"
            && tree
                .child(clause, |deprel| deprel == Deprel::Obj)
                .is_some_and(|what| tree.lemma(what) == "office");
        office
            || matches!(
                tree.lemma(clause),
                "believe"
                    | "choose"
                    | "exist"
                    | "feel"
                    | "happen"
                    | "know"
                    | "like"
                    | "look"
                    | "mean"
                    | "please"
                    | "see"
                    | "seem"
                    | "think"
                    | "want"
                    | "wish"
            )
    }

    /// "He would look younger if he ate": not what comes, but what would be; said of then ("he said he would resign if
    /// the bank failed") it is open.
    fn is_unreal(&self, condition: usize) -> bool {
        let tree = &self.writer.tree;
        let nearest = std::iter::once(self.head)
            .chain(tree.ancestors(self.head))
            .find_map(|clause| tree.finite(clause));
        let told = nearest.is_some_and(|finite| tree.xpos(finite) == "VBD")
            || self.deprel() == Deprel::Ccomp
                && self.governor().is_some_and(|above| self.in_past(above));
        let supposed = tree.finite(condition).is_some_and(|finite| {
            tree.xpos(finite) == "VBD" || tree.is_word(finite, &["were", "could"])
        });
        supposed && (!told || self.is_quoted(condition))
    }

    pub(super) fn is_of_anybody(&self) -> bool {
        self.is_of_anybody_in(self.head)
    }

    /// Whether what the clause tells holds of anybody: "if a child lacks salt", "people need rest".
    fn is_of_anybody_in(&self, clause: usize) -> bool {
        let tree = &self.writer.tree;
        tree.understood_subject(clause).is_some_and(|subject| {
            let indefinite = tree
                .children(subject)
                .any(|det| tree.is_word(det, &["a", "an", "any", "every", "one", "such"]));
            let owned = tree.children(subject).any(|owner| {
                tree.deprel(owner) == Deprel::NmodPoss
                    && tree
                        .children(owner)
                        .any(|det| tree.is_word(det, &["a", "an", "any", "every"]))
            });
            indefinite
                || owned
                || tree.is_word(subject, &["you", "one", "people", "someone", "anyone", "everyone"])
        })
    }
}
