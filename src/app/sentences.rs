//! Where sentences begin, for a reader who walks through the source with the keyboard.
//!
//! The engine has a better notion of its own, which it keeps to itself; a slip here costs a key press.

use crate::document::Document;
use crate::text::TextRange;

/// The sentences of the article's own words, in order, each inside one block.
pub(super) fn sentences(document: &Document) -> Vec<TextRange> {
    let mut found = Vec::new();
    for block in document.blocks().iter().filter(|block| block.kind.is_prose()) {
        split(document.text(), block.range, &mut found);
    }
    found
}

fn split(text: &str, block: TextRange, found: &mut Vec<TextRange>) {
    let words = block.slice(text);
    let mut start = 0;
    let mut push = |from: usize, to: usize| {
        let range = TextRange::new(block.start() + from, block.start() + to).trim(text);
        if !range.is_empty() {
            found.push(range);
        }
    };
    for (idx, mark) in words.char_indices().filter(|(_, c)| matches!(c, '.' | '!' | '?' | '…')) {
        let rest = words.get(idx + mark.len_utf8()..).unwrap_or_default();
        let after =
            rest.trim_start_matches(['.', '!', '?', '…', '”', '’', '"', '\'', ')', ']', '»']);
        let end = words.len() - after.len();
        if end > start && ends_sentence(words.get(start..idx).unwrap_or_default(), mark, after) {
            push(start, end);
            start = end;
        }
    }
    push(start, words.len());
}

/// Whether a mark ends a sentence, by the word before it and what follows.
fn ends_sentence(before: &str, mark: char, after: &str) -> bool {
    let Some(gap) = after.chars().next() else { return false };
    if !gap.is_whitespace() {
        return false;
    }
    let next = after.trim_start().trim_start_matches(['“', '‘', '"', '\'', '(', '[', '«']);
    if !next.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit()) {
        return false;
    }
    let word = before.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or_default();
    // "Mr. Lee", "J. Smith" and "U.S. Senate" do not end a sentence.
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    mark != '.' || !(initial || word.contains('.') || is_title(word))
}

fn is_title(word: &str) -> bool {
    let titles = [
        "Mr", "Mrs", "Ms", "Dr", "Prof", "Sen", "Rep", "Gov", "Gen", "Col", "Lt", "Sgt", "Capt",
        "St", "Rev", "Hon", "vs", "No", "Jr", "Sr",
    ];
    titles.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{document, mark, unmark};

    #[track_caller]
    fn check(marked: &str) {
        let document = document(&unmark(marked));
        assert_eq!(mark(document.text(), &sentences(&document)), marked);
    }

    #[test]
    fn titles_and_initials_end_no_sentence() {
        check(
            "«Mr. Lee met J. Smith.» «“Is it over?” he asked.» «“Yes!”» «The U.S. Senate voted…»",
        );
        check("«One paragraph.»\n\n«Another, of 3.5 lines.»");
    }
}
