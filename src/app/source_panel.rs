//! The article, as a page to read: the column, its numbers, what is lit in it, and its selection.
//!
//! Text is laid out by `source_layout`, lit by `marks`; the gutter and the strip beside it are in
//! `gutter` and `strip`, the pointer in `source_pointer`. A stretch of evidence is a link to what rests on it.

use eframe::egui::{
    self, Align2, Color32, CornerRadius, CursorIcon, Pos2, Rect, Role, Sense, Stroke, StrokeKind,
    Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::article::{Article, SourceGoal};
use super::command::Command;
use super::fonts::sans;
use super::gutter::MOST;
use super::marks::{self, Look};
use super::scroll::{Scroll, third};
use super::source_layout::{SourceLayout, UnitKind};
use super::state::{Pane, State};
use super::theme::Palette;
use super::typesetting::column_width;
use crate::document::BlockKind;
use crate::text::TextRange;

/// Left of the column: numbers, then marks.
const MARGIN: f32 = 76.0;
/// Narrower panes have margins for a number and one mark.
const SLIM: f32 = 480.0;
/// How long a place that was jumped to flashes, in seconds.
const FLASH: f64 = 0.9;
/// How long the pointer rests on a place before its cards light, in seconds.
pub(super) const REST: f64 = 0.08;

/// What the pane keeps between frames.
#[derive(Default)]
pub(super) struct SourceView {
    pub layout: SourceLayout,
    pub scroll: Scroll,
    goal: u64,
    flash: Option<(TextRange, f64)>,
    /// Where it was drawn, where it was.
    pub(super) area: Option<Rect>,
    /// Of the letters' pictures, see `letters`.
    pub(super) letters: u64,
    /// Where a selection by dragging began.
    pub(super) drag: Option<usize>,
    /// The place under the pointer, and since when.
    pub(super) rest: Option<(usize, f64)>,
    /// The first byte in view, and the height of the pane.
    pub top: Option<usize>,
    pub height: f32,
    /// Whether a link or the keyboard's sentence here has the focus.
    pub has_focus: bool,
    focused_sentence: Option<usize>,
}

impl SourceView {
    /// Whether the beginning of a range is in view.
    pub(super) fn shows(&self, range: TextRange) -> bool {
        let Some(unit) = self.layout.unit_of(range.start()) else { return false };
        let (top, bottom) = (self.layout.stack.top(unit), self.layout.stack.top(unit + 1));
        top >= self.scroll.offset - 1.0 && bottom <= self.scroll.offset + self.height
    }
}

/// What drawing needs to know.
pub(super) struct Frame<'a> {
    pub(super) state: &'a State,
    pub(super) article: &'a Article,
    pub(super) palette: &'a Palette,
    /// The content's corner, at the column's left edge.
    pub(super) origin: Pos2,
    pub(super) width: f32,
    /// Whether margins are small.
    pub(super) slim: bool,
}

/// What happened to the links of this frame.
#[derive(Default)]
struct Seen {
    /// One has the focus.
    focus: bool,
    /// One was clicked with the pointer.
    clicked: bool,
}

pub(super) fn ui(
    ui: &mut Ui,
    state: &State,
    article: &Article,
    view: &mut SourceView,
    palette: &Palette,
    commands: &mut Vec<Command>,
) {
    let area = ui.available_rect_before_wrap();
    view.area = Some(area);
    ui.painter().rect_filled(area, 0.0, palette.page);
    let slim = area.width() < SLIM;
    let strip_width = if slim { 16.0 } else { super::strip::WIDTH };
    let strip = Rect::from_min_max(pos2(area.right() - strip_width, area.top()), area.max);
    let pane = Rect::from_min_max(area.min, pos2(strip.left(), area.bottom()));
    let (least, right) = if slim { (44.0, 10.0) } else { (MARGIN, 20.0) };
    let width =
        column_width(ui.ctx(), &state.settings).min(pane.width() - least - right).max(120.0);
    let margin = ((pane.width() - width) / 2.0).max(least).min(pane.width() * 0.5);
    view.height = pane.height();
    place(ui, state, article, view, width);
    let content = view.layout.stack.height() + pane.height() * 0.4;
    view.scroll.step(ui, pane, content - pane.height());
    let mut pane_ui = ui.new_child(egui::UiBuilder::new().max_rect(pane));
    pane_ui.set_clip_rect(pane.intersect(ui.clip_rect()));
    let viewport = Rect::from_min_size(pos2(0.0, view.scroll.offset), pane.size());
    let origin = pane.min + vec2(margin, -view.scroll.offset);
    let frame = Frame { state, article, palette, origin, width, slim };
    column(&mut pane_ui, &frame, view, viewport, commands);
    let line = view.layout.line_at(&article.document, view.scroll.offset + 2.0);
    view.top = line;
    super::strip::ui(ui, strip, state, article, view, palette, commands);
}

