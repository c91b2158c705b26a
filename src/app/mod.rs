//! The window: one frame after the other, and every command that touches the outside.
//!
//! Panes draw the state and push commands; they run at the end of the frame, so that one frame shows
//! one state. What a command does to the state is in `state`; here is what it does to files, the
//! clipboard and the system.

mod about;
pub mod article;
pub mod bookmark;
mod briefing_panel;
mod card_buttons;
mod cards;
pub mod clipboard;
pub mod command;
mod copying;
pub mod corrections;
mod find_bar;
mod finding;
mod fonts;
mod gutter;
pub mod history;
mod keys;
mod letters;
pub mod listing;
mod marks;
mod moves;
mod notices;
mod opening;
mod outside;
mod overlays;
mod panes;
mod peek;
mod room;
mod scroll;
pub mod search;
pub mod settings;
mod shapes;
mod source_layout;
mod source_panel;
mod source_pointer;
mod stack;
pub mod state;
mod status_bar;
mod storage;
mod strip;
mod theme;
mod toolbar;
mod typesetting;
mod waiting;
mod welcome;
mod words;
pub mod worker;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::{self, Context, Ui, ViewportCommand};

use self::article::{Article, file_name};
use self::bookmark::Bookmark;
use self::command::Command;
use self::outside::{Choices, Clipboard, Content, Event, Outside};
use self::panes::Views;
use self::settings::Settings;
use self::state::{Overlay, Phase, State};
pub use self::storage::Storage;
use self::theme::Palette;
use self::worker::{Answer, Worker};
use crate::briefing::Briefing;
use crate::document::Document;
use crate::error::Error;
use crate::export::copy;
use crate::text::TextRange;

static ICON: &[u8] = include_bytes!("../../assets/desktop/sidelight.png");

pub struct App {
    state: State,
    worker: Worker,
    outside: Outside,
    storage: Storage,
    /// Articles from the clipboard, for as long as the window is open.
    pasted: Vec<(PathBuf, Content)>,
    views: Views,
    /// What was last written, and last shown.
    saved: Settings,
    title: String,
    /// Whether the system is dark, where it says.
    system_dark: Option<bool>,
    dressed: Option<(&'static str, bool)>,
    /// Pixels a point for which the window's least size was set.
    sized_for: f32,
    /// Whether the window was seen to fit the screen.
    fitted: bool,
    was_focused: bool,
    /// Whether what was copied is taken care of, now that the window closes.
    closing: bool,
    /// What is to be saved where the dialog says, when it is not the briefing itself.
    to_save: Option<String>,
    /// The tab whose briefing is to be saved: another may be shown when the dialog is answered.
    to_export: Option<u64>,
}

/// Opens the window, on articles if some are given, and returns when it is closed. Fails, with
/// the system's words, where there is no screen.
pub fn run(articles: Vec<PathBuf>) -> Result<(), String> {
    crate::briefing::load();
    let viewport = egui::ViewportBuilder::default()
        .with_app_id("sidelight")
        .with_title("Sidelight")
        .with_inner_size([1280.0, 860.0])
        // The scale is not known yet; `dress` sets what fits it.
        .with_min_inner_size(room::least(f32::INFINITY))
        .with_drag_and_drop(true);
    let icon = eframe::icon_data::from_png_bytes(ICON);
    let viewport = match icon {
        Ok(icon) => viewport.with_icon(icon),
        // A window without an icon is still a window.
        Err(_) => viewport,
    };
    let options = eframe::NativeOptions { viewport, ..Default::default() };
    let make = move |cc: &eframe::CreationContext<'_>| {
        let clipboard = Clipboard::System(None);
        let mut app = App::new(&cc.egui_ctx, Storage::of_user(), clipboard);
        app.outside.ask_system_theme();
        for path in &articles {
            app.open(path, Choices::default());
        }
        Ok(Box::new(app) as Box<dyn eframe::App>)
    };
    eframe::run_native("sidelight", options, Box::new(make))
        .map_err(|error| outside::reason(&error.to_string()).to_owned())
}

impl App {
    fn new(ctx: &Context, storage: Storage, clipboard: Clipboard) -> Self {
        fonts::install(ctx);
        // The window's own zoom keys would change the scale; ours change the size of the text.
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        let (settings, set_aside) = storage.load_settings();
        let waker = ctx.clone();
        let mut state = State::new(settings.clone());
        if let Some(aside) = set_aside {
            let hint = format!("The usual ones are used. The old file was kept as {aside}.");
            state.warn("The settings could not be read", hint);
        }
        Self {
            state,
            worker: Worker::new(move || waker.request_repaint()),
            outside: Outside::new(ctx, clipboard),
            storage,
            pasted: Vec::new(),
            views: Views::default(),
            saved: settings,
            title: String::new(),
            system_dark: None,
            dressed: None,
            sized_for: 0.0,
            fitted: false,
            was_focused: true,
            closing: false,
            to_save: None,
            to_export: None,
        }
    }

