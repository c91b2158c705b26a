//! What the words behind a name say of its bearer: `X, who is ...`, `X is ...`, `X of the Evening Post`; and where
//! a phrase that says so ends.

use std::collections::BTreeMap;
use std::ops::Range;

use super::cluster::Clusters;
use super::grammar::Grammar;
use super::mention::{Being, Number};
use super::nominal::Source;
use super::words;
use super::{Form, Mention};
use crate::language::lexicon::{denies, falls_short, is_unsure};
use crate::language::{Deprel, NameKind, Upos};

/// `Nora Ellis of The Evening Herald`, `Nora Ellis with the Weather Service`.
pub(super) fn belonging(grammar: &Grammar<'_>, mention: &Mention) -> Option<(Range<usize>, usize)> {
    let body = |of: usize| {
        (of + 1..=of + 2).find_map(|first| {
            let name = grammar.analysis.names.get(grammar.name(first)?)?;
            let the = first == of + 1 || grammar.lower(of + 1) == "the";
            let body = name.tokens.start == first && name.kind == NameKind::Organization;
            (the && body && grammar.same_sentence(mention.head, first)).then_some(name)
        })
    };
    let of = mention.tokens.end;
    // `Ellis at Acme` may only have been there.
    let body = body(of).filter(|_| matches!(grammar.word(of), "of" | "with" | "for"))?;
    let head = grammar.head_of(&body.tokens);
    // `joined Ellis with Acme`: what is done there.
    let own = grammar.word(of) == "of"
        || grammar.deprel(head) == Deprel::Nmod
            && grammar.head(head).is_some_and(|above| mention.tokens.contains(&above));
    own.then_some((of..body.tokens.end, head))
}

/// `The Evening Herald’s Nora Ellis`, `Norway’s Nora Ellis`.
pub(super) fn owned(grammar: &Grammar<'_>, mention: &Mention) -> Option<(Range<usize>, usize)> {
    let ending = mention.tokens.start.checked_sub(1)?;
    let last = ending.checked_sub(1)?;
    let name = grammar.analysis.names.get(grammar.name(last)?)?;
    let marked = words::is_genitive(grammar.word(ending)) && name.tokens.end <= ending + 1;
    let full = mention.tokens.len() > 1 && grammar.same_sentence(last, mention.head);
    let owner = name.tokens.start..ending;
    (marked && full && matches!(name.kind, NameKind::Organization | NameKind::Place))
        .then(|| (owner.clone(), grammar.head_of(&owner)))
}

/// `a unit inside the guard called Night Watch`: what the bearer of a name is where the name is told last.
pub(super) fn called(
    grammar: &Grammar<'_>,
    mention: &Mention,
    person: bool,
) -> Option<(Range<usize>, usize)> {
    let verb = grammar.head(mention.head).filter(|&verb| {
        verb < mention.tokens.start
            && grammar.deprel(verb) == Deprel::Acl
            && matches!(grammar.lemma(verb).as_str(), "call" | "name" | "know" | "dub")
    })?;
    let noun =
        grammar.head(verb).filter(|&noun| noun < verb && grammar.upos(noun) == Upos::Noun)?;
    let word = grammar.lemma(noun);
    let fits = if person { words::is_person(&word) } else { words::is_describing(&word) };
    if !fits || grammar.xpos(noun) == "NNS" {
        return None;
    }
    let tokens = trimmed(grammar, noun, grammar.span(noun).start);
    Some((tokens.start..tokens.end.min(verb), noun))
}

