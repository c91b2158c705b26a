//! Does `Moscow` decide, or is it where something happens?
//!
//! A capital or a seat of power acts for its state when it does what states do, or has done to it what is
//! done to states. Every rule looks at the one word that the name hangs on. In doubt a capital is a city,
//! and a seat, which has hardly any other use in the news, is the government.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use super::grammar::Grammar;
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Deprel, Upos};

/// What a name stands for when it does not act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Site {
    /// A city: `Moscow`.
    Capital,
    /// A building or an office: `the Kremlin`, `Downing Street`.
    Seat,
}

/// Whether the name at `tokens` acts for its state here.
pub(super) fn acts(grammar: &Grammar<'_>, tokens: &Range<usize>, site: Site) -> bool {
    if is_dateline(grammar, tokens) || followed_by_region(grammar, tokens) {
        return false;
    }
    if let Some(compound) = hyphenated(grammar, tokens) {
        return has("compound", &compound);
    }
    judge(grammar, grammar.head_of(tokens), site, 0).unwrap_or(site == Site::Seat)
}

/// `MOSCOW (AP) —`, `KYIV, Ukraine —`: a place in capitals that opens a block, up to a dash.
fn is_dateline(grammar: &Grammar<'_>, tokens: &Range<usize>) -> bool {
    let opens = tokens.start == 0 || grammar.block(tokens.start - 1) != grammar.block(tokens.start);
    let end = (tokens.end + 8).min(grammar.len());
    let dash = (tokens.end..end)
        .take_while(|&t| grammar.block(t) == grammar.block(tokens.start))
        .find(|&token| matches!(grammar.word(token), "—" | "–" | "-" | "--" | ":"));
    let between = |token| {
        grammar.upos(token) == Upos::Propn || matches!(grammar.word(token), "(" | ")" | "," | "/")
    };
    // `Springfield–The mayor`: the dash itself tells.
    if opens && matches!(grammar.word(tokens.end), "—" | "–" | "--") {
        return true;
    }
    opens
        && dash.is_some_and(|dash| dash > tokens.end || grammar.word(dash) != ":")
        && dash.is_some_and(|dash| (tokens.end..dash).all(between))
        && grammar.word(tokens.start).chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
}

/// `Washington, D.C.`, `Paris, Texas`: where the name ends in an address.
fn followed_by_region(grammar: &Grammar<'_>, tokens: &Range<usize>) -> bool {
    grammar.word(tokens.end) == ","
        && grammar.same_sentence(tokens.start, tokens.end + 1)
        && (matches!(grammar.word(tokens.end + 1), "D.C." | "DC")
            || (grammar.deprel(tokens.end + 1) == Deprel::Appos
                && grammar.upos(tokens.end + 1) == Upos::Propn
                && grammar.name(tokens.end + 1).is_some()))
}

/// The word that a hyphen ties to the name: `backed` of `Moscow-backed`.
fn hyphenated(grammar: &Grammar<'_>, tokens: &Range<usize>) -> Option<String> {
    let tight = |token: usize| {
        let here = grammar.analysis.range(token);
        grammar.word(token) == "-" && grammar.analysis.range(token + 1).start() == here.end()
    };
    if tight(tokens.end) && grammar.same_sentence(tokens.start, tokens.end + 1) {
        return Some(grammar.lower(tokens.end + 1));
    }
    None
}

/// `None` where the rules have no opinion. `depth` keeps lists of names from leading in a circle.
fn judge(grammar: &Grammar<'_>, head: usize, site: Site, depth: usize) -> Option<bool> {
    let above = grammar.head(head);
    // `attacks on Milan and Washington`.
    let city = |token: usize| depth == 0 && is_mere_city(grammar, token);
    let joined = above.filter(|_| grammar.deprel(head) == Deprel::Conj);
    if joined.is_some_and(city) || grammar.analysis.children_as(head, Deprel::Conj).any(city) {
        return Some(false);
    }
    match grammar.deprel(head) {
        Deprel::Nsubj | Deprel::NsubjOuter => Some(subject_acts(grammar, above?, site)),
        Deprel::NsubjPass => {
            Some(has("done to states", &grammar.lemma(above?)) || site == Site::Seat)
        }
        Deprel::NmodPoss => Some(owner_acts(grammar, above?)),
        Deprel::OblAgent => Some(true),
        Deprel::Obj | Deprel::Iobj => Some(object_acts(&grammar.lemma(above?), site)),
        Deprel::Obl | Deprel::Nmod | Deprel::OblUnmarked | Deprel::NmodUnmarked => {
            by_preposition(grammar, head, above?, site)
        }
        Deprel::Compound | Deprel::Amod | Deprel::NmodDesc => {
            Some(modifier_acts(grammar, above?, site))
        }
        Deprel::Conj if depth < 3 => judge(grammar, above?, site, depth + 1),
        Deprel::Xcomp | Deprel::Ccomp => Some(false),
        _ => above.and_then(|above| by_preposition(grammar, head, above, site)),
    }
}

/// A city that no state is ruled from.
fn is_mere_city(grammar: &Grammar<'_>, token: usize) -> bool {
    let name = grammar.name(token).and_then(|name| grammar.analysis.names.get(name));
    name.is_some_and(|name| {
        let senses = lexicon().senses(name.range.slice(grammar.text()));
        senses.any(Senses::CITY | Senses::PROVINCE) && !senses.any(Senses::CAPITAL | Senses::STATE)
    })
}

