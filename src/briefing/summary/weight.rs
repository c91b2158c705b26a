//! How much a sentence tells of its article: what the article comes back to, what was decided, what is to come.
//!
//! A linear model, fitted by `train summary` to the sentences that readers of news articles, weblogs and speeches would
//! not miss; beside it, what makes a sentence hard to read alone.

use std::collections::{BTreeMap, BTreeSet};

use crate::briefing::actors::Cast;
use crate::briefing::phrase::clause::Tree;
use crate::briefing::{Basis, Event, EventStatus, Evidence, Position, Question};
use crate::document::{BlockKind, Document};
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Analysis, Deprel, Upos};
use crate::text::TextRange;

use super::is_quoted;
use super::words::{CHANGING, CONTRASTS, DECIDING, EMPTY, LEANING, MONEY, POINTING, SPANS};

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
const CONTRAST: usize = 10;
const RANK: usize = 19;

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
const INTRODUCTION: f32 = 0.05;

/// A sentence that may stand in the summary.
pub(crate) struct Candidate<'a> {
    /// Index into the analysis's sentences.
    pub(crate) sentence: usize,
    pub(crate) features: [f32; FEATURES.len()],
    /// Whether it can be read alone: a statement, and the whole of it.
    pub(super) whole: bool,
    /// Whether it needs the sentence before it.
    pub(super) leans: bool,
    /// How many words it has; once it is known how it will be said, in those words.
    pub(super) words: usize,
    /// Whether it introduces somebody who then speaks.
    pub(super) introduces: bool,
    lemmas: BTreeSet<&'a str>,
}

impl Candidate<'_> {
    /// How likely a reader would miss it, on no particular scale.
    pub(super) fn weight(&self) -> f32 {
        let weight: f32 = self.features.iter().zip(WEIGHTS).map(|(x, weight)| x * weight).sum();
        weight + INTRODUCTION * yes(self.introduces)
    }

    /// How central it is among all sentences, one being the mean.
    pub(super) fn rank(&self) -> f32 {
        self.features[RANK]
    }

    /// Whether it is set against what was said before it.
    pub(super) fn contrasts(&self) -> bool {
        self.features[CONTRAST] > 0.0
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
    document: &'a Document,
    analysis: &'a Analysis,
    cast: &Cast,
    positions: &[Position],
    questions: &[Question],
    events: &[Event],
) -> Vec<Candidate<'a>> {
    let mut article = Article::new(document, analysis);
    let mut prose: Vec<usize> = (0..analysis.sentences.len())
        .filter(|&idx| kind(document, analysis, idx).is_some_and(is_running))
        .collect();
    let headlines = article.unmarked_headlines(&prose);
    for &headline in prose.get(..headlines).unwrap_or_default() {
        article.title.extend(article.lemmas(headline));
    }
    prose.drain(..headlines);
    let said: Vec<_> = prose.iter().map(|&sentence| article.lemmas(sentence)).collect();
    let (ranks, means) = ranks(&said);
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
        let leans = article.leans(cast, sentence);
        found.push(Candidate {
            sentence,
            features,
            whole,
            leans,
            words,
            introduces: false,
            lemmas,
        });
    }
    found
}

/// How central each sentence is among all: its rank, as a reader finds it who jumps from sentence to sentence along words
/// that two of them share (Mihalcea and Tarau, 2004), with mean one; and the mean of those ties.
fn ranks(said: &[BTreeSet<&str>]) -> (Vec<f32>, Vec<f32>) {
    const STEPS: usize = 30;
    const KEPT: f32 = 0.85;
    let count = said.len();
    let lengths: Vec<f32> = said.iter().map(|words| (2.0 + words.len() as f32).ln()).collect();
    let ties: Vec<Vec<(usize, f32)>> = shared(said)
        .into_iter()
        .zip(&lengths)
        .map(|(row, from)| {
            row.into_iter().map(|(to, words)| (to, words as f32 / (from + lengths[to]))).collect()
        })
        .collect();
    let sums: Vec<f32> =
        ties.iter().map(|row| row.iter().map(|&(_, tie)| tie).sum::<f32>()).collect();
    let mut ranks = vec![1.0; count];
    for _ in 0..STEPS {
        let mut next = vec![1.0 - KEPT; count];
        for ((row, sum), rank) in ties.iter().zip(&sums).zip(&ranks) {
            for &(to, tie) in row {
                next[to] += KEPT * rank * tie / sum.max(1e-6);
            }
        }
        ranks = next;
    }
    (ranks, sums.iter().map(|sum| sum / count as f32).collect())
}

