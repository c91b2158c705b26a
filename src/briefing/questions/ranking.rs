//! How likely a careful reader would ask it: a logistic model over why it is open, who is in it, and where.

use std::collections::{BTreeMap, BTreeSet};

use super::Reason;
use super::matter::{Matter, is_content};
use crate::briefing::ActorKind;
use crate::briefing::actors::Cast;
use crate::document::{BlockKind, Document};
use crate::language::coref::words;
use crate::language::times::is_time;
use crate::language::{Analysis, Deprel, Upos};

/// What the model looks at, in this order.
pub(crate) const FEATURES: [&str; 28] = [
    "bias",
    "openness (log odds)",
    "words that the title has (share)",
    "words that the article comes back to (share)",
    "most salient actor of the sentence",
    "actors of the sentence (sum of salience)",
    "early in the text",
    "in the last block",
    "a condition in the sentence",
    "in a side clause",
    "a name in the sentence",
    "a negation in the sentence",
    "among the first sentences",
    "in the first fifth",
    "in a quotation",
    "in the first or second person",
    "of few words",
    "what somebody says will be or may be",
    "asked by the article",
    "what somebody is about or has a mind to do",
    "what a meeting, a vote or an inquiry will bring",
    "in a clause that tells which one",
    "of a thing that only the article tells from others",
    "of a quoted speaker's \"we\"",
    "of things that only the article tells from others, elsewhere in the question",
    "what a bystander will do",
    "left open where the text begins",
    "of any of a kind",
];

/// The first twelve were fitted by `train questions`, the rest are judged: so few articles fit no more.
const WEIGHTS: [f32; FEATURES.len()] = [
    -1.12, // bias
    0.48,  // openness (log odds)
    0.41,  // words that the title has (share)
    0.63,  // words that the article comes back to (share)
    0.43,  // most salient actor of the sentence
    -0.39, // actors of the sentence (sum of salience)
    0.10,  // early in the text
    0.66,  // in the last block
    0.72,  // a condition in the sentence
    0.32,  // in a side clause
    0.35,  // a name in the sentence
    0.29,  // a negation in the sentence
    -0.50, // among the first sentences
    -0.30, // in the first fifth
    -0.35, // in a quotation
    -0.20, // in the first or second person
    -0.40, // of few words
    0.40,  // what somebody says will be or may be
    0.24,  // asked by the article
    -0.19, // what somebody is about or has a mind to do
    0.10,  // what a meeting, a vote or an inquiry will bring
    -1.00, // in a clause that tells which one
    -0.40, // of a thing that only the article tells from others
    -1.00, // of a quoted speaker's "we"
    -0.20, // of things that only the article tells from others, elsewhere in the question
    -1.00, // what a bystander will do
    0.80,  // left open where the text begins
    -0.60, // of any of a kind
];

/// The article as the model sees it.
pub(crate) struct View<'a> {
    document: &'a Document,
    analysis: &'a Analysis,
    cast: &'a Cast,
    /// How often the article comes back to each word.
    counts: BTreeMap<&'a str, usize>,
    title: BTreeSet<&'a str>,
    last_block: Option<usize>,
}

impl<'a> View<'a> {
    pub(crate) fn new(document: &'a Document, analysis: &'a Analysis, cast: &'a Cast) -> Self {
        let (mut counts, mut title) = (BTreeMap::new(), BTreeSet::new());
        for (idx, sentence) in analysis.sentences.iter().enumerate() {
            let block = document.blocks().get(sentence.block);
            let heading = block.is_some_and(|block| block.kind == BlockKind::Title);
            for token in sentence.tokens.clone().filter(|&token| is_content(analysis, token)) {
                *counts.entry(analysis.lemma(token)).or_insert(0) += 1;
                // Where there is no title the first sentence says what it is about.
                if heading || idx == 0 {
                    title.insert(analysis.lemma(token));
                }
            }
        }
        let last_block = analysis.sentences.last().map(|sentence| sentence.block);
        Self { document, analysis, cast, counts, title, last_block }
    }

