//! Parts that a page has twice or three times, one for each size of screen, of which a reader sees one.

use std::collections::HashMap;

use super::judge::Votes;
use super::walk::Piece;
use crate::read::roles::letters;

/// A part of fewer blocks or words may well be said twice, as the answers to two questions are.
const FEWEST_BLOCKS: usize = 6;
const FEWEST_WORDS: usize = 150;

/// For each block whether it belongs to a part that stands elsewhere on the page too, where the extractors keep it
/// as well or better.
pub(super) fn find(pieces: &[Piece], votes: &Votes) -> Vec<bool> {
    let mut first_places: HashMap<String, usize> = HashMap::new();
    let earlier: Vec<Option<usize>> = pieces
        .iter()
        .enumerate()
        .map(|(idx, piece)| {
            let first = *first_places.entry(letters(&piece.inline.text)).or_insert(idx);
            (first != idx).then_some(first)
        })
        .collect();
    let mut copied = vec![false; pieces.len()];
    let mut start = 0;
    while start < pieces.len() {
        let mut end = start + 1;
        let mut parts: Vec<(usize, usize)> = Vec::new();
        if let Some(Some(mut place)) = earlier.get(start).copied() {
            parts.push((place, start));
            // One block may be missing in either.
            while let Some(Some(next)) = earlier.get(end).copied()
                && (1..=2).contains(&next.wrapping_sub(place))
            {
                parts.push((next, end));
                place = next;
                end += 1;
            }
        }
        mark(&parts, pieces, votes, &mut copied);
        start = end;
    }
    copied
}

/// Marks the lesser of two equal parts, whose blocks are paired, the earlier ones first.
fn mark(parts: &[(usize, usize)], pieces: &[Piece], votes: &Votes, copied: &mut [bool]) {
    let words = |idx: usize| {
        pieces.get(idx).map_or(0, |piece| piece.inline.text.split_whitespace().count())
    };
    let n_words: usize = parts.iter().map(|&(_, later)| words(later)).sum();
    if parts.len() < FEWEST_BLOCKS || n_words < FEWEST_WORDS {
        return;
    }
    let n_earlier: usize = parts.iter().map(|&(earlier, _)| votes.of(earlier)).sum();
    let n_later: usize = parts.iter().map(|&(_, later)| votes.of(later)).sum();
    for &(earlier, later) in parts {
        if let Some(copied) = copied.get_mut(if n_later > n_earlier { earlier } else { later }) {
            *copied = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::html::walk::walk;

    #[test]
    fn a_part_for_each_screen_counts_once() {
        let part: Vec<String> = (1..=8)
            .map(|n| {
                format!(
                    "<p>On day {n} the ferry stayed in the harbour, since nobody on the council had signed the paper \
                     that the crew of the “Café” had asked for in the spring.</p>"
                )
            })
            .collect();
        let part = part.concat();
        let page = format!(
            "<p>The vote</p><div class=phone>{part}</div><div class=desk>{part}</div><p>The vote</p>"
        );
        let page = dom_query::Document::from(page);
        let pieces = walk(page.root());
        let check = |votes: &Votes, expected: &[usize]| {
            let copied = find(&pieces, votes);
            let found: Vec<usize> = (0..pieces.len()).filter(|&idx| copied[idx]).collect();
            assert_eq!(found, expected);
        };
        let all = Votes { first: vec![true; 18], second: vec![true; 18] };
        let (early, late): (Vec<usize>, Vec<usize>) = ((1..9).collect(), (9..17).collect());
        check(&all, &late);
        let second = (0..18).map(|idx| idx >= 9).collect();
        check(&Votes { first: vec![true; 18], second }, &early);
    }
}
