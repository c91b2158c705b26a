//! The briefing: what an article says, as lists of items that each rest on places in its text.
//!
//! [`brief`] is a pure function: same text, same briefing. The types here are plain data; how they
//! look as JSON or in the window is for `export` and `app` to say.

pub mod actors;
pub mod certainty;
mod figures;
pub mod genre;
mod judgement;
pub mod links;
mod people;
mod phrase;
pub mod positions;
pub(crate) mod questions;
pub(crate) mod summary;
mod timeline;
mod turns;
pub mod voices;
mod words;

pub use genre::Genre;
pub use summary::FEW_POINTS;
pub(crate) use timeline::vocabulary::MONTHS;
pub use voices::Voice;

use crate::document::Document;
use crate::language;
use crate::stop::Stop;
use crate::text::{TextRange, one_line};

/// One briefing of one document. Self-contained: it needs only the document's text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Briefing {
    /// What kind of text the article is.
    pub genre: Genre,
    /// The article in a few sentences, in reading order.
    pub summary: Vec<Point>,
    /// Who matters, most salient first.
    pub actors: Vec<Actor>,
    /// Who says, wants, believes, denies or plans what, in the order of the text.
    pub positions: Vec<Position>,
    /// What the article leaves open, most salient first.
    pub questions: Vec<Question>,
    /// Dated events, in the order of their dates.
    pub timeline: Vec<Event>,
    /// How many or how much of what, in the order of the text.
    pub figures: Vec<Figure>,
    /// Who is heard. This and what follows is counted from the lists above, by [`Briefing::tally`].
    pub voices: Vec<Voice>,
    /// For each actor who is named in the same sentences, most often first.
    pub company: Vec<Vec<ActorId>>,
    /// The sentences that no item of the five lists rests on, in the order of the text.
    pub left_out: Vec<TextRange>,
    /// How many sentences the article has.
    pub n_sentences: usize,
}

/// The places in the text that prove an item; never empty, in the order of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence(Vec<TextRange>);

impl Evidence {
    /// `None` when no place is left once empty ones are dropped: an item without a place is no item.
    pub fn new(ranges: impl IntoIterator<Item = TextRange>) -> Option<Self> {
        let mut ranges: Vec<TextRange> =
            ranges.into_iter().filter(|range| !range.is_empty()).collect();
        ranges.sort_unstable();
        ranges.dedup();
        (!ranges.is_empty()).then_some(Self(ranges))
    }

    pub fn one(range: TextRange) -> Option<Self> {
        Self::new([range])
    }

    pub fn ranges(&self) -> &[TextRange] {
        &self.0
    }

    /// The first place in the text.
    pub fn first(&self) -> TextRange {
        self.0.first().copied().unwrap_or_default()
    }
}

/// One sentence of the summary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    pub text: String,
    pub evidence: Evidence,
}

/// An actor's place in [`Briefing::actors`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActorId(pub usize);

#[derive(Clone, Debug, PartialEq)]
pub struct Actor {
    /// The fullest form that the article gives.
    pub name: String,
    pub kind: ActorKind,
    /// Office, title or description in the article's own words.
    pub role: Option<String>,
    /// Other forms: surname, acronym, metonym, defining description.
    pub aliases: Vec<String>,
    /// Of a person: the bodies and states that the text says the person belongs to or serves, where it says so.
    pub affiliations: Vec<TextRange>,
    /// 0 to 1, never rising along the list.
    pub salience: f32,
    /// In the order of the text.
    pub mentions: Vec<Mention>,
    /// The one or two places that tell best who this is.
    pub evidence: Evidence,
}

impl Actor {
    /// The aliases that tell a reader something: not the name or the role, nor a known form with a title in front.
    pub fn other_names(&self) -> impl Iterator<Item = &str> {
        let known = std::iter::once(&self.name).chain(&self.aliases);
        self.aliases.iter().map(String::as_str).filter(move |alias| {
            *alias != self.name
                && self.role.as_deref() != Some(*alias)
                && !known.clone().any(|form| {
                    alias.strip_suffix(form.as_str()).is_some_and(|title| title.ends_with(' '))
                })
        })
    }

