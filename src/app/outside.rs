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
use crate::read::Options;
use crate::stop::Stop;

/// Stands for the article that comes with the program.
pub(super) const SAMPLE: &str = "Sample article.txt";
pub(super) static SAMPLE_TEXT: &[u8] = include_bytes!("../../assets/sample.txt");
/// Articles from the clipboard are called so, and numbered.
pub(super) const PASTED: &str = "Pasted article ";

/// Extensions of the files that are surely articles; what a file is, its bytes tell.
const ARTICLES: [&str; 20] = [
    "txt", "text", "md", "markdown", "html", "htm", "xhtml", "mhtml", "mht", "pdf", "docx", "odt",
    "rtf", "epub", "eml", "asc", "log", "rst", "xht", "url",
];

/// How often the files that are open are looked at.
const WATCH: Duration = Duration::from_millis(1500);
/// A dialog that is gone sooner than this was never shown.
const SHOWN: Duration = Duration::from_millis(200);

/// What a reader said about one file. Never written anywhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// The name of the encoding; `None`: as detected.
    pub encoding: Option<&'static str>,
    pub password: Option<String>,
    /// Of a book this chapter alone, counted from 0.
    pub chapter: Option<usize>,
}

/// Where an article's bytes are.
#[derive(Clone, Debug)]
pub(super) enum Content {
    File,
    /// Came with the program, or from the clipboard; `true`: as a web page.
    Here(Arc<[u8]>, bool),
}

/// Reads an article as the reader chose.
pub(super) fn read(
    path: &Path,
    content: &Content,
    choices: &Choices,
    stop: &Stop,
) -> Result<Document, Error> {
    let chosen = choices.encoding.map(|name| encoding_rs::Encoding::for_label(name.as_bytes()));
    let options = Options {
        encoding: chosen.flatten(),
        password: choices.password.clone(),
        chapter: choices.chapter,
        stop: stop.clone(),
        selected: matches!(content, Content::Here(..)),
    };
    match content {
        Content::File => crate::read::read(path, &options),
        Content::Here(bytes, is_page) => {
            let name = Path::new(if *is_page { "pasted.html" } else { "pasted" });
            crate::read::read_bytes(bytes, Some(name), &options)
        }
    }
}

/// Whether an article has no file: it came with the program or from the clipboard.
pub(super) fn is_here(path: &Path) -> bool {
    // The files of others have whole paths.
    path == Path::new(SAMPLE) || path.to_str().is_some_and(|name| name.starts_with(PASTED))
}

/// The article of a briefing that is kept as JSON, and that JSON. The article lies in the briefing's folder,
/// by the name that the briefing gives, or else by the briefing's own name.
pub(super) fn article_of(briefing: &Path) -> Result<(PathBuf, String), Error> {
    let json = match std::fs::read_to_string(briefing) {
        Ok(json) => json,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Err(Error::Missing),
        Err(error) => return Err(Error::Unreadable(error.to_string())),
    };
    let name = crate::export::reopen::article_name(&json).map_err(Error::NoBriefing)?;
    let folder = briefing.parent().unwrap_or(Path::new(""));
    let named = name.as_ref().map(|name| folder.join(name)).filter(|path| path.is_file());
    let stem = briefing.with_extension("");
    let alike = ARTICLES.iter().map(|extension| stem.with_extension(extension));
    match named.or_else(|| alike.into_iter().find(|path| path.is_file())) {
        Some(article) => Ok((article, json)),
        None if name.as_deref() == Some(SAMPLE) => Ok((PathBuf::from(SAMPLE), json)),
        None => Err(Error::NoArticle(name)),
    }
}

/// What comes from the system while the window runs.
pub(super) enum Event {
    /// Files chosen to open, none when the dialog was left.
    Chosen(Vec<PathBuf>),
    /// Where to save, with what.
    SaveTo(Option<PathBuf>),
    /// What the clipboard holds, for an article: formatted and plain.
    Pasted {
        html: Option<String>,
        plain: Option<String>,
    },
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
    /// What was put on the system's clipboard last.
    copied: Option<Clip>,
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
        Self { sender, receiver, ctx, watched, watching: false, clipboard, copied: None }
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

    /// Asks for files to open, first in `folder`.
    pub(super) fn choose_files(&self, frame: &eframe::Frame, folder: Option<&Path>) {
        let dialog = in_folder(rfd::AsyncFileDialog::new(), folder)
            .set_title("Open an article")
            .add_filter("Articles", &ARTICLES)
            .add_filter("Briefings", &["json"])
            .add_filter("All files", &["*"]);
        let future = with_parent(dialog, frame).pick_files();
        let start = Instant::now();
        self.ask(move || {
            let files = pollster::block_on(future);
            let chosen =
                files.map(|files| files.iter().map(|file| file.path().to_owned()).collect());
            Some(answered(chosen, start, |chosen| Event::Chosen(chosen.unwrap_or_default())))
        });
    }

