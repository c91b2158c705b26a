//! Names that the labeler took too far: a work with its maker, a body with the office that somebody holds in it or with
//! the person who stands behind, a headline with the person whom it begins with.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::firms::is_always_one;
use super::mend::Words;
use super::tidy::{behind_titles, named};
use super::told::is_body_name;
use super::{headlines, offices, parties, portfolio, stops};
use crate::language::coref::words::is_person;
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Name, NameKind, Upos};

/// The names, those that hold more than one cut into their parts.
pub(super) fn cut(words: &Words<'_>, names: Vec<Name>) -> Vec<Name> {
    let names: Vec<Name> = names.into_iter().filter_map(|name| without_side(words, name)).collect();
    let known = Known::new(words, &names);
    let mut all = Vec::with_capacity(names.len());
    for name in names {
        match parts(words, &known, &name) {
            Some(parts) => {
                all.extend(parts.into_iter().filter(|part| !part.tokens.is_empty()));
            }
            None => all.push(name),
        }
    }
    all
}

/// `anti-Roe Harbour League` without whom it is against, and with the number that it starts with: `7-Harbour League`;
/// `anti-Roe` by itself is nobody.
fn without_side(words: &Words<'_>, name: Name) -> Option<Name> {
    let (first, end) = (name.tokens.start, name.tokens.end);
    let side = |at: usize| {
        let parts = words.word(at).split_once('-');
        parts.is_some_and(|(side, whom)| {
            matches!(side, "anti" | "pro") && whom.starts_with(char::is_uppercase)
        })
    };
    if side(first) {
        return (end > first + 2).then(|| named(words.tokens, first + 1..end, name.kind));
    }
    let number = first >= 2
        && name.tokens.len() > 1
        && words.is_tight_hyphen(first - 1)
        && words.word(first - 2).bytes().all(|byte| byte.is_ascii_digit())
        && name.kind == NameKind::Organization;
    Some(if number { named(words.tokens, first - 2..end, name.kind) } else { name })
}

/// Who else is named in the document.
pub(super) struct Known<'a> {
    /// With the number of their mentions.
    pub(super) forms: BTreeMap<&'a str, (NameKind, usize)>,
    pub(super) surnames: Vec<&'a str>,
    /// The words without a capital.
    pub(super) lower: BTreeSet<&'a str>,
    /// Whether small words have a capital behind the mark of an abbreviation: `the U.S. And Norway`.
    pub(super) careless: bool,
}

impl<'a> Known<'a> {
    fn new(words: &Words<'a>, names: &[Name]) -> Self {
        let lower = (0..words.tokens.len())
            .map(|at| words.word(at))
            .filter(|word| word.starts_with(char::is_lowercase))
            .collect();
        let (forms, surnames, careless) =
            (BTreeMap::new(), Vec::new(), stops::is_careless(words, &lower));
        let mut known = Self { forms, surnames, lower, careless };
        for name in names.iter().filter(|name| name.kind != NameKind::Other) {
            known.forms.entry(name.range.slice(words.text)).or_insert((name.kind, 0)).1 += 1;
            if name.kind == NameKind::Person && name.tokens.len() > 1 {
                known.surnames.push(words.word(name.tokens.end - 1));
            }
        }
        known
    }
}

