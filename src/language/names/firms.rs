//! Firms that are called after two: `Tarn and Lund Plc`, `Tarn, Lund and Co`, of which the labeler has each by itself.

use std::collections::BTreeSet;

use super::agree::is_company_ending;
use super::mend::Words;
use super::tidy::named;
use crate::language::{Name, NameKind};

/// The names, those of such firms whole.
pub(super) fn with_pairs(words: &Words<'_>, names: Vec<Name>) -> Vec<Name> {
    let pairs: BTreeSet<String> = names
        .windows(2)
        .filter(|pair| is_joint(words, &pair[0], &pair[1]))
        .filter(|pair| {
            let ending = words.word(pair[1].tokens.end - 1);
            pair[1].tokens.len() == 2 && is_company_ending(ending)
        })
        .filter_map(|pair| {
            let whole = pair_of(words, &pair[0], &pair[1]);
            is_always_one(words.text, &whole).then_some(whole)
        })
        .collect();
    let mut all: Vec<Name> = Vec::with_capacity(names.len());
    for name in names {
        let company = name
            .tokens
            .clone()
            .all(|at| matches!(words.word(at), "Co" | "Co.") || is_company_ending(words.word(at)));
        let joint = all.last().filter(|last| {
            is_joint(words, last, &name)
                && (company || pairs.contains(&pair_of(words, last, &name)))
        });
        let whole = if let Some(start) = joint.map(|last| last.tokens.start) {
            all.pop();
            named(words.tokens, start..name.tokens.end, NameKind::Organization)
        } else {
            with_first(words, &mut all, name)
        };
        all.push(whole);
    }
    all
}

/// `Tarn, Lund and Co` of `Lund and Co` behind `Tarn`.
fn with_first(words: &Words<'_>, all: &mut Vec<Name>, name: Name) -> Name {
    let company = (name.tokens.start..name.tokens.end.saturating_sub(1)).any(|at| {
        matches!(words.word(at), "and" | "&") && matches!(words.word(at + 1), "Co" | "Co.")
    });
    let first = all.last().filter(|last| {
        company
            && last.tokens.len() == 1
            && matches!(last.kind, NameKind::Person | NameKind::Organization)
            && last.tokens.end + 1 == name.tokens.start
            && words.word(last.tokens.end) == ","
    });
    match first.map(|last| last.tokens.start) {
        Some(start) => {
            all.pop();
            named(words.tokens, start..name.tokens.end, NameKind::Organization)
        }
        None => name,
    }
}

/// Whether nothing but an `and` stands between two names that may be one.
fn is_joint(words: &Words<'_>, left: &Name, right: &Name) -> bool {
    left.tokens.end + 1 == right.tokens.start
        && matches!(words.word(left.tokens.end), "and" | "&")
        && left.tokens.len() < 3
        && matches!(left.kind, NameKind::Person | NameKind::Organization | NameKind::Other)
        && !is_company_ending(words.word(left.tokens.end - 1))
}

/// The last word of the one and the first of the other, as they stand.
fn pair_of(words: &Words<'_>, left: &Name, right: &Name) -> String {
    let range =
        words.tokens[left.tokens.end - 1].range.cover(words.tokens[right.tokens.start].range);
    range.slice(words.text).to_owned()
}

/// Whether a text has two words together time and again, and neither without the other.
pub(super) fn is_always_one(text: &str, pair: &str) -> bool {
    let together = text.matches(pair).count();
    let mut parts = pair.split(" and ").flat_map(|part| part.split(" & "));
    together > 1 && parts.all(|part| text.matches(part).count() == together)
}

#[cfg(test)]
mod tests {
    use crate::language::NameKind;
    use crate::language::names::tests::check_name as check;

    #[test]
    fn a_firm_of_two_is_one() {
        check(
            "Cable and Wireless Plc said so. They left Cable and Wireless in May.",
            ("Cable and Wireless Plc", NameKind::Organization),
        );
        check(
            "The letter went on. Samuel Montrose and Co. Ltd. agreed.",
            ("Samuel Montrose and Co. Ltd.", NameKind::Organization),
        );
    }
}
