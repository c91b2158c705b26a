//! Corpora of names: files of many conventions into documents with marked names.
//!
//! What a corpus does not mark is no evidence against a name: each has a convention that says which kinds
//! it marks, and which of its labels may mean one of two kinds.

use std::error::Error;
use std::fs;
use std::path::Path;

use super::gum;
use crate::document::{Block, BlockKind, Document, Format, Meta, Source};
use crate::language::NameKind::{self, Group, Organization, Other, Person, Place};
use crate::language::lexicon::{Senses, lexicon};
use crate::text::TextRange;
use crate::train::data::files;

/// A document and what is known of its names.
pub(super) struct Gold {
    pub(super) document: Document,
    pub(super) names: Vec<Marked>,
    /// Stretches of which nothing is known.
    pub(super) open: Vec<TextRange>,
    /// Words that are part of a name, of whatever kind.
    pub(super) proper: Vec<TextRange>,
    /// Kinds that the corpus does not mark.
    pub(super) unmarked: &'static [NameKind],
    /// How much one of its words counts.
    pub(super) weight: f32,
    /// Whether the tagger was trained on it.
    pub(super) tagger_knows: bool,
}

/// A name, and the kinds it may be of.
#[derive(Clone, Debug)]
pub(super) struct Marked {
    pub(super) range: TextRange,
    pub(super) kinds: &'static [NameKind],
}

/// How a corpus marks names.
struct Convention {
    file: &'static str,
    unmarked: &'static [NameKind],
    weight: f32,
    /// How many sentences of a file without documents stand in one, so far as is known.
    sentences: usize,
}

const CORPORA: &[Convention] = &[
    Convention { file: "uner-pud", unmarked: &[Group, Other], weight: 1.0, sentences: 0 },
    Convention { file: "wikigold", unmarked: &[], weight: 1.0, sentences: 12 },
    Convention { file: "crossner-politics-train", unmarked: &[], weight: 1.0, sentences: 1 },
    Convention { file: "crossner-science-train", unmarked: &[], weight: 0.7, sentences: 1 },
    Convention { file: "crossner-science-dev", unmarked: &[], weight: 0.7, sentences: 1 },
    Convention { file: "crossner-literature-train", unmarked: &[], weight: 0.7, sentences: 1 },
    Convention { file: "crossner-literature-dev", unmarked: &[], weight: 0.7, sentences: 1 },
    Convention { file: "wnut17-train", unmarked: &[Group], weight: 0.3, sentences: 1 },
    Convention { file: "btc-abegh", unmarked: &[Group, Other], weight: 0.3, sentences: 1 },
];

/// All documents to train on.
pub(super) fn read_all(folder: &Path) -> Result<Vec<Gold>, Box<dyn Error>> {
    let mut all = Vec::new();
    for convention in CORPORA {
        let text = text(folder, &format!("{}.iob2", convention.file))?;
        read_iob(&text, convention, false, &mut all);
    }
    all.extend(read_gum(&folder.join("gum-train"))?);
    Ok(all)
}

/// The documents of GUM in a folder.
pub(super) fn read_gum(folder: &Path) -> Result<Vec<Gold>, Box<dyn Error>> {
    files(folder)?.into_iter().map(|file| Ok(gum::read(&fs::read_to_string(file)?))).collect()
}

/// The text of a file, or which file could not be read.
pub(super) fn text(folder: &Path, file: &str) -> Result<String, Box<dyn Error>> {
    let path = folder.join(file);
    Ok(fs::read_to_string(&path).map_err(|error| format!("{error}: {}", path.display()))?)
}

fn read_iob(text: &str, convention: &Convention, literal: bool, all: &mut Vec<Gold>) {
    let mut builder = Builder { literal, ..Builder::default() };
    let mut sentences = 0;
    for part in text.split("\n\n") {
        let header = |key: &str| part.lines().find_map(|line| line.strip_prefix(key));
        let full = convention.sentences > 0 && sentences >= convention.sentences;
        if header("# newdoc").is_some() || full {
            all.extend(std::mem::take(&mut builder).finish(convention));
            sentences = 0;
        }
        sentences += 1;
        let words: Vec<(&str, &str)> = part
            .lines()
            .filter(|line| !line.starts_with("# "))
            .filter_map(|line| line.split_once('\t'))
            .collect();
        builder.sentence(&words, header("# text = "), true);
    }
    all.extend(builder.finish(convention));
}

