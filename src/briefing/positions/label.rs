//! A name and a colon at the start of a block: the speaker of a transcript, or a headline's source.

use super::claim::{Claim, Manner};
use super::lexicon::{self, Class};
use super::view::View;
use crate::briefing::people::{is_document, is_person};
use crate::briefing::{ActorKind, Genre};
use crate::language::{Deprel, Upos};
use crate::text::TextRange;

/// Longest name before a colon, in words: `THE PRESIDENT OF THE UNITED STATES:`.
const MAX_LABEL: usize = 7;

/// With brackets, in tokens: `Ana Lee (Selm West) (Lab)`, `The Secretary of State for Housing (Ana Lee)`.
const MAX_BRACKETED: usize = 20;

/// Of a label with brackets the words before them, or those inside that name somebody where the others name nobody.
fn speaker_of(view: &View<'_>, label: std::ops::Range<usize>) -> Option<std::ops::Range<usize>> {
    let open = label.clone().find(|&token| view.is(token, "("));
    let Some(open) = open else { return (label.len() <= MAX_LABEL).then_some(label) };
    let before = label.start..open;
    let inside = open + 1..label.clone().find(|&token| view.is(token, ")"))?;
    let names = |tokens: std::ops::Range<usize>| {
        tokens.into_iter().any(|token| {
            let actor = view.named(token).and_then(|actor| view.cast.actor(actor));
            actor.is_some_and(|actor| actor.kind == ActorKind::Person)
        })
    };
    let ends = view.is(label.end - 1, ")");
    match (names(before.clone()), names(inside.clone())) {
        (true, _) if ends && before.len() <= MAX_LABEL => Some(before),
        (false, true) if ends => Some(inside),
        _ => None,
    }
}

/// Claims of blocks that start with a name and a colon.
pub(super) fn find(view: &View<'_>) -> Vec<Claim> {
    let mut claims = Vec::new();
    let mut block = None;
    for (idx, sentence) in view.analysis.sentences.iter().enumerate() {
        if block == Some(sentence.block) {
            continue;
        }
        block = Some(sentence.block);
        claims.extend(labelled(view, idx));
    }
    claims
}

