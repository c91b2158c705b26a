//! Which sentences stand in the summary, and in which order.

use super::weight::{Candidate, Tie};

/// Points, each of one sentence: the bottom line and four more for a busy reader, and those for whoever reads on.
pub const FEW_POINTS: usize = 5;
const MAX_POINTS: usize = 10;

/// Words in all those sentences, without what may go: some eight sentences of the press.
pub(super) const MAX_WORDS: usize = 200;

/// A shorter sentence says too little to take a place.
const MIN_WORDS: usize = 6;

/// What a sentence loses for words that a chosen one has already; twice as much beyond half of them.
const REPETITION: f32 = 0.045;

/// What a sentence loses for each word, so that short ones leave room for others.
const LENGTH: f32 = 0.0015;

/// What a sentence loses that does not say whom a pronoun in it means, where the one before it is not there: `“I like
/// them,” Lee said`.
const UNNAMED: f32 = 0.08;

/// The points in reading order, as places in the list of candidates: the bottom line, which is the best sentence or
/// `lead`; behind the best sentence the core; the others of the first [`FEW_POINTS`], each chosen for what it adds, in the
/// order of the text; and then the rest, in that order too.
///
/// Before them stands a headline of `headline` words, if any.
pub(super) fn choose(
    candidates: &[Candidate<'_>],
    lead: Option<usize>,
    headline: usize,
) -> Vec<usize> {
    let most = MAX_POINTS - usize::from(headline > 0);
    let mut chosen: Vec<usize> = lead.into_iter().collect();
    let tells = |idx: usize| candidates[idx].whole && candidates[idx].words >= MIN_WORDS;
    let stands = |idx: usize| tells(idx) && !candidates[idx].leans();
    let any = (0..candidates.len()).any(stands);
    let starts = |idx: usize| stands(idx) && candidates[idx].tie == Tie::None;
    let any_starts = (0..candidates.len()).any(starts);
    let few = FEW_POINTS - usize::from(headline > 0);
    while chosen.len() < most {
        // What goes on from a sentence stands right behind it.
        let group = if chosen.len() < few { 0 } else { few };
        let room = MAX_WORDS.saturating_sub(
            headline + chosen.iter().map(|&idx| candidates[idx].words).sum::<usize>(),
        );
        let behind =
            |idx: usize| idx.checked_sub(1).is_some_and(|at| chosen[group..].contains(&at));
        let best = (0..candidates.len())
            .filter(|idx| !chosen.contains(idx))
            .filter(|&idx| !chosen.is_empty() || !any_starts || starts(idx))
            .filter(|&idx| !any || stands(idx) || tells(idx) && behind(idx))
            // Long first sentences do not stand alone.
            .filter(|&idx| chosen.len() < 3 || candidates[idx].words <= room)
            .filter_map(|idx| Some((gain(candidates, &chosen, idx)?, idx)))
            .max_by(|(a, first), (b, second)| a.total_cmp(b).then(second.cmp(first)));
        match best {
            Some((_, idx)) => chosen.push(idx),
            None => break,
        }
    }
    let rest = chosen.split_off(few.min(chosen.len()));
    let mut points = in_order(candidates, chosen);
    // What follows a lead tells more of it.
    if lead.is_none()
        && let Some(at) = core(candidates, &points)
    {
        points[1..=at].rotate_right(1);
    }
    let mut rest = rest;
    rest.sort_unstable();
    points.extend(rest);
    points
}

/// The point that a reader who stops early should still see: behind the bottom line, the one whose words the others share
/// most. None that goes on from the one before it, or that the one behind it goes on from.
fn core(candidates: &[Candidate<'_>], points: &[usize]) -> Option<usize> {
    let goes_on = |at: usize| {
        points.get(at).is_some_and(|&idx| candidates[idx].leans() || candidates[idx].contrasts())
    };
    let rank = |at: usize| candidates[points[at]].rank();
    // Nothing comes between the bottom line and what goes on from it.
    (1..points.len())
        .filter(|_| !goes_on(1))
        .filter(|&at| !goes_on(at) && !goes_on(at + 1))
        .max_by(|&a, &b| rank(a).total_cmp(&rank(b)).then(b.cmp(&a)))
}

/// `None` where it says what a chosen one says.
fn gain(candidates: &[Candidate<'_>], chosen: &[usize], idx: usize) -> Option<f32> {
    let candidate = &candidates[idx];
    let repeated =
        chosen.iter().map(|&other| candidate.repeats(&candidates[other])).fold(0.0, f32::max);
    let new = !chosen.iter().any(|&other| candidate.says_again(&candidates[other]));
    new.then(|| {
        let weight = if chosen.is_empty() { candidate.weight() } else { candidate.weight_below() };
        let follows = idx.checked_sub(1).is_some_and(|before| chosen.contains(&before));
        let unnamed = if candidate.dangling && !follows { UNNAMED } else { 0.0 };
        weight
            - unnamed
            - LENGTH * candidate.words as f32
            - REPETITION * (repeated + 2.0 * (repeated - 0.5).max(0.0))
    })
}

/// The first stays the first; what leans on it stands right behind it.
fn in_order(candidates: &[Candidate<'_>], mut chosen: Vec<usize>) -> Vec<usize> {
    if let Some(rest) = chosen.get_mut(1..) {
        rest.sort_unstable();
    }
    let Some(&first) = chosen.first() else { return chosen };
    let behind = (1..).take_while(|away| {
        let idx = first + away;
        chosen.contains(&idx) && candidates[idx].leans()
    });
    let follow: Vec<usize> = behind.map(|away| first + away).collect();
    chosen.retain(|idx| !follow.contains(idx));
    chosen.splice(1..1, follow);
    chosen
}

#[cfg(test)]
mod tests {
    use super::super::article::Article;
    use super::super::weight::candidates;
    use super::*;
    use crate::briefing::actors;
    use crate::language::analyze;
    use crate::testing;

    #[test]
    fn whom_nobody_names_and_why_it_was_tell_beside_the_words() {
        let document = testing::document(
            "The council of Selm closed the old harbour. The guild left the town. The mayor resigned because the council of \
             Selm closed the harbour.",
        );
        let analysis = analyze(&document);
        let cast = actors::find(&document, &analysis);
        let mut found = candidates(&mut Article::new(&document, &analysis), &cast, &[], &[], &[]);
        assert_eq!(found.len(), 3);
        assert!(found[2].weight_below() > found[2].weight());
        assert!(found[1].weight_below() <= found[1].weight());
        let named = [gain(&found, &[], 1), gain(&found, &[0], 1)];
        found[1].dangling = true;
        assert!(gain(&found, &[], 1) < named[0]);
        assert_eq!(gain(&found, &[0], 1), named[1]);
    }
}
