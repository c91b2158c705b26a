//! The briefing as an outline of plain lines: what every writer for people has in common.

use super::text::quoted;
use super::{Article, date};
use crate::briefing::{
    Actor, ActorId, Certainty, Event, EventStatus, Form, Holder, Item, Position,
};
use crate::text::{TextRange, one_line};

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

impl Section {
    /// What a page says of the entries that it leaves out, if any.
    pub(super) fn more(&self) -> Option<String> {
        match self.n_more {
            0 => None,
            1 => Some("1 more is not shown.".to_owned()),
            count => Some(format!("{count} more are not shown.")),
        }
    }
}

/// One line of the briefing.
pub(super) struct Entry {
    pub(super) item: Item,
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
        Item::Voice(idx) => ("voice", idx),
        Item::Figure(idx) => ("figure", idx),
        Item::LeftOut(idx) => ("left-out", idx),
    };
    format!("{list}-{}", idx + 1)
}

/// What the list of an item is called on a page.
pub(super) fn heading(item: Item) -> &'static str {
    match item {
        Item::Point(_) => "In brief",
        Item::Actor(_) => "Key actors",
        Item::Position(_) => "Positions",
        Item::Question(_) => "Open questions",
        Item::Event(_) => "Timeline",
        Item::Voice(_) => "Voices",
        Item::Figure(_) => "Figures",
        Item::LeftOut(_) => "Left out",
    }
}

/// A place in the article, in its own words.
pub(super) struct Proof {
    pub(super) range: TextRange,
    /// On one line, without white space at the ends nor the sign that tied a clause to the next.
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
    // Where nothing at all was found, as in a language that is not understood, no list may deny what the text may hold.
    let nothing = briefing.items().next().is_none();
    let denied = |words| if nothing { "Nothing was found." } else { words };
    let positions = salient_positions(article);
    vec![
        Section {
            heading: heading(Item::Point(0)),
            entries: (0..briefing.summary.len()).map(|idx| entry(Item::Point(idx))).collect(),
            n_more: 0,
            empty: denied("The text has no sentence to sum it up with."),
        },
        Section {
            heading: heading(Item::Actor(0)),
            entries: (0..briefing.actors.len().min(MAX_ACTORS))
                .map(|idx| entry(Item::Actor(idx)))
                .collect(),
            n_more: briefing.actors.len().saturating_sub(MAX_ACTORS),
            empty: denied("Nobody is named in the text."),
        },
        Section {
            heading: heading(Item::Position(0)),
            n_more: briefing.positions.len() - positions.len(),
            entries: positions.into_iter().map(|idx| entry(Item::Position(idx))).collect(),
            empty: denied("Nobody is said to say, want or deny anything."),
        },
        Section {
            heading: heading(Item::Question(0)),
            entries: (0..briefing.questions.len()).map(|idx| entry(Item::Question(idx))).collect(),
            n_more: 0,
            empty: denied(
                "No open question found: the text has no hedge, condition or announced event.",
            ),
        },
        Section {
            heading: heading(Item::Event(0)),
            entries: (0..briefing.timeline.len()).map(|idx| entry(Item::Event(idx))).collect(),
            n_more: 0,
            empty: denied("The text dates no event."),
        },
    ]
}

/// The whole briefing as it is written for people: the five lists, and what is told after them.
pub(super) fn outline(article: Article<'_>) -> Vec<Section> {
    let mut all = sections(article);
    if article.briefing.items().next().is_some() {
        all.extend(appendix(article));
    }
    all
}

/// What stands after the five lists: who is heard, the article's figures, what no line rests on.
fn appendix(article: Article<'_>) -> Vec<Section> {
    let briefing = article.briefing;
    let few = |count: usize, item: fn(usize) -> Item| -> Vec<Entry> {
        (0..count.min(MAX_ACTORS)).map(|idx| entry(article, item(idx))).collect()
    };
    let mut sections = Vec::new();
    if !briefing.voices.is_empty() {
        sections.push(Section {
            heading: heading(Item::Voice(0)),
            entries: few(briefing.voices.len(), Item::Voice),
            n_more: briefing.voices.len().saturating_sub(MAX_ACTORS),
            empty: "",
        });
    }
    if !briefing.figures.is_empty() {
        sections.push(Section {
            heading: heading(Item::Figure(0)),
            entries: few(briefing.figures.len(), Item::Figure),
            n_more: briefing.figures.len().saturating_sub(MAX_ACTORS),
            empty: "",
        });
    }
    if !briefing.left_out.is_empty() {
        // How many and where is enough on a page; the window and the JSON have them all.
        let text = left_out_text(article);
        let anchor = "left-out".to_owned();
        let (item, label, proofs) = (Item::LeftOut(0), String::new(), Vec::new());
        sections.push(Section {
            heading: heading(Item::LeftOut(0)),
            entries: vec![Entry { item, anchor, label, text, proofs }],
            n_more: 0,
            empty: "",
        });
    }
    sections
}

