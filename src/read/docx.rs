//! Word files: the text of the main part, in paragraphs with the kinds that their styles name.
//!
//! Headers, footers and notes lie in other parts and are not the article. Deleted text is left out.

use super::draft::{Draft, Inline};
use super::package::{Package, Piece, attribute, each_piece, read_properties};
use crate::document::{BlockKind, StyleKind};
use crate::error::Error;

pub(super) fn read(package: &mut Package<'_>) -> Result<Draft, Error> {
    let body = package
        .part("word/document.xml")
        .ok_or_else(|| Error::Damaged("its text is missing".to_owned()))?;
    let mut writer = Writer::default();
    each_piece(&body, |piece| match piece {
        Piece::Start(name, start) => writer.start(name, |key| attribute(start, key)),
        Piece::End(name) => writer.end(name),
        Piece::Text(text) => writer.text(text),
    });
    writer.end_paragraph();
    let mut draft = writer.draft;
    if let Some(about) = package.part("docProps/core.xml") {
        read_properties(&about, &mut draft.meta);
        // Word fills in who is logged on and "Document 1"; the article's own lines come first.
        draft.meta.title = draft.meta.title.filter(|title| title.split_whitespace().count() >= 2);
    }
    Ok(draft)
}

#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each mirrors a switch of the format")]
struct Writer {
    draft: Draft,
    inline: Inline,
    style: String,
    list_level: Option<u8>,
    in_text: bool,
    /// How many elements are open whose text is not shown.
    hidden: usize,
    bold: bool,
    italic: bool,
    run_start: usize,
    in_row: bool,
}

impl Writer {
    fn start(&mut self, name: &str, value: impl Fn(&str) -> Option<String>) {
        let off =
            || value("val").is_some_and(|value| matches!(value.as_str(), "0" | "false" | "none"));
        match name {
            "del" | "Fallback" | "moveFrom" | "instrText" | "delText" => self.hidden += 1,
            "p" if !self.in_row => self.begin_paragraph(),
            "p" => self.style.clear(),
            "tr" => {
                self.begin_paragraph();
                self.in_row = true;
            }
            "tc" if !self.inline.is_blank() => self.inline.push(" | "),
            "pStyle" => self.style = value("val").unwrap_or_default().to_lowercase(),
            "ilvl" => {
                let level = value("val").and_then(|level| level.parse::<u8>().ok()).unwrap_or(0);
                self.list_level = Some(level.saturating_add(1));
            }
            "numId" if value("val").is_some_and(|id| id == "0") => self.list_level = None,
            "r" => {
                self.bold = false;
                self.italic = false;
                self.run_start = self.inline.text.len();
            }
            "b" => self.bold = !off(),
            "i" => self.italic = !off(),
            "t" => self.in_text = true,
            "tab" if self.hidden == 0 && !self.inline.is_blank() => self.inline.push("\t"),
            "br" | "cr" if self.hidden == 0 => self.inline.line_break(),
            "noBreakHyphen" if self.hidden == 0 => self.inline.push("-"),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "del" | "Fallback" | "moveFrom" | "instrText" | "delText" => {
                self.hidden = self.hidden.saturating_sub(1);
            }
            "t" => self.in_text = false,
            "r" => {
                if self.bold {
                    self.inline.style_since(self.run_start, StyleKind::Strong);
                }
                if self.italic {
                    self.inline.style_since(self.run_start, StyleKind::Emphasis);
                }
            }
            "p" if !self.in_row => self.end_paragraph(),
            "p" => self.inline.push(" "),
            "tr" => {
                self.in_row = false;
                self.end_paragraph();
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.in_text && self.hidden == 0 {
            self.inline.push(text);
        }
    }

    fn begin_paragraph(&mut self) {
        self.end_paragraph();
        self.style.clear();
        self.list_level = None;
    }

    fn end_paragraph(&mut self) {
        let inline = std::mem::take(&mut self.inline);
        let style = self.style.as_str();
        let heading = style.strip_prefix("heading").or_else(|| style.strip_prefix("berschrift"));
        let (kind, level) = if style == "title" {
            (BlockKind::Title, 0)
        } else if let Some(level) = heading {
            (BlockKind::Heading, level.trim().parse::<u8>().unwrap_or(2).clamp(1, 6))
        } else if style == "subtitle" {
            (BlockKind::Heading, 2)
        } else if style.contains("quote") {
            (BlockKind::Quote, 0)
        } else if style == "caption" {
            (BlockKind::Caption, 0)
        } else if self.list_level.is_some() || style.starts_with("list") && style != "listparagraph"
        {
            (BlockKind::ListItem, self.list_level.unwrap_or(1))
        } else {
            (BlockKind::Paragraph, 0)
        };
        self.draft.push(kind, level, inline);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::package::archive;

    #[test]
    fn paragraphs_have_the_kinds_of_their_styles() {
        let body = "<w:document xmlns:w='x'><w:body>\
            <w:p><w:pPr><w:pStyle w:val='Title'/></w:pPr><w:r><w:t>Council delays vote</w:t></w:r></w:p>\
            <w:p><w:pPr><w:pStyle w:val='Heading2'/></w:pPr><w:r><w:t>Who pays</w:t></w:r></w:p>\
            <w:p><w:r><w:t xml:space='preserve'>It was </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>close</w:t></w:r><w:del><w:r><w:delText>not</w:delText></w:r></w:del><w:r><w:t>, “no” &amp; yes.</w:t></w:r></w:p>\
            <w:p><w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='3'/></w:numPr></w:pPr><w:r><w:t>nested</w:t></w:r></w:p>\
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
            <w:p><w:r><w:t>After the table.</w:t></w:r></w:p></w:body></w:document>";
        let core = "<cp:coreProperties xmlns:dc='y'><dc:title>Council delays vote</dc:title><dc:creator>Jo Lee</dc:creator></cp:coreProperties>";
        let bytes = archive(&[
            ("word/document.xml", body),
            ("docProps/core.xml", core),
            ("word/header1.xml", "<w:t>no</w:t>"),
        ]);
        let draft = read(&mut Package::open(&bytes).unwrap()).unwrap();
        let blocks: Vec<(BlockKind, &str)> =
            draft.blocks.iter().map(|block| (block.kind, block.range.slice(&draft.text))).collect();
        assert_eq!(
            blocks,
            [
                (BlockKind::Title, "Council delays vote"),
                (BlockKind::Heading, "Who pays"),
                (BlockKind::Paragraph, "It was close, “no” & yes."),
                (BlockKind::ListItem, "nested"),
                (BlockKind::Paragraph, "a  | b"),
                (BlockKind::Paragraph, "After the table."),
            ]
        );
        assert_eq!(draft.styles[0].range.slice(&draft.text), "close");
        assert_eq!(draft.meta.byline.as_deref(), Some("Jo Lee"));
    }
}
