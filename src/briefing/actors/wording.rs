//! What an actor is in words that stand alone: abbreviations spelt out, pronouns named, the place of an office behind it.

use std::ops::Range;

use super::class::one_of;
use super::fit::is_plural;
use super::pronouns::Pronouns;
use crate::briefing::phrase::verb;
use crate::document::Document;
use crate::language::coref::{Chain, Description, DescriptionSource, Form, words};
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Analysis, Deprel, NameKind, Upos};
use crate::text::{TextRange, one_line, small};

/// The words, on one line; an abbreviation at their end spelt out, and who a pronoun means.
pub(super) fn text(
    document: &Document,
    pronouns: &Pronouns<'_>,
    chain: &Chain,
    description: &Description,
) -> String {
    let analysis = pronouns.analysis;
    let joined = pronouns.named(description, chain);
    let joined = joined.unwrap_or_else(|| two_titles(document, analysis, description));
    let joined =
        if opens_small(document, analysis, &description.tokens) { small(&joined) } else { joined };
    let joined = with_marks(shortened(analysis, description, joined));
    let mut spelt = spelt_out(document, analysis, chain, description, &joined);
    // `Ruiz and Hall, who show that`: each of them shows it.
    let shared = analysis.xpos(description.head) == "VBP" && !chain.plural;
    if let Some((verb, rest)) = spelt.split_once(' ')
        && shared
        && description.tokens.start == description.head
        && verb == analysis.lemma(description.head)
    {
        spelt = format!("{} {rest}", verb::third_person(verb));
    }
    let ahead = description.tokens.start.checked_sub(1);
    if let Some(most) = ahead.map(|token| analysis.word(document, token))
        && matches!(most, "most" | "least")
    {
        spelt = format!("{most} {spelt}");
    }
    // `Ruiz, once a champion,`
    let article = |token: &usize| matches!(analysis.word(document, *token), "a" | "an" | "the");
    let past = ahead.filter(article).and_then(|article| article.checked_sub(1)).or(ahead);
    // "It will pay once mayor Ruiz signs": no former mayor.
    let past = past.filter(|&token| {
        analysis.word(document, token) != "once"
            || analysis.deprel(token) != Deprel::Mark
                && token.checked_sub(1).is_some_and(|comma| analysis.word(document, comma) == ",")
    });
    let past = past.map(|token| analysis.word(document, token));
    // `the then mayor`.
    if ahead.is_some_and(|token| analysis.word(document, token) == "then")
        && description.source != DescriptionSource::Title
    {
        spelt = format!("then-{spelt}");
    }
    if matches!(past, Some("once" | "formerly" | "previously")) && !spelt.starts_with("former") {
        spelt = format!("former {spelt}");
    }
    if let Some(owner) = pronouns.owner(description.tokens.start, chain) {
        spelt = format!("{owner} {spelt}");
    }
    if let Some(inner) = inner(analysis, description) {
        spelt = format!("{spelt}, {}", one_line(inner.slice(document.text())));
    }
    // `The Evening Herald’s Nora Ellis` is of it.
    let first = analysis.word(document, description.tokens.start);
    if description.source == DescriptionSource::Belonging {
        spelt = match first {
            "of" | "with" | "for" => spelt,
            _ if ahead
                .is_some_and(|it| analysis.word(document, it).eq_ignore_ascii_case("the")) =>
            {
                format!("of the {spelt}")
            }
            _ => format!("of {spelt}"),
        };
    }
    match description.seat {
        Some(seat) => format!("{spelt} {}", one_line(seat.slice(document.text()))),
        None => spelt,
    }
}

/// Without what is told of others, or of when.
fn shortened(analysis: &Analysis, description: &Description, joined: String) -> String {
    // `One candidate, Ana Ruiz,`, and no `One of the founders`.
    let one = joined.strip_prefix("One ").or_else(|| joined.strip_prefix("one "));
    let joined =
        match one.filter(|rest| rest.starts_with(char::is_lowercase) && !rest.starts_with("of ")) {
            Some(rest) => rest.to_owned(),
            None => joined,
        };
    // `fellow candidate Ana Ruiz` is one to whoever was named before.
    let fellow = description.head > description.tokens.start;
    let joined = match joined.strip_prefix("fellow ").filter(|_| fellow) {
        Some(rest) => rest.to_owned(),
        None => joined,
    };
    // `who was mayor at the time`.
    let joined = match joined.strip_suffix(" at the time") {
        Some(then) if !then.starts_with("former") => format!("former {then}"),
        _ => joined,
    };
    // `became mayor in 2021`: when is no part of what she is.
    let became =
        analysis.head(description.head).is_some_and(|verb| analysis.lemma(verb) == "become");
    match joined.rsplit_once(" in ").filter(|_| became) {
        Some((office, year)) if year.len() == 4 && year.parse::<u16>().is_ok() => office.to_owned(),
        _ => joined,
    }
}

