//! Names of the same one: the same words, an acronym, a short form, a surname.

use std::collections::{BTreeMap, BTreeSet};

use super::cluster::Clusters;
use super::grammar::Grammar;
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
    /// From a title in the name or right before it.
    pub gender: Gender,
    /// The word as written, where the name is a single one in capitals: `CSTO`.
    acronym: Option<String>,
}

impl NameForm {
    fn is_person(&self) -> bool {
        self.kind == Some(NameKind::Person)
    }

    fn key(&self) -> String {
        self.words.join(" ")
    }
}

/// The form of each mention; empty for what is no name.
pub(super) fn forms(grammar: &Grammar<'_>, mentions: &[Mention]) -> Vec<NameForm> {
    let mut forms: Vec<NameForm> = mentions.iter().map(|mention| form(grammar, mention)).collect();
    mend_kinds(grammar, mentions, &mut forms);
    forms
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
    let mut words: Vec<String> = mention
        .tokens
        .clone()
        .map(|token| grammar.lower(token))
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .filter(|word| !matches!(word.as_str(), "'s" | "’s"))
        .map(|word| word.trim_end_matches('.').to_owned())
        .collect();
    if words.len() > 1 && words[0] == "the" {
        words.remove(0);
    }
    let mut gender = Gender::Unknown;
    if name.kind == NameKind::Person {
        while words.len() > 1 && words::is_title(&words[0]) {
            gender = pick(gender, words::gender_of_title(&words[0]));
            words.remove(0);
        }
        while words.len() > 1
            && words
                .last()
                .is_some_and(|word| matches!(word.as_str(), "jr" | "sr" | "ii" | "iii" | "iv"))
        {
            words.pop();
        }
        let before = mention.tokens.start.checked_sub(1);
        if let Some(before) =
            before.filter(|&before| grammar.same_sentence(before, mention.tokens.start))
        {
            gender = pick(gender, words::gender_of_title(&grammar.lower(before)));
        }
        let given = mention
            .tokens
            .clone()
            .map(|token| grammar.word(token))
            .find(|word| word.to_lowercase() == words[0]);
        if let (Gender::Unknown, true, Some(given)) = (gender, words.len() > 1, given) {
            gender = given_name_gender(given);
        }
    }
    let single = mention.range.slice(grammar.text()).trim_start_matches("the ");
    let letters: String = single.chars().filter(|c| c.is_alphabetic()).collect();
    let capitals = letters.chars().filter(|c| c.is_uppercase()).count();
    let acronym = (words.len() == 1 && capitals >= 2 && capitals * 3 >= letters.len() * 2)
        .then(|| letters.to_lowercase());
    NameForm { words, kind: Some(name.kind), gender, acronym }
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
    link_acronyms(grammar, mentions, forms, states, clusters);
    link_listed(grammar, mentions, forms, states, clusters);
    link_short_forms(grammar, mentions, forms, states, clusters);
    link_heads(grammar, mentions, forms, states, clusters);
    link_families(mentions, forms, states, clusters);
    link_people(mentions, forms, states, clusters);
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
    let mut first: BTreeMap<(String, bool), usize> = BTreeMap::new();
    for idx in names(mentions, states) {
        let form = &forms[idx];
        // A bare surname waits for the full names: two people may share it.
        if form.words.is_empty() || (form.is_person() && form.words.len() == 1) {
            continue;
        }
        clusters.join(*first.entry((form.key(), form.is_person())).or_insert(idx), idx);
    }
}

/// Mentions that are names and no state.
fn names<'a>(mentions: &'a [Mention], states: &'a States) -> impl Iterator<Item = usize> + 'a {
    (0..mentions.len())
        .filter(|&idx| mentions[idx].form == Form::Name && states.of_mention(idx).is_none())
}

/// Joins what a list has as names of one body: `GOP`, `Republican Party`, and the `Republicans` who act as one.
fn link_listed(
    grammar: &Grammar<'_>,
    mentions: &[Mention],
    forms: &[NameForm],
    states: &States,
    clusters: &mut Clusters,
) {
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    for idx in names(mentions, states) {
        let body = lexicon().body(mentions[idx].range.slice(grammar.text()));
        let Some(body) = body.filter(|_| !forms[idx].is_person()) else { continue };
        clusters.join(*first.entry(body).or_insert(idx), idx);
    }
}

