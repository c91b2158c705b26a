//! The cues and their frames: which words report a position, what follows them, and what it means.
//!
//! The list is `assets/cues.tsv`, loaded once. Where a frame stands in a sentence is for `cue` to say.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::briefing::Act;
use crate::briefing::phrase::verb;

/// One way in which a cue takes its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Frame {
    pub(super) complement: Complement,
    pub(super) act: Act,
    pub(super) polarity: Polarity,
    pub(super) strength: Strength,
}

/// What follows the cue and how much of it is content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Complement {
    /// `that`, or a clause without it.
    Clause,
    /// `whether`, `why`, `what`.
    Question,
    Quote,
    Infinitive,
    Gerund,
    Object,
    /// `urged the king to leave`.
    ObjectInfinitive,
    /// `called the plan a disaster`.
    ObjectPredicate,
    /// `showed the mayor leading`, `showed the mayor with a lead`.
    ObjectState,
    /// `told reporters that`: the person told is no content.
    AddresseeClause,
    AddresseeQuestion,
    /// `called for a truce`.
    Preposition(&'static str),
    /// `described the talks as useful`, `accused the bank of fraud`.
    ObjectPreposition(&'static str),
    /// `briefed lawmakers on the raid`.
    AddresseePreposition(&'static str),
    /// Of a preposition: what follows is the holder.
    Holder,
}

/// How the cue stands to its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Polarity {
    For,
    Against,
    Neutral,
}

/// Whom the cue needs as its holder, to be a cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// `showed the mayor leading`: a document alone; of a person it tells no words.
    Document,
    /// `backed`: a person or a group.
    Person,
    /// `shows`: a person, a group or a document.
    Source,
    /// `said`: whoever it is.
    Any,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    Verb,
    Noun,
    Adjective,
    Preposition,
}

/// The frames of one cue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// The words after the first: `for` of `call for`.
    pub(super) rest: Vec<&'static str>,
    pub(super) frames: Vec<Frame>,
}

impl Entry {
    pub(super) fn frame(&self, complement: Complement) -> Option<&Frame> {
        self.frames.iter().find(|frame| frame.complement == complement)
    }

    /// Whether words in quotation marks may follow: what tells a verb of saying.
    pub(super) fn quote(&self) -> Option<&Frame> {
        self.frame(Complement::Quote)
    }
}

pub(super) static TABLE: &str = include_str!("../../../assets/cues.tsv");

/// For each class, the entries by their first words.
static CUES: LazyLock<[BTreeMap<&'static str, Vec<Entry>>; 4]> = LazyLock::new(|| {
    let mut cues: [BTreeMap<&str, Vec<Entry>>; 4] = Default::default();
    for (words, class, frame) in TABLE.lines().filter_map(read) {
        let mut words = words.split(' ');
        let first = words.next().unwrap_or_default();
        let rest: Vec<&str> = words.collect();
        let entries = cues[class as usize].entry(first).or_default();
        match entries.iter_mut().find(|entry| entry.rest == rest) {
            Some(entry) => entry.frames.push(frame),
            None => entries.push(Entry { rest, frames: vec![frame] }),
        }
    }
    // The longest first: `call for` before `call`.
    for entries in cues.iter_mut().flat_map(BTreeMap::values_mut) {
        entries.sort_by_key(|entry| std::cmp::Reverse(entry.rest.len()));
    }
    cues
});

/// Whether words in quotation marks may follow one of the entries: what tells a verb of saying.
pub(super) fn say(entries: &[Entry]) -> bool {
    entries.iter().any(|entry| entry.quote().is_some())
}

/// The entries that start with `word`, the longest first.
pub(super) fn entries(word: &str, class: Class) -> &'static [Entry] {
    CUES[class as usize].get(word).map_or(&[], Vec::as_slice)
}

/// The verbs of the table by their pasts and participles: `swore` leads to `swear`.
static FORMS: LazyLock<BTreeMap<String, &'static str>> = LazyLock::new(|| {
    let mut forms = BTreeMap::new();
    for &verb in CUES[Class::Verb as usize].keys() {
        for form in [verb::past(verb), verb::participle(verb), verb::gerund(verb)] {
            forms.entry(form).or_insert(verb);
        }
    }
    forms
});

