//! Which sentences stand in the summary, and which two share a point of it.

use super::weight::Candidate;

/// The bottom line and the points after it.
const MAX_POINTS: usize = 5;

/// Sentences in all those points.
const MAX_SENTENCES: usize = 8;

/// Words in all those sentences, as they are said: some eight sentences of the press.
pub(super) const MAX_WORDS: usize = 200;

/// Words of two sentences that share a point: one long sentence has no more.
const MAX_SHARED: usize = 60;

/// A shorter sentence says too little to take a place.
const MIN_WORDS: usize = 6;

/// Two sentences that share a point are no further apart in the running text.
const MAX_APART: usize = 3;

/// What a sentence loses for words that a chosen one has already; twice as much beyond half of them.
const REPETITION: f32 = 0.045;

/// What a sentence loses for each word, so that short ones leave room for others.
const LENGTH: f32 = 0.0015;

/// The points in reading order, each of one or two of the candidates, by their places in the list: the bottom line,
/// which is the best sentence or `lead`; behind the best
/// sentence the core; and the others, each chosen for what it adds, in the order of
/// the text.
///
/// Before them stands a headline of `headline` words, if any.
pub(super) fn choose(
    candidates: &[Candidate<'_>],
    lead: Option<usize>,
    headline: usize,
) -> Vec<Vec<usize>> {
    let most = MAX_POINTS - usize::from(headline > 0);
    let mut chosen: Vec<usize> = lead.into_iter().collect();
    let tells = |idx: usize| candidates[idx].whole && candidates[idx].words >= MIN_WORDS;
    let stands = |idx: usize| tells(idx) && !candidates[idx].leans;
    let any = (0..candidates.len()).any(stands);
    while chosen.len() < MAX_SENTENCES {
        let room = MAX_WORDS.saturating_sub(
            headline + chosen.iter().map(|&idx| candidates[idx].words).sum::<usize>(),
        );
        let behind = |idx: usize| idx.checked_sub(1).is_some_and(|at| chosen.contains(&at));
        let mut open: Vec<(f32, usize)> = (0..candidates.len())
            .filter(|idx| !chosen.contains(idx))
            .filter(|&idx| !any || stands(idx) || tells(idx) && behind(idx))
            // Long first sentences do not stand alone.
            .filter(|&idx| chosen.len() < 3 || candidates[idx].words <= room)
            .map(|idx| (gain(candidates, &chosen, idx), idx))
            .collect();
        open.sort_by(|(a, first), (b, second)| b.total_cmp(a).then(first.cmp(second)));
        let best = open.into_iter().map(|(_, idx)| idx).find(|&idx| {
            let with: Vec<usize> = chosen.iter().copied().chain([idx]).collect();
            points(candidates, &in_order(with), most).is_some()
        });
        match best {
            Some(idx) => chosen.push(idx),
            None => break,
        }
    }
    let mut points = points(candidates, &in_order(chosen), most).unwrap_or_default();
    // What follows a lead tells more of it.
    if lead.is_none()
        && let Some(at) = core(candidates, &points)
    {
        points[1..=at].rotate_right(1);
    }
    points
}

/// The point that a reader who stops early should still see: behind the bottom line, the one whose first words the others
/// share most. None that goes on from the one before it, or that the one behind it goes on from.
fn core(candidates: &[Candidate<'_>], points: &[Vec<usize>]) -> Option<usize> {
    let first =
        |at: usize| points.get(at).and_then(|point| point.first()).map(|&idx| &candidates[idx]);
    let goes_on = |at: usize| first(at).is_some_and(|it| it.leans || it.contrasts());
    let rank = |at: usize| first(at).map_or(0.0, Candidate::rank);
    // Nothing comes between the bottom line and what goes on from it.
    (1..points.len())
        .filter(|_| !goes_on(1))
        .filter(|&at| !goes_on(at) && !goes_on(at + 1))
        .max_by(|&a, &b| rank(a).total_cmp(&rank(b)).then(b.cmp(&a)))
}

fn gain(candidates: &[Candidate<'_>], chosen: &[usize], idx: usize) -> f32 {
    let candidate = &candidates[idx];
    let repeated =
        chosen.iter().map(|&other| candidate.repeats(&candidates[other])).fold(0.0, f32::max);
    candidate.weight()
        - LENGTH * candidate.words as f32
        - REPETITION * (repeated + 2.0 * (repeated - 0.5).max(0.0))
}

/// The first stays the first.
fn in_order(mut chosen: Vec<usize>) -> Vec<usize> {
    if let Some(rest) = chosen.get_mut(1..) {
        rest.sort_unstable();
    }
    chosen
}

/// The sentences as at most `most` points: as many neighbours as needed share one, those with the fewest words. `None`
/// where too few can.
fn points(candidates: &[Candidate<'_>], order: &[usize], most: usize) -> Option<Vec<Vec<usize>>> {
    let needed = order.len().saturating_sub(most);
    let shared = |at: usize| candidates[order[at]].words + candidates[order[at + 1]].words;
    let fits = |at: usize| {
        order[at] < order[at + 1]
            && order[at + 1] - order[at] <= MAX_APART
            && shared(at) <= MAX_SHARED
    };
    // Each way to draw pairs: bit `at` joins a sentence with the next one. There are at most eight sentences.
    let joined = |pairs: u32, at: usize| (pairs >> at) & 1 == 1;
    let pairs = (0..(1u32 << order.len().saturating_sub(1)))
        .filter(|pairs| pairs.count_ones() as usize == needed && pairs & (pairs << 1) == 0)
        .filter(|&pairs| (0..order.len()).all(|at| !joined(pairs, at) || fits(at)))
        .min_by_key(|&pairs| {
            (0..order.len()).filter(|&at| joined(pairs, at)).map(shared).sum::<usize>()
        })?;
    let mut points: Vec<Vec<usize>> = Vec::new();
    for (at, &idx) in order.iter().enumerate() {
        match points.last_mut() {
            Some(point) if at > 0 && joined(pairs, at - 1) => point.push(idx),
            _ => points.push(vec![idx]),
        }
    }
    Some(points)
}
