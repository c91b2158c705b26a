//! How much of a predicate tells what somebody does: it without its circumstances, the more of them the longer it is.

use super::done;
use super::pronouns::Pronouns;
use crate::briefing::phrase::clause::Tree;
use crate::language::lexicon::{Senses, lexicon};
use crate::language::times::{is_day_from_now, is_time};
use crate::language::{Analysis, Deprel, Upos};

/// A longer phrase tells a story.
const MOST_WORDS: usize = 14;
/// One of several that leaves so little tells less than all of them.
const SHORT: usize = 5;
/// A phrase of so many words needs no further cut.
pub(super) const FEW_WORDS: usize = 10;

/// The tokens of a predicate without its subject, auxiliaries and circumstances; `None` where too much is left, or
/// nothing that tells.
pub(super) fn core(pronouns: &Pronouns<'_>, verb: usize, subject: usize) -> Option<Vec<usize>> {
    let mut tokens = Vec::new();
    for (cut, enough) in [(0, FEW_WORDS), (1, 12), (2, MOST_WORDS)] {
        let fewer = kept(pronouns, verb, subject, cut);
        // `puts troops` wants its `on alert`; `jailed Reyes` is enough.
        let named = fewer.iter().any(|&token| pronouns.analysis.upos(token) == Upos::Propn);
        if cut > 0 && fewer.len() < 3 && !named {
            break;
        }
        tokens = fewer;
        if tokens.len() <= enough {
            break;
        }
    }
    // "works around the clock", "used the occasion": without what for, such a verb tells nothing.
    let aim = |child: usize| child > verb && is_purpose(pronouns, child);
    let lost = pronouns
        .analysis
        .children_as(verb, Deprel::Advcl)
        .any(|child| aim(child) && !tokens.contains(&child));
    let on =
        |&token: &usize| matches!(pronouns.analysis.word(pronouns.document, token), "on" | "upon");
    if lost && is_means(pronouns.analysis.lemma(verb))
        || lost && pronouns.analysis.lemma(verb) == "call" && tokens.get(1).is_some_and(on)
    {
        return None;
    }
    // What is still too long ends before a preposition, or tells of the first of several only.
    while tokens.len() > MOST_WORDS {
        let analysis = pronouns.analysis;
        // "with the exception of two": not before the `of`.
        let last = tokens.iter().rposition(|&token| {
            token > verb
                && analysis.upos(token) == Upos::Adp
                && analysis.word(pronouns.document, token) != "of"
        });
        if let Some(last) = last {
            tokens.truncate(last);
        } else {
            tokens = kept(pronouns, verb, subject, 3);
            if !(SHORT..=MOST_WORDS).contains(&tokens.len()) {
                return None;
            }
        }
    }
    // "wants it gone as well", "will do it as soon as": what is left of a comparison or an aside.
    let trails = |token: usize| {
        let analysis = pronouns.analysis;
        let word = analysis.word(pronouns.document, token);
        let joins = matches!(analysis.upos(token), Upos::Cconj | Upos::Sconj);
        let beside = matches!(
            word,
            "as" | "such"
                | "well"
                | "soon"
                | "too"
                | "possibly"
                | "particularly"
                | "especially"
                | "also"
                | "not"
                | "only"
                | ","
                | ";"
                | ":"
                | "—"
        );
        token > verb && (joins || beside)
    };
    while tokens.len() > 3 && tokens.last().is_some_and(|&last| trails(last)) {
        tokens.pop();
    }
    // "fired in large part", "voted for it in a bid": what for is lost.
    let word = |token: usize| pronouns.analysis.word(pronouns.document, token);
    if tokens.len() > 4
        && tokens.last().is_some_and(|&last| {
            matches!(word(last), "part" | "bid" | "effort" | "attempt" | "hope" | "hopes")
        })
        && let Some(from) = tokens.iter().rposition(|&token| word(token) == "in")
        && tokens.len() - from < 4
    {
        tokens.truncate(from);
    }
    // "pointed out", "projected last August" say nothing.
    let telling = |&token: &usize| {
        token != verb
            && pronouns.analysis.head(token) == Some(verb)
            && !is_when(pronouns, token)
            && !matches!(
                pronouns.analysis.deprel(token),
                Deprel::Aux | Deprel::CompoundPrt | Deprel::Advmod
            )
    };
    (tokens.iter().any(telling) && tokens.len() <= MOST_WORDS).then_some(tokens)
}

