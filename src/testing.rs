//! Test helpers: texts with places marked in them as `«…»`.

use crate::document::Document;
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

#[test]
fn marking_and_unmarking_are_inverse() {
    let marked = "«Mr. Lee» said “no” to «Ana María».";
    assert_eq!(mark(&unmark(marked), &marks(marked)), marked);
}
