//! Many articles at once: one briefing file for each, on all processors, with a progress bar.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs;
use std::io::Write as _;
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
use crate::export::{self, Article, Format};
use crate::read::Options;

/// Reads and briefs one article, and returns the briefing as it is to be written.
pub(super) fn brief_file(file: &Path, options: &Options, format: Format) -> Result<String, Error> {
    let document = open(file, options)?;
    let start = Instant::now();
    let briefing = briefing::brief(&document);
    let elapsed = start.elapsed();
    let name = file
        .file_name()
        .map_or_else(|| "standard input".to_owned(), |name| name.to_string_lossy().into_owned());
    Ok(export::write(
        Article { document: &document, briefing: &briefing, file: &name, elapsed, corrected: &[] },
        format,
    ))
}

/// Briefs all `files` into `folder`, which is made where it is not there.
///
/// A file that cannot be briefed is told of on standard error, in the order of `files`; the others are done.
pub(super) fn brief_into(
    files: &[PathBuf],
    options: &Options,
    format: Format,
    folder: &Path,
) -> ExitCode {
    if let Err(error) = fs::create_dir_all(folder) {
        complain(&Error::NotWritten(error.to_string()), folder);
        return ExitCode::from(FAILED);
    }
    let targets = targets(files, format, folder);
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
                    let result = brief_file(file, options, format)
                        .and_then(|briefing| write(target, &briefing));
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
fn targets(files: &[PathBuf], format: Format, folder: &Path) -> Vec<PathBuf> {
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
        folder.join(format!("{name}.{}", format.extension()))
    };
    files.iter().map(target).collect()
}

/// Writes the whole file or nothing: a reader never finds half a briefing.
fn write(target: &Path, briefing: &str) -> Result<(), Error> {
    let not_written =
        |error: std::io::Error| Error::NotWritten(format!("{}: {error}", target.display()));
    let folder = target.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(not_written)?;
    file.write_all(briefing.as_bytes()).map_err(not_written)?;
    file.persist(target).map_err(|error| not_written(error.error))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_of_one_name_get_files_of_their_own() {
        let files = ["a/x.txt", "b/x.md", "y.txt", "x-2.txt"].map(PathBuf::from);
        let names: Vec<String> = targets(&files, Format::Json, Path::new("out"))
            .iter()
            .map(|path| path.display().to_string())
            .collect();
        assert_eq!(names, ["out/x.json", "out/x-2.json", "out/y.json", "out/x-2-2.json"]);
    }
}
