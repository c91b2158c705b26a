//! What a treebank tells of names without marking them: a proper noun is part of one, of whatever kind.

use super::data::{Builder, Gold};
use crate::language::lexicon::{Senses, lexicon};

/// The documents of a treebank in CoNLL-U.
pub(super) fn read(text: &str) -> Vec<Gold> {
    let mut all = Vec::new();
    let mut builder = Builder::default();
    for part in text.split("\n\n") {
        if part.contains("# newdoc") {
            all.extend(finish(std::mem::take(&mut builder)));
        }
        sentence(part, &mut builder);
    }
    all.extend(finish(builder));
    all
}

/// Of what is known by halves.
const WEIGHT: f32 = 0.5;

fn finish(builder: Builder) -> Option<Gold> {
    Some(Gold { weight: WEIGHT, ..builder.gold(&[])? })
}

fn sentence(part: &str, builder: &mut Builder) {
    let raw = part.lines().find_map(|line| line.strip_prefix("# text = "));
    let mut words: Vec<(&str, &str)> = Vec::new();
    for line in part.lines().filter(|line| !line.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [id, form, _, _, xpos, ..] = columns.as_slice() else { continue };
        if id.bytes().all(|byte| byte.is_ascii_digit()) {
            words.push((form, xpos));
        }
    }
    let forms: Vec<&str> = words.iter().map(|(form, _)| *form).collect();
    if forms.is_empty() {
        return;
    }
    let places = builder.block(&forms, raw, part.contains("# newpar") || part.contains("# newdoc"));
    let proper = |idx: usize| words.get(idx).is_some_and(|(_, xpos)| xpos.starts_with("NNP"));
    for (idx, &(form, _)) in words.iter().enumerate() {
        let capital = form.starts_with(char::is_uppercase);
        let senses = lexicon().word_senses(&form.to_lowercase());
        if proper(idx) && lexicon().senses(form).any(Senses::CALENDAR) {
            continue;
        }
        if proper(idx) && capital && !senses.any(Senses::ANY_TITLE) {
            builder.proper(places[idx]);
        } else if proper(idx)
            || capital && idx > 0
            || idx > 0 && (proper(idx - 1) || proper(idx + 1))
        {
            builder.leave_open(places[idx]);
        }
    }
}
