//! What tells that a line has lost a part, or that its words are those of two sentences.

use super::clause::Tree;
use crate::language::coref::words::is_person;
use crate::language::{Deprel, Upos};

/// Whether the verb ends the question and what it takes was hung elsewhere: "Will he let (supply …)?"
pub(super) fn lacks_object(tree: &Tree<'_>, head: usize, tokens: &[usize]) -> bool {
    let Some(&last) = tokens.last() else { return false };
    let at_verb =
        last == head || tree.deprel(last) == Deprel::CompoundPrt && tree.head(last) == Some(head);
    let follows = last + 1;
    // "was concerned (that it would fall)", with the clause hung elsewhere.
    if last == head
        && tree.upos(head) == Upos::Adj
        && tree.is_word(follows, &["that"])
        && tree.deprel(follows) == Deprel::Mark
    {
        return true;
    }
    // "will keep books that include: ...".
    let listed = tree.word(follows) == ":"
        && matches!(tree.xpos(last), "VB" | "VBP" | "VBZ" | "VBD")
        && tree.upos(last) == Upos::Verb
        && TRANSITIVE.contains(&tree.lemma(last))
        && tree
            .child(last, |deprel| matches!(deprel, Deprel::NsubjPass | Deprel::AuxPass))
            .is_none();
    if listed {
        return true;
    }
    // "has yet to be signed (due to the fog)": why not goes with what is not.
    if tree.is_word(follows, &["due"]) {
        return false;
    }
    // "could help mend or run (the mill)", with the mill hung elsewhere.
    let inner = !at_verb
        && tree.xpos(last) == "VB"
        && tree.upos(last) == Upos::Verb
        && tree.analysis.sentence_of(follows) == tree.analysis.sentence_of(last)
        && matches!(tree.upos(follows), Upos::Det | Upos::Noun | Upos::Adj | Upos::Num)
        && matches!(
            tree.deprel(follows),
            Deprel::Det | Deprel::Amod | Deprel::Compound | Deprel::Obj
        )
        && !matches!(
            tree.deprel(tree.head(follows).unwrap_or(follows)),
            Deprel::OblUnmarked | Deprel::Nsubj
        );
    if inner {
        return true;
    }
    // "has not dropped -- and will not drop -- the plan".
    let broken_off = matches!(tree.word(follows), "-" | "–" | "—" | "―" | "--")
        && tree.child(head, |deprel| matches!(deprel, Deprel::Obj | Deprel::NsubjPass)).is_none();
    at_verb && tree.upos(head) == Upos::Verb && broken_off
        || at_verb
            && tree.upos(head) == Upos::Verb
            && tree.analysis.sentence_of(follows) == tree.analysis.sentence_of(last)
            && (matches!(
                tree.upos(follows),
                Upos::Det | Upos::Noun | Upos::Propn | Upos::Pron | Upos::Adj | Upos::Num
            ) || matches!(tree.word(follows), "“" | "\"" | "‘" | "``"))
            && !matches!(tree.deprel(follows), Deprel::OblUnmarked | Deprel::Nsubj)
}

/// Whether the last noun is the subject of a verb that was hung elsewhere: "Did she imply the clerks (were lazy)?"
pub(super) fn took_a_subject(tree: &Tree<'_>, head: usize, tokens: &[usize]) -> bool {
    let Some(&last) = tokens.last() else { return false };
    let verb = last + 1;
    let noun = matches!(tree.upos(last), Upos::Noun | Upos::Propn | Upos::Pron);
    let tensed = matches!(tree.xpos(verb), "VBD" | "VBZ" | "VBP" | "MD");
    let one = tree.analysis.sentence_of(verb) == tree.analysis.sentence_of(last);
    if !noun || !tensed || !one || tokens.contains(&verb) {
        return false;
    }
    let clause = match tree.deprel(verb) {
        Deprel::Aux | Deprel::AuxPass | Deprel::Cop => tree.head(verb).unwrap_or(verb),
        _ => verb,
    };
    // "whoever hopes to win the race said", "whether she wins the race remains open": there the question's own words are the
    // subject.
    tree.ancestors(head).all(|above| above != clause)
}

