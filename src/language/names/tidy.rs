//! What the labeler leaves to rules: titles in front of a person's name are no part of it, and a place that a
//! list knows is not cut short.

use std::ops::Range;

use super::agree::is_company_ending;
use super::features::longest_listed;
use crate::document::Document;
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Name, NameKind, Sentence, Tag, Token, Upos};

/// Sets names right, and keeps them in order, none inside another.
pub(super) fn tidy(
    document: &Document,
    sentences: &[Sentence],
    tokens: &[Token],
    tags: &[Tag],
    names: Vec<Name>,
) -> Vec<Name> {
    let text = document.text();
    let names = divide(text, tokens, with_companies(text, sentences, tokens, names));
    let mut tidied: Vec<Name> = Vec::with_capacity(names.len());
    for mut name in names {
        if matches!(name.kind, NameKind::Group | NameKind::Other)
            && holds_person(text, tokens, &name)
        {
            name.kind = NameKind::Person;
        }
        if name.kind == NameKind::Person {
            let (group, first) = behind_titles(text, tokens, name.tokens.clone());
            tidied.extend(group.map(|words| named(tokens, words, NameKind::Group)));
            // `Ana Lee TD`: what somebody sits in or was awarded is no part of his name.
            let behind = |at: usize| AFTER_NAMES.contains(&tokens[at].range.slice(text));
            let mut end = name.tokens.end;
            while end > first + 2 && behind(end - 1) {
                end -= 1;
            }
            // `Tom Akers of First Methodist`: whose he is is no part of it; `Catherine of Siena` is one.
            let of = (first + 2..end).find(|&at| tokens[at].range.slice(text) == "of");
            end = of.unwrap_or(end);
            name = named(tokens, first..end, NameKind::Person);
        }
        if name.kind == NameKind::Place {
            let words = whole_place(text, sentences, tokens, &name);
            while tidied.last().is_some_and(|last| last.tokens.end > words.start) {
                tidied.pop();
            }
            name = named(tokens, words, NameKind::Place);
        }
        if is_no_name(name.range.slice(text)) {
            continue;
        }
        if tidied.last().is_none_or(|last| last.tokens.end <= name.tokens.start) {
            tidied.push(name);
        }
    }
    with_listed(text, sentences, tokens, tags, tidied)
}

/// Letters behind a person's name: parliaments, courts, orders, degrees.
const AFTER_NAMES: &[&str] = &[
    "MP", "MPP", "MEP", "MSP", "MLA", "MLC", "MNA", "MHA", "TD", "AM", "MS", "QC", "KC", "SC",
    "JP", "SAN", "MBE", "OBE", "CBE", "PhD", "MD", "FRS",
];

/// A number in Roman figures, or what a company's name ends in and nothing before it.
fn is_no_name(form: &str) -> bool {
    let is_number = form.len() > 1 && form.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    is_number || is_company_ending(form) || of_a_month(form)
}

/// `May's Review`, `August’s Talks`: the capital is the month's.
fn of_a_month(form: &str) -> bool {
    const MONTHS: &[&str] = &["March", "April", "May", "June", "July", "August"];
    form.split_once(['\'', '’']).is_some_and(|(first, rest)| {
        MONTHS.contains(&first) && rest.strip_prefix('s').is_some_and(|rest| rest.len() > 1)
    })
}

/// Joins what the law has a company end its name in with its name: `Google, Inc.`
fn with_companies(
    text: &str,
    sentences: &[Sentence],
    tokens: &[Token],
    names: Vec<Name>,
) -> Vec<Name> {
    let mut joined: Vec<Name> = Vec::with_capacity(names.len());
    let mut taken = 0;
    for name in names {
        if name.tokens.start < taken {
            // The ending itself, and what was taken for a part of the same name.
            if name.tokens.end > taken {
                joined.push(named(tokens, taken..name.tokens.end, name.kind));
            }
            continue;
        }
        let end = name.tokens.end;
        let number = sentences.partition_point(|sentence| sentence.tokens.end <= end);
        let inside = sentences
            .get(number)
            .is_some_and(|sentence| sentence.tokens.start < end && sentence.tokens.end >= end + 2);
        let word =
            |at: usize| tokens.get(at).map(|token| token.range.slice(text)).unwrap_or_default();
        if inside && word(end) == "," && is_company_ending(word(end + 1)) {
            taken = end + 2;
            joined.push(named(tokens, name.tokens.start..taken, NameKind::Organization));
        } else {
            joined.push(name);
        }
    }
    // "Inc. of Mountain View" is no name when "Inc." has been taken: a small word may be left at its start.
    for name in &mut joined {
        // "From Bill": the capital is that of the sentence. Works keep theirs.
        let first = tokens[name.tokens.start].range.slice(text);
        let number = sentences.partition_point(|sentence| sentence.tokens.end <= name.tokens.start);
        let opens = sentences
            .get(number)
            .is_some_and(|sentence| sentence.tokens.start == name.tokens.start);
        let no_part = matches!(first, "From" | "P.S." | "PS") || opens && is_epithet(first);
        if name.tokens.len() > 1 && no_part {
            let given = lexicon().senses(tokens[name.tokens.start + 1].range.slice(text));
            let person = given.any(Senses::GIVEN) && !is_epithet(first);
            let kind = if person { NameKind::Person } else { name.kind };
            if kind != NameKind::Other {
                *name = named(tokens, name.tokens.start + 1..name.tokens.end, kind);
            }
        }
        while name.tokens.len() > 1
            && matches!(tokens[name.tokens.start].range.slice(text), "of" | "in" | "and" | ",")
        {
            *name = named(tokens, name.tokens.start + 1..name.tokens.end, name.kind);
        }
    }
    joined
}

