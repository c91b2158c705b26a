//! What copying puts on the clipboard: one text in two flavours, formatted and plain.

use serde::{Deserialize, Serialize};

use super::html::escape;
use super::sections::{Entry, Proof, Section, byline, entry, heading, outline, place};
use super::text::quoted;
use super::{Article, markdown};
use crate::briefing::Item;

/// The same words as formatted and as plain text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clip {
    /// A fragment without fonts or colours, so that it takes on the look of where it is pasted; empty where
    /// plain text alone is wanted.
    pub html: String,
    pub plain: String,
}

/// How copied text says what proves it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum References {
    /// Not at all; title, date and file alone.
    None,
    /// The number of the paragraph behind each line.
    Short,
    /// A number behind each line, and at the end the words that it stands for.
    #[default]
    Footnotes,
}

/// What is to be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Summary,
    Briefing,
    /// The list that holds this line.
    Section(Item),
    /// One line.
    Item(Item),
}

/// One entry in a sentence, without its proof.
pub fn alone(article: Article<'_>, item: Item) -> Clip {
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

/// Formatted and plain text of a part.
pub fn clip(article: Article<'_>, part: Part, references: References) -> Clip {
    let mut writer =
        Writer { references, html: String::new(), plain: String::new(), notes: Vec::new() };
    match part {
        Part::Summary => {
            writer.html.push_str(&format!("<p><strong>{}</strong></p>\n", escape(article.title())));
            writer.plain.push_str(&format!("{}\n\n", article.title()));
            writer.running(&points(article));
        }
        Part::Item(item) => writer.running(&[entry(article, item)]),
        Part::Section(item) => {
            writer.html.push_str(&format!("<p><strong>{}</strong></p>\n", escape(article.title())));
            writer.plain.push_str(&format!("{}\n", article.title()));
            writer.section(&section_of(article, item));
        }
        Part::Briefing => {
            writer.html.push_str(&format!("<h1>{}</h1>\n", escape(article.title())));
            writer.plain.push_str(&format!("{}\n", article.title()));
            for section in outline(article) {
                writer.section(&section);
            }
        }
    }
    // Of a line that is pasted alone nothing else says what it is from.
    let source = match part {
        Part::Item(_) if article.document.meta.title.is_some() => {
            format!("{}. {}", article.title(), source_line(article))
        }
        Part::Item(_) | Part::Summary | Part::Section(_) | Part::Briefing => source_line(article),
    };
    writer.finish(&source)
}

/// Markdown of a part, for editors that take it; footnotes as Markdown has them.
pub fn markdown(article: Article<'_>, part: Part, references: References) -> Clip {
    let (mut heading, mut more) = (None, None);
    let entries = match part {
        Part::Section(item) => {
            let section = section_of(article, item);
            (heading, more) = (Some(section.heading), section.more());
            section.entries
        }
        Part::Briefing => {
            return Clip { html: String::new(), plain: markdown::write_with(article, references) };
        }
        Part::Item(item) => vec![entry(article, item)],
        Part::Summary => points(article),
    };
    let mut notes = Vec::new();
    let mut plain = format!("# {}\n\n", markdown::escape(article.title()));
    if let Some(heading) = heading {
        plain.push_str(&format!("## {heading}\n\n"));
    }
    for entry in &entries {
        plain.push_str(&markdown::line(entry, references, &mut notes));
    }
    if let Some(more) = more {
        plain.push_str(&format!("\n{more}\n"));
    }
    if !notes.is_empty() {
        plain.push('\n');
    }
    for (idx, note) in notes.iter().enumerate() {
        plain.push_str(&format!("[^{}]: {note}\n", idx + 1));
    }
    plain.push_str(&format!("\nSource: {}\n", markdown::escape(&source_line(article))));
    Clip { html: String::new(), plain }
}

/// The list that holds the item; the first where there is none.
fn section_of(article: Article<'_>, item: Item) -> Section {
    let heading = heading(item);
    let mut all = outline(article);
    let place = all.iter().position(|section| section.heading == heading);
    all.swap_remove(place.unwrap_or_default())
}

/// The lines of the summary.
fn points(article: Article<'_>) -> Vec<Entry> {
    (0..article.briefing.summary.len()).map(|idx| entry(article, Item::Point(idx))).collect()
}

/// Writes both flavours side by side, so that they cannot differ in words.
struct Writer {
    references: References,
    html: String,
    plain: String,
    /// Both flavours of each footnote.
    notes: Vec<(String, String)>,
}

impl Writer {
    fn section(&mut self, section: &Section) {
        self.html.push_str(&format!("<h2>{}</h2>\n", section.heading));
        self.plain.push_str(&format!("\n{}\n", section.heading.to_uppercase()));
        if section.entries.is_empty() {
            self.html.push_str(&format!("<p>{}</p>\n", section.empty));
            self.plain.push_str(&format!("{}\n", section.empty));
            return;
        }
        self.html.push_str("<ul>\n");
        for entry in &section.entries {
            let (html, plain) = self.line(entry);
            self.html.push_str(&format!("<li>{html}</li>\n"));
            self.plain.push_str(&format!("- {plain}\n"));
        }
        self.html.push_str("</ul>\n");
        if let Some(more) = section.more() {
            self.html.push_str(&format!("<p>{more}</p>\n"));
            self.plain.push_str(&format!("{more}\n"));
        }
    }

    /// Lines as one paragraph.
    fn running(&mut self, entries: &[Entry]) {
        let lines: Vec<(String, String)> = entries.iter().map(|entry| self.line(entry)).collect();
        let join = |pick: fn(&(String, String)) -> &str| {
            lines.iter().map(pick).collect::<Vec<_>>().join(" ")
        };
        self.html.push_str(&format!("<p>{}</p>\n", join(|line| &line.0)));
        self.plain.push_str(&format!("{}\n", join(|line| &line.1)));
    }

    fn line(&mut self, entry: &Entry) -> (String, String) {
        let (mut html, mut plain) = (String::new(), String::new());
        if !entry.label.is_empty() {
            html.push_str(&format!("<strong>{}</strong>: ", escape(&entry.label)));
            plain.push_str(&format!("{}: ", entry.label));
        }
        html.push_str(&escape(&entry.text));
        plain.push_str(&entry.text);
        match self.references {
            References::None => {}
            References::Short => {
                let places = places(&entry.proofs);
                if !places.is_empty() {
                    html.push_str(&format!(" ({places})"));
                    plain.push_str(&format!(" ({places})"));
                }
            }
            References::Footnotes => {
                for proof in &entry.proofs {
                    let quote = quoted(&proof.quote);
                    self.notes.push((
                        format!("{} ({})", escape(&quote), place(proof)),
                        format!("{quote} ({})", place(proof)),
                    ));
                    html.push_str(&format!("<sup>[{}]</sup>", self.notes.len()));
                    plain.push_str(&format!(" [{}]", self.notes.len()));
                }
            }
        }
        (html, plain)
    }

    fn finish(mut self, source: &str) -> Clip {
        if !self.notes.is_empty() {
            self.plain.push('\n');
        }
        for (idx, (html, plain)) in self.notes.iter().enumerate() {
            // Not a list of its own: a list that is pasted behind another may go on counting.
            self.html.push_str(&format!("<p>[{}] {html}</p>\n", idx + 1));
            self.plain.push_str(&format!("[{}] {plain}\n", idx + 1));
        }
        self.html.push_str(&format!("<p><em>{}</em></p>\n", escape(source)));
        self.plain.push_str(&format!("\n{source}\n"));
        Clip { html: self.html, plain: self.plain }
    }
}

/// Where the proofs stand, each place once, as `paragraphs 3, 5`.
pub(super) fn places(proofs: &[Proof]) -> String {
    let mut numbers: Vec<usize> = proofs.iter().filter_map(|proof| proof.paragraph).collect();
    numbers.dedup();
    let listed: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    match listed.as_slice() {
        [] if proofs.is_empty() => String::new(),
        [] => "heading".to_owned(),
        [one] => format!("paragraph {one}"),
        several => format!("paragraphs {}", several.join(", ")),
    }
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

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::briefing::{Briefing, Evidence, Point};
    use crate::document::{Document, Meta};
    use crate::testing::document;
    use crate::text::TextRange;

    fn article<'a>(document: &'a Document, briefing: &'a Briefing) -> Article<'a> {
        Article { document, briefing, file: "port.txt", elapsed: Duration::ZERO, corrected: &[] }
    }

    #[track_caller]
    fn check(references: References, plain: &str, html: &str) {
        let mut document = document("The port <closed> today.");
        document.meta = Meta {
            title: Some("Port & pier".to_owned()),
            published: Some(jiff::civil::date(2026, 3, 12)),
            ..Meta::default()
        };
        let evidence = Evidence::one(TextRange::new(0, 17)).unwrap();
        let point = Point { text: "The port is <closed>.".to_owned(), evidence };
        let briefing = Briefing { summary: vec![point], ..Briefing::default() };
        let article = article(&document, &briefing);
        let clip = clip(article, Part::Item(Item::Point(0)), references);
        assert_eq!(clip.plain, plain);
        assert_eq!(clip.html, html);
    }

    #[test]
    fn a_file_without_a_title_is_named_once() {
        let document = document("The port closed today.");
        let point = Point {
            text: "The port closed.".to_owned(),
            evidence: Evidence::one(TextRange::new(0, 15)).unwrap(),
        };
        let briefing = Briefing { summary: vec![point], ..Briefing::default() };
        let article = article(&document, &briefing);
        let clip = clip(article, Part::Item(Item::Point(0)), References::None);
        assert_eq!(clip.plain, "The port closed.\n\nport.txt\n");
    }

    #[test]
    fn references_look_as_chosen() {
        let source = "Port & pier. 12 March 2026 · port.txt\n";
        let em = "<p><em>Port &amp; pier. 12 March 2026 · port.txt</em></p>\n";
        check(
            References::None,
            &format!("The port is <closed>.\n\n{source}"),
            &format!("<p>The port is &lt;closed&gt;.</p>\n{em}"),
        );
        check(
            References::Short,
            &format!("The port is <closed>. (paragraph 1)\n\n{source}"),
            &format!("<p>The port is &lt;closed&gt;. (paragraph 1)</p>\n{em}"),
        );
        check(
            References::Footnotes,
            &format!(
                "The port is <closed>. [1]\n\n[1] “The port <closed>” (paragraph 1)\n\n{source}"
            ),
            &format!(
                "<p>The port is &lt;closed&gt;.<sup>[1]</sup></p>\n<p>[1] “The port &lt;closed&gt;” (paragraph 1)</p>\n{em}"
            ),
        );
    }
}
