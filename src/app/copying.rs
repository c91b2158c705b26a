//! Copying and saving: what leaves the window, formatted and plain at once.
//!
//! How a briefing is written is for `export` to say.

use std::path::Path;
use std::time::Duration;

use eframe::egui::Context;

use super::App;
use super::article::{Article, file_name};
use super::corrections::Corrected;
use super::state::{self, Overlay};
use crate::briefing::{ActorId, Briefing, Item};
use crate::export::copy::References;
use crate::export::{self, copy};
use crate::save::{Existing, save};
use crate::templates;

#[derive(Clone, Copy)]
struct ClipWriter {
    references: References,
    markdown: bool,
}

impl ClipWriter {
    fn write(self, article: export::Article<'_>, part: copy::Part) -> copy::Clip {
        let write = if self.markdown { copy::markdown } else { copy::clip };
        write(article, part, self.references)
    }
}

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

    /// Copies the selected item: alone, or `referenced` as the settings say.
    pub(super) fn copy_item(&mut self, referenced: bool) {
        let item = self.state.article().and_then(|article| article.selected.or(article.cursor));
        let mut writer = self.clip_writer();
        if writer.references == References::None {
            // Who asks for the reference gets one.
            writer.references = References::Footnotes;
        }
        match item {
            // By the lists as they are shown, where nothing has moved up.
            Some(item) => self.copy("Item", |article| {
                let file = file_name(&article.path);
                let exported = shown(article, &article.briefing, &file, &[]);
                if referenced {
                    writer.write(exported, copy::Part::Item(item))
                } else {
                    copy::alone(exported, item)
                }
            }),
            None => self.state.notify("Nothing is selected to copy"),
        }
    }

    /// Copies the summary or the whole briefing, without what the reader struck out.
    pub(super) fn copy_part(&mut self, what: &str, part: copy::Part) {
        let writer = self.clip_writer();
        self.copy(what, |article| exported(article, |article| writer.write(article, part)));
    }

    /// Copies the list that the selected item is in; without one, the first.
    pub(super) fn copy_section(&mut self) {
        let article = self.state.article();
        let item = article.and_then(|article| article.selected.or(article.cursor));
        self.copy_part("Section", copy::Part::Section(item.unwrap_or(Item::Point(0))));
    }

    /// How the settings want copies to be.
    fn clip_writer(&self) -> ClipWriter {
        let settings = &self.state.settings;
        ClipWriter { references: settings.references, markdown: settings.copy_markdown }
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
        self.to_save = None;
        self.to_export = self.state.tab().map(|tab| tab.id);
        let folder = self.state.folder();
        self.outside.choose_place(frame, folder.as_deref(), &format!("{stem} briefing.html"));
    }

    /// Opens the list of templates, on the one chosen last.
    pub(super) fn show_templates(&mut self) {
        if self.state.article().is_some_and(Article::is_briefed) {
            self.state.overlay = Overlay::Templates;
            self.choose_template(self.state.preview.chosen);
        }
    }

    /// Fills the template of this index, read anew, so that one that is being edited can be tried.
    pub(super) fn choose_template(&mut self, idx: usize) {
        let all = templates::all(self.storage.templates().as_deref());
        let text = match (all.get(idx).or(all.first()), self.state.article()) {
            (Some(template), Some(article)) => exported(article, |article| template.write(article))
                .map_err(|error| error.to_string()),
            _ => Ok(String::new()),
        };
        let names = all.into_iter().map(|template| template.name).collect();
        self.state.preview = state::Preview { names, chosen: idx, text };
    }

    pub(super) fn copy_template(&mut self) {
        if let Ok(plain) = self.state.preview.text.clone() {
            self.put(copy::Clip { html: String::new(), plain }, "Text");
        }
    }

    pub(super) fn save_template(&mut self, frame: &eframe::Frame) {
        let preview = &self.state.preview;
        let (Ok(text), Some(name), Some(article)) =
            (preview.text.clone(), preview.names.get(preview.chosen), self.state.article())
        else {
            return;
        };
        let stem = article.path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let name = format!("{stem} {name}");
        if !self.state.dialog_open {
            self.state.dialog_open = true;
            self.to_save = Some(text);
            let folder = self.state.folder();
            self.outside.choose_place(frame, folder.as_deref(), &name);
        }
    }

    /// Writes the briefing, or what a template made of it, to the file that the dialog gave.
    pub(super) fn export(&mut self, path: &Path) {
        let (from_template, id) = (self.to_save.take(), self.to_export.take());
        let extension = path.extension().unwrap_or_default().to_string_lossy();
        let format = export::Format::of_extension(&extension);
        let (path, existing) = if format.is_some() || from_template.is_some() {
            // The dialog has asked already whether a file that is there may go.
            (path.to_path_buf(), Existing::Replace)
        } else {
            // A name without an ending that we know gets one, and of that file nobody has asked.
            let mut name = path.as_os_str().to_owned();
            name.push(".html");
            (name.into(), Existing::Keep)
        };
        let format = format.unwrap_or(export::Format::Html);
        let content = if let Some(text) = from_template {
            Ok(text.into_bytes())
        } else if let Some(article) = self.state.article_of(id) {
            exported(article, |article| export::write(article, format))
        } else {
            let hint = "Open it again and export it then.";
            return self.state.warn("Not saved: the article was closed meanwhile", hint);
        };
        match content.and_then(|content| save(&path, &content, existing)) {
            Ok(()) => self.state.notify(format!("Saved as {}", file_name(&path))),
            Err(error) => self.state.warn(state::sentence(&error, &path), error.hint()),
        }
    }
}

