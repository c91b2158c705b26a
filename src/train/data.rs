//! Treebanks in CoNLL-U; the articles of a folder with their reference briefings.

use std::error::Error;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

use crate::document::Document;
use crate::language::{Deprel, Upos, XPOS};
use crate::read::Options;

/// The sentences of a file, in its order.
pub type Treebank = Vec<Sentence>;

#[derive(Clone, Debug, Default)]
pub struct Sentence {
    pub words: Vec<Word>,
}

#[derive(Clone, Debug)]
pub struct Word {
    pub form: String,
    pub lemma: String,
    pub upos: Upos,
    pub xpos: &'static str,
    /// Index in the sentence; that of the root is the number of words.
    pub head: usize,
    pub deprel: Deprel,
    /// Whether it goes on the surface token of the word before it.
    pub clitic: bool,
    /// Tags as a tagger gives them that has not seen the sentence.
    pub guess: Option<(Upos, &'static str)>,
}

impl Sentence {
    pub fn forms(&self) -> Vec<&str> {
        self.words.iter().map(|word| word.form.as_str()).collect()
    }
}

/// Reads a file. A sentence with an unknown label or a head outside of it is left out.
pub fn read(path: &Path) -> io::Result<Treebank> {
    let text = fs::read_to_string(path)?;
    Ok(text.split("\n\n").filter_map(sentence).collect())
}

/// The sentences of all files of a folder, by the files' names.
pub fn read_folder(folder: &Path) -> io::Result<Treebank> {
    let mut all = Treebank::new();
    for file in files(folder)? {
        all.extend(read(&file)?);
    }
    Ok(all)
}

/// What lies in a folder, by name, so that training sees it in the same order everywhere.
pub(super) fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<io::Result<Vec<PathBuf>>>()?;
    files.sort();
    Ok(files)
}

/// The reference briefings `NAME.gold.json` of a folder, each with the article `NAME.txt` beside it, but for those
/// whose names start with `without`.
pub(super) fn references<T: DeserializeOwned>(
    folder: &Path,
    without: &str,
) -> Result<Vec<(T, Document)>, Box<dyn Error>> {
    let mut references = Vec::new();
    for path in files(folder)? {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let Some(stem) = name.strip_suffix(".gold.json").filter(|stem| !stem.starts_with(without))
        else {
            continue;
        };
        let reference = serde_json::from_str(&fs::read_to_string(&path)?)?;
        let article = path.with_file_name(format!("{stem}.txt"));
        references.push((reference, crate::read::read(&article, &Options::default())?));
    }
    Ok(references)
}

fn sentence(part: &str) -> Option<Sentence> {
    let mut words = Vec::new();
    let (mut first_of_surface, mut surface_end) = (0, 0);
    for line in part.lines().filter(|line| !line.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [id, form, lemma, upos, xpos, _, head, deprel, ..] = columns.as_slice() else {
            continue;
        };
        if let Some((_, last)) = id.split_once('-') {
            surface_end = last.parse().ok()?;
            first_of_surface = id.split('-').next().and_then(|first| first.parse().ok())?;
            continue;
        }
        if id.contains('.') {
            continue;
        }
        let number: usize = id.parse().ok()?;
        words.push(Word {
            form: (*form).to_owned(),
            lemma: (*lemma).to_owned(),
            upos: Upos::from_name(upos)?,
            xpos: XPOS.iter().find(|known| *known == xpos)?,
            head: head.parse().ok()?,
            deprel: Deprel::from_name(deprel)?,
            clitic: number > first_of_surface && number <= surface_end,
            guess: None,
        });
    }
    let len = words.len();
    for word in &mut words {
        word.head = word.head.checked_sub(1).unwrap_or(len);
        if word.head > len {
            return None;
        }
    }
    (len > 0).then_some(Sentence { words })
}
