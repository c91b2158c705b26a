//! The title before a name: which of the words there belong to it.

use std::ops::Range;

use super::Mention;
use super::grammar::Grammar;
use super::words;
use crate::language::lexicon::{Senses, lexicon};
use crate::language::times::is_time;
use crate::language::{Deprel, NameKind, Upos};

/// The words right before a name, up to what is no part of a title.
pub(super) fn title(
    grammar: &Grammar<'_>,
    mention: &Mention,
    kind: NameKind,
) -> Option<(Range<usize>, usize)> {
    // A name may hold its own titles: `President Ruiz`.
    let own = mention
        .tokens
        .clone()
        .take_while(|&token| {
            kind == NameKind::Person
                && (words::is_title(&grammar.lower(token)) || is_short_office(grammar, token))
                && token + 1 < mention.tokens.end
        })
        .count();
    let mut end = mention.tokens.start + own;
    // `Undersecretary for Fisheries Mr. Lund`.
    let address = |at: usize| {
        let word = grammar.lower(at);
        words::is_courtesy(&word) || matches!(word.trim_end_matches('.'), "the" | "st" | "saint")
    };
    while end > 0 && address(end - 1) {
        end -= 1;
    }
    let last = end.checked_sub(1).filter(|&last| grammar.same_sentence(last, end))?;
    // `the ghost writer of a Reyes book`: no title ends so.
    if matches!(grammar.upos(last), Upos::Det | Upos::Adp | Upos::Cconj) {
        return None;
    }
    // `president-elect Ana Ruiz`: the office stands before the hyphen.
    let elect = is_elect(grammar, last).then(|| last.checked_sub(2)).flatten();
    let noun = title_noun(grammar, elect.unwrap_or(last), kind)?;
    let mut start = noun;
    while let Some(before) = start.checked_sub(1) {
        if !grammar.same_sentence(before, noun) {
            break;
        }
        if let Some(whole) = whole_name(grammar, before, start, mention)
            .or_else(|| with_short_form(grammar, before))
            .or_else(|| whole_firm(grammar, before))
        {
            start = whole;
            continue;
        }
        if !belongs_to_title(grammar, before, start, mention) {
            break;
        }
        // `Council of Governors vice-chair`, `New Ostland president`: the whole body or place.
        let body = grammar.name(before).and_then(|name| grammar.analysis.names.get(name));
        start = body
            .filter(|name| name.kind != NameKind::Other && name.tokens.end <= noun)
            .map_or(before, |name| name.tokens.start.min(before));
    }
    // `far-right`.
    let tied = |token: usize| grammar.word(token + 1) == "-" && grammar.upos(token) == Upos::Adv;
    while start < noun
        && !tied(start)
        && !matches!(
            grammar.upos(start),
            Upos::Noun | Upos::Propn | Upos::Adj | Upos::Verb | Upos::Num
        )
        && grammar.lower(start) != "would"
    {
        start += 1;
    }
    Some((start..end, noun))
}

