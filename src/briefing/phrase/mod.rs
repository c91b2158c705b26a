//! Sentences out of the article's tree: a clause as a statement, a clause as a question.
//!
//! What is said stays what the text says: pronouns become names, asides are cut, and words are put in
//! order; negation, hedges and holders stay. What cannot be said well is not said: `None`.

mod antecedent;
mod aside;
mod asking;
mod behind;
pub(crate) mod clause;
mod commas;
mod dateline;
mod doubt;
mod group;
mod joined;
mod lacking;
mod loose;
mod needed;
mod number;
pub(crate) mod piece;
mod question;
mod relative;
mod resolve;
mod stray;
mod subject;
mod tail;
mod ties;
pub(crate) mod verb;

use std::cell::OnceCell;

use crate::briefing::ActorId;
use crate::briefing::actors::Cast;
use crate::language::{Analysis, Deprel, Upos};

use clause::{Missing, Tree};
use lacking::{breaks_off, lost_a_noun, lost_a_verb};
use piece::{Piece, finish, join};
use resolve::Resolver;
use resolve::capital::Capitals;

pub(crate) use group::Mood;
pub(crate) use loose::says_no_more;
pub(crate) use question::is_question_word;

/// Writes phrases of one document.
pub(crate) struct Writer<'a> {
    pub(crate) tree: Tree<'a>,
    cast: &'a Cast,
    /// Made when first asked for.
    capitals: OnceCell<Capitals<'a>>,
}

/// How much of a clause is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Cut {
    /// All of it.
    Nothing,
    /// Not the remarks that commas, dashes or brackets set off: appositions, relative clauses.
    Remarks,
    /// Nor adverbial clauses and participles that are set off, long circumstances before the subject, and a last clause that
    /// says when or beside what.
    Turns,
    /// Nor relative clauses that tell what happened next.
    Asides,
    /// Nor adverbial clauses behind the predicate and relative clauses.
    Clauses,
    /// Nor purposes, participles and circumstances behind the predicate.
    Core,
}

/// A line, and whether a pronoun in it points at nothing that the line or the cast names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) text: String,
    pub(crate) dangling: bool,
}

impl<'a> Writer<'a> {
    pub(crate) fn new(text: &'a str, analysis: &'a Analysis, cast: &'a Cast) -> Self {
        Self { tree: Tree::new(text, analysis), cast, capitals: OnceCell::new() }
    }

    /// The clause as a sentence of its own: `that Iran had agreed` is `Iran had agreed.`
    pub(crate) fn statement(&self, head: usize, cut: Cut) -> Option<Line> {
        self.statement_without(head, cut, &[])
    }

    /// Likewise, without the predicates of `others` that are joined to its own.
    pub(crate) fn statement_without(
        &self,
        head: usize,
        cut: Cut,
        others: &[usize],
    ) -> Option<Line> {
        let keep = |token: usize| {
            !self.introduces(head, token)
                && !others.contains(&token)
                && !self.is_one_more_relative(head, token)
                && !self.is_behind_relative(head, token)
        };
        let mut tokens = self.kept(head, cut, keep);
        if lost_a_verb(&self.tree, head, &tokens) || lost_a_noun(&self.tree, &tokens) {
            tokens = self.kept(head, Cut::Nothing, keep);
        }
        let words = tree_words(&self.tree, head);
        let starts = tokens.first() == Some(&words.start);
        // "But the talks failed" stands alone as "The talks failed".
        let tied = match self.opening_tie(words.start) {
            _ if !starts => 0,
            0 => usize::from(self.is_conjunction(words.start)),
            tied => tied,
        };
        tokens.drain(..tied.min(tokens.len()));
        let mut resolver = Resolver::new(self);
        let mut pieces = self.antecedent(head, &mut resolver);
        // Whose it is, nothing here says.
        let unowned = pieces.is_empty() && self.tree.whose(head).is_some();
        // "Ana Lee — who is seen as a friend — left": the dash goes with the pronoun.
        let dash = |&&token: &&usize| {
            !pieces.is_empty() && matches!(self.tree.word(token), "–" | "—" | "--" | "-")
        };
        let first = tokens.iter().take_while(dash).count();
        let owned = !pieces.is_empty()
            && tokens.get(first).is_some_and(|&token| self.tree.whose(head) == Some(token));
        let tokens = &tokens[first + usize::from(owned)..];
        pieces.extend(self.filled(head, tokens, !pieces.is_empty(), &mut resolver)?);
        // What is quoted longer than the sentence is still seen to be quoted.
        match self.tree.missing_mark(self.tree.analysis.sentence_of(head)) {
            Some(Missing::Opening(mark)) if starts => {
                pieces.insert(0, Piece::Word(mark.to_owned()));
            }
            Some(Missing::Closing(mark))
                if tokens.last().is_some_and(|&last| last + 2 >= words.end) =>
            {
                pieces.push(Piece::Word(mark.to_owned()));
            }
            _ => {}
        }
        let line = join(&self.tree, &pieces);
        let dangling = resolver.dangling || unowned;
        (!line.is_empty()).then(|| Line { text: finish(&line, '.'), dangling })
    }

