//! Quotations: which stretches stand between quotation marks, over paragraphs too.
//!
//! Works on characters alone. Who said them is left to the briefing.

use super::Quotation;
use super::token::is_elision;
use crate::document::{Block, Document};
use crate::text::TextRange;

/// The quotations of the prose, in the order of their openings.
pub fn find(document: &Document) -> Vec<Quotation> {
    let mut quotations = Vec::new();
    let prose: Vec<&Block> =
        document.blocks().iter().filter(|block| block.kind.is_prose()).collect();
    let mut left_open = None;
    for (idx, block) in prose.iter().enumerate() {
        let scan = Scan::new(document.text(), block.range);
        let known = quotations.len();
        left_open = scan.run(left_open, &mut quotations);
        // It goes on only where the next block opens it anew, or closes what it has not opened.
        let next = prose.get(idx + 1).map(|next| Scan::new(document.text(), next.range));
        left_open = left_open.filter(|&mark| {
            next.as_ref().is_some_and(|next| next.opens_with(mark) || next.closes_first(mark))
        });
        if left_open.is_none() {
            for quotation in quotations.iter_mut().skip(known).filter(|it| !it.closed) {
                quotation.range = spoken(document.text(), quotation.range);
            }
        }
    }
    quotations
}

/// What of a quotation that nothing closes is speech: its first sentence, and those behind it that sound like it. Behind a
/// mark that was forgotten the article tells on: `"We have far to go. In Selm, crews stood by.`
fn spoken(text: &str, range: TextRange) -> TextRange {
    const SPEECH: &[&str] = &[
        "i", "he", "she", "they", "me", "my", "mine", "we", "us", "our", "ours", "you", "your",
        "i'm", "i've", "i'll", "we're", "we've", "we'll", "you're", "don't", "let's", "that's",
        "it's",
    ];
    const TURNS: &[&str] = &[
        "it", "they", "he", "she", "this", "that", "these", "those", "there", "but", "and", "so",
        "because", "if", "what", "yes", "no",
    ];
    let whole = range.slice(text);
    let words = |sentence: &str| -> Vec<String> {
        let word = |word: &str| {
            word.trim_matches(|c: char| !c.is_alphanumeric()).replace('’', "'").to_lowercase()
        };
        sentence.split_whitespace().map(word).collect()
    };
    let mut end = 0;
    for (idx, sentence) in sentences(whole).into_iter().enumerate() {
        let words = words(sentence);
        let speech = words.len() <= 6
            || words.iter().any(|word| SPEECH.contains(&word.as_str()))
            || words.first().is_some_and(|first| TURNS.contains(&first.as_str()));
        if idx > 0 && !speech {
            break;
        }
        end += sentence.len();
    }
    let spoken = whole.get(..end).map_or(whole, str::trim_end);
    TextRange::new(range.start(), range.start() + spoken.len())
}

/// A text cut behind each mark that ends a sentence and stands before white space and a capital.
fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut ended = false;
    let mut white = false;
    for (at, c) in text.char_indices() {
        if ended && white && (c.is_uppercase() || c.is_numeric()) {
            found.extend(text.get(start..at));
            start = at;
        }
        white = c.is_whitespace();
        if !white {
            ended =
                matches!(c, '.' | '!' | '?' | '…') || ended && matches!(c, '”' | '"' | '’' | ')');
        }
    }
    found.extend(text.get(start..));
    found
}

/// Kinds of quotation marks by how they open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Curly,
    CurlySingle,
    Straight,
    StraightSingle,
    Low,
    Angle,
}

impl Mark {
    fn opening(self) -> char {
        match self {
            Self::Curly => '“',
            Self::CurlySingle => '‘',
            Self::Straight => '"',
            Self::StraightSingle => '\'',
            Self::Low => '„',
            Self::Angle => '«',
        }
    }

    fn is_single(self) -> bool {
        matches!(self, Self::CurlySingle | Self::StraightSingle)
    }
}

/// One block, read from left to right.
struct Scan<'a> {
    text: &'a str,
    chars: Vec<(usize, char)>,
    range: TextRange,
}

