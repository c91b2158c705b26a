//! An article as it was read: its text, what each part of it is, and what is known about it.
//!
//! Readers make a [`Document`]; nothing changes it afterwards, so a byte range into its text stays
//! valid for as long as the article is open.

mod turns;

use jiff::civil::Date;

use crate::text::TextRange;
use turns::{OWN, Turns};

/// The one owner of an article's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    text: String,
    blocks: Vec<Block>,
    styles: Vec<Style>,
    turns: Turns,
    pub meta: Meta,
    pub source: Source,
    /// What could not be read or was guessed, in sentences for the reader.
    pub notes: Vec<String>,
    /// Where each page begins, in bytes, in order; empty where the file has no pages.
    pub pages: Vec<usize>,
    /// The titles of a book's chapters, of which the text may be one or all; empty elsewhere.
    pub chapters: Vec<String>,
}

/// A stretch of the text with one purpose.
///
/// Blocks come in the order of the text and never overlap. What lies between two blocks is white
/// space; boilerplate is a block too, so nothing of the file is hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    pub kind: BlockKind,
    /// Never empty; starts and ends on a character that is not white space.
    pub range: TextRange,
    /// Of a heading 1 to 6, of a list item how deep it is nested (from 1), else 0.
    pub level: u8,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    Title,
    Byline,
    Heading,
    Paragraph,
    Quote,
    ListItem,
    Caption,
    /// Share bars, notices, related links: shown folded, never evidence.
    Boilerplate,
}

impl BlockKind {
    /// The contract's word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Byline => "byline",
            Self::Heading => "heading",
            Self::Paragraph => "paragraph",
            Self::Quote => "quote",
            Self::ListItem => "list_item",
            Self::Caption => "caption",
            Self::Boilerplate => "boilerplate",
        }
    }

    /// Whether the block is the article's own words, which the engine reads and may cite.
    pub fn is_prose(self) -> bool {
        matches!(self, Self::Title | Self::Heading | Self::Paragraph | Self::Quote | Self::ListItem)
    }
}

/// How a stretch of text inside a block is to look, or where it leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Style {
    pub range: TextRange,
    pub kind: StyleKind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StyleKind {
    Strong,
    Emphasis,
    Code,
    /// The address the link leads to.
    Link(String),
}

/// What the article says about itself. Found in the file or absent, never guessed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    pub title: Option<String>,
    pub byline: Option<String>,
    pub publisher: Option<String>,
    pub published: Option<Date>,
    /// BCP 47, such as `en`.
    pub language: Option<String>,
}

/// The file behind a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    pub format: Format,
    /// The WHATWG name of the encoding, such as `UTF-8`.
    pub encoding: &'static str,
    /// Whether the encoding was guessed from the bytes alone.
    pub encoding_guessed: bool,
    /// Of the file's bytes, in lower-case hexadecimal digits.
    pub sha256: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Text,
    Markdown,
    Html,
    Pdf,
    Docx,
    Odt,
    Epub,
    Rtf,
    Mail,
    /// A web page saved as one file, `.mhtml`.
    WebArchive,
}

impl Format {
    /// The contract's word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Odt => "odt",
            Self::Epub => "epub",
            Self::Rtf => "rtf",
            Self::Mail => "eml",
            Self::WebArchive => "mhtml",
        }
    }
}

impl Document {
    /// Blocks that are empty, out of order or outside `text` are left out, so that a reader's slip
    /// cannot break what is built on the order of blocks.
    pub fn new(
        text: String,
        blocks: Vec<Block>,
        styles: Vec<Style>,
        meta: Meta,
        source: Source,
    ) -> Self {
        let mut kept: Vec<Block> = Vec::with_capacity(blocks.len());
        for block in blocks {
            let range = block.range.trim(&text);
            let after_last = kept.last().is_none_or(|last| last.range.end() <= range.start());
            if after_last && !range.slice(&text).is_empty() {
                kept.push(Block { range, ..block });
            }
        }
        let turns = Turns::find(&text, &kept, &styles);
        Self {
            text,
            blocks: kept,
            styles,
            turns,
            meta,
            source,
            notes: Vec::new(),
            pages: Vec::new(),
            chapters: Vec::new(),
        }
    }

