//! Whom a pronoun at a cue means, once all positions are there: whoever spoke last.
//!
//! Chains of mentions were made by `language::coref`; here only what it left open, or took for somebody who is but
//! spoken of, is settled.

use super::introduced::is_new;
use super::view::View;
use super::wording;
use crate::briefing::{ActorId, ActorKind, Form, Holder, MentionForm, Position};
use crate::language::Deprel;
use crate::text::TextRange;

/// How far back, in bytes, a pronoun finds the holder who spoke last: some three paragraphs.
const NEAR: usize = 1200;

/// Gives positions whose pronoun was left open to whoever held the one before, where number and gender agree.
pub(super) fn carry_over(view: &View<'_>, positions: &mut [Position]) {
    let mut last: Option<(ActorId, TextRange)> = None;
    for position in positions {
        let here = position.evidence.first();
        if position.holder == Holder::Unnamed
            && let Some((actor, source)) = aged(view, position)
        {
            position.holder = Holder::Actor(actor);
            position.source = Some(source);
        }
        let pronoun = position.source.map(|source| source.slice(view.text()).to_lowercase());
        // "The driver said": a noun tells who he is.
        let told = pronoun.as_deref().is_some_and(|pronoun| {
            matches!(pronoun, "he" | "she" | "it") && position.text.starts_with("The ")
        });
        if position.holder == Holder::Unnamed
            && !told
            && let Some((actor, _)) = last.filter(|&(actor, place)| {
                here.start() < place.start() + NEAR
                    && pronoun.is_some_and(|pronoun| {
                        carries(view, position, &pronoun)
                            && view.agrees(actor, &pronoun)
                            && !has_rival(view, actor, &pronoun, place, here)
                    })
            })
        {
            position.holder = Holder::Actor(actor);
            position.text = wording::renamed(view, position, actor);
        }
        if let Holder::Actor(actor) = position.holder {
            last = Some((actor, here));
        } else if is_someone(view, position) {
            // "A driver spoke of his day. He said": the driver did.
            last = None;
        }
    }
}

/// Whether a subject between the two places may be meant as well: `Norway objected. Peru left the talks. It said`. Of
/// people, only the subject of a sentence: whom another speaks of seldom speaks next.
fn has_rival(
    view: &View<'_>,
    actor: ActorId,
    pronoun: &str,
    last: TextRange,
    here: TextRange,
) -> bool {
    let person = !matches!(pronoun, "it" | "its");
    let between = |place: TextRange| place.start() >= last.end() && place.end() <= here.start();
    let acts = |place: TextRange| {
        let head = view.analysis.head_of(view.analysis.tokens_in(place));
        head.is_some_and(|head| {
            let head =
                view.head(head).filter(|_| view.deprel(head) == Deprel::Appos).unwrap_or(head);
            let root = || view.head(head).is_some_and(|verb| view.deprel(verb) == Deprel::Root);
            view.deprel(head).is_subject() && (!person || root()) && view.quotation(head).is_none()
        })
    };
    view.cast.actors.iter().enumerate().any(|(idx, other)| {
        ActorId(idx) != actor
            && view.agrees(ActorId(idx), pronoun)
            && other.mentions.iter().any(|mention| between(mention.range) && acts(mention.range))
    })
}

/// Whether the holder is one person told of for the first time: `a driver from Selm`.
fn is_someone(view: &View<'_>, position: &Position) -> bool {
    let tokens = position.source.map(|source| view.analysis.tokens_in(source));
    tokens.and_then(|tokens| view.analysis.head_of(tokens)).is_some_and(|head| is_new(view, head))
}

/// Whether a pronoun may mean whoever spoke last: "it" only where it says something; "they" are most often others.
fn carries(view: &View<'_>, position: &Position, pronoun: &str) -> bool {
    let says = || {
        let cue = position.cue.map(|cue| view.analysis.tokens_in(cue));
        cue.is_some_and(|mut tokens| tokens.any(|token| view.is_saying(token)))
    };
    match pronoun {
        "they" | "their" => false,
        "it" | "its" => says(),
        _ => true,
    }
}

