//! Names of the same one: the same words, full names of people, their surnames. Bodies are in `bodies`.

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::bodies;
use super::cluster::Clusters;
use super::grammar::Grammar;
use super::namesakes::{
    Person, choose, gender_of_kin, genders_clash, genders_told, is_kin, is_whose, relatives_alone,
};
use super::nicknames::is_short_for;
use super::shortened;
use super::states::States;
use super::words;
use super::{Form, Gender, Mention};
use crate::language::NameKind;
use crate::language::lexicon::{self, Senses, lexicon};

/// A name as linking reads it.
#[derive(Clone, Debug, Default)]
pub(super) struct NameForm {
    /// In lower case, without titles, articles, `Jr.` and possessive endings.
    pub words: Vec<String>,
    pub kind: Option<NameKind>,
    /// `Sr.` behind the name, which tells a father from his son.
    pub elder: bool,
    /// From a title in the name or right before it.
    pub gender: Gender,
    /// The title itself, `dr`, `judge`; `None` for one that everybody has, `mr`.
    pub title: Option<String>,
    /// The word as written, where the name is a single one in capitals: `CSTO`.
    pub acronym: Option<String>,
}

impl NameForm {
    pub(super) fn is_person(&self) -> bool {
        self.kind == Some(NameKind::Person)
    }

    pub(super) fn key(&self) -> String {
        self.words.join(" ")
    }
}

/// The form of each mention; empty for what is no name.
pub(super) fn forms(grammar: &Grammar<'_>, mentions: &[Mention]) -> Vec<NameForm> {
    let mut forms: Vec<NameForm> = mentions.iter().map(|mention| form(grammar, mention)).collect();
    mend_kinds(grammar, mentions, &mut forms);
    join_particles(&mut forms);
    forms
}

/// Makes a surname of several words one: `de Vries` of `Ana de Vries`, and `De Vries` alone, is as little a full name as
/// `Lund`.
fn join_particles(forms: &mut [NameForm]) {
    let particles = |form: &NameForm| -> Vec<usize> {
        let is = |at: usize| {
            let word = form.words[at].as_str();
            words::is_particle(word) || word == "in" && form.words[at + 1] == "t"
        };
        (1..form.words.len().saturating_sub(1)).filter(|&at| is(at)).collect()
    };
    let mut surnames: BTreeSet<String> = BTreeSet::new();
    for form in forms.iter().filter(|form| form.is_person()) {
        surnames.extend(particles(form).into_iter().map(|from| form.words[from..].join(" ")));
    }
    for form in forms.iter_mut().filter(|form| form.is_person()) {
        let from =
            if surnames.contains(&form.key()) { Some(0) } else { particles(form).first().copied() };
        if let Some(from) = from {
            let surname = form.words.split_off(from).join(" ");
            form.words.push(surname);
        }
    }
}

/// A name that is a person's elsewhere is a person's here too: in headlines, where every word has a capital,
/// kinds are easily taken for others.
fn mend_kinds(grammar: &Grammar<'_>, mentions: &[Mention], forms: &mut [NameForm]) {
    let people: BTreeSet<String> =
        forms.iter().filter(|form| form.is_person()).map(NameForm::key).collect();
    for (form, mention) in forms.iter_mut().zip(mentions) {
        let other =
            matches!(form.kind, Some(NameKind::Organization | NameKind::Group | NameKind::Other));
        if !other || form.words.len() < 2 || form.words.len() > 5 {
            continue;
        }
        // `Biologist Nick Bos` ends in the name of a person; `Foundation of Nick Bos` does not mean him.
        let known = (0..form.words.len() - 1)
            .find(|&from| people.contains(&form.words[from..].join(" ")))
            .filter(|&from| !form.words[..from].iter().any(|word| word == "of" || word == "for"));
        let given = || {
            let first = mention.tokens.clone().map(|token| grammar.word(token)).next();
            first.is_some_and(|word| lexicon().senses(word).any(Senses::GIVEN))
                && form.words.len() <= 3
                && form.words.last().is_some_and(|last| people.contains(last))
        };
        if let Some(from) = known {
            form.words.drain(..from);
            form.kind = Some(NameKind::Person);
        } else if given() {
            form.kind = Some(NameKind::Person);
        }
    }
}

