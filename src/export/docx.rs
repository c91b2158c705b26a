//! The briefing as a Word file: headings, lists and footnotes of the reader's own styles.
//!
//! Office Open XML as ECMA-376 has it, no more of it than is used. The same briefing gives the same bytes.

use std::io::{Cursor, Write as _};

use quick_xml::escape::escape;
use zip::write::SimpleFileOptions;

use super::Article;
use super::sections::{Entry, byline, outline, place};
use super::text::quoted;
use crate::error::Error;

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const TYPES: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
/// Word keeps the first two for the lines above the notes.
const FIRST_NOTE: usize = 1;

pub(super) fn write(article: Article<'_>) -> Result<Vec<u8>, Error> {
    let (body, notes) = body(article);
    let parts = [
        ("[Content_Types].xml", content_types()),
        ("_rels/.rels", package_relations()),
        ("docProps/core.xml", core(article)),
        ("word/_rels/document.xml.rels", document_relations()),
        (
            "word/document.xml",
            format!("{XML}<w:document {MAIN}><w:body>{body}{}</w:body></w:document>", page()),
        ),
        ("word/styles.xml", styles(article)),
        ("word/numbering.xml", numbering()),
        ("word/settings.xml", settings()),
        ("word/footnotes.xml", footnotes(&notes)),
    ];
    pack(&parts).map_err(|error| Error::NotWritten(error.to_string()))
}

fn pack(parts: &[(&str, String)]) -> zip::result::ZipResult<Vec<u8>> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        // No time of day: the same briefing is the same file.
        archive.start_file(
            *name,
            SimpleFileOptions::default().last_modified_time(zip::DateTime::default()),
        )?;
        archive.write_all(content.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}

/// The paragraphs, and the footnotes in their order.
fn body(article: Article<'_>) -> (String, Vec<String>) {
    let mut notes = Vec::new();
    let mut out = paragraph("Title", &run(article.title(), ""));
    let byline = byline(article);
    if !byline.is_empty() {
        out.push_str(&paragraph("Subtitle", &run(&byline, "")));
    }
    for note in &article.document.notes {
        out.push_str(&paragraph("Remark", &run(&format!("Note: {note}"), "")));
    }
    for section in outline(article) {
        out.push_str(&paragraph("Heading1", &run(section.heading, "")));
        if section.entries.is_empty() {
            out.push_str(&paragraph("Remark", &run(section.empty, "")));
        }
        for entry in &section.entries {
            out.push_str(&paragraph("ListBullet", &entry_runs(entry, &mut notes)));
        }
        if let Some(more) = section.more() {
            out.push_str(&paragraph("Remark", &run(&more, "")));
        }
    }
    let source =
        format!("Source: {}. Briefing by Sidelight {}.", article.file, env!("CARGO_PKG_VERSION"));
    out.push_str(&paragraph("Remark", &run(&source, "")));
    (out, notes)
}

fn entry_runs(entry: &Entry, notes: &mut Vec<String>) -> String {
    let mut runs = String::new();
    if !entry.label.is_empty() {
        runs.push_str(&run(&entry.label, "<w:rStyle w:val=\"Strong\"/>"));
        runs.push_str(&run(": ", ""));
    }
    runs.push_str(&run(&entry.text, ""));
    for (idx, proof) in entry.proofs.iter().enumerate() {
        if idx > 0 {
            runs.push_str(
                "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>,</w:t></w:r>",
            );
        }
        notes.push(format!("{} ({})", quoted(&proof.quote), place(proof)));
        runs.push_str(&format!(
            "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteReference w:id=\"{}\"/></w:r>",
            FIRST_NOTE + notes.len() - 1
        ));
    }
    runs
}

fn paragraph(style: &str, runs: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{runs}</w:p>")
}

fn run(text: &str, look: &str) -> String {
    let look = if look.is_empty() { String::new() } else { format!("<w:rPr>{look}</w:rPr>") };
    format!("<w:r>{look}<w:t xml:space=\"preserve\">{}</w:t></w:r>", plain(text))
}

/// The text as it may stand in XML, which knows no control characters.
fn plain(text: &str) -> String {
    let allowed = |c: &char| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}');
    escape(
        text.chars()
            .map(|c| if c.is_whitespace() && c.is_control() { ' ' } else { c })
            .filter(allowed)
            .collect::<String>(),
    )
    .into_owned()
}

fn footnotes(notes: &[String]) -> String {
    let mut out = format!(
        "{XML}<w:footnotes {MAIN}>\
         <w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>\
         <w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>"
    );
    for (idx, note) in notes.iter().enumerate() {
        out.push_str(&format!(
            "<w:footnote w:id=\"{}\"><w:p><w:pPr><w:pStyle w:val=\"FootnoteText\"/></w:pPr>\
             <w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r>{}</w:p></w:footnote>",
            FIRST_NOTE + idx,
            run(&format!(" {note}"), "")
        ));
    }
    out + "</w:footnotes>"
}

/// A4 with margins of an inch.
fn page() -> &'static str {
    "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
     <w:pgMar w:top=\"1440\" w:right=\"1440\" w:bottom=\"1440\" w:left=\"1440\" w:header=\"708\" w:footer=\"708\" w:gutter=\"0\"/></w:sectPr>"
}