/// Whom a noun that tells nothing but an age means, `said the 46-year-old`: the person named last before it, but in what is
/// said. With all words of the noun.
fn aged(view: &View<'_>, position: &Position) -> Option<(ActorId, TextRange)> {
    let source = position.source?;
    let text = view.text();
    let words = source.slice(text);
    let line = text.get(source.start()..)?.lines().next()?;
    let end = line.find("year-old").map(|at| at + "year-old".len())?;
    let plain = words.trim_start_matches("the ").starts_with(|first: char| first.is_ascii_digit());
    if !plain || end > 20 {
        return None;
    }
    let said = |place: TextRange| position.content.iter().any(|range| range.overlaps(place));
    let people = view.cast.actors.iter().enumerate();
    let people = people.filter(|(_, actor)| actor.kind == ActorKind::Person);
    let last = people.filter_map(|(idx, actor)| {
        let before = actor.mentions.iter().map(|mention| mention.range);
        let before = before.filter(|&place| place.start() < source.start() && !said(place));
        Some((before.map(TextRange::start).max()?, ActorId(idx)))
    });
    let (at, actor) = last.max_by_key(|&(at, _)| at)?;
    let near = source.start() < at + NEAR;
    near.then(|| (actor, TextRange::new(source.start(), source.start() + end)))
}

/// Gives a quotation behind which only a pronoun stands to whoever spoke before it in the paragraph, where the one that
/// the pronoun was taken for is named in nothing but the words said: `Ana Lee said that Ruiz lied. “Ruiz must go,” she
/// said.`
pub(super) fn keep(view: &View<'_>, positions: &mut [Position]) {
    for idx in 1..positions.len() {
        let (before, rest) = positions.split_at_mut(idx);
        let (Some(before), Some(position)) = (before.last(), rest.first_mut()) else { continue };
        let (Holder::Actor(speaker), Holder::Actor(taken)) = (before.holder, position.holder)
        else {
            continue;
        };
        let (Some(name), Some(source)) = (before.source, position.source) else { continue };
        let pronoun = source.slice(view.text()).to_lowercase();
        let block = |range: TextRange| view.document.block_at(range.start());
        if speaker == taken
            || position.form == Form::Indirect
            || !matches!(pronoun.as_str(), "he" | "she")
            || block(name) != block(source)
            || name.end() > source.start()
            || !view.agrees(speaker, &pronoun)
        {
            continue;
        }
        let within = |range: TextRange| {
            before.content.iter().chain(&position.content).any(|said| said.overlaps(range))
        };
        let told = view.cast.actor(taken).is_some_and(|actor| {
            actor.mentions.iter().any(|mention| {
                mention.range.start() >= name.end()
                    && mention.range.end() <= source.start()
                    && !within(mention.range)
            })
        });
        let named = view.cast.actor(speaker).is_some_and(|actor| {
            actor
                .mentions
                .iter()
                .any(|mention| mention.form == MentionForm::Name && mention.range.overlaps(name))
        });
        if named && !told {
            position.holder = Holder::Actor(speaker);
            let rest = position.text.clone();
            if let Some((actor, rest)) = view
                .cast
                .actor(taken)
                .and_then(|taken| rest.strip_prefix(taken.name.as_str()))
                .and_then(|rest| Some((view.cast.actor(speaker)?, rest)))
            {
                position.text = format!("{}{rest}", actor.name);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::briefing::positions::testing::{holders, texts};

    #[test]
    fn who_is_told_of_for_the_first_time_goes_on() {
        let text = "Anton Lund says the toll is fair.\n\nA driver told reporters that he had been held. He said the guards \
                    had taken his keys.";
        assert_eq!(holders(text), ["Anton Lund", "unnamed", "unnamed"]);
        assert_eq!(texts(text)[2], "The driver said the guards had taken his keys.");
    }

    #[test]
    fn an_age_means_whoever_was_named_last() {
        assert_eq!(
            holders("Ana Lee spoke first. “We saw Tom Hall,” said the 46-year-old.\n\nHall left."),
            ["Ana Lee"]
        );
    }

    #[test]
    fn they_are_not_the_body_that_spoke_last() {
        let found = holders(
            "The Harbour Board said the toll stays.\n\nAna Lee and the heads of the wards have been quiet. However, they \
             said they expect no vote.",
        );
        assert_eq!(found.iter().filter(|holder| holder.contains("Board")).count(), 1, "{found:?}");
    }

    #[test]
    fn who_is_but_spoken_of_does_not_speak() {
        assert_eq!(
            holders(
                "Tom Ruiz, a trade lawyer, said that Mr. Smith had no plan. “Smith leaves every contract open and \
                 costly,” he said.\n\nJohn Smith left."
            ),
            ["Tom Ruiz", "Tom Ruiz"]
        );
    }

    #[test]
    fn somebody_named_between_may_be_meant() {
        let text = "Tom Hall has said he will sell the mill. His deputy, Peter Ruiz, has been less clear. He told miners in \
            Selm that the council had no money.";
        assert_eq!(holders(text), ["Tom Hall", "unnamed"]);
    }

    #[test]
    fn a_state_that_acts_between_may_be_meant() {
        let text = "Peru objected to the deal. Norway met the envoys in Oslo. It argued that the toll was high. Peru is large.";
        assert!(!holders(text)[1].contains("Peru"));
    }
}
