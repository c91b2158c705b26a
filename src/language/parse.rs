//! Tags into trees: which word hangs on which, and how.
//!
//! A greedy arc-hybrid parser: words wait in a buffer, move to a stack, and leave the stack for a head
//! that is the word under them or the first in the buffer. The relations are found afterwards, on the
//! finished tree. Both choices are linear classifiers.

use std::sync::LazyLock;

use super::lemma::tag_key;
use super::linear::{Linear, feature, mix, read_number};
use super::word::Word;
use super::{Arc, Deprel, Sentence, Tag, Token, Upos, model};
use crate::document::Document;

pub(crate) static PARSER: LazyLock<Parser> = LazyLock::new(|| {
    Parser::unpack(model::section("transitions"), model::section("labels")).unwrap_or_default()
});

/// One arc for each word; every sentence is a tree with one root.
pub fn parse(
    document: &Document,
    sentences: &[Sentence],
    tokens: &[Token],
    tags: &[Tag],
) -> Vec<Arc> {
    let mut arcs = Vec::with_capacity(tokens.len());
    let mut nodes = Vec::new();
    let mut chars = Vec::new();
    for sentence in sentences {
        let first = sentence.tokens.start;
        nodes.clear();
        for at in sentence.tokens.clone() {
            let word = Word::new(tokens[at].range.slice(document.text()), &mut chars);
            nodes.push(Node::new(word, tags[at].upos, tags[at].xpos));
        }
        let heads = PARSER.heads(&nodes);
        let labels = PARSER.labels(&nodes, &heads);
        arcs.extend(heads.iter().zip(labels).map(|(&head, deprel)| Arc {
            head: (head < nodes.len()).then_some(first + head),
            deprel: if head < nodes.len() { deprel } else { Deprel::Root },
        }));
    }
    arcs
}

/// A word as the parser sees it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Node {
    word: u64,
    suffix: u64,
    /// Pair of universal and Penn tag.
    tag: u64,
    upos: u64,
}

