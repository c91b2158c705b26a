//! The article in a few sentences of its own: a bottom line, and what else must not be missed.
//!
//! `weight` says how much each sentence tells; here those that together cover the article are chosen,
//! cut to their core, and put in an order that reads well. No word is added but who is speaking.

mod weight;

use super::actors::Cast;
use super::genre::{self, Genre};
use super::phrase::piece::finish;
use super::phrase::{Cut, Writer};
use super::{ActorId, Evidence, Holder, Point, Position, Question};
use crate::document::Document;
use crate::language::Analysis;
use crate::text::one_line;

use weight::{Candidate, candidates, is_lead};

/// The bottom line and the sentences after it.
const N_POINTS: usize = 5;

/// What a sentence loses for words that a chosen one has already; twice as much beyond half of them.
const REPETITION: f32 = 0.08;

/// The bottom line, then the others in the order of the text.
pub(super) fn find(
    document: &Document,
    analysis: &Analysis,
    cast: &Cast,
    positions: &[Position],
    questions: &[Question],
) -> Vec<Point> {
    let genre = genre::of(document, analysis);
    let candidates = candidates(document, analysis, cast, positions, questions, genre);
    let lead = candidates
        .first()
        .is_some_and(|first| !genre.is_opinion() && is_lead(document, analysis, first.sentence));
    let chosen = choose(&candidates, lead);
    let writer = Writer::new(document.text(), analysis, cast);
    let mut known = Vec::new();
    let mut own_views = 0;
    chosen
        .iter()
        .filter_map(|&idx| {
            let sentence = &analysis.sentences[candidates[idx].sentence];
            let spoken = analysis
                .quotations
                .iter()
                .any(|quotation| quotation.range.overlaps(sentence.range));
            let first_person = sentence
                .tokens
                .clone()
                .any(|token| matches!(analysis.word(document, token), "I" | "my" | "My" | "me"));
            let own_view = genre == Genre::Commentary
                && !spoken
                && !first_person
                && positions.iter().any(|position| {
                    position.holder == Holder::Author
                        && position.content.iter().any(|&place| sentence.range.overlaps(place))
                });
            let says = match (own_view, own_views) {
                (false, _) => None,
                (true, 0) => Some("in the author’s view,"),
                (true, _) => Some("the author also holds that"),
            };
            own_views += usize::from(own_view);
            let text = text(&writer, candidates[idx].sentence, says, &mut known)?;
            Some(Point { text, evidence: Evidence::one(sentence.range)? })
        })
        .collect()
}

/// The best sentence first; the others, each chosen for what it adds, in the order of the text.
/// A report's lead is its bottom line.
fn choose(candidates: &[Candidate<'_>], lead: bool) -> Vec<usize> {
    let mut chosen: Vec<usize> = if lead { vec![0] } else { Vec::new() };
    while chosen.len() < N_POINTS {
        let best = (0..candidates.len())
            .filter(|idx| !chosen.contains(idx))
            .map(|idx| (gain(candidates, &chosen, idx), idx))
            .max_by(|(a, first), (b, second)| a.total_cmp(b).then(second.cmp(first)));
        match best {
            Some((_, idx)) => chosen.push(idx),
            None => break,
        }
    }
    if let Some(rest) = chosen.get_mut(1..) {
        rest.sort_unstable();
    }
    chosen
}

fn gain(candidates: &[Candidate<'_>], chosen: &[usize], idx: usize) -> f32 {
    let candidate = &candidates[idx];
    let repeated =
        chosen.iter().map(|&other| candidate.repeats(&candidates[other])).fold(0.0, f32::max);
    candidate.weight - REPETITION * (repeated + 2.0 * (repeated - 0.5).max(0.0))
}

/// The sentence cut to what matters; as it stands where the tree gives no clause to cut.
fn text(
    writer: &Writer<'_>,
    sentence: usize,
    says: Option<&str>,
    known: &mut Vec<ActorId>,
) -> Option<String> {
    let analysis = writer.tree.analysis;
    let range = analysis.sentences.get(sentence)?.range;
    let whole = || one_line(range.slice(writer.tree.text));
    let Some(root) = analysis.root(sentence) else { return Some(whole()) };
    let whole_clause =
        writer.tree.finite(root).is_some() && writer.tree.understood_subject(root).is_some();
    let mut said = known.clone();
    let cut = if whole_clause { Cut::Asides } else { Cut::Nothing };
    let line = writer.sentence(root, cut, &mut said)?;
    *known = said;
    let mark = if range.slice(writer.tree.text).ends_with('?') { '?' } else { '.' };
    // In a commentary it is said whose view it is.
    let said = says.map_or_else(|| line.text.clone(), |says| format!("{says} {}", line.text));
    Some(finish(&said, mark))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::briefing::{actors, positions};
    use crate::language::analyze;
    use crate::testing;

    fn summary(text: &str) -> Vec<String> {
        let document = testing::document(text);
        let analysis = analyze(&document);
        let cast = actors::find(&document, &analysis);
        let positions = positions::find(&document, &analysis, &cast);
        let points = find(&document, &analysis, &cast, &positions, &[]);
        points.into_iter().map(|point| point.text).collect()
    }

    #[test]
    fn the_lead_is_the_bottom_line_without_its_asides() {
        let points = summary(
            "The council, which met in the old theatre, voted on Monday to close the harbour for a year.\n\n\
             Fishermen said the decision would ruin them. A court will hear their complaint in June.",
        );
        assert_eq!(
            points.first().map(String::as_str),
            Some("The council voted on Monday to close the harbour for a year.")
        );
    }

    #[test]
    fn a_condition_and_who_says_it_stay() {
        let points = summary(
            "The truce will hold, officials said on Sunday, if both armies leave the valley by the end of May.",
        );
        let line = points.first().map(String::as_str).unwrap_or_default();
        assert!(line.contains("officials said") && line.contains("if both armies leave"), "{line}");
    }

    #[test]
    fn an_empty_text_has_no_summary() {
        assert_eq!(summary(""), Vec::<String>::new());
    }
}
