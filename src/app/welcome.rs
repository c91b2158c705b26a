//! What is shown while no article is: what to do first, that a file is being read, what went wrong.

use std::path::Path;

use eframe::egui::{Align, Button, Layout, RichText, Role, Ui, UiBuilder, WidgetInfo, vec2};

use super::article::file_name;
use super::command::Command;
use super::fonts::{Cut, font};
use super::keys;
use super::settings::Face;
use super::state::{State, sentence};
use super::theme::Palette;
use crate::error::Error;

/// A column in the middle of the window.
fn column(ui: &mut Ui, palette: &Palette, content: impl FnOnce(&mut Ui)) {
    let area = ui.available_rect_before_wrap();
    ui.painter().rect_filled(area, 0.0, palette.page);
    let width = area.width().min(520.0) - 40.0;
    let top = area.top() + (area.height() * 0.22).min(170.0);
    let min = eframe::egui::pos2(area.center().x - width / 2.0, top);
    let place = eframe::egui::Rect::from_min_size(min, vec2(width, area.bottom() - top));
    ui.scope_builder(
        UiBuilder::new().max_rect(place).layout(Layout::top_down(Align::Min)),
        content,
    );
}

fn heading(ui: &mut Ui, text: &str) {
    let size = font(Face::Serif, Cut::Bold, 30.0);
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
        ui.horizontal(|ui| {
            let text = RichText::new("Open a file…").size(16.0).color(palette.page);
            let open = Button::new(text).fill(palette.accent).min_size(vec2(150.0, 38.0));
            if ui.add_enabled(!state.dialog_open, open).clicked() {
                commands.push(Command::OpenDialog);
            }
            let text = RichText::new("Try the sample article").size(16.0);
            if ui.add(Button::new(text).min_size(vec2(180.0, 38.0))).clicked() {
                commands.push(Command::OpenSample);
            }
        });
        ui.add_space(14.0);
        let key = keys::text(&Command::OpenDialog);
        let how = format!(
            "{key} opens too, and a file can be dropped anywhere on this window. Text, Markdown and saved web pages."
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

pub(super) fn loading(ui: &mut Ui, path: &Path, palette: &Palette, commands: &mut Vec<Command>) {
    column(ui, palette, |ui| {
        heading(ui, &format!("Reading {}", file_name(path)));
        if let Ok(metadata) = std::fs::metadata(path) {
            ui.label(RichText::new(format!("{} kB", metadata.len().div_ceil(1000))).weak());
        }
        ui.add_space(10.0);
        if ui.button(Command::Cancel.label()).clicked() {
            commands.push(Command::Cancel);
        }
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
        ui.horizontal(|ui| {
            if ui.button("Open another file…").clicked() {
                commands.push(Command::OpenDialog);
            }
            if ui.button("Try again").clicked() {
                commands.push(Command::Open(path.to_path_buf()));
            }
        });
    });
}
