//! What is kept when a changed file is read again: the reader's place and marks, found by their words.

use super::article::{Article, SourceGoal};
use crate::text::TextRange;

/// Bytes of text taken to find a place again.
const CONTEXT: usize = 80;

/// Brings the reader of `old` to the same words in `new`.
pub(super) fn carry_over(old: &Article, new: &mut Article) {
    if let Some(offset) = find_again(old.document.text(), old.source_top, new.document.text()) {
        new.source_top = offset;
        new.source_goal.ask(SourceGoal::Top(offset));
    }
    new.opened.clone_from(&old.opened);
    new.left_out = old.left_out;
    // Numbers go on, so that the panes see the new wishes as new.
    new.source_goal.number += old.source_goal.number;
    new.briefing_goal.number += old.briefing_goal.number;
    new.rows_version += old.rows_version + 1;
}

/// The place in `new` of the words at `offset` in `old`: of several, the one nearest to where they were.
pub(super) fn find_again(old: &str, offset: usize, new: &str) -> Option<usize> {
    let mut length = CONTEXT;
    while length >= CONTEXT / 8 {
        let end =
            (offset..=(offset + length).min(old.len())).rev().find(|i| old.is_char_boundary(*i))?;
        let words = TextRange::new(offset, end).slice(old);
        let nearest =
            new.match_indices(words).map(|(at, _)| at).min_by_key(|at| at.abs_diff(offset));
        if nearest.is_some() && !words.is_empty() {
            return nearest;
        }
        length /= 2;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_found_by_its_words() {
        let old = "One. Two sentences here. Three of them, “quoted”.";
        let new = "A new start. One. Two sentences here. Three of them, “quoted”.";
        let at = old.find("Three").expect("it is there");
        assert_eq!(find_again(old, at, new), new.find("Three"));
        assert_eq!(find_again(old, at, "Nothing of it"), None);
    }
}
