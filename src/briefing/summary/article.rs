//! What the article comes back to, and what a sentence of it says beside that.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::{BlockKind, Document};
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Analysis, Deprel, Upos};
use crate::text::TextRange;

use super::words::{CONTRASTS, EMPTY, SEQUELS};

/// What the article comes back to.
pub(crate) struct Article<'a> {
    pub(super) document: &'a Document,
    pub(super) analysis: &'a Analysis,
    counts: BTreeMap<&'a str, usize>,
    pub(super) title: BTreeSet<&'a str>,
}

impl<'a> Article<'a> {
    pub(crate) fn new(document: &'a Document, analysis: &'a Analysis) -> Self {
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
    pub(super) fn unmarked_headlines(&self, prose: &[usize]) -> usize {
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
            // "The board closes the pier" above "The board has closed the old pier.": the lead says it in whole words.
            let is_lead = || {
                let headline = self.lemmas(prose[0]);
                let shared = headline.intersection(&said).count();
                at > 0
                    && shared >= 2
                    && (shared >= 3 || 2 * shared >= headline.len())
                    && self
                        .words(first)
                        .any(|token| matches!(self.analysis.upos(token), Upos::Aux | Upos::Det))
            };
            // A headline tells in the present, and of no weekday.
            let root = self.analysis.root(first);
            let past = root.is_some_and(|root| self.analysis.xpos(root) == "VBD");
            let (words, then) = (self.words(first).count(), self.words(next).count());
            let short = self.analysis.sentences[first].tokens.len() <= MAX_TOKENS;
            block(next) != block(first)
                && (short || told_again)
                && (told_again
                    || !is_lead() && repeated >= 3 && repeated * 2 >= said.len()
                    || words <= longest
                        && 2 * then >= 3 * words
                        && !past
                        && !self.tells_day(first)
                        && !is_lead())
        };
        (0..MAX_LINES).take_while(|&at| is_headline(at)).count()
    }

    pub(super) fn words(&self, sentence: usize) -> impl Iterator<Item = usize> + use<'a> {
        let analysis = self.analysis;
        let tokens = analysis.sentences[sentence].tokens.clone();
        tokens.filter(move |&token| analysis.upos(token) != Upos::Punct)
    }

    pub(super) fn has(&self, sentence: usize, options: &[&str]) -> bool {
        self.words(sentence).any(|token| {
            let word = self.analysis.word(self.document, token);
            options.iter().any(|option| word.eq_ignore_ascii_case(option))
        })
    }

    /// Whether it names a weekday, or one by where it lies from today.
    pub(super) fn tells_day(&self, sentence: usize) -> bool {
        self.has(sentence, &["yesterday", "today"])
            || self.words(sentence).any(|token| {
                let word = self.analysis.word(self.document, token);
                lexicon().senses(word).any(Senses::WEEKDAY)
            })
    }

    /// The content words of a sentence, each once.
    pub(super) fn lemmas(&self, sentence: usize) -> BTreeSet<&'a str> {
        self.lemmas_of(self.analysis.sentences[sentence].tokens.clone())
    }

    /// The content words among `tokens`, each once.
    pub(super) fn lemmas_of(&self, tokens: impl Iterator<Item = usize>) -> BTreeSet<&'a str> {
        tokens
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
    pub(super) fn central(&self, lemmas: &BTreeSet<&str>) -> f32 {
        let counts = lemmas.iter().filter_map(|lemma| self.counts.get(lemma));
        counts.map(|&count| (count as f32).ln()).sum()
    }

    pub(super) fn titled(&self, lemmas: &BTreeSet<&str>) -> f32 {
        let shared = self.title.iter().filter(|lemma| lemmas.contains(*lemma)).count();
        shared as f32 / (self.title.len() as f32 + 3.0)
    }

    /// The share of the words of some sentences that another one has too.
    pub(super) fn share_of(&self, others: &[usize], sentence: usize) -> f32 {
        let lemmas: BTreeSet<&str> = others.iter().flat_map(|&at| self.lemmas(at)).collect();
        let shared = self.lemmas(sentence).intersection(&lemmas).count();
        shared as f32 / (lemmas.len() as f32 + 3.0)
    }

    pub(super) fn is_present(&self, sentence: usize) -> bool {
        self.analysis.root(sentence).is_some_and(|root| {
            let auxiliary = self.analysis.children(root).find(|&child| {
                matches!(self.analysis.deprel(child), Deprel::Aux | Deprel::AuxPass)
            });
            matches!(self.analysis.xpos(auxiliary.unwrap_or(root)), "VBZ" | "VBP")
        })
    }

    /// Whether it says, outside of a quotation and of what somebody reports, what should be done: `we should close them`, `it
    /// is time to act`.
    pub(super) fn demands(&self, sentence: usize) -> bool {
        let Some(root) = self.analysis.root(sentence) else { return false };
        let children = || self.analysis.children(root);
        let asked = children().any(|child| {
            matches!(self.analysis.lemma(child), "must" | "should" | "ought")
                && self.analysis.deprel(child) == Deprel::Aux
        });
        let due = self.analysis.lemma(root) == "time"
            && children().any(|child| {
                matches!(
                    self.analysis.deprel(child),
                    Deprel::Acl | Deprel::Advcl | Deprel::Csubj | Deprel::Ccomp | Deprel::Xcomp
                )
            });
        (asked || due) && self.quoted(self.analysis.sentences[sentence].range) == 0.0
    }

    /// Whether it starts with a contrast, or is one: `however`.
    pub(super) fn contrasts(&self, sentence: usize) -> bool {
        self.starts_with(sentence, CONTRASTS) || self.has(sentence, &["however"])
    }

    /// Whether its first word says that it comes after another; "so far" says until when.
    pub(super) fn goes_on(&self, sentence: usize) -> bool {
        let second = self.analysis.sentences[sentence].tokens.start + 1;
        self.starts_with(sentence, SEQUELS) && self.analysis.word(self.document, second) != "far"
    }

    pub(super) fn starts_with(&self, sentence: usize, options: &[&str]) -> bool {
        let first = self.analysis.sentences[sentence].tokens.start;
        options.contains(&self.analysis.word(self.document, first).to_lowercase().as_str())
    }

    /// The share of the sentence that stands within quotation marks.
    pub(super) fn quoted(&self, range: TextRange) -> f32 {
        let quotations = &self.analysis.quotations;
        let inside: usize = quotations
            .iter()
            .filter_map(|quotation| quotation.range.intersect(range))
            .map(TextRange::len)
            .sum();
        (inside as f32 / range.len().max(1) as f32).min(1.0)
    }
}

pub(super) fn kind(document: &Document, analysis: &Analysis, sentence: usize) -> Option<BlockKind> {
    document.blocks().get(analysis.sentences[sentence].block).map(|block| block.kind)
}

pub(super) fn is_running(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Paragraph | BlockKind::Quote | BlockKind::ListItem)
}
