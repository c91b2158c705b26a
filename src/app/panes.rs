//! The window's parts and where they lie: bars above and below, two panes between, or one where the
//! window is narrow.

use eframe::egui::{
    self, Align, Context, CursorIcon, Frame, Layout, Margin, Panel, Rect, RichText, Role, Sense,
    Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::article::Article;
use super::briefing_panel::{self, BriefingView};
use super::command::Command;
use super::notices::{self, NoticeClock};
use super::overlays::{self, PaletteView};
use super::peek::{self, Peek};
use super::room::Room;
use super::settings::{Density, SPLIT, Settings};
use super::source_panel::{self, SourceView};
use super::state::{Overlay, Pane, Phase, State};
use super::theme::Palette;
use super::{find_bar, keys, status_bar, toolbar, welcome, words};
use crate::briefing::{Genre, Item};
use crate::error::Error;

const DIVIDER: f32 = 1.0;

/// Said of a text that argues.
const AUTHOR: &str = "What it says without naming a source is the author's view, not established fact. \
                      Positions, “author”, shows these judgements alone.";

/// What the panes keep between frames, for each tab and for the window.
#[derive(Default)]
pub(super) struct Views {
    tabs: Vec<TabView>,
    letters: super::letters::Letters,
    palette: PaletteView,
    /// What is typed into the field of a locked file.
    password: String,
    peek: Peek,
    pub clock: NoticeClock,
}

#[derive(Default)]
struct TabView {
    /// The tab's id.
    id: u64,
    source: SourceView,
    briefing: BriefingView,
}

impl Views {
    fn of(&mut self, id: u64) -> &mut TabView {
        let known = self.tabs.iter().position(|view| view.id == id);
        let idx = known.unwrap_or_else(|| {
            self.tabs.push(TabView { id, ..TabView::default() });
            self.tabs.len() - 1
        });
        &mut self.tabs[idx]
    }

    fn shown(&self, state: &State) -> Option<&TabView> {
        let id = state.tab()?.id;
        self.tabs.iter().find(|view| view.id == id)
    }

    pub(super) fn offsets(&self, state: &State) -> (f32, f32) {
        self.shown(state).map_or((0.0, 0.0), |v| (v.briefing.scroll.offset, v.source.scroll.offset))
    }

    /// What the panes show first.
    pub(super) fn tops(&self, state: &State) -> (Option<usize>, Option<Item>) {
        let view = self.shown(state);
        (view.and_then(|view| view.source.top), view.and_then(|view| view.briefing.top))
    }

    /// The commands of the keys pressed.
    pub(super) fn keys(&self, ctx: &Context, state: &State) -> Vec<Command> {
        super::shapes::note_hand(ctx);
        // An open menu has all keys, Escape among them.
        if egui::Popup::is_any_open(ctx) {
            return Vec::new();
        }
        let in_pane = self.shown(state).is_some_and(|v| v.source.has_focus || v.briefing.has_focus);
        let nothing = ctx.memory(|memory| memory.focused().is_none());
        let held = if state.overlay != Overlay::Nothing {
            keys::Focus::Overlay
        } else if ctx.text_edit_focused() {
            keys::Focus::Field
        } else if !(in_pane || nothing) {
            keys::Focus::Control
        } else {
            keys::Focus::Pane
        };
        let mut commands = keys::pressed(ctx, held, state.settings.letter_keys);
        let extra = ctx.input(|input| {
            let pointer = &input.pointer;
            let back = pointer.button_pressed(egui::PointerButton::Extra1);
            let forward = pointer.button_pressed(egui::PointerButton::Extra2);
            (back, forward)
        });
        commands.extend(extra.0.then_some(Command::Back));
        commands.extend(extra.1.then_some(Command::Forward));
        commands
    }
}

pub(super) fn ui(
    ui: &mut Ui,
    state: &State,
    views: &mut Views,
    palette: &Palette,
    commands: &mut Vec<Command>,
) {
    let ctx = ui.ctx().clone();
    views.tabs.retain(|view| state.tabs.iter().any(|tab| tab.id == view.id));
    let room = Room::of(&ctx);
    let bar = |fill| Frame::new().fill(fill).inner_margin(Margin::symmetric(room.margin(), 0));
    let height = if room.short { 38.0 } else { 48.0 };
    Panel::top("toolbar").exact_size(height).frame(bar(palette.chrome)).show(ui, |ui| {
        toolbar::ui(ui, state, palette, commands);
        if room.short {
            announce(ui, &state.announcement);
        }
    });
    if state.find.open && state.article().is_some() {
        Panel::top("find").exact_size(44.0).frame(bar(palette.chrome)).show(ui, |ui| {
            find_bar::ui(ui, state, commands);
        });
    }
    if state.article().is_some_and(|article| article.stale) {
        let frame = bar(palette.selected).inner_margin(Margin::symmetric(room.margin(), 7));
        Panel::top("changed").frame(frame).show(ui, |ui| changed(ui, commands));
    }
    if let Some(wait) = state.wait().filter(|_| state.article().is_some()) {
        let now = std::time::Instant::now();
        ctx.request_repaint_after_secs(1.0);
        if wait.is_long(now) {
            let frame = bar(palette.selected).inner_margin(Margin::symmetric(room.margin(), 7));
            Panel::top("waiting").frame(frame).show(ui, |ui| {
                ui.horizontal_wrapped(|ui| {
                    let seconds = wait.seconds(now);
                    ui.label(format!("The briefing takes long: {seconds} seconds so far."));
                    welcome::go_on_or_stop(ui, commands);
                });
            });
        }
    }
    if !room.short {
        Panel::bottom("status").exact_size(30.0).frame(bar(palette.chrome)).show(ui, |ui| {
            status_bar::ui(ui, state, commands);
            announce(ui, &state.announcement);
        });
    }
    egui::CentralPanel::no_frame().show(ui, |ui| match state.tab() {
        None => welcome::empty(ui, state, palette, commands),
        Some(tab) => match &tab.phase {
            Phase::Loading { wait, .. } => {
                welcome::loading(ui, &tab.path, wait, palette, commands);
            }
            Phase::Failed(error @ (Error::Locked | Error::WrongPassword)) => {
                welcome::locked(ui, tab, error, &mut views.password, palette, commands);
            }
            Phase::Failed(error) => welcome::failed(ui, &tab.path, error, palette, commands),
            Phase::Ready(article) => {
                let mut peek = std::mem::take(&mut views.peek);
                let letters = views.letters.look(&ctx);
                let view = views.of(tab.id);
                view.source.letters = letters;
                view.briefing.letters = letters;
                both(ui, state, article, view, palette, commands);
                let panes = (&view.briefing, &view.source);
                peek::ui(&ctx, article, &state.settings, &mut peek, panes, palette);
                views.peek = peek;
            }
        },
    });
    overlays::ui(&ctx, state, &mut views.palette, palette, commands);
    notices::ui(&ctx, state, palette, commands);
    drop_target(&ctx, palette);
}

/// The file on disk is another now.
fn changed(ui: &mut Ui, commands: &mut Vec<Command>) {
    ui.horizontal_wrapped(|ui| {
        ui.label("This file has changed on disk since it was read.");
        for command in [Command::Reload, Command::KeepOld] {
            if ui.button(command.label()).on_hover_text(command.hint()).clicked() {
                commands.push(command);
            }
        }
    });
}

/// A line that is not seen but read aloud whenever it changes.
fn announce(ui: &Ui, text: &str) {
    let at = ui.max_rect().left_bottom();
    let id = ui.scope_id().with("announcement");
    let response = ui.interact(Rect::from_min_size(at, vec2(0.0, 0.0)), id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, text));
    ui.ctx().accesskit_node_builder(id, |node| node.set_live(egui::accesskit::Live::Polite));
}