    /// The whole sentence of the root `head`, cut but for `spared` of its [`asides`](Self::asides), as one of several:
    /// `known` are the actors that those before it named, and those that it names are added. The line has no capital and
    /// no final mark.
    pub(crate) fn sentence(
        &self,
        head: usize,
        cut: Cut,
        spared: &[usize],
        known: &mut Vec<ActorId>,
    ) -> Option<Line> {
        let words = self.tree.subtree(head, |_| true);
        let is_word = |&at: &usize| {
            !matches!(
                self.tree.word(at),
                "," | "-" | "–" | "—" | "--" | "*" | "•" | "·" | "+" | "~" | "…" | "..."
            )
        };
        let start = words.into_iter().find(is_word)?;
        // A place line belongs to no clause, and often spoils the tree of the first one.
        let dateline = self.dateline(start);
        // Where the tree takes a clause beside for the sentence, the sentence looks like an aside.
        let amiss = self.tree.children(head).any(|child| {
            child < head
                && matches!(self.tree.deprel(child), Deprel::Mark | Deprel::Advmod)
                && self.tree.is_word(child, &["after", "before", "as", "when", "while", "if"])
        });
        // Where the tree ties the place to the sentence, it may be wrong about the rest.
        let parted = |first: usize| {
            head >= first
                && (first..tree_words(&self.tree, start).end)
                    .all(|token| self.tree.head(token).is_none_or(|above| above >= first))
        };
        let cut =
            if amiss || dateline.is_some_and(|first| !parted(first)) { Cut::Nothing } else { cut };
        let mut stays = self.roles(head, known);
        stays.extend(spared);
        // "However, the talks failed" stands alone as "The talks failed".
        let first = dateline.unwrap_or(start + self.opening_tie(start));
        let within = self.inner_ties(head);
        let keep = |token: usize| {
            let ties = token == start && self.is_conjunction(token);
            let closes =
                self.tree.deprel(token) == Deprel::Punct && self.is_final_mark(head, token);
            !ties && !closes
        };
        // Marks of what follows may hang on what goes.
        let said = |token: &usize| *token >= first && !within.contains(token);
        let mut kept = self.kept_with(head, cut, &stays, keep);
        if lost_a_verb(&self.tree, head, &kept)
            || lost_a_noun(&self.tree, &kept)
            || breaks_off(&self.tree, &kept)
        {
            kept = self.kept(head, Cut::Nothing, keep);
        }
        let tokens: Vec<usize> = match dateline {
            Some(_) if cut == Cut::Nothing => {
                tree_words(&self.tree, start).filter(|&token| keep(token)).filter(said).collect()
            }
            _ => kept.into_iter().filter(said).collect(),
        };
        let mut resolver = Resolver::following(self, known);
        let resolved = resolver.pieces(&tokens);
        // Behind a place line a pronoun may be taken for the place.
        let mut pieces = match dateline {
            Some(_) => tokens.iter().map(|&token| Piece::Token(token)).collect(),
            None => resolved,
        };
        // What is quoted longer than the sentence is still seen to be quoted.
        match self.tree.missing_mark(self.tree.analysis.sentence_of(head)) {
            Some(Missing::Opening(mark)) => pieces.insert(0, Piece::Word(mark.to_owned())),
            Some(Missing::Closing(mark)) => pieces.push(Piece::Word(mark.to_owned())),
            None => {}
        }
        let text = join(&self.tree, &pieces);
        let dangling = resolver.dangling;
        known.extend(resolver.named());
        (!text.is_empty()).then_some(Line { text, dangling })
    }

