//! Which way a clause looks: whether what it dates was, is to come, or may come.

use super::expression::{Anchor, Expression, Side, When};
use super::resolve::{Bond, Look, Tense};
use super::telling::event_clause;
use super::vocabulary::{names_outcome, names_past};
use crate::briefing::phrase::clause::Tree;
use crate::briefing::{Certainty, EventStatus, certainty};
use crate::document::Document;
use crate::language::{Deprel, Upos};

/// Which way from the day on which the article speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Ahead,
    Behind,
}

/// Where the words of a date say it themselves: `next week`, `later this month`, `last year`.
pub(super) fn direction(text: &str, expression: Expression) -> Option<Direction> {
    let words = expression.range.slice(text).to_lowercase();
    match expression.when {
        When::Ahead { .. } => Some(Direction::Ahead),
        When::Month { side, .. } | When::Season { side, .. } | When::Weekday { side, .. } => {
            match side {
                Side::Next => Some(Direction::Ahead),
                Side::Last => Some(Direction::Behind),
                _ => None,
            }
        }
        When::Offset { anchor: Anchor::Published, count, .. } => match () {
            () if count > 0 || words.starts_with("later ") => Some(Direction::Ahead),
            () if count < 0 || words.starts_with("earlier ") || words.contains(" past ") => {
                Some(Direction::Behind)
            }
            () => None,
        },
        _ => None,
    }
}

/// Which way the nearest clause above the words looks that says so, and whether the words belong to it.
pub(super) fn look(tree: &Tree<'_>, token: usize) -> Look {
    let tense = tense(tree, token);
    match bond(tree, token, tense) {
        // "The win in Tuesday's vote gives him hope".
        Bond::NounBehind => Look { tense: Tense::Past, bond: Bond::NounBehind },
        bond => Look { tense, bond },
    }
}

/// The time that the date is a part of tells what it belongs to: `met on the last Friday in August`.
fn outermost(tree: &Tree<'_>, token: usize) -> usize {
    let time =
        |&above: &usize| TIMES.contains(&tree.lemma(above)) && tree.upos(above) != Upos::Verb;
    tree.ancestors(token).take_while(time).last().unwrap_or(token)
}

fn bond(tree: &Tree<'_>, date: usize, tense: Tense) -> Bond {
    let token = outermost(tree, date);
    let since = tree.children(token).any(|child| tree.is_word(child, &["since"]));
    let Some(head) = tree.head(token).filter(|_| !since && tree.finite(token).is_none()) else {
        return Bond::Clause;
    };
    let led = |words: &[&str]| tree.children(head).any(|child| tree.is_word(child, words));
    match (tree.upos(head), tree.xpos(head), tense) {
        _ if tree.finite(head).is_some() => Bond::Clause,
        // "The pact of June 7 held": what has done something has been.
        (Upos::Noun | Upos::Propn, _, Tense::Past)
            if tree.deprel(head) == Deprel::Nsubj
                && tree.head(head).is_some_and(|verb| tree.xpos(verb) == "VBD") =>
        {
            Bond::Clause
        }
        (Upos::Noun | Upos::Propn | Upos::Num, _, Tense::Past)
            if led(&["during", "after", "since", "following", "that"])
                || is_setting(tree, head) =>
        {
            Bond::NounBehind
        }
        (Upos::Noun, _, Tense::Past | Tense::Present) if is_of_what_was(tree, head) => {
            Bond::NounBehind
        }
        // "The June 4 massacre will be forgotten": but not "the deal of May 5 will" be signed.
        (Upos::Noun | Upos::Propn, ..)
            if matches!(tree.deprel(token), Deprel::Compound | Deprel::Nummod | Deprel::Amod)
                && token < head
                && names_past(tree.lemma(head)) =>
        {
            Bond::NounBehind
        }
        // "There is much to be done after the storms of April".
        (Upos::Noun, ..)
            if led(&["after", "since", "following"]) && names_past(tree.lemma(head)) =>
        {
            Bond::NounBehind
        }
        (Upos::Noun, _, Tense::Present)
            if tree.deprel(token) == Deprel::Nmod && names_past(tree.lemma(head)) =>
        {
            Bond::NounBehind
        }
        // "Ahead of Monday's vote he fears that".
        (Upos::Noun | Upos::Propn | Upos::Num, _, Tense::Present | Tense::Future)
            if led(&["before", "ahead"]) =>
        {
            Bond::Clause
        }
        (Upos::Noun | Upos::Propn | Upos::Num, _, _) => Bond::Noun,
        (Upos::Verb, "VB", _) => Bond::Infinitive,
        (Upos::Verb, "VBG", _) => Bond::Participle,
        _ => Bond::Clause,
    }
}