/// `Ousted WeWork`, `Embattled Uber`: what a sentence starts with that tells of somebody.
fn is_epithet(word: &str) -> bool {
    matches!(
        word,
        "Embattled"
            | "Ousted"
            | "Disgraced"
            | "Beleaguered"
            | "Troubled"
            | "Former"
            | "Late"
            | "Longtime"
            | "Likely"
            | "Newly"
            | "Presumptive"
            | "Outgoing"
            | "Incoming"
            | "Incumbent"
            | "Retired"
            | "Fellow"
            | "Neighboring"
            | "Neighbouring"
            | "Rival"
            | "Veteran"
            | "Even"
            | "Only"
            | "Yet"
            | "Still"
    )
}

/// Cuts in two what names two things: `Tehran's Museum of Art`, `Miramar California`, `Ann Wong of the Post`, and
/// persons in a list without commas.
fn divide(text: &str, tokens: &[Token], names: Vec<Name>) -> Vec<Name> {
    let mut divided = Vec::with_capacity(names.len());
    for name in names {
        let mut rest = name;
        while let Some((first, second)) = halves(text, tokens, &rest) {
            match halves(text, tokens, &first) {
                Some((left, right)) => divided.extend([left, without_joints(text, tokens, right)]),
                None => divided.push(first),
            }
            rest = without_joints(text, tokens, second);
        }
        divided.push(rest);
    }
    divided
}

/// `of the Post`: the small words are between the two.
fn without_joints(text: &str, tokens: &[Token], mut name: Name) -> Name {
    while name.tokens.len() > 1
        && matches!(tokens[name.tokens.start].range.slice(text), "of" | "the" | "to" | "with" | "-")
    {
        name = named(tokens, name.tokens.start + 1..name.tokens.end, name.kind);
    }
    name
}