    /// Whether a finite verb stands there whose subject is not behind it: the noun before the aside may be, whatever the
    /// tree says.
    fn is_predicate(&self, token: usize) -> bool {
        let tree = &self.tree;
        let verb = match tree.upos(token) {
            Upos::Aux => tree.head(token).unwrap_or(token),
            _ => token,
        };
        matches!(tree.xpos(token), "VBD" | "VBZ" | "VBP" | "MD")
            && tree.subject(verb).is_none_or(|subject| subject < token)
    }

    /// Whether the sentence starts with a pronoun that stays one, since it may mean another than the chains say.
    pub(crate) fn starts_unsure(&self, sentence: usize) -> bool {
        let tree = &self.tree;
        let mut words = tree.analysis.sentences[sentence].tokens.clone();
        let first = words.find(|&token| !matches!(tree.upos(token), Upos::Cconj | Upos::Punct));
        let pronoun = first.filter(|&token| {
            tree.is_word(token, &["he", "she", "they", "his", "her", "their"])
                && tree.quotations_over(token).next().is_none()
        });
        pronoun.is_some_and(|token| {
            let actor = self.cast.actor_of_token(token);
            actor.is_some_and(|actor| doubt::is_unsure(tree, self.cast, &[], token, actor))
        })
    }

    /// Short appositions that say who somebody is whom no line before has named: "Ana Lee, a guard from Selm, said".
    fn roles(&self, head: usize, known: &[ActorId]) -> Vec<usize> {
        /// In words and marks.
        const LONGEST: usize = 8;
        let tree = &self.tree;
        let is_role = |&token: &usize| {
            let new = tree
                .head(token)
                .filter(|&name| tree.upos(name) == Upos::Propn)
                .and_then(|name| self.cast.actor_of_token(name))
                .is_some_and(|actor| !known.contains(&actor));
            tree.deprel(token) == Deprel::Appos
                && tree.upos(token) == Upos::Noun
                && new
                && !self.bracketed(token)
                && tree.subtree(token, |_| true).len() <= LONGEST
        };
        tree.subtree(head, |_| true).into_iter().filter(is_role).collect()
    }

    /// The heads of what `cut` leaves out of the sentence of `head`, without words like `well`.
    pub(crate) fn asides(&self, head: usize, cut: Cut) -> Vec<usize> {
        let tree = &self.tree;
        let mut found = tree.subtree(head, |_| true);
        found.retain(|&token| {
            token != head
                && !matches!(tree.deprel(token), Deprel::Discourse | Deprel::Reparandum)
                && self.is_left_out(head, token, cut)
        });
        found
    }

    fn is_left_out(&self, head: usize, token: usize, cut: Cut) -> bool {
        (cut > Cut::Nothing && self.is_aside(head, token, cut)
            || cut == Cut::Turns && self.is_tail(head, token))
            && !self.is_needed(token)
            && !(cut == Cut::Turns && (self.is_unlike(token) || self.names_source(token)))
    }