/// "would rebound and praised the talks": the second verb is no "would praise".
pub(super) fn is_of_another_clause(tree: &Tree<'_>, head: usize, conj: usize) -> bool {
    tree.deprel(conj) == Deprel::Conj
        && tree.upos(conj) == Upos::Verb
        && tree.xpos(head) == "VB"
        && matches!(tree.xpos(conj), "VBD" | "VBN" | "VBZ" | "VBP")
        && tree.auxiliaries(conj).is_empty()
}

/// Whether the tree hung the object of such a verb on the first one.
pub(super) fn took_an_object(tree: &Tree<'_>, head: usize, tokens: &[usize]) -> bool {
    let object = |token: usize| tree.deprel(token) == Deprel::Obj && tree.head(token) == Some(head);
    tree.children(head).any(|conj| {
        is_of_another_clause(tree, head, conj)
            && tree.child(conj, |deprel| deprel == Deprel::Obj).is_none()
            && tokens.iter().any(|&token| token > conj && object(token))
    })
}

/// Whether a line breaks off before the verb of its last noun: "the files were sealed, Tom Hall, the clerk, (wrote in a memo)".
pub(super) fn breaks_off(tree: &Tree<'_>, kept: &[usize]) -> bool {
    let Some(&last) = kept.last() else { return false };
    let behind = if tree.word(last + 1) == "," { last + 2 } else { last + 1 };
    let noun = matches!(tree.upos(last), Upos::Noun | Upos::Propn);
    let one = tree.analysis.sentence_of(behind) == tree.analysis.sentence_of(last);
    // "a fight over the port, as in (whose it is)".
    let leads =
        tree.upos(last) == Upos::Adp && matches!(tree.xpos(behind), "WDT" | "WP" | "WP$" | "WRB");
    one && leads
        || noun && one && matches!(tree.xpos(behind), "VBD" | "VBZ") && !kept.contains(&behind)
}

/// Whether the last clause that is led in has lost its verb to a cut, where the tree takes it for a part of an aside: "a case
/// in which a clerk – he had been warned – burnt the list".
pub(super) fn lost_a_verb(tree: &Tree<'_>, head: usize, kept: &[usize]) -> bool {
    let leads = |&token: &usize| {
        matches!(tree.xpos(token), "WDT" | "WP" | "WP$" | "WRB")
            || tree.deprel(token) == Deprel::Mark && tree.is_word(token, &["that", "whether"])
    };
    let is_verb = |token: usize| {
        matches!(tree.xpos(token), "TO" | "MD") || tree.xpos(token).starts_with("VB")
    };
    // "while, rather boldly, calling it late".
    let alone = |&token: &usize| {
        let verbs = |kept_one: bool| {
            let children = tree.head(token).into_iter().flat_map(|head| tree.children(head));
            children.filter(|child| is_verb(*child) && kept.contains(child) == kept_one).count()
        };
        (tree.deprel(token) == Deprel::Mark || tree.is_word(token, &["while"]))
            && tree.head(token).is_some_and(|head| !is_verb(head) && kept.contains(&head))
            && verbs(true) == 0
            && verbs(false) > 0
    };
    if kept.iter().any(alone) {
        return true;
    }
    let Some(at) = kept.iter().rposition(leads) else { return false };
    !kept[at..].iter().any(|&token| is_verb(token))
        && tree.subtree(head, |_| true).into_iter().any(|token| token > kept[at] && is_verb(token))
}

/// Whether a relative clause is kept behind a cut noun that it may tell of: "he left, tired of the trial, during which he
/// wept".
pub(super) fn lost_a_noun(tree: &Tree<'_>, kept: &[usize]) -> bool {
    kept.iter().any(|&which| {
        if !matches!(tree.xpos(which), "WDT" | "WP" | "WP$") {
            return false;
        }
        let led = which > 0 && tree.upos(which - 1) == Upos::Adp;
        let comma = which.checked_sub(1 + usize::from(led));
        let noun = comma.filter(|&comma| tree.word(comma) == ",").and_then(|at| at.checked_sub(1));
        noun.is_some_and(|noun| {
            matches!(tree.upos(noun), Upos::Noun | Upos::Propn)
                && tree.analysis.sentence_of(noun) == tree.analysis.sentence_of(which)
                && kept.binary_search(&noun).is_err()
        })
    })
}

/// Whether a verb that needs a second verb or a predicate has lost it: "Will he let doubt and fear?"
pub(super) fn lacks_complement(tree: &Tree<'_>, head: usize, tokens: &[usize]) -> bool {
    lost_complement(tree, head, tokens) || needs_more(tree, head, tokens)
}

