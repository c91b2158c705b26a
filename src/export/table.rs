//! Positions as a table (CSV), one row each, for a spreadsheet.

use super::Article;
use super::sections::proofs;
use crate::briefing::{Holder, Position};
use crate::text::one_line;

const HEADER: [&str; 12] = [
    "id",
    "voice",
    "holder",
    "source",
    "via",
    "act",
    "certainty",
    "form",
    "statement",
    "quote",
    "paragraph",
    "salience",
];

pub fn write(article: Article<'_>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory cannot fail, and every row has as many fields as the header.
    let _ = writer.write_record(HEADER);
    for (idx, position) in article.briefing.positions.iter().enumerate() {
        let _ = writer.write_record(row(article, idx, position));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

fn row(article: Article<'_>, idx: usize, position: &Position) -> [String; 12] {
    let text = article.document.text();
    let name = |idx: usize| {
        article.briefing.actors.get(idx).map(|actor| actor.name.clone()).unwrap_or_default()
    };
    let (voice, holder) = match position.holder {
        Holder::Actor(id) => ("actor", name(id.0)),
        Holder::Unnamed => ("unnamed", String::new()),
        Holder::Author => ("author", article.document.meta.byline.clone().unwrap_or_default()),
    };
    let quotes: Vec<String> =
        position.content.iter().map(|range| one_line(range.slice(text))).collect();
    let paragraph =
        proofs(article, position.evidence.ranges()).first().and_then(|proof| proof.paragraph);
    [
        format!("p{}", idx + 1),
        voice.to_owned(),
        as_text(&holder),
        as_text(&position.source.map(|range| one_line(range.slice(text))).unwrap_or_default()),
        position.via.iter().map(|id| name(id.0)).collect::<Vec<_>>().join("; "),
        position.act.name().to_owned(),
        position.certainty.name().to_owned(),
        position.form.name().to_owned(),
        as_text(&position.text),
        as_text(&quotes.join(" … ")),
        paragraph.map(|number| number.to_string()).unwrap_or_default(),
        format!("{:.3}", position.salience),
    ]
}

/// A spreadsheet takes a cell that starts with one of these for a formula; an apostrophe makes it text.
fn as_text(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@']) { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        assert_eq!(as_text("=1+1"), "'=1+1");
        assert_eq!(as_text("“No.”"), "“No.”");
    }
}
