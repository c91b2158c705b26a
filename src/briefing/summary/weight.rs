//! How much a sentence tells of its article: what the article comes back to, what was decided, what is to come.
//!
//! A linear model, fitted by `train summary` to the sentences that readers of news articles, weblogs and speeches would
//! not miss. What a sentence says is told by `article`, how central it is by `rank`, whether it can be read alone by
//! `alone`.

use std::collections::BTreeSet;

use crate::briefing::actors::Cast;
use crate::briefing::genre::Genre;
use crate::briefing::{Basis, Event, EventStatus, Evidence, Position, Question};
use crate::language::Upos;

use super::article::{Article, is_running, kind};
use super::rank::ranks;
use super::words::{CAUSING, CHANGING, DECIDING, MONEY};

/// What the model looks at, in this order. Shares and saliences go from 0 to 1, the others are yes or no.
pub(crate) const FEATURES: [&str; 26] = [
    "words that the article comes back to (mean)",
    "words that the article comes back to (sum)",
    "words of the title (share)",
    "words that come first here (share)",
    "words (forties, at most one)",
    "words beyond thirty (twenties)",
    "the predicate is in the present",
    "a word of deciding or disputing",
    "a weekday",
    "`now`",
    "a contrast to what was said",
    "a planned event",
    "weightiest open question (salience)",
    "something is unresolved",
    "within quotation marks (share)",
    "starts a block",
    "far down (share of the sentences)",
    "near the start (one by its place)",
    "weightiest position (salience)",
    "words of sentences that share words (rank, mean one)",
    "words of other sentences (mean)",
    "a word of change or harm",
    "money or a share",
    "in the middle (one at half)",
    "names (share of the words)",
    "starts with `and`, `but`, `so`",
];

/// Their places in [`FEATURES`].
const CENTRAL: usize = 1;
const WEEKDAY: usize = 8;
const CONTRAST: usize = 10;
const QUOTED: usize = 14;
const RANK: usize = 19;
const NAMES: usize = 24;

/// Fitted by `train summary`, see there.
const WEIGHTS: [f32; FEATURES.len()] = [
    -0.016, // words that the article comes back to (mean)
    0.026,  // words that the article comes back to (sum)
    0.320,  // words of the title (share)
    0.050,  // words that come first here (share)
    0.061,  // words (forties, at most one)
    -0.084, // words beyond thirty (twenties)
    0.039,  // the predicate is in the present
    0.055,  // a word of deciding or disputing
    0.123,  // a weekday
    0.073,  // `now`
    0.035,  // a contrast to what was said
    0.142,  // a planned event
    0.056,  // weightiest open question (salience)
    0.061,  // something is unresolved
    -0.081, // within quotation marks (share)
    0.036,  // starts a block
    -0.014, // far down (share of the sentences)
    0.125,  // near the start (one by its place)
    0.031,  // weightiest position (salience)
    0.074,  // words of sentences that share words (rank, mean one)
    0.249,  // words of other sentences (mean)
    0.030,  // a word of change or harm
    0.063,  // money or a share
    -0.075, // in the middle (one at half)
    -0.084, // names (share of the words)
    0.033,  // starts with `and`, `but`, `so`
];

/// What a sentence gains that says who will speak and of what: the readers' articles have few of them to learn from.
pub(super) const INTRODUCTION: f32 = 0.05;

/// What a sentence of a commentary gains that says what should be done: what the author is after.
const DEMAND: f32 = 0.08;

/// What a sentence of a report or a commentary gains that says why something was: readers who sum a text up tell it first, though few of its sentences do.
const REASON: f32 = 0.02;

/// Features that weigh otherwise where one speaks to many, who comes back to what matters and names whom he means; there
/// are few speeches too among those articles.
const SPOKEN: [(usize, f32); 2] = [(CENTRAL, 0.1), (NAMES, 0.0)];

