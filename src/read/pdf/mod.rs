//! PDF: the glyphs of each page in drawing order, joined into lines; `layout` makes paragraphs of them.
//!
//! Only the letters and where they stand are asked of the parser; pictures, colours and lines drawn are not
//! looked at.

mod layout;
mod line;

use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps,
    InterpreterCache, InterpreterSettings, SoftMask, TransformExt as _, interpret_page,
};
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use self::line::{Line, Lines};
use super::Options;
use super::decode;
use super::draft::Draft;
use crate::error::Error;

/// Pages beyond this are left out, with a note: an article has no more.
const MOST_PAGES: usize = 2_000;

/// Letters beyond this are left out: a drawing made of letters can hold millions.
const MOST_GLYPHS: usize = 8_000_000;

/// Objects that nest deeper overflow the stack of every reader, which nothing can catch.
const DEEPEST: usize = 500;

pub(super) fn read(bytes: &[u8], options: &Options) -> Result<Draft, Error> {
    if nests_too_deeply(bytes) {
        return Err(Error::Damaged("its objects are nested without end".to_owned()));
    }
    let password = options.password.as_deref();
    let opened = Pdf::new_with_password(bytes.to_vec(), password.unwrap_or_default());
    let pdf = opened.map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) if password.is_some() => {
            Error::WrongPassword
        }
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => Error::Locked,
        LoadPdfError::Decryption(_) => {
            Error::Damaged("its encryption is not understood".to_owned())
        }
        LoadPdfError::Invalid => Error::Damaged("it is no complete PDF".to_owned()),
    })?;
    let mut pages = Vec::new();
    let mut n_glyphs = 0;
    let mut n_images = 0;
    let cache = InterpreterCache::new();
    for page in pdf.pages().iter().take(MOST_PAGES) {
        if options.stop.is_called() {
            return Err(Error::Cancelled);
        }
        let (width, height) = page.render_dimensions();
        let mut context = Context::new(
            page.initial_transform(true).to_kurbo(),
            Rect::new(0.0, 0.0, f64::from(width), f64::from(height)),
            &cache,
            pdf.xref(),
            InterpreterSettings::default(),
        );
        let mut collector = Collector { lines: Lines::new(pages.len()), n_images: 0 };
        interpret_page(page, &mut context, &mut collector);
        n_glyphs += collector.lines.n_glyphs();
        n_images += collector.n_images;
        pages.push(Page { height, lines: collector.lines.finish() });
        if n_glyphs > MOST_GLYPHS {
            break;
        }
    }
    if pages.iter().all(|page| page.lines.iter().all(|line| line.text.trim().is_empty())) {
        return Err(if pages.is_empty() {
            Error::Damaged("it has no page that can be read".to_owned())
        } else if n_images > 0 {
            Error::PicturesOnly
        } else {
            Error::NoText
        });
    }
    let n_pages = pdf.pages().len();
    let mut draft = layout::lay_out(&pages);
    if n_pages > pages.len() {
        draft.notes.push(format!("Only the first {} of {n_pages} pages are shown.", pages.len()));
    }
    let about = pdf.metadata();
    draft.meta.byline =
        about.author.as_deref().map(text_of).and_then(|name| super::byline::clean(&name));
    draft.meta.title = about
        .title
        .as_deref()
        .map(text_of)
        // Word processors put the name of the file there.
        .filter(|title| title.split_whitespace().count() >= 3 && !title.contains(".doc"));
    Ok(draft)
}

/// A page's lines, in reading order as far as the file has it.
struct Page {
    height: f32,
    lines: Vec<Line>,
}

/// A text string of a PDF: UTF-16 with a mark, or nearly Latin-1.
fn text_of(bytes: &[u8]) -> String {
    decode::decode(bytes, None, false).text.trim().to_owned()
}

/// Counts open brackets; a byte that no plain text holds starts anew, since pictures hold brackets too.
fn nests_too_deeply(bytes: &[u8]) -> bool {
    let mut depth = 0usize;
    bytes.iter().any(|&byte| {
        depth = match byte {
            b'[' | b'<' => depth + 1,
            b']' | b'>' => depth.saturating_sub(1),
            b' '..=b'~' | b'\n' | b'\r' | b'\t' => depth,
            _ => 0,
        };
        depth > DEEPEST
    })
}

struct Collector {
    lines: Lines,
    n_images: usize,
}

impl Device<'_> for Collector {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, '_>, props: DrawProps<'_>, _: &DrawMode) {
        for glyph in run.glyphs() {
            let transform: Affine = props.transform * glyph.transform();
            let advance = match &**glyph {
                Glyph::Outline(glyph) => glyph.advance_width(),
                Glyph::Type3(glyph) => glyph.advance_width(),
            };
            let text = match glyph.as_unicode() {
                Some(BfString::Char(character)) => character.to_string(),
                Some(BfString::String(text)) => text,
                None => continue,
            };
            let origin = transform * Point::ZERO;
            let end = transform * Point::new(f64::from(advance.unwrap_or(500.0)), 0.0);
            let up = transform * Point::new(0.0, 1000.0);
            self.lines.push(&text, (origin.x, origin.y), (end.x, end.y), origin.distance(up));
        }
    }

    fn draw_image(&mut self, _: Image<'_, '_>, _: ImageDrawProps<'_>) {
        self.n_images += 1;
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'_>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

/// A PDF of one page with these lines in Helvetica: baseline from the foot, size, text.
#[cfg(test)]
pub(super) fn sample(lines: &[(u32, u32, &str)]) -> Vec<u8> {
    use std::fmt::Write as _;
    let mut content = String::new();
    for (y, size, text) in lines {
        let _ = writeln!(content, "BT /F1 {size} Tf 72 {y} Td ({text}) Tj ET");
    }
    format!(
        "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n\
         2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n\
         3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>> endobj\n\
         4 0 obj <</Length {}>> stream\n{content}\nendstream endobj\n\
         5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>> endobj\n\
         trailer <</Root 1 0 R>>\n%%EOF",
        content.len() + 1
    )
    .into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::BlockKind;

    fn read_all(bytes: &[u8]) -> Result<Draft, Error> {
        read(bytes, &Options::default())
    }

    #[test]
    fn lines_become_paragraphs() {
        let draft = read_all(&sample(&[
            (700, 20, "Council delays ferry vote"),
            (660, 11, "The harbour council put off its vote on the night ferry for a third time on Monday, and a com-"),
            (646, 11, "mittee is to look into it."),
            (620, 11, "Nobody had expected that."),
            (30, 9, "7"),
        ]))
        .unwrap();
        let blocks: Vec<(BlockKind, &str)> =
            draft.blocks.iter().map(|block| (block.kind, block.range.slice(&draft.text))).collect();
        assert_eq!(
            blocks,
            [
                (BlockKind::Heading, "Council delays ferry vote"),
                (
                    BlockKind::Paragraph,
                    "The harbour council put off its vote on the night ferry for a third time on Monday, and a committee is to look into it."
                ),
                (BlockKind::Paragraph, "Nobody had expected that."),
                (BlockKind::Boilerplate, "7"),
            ]
        );
    }

    #[test]
    fn what_holds_no_text_says_so() {
        assert_eq!(read_all(&sample(&[])).unwrap_err(), Error::NoText);
        assert!(matches!(read_all(b"%PDF-1.7\n"), Err(Error::Damaged(_))));
        let nested = [b"%PDF-1.7\n1 0 obj ".as_slice(), &b"[".repeat(200_000)].concat();
        assert!(matches!(read_all(&nested), Err(Error::Damaged(_))));
    }
}