/// `Richard Hale, who runs the state's largest fund`: what somebody is known for. Not what somebody says, or does
/// on the way.
pub(super) fn deed(grammar: &Grammar<'_>, mention: &Mention) -> Option<(Range<usize>, usize)> {
    let verb = grammar.child(mention.head, Deprel::AclRelcl)?;
    let who = grammar.child(verb, Deprel::Nsubj)?;
    let told = grammar.is_verb(verb)
        && grammar.lower(who) == "who"
        && grammar.word(who - 1) == ","
        && grammar.child(verb, Deprel::Obj).is_some()
        && !super::speaker::is_saying(grammar, verb)
        && grammar.child(verb, Deprel::Advmod).is_none_or(|word| grammar.lower(word) != "not")
        && !matches!(
            grammar.lemma(verb).as_str(),
            "decline"
                | "refuse"
                | "attend"
                | "ask"
                | "want"
                | "have"
                | "do"
                | "make"
                | "take"
                | "get"
                | "see"
                | "meet"
                | "hold"
                | "give"
                | "deny"
                | "face"
                | "accuse"
                | "like"
                | "visit"
                | "join"
                | "interview"
                | "hope"
                | "expect"
                | "need"
                | "tell"
                | "use"
        );
    let end = (verb..grammar.span(verb).end)
        .find(|&token| matches!(grammar.word(token), "," | ";" | ":" | "(" | "—" | "–" | "."))
        .unwrap_or(grammar.span(verb).end);
    // `who on Monday opened the talks`: when is no part of it.
    let aside = (who + 1..verb).any(|token| grammar.upos(token) == Upos::Adp);
    let first = grammar.analysis.children(verb).find(|&child| {
        child > who && matches!(grammar.deprel(child), Deprel::Aux | Deprel::AuxPass)
    });
    let tokens = if aside { first.unwrap_or(verb).min(verb) } else { who + 1 }..end;
    let own = tokens.clone().all(|token| !is_personal(grammar, token));
    (told && own && tokens.contains(&verb)).then_some((tokens, verb))
}

/// A pronoun that away from its sentence means nobody.
fn is_personal(grammar: &Grammar<'_>, token: usize) -> bool {
    grammar.upos(token) == Upos::Pron
        && !matches!(grammar.lower(token).as_str(), "who" | "that" | "which" | "whose" | "whom")
}

pub(super) fn relative(
    grammar: &Grammar<'_>,
    mention: &Mention,
    person: bool,
) -> Option<(Range<usize>, usize)> {
    // `Roe, whose father was president`: it is the father who was.
    let own = |&noun: &usize| {
        grammar.child(noun, Deprel::Nsubj).is_none_or(|subject| {
            matches!(grammar.lower(subject).as_str(), "who" | "which" | "that")
        })
    };
    let noun = grammar.child(mention.head, Deprel::AclRelcl).filter(own)?;
    predicate(grammar, noun).filter(|(_, noun)| {
        let word = grammar.lemma(*noun);
        if person { words::is_person(&word) } else { words::is_describing(&word) }
    })
}

pub(super) fn copula(
    grammar: &Grammar<'_>,
    mention: &Mention,
    person: bool,
) -> Option<(Range<usize>, usize)> {
    if grammar.deprel(mention.head) != Deprel::Nsubj {
        return None;
    }
    let noun = grammar.head(mention.head)?;
    // What somebody says that somebody is, is a position and no role.
    // `his claim that he is a friend` too, and not `the fact that he is one`.
    let claimed = grammar.deprel(noun) == Deprel::Acl
        && grammar.head(noun).is_some_and(|claim| grammar.lemma(claim) != "fact");
    if claimed || grammar.deprel(noun) == Deprel::Ccomp || grammar.quotation(noun).is_some() {
        return None;
    }
    let (tokens, noun) = predicate(grammar, noun)?;
    let word = grammar.lemma(noun);
    (if person { words::is_person(&word) } else { words::is_describing(&word) })
        .then_some((tokens, noun))
}

/// `not the mayor`, `no longer the mayor`, `allegedly the mayor`.
fn is_unsaid(grammar: &Grammar<'_>, token: usize) -> bool {
    let word = grammar.lower(token);
    grammar.deprel(token) != Deprel::Aux
        && (denies(&word) || falls_short(&word) || is_unsure(&word))
}

