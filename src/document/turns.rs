//! Whose turn each block is where two or more talk: who asks, and the names that stand before what is said.

use std::collections::{BTreeMap, BTreeSet};

use super::{Block, BlockKind, Style, StyleKind};
use crate::text::TextRange;

/// So many blocks start with a name before a conversation is told from a list.
const FEWEST_LABELS: usize = 4;

/// In words: who asks says no more without a question mark.
const LONGEST_REMARK: usize = 40;

/// In words: a remark that says `you` to nobody is shorter.
const SHORT_REMARK: usize = 25;

/// Labels of those who ask, whoever they are.
const ASKERS: &[&str] = &[
    "q",
    "question",
    "questioner",
    "interviewer",
    "reporter",
    "reporters",
    "journalist",
    "host",
    "moderator",
];

/// How whoever answers speaks of himself.
pub(super) const OWN: &[&str] =
    &["I", "me", "my", "My", "we", "We", "us", "our", "Our", "myself", "mine"];

/// How whoever asks speaks to the other.
const YOURS: &[&str] = &["you", "You", "your", "Your", "yourself"];

/// Of each block, what is known of the turn that it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Turns {
    /// Whether it is the turn of somebody who asks.
    pub(super) asking: Vec<bool>,
    /// The name before its colon, where the text is a conversation of such turns.
    pub(super) labels: Vec<Option<TextRange>>,
    /// Whether one of those with a name asks.
    pub(super) interviews: bool,
    /// The first block that asks.
    pub(super) first_asking: Option<usize>,
}

impl Turns {
    pub(super) fn find(text: &str, blocks: &[Block], styles: &[Style]) -> Self {
        let (asking, labels) = (asking(text, blocks, styles), labels(text, blocks));
        let mut turns = Self { asking, labels, ..Self::default() };
        turns.ask_by_label(text, blocks);
        turns.ask_in_turn(text, blocks);
        let asks = |(label, asks): (&Option<TextRange>, &bool)| *asks && label.is_some();
        turns.interviews = turns.labels.iter().zip(&turns.asking).any(asks);
        turns.first_asking = turns.asking.iter().position(|&asks| asks);
        turns
    }

    /// Whoever mostly asks asks in all his turns, and whoever mostly does not in none: "SELM WEEKLY: The mayor is silent."
    fn ask_by_label(&mut self, text: &str, blocks: &[Block]) {
        /// Turns, those that end in a question, and the words of all.
        type Count = (usize, usize, usize);
        let mut counts: BTreeMap<String, Count> = BTreeMap::new();
        let name = |label: TextRange| last_word(label, text);
        let asks = |at: usize| ends_in_question(blocks[at].range.slice(text));
        for (at, label) in self.labels.iter().enumerate() {
            let Some(label) = label else { continue };
            let (turns, asked, words) = counts.entry(name(*label)).or_default();
            *turns += 1;
            *asked += usize::from(asks(at));
            *words += blocks[at].range.slice(text).split_whitespace().count();
        }
        let (all, said) = counts
            .values()
            .fold((0, 0), |(all, said), &(turns, _, words)| (all + turns, said + words));
        // Who speaks first has most often invited the other.
        let host = self.labels.iter().flatten().next().map(|&label| name(label));
        let asker = |label: &str| {
            let (turns, asked, words) = counts.get(label).copied().unwrap_or_default();
            // His remarks are short beside the answers.
            let brief = 2 * words * (all - turns) < (said - words) * turns;
            ASKERS.contains(&label)
                || asked >= 2 && (2 * asked >= turns || 4 * asked >= turns && brief)
                || asked >= 1 && 4 * asked >= turns && host.as_deref() == Some(label)
        };
        let askers = counts.keys().filter(|label| asker(label)).count();
        if askers == 0 || askers == counts.len() {
            return;
        }
        for (at, label) in self.labels.iter().enumerate() {
            if let Some(label) = label {
                self.asking[at] = asker(&name(*label));
            }
        }
    }