/// `Collective Security Treaty Organization (CSTO)`, and bare acronyms whose letters fit one long name.
fn link_acronyms(
    grammar: &Grammar<'_>,
    mentions: &[Mention],
    forms: &[NameForm],
    states: &States,
    clusters: &mut Clusters,
) {
    let mut by_initials: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for idx in names(mentions, states) {
        let form = &forms[idx];
        if form.words.len() > 1 && !form.is_person() {
            for initials in initials(&form.words) {
                by_initials.entry(initials).or_default().push(idx);
            }
        }
    }
    let by_start: BTreeMap<usize, usize> =
        names(mentions, states).map(|idx| (mentions[idx].tokens.start, idx)).collect();
    for idx in names(mentions, states) {
        let end = mentions[idx].tokens.end;
        let bracketed = (grammar.word(end) == "(").then(|| by_start.get(&(end + 1))).flatten();
        if let Some(&inside) = bracketed {
            let (left, right) = (&forms[idx], &forms[inside]);
            if left.kind == right.kind || left.acronym.is_some() || right.acronym.is_some() {
                let fits = |acronym: &NameForm, long: &NameForm| {
                    acronym
                        .acronym
                        .as_ref()
                        .is_some_and(|letters| letters_fit(letters, &long.words))
                };
                if fits(right, left) || fits(left, right) {
                    clusters.join(idx, inside);
                }
            }
        }
        let Some(acronym) = &forms[idx].acronym else { continue };
        if let Some(long) = spelt_before(grammar, mentions, forms, idx, acronym) {
            clusters.join(long, idx);
        }
        let long = by_initials.get(acronym).map(Vec::as_slice).unwrap_or_default();
        let mut homes: Vec<usize> = long.iter().map(|&long| clusters.of(long)).collect();
        homes.sort_unstable();
        homes.dedup();
        if let (1, Some(&long)) = (homes.len(), long.first()) {
            clusters.join(long, idx);
        }
    }
}

/// `Joint Observer Mission in Ostland (JOMO)`: the name whose words, with the place that follows it, spell the acronym
/// in brackets behind them.
fn spelt_before(
    grammar: &Grammar<'_>,
    mentions: &[Mention],
    forms: &[NameForm],
    idx: usize,
    acronym: &str,
) -> Option<usize> {
    let end = mentions[idx].tokens.start.checked_sub(1).filter(|&at| grammar.word(at) == "(")?;
    let long = (0..idx).rev().take(6).find(|&other| {
        let mention = &mentions[other];
        let small = |token: usize| {
            grammar.word(token).starts_with(char::is_uppercase)
                || matches!(grammar.word(token), "in" | "of" | "for" | "on" | "and" | "the")
        };
        mention.form == Form::Name
            && forms[other].kind == Some(NameKind::Organization)
            && mention.tokens.len() > 1
            && mention.tokens.end < end
            && grammar.same_sentence(mention.tokens.start, end)
            && (mention.tokens.end..end).all(small)
    })?;
    let words: Vec<String> =
        (mentions[long].tokens.start..end).map(|token| grammar.lower(token)).collect();
    initials(&words).iter().any(|letters| letters == acronym).then_some(long)
}

/// First letters of the words, with and without the small ones.
fn initials(words: &[String]) -> Vec<String> {
    let small = |word: &str| {
        matches!(word, "of" | "the" | "and" | "for" | "in" | "on" | "de" | "&" | "to" | "at")
    };
    let all: String = words.iter().filter_map(|word| word.chars().next()).collect();
    let long: String =
        words.iter().filter(|word| !small(word)).filter_map(|word| word.chars().next()).collect();
    let mut found: Vec<String> =
        [all, long].into_iter().filter(|initials| initials.chars().count() > 1).collect();
    found.dedup();
    found
}

/// Whether the letters occur in this order, the first at the start of the first word or a later one.
fn letters_fit(letters: &str, words: &[String]) -> bool {
    let mut wanted = letters.chars().peekable();
    for word in words {
        let mut within = false;
        for character in word.chars() {
            match wanted.peek() {
                Some(&letter) if letter == character && (within || word.starts_with(letter)) => {
                    wanted.next();
                    within = true;
                }
                Some(_) => {}
                None => return true,
            }
        }
    }
    wanted.peek().is_none()
}

