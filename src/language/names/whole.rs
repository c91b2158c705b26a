//! Names that the labeler leaves in parts: what stands inside a name is no end of it. `Robert “Bob” Lund`, `Omar bin Said`,
//! `Vista-a-Luna`, `University of Ohio at Lima`.

use std::collections::BTreeSet;
use std::ops::Range;

use super::mend::Words;
use super::tidy::named;
use super::told::is_shouted;
use crate::language::coref::words::is_particle;
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Name, NameKind, Upos};

/// The names, each whole.
pub(super) fn made_whole(words: &Words<'_>, mut names: Vec<Name>) -> Vec<Name> {
    let text = Text::new(words, &names);
    let mut wholes: Vec<Name> = Vec::new();
    for (nth, name) in names.iter().enumerate() {
        let found = text
            .around_byname(name)
            .or_else(|| text.around_particles(nth, name))
            .or_else(|| text.behind_apostrophe(name))
            .or_else(|| text.with_saint(name))
            .or_else(|| text.with_campus(nth, name))
            .or_else(|| text.with_hyphen(nth, name));
        let Some(found) = found else { continue };
        match wholes.last_mut().filter(|last| last.tokens.end > found.tokens.start) {
            Some(last) => {
                let end = last.tokens.end.max(found.tokens.end);
                *last = named(words.tokens, last.tokens.start..end, last.kind);
            }
            None => wholes.push(found),
        }
    }
    if !wholes.is_empty() {
        names.retain(|name| !wholes.iter().any(|whole| whole.range.overlaps(name.range)));
        names.extend(wholes);
        names.sort_by_key(|name| name.tokens.start);
    }
    sort_surnames(words, &mut names);
    names
}

/// `Van der Meer` of a text that names `Ana van der Meer`: a person, whatever the labeler takes the capital for.
fn sort_surnames(words: &Words<'_>, names: &mut [Name]) {
    let form = |tokens: Range<usize>| {
        let parts: Vec<&str> = tokens.map(|at| words.word(at)).collect();
        parts.join(" ").to_lowercase()
    };
    // Without "Jr.".
    let end = |name: &Name| {
        let young = matches!(words.word(name.tokens.end - 1), "Jr." | "Sr." | "Jr" | "Sr");
        name.tokens.end - usize::from(young)
    };
    // `Omar bin Said`, taken for a body.
    for name in names.iter_mut().filter(|name| name.kind == NameKind::Organization) {
        let first = name.tokens.start;
        let particle = matches!(words.word(first + 1), "bin" | "ibn" | "bint" | "von" | "van");
        let last = words.word(name.tokens.end - 1);
        if name.tokens.len() == 3
            && particle
            && words.senses(first).any(Senses::GIVEN)
            && last.starts_with(char::is_uppercase)
        {
            name.kind = NameKind::Person;
        }
    }
    let surnames: BTreeSet<String> = names
        .iter()
        .filter(|name| name.kind == NameKind::Person)
        .filter_map(|name| {
            let inner = name.tokens.start + 1..name.tokens.end - 1;
            let from = inner.into_iter().find(|&at| is_particle(words.word(at)))?;
            Some(form(from..end(name)))
        })
        .collect();
    for name in names.iter_mut().filter(|name| name.kind != NameKind::Person) {
        let title = matches!(words.word(name.tokens.start), "Mr." | "Mrs." | "Ms." | "Mr" | "Mrs");
        let from = name.tokens.start + usize::from(title && name.tokens.len() > 2);
        if surnames.contains(&form(from..end(name))) {
            name.kind = NameKind::Person;
        }
    }
}

/// The words, and the names as the labeler has them.
struct Text<'a> {
    words: &'a Words<'a>,
    names: &'a [Name],
    /// The words of names that stand without a hyphen before or behind them.
    free: BTreeSet<&'a str>,
}

impl<'a> Text<'a> {
    fn new(words: &'a Words<'a>, names: &'a [Name]) -> Self {
        let free = names
            .iter()
            .flat_map(|name| name.tokens.clone())
            .filter(|&at| {
                !(words.is_tight_hyphen(at + 1) || at > 0 && words.is_tight_hyphen(at - 1))
            })
            .map(|at| words.word(at))
            .collect();
        Self { words, names, free }
    }