    /// The affiliations by name, without those that the role tells already.
    pub fn untold_affiliations(&self, document: &Document) -> Vec<String> {
        let role = self.role.as_deref().unwrap_or_default();
        let mut names: Vec<String> = Vec::new();
        for range in &self.affiliations {
            let name = one_line(range.slice(document.text()));
            if !role.contains(&name) && !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ActorKind {
    Person,
    Organization,
    Country,
    Place,
    Group,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    pub range: TextRange,
    pub form: MentionForm,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MentionForm {
    Name,
    Nominal,
    Pronoun,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Position {
    pub holder: Holder,
    /// The words that name the holder at this place, a pronoun included.
    pub source: Option<TextRange>,
    /// Through whom it came, outermost last.
    pub via: Vec<ActorId>,
    /// The words that report it: `said`, `according to`, `has not ruled out`.
    pub cue: Option<TextRange>,
    /// What is said, wanted or believed, quotation marks included; never empty.
    pub content: Vec<TextRange>,
    /// A sentence that reads well alone, with the holder named.
    pub text: String,
    pub act: Act,
    pub form: Form,
    pub certainty: Certainty,
    /// The words that make it less than asserted.
    pub marker: Option<TextRange>,
    /// Actors that the content names.
    pub about: Vec<ActorId>,
    /// Places in [`Briefing::positions`] of what others hold against it.
    pub opposed: Vec<usize>,
    /// The place there of an earlier position of the same holder that it takes the place of.
    pub replaces: Option<usize>,
    /// 0 to 1.
    pub salience: f32,
    pub evidence: Evidence,
}

/// Whose position it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder {
    Actor(ActorId),
    /// A source that the article does not name, or that is not listed.
    Unnamed,
    /// The article's own judgement.
    Author,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Act {
    Says,
    Denies,
    Supports,
    Opposes,
    Demands,
    Warns,
    Promises,
    Plans,
    Believes,
    Asks,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Direct,
    Indirect,
    Mixed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    Asserted,
    Hedged,
    Conditional,
    Negated,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// One question, ending in `?`.
    pub text: String,
    pub basis: Basis,
    pub about: Vec<ActorId>,
    /// 0 to 1, never rising along the list.
    pub salience: f32,
    pub evidence: Evidence,
}

/// Why a question counts as open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    Asked,
    Unresolved,
    Conditional,
    Scheduled,
    Disputed,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// EDTF, ISO 8601-2 level 1: `2022-02-27`, `2021-11`, `XXXX-02-27`.
    pub date: String,
    /// Where a span of time is told (`between 2001 and 2007`), its end, in the same form; `date` is its start.
    pub until: Option<String>,
    /// The words of the text that give the date.
    pub date_range: TextRange,
    pub status: EventStatus,
    pub text: String,
    pub evidence: Evidence,
}

/// Whether an event has happened, as the article tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventStatus {
    Past,
    /// Announced, expected or due.
    Planned,
    /// It may happen, or would under a condition.
    Conditional,
}

/// A number that the article gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The number as it is written, with its currency or percent.
    pub number: TextRange,
    pub value: f64,
    /// What is counted (`armed soldiers`), `percent`, or the sign of a currency.
    pub unit: Option<String>,
    /// Of what it is a share, or what the money is.
    pub of: Option<String>,
    /// The clause that says so, as a sentence.
    pub text: String,
    pub evidence: Evidence,
}

/// Which entry of which list: what a click selects and a link leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item {
    Point(usize),
    Actor(usize),
    Position(usize),
    Question(usize),
    Event(usize),
    /// These three stand behind the five lists.
    Voice(usize),
    Figure(usize),
    /// A sentence that no item of the lists rests on.
    LeftOut(usize),
}

impl Item {
    /// Whether it is in one of the five lists, rather than counted from them.
    pub fn is_listed(self) -> bool {
        !matches!(self, Self::Voice(_) | Self::Figure(_) | Self::LeftOut(_))
    }
}

/// Starts to read what the engine needs, so that the first briefing need not wait for it.
pub fn load() {
    language::load();
}

/// Adds a reader's own states, capitals and seats of power, a table in the form of `assets/states.tsv`. Must come before
/// [`load`] and the first briefing; what comes later is ignored.
pub fn add_own_states(table: String) {
    language::lexicon::add_own_powers(table);
}

/// Which trained weights the engine reads with.
pub fn model() -> String {
    language::model::identity()
}

/// Makes the briefing of a document.
pub fn brief(document: &Document) -> Briefing {
    brief_unless(document, &Stop::default()).unwrap_or_default()
}

/// The same; `None` soon after `stop` is called.
pub fn brief_unless(document: &Document, stop: &Stop) -> Option<Briefing> {
    if !is_english(document) {
        // Names, verbs and clauses would be nonsense; what needs none of them is left to the reader.
        let mut briefing = Briefing::default();
        briefing.tally(document, &sentences(document));
        return Some(briefing);
    }
    let unless = || (!stop.is_called()).then_some(());
    let analysis = language::analyze_unless(document, stop, |_| ())?;
    let mut cast = actors::find(document, &analysis);
    unless()?;
    let positions = positions::find(document, &analysis, &cast);
    unless()?;
    let questions = questions::find(document, &analysis, &cast);
    let dates = timeline::expressions(document.text(), &analysis);
    let timeline = timeline::find(document, &analysis, &cast, &dates);
    let summary = summary::find(document, &analysis, &cast, &positions, &questions, &timeline);
    let figures = figures::find(document, &analysis, &cast, &dates);
    actors::complete(document, &analysis, &mut cast.actors);
    let mut briefing = Briefing {
        genre: cast.genre,
        summary,
        actors: cast.actors,
        positions,
        questions,
        timeline,
        figures,
        ..Briefing::default()
    };
    // Not the analysis' own, some of which the parser has joined: the window knows these before there is a briefing.
    briefing.tally(document, &sentences(document));
    Some(briefing)
}

impl Briefing {
    /// Counts who is heard and which of the article's sentences nothing rests on; to be done anew whenever the lists
    /// change.
    pub fn tally(&mut self, document: &Document, sentences: &[TextRange]) {
        self.voices = voices::of(document, self);
        self.company = actors::company(&self.actors, sentences);
        self.left_out = links::left_out(document, self, sentences);
        self.n_sentences = sentences.len();
    }

