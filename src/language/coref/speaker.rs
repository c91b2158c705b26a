//! Who speaks: in each quotation, and in a text that is all one voice.

use super::grammar::Grammar;
use super::{Form, Mention};
use crate::language::{Deprel, Upos};

/// The mention that speaks in each quotation, by the index of the quotation.
pub(super) fn of_quotations(grammar: &Grammar<'_>, mentions: &[Mention]) -> Vec<Option<usize>> {
    let by_head = super::by_token(mentions);
    let quotations = &grammar.analysis.quotations;
    let mut speakers: Vec<Option<usize>> = Vec::with_capacity(quotations.len());
    let mut last: Option<(usize, Option<usize>)> = None;
    for (idx, quotation) in quotations.iter().enumerate() {
        let block = grammar.document.block_at(quotation.range.start()).unwrap_or(usize::MAX);
        let tokens = grammar.analysis.tokens_in(quotation.range);
        let own = (quotation.depth == 0)
            .then(|| beside(grammar, idx, tokens.start, tokens.end))
            .flatten()
            .and_then(|subject| by_head.get(&subject).copied());
        // “He left,” she said. “I stayed.”: the second part has the first one's speaker.
        let inherited =
            last.filter(|&(other, _)| other == block || quotation.continues).and_then(|(_, s)| s);
        let whole = tokens.len() > 3;
        let speaker = own.or(if whole { inherited } else { None });
        speakers.push(speaker);
        if quotation.depth == 0 && (own.is_some() || quotation.continues) {
            last = Some((block, speaker));
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

/// The one whose voice the whole text is, from its own words: `My name is Lee`, an interview's guest, the name
/// under a letter.
pub(super) struct Narrators {
    /// `I` means this mention from this token on.
    pub first: Vec<(usize, usize)>,
    /// `you` means this mention from this token on.
    pub second: Vec<(usize, usize)>,
    /// Whether the text is a letter, which has one addressee throughout.
    pub is_letter: bool,
}

impl Narrators {
    pub(super) fn find(grammar: &Grammar<'_>, mentions: &[Mention], people: &[usize]) -> Self {
        let mut found = Self { first: Vec::new(), second: Vec::new(), is_letter: false };
        if !is_in_first_person(grammar) {
            return found;
        }
        found.first = introductions(grammar, mentions);
        if let Some(guest) = interview_guest(grammar, mentions, people) {
            found.first.insert(0, (0, guest));
            found.second.push((0, guest));
        } else if let Some((signed, addressee)) = letter(grammar, mentions, people) {
            found.first.insert(0, (0, signed));
            found.second.extend(addressee.map(|addressee| (0, addressee)));
            found.is_letter = true;
        }
        found
    }

    pub(super) fn first_person_at(&self, token: usize) -> Option<usize> {
        last_before(&self.first, token)
    }

    pub(super) fn second_person_at(&self, token: usize) -> Option<usize> {
        last_before(&self.second, token)
    }
}

fn last_before(list: &[(usize, usize)], token: usize) -> Option<usize> {
    list.iter().rev().find(|(from, _)| *from <= token).map(|&(_, mention)| mention)
}

/// Whether `I` outside of quotations is common: one in two hundred words and three in all.
fn is_in_first_person(grammar: &Grammar<'_>) -> bool {
    let count = (0..grammar.len())
        .filter(|&token| {
            grammar.quotation(token).is_none()
                && matches!(grammar.word(token), "I" | "my" | "My" | "me")
        })
        .count();
    count >= 3 && count * 200 >= grammar.len()
}

/// `My name is Ana Ruiz`, `I am Ana Ruiz`, `this is Ana Ruiz`: from there on the speaker.
fn introductions(grammar: &Grammar<'_>, mentions: &[Mention]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (idx, mention) in mentions.iter().enumerate() {
        let Some(name) = mention.name.and_then(|name| grammar.analysis.names.get(name)) else {
            continue;
        };
        if name.kind != crate::language::NameKind::Person
            || grammar.quotation(mention.head).is_some()
        {
            continue;
        }
        let before: Vec<String> = (mention.tokens.start.saturating_sub(3)..mention.tokens.start)
            .map(|t| grammar.lower(t))
            .collect();
        let said: Vec<&str> = before.iter().map(String::as_str).collect();
        let named =
            matches!(said.as_slice(), ["my", "name", "is" | "'s"] | [_, "i", "am" | "'m" | ","]);
        if named && mention.form == Form::Name {
            found.push((
                grammar
                    .analysis
                    .sentences
                    .get(grammar.sentence(mention.head))
                    .map_or(mention.head, |s| s.tokens.start),
                idx,
            ));
        }
    }
    found
}

/// In an interview, the one whom its opening names as asked, or first.
fn interview_guest(grammar: &Grammar<'_>, mentions: &[Mention], people: &[usize]) -> Option<usize> {
    let text = grammar.text();
    let blocks: Vec<_> =
        grammar.document.blocks().iter().filter(|block| block.kind.is_prose()).collect();
    let asks = |block: &&&crate::document::Block| block.range.slice(text).trim_end().ends_with('?');
    let asking = blocks.iter().filter(asks).count();
    // The opening: what comes before the first paragraph that asks, five paragraphs at most.
    let first_question = blocks.iter().position(|block| asks(&block)).unwrap_or(blocks.len());
    let opening = blocks.get(..first_question.min(5))?;
    let end = opening.last()?.range.end();
    let announced =
        opening.iter().any(|block| block.range.slice(text).to_lowercase().contains("interview"));
    if asking < 2 || !(announced || (asking > 2 && asking * 8 >= blocks.len())) {
        return None;
    }
    let named: Vec<usize> =
        people.iter().copied().filter(|&person| mentions[person].range.end() <= end).collect();
    // `Wikinews interviews Marymegan Daly`, `spoke with William Evans`: else who comes first.
    let guest = named
        .iter()
        .copied()
        .find(|&person| is_asked(grammar, &mentions[person]))
        .or_else(|| named.first().copied())?;
    // Two guests: `I` may be either.
    let joined = mentions[guest].tokens.clone().any(|token| {
        grammar.child(token, Deprel::Conj).is_some_and(|other| {
            named.iter().any(|&person| mentions[person].tokens.contains(&other))
        })
    });
    (!joined).then_some(guest)
}

fn is_asked(grammar: &Grammar<'_>, mention: &Mention) -> bool {
    let asking = |token: usize| {
        matches!(
            grammar.lemma(token).as_str(),
            "interview" | "speak" | "talk" | "conversation" | "chat" | "q&a"
        )
    };
    let from = mention.tokens.start.saturating_sub(12).max(
        grammar
            .analysis
            .sentences
            .get(grammar.sentence(mention.head))
            .map_or(0, |s| s.tokens.start),
    );
    // In a headline no relation is sure.
    let block = grammar.document.blocks().get(grammar.block(mention.head));
    let headline =
        block.is_some_and(|b| b.range.slice(grammar.text()).split_whitespace().count() < 20);
    let governed = matches!(
        grammar.deprel(mention.head),
        Deprel::Obj
            | Deprel::Obl
            | Deprel::Nmod
            | Deprel::Flat
            | Deprel::Appos
            | Deprel::Compound
            | Deprel::NmodDesc
            | Deprel::Conj
    );
    (governed || headline) && (from..mention.tokens.start).any(asking)
}

/// Who signs a letter, and whom it addresses.
fn letter(
    grammar: &Grammar<'_>,
    mentions: &[Mention],
    people: &[usize],
) -> Option<(usize, Option<usize>)> {
    let blocks: Vec<_> =
        grammar.document.blocks().iter().filter(|block| block.kind.is_prose()).collect();
    let greeting = blocks.iter().take(12).find(|block| {
        let text = block.range.slice(grammar.text());
        text.len() < 80 && text.to_lowercase().starts_with("dear ")
    });
    let inside = |range: crate::text::TextRange| {
        people.iter().copied().find(|&person| range.contains_range(mentions[person].range))
    };
    let addressee = greeting.and_then(|block| inside(block.range));
    let signed = blocks.iter().rev().take(4).find_map(|block| {
        let short = block.range.slice(grammar.text()).split_whitespace().count() <= 8;
        short.then(|| inside(block.range)).flatten()
    });
    greeting?;
    Some((signed.filter(|&signed| Some(signed) != addressee)?, addressee))
}
