//! Many articles at once: one briefing file for each, on all processors, with a progress bar.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::Instant;

use indicatif::{ProgressBar, ProgressStyle};

use super::{FAILED, complain, open};
use crate::briefing;
use crate::error::Error;
use crate::export::template::Template;
use crate::export::{self, Article, Format};
use crate::read::Options;
use crate::save::{Existing, save};

/// What briefings are written as.
pub(super) enum Shape {
    Format(Format),
    Template(Template),
}

impl Shape {
    fn write(&self, article: Article<'_>) -> Result<Vec<u8>, Error> {
        match self {
            Self::Format(format) => export::write(article, *format),
            Self::Template(template) => template.write(article).map(String::into_bytes),
        }
    }

    fn extension(&self) -> &str {
        match self {
            Self::Format(format) => format.extension(),
            Self::Template(template) => template.extension(),
        }
    }
}

/// Reads and briefs one article, and returns the briefing as it is to be written.
pub(super) fn brief_file(file: &Path, options: &Options, shape: &Shape) -> Result<Vec<u8>, Error> {
    // One file on which a reader or the engine breaks must not end the others.
    let work = || {
        let document = open(file, options)?;
        let start = Instant::now();
        let briefing = briefing::brief(&document);
        Ok((document, briefing, start.elapsed()))
    };
    let done = catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(Error::Crashed));
    let (document, briefing, elapsed) = done?;
    let name = file
        .file_name()
        .filter(|_| file != Path::new("-"))
        .map_or_else(|| "standard input".to_owned(), |name| name.to_string_lossy().into_owned());
    let article =
        Article { document: &document, briefing: &briefing, file: &name, elapsed, corrected: &[] };
    shape.write(article)
}

/// Briefs all `files` into `folder`, which is made where it is not there.
///
/// A file that cannot be briefed is told of on standard error, in the order of `files`; the others are done.
pub(super) fn brief_into(
    files: &[PathBuf],
    options: &Options,
    shape: &Shape,
    folder: &Path,
    existing: Existing,
) -> ExitCode {
    if let Err(error) = fs::create_dir_all(folder) {
        let is_file = folder.is_file();
        let why = if is_file { "this is a file, not a folder".into() } else { error.to_string() };
        complain(&Error::NotWritten(why), folder);
        return ExitCode::from(FAILED);
    }
    let targets = targets(files, shape.extension(), folder);
    let bar = ProgressBar::new(files.len() as u64);
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos} of {len} articles, {eta} left")
    {
        bar.set_style(style);
    }
    let next = AtomicUsize::new(0);
    let (sender, receiver) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from).min(files.len()) {
            let (sender, next, targets) = (sender.clone(), &next, &targets);
            scope.spawn(move || {
                while let Some((idx, (file, target))) = {
                    let idx = next.fetch_add(1, Ordering::Relaxed);
                    files.get(idx).zip(targets.get(idx)).map(|pair| (idx, pair))
                } {
                    let result = brief_file(file, options, shape)
                        .and_then(|briefing| write(target, &briefing, existing));
                    if sender.send((idx, result)).is_err() {
                        return;
                    }
                }
            });
        }
        drop(sender);
        let mut errors = Vec::new();
        for (idx, result) in receiver {
            bar.inc(1);
            if let Err(error) = result {
                errors.push((idx, error));
            }
        }
        bar.finish_and_clear();
        errors.sort_by_key(|&(idx, _)| idx);
        for (idx, error) in &errors {
            complain(error, &files[*idx]);
        }
        if errors.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(FAILED) }
    })
}

/// Where each file's briefing goes: two articles of one name from two folders get two files.
fn targets(files: &[PathBuf], extension: &str, folder: &Path) -> Vec<PathBuf> {
    let mut taken = HashSet::new();
    let target = |file: &PathBuf| {
        let stem = if file == Path::new("-") {
            OsStr::new("standard-input")
        } else {
            file.file_stem().unwrap_or_default()
        };
        let stem = stem.to_string_lossy().into_owned();
        let names =
            std::iter::once(stem.clone()).chain((2..).map(|number| format!("{stem}-{number}")));
        let mut free = names.skip_while(|name| taken.contains(name));
        let name = free.next().unwrap_or(stem);
        taken.insert(name.clone());
        folder.join(format!("{name}.{extension}"))
    };
    files.iter().map(target).collect()
}

/// Writes the whole file or nothing; the error names the file, since its article is named beside it.
fn write(target: &Path, briefing: &[u8], existing: Existing) -> Result<(), Error> {
    save(target, briefing, existing).map_err(|error| match error {
        Error::NotWritten(why) => Error::NotWritten(format!("{}: {why}", target.display())),
        Error::Exists => Error::NotWritten(format!(
            "{} is there already; --overwrite replaces it",
            target.display()
        )),
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_of_one_name_get_files_of_their_own() {
        let files = ["a/x.txt", "b/x.md", "y.txt", "x-2.txt"].map(PathBuf::from);
        let names: Vec<String> = targets(&files, "json", Path::new("out"))
            .iter()
            .map(|path| path.display().to_string())
            .collect();
        assert_eq!(names, ["out/x.json", "out/x-2.json", "out/y.json", "out/x-2-2.json"]);
    }
}
