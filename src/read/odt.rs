//! Texts of `OpenDocument`: paragraphs, headings and lists of the main part.
//!
//! Notes, comments, tables of contents and deleted text are left out, as in `read::docx`.

use super::draft::{Draft, Inline};
use super::package::{Package, Piece, attribute, each_piece, read_properties};
use crate::document::BlockKind;
use crate::error::Error;

/// A count of spaces larger than this is damage.
const MOST_SPACES: usize = 40;

pub(super) fn read(package: &mut Package<'_>) -> Result<Draft, Error> {
    let body = package
        .part("content.xml")
        .ok_or_else(|| Error::Damaged("its text is missing".to_owned()))?;
    let mut writer = Writer::default();
    each_piece(&body, |piece| match piece {
        Piece::Start(name, start) => writer.start(name, |key| attribute(start, key)),
        Piece::End(name) => writer.end(name),
        Piece::Text(text) => {
            if writer.open > 0 && writer.hidden == 0 {
                writer.inline.push_collapsed(text);
            }
        }
    });
    let mut draft = writer.draft;
    if let Some(about) = package.part("meta.xml") {
        read_properties(&about, &mut draft.meta);
    }
    Ok(draft)
}

#[derive(Default)]
struct Writer {
    draft: Draft,
    inline: Inline,
    kind: Option<(BlockKind, u8)>,
    lists: u8,
    /// How many paragraphs are open: one inside a text frame inside another, say.
    open: usize,
    hidden: usize,
    in_row: bool,
}

impl Writer {
    fn start(&mut self, name: &str, value: impl Fn(&str) -> Option<String>) {
        match name {
            "tracked-changes" | "annotation" | "note" | "table-of-content" | "forms"
            | "note-body" => {
                self.hidden += 1;
            }
            "list" => self.lists = self.lists.saturating_add(1),
            "table-row" => self.in_row = true,
            "table-cell" if self.in_row && !self.inline.is_blank() => self.inline.push(" | "),
            "h" | "p" => {
                if !self.in_row {
                    self.flush();
                }
                self.open += 1;
                let style = value("style-name").unwrap_or_default().to_lowercase();
                let level =
                    value("outline-level").and_then(|level| level.parse::<u8>().ok()).unwrap_or(1);
                self.kind = Some(if name == "h" {
                    (BlockKind::Heading, level.clamp(1, 6))
                } else if style == "title" {
                    (BlockKind::Title, 0)
                } else if style.contains("quot") {
                    (BlockKind::Quote, 0)
                } else if self.lists > 0 {
                    (BlockKind::ListItem, self.lists)
                } else {
                    (BlockKind::Paragraph, 0)
                });
            }
            "s" if self.hidden == 0 => {
                let count = value("c").and_then(|count| count.parse().ok()).unwrap_or(1);
                self.inline.push(&" ".repeat(MOST_SPACES.min(count)));
            }
            "tab" if self.hidden == 0 => self.inline.push("\t"),
            "line-break" if self.hidden == 0 => self.inline.line_break(),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "tracked-changes" | "annotation" | "note" | "table-of-content" | "forms"
            | "note-body" => {
                self.hidden = self.hidden.saturating_sub(1);
            }
            "list" => self.lists = self.lists.saturating_sub(1),
            "table-row" => {
                self.in_row = false;
                self.kind = Some((BlockKind::Paragraph, 0));
                self.flush();
            }
            "h" | "p" => {
                self.open = self.open.saturating_sub(1);
                if !self.in_row {
                    self.flush();
                }
            }
            _ => {}
        }
    }

    fn flush(&mut self) {
        let inline = std::mem::take(&mut self.inline);
        let (kind, level) = self.kind.unwrap_or((BlockKind::Paragraph, 0));
        self.draft.push(kind, level, inline);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::package::archive;

    #[test]
    fn headings_lists_and_spaces() {
        let body = "<office:document-content xmlns:text='t'><office:body><text:tracked-changes><text:p>gone</text:p></text:tracked-changes>\
            <text:h text:outline-level='1'>The vote</text:h><text:p>It<text:s text:c='2'/>was\n <text:span>close</text:span>.<text:note><text:p>foot</text:p></text:note></text:p>\
            <text:list><text:list-item><text:p>One</text:p></text:list-item></text:list></office:body></office:document-content>";
        let bytes = archive(&[
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            ("content.xml", body),
            ("meta.xml", "<m><dc:title>The vote</dc:title></m>"),
        ]);
        let mut package = Package::open(&bytes).unwrap();
        assert_eq!(package.format(), Some(crate::document::Format::Odt));
        let draft = read(&mut package).unwrap();
        let blocks: Vec<(BlockKind, &str)> =
            draft.blocks.iter().map(|block| (block.kind, block.range.slice(&draft.text))).collect();
        assert_eq!(
            blocks,
            [
                (BlockKind::Heading, "The vote"),
                (BlockKind::Paragraph, "It  was close."),
                (BlockKind::ListItem, "One"),
            ]
        );
    }
}
