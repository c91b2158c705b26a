//! Words into sentences.
//!
//! A block always ends a sentence, so a heading needs no full stop. Inside a block a sentence ends at
//! `.`, `!`, `?` or an ellipsis, together with the quotation marks and brackets that close there. The
//! dateline before a report (`ROME, 3 May —`) is a sentence of its own, or its town would be the subject; so is the name
//! before a turn of an interview (`ANA RUIZ: No.`).

use super::abbreviation::{Abbreviation, Surroundings, classify, is_starter};
use super::lexicon::{Senses, lexicon};
use super::{Sentence, Token};
use crate::document::Document;
use crate::text::TextRange;

/// Cuts `tokens`, which are those of the document's prose, into sentences.
pub fn split(document: &Document, tokens: &[Token]) -> Vec<Sentence> {
    let mut sentences = Vec::with_capacity(tokens.len() / 16 + 1);
    let mut first = 0;
    let named = document.interviews_by_name();
    for (block, range) in document.blocks().iter().map(|block| block.range).enumerate() {
        let len =
            tokens[first..].iter().take_while(|token| token.range.end() <= range.end()).count();
        let words = Words { text: document.text(), tokens: &tokens[first..first + len] };
        let mut from = 0;
        while from < len {
            let to = match document.turn_of(block).filter(|_| named && from == 0) {
                Some(label) => words.label_end(label),
                None => words.sentence_end(from),
            };
            let range = words.tokens[from].range.cover(words.tokens[to - 1].range);
            sentences.push(Sentence { block, range, tokens: first + from..first + to });
            from = to;
        }
        first += len;
    }
    sentences
}

/// The words of one block.
struct Words<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

