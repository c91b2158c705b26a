//! The article laid out: one galley for each stretch of text, kept until width or type change.
//!
//! Only what is in view is laid out at once; the rest is estimated, and measured a few milliseconds in
//! each frame. This is the only file, with `source_panel`, that turns bytes into egui's characters.
//! Galleys carry no colours, so that hovering, selecting and themes never cause a layout.

use std::ops::Range;
use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::egui::text::{CCursor, CharIndex, LayoutJob, TextFormat};
use eframe::egui::{Color32, Context, Galley, Pos2, Rect, Stroke, pos2, vec2};

use super::article::Article;
use super::fonts::{Cut, font};
use super::settings::{Face, Settings};
use super::stack::Stack;
use crate::document::{BlockKind, Document, StyleKind};
use crate::text::{CharTable, TextRange};

/// Longer blocks are laid out in parts, since one galley is laid out whole.
const PART: usize = 6000;
/// What measuring ahead may take of one frame.
const BUDGET: Duration = Duration::from_millis(3);
/// Beyond so many stretches, galleys far from the view are dropped.
const KEEP_ALL: usize = 400;
/// Space between paragraphs, in type sizes.
const GAP: f32 = 0.72;

#[derive(Clone, Debug, PartialEq)]
struct Key {
    article: usize,
    face: Face,
    size: f32,
    line_height: f32,
    width: f32,
    scale: f32,
    unfolded: Vec<usize>,
}

/// A stretch of the text that is laid out as one.
pub(super) struct Unit {
    pub block: usize,
    pub range: TextRange,
    pub kind: UnitKind,
    /// From the column's left edge.
    pub indent: f32,
    space_above: f32,
    height: f32,
    galley: Option<Arc<Galley>>,
    measured: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum UnitKind {
    /// `first`: the block begins here.
    Text { kind: BlockKind, level: u8, first: bool },
    /// Site text, folded or not: so many blocks from `Unit::block` on.
    Fold { count: usize, open: bool },
}

#[derive(Default)]
pub(super) struct SourceLayout {
    key: Option<Key>,
    pub units: Vec<Unit>,
    pub stack: Stack,
    chars: Option<CharTable>,
    /// Whether everything is measured.
    complete: bool,
    /// Of the letters' pictures, when last laid out.
    letters: u64,
}

impl SourceLayout {
    /// Brings the layout up to date with text, type and width. True when everything was laid out anew.
    pub(super) fn update(
        &mut self,
        ctx: &Context,
        article: &Article,
        settings: &Settings,
        width: f32,
        letters: u64,
    ) -> bool {
        let key = Key {
            article: Arc::as_ptr(&article.document) as usize,
            face: settings.face,
            size: settings.text_size,
            line_height: settings.line_height,
            width,
            scale: ctx.pixels_per_point(),
            unfolded: article.unfolded.iter().copied().collect(),
        };
        let moved = std::mem::replace(&mut self.letters, letters) != letters;
        if self.key.as_ref() == Some(&key) {
            if moved {
                self.units.iter_mut().for_each(|unit| unit.galley = None);
            }
            return false;
        }
        if self.key.as_ref().is_none_or(|known| known.article != key.article) {
            self.chars = Some(CharTable::new(article.document.text()));
        }
        self.units = units(article, &key);
        self.key = Some(key);
        self.complete = false;
        self.restack();
        true
    }

    fn restack(&mut self) {
        self.stack.rebuild(self.units.iter().map(|unit| unit.space_above + unit.height));
    }

    /// Lays out these units; true when a height turned out other than estimated.
    pub(super) fn measure(
        &mut self,
        ctx: &Context,
        document: &Document,
        range: Range<usize>,
    ) -> bool {
        let Some(key) = &self.key else { return false };
        let mut changed = false;
        for unit in self.units.get_mut(range).unwrap_or_default() {
            changed |= unit.measure(ctx, document, key);
        }
        if changed {
            self.restack();
        }
        changed
    }

