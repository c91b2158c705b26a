//! How much a sentence tells of its article: what the article comes back to, what was decided, what is to come.
//!
//! A linear model, fitted by `train summary` to the sentences that readers of news articles and speeches would not
//! miss, and to the words of GUM's one-sentence summaries; beside it, what makes a sentence hard to read alone.

use std::collections::{BTreeMap, BTreeSet};

use crate::briefing::actors::Cast;
use crate::briefing::phrase::clause::Tree;
use crate::briefing::{Basis, Event, EventStatus, Evidence, Position, Question};
use crate::document::{BlockKind, Document};
use crate::language::{Analysis, Deprel, Upos};
use crate::text::TextRange;

/// What the model looks at, in this order. Shares and saliences go from 0 to 1, the others are yes or no.
pub(crate) const FEATURES: [&str; 25] = [
    "words that the article comes back to (mean)",
    "words that the article comes back to (sum)",
    "words of the title (share)",
    "words that come first here (share)",
    "words (forties, at most one)",
    "words beyond thirty (twenties)",
    "actors (sum of salience, at most 2)",
    "actors (count, at most 4)",
    "a pronoun is the subject",
    "the predicate is in the present",
    "a word of deciding or disputing",
    "a weekday",
    "`now`",
    "a contrast to what was said",
    "`according`",
    "a planned event",
    "weightiest open question (salience)",
    "something is unresolved",
    "something is scheduled",
    "within quotation marks (share)",
    "starts a block",
    "far down (share of the sentences)",
    "near the start (one by its place)",
    "weightiest position (salience)",
    "in the last block",
];

/// Fitted by `train summary`, see there.
const WEIGHTS: [f32; FEATURES.len()] = [
    0.169,  // words that the article comes back to (mean)
    0.109,  // words that the article comes back to (sum)
    0.329,  // words of the title (share)
    0.024,  // words that come first here (share)
    0.117,  // words (forties, at most one)
    -0.053, // words beyond thirty (twenties)
    0.019,  // actors (sum of salience, at most 2)
    -0.005, // actors (count, at most 4)
    -0.021, // a pronoun is the subject
    0.020,  // the predicate is in the present
    0.032,  // a word of deciding or disputing
    0.075,  // a weekday
    0.025,  // `now`
    0.033,  // a contrast to what was said
    0.058,  // `according`
    0.073,  // a planned event
    0.052,  // weightiest open question (salience)
    0.034,  // something is unresolved
    -0.030, // something is scheduled
    -0.043, // within quotation marks (share)
    0.021,  // starts a block
    -0.038, // far down (share of the sentences)
    0.201,  // near the start (one by its place)
    0.024,  // weightiest position (salience)
    0.025,  // in the last block
];

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
    lemmas: BTreeSet<&'a str>,
}