fn form(grammar: &Grammar<'_>, mention: &Mention) -> NameForm {
    let Some(name) = mention.name.and_then(|idx| grammar.analysis.names.get(idx)) else {
        return NameForm::default();
    };
    let mut words: Vec<String> = parts(grammar, mention, name.kind)
        .into_iter()
        .map(|word| plain(&word))
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .filter(|word| !matches!(word.as_str(), "'s" | "’s"))
        .map(|word| word.trim_end_matches('.').to_owned())
        .collect();
    if words.len() > 1 && words[0] == "the" {
        words.remove(0);
    }
    // "NY Daily Beacon"
    let city: &[&str] = match words.first().map_or("", String::as_str) {
        "ny" | "n.y" => &["new", "york"],
        "la" | "l.a" => &["los", "angeles"],
        _ => &[],
    };
    if !city.is_empty() && words.len() > 1 && name.kind == NameKind::Organization {
        words.splice(..1, city.iter().map(|&word| word.to_owned()));
    }
    let mut gender = Gender::Unknown;
    let mut title = None;
    let mut elder = false;
    if name.kind == NameKind::Person {
        // `St. John` may be a surname.
        while words.len() > 1 && words::is_title(&words[0]) && words[0] != "st" {
            gender = pick(gender, words::gender_of_title(&words[0]));
            title = Some(words.remove(0));
        }
        // `Senators Roe and Lund`.
        if words.len() > 1 && words[0].strip_suffix('s').is_some_and(words::is_title) {
            words.remove(0);
        }
        while words.len() > 1
            && words.last().is_some_and(|word| {
                matches!(word.as_str(), "jr" | "sr" | "i" | "ii" | "iii" | "iv")
            })
        {
            elder |= words.pop().is_some_and(|word| word == "sr");
        }
        let before = mention.tokens.start.checked_sub(1);
        if let Some(before) =
            before.filter(|&before| grammar.same_sentence(before, mention.tokens.start))
        {
            // `Polls miss Lund`.
            let verb = grammar.word(before) == "miss";
            let word = if verb { String::new() } else { grammar.lower(before) };
            gender = pick(gender, words::gender_of_title(&word));
            let own = || words::is_title(&word).then(|| word.trim_end_matches('.').to_owned());
            title = title.or_else(own);
        }
        let given = mention
            .tokens
            .clone()
            .map(|token| grammar.word(token))
            .find(|word| plain(&word.to_lowercase()) == words[0]);
        // `Mark-Reyes` is what one of any name may be called.
        let double = mention.tokens.len() == 3 && grammar.word(mention.tokens.start + 1) == "-";
        let full = words.len() > 1 && !double;
        if let (Gender::Unknown, true, Some(given)) = (gender, full, given) {
            gender = given_name_gender(given);
        }
    }
    let single = mention.range.slice(grammar.text()).trim_start_matches("the ");
    let letters: String = single.chars().filter(|c| c.is_alphabetic()).collect();
    let capitals = letters.chars().filter(|c| c.is_uppercase()).count();
    let acronym = (words.len() == 1 && capitals >= 2 && capitals * 3 >= letters.len() * 2)
        .then(|| letters.to_lowercase());
    title.take_if(|title| matches!(title.as_str(), "mr" | "mrs" | "ms" | "miss"));
    NameForm { words, kind: Some(name.kind), elder, gender, title, acronym }
}

/// The words of a name in lower case, those of a person with their hyphens: `Roe-Lund` is one surname; `al-Said` and
/// `Jae-in` have their parts.
fn parts(grammar: &Grammar<'_>, mention: &Mention, kind: NameKind) -> Vec<String> {
    let capital = |token: usize| grammar.word(token).starts_with(char::is_uppercase);
    let mut words: Vec<String> = Vec::new();
    let mut joined = false;
    for token in mention.tokens.clone() {
        let word = grammar.lower(token);
        let inner = token > mention.tokens.start && token + 1 < mention.tokens.end;
        let hyphen = kind == NameKind::Person
            && word == "-"
            && inner
            && capital(token - 1)
            && capital(token + 1)
            && words.last().is_some_and(|last| !words::is_particle(last))
            && grammar
                .range(&(token - 1..token + 2))
                .slice(grammar.text())
                .chars()
                .all(|c| c != ' ');
        match words.last_mut() {
            Some(last) if hyphen => last.push('-'),
            Some(last) if joined => last.push_str(&word),
            _ => words.push(word),
        }
        joined = hyphen;
    }
    words
}

