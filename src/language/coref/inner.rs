//! Names inside of others that the text names elsewhere too: `Lindqvist` of `Lindqvist Foundation`.

use std::collections::BTreeMap;
use std::ops::Range;

use super::grammar::Grammar;
use super::mention::{Traits, name};
use super::words;
use super::{Form, Mention};
use crate::language::lexicon::{FormKind, Senses, lexicon};
use crate::language::{Name, NameKind};

/// Names inside of others that the text names elsewhere too: `Lindqvist` of `Lindqvist Foundation`, `Ostland` of
/// `Bank of Ostland`. A state, a place or a body owns what it stands before or behind `of`; the name of a newspaper
/// or what else a list has as a whole means nobody else.
pub(super) fn names(grammar: &Grammar<'_>) -> Vec<(Mention, Traits)> {
    let names = &grammar.analysis.names;
    let words = |tokens: &Range<usize>| grammar.range(tokens).slice(grammar.text());
    let mut alone: BTreeMap<&str, usize> = BTreeMap::new();
    for (idx, name) in names.iter().enumerate() {
        let kind = matches!(name.kind, NameKind::Person | NameKind::Organization | NameKind::Place);
        if kind && !name.tokens.is_empty() && grammar.name(name.tokens.start) == Some(idx) {
            alone.entry(words(&name.tokens)).or_insert(idx);
        }
    }
    // `US` of `US State Department` is named where the text has another name of the state.
    let powers = lexicon().powers();
    let mut states: BTreeMap<usize, usize> = BTreeMap::new();
    for (form, &idx) in &alone {
        for form in powers.of(form).iter().filter(|form| form.kind == FormKind::Name) {
            let first = states.entry(form.power).or_insert(idx);
            *first = idx.min(*first);
        }
    }
    let known = |inner: &Range<usize>| {
        let state = || {
            let form = powers.of(words(inner)).iter().find(|form| form.kind == FormKind::Name)?;
            states.get(&form.power)
        };
        alone.get(words(inner)).or_else(state).copied()
    };
    let mut found = Vec::new();
    for outer in names {
        let whole = outer.tokens.clone();
        let plain =
            matches!(outer.kind, NameKind::Organization | NameKind::Other | NameKind::Place);
        // `New York Times` means no city; `Council of Ostland` does mean Ostland.
        let senses = lexicon().senses(words(&whole));
        let closed = senses.any(Senses::MEDIA)
            || senses.any(Senses::COMPANY)
            || senses.any(Senses::ANY_PLACE)
            || senses.any(Senses::PARTY);
        if !plain || whole.len() < 2 || whole.len() > 12 || closed {
            continue;
        }
        let head = grammar.head_of(&whole);
        let mut from = whole.start;
        while from < whole.end {
            let longest = (from + 1..=whole.end)
                .rev()
                .map(|end| from..end)
                .filter(|inner| *inner != whole)
                .filter(|inner| {
                    !inner.contains(&head) || inner.end == whole.end || is_thing(grammar, &whole)
                })
                .find_map(|inner| Some((known(&inner)?, inner)))
                .filter(|(idx, inner)| owns(grammar, names[*idx].kind, inner, outer));
            let Some((idx, inner)) = longest else {
                from += 1;
                continue;
            };
            from = inner.end;
            found.extend(inner_name(grammar, idx, inner));
        }
    }
    found
}

/// Whether a name ends in a word that tells that it is nobody's own: `Roe Justice Act`, `Roe Tower`.
fn is_thing(grammar: &Grammar<'_>, name: &Range<usize>) -> bool {
    let last = lexicon().word_senses(&grammar.lower(name.end - 1));
    last.any(Senses::OTHER_HEAD)
        || last.any(Senses::PLACE_HEAD)
        || last.any(Senses::ORGANIZATION_HEAD)
}

