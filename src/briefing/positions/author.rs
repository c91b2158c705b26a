//! The author's own judgements in opinion pieces: sentences that weigh, foresee or demand and that nobody else is
//! given for.

use std::collections::BTreeSet;
use std::ops::Range;

use super::claim::{Claim, Manner};
use super::hanging::hangs_on_another;
use super::lexicon::{Polarity, Strength};
use super::occasion::is_day;
use super::view::View;
use crate::briefing::phrase::{Cut, Writer};
use crate::briefing::{Act, Genre, judgement, turns};
use crate::document::BlockKind;
use crate::language::{Deprel, Upos};
use crate::text::TextRange;

/// A judgement of this weight could not be plainer.
const PLAIN: u32 = 6;

const MODALS: &[&str] =
    &["may", "might", "could", "should", "must", "ought", "would", "will", "cannot", "can"];

/// Claims of the author's, in the order of the text. What `claims` hold is somebody else's.
///
/// A speech is its speaker's from end to end: there every sentence that states something counts. In an interview the
/// judgements are those of whoever answers.
pub(super) fn find(view: &View<'_>, claims: &[Claim], genre: Genre) -> Vec<Claim> {
    let mut taken: Vec<TextRange> = claims
        .iter()
        .flat_map(|claim| claim.content.iter().copied().chain(claim.cue_range))
        .collect();
    taken.sort_unstable();
    let reporting: BTreeSet<usize> = claims.iter().filter_map(|claim| claim.cue).collect();
    // An analysis is a report in part: there only what judges plainly is its author's.
    let least = match genre {
        Genre::Analysis => PLAIN - 2,
        Genre::Interview => 3,
        _ => 2,
    };
    let start = if genre == Genre::Speech { view.speech_start() } else { 0 };
    let mut found = Vec::new();
    for (idx, sentence) in view.analysis.sentences.iter().enumerate() {
        let block = view.document.blocks().get(sentence.block).map(|block| block.kind);
        if !matches!(block, Some(BlockKind::Paragraph | BlockKind::Quote | BlockKind::ListItem)) {
            continue;
        }
        let Some(root) = turns::root(view.document, view.analysis, idx) else { continue };
        let first = taken.partition_point(|range| range.end() <= sentence.range.start());
        let others = taken[first..].iter().take_while(|range| range.start() < sentence.range.end());
        let held: usize = others.map(|range| range.len()).sum();
        // A sentence that is half somebody else's, or that tells what he says, is no judgement of the author's.
        if held * 2 > sentence.range.len()
            || (genre != Genre::Speech && (reporting.contains(&root) || reports(view, root)))
            || view.quotation(root).is_some() && !view.is_quoted_answer(root)
            // "... “Milk. We drink it” is a slogan": cut within the marks, a sentence says something else.
            || view.quotation(sentence.tokens.start).is_some_and(|idx| {
                let quotation = view.analysis.quotations.get(idx);
                quotation.is_some_and(|it| it.range.start() < sentence.range.start())
            }) && !view.is_quoted_answer(root)
            || sentence.tokens.start < start
            || (genre == Genre::Interview
                && (!view.is_answer(root) || points_back(view, root) || gives_reason(view, root)))
            || hangs_on_another(view, root, sentence.tokens.clone())
            || (genre == Genre::Speech && matches!(view.lemma(root), "thank" | "yield"))
            || (weight(view, root, sentence.tokens.clone()) < least
                && !(genre == Genre::Speech && states(view, root, sentence.tokens.clone())))
        {
            continue;
        }
        // Not the name before an answer.
        let label = view.document.turn_of(sentence.block).filter(|_| genre == Genre::Interview);
        let own = label.map_or(sentence.tokens.start, |label| {
            view.analysis.tokens_in(label).end.max(sentence.tokens.start)
        });
        let own = if view.is(own, ":") { own + 1 } else { own };
        let Some(content) = view.trimmed(own..sentence.tokens.end) else { continue };
        found.push(Claim {
            cue: None,
            cue_range: None,
            // "We have held free elections": the state's, for which the speaker stands.
            holder: view.analysis.subject(root).filter(|&subject| view.is_for_state(subject)),
            via: None,
            content: vec![content],
            tail: None,
            head: Some(root),
            act: Act::Believes,
            polarity: Polarity::Neutral,
            manner: Manner::Author,
        });
    }
    found
}

/// How much of the author's sentence is told: not its [`remarks`].
pub(super) fn cut(view: &View<'_>, writer: &Writer<'_>, claim: &Claim) -> Cut {
    if remarks(view, writer, claim).is_empty() { Cut::Nothing } else { Cut::Remarks }
}

