//! How much a sentence tells of its article: what the article comes back to, who acts, where it stands.
//!
//! The weights are those of a linear model, rounded: fitted to the sentences that a reader of news articles
//! and speeches would not miss, and to the words of GUM's one-sentence summaries. Only texts under free
//! licences took part.

use std::collections::{BTreeMap, BTreeSet};

use crate::briefing::actors::Cast;
use crate::briefing::genre::Genre;
use crate::briefing::{Holder, Position, Question};
use crate::document::{BlockKind, Document};
use crate::language::{Analysis, Upos};
use crate::text::TextRange;

/// A sentence that may stand in the summary.
pub(super) struct Candidate<'a> {
    /// Index into the analysis's sentences.
    pub(super) sentence: usize,
    pub(super) weight: f32,
    lemmas: BTreeSet<&'a str>,
}

impl Candidate<'_> {
    /// The share of its words that `other` has too, by the shorter of the two.
    pub(super) fn repeats(&self, other: &Self) -> f32 {
        let shorter = self.lemmas.len().min(other.lemmas.len()).max(1);
        self.lemmas.intersection(&other.lemmas).count() as f32 / shorter as f32
    }
}

/// The sentences of running text, in order.
pub(super) fn candidates<'a>(
    document: &Document,
    analysis: &'a Analysis,
    cast: &Cast,
    positions: &[Position],
    questions: &[Question],
    genre: Genre,
) -> Vec<Candidate<'a>> {
    let mut article = Article::new(document, analysis);
    let mut prose: Vec<usize> = (0..analysis.sentences.len())
        .filter(|&idx| kind(document, analysis, idx).is_some_and(is_running))
        .collect();
    if let Some(headline) = article.unmarked_headline(&prose) {
        article.title = article.lemmas(headline);
        prose.retain(|&sentence| sentence != headline);
    }
    let last_block = prose.last().map(|&idx| analysis.sentences[idx].block);
    let mut next = 0;
    let mut found = Vec::with_capacity(prose.len());
    for (place, &sentence) in prose.iter().enumerate() {
        let range = analysis.sentences[sentence].range;
        while next < positions.len() && positions[next].evidence.first().end() <= range.start() {
            next += 1;
        }
        let stated: Vec<&Position> = positions[next.saturating_sub(2)..]
            .iter()
            .take_while(|position| position.evidence.first().start() < range.end())
            .filter(|position| position.evidence.ranges().iter().any(|place| place.overlaps(range)))
            .collect();
        let lemmas = article.lemmas(sentence);
        let at_end = Some(analysis.sentences[sentence].block) == last_block;
        let starts_block = place == 0
            || analysis.sentences[prose[place - 1]].block != analysis.sentences[sentence].block;
        let depth = place as f32 / prose.len() as f32;
        let weight = article.central(&lemmas)
            + article.titled(&lemmas)
            + acting(cast, analysis, sentence)
            + 0.06 * stated.iter().map(|position| position.salience).fold(0.0, f32::max)
            + 0.19 / (1.0 + place as f32)
            - 0.05 * depth
            + if starts_block { 0.023 } else { 0.0 }
            + if at_end { 0.055 } else { 0.0 }
            + own_view(&stated, genre)
            + 0.06 * open_there(questions, range)
            + article.fullness(document, sentence)
            - leaning(document, analysis, cast, sentence);
        found.push(Candidate { sentence, weight, lemmas });
    }
    found
}

fn kind(document: &Document, analysis: &Analysis, sentence: usize) -> Option<BlockKind> {
    document.blocks().get(analysis.sentences[sentence].block).map(|block| block.kind)
}

fn is_running(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Paragraph | BlockKind::Quote | BlockKind::ListItem)
}

/// How salient those are that the sentence names.
fn acting(cast: &Cast, analysis: &Analysis, sentence: usize) -> f32 {
    let salience: f32 = cast
        .mentioned_in(analysis.sentences[sentence].range)
        .iter()
        .filter_map(|&id| cast.actor(id))
        .map(|actor| actor.salience)
        .sum();
    0.04 * salience.min(2.0)
}

/// A sentence that starts with a pronoun for nobody in particular leans on the one before it.
fn leaning(document: &Document, analysis: &Analysis, cast: &Cast, sentence: usize) -> f32 {
    let mut tokens = analysis.sentences[sentence].tokens.clone();
    let first = tokens.find(|&token| !matches!(analysis.upos(token), Upos::Cconj | Upos::Punct));
    let leans = first.is_some_and(|token| {
        let word = analysis.word(document, token).to_lowercase();
        matches!(
            word.as_str(),
            "he" | "she"
                | "it"
                | "they"
                | "this"
                | "these"
                | "those"
                | "his"
                | "her"
                | "their"
                | "its"
        ) && analysis.upos(token) == Upos::Pron
            && cast.actor_of_token(token).is_none()
    });
    if leans { 0.08 } else { 0.0 }
}