fn parts(words: &Words<'_>, known: &Known<'_>, name: &Name) -> Option<Vec<Name>> {
    if name.tokens.len() < 2 || !lexicon().senses(name.range.slice(words.text)).is_empty() {
        return None;
    }
    if let Some(state) = stops::state_alone(words, known, name) {
        return Some(vec![state]);
    }
    // `Roe v. Dahl` is a case, and neither of them acts in it.
    if name.tokens.clone().any(|at| words.word(at) == "v.") {
        return Some(vec![Name { kind: NameKind::Other, ..name.clone() }]);
    }
    if let Some(parts) =
        offices::parts(words, name).or_else(|| offices::before_things(words, known, name))
    {
        return Some(parts);
    }
    if let Some(parts) = around_address(words, name).or_else(|| joined(words, known, name)) {
        return Some(parts);
    }
    if let Some(parts) =
        headlines::parts(words, known, name).or_else(|| parties::parts(words, known, name))
    {
        return Some(parts);
    }
    if let Some(person) = behind_titles_of_several(words, name) {
        return Some(vec![person]);
    }
    if let Some(parts) = behind_place(words, name).or_else(|| portfolio::parts(words, name)) {
        return Some(parts);
    }
    match name.kind {
        NameKind::Person => before_weekday(words, name)
            .or_else(|| before_own_office(words, name))
            .or_else(|| owned_or_from(words, known, name))
            .or_else(|| headline(words, known, name)),
        NameKind::Organization | NameKind::Other => owner(words, known, name)
            .or_else(|| two_with_article(words, known, name))
            .or_else(|| behind_office(words, name))
            .or_else(|| offices::around_title(words, name))
            .or_else(|| before_person(words, known, name))
            .or_else(|| before_office(words, name))
            .or_else(|| before_weekday(words, name))
            .or_else(|| chamber(words, known, name)),
        NameKind::Place | NameKind::Group => {
            two_with_article(words, known, name).or_else(|| offices::around_title(words, name))
        }
    }
}

/// `Senators Dahl and Roe`: the first of several who share an office.
fn behind_titles_of_several(words: &Words<'_>, name: &Name) -> Option<Name> {
    let (first, last) = (name.tokens.start, name.tokens.end - 1);
    let title = words.word(first).to_lowercase();
    let office = title.strip_suffix('s').is_some_and(|one| {
        lexicon().word_senses(one).any(Senses::OFFICE | Senses::RANK) && is_person(one)
    });
    let listed = matches!(words.word(name.tokens.end), "and" | "," | "&");
    (office && listed && matches!(name.tokens.len(), 2 | 3) && words.title_senses(last).is_empty())
        .then(|| named(words.tokens, first + 1..name.tokens.end, NameKind::Person))
}

/// `Ann Roe a.roe@example.org Selm College`: an address stands between two.
fn around_address(words: &Words<'_>, name: &Name) -> Option<Vec<Name>> {
    let address = |word: &str| word.contains('@') && word.contains('.') || word.contains("://");
    let at = name.tokens.clone().find(|&at| address(words.word(at)))?;
    let before = (at > name.tokens.start).then(|| {
        let given = words.senses(name.tokens.start).any(Senses::GIVEN);
        let kind = if given { NameKind::Person } else { name.kind };
        named(words.tokens, name.tokens.start..at, kind)
    });
    let after = (at + 1 < name.tokens.end).then(|| {
        let rest = named(words.tokens, at + 1..name.tokens.end, NameKind::Other);
        let body = words.title_senses(name.tokens.end - 1).any(Senses::ORGANIZATION_HEAD)
            || is_body_name(words, &rest);
        Name { kind: if body { NameKind::Organization } else { rest.kind }, ..rest }
    });
    Some(before.into_iter().chain(after).collect())
}

/// `Democrats and Republicans`, `Congress and the High Court`: two, where each is known by itself.
fn joined(words: &Words<'_>, known: &Known<'_>, name: &Name) -> Option<Vec<Name>> {
    let inner = name.tokens.start + 1..name.tokens.end - 1;
    let and = inner.clone().find(|&at| words.word(at) == "and")?;
    let right = and + 1 + usize::from(matches!(words.word(and + 1), "the" | "The"));
    let kind = |part: &Name| {
        let form = part.range.slice(words.text);
        let senses = lexicon().senses(form.strip_prefix("The ").unwrap_or(form));
        let listed = [
            (Senses::ANY_ORGANIZATION, NameKind::Organization),
            (Senses::ANY_PLACE, NameKind::Place),
            (Senses::ANY_GROUP, NameKind::Group),
        ];
        let by_list = || listed.into_iter().find(|&(sense, _)| senses.any(sense));
        // `Roe and de Lund`, each of whom is named in full.
        let bearer = name.kind == NameKind::Person
            && part.tokens.len() < 3
            && known.surnames.contains(&words.word(part.tokens.end - 1));
        known
            .forms
            .get(form)
            .map(|&(kind, _)| kind)
            .or_else(|| by_list().map(|(_, kind)| kind))
            .or_else(|| bearer.then_some(NameKind::Person))
    };
    // `Tarn and Lund Plc`.
    let pair =
        words.tokens[and - 1].range.cover(words.tokens[right.min(name.tokens.end - 1)].range);
    let one = right == and + 1 && is_always_one(words.text, pair.slice(words.text));
    let firm = name.kind == NameKind::Organization && one;
    if right >= name.tokens.end || firm {
        return None;
    }
    let part = |tokens| named(words.tokens, tokens, name.kind);
    let parts = [part(name.tokens.start..and), part(right..name.tokens.end)];
    let kinds = [kind(&parts[0])?, kind(&parts[1])?];
    Some(parts.into_iter().zip(kinds).map(|(part, kind)| Name { kind, ..part }).collect())
}

