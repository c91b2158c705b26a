//! What the article says somebody is: a title before the name, an apposition, `X, who is ...`, `X is ...`.

use std::ops::Range;

use super::cluster::{Clusters, Office};
use super::grammar::Grammar;
use super::states::States;
use super::words;
use super::{Form, Mention};
use crate::language::{Deprel, NameKind, Upos};
use crate::text::TextRange;

/// Words that say who the bearer of a name is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Description {
    /// Index of the name's mention in [`super::Chains::mentions`].
    pub mention: usize,
    /// Without an article before it.
    pub range: TextRange,
    pub tokens: Range<usize>,
    /// The noun of the office.
    pub head: usize,
    pub source: Source,
}

/// How a description is tied to its name, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// `Belarusian President Alexander Lukashenko`.
    Title,
    /// `Viktor Khrenin, the defence minister`, and the other way round.
    Apposition,
    /// `Lee, who is the party's leader`.
    Relative,
    /// `Lee is the party's leader`.
    Copula,
}

/// A description longer than this is a story, not a role.
const LONGEST: usize = 14;

pub(super) fn find(grammar: &Grammar<'_>, mentions: &[Mention]) -> Vec<Description> {
    let mut found = Vec::new();
    for (idx, mention) in mentions.iter().enumerate() {
        let kind =
            mention.name.and_then(|name| grammar.analysis.names.get(name)).map(|name| name.kind);
        let Some(kind) = kind.filter(|_| mention.form == Form::Name) else { continue };
        if matches!(kind, NameKind::Person | NameKind::Organization) {
            let title = title(grammar, mention, kind);
            found.extend(title.map(|(tokens, head)| (idx, tokens, head, Source::Title)));
        }
        if matches!(kind, NameKind::Person | NameKind::Organization | NameKind::Group) {
            let person = kind == NameKind::Person;
            let more = [
                (
                    apposition(grammar, mention, person)
                        .or_else(|| before_comma(grammar, mention).filter(|_| person)),
                    Source::Apposition,
                ),
                (relative(grammar, mention), Source::Relative),
                (copula(grammar, mention, person), Source::Copula),
            ];
            found.extend(more.into_iter().filter_map(|(some, source)| {
                some.map(|(tokens, head)| (idx, tokens, head, source))
            }));
        }
    }
    found
        .into_iter()
        .filter(|(_, tokens, ..)| !tokens.is_empty() && tokens.len() <= LONGEST)
        .filter(|(_, tokens, head, _)| !is_another(grammar, tokens, *head))
        .map(|(mention, tokens, head, source)| Description {
            mention,
            range: grammar.range(&tokens),
            tokens,
            head,
            source,
        })
        .collect()
}

/// `Senator Rubio` beside another name is another person, not a role: a person named in it needs a preposition
/// or an `'s` to belong there.
fn is_another(grammar: &Grammar<'_>, tokens: &Range<usize>, head: usize) -> bool {
    let person = |token: usize| {
        let name = grammar.name(token).and_then(|name| grammar.analysis.names.get(name));
        name.is_some_and(|name| name.kind == NameKind::Person)
    };
    let named = (head + 1..tokens.end).find(|&token| person(token));
    named.is_some_and(|named| !(head + 1..named).any(|token| grammar.upos(token) == Upos::Adp))
}

/// The words right before a name, up to what is no part of a title.
fn title(
    grammar: &Grammar<'_>,
    mention: &Mention,
    kind: NameKind,
) -> Option<(Range<usize>, usize)> {
    // A name may hold its own titles: `President Biden`.
    let own = mention
        .tokens
        .clone()
        .take_while(|&token| {
            kind == NameKind::Person
                && words::is_title(&grammar.lower(token))
                && token + 1 < mention.tokens.end
        })
        .count();
    let end = mention.tokens.start + own;
    let last = end.checked_sub(1).filter(|&last| grammar.same_sentence(last, end))?;
    let noun = title_noun(grammar, last, kind)?;
    let mut start = noun;
    while let Some(before) = start.checked_sub(1) {
        if !grammar.same_sentence(before, noun)
            || !belongs_to_title(grammar, before, start, mention)
        {
            break;
        }
        start = before;
    }
    while start < noun
        && !matches!(
            grammar.upos(start),
            Upos::Noun | Upos::Propn | Upos::Adj | Upos::Verb | Upos::Num
        )
    {
        start += 1;
    }
    Some((start..end, noun))
}

