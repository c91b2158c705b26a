//! Names that are none: in `Roe Wades In as Budget Talks Stall`, where every word has a capital, a capital tells no name
//! from a verb. What stands there alone and nowhere in the text, and no list knows, is nobody.

use crate::document::{Block, BlockKind, Document};
use crate::language::Analysis;
use crate::language::coref::{Chain, Form};
use crate::language::lexicon::{Senses, lexicon};

/// Fewer words in a row may all be one name.
const LEAST: usize = 4;

/// Words that stay small where all others have capitals.
const SMALL: &[&str] = &[
    "a", "an", "the", "and", "but", "or", "nor", "for", "of", "to", "in", "on", "at", "by", "as",
    "up", "off", "out", "is", "be", "if", "it", "with", "from", "into", "over", "than", "via",
    "per", "vs", "v", "de", "la", "le", "s", "t", "d", "ll", "m", "re", "ve",
];

/// Whether an actor stands in headings with a capital at each word only, under no name that a list knows.
pub(super) fn is_only_capitals(document: &Document, analysis: &Analysis, chain: &Chain) -> bool {
    let mentions = || chain.mentions.iter().map(|&idx| &analysis.chains.mentions[idx]);
    let text = document.text();
    chain.power.is_none()
        && chain.defined.is_none()
        && mentions().all(|mention| {
            let block = document.block_of(mention.range.start());
            block.is_some_and(|block| is_in_capitals(block, block.range.slice(text)))
        })
        && !mentions()
            .filter(|mention| mention.form == Form::Name)
            .any(|mention| is_known(mention.range.slice(text)))
}

/// Whether each word of a heading has a capital; `text` is the heading's.
pub(crate) fn is_in_capitals(block: &Block, text: &str) -> bool {
    matches!(block.kind, BlockKind::Title | BlockKind::Heading) && has_capitals(text)
}

/// Whether each word of a line has a capital, as those of a headline have that stands among the paragraphs.
pub(crate) fn has_capitals(line: &str) -> bool {
    let words = || line.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    words().count() >= LEAST
        && words().all(|word| word.starts_with(char::is_uppercase) || SMALL.contains(&word))
}

/// A listed body, place or group; a given name and a surname, or one of them alone.
fn is_known(name: &str) -> bool {
    const LISTED: &[Senses] =
        &[Senses::ANY_PLACE, Senses::ANY_ORGANIZATION, Senses::ANY_GROUP, Senses::SEAT];
    let senses = |words: &str| lexicon().senses(words);
    let is_name = |word: &str| senses(word).any(Senses::GIVEN) || senses(word).any(Senses::SURNAME);
    let person = match name.rsplit_once(' ') {
        Some((first, last)) => {
            let first = first.split(' ').next().unwrap_or_default();
            senses(first).any(Senses::GIVEN) && is_name(last)
        }
        None => is_name(name),
    };
    person || LISTED.iter().any(|&listed| senses(name).any(listed))
}

#[cfg(test)]
mod tests {
    use crate::briefing::actors::testing::names_of;
    use crate::document::BlockKind;

    /// The names of all actors under a headline.
    fn names(headline: &str) -> Vec<String> {
        let text = "Anna Okafor refused the plan on Monday. The mayor, she said, had been asleep.";
        names_of(&[(BlockKind::Title, headline), (BlockKind::Paragraph, text)], None)
    }

    #[test]
    fn a_capital_of_the_headline_makes_no_actor() {
        assert_eq!(names("Okafor Wades In as Harbour Levy Response Stalls"), ["Anna Okafor"]);
    }

    #[test]
    fn a_known_name_in_a_headline_is_somebody() {
        assert!(names("Norway Will Pay for the Harbour").contains(&"Norway".to_owned()));
        assert!(names("How Paul Reyes Thinks About Harbours").contains(&"Paul Reyes".to_owned()));
    }

    #[test]
    fn a_headline_in_small_letters_tells_names_from_words() {
        assert!(names("The mayor of Selmford pays nothing").iter().any(|it| it == "Selmford"));
    }
}