/// Without accents, which one text may write here and leave out there.
fn plain(word: &str) -> String {
    if word.is_ascii() {
        return word.to_owned();
    }
    word.nfd().filter(|letter| !is_combining_mark(*letter)).collect()
}

/// The gender that most bearers of a given name have.
fn given_name_gender(word: &str) -> Gender {
    match lexicon().gender(word) {
        Some(lexicon::Gender::Female) => Gender::Female,
        Some(lexicon::Gender::Male) => Gender::Male,
        None => Gender::Unknown,
    }
}

fn pick(known: Gender, other: Gender) -> Gender {
    if known == Gender::Unknown { other } else { known }
}

/// Links the names. `states` holds, for each mention, the state that it means.
pub(super) fn link(
    grammar: &Grammar<'_>,
    mentions: &[Mention],
    forms: &[NameForm],
    states: &States,
    clusters: &mut Clusters,
) {
    for (idx, form) in forms.iter().enumerate().filter(|(_, form)| form.gender != Gender::Unknown) {
        let cluster = clusters.of(idx);
        clusters.facts_mut(cluster).gender = form.gender;
    }
    link_states(mentions.len(), states, clusters);
    link_exact(mentions, forms, states, clusters);
    bodies::link_acronyms(grammar, mentions, forms, states, clusters);
    bodies::link_listed(grammar, mentions, forms, states, clusters);
    shortened::link_short_forms(grammar, mentions, forms, states, clusters);
    bodies::link_heads(grammar, mentions, forms, states, clusters);
    bodies::link_renamed(grammar, mentions, forms, states, clusters);
    bodies::link_families(mentions, forms, states, clusters);
    link_people(grammar, mentions, forms, states, clusters);
}

fn link_states(count: usize, states: &States, clusters: &mut Clusters) {
    let mut first: BTreeMap<usize, usize> = BTreeMap::new();
    for (idx, state) in (0..count).filter_map(|idx| Some((idx, states.of_mention(idx)?))) {
        let cluster = clusters.of(idx);
        clusters.facts_mut(cluster).state = Some(state);
        clusters.join(*first.entry(state).or_insert(idx), idx);
    }
}

/// Joins names of the same words; a person and a place of one name stay apart.
fn link_exact(mentions: &[Mention], forms: &[NameForm], states: &States, clusters: &mut Clusters) {
    let mut first: BTreeMap<(String, bool, bool), usize> = BTreeMap::new();
    for idx in names(mentions, states) {
        let form = &forms[idx];
        // A bare surname waits for the full names: two people may share it.
        if form.words.is_empty() || (form.is_person() && form.words.len() == 1) {
            continue;
        }
        // The son is named first, and then "his father, Tom Lund Sr."; who is named so from the start is no other.
        let key = |elder: bool| (form.key(), form.is_person(), elder);
        let known =
            first.get(&key(form.elder)).or_else(|| first.get(&key(true)).filter(|_| !form.elder));
        if let Some(&known) = known {
            clusters.join(known, idx);
        } else {
            first.insert(key(form.elder), idx);
        }
    }
}

/// Mentions that are names and no state.
pub(super) fn names<'a>(
    mentions: &'a [Mention],
    states: &'a States,
) -> impl Iterator<Item = usize> + 'a {
    (0..mentions.len())
        .filter(|&idx| mentions[idx].form == Form::Name && states.of_mention(idx).is_none())
}

