//! Sentences that go on with what somebody said though no verb says so: `The mayor said the plan was dead. It would
//! cost too much.`
//!
//! Only where tense and subject both show it: a sentence right behind the report, in the same paragraph, about what may
//! or would be, whose subject was spoken of. Anything less may be the author's own.

use std::ops::Range;

use super::claim::{Claim, Manner};
use super::lexicon::{self, Class, Polarity};
use super::view::View;
use crate::briefing::Act;
use crate::language::{Deprel, Upos};

/// The claims of such sentences. `claims` are those found so far.
pub(super) fn find(view: &View<'_>, claims: &[Claim]) -> Vec<Claim> {
    let mut found = Vec::new();
    for (idx, sentences) in view.analysis.sentences.windows(2).enumerate() {
        let [before, sentence] = sentences else { continue };
        if before.block != sentence.block || is_told(claims, sentence.range) {
            continue;
        }
        let Some(report) =
            claims.iter().rev().find(|claim| reports(view, claim, before.tokens.clone()))
        else {
            continue;
        };
        let Some(root) = view.analysis.root(idx + 1) else { continue };
        if !goes_on(view, root, sentence.tokens.clone(), report) {
            continue;
        }
        let Some(content) = view.trimmed(sentence.tokens.clone()) else { continue };
        found.push(Claim {
            cue: None,
            cue_range: None,
            holder: report.holder,
            via: report.via,
            content: vec![content],
            tail: None,
            head: Some(root),
            act: Act::Says,
            polarity: Polarity::Neutral,
            manner: Manner::Clause,
        });
    }
    found
}

/// Whether some claim has its cue or its content in the sentence.
fn is_told(claims: &[Claim], sentence: crate::text::TextRange) -> bool {
    claims.iter().any(|claim| {
        claim.content.iter().chain(&claim.cue_range).any(|range| range.overlaps(sentence))
    })
}

/// Whether the claim is all that a sentence is: its cue the main verb, one of saying and in the past.
fn reports(view: &View<'_>, claim: &Claim, sentence: Range<usize>) -> bool {
    claim.cue.is_some_and(|cue| {
        sentence.contains(&cue)
            && claim.holder.is_some()
            && claim.manner == Manner::Clause
            && view.xpos(cue) == "VBD"
            && view.deprel(cue) == Deprel::Root
            && lexicon::say(lexicon::entries_of(view.lemma(cue), view.word(cue), Class::Verb))
    })
}

fn goes_on(view: &View<'_>, root: usize, tokens: Range<usize>, report: &Claim) -> bool {
    let quoted = tokens.clone().any(|token| view.quotation(token).is_some());
    let asks = tokens.end.checked_sub(1).is_some_and(|last| view.is(last, "?"));
    let would = view.children(root).any(|child| {
        view.deprel(child) == Deprel::Aux && view.is_one_of(child, &["would", "might"])
    });
    let Some(subject) = view.analysis.subject(root) else { return false };
    let spoken_of = report.content.iter().any(|range| {
        view.analysis
            .tokens_in(*range)
            .any(|token| view.lemma(token) == view.lemma(subject) && view.upos(token) != Upos::Det)
    });
    let pronoun = view.is_one_of(subject, &["it", "he", "she", "they", "that", "this"]);
    !quoted && !asks && would && (spoken_of || pronoun)
}

#[cfg(test)]
mod tests {
    use crate::briefing::{actors, positions};
    use crate::language;
    use crate::testing::document;

    /// What is said and by whom, position by position.
    fn found(text: &str) -> Vec<(String, String)> {
        let document = document(text);
        let analysis = language::analyze(&document);
        let cast = actors::find(&document, &analysis);
        positions::find(&document, &analysis, &cast)
            .iter()
            .map(|position| {
                let words = |range: crate::text::TextRange| range.slice(document.text()).to_owned();
                (position.source.map(words).unwrap_or_default(), words(position.content[0]))
            })
            .collect()
    }

    #[test]
    fn what_would_be_is_still_what_he_said() {
        let found = found("The mayor said that the bridge was unsafe. It would be closed in May.");
        assert_eq!(
            found,
            [
                ("The mayor".to_owned(), "that the bridge was unsafe".to_owned()),
                ("The mayor".to_owned(), "It would be closed in May".to_owned()),
            ]
        );
    }

    #[test]
    fn what_happened_is_the_authors() {
        let found = found("The mayor said that the bridge was unsafe. It was closed in May.");
        assert_eq!(found.len(), 1, "{found:?}");
    }
}