/// The salience of the weightiest question that the sentence leaves open.
fn open_there(questions: &[Question], range: TextRange) -> f32 {
    questions
        .iter()
        .filter(|question| question.evidence.ranges().iter().any(|place| place.overlaps(range)))
        .map(|question| question.salience)
        .fold(0.0, f32::max)
}

/// Where the author argues, what he holds is the point.
fn own_view(stated: &[&Position], genre: Genre) -> f32 {
    let own = stated.iter().any(|position| position.holder == Holder::Author);
    if genre.is_opinion() && own { 0.05 } else { 0.0 }
}

/// What the article comes back to.
struct Article<'a> {
    analysis: &'a Analysis,
    counts: BTreeMap<&'a str, usize>,
    title: BTreeSet<&'a str>,
}

impl<'a> Article<'a> {
    fn new(document: &Document, analysis: &'a Analysis) -> Self {
        let mut article = Self { analysis, counts: BTreeMap::new(), title: BTreeSet::new() };
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

    /// A first line that stands alone, is short, and says what the next sentences say again: a headline in a
    /// text that does not mark it.
    fn unmarked_headline(&self, prose: &[usize]) -> Option<usize> {
        const MAX_TOKENS: usize = 18;
        let (first, next) = prose.split_first()?;
        let sentence = &self.analysis.sentences[*first];
        let alone =
            next.first().is_some_and(|&idx| self.analysis.sentences[idx].block != sentence.block);
        if !self.title.is_empty() || !alone || sentence.tokens.len() > MAX_TOKENS {
            return None;
        }
        let said = self.lemmas(*first);
        let again: BTreeSet<&str> = next.iter().take(4).flat_map(|&idx| self.lemmas(idx)).collect();
        let repeated = said.intersection(&again).count();
        (repeated >= 3 && repeated * 2 >= said.len()).then_some(*first)
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

    fn central(&self, lemmas: &BTreeSet<&str>) -> f32 {
        let sum: f32 = lemmas
            .iter()
            .filter_map(|lemma| self.counts.get(lemma))
            .map(|&count| (count as f32).ln())
            .sum();
        // The constant keeps short sentences of two frequent words from leading.
        0.22 * sum / (lemmas.len() as f32 + 8.0) + 0.145 * sum / 20.0
    }

    fn titled(&self, lemmas: &BTreeSet<&str>) -> f32 {
        let shared = self.title.iter().filter(|lemma| lemmas.contains(*lemma)).count();
        0.27 * shared as f32 / (self.title.len() as f32 + 3.0)
    }

    /// A full sentence tells more; one that is hard to read alone tells less.
    fn fullness(&self, document: &Document, sentence: usize) -> f32 {
        let sentence = &self.analysis.sentences[sentence];
        let words = |token: usize| self.analysis.word(document, token);
        let n_words = sentence
            .tokens
            .clone()
            .filter(|&token| self.analysis.upos(token) != Upos::Punct)
            .count() as f32;
        let text = sentence.range.slice(document.text());
        let asks = text.trim_end_matches(['”', '"', '’']).ends_with('?');
        let spoken = sentence.tokens.clone().any(|token| {
            matches!(words(token), "I" | "me" | "my" | "My" | "you" | "You" | "your" | "Your")
        });
        let fault = |is: bool, weight: f32| if is { weight } else { 0.0 };
        0.23 * n_words.min(40.0) / 40.0
            - 0.11 * (n_words - 40.0).max(0.0) / 20.0
            - fault(n_words < 9.0, 0.09)
            - fault(asks, 0.1)
            - fault(spoken, 0.033)
            - fault(text.starts_with(['“', '"', '‘']), 0.04)
            - fault(is_half_quoted(text), 0.2)
            - fault(!is_ended(text), 0.3)
    }
}

/// Whether a quotation starts or ends outside the sentence, so that cutting it out would hide the quotation.
fn is_half_quoted(text: &str) -> bool {
    let count = |mark: char| text.matches(mark).count();
    count('“') != count('”') || count('"') % 2 == 1
}

/// Whether a mark ends it; a line without one is a heading in a text that does not tell headings.
fn is_ended(text: &str) -> bool {
    text.trim_end_matches(['”', '"', '’', '\'', ')', ']']).ends_with(['.', '!', '?', '…', ':', ';'])
}

/// A sentence that can open the summary of a report: its lead.
pub(super) fn is_lead(document: &Document, analysis: &Analysis, sentence: usize) -> bool {
    let sentence = &analysis.sentences[sentence];
    let text = sentence.range.slice(document.text());
    sentence.tokens.len() > 10
        && !is_half_quoted(text)
        && is_ended(text)
        && !text.trim_end_matches(['”', '"']).ends_with('?')
}

/// Verbs that are in every article.
const EMPTY: &[&str] =
    &["say", "have", "do", "be", "make", "take", "go", "get", "will", "would", "tell"];
