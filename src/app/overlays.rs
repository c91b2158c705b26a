//! What lies over the panes: the palette of commands, recent files, the keys, the reading settings, the licences.

use eframe::egui::{
    self, Button, Context, Grid, Id, Key, Modal, RichText, ScrollArea, Slider, TextEdit, Ui, vec2,
};

use super::article::file_name;
use super::command::Command;
use super::keys;
use super::room::Room;
use super::search::folded;
use super::settings::{Face, References, Settings, ThemeChoice};
use super::state::{Overlay, Preview, State};
use super::theme::Palette;
use crate::briefing::Item;

/// What the palette keeps between frames.
#[derive(Default)]
pub(super) struct PaletteView {
    query: String,
    at: usize,
    /// For which list it was typed: one that follows on another begins anew.
    of: Overlay,
}

/// An entry of the palette.
struct Entry {
    label: String,
    detail: String,
    command: Command,
}

pub(super) fn ui(
    ctx: &Context,
    state: &State,
    view: &mut PaletteView,
    palette: &Palette,
    commands: &mut Vec<Command>,
) {
    if view.of != state.overlay {
        let query = if state.overlay == Overlay::Rename { shown_name(state) } else { None };
        let query = query.unwrap_or_default();
        *view = PaletteView { query, at: 0, of: state.overlay.clone() };
    }
    if state.overlay == Overlay::Nothing {
        return;
    }
    let room = Room::of(ctx);
    let (top, inside) = if room.short || room.slim { (6.0, 10.0) } else { (60.0, 18.0) };
    let area =
        Modal::default_area(Id::unique("overlay")).anchor(egui::Align2::CENTER_TOP, vec2(0.0, top));
    let style = ctx.global_style();
    let frame = egui::Frame::popup(&style).inner_margin(inside);
    let response = Modal::new(Id::unique("overlay")).area(area).frame(frame).show(ctx, |ui| {
        let size = ui.ctx().content_rect().size();
        let most = match state.overlay {
            Overlay::Keys => 1120.0,
            Overlay::Templates => 860.0,
            _ => 600.0,
        };
        let beside = if room.slim { 2.0 * inside + 12.0 } else { 80.0 };
        ui.set_width((size.x - beside).min(most));
        ui.set_max_height(size.y - top - 2.0 * inside - 10.0);
        match state.overlay {
            Overlay::Rename => rename(ui, view, commands),
            Overlay::Palette | Overlay::Recent | Overlay::Merge => {
                entries(ui, state, view, palette, commands);
            }
            Overlay::Keys => {
                all_keys(ui);
                done(ui, commands);
            }
            Overlay::About => {
                let height = ui.available_height() - DONE;
                whole(ui).max_height(height).show(ui, super::about::ui);
                done(ui, commands);
            }
            Overlay::Reading => {
                whole(ui).show(ui, |ui| {
                    reading(ui, &state.settings, commands);
                });
            }
            Overlay::Templates => {
                whole(ui).show(ui, |ui| {
                    templates(ui, &state.preview, commands);
                });
            }
            Overlay::Nothing => {}
        }
    });
    let clicked_outside = response.backdrop_response.clicked();
    if clicked_outside {
        commands.push(Command::Escape);
    }
}

/// What the button below a long text takes of its height.
const DONE: f32 = 44.0;

/// The way back for a hand on the mouse.
fn done(ui: &mut Ui, commands: &mut Vec<Command>) {
    ui.add_space(8.0);
    if ui.button("Done").clicked() {
        commands.push(Command::Escape);
    }
}

/// Scrolls what a short window cannot show at once.
fn whole(ui: &Ui) -> ScrollArea {
    ScrollArea::vertical().max_height(ui.available_height()).auto_shrink([false, true])
}