    /// Lays out what lies in view below `offset`, keeping the top line in place. Returns how far the
    /// content above it moved.
    pub(super) fn measure_view(
        &mut self,
        ctx: &Context,
        document: &Document,
        offset: f32,
        height: f32,
    ) -> f32 {
        if self.stack.is_empty() {
            return 0.0;
        }
        let first = self.stack.at(offset);
        let inside = offset - self.stack.top(first);
        let before = self.stack.top(first);
        // Measuring changes what is in view; a few rounds settle it.
        for _ in 0..8 {
            let top = self.stack.top(first) + inside;
            let last = self.stack.visible(top, top + height).end;
            if !self.measure(ctx, document, first..last) {
                break;
            }
        }
        self.stack.top(first) - before
    }

    /// Measures on, for a few milliseconds. Returns how far the content above `offset` moved.
    pub(super) fn measure_ahead(
        &mut self,
        ctx: &Context,
        document: &Document,
        offset: f32,
        height: f32,
    ) -> f32 {
        let Some(key) = self.key.clone() else { return 0.0 };
        if self.complete {
            self.drop_far(offset, height);
            return 0.0;
        }
        let (start, anchor) = (Instant::now(), self.stack.at(offset));
        let before = self.stack.top(anchor);
        let order = (anchor..self.units.len()).chain((0..anchor).rev());
        self.complete = true;
        for idx in order {
            let Some(unit) = self.units.get_mut(idx).filter(|unit| !unit.measured) else {
                continue;
            };
            unit.measure(ctx, document, &key);
            if start.elapsed() > BUDGET {
                self.complete = false;
                break;
            }
        }
        self.restack();
        self.drop_far(offset, height);
        if !self.complete {
            ctx.request_repaint();
        }
        self.stack.top(anchor) - before
    }

    /// Forgets the galleys far from the view, where keeping them all would take much memory.
    fn drop_far(&mut self, offset: f32, height: f32) {
        if self.units.len() < KEEP_ALL {
            return;
        }
        let near = self.stack.visible(offset - 3.0 * height, offset + 4.0 * height);
        for (idx, unit) in self.units.iter_mut().enumerate() {
            if !near.contains(&idx) {
                unit.galley = None;
            }
        }
    }

    /// The unit that shows the byte `offset`.
    pub(super) fn unit_of(&self, offset: usize) -> Option<usize> {
        let after = self.units.partition_point(|unit| unit.range.start() <= offset);
        after.checked_sub(1).or((!self.units.is_empty()).then_some(0))
    }

    /// Where a range lies, from the top of the content; lays out what is needed to know.
    pub(super) fn extent(
        &mut self,
        ctx: &Context,
        document: &Document,
        range: TextRange,
        height: f32,
    ) -> Option<(f32, f32)> {
        let first = self.unit_of(range.start())?;
        let last = self.unit_of(range.end().saturating_sub(1).max(range.start()))?;
        // The neighbourhood too, so that the place does not move once it is shown.
        let mut from = first;
        while from > 0 && self.stack.top(first) - self.stack.top(from) < height {
            from -= 1;
        }
        let to = self.stack.at(self.stack.top(last) + 2.0 * height) + 1;
        self.measure(ctx, document, from..to);
        let rects = self.rects(document, first, range);
        let top = rects.first().map_or(0.0, Rect::top) + self.stack.top(first);
        let rects = self.rects(document, last, range);
        let bottom = rects.last().map_or(0.0, Rect::bottom) + self.stack.top(last);
        Some((top, bottom.max(top)))
    }

