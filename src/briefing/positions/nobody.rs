//! Clauses whose subject nobody stands behind: `nothing that suggests it`, `the kind of mayor who builds`; and those that tell of
//! nothing that anybody holds.

use super::claim::{Claim, Manner};
use super::view::View;
use crate::language::{Deprel, Upos};

/// Whether what a relative pronoun stands for is nobody in particular, or is denied.
pub(super) fn holds(view: &View<'_>, holder: usize) -> bool {
    let noun = view.antecedent(holder);
    // "Norway and Peru, some of which": which of them, nobody says.
    let some_of =
        view.of_which(holder).is_some_and(|which| view.upos(view.antecedent(which)) == Upos::Propn);
    if some_of && noun == holder || view.part_of_which(holder) == Some(noun) {
        return true;
    }
    // "which called for more": a thing that no word names holds nothing.
    let relative = matches!(view.xpos(holder), "WDT" | "WP$" | "IN")
        || view.is_one_of(holder, &["which", "whose", "what"]);
    // "none of those who came backed it", with the noun taken for who does.
    let of_none = view
        .head(noun)
        .filter(|_| view.deprel(noun) == Deprel::Nmod)
        .is_some_and(|of| view.is_one_of(of, &["none", "neither", "few", "nobody", "nothing"]));
    if noun == holder || of_none {
        return relative || of_none;
    }
    let clause = view.relative(holder);
    // "those behind Ana Lee, who are": others than she.
    let others = clause.is_some_and(|(clause, _)| view.tells_several(clause));
    if others && view.is_one_person(noun) && view.companions(holder).is_empty() {
        return true;
    }
    // "sent to every voter who requests a ballot": not all voters do.
    if holder > 0 && !view.is(holder - 1, ",") && view.analysis.is_any_one(noun) {
        return true;
    }
    // "It is with pride that we welcome": the pride welcomes nobody.
    let cleft = view.child(noun, Deprel::Cop).is_some() && view.child(noun, Deprel::Case).is_some();
    // "no one on this side of the house who backs it"
    let within = |&noun: &usize| view.deprel(noun) == Deprel::Nmod;
    let mut chain =
        std::iter::successors(Some(noun), |noun| view.head(*noun).filter(|_| within(noun)));
    relative && cleft
        || chain.any(|noun| is_denied(view, noun))
        || clause.is_some_and(|(_, hung)| {
            view.analysis.subject(hung) == Some(noun) && is_denied(view, hung)
        })
}

/// `nobody who backs it`; `Lee is not a mayor who builds`, `the kind of mayor who builds`: nobody does.
fn is_denied(view: &View<'_>, noun: usize) -> bool {
    let no = |child: usize| {
        let only = || view.is_one_of(child + 1, &["only", "just", "merely"]);
        view.is(child, "no")
            || child < noun && (view.is_negation(child) || view.is(child, "hardly")) && !only()
    };
    let kind = || {
        let of = view.head(noun).filter(|_| view.deprel(noun) == Deprel::Nmod);
        of.is_some_and(|of| {
            view.is_one_of(of, &["kind", "kinds", "sort", "sorts", "type", "types"])
        })
    };
    view.is_one_of(noun, &["nothing", "nobody", "none", "anybody", "anyone"])
        || view.children(noun).any(no)
        || kind()
}

/// Whether what the cue tells is no position of anybody.
pub(super) fn says_nothing(view: &View<'_>, claim: &Claim, cue: usize) -> bool {
    is_unnamed(view, cue) || is_of_what(view, claim, cue) || is_class(view, claim, cue)
}

/// `went beyond what they thought was fair`: of something that is not told.
fn is_of_what(view: &View<'_>, claim: &Claim, cue: usize) -> bool {
    view.deprel(cue) == Deprel::AclRelcl
        && view.head(cue).is_some_and(|what| view.is_one_of(what, &["what", "whatever"]))
        && claim.manner == Manner::Clause
        && claim.head.is_some_and(|head| view.analysis.subject(head).is_none())
}

/// `will not apply to all pilots seeking leave`: whoever does, if anybody.
fn is_class(view: &View<'_>, claim: &Claim, cue: usize) -> bool {
    view.xpos(cue) == "VBG"
        && matches!(view.deprel(cue), Deprel::Acl | Deprel::Advcl)
        && claim.holder.is_some_and(|holder| {
            view.analysis.subtree(holder).end.max(holder + 1) >= cue
                && holder < cue
                && view.analysis.subject(cue) != Some(holder)
                // "with each side blaming the other": it does.
                && !view.children(holder).any(|with| view.is(with, "with"))
                && view
                    .children(holder)
                    .any(|all| view.is_one_of(all, &["all", "any", "each", "every", "no"]))
        })
}

/// `asked to remain anonymous`, `asked not to be named`: how somebody speaks.
fn is_unnamed(view: &View<'_>, cue: usize) -> bool {
    matches!(view.lemma(cue), "ask" | "request" | "want" | "prefer" | "demand" | "insist")
        && view.child(cue, Deprel::Xcomp).is_some_and(|way| match view.lemma(way) {
            "anonymous" => true,
            "remain" | "stay" | "keep" => {
                view.children(way).any(|child| view.lemma(child) == "anonymous")
            }
            "identify" | "name" | "quote" => view.is_passive(way),
            _ => false,
        })
}

#[cfg(test)]
mod tests {
    use crate::briefing::positions::testing::texts;

    #[test]
    fn how_one_speaks_and_what_is_of_nobody_is_no_position() {
        for text in [
            "Ana Lee asked to remain anonymous.",
            "Tom Hall asked not to be named.",
            "Ana Lee left after hiding what her colleagues thought was unfair.",
            "The tax will not apply to all pilots seeking a raise.",
        ] {
            assert_eq!(texts(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn what_nobody_does_is_no_position() {
        for text in [
            "Tom Hall is not a mayor who supports bridges.",
            "Ana Lee is the kind of mayor who supports bridges.",
            "The board has nobody who supports bridges.",
            "The board sent a letter to every mayor who supports bridges.",
        ] {
            assert!(texts(text).iter().all(|line| !line.contains("supports bridges")), "{text}");
        }
        let told = "Tom Hall is a mayor who supports bridges.";
        assert_eq!(texts(told), ["Tom Hall supports bridges."]);
    }

    #[test]
    fn a_clause_about_several_is_not_one_s() {
        assert_eq!(
            texts("The paper listed candidates like Ana Ruiz who say the country is in decline."),
            ["Candidates like Ana Ruiz say the country is in decline."]
        );
        assert_eq!(
            texts("The mayor met Ana Ruiz and Tom Dahl, who have opposed the bridge."),
            ["Tom Dahl has opposed the bridge.", "Ana Ruiz has opposed the bridge."]
        );
    }
}
