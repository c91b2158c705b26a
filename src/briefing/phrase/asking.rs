//! Questions with a question word, asked in the text or told of: `how they paid`, `what to do`.

use super::clause::Tree;
use super::group::{Mood, base_form};
use super::lacking::{lacks_object, reads_as_one};
use super::loose::{is_loose, points_at_a_noun, points_back, tells_which};
use super::piece::{Piece, finish, join};
use super::question::is_question_word;
use super::resolve::Resolver;
use super::{Cut, Writer};
use crate::language::coref::words::is_person;
use crate::language::{Deprel, Upos};

impl Writer<'_> {
    /// "How will Iran respond?" of an indirect question; `None` when the clause has no question word.
    /// A clause without a subject of its own (`what to do`) takes `asker`.
    pub(crate) fn wh_question(&self, head: usize, asker: Option<usize>) -> Option<String> {
        let mut front = self.question_phrase(head)?;
        // "the lack of details on how it will pay" asks how.
        if front.len() > 1
            && is_question_word(&self.tree, front[1])
            && self.tree.is_word(front[0], &["about", "on", "over", "of", "as", "to", "into"])
        {
            front.remove(0);
        }
        // "gave no reason as to why it failed".
        if front.len() > 2
            && self.tree.is_word(front[0], &["as"])
            && self.tree.is_word(front[1], &["to"])
        {
            front.drain(..2);
        }
        // "exactly who will run it".
        let exact = |&&token: &&usize| {
            self.tree.upos(token) == Upos::Adv && !is_question_word(&self.tree, token)
        };
        front.drain(..front.iter().take_while(exact).count());
        let own = self.tree.subject(head);
        // "I ask what is the reason" has the order of a question already.
        let asks = own.is_some_and(|subject| {
            subject > head
                && front == [head]
                // "who the winner will be" has that of a statement.
                && self.tree.auxiliaries(head).first().is_some_and(|&is| is < subject)
        });
        // "asked why he had yet to sign": why he has not.
        let not_yet = own.is_some_and(|own| !front.contains(&own))
            && self.tree.lemma(head) == "have"
            && self
                .tree
                .children(head)
                .any(|yet| self.tree.is_word(yet, &["yet"]) && self.tree.is_word(yet + 1, &["to"]));
        // "does not know what to expect": of what comes.
        let waits = self.tree.lemma(head) == "expect" && self.tree.is_infinitive(head);
        if not_yet || waits {
            return None;
        }
        if let Some(subject) = own.filter(|&subject| self.grows_by(head, subject, &front)) {
            let degree: Vec<usize> = front.into_iter().take(2).collect();
            return Self::shortest(|cut| {
                self.inverted(head, subject, Mood::Kept, false, cut, &degree)
            });
        }
        // "how much stock people own": the tree has one noun phrase where there are two.
        // "what kind of mayor Ana Lee will become": likewise.
        let become_what = own.is_some_and(|subject| {
            front.contains(&subject)
                && front.len() > 1
                && self.tree.lemma(head) == "become"
                && self
                    .tree
                    .children(head)
                    .all(|child| child < head || self.tree.upos(child) == Upos::Punct)
        });
        let two = become_what
            || own.is_some_and(|subject| {
                let nouns = ["NN", "NNS", "NNP", "NNPS"];
                front.contains(&subject)
                    && front.iter().any(|&noun| {
                        noun < subject
                            && is_counted(&self.tree, noun)
                            && nouns.contains(&self.tree.xpos(noun))
                    })
            });
        if two {
            return None;
        }
        // "how many of them left", with the number for the subject: how many left?
        let counted = own.is_some_and(|subject| {
            matches!(front[..], [how] if self.tree.is_word(how, &["how"]) && subject == how + 1)
                && self.tree.is_word(subject, &["many", "much", "few"])
        });
        // "It depends on what the clerks find": what they will.
        let hangs = self.tree.head(self.asked_word(head).unwrap_or(head)).is_some_and(|above| {
            self.waits_for(above)
                && self
                    .tree
                    .finite(head)
                    .is_some_and(|at| at == head && matches!(self.tree.xpos(at), "VBZ" | "VBP"))
        });
        // "looking into what caused the fire": the word that the clause hangs on is its subject.
        let led = own.is_none()
            && self.asked_word(head).is_some_and(|word| front.contains(&word))
            && self.tree.finite(head).is_some()
            && !hangs
            && self.tree.child(head, |deprel| deprel == Deprel::Expl).is_none()
            && front.iter().any(|&at| self.tree.is_word(at, &["what", "which", "who", "many"]));
        if asks || counted || led || own.is_some_and(|subject| front.contains(&subject)) {
            let will = hangs && self.tree.upos(head) == Upos::Verb;
            return Self::shortest(|cut| self.uninverted(head, cut, &front, will));
        }
        let infinitive = self.tree.is_infinitive(head) && own.is_none();
        // "how important it is", with its subject hung elsewhere, is not the asker's.
        let subject = own.or(asker.filter(|_| infinitive))?;
        // "asked how she had chosen them": how did she?
        let had = self
            .tree
            .auxiliaries(head)
            .first()
            .is_some_and(|&aux| self.tree.is_word(aux, &["had"]))
            && self.tree.xpos(head) == "VBN";
        let mood = match () {
            () if infinitive || hangs => Mood::Modal("will"),
            () if had => Mood::Reported,
            () => Mood::Kept,
        };
        Self::shortest(|cut| self.inverted(head, subject, mood, false, cut, &front)).or_else(|| {
            let who = asker.filter(|&who| self.stands_for(who, subject))?;
            Self::shortest(|cut| self.inverted(head, who, mood, false, cut, &front))
        })
    }

    /// Whether what the verb governs is told in the present and is yet to come: "it depends on who wins", "it is too early to
    /// see how it goes", "that will help determine who leads it".
    fn waits_for(&self, above: usize) -> bool {
        let tree = &self.tree;
        let modal = |at: usize| tree.finite(at).is_some_and(|at| tree.xpos(at) == "MD");
        match tree.lemma(above) {
            "depend" | "hinge" => true,
            "see" => tree.xpos(above) != "VBD",
            "affect" | "decide" | "determine" | "influence" | "shape" => {
                modal(above)
                    || tree.is_infinitive(above) && tree.head(above).is_some_and(modal)
                    || tree.deprel(above) == Deprel::Xcomp
                        && tree
                            .head(above)
                            .is_some_and(|help| tree.lemma(help) == "help" && modal(help))
            }
            _ => false,
        }
    }

    /// "how much demand will pick up": by how much, and no amount of demand does.
    pub(super) fn grows_by(&self, head: usize, subject: usize, front: &[usize]) -> bool {
        let tree = &self.tree;
        let measured = matches!(
            tree.lemma(head),
            "climb"
                | "cut"
                | "decline"
                | "decrease"
                | "drop"
                | "expand"
                | "fall"
                | "grow"
                | "increase"
                | "lower"
                | "narrow"
                | "pick"
                | "raise"
                | "recover"
                | "reduce"
                | "rise"
                | "shrink"
                | "slow"
                | "strengthen"
                | "weaken"
                | "widen"
        );
        let modal = tree.auxiliaries(head).first().is_some_and(|&aux| tree.xpos(aux) == "MD");
        measured
            && modal
            && tree.child(head, |deprel| deprel == Deprel::Obj).is_none()
            && matches!(front, [how, much, noun, ..]
                if tree.is_word(*how, &["how"]) && tree.is_word(*much, &["much"]) && *noun <= subject)
            && front.contains(&subject)
    }

    /// Whether a pronoun that no actor answers to can be the noun of the clause above: `the mayor would not say whether she`.
    pub(crate) fn stands_for(&self, noun: usize, pronoun: usize) -> bool {
        self.is_of_somebody(pronoun)
            && self.cast.actor_of_token(pronoun).is_none()
            && self.tree.xpos(noun) == "NN"
            && is_person(self.tree.lemma(noun))
    }

    /// "How to pay for the bridge?", where the article does not tell who would.
    pub(crate) fn wh_infinitive(&self, head: usize) -> Option<String> {
        let tree = &self.tree;
        let first = *self.question_phrase(head)?.first()?;
        let how =
            tree.is_word(first, &["how", "where", "what"]) && tree.is_word(first + 1, &["to"]);
        if !how || tree.lemma(head) == "expect" || tree.subject(head).is_some_and(|own| own > first)
        {
            return None;
        }
        Self::shortest(|cut| {
            let mut tokens = self.kept(head, cut, |token| !self.ties(head, token));
            tokens.retain(|&token| token >= first);
            // "to" alone is a mark of the clause.
            if !tokens.contains(&(first + 1)) {
                tokens.insert(1, first + 1);
            }
            let mut resolver = Resolver::asking(self);
            let pieces = resolver.pieces(&tokens);
            let line = join(tree, &pieces);
            let whole = !resolver.dangling
                && !is_loose(tree, None, &pieces, &line)
                && !lacks_object(tree, head, &tokens)
                && line.split(' ').count() > 3;
            (whole && reads_as_one(&line)).then(|| finish(&line, '?'))
        })
    }

    /// A question of the text in its own words, pronouns resolved.
    pub(crate) fn question_as_asked(&self, tokens: &[usize]) -> Option<String> {
        let mut resolver = Resolver::new(self);
        let pieces = resolver.pieces(tokens);
        let line = join(&self.tree, &pieces);
        // "How high is that wall?", "Can this novice cope?"
        let pointed = tokens.iter().any(|&det| {
            points_at_a_noun(&self.tree, det)
                && self
                    .tree
                    .head(det)
                    .is_some_and(|noun| !tells_which(&self.tree, noun) && !resolver.is_topic(noun))
        });
        let whole = !resolver.dangling && !pointed && !points_back(&self.tree, &pieces);
        (whole && reads_as_one(&line)).then(|| finish(&line, '?'))
    }

    /// The head of the question phrase that the clause at `head` hangs on, where the tree took it for a relative clause:
    /// `how the fire began`, `what effect it has`.
    pub(crate) fn asked_word(&self, head: usize) -> Option<usize> {
        let tree = &self.tree;
        let relative = matches!(tree.deprel(head), Deprel::AclRelcl | Deprel::AdvclRelcl);
        let above = tree.head(head).filter(|&above| relative && above < head)?;
        let asks = |at: usize| {
            tree.is_word(at, &["how", "why", "what", "which", "who"])
                && (at == above || tree.head(at) == Some(above))
                // "Where it went is unclear"
                || at == above
                    && tree.is_word(at, &["when", "where"])
                    && tree.head(at).is_some_and(|open| at < open && tree.upos(open) == Upos::Adj)
        };
        // "This is how it began" tells.
        let is = tree.child(above, |deprel| deprel == Deprel::Cop).is_some();
        (!is && (asks(above) || above.checked_sub(1).is_some_and(asks))).then_some(above)
    }

    /// The words up to the end of the question phrase at the start of the clause.
    pub(crate) fn question_phrase(&self, head: usize) -> Option<Vec<usize>> {
        let tree = &self.tree;
        let mut all = tree.subtree(head, |_| true);
        // "A key question is how they paid": behind what the question is said to be.
        if let Some(outer) = tree.child(head, |deprel| deprel == Deprel::NsubjOuter) {
            let is =
                tree.children(head).find(|&cop| cop > outer && tree.deprel(cop) == Deprel::Cop);
            all.retain(|&token| token > is.unwrap_or(outer));
        }
        let Some(&word) = all.iter().take(4).find(|&&token| is_question_word(tree, token)) else {
            return self.asked_word(head).map(|top| {
                let of_clause = tree.subtree(head, |_| true);
                let mut phrase = tree.subtree(top, |token| {
                    token != head && !matches!(tree.deprel(token), Deprel::Case | Deprel::Cc)
                });
                phrase.retain(|token| !of_clause.contains(token) && *token < head);
                phrase
            });
        };
        // The constituent directly below the head that holds the word.
        let mut top = word;
        while top != head && tree.head(top) != Some(head) {
            top = tree.head(top)?;
        }
        if top == head {
            // "who he is": the predicate itself is the question word.
            return (word == head).then(|| vec![head]);
        }
        let phrase = tree.subtree(top, |_| true);
        // Only what stands before the verb is a question phrase.
        (phrase.last().copied()? < head).then_some(phrase)
    }

    /// The question in the order of a statement; with `will`, of what comes: "who wins" is "Who will win?"
    fn uninverted(&self, head: usize, cut: Cut, front: &[usize], will: bool) -> Option<String> {
        let tree = &self.tree;
        // "who will chair it or how disputes are resolved": the first of two questions.
        let second = |token: usize| {
            tree.head(token) == Some(head)
                && tree.deprel(token) == Deprel::Conj
                && tree.subject(token).is_some_and(|subject| subject > head)
        };
        let mut tokens = self.kept(head, cut, |token| !self.ties(head, token) && !second(token));
        // What stands before the question is none of it: "what is unclear is who left", "exactly who left".
        let outer = tree.child(head, |deprel| deprel == Deprel::NsubjOuter).is_some();
        let before = tokens.iter().take_while(|&token| Some(token) != front.first());
        let exact = before.clone().all(|&token| tree.upos(token) == Upos::Adv);
        let before = before.count();
        // "what kind of mayor Ruiz will be", with the two names for one, has no verb behind what it asks.
        let goes_on = |at: usize| {
            tokens.get(at).is_some_and(|&token| {
                matches!(tree.upos(token), Upos::Verb | Upos::Aux | Upos::Adv | Upos::Part)
            })
        };
        if outer && before > 0 && !goes_on(before + front.len()) {
            return None;
        }
        // What the clause hangs on is part of it.
        let hung = self.asked_word(head).is_some() && front.first() < tokens.first();
        if hung && !goes_on(0) {
            return None;
        }
        if hung {
            tokens.splice(..0, front.iter().copied());
        } else if (outer || exact) && before < tokens.len() {
            tokens.drain(..before);
        }
        let mut resolver = Resolver::asking(self);
        let mut pieces = resolver.pieces(&tokens);
        for piece in pieces.iter_mut().filter(|_| will) {
            if let &mut Piece::Token(verb) = piece
                && matches!(tree.xpos(verb), "VBZ" | "VBP")
                && (verb == head
                    || tree.deprel(verb) == Deprel::Conj && tree.head(verb) == Some(head))
            {
                let base = base_form(tree, verb);
                let word = if verb == head { format!("will {base}") } else { base };
                *piece = Piece::Instead(verb, word);
            }
        }
        let starts = tokens.first().is_some_and(|&first| is_question_word(&self.tree, first));
        let line = join(&self.tree, &pieces);
        let whole = starts && !resolver.dangling && !is_loose(&self.tree, None, &pieces, &line);
        (whole && reads_as_one(&line)).then(|| finish(&line, '?'))
    }

    fn ties(&self, head: usize, token: usize) -> bool {
        let on_head = self.tree.head(token) == Some(head);
        on_head && token < head && matches!(self.tree.deprel(token), Deprel::Mark | Deprel::Cc)
    }
}

/// "how much stock": the noun right behind what is asked of it.
fn is_counted(tree: &Tree<'_>, noun: usize) -> bool {
    // "how much more pain miners can take".
    let before = noun
        .checked_sub(1)
        .map(|at| if tree.is_word(at, &["more"]) { at.wrapping_sub(1) } else { at });
    before.is_some_and(|before| tree.is_word(before, &["much", "many"]))
}
