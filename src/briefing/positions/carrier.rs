//! What stands above a cue without tense of its own: `has been trying to impose`, `refused to accept`, `urged him to
//! back`. Whether anybody did what the cue says, and the words that tell it.

use super::claim::{Claim, Manner};
use super::cue::cue_range;
use super::nominal::SUPPORT;
use super::subject::takes_bare;
use super::view::View;
use crate::briefing::{Holder, certainty};
use crate::language::{Deprel, Upos};

/// The words that carry a cue are told with it up to this number.
const MOST: usize = 9;

/// Who is made to do it does it.
const MAKES: &[&str] = &[
    "cause", "compel", "convince", "drive", "force", "get", "help", "inspire", "lead", "persuade",
    "prompt",
];

/// Who is that to say something has said it.
const IN_SAYING: &[&str] = &["correct", "first", "mistaken", "quick", "right", "slow", "wrong"];

/// Who does one of these to what he held holds it no longer: `dropped her opposition to the toll`.
const ENDING: &[&str] = &[
    "abandon",
    "allay",
    "dispel",
    "drop",
    "ease",
    "end",
    "forgo",
    "lift",
    "lose",
    "overcome",
    "quell",
    "reconsider",
    "relinquish",
    "renounce",
    "rescind",
    "retract",
    "reverse",
    "revoke",
    "scrap",
    "shelve",
    "soften",
    "suspend",
    "waive",
    "withdraw",
];

/// The verb that ends what the noun of a claim holds: `dropped` of `dropped her opposition`, `her opposition was dropped`.
pub(super) fn ending(view: &View<'_>, claim: &Claim) -> Option<usize> {
    let noun = claim.cue.filter(|_| claim.manner == Manner::Noun)?;
    view.head(noun).filter(|&verb| {
        matches!(view.deprel(noun), Deprel::Obj | Deprel::NsubjPass)
            && view.upos(verb) == Upos::Verb
            && ENDING.contains(&view.lemma(verb))
    })
}

/// Nouns for what somebody does or did: `its policy of requiring`.
const DONE: &[&str] =
    &["policy", "practice", "habit", "history", "record", "mistake", "offense", "offence", "crime"];

/// What a cue without tense hangs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Carried {
    /// On nothing that changes what it says.
    Not,
    /// On words that go before it, from this token on: `has been trying to`.
    From(usize),
    /// On what leaves open or denies that it was done: `urged him to`, `without`.
    Unsaid,
}

/// Whether the text does not say that the holder does what the cue tells: `urged Ana Lee to back the tax`, `no sign of
/// support`.
pub(super) fn is_unsaid(view: &View<'_>, claim: &Claim) -> bool {
    let Some(cue) = claim.cue else { return false };
    match claim.manner {
        Manner::Predicate | Manner::Clause => {
            // ", meaning that": what follows from it, and nobody's words.
            let follows = view.is(cue, "meaning") && view.xpos(cue) == "VBG";
            claim.holder.is_some()
                && (follows
                    || is_asked(view, cue)
                    || is_doubted(view, cue)
                    || is_own_name(view, claim, cue)
                    || (view.upos(cue) == Upos::Verb && of_verb(view, cue) == Carried::Unsaid)
                    || is_expletive_to(view, claim, cue))
        }
        Manner::Noun => {
            let carrier = support(view, claim);
            // "without making any attempt".
            carrier.is_some_and(|verb| of_verb(view, verb) == Carried::Unsaid)
                || carrier.is_none() && ending(view, claim).is_some()
                || is_denied(view, cue) && carrier.is_none() && is_there(view, cue).is_none()
        }
        _ => false,
    }
}

/// `it is accurate to note`: nobody notes it.
fn is_expletive_to(view: &View<'_>, claim: &Claim, cue: usize) -> bool {
    let it = claim.holder.is_some_and(|holder| view.is(holder, "it"));
    let above = view.head(base(view, cue));
    it && view.is_infinitive(base(view, cue))
        && above.is_some_and(|above| view.upos(above) == Upos::Adj)
}

/// `agents willing to strike`: what only names the holder tells nothing of him.
fn is_own_name(view: &View<'_>, claim: &Claim, cue: usize) -> bool {
    let adjective = view.upos(cue) == Upos::Adj && view.child(cue, Deprel::Cop).is_none();
    claim.holder.is_some_and(|holder| {
        // "those backing it": the same.
        let pronoun = view.xpos(cue) == "VBG" && view.is_one_of(holder, &["those", "anyone"]);
        if pronoun && holder + 1 == cue {
            return true;
        }
        (adjective || pronoun)
            && view.resolve(holder) == Holder::Unnamed
            && matches!(view.deprel(cue), Deprel::Amod | Deprel::Acl)
            && view.head(cue) == Some(holder)
    })
}

