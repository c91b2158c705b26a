//! Names of one body: acronyms, short forms, what a list has as one, what it was called before.

use std::collections::BTreeMap;

use super::cluster::Clusters;
use super::grammar::Grammar;
use super::naming::{NameForm, names};
use super::states::States;
use super::words;
use super::{Form, Mention};
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{NameKind, Upos};

/// Joins what a list has as names of one body: `GOP`, `Republican Party`, and the `Republicans` who act as one.
pub(super) fn link_listed(
    grammar: &Grammar<'_>,
    mentions: &[Mention],
    forms: &[NameForm],
    states: &States,
    clusters: &mut Clusters,
) {
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    for idx in names(mentions, states) {
        let form = mentions[idx].range.slice(grammar.text());
        // `the Republican party`.
        let capital = || Some(format!("{} Party", form.strip_suffix(" party")?));
        let body =
            lexicon().body(form).or_else(|| capital().and_then(|form| lexicon().body(&form)));
        let Some(body) = body.filter(|_| !forms[idx].is_person()) else { continue };
        clusters.join(*first.entry(body).or_insert(idx), idx);
    }
}

/// `Collective Security Treaty Organization (CSTO)`, and bare acronyms whose letters fit one long name.
pub(super) fn link_acronyms(
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
            let alike = left.kind == right.kind || !left.is_person() && !right.is_person();
            if alike || left.acronym.is_some() || right.acronym.is_some() {
                let fits = |acronym: &NameForm, long: &NameForm| {
                    acronym
                        .acronym
                        .as_ref()
                        .is_some_and(|letters| letters_fit(letters, &long.words))
                };
                // `Vox Verdis (Voice of the Greens)`: nothing else in the brackets.
                let body = Some(NameKind::Organization);
                let one = || {
                    left.kind == body && right.kind == body
                        || is_another_name(grammar, &mentions[idx], &mentions[inside])
                };
                let alone = grammar.word(mentions[inside].tokens.end) == ")" && one();
                if alone || fits(right, left) || fits(left, right) {
                    clusters.join(idx, inside);
                    vote_for_thing(forms, [idx, inside], clusters);
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
        if let (1, Some(&long)) = (homes.len(), long.first())
            && !is_press_of_its_own(mentions[idx].range.slice(grammar.text()), &forms[long])
        {
            clusters.join(long, idx);
            vote_for_thing(forms, [long, idx], clusters);
        }
    }
}

/// `AFP`, beside the Australian Federal Police: letters that the press goes by, short for something else.
fn is_press_of_its_own(acronym: &str, long: &NameForm) -> bool {
    let press = lexicon().senses(acronym).any(Senses::MEDIA);
    lexicon().body(acronym).is_some_and(|body| {
        let whole: Vec<String> = body.to_lowercase().split([' ', '-']).map(str::to_owned).collect();
        press && whole.len() > 1 && whole != long.words
    })
}

/// `Nordvik Bibliotek (Northbay Library)`: two names of several words, one of them of what stands somewhere or does
/// something, and neither that of a place which a list knows.
fn is_another_name(grammar: &Grammar<'_>, left: &Mention, right: &Mention) -> bool {
    let head = |mention: &Mention| {
        let word = |token: usize| lexicon().word_senses(&grammar.lower(token));
        let head = Senses::ORGANIZATION_HEAD | Senses::PLACE_HEAD;
        let of = mention.tokens.clone().find(|&token| grammar.word(token) == "of");
        let last = of.unwrap_or(mention.tokens.end).saturating_sub(1);
        mention.tokens.contains(&last) && word(last).any(head)
    };
    let whole = |mention: &Mention| {
        let form = mention.range.slice(grammar.text());
        mention.tokens.len() > 1 && !lexicon().senses(form).any(Senses::ANY_PLACE)
    };
    whole(left) && whole(right) && (head(left) || head(right))
}

/// `Clean Water Act (CWA)`: the letters are as little a body as the words.
fn vote_for_thing(forms: &[NameForm], pair: [usize; 2], clusters: &mut Clusters) {
    if pair.into_iter().any(|idx| is_thing(&forms[idx])) {
        let cluster = clusters.of(pair[0]);
        clusters.facts_mut(cluster).vote(NameKind::Other);
    }
}

/// Whether a name is taken for nobody's and ends in a word for a thing.
fn is_thing(form: &NameForm) -> bool {
    form.kind == Some(NameKind::Other)
        && form.words.last().is_some_and(|last| lexicon().word_senses(last).any(Senses::OTHER_HEAD))
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
            && grammar.name(mention.head) == mention.name
            && forms[other].kind == Some(NameKind::Organization)
            && mention.tokens.len() > 1
            && mention.tokens.end < end
            && grammar.same_sentence(mention.tokens.start, end)
            && (mention.tokens.end..end).all(small)
    })?;
    let words: Vec<String> =
        (mentions[long].tokens.start..end).map(|token| grammar.lower(token)).collect();
    let spelt = initials(&words).iter().any(|letters| letters == acronym);
    (spelt || acronym.len() > 3 && letters_fit(acronym, &words)).then_some(long)
}

