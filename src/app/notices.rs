//! Notices: short sentences at the foot of the window. Those without a hint go by themselves.

use eframe::egui::{self, Align2, Area, Context, Frame, Id, Order, RichText, vec2};

use super::command::Command;
use super::room::Room;
use super::state::State;
use super::theme::Palette;

/// How long a passing notice stays, in seconds.
const STAY: f64 = 4.0;

/// When each notice was first shown.
#[derive(Default)]
pub(super) struct NoticeClock {
    shown: Vec<(u64, f64)>,
}

impl NoticeClock {
    /// Notices whose time is over. Asks for a frame when the next one's is.
    pub(super) fn expired(&mut self, ctx: &Context, state: &State) -> Vec<Command> {
        let now = ctx.time();
        self.shown
            .retain(|(number, _)| state.notices.iter().any(|notice| notice.number == *number));
        let mut commands = Vec::new();
        for notice in state.notices.iter().filter(|notice| notice.hint.is_none()) {
            let known = self.shown.iter().find(|(number, _)| *number == notice.number);
            let since = known.map_or(now, |(_, since)| *since);
            if known.is_none() {
                self.shown.push((notice.number, now));
            }
            if now - since >= STAY {
                commands.push(Command::DismissNotice(notice.number));
            } else {
                ctx.request_repaint_after_secs((STAY - (now - since)) as f32);
            }
        }
        commands
    }
}

pub(super) fn ui(ctx: &Context, state: &State, palette: &Palette, commands: &mut Vec<Command>) {
    if state.notices.is_empty() {
        return;
    }
    let room = Room::of(ctx);
    let width = (ctx.content_rect().width() - 40.0).min(560.0);
    Area::new(Id::unique("notices"))
        .order(Order::Foreground)
        .anchor(Align2::CENTER_BOTTOM, vec2(0.0, if room.short { -6.0 } else { -44.0 }))
        .show(ctx, |ui| {
            for notice in &state.notices {
                let stroke = if notice.hint.is_some() { palette.error } else { palette.line };
                Frame::popup(ui.style())
                    .fill(palette.panel)
                    .stroke((1.0, stroke))
                    .inner_margin(12)
                    .show(ui, |ui| {
                        ui.set_max_width(width);
                        ui.horizontal(|ui| {
                            ui.vertical(|ui| {
                                ui.set_max_width(width - 100.0);
                                ui.add(
                                    egui::Label::new(RichText::new(&notice.text).size(15.0)).wrap(),
                                );
                                if let Some(hint) = &notice.hint {
                                    ui.add(egui::Label::new(RichText::new(hint).weak()).wrap());
                                }
                            });
                            if notice.hint.is_some() && ui.button("Dismiss").clicked() {
                                commands.push(Command::DismissNotice(notice.number));
                            }
                        });
                    });
            }
        });
}
