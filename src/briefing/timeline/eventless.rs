//! Dates in the text that tell no event: parts of names, states of today, things named by their year.

use super::expression::{Anchor, Expression, Side, When};
use super::resolve::Tense;
use super::tense::LOOKING_AHEAD;
use super::vocabulary::names_event;
use crate::briefing::phrase::clause::Tree;
use crate::language::{Analysis, Deprel, NameKind, Upos};
use crate::text::TextRange;

/// Whether it says how things are: "today it has two million members", not "today it voted"; "turnout is high this
/// year".
pub(super) fn is_nowadays(tree: &Tree<'_>, expression: Expression, token: usize) -> bool {
    let clause = tree.clause_of(token);
    if !tree.finite(clause).is_some_and(|finite| matches!(tree.xpos(finite), "VBZ" | "VBP")) {
        return false;
    }
    let has_been = tree.auxiliaries(clause).first().is_some_and(|&aux| tree.lemma(aux) == "have");
    // "Today, we honour them" is done in saying so; "clients face it today" is so for longer.
    let by_us = tree.subject(clause).is_some_and(|subject| tree.is_word(subject, &["i", "we"]));
    let lasts = has_been
        || tree.upos(clause) != Upos::Verb
        || STATES.contains(&tree.lemma(clause))
        || tree.finite(clause) == Some(clause) && !by_us;
    // "What they face today", "they are tied today".
    let lasts = lasts
        || matches!(tree.deprel(clause), Deprel::AclRelcl)
        || tree.child(clause, |relation| relation == Deprel::AuxPass).is_some();
    match expression.range.slice(tree.text) {
        words if words.eq_ignore_ascii_case("today") => lasts,
        // "The town expects six million guests this year".
        words if words.eq_ignore_ascii_case("this year") => {
            !has_been && !LOOKING_AHEAD.contains(&tree.lemma(clause))
        }
        // "2016 is a hard year", "October is a month of feasts".
        _ => {
            let named = matches!(expression.when, When::Year(_) | When::Month { year: None, .. });
            let stands_alone = tree.child(token, |relation| relation == Deprel::Case).is_none();
            named && tree.deprel(token) == Deprel::Nsubj && stands_alone && !has_been
        }
    }
}

/// Whether it only says for how long there was nothing like it: "the highest since 2011".
pub(super) fn is_record(tree: &Tree<'_>, token: usize) -> bool {
    let since = tree.children(token).any(|child| tree.is_word(child, &["since"]));
    let sets_apart = |at: usize| {
        matches!(tree.xpos(at), "JJS" | "RBS")
            || matches!(tree.lemma(at), "first" | "second" | "third" | "only" | "none")
    };
    let nouns = tree.ancestors(token).take_while(|&at| {
        matches!(tree.upos(at), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num | Upos::Pron)
    });
    since
        && nouns.take(4).any(|noun| {
            sets_apart(noun) || tree.children(noun).any(|child| child < token && sets_apart(child))
        })
}

/// Whether it only says when a reader should do something: "Call us today".
pub(super) fn is_order(tree: &Tree<'_>, expression: Expression, token: usize) -> bool {
    let clause = tree.clause_of(token);
    // A command with a date of its own may stand in a schedule.
    let now = matches!(
        expression.when,
        When::Offset { anchor: Anchor::Published, .. } | When::Ahead { .. }
    );
    now && tree.xpos(clause) == "VB"
        && tree.head(clause).is_none()
        && tree.subject(clause).is_none()
        && tree.auxiliaries(clause).is_empty()
        && !tree.is_infinitive(clause)
}

/// Whether it says when something happens again and again: "open every day but Monday", "hot in spring".
pub(super) fn is_habit(
    tree: &Tree<'_>,
    expression: Expression,
    token: usize,
    tense: Tense,
) -> bool {
    let again = || {
        let start = tree.analysis.sentences[tree.analysis.sentence_of(token)].tokens.start;
        (start..token).any(|at| {
            tree.is_word(
                at,
                &[
                    "every",
                    "each",
                    "daily",
                    "weekly",
                    "except",
                    "always",
                    "usually",
                    "typically",
                    "generally",
                ],
            )
        })
    };
    let open = |side: Side| side == Side::Open;
    match expression.when {
        When::Weekday { side, .. } => open(side) && tense != Tense::Past && again(),
        When::Season { year: None, side, .. } => {
            let clause = tree.clause_of(token);
            let may = tree.finite(clause).is_some_and(|finite| tree.xpos(finite) == "MD");
            open(side) && tense == Tense::Present && !may
        }
        _ => false,
    }
}

