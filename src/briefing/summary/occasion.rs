//! What text in one's own words it is, and whose they are: what tells most in a letter, a speech or an answer says neither.

use std::collections::BTreeMap;

use super::article::{is_running, kind};
use super::opening::OCCASIONS;
use crate::briefing::ActorKind;
use crate::briefing::actors::Cast;
use crate::briefing::genre::{GREETINGS, Genre};
use crate::document::{BlockKind, Document};
use crate::language::{Analysis, Upos};
use crate::text::TextRange;

/// In sentences: how far the address at the start of a speech reaches.
const OPENING: usize = 5;

/// In sentences.
const CLOSING: usize = 3;

/// In bytes: `Dear Senator Ruiz and members of the harbour council:`.
const LONGEST_SALUTATION: usize = 80;

/// In words.
const LONGEST_HEADING: usize = 15;

/// With these, many speak in turn before a court.
const HEARINGS: &[&str] = &[
    "please the court",
    "your honor",
    "your honour",
    "my lord",
    "the next case",
    "in the case of",
    "hear ye",
];

/// What stands before `sentence`, the first of the summary: `In a letter to Ana Ruiz, Tom Hall writes:`.
pub(super) fn occasion(
    document: &Document,
    analysis: &Analysis,
    cast: &Cast,
    genre: Genre,
    sentence: usize,
) -> Option<String> {
    if genre == Genre::Report {
        return None;
    }
    let speaker = speaker(document, analysis, cast);
    if genre == Genre::Interview {
        let told =
            answers(document, analysis, sentence) && !is_hearing(&opening(document, analysis));
        return speaker.filter(|_| told).map(|name| format!("In an interview, {name} says:"));
    }
    let by = |verb: &str| speaker.map(|name| format!(", {name} {verb}")).unwrap_or_default();
    match salutations(document).as_slice() {
        [line] if 3 * line.start() < document.text().len() => {
            let person = cast.named_in(*line).into_iter().find_map(|actor| {
                cast.actor(actor).filter(|actor| actor.kind == ActorKind::Person)
            });
            if person.is_some() || speaker.is_some() || is_closed(document) {
                let to = person.map(|actor| format!(" to {}", actor.name)).unwrap_or_default();
                return Some(format!("In a letter{to}{}:", by("writes")));
            }
        }
        [] => {}
        // A column of letters.
        _ => return None,
    }
    (genre == Genre::Speech && is_speech(document, analysis))
        .then(|| format!("In a speech{}:", by("says")))
}

/// The lines `Dear Ana,`.
fn salutations(document: &Document) -> Vec<TextRange> {
    let greets = |range: &TextRange| {
        let line = range.slice(document.text()).trim();
        range.len() <= LONGEST_SALUTATION
            && line.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("dear "))
            && line.ends_with([',', ':', '-', '–', '—', '!'])
    };
    document.blocks().iter().map(|block| block.range).filter(greets).collect()
}

/// Whether one of the last lines is a few words before a name: `Yours sincerely,`.
fn is_closed(document: &Document) -> bool {
    document.blocks().iter().rev().take(8).any(|block| {
        let line = block.range.slice(document.text()).trim();
        line.ends_with(',') && line.split_whitespace().count() <= 5
    })
}

/// Whether it opens or closes with words to those who listen, or a heading calls it a speech.
fn is_speech(document: &Document, analysis: &Analysis) -> bool {
    let opening = opening(document, analysis);
    let thanks = |said: String| said.starts_with("thank you");
    let heading = |range: TextRange| {
        let words = range.slice(document.text()).trim();
        !words.ends_with(['.', '!', '?', '”', '"'])
            && words.split_whitespace().count() <= LONGEST_HEADING
            && analysis.tokens_in(range).any(|token| {
                analysis.upos(token).is_nominal()
                    && OCCASIONS.contains(&analysis.lemma(token).to_lowercase().as_str())
            })
    };
    let headings = document
        .blocks()
        .iter()
        .filter(|block| {
            block.kind == BlockKind::Title
                || block.kind == BlockKind::Heading
                || is_running(block.kind)
        })
        .take(OPENING);
    let greets = has_any(&opening, GREETINGS)
        || said(document, analysis).rev().take(CLOSING).any(thanks)
        || addresses(document, analysis);
    (greets || headings.into_iter().any(|block| heading(block.range))) && !is_hearing(&opening)
}

/// The sentences of running text, in small letters.
fn said(document: &Document, analysis: &Analysis) -> impl DoubleEndedIterator<Item = String> {
    (0..analysis.sentences.len())
        .filter(|&sentence| kind(document, analysis, sentence).is_some_and(is_running))
        .map(|sentence| analysis.sentences[sentence].range.slice(document.text()).to_lowercase())
}