/// How many sentences no line rests on, and in which paragraphs they stand.
fn left_out_text(article: Article<'_>) -> String {
    let (document, rest) = (article.document, &article.briefing.left_out);
    let n_sentences = article.briefing.n_sentences;
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
    article.briefing.items().map(|item| entry(article, item)).collect()
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
    let (label, text) = words(article, item).unwrap_or_default();
    let evidence = match item {
        // A voice is counted from positions that stand above, and a sentence is its own proof.
        Item::Voice(_) | Item::LeftOut(_) => &[],
        _ => article.briefing.evidence(item),
    };
    Entry { item, anchor: anchor(item), label, text, proofs: proofs(article, evidence) }
}

/// Label and text of an item; `None` where there is no such item.
fn words(article: Article<'_>, item: Item) -> Option<(String, String)> {
    let Article { document, briefing, .. } = article;
    Some(match item {
        Item::Point(idx) => (String::new(), briefing.summary.get(idx)?.text.clone()),
        Item::Actor(idx) => {
            let actor = briefing.actors.get(idx)?;
            (actor.name.clone(), about_actor(article, idx, actor))
        }
        Item::Position(idx) => {
            let position = briefing.positions.get(idx)?;
            let note = position_note(article, position);
            (String::new(), format!("{}{note}", position.text))
        }
        Item::Question(idx) => (String::new(), briefing.questions.get(idx)?.text.clone()),
        Item::Event(idx) => {
            let event = briefing.timeline.get(idx)?;
            (date::words(&event.edtf()), event_text(event))
        }
        Item::Voice(idx) => {
            let voice = briefing.voices.get(idx)?;
            (voice.name.clone(), voice.counts())
        }
        Item::Figure(idx) => {
            let figure = briefing.figures.get(idx)?;
            (figure.label(document), figure.text.clone())
        }
        Item::LeftOut(idx) => {
            let sentence = proof(article, *briefing.left_out.get(idx)?);
            (String::new(), format!("{} ({})", quoted(&sentence.quote), place(&sentence)))
        }
    })
}

/// Role, whom a person serves, other names, how often, what is held, with whom: `minister; of Norway; also “Lund”; 9
/// mentions, 2 positions; with Ana Ruiz`.
fn about_actor(article: Article<'_>, idx: usize, actor: &Actor) -> String {
    let aliases: Vec<String> =
        actor.other_names().take(5).map(|alias| format!("“{alias}”")).collect();
    let role = actor.role.clone().unwrap_or_else(|| actor.kind.name().to_owned());
    let mut parts = vec![role];
    let of = actor.untold_affiliations(article.document);
    if !of.is_empty() {
        parts.push(format!("of {}", of.join(", ")));
    }
    if !aliases.is_empty() {
        parts.push(format!("also {}", aliases.join(", ")));
    }
    parts.push(article.briefing.how_often(ActorId(idx)));
    let company: Vec<&str> = article.briefing.company_of(ActorId(idx)).collect();
    if !company.is_empty() {
        parts.push(format!("with {}", company.join(", ")));
    }
    parts.join("; ")
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
pub(super) fn proofs(article: Article<'_>, evidence: &[TextRange]) -> Vec<Proof> {
    let document = article.document;
    let mut places: Vec<(Option<usize>, TextRange)> = Vec::new();
    for &range in evidence {
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
    places.into_iter().map(|(_, range)| proof(article, range)).collect()
}

fn proof(article: Article<'_>, range: TextRange) -> Proof {
    let document = article.document;
    let block = document.block_at(range.start());
    Proof {
        range,
        quote: one_line(range.slice(document.text()).trim_matches([',', ';', ' ', '\n'])),
        paragraph: block.and_then(|block| document.paragraph_number(block)),
        page: document.page_at(range.start()),
    }
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
