//! A briefing read back from its JSON, to be shown beside its article again.
//!
//! Nothing is taken on trust: each place is looked for in the article as `verify` does, and a line that no
//! place proves any more is left out and counted. Reads the contract from any origin; what is unknown in
//! it is passed over.

use serde_json::Value;

use super::verify::{Finding, Quotes, Verdict, verify};
use crate::briefing::{
    Act, Actor, ActorId, ActorKind, Basis, Briefing, Certainty, Event, EventStatus, Evidence,
    Figure, Form, Genre, Holder, Mention, MentionForm, Point, Position, Question, sentences,
};
use crate::document::Document;
use crate::text::TextRange;

/// What came of a briefing.
pub struct Reopened {
    pub briefing: Briefing,
    /// What became of each of its quotes.
    pub findings: Vec<Finding>,
    /// Lines that no place in the article proves.
    pub n_dropped: usize,
}

impl Reopened {
    /// How many quotes hold, have moved, are missing.
    pub fn counts(&self) -> (usize, usize, usize) {
        let count = |wanted: fn(&Verdict) -> bool| {
            self.findings.iter().filter(|finding| wanted(&finding.verdict)).count()
        };
        let n_moved = count(|verdict| matches!(verdict, Verdict::Moved(_)));
        let n_missing = count(|verdict| *verdict == Verdict::Missing);
        (self.findings.len() - n_moved - n_missing, n_moved, n_missing)
    }
}

/// The file name of the article that a briefing says it is of; an error is why it is no briefing.
pub fn article_name(json: &str) -> Result<Option<String>, String> {
    let json: Value = serde_json::from_str(json).map_err(|error| format!("not JSON: {error}"))?;
    if !["summary", "positions", "actors"].iter().any(|list| json[*list].is_array()) {
        return Err("it has none of the lists of a briefing".to_owned());
    }
    // A name, never a path: a briefing from elsewhere must not reach into other folders.
    let name = json["document"]["file"].as_str().map(str::to_owned);
    Ok(name.filter(|name| !name.contains(['/', '\\'])))
}

/// Reads the briefing in `json` as one of `document`; an error is why it cannot be.
pub fn reopen(json: &str, document: &Document) -> Result<Reopened, String> {
    let findings = verify(json, document)?;
    let json: Value = serde_json::from_str(json).map_err(|error| format!("not JSON: {error}"))?;
    let mut reader = Reader { quotes: Quotes::new(document), actors: Vec::new(), n_dropped: 0 };
    let briefing = reader.briefing(&json, document);
    Ok(Reopened { briefing, findings, n_dropped: reader.n_dropped })
}

struct Reader<'a> {
    quotes: Quotes<'a>,
    /// Ids of the actors that were kept, in their order.
    actors: Vec<String>,
    n_dropped: usize,
}

