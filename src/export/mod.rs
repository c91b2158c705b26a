//! Briefings on the way out: which writer a format means, what copying puts on the clipboard, and the
//! proof of what was written.

pub mod annotation;
pub mod citation;
pub mod copy;
pub mod date;
mod docx;
pub mod faces;
pub mod html;
pub mod json;
pub mod markdown;
mod pdf;
pub mod reopen;
mod sections;
pub mod table;
pub mod template;
pub mod text;
pub mod verify;

use std::time::Duration;

use crate::briefing::{ActorId, Briefing};
use crate::document::Document;
use crate::error::Error;

/// What a briefing can be written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Text,
    Markdown,
    Html,
    Docx,
    Pdf,
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
            Self::Docx => "docx",
            Self::Pdf => "pdf",
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

impl Format {
    /// The format of a file whose name ends so; `None` where that is none of ours.
    pub fn of_extension(extension: &str) -> Option<Self> {
        Some(match extension.to_lowercase().as_str() {
            "txt" => Self::Text,
            "md" | "markdown" => Self::Markdown,
            "html" | "htm" => Self::Html,
            "docx" => Self::Docx,
            "pdf" => Self::Pdf,
            "json" => Self::Json,
            "jsonl" => Self::JsonLines,
            "jsonld" => Self::Annotations,
            "csv" => Self::Csv,
            "bib" => Self::BibTex,
            "ris" => Self::Ris,
            _ => return None,
        })
    }

    /// Whether it can be read in a terminal.
    pub fn is_text(self) -> bool {
        !matches!(self, Self::Docx | Self::Pdf)
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

/// The whole briefing as a file of this format. Only Word and PDF can fail.
pub fn write(article: Article<'_>, format: Format) -> Result<Vec<u8>, Error> {
    Ok(match format {
        Format::Text => text::write(article),
        Format::Markdown => markdown::write(article),
        Format::Html => html::write(article),
        Format::Docx => return docx::write(article),
        Format::Pdf => return pdf::write(article),
        Format::Json => json::write(article, true),
        Format::JsonLines => json::write(article, false),
        Format::Annotations => annotation::write(article),
        Format::Csv => table::write(article),
        Format::BibTex => citation::bibtex(article),
        Format::Ris => citation::ris(article),
        Format::Csl => citation::csl(article),
    }
    .into_bytes())
}