/// The higher `cut`, the less stays.
fn kept(pronouns: &Pronouns<'_>, verb: usize, subject: usize, cut: u8) -> Vec<usize> {
    let suffers = pronouns.analysis.deprel(subject) == Deprel::Obj;
    let analysis = pronouns.analysis;
    let tree = Tree::new(pronouns.document.text(), analysis);
    let word = |token: usize| analysis.word(pronouns.document, token).to_lowercase();
    // `a plan drawn up in May` is a plan; `a plan to close it` says what for.
    let stays = |token: usize| cut < if analysis.xpos(token) == "VBN" { 1 } else { 2 };
    let denied = analysis
        .children_as(verb, Deprel::Advmod)
        .any(|child| matches!(word(child).as_str(), "not" | "n't" | "n’t" | "never"));
    let modal = analysis.children_as(verb, Deprel::Aux).any(|aux| analysis.xpos(aux) == "MD");
    // `sang back in the 1980s`.
    let is_year = |token: usize| {
        analysis.word(pronouns.document, token) == "in"
            && (token + 1..=token + 2).any(|at| word(at).starts_with(|c: char| c.is_ascii_digit()))
    };
    // `told the council that she would leave`: to whom is the least of it.
    let telling = is_telling(analysis, verb);
    let own = |token: usize| {
        let behind = token > verb;
        match analysis.deprel(token) {
            Deprel::Obj | Deprel::Iobj | Deprel::Obl if telling && !suffers => false,
            _ if suffers && !is_charge(pronouns, token) => false,
            Deprel::Advcl | Deprel::Obl if suffers => true,
            // "blames Ostland for closing it": for what is the point.
            Deprel::Advcl | Deprel::Obl
                if done::is_accusing(analysis.lemma(verb)) && is_charge(pronouns, token) =>
            {
                true
            }
            Deprel::Advcl => {
                // "The school was founded to teach them": founded by others.
                let suffered = analysis.child_as(verb, Deprel::AuxPass).is_some();
                let aim = cut < 2 && !suffered && is_purpose(pronouns, token);
                behind && (is_wanted(pronouns, token) || aim)
            }
            Deprel::Obj
            | Deprel::Iobj
            | Deprel::Ccomp
            | Deprel::Xcomp
            | Deprel::CompoundPrt
            | Deprel::OblAgent
            | Deprel::Amod
            | Deprel::Compound
            | Deprel::Det
            | Deprel::Nmod
            | Deprel::NmodPoss
            | Deprel::Nummod
            | Deprel::Fixed
            | Deprel::Flat => true,
            // "not recognized" wants its "has", "will sued" its "be".
            Deprel::Aux if denied => true,
            Deprel::Aux | Deprel::AuxPass | Deprel::Cop
                if modal && analysis.lemma(token) == "be" =>
            {
                true
            }
            Deprel::Aux => analysis.xpos(token) == "MD",
            Deprel::Advmod => {
                let word = word(token);
                // `finished second in the vote`.
                matches!(word.as_str(), "not" | "n't" | "n’t" | "never" | "longer" | "again")
                    || token > verb
                        && matches!(word.as_str(), "first" | "second" | "third" | "last")
                    || token == verb + 1
                        && is_particle(&word)
                        && !(word == "back" && is_year(token + 1))
            }
            // "called for pilots to be trained": who is to be.
            Deprel::Obl if behind && is_to_do(pronouns, token) => true,
            Deprel::Obl => {
                behind && !is_when(pronouns, token) && (cut < 1 || !has_object(analysis, verb))
            }
            Deprel::Acl => behind && stays(token),
            _ => false,
        }
    };
    let below = |token: usize| match analysis.deprel(token) {
        // A name is whole, and `journalist Ana Ruiz` ends with it.
        _ if is_one_name(pronouns, token) => true,
        Deprel::Appos => analysis.head(token).is_some_and(|title| {
            analysis.subtree(token).start == title + 1 && pronouns.names.contains_key(&token)
        }),
        Deprel::Advcl => is_wanted(pronouns, token) || cut < 1 && is_purpose(pronouns, token),
        Deprel::AclRelcl | Deprel::Parataxis | Deprel::AdvclRelcl => false,
        // `accused Acme and Roe Oil of neglect`: the first of several is enough, but not of two between whom something is.
        // In `its Selm and Bergen yards` the parser may join the yards to a town.
        Deprel::Conj
            if cut > 2
                && !is_between(pronouns, token)
                && analysis
                    .head(token)
                    .is_some_and(|first| analysis.upos(first) == analysis.upos(token)) =>
        {
            false
        }
        Deprel::Acl => stays(token),
        Deprel::Obl | Deprel::OblUnmarked => {
            // `cling` wants its `to guns`.
            let bare = || analysis.head(token).is_some_and(|verb| !has_object(analysis, verb));
            !is_when(pronouns, token) && (cut < 2 || bare())
        }
        // "the June 4 killings" are no others: a month before its day before the noun.
        Deprel::NmodUnmarked => {
            let dates = |day: usize| analysis.deprel(day) == Deprel::Nummod && token < day;
            analysis.head(token).is_some_and(dates) || !is_when(pronouns, token)
        }
        Deprel::Nmod if is_day(pronouns, token) => false,
        // `the winner of the vote Tuesday`.
        Deprel::Nmod if analysis.child_as(token, Deprel::Case).is_none() => {
            !is_when(pronouns, token)
        }
        Deprel::Punct => {
            let listed =
                analysis.head(token).is_some_and(|head| analysis.deprel(head) == Deprel::Conj);
            matches!(word(token).as_str(), "-" | "/" | "$" | "%" | "'" | "’")
                || (listed && word(token) == ",")
        }
        _ => true,
    };
    tree.subtree(
        verb,
        |token| if analysis.head(token) == Some(verb) { own(token) } else { below(token) },
    )
}

