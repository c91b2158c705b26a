//! What the labeler sees of a word, as numbers of hashed features.
//!
//! A [`Sight`] holds what can be known of a word by itself or from the whole document, worked out once;
//! the features of a word are its sight's and its neighbours'.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::runs::{self, Link, Run};
use super::uses::{self, Uses};
use crate::document::Document;
use crate::language::clusters::{Cluster, cluster};
use crate::language::lexicon::{Lexicon, Senses, lexicon};
use crate::language::linear::{feature, hash, mix};
use crate::language::word::Word;
use crate::language::{Sentence, Tag, Token, Upos};

/// A document made ready for the labeler.
pub(crate) struct Reader<'a> {
    pub(super) tokens: &'a [Token],
    sights: Vec<Sight<'a>>,
    uses: HashMap<u64, Uses>,
    /// Words that stand in lower case somewhere.
    lower: HashSet<u64>,
    runs: Vec<Run>,
}

/// A word, looked at closely.
#[expect(clippy::struct_excessive_bools, reason = "independent facts of a word")]
#[derive(Clone, Debug, Default)]
pub(super) struct Sight<'a> {
    pub(super) text: &'a str,
    pub(super) word: Word,
    upos: u64,
    xpos: u64,
    pub(super) cluster: Cluster,
    /// As a name by itself.
    pub(super) senses: Senses,
    /// As a title or a word that tells what a name is.
    pub(super) title: Senses,
    /// The longest listed name around it: what that can be, and where in it the word stands.
    listed: Senses,
    place: u64,
    pub(super) capital: bool,
    pub(super) digits: bool,
    /// Whether it is the first word of its sentence or follows an opening quotation mark there.
    pub(super) first: bool,
    /// Whether most of its sentence is in capitals.
    pub(super) shouted: bool,
    pub(super) sentence: usize,
    /// The first and last word of the capitalised words it stands in, nothing between them.
    pub(super) run_first: usize,
    pub(super) run_last: usize,
    /// The same where small words like `of` may join them.
    wide_first: usize,
    wide_last: usize,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(
        document: &'a Document,
        sentences: &'a [Sentence],
        tokens: &'a [Token],
        tags: &[Tag],
    ) -> Self {
        let text = document.text();
        let mut sights: Vec<Sight<'a>> = Vec::with_capacity(tokens.len());
        let mut buffer = Vec::new();
        for (idx, token) in tokens.iter().enumerate() {
            sights.push(look(token.range.slice(text), tags.get(idx), &mut buffer));
        }
        let mut runs = Vec::new();
        let mut links: Vec<Link> = Vec::with_capacity(tokens.len());
        for (idx, sight) in sights.iter().enumerate() {
            let upos = tags.get(idx).map_or(Upos::X, |tag| tag.upos);
            let next = sights.get(idx + 1).map(|next| next.text).unwrap_or_default();
            let second = sights.get(idx + 2).map(|second| second.text).unwrap_or_default();
            links.push(runs::link([sight.text, next, second], upos));
        }
        for (number, sentence) in sentences.iter().enumerate() {
            survey(&mut sights, number, sentence, &links);
            runs.extend(runs::runs(sentence, &links));
        }
        let mut reader = Self { tokens, sights, uses: HashMap::new(), lower: HashSet::new(), runs };
        reader.list(text);
        reader.uses = uses::collect(&reader.sights);
        let small = reader.sights.iter().filter(|sight| !sight.capital);
        reader.lower = small.map(|sight| sight.word.lower).collect();
        reader
    }

    /// The stretches of words in which names can lie, in order.
    pub(crate) fn runs(&self) -> impl Iterator<Item = Range<usize>> {
        self.runs.iter().map(|run| run.tokens.clone())
    }

    pub(crate) fn tokens(&self) -> &'a [Token] {
        self.tokens
    }

    /// Finds the longest listed name at each word.
    fn list(&mut self, text: &str) {
        let lexicon = lexicon();
        for run in &self.runs {
            let mut idx = run.tokens.start;
            while idx < run.tokens.end {
                let (len, senses) = longest_listed(lexicon, text, self.tokens, idx..run.tokens.end);
                for at in idx..idx + len {
                    let sight = &mut self.sights[at];
                    sight.listed = senses;
                    sight.place = match (at == idx, at + 1 == idx + len) {
                        (true, true) => 1,
                        (true, false) => 2,
                        (false, false) => 3,
                        (false, true) => 4,
                    };
                }
                idx += len.max(1);
            }
        }
    }

    /// The features of a word, behind what `features` holds.
    pub(crate) fn features(&self, idx: usize, features: &mut Vec<u32>) {
        let none = Sight::default();
        let own = &self.sights[idx];
        let at = |offset: isize| {
            idx.checked_add_signed(offset)
                .and_then(|other| self.sights.get(other))
                .filter(|other| other.sentence == own.sentence)
                .unwrap_or(&none)
        };
        let mut put = Putter { features };
        let around = [at(-2), at(-1), own, at(1), at(2)];
        put.own(own);
        put.neighbours(&around);
        put.run(self, idx);
        put.document(self, own);
    }
}

