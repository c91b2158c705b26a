//! The public contract, `sidelight.briefing/1`: the one place where bytes become code points.
//!
//! `docs/briefing-json.md` describes the fields. Fields may be added; none is renamed or dropped
//! without a new schema number.

use serde::Serialize;

use super::Article;
use crate::briefing::voices::{Voice as Heard, Whose};
use crate::briefing::{ActorId, Evidence, Holder, Mention};
use crate::text::{CharTable, TextRange};

const SCHEMA: &str = "sidelight.briefing/1";

/// The briefing as JSON: over many lines where `pretty`, else on one.
pub fn write(article: Article<'_>, pretty: bool) -> String {
    let text = article.document.text();
    let spans = Spans { text, table: CharTable::new(text) };
    let briefing = spans.briefing(article);
    let json = if pretty {
        serde_json::to_string_pretty(&briefing)
    } else {
        serde_json::to_string(&briefing)
    };
    // Plain structs of strings and numbers always serialise.
    json.unwrap_or_default() + "\n"
}

#[derive(Serialize)]
struct Json<'a> {
    schema: &'static str,
    engine: Engine,
    document: Document<'a>,
    /// `report`, `analysis`, `commentary`, `interview` or `speech`: added to the contract's first version.
    genre: &'static str,
    summary: Vec<Point<'a>>,
    actors: Vec<Actor<'a>>,
    positions: Vec<Position<'a>>,
    questions: Vec<Question<'a>>,
    timeline: Vec<Event<'a>>,
    /// These three were added to the contract's first version.
    figures: Vec<Figure<'a>>,
    voices: Vec<Voice<'a>>,
    left_out: Vec<LeftOut<'a>>,
}

#[derive(Serialize)]
struct Engine {
    name: &'static str,
    version: &'static str,
    model: Option<String>,
    elapsed_ms: f64,
}

#[derive(Serialize)]
struct Document<'a> {
    /// The article's file name, by which it is found again beside the briefing.
    file: &'a str,
    title: Option<&'a str>,
    byline: Option<&'a str>,
    publisher: Option<&'a str>,
    published: Option<String>,
    language: Option<&'a str>,
    format: &'static str,
    sha256: &'a str,
    text: &'a str,
    blocks: Vec<Block>,
}

#[derive(Serialize)]
struct Block {
    kind: &'static str,
    start: usize,
    end: usize,
    /// Of its beginning, from 1; left out where the file has no pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<usize>,
}

#[derive(Serialize)]
struct Span<'a> {
    start: usize,
    end: usize,
    quote: &'a str,
}

#[derive(Serialize)]
struct MentionSpan<'a> {
    #[serde(flatten)]
    span: Span<'a>,
    form: &'static str,
}

#[derive(Serialize)]
struct Point<'a> {
    text: &'a str,
    evidence: Vec<Span<'a>>,
}

#[derive(Serialize)]
struct Actor<'a> {
    id: String,
    name: &'a str,
    kind: &'static str,
    role: Option<&'a str>,
    aliases: &'a [String],
    affiliations: Vec<Span<'a>>,
    /// Who is named in the same sentences, most often first.
    company: Vec<String>,
    salience: f64,
    mentions: Vec<MentionSpan<'a>>,
    evidence: Vec<Span<'a>>,
    /// Named or merged by the reader; left out where the engine's own.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    corrected: bool,
}

#[derive(Serialize)]
struct Position<'a> {
    id: String,
    voice: &'static str,
    holder: Option<String>,
    source: Option<Span<'a>>,
    via: Vec<String>,
    cue: Option<Span<'a>>,
    content: Vec<Span<'a>>,
    text: &'a str,
    act: &'static str,
    form: &'static str,
    certainty: &'static str,
    marker: Option<Span<'a>>,
    about: Vec<String>,
    opposed: Vec<String>,
    replaces: Option<String>,
    salience: f64,
    evidence: Vec<Span<'a>>,
}