    /// A document of paragraphs parted by blank lines: for tests, benchmarks and the trainer, which have a text
    /// and no file.
    pub fn of_paragraphs(text: String) -> Self {
        let blocks = text
            .split("\n\n")
            .filter_map(|part| TextRange::of(part, &text))
            .map(|range| Block { kind: BlockKind::Paragraph, range, level: 0 })
            .collect();
        let source = Source {
            format: Format::Text,
            encoding: "UTF-8",
            encoding_guessed: false,
            sha256: String::new(),
        };
        Self::new(text, blocks, Vec::new(), Meta::default(), source)
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// In the order of the text.
    pub fn styles(&self) -> &[Style] {
        &self.styles
    }

    /// Whether the block is the turn of somebody who asks: it ends in a question mark or begins with `Q:`, is set in bold as
    /// other turns that do, or stands where he asks by turns.
    pub fn asks(&self, block: usize) -> bool {
        self.turns.asking.get(block).copied().unwrap_or_default()
    }

    /// Whether the block is one quotation from end to end, as some papers print answers.
    pub fn is_quotation(&self, block: usize) -> bool {
        let words = self.blocks.get(block).map_or("", |block| block.range.slice(&self.text)).trim();
        let inside = words.strip_prefix(['“', '"']).and_then(|rest| rest.strip_suffix(['”', '"']));
        inside.is_some_and(|inside| !inside.contains(['“', '”', '"']))
    }

    /// The name before the colon of a turn, where the text is a conversation of such turns: `Ana Lee` in `Ana Lee: No.`
    pub fn turn_of(&self, block: usize) -> Option<TextRange> {
        self.turns.labels.get(block).copied().flatten()
    }

    /// Whether the text is a conversation of turns with names, in which one asks.
    pub fn interviews_by_name(&self) -> bool {
        self.turns.interviews
    }

    /// Whether the block is a turn that answers one who asks: the one right behind his, one that has another's name before it,
    /// or one that says `I` further on. What the paper adds at the end is none.
    pub fn answers(&self, block: usize) -> bool {
        let own = || {
            let words = self.blocks.get(block).map_or("", |block| block.range.slice(&self.text));
            words.split(|c: char| !c.is_alphanumeric()).any(|word| OWN.contains(&word))
        };
        if self.asks(block) {
            return false;
        }
        let Some(before) = block.checked_sub(1) else { return self.turn_of(block).is_some() };
        let asked = || self.turns.first_asking.is_some_and(|first| first < before);
        self.asks(before) || self.turn_of(block).is_some() || asked() && own()
    }

    /// The index of the block that holds the byte `offset`.
    pub fn block_at(&self, offset: usize) -> Option<usize> {
        let after = self.blocks.partition_point(|block| block.range.start() <= offset);
        let idx = after.checked_sub(1)?;
        (offset <= self.blocks[idx].range.end()).then_some(idx)
    }

    /// The block that holds the byte `offset`.
    pub fn block_of(&self, offset: usize) -> Option<&Block> {
        self.blocks.get(self.block_at(offset)?)
    }

    /// The number, from 1, of the page that holds the byte `offset`; `None` where the file has no pages.
    pub fn page_at(&self, offset: usize) -> Option<usize> {
        let number = self.pages.partition_point(|&start| start <= offset);
        (!self.pages.is_empty()).then_some(number.max(1))
    }

    /// The number shown beside each block: prose is counted from 1, the rest has none.
    pub fn paragraph_number(&self, block: usize) -> Option<usize> {
        let counted = |block: &Block| {
            matches!(block.kind, BlockKind::Paragraph | BlockKind::Quote | BlockKind::ListItem)
        };
        counted(self.blocks.get(block)?)
            .then(|| self.blocks[..=block].iter().filter(|block| counted(block)).count())
    }
}
