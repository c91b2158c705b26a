//! Tells when egui has drawn all letters anew, so that text laid out earlier points at old pictures.
//!
//! That happens when the theme changes how letters are smoothed, and when the picture of all letters is
//! full. egui lays out its own text anew then; whoever keeps a galley must do so too.

use std::sync::Arc;

use eframe::egui::{Color32, Context, FontId, Galley};

#[derive(Default)]
pub(super) struct Letters {
    /// A galley that egui keeps as long as its pictures last, since it is asked for in every frame.
    canary: Option<Arc<Galley>>,
    /// How often all letters were drawn anew.
    pub(super) generation: u64,
}

impl Letters {
    pub(super) fn look(&mut self, ctx: &Context) -> u64 {
        let font = FontId::proportional(11.0);
        let canary =
            ctx.fonts_mut(|fonts| fonts.layout_no_wrap("canary".to_owned(), font, Color32::BLACK));
        if self.canary.as_ref().is_some_and(|known| !Arc::ptr_eq(known, &canary)) {
            self.generation += 1;
        }
        self.canary = Some(canary);
        self.generation
    }
}
