//! Predicates joined to another that shares its subject, as sentences of their own.

use super::lacking::{lost_a_noun, lost_a_verb};
use super::piece::{finish, join};
use super::resolve::Resolver;
use super::{Cut, Line, Writer, clause};
use crate::language::{Deprel, Upos};

impl Writer<'_> {
    /// The second of two predicates with the subject that they share: `It was shut in May but was sold in June` says `It was
    /// sold in June`. Neither with those of `others`.
    pub(crate) fn second_predicate(
        &self,
        first: usize,
        second: usize,
        cut: Cut,
        others: &[usize],
    ) -> Option<Line> {
        let tree = &self.tree;
        // "Output fell, prices rose and then halved", "asked who paid and whether he would".
        let ties = |word: &usize| {
            tree.deprel(*word) == Deprel::Cc || matches!(tree.word(*word), "," | ";")
        };
        let apart = tree.subject(second).is_none()
            && (first..second).any(|other| {
                tree.deprel(other) == Deprel::Conj
                    && tree.subject(other).is_some()
                    && tree.first_conjunct(other) == tree.first_conjunct(second)
            })
            || tree.children(second).any(|mark| {
                tree.deprel(mark) == Deprel::Mark && mark < second && tree.xpos(mark) != "TO"
            });
        // "which she won in May and lost in June": both lack what it stands for.
        let lacks = tree.gap(first).is_some();
        if apart
            || lacks
            || self.bracketed(second)
            || !tree.children(second).any(|word| ties(&word))
        {
            return None;
        }
        if tree.subject(second).is_some() {
            return self.statement_without(second, cut, others);
        }
        let subject = tree.subject(first).filter(|&subject| {
            subject < first && tree.deprel(subject) != Deprel::Expl && !self.is_relative(subject)
        })?;
        // "It was shut and sold": the auxiliary is shared too.
        let shared = match tree.finite(second) {
            None if tree.xpos(first) == tree.xpos(second) && tree.negation(first).is_none() => {
                tree.auxiliaries(first)
            }
            _ => Vec::new(),
        };
        if tree.finite(second).is_none() && (tree.upos(second) != Upos::Verb || shared.is_empty()) {
            return None;
        }
        let keep = |token: usize| !self.introduces(second, token) && !others.contains(&token);
        let mut own = self.kept(second, cut, keep);
        if lost_a_verb(tree, second, &own) || lost_a_noun(tree, &own) {
            own = self.kept(second, Cut::Nothing, keep);
        }
        // "It built the mill in 1902 and sold it in 1930": what was sold is said before.
        let points = |&token: &usize| {
            tree.is_word(token, &["it", "them", "there", "so"])
                && tree.head(token) == Some(second)
                && !clause::is_subject(tree.deprel(token))
        };
        if own.iter().any(points) {
            return None;
        }
        // "It was shut, and, after a fire, was sold": the comma before "and" goes.
        let and = tree.child(second, |deprel| deprel == Deprel::Cc).unwrap_or(second);
        own.retain(|&token| token > and || tree.upos(token) != Upos::Punct);
        if tree.word(and + 1) == "," && and < second && !own.contains(&(and + 1)) {
            own.insert(0, and + 1);
        }
        if own.first().is_some_and(|&mark| matches!(tree.word(mark), "(" | "[")) {
            return None;
        }
        let named = self.subject_tokens(subject, first)?;
        let mut resolver = Resolver::new(self);
        let mut pieces = resolver.pieces(&named);
        self.close_commas(subject, &named, &mut pieces);
        pieces.extend(resolver.pieces(&shared));
        pieces.extend(resolver.pieces(&own));
        let line = join(tree, &pieces);
        (!line.is_empty()).then(|| Line { text: finish(&line, '.'), dangling: resolver.dangling })
    }
}