impl<'a> Scan<'a> {
    fn new(text: &'a str, range: TextRange) -> Self {
        let mut chars: Vec<(usize, char)> =
            range.slice(text).char_indices().map(|(at, c)| (range.start() + at, c)).collect();
        // Two single marks, ''so'', are one that is double; 6'' are inches.
        for at in (1..chars.len()).rev() {
            let inches = at >= 2 && chars[at - 2].1.is_numeric();
            if chars[at].1 == '\'' && chars[at - 1].1 == '\'' && !inches {
                chars[at - 1].1 = '"';
                chars.remove(at);
            }
        }
        Self { text, chars, range }
    }

    /// Adds the block's quotations. `continued` is the mark that the block before left open; returns
    /// the outermost mark that this one leaves open.
    fn run(&self, continued: Option<Mark>, quotations: &mut Vec<Quotation>) -> Option<Mark> {
        let mut open: Vec<(Mark, usize)> = Vec::new();
        if let Some(mark) = continued.filter(|&mark| !self.opens_with(mark)) {
            open.push((mark, quotations.len()));
            let range = self.range;
            quotations.push(Quotation { range, closed: false, continues: true, depth: 0 });
        }
        for at in 0..self.chars.len() {
            if let Some(level) = self.opens_anew(at, &open) {
                // Paragraphs run together: `"We won. "We will win," he said`.
                let (mark, idx) = open[level];
                let end = self.end_before(at);
                let first = TextRange::new(quotations[idx].range.start(), end);
                quotations[idx].range = spoken(self.text, first);
                open.truncate(level);
                open.push((mark, quotations.len()));
                let range = TextRange::new(self.chars[at].0, self.range.end());
                let depth = quotations[idx].depth;
                quotations.push(Quotation { range, closed: false, continues: true, depth });
            } else if let Some(level) = self.closes(at, &open) {
                let end = self.chars.get(at + 1).map_or(self.range.end(), |&(next, _)| next);
                let (_, idx) = open[level];
                quotations[idx].range = TextRange::new(quotations[idx].range.start(), end);
                quotations[idx].closed = true;
                open.truncate(level);
            } else if let Some(mark) = self.opens(at, &open) {
                let continues = at == 0 && continued == Some(mark);
                let range = TextRange::new(self.chars[at].0, self.range.end());
                let depth = open.len().min(1) as u8;
                open.push((mark, quotations.len()));
                quotations.push(Quotation { range, closed: false, continues, depth });
            }
        }
        drop_stray(&mut open, quotations);
        open.first().map(|&(mark, _)| mark)
    }

    /// Whether the block begins with the mark.
    fn opens_with(&self, mark: Mark) -> bool {
        self.char_at(Some(0)) == Some(mark.opening())
    }

    /// Whether the first double mark of the block closes: `We had to go,” she said.`
    fn closes_first(&self, mark: Mark) -> bool {
        let double = |&at: &usize| matches!(self.chars[at].1, '“' | '”' | '"');
        (0..self.chars.len()).find(double).is_some_and(|at| {
            let ends = self.before(at).is_some_and(|c| matches!(c, ',' | '.' | '!' | '?' | '…'));
            let closes = match mark {
                Mark::Curly => self.chars[at].1 == '”',
                Mark::Straight => self.chars[at].1 == '"' && !self.is_followed_by_word(at),
                _ => false,
            };
            // `Ana Lee, head of the port."`, behind her words in marks: who said them.
            let rest = &self.chars[at + 1..];
            let words = self.range.slice(self.text).split_whitespace().count();
            ends && closes && (words > 15 || rest.iter().any(|(_, c)| c.is_alphanumeric()))
        })
    }

    fn char_at(&self, at: Option<usize>) -> Option<char> {
        at.and_then(|at| self.chars.get(at)).map(|&(_, c)| c)
    }

    fn before(&self, at: usize) -> Option<char> {
        self.char_at(at.checked_sub(1))
    }

    /// Whether something begins here: at the start, behind white space, a bracket, a dash or a mark.
    fn begins(&self, at: usize) -> bool {
        let starts = |c: char| {
            c.is_whitespace()
                || matches!(c, '(' | '[' | '—' | '–' | '-' | '/' | '“' | '"' | '‘' | '\'' | '„')
        };
        self.before(at).is_none_or(starts)
    }