fn both(
    ui: &mut Ui,
    state: &State,
    article: &Article,
    view: &mut TabView,
    palette: &Palette,
    commands: &mut Vec<Command>,
) {
    let area = ui.available_rect_before_wrap();
    let room = Room::of(ui.ctx());
    if room.narrow {
        // In a short window the toolbar has the switch.
        let height = if room.short { 0.0 } else { 36.0 };
        let tabs = Rect::from_min_size(area.min, vec2(area.width(), height));
        if !room.short {
            switch(ui, tabs, state, palette, commands);
        }
        let area = Rect::from_min_max(tabs.left_bottom(), area.max);
        // The pane that is not shown covers nothing.
        (view.briefing.area, view.source.area) = (None, None);
        match state.pane {
            Pane::Briefing => briefing(ui, area, state, article, view, palette, commands),
            Pane::Source => source(ui, area, state, article, view, palette, commands),
        }
        return;
    }
    let settings = &state.settings;
    let share = if settings.swapped { 1.0 - settings.split } else { settings.split };
    let x = (area.left() + area.width() * share).round();
    let left = Rect::from_min_max(area.min, pos2(x, area.bottom()));
    let right = Rect::from_min_max(pos2(x + DIVIDER, area.top()), area.max);
    let (briefing_area, source_area) = if settings.swapped { (right, left) } else { (left, right) };
    briefing(ui, briefing_area, state, article, view, palette, commands);
    source(ui, source_area, state, article, view, palette, commands);
    divider(ui, area, x, settings, palette, commands);
}