    pub(super) fn features(&self, reason: &Reason, matter: &Matter) -> [f32; FEATURES.len()] {
        let (analysis, cast) = (self.analysis, self.cast);
        let yes = |condition: bool| if condition { 1.0 } else { 0.0 };
        let common = |lemma: &String| {
            let count = self.counts.get(lemma.as_str()).copied().unwrap_or(0);
            (count.saturating_sub(1) as f32 / 5.0).min(1.0)
        };
        let titled =
            matter.lemmas.iter().filter(|lemma| self.title.contains(lemma.as_str())).count();
        let of_lemmas = matter.lemmas.len().max(3) as f32;
        let salience: Vec<f32> = cast
            .mentioned_in(reason.evidence)
            .iter()
            .filter_map(|&id| cast.actor(id))
            .map(|actor| actor.salience)
            .collect();
        let place = analysis.sentence_of(reason.token);
        let sentence = analysis.sentences.get(place);
        let tokens = sentence.map_or(0..0, |sentence| sentence.tokens.clone());
        let has = |words: &[&str]| {
            tokens.clone().any(|token| {
                let word = analysis.word(self.document, token);
                words.iter().any(|option| word.eq_ignore_ascii_case(option))
            })
        };
        let side = std::iter::once(reason.token)
            .chain(analysis.ancestors(reason.token))
            .any(|at| matches!(analysis.deprel(at), Deprel::AclRelcl | Deprel::Advcl));
        let here = analysis.range(reason.token);
        let reported = matches!(reason.rule, "to_come" | "hedged")
            && analysis.deprel(reason.token) == Deprel::Ccomp
            && analysis.head(reason.token).is_some_and(|above| analysis.upos(above) == Upos::Verb);
        [
            1.0,
            (reason.openness / (1.0 - reason.openness)).ln(),
            titled as f32 / of_lemmas,
            matter.lemmas.iter().map(common).sum::<f32>() / of_lemmas,
            salience.iter().copied().fold(0.0, f32::max),
            salience.iter().sum::<f32>().min(2.0),
            1.0 - place as f32 / analysis.sentences.len().max(1) as f32,
            yes(sentence.map(|sentence| sentence.block) == self.last_block),
            yes(has(&["if", "unless", "whether", "depend", "depends"])),
            yes(side),
            yes(tokens.clone().any(|token| analysis.upos(token) == Upos::Propn)),
            yes(has(&["not", "n't", "n’t", "no", "never"])),
            yes(place < 3),
            yes(place * 5 < analysis.sentences.len()),
            yes(analysis.quotations.iter().any(|quotation| quotation.range.contains_range(here))),
            yes(reason.text.split(|letter: char| !letter.is_alphanumeric()).any(|word| {
                OF_THE_SPEAKER.iter().any(|own| word.eq_ignore_ascii_case(own)) && word != "US"
            })),
            yes(reason.text.split_whitespace().count() < 5),
            yes(reported),
            yes(reason.rule == "asked"),
            yes(reason.rule == "ahead"),
            yes(matches!(reason.rule, "proceeding" | "named_proceeding")),
            yes(analysis.deprel(reason.token) == Deprel::AclRelcl),
            yes(self.is_bare(reason)),
            yes(reason.text.split(' ').nth(1) == Some("we")
                && reason.rule != "asked"
                && analysis.quotations.iter().any(|it| it.range.contains_range(here))),
            self.untold(reason).min(2) as f32,
            yes(self.is_of_a_bystander(reason)),
            // "Three days after the vote, nobody knows who will govern": what the article is about.
            yes(matches!(reason.rule, "whether" | "indirect" | "posed") && place < 2),
            yes(self.is_of_a_kind(reason)),
        ]
    }
}

