//! What somebody calls what only `what` stands for: `what she called a plot`, `what he sees as a plot`.

use super::claim::{Claim, Manner};
use super::view::View;
use crate::language::Deprel;

/// Whether the claim gives a name to what only `what` stands for: `what she called a plot`, `what he sees as a plot`.
pub(super) fn is_named_by_what(view: &View<'_>, claim: &Claim) -> bool {
    let (Some(cue), Some(holder)) = (claim.cue, claim.holder) else { return false };
    let before = view.analysis.tokens_in(view.source(holder)).start.checked_sub(1);
    let what = before.filter(|&what| view.is(what, "what") && holder < cue);
    what.is_some_and(|what| {
        claim.manner == Manner::Predicate
            && (view.head(cue) == Some(what) || view.head(what) == Some(cue))
            && !claim.covers(view.range(what))
            && view.child(cue, Deprel::Ccomp).is_none()
    })
}

/// Verbs that say what something is called.
const NAMING: &[&str] =
    &["brand", "call", "characterise", "characterize", "describe", "dub", "label", "term"];

/// Whether what is named so tells what somebody said of it, and not only how he sees it.
pub(super) fn names(view: &View<'_>, claim: &Claim) -> bool {
    claim.cue.is_some_and(|cue| NAMING.contains(&view.lemma(cue)))
}

/// `spoke of`, in the tense of the cue.
pub(super) fn speaking_of(view: &View<'_>, claim: &Claim, plural: bool) -> &'static str {
    let Some(cue) = claim.cue else { return "spoke of" };
    match (view.xpos(cue), plural) {
        ("VBZ" | "VBP", true) => "speak of",
        ("VBZ" | "VBP", false) => "speaks of",
        _ => "spoke of",
    }
}

#[cfg(test)]
mod tests {
    use crate::briefing::positions::testing::texts;

    #[test]
    fn what_somebody_called_so_is_told_with_its_name() {
        for (text, line) in [
            (
                "Ana Dahl condemned what she called a plot.",
                "Ana Dahl condemned what she called a plot.",
            ),
            (
                "The firm led what Ana Dahl described as a land grab.",
                "Ana Dahl spoke of a land grab.",
            ),
        ] {
            let found = texts(text);
            assert!(found.iter().any(|found| found == line), "{text}: {found:?}");
        }
        let seen = texts("The deal ended what Ana Dahl considered a feud.");
        assert!(seen.iter().all(|line| !line.starts_with("Ana Dahl")), "{seen:?}");
    }
}