/// One pane or the other, where both do not fit.
fn switch(ui: &mut Ui, area: Rect, state: &State, palette: &Palette, commands: &mut Vec<Command>) {
    ui.painter().rect_filled(area, 0.0, palette.chrome);
    let layout = Layout::left_to_right(Align::Center);
    let inner = area.shrink2(vec2(14.0, 2.0));
    ui.scope_builder(UiBuilder::new().max_rect(inner).layout(layout), |ui| {
        toolbar::pane_choice(ui, state, palette, commands);
    });
}

fn divider(
    ui: &Ui,
    area: Rect,
    x: f32,
    settings: &Settings,
    palette: &Palette,
    commands: &mut Vec<Command>,
) {
    let line = Rect::from_x_y_ranges(x..=x + DIVIDER, area.y_range());
    ui.painter().rect_filled(line, 0.0, palette.line);
    let hand = line.expand2(vec2(4.0, 0.0));
    let response = ui.interact(hand, ui.scope_id().with("divider"), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, "Divider between the panes"));
    if response.hovered() || response.dragged() {
        ui.painter().rect_filled(line.expand2(vec2(1.0, 0.0)), 0.0, palette.accent);
    }
    let share = if response.double_clicked() {
        Some(SPLIT)
    } else {
        let at = response.interact_pointer_pos().filter(|_| response.dragged());
        at.map(|at| (at.x - area.left()) / area.width())
            .map(|share| if settings.swapped { 1.0 - share } else { share })
    };
    if let Some(split) = share {
        commands.push(Command::Change(Box::new(Settings { split, ..settings.clone() })));
    }
    response.on_hover_and_drag_cursor(CursorIcon::ResizeHorizontal);
}

/// The source, below what there is to say about how it was read.
fn source(
    ui: &mut Ui,
    area: Rect,
    state: &State,
    article: &Article,
    view: &mut TabView,
    palette: &Palette,
    commands: &mut Vec<Command>,
) {
    ui.scope_builder(UiBuilder::new().max_rect(area), |ui| {
        ui.set_clip_rect(area.intersect(ui.clip_rect()));
        source_panel::ui(ui, state, article, &mut view.source, palette, commands);
    });
}

/// The briefing, below its own small bar.
fn briefing(
    ui: &mut Ui,
    area: Rect,
    state: &State,
    article: &Article,
    view: &mut TabView,
    palette: &Palette,
    commands: &mut Vec<Command>,
) {
    ui.scope_builder(UiBuilder::new().max_rect(area), |ui| {
        ui.set_clip_rect(area.intersect(ui.clip_rect()));
        ui.painter().rect_filled(area, 0.0, palette.panel);
        ui.spacing_mut().item_spacing.y = 0.0;
        let short = Room::of(ui.ctx()).short;
        let (top, bottom) = if short { (0, 0) } else { (8, 4) };
        Frame::new().inner_margin(Margin { left: 22, right: 14, top, bottom }).show(ui, |ui| {
            if !short {
                head(ui, state, article, palette, commands);
            }
            chips(ui, article, palette, commands);
            notes(ui, article, palette);
        });
        briefing_panel::ui(ui, state, article, &mut view.briefing, palette, commands);
    });
}

fn head(
    ui: &mut Ui,
    state: &State,
    article: &Article,
    palette: &Palette,
    commands: &mut Vec<Command>,
) {
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            for (density, name) in [(Density::Full, "full"), (Density::Brief, "brief")] {
                let chosen = state.settings.density == density;
                let hint = toolbar::with_key(&Command::Density);
                if toolbar::choice(ui, name, chosen, &hint, palette) && !chosen {
                    commands.push(Command::Density);
                }
            }
            // What is left of the line: this gives way, not the buttons.
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                ui.label(RichText::new("BRIEFING").size(12.5).color(palette.muted));
                if let Some(tab) = state.tab().filter(|_| article.document.chapters.len() > 1) {
                    chapters(ui, &article.document.chapters, tab.choices.chapter, commands);
                }
                if article.is_briefed() && article.briefing.items().next().is_some() {
                    genre(ui, article.briefing.genre, palette);
                }
            });
        });
    });
}

