//! Where somebody or something is meant: names as given, nominals and pronouns found here.

use std::ops::Range;

use super::grammar::Grammar;
use super::speaker::is_saying;
use super::words;
use super::{Form, Gender, Mention};
use crate::language::lexicon::{Senses, lexicon};
use crate::language::times::{is_day_from_now, is_time};
use crate::language::{Deprel, NameKind, Upos};

/// What linking needs to know of a mention, beside the mention itself.
#[derive(Clone, Debug)]
pub(super) struct Traits {
    pub sentence: usize,
    /// The token whose relation tells the part it plays: the head, or what a parser hung the name on as a
    /// part of its own title (`Belarusian` of `Belarusian President Alexander Lukashenko`).
    pub anchor: usize,
    pub being: Being,
    pub gender: Gender,
    pub number: Number,
    /// The head noun or the pronoun in lower case and, for nouns, the singular.
    pub noun: String,
    /// Index of the innermost quotation that it stands in.
    pub quotation: Option<usize>,
}

/// What sort of thing a mention means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Being {
    Person,
    /// A government, firm, court.
    Body,
    Place,
    /// A people or a movement.
    Group,
    Thing,
    Unknown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Number {
    Singular,
    Plural,
    Unknown,
}

/// All mentions in the order of the text, an outer one before what lies inside it.
pub(super) fn find(grammar: &Grammar<'_>) -> (Vec<Mention>, Vec<Traits>) {
    let mut found: Vec<(Mention, Traits)> = Vec::new();
    for idx in 0..grammar.analysis.names.len() {
        found.extend(name(grammar, idx));
    }
    found.extend(super::inner::names(grammar));
    for token in 0..grammar.len() {
        if grammar.name(token).is_none() {
            found.extend(pronoun(grammar, token).or_else(|| nominal(grammar, token)));
        }
    }
    found.sort_by_key(|(mention, _)| {
        (mention.range.start(), std::cmp::Reverse(mention.range.end()))
    });
    found.into_iter().unzip()
}

pub(super) fn name(grammar: &Grammar<'_>, idx: usize) -> Option<(Mention, Traits)> {
    let name = grammar.analysis.names.get(idx)?;
    if name.tokens.is_empty() || grammar.name(name.tokens.start) != Some(idx) {
        return None;
    }
    let head = grammar.head_of(&name.tokens);
    let being = match name.kind {
        NameKind::Person => Being::Person,
        NameKind::Organization => Being::Body,
        NameKind::Place => Being::Place,
        NameKind::Group => Being::Group,
        NameKind::Other => Being::Thing,
    };
    let number = match being {
        Being::Group => Number::Plural,
        Being::Body => Number::Unknown,
        _ => Number::Singular,
    };
    let tokens = whole(grammar, &name.tokens);
    let range = if tokens == name.tokens { name.range } else { grammar.range(&tokens) };
    let mention = Mention { range, tokens, head, form: Form::Name, name: Some(idx) };
    let mut traits = traits(grammar, head, being, Gender::Unknown, number, grammar.lower(head));
    traits.anchor = anchor(grammar, head, name.tokens.start);
    Some((mention, traits))
}

/// A name with the capitalised words before it that an acronym behind it asks for: `Collective` before
/// `Security Treaty Organization (CSTO)`.
fn whole(grammar: &Grammar<'_>, tokens: &Range<usize>) -> Range<usize> {
    let acronym = grammar.word(tokens.end + 1);
    let count = acronym.chars().count();
    let bracketed = grammar.word(tokens.end) == "(" && grammar.word(tokens.end + 2) == ")";
    if !bracketed || count < 3 || !acronym.chars().all(char::is_uppercase) {
        return tokens.clone();
    }
    let initials = |from: usize| -> String {
        let words = (from..tokens.end).map(|token| grammar.word(token));
        words.filter_map(|word| word.chars().next()).filter(|first| first.is_uppercase()).collect()
    };
    let missing = (tokens.start.saturating_sub(8)..tokens.start)
        .filter(|&from| grammar.same_sentence(from, tokens.start))
        .filter(|&from| grammar.word(from).starts_with(char::is_uppercase))
        .find(|&from| initials(from) == acronym);
    missing.map_or_else(|| tokens.clone(), |from| from..tokens.end)
}