/// Adds features, each under the number of its template.
struct Putter<'f> {
    features: &'f mut Vec<u32>,
}

impl Putter<'_> {
    fn put(&mut self, template: u64, value: u64) {
        self.features.push(feature(template, value));
    }

    fn pair(&mut self, template: u64, first: u64, second: u64) {
        self.put(template, mix(first, second));
    }

    fn own(&mut self, own: &Sight<'_>) {
        let word = &own.word;
        self.put(1, 0);
        self.put(2, word.lower);
        self.put(3, word.shape);
        self.pair(4, word.shape, own.first.into());
        for (template, suffix) in (5..).zip(word.suffixes.iter().skip(1).take(3)) {
            self.put(template, *suffix);
        }
        self.put(8, word.prefixes[2]);
        self.put(9, own.upos);
        self.put(10, own.xpos);
        self.pair(11, own.upos, own.first.into());
        self.cluster(12, own);
        self.pair(15, own.cluster.middle.into(), own.capital.into());
        self.pair(16, own.cluster.coarse.into(), own.upos);
        self.bits(17, own.senses, 0);
        self.bits(18, own.listed, own.place);
        self.bits(19, own.title, own.capital.into());
        self.pair(20, own.listed.bits(), own.place);
        self.pair(21, own.first.into(), own.cluster.middle.into());
        self.put(22, own.shouted.into());
    }

    fn neighbours(&mut self, around: &[&Sight<'_>; 5]) {
        let [second_before, before, own, after, second_after] = around;
        for (number, sight) in (0..).zip([second_before, before, after, second_after]) {
            let template = 30 + 10 * number;
            self.put(template, sight.word.lower);
            self.put(template + 1, sight.upos);
            self.put(template + 2, sight.cluster.middle.into());
            if number == 1 || number == 2 {
                self.put(template + 3, sight.word.shape);
                self.put(template + 4, sight.cluster.fine.into());
                self.put(template + 5, sight.cluster.coarse.into());
                self.bits(template + 6, sight.senses, 0);
                self.bits(template + 7, sight.title, sight.capital.into());
                self.bits(template + 8, sight.listed, sight.place);
            }
        }
        self.pair(70, before.upos, own.upos);
        self.pair(71, own.upos, after.upos);
        self.pair(72, before.word.lower, own.word.lower);
        self.pair(73, own.word.lower, after.word.lower);
        self.pair(74, before.cluster.coarse.into(), own.cluster.coarse.into());
        self.pair(75, own.cluster.coarse.into(), after.cluster.coarse.into());
        self.pair(76, before.word.lower, own.word.shape);
        self.pair(77, after.word.lower, own.word.shape);
        self.pair(78, before.word.lower, own.cluster.coarse.into());
        self.pair(79, after.word.lower, own.cluster.coarse.into());
        self.pair(80, before.word.shape, own.word.shape);
        self.pair(81, own.word.shape, after.word.shape);
        self.pair(82, before.word.lower, after.word.lower);
    }

    fn run(&mut self, reader: &Reader<'_>, idx: usize) {
        let none = Sight::default();
        let own = &reader.sights[idx];
        let beyond = |other: Option<usize>| {
            other
                .and_then(|other| reader.sights.get(other))
                .filter(|other| other.sentence == own.sentence)
                .unwrap_or(&none)
        };
        for (template, first, last) in
            [(100, own.run_first, own.run_last), (120, own.wide_first, own.wide_last)]
        {
            let place = match (idx == first, idx == last) {
                (true, true) => 0,
                (true, false) => 1,
                (false, true) => 2,
                (false, false) => 3,
            };
            let (head, start) = (&reader.sights[last], &reader.sights[first]);
            self.put(template, place);
            self.pair(template + 1, place, (last + 1 - first).min(5) as u64);
            self.pair(template + 2, place.min(1), head.word.lower);
            self.bits(template + 3, head.title, place);
            self.pair(template + 4, place, head.cluster.middle.into());
            self.bits(template + 5, start.senses, place);
            self.bits(template + 6, start.title, place);
            self.pair(template + 7, place, start.cluster.middle.into());
            let (before, after) = (beyond(first.checked_sub(1)), beyond(Some(last + 1)));
            self.pair(template + 8, place, before.word.lower);
            self.pair(template + 9, place, after.word.lower);
            self.pair(template + 10, place, before.cluster.middle.into());
            self.pair(template + 11, place, after.cluster.middle.into());
            self.bits(template + 12, before.title, place);
            self.pair(template + 13, before.upos, after.upos);
            let second = beyond(Some(last + 2));
            self.pair(template + 14, after.word.lower, second.cluster.middle.into());
            self.pair(template + 15, before.word.lower, head.cluster.coarse.into());
            self.pair(template + 16, after.word.lower, head.cluster.coarse.into());
        }
    }

    fn document(&mut self, reader: &Reader<'_>, own: &Sight<'_>) {
        let lower = reader.lower.contains(&own.word.lower);
        self.pair(140, lower.into(), own.first.into());
        self.pair(141, lower.into(), own.upos);
        let Some(uses) = reader.uses.get(&own.word.lower).filter(|_| own.capital) else { return };
        for mark in uses.marks() {
            self.put(142, mark as u64);
            self.pair(143, mark as u64, own.first.into());
            self.pair(144, mark as u64, own.cluster.coarse.into());
        }
    }

    fn cluster(&mut self, template: u64, sight: &Sight<'_>) {
        self.put(template, sight.cluster.fine.into());
        self.put(template + 1, sight.cluster.middle.into());
        self.put(template + 2, sight.cluster.coarse.into());
    }

    /// One feature for each sense.
    fn bits(&mut self, template: u64, senses: Senses, value: u64) {
        let mut bits = senses.bits();
        while bits != 0 {
            let bit = u64::from(bits.trailing_zeros());
            self.pair(template, bit, value);
            bits &= bits - 1;
        }
    }
}