/// What ties a sentence to the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tie {
    None,
    /// Its first word says that it comes after another: `Meanwhile`.
    Sequel,
    /// It says nothing without it.
    Needed,
}

/// A sentence that may stand in the summary.
pub(crate) struct Candidate<'a> {
    /// Index into the analysis's sentences.
    pub(crate) sentence: usize,
    pub(crate) features: [f32; FEATURES.len()],
    /// Whether it can be read alone: a statement, and the whole of it.
    pub(super) whole: bool,
    pub(super) tie: Tie,
    /// How many words it has; once it is known what of them may go, without those.
    pub(super) words: usize,
    /// What it gains beside its features.
    pub(super) extra: f32,
    /// Whether it has a pronoun that stands for nothing in it.
    pub(super) dangling: bool,
    /// What it gains below another sentence, where it says why something was.
    below: f32,
    /// How many words of the title it has.
    pub(super) titled: usize,
    /// Whether it is part of a speech.
    spoken: bool,
    lemmas: BTreeSet<&'a str>,
}

impl Candidate<'_> {
    /// How likely a reader would miss it, on no particular scale.
    pub(super) fn weight(&self) -> f32 {
        let mut weights = WEIGHTS;
        if self.spoken {
            for (feature, weight) in SPOKEN {
                weights[feature] = weight;
            }
        }
        let weight: f32 = self.features.iter().zip(weights).map(|(x, weight)| x * weight).sum();
        weight + self.extra
    }

    /// The same for one that stands below another, where it may say why that was.
    pub(super) fn weight_below(&self) -> f32 {
        self.weight() + self.below
    }

    /// Whether it needs the sentence before it.
    pub(super) fn leans(&self) -> bool {
        self.tie == Tie::Needed
    }

    /// How central it is among all sentences, one being the mean.
    pub(super) fn rank(&self) -> f32 {
        self.features[RANK]
    }

    /// Whether it is set against what was said before it.
    pub(super) fn contrasts(&self) -> bool {
        self.features[CONTRAST] > 0.0
    }

    /// Whether it names a weekday, or today.
    pub(super) fn tells_day(&self) -> bool {
        self.features[WEEKDAY] > 0.0
    }

    /// Whether part of it stands within quotation marks.
    pub(super) fn quotes(&self) -> bool {
        self.features[QUOTED] > 0.0
    }

    /// Whether it has the word, given as a lemma.
    pub(super) fn has(&self, lemma: &str) -> bool {
        self.lemmas.contains(lemma)
    }

    /// Whether it says what `other` says: one of the two has nearly all words of the other.
    pub(super) fn says_again(&self, other: &Self) -> bool {
        /// Fewer words are easily shared.
        const FEW: usize = 6;
        let shorter = self.lemmas.len().min(other.lemmas.len());
        let shared = self.lemmas.intersection(&other.lemmas).count();
        shared == shorter || shared >= FEW && 4 * shared >= 3 * shorter
    }

    /// The share of its words that `other` has too, by the shorter of the two.
    pub(super) fn repeats(&self, other: &Self) -> f32 {
        let shorter = self.lemmas.len().min(other.lemmas.len()).max(1);
        self.lemmas.intersection(&other.lemmas).count() as f32 / shorter as f32
    }
}