/// Whether it was cut, or stands where the tree has it for another's.
fn lost_complement(tree: &Tree<'_>, head: usize, tokens: &[usize]) -> bool {
    let behind = || tokens.iter().copied().filter(|&token| token > head);
    // "may prompt some (to leave)", "accused him of hiding (and destroying the files)": the rest was cut.
    let cut_short = tree.children(head).any(|part| {
        part > head
            && !tokens.contains(&part)
            && match tree.deprel(part) {
                Deprel::Xcomp => true,
                // "will go to (feeding the poor)".
                Deprel::Advcl => is_led_on(tree, head, part),
                Deprel::Ccomp => tree.child(head, |deprel| deprel == Deprel::Obj).is_none(),
                Deprel::Conj => {
                    tree.upos(part) == Upos::Verb
                        && tree.subject(part).is_none()
                        && tree.child(part, |deprel| deprel == Deprel::Obj).is_some()
                        && tree.upos(head) == Upos::Verb
                        && behind().all(|token| tree.deprel(token) == Deprel::CompoundPrt)
                }
                _ => false,
            }
    });
    // "plans to make the shoal (into a fort)".
    let unmade = matches!(tree.lemma(head), "convert" | "make" | "transform" | "turn")
        && tree.upos(head) == Upos::Verb
        && !tokens.iter().any(|&token| tree.is_word(token, &["into"]))
        && tree
            .subtree(head, |_| true)
            .into_iter()
            .any(|into| into > head && tree.is_word(into, &["into"]) && tree.word(into - 1) == ",");
    // "could be forced by the toll (to sell the mill)"; "covers calls for the town (to open its gates)".
    let gone = |to_do: usize| tree.is_infinitive(to_do) && !tokens.contains(&to_do);
    let led = LEADING_TO.contains(&tree.lemma(head))
        && tree.subtree(head, |_| true).into_iter().any(|part| {
            part > head && gone(part) && tree.ancestors(part).take(2).any(|above| above == head)
        })
        && !behind().any(|token| tree.head(token) == Some(head) && tree.is_infinitive(token));
    let called = tokens.last().is_some_and(|&last| {
        tree.upos(last).is_nominal()
            && tree.xpos(last + 1) == "TO"
            && tree.upos(last + 2) == Upos::Verb
            && tree.children(last).any(|case| tree.is_word(case, &["for"]))
    });
    // "will doubtless grow", with "doubtless" for the verb.
    let beside = tokens.last() == Some(&head)
        && tree.xpos(head + 1) == "VB"
        && tree.head(head + 1).is_some_and(|above| above != head)
        && tree.auxiliaries(head).iter().any(|&aux| tree.xpos(aux) == "MD");
    cut_short || unmade || led || called || beside
}