/// The noun of a title that ends at `last`: that word, or one with `of` behind it, as in `Deputy Director of
/// Public Prosecution Eva Persson`.
fn title_noun(grammar: &Grammar<'_>, last: usize, kind: NameKind) -> Option<usize> {
    let fits = |token: usize| {
        let lower = grammar.lower(token);
        let short = lower.trim_end_matches('.');
        let lemma = grammar.lemma(token);
        match kind {
            NameKind::Person => {
                !is_courtesy(short)
                    && (grammar.is_noun(token) || words::is_title(short))
                    && (words::is_person(&lemma)
                        || words::is_person(short)
                        || words::is_title(short))
            }
            // `the conservative group Judicial Watch`; a capital makes it a part of a name.
            _ => words::is_body(&lemma) && grammar.word(token).starts_with(char::is_lowercase),
        }
    };
    if fits(last) {
        return Some(last);
    }
    if kind != NameKind::Person
        || grammar.name(last).is_some_and(|name| is_person_name(grammar, name))
    {
        return None;
    }
    let mut at = last;
    for _ in 0..6 {
        let before = at.checked_sub(1).filter(|&before| grammar.same_sentence(before, last))?;
        if grammar.word(before) == "of" {
            return before.checked_sub(1).filter(|&noun| fits(noun));
        }
        let inside =
            matches!(grammar.upos(before), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Cconj);
        if !inside || !grammar.is_noun(at) && grammar.upos(at) != Upos::Adj {
            return None;
        }
        at = before;
    }
    None
}

fn is_person_name(grammar: &Grammar<'_>, name: usize) -> bool {
    grammar.analysis.names.get(name).is_some_and(|name| name.kind == NameKind::Person)
}

/// Forms of address say nothing about who somebody is.
fn is_courtesy(word: &str) -> bool {
    matches!(
        word,
        "mr" | "mrs"
            | "ms"
            | "miss"
            | "mx"
            | "mister"
            | "madam"
            | "sir"
            | "dr"
            | "lord"
            | "lady"
            | "dame"
            | "st"
            | "saint"
            | "the"
    )
}