/// What of the author's sentence is his view, without its [`remarks`]. `None` where that is all of it.
pub(super) fn core(view: &View<'_>, writer: &Writer<'_>, claim: &Claim) -> Option<Vec<TextRange>> {
    let gone = remarks(view, writer, claim);
    let [sentence] = claim.content[..] else { return None };
    let core = view.stretch(view.analysis.tokens_in(sentence), &gone);
    (!gone.is_empty() && !core.is_empty()).then_some(core)
}

/// The words of the remarks that commas set off in the author's sentence, and their marks; none where one of them
/// judges, as `which may cost votes` does. No circumstance is one: a view may hold in it alone.
fn remarks(view: &View<'_>, writer: &Writer<'_>, claim: &Claim) -> Vec<Range<usize>> {
    let ([sentence], Some(head)) = (&claim.content[..], claim.head) else { return Vec::new() };
    let tokens = view.analysis.tokens_in(*sentence);
    let kept = writer.kept(head, Cut::Remarks, |token| tokens.contains(&token));
    let gone: Vec<usize> = tokens.filter(|token| !kept.contains(token)).collect();
    let judged = gone
        .iter()
        .any(|&token| judges(view, token) || view.xpos(token) == "MD" || view.is(token, "means"));
    // "the News-Wall poll": no mark sets off what follows a hyphen.
    let joined = gone.iter().any(|&token| {
        let first = token > 0 && !gone.contains(&(token - 1));
        first
            && view.upos(token) != Upos::Punct
            && view.range(token - 1).end() == view.range(token).start()
    });
    if judged || joined {
        return Vec::new();
    }
    gone.into_iter().map(|token| token..token + 1).collect()
}

/// Whether a clause is said of something that only the sentences before it name: `That's a mistake`.
fn points_back(view: &View<'_>, root: usize) -> bool {
    let back = &["it", "that", "this", "they", "these", "those", "he", "she"];
    view.analysis.subject(root).is_some_and(|subject| view.is_one_of(subject, back))
}

/// Whether a sentence is but the reason for something that the question tells: `Because the toll is too high.`
fn gives_reason(view: &View<'_>, root: usize) -> bool {
    let first = view.sentence(root).find(|&token| view.is_word(token));
    first.is_some_and(|first| view.is(first, "because") && view.head(first) == Some(root))
}

/// Whether a sentence states something, and more than a greeting.
fn states(view: &View<'_>, root: usize, tokens: std::ops::Range<usize>) -> bool {
    let words = tokens.clone().filter(|&token| view.is_word(token)).count();
    words >= 7 && view.is_finite(root) && !view.is(tokens.end - 1, "?")
}

/// Whether a word judges, wherever it stands.
fn judges(view: &View<'_>, token: usize) -> bool {
    judgement::is_any(view.upos(token), &view.lower(token), view.lemma(token))
}

/// How much of a judgement of the author's the sentence around `place` is, 0 to 1.
pub(super) fn strength(view: &View<'_>, place: TextRange) -> f32 {
    let token = view.analysis.tokens_in(place).start;
    let sentence = view.analysis.sentence_of(token);
    let root = view.analysis.root(sentence);
    let weight = root.map_or(0, |root| weight(view, root, view.sentence(token)));
    (weight as f32 / PLAIN as f32).min(1.0)
}

/// Whether a person or a body does what a verb of reporting says: `the mayor calls that a start`.
fn reports(view: &View<'_>, root: usize) -> bool {
    view.is_cue(root)
        && view.analysis.subject(root).is_some_and(|subject| {
            view.named(subject).is_some() && view.suits(subject, Strength::Person)
        })
}