#[derive(Serialize)]
struct Question<'a> {
    id: String,
    text: &'a str,
    basis: &'static str,
    about: Vec<String>,
    salience: f64,
    evidence: Vec<Span<'a>>,
}

#[derive(Serialize)]
struct Event<'a> {
    date: &'a str,
    /// Added like the figures.
    until: Option<&'a str>,
    date_text: Span<'a>,
    /// `past`, `planned` or `conditional`: added like the figures.
    status: &'static str,
    text: &'a str,
    evidence: Vec<Span<'a>>,
}

#[derive(Serialize)]
struct Figure<'a> {
    number: Span<'a>,
    value: f64,
    unit: Option<&'a str>,
    of: Option<&'a str>,
    text: &'a str,
    evidence: Vec<Span<'a>>,
}

#[derive(Serialize)]
struct Voice<'a> {
    #[serde(rename = "voice")]
    whose: &'static str,
    actor: Option<String>,
    name: &'a str,
    quoted: usize,
    reported: usize,
    talked_about: usize,
    evidence: Vec<Span<'a>>,
}

#[derive(Serialize)]
struct LeftOut<'a> {
    evidence: Vec<Span<'a>>,
}

/// Turns ranges of one text into spans.
struct Spans<'a> {
    text: &'a str,
    table: CharTable,
}