fn opening(document: &Document, analysis: &Analysis) -> Vec<String> {
    said(document, analysis).take(OPENING).collect()
}

fn is_hearing(opening: &[String]) -> bool {
    has_any(opening, HEARINGS)
}

fn has_any(said: &[String], options: &[&str]) -> bool {
    said.iter().any(|said| options.iter().any(|option| said.contains(option)))
}

/// Whether its paragraph follows one that asks, and asks nothing itself.
fn answers(document: &Document, analysis: &Analysis, sentence: usize) -> bool {
    let asks = |at: usize| {
        let text = document.blocks()[at].range.slice(document.text());
        text.trim_end_matches(['”', '"']).ends_with('?')
    };
    let block = analysis.sentences[sentence].block;
    block > 0 && asks(block - 1) && !asks(block)
}

/// Whether the first sentence has somebody address or join those who listen: "It is my pleasure to address you".
fn addresses(document: &Document, analysis: &Analysis) -> bool {
    let Some(first) = analysis.sentences.first() else { return false };
    let mut words = first.tokens.clone();
    let own = |token: usize| {
        matches!(analysis.word(document, token).to_lowercase().as_str(), "i" | "my" | "me")
    };
    let speaks = |token: usize| {
        analysis.upos(token) == Upos::Verb
            && matches!(analysis.lemma(token), "address" | "speak" | "greet" | "welcome" | "join")
    };
    first.tokens.clone().any(own) && words.any(speaks)
}

/// The name of the one whom `I` means all through the text, quotations left out.
fn speaker<'a>(document: &Document, analysis: &Analysis, cast: &'a Cast) -> Option<&'a str> {
    /// In a hundred of those that mean somebody.
    const MOST: usize = 90;
    let quoted = |token: usize| {
        let place = analysis.range(token);
        analysis.quotations.iter().any(|quotation| quotation.range.contains_range(place))
    };
    let mut meant = BTreeMap::new();
    for token in 0..analysis.tokens.len() {
        let own = matches!(analysis.word(document, token), "I" | "me" | "my" | "My");
        if let Some(actor) = cast.actor_of_token(token).filter(|_| own && !quoted(token)) {
            *meant.entry(actor).or_insert(0) += 1;
        }
    }
    let all: usize = meant.values().sum();
    let (&actor, &count) = meant.iter().max_by_key(|&(_, &count)| count)?;
    let actor = cast.actor(actor).filter(|actor| actor.kind == ActorKind::Person)?;
    (count >= 3 && 100 * count >= MOST * all).then_some(actor.name.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::briefing::actors;
    use crate::language::analyze;
    use crate::testing;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let document = testing::document(text);
        let analysis = analyze(&document);
        let cast = actors::find(&document, &analysis);
        let last = analysis.sentences.len() - 1;
        let found = occasion(&document, &analysis, &cast, cast.genre, last);
        assert_eq!(found.as_deref(), expected);
    }

    const LETTER: &str = "I have read your plan for the harbour with great joy, and I hope that you will keep to it. My \
        own boat lies there, and I pay the toll every week. You should know that I would gladly pay more.\n\n\
        I think you must not sell the quay. My father built it, and we all need it. It will never come back to us.";

    #[test]
    fn a_letter_says_who_writes_to_whom() {
        check(
            &format!("Dear Ana Ruiz,\n\n{LETTER}\n\nSincerely,\n\nTom Hall"),
            Some("In a letter to Ana Ruiz, Tom Hall writes:"),
        );
    }

    #[test]
    fn a_letter_to_friends_names_none() {
        check(&format!("Dear Friends:\n\n{LETTER}\n\nYours,"), Some("In a letter:"));
    }

    #[test]
    fn a_column_of_letters_is_none() {
        check(&format!("Dear Friends:\n\n{LETTER}\n\nDear Readers:\n\n{LETTER}"), None);
    }

    #[test]
    fn a_speech_opens_with_a_greeting() {
        check(&format!("Good evening, ladies and gentlemen.\n\n{LETTER}"), Some("In a speech:"));
    }

    #[test]
    fn an_answer_says_who_is_interviewed() {
        check(
            "Ana Ruiz, the mayor of Selm, gave an interview to the Gazette.\n\nWhy do you want the harbour?\n\nI love it. My \
             father built it.\n\nWho will pay?\n\nI think that we all will.\n\nWill you run again?\n\nNot I, my friend.\n\n\
             And your deputy?\n\nI trust that she will.",
            Some("In an interview, Ana Ruiz says:"),
        );
    }

    #[test]
    fn what_is_said_in_court_is_no_speech() {
        check(&format!("Good morning, and may it please the Court.\n\n{LETTER}"), None);
    }
}
