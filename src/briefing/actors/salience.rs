//! How much an actor matters: a logistic model over what a reader of the whole article would notice.

use std::collections::BTreeMap;

use crate::briefing::ActorKind;
use crate::document::{BlockKind, Document};
use crate::language::coref::{Chain, Form, Mention};
use crate::language::lexicon::{FormKind, Senses, lexicon};
use crate::language::{Analysis, Deprel, Upos};

/// What the model looks at, in this order.
pub const FEATURES: [&str; 18] = [
    "bias",
    "mentions (log)",
    "names (log)",
    "share of all mentions",
    "first mention early",
    "in the title",
    "in the lead",
    "subjects (share)",
    "speaks",
    "spread over blocks",
    "near the end",
    "only in passing",
    "place names after in or at (share)",
    "person",
    "country or organization",
    "place",
    "adjectives of the state (log)",
    "news outlet",
];

/// Fitted by `train salience`, see there; the last was taken from a second fit, whose others ranked no better.
const WEIGHTS: [f32; FEATURES.len()] = [
    -3.44, // bias
    1.24,  // mentions (log)
    0.80,  // names (log)
    3.23,  // share of all mentions
    0.63,  // first mention early
    0.66,  // in the title
    0.33,  // in the lead
    0.23,  // subjects (share)
    0.33,  // speaks
    0.72,  // spread over blocks
    -0.06, // near the end
    -0.13, // only in passing
    0.05,  // place names after in or at (share)
    0.28,  // person
    0.52,  // country or organization
    0.03,  // place
    0.73,  // adjectives of the state (log)
    -1.09, // news outlet
];

/// The article as the model sees it.
pub struct View<'a> {
    document: &'a Document,
    analysis: &'a Analysis,
    mentions: usize,
    most: usize,
    title: Option<usize>,
    lead: Vec<usize>,
    prose: usize,
    /// How often adjectives of each power occur.
    adjectives: BTreeMap<usize, usize>,
}

impl<'a> View<'a> {
    pub fn new(document: &'a Document, analysis: &'a Analysis) -> Self {
        let blocks = document.blocks();
        let title = blocks.iter().position(|block| block.kind == BlockKind::Title);
        let prose: Vec<usize> = (0..blocks.len())
            .filter(|&idx| blocks[idx].kind.is_prose() && blocks[idx].kind != BlockKind::Title)
            .collect();
        let counts = analysis.chains.chains.iter().map(|chain| chain.mentions.len());
        Self {
            document,
            analysis,
            mentions: counts.clone().sum::<usize>().max(1),
            most: counts.max().unwrap_or(1),
            title,
            lead: prose.iter().copied().take(2).collect(),
            prose: prose.len().max(1),
            adjectives: adjectives(document, analysis),
        }
    }

    pub fn features(&self, chain: &Chain, kind: ActorKind) -> [f32; FEATURES.len()] {
        let analysis = self.analysis;
        let mentions: Vec<_> =
            chain.mentions.iter().map(|&idx| &analysis.chains.mentions[idx]).collect();
        let count = mentions.len().max(1) as f32;
        let names = mentions.iter().filter(|mention| mention.form == Form::Name).count();
        let heads = || {
            let told = mentions
                .iter()
                .filter(|mention| !self.is_dateline(mention) && !self.is_outlet(mention));
            told.map(|mention| mention.head)
        };
        let first = heads().next().unwrap_or(analysis.tokens.len().saturating_sub(1));
        let sentences = analysis.sentences.len().max(1) as f32;
        let early = 1.0 - analysis.sentence_of(first) as f32 / sentences;
        let mut blocks: Vec<usize> = heads().filter_map(|head| self.block(head)).collect();
        blocks.dedup();
        let subjects = heads().filter(|&head| analysis.deprel(head).is_subject()).count() as f32;
        let speaks = heads().filter(|&head| self.speaks(head)).count() as f32;
        let late = heads().any(|head| {
            analysis.sentence_of(head) as f32 >= sentences - (sentences * 0.15).max(1.0)
        });
        let located = heads().filter(|&head| self.is_location(head)).count() as f32;
        let yes = |condition: bool| if condition { 1.0 } else { 0.0 };
        [
            1.0,
            (count + 1.0).ln() / (self.most as f32 + 1.0).ln(),
            (names as f32).ln_1p(),
            count / self.mentions as f32,
            early,
            yes(blocks.iter().any(|block| Some(*block) == self.title)),
            yes(blocks.iter().any(|block| self.lead.contains(block))),
            subjects / count,
            speaks.ln_1p(),
            blocks.len() as f32 / self.prose as f32,
            yes(late),
            yes(mentions.len() == 1),
            located / count,
            yes(kind == ActorKind::Person),
            yes(matches!(kind, ActorKind::Country | ActorKind::Organization)),
            yes(kind == ActorKind::Place),
            self.adjectives(chain).ln_1p(),
            yes(mentions.iter().any(|mention| self.is_media(mention))),
        ]
    }