/// `has anyone considered that`: the article asks.
fn is_asked(view: &View<'_>, cue: usize) -> bool {
    let sentence = view.sentence(cue);
    let asks = sentence.end.checked_sub(1).is_some_and(|last| view.is(last, "?"));
    let subject = view.analysis.subject(cue).filter(|&subject| subject < cue);
    asks && view.quotation(cue).is_none()
        && subject.is_some_and(|subject| {
            view.children(cue).any(|child| {
                matches!(view.deprel(child), Deprel::Aux | Deprel::AuxPass | Deprel::Cop)
                    && child < subject
            })
        })
}

/// `it is not clear that the bank wanted`, `it is hard to see how she threatens`: left open or denied.
fn is_doubted(view: &View<'_>, cue: usize) -> bool {
    let clause = view.deprel(cue);
    let Some(above) = view.head(cue) else { return false };
    if !matches!(clause, Deprel::Ccomp | Deprel::Csubj | Deprel::CsubjPass | Deprel::Advcl) {
        return false;
    }
    let it = |token: usize| view.analysis.subject(token).is_some_and(|it| view.is(it, "it"));
    let open = |token: usize| {
        view.is_one_of(
            token,
            &["unclear", "unlikely", "doubtful", "hard", "difficult", "impossible"],
        ) || (view.is_one_of(token, &["clear", "certain", "sure", "true", "likely"])
            && is_negated(view, token))
    };
    let higher = view.head(above).filter(|_| view.deprel(above) != Deprel::Root);
    clause != Deprel::Advcl && open(above) && it(above)
        || higher.is_some_and(|higher| {
            view.is_infinitive(above)
                && open(higher)
                && (it(higher) || view.child(higher, Deprel::Expl).is_some())
        })
}

/// Whether a claim tells again what the claim of the verb above it told: of `refused to accept the offer`, that he
/// accepted.
pub(super) fn is_told(view: &View<'_>, claim: &Claim, others: &[Claim]) -> bool {
    let Some(cue) = claim.cue.filter(|&cue| matches!(of_verb(view, cue), Carried::From(_))) else {
        return false;
    };
    let own = claim.content.first().copied();
    let above = view.head(base(view, cue));
    others.iter().any(|other| {
        other.cue == above
            && other.cue.is_some()
            && own.is_some_and(|own| other.content.iter().any(|range| range.overlaps(own)))
    })
}

/// The verb whose place in the tree a cue takes: the first of those that `and` joins.
fn base(view: &View<'_>, verb: usize) -> usize {
    let first = view.head(verb).filter(|&first| {
        view.deprel(verb) == Deprel::Conj
            && view.xpos(verb) == view.xpos(first)
            && view.children(verb).all(|child| {
                child > verb || matches!(view.deprel(child), Deprel::Cc | Deprel::Punct)
            })
    });
    first.unwrap_or(verb)
}

/// What the verb of a cue hangs on.
pub(super) fn of_verb(view: &View<'_>, verb: usize) -> Carried {
    let base = base(view, verb);
    let helped = view.children(base).any(|child| {
        matches!(view.deprel(child), Deprel::Aux | Deprel::AuxPass | Deprel::Cop)
            && view.has_tense(child)
    });
    let Some(above) = view.head(base).filter(|_| !helped) else { return Carried::Not };
    // "to help lower", "heard judges read": a verb under such a one has no tense either.
    let bare = view.xpos(base) == "VB"
        && matches!(view.deprel(base), Deprel::Xcomp | Deprel::Ccomp)
        && takes_bare(view, above);
    if (view.is_infinitive(base) || bare) && !view.has_tense(base) {
        return of_infinitive(view, base, above);
    }
    // "remains committed", "stands ready", "made it clear"
    let stays = matches!(
        view.lemma(above),
        "remain" | "become" | "get" | "seem" | "appear" | "stand" | "stay" | "grow"
    ) || (view.lemma(above) == "make" && view.is(above + 1, "it"));
    if stays && view.deprel(base) == Deprel::Xcomp && above < base && !view.has_tense(base) {
        return from(view, base, above);
    }
    if view.xpos(base) == "VBG" { of_gerund(view, base, above) } else { Carried::Not }
}

