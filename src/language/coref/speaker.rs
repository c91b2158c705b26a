//! Who speaks in each quotation.

use super::Mention;
use super::grammar::Grammar;
use crate::language::{Deprel, Upos};

/// The mention that speaks in each quotation, by the index of the quotation.
pub(super) fn of_quotations(grammar: &Grammar<'_>, mentions: &[Mention]) -> Vec<Option<usize>> {
    let by_head = super::by_token(mentions);
    let quotations = &grammar.analysis.quotations;
    let mut speakers: Vec<Option<usize>> = Vec::with_capacity(quotations.len());
    let mut owners: Vec<Option<usize>> = Vec::with_capacity(quotations.len());
    let mut last: Option<(usize, Option<usize>)> = None;
    for (idx, quotation) in quotations.iter().enumerate() {
        let block = grammar.document.block_at(quotation.range.start()).unwrap_or(usize::MAX);
        let tokens = grammar.analysis.tokens_in(quotation.range);
        let own = (quotation.depth == 0)
            .then(|| beside(grammar, idx, tokens.start, tokens.end))
            .flatten()
            .and_then(|subject| {
                // `Senator Roe said`, where the tree hangs the name on its title.
                let named = grammar.child(subject, Deprel::Flat);
                named
                    .and_then(|named| by_head.get(&named))
                    .or_else(|| by_head.get(&subject))
                    .copied()
            });
        // “He left,” she said. “I stayed.”: the second part has the first one's speaker.
        let inherited =
            last.filter(|&(other, _)| other == block || quotation.continues).and_then(|(_, s)| s);
        let whole = tokens.len() > 3;
        let speaker = own.or(if whole { inherited } else { None });
        speakers.push(speaker);
        if quotation.depth == 0 && (own.is_some() || quotation.continues) {
            last = Some((block, speaker));
        }
        owners.push(own);
    }
    // `“We left. “We came back,” she said`: both parts are hers.
    for idx in (1..quotations.len()).rev() {
        if quotations[idx].continues && owners[idx - 1].is_none() && owners[idx].is_some() {
            speakers[idx - 1] = owners[idx];
            owners[idx - 1] = owners[idx];
        }
    }
    speakers
}

/// The subject of a verb of saying in the sentence where the quotation ends or begins, outside of it.
fn beside(grammar: &Grammar<'_>, quotation: usize, first: usize, end: usize) -> Option<usize> {
    let last = end.checked_sub(1)?;
    let mut sentences = vec![grammar.sentence(last)];
    if grammar.sentence(first) != grammar.sentence(last) {
        sentences.push(grammar.sentence(first));
    }
    // `“I will go.” She said it twice.`: the sentence that a closing mark ends may be followed by its verb.
    let mut best: Option<(usize, usize)> = None;
    for sentence in sentences {
        let tokens = grammar.analysis.sentences.get(sentence)?.tokens.clone();
        for verb in tokens {
            if grammar.quotation(verb) == Some(quotation) || !is_saying(grammar, verb) {
                continue;
            }
            let Some(subject) =
                grammar.subject(verb).filter(|&s| grammar.quotation(s) != Some(quotation))
            else {
                continue;
            };
            let away = if verb < first { first - verb } else { verb.saturating_sub(last) };
            if best.is_none_or(|(known, _)| away < known) {
                best = Some((away, subject));
            }
        }
    }
    best.map(|(_, subject)| subject)
}

pub(super) fn is_saying(grammar: &Grammar<'_>, token: usize) -> bool {
    const SAYING: &[&str] = &[
        "say",
        "tell",
        "add",
        "write",
        "tweet",
        "post",
        "reply",
        "respond",
        "answer",
        "ask",
        "argue",
        "claim",
        "insist",
        "warn",
        "note",
        "explain",
        "declare",
        "announce",
        "state",
        "stress",
        "continue",
        "conclude",
        "admit",
        "concede",
        "recall",
        "remark",
        "comment",
        "observe",
        "vow",
        "pledge",
        "promise",
        "urge",
        "demand",
        "complain",
        "joke",
        "quip",
        "acknowledge",
        "assert",
        "maintain",
        "suggest",
        "predict",
        "describe",
        "call",
        "emphasize",
        "emphasise",
        "repeat",
        "reiterate",
        "go",
        "think",
        "believe",
        "wonder",
        "shout",
        "cry",
        "whisper",
        "retort",
        "counter",
        "boast",
        "lament",
        "muse",
        "testify",
        "confess",
        "confirm",
        "deny",
        "report",
        "speak",
        "put",
        "read",
        "quote",
        "stipulate",
        "opine",
        "intone",
        "caution",
        "contend",
        "allege",
        "exclaim",
        "interject",
        "mention",
        "relate",
    ];
    grammar.upos(token) == Upos::Verb && SAYING.contains(&grammar.lemma(token).as_str())
}