fn labelled(view: &View<'_>, sentence: usize) -> Option<Claim> {
    let tokens = view.analysis.sentences.get(sentence)?.tokens.clone();
    let colon = tokens.clone().take(MAX_BRACKETED).find(|&token| view.is(token, ":"))?;
    // A transcript may stand in quotation marks as a whole.
    let start = tokens.start + usize::from(view.is_one_of(tokens.start, &["“", "\"", "‘"]));
    let label = speaker_of(view, start..colon)?;
    let names = label
        .clone()
        .filter(|&token| view.upos(token) == Upos::Propn || view.is_shouted(token))
        .count();
    let verbs = label
        .clone()
        .any(|token| matches!(view.upos(token), Upos::Verb | Upos::Aux) && !view.is_shouted(token));
    // "Trump:" is a speaker, "Question:" and "The plan:" are not.
    let known = label.clone().any(|token| view.named(token).is_some());
    // "LIMA: The army": where a report comes from.
    let place = label.len() == 1
        && view.is_shouted(label.start)
        && view.named(label.start).and_then(|actor| view.cast.actor(actor)).is_some_and(|actor| {
            matches!(actor.kind, ActorKind::Place | ActorKind::Country)
                || !actor.name.chars().any(char::is_whitespace) && actor.kind != ActorKind::Person
        });
    // "Selm 5, Tarn 2:" is a result, "DEAR ANA:" a letter's greeting, and neither a speaker.
    let counted = label.clone().any(|token| view.upos(token) == Upos::Num);
    let greeted = view.is(label.start, "dear");
    if names == 0 || verbs || !known || place || counted || greeted {
        return None;
    }
    let block = view.analysis.sentences[sentence].block;
    // Where one asks, each answer is read sentence by sentence, and the questions are nobody's position.
    if view.cast.genre == Genre::Interview && view.document.interviews_by_name() {
        return None;
    }
    let last = view.analysis.sentences[sentence..]
        .iter()
        .take_while(|other| other.block == block)
        .last()?;
    let content = view.trimmed(colon + 1..last.tokens.end)?;
    // "Will she give way?" is still asked.
    let asks = view.text().get(content.end()..).is_some_and(|rest| rest.starts_with(['?', '!']));
    let content = TextRange::new(content.start(), content.end() + usize::from(asks));
    let whole = view.analysis.tokens_in(content);
    if whole.filter(|&token| view.is_word(token)).count() < 3 {
        return None;
    }
    // "Lee, Ana: theft, held in jail": an entry of a list, and nobody's words.
    let quoted = content_has_quotation(view, content);
    let one = last.range == view.analysis.sentences[sentence].range;
    let title = super::is_headline(view, content);
    if one && !quoted && !states(view, colon + 1..tokens.end, title) {
        return None;
    }
    // "Norland: What we know about the attack": a topic, and what is told of it.
    let tells = view.is_one_of(colon + 1, &["what", "how", "why", "who", "where", "when"]);
    if title && tells && !quoted {
        return None;
    }
    let frame = lexicon::entries("say", Class::Verb).iter().find_map(|entry| entry.quote())?;
    let mut claim = Claim::new(colon, view.range(colon), frame);
    // "Lee on the toll and Chile: ...": whoever stands before the preposition speaks.
    let on = label.clone().skip(1).find(|&token| view.is_one_of(token, &["on", "about"]));
    let named = |&token: &usize| view.named(token).is_some();
    claim.holder = on
        .and_then(|on| (label.start..on).rev().find(named))
        .or_else(|| label.clone().rev().find(named));
    // "A good day for Lee: the bank gives in": told of her, and not by her.
    let of_whom = |holder: usize| {
        let first = view.analysis.tokens_in(view.source(holder)).start;
        first > label.start && view.upos(first - 1) == Upos::Adp
    };
    // "Selm chaos: bank shuts its doors": where there is chaos.
    let topic = |holder: usize| {
        view.deprel(holder) == Deprel::Compound
            && view.head(holder).is_some_and(|noun| {
                label.contains(&noun)
                    && view.upos(noun) == Upos::Noun
                    && view.word(noun).chars().all(char::is_lowercase)
                    && !is_person(view.lemma(noun))
                    && !is_document(view.lemma(noun))
            })
    };
    if on.is_none() && claim.holder.is_some_and(|holder| of_whom(holder) || topic(holder)) {
        return None;
    }
    claim.content = vec![content];
    claim.head = view.analysis.head_of(colon + 1..tokens.end);
    claim.manner = Manner::Label;
    Some(claim)
}

/// Whether words in quotation marks stand in the range.
fn content_has_quotation(view: &View<'_>, content: TextRange) -> bool {
    view.analysis.tokens_in(content).any(|token| view.quotation(token).is_some())
}

/// Whether the words have a verb with tense that heads a clause, or a mark that asks or calls. `Lee: friend or foe?` above a text
/// asks who she is.
fn states(view: &View<'_>, mut tokens: std::ops::Range<usize>, title: bool) -> bool {
    tokens.any(|token| {
        matches!(view.xpos(token), "VBZ" | "VBP" | "MD")
            || view.xpos(token) == "VBD" && view.analysis.subject(token).is_some()
            || view.xpos(token) == "VB" && view.head(token).is_none()
            || !title && view.is_one_of(token, &["?", "!"])
    })
}

#[cfg(test)]
mod tests {
    use crate::briefing::positions::testing::{texts, texts_under};

    #[test]
    fn a_label_may_say_in_brackets_where_somebody_sits() {
        let texts = texts(
            "Sir Tom Hale (North Selm) (Con): The bill is silent on the matter. It must fail.",
        );
        assert_eq!(texts, ["Tom Hale said: The bill is silent on the matter. It must fail."]);
    }

    #[test]
    fn what_a_headline_is_about_says_nothing() {
        assert!(texts_under("Selm chaos: bank shuts its doors", "Selm is calm.").is_empty());
    }

    #[test]
    fn a_result_a_greeting_and_an_entry_of_a_list_are_nobodys_words() {
        assert!(texts("The Bears won.\n\nBears 5, Devils 2: Tom Hall scored twice.").is_empty());
        assert!(texts("Ana left.\n\nDEAR ANA: My sister is ill. She was away.").is_empty());
        assert!(texts_under("Ana Lee: Friend of the town or foe?", "Ana Lee left.").is_empty());
        assert!(texts("A Good Day for Lee: Mayor Gives In\n\nAna Lee spoke.").is_empty());
        assert!(
            texts("Ana Lee spoke on Monday.\n\nLee: Theft of a boat, held in jail.").is_empty()
        );
    }
}
