//! Command: all a person can do, with its words.
//!
//! Panes push commands; `App::run` carries out what touches the outside and hands the rest to
//! `State::apply`. Which keys mean which command is in `keys`.

use std::path::PathBuf;

use super::listing::Section;
use super::settings::{Face, Grouping, Settings, ThemeChoice};
use crate::briefing::Item;
use crate::text::TextRange;

#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    // Files.
    OpenDialog,
    ShowRecent,
    OpenSample,
    Open(PathBuf),
    /// An article from the clipboard.
    Paste,
    /// The same; its plain words are known already.
    PasteText(String),
    /// The password of the file that is shown.
    Unlock(String),
    Reload,
    KeepOld,
    /// `None`: as detected.
    SetEncoding(Option<&'static str>),
    /// A chapter of a book, counted from 0; `None`: all.
    SetChapter(Option<usize>),
    Cancel,
    /// Wait longer.
    GoOn,
    CloseTab,
    NextTab,
    PreviousTab,
    ReopenTab,
    ShowTab(usize),
    ForgetRecent,
    Export,
    Templates,
    /// The template of this index.
    ChooseTemplate(usize),
    SaveTemplate,
    CopyTemplate,
    // Copying.
    Copy,
    CopyItem,
    CopyItemWithReference,
    CopySummary,
    CopySection,
    CopyBriefing,
    // Moving.
    Back,
    Forward,
    OtherPane,
    FocusPane(super::state::Pane),
    Next,
    Previous,
    NextPart,
    PreviousPart,
    GoTo(Section),
    ShowPartner,
    GoToPartner,
    NextMention,
    PreviousMention,
    NextPiece,
    PreviousPiece,
    OtherView,
    PageDown,
    PageUp,
    ToStart,
    ToEnd,
    Select(Item),
    SelectAt(usize),
    CursorTo(Item),
    SelectText(Option<TextRange>),
    /// To the line with this byte; `true`: as a jump that one can come back from.
    ScrollSource(usize, bool),
    Hover(super::article::Hovered),
    Escape,
    // Looking.
    Pin,
    Unpin(Item),
    Filter,
    AuthorView,
    LeftOut,
    LightAll,
    Density,
    SetGrouping(Grouping),
    ToggleSection(Section),
    ToggleFold(usize),
    SwapPanes,
    LargerText,
    SmallerText,
    UsualText,
    NextTheme,
    SetTheme(ThemeChoice),
    SetFace(Face),
    Change(Box<Settings>),
    // Finding.
    Find,
    FindNext,
    FindPrevious,
    SetQuery(String),
    // Correcting.
    MarkWrong,
    Rename,
    SetName(String),
    Merge,
    MergeInto(usize),
    Undo,
    // Help.
    Palette,
    Reading,
    Keys,
    About,
    DismissNotice(u64),
    OpenLink(String),
    Quit,
}