/// Climbs from a name to the words right before it that it hangs on.
fn anchor(grammar: &Grammar<'_>, head: usize, start: usize) -> usize {
    let mut at = head;
    while let Some(above) = grammar.head(at) {
        let part = matches!(
            grammar.deprel(at),
            Deprel::Flat | Deprel::Compound | Deprel::NmodDesc | Deprel::Appos
        );
        let before = above < start && start - above <= 6;
        if !part || !before || (above..start).any(|token| grammar.upos(token) == Upos::Punct) {
            break;
        }
        at = above;
    }
    at
}

fn traits(
    grammar: &Grammar<'_>,
    head: usize,
    being: Being,
    gender: Gender,
    number: Number,
    noun: String,
) -> Traits {
    Traits {
        sentence: grammar.sentence(head),
        anchor: head,
        being,
        gender,
        number,
        noun,
        quotation: grammar.quotation(head),
    }
}

fn pronoun(grammar: &Grammar<'_>, token: usize) -> Option<(Mention, Traits)> {
    let word = grammar.lower(token);
    let (being, gender, number) = match word.as_str() {
        "he" | "him" | "his" | "himself" => (Being::Person, Gender::Male, Number::Singular),
        "she" | "her" | "hers" | "herself" => (Being::Person, Gender::Female, Number::Singular),
        "it" | "its" | "itself" => (Being::Thing, Gender::Unknown, Number::Singular),
        "they" | "them" | "their" | "theirs" | "themselves" | "we" | "us" | "our" | "ours"
        | "ourselves" => (Being::Unknown, Gender::Unknown, Number::Plural),
        "i" | "me" | "my" | "mine" | "myself" => (Being::Person, Gender::Unknown, Number::Singular),
        "you" | "your" | "yours" | "yourself" => (Being::Person, Gender::Unknown, Number::Unknown),
        _ => return None,
    };
    // "US" is a state and "IT" a trade.
    if word.len() == 2 && word != "it" && grammar.word(token).chars().all(char::is_uppercase) {
        return None;
    }
    if grammar.deprel(token) == Deprel::Expl
        || matches!(grammar.upos(token), Upos::Propn | Upos::Noun | Upos::X)
    {
        return None;
    }
    let mention = Mention {
        range: grammar.range(&(token..token + 1)),
        tokens: token..token + 1,
        head: token,
        form: Form::Pronoun,
        name: None,
    };
    Some((mention, traits(grammar, token, being, gender, number, word)))
}

fn nominal(grammar: &Grammar<'_>, token: usize) -> Option<(Mention, Traits)> {
    if !grammar.is_noun(token) || !heads_a_phrase(grammar, token) {
        return None;
    }
    let noun = grammar.lemma(token);
    if is_measure(&noun) || lexicon().senses(grammar.word(token)).any(Senses::WEEKDAY) {
        return None;
    }
    let plural = matches!(grammar.xpos(token), "NNS" | "NNPS")
        || matches!(noun.as_str(), "police" | "people");
    // "a party source said"
    let tells = || {
        grammar.head(token).is_some_and(|verb| is_saying(grammar, verb))
            && grammar.child(token, Deprel::Det).is_some_and(|det| grammar.lower(det) != "the")
    };
    let is_source = noun == "source" && grammar.xpos(token) == "NN" && tells();
    // `the coast guard` is no man on the coast.
    let troop = noun == "guard" && !plural && is_troop(grammar, token);
    let being = if (words::is_person(&noun) || is_source) && !troop {
        Being::Person
    } else if words::is_body(&noun) {
        Being::Body
    } else if words::is_state_noun(&noun)
        || matches!(noun.as_str(), "city" | "town" | "region" | "province" | "village" | "capital")
    {
        Being::Place
    } else {
        Being::Thing
    };
    let number = if plural { Number::Plural } else { Number::Singular };
    let tokens = phrase(grammar, token);
    let mention = Mention {
        range: grammar.range(&tokens),
        tokens,
        head: token,
        form: Form::Nominal,
        name: None,
    };
    let gender = words::gender_of_noun(&noun);
    Some((mention, traits(grammar, token, being, gender, number, noun)))
}

