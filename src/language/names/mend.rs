//! What the labeler cuts or sorts wrongly, and a rule can tell: given names with a hyphen, `Liu He`, a body by
//! the word that its name ends in, a person by the title before, a family by its name.

use std::collections::BTreeSet;

use super::features::longest_listed;
use super::fields::with_joined_fields;
use super::firms::with_pairs;
use super::kinds::sorted;
use super::listed::{whole_offices, with_listed, with_short_forms};
use super::tidy::named;
use super::whole::made_whole;
use crate::language::coref::words::is_title;
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Name, NameKind, Sentence, Tag, Token, Upos};

/// The words of a document, with what rules ask of them.
pub(super) struct Words<'a> {
    pub text: &'a str,
    pub sentences: &'a [Sentence],
    pub tokens: &'a [Token],
    pub tags: &'a [Tag],
}

impl<'a> Words<'a> {
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map(|token| token.range.slice(self.text)).unwrap_or_default()
    }

    pub(super) fn upos(&self, at: usize) -> Option<Upos> {
        self.tags.get(at).map(|tag| tag.upos)
    }

    /// The first token of the sentence of a token, and the one behind its last.
    pub(super) fn sentence(&self, at: usize) -> (usize, usize) {
        let number = self.sentences.partition_point(|sentence| sentence.tokens.end <= at);
        self.sentences.get(number).map_or((at, at + 1), |s| (s.tokens.start, s.tokens.end))
    }

    /// Whether no space stands between a token and the next.
    pub(super) fn is_tight(&self, at: usize) -> bool {
        let (Some(here), Some(next)) = (self.tokens.get(at), self.tokens.get(at + 1)) else {
            return false;
        };
        here.range.end() == next.range.start()
    }

    pub(super) fn is_tight_hyphen(&self, at: usize) -> bool {
        matches!(self.word(at), "-" | "‑") && at > 0 && self.is_tight(at - 1) && self.is_tight(at)
    }

    pub(super) fn senses(&self, at: usize) -> Senses {
        lexicon().senses(self.word(at))
    }

    /// The title right before `first` in its sentence: `Dr.`, `minister`.
    pub(super) fn title_before(&self, first: usize) -> Option<&'a str> {
        let at = first.checked_sub(1).filter(|&at| at >= self.sentence(first).0)?;
        let word = self.word(at);
        let title = self.title_senses(at).any(Senses::ANY_TITLE)
            || is_title(word.to_lowercase().trim_end_matches('.'));
        title.then_some(word)
    }

    pub(super) fn title_senses(&self, at: usize) -> Senses {
        lexicon().word_senses(&self.word(at).to_lowercase())
    }
}

/// The names set right, in order, none inside another.
pub(super) fn mend(words: &Words<'_>, names: Vec<Name>) -> Vec<Name> {
    let no_name = |name: &Name| {
        is_party_tag(words, name) || is_unit(words, name) || is_any_state(words, name)
    };
    let names = names.into_iter().filter(|name| !no_name(name)).collect();
    let names = with_joined_fields(words, with_joined_places(words, names));
    let names = made_whole(words, with_purposes(words, names));
    let names = whole_offices(words, whole_bodies(words, whole(words, names)));
    let names = without_titles(words, names);
    let names = sorted(words, names);
    let names = with_short_forms(words, names);
    let names = with_listed(words, with_families(words, with_surnames(words, names)));
    with_pairs(words, names)
}

/// `(R-Ala.)`, `D-Fla.`: a senator's party and state, which name nobody.
fn is_party_tag(words: &Words<'_>, name: &Name) -> bool {
    let first = name.tokens.start;
    matches!(words.word(first), "R" | "D" | "I") && words.is_tight_hyphen(first + 1)
        || name.tokens.len() == 1
            && words.word(first).split_once('-').is_some_and(|(party, state)| {
                matches!(party, "R" | "D" | "I") && state.starts_with(char::is_uppercase)
            })
}

/// `all Member States`, `a whole State`, `Excellencies`: the capitals of diplomats, who name nobody by them.
fn is_any_state(words: &Words<'_>, name: &Name) -> bool {
    let first = name.tokens.start;
    let before = first.checked_sub(1).map(|at| words.word(at).to_lowercase()).unwrap_or_default();
    name.tokens.len() == 1
        && match words.word(first) {
            "Excellency" | "Excellencies" => true,
            "States" => before != "the" && before != "united",
            "State" => matches!(
                before.as_str(),
                "a" | "another"
                    | "any"
                    | "each"
                    | "every"
                    | "member"
                    | "one"
                    | "sovereign"
                    | "whole"
            ),
            _ => false,
        }
}

