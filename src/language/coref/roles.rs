//! What the article says somebody is: a title before the name, an apposition, `X, who is ...`, `X is ...`.

use std::ops::Range;

use super::cluster::{Clusters, Office};
use super::grammar::Grammar;
use super::states::States;
use super::title::{is_person_name, title};
use super::words;
use super::{Form, Mention, beside, homes, predicate};
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
    /// Where the office is held, behind the name: `of Texas` after `Senator Ted Cruz`.
    pub seat: Option<TextRange>,
}

impl Description {
    /// Whether it names an office that its bearer holds now and speaks for: `spokeswoman for the union`, and no
    /// `former member of the union`.
    pub(super) fn is_held(&self, grammar: &Grammar<'_>) -> bool {
        let other = self.tokens.clone().any(|token| {
            let word = grammar.lower(token);
            matches!(
                word.as_str(),
                "former" | "ex" | "then" | "critic" | "opponent" | "rival" | "enemy" | "ally"
            ) || word.starts_with("ex-")
        });
        let noun = grammar.lemma(self.head);
        let speaks = noun.starts_with("spokes")
            || matches!(
                noun.as_str(),
                "official"
                    | "officer"
                    | "minister"
                    | "president"
                    | "chairman"
                    | "chairwoman"
                    | "chair"
                    | "chief"
                    | "director"
                    | "leader"
                    | "head"
                    | "manager"
                    | "secretary"
                    | "founder"
                    | "co-founder"
                    | "cofounder"
                    | "ambassador"
                    | "ceo"
                    | "executive"
                    | "captain"
                    | "coach"
                    | "chancellor"
                    | "premier"
                    | "representative"
            );
        self.source.is_office() && !other && speaks
    }
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
    /// `Lee of the Evening Post`: whom somebody belongs to, not what somebody is.
    Belonging,
    /// `Lee, who founded the party`.
    Deed,
}

impl Source {
    /// Whether the words name an office or a trade.
    fn is_office(self) -> bool {
        !matches!(self, Self::Belonging | Self::Deed)
    }
}

/// A description longer than this is a story, not a role.
const LONGEST: usize = 14;

pub(super) fn find(grammar: &Grammar<'_>, mentions: &[Mention]) -> Vec<Description> {
    let mut found = Vec::new();
    for (idx, mention) in mentions.iter().enumerate() {
        let kind =
            mention.name.and_then(|name| grammar.analysis.names.get(name)).map(|name| name.kind);
        // What is said beside a name inside another is said of the other.
        let own = mention.form == Form::Name && grammar.name(mention.head) == mention.name;
        let Some(kind) = kind.filter(|_| own) else { continue };
        // `the donors Ana and Tom Lund`.
        let couple = kind == NameKind::Group
            && mention.tokens.clone().any(|token| grammar.word(token) == "and");
        if couple || matches!(kind, NameKind::Person | NameKind::Organization) {
            let title = title(grammar, mention, if couple { NameKind::Person } else { kind });
            found.extend(title.map(|(tokens, head)| (idx, tokens, head, Source::Title)));
        }
        if matches!(kind, NameKind::Person | NameKind::Organization | NameKind::Group) {
            let person = kind == NameKind::Person;
            let more = [
                (
                    apposition(grammar, mention, person)
                        .or_else(|| beside::before_comma(grammar, mention).filter(|_| person))
                        .or_else(|| predicate::called(grammar, mention, person))
                        .or_else(|| beside::behind_comma(grammar, mention, person)),
                    Source::Apposition,
                ),
                (predicate::relative(grammar, mention, person), Source::Relative),
                (predicate::copula(grammar, mention, person), Source::Copula),
                (
                    predicate::belonging(grammar, mention)
                        .or_else(|| predicate::owned(grammar, mention))
                        .filter(|_| person),
                    Source::Belonging,
                ),
                (
                    predicate::deed(grammar, mention).filter(|_| person || kind == NameKind::Group),
                    Source::Deed,
                ),
            ];
            found.extend(more.into_iter().filter_map(|(some, source)| {
                some.map(|(tokens, head)| (idx, tokens, head, source))
            }));
        }
    }
    describe(grammar, mentions, found)
}