/// Whether a guard is a body of many.
fn is_troop(grammar: &Grammar<'_>, guard: usize) -> bool {
    grammar.analysis.children(guard).any(|child| {
        child < guard
            && matches!(
                grammar.lower(child).as_str(),
                "coast"
                    | "border"
                    | "home"
                    | "civil"
                    | "national"
                    | "revolutionary"
                    | "presidential"
            )
    })
}

fn heads_a_phrase(grammar: &Grammar<'_>, token: usize) -> bool {
    use Deprel::{
        Advcl, Appos, Ccomp, Conj, Iobj, Nmod, NmodPoss, Nsubj, NsubjOuter, NsubjPass, Obj, Obl,
        OblAgent, Parataxis, Root, Vocative, Xcomp,
    };
    matches!(
        grammar.deprel(token),
        Nsubj
            | NsubjPass
            | NsubjOuter
            | Obj
            | Iobj
            | Obl
            | OblAgent
            | Nmod
            | NmodPoss
            | Appos
            | Conj
            | Root
            | Vocative
            | Xcomp
            | Ccomp
            | Parataxis
            | Advcl
    )
}

/// The noun with what stands before it, and an `of` phrase where that is short.
fn phrase(grammar: &Grammar<'_>, token: usize) -> Range<usize> {
    let mut first = token;
    // `now the president`: the adverb says when, not which.
    let article = grammar.child(token, Deprel::Det).unwrap_or(token);
    for child in grammar.analysis.children(token) {
        let aside = grammar.deprel(child) == Deprel::Advmod && child < article && article < token;
        let before = !aside
            && matches!(
                grammar.deprel(child),
                Deprel::Det
                    | Deprel::DetPredet
                    | Deprel::Amod
                    | Deprel::Compound
                    | Deprel::NmodPoss
                    | Deprel::Nummod
                    | Deprel::Advmod
                    | Deprel::NmodDesc
            );
        let span = grammar.span(child);
        if child < token && before && grammar.same_sentence(span.start, token) {
            first = first.min(span.start);
        }
    }
    // `and the Herald’s reporters`, where the parser hung the `and` on the Herald.
    while first < token
        && (grammar.upos(first) == Upos::Cconj || matches!(grammar.word(first), "," | ";" | ":"))
    {
        first += 1;
    }
    let mut end = token + 1;
    for child in grammar.analysis.children(token) {
        let span = grammar.span(child);
        let follows =
            child > token && grammar.deprel(child) == Deprel::Nmod && span.start == token + 1;
        let preposition = if follows { grammar.preposition(child) } else { None };
        // `attorneys for Roe`, `aides to Roe`: whose they are.
        let theirs = span.len() <= 4
            && grammar.name(child).is_some()
            && matches!(preposition.as_deref(), Some("for" | "to"))
            && words::is_person(&grammar.lemma(token));
        if follows && span.len() <= 6 && preposition.as_deref() == Some("of") || theirs {
            end = span.end;
        }
    }
    first..end
}

/// What tells when, how much or how far, and is nobody.
fn is_measure(noun: &str) -> bool {
    is_time(noun)
        || is_day_from_now(noun)
        || matches!(noun, "percent" | "dollar" | "mile" | "kilometer" | "kilometre")
}