impl<'a> Spans<'a> {
    fn span(&self, range: TextRange) -> Span<'a> {
        Span {
            start: self.table.chars_from_bytes(self.text, range.start()),
            end: self.table.chars_from_bytes(self.text, range.end()),
            quote: range.slice(self.text),
        }
    }

    fn spans(&self, ranges: &[TextRange]) -> Vec<Span<'a>> {
        ranges.iter().map(|&range| self.span(range)).collect()
    }

    fn evidence(&self, evidence: &Evidence) -> Vec<Span<'a>> {
        self.spans(evidence.ranges())
    }

    fn mention(&self, mention: &Mention) -> MentionSpan<'a> {
        MentionSpan { span: self.span(mention.range), form: mention.form.name() }
    }

    fn briefing(&self, article: Article<'a>) -> Json<'a> {
        let briefing = article.briefing;
        Json {
            schema: SCHEMA,
            engine: Engine {
                name: "builtin",
                version: env!("CARGO_PKG_VERSION"),
                model: Some(crate::briefing::model()),
                elapsed_ms: (article.elapsed.as_secs_f64() * 1e5).round() / 100.0,
            },
            document: self.document(article.document, article.file),
            genre: briefing.genre.name(),
            summary: briefing
                .summary
                .iter()
                .map(|point| Point { text: &point.text, evidence: self.evidence(&point.evidence) })
                .collect(),
            actors: briefing
                .actors
                .iter()
                .enumerate()
                .map(|(idx, actor)| {
                    let company = briefing.company.get(idx).map_or(&[][..], Vec::as_slice);
                    self.actor(idx, actor, company, article.corrected.contains(&ActorId(idx)))
                })
                .collect(),
            positions: briefing
                .positions
                .iter()
                .enumerate()
                .map(|(idx, it)| self.position(idx, it))
                .collect(),
            questions: briefing
                .questions
                .iter()
                .enumerate()
                .map(|(idx, it)| self.question(idx, it))
                .collect(),
            timeline: briefing
                .timeline
                .iter()
                .map(|event| Event {
                    date: &event.date,
                    until: event.until.as_deref(),
                    date_text: self.span(event.date_range),
                    status: event.status.name(),
                    text: &event.text,
                    evidence: self.evidence(&event.evidence),
                })
                .collect(),
            figures: briefing.figures.iter().map(|it| self.figure(it)).collect(),
            voices: briefing.voices.iter().map(|it| self.voice(it)).collect(),
            left_out: briefing
                .left_out
                .iter()
                .map(|&range| LeftOut { evidence: vec![self.span(range)] })
                .collect(),
        }
    }

    fn figure(&self, figure: &'a crate::briefing::Figure) -> Figure<'a> {
        Figure {
            number: self.span(figure.number),
            value: figure.value,
            unit: figure.unit.as_deref(),
            of: figure.of.as_deref(),
            text: &figure.text,
            evidence: self.evidence(&figure.evidence),
        }
    }

    fn voice(&self, voice: &'a Heard) -> Voice<'a> {
        let actor = match voice.whose {
            Whose::Actor(id) => Some(actor_id(id)),
            Whose::Unnamed | Whose::Author => None,
        };
        Voice {
            whose: voice.whose.name(),
            actor,
            name: &voice.name,
            quoted: voice.quoted,
            reported: voice.reported,
            talked_about: voice.talked_about,
            evidence: self.evidence(&voice.evidence),
        }
    }

    fn document(&self, document: &'a crate::document::Document, file: &'a str) -> Document<'a> {
        let meta = &document.meta;
        Document {
            file,
            title: meta.title.as_deref(),
            byline: meta.byline.as_deref(),
            publisher: meta.publisher.as_deref(),
            published: meta.published.map(|date| date.to_string()),
            language: meta.language.as_deref(),
            format: document.source.format.name(),
            sha256: &document.source.sha256,
            text: document.text(),
            blocks: document
                .blocks()
                .iter()
                .map(|block| {
                    let span = self.span(block.range);
                    let page = document.page_at(block.range.start());
                    Block { kind: block.kind.name(), start: span.start, end: span.end, page }
                })
                .collect(),
        }
    }

    fn actor(
        &self,
        idx: usize,
        actor: &'a crate::briefing::Actor,
        company: &[ActorId],
        corrected: bool,
    ) -> Actor<'a> {
        Actor {
            id: actor_id(ActorId(idx)),
            name: &actor.name,
            kind: actor.kind.name(),
            role: actor.role.as_deref(),
            aliases: &actor.aliases,
            affiliations: actor.affiliations.iter().map(|&range| self.span(range)).collect(),
            company: actor_ids(company),
            salience: share(actor.salience),
            mentions: actor.mentions.iter().map(|mention| self.mention(mention)).collect(),
            evidence: self.evidence(&actor.evidence),
            corrected,
        }
    }

    fn position(&self, idx: usize, position: &'a crate::briefing::Position) -> Position<'a> {
        let (voice, holder) = match position.holder {
            Holder::Actor(id) => ("actor", Some(actor_id(id))),
            Holder::Unnamed => ("unnamed", None),
            Holder::Author => ("author", None),
        };
        Position {
            id: position_id(idx),
            voice,
            holder,
            source: position.source.map(|range| self.span(range)),
            via: actor_ids(&position.via),
            cue: position.cue.map(|range| self.span(range)),
            content: self.spans(&position.content),
            text: &position.text,
            act: position.act.name(),
            form: position.form.name(),
            certainty: position.certainty.name(),
            marker: position.marker.map(|range| self.span(range)),
            about: actor_ids(&position.about),
            opposed: position.opposed.iter().map(|&idx| position_id(idx)).collect(),
            replaces: position.replaces.map(position_id),
            salience: share(position.salience),
            evidence: self.evidence(&position.evidence),
        }
    }

    fn question(&self, idx: usize, question: &'a crate::briefing::Question) -> Question<'a> {
        Question {
            id: format!("q{}", idx + 1),
            text: &question.text,
            basis: question.basis.name(),
            about: actor_ids(&question.about),
            salience: share(question.salience),
            evidence: self.evidence(&question.evidence),
        }
    }
}

/// Three decimals of a share are enough, and read better than the nearest double of an `f32`.
fn share(value: f32) -> f64 {
    (f64::from(value) * 1000.0).round() / 1000.0
}

fn actor_id(id: ActorId) -> String {
    format!("a{}", id.0 + 1)
}

fn position_id(idx: usize) -> String {
    format!("p{}", idx + 1)
}

fn actor_ids(ids: &[ActorId]) -> Vec<String> {
    ids.iter().map(|&id| actor_id(id)).collect()
}