/// `High Court Justice`: the body whose office it is.
fn before_office(words: &Words<'_>, name: &Name) -> Option<Vec<Name>> {
    let last = name.tokens.end - 1;
    let ranks =
        |at: usize| matches!(words.word(at), "Managing" | "Executive" | "Senior" | "Deputy");
    // `Selm Gazette Managing` before `Editor`.
    if ranks(last) && words.title_senses(last + 1).any(Senses::ANY_TITLE) {
        return Some(vec![named(words.tokens, name.tokens.start..last, name.kind)]);
    }
    let second = last > name.tokens.start + 1
        && (ranks(last - 1)
            || matches!(words.word(last - 1), "Vice" | "Prime" | "Assistant" | "Associate"))
        && words.title_senses(last).any(Senses::OFFICE);
    // `Acme News Vice President`.
    let two = second && is_person(&words.word(last).to_lowercase());
    let end = last - usize::from(two);
    let body = named(words.tokens, name.tokens.start..end, NameKind::Organization);
    let listed = lexicon().senses(body.range.slice(words.text)).any(Senses::ANY_ORGANIZATION);
    if two && (listed || body.tokens.len() > 1) {
        return Some(vec![body]);
    }
    let known = listed
        || body.tokens.len() > 1 && words.title_senses(end - 1).any(Senses::ORGANIZATION_HEAD);
    let bench = words.word(last) == "Justice" && words.word(last - 1) == "Court";
    let office = (bench || words.title_senses(last).any(Senses::OFFICE | Senses::RANK))
        && is_person(&words.word(last).to_lowercase())
        // `Selm Union Leader` is a paper.
        && words.word(last) != "Leader"
        && !words.title_senses(end - 1).any(Senses::ANY_TITLE);
    (office && known).then(|| vec![body])
}

/// `Ann Roe Vice President`, as letters are signed: the person.
fn before_own_office(words: &Words<'_>, name: &Name) -> Option<Vec<Name>> {
    let office = |at: usize| {
        words.title_senses(at).any(Senses::OFFICE)
            && !words.senses(at).any(Senses::GIVEN | Senses::SURNAME)
    };
    let rank = |at: usize| {
        office(at)
            || matches!(words.word(at), "Vice" | "Deputy" | "Assistant" | "Associate" | "Executive")
    };
    let last = name.tokens.end - 1;
    let first = (name.tokens.start + 2..=last).rev().take_while(|&at| rank(at)).last()?;
    office(last).then(|| vec![named(words.tokens, name.tokens.start..first, NameKind::Person)])
}

/// `told WXYZ Tuesday`: the day is no part of who was told.
fn before_weekday(words: &Words<'_>, name: &Name) -> Option<Vec<Name>> {
    let last = name.tokens.end - 1;
    let whole = name.kind == NameKind::Other
        || matches!(words.word(last - 1), "Black" | "Super" | "Good" | "Ash" | "Bloody" | "Cyber");
    let day = lexicon().senses(words.word(last)).any(Senses::WEEKDAY);
    (day && !whole).then(|| vec![named(words.tokens, name.tokens.start..last, name.kind)])
}

