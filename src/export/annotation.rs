//! W3C Web Annotations (JSON-LD): one annotation for each item, for tools that load them.
//!
//! Follows the Web Annotation Data Model of 2017: a text-quote and a text-position selector for each
//! place, so that a tool can find it in another rendering of the same text.

use serde_json::{Value, json};

use super::Article;
use super::sections::all_entries;
use crate::briefing::Item;
use crate::text::{CharTable, TextRange, one_line};

/// Code points of context that a text-quote selector carries on either side, to tell repeated words apart.
const CONTEXT: usize = 32;

pub fn write(article: Article<'_>) -> String {
    let text = article.document.text();
    let table = CharTable::new(text);
    let source = format!("urn:sha256:{}", article.document.source.sha256);
    let annotations: Vec<Value> = all_entries(article)
        .into_iter()
        .map(|entry| {
            let targets: Vec<Value> = entry
                .proofs
                .iter()
                .map(|proof| json!({ "source": source, "selector": selectors(text, &table, proof.range) }))
                .collect();
            let label = if entry.label.is_empty() { String::new() } else { format!("{}: ", entry.label) };
            json!({
                "id": format!("{source}#{}", entry.anchor),
                "type": "Annotation",
                "motivation": motivation(entry.item),
                "body": {
                    "type": "TextualBody",
                    "value": format!("{label}{}", one_line(&entry.text)),
                    "format": "text/plain",
                    "purpose": motivation(entry.item),
                },
                "target": targets,
            })
        })
        .collect();
    let page = json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": format!("{source}#briefing"),
        "type": "AnnotationPage",
        "items": annotations,
    });
    // A tree of strings and numbers always serialises.
    serde_json::to_string_pretty(&page).unwrap_or_default() + "\n"
}

fn motivation(item: Item) -> &'static str {
    match item {
        Item::Actor(_) => "identifying",
        Item::Question(_) => "questioning",
        _ => "describing",
    }
}

fn selectors(text: &str, table: &CharTable, range: TextRange) -> Value {
    let start = table.chars_from_bytes(text, range.start());
    let end = table.chars_from_bytes(text, range.end());
    let context = |from: usize, to: usize| {
        TextRange::new(table.bytes_from_chars(text, from), table.bytes_from_chars(text, to))
            .slice(text)
            .to_owned()
    };
    json!([
        {
            "type": "TextQuoteSelector",
            "exact": range.slice(text),
            "prefix": context(start.saturating_sub(CONTEXT), start),
            "suffix": context(end, end + CONTEXT),
        },
        { "type": "TextPositionSelector", "start": start, "end": end },
    ])
}