/// Whether what was done was done in it: `he said so in a speech on June 7`.
fn is_setting(tree: &Tree<'_>, noun: usize) -> bool {
    tree.deprel(noun) == Deprel::Obl
        && tree.children(noun).any(|child| tree.is_word(child, &["in", "at"]))
        && tree.head(noun).is_some_and(|verb| tree.xpos(verb) == "VBD")
}

/// Whether the noun, or one that it belongs to, names what is spoken of once it is over: `the win in Tuesday's vote`.
fn is_of_what_was(tree: &Tree<'_>, noun: usize) -> bool {
    let of_a_noun =
        |&at: &usize| matches!(tree.deprel(at), Deprel::Nmod | Deprel::NmodPoss | Deprel::Compound);
    let belongs_to = std::iter::successors(Some(noun), |at| {
        Some(*at).filter(|at| of_a_noun(at)).and_then(|at| tree.head(at))
    });
    belongs_to.take(4).any(|at| tree.upos(at) == Upos::Noun && names_outcome(tree.lemma(at)))
}

fn tense(tree: &Tree<'_>, token: usize) -> Tense {
    let clauses = std::iter::once(token).chain(tree.ancestors(token)).filter(|&above| {
        matches!(tree.upos(above), Upos::Verb | Upos::Aux) || !tree.auxiliaries(above).is_empty()
    });
    if tree.analysis.tags.is_empty() {
        return spelled_tense(tree, token);
    }
    if is_put_off(tree, token) {
        return Tense::Future;
    }
    for clause in clauses {
        if let Some(tense) = own_tense(tree, clause) {
            return tense;
        }
    }
    Tense::Past
}

/// By the words before alone, for a text that could not be tagged.
fn spelled_tense(tree: &Tree<'_>, token: usize) -> Tense {
    let start = tree.analysis.sentences[tree.analysis.sentence_of(token)].tokens.start;
    let ahead =
        (start..token).any(|before| tree.is_word(before, &["will", "would", "shall", "to", "may"]));
    if ahead { Tense::Future } else { Tense::Past }
}

