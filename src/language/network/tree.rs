//! The best tree over the scores of all arcs: Chu and Liu, Edmonds.
//!
//! Most sentences need no more than the best head of each word; only where these form a circle, or
//! where two words hang on the root, the search has work to do.

/// Penalty for an arc from the root, so large that a tree has just one of them.
const ROOT_PENALTY: f32 = 1e4;

/// How much better several trees must be than one, in the logarithm of their odds.
const SPLIT_MARGIN: f32 = 2.0;

/// The heads in the best tree, or in the best row of trees, where one after the other is so much likelier that
/// the words must be several sentences. `scores` as for [`best_tree`].
pub(crate) fn best_trees(scores: &[f32], n: usize) -> Vec<usize> {
    let tree = best_tree(scores, n);
    let free = contract(scores, n);
    let total = |heads: &[usize]| -> f32 {
        let arcs = heads.iter().enumerate().skip(1);
        arcs.map(|(word, &head)| scores.get(word * n + head).copied().unwrap_or_default()).sum()
    };
    if free != tree && are_in_a_row(&free) && total(&free) - total(&tree) > SPLIT_MARGIN {
        free
    } else {
        tree
    }
}

/// Whether the words of each tree stand together.
fn are_in_a_row(heads: &[usize]) -> bool {
    let roots = roots_of(heads);
    let changes = roots.windows(2).skip(1).filter(|pair| pair[0] != pair[1]).count();
    changes + 1 == heads.iter().skip(1).filter(|&&head| head == 0).count()
}

/// The root of the tree that each word belongs to.
pub(crate) fn roots_of(heads: &[usize]) -> Vec<usize> {
    let root = |word: usize| {
        let mut at = word;
        // A tree is never deeper than it has words; the bound is for heads that are no tree.
        for _ in 0..heads.len() {
            match heads.get(at) {
                Some(&head) if head != 0 => at = head,
                _ => break,
            }
        }
        at
    };
    (0..heads.len()).map(root).collect()
}

/// The head of each word in the best tree. `scores` is square, a row for each dependent and a column
/// for each head; place 0 is the root, whose own row is not looked at. The answer's place 0 is 0.
pub(crate) fn best_tree(scores: &[f32], n: usize) -> Vec<usize> {
    let greedy = best_heads(scores, n);
    let roots = greedy.iter().skip(1).filter(|&&head| head == 0).count();
    if roots == 1 && find_circle(&greedy).is_none() {
        return greedy;
    }
    let mut penalized = scores.to_vec();
    penalized.iter_mut().step_by(n.max(1)).for_each(|score| *score -= ROOT_PENALTY);
    contract(&penalized, n)
}

/// Solves by joining the words of a circle into one, as often as needed.
fn contract(scores: &[f32], n: usize) -> Vec<usize> {
    let heads = best_heads(scores, n);
    let Some(circle) = find_circle(&heads) else { return heads };
    let outside: Vec<usize> = (0..n).filter(|word| !circle.contains(word)).collect();
    let joined = outside.len();
    let size = joined + 1;
    let at = |dependent: usize, head: usize| {
        scores.get(dependent * n + head).copied().unwrap_or(f32::NEG_INFINITY)
    };
    let inside = |word: usize| heads.get(word).map_or(0.0, |&head| at(word, head));

    let mut smaller = vec![f32::NEG_INFINITY; size * size];
    // For each outside word: the word of the circle that it enters, and the one it hangs on.
    let mut enters = vec![0; joined];
    let mut leaves = vec![0; joined];
    for (i, &word) in outside.iter().enumerate() {
        for (j, &head) in outside.iter().enumerate() {
            smaller[i * size + j] = at(word, head);
        }
        for &member in &circle {
            let down = at(word, member);
            if down > smaller[i * size + joined] {
                smaller[i * size + joined] = down;
                leaves[i] = member;
            }
            let up = at(member, word) - inside(member);
            if up > smaller[joined * size + i] {
                smaller[joined * size + i] = up;
                enters[i] = member;
            }
        }
    }
    let solved = contract(&smaller, size);
    let mut result = heads;
    for (i, &word) in outside.iter().enumerate().skip(1) {
        result[word] = match solved.get(i) {
            Some(&head) if head < joined => outside[head],
            _ => leaves[i],
        };
    }
    let from = solved.get(joined).copied().unwrap_or(0);
    if let (Some(&member), Some(&head)) = (enters.get(from), outside.get(from)) {
        result[member] = head;
    }
    result
}

