//! What the window asks of the system: files, the file dialogs, the clipboard, the theme, the clock of
//! files on disk. Nothing here blocks the window.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime};

use eframe::egui;

use crate::document::Document;
use crate::error::Error;
use crate::export::copy::Clip;

/// Stands for the article that comes with the program.
pub(super) const SAMPLE: &str = "Sample article.txt";
static SAMPLE_TEXT: &[u8] = include_bytes!("../../assets/sample.txt");

/// How often the files that are open are looked at.
const WATCH: Duration = Duration::from_millis(1500);
/// A dialog that is gone sooner than this was never shown.
const SHOWN: Duration = Duration::from_millis(200);

/// Reads an article, its encoding as the reader chose or as detected.
pub(super) fn read(path: &Path, encoding: Option<&'static str>) -> Result<Document, Error> {
    if path == Path::new(SAMPLE) {
        return crate::read::read_bytes(SAMPLE_TEXT, Some(path), None);
    }
    let chosen = encoding.and_then(|name| encoding_rs::Encoding::for_label(name.as_bytes()));
    if chosen.is_none() {
        return crate::read::read(path);
    }
    let bytes = std::fs::read(path).map_err(|error| Error::Unreadable(error.to_string()))?;
    crate::read::read_bytes(&bytes, Some(path), chosen)
}

/// What comes from the system while the window runs.
pub(super) enum Event {
    /// A file chosen to open, `None` when the dialog was left.
    Chosen(Option<PathBuf>),
    /// Where to save, with what.
    SaveTo(Option<PathBuf>),
    /// No dialog could be shown.
    NoDialog,
    SystemDark(bool),
    /// A file on disk is no longer what was read.
    Changed(PathBuf),
}

/// One hand for all that is asked and answered.
pub(super) struct Outside {
    sender: Sender<Event>,
    receiver: Receiver<Event>,
    ctx: egui::Context,
    watched: Arc<Mutex<Vec<Watched>>>,
    watching: bool,
    clipboard: Clipboard,
}

struct Watched {
    path: PathBuf,
    seen: Option<(SystemTime, u64)>,
}

pub(super) enum Clipboard {
    System(Option<arboard::Clipboard>),
    /// Keeps the last copy, for tests.
    Kept(Option<Clip>),
}

impl Outside {
    pub(super) fn new(ctx: &egui::Context, clipboard: Clipboard) -> Self {
        let (sender, receiver) = channel();
        let (ctx, watched) = (ctx.clone(), Arc::default());
        Self { sender, receiver, ctx, watched, watching: false, clipboard }
    }

    pub(super) fn events(&self) -> Vec<Event> {
        self.receiver.try_iter().collect()
    }

    /// Runs `work` on a thread and wakes the window with what it returns.
    fn ask(&self, work: impl FnOnce() -> Option<Event> + Send + 'static) {
        let (sender, ctx) = (self.sender.clone(), self.ctx.clone());
        std::thread::spawn(move || {
            if let Some(event) = work() {
                sender.send(event).ok();
                ctx.request_repaint();
            }
        });
    }

    pub(super) fn choose_file(&self, frame: &eframe::Frame) {
        let dialog = rfd::AsyncFileDialog::new()
            .set_title("Open an article")
            .add_filter("Articles", &["txt", "text", "md", "markdown", "html", "htm", "xhtml"])
            .add_filter("All files", &["*"]);
        let future = with_parent(dialog, frame).pick_file();
        let start = Instant::now();
        self.ask(move || {
            let chosen = pollster::block_on(future).map(|file| file.path().to_owned());
            Some(answered(chosen, start, Event::Chosen))
        });
    }

