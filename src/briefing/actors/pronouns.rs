//! Whom the pronouns of a phrase mean, where it stands alone as what an actor is or does.

use std::collections::BTreeMap;

use super::calling::Calling;
use super::done::first_of_several;
use crate::briefing::Genre;
use crate::briefing::phrase::clause::Tree;
use crate::briefing::phrase::piece::{Piece, join};
use crate::document::Document;
use crate::language::coref::{Chain, Description, Form, Gender, words};
use crate::language::{Analysis, Deprel, NameKind, Upos};

/// Whom pronouns mean, to name them where a phrase stands alone.
pub(super) struct Pronouns<'a> {
    pub(super) document: &'a Document,
    pub(super) analysis: &'a Analysis,
    /// Whether the text argues more than it tells.
    pub(super) weighs: bool,
    /// From the token of a pronoun to the index of its chain.
    chains: BTreeMap<usize, usize>,
    /// The first tokens of names.
    pub(super) names: BTreeMap<usize, usize>,
    /// How often the text has each noun and name.
    counts: BTreeMap<&'a str, usize>,
    most: usize,
}

impl<'a> Pronouns<'a> {
    pub(super) fn new(document: &'a Document, analysis: &'a Analysis, genre: Genre) -> Self {
        let (mut chains, mut names) = (BTreeMap::new(), BTreeMap::new());
        for (idx, chain) in analysis.chains.chains.iter().enumerate() {
            for mention in chain.mentions.iter().map(|&mention| &analysis.chains.mentions[mention])
            {
                match mention.form {
                    Form::Pronoun => drop(chains.insert(mention.head, idx)),
                    Form::Name => names.extend(mention.tokens.clone().map(|token| (token, idx))),
                    Form::Nominal => {}
                }
            }
        }
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for token in 0..analysis.tokens.len() {
            if matches!(analysis.upos(token), Upos::Noun | Upos::Propn) {
                *counts.entry(analysis.lemma(token)).or_default() += 1;
            }
        }
        let most = counts.values().max().copied().unwrap_or(1);
        let weighs = genre == Genre::Commentary;
        Self { document, analysis, weighs, chains, names, counts, most }
    }

    /// How much the article speaks of what these tokens name, between 0 and 1: the mean of their nouns and names.
    pub(super) fn matter(&self, tokens: impl Iterator<Item = usize>) -> f32 {
        let (mut sum, mut n) = (0.0, 0);
        for token in
            tokens.filter(|&token| matches!(self.analysis.upos(token), Upos::Noun | Upos::Propn))
        {
            let count = self.counts.get(self.analysis.lemma(token)).copied().unwrap_or(1);
            sum += (count as f32).ln() / (self.most as f32 + 1.0).ln();
            n += 1;
        }
        if n == 0 { 0.0 } else { sum / n as f32 }
    }

    /// The tokens as one line about the one of `chain`: a pronoun that means another is named; `None` where one
    /// means nobody known.
    pub(super) fn line(&self, tokens: &[usize], chain: &Chain) -> Option<String> {
        let pieces: Option<Vec<Piece>> =
            tokens.iter().map(|&token| self.piece(token, chain, tokens)).collect();
        Some(join(&Tree::new(self.document.text(), self.analysis), &pieces?))
    }

    /// The words of a description that has pronouns in it, up to the clause with one that means nobody known; `None`
    /// where the words may stay as they are.
    pub(super) fn named(&self, description: &Description, chain: &Chain) -> Option<String> {
        let analysis = self.analysis;
        let personal = |token: usize| matches!(analysis.xpos(token), "PRP" | "PRP$");
        let pronoun = description.tokens.clone().find(|&token| personal(token))?;
        let tokens: Vec<usize> = description.tokens.clone().collect();
        if let Some(line) = self.line(&tokens, chain) {
            return Some(line);
        }
        let clauses = analysis.children(description.head).filter(|&child| child > description.head);
        let start = clauses
            .map(|clause| analysis.subtree(clause))
            .find(|span| span.contains(&pronoun))?
            .start;
        let mut kept: Vec<usize> = (description.tokens.start..start).collect();
        let joins = |token: usize| {
            matches!(analysis.upos(token), Upos::Adp | Upos::Cconj | Upos::Sconj | Upos::Punct)
                || matches!(analysis.word(self.document, token), "during" | "including")
        };
        while kept.last().is_some_and(|&last| last > description.head && joins(last)) {
            kept.pop();
        }
        self.line(&kept, chain)
    }

