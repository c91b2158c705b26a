//! Relative clauses as sentences of their own: `the pact, which Peru will sign` is `Peru will sign the pact`.

use super::piece::Piece;
use super::resolve::Resolver;
use super::{Writer, clause};
use crate::language::{Deprel, Upos};

impl Writer<'_> {
    /// The words of the clause of `head`, with what its relative pronoun stands for behind the verb that lacks it. `None` where
    /// that cannot be told: `which the Senate will vote on`. `named` where it stands before the words already.
    pub(super) fn filled(
        &self,
        head: usize,
        tokens: &[usize],
        named: bool,
        resolver: &mut Resolver<'_, '_>,
    ) -> Option<Vec<Piece>> {
        let Some((which, behind)) = self.object_gap(head, tokens) else {
            let led = |&first: &usize| {
                matches!(self.tree.xpos(first), "WDT" | "WP" | "MD")
                    && !self.tree.is_word(first, &["what"])
            };
            let loose = !named
                && self.tree.deprel(head) == Deprel::AclRelcl
                && tokens.first().is_some_and(led);
            return (!loose).then(|| resolver.pieces(tokens));
        };
        let noun = self.tree.head(head)?;
        let noun = self.tree.apposed_to(noun).unwrap_or(noun);
        let mut pieces = resolver.pieces(&tokens[which + 1..=behind]);
        pieces.extend(resolver.pieces(&self.phrase_of(noun, head)));
        pieces.extend(resolver.pieces(&tokens[behind + 1..]));
        Some(pieces)
    }

    /// Of a relative clause whose pronoun is no subject: its place among the words, and that of the last word before what the
    /// pronoun stands for.
    fn object_gap(&self, head: usize, tokens: &[usize]) -> Option<(usize, usize)> {
        let relative = self.tree.deprel(head) == Deprel::AclRelcl;
        let which = tokens.iter().take(2).position(|&token| {
            relative && self.is_relative(token) && self.tree.deprel(token) == Deprel::Obj
        })?;
        let below = |at: &usize| {
            let next = self.tree.child(*at, |deprel| deprel == Deprel::Xcomp);
            next.filter(|next| next > at)
        };
        let verb = std::iter::successors(self.tree.head(tokens[which]), below).last()?;
        let own = self.tree.subject(head).is_some_and(|subject| subject > tokens[which]);
        let particle = |&&token: &&usize| {
            token == verb
                || self.tree.head(token) == Some(verb)
                    && (self.tree.deprel(token) == Deprel::CompoundPrt
                        || token == verb + 1 && self.tree.upos(token) == Upos::Adp)
        };
        let behind = tokens.iter().rposition(|token| particle(&token))?;
        own.then_some((which, behind))
    }

    /// What the relative pronoun of a clause stands for; it stays where it is no subject: `the deal that they signed`.
    pub(super) fn antecedent(&self, head: usize, resolver: &mut Resolver<'_, '_>) -> Vec<Piece> {
        let relative = self.tree.deprel(head) == Deprel::AclRelcl
            && self.tree.children(head).any(|child| {
                self.is_relative(child)
                    && (clause::is_subject(self.tree.deprel(child))
                        || self.tree.deprel(child) == Deprel::Obj
                            && self.tree.subject(head).is_none())
            });
        match self.tree.head(head) {
            Some(noun) if relative => {
                let noun = self.tree.apposed_to(noun).unwrap_or(noun);
                let mut tokens = self.phrase_of(noun, head);
                // "Ana Lee, 52, who took over": the age would stand without its second comma.
                if let [.., comma, age] = tokens[..]
                    && self.tree.word(comma) == ","
                    && self.tree.upos(age) == Upos::Num
                {
                    tokens.truncate(tokens.len() - 2);
                }
                resolver.pieces(&tokens)
            }
            _ => Vec::new(),
        }
    }

    /// Whether a word stands for what its relative clause is said of.
    pub(super) fn is_relative(&self, token: usize) -> bool {
        // "Norway and Peru, both of which"
        let of_which = || {
            self.tree
                .child(token, |deprel| deprel == Deprel::Nmod)
                .is_some_and(|which| matches!(self.tree.xpos(which), "WP" | "WDT"))
        };
        self.tree.is_word(token, &["who", "which", "that"])
            && self.tree.children(token).next().is_none()
            || self.tree.is_word(token, &["all", "both"]) && of_which()
    }
}