/// A noun that somebody `became`, and not one whom he may yet become.
fn became(grammar: &Grammar<'_>, verb: usize) -> Option<(Range<usize>, usize)> {
    if grammar.lemma(verb) != "become" || !grammar.is_verb(verb) {
        return None;
    }
    let done = grammar.xpos(verb) == "VBD"
        || grammar.xpos(verb) == "VBN"
            && grammar
                .analysis
                .children(verb)
                .any(|child| matches!(grammar.lower(child).as_str(), "has" | "had" | "'s" | "’s"));
    let open = grammar.analysis.children(verb).any(|child| {
        grammar.xpos(child) == "MD"
            || is_unsaid(grammar, child)
            || matches!(
                grammar.lower(child).as_str(),
                "if" | "whether" | "unless" | "until" | "should"
            )
    });
    let noun = grammar.child(verb, Deprel::Xcomp).or_else(|| grammar.child(verb, Deprel::Obj))?;
    // `the first woman to win it`: not without what she won.
    let ranked = grammar.analysis.children(noun).any(|child| {
        matches!(
            grammar.lower(child).as_str(),
            "first" | "second" | "third" | "last" | "latest" | "next" | "only" | "most"
        )
    });
    let fits = noun > verb && grammar.is_noun(noun) && grammar.name(noun).is_none() && !ranked;
    (done && !open && fits).then(|| (trimmed(grammar, noun, verb + 1), noun))
}

/// A noun that `is` says somebody is; not one under `not` or `could`.
fn predicate(grammar: &Grammar<'_>, noun: usize) -> Option<(Range<usize>, usize)> {
    let Some(be) = grammar.child(noun, Deprel::Cop) else { return became(grammar, noun) };
    let hedged = grammar.analysis.children(noun).any(|child| {
        (grammar.deprel(child) == Deprel::Aux && grammar.xpos(child) == "MD")
            || is_unsaid(grammar, child)
            || grammar.lower(child) == "no"
    });
    // `is under pressure` says where somebody is.
    let placed = grammar.preposition(noun).is_some();
    if hedged || placed || !grammar.is_noun(noun) || grammar.name(noun).is_some() {
        return None;
    }
    Some((trimmed(grammar, noun, be + 1), noun))
}