impl<'a> Words<'a> {
    fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.range.slice(self.text))
    }

    /// Whether white space stands before the word.
    fn spaced(&self, at: usize) -> bool {
        at == 0
            || at >= self.tokens.len()
            || self.tokens[at - 1].range.end() < self.tokens[at].range.start()
    }

    /// The place behind the name that stands before a turn of an interview, and its colon.
    fn label_end(&self, label: TextRange) -> usize {
        let colon = self.tokens.iter().position(|token| token.range.start() >= label.end());
        colon.map_or(self.tokens.len(), |colon| colon + 1)
    }

    /// The place behind a dateline at the start of the block: a town, perhaps a country, a date or an agency, and a dash
    /// or a colon.
    fn dateline_end(&self) -> Option<usize> {
        const MAX_WORDS: usize = 14;
        const MAX_ASIDE: usize = 20;
        let mark = (1..self.tokens.len().min(MAX_WORDS))
            .find(|&at| matches!(self.word(at), "—" | "–" | "―" | "--" | "-" | "_" | ":"))?;
        let plain = |word: &str| {
            word.starts_with(|c: char| {
                c.is_uppercase() || c.is_numeric() || c.is_ascii_punctuation()
            })
        };
        let town = (1..mark).find(|&at| matches!(self.word(at), "," | "(")).unwrap_or(mark);
        let shouted = self.word(0).chars().count() >= 3
            && self.word(0).chars().all(|c| c.is_uppercase() || matches!(c, '.' | '-'));
        let town = self.tokens[0].range.cover(self.tokens[town - 1].range).slice(self.text);
        let known = || {
            let small: String = town
                .split(' ')
                .map(|word| {
                    let (first, rest) =
                        word.split_at(word.chars().next().map_or(0, char::len_utf8));
                    format!("{first}{}", rest.to_lowercase())
                })
                .collect::<Vec<_>>()
                .join(" ");
            lexicon().senses(town).any(Senses::ANY_PLACE)
                || lexicon().senses(&small).any(Senses::ANY_PLACE)
        };
        let dated = || (1..mark).any(|at| self.word(at).starts_with(|c: char| c.is_ascii_digit()));
        // `Selm - Energy Minister Ana Lee said`: a town, and not `Russia – Ukraine talks`.
        let opens = || {
            lexicon().senses(town).any(Senses::CITY | Senses::CAPITAL)
                && mark <= 3
                && self.tokens.len() > mark + 8
                && self.word(mark + 1).starts_with(char::is_uppercase)
                && !lexicon().senses(self.word(mark + 1)).any(Senses::ANY_PLACE)
                && !(mark + 1..(mark + 1 + MAX_ASIDE).min(self.tokens.len()))
                    .any(|at| matches!(self.word(at), "—" | "–" | "―" | "--"))
        };
        // `RUIZ: I agree` has a speaker, `Lisbon: Ana Lee` a list, and "Lyon - the city - is" a subject.
        let placed = match (shouted, self.word(mark)) {
            (true, ":") => known() || dated(),
            (true, _) => true,
            (false, ":") => false,
            (false, _) => known() && (dated() || opens()),
        };
        // `May 3 (Reuters) - `: a day and who sent it.
        let month = lexicon().senses(self.word(0).trim_end_matches('.')).any(Senses::MONTH);
        let sent = (1..mark).any(|at| self.word(at) == "(") && self.word(mark - 1) == ")";
        let placed = placed || month && dated() && sent && self.word(mark) != ":";
        // A hyphen alone behind one name may open an aside, `OPEC - the cartel - met`, which a second one closes.
        let hyphens = |at: usize| self.word(at) == "-" && self.spaced(at);
        let reach = mark + 1..(mark + 1 + MAX_ASIDE).min(self.tokens.len());
        let alone =
            self.word(mark + 1).starts_with(char::is_uppercase) && !reach.clone().any(hyphens);
        let is_dateline = placed
            && (self.spaced(mark) || self.word(mark) == ":")
            && (mark > 1 || self.word(mark) != "-" || alone)
            && mark + 2 < self.tokens.len()
            && (1..mark).all(|at| plain(self.word(at)));
        is_dateline.then_some(mark + 1)
    }

    /// The end of the sentence that starts at `from`.
    fn sentence_end(&self, from: usize) -> usize {
        if let (0, Some(end)) = (from, self.dateline_end()) {
            return end;
        }
        let mut quoted = false;
        let mut at = from;
        while at < self.tokens.len() {
            if self.word(at) == "\"" {
                quoted = !quoted;
            }
            if let Some(stop) = self.stop(at) {
                let after = self.closers_end(at + 1, quoted);
                if after >= self.tokens.len() || self.ends(at, after, stop) {
                    return after;
                }
            }
            at += 1;
        }
        self.tokens.len()
    }

    fn stop(&self, at: usize) -> Option<Stop> {
        let word = self.word(at);
        let loud = |c| matches!(c, '!' | '?' | '。' | '！' | '？');
        if word.starts_with(loud) || word.starts_with('.') && word.ends_with(loud) {
            return Some(Stop::Mark);
        }
        if word.starts_with(['.', '…']) && word.chars().all(|c| matches!(c, '.' | '…')) {
            let ellipsis = word.len() > 1;
            return Some(if ellipsis { Stop::Ellipsis } else { Stop::Full });
        }
        let stem = word.strip_suffix('.')?;
        // Where the next word does not tell, an initial counts as one.
        let around =
            Surroundings { right_behind: Some(','), next: self.word(at + 1), before: Some(',') };
        Some(Stop::Abbreviation(classify(stem, around).unwrap_or(Abbreviation::Leading)))
    }

    /// The place behind the marks from `at` on that close what the sentence opened, and behind the
    /// number of a note: `It ended.” [6]`
    fn closers_end(&self, at: usize, quoted: bool) -> usize {
        let mut to = at;
        let mut quoted = quoted;
        while to < self.tokens.len() {
            let closes = match self.word(to) {
                "\"" if self.spaced(to) != self.spaced(to + 1) => self.spaced(to + 1),
                "\"" => std::mem::replace(&mut quoted, false),
                "”" | ")" | "]" | "»" => true,
                "''" | "’’" | "'" | "’" => !self.spaced(to),
                _ => false,
            };
            if closes {
                to += 1;
            } else if self.is_note(to) {
                to += 3;
            } else {
                break;
            }
        }
        to
    }

    fn is_note(&self, at: usize) -> bool {
        let number = self.word(at + 1);
        self.word(at) == "["
            && self.word(at + 2) == "]"
            && !number.is_empty()
            && number.bytes().all(|b| b.is_ascii_digit())
    }

    /// Whether a sentence ends at `stop` when the next one would start with the word at `after`.
    fn ends(&self, at: usize, after: usize, stop: Stop) -> bool {
        let first = self.first_letters(after);
        let Some(letter) = first.chars().next() else {
            return stop != Stop::Abbreviation(Abbreviation::Leading);
        };
        if self.word(after).starts_with([',', ';', ':']) {
            return false;
        }
        let closed = after > at + 1;
        let capital = letter.is_uppercase() || !letter.is_alphabetic();
        if !self.spaced(after) && !closed && stop != Stop::Mark && !letter.is_uppercase() {
            return false;
        }
        match stop {
            // "in support of H. R. 1280": a number counts what the letters stand for.
            Stop::Full if letter.is_numeric() && self.ends_initials(at) => false,
            // “We go.” Lee said. But: “We go.” Lee said that he would not. And: “We go.” Lee said “no”.
            Stop::Full => {
                let speaker = self.reported_by(after, closed);
                let ends = |word: &str| is_sign(word) && !matches!(word, "“" | "\"" | "‘");
                capital && !speaker.is_some_and(|verb| ends(self.word(verb + 1)))
            }
            Stop::Mark => (capital || !closed) && self.reported_by(after, closed).is_none(),
            Stop::Ellipsis => letter.is_uppercase() && first != "I" && self.spaced(after),
            Stop::Abbreviation(Abbreviation::Leading) => false,
            Stop::Abbreviation(Abbreviation::Trailing) => capital && !letter.is_numeric(),
            Stop::Abbreviation(Abbreviation::Either) => {
                // `into the U.S. Initially, it let them in`; `J. Kelly, a mayor` is a name.
                let initial = self.word(at).chars().count() <= 2;
                let adverb = first.ends_with("ly") && self.word(after + 1) == ",";
                is_starter(first) || adverb && !initial
            }
        }
    }

    /// Whether the full stop stands behind the second of two initials: `H. R.`
    fn ends_initials(&self, stop: usize) -> bool {
        let is_letter = |word: &str| word.len() == 1 && word.starts_with(char::is_uppercase);
        stop.checked_sub(2).is_some_and(|first| {
            is_letter(self.word(stop - 1))
                && self.word(first).strip_suffix('.').is_some_and(is_letter)
        })
    }

    /// The word at `after`, or the first behind the signs there.
    fn first_letters(&self, after: usize) -> &'a str {
        let is_wordy = |word: &&str| word.starts_with(char::is_alphanumeric);
        (after..self.tokens.len())
            .take(4)
            .map(|at| self.word(at))
            .find(is_wordy)
            .unwrap_or_default()
    }

    /// The verb behind a closed quotation that tells who said it: `“Why?” Mr. Lee asked.`
    fn reported_by(&self, after: usize, closed: bool) -> Option<usize> {
        if !closed {
            return None;
        }
        for at in after..(after + 6).min(self.tokens.len()) {
            let word = self.word(at);
            if at > after && SPEECH.contains(&word) {
                return Some(at);
            }
            let name = word.starts_with(char::is_uppercase)
                && !matches!(word, "The" | "But" | "And" | "In" | "It");
            if !name {
                return None;
            }
        }
        None
    }
}

