//! Relative clauses as sentences of their own: `the pact, which Peru will sign` is `Peru will sign the pact`.

use super::clause::Tree;
use super::piece::Piece;
use super::resolve::Resolver;
use super::{Writer, clause};
use crate::language::lexicon::{Senses, lexicon};
use crate::language::times::is_time;
use crate::language::{Deprel, Upos};

/// What a relative clause lacks: the object of its verb, which its noun stands for.
pub(crate) struct Gap {
    /// The pronoun that says so, if one is written.
    pronoun: Option<usize>,
    verb: usize,
}

impl Tree<'_> {
    /// The `whose` of the subject that a relative clause starts with.
    pub(crate) fn whose(&self, head: usize) -> Option<usize> {
        let subject = self.subject(head).filter(|_| self.deprel(head) == Deprel::AclRelcl)?;
        let owner = self.child(subject, |deprel| deprel == Deprel::NmodPoss)?;
        let opens = self.subtree(subject, |_| true).first() == Some(&owner);
        (opens && self.is_word(owner, &["whose"])).then_some(owner)
    }

    /// The object that a relative clause lacks: `the pact that Peru signed`, `the pact Peru wants to sign`.
    pub(crate) fn gap(&self, head: usize) -> Option<Gap> {
        let noun = self.head(head).filter(|_| self.deprel(head) == Deprel::AclRelcl)?;
        // Where the tree hangs the rest of the sentence on the noun, it is no phrase to put in.
        let loaded = self.child(noun, |deprel| deprel == Deprel::Parataxis).is_some();
        if loaded || !matches!(self.upos(noun), Upos::Noun | Upos::Propn | Upos::Num) {
            return None;
        }
        let words = self.subtree(head, |_| true);
        let stands = |&token: &usize| {
            self.is_word(token, &["which", "that", "whom", "who"])
                && self.children(token).next().is_none()
                && self.deprel(token) == Deprel::Obj
        };
        let below = |at: &usize| {
            let next = self.child(*at, |deprel| deprel == Deprel::Xcomp);
            next.filter(|next| next > at)
        };
        let subject = self.subject(head)?;
        if let Some(pronoun) = words.iter().copied().take(2).find(stands) {
            let verb = std::iter::successors(self.head(pronoun), below).last()?;
            // "the room that they paid nine crowns for": that is no object.
            let other = self.children(verb).any(|child| {
                child != pronoun && matches!(self.deprel(child), Deprel::Obj | Deprel::Cop)
            });
            (subject > pronoun && !other).then_some(Gap { pronoun: Some(pronoun), verb })
        } else {
            // "the gun he used to kill Ruiz": the last verb that has no object of its own.
            let bare = |&at: &usize| self.child(at, is_told_of).is_none();
            let verb = std::iter::successors(Some(head), below).filter(bare).last()?;
            self.lacks_silently(head, subject, verb).then_some(Gap { pronoun: None, verb })
        }
    }

    /// Whether a relative clause without a pronoun lacks the object of `verb`, and not when, where, why or how.
    fn lacks_silently(&self, head: usize, subject: usize, verb: usize) -> bool {
        const SETTINGS: &[&str] =
            &["age", "case", "degree", "extent", "manner", "place", "point", "reason", "way"];
        let first = self.subtree(head, |_| true).first().copied();
        let starts = self.subtree(subject, |_| true).first().copied() == first;
        let led =
            matches!(self.xpos(subject), "WP" | "WDT") || self.deprel(subject) != Deprel::Nsubj;
        let noun = self.head(head).map(|noun| self.lemma(noun));
        starts
            && !led
            && first == self.head(head).map(|noun| noun + 1)
            && self.upos(verb) == Upos::Verb
            // "the thing we can bet on seeing": what is seen is not what is bet.
            && self
                .child(verb, |deprel| matches!(deprel, Deprel::AuxPass | Deprel::Advcl))
                .is_none()
            && noun.is_some_and(|noun| !is_time(noun) && !SETTINGS.contains(&noun))
    }
}