/// First letters of the words, with and without the small ones.
pub(super) fn initials(words: &[String]) -> Vec<String> {
    let all: String = words.iter().filter_map(|word| word.chars().next()).collect();
    let long: String = words
        .iter()
        .filter(|word| !is_small(word))
        .filter_map(|word| word.chars().next())
        .collect();
    let mut found: Vec<String> =
        [all, long].into_iter().filter(|initials| initials.chars().count() > 1).collect();
    found.dedup();
    found
}

fn is_small(word: &str) -> bool {
    matches!(word, "of" | "the" | "and" | "for" | "in" | "on" | "de" | "&" | "to" | "at" | "by")
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
pub(super) fn link_short_forms(
    grammar: &Grammar<'_>,
    mentions: &[Mention],
    forms: &[NameForm],
    states: &States,
    clusters: &mut Clusters,
) {
    let mut short_of: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut firms: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut often: BTreeMap<String, usize> = BTreeMap::new();
    for idx in names(mentions, states) {
        *often.entry(forms[idx].key()).or_default() += 1;
    }
    for idx in names(mentions, states) {
        if forms[idx].kind != Some(NameKind::Organization) {
            continue;
        }
        let words = &forms[idx].words;
        // `Acme` for `Acme Nobel`, where nothing else that starts so is named.
        let listed =
            lexicon().senses(mentions[idx].range.slice(grammar.text())).any(Senses::COMPANY);
        if words.len() == 2 && (listed || !is_general(&words[1])) {
            firms.entry(words[0].clone()).or_default().push(idx);
        }
        // `Zorblat` for `Zorblat Harvest Group`: a word that means nothing else.
        let first = mentions[idx].tokens.start;
        let coined = || {
            let plain = lexicon().senses(grammar.word(first)).is_empty() && !is_general(&words[0]);
            plain && words.last().is_some_and(|last| words::is_company_word(last))
        };
        if words.len() > 2 && !is_small(&words[1]) && coined() {
            firms.entry(words[0].clone()).or_default().push(idx);
        }
        for cut in 1..words.len() {
            // `the House` is no `House Committee`.
            let whole = cut == 1 && is_chamber(&words[0]);
            if !whole && words[cut..].iter().all(|word| words::is_company_word(word)) {
                short_of.entry(words[..cut].join(" ")).or_default().push(idx);
            }
        }
        if words.len() > 2 && words[1] == "of" && words::is_body(&words[0]) {
            short_of.entry(words[2..].join(" ")).or_default().push(idx);
        }
        // `the House` for `House of Representatives`, the lower one of two.
        if matches!(words.as_slice(), [house, of, whose]
            if house == "house" && of == "of" && matches!(whose.as_str(), "representatives" | "commons"))
        {
            short_of.entry(words[0].clone()).or_default().push(idx);
        }
        // `General Assembly` for `General Assembly of the United Nations`.
        // `the Senate` for `Senate of the United States`.
        let of = words.iter().position(|word| word == "of" || word == "for");
        let parliament = |of: usize| of == 1 && is_chamber(&words[0]) && words[0] != "house";
        // `Selm State University` for `Selm State University at Tarn`.
        let at = words.iter().position(|word| word == "at");
        let at = at.filter(|&at| words[..at].iter().any(|word| is_of_a_town(word)));
        for cut in of.filter(|&of| of > 1 || parliament(of)).into_iter().chain(at) {
            short_of.entry(words[..cut].join(" ")).or_default().push(idx);
        }
        // `School of Sail` for `School of Sail Norway`, where the text has that more often.
        let (first, last) = (mentions[idx].tokens.start, mentions[idx].tokens.end - 1);
        let place = lexicon().senses(grammar.word(last)).any(Senses::ANY_PLACE);
        if words.len() > 2 && place && grammar.upos(last - 1) != Upos::Adp {
            let whole = grammar.range(&(first..last));
            let short = words[..words.len() - 1].join(" ");
            let usual = often.get(&forms[idx].key()) >= often.get(&short);
            if usual && lexicon().senses(whole.slice(grammar.text())).is_empty() {
                short_of.entry(short).or_default().push(idx);
            }
        }
        // `State Department` for `US State Department`, `the Senate` for `U.S. Senate`.
        let long = words.len() > 2 || words.len() == 2 && is_chamber(&words[1]);
        if long && is_state_word(grammar, &mentions[idx]) {
            short_of.entry(words[1..].join(" ")).or_default().push(idx);
        }
        // `the Herald` for `Ostland Herald`.
        let paper = words.iter().skip(1).last().filter(|last| is_paper(last));
        if let Some(paper) = paper {
            short_of.entry(paper.clone()).or_default().push(idx);
        }
        // `Labour Department` for `Department of Labour`; `Riverton University` is another than `University of Riverton`.
        let of = words.iter().position(|word| word == "of");
        if let Some(of) = of.filter(|&of| of > 0 && of + 1 < words.len())
            && words[..of].last().is_some_and(|head| words::is_body(head) && !is_of_a_town(head))
        {
            let turned = [&words[of + 1..], &words[..of]].concat();
            short_of.entry(turned.join(" ")).or_default().push(idx);
        }
        // `the Steelfolk` for `United Steelfolk`.
        let last = mentions[idx].tokens.end - 1;
        if let [.., before, word] = words.as_slice()
            && !is_small(before)
            && !is_general(word)
            && !words::is_company_word(word)
            && word.chars().count() > 3
            && lexicon().senses(grammar.word(last)).is_empty()
            && !is_province(grammar, &mentions[idx], 1)
            // `Radio Selm` is heard in Selm.
            && !matches!(before.as_str(), "radio" | "television" | "tv")
        {
            short_of.entry(word.clone()).or_default().push(idx);
        }
        // `Awards Fund` for `Ann Roe Awards Fund`, but not for one of a province.
        for cut in 1..words.len().saturating_sub(1) {
            if !is_small(&words[cut - 1])
                && !is_small(&words[cut])
                && (paper.is_some()
                    || is_of_a_town(&words[cut - 1])
                    || !is_province(grammar, &mentions[idx], words.len() - cut))
            {
                short_of.entry(words[cut..].join(" ")).or_default().push(idx);
            }
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
        // `in Selm`, of the `University of Selm` and the town.
        let town = |&long: &usize| {
            let first = grammar.lower(mentions[long].tokens.start);
            is_of_a_town(&first) || matches!(first.as_str(), "bank" | "museum" | "port")
        };
        if form.kind == Some(NameKind::Place) && long.iter().any(town) {
            continue;
        }
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
            // `at Zorblat`, taken for a place.
            if form.kind == Some(NameKind::Place) {
                let cluster = clusters.of(idx);
                clusters.facts_mut(cluster).vote(NameKind::Organization);
            }
        } else if let Some(long) = clipped(mentions, forms, states, idx) {
            clusters.join(long, idx);
        }
    }
}

/// Bodies that are called by their town, whichever part of them is meant.
fn is_of_a_town(noun: &str) -> bool {
    matches!(noun, "university" | "college" | "school" | "institute" | "academy")
}

/// `Herald`, `Sun-Times`.
fn is_paper(word: &str) -> bool {
    word.split('-').all(|part| PAPERS.contains(&part))
}

/// What newspapers are called, behind the name of a place.
const PAPERS: &[&str] = &[
    "advertiser",
    "advocate",
    "argus",
    "banner",
    "bee",
    "bugle",
    "chronicle",
    "courant",
    "courier",
    "dispatch",
    "echo",
    "enquirer",
    "examiner",
    "express",
    "gazette",
    "globe",
    "guardian",
    "herald",
    "independent",
    "inquirer",
    "journal",
    "ledger",
    "mail",
    "mercury",
    "mirror",
    "monitor",
    "news",
    "observer",
    "pioneer",
    "post",
    "press",
    "record",
    "register",
    "reporter",
    "sentinel",
    "standard",
    "star",
    "statesman",
    "sun",
    "telegram",
    "telegraph",
    "times",
    "tribune",
    "voice",
];

/// `Ost State` for `Ostland State University`: each word the start of the long name's, the last whole.
fn clipped(mentions: &[Mention], forms: &[NameForm], states: &States, idx: usize) -> Option<usize> {
    let short = &forms[idx].words;
    let place = matches!(forms[idx].kind, Some(NameKind::Organization | NameKind::Place));
    if short.len() < 2 || !place {
        return None;
    }
    names(mentions, states).find(|&other| {
        let long = &forms[other].words;
        forms[other].kind == Some(NameKind::Organization)
            && long.len() == short.len() + 1
            && long.last().is_some_and(|last| words::is_company_word(last))
            && short.iter().zip(long).all(|(short, long)| long.starts_with(short.as_str()))
            && short.last() == long.get(short.len() - 1)
            && short.iter().all(|word| word.chars().count() > 2)
    })
}

/// `Acme rebranded itself Orbit`, `Acme, formerly known as Orbit`: the name behind such a verb is the one's before it.
pub(super) fn link_renamed(
    grammar: &Grammar<'_>,
    mentions: &[Mention],
    forms: &[NameForm],
    states: &States,
    clusters: &mut Clusters,
) {
    let all: Vec<usize> = names(mentions, states).collect();
    for pair in all.windows(2) {
        let &[left, right] = pair else { continue };
        let (from, to) = (mentions[left].tokens.end, mentions[right].tokens.start);
        let near = from < to && to - from <= 6 && grammar.same_sentence(from, to);
        let alike = forms[left].kind == forms[right].kind
            || !forms[left].is_person() && !forms[right].is_person();
        if !near || !alike || forms[left].kind == Some(NameKind::Group) {
            continue;
        }
        let words: Vec<String> = (from..to).map(|token| grammar.lower(token)).collect();
        let words: Vec<&str> =
            words.iter().map(String::as_str).filter(|word| *word != "the").collect();
        let renames = match words.as_slice() {
            ["was" | "is", "renamed" | "rebranded"]
            | ["was", "renamed", "as"]
            | [",", "formerly" | "previously" | "aka"]
            | ["aka"] => true,
            [.., "known" | "rebranded" | "itself", "as"] => {
                words.len() <= 4 && !words.contains(&"not") && !words.contains(&"and")
            }
            _ => false,
        };
        if renames {
            clusters.join(left, right);
        }
    }
}

/// `the firm rebranded itself Orbit`: whoever the subject is, once descriptions are linked.
pub(super) fn link_restyled(grammar: &Grammar<'_>, mentions: &[Mention], clusters: &mut Clusters) {
    let by_head = super::by_token(mentions);
    for (idx, mention) in mentions.iter().enumerate() {
        let first = mention.tokens.start;
        let the = usize::from(first > 0 && grammar.lower(first - 1) == "the");
        let Some(own) = first.checked_sub(1 + the) else { continue };
        let Some(verb) = own.checked_sub(1) else { continue };
        let restyles = mention.form == Form::Name
            && matches!(grammar.lower(own).as_str(), "itself" | "himself" | "herself")
            && matches!(grammar.lemma(verb).as_str(), "rebrand" | "rename" | "restyle");
        if let Some(subject) = restyles.then(|| grammar.subject(verb)).flatten()
            && let Some(&subject) = by_head.get(&subject)
        {
            clusters.join(subject, idx);
        }
    }
}

/// Whether a name is that of a place, but no country, up to its last words: `Northland Party` is one of many.
fn is_province(grammar: &Grammar<'_>, mention: &Mention, last: usize) -> bool {
    let end = mention.tokens.end.saturating_sub(last);
    let mut first = mention.tokens.start;
    first += usize::from(grammar.lower(first) == "the");
    let words: Vec<&str> = (first..end).map(|token| grammar.word(token)).collect();
    let start = words.join(" ");
    let country = lexicon()
        .powers()
        .of(&start)
        .iter()
        .any(|form| lexicon().powers().power(form.power).kind.is_country());
    !country && words.iter().any(|word| lexicon().senses(word).any(Senses::ANY_PLACE))
}

/// Whether a name starts with the name or the adjective of a state.
fn is_state_word(grammar: &Grammar<'_>, mention: &Mention) -> bool {
    let first = mention.tokens.clone().map(|token| grammar.word(token)).find(|&word| word != "the");
    first.is_some_and(|word| !lexicon().powers().of(word).is_empty())
}

/// `the Church` for `Church of the River`, `the Department` for `State Department`: a body's noun with a capital
/// means the one whose name has it, the last one named before it of several.
pub(super) fn link_heads(
    grammar: &Grammar<'_>,
    mentions: &[Mention],
    forms: &[NameForm],
    states: &States,
    clusters: &mut Clusters,
) {
    let mut last: BTreeMap<&str, usize> = BTreeMap::new();
    // All places of `Court` are one: it has one home.
    let mut homes: BTreeMap<&str, usize> = BTreeMap::new();
    for idx in (0..mentions.len()).filter(|&idx| mentions[idx].form == Form::Name) {
        let form = &forms[idx];
        // `European Commission`, which a list has among the states.
        let state = states.of_mention(idx).map(|state| lexicon().powers().power(state).kind);
        let body = match state {
            Some(kind) => !kind.is_country() && form.words.len() > 1,
            None => form.kind == Some(NameKind::Organization),
        };
        if !body {
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
        let general = words::is_body(word) && !is_chamber(word) || word == "county";
        if let Some(&long) = last.get(word.as_str()).filter(|_| the && general) {
            clusters.join(*homes.entry(word.as_str()).or_insert(long), idx);
        }
    }
}

/// What is a body's whole name where it stands alone.
fn is_chamber(word: &str) -> bool {
    matches!(word, "house" | "senate" | "congress" | "parliament" | "cabinet")
}

/// `the Ostranders` for `the Ostrander family`.
pub(super) fn link_families(
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

#[cfg(test)]
mod tests {
    use crate::briefing::brief;
    use crate::document::BlockKind;
    use crate::testing::{document, of_blocks};

    /// Expects the actors of a text to have so many mentions each.
    #[track_caller]
    fn check(text: &str, expected: &[usize]) {
        let briefing = brief(&document(text));
        let mentions: Vec<usize> =
            briefing.actors.iter().map(|actor| actor.mentions.len()).collect();
        assert_eq!(mentions, expected);
    }

    #[test]
    fn letters_are_of_the_body_that_the_text_has() {
        check("The Rapid Support Forces struck. The army blamed the RSF. The RSF denied it.", &[3]);
        check("Reporters Without Borders sent a letter. RSF wants an answer.", &[2]);
    }

    #[test]
    fn a_headline_alone_defines_nobody() {
        let told = "The Harbour Relief Fund said on Monday that it had left the camp. The agency gave no reason. The agency has \
            fed miners there for years.";
        let headline = "U.N. agency halts aid to camp";
        let blocks = [(BlockKind::Title, headline), (BlockKind::Paragraph, told)];
        let briefing = brief(&of_blocks(&blocks, None));
        assert!(briefing.actors.iter().all(|actor| actor.name != "U.N. agency"));
    }

    #[test]
    fn a_college_may_be_clipped() {
        check("Ostland State University is old. Ostl State has a plan.", &[2]);
    }

    #[test]
    fn a_town_is_not_its_university() {
        check(
            "He spoke in Lund. The University of Lund, said Ingrid Moen, is in Lund.",
            &[3, 1, 1],
        );
    }

    #[test]
    fn a_newspaper_goes_by_what_newspapers_are_called() {
        check("The New York Times asked. The Times was told nothing, the Times wrote.", &[3]);
        check(
            "The Selm Herald and the Tarn Herald asked. The Herald was told nothing.",
            &[1, 1, 1],
        );
    }

    #[test]
    fn a_department_may_be_called_either_way_round() {
        check("The Labor Department issued a rule. The Department of Labor was wrong.", &[2]);
    }

    #[test]
    fn a_part_of_a_university_may_be_named_without_it() {
        check(
            "Oslo University Institute of Marine Research wrote. The Institute of Marine Research had no answer.",
            &[2],
        );
    }

    #[test]
    fn what_a_body_is_called_after_may_be_left_out() {
        check(
            "The letter came from Havel Grain Growers Union. The Grain Growers Union replied.",
            &[2],
        );
        check(
            "The letter came from Havel Grain Growers Union and from Tarn Grain Growers Union. The Grain Growers \
             Union replied.",
            &[1, 1, 1],
        );
    }

    #[test]
    fn another_name_in_brackets_is_the_same_body() {
        check(
            "The group met Vox Verdis Council (Voice of the Greens). Members of Voice of the Greens sang.",
            &[3],
        );
    }

    #[test]
    fn a_chamber_may_be_named_without_its_state() {
        check("Members of the Senate of the United States met. The Senate voted.", &[2]);
    }

    #[test]
    fn a_bare_court_is_one_court() {
        check(
            "The Supreme Court of Ostland sat in May. The Court heard that the Circuit Court was wrong. The Court did \
             not agree.",
            &[3, 1],
        );
    }

    #[test]
    fn a_body_of_states_goes_by_its_noun() {
        check(
            "The European Commission will report in May. The Commission's president, Ulf Sand, said it would wait. The \
             Commission has waited for long.",
            &[3, 2],
        );
    }

    #[test]
    fn a_school_may_be_named_without_its_place() {
        check(
            "We launched School of Sail Norway. The School of Sail Norway is glad. The School of Sail met in May.",
            &[3],
        );
    }

    #[test]
    fn a_name_in_two_languages_is_of_one() {
        check(
            "She works for the National Library of Norway (Norske Bokhylle). Ann Roe of the Norske Bokhylle spoke.",
            &[3, 1],
        );
    }

    #[test]
    fn a_firm_goes_by_its_first_word_and_a_union_by_its_last() {
        let text =
            "Zorblat had lost money, and Zorblat said so. The board of Zorblat Harvest Group met.";
        check(text, &[3]);
        let text = "He buys at Qvist. Shares of Qvist fell after Qvist Pharmaceuticals International was sold.";
        check(text, &[3]);
        check("She joined the United Kelpworkers. Members of the Kelpworkers voted.", &[2]);
    }
}