    /// Asks where to save, under `name` and first in `folder`.
    pub(super) fn choose_place(&self, frame: &eframe::Frame, folder: Option<&Path>, name: &str) {
        // Not every system changes the name with the kind that is chosen, so each kind tells its ending.
        let dialog = in_folder(rfd::AsyncFileDialog::new(), folder)
            .set_title("Export the briefing")
            .set_file_name(name)
            .add_filter("Web page (.html)", &["html"])
            .add_filter("Word (.docx)", &["docx"])
            .add_filter("PDF (.pdf)", &["pdf"])
            .add_filter("Markdown (.md)", &["md"])
            .add_filter("Text (.txt)", &["txt"])
            .add_filter("JSON (.json, .jsonl)", &["json", "jsonl"])
            .add_filter("Web annotations (.jsonld)", &["jsonld"])
            .add_filter("Table of positions (.csv)", &["csv"])
            .add_filter("Reference (.bib, .ris)", &["bib", "ris"]);
        let future = with_parent(dialog, frame).save_file();
        let start = Instant::now();
        self.ask(move || {
            let chosen = pollster::block_on(future).map(|file| file.path().to_owned());
            Some(answered(chosen, start, Event::SaveTo))
        });
    }

    /// Asks for what the clipboard holds. `plain` is what is known of it already.
    pub(super) fn paste(&self, plain: Option<String>) {
        if let Clipboard::Kept(kept) = &self.clipboard {
            let html = kept.as_ref().filter(|_| plain.is_none()).map(|clip| clip.html.clone());
            let plain = plain.or_else(|| Some(kept.as_ref()?.plain.clone()));
            self.sender.send(Event::Pasted { html, plain }).ok();
            return;
        }
        // Another program answers, and may take its time.
        self.ask(|| {
            let mut clipboard = arboard::Clipboard::new().ok();
            let html = clipboard.as_mut().and_then(|clipboard| clipboard.get().html().ok());
            let text = || clipboard.and_then(|mut clipboard| clipboard.get_text().ok());
            Some(Event::Pasted { html, plain: plain.or_else(text) })
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
                self.copied = Some(clip.clone());
                let set = if clip.html.is_empty() {
                    clipboard.set_text(clip.plain)
                } else {
                    clipboard.set_html(clip.html, Some(clip.plain))
                };
                set.map_err(|error| error.to_string())
            }
        }
    }

    /// Hands what was copied to whoever outlives the window, unless another program has copied since.
    pub(super) fn hand_over(&mut self) -> Result<(), String> {
        let (Clipboard::System(Some(clipboard)), Some(clip)) = (&mut self.clipboard, &self.copied)
        else {
            return Ok(());
        };
        match clipboard.get_text() {
            Ok(text) if text == clip.plain => super::clipboard::hand_over(clip),
            _ => Ok(()),
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
            .filter(|path| !is_here(path))
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

fn answered<T>(chosen: Option<T>, start: Instant, event: impl FnOnce(Option<T>) -> Event) -> Event {
    // `None` means that the dialog was left, and also that none could be shown.
    if chosen.is_none() && start.elapsed() < SHOWN { Event::NoDialog } else { event(chosen) }
}

fn in_folder(dialog: rfd::AsyncFileDialog, folder: Option<&Path>) -> rfd::AsyncFileDialog {
    match folder.filter(|folder| folder.is_dir()) {
        Some(folder) => dialog.set_directory(folder),
        None => dialog,
    }
}

fn with_parent(dialog: rfd::AsyncFileDialog, frame: &eframe::Frame) -> rfd::AsyncFileDialog {
    // A frame without a window, as in tests, is no parent.
    if frame.winit_window().is_some() { dialog.set_parent(frame) } else { dialog }
}

fn stamp(path: &Path) -> Option<(SystemTime, u64)> {
    let metadata = std::fs::metadata(path).ok()?;
    Some((metadata.modified().ok()?, metadata.len()))
}

/// What the system said, without the line of source code that winit puts before it.
pub(super) fn reason(error: &str) -> &str {
    let (_, said) =
        error.split_once("os error at ").and_then(|(_, at)| at.split_once(": ")).unzip();
    said.unwrap_or(error)
}

#[cfg(test)]
mod tests {
    use super::reason;

    #[test]
    fn what_the_system_said_is_told_without_its_source_code() {
        let said = "winit EventLoopError: os error at /x/mod.rs:765: DISPLAY is not set.";
        assert_eq!(reason(said), "DISPLAY is not set.");
        assert_eq!(reason("no GL: none found"), "no GL: none found");
    }
}
