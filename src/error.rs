//! What can go wrong, in words a reader understands.
//!
//! One variant for each thing that a person could do something about. The file's path is not part of
//! an error: whoever shows it knows the path and writes it last.

use std::fmt;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    Missing,
    Folder,
    /// The system refuses to open the file; its own words.
    Unreadable(String),
    /// Larger than a reader takes; both in bytes.
    TooLarge {
        size: u64,
        limit: u64,
    },
    Empty,
    /// Not a text, or a format that no reader here knows; what it looks like, if that can be told.
    NotText(Option<&'static str>),
    /// A file of a known format that holds no word.
    NoText,
    /// Only points to a page of the web, whose address this is.
    Shortcut(String),
    /// The file opens with a password alone.
    Locked,
    /// The file is locked, and not with the password that was given.
    WrongPassword,
    /// A book that has fewer chapters than the one asked for; how many.
    NoChapter(usize),
    /// A PDF whose pages are pictures, such as a scan.
    PicturesOnly,
    /// The file is damaged in a way that leaves nothing to show.
    Damaged(String),
    /// Not a briefing as JSON; why not.
    NoBriefing(String),
    /// The article of a briefing is not beside it; its name, where the briefing says it.
    NoArticle(Option<String>),
    /// A reader broke on the file.
    Crashed,
    /// The reader of the file gave up waiting.
    Cancelled,
    /// A template is not there or not understood; which, where and why.
    Template(String),
    /// A file is not overwritten unasked.
    Exists,
    /// A file could not be written; the system's own words.
    NotWritten(String),
}

impl Error {
    /// What a person can do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Missing => "Check its name and its folder.",
            Self::Folder => "Choose an article file inside it.",
            Self::Unreadable(_) => {
                "Check that you may read the file and that no other program holds it."
            }
            Self::TooLarge { .. } => "Split the file, or save only the article's text.",
            Self::Empty => {
                "The file may not have been saved or downloaded completely; get it again."
            }
            Self::NotText(_) => "Save the article as text, Markdown or a web page and open that.",
            Self::NoText => {
                "If a page loads its text later, copy the text where it is shown and save it as a text file."
            }
            Self::Shortcut(_) => "Open the page in a browser, save it, and open the saved page.",
            Self::Locked => "Give its password; on the command line with --password.",
            Self::WrongPassword => "Check capitals and the layout of the keyboard, and try again.",
            Self::NoChapter(_) => "Choose another, or all by leaving the number out.",
            Self::PicturesOnly => {
                "Try a version of the PDF with text, or run text recognition on it first."
            }
            Self::Damaged(_) => "Get the file again, or save the article in another format.",
            Self::NoBriefing(_) => "Make one with: sidelight brief ARTICLE --format json",
            Self::NoArticle(_) => "Put the article into the folder of its briefing.",
            Self::Crashed => "Save the article in another format and open that.",
            Self::Cancelled => "Open the file again to go on.",
            Self::Template(_) => {
                "`sidelight templates` lists the templates and says where yours may lie."
            }
            Self::Exists => "Choose another name.",
            Self::NotWritten(_) => "Choose another folder, or free some space.",
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("there is no such file"),
            Self::Folder => f.write_str("this is a folder, not an article"),
            Self::Unreadable(why) => write!(f, "the file cannot be read ({why})"),
            Self::TooLarge { size, limit } => {
                write!(
                    f,
                    "the file is too large ({} MB; the limit is {} MB)",
                    size / 1_000_000,
                    limit / 1_000_000
                )
            }
            Self::Empty => f.write_str("the file is empty"),
            Self::NotText(Some(kind)) => write!(f, "the file is not an article but {kind}"),
            Self::NotText(None) => f.write_str("the file is not a text"),
            Self::NoText => f.write_str("the file holds no words"),
            Self::Shortcut(address) => {
                write!(f, "this only points to a page of the web ({address})")
            }
            Self::Locked => f.write_str("the file is locked with a password"),
            Self::WrongPassword => f.write_str("this is not the password of the file"),
            Self::NoChapter(0) => f.write_str("the file has no chapters to choose from"),
            Self::NoChapter(count) => write!(f, "the book has only {count} chapters"),
            Self::PicturesOnly => f.write_str("this PDF holds pictures of pages and no text"),
            Self::Damaged(why) => write!(f, "the file is damaged ({why})"),
            Self::NoBriefing(why) => write!(f, "the file is not a briefing ({why})"),
            Self::NoArticle(Some(name)) => {
                write!(f, "the article of this briefing ({name}) is not beside it")
            }
            Self::NoArticle(None) => f.write_str("the article of this briefing is not beside it"),
            Self::Crashed => f.write_str("the file could not be understood"),
            Self::Cancelled => f.write_str("reading was cancelled"),
            Self::Template(why) => write!(f, "the template cannot be used ({why})"),
            Self::Exists => f.write_str("there is already a file of this name"),
            Self::NotWritten(why) => write!(f, "the file could not be written ({why})"),
        }
    }
}

impl std::error::Error for Error {}