/// Whether a word belongs to what stands behind `between`, or to those of whom a verb tells in the plural.
fn is_between(pronouns: &Pronouns<'_>, token: usize) -> bool {
    let analysis = pronouns.analysis;
    analysis.ancestors(token).take(3).any(|above| {
        if analysis.deprel(above).is_subject() {
            return true;
        }
        analysis.child_as(above, Deprel::Case).is_some_and(|case| {
            matches!(analysis.word(pronouns.document, case), "between" | "among")
        })
    })
}

/// Whether a verb tells something to somebody whom the rest can do without: in `told Norway that it may come`, `it` is
/// Norway.
pub(super) fn is_telling(analysis: &Analysis, verb: usize) -> bool {
    let said = analysis.child_as(verb, Deprel::Ccomp).filter(|_| analysis.lemma(verb) == "tell");
    said.is_some_and(|said| {
        analysis.subject(said).is_some_and(|who| analysis.xpos(who) != "PRP")
            && analysis.child_as(verb, Deprel::AuxPass).is_none()
    })
}

/// `pushed back against it`, `weighed in with her support`: right behind the verb, what makes it another verb.
fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "back"
            | "in"
            | "out"
            | "up"
            | "down"
            | "off"
            | "away"
            | "over"
            | "on"
            | "ahead"
            | "along"
            | "apart"
            | "around"
            | "aside"
            | "forward"
            | "through"
            | "together"
    )
}

/// `kept them from leaving`, `devoted to helping them`: what the word before it cannot do without.
fn is_wanted(pronouns: &Pronouns<'_>, token: usize) -> bool {
    let analysis = pronouns.analysis;
    analysis.xpos(token) == "VBG"
        && analysis.children(token).any(|child| {
            let word = analysis.word(pronouns.document, child);
            child < token
                && matches!(analysis.deprel(child), Deprel::Mark | Deprel::Case)
                && matches!(word, "from" | "of" | "to" | "against" | "into")
        })
}

/// `met to choose a leader`: what for.
fn is_purpose(pronouns: &Pronouns<'_>, token: usize) -> bool {
    let analysis = pronouns.analysis;
    let to = analysis.child_as(token, Deprel::Mark);
    analysis.xpos(token) == "VB"
        && to.is_some_and(|to| {
            analysis.word(pronouns.document, to) == "to"
                && analysis.word(pronouns.document, to.saturating_sub(1)) != ","
        })
}

