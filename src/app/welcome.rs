//! What is shown while no article is: what to do first, that a file is being read, what went wrong.

use std::path::Path;
use std::time::Instant;

use eframe::egui::{
    Align, Button, Key, Layout, RichText, Role, TextEdit, Ui, UiBuilder, WidgetInfo, vec2,
};

use super::article::file_name;
use super::command::Command;
use super::fonts::{Cut, font};
use super::room::Room;
use super::settings::Face;
use super::state::{State, Tab, sentence};
use super::theme::Palette;
use super::waiting::Wait;
use super::{keys, toolbar};
use crate::error::Error;

/// A column in the middle of the window.
fn column(ui: &mut Ui, palette: &Palette, content: impl FnOnce(&mut Ui)) {
    let area = ui.available_rect_before_wrap();
    ui.painter().rect_filled(area, 0.0, palette.page);
    let room = Room::of(ui.ctx());
    let width = area.width().min(520.0) - if room.slim { 24.0 } else { 40.0 };
    let top = area.top() + if room.short { 10.0 } else { (area.height() * 0.22).min(170.0) };
    let min = eframe::egui::pos2(area.center().x - width / 2.0, top);
    let place = eframe::egui::Rect::from_min_size(min, vec2(width, area.bottom() - top));
    ui.scope_builder(UiBuilder::new().max_rect(place).layout(Layout::top_down(Align::Min)), |ui| {
        eframe::egui::ScrollArea::vertical().auto_shrink(false).show(ui, content)
    });
}

fn heading(ui: &mut Ui, text: &str) {
    let slim = Room::of(ui.ctx()).slim;
    let size = font(Face::Serif, Cut::Bold, if slim { 22.0 } else { 30.0 });
    let response = ui.label(RichText::new(text).font(size));
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, text));
    ui.add_space(10.0);
}

pub(super) fn empty(ui: &mut Ui, state: &State, palette: &Palette, commands: &mut Vec<Command>) {
    column(ui, palette, |ui| {
        heading(ui, "Open an article");
        let what = "Sidelight reads a long article and puts a briefing beside it: what it says, who \
                    speaks, what is left open. Every line leads to the words that prove it.";
        ui.label(RichText::new(what).size(16.5));
        ui.add_space(20.0);
        ui.horizontal_wrapped(|ui| {
            let text = RichText::new("Open a file…").size(16.0).color(palette.page);
            let open = Button::new(text).fill(palette.accent).min_size(vec2(150.0, 38.0));
            if ui.add_enabled(!state.dialog_open, open).clicked() {
                commands.push(Command::OpenDialog);
            }
            let text = RichText::new("Try the sample article").size(16.0);
            if ui.add(Button::new(text).min_size(vec2(180.0, 38.0))).clicked() {
                commands.push(Command::OpenSample);
            }
            let text = RichText::new("Paste").size(16.0);
            let paste = Button::new(text).min_size(vec2(80.0, 38.0));
            if ui.add(paste).on_hover_text(toolbar::with_key(&Command::Paste)).clicked() {
                commands.push(Command::Paste);
            }
        });
        ui.add_space(14.0);
        let key = keys::text(&Command::OpenDialog);
        let how = format!(
            "{key} opens too, and a file can be dropped anywhere on this window. Saved web pages, PDF, Word, \
             OpenDocument, RTF, e-books, mail, Markdown and text. {} opens what you have copied.",
            keys::text(&Command::Paste)
        );
        ui.label(RichText::new(how).weak());
        if !state.settings.recent.is_empty() {
            ui.add_space(26.0);
            ui.label(RichText::new("Opened lately").strong());
            ui.add_space(2.0);
            for path in state.settings.recent.iter().take(6) {
                let place = path.display().to_string();
                if ui.link(file_name(path)).on_hover_text(place).clicked() {
                    commands.push(Command::Open(path.clone()));
                }
            }
        }
    });
}

pub(super) fn loading(
    ui: &mut Ui,
    path: &Path,
    wait: &Wait,
    palette: &Palette,
    commands: &mut Vec<Command>,
) {
    let now = Instant::now();
    ui.ctx().request_repaint_after_secs(1.0);
    column(ui, palette, |ui| {
        heading(ui, &format!("Reading {}", file_name(path)));
        let size = std::fs::metadata(path).map(|metadata| metadata.len().div_ceil(1000));
        let size = size.map(|size| format!("{size} kB, ")).unwrap_or_default();
        ui.label(RichText::new(format!("{size}{} seconds so far", wait.seconds(now))).weak());
        ui.add_space(10.0);
        if wait.is_long(now) {
            ui.label("This takes long; the file may be damaged.");
            ui.horizontal(|ui| go_on_or_stop(ui, commands));
        } else if ui.button(Command::Cancel.label()).clicked() {
            commands.push(Command::Cancel);
        }
    });
}

/// What to do about a wait that is long.
pub(super) fn go_on_or_stop(ui: &mut Ui, commands: &mut Vec<Command>) {
    for command in [Command::GoOn, Command::Cancel] {
        if ui.button(command.label()).on_hover_text(command.hint()).clicked() {
            commands.push(command);
        }
    }
}

/// A file that a password opens.
pub(super) fn locked(
    ui: &mut Ui,
    tab: &Tab,
    error: &Error,
    typed: &mut String,
    palette: &Palette,
    commands: &mut Vec<Command>,
) {
    column(ui, palette, |ui| {
        heading(ui, "This file is locked");
        ui.label(RichText::new(tab.path.display().to_string()).color(palette.muted));
        ui.add_space(10.0);
        if *error == Error::WrongPassword {
            ui.label(RichText::new(format!("That was not it. {}", error.hint())).strong());
            ui.add_space(4.0);
        }
        let label = ui.label("Password");
        let field = TextEdit::singleline(typed)
            .password(true)
            .desired_width(ui.available_width().min(280.0));
        let field = ui.add(field).labelled_by(label.id);
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if !entered && ui.memory(|memory| memory.focused().is_none()) {
            field.request_focus();
        }
        ui.add_space(8.0);
        ui.horizontal(|ui| {
            let open = Button::new("Open");
            let clicked = ui.add_enabled(!typed.is_empty(), open).clicked();
            if (clicked || entered) && !typed.is_empty() {
                commands.push(Command::Unlock(std::mem::take(typed)));
            }
            if ui.button(Command::CloseTab.label()).clicked() {
                typed.clear();
                commands.push(Command::CloseTab);
            }
        });
        ui.add_space(8.0);
        ui.label(RichText::new("The password is kept nowhere.").weak());
    });
}

pub(super) fn failed(
    ui: &mut Ui,
    path: &Path,
    error: &Error,
    palette: &Palette,
    commands: &mut Vec<Command>,
) {
    column(ui, palette, |ui| {
        heading(ui, "This file could not be opened");
        ui.label(RichText::new(sentence(error, path)).size(16.5));
        ui.add_space(6.0);
        ui.label(RichText::new(error.hint()).size(16.5).color(palette.muted));
        ui.add_space(18.0);
        ui.horizontal_wrapped(|ui| {
            if ui.button("Open another file…").clicked() {
                commands.push(Command::OpenDialog);
            }
            if ui.button("Try again").clicked() {
                commands.push(Command::Open(path.to_path_buf()));
            }
        });
    });
}
