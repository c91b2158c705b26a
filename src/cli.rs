//! The command line: arguments, `brief`, `analyze`, exit codes. The only file that prints.

#![expect(clippy::print_stderr, reason = "a command line complains there")]

mod analyze;
mod batch;
mod verify;

use std::fs;
use std::io::{self, IsTerminal as _, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

use self::batch::Shape;
use crate::briefing;
use crate::document::Document;
use crate::error::Error;
use crate::export;
use crate::read::{self, Options};
use crate::save::Existing;
use crate::templates::{self, folder};

/// Some file could not be briefed.
const FAILED: u8 = 1;
/// The arguments make no sense; clap ends with the same.
const USAGE: u8 = 2;

const EXAMPLES: &str = "\
Examples:
  sidelight article.html                        opens the window
  sidelight brief article.html                  prints the briefing
  sidelight brief *.pdf --format docx --output briefings

Ends with 0 when all went well, 1 when some file could not be read or written, 2 when the arguments are wrong.";

/// Shows a briefing of an article beside the words that prove it.
#[derive(Parser)]
#[command(name = "sidelight", version, args_conflicts_with_subcommands = true, after_help = EXAMPLES)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    /// The articles to open in the window.
    #[arg(value_name = "ARTICLE")]
    articles: Vec<PathBuf>,
}

#[derive(Subcommand)]
enum Command {
    /// Print briefings of articles, without a window.
    Brief {
        /// Article files; `-` reads standard input.
        #[arg(required = true, value_name = "ARTICLE")]
        files: Vec<PathBuf>,
        /// What to write.
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
        /// Fill a template instead: note, bulletin, questions, briefing, one of your own, or a file.
        #[arg(long, value_name = "NAME|FILE", conflicts_with = "format")]
        template: Option<String>,
        /// Write one file for each article into this folder.
        #[arg(long, value_name = "DIR")]
        output: Option<PathBuf>,
        /// Replace briefings that are in that folder already.
        #[arg(long, requires = "output")]
        overwrite: bool,
        #[command(flatten)]
        reading: Reading,
    },
    /// List the templates, or print one as a start for your own.
    Templates {
        /// The template to print.
        name: Option<String>,
    },
    /// Print what the engine sees of a file: words, tags, trees and names.
    Analyze {
        /// The file; `-` reads standard input.
        file: PathBuf,
        /// How to print it.
        #[arg(long, value_enum, default_value = "conllu")]
        format: AnalysisFormat,
    },
    /// Keep a copy for a window that has closed.
    #[command(hide = true)]
    HoldClipboard,
    /// Check every quote of a briefing against its article.
    ///
    /// Ends with 0 when all hold, 3 when some stand elsewhere than the briefing says, 1 when some are missing.
    Verify {
        /// A briefing as JSON.
        briefing: PathBuf,
        /// The article that it is of.
        article: PathBuf,
        #[command(flatten)]
        reading: Reading,
    },
}

/// How files are to be read.
#[derive(clap::Args)]
struct Reading {
    /// The password of a locked PDF.
    #[arg(long, value_name = "WORD")]
    password: Option<String>,
    /// Of a book, this chapter alone, counted from 1.
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..))]
    chapter: Option<u32>,
}