type Found = (usize, Range<usize>, usize, Source);

/// Descriptions out of what was found, without what is too long or another's.
fn describe(grammar: &Grammar<'_>, mentions: &[Mention], found: Vec<Found>) -> Vec<Description> {
    found
        .into_iter()
        .map(|(mention, tokens, head, source)| {
            let long = tokens.len() > LONGEST;
            (mention, if long { cut(grammar, tokens, head) } else { tokens }, head, source)
        })
        .filter(|(_, tokens, ..)| !tokens.is_empty() && tokens.len() <= LONGEST)
        .filter(|(_, tokens, head, source)| {
            !source.is_office() || !is_another(grammar, tokens, *head)
        })
        // `he called Lee "a friend"`: what one says of another is no role.
        .filter(|&(mention, _, head, _)| {
            let quoted = grammar.quotation(head);
            quoted.is_none() || quoted == grammar.quotation(mentions[mention].head)
        })
        .map(|(mention, tokens, head, source)| Description {
            mention,
            range: grammar.range(&tokens),
            seat: seat(grammar, &mentions[mention], &tokens).filter(|_| source == Source::Title),
            tokens,
            head,
            source,
        })
        .collect()
}

/// What is too long ends before the first clause or aside that goes on too far: `an aide to the mayor` of `an aide to
/// the mayor who ran the talks ...`.
fn cut(grammar: &Grammar<'_>, tokens: Range<usize>, head: usize) -> Range<usize> {
    let most = tokens.start + LONGEST;
    let (mut at, mut end) = (head, tokens.end);
    while end > most {
        let far = grammar
            .analysis
            .children(at)
            .find(|&child| child > at && child < end && grammar.span(child).end > most);
        match far {
            Some(child) if grammar.deprel(child) == Deprel::Nmod && child < most => at = child,
            // `partner of the harbour bank Roe Capital and author of ...`.
            Some(child) if child < most && is_named(grammar, child) => at = child,
            // `a banker and former mayor who runs the talks ...`: the second goes on too far, and is whole before that.
            Some(child)
                if grammar.deprel(child) == Deprel::Conj && is_whole(grammar, child, most) =>
            {
                at = child;
            }
            Some(child) if grammar.span(child).start > head => end = grammar.span(child).start,
            _ => break,
        }
    }
    // `under President Tom of Selm` ends before a name that it would cut.
    let named = end.min(most);
    if grammar.name(named - 1).is_some() && grammar.name(named - 1) == grammar.name(named) {
        let before = (head + 1..named).rev().find(|&token| grammar.upos(token) == Upos::Adp);
        end = before.unwrap_or(end);
    }
    // `a friend of the town whose firm, ...` ends before half a clause.
    let clause = (head + 1..end)
        .find(|&token| matches!(grammar.word(token), "who" | "whose" | "which" | "that" | "whom"));
    let half = clause.filter(|&clause| {
        !(clause..end).any(|token| matches!(grammar.xpos(token), "VBD" | "VBZ" | "VBP" | "MD"))
    });
    end = half.unwrap_or(end);
    while end > head + 1
        && matches!(
            grammar.upos(end - 1),
            Upos::Punct | Upos::Adp | Upos::Adv | Upos::Cconj | Upos::Det
        )
    {
        end -= 1;
    }
    tokens.start..end
}

/// The name that stands right behind a noun, with no mark between.
fn is_named(grammar: &Grammar<'_>, name: usize) -> bool {
    grammar.deprel(name) == Deprel::Appos
        && grammar.name(name).is_some()
        && grammar.head(name).is_some_and(|noun| grammar.span(name).start == noun + 1)
}

/// Whether a noun of somebody, with all but the clause behind it, ends before `most`.
fn is_whole(grammar: &Grammar<'_>, noun: usize, most: usize) -> bool {
    let mut behind = grammar.analysis.children(noun).filter(|&child| child > noun);
    let clause = |child: usize| {
        matches!(
            grammar.deprel(child),
            Deprel::AclRelcl
                | Deprel::Acl
                | Deprel::Appos
                | Deprel::Conj
                | Deprel::Cc
                | Deprel::Punct
        )
    };
    noun < most
        && words::is_person(&grammar.lemma(noun))
        && behind.all(|child| clause(child) || grammar.span(child).end <= most)
}