impl Reader<'_> {
    fn briefing(&mut self, json: &Value, document: &Document) -> Briefing {
        // Actors first: the others name them.
        let actors = self.list(&json["actors"], Self::actor);
        let mut briefing = Briefing {
            genre: named(&json["genre"], &GENRES, Genre::name).unwrap_or_default(),
            summary: self.list(&json["summary"], Self::point),
            actors,
            positions: {
                let read: fn(&mut Self, &Value) -> Option<(Value, Position)> =
                    |reader, entry| Some((entry.clone(), reader.position(entry)?));
                let mut positions = self.list(&json["positions"], read);
                positions.sort_by_key(|(_, position)| position.evidence.first().start());
                linked(positions)
            },
            questions: self.list(&json["questions"], Self::question),
            timeline: self.list(&json["timeline"], Self::event),
            figures: self.list(&json["figures"], Self::figure),
            ..Briefing::default()
        };
        briefing.tally(document, &sentences(document));
        briefing
    }

    fn list<T>(&mut self, list: &Value, read: fn(&mut Self, &Value) -> Option<T>) -> Vec<T> {
        let mut kept = Vec::new();
        for entry in list.as_array().into_iter().flatten() {
            match read(self, entry) {
                Some(entry) => kept.push(entry),
                None => self.n_dropped += 1,
            }
        }
        kept
    }

    fn range(&self, span: &Value) -> Option<TextRange> {
        match self.quotes.find(span)? {
            Verdict::Holds(range) | Verdict::Moved(range) => Some(range),
            Verdict::Missing => None,
        }
    }

    /// All of the spans; `None` when one is missing, since the line may rest on just that.
    fn ranges(&self, spans: &Value) -> Option<Vec<TextRange>> {
        spans.as_array()?.iter().map(|span| self.range(span)).collect()
    }

    fn evidence(&self, entry: &Value) -> Option<Evidence> {
        Evidence::new(self.ranges(&entry["evidence"])?)
    }

    /// The line's words, where each quote within them stands in the article.
    fn text(&self, entry: &Value) -> Option<String> {
        let text = entry["text"].as_str()?;
        self.quotes.proves_quoted_words(text).then(|| text.to_owned())
    }

    fn actor_id(&self, id: &Value) -> Option<ActorId> {
        let id = id.as_str()?;
        self.actors.iter().position(|known| known == id).map(ActorId)
    }

    fn actor_ids(&self, ids: &Value) -> Vec<ActorId> {
        ids.as_array().into_iter().flatten().filter_map(|id| self.actor_id(id)).collect()
    }

    fn actor(&mut self, entry: &Value) -> Option<Actor> {
        let mention = |span: &Value| {
            let form = named(&span["form"], &MENTIONS, MentionForm::name);
            Some(Mention { range: self.range(span)?, form: form.unwrap_or(MentionForm::Name) })
        };
        let strings = |list: &Value| {
            let strings = list.as_array().into_iter().flatten().filter_map(Value::as_str);
            strings.map(str::to_owned).collect()
        };
        let evidence = self.evidence(entry)?;
        let mut mentions: Vec<Mention> =
            entry["mentions"].as_array().into_iter().flatten().filter_map(mention).collect();
        mentions.sort_by_key(|mention| mention.range);
        mentions.dedup_by_key(|mention| mention.range);
        if mentions.is_empty() {
            mentions.push(Mention { range: evidence.first(), form: MentionForm::Name });
        }
        let bodies = entry["affiliations"].as_array().into_iter().flatten();
        let affiliations = bodies.filter_map(|span| self.range(span)).collect();
        let actor = Actor {
            name: entry["name"].as_str()?.to_owned(),
            kind: named(&entry["kind"], &KINDS, ActorKind::name).unwrap_or(ActorKind::Group),
            role: entry["role"].as_str().map(str::to_owned),
            aliases: strings(&entry["aliases"]),
            affiliations,
            salience: share(&entry["salience"]),
            mentions,
            evidence,
        };
        self.actors.push(entry["id"].as_str().unwrap_or_default().to_owned());
        Some(actor)
    }

    fn point(&mut self, entry: &Value) -> Option<Point> {
        Some(Point { text: self.text(entry)?, evidence: self.evidence(entry)? })
    }

    fn position(&mut self, entry: &Value) -> Option<Position> {
        let holder = match entry["voice"].as_str()? {
            "author" => Holder::Author,
            "actor" => self.actor_id(&entry["holder"]).map_or(Holder::Unnamed, Holder::Actor),
            _ => Holder::Unnamed,
        };
        Some(Position {
            holder,
            source: self.range(&entry["source"]),
            via: self.actor_ids(&entry["via"]),
            cue: self.range(&entry["cue"]),
            content: self.ranges(&entry["content"]).filter(|content| !content.is_empty())?,
            text: self.text(entry)?,
            act: named(&entry["act"], &ACTS, Act::name)?,
            form: named(&entry["form"], &FORMS, Form::name).unwrap_or(Form::Indirect),
            certainty: named(&entry["certainty"], &CERTAINTIES, Certainty::name)?,
            marker: self.range(&entry["marker"]),
            about: self.actor_ids(&entry["about"]),
            opposed: Vec::new(),
            replaces: None,
            salience: share(&entry["salience"]),
            evidence: self.evidence(entry)?,
        })
    }

    fn question(&mut self, entry: &Value) -> Option<Question> {
        Some(Question {
            text: self.text(entry)?,
            basis: named(&entry["basis"], &BASES, Basis::name)?,
            about: self.actor_ids(&entry["about"]),
            salience: share(&entry["salience"]),
            evidence: self.evidence(entry)?,
        })
    }

    fn event(&mut self, entry: &Value) -> Option<Event> {
        Some(Event {
            date: entry["date"].as_str()?.to_owned(),
            until: entry["until"].as_str().map(str::to_owned),
            date_range: self.range(&entry["date_text"])?,
            // Briefings of before the field say nothing of it.
            status: named(&entry["status"], &STATUSES, EventStatus::name)
                .unwrap_or(EventStatus::Past),
            text: self.text(entry)?,
            evidence: self.evidence(entry)?,
        })
    }

    fn figure(&mut self, entry: &Value) -> Option<Figure> {
        let words = |field: &str| entry[field].as_str().map(str::to_owned);
        Some(Figure {
            number: self.range(&entry["number"])?,
            value: entry["value"].as_f64()?,
            unit: words("unit"),
            of: words("of"),
            text: self.text(entry)?,
            evidence: self.evidence(entry)?,
        })
    }
}