/// For each sentence the others that share words with it, in order, and how many. Counted by words, as most pairs share
/// none.
fn shared(said: &[BTreeSet<&str>]) -> Vec<Vec<(usize, usize)>> {
    let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (idx, words) in said.iter().enumerate() {
        for &word in words {
            places.entry(word).or_default().push(idx);
        }
    }
    let mut counts = vec![0; said.len()];
    let row = |(idx, words): (usize, &BTreeSet<&str>)| {
        let mut others: Vec<usize> = Vec::new();
        let sentences = words.iter().filter_map(|word| places.get(word)).flatten();
        for &other in sentences.filter(|&&other| other != idx) {
            if counts[other] == 0 {
                others.push(other);
            }
            counts[other] += 1;
        }
        others.sort_unstable();
        others.into_iter().map(|other| (other, std::mem::take(&mut counts[other]))).collect()
    };
    said.iter().enumerate().map(row).collect()
}

fn yes(condition: bool) -> f32 {
    if condition { 1.0 } else { 0.0 }
}

fn kind(document: &Document, analysis: &Analysis, sentence: usize) -> Option<BlockKind> {
    document.blocks().get(analysis.sentences[sentence].block).map(|block| block.kind)
}

fn is_running(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Paragraph | BlockKind::Quote | BlockKind::ListItem)
}

/// What the article comes back to.
struct Article<'a> {
    document: &'a Document,
    analysis: &'a Analysis,
    counts: BTreeMap<&'a str, usize>,
    title: BTreeSet<&'a str>,
}

impl<'a> Article<'a> {
    fn new(document: &'a Document, analysis: &'a Analysis) -> Self {
        let mut article =
            Self { document, analysis, counts: BTreeMap::new(), title: BTreeSet::new() };
        for idx in 0..analysis.sentences.len() {
            let lemmas = article.lemmas(idx);
            match kind(document, analysis, idx) {
                Some(BlockKind::Title) => article.title.extend(lemmas),
                _ => lemmas
                    .into_iter()
                    .for_each(|lemma| *article.counts.entry(lemma).or_insert(0) += 1),
            }
        }
        article
    }

    /// How many of the first lines are headlines in a text that does not mark them: each stands alone and is short,
    /// and what follows is longer, or says the same again.
    fn unmarked_headlines(&self, prose: &[usize]) -> usize {
        const MAX_LINES: usize = 4;
        const MAX_WORDS: usize = 12;
        const MAX_WORDS_BELOW: usize = 15;
        const MAX_TOKENS: usize = 18;
        if !self.title.is_empty() {
            return 0;
        }
        let block = |idx: usize| self.analysis.sentences[idx].block;
        let is_headline = |at: usize| {
            let (Some(&first), Some(&next)) = (prose.get(at), prose.get(at + 1)) else {
                return false;
            };
            let said = self.lemmas(first);
            let again: BTreeSet<&str> =
                prose[at + 1..].iter().take(4).flat_map(|&idx| self.lemmas(idx)).collect();
            let repeated = said.intersection(&again).count();
            // An abstract above the lead, which says it in other words.
            let told = |&idx: &usize| {
                let shared = self.lemmas(idx).intersection(&said).count();
                shared >= 6 && 4 * shared >= 3 * said.len()
            };
            let told_again = prose[at + 1..].iter().take(3).any(told);
            let longest = if at == 0 { MAX_WORDS } else { MAX_WORDS_BELOW };
            // A headline tells in the present, and of no weekday.
            let root = self.analysis.root(first);
            let past = root.is_some_and(|root| self.analysis.xpos(root) == "VBD");
            let (words, then) = (self.words(first).count(), self.words(next).count());
            let short = self.analysis.sentences[first].tokens.len() <= MAX_TOKENS;
            block(next) != block(first)
                && (short || told_again)
                && (told_again
                    || repeated >= 3 && repeated * 2 >= said.len()
                    || words <= longest && 2 * then >= 3 * words && !past && !self.tells_day(first))
        };
        (0..MAX_LINES).take_while(|&at| is_headline(at)).count()
    }

