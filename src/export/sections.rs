//! The briefing as an outline of plain lines: what every writer for people has in common.

use super::{Article, date};
use crate::briefing::{
    Actor, Certainty, Event, EventStatus, Evidence, Figure, Form, Holder, Item, Position,
    links::left_out,
    voices::{self, Voice, Whose},
};
use crate::text::TextRange;

/// Positions and actors beyond these are left to the JSON; a page is for reading.
const MAX_ACTORS: usize = 12;
const MAX_POSITIONS: usize = 24;
/// Bytes between two places that read as one quote, about a short aside.
const MAX_GAP: usize = 80;

/// One of the five lists, or of what is told after them.
pub(super) struct Section {
    pub(super) heading: &'static str,
    pub(super) entries: Vec<Entry>,
    /// Entries that the page leaves out.
    pub(super) n_more: usize,
    /// What to say when there is no entry.
    pub(super) empty: &'static str,
}

/// One line of the briefing.
pub(super) struct Entry {
    /// `None` for what is in none of the five lists.
    pub(super) item: Option<Item>,
    /// Its name in a web address, as `position-3`.
    pub(super) anchor: String,
    /// What stands out at the start: an actor's name, a date; empty where the text speaks for itself.
    pub(super) label: String,
    pub(super) text: String,
    /// Where the article proves it, in the order of the text.
    pub(super) proofs: Vec<Proof>,
}

/// Its name in a web address, as `position-3`.
fn anchor(item: Item) -> String {
    let (list, idx) = match item {
        Item::Point(idx) => ("point", idx),
        Item::Actor(idx) => ("actor", idx),
        Item::Position(idx) => ("position", idx),
        Item::Question(idx) => ("question", idx),
        Item::Event(idx) => ("event", idx),
    };
    format!("{list}-{}", idx + 1)
}

/// A place in the article, in its own words.
pub(super) struct Proof {
    pub(super) range: TextRange,
    /// On one line, without white space at the ends.
    pub(super) quote: String,
    /// The number of the paragraph as the window shows it.
    pub(super) paragraph: Option<usize>,
    /// The number of the page, in files that have pages.
    pub(super) page: Option<usize>,
}

/// All five lists, in the order in which they are read.
pub(super) fn sections(article: Article<'_>) -> Vec<Section> {
    let briefing = article.briefing;
    let entry = |item| entry(article, item);
    let positions = salient_positions(article);
    vec![
        Section {
            heading: "In brief",
            entries: (0..briefing.summary.len()).map(|idx| entry(Item::Point(idx))).collect(),
            n_more: 0,
            empty: "The text has no sentence to sum it up with.",
        },
        Section {
            heading: "Key actors",
            entries: (0..briefing.actors.len().min(MAX_ACTORS))
                .map(|idx| entry(Item::Actor(idx)))
                .collect(),
            n_more: briefing.actors.len().saturating_sub(MAX_ACTORS),
            empty: "Nobody is named in the text.",
        },
        Section {
            heading: "Positions",
            n_more: briefing.positions.len() - positions.len(),
            entries: positions.into_iter().map(|idx| entry(Item::Position(idx))).collect(),
            empty: "Nobody is said to say, want or deny anything.",
        },
        Section {
            heading: "Open questions",
            entries: (0..briefing.questions.len()).map(|idx| entry(Item::Question(idx))).collect(),
            n_more: 0,
            empty: "No open question found: the text has no hedge, condition or announced event.",
        },
        Section {
            heading: "Timeline",
            entries: (0..briefing.timeline.len()).map(|idx| entry(Item::Event(idx))).collect(),
            n_more: 0,
            empty: "The text dates no event.",
        },
    ]
}

/// The whole briefing as it is written for people: the five lists, and what is told after them.
pub(super) fn outline(article: Article<'_>) -> Vec<Section> {
    let mut all = sections(article);
    all.extend(appendix(article));
    all
}

