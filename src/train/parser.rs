//! Trains the parser: its moves with a dynamic oracle, its relations on the gold trees.

use super::data::{Sentence, Treebank, Word};
use super::perceptron::{Perceptron, Random, best};
use crate::language::Deprel;
use crate::language::linear::write_number;
use crate::language::parse::{Around, MOVES, Move, Node, State, label_features};
use crate::language::word;

const MOVE_EPOCHS: usize = 8;
const LABEL_EPOCHS: usize = 5;
const MOVE_CELLS: usize = 550_000;
const LABEL_CELLS: usize = 300_000;
const SEED: u64 = 1;

/// The bytes of the part for the moves.
pub fn train_transitions(treebank: &Treebank) -> Vec<u8> {
    let sentences: Vec<(Vec<Node>, Vec<usize>)> =
        treebank.iter().map(|sentence| (nodes(sentence), heads(sentence))).collect();
    let mut perceptron = Perceptron::new(MOVES.len(), 2);
    let mut random = Random::new(SEED);
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    let (mut features, mut scores) = (Vec::new(), Vec::new());
    for epoch in 0..=MOVE_EPOCHS {
        if epoch > 0 {
            random.shuffle(&mut order);
        }
        for &idx in &order {
            let (nodes, gold) = &sentences[idx];
            let mut state = State::new(nodes.len());
            while !state.is_done() {
                state.find_features(nodes, &mut features);
                let costs = costs(&state, gold);
                if epoch == 0 {
                    perceptron.count(&features);
                    state.make(MOVES[cheapest(&costs)]);
                    continue;
                }
                perceptron.score(&features, &mut scores);
                for (idx, &step) in MOVES.iter().enumerate() {
                    if !state.allows(step) {
                        scores[idx] = f32::MIN;
                    }
                }
                let found = best(&scores);
                let least = costs[cheapest(&costs)];
                let good = |idx: usize| costs[idx] == least;
                let right = (0..MOVES.len())
                    .filter(|&idx| good(idx))
                    .max_by(|&a, &b| scores[a].total_cmp(&scores[b]).then(b.cmp(&a)));
                let right = right.unwrap_or_default();
                if !good(found) {
                    perceptron.update(&features, right, found);
                }
                perceptron.tick();
                // Sometimes it goes on from its own mistake, to learn to make the best of it.
                let explore = epoch > 1 && random.below(10) < 9;
                state.make(MOVES[if explore || good(found) { found } else { right }]);
            }
        }
    }
    perceptron.pack(MOVE_CELLS)
}

/// The bytes of the part for the relations.
pub fn train_labels(treebank: &Treebank) -> Vec<u8> {
    let mut relations: Vec<Deprel> =
        treebank.iter().flat_map(|sentence| &sentence.words).map(|word| word.deprel).collect();
    relations.sort_unstable();
    relations.dedup();
    let mut perceptron = Perceptron::new(relations.len(), 2);
    let mut random = Random::new(SEED);
    let mut order: Vec<usize> = (0..treebank.len()).collect();
    let (mut features, mut scores) = (Vec::new(), Vec::new());
    for epoch in 0..=LABEL_EPOCHS {
        random.shuffle(&mut order);
        for &idx in &order {
            let (nodes, heads) = (nodes(&treebank[idx]), heads(&treebank[idx]));
            let around = Around::new(&heads);
            for (at, word) in treebank[idx].words.iter().enumerate() {
                label_features(&nodes, &heads, &around, at, &mut features);
                if epoch == 0 {
                    perceptron.count(&features);
                    continue;
                }
                perceptron.score(&features, &mut scores);
                let (found, right) =
                    (best(&scores), relations.binary_search(&word.deprel).unwrap_or_default());
                if found != right {
                    perceptron.update(&features, right, found);
                }
                perceptron.tick();
            }
        }
    }
    let mut bytes = Vec::new();
    write_number(&mut bytes, relations.len() as u32);
    for &relation in &relations {
        write_number(&mut bytes, relation as u32);
    }
    bytes.extend(perceptron.pack(LABEL_CELLS));
    bytes
}

fn nodes(sentence: &Sentence) -> Vec<Node> {
    let mut chars = Vec::new();
    let mut node = |word: &Word| {
        let (upos, xpos) = word.guess.unwrap_or((word.upos, word.xpos));
        Node::new(word::Word::new(&word.form, &mut chars), upos, xpos)
    };
    sentence.words.iter().map(&mut node).collect()
}

fn heads(sentence: &Sentence) -> Vec<usize> {
    sentence.words.iter().map(|word| word.head).collect()
}

/// How many gold arcs each move puts out of reach; very many where it is not allowed.
fn costs(state: &State, gold: &[usize]) -> [usize; 3] {
    let front = state.buffer;
    let len = gold.len();
    let top = state.stack.last().copied();
    let under = state.stack.len().checked_sub(2).map(|at| state.stack[at]);
    MOVES.map(|step| {
        if !state.allows(step) {
            return usize::MAX;
        }
        match (step, top) {
            (Move::Shift, _) => {
                let below = &state.stack[..state.stack.len().saturating_sub(1)];
                usize::from(below.contains(&gold[front]))
                    + state.stack.iter().filter(|&&word| gold[word] == front).count()
            }
            (Move::Left, Some(top)) => {
                let head = gold[top];
                let lost_head = head != front && (head > front || Some(head) == under);
                usize::from(lost_head) + (front..len).filter(|&word| gold[word] == top).count()
            }
            (Move::Right, Some(top)) => {
                let lost_head = gold[top] >= front;
                usize::from(lost_head) + (front..len).filter(|&word| gold[word] == top).count()
            }
            _ => usize::MAX,
        }
    })
}

fn cheapest(costs: &[usize; 3]) -> usize {
    // Attaching before shifting keeps the stack short.
    let order = [1, 2, 0];
    order.into_iter().min_by_key(|&idx| costs[idx]).unwrap_or_default()
}