/// `“Harbour” founder` without its first mark, `founder of “Harbour”` without its last.
fn with_marks(joined: String) -> String {
    match (joined.contains('“'), joined.contains('”')) {
        (false, true) => joined.replace('”', ""),
        (true, false) => format!("{joined}”"),
        _ if joined.matches('"').count() == 1 && !joined.ends_with('"') => format!("{joined}\""),
        _ if joined.matches("''").count() == 1 && joined.contains(" ''") => format!("{joined}''"),
        _ => joined,
    }
}

/// With the last word spelt out, of which papers write but the first letters, and for one of several.
fn spelt_out(
    document: &Document,
    analysis: &Analysis,
    chain: &Chain,
    description: &Description,
    joined: &str,
) -> String {
    let (before, last) = joined.rsplit_once(' ').unwrap_or(("", joined));
    let (then, last) = last.split_at(if last.starts_with("then-") { "then-".len() } else { 0 });
    let spelt = match last {
        "Sen." | "Sen" => "Senator".to_owned(),
        "Rep." | "Rep" => "Representative".to_owned(),
        "Gov." | "Gov" => "Governor".to_owned(),
        "Prof." | "Prof" => "Professor".to_owned(),
        "Gen." | "Gen" => "General".to_owned(),
        "Lt." => "Lieutenant".to_owned(),
        "Col." | "Col" => "Colonel".to_owned(),
        "Sgt." | "Sgt" => "Sergeant".to_owned(),
        "Capt." | "Capt" => "Captain".to_owned(),
        "Rev." | "Rev" => "Reverend".to_owned(),
        "Cllr." | "Cllr" => "Councillor".to_owned(),
        "Fr." => "Father".to_owned(),
        // "economists Tom Hall and Ana Lee": each of them is one.
        _ if is_plural(analysis, description.head)
            && (chain.kind == Some(NameKind::Person)
                || chain.kind == Some(NameKind::Organization) && !chain.plural)
            && description.head + 1 == description.tokens.end =>
        {
            one_of(document, analysis, description.head).to_owned()
        }
        _ => last.to_owned(),
    };
    let spelt = format!("{then}{spelt}");
    if before.is_empty() { spelt } else { format!("{before} {spelt}") }
}

/// The words of a description, with a comma between what somebody runs for and what somebody holds: `presidential
/// candidate Sen. Ana Ruiz`.
fn two_titles(document: &Document, analysis: &Analysis, description: &Description) -> String {
    let word = |token: usize| analysis.word(document, token);
    let runner = (description.tokens.start..description.head).rev().find(|&token| {
        is_runner(word(token))
            && (word(token + 1).starts_with(char::is_uppercase) || word(token + 1) == "former")
            && analysis.name_kind(token + 1) != Some(NameKind::Person)
    });
    let slice = |tokens: Range<usize>| one_line(analysis.cover(tokens).slice(document.text()));
    match runner {
        Some(runner) => format!(
            "{}, {}",
            slice(description.tokens.start..runner + 1),
            slice(runner + 1..description.tokens.end)
        ),
        None => one_line(description.range.slice(document.text())),
    }
}

/// What somebody is to others in a race, whatever office somebody holds.
fn is_runner(noun: &str) -> bool {
    matches!(
        noun,
        "ally"
            | "candidate"
            | "challenger"
            | "colleague"
            | "contender"
            | "foe"
            | "front-runner"
            | "frontrunner"
            | "hopeful"
            | "nominee"
            | "opponent"
            | "rival"
            | "surrogate"
    )
}