/// `Trinidad` and `Tobago Court of Appeal`: a place of two words with `and` between is one, and its court another.
fn with_joined_places(words: &Words<'_>, names: Vec<Name>) -> Vec<Name> {
    let mut joined: Vec<Name> = Vec::with_capacity(names.len());
    for name in names {
        let whole = joined.last().filter(|last| {
            last.kind == NameKind::Place
                && last.tokens.end + 1 == name.tokens.start
                && words.word(last.tokens.end) == "and"
                && lexicon()
                    .senses(
                        named(words.tokens, last.tokens.start..name.tokens.start + 1, last.kind)
                            .range
                            .slice(words.text),
                    )
                    .any(Senses::ANY_PLACE)
        });
        match whole.map(|last| last.tokens.start) {
            Some(start) => {
                let end = name.tokens.start + 1;
                joined.pop();
                joined.push(named(words.tokens, start..end, NameKind::Place));
                if end < name.tokens.end {
                    joined.push(named(words.tokens, end..name.tokens.end, name.kind));
                }
            }
            None => joined.push(name),
        }
    }
    joined
}

/// `Committee` of `Committee for a Clean Harbour`: a body that is called by what it is for, with the whole of it.
fn with_purposes(words: &Words<'_>, names: Vec<Name>) -> Vec<Name> {
    let capital = |at: usize| words.word(at).starts_with(char::is_uppercase);
    let purpose = |name: &Name| {
        let (last, end) = (name.tokens.end - 1, name.tokens.end);
        let head = capital(last)
            && (words.title_senses(last).any(Senses::ORGANIZATION_HEAD)
                || matches!(words.word(last), "Americans" | "Citizens" | "Partnership"));
        let led = words.word(end) == "for" && matches!(words.word(end + 1), "a" | "an");
        let behind = words.sentence(last).1;
        let stop = (end + 2..behind).find(|&at| !capital(at)).unwrap_or(behind);
        (head && led && stop >= end + 4).then_some(stop)
    };
    let mut all: Vec<Name> = Vec::with_capacity(names.len());
    for name in names {
        if all.last().is_some_and(|last| name.tokens.start < last.tokens.end) {
            continue;
        }
        match purpose(&name) {
            Some(end) => {
                all.push(named(words.tokens, name.tokens.start..end, NameKind::Organization));
            }
            None => all.push(name),
        }
    }
    all
}

/// `8.7 GW`: capitals behind a number.
fn is_unit(words: &Words<'_>, name: &Name) -> bool {
    let first = name.tokens.start;
    let number = |at: usize| {
        words.upos(at) == Some(Upos::Num)
            && words.word(at).starts_with(|c: char| c.is_ascii_digit())
    };
    name.tokens.len() == 1
        && matches!(words.word(first).chars().count(), 1..=3)
        && first.checked_sub(1).is_some_and(number)
        && lexicon().senses(words.word(first)).is_empty()
}