/// What can be seen of a word by itself.
fn look<'a>(text: &'a str, tag: Option<&Tag>, buffer: &mut Vec<char>) -> Sight<'a> {
    let word = Word::new(text, buffer);
    let lower: String = buffer.iter().collect();
    let lexicon = lexicon();
    let capital = text.chars().any(char::is_uppercase);
    let mut senses = Senses::default();
    if capital {
        senses = lexicon.senses(text);
        if senses.is_empty() && text.chars().all(|c| !c.is_lowercase()) {
            senses = lexicon.senses(&title_case(&lower));
        }
    }
    Sight {
        text,
        word,
        upos: tag.map_or(0, |tag| tag.upos as u64 + 1),
        xpos: tag.map_or(0, |tag| hash(tag.xpos)),
        cluster: cluster(text),
        senses,
        title: lexicon.word_senses(&lower),
        capital,
        digits: text.bytes().all(|byte| byte.is_ascii_digit()),
        ..Sight::default()
    }
}

fn title_case(lower: &str) -> String {
    let mut chars = lower.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// What is seen of words in their sentence: where they stand, and in which run.
fn survey(sights: &mut [Sight<'_>], number: usize, sentence: &Sentence, links: &[Link]) {
    let words = sentence.tokens.clone();
    let letters =
        |sight: &&mut Sight<'_>| sight.text.chars().next().is_some_and(char::is_alphabetic);
    let (mut all, mut upper) = (0, 0);
    for sight in sights[words.clone()].iter_mut().filter(letters) {
        all += 1;
        upper += usize::from(sight.text.len() > 1 && !sight.text.chars().any(char::is_lowercase));
    }
    let shouted = upper * 5 > all * 3 && all > 2;
    let mut first = true;
    for sight in &mut sights[words.clone()] {
        sight.sentence = number;
        sight.shouted = shouted;
        let is_word = sight.text.chars().next().is_some_and(char::is_alphanumeric);
        sight.first = first && is_word;
        // A word after a colon or an opening mark is as good as first.
        first = !is_word && (first || matches!(sight.text, "“" | "\"" | ":" | "‘" | "``"));
    }
    spans(
        sights,
        words.clone(),
        |idx| links[idx] == Link::Start,
        |_| false,
        |sight, first, last| {
            (sight.run_first, sight.run_last) = (first, last);
        },
    );
    let joins = ["of", "the", "and", "for", "de", "&", "-", "al", "bin", "la", "'s", "’s", "on"];
    let texts: Vec<bool> =
        sights[words.clone()].iter().map(|sight| joins.contains(&sight.text)).collect();
    let start = words.start;
    spans(
        sights,
        words,
        |idx| links[idx] == Link::Start,
        |idx| texts[idx - start],
        |sight, first, last| {
            (sight.wide_first, sight.wide_last) = (first, last);
        },
    );
}

/// Sets the first and last word of the run around each word of `words`; a word in none is its own.
fn spans<'a>(
    sights: &mut [Sight<'a>],
    words: Range<usize>,
    inside: impl Fn(usize) -> bool,
    joins: impl Fn(usize) -> bool,
    set: impl Fn(&mut Sight<'a>, usize, usize),
) {
    let mut idx = words.start;
    while idx < words.end {
        let mut last = idx;
        let mut at = idx + 1;
        let mut joints = 0;
        while inside(idx) && at < words.end && joints <= 2 {
            if inside(at) {
                (last, joints) = (at, 0);
            } else if joins(at) {
                joints += 1;
            } else {
                break;
            }
            at += 1;
        }
        for sight in &mut sights[idx..=last] {
            set(sight, idx, last);
        }
        idx = last + 1;
    }
}

/// How many words the longest listed name at the start of `words` has, and what it can be.
pub(super) fn longest_listed(
    lexicon: &Lexicon,
    text: &str,
    tokens: &[Token],
    words: Range<usize>,
) -> (usize, Senses) {
    let from = tokens[words.start].range;
    let longest = lexicon.longest_from(from.slice(text));
    let mut best = (0, Senses::default());
    for (len, token) in (1..).zip(&tokens[words]) {
        let range = from.cover(token.range);
        // A little more, for apostrophes that take three bytes.
        if range.len() > longest + 8 || longest == 0 {
            break;
        }
        let senses = lexicon.senses(range.slice(text));
        if !senses.is_empty() {
            best = (len, senses);
        }
    }
    best
}