/// `Democratic Senate candidates`, `Herald White House correspondent`: the party and the beat are no part of the name.
fn chamber(words: &Words<'_>, known: &Known<'_>, name: &Name) -> Option<Vec<Name>> {
    let last = name.tokens.end - 1;
    let from = match words.word(last) {
        "Senate" | "House" | "Congress" if words.word(last - 1) != "White" => last,
        "House" if last > name.tokens.start + 1 => last - 1,
        _ => return None,
    };
    let before = named(words.tokens, name.tokens.start..from, NameKind::Organization);
    let form = before.range.slice(words.text);
    let whole = named(words.tokens, from..name.tokens.end, NameKind::Organization);
    match form {
        // `Democratic Senate` by itself is a chamber with a majority.
        "Republican" | "Democratic" if words.upos(name.tokens.end) == Some(Upos::Noun) => {
            Some(vec![whole])
        }
        "GOP" => Some(vec![before, whole]),
        // `the Roe White House` is one; of the `Herald White House correspondent` only the beat is there.
        _ if from < last && !known.surnames.contains(&form) => Some(vec![before]),
        _ => None,
    }
}

/// `Ada Byrd's Red Sea`: the maker is one name, the work another.
fn owner(words: &Words<'_>, known: &Known<'_>, name: &Name) -> Option<Vec<Name>> {
    let mark = name.tokens.clone().find(|&at| matches!(words.word(at), "'s" | "’s"))?;
    if mark == name.tokens.start || mark + 1 == name.tokens.end {
        return None;
    }
    let whole = name.tokens.start..mark;
    let (_, first) = behind_titles(words.text, words.tokens, whole.clone());
    let whose = first..mark;
    let form = named(words.tokens, whose.clone(), NameKind::Other).range.slice(words.text);
    let plain = whose.clone().all(|at| {
        words.word(at).starts_with(char::is_uppercase)
            || matches!(words.word(at), "of" | "the" | "and" | "for" | "&")
    });
    let given = matches!(whose.len(), 2 | 3) && words.senses(first).any(Senses::GIVEN);
    // `Ray's Pizza` is no work of the Ray who eats there.
    let known_kind = known.forms.get(form).copied().filter(|&(kind, count)| {
        let sure = whose.len() > 1 || count > 1 || known.surnames.contains(&form);
        kind != NameKind::Person || sure
    });
    let body_name =
        is_body_name(words, &named(words.tokens, whose.clone(), NameKind::Organization));
    let head = whose.len() > 1
        && (words.title_senses(mark - 1).any(Senses::ORGANIZATION_HEAD) || body_name);
    let kind = known_kind.map(|(kind, _)| kind).or_else(|| {
        let person = given || known.surnames.contains(&form);
        let senses = lexicon().senses(form);
        let body = senses.any(Senses::ANY_ORGANIZATION)
            && senses.bits() & !Senses::ANY_ORGANIZATION.bits() == 0;
        person.then_some(NameKind::Person).or((body || head).then_some(NameKind::Organization))
    })?;
    // `Harbour Authority's Clean Quays`; a body may be called after a person: `Byrd's Mills Inc`.
    let body = kind == NameKind::Organization && (head || known_kind.is_some());
    if name.kind != NameKind::Other && !body {
        return None;
    }
    plain.then(|| {
        let owned = rest(words, mark + 1..name.tokens.end, NameKind::Organization);
        let senses = lexicon().senses(owned.range.slice(words.text));
        let body = words.title_senses(name.tokens.end - 1).any(Senses::ORGANIZATION_HEAD)
            || is_body_name(words, &owned)
            || senses.any(Senses::ANY_ORGANIZATION);
        let thing = if body { NameKind::Organization } else { NameKind::Other };
        let mut parts = vec![named(words.tokens, whose, kind)];
        // `Ana Roe's election` leaves her alone.
        if owned.tokens.clone().any(|at| words.word(at).starts_with(char::is_uppercase)) {
            parts.push(Name { kind: thing, ..owned });
        }
        parts
    })
}

