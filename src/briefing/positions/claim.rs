//! What the rules for cues hand on: one act of reporting, found on the tree, with nothing resolved yet.

use super::lexicon::{Frame, Polarity};
use crate::briefing::Act;
use crate::text::TextRange;

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Claim {
    /// The word that reports; of `was able to say` it is `say`.
    pub(super) cue: Option<usize>,
    pub(super) cue_range: Option<TextRange>,
    /// The word that heads the holder's name.
    pub(super) holder: Option<usize>,
    /// The word for whoever handed it on, where that is somebody else.
    pub(super) via: Option<usize>,
    pub(super) content: Vec<TextRange>,
    /// The words of the cue behind the content: `to task` of `took the firm to task`.
    pub(super) tail: Option<TextRange>,
    /// The word that heads what is said, for its certainty; `None` for a quotation.
    pub(super) head: Option<usize>,
    pub(super) act: Act,
    pub(super) polarity: Polarity,
    /// How the sentence puts it, for the wording.
    pub(super) manner: Manner,
}

/// How the cue takes its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Manner {
    /// The holder is the subject, the content follows the verb or the adjective.
    Predicate,
    /// `said` with a whole clause, wherever it stands.
    Clause,
    /// The holder's noun: `his claim that`.
    Noun,
    /// `according to`.
    Preposition,
    /// Without a holder in the subject: `is expected to`.
    Passive,
    /// Words in quotation marks alone.
    Quotation,
    /// A name and a colon.
    Label,
    /// The author's own judgement.
    Author,
}

impl Claim {
    pub(super) fn new(cue: usize, cue_range: TextRange, frame: &Frame) -> Self {
        Self {
            cue: Some(cue),
            cue_range: Some(cue_range),
            holder: None,
            via: None,
            content: Vec::new(),
            tail: None,
            head: None,
            act: frame.act,
            polarity: frame.polarity,
            manner: Manner::Predicate,
        }
    }

    /// Bytes of content.
    pub(super) fn len(&self) -> usize {
        self.content.iter().map(|range| range.len()).sum()
    }

    pub(super) fn covers(&self, place: TextRange) -> bool {
        self.content.iter().any(|range| range.contains_range(place))
    }
}