fn halves(text: &str, tokens: &[Token], name: &Name) -> Option<(Name, Name)> {
    if let Some(parts) = members(text, tokens, name) {
        return Some(parts);
    }
    let words = name.tokens.clone();
    let word = |at: usize| tokens[at].range.slice(text);
    let senses = |words: Range<usize>| {
        let range = tokens[words.start].range.cover(tokens[words.end - 1].range);
        lexicon().senses(range.slice(text))
    };
    let only_place = |words: Range<usize>| {
        let senses = senses(words);
        senses.any(Senses::ANY_PLACE) && senses.bits() & !Senses::ANY_PLACE.bits() == 0
    };
    if let Some(at) = words.clone().find(|&at| matches!(word(at), "'s" | "’s"))
        && at > words.start
        && at + 1 < words.end
        && only_place(words.start..at)
    {
        let owner = named(tokens, words.start..at, NameKind::Place);
        return Some((owner, named(tokens, at + 1..words.end, name.kind)));
    }
    let inner = words.start + 1..words.end.saturating_sub(1);
    if name.kind == NameKind::Other
        && let Some(at) = inner.clone().find(|&at| word(at) == "of")
        && at >= words.start + 2
        && senses(words.start..words.start + 1).any(Senses::GIVEN)
        // `Ray's Rules of Order`.
        && !(words.start..at).any(|at| matches!(word(at), "'s" | "’s"))
    {
        let person = named(tokens, words.start..at, NameKind::Person);
        return Some((person, named(tokens, at..words.end, NameKind::Organization)));
    }
    match name.kind {
        NameKind::Place => (words.start + 1..words.end).find_map(|at| {
            let state = senses(at..words.end);
            let whole = senses(words.clone()).is_empty();
            let parted = whole
                && (state.any(Senses::PROVINCE) || state.any(Senses::STATE))
                && only_place(words.start..at);
            let part = |words| named(tokens, words, NameKind::Place);
            parted.then(|| (part(words.start..at), part(at..words.end)))
        }),
        NameKind::Person => {
            let given = |at: usize| senses(at..at + 1).any(Senses::GIVEN);
            let apart = |at: usize| {
                // A dash, and not the hyphen of a name.
                word(at) == "-"
                    && tokens[at].range.start() > tokens[at - 1].range.end()
                    && tokens[at].range.end() < tokens[at + 1].range.start()
            };
            if let Some(at) = inner.clone().find(|&at| apart(at)) {
                let part = |words, kind| named(tokens, words, kind);
                let behind = if given(at + 1) { NameKind::Person } else { NameKind::Other };
                return Some((part(words.start..at, name.kind), part(at..words.end, behind)));
            }
            // "Ann Lowe Peter Dole": two of two words each.
            // "Robert P. Casey Jr." is one, too.
            let four = words.len() == 4
                && given(words.start)
                && !given(words.start + 1)
                && !(word(words.start + 1).len() == 2 && word(words.start + 1).ends_with('.'))
                && !word(words.end - 1).ends_with('.');
            let at = (words.start + 1..words.end).find(|&at| {
                // "Anna-Lena Berg" is one.
                let paired = four && at == words.start + 2 && given(at) && word(at - 1) != "-";
                let twice = word(at) == word(at - 1) && given(at);
                let two = at >= words.start + 2 && at + 2 <= words.end;
                twice
                    || paired
                    || two
                        && given(words.start)
                        && given(at)
                        && !given(at - 1)
                        && word(at - 1).len() > 2
                        && !senses(at..at + 1).any(Senses::SURNAME)
            })?;
            let part = |words| named(tokens, words, NameKind::Person);
            Some((part(words.start..at), part(at..words.end)))
        }
        _ => None,
    }
}

/// Cuts a person from the body that the person belongs to or is named behind: `Ann Wong of the Post`, `the Post's Ann
/// Wong`, `Trade Mr. Wong`; a college from the state behind it; two of each in a list without commas.
fn members(text: &str, tokens: &[Token], name: &Name) -> Option<(Name, Name)> {
    let words = name.tokens.clone();
    let word = |at: usize| tokens[at].range.slice(text);
    let senses = |at: usize| lexicon().senses(word(at));
    let head =
        |at: usize| lexicon().word_senses(&word(at).to_lowercase()).any(Senses::ORGANIZATION_HEAD);
    // `Ostland's Jefferson County`.
    let place_head =
        |at: usize| lexicon().word_senses(&word(at).to_lowercase()).any(Senses::PLACE_HEAD);
    let part = |words: Range<usize>, kind| named(tokens, words, kind);
    let inner = words.start + 1..words.end.saturating_sub(1);
    if name.kind == NameKind::Other {
        return None;
    }
    let courtesy =
        |at: &usize| matches!(word(*at), "Mr" | "Mr." | "Mrs" | "Mrs." | "Ms" | "Ms." | "Dr.");
    if let Some(at) = inner.clone().find(courtesy) {
        return Some((part(words.start..at, name.kind), part(at..words.end, NameKind::Person)));
    }
    // `James Roe of the Tea Party and Ann Wong of the Post`.
    let of: Vec<usize> = inner.clone().filter(|&at| word(at) == "of").collect();
    if let [first, second] = of.as_slice()
        && let Some(and) = (first + 1..*second).find(|&at| word(at) == "and")
        && matches!(second - and, 3 | 4)
        && !head(words.start)
        && !head(and + 1)
    {
        return Some((part(words.start..and, name.kind), part(and + 1..words.end, name.kind)));
    }
    let of = of.first().copied();
    let person = |of: usize| {
        name.kind == NameKind::Person
            || senses(words.start).any(Senses::GIVEN) && of <= words.start + 3 && !head(of - 1)
    };
    if let Some(of) = of
        && of >= words.start + 2
        && person(of)
    {
        return Some((
            part(words.start..of, NameKind::Person),
            part(of..words.end, NameKind::Organization),
        ));
    }
    // `the Post's Ann Wong`.
    let owner = inner.clone().find(|&at| matches!(word(at), "'s" | "’s"));
    if let Some(owner) = owner
        && matches!(words.end - owner, 3 | 4)
        && senses(owner + 1).any(Senses::GIVEN)
        && !head(words.end - 1)
        && !place_head(words.end - 1)
    {
        return Some((
            part(words.start..owner, NameKind::Organization),
            part(owner + 1..words.end, NameKind::Person),
        ));
    }
    // `Hill University of the US`.
    let college =
        words.clone().any(|at| matches!(word(at), "University" | "College" | "Institute"));
    let last_of = inner.clone().rfind(|&at| word(at) == "of")?;
    let state = lexicon().senses(
        tokens[(last_of + 2).min(words.end - 1)]
            .range
            .cover(tokens[words.end - 1].range)
            .slice(text),
    );
    (college
        && last_of > words.start + 1
        && word(last_of + 1) == "the"
        && last_of + 2 < words.end
        && state.any(Senses::STATE))
    .then(|| (part(words.start..last_of, name.kind), part(last_of..words.end, NameKind::Place)))
}