/// What kind of text it is; of an argued one also whose views it holds.
fn genre(ui: &mut Ui, genre: Genre, palette: &Palette) {
    let (name, what) = match genre {
        Genre::Report => ("of a report", "It tells what happened and what others say."),
        Genre::Analysis => {
            ("of an analysis", "It weighs what things mean; the weighing is the author's.")
        }
        Genre::Commentary => ("of a commentary · the author's own views", AUTHOR),
        Genre::Interview => ("of an interview", "Questions and answers."),
        Genre::Speech => ("of a speech · the speaker's own views", AUTHOR),
    };
    let text = RichText::new(name).size(12.5).color(palette.muted);
    ui.add(egui::Label::new(text).truncate()).on_hover_text(what);
}

/// Which chapter of a book is shown.
fn chapters(ui: &mut Ui, titles: &[String], chosen: Option<usize>, commands: &mut Vec<Command>) {
    let shown = chosen.and_then(|idx| titles.get(idx));
    let text = shown.map_or_else(
        || format!("All {} chapters", titles.len()),
        |title| title.chars().take(28).collect(),
    );
    ui.menu_button(RichText::new(text).size(13.5), |ui| {
        egui::ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
            if ui.selectable_label(chosen.is_none(), Command::SetChapter(None).label()).clicked() {
                commands.push(Command::SetChapter(None));
                ui.close();
            }
            for (idx, title) in titles.iter().enumerate() {
                if ui.selectable_label(chosen == Some(idx), title).clicked() {
                    commands.push(Command::SetChapter(Some(idx)));
                    ui.close();
                }
            }
        });
    });
}

/// What is filtered and pinned, each with a way to end it.
fn chips(ui: &mut Ui, article: &Article, palette: &Palette, commands: &mut Vec<Command>) {
    let pins: Vec<(usize, Item)> =
        article.pins.iter().enumerate().filter_map(|(idx, pin)| Some((idx, (*pin)?))).collect();
    if article.filter.is_none() && pins.is_empty() {
        return;
    }
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let mut chip = |ui: &mut Ui, text: String, fill, command: Command| {
            let fits = if super::cards::is_slim(ui.max_rect().width()) { 20 } else { 44 };
            let text: String = text.chars().take(fits).collect();
            let button =
                egui::Button::new(RichText::new(format!("{text}  ×")).size(13.5)).fill(fill);
            if ui.add(button).on_hover_text("Take this away").clicked() {
                commands.push(command);
            }
        };
        if let Some(actor) = article.filter {
            let name = words::name(&article.briefing, actor.0);
            chip(ui, format!("Only {name}"), palette.hover, Command::Filter);
        }
        for (idx, item) in pins {
            let words = super::search::words_of(&article.document, &article.briefing, item);
            let first = words.lines().next().unwrap_or_default().to_owned();
            let fill = palette.pins.get(idx).copied().unwrap_or(palette.hover);
            chip(ui, format!("Pinned: {first}"), fill, Command::Unpin(item));
        }
    });
    ui.add_space(4.0);
}

/// What could not be read or is doubtful.
fn notes(ui: &mut Ui, article: &Article, palette: &Palette) {
    for note in &article.document.notes {
        ui.add_space(4.0);
        Frame::new()
            .fill(palette.selected)
            .corner_radius(6)
            .inner_margin(Margin::symmetric(10, 6))
            .show(ui, |ui| {
                ui.add(egui::Label::new(RichText::new(note).size(14.0)).wrap());
            });
    }
}

/// While a file hovers over the window.
fn drop_target(ctx: &Context, palette: &Palette) {
    if ctx.input(|input| input.raw.hovered_files.is_empty()) {
        return;
    }
    let painter =
        ctx.layer_painter(egui::LayerId::new(egui::Order::Foreground, egui::Id::unique("drop")));
    let area = ctx.content_rect();
    painter.rect_filled(area, 0.0, palette.page.gamma_multiply(0.85));
    painter.rect_stroke(area.shrink(16.0), 12.0, (2.0, palette.accent), egui::StrokeKind::Inside);
    let words = "Drop the article to open it";
    painter.text(
        area.center(),
        egui::Align2::CENTER_CENTER,
        words,
        super::fonts::sans(22.0),
        palette.text,
    );
}
