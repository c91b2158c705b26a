//! What text in one's own words it is, and whose they are: what tells most in a letter or a speech says neither.

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

/// What stands before the first sentence: `In a letter to Ana Ruiz, Tom Hall writes:`.
pub(super) fn occasion(
    document: &Document,
    analysis: &Analysis,
    cast: &Cast,
    genre: Genre,
) -> Option<String> {
    if !genre.is_opinion() {
        return None;
    }
    let speaker = speaker(document, analysis, cast);
    let by = |verb: &str| speaker.map(|name| format!(", {name} {verb}")).unwrap_or_default();
    if let Some(salutation) = salutation(document) {
        let person = cast
            .named_in(salutation)
            .into_iter()
            .find_map(|actor| cast.actor(actor).filter(|actor| actor.kind == ActorKind::Person));
        let to = person.map(|actor| format!(" to {}", actor.name)).unwrap_or_default();
        return Some(format!("In a letter{to}{}:", by("writes")));
    }
    (genre == Genre::Speech && is_speech(document, analysis))
        .then(|| format!("In a speech{}:", by("says")))
}

/// The line `Dear Ana,` near the start; not where there are several, as in a column of letters.
fn salutation(document: &Document) -> Option<TextRange> {
    let text = document.text();
    let greets = |range: &TextRange| {
        let line = range.slice(text).trim();
        range.len() <= LONGEST_SALUTATION
            && line.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("dear "))
            && line.ends_with([',', ':', '-', '–', '—', '!'])
    };
    let mut lines = document.blocks().iter().map(|block| block.range).filter(greets);
    let first = lines.next().filter(|line| 3 * line.start() < text.len())?;
    lines.next().is_none().then_some(first)
}

/// Whether it opens or closes with words to those who listen, or a heading calls it a speech.
fn is_speech(document: &Document, analysis: &Analysis) -> bool {
    let running = (0..analysis.sentences.len())
        .filter(|&sentence| kind(document, analysis, sentence).is_some_and(is_running));
    let said: Vec<String> = running
        .map(|sentence| analysis.sentences[sentence].range.slice(document.text()).to_lowercase())
        .collect();
    let opening = said.get(..OPENING).unwrap_or(&said);
    let closing = said.get(said.len().saturating_sub(CLOSING)..).unwrap_or_default();
    let any = |said: &[String], options: &[&str]| {
        said.iter().any(|said| options.iter().any(|option| said.contains(option)))
    };
    let thanks = |said: &String| said.starts_with("thank you");
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
    let greets =
        any(opening, GREETINGS) || closing.iter().any(thanks) || addresses(document, analysis);
    (greets || headings.into_iter().any(|block| heading(block.range))) && !any(opening, HEARINGS)
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
        let found = occasion(&document, &analysis, &cast, cast.genre);
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
    fn what_is_said_in_court_is_no_speech() {
        check(&format!("Good morning, and may it please the Court.\n\n{LETTER}"), None);
    }
}