    /// Between two questions that are not answered in one paragraph, every other paragraph is a remark of whoever asks, where
    /// he is known to take turns with the other: "The firms say that they cannot pay."
    fn ask_in_turn(&mut self, text: &str, blocks: &[Block]) {
        let turns: Vec<usize> =
            (0..blocks.len()).filter(|&at| blocks[at].kind != BlockKind::Title).collect();
        let words = |at: usize| blocks[turns[at]].range.slice(text);
        let asked: Vec<usize> = (0..turns.len()).filter(|&at| self.asking[turns[at]]).collect();
        let spoken_to = asked.iter().filter(|&&at| has(words(at), YOURS)).count();
        let gaps: Vec<usize> = asked.windows(2).map(|pair| pair[1] - pair[0] - 1).collect();
        let direct = gaps.iter().filter(|&&gap| gap == 1).count();
        let labelled = self.labels.iter().any(Option::is_some);
        if labelled || asked.len() < 3 || spoken_to < 2 || 2 * direct < gaps.len() {
            return;
        }
        let remarks = |at: usize| {
            let count = words(at).split_whitespace().count();
            !has(words(at), OWN)
                && (count <= SHORT_REMARK || count <= LONGEST_REMARK && has(words(at), YOURS))
        };
        let mut found: Vec<usize> = Vec::new();
        for pair in asked.windows(2) {
            let between: Vec<usize> = (pair[0] + 2..pair[1] - 1).step_by(2).collect();
            if (pair[1] - pair[0]) % 2 == 0 && between.iter().all(|&at| remarks(at)) {
                found.extend(between);
            }
        }
        // Behind the last question and before the first only what says `you` is sure.
        let to_other = |at: usize| remarks(at) && has(words(at), YOURS);
        let own = |at: usize| has(words(at), OWN);
        if let Some(&last) = asked.last() {
            let behind = (last + 2..turns.len().saturating_sub(1)).step_by(2);
            found.extend(behind.take_while(|&at| to_other(at) && own(at + 1)));
        }
        if let Some(first) = asked[0].checked_sub(2)
            && own(first + 1)
            && words(first).split_whitespace().count() <= LONGEST_REMARK
            && has(words(first), YOURS)
            && !has(words(first), &["I", "my", "My"])
        {
            found.push(first);
        }
        for at in found {
            self.asking[turns[at]] = true;
        }
    }
}

/// Of each block, whether it looks like the turn of somebody who asks.
fn asking(text: &str, blocks: &[Block], styles: &[Style]) -> Vec<bool> {
    let ends = |block: &Block| {
        let text = block.range.slice(text).trim_end();
        // "QLast October, you said": a label whose colon the page left out.
        let glued = |rest: &str| {
            let mut letters = rest.chars();
            letters.next().is_some_and(char::is_uppercase)
                && letters.next().is_some_and(char::is_lowercase)
                && !rest.starts_with("Anon")
        };
        let label =
            text.strip_prefix('Q').is_some_and(|rest| rest.starts_with([':', '.']) || glued(rest));
        label || ends_in_question(text)
    };
    // Both are in the order of the text.
    let mut strong = styles.iter().filter(|style| style.kind == StyleKind::Strong).peekable();
    let mut bold = |block: &Block| {
        while strong.next_if(|style| style.range.end() < block.range.end()).is_some() {}
        block.kind == BlockKind::Paragraph
            && strong.peek().is_some_and(|style| style.range.contains_range(block.range))
    };
    let turns: Vec<(bool, bool)> = blocks.iter().map(|block| (ends(block), bold(block))).collect();
    let set_in_bold = turns.iter().filter(|&&(ends, bold)| ends && bold).count() >= 2;
    turns.into_iter().map(|(ends, bold)| ends || bold && set_in_bold).collect()
}

fn ends_in_question(text: &str) -> bool {
    text.trim_end().trim_end_matches(['”', '"', '’', '\'']).ends_with('?')
}

/// Whether one of the words stands in the text.
fn has(text: &str, words: &[&str]) -> bool {
    text.split(|c: char| !c.is_alphanumeric()).any(|word| words.contains(&word))
}

