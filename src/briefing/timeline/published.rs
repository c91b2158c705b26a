//! The day on which an article speaks, where the file does not say it.

use jiff::civil::Date;

use super::expression::{self, Expression, When};
use crate::document::Document;
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Analysis, Sentence};
use crate::text::TextRange;

/// The day of publication, as far as the file or the text gives it.
pub(super) fn day(document: &Document, analysis: &Analysis) -> Option<Date> {
    document
        .meta
        .published
        .or_else(|| place_line_date(document, analysis))
        .or_else(|| latest_post(document, analysis))
}

/// The day in the place line of a report: `VALLETTA, 4 May 2025 —`. It is when the article speaks.
fn place_line_date(document: &Document, analysis: &Analysis) -> Option<Date> {
    let text = document.text();
    analysis.sentences.iter().take(3).find_map(|sentence| {
        let expression = expression::find(text, sentence.range).into_iter().next()?;
        place_line(document, sentence, expression)
    })
}

/// The day of the latest post that the article shows with its signature: `— Ana Lee (@analee) May 4, 2025`. The
/// article speaks then or soon after.
fn latest_post(document: &Document, analysis: &Analysis) -> Option<Date> {
    let text = document.text();
    let signed = |sentence: &&Sentence| sentence.range.slice(text).contains("(@");
    let days = analysis.sentences.iter().filter(signed).flat_map(|sentence| {
        expression::find(text, sentence.range).into_iter().filter_map(|found| match found.when {
            When::Day { year: Some(year), month, day, .. } => Date::new(year, month, day).ok(),
            _ => None,
        })
    });
    days.max()
}

/// The day, where a town in capitals or an agency stands before it, or nothing, and a dash behind it: `VALLETTA, 4 May
/// 2025 (Gazette) —`, `Valletta (Gazette) — May 4, 2025 —`. Or where the article starts with it: `Sunday, May 4, 2025 The
/// ferries stopped`.
pub(super) fn place_line(
    document: &Document,
    sentence: &Sentence,
    expression: Expression,
) -> Option<Date> {
    let text = document.text();
    let When::Day { year: Some(year), month, day, .. } = expression.when else { return None };
    let before =
        TextRange::new(sentence.range.start(), expression.range.start()).slice(text).trim();
    let after =
        TextRange::new(expression.range.end(), sentence.range.end()).slice(text).trim_start();
    let shouted = before.split(',').next().is_some_and(|place| {
        place.trim().chars().count() > 1 && !place.contains(char::is_lowercase)
    });
    // "Accra, July 24, 2025 - The"
    let town = before.strip_suffix(',').is_some_and(|place| {
        lexicon().senses(place.split(',').next().unwrap_or_default()).any(Senses::ANY_PLACE)
    });
    let agency = before.ends_with(['—', '–', '-'])
        && before.contains('(')
        && before.split_whitespace().count() <= 6
        && !before.split_whitespace().any(|word| word.starts_with(char::is_lowercase));
    // "4 May 2025 (Gazette) —".
    let rest = match after.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
        Some((_, rest)) => rest,
        None => after.trim_start_matches(')'),
    };
    let dashed = rest.trim_start().starts_with(['—', '–', '-', ':']);
    let parted = before.is_empty() && (dashed || after.starts_with(char::is_uppercase));
    (parted || (shouted || agency || town) && dashed)
        .then(|| Date::new(year, month, day).ok())
        .flatten()
}