    fn is_followed_by_word(&self, at: usize) -> bool {
        self.char_at(Some(at + 1))
            .is_some_and(|c| !c.is_whitespace() && !matches!(c, ',' | '.' | ';' | ')'))
    }

    /// The level of `open` whose mark is opened once more behind a sentence, as at the head of a new paragraph.
    fn opens_anew(&self, at: usize, open: &[(Mark, usize)]) -> Option<usize> {
        let mark = match self.chars[at].1 {
            '“' => Mark::Curly,
            '"' => Mark::Straight,
            _ => return None,
        };
        let mut before = self.chars[..at].iter().rev().map(|&(_, c)| c);
        let behind_sentence = before.next().is_some_and(char::is_whitespace)
            && before
                .find(|c| !c.is_whitespace())
                .is_some_and(|c| matches!(c, '.' | '!' | '?' | '…' | ']' | ')'));
        let word =
            self.char_at(Some(at + 1)).is_some_and(|c| c.is_uppercase() || matches!(c, '[' | '…'));
        open.iter().rposition(|&(other, _)| other == mark).filter(|_| behind_sentence && word)
    }

    /// The byte behind the last character before `at` that is no white space.
    fn end_before(&self, at: usize) -> usize {
        let last = self.chars[..at].iter().rev().find(|(_, c)| !c.is_whitespace());
        last.map_or(self.range.start(), |&(byte, c)| byte + c.len_utf8())
    }

    fn opens(&self, at: usize, open: &[(Mark, usize)]) -> Option<Mark> {
        let mark = match self.chars[at].1 {
            '“' | '‟' => Mark::Curly,
            '„' => Mark::Low,
            '«' => Mark::Angle,
            // Inches, 6'2", and a mark that closes what was never opened.
            '"' if self.begins(at) || self.is_followed_by_word(at) => Mark::Straight,
            '‘' if self.begins(at) && self.is_followed_by_word(at) => Mark::CurlySingle,
            '\'' if self.begins(at) && self.opens_straight_single(at) => Mark::StraightSingle,
            _ => return None,
        };
        // The same mark again, unclosed: the first was a slip, or the paragraph goes on in one block.
        let again = open.iter().any(|&(other, _)| other == mark);
        (!again && open.len() < 4).then_some(mark)
    }

    /// `'` is an apostrophe unless a word follows and a closing mark comes.
    fn opens_straight_single(&self, at: usize) -> bool {
        let word = self.chars[at + 1..].iter().map(|&(_, c)| c).take_while(|c| c.is_alphanumeric());
        let word: String = word.take(12).flat_map(char::to_lowercase).collect();
        let elided = word.is_empty() || word.starts_with(char::is_numeric) || is_elision(&word);
        let limit = (at + 2_000).min(self.chars.len());
        !elided
            && (at + 2..limit).any(|later| self.chars[later].1 == '\'' && self.ends_single(later))
    }

    /// Whether the single mark at `at` stands where one closes and no possessive can.
    fn ends_single(&self, at: usize) -> bool {
        let after = self.char_at(Some(at + 1));
        let ends = after.is_none_or(|c| !c.is_alphanumeric());
        let before = self.before(at);
        ends && before.is_some_and(|c| !c.is_whitespace())
    }

    /// Whether it may be the possessive of a plural: `voters’ voice`.
    fn may_be_possessive(&self, at: usize) -> bool {
        let plural = self.before(at).is_some_and(|c| matches!(c, 's' | 'S' | 'z' | 'x'));
        plural
            && self.char_at(Some(at + 1)).is_some_and(char::is_whitespace)
            && self.char_at(Some(at + 2)).is_some_and(char::is_alphanumeric)
    }

