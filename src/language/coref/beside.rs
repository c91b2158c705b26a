//! Words beside a name that say who its bearer is, read off the page where the tree does not tie them to it:
//! `Ana Ruiz, research and training director for the north,` and `the secretary of the treasury, Ana Ruiz,`.

use std::ops::Range;

use super::Mention;
use super::grammar::Grammar;
use super::words;
use crate::language::{Deprel, NameKind, Upos};

/// A phrase longer than this is a story, not a role.
const LONGEST: usize = 14;

/// What follows the comma behind a name up to the next mark: a phrase whose noun says what the bearer is.
pub(super) fn behind_comma(
    grammar: &Grammar<'_>,
    mention: &Mention,
    person: bool,
) -> Option<(Range<usize>, usize)> {
    let comma = mention.tokens.end;
    let mut start = comma + 1;
    if grammar.word(comma) != "," || !grammar.same_sentence(mention.head, start) {
        return None;
    }
    let article = matches!(grammar.lower(start).as_str(), "a" | "an" | "the");
    // `At Acme, the company ...` may go on; `At Acme, a company that ...` says what it is.
    if !person && !matches!(grammar.lower(start).as_str(), "a" | "an") {
        return None;
    }
    start += usize::from(article);
    let inside = |token: usize| {
        grammar.same_sentence(token, mention.head)
            && (is_nominal(grammar, token) || matches!(grammar.word(token), "and" | "-" | "&"))
            && !is_person_name(grammar, token)
    };
    let mut end = start;
    while inside(end) && end - start < LONGEST {
        end += 1;
    }
    let mut close = end;
    let phrase = |token: usize| {
        inside(token)
            || grammar.same_sentence(token, mention.head)
                && matches!(grammar.upos(token), Upos::Adp | Upos::Det)
    };
    while phrase(close) && close - start < LONGEST {
        close += 1;
    }
    let closed = !grammar.same_sentence(close, mention.head)
        || matches!(
            grammar.lower(close).as_str(),
            "," | "." | ";" | "—" | "–" | "(" | ")" | "who" | "that" | "which" | "whose"
        );
    // `Port Authority of Nordhaven press officer`: the noun may stand behind the name of a body.
    let noun = [end, close]
        .into_iter()
        .filter_map(|end| end.checked_sub(1))
        .find(|&noun| noun >= start && fits(grammar, noun, person))?;
    (closed && grammar.is_noun(close - 1)).then_some((start..close, noun))
}

/// `The firm’s founder and former head, Ana Ruiz,` and `the secretary of the treasury, Ana Ruiz,`: a description
/// before the comma that a parser did not tie to the name.
pub(super) fn before_comma(
    grammar: &Grammar<'_>,
    mention: &Mention,
) -> Option<(Range<usize>, usize)> {
    let titles = titles_before(grammar, mention);
    let comma = titles.checked_sub(1).filter(|&comma| grammar.word(comma) == ",")?;
    let last = comma.checked_sub(1).filter(|&last| grammar.same_sentence(last, mention.head))?;
    // `his aide, Tom Roe, and the mayor, Ana Ruiz.`
    let after = mention.tokens.end;
    let closed = matches!(grammar.word(after), "," | "." | ";" | "!" | "?")
        || !grammar.same_sentence(after, mention.head);
    let tied = grammar.deprel(mention.head) == Deprel::Appos;
    // `her husband, former President Tom Roe`: with titles between, only who is somebody's.
    let owned = grammar.child(last, Deprel::NmodPoss).is_some() && grammar.xpos(last) == "NN";
    let far = titles < mention.tokens.start;
    // `A keen sailor, Roe left.`
    let opens = || {
        let part = |&token: &usize| {
            grammar.same_sentence(token, last)
                && (is_nominal(grammar, token) || grammar.word(token) == "-")
        };
        let first = (0..last).rev().take(8).take_while(part).last().unwrap_or(last);
        let article = first.checked_sub(1).filter(|&article| {
            matches!(grammar.word(article), "A" | "An") && grammar.same_sentence(article, last)
        });
        article.is_some_and(|article| {
            article.checked_sub(1).is_none_or(|before| !grammar.same_sentence(before, last))
        }) && grammar.deprel(mention.head) == Deprel::Nsubj
    };
    if far && !owned || !far && !closed && !tied && !opens() {
        return None;
    }
    // `the candidate for governor, Ana Ruiz`: no governor yet.
    let runner = last
        .checked_sub(2)
        .filter(|&runner| grammar.word(last - 1) == "for" && is_person_noun(grammar, runner));
    let noun = match runner {
        Some(runner) => runner,
        None if is_person_noun(grammar, last) => last,
        None => before_of(grammar, last)?,
    };
    let mut start = noun;
    while let Some(before) =
        start.checked_sub(1).filter(|&before| grammar.same_sentence(before, noun))
    {
        let inside = is_nominal(grammar, before) || matches!(grammar.word(before), "and" | "-");
        if !inside || noun - before > 10 {
            break;
        }
        start = before;
    }
    while start < noun && matches!(grammar.upos(start), Upos::Cconj | Upos::Part | Upos::Punct) {
        start += 1;
    }
    Some((start..comma, noun))
}