/// Lays out what is needed and moves to where a command wants to be.
fn place(ui: &Ui, state: &State, article: &Article, view: &mut SourceView, width: f32) {
    let (ctx, document) = (ui.ctx().clone(), &article.document);
    let height = view.height;
    let anew = view.layout.update(&ctx, article, &state.settings, width, view.letters);
    let reduced = state.settings.reduced_motion;
    if anew {
        // The first line in view stays the first, whatever the width and type.
        top_at(&ctx, article, view, article.source_top);
    }
    let wish = article.source_goal.wish.filter(|_| article.source_goal.number != view.goal);
    view.goal = article.source_goal.number;
    match wish {
        Some(SourceGoal::Show(range)) => {
            if let Some((top, bottom)) = view.layout.extent(&ctx, document, range, height)
                && let Some(to) = third(top, bottom, view.scroll.offset, height)
            {
                let now = ctx.time();
                if view.scroll.go(to, height, now, reduced) && !reduced {
                    view.flash = Some((range, now));
                }
                ctx.request_repaint();
            }
        }
        Some(SourceGoal::Top(offset)) => top_at(&ctx, article, view, offset),
        Some(SourceGoal::By(tenths)) => {
            let to = view.scroll.offset + height * tenths as f32 / 10.0;
            let end = (view.layout.stack.height() - height * 0.6).max(0.0);
            view.scroll.go(to.min(end), height, ctx.time(), reduced);
            ctx.request_repaint();
        }
        None => {}
    }
    let ahead = view.scroll.target();
    let moved = view.layout.measure_view(&ctx, document, ahead, height);
    view.scroll.shift(moved);
    if !view.scroll.is_moving() {
        let moved = view.layout.measure_ahead(&ctx, document, view.scroll.offset, height);
        view.scroll.shift(moved);
    }
}

/// Puts the line with the byte `offset` at the top.
fn top_at(ctx: &egui::Context, article: &Article, view: &mut SourceView, offset: usize) {
    if offset == 0 {
        return view.scroll.jump(0.0);
    }
    let range = TextRange::new(offset, offset + 1);
    if let Some((top, _)) = view.layout.extent(ctx, &article.document, range, view.height) {
        view.scroll.jump(top);
        ctx.request_repaint();
    }
}

fn column(
    ui: &mut Ui,
    frame: &Frame<'_>,
    view: &mut SourceView,
    viewport: Rect,
    commands: &mut Vec<Command>,
) {
    let visible = view.layout.stack.visible(viewport.top(), viewport.bottom());
    let rect = Rect::from_min_size(
        frame.origin + vec2(-12.0, viewport.top()),
        vec2(frame.width + 24.0, viewport.height()),
    );
    let mut seen = Seen::default();
    // Allocated before the links, so that a drag which begins on one selects text.
    let page = ui.interact(rect, ui.scope_id().with("page"), Sense::click_and_drag());
    page.widget_info(|| WidgetInfo::labeled(Role::Document, true, "Source"));
    for idx in visible {
        let corner = frame.origin + vec2(0.0, view.layout.stack.top(idx));
        let Some(unit) = view.layout.units.get(idx) else { continue };
        match unit.kind {
            UnitKind::Fold { count, open } => {
                fold(ui, frame, corner, unit.block, count, open, commands);
            }
            UnitKind::Text { .. } => text(ui, frame, view, idx, corner, commands, &mut seen),
        }
    }
    sentence_focus(ui, frame, view, commands, &mut seen);
    view.has_focus = seen.focus;
    super::source_pointer::pointer(ui, frame, view, &page, seen.clicked, commands);
}