    /// The noun phrase that the token heads, without what hangs loosely on it.
    pub(crate) fn noun(&self, head: usize, cut: Cut) -> Option<Line> {
        self.noun_with(head, cut, Resolver::new(self))
    }

    /// Likewise, for a question: whose it is, no subject behind it tells.
    pub(crate) fn noun_asked(&self, head: usize, cut: Cut) -> Option<Line> {
        self.noun_with(head, cut, Resolver::asking(self))
    }

    fn noun_with(&self, head: usize, cut: Cut, mut resolver: Resolver<'_, '_>) -> Option<Line> {
        use Deprel as D;
        let tree = &self.tree;
        let tokens = self.kept(head, cut, |child| {
            let said_of_it = matches!(
                tree.deprel(child),
                D::Case
                    | D::Mark
                    | D::Cc
                    | D::Cop
                    | D::Aux
                    | D::Advcl
                    | D::Parataxis
                    | D::Punct
                    | D::Expl
                    | D::Ccomp
            ) || (tree.deprel(child) == D::Advmod
                && child < head
                && tree.word(child + 1) == ",")
                || clause::is_subject(tree.deprel(child))
                || (tree.deprel(child) == D::Conj && tree.upos(child) == Upos::Verb);
            // Marks inside a list of nouns stay: "Yemen, Libya and Mali" hang on the nouns behind them.
            tree.head(child) != Some(head)
                || !said_of_it
                || (tree.deprel(child) == D::Ccomp && child > head)
        });
        let pieces = resolver.pieces(&tokens);
        let text = join(&self.tree, &pieces);
        (!text.is_empty()).then_some(Line { text, dangling: resolver.dangling })
    }

    /// The words as a line with pronouns named, without a capital or a final mark of its own. They follow words
    /// that name `said`.
    pub(crate) fn words(&self, tokens: &[usize], said: &[ActorId]) -> String {
        let mut resolver = Resolver::new(self).after(said);
        let pieces = resolver.pieces(tokens);
        join(&self.tree, &pieces)
    }

    /// Conjunctions, marks and relative pronouns that tie the clause to the sentence.
    fn introduces(&self, head: usize, token: usize) -> bool {
        let on_head = self.tree.head(token) == Some(head);
        let deprel = self.tree.deprel(token);
        let start = token < head;
        // "As prices grow, so do wages": the two go together.
        let so = |at: usize| self.tree.is_word(at, &["so"]) && self.tree.word(at - 1) == ",";
        if deprel == Deprel::Mark
            && self.tree.is_word(token, &["as"])
            && (token + 2
                ..self.tree.analysis.sentences[self.tree.analysis.sentence_of(token)].tokens.end)
                .any(so)
        {
            return false;
        }
        let ties = match deprel {
            // "The vote is to be held": this `to` belongs to the predicate.
            Deprel::Mark => !self.tree.auxiliaries(head).iter().any(|&aux| aux < token),
            // "The claim was neither made nor backed": this one belongs to the predicate.
            Deprel::CcPreconj => {
                let subject = self.tree.subject(head).is_some_and(|subject| subject < token);
                !subject && !self.tree.auxiliaries(head).iter().any(|&aux| aux < token)
            }
            // "Nor is it known" without it asks whether it is.
            Deprel::Cc if self.tree.is_word(token, &["nor", "neither"]) => false,
            // "Once it is adopted, and the clause is cut, the state may act": this `and` ties two conditions.
            Deprel::Cc => !self.tree.children(head).any(|child| {
                child < token
                    && matches!(self.tree.deprel(child), Deprel::Advcl | Deprel::AdvclRelcl)
            }),
            // "ever since", "shortly after".
            Deprel::Advmod => {
                self.tree.head(token + 1) == Some(head)
                    && self.tree.deprel(token + 1) == Deprel::Mark
                    && self.tree.children(token).next().is_none()
            }
            _ => false,
        };
        (on_head && start && ties)
            || (self.tree.deprel(head) == Deprel::AclRelcl
                && on_head
                && clause::is_subject(deprel)
                && self.is_relative(token))
            // "Dublin, which had hoped": the comma parts nothing where the clause stands alone.
            || (self.tree.deprel(head) == Deprel::AclRelcl
                && on_head
                && start
                && deprel == Deprel::Punct
                && self.tree.is_word(token, &[","])
                && (self.is_relative(token + 1) || self.tree.whose(head) == Some(token + 1)))
            || (on_head && deprel == Deprel::Punct && self.is_final_mark(head, token))
    }