/// `Roe's Senate campaign`, `Roe of Showtime`: whom the document knows, and what is not the same one; `Zorblat's Ann Roe`
/// is a body and one of its people.
fn owned_or_from(words: &Words<'_>, known: &Known<'_>, name: &Name) -> Option<Vec<Name>> {
    let (start, end) = (name.tokens.start, name.tokens.end);
    let joint =
        (start + 1..end - 1).find(|&at| matches!(words.word(at), "'s" | "’s" | "of" | "from"))?;
    let from = joint + 1 + usize::from(words.word(joint + 1) == "the");
    let front = named(words.tokens, start..joint, NameKind::Person);
    let form = front.range.slice(words.text);
    let person = known.surnames.contains(&form)
        || known.forms.get(form).is_some_and(|&(kind, _)| kind == NameKind::Person);
    let owns = !matches!(words.word(joint), "of" | "from");
    let behind = named(words.tokens, from.min(end - 1)..end, NameKind::Person);
    let two = behind.tokens.len() == 2
        && behind.tokens.clone().all(|at| {
            words.upos(at) == Some(Upos::Propn)
                && words.word(at).starts_with(char::is_uppercase)
                && words.title_senses(at).is_empty()
        });
    match (owns, person) {
        (true, true) => Some(vec![front]),
        (true, false) if two => Some(vec![Name { kind: NameKind::Organization, ..front }, behind]),
        // `Joan of Arc` is one.
        (false, true) if !words.senses(start).any(Senses::GIVEN) => {
            Some(vec![front, Name { kind: NameKind::Organization, ..behind }])
        }
        _ => None,
    }
}

fn rest(words: &Words<'_>, tokens: Range<usize>, kind: NameKind) -> Name {
    let mut from = tokens.start;
    while from + 1 < tokens.end && matches!(words.word(from), "the" | "of" | "and" | "for") {
        from += 1;
    }
    named(words.tokens, from..tokens.end, kind)
}

/// `Students Association The Ostland University`, `Articles of Trust the House`: an article behind a whole body, or before
/// one that is named elsewhere, starts another name; so it does behind one word for a body or a place that a list has, as in
/// "told Oslo the Danish were late".
fn two_with_article(words: &Words<'_>, known: &Known<'_>, name: &Name) -> Option<Vec<Name>> {
    let part = |tokens: Range<usize>| named(words.tokens, tokens, name.kind);
    let one = words.senses(name.tokens.start);
    let listed = one.any(Senses::ANY_ORGANIZATION | Senses::ANY_PLACE);
    let the = (name.tokens.start + 1..name.tokens.end - 1).find(|&at| {
        let behind = part(at + 1..name.tokens.end);
        let form = behind.range.slice(words.text);
        let named = known.forms.contains_key(form);
        let body = || {
            let any = Senses::ANY_ORGANIZATION | Senses::ANY_PLACE | Senses::ANY_GROUP;
            named || lexicon().senses(form).any(any) || is_body_name(words, &behind)
        };
        if at == name.tokens.start + 1 {
            return words.word(at) == "the" && listed && body();
        }
        matches!(words.word(at), "the" | "The")
            && words.word(at - 1).starts_with(char::is_uppercase)
            && (words.title_senses(at - 1).any(Senses::ORGANIZATION_HEAD) || named)
    })?;
    let kind = match the - name.tokens.start {
        1 if one.any(Senses::ANY_ORGANIZATION) => NameKind::Organization,
        1 => NameKind::Place,
        _ => NameKind::Other,
    };
    let first = named(words.tokens, name.tokens.start..the, kind);
    Some(vec![first, part(the + 1..name.tokens.end)])
}

/// `Chairman of the Norwegian Centre for Cod`: whose office it is, is the name.
fn behind_office(words: &Words<'_>, name: &Name) -> Option<Vec<Name>> {
    let joint = (name.tokens.start + 1..(name.tokens.start + 4).min(name.tokens.end))
        .find(|&at| matches!(words.word(at), "of" | "for" | "at"))?;
    let office = (name.tokens.start..joint).all(|at| {
        let lower = words.word(at).to_lowercase();
        words.title_senses(at).any(Senses::ANY_TITLE)
            || is_person(&lower)
            || lower.strip_suffix('s').is_some_and(is_person)
    });
    let from = joint + 1 + usize::from(words.word(joint + 1) == "the");
    // `Foreign Ministers of Norway and Peru`
    let several = words.word(joint - 1).to_lowercase();
    let several = several
        .strip_suffix('s')
        .is_some_and(|one| is_person(one) && lexicon().word_senses(one).any(Senses::OFFICE));
    let place =
        named(words.tokens, from.min(name.tokens.end - 1)..name.tokens.end, NameKind::Place);
    if several && lexicon().senses(place.range.slice(words.text)).any(Senses::ANY_PLACE) {
        return Some(vec![place]);
    }
    if !office || from >= name.tokens.end {
        return None;
    }
    let body = named(words.tokens, from..name.tokens.end, NameKind::Organization);
    let listed = lexicon().senses(body.range.slice(words.text)).any(Senses::ANY_ORGANIZATION);
    (listed || is_body_name(words, &body)).then(|| vec![body])
}

