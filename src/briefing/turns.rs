//! Who speaks in each turn of an interview: whoever the name before it names, or the one whom the interview is with.

use std::collections::BTreeMap;

use super::actors::Cast;
use super::{ActorId, ActorKind, Mention, people};
use crate::document::Document;
use crate::language::{Analysis, Deprel, Upos};
use crate::text::TextRange;

/// In a hundred: how many of the words for the speaker in the answers must mean the same person.
const MOST: usize = 60;

/// The person whom an interview is with where its turns have no names: whom `I` means in the answers; else, of those named
/// before the first question, whom the title names, or who is named most.
pub(super) fn guest(document: &Document, analysis: &Analysis, cast: &Cast) -> Option<ActorId> {
    if are_several(document, analysis) {
        return None;
    }
    meant(document, analysis, cast).or_else(|| named(document, analysis, cast))
}

/// Whether the title says that more than one answer: `An interview with the owners of the mill`.
fn are_several(document: &Document, analysis: &Analysis) -> bool {
    let Some(title) = document.blocks().first() else { return false };
    let tokens = analysis.tokens_in(title.range);
    let interviews = tokens
        .clone()
        .find(|&token| analysis.word(document, token).to_lowercase().starts_with("interview"));
    let behind = interviews.map_or(tokens.end, |at| at + 1)..tokens.end;
    // What it is about stands behind the people.
    let people = behind.take_while(|&token| {
        !matches!(analysis.word(document, token), "on" | "about" | "over" | "after")
    });
    people.into_iter().any(|token| {
        analysis.xpos(token) == "NNS"
            && people::is_person(analysis.lemma(token))
            && analysis.deprel(token) != Deprel::NmodPoss
    })
}

/// The one whom `I` means in the answers, quotations left out.
fn meant(document: &Document, analysis: &Analysis, cast: &Cast) -> Option<ActorId> {
    let mut meant: BTreeMap<ActorId, usize> = BTreeMap::new();
    let mut all = 0;
    for sentence in &analysis.sentences {
        if !document.answers(sentence.block) {
            continue;
        }
        for token in sentence.tokens.clone() {
            let own = matches!(analysis.word(document, token), "I" | "me" | "my" | "My");
            let quoted = || analysis.is_quoted(analysis.range(token).start());
            if !own || quoted() && !document.is_quotation(sentence.block) {
                continue;
            }
            all += 1;
            if let Some(actor) = cast.actor_of_token(token) {
                *meant.entry(actor).or_default() += 1;
            }
        }
    }
    let (&actor, &count) = meant.iter().max_by_key(|&(_, &count)| count)?;
    (is_person(cast, actor) && count >= 2 && 100 * count >= MOST * all).then_some(actor)
}

/// Of the people named before the first question the one whom the title names, or who is named most.
fn named(document: &Document, analysis: &Analysis, cast: &Cast) -> Option<ActorId> {
    let first = analysis.sentences.iter().find(|sentence| document.asks(sentence.block))?;
    let before = |mention: &&Mention| {
        mention.range.end() <= first.range.start() && !is_topic(document, analysis, mention.range)
    };
    let count = |actor: ActorId, block: Option<usize>| {
        let mentions = cast.actor(actor).map_or(&[][..], |actor| &actor.mentions);
        let here = |mention: &&Mention| {
            block.is_none() || document.block_at(mention.range.start()) == block
        };
        mentions.iter().filter(before).filter(here).count()
    };
    let people: Vec<ActorId> = (0..cast.actors.len())
        .map(ActorId)
        .filter(|&actor| is_person(cast, actor) && count(actor, None) > 0)
        .collect();
    let titled: Vec<ActorId> =
        people.iter().copied().filter(|&actor| count(actor, Some(0)) > 0).collect();
    if let [one] = titled[..] {
        return Some(one);
    }
    let most = people.iter().map(|&actor| count(actor, None)).max()?;
    let mut leading = people.into_iter().filter(|&actor| count(actor, None) == most);
    let one = leading.next()?;
    leading.next().is_none().then_some(one)
}

/// Whether somebody is but talked about there, or has somebody who is: `an interview on Ana Lee`, `Lee’s lawyer`.
fn is_topic(document: &Document, analysis: &Analysis, place: TextRange) -> bool {
    let tokens = analysis.tokens_in(place);
    let Some(head) = analysis.head_of(tokens.clone()) else { return false };
    let part = analysis.deprel(head) == Deprel::Compound
        && analysis.head(head).is_some_and(|noun| {
            let noun_word = analysis.word(document, noun).to_lowercase();
            analysis.upos(noun) == Upos::Noun && !is_picture(&noun_word)
        });
    let word = |token: usize| analysis.word(document, token).to_lowercase();
    let about = tokens.start.checked_sub(1).is_some_and(|before| {
        matches!(word(before).as_str(), "on" | "about" | "over")
            // "Image: Tom Hall"
            || word(before) == ":"
                && before.checked_sub(1).is_some_and(|what| is_picture(&word(what)))
    });
    analysis.deprel(head) == Deprel::NmodPoss || part || about
}

/// What stands before the name of whoever took a picture.
fn is_picture(word: &str) -> bool {
    matches!(word, "image" | "photo" | "photograph" | "picture" | "credit" | "photographer")
}

/// The name before the turn that the block is part of: a turn goes on in paragraphs without a name.
pub(super) fn label(document: &Document, block: usize) -> Option<TextRange> {
    (0..=block).rev().find_map(|block| document.turn_of(block))
}

/// Whether a label names nobody: `A:`, `Answer:`.
pub(super) fn is_bare(document: &Document, label: TextRange) -> bool {
    let words = label.slice(document.text());
    words.len() <= 1 || words.eq_ignore_ascii_case("answer")
}

/// The person whom a label names; in `MINISTER LEE`, the only one of that name.
pub(super) fn labelled(document: &Document, cast: &Cast, label: TextRange) -> Option<ActorId> {
    let named = cast.named_in(label);
    if let Some(&one) = named.iter().find(|&&one| is_person(cast, one)) {
        return Some(one);
    }
    let last = label.slice(document.text()).split_whitespace().last()?;
    let mut alike = (0..cast.actors.len()).map(ActorId).filter(|&id| {
        is_person(cast, id)
            && cast.actor(id).is_some_and(|actor| {
                let name = actor.name.split_whitespace().last();
                name.is_some_and(|it| it.eq_ignore_ascii_case(last))
            })
    });
    let one = alike.next()?;
    alike.next().is_none().then_some(one)
}

/// What the sentence says: its root, unless that is the name before the turn.
pub(super) fn root(document: &Document, analysis: &Analysis, sentence: usize) -> Option<usize> {
    let root = analysis.root(sentence)?;
    let label = document.turn_of(analysis.sentences[sentence].block);
    let named =
        |token: usize| label.is_some_and(|label| label.contains_range(analysis.range(token)));
    if !named(root) {
        return Some(root);
    }
    let told = |child: &usize| {
        !named(*child)
            && (analysis.upos(*child) == Upos::Verb || analysis.subject(*child).is_some())
    };
    analysis.children(root).find(told)
}

fn is_person(cast: &Cast, id: ActorId) -> bool {
    cast.actor(id).is_some_and(|actor| actor.kind == ActorKind::Person)
}