    fn is_final_mark(&self, head: usize, token: usize) -> bool {
        token > head
            && matches!(self.tree.word(token), "." | "!" | "?" | ";" | ":" | ",")
            && self.tree.children(head).next_back() == Some(token)
    }

    /// A noun phrase as subject: without its preposition and without the clause that is said of it.
    pub(crate) fn phrase_of(&self, noun: usize, clause: usize) -> Vec<usize> {
        // A clause that hangs on the noun through others: "teams scheduled to compete".
        let holding: Vec<usize> =
            self.tree.ancestors(clause).take_while(|&above| above != noun).collect();
        let holding = if self.tree.ancestors(clause).any(|above| above == noun) {
            holding
        } else {
            Vec::new()
        };
        let keep = |child: usize| {
            let on_noun = self.tree.head(child) == Some(noun);
            let deprel = self.tree.deprel(child);
            child != clause
                && !holding.contains(&child)
                && !(on_noun
                    && (matches!(
                        deprel,
                        Deprel::Case
                            | Deprel::Mark
                            | Deprel::Cc
                            | Deprel::AclRelcl
                            | Deprel::Cop
                            | Deprel::Aux
                    ) || clause::is_subject(deprel)
                        || deprel == Deprel::Punct
                            && (child > noun
                                || matches!(self.tree.word(child), "," | ";" | "–" | "—" | "-"))))
        };
        self.kept(noun, Cut::Asides, keep)
    }

    /// The words of the subtree that `cut` and `keep` leave.
    pub(crate) fn kept(&self, head: usize, cut: Cut, keep: impl Fn(usize) -> bool) -> Vec<usize> {
        self.kept_with(head, cut, &[], keep)
    }

    /// Likewise, with the asides that the tokens of `spared` head.
    fn kept_with(
        &self,
        head: usize,
        cut: Cut,
        spared: &[usize],
        keep: impl Fn(usize) -> bool,
    ) -> Vec<usize> {
        let tree = &self.tree;
        let removed = std::cell::RefCell::new(Vec::new());
        let mut tokens = tree.subtree(head, |token| {
            let aside = !spared.contains(&token) && self.is_left_out(head, token, cut)
                || cut > Cut::Asides && self.is_side_clause(token)
                || cut > Cut::Clauses && token > head && self.is_circumstance(token);
            let kept = keep(token);
            if kept && aside {
                removed.borrow_mut().push(token);
            }
            kept && !aside
        });
        // "A: All must leave": the mark of a turn is no part of what is said.
        let first = tree.analysis.sentences[tree.analysis.sentence_of(head)].tokens.start;
        let first = tree.behind_turn(first);
        tokens.retain(|&token| first <= token);
        self.close_gaps(&removed.into_inner(), &mut tokens);
        tokens
    }

    /// Whether the word is quoted in a sentence that is not: nothing is cut out of what somebody said.
    fn is_quoted_apart(&self, head: usize, token: usize) -> bool {
        let head = self.tree.analysis.range(head);
        self.tree.quotations_over(token).any(|quotation| !quotation.range.contains_range(head))
    }
}

/// The words of the sentence that holds `token`.
fn tree_words(tree: &Tree<'_>, token: usize) -> std::ops::Range<usize> {
    let sentence = tree.analysis.sentence_of(token);
    tree.analysis.sentences.get(sentence).map_or(0..0, |sentence| sentence.tokens.clone())
}