    /// How often an actor is named and how much is held: `9 mentions, 2 positions`.
    pub fn how_often(&self, actor: ActorId) -> String {
        let count = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
        let n_mentions = self.actors.get(actor.0).map_or(0, |actor| actor.mentions.len());
        let held = |position: &&Position| position.holder == Holder::Actor(actor);
        match self.positions.iter().filter(held).count() {
            0 => count(n_mentions, "mention"),
            n => format!("{}, {}", count(n_mentions, "mention"), count(n, "position")),
        }
    }

    /// Who holds the opposite of a position, each once; `others` for those without a name.
    pub fn opponents(&self, position: &Position) -> Vec<&str> {
        let mut names = Vec::new();
        for other in position.opposed.iter().filter_map(|&idx| self.positions.get(idx)) {
            let actor = match other.holder {
                Holder::Actor(actor) => self.actors.get(actor.0),
                Holder::Unnamed | Holder::Author => None,
            };
            let name = actor.map_or("others", |actor| actor.name.as_str());
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// The positions that stand against one, took its place or gave way to it, in the order of the list.
    pub fn related(&self, position: usize) -> Vec<usize> {
        let Some(own) = self.positions.get(position) else { return Vec::new() };
        let later = self.positions.iter().enumerate();
        let later = later.filter(|(_, other)| other.replaces == Some(position)).map(|(idx, _)| idx);
        let mut related: Vec<usize> =
            own.opposed.iter().copied().chain(own.replaces).chain(later).collect();
        related.sort_unstable();
        related.dedup();
        related
    }

    /// The names of those who are named in the same sentences as an actor, most often first.
    pub fn company_of(&self, actor: ActorId) -> impl Iterator<Item = &str> {
        let company = self.company.get(actor.0).into_iter().flatten();
        company.filter_map(|id| self.actors.get(id.0)).map(|actor| actor.name.as_str())
    }
}

/// The sentences of the article's own words, in order, each inside one block.
pub fn sentences(document: &Document) -> Vec<TextRange> {
    language::sentences(document)
}

/// Whether the engine knows the article's language; where nothing is known of it, it tries.
fn is_english(document: &Document) -> bool {
    let language = document.meta.language.as_deref();
    language.is_none_or(|language| {
        language.split('-').next().is_some_and(|tag| tag.eq_ignore_ascii_case("en"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_with_a_title_tell_nothing_new() {
        let actor = Actor {
            name: "Ana Lee".to_owned(),
            kind: ActorKind::Person,
            role: Some("the envoy".to_owned()),
            aliases: ["Lee", "Ms. Lee", "Envoy Ana Lee", "the envoy", "the Northern diplomat"]
                .map(str::to_owned)
                .into(),
            affiliations: vec![],
            salience: 1.0,
            mentions: vec![],
            evidence: Evidence::one(TextRange::new(0, 1)).expect("it is not empty"),
        };
        assert_eq!(actor.other_names().collect::<Vec<_>>(), ["Lee", "the Northern diplomat"]);
    }

    #[test]
    fn what_stands_against_a_position_is_found_from_both_sides() {
        let position = |holder, opposed: &[usize], replaces| Position {
            holder,
            source: None,
            via: vec![],
            cue: None,
            content: vec![TextRange::new(0, 1)],
            text: String::new(),
            act: Act::Says,
            form: Form::Indirect,
            certainty: Certainty::Asserted,
            marker: None,
            about: vec![],
            opposed: opposed.to_vec(),
            replaces,
            salience: 0.5,
            evidence: Evidence::one(TextRange::new(0, 1)).expect("it is not empty"),
        };
        let briefing = Briefing {
            positions: vec![
                position(Holder::Unnamed, &[2], None),
                position(Holder::Author, &[2], Some(0)),
                position(Holder::Author, &[0, 1], None),
            ],
            ..Briefing::default()
        };
        assert_eq!(briefing.related(0), [1, 2]);
        assert_eq!(briefing.related(1), [0, 2]);
        assert!(briefing.related(3).is_empty());
        assert_eq!(briefing.opponents(&briefing.positions[2]), ["others"]);
    }
}
