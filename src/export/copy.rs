//! What copying puts on the clipboard: one text in two flavours, formatted and plain.

use super::Article;
use super::html::escape;
use super::sections::{Entry, Section, byline, entry, place, sections};
use super::text::{lines, unquoted};
use crate::briefing::Item;

/// The same words as formatted and as plain text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clip {
    /// A fragment without fonts or colours, so that it takes on the look of where it is pasted.
    pub html: String,
    pub plain: String,
}

/// The summary, under the article's title and with where it comes from.
pub fn summary(article: Article<'_>) -> Clip {
    let points: Vec<&str> =
        article.briefing.summary.iter().map(|point| point.text.as_str()).collect();
    let body = points.join(" ");
    let source = source_line(article);
    Clip {
        html: format!(
            "<p><strong>{}</strong></p>\n<p>{}</p>\n<p><em>{}</em></p>\n",
            escape(article.title()),
            escape(&body),
            escape(&source)
        ),
        plain: format!("{}\n\n{body}\n\n{source}\n", article.title()),
    }
}

/// One entry with the words that prove it and where they stand.
pub fn item(article: Article<'_>, item: Item) -> Clip {
    let entry = entry(article, item);
    let source = format!("{}. {}", article.title(), source_line(article));
    let plain = lines(&entry).trim_start_matches("- ").to_owned();
    Clip {
        html: format!("{}<p><em>{}</em></p>\n", entry_html(&entry, "p"), escape(&source)),
        plain: format!("{plain}{source}\n"),
    }
}

/// One entry in a sentence, without its proof.
pub fn item_alone(article: Article<'_>, item: Item) -> Clip {
    let entry = entry(article, item);
    let (text, label) = (&entry.text, &entry.label);
    if label.is_empty() {
        return Clip { html: format!("<p>{}</p>\n", escape(text)), plain: format!("{text}\n") };
    }
    Clip {
        html: format!("<p><strong>{}</strong>: {}</p>\n", escape(label), escape(text)),
        plain: format!("{label}: {text}\n"),
    }
}

/// The whole briefing.
pub fn briefing(article: Article<'_>) -> Clip {
    let mut html = format!(
        "<h1>{}</h1>\n<p><em>{}</em></p>\n",
        escape(article.title()),
        escape(&source_line(article))
    );
    for section in sections(article) {
        html.push_str(&section_html(&section));
    }
    Clip { html, plain: super::text::write(article) }
}

fn section_html(section: &Section) -> String {
    let entries: String = section.entries.iter().map(|entry| entry_html(entry, "li")).collect();
    if entries.is_empty() {
        return format!("<h2>{}</h2>\n<p>{}</p>\n", section.heading, section.empty);
    }
    format!("<h2>{}</h2>\n<ul>\n{entries}</ul>\n", section.heading)
}

fn entry_html(entry: &Entry, tag: &str) -> String {
    let label = if entry.label.is_empty() {
        String::new()
    } else {
        format!("<strong>{}</strong>: ", escape(&entry.label))
    };
    let proofs: Vec<String> = entry
        .proofs
        .iter()
        .map(|proof| format!("“{}” ({})", escape(unquoted(&proof.quote)), place(proof)))
        .collect();
    format!("<{tag}>{label}{}<br>{}</{tag}>\n", escape(&entry.text), proofs.join("<br>"))
}

/// Byline, publisher, date and file.
fn source_line(article: Article<'_>) -> String {
    let byline = byline(article);
    if byline.is_empty() {
        article.file.to_owned()
    } else {
        format!("{byline} · {}", article.file)
    }
}