/// Whether the one of `for the pilots` is to do what an infinitive behind tells: `called for the pilots to leave`.
fn is_to_do(pronouns: &Pronouns<'_>, token: usize) -> bool {
    let analysis = pronouns.analysis;
    let case = analysis.child_as(token, Deprel::Case);
    let next = analysis.subtree(token).end;
    case.is_some_and(|case| analysis.word(pronouns.document, case) == "for")
        && analysis.head(next).is_some_and(|verb| {
            analysis.deprel(next) == Deprel::Mark
                && analysis.word(pronouns.document, next) == "to"
                && analysis.deprel(verb) == Deprel::Xcomp
                && analysis.head(verb) == analysis.head(token)
        })
}

/// Verbs that say what somebody does for something else.
fn is_means(lemma: &str) -> bool {
    matches!(
        lemma,
        "act"
            | "do"
            | "have"
            | "hold"
            | "make"
            | "move"
            | "need"
            | "spend"
            | "take"
            | "use"
            | "work"
    )
}

/// Whether a token stands in one name with the one that it hangs on.
fn is_one_name(pronouns: &Pronouns<'_>, token: usize) -> bool {
    let name = |token: usize| pronouns.names.get(&token);
    name(token).is_some() && pronouns.analysis.head(token).and_then(name) == name(token)
}

/// `of neglect`, `for breaking it`: of what somebody is accused.
pub(super) fn is_charge(pronouns: &Pronouns<'_>, token: usize) -> bool {
    let analysis = pronouns.analysis;
    analysis.children(token).any(|child| {
        matches!(analysis.deprel(child), Deprel::Case | Deprel::Mark)
            && match analysis.word(pronouns.document, child) {
                "of" | "for" | "with" | "to" => true,
                // `as a liar`, and no `as she left`.
                "as" => matches!(analysis.upos(token), Upos::Adj | Upos::Noun | Upos::Propn),
                _ => false,
            }
    })
}

/// `27` of `February 27` or `27 February`, of which a parser may make two things.
fn is_day(pronouns: &Pronouns<'_>, token: usize) -> bool {
    let word = |token: usize| pronouns.analysis.word(pronouns.document, token);
    let month =
        |token: usize| lexicon().senses(word(token).trim_end_matches('.')).any(Senses::MONTH);
    word(token).len() < 3
        && word(token).chars().all(|c| c.is_ascii_digit())
        && (token > 0 && month(token - 1) || month(token + 1))
}

fn has_object(analysis: &Analysis, verb: usize) -> bool {
    [Deprel::Obj, Deprel::Ccomp, Deprel::Xcomp]
        .into_iter()
        .any(|deprel| analysis.child_as(verb, deprel).is_some())
}

/// `on Monday`, `last year`, `according to two officials`.
fn is_when(pronouns: &Pronouns<'_>, token: usize) -> bool {
    let analysis = pronouns.analysis;
    // `a 14-year-old dispute`, and no `from June 3-July 2`.
    if analysis.word(pronouns.document, token + 1) == "-" && !is_day(pronouns, token) {
        return false;
    }
    let noun = analysis.lemma(token).to_lowercase();
    let year = noun.len() == 4 && noun.chars().all(|c| c.is_ascii_digit());
    let accord = analysis.child_as(token, Deprel::Case).is_some_and(|case| {
        analysis.word(pronouns.document, case).eq_ignore_ascii_case("according")
    });
    let word = analysis.word(pronouns.document, token);
    // How long somebody spoke is told ("for 30 minutes"), a show's season is a thing, and a moment may be a deed's object.
    // "Fell" is a verb.
    let time = analysis.upos(token).is_nominal()
        && is_time(&noun)
        && !matches!(noun.as_str(), "minute" | "moment" | "season");
    year || is_day(pronouns, token)
        || accord
        || time
        || is_day_from_now(&noun)
        || matches!(noun.as_str(), "statement" | "interview")
        || lexicon().senses(word).any(Senses::WEEKDAY | Senses::MONTH)
}