/// The sentences of running text, in order.
pub(crate) fn candidates<'a>(
    article: &mut Article<'a>,
    cast: &Cast,
    positions: &[Position],
    questions: &[Question],
    events: &[Event],
) -> Vec<Candidate<'a>> {
    let (document, analysis) = (article.document, article.analysis);
    let mut prose: Vec<usize> = (0..analysis.sentences.len())
        .filter(|&idx| kind(document, analysis, idx).is_some_and(is_running))
        .filter(|&idx| !analysis.is_dateline(document, idx))
        .collect();
    let headlines = article.unmarked_headlines(&prose);
    for &headline in prose.get(..headlines).unwrap_or_default() {
        article.title.extend(article.lemmas(headline));
    }
    prose.drain(..headlines);
    let said: Vec<_> = prose.iter().map(|&sentence| article.lemmas(sentence)).collect();
    let (ranks, means) = ranks(&said);
    let spoken = cast.genre == Genre::Speech;
    let mut known: BTreeSet<&str> = BTreeSet::new();
    let mut next = 0;
    let mut found = Vec::with_capacity(prose.len());
    for (place, &sentence) in prose.iter().enumerate() {
        let range = analysis.sentences[sentence].range;
        let block = |idx: usize| analysis.sentences[idx].block;
        let lemmas = said[place].clone();
        let share = |part: usize| part as f32 / lemmas.len().max(1) as f32;
        let rests_here =
            |evidence: &Evidence| evidence.ranges().iter().any(|at| at.overlaps(range));
        // In the order of the text; one may start a little before another that ends first.
        while next < positions.len() && positions[next].evidence.first().end() <= range.start() {
            next += 1;
        }
        let stated = positions[next.saturating_sub(2)..]
            .iter()
            .take_while(|position| position.evidence.first().start() < range.end())
            .filter(|position| rests_here(&position.evidence));
        let here: Vec<&Question> =
            questions.iter().filter(|question| rests_here(&question.evidence)).collect();
        let open = |basis: Basis| yes(here.iter().any(|question| question.basis == basis));
        let planned = events
            .iter()
            .any(|event| event.status == EventStatus::Planned && rests_here(&event.evidence));
        let words = article.words(sentence).count();
        let names =
            article.words(sentence).filter(|&token| analysis.upos(token) == Upos::Propn).count();
        let down = place as f32 / prose.len() as f32;
        let central = article.central(&lemmas);
        let features = [
            // The constant keeps short sentences of two frequent words from leading.
            central / (lemmas.len() as f32 + 8.0),
            central / 20.0,
            article.titled(&lemmas),
            share(lemmas.difference(&known).count()),
            words.min(40) as f32 / 40.0,
            words.saturating_sub(30) as f32 / 20.0,
            yes(article.is_present(sentence)),
            yes(article.words(sentence).any(|token| DECIDING.contains(&analysis.lemma(token)))),
            yes(article.tells_day(sentence)),
            yes(article.has(sentence, &["now", "currently", "meanwhile"])),
            yes(article.contrasts(sentence)),
            yes(planned),
            here.iter().map(|question| question.salience).fold(0.0, f32::max),
            open(Basis::Unresolved),
            article.quoted(range),
            yes(place == 0 || block(prose[place - 1]) != block(sentence)),
            down,
            1.0 / (1.0 + place as f32),
            stated.map(|position| position.salience).fold(0.0, f32::max),
            ranks[place],
            means[place],
            yes(article.words(sentence).any(|token| CHANGING.contains(&analysis.lemma(token)))),
            yes(article.has(sentence, MONEY)),
            4.0 * down * (1.0 - down),
            names as f32 / words.max(1) as f32,
            yes(article.starts_with(sentence, &["and", "but", "so", "or", "for"])),
        ];
        known.extend(&lemmas);
        let whole = article.is_whole(sentence);
        let tie = match () {
            () if article.leans(cast, sentence) => Tie::Needed,
            () if article.goes_on(sentence) => Tie::Sequel,
            () => Tie::None,
        };
        let reasons = matches!(cast.genre, Genre::Report | Genre::Commentary)
            && article.words(sentence).any(|token| CAUSING.contains(&analysis.lemma(token)));
        let titled = article.title.intersection(&lemmas).count();
        let demands = cast.genre == Genre::Commentary && article.demands(sentence);
        found.push(Candidate {
            sentence,
            features,
            whole,
            tie,
            words,
            extra: DEMAND * yes(demands),
            below: REASON * yes(reasons),
            dangling: false,
            titled,
            spoken,
            lemmas,
        });
    }
    found
}

fn yes(condition: bool) -> f32 {
    if condition { 1.0 } else { 0.0 }
}