/// Calls `write` with an article as it is exported: without what the reader struck out.
pub(super) fn exported<T>(article: &Article, write: impl FnOnce(export::Article<'_>) -> T) -> T {
    let marked =
        Corrected { briefing: Briefing::clone(&article.briefing), marks: article.marks.clone() };
    let (mut briefing, corrected) = marked.for_export();
    if !article.marks.is_empty() {
        briefing.tally(&article.document, &article.sentences);
    }
    write(shown(article, &briefing, &file_name(&article.path), &corrected))
}

fn shown<'a>(
    article: &'a Article,
    briefing: &'a Briefing,
    file: &'a str,
    corrected: &'a [ActorId],
) -> export::Article<'a> {
    let elapsed = Duration::from_secs_f64(article.engine_ms.unwrap_or_default() / 1000.0);
    export::Article { document: &article.document, briefing, file, elapsed, corrected }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Storage;
    use crate::document::Document;

    #[test]
    fn what_is_saved_is_what_was_asked_for_whatever_is_shown_meanwhile() {
        let mut app = App::for_tests(&Context::default(), Storage::nowhere());
        for (path, text) in [("port.txt", "The port closed."), ("quay.txt", "The quay opened.")] {
            let document = Document::of_paragraphs(text.to_owned());
            app.show(Path::new(path), document, Briefing::default());
            app.to_export = app.to_export.or(app.state.tab().map(|tab| tab.id));
        }
        let asked = app.to_export;
        let folder = tempfile::tempdir().expect("a scratch folder");
        let path = folder.path().join("out.html");
        app.export(&path);
        let page = std::fs::read_to_string(&path).expect("it was saved");
        assert!(page.contains("The port closed.") && !page.contains("The quay opened."), "{page}");
        // An article that was closed is not there to be saved, and no other is in its place.
        app.state.tabs.retain(|tab| Some(tab.id) != asked);
        app.to_export = asked;
        let path = folder.path().join("late.html");
        app.export(&path);
        assert!(!path.exists());
        assert!(app.state.notices.iter().any(|notice| notice.text.starts_with("Not saved")));
    }
}
