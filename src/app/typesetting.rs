//! The article cut into stretches that are laid out as one, and the type each is set in.
//!
//! What is kept of the layout, and what lies where, is in `source_layout`.

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{Color32, Context, Stroke};

use super::article::Article;
use super::fonts::{Cut, font};
use super::settings::{Face, Settings};
use super::source_layout::{Key, Unit, UnitKind};
use crate::document::{BlockKind, Document, StyleKind};
use crate::text::TextRange;

/// Longer blocks are laid out in parts, since one galley is laid out whole.
const PART: usize = 6000;
/// Space between paragraphs, in type sizes.
const GAP: f32 = 0.72;

/// Cuts the article into units, their heights estimated.
pub(super) fn units(article: &Article, key: &Key) -> Vec<Unit> {
    let (document, mut units) = (&article.document, Vec::new());
    let blocks = document.blocks();
    let mut idx = 0;
    while let Some(block) = blocks.get(idx) {
        if block.kind != BlockKind::Boilerplate {
            push_block(&mut units, document, idx, key);
            idx += 1;
            continue;
        }
        let run = blocks.iter().skip(idx).take_while(|b| b.kind == BlockKind::Boilerplate).count();
        let open = article.unfolded.contains(&idx);
        let last = blocks.get(idx + run - 1).unwrap_or(block);
        let range = if open {
            TextRange::new(block.range.start(), block.range.start())
        } else {
            block.range.cover(last.range)
        };
        units.push(Unit {
            block: idx,
            range,
            kind: UnitKind::Fold { count: run, open },
            indent: 0.0,
            space_above: key.size * GAP,
            height: 30.0,
            galley: None,
            measured: false,
        });
        if open {
            (idx..idx + run).for_each(|block| push_block(&mut units, document, block, key));
        }
        idx += run;
    }
    units
}

fn push_block(units: &mut Vec<Unit>, document: &Document, idx: usize, key: &Key) {
    let Some(block) = document.blocks().get(idx) else { return };
    let mut start = block.range.start();
    while start < block.range.end() {
        let end = part_end(document.text(), start, block.range.end());
        let first = start == block.range.start();
        let range = TextRange::new(start, end);
        let kind = UnitKind::Text { kind: block.kind, level: block.level, first };
        let size = type_of(block.kind, block.level, key).1;
        let per_row = (key.width / (size * 0.46)).max(10.0);
        let rows = (range.len() as f32 / per_row).ceil().max(1.0);
        units.push(Unit {
            block: idx,
            range,
            kind,
            indent: indent(block.kind, block.level, key.size),
            space_above: if first {
                space_above(block.kind, units.is_empty(), key.size)
            } else {
                0.0
            },
            height: rows * size * key.line_height,
            galley: None,
            measured: false,
        });
        start = end;
    }
}

/// Where a part that starts at `start` ends: at the last line break or space that fits.
fn part_end(text: &str, start: usize, end: usize) -> usize {
    if end - start <= PART {
        return end;
    }
    let limit = (start..=start + PART).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(end);
    let words = TextRange::new(start, limit).slice(text);
    let cut = words
        .rfind('\n')
        .or_else(|| words.rfind(". ").map(|at| at + 1))
        .or_else(|| words.rfind(' '));
    cut.map_or(limit, |at| start + at + 1)
}

fn indent(kind: BlockKind, level: u8, size: f32) -> f32 {
    match kind {
        BlockKind::Quote => size * 1.3,
        BlockKind::ListItem => size * (0.4 + 1.0 * f32::from(level.clamp(1, 5))),
        _ => 0.0,
    }
}

fn space_above(kind: BlockKind, at_top: bool, size: f32) -> f32 {
    let factor = match kind {
        _ if at_top => 1.2,
        BlockKind::Title => 1.2,
        BlockKind::Heading => 1.5,
        BlockKind::Byline | BlockKind::ListItem => 0.35,
        BlockKind::Boilerplate => 0.3,
        _ => GAP,
    };
    size * factor
}

/// Cut, size and line height of a block's type.
fn type_of(kind: BlockKind, level: u8, key: &Key) -> (Cut, f32, f32) {
    let size = key.size;
    match kind {
        BlockKind::Title => (Cut::Bold, size * 1.6, 1.2),
        BlockKind::Heading if level <= 2 => (Cut::Bold, size * 1.22, 1.25),
        BlockKind::Heading => (Cut::Bold, size * 1.05, 1.3),
        BlockKind::Byline => (Cut::Regular, size * 0.84, 1.4),
        BlockKind::Caption => (Cut::Italic, size * 0.84, 1.4),
        BlockKind::Boilerplate => (Cut::Regular, size * 0.8, 1.4),
        _ => (Cut::Regular, size, key.line_height),
    }
}