/// What stands after the five lists: who is heard, the article's figures, what no line rests on.
fn appendix(article: Article<'_>) -> Vec<Section> {
    let briefing = article.briefing;
    let voices = voices::of(article.document, briefing);
    let voice = |(idx, voice): (usize, &Voice)| Entry {
        item: None,
        anchor: format!("voice-{}", idx + 1),
        label: voice.name.clone(),
        text: voice_text(voice),
        proofs: Vec::new(),
    };
    let figure = |(idx, figure): (usize, &Figure)| Entry {
        item: None,
        anchor: format!("figure-{}", idx + 1),
        label: figure_label(article, figure),
        text: figure.text.clone(),
        proofs: proofs(article, &figure.evidence),
    };
    let mut sections = Vec::new();
    if !voices.is_empty() {
        sections.push(Section {
            heading: "Voices",
            entries: voices.iter().enumerate().take(MAX_ACTORS).map(voice).collect(),
            n_more: voices.len().saturating_sub(MAX_ACTORS),
            empty: "",
        });
    }
    if !briefing.figures.is_empty() {
        sections.push(Section {
            heading: "Figures",
            entries: briefing.figures.iter().enumerate().take(MAX_ACTORS).map(figure).collect(),
            n_more: briefing.figures.len().saturating_sub(MAX_ACTORS),
            empty: "",
        });
    }
    let rest = left_out(article.document, briefing);
    if !rest.is_empty() {
        sections.push(Section {
            heading: "Left out",
            entries: vec![Entry {
                item: None,
                anchor: "left-out".to_owned(),
                label: String::new(),
                text: left_out_text(article, &rest),
                proofs: Vec::new(),
            }],
            n_more: 0,
            empty: "",
        });
    }
    sections
}

