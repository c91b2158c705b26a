//! All mentions of one name are looked at together: what one of them tells counts for the others too.

use std::collections::{BTreeSet, HashMap};

use super::label::Scored;
use crate::document::Document;
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Name, NameKind};

/// The names with the kind that fits all mentions of each best, a mention's own evidence counting most.
pub(super) fn agree(document: &Document, scored: &[Scored]) -> Vec<Name> {
    let text = document.text();
    let mut sums: HashMap<&str, (i64, [i64; 5])> = HashMap::new();
    for mention in scored {
        let (count, sum) = sums.entry(mention.name.range.slice(text)).or_default();
        *count += 1;
        for (sum, score) in sum.iter_mut().zip(mention.kinds) {
            *sum += i64::from(score);
        }
    }
    let mut full: HashMap<&str, &str> = HashMap::new();
    for mention in scored.iter().filter(|mention| mention.name.kind == NameKind::Person) {
        let name = mention.name.range.slice(text);
        if let Some((_, last)) = name.rsplit_once(' ') {
            full.entry(last).or_insert(name);
        }
    }
    scored
        .iter()
        .map(|mention| {
            let form = mention.name.range.slice(text);
            let mut kinds = mention.kinds.map(i64::from);
            for other in [Some(form), full.get(form).copied()].into_iter().flatten() {
                let Some(&(count, sum)) = sums.get(other) else { continue };
                let own = other == form;
                let others = count - i64::from(own);
                if others == 0 {
                    continue;
                }
                for ((kind, sum), score) in kinds.iter_mut().zip(sum).zip(mention.kinds) {
                    let rest = if own { sum - i64::from(score) } else { sum };
                    *kind += rest / others * SHARE.min(others) / SHARE;
                }
            }
            Name { kind: best(form, &kinds), ..mention.name.clone() }
        })
        .collect()
}

/// One word that is a person here and a place there: whoever has it for a surname, the body whose whole name starts with
/// it, else what most mentions take it for. What a list knows may well be two.
pub(super) fn alike(text: &str, surnames: &BTreeSet<&str>, names: &mut [Name]) {
    let kinds = [NameKind::Person, NameKind::Organization, NameKind::Place];
    let mut counts: HashMap<&str, [usize; 3]> = HashMap::new();
    for name in names.iter().filter(|name| name.tokens.len() == 1) {
        if let Some(slot) = kinds.iter().position(|&kind| kind == name.kind) {
            counts.entry(name.range.slice(text)).or_default()[slot] += 1;
        }
    }
    counts.retain(|form, counts| {
        let senses = lexicon().senses(form);
        counts.iter().filter(|&&count| count > 0).count() > 1
            && !senses.any(Senses::ANY_PLACE)
            && !senses.any(Senses::ANY_ORGANIZATION)
    });
    let bodies: BTreeSet<&str> = names
        .iter()
        .filter(|name| name.kind == NameKind::Organization && name.tokens.len() > 1)
        .filter_map(|name| name.range.slice(text).split(' ').next())
        .collect();
    for name in names.iter_mut().filter(|name| kinds.contains(&name.kind)) {
        let form = name.range.slice(text);
        let Some(counts) = counts.get(form) else { continue };
        let most = (0..3).max_by_key(|&slot| counts[slot]).unwrap_or_default();
        if surnames.contains(form) {
            name.kind = NameKind::Person;
        } else if counts[most] * 4 >= counts.iter().sum::<usize>() * 3 {
            name.kind = kinds[most];
        } else if counts[0] > 0 && lexicon().senses(form).any(Senses::SURNAME) {
            name.kind = NameKind::Person;
        } else if bodies.contains(form) {
            name.kind = NameKind::Organization;
        }
    }
}

/// What is taken for nobody's name in a few of its places is what it is in most of the others.
pub(super) fn like_most(text: &str, names: &mut [Name]) {
    let mut counts: HashMap<&str, [usize; 5]> = HashMap::new();
    for name in names.iter() {
        counts.entry(name.range.slice(text)).or_default()[name.kind as usize] += 1;
    }
    for name in names.iter_mut().filter(|name| name.kind == NameKind::Other) {
        let Some(counts) = counts.get(name.range.slice(text)) else { continue };
        let others = counts[NameKind::Other as usize];
        let known = ALL.into_iter().find(|&kind| {
            let count = counts[kind as usize];
            // What a list has as a firm is one in half of its places.
            let firm = || lexicon().senses(name.range.slice(text)).any(Senses::COMPANY);
            match kind {
                NameKind::Person => count >= 2 * others,
                NameKind::Organization => count >= 2 * others || count >= others && firm(),
                _ => false,
            }
        });
        name.kind = known.unwrap_or(name.kind);
    }
}

/// `RIVERTON` of a text that names Riverton is what that is.
pub(super) fn in_capitals(text: &str, names: &mut [Name]) {
    let shouted = |form: &str| {
        form.chars().filter(|c| c.is_alphabetic()).count() > 3
            && !form.chars().any(char::is_lowercase)
    };
    let mut known: HashMap<String, NameKind> = HashMap::new();
    for name in names.iter() {
        let form = name.range.slice(text);
        if !shouted(form) && name.kind != NameKind::Other {
            known.entry(form.to_lowercase()).or_insert(name.kind);
        }
    }
    for name in names.iter_mut() {
        let form = name.range.slice(text);
        if shouted(form)
            && let Some(&kind) = known.get(&form.to_lowercase())
        {
            name.kind = kind;
        }
    }
}