    /// An app without the system's clipboard: what it copies can be asked for.
    pub fn for_tests(ctx: &Context, storage: Storage) -> Self {
        Self::new(ctx, storage, Clipboard::Kept(None))
    }

    pub fn state(&self) -> &State {
        &self.state
    }

    /// The last copy, in an app for tests.
    pub fn copied(&self) -> Option<&copy::Clip> {
        self.outside.kept_copy()
    }

    /// Shows an article that is already read and briefed.
    pub fn show(&mut self, path: &Path, document: Document, briefing: Briefing) {
        let sentences = crate::briefing::sentences(&document);
        self.show_document(path, document, sentences);
        self.show_briefing(path, briefing);
    }

    /// Shows an article that is already read, while its briefing is awaited.
    pub fn show_document(&mut self, path: &Path, document: Document, sentences: Vec<TextRange>) {
        self.state.begin_loading(path, 0, Choices::default());
        self.state.document_read(path, Arc::new(document), sentences, None);
    }

    pub fn show_briefing(&mut self, path: &Path, briefing: Briefing) {
        self.state.briefing_made(path, Arc::new(briefing), Some(0.0));
    }

    /// Whether the worker is at work.
    pub fn is_busy(&self) -> bool {
        self.worker.is_busy()
    }

    /// How far the panes are scrolled, in points: the briefing, the source.
    pub fn offsets(&self) -> (f32, f32) {
        self.views.offsets(&self.state)
    }

    /// Carries out a command: what touches the outside here, the rest in the state.
    pub fn run(&mut self, command: Command, ctx: &Context, frame: &eframe::Frame) {
        match command {
            Command::OpenDialog if !self.state.dialog_open => {
                self.state.dialog_open = true;
                self.outside.choose_files(frame, self.state.folder().as_deref());
            }
            Command::OpenDialog => {}
            Command::OpenSample => self.open(Path::new(outside::SAMPLE), Choices::default()),
            Command::Open(path) => self.open(&path, Choices::default()),
            Command::Paste => self.outside.paste(None),
            Command::PasteText(text) => self.outside.paste(Some(text)),
            Command::Unlock(password) => {
                self.reopen(|choices| choices.password = Some(password));
            }
            Command::SetChapter(chapter) => self.reopen(|choices| choices.chapter = chapter),
            Command::Reload => self.reopen(|_| ()),
            Command::SetEncoding(encoding) => self.reopen(|choices| choices.encoding = encoding),
            Command::Cancel => self.cancel(),
            Command::ReopenTab => {
                if let Some(path) = self.state.closed.pop() {
                    self.open(&path, Choices::default());
                }
            }
            Command::Export => self.choose_export(frame),
            Command::Templates => self.show_templates(),
            Command::ChooseTemplate(idx) => self.choose_template(idx),
            Command::CopyTemplate => self.copy_template(),
            Command::SaveTemplate => self.save_template(frame),
            Command::Copy => self.copy_selection(ctx),
            Command::CopySummary => self.copy_part("Summary", copy::Part::Summary),
            Command::CopySection => self.copy_section(),
            Command::CopyBriefing => self.copy_part("Briefing", copy::Part::Briefing),
            Command::CopyItem => self.copy_item(false),
            Command::CopyItemWithReference => self.copy_item(true),
            Command::OpenLink(url) => ctx.open_url(egui::OpenUrl::new_tab(url)),
            Command::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
            Command::CloseTab
                if matches!(
                    self.state.tab().map(|tab| &tab.phase),
                    Some(Phase::Loading { .. })
                ) =>
            {
                self.cancel();
            }
            other => {
                let focus_find = other == Command::Find;
                let corrects = matches!(
                    other,
                    Command::MarkWrong
                        | Command::Undo
                        | Command::SetName(_)
                        | Command::MergeInto(_)
                );
                if other == Command::CloseTab
                    && let Some(article) = self.state.article()
                {
                    self.keep_bookmark(article);
                    // Nobody waits any more for a briefing that is still being made.
                    let path = article.path.clone();
                    self.worker.cancel(&path);
                }
                self.state.apply(other);
                if corrects {
                    self.keep_bookmarks();
                }
                if focus_find && self.state.article().is_some() {
                    ctx.memory_mut(|memory| memory.request_focus(find_bar::field()));
                }
            }
        }
    }

