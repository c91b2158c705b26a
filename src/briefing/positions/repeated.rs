//! Words that an article prints twice, as a line set apart among its paragraphs: they are read once.

use std::collections::{HashMap, HashSet};

use super::view::View;
use crate::briefing::{Holder, Position};

/// Fewer words than these may well be said twice.
const FEW: usize = 5;

/// Leaves out each position without a cue all of whose stretches another one of the same holder has too, and each that
/// reads as one before it.
pub(super) fn leave_out(view: &View<'_>, positions: &mut Vec<Position>) {
    let said: Vec<Vec<String>> =
        positions.iter().map(|position| stretches(view, position)).collect();
    let mut having: HashMap<(&str, Option<usize>), Vec<usize>> = HashMap::new();
    for (idx, (position, stretches)) in positions.iter().zip(&said).enumerate() {
        for stretch in stretches {
            having.entry((stretch, holder(position))).or_default().push(idx);
        }
    }
    let repeats = |idx: usize, position: &Position| {
        let Some(first) = said[idx].first() else { return false };
        let alone = position.cue.is_none();
        let words: usize = said[idx].iter().map(|stretch| stretch.split(' ').count()).sum();
        let others = having.get(&(first.as_str(), holder(position)));
        alone
            && words >= FEW
            && others.into_iter().flatten().any(|&other| {
                // Of two without a cue, the longer or the first stays.
                let stays = positions[other].cue.is_some()
                    || (said[other].len(), idx) > (said[idx].len(), other);
                other != idx && stays && said[idx].iter().all(|it| said[other].contains(it))
            })
    };
    let kept: Vec<bool> =
        positions.iter().enumerate().map(|(idx, position)| !repeats(idx, position)).collect();
    let mut kept = kept.into_iter();
    positions.retain(|_| kept.next().unwrap_or(true));
    // The same line, from a teaser and from the text below it, or from a page that holds its article twice.
    let mut lines = HashSet::new();
    positions
        .retain(|position| lines.insert((words(&position.text).to_lowercase(), holder(position))));
}

/// The words of a text, without marks.
fn words(text: &str) -> String {
    let words =
        text.split_whitespace().map(|word| word.trim_matches(|it: char| !it.is_alphanumeric()));
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn holder(position: &Position) -> Option<usize> {
    match position.holder {
        Holder::Actor(actor) => Some(actor.0),
        Holder::Unnamed | Holder::Author => None,
    }
}

/// The stretches of the content as words alone, without marks.
fn stretches(view: &View<'_>, position: &Position) -> Vec<String> {
    position.content.iter().map(|range| words(range.slice(view.text()))).collect()
}

#[cfg(test)]
mod tests {
    use crate::briefing::positions::testing::texts;

    #[test]
    fn a_line_reads_once() {
        assert_eq!(
            texts(
                "The mayor of Selm opposes the new dam.\n\nThe town is quiet this year.\n\nThe mayor of Selm opposes the new dam. \
                 Ana Lee said that she would leave."
            ),
            ["The mayor of Selm opposes the new dam.", "Ana Lee said that she would leave."]
        );
    }

    #[test]
    fn a_line_set_apart_is_read_once() {
        assert_eq!(
            texts(
                "“The dam will hold for a hundred years,” Ana Lee said.\n\n“The dam will hold for a hundred years.”\n\nThe \
                 town is quiet."
            ),
            ["Ana Lee said: “The dam will hold for a hundred years”."]
        );
    }
}
