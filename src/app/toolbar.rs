//! The bar above the panes: open, back and forward, title or tabs, find, copy, help.

use eframe::egui::{self, Align, Button, Layout, RichText, Role, Ui, WidgetInfo};

use super::article::{Article, file_name};
use super::command::Command;
use super::keys;
use super::room::Room;
use super::state::{Pane, Phase, State, Tab};
use super::theme::Palette;

/// In narrower windows some buttons are left out.
const ROOMY: f32 = 640.0;

/// A command's sentence with its key.
pub(super) fn with_key(command: &Command) -> String {
    let key = keys::text(command);
    if key.is_empty() { command.hint().to_owned() } else { format!("{}  ({key})", command.hint()) }
}

/// A button for a command, under its own name.
pub(super) fn button(
    ui: &mut Ui,
    command: &Command,
    text: &str,
    enabled: bool,
    commands: &mut Vec<Command>,
) {
    let button = Button::new(text).frame_when_inactive(false);
    let response = ui.add_enabled(enabled, button).on_hover_text(with_key(command));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, command.label()));
    if response.clicked() {
        commands.push(command.clone());
    }
}

/// One of several choices; true when it was clicked.
pub(super) fn choice(ui: &mut Ui, text: &str, chosen: bool, hint: &str, palette: &Palette) -> bool {
    let color = if chosen { palette.text } else { palette.muted };
    let fill = if chosen { palette.line } else { egui::Color32::TRANSPARENT };
    let button = Button::new(RichText::new(text).size(13.5).color(color)).fill(fill);
    let response = ui.add(button).on_hover_text(hint);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, text));
    response.clicked()
}

/// One pane or the other.
pub(super) fn pane_choice(
    ui: &mut Ui,
    state: &State,
    palette: &Palette,
    commands: &mut Vec<Command>,
) {
    for (pane, name) in [(Pane::Briefing, "Briefing"), (Pane::Source, "Source")] {
        let shown = state.pane == pane;
        if choice(ui, name, shown, &with_key(&Command::OtherPane), palette) && !shown {
            commands.push(Command::OtherPane);
        }
    }
}

pub(super) fn ui(ui: &mut Ui, state: &State, palette: &Palette, commands: &mut Vec<Command>) {
    let room = Room::of(ui.ctx());
    if room.slim {
        return slim(ui, state, room, palette, commands);
    }
    let article = state.article();
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let open = Button::new(Command::OpenDialog.label());
        let open =
            ui.add_enabled(!state.dialog_open, open).on_hover_text(with_key(&Command::OpenDialog));
        if open.clicked() {
            commands.push(Command::OpenDialog);
        }
        // Where they do not fit, the palette has them, and Ctrl+E and Ctrl+V.
        if ui.ctx().content_rect().width() >= ROOMY {
            recent(ui, state, commands);
            button(ui, &Command::Paste, "Paste", true, commands);
        }
        ui.add_space(6.0);
        let history = article.map(|article| &article.history);
        let can_back = history.is_some_and(super::history::History::can_go_back);
        let can_forward = history.is_some_and(super::history::History::can_go_forward);
        button(ui, &Command::Back, "←", can_back, commands);
        button(ui, &Command::Forward, "→", can_forward, commands);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            button(ui, &Command::Palette, "Commands", true, commands);
            button(ui, &Command::Reading, "Aa", true, commands);
            copy(ui, article.is_some_and(Article::is_briefed), commands);
            button(ui, &Command::Find, "Find", article.is_some(), commands);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                tabs(ui, state, palette, commands);
            });
        });
    });
}

/// Where the buttons do not fit side by side: a menu holds them.
fn slim(ui: &mut Ui, state: &State, room: Room, palette: &Palette, commands: &mut Vec<Command>) {
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        ui.spacing_mut().button_padding.x = 7.0;
        let article = state.article();
        if room.short && article.is_some() {
            pane_choice(ui, state, palette, commands);
        } else {
            button(ui, &Command::OpenDialog, "Open…", !state.dialog_open, commands);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.menu_button("Menu", |ui| menu(ui, state, commands));
            if ui.available_width() > 110.0 {
                button(ui, &Command::Find, "Find", article.is_some(), commands);
            }
            if let Some(article) = article.filter(|_| ui.available_width() > 62.0) {
                button(ui, &Command::Forward, "→", article.history.can_go_forward(), commands);
                button(ui, &Command::Back, "←", article.history.can_go_back(), commands);
            }
            if ui.available_width() > 100.0 {
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    ui.add_space(6.0);
                    if let Some(tab) = state.tab() {
                        let title = RichText::new(title(tab)).color(palette.muted);
                        ui.add(egui::Label::new(title).truncate());
                    }
                });
            }
        });
    });
}