impl View<'_> {
    /// Whether the article is about what the word names: its title says it, or it comes back to it again and again.
    fn is_topic(&self, lemma: &str) -> bool {
        /// Times.
        const OFTEN: usize = 4;
        self.title.contains(lemma) || self.counts.get(lemma).is_some_and(|&count| count >= OFTEN)
    }

    /// How many things behind the first words are told of by no more than "the": "the site", "the votes". What the title
    /// names, what everybody knows and what is said with more words are not.
    fn untold(&self, reason: &Reason) -> usize {
        let words: Vec<&str> = reason
            .text
            .split(' ')
            .map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()))
            .collect();
        let Some(sentence) = self.analysis.sentences.get(self.analysis.sentence_of(reason.token))
        else {
            return 0;
        };
        (2..words.len().saturating_sub(1))
            .filter(|&at| words[at] == "the")
            .filter(|&at| {
                let (noun, next) = (words[at + 1], words.get(at + 2).copied().unwrap_or_default());
                let led = matches!(
                    next,
                    "of" | "in"
                        | "on"
                        | "for"
                        | "to"
                        | "with"
                        | "about"
                        | "between"
                        | "against"
                        | "that"
                        | "who"
                        | "which"
                        | "he"
                        | "she"
                        | "they"
                        | "from"
                        | "at"
                        | "by"
                        | "over"
                        | "into"
                );
                let plain = sentence.tokens.clone().any(|token| {
                    let lemma = self.analysis.lemma(token);
                    self.analysis.word(self.document, token) == noun
                        && self.analysis.upos(token) == Upos::Noun
                        && self.analysis.deprel(token) != Deprel::Compound
                        && !self.is_topic(lemma)
                        && !EVERYBODY_KNOWS.contains(&lemma)
                        && !is_time(lemma)
                        && !sentence.tokens.clone().any(|child| {
                            self.analysis.head(child) == Some(token)
                                && matches!(
                                    self.analysis.deprel(child),
                                    Deprel::Acl | Deprel::AclRelcl | Deprel::Nmod
                                )
                        })
                        && !(words::is_person(lemma) && self.analysis.xpos(token) == "NNS")
                });
                !led && plain
            })
            .count()
    }

    /// Whether it asks what somebody will do whom one short stretch of the article speaks of, of what he says of himself:
    /// a voter in the street.
    fn is_of_a_bystander(&self, reason: &Reason) -> bool {
        /// In bytes.
        const STRETCH: usize = 500;
        let rest = reason.text.split_once(' ').map_or("", |(_, rest)| rest);
        let Some(actor) = self
            .cast
            .mentioned_in(reason.evidence)
            .into_iter()
            .filter_map(|id| self.cast.actor(id))
            .find(|actor| actor.kind == ActorKind::Person && rest.starts_with(&actor.name))
        else {
            return false;
        };
        let near = match (actor.mentions.first(), actor.mentions.last()) {
            (Some(first), Some(last)) => last.range.end() - first.range.start() <= STRETCH,
            _ => false,
        };
        let office = actor.role.as_ref().is_some_and(|role| {
            role.split(|letter: char| !letter.is_alphanumeric())
                .any(|word| words::is_title(&word.to_lowercase()))
        });
        let own = matches!(
            reason.rule,
            "to_come" | "ahead" | "whether" | "hedged" | "conditional" | "needed" | "not_yet"
        );
        own && near
            && !office
            && actor.mentions.len() > 2
            && self.document.text().len() > 4 * STRETCH
    }

    /// Whether it asks what any of a kind will do: "Will members pay?"
    fn is_of_a_kind(&self, reason: &Reason) -> bool {
        let sentence = self.analysis.sentences.get(self.analysis.sentence_of(reason.token));
        let who = reason.text.split(' ').nth(1).unwrap_or_default();
        sentence.is_some_and(|sentence| {
            sentence.tokens.clone().any(|token| {
                let lemma = self.analysis.lemma(token);
                self.analysis.word(self.document, token) == who
                    && self.analysis.xpos(token) == "NNS"
                    && (words::is_person(lemma) || words::is_body(lemma))
                    && !sentence.tokens.clone().any(|child| {
                        self.analysis.head(child) == Some(token)
                            && self.analysis.upos(child) != Upos::Punct
                    })
            })
        })
    }

    /// Whether the question is of "the plan", "the changes": a common noun with no more than an article, which names
    /// nobody that holds an office and nothing that everybody knows.
    fn is_bare(&self, reason: &Reason) -> bool {
        let mut words: Vec<&str> = reason.text.split(' ').take(5).collect();
        if words.get(2).is_some_and(|adjective| TELLS_TIME_OR_NUMBER.contains(adjective)) {
            words.remove(2);
        }
        let &[_, article, noun, next, ..] = words.as_slice() else { return false };
        let sentence = self.analysis.sentences.get(self.analysis.sentence_of(reason.token));
        let Some(sentence) = sentence.filter(|_| article == "the") else { return false };
        let told = |token: usize| {
            let lemma = self.analysis.lemma(token);
            let of_it = |child: &usize| {
                self.analysis.head(*child) == Some(token)
                    && matches!(
                        self.analysis.deprel(*child),
                        Deprel::Acl
                            | Deprel::AclRelcl
                            | Deprel::Amod
                            | Deprel::Compound
                            | Deprel::Nmod
                    )
            };
            words::is_person(lemma)
                || words::is_title(lemma)
                || EVERYBODY_KNOWS.contains(&lemma)
                || sentence.tokens.clone().any(|child| of_it(&child))
        };
        let is = |token: usize| self.analysis.word(self.document, token).eq_ignore_ascii_case(noun);
        noun.starts_with(char::is_lowercase)
            && !matches!(
                next,
                "of" | "in" | "on" | "for" | "to" | "with" | "about" | "between" | "against"
            )
            && sentence.tokens.clone().any(|token| {
                is(token)
                    && self.analysis.upos(token) == Upos::Noun
                    && self.analysis.deprel(token) != Deprel::Compound
                    && !told(token)
            })
    }
}

/// Adjectives that say when or how many, and not which: "the new project", "the two men".
const TELLS_TIME_OR_NUMBER: &[&str] = &[
    "additional",
    "coming",
    "current",
    "entire",
    "final",
    "four",
    "latest",
    "new",
    "other",
    "recent",
    "three",
    "two",
    "upcoming",
    "whole",
];

/// Nouns of which there is one, or which a reader knows without being told which one is meant.
const EVERYBODY_KNOWS: &[&str] = &[
    "air",
    "army",
    "border",
    "capital",
    "climate",
    "constitution",
    "country",
    "economy",
    "election",
    "environment",
    "establishment",
    "future",
    "globe",
    "government",
    "internet",
    "land",
    "law",
    "left",
    "market",
    "media",
    "middle",
    "military",
    "nation",
    "nomination",
    "office",
    "opposition",
    "past",
    "people",
    "planet",
    "police",
    "poor",
    "presidency",
    "president",
    "press",
    "public",
    "race",
    "rest",
    "rich",
    "right",
    "road",
    "sea",
    "sky",
    "state",
    "street",
    "sun",
    "war",
    "way",
    "web",
    "world",
];

/// Words of one who speaks for himself or to a reader.
const OF_THE_SPEAKER: &[&str] = &["i", "we", "our", "us", "you", "your", "my", "me"];

/// How likely it is asked, 0 to 1.
pub(super) fn chance(features: &[f32; FEATURES.len()]) -> f32 {
    let sum: f32 = features.iter().zip(WEIGHTS).map(|(feature, weight)| feature * weight).sum();
    1.0 / (1.0 + (-sum).exp())
}
