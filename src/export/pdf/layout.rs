//! Words to lines, lines to pages. All lengths are in points, `y` downwards from the top of the page.

use krilla::text::Font;

use super::fonts::{Cut, Fonts, breaks_anywhere};

/// A4.
pub(super) const WIDTH: f32 = 595.28;
pub(super) const HEIGHT: f32 = 841.89;
pub(super) const MARGIN: f32 = 64.0;

/// What a block is: decides its size, its space and its tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Title,
    Heading,
    Subheading,
    Entry,
    Paragraph,
    Remark,
}

impl Kind {
    fn size(self) -> f32 {
        match self {
            Self::Title => 20.0,
            Self::Heading => 14.0,
            Self::Subheading => 11.5,
            Self::Entry | Self::Paragraph => 10.5,
            Self::Remark => 9.5,
        }
    }

    fn space_before(self) -> f32 {
        match self {
            Self::Title => 0.0,
            Self::Heading => 18.0,
            Self::Subheading => 10.0,
            Self::Entry | Self::Paragraph => 5.0,
            Self::Remark => 4.0,
        }
    }

    pub(super) fn is_heading(self) -> bool {
        matches!(self, Self::Title | Self::Heading | Self::Subheading)
    }

    /// How far all lines but the first stand in.
    fn hang(self) -> f32 {
        if self == Self::Entry { 9.0 } else { 0.0 }
    }
}

pub(super) struct Block {
    pub(super) kind: Kind,
    pub(super) pieces: Vec<Piece>,
    /// The block of the article that this is, for links to it.
    pub(super) place: Option<usize>,
}

impl Block {
    pub(super) fn new(kind: Kind, pieces: Vec<Piece>) -> Self {
        Self { kind, pieces, place: None }
    }
}

#[derive(Clone)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) cut: Cut,
    /// The block of the article that a click leads to.
    pub(super) link: Option<usize>,
}

impl Piece {
    pub(super) fn plain(text: &str) -> Self {
        Self { text: text.to_owned(), cut: Cut::Regular, link: None }
    }
}

/// Words of one look on one line.
pub(super) struct Run {
    pub(super) x: f32,
    /// Of the line the letters stand on.
    pub(super) baseline: f32,
    pub(super) width: f32,
    pub(super) size: f32,
    pub(super) text: String,
    pub(super) font: Font,
    pub(super) link: Option<usize>,
    /// Which block it belongs to.
    pub(super) block: usize,
}

pub(super) struct Pages {
    pub(super) pages: Vec<Vec<Run>>,
    /// For each block: its kind, the page and height where it begins, its words, the article's block.
    pub(super) starts: Vec<Start>,
}

pub(super) struct Start {
    pub(super) kind: Kind,
    pub(super) page: usize,
    pub(super) top: f32,
    pub(super) text: String,
    pub(super) place: Option<usize>,
}

/// A word with the look of its piece, and whether white space stands before it.
struct Word {
    text: String,
    spaced: bool,
    cut: Cut,
    link: Option<usize>,
}

pub(super) fn lay_out(blocks: &[Block], fonts: &Fonts) -> Pages {
    let mut pages: Vec<Vec<Run>> = vec![Vec::new()];
    let mut starts = Vec::new();
    let mut y = MARGIN;
    for (idx, block) in blocks.iter().enumerate() {
        let (size, kind) = (block.kind.size(), block.kind);
        let leading = size * 1.38;
        if y > MARGIN {
            y += kind.space_before();
        }
        // A heading takes at least two lines of what it heads along.
        let needed = if kind.is_heading() { leading * 3.5 } else { leading };
        if y + needed > HEIGHT - MARGIN && y > MARGIN {
            pages.push(Vec::new());
            y = MARGIN;
        }
        let start = Start {
            kind,
            page: pages.len() - 1,
            top: y,
            text: block.pieces.iter().map(|piece| piece.text.as_str()).collect(),
            place: block.place,
        };
        starts.push(start);
        for (n_line, line) in lines(block, size, fonts).into_iter().enumerate() {
            if y + leading > HEIGHT - MARGIN {
                pages.push(Vec::new());
                y = MARGIN;
            }
            let mut x = MARGIN + if n_line == 0 { 0.0 } else { kind.hang() };
            for Piece { text, cut, link } in line {
                let width = fonts.width(cut, size, &text);
                let font = fonts.of(cut).clone();
                let run = Run { x, baseline: y + size, width, size, text, font, link, block: idx };
                x += width;
                if let Some(page) = pages.last_mut() {
                    page.push(run);
                }
            }
            y += leading;
        }
    }
    Pages { pages, starts }
}

/// Breaks a block into lines of runs.
fn lines(block: &Block, size: f32, fonts: &Fonts) -> Vec<Vec<Piece>> {
    let heading = block.kind.is_heading();
    let pieces: Vec<Piece> = block
        .pieces
        .iter()
        .flat_map(|piece| {
            let cut = if heading { Cut::Bold } else { piece.cut };
            let stretches = fonts.stretches(&piece.text, cut).into_iter();
            stretches.map(|(text, cut)| Piece { text: text.to_owned(), cut, link: piece.link })
        })
        .collect();
    let mut lines: Vec<Vec<Piece>> = vec![Vec::new()];
    let mut x = 0.0;
    for word in words(&pieces) {
        let cut = word.cut;
        let room = WIDTH - 2.0 * MARGIN - if lines.len() > 1 { block.kind.hang() } else { 0.0 };
        let space = if word.spaced && x > 0.0 { fonts.width(cut, size, " ") } else { 0.0 };
        let width = fonts.width(cut, size, &word.text);
        if x > 0.0 && word.spaced && x + space + width > room {
            lines.push(Vec::new());
            x = 0.0;
        }
        for part in fitting(&word.text, room, |text| fonts.width(cut, size, text)) {
            let width = fonts.width(cut, size, part);
            if x > 0.0 && x + width > room {
                lines.push(Vec::new());
                x = 0.0;
            }
            let spaced = word.spaced && x > 0.0;
            push(&mut lines, part, spaced, cut, word.link);
            x += width + if spaced { space } else { 0.0 };
        }
    }
    lines
}

