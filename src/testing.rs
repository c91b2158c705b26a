//! Test helpers: texts with places marked in them as `«…»`.

use crate::document::{Block, BlockKind, Document, Format, Meta, Source};
use crate::text::TextRange;

/// The text without its marks.
pub(crate) fn unmark(marked: &str) -> String {
    marked.replace(['«', '»'], "")
}

/// The places marked in `marked`, as ranges of [`unmark`]'s text, in the order of their openings.
pub(crate) fn marks(marked: &str) -> Vec<TextRange> {
    let (mut ranges, mut open, mut offset) = (Vec::new(), Vec::new(), 0);
    for character in marked.chars() {
        match character {
            '«' => {
                open.push(ranges.len());
                ranges.push(TextRange::new(offset, offset));
            }
            '»' => {
                let idx: usize = open.pop().expect("every mark that closes was opened");
                ranges[idx] = TextRange::new(ranges[idx].start(), offset);
            }
            other => offset += other.len_utf8(),
        }
    }
    ranges
}

/// The text with `ranges`, which must not overlap, marked in it.
pub(crate) fn mark(text: &str, ranges: &[TextRange]) -> String {
    let mut marked = text.to_owned();
    let mut sorted = ranges.to_vec();
    sorted.sort_unstable();
    for range in sorted.into_iter().rev() {
        marked.insert(range.end(), '»');
        marked.insert(range.start(), '«');
    }
    marked
}

/// A document whose blocks are the paragraphs of `text`, parted by blank lines.
pub(crate) fn document(text: &str) -> Document {
    Document::of_paragraphs(text.to_owned())
}

/// A document of `blocks`, signed by `byline`.
pub(crate) fn of_blocks(blocks: &[(BlockKind, &str)], byline: Option<&str>) -> Document {
    let (mut text, mut placed) = (String::new(), Vec::new());
    for &(kind, part) in blocks {
        let range = TextRange::new(text.len(), text.len() + part.len());
        placed.push(Block { kind, range, level: 0 });
        text.push_str(part);
        text.push_str("\n\n");
    }
    let meta = Meta { byline: byline.map(str::to_owned), ..Meta::default() };
    let source = Source {
        format: Format::Text,
        encoding: "UTF-8",
        encoding_guessed: false,
        sha256: String::new(),
    };
    Document::new(text, placed, Vec::new(), meta, source)
}

#[test]
fn marking_and_unmarking_are_inverse() {
    let marked = "«Mr. Lee» said “no” to «Ana María».";
    assert_eq!(mark(&unmark(marked), &marks(marked)), marked);
}

/// Expects the actors of a text to have so many mentions each.
#[track_caller]
pub(crate) fn check_mentions(text: &str, expected: &[usize]) {
    let briefing = crate::briefing::brief(&document(text));
    let mentions: Vec<usize> = briefing.actors.iter().map(|actor| actor.mentions.len()).collect();
    assert_eq!(mentions, expected);
}