/// Verbs of what is so for longer than a day.
const STATES: &[&str] = &[
    "believe", "belong", "consist", "contain", "cost", "exist", "feel", "have", "know", "lack",
    "live", "need", "own", "remain", "seem", "stand", "think", "want", "work",
];

/// Whether the date is one of several on which one thing may happen: "tonight, tomorrow or any day". The first tells.
pub(super) fn is_alternative(text: &str, found: &[Expression], idx: usize) -> bool {
    let between = |at: usize| {
        let (Some(left), Some(right)) = (found.get(at), found.get(at + 1)) else { return "" };
        TextRange::new(left.range.end(), right.range.start()).slice(text).trim()
    };
    let Some(before) = idx.checked_sub(1) else { return false };
    match between(before) {
        "or" | ", or" | "or on" | ", or on" | "or in" | ", or in" => true,
        // "On 3 May, 4 May and 5 May" lists days that all were.
        "," => !matches!(between(idx), "," | "and" | ", and"),
        _ => false,
    }
}

/// Whether a year ends a span whose start was not read as a year: `the floods over 2000 – 2050`.
pub(super) fn is_end_alone(text: &str, found: &[Expression], idx: usize) -> bool {
    let Some(date) = found.get(idx) else { return false };
    let before = TextRange::new(0, date.range.start()).slice(text).trim_end();
    let start = before.strip_suffix(['-', '–', '—']).map(str::trim_end);
    let digits = |start: &str| start.chars().rev().take_while(char::is_ascii_digit).count();
    let read = idx
        .checked_sub(1)
        .is_some_and(|last| start.is_some_and(|start| found[last].range.end() >= start.len()));
    matches!(date.when, When::Year(_)) && !read && start.is_some_and(|start| digits(start) == 4)
}

/// Whether the words before a date are `than`, `than in`, `than the`, or `compared with the`.
pub(super) fn is_compared(text: &str, date: TextRange) -> bool {
    let before = TextRange::new(0, date.start()).slice(text);
    let mut words = before.split_whitespace().rev();
    let first = words.next();
    // "in better shape than the 2012 convention".
    let first = if first == Some("the") { words.next() } else { first };
    match first {
        Some("than") => true,
        Some("in" | "on" | "at" | "during") => words.next() == Some("than"),
        Some("with" | "to") => words.next().is_some_and(|it| it.eq_ignore_ascii_case("compared")),
        _ => false,
    }
}

/// Whether the date is one of what something else is compared with: "will pay ten million, up from six million in 1986",
/// "grew by 3 pct, compared with 2 in May", "against 12 in the same month".
pub(super) fn is_measure(tree: &Tree<'_>, token: usize) -> bool {
    let start = tree.analysis.sentences[tree.analysis.sentence_of(token)].tokens.start;
    let stops = [",", ";", "(", ")", "—", "–", "--", "after", "before", "since", "during"];
    let inside = |&at: &usize| {
        tree.is_word(at, &["compared"])
            || !matches!(tree.upos(at), Upos::Verb | Upos::Aux) && !tree.is_word(at, &stops)
    };
    let before: Vec<usize> = (start..token).rev().take(14).take_while(inside).collect();
    let counted = |at: usize| before.iter().any(|&num| num > at && tree.upos(num) == Upos::Num);
    before.iter().any(|&at| {
        let led = |words: &[&str]| at > start && tree.is_word(at - 1, words);
        tree.is_word(at, &["from"]) && led(&["up", "down"]) && counted(at)
            || tree.is_word(at, &["with", "to"]) && led(&["compared"])
            || tree.is_word(at, &["against", "versus"]) && counted(at)
    })
}

/// Whether a law is called by the year: `the Civil Rights Act of 1964`.
pub(super) fn is_law(tree: &Tree<'_>, expression: Expression, token: usize) -> bool {
    let of = token
        .checked_sub(2)
        .filter(|_| matches!(expression.when, When::Year(_)) && tree.is_word(token - 1, &["of"]));
    of.is_some_and(|law| {
        // "The Refugee Act of 1980 set up a bureau": what it did, it did then.
        tree.upos(law) == Upos::Propn
            && !tree.deprel(law).is_subject()
            && matches!(
                tree.lemma(law).to_lowercase().as_str(),
                "act" | "bill" | "code" | "constitution" | "law"
            )
    })
}

