//! Small painted things that several panes share: marks of the sections, arrows, the ring of focus.
//!
//! Painted rather than typed, so that no font has to have them.

use eframe::egui::{
    self, Color32, EventFilter, Painter, Pos2, Rect, Response, Shape, Stroke, StrokeKind, Ui, pos2,
    vec2,
};

use super::listing::Section;
use super::theme::Palette;

/// The mark of a section, told apart by shape as well as colour: a bar for the summary, a disc for
/// actors, a square for positions, a diamond for questions, a triangle for dates.
pub(super) fn mark(painter: &Painter, center: Pos2, section: Section, color: Color32, size: f32) {
    let r = size / 2.0;
    match section {
        Section::Summary => {
            let rect = Rect::from_center_size(center, vec2(size * 0.45, size * 1.15));
            painter.rect_filled(rect, 1.0, color);
        }
        Section::Actors => drop(painter.circle_filled(center, r, color)),
        Section::Positions => {
            painter.rect_filled(
                Rect::from_center_size(center, vec2(size, size) * 0.88),
                1.0,
                color,
            );
        }
        Section::Questions => {
            let around = [vec2(0.0, -r), vec2(r, 0.0), vec2(0.0, r), vec2(-r, 0.0)];
            let points = around.iter().map(|by| center + *by * 1.15).collect();
            painter.add(Shape::convex_polygon(points, color, Stroke::NONE));
        }
        Section::Timeline => {
            let around = [vec2(0.0, -r), vec2(r, r * 0.85), vec2(-r, r * 0.85)];
            let points = around.iter().map(|by| center + *by * 1.1).collect();
            painter.add(Shape::convex_polygon(points, color, Stroke::NONE));
        }
        Section::Voices | Section::Figures | Section::LeftOut => {
            painter.circle_stroke(center, r, Stroke::new(1.0, color));
        }
    }
}

/// Points right when closed, down when open.
pub(super) fn triangle(painter: &Painter, center: Pos2, open: bool, color: Color32) {
    let points = if open {
        vec![center + vec2(-4.0, -2.0), center + vec2(4.0, -2.0), center + vec2(0.0, 3.5)]
    } else {
        vec![center + vec2(-2.0, -4.0), center + vec2(3.5, 0.0), center + vec2(-2.0, 4.0)]
    };
    painter.add(Shape::convex_polygon(points, color, Stroke::NONE));
}

/// An arrow head that points up or down.
pub(super) fn arrow(painter: &Painter, tip: Pos2, up: bool, color: Color32) {
    let back = if up { 7.0 } else { -7.0 };
    let points = vec![tip, tip + vec2(5.0, back), tip + vec2(-5.0, back)];
    painter.add(Shape::convex_polygon(points, color, Stroke::NONE));
}

/// Around what has the keyboard's focus, while the keyboard is what is used.
pub(super) fn focus_ring(painter: &Painter, response: &Response, rect: Rect, palette: &Palette) {
    if response.has_focus() && by_keyboard(painter.ctx()) {
        let stroke = Stroke::new(2.0, palette.accent);
        painter.rect_stroke(rect, 6.0, stroke, StrokeKind::Inside);
    }
}

fn hand() -> egui::Id {
    egui::Id::unique("keyboard was used last")
}

/// Whether the keyboard, rather than the pointer, was used last.
pub(super) fn by_keyboard(ctx: &egui::Context) -> bool {
    ctx.data(|data| data.get_temp(hand()).unwrap_or(false))
}

/// Notes which of the two is used in this frame.
pub(super) fn note_hand(ctx: &egui::Context) {
    let used = ctx.input(|input| {
        let event = |event: &egui::Event| match event {
            egui::Event::Key { pressed: true, .. } => Some(true),
            egui::Event::PointerButton { pressed: true, .. } => Some(false),
            _ => None,
        };
        input.events.iter().filter_map(event).next_back()
    });
    if let Some(by_keyboard) = used {
        ctx.data_mut(|data| data.insert_temp(hand(), by_keyboard));
    }
}

/// Leaves the arrow keys and Escape to us while `id` has the focus; egui would move the focus.
pub(super) fn keep_arrows(ui: &Ui, id: egui::Id) {
    let filter =
        EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: true };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
}

/// A hairline across.
pub(super) fn hairline(painter: &Painter, left: f32, right: f32, y: f32, palette: &Palette) {
    painter.line_segment([pos2(left, y), pos2(right, y)], Stroke::new(1.0, palette.line));
}
