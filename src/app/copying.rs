//! Copying and saving: what leaves the window, formatted and plain at once.
//!
//! How a briefing is written is for `export` to say.

use std::path::Path;

use eframe::egui::Context;

use super::App;
use super::article::{Article, file_name};
use super::corrections::Corrected;
use super::state;
use crate::briefing::Briefing;
use crate::error::Error;
use crate::export::{self, copy};

impl App {
    /// Copies the selected words, else the selected item.
    pub(super) fn copy_selection(&mut self, ctx: &Context) {
        let words = self.state.article().and_then(|article| {
            let range = article.text_selection?;
            Some(range.slice(article.document.text()).to_owned())
        });
        match words {
            Some(plain) => {
                let clip = copy::Clip { html: String::new(), plain };
                self.put(clip, "Selection");
            }
            None => self.copy_item(true),
        }
        ctx.request_repaint();
    }

    /// `referenced`: with the words that prove it and where they stand.
    pub(super) fn copy_item(&mut self, referenced: bool) {
        let item = self.state.article().and_then(|article| article.selected.or(article.cursor));
        match item {
            // By the lists as they are shown, where nothing has moved up.
            Some(item) => self.copy("Item", |article| {
                let write = if referenced { copy::item } else { copy::item_alone };
                write(
                    export::Article {
                        document: &article.document,
                        briefing: &article.briefing,
                        file: &file_name(&article.path),
                        elapsed: std::time::Duration::ZERO,
                        corrected: &[],
                    },
                    item,
                )
            }),
            None => self.state.notify("Nothing is selected to copy"),
        }
    }

    pub(super) fn copy(&mut self, what: &str, clip: impl FnOnce(&Article) -> copy::Clip) {
        let clip = self.state.article().filter(|article| article.is_briefed()).map(clip);
        if let Some(clip) = clip {
            self.put(clip, what);
        }
    }

    pub(super) fn put(&mut self, clip: copy::Clip, what: &str) {
        match self.outside.copy(clip) {
            Ok(()) => self.state.notify(format!("{what} copied")),
            Err(why) => {
                let hint = "Another program may hold the clipboard; try again.";
                self.state.warn(format!("{what} not copied: {why}"), hint);
            }
        }
    }

    pub(super) fn choose_export(&mut self, frame: &eframe::Frame) {
        let Some(article) = self.state.article().filter(|article| article.is_briefed()) else {
            return;
        };
        if self.state.dialog_open {
            return;
        }
        let stem = article.path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        self.state.dialog_open = true;
        self.outside.choose_place(frame, &format!("{stem} briefing.html"));
    }

    pub(super) fn export(&mut self, path: &Path) {
        let Some(article) = self.state.article() else { return };
        let extension = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        let format = match extension.as_str() {
            "md" | "markdown" => export::Format::Markdown,
            "txt" => export::Format::Text,
            "json" => export::Format::Json,
            _ => export::Format::Html,
        };
        let words = exported(article, |article| export::write(article, format));
        let written = std::fs::write(path, words);
        match written {
            Ok(()) => self.state.notify(format!("Saved as {}", file_name(path))),
            Err(error) => {
                let error = Error::NotWritten(error.to_string());
                self.state.warn(state::sentence(&error, path), error.hint());
            }
        }
    }
}

/// Calls `write` with an article as it is exported: without what the reader struck out.
pub(super) fn exported<T>(article: &Article, write: impl FnOnce(export::Article<'_>) -> T) -> T {
    let marked =
        Corrected { briefing: Briefing::clone(&article.briefing), marks: article.marks.clone() };
    let (briefing, corrected) = marked.for_export();
    write(export::Article {
        document: &article.document,
        briefing: &briefing,
        file: &file_name(&article.path),
        elapsed: std::time::Duration::from_secs_f64(article.engine_ms / 1000.0),
        corrected: &corrected,
    })
}
