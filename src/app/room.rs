//! How much room the window has, in points, and so which parts give way.
//!
//! A screen of 1,024 by 768 dots at a scale of three is 341 points wide: less than a telephone's.

use eframe::egui::{Context, Vec2, vec2};

/// What the window is too small for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Room {
    /// Two panes side by side.
    pub narrow: bool,
    /// All buttons of the toolbar; a menu holds them.
    pub slim: bool,
    /// Bars that only tell something.
    pub short: bool,
}

const NARROW: f32 = 900.0;
const SLIM: f32 = 560.0;
const SHORT: f32 = 420.0;

impl Room {
    pub(super) fn of(ctx: &Context) -> Self {
        Self::in_size(ctx.content_rect().size())
    }

    fn in_size(size: Vec2) -> Self {
        Self { narrow: size.x < NARROW, slim: size.x < SLIM, short: size.y < SHORT }
    }

    /// Around the content of a bar.
    pub(super) fn margin(self) -> i8 {
        if self.slim { 6 } else { 12 }
    }
}

/// What a desktop's frame and bars take of a screen, in pixels.
pub(super) const FRAME: (f32, f32) = (16.0, 72.0);

/// The least size of a window in points, at so many pixels a point. In pixels it hardly grows with the scale, since
/// screens do not; below 256 by 190 points nothing can be read.
pub(super) fn least(pixels_per_point: f32) -> Vec2 {
    let scale = pixels_per_point.max(1.0);
    vec2((480.0 / scale).max(256.0), (360.0 / scale).max(190.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_window_fits_a_small_screen_at_any_scale() {
        for scale in [1.0, 1.25, 1.5, 2.0, 2.5, 3.0] {
            let pixels = least(scale) * scale;
            assert!(pixels.x <= 800.0 && pixels.y <= 600.0, "{pixels:?} at {scale}");
        }
        assert_eq!(least(1.0), vec2(480.0, 360.0));
    }

    #[test]
    fn parts_give_way_one_after_the_other() {
        let room = |x, y| Room::in_size(vec2(x, y));
        assert_eq!(room(1280.0, 860.0), Room { narrow: false, slim: false, short: false });
        assert_eq!(room(800.0, 600.0), Room { narrow: true, slim: false, short: false });
        assert_eq!(room(341.0, 256.0), Room { narrow: true, slim: true, short: true });
    }
}