fn own_tense(tree: &Tree<'_>, clause: usize) -> Option<Tense> {
    let auxiliaries = tree.auxiliaries(clause);
    // "If parliament rejects it, an election could follow": but "he could not travel" was.
    let supposed = || {
        tree.conditions(clause)
            .filter_map(|condition| tree.finite(condition))
            .any(|finite| matches!(tree.xpos(finite), "VBZ" | "VBP"))
    };
    // "By then it will have closed" is to come, what "may have closed" is over.
    let may_have = |modal: usize| {
        auxiliaries.iter().any(|&aux| {
            tree.lemma(aux) == "have" && (tree.lemma(modal) != "will" || tree.xpos(aux) != "VB")
        })
    };
    if auxiliaries.iter().any(|&aux| {
        tree.xpos(aux) == "MD"
            && (!tree.is_word(aux, &["could", "might"]) || supposed())
            && !may_have(aux)
    }) {
        return Some(Tense::Future);
    }
    // "It could close in November" is of the November that is nearest.
    let possible = auxiliaries.iter().any(|&aux| tree.is_word(aux, &["could", "might"]))
        && !auxiliaries.iter().any(|&aux| tree.lemma(aux) == "have")
        && tree.negation(clause).is_none();
    if possible {
        return Some(Tense::Present);
    }
    let finite = auxiliaries.first().copied().unwrap_or(clause);
    // "is thought to have left in May"
    if tree.xpos(finite) == "VB" && tree.lemma(finite) == "have" && finite != clause {
        return Some(Tense::Past);
    }
    // "They would strike if nobody came by May": what has not been yet when they strike.
    let awaited = || {
        let mark = |&child: &usize| {
            tree.deprel(child) == Deprel::Mark
                && tree.is_word(child, &["if", "unless", "once", "until"])
        };
        tree.children(clause).any(|child| mark(&child))
            && tree.head(clause).is_some_and(|above| {
                tree.auxiliaries(above).iter().any(|&aux| tree.is_word(aux, &["would", "could"]))
                    && !tree.auxiliaries(above).iter().any(|&aux| tree.lemma(aux) == "have")
            })
    };
    match tree.xpos(finite) {
        "VBD" if awaited() => Some(Tense::Future),
        // "The trial was due in May": whether it has been, the nearest May tells.
        "VBD" if tree.lemma(finite) == "be" && PENDING.contains(&tree.lemma(clause)) => {
            Some(Tense::Present)
        }
        "VBD" => Some(Tense::Past),
        // "has not ruled out a strike in May": what may come.
        "VBZ" | "VBP" if is_ruled_out(tree, clause) => Some(Tense::Future),
        // "has begun" was, "is due" may be to come.
        "VBZ" | "VBP" if tree.lemma(finite) == "have" && finite != clause => Some(Tense::Past),
        // "is to be held".
        "VBZ" | "VBP" if finite != clause && tree.is_infinitive(clause) => Some(Tense::Future),
        // "Until he leaves in May": whatever went on before.
        "VBZ" | "VBP" if is_waited_for(tree, clause) => Some(Tense::Future),
        "VBZ" | "VBP" => Some(Tense::Present),
        // "old enough to remember her leaving in 1977".
        "VB" if tree.is_infinitive(clause) && LOOKING_BACK.contains(&tree.lemma(clause)) => {
            Some(Tense::Past)
        }
        // "is expected to hold", but "was forced to leave" tells what was.
        "VB" if tree.is_infinitive(clause) => {
            match tree.ancestors(clause).find_map(|above| own_tense(tree, above)) {
                Some(Tense::Present) if hangs_on_the_pending(tree, clause) => Some(Tense::Present),
                Some(Tense::Past)
                    if !tree
                        .head(clause)
                        .is_some_and(|above| LOOKING_AHEAD.contains(&tree.lemma(above))) =>
                {
                    Some(Tense::Past)
                }
                _ => Some(Tense::Future),
            }
        }
        // "directed that it be heard on June 7"
        "VB" if tree
            .children(clause)
            .any(|mark| tree.deprel(mark) == Deprel::Mark && tree.is_word(mark, &["that"])) =>
        {
            Some(Tense::Future)
        }
        "VBN" if auxiliaries.is_empty() && !looks_ahead(tree, clause) => Some(Tense::Past),
        // "They put off the hearing set for May".
        "VBN" if auxiliaries.is_empty() => {
            match tree.ancestors(clause).find_map(|above| own_tense(tree, above)) {
                Some(Tense::Past) => Some(Tense::Present),
                _ => Some(Tense::Future),
            }
        }
        _ => None,
    }
}

/// Whether a participle tells of what is to come: `a hearing set for May`, but not `rules set up in May`.
fn looks_ahead(tree: &Tree<'_>, participle: usize) -> bool {
    LOOKING_AHEAD.contains(&tree.lemma(participle))
        && tree.child(participle, |relation| relation == Deprel::CompoundPrt).is_none()
}

/// Whether the clause, in the present, is one that something lasts or waits for: `until it opens`, `before she leaves`.
fn is_waited_for(tree: &Tree<'_>, clause: usize) -> bool {
    tree.children(clause).any(|mark| {
        mark < clause
            && tree.deprel(mark) == Deprel::Mark
            && tree.is_word(mark, &["until", "till", "before", "once"])
    })
}