    fn words(&self, sentence: usize) -> impl Iterator<Item = usize> + use<'a> {
        let analysis = self.analysis;
        let tokens = analysis.sentences[sentence].tokens.clone();
        tokens.filter(move |&token| analysis.upos(token) != Upos::Punct)
    }

    fn has(&self, sentence: usize, options: &[&str]) -> bool {
        self.words(sentence).any(|token| {
            let word = self.analysis.word(self.document, token);
            options.iter().any(|option| word.eq_ignore_ascii_case(option))
        })
    }

    /// Whether it names a weekday, or one by where it lies from today.
    fn tells_day(&self, sentence: usize) -> bool {
        self.has(sentence, &["yesterday", "today"])
            || self.words(sentence).any(|token| {
                let word = self.analysis.word(self.document, token);
                lexicon().senses(word).any(Senses::WEEKDAY)
            })
    }

    /// The content words of a sentence, each once.
    fn lemmas(&self, sentence: usize) -> BTreeSet<&'a str> {
        self.analysis.sentences[sentence]
            .tokens
            .clone()
            .filter(|&token| {
                matches!(
                    self.analysis.upos(token),
                    Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj | Upos::Num
                )
            })
            .map(|token| self.analysis.lemma(token))
            .filter(|lemma| !EMPTY.contains(lemma))
            .collect()
    }

    /// How often the article has these words, as a sum of logarithms.
    fn central(&self, lemmas: &BTreeSet<&str>) -> f32 {
        let counts = lemmas.iter().filter_map(|lemma| self.counts.get(lemma));
        counts.map(|&count| (count as f32).ln()).sum()
    }

    fn titled(&self, lemmas: &BTreeSet<&str>) -> f32 {
        let shared = self.title.iter().filter(|lemma| lemmas.contains(*lemma)).count();
        shared as f32 / (self.title.len() as f32 + 3.0)
    }

    fn is_present(&self, sentence: usize) -> bool {
        self.analysis.root(sentence).is_some_and(|root| {
            let auxiliary = self.analysis.children(root).find(|&child| {
                matches!(self.analysis.deprel(child), Deprel::Aux | Deprel::AuxPass)
            });
            matches!(self.analysis.xpos(auxiliary.unwrap_or(root)), "VBZ" | "VBP")
        })
    }

    /// Whether it starts with a contrast, or is one: `however`.
    fn contrasts(&self, sentence: usize) -> bool {
        self.starts_with(sentence, CONTRASTS) || self.has(sentence, &["however"])
    }

    fn starts_with(&self, sentence: usize, options: &[&str]) -> bool {
        let first = self.analysis.sentences[sentence].tokens.start;
        options.contains(&self.analysis.word(self.document, first).to_lowercase().as_str())
    }

    /// The share of the sentence that stands within quotation marks.
    fn quoted(&self, range: TextRange) -> f32 {
        let quotations = &self.analysis.quotations;
        let inside: usize = quotations
            .iter()
            .filter_map(|quotation| quotation.range.intersect(range))
            .map(TextRange::len)
            .sum();
        (inside as f32 / range.len().max(1) as f32).min(1.0)
    }

    /// Whether it is no question, heading or remark in brackets, and no quotation starts or ends outside of it.
    fn is_whole(&self, sentence: usize) -> bool {
        /// In words.
        const LONG: usize = 12;
        let analysis = self.analysis;
        let text = analysis.sentences[sentence].range.slice(self.document.text());
        let asks = text.trim_end_matches(['”', '"', '’']).ends_with('?');
        // "The town we live in." is none, nor is what goes on from the line before.
        let states = |token: usize| {
            let beside = |at: usize| {
                matches!(analysis.deprel(at), Deprel::AclRelcl | Deprel::Advcl | Deprel::AdvclRelcl)
            };
            matches!(analysis.xpos(token), "VBD" | "VBZ" | "VBP" | "MD")
                && !std::iter::once(token).chain(analysis.ancestors(token)).any(beside)
        };
        // A verb with a subject states, even where it looks like a participle: "Courts everywhere followed suit."
        let root = analysis.root(sentence).filter(|&root| analysis.upos(root) == Upos::Verb);
        // In a long one with a finite verb somewhere the tagger has missed the main one rather than the writer.
        let long = || {
            let finite =
                |token: usize| matches!(analysis.xpos(token), "VBD" | "VBZ" | "VBP" | "MD");
            let orders = analysis.root(sentence).is_some_and(|root| analysis.xpos(root) == "VB");
            self.words(sentence).count() >= LONG && self.words(sentence).any(finite) && !orders
        };
        let stated = analysis.tags.is_empty()
            || self.words(sentence).any(states)
            || root.is_some_and(|root| analysis.subject(root).is_some())
            || long();
        // "(Reuters) — The council".
        let placed = text.starts_with('(')
            && text
                .split_once(')')
                .is_some_and(|(_, rest)| rest.trim_start().starts_with(['-', '–', '—']));
        stated
            && !asks
            && !self.tells_why(sentence)
            && !is_note(text)
            && (placed || !text.starts_with(|first: char| first == '(' || first.is_lowercase()))
            && (!is_half_quoted(text)
                || is_quoted(analysis, sentence)
                || Tree::new(self.document.text(), analysis).missing_mark(sentence).is_some())
            && is_ended(text)
    }

    /// Whether it is a headline that promises an answer: "Why the port closed", "How to leave".
    fn tells_why(&self, sentence: usize) -> bool {
        let analysis = self.analysis;
        let first = analysis.sentences[sentence].tokens.start;
        self.starts_with(sentence, &["why", "how"])
            && analysis.head(first).is_some_and(|head| analysis.root(sentence) == Some(head))
    }

    /// A sentence that starts with a pronoun for nobody in particular leans on the one before it, and so does one that
    /// points back: "Those gains", but not "This week".
    fn leans(&self, cast: &Cast, sentence: usize) -> bool {
        let mut words = self.words(sentence);
        let first = words.find(|&token| self.analysis.upos(token) != Upos::Cconj);
        first.is_some_and(|token| {
            let word = self.analysis.word(self.document, token).to_lowercase();
            let pronoun = LEANING.contains(&word.as_str())
                && self.analysis.upos(token) == Upos::Pron
                // What somebody is quoted with stays as it is.
                && (cast.actor_of_token(token).is_none() || is_quoted(self.analysis, sentence))
                && !self.is_impersonal(sentence, token);
            let noun =
                self.analysis.head(token).filter(|_| self.analysis.deprel(token) == Deprel::Det);
            let points = POINTING.contains(&word.as_str())
                && noun.is_some_and(|noun| !SPANS.contains(&self.analysis.lemma(noun)));
            pronoun || points
        })
    }

    /// `It` that stands for the clause behind the predicate: "It is not known whether they left."
    fn is_impersonal(&self, sentence: usize, token: usize) -> bool {
        let analysis = self.analysis;
        let Some(root) = analysis.root(sentence) else { return false };
        let is = |at: usize, options: &[&str]| {
            options.contains(&analysis.word(self.document, at).to_lowercase().as_str())
        };
        let clause = |at: usize| {
            let marked = |child: usize| is(child, &["that", "whether", "if", "to", "for", "who"]);
            at > root && analysis.children(at).any(|child| child < at && marked(child))
        };
        let passive = |child: usize| {
            matches!(analysis.deprel(child), Deprel::Cop | Deprel::AuxPass | Deprel::Expl)
        };
        is(token, &["it"])
            && analysis.head(token) == Some(root)
            && analysis.children(root).any(passive)
            && analysis.children(root).any(clause)
    }
}

/// Whether the paper speaks of itself: "Editor’s note: this text was corrected."
fn is_note(text: &str) -> bool {
    let start = text.get(..20).unwrap_or(text).to_lowercase().replace('’', "'");
    ["editor's note", "editors' note", "correction:", "clarification:"]
        .iter()
        .any(|note| start.starts_with(note))
}

/// Whether a quotation starts or ends outside the sentence, so that cutting it out would hide the quotation.
fn is_half_quoted(text: &str) -> bool {
    let count = |mark: char| text.matches(mark).count();
    let (curly, straight) = (count('“').abs_diff(count('”')), count('"'));
    // “Some close with the other kind."
    curly > straight || (curly + straight) % 2 == 1 || text.matches("''").count() % 2 == 1
}

/// Whether a mark ends it; a line without one is a heading in a text that does not tell headings.
fn is_ended(text: &str) -> bool {
    text.trim_end_matches(['”', '"', '’', '\'', ')', ']']).ends_with(['.', '!', '?', '…'])
}
