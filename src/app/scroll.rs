//! Scrolling a pane to a place: near places by a short glide, far ones by a jump.
//!
//! egui's own scroll area holds an offset to the bounds of the frame before, so that a pane whose
//! content has just changed cannot be put where it belongs. Here the offset is ours.

use eframe::egui::{Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::theme::Palette;

/// How long a glide takes, in seconds.
const GLIDE: f64 = 0.22;
/// Width that the bar takes the pointer in.
const BAR: f32 = 12.0;
/// Further than this many heights of the pane is far.
const FAR: f32 = 1.5;

#[derive(Clone, Debug, Default)]
pub(super) struct Scroll {
    /// Where the pane is, in points from the top of its content.
    pub offset: f32,
    glide: Option<Glide>,
    jump: Option<f32>,
}

#[derive(Clone, Copy, Debug)]
struct Glide {
    from: f32,
    to: f32,
    start: f64,
}

impl Scroll {
    /// Goes to `to`; says whether that is a jump.
    pub(super) fn go(&mut self, to: f32, height: f32, now: f64, reduced_motion: bool) -> bool {
        let to = to.max(0.0);
        let far = (to - self.offset).abs() > FAR * height;
        if far || reduced_motion {
            self.glide = None;
            self.jump = Some(to);
        } else {
            self.glide = Some(Glide { from: self.offset, to, start: now });
        }
        far
    }

    /// Keeps what is in view where it is, though the content above it grew by `by`.
    pub(super) fn shift(&mut self, by: f32) {
        if by == 0.0 {
            return;
        }
        self.jump = Some(self.jump.unwrap_or(self.offset) + by);
        if let Some(glide) = &mut self.glide {
            glide.from += by;
            glide.to += by;
        }
    }

    pub(super) fn jump(&mut self, to: f32) {
        self.glide = None;
        self.jump = Some(to.max(0.0));
    }

    /// Where it will be in the next frame, as far as is known.
    pub(super) fn target(&self) -> f32 {
        self.jump.unwrap_or(self.offset)
    }

    pub(super) fn is_moving(&self) -> bool {
        self.glide.is_some() || self.jump.is_some()
    }

    /// Moves the pane for this frame: by a command, or by the wheel. `end` is as far as it can scroll.
    pub(super) fn step(&mut self, ui: &Ui, pane: Rect, end: f32) {
        let end = end.max(0.0);
        let ctx = ui.ctx();
        let wheel = if ui.rect_contains_pointer(pane) {
            ui.input(|input| input.smooth_scroll_delta().y)
        } else {
            0.0
        };
        if let Some(to) = self.jump.take() {
            self.offset = to;
            ctx.request_repaint();
        }
        if let Some(glide) = self.glide {
            let part = ((ctx.time() - glide.start) / GLIDE).clamp(0.0, 1.0) as f32;
            let eased = 1.0 - (1.0 - part).powi(3);
            self.offset = glide.from + (glide.to - glide.from) * eased;
            // A wheel or a finger ends a glide at once: the hand is right.
            if part >= 1.0 || wheel != 0.0 {
                self.glide = None;
            }
            ctx.request_repaint();
        }
        self.offset = (self.offset - wheel).clamp(0.0, end);
    }

    /// A thin bar at the right edge, to see and to drag.
    pub(super) fn bar(&mut self, ui: &Ui, pane: Rect, content: f32, palette: &Palette) {
        if content <= pane.height() {
            return;
        }
        let track = Rect::from_min_max(pos2(pane.right() - BAR, pane.top()), pane.max);
        let scale = pane.height() / content;
        let size = (pane.height() * scale).max(28.0);
        let travel = (pane.height() - size) / (content - pane.height());
        let response = ui.interact(track, ui.scope_id().with("bar"), Sense::CLICK | Sense::DRAG);
        response.widget_info(|| WidgetInfo::labeled(Role::ScrollBar, true, "Scroll the briefing"));
        if let Some(position) =
            response.interact_pointer_pos().filter(|_| response.is_pointer_button_down_on())
        {
            let to = (position.y - pane.top() - size / 2.0) / travel;
            self.jump(to.min(content - pane.height()));
            ui.ctx().request_repaint();
        }
        let busy = response.hovered() || response.dragged();
        let width = if busy { 8.0 } else { 4.0 };
        let top = pane.top() + self.offset * travel;
        let handle = Rect::from_min_size(pos2(pane.right() - width - 2.0, top), vec2(width, size));
        let color = if busy { palette.muted } else { palette.line };
        ui.painter().rect_filled(handle, width / 2.0, color);
    }
}

/// Where to scroll so that a stretch of content lands at a third of the height; `None` when it is
/// fully in view already.
pub(super) fn third(top: f32, bottom: f32, offset: f32, height: f32) -> Option<f32> {
    let margin = 6.0;
    let whole_in_view = top >= offset + margin && bottom <= offset + height - margin;
    if whole_in_view {
        return None;
    }
    // What is too tall for the lower two thirds starts higher.
    let room = (height - (bottom - top)).max(0.0);
    Some((top - (height / 3.0).min(room)).max(0.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_in_view_stays_and_the_rest_lands_at_a_third() {
        assert_eq!(third(100.0, 120.0, 0.0, 600.0), None);
        assert_eq!(third(1000.0, 1020.0, 0.0, 600.0), Some(800.0));
        assert_eq!(third(50.0, 70.0, 400.0, 600.0), Some(0.0));
        assert_eq!(third(1000.0, 1550.0, 0.0, 600.0), Some(950.0));
    }

    #[test]
    fn far_is_a_jump_and_near_a_glide() {
        let mut scroll = Scroll::default();
        assert!(scroll.go(5000.0, 600.0, 0.0, false));
        assert!(!scroll.go(300.0, 600.0, 0.0, false));
        assert!(scroll.glide.is_some());
    }
}
