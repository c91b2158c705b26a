//! The briefing as one web page that needs nothing else: the briefing beside the source, linked both
//! ways, in light and dark, without a script and without the network.

use super::Article;
use super::sections::{Entry, Section, byline, outline, place};
use super::text::unquoted;
use crate::document::{Block, BlockKind};
use crate::text::TextRange;

/// Colours keep WCAG AA contrast in both schemes.
const STYLE: &str = "
:root { color-scheme: light dark; --ink: #1d1b18; --page: #fbfaf7; --soft: #5f5a52; --line: #d9d4ca; --mark: #f6e7b4; --link: #1f5582; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e2da; --page: #1b1a18; --soft: #a8a297; --line: #3b3833; --mark: #4b4121; --link: #8fbfe8; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 1.05rem/1.55 Georgia, 'Source Serif 4', serif; }
header, main, footer { max-width: 78rem; margin: auto; padding: 1rem 1.5rem; }
header h1 { margin: .5rem 0 .2rem; line-height: 1.2; }
header p, footer, .where, .more, .empty { color: var(--soft); font-size: .9rem; }
main { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 7fr); gap: 3rem; }
.briefing h2 { font-size: .85rem; letter-spacing: .06em; text-transform: uppercase; color: var(--soft); border-bottom: 1px solid var(--line); }
ul { padding-left: 1.1rem; } li { margin-bottom: .7rem; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .15em; }
.source a.mark { color: inherit; background: var(--mark); text-decoration: none; }
.source p, .source blockquote, .source li { max-width: 42rem; }
.source summary, .source .boilerplate, .source .caption, .source .byline { color: var(--soft); font-size: .9rem; }
:target { outline: 2px solid var(--link); outline-offset: 2px; }
@media (max-width: 60rem) { main { grid-template-columns: 1fr; } }
@media print { main { display: block; } a { color: inherit; } }
";

pub fn write(article: Article<'_>) -> String {
    let sections = outline(article);
    let title = escape(article.title());
    let language = article.document.meta.language.as_deref().unwrap_or("en");
    let mut notes = String::new();
    for note in &article.document.notes {
        notes.push_str(&format!("<p>Note: {}</p>\n", escape(note)));
    }
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n\
         <header>\n<h1>{title}</h1>\n<p>{}</p>\n{notes}</header>\n<main>\n<section class=\"briefing\" aria-label=\"Briefing\">\n",
        escape(language),
        escape(&byline(article)),
    );
    for section in &sections {
        section_html(section, &mut out);
    }
    out.push_str("</section>\n<section class=\"source\" aria-label=\"Source\">\n");
    source_html(article, &sections, &mut out);
    out.push_str(&format!("</section>\n</main>\n<footer>Briefing of {} by Sidelight {}. Every line links to the words that prove it; voices are counted from the positions.</footer>\n</body>\n</html>\n",
        escape(article.file),
        env!("CARGO_PKG_VERSION")));
    out
}

fn section_html(section: &Section, out: &mut String) {
    out.push_str(&format!("<h2>{}</h2>\n", section.heading));
    if section.entries.is_empty() {
        out.push_str(&format!("<p class=\"empty\">{}</p>\n", section.empty));
        return;
    }
    out.push_str("<ul>\n");
    for entry in &section.entries {
        entry_html(entry, out);
    }
    out.push_str("</ul>\n");
    if let Some(more) = section.more() {
        out.push_str(&format!("<p class=\"more\">{more}</p>\n"));
    }
}

fn entry_html(entry: &Entry, out: &mut String) {
    out.push_str(&format!("<li id=\"{}\">", entry.anchor));
    if !entry.label.is_empty() {
        out.push_str(&format!("<strong>{}</strong>: ", escape(&entry.label)));
    }
    out.push_str(&format!("{} <span class=\"where\">", escape(&entry.text)));
    for (idx, proof) in entry.proofs.iter().enumerate() {
        out.push_str(&format!(
            "<a href=\"#{}\" title=\"{}\">{}</a> ",
            proof_anchor(entry, idx),
            escape(unquoted(&proof.quote)),
            place(proof)
        ));
    }
    out.push_str("</span></li>\n");
}

/// A proof of an entry, as the source shows it.
struct Mark {
    range: TextRange,
    entry: String,
    proof: String,
}

fn proof_anchor(entry: &Entry, idx: usize) -> String {
    format!("{}-proof-{}", entry.anchor, idx + 1)
}

fn source_html(article: Article<'_>, sections: &[Section], out: &mut String) {
    let mut marks: Vec<Mark> = sections
        .iter()
        .flat_map(|section| &section.entries)
        .flat_map(|entry| {
            entry.proofs.iter().enumerate().map(|(idx, proof)| Mark {
                range: proof.range,
                entry: entry.anchor.clone(),
                proof: proof_anchor(entry, idx),
            })
        })
        .collect();
    marks.sort_by_key(|mark| (mark.range.start(), mark.range.end()));
    let is_clutter = |block: &Block| block.kind == BlockKind::Boilerplate;
    for run in article.document.blocks().chunk_by(|a, b| is_clutter(a) == is_clutter(b)) {
        let folded = run.first().is_some_and(is_clutter);
        if folded {
            let lines = if run.len() == 1 { "line" } else { "lines" };
            let summary = format!("{} {lines} of site text", run.len());
            out.push_str(&format!("<details><summary>{summary}</summary>\n"));
        }
        for block in run {
            block_html(article.document.text(), block, &marks, out);
        }
        if folded {
            out.push_str("</details>\n");
        }
    }
}

fn block_html(text: &str, block: &Block, marks: &[Mark], out: &mut String) {
    let tag = match block.kind {
        BlockKind::Title => "h2",
        BlockKind::Heading => "h3",
        BlockKind::Quote => "blockquote",
        BlockKind::ListItem => "li",
        BlockKind::Paragraph | BlockKind::Byline | BlockKind::Caption | BlockKind::Boilerplate => {
            "p"
        }
    };
    let here: Vec<&Mark> = marks.iter().filter(|mark| mark.range.overlaps(block.range)).collect();
    // Marks may overlap: the block is cut at every border, and each piece belongs to the shortest mark on it.
    let mut cuts: Vec<usize> =
        here.iter().flat_map(|mark| [mark.range.start(), mark.range.end()]).collect();
    cuts.extend([block.range.start(), block.range.end()]);
    cuts.retain(|&cut| block.range.start() <= cut && cut <= block.range.end());
    cuts.sort_unstable();
    cuts.dedup();
    out.push_str(&format!("<{tag} class=\"{}\">", block.kind.name()));
    for pair in cuts.windows(2) {
        let piece = TextRange::new(pair[0], pair[1]);
        for mark in here.iter().filter(|mark| mark.range.start() == piece.start()) {
            out.push_str(&format!("<span id=\"{}\"></span>", mark.proof));
        }
        let words = escape(piece.slice(text));
        match here
            .iter()
            .filter(|mark| mark.range.contains_range(piece))
            .min_by_key(|mark| mark.range.len())
        {
            Some(mark) => {
                out.push_str(&format!("<a class=\"mark\" href=\"#{}\">{words}</a>", mark.entry));
            }
            None => out.push_str(&words),
        }
    }
    out.push_str(&format!("</{tag}>\n"));
}

/// The text as it may stand in an element or a quoted attribute.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