    /// `Okafor’s` of `her son`, and of `Okafor and husband`, where a description starts behind these words: a son is one
    /// of somebody.
    pub(super) fn owner(&self, start: usize, own: &Chain) -> Option<String> {
        let before = start.checked_sub(1)?;
        let owner = if self.analysis.xpos(before) == "PRP$" {
            before
        } else {
            let and = self.analysis.word(self.document, before) == "and"
                && words::is_kin(self.analysis.lemma(start));
            before.checked_sub(1).filter(|_| and)?
        };
        let idx = self.chains.get(&owner).or_else(|| self.names.get(&owner))?;
        let of = &self.analysis.chains.chains[*idx];
        // "thanked Oslo and wife Ana Roe": no place has one.
        if !self.chains.contains_key(&owner) && of.kind != Some(NameKind::Person) {
            return None;
        }
        if of.mentions.first() == own.mentions.first()
            || self.analysis.xpos(before) == "PRP$" && self.is_contested(before, of, own)
        {
            return None;
        }
        let called =
            |chain: &Chain| Calling::new(self.document, self.analysis, chain, super::kind(chain)?);
        let (owner, owned) = (called(of)?, called(own)?);
        // Of two Mateens the one is not told by the name of both.
        let same = owned.name.ends_with(&format!(" {}", owner.short));
        let name = if same { owner.name } else { owner.short };
        Some(possessive(name.strip_prefix("the ").unwrap_or(&name)))
    }

    /// Whether the `his` may be another's to whom its sentence says it: `Roe told Hall that his lawyer Ana Dahl`.
    fn is_contested(&self, pronoun: usize, of: &Chain, own: &Chain) -> bool {
        let analysis = self.analysis;
        let start = analysis.sentences[analysis.sentence_of(pronoun)].tokens.start;
        (start..pronoun).any(|token| {
            self.names.get(&token).is_some_and(|&idx| {
                let other = &analysis.chains.chains[idx];
                let told = matches!(analysis.deprel(token), Deprel::Obj | Deprel::Iobj)
                    && analysis.word(self.document, pronoun - 1) != "and";
                let fits = other.gender == of.gender
                    || [other, of].iter().any(|chain| chain.gender == Gender::Unknown);
                other.kind == Some(NameKind::Person)
                    && told
                    && fits
                    && [of, own]
                        .iter()
                        .all(|chain| chain.mentions.first() != other.mentions.first())
            })
        })
    }

    /// The word of a token of `phrase`, the name in place of a pronoun; `None` for one that means nobody known.
    fn piece(&self, token: usize, own: &Chain, phrase: &[usize]) -> Option<Piece> {
        let (analysis, as_it_is) = (self.analysis, Piece::Token(token));
        let word = analysis.word(self.document, token).to_lowercase();
        let personal = matches!(analysis.xpos(token), "PRP" | "PRP$");
        // Nobody knows who is spoken to.
        if personal && word.starts_with("you") {
            return None;
        }
        if !personal || word.ends_with("self") || word.ends_with("selves") {
            return Some(as_it_is);
        }
        let Some(&idx) = self.chains.get(&token) else {
            // `to help people across their lives`, where nothing tells more of those people.
            let several = || {
                let mut before = phrase.iter().take_while(|&&other| other < token);
                before.any(|&other| matches!(analysis.xpos(other), "NNS" | "NNPS"))
            };
            let known = word == "it" && self.is_empty(token)
                || !own.plural && matches!(word.as_str(), "they" | "them" | "their") && several();
            return known.then_some(as_it_is);
        };
        let chain = &analysis.chains.chains[idx];
        if chain.mentions.first() == own.mentions.first() {
            let speaks = matches!(word.as_str(), "i" | "me" | "my" | "we" | "us" | "our");
            return (!speaks).then_some(as_it_is);
        }
        // `Acme and Roe Oil have cut their prices`: both have.
        let several = matches!(word.as_str(), "they" | "them" | "their" | "theirs");
        if several && !chain.plural && is_beside(analysis, chain, own) {
            return Some(as_it_is);
        }
        // `a plan to help people across their lives` says itself whose.
        let mentions = chain.mentions.iter().map(|&mention| &analysis.chains.mentions[mention]);
        let mut before = mentions.take_while(|mention| mention.head < token);
        if before.any(|other| other.form != Form::Pronoun && phrase.contains(&other.head)) {
            return Some(as_it_is);
        }
        let kind = super::kind(chain)?;
        let name = Calling::new(self.document, analysis, chain, kind)?.short;
        let name = match analysis.xpos(token) {
            "PRP$" => possessive(&name),
            _ => name,
        };
        Some(Piece::Instead(token, name))
    }

    /// The chain of a name or a pronoun.
    pub(super) fn chain_of(&self, token: usize) -> Option<usize> {
        self.names.get(&token).or_else(|| self.chains.get(&token)).copied()
    }

    /// Whether the text tells whom a pronoun means.
    pub(super) fn is_known(&self, pronoun: usize) -> bool {
        self.chains.contains_key(&pronoun)
    }

    /// `it` of `it is likely that`.
    fn is_empty(&self, token: usize) -> bool {
        self.analysis.deprel(token) == Deprel::Expl
    }
}

/// Whether one stands beside the other somewhere: `Acme and Roe Oil`.
fn is_beside(analysis: &Analysis, one: &Chain, other: &Chain) -> bool {
    let heads = |chain: &Chain| -> Vec<usize> {
        chain.mentions.iter().map(|&idx| analysis.chains.mentions[idx].head).collect()
    };
    let others = heads(other);
    heads(one).into_iter().any(|head| {
        let first = first_of_several(analysis, head);
        others.iter().any(|&other| other != head && first_of_several(analysis, other) == first)
    })
}

fn possessive(name: &str) -> String {
    if name.ends_with('s') { format!("{name}’") } else { format!("{name}’s") }
}