    /// A word with a capital that may be part of a name, in the sentence of another.
    fn is_part(&self, at: usize, sentence: usize) -> bool {
        let word = self.words.word(at);
        (self.words.sentence(sentence).0..self.words.sentence(sentence).1).contains(&at)
            && word.starts_with(char::is_uppercase)
            && word.chars().any(char::is_alphabetic)
    }

    /// Where the name ends that starts at a word, or that word by itself.
    fn end_of(&self, nth: usize, at: usize) -> usize {
        let next = self.names.get(nth + 1..).unwrap_or_default();
        let there = next.iter().take(3).find(|name| name.tokens.start == at);
        there.map_or(at + 1, |name| name.tokens.end)
    }

    /// `Robert “Bob” Lund`, `William (Bill) Lund`.
    fn around_byname(&self, name: &Name) -> Option<Name> {
        let words = self.words;
        let (first, open) = (name.tokens.start, name.tokens.end);
        // "Georgia “Peach” Festival"
        let place =
            words.senses(first).any(Senses::ANY_PLACE) && !words.senses(first).any(Senses::GIVEN);
        if place && name.kind != NameKind::Person {
            return None;
        }
        let closing = match words.word(open) {
            "(" => ")",
            "\"" => "\"",
            "“" => "”",
            "‘" => "’",
            "``" | "''" => "''",
            _ => return None,
        };
        let bracket = closing == ")";
        let close = (open + 2..open + 4).find(|&at| words.word(at) == closing)?;
        let byname = open + 1..close;
        let given = |at: usize| words.senses(at).any(Senses::GIVEN);
        let nth = self.names.partition_point(|name| name.tokens.start <= close);
        let last = self.end_of(nth.saturating_sub(1), close + 1);
        let whole = (name.kind == NameKind::Person || name.tokens.len() == 1)
            && name.tokens.len() <= 2
            && given(first)
            && byname.clone().all(|at| self.is_part(at, first))
            && (!bracket || byname.len() == 1 && given(open + 1))
            && self.is_part(close + 1, first)
            && words.upos(close + 1) == Some(Upos::Propn)
            && last - close <= 3
            && !is_shouted(words, name);
        whole.then(|| named(words.tokens, first..last, NameKind::Person))
    }

    /// `Omar bin` and `Said`; `Omar`, and `Said` behind a `bin` that no name has.
    fn around_particles(&self, nth: usize, name: &Name) -> Option<Name> {
        let words = self.words;
        let end = name.tokens.end;
        let small = |at: usize| is_particle(words.word(at));
        let next = (end..end + 3).find(|&at| !small(at))?;
        let joined = next > end || name.tokens.len() > 1 && small(end - 1);
        (name.kind == NameKind::Person
            && joined
            && self.is_part(next, name.tokens.start)
            && words.upos(next) == Some(Upos::Propn))
        .then(|| {
            let last = self.end_of(nth, next);
            named(words.tokens, name.tokens.start..last, NameKind::Person)
        })
    }

    /// `Ana in ’t Hof`, of which the labeler has `Hof`.
    fn behind_apostrophe(&self, name: &Name) -> Option<Name> {
        let words = self.words;
        let own = name.tokens.len() > 1 && words.word(name.tokens.start) == "t";
        let first = name.tokens.start + usize::from(own);
        let apostrophe = |at: usize| matches!(words.word(at), "'" | "’" | "‘");
        let mut from = match words.word(first.checked_sub(1)?) {
            "'t" | "’t" | "‘t" => first - 1,
            "t" if first > 1 && apostrophe(first - 2) && words.is_tight(first - 2) => first - 2,
            _ => return None,
        };
        let small = |at: usize| matches!(words.word(at), "in" | "In" | "van" | "Van");
        from -= usize::from(from > 0 && small(from - 1));
        let before = from.checked_sub(1).filter(|&at| {
            self.is_part(at, first)
                && words.upos(at) == Some(Upos::Propn)
                && words.title_senses(at).is_empty()
        });
        let start = before.map_or(from, |at| {
            let known = self.names.iter().find(|name| name.tokens.end == at + 1);
            known.map_or(at, |name| name.tokens.start)
        });
        Some(named(words.tokens, start..name.tokens.end, NameKind::Person))
    }

