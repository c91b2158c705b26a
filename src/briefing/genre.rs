//! What kind of text an article is, told from the text itself: who speaks in it, and how.
//!
//! Decides whether the author's own judgements are worth listing. Which sentences are judgements is for
//! `positions::author` to say.

use crate::document::{BlockKind, Document};
use crate::language::{Analysis, Upos};
use crate::text::TextRange;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Genre {
    /// Tells what happened and what others say.
    #[default]
    Report,
    /// Weighs what it means.
    Analysis,
    /// Argues a view of the author's own.
    Commentary,
    /// Questions and answers.
    Interview,
    /// One speaker to an audience.
    Speech,
}

impl Genre {
    pub fn name(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Analysis => "analysis",
            Self::Commentary => "commentary",
            Self::Interview => "interview",
            Self::Speech => "speech",
        }
    }

    /// Whether the author speaks for himself in it.
    pub fn is_opinion(self) -> bool {
        matches!(self, Self::Analysis | Self::Commentary | Self::Speech)
    }
}

/// Notices that publishers put under opinion pieces.
const NOTICES: &[&str] = &[
    "views expressed",
    "opinions expressed",
    "views are those of",
    "opinion column",
    "op-ed",
    "opinion piece",
    "the writer is a",
    "is a columnist",
    "syndicated columnist",
    "the author is a",
];

/// Words that open a speech.
const GREETINGS: &[&str] = &[
    "ladies and gentlemen",
    "my fellow",
    "thank you very much",
    "excellencies",
    "dear friends",
    "distinguished",
    "good morning",
    "good afternoon",
    "good evening",
    "mr. president,",
    "madam speaker",
    "mr. speaker",
    "it is an honor",
    "it is an honour",
    "honorable",
    "honourable",
    "thank you, ",
    "this hall",
    "this assembly",
    "this chamber",
    "gathered here",
];

/// Modal verbs that weigh or demand.
const MODALS: &[&str] =
    &["may", "might", "could", "should", "must", "ought", "would", "will", "need"];

/// What a text is like, in shares.
struct Measures {
    sentences: f32,
    /// First persons outside of quotations, for each hundred words.
    first_person: f32,
    singular: usize,
    second_person: f32,
    /// Modal verbs outside of quotations, for each sentence.
    modals: f32,
    /// Sentences with a verb of saying or a quotation, as a share.
    reporting: f32,
    quoted: f32,
}

pub fn of(document: &Document, analysis: &Analysis) -> Genre {
    let measures = measure(document, analysis);
    let text = document.text().to_lowercase();
    if is_interview(document, analysis) {
        return Genre::Interview;
    }
    if NOTICES.iter().any(|notice| text.contains(notice)) {
        return if measures.reporting > 0.6 { Genre::Analysis } else { Genre::Commentary };
    }
    let greeted = GREETINGS.iter().any(|greeting| text.contains(greeting));
    if measures.quoted < 0.1
        && (measures.first_person > 3.0 || (greeted && measures.first_person > 1.5))
        && (greeted || measures.second_person > 0.5)
    {
        return Genre::Speech;
    }
    if measures.sentences < 5.0 {
        return Genre::Report;
    }
    if (measures.singular >= 3 && measures.first_person > 0.5 && measures.reporting < 0.6)
        || (measures.first_person > 1.0 && measures.reporting < 0.5)
        || (measures.modals > 0.35 && measures.reporting < 0.35)
    {
        return Genre::Commentary;
    }
    if measures.modals > 0.3 && measures.reporting < 0.45 {
        return Genre::Analysis;
    }
    Genre::Report
}

fn measure(document: &Document, analysis: &Analysis) -> Measures {
    let outside = outside_quotations(analysis);
    let (mut words, mut first, mut singular, mut second, mut modals, mut quoted) =
        (0, 0, 0, 0, 0, 0);
    for (token, &outside) in outside.iter().enumerate() {
        if matches!(analysis.upos(token), Upos::Punct | Upos::Sym) {
            continue;
        }
        words += 1;
        if !outside {
            quoted += 1;
            continue;
        }
        let word = analysis.word(document, token).to_lowercase();
        match word.as_str() {
            "i" | "my" | "me" | "myself" => {
                first += 1;
                singular += 1;
            }
            "we" | "our" | "us" | "ours" => first += 1,
            "you" | "your" => second += 1,
            _ if analysis.upos(token) == Upos::Aux && MODALS.contains(&word.as_str()) => {
                modals += 1;
            }
            _ => {}
        }
    }
    let share = |count: usize, of: usize| count as f32 / of.max(1) as f32;
    let reporting = analysis
        .sentences
        .iter()
        .filter(|sentence| {
            sentence.tokens.clone().any(|token| {
                !outside[token]
                    || (analysis.upos(token) == Upos::Verb && is_reporting(analysis.lemma(token)))
                    || analysis.word(document, token).eq_ignore_ascii_case("according")
            })
        })
        .count();
    let sentences = analysis.sentences.len();
    Measures {
        sentences: sentences as f32,
        first_person: 100.0 * share(first, words),
        singular,
        second_person: 100.0 * share(second, words),
        modals: share(modals, sentences),
        reporting: share(reporting, sentences),
        quoted: share(quoted, words),
    }
}

fn is_reporting(lemma: &str) -> bool {
    matches!(
        lemma,
        "say"
            | "tell"
            | "add"
            | "note"
            | "announce"
            | "report"
            | "claim"
            | "explain"
            | "argue"
            | "write"
            | "tweet"
    )
}

fn outside_quotations(analysis: &Analysis) -> Vec<bool> {
    let mut outside = vec![true; analysis.tokens.len()];
    for quotation in &analysis.quotations {
        outside[analysis.tokens_in(quotation.range)].fill(false);
    }
    outside
}

/// Whether blocks take turns under labels: `Q:`, `SMITH:`; or questions of one paragraph are answered in the next.
fn is_interview(document: &Document, analysis: &Analysis) -> bool {
    let paragraphs: Vec<TextRange> = document
        .blocks()
        .iter()
        .filter(|block| {
            matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Heading)
        })
        .map(|block| block.range)
        .collect();
    let labelled =
        paragraphs.iter().filter(|range| has_label(range.slice(document.text()))).count();
    if labelled >= 4 && labelled * 4 >= paragraphs.len() {
        return true;
    }
    let asked = paragraphs
        .iter()
        .filter(|range| {
            let text = range.slice(document.text());
            text.ends_with('?') && text.len() < 400
        })
        .count();
    asked >= 4 && asked * 4 >= paragraphs.len() && !analysis.sentences.is_empty()
}

/// Whether a paragraph starts with a name or `Q` and a colon.
fn has_label(paragraph: &str) -> bool {
    let Some((label, rest)) = paragraph.split_once(':') else { return false };
    let words = label.split_whitespace().count();
    rest.starts_with([' ', '\u{a0}'])
        && (1..=4).contains(&words)
        && label
            .split_whitespace()
            .all(|word| word.starts_with(|first: char| first.is_uppercase() || first == '('))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::document;

    fn check(text: &str, expected: Genre) {
        let document = document(text);
        assert_eq!(of(&document, &crate::language::analyze(&document)), expected);
    }

    #[test]
    fn turns_under_labels_are_an_interview() {
        check("Q: Why now?\n\nA: It is time.\n\nQ: For what?\n\nA: For peace.", Genre::Interview);
    }

    #[test]
    fn a_notice_tells_an_opinion() {
        check(
            "The plan is bad. It must go.\n\nThe views expressed here are those of the author.",
            Genre::Commentary,
        );
    }
}