/// Everything that the toolbar has elsewhere, one below the other.
fn menu(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let size = ui.ctx().content_rect().size();
    ui.set_width((size.x - 40.0).min(260.0));
    let article = state.article();
    let briefed = article.is_some_and(Article::is_briefed);
    egui::ScrollArea::vertical().max_height(size.y - 70.0).show(ui, |ui| {
        if state.tabs.len() > 1 {
            for (idx, tab) in state.tabs.iter().enumerate() {
                let button = Button::selectable(idx == state.active, title(tab)).truncate();
                if ui.add(button).clicked() {
                    commands.push(Command::ShowTab(idx));
                    ui.close();
                }
            }
            ui.separator();
        }
        for command in [
            Command::OpenDialog,
            Command::ShowRecent,
            Command::Paste,
            Command::CloseTab,
            Command::Back,
            Command::Forward,
            Command::Find,
            Command::Density,
        ]
        .into_iter()
        .chain(TAKING_ALONG)
        .chain([Command::Reading, Command::Palette])
        {
            let enabled = match command {
                Command::OpenDialog => !state.dialog_open,
                Command::ShowRecent | Command::Paste | Command::Reading | Command::Palette => true,
                Command::CloseTab => state.tab().is_some(),
                Command::Back => article.is_some_and(|article| article.history.can_go_back()),
                Command::Forward => article.is_some_and(|article| article.history.can_go_forward()),
                Command::Find => article.is_some(),
                _ => briefed,
            };
            let button =
                Button::new(command.label()).shortcut_text(keys::text(&command)).truncate();
            if ui.add_enabled(enabled, button).on_hover_text(command.hint()).clicked() {
                commands.push(command);
                ui.close();
            }
        }
    });
}

fn recent(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    ui.menu_button("Recent", |ui| {
        ui.set_min_width(280.0);
        if state.settings.recent.is_empty() {
            ui.weak("No file opened yet");
        }
        for path in &state.settings.recent {
            let place =
                path.parent().map(|parent| parent.display().to_string()).unwrap_or_default();
            if ui.button(file_name(path)).on_hover_text(place).clicked() {
                commands.push(Command::Open(path.clone()));
                ui.close();
            }
        }
        if !state.settings.recent.is_empty() {
            ui.separator();
            if ui.button(Command::ForgetRecent.label()).clicked() {
                commands.push(Command::ForgetRecent);
                ui.close();
            }
        }
    });
}

/// What the menu *Copy* holds.
const TAKING_ALONG: [Command; 7] = [
    Command::CopySummary,
    Command::CopyItem,
    Command::CopyItemWithReference,
    Command::CopySection,
    Command::CopyBriefing,
    Command::Export,
    Command::Templates,
];

fn copy(ui: &mut Ui, enabled: bool, commands: &mut Vec<Command>) {
    ui.add_enabled_ui(enabled, |ui| {
        ui.menu_button("Copy", |ui| {
            ui.set_min_width(230.0);
            for command in TAKING_ALONG {
                let button = Button::new(command.label()).shortcut_text(keys::text(&command));
                if ui.add(button).on_hover_text(command.hint()).clicked() {
                    commands.push(command);
                    ui.close();
                }
            }
        });
    });
}

/// The title of one article, or a tab for each of several.
fn tabs(ui: &mut Ui, state: &State, palette: &Palette, commands: &mut Vec<Command>) {
    if let [tab] = state.tabs.as_slice() {
        let title = RichText::new(title(tab)).color(palette.muted);
        ui.add(egui::Label::new(title).truncate());
        return;
    }
    let each = (ui.available_width() / state.tabs.len().max(1) as f32 - 36.0).clamp(40.0, 220.0);
    for (idx, tab) in state.tabs.iter().enumerate() {
        let shown = idx == state.active;
        let fill = if shown { palette.page } else { palette.chrome };
        egui::Frame::new()
            .fill(fill)
            .corner_radius(6)
            .inner_margin(egui::Margin::symmetric(6, 0))
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.x = 2.0;
                ui.spacing_mut().button_padding.x = 4.0;
                let name = short(&title(tab), each);
                let text =
                    RichText::new(name).color(if shown { palette.text } else { palette.muted });
                let label = Button::new(text).frame(false);
                let response = ui.add(label).on_hover_text(tab.path.display().to_string());
                response.widget_info(|| WidgetInfo::selected(Role::Tab, true, shown, title(tab)));
                if response.clicked() {
                    commands.push(Command::ShowTab(idx));
                }
                if shown {
                    button(ui, &Command::CloseTab, "×", true, commands);
                }
            });
    }
}

/// About as much of a title as fits.
fn short(title: &str, width: f32) -> String {
    // An average letter of the sans at the size of buttons.
    const LETTER: f32 = 7.2;
    if title.chars().count() as f32 * LETTER <= width {
        return title.to_owned();
    }
    let fits = |(idx, _): &(usize, char)| (idx + 2) as f32 * LETTER <= width;
    let kept: String =
        title.chars().enumerate().take_while(fits).map(|(_, letter)| letter).collect();
    format!("{}…", kept.trim_end())
}

fn title(tab: &Tab) -> String {
    match &tab.phase {
        Phase::Ready(article) => Article::title(article),
        Phase::Loading { .. } | Phase::Failed(_) => file_name(&tab.path),
    }
}