/// Adds the words that only name a group and that no name holds: `Democrat`, `Kazakhs`; and places without their
/// capital, as people write in haste: `from mexico`.
fn with_listed(
    text: &str,
    sentences: &[Sentence],
    tokens: &[Token],
    tags: &[Tag],
    names: Vec<Name>,
) -> Vec<Name> {
    let mut all = Vec::with_capacity(names.len());
    let mut names = names.into_iter().peekable();
    for sentence in sentences {
        let mut idx = sentence.tokens.start;
        while idx < sentence.tokens.end {
            if let Some(name) = names.next_if(|name| name.tokens.start <= idx) {
                idx = name.tokens.end.max(idx + 1);
                let one = name.tokens.len() == 1
                    && is_any_member(text, tokens, tags, sentence, name.tokens.start);
                if !one {
                    all.push(name);
                }
                continue;
            }
            if is_group(text, tokens, sentence, idx)
                && !is_any_member(text, tokens, tags, sentence, idx)
            {
                all.push(named(tokens, idx..idx + 1, NameKind::Group));
            } else if let Some(kind) = small_kind(text, tokens, tags, idx) {
                all.push(named(tokens, idx..idx + 1, kind));
            }
            idx += 1;
        }
    }
    all.extend(names);
    all
}

fn is_group(text: &str, tokens: &[Token], sentence: &Sentence, idx: usize) -> bool {
    let word = tokens[idx].range.slice(text);
    if !word.starts_with(char::is_uppercase) {
        return false;
    }
    let senses = lexicon().senses(word);
    let first = idx == sentence.tokens.start;
    // "Conservative estimates", "Greens and browns".
    let sure = senses.any(Senses::ADJECTIVE) || senses.any(Senses::DEMONYM) || !first;
    sure && senses.any(Senses::ANY_GROUP) && senses.bits() & !Senses::ANY_GROUP.bits() == 0
}

/// Whether a follower or citizen is one of many whom nobody names: `one Democrat`, `a senior Tory`.
fn is_any_member(
    text: &str,
    tokens: &[Token],
    tags: &[Tag],
    sentence: &Sentence,
    idx: usize,
) -> bool {
    let word = |idx: usize| tokens[idx].range.slice(text);
    let senses = lexicon().senses(word(idx));
    let named =
        idx + 1 < sentence.tokens.end && matches!(tags[idx + 1].upos, Upos::Propn | Upos::Noun);
    let group = senses.any(Senses::ANY_GROUP) && senses.bits() & !Senses::ANY_GROUP.bits() == 0;
    if !group || named || word(idx).ends_with('s') || word(idx).ends_with("ese") {
        return false;
    }
    let before = (sentence.tokens.start..idx).rev().take(4);
    let first = before
        .into_iter()
        .find(|&at| !matches!(tags[at].upos, Upos::Adj | Upos::Noun | Upos::Adv | Upos::Punct));
    first.is_some_and(|at| {
        ["a", "an", "one", "another", "any", "every", "each", "no"]
            .contains(&word(at).to_lowercase().as_str())
    })
}

/// What a word without a capital names that the tagger takes for a name: what a list has as a state, a province or a
/// capital, or as a given name, and as nothing else.
fn small_kind(text: &str, tokens: &[Token], tags: &[Tag], idx: usize) -> Option<NameKind> {
    let word = tokens[idx].range.slice(text);
    // `op-ed`, `a four-acre farm`.
    let hyphen =
        |at: usize| tokens.get(at).is_some_and(|at| matches!(at.range.slice(text), "-" | "‑"));
    // `I don- I will` breaks off.
    let joined = idx > 0 && hyphen(idx - 1) || hyphen(idx + 1);
    if tags[idx].upos != Upos::Propn || !word.starts_with(char::is_lowercase) || joined {
        return None;
    }
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    let senses = lexicon().senses(&first.chain(letters).collect::<String>());
    let only = |wanted: Senses| senses.bits() & !wanted.bits() == 0;
    let large = senses.any(Senses::STATE) || senses.any(Senses::PROVINCE);
    if (large || senses.any(Senses::CAPITAL)) && only(Senses::ANY_PLACE) && word.len() > 3 {
        return Some(NameKind::Place);
    }
    (senses.any(Senses::GIVEN) && only(Senses::GIVEN)).then_some(NameKind::Person)
}