fn entries(
    ui: &mut Ui,
    state: &State,
    view: &mut PaletteView,
    palette: &Palette,
    commands: &mut Vec<Command>,
) {
    let hint = match state.overlay {
        Overlay::Recent => "A recent file",
        Overlay::Merge => "Which actor of the list is it?",
        _ => "A command, an actor, a section or a recent file",
    };
    let edit = TextEdit::singleline(&mut view.query)
        .hint_text(hint)
        .desired_width(f32::INFINITY)
        .font(super::fonts::sans(17.0))
        .margin(egui::Margin::symmetric(10, 8));
    let field = ui.add(edit).accessible_name(hint);
    field.request_focus();
    if field.changed() {
        view.at = 0;
    }
    let found = matching(all_entries(state), &view.query);
    let (down, up, enter) = ui.input(|input| {
        (
            input.key_pressed(Key::ArrowDown),
            input.key_pressed(Key::ArrowUp),
            input.key_pressed(Key::Enter),
        )
    });
    let last = found.len().saturating_sub(1);
    view.at = match (down, up) {
        (true, _) => (view.at + 1).min(last),
        (_, true) => view.at.saturating_sub(1),
        _ => view.at.min(last),
    };
    let mut chosen = enter.then(|| found.get(view.at)).flatten();
    ui.add_space(6.0);
    ScrollArea::vertical().max_height(ui.available_height().min(420.0)).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        if found.is_empty() {
            ui.weak("Nothing of that name");
        }
        for (idx, entry) in found.iter().enumerate() {
            let selected = idx == view.at;
            let text = RichText::new(&entry.label).color(palette.text);
            let button = Button::selectable(selected, text)
                .shortcut_text(RichText::new(&entry.detail).color(palette.muted))
                .min_size(vec2(ui.available_width(), 28.0))
                .truncate();
            let response = ui.add(button).on_hover_text(entry.command.hint());
            if selected && (down || up) {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                chosen = Some(entry);
            }
        }
    });
    if let Some(entry) = chosen {
        commands.push(Command::Escape);
        commands.push(entry.command.clone());
    }
}

fn all_entries(state: &State) -> Vec<Entry> {
    let files = state.settings.recent.iter().map(|path| Entry {
        label: file_name(path),
        detail: path.parent().map(|folder| folder.display().to_string()).unwrap_or_default(),
        command: Command::Open(path.clone()),
    });
    match state.overlay {
        Overlay::Recent => return files.collect(),
        Overlay::Merge => {
            let itself = state.article().and_then(super::article::Article::selected_actor);
            let mut others = actors(state, Command::MergeInto);
            others.retain(|other| itself.map(Command::MergeInto).as_ref() != Some(&other.command));
            return others;
        }
        _ => {}
    }
    let listed = Command::listed().iter().map(|command| Entry {
        label: command.label().to_owned(),
        detail: keys::text(command),
        command: command.clone(),
    });
    let actors = actors(state, |idx| Command::Select(Item::Actor(idx)));
    let chapters = state.article().map_or(&[][..], |article| &article.document.chapters);
    let chapters = chapters.iter().enumerate().map(|(idx, title)| Entry {
        label: title.clone(),
        detail: "chapter".to_owned(),
        command: Command::SetChapter(Some(idx)),
    });
    let all = (state.article().is_some_and(|article| article.document.chapters.len() > 1))
        .then_some(Command::SetChapter(None))
        .map(|command| Entry { label: command.label().to_owned(), detail: String::new(), command });
    listed.chain(actors).chain(all).chain(chapters).chain(files).collect()
}

fn actors(state: &State, command: impl Fn(usize) -> Command) -> Vec<Entry> {
    let Some(article) = state.article() else { return Vec::new() };
    let entry = |(idx, actor): (usize, &crate::briefing::Actor)| Entry {
        label: actor.name.clone(),
        detail: super::words::mentions(actor),
        command: command(idx),
    };
    article.briefing.actors.iter().enumerate().map(entry).collect()
}

/// The name of the selected actor.
fn shown_name(state: &State) -> Option<String> {
    let article = state.article()?;
    Some(article.briefing.actors.get(article.selected_actor()?)?.name.clone())
}

