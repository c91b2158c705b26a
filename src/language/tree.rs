//! Looking around in an [`Analysis`]: words, heads, children, subtrees, and from places to words.
//!
//! All of it is read-only and cheap: children and the edges of subtrees are worked out once.

use std::ops::Range;

use super::{Analysis, Arc, Deprel, NameKind, Sentence, Tag};
use super::{grammar::Upos, sentence};
use crate::document::Document;
use crate::text::TextRange;

/// The arcs turned round, one entry for each word.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    /// Where each word's children start in `children`; one more entry than words.
    first: Vec<u32>,
    children: Vec<u32>,
    /// The first and the last word of each subtree.
    edges: Vec<(u32, u32)>,
    /// The sentence of each word.
    sentences: Vec<u32>,
}

impl Tree {
    pub fn new(sentences: &[Sentence], arcs: &[Arc]) -> Self {
        let len = arcs.len();
        let mut first = vec![0u32; len + 1];
        for head in arcs.iter().filter_map(|arc| arc.head) {
            first[head + 1] += 1;
        }
        for idx in 0..len {
            first[idx + 1] += first[idx];
        }
        let mut next = first.clone();
        let mut children = vec![0u32; first[len] as usize];
        for (idx, head) in arcs.iter().enumerate().filter_map(|(idx, arc)| Some((idx, arc.head?))) {
            children[next[head] as usize] = idx as u32;
            next[head] += 1;
        }
        let mut tree = Self { first, children, edges: Vec::new(), sentences: Vec::new() };
        tree.find_edges(arcs);
        for (idx, sentence) in sentences.iter().enumerate() {
            tree.sentences.extend(sentence.tokens.clone().map(|_| idx as u32));
        }
        tree
    }

    /// From the leaves up: a word whose children are all done hands its edges to its head.
    fn find_edges(&mut self, arcs: &[Arc]) {
        self.edges = (0..arcs.len() as u32).map(|idx| (idx, idx)).collect();
        let mut waiting: Vec<u32> =
            (0..arcs.len()).map(|idx| self.first[idx + 1] - self.first[idx]).collect();
        let mut ready: Vec<usize> = (0..arcs.len()).filter(|&idx| waiting[idx] == 0).collect();
        while let Some(idx) = ready.pop() {
            let Some(head) = arcs[idx].head else { continue };
            let (left, right) = self.edges[idx];
            let edges = &mut self.edges[head];
            *edges = (edges.0.min(left), edges.1.max(right));
            waiting[head] -= 1;
            if waiting[head] == 0 {
                ready.push(head);
            }
        }
    }

    fn children(&self, idx: usize) -> &[u32] {
        let (Some(&from), Some(&to)) = (self.first.get(idx), self.first.get(idx + 1)) else {
            return &[];
        };
        &self.children[from as usize..to as usize]
    }
}

