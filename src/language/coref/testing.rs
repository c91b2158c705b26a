//! Test helpers: an analysis whose names are the marked places, so that linking is tested by itself.

use crate::document::Document;
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Analysis, Name, NameKind, analyze};
use crate::testing::{document, marks, unmark};

/// The analysis of a text whose names are marked. A name is a person unless the lists know better.
pub(crate) fn analysis(marked: &str) -> (Document, Analysis) {
    let document = document(&unmark(marked));
    let mut analysis = analyze(&document);
    analysis.names = marks(marked)
        .into_iter()
        .map(|range| Name {
            range,
            tokens: analysis.tokens_in(range),
            kind: kind(range.slice(document.text())),
        })
        .collect();
    // A short form is what the long name is.
    let organizations: Vec<String> = analysis
        .names
        .iter()
        .filter(|name| name.kind == NameKind::Organization)
        .map(|name| name.range.slice(document.text()).to_owned())
        .collect();
    for name in &mut analysis.names {
        let text = name.range.slice(document.text());
        if organizations.iter().any(|long| long.starts_with(text)) {
            name.kind = NameKind::Organization;
        }
    }
    (document, analysis)
}

fn kind(name: &str) -> NameKind {
    let senses = lexicon().senses(name);
    let last = name.rsplit(' ').next().unwrap_or(name).to_lowercase();
    let first = name.split(' ').next().unwrap_or(name);
    let organization = |word: &str| lexicon().word_senses(word).any(Senses::ORGANIZATION_HEAD);
    let acronym = name.len() > 1 && name.chars().all(char::is_uppercase);
    if senses.any(Senses::ANY_PLACE) || senses.any(Senses::SEAT) {
        NameKind::Place
    } else if senses.any(Senses::ANY_ORGANIZATION)
        || organization(&last)
        || organization(&first.to_lowercase())
        || acronym
    {
        NameKind::Organization
    } else if senses.any(Senses::ANY_GROUP) {
        NameKind::Group
    } else {
        NameKind::Person
    }
}