/// The noun of a title that ends at `last`: that word, or one with `of` behind it, as in `Deputy Director of
/// Road Safety Eva Lindqvist`.
fn title_noun(grammar: &Grammar<'_>, last: usize, kind: NameKind) -> Option<usize> {
    let fits = |token: usize| {
        let lower = grammar.lower(token);
        let short = lower.trim_end_matches('.');
        let lemma = grammar.lemma(token);
        match kind {
            NameKind::Person => {
                // `chief executive` may have been read as two adjectives.
                // "led her to count Reyes out" has a verb, and no count.
                let verb = grammar.xpos(token) == "VB" && grammar.word(token) == lower;
                !words::is_courtesy(short)
                    && !matches!(short, "st" | "saint")
                    && (grammar.is_noun(token)
                        || words::is_title(short) && !verb
                        || short == "executive")
                    && (words::is_person(&lemma)
                        || words::is_person(short)
                        || words::is_title(short)
                        || is_short_office(grammar, token))
            }
            // `the conservative group Harbour Watch`; a capital makes it a part of a name.
            _ => {
                // "forces Republicans to reconsider" has a verb.
                grammar.upos(token) != Upos::Verb
                    && words::is_describing(&lemma)
                    // `500 establishment Liberals`, `told the Roe campaign the Herald was wrong`.
                    && !matches!(
                        lemma.as_str(),
                        "establishment" | "campaign" | "office" | "administration" | "government"
                    )
                    && grammar.word(token).starts_with(char::is_lowercase)
            }
        }
    };
    if fits(last) {
        return Some(last);
    }
    // `the cousin of chess legend Tom Hall`, `a backer of Conservative Tom Hall` is another.
    let other = matches!(grammar.word(last), "legend" | "icon" | "star" | "giant" | "great")
        || words::is_person(&grammar.lower(last));
    if kind != NameKind::Person
        || other
        || grammar.name(last).is_some_and(|name| is_person_name(grammar, name))
    {
        return None;
    }
    let capital = |at: usize| grammar.word(at).starts_with(char::is_uppercase);
    let mut at = last;
    for _ in 0..8 {
        let before = at.checked_sub(1).filter(|&before| grammar.same_sentence(before, last))?;
        if matches!(grammar.word(before), "of" | "for") {
            let noun = before.checked_sub(1)?;
            // `Secretary of State for Health`
            if grammar.word(noun) == "State" && grammar.word(before) == "for" {
                at = noun;
                continue;
            }
            return Some(noun).filter(|&noun| fits(noun));
        }
        // `Leader of the Opposition`, `Chair of the Federal Reserve`
        if grammar.word(before) == "the" && (at..=last).all(capital) {
            let of = before.checked_sub(1).filter(|&of| grammar.word(of) == "of")?;
            let office =
                |noun: usize| lexicon().word_senses(&grammar.lower(noun)).any(Senses::OFFICE);
            return of.checked_sub(1).filter(|&noun| fits(noun) && office(noun));
        }
        // `ambassador to Norway Eva Lindqvist`.
        if grammar.word(before) == "to" {
            return before
                .checked_sub(1)
                .filter(|&noun| fits(noun) && is_sent(&grammar.lemma(noun)));
        }
        let inside =
            matches!(grammar.upos(before), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Cconj);
        if !inside || !grammar.is_noun(at) && !matches!(grammar.upos(at), Upos::Adj | Upos::Cconj) {
            return None;
        }
        at = before;
    }
    None
}

/// Where the name of a body starts that ends at `last`, right before a small noun for somebody, whatever the tree
/// makes of its words: `Bank of Ostland governor Ana Ruiz`, `Clean Seas Watch researcher Ana Ruiz`.
fn whole_name(grammar: &Grammar<'_>, last: usize, next: usize, mention: &Mention) -> Option<usize> {
    let name = grammar.analysis.names.get(grammar.name(last)?)?;
    let body = name.tokens.len() > 1
        && name.tokens.end == next
        && match name.kind {
            // `Lord of the Isles director`.
            NameKind::Organization | NameKind::Other => {
                grammar.word(next).starts_with(char::is_lowercase)
            }
            // `Lund County District Attorney`: read as a place up to its last word but one.
            NameKind::Place => next + 1 == mention.tokens.start && grammar.is_noun(next),
            _ => false,
        };
    let said = grammar.quotation(last) == grammar.quotation(next);
    (body && said && grammar.same_sentence(name.tokens.start, next)).then_some(name.tokens.start)
}

/// Where the name of a body starts that has its short form behind it: `Harbour Workers Union (HWU) president Ana Ruiz`.
fn with_short_form(grammar: &Grammar<'_>, last: usize) -> Option<usize> {
    let open = last.checked_sub(2).filter(|&open| {
        grammar.word(last) == ")" && grammar.word(open) == "(" && grammar.same_sentence(open, last)
    })?;
    let name = grammar.analysis.names.get(grammar.name(open.checked_sub(1)?)?)?;
    (name.kind == NameKind::Organization && name.tokens.end == open).then_some(name.tokens.start)
}

/// Where the name of a firm starts that ends with its legal form, whatever the tree makes of it: `Roe, Hall and Co analyst`.
fn whole_firm(grammar: &Grammar<'_>, last: usize) -> Option<usize> {
    let form = grammar.word(last).trim_end_matches('.');
    if !matches!(form, "Co" | "Corp" | "Inc" | "Ltd" | "Plc" | "PLC") {
        return None;
    }
    let capital = |token: usize| {
        grammar.word(token).starts_with(char::is_uppercase) && grammar.is_noun(token)
    };
    let mut start = last;
    while let Some(before) = start.checked_sub(1).filter(|&at| grammar.same_sentence(at, last)) {
        let joins = matches!(grammar.word(before), "and" | "&" | "de" | "of")
            && before.checked_sub(1).is_some_and(capital);
        if !capital(before) && !joins {
            break;
        }
        start = before;
    }
    (start < last).then_some(start)
}