/// Links variants of full names, then bare surnames and given names to them.
fn link_people(
    grammar: &Grammar<'_>,
    mentions: &[Mention],
    forms: &[NameForm],
    states: &States,
    clusters: &mut Clusters,
) {
    let people = full_names(grammar, mentions, forms, states, clusters);
    let mut by_part: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (nth, person) in people.iter().enumerate() {
        for cut in 1..person.words.len() {
            by_part.entry(person.words[cut..].join(" ")).or_default().push(nth);
        }
        // `Vries` of `de Vries`.
        let mut surname = person.words.last().map_or("", String::as_str);
        while let Some((_, rest)) = surname.split_once(' ') {
            by_part.entry(rest.to_owned()).or_default().push(nth);
            surname = rest;
        }
    }
    let mut by_start: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (nth, person) in people.iter().enumerate() {
        // `Lund` may be `Ana Lund Reyes` too, where no Lund is named.
        for word in person.words[..person.words.len() - 1].iter().chain(&person.also) {
            by_start.entry(word.as_str()).or_default().push(nth);
        }
        let surname = person.words.last().map_or("", String::as_str);
        for part in surname.split('-').filter(|part| *part != surname) {
            by_start.entry(part).or_default().push(nth);
        }
    }
    let relatives = relatives_alone(grammar, mentions, forms, &people, &by_part, clusters);
    let told = genders_told(grammar, mentions, forms, &by_part);
    let mut unknown: BTreeMap<String, usize> = BTreeMap::new();
    // How often each has gone by a surname that others share.
    let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
    let mut late: Vec<usize> = Vec::new();
    let all: Vec<usize> = names(mentions, states).collect();
    let mut turn = 0;
    while let Some(idx) = all.get(turn).or_else(|| late.get(turn - all.len())).copied() {
        let is_late = turn >= all.len();
        turn += 1;
        let form = &forms[idx];
        if !form.is_person() || form.words.is_empty() {
            continue;
        }
        let key = form.key();
        let by_surname = by_part.get(&key).map(Vec::as_slice).unwrap_or_default();
        let given = if form.words.len() == 1 && by_surname.is_empty() {
            by_start.get(key.as_str()).map(Vec::as_slice).unwrap_or_default()
        } else {
            &[]
        };
        let another = form.words.len() == 1
            && form.gender == Gender::Unknown
            && relatives.contains(key.as_str());
        let by_surname = if another { &[] } else { by_surname };
        let candidates: Vec<&Person> =
            by_surname.iter().chain(given).map(|&nth| &people[nth]).collect();
        // A headline comes before all whom it may mean.
        let first = candidates.iter().all(|person| person.idx > idx);
        if !is_late && by_surname.len() > 1 && first {
            late.push(idx);
            continue;
        }
        let gender = told.get(&key).copied();
        match choose(idx, form, &candidates, &shared, gender, clusters) {
            Some(person) => {
                *shared.entry(person).or_default() += 1;
                clusters.join(person, idx);
            }
            None if form.words.len() == 1
                && !another
                && let Some(person) = misspelt(&key, &people)
                    .filter(|&person| is_rarer(&key, person, forms, &all))
                && !genders_clash(clusters.facts(clusters.of(person)).gender, form.gender) =>
            {
                clusters.join(person, idx);
            }
            None if form.words.len() == 1 => {
                let first = *unknown.entry(key).or_insert(idx);
                if !genders_clash(clusters.facts(clusters.of(first)).gender, form.gender) {
                    clusters.join(first, idx);
                }
            }
            None => {}
        }
    }
}

/// The only person whose surname a word is but for a slip of the pen: `Bachmann` of `Buchmann`.
fn misspelt(word: &str, people: &[Person]) -> Option<usize> {
    let mut alike = people
        .iter()
        .filter(|person| person.words.last().is_some_and(|surname| is_slip(word, surname)));
    let first = alike.next()?;
    let same = |other: &Person| other.words.last() == first.words.last();
    alike.all(same).then_some(first.idx)
}

/// Whether a surname as the word spells it is no more frequent than as the person's full name has it: who is called Olson time
/// and again is no Olsen misspelt.
fn is_rarer(word: &str, person: usize, forms: &[NameForm], names: &[usize]) -> bool {
    let times = |surname: &str| {
        let last = |idx: &&usize| forms[**idx].words.last().is_some_and(|last| last == surname);
        names.iter().filter(last).count()
    };
    forms[person].words.last().is_some_and(|surname| times(word) <= times(surname))
}

