//! State: what is open, what is selected, and what a command does to it. No egui inside.
//!
//! What touches the outside (files, clipboard, dialogs) is carried out by `App`, which then tells the
//! state what came of it. How a reader moves within one article is in `moves`.

use std::path::{Path, PathBuf};
use std::time::Instant;

use super::article::{Article, BriefingGoal, Hovered, SourceGoal};
use super::command::Command;
use super::corrections::{Correction, may_be_wrong};
use super::listing::Section;
use super::moves::Step;
use super::outside::Choices;
use super::search::Find;
use super::settings::{Density, Grouping, Settings, ThemeChoice};
use super::waiting::Wait;
use crate::briefing::Item;
use crate::error::Error;

/// Tenths of a pane's height that are more than any text has.
const WHOLE: i32 = 10_000_000;

#[derive(Default)]
pub struct State {
    /// Open articles; none: the window is empty.
    pub tabs: Vec<Tab>,
    pub active: usize,
    /// The latest last.
    pub closed: Vec<PathBuf>,
    pub settings: Settings,
    pub pane: Pane,
    pub overlay: Overlay,
    pub find: Find,
    pub notices: Vec<Notice>,
    notice_count: u64,
    pub(super) tab_count: u64,
    /// Whether a file dialog is open.
    pub dialog_open: bool,
    pub preview: Preview,
    /// What a screen reader is to say next.
    pub announcement: String,
}

pub struct Tab {
    /// Never used again in this window.
    pub id: u64,
    pub path: PathBuf,
    pub choices: Choices,
    pub phase: Phase,
    /// The tab that was shown when this one was opened.
    pub(super) opener: Option<u64>,
}

pub enum Phase {
    /// The worker's job, and how long it has been waited for.
    Loading {
        job: u64,
        wait: Wait,
    },
    Ready(Box<Article>),
    Failed(Error),
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    #[default]
    Briefing,
    Source,
}

/// What lies over the panes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Overlay {
    #[default]
    Nothing,
    Palette,
    Recent,
    Keys,
    About,
    Reading,
    /// A field for the selected actor's name.
    Rename,
    /// The list of actors to merge the selected one into.
    Merge,
    /// Templates, and what the chosen one makes of the article.
    Templates,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub number: u64,
    pub text: String,
    /// What to do about it; a notice with a hint stays until it is dismissed.
    pub hint: Option<String>,
}

/// What a template makes of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// Of all templates.
    pub names: Vec<String>,
    pub chosen: usize,
    /// The text, or why there is none.
    pub text: Result<String, String>,
}

impl Default for Preview {
    fn default() -> Self {
        Self { names: Vec::new(), chosen: 0, text: Ok(String::new()) }
    }
}

impl State {
    pub fn new(settings: Settings) -> Self {
        Self { settings, ..Self::default() }
    }

    pub fn tab(&self) -> Option<&Tab> {
        self.tabs.get(self.active)
    }

    pub fn article(&self) -> Option<&Article> {
        match &self.tab()?.phase {
            Phase::Ready(article) => Some(article),
            _ => None,
        }
    }

    /// The article in the tab of this id; a tab that is gone has none.
    pub fn article_of(&self, id: Option<u64>) -> Option<&Article> {
        match &self.tabs.iter().find(|tab| Some(tab.id) == id)?.phase {
            Phase::Ready(article) => Some(article),
            _ => None,
        }
    }

    pub fn article_mut(&mut self) -> Option<&mut Article> {
        match &mut self.tabs.get_mut(self.active)?.phase {
            Phase::Ready(article) => Some(article),
            _ => None,
        }
    }

    /// Where a dialog starts: beside the article that is shown, else the one opened last.
    pub fn folder(&self) -> Option<PathBuf> {
        let shown = self.tab().map(|tab| &tab.path).filter(|path| !super::outside::is_here(path));
        let path = shown.or(self.settings.recent.first())?;
        path.parent().map(Path::to_path_buf)
    }

    /// Says something that goes away by itself.
    pub fn notify(&mut self, text: impl Into<String>) {
        self.push_notice(text.into(), None);
    }