/// The best head of each word; the nearer one where two are alike.
fn best_heads(scores: &[f32], n: usize) -> Vec<usize> {
    let mut heads = vec![0; n];
    for (dependent, row) in scores.chunks_exact(n.max(1)).enumerate().skip(1) {
        let mut best = f32::NEG_INFINITY;
        for (head, &score) in row.iter().enumerate() {
            if head != dependent && score > best {
                best = score;
                heads[dependent] = head;
            }
        }
    }
    heads
}

/// The words of a circle, if there is one.
pub(crate) fn find_circle(heads: &[usize]) -> Option<Vec<usize>> {
    let mut visited_from = vec![0; heads.len()];
    for start in 1..heads.len() {
        let mut word = start;
        while word != 0 && visited_from[word] == 0 {
            visited_from[word] = start;
            word = heads[word];
        }
        if word != 0 && visited_from[word] == start {
            let mut circle = vec![word];
            let mut next = heads[word];
            while next != word {
                circle.push(next);
                next = heads[next];
            }
            return Some(circle);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Scores of all trees over `n` places, by trying all.
    fn best_by_trial(scores: &[f32], n: usize) -> f32 {
        let total = n.pow(n as u32 - 1);
        let mut best = f32::NEG_INFINITY;
        for code in 0..total {
            let mut heads = vec![0; n];
            let mut rest = code;
            for head in heads.iter_mut().skip(1) {
                *head = rest % n;
                rest /= n;
            }
            let roots = heads.iter().skip(1).filter(|&&head| head == 0).count();
            let own = heads.iter().enumerate().skip(1).any(|(word, &head)| word == head);
            if roots == 1 && !own && find_circle(&heads).is_none() {
                best = best.max(total_score(scores, &heads, n));
            }
        }
        best
    }

    fn total_score(scores: &[f32], heads: &[usize], n: usize) -> f32 {
        heads.iter().enumerate().skip(1).map(|(word, &head)| scores[word * n + head]).sum()
    }

    #[test]
    fn finds_the_best_tree() {
        let mut state = 7_u32;
        for n in 2..6 {
            for _ in 0..60 {
                let scores: Vec<f32> = (0..n * n)
                    .map(|_| {
                        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                        (state >> 24) as f32
                    })
                    .collect();
                let heads = best_tree(&scores, n);
                assert!(find_circle(&heads).is_none());
                assert!((total_score(&scores, &heads, n) - best_by_trial(&scores, n)).abs() < 1e-3);
            }
        }
    }

    #[test]
    fn several_trees_stand_in_a_row() {
        // Two words that want to be roots, and what hangs on them.
        let mut scores = vec![0.0; 25];
        for (word, head) in [(1, 0), (2, 1), (3, 0), (4, 3)] {
            scores[word * 5 + head] = 5.0;
        }
        assert_eq!(best_trees(&scores, 5), [0, 0, 1, 0, 3]);
        assert_eq!(roots_of(&[0, 0, 1, 0, 3]), [0, 1, 1, 3, 3]);
        scores[2 * 5 + 3] = 9.0;
        scores[4 * 5 + 1] = 9.0;
        assert_eq!(best_trees(&scores, 5).iter().filter(|&&head| head == 0).count(), 2);
    }

    #[test]
    fn tiny_sentences_have_their_tree() {
        assert_eq!(best_tree(&[0.0], 1), [0]);
        assert_eq!(best_tree(&[0.0, 0.0, 1.0, 0.0], 2), [0, 0]);
    }
}
