//! Places in a text: byte ranges, and the table between bytes and code points.
//!
//! Everything inside the program counts UTF-8 bytes. Code points appear in the JSON contract alone,
//! and egui's character index in the source pane alone.

use std::ops::Range;

/// The words with a small letter in front.
pub fn small(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// The text with every run of white space as one space.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What one pair of brackets holds, where that is all of the line but its full stop.
pub fn unwrapped(line: &str) -> Option<&str> {
    let rest = line.strip_prefix('(')?;
    let inner = rest.strip_suffix(").").or_else(|| rest.strip_suffix(')'))?;
    (!inner.contains(['(', ')'])).then_some(inner)
}

/// A half-open range of bytes of one text, on character boundaries of that text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextRange {
    start: u32,
    end: u32,
}

impl TextRange {
    /// From `start` up to, not including, `end`; the two change places when they come the wrong way round.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start: start.min(end) as u32, end: start.max(end) as u32 }
    }

    /// The range of `part` in `text`, or `None` when `part` is no slice of `text`.
    pub fn of(part: &str, text: &str) -> Option<Self> {
        let start = (part.as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
        let end = start + part.len();
        (end <= text.len()).then(|| Self::new(start, end))
    }

    pub fn start(self) -> usize {
        self.start as usize
    }

    pub fn end(self) -> usize {
        self.end as usize
    }

    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    pub fn contains(self, offset: usize) -> bool {
        (self.start()..self.end()).contains(&offset)
    }

    pub fn contains_range(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest range that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// What the two share, or `None` when that is nothing.
    pub fn intersect(self, other: Self) -> Option<Self> {
        let (start, end) = (self.start.max(other.start), self.end.min(other.end));
        (start < end).then_some(Self { start, end })
    }

    /// The words at this place; empty when the range does not lie in `text`.
    pub fn slice(self, text: &str) -> &str {
        text.get(Range::from(self)).unwrap_or_default()
    }

    /// The same words without white space at either end.
    #[must_use]
    pub fn trim(self, text: &str) -> Self {
        Self::of(self.slice(text).trim(), text).unwrap_or(self)
    }
}

impl From<TextRange> for Range<usize> {
    fn from(range: TextRange) -> Self {
        range.start()..range.end()
    }
}

/// Converts byte offsets of one text to code points and back.
pub struct CharTable {
    /// Code points before each stretch of [`STRETCH`] bytes.
    before: Vec<u32>,
}

const STRETCH: usize = 64;

impl CharTable {
    pub fn new(text: &str) -> Self {
        let mut count = 0;
        let before = text
            .as_bytes()
            .chunks(STRETCH)
            .map(|chunk| {
                let at_start = count;
                count += count_chars(chunk) as u32;
                at_start
            })
            .collect();
        Self { before }
    }

    /// Code points of `text` before the byte `offset`; `text` is the one the table was made of.
    pub fn chars_from_bytes(&self, text: &str, offset: usize) -> usize {
        let offset = offset.min(text.len());
        let stretch = offset / STRETCH;
        let Some(&before) = self.before.get(stretch).or(self.before.last()) else { return 0 };
        let first = if stretch < self.before.len() { stretch } else { self.before.len() - 1 };
        before as usize + count_chars(&text.as_bytes()[first * STRETCH..offset])
    }

    /// The byte at which code point `index` of `text` starts, or the text's length when it has fewer.
    pub fn bytes_from_chars(&self, text: &str, index: usize) -> usize {
        let stretch =
            self.before.partition_point(|&before| before as usize <= index).saturating_sub(1);
        let mut left = index - self.before.get(stretch).map_or(0, |&before| before as usize);
        for (at, byte) in text.bytes().enumerate().skip(stretch * STRETCH) {
            if byte & 0xC0 != 0x80 {
                if left == 0 {
                    return at;
                }
                left -= 1;
            }
        }
        text.len()
    }
}

/// Code points that start in `bytes`.
fn count_chars(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_found_in_its_text_alone() {
        let text = "“No comment,” she said.";
        let part = text.split(' ').nth(1).unwrap();
        assert_eq!(TextRange::of(part, text).unwrap().slice(text), "comment,”");
        assert_eq!(TextRange::of("comment", text), None);
    }

    #[test]
    fn ranges_that_touch_do_not_overlap() {
        let (left, right) = (TextRange::new(0, 4), TextRange::new(4, 6));
        assert!(!left.overlaps(right));
        assert_eq!(left.intersect(right), None);
        assert_eq!(left.cover(right), TextRange::new(0, 6));
    }

    #[test]
    fn every_character_has_its_code_point_and_its_byte() {
        for text in ["", "plain", &"Łódź’s “café” 🙂 — naïve\r\n".repeat(9)] {
            let table = CharTable::new(text);
            for (index, (offset, _)) in text.char_indices().enumerate() {
                assert_eq!(table.chars_from_bytes(text, offset), index);
                assert_eq!(table.bytes_from_chars(text, index), offset);
            }
            let count = text.chars().count();
            assert_eq!(table.chars_from_bytes(text, text.len()), count);
            assert_eq!(table.bytes_from_chars(text, count), text.len());
        }
    }
}
