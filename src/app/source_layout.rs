//! The article laid out: one galley for each stretch of text, kept until width or type change.
//!
//! Only what is in view is laid out at once; the rest is estimated, and measured a few milliseconds in
//! each frame. This is the only file, with `source_panel`, that turns bytes into egui's characters.
//! Galleys carry no colours, so that hovering, selecting and themes never cause a layout.

use std::ops::Range;
use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::egui::text::{CCursor, CharIndex};
use eframe::egui::{Context, Galley, Pos2, Rect, pos2, vec2};

use super::article::Article;
use super::settings::{Face, Settings};
use super::stack::Stack;
use super::typesetting::{job, units};
use crate::document::{BlockKind, Document};
use crate::text::{CharTable, TextRange};

/// What measuring ahead may take of one frame.
const BUDGET: Duration = Duration::from_millis(3);
/// Beyond so many stretches, galleys far from the view are dropped.
const KEEP_ALL: usize = 400;

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Key {
    pub(super) article: usize,
    pub(super) face: Face,
    pub(super) size: f32,
    pub(super) line_height: f32,
    pub(super) width: f32,
    pub(super) scale: f32,
    pub(super) unfolded: Vec<usize>,
}

/// A stretch of the text that is laid out as one.
pub(super) struct Unit {
    pub block: usize,
    pub range: TextRange,
    pub kind: UnitKind,
    /// From the column's left edge.
    pub indent: f32,
    pub(super) space_above: f32,
    pub(super) height: f32,
    pub(super) galley: Option<Arc<Galley>>,
    pub(super) measured: bool,
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
        let origin = unit.origin().to_vec2();
        stretch(galley, start..end).into_iter().map(|rect| rect.translate(origin)).collect()
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

/// Where the letters of this range of characters stand in a text that is laid out, a rectangle for each row.
pub(super) fn stretch(galley: &Galley, chars: Range<usize>) -> Vec<Rect> {
    let from = galley.layout_from_cursor(row_start(chars.start));
    let to = galley.layout_from_cursor(CCursor::new(CharIndex(chars.end)));
    let mut rects = Vec::new();
    for row_idx in from.row..=to.row {
        let Some(row) = galley.rows.get(row_idx) else { break };
        let left = if row_idx == from.row { row.row.x_offset(from.column) } else { 0.0 };
        // The letter's own end: what follows may stand off from it.
        let last = to.column.0.checked_sub(1).and_then(|column| row.row.glyphs.get(column));
        let right = match last {
            _ if row_idx != to.row => row.row.size.x,
            Some(glyph) => glyph.max_x(),
            None => row.row.x_offset(to.column),
        };
        if right > left {
            let min = row.pos + vec2(left, 0.0);
            let max = row.pos + vec2(right, row.row.size.y);
            rects.push(Rect::from_min_max(min, max));
        }
    }
    rects
}