/// Of each block, the name before its colon; none where too few blocks have one.
fn labels(text: &str, blocks: &[Block]) -> Vec<Option<TextRange>> {
    let spoken = |block: &&Block| {
        matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Heading)
    };
    let of = |block: &Block| {
        Some(block)
            .filter(spoken)
            .and_then(|block| label(block.range.slice(text)))
            .and_then(|label| TextRange::of(label, text))
    };
    let found: Vec<Option<TextRange>> = blocks.iter().map(of).collect();
    let count = found.iter().flatten().count();
    let paragraphs = blocks.iter().filter(spoken).count();
    // "Ana Lee: She must win in the north": of a list each name stands once.
    let names: BTreeSet<String> =
        found.iter().flatten().map(|label| last_word(*label, text)).collect();
    let talk = count >= FEWEST_LABELS && count * 4 >= paragraphs && names.len() * 3 <= count * 2;
    if talk { found } else { vec![None; blocks.len()] }
}

/// The last word of a name, in small letters: `ANA RUIZ:` at first is `RUIZ:` later on.
fn last_word(label: TextRange, text: &str) -> String {
    label.slice(text).split_whitespace().last().unwrap_or_default().to_lowercase()
}

/// The name or the `Q` before the colon that a paragraph starts with.
fn label(paragraph: &str) -> Option<&str> {
    let (label, rest) = paragraph.split_once(':')?;
    // "Ana Lee (Selm West) (Lab):", "The Secretary of State (Ana Lee):"
    let (before, inside) = label.split_once(" (").unwrap_or((label, ""));
    let office = before.starts_with("The ");
    let name = if office { inside.trim_end_matches(')') } else { before };
    let capital = |word: &str| word.starts_with(|first: char| first.is_uppercase() || first == '(');
    let words = name.split_whitespace().count();
    (rest.starts_with([' ', '\u{a0}'])
        && (1..=4).contains(&words)
        && name.split_whitespace().all(capital))
    .then_some(label)
}

#[cfg(test)]
mod tests {
    use crate::document::Document;

    fn asking(text: &str) -> Vec<bool> {
        let document = Document::of_paragraphs(text.to_owned());
        (0..document.blocks().len()).map(|block| document.asks(block)).collect()
    }

    #[test]
    fn whoever_mostly_asks_asks_in_all_turns() {
        let found = asking(
            "SELM WEEKLY: Why now?\n\nANA RUIZ: The toll is too high.\n\nSELM WEEKLY: Will you pay?\n\nANA RUIZ: Who would not? \
             Would you?\n\nSELM WEEKLY: The council is silent.\n\nANA RUIZ: It always was.",
        );
        assert_eq!(found, [true, false, true, false, true, false]);
    }

    #[test]
    fn two_who_argue_both_answer() {
        let found = asking(
            "ANA RUIZ: The toll is too high.\n\nTOM HALL: Is it?\n\nANA RUIZ: It is.\n\nTOM HALL: I pay it.",
        );
        assert_eq!(found, [false, true, false, false]);
    }

    #[test]
    fn a_list_of_names_is_no_talk() {
        let list = "Ana Ruiz: She must win in the north.\n\nTom Hall: Is he still there?\n\nEva Lund: She has no money.\n\nJan \
                    Roe: Will he stay?";
        let document = Document::of_paragraphs(list.to_owned());
        assert!((0..4).all(|block| document.turn_of(block).is_none()));
    }

    #[test]
    fn a_remark_between_two_answers_asks_too() {
        let found = asking(
            "Why do you close the port?\n\nWe have no money.\n\nWill you sell it?\n\nI will not.\n\nThe guild calls that a \
             threat.\n\nI know.\n\nWho pays?\n\nNobody does.\n\nYou were a pilot yourself.\n\nI was.\n\nThe guild left.",
        );
        assert_eq!(found, [true, false, true, false, true, false, true, false, true, false, false],);
    }
}