    /// The level of `open` that the mark at `at` closes.
    fn closes(&self, at: usize, open: &[(Mark, usize)]) -> Option<usize> {
        let c = self.chars[at].1;
        let level = |mark: Mark| open.iter().rposition(|&(other, _)| other == mark);
        match c {
            '”' => {
                level(Mark::Curly).or_else(|| level(Mark::Low)).or_else(|| level(Mark::Straight))
            }
            '“' => level(Mark::Low),
            '"' => level(Mark::Straight).or_else(|| level(Mark::Curly)),
            '»' => level(Mark::Angle),
            '’' | '\'' if self.ends_single(at) => {
                let mark = if c == '’' { Mark::CurlySingle } else { Mark::StraightSingle };
                let found = level(mark)?;
                (!self.may_be_possessive(at) || !self.closes_later(at)).then_some(found)
            }
            _ => None,
        }
    }

    /// Whether another closing mark of the kind at `at` comes before one opens.
    fn closes_later(&self, at: usize) -> bool {
        let mark = self.chars[at].1;
        let limit = (at + 2_000).min(self.chars.len());
        for later in at + 1..limit {
            let c = self.chars[later].1;
            if c == '‘' {
                return false;
            }
            if c == mark && self.ends_single(later) && !self.may_be_possessive(later) {
                return true;
            }
        }
        false
    }
}

/// A single mark that never closed was an apostrophe.
fn drop_stray(open: &mut Vec<(Mark, usize)>, quotations: &mut Vec<Quotation>) {
    for &(_, idx) in open.iter().rev().filter(|(mark, _)| mark.is_single()) {
        quotations.remove(idx);
        for inner in &mut quotations[idx..] {
            inner.depth = 0;
        }
    }
    open.retain(|(mark, _)| !mark.is_single());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{document, mark, marks, unmark};

    fn check(marked: &str) -> Vec<Quotation> {
        let text = unmark(marked);
        let found = find(&document(&text));
        let ranges: Vec<TextRange> = found.iter().map(|quotation| quotation.range).collect();
        assert_eq!(ranges, marks(marked), "found {}", mark(&text, &ranges[..ranges.len().min(1)]));
        found
    }

    #[test]
    fn marks_of_all_kinds() {
        check("«“No,”» he said, «\"not now\"»; «„ja“».");
        check("«''I don't think so,''» Lee said, «''that it's a good thing.''»");
        check("The voters’ «‘best hope’» isn’t 'em, it's «'us'».");
        check("A 6'2\" man said «\"hi\"».");
        check("«‘The voters’ voice won,’» she said.");
    }

    #[test]
    fn a_quotation_that_opens_anew_in_one_block_goes_on() {
        let found =
            check("«\"We won the bay.» «\"We will win the port,\"» he said. «\"Soon,\"» he said.");
        assert_eq!(found.iter().map(|q| q.continues).collect::<Vec<_>>(), [false, true, false]);
        check("«“We won the bay.» «“We will win it,”» he said.");
        check("«\"The \"»big\" one\" is here.");
    }

    #[test]
    fn a_block_that_closes_what_it_has_not_opened_goes_on() {
        let found =
            check("«\"You carry on, don't you?»\n\n«It has been harder for her,\"» he said.");
        assert_eq!(found.iter().map(|q| q.continues).collect::<Vec<_>>(), [false, true]);
        check("«“You carry on.»\n\n«It has been harder for her,”» he said.");
    }

    #[test]
    fn what_nothing_closes_ends_with_what_sounds_like_speech() {
        check(
            "He said: «\"We have far to go. I know it.» In Selm, crews of all the ports stood by the old harbour.",
        );
        check(
            "He said «\"we go.» Crews of all the ports of the land stood by. «\"We stay,\"» he said.",
        );
    }

    #[test]
    fn a_mark_that_closes_nothing_opens_nothing() {
        check("We won,\" he said. She said «\"no\"» twice.");
    }

    #[test]
    fn quotations_nest() {
        let found = check("«“She said «‘never’» twice,”» he said.");
        assert_eq!((found[0].depth, found[1].depth), (0, 1));
    }

    #[test]
    fn a_quotation_goes_on_where_the_next_block_opens_anew() {
        let found = check("«“We won.»\n\n«“We will win.”» So he said.\n\n«“A stray.»\n\nNothing.");
        assert_eq!(found.iter().map(|q| q.closed).collect::<Vec<_>>(), [false, true, false]);
        assert_eq!(found.iter().map(|q| q.continues).collect::<Vec<_>>(), [false, true, false]);
    }
}
