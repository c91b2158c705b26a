//! How much an actor matters: a logistic model over what a reader of the whole article would notice.

use std::collections::BTreeMap;

use crate::briefing::ActorKind;
use crate::document::{BlockKind, Document};
use crate::language::coref::{Chain, Description, DescriptionSource, Form, Mention, words};
use crate::language::lexicon::{FormKind, Senses, lexicon};
use crate::language::{Analysis, Deprel, Upos};

/// What the model looks at, in this order.
pub const FEATURES: [&str; 27] = [
    "bias",
    "mentions (log)",
    "names (log)",
    "share of all mentions",
    "first mention early",
    "in the title",
    "in the lead",
    "acts (share)",
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
    "place or country: where things happen (share)",
    "has a role",
    "province or city",
    "leads a state that matters",
    "only in others' roles (share)",
    "in quotations (share)",
    "names only before nouns",
    "person of one word, in passing",
    "subjects of main clauses (log)",
];

/// Fitted by `train salience`, see there. By hand, so that articles of other kinds than those of the fit are ranked
/// better: the first mention, the title, the lead, and the last five.
const WEIGHTS: [f32; FEATURES.len()] = [
    -3.92, // bias
    1.38,  // mentions (log)
    1.18,  // names (log)
    3.27,  // share of all mentions
    0.20,  // first mention early
    1.46,  // in the title
    0.57,  // in the lead
    0.43,  // acts (share)
    0.31,  // speaks
    0.83,  // spread over blocks
    -0.16, // near the end
    -0.18, // only in passing
    0.38,  // place names after in or at (share)
    0.56,  // person
    0.54,  // country or organization
    -0.02, // place
    0.50,  // adjectives of the state (log)
    -1.50, // news outlet
    -0.53, // place or country: where things happen (share)
    0.09,  // has a role
    -0.30, // province or city
    2.11,  // leads a state that matters
    -0.80, // only in others' roles (share)
    -0.65, // in quotations (share)
    -0.70, // names only before nouns
    -1.00, // person of one word, in passing
    0.30,  // subjects of main clauses (log)
];

/// The article as the model sees it.
pub struct View<'a> {
    document: &'a Document,
    analysis: &'a Analysis,
    mentions: usize,
    most: usize,
    title: Option<usize>,
    /// `Dear Ms. Roe:`, which says to whom a letter is as a title says of whom an article is.
    greeting: Option<usize>,
    lead: Vec<usize>,
    prose: usize,
    /// How often adjectives of each power occur.
    adjectives: BTreeMap<usize, usize>,
    /// Where the text says who somebody is.
    roles: Vec<std::ops::Range<usize>>,
    /// How many mentions each power has.
    of_state: BTreeMap<usize, usize>,
}