/// A field for the selected actor's name.
fn rename(ui: &mut Ui, view: &mut PaletteView, commands: &mut Vec<Command>) {
    let label = ui.label("Name of the actor");
    let edit = TextEdit::singleline(&mut view.query).desired_width(f32::INFINITY);
    ui.add(edit).labelled_by(label.id).request_focus();
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        let enter = ui.input(|input| input.key_pressed(Key::Enter));
        if ui.button("Rename").clicked() || enter {
            commands.push(Command::Escape);
            commands.push(Command::SetName(view.query.clone()));
        }
        if ui.button("Leave as it is").clicked() {
            commands.push(Command::Escape);
        }
    });
}

/// Entries that hold every word of the query; those that begin with it come first.
fn matching(entries: Vec<Entry>, query: &str) -> Vec<Entry> {
    let words: Vec<&str> = query.split_whitespace().collect();
    let mut found: Vec<(bool, Entry)> = entries
        .into_iter()
        .filter_map(|entry| {
            let label = folded(&entry.label);
            let places: Vec<_> = words.iter().map(|word| label.find(word)).collect();
            let all = places.iter().all(|places| !places.is_empty());
            let begins = places.first().is_none_or(|p| p.first().is_some_and(|r| r.start() == 0));
            all.then_some((!begins, entry))
        })
        .collect();
    found.sort_by_key(|(later, _)| *later);
    found.into_iter().map(|(_, entry)| entry).collect()
}

fn all_keys(ui: &mut Ui) {
    ui.heading("Keys");
    ui.weak("Single letters act while no text field has the focus. Tab and Enter reach everything else.");
    ui.add_space(10.0);
    let keys_of = |command: &Command| {
        let bindings = keys::BINDINGS.iter().filter(|binding| binding.command == *command);
        bindings
            .map(|binding| keys::spelled(binding.modifiers, binding.key))
            .collect::<Vec<_>>()
            .join(" or ")
    };
    let lines: Vec<(String, &Command)> = Command::listed()
        .iter()
        .map(|command| (keys_of(command), command))
        .filter(|(keys, _)| !keys.is_empty())
        .collect();
    // Side by side where there is room, so that all are seen at once.
    let columns = match ui.available_width() {
        width if width > 1000.0 => 3,
        width if width > 640.0 => 2,
        _ => 1,
    };
    let slim = Room::of(ui.ctx()).slim;
    let height = ui.available_height() - DONE;
    ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
        ui.columns(columns, |columns| {
            let each = lines.len().div_ceil(columns.len());
            let parts = columns.iter_mut().zip(lines.chunks(each.max(1))).enumerate();
            for (idx, (ui, part)) in parts {
                ui.spacing_mut().interact_size.y = 18.0;
                if slim {
                    for (keys, command) in part {
                        let label = RichText::new(command.label()).size(14.0);
                        ui.label(label).on_hover_text(command.hint());
                        ui.label(RichText::new(keys).size(14.0).weak());
                        ui.add_space(4.0);
                    }
                    continue;
                }
                Grid::new(("keys", idx)).num_columns(2).spacing(vec2(18.0, 5.0)).show(ui, |ui| {
                    for (keys, command) in part {
                        ui.label(RichText::new(keys).size(14.0).strong());
                        let label = RichText::new(command.label()).size(14.0);
                        ui.label(label).on_hover_text(command.hint());
                        ui.end_row();
                    }
                });
            }
        });
    });
}

fn templates(ui: &mut Ui, preview: &Preview, commands: &mut Vec<Command>) {
    ui.heading("Templates");
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        for (idx, name) in preview.names.iter().enumerate() {
            if ui.selectable_label(idx == preview.chosen, name).clicked() {
                commands.push(Command::ChooseTemplate(idx));
            }
        }
    });
    ui.separator();
    let (text, works) = match &preview.text {
        Ok(text) => (text, true),
        Err(why) => (why, false),
    };
    let height = (ui.ctx().content_rect().height() - 320.0).max(120.0);
    ScrollArea::vertical().max_height(height).auto_shrink([false, false]).show(ui, |ui| {
        ui.add(egui::Label::new(RichText::new(text).monospace().size(13.0)).wrap());
    });
    ui.separator();
    ui.horizontal_wrapped(|ui| {
        for command in [Command::CopyTemplate, Command::SaveTemplate] {
            let button = ui.add_enabled(works, Button::new(command.label()));
            if button.on_hover_text(command.hint()).clicked() {
                commands.push(command);
            }
        }
        if ui.button("Done").clicked() {
            commands.push(Command::Escape);
        }
    });
}

