//! Sentences of which a speaker's own words are only a part: `The cuts “do nothing” for growth, he said`.
//!
//! What stands before the mark and belongs to the same clause is his too, reported instead of quoted. Which cue a
//! quotation has is for `quotation` to say.

use std::ops::Range;

use super::lexicon::{self, Class};
use super::view::View;
use crate::language::{Quotation, Upos};
use crate::text::TextRange;

/// The quotation together with the words around it that finish its clause.
pub(super) fn widened(view: &View<'_>, quotation: &Quotation, cue: usize) -> TextRange {
    let tokens = view.analysis.tokens_in(quotation.range);
    let start = before(view, &tokens, cue).unwrap_or(tokens.start);
    let end = behind(view, &tokens, cue);
    let whole = view.trimmed(start..end).unwrap_or(quotation.range);
    whole.cover(quotation.range)
}

/// Where the clause of a quotation that starts in its midst begins, if its cue stands behind it; before a cue the clause
/// is what the verb reports.
fn before(view: &View<'_>, tokens: &Range<usize>, cue: usize) -> Option<usize> {
    let sentence = view.sentence(tokens.start);
    let first = tokens.clone().find(|&token| view.is_word(token))?;
    let small = view.word(first).starts_with(char::is_lowercase);
    let start = view.after_dateline(&sentence);
    if cue < tokens.start || start >= tokens.start || !small {
        return None;
    }
    let gap = start..tokens.start;
    let quoted = gap.clone().any(|token| view.quotation(token).is_some());
    // "said: “", "said, “": the quotation stands for itself.
    let parted = view.is_one_of(tokens.start - 1, &[",", ":", ";", "–", "—", "--"]);
    if quoted || parted {
        return None;
    }
    // All of the sentence before the mark, unless it reports something itself.
    let other = gap.clone().any(|token| {
        view.upos(token) == Upos::Verb
            && lexicon::say(lexicon::entries_of(view.lemma(token), view.word(token), Class::Verb))
    });
    (!other).then_some(start)
}

/// Where the words end that hang on words of the quotation: `“You squeezed them” to raise the price`.
fn behind(view: &View<'_>, tokens: &Range<usize>, cue: usize) -> usize {
    let sentence = view.sentence(tokens.start);
    let text = view.analysis.cover(tokens.clone()).slice(view.text());
    let closed = text
        .trim_end_matches(['”', '"', '’', '\'', '»'])
        .ends_with(['.', ',', '!', '?', '…', '-', '—']);
    let mut end = tokens.end;
    if closed {
        return end;
    }
    let trailing = cue >= tokens.end;
    while !trailing
        && end < sentence.end
        && view.is_word(end)
        && view.quotation(end).is_none()
        && hangs_in(view, end, tokens)
    {
        end += 1;
    }
    // “You squeezed them” to raise the price, she said: up to the comma before the cue, whatever the tree makes of it.
    let comma = (tokens.end..sentence.end).find(|&token| view.is(token, ","));
    match comma.filter(|&comma| tokens.end < comma && before_cue(view, comma, cue)) {
        Some(comma) if (tokens.end..comma).all(|token| view.quotation(token).is_none()) => comma,
        _ => end,
    }
}

/// Whether nothing but the speaker stands between a comma and the cue: `, she said`, `, the mayor added`.
fn before_cue(view: &View<'_>, comma: usize, cue: usize) -> bool {
    comma < cue
        && cue <= comma + 6
        && (comma + 1..cue).all(|token| {
            view.is_word(token)
                && !matches!(view.upos(token), Upos::Verb | Upos::Aux | Upos::Cconj | Upos::Sconj)
        })
}

/// Whether the way up the tree from `token` leads into `tokens`.
fn hangs_in(view: &View<'_>, token: usize, tokens: &Range<usize>) -> bool {
    view.analysis.ancestors(token).any(|above| tokens.contains(&above))
}

#[cfg(test)]
mod tests {
    use crate::briefing::positions::testing::contents;

    #[track_caller]
    fn check(text: &str, content: &str) {
        assert_eq!(contents(text), [content]);
    }

    #[test]
    fn a_quotation_within_a_clause_is_a_part_of_it() {
        check(
            "Ana Lee said the tolls “bring no ship back to this harbour.”",
            "the tolls “bring no ship back to this harbour.”",
        );
        check(
            "Omar Haddad said he had worked in the mine “for the island’s future, knowing that it gave us none.”",
            "he had worked in the mine “for the island’s future, knowing that it gave us none.”",
        );
    }

    #[test]
    fn a_whole_quotation_stands_for_itself() {
        check(
            "Ana Lee said in a statement, “The tax does nothing for growth.”",
            "“The tax does nothing for growth.”",
        );
    }
}