/// Joins the parts of a person's name: `Anna-Lena Berg`, `Kim Jong-un`, `Liu He`.
fn whole(words: &Words<'_>, names: Vec<Name>) -> Vec<Name> {
    let mut joined: Vec<Name> = Vec::with_capacity(names.len());
    for mut name in names {
        let person = name.kind == NameKind::Person;
        if person
            && let Some(last) = joined.last_mut()
            && last.kind == NameKind::Person
            && last.tokens.len() == 1
            && last.tokens.end + 1 == name.tokens.start
            && words.is_tight_hyphen(last.tokens.end)
            && words.senses(last.tokens.start).any(Senses::GIVEN)
            && name.tokens.len() > 1
        {
            *last = named(words.tokens, last.tokens.start..name.tokens.end, NameKind::Person);
            continue;
        }
        let (start, end) = words.sentence(name.tokens.start);
        let (first, next) = (name.tokens.start, name.tokens.end);
        // "He Minglu, the former envoy": a pronoun is never followed by a name.
        let single =
            name.tokens.len() == 1 && matches!(name.kind, NameKind::Person | NameKind::Place);
        if single
            && first > start
            && words.word(first - 1) == "He"
            && lexicon().senses(words.word(first)).is_empty()
            && matches!(words.word(next), "," | "said" | "told")
        {
            name = named(words.tokens, first - 1..next, NameKind::Person);
        } else if person && name.tokens.len() == 1 && next < end && words.word(next) == "He" {
            name = named(words.tokens, first..next + 1, NameKind::Person);
        } else if (person || name.kind == NameKind::Other && name.tokens.len() == 2)
            && name.tokens.len() > 1
            && next + 1 < end
            && words.is_tight_hyphen(next)
            && (words.upos(next + 1) == Some(Upos::Propn)
                || words.word(next + 1) == "in"
                || is_syllable(words, next - 1))
            && words.word(next + 1).chars().all(char::is_lowercase)
        {
            name = named(words.tokens, first..next + 2, NameKind::Person);
        }
        if let Some(end) = before_hyphen(words, &name) {
            name = named(words.tokens, name.tokens.start..end, NameKind::Person);
        }
        if joined.last().is_none_or(|last| last.tokens.end <= name.tokens.start) {
            joined.push(name);
        }
    }
    joined
}

/// Where a name ends of which the labeler has the family's word alone, behind the syllables that follow: `Wong` of `Wong
/// Jia-lin`.
fn before_hyphen(words: &Words<'_>, name: &Name) -> Option<usize> {
    let next = name.tokens.end;
    let word = words.word(next);
    let letters = |word: &str| word.chars().skip(1).all(char::is_lowercase);
    (name.kind == NameKind::Person
        && name.tokens.len() == 1
        && next + 2 < words.sentence(name.tokens.start).1
        && matches!(word.chars().count(), 2..=5)
        && word.starts_with(char::is_uppercase)
        && letters(word)
        && words.is_tight_hyphen(next + 1)
        && words.word(next + 2).chars().all(char::is_lowercase)
        && matches!(words.word(next + 2).chars().count(), 2..=5)
        && words.upos(next) == Some(Upos::Propn)
        && words.title_senses(next).is_empty()
        && words.title_senses(next + 2).is_empty())
    .then_some(next + 3)
}

/// `Jae` of `Kim Jae-in`: a short word that is no surname goes on behind its hyphen.
fn is_syllable(words: &Words<'_>, at: usize) -> bool {
    let senses = words.senses(at);
    words.word(at).chars().count() <= 5
        && !senses.any(Senses::SURNAME)
        && !senses.any(Senses::GIVEN)
        && words.title_senses(at).is_empty()
}

/// The words of the listed body that a name is the start of: `Organization for Security and Cooperation in Europe`.
fn whole_bodies(words: &Words<'_>, names: Vec<Name>) -> Vec<Name> {
    let mut whole: Vec<Name> = Vec::with_capacity(names.len());
    for mut name in names {
        if whole.last().is_some_and(|last| last.tokens.end > name.tokens.start) {
            continue;
        }
        if is_behind_our(words, &name) {
            name = named(words.tokens, name.tokens.start - 1..name.tokens.end, name.kind);
        }
        if let Some(end) = owned_body(words, &name) {
            name = named(words.tokens, name.tokens.start..end, NameKind::Organization);
        } else if name.kind == NameKind::Organization {
            let (start, end) = (name.tokens.start, words.sentence(name.tokens.start).1);
            let (len, senses) = longest_listed(lexicon(), words.text, words.tokens, start..end);
            if len > name.tokens.len() && senses.any(Senses::ANY_ORGANIZATION) {
                name = named(words.tokens, start..start + len, NameKind::Organization);
            }
        }
        whole.push(name);
    }
    whole
}

/// `gave to Our Future PAC`: a capital inside a sentence makes the pronoun the name's; at the start of one, a capital
/// that the same words have elsewhere.
fn is_behind_our(words: &Words<'_>, name: &Name) -> bool {
    let first = name.tokens.start;
    let inside = |at: usize| {
        matches!(words.word(at), "Our" | "My" | "Your" | "Their")
            && at > words.sentence(at).0
            && !matches!(words.word(at - 1), "“" | "\"" | "‘" | ":" | "''" | "``")
    };
    let Some(before) = first.checked_sub(1).filter(|&at| at >= words.sentence(first).0) else {
        return false;
    };
    let body = matches!(name.kind, NameKind::Organization | NameKind::Other);
    let same = |at: usize| {
        inside(at)
            && words.word(at) == words.word(before)
            && words.word(at + 1) == words.word(first)
    };
    let pronoun = matches!(words.word(before), "Our" | "My" | "Your" | "Their");
    body && pronoun && (inside(before) || (0..words.tokens.len()).any(same))
}

