//! The buttons among the cards: the order of the positions, and what can be done with the selected item.

use eframe::egui::{
    self, Color32, Context, Pos2, Rect, Role, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::article::Article;
use super::cards::{GROUPING, PAD, is_slim};
use super::command::Command;
use super::corrections::may_be_wrong;
use super::fonts::sans;
use super::room::Room;
use super::settings::Grouping;
use super::state::State;
use super::theme::Palette;
use super::toolbar;
use crate::briefing::Item;

/// Of the type on the buttons.
const SIZE: f32 = 13.5;
/// Left and right of it.
const INSIDE: f32 = 6.0;
/// From one line of buttons to the next.
const LINE: f32 = 30.0;

/// The order of the positions, at the right of their heading; in a slim pane below it.
pub(super) fn grouping(
    ui: &mut Ui,
    state: &State,
    rect: Rect,
    palette: &Palette,
    commands: &mut Vec<Command>,
) {
    let slim = is_slim(rect.width());
    let left = if slim { PAD - 7.0 } else { 150.0 };
    let place = Rect::from_min_max(
        pos2(rect.left() + left, rect.bottom() - if slim { GROUPING } else { 36.0 }),
        pos2(rect.right() - PAD + 8.0, rect.bottom() - 6.0),
    );
    let layout = if slim {
        egui::Layout::left_to_right(egui::Align::Center)
    } else {
        egui::Layout::right_to_left(egui::Align::Center)
    };
    ui.scope_builder(UiBuilder::new().max_rect(place).layout(layout), |ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        ui.spacing_mut().button_padding.x = 7.0;
        let mut all = [Grouping::ByActor, Grouping::InOrder, Grouping::Author];
        if !slim {
            all.reverse();
        }
        for grouping in all {
            let command = Command::SetGrouping(grouping);
            let chosen = state.settings.grouping == grouping;
            let text = command.label().to_lowercase();
            if toolbar::choice(ui, &text, chosen, command.hint(), palette) {
                commands.push(command);
            }
        }
    });
}

/// A button of the selected card, or words between two.
struct Part {
    command: Option<Command>,
    text: String,
}

/// What can be done with the selected item.
fn parts(ctx: &Context, article: &Article) -> Vec<Part> {
    let item = article.selected.unwrap_or(Item::Point(0));
    let button = |command, text: &str| Part { command: Some(command), text: text.to_owned() };
    let mut parts = Vec::new();
    let count = article.ring(item).len();
    if count > 1 {
        let word = if matches!(item, Item::Actor(_)) { " mentions" } else { "" };
        let text = format!("{} of {count}{word}", article.piece + 1);
        parts.push(button(Command::PreviousPiece, "‹"));
        parts.push(Part { command: None, text });
        parts.push(button(Command::NextPiece, "›"));
    }
    if Room::of(ctx).narrow {
        parts.push(button(Command::GoToPartner, "Show in the source"));
    }
    if let Some(other) = article.other_view() {
        let opposed = article.briefing.positions.get(other).is_some_and(
            |position| matches!(item, Item::Position(idx) if position.opposed.contains(&idx)),
        );
        let text = if opposed { "The other side" } else { "Before and after" };
        parts.push(button(Command::OtherView, text));
    }
    let pinned = article.pins.contains(&Some(item));
    parts.push(button(Command::Pin, if pinned { "Unpin" } else { "Pin" }));
    if article.actor_in_focus().is_some() {
        let filtered = article.filter.is_some();
        let text = if filtered { "All actors" } else { "Only this actor" };
        parts.push(button(Command::Filter, text));
    }
    parts.push(button(Command::CopyItem, "Copy"));
    if may_be_wrong(item) {
        let text = if article.is_wrong(item) { "Not wrong" } else { "Wrong?" };
        parts.push(button(Command::MarkWrong, text));
    }
    if let Item::Actor(_) = item {
        parts.push(button(Command::Rename, "Rename…"));
        parts.push(button(Command::Merge, "Merge…"));
    }
    parts
}

/// Where each part lies in a card of this width, from the first's corner: in as many lines as they need.
fn flow(ctx: &Context, parts: &[Part], width: f32) -> Vec<Rect> {
    let mut corner = Pos2::ZERO;
    let mut places = Vec::new();
    for part in parts {
        let text = part.text.clone();
        let galley = ctx.fonts_mut(|fonts| fonts.layout_no_wrap(text, sans(SIZE), Color32::WHITE));
        let side = if part.command.is_some() { INSIDE } else { 2.0 };
        let size = vec2((galley.size().x + 2.0 * side).ceil(), LINE);
        if corner.x > 0.0 && corner.x + size.x > width - 2.0 * PAD + INSIDE {
            corner = pos2(0.0, corner.y + LINE);
        }
        places.push(Rect::from_min_size(corner, size));
        corner.x += size.x + 2.0;
    }
    places
}

/// How much the buttons add to the height of the selected card.
pub(super) fn height(ctx: &Context, article: &Article, width: f32) -> f32 {
    let places = flow(ctx, &parts(ctx, article), width);
    places.last().map_or(0.0, |last| last.bottom() + 6.0)
}

/// The buttons of the selected card, from `y` below its top.
pub(super) fn buttons(
    ui: &mut Ui,
    article: &Article,
    rect: Rect,
    y: f32,
    commands: &mut Vec<Command>,
) {
    let parts = parts(ui.ctx(), article);
    let corner = rect.min + vec2(PAD - INSIDE, y - 2.0);
    let places = flow(ui.ctx(), &parts, rect.width());
    ui.spacing_mut().button_padding.x = INSIDE;
    for (part, place) in parts.into_iter().zip(places) {
        let text = egui::RichText::new(part.text).size(SIZE);
        let place = place.translate(corner.to_vec2());
        let Some(command) = part.command else {
            ui.put(place, egui::Label::new(text.weak()).extend());
            continue;
        };
        let button = egui::Button::new(text)
            .frame_when_inactive(false)
            .wrap_mode(egui::TextWrapMode::Extend);
        let response = ui.put(place, button).on_hover_text(toolbar::with_key(&command));
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, command.label()));
        if response.clicked() {
            commands.push(command);
        }
    }
}