/// Whether the date is the one that something is meant for, whenever that was meant: `a toll planned for January 2028`,
/// `a grant to shut the mill by 2023`.
pub(super) fn is_meant_for(tree: &Tree<'_>, date: usize) -> bool {
    let led = |words: &[&str]| tree.children(date).any(|case| tree.is_word(case, words));
    let planned = |at: usize| {
        tree.xpos(at) == "VBN" && tree.auxiliaries(at).is_empty() && looks_ahead(tree, at)
    };
    // What it is to be done by, in an infinitive of purpose or behind a noun that names one.
    let aimed = |at: usize| {
        let first = tree.first_conjunct(at);
        // "They had raised nine million to help her by June": by then they had.
        let had = tree.head(first).is_some_and(|above| {
            let aux = tree.auxiliaries(above).first().copied();
            aux.is_some_and(|aux| tree.lemma(aux) == "have" && tree.xpos(aux) == "VBD")
        });
        !had && matches!(tree.deprel(first), Deprel::Advcl | Deprel::Acl)
            && (tree.is_infinitive(first)
                || tree.xpos(first) == "VBG"
                    && tree.children(first).any(|mark| {
                        tree.deprel(mark) == Deprel::Mark
                            && tree.is_word(mark, &["of", "at", "for"])
                    }))
    };
    let clause = tree.clause_of(date);
    // "A decline is expected in 2031", "in 2031 the town hopes to sell it".
    let awaits = || {
        let finite = tree.finite(clause).filter(|&finite| tree.lemma(finite) != "have");
        finite.is_some_and(|finite| matches!(tree.xpos(finite), "VBZ" | "VBP"))
            && (PENDING.contains(&tree.lemma(clause)) || HOPING.contains(&tree.lemma(clause)))
            && tree.head(outermost(tree, date)) == Some(clause)
    };
    tree.head(date).is_some_and(planned) && led(&["for"])
        || led(&["by"]) && aimed(clause)
        || awaits()
}

/// Whether the date is one of what somebody said `would` be.
pub(super) fn is_reported(tree: &Tree<'_>, date: usize) -> bool {
    let clause = tree.clause_of(date);
    tree.deprel(clause) == Deprel::Ccomp
        && tree.auxiliaries(clause).iter().any(|&aux| tree.is_word(aux, &["would"]))
}

/// Whether something was moved to the date or set for it: `has postponed the vote until September`, `fixed it for June 7`.
fn is_put_off(tree: &Tree<'_>, date: usize) -> bool {
    let led =
        |words: &[&str]| tree.children(date).any(|case| case < date && tree.is_word(case, words));
    // "called a strike for June 7"
    let head = tree.head(date).and_then(|head| match tree.deprel(head) {
        Deprel::Obj | Deprel::NsubjPass => tree.head(head),
        // "asked for a report by June 7"
        Deprel::Obl if led(&["by"]) => tree.head(head),
        _ => Some(head),
    });
    head.is_some_and(|verb| match tree.lemma(verb) {
        "postpone" | "delay" | "defer" | "adjourn" | "extend" | "reschedule" | "prolong" => {
            led(&["until", "till", "to", "for"])
        }
        // "Set the toll for May": that is over.
        "fix" | "set" | "schedule" | "slate" | "list" | "book" => {
            led(&["for"]) && !tree.auxiliaries(verb).is_empty()
        }
        "call" | "convene" => {
            let now = |&aux: &usize| matches!(tree.xpos(aux), "VBZ" | "VBP");
            led(&["for"]) && tree.auxiliaries(verb).iter().any(now)
        }
        "pencil" => led(&["for"]),
        // "her contract runs through June"
        "run" | "last" | "continue" | "remain" if matches!(tree.xpos(verb), "VBZ" | "VBP") => {
            led(&["through", "until", "till"])
        }
        // "has asked for a report by June 7"
        "ask" | "demand" | "order" | "promise" | "request" | "want" => {
            led(&["by"]) && tree.xpos(verb) != "VBD"
        }
        _ => false,
    })
}