/// How much of a judgement a sentence is.
fn weight(view: &View<'_>, root: usize, tokens: std::ops::Range<usize>) -> u32 {
    let length = tokens.clone().filter(|&token| view.is_word(token)).count();
    if length < 5 || view.is(tokens.end - 1, "?") {
        return 0;
    }
    if judgement::is_anecdote(view.document, view.analysis, root) {
        return 0;
    }
    let predicates = || std::iter::once(root).chain(view.analysis.children_as(root, Deprel::Conj));
    let modal = predicates().any(|head| {
        view.children(head)
            .any(|child| view.deprel(child) == Deprel::Aux && view.is_one_of(child, MODALS))
    });
    let judged = predicates().any(|head| {
        let copular = view.child(head, Deprel::Cop).is_some();
        let word = view.lower(head);
        (copular
            && (judgement::is_word(&word)
                || judgement::is_word(view.lemma(head))
                || matches!(view.xpos(head), "JJS" | "JJR")))
            || (view.upos(head) == Upos::Verb && judgement::is_verb(view.lemma(head)))
    });
    let copular_noun = view.child(root, Deprel::Cop).is_some()
        && matches!(view.upos(root), Upos::Noun | Upos::Adj);
    let coloured = tokens
        .clone()
        .any(|token| view.upos(token) == Upos::Adv && judgement::is_adverb(&view.lower(token)));
    let dated =
        tokens.clone().any(|token| view.upos(token) == Upos::Num && view.word(token).len() == 4);
    let counted = tokens.clone().any(|token| view.upos(token) == Upos::Num || is_day(view, token));
    // What holds now and is nobody else's: news tell in the past. Days and figures are facts.
    let present =
        if counted { 0 } else { predicates().map(|head| present(view, head)).max().unwrap_or(0) };
    let adjective = view.child(root, Deprel::Cop).is_some() && view.upos(root) == Upos::Adj;
    let words = tokens.clone().filter(|&token| judges(view, token)).count() as u32;
    let mut weight = present + u32::from(adjective) + words.min(2);
    weight += 2 * u32::from(modal)
        + 2 * u32::from(judged)
        + u32::from(copular_noun)
        + u32::from(coloured);
    weight.saturating_sub(u32::from(dated))
}

/// How much the present of a predicate weighs: what the writer does himself (`I take the ferry`) is no view.
fn present(view: &View<'_>, head: usize) -> u32 {
    let now = |token: usize| matches!(view.xpos(token), "VBZ" | "VBP");
    let helper = view.children(head).find(|&child| {
        matches!(view.deprel(child), Deprel::Aux | Deprel::AuxPass | Deprel::Cop) && now(child)
    });
    let does = helper.is_none() && view.upos(head) == Upos::Verb;
    let own = view.analysis.subject(head).is_some_and(|subject| view.is(subject, "I"));
    let counts = helper.is_some() || (now(head) && !(does && own));
    2 * u32::from(counts)
}

#[cfg(test)]
mod tests {
    use crate::briefing::{actors, positions};
    use crate::language;
    use crate::testing::document;

    /// The sentences of a commentary that are its author's own.
    fn views(text: &str) -> Vec<String> {
        let text = format!("{text}\n\nThe views expressed here are those of the author.");
        let document = document(&text);
        let analysis = language::analyze(&document);
        let cast = actors::find(&document, &analysis);
        positions::find(&document, &analysis, &cast)
            .iter()
            .filter(|position| position.holder == crate::briefing::Holder::Author)
            .map(|position| position.content[0].slice(&text).to_owned())
            .collect()
    }

    #[test]
    fn as_one_grows_so_does_the_other() {
        let text = "The new toll is incoherent. As the number of children grows, so does the number of adults.\n\nThe views \
                    expressed here are those of the author.";
        let document = document(text);
        let analysis = language::analyze(&document);
        let cast = actors::find(&document, &analysis);
        let found = positions::find(&document, &analysis, &cast);
        assert_eq!(found[1].text, "As the number of children grows, so does the number of adults.");
    }

    #[test]
    fn what_the_author_does_himself_is_no_view() {
        assert_eq!(
            views(
                "The new toll is incoherent. I take the ferry to the old harbour. Nobody takes the harbour seriously. \
                 In the end I spent a night in the oldest jail of the land, which was horrible."
            ),
            ["The new toll is incoherent", "Nobody takes the harbour seriously"]
        );
    }

    #[test]
    fn what_holds_now_is_the_authors_and_what_happened_is_not() {
        assert_eq!(
            views(
                "The new toll is incoherent. The council met in the old hall on Monday. Nobody takes the harbour \
                 seriously. Tom Hall says that the toll works well."
            ),
            ["The new toll is incoherent", "Nobody takes the harbour seriously"]
        );
    }

    #[test]
    fn what_says_nothing_without_another_sentence_is_no_view() {
        assert_eq!(
            views(
                "The new toll is incoherent. That is true, and beside the point. The mayor should do two things. So does \
                 everyone who drives to work. Nobody takes the harbour seriously."
            ),
            ["The new toll is incoherent", "Nobody takes the harbour seriously"]
        );
    }

    #[test]
    fn what_others_points_are_is_no_view_of_the_author() {
        assert_eq!(
            views(
                "The new toll is incoherent. Critics make two points. One is that the toll hurts the poor. The other is that \
                 the paperwork is ruinous. On the second it is too early to judge. It hurts nobody. Nobody takes the \
                 harbour seriously."
            ),
            ["The new toll is incoherent", "Nobody takes the harbour seriously"]
        );
    }
}