/// `University of Texas Ann Roe`, `Education Jan Dahl` behind `Minister of`: the person is a name of its own.
fn before_person(words: &Words<'_>, known: &Known<'_>, name: &Name) -> Option<Vec<Name>> {
    if name.tokens.len() < 3 {
        return None;
    }
    let from = name.tokens.end - 2;
    let plain = |at: usize| {
        let word = words.word(at);
        let senses = words.title_senses(at);
        word.chars().count() > 1
            && word.starts_with(char::is_uppercase)
            && word.chars().skip(1).any(char::is_lowercase)
            && !senses.any(Senses::ORGANIZATION_HEAD)
            && !senses.any(Senses::PLACE_HEAD)
            && !senses.any(Senses::OTHER_HEAD)
            && !senses.any(Senses::ANY_TITLE)
    };
    let joined = matches!(
        words.word(from - 1),
        "of" | "for" | "the" | "and" | "&" | "-" | "St." | "'s" | "’s"
    );
    if !plain(from) || !plain(from + 1) || joined {
        return None;
    }
    // Or somebody whom the text goes on to call by the surname.
    let surname = words.word(from + 1);
    let called = known.forms.get(surname).is_some_and(|&(kind, _)| kind == NameKind::Person)
        && !known.surnames.contains(&surname)
        && words.upos(from) == Some(Upos::Propn);
    let given = words.senses(from).any(Senses::GIVEN) || called;
    let before = named(words.tokens, name.tokens.start..from, NameKind::Organization);
    let body = words.title_senses(from - 1).any(Senses::ORGANIZATION_HEAD)
        || words.word(before.tokens.start) == "University";
    let office = name.tokens.start >= 2
        && matches!(words.word(name.tokens.start - 1), "of" | "for")
        && words.title_senses(name.tokens.start - 2).any(Senses::OFFICE);
    let person = named(words.tokens, from..name.tokens.end, NameKind::Person);
    if body && given {
        Some(vec![before, person])
    } else if office && (given || name.tokens.len() == 3) {
        Some(vec![Name { kind: NameKind::Other, ..before }, person])
    } else {
        None
    }
}

/// `Ghana Kofi Dahlmann` behind `ambassador to`, `Oslo Ann Roe` behind `mayor of`, `WTO Ann Roe` behind `envoy to`: a place or
/// a body, and the person who has the office.
fn behind_place(words: &Words<'_>, name: &Name) -> Option<Vec<Name>> {
    let first = name.tokens.start;
    let office = first >= 2
        && matches!(words.word(first - 1), "of" | "to" | "for" | "in")
        && (is_person(&words.word(first - 2).to_lowercase())
            || words.title_senses(first - 2).any(Senses::OFFICE));
    let plain = |at: usize| {
        let word = words.word(at);
        word.starts_with(char::is_uppercase)
            && word.chars().skip(1).any(char::is_lowercase)
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '’' | '\''))
            && words.title_senses(at).is_empty()
            && !words.senses(at).any(Senses::ANY_PLACE | Senses::ANY_ORGANIZATION)
    };
    (first + 1..=first + 2).rev().filter(|_| office).find_map(|from| {
        let behind = from..name.tokens.end;
        let place = named(words.tokens, first..from, NameKind::Place);
        let form = place.range.slice(words.text);
        let body = lexicon().senses(form).any(Senses::ANY_ORGANIZATION)
            || form.len() > 2 && form.chars().all(char::is_uppercase);
        let listed = lexicon().senses(form).any(Senses::ANY_PLACE);
        let kind = if body && !listed { NameKind::Organization } else { NameKind::Place };
        let place = Name { kind, ..place };
        ((listed || body) && matches!(behind.len(), 2 | 3) && behind.clone().all(plain))
            .then(|| vec![place, named(words.tokens, behind, NameKind::Person)])
    })
}