/// `SoftBank` for `SoftBank Group Corp`, `Riverside` for `Church of Riverside`.
fn link_short_forms(
    grammar: &Grammar<'_>,
    mentions: &[Mention],
    forms: &[NameForm],
    states: &States,
    clusters: &mut Clusters,
) {
    let mut short_of: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut firms: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for idx in names(mentions, states) {
        if forms[idx].kind != Some(NameKind::Organization) {
            continue;
        }
        let words = &forms[idx].words;
        // `Acme` for `Acme Nobel`, where nothing else that starts so is named.
        let listed = lexicon().senses(mentions[idx].range.slice(grammar.text())).any(Senses::COMPANY);
        if words.len() == 2 && (listed || !is_general(&words[1])) {
            firms.entry(words[0].clone()).or_default().push(idx);
        }
        for cut in 1..words.len() {
            // `the House` is no `House Committee`.
            let whole = cut == 1 && is_chamber(&words[0]);
            if !whole && words[cut..].iter().all(|word| is_company_word(word)) {
                short_of.entry(words[..cut].join(" ")).or_default().push(idx);
            }
        }
        if words.len() > 2 && words[1] == "of" && words::is_body(&words[0]) {
            short_of.entry(words[2..].join(" ")).or_default().push(idx);
        }
        // `General Assembly` for `General Assembly of the United Nations`.
        let of = words.iter().position(|word| word == "of" || word == "for");
        if let Some(of) = of.filter(|&of| of > 1) {
            short_of.entry(words[..of].join(" ")).or_default().push(idx);
        }
        // `State Department` for `US State Department`, `the Senate` for `U.S. Senate`.
        let long = words.len() > 2 || words.len() == 2 && is_chamber(&words[1]);
        if long && is_state_word(grammar, &mentions[idx]) {
            short_of.entry(words[1..].join(" ")).or_default().push(idx);
        }
    }
    for idx in names(mentions, states) {
        let form = &forms[idx];
        // `State`, of the department, is no place that a list has.
        let listed =
            || lexicon().senses(mentions[idx].range.slice(grammar.text())).any(Senses::ANY_PLACE);
        if form.kind == Some(NameKind::Person) || (form.kind == Some(NameKind::Place) && listed()) {
            continue;
        }
        let long = short_of.get(&form.key()).map(Vec::as_slice).unwrap_or_default();
        let long = if long.is_empty() && form.kind == Some(NameKind::Organization) {
            firms.get(&form.key()).map(Vec::as_slice).unwrap_or_default()
        } else {
            long
        };
        let mut homes: Vec<usize> = long.iter().map(|&long| clusters.of(long)).collect();
        homes.sort_unstable();
        homes.dedup();
        if let (1, Some(&long)) = (homes.len(), long.first()) {
            clusters.join(long, idx);
        }
    }
}

/// Whether a name starts with the name or the adjective of a state.
fn is_state_word(grammar: &Grammar<'_>, mention: &Mention) -> bool {
    let first = mention.tokens.clone().map(|token| grammar.word(token)).find(|&word| word != "the");
    first.is_some_and(|word| !lexicon().powers().of(word).is_empty())
}

/// `the Church` for `Church of the River`, `the Department` for `State Department`: a body's noun with a capital
/// means the one whose name has it, the last one named before it of several.
fn link_heads(
    grammar: &Grammar<'_>,
    mentions: &[Mention],
    forms: &[NameForm],
    states: &States,
    clusters: &mut Clusters,
) {
    let mut last: BTreeMap<&str, usize> = BTreeMap::new();
    for idx in names(mentions, states) {
        let form = &forms[idx];
        if form.kind != Some(NameKind::Organization) {
            continue;
        }
        let [word] = form.words.as_slice() else {
            let of = form.words.iter().position(|word| word == "of");
            let head = of.map_or(form.words.last(), |of| form.words.get(of.max(1) - 1));
            last.extend(head.map(|head| (head.as_str(), idx)));
            continue;
        };
        let the = mentions[idx].tokens.start.checked_sub(1).is_some_and(|before| {
            grammar.lower(before) == "the" || grammar.lower(mentions[idx].tokens.start) == "the"
        });
        // `the House` and `the Senate` are names by themselves.
        let general = words::is_body(word) && !is_chamber(word);
        if let Some(&long) = last.get(word.as_str()).filter(|_| the && general) {
            clusters.join(long, idx);
        }
    }
}

/// What is a body's whole name where it stands alone.
fn is_chamber(word: &str) -> bool {
    matches!(word, "house" | "senate" | "congress" | "parliament" | "cabinet")
}

/// `the Ostranders` for `the Ostrander family`.
fn link_families(
    mentions: &[Mention],
    forms: &[NameForm],
    states: &States,
    clusters: &mut Clusters,
) {
    let families: Vec<(String, usize)> = names(mentions, states)
        .filter(|&idx| forms[idx].kind == Some(NameKind::Group))
        .filter_map(|idx| {
            let key = forms[idx].key();
            Some((key.strip_suffix(" family")?.to_owned(), idx))
        })
        .collect();
    for idx in names(mentions, states) {
        let word = forms[idx].key();
        let several =
            |name: &str| word.strip_prefix(name).is_some_and(|ending| matches!(ending, "s" | "es"));
        if let Some(&(_, family)) = families.iter().find(|(name, _)| several(name)) {
            clusters.join(family, idx);
        }
    }
}

