//! The line of a position that a noun tells: `his plan to leave`, `remarks on the toll`.

use super::carrier::{self, Carried};
use super::claim::{Claim, Manner};
use super::cue::cue_range;
use super::verbal::{agreeing, expanded, is_plural};
use super::view::View;
use super::wording::said;
use crate::briefing::phrase::{Writer, verb};
use crate::briefing::{Act, Holder};
use crate::language::Deprel;
use crate::text::{TextRange, one_line};

/// Nouns for what is made to somebody.
const MADE: &[&str] = &[
    "appeal",
    "attempt",
    "bid",
    "call",
    "case",
    "commitment",
    "complaint",
    "demand",
    "diagnosis",
    "diatribe",
    "effort",
    "estimate",
    "forecast",
    "objection",
    "offer",
    "petition",
    "plea",
    "pledge",
    "projection",
    "promise",
    "protest",
    "push",
    "refusal",
    "request",
    "threat",
    "tirade",
    "vow",
];

/// Nouns for what is done to what `of` leads in, each with its verb.
const DONE: &[(&str, &str)] = &[
    ("acceptance", "accept"),
    ("acknowledgement", "acknowledge"),
    ("acknowledgment", "acknowledge"),
    ("approval", "approve"),
    ("condemnation", "condemn"),
    ("critique", "critique"),
    ("defence", "defend"),
    ("defense", "defend"),
    ("denunciation", "denounce"),
    ("dismissal", "dismiss"),
    ("embrace", "embrace"),
    ("endorsement", "endorse"),
    ("praise", "praise"),
    ("recognition", "recognize"),
    ("rejection", "reject"),
    ("repudiation", "repudiate"),
    ("veto", "veto"),
];

/// Nouns for what somebody means to do or not to do, each with its verb.
const TO_DO: &[(&str, &str)] = &[
    ("agreement", "agree"),
    ("decision", "decide"),
    ("offer", "offer"),
    ("pledge", "pledge"),
    ("promise", "promise"),
    ("proposal", "propose"),
    ("refusal", "refuse"),
    ("threat", "threaten"),
    ("vow", "vow"),
];

/// Nouns that tell that somebody thinks something of a matter, and not what.
const UNTOLD: &[&str] = &[
    "assessment",
    "attitude",
    "interpretation",
    "knowledge",
    "opinion",
    "perception",
    "position",
    "stance",
    "thought",
    "understanding",
    "view",
];

/// `Ana Lee's views on the dam`: what they are is not told.
pub(super) fn is_untold(view: &View<'_>, claim: &Claim) -> bool {
    let decided = |cue: usize| {
        let on = claim.head.and_then(|head| view.preposition(head));
        matches!(view.lemma(cue), "decision" | "ruling" | "agreement" | "vote")
            && matches!(on.as_deref(), Some("on" | "about" | "over"))
    };
    // "a possible endorsement of him by the union"
    let open = claim.cue.is_some_and(|cue| {
        view.children(cue).any(|child| {
            child < cue
                && view.is_one_of(
                    child,
                    &[
                        "alleged",
                        "eventual",
                        "likely",
                        "possible",
                        "potential",
                        "rumored",
                        "rumoured",
                        "supposed",
                    ],
                )
        })
    });
    if open && claim.manner == Manner::Noun {
        return true;
    }
    // "the view that they have of it": which one.
    let which = claim.holder.is_none()
        && claim.head.is_some_and(|head| {
            view.deprel(head) == Deprel::AclRelcl
                && view.children(head).any(|child| view.xpos(child) == "WDT")
        });
    if which && claim.cue.is_some_and(|cue| UNTOLD.contains(&view.lemma(cue))) {
        return true;
    }
    let noun = claim.cue.filter(|&cue| UNTOLD.contains(&view.lemma(cue)) || decided(cue));
    noun.is_some_and(|_| {
        claim.manner == Manner::Noun
            && claim
                .head
                .is_some_and(|head| view.preposition(head).is_some_and(|word| word != "that"))
            && carrier::support(view, claim).is_none()
    })
}

/// Nouns for a will that shows.
const WISHES: &[&str] = &[
    "desire",
    "eagerness",
    "hope",
    "readiness",
    "reluctance",
    "unwillingness",
    "willingness",
    "wish",
];