impl Candidate<'_> {
    /// How likely a reader would miss it, on no particular scale.
    pub(super) fn weight(&self) -> f32 {
        self.features.iter().zip(WEIGHTS).map(|(x, weight)| x * weight).sum()
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
    let mut known: BTreeSet<&str> = BTreeSet::new();
    let mut next = 0;
    let mut found = Vec::with_capacity(prose.len());
    for (place, &sentence) in prose.iter().enumerate() {
        let range = analysis.sentences[sentence].range;
        let block = |idx: usize| analysis.sentences[idx].block;
        let lemmas = article.lemmas(sentence);
        let share = |part: usize| part as f32 / lemmas.len().max(1) as f32;
        let salience: Vec<f32> = cast
            .mentioned_in(range)
            .iter()
            .filter_map(|&id| cast.actor(id))
            .map(|actor| actor.salience)
            .collect();
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
        let central = article.central(&lemmas);
        let features = [
            // The constant keeps short sentences of two frequent words from leading.
            central / (lemmas.len() as f32 + 8.0),
            central / 20.0,
            article.titled(&lemmas),
            share(lemmas.difference(&known).count()),
            words.min(40) as f32 / 40.0,
            words.saturating_sub(30) as f32 / 20.0,
            salience.iter().sum::<f32>().min(2.0),
            salience.len().min(4) as f32,
            yes(article.subject_is_pronoun(sentence)),
            yes(article.is_present(sentence)),
            yes(article.words(sentence).any(|token| DECIDING.contains(&analysis.lemma(token)))),
            yes(article.has(sentence, WEEKDAYS)),
            yes(article.has(sentence, &["now", "currently", "meanwhile"])),
            yes(article.contrasts(sentence)),
            yes(article.has(sentence, &["according"])),
            yes(planned),
            here.iter().map(|question| question.salience).fold(0.0, f32::max),
            open(Basis::Unresolved),
            open(Basis::Scheduled),
            article.quoted(range),
            yes(place == 0 || block(prose[place - 1]) != block(sentence)),
            place as f32 / prose.len() as f32,
            1.0 / (1.0 + place as f32),
            stated.map(|position| position.salience).fold(0.0, f32::max),
            yes(Some(block(sentence)) == prose.last().map(|&idx| block(idx))),
        ];
        known.extend(&lemmas);
        let whole = article.is_whole(sentence);
        let leans = article.leans(cast, sentence);
        found.push(Candidate { sentence, features, whole, leans, words, lemmas });
    }
    found
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
        const MAX_LINES: usize = 3;
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
            let longest = if at == 0 { MAX_WORDS } else { MAX_WORDS_BELOW };
            // A headline tells in the present, and of no weekday.
            let root = self.analysis.root(first);
            let past = root.is_some_and(|root| self.analysis.xpos(root) == "VBD");
            let (words, then) = (self.words(first).count(), self.words(next).count());
            block(next) != block(first)
                && self.analysis.sentences[first].tokens.len() <= MAX_TOKENS
                && (repeated >= 3 && repeated * 2 >= said.len()
                    || words <= longest
                        && 2 * then >= 3 * words
                        && !past
                        && !self.has(first, WEEKDAYS))
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

    fn subject_is_pronoun(&self, sentence: usize) -> bool {
        let subject = self.analysis.root(sentence).and_then(|root| self.analysis.subject(root));
        subject.is_some_and(|subject| self.analysis.upos(subject) == Upos::Pron)
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
        let first = self.analysis.sentences[sentence].tokens.start;
        let word = self.analysis.word(self.document, first).to_lowercase();
        CONTRASTS.contains(&word.as_str()) || self.has(sentence, &["however"])
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
        let stated = analysis.tags.is_empty() || self.words(sentence).any(states);
        stated
            && !asks
            && !text.starts_with(|first: char| first == '(' || first.is_lowercase())
            && (!is_half_quoted(text)
                || Tree::new(self.document.text(), analysis).missing_mark(sentence).is_some())
            && is_ended(text)
    }

    /// A sentence that starts with a pronoun for nobody in particular leans on the one before it.
    fn leans(&self, cast: &Cast, sentence: usize) -> bool {
        let mut words = self.words(sentence);
        let first = words.find(|&token| self.analysis.upos(token) != Upos::Cconj);
        first.is_some_and(|token| {
            let word = self.analysis.word(self.document, token).to_lowercase();
            LEANING.contains(&word.as_str())
                && self.analysis.upos(token) == Upos::Pron
                && cast.actor_of_token(token).is_none()
                && !self.is_impersonal(sentence, token)
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

/// Verbs that are in every article.
const EMPTY: &[&str] =
    &["say", "have", "do", "be", "make", "take", "go", "get", "will", "would", "tell"];

/// What changes a state of affairs, or takes a side.
const DECIDING: &[&str] = &[
    "accuse",
    "agree",
    "announce",
    "approve",
    "ban",
    "call",
    "criticize",
    "decide",
    "decision",
    "demand",
    "deny",
    "launch",
    "oppose",
    "order",
    "plan",
    "propose",
    "reject",
    "rule",
    "sign",
    "support",
    "urge",
    "vote",
    "warn",
];

const WEEKDAYS: &[&str] = &[
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "yesterday",
    "today",
];

const CONTRASTS: &[&str] =
    &["but", "yet", "still", "instead", "despite", "although", "though", "while"];

const LEANING: &[&str] =
    &["he", "she", "it", "they", "this", "these", "those", "his", "her", "their", "its"];
