//! The command line: arguments, `brief`, `analyze`, exit codes. The only file that prints.

#![expect(clippy::print_stderr, reason = "a command line complains there")]

mod analyze;
mod batch;
mod verify;

use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

use crate::document::Document;
use crate::error::Error;
use crate::export;
use crate::read::{self, Options};

/// Some file could not be briefed.
const FAILED: u8 = 1;
/// The arguments make no sense; clap ends with the same.
const USAGE: u8 = 2;

/// Shows a briefing of an article beside the words that prove it.
#[derive(Parser)]
#[command(name = "sidelight", version, args_conflicts_with_subcommands = true)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    /// The article to open in the window.
    article: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Command {
    /// Print briefings of articles, without a window.
    Brief {
        /// Article files; `-` reads standard input.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
        /// Write one file for each article into this folder.
        #[arg(long, value_name = "DIR")]
        output: Option<PathBuf>,
        #[command(flatten)]
        reading: Reading,
    },
    /// Print what the engine sees of a file: words, tags, trees and names.
    Analyze {
        /// The file; `-` reads standard input.
        file: PathBuf,
        #[arg(long, value_enum, default_value = "conllu")]
        format: AnalysisFormat,
    },
    /// Check every quote of a briefing against its article.
    ///
    /// Ends with 0 when all hold, 3 when some stand elsewhere than the briefing says, 1 when some are missing.
    Verify {
        /// A briefing as JSON.
        briefing: PathBuf,
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
    Text,
    Markdown,
    Html,
    Json,
    Jsonl,
    Annotations,
    Csv,
    Bibtex,
    Ris,
    Csl,
}

impl From<Format> for export::Format {
    fn from(format: Format) -> Self {
        match format {
            Format::Text => Self::Text,
            Format::Markdown => Self::Markdown,
            Format::Html => Self::Html,
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
    /// Open the window, on this article if there is one.
    Window(Option<PathBuf>),
    /// Done without a window; end the program so.
    Done(ExitCode),
}

/// Reads the program's arguments and does all that needs no window.
///
/// Ends the program when they are wrong or ask for help.
pub fn run() -> Request {
    let arguments = Arguments::parse();
    match arguments.command {
        None => Request::Window(arguments.article),
        Some(Command::Brief { files, format, output, reading }) => {
            Request::Done(brief(&files, &reading.into(), format.into(), output.as_deref()))
        }
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
        Some(Command::Verify { briefing, article, reading }) => {
            Request::Done(verify::check(&briefing, &article, &reading.into()))
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
    format: export::Format,
    output: Option<&Path>,
) -> ExitCode {
    if let Some(folder) = output {
        return batch::brief_into(files, options, format, folder);
    }
    // One line an article is the only format whose parts can be told apart in one stream.
    if files.len() > 1 && format != export::Format::JsonLines {
        eprintln!("sidelight: several articles need --output DIR, or --format jsonl");
        return ExitCode::from(USAGE);
    }
    let mut failed = false;
    for file in files {
        match batch::brief_file(file, options, format) {
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
    match print(text) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Error::NotWritten(error.to_string()))
        }
        _ => Ok(()),
    }
}

fn print(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
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