/// `elect` of `president-elect`.
fn is_elect(grammar: &Grammar<'_>, token: usize) -> bool {
    matches!(grammar.lower(token).as_str(), "elect" | "designate")
        && token > 1
        && grammar.word(token - 1) == "-"
        && is_tight(grammar, token - 1)
        && is_tight(grammar, token - 2)
}

/// Whose office is `to` somebody.
fn is_sent(noun: &str) -> bool {
    matches!(
        noun,
        "ambassador"
            | "envoy"
            | "emissary"
            | "delegate"
            | "representative"
            | "adviser"
            | "advisor"
            | "aide"
    )
}

pub(super) fn is_person_name(grammar: &Grammar<'_>, name: usize) -> bool {
    grammar.analysis.names.get(name).is_some_and(|name| name.kind == NameKind::Person)
}

/// `On March 3 Mayor Ruiz left`: the day is no part of the office.
fn is_date(grammar: &Grammar<'_>, token: usize) -> bool {
    let month = |at: usize| {
        let word = grammar.word(at);
        word.starts_with(char::is_uppercase) && lexicon().senses(word).any(Senses::MONTH)
    };
    // `April Ruiz`, and no office of hers.
    month(token) && grammar.name(token).is_none()
        || grammar.upos(token) == Upos::Num && token.checked_sub(1).is_some_and(month)
}

fn belongs_to_title(grammar: &Grammar<'_>, token: usize, next: usize, mention: &Mention) -> bool {
    // A parser may hang the name on its title, or the title on the name.
    // Of a name of several words the one that the others hang on tells: `Harbour Union President`.
    let name = grammar.name(token).and_then(|name| grammar.analysis.names.get(name));
    // So does a firm or another person: `Roe & Sons chairman`, `Tom Hall spokeswoman`.
    let whole = name.filter(|name| name.kind != NameKind::Other);
    let tied = whole.map_or(token, |name| grammar.head_of(&name.tokens));
    // `Treasury Secretary Ana Ruiz's plan`: a parser may tie the first word to the plan, as it does the name.
    let shared = |head: usize| {
        grammar.upos(token) == Upos::Propn
            && head >= mention.tokens.end
            && grammar.head(mention.head) == Some(head)
            && words::is_genitive(grammar.word(mention.tokens.end))
    };
    let right_inside = grammar
        .head(tied)
        .is_none_or(|head| head > token && (head < mention.tokens.end || shared(head)))
        || grammar.analysis.is_within(mention.head, token)
        || is_only_tied_left(grammar, token, tied, next);
    if grammar.quotation(token) != grammar.quotation(next) || is_date(grammar, token) {
        return false;
    }
    // `the candidates Governor Ana Ruiz and Paul Hill`: the first noun is one of several people.
    if grammar.xpos(token) == "NNS" && words::is_person(&grammar.lemma(token)) {
        return false;
    }
    // `it is late: Former Mayor Ruiz`, `by acting mayor Ruiz`, whatever the tree ties the first of them to.
    if matches!(
        grammar.lower(token).as_str(),
        "former" | "ex" | "acting" | "retired" | "outgoing" | "incoming"
    ) && next + 3 >= mention.tokens.start
    {
        return true;
    }
    // `Attorney General`, whatever the tree ties the first of them to.
    if is_one_office(&grammar.lower(token), &grammar.lower(next)) {
        return true;
    }
    // `editor-in-chief`: what hyphens tie is one word.
    let hyphen = |token: usize| grammar.word(token) == "-" && is_tight(grammar, token);
    // `would-be mayor` too, where the tree sees a verb.
    let would = grammar.lower(token) == "be" && token > 1 && hyphen(token - 1);
    if hyphen(next) || would || (hyphen(token) && token > 0 && is_tight(grammar, token - 1)) {
        return true;
    }
    match grammar.upos(token) {
        Upos::Noun if is_foreign_to_title(grammar, token, next) => false,
        Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num => right_inside,
        Upos::Verb => right_inside && grammar.deprel(token) == Deprel::Amod,
        Upos::Part => words::is_genitive(grammar.word(token)),
        Upos::Punct => matches!(grammar.word(token), "-" | "–" | "/") && is_tight(grammar, token),
        Upos::Cconj => {
            grammar.word(token) == "and"
                && token.checked_sub(1).is_some_and(|left| joins_titles(grammar, left, next))
        }
        Upos::Adv => matches!(grammar.lower(token).as_str(), "then" | "newly" | "recently"),
        _ => false,
    }
}