    /// One rectangle for each row of `range` in a unit, from the unit's top left (at the column's edge).
    pub(super) fn rects(&self, document: &Document, unit: usize, range: TextRange) -> Vec<Rect> {
        let Some(unit) = self.units.get(unit) else { return Vec::new() };
        let (Some(galley), Some(shared)) = (&unit.galley, unit.range.intersect(range)) else {
            return match unit.kind {
                UnitKind::Fold { .. } if unit.range.overlaps(range) => vec![unit.bounds()],
                _ => Vec::new(),
            };
        };
        let (start, end) = (
            self.chars_in(document, unit, shared.start()),
            self.chars_in(document, unit, shared.end()),
        );
        let from = galley.layout_from_cursor(row_start(start));
        let to = galley.layout_from_cursor(CCursor::new(CharIndex(end)));
        let origin = unit.origin().to_vec2();
        let mut rects = Vec::new();
        for row_idx in from.row..=to.row {
            let Some(row) = galley.rows.get(row_idx) else { break };
            let left = if row_idx == from.row { row.row.x_offset(from.column) } else { 0.0 };
            let right =
                if row_idx == to.row { row.row.x_offset(to.column) } else { row.row.size.x };
            if right > left {
                let min = row.pos + vec2(left, 0.0);
                let max = row.pos + vec2(right, row.row.size.y);
                rects.push(Rect::from_min_max(min, max).translate(origin));
            }
        }
        rects
    }

    fn chars_in(&self, document: &Document, unit: &Unit, offset: usize) -> usize {
        let Some(table) = &self.chars else { return 0 };
        let text = document.text();
        table.chars_from_bytes(text, offset) - table.chars_from_bytes(text, unit.range.start())
    }

    /// The byte nearest to a place in a unit, and whether there is a letter at it.
    pub(super) fn offset_at(
        &self,
        document: &Document,
        unit: usize,
        place: Pos2,
    ) -> Option<(usize, bool)> {
        let unit = self.units.get(unit)?;
        let galley = unit.galley.as_ref()?;
        let local = place - unit.origin();
        let chars = galley.cursor_from_pos(local).index.0;
        let words = unit.range.slice(document.text());
        let byte_of =
            |chars: usize| words.char_indices().nth(chars).map_or(words.len(), |(at, _)| at);
        let byte = byte_of(chars);
        let row = galley.rows.iter().find(|row| row.rect().contains(local.to_pos2()));
        let on_letter = row.is_some_and(|row| local.x <= row.pos.x + row.row.size.x);
        // The cursor snaps to the nearer side of a letter; a letter belongs to its left side.
        let left_of = galley.pos_from_cursor(row_start(chars)).left() > local.x;
        let byte = if on_letter && left_of { byte_of(chars.saturating_sub(1)) } else { byte };
        Some((unit.range.start() + byte, on_letter))
    }

    /// The first byte of the line at `y` from the top of the content.
    pub(super) fn line_at(&self, document: &Document, y: f32) -> Option<usize> {
        let idx = self.stack.at(y);
        let unit = self.units.get(idx)?;
        let inside = pos2(unit.indent, (y - self.stack.top(idx)).max(0.0));
        Some(self.offset_at(document, idx, inside).map_or(unit.range.start(), |(offset, _)| offset))
    }
}

impl Unit {
    /// Where the galley lies in the unit.
    pub(super) fn origin(&self) -> Pos2 {
        pos2(self.indent, self.space_above)
    }

    pub(super) fn galley(&self) -> Option<&Arc<Galley>> {
        self.galley.as_ref()
    }

    /// The unit's part of the column, below the space above it.
    pub(super) fn bounds(&self) -> Rect {
        Rect::from_min_size(self.origin(), vec2(0.0, self.height))
    }

    fn measure(&mut self, ctx: &Context, document: &Document, key: &Key) -> bool {
        if self.galley.is_some() || self.measured && matches!(self.kind, UnitKind::Fold { .. }) {
            return false;
        }
        let before = self.height;
        if let UnitKind::Text { kind, level, .. } = self.kind {
            let job = job(document, self, kind, level, key);
            let galley = ctx.fonts_mut(|fonts| fonts.layout_job(job));
            self.height = galley.size().y;
            self.galley = Some(galley);
        }
        self.measured = true;
        (self.height - before).abs() > f32::EPSILON
    }
}

/// A cursor that stands at the start of a row rather than at the end of the one before.
fn row_start(chars: usize) -> CCursor {
    CCursor { index: CharIndex(chars), prefer_next_row: true }
}

/// Cuts the article into units, their heights estimated.
fn units(article: &Article, key: &Key) -> Vec<Unit> {
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
fn job(document: &Document, unit: &Unit, kind: BlockKind, level: u8, key: &Key) -> LayoutJob {
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
