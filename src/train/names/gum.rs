//! Names from GUM's entities: those whose head is a proper noun, without article, title and description.

use super::data::{Builder, Gold};
use crate::language::NameKind::{self, Group, Organization, Other, Person, Place};
use crate::language::lexicon::{Senses, lexicon};

struct Word<'a> {
    form: &'a str,
    upos: &'a str,
    deprel: &'a str,
    /// Index of the head in the sentence; the word's own for the root.
    head: usize,
}

/// One file of the corpus: one document.
pub(super) fn read(text: &str) -> Gold {
    let mut builder = Builder::default();
    for part in text.split("\n\n") {
        sentence(part, &mut builder);
    }
    // Adjectives of nationality are no entities there.
    builder.gold(&[Group]).unwrap_or_else(|| unreachable!("every document has a sentence"))
}

fn sentence(part: &str, builder: &mut Builder) {
    let raw = part.lines().find_map(|line| line.strip_prefix("# text = "));
    let mut words: Vec<Word<'_>> = Vec::new();
    let mut open: Vec<(&str, &str, usize)> = Vec::new();
    let mut entities: Vec<(&str, usize, usize)> = Vec::new();
    for line in part.lines().filter(|line| !line.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [id, form, _, upos, xpos, _, head, deprel, _, misc] = columns.as_slice() else {
            continue;
        };
        let (Ok(id), Ok(head)) = (id.parse::<usize>(), head.parse::<usize>()) else { continue };
        let idx = words.len();
        let upos = if xpos.starts_with("NNP") { "PROPN" } else { upos };
        words.push(Word { form, upos, deprel, head: if head == 0 { id - 1 } else { head - 1 } });
        let marks =
            misc.split('|').find_map(|part| part.strip_prefix("Entity=")).unwrap_or_default();
        for mark in pieces(marks) {
            if let Some(opened) = mark.strip_prefix('(') {
                let mut fields = opened.trim_end_matches(')').split('-');
                let group = fields.next().unwrap_or_default();
                open.push((group, fields.next().unwrap_or_default(), idx));
            }
            if let Some(closed) = mark.strip_suffix(')') {
                let group = closed.trim_start_matches('(').split('-').next().unwrap_or_default();
                if let Some(at) = open.iter().rposition(|(other, ..)| *other == group) {
                    let (_, kind, first) = open.remove(at);
                    entities.push((kind, first, idx));
                }
            }
        }
    }
    let forms: Vec<&str> = words.iter().map(|word| word.form).collect();
    if forms.is_empty() {
        return;
    }
    let places = builder.block(&forms, raw, part.contains("# newpar"));
    let mut taken = vec![false; words.len()];
    // The longest first, so that `University of Exeter` comes before `Exeter`.
    entities.sort_by_key(|&(_, first, last)| (first + words.len() - last, first));
    for (kind, first, last) in entities {
        let Some(kinds) = kinds(kind) else { continue };
        let Some((from, to)) = name(&words, first, last, kinds) else { continue };
        let senses = lexicon().word_senses(&words[from].form.to_lowercase());
        if from == to
            && senses.any(Senses::ANY_TITLE)
            && !lexicon().senses(words[from].form).any(Senses::GIVEN)
        {
            builder.leave_open(places[from]);
            continue;
        }
        if !taken[from..=to].contains(&true) {
            taken[from..=to].fill(true);
            builder.mark(places[from].cover(places[to]), kinds);
        }
    }
}

/// `(1-person-new(2-place)` into its marks.
fn pieces(marks: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = marks;
    while !rest.is_empty() {
        let inner = rest.get(1..).unwrap_or_default();
        let cut = inner.find('(').map(|at| at + 1);
        let closing = rest.find(')').map(|at| at + 1);
        let end = [cut, closing].into_iter().flatten().min().unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        pieces.push(piece);
        rest = after;
    }
    pieces
}

fn kinds(entity: &str) -> Option<&'static [NameKind]> {
    Some(match entity {
        "person" => &[Person, Group],
        "organization" => &[Organization],
        "place" => &[Place],
        "event" | "object" | "abstract" => &[Other],
        _ => return None,
    })
}

/// The first and last word of the name in an entity; `None` when its head is no proper noun.
fn name(
    words: &[Word<'_>],
    first: usize,
    last: usize,
    kinds: &[NameKind],
) -> Option<(usize, usize)> {
    let inside = first..=last;
    let head =
        inside.clone().find(|&idx| !inside.contains(&words[idx].head) || words[idx].head == idx)?;
    let proper = |idx: usize| words[idx].upos == "PROPN";
    let (mut from, mut to) = (head, head);
    if !proper(head) {
        return None;
    }
    let joint = |idx: usize| {
        matches!(
            words[idx].form,
            "of" | "the"
                | "and"
                | "for"
                | "-"
                | "&"
                | "de"
                | "'s"
                | "’s"
                | "’"
                | "."
                | "/"
                | "del"
                | "la"
        ) || words[idx].upos == "NUM" && words[idx].deprel != "appos"
            || matches!(words[idx].upos, "ADJ" | "NOUN" | "VERB")
                && words[idx].form.starts_with(char::is_uppercase)
    };
    while from > first && proper_before(words, first, from, &proper, &joint).is_some() {
        from = proper_before(words, first, from, &proper, &joint)?;
    }
    while let Some(next) =
        (to + 1..=last).find(|&idx| !joint(idx)).filter(|&idx| proper(idx) && idx <= to + 3)
    {
        to = next;
    }
    if kinds.contains(&Person) {
        let title = |idx: usize| {
            let word = words[idx].form.to_lowercase();
            let senses = lexicon().word_senses(&word);
            senses.any(Senses::ANY_TITLE) || word.ends_with('.') && senses.any(Senses::HONORIFIC)
        };
        while from < to && title(from) {
            from += 1;
        }
        // "Foreign Minister Lavrov": what stands before a title belongs to it.
        if let Some(at) = (from..to).rev().find(|&idx| title(idx) && words[idx].form.len() > 3) {
            from = at + 1;
        }
    }
    Some((from, to))
}

/// The nearest proper noun before `from` that only small words part from it.
fn proper_before(
    words: &[Word<'_>],
    first: usize,
    from: usize,
    proper: &impl Fn(usize) -> bool,
    joint: &impl Fn(usize) -> bool,
) -> Option<usize> {
    let before = (first..from).rev().find(|&idx| !joint(idx) || proper(idx))?;
    (proper(before) && before + 3 >= from && words[before].deprel != "punct").then_some(before)
}