/// One line for a run of site text.
fn fold(
    ui: &Ui,
    frame: &Frame<'_>,
    corner: Pos2,
    block: usize,
    count: usize,
    open: bool,
    commands: &mut Vec<Command>,
) {
    let lines = if count == 1 { "1 line".to_owned() } else { format!("{count} lines") };
    let words = format!("{lines} of site text{}", if open { "" } else { ", folded" });
    let top = corner + vec2(0.0, frame.state.settings.text_size * 0.72);
    let rect = Rect::from_min_size(top, vec2(frame.width, 26.0));
    let response = ui.interact(rect, ui.scope_id().with(("fold", block)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, open, &words));
    let palette = frame.palette;
    let color = if response.hovered() { palette.text } else { palette.muted };
    super::shapes::triangle(ui.painter(), pos2(rect.left() + 6.0, rect.center().y), open, color);
    let at = pos2(rect.left() + 18.0, rect.center().y);
    ui.painter().text(at, Align2::LEFT_CENTER, words, sans(13.5), color);
    super::shapes::focus_ring(ui.painter(), &response, rect, palette);
    if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
        commands.push(Command::ToggleFold(block));
    }
}

fn text(
    ui: &Ui,
    frame: &Frame<'_>,
    view: &SourceView,
    idx: usize,
    corner: Pos2,
    commands: &mut Vec<Command>,
    seen: &mut Seen,
) {
    let (article, palette) = (frame.article, frame.palette);
    let Some(unit) = view.layout.units.get(idx) else { return };
    let UnitKind::Text { kind, first, .. } = unit.kind else { return };
    let Some(galley) = unit.galley() else { return };
    let at = corner + unit.origin().to_vec2();
    let rect = Rect::from_min_size(at, galley.size());
    let shape = |range: TextRange| {
        let rects = view.layout.rects(&article.document, idx, range).into_iter();
        rects.map(|rect| rect.translate(corner.to_vec2())).collect::<Vec<Rect>>()
    };
    let id = ui.scope_id().with(("block", unit.range.start()));
    let paragraph = ui.interact(Rect::from_min_size(rect.min, Vec2::ZERO), id, Sense::hover());
    let role = if matches!(kind, BlockKind::Title | BlockKind::Heading) {
        Role::Heading
    } else {
        Role::Paragraph
    };
    paragraph
        .widget_info(|| WidgetInfo::labeled(role, true, unit.range.slice(article.document.text())));
    links(ui, frame, unit.block, unit.range, &shape, commands, seen);
    let marks =
        marks::marks(article, &frame.state.settings, &frame.state.find, palette, unit.block);
    for mark in &marks {
        if let Look::Ground(color) = mark.look {
            ground(ui.painter(), &shape(mark.range), color);
        }
    }
    flash(ui, view, palette, &shape);
    let color = match kind {
        _ if marks::is_dimmed(article, unit.block) => palette.dimmed,
        BlockKind::Byline | BlockKind::Caption | BlockKind::Boilerplate => palette.muted,
        _ => palette.text,
    };
    ui.painter().galley(at, galley.clone(), color);
    for mark in &marks {
        for rect in shape(mark.range) {
            draw_line(ui.painter(), rect, mark.look);
        }
    }
    if first {
        ornaments(ui, frame, unit.block, kind, rect);
    }
    super::gutter::ui(
        ui,
        frame.article,
        palette,
        unit.block,
        unit.range,
        (at.x - if frame.slim { 10.0 } else { 14.0 }, if frame.slim { 1 } else { MOST }),
        &shape,
        commands,
    );
}

/// The links of a unit: one stop for the keyboard and one node for a screen reader each.
fn links(
    ui: &Ui,
    frame: &Frame<'_>,
    block: usize,
    unit: TextRange,
    shape: &dyn Fn(TextRange) -> Vec<Rect>,
    commands: &mut Vec<Command>,
    seen: &mut Seen,
) {
    let article = frame.article;
    for &idx in article.links.of_block(block) {
        let Some(place) = article.links.places().get(idx) else { continue };
        if !unit.contains(place.range.start()) {
            continue;
        }
        let Some(rect) = shape(place.range).first().copied() else { continue };
        let response = ui.interact(rect, ui.scope_id().with(("evidence", idx)), Sense::click());
        let words = place.range.slice(article.document.text());
        response.widget_info(|| WidgetInfo::labeled(Role::Link, true, words));
        if response.has_focus() {
            seen.focus = true;
            super::shapes::focus_ring(ui.painter(), &response, rect.expand(2.0), frame.palette);
        }
        if response.gained_focus() {
            commands.push(Command::FocusPane(Pane::Source));
        }
        if response.clicked() {
            // With the pointer the page decides, since it knows the letter.
            match response.interact_pointer_pos() {
                Some(_) => seen.clicked = true,
                None => commands.push(Command::SelectAt(place.range.start())),
            }
        }
    }
}

