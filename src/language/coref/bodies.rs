//! Names of one body: acronyms, what a list has as one, what it was called before.

use std::collections::BTreeMap;

use super::cluster::Clusters;
use super::grammar::Grammar;
use super::naming::{NameForm, names};
use super::states::States;
use super::words;
use super::{Form, Mention};
use crate::document::BlockKind;
use crate::language::NameKind;
use crate::language::lexicon::{Senses, lexicon};

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

pub(super) fn is_small(word: &str) -> bool {
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
    let mut all: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut headed = Vec::new();
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
            if let Some(head) = head {
                all.entry(head).or_default().push(idx);
            }
            continue;
        };
        let the = mentions[idx].tokens.start.checked_sub(1).is_some_and(|before| {
            grammar.lower(before) == "the" || grammar.lower(mentions[idx].tokens.start) == "the"
        });
        // `the House` and `the Senate` are names by themselves.
        let general = words::is_body(word) && !is_chamber(word) || word == "county";
        if let Some(&long) = last.get(word.as_str()).filter(|_| the && general) {
            clusters.join(*homes.entry(word.as_str()).or_insert(long), idx);
        } else if general && grammar.block_kind(mentions[idx].head) == Some(BlockKind::Title) {
            headed.push((word.as_str(), idx));
        }
    }
    // `Court stops decree`, above a text on the Supreme Court, where it has no other.
    for (word, idx) in headed {
        let Some(&first) = all.get(word).and_then(|long| long.first()) else { continue };
        if all[word].iter().all(|&long| clusters.of(long) == clusters.of(first)) {
            clusters.join(first, idx);
        }
    }
}

/// What is a body's whole name where it stands alone.
pub(super) fn is_chamber(word: &str) -> bool {
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
pub(super) fn is_general(word: &str) -> bool {
    !lexicon().word_senses(word).is_empty()
}

#[cfg(test)]
mod tests {
    use crate::briefing::brief;
    use crate::document::BlockKind;
    use crate::testing::{check_mentions as check, of_blocks};

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
    fn another_name_in_brackets_is_the_same_body() {
        check(
            "The group met Vox Verdis Council (Voice of the Greens). Members of Voice of the Greens sang.",
            &[3],
        );
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
    fn a_name_in_two_languages_is_of_one() {
        check(
            "She works for the National Library of Norway (Norske Bokhylle). Ann Roe of the Norske Bokhylle spoke.",
            &[3, 1],
        );
    }
}