impl Node {
    pub(crate) fn new(word: Word, upos: Upos, xpos: &str) -> Self {
        Self {
            word: word.lower,
            suffix: word.suffixes[1],
            tag: tag_key(upos, xpos) + 1,
            upos: upos as u64 + 1,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Move {
    Shift,
    /// The top of the stack hangs on the first word of the buffer.
    Left,
    /// The top of the stack hangs on the word under it.
    Right,
}

pub(crate) const MOVES: [Move; 3] = [Move::Shift, Move::Left, Move::Right];

#[derive(Debug, Default)]
pub(crate) struct Parser {
    pub(crate) moves: Linear,
    pub(crate) labels: Linear,
    pub(crate) relations: Vec<Deprel>,
}

impl Parser {
    fn unpack(mut moves: &[u8], mut labels: &[u8]) -> Option<Self> {
        let moves = Linear::unpack(&mut moves).filter(|moves| moves.classes == MOVES.len())?;
        let labels = &mut labels;
        let mut relations = Vec::new();
        for _ in 0..read_number(labels)? {
            relations.push(Deprel::all().nth(read_number(labels)? as usize)?);
        }
        let labels = Linear::unpack(labels)?;
        (labels.classes == relations.len()).then_some(Self { moves, labels, relations })
    }

    /// The head of each word; that of the root is the number of words.
    pub(crate) fn heads(&self, nodes: &[Node]) -> Vec<usize> {
        let mut state = State::new(nodes.len());
        let (mut features, mut scores) = (Vec::new(), vec![0; MOVES.len()]);
        while !state.is_done() {
            state.find_features(nodes, &mut features);
            if self.moves.classes == MOVES.len() {
                self.moves.score(&features, &mut scores);
            }
            let allowed = MOVES.iter().enumerate().filter(|&(_, &step)| state.allows(step));
            let best = allowed.max_by_key(|&(idx, _)| (scores[idx], MOVES.len() - idx));
            let Some((_, &step)) = best else { break };
            state.make(step);
        }
        state.heads
    }

    /// The relation of each word to its head.
    pub(crate) fn labels(&self, nodes: &[Node], heads: &[usize]) -> Vec<Deprel> {
        let around = Around::new(heads);
        let (mut features, mut scores) = (Vec::new(), vec![0; self.labels.classes]);
        (0..nodes.len())
            .map(|at| {
                label_features(nodes, heads, &around, at, &mut features);
                self.labels.score(&features, &mut scores);
                let best =
                    (0..scores.len()).max_by_key(|&class| (scores[class], usize::MAX - class));
                best.and_then(|best| self.relations.get(best)).copied().unwrap_or(Deprel::Dep)
            })
            .collect()
    }
}

/// How far parsing has come. The root is a node behind the last word.
#[derive(Clone, Debug)]
pub(crate) struct State {
    len: usize,
    pub(crate) stack: Vec<usize>,
    pub(crate) buffer: usize,
    pub(crate) heads: Vec<usize>,
    kids: Vec<Kids>,
}

/// Outermost and second outermost dependents so far, and how many.
#[derive(Clone, Copy, Debug, Default)]
struct Kids {
    left: [Option<usize>; 2],
    right: [Option<usize>; 2],
    lefts: u64,
    rights: u64,
}

impl State {
    pub(crate) fn new(len: usize) -> Self {
        let kids = vec![Kids::default(); len + 1];
        Self { len, stack: Vec::new(), buffer: 0, heads: vec![len; len], kids }
    }

    pub(crate) fn is_done(&self) -> bool {
        self.buffer == self.len && self.stack.is_empty()
    }

    pub(crate) fn allows(&self, step: Move) -> bool {
        match step {
            Move::Shift => self.buffer < self.len,
            // One word alone hangs on the root.
            Move::Left => {
                !self.stack.is_empty() && (self.buffer < self.len || self.stack.len() == 1)
            }
            Move::Right => self.stack.len() > 1,
        }
    }

    pub(crate) fn make(&mut self, step: Move) {
        if step == Move::Shift {
            self.stack.push(self.buffer);
            self.buffer += 1;
            return;
        }
        let Some(top) = self.stack.pop() else { return };
        let head = if step == Move::Left {
            self.buffer
        } else {
            self.stack.last().copied().unwrap_or(self.len)
        };
        self.heads[top] = head;
        let kids = &mut self.kids[head];
        if step == Move::Left {
            kids.left = [Some(top), kids.left[0]];
            kids.lefts = (kids.lefts + 1).min(4);
        } else {
            kids.right = [Some(top), kids.right[0]];
            kids.rights = (kids.rights + 1).min(4);
        }
    }

    pub(crate) fn find_features(&self, nodes: &[Node], features: &mut Vec<u32>) {
        let absent = Node { word: 1, suffix: 1, tag: 0, upos: 0 };
        let root = Node { word: 2, suffix: 2, tag: u64::MAX, upos: 255 };
        let node = |at: Option<usize>| match at {
            None => absent,
            Some(at) => {
                nodes.get(at).copied().unwrap_or(if at == self.len { root } else { absent })
            }
        };
        let stacked =
            |depth: usize| self.stack.len().checked_sub(depth + 1).map(|at| self.stack[at]);
        let kids = |at: Option<usize>| at.map_or_else(Kids::default, |at| self.kids[at]);
        let (at0, at1, at2) = (stacked(0), stacked(1), stacked(2));
        let (s0, s1, s2) = (node(at0), node(at1), node(at2));
        let ahead = |offset: usize| node(Some(self.buffer + offset));
        let (b0, b1, b2, b3) = (ahead(0), ahead(1), ahead(2), ahead(3));
        let (k0, k1, kb) = (kids(at0), kids(at1), kids(Some(self.buffer)));
        let (l0, r0, l1, r1, lb) = (
            node(k0.left[0]),
            node(k0.right[0]),
            node(k1.left[0]),
            node(k1.right[0]),
            node(kb.left[0]),
        );
        let (l0b, r0b, r1b, lbb) =
            (node(k0.left[1]), node(k0.right[1]), node(k1.right[1]), node(kb.left[1]));
        let gap = |from: Option<usize>, to: usize| from.map_or(9, |from| bucket(to - from));
        let distance = gap(at0, self.buffer);
        let under = at1.zip(at0).map_or(9, |(one, zero)| bucket(zero - one));
        let next = |at: Option<usize>| node(at.map(|at| at + 1));
        let values = [
            s0.word,
            s0.tag,
            mix(s0.word, s0.tag),
            s1.word,
            s1.tag,
            mix(s1.word, s1.tag),
            b0.word,
            b0.tag,
            mix(b0.word, b0.tag),
            b1.word,
            b1.tag,
            mix(b1.word, b1.tag),
            b2.tag,
            mix(b2.word, b2.tag),
            s2.tag,
            b3.tag,
            mix3(s0.word, s0.tag, mix(b0.word, b0.tag)),
            mix3(s0.word, s0.tag, b0.word),
            mix3(s0.word, b0.word, b0.tag),
            mix3(s0.word, s0.tag, b0.tag),
            mix3(s0.tag, b0.word, b0.tag),
            mix(s0.word, b0.word),
            mix(s0.tag, b0.tag),
            mix(s0.word, s1.word),
            mix(s0.tag, s1.tag),
            mix(s0.tag, s1.word),
            mix(s0.word, s1.tag),
            mix3(s0.word, s0.tag, s1.tag),
            mix3(s1.word, s1.tag, s0.tag),
            mix(s1.tag, b0.tag),
            mix(s1.tag, b0.word),
            mix(s1.word, b0.tag),
            mix(s1.word, b0.word),
            mix(b0.tag, b1.tag),
            mix(b0.word, b1.tag),
            mix3(b0.tag, b1.tag, b2.tag),
            mix3(b0.tag, b1.tag, mix(b2.tag, b3.tag)),
            mix3(s0.tag, b0.tag, b1.tag),
            mix3(s0.word, b0.tag, b1.tag),
            mix3(s0.tag, s1.tag, b0.tag),
            mix3(s0.word, s1.tag, b0.tag),
            mix3(s0.tag, s1.word, b0.tag),
            mix3(s0.tag, s1.tag, b0.word),
            mix3(s0.tag, s1.tag, s2.tag),
            mix3(s0.tag, s1.tag, mix(s2.tag, b0.tag)),
            mix3(s0.tag, s1.tag, mix(b0.tag, b1.tag)),
            mix3(s0.tag, b0.tag, mix(b1.tag, b2.tag)),
            mix3(s0.tag, b0.tag, l0.tag),
            mix3(s0.tag, b0.tag, r0.tag),
            mix3(s0.tag, b0.tag, lb.tag),
            mix3(s0.tag, s1.tag, l0.tag),
            mix3(s0.tag, s1.tag, r0.tag),
            mix3(s0.tag, s1.tag, l1.tag),
            mix3(s0.tag, s1.tag, r1.tag),
            mix3(s0.tag, l0.tag, r0.tag),
            mix3(s1.tag, l1.tag, r1.tag),
            mix3(s1.tag, b0.tag, r1.tag),
            mix3(s0.tag, l0.tag, l0b.tag),
            mix3(s0.tag, r0.tag, r0b.tag),
            mix3(s1.tag, r1.tag, r1b.tag),
            mix3(b0.tag, lb.tag, lbb.tag),
            mix(s0.tag, l0.word),
            mix(s0.tag, r0.word),
            mix(s1.tag, r1.word),
            mix(s1.tag, l1.word),
            mix(b0.tag, lb.word),
            mix3(s0.word, k0.lefts, 1),
            mix3(s0.word, k0.rights, 2),
            mix3(s0.tag, k0.lefts, k0.rights),
            mix3(s1.tag, k1.lefts, k1.rights),
            mix3(s1.word, k1.rights, 3),
            mix3(b0.tag, kb.lefts, 4),
            mix3(b0.word, kb.lefts, 5),
            mix(s0.word, distance),
            mix(s0.tag, distance),
            mix(b0.word, distance),
            mix(b0.tag, distance),
            mix3(s0.tag, b0.tag, distance),
            mix3(s0.word, b0.word, distance),
            mix3(s0.tag, s1.tag, under),
            mix3(s0.upos, s1.upos, mix(b0.upos, under)),
            mix3(s0.upos, s1.upos, mix3(s2.upos, b0.upos, b1.upos)),
            mix3(s0.tag, s1.tag, mix3(b0.tag, l0.upos, r1.upos)),
            mix3(s0.suffix, s0.tag, b0.tag),
            mix3(b0.suffix, s0.tag, b0.tag),
            mix3(s1.word, s0.word, b0.tag),
            mix3(s1.tag, r1.word, s0.tag),
            mix3(s1.word, r1.tag, s0.word),
            mix3(next(at0).tag, s0.tag, b0.tag),
            mix3(next(at1).tag, s1.tag, s0.tag),
            mix3(s1.word, s0.tag, r0.word),
            mix3(s1.word, s0.tag, l0.word),
            mix3(s1.tag, s0.tag, mix(r0.word, l0.word)),
        ];
        features.clear();
        features.extend(values.iter().zip(1..).map(|(&value, template)| feature(template, value)));
    }
}

fn mix3(one: u64, two: u64, three: u64) -> u64 {
    mix(mix(one, two), three)
}

/// Distances in steps that grow.
fn bucket(distance: usize) -> u64 {
    match distance {
        0..=4 => distance as u64,
        5..=6 => 5,
        7..=10 => 6,
        _ => 7,
    }
}

/// The children of each word of a finished tree.
pub(crate) struct Around {
    /// By word: the first, the last, and how many.
    kids: Vec<(usize, usize, u64)>,
    /// The siblings next to each word.
    before: Vec<Option<usize>>,
    after: Vec<Option<usize>>,
}

impl Around {
    pub(crate) fn new(heads: &[usize]) -> Self {
        let len = heads.len();
        let mut around = Self {
            kids: vec![(len, len, 0); len + 1],
            before: vec![None; len],
            after: vec![None; len],
        };
        for (at, &head) in heads.iter().enumerate() {
            let (first, last, count) = &mut around.kids[head];
            if *count > 0 {
                around.before[at] = Some(*last);
                around.after[*last] = Some(at);
            } else {
                *first = at;
            }
            (*last, *count) = (at, *count + 1);
        }
        around
    }
}

/// The features of the relation between the word at `at` and its head.
pub(crate) fn label_features(
    nodes: &[Node],
    heads: &[usize],
    around: &Around,
    at: usize,
    features: &mut Vec<u32>,
) {
    let absent = Node { word: 1, suffix: 1, tag: 0, upos: 0 };
    let node = |at: Option<usize>| at.and_then(|at| nodes.get(at)).copied().unwrap_or(absent);
    let head_at = heads[at];
    let above_at = heads.get(head_at).copied();
    let (word, head, above) = (nodes[at], node(Some(head_at)), node(above_at));
    let side = u64::from(head_at > at) + 2 * u64::from(head_at == nodes.len());
    let distance = bucket(head_at.abs_diff(at)) << 2 | side;
    let kids = |at: usize| around.kids.get(at).copied().unwrap_or((nodes.len(), nodes.len(), 0));
    let ((first, last, count), head_kids) = (kids(at), kids(head_at));
    let (left, right) = (node(Some(first)), node(Some(last)));
    let (before, after) = (node(around.before[at]), node(around.after[at]));
    let (last_word, next) = (node(at.checked_sub(1)), node(Some(at + 1)));
    let (head_left, head_right) = (node(Some(head_kids.0)), node(Some(head_kids.1)));
    let values = [
        mix(word.word, side),
        mix(word.tag, side),
        mix3(word.word, word.tag, side),
        mix(head.word, side),
        mix(head.tag, side),
        mix3(head.word, head.tag, side),
        mix3(word.word, head.word, side),
        mix3(word.tag, head.tag, side),
        mix3(word.tag, head.tag, distance),
        mix3(word.word, head.tag, side),
        mix3(word.tag, head.word, side),
        mix3(word.word, head.tag, word.tag),
        mix3(word.suffix, word.tag, head.tag),
        mix3(word.suffix, head.suffix, mix(word.tag, head.tag)),
        mix3(word.tag, left.tag, side),
        mix3(word.tag, left.word, side),
        mix3(word.tag, right.word, side),
        mix3(word.tag, head.tag, left.tag),
        mix3(word.tag, head.tag, left.word),
        mix3(word.word, head.tag, left.word),
        mix3(word.tag, head.word, left.word),
        mix3(word.tag, head.tag, right.word),
        mix3(word.tag, left.tag, right.tag),
        mix3(word.tag, head.tag, mix(before.tag, side)),
        mix3(word.tag, head.tag, mix(after.tag, side)),
        mix3(word.tag, head.tag, before.word),
        mix3(word.tag, head.tag, after.word),
        mix3(word.tag, head.word, before.word),
        mix3(word.tag, head.word, mix(before.tag, after.tag)),
        mix3(word.tag, head.tag, mix(above.tag, side)),
        mix3(word.word, head.word, above.tag),
        mix3(word.tag, head.word, mix(above.tag, side)),
        mix3(word.tag, head.tag, above.word),
        mix3(word.tag, last_word.tag, next.tag),
        mix3(word.tag, last_word.word, head.tag),
        mix3(word.tag, next.word, head.tag),
        mix3(word.word, next.tag, last_word.tag),
        mix3(word.tag, head.tag, mix(head_left.tag, head_right.tag)),
        mix3(word.tag, head.tag, mix(head_left.word, side)),
        mix3(word.tag, count, head.tag),
        mix3(word.word, head_kids.2, side),
        mix3(
            word.upos,
            head.upos,
            mix3(left.upos, right.upos, mix3(before.upos, after.upos, side)),
        ),
        mix3(word.tag, head.tag, mix3(last_word.tag, next.tag, side)),
    ];
    features.clear();
    features.extend(values.iter().zip(1..).map(|(&value, template)| feature(template, value)));
}

#[cfg(test)]
mod tests {
    use crate::language::{Deprel, analyze};
    use crate::testing::document;

    #[test]
    fn every_sentence_is_a_tree_with_one_root() {
        let document =
            document("The minister said that she would not resign. No!\n\nA heading\n\n—");
        let analysis = analyze(&document);
        for (idx, sentence) in analysis.sentences.iter().enumerate() {
            let roots = sentence.tokens.clone().filter(|&token| analysis.head(token).is_none());
            assert_eq!(roots.count(), 1);
            let root = analysis.root(idx).unwrap();
            assert_eq!(analysis.descendants(root), sentence.tokens.clone().collect::<Vec<_>>());
            assert_eq!(analysis.deprel(root), Deprel::Root);
        }
    }

    #[test]
    fn a_plain_clause_is_understood() {
        let document = document("The minister said that she would not resign.");
        let analysis = analyze(&document);
        assert_eq!(analysis.word(&document, analysis.root(0).unwrap()), "said");
        assert_eq!(analysis.deprel(1), Deprel::Nsubj);
        assert_eq!((analysis.deprel(7), analysis.head(7)), (Deprel::Ccomp, Some(2)));
    }
}