impl From<Reading> for Options {
    fn from(reading: Reading) -> Self {
        let chapter = reading.chapter.map(|number| number as usize - 1);
        Self { password: reading.password, chapter, ..Self::default() }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum AnalysisFormat {
    /// For tools, with offsets and names in the last column.
    Conllu,
    /// A tree for people.
    Text,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For a terminal or a mail, each quote below its line.
    Text,
    /// With a footnote for each quote.
    Markdown,
    /// A web page: the briefing beside the article, linked both ways.
    Html,
    /// For word processors, with footnotes.
    Docx,
    /// The briefing, then the article.
    Pdf,
    /// Everything, for scripts.
    Json,
    /// JSON, one line for each article.
    Jsonl,
    /// W3C Web Annotations (JSON-LD).
    Annotations,
    /// The positions as a table.
    Csv,
    #[value(help = "The article's own reference, for BibTeX")]
    Bibtex,
    /// The article's own reference, for reference managers.
    Ris,
    /// The article's own reference, as CSL-JSON.
    Csl,
}

impl From<Format> for export::Format {
    fn from(format: Format) -> Self {
        match format {
            Format::Text => Self::Text,
            Format::Markdown => Self::Markdown,
            Format::Html => Self::Html,
            Format::Docx => Self::Docx,
            Format::Pdf => Self::Pdf,
            Format::Json => Self::Json,
            Format::Jsonl => Self::JsonLines,
            Format::Annotations => Self::Annotations,
            Format::Csv => Self::Csv,
            Format::Bibtex => Self::BibTex,
            Format::Ris => Self::Ris,
            Format::Csl => Self::Csl,
        }
    }
}

/// What the arguments ask for.
pub enum Request {
    /// Open the window, on these articles.
    Window(Vec<PathBuf>),
    /// Keep the copy on standard input after its window has closed.
    HoldClipboard,
    /// Done without a window; end the program so.
    Done(ExitCode),
}

/// Reads the program's arguments and does all that needs no window.
///
/// Ends the program when they are wrong or ask for help.
pub fn run() -> Request {
    let arguments = Arguments::parse();
    add_own_states();
    match arguments.command {
        None => Request::Window(arguments.articles),
        Some(Command::Brief { files, format, template, output, overwrite, reading }) => {
            let existing = if overwrite { Existing::Replace } else { Existing::Keep };
            let shape = match template.map(|name| templates::find(&name, folder().as_deref())) {
                None => Shape::Format(format.into()),
                Some(Ok(template)) => Shape::Template(template),
                Some(Err(error)) => {
                    eprintln!("sidelight: {error}\n  {}", error.hint());
                    return Request::Done(ExitCode::from(USAGE));
                }
            };
            briefing::load();
            Request::Done(brief(&files, &reading.into(), &shape, output.as_deref(), existing))
        }
        Some(Command::Templates { name }) => Request::Done(list_templates(name.as_deref())),
        Some(Command::Analyze { file, format }) => {
            let text = analyze::analyze_file(&file, format == AnalysisFormat::Text);
            let printed = text.and_then(|text| print_all(&text));
            Request::Done(printed.map_or_else(
                |error| {
                    complain(&error, &file);
                    ExitCode::from(FAILED)
                },
                |()| ExitCode::SUCCESS,
            ))
        }
        Some(Command::HoldClipboard) => Request::HoldClipboard,
        Some(Command::Verify { briefing, article, reading }) => {
            Request::Done(verify::check(&briefing, &article, &reading.into()))
        }
    }
}

/// Gives the engine the user's own states and seats of power, where there is a table of them.
fn add_own_states() {
    let Some(path) = templates::own_states() else { return };
    match fs::read_to_string(&path) {
        Ok(table) => briefing::add_own_states(table),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => {
            eprintln!("sidelight: your table of states is left out: {error}: {}", path.display());
        }
    }
}

/// Says that the window could not be opened, and why.
pub fn without_window(why: &str) -> ExitCode {
    eprintln!(
        "sidelight: the window cannot be opened: {why}\n  `sidelight brief ARTICLE` needs none."
    );
    ExitCode::from(FAILED)
}

/// Prints what the program can do; for a build without the window.
pub fn explain() -> ExitCode {
    eprintln!("{}", <Arguments as clap::CommandFactory>::command().render_help());
    ExitCode::from(USAGE)
}

fn brief(
    files: &[PathBuf],
    options: &Options,
    shape: &Shape,
    output: Option<&Path>,
    existing: Existing,
) -> ExitCode {
    if let Some(folder) = output {
        return batch::brief_into(files, options, shape, folder, existing);
    }
    let is_text = !matches!(shape, Shape::Format(format) if !format.is_text());
    if !is_text && io::stdout().is_terminal() {
        eprintln!("sidelight: this format is not for a terminal: say --output DIR, or > FILE");
        return ExitCode::from(USAGE);
    }
    // One line an article is the only format whose parts can be told apart in one stream.
    if files.len() > 1 && !matches!(shape, Shape::Format(export::Format::JsonLines)) {
        eprintln!("sidelight: several articles need --output DIR, or --format jsonl");
        return ExitCode::from(USAGE);
    }
    let mut failed = false;
    for file in files {
        match batch::brief_file(file, options, shape) {
            Ok(briefing) => match print(&briefing) {
                Ok(()) => {}
                // Whoever reads has heard enough, as in `sidelight brief … | head`.
                Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                    return ExitCode::SUCCESS;
                }
                Err(error) => {
                    complain(&Error::NotWritten(error.to_string()), Path::new("standard output"));
                    return ExitCode::from(FAILED);
                }
            },
            Err(error) => {
                complain(&error, file);
                failed = true;
            }
        }
    }
    if failed { ExitCode::from(FAILED) } else { ExitCode::SUCCESS }
}

/// Prints the names of all templates and where a user's own lie, or the source of one.
fn list_templates(name: Option<&str>) -> ExitCode {
    let folder = folder();
    let text = if let Some(name) = name {
        templates::find(name, folder.as_deref()).map(|template| template.source)
    } else {
        let all = templates::all(folder.as_deref());
        let names: Vec<String> = all.into_iter().map(|template| template.name).collect();
        let own = folder.map_or_else(String::new, |folder| {
            format!("\nYours: {}/NAME.ENDING.jinja\n", folder.display())
        });
        Ok(format!("{}\n{own}", names.join("\n")))
    };
    match text.and_then(|text| print_all(&text)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("sidelight: {error}\n  {}", error.hint());
            // As for `brief`: a template that is not there is a wrong argument.
            ExitCode::from(if matches!(error, Error::Template(_)) { USAGE } else { FAILED })
        }
    }
}

/// Reads the article in `file`, or on standard input where it is `-`.
fn open(file: &Path, options: &Options) -> Result<Document, Error> {
    if file != Path::new("-") {
        return read::read(file, options);
    }
    let mut bytes = Vec::new();
    io::stdin()
        .lock()
        .read_to_end(&mut bytes)
        .map_err(|error| Error::Unreadable(error.to_string()))?;
    read::read_bytes(&bytes, None, options)
}

/// Prints, and is content when whoever reads has heard enough.
fn print_all(text: &str) -> Result<(), Error> {
    match print(text.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Error::NotWritten(error.to_string()))
        }
        _ => Ok(()),
    }
}

fn print(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}

/// Says on standard error what went wrong with which file, and what to do.
fn complain(error: &Error, file: &Path) {
    let file = if file == Path::new("-") {
        "standard input".to_owned()
    } else {
        file.display().to_string()
    };
    eprintln!("sidelight: {error}: {file}\n  {}", error.hint());
}