/// The entries of a word by its lemma, else by what its form may come from: lemmas of rare verbs are guessed, and
/// guessed wrong at times.
pub(super) fn entries_of(lemma: &str, form: &str, class: Class) -> &'static [Entry] {
    let found = entries(lemma, class);
    if !found.is_empty() {
        return found;
    }
    let form = form.to_lowercase();
    if class == Class::Verb
        && let Some(verb) = FORMS.get(&form)
    {
        return entries(verb, class);
    }
    let stems =
        ["ed", "ing", "es", "s", "d"].into_iter().filter_map(|ending| form.strip_suffix(ending));
    let mut candidates = stems.filter(|stem| stem.len() > 2).flat_map(|stem| {
        let doubled = stem
            .get(..stem.len() - 1)
            .filter(|short| short.ends_with(stem.get(stem.len() - 1..).unwrap_or(" ")));
        let with_y = stem.strip_suffix('i').map(|short| format!("{short}y"));
        [Some(stem.to_owned()), Some(format!("{stem}e")), doubled.map(str::to_owned), with_y]
    });
    candidates
        .find_map(|stem| Some(entries(&stem?, class)).filter(|found| !found.is_empty()))
        .unwrap_or(&[])
}

/// One line of the table: the words, their class and the frame. `None` for comments.
fn read(line: &'static str) -> Option<(&'static str, Class, Frame)> {
    if line.starts_with('#') {
        return None;
    }
    let mut fields = line.split('\t');
    let (words, class, complement) = (fields.next()?, fields.next()?, fields.next()?);
    let (act, polarity, strength) = (fields.next()?, fields.next()?, fields.next()?);
    let class = match class {
        "verb" => Class::Verb,
        "noun" => Class::Noun,
        "adjective" => Class::Adjective,
        _ => Class::Preposition,
    };
    let polarity = match polarity {
        "+" => Polarity::For,
        "-" => Polarity::Against,
        _ => Polarity::Neutral,
    };
    let strength = match strength {
        "0" => Strength::Document,
        "1" => Strength::Person,
        "2" => Strength::Source,
        _ => Strength::Any,
    };
    let complement = read_complement(complement)?;
    Some((words, class, Frame { complement, act: read_act(act)?, polarity, strength }))
}

fn read_act(name: &str) -> Option<Act> {
    Some(match name {
        "says" => Act::Says,
        "denies" => Act::Denies,
        "supports" => Act::Supports,
        "opposes" => Act::Opposes,
        "demands" => Act::Demands,
        "warns" => Act::Warns,
        "promises" => Act::Promises,
        "plans" => Act::Plans,
        "believes" => Act::Believes,
        "asks" => Act::Asks,
        _ => return None,
    })
}

fn read_complement(name: &'static str) -> Option<Complement> {
    Some(match name {
        "that" => Complement::Clause,
        "whether" => Complement::Question,
        "quote" => Complement::Quote,
        "to do" => Complement::Infinitive,
        "doing" => Complement::Gerund,
        "sth" => Complement::Object,
        "sth to do" => Complement::ObjectInfinitive,
        "sth pred" => Complement::ObjectPredicate,
        "sth as is" => Complement::ObjectState,
        "sb that" => Complement::AddresseeClause,
        "sb whether" => Complement::AddresseeQuestion,
        "np" => Complement::Holder,
        _ => {
            let words = name.strip_suffix(" sth")?;
            if let Some(preposition) = words.strip_prefix("sth ") {
                Complement::ObjectPreposition(preposition)
            } else if let Some(preposition) = words.strip_prefix("sb ") {
                Complement::AddresseePreposition(preposition)
            } else {
                Complement::Preposition(words)
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_reads_as_a_frame_with_its_example() {
        let mut count = 0;
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            assert!(read(line).is_some(), "{line}");
            let example = line.split('\t').nth(6).expect("an example");
            assert!(example.contains('{') && example.contains('}'), "{line}");
            count += 1;
        }
        assert!(count > 2000, "{count} frames");
    }

    #[test]
    fn a_wrong_lemma_is_put_right_by_the_form() {
        for (form, lemma) in [
            ("blasted", "blast"),
            ("rebutted", "rebut"),
            ("decried", "decry"),
            ("urging", "urge"),
            ("swore", "swear"),
        ] {
            assert_eq!(entries_of("?", form, Class::Verb), entries(lemma, Class::Verb), "{form}");
        }
    }

    #[test]
    fn the_longer_cue_comes_first() {
        let call = entries("call", Class::Verb);
        assert!(call.iter().any(|entry| entry.rest == ["for"]));
        assert!(call.first().is_some_and(|entry| !entry.rest.is_empty()));
        assert!(call.last().is_some_and(|entry| entry.rest.is_empty()));
        assert!(entries("table", Class::Verb).is_empty());
    }
}