pub(super) fn named(tokens: &[Token], words: Range<usize>, kind: NameKind) -> Name {
    let range = tokens[words.start].range.cover(tokens[words.end - 1].range);
    Name { range, tokens: words, kind }
}

/// Whether a group's word is followed by a given name: `Republican Tom Dahlquist`.
fn holds_person(text: &str, tokens: &[Token], name: &Name) -> bool {
    let senses = |idx: usize| lexicon().senses(tokens[idx].range.slice(text));
    let first = name.tokens.start;
    // "Prime Minister Lidia Karpenko", whatever the labeler takes it for.
    let titled = title(text, tokens, name.tokens.clone())
        .is_some_and(|end| end < name.tokens.end && senses(end).any(Senses::GIVEN));
    if titled && name.kind == NameKind::Other {
        return true;
    }
    name.tokens.len() > 2
        && senses(first).any(Senses::ANY_GROUP)
        && senses(first + 1).any(Senses::GIVEN)
        && !senses(first + 1).any(Senses::ANY_GROUP)
}

/// The word at which a person's name proper starts, and the words before it that name a group: `Belarusian Foreign
/// Minister Vera Lis`, `Democrat Al Riess`. At least one word stays.
pub(super) fn behind_titles(
    text: &str,
    tokens: &[Token],
    words: Range<usize>,
) -> (Option<Range<usize>>, usize) {
    let (mut first, mut group) = (words.start, None);
    while let Some(end) = title(text, tokens, first..words.end) {
        first = end;
    }
    let word = tokens[first].range.slice(text);
    let senses = lexicon().senses(word);
    let stays = senses.any(Senses::GIVEN) || senses.any(Senses::SURNAME) && first == words.start;
    if senses.any(Senses::ANY_GROUP) && !stays && first + 1 < words.end {
        group = Some(first..first + 1);
        first += 1;
        while let Some(end) = title(text, tokens, first..words.end) {
            first = end;
        }
    }
    // A title further on: "State Secretary Vera Lis", whose first word no list has. "Jennifer M. Anderson" has none.
    if lexicon().senses(tokens[first].range.slice(text)).any(Senses::GIVEN) {
        return (group, first);
    }
    let further = (first..words.end).filter_map(|from| title(text, tokens, from..words.end)).max();
    (group, further.map_or(first, |end| end.max(first)))
}

/// Where the title that starts at `words` ends.
fn title(text: &str, tokens: &[Token], words: Range<usize>) -> Option<usize> {
    let word = tokens[words.start].range.slice(text);
    // "Dean", "Earl" and "Prince" are given names too.
    if lexicon().senses(word).any(Senses::GIVEN) {
        return None;
    }
    let longest = words.end.min(words.start + 4).checked_sub(1)?;
    (words.start..longest).rev().map(|last| last + 1).find(|&end| {
        let range = tokens[words.start].range.cover(tokens[end - 1].range);
        lexicon().word_senses(&range.slice(text).to_lowercase()).any(Senses::ANY_TITLE)
    })
}

/// The words of the listed place that a name is the end of, or the name's own.
fn whole_place(text: &str, sentences: &[Sentence], tokens: &[Token], name: &Name) -> Range<usize> {
    let number = sentences.partition_point(|sentence| sentence.tokens.end <= name.tokens.start);
    let start = sentences.get(number).map_or(name.tokens.start, |sentence| sentence.tokens.start);
    for from in start.max(name.tokens.start.saturating_sub(3))..name.tokens.start {
        // The lists take "the" for part of any name.
        if tokens[from].range.slice(text).eq_ignore_ascii_case("the") {
            continue;
        }
        let (len, senses) = longest_listed(lexicon(), text, tokens, from..name.tokens.end);
        if from + len == name.tokens.end && senses.any(Senses::ANY_PLACE) {
            return from..name.tokens.end;
        }
    }
    name.tokens.clone()
}

#[cfg(test)]
mod tests {
    use crate::language::NameKind;
    use crate::language::names::tests::check_name as check;

    #[test]
    fn an_initial_and_junior_make_no_second_person() {
        check(
            "The bill was written by Robert P. Marlow Jr. in May.",
            ("Robert P. Marlow Jr.", NameKind::Person),
        );
    }
}
