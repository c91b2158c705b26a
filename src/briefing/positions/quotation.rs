//! Words in quotation marks: which of them are speech, and by what cue.
//!
//! A quotation that is a part of a reported clause is left to the clause; terms and scare quotes are left alone.

use super::beside::{attributed, cue_of, narrative_before, quote_frame_of};
use super::claim::{Claim, Manner};
use super::lexicon::{Polarity, Strength};
use super::mixed;
use super::subject::subject;
use super::view::View;
use crate::briefing::Act;
use crate::language::{Deprel, Quotation, Upos};
use crate::text::TextRange;

/// Quotations that follow each other are one position up to this length.
const MAX_TOKENS: usize = 60;

/// A quotation of more words than this is shown in parts.
const LONG: usize = 36;

/// What has fewer words is no part of its own.
const SHORT: usize = 18;

/// The claims that quotations make, in the order of the text. `claims` are those found so far: what they hold is
/// spoken for.
pub(super) fn find(view: &View<'_>, claims: &[Claim]) -> Vec<Claim> {
    let mut found: Vec<Claim> = Vec::new();
    // Where the last quotation of speech ended, and which claim it belongs to.
    let mut last: Option<Last> = None;
    for (idx, quotation) in view.analysis.quotations.iter().enumerate() {
        let quotation = &bounded(view, quotation);
        if quotation.depth > 0 || !is_speech(view, quotation) || is_setting(view, quotation) {
            continue;
        }
        let block = view.document.block_at(quotation.range.start());
        // An answer in marks is read as one without.
        if view.is_quoted_answer(view.analysis.tokens_in(quotation.range).start) {
            last = None;
            continue;
        }
        let ended = |claim: &Claim, own| {
            let end = quotation.range.end();
            Last { block, end, idx, claim: claim.clone(), own }
        };
        // The turn of a transcript, in marks as a whole.
        let turn = |claim: &Claim| {
            claim.manner == Manner::Label
                && claim.content.iter().any(|range| range.overlaps(quotation.range))
        };
        if claims.iter().any(turn) {
            last = None;
            continue;
        }
        // A clause with a quotation in it holds more than the quotation.
        let words = inner(view, quotation.range);
        let holds = |claim: &&Claim| claim.covers(words) && !is_quoted(view, claim);
        // Of several, the one whose own words they are: not "as the paper reported" around it.
        if let Some(claim) = claims.iter().filter(holds).min_by_key(|claim| claim.len()) {
            last = Some(ended(claim, None));
            continue;
        }
        if let Some(cue) = cue_of(view, quotation) {
            // Two quotations around one cue: "A," he said. "B."
            if let Some(before) =
                found.iter_mut().rev().take(2).find(|claim| claim.cue == Some(cue.verb))
            {
                before.content.push(quotation.range);
                last = last.map(|last| Last { end: quotation.range.end(), idx, ..last });
                continue;
            }
            let claim = cue.claim(mixed::widened(view, quotation, cue.verb));
            last = Some(ended(&claim, Some(found.len())));
            found.push(claim);
            continue;
        }
        if let Some(before) = last.clone().filter(|last| goes_on(view, quotation, last, block)) {
            // One position is no longer than a reader takes in at a glance.
            let room = |own: &usize| {
                let words = |range: &TextRange| view.analysis.tokens_in(*range).len();
                found[*own].content.iter().map(words).sum::<usize>() + words(&quotation.range)
                    <= MAX_TOKENS
            };
            let own = before.own.filter(room);
            if let Some(own) = own {
                found[own].content.push(quotation.range);
            } else {
                found.push(Claim {
                    content: vec![quotation.range],
                    tail: None,
                    head: None,
                    act: Act::Says,
                    polarity: Polarity::Neutral,
                    manner: Manner::Quotation,
                    cue: None,
                    cue_range: None,
                    ..before.claim.clone()
                });
            }
            let own = own.or(Some(found.len() - 1));
            last = Some(Last { block, end: quotation.range.end(), idx, own, ..before });
            continue;
        }
        if let Some(claim) = introduced(view, quotation) {
            last = Some(ended(&claim, Some(found.len())));
            found.push(claim);
        }
    }
    found
}