fn subject_acts(grammar: &Grammar<'_>, predicate: usize, site: Site) -> bool {
    // `Moscow is cold`, `Kyiv is a city of parks`; but `Moscow is keen`, `Minsk is an ally`.
    if grammar.child(predicate, Deprel::Cop).is_some() && grammar.upos(predicate) != Upos::Verb {
        let word = grammar.lemma(predicate);
        return site == Site::Seat || has("attitude", &word);
    }
    let verb = grammar.lemma(predicate);
    if verb == "have" {
        // `Moscow has twelve million people`; `Moscow has no choice`.
        let object = grammar.child(predicate, Deprel::Obj).map(|object| grammar.lemma(object));
        return object.is_some_and(|object| !has("city thing", &object)) || site == Site::Seat;
    }
    !has("place verb", &verb)
}

fn object_acts(verb: &str, site: Site) -> bool {
    if has("going", verb) {
        return false;
    }
    has("done to states", verb) || site == Site::Seat
}

fn owner_acts(grammar: &Grammar<'_>, thing: usize) -> bool {
    let noun = grammar.lemma(thing);
    // `Moscow's Red Square`, `London's Heathrow`: what a city owns may be a name.
    let named_place = grammar.upos(thing) == Upos::Propn && grammar.name(thing).is_some();
    !named_place && !has("city thing", &noun)
}

fn modifier_acts(grammar: &Grammar<'_>, noun: usize, site: Site) -> bool {
    let word = grammar.lemma(noun);
    if has("city thing", &word) {
        return false;
    }
    let office = has("office", &word);
    match site {
        Site::Seat => true,
        Site::Capital => office,
    }
}

fn by_preposition(grammar: &Grammar<'_>, head: usize, above: usize, site: Site) -> Option<bool> {
    let preposition = grammar.preposition(head)?;
    let noun_above = grammar.is_noun(above);
    let word = grammar.lemma(above);
    match preposition.as_str() {
        "in" | "at" | "near" | "outside" | "inside" | "around" | "across" | "throughout"
        | "within" | "above" | "over" | "into" | "through" | "via" | "along" | "off" | "beyond"
        | "beside" => {
            // `confidence in Moscow`, `anger at the Kremlin`, `concern over Beijing`.
            Some(noun_above && has("feeling", &word) && preposition != "near")
        }
        "with" | "without" | "against" | "by" | "behind" | "despite" | "like" | "unlike"
        | "than" | "for" | "because" | "versus" => {
            Some(!(has("way", &word) || has("travel", &word)))
        }
        "between" | "among" | "amongst" => Some(!has("between", &word)),
        "to" | "toward" | "towards" => Some(if noun_above {
            has("tie", &word) || has("feeling", &word)
        } else {
            has("to", &word)
        }),
        "from" => Some(if noun_above {
            has("tie", &word)
        } else {
            has("from", &word)
                && !grammar.analysis.children(above).any(|child| {
                    matches!(
                        grammar.lemma(child).as_str(),
                        "train" | "flight" | "plane" | "traveller" | "traveler" | "bus"
                    )
                })
        }),
        "on" | "upon" => Some(noun_above && has("tie", &word) || has("on", &word)),
        "of" => Some(
            noun_above && has("of noun", &word)
                || has("of", &word)
                || (site == Site::Seat && !noun_above),
        ),
        "about" => Some(
            !noun_above || !matches!(word.as_str(), "book" | "film" | "song" | "novel" | "guide"),
        ),
        _ => None,
    }
}

/// The words of `assets/metonyms.tsv` by what they tell.
static WORDS: LazyLock<HashMap<&'static str, HashSet<&'static str>>> = LazyLock::new(|| {
    include_str!("../../../assets/metonyms.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .map(|(key, words)| (key, words.split(';').collect()))
        .collect()
});

fn has(list: &str, word: &str) -> bool {
    WORDS.get(list).is_some_and(|words| words.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::coref::testing;

    /// The share of the sentences that are judged right, and those that are not.
    fn judge_all(set: &str) -> (f32, Vec<String>) {
        let (mut right, mut all, mut wrong) = (0, 0, Vec::new());
        for line in set.lines().filter(|line| !line.starts_with('#')) {
            let (expected, marked) = line.split_at(1);
            let (document, analysis) = testing::analysis(marked.trim());
            let grammar = Grammar::new(&document, &analysis);
            for name in &analysis.names {
                let seat = name.range.slice(document.text()).starts_with("the ")
                    || name.range.slice(document.text()).starts_with("The ")
                    || name.range.slice(document.text()).ends_with("Street");
                let site = if seat { Site::Seat } else { Site::Capital };
                all += 1;
                if acts(&grammar, &name.tokens, site) == (expected == "+") {
                    right += 1;
                } else {
                    wrong.push(line.to_owned());
                }
            }
        }
        (right as f32 / all as f32, wrong)
    }

    #[test]
    fn capitals_act_or_are_places() {
        let (share, wrong) = judge_all(include_str!("../../../tests/language/metonyms.txt"));
        assert!(share >= 0.95, "{share}: {wrong:#?}");
    }
}
