//! How a line tells what somebody says as `I` or `we`: in his own words.

use super::author;
use super::claim::Claim;
use super::view::View;
use super::wording::{finish, shortened};
use crate::briefing::phrase::Writer;
use crate::briefing::{Genre, Holder};
use crate::language::Upos;
use crate::text::{TextRange, one_line};

/// What a speaker or whoever answers says, in his own words; where they name somebody for whom he has but a pronoun, they
/// stand in no marks.
pub(super) fn own_words(view: &View<'_>, writer: &Writer<'_>, claim: &Claim, name: &str) -> String {
    let words: Vec<&str> = claim.content.iter().map(|range| range.slice(view.text())).collect();
    let words = words.join(" … ");
    let said = one_line(words.trim_matches(['“', '”', '"']));
    let told = claim.head.filter(|_| view.cast.genre == Genre::Speech);
    let line = told.and_then(|head| writer.statement(head, author::cut(view, writer, claim)));
    // Not a word that has but another capital at the start.
    let renames = |text: &str| {
        text.split_whitespace()
            .skip(1)
            .any(|word| !said.contains(word.trim_end_matches([',', '.', ';'])))
    };
    match line {
        Some(line) if renames(&line.text) => format!("{name} said: {}", line.text),
        _ => format!("{name} said: “{}”", finish(&shortened(&said))),
    }
}

/// What somebody says of himself as `I`, in his own words: `thinks I write best at night` is no English. `None` where the
/// content says nothing of the sort.
pub(super) fn first_person(
    view: &View<'_>,
    claim: &Claim,
    holder: Holder,
    name: Option<&str>,
) -> Option<String> {
    let own = |token: usize| {
        view.quotation(token).is_none()
            && view.is_one_of(token, &["I", "me", "my", "myself", "mine"])
            && view.upos(token) == Upos::Pron
    };
    // "We aim to close it": whoever answers says so for others too.
    let together = |token: usize| {
        view.quotation(token).is_none() && view.is(token, "we") && view.is_answer(token)
    };
    let subject =
        claim.holder.filter(|&holder| own(holder) && view.is(holder, "I") || together(holder))?;
    let [content] = claim.content[..] else { return None };
    let before = claim.cue.filter(|&cue| subject < cue && view.range(cue).end() <= content.start());
    let inside = || view.analysis.tokens_in(content).any(own);
    before.filter(|_| together(subject) || inside())?;
    let words = TextRange::new(view.range(subject).start(), content.end());
    let one = view.sentence(subject) == view.sentence(view.analysis.tokens_in(content).start);
    let verb = if holder == Holder::Author { "says" } else { "said" };
    let name = name.filter(|_| one)?;
    let said = shortened(&one_line(words.slice(view.text())));
    Some(format!("{name} {verb}: “{}”", capitalized(&said)))
}

fn capitalized(said: &str) -> String {
    let mut letters = said.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use crate::briefing::positions::testing::texts;

    #[test]
    fn a_named_speaker_says_it_in_his_own_words() {
        let texts = texts(
            "Senator Ana Lee delivered remarks on the harbour wall.\n\nThank you, Mr. Chair. The harbour wall is too weak for \
             the winter. I urge my colleagues to vote for this bill, and I thank them.",
        );
        assert!(
            texts.contains(
                &"Ana Lee said: “The harbour wall is too weak for the winter.”".to_owned()
            ),
            "{texts:?}"
        );
    }
}