/// `In a letter to the "port friends," Ana Lee said she was ill`: a name in the words for where or to whom, and not what she
/// said.
fn is_setting(view: &View<'_>, quotation: &Quotation) -> bool {
    let tokens = view.analysis.tokens_in(inner(view, quotation.range));
    if tokens.clone().any(|token| view.has_tense(token)) {
        return false;
    }
    let says = |setting: usize| {
        view.child(setting, Deprel::Case).is_some_and(|case| case < tokens.start)
            && view.head(setting).is_some_and(|verb| {
                let behind = |child: usize| child > verb && view.deprel(child) == Deprel::Ccomp;
                setting < verb && view.children(verb).any(behind)
            })
    };
    view.analysis.head_of(tokens.clone()).is_some_and(|top| {
        std::iter::successors(Some(top), |&at| view.head(at))
            .take(6)
            .any(|at| view.deprel(at) == Deprel::Obl && says(at))
    })
}

/// A quotation to its block's end, or to two single marks that close it, where the mark that was taken for its end stands
/// beyond: nobody says a whole page because a mark was mistyped.
fn bounded(view: &View<'_>, quotation: &Quotation) -> Quotation {
    let range = quotation.range;
    let block = view.document.block_of(range.start());
    let end = block.map_or(range.end(), |block| block.range.end().min(range.end()));
    let text = TextRange::new(range.start(), end).slice(view.text());
    let mistyped = if text.starts_with('“') { text.find("’’") } else { None };
    let end = mistyped.map_or(end, |at| range.start() + at + "’’".len());
    Quotation { range: TextRange::new(range.start(), end), ..*quotation }
}

/// A long quotation as several positions, each of whole sentences: a reader takes in one statement at a time.
pub(super) fn parts(view: &View<'_>, claim: Claim) -> Vec<Claim> {
    let words = |range: &TextRange| {
        view.analysis.tokens_in(*range).filter(|&token| view.is_word(token)).count()
    };
    let total: usize = claim.content.iter().map(words).sum();
    if claim.manner != Manner::Quotation || total <= LONG {
        return vec![claim];
    }
    let mut groups: Vec<(usize, Vec<TextRange>)> = Vec::new();
    for piece in claim.content.iter().flat_map(|range| sentences_of(view, *range)) {
        let count = words(&piece);
        match groups.last_mut() {
            Some((size, pieces)) if *size < SHORT || count < SHORT => {
                *size += count;
                // Sentences of one quotation stay one stretch.
                match pieces.last_mut() {
                    Some(last) if is_blank_between(view, *last, piece) => *last = last.cover(piece),
                    _ => pieces.push(piece),
                }
            }
            _ => groups.push((count, vec![piece])),
        }
    }
    groups.into_iter().map(|(_, content)| Claim { content, ..claim.clone() }).collect()
}

/// Whether nothing but white space stands between two stretches.
fn is_blank_between(view: &View<'_>, first: TextRange, second: TextRange) -> bool {
    first.end() <= second.start()
        && TextRange::new(first.end(), second.start()).slice(view.text()).trim().is_empty()
        && view.document.block_at(first.start()) == view.document.block_at(second.start())
}

/// The sentences of a stretch, cut to it.
fn sentences_of(view: &View<'_>, range: TextRange) -> Vec<TextRange> {
    let sentences = view.analysis.sentences.iter().map(|sentence| sentence.range);
    let mut found: Vec<TextRange> = sentences
        .filter(|sentence| sentence.overlaps(range))
        .map(|sentence| {
            let (start, end) =
                (sentence.start().max(range.start()), sentence.end().min(range.end()));
            TextRange::new(start, end).trim(view.text())
        })
        .filter(|piece| piece.slice(view.text()).chars().any(char::is_alphanumeric))
        .collect();
    // Marks beyond the last sentence belong to it.
    if let Some(last) = found.last_mut() {
        *last = last.cover(TextRange::new(last.end(), range.end()).trim(view.text()));
    }
    if found.is_empty() { vec![range] } else { found }
}

#[derive(Clone)]
struct Last {
    block: Option<usize>,
    end: usize,
    idx: usize,
    claim: Claim,
    /// Its place among the claims of quotations.
    own: Option<usize>,
}

/// Without the marks, for comparing with contents that may lack one.
fn inner(view: &View<'_>, range: TextRange) -> TextRange {
    let tokens = view.analysis.tokens_in(range);
    let words: Vec<usize> = tokens.filter(|&token| view.is_word(token)).collect();
    match (words.first(), words.last()) {
        (Some(&first), Some(&last)) => view.range(first).cover(view.range(last)),
        _ => range,
    }
}

/// Whether all words of the content stand in quotation marks.
fn is_quoted(view: &View<'_>, claim: &Claim) -> bool {
    let mut words = claim
        .content
        .iter()
        .flat_map(|range| view.analysis.tokens_in(*range))
        .filter(|&token| view.is_word(token));
    words.all(|token| view.quotation(token).is_some())
}