/// `WeWork’s founder and former CEO, Adam Neumann,`: a description before the comma that a parser did not tie to
/// the name.
fn before_comma(grammar: &Grammar<'_>, mention: &Mention) -> Option<(Range<usize>, usize)> {
    let comma = mention.tokens.start.checked_sub(1).filter(|&comma| grammar.word(comma) == ",")?;
    let noun = comma.checked_sub(1).filter(|&noun| grammar.same_sentence(noun, mention.head))?;
    let closed = grammar.word(mention.tokens.end) == ",";
    let tied = grammar.deprel(mention.head) == Deprel::Appos;
    if !(closed || tied) || grammar.upos(noun) != Upos::Noun && !grammar.lower(noun).contains("ceo")
    {
        return None;
    }
    if !words::is_person(&grammar.lemma(noun)) || grammar.xpos(noun) == "NNS" {
        return None;
    }
    let mut start = noun;
    while let Some(before) =
        start.checked_sub(1).filter(|&before| grammar.same_sentence(before, noun))
    {
        let inside =
            matches!(grammar.upos(before), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num)
                || matches!(grammar.word(before), "'s" | "’s" | "and" | "-")
                || (grammar.upos(before) == Upos::Verb && grammar.deprel(before) == Deprel::Amod);
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

fn belongs_to_title(grammar: &Grammar<'_>, token: usize, next: usize, mention: &Mention) -> bool {
    // A parser may hang the name on its title, or the title on the name.
    let right_inside =
        grammar.head(token).is_none_or(|head| head > token && head < mention.tokens.end)
            || grammar.analysis.is_within(mention.head, token);
    if grammar.quotation(token) != grammar.quotation(next) {
        return false;
    }
    match grammar.upos(token) {
        Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num => right_inside,
        Upos::Verb => right_inside && grammar.deprel(token) == Deprel::Amod,
        Upos::Part => matches!(grammar.word(token), "'s" | "’s" | "'" | "’"),
        Upos::Punct => matches!(grammar.word(token), "-" | "–" | "/") && is_tight(grammar, token),
        Upos::Cconj => {
            grammar.word(token) == "and"
                && token
                    .checked_sub(1)
                    .is_some_and(|left| grammar.is_noun(left) && grammar.name(left).is_none())
        }
        Upos::Adv => matches!(grammar.lower(token).as_str(), "then" | "newly" | "recently"),
        _ => false,
    }
}

/// Whether a mark stands between two words without spaces.
fn is_tight(grammar: &Grammar<'_>, token: usize) -> bool {
    let tokens = &grammar.analysis.tokens;
    let (Some(here), Some(next)) = (tokens.get(token), tokens.get(token + 1)) else { return false };
    here.range.end() == next.range.start()
}

fn apposition(
    grammar: &Grammar<'_>,
    mention: &Mention,
    person: bool,
) -> Option<(Range<usize>, usize)> {
    let fits = |noun: usize| {
        let word = grammar.lemma(noun);
        grammar.is_noun(noun)
            && grammar.name(noun).is_none_or(|name| {
                grammar.analysis.names.get(name).is_some_and(|n| n.kind != NameKind::Person)
            })
            && if person {
                words::is_person(&word)
            } else {
                // In capitals it is another name: `Security Treaty Organization (CSTO)`.
                words::is_body(&word) && grammar.upos(noun) == Upos::Noun
            }
    };
    for token in mention.tokens.clone() {
        if let Some(noun) = grammar.child(token, Deprel::Appos).filter(|&noun| fits(noun)) {
            return Some((
                trimmed(grammar, noun, grammar.span(noun).start.max(mention.tokens.end)),
                noun,
            ));
        }
        let above = grammar.head(token).filter(|head| !mention.tokens.contains(head));
        if grammar.deprel(token) == Deprel::Appos
            && let Some(noun) = above.filter(|&noun| fits(noun))
        {
            let tokens = trimmed(grammar, noun, grammar.span(noun).start);
            return Some((tokens.start..tokens.end.min(mention.tokens.start), noun));
        }
    }
    None
}

fn relative(grammar: &Grammar<'_>, mention: &Mention) -> Option<(Range<usize>, usize)> {
    let noun = grammar.child(mention.head, Deprel::AclRelcl)?;
    predicate(grammar, noun)
}

fn copula(grammar: &Grammar<'_>, mention: &Mention, person: bool) -> Option<(Range<usize>, usize)> {
    if grammar.deprel(mention.head) != Deprel::Nsubj {
        return None;
    }
    let noun = grammar.head(mention.head)?;
    // What somebody says that somebody is, is a position and no role.
    if grammar.deprel(noun) == Deprel::Ccomp || grammar.quotation(noun).is_some() {
        return None;
    }
    let (tokens, noun) = predicate(grammar, noun)?;
    let word = grammar.lemma(noun);
    (if person { words::is_person(&word) } else { words::is_body(&word) }).then_some((tokens, noun))
}

/// A noun that `is` says somebody is; not one under `not` or `could`.
fn predicate(grammar: &Grammar<'_>, noun: usize) -> Option<(Range<usize>, usize)> {
    let be = grammar.child(noun, Deprel::Cop)?;
    let hedged = grammar.analysis.children(noun).any(|child| {
        let word = grammar.lower(child);
        (grammar.deprel(child) == Deprel::Aux && grammar.xpos(child) == "MD")
            || matches!(word.as_str(), "not" | "n't" | "n’t" | "never" | "no")
    });
    if hedged || !grammar.is_noun(noun) || grammar.name(noun).is_some() {
        return None;
    }
    Some((trimmed(grammar, noun, be + 1), noun))
}

/// The phrase of `noun` from `from` on, without its article and without what is told beside it.
fn trimmed(grammar: &Grammar<'_>, noun: usize, from: usize) -> Range<usize> {
    let span = grammar.span(noun);
    let mut start = span.start.max(from).min(noun);
    let mut end = span.end;
    for child in grammar.analysis.children(noun) {
        let aside = matches!(
            grammar.deprel(child),
            Deprel::AclRelcl
                | Deprel::Acl
                | Deprel::Parataxis
                | Deprel::Appos
                | Deprel::Advcl
                | Deprel::AdvclRelcl
        );
        if child > noun && aside {
            end = end.min(grammar.span(child).start);
        }
    }
    for token in noun + 1..end {
        if matches!(grammar.word(token), "," | ";" | ":" | "(" | "—" | "–" | "--") {
            end = token;
            break;
        }
    }
    // "its founder": away from its sentence nobody knows whose.
    let owned = |token: usize| {
        grammar.upos(token) == Upos::Pron && grammar.deprel(token) == Deprel::NmodPoss
    };
    while start < noun
        && (owned(start)
            || matches!(
                grammar.upos(start),
                Upos::Det | Upos::Punct | Upos::Adv | Upos::Aux | Upos::Cconj
            ))
    {
        start += 1;
    }
    while end > noun + 1
        && matches!(grammar.upos(end - 1), Upos::Punct | Upos::Adp | Upos::Cconj | Upos::Det)
    {
        end -= 1;
    }
    start..end
}

/// Notes the offices, and joins what apposition and `is` say to be one.
pub(super) fn link(
    grammar: &Grammar<'_>,
    mentions: &[Mention],
    descriptions: &[Description],
    states: &States,
    clusters: &mut Clusters,
) {
    let nominal_at = super::by_head(mentions, Form::Nominal);
    for description in descriptions {
        let office = Office {
            noun: grammar.lemma(description.head).trim_end_matches('.').to_owned(),
            words: description.tokens.clone().map(|token| grammar.lower(token)).collect(),
            state: description.tokens.clone().find_map(|token| states.of_token(token)),
        };
        let cluster = clusters.of(description.mention);
        let gender = words::gender_of_noun(&office.noun);
        let facts = clusters.facts_mut(cluster);
        if facts.gender == super::Gender::Unknown {
            facts.gender = gender;
        }
        facts.offices.push(office);
        if description.source == Source::Title {
            continue;
        }
        if let Some(&nominal) = nominal_at.get(&description.head) {
            clusters.join(description.mention, nominal);
        }
    }
}