/// The phrase of `noun` from `from` on, without its article and without what is told beside it.
pub(super) fn trimmed(grammar: &Grammar<'_>, noun: usize, from: usize) -> Range<usize> {
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
        // `the brother of film star Tom Hall`: whose name stands behind no comma is no aside.
        let named = grammar.deprel(child) == Deprel::Appos
            && grammar.name(child).is_some()
            && grammar.span(child).start.checked_sub(1).is_some_and(|before| {
                before > noun && matches!(grammar.upos(before), Upos::Noun | Upos::Propn)
            });
        // `Attorney General`, read as two.
        let office = child == noun + 1
            && super::title::is_one_office(&grammar.lower(noun), &grammar.lower(child));
        // `the Attorney-General`, read as two.
        let tight = child == noun + 2
            && grammar.word(noun + 1) == "-"
            && super::title::is_tight(grammar, noun)
            && super::title::is_tight(grammar, noun + 1);
        if child > noun && aside && !named && !office && !tight && !is_telling(grammar, child) {
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
    // `well-known`.
    let tied = |token: usize| grammar.word(token + 1) == "-" && grammar.upos(token) == Upos::Adv;
    while start < noun
        && !tied(start)
        && (owned(start)
            // `including his wife`.
            || grammar.lower(start) == "including"
            || matches!(
                grammar.upos(start),
                Upos::Det | Upos::Punct | Upos::Adv | Upos::Aux | Upos::Cconj | Upos::Adp
            ) && grammar.lower(start) != "vice")
    {
        start += 1;
    }
    // `an aunt of one king and the niece of another` keeps its last word.
    let stands = |token: usize| matches!(grammar.deprel(token), Deprel::Nmod | Deprel::Conj);
    while end > noun + 1
        && matches!(grammar.upos(end - 1), Upos::Punct | Upos::Adp | Upos::Cconj | Upos::Det)
        && !(grammar.upos(end - 1) == Upos::Det && stands(end - 1))
    {
        end -= 1;
    }
    start..end
}

/// A short clause that tells which one is meant: `a group set up to help voters`, `a donor who backs the party`.
fn is_telling(grammar: &Grammar<'_>, clause: usize) -> bool {
    let span = grammar.span(clause);
    let opens = span.start.checked_sub(1).map(|before| grammar.word(before));
    matches!(grammar.deprel(clause), Deprel::Acl | Deprel::AclRelcl)
        && span.len() <= 12
        && opens != Some(",")
        && span.clone().all(|token| {
            grammar.upos(token) != Upos::Punct || matches!(grammar.word(token), "-" | "'" | "’")
        })
}
/// `as a lawyer, Roe knows`, `Roe served as mayor`, `her time as mayor`: the one whose capacity a phrase tells.
fn capacity(grammar: &Grammar<'_>, mention: &Mention) -> Option<usize> {
    const SERVING: &[&str] =
        &["serve", "work", "act", "speak", "testify", "resign", "retire", "continue", "return"];
    const CHOOSING: &[&str] = &[
        "elect",
        "re-elect",
        "reelect",
        "appoint",
        "induct",
        "swear",
        "confirm",
        "install",
        "choose",
        "select",
        "crown",
        "inaugurate",
        "hire",
        "ordain",
        "name",
    ];
    const TIMES: &[&str] = &[
        "time",
        "tenure",
        "role",
        "job",
        "duty",
        "service",
        "career",
        "stint",
        "term",
        "work",
        "position",
        "record",
        "day",
        "year",
        "experience",
    ];
    let above = grammar.head(mention.head)?;
    if grammar.preposition(mention.head).as_deref() != Some("as") {
        return None;
    }
    if grammar.deprel(mention.head) == Deprel::Nmod {
        let time = TIMES.contains(&grammar.lemma(above).as_str());
        return grammar.child(above, Deprel::NmodPoss).filter(|_| time);
    }
    if grammar.deprel(mention.head) != Deprel::Obl || !grammar.is_verb(above) {
        return None;
    }
    let verb = grammar.lemma(above);
    let hedged = grammar
        .analysis
        .children(above)
        .any(|child| grammar.deprel(child) == Deprel::Aux && grammar.xpos(child) == "MD");
    // `may be named as chair`, `never served as mayor`
    let denied = |child| is_unsaid(grammar, child) || grammar.lower(child) == "nor";
    if grammar.analysis.children(above).any(denied) {
        return None;
    }
    if CHOOSING.contains(&verb.as_str()) {
        return grammar.child(above, Deprel::NsubjPass).filter(|_| !hedged);
    }
    let subject = grammar.child(above, Deprel::Nsubj)?;
    let active = grammar.child(above, Deprel::Obj).is_none();
    let article = matches!(grammar.lower(mention.tokens.start).as_str(), "a" | "an");
    // `As president, Roe would do it` is a wish.
    let opens = mention.head < subject && !hedged;
    (active && (SERVING.contains(&verb.as_str()) || article) || opens).then_some(subject)
}

/// Joins what somebody with a name is said to be: `Roe is a lawyer`, `She was one of the founders`.
pub(super) fn link_predicates(source: &Source<'_>, clusters: &mut Clusters) {
    let grammar = source.grammar;
    let by_head: BTreeMap<usize, usize> =
        source.mentions.iter().enumerate().map(|(idx, mention)| (mention.head, idx)).collect();
    for (idx, mention) in source.mentions.iter().enumerate() {
        let traits = &source.traits[idx];
        let single = mention.form == Form::Nominal
            && traits.number != Number::Plural
            && clusters.members(clusters.of(idx)).len() == 1;
        let subject = grammar
            .child(mention.head, Deprel::Nsubj)
            .filter(|_| grammar.child(mention.head, Deprel::Cop).is_some());
        let subject = subject.or_else(|| capacity(grammar, mention));
        let Some(&who) = subject.and_then(|subject| by_head.get(&subject)).filter(|_| single)
        else {
            continue;
        };
        let denied = grammar.analysis.children(mention.head).any(|child| {
            matches!(grammar.lower(child).as_str(), "no" | "if" | "like" | "?")
                || is_unsaid(grammar, child)
        });
        let alike = match clusters.kind(clusters.of(who)) {
            Some(NameKind::Person) => traits.being == Being::Person,
            Some(NameKind::Organization) => traits.being == Being::Body,
            Some(NameKind::Place) => traits.being == Being::Place,
            _ => false,
        };
        if alike && !denied {
            clusters.join(who, idx);
        }
    }
}