    /// Says something that stays until it is dismissed.
    pub fn warn(&mut self, text: impl Into<String>, hint: impl Into<String>) {
        self.push_notice(text.into(), Some(hint.into()));
    }

    fn push_notice(&mut self, text: String, hint: Option<String>) {
        self.notice_count += 1;
        self.announcement.clone_from(&text);
        // Of what goes by itself only the latest is of use.
        let passing = hint.is_none();
        let outdated = |notice: &Notice| notice.text == text || passing && notice.hint.is_none();
        self.notices.retain(|notice| !outdated(notice));
        self.notices.push(Notice { number: self.notice_count, text, hint });
    }

    /// What a command does to the state. Commands that touch the outside are `App`'s and ignored here.
    pub fn apply(&mut self, command: Command) {
        match command {
            Command::CloseTab => self.remove_tab(self.active),
            Command::ShowTab(idx) => self.show_tab(idx),
            Command::NextTab => self.show_tab((self.active + 1) % self.tabs.len().max(1)),
            Command::PreviousTab => {
                let count = self.tabs.len().max(1);
                self.show_tab((self.active + count - 1) % count);
            }
            Command::ForgetRecent => self.settings.recent.clear(),
            Command::DismissNotice(number) => self.notices.retain(|n| n.number != number),
            Command::OtherPane => {
                self.pane = self.pane.other();
                self.hover_nothing();
                self.enter_pane();
            }
            Command::FocusPane(pane) => self.pane = pane,
            Command::Escape => self.peel(),
            Command::Palette => self.toggle(Overlay::Palette),
            Command::ShowRecent => self.toggle(Overlay::Recent),
            Command::Keys => self.toggle(Overlay::Keys),
            Command::About => self.toggle(Overlay::About),
            Command::Reading => self.toggle(Overlay::Reading),
            Command::Find => self.find.open = true,
            Command::SetQuery(query) => self.set_query(query),
            Command::FindNext => self.step_hit(Step::Next),
            Command::FindPrevious => self.step_hit(Step::Previous),
            Command::GoOn => self.go_on(),
            other if self.apply_setting(&other) => {}
            other => self.apply_to_article(other),
        }
        let settings = &self.settings;
        if let Some(Phase::Ready(article)) =
            self.tabs.get_mut(self.active).map(|tab| &mut tab.phase)
        {
            article.refresh_rows(settings);
        }
    }

    fn show_tab(&mut self, idx: usize) {
        if idx < self.tabs.len() && idx != self.active {
            self.active = idx;
            self.announcement = self.article().map(Article::title).unwrap_or_default();
            self.find_anew();
        }
    }

    /// How long the reader has waited for what is shown, while it is not there.
    pub fn wait(&self) -> Option<&Wait> {
        match &self.tab()?.phase {
            Phase::Loading { wait, .. } => Some(wait),
            Phase::Ready(article) if article.is_awaited() => Some(&article.wait),
            _ => None,
        }
    }

    fn go_on(&mut self) {
        let wait = match self.tabs.get_mut(self.active).map(|tab| &mut tab.phase) {
            Some(Phase::Loading { wait, .. }) => wait,
            Some(Phase::Ready(article)) => &mut article.wait,
            _ => return,
        };
        wait.go_on(Instant::now());
    }

    fn toggle(&mut self, overlay: Overlay) {
        self.overlay = if self.overlay == overlay { Overlay::Nothing } else { overlay };
    }

    /// Gives the keyboard a place in the pane it enters.
    fn enter_pane(&mut self) {
        let pane = self.pane;
        let Some(article) = self.article_mut() else { return };
        if pane == Pane::Briefing && article.cursor.is_none() {
            article.step_line(pane, Step::Next);
        }
        if pane == Pane::Source && article.sentence.is_none() {
            article.step_line(pane, Step::Next);
        }
    }

    fn peel(&mut self) {
        if self.overlay != Overlay::Nothing {
            self.overlay = Overlay::Nothing;
        } else if self.find.open {
            self.find = Find::default();
        } else if !self.article_mut().is_some_and(Article::peel) {
            self.notices.clear();
        }
    }