/// Where the name of a body ends that belongs to many, whose plural is taken for a name of its own: `Dock Workers`
/// of `Dock Workers' Union`. What a list knows is the owner of something else.
fn owned_body(words: &Words<'_>, name: &Name) -> Option<usize> {
    let (last, mark) = (name.tokens.end.checked_sub(1)?, name.tokens.end);
    let plural = words.word(last).ends_with('s') && matches!(words.word(mark), "'" | "’")
        || matches!(words.word(last), "Women" | "Men" | "Children" | "People")
            && matches!(words.word(mark), "'s" | "’s");
    let capital = |at: usize| words.word(at).starts_with(char::is_uppercase);
    if !plural
        || !words.is_tight(last)
        || !capital(last)
        || name.kind == NameKind::Person
        || !lexicon().senses(name.range.slice(words.text)).is_empty()
    {
        return None;
    }
    let end = words.sentence(last).1;
    let head = (mark + 1..end.min(mark + 4))
        .take_while(|&at| capital(at))
        .find(|&at| words.title_senses(at).any(Senses::ORGANIZATION_HEAD))?;
    Some(head + 1)
}

/// Of `U.S. Defense` before `Secretary Ana Ruiz`, which is part of a title, the state is left.
fn without_titles(words: &Words<'_>, names: Vec<Name>) -> Vec<Name> {
    let mut kept: Vec<Name> = Vec::with_capacity(names.len());
    let starts: BTreeSet<usize> = names
        .iter()
        .filter(|name| name.kind == NameKind::Person)
        .map(|name| name.tokens.start)
        .collect();
    for name in names {
        let end = name.tokens.end;
        let title = words.title_senses(end);
        let titled = words.word(end).starts_with(char::is_uppercase)
            && (title.any(Senses::OFFICE) || title.any(Senses::HONORIFIC))
            && starts.contains(&(end + 1));
        let listed = !lexicon().senses(name.range.slice(words.text)).is_empty();
        let body = words.title_senses(end - 1).any(Senses::ORGANIZATION_HEAD);
        if !titled || name.kind != NameKind::Organization || listed || body {
            kept.push(name);
            continue;
        }
        let state = name.tokens.clone().find(|&at| words.senses(at).any(Senses::STATE));
        kept.extend(state.map(|at| named(words.tokens, at..at + 1, NameKind::Place)));
    }
    kept
}

/// Adds surnames that stand alone and that no name holds: `Scissors, who advises them, said ...`.
fn with_surnames(words: &Words<'_>, names: Vec<Name>) -> Vec<Name> {
    let surnames: BTreeSet<&str> = names
        .iter()
        .filter(|name| name.kind == NameKind::Person && name.tokens.len() > 1)
        .map(|name| words.word(name.tokens.end - 1))
        .filter(|word| word.chars().count() > 2 && word.starts_with(char::is_uppercase))
        .filter(|word| lexicon().word_senses(&word.to_lowercase()).is_empty())
        .collect();
    if surnames.is_empty() {
        return names;
    }
    let lower: BTreeSet<&str> = (0..words.tokens.len())
        .map(|at| words.word(at))
        .filter(|word| word.starts_with(char::is_lowercase))
        .collect();
    let mut all = Vec::with_capacity(names.len());
    let mut known = names.into_iter().peekable();
    for at in 0..words.tokens.len() {
        while known.peek().is_some_and(|name| name.tokens.end <= at) {
            all.extend(known.next());
        }
        let free = known.peek().is_none_or(|name| name.tokens.start > at);
        let word = words.word(at);
        if !free || !surnames.contains(word) {
            continue;
        }
        // At the start of a sentence every word has a capital: the text must not have it without one.
        let (start, end) = words.sentence(at);
        let sure = at > start || !lower.contains(word.to_lowercase().as_str());
        let alone = at + 1 >= end
            || !words.word(at + 1).starts_with(char::is_uppercase)
            || matches!(words.word(at + 1), "'s" | "’s");
        let told = at == 0 || !words.word(at - 1).starts_with(char::is_uppercase) || at == start;
        if sure && alone && told && words.upos(at) != Some(Upos::Adj) {
            all.push(named(words.tokens, at..at + 1, NameKind::Person));
        }
    }
    all.extend(known);
    all
}

