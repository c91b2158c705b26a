//! Briefings on the way out: which writer a format means, what copying puts on the clipboard, and the
//! proof of what was written.

pub mod annotation;
pub mod citation;
pub mod copy;
pub mod date;
pub mod html;
pub mod json;
pub mod markdown;
mod sections;
pub mod table;
pub mod text;
pub mod verify;

use std::time::Duration;

use crate::briefing::{ActorId, Briefing};
use crate::document::Document;

/// What a briefing can be written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Text,
    Markdown,
    Html,
    Json,
    /// The JSON contract on one line for each article.
    JsonLines,
    /// W3C Web Annotations.
    Annotations,
    /// The positions alone.
    Csv,
    /// These three: the article's metadata alone.
    BibTex,
    Ris,
    Csl,
}

impl Format {
    /// Of files of this format, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Json => "json",
            Self::JsonLines => "jsonl",
            Self::Annotations => "jsonld",
            Self::Csv => "csv",
            Self::BibTex => "bib",
            Self::Ris => "ris",
            Self::Csl => "csl.json",
        }
    }
}

/// Everything that a writer needs.
#[derive(Clone, Copy)]
pub struct Article<'a> {
    pub document: &'a Document,
    pub briefing: &'a Briefing,
    /// The file's name, to say where the words come from.
    pub file: &'a str,
    /// How long the engine took.
    pub elapsed: Duration,
    /// Actors that the reader renamed or merged.
    pub corrected: &'a [ActorId],
}

impl Article<'_> {
    /// The title, or the file's name where the article gives none.
    pub fn title(&self) -> &str {
        self.document.meta.title.as_deref().unwrap_or(self.file)
    }
}

/// The whole briefing in `format`, ending with a line break.
pub fn write(article: Article<'_>, format: Format) -> String {
    match format {
        Format::Text => text::write(article),
        Format::Markdown => markdown::write(article),
        Format::Html => html::write(article),
        Format::Json => json::write(article, true),
        Format::JsonLines => json::write(article, false),
        Format::Annotations => annotation::write(article),
        Format::Csv => table::write(article),
        Format::BibTex => citation::bibtex(article),
        Format::Ris => citation::ris(article),
        Format::Csl => citation::csl(article),
    }
}