/// Whether two long words start alike and one letter, of very long ones two, tells them apart.
fn is_slip(left: &str, right: &str) -> bool {
    let (left, right): (Vec<char>, Vec<char>) = (left.chars().collect(), right.chars().collect());
    let shorter = left.len().min(right.len());
    let most = match shorter {
        0..=4 => return false,
        5..=7 => 1,
        _ => 2,
    };
    if left.first() != right.first() || left.len().abs_diff(right.len()) > most {
        return false;
    }
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, a) in left.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in right.iter().enumerate() {
            let cost = (diagonal + usize::from(a != b)).min(row[j] + 1).min(row[j + 1] + 1);
            diagonal = row[j + 1];
            row[j + 1] = cost;
        }
    }
    row.last().is_some_and(|&cost| cost <= most)
}

/// The full names, those of one person joined: `Donald Trump`, `Donald J. Trump`.
fn full_names(
    grammar: &Grammar<'_>,
    mentions: &[Mention],
    forms: &[NameForm],
    states: &States,
    clusters: &mut Clusters,
) -> Vec<Person> {
    let mut people: Vec<Person> = Vec::new();
    let mut by_surname: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for idx in names(mentions, states) {
        let form = &forms[idx];
        let (true, Some(surname)) = (form.is_person() && form.words.len() > 1, form.words.last())
        else {
            continue;
        };
        let same_surname = by_surname.entry(surname.clone()).or_default().clone();
        let same = |elder: bool| {
            let mut same = same_surname.iter().copied();
            same.find(|&nth| {
                people[nth].elder == elder && same_person(&people[nth].words, &form.words)
            })
        };
        let known = same(form.elder).or_else(|| same(true).filter(|_| !form.elder));
        let slip = || {
            people.iter().position(|person| {
                person.words != form.words && is_same_but_for_a_slip(&person.words, &form.words)
            })
        };
        let longer =
            || people.iter().position(|person| is_longer_by_a_surname(&person.words, &form.words));
        if let Some(nth) = known.or_else(slip).or_else(longer) {
            clusters.join(people[nth].idx, idx);
            people[nth].count += 1;
            people[nth].titles.extend(form.title.clone());
            if form.words[0] != people[nth].words[0] && !people[nth].also.contains(&form.words[0]) {
                people[nth].also.push(form.words[0].clone());
            }
        } else {
            by_surname.entry(surname.clone()).or_default().push(people.len());
            let kin = is_kin(grammar, &mentions[idx]);
            let cluster = clusters.of(idx);
            if clusters.facts(cluster).gender == Gender::Unknown {
                clusters.facts_mut(cluster).gender = gender_of_kin(grammar, &mentions[idx]);
            }
            let (words, elder) = (form.words.clone(), form.elder);
            people.push(Person {
                idx,
                words,
                also: Vec::new(),
                count: 1,
                elder,
                titles: form.title.clone().into_iter().collect(),
                kin: kin || elder,
                whose: is_whose(grammar, &mentions[idx]),
            });
        }
    }
    people
}

/// `Kristin Olsen` and `Kristen Olsen`, `Ana Ruiz` and `Ana Ruitz`.
fn is_same_but_for_a_slip(left: &[String], right: &[String]) -> bool {
    let same = |at: usize| left[at] == right[at];
    left.len() == 2
        && right.len() == 2
        && (same(0) && is_slip(&left[1], &right[1]) || same(1) && is_slip(&left[0], &right[0]))
}

/// `Ana Ruiz` and `Ana Ruiz Lund`.
fn is_longer_by_a_surname(left: &[String], right: &[String]) -> bool {
    let (short, long) = if left.len() < right.len() { (left, right) } else { (right, left) };
    short.len() == 2 && long.len() == 3 && long.starts_with(short)
}

/// Whether two full names of one surname may be one person's: the given names agree, or one is the other's initial or
/// short for it, and no middle name contradicts.
fn same_person(left: &[String], right: &[String]) -> bool {
    let agree = |a: &str, b: &str| {
        a == b
            || (a.chars().count() == 1 && b.starts_with(a))
            || (b.chars().count() == 1 && a.starts_with(b))
    };
    let (Some(a), Some(b)) = (left.first(), right.first()) else { return false };
    if !agree(a, b) && !is_short_for(a, b) {
        return false;
    }
    let (left, right) = (&left[1..left.len() - 1], &right[1..right.len() - 1]);
    left.is_empty() || right.is_empty() || left.iter().zip(right).all(|(a, b)| agree(a, b))
}