fn reading(ui: &mut Ui, settings: &Settings, commands: &mut Vec<Command>) {
    let mut changed = settings.clone();
    ui.heading("Reading");
    ui.spacing_mut().slider_width = 180.0_f32.min(ui.available_width() - 76.0);
    ui.add_space(8.0);
    let slim = Room::of(ui.ctx()).slim;
    if slim {
        choices(ui, &mut changed, true);
    } else {
        let grid = Grid::new("reading").num_columns(2).spacing(vec2(24.0, 12.0));
        grid.show(ui, |ui| choices(ui, &mut changed, false));
    }
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        if ui.button("Usual settings").clicked() {
            let recent = settings.recent.clone();
            changed = Settings { recent, ..Settings::default() };
        }
        if ui.button("Done").clicked() {
            commands.push(Command::Escape);
        }
    });
    if changed != *settings {
        commands.push(Command::Change(Box::new(changed)));
    }
}

/// A name and what can be chosen: a row of a grid, or where that is too wide one below the other.
fn choice(ui: &mut Ui, slim: bool, name: &str, add: impl FnOnce(&mut Ui, Id)) {
    let label = ui.label(name).id;
    if slim {
        ui.horizontal_wrapped(|ui| add(ui, label));
        ui.add_space(6.0);
    } else {
        ui.horizontal(|ui| add(ui, label));
        ui.end_row();
    }
}

fn choices(ui: &mut Ui, changed: &mut Settings, slim: bool) {
    choice(ui, slim, "Theme", |ui, _| {
        for (theme, name) in [
            (ThemeChoice::System, "System"),
            (ThemeChoice::Light, "Light"),
            (ThemeChoice::Dark, "Dark"),
            (ThemeChoice::Sepia, "Sepia"),
        ] {
            ui.selectable_value(&mut changed.theme, theme, name);
        }
    });
    choice(ui, slim, "Type", |ui, _| {
        ui.selectable_value(&mut changed.face, Face::Serif, "Serif");
        ui.selectable_value(&mut changed.face, Face::Sans, "Sans");
    });
    let slider = |ui: &mut Ui, name: &str, value: &mut f32, range, step: f64, unit: &str| {
        let decimals = if step < 0.1 { 2 } else { usize::from(step < 1.0) };
        let slider = Slider::new(value, range).step_by(step).fixed_decimals(decimals);
        choice(ui, slim, name, |ui, label| drop(ui.add(slider.suffix(unit)).labelled_by(label)));
    };
    slider(ui, "Text size", &mut changed.text_size, 12.0..=40.0, 1.0, " pt");
    slider(
        ui,
        "Line width",
        &mut changed.line_chars,
        40.0..=100.0,
        1.0,
        if slim { "" } else { " characters" },
    );
    slider(ui, "Line height", &mut changed.line_height, 1.1..=2.2, 0.05, "");
    slider(ui, "Window scale", &mut changed.zoom, 0.5..=3.0, 0.1, "");
    choice(ui, slim, "Keys", |ui, _| {
        ui.checkbox(&mut changed.letter_keys, "Single letters act");
    });
    choice(ui, slim, "References in copies", |ui, _| {
        for (references, name) in [
            (References::None, "None"),
            (References::Short, "Short"),
            (References::Footnotes, "Footnotes"),
        ] {
            ui.selectable_value(&mut changed.references, references, name);
        }
    });
    choice(ui, slim, "Copies", |ui, _| {
        ui.checkbox(&mut changed.copy_markdown, "As Markdown");
    });
    choice(ui, slim, "Motion", |ui, _| {
        ui.checkbox(&mut changed.reduced_motion, "Jump instead of gliding");
    });
}