    /// Says whether the command was one about settings.
    fn apply_setting(&mut self, command: &Command) -> bool {
        let settings = &mut self.settings;
        let mut go_to = None;
        match command {
            Command::LightAll => settings.light_all = !settings.light_all,
            Command::Density => {
                settings.density = match settings.density {
                    Density::Brief => Density::Full,
                    Density::Full => Density::Brief,
                }
            }
            Command::AuthorView => {
                go_to = Some(Section::Positions);
                settings.grouping = match settings.grouping {
                    Grouping::Author => Grouping::ByActor,
                    _ => Grouping::Author,
                }
            }
            Command::SetGrouping(grouping) => settings.grouping = *grouping,
            Command::SwapPanes => settings.swapped = !settings.swapped,
            Command::LargerText => settings.text_size = (settings.text_size + 1.0).round(),
            Command::SmallerText => settings.text_size = (settings.text_size - 1.0).round(),
            Command::UsualText => settings.text_size = Settings::default().text_size,
            Command::NextTheme => {
                settings.theme = match settings.theme {
                    ThemeChoice::System => ThemeChoice::Light,
                    ThemeChoice::Light => ThemeChoice::Dark,
                    ThemeChoice::Dark => ThemeChoice::Sepia,
                    ThemeChoice::Sepia => ThemeChoice::System,
                };
                let theme = settings.theme;
                self.notify(Command::SetTheme(theme).label());
            }
            Command::SetTheme(theme) => settings.theme = *theme,
            Command::SetFace(face) => settings.face = *face,
            Command::Change(changed) => *settings = (**changed).clone(),
            _ => return false,
        }
        self.settings.clamp();
        if let (Some(section), Some(article)) = (go_to, self.article_mut()) {
            article.briefing_goal.ask(BriefingGoal::Section(section));
        }
        true
    }

    fn apply_to_article(&mut self, command: Command) {
        let pane = self.pane;
        let Some(article) = self.article_mut() else { return };
        match command {
            Command::Select(item) => article.select(item),
            Command::SelectAt(offset) => article.select_at(offset),
            Command::CursorTo(item) => article.cursor = Some(item),
            Command::Hover(hovered) => article.hovered = hovered,
            Command::SelectText(range) => article.text_selection = range,
            Command::ScrollSource(offset, jump) => {
                if jump {
                    article.history.leave(article.place());
                }
                article.source_goal.ask(SourceGoal::Top(offset));
            }
            Command::PageDown => article.scroll(pane, 9),
            Command::PageUp => article.scroll(pane, -9),
            Command::ToStart => article.scroll(pane, -WHOLE),
            Command::ToEnd => article.scroll(pane, WHOLE),
            Command::Back => {
                let here = article.place();
                if let Some(there) = article.history.go_back(here) {
                    article.restore(&there);
                }
            }
            Command::Forward => {
                let here = article.place();
                if let Some(there) = article.history.go_forward(here) {
                    article.restore(&there);
                }
            }
            Command::Next => article.step_line(pane, Step::Next),
            Command::Previous => article.step_line(pane, Step::Previous),
            Command::NextPart => article.step_part(pane, Step::Next),
            Command::PreviousPart => article.step_part(pane, Step::Previous),
            Command::NextMention => article.step_mention(Step::Next),
            Command::PreviousMention => article.step_mention(Step::Previous),
            Command::NextPiece => article.step_piece(Step::Next),
            Command::PreviousPiece => article.step_piece(Step::Previous),
            Command::OtherView => {
                let Some(other) = article.other_view() else {
                    return self.notify("Nobody is known to hold the opposite of this");
                };
                article.select(Item::Position(other));
                article.show_card(Item::Position(other));
            }
            Command::Pin => article.toggle_pin(),
            Command::Unpin(item) => {
                for pin in article.pins.iter_mut().filter(|pin| **pin == Some(item)) {
                    *pin = None;
                }
            }
            Command::Filter => article.toggle_filter(),
            Command::LeftOut if article.is_open(Section::LeftOut) => {
                article.toggle_section(Section::LeftOut);
            }
            Command::LeftOut => self.go_to(Section::LeftOut),
            Command::GoTo(section) => self.go_to(section),
            Command::ToggleSection(section) => article.toggle_section(section),
            Command::ToggleFold(block) => article.toggle_fold(block),
            Command::MarkWrong => {
                let Some(item) = article.selected.or(article.cursor) else { return };
                if !may_be_wrong(item) {
                    return self
                        .notify("This is counted from the lines above; mark those that are wrong");
                }
                article.toggle_wrong(item);
                let wrong = article.is_wrong(item);
                self.notify(if wrong {
                    "Marked as wrong; Ctrl+Z takes it back"
                } else {
                    "No longer marked as wrong"
                });
            }
            Command::Undo => {
                let undone = article.undo();
                self.notify(if undone {
                    "The last correction is undone"
                } else {
                    "There is nothing to undo"
                });
            }
            Command::Rename | Command::Merge => {
                if article.selected_actor().is_none() {
                    return self.notify("Select an actor first");
                }
                self.overlay =
                    if command == Command::Rename { Overlay::Rename } else { Overlay::Merge };
            }
            Command::SetName(name) => {
                let name = name.trim().to_owned();
                if let Some(idx) = article.selected_actor().filter(|_| !name.is_empty()) {
                    let actor = article.key(Item::Actor(idx));
                    article.add_correction(Correction::Rename { actor, name });
                    self.notify("Renamed; Ctrl+Z takes it back");
                }
            }
            Command::MergeInto(into) => {
                if let Some(idx) = article.selected_actor().filter(|idx| *idx != into) {
                    let (actor, target) = (article.key(Item::Actor(idx)), Item::Actor(into));
                    let into = article.key(target);
                    article.add_correction(Correction::Merge { actor, into });
                    article.select(target);
                    self.notify("Merged; Ctrl+Z takes it back");
                }
            }
            Command::KeepOld => article.stale = false,
            Command::ShowPartner => self.show_partner(false),
            Command::GoToPartner => self.show_partner(true),
            _ => {}
        }
    }