/// Puts the text of a document together from words and their labels.
#[derive(Default)]
pub(super) struct Builder {
    text: String,
    blocks: Vec<TextRange>,
    names: Vec<Marked>,
    open: Vec<TextRange>,
    proper: Vec<TextRange>,
    /// Whether all that is marked counts as a name, whatever it looks like.
    literal: bool,
}

impl Builder {
    /// Adds a sentence, as a block of its own or to the last one; gives the place of each word.
    pub(super) fn block(
        &mut self,
        forms: &[&str],
        raw: Option<&str>,
        apart: bool,
    ) -> Vec<TextRange> {
        let apart = apart || self.blocks.is_empty();
        if !self.text.is_empty() {
            self.text.push_str(if apart { "\n\n" } else { " " });
        }
        let start = self.text.len();
        let mut places = Vec::new();
        match raw.filter(|raw| aligned(raw, forms).is_some()) {
            Some(raw) => {
                let found = aligned(raw, forms).unwrap_or_default();
                places.extend(
                    found.into_iter().map(|(from, to)| TextRange::new(start + from, start + to)),
                );
                self.text.push_str(raw);
            }
            None => self.join(forms, &mut places),
        }
        let range = TextRange::new(start, self.text.len());
        match self.blocks.last_mut() {
            Some(last) if !apart => *last = last.cover(range),
            _ => self.blocks.push(range),
        }
        places
    }

    pub(super) fn mark(&mut self, range: TextRange, kinds: &'static [NameKind]) {
        self.names.push(Marked { range, kinds });
    }

    pub(super) fn leave_open(&mut self, range: TextRange) {
        self.open.push(range);
    }

    pub(super) fn proper(&mut self, range: TextRange) {
        self.proper.push(range);
    }

    fn sentence(&mut self, words: &[(&str, &str)], raw: Option<&str>, apart: bool) {
        let forms: Vec<&str> = words.iter().map(|(form, _)| *form).collect();
        if forms.is_empty() {
            return;
        }
        let places = self.block(&forms, raw, apart);
        let mut at = 0;
        while at < words.len() {
            let Some(label) = words[at].1.strip_prefix("B-") else {
                at += 1;
                continue;
            };
            let inside =
                |idx: &usize| words.get(*idx).is_some_and(|(_, next)| next.starts_with("I-"));
            let end = (at + 1..words.len()).take_while(inside).last().unwrap_or(at) + 1;
            self.label(label, &forms[at..end], &places[at..end]);
            at = end;
        }
    }

    fn label(&mut self, label: &str, forms: &[&str], places: &[TextRange]) {
        let whole = places[0].cover(places[places.len() - 1]);
        let first =
            if label.starts_with(char::is_uppercase) { first_of_name(label, forms) } else { 0 };
        match kinds(label) {
            Some(kinds) if self.literal || label == "election" || named(&forms[first..]) => {
                let range = places[first].cover(places[places.len() - 1]);
                self.names.push(Marked { range, kinds });
            }
            Some(_) => self.open.push(whole),
            None => {}
        }
    }

    fn join(&mut self, forms: &[&str], places: &mut Vec<TextRange>) {
        let mut glue = true;
        let mut open = false;
        for form in forms {
            let closes = matches!(
                *form,
                "." | ","
                    | ";"
                    | ":"
                    | "!"
                    | "?"
                    | ")"
                    | "]"
                    | "}"
                    | "%"
                    | "'s"
                    | "’s"
                    | "n't"
                    | "'"
                    | "’"
                    | "”"
                    | "''"
            ) || form.starts_with('\'') && form.len() < 4;
            let quote = *form == "\"";
            if !(glue || closes || quote && open) {
                self.text.push(' ');
            }
            open ^= quote;
            glue = matches!(*form, "(" | "[" | "{" | "$" | "“" | "``" | "£" | "€" | "#")
                || quote && open;
            let start = self.text.len();
            self.text.push_str(form);
            places.push(TextRange::new(start, self.text.len()));
        }
    }

    /// The document, with a weight of 1, as one that the tagger was trained on.
    pub(super) fn gold(self, unmarked: &'static [NameKind]) -> Option<Gold> {
        if self.blocks.is_empty() {
            return None;
        }
        let block = |&range| Block { kind: BlockKind::Paragraph, range, level: 0 };
        let source = Source {
            format: Format::Text,
            encoding: "UTF-8",
            encoding_guessed: false,
            sha256: String::new(),
        };
        let blocks = self.blocks.iter().map(block).collect();
        let document = Document::new(self.text, blocks, Vec::new(), Meta::default(), source);
        Some(Gold {
            document,
            names: self.names,
            open: self.open,
            proper: self.proper,
            unmarked,
            weight: 1.0,
            tagger_knows: true,
        })
    }

