//! The bar that finds words in both panes.

use eframe::egui::{Id, Key, RichText, TextEdit, Ui};

use super::command::Command;
use super::room::Room;
use super::search::Hit;
use super::state::State;
use super::toolbar::button;

pub(super) fn field() -> Id {
    Id::unique("find field")
}

pub(super) fn ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let slim = Room::of(ui.ctx()).slim;
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = if slim { 2.0 } else { 8.0 };
        if !slim {
            ui.label("Find");
        }
        let mut query = state.find.query.clone();
        let edit = TextEdit::singleline(&mut query)
            .id(field())
            .hint_text("words in the source or the briefing")
            .desired_width(if slim { (ui.available_width() - 176.0).max(50.0) } else { 300.0 });
        let response = ui.add(edit).accessible_name("Find words in both panes");
        if response.changed() {
            commands.push(Command::SetQuery(query));
        }
        if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
            let back = ui.input(|input| input.modifiers.shift);
            commands.push(if back { Command::FindPrevious } else { Command::FindNext });
            response.request_focus();
        }
        let count = if slim { short_count(state) } else { count(state) };
        ui.label(RichText::new(count).weak());
        let found = !state.find.hits.is_empty();
        button(ui, &Command::FindPrevious, "↑", found, commands);
        button(ui, &Command::FindNext, "↓", found, commands);
        button(ui, &Command::Escape, "Done", true, commands);
    });
}

/// The same where there is little room: `3/15`.
fn short_count(state: &State) -> String {
    let find = &state.find;
    match (find.query.trim().is_empty(), find.current) {
        (true, _) => String::new(),
        (_, now) => format!("{}/{}", now.map_or(0, |now| now + 1), find.hits.len()),
    }
}

/// How many places there are, and which of them is shown.
pub(super) fn count(state: &State) -> String {
    let find = &state.find;
    if find.query.trim().is_empty() {
        return String::new();
    }
    let all = find.hits.len();
    let cards = find.hits.iter().filter(|hit| matches!(hit, Hit::Card(_))).count();
    match (all, find.current) {
        (0, _) => "not found".to_owned(),
        (_, Some(now)) => format!("{} of {all}, {cards} of them in the briefing", now + 1),
        (_, None) => format!("{all} places, {cards} of them in the briefing"),
    }
}