fn of_infinitive(view: &View<'_>, base: usize, above: usize) -> Carried {
    // "wants Ana Lee to back it": she has not.
    if view.children(base).any(|child| view.deprel(child).is_subject()) {
        return of_made(view, above);
    }
    // "it is harder to imagine": nobody does.
    let it = view.analysis.subject(above).is_some_and(|it| view.is(it, "it"));
    if view.upos(above) == Upos::Adj && (it || view.child(above, Deprel::Expl).is_some()) {
        return Carried::Unsaid;
    }
    // "cameras placed to inform": what they are for.
    if view.deprel(above) == Deprel::Acl && view.is_passive(above) {
        return Carried::Unsaid;
    }
    match view.deprel(base) {
        Deprel::Xcomp if view.upos(above) == Upos::Verb => match asked(view, base, above) {
            Some(_) => of_made(view, above),
            None => from(view, base, above),
        },
        Deprel::Xcomp => from(view, base, above),
        // "was quick to add": it was added.
        Deprel::Csubj if IN_SAYING.contains(&view.lemma(above)) => from(view, base, above),
        // "has not stepped forward to defend him"
        Deprel::Advcl if view.upos(above) == Upos::Verb => {
            let plain = (above..base).all(|token| {
                !matches!(view.xpos(token), "PRP" | "PRP$") && view.word(token) != ","
            });
            match from(view, base, above) {
                Carried::From(start) if plain => Carried::From(start),
                _ => Carried::Unsaid,
            }
        }
        // "a plan to ban": who plans it has banned nothing.
        _ => Carried::Unsaid,
    }
}

/// What somebody is made to do is done where the making is: not `tried to persuade her to back it`.
fn of_made(view: &View<'_>, making: usize) -> Carried {
    let made = MAKES.contains(&view.lemma(making)) && !is_negated(view, making);
    if made && of_verb(view, making) == Carried::Not { Carried::Not } else { Carried::Unsaid }
}

fn of_gerund(view: &View<'_>, base: usize, above: usize) -> Carried {
    let object = asked(view, base, above);
    match view.preposition(base).as_deref() {
        Some("without" | "from" | "instead of" | "rather than") => Carried::Unsaid,
        // "accused the bank of hiding losses": whoever accuses hides none.
        Some("of" | "into" | "against") if object.is_some() => Carried::Unsaid,
        // "expects him to win by calling for calm"
        Some("by") if of_verb(view, above) == Carried::Unsaid => Carried::Unsaid,
        None if view.deprel(base) == Deprel::Acl && is_denied(view, above) => Carried::Unsaid,
        None if view.deprel(base) == Deprel::Xcomp
            && object.is_none()
            && view.upos(above) == Upos::Verb =>
        {
            from(view, base, above)
        }
        // ", saying that", "the aide denying it", "by backing the tax": what was done. "instrumental in cutting", "such as
        // warning of": what may be.
        None if matches!(
            view.deprel(base),
            Deprel::Advcl | Deprel::Acl | Deprel::Xcomp | Deprel::Parataxis | Deprel::Conj
        ) =>
        {
            Carried::Not
        }
        // "with the aide calling it late", "won by calling it late", "blamed for calling it late".
        _ if view.analysis.subject(base).is_some_and(|subject| subject < base) => Carried::Not,
        Some("by" | "in" | "with" | "when" | "while" | "after")
            if view.upos(above) == Upos::Verb =>
        {
            Carried::Not
        }
        Some("by" | "for" | "despite") if view.is_saying(base) => Carried::Not,
        Some("of") if DONE.contains(&view.lemma(above)) => Carried::Not,
        _ => Carried::Unsaid,
    }
}

/// Whoever is asked or made to do what `base` says: the object of the verb above it.
fn asked(view: &View<'_>, base: usize, above: usize) -> Option<usize> {
    view.children(above).find(|&child| {
        child > above
            && child < base
            && matches!(view.deprel(child), Deprel::Obj | Deprel::Iobj)
            && !view.is(above, "promised")
    })
}

/// The words from the first of the verb group above to the cue, where they are few and stand together.
fn from(view: &View<'_>, base: usize, above: usize) -> Carried {
    if above > base {
        return Carried::Not;
    }
    let start = match of_verb(view, above) {
        Carried::From(start) => start,
        Carried::Unsaid => return Carried::Unsaid,
        Carried::Not => view.analysis.tokens_in(cue_range(view, above, &[], None)).start,
    };
    let short = base - start <= MOST
        && (start..base).all(|token| view.quotation(token).is_none() || !view.is_word(token))
        && view.sentence(base).contains(&start);
    if short {
        Carried::From(start)
    } else if is_negated(view, above) {
        Carried::Unsaid
    } else {
        Carried::Not
    }
}

fn is_negated(view: &View<'_>, verb: usize) -> bool {
    certainty::negation(view.document, view.analysis, verb).is_some()
        || matches!(view.lemma(verb), "refuse" | "decline" | "fail")
}

