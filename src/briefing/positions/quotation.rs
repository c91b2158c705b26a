//! Words in quotation marks: which of them are speech, and by what cue.
//!
//! A quotation that is a part of a reported clause is left to the clause; terms and scare quotes are left alone.

use std::ops::Range;

use super::arguments::{is_expletive, subject};
use super::claim::{Claim, Manner};
use super::cue::cue_range;
use super::lexicon::{self, Class, Frame, Polarity, Strength};
use super::mixed;
use super::view::View;
use crate::briefing::Act;
use crate::language::{Deprel, Quotation, Upos};
use crate::text::TextRange;

/// Quotations that follow each other are one position up to this length.
const MAX_TOKENS: usize = 60;

/// A quotation of more words than this is shown in parts.
const LONG: usize = 36;

/// What has fewer words is no part of its own.
const SHORT: usize = 15;

/// The claims that quotations make, in the order of the text. `claims` are those found so far: what they hold is
/// spoken for.
pub(super) fn find(view: &View<'_>, claims: &[Claim]) -> Vec<Claim> {
    let mut found: Vec<Claim> = Vec::new();
    // Where the last quotation of speech ended, and which claim it belongs to.
    let mut last: Option<Last> = None;
    for (idx, quotation) in view.analysis.quotations.iter().enumerate() {
        if quotation.depth > 0 || !is_speech(view, quotation) {
            continue;
        }
        let block = view.document.block_at(quotation.range.start());
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
        let holds =
            |claim: &&Claim| claim.covers(inner(view, quotation.range)) && !is_quoted(view, claim);
        if let Some(claim) = claims.iter().find(holds) {
            last = Some(Last {
                block,
                end: quotation.range.end(),
                idx,
                claim: claim.clone(),
                own: None,
            });
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
            last = Some(Last {
                block,
                end: quotation.range.end(),
                idx,
                claim: claim.clone(),
                own: Some(found.len()),
            });
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
            last = Some(Last {
                block,
                end: quotation.range.end(),
                idx,
                claim: claim.clone(),
                own: Some(found.len()),
            });
            found.push(claim);
        }
    }
    found
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
    let finite =
        tokens.clone().any(|token| matches!(view.xpos(token), "VBD" | "VBZ" | "VBP" | "MD"));
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
    if titled {
        return false;
    }
    words > 0 && (ends || !quotation.closed || (finite && words >= 3) || words >= 6)
}

/// A cue beside a quotation.
struct Cue {
    verb: usize,
    range: TextRange,
    holder: Option<usize>,
    /// Through whom the words came.
    via: Option<usize>,
    frame: Frame,
}

impl Cue {
    fn claim(&self, content: TextRange) -> Claim {
        let mut claim = Claim::new(self.verb, self.range, &self.frame);
        claim.holder = self.holder;
        claim.via = self.via;
        claim.content = vec![content];
        claim.manner = Manner::Quotation;
        claim
    }
}

/// The verb of saying after the quotation, or before it.
fn cue_of(view: &View<'_>, quotation: &Quotation) -> Option<Cue> {
    let tokens = view.analysis.tokens_in(quotation.range);
    let (first, last) = (tokens.start, tokens.end.checked_sub(1)?);
    let after = narrative_after(view, last);
    let before = narrative_before(view, first);
    let ends_sentence = {
        let text = quotation.range.slice(view.text()).trim_end_matches(['”', '"', '’', '\'', '»']);
        text.ends_with('.')
    };
    let behind = || after.clone().and_then(|tokens| cue_after(view, tokens));
    let ahead = || before.clone().and_then(|tokens| cue_before(view, tokens));
    // A comma or a question mark inside hands over to the cue behind; a full stop ends all.
    if ends_sentence { ahead().or_else(behind) } else { behind().or_else(ahead) }
}

/// The words between the quotation's end and the end of the sentence or the next quotation.
fn narrative_after(view: &View<'_>, last: usize) -> Option<Range<usize>> {
    let block = view.document.block_at(view.range(last).start())?;
    let sentence = view.sentence(last);
    let mut end = sentence.end;
    // The splitter may part a question in quotation marks from its cue.
    if end == last + 1 {
        let next = view.analysis.sentences.get(view.analysis.sentence_of(last) + 1)?;
        // A question in quotation marks ends no sentence, though it looks so: "Why?" Ms. Lee asked.
        let asks = view
            .analysis
            .tokens_in(TextRange::new(
                view.range(last).start().saturating_sub(4),
                view.range(last).end(),
            ))
            .any(|token| view.is_one_of(token, &["?", "!", "..", "...", "…"]));
        let starts_small = view
            .word(next.tokens.start)
            .starts_with(|first: char| first.is_lowercase() || matches!(first, '–' | '—' | '―'))
            || (asks && is_bare_cue(view, next.tokens.clone()));
        if next.block != view.analysis.sentences.get(view.analysis.sentence_of(last))?.block
            || !starts_small
        {
            return None;
        }
        end = next.tokens.end;
    }
    let _ = block;
    let stop = (last + 1..end).find(|&token| view.quotation(token).is_some()).unwrap_or(end);
    (stop > last + 1).then_some(last + 1..stop)
}