/// `Ann Roe Advised Dahl To Go`: of a headline the person whom it begins with; `Roe Floor Speech` is no person either.
fn headline(words: &Words<'_>, known: &Known<'_>, name: &Name) -> Option<Vec<Name>> {
    let tokens = name.tokens.clone();
    let person = |end: usize| {
        let part = tokens.start..end;
        let first = words.word(tokens.start);
        let known = part.len() == 1 && known.surnames.contains(&first);
        let given = part.len() > 1 && words.senses(tokens.start).any(Senses::GIVEN);
        let kind = if known || given { NameKind::Person } else { NameKind::Other };
        vec![named(words.tokens, part, kind)]
    };
    // `Roe on Dahl`.
    if tokens.len() == 3 && matches!(words.word(tokens.start + 1), "on" | "vs." | "vs") {
        let mut parts = person(tokens.start + 1);
        let last = tokens.end - 1;
        if known.surnames.contains(&words.word(last)) {
            parts.push(named(words.tokens, last..tokens.end, NameKind::Person));
        }
        return Some(parts);
    }
    if tokens.len() > 3 {
        let small = |at: &usize| {
            matches!(
                words.word(*at),
                "To" | "to"
                    | "In"
                    | "in"
                    | "For"
                    | "for"
                    | "On"
                    | "on"
                    | "With"
                    | "with"
                    | "As"
                    | "Is"
                    | "Says"
                    | "His"
                    | "Her"
            ) || words.upos(*at) == Some(Upos::Verb)
        };
        // `Kim Jae-in` and `Ana in 't Hof` go on.
        let apart = |at: &usize| {
            let next = words.word(at + 1);
            !words.is_tight_hyphen(at - 1) && !next.starts_with(['\'', '’', '‘'])
        };
        if let Some(at) = (tokens.start + 1..tokens.end).filter(apart).find(small) {
            return Some(person(at));
        }
    }
    let last = words.title_senses(tokens.end - 1);
    let surname = words.senses(tokens.end - 1);
    let family = surname.any(Senses::SURNAME) || surname.any(Senses::GIVEN);
    let thing = matches!(
        words.word(tokens.end - 1),
        "Speech"
            | "Administration"
            | "Campaign"
            | "Foundation"
            | "Act"
            | "Amendment"
            | "Award"
            | "Prize"
            | "Doctrine"
            | "Memorial"
    );
    if family || !thing {
        return None;
    }
    if last.any(Senses::ORGANIZATION_HEAD) {
        return Some(vec![named(words.tokens, tokens, NameKind::Organization)]);
    }
    Some(vec![named(words.tokens, tokens, NameKind::Other)])
}

#[cfg(test)]
mod tests {
    use crate::language::NameKind;
    use crate::language::names::tests::{check_name as check, names_of};

    #[test]
    fn a_work_and_its_maker_are_two() {
        assert_eq!(
            names_of("The class read Ada Winter's Red Harbour in May."),
            [("Ada Winter", NameKind::Person), ("Red Harbour", NameKind::Other)]
        );
        assert_eq!(
            names_of("The Harbour Authority's Clean Quays began in May."),
            [("Harbour Authority", NameKind::Organization), ("Clean Quays", NameKind::Other)]
        );
    }

    #[test]
    fn whom_somebody_works_for_is_another() {
        let found = names_of("David Nevins spoke. Mr. Nevins of Showtime was calm.");
        assert!(found.contains(&("Nevins", NameKind::Person)), "{found:?}");
    }

    #[test]
    fn an_office_is_no_part_of_a_name() {
        let found = names_of("Minister of Education Lucia Bertone has refused.");
        assert!(found.contains(&("Lucia Bertone", NameKind::Person)), "{found:?}");
        assert_eq!(
            names_of("Ina Voss, who is Chairman of the Norwegian Centre for Cod Research, spoke."),
            [
                ("Ina Voss", NameKind::Person),
                ("Norwegian Centre for Cod Research", NameKind::Organization)
            ]
        );
    }

    #[test]
    fn who_has_an_office_is_no_part_of_a_body_whatever_the_name() {
        check(
            "Norwegian delegation chief Finance Minister Swetazar Rikonovic said a deal was reached.",
            ("Swetazar Rikonovic", NameKind::Person),
        );
        check(
            "Tanker Captain Orne Rinnen waits. Tampa Captain Orne Rinnen left.",
            ("Orne Rinnen", NameKind::Person),
        );
    }