/// Whether the verb says nothing without a complement that it does not have.
fn needs_more(tree: &Tree<'_>, head: usize, tokens: &[usize]) -> bool {
    let behind = || tokens.iter().copied().filter(|&token| token > head);
    match tree.lemma(head) {
        // "will focus more (on those who stay)".
        "focus" if tree.upos(head) == Upos::Verb => !behind().any(|token| {
            tree.head(token) == Some(head)
                && !tree.is_word(token, &["more", "less", "most", "mostly"])
                && matches!(
                    tree.deprel(token),
                    Deprel::Obj | Deprel::Obl | Deprel::Xcomp | Deprel::Ccomp | Deprel::Advcl
                )
        }),
        // "may prompt some clerks (who doubted her to think again)".
        "prompt" if tree.upos(head) == Upos::Verb => !behind().any(|token| {
            tree.head(token) == Some(head)
                && (matches!(tree.deprel(token), Deprel::Xcomp | Deprel::Ccomp | Deprel::Advcl)
                    || tree.deprel(token) == Deprel::Obj
                        && tree.upos(token) == Upos::Noun
                        && !is_person(tree.lemma(token)))
        }),
        // "the role that she could have on Sunday".
        "have" if tree.xpos(head) == "VB" => tree
            .child(head, |deprel| matches!(deprel, Deprel::Obj | Deprel::Xcomp | Deprel::Ccomp))
            .is_none(),
        // "would make clear during the talks that it failed", with the clause hung elsewhere.
        "make"
            if tree.child(head, |deprel| deprel == Deprel::Obj).is_none()
                && tree.children(head).any(|clear| {
                    tree.is_word(clear, &["clear", "plain", "sure"])
                        && tree.deprel(clear) == Deprel::Xcomp
                }) =>
        {
            !behind().any(|token| {
                matches!(
                    tree.deprel(token),
                    Deprel::Ccomp | Deprel::Csubj | Deprel::Advcl | Deprel::AdvclRelcl
                )
            })
        }
        // "what the ticket would look like".
        // "if he becomes -- for whatever reason -- (unpopular)".
        "look" | "seem" | "become" if tree.upos(head) == Upos::Verb => {
            behind().all(|token| tree.upos(token) == Upos::Punct)
                || tree.children(head).any(|predicate| {
                    predicate > head
                        && tree.deprel(predicate) == Deprel::Xcomp
                        && !tokens.contains(&predicate)
                })
        }
        "let" => !behind().any(|token| {
            tree.head(token) == Some(head)
                && matches!(tree.deprel(token), Deprel::Xcomp | Deprel::Ccomp | Deprel::Advmod)
        }),
        // "the risks of telling voters that they would": whom, and what?
        "tell" => !behind().any(|token| {
            tree.head(token) == Some(head)
                && (matches!(
                    tree.deprel(token),
                    Deprel::Ccomp | Deprel::Xcomp | Deprel::Obl | Deprel::Advcl
                ) || tree.deprel(token) == Deprel::Obj
                    && (tree.child(head, |deprel| deprel == Deprel::Iobj).is_some()
                        || tree.upos(token) != Upos::Pron
                            && matches!(tree.lemma(token), "truth" | "lie" | "story" | "secret")))
        }),
        // "for accusing the guild (of theft)".
        "accuse" if tree.upos(head) == Upos::Verb => {
            !behind().any(|token| tree.is_word(token, &["of"]))
                && tree.child(head, |deprel| deprel == Deprel::NsubjPass).is_none()
        }
        // "If they do", "will do so": what they do was said before.
        "do" if tree.upos(head) == Upos::Verb => {
            tree.child(head, |deprel| deprel == Deprel::Obj).is_none()
                && tree.child(head, |deprel| deprel == Deprel::NsubjPass).is_none()
        }
        // "which they used to cool it": what they used stands before.
        "use" if tree.upos(head) == Upos::Verb => tree
            .child(head, |deprel| {
                matches!(deprel, Deprel::Obj | Deprel::NsubjPass | Deprel::AuxPass)
            })
            .is_none(),
        // "used to cool the air", with what is used hung elsewhere.
        // "is one that the town may adopt": what may be adopted stands before "that".
        lemma if tree.upos(head) == Upos::Verb && TRANSITIVE.contains(&lemma) => {
            !tree.children(head).any(|child| match tree.deprel(child) {
                Deprel::Obj => !matches!(tree.xpos(child), "WDT" | "WP") || tokens.contains(&child),
                Deprel::NsubjPass
                | Deprel::CsubjPass
                | Deprel::Ccomp
                | Deprel::Xcomp
                | Deprel::CompoundPrt
                | Deprel::AuxPass => true,
                _ => false,
            })
        }
        // "plans to contend that it told them", "will emphasise at the fair that it did", with the clause hung elsewhere.
        "allege" | "assert" | "contend" | "emphasise" | "emphasize" | "stress"
            if tree.upos(head) == Upos::Verb =>
        {
            tree.child(head, |deprel| {
                matches!(
                    deprel,
                    Deprel::Obj
                        | Deprel::Ccomp
                        | Deprel::Xcomp
                        | Deprel::NsubjPass
                        | Deprel::AuxPass
                )
            })
            .is_none()
                && !behind().any(|token| tree.is_word(token, &["with"]))
        }
        "be" | "do" => behind().next().is_none(),
        _ => false,
    }
}

/// Whether a gerund stands right behind its verb with the preposition that the verb takes: "goes to feeding the poor",
/// "focuses more on feeding them".
fn is_led_on(tree: &Tree<'_>, head: usize, gerund: usize) -> bool {
    tree.xpos(gerund) == "VBG"
        && tree.children(gerund).any(|mark| {
            mark > head
                && tree.is_word(mark, &["at", "for", "from", "into", "of", "on", "to"])
                && (head + 1..mark).all(|at| tree.upos(at) == Upos::Adv)
        })
}

