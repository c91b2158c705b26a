//! Bodies whose last word the text leaves in small letters: `the Labour party`, `the Selm County Sheriff's office`.

use super::mend::Words;
use super::tidy::named;
use crate::language::coref::words::is_genitive;
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Name, NameKind};

/// No name with more words before the noun is looked for.
const LONGEST: usize = 6;

/// The names, those of bodies with the noun behind them, and bodies found that have no other name.
pub(super) fn with_small_heads(words: &Words<'_>, names: Vec<Name>) -> Vec<Name> {
    let found: Vec<Name> = (1..words.tokens.len())
        .filter_map(|at| match words.word(at) {
            "party" => party(words, &names, at),
            "cartel" => cartel(words, &names, at),
            "office" | "department" => office(words, &names, at),
            _ => None,
        })
        .collect();
    if found.is_empty() {
        return names;
    }
    let mut all = names;
    all.retain(|name| !found.iter().any(|whole| whole.range.overlaps(name.range)));
    all.extend(found);
    all.sort_by_key(|name| name.tokens.start);
    all
}

/// The party whose noun stands at `at`.
fn party(words: &Words<'_>, names: &[Name], at: usize) -> Option<Name> {
    let before = names.iter().find(|name| name.tokens.end == at);
    let start = match before {
        Some(name) => {
            // `the ANC party` is the ANC, and `the Roe party` that of a person.
            let acronym = !name.range.slice(words.text).contains(char::is_lowercase);
            let own = matches!(name.kind, NameKind::Organization | NameKind::Group)
                || is_partisan(words.word(at - 1));
            let seat = lexicon().senses(name.range.slice(words.text)).any(Senses::SEAT);
            let person = name.kind == NameKind::Person && !is_partisan(words.word(at - 1));
            // `the Irish party` is any, `the Selm Republican party` a branch of one.
            let land = !lexicon().powers().of(name.range.slice(words.text)).is_empty();
            let branch = name.tokens.len() > 1
                && (words.senses(name.tokens.start).any(Senses::ANY_PLACE)
                    || matches!(words.word(at - 1), "Republican" | "Democratic" | "Democrat")
                        && !is_partisan(words.word(name.tokens.start)));
            let ended = is_genitive(words.word(at - 1));
            if acronym || !own || seat || person || land || branch || ended {
                return None;
            }
            behind_article(words, name)
        }
        None => run(words, names, at).filter(|_| is_partisan(words.word(at - 1)))?,
    };
    // `Labour party-goers`; `Two Labour party members`, where the first word only opens the sentence.
    let opens = before.is_none() && start == words.sentence(at).0 && start + 1 < at;
    (!opens && !words.is_tight_hyphen(at + 1))
        .then(|| named(words.tokens, start..at + 1, NameKind::Organization))
}

/// The first word of a name that is no article.
fn behind_article(words: &Words<'_>, name: &Name) -> usize {
    let first = name.tokens.start;
    first + usize::from(words.word(first).eq_ignore_ascii_case("the"))
}

/// `the Selm cartel`, which the place alone does not name.
fn cartel(words: &Words<'_>, names: &[Name], at: usize) -> Option<Name> {
    let name = names.iter().find(|name| name.tokens.end == at)?;
    let acronym = !name.range.slice(words.text).contains(char::is_lowercase);
    let start = behind_article(words, name);
    let the = start.checked_sub(1).is_some_and(|the| words.word(the).eq_ignore_ascii_case("the"));
    let capital = words.word(start).starts_with(char::is_uppercase);
    (the && capital && !acronym && start < at && name.kind != NameKind::Person)
        .then(|| named(words.tokens, start..at + 1, NameKind::Organization))
}

/// The first of the words with a capital that stand right before `at` and belong to no name that ends elsewhere.
fn run(words: &Words<'_>, names: &[Name], at: usize) -> Option<usize> {
    let first = words.sentence(at).0;
    let taken = |token: usize| names.iter().any(|name| name.tokens.contains(&token));
    let inside = |&token: &usize| {
        words.word(token).starts_with(char::is_uppercase)
            && !taken(token)
            && !matches!(words.word(token), "The" | "A" | "An" | "His" | "Her" | "Its" | "Their")
            && !words.senses(token).any(Senses::WEEKDAY | Senses::MONTH)
    };
    let start = (first..at).rev().take_while(inside).last()?;
    (at - start <= LONGEST).then_some(start)
}