/// `the Ostrander family`, `the Lund brothers`: more than one person.
fn with_families(words: &Words<'_>, mut names: Vec<Name>) -> Vec<Name> {
    for name in &mut names {
        let noun = name.tokens.end;
        let the =
            name.tokens.start > 0 && matches!(words.word(name.tokens.start - 1), "the" | "The");
        let family = matches!(
            words.word(noun),
            "family" | "families" | "brothers" | "sisters" | "siblings" | "dynasty" | "clan"
        );
        let single = name.tokens.len() == 1 && words.sentence(name.tokens.start).1 > noun;
        if the && family && single && matches!(name.kind, NameKind::Person | NameKind::Place) {
            let senses = words.senses(name.tokens.start);
            if name.kind == NameKind::Person || !senses.any(Senses::ANY_PLACE) {
                *name = named(words.tokens, name.tokens.start..noun + 1, NameKind::Group);
            }
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use crate::language::NameKind;
    use crate::language::names::tests::names_of;

    /// Expects the names of the text to hold these.
    #[track_caller]
    fn check(text: &str, names: &[(&str, NameKind)]) {
        let found = names_of(text);
        for name in names {
            assert!(found.contains(name), "{name:?} in {found:?}");
        }
    }

    #[test]
    fn persons_are_whole() {
        check(
            "The director, Eva-Marie Lindqvist, met Park Jong-su. She saw vice-premier Wang He, too.",
            &[
                ("Eva-Marie Lindqvist", NameKind::Person),
                ("Park Jong-su", NameKind::Person),
                ("Wang He", NameKind::Person),
            ],
        );
    }

    #[test]
    fn a_syllable_goes_on_behind_its_hyphen() {
        check("President Kim Jae-in spoke.", &[("Kim Jae-in", NameKind::Person)]);
    }

    #[test]
    fn bodies_are_known_by_their_last_words() {
        check(
            "The Norwegian Prosecution Authority closed the case. FarmLink had asked it to.",
            &[
                ("Norwegian Prosecution Authority", NameKind::Organization),
                ("FarmLink", NameKind::Organization),
            ],
        );
    }

    #[test]
    fn a_body_of_many_is_one_name() {
        check(
            "Members of the Dock Workers' Federation met in Gdansk.",
            &[("Dock Workers' Federation", NameKind::Organization)],
        );
    }

    #[test]
    fn a_surname_is_found_wherever_it_stands() {
        check(
            "Derek Kettles, a scholar, spoke first. Kettles, who advises the ministry, was calm.",
            &[("Derek Kettles", NameKind::Person), ("Kettles", NameKind::Person)],
        );
    }

    #[test]
    fn a_family_is_a_group() {
        check(
            "Money came from the Ostrander family. Paul Ostrander said so.",
            &[("Ostrander family", NameKind::Group), ("Paul Ostrander", NameKind::Person)],
        );
    }

    #[test]
    fn capitals_behind_a_number_name_nobody() {
        assert!(names_of("The park makes 8.7 GW of power.").is_empty());
    }

    #[test]
    fn our_is_a_part_of_a_name_with_a_capital() {
        check(
            "Ann Roe gave to Our Harbour PAC. Our Harbour raised more.",
            &[("Our Harbour PAC", NameKind::Organization), ("Our Harbour", NameKind::Organization)],
        );
    }

    #[test]
    fn a_senator_s_party_and_state_name_nobody() {
        let text = "Sen. Jack Lund (R-Ala.) agreed.";
        let names = names_of(text);
        assert_eq!(names.len(), 1, "{names:?}");
    }

    #[test]
    fn a_body_is_called_by_what_it_is_for() {
        let text = "Tom Hall of the National Committee for a Clean Harbour spoke in Selm.";
        check(text, &[("National Committee for a Clean Harbour", NameKind::Organization)]);
    }
}