/// Word's own names for all styles, so that a house template restyles them; no font is named.
fn styles(article: Article<'_>) -> String {
    let language = article.document.meta.language.as_deref().unwrap_or("en");
    let style = |kind: &str, id: &str, name: &str, rest: &str| {
        format!(
            "<w:style w:type=\"{kind}\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>{rest}</w:style>"
        )
    };
    let based = |next: &str, look: &str| {
        format!("<w:basedOn w:val=\"Normal\"/><w:next w:val=\"{next}\"/><w:qFormat/>{look}")
    };
    let mut out = format!(
        "{XML}<w:styles {MAIN}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val=\"22\"/><w:lang w:val=\"{}\"/></w:rPr></w:rPrDefault>\
         <w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"264\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>\
         <w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\"><w:name w:val=\"Default Paragraph Font\"/></w:style>",
        plain(language)
    );
    for (id, name, rest) in [
        ("Title", "Title", based("Normal", "<w:pPr><w:keepNext/><w:spacing w:after=\"80\"/></w:pPr><w:rPr><w:b/><w:sz w:val=\"40\"/></w:rPr>")),
        ("Subtitle", "Subtitle", based("Normal", "<w:pPr><w:spacing w:after=\"240\"/></w:pPr><w:rPr><w:i/></w:rPr>")),
        ("Heading1", "heading 1", based("Normal", "<w:pPr><w:keepNext/><w:spacing w:before=\"320\" w:after=\"120\"/><w:outlineLvl w:val=\"0\"/></w:pPr><w:rPr><w:b/><w:sz w:val=\"28\"/></w:rPr>")),
        ("ListBullet", "List Bullet", based("ListBullet", "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>")),
        ("Remark", "Remark", based("Normal", "<w:rPr><w:i/></w:rPr>")),
        ("FootnoteText", "footnote text", "<w:basedOn w:val=\"Normal\"/><w:pPr><w:spacing w:after=\"40\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr><w:rPr><w:sz w:val=\"18\"/></w:rPr>".to_owned()),
    ] {
        out.push_str(&style("paragraph", id, name, &rest));
    }
    out.push_str(&style("character", "Strong", "Strong", "<w:qFormat/><w:rPr><w:b/></w:rPr>"));
    out.push_str(&style(
        "character",
        "FootnoteReference",
        "footnote reference",
        "<w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr>",
    ));
    out + "</w:styles>"
}

fn numbering() -> String {
    format!(
        "{XML}<w:numbering {MAIN}><w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"hybridMultilevel\"/>\
         <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:pStyle w:val=\"ListBullet\"/><w:lvlText w:val=\"•\"/><w:lvlJc w:val=\"left\"/>\
         <w:pPr><w:ind w:left=\"360\" w:hanging=\"360\"/></w:pPr></w:lvl></w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"
    )
}

fn settings() -> String {
    format!(
        "{XML}<w:settings {MAIN}><w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr>\
         <w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>"
    )
}

fn core(article: Article<'_>) -> String {
    let author = article.document.meta.byline.as_deref().map_or_else(String::new, |byline| {
        format!(
            "<dc:description>{}</dc:description>",
            plain(&format!("Briefing of an article. {byline}"))
        )
    });
    format!(
        "{XML}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\
         <dc:title>{}</dc:title>{author}<dc:creator>Sidelight {}</dc:creator></cp:coreProperties>",
        plain(article.title()),
        env!("CARGO_PKG_VERSION")
    )
}

fn content_types() -> String {
    let parts = [
        ("/word/document.xml", format!("{TYPES}.document.main+xml")),
        ("/word/styles.xml", format!("{TYPES}.styles+xml")),
        ("/word/numbering.xml", format!("{TYPES}.numbering+xml")),
        ("/word/settings.xml", format!("{TYPES}.settings+xml")),
        ("/word/footnotes.xml", format!("{TYPES}.footnotes+xml")),
        (
            "/docProps/core.xml",
            "application/vnd.openxmlformats-package.core-properties+xml".to_owned(),
        ),
    ];
    let mut out = format!(
        "{XML}<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    );
    for (name, kind) in parts {
        out.push_str(&format!("<Override PartName=\"{name}\" ContentType=\"{kind}\"/>"));
    }
    out + "</Types>"
}

fn package_relations() -> String {
    relations(&[
        (format!("{OFFICE}/officeDocument"), "word/document.xml"),
        (format!("{PACKAGE}/relationships/metadata/core-properties"), "docProps/core.xml"),
    ])
}

fn document_relations() -> String {
    let to = |name: &str| format!("{OFFICE}/{name}");
    relations(&[
        (to("styles"), "styles.xml"),
        (to("numbering"), "numbering.xml"),
        (to("settings"), "settings.xml"),
        (to("footnotes"), "footnotes.xml"),
    ])
}

fn relations(targets: &[(String, &str)]) -> String {
    let mut out = format!("{XML}<Relationships xmlns=\"{PACKAGE}/relationships\">");
    for (idx, (kind, target)) in targets.iter().enumerate() {
        out.push_str(&format!(
            "<Relationship Id=\"rId{}\" Type=\"{kind}\" Target=\"{target}\"/>",
            idx + 1
        ));
    }
    out + "</Relationships>"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_and_markup_cannot_break_the_file() {
        assert_eq!(plain("a<b & \u{c}c\u{1}"), "a&lt;b &amp;  c");
    }
}