fn best(form: &str, kinds: &[i64; 5]) -> NameKind {
    // `Kyiv said` is what persons do, but nobody is called so; `Paris` and `Jordan` may be somebody.
    let senses = lexicon().senses(form);
    let no_person =
        senses.any(Senses::STATE) || senses.any(Senses::CAPITAL) || senses.any(Senses::SEAT);
    let no_person = no_person && !senses.any(Senses::GIVEN) && !senses.any(Senses::SURNAME);
    // "North Korea's Kim Jong Un" and "the USA": a state that nothing else is called like.
    if senses.any(Senses::STATE) && senses.bits() & !Senses::ANY_PLACE.bits() == 0 {
        return NameKind::Place;
    }
    // "Enron Corp." and "Carr Inc.", whatever they do.
    if form.rsplit_once([' ', '\u{a0}']).is_some_and(|(_, last)| is_company_ending(last)) {
        return NameKind::Organization;
    }
    if is_office(form) {
        return NameKind::Organization;
    }
    let best = ALL
        .into_iter()
        .filter(|&kind| !(no_person && kind == NameKind::Person))
        .max_by_key(|&kind| (kinds[kind as usize], ALL.len() - kind as usize));
    let only_group = senses.bits() & !Senses::ANY_GROUP.bits() == 0 && !senses.is_empty();
    match best {
        // "In northern Iraqi cities".
        Some(NameKind::Place) if only_group => NameKind::Group,
        Some(NameKind::Group) if !can_be_group(form) => NameKind::Other,
        kind => kind.unwrap_or(NameKind::Other),
    }
}

/// Whether it is called what nothing but a part of a state, a firm or a club is: `State Department`, `Ministry of
/// Health`.
pub(super) fn is_office(form: &str) -> bool {
    const OFFICES: [&str; 17] = [
        "Agency",
        "Association",
        "Authority",
        "Bureau",
        "Commission",
        "Committee",
        "Corporation",
        "Department",
        "Directorate",
        "Federation",
        "Foundation",
        "Institute",
        "Ministry",
        "Organisation",
        "Organization",
        "Party",
        "Secretariat",
    ];
    let mut words = form.split([' ', '\u{a0}']);
    let (Some(first), Some(last)) = (words.next(), words.next_back()) else { return false };
    let second = form.split([' ', '\u{a0}']).nth(1);
    // `African Development Bank`, and not the `West Bank`.
    let several = form.split([' ', '\u{a0}']).count() > 2;
    // `Bank of Selm`, and no `Bank of Selm Arena`.
    let built = || lexicon().word_senses(&last.to_lowercase()).any(Senses::PLACE_HEAD);
    let bank = several && last == "Bank" || first == "Bank" && second == Some("of") && !built();
    // `Selm People's Liberation Front`, `United Dock Workers`.
    let many = several && matches!(last, "Front" | "Workers");
    bank || many
        || is_paper_of_a_place(form)
        || OFFICES.contains(&last)
        || second == Some("of") && OFFICES.contains(&first)
}

/// `Des Moines Register`: a listed place and what papers are called.
fn is_paper_of_a_place(form: &str) -> bool {
    form.rsplit_once([' ', '\u{a0}']).is_some_and(|(place, last)| {
        let paper = matches!(
            last,
            "Chronicle"
                | "Courier"
                | "Examiner"
                | "Gazette"
                | "Herald"
                | "Inquirer"
                | "Journal"
                | "Observer"
                | "Register"
                | "Sentinel"
                | "Telegraph"
                | "Times"
                | "Tribune"
        );
        paper && lexicon().senses(place).any(Senses::ANY_PLACE)
    })
}

/// What the law has a company end its name in.
pub(super) fn is_company_ending(word: &str) -> bool {
    matches!(
        word.trim_end_matches('.'),
        "Inc" | "Corp" | "Ltd" | "LLC" | "LLP" | "L.P" | "Plc" | "PLC" | "GmbH"
    )
}

/// So many other mentions count as much as the mention itself.
const SHARE: i64 = 2;

const ALL: [NameKind; 5] =
    [NameKind::Person, NameKind::Organization, NameKind::Place, NameKind::Group, NameKind::Other];

/// Whether a list knows the name as that of a group, or it looks like one.
fn can_be_group(form: &str) -> bool {
    let endings = [
        "ans", "ians", "ists", "ites", "ese", "ish", "is", "ers", "ics", "ims", "an", "ist", "ite",
        "ic",
    ];
    let last = form.rsplit([' ', '-']).next().unwrap_or(form);
    lexicon().senses(form).any(Senses::ANY_GROUP)
        || lexicon().senses(last).any(Senses::ANY_GROUP)
        || last.len() > 4 && endings.iter().any(|ending| last.ends_with(ending))
}