fn ground(painter: &egui::Painter, rects: &[Rect], color: Color32) {
    for rect in rects {
        painter.rect_filled(rect.expand2(vec2(2.0, -1.0)), CornerRadius::same(3), color);
    }
}

fn draw_line(painter: &egui::Painter, rect: Rect, look: Look) {
    let y = rect.bottom() - rect.height() * 0.1;
    match look {
        Look::Ground(_) => {}
        Look::Line(color) => {
            painter.hline(rect.x_range(), y, Stroke::new(1.5, color));
        }
        Look::Dashes(color) => {
            let ends = [pos2(rect.left(), y), pos2(rect.right(), y)];
            painter.extend(egui::Shape::dashed_line(&ends, Stroke::new(2.0, color), 4.0, 3.0));
        }
        Look::Frame(color) => {
            let stroke = Stroke::new(1.0, color);
            painter.rect_stroke(rect.expand2(vec2(2.5, -0.5)), 3.0, stroke, StrokeKind::Middle);
        }
    }
}

/// Draws the eye to where a far jump landed.
fn flash(ui: &Ui, view: &SourceView, palette: &Palette, shape: &dyn Fn(TextRange) -> Vec<Rect>) {
    let Some((range, start)) = view.flash else { return };
    let left = 1.0 - ((ui.ctx().time() - start) / FLASH) as f32;
    if left <= 0.0 {
        return;
    }
    ground(ui.painter(), &shape(range), palette.hit_now.gamma_multiply(left));
    ui.ctx().request_repaint();
}

/// Number, bullet and bar of a block.
fn ornaments(ui: &Ui, frame: &Frame<'_>, block: usize, kind: BlockKind, rect: Rect) {
    let (painter, palette) = (ui.painter(), frame.palette);
    let size = frame.state.settings.text_size;
    let line = size * frame.state.settings.line_height;
    if let Some(number) = frame.article.numbers.get(block).copied().flatten() {
        let (away, part) = if frame.slim { (24.0, 0.6) } else { (46.0, 0.68) };
        let at = pos2(frame.origin.x - away, rect.top() + line * 0.5);
        painter.text(at, Align2::RIGHT_CENTER, number, sans(size * part), palette.muted);
    }
    match kind {
        BlockKind::Quote => {
            let bar = Rect::from_min_max(
                pos2(rect.left() - size * 0.8, rect.top()),
                pos2(rect.left() - size * 0.8 + 3.0, rect.bottom()),
            );
            painter.rect_filled(bar, 1.5, palette.line);
        }
        BlockKind::ListItem => {
            let at = pos2(rect.left() - size * 0.6, rect.top() + line * 0.5);
            painter.circle_filled(at, size * 0.13, palette.muted);
        }
        _ => {}
    }
}

/// The sentence that the keyboard is on: shown, and read by a screen reader.
fn sentence_focus(
    ui: &Ui,
    frame: &Frame<'_>,
    view: &mut SourceView,
    commands: &mut Vec<Command>,
    seen: &mut Seen,
) {
    let article = frame.article;
    let at = article.sentence.filter(|_| frame.state.pane == Pane::Source);
    let Some(range) = at.and_then(|idx| article.sentences.get(idx)).copied() else {
        view.focused_sentence = None;
        return;
    };
    let Some(unit) = view.layout.unit_of(range.start()) else { return };
    let corner = frame.origin + vec2(0.0, view.layout.stack.top(unit));
    let rects: Vec<Rect> = view.layout.rects(&article.document, unit, range);
    let Some(first) = rects.first() else { return };
    let all = rects.iter().fold(*first, |all, rect| all.union(*rect)).translate(corner.to_vec2());
    let bar = Rect::from_min_max(
        pos2(frame.origin.x - 10.0, all.top() + 2.0),
        pos2(frame.origin.x - 7.0, all.bottom() - 2.0),
    );
    ui.painter().rect_filled(bar, 1.5, frame.palette.accent);
    let id = ui.scope_id().with("sentence");
    let response = ui.interact(all, id, Sense::focusable_noninteractive());
    let words = range.slice(article.document.text());
    response.widget_info(|| WidgetInfo::labeled(Role::Paragraph, true, words));
    if view.focused_sentence != at {
        view.focused_sentence = at;
        response.request_focus();
    }
    if response.has_focus() {
        seen.focus = true;
    } else if response.gained_focus() {
        commands.push(Command::FocusPane(Pane::Source));
    }
    super::shapes::keep_arrows(ui, id);
}