    /// `St. Clair`, as a surname and as a saint.
    fn with_saint(&self, name: &Name) -> Option<Name> {
        let words = self.words;
        let saint = name.tokens.start.checked_sub(1)?;
        let street = saint > words.sentence(saint).0
            && (self.is_part(saint - 1, saint)
                || words.word(saint - 1).starts_with(|c: char| c.is_ascii_digit()));
        (name.kind == NameKind::Person && words.word(saint) == "St." && !street)
            .then(|| named(words.tokens, saint..name.tokens.end, name.kind))
    }

    /// `University of Ohio at Lima`, `University of Ohio-Lima`.
    fn with_campus(&self, nth: usize, name: &Name) -> Option<Name> {
        let words = self.words;
        let (first, at) = (name.tokens.start, name.tokens.end);
        let of = name.tokens.clone().rfind(|&at| words.word(at) == "of")?;
        if of + 1 >= at {
            return None;
        }
        let state = named(words.tokens, of + 1..at, NameKind::Place);
        let university = (first..of).any(|at| words.word(at) == "University");
        let campus = (words.word(at) == "at" || words.is_tight_hyphen(at))
            && self.is_part(at + 1, first)
            && words.upos(at + 1) == Some(Upos::Propn);
        let end = self.end_of(nth, at + 1);
        (university
            && campus
            && end - at <= 4
            && lexicon().senses(state.range.slice(words.text)).any(Senses::PROVINCE))
        .then(|| named(words.tokens, first..end, NameKind::Organization))
    }

    /// `Vista-a-Luna`, of which the labeler has `a-Luna`, and `Roe-Lund` of an act that is called after two whom the text
    /// names nowhere else.
    fn with_hyphen(&self, nth: usize, name: &Name) -> Option<Name> {
        let words = self.words;
        let first = name.tokens.start;
        let before = first.checked_sub(2).filter(|_| words.is_tight_hyphen(first - 1))?;
        let bound = |at: usize| {
            let word = words.word(at);
            !self.free.contains(word)
                && lexicon().senses(word).bits() & !(Senses::GIVEN | Senses::SURNAME).bits() == 0
        };
        let last = nth.checked_sub(1).map(|last| &self.names[last]);
        let last = last.filter(|last| last.tokens.end == first - 1);
        let two = |last: &Name| last.tokens.len() == 1 && name.tokens.len() == 1;
        let fits = self.is_part(before, first)
            && words.word(before).chars().count() > 1
            && bound(before)
            && name.tokens.clone().all(bound)
            && last.is_none_or(two);
        let kind = if last.is_some() { NameKind::Other } else { name.kind };
        fits.then(|| named(words.tokens, before..name.tokens.end, kind))
    }
}

#[cfg(test)]
mod tests {
    use crate::language::NameKind;
    use crate::language::names::tests::check_name as check;

    #[test]
    fn a_nickname_stands_inside_a_name() {
        check(
            "Robert “Bobby” Marchetti, the mayor, defended it.",
            ("Robert “Bobby” Marchetti", NameKind::Person),
        );
        check("William (Bill) Marchetti left.", ("William (Bill) Marchetti", NameKind::Person));
    }

    #[test]
    fn particles_and_their_apostrophe_are_part_of_a_name() {
        check(
            "Omar bin Khalid al-Farsi, the chief engineer, was next.",
            ("Omar bin Khalid al-Farsi", NameKind::Person),
        );
        let text = "Griet in 't Woud, a senator, asked why. “No,” In 't Woud said.";
        check(text, ("Griet in 't Woud", NameKind::Person));
        check(text, ("In 't Woud", NameKind::Person));
        let text = "Ludwig van der Meer spoke. Van der Meer said nothing.";
        check(text, ("Van der Meer", NameKind::Person));
    }

    #[test]
    fn a_surname_may_be_called_after_a_saint() {
        check("Tim St. Clair filed it. St. Clair was glad.", ("St. Clair", NameKind::Person));
    }

    #[test]
    fn a_campus_tells_one_university_from_another() {
        check(
            "She taught at the University of Ohio at Lima in May.",
            ("University of Ohio at Lima", NameKind::Organization),
        );
    }
}
