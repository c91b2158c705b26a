//! Short forms of the names of bodies: `SoftBank` for `SoftBank Group Corp`, `the Herald` for `Ostland Herald`.

use std::collections::BTreeMap;

use super::Mention;
use super::bodies::{is_chamber, is_general, is_small};
use super::cluster::Clusters;
use super::grammar::Grammar;
use super::naming::{NameForm, names};
use super::states::States;
use super::words;
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{NameKind, Upos};

/// `SoftBank` for `SoftBank Group Corp`, `Riverside` for `Church of Riverside`.
pub(super) fn link_short_forms(
    grammar: &Grammar<'_>,
    mentions: &[Mention],
    forms: &[NameForm],
    states: &States,
    clusters: &mut Clusters,
) {
    let mut often: BTreeMap<String, usize> = BTreeMap::new();
    for idx in names(mentions, states) {
        *often.entry(forms[idx].key()).or_default() += 1;
    }
    let mut short_of: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut firms: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for idx in names(mentions, states) {
        if forms[idx].kind != Some(NameKind::Organization) {
            continue;
        }
        let long = Long { grammar, mention: &mentions[idx], words: &forms[idx].words };
        if long.is_a_firm() {
            firms.entry(long.words[0].clone()).or_default().push(idx);
        }
        let starts = long.starts().into_iter().chain(long.without_place(&often, &forms[idx].key()));
        for short in starts.chain(long.turned()).chain(long.ends()) {
            short_of.entry(short).or_default().push(idx);
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

/// The whole name of a body.
struct Long<'a> {
    grammar: &'a Grammar<'a>,
    mention: &'a Mention,
    words: &'a [String],
}

impl Long<'_> {
    /// Whether its first word alone may stand for it, as of a firm.
    fn is_a_firm(&self) -> bool {
        let words = self.words;
        // `Acme` for `Acme Nobel`, where nothing else that starts so is named.
        let whole = self.mention.range.slice(self.grammar.text());
        let listed = || lexicon().senses(whole).any(Senses::COMPANY);
        // `Zorblat` for `Zorblat Harvest Group`: a word that means nothing else.
        let first = self.grammar.word(self.mention.tokens.start);
        let coined = || {
            let plain = lexicon().senses(first).is_empty() && !is_general(&words[0]);
            plain && words.last().is_some_and(|last| words::is_company_word(last))
        };
        words.len() == 2 && (listed() || !is_general(&words[1]))
            || words.len() > 2 && !is_small(&words[1]) && coined()
    }

    /// The words at its start that may stand for it, and `the House` for the one of representatives.
    fn starts(&self) -> Vec<String> {
        let words = self.words;
        // `the House` is no `House Committee`.
        let whole = |cut: usize| cut == 1 && is_chamber(&words[0]);
        let mut starts: Vec<String> = (1..words.len())
            .filter(|&cut| {
                !whole(cut) && words[cut..].iter().all(|word| words::is_company_word(word))
            })
            .map(|cut| words[..cut].join(" "))
            .collect();
        if words.len() > 2 && words[1] == "of" && words::is_body(&words[0]) {
            starts.push(words[2..].join(" "));
        }
        // `the House` for `House of Representatives`, the lower one of two.
        if matches!(words, [house, of, whose]
            if house == "house" && of == "of" && matches!(whose.as_str(), "representatives" | "commons"))
        {
            starts.push(words[0].clone());
        }
        // `General Assembly` for `General Assembly of the United Nations`.
        // `the Senate` for `Senate of the United States`.
        let of = words.iter().position(|word| word == "of" || word == "for");
        let parliament = |of: usize| of == 1 && is_chamber(&words[0]) && words[0] != "house";
        // `Selm State University` for `Selm State University at Tarn`.
        let at = words.iter().position(|word| word == "at");
        let at = at.filter(|&at| words[..at].iter().any(|word| is_of_a_town(word)));
        let cuts = of.filter(|&of| of > 1 || parliament(of)).into_iter().chain(at);
        starts.extend(cuts.map(|cut| words[..cut].join(" ")));
        starts
    }

    /// `School of Sail` for `School of Sail Norway`, where the text has that more often.
    fn without_place(&self, often: &BTreeMap<String, usize>, key: &str) -> Option<String> {
        let grammar = self.grammar;
        let (first, last) = (self.mention.tokens.start, self.mention.tokens.end - 1);
        let place = lexicon().senses(grammar.word(last)).any(Senses::ANY_PLACE);
        if self.words.len() <= 2 || !place || grammar.upos(last - 1) == Upos::Adp {
            return None;
        }
        let whole = grammar.range(&(first..last));
        let short = self.words[..self.words.len() - 1].join(" ");
        let usual = often.get(key) >= often.get(&short);
        (usual && lexicon().senses(whole.slice(grammar.text())).is_empty()).then_some(short)
    }

    /// `Labour Department` for `Department of Labour`; `Riverton University` is another than `University of Riverton`.
    fn turned(&self) -> Option<String> {
        let words = self.words;
        let of = words.iter().position(|word| word == "of")?;
        let (head, whose) = (&words[..of], &words[of + 1..]);
        let body = head.last().is_some_and(|head| words::is_body(head) && !is_of_a_town(head));
        (body && !whose.is_empty()).then(|| [whose, head].concat().join(" "))
    }

    /// The words at its end that may stand for it.
    fn ends(&self) -> Vec<String> {
        let (grammar, words) = (self.grammar, self.words);
        let mut ends = Vec::new();
        // `State Department` for `US State Department`, `the Senate` for `U.S. Senate`.
        let long = words.len() > 2 || words.len() == 2 && is_chamber(&words[1]);
        if long && is_state_word(grammar, self.mention) {
            ends.push(words[1..].join(" "));
        }
        // `the Herald` for `Ostland Herald`.
        let paper = words.iter().skip(1).last().filter(|last| is_paper(last));
        ends.extend(paper.cloned());
        // `the Steelfolk` for `United Steelfolk`.
        let last = self.mention.tokens.end - 1;
        if let [.., before, word] = words
            && !is_small(before)
            && !is_general(word)
            && !words::is_company_word(word)
            && word.chars().count() > 3
            && lexicon().senses(grammar.word(last)).is_empty()
            && !is_province(grammar, self.mention, 1)
            // `Radio Selm` is heard in Selm.
            && !matches!(before.as_str(), "radio" | "television" | "tv")
        {
            ends.push(word.clone());
        }
        // `Awards Fund` for `Ann Roe Awards Fund`, but not for one of a province.
        for cut in 1..words.len().saturating_sub(1) {
            if !is_small(&words[cut - 1])
                && !is_small(&words[cut])
                && (paper.is_some()
                    || is_of_a_town(&words[cut - 1])
                    || !is_province(grammar, self.mention, words.len() - cut))
            {
                ends.push(words[cut..].join(" "));
            }
        }
        ends
    }
}

/// Whether a name starts with the name or the adjective of a state.
fn is_state_word(grammar: &Grammar<'_>, mention: &Mention) -> bool {
    let first = mention.tokens.clone().map(|token| grammar.word(token)).find(|&word| word != "the");
    first.is_some_and(|word| !lexicon().powers().of(word).is_empty())
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

#[cfg(test)]
mod tests {
    use crate::testing::check_mentions as check;

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
    fn a_chamber_may_be_named_without_its_state() {
        check("Members of the Senate of the United States met. The Senate voted.", &[2]);
    }

    #[test]
    fn a_school_may_be_named_without_its_place() {
        check(
            "We launched School of Sail Norway. The School of Sail Norway is glad. The School of Sail met in May.",
            &[3],
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
