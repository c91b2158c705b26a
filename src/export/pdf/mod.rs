//! The briefing as a PDF: tagged text, an outline, and every reference a link to its paragraph, which
//! follow in full behind the briefing.
//!
//! What stands on the pages is composed here, where it stands in `layout`, how it is drawn in `drawing`.

mod drawing;
mod fonts;
mod layout;

use self::fonts::{Cut, Fonts};
use self::layout::{Block, Kind, Piece};
use super::Article;
use super::sections::{Entry, byline, outline, place};
use super::text::quoted;
use crate::document::BlockKind;
use crate::error::Error;

pub(super) fn write(article: Article<'_>) -> Result<Vec<u8>, Error> {
    let failed = |why: &str| Error::NotWritten(why.to_owned());
    let mut blocks = blocks(article);
    let texts = blocks.iter().flat_map(|block| &block.pieces).map(|piece| piece.text.as_str());
    let fonts = Fonts::load(texts).ok_or_else(|| failed("the typefaces cannot be read"))?;
    blocks.extend(lacking(&fonts.lacking));
    let pages = layout::lay_out(&blocks, &fonts);
    drawing::draw(article, &pages, fonts.of(Cut::Regular)).map_err(|why| failed(&why))
}

/// So many letters that no font has are named.
const MOST: usize = 8;

/// Says that letters are shown as boxes, and which.
fn lacking(letters: &[char]) -> Option<Block> {
    if letters.is_empty() {
        return None;
    }
    let codes: Vec<String> =
        letters.iter().take(MOST).map(|letter| format!("U+{:04X}", u32::from(*letter))).collect();
    let more = if letters.len() > MOST { ", …" } else { "" };
    let what = format!(
        "No font on the computer that wrote this has {} of the letters used, which are shown as boxes: {}{more}.",
        letters.len(),
        codes.join(", ")
    );
    Some(Block::new(Kind::Remark, vec![Piece::plain(&what)]))
}

fn blocks(article: Article<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::new(Kind::Title, vec![Piece::plain(article.title())])];
    let byline = byline(article);
    if !byline.is_empty() {
        blocks.push(Block::new(Kind::Remark, vec![Piece::plain(&byline)]));
    }
    for note in &article.document.notes {
        blocks.push(Block::new(Kind::Remark, vec![Piece::plain(&format!("Note: {note}"))]));
    }
    for section in outline(article) {
        blocks.push(Block::new(Kind::Heading, vec![Piece::plain(section.heading)]));
        if section.entries.is_empty() {
            blocks.push(Block::new(Kind::Remark, vec![Piece::plain(section.empty)]));
        }
        blocks.extend(section.entries.iter().map(|entry| entry_block(article, entry)));
        if let Some(more) = section.more() {
            blocks.push(Block::new(Kind::Remark, vec![Piece::plain(&more)]));
        }
    }
    blocks.push(Block::new(Kind::Heading, vec![Piece::plain("The article")]));
    let document = article.document;
    for (idx, block) in document.blocks().iter().enumerate() {
        let kind = match block.kind {
            BlockKind::Title | BlockKind::Heading => Kind::Subheading,
            BlockKind::Paragraph | BlockKind::Quote | BlockKind::ListItem => Kind::Paragraph,
            BlockKind::Byline | BlockKind::Caption => Kind::Remark,
            // The page is for reading; the file has it all.
            BlockKind::Boilerplate => continue,
        };
        let mut pieces = Vec::new();
        if let Some(number) = document.paragraph_number(idx) {
            pieces.push(Piece { cut: Cut::Bold, ..Piece::plain(&format!("{number} ")) });
        }
        pieces.push(Piece::plain(block.range.slice(document.text())));
        blocks.push(Block { place: Some(idx), ..Block::new(kind, pieces) });
    }
    let foot =
        format!("Source: {}. Briefing by Sidelight {}.", article.file, env!("CARGO_PKG_VERSION"));
    blocks.push(Block::new(Kind::Remark, vec![Piece::plain(&foot)]));
    blocks
}

fn entry_block(article: Article<'_>, entry: &Entry) -> Block {
    let mut pieces = vec![Piece::plain("• ")];
    if !entry.label.is_empty() {
        pieces.push(Piece { cut: Cut::Bold, ..Piece::plain(&format!("{}: ", entry.label)) });
    }
    pieces.push(Piece::plain(&entry.text));
    for proof in &entry.proofs {
        let quote = format!(" {} ", quoted(&proof.quote));
        pieces.push(Piece { cut: Cut::Italic, ..Piece::plain(&quote) });
        let link = article.document.block_at(proof.range.start());
        pieces.push(Piece { link, ..Piece::plain(&format!("({})", place(proof))) });
    }
    Block::new(Kind::Entry, pieces)
}
