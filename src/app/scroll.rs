//! Scrolling a pane to a place: near places by a short glide, far ones by a jump.
//!
//! egui's scroll area does the wheel, the bar and the touch; this moves it when a command asks.

use eframe::egui::{Context, ScrollArea};

/// How long a glide takes, in seconds.
const GLIDE: f64 = 0.22;
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

    /// Sets up the scroll area for this frame.
    pub(super) fn prepare(&mut self, area: ScrollArea, ctx: &Context) -> ScrollArea {
        // A wheel or a finger ends a glide at once: the hand is right.
        let pushed = ctx.input(|input| input.smooth_scroll_delta().y != 0.0);
        if pushed {
            self.glide = None;
        }
        let jump = self.jump.take();
        if let Some(glide) = self.glide {
            let part = ((ctx.time() - glide.start) / GLIDE).clamp(0.0, 1.0) as f32;
            let eased = 1.0 - (1.0 - part).powi(3);
            if part >= 1.0 {
                self.glide = None;
            }
            ctx.request_repaint();
            return area.vertical_scroll_offset(glide.from + (glide.to - glide.from) * eased);
        }
        match jump {
            Some(to) => {
                ctx.request_repaint();
                area.vertical_scroll_offset(to)
            }
            None => area,
        }
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