    /// `KYIV, Ukraine (AP) —`: where a report was written, not whom it is about.
    fn is_dateline(&self, mention: &Mention) -> bool {
        let word = |token: usize| self.analysis.word(self.document, token);
        let opens = mention.tokens.start == 0
            || self.block(mention.tokens.start - 1) != self.block(mention.tokens.start);
        let capitals = word(mention.tokens.start)
            .chars()
            .filter(|c| c.is_alphabetic())
            .all(char::is_uppercase);
        opens
            && mention.form == Form::Name
            && (mention.tokens.end..mention.tokens.end + 8).any(|token| {
                matches!(word(token), "—" | "–" | "--") || (word(token) == "-" && capitals)
            })
            && (capitals || word(mention.tokens.end) == "(")
    }

    /// A newspaper, an agency, a broadcaster: most often only the one who reports.
    fn is_media(&self, mention: &Mention) -> bool {
        mention.form == Form::Name
            && lexicon().senses(mention.range.slice(self.document.text())).any(Senses::MEDIA)
    }

    /// `told Reuters`, `(AP)`: a news outlet that only passes on what others say.
    fn is_outlet(&self, mention: &Mention) -> bool {
        let analysis = self.analysis;
        let media = self.is_media(mention);
        let bracketed = mention.tokens.start.checked_sub(1).is_some_and(|before| {
            analysis.word(self.document, before) == "("
                && analysis.word(self.document, mention.tokens.end) == ")"
        });
        let told =
            matches!(analysis.deprel(mention.head), Deprel::Obj | Deprel::Iobj | Deprel::Obl)
                && analysis.head(mention.head).is_some_and(|verb| {
                    matches!(analysis.lemma(verb), "tell" | "accord" | "according")
                });
        media && (bracketed || told)
    }

    /// How often an adjective of the state stands alone: `Chinese negotiators`.
    fn adjectives(&self, chain: &Chain) -> f32 {
        chain.power.and_then(|power| self.adjectives.get(&power)).map_or(0.0, |&count| count as f32)
    }

    fn block(&self, token: usize) -> Option<usize> {
        let sentence = self.analysis.sentences.get(self.analysis.sentence_of(token))?;
        Some(sentence.block)
    }

    fn speaks(&self, head: usize) -> bool {
        const SAYING: &[&str] = &[
            "say", "tell", "add", "warn", "announce", "claim", "argue", "write", "insist", "deny",
            "call", "ask", "urge", "state", "explain", "declare",
        ];
        self.analysis.deprel(head) == Deprel::Nsubj
            && self.analysis.head(head).is_some_and(|verb| {
                self.analysis.upos(verb) == Upos::Verb
                    && SAYING.contains(&self.analysis.lemma(verb))
            })
    }

    fn is_location(&self, head: usize) -> bool {
        self.analysis.child_as(head, Deprel::Case).is_some_and(|case| {
            matches!(
                self.analysis.word(self.document, case).to_lowercase().as_str(),
                "in" | "at" | "near" | "from" | "outside"
            )
        })
    }
}

fn adjectives(document: &Document, analysis: &Analysis) -> BTreeMap<usize, usize> {
    let mut found = BTreeMap::new();
    for token in 0..analysis.tokens.len() {
        let word = analysis.word(document, token);
        if analysis.upos(token) == Upos::Adj && word.starts_with(char::is_uppercase) {
            let forms = lexicon().powers().of(word);
            if let Some(form) = forms.iter().find(|form| form.kind == FormKind::Adjective) {
                *found.entry(form.power).or_default() += 1;
            }
        }
    }
    found
}

/// 0 to 1.
pub fn score(features: &[f32; FEATURES.len()]) -> f32 {
    let sum: f32 = features.iter().zip(WEIGHTS).map(|(feature, weight)| feature * weight).sum();
    1.0 / (1.0 + (-sum).exp())
}