/// Whether the inner name is one that the outer one belongs to or is called after.
fn owns(grammar: &Grammar<'_>, kind: NameKind, inner: &Range<usize>, outer: &Name) -> bool {
    let whole = &outer.tokens;
    let behind = |words: &[&str]| {
        inner.start > whole.start && words.contains(&grammar.lower(inner.start - 1).as_str())
            || inner.start > whole.start + 1
                && grammar.lower(inner.start - 1) == "the"
                && words.contains(&grammar.lower(inner.start - 2).as_str())
    };
    let opens = inner.start == whole.start
        || inner.start == whole.start + 1 && grammar.lower(whole.start) == "the";
    let closes = inner.end == whole.end;
    let capital = |token: usize| grammar.word(token).starts_with(char::is_uppercase);
    match kind {
        NameKind::Person => {
            let paired = inner.start > whole.start && grammar.word(inner.start - 1) == "-";
            // `Brown County` is called after another.
            let county = grammar.word(whole.end - 1) == "County";
            (opens || paired) && !closes && !county || behind(&["of", "for"])
        }
        NameKind::Place => {
            let paper = is_paper(&grammar.lower(whole.end - 1));
            let branch = closes
                && inner.start > whole.start
                && outer.kind != NameKind::Place
                && !is_part(&grammar.lower(inner.start - 1))
                && !is_titled(&grammar.lower(inner.start - 1))
                && (capital(inner.start - 1) || matches!(grammar.word(inner.start - 1), "–" | "-"));
            behind(&["of", "in", "for"]) || opens && !closes && !paper || branch
        }
        // `Ostmark` of `Ostmark Group` is the group; `NATO` of `NATO Training Mission` is another.
        NameKind::Organization => {
            let listed = lexicon().senses(grammar.range(inner).slice(grammar.text()));
            let other = outer.kind == NameKind::Other
                || matches!(grammar.word(inner.end), "'s" | "’s")
                || inner.len() > 1
                || listed.any(Senses::BODY)
                || listed.any(Senses::AGENCY);
            // `Riverside` of `Church of Riverside` is the church.
            let same = outer.kind == NameKind::Organization
                && closes
                && inner.start == whole.start + 2
                && words::is_body(&grammar.lower(whole.start));
            opens && !closes && other || !same && behind(&["of", "for", "by"])
        }
        _ => false,
    }
}

/// `Captain Ostland` is somebody, and `Miss Ostland` a contest.
pub fn is_titled(word: &str) -> bool {
    lexicon().word_senses(word).any(Senses::RANK | Senses::HONORIFIC)
}

/// `Southern Ostland` is not all of it.
pub fn is_part(word: &str) -> bool {
    word.ends_with("ern")
        || matches!(
            word,
            "north" | "south" | "east" | "west" | "new" | "upper" | "lower" | "central"
        )
}

/// Whether a name ends in a word for a newspaper, which is called after a place and means none.
pub fn is_paper(word: &str) -> bool {
    matches!(
        word,
        "times"
            | "today"
            | "post"
            | "herald"
            | "news"
            | "weekly"
            | "daily"
            | "tribune"
            | "journal"
            | "globe"
            | "press"
            | "star"
            | "sun"
            | "gazette"
            | "chronicle"
            | "observer"
            | "magazine"
            | "telegraph"
            | "mail"
            | "examiner"
            | "review"
            | "enquirer"
            | "inquirer"
            | "sentinel"
            | "bulletin"
            | "paper"
    )
}

fn inner_name(
    grammar: &Grammar<'_>,
    idx: usize,
    tokens: Range<usize>,
) -> Option<(Mention, Traits)> {
    let (_, mut traits) = name(grammar, idx)?;
    let head = grammar.head_of(&tokens);
    traits.sentence = grammar.sentence(head);
    traits.anchor = head;
    traits.quotation = grammar.quotation(head);
    traits.noun = grammar.lower(head);
    let range = grammar.range(&tokens);
    Some((Mention { range, tokens, head, form: Form::Name, name: Some(idx) }, traits))
}