/// Verbs that say what somebody is made to do.
const LEADING_TO: &[&str] = &[
    "allow",
    "ask",
    "cause",
    "challenge",
    "compel",
    "convince",
    "direct",
    "enable",
    "encourage",
    "expect",
    "force",
    "forbid",
    "induce",
    "instruct",
    "invite",
    "lead",
    "oblige",
    "order",
    "permit",
    "persuade",
    "press",
    "pressure",
    "prompt",
    "push",
    "require",
    "tempt",
    "urge",
];

/// Verbs that say nothing without an object.
const TRANSITIVE: &[&str] = &[
    "abolish",
    "accept",
    "achieve",
    "acquire",
    "appreciate",
    "attract",
    "avoid",
    "beat",
    "boost",
    "bring",
    "categorise",
    "categorize",
    "cause",
    "choose",
    "collect",
    "control",
    "convince",
    "corroborate",
    "create",
    "curb",
    "defeat",
    "demonstrate",
    "destroy",
    "dismantle",
    "display",
    "disprove",
    "elevate",
    "embrace",
    "enable",
    "endorse",
    "enforce",
    "ensure",
    "find",
    "generate",
    "give",
    "grant",
    "handle",
    "have",
    "implement",
    "impose",
    "include",
    "indicate",
    "influence",
    "limit",
    "make",
    "mention",
    "obtain",
    "offset",
    "oppose",
    "overcome",
    "overturn",
    "perpetrate",
    "persuade",
    "prevent",
    "procure",
    "produce",
    "promote",
    "protect",
    "provide",
    "publish",
    "purchase",
    "put",
    "rebut",
    "recognise",
    "recognize",
    "refute",
    "reject",
    "release",
    "remove",
    "replace",
    "require",
    "restore",
    "reveal",
    "secure",
    "see",
    "seize",
    "send",
    "show",
    "substantiate",
    "sustain",
    "tackle",
    "thwart",
    "undermine",
    "unseat",
    "uphold",
    "verify",
    "violate",
    "withhold",
];

/// What stands for something said before, or is left of a turn of speech whose other half was cut.
const POINTING: &[&str] = &[
    " do so",
    " do just that",
    " the very same ",
    " the same if ",
    " whether or not,",
    " on the other hand,",
    ", not ",
    ", just ",
    " to about ",
    " with about ",
    " to for ",
    " is.",
    " or.",
    " and.",
];
const POINTING_ENDS: &[&str] = &[
    " as such",
    " think otherwise",
    " the same",
    " this way",
    " that way",
    " of them",
    " just that",
    " do that",
    ", in part",
    ", in large part",
    ", at least",
];

/// Whether the line is one sentence without another's words or marks broken into it.
pub(super) fn reads_as_one(line: &str) -> bool {
    let breaks = ["?", "!", ",”", ",\"", "”,", "\",", "...", "…", "; ", ": ", " -- ", "(", "["];
    // "Mr. Lee" and "the U.S. Senate" are no ends of sentences.
    let stops = line.match_indices(". ").any(|(at, _)| {
        let word = line.get(..at).and_then(|before| before.rsplit(' ').next()).unwrap_or_default();
        word.len() > 4 && !word.contains('.')
    });
    // "do do", "talk to about": words that were apart.
    let words: Vec<&str> = line.split(' ').collect();
    let joined = words.windows(2).any(|pair| pair[0] == pair[1] && pair[0] != "had");
    // "... and for the clerks to go": the second half of another clause.
    let halved = line.split_once(" and for ").is_some_and(|(_, rest)| rest.contains(" to "))
        // "would not only cover the fee, but the tax as well".
        || line.contains(" only ") && line.contains(", but ");
    let points_back = POINTING.iter().any(|scrap| line.contains(scrap))
        || POINTING_ENDS.iter().any(|end| line.ends_with(end))
        || line.contains(" the same ") && !line.contains(" as ");
    // One of two quotation marks is left of a quotation that was cut.
    let torn = line.matches('"').count() % 2 == 1
        || line.matches('“').count() != line.matches('”').count();
    let last = line.rsplit(' ').next().unwrap_or_default();
    let broken = ["be", "the", "a", "an", "to", "and", "or", "of", "that"].contains(&last);
    !line.is_empty()
        && !stops
        && !broken
        && !joined
        && !halved
        && !points_back
        && !torn
        && !breaks.iter().any(|mark| line.contains(mark))
}
