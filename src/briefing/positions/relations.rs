//! How positions stand to each other: who holds the opposite of what somebody else holds, and which position takes the
//! place of an earlier one of the same holder.
//!
//! Both are told from the words that two positions share and from the side that each takes. A link is missing rather
//! than wrong: positions of holders who are not known are not compared.

use std::collections::BTreeSet;

use super::view::View;
use crate::briefing::{Act, Certainty, Holder, Position};
use crate::language::Upos;

/// Words at a cue that put what was held into the past.
const PAST: &[&str] = &[
    "previously",
    "once",
    "initially",
    "originally",
    "earlier",
    "formerly",
    "first",
    "repeatedly",
    "long",
    "used",
];

/// Words at a cue that tell a change of mind.
const CHANGE: &[&str] = &[
    "now",
    "longer",
    "finally",
    "later",
    "concede",
    "admit",
    "acknowledge",
    "reverse",
    "backtrack",
    "retract",
    "relent",
    "recant",
    "since",
];

/// Words that tell nothing of the matter.
const EMPTY: &[&str] = &[
    "be", "have", "do", "go", "make", "take", "get", "say", "would", "thing", "time", "year",
    "way", "people", "other", "such", "new", "more", "many", "much",
];

/// Which side of its matter a position takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    For,
    Against,
    /// Doubts, asks, leaves open.
    Open,
}

/// Links the positions of an article, given in the order of the text.
pub(super) fn link(view: &View<'_>, positions: &mut [Position]) {
    let matters: Vec<BTreeSet<&str>> =
        positions.iter().map(|position| matter(view, position)).collect();
    let mut opposed: Vec<Vec<usize>> = vec![Vec::new(); positions.len()];
    let mut replaces: Vec<Option<usize>> = vec![None; positions.len()];
    for (second, later) in positions.iter().enumerate() {
        for (first, earlier) in positions.iter().enumerate().take(second) {
            let (Holder::Actor(a), Holder::Actor(b)) = (earlier.holder, later.holder) else {
                continue;
            };
            let common = Common::of(&matters[first], &matters[second]);
            if a != b {
                if common.is_same() && are_opposed(earlier, later) {
                    opposed[first].push(second);
                    opposed[second].push(first);
                }
            } else if let Some(old_is_first) = change(view, earlier, later, &common) {
                let (old, new) = if old_is_first { (first, second) } else { (second, first) };
                replaces[new].get_or_insert(old);
            }
        }
    }
    for ((position, opposed), replaces) in positions.iter_mut().zip(opposed).zip(replaces) {
        position.opposed = opposed;
        position.replaces = replaces;
    }
}

/// What two matters have in common.
struct Common {
    shared: usize,
    shorter: usize,
}

impl Common {
    fn of(a: &BTreeSet<&str>, b: &BTreeSet<&str>) -> Self {
        Self { shared: a.intersection(b).count(), shorter: a.len().min(b.len()) }
    }

    /// Whether both are about one thing: `the wall` and `the wall`, `the army took the town` and `the army did not
    /// take the town`.
    fn is_same(&self) -> bool {
        let enough = if self.shorter <= 2 { self.shorter } else { 2 };
        self.shorter > 0 && self.shared >= enough && self.shared * 3 >= self.shorter * 2
    }

    fn is_near(&self) -> bool {
        self.shared >= 2 && self.shared * 5 >= self.shorter * 2
    }
}

/// The lemmas of what is said that tell what it is about.
fn matter<'a>(view: &View<'a>, position: &Position) -> BTreeSet<&'a str> {
    position
        .content
        .iter()
        .flat_map(|range| view.analysis.tokens_in(*range))
        .filter(|&token| {
            matches!(view.upos(token), Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj)
        })
        .map(|token| view.lemma(token))
        .filter(|lemma| !EMPTY.contains(lemma))
        .collect()
}

