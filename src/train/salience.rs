//! Fits the weights that rank the actors: of two actors of one article the one that matters more shall come first.
//! Learns from articles whose entities carry a graded salience, in how many of five summaries they occur, and from
//! reference briefings, whose actors are key, secondary or minor. The first alone would rank places as high as
//! those who act in them.
//!
//! Reads `NAME.txt` beside `NAME.json` with `entities[]`: `etype`, `salience`, `mentions[]` with `type`,
//! `key`, in code points; and `NAME.txt` beside `NAME.gold.json` with `actors[]`: `name`, `aliases`, `tier`.

use std::error::Error;
use std::fs;
use std::path::Path;

use serde::Deserialize;

use super::data::{files, references};
use crate::briefing::actors::{kind, salience};
use crate::document::Document;
use crate::language::analyze;
use crate::language::coref::Form;
use crate::text::{CharTable, TextRange};

#[derive(Deserialize)]
struct Gold {
    entities: Vec<Entity>,
}

#[derive(Deserialize)]
struct Entity {
    etype: String,
    salience: u8,
    mentions: Vec<Span>,
}

#[derive(Deserialize)]
struct Span {
    #[serde(rename = "type")]
    form: String,
    /// The words that it cannot do without.
    key: Vec<(usize, usize)>,
}

const COUNT: usize = salience::FEATURES.len();

/// The actors of one article.
pub struct Article {
    actors: Vec<Example>,
    /// How much it counts.
    weight: f32,
}

/// What the model sees of one actor, and how much it should matter.
struct Example {
    features: [f32; COUNT],
    target: f32,
}

#[derive(Deserialize)]
struct Reference {
    actors: Vec<ReferenceActor>,
}

#[derive(Deserialize)]
struct ReferenceActor {
    name: String,
    #[serde(default)]
    aliases: Vec<String>,
    tier: String,
}

/// Where the fit starts, and whither it is drawn back, in the order of the features: an earlier fit of each actor by
/// itself. By hand: who leads a state stands with it, and who acts matters more than where it happens, which the
/// graded articles, half of them interviews, do not tell apart.
const PRIOR: [f32; COUNT] = [
    -3.44, 1.24, 0.80, 3.23, 0.63, 0.66, 0.33, 0.4, 0.33, 0.72, -0.06, -0.13, 0.05, 0.28, 0.52,
    0.03, 0.73, -1.09, -1.2, 0.0, 0.0, 2.2, -0.8, -0.65, -0.7, -1.0, 0.3,
];

/// The actors of the reference briefings of `folder`, but for those whose names start with `without`.
pub fn read_briefings(folder: &Path, without: &str) -> Result<Vec<Article>, Box<dyn Error>> {
    let references = references(folder, without)?;
    let article = |(reference, document): &(Reference, Document)| Article {
        actors: of_briefing(document, reference),
        weight: BRIEFING,
    };
    Ok(references.iter().map(article).collect())
}

fn of_briefing(document: &Document, reference: &Reference) -> Vec<Example> {
    let analysis = analyze(document);
    let view = salience::View::new(document, &analysis);
    let plain = |text: &str| {
        let lower = text.to_lowercase().replace('\u{a0}', " ");
        lower.strip_prefix("the ").unwrap_or(&lower).to_owned()
    };
    let target = |names: &[String]| {
        let same = |actor: &&ReferenceActor| {
            let mut forms = actor.aliases.iter().chain([&actor.name]);
            forms.any(|form| names.contains(&plain(form)))
        };
        match reference.actors.iter().find(same).map(|actor| actor.tier.as_str()) {
            Some("key") => 1.0,
            Some("secondary") => 0.7,
            Some(_) => 0.1,
            None => 0.0,
        }
    };
    let mut examples = Vec::new();
    for chain in &analysis.chains.chains {
        let Some(kind) = kind(chain) else { continue };
        let names: Vec<String> = chain
            .mentions
            .iter()
            .map(|&idx| &analysis.chains.mentions[idx])
            .filter(|mention| mention.form == Form::Name || chain.defined.is_some())
            .map(|mention| plain(mention.range.slice(document.text())))
            .collect();
        examples.push(Example { features: view.features(chain, kind), target: target(&names) });
    }
    examples
}

/// The actors of all articles of `folder` whose names start with one of `genres` and are none of `without`.
pub fn read(
    folder: &Path,
    genres: &[&str],
    without: &[&str],
) -> Result<Vec<Article>, Box<dyn Error>> {
    let mut articles = Vec::new();
    for path in files(folder)? {
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        let wanted = genres.iter().any(|genre| stem.starts_with(genre)) && !without.contains(&stem);
        if !wanted || path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        let gold: Gold = serde_json::from_str(&fs::read_to_string(&path)?)?;
        let document =
            crate::read::read(&path.with_extension("txt"), &crate::read::Options::default())?;
        articles.push(Article { actors: of_article(&document, &gold), weight: 1.0 });
    }
    Ok(articles)
}