impl Command {
    /// Every command that needs nothing more to be said, in the order of the palette.
    pub fn listed() -> &'static [Self] {
        &LISTED
    }

    pub fn label(&self) -> &'static str {
        self.words().0
    }

    /// What it does, in a sentence.
    pub fn hint(&self) -> &'static str {
        self.words().1
    }

    fn words(&self) -> (&'static str, &'static str) {
        match self {
            Self::OpenDialog => ("Open…", "Choose an article with the file dialog"),
            Self::ShowRecent => ("Recent files", "List the files opened lately"),
            Self::OpenSample => ("Open the sample article", "See what a briefing looks like"),
            Self::Open(_) => ("Open", "Open this file"),
            Self::Paste | Self::PasteText(_) => {
                ("Paste an article", "Open what the clipboard holds, formatting included")
            }
            Self::Unlock(_) => ("Open with this password", "Nothing keeps the password"),
            Self::SetChapter(None) => ("All chapters", "Show the whole book"),
            Self::SetChapter(Some(_)) => ("This chapter", "Show and brief this chapter alone"),
            Self::Reload => ("Reload", "Read the file again"),
            Self::KeepOld => ("Keep what is open", "Go on with the text as it was read"),
            Self::SetEncoding(_) => ("Change the encoding", "Read the file's bytes in another way"),
            Self::Cancel => ("Stop", "End this work"),
            Self::GoOn => ("Go on", "Wait longer"),
            Self::CloseTab => ("Close the article", "Close this article"),
            Self::NextTab => ("Next article", "Show the next open article"),
            Self::PreviousTab => ("Previous article", "Show the previous open article"),
            Self::ReopenTab => ("Reopen the closed article", "Open again what was closed last"),
            Self::ShowTab(_) => ("Show the article", "Show this article"),
            Self::ForgetRecent => ("Forget recent files", "Empty the list of recent files"),
            Self::Export => ("Export…", "Save the briefing as a file"),
            Self::Templates => {
                ("Templates…", "Preview the briefing in a house format, copy it or save it")
            }
            Self::ChooseTemplate(_) => ("Choose the template", "Preview this template"),
            Self::SaveTemplate => ("Save…", "Save what the template makes as a file"),
            Self::CopyTemplate => ("Copy this text", "Copy what the template makes"),
            Self::Copy => ("Copy", "Copy the selected text, or the selected item"),
            Self::CopyItem => ("Copy the item", "Copy the selected item, formatted and plain"),
            Self::CopyItemWithReference => {
                ("Copy the item with its reference", "With quote, paragraph, title and file")
            }
            Self::CopySummary => ("Copy summary", "Copy the few sentences, formatted and plain"),
            Self::CopySection => {
                ("Copy this section", "Copy the list that the selected item is in")
            }
            Self::CopyBriefing => {
                ("Copy the whole briefing", "Copy all lists, formatted and plain")
            }
            Self::Back => ("Back", "Return to where you were, in both panes"),
            Self::Forward => ("Forward", "Go forward again"),
            Self::OtherPane => ("Other pane", "Move the keyboard to the other pane"),
            Self::FocusPane(_) => ("This pane", "Move the keyboard here"),
            Self::Next => ("Next line", "The next item, or the next sentence of the source"),
            Self::Previous => ("Previous line", "The previous item or sentence"),
            Self::NextPart => ("Next part", "The next section, or paragraph of the source"),
            Self::PreviousPart => ("Previous part", "The previous section or paragraph"),
            Self::GoTo(section) => section_words(*section),
            Self::ShowPartner => ("Show the evidence", "Show it in the other pane and stay here"),
            Self::GoToPartner => ("Go to the other side", "From a card to its sentence, and back"),
            Self::NextMention => ("Next mention", "The actor's next mention in the source"),
            Self::PreviousMention => ("Previous mention", "The actor's previous mention"),
            Self::NextPiece => ("Next piece of evidence", "Of the selected item"),
            Self::PreviousPiece => ("Previous piece of evidence", "Of the selected item"),
            Self::OtherView => {
                ("The other side", "The position that this one is against or took the place of")
            }
            Self::PageDown => ("Page down", "Scroll this pane down"),
            Self::PageUp => ("Page up", "Scroll this pane up"),
            Self::ToStart => ("To the beginning", "Show the beginning of this pane"),
            Self::ToEnd => ("To the end", "Show the end of this pane"),
            Self::Select(_) | Self::SelectAt(_) => ("Select", "Show what this rests on"),
            Self::CursorTo(_) => ("Move here", "Move the keyboard here"),
            Self::SelectText(_) => ("Select text", "Select these words"),
            Self::ScrollSource(..) => ("Scroll there", "Show this part of the source"),
            Self::Hover(_) => ("Point", "Light what belongs to this"),
            Self::Escape => ("Step back", "Take away one layer: search, selection, pin, filter"),
            Self::Pin => ("Pin", "Keep the selected item lit; a second pin compares"),
            Self::Unpin(_) => ("Unpin", "Let go of the pinned item"),
            Self::Filter => ("Filter by actor", "Fold what does not concern the actor"),
            Self::AuthorView => {
                ("The author's own view", "Show the article's own judgements alone")
            }
            Self::LeftOut => ("What the briefing left out", "List sentences no item rests on"),
            Self::LightAll => ("Light all evidence", "Mark every place that an item rests on"),
            Self::Density => ("Brief or full", "Show the most salient items, or all of them"),
            Self::SetGrouping(Grouping::ByActor) => ("By actor", "Positions under their holders"),
            Self::SetGrouping(Grouping::InOrder) => {
                ("In order", "Positions as the text gives them")
            }
            Self::SetGrouping(Grouping::Author) => ("Author", "The article's own judgements alone"),
            Self::ToggleSection(_) => ("Show more or fewer", "Open or close this section"),
            Self::ToggleFold(_) => ("Fold or unfold", "Show or fold these lines of site text"),
            Self::SwapPanes => ("Swap the panes", "Put the source left or right"),
            Self::LargerText => ("Larger text", "Make the source's type larger"),
            Self::SmallerText => ("Smaller text", "Make the source's type smaller"),
            Self::UsualText => ("Usual text size", "Set the source's type to its usual size"),
            Self::NextTheme => ("Next theme", "As the system, light, dark, sepia"),
            Self::SetTheme(theme) => theme_words(*theme),
            Self::SetFace(Face::Serif) => ("Serif type", "Set the source in a serif face"),
            Self::SetFace(Face::Sans) => ("Sans type", "Set the source in a sans-serif face"),
            Self::Change(_) => ("Change settings", "Change settings"),
            Self::Find => ("Find…", "Find words in both panes"),
            Self::FindNext => ("Next hit", "The next place with the words"),
            Self::FindPrevious => ("Previous hit", "The previous place with the words"),
            Self::SetQuery(_) => ("Find", "Find these words"),
            Self::MarkWrong => ("Mark as wrong", "Strike the item out; undo brings it back"),
            Self::Rename => ("Rename the actor…", "Give the selected actor another name"),
            Self::SetName(_) => ("Rename", "Give the actor this name"),
            Self::Merge => ("Merge the actor…", "The selected actor is another one of the list"),
            Self::MergeInto(_) => ("Merge", "Merge into this actor"),
            Self::Undo => ("Undo", "Take the last correction back"),
            Self::Palette => ("Commands…", "Find a command, an actor or a file by typing"),
            Self::Reading => ("Reading settings", "Type, width, theme"),
            Self::Keys => ("Keys", "Show all keys"),
            Self::About => ("About Sidelight", "Version and licences"),
            Self::DismissNotice(_) => ("Dismiss", "Take this notice away"),
            Self::OpenLink(_) => ("Open the link", "Open the address in the browser"),
            Self::Quit => ("Quit", "Close the window"),
        }
    }
}