/// `with the harbour minister, Selm Bank Chairman Ana Ruiz and others`, `the death of Selm teacher Ana Ruiz`: no mark parts the
/// name from the title, so it belongs to it, whatever the tree ties it to.
fn is_only_tied_left(grammar: &Grammar<'_>, token: usize, tied: usize, next: usize) -> bool {
    if grammar.upos(token) != Upos::Propn || !grammar.is_noun(next) {
        return false;
    }
    let listed = grammar.deprel(tied) == Deprel::Conj && grammar.xpos(next) == "NNP";
    // `in Selm mayor Ruiz sang` tells where she did.
    let of = grammar
        .preposition(tied)
        .is_some_and(|case| matches!(case.as_str(), "of" | "by" | "with" | "to" | "for" | "from"));
    listed || of && grammar.word(next).starts_with(char::is_lowercase)
}

/// Whether the `and` behind `left` may stand in a title: in `author and critic`, and not in `for country and President
/// Reyes`, where a noun for somebody has none for another before it.
fn joins_titles(grammar: &Grammar<'_>, left: usize, next: usize) -> bool {
    let person = |token: usize| {
        words::is_person(&grammar.lemma(token)) || words::is_title(&grammar.lower(token))
    };
    let lemma = grammar.lemma(left);
    grammar.is_noun(left)
        && grammar.name(left).is_none()
        && !is_time(&lemma)
        && !lexicon().senses(grammar.word(left)).any(Senses::WEEKDAY | Senses::MONTH)
        && (!person(next) || person(left))
}

/// `PM Ana Ruiz`, and no `at 6 PM Ana Ruiz left`.
fn is_short_office(grammar: &Grammar<'_>, token: usize) -> bool {
    let hour = token.checked_sub(1).is_some_and(|at| grammar.upos(at) == Upos::Num);
    matches!(grammar.word(token), "PM" | "CM" | "TD" | "Cllr") && !hour
}

/// `one reason President Reyes stayed`: a common noun right before a title with a capital belongs to what came
/// before, unless it tells of rank or is itself one for a person.
fn is_foreign_to_title(grammar: &Grammar<'_>, token: usize, next: usize) -> bool {
    let small = grammar.word(token).starts_with(char::is_lowercase);
    small
        && grammar.word(next).starts_with(char::is_uppercase)
        && (words::is_title(&grammar.lower(next))
            || lexicon().senses(grammar.word(next)).any(Senses::ANY_GROUP))
        && !words::is_person(&grammar.lemma(token))
        && !words::is_title(&grammar.lower(token))
        && !matches!(grammar.lower(token).as_str(), "state" | "bank")
}

/// Whether a mark stands between two words without spaces.
pub(super) fn is_tight(grammar: &Grammar<'_>, token: usize) -> bool {
    let tokens = &grammar.analysis.tokens;
    let (Some(here), Some(next)) = (tokens.get(token), tokens.get(token + 1)) else { return false };
    here.range.end() == next.range.start()
}

/// Offices of two words of which the second has no other sense behind the first.
pub fn is_one_office(first: &str, second: &str) -> bool {
    match second {
        "general" => matches!(
            first,
            "attorney"
                | "solicitor"
                | "surgeon"
                | "postmaster"
                | "inspector"
                | "secretary"
                | "governor"
                | "director"
                | "auditor"
                | "comptroller"
                | "consul"
                | "adjutant"
                | "advocate"
                | "prosecutor"
                | "procurator"
                | "paymaster"
                | "registrar"
        ),
        "president" => first == "vice",
        "minister" => first == "prime",
        _ => false,
    }
}
