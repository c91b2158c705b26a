//! Sentences out of the article's tree: a clause as a statement, a clause as a question.
//!
//! What is said stays what the text says: pronouns become names, asides are cut, and words are put in
//! order; negation, hedges and holders stay. What cannot be said well is not said: `None`.

pub(crate) mod clause;
pub(crate) mod piece;
mod question;
mod resolve;
#[cfg_attr(not(test), expect(dead_code, reason = "for statements whose tense changes"))]
pub(crate) mod verb;

use crate::briefing::ActorId;
use crate::briefing::actors::Cast;
use crate::language::{Analysis, Deprel, Upos};

use clause::Tree;
use piece::{Piece, finish, join};
use resolve::Resolver;

pub(crate) use question::{Mood, is_question_word};

/// Writes phrases of one document.
pub(crate) struct Writer<'a> {
    pub(crate) tree: Tree<'a>,
    cast: &'a Cast,
}

/// How much of a clause is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Cut {
    /// All of it.
    Nothing,
    /// Not what commas, dashes or brackets set off: appositions, relative clauses, remarks.
    Asides,
    /// Nor adverbial clauses behind the predicate and relative clauses.
    Clauses,
}

/// A line, and whether a pronoun in it points at nothing that the line or the cast names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) text: String,
    pub(crate) dangling: bool,
}

impl<'a> Writer<'a> {
    pub(crate) fn new(text: &'a str, analysis: &'a Analysis, cast: &'a Cast) -> Self {
        Self { tree: Tree::new(text, analysis), cast }
    }

    /// The clause as a sentence of its own: `that Iran had agreed` is `Iran had agreed.`
    pub(crate) fn statement(&self, head: usize, cut: Cut) -> Option<Line> {
        let tokens = self.kept(head, cut, |token| !self.introduces(head, token));
        let mut resolver = Resolver::new(self.tree, self.cast);
        let mut pieces = self.antecedent(head, &mut resolver);
        pieces.extend(resolver.pieces(&tokens));
        let line = join(&self.tree, &pieces);
        (!line.is_empty()).then(|| Line { text: finish(&line, '.'), dangling: resolver.dangling })
    }

    /// The noun phrase that the token heads, without what hangs loosely on it.
    pub(crate) fn noun(&self, head: usize, cut: Cut) -> Option<Line> {
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
            ) || clause::is_subject(tree.deprel(child))
                || (tree.deprel(child) == D::Conj && tree.upos(child) == Upos::Verb);
            // Marks inside a list of nouns stay: "Yemen, Libya and Mali" hang on the nouns behind them.
            tree.head(child) != Some(head)
                || !said_of_it
                || (tree.deprel(child) == D::Ccomp && child > head)
        });
        let mut resolver = Resolver::new(self.tree, self.cast);
        let pieces = resolver.pieces(&tokens);
        let text = join(&self.tree, &pieces);
        (!text.is_empty()).then_some(Line { text, dangling: resolver.dangling })
    }

    /// The words as a line with pronouns named, without a capital or a final mark of its own. They follow words
    /// that name `said`.
    pub(crate) fn words(&self, tokens: &[usize], said: Option<ActorId>) -> String {
        let mut resolver = Resolver::new(self.tree, self.cast).after(said);
        let pieces = resolver.pieces(tokens);
        join(&self.tree, &pieces)
    }

    /// Conjunctions, marks and relative pronouns that tie the clause to the sentence.
    fn introduces(&self, head: usize, token: usize) -> bool {
        let on_head = self.tree.head(token) == Some(head);
        let deprel = self.tree.deprel(token);
        let start = token < head;
        (on_head && start && matches!(deprel, Deprel::Mark | Deprel::Cc | Deprel::CcPreconj))
            || (self.tree.deprel(head) == Deprel::AclRelcl
                && on_head
                && clause::is_subject(deprel)
                && self.is_relative(token))
            || (on_head && deprel == Deprel::Punct && self.is_final_mark(head, token))
    }

    fn is_relative(&self, token: usize) -> bool {
        self.tree.is_word(token, &["who", "which", "that"])
            && self.tree.children(token).next().is_none()
    }

    fn is_final_mark(&self, head: usize, token: usize) -> bool {
        token > head
            && matches!(self.tree.word(token), "." | "!" | "?" | ";" | ":" | ",")
            && self.tree.children(head).next_back() == Some(token)
    }

    /// What a relative pronoun that is the subject stands for.
    fn antecedent(&self, head: usize, resolver: &mut Resolver<'_>) -> Vec<Piece> {
        let relative = self.tree.deprel(head) == Deprel::AclRelcl
            && self.tree.subject(head).is_some_and(|subject| self.is_relative(subject));
        match self.tree.head(head) {
            Some(noun) if relative => {
                let tokens = self.phrase_of(noun, head);
                resolver.pieces(&tokens)
            }
            _ => Vec::new(),
        }
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
        let tree = &self.tree;
        let mut tokens = tree.subtree(head, |token| {
            keep(token)
                && !(cut > Cut::Nothing && self.is_aside(head, token))
                && !(cut > Cut::Asides && self.is_side_clause(token))
        });
        // Marks that stood around what was cut.
        while let Some(&last) = tokens.last()
            && tree.upos(last) == Upos::Punct
            && matches!(tree.word(last), "," | ";" | ":" | "–" | "—" | "-" | "--")
        {
            tokens.pop();
        }
        tokens
    }

    /// What commas, dashes or brackets set off.
    fn is_aside(&self, head: usize, token: usize) -> bool {
        use Deprel as D;
        let tree = &self.tree;
        match tree.deprel(token) {
            D::Discourse | D::Vocative | D::Reparandum => true,
            D::Parataxis => tree.head(token) != Some(head) || !self.is_quoted(token),
            D::Appos | D::AclRelcl | D::Acl => self.set_off(token),
            D::Advcl | D::AdvclRelcl => {
                self.set_off(token) && tree.head(token).is_some_and(|above| above < token)
            }
            D::Nmod | D::Obl | D::List | D::Dep => self.bracketed(token),
            _ => false,
        }
    }

    fn is_side_clause(&self, token: usize) -> bool {
        use Deprel as D;
        let tree = &self.tree;
        match tree.deprel(token) {
            D::AclRelcl | D::AdvclRelcl => true,
            // A condition is no side matter: without its `if` the clause says something else.
            D::Advcl => {
                !tree
                    .children(token)
                    .any(|child| tree.is_word(child, &["if", "unless", "until", "without"]))
                    && tree.head(token).is_some_and(|above| above < token)
                    && !tree.is_infinitive(token)
            }
            _ => false,
        }
    }

    fn is_quoted(&self, token: usize) -> bool {
        let at = self.tree.cover(&[token]);
        self.tree.analysis.quotations.iter().any(|quotation| quotation.range.contains_range(at))
    }

    /// Whether a comma, dash or bracket stands right before the subtree or at its start.
    fn set_off(&self, token: usize) -> bool {
        let subtree = self.tree.subtree(token, |_| true);
        let Some(&first) = subtree.first() else { return false };
        let mark =
            |at: usize| matches!(self.tree.word(at), "," | "–" | "—" | "-" | "--" | "(" | "[");
        mark(first) || first.checked_sub(1).is_some_and(mark)
    }

    fn bracketed(&self, token: usize) -> bool {
        let first = self.tree.subtree(token, |_| true).first().copied().unwrap_or(token);
        let mark = |at: usize| matches!(self.tree.word(at), "(" | "[");
        mark(first) || first.checked_sub(1).is_some_and(mark)
    }
}