/// The word, cut where it is wider than a whole line, as a web address may be.
fn fitting(word: &str, room: f32, width: impl Fn(&str) -> f32) -> Vec<&str> {
    if width(word) <= room {
        return vec![word];
    }
    let (mut parts, mut from) = (Vec::new(), 0);
    for (at, letter) in word.char_indices() {
        let part = word.get(from..at + letter.len_utf8()).unwrap_or_default();
        if at > from && width(part) > room {
            parts.push(word.get(from..at).unwrap_or_default());
            from = at;
        }
    }
    parts.push(word.get(from..).unwrap_or_default());
    parts
}

/// Adds a word to the last line; words of one look are one run.
fn push(lines: &mut [Vec<Piece>], text: &str, spaced: bool, cut: Cut, link: Option<usize>) {
    let Some(line) = lines.last_mut() else { return };
    let mut text = text.to_owned();
    if spaced && let Some(last) = line.last_mut() {
        if matches!(last.cut, Cut::System(_)) && last.cut != cut && link.is_none() {
            // Behind words that run from the right, a space of theirs would stand left of them.
            text.insert(0, ' ');
        } else {
            // The space belongs to what stands before it, so that no link begins with one.
            last.text.push(' ');
        }
    }
    match line.last_mut() {
        Some(last) if last.cut == cut && last.link == link => last.text.push_str(&text),
        _ => line.push(Piece { text, cut, link }),
    }
}

fn words(pieces: &[Piece]) -> Vec<Word> {
    let mut words = Vec::new();
    let mut spaced = false;
    for piece in pieces {
        let mut rest = piece.text.as_str();
        while !rest.is_empty() {
            let trimmed = rest.trim_start();
            spaced |= trimmed.len() < rest.len();
            let end = trimmed.find(char::is_whitespace).unwrap_or(trimmed.len());
            let (word, after) = trimmed.split_at(end);
            for part in breakable(word) {
                let text = part.chars().filter(|c| !c.is_control() && *c != '\u{ad}').collect();
                words.push(Word { text, spaced, cut: piece.cut, link: piece.link });
                spaced = false;
            }
            rest = after;
        }
    }
    words
}

/// The word, cut behind every letter where a line may end: Chinese and Japanese set no spaces.
fn breakable(word: &str) -> Vec<&str> {
    let (mut parts, mut from) = (Vec::new(), 0);
    let mut after = false;
    for (at, letter) in word.char_indices() {
        // Closing marks stay with the letter before them.
        if after && letter.is_alphanumeric() {
            parts.push(word.get(from..at).unwrap_or_default());
            from = at;
        }
        after = breaks_anywhere(letter) || after && !letter.is_alphanumeric();
    }
    parts.push(word.get(from..).unwrap_or_default());
    parts.retain(|part| !part.is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_fit_and_lose_no_word() {
        let fonts = Fonts::load([]).unwrap();
        let long = "https://example.org/".to_owned() + &"a-long-address/".repeat(20);
        let text =
            format!("{} {long} {}", "plain words and ".repeat(40), "more of them ".repeat(30));
        let link = Piece { link: Some(3), ..Piece::plain("(paragraph 3)") };
        let block = Block::new(Kind::Entry, vec![Piece::plain(&text), link]);
        let pages = lay_out(&[block], &fonts);
        let runs: Vec<&Run> = pages.pages.iter().flatten().collect();
        assert!(runs.iter().all(|run| run.x + run.width <= WIDTH - MARGIN + 3.0));
        let drawn: String = runs.iter().map(|run| run.text.as_str()).collect();
        let bare = |text: &str| text.split_whitespace().collect::<String>();
        assert_eq!(bare(&drawn), bare(&format!("{text}(paragraph 3)")));
        assert!(runs.iter().any(|run| run.link == Some(3) && run.text == "(paragraph 3)"));
    }

    #[test]
    fn lines_may_end_behind_each_letter_where_words_have_no_spaces() {
        assert_eq!(breakable("北京市。上海"), ["北", "京", "市。", "上", "海"]);
        assert_eq!(breakable("(Beijing)"), ["(Beijing)"]);
    }

    #[test]
    fn a_heading_is_never_the_last_line_of_a_page() {
        let fonts = Fonts::load([]).unwrap();
        let mut blocks: Vec<Block> = Vec::new();
        for _ in 0..120 {
            blocks.push(Block::new(Kind::Heading, vec![Piece::plain("Heading")]));
            blocks.push(Block::new(Kind::Paragraph, vec![Piece::plain("One line.")]));
        }
        let pages = lay_out(&blocks, &fonts);
        assert!(pages.pages.len() > 3);
        for page in &pages.pages {
            assert_eq!(page.last().map(|run| run.text.as_str()), Some("One line."));
        }
    }
}