/// A word that tells what a name is of, or parts of what it is called after: `Acme Cup` is not `Acme`.
fn is_general(word: &str) -> bool {
    !lexicon().word_senses(word).is_empty()
}

/// Words that a short form of an organization's name leaves out.
fn is_company_word(word: &str) -> bool {
    matches!(
        word,
        "group"
            | "corp"
            | "corporation"
            | "inc"
            | "incorporated"
            | "ltd"
            | "limited"
            | "llc"
            | "llp"
            | "plc"
            | "co"
            | "company"
            | "companies"
            | "holding"
            | "holdings"
            | "pac"
            | "ag"
            | "sa"
            | "gmbh"
            | "nv"
            | "se"
            | "party"
            | "foundation"
            | "university"
            | "institute"
            | "news"
            | "newspaper"
            | "magazine"
            | "bank"
            | "industries"
            | "technologies"
            | "motors"
            | "airlines"
            | "airways"
            | "systems"
            | "partners"
            | "capital"
            | "international"
            | "organization"
            | "organisation"
            | "movement"
            | "department"
            | "ministry"
            | "agency"
            | "association"
            | "club"
            | "network"
            | "networks"
            | "media"
            | "school"
            | "college"
            | "church"
            | "hospital"
            | "museum"
            | "team"
            | "committee"
            | "campaign"
            | "administration"
    )
}

/// A full name and what stands for it.
struct Person {
    idx: usize,
    words: Vec<String>,
    count: usize,
}

/// Links variants of full names, then bare surnames and given names to them.
fn link_people(mentions: &[Mention], forms: &[NameForm], states: &States, clusters: &mut Clusters) {
    let people = full_names(mentions, forms, states, clusters);
    let mut by_part: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (nth, person) in people.iter().enumerate() {
        for cut in 1..person.words.len() {
            by_part.entry(person.words[cut..].join(" ")).or_default().push(nth);
        }
    }
    let mut by_start: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (nth, person) in people.iter().enumerate() {
        by_start.entry(person.words[0].as_str()).or_default().push(nth);
    }
    let mut unknown: BTreeMap<String, usize> = BTreeMap::new();
    for idx in names(mentions, states) {
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
        let candidates: Vec<&Person> =
            by_surname.iter().chain(given).map(|&nth| &people[nth]).collect();
        match choose(idx, form, &candidates, clusters) {
            Some(person) => clusters.join(person, idx),
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

/// The full names, those of one person joined: `Donald Trump`, `Donald J. Trump`.
fn full_names(
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
        let same_surname = by_surname.entry(surname.clone()).or_default();
        let known =
            same_surname.iter().copied().find(|&nth| same_person(&people[nth].words, &form.words));
        if let Some(nth) = known {
            clusters.join(people[nth].idx, idx);
            people[nth].count += 1;
        } else {
            same_surname.push(people.len());
            people.push(Person { idx, words: form.words.clone(), count: 1 });
        }
    }
    people
}

/// Whether two full names of one surname may be one person's: the given names agree, or one is the
/// other's initial, and no middle name contradicts.
fn same_person(left: &[String], right: &[String]) -> bool {
    let agree = |a: &str, b: &str| {
        a == b
            || (a.chars().count() == 1 && b.starts_with(a))
            || (b.chars().count() == 1 && a.starts_with(b))
    };
    let (Some(a), Some(b)) = (left.first(), right.first()) else { return false };
    if !agree(a, b) {
        return false;
    }
    let (left, right) = (&left[1..left.len() - 1], &right[1..right.len() - 1]);
    left.is_empty() || right.is_empty() || left.iter().zip(right).all(|(a, b)| agree(a, b))
}

/// The one whom a short name at `idx` means. Of several of that surname: whose title fits, then
/// whoever has been named before, most often, and last.
fn choose(
    idx: usize,
    form: &NameForm,
    candidates: &[&Person],
    clusters: &Clusters,
) -> Option<usize> {
    candidates
        .iter()
        .filter(|person| {
            !genders_clash(clusters.facts(clusters.of(person.idx)).gender, form.gender)
        })
        .max_by_key(|person| {
            let before = person.idx < idx;
            (before, person.count, if before { person.idx } else { usize::MAX - person.idx })
        })
        .map(|person| person.idx)
}

fn genders_clash(left: Gender, right: Gender) -> bool {
    left != Gender::Unknown && right != Gender::Unknown && left != right
}