/// What a verb has no object beside.
fn is_told_of(deprel: Deprel) -> bool {
    matches!(deprel, Deprel::Obj | Deprel::Ccomp | Deprel::Cop)
}

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
        let Some((start, behind)) = self.object_gap(head, tokens) else {
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
        let mut pieces = resolver.pieces(&tokens[start..=behind]);
        pieces.extend(resolver.pieces(&self.phrase_of(noun, head)));
        pieces.extend(resolver.pieces(&tokens[behind + 1..]));
        Some(pieces)
    }

    /// Of a relative clause that lacks an object: where its own words start among `tokens`, and the place of the last word
    /// before what its noun stands for.
    fn object_gap(&self, head: usize, tokens: &[usize]) -> Option<(usize, usize)> {
        let gap = self.tree.gap(head)?;
        let start = match gap.pronoun {
            Some(pronoun) => tokens.iter().take(2).position(|&token| token == pronoun)? + 1,
            None => 0,
        };
        let particle = |&&token: &&usize| {
            token == gap.verb
                || self.tree.head(token) == Some(gap.verb)
                    && (self.tree.deprel(token) == Deprel::CompoundPrt
                        || token == gap.verb + 1 && self.tree.upos(token) == Upos::Adp)
        };
        let behind = tokens.iter().rposition(|token| particle(&token))?;
        Some((start, behind))
    }

    /// What the relative pronoun of a clause stands for; it stays where it is no subject: `the deal that they signed`.
    pub(super) fn antecedent(&self, head: usize, resolver: &mut Resolver<'_, '_>) -> Vec<Piece> {
        if self.tree.whose(head).is_some() {
            return self.owner(head, resolver);
        }
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

    /// Whoever `whose` stands for, if few words say it: `Lee, whose term ends in May` is `Lee’s term ends in May`.
    fn owner(&self, head: usize, resolver: &mut Resolver<'_, '_>) -> Vec<Piece> {
        /// In words.
        const LONGEST: usize = 6;
        let Some(noun) = self.tree.head(head) else { return Vec::new() };
        let noun = self.tree.apposed_to(noun).unwrap_or(noun);
        // "Ana Lee (D-Selm), whose town": without what stands in brackets.
        let plain = |&token: &usize| self.tree.upos(token) != Upos::Punct;
        let tokens: Vec<usize> = self.phrase_of(noun, head).into_iter().take_while(plain).collect();
        let short = tokens.len() <= LONGEST && tokens.contains(&noun);
        let Some(&last) = tokens.last().filter(|_| short) else {
            return Vec::new();
        };
        let mut pieces = resolver.pieces(&tokens);
        let plural = self.tree.xpos(last).ends_with("NNS") || self.tree.xpos(last) == "NNPS";
        let bare = plural && self.tree.word(last).ends_with('s');
        pieces.push(Piece::Word(if bare { "’" } else { "’s" }.to_owned()));
        pieces
    }

    /// "which Lee signed in May and which Ruiz hates": the second clause says of the noun what the first does not.
    pub(super) fn is_one_more_relative(&self, head: usize, token: usize) -> bool {
        let tree = &self.tree;
        let led = || {
            let words = tree.subtree(token, |_| true);
            // What the date is of may be that.
            let dated = |&at: &usize| {
                let word = tree.word(at);
                word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
                    || lexicon().senses(word).any(Senses::MONTH)
            };
            if words.iter().any(dated) {
                return false;
            }
            let opens = |&&at: &&usize| !matches!(tree.upos(at), Upos::Punct | Upos::Cconj);
            let first = words.iter().find(opens).copied();
            first.is_some_and(|first| matches!(tree.xpos(first), "WDT" | "WP" | "WP$"))
        };
        let own = || {
            tree.gap(head).is_some()
                || tree.subject(head).is_some_and(|subject| self.is_relative(subject))
        };
        tree.deprel(head) == Deprel::AclRelcl
            && tree.deprel(token) == Deprel::Conj
            && tree.head(token) == Some(head)
            && own()
            && led()
    }

    /// "Lee took the letter, which she wrote in May, to the mayor": what stands behind the clause, which commas set off, is
    /// none of it, wherever the tree hangs it.
    pub(super) fn is_behind_relative(&self, head: usize, token: usize) -> bool {
        let tree = &self.tree;
        let comma = |first: usize| first > 0 && tree.word(first - 1) == ",";
        let first = |of: usize| {
            let words = tree.subtree(of, |_| true);
            words.into_iter().find(|&at| tree.upos(at) != Upos::Punct)
        };
        tree.deprel(head) == Deprel::AclRelcl
            && tree.head(token) == Some(head)
            && tree.deprel(token) == Deprel::Obl
            && token > head
            && !tree.subtree(token, |_| true).iter().any(|&at| tree.upos(at) == Upos::Num)
            && first(token).is_some_and(|at| comma(at) && tree.deprel(at) == Deprel::Case)
            && first(head).is_some_and(comma)
            && tree
                .children(head)
                .next_back()
                .is_some_and(|last| last == token || tree.upos(last) == Upos::Punct && last > token)
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