/// Indices that lie outside the analysis give empty answers.
impl Analysis {
    /// The word itself, as the text has it.
    pub fn word<'a>(&self, document: &'a Document, token: usize) -> &'a str {
        self.range(token).slice(document.text())
    }

    pub fn range(&self, token: usize) -> TextRange {
        self.tokens.get(token).map_or_else(TextRange::default, |token| token.range)
    }

    /// Whether a place, in bytes, lies inside a quotation.
    pub fn is_quoted(&self, at: usize) -> bool {
        let after = self.quotations.partition_point(|quotation| quotation.range.start() <= at);
        // Nested quotations are few: one of the last two openings holds the place, if any does.
        self.quotations[after.saturating_sub(2)..after]
            .iter()
            .any(|quotation| quotation.range.contains(at))
    }

    /// From the first to the last of `tokens`.
    pub fn cover(&self, tokens: Range<usize>) -> TextRange {
        if tokens.is_empty() || tokens.end > self.tokens.len() {
            return TextRange::default();
        }
        sentence::cover(&self.tokens, tokens.start, tokens.end - 1)
    }

    pub fn lemma(&self, token: usize) -> &str {
        self.tags.get(token).map_or("", |tag: &Tag| &tag.lemma)
    }

    pub fn upos(&self, token: usize) -> Upos {
        self.tags.get(token).map_or(Upos::X, |tag| tag.upos)
    }

    /// The Penn tag.
    pub fn xpos(&self, token: usize) -> &'static str {
        self.tags.get(token).map_or("", |tag| tag.xpos)
    }

    pub fn head(&self, token: usize) -> Option<usize> {
        self.arcs.get(token)?.head
    }

    pub fn deprel(&self, token: usize) -> Deprel {
        self.arcs.get(token).map_or(Deprel::Dep, |arc| arc.deprel)
    }

    /// The words that hang on `token`, in the order of the text.
    pub fn children(&self, token: usize) -> impl DoubleEndedIterator<Item = usize> + '_ {
        self.tree.children(token).iter().map(|&child| child as usize)
    }

    /// The children of `token` with relation `deprel`.
    pub fn children_as(
        &self,
        token: usize,
        deprel: Deprel,
    ) -> impl DoubleEndedIterator<Item = usize> + '_ {
        self.children(token).filter(move |&child| self.deprel(child) == deprel)
    }

    /// The first child of `token` with relation `deprel`.
    pub fn child_as(&self, token: usize, deprel: Deprel) -> Option<usize> {
        self.children_as(token, deprel).next()
    }

    /// The subject of the clause that `token` heads.
    pub fn subject(&self, token: usize) -> Option<usize> {
        self.children(token).find(|&child| self.deprel(child).is_subject())
    }

    /// Whether a noun stands for any of its kind, `every mayor`, `any vote`: what a clause behind it tells picks out some.
    pub fn is_any_one(&self, noun: usize) -> bool {
        self.children(noun)
            .any(|child| child < noun && matches!(self.lemma(child), "any" | "each" | "every"))
    }

    /// From the first to behind the last word of the subtree. Where arcs cross, it holds words of
    /// others too: [`Self::descendants`] is exact.
    pub fn subtree(&self, token: usize) -> Range<usize> {
        self.tree.edges.get(token).map_or(0..0, |&(first, last)| first as usize..last as usize + 1)
    }

    pub fn subtree_range(&self, token: usize) -> TextRange {
        self.cover(self.subtree(token))
    }

    /// `token` and all below it, in the order of the text.
    pub fn descendants(&self, token: usize) -> Vec<usize> {
        let mut found = vec![token];
        let mut at = 0;
        while let Some(&next) = found.get(at) {
            found.extend(self.children(next));
            at += 1;
        }
        found.sort_unstable();
        found
    }

    /// The head of `token`, the head's head and so on, up to the root.
    pub fn ancestors(&self, token: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.head(token), |&above| self.head(above))
    }

    /// Whether `token` is `ancestor` or lies below it.
    pub fn is_within(&self, token: usize, ancestor: usize) -> bool {
        token == ancestor || self.ancestors(token).any(|above| above == ancestor)
    }

    /// The word that nothing in the sentence heads.
    pub fn root(&self, sentence: usize) -> Option<usize> {
        let mut tokens = self.sentences.get(sentence)?.tokens.clone();
        tokens.find(|&token| self.head(token).is_none())
    }

    /// Whether a sentence is but the `ROME, 3 May (AP) —` before the first of a report.
    pub fn is_dateline(&self, document: &Document, sentence: usize) -> bool {
        let sentences = &self.sentences;
        let Some(words) = sentences.get(sentence) else { return false };
        let opens = sentence == 0 || sentences[sentence - 1].block != words.block;
        let goes_on = sentences.get(sentence + 1).is_some_and(|next| next.block == words.block);
        let dash = ['—', '–', '-', '―', '_'];
        let verb = |token: usize| matches!(self.upos(token), Upos::Verb | Upos::Aux);
        opens
            && goes_on
            && words.range.slice(document.text()).trim_end().ends_with(dash)
            && !words.tokens.clone().any(verb)
    }

    /// The index of the sentence that `token` belongs to.
    pub fn sentence_of(&self, token: usize) -> usize {
        self.tree.sentences.get(token).map_or(0, |&sentence| sentence as usize)
    }

    /// The kind of the name that `token` is in.
    pub fn name_kind(&self, token: usize) -> Option<NameKind> {
        let after = self.names.partition_point(|name| name.tokens.start <= token);
        let name = &self.names[after.checked_sub(1)?];
        name.tokens.contains(&token).then_some(name.kind)
    }

    /// The index of the sentence that holds the byte `offset`, its end included.
    pub fn sentence_at(&self, offset: usize) -> Option<usize> {
        sentence::sentence_at(&self.sentences, offset)
    }

    /// The word that holds the byte `offset`.
    pub fn token_at(&self, offset: usize) -> Option<usize> {
        let after = self.tokens.partition_point(|token| token.range.start() <= offset);
        after.checked_sub(1).filter(|&idx| self.tokens[idx].range.contains(offset))
    }

    /// The words that share at least one byte with `range`.
    pub fn tokens_in(&self, range: TextRange) -> Range<usize> {
        let first = self.tokens.partition_point(|token| token.range.end() <= range.start());
        let last = self.tokens.partition_point(|token| token.range.start() < range.end());
        first..last.max(first)
    }

    /// The word of `tokens` whose head lies outside of them; the first where there are several.
    pub fn head_of(&self, tokens: Range<usize>) -> Option<usize> {
        let outside = |&token: &usize| self.head(token).is_none_or(|head| !tokens.contains(&head));
        tokens.clone().find(outside)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Token;

    /// Three words, the middle one the root.
    fn analysis() -> Analysis {
        let arc = |head, deprel| Arc { head, deprel };
        let arcs = vec![
            arc(Some(1), Deprel::Nsubj),
            arc(None, Deprel::Root),
            arc(Some(3), Deprel::Det),
            arc(Some(1), Deprel::Obj),
        ];
        let tokens = (0..4)
            .map(|at| Token { range: TextRange::new(at * 3, at * 3 + 2), clitic: false })
            .collect();
        let sentences = vec![Sentence { block: 0, range: TextRange::new(0, 11), tokens: 0..4 }];
        let tree = Tree::new(&sentences, &arcs);
        Analysis { sentences, tokens, arcs, tree, ..Analysis::default() }
    }

    #[test]
    fn heads_and_children_agree() {
        let analysis = analysis();
        assert_eq!(analysis.children(1).collect::<Vec<_>>(), [0, 3]);
        assert_eq!((analysis.subtree(3), analysis.subtree(1)), (2..4, 0..4));
        assert_eq!(analysis.descendants(3), [2, 3]);
        assert_eq!((analysis.root(0), analysis.subject(1)), (Some(1), Some(0)));
        assert!(analysis.is_within(2, 1) && !analysis.is_within(0, 3));
    }

    #[test]
    fn places_lead_to_words() {
        let analysis = analysis();
        assert_eq!((analysis.token_at(4), analysis.token_at(5)), (Some(1), None));
        assert_eq!(analysis.tokens_in(TextRange::new(1, 7)), 0..3);
        assert_eq!(analysis.head_of(2..4), Some(3));
        assert_eq!(analysis.children(9).count() + analysis.descendants(9).len(), 1);
    }
}