    fn finish(self, convention: &Convention) -> Option<Gold> {
        let gold = self.gold(convention.unmarked)?;
        Some(Gold {
            weight: convention.weight,
            tagger_knows: convention.file == "uner-pud",
            ..gold
        })
    }
}

/// Where each form stands in `raw`, one after the other.
fn aligned(raw: &str, forms: &[&str]) -> Option<Vec<(usize, usize)>> {
    let mut at = 0;
    forms
        .iter()
        .map(|form| {
            let from = at + raw.get(at..)?.find(form)?;
            if !raw.get(at..from)?.trim().is_empty() {
                return None;
            }
            at = from + form.len();
            Some((from, at))
        })
        .collect()
}

/// Whether the span is a name at all: its last word, or a single one, has a capital.
fn named(forms: &[&str]) -> bool {
    let capital = |form: &&str| form.chars().any(char::is_uppercase);
    forms.last().is_some_and(|last| capital(last) || last.chars().any(|c| c.is_ascii_digit()))
        && forms.iter().any(capital)
}

/// Where the name starts behind articles and titles, in the corpora that mark them with it.
fn first_of_name(label: &str, forms: &[&str]) -> usize {
    let mut first = 0;
    let marks_titles = matches!(label, "Person" | "Organisation" | "Location");
    while marks_titles && first + 1 < forms.len() {
        let lower = forms[first].to_lowercase();
        let senses = lexicon().word_senses(&lower);
        let nation = lexicon().senses(forms[first]).any(Senses::ADJECTIVE);
        let title = label == "Person" && (senses.any(Senses::ANY_TITLE) || nation);
        if !(lower == "the" || title) {
            break;
        }
        first += 1;
    }
    first
}

/// The kinds that a label may mean; `None` when it marks no name.
fn kinds(label: &str) -> Option<&'static [NameKind]> {
    Some(match label {
        "PER" | "person" | "politician" | "scientist" | "writer" | "Person" | "musicalartist" => {
            &[Person]
        }
        "ORG" | "organisation" | "university" | "Organisation" | "corporation" | "group"
        | "politicalparty" | "band" => &[Organization],
        "LOC" | "location" | "country" | "Location" => &[Place],
        "Nationality" => &[Group],
        "MISC" | "misc" => &[Group, Other],
        "event" | "election" | "award" | "book" | "poem" | "magazine" | "academicjournal"
        | "astronomicalobject" | "Weapon" | "MilitaryPlatform" | "creative-work" | "product" => {
            &[Other]
        }
        _ => return None,
    })
}

/// UNER EWT: trees with names in the last column; all of it is one document, as when its raw text is analysed.
pub(super) fn read_ewt(text: &str) -> Vec<Gold> {
    let mut builder = Builder { literal: true, ..Builder::default() };
    for part in text.split("\n\n") {
        let apart = part.contains("# newpar") || part.contains("# newdoc");
        let raw = part.lines().find_map(|line| line.strip_prefix("# text = "));
        let mut words: Vec<(&str, String)> = Vec::new();
        for line in part.lines().filter(|line| !line.starts_with('#')) {
            let columns: Vec<&str> = line.split('\t').collect();
            let [id, form, .., misc] = columns.as_slice() else { continue };
            if id.chars().all(|c| c.is_ascii_digit()) {
                let label =
                    misc.split('|').find_map(|part| part.strip_prefix("ner=")).unwrap_or("O");
                let label = label.replace("S-", "B-").replace("E-", "I-");
                words.push((form, label));
            }
        }
        let words: Vec<(&str, &str)> =
            words.iter().map(|(form, label)| (*form, label.as_str())).collect();
        builder.sentence(&words, raw, apart);
    }
    builder.gold(&[Group, Other]).into_iter().collect()
}

/// `CrossNER` politics, all of it one document.
pub(super) fn read_politics(text: &str) -> Vec<Gold> {
    let convention = Convention { file: "", unmarked: &[], weight: 1.0, sentences: usize::MAX };
    let mut all = Vec::new();
    read_iob(text, &convention, true, &mut all);
    all
}