/// Whether it is the infinitive of what was once to come: `was due to start`.
fn hangs_on_the_pending(tree: &Tree<'_>, infinitive: usize) -> bool {
    tree.head(infinitive).is_some_and(|above| {
        PENDING.contains(&tree.lemma(above))
            && tree.finite(above).is_some_and(|finite| tree.xpos(finite) == "VBD")
    })
}

fn is_ruled_out(tree: &Tree<'_>, verb: usize) -> bool {
    tree.lemma(verb) == "rule" && tree.children(verb).any(|out| tree.is_word(out, &["out"]))
}

/// What was to come, by the words that say so in the past.
const PENDING: &[&str] = &["due", "expect", "schedule", "slate", "suppose"];

/// Parts of time that a date names more closely: `the last Friday in August`.
const TIMES: &[&str] = &[
    "afternoon",
    "beginning",
    "day",
    "end",
    "evening",
    "half",
    "Friday",
    "middle",
    "Monday",
    "month",
    "morning",
    "night",
    "quarter",
    "Saturday",
    "start",
    "Sunday",
    "Thursday",
    "Tuesday",
    "Wednesday",
    "week",
    "weekend",
    "year",
];

/// Verbs of whoever looks forward to something.
const HOPING: &[&str] = &["aim", "anticipate", "forecast", "hope", "intend", "plan", "project"];

/// Verbs of what has been, in whatever form they stand.
const LOOKING_BACK: &[&str] = &["recall", "recollect", "remember"];

/// Verbs whose infinitive is still to come even when they stand in the past.
pub(super) const LOOKING_AHEAD: &[&str] = &[
    "agree", "aim", "allow", "arrange", "ask", "call", "consider", "decide", "due", "expect",
    "hope", "intend", "plan", "pledge", "prepare", "promise", "propose", "schedule", "set",
    "slate", "threaten", "urge", "vow", "want", "wish",
];

/// Whether the event was, is to come, or may come; `ahead` where its date is still to come, `over` where that is not known
/// to have an end still to come.
pub(super) fn status(
    document: &Document,
    tree: &Tree<'_>,
    token: usize,
    ahead: bool,
    over: bool,
    tense: Tense,
) -> EventStatus {
    let clause = event_clause(tree, token);
    // "said that the vote would be held": told in the past, and planned all the same.
    let reported = matches!(tree.deprel(clause), Deprel::Ccomp | Deprel::Xcomp);
    let open: &[&str] =
        if reported { &["may", "might"] } else { &["may", "might", "could", "would"] };
    // "The heat could last through June", but "in May it could not leave" tells what was.
    let may_be = !over
        && tree.negation(clause).is_none()
        && tree.auxiliaries(clause).iter().any(|&aux| tree.is_word(aux, &["could", "might"]))
        && !tree.auxiliaries(clause).iter().any(|&aux| tree.lemma(aux) == "have");
    // "Sources said that it could cost ten million in 1997": told in the past, it may be all the same.
    let told = reported
        && tree.deprel(clause) == Deprel::Ccomp
        && tree.head(outermost(tree, token)) == Some(clause)
        && tree.negation(clause).is_none()
        && tree
            .auxiliaries(clause)
            .first()
            .is_some_and(|&aux| tree.is_word(aux, &["could", "might"]))
        && !tree.auxiliaries(clause).iter().any(|&aux| tree.lemma(aux) == "have");
    let depends = may_be
        || told
        || tree.auxiliaries(clause).iter().any(|&aux| tree.is_word(aux, open))
            && tense == Tense::Future
        || tree.is_left_open(clause);
    let hedged = || {
        matches!(
            certainty::of(document, tree.analysis, clause).0,
            Certainty::Hedged | Certainty::Conditional
        )
    };
    match () {
        // "To win there for the first time since 2011".
        () if tree.children(token).any(|mark| tree.is_word(mark, &["since"])) => EventStatus::Past,
        () if depends || ahead && hedged() => EventStatus::Conditional,
        () if ahead || tense == Tense::Future => EventStatus::Planned,
        () => EventStatus::Past,
    }
}