    #[test]
    fn who_is_told_something_is_no_part_of_it() {
        check(
            "Sources told Reuters the Norwegian Association of Dock Teachers was late.",
            ("Norwegian Association of Dock Teachers", NameKind::Organization),
        );
    }

    #[test]
    fn whom_a_place_sends_is_a_name_of_his_own() {
        let found = names_of("The ambassador to Ghana Kwaku Dahlmann smiled.");
        assert_eq!(found, [("Ghana", NameKind::Place), ("Kwaku Dahlmann", NameKind::Person)]);
        let found = names_of("Mayor of London Tarik Oppelt said that it was late.");
        assert_eq!(found, [("London", NameKind::Place), ("Tarik Oppelt", NameKind::Person)]);
    }

    #[test]
    fn an_office_of_two_words_is_no_part_of_a_name() {
        let found = names_of("Selm Gazette Managing Editor Tom Hall smiled.");
        assert!(found.contains(&("Selm Gazette", NameKind::Organization)), "{found:?}");
    }

    #[test]
    fn whom_a_body_is_against_is_no_part_of_its_name() {
        let found = names_of("He fears the anti-EU 7-Harbour Movement and its friends.");
        assert_eq!(found, [("7-Harbour Movement", NameKind::Organization)]);
    }

    #[test]
    fn several_share_an_office() {
        let found = names_of("He has asked Senators Dahl and Roe to stand with him.");
        assert_eq!(found, [("Dahl", NameKind::Person), ("Roe", NameKind::Person)]);
    }

    #[test]
    fn the_day_is_no_part_of_the_name() {
        assert_eq!(
            names_of("She told CNN Tuesday that he was ill."),
            [("CNN", NameKind::Organization)]
        );
    }

    #[test]
    fn an_address_parts_two_names() {
        assert_eq!(
            names_of("Write to Ann Roe a.roe@example.org Selm College for the report."),
            [("Ann Roe", NameKind::Person), ("Selm College", NameKind::Organization)]
        );
    }

    #[test]
    fn two_bodies_that_are_known_are_two() {
        assert_eq!(
            names_of("Congress and the Supreme Court were closed."),
            [("Congress", NameKind::Organization), ("Supreme Court", NameKind::Organization)]
        );
    }

    #[test]
    fn a_case_is_nobody() {
        let found = names_of("The judge wrote about Harlan v. Dorne, which nobody remembers.");
        assert!(found.iter().all(|(_, kind)| *kind == NameKind::Other), "{found:?}");
    }

    #[test]
    fn who_stands_behind_the_title_is_another() {
        let found = names_of("Democratic Secretary of State Mona Harwick applauded the ruling.");
        assert!(found.contains(&("Mona Harwick", NameKind::Person)), "{found:?}");
        let found = names_of("They asked Supreme Court Justice Nora Quarlia in May.");
        assert!(found.contains(&("Supreme Court", NameKind::Organization)), "{found:?}");
    }

    #[test]
    fn a_vice_president_is_no_part_of_the_body() {
        let found = names_of("Acme News Vice President and Managing Editor Mona Harwick wrote it.");
        assert!(found.contains(&("Acme News", NameKind::Organization)), "{found:?}");
    }

    #[test]
    fn whoever_signs_with_an_office_is_a_person() {
        check(
            "The letter was signed by Robert Pangloss Vice President.",
            ("Robert Pangloss", NameKind::Person),
        );
    }

    #[test]
    fn a_body_and_its_envoy_are_two() {
        let text = "The envoy to WTO Lena Ostrander said the toll was fair.";
        check(text, ("Lena Ostrander", NameKind::Person));
    }

    #[test]
    fn whom_the_text_goes_on_to_call_by_the_surname_is_no_part_of_a_body() {
        let text = "Students at University of Texas Arlington Amnea Jafaro heard of it. Jafaro said she was glad.";
        check(text, ("Amnea Jafaro", NameKind::Person));
        let text = "Both Andriesen and de Kersmaker, who chairs the talks, left. Frans Andriesen met Paul de Kersmaker in May.";
        check(text, ("de Kersmaker", NameKind::Person));
    }
}