/// `She is a professor at the academy`: what is said of one whom a pronoun means, once it is linked.
pub(super) fn find_by_pronouns(
    grammar: &Grammar<'_>,
    mentions: &[Mention],
    clusters: &Clusters,
) -> Vec<Description> {
    let mut found = Vec::new();
    for (idx, mention) in mentions.iter().enumerate() {
        let cluster = clusters.of(idx);
        let person = mention.form == Form::Pronoun
            && matches!(grammar.lower(mention.head).as_str(), "he" | "she")
            && clusters.kind(cluster) == Some(NameKind::Person);
        if let Some((tokens, head)) =
            person.then(|| predicate::copula(grammar, mention, true)).flatten()
            && tokens.len() > 1
        {
            found.push((idx, tokens, head, Source::Copula));
        }
    }
    describe(grammar, mentions, found)
}

/// `of Texas` behind the name of a senator, `of Acme University` behind that of a professor, where the title has no place
/// of its own.
fn seat(grammar: &Grammar<'_>, mention: &Mention, title: &Range<usize>) -> Option<TextRange> {
    let of = mention.tokens.end;
    let first = if grammar.lower(of + 1) == "the" { of + 2 } else { of + 1 };
    let place = grammar.name(first).and_then(|name| grammar.analysis.names.get(name))?;
    let own = title.clone().any(|token| {
        matches!(grammar.word(token), "of" | "for" | "at")
            || grammar
                .name(token)
                .is_some_and(|name| grammar.analysis.names[name].kind == NameKind::Organization)
    });
    let tied = || {
        let head = grammar.head(grammar.head_of(&place.tokens));
        head.is_some_and(|head| head < of && head >= title.start)
            && !words::is_genitive(grammar.word(place.tokens.end))
    };
    let fits = match place.kind {
        NameKind::Place => grammar.word(of) == "of",
        NameKind::Organization => matches!(grammar.word(of), "of" | "from" | "at") && tied(),
        _ => false,
    };
    (fits && !own && grammar.same_sentence(of, first) && place.tokens.start == first)
        .then(|| grammar.range(&(of..place.tokens.end)))
}