/// `quoted 3 times, reported once; talked about in 2 positions of others`.
fn voice_text(voice: &Voice) -> String {
    if voice.whose == Whose::Author {
        return format!("judgements of the article’s own: {}", voice.quoted + voice.reported);
    }
    let times = |what: &str, n: usize| match n {
        0 => None,
        1 => Some(format!("{what} once")),
        2 => Some(format!("{what} twice")),
        n => Some(format!("{what} {n} times")),
    };
    let heard = [times("quoted", voice.quoted), times("reported", voice.reported)];
    let heard: Vec<String> = heard.into_iter().flatten().collect();
    let talked = match (voice.talked_about, heard.is_empty()) {
        (0, _) => None,
        (n, false) => Some(format!("talked about in {n} of others’ positions")),
        (n, true) => Some(format!("not heard, talked about in {n} of others’ positions")),
    };
    let heard = (!heard.is_empty()).then(|| heard.join(", "));
    [heard, talked].into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// The number as the article writes it, with what is counted.
fn figure_label(article: Article<'_>, figure: &Figure) -> String {
    let number = one_line(figure.number.slice(article.document.text()));
    let counted = figure
        .unit
        .as_deref()
        .filter(|unit| unit.starts_with(char::is_alphabetic) && *unit != "percent");
    let unit = counted.map(|unit| format!(" {unit}")).unwrap_or_default();
    let of = figure.of.as_deref().map(|of| format!(" of {of}")).unwrap_or_default();
    format!("{number}{unit}{}", if counted.is_none() { of } else { String::new() })
}

/// How many sentences no line rests on, and in which paragraphs they stand.
fn left_out_text(article: Article<'_>, rest: &[TextRange]) -> String {
    let document = article.document;
    let n_sentences = crate::briefing::sentences(document).len();
    let mut numbers: Vec<usize> = rest
        .iter()
        .filter_map(|range| document.paragraph_number(document.block_at(range.start())?))
        .collect();
    numbers.dedup();
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for number in numbers {
        match runs.last_mut() {
            Some((_, last)) if number <= *last + 1 => *last = number.max(*last),
            _ => runs.push((number, number)),
        }
    }
    let runs: Vec<String> = runs
        .iter()
        .map(
            |(first, last)| {
                if first == last { first.to_string() } else { format!("{first}–{last}") }
            },
        )
        .collect();
    let one = runs.len() == 1 && !runs.iter().any(|run| run.contains('–'));
    let places = match (runs.is_empty(), one) {
        (true, _) => String::new(),
        (false, true) => format!(": paragraph {}", runs.join(", ")),
        (false, false) => format!(": paragraphs {}", runs.join(", ")),
    };
    format!("No line above rests on {} of {n_sentences} sentences{places}.", rest.len())
}

/// The event, and whether it is still to come.
fn event_text(event: &Event) -> String {
    match event.status {
        EventStatus::Past => event.text.clone(),
        status => format!("{} ({})", event.text, status.name()),
    }
}

/// Every line of the briefing, of all five lists, none left out.
pub(super) fn all_entries(article: Article<'_>) -> Vec<Entry> {
    let briefing = article.briefing;
    let points = (0..briefing.summary.len()).map(Item::Point);
    let items = points
        .chain((0..briefing.actors.len()).map(Item::Actor))
        .chain((0..briefing.positions.len()).map(Item::Position))
        .chain((0..briefing.questions.len()).map(Item::Question))
        .chain((0..briefing.timeline.len()).map(Item::Event));
    items.map(|item| entry(article, item)).collect()
}

/// The most salient positions, in the order of the text.
fn salient_positions(article: Article<'_>) -> Vec<usize> {
    let positions = &article.briefing.positions;
    let mut order: Vec<usize> = (0..positions.len()).collect();
    order.sort_by(|&a, &b| positions[b].salience.total_cmp(&positions[a].salience));
    order.truncate(MAX_POSITIONS);
    order.sort_unstable();
    order
}

/// The line for one item; an item that is not there gives an empty line.
pub(super) fn entry(article: Article<'_>, item: Item) -> Entry {
    let briefing = article.briefing;
    let (label, text, evidence) = match item {
        Item::Point(idx) => {
            briefing.summary.get(idx).map(|it| (String::new(), it.text.clone(), &it.evidence))
        }
        Item::Actor(idx) => {
            briefing.actors.get(idx).map(|it| (it.name.clone(), about_actor(it), &it.evidence))
        }
        Item::Position(idx) => briefing.positions.get(idx).map(|it| {
            (String::new(), format!("{}{}", it.text, position_note(article, it)), &it.evidence)
        }),
        Item::Question(idx) => {
            briefing.questions.get(idx).map(|it| (String::new(), it.text.clone(), &it.evidence))
        }
        Item::Event(idx) => briefing
            .timeline
            .get(idx)
            .map(|it| (date::words(&it.date), event_text(it), &it.evidence)),
    }
    .map_or_else(
        || (String::new(), String::new(), None),
        |(label, text, evidence)| (label, text, Some(evidence)),
    );
    Entry {
        item: Some(item),
        anchor: anchor(item),
        label,
        text,
        proofs: evidence.map(|evidence| proofs(article, evidence)).unwrap_or_default(),
    }
}

/// Role and aliases, as `Belarusian President; also “Lukashenko”`.
fn about_actor(actor: &Actor) -> String {
    let aliases: Vec<String> =
        actor.other_names().take(5).map(|alias| format!("“{alias}”")).collect();
    let role = actor.role.clone().unwrap_or_else(|| actor.kind.name().to_owned());
    if aliases.is_empty() { role } else { format!("{role}; also {}", aliases.join(", ")) }
}

/// Through whom, whose voice and how firm, where the sentence itself does not say it.
fn position_note(article: Article<'_>, position: &Position) -> String {
    let mut notes = Vec::new();
    if position.holder == Holder::Author {
        notes.push("the author’s own view".to_owned());
    }
    for id in &position.via {
        if let Some(actor) = article.briefing.actors.get(id.0) {
            notes.push(format!("via {}", actor.name));
        }
    }
    if matches!(position.certainty, Certainty::Hedged | Certainty::Conditional) {
        notes.push(position.certainty.name().to_owned());
    }
    if position.form == Form::Direct && !position.text.contains(['“', '"']) {
        notes.push("in their own words below".to_owned());
    }
    if notes.is_empty() { String::new() } else { format!(" ({})", notes.join("; ")) }
}

/// The places that prove an item, for people: speaker, verb and words of one sentence are one quote.
pub(super) fn proofs(article: Article<'_>, evidence: &Evidence) -> Vec<Proof> {
    let document = article.document;
    let mut places: Vec<(Option<usize>, TextRange)> = Vec::new();
    for &range in evidence.ranges() {
        let block = document.block_at(range.start());
        match places.last_mut() {
            Some((last_block, last))
                if *last_block == block && range.start() <= last.end() + MAX_GAP =>
            {
                *last = last.cover(range);
            }
            _ => places.push((block, range)),
        }
    }
    let proof = |(block, range): (Option<usize>, TextRange)| Proof {
        range,
        quote: one_line(range.slice(document.text())),
        paragraph: block.and_then(|block| document.paragraph_number(block)),
        page: document.page_at(range.start()),
    };
    places.into_iter().map(proof).collect()
}

/// The text with every run of white space as one space.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Byline, publisher and date, as far as the article gives them.
pub(super) fn byline(article: Article<'_>) -> String {
    let meta = &article.document.meta;
    let date = meta.published.map(|date| date.strftime("%-d %B %Y").to_string());
    [meta.byline.clone(), meta.publisher.clone(), date]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}

/// How a place is named in a reference, as `paragraph 3` or `p. 2, paragraph 3`.
pub(super) fn place(proof: &Proof) -> String {
    let page = proof.page.map(|number| format!("p. {number}, ")).unwrap_or_default();
    proof
        .paragraph
        .map_or_else(|| format!("{page}heading"), |number| format!("{page}paragraph {number}"))
}
