//! Opening: tabs come, are filled, fail and go.
//!
//! Reading itself is the worker's; what is told here is what the window then holds.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use super::article::{Article, Progress, file_name};
use super::bookmark::Bookmark;
use super::outside::{self, Choices};
use super::state::{Phase, State, Tab, sentence};
use super::waiting::Wait;
use super::worker::Proof;
use crate::briefing::Briefing;
use crate::document::Document;
use crate::error::Error;
use crate::text::TextRange;

impl State {
    /// Makes a tab for a file that the worker reads as `job`; a tab that shows it already is reused.
    pub fn begin_loading(&mut self, path: &Path, job: u64, choices: Choices) {
        let wait = Wait::begin(Instant::now());
        let opener = self.tab().map(|tab| tab.id);
        if let Some(idx) = self.tabs.iter().position(|tab| tab.path == path) {
            self.active = idx;
            // What is open stays until the new text is there.
            if !matches!(self.tabs[idx].phase, Phase::Ready(_)) {
                self.tabs[idx].phase = Phase::Loading { job, wait };
            }
            self.tabs[idx].choices = choices;
            return;
        }
        // A file that failed to open makes room for the next.
        self.tabs.retain(|tab| !matches!(tab.phase, Phase::Failed(_)));
        self.tab_count += 1;
        let (id, path) = (self.tab_count, path.to_path_buf());
        self.tabs.push(Tab { id, path, choices, phase: Phase::Loading { job, wait }, opener });
        self.active = self.tabs.len() - 1;
    }

    /// Takes a document that the worker has read.
    pub fn document_read(
        &mut self,
        path: &Path,
        document: Arc<Document>,
        sentences: Vec<TextRange>,
        saved: Option<Bookmark>,
    ) {
        let Some(idx) = self.tabs.iter().position(|tab| tab.path == path) else { return };
        let mut article = Article::new(path.to_path_buf(), document, sentences);
        // A text that is read anew: what was open knows best.
        let bookmark = match &self.tabs[idx].phase {
            Phase::Ready(old) => {
                // Numbers go on, so that the panes see new wishes as new.
                article.source_goal.number = old.source_goal.number;
                article.briefing_goal.number = old.briefing_goal.number;
                article.rows_version = old.rows_version + 1;
                Some(Bookmark::of(old))
            }
            _ => saved,
        };
        if let Some(bookmark) = &bookmark {
            bookmark.restore_place(&mut article);
        }
        article.bookmark = bookmark;
        article.refresh_rows(&self.settings);
        self.announcement = format!("{} is open", article.title());
        self.tabs[idx].phase = Phase::Ready(Box::new(article));
        if !outside::is_here(path) {
            self.settings.note_recent(path);
        }
        self.find_anew();
    }

    /// Takes the briefing of a document that was read before.
    ///
    /// `engine_ms` is `None` where it comes from a file.
    pub fn briefing_made(&mut self, path: &Path, briefing: Arc<Briefing>, engine_ms: Option<f64>) {
        let settings = self.settings.clone();
        let article = self.tabs.iter_mut().find(|tab| tab.path == path);
        if let Some(Phase::Ready(article)) = article.map(|tab| &mut tab.phase) {
            article.set_briefing(briefing, engine_ms);
            article.refresh_rows(&settings);
        }
        self.find_anew();
    }

    /// Takes a briefing that was made before, and says how much of it the article proves.
    pub fn briefing_reopened(&mut self, path: &Path, briefing: Arc<Briefing>, proof: Proof) {
        self.briefing_made(path, briefing, None);
        let n_quotes = proof.n_held + proof.n_moved + proof.n_missing;
        let what = format!("{} of {n_quotes} quotes of the saved briefing hold", proof.n_held);
        if proof.n_moved + proof.n_missing == 0 {
            return self.warn(what, "Ctrl+R makes the briefing anew.");
        }
        let what = format!("{what}, {} moved, {} are missing", proof.n_moved, proof.n_missing);
        let hint = match proof.n_dropped {
            0 => "The article has changed since. Ctrl+R makes the briefing anew.".to_owned(),
            1 => "One line is left out, since the article does not prove it. Ctrl+R makes the briefing anew.".to_owned(),
            n => format!("{n} lines are left out, since the article does not prove them. Ctrl+R makes the briefing anew."),
        };
        self.warn(what, hint);
    }

    /// Notes that no briefing will come, since the reader stopped the engine.
    pub(super) fn briefing_stopped(&mut self) {
        if let Some(article) = self.article_mut().filter(|article| !article.is_briefed()) {
            article.progress = Progress::Stopped;
            self.notify("The briefing was stopped; Ctrl+R makes it anew");
        }
    }

    /// Notes that no briefing will come, since the engine broke on the text.
    pub fn briefing_failed(&mut self, path: &Path) {
        let tab = self.tabs.iter_mut().find(|tab| tab.path == path);
        if let Some(Phase::Ready(article)) = tab.map(|tab| &mut tab.phase) {
            article.progress = Progress::Broken;
            "The briefing could not be made".clone_into(&mut self.announcement);
        }
    }

    /// Takes an error. What was open before stays open, and the error is shown beside it.
    pub fn failed(&mut self, path: &Path, error: Error) {
        let Some(idx) = self.tabs.iter().position(|tab| tab.path == path) else { return };
        let reloading = matches!(self.tabs[idx].phase, Phase::Ready(_));
        // What a password opens waits for it in its tab.
        let locked = matches!(error, Error::Locked | Error::WrongPassword);
        let others = self.tabs.len() > 1 && !locked;
        if error == Error::Cancelled && !reloading {
            self.remove_tab(idx);
            self.notify(format!("Reading {} was cancelled", file_name(path)));
        } else if reloading || others {
            self.warn(sentence(&error, path), error.hint());
            if !reloading {
                self.remove_tab(idx);
            }
        } else {
            self.announcement = sentence(&error, path);
            self.tabs[idx].phase = Phase::Failed(error);
        }
    }

    pub(super) fn remove_tab(&mut self, idx: usize) {
        if idx >= self.tabs.len() {
            return;
        }
        let tab = self.tabs.remove(idx);
        let opener = self.tabs.iter().position(|other| Some(other.id) == tab.opener);
        if idx < self.active || self.active >= self.tabs.len() {
            self.active = self.active.saturating_sub(1);
        }
        if let (Phase::Loading { .. }, Some(opener)) = (&tab.phase, opener) {
            self.active = opener;
        }
        if let Phase::Ready(_) = tab.phase {
            self.closed.push(tab.path);
        }
        self.find_anew();
    }

    /// Notes that a file on disk is no longer what was read.
    pub fn file_changed(&mut self, path: &Path) {
        for tab in self.tabs.iter_mut().filter(|tab| tab.path == path) {
            if let Phase::Ready(article) = &mut tab.phase {
                article.stale = true;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_engine_that_breaks_is_not_taken_for_an_empty_briefing() {
        let (mut state, path) = (State::default(), Path::new("port.txt"));
        state.begin_loading(path, 1, Choices::default());
        let document = Arc::new(Document::of_paragraphs("The port closed.".to_owned()));
        state.document_read(path, document, Vec::new(), None);
        state.briefing_failed(path);
        let article = state.article().expect("the text stays");
        assert!(article.is_broken() && !article.is_briefed() && !article.is_awaited());
        assert_eq!(state.announcement, "The briefing could not be made");
    }
}
