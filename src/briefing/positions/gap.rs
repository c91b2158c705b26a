//! What a relative pronoun stands for, in its place in a line: `called the tax a gift` of `the tax, which he called a gift`.

use super::claim::{Claim, Manner};
use super::view::View;
use super::wording::{shortened, small, starts_name};
use crate::briefing::phrase::{Cut, Writer};
use crate::language::{Deprel, Upos};

/// Whether the line names what a relative pronoun stands for in the place of a subject that the content lacks.
pub(super) fn is_named(view: &View<'_>, claim: &Claim) -> bool {
    gap(view, claim).is_some_and(|(_, place)| place != Place::Behind)
}

/// The content with what the relative pronoun stands for, behind the cue and `preposition`; `None` without one.
pub(super) fn filled(
    view: &View<'_>,
    writer: &Writer<'_>,
    claim: &Claim,
    content: &str,
    preposition: &str,
) -> Option<String> {
    let (noun, place) = gap(view, claim)?;
    let line = writer.noun(noun, Cut::Clauses)?;
    let stands = line.text.trim_end_matches('.');
    let stands = if starts_name(view, noun) { stands.to_owned() } else { small(stands) };
    let within = || {
        let verb = view.word(claim.head.filter(|_| place == Place::Within)?);
        let (before, after) = content.split_once(verb)?;
        Some(shortened(&format!("{before}{verb} {stands}{after}")))
    };
    Some(match place {
        Place::Behind => format!("{preposition}{content} {stands}"),
        _ => match within() {
            Some(content) => format!("{preposition}{content}"),
            None => format!("{stands} {preposition}{}", shortened(content)),
        },
    })
}

/// Where what a relative pronoun stands for belongs in a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Right behind the cue, as its object or the subject of what is said: `called the tax a gift`, `said the tax would
    /// fail`.
    Before,
    /// Behind its verb, as its object: `hopes to sign the pact in May`.
    Within,
    /// At its end, as its object: `said they want the tax`.
    Behind,
}

/// What a relative pronoun before the cue stands for, where it is a part of what the cue tells, and where it belongs: the tax
/// of `the tax, which he called a gift`, of `the tax that she said would fail`.
fn gap(view: &View<'_>, claim: &Claim) -> Option<(usize, Place)> {
    let cue = claim.cue.filter(|&cue| view.upos(cue) == Upos::Verb)?;
    let heads = [Some(cue), claim.head];
    let pronoun = (view.sentence(cue).start..cue).rev().take(8).find(|&token| {
        let relative = view.is_one_of(token, &["which", "whom", "that", "who"])
            && matches!(view.xpos(token), "WDT" | "WP" | "IN");
        relative
            && Some(token) != claim.holder
            && heads.contains(&view.head(token))
            && matches!(
                view.deprel(token),
                Deprel::Obj | Deprel::Nsubj | Deprel::NsubjPass | Deprel::Iobj
            )
            && !claim.covers(view.range(token))
    })?;
    let noun = Some(view.antecedent(pronoun)).filter(|&noun| noun != pronoun)?;
    // "Ana Lee and Tom Hall, who back it": the holder himself, as one of several.
    if claim.holder.is_some_and(|holder| {
        view.head(holder) == Some(noun) && view.deprel(holder) == Deprel::Conj
    }) {
        return None;
    }
    let own = claim.head.is_some_and(|head| view.analysis.subject(head).is_some());
    let subject = view.deprel(pronoun).is_subject();
    let behind = claim.manner == Manner::Clause && own && !subject;
    let place = match behind {
        true => Place::Behind,
        false if takes_object(view, claim) => Place::Within,
        false => Place::Before,
    };
    Some((noun, place))
}

/// Whether what the holder hopes to do lacks what it would be done to: `the pact, which she hopes to sign in May`.
fn takes_object(view: &View<'_>, claim: &Claim) -> bool {
    /// Verbs whose subject does what stands behind them.
    const OWN: &[&str] = &[
        "agree", "aim", "attempt", "decide", "decline", "expect", "hope", "intend", "mean", "need",
        "offer", "plan", "pledge", "prefer", "prepare", "promise", "propose", "refuse", "seek",
        "swear", "threaten", "try", "vow", "want", "wish",
    ];
    /// Verbs that take no object.
    const ALONE: &[&str] = &[
        "act", "come", "die", "fail", "go", "happen", "leave", "quit", "resign", "return", "run",
        "speak", "stay", "step", "succeed", "vote", "win", "work",
    ];
    let (Some(cue), Some(verb)) = (claim.cue, claim.head) else { return false };
    OWN.contains(&view.lemma(cue))
        && view.is_infinitive(verb)
        && !view.is_passive(verb)
        && view.upos(verb) == Upos::Verb
        && !ALONE.contains(&view.lemma(verb))
        && view.children(verb).all(|child| {
            child < verb
                || !matches!(view.deprel(child), Deprel::Obj | Deprel::Xcomp | Deprel::Ccomp)
        })
}

#[cfg(test)]
mod tests {
    use crate::briefing::positions::testing::texts;

    #[test]
    fn what_somebody_hopes_to_do_has_its_object() {
        assert_eq!(
            texts("The talks that Norway hopes to hold in May will be in Oslo."),
            ["Norway hopes to hold the talks in May."]
        );
    }
}
