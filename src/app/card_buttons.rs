//! The buttons among the cards: the order of the positions, and what can be done with the selected item.

use eframe::egui::{self, Rect, Role, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::article::Article;
use super::cards::{BUTTONS, PAD};
use super::command::Command;
use super::settings::Grouping;
use super::state::State;
use super::theme::Palette;
use super::toolbar;
use crate::briefing::Item;

/// The order of the positions, at the right of their heading.
pub(super) fn grouping(
    ui: &mut Ui,
    state: &State,
    rect: Rect,
    palette: &Palette,
    commands: &mut Vec<Command>,
) {
    let place = Rect::from_min_max(
        pos2(rect.left() + 150.0, rect.bottom() - 36.0),
        pos2(rect.right() - PAD + 8.0, rect.bottom() - 6.0),
    );
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    ui.scope_builder(UiBuilder::new().max_rect(place).layout(layout), |ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        ui.spacing_mut().button_padding.x = 7.0;
        for grouping in [Grouping::Author, Grouping::InOrder, Grouping::ByActor] {
            let command = Command::SetGrouping(grouping);
            let chosen = state.settings.grouping == grouping;
            let text = command.label().to_lowercase();
            if toolbar::choice(ui, &text, chosen, command.hint(), palette) {
                commands.push(command);
            }
        }
    });
}

/// What can be done with the selected item.
pub(super) fn buttons(
    ui: &mut Ui,
    article: &Article,
    rect: Rect,
    y: f32,
    commands: &mut Vec<Command>,
) {
    let place = Rect::from_min_size(
        rect.min + vec2(PAD - 6.0, y - 2.0),
        vec2(rect.width() - 2.0 * PAD + 6.0, BUTTONS - 6.0),
    );
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    ui.scope_builder(UiBuilder::new().max_rect(place).layout(layout), |ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        ui.spacing_mut().button_padding.x = 6.0;
        let item = article.selected.unwrap_or(Item::Point(0));
        let count = article.ring(item).len();
        let mut button = |ui: &mut Ui, command: Command, text: &str| {
            let text = egui::RichText::new(text).size(13.5);
            let button = egui::Button::new(text).frame_when_inactive(false);
            let hint = toolbar::with_key(&command);
            let response = ui.add(button).on_hover_text(hint);
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, command.label()));
            if response.clicked() {
                commands.push(command);
            }
        };
        if count > 1 {
            button(ui, Command::PreviousPiece, "‹");
            let word = if matches!(item, Item::Actor(_)) { " mentions" } else { "" };
            let words = format!("{} of {count}{word}", article.piece + 1);
            ui.label(egui::RichText::new(words).size(13.5).weak());
            button(ui, Command::NextPiece, "›");
        }
        if super::panes::is_narrow(ui.ctx()) {
            button(ui, Command::GoToPartner, "Show in the source");
        }
        button(ui, Command::Pin, if article.pins.contains(&Some(item)) { "Unpin" } else { "Pin" });
        if article.actor_in_focus().is_some() {
            button(
                ui,
                Command::Filter,
                if article.filter.is_some() { "All actors" } else { "Only this actor" },
            );
        }
        button(ui, Command::CopyItem, "Copy");
        button(ui, Command::MarkWrong, if article.is_wrong(item) { "Not wrong" } else { "Wrong?" });
        if let Item::Actor(_) = item {
            button(ui, Command::Rename, "Rename…");
            button(ui, Command::Merge, "Merge…");
        }
    });
}