/// Whether `no` stands before a noun, or the verb that carries it is denied: `no intention`, `did not show support`.
fn is_denied(view: &View<'_>, noun: usize) -> bool {
    let none = view.children(noun).any(|child| {
        view.deprel(child) == Deprel::Det && view.is_one_of(child, &["no", "neither"])
    });
    let verb = view
        .head(noun)
        .filter(|&verb| view.deprel(noun) == Deprel::Obj && SUPPORT.contains(&view.lemma(verb)));
    none || verb.is_some_and(|verb| is_negated(view, verb))
}

/// The verb that carries a noun for its holder: `made` of `Ana Lee made no objections to`.
pub(super) fn support(view: &View<'_>, claim: &Claim) -> Option<usize> {
    let noun = claim.cue?;
    let verb = view.head(noun).filter(|&verb| {
        view.deprel(noun) == Deprel::Obj
            && verb < noun
            && noun - verb <= MOST
            && view.upos(verb) == Upos::Verb
            && (SUPPORT.contains(&view.lemma(verb)) || ENDING.contains(&view.lemma(verb)))
    })?;
    let ends = ending(view, claim).is_some();
    let plain = (verb..noun).all(|token| {
        view.quotation(token).is_none()
            && view.is_word(token)
            && (ends || view.xpos(token) != "PRP$")
    });
    let (subject, holder) = (super::subject::subject(view, verb)?, claim.holder?);
    let own = || ends && view.resolve(subject) == view.resolve(holder);
    (plain && (subject == holder || own())).then_some(verb)
}

/// The verb of `there is no doubt that`.
pub(super) fn is_there(view: &View<'_>, noun: usize) -> Option<usize> {
    let be = view.head(noun).filter(|&be| view.lemma(be) == "be" && be < noun)?;
    let there = be.checked_sub(1).is_some_and(|there| view.is(there, "there"));
    there.then_some(be)
}

#[cfg(test)]
mod tests {
    use crate::briefing::positions::testing::texts;

    #[test]
    fn what_somebody_drops_he_does_not_hold() {
        assert_eq!(
            texts("Ana Lee is the mayor. Lee dropped her opposition to the toll."),
            ["Ana Lee dropped her opposition to the toll."]
        );
        let text = "Ana Lee is the mayor. Lee’s objections to the toll were withdrawn in May.";
        assert!(texts(text).iter().all(|line| !line.contains("objections")), "{:?}", texts(text));
    }

    #[test]
    fn what_is_tried_or_refused_is_not_told_as_done() {
        assert_eq!(
            texts("The police have been trying to impose a curfew."),
            ["The police have been trying to impose a curfew."]
        );
        assert_eq!(
            texts("Ana Lee refused to accept the offer."),
            ["Ana Lee refused to accept the offer."]
        );
    }

    #[test]
    fn what_may_be_done_is_not_told_as_done() {
        assert!(texts("The council will be instrumental in supporting the toll.").is_empty());
        assert!(
            texts("Ana Lee talked of ways, such as supporting the toll.")
                .iter()
                .all(|line| !line.contains("supported"))
        );
        assert_eq!(
            texts("Ana Lee no longer supports the toll."),
            ["Ana Lee no longer supports the toll."]
        );
    }

    #[test]
    fn what_another_is_made_or_heard_to_do_is_not_the_subjects() {
        let none = |text: &str, word: &str| {
            let lines = texts(text);
            assert!(lines.iter().all(|line| !line.contains(word)), "{lines:?}");
        };
        none("Ana Lee is likely to appear in court to hear lawyers criticize her.", "criticized");
        none("The council hired a lawyer to help ministers oppose the toll.", "opposed");
        none("Ana Lee was more amused than alarmed by the toll.", "alarmed");
    }

    #[test]
    fn a_noun_is_told_with_the_verb_that_carries_it() {
        assert_eq!(
            texts("The miners made no objections to the plan."),
            ["The miners made no objections to the plan."]
        );
    }

    #[test]
    fn what_is_denied_stays_denied() {
        assert_eq!(
            texts("Peru has no intention to talk with Chile."),
            ["Peru has no intention to talk with Chile."]
        );
    }

    #[test]
    fn the_second_of_three_that_are_tried_is_not_told_as_done() {
        let text = "Ana Lee said on Monday that Norway would press ahead with efforts to reduce its deficit, resist tolls and boost exports.";
        assert!(texts(text).iter().all(|line| !line.contains("resisted")), "{:?}", texts(text));
    }

    #[test]
    fn who_stands_ready_is_ready_now() {
        assert_eq!(
            texts("Norland stands ready to host talks."),
            ["Norland stands ready to host talks."]
        );
    }
}
