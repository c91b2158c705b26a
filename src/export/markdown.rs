//! The briefing as Markdown, every line with a footnote that quotes its proof.

use super::Article;
use super::copy::{References, places};
use super::sections::{Entry, byline, outline, place};
use super::text::quoted;

pub fn write(article: Article<'_>) -> String {
    write_with(article, References::Footnotes)
}

/// The same, with references as they are asked for.
pub(super) fn write_with(article: Article<'_>, references: References) -> String {
    let mut out = format!("# {}\n", escape(article.title()));
    let byline = byline(article);
    if !byline.is_empty() {
        out.push_str(&format!("\n{}\n", escape(&byline)));
    }
    for note in &article.document.notes {
        out.push_str(&format!("\nNote: {}\n", escape(note)));
    }
    let mut notes = Vec::new();
    for section in outline(article) {
        out.push_str(&format!("\n## {}\n\n", section.heading));
        if section.entries.is_empty() {
            out.push_str(&format!("{}\n", section.empty));
        }
        for entry in &section.entries {
            out.push_str(&line(entry, references, &mut notes));
        }
        if let Some(more) = section.more() {
            out.push_str(&format!("\n{more}\n"));
        }
    }
    if !notes.is_empty() {
        out.push('\n');
    }
    for (idx, note) in notes.iter().enumerate() {
        out.push_str(&format!("[^{}]: {note}\n", idx + 1));
    }
    out.push_str(&format!("\nSource: {}\n", escape(article.file)));
    out
}

/// The entry as a list item, its proofs as footnotes in `notes` or as the references ask.
pub(super) fn line(entry: &Entry, references: References, notes: &mut Vec<String>) -> String {
    let label = if entry.label.is_empty() {
        String::new()
    } else {
        format!("**{}**: ", escape(&entry.label))
    };
    let mut out = format!("- {label}{}", escape(&entry.text));
    if references == References::Short && !entry.proofs.is_empty() {
        out.push_str(&format!(" ({})", places(&entry.proofs)));
    }
    let footnotes = entry.proofs.iter().filter(|_| references == References::Footnotes);
    for proof in footnotes {
        notes.push(format!("{} ({})", escape(&quoted(&proof.quote)), place(proof)));
        out.push_str(&format!("[^{}]", notes.len()));
    }
    out.push('\n');
    out
}

/// The text with a backslash before what Markdown would take for markup.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~') {
            out.push('\\');
        }
        out.push(character);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escaped_text_reads_back_as_it_was() {
        let text = r"A *new* [deal] for <all> \ 3_000 #1 | ~x~ `y`";
        let markdown = escape(text);
        let events = pulldown_cmark::Parser::new_ext(&markdown, pulldown_cmark::Options::all())
            .collect::<Vec<_>>();
        let read: String = events
            .iter()
            .filter_map(|event| match event {
                pulldown_cmark::Event::Text(text) => Some(text.to_string()),
                _ => None,
            })
            .collect();
        assert_eq!(read, text);
    }
}