    fn open(&mut self, path: &Path, choices: Choices) {
        self.state.overlay = Overlay::Nothing;
        if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json")) {
            match outside::article_of(path) {
                Ok((article, json)) => self.start(&article, choices, Some(json)),
                Err(error) => self.state.warn(state::sentence(&error, path), error.hint()),
            }
            return;
        }
        self.start(path, choices, None);
    }

    /// Reads an article; a briefing of it as JSON is shown instead of the engine's.
    fn start(&mut self, path: &Path, choices: Choices, briefing: Option<String>) {
        // The same file by two names is one article.
        let canonical = std::fs::canonicalize(path).ok();
        let is_here = outside::is_here(path);
        let path = canonical.filter(|_| !is_here).unwrap_or_else(|| path.to_path_buf());
        let job = self.worker.start(&path, self.content(&path), &choices, briefing);
        self.state.begin_loading(&path, job, choices);
    }

    fn content(&self, path: &Path) -> Content {
        if path == Path::new(outside::SAMPLE) {
            return Content::Here(outside::SAMPLE_TEXT.into(), false);
        }
        let pasted = self.pasted.iter().find(|(known, _)| known == path);
        pasted.map_or(Content::File, |(_, content)| content.clone())
    }

    /// Opens what the clipboard held as an article of its own.
    fn open_pasted(&mut self, html: Option<String>, plain: Option<String>) {
        let has_words = |text: &String| text.chars().any(char::is_alphabetic);
        let html = html.filter(has_words);
        let is_page = html.is_some();
        let Some(text) = html.or(plain).filter(has_words) else {
            let hint = "Select the article where it is shown and copy it, then paste it here.";
            return self.state.warn("The clipboard holds no text", hint);
        };
        let path = PathBuf::from(format!("{}{}", outside::PASTED, self.pasted.len() + 1));
        self.pasted.push((path.clone(), Content::Here(text.into_bytes().into(), is_page)));
        self.open(&path, Choices { encoding: Some("UTF-8"), ..Choices::default() });
    }

    /// Reads what is shown again, with other choices.
    fn reopen(&mut self, choose: impl FnOnce(&mut Choices)) {
        if let Some(tab) = self.state.tab() {
            let (path, mut choices) = (tab.path.clone(), tab.choices.clone());
            choose(&mut choices);
            self.open(&path, choices);
        }
    }

    fn cancel(&mut self) {
        let Some(path) = self.state.tab().map(|tab| tab.path.clone()) else { return };
        if self.worker.cancel(&path) {
            match self.state.tab().map(|tab| &tab.phase) {
                Some(Phase::Ready(_)) => self.state.briefing_stopped(),
                _ => self.state.failed(&path, Error::Cancelled),
            }
        }
    }

    /// Takes what the worker and the system have sent.
    fn receive(&mut self) {
        for (path, answer) in self.worker.answers() {
            match answer {
                Answer::Read(document, sentences) => {
                    let saved = self.bookmark(&path);
                    self.state.document_read(&path, document, sentences, saved);
                    self.watch();
                }
                Answer::Briefed { briefing, elapsed_ms } => {
                    self.state.briefing_made(&path, briefing, Some(elapsed_ms));
                }
                Answer::Reopened(Ok((briefing, proof))) => {
                    self.state.briefing_reopened(&path, briefing, proof);
                }
                Answer::Reopened(Err(why)) => {
                    let error = Error::NoBriefing(why);
                    self.state.warn(state::sentence(&error, &path), error.hint());
                    self.start(&path, Choices::default(), None);
                }
                Answer::NotBriefed => self.state.briefing_failed(&path),
                Answer::Failed(error) => self.state.failed(&path, error),
            }
        }
        for event in self.outside.events() {
            match event {
                Event::Chosen(paths) => {
                    self.state.dialog_open = false;
                    for path in paths {
                        self.open(&path, Choices::default());
                    }
                }
                Event::SaveTo(path) => {
                    self.state.dialog_open = false;
                    if let Some(path) = path {
                        self.export(&path);
                    }
                }
                Event::NoDialog => {
                    self.state.dialog_open = false;
                    let hint =
                        "Drop the file on this window, or give its name when you start sidelight.";
                    self.state.warn("The system offers no file dialog", hint);
                }
                Event::Pasted { html, plain } => self.open_pasted(html, plain),
                Event::SystemDark(dark) => self.system_dark = Some(dark),
                Event::Changed(path) => self.state.file_changed(&path),
            }
        }
    }

    /// Sees to it that what was copied outlives the window, and stays open once where it cannot.
    fn close(&mut self, ctx: &Context) {
        if self.closing || !ctx.input(|input| input.viewport().close_requested()) {
            return;
        }
        self.closing = true;
        if let Err(why) = self.outside.hand_over() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            let hint = "Paste it before you close the window again; the system keeps no copy.";
            self.state.warn(format!("What you copied would be lost: {why}"), hint);
        }
    }

    fn watch(&mut self) {
        let paths: Vec<PathBuf> = self.state.tabs.iter().map(|tab| tab.path.clone()).collect();
        self.outside.watch(paths.into_iter());
    }

    fn dress(&mut self, ctx: &Context) -> &'static Palette {
        let settings = &self.state.settings;
        let palette = Palette::of(settings.theme, self.system_dark);
        let look = (palette.name, settings.reduced_motion);
        if self.dressed != Some(look) {
            palette.apply(ctx, settings.reduced_motion);
            self.dressed = Some(look);
        }
        if (ctx.zoom_factor() - settings.zoom).abs() > 0.001 {
            ctx.set_zoom_factor(settings.zoom);
        }
        let scale = ctx.pixels_per_point();
        if (self.sized_for - scale).abs() > 0.001 {
            self.sized_for = scale;
            ctx.send_viewport_cmd(ViewportCommand::MinInnerSize(room::least(scale)));
        }
        palette
    }

    fn keep_settings(&mut self) {
        if self.saved != self.state.settings {
            self.saved = self.state.settings.clone();
            self.storage.save_settings(&self.saved);
        }
    }

    /// Makes the window smaller at its start where the screen is smaller than it, frame and panels of the desktop included.
    fn fit(&mut self, ctx: &Context) {
        let (screen, inner) = ctx.input(|input| {
            let viewport = input.viewport();
            (viewport.monitor_size, viewport.inner_rect)
        });
        let (Some(screen), Some(inner), false) = (screen, inner, self.fitted) else { return };
        self.fitted = true;
        let scale = ctx.pixels_per_point();
        let room = screen - egui::vec2(room::FRAME.0, room::FRAME.1) / scale;
        let fitting = inner.size().min(room).max(room::least(scale));
        if fitting != inner.size() {
            ctx.send_viewport_cmd(ViewportCommand::InnerSize(fitting));
        }
    }

    /// What was kept about an article; what cannot be understood is set aside.
    fn bookmark(&mut self, path: &Path) -> Option<Bookmark> {
        let json = self.storage.load_place(path)?;
        let bookmark = Bookmark::from_json(&json);
        if bookmark.is_none()
            && let Some(aside) = self.storage.set_place_aside(path)
        {
            let hint = format!("The old file was kept as {aside}.");
            self.state.warn("What was kept about this article could not be read", hint);
        }
        bookmark
    }

    /// Keeps the reader's place and corrections of an article.
    fn keep_bookmark(&self, article: &Article) {
        // The next article pasted has nothing to do with this one.
        if article.path.to_str().is_some_and(|name| name.starts_with(outside::PASTED)) {
            return;
        }
        self.storage.save_place(&article.path, &Bookmark::of(article).to_json());
    }

    fn keep_bookmarks(&self) {
        for tab in &self.state.tabs {
            if let Phase::Ready(article) = &tab.phase {
                self.keep_bookmark(article);
            }
        }
    }

    fn set_title(&mut self, ctx: &Context) {
        let title = match self.state.tab() {
            Some(tab) => match &tab.phase {
                Phase::Ready(article) => format!("{} — Sidelight", article.title()),
                _ => format!("{} — Sidelight", file_name(&tab.path)),
            },
            None => "Sidelight".to_owned(),
        };
        if title != self.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        self.receive();
        self.close(ctx);
        self.set_title(ctx);
        self.fit(ctx);
        // Whoever comes back may have changed the desktop's theme meanwhile.
        let focused = ctx.input(|input| input.focused);
        if focused && !self.was_focused {
            self.outside.ask_system_theme();
        }
        if !focused && self.was_focused {
            self.keep_bookmarks();
        }
        self.was_focused = focused;
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        let palette = self.dress(&ctx);
        let mut commands = self.views.keys(&ctx, &self.state);
        let dropped = ctx.input(|input| input.raw.dropped_files.clone());
        commands.extend(dropped.iter().map(|file| Command::Open(file.path().to_path_buf())));
        panes::ui(ui, &self.state, &mut self.views, palette, &mut commands);
        commands.extend(self.views.clock.expired(&ctx, &self.state));
        let (source_top, briefing_top) = self.views.tops(&self.state);
        self.state.note_view(source_top, briefing_top);
        if !commands.is_empty() {
            // One frame shows one state; what the commands made of it is shown in the next.
            ctx.request_repaint();
        }
        for command in commands {
            self.run(command, &ctx, frame);
        }
        self.keep_settings();
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.keep_settings();
        self.keep_bookmarks();
    }
}