/// The line of a claim whose cue is a noun; `name` is what its holder is called.
pub(super) fn of(
    view: &View<'_>,
    writer: &Writer<'_>,
    claim: &Claim,
    holder: Holder,
    name: Option<&str>,
) -> String {
    let content = said(view, writer, claim, holder);
    let Some(cue) = claim.cue else { return content };
    let noun = view.word(cue).to_lowercase();
    let preposition = claim.cue_range.map(|range| {
        // "opposition from the union to the fee": whose it is, is told before.
        let tokens = view.analysis.tokens_in(range);
        let between = claim.holder.is_some_and(|holder| cue < holder && tokens.contains(&holder));
        let start =
            if between { view.range(tokens.end - 1).start() } else { view.range(cue).end() };
        TextRange::new(start, range.end()).slice(view.text()).trim()
    });
    let preposition = preposition.unwrap_or_default();
    let plural = view.xpos(cue).ends_with('S');
    let be = if plural { "are" } else { "is" };
    let expressed = matches!(claim.act, Act::Believes | Act::Supports | Act::Opposes | Act::Warns)
        && !preposition.is_empty();
    // "her endorsement of him that was warm": more than what she endorsed.
    let whole = view.children(cue).all(|child| {
        let clause = matches!(view.deprel(child), Deprel::Acl | Deprel::AclRelcl | Deprel::Advcl);
        !clause || !claim.covers(view.range(child))
    });
    let done = DONE.iter().find(|(done, _)| *done == noun && preposition == "of" && whole);
    let done = done.map(|&(_, verb)| verb);
    let made = MADE.contains(&view.lemma(cue));
    // "remarks on the toll": made, and not "are on". An emphasis does lie on something.
    let remarked = claim.act == Act::Says
        && !preposition.is_empty()
        && !matches!(view.lemma(cue), "emphasis" | "focus" | "insistence");
    let group = |first: usize| {
        let last = view.range(cue).end();
        // "didn't seem to have any concerns": with the words that carry the verb.
        let start = match carrier::of_verb(view, first) {
            Carried::From(start) => start,
            _ => view.analysis.tokens_in(cue_range(view, first, &[], None)).start,
        };
        let whole = TextRange::new(view.range(start).start(), last);
        let mut words = one_line(whole.slice(view.text()));
        let tensed = (start..=first).any(|token| view.has_tense(token));
        if !tensed {
            let after = TextRange::new(view.range(first).end(), last).slice(view.text());
            words = format!("{} {}", verb::past(view.lemma(first)), one_line(after));
        }
        let plural = is_plural(view, claim, holder);
        let words = if plural { words } else { agreeing(view, whole, words) };
        let preposition =
            if preposition.is_empty() { String::new() } else { format!("{preposition} ") };
        format!("{} {preposition}{content}", expanded(&words, false, plural))
    };
    if let Some(name) = name
        && let Some(verb) = carrier::support(view, claim)
    {
        return format!("{name} {}", group(verb));
    }
    if let Some(be) = carrier::is_there(view, cue).filter(|_| name.is_none()) {
        return format!("there {}", group(be));
    }
    let article = match noun.chars().next() {
        _ if plural || noun.ends_with("ness") || noun == "reluctance" => "",
        Some('a' | 'e' | 'i' | 'o' | 'u') => "an ",
        _ => "a ",
    };
    let phrase = format!("{article}{noun} {preposition} {content}");
    let told = content.starts_with("to ") || !preposition.is_empty();
    // "her refusal to leave", "his threats to sue".
    let decided = TO_DO
        .iter()
        .find(|(noun, _)| *noun == view.lemma(cue) && content.starts_with("to "))
        .filter(|_| preposition.is_empty());
    match name {
        Some(name) if let Some((_, verb)) = decided => {
            format!("{name} {} {content}", verb::past(verb))
        }
        Some(name) if (made && told) || remarked => format!("{name} made {phrase}"),
        Some(name) if told && WISHES.contains(&view.lemma(cue)) => {
            format!("{name} expressed {phrase}")
        }
        Some(name) if done.is_some() => {
            format!("{name} {} {content}", done.map(verb::past).unwrap_or_default())
        }
        Some(name) if preposition == "of" && noun == "goal" => format!("{name} had {phrase}"),
        Some(name) if !preposition.is_empty() && noun == "campaign" => {
            format!("{name} campaigned {preposition} {content}")
        }
        Some(name) if !preposition.is_empty() && view.lemma(cue) == "warning" => {
            format!("{name} warned {preposition} {content}")
        }
        Some(name) if !preposition.is_empty() && claim.act == Act::Asks => {
            format!("{name} raised {phrase}")
        }
        Some(name) if expressed => format!("{name} expressed {noun} {preposition} {content}"),
        Some(name) => format!("{} {noun} {be} {preposition} {content}", possessive(name)),
        None => format!("the {noun} {be} {preposition} {content}"),
    }
}

/// What is a holder's: `Ana Lee’s`, `his`.
pub(super) fn possessive(name: &str) -> String {
    match name.to_lowercase().as_str() {
        "he" => return "his".to_owned(),
        "she" => return "her".to_owned(),
        "it" => return "its".to_owned(),
        "they" => return "their".to_owned(),
        "we" => return "our".to_owned(),
        "you" => return "your".to_owned(),
        _ => {}
    }
    if name.ends_with('s') { format!("{name}’") } else { format!("{name}’s") }
}

#[cfg(test)]
mod tests {
    use crate::briefing::positions::testing::texts;

    #[test]
    fn what_is_asked_for_is_made() {
        assert_eq!(
            texts("Ana Lee spoke. Her call for a new bridge was heard."),
            ["Ana Lee made a call for a new bridge."]
        );
    }

    #[test]
    fn who_gives_a_warning_warns() {
        let text =
            "The mayor spoke with Foreign Minister Ana Lee warning of \"grave consequences\".";
        assert_eq!(texts(text), ["Ana Lee warned of \"grave consequences\"."]);
    }

    #[test]
    fn what_is_done_has_a_verb() {
        assert_eq!(
            texts("The council overrode Ana Lee's veto of the dam bill in June."),
            ["Ana Lee vetoed the dam bill."]
        );
    }

    #[test]
    fn a_view_that_is_not_told_is_no_position() {
        assert!(texts("Ana Lee's views on the dam were known.").is_empty());
        assert_eq!(
            texts("Ana Lee has a view of the dam as a burden to the town."),
            ["Ana Lee has a view of the dam as a burden to the town."]
        );
    }

    #[test]
    fn whose_it_is_is_told_once() {
        assert_eq!(
            texts("Opposition from Ana Lee to the fee grew."),
            ["Ana Lee expressed opposition to the fee."]
        );
    }

    #[test]
    fn who_has_a_refusal_refused() {
        assert_eq!(
            texts("Tom Hall left after Ana Lee's refusal to sell the port."),
            ["Ana Lee refused to sell the port."]
        );
    }

    #[test]
    fn a_tirade_is_made() {
        assert_eq!(
            texts(
                "Senator Ana Lee delivered her tirade against the harbour toll in a long speech."
            ),
            ["Ana Lee made a tirade against the harbour toll."]
        );
    }
}