/// Whether a sentence is no more than a speaker with a verb of saying.
fn is_bare_cue(view: &View<'_>, tokens: Range<usize>) -> bool {
    let verb = tokens.clone().find(|&token| view.upos(token) == Upos::Verb);
    verb.is_some_and(|verb| {
        verb < tokens.start + 10
            && quote_frame(view, verb).is_some()
            && view.children(verb).all(|child| {
                !matches!(view.deprel(child), Deprel::Ccomp | Deprel::Xcomp | Deprel::Obj)
            })
    })
}

fn narrative_before(view: &View<'_>, first: usize) -> Option<Range<usize>> {
    let sentence = view.sentence(first);
    let mut start = sentence.start;
    // `She had a warning:` ends a sentence for some splitters.
    if start == first {
        let before =
            view.analysis.sentences.get(view.analysis.sentence_of(first).checked_sub(1)?)?;
        let last = before.tokens.end.checked_sub(1)?;
        if !view.is_one_of(last, &[":", ","]) {
            return None;
        }
        start = before.tokens.start;
    }
    let from = (start..first)
        .rev()
        .find(|&token| view.quotation(token).is_some())
        .map_or(start, |token| token + 1);
    (from < first).then_some(from..first)
}

/// `, Ms. Lee said`, `said Ms. Lee`, `he told reporters`.
fn cue_after(view: &View<'_>, tokens: Range<usize>) -> Option<Cue> {
    if let Some(cue) = signed(view, &tokens) {
        return Some(cue);
    }
    let mut words = 0;
    for token in tokens.clone() {
        if matches!(view.upos(token), Upos::Verb | Upos::Aux)
            && let Some(frame) = quote_frame(view, token)
            && (words > 0 || opens_name(view, token + 1))
        {
            return verb_cue(view, token, frame, &tokens);
        }
        // Another verb first: the sentence goes on by itself.
        if view.upos(token) == Upos::Verb
            && view.is_finite(token)
            && view.deprel(token) != Deprel::AclRelcl
            && words < 3
        {
            return None;
        }
        if view.is(token, "according") {
            let holder = tokens
                .clone()
                .find(|&noun| view.preposition(noun).as_deref() == Some("according to"))?;
            let frame =
                *lexicon::entries("according", Class::Preposition).first()?.frames.first()?;
            let range = view.range(token).cover(view.range(token + 1));
            return Some(Cue { verb: token, range, holder: Some(holder), via: None, frame });
        }
        words += usize::from(view.is_word(token));
        if words > 25 {
            return None;
        }
    }
    None
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

/// `posted a statement attributed to Ana Lee:`: the words are his, through whoever tweeted them.
fn attributed(view: &View<'_>, tokens: &Range<usize>) -> Option<Cue> {
    let cue = tokens.clone().find(|&token| {
        view.is_one_of(token, &["attributed", "ascribed"]) && view.is(token + 1, "to")
    })?;
    let holder =
        view.children(cue).find(|&child| view.preposition(child).as_deref() == Some("to"))?;
    let verb = view.analysis.ancestors(cue).find(|&above| view.upos(above) == Upos::Verb);
    let via = verb.and_then(|verb| subject(view, verb));
    let frame = *quote_frame_of("say")?;
    Some(Cue {
        // The colon: a line about it is worded with "said", for it is another who attributes.
        verb: tokens.end.checked_sub(1)?,
        range: view.range(cue).cover(view.range(cue + 1)),
        holder: Some(holder),
        via,
        frame,
    })
}

/// Whether a name or a noun starts here, as it does after `said` in “said Ms. Lee”.
fn opens_name(view: &View<'_>, token: usize) -> bool {
    matches!(
        view.upos(token),
        Upos::Propn | Upos::Noun | Upos::Pron | Upos::Det | Upos::Adj | Upos::Num
    )
}

/// `“...” — Ana Lee`: a dash and a name are all that follows.
fn signed(view: &View<'_>, tokens: &Range<usize>) -> Option<Cue> {
    let dash = tokens
        .clone()
        .next()
        .filter(|&token| view.is_one_of(token, &["–", "—", "―", "--", "-", "~"]))?;
    let words = || tokens.clone().filter(|&token| view.is_word(token));
    let quiet = words().all(|token| view.upos(token) != Upos::Verb) && words().count() <= 12;
    let name = words().next().filter(|&token| view.upos(token) == Upos::Propn && quiet)?;
    let holder = view
        .analysis
        .ancestors(name)
        .take_while(|above| tokens.contains(above))
        .last()
        .unwrap_or(name);
    let frame = *quote_frame_of("say")?;
    Some(Cue { verb: dash, range: view.range(dash), holder: Some(holder), via: None, frame })
}

/// `He said, “`, `Her reply was:`, `The senator:`.
fn cue_before(view: &View<'_>, tokens: Range<usize>) -> Option<Cue> {
    if let Some(cue) = attributed(view, &tokens) {
        return Some(cue);
    }
    // "he said, but “": the joining word is neither cue nor content.
    let last = tokens
        .clone()
        .rev()
        .find(|&token| view.is_word(token) && view.upos(token) != Upos::Cconj)?;
    let handed = view.is_one_of(tokens.end - 1, &[":", ","]);
    for token in tokens.clone().rev() {
        if matches!(view.upos(token), Upos::Verb | Upos::Aux)
            && let Some(frame) = quote_frame(view, token)
        {
            // "writing in a post “I have ...”": a capital tells that a sentence starts there.
            let starts = last < token + 6
                && view
                    .word(tokens.end + usize::from(!view.is_word(tokens.end)))
                    .starts_with(char::is_uppercase);
            let ends = token == last || handed || starts;
            return ends.then(|| verb_cue(view, token, frame, &tokens)).flatten();
        }
        if view.is_one_of(token, &[":"]) && token + 1 != tokens.end {
            break;
        }
    }
    // A colon alone: whoever the sentence is about speaks.
    if view.is(tokens.end - 1, ":") {
        let root = tokens.clone().find(|&token| {
            view.head(token).is_none_or(|head| !tokens.contains(&head)) && view.is_word(token)
        })?;
        let holder =
            subject(view, root).or_else(|| (view.upos(root) == Upos::Propn).then_some(root))?;
        if !view.suits(holder, Strength::Source) {
            return None;
        }
        let frame = *quote_frame_of("say")?;
        return Some(Cue {
            verb: tokens.end - 1,
            range: view.range(tokens.end - 1),
            holder: Some(holder),
            via: None,
            frame,
        });
    }
    None
}

fn quote_frame(view: &View<'_>, token: usize) -> Option<Frame> {
    let entries = lexicon::entries_of(view.lemma(token), view.word(token), Class::Verb);
    let short = entries.iter().find(|entry| entry.rest.is_empty()).and_then(|entry| entry.quote());
    short.copied().or_else(|| {
        let longer = entries.iter().find(|entry| {
            !entry.rest.is_empty()
                && entry.quote().is_some()
                && entry.rest.iter().enumerate().all(|(at, word)| view.is(token + 1 + at, word))
        })?;
        longer.quote().copied()
    })
}

fn quote_frame_of(lemma: &str) -> Option<&'static Frame> {
    lexicon::entries(lemma, Class::Verb).iter().find(|entry| entry.rest.is_empty())?.quote()
}

fn verb_cue(view: &View<'_>, verb: usize, frame: Frame, tokens: &Range<usize>) -> Option<Cue> {
    // "the rebels proclaimed" behind a quotation is at times read as "the rebels proclaimed by".
    let passive = view.children(verb).any(|child| {
        matches!(view.deprel(child), Deprel::AuxPass | Deprel::NsubjPass | Deprel::OblAgent)
    });
    let own = if passive { view.child(verb, Deprel::OblAgent) } else { subject(view, verb) };
    let own = own.filter(|&holder| view.quotation(holder).is_none() && !is_expletive(view, holder));
    // The parser is easily led astray between quotation marks: else the noun beside the verb speaks.
    let holder = own.or_else(|| if passive { None } else { view.beside(verb, tokens) });
    if holder.is_none() && !passive {
        return None;
    }
    if holder.is_some_and(|holder| !view.suits(holder, Strength::Any)) {
        return None;
    }
    Some(Cue { verb, range: cue_range(view, verb, &[], None), holder, via: None, frame })
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