fn section_words(section: Section) -> (&'static str, &'static str) {
    let hint = "Go to this section of the briefing";
    match section {
        Section::Summary => ("Go to: in brief", hint),
        Section::Actors => ("Go to: actors", hint),
        Section::Positions => ("Go to: positions", hint),
        Section::Questions => ("Go to: open questions", hint),
        Section::Timeline => ("Go to: timeline", hint),
        Section::Voices => {
            ("Go to: voices", "Who is quoted, reported or only talked about, in counts")
        }
        Section::Figures => ("Go to: figures", "How many or how much of what"),
        Section::LeftOut => ("Go to: left out", hint),
    }
}

fn theme_words(theme: ThemeChoice) -> (&'static str, &'static str) {
    match theme {
        ThemeChoice::System => ("Theme: as the system", "Light or dark, as the system is"),
        ThemeChoice::Light => ("Theme: light", "Dark words on light paper"),
        ThemeChoice::Dark => ("Theme: dark", "Light words on dark ground"),
        ThemeChoice::Sepia => ("Theme: sepia", "Brown words on warm paper"),
    }
}

static LISTED: [Command; 72] = [
    Command::OpenDialog,
    Command::Paste,
    Command::ShowRecent,
    Command::OpenSample,
    Command::Reload,
    Command::CloseTab,
    Command::ReopenTab,
    Command::NextTab,
    Command::PreviousTab,
    Command::Export,
    Command::Templates,
    Command::CopySummary,
    Command::CopySection,
    Command::CopyBriefing,
    Command::CopyItem,
    Command::CopyItemWithReference,
    Command::Copy,
    Command::Back,
    Command::Forward,
    Command::OtherPane,
    Command::Next,
    Command::Previous,
    Command::NextPart,
    Command::PreviousPart,
    Command::GoTo(Section::Summary),
    Command::GoTo(Section::Actors),
    Command::GoTo(Section::Positions),
    Command::GoTo(Section::Questions),
    Command::GoTo(Section::Timeline),
    Command::GoTo(Section::LeftOut),
    Command::GoTo(Section::Voices),
    Command::GoTo(Section::Figures),
    Command::LeftOut,
    Command::ShowPartner,
    Command::GoToPartner,
    Command::NextMention,
    Command::PreviousMention,
    Command::NextPiece,
    Command::PreviousPiece,
    Command::OtherView,
    Command::PageDown,
    Command::PageUp,
    Command::ToStart,
    Command::ToEnd,
    Command::Pin,
    Command::Filter,
    Command::AuthorView,
    Command::LightAll,
    Command::Density,
    Command::SwapPanes,
    Command::Find,
    Command::FindNext,
    Command::FindPrevious,
    Command::LargerText,
    Command::SmallerText,
    Command::UsualText,
    Command::NextTheme,
    Command::SetTheme(ThemeChoice::System),
    Command::SetTheme(ThemeChoice::Light),
    Command::SetTheme(ThemeChoice::Dark),
    Command::SetTheme(ThemeChoice::Sepia),
    Command::SetFace(Face::Serif),
    Command::SetFace(Face::Sans),
    Command::Reading,
    Command::MarkWrong,
    Command::Rename,
    Command::Merge,
    Command::Undo,
    Command::Escape,
    Command::Palette,
    Command::Keys,
    Command::About,
];