fn of_article(document: &Document, gold: &Gold) -> Vec<Example> {
    let text = document.text();
    let table = CharTable::new(text);
    let bytes = |&(start, end): &(usize, usize)| {
        TextRange::new(table.bytes_from_chars(text, start), table.bytes_from_chars(text, end))
    };
    let actors: Vec<(&Entity, Vec<TextRange>)> = gold
        .entities
        .iter()
        .filter(|entity| matches!(entity.etype.as_str(), "person" | "organization" | "place"))
        .map(|entity| {
            let proper = entity.mentions.iter().filter(|mention| mention.form == "proper");
            (entity, proper.flat_map(|mention| mention.key.iter().map(bytes)).collect())
        })
        .collect();
    let analysis = analyze(document);
    let view = salience::View::new(document, &analysis);
    let mut examples = Vec::new();
    for chain in &analysis.chains.chains {
        let Some(kind) = kind(chain) else { continue };
        let names: Vec<TextRange> = chain
            .mentions
            .iter()
            .map(|&idx| &analysis.chains.mentions[idx])
            .filter(|mention| mention.form == Form::Name)
            .map(|mention| mention.range)
            .collect();
        let shared = |keys: &[TextRange]| {
            keys.iter().filter(|key| names.iter().any(|name| name.overlaps(**key))).count()
        };
        let best =
            actors.iter().max_by_key(|(_, keys)| shared(keys)).filter(|(_, keys)| shared(keys) > 0);
        let grade = best.map_or(0, |(entity, _)| entity.salience);
        // In one summary of five is salient; in all of them is more so.
        let target = if grade == 0 { 0.0 } else { 0.4 + 0.12 * f32::from(grade) };
        examples.push(Example { features: view.features(chain, kind), target });
    }
    examples
}

/// A reference briefing counts as much as so many graded articles: there are fewer, and they are what is shown.
const BRIEFING: f32 = 3.0;

/// Two actors must be so far apart for their order to matter.
const APART: f32 = 0.15;

/// Weights that put the actors of each article in order, by plain gradient descent; leaving [`PRIOR`] costs. The
/// first is then set so that the sum of the saliences is that of the targets.
pub fn fit(articles: &[Article]) -> [f32; COUNT] {
    const STEPS: usize = 300;
    const RATE: f32 = 0.5;
    const COST: f32 = 0.01;
    let pairs = pairs(articles);
    let total: f32 = pairs.iter().map(|(_, weight)| weight).sum();
    let mut weights = PRIOR;
    for _ in 0..STEPS {
        let mut gradient = [0.0f32; COUNT];
        for (apart, weight) in &pairs {
            let sum: f32 = apart.iter().zip(weights).map(|(x, w)| x * w).sum();
            let error = weight / total / (1.0 + sum.exp());
            for (slot, feature) in gradient.iter_mut().zip(apart) {
                *slot -= error * feature;
            }
        }
        for ((weight, slope), prior) in weights.iter_mut().zip(gradient).zip(PRIOR) {
            *weight -= RATE * (slope + COST * (*weight - prior));
        }
    }
    weights[0] += bias(articles, &weights);
    weights
}

/// For each two actors of an article of which the first matters more: the difference of their features, and how
/// much it counts. Long articles have many pairs, which share most of a weight.
fn pairs(articles: &[Article]) -> Vec<([f32; COUNT], f32)> {
    let mut all = Vec::new();
    for article in articles {
        let more = |left: &Example, right: &Example| left.target - right.target > APART;
        let count = article
            .actors
            .iter()
            .map(|left| article.actors.iter().filter(|right| more(left, right)).count())
            .sum::<usize>();
        for left in &article.actors {
            for right in article.actors.iter().filter(|right| more(left, right)) {
                let apart = std::array::from_fn(|at| left.features[at] - right.features[at]);
                let weight = article.weight * (left.target - right.target);
                all.push((apart, weight / (count as f32).powf(0.75)));
            }
        }
    }
    all
}

/// What to add to all scores so that they are as high, all together, as the targets.
fn bias(articles: &[Article], weights: &[f32; COUNT]) -> f32 {
    let examples = || articles.iter().flat_map(|article| &article.actors);
    let count = examples().count().max(1) as f32;
    let mut bias = 0.0;
    for _ in 0..500 {
        let errors = examples().map(|example| {
            let sum: f32 = example.features.iter().zip(weights).map(|(x, w)| x * w).sum();
            1.0 / (1.0 + (-sum - bias).exp()) - example.target
        });
        bias -= errors.sum::<f32>() / count;
    }
    bias
}