/// Whether the first of the words has its capital from the start of a sentence alone: `Former mayor Ana Ruiz left.`
pub(super) fn opens_small(document: &Document, analysis: &Analysis, tokens: &Range<usize>) -> bool {
    let first = tokens.start;
    let word = |token: usize| analysis.word(document, token);
    // A trade alone is small too: `Farmer Ana Ruiz left.`
    let next = match tokens.len() {
        1 => !words::is_title(word(first).to_lowercase().trim_end_matches('.')),
        // `Minister of Finance Ana Ruiz`.
        _ if matches!(word(first + 1), "of" | "for") => {
            !words::is_title(&word(first).to_lowercase())
                || !word(first + 2).starts_with(char::is_uppercase)
        }
        // "Long-time mayor", and no "Attorney-General".
        _ if word(first + 1) == "-" => word(first + 2).starts_with(char::is_lowercase),
        _ => word(first + 1).starts_with(char::is_lowercase),
    };
    let always = matches!(
        word(first),
        "Former" | "Presumptive" | "Longtime" | "Retired" | "Acting" | "Then" | "Would"
    );
    let mixed = word(first).chars().skip(1).all(char::is_lowercase);
    // In no place is `former` a part of the office.
    always && mixed && (word(first) == "Former" || opens(document, analysis, first))
        || next && opens_common(document, analysis, first)
}

/// Whether a token with a capital begins a sentence and is a word like others.
pub(super) fn opens_common(document: &Document, analysis: &Analysis, first: usize) -> bool {
    let word = analysis.word(document, first);
    // `Novelist Ana Ruiz left`, whatever it was read as.
    let small = word.to_lowercase();
    let trade =
        analysis.xpos(first) == "NNP" && words::is_person(&small) && !words::is_title(&small);
    (trade || matches!(analysis.xpos(first), "JJ" | "NN" | "VBN" | "VBG"))
        && word.chars().skip(1).all(char::is_lowercase)
        && analysis.name_kind(first).is_none()
        && lexicon().powers().of(word).is_empty()
        && word != "Democratic"
        && !lexicon().senses(word).any(Senses::ANY_GROUP | Senses::ANY_ORGANIZATION)
        && opens(document, analysis, first)
}

/// Whether a word has its capital wherever it stands: `Norwegian camps`, `Democratic voters`.
pub(super) fn keeps_capital(document: &Document, analysis: &Analysis, first: usize) -> bool {
    let word = analysis.word(document, first);
    let senses = lexicon().senses(word);
    // `sailed Harbour Light`; in a heading every word may have one.
    let block = analysis.sentences[analysis.sentence_of(first)].block;
    let inside = document.blocks()[block].kind.is_prose()
        && !opens(document, analysis, first)
        && !(first + 1..first + 3)
            .any(|token| analysis.word(document, token).starts_with(char::is_uppercase));
    word.starts_with(char::is_uppercase)
        && analysis.upos(first) != Upos::Det
        && (inside
            || !lexicon().powers().of(word).is_empty()
            || word == "Democratic"
            || senses.any(Senses::ANY_GROUP | Senses::ANY_ORGANIZATION | Senses::ADJECTIVE))
}

fn opens(document: &Document, analysis: &Analysis, first: usize) -> bool {
    first == 0
        || analysis.sentence_of(first - 1) != analysis.sentence_of(first)
        || matches!(analysis.word(document, first - 1), "“" | "\"")
}

/// `director of Acme, a maker of tents`: what the text says of the body that the description ends with.
fn inner(analysis: &Analysis, description: &Description) -> Option<TextRange> {
    let chains = &analysis.chains;
    let first = chains.mentions.partition_point(|m| m.tokens.start < description.tokens.start);
    let body = chains.mentions[first..]
        .iter()
        .take_while(|mention| mention.tokens.start < description.tokens.end)
        .position(|mention| {
            mention.form == Form::Name && mention.tokens.end == description.tokens.end
        })?;
    let from = chains.descriptions.partition_point(|d| d.mention < first + body);
    chains.descriptions[from..]
        .iter()
        .take_while(|other| other.mention == first + body)
        .find(|other| {
            other.source == DescriptionSource::Apposition
                && other.tokens.start >= description.tokens.end
                && other.tokens.start <= description.tokens.end + 2
                && other.tokens.len() + description.tokens.len() <= 14
        })
        .map(|other| other.range)
}