/// Whether a person, an organisation or a place is called so: `Theresa May`, `the Sunday Times`.
pub(super) fn is_name(analysis: &Analysis, expression: Expression) -> bool {
    let dated = matches!(expression.when, When::Day { .. });
    let after = analysis.names.partition_point(|name| name.range.start() < expression.range.end());
    !dated
        && after.checked_sub(1).is_some_and(|idx| {
            let name = &analysis.names[idx];
            name.range.overlaps(expression.range)
                && name.range.len() > expression.range.len()
                && matches!(name.kind, NameKind::Person | NameKind::Organization)
        })
}

/// Whether a year only tells which of several things is meant: `the 2016 model`. What is an event itself has a date: `a
/// 2014 study`.
pub(super) fn tells_apart(tree: &Tree<'_>, expression: Expression, token: usize) -> bool {
    // "The Climate Action 2016 summit".
    if matches!(expression.when, When::Year(_)) && tree.deprel(token) == Deprel::Flat {
        return true;
    }
    let this_year = || expression.range.slice(tree.text).eq_ignore_ascii_case("this year");
    let Some(thing) = tree.head(token).filter(|&thing| thing > token) else { return false };
    matches!(tree.upos(thing), Upos::Noun | Upos::Propn)
        && match expression.when {
            When::Year(_) => {
                is_inside(tree, token)
                    && (!names_event(tree.lemma(thing)) || is_spoken_of(tree, thing))
            }
            // "Wheat for December delivery fell on Monday", "the May contract": which of them.
            When::Month { .. } => {
                tree.deprel(token) == Deprel::Compound
                    && is_traded(tree.lemma(thing))
                    && is_inside(tree, token)
            }
            // "The 9/11 commission".
            When::Day { year: Some(2001), month: 9, day: 11, .. } => {
                is_inside(tree, token) && !names_event(tree.lemma(thing))
            }
            _ => tree.deprel(token) == Deprel::NmodPoss && this_year() && is_spoken_of(tree, thing),
        }
}

/// Nouns for what is bought and sold by the month.
fn is_traded(noun: &str) -> bool {
    matches!(
        noun,
        "contract"
            | "crude"
            | "delivery"
            | "future"
            | "futures"
            | "loading"
            | "option"
            | "settlement"
            | "shipment"
    )
}

/// Whether it stands in front of a noun as a part of what that is called.
fn is_inside(tree: &Tree<'_>, token: usize) -> bool {
    matches!(
        tree.deprel(token),
        Deprel::Nummod | Deprel::Compound | Deprel::Nmod | Deprel::Amod | Deprel::NmodUnmarked
    ) && tree.child(token, |relation| relation == Deprel::Case).is_none()
        // "What happened on 9/11 parallels it" may be read so.
        && !token.checked_sub(1).is_some_and(|before| tree.is_word(before, &["on"]))
}

/// Whether it is what goes on for most of a year, and something else is of it or about it: `the tone of the 2016 race`.
/// What is before or after an election has a date by it.
fn is_spoken_of(tree: &Tree<'_>, thing: usize) -> bool {
    // "In the run-up to the 2014 election".
    let up = |case: usize| case.checked_sub(1).is_some_and(|before| tree.is_word(before, &["up"]));
    let led = |words: &[&str]| {
        tree.children(thing)
            .any(|case| tree.deprel(case) == Deprel::Case && tree.is_word(case, words) && !up(case))
    };
    let time = tree.head(thing).is_some_and(|head| {
        matches!(
            tree.lemma(head),
            "advance"
                | "aftermath"
                | "ahead"
                | "beginning"
                | "day"
                | "end"
                | "eve"
                | "middle"
                | "midst"
                | "month"
                | "night"
                | "run-up"
                | "start"
                | "wake"
                | "week"
        )
    });
    GOING_ON.contains(&tree.lemma(thing))
        && matches!(tree.deprel(thing), Deprel::Nmod | Deprel::Obl)
        && led(&["of", "for", "from", "to", "on", "about", "with", "over", "into", "like"])
        && !time
}

/// Nouns of what is named by its year and has no day.
const GOING_ON: &[&str] = &[
    "bid", "campaign", "contest", "cycle", "election", "field", "primary", "race", "run", "season",
];
