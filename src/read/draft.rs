//! A document in the making: what every reader of a format fills.
//!
//! Readers push blocks of rendered text in order; the draft parts them with white space and keeps the
//! places. Which block is a title or clutter is settled afterwards, in `read::roles`.

use crate::document::{Block, BlockKind, Meta, Style, StyleKind};
use crate::text::TextRange;

#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    pub(super) text: String,
    pub(super) blocks: Vec<Block>,
    pub(super) styles: Vec<Style>,
    pub(super) meta: Meta,
    pub(super) notes: Vec<String>,
    /// As in the document.
    pub(super) pages: Vec<usize>,
    /// As in the document.
    pub(super) chapters: Vec<String>,
}

/// Text of one block with its styles, whose ranges count from the start of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Inline {
    pub(super) text: String,
    pub(super) styles: Vec<Style>,
}

impl Draft {
    pub(super) fn push(&mut self, kind: BlockKind, level: u8, inline: Inline) {
        let trimmed = inline.text.trim();
        let Some(kept) = TextRange::of(trimmed, &inline.text).filter(|kept| !kept.is_empty())
        else {
            return;
        };
        if let Some(last) = self.blocks.last() {
            let close =
                last.kind == kind && matches!(kind, BlockKind::ListItem | BlockKind::Boilerplate);
            self.text.push_str(if close { "\n" } else { "\n\n" });
        }
        let start = self.text.len();
        self.text.push_str(trimmed);
        self.blocks.push(Block { kind, range: TextRange::new(start, self.text.len()), level });
        self.styles.extend(inline.styles.into_iter().filter_map(|style| {
            let shared = style.range.intersect(kept)?;
            let range = TextRange::new(
                shared.start() - kept.start() + start,
                shared.end() - kept.start() + start,
            );
            Some(Style { range, kind: style.kind })
        }));
    }

    /// The block's words.
    pub(super) fn slice(&self, block: usize) -> &str {
        self.blocks.get(block).map_or("", |block| block.range.slice(&self.text))
    }
}

impl Inline {
    /// Adds text as it is, but for what is not seen.
    pub(super) fn push(&mut self, text: &str) {
        self.text.extend(text.chars().filter(|character| !is_break_hint(*character)));
    }

    /// Adds text whose runs of white space count as one space, as in a web page. A no-break space
    /// stays.
    pub(super) fn push_collapsed(&mut self, text: &str) {
        for character in text.chars().filter(|character| !is_break_hint(*character)) {
            if matches!(character, ' ' | '\t' | '\n' | '\r' | '\u{c}') {
                if !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
                    self.text.push(' ');
                }
            } else {
                self.text.push(character);
            }
        }
    }

    /// Begins a new line inside the block.
    pub(super) fn line_break(&mut self) {
        let kept = self.text.trim_end_matches(' ').len();
        self.text.truncate(kept);
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    /// Gives what was added since `start` (a byte of the text) a style.
    pub(super) fn style_since(&mut self, start: usize, kind: StyleKind) {
        let range = TextRange::new(start.min(self.text.len()), self.text.len());
        let range = range.trim(&self.text);
        if !range.is_empty() {
            self.styles.push(Style { range, kind });
        }
    }

    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// Where a word may be broken or joined, and nothing that is read: a name with a soft hyphen in it would be another name.
fn is_break_hint(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

impl From<&str> for Inline {
    fn from(text: &str) -> Self {
        Self { text: text.to_owned(), styles: Vec::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_a_word_may_break_is_no_part_of_it() {
        let mut inline = Inline::default();
        inline.push("Nether\u{ad}ton ");
        inline.push_collapsed("\u{feff}said  no\u{200b}thing");
        assert_eq!(inline.text, "Netherton said nothing");
    }

    #[test]
    fn styles_move_with_their_block() {
        let mut draft = Draft::default();
        draft.push(BlockKind::Paragraph, 0, Inline::from("One."));
        let mut inline = Inline::default();
        inline.push_collapsed("  She \n said ");
        let start = inline.text.len();
        inline.push_collapsed("“no” ");
        inline.style_since(start, StyleKind::Strong);
        draft.push(BlockKind::Paragraph, 0, inline);
        assert_eq!(draft.text, "One.\n\nShe said “no”");
        assert_eq!(draft.styles[0].range.slice(&draft.text), "“no”");
        draft.push(BlockKind::Paragraph, 0, Inline::from(" \n"));
        assert_eq!(draft.blocks.len(), 2);
    }
}