/// A clause, or a sentence of its own: more than a term.
pub(super) fn is_speech(view: &View<'_>, quotation: &Quotation) -> bool {
    let tokens = view.analysis.tokens_in(quotation.range);
    let words = tokens.clone().filter(|&token| view.is_word(token)).count();
    let finite = tokens.clone().any(|token| view.has_tense(token));
    let text = quotation.range.slice(view.text());
    let ends = text
        .trim_end_matches(['”', '"', '’', '\'', '»'])
        .ends_with([',', '.', '!', '?', '…', '-', '—']);
    // "Meet the Press," is a title, whatever mark American printers put inside.
    let titled = words <= 5
        && !finite
        && tokens.clone().filter(|&token| view.is_word(token)).all(|token| {
            view.word(token)
                .starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit())
                || matches!(view.upos(token), Upos::Adp | Upos::Det | Upos::Cconj)
        })
        && view
            .analysis
            .quotations
            .get(view.quotation(tokens.start).unwrap_or(usize::MAX))
            .is_some()
        && !text.ends_with(['?', '!'])
        && words > 1;
    // "the “We can do it.” campaign": what it is called.
    let before = tokens.start.checked_sub(1).filter(|&before| view.is_word(before));
    let called = before.is_some_and(|before| matches!(view.xpos(before), "DT" | "PRP$" | "POS"))
        && view.upos(tokens.end) == Upos::Noun
        && !text.trim_end_matches(['”', '"', '’', '\'', '»']).ends_with(',');
    if titled || called {
        return false;
    }
    words > 0 && (ends || !quotation.closed || (finite && words >= 3) || words >= 6)
}

/// Whether the claim holds a quotation that its own words attribute to somebody else.
pub(super) fn hands_on(view: &View<'_>, claim: &Claim) -> bool {
    view.analysis.quotations.iter().any(|quotation| {
        quotation.depth == 0
            && claim.cue.is_some_and(|cue| view.quotation(cue).is_none())
            && claim.content.iter().any(|range| range.overlaps(quotation.range))
            && is_speech(view, quotation)
            && narrative_before(view, view.analysis.tokens_in(quotation.range).start)
                .is_some_and(|tokens| attributed(view, &tokens).is_some())
    })
}

/// Whether a quotation without a cue carries on what was quoted last.
fn goes_on(view: &View<'_>, quotation: &Quotation, last: &Last, block: Option<usize>) -> bool {
    let between = TextRange::new(last.end, quotation.range.start());
    let words = view.analysis.tokens_in(between).filter(|&token| view.is_word(token)).count();
    if quotation.continues {
        return true;
    }
    let fills = fills_sentences(view, quotation);
    if block == last.block {
        // After "...," he said.
        let sentences = view
            .analysis
            .sentences
            .iter()
            .filter(|sentence| between.contains_range(sentence.range))
            .count();
        return fills && sentences == 0 && words < 40;
    }
    let next = block.is_some_and(|block| {
        Some(block) == last.block.map(|last| last + 1)
            || view.analysis.quotations.get(last.idx).is_some_and(|quotation| !quotation.closed)
    });
    next && fills && words == 0
}

/// Whether the quotation is made of whole sentences.
fn fills_sentences(view: &View<'_>, quotation: &Quotation) -> bool {
    let tokens = view.analysis.tokens_in(quotation.range);
    let starts = view.sentence(tokens.start).start == tokens.start;
    let end = tokens.end.saturating_sub(1);
    let ends = (end + 1..view.sentence(end).end).all(|token| !view.is_word(token));
    starts && ends
}

/// A quotation of whole sentences after a sentence that reports: its holder goes on in his own words.
fn introduced(view: &View<'_>, quotation: &Quotation) -> Option<Claim> {
    if !fills_sentences(view, quotation) {
        return None;
    }
    let first = view.analysis.tokens_in(quotation.range).start;
    let sentence = view.analysis.sentence_of(first);
    let before = view.analysis.sentences.get(sentence.checked_sub(1)?)?;
    let here = view.analysis.sentences.get(sentence)?;
    let root = view.analysis.root(sentence - 1)?;
    let same = before.block == here.block || before.block + 1 == here.block;
    if !same || view.quotation(root).is_some() {
        return None;
    }
    let holder = subject(view, root).filter(|&holder| view.suits(holder, Strength::Person))?;
    let frame = *quote_frame_of("say")?;
    let mut claim = Claim::new(root, view.range(root), &frame);
    claim.cue = None;
    claim.cue_range = None;
    claim.holder = Some(holder);
    claim.content = vec![quotation.range];
    claim.manner = Manner::Quotation;
    Some(claim)
}