fn side(position: &Position) -> Side {
    match (position.act, position.certainty) {
        (Act::Asks, _) | (_, Certainty::Hedged | Certainty::Conditional) => Side::Open,
        (Act::Supports, _) => Side::For,
        (Act::Opposes | Act::Denies, _) | (_, Certainty::Negated) => Side::Against,
        _ => Side::For,
    }
}

/// Whether two positions on one thing take opposite sides.
fn are_opposed(a: &Position, b: &Position) -> bool {
    let opposite =
        matches!((side(a), side(b)), (Side::For, Side::Against) | (Side::Against, Side::For));
    // "supports the tax" and "said the tax did not rise" share a word and no quarrel.
    let attitude = |position: &Position| {
        matches!(position.act, Act::Supports | Act::Opposes | Act::Demands | Act::Promises)
    };
    let comparable = attitude(a) == attitude(b) || a.act == Act::Denies || b.act == Act::Denies;
    opposite && comparable && (a.cue.is_none() || a.cue != b.cue)
}

/// Whether one of two positions of the same holder took the place of the other: `Some(true)` where the first in the
/// text is the old one.
fn change(view: &View<'_>, first: &Position, second: &Position, common: &Common) -> Option<bool> {
    let told = |position: &Position, words: &[&str]| has_at_cue(view, position, words);
    let sentence = |position: &Position| {
        view.analysis
            .tokens_in(position.evidence.first())
            .next()
            .map(|at| view.analysis.sentence_of(at))
    };
    let together = sentence(first) == sentence(second);
    let opposite = matches!(
        (side(first), side(second)),
        (Side::For, Side::Against) | (Side::Against, Side::For)
    );
    if told(first, PAST) && (told(second, CHANGE) || opposite) && (together || common.is_near()) {
        return Some(true);
    }
    if told(second, PAST) && !told(first, PAST) && opposite && common.is_near() {
        return Some(false);
    }
    (told(second, CHANGE) && opposite && common.is_near()).then_some(true)
}

/// Whether one of the words belongs to the cue of a position.
fn has_at_cue(view: &View<'_>, position: &Position, words: &[&str]) -> bool {
    let Some(cue) = position.cue else { return false };
    let tokens = view.analysis.tokens_in(cue);
    (tokens.start.saturating_sub(1)..tokens.end)
        .any(|token| view.is_one_of(token, words) || words.contains(&view.lemma(token)))
}

#[cfg(test)]
mod tests {
    use crate::briefing::{Position, actors, positions};
    use crate::language;
    use crate::testing::document;

    fn found(text: &str) -> Vec<Position> {
        let document = document(text);
        let analysis = language::analyze(&document);
        let cast = actors::find(&document, &analysis);
        positions::find(&document, &analysis, &cast)
    }

    #[test]
    fn who_backs_and_who_opposes_one_thing_are_linked() {
        let positions = found(
            "Ana Lee supports the new tax on sugar. Tom Ruiz opposes the new tax on sugar. Ana Lee met Tom Ruiz.",
        );
        assert_eq!(positions.len(), 2, "{positions:?}");
        assert_eq!(positions[0].opposed, [1]);
        assert_eq!(positions[1].opposed, [0]);
    }

    #[test]
    fn what_two_say_of_different_things_is_no_quarrel() {
        let positions = found(
            "Ana Lee supports the new tax on sugar. Tom Ruiz opposes the old bridge. Ana Lee met Tom Ruiz.",
        );
        assert!(positions.iter().all(|position| position.opposed.is_empty()), "{positions:?}");
    }

    #[test]
    fn what_was_held_before_gives_way_to_what_is_conceded() {
        let positions = found(
            "Ana Lee previously denied that the bank had lost money. Lee conceded on Monday that the bank had lost money.",
        );
        assert_eq!(positions.len(), 2, "{positions:?}");
        assert_eq!(positions[1].replaces, Some(0));
        assert_eq!(positions[0].replaces, None);
    }
}