fn is_sign(word: &str) -> bool {
    !word.starts_with(char::is_alphanumeric)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stop {
    Full,
    /// Question or exclamation marks.
    Mark,
    Ellipsis,
    Abbreviation(Abbreviation),
}

const SPEECH: &[&str] = &[
    "said",
    "says",
    "asked",
    "asks",
    "told",
    "added",
    "wrote",
    "replied",
    "tweeted",
    "shouted",
    "cried",
    "continued",
    "wondered",
];

/// The sentence that holds the byte `offset`, or the last that starts before it.
pub(super) fn sentence_at(sentences: &[Sentence], offset: usize) -> Option<usize> {
    let after = sentences.partition_point(|sentence| sentence.range.start() <= offset);
    after.checked_sub(1).filter(|&idx| offset <= sentences[idx].range.end())
}

/// The range of the words from `first` to `last`, both included.
pub(super) fn cover(tokens: &[Token], first: usize, last: usize) -> TextRange {
    tokens[first].range.cover(tokens[last].range)
}

#[cfg(test)]
mod tests {
    use super::super::token::tokenize;
    use super::*;
    use crate::testing::document;

    /// `marked` has `|` where one sentence ends and another begins.
    fn check(marked: &str) {
        let text = marked.replace("| ", "");
        let document = document(&text);
        let sentences = split(&document, &tokenize(&document));
        let found: Vec<&str> =
            sentences.iter().map(|sentence| sentence.range.slice(&text)).collect();
        let parts = marked.split("\n\n").flat_map(|block| block.split("| "));
        let expected: Vec<&str> = parts.map(str::trim).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn abbreviations_do_not_end_sentences() {
        check("Mr. Lee lives in Washington, D.C. | He met Gov. Ana M. Ruiz there.");
        check("The U.S. Senate met at 5 p.m. | Others left.");
        check("Sens. Smith and Lee left the U.S. | They will be back.");
        check("They came to the U.S. | Initially, few stayed.");
        check("In May J. Kelly, a mayor, left.");
        check("Rep. Tom Hall (R-S.C.) earlier left. | Sen. Ana Lee (D-Mass.) Tuesday stayed.");
        check("Lee backed H. R. 1280 in May. | Others did not.");
        check("No. 10 agreed. | Paul v. Ryan, 5 p. 4, etc. | Yes.");
    }

    #[test]
    fn closing_marks_belong_to_their_sentence() {
        check("“It is peace in Donbass.” | Nobody agreed.");
        check("He said: \"We won.\" | \"We did (really).\" | So what?");
        check("“Why?” asked Mr. Lee. | “Why not?” Ana Ruiz said.");
    }

    #[test]
    fn a_dateline_is_a_sentence_of_its_own() {
        check("VALLETTA, 4 May 2025 — | Malta’s minister resigned.");
        check("NEW YORK (Harbour News) — | Shares fell.");
        check("“We go.” Lee said. | Ruiz said: “We stay.” | Ana Lee said that she would not.");
        check("NATO said — and meant — that it would stay.");
        check("OPEC - the cartel - met.");
        check("OPEC - The cartel of the oil states - met.");
        check("VALLETTA - | Malta’s minister resigned.");
        check("VALLETTA ― | Malta’s minister resigned.");
        check("DORN, March 12 (Acme): | The minister resigned.");
        check("MANILA: | The minister resigned.");
        check("RUIZ: The minister resigned.");
        check("Geneva, 4 May 2021 – | The agency closed its office.");
        check("Lisbon: a short guide.");
        check("May 3 (Acme) - | The minister resigned.");
        check("NEW YORK (Acme) _ | The minister resigned.");
    }

    #[test]
    fn a_block_ends_a_sentence() {
        check("A heading without a stop\n\nShe came… and left... | Then what?! | 3 of 5 agreed.");
    }
}