/// The words of a unit with their type, in the place of colour a placeholder.
pub(super) fn job(
    document: &Document,
    unit: &Unit,
    kind: BlockKind,
    level: u8,
    key: &Key,
) -> LayoutJob {
    let (cut, size, line_height) = type_of(kind, level, key);
    let face = match kind {
        // Small print reads better without serifs.
        BlockKind::Byline | BlockKind::Boilerplate => Face::Sans,
        _ => key.face,
    };
    let format = |style: Option<&StyleKind>| {
        let cut = match style {
            Some(StyleKind::Strong) => Cut::Bold,
            Some(StyleKind::Emphasis) if cut == Cut::Regular => Cut::Italic,
            _ => cut,
        };
        let font_id = match style {
            Some(StyleKind::Code) => eframe::egui::FontId::monospace(size * 0.9),
            _ => font(face, cut, size),
        };
        let underline = match style {
            Some(StyleKind::Link(_)) => Stroke::new(1.0, Color32::PLACEHOLDER),
            _ => Stroke::NONE,
        };
        let line_height = Some((size * line_height * key.scale).round() / key.scale);
        TextFormat {
            font_id,
            line_height,
            underline,
            color: Color32::PLACEHOLDER,
            ..Default::default()
        }
    };
    let mut job = LayoutJob { break_on_newline: true, ..LayoutJob::default() };
    job.wrap.max_width = (key.width - unit.indent).max(60.0);
    let words = shown_words(unit.range.slice(document.text()));
    let styles = document.styles();
    let first = styles.partition_point(|style| style.range.end() <= unit.range.start());
    let mut at = 0;
    for style in styles.iter().skip(first).take_while(|s| s.range.start() < unit.range.end()) {
        let Some(shared) = style.range.intersect(unit.range) else { continue };
        let (from, to) = (shared.start() - unit.range.start(), shared.end() - unit.range.start());
        if from < at {
            continue;
        }
        job.append(words.get(at..from).unwrap_or_default(), 0.0, format(None));
        job.append(words.get(from..to).unwrap_or_default(), 0.0, format(Some(&style.kind)));
        at = to;
    }
    job.append(words.get(at..).unwrap_or_default(), 0.0, format(None));
    job
}

/// The words as they are shown, byte for byte as many as in the text: the end of a line that is long
/// was set by a program for mail or print, and is no end of a line here.
fn shown_words(words: &str) -> String {
    let mut shown = String::with_capacity(words.len());
    for line in words.split_inclusive('\n') {
        let Some(body) = line.strip_suffix('\n') else {
            shown.push_str(line);
            continue;
        };
        shown.push_str(&body.replace('\r', " "));
        shown.push(if body.chars().count() > 45 { ' ' } else { '\n' });
    }
    shown
}

/// The width of a column of so many characters.
pub(super) fn column_width(ctx: &Context, settings: &Settings) -> f32 {
    const SAMPLE: &str = "the quick brown fox jumps over the lazy dog and then rests a while, ";
    let id = font(settings.face, Cut::Regular, settings.text_size);
    let galley = ctx.fonts_mut(|fonts| fonts.layout_no_wrap(SAMPLE.to_owned(), id, Color32::BLACK));
    galley.size().x / SAMPLE.chars().count() as f32 * settings.line_chars
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_flow_and_short_lines_stay() {
        let long =
            "a line of an article that some program has broken at some column\r\nand its end";
        let shown = shown_words(long);
        assert_eq!(shown.len(), long.len());
        assert!(!shown.contains('\n'));
        assert_eq!(shown_words("Dear Sir,\nI write"), "Dear Sir,\nI write");
    }

    #[test]
    fn a_very_long_block_is_cut_at_spaces() {
        let text = "word ".repeat(3000);
        let end = part_end(&text, 0, text.len());
        assert!(end <= PART + 1 && text.get(..end).is_some_and(|part| part.ends_with(' ')));
        assert_eq!(part_end(&text, text.len() - 10, text.len()), text.len());
    }
}