/// Words by which parties call themselves.
fn is_partisan(word: &str) -> bool {
    matches!(
        word,
        "Agrarian"
            | "Alliance"
            | "Centre"
            | "Christian"
            | "Civic"
            | "Communist"
            | "Conservative"
            | "Constitution"
            | "Democrat"
            | "Democratic"
            | "Democrats"
            | "Freedom"
            | "Green"
            | "Greens"
            | "Homeland"
            | "Independence"
            | "Justice"
            | "Labor"
            | "Labour"
            | "Left"
            | "Liberal"
            | "Liberation"
            | "Libertarian"
            | "Moderate"
            | "National"
            | "Nationalist"
            | "Patriotic"
            | "People's"
            | "People’s"
            | "Pirate"
            | "Progressive"
            | "Radical"
            | "Reform"
            | "Republican"
            | "Revolutionary"
            | "Social"
            | "Socialist"
            | "Solidarity"
            | "Tory"
            | "Unionist"
            | "Unity"
            | "Whig"
            | "Workers"
    )
}

/// The office at `at` of somebody who holds one in a place: `the Selm County Sheriff's office`.
fn office(words: &Words<'_>, names: &[Name], at: usize) -> Option<Name> {
    let ending = at.checked_sub(1).filter(|&ending| is_genitive(words.word(ending)))?;
    let title = ending.checked_sub(1).filter(|&title| is_holder(words.word(title)))?;
    let (first, _) = words.sentence(at);
    let mut start = title;
    let mut placed = false;
    while start > first {
        let before = start - 1;
        let name = names.iter().find(|name| name.tokens.contains(&before));
        match name {
            Some(name) if name.kind == NameKind::Person || is_genitive(words.word(before)) => break,
            Some(name) => {
                placed = true;
                start = name.tokens.start;
            }
            None if words.word(before).starts_with(char::is_uppercase)
                && words.senses(before).any(Senses::ANY_PLACE)
                || matches!(
                    words.word(before),
                    "Attorney" | "District" | "State" | "Medical" | "Public" | "County" | "City"
                ) =>
            {
                start = before;
            }
            None => break,
        }
    }
    (placed && title - start <= LONGEST)
        .then(|| named(words.tokens, start..at + 1, NameKind::Organization))
}

/// Those in a town or a state who have an office that is called by them.
fn is_holder(title: &str) -> bool {
    matches!(
        title,
        "Attorney"
            | "Auditor"
            | "Clerk"
            | "Comptroller"
            | "Coroner"
            | "Defender"
            | "Examiner"
            | "General"
            | "Governor"
            | "Marshal"
            | "Mayor"
            | "Ombudsman"
            | "Prosecutor"
            | "Sheriff"
            | "Treasurer"
    )
}

#[cfg(test)]
mod tests {
    use crate::language::NameKind;
    use crate::language::names::tests::{check_name, names_of};

    #[test]
    fn a_party_has_its_noun() {
        for (text, name) in [
            ("The Labour party said it would vote on Monday.", "Labour party"),
            ("Anna Reed left the Democratic Progressive party.", "Democratic Progressive party"),
            ("The Green party said no.", "Green party"),
        ] {
            check_name(text, (name, NameKind::Organization));
        }
        let found = names_of("The Christmas party began late. Ana Roe gave a Norway party.");
        assert!(found.iter().all(|(name, _)| !name.ends_with("party")), "{found:?}");
    }

    #[test]
    fn a_cartel_is_not_its_place() {
        check_name(
            "The Veracruz cartel killed six men.",
            ("Veracruz cartel", NameKind::Organization),
        );
    }

    #[test]
    fn an_office_of_a_place_is_called_by_who_holds_it() {
        check_name(
            "The Los Angeles Sheriff's office sent four officers.",
            ("Los Angeles Sheriff's office", NameKind::Organization),
        );
        let found = names_of("Governor Ana Roe's office sent four officers.");
        assert!(found.iter().all(|(name, _)| !name.ends_with("office")), "{found:?}");
    }
}