/// The line that greets whom a letter is to.
fn greeting(document: &Document) -> Option<usize> {
    let greets = |block: &crate::document::Block| {
        let line = block.range.slice(document.text()).trim();
        block.kind.is_prose()
            && line.len() < 80
            && line.starts_with("Dear ")
            && line.ends_with([',', ':', '—'])
    };
    document.blocks().iter().take(12).position(greets)
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
            greeting: greeting(document),
            lead: prose.iter().copied().take(2).collect(),
            prose: prose.len().max(1),
            adjectives: adjectives(document, analysis),
            roles: analysis.chains.descriptions.iter().map(|d| d.tokens.clone()).collect(),
            of_state: analysis
                .chains
                .chains
                .iter()
                .filter_map(|chain| Some((chain.power?, chain.mentions.len())))
                .collect(),
        }
    }

    pub fn features(&self, chain: &Chain, kind: ActorKind) -> [f32; FEATURES.len()] {
        let analysis = self.analysis;
        let mentions: Vec<_> =
            chain.mentions.iter().map(|&idx| &analysis.chains.mentions[idx]).collect();
        let count = mentions.len().max(1) as f32;
        // Who has no name, but is spoken of throughout, has descriptions for names.
        let crowd = chain.defined.is_some() && mentions.len() >= 2;
        let form = if crowd { Form::Nominal } else { Form::Name };
        let names = mentions.iter().filter(|mention| mention.form == form).count();
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
        let acts = heads().filter(|&head| self.acts(head)).count() as f32;
        let speaks = heads().filter(|&head| self.speaks(head)).count() as f32;
        let late = heads().any(|head| {
            analysis.sentence_of(head) as f32 >= sentences - (sentences * 0.15).max(1.0)
        });
        let located = heads().filter(|&head| self.is_location(head)).count() as f32;
        let scenes = heads().filter(|&head| self.is_scene(head)).count() as f32;
        let where_it_is = matches!(kind, ActorKind::Place | ActorKind::Country);
        // `Greenland`, which is no country, acts like one.
        let land = chain.power.is_some_and(|at| lexicon().powers().power(at).kind.is_country());
        let person = kind == ActorKind::Person;
        let before_nouns = mentions.iter().all(|m| m.form != Form::Name || self.is_before_noun(m));
        let before_nouns = before_nouns && chain.defined.is_none();
        let main = heads().filter(|&head| self.leads_a_clause(head)).count() as f32;
        let yes = |condition: bool| if condition { 1.0 } else { 0.0 };
        [
            1.0,
            (count + 1.0).ln() / (self.most as f32 + 1.0).ln(),
            (names as f32).ln_1p(),
            count / self.mentions as f32,
            early,
            yes(blocks.iter().any(|&block| [self.title, self.greeting].contains(&Some(block)))),
            yes(blocks.iter().any(|block| self.lead.contains(block))),
            acts / count,
            speaks.ln_1p(),
            blocks.len() as f32 / self.prose as f32,
            yes(late),
            yes(mentions.len() == 1),
            located / count,
            yes(person),
            yes(land || kind == ActorKind::Organization),
            yes(!land && kind == ActorKind::Place),
            self.adjectives(chain).ln_1p(),
            yes(mentions.iter().any(|mention| self.is_media(mention))),
            if where_it_is { scenes / count } else { 0.0 },
            yes(self.descriptions(chain).next().is_some()),
            yes(mentions.iter().any(|mention| self.is_part_of_a_state(mention))),
            if person { self.leads(chain) } else { 0.0 },
            heads().filter(|&head| self.is_in_role(head)).count() as f32 / count,
            heads().filter(|&head| self.is_quoted(head)).count() as f32 / count,
            yes(before_nouns),
            yes(person && mentions.len() == 1 && self.is_bare(chain, mentions[0])),
            main.ln_1p(),
        ]
    }

    /// How much the writer of a text matters, 0 to 1: a person with one name, over or under the article, and all
    /// the places of `I` in it.
    pub fn of_writer(&self, chain: &Chain) -> f32 {
        let mut features = self.features(chain, ActorKind::Person);
        for (feature, name) in features.iter_mut().zip(FEATURES) {
            match name {
                "names (log)" => *feature = 1.0f32.ln_1p(),
                "names only before nouns" => *feature = 0.0,
                _ => {}
            }
        }
        score(&features)
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
                matches!(word(token), "—" | "–" | "--")
                    || (matches!(word(token), "-" | ":") && capitals)
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

    /// `director of the Acme Institute`: what stands in what is said of another.
    fn is_in_role(&self, head: usize) -> bool {
        self.roles.iter().any(|role| role.contains(&head))
    }

    fn is_quoted(&self, head: usize) -> bool {
        self.analysis.is_quoted(self.analysis.range(head).start())
    }

    /// `the Ostland talks`, `a Norwegian ship`, `half of them were Norwegian`: a name that only says which or what.
    fn is_before_noun(&self, mention: &Mention) -> bool {
        let analysis = self.analysis;
        let before = matches!(
            analysis.deprel(mention.head),
            Deprel::Compound | Deprel::Amod | Deprel::NmodDesc
        );
        before || analysis.upos(mention.head) == Upos::Adj
    }

    /// A surname or a given name alone, and nothing that says who that is: newspapers introduce whom they write
    /// about, so this is a passing one, or none at all.
    fn is_bare(&self, chain: &Chain, mention: &Mention) -> bool {
        use DescriptionSource::{Apposition, Title};
        mention.tokens.len() == 1
            && !self.descriptions(chain).any(|known| matches!(known.source, Title | Apposition))
    }

    /// Whether a mention is, alone or beside others, the subject of a sentence.
    fn leads_a_clause(&self, head: usize) -> bool {
        let analysis = self.analysis;
        let mut at = head;
        // Bounded for the sake of damaged trees.
        for _ in 0..20 {
            if analysis.deprel(at) != Deprel::Conj {
                break;
            }
            let Some(above) = analysis.head(at) else { break };
            at = above;
        }
        analysis.deprel(at) == Deprel::Nsubj
            && analysis.head(at).is_some_and(|verb| analysis.deprel(verb) == Deprel::Root)
    }

    /// Whether a mention is of one who does something or has something: `Ostland decided`, `signed by Ostland`,
    /// `Ostland's decision`.
    fn acts(&self, head: usize) -> bool {
        let deprel = self.analysis.deprel(head);
        deprel.is_subject() || matches!(deprel, Deprel::OblAgent | Deprel::NmodPoss)
    }

    fn is_location(&self, head: usize) -> bool {
        self.is_after(head, &["in", "at", "near", "from", "outside"])
    }

    fn is_after(&self, head: usize, prepositions: &[&str]) -> bool {
        self.analysis.child_as(head, Deprel::Case).is_some_and(|case| {
            let word = self.analysis.word(self.document, case).to_lowercase();
            prepositions.contains(&word.as_str())
        })
    }

    /// Whether a mention only says where: `in Syria`, `to Syria`, `the Syria campaign`.
    fn is_scene(&self, head: usize) -> bool {
        const PLACING: &[&str] = &[
            "in",
            "at",
            "near",
            "from",
            "outside",
            "to",
            "into",
            "across",
            "through",
            "throughout",
            "toward",
            "towards",
            "around",
            "within",
            "inside",
            "off",
            "over",
            "via",
        ];
        matches!(self.analysis.deprel(head), Deprel::Compound | Deprel::Amod)
            || self.is_after(head, PLACING)
    }

    fn is_part_of_a_state(&self, mention: &Mention) -> bool {
        let senses = lexicon().senses(mention.range.slice(self.document.text()));
        mention.form == Form::Name
            && (senses.any(Senses::PROVINCE) || senses.any(Senses::CITY))
            && !senses.any(Senses::STATE)
    }

    /// How much the text says of the state whose leader this is, between 0 and 1: `Russian President`, `the prime
    /// minister of Belgium`. Who leads one speaks for it.
    fn leads(&self, chain: &Chain) -> f32 {
        let states = self.descriptions(chain).filter_map(|description| {
            let noun = self.analysis.word(self.document, description.head).to_lowercase();
            let words = description.range.slice(self.document.text()).to_lowercase();
            let leads = words::office_of(&noun) == "leader" || words.contains("prime minister");
            let another = ["vice", "deputy", "opposition", "former", "party"];
            let leads = leads && !another.iter().any(|word| words.contains(word));
            leads.then(|| self.state_of(description)).flatten()
        });
        let told = states.filter_map(|state| self.of_state.get(&state)).max().copied();
        told.map_or(0.0, |count| (count as f32 + 1.0).ln() / (self.most as f32 + 1.0).ln())
    }

    /// The state that a description names, by its name or its adjective.
    fn state_of(&self, description: &Description) -> Option<usize> {
        description.tokens.clone().find_map(|token| {
            let word = self.analysis.word(self.document, token);
            lexicon().powers().of(word).first().map(|form| form.power)
        })
    }

    /// What the text says the actor is.
    fn descriptions<'c>(&'c self, chain: &'c Chain) -> impl Iterator<Item = &'c Description> {
        let descriptions = &self.analysis.chains.descriptions;
        let from = descriptions.partition_point(|d| d.mention < chain.mentions[0]);
        let last = chain.mentions.last().copied().unwrap_or_default();
        descriptions[from..]
            .iter()
            .take_while(move |description| description.mention <= last)
            .filter(|description| chain.mentions.binary_search(&description.mention).is_ok())
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

#[cfg(test)]
mod tests {
    use crate::briefing::brief;
    use crate::testing::document;

    #[test]
    fn who_acts_matters_more_than_where_it_happens() {
        let document = document(
            "A ship has been seen in Norway. Estonia sent it. Estonia's minister said that it would stay in Norway. \
             Estonia decided so after a storm in Norway.",
        );
        let briefing = brief(&document);
        let names: Vec<&str> = briefing.actors.iter().map(|actor| actor.name.as_str()).collect();
        assert_eq!(names.first(), Some(&"Estonia"), "{names:?}");
    }

    #[test]
    fn a_name_that_only_says_which_one_comes_last() {
        let document = document(
            "Tom Hall opened the Acme bridge on Monday. The Acme bridge had been closed. Hall thanked the workers of \
             Brandt Steel, who had mended it.",
        );
        let briefing = brief(&document);
        let names: Vec<&str> = briefing.actors.iter().map(|actor| actor.name.as_str()).collect();
        let place =
            |name: &str| names.iter().position(|known| *known == name).unwrap_or(names.len());
        assert!(place("Tom Hall") < place("Acme"), "{names:?}");
    }

    #[test]
    fn a_letter_is_to_somebody() {
        let text = "Dear Katarina:\n\nWe are all well here. Tom Hall has come to see the harbor, and Tom Hall brought \
                    his boat. The boat is old, but the harbor is not.\n\nOn Monday Bo Lund left for the coast. Bo \
                    Lund will stay there until May.\n\nYours,\n\nAnn Roe";
        let briefing = brief(&document(text));
        let names: Vec<&str> = briefing.actors.iter().map(|actor| actor.name.as_str()).collect();
        let place = names.iter().position(|known| *known == "Katarina").unwrap_or(names.len());
        assert!(place < 2, "{names:?}");
    }
}
