//! Which blocks of a page are the article: those whose words an extractor kept, in its order.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hasher as _};

use super::walk::Piece;
use crate::read::roles::letters;

const SHINGLE: usize = 4;

/// For each block of the page whether its words stand in the article.
pub(super) fn kept(page: &[Piece], article: &[Piece]) -> Vec<bool> {
    let article_words: Vec<u64> =
        article.iter().flat_map(|piece| words(&piece.inline.text)).collect();
    let mut shingles: HashMap<u64, usize> = HashMap::new();
    for shingle in article_words.windows(SHINGLE) {
        *shingles.entry(hash(&shingle)).or_default() += 1;
    }
    let mut wholes: HashMap<String, usize> = HashMap::new();
    for piece in article {
        for line in piece.inline.text.split('\n') {
            *wholes.entry(letters(line)).or_default() += 1;
        }
        if piece.inline.text.trim().contains('\n') {
            *wholes.entry(letters(&piece.inline.text)).or_default() += 1;
        }
    }
    let mut kept: Vec<bool> = page.iter().map(|piece| is_in(piece, &shingles, &wholes)).collect();
    drop_repeats(page, &mut kept, &wholes);
    kept
}

fn is_in(piece: &Piece, shingles: &HashMap<u64, usize>, wholes: &HashMap<String, usize>) -> bool {
    let words = words(&piece.inline.text);
    if words.len() <= SHINGLE {
        return wholes.contains_key(&letters(&piece.inline.text));
    }
    let n_in =
        words.windows(SHINGLE).filter(|shingle| shingles.contains_key(&hash(shingle))).count();
    n_in * 2 > words.len() - SHINGLE
}

/// A text that the page shows more often than the article has it is kept where the article is.
fn drop_repeats(page: &[Piece], kept: &mut [bool], wholes: &HashMap<String, usize>) {
    let mut places: HashMap<String, Vec<usize>> = HashMap::new();
    for (idx, piece) in page.iter().enumerate().filter(|&(idx, _)| kept.get(idx) == Some(&true)) {
        places.entry(letters(&piece.inline.text)).or_default().push(idx);
    }
    // Long texts that occur once hold the article's place in the page.
    let is_alone = |idx: usize| {
        page.get(idx).is_some_and(|piece| {
            let key = letters(&piece.inline.text);
            key.len() >= 80 && places.get(&key).is_some_and(|all| all.len() == 1)
        })
    };
    let anchors: Vec<usize> =
        (0..page.len()).filter(|&idx| kept.get(idx) == Some(&true) && is_alone(idx)).collect();
    let mut repeated: Vec<(&String, &Vec<usize>)> =
        places.iter().filter(|(_, all)| all.len() > 1).collect();
    repeated.sort_unstable();
    for (key, all) in repeated {
        let allowed = wholes.get(key).copied().unwrap_or(1).max(1);
        let distance = |idx: usize| {
            let after = anchors.partition_point(|&anchor| anchor < idx);
            let next = anchors.get(after).map_or(usize::MAX, |anchor| anchor - idx);
            let last = after
                .checked_sub(1)
                .and_then(|before| anchors.get(before))
                .map_or(usize::MAX, |anchor| idx - anchor);
            let inside = next != usize::MAX && last != usize::MAX;
            (!inside, next.min(last), idx)
        };
        let mut ranked = all.clone();
        ranked.sort_by_key(|&idx| distance(idx));
        for &idx in ranked.iter().skip(allowed) {
            if let Some(kept) = kept.get_mut(idx) {
                *kept = false;
            }
        }
    }
}

fn words(text: &str) -> Vec<u64> {
    text.split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| hash(&word))
        .collect()
}

fn hash(value: &impl std::hash::Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::html::walk::walk;

    #[test]
    fn repeats_are_kept_where_the_article_is() {
        let long = "It was a close vote, and nobody in the hall had expected that the talks would go on after all that had been said.";
        let other = "The other side, which had left the chamber before the vote, said that it would not take part and would appeal.";
        let page = format!("<p>The vote</p><p>{long}</p><p>The vote</p><p>Share</p><p>{other}</p>");
        let article = format!("<p>{long}</p><h2>The vote</h2><p>{other}</p>");
        let page = dom_query::Document::from(page);
        let article = dom_query::Document::from(article);
        assert_eq!(
            kept(&walk(page.root()), &walk(article.root())),
            [false, true, true, false, true]
        );
    }
}