/// Where the titles start that stand before a name.
fn titles_before(grammar: &Grammar<'_>, mention: &Mention) -> usize {
    let mut start = mention.tokens.start;
    while let Some(before) = start.checked_sub(1) {
        let lower = grammar.lower(before);
        let part = words::is_title(&lower) || lower == "former";
        if !part || mention.tokens.start - before > 4 {
            break;
        }
        start = before;
    }
    start
}

/// The noun of an office with `of` and what it is of up to `last`, an article before it.
fn before_of(grammar: &Grammar<'_>, last: usize) -> Option<usize> {
    let mut at = last;
    while last - at < 8 && grammar.word(at) != "of" {
        let inside =
            is_nominal(grammar, at) || matches!(grammar.lower(at).as_str(), "the" | "and" | "for");
        if !inside || is_person_name(grammar, at) {
            return None;
        }
        at = at.checked_sub(1).filter(|&before| grammar.same_sentence(before, last))?;
    }
    let noun = at.checked_sub(1).filter(|_| grammar.word(at) == "of")?;
    let known = (1..5)
        .filter_map(|back| noun.checked_sub(back))
        .any(|before| grammar.lower(before) == "the");
    (known && is_person_noun(grammar, noun)).then_some(noun)
}

fn is_person_noun(grammar: &Grammar<'_>, noun: usize) -> bool {
    // `the Foreign Minister`, `its chief executive`, read as an adjective.
    let office = || {
        grammar.name(noun).is_none()
            && matches!(grammar.upos(noun), Upos::Propn | Upos::Adj)
            && grammar.analysis.children(noun).any(|child| {
                child < noun && matches!(grammar.deprel(child), Deprel::Det | Deprel::NmodPoss)
            })
    };
    (grammar.upos(noun) == Upos::Noun || grammar.lower(noun).contains("ceo") || office())
        && words::is_person(&grammar.lemma(noun).to_lowercase())
        && !matches!(grammar.xpos(noun), "NNS" | "NNPS")
}

fn fits(grammar: &Grammar<'_>, noun: usize, person: bool) -> bool {
    let lemma = grammar.lemma(noun);
    grammar.is_noun(noun)
        && !matches!(grammar.xpos(noun), "NNS" | "NNPS")
        && if person {
            words::is_person(&lemma)
        } else {
            words::is_describing(&lemma) && grammar.upos(noun) == Upos::Noun
        }
}

fn is_nominal(grammar: &Grammar<'_>, token: usize) -> bool {
    matches!(grammar.upos(token), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num)
        || matches!(grammar.word(token), "'s" | "’s")
        || (grammar.upos(token) == Upos::Verb && grammar.deprel(token) == Deprel::Amod)
}

fn is_person_name(grammar: &Grammar<'_>, token: usize) -> bool {
    let name = grammar.name(token).and_then(|name| grammar.analysis.names.get(name));
    name.is_some_and(|name| name.kind == NameKind::Person)
}