/// `Senator Rubio` beside another name is another person, not a role: a person named in it needs a preposition,
/// an `'s` or a verb to belong there.
fn is_another(grammar: &Grammar<'_>, tokens: &Range<usize>, head: usize) -> bool {
    let person = |token: usize| {
        let name = grammar.name(token).and_then(|name| grammar.analysis.names.get(name));
        name.is_some_and(|name| name.kind == NameKind::Person)
    };
    let named = (head + 1..tokens.end).find(|&token| person(token));
    let tied = |token: usize| grammar.upos(token) == Upos::Adp || grammar.is_verb(token);
    // `a banker and Ana Ruiz's adviser`
    let owner = |named: usize| {
        let behind = (named..tokens.end).find(|&token| grammar.name(token) != grammar.name(named));
        behind.is_some_and(|behind| words::is_genitive(grammar.word(behind)))
    };
    named.is_some_and(|named| !(head + 1..named).any(tied) && !owner(named))
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
                // In capitals it is another name: `Security Treaty Organization (CSTO)`; but `a super PAC`.
                let common = grammar.upos(noun) == Upos::Noun
                    || grammar.word(noun) == "PAC"
                        && grammar
                            .child(noun, Deprel::Det)
                            .is_some_and(|det| matches!(grammar.word(det), "a" | "an"));
                words::is_describing(&word) && common
            }
    };
    // `Hale and Moor, the ministers`: what follows several is said of the last, or of all.
    let last_of = |token: usize, noun: usize| {
        !grammar.analysis.children_as(token, Deprel::Conj).any(|other| other < noun)
    };
    for token in mention.tokens.clone() {
        let first = grammar.head(token).filter(|_| grammar.deprel(token) == Deprel::Conj);
        let shared = first.and_then(|first| grammar.child(first, Deprel::Appos)).filter(|&noun| {
            let later = first.is_some_and(|first| {
                grammar
                    .analysis
                    .children_as(first, Deprel::Conj)
                    .any(|other| other > token && other < noun)
            });
            noun > token && !later && grammar.xpos(noun) != "NNS"
        });
        // `Rep. Hale of Norland, former governor Tom Moor of Sudland and ...`: a title of the next in a list.
        let anothers =
            |noun: usize| grammar.name(noun + 1).is_some_and(|name| is_person_name(grammar, name));
        let own = grammar.child(token, Deprel::Appos).filter(|&noun| last_of(token, noun));
        if let Some(noun) = own.or(shared).filter(|&noun| fits(noun) && !anothers(noun)) {
            return Some((
                predicate::trimmed(grammar, noun, grammar.span(noun).start.max(mention.tokens.end)),
                noun,
            ));
        }
        let above = grammar.head(token).filter(|head| !mention.tokens.contains(head));
        // `the cousin of chess legend Tom Hall`: the noun before the name is his.
        let near = |noun: usize| {
            let other = mention.tokens.start.checked_sub(1).filter(|&last| {
                last > noun
                    && grammar.upos(last) == Upos::Noun
                    && grammar.word(last).starts_with(char::is_lowercase)
            });
            other.is_none_or(|other| {
                !(noun + 1..other).any(|token| grammar.upos(token) == Upos::Adp)
            })
        };
        // `the candidate for governor, Tom Hall`: no governor yet.
        let above = above.map(|noun| {
            let bare = person
                && grammar.deprel(noun) == Deprel::Nmod
                && grammar.child(noun, Deprel::Det).is_none()
                && grammar
                    .child(noun, Deprel::Case)
                    .is_some_and(|case| grammar.word(case) == "for");
            grammar.head(noun).filter(|&runner| bare && fits(runner)).unwrap_or(noun)
        });
        if grammar.deprel(token) == Deprel::Appos
            && let Some(noun) = above.filter(|&noun| fits(noun) && near(noun))
        {
            let tokens = predicate::trimmed(grammar, noun, grammar.span(noun).start);
            return Some((tokens.start..tokens.end.min(mention.tokens.start), noun));
        }
    }
    // A parser may tie the words behind the comma to what stands further left.
    let comma = mention.tokens.end;
    let beside = (comma + 2..comma + 10)
        .take_while(|&token| grammar.same_sentence(token, mention.head))
        .find(|&token| grammar.deprel(token) == Deprel::Appos)
        .filter(|&noun| grammar.word(comma) == "," && grammar.span(noun).start <= comma + 1)
        .filter(|&noun| matches!(grammar.lower(comma + 1).as_str(), "a" | "an") && fits(noun))?;
    Some((predicate::trimmed(grammar, beside, comma + 1), beside))
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
    for description in descriptions.iter().filter(|description| description.source.is_office()) {
        let office =
            Office {
                noun: grammar.lemma(description.head).trim_end_matches('.').to_owned(),
                words: description.tokens.clone().map(|token| grammar.lower(token)).collect(),
                state: description.tokens.clone().find_map(|token| states.of_token(token)).or_else(
                    || homes::of(grammar, &mentions[description.mention], Some(description)),
                ),
            };
        let cluster = clusters.of(description.mention);
        let gender = words::gender_of_noun(&office.noun);
        let facts = clusters.facts_mut(cluster);
        if facts.gender == super::Gender::Unknown {
            facts.gender = gender;
        }
        facts.offices.push(office);
        // "two senators: Ann Hale and Tom Moor": one is not both.
        let several = matches!(grammar.xpos(description.head), "NNS" | "NNPS");
        if description.source == Source::Title || several {
            continue;
        }
        // `the best friend Tom Moor had`, said of Ann Hale, makes one of two nobody.
        // But `the hacker known as Zorb` may have a name.
        let free = |nominal: usize| {
            let (known, own) = (clusters.of(nominal), clusters.of(description.mention));
            let before = mentions[description.mention].tokens.start.saturating_sub(1);
            clusters.names(known) == 0
                || known == own
                || matches!(grammar.lower(before).as_str(), "as" | "called" | "dubbed")
        };
        if let Some(&nominal) = nominal_at.get(&description.head).filter(|&&nominal| free(nominal))
        {
            clusters.join(description.mention, nominal);
        }
    }
}