/// The positions with their links to each other, where both ends of a link were kept.
fn linked(read: Vec<(Value, Position)>) -> Vec<Position> {
    let ids: Vec<String> =
        read.iter().map(|(entry, _)| entry["id"].as_str().unwrap_or_default().to_owned()).collect();
    let place = |id: &Value| ids.iter().position(|known| Some(known.as_str()) == id.as_str());
    let link = |(entry, mut position): (Value, Position)| {
        let opposed = entry["opposed"].as_array().into_iter().flatten();
        position.opposed = opposed.filter_map(place).collect();
        position.replaces = place(&entry["replaces"]);
        position
    };
    read.into_iter().map(link).collect()
}

/// The kind whose name in the contract the value is.
fn named<T: Copy>(value: &Value, kinds: &[T], name: fn(T) -> &'static str) -> Option<T> {
    let wanted = value.as_str()?;
    kinds.iter().copied().find(|kind| name(*kind) == wanted)
}

fn share(value: &Value) -> f32 {
    value.as_f64().unwrap_or_default().clamp(0.0, 1.0) as f32
}

static GENRES: [Genre; 5] =
    [Genre::Report, Genre::Analysis, Genre::Commentary, Genre::Interview, Genre::Speech];
static MENTIONS: [MentionForm; 3] = [MentionForm::Name, MentionForm::Nominal, MentionForm::Pronoun];
static KINDS: [ActorKind; 5] = [
    ActorKind::Person,
    ActorKind::Organization,
    ActorKind::Country,
    ActorKind::Place,
    ActorKind::Group,
];
static ACTS: [Act; 10] = [
    Act::Says,
    Act::Denies,
    Act::Supports,
    Act::Opposes,
    Act::Demands,
    Act::Warns,
    Act::Promises,
    Act::Plans,
    Act::Believes,
    Act::Asks,
];
static FORMS: [Form; 3] = [Form::Direct, Form::Indirect, Form::Mixed];
static CERTAINTIES: [Certainty; 4] =
    [Certainty::Asserted, Certainty::Hedged, Certainty::Conditional, Certainty::Negated];
static STATUSES: [EventStatus; 3] =
    [EventStatus::Past, EventStatus::Planned, EventStatus::Conditional];
static BASES: [Basis; 5] =
    [Basis::Asked, Basis::Unresolved, Basis::Conditional, Basis::Scheduled, Basis::Disputed];

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::briefing::brief;
    use crate::export::{Article, json};

    fn sample() -> (Document, Briefing, String) {
        let bytes = include_bytes!("../../assets/sample.txt");
        let document = crate::testing::document(&String::from_utf8_lossy(bytes));
        let briefing = brief(&document);
        let article = Article {
            document: &document,
            briefing: &briefing,
            file: "sample.txt",
            elapsed: Duration::ZERO,
            corrected: &[],
        };
        let json = json::write(article, false);
        (document, briefing, json)
    }

    /// Shares are written with three decimals.
    fn rounded(mut briefing: Briefing) -> Briefing {
        let round = |value: &mut f32| *value = (*value * 1000.0).round() / 1000.0;
        briefing.actors.iter_mut().for_each(|actor| round(&mut actor.salience));
        briefing.positions.iter_mut().for_each(|position| round(&mut position.salience));
        briefing.questions.iter_mut().for_each(|question| round(&mut question.salience));
        briefing
    }

    #[test]
    fn a_briefing_comes_back_as_it_was() {
        let (document, briefing, json) = sample();
        let reopened = reopen(&json, &document).unwrap();
        assert_eq!(rounded(reopened.briefing.clone()), rounded(briefing));
        assert_eq!((reopened.counts().1, reopened.counts().2, reopened.n_dropped), (0, 0, 0));
        assert_eq!(article_name(&json).unwrap().as_deref(), Some("sample.txt"));
    }

    #[test]
    fn a_line_whose_quote_is_altered_is_left_out() {
        let (document, briefing, json) = sample();
        let mut json: Value = serde_json::from_str(&json).unwrap();
        let quote = json["summary"][0]["evidence"][0]["quote"].as_str().unwrap().to_owned();
        json["summary"][0]["evidence"][0]["quote"] = format!("Never {quote}").into();
        let reopened = reopen(&json.to_string(), &document).unwrap();
        assert_eq!(reopened.briefing.summary.len(), briefing.summary.len() - 1);
        assert_eq!((reopened.n_dropped, reopened.counts().2), (1, 1));
    }

    #[test]
    fn no_briefing_leads_into_another_folder() {
        let json = r#"{"summary": [], "document": {"file": "../secret.txt"}}"#;
        assert_eq!(article_name(json), Ok(None));
        assert!(article_name("[1]").is_err() && article_name("{").is_err());
    }
}