    /// Leads to a section of the briefing, unfolding it; where it has nothing to unfold, says so.
    fn go_to(&mut self, section: Section) {
        let Some(article) = self.article_mut().filter(|article| article.is_briefed()) else {
            return;
        };
        if section.folds() {
            if !article.briefing.appendix().any(|item| Section::of(item) == section) {
                return self.notify(section.when_empty());
            }
            article.open(section);
        }
        article.go_to_section(section);
        self.pane = Pane::Briefing;
    }

    fn show_partner(&mut self, and_go: bool) {
        let pane = self.pane;
        let Some(article) = self.article_mut() else { return };
        let shown = article.show_partner(pane);
        let range = article.shown_range().map_or(0, crate::text::TextRange::start);
        let paragraph = article.paragraph_of(range);
        if !shown {
            if pane == Pane::Source && article.sentence.is_some() {
                self.notify("The briefing does not rest on this sentence");
            }
            return;
        }
        if pane == Pane::Briefing {
            self.announcement = paragraph
                .map_or_else(|| "Evidence shown".to_owned(), |n| format!("Shown in paragraph {n}"));
        } else {
            "Card shown".clone_into(&mut self.announcement);
        }
        if and_go {
            self.pane = pane.other();
        }
    }

    /// Notes what the panes show, so that history and saved places know it.
    pub fn note_view(&mut self, source_top: Option<usize>, briefing_top: Option<Item>) {
        if let Some(article) = self.article_mut() {
            article.source_top = source_top.unwrap_or(article.source_top);
            article.briefing_top = briefing_top.or(article.briefing_top);
        }
    }

    /// Notes that the pointer left a pane.
    pub fn hover_nothing(&mut self) {
        if let Some(article) = self.article_mut() {
            article.hovered = Hovered::Nothing;
        }
    }
}

impl Pane {
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Briefing => Self::Source,
            Self::Source => Self::Briefing,
        }
    }
}

/// An error as one sentence, with the file last.
pub fn sentence(error: &Error, path: &Path) -> String {
    let what = error.to_string();
    let mut chars = what.chars();
    let first = chars.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}: {}", chars.as_str(), path.display())
}
