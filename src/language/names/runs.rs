//! Runs of words that can be one name: capitalised words and the small words that join them.
//!
//! Only words in a run are looked at any closer; a name never reaches beyond its run.

use std::ops::Range;

use crate::language::{Sentence, Upos};

/// A run of words, none of them outside a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// From a capitalised word to a capitalised word or a number.
    pub(super) tokens: Range<usize>,
}

/// What a run needs to know of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Link {
    /// Can start a name.
    Start,
    /// Can stand inside or at the end of one, not at its start: numbers, parts of clitics.
    Inside,
    /// Can join two words of one name.
    Joint,
    #[default]
    None,
}

/// Small words that stand inside names.
const JOINTS: &[&str] = &[
    "of", "and", "the", "for", "in", "on", "to", "de", "del", "della", "di", "da", "do", "dos",
    "das", "du", "des", "la", "le", "les", "las", "los", "el", "al", "bin", "bint", "ibn", "ben",
    "abu", "ul", "ur", "von", "van", "der", "den", "ter", "zu", "zur", "y", "e", "et", "und", "an",
    "a", "with", "-", "–", "&", "'s", "’s", "'", "’", ".", "/", "at", "by", "as", "against",
    "from", "without", "or", "i", "un", "una", "een", "het", "af", "av", "og", "+",
];

/// Small words that names start with: `von der Leyen`, `al-Qaeda`.
const PARTICLES: &[&str] = &[
    "al", "el", "ad", "ar", "ash", "az", "bin", "bint", "ibn", "abu", "ben", "von", "van", "der",
    "den", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "ter", "ul", "zu", "af",
];

/// Events whose names end in lower case: `the 2019 Lithuanian presidential election`.
const ELECTIONS: &[&str] = &["election", "elections", "by-election", "referendum", "primaries"];

const KINDS_OF_ELECTION: &[&str] = &[
    "general",
    "presidential",
    "parliamentary",
    "legislative",
    "federal",
    "local",
    "municipal",
    "regional",
    "provincial",
    "gubernatorial",
    "mayoral",
    "leadership",
    "independence",
    "state",
    "special",
    "snap",
    "primary",
];

/// The ends of names of files.
const FILES: &[&str] =
    &["pdf", "doc", "docx", "xls", "txt", "jpg", "jpeg", "png", "ppt", "zip", "html"];

/// How the word may stand in a run.
pub(super) fn link([word, next, second]: [&str; 3], upos: Upos) -> Link {
    let mut chars = word.chars();
    let Some(first) = chars.next() else { return Link::None };
    // "HeatingStocks.pdf" names a file.
    if word.rsplit_once('.').is_some_and(|(stem, end)| !stem.is_empty() && FILES.contains(&end)) {
        return Link::None;
    }
    if word.chars().any(char::is_uppercase) {
        // "iPhone", "al-Assad", "eBay".
        return Link::Start;
    }
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    if PARTICLES.contains(&word)
        && (capital(next) || (next == "-" || PARTICLES.contains(&next)) && capital(second))
    {
        return Link::Start;
    }
    if ELECTIONS.contains(&word) {
        return Link::Inside;
    }
    if JOINTS.contains(&word) || KINDS_OF_ELECTION.contains(&word) {
        return Link::Joint;
    }
    if first.is_ascii_digit() {
        return Link::Inside;
    }
    if upos == Upos::Propn && first.is_alphabetic() { Link::Start } else { Link::None }
}

/// The runs of a sentence, in order. At most two joints stand between two words of a run.
pub(super) fn runs(sentence: &Sentence, links: &[Link]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut open: Option<Range<usize>> = None;
    let mut joints = 0;
    for idx in sentence.tokens.clone() {
        match links[idx] {
            Link::Start | Link::Inside => {
                joints = 0;
                match &mut open {
                    Some(run) => run.end = idx + 1,
                    None => open = Some(idx..idx + 1),
                }
            }
            Link::Joint if open.is_some() && joints < 3 => joints += 1,
            Link::Joint | Link::None => {
                joints = 0;
                runs.extend(open.take().map(|tokens| Run { tokens }));
            }
        }
    }
    runs.extend(open.map(|tokens| Run { tokens }));
    runs.retain(|run| run.tokens.clone().any(|idx| links[idx] == Link::Start));
    runs
}
