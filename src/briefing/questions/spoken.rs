//! What is no open question where somebody speaks: what he says that he will do, and what he was asked and has answered.

use super::Reason;
use crate::briefing::actors::Cast;
use crate::briefing::genre::Genre;
use crate::briefing::phrase::Writer;
use crate::document::Document;

/// Looks that find what somebody says that he will do, or is to.
const TO_COME: &[&str] = &["able", "ahead", "to_come", "not_yet"];

/// What asks for more than whoever answers knows: what is to come, and what should be done.
const AHEAD: &[&str] = &[
    "will", "would", "should", "could", "can", "might", "may", "when", "happens", "happen", "next",
    "going", "whether", "still", "yet",
];

/// Whether a speech or an interview leaves that open only in its form: `We will keep the light on`, `What surprised you most?`
pub(super) fn is_talk(
    writer: &Writer<'_>,
    document: &Document,
    cast: &Cast,
    reason: &Reason,
) -> bool {
    let tree = &writer.tree;
    let block = document.block_at(reason.evidence.start());
    if cast.genre == Genre::Interview && reason.rule == "asked" {
        let answered =
            block.is_some_and(|block| document.asks(block) && document.answers(block + 1));
        let ahead = reason
            .text
            .split(|c: char| !c.is_alphabetic())
            .any(|word| AHEAD.contains(&word.to_lowercase().as_str()));
        return answered && !ahead;
    }
    let talks = match cast.genre {
        Genre::Speech => true,
        Genre::Interview => block.is_some_and(|block| document.answers(block)),
        _ => false,
    };
    let who = tree.understood_subject(reason.token);
    // What those do for whom somebody speaks may be open.
    let speakers: &[&str] =
        if cast.genre == Genre::Speech { &["i", "you"] } else { &["i", "we", "you"] };
    let own = who.is_some_and(|who| {
        tree.is_word(who, speakers) && tree.quotations_over(who).next().is_none()
    });
    talks && own && TO_COME.contains(&reason.rule)
}

#[cfg(test)]
mod tests {
    use crate::briefing::brief;
    use crate::testing::document;

    fn questions(text: &str) -> Vec<String> {
        let briefing = brief(&document(text));
        briefing.questions.into_iter().map(|question| question.text).collect()
    }

    #[test]
    fn what_a_guest_was_asked_and_has_answered_is_not_open() {
        let found = questions(
            "The Selm Courier spoke with Mayor Ana Ruiz.\n\nWhat was the worst night of the storm?\n\nI think that it was the second \
             one.\n\nWhen will the harbour be open again?\n\nI do not know.\n\nDo you sleep well?\n\nI do. My house stands on a \
             hill.\n\nHow did the guild help you?\n\nIt gave us boats.",
        );
        assert!(found.iter().any(|text| text.starts_with("When will")), "{found:?}");
        assert!(!found.iter().any(|text| text.contains("worst night")), "{found:?}");
    }

    #[test]
    fn what_a_speaker_says_that_he_will_do_is_not_open() {
        let found = questions(
            "Good evening, ladies and gentlemen. I will not be silent about the harbour, my friends. \
             I thank you for coming. I know that you are tired. The council will decide in May.",
        );
        assert!(found.iter().all(|text| !text.starts_with("Will I")), "{found:?}");
    }
}