    pub(super) fn choose_place(&self, frame: &eframe::Frame, name: &str) {
        let dialog = rfd::AsyncFileDialog::new()
            .set_title("Export the briefing")
            .set_file_name(name)
            .add_filter("Web page", &["html"])
            .add_filter("Markdown", &["md"])
            .add_filter("Text", &["txt"])
            .add_filter("JSON", &["json"]);
        let future = with_parent(dialog, frame).save_file();
        let start = Instant::now();
        self.ask(move || {
            let chosen = pollster::block_on(future).map(|file| file.path().to_owned());
            Some(answered(chosen, start, Event::SaveTo))
        });
    }

    /// Asks the desktop whether it is dark; winit cannot tell on X11.
    pub(super) fn ask_system_theme(&self) {
        self.ask(|| match dark_light::detect() {
            Ok(dark_light::Mode::Dark) => Some(Event::SystemDark(true)),
            Ok(dark_light::Mode::Light) => Some(Event::SystemDark(false)),
            _ => None,
        });
    }

    /// Puts both flavours on the clipboard; the system's words where that fails.
    pub(super) fn copy(&mut self, clip: Clip) -> Result<(), String> {
        match &mut self.clipboard {
            Clipboard::Kept(kept) => {
                *kept = Some(clip);
                Ok(())
            }
            Clipboard::System(clipboard) => {
                // One that lives as long as the window, since it answers whoever pastes.
                if clipboard.is_none() {
                    *clipboard = arboard::Clipboard::new().ok();
                }
                let Some(clipboard) = clipboard else {
                    return Err("there is no clipboard".to_owned());
                };
                let set = if clip.html.is_empty() {
                    clipboard.set_text(clip.plain)
                } else {
                    clipboard.set_html(clip.html, Some(clip.plain))
                };
                set.map_err(|error| error.to_string())
            }
        }
    }

    /// The last copy, where it is kept.
    pub(super) fn kept_copy(&self) -> Option<&Clip> {
        match &self.clipboard {
            Clipboard::Kept(clip) => clip.as_ref(),
            Clipboard::System(_) => None,
        }
    }

    /// Looks at these files from now on, and reports each change once.
    pub(super) fn watch(&mut self, paths: impl Iterator<Item = PathBuf>) {
        let mut watched = self.watched.lock().unwrap_or_else(PoisonError::into_inner);
        let files: Vec<Watched> = paths
            .filter(|path| path != Path::new(SAMPLE))
            .map(|path| Watched { seen: stamp(&path), path })
            .collect();
        *watched = files;
        let any = !watched.is_empty();
        drop(watched);
        if any && !self.watching {
            self.watching = true;
            self.start_watching();
        }
    }

    fn start_watching(&self) {
        let (sender, ctx) = (self.sender.clone(), self.ctx.clone());
        let watched = Arc::downgrade(&self.watched);
        std::thread::spawn(move || {
            loop {
                std::thread::sleep(WATCH);
                let Some(watched) = watched.upgrade() else { return };
                for file in watched.lock().unwrap_or_else(PoisonError::into_inner).iter_mut() {
                    let now = stamp(&file.path);
                    // A file that is being replaced is away for a moment.
                    if now.is_some() && now != file.seen {
                        file.seen = now;
                        sender.send(Event::Changed(file.path.clone())).ok();
                        ctx.request_repaint();
                    }
                }
            }
        });
    }
}

fn answered(
    chosen: Option<PathBuf>,
    start: Instant,
    event: impl FnOnce(Option<PathBuf>) -> Event,
) -> Event {
    // `None` means that the dialog was left, and also that none could be shown.
    if chosen.is_none() && start.elapsed() < SHOWN { Event::NoDialog } else { event(chosen) }
}

fn with_parent(dialog: rfd::AsyncFileDialog, frame: &eframe::Frame) -> rfd::AsyncFileDialog {
    // A frame without a window, as in tests, is no parent.
    if frame.winit_window().is_some() { dialog.set_parent(frame) } else { dialog }
}

fn stamp(path: &Path) -> Option<(SystemTime, u64)> {
    let metadata = std::fs::metadata(path).ok()?;
    Some((metadata.modified().ok()?, metadata.len()))
}
