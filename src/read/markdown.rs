//! Markdown: shown rendered, with its emphasis and links kept as styles.
//!
//! Front matter gives title, author and date. Footnotes and tables become text; raw HTML is shown as the
//! text inside it. Roles are settled in `read::roles`.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::date;
use super::draft::{Draft, Inline};
use crate::document::{BlockKind, StyleKind};

/// Whether a text without a telling name is written in Markdown: it has front matter, or headings or
/// links in Markdown's own form.
pub(super) fn looks_like(text: &str) -> bool {
    let heading = |line: &str| {
        let marks = line.bytes().take_while(|&byte| byte == b'#').count();
        (1..=6).contains(&marks) && line.as_bytes().get(marks) == Some(&b' ')
    };
    let headings = text.lines().take(400).filter(|line| heading(line)).count();
    let links = text.matches("](http").count();
    front_matter(text).is_some_and(|(fields, _)| fields.lines().any(|line| line.contains(": ")))
        || headings >= 2
        || headings + links >= 3
        || (headings == 1 && text.starts_with("# "))
}

pub(super) fn read(text: &str) -> Draft {
    let mut writer = Writer::default();
    let mut body = text;
    if let Some((fields, rest)) = front_matter(text) {
        writer.take_fields(fields);
        body = rest;
    }
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    for event in Parser::new_ext(body, options) {
        writer.take(event);
    }
    writer.end_block();
    writer.draft
}

/// The lines between `---` (or `+++`) at the very start and the next such line, and what follows.
fn front_matter(text: &str) -> Option<(&str, &str)> {
    let fence = ["---", "+++"].into_iter().find(|fence| text.starts_with(fence))?;
    let rest = text.strip_prefix(fence)?.trim_start_matches(' ').strip_prefix('\n')?;
    let mut offset = 0;
    for line in rest.split_inclusive('\n').take(200) {
        if line.trim_end() == fence || (fence == "---" && line.trim_end() == "...") {
            return Some((rest.get(..offset)?, rest.get(offset + line.len()..)?));
        }
        offset += line.len();
    }
    None
}

#[derive(Default)]
struct Writer {
    draft: Draft,
    inline: Inline,
    /// What the open block is, and its level.
    kind: Option<(BlockKind, u8)>,
    quotes: usize,
    lists: Vec<Option<u64>>,
    /// Where each open style began, with the address of links.
    open: Vec<(usize, Option<String>)>,
    in_image: usize,
    /// The open block is a list item with nothing but its number yet.
    fresh: bool,
}

impl Writer {
    fn take_fields(&mut self, fields: &str) {
        let mut authors: Vec<String> = Vec::new();
        let mut in_authors = false;
        for line in fields.lines() {
            if let Some(item) = line.trim_start().strip_prefix("- ").filter(|_| in_authors) {
                authors.push(unquote(item).to_owned());
                continue;
            }
            let Some((key, value)) = line.split_once([':', '=']) else { continue };
            let value = unquote(value);
            in_authors = false;
            let meta = &mut self.draft.meta;
            let some = || (!value.is_empty()).then(|| value.to_owned());
            match key.trim().to_ascii_lowercase().as_str() {
                "title" | "headline" => meta.title = some(),
                "author" | "authors" | "byline" | "by" => {
                    in_authors = true;
                    authors.extend(
                        value
                            .trim_matches(['[', ']'])
                            .split(',')
                            .map(|name| unquote(name).to_owned()),
                    );
                }
                "date" | "published" | "publishdate" | "pubdate" => {
                    meta.published = date::find(value);
                }
                "publisher" | "publication" | "source" | "site" | "website" => {
                    meta.publisher = some();
                }
                "lang" | "language" => meta.language = some(),
                _ => {}
            }
        }
        authors.retain(|name| !name.is_empty());
        if !authors.is_empty() {
            self.draft.meta.byline = Some(authors.join(", "));
        }
    }

    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Code(text) => {
                let start = self.inline.text.len();
                self.text(&text);
                self.inline.style_since(start, StyleKind::Code);
            }
            Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.text(&text);
            }
            Event::Html(html) | Event::InlineHtml(html) => self.html(&html),
            Event::FootnoteReference(label) => self.text(&format!("[{label}]")),
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.inline.line_break(),
            Event::Rule | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph => {
                if !self.fresh {
                    let kind = self.flow_kind();
                    self.begin_block(kind);
                }
            }
            Tag::Heading { level, .. } => {
                self.begin_block((BlockKind::Heading, heading_level(level)));
            }
            Tag::BlockQuote(_) => {
                self.end_block();
                self.quotes += 1;
            }
            Tag::List(first) => {
                self.end_block();
                self.lists.push(first);
            }
            Tag::Item => {
                self.begin_block((BlockKind::ListItem, self.lists.len().min(255) as u8));
                if let Some(Some(number)) = self.lists.last_mut() {
                    self.inline.push(&format!("{number}. "));
                    *number += 1;
                }
                self.fresh = true;
            }
            Tag::CodeBlock(_)
            | Tag::TableRow
            | Tag::TableHead
            | Tag::HtmlBlock
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition => {
                let kind = self.flow_kind();
                self.begin_block(kind);
            }
            Tag::FootnoteDefinition(label) => {
                self.end_block();
                self.begin_block((BlockKind::ListItem, 1));
                self.inline.push(&format!("[{label}] "));
                self.fresh = true;
            }
            Tag::Image { .. } => {
                self.in_image += 1;
                self.open.push((self.inline.text.len(), None));
            }
            Tag::Link { dest_url, .. } => {
                self.open.push((self.inline.text.len(), Some(dest_url.to_string())));
            }
            Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript => {
                self.open.push((self.inline.text.len(), None));
            }
            Tag::TableCell => {
                if !self.inline.is_blank() {
                    self.inline.push(" | ");
                }
            }
            Tag::Table(_) | Tag::MetadataBlock(_) | Tag::DefinitionList => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::Item
            | TagEnd::CodeBlock
            | TagEnd::TableRow
            | TagEnd::TableHead
            | TagEnd::HtmlBlock
            | TagEnd::FootnoteDefinition
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition => self.end_block(),
            TagEnd::BlockQuote(_) => {
                self.end_block();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::List(_) => {
                self.end_block();
                self.lists.pop();
            }
            TagEnd::Link => self.close_style(|address| address.map(StyleKind::Link)),
            TagEnd::Emphasis => self.close_style(|_| Some(StyleKind::Emphasis)),
            TagEnd::Strong => self.close_style(|_| Some(StyleKind::Strong)),
            TagEnd::Image => {
                self.in_image = self.in_image.saturating_sub(1);
                // What describes a picture is its caption where it stands alone.
                let alone = self.open.last().is_some_and(|(start, _)| {
                    self.inline.text.get(..*start).is_some_and(|before| before.trim().is_empty())
                });
                if alone && let Some((kind @ BlockKind::Paragraph, _)) = &mut self.kind {
                    *kind = BlockKind::Caption;
                }
                self.close_style(|_| None);
            }
            TagEnd::Strikethrough | TagEnd::Superscript | TagEnd::Subscript => {
                self.close_style(|_| None);
            }
            TagEnd::Table
            | TagEnd::TableCell
            | TagEnd::MetadataBlock(_)
            | TagEnd::DefinitionList => {}
        }
    }

    fn flow_kind(&self) -> (BlockKind, u8) {
        if !self.lists.is_empty() {
            (BlockKind::ListItem, self.lists.len().min(255) as u8)
        } else if self.quotes > 0 {
            (BlockKind::Quote, 0)
        } else {
            (BlockKind::Paragraph, 0)
        }
    }

    fn begin_block(&mut self, kind: (BlockKind, u8)) {
        self.end_block();
        self.kind = Some(kind);
    }

    fn end_block(&mut self) {
        self.fresh = false;
        let inline = std::mem::take(&mut self.inline);
        self.open.clear();
        let (mut kind, level) = self.kind.take().unwrap_or_else(|| self.flow_kind());
        // A picture with words beside it in its paragraph is no caption.
        if kind == BlockKind::Caption && inline.text.split_whitespace().count() > 60 {
            kind = BlockKind::Paragraph;
        }
        if !inline.is_blank() {
            self.draft.push(kind, level, inline);
        }
    }

    fn text(&mut self, text: &str) {
        self.fresh = false;
        if let (Some((kind @ BlockKind::Caption, _)), 0) = (&mut self.kind, self.in_image)
            && !text.trim().is_empty()
        {
            *kind = BlockKind::Paragraph;
        }
        self.inline.push(text);
    }

    /// The words between the tags; the tags themselves say nothing here.
    fn html(&mut self, html: &str) {
        let mut rest = html;
        while let Some((before, tag)) = rest.split_once('<') {
            self.inline.push(before.trim_matches('\n'));
            let end = if tag.starts_with("!--") { "-->" } else { ">" };
            if tag.starts_with("br") {
                self.inline.line_break();
            }
            rest = tag.split_once(end).map_or("", |(_, after)| after);
        }
        self.inline.push(rest.trim_matches('\n'));
    }

    fn close_style(&mut self, kind: impl FnOnce(Option<String>) -> Option<StyleKind>) {
        let Some((start, address)) = self.open.pop() else { return };
        if let Some(kind) = kind(address) {
            self.inline.style_since(start, kind);
        }
    }
}

fn heading_level(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

fn unquote(value: &str) -> &str {
    value.trim().trim_matches(['"', '\'']).trim()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::BlockKind::{Caption, Heading, ListItem, Paragraph, Quote};

    #[track_caller]
    fn check(text: &str, expected: &[(BlockKind, &str)]) -> Draft {
        let draft = read(text);
        let blocks: Vec<(BlockKind, &str)> =
            draft.blocks.iter().map(|block| (block.kind, block.range.slice(&draft.text))).collect();
        assert_eq!(blocks, expected);
        draft
    }

    #[test]
    fn structure_is_rendered() {
        check(
            "# The Vote\n\nIt was *close*:\n“no” won\n\n> Never again,\n> she said.\n\n1. First\n2. Second\n   - nested\n\n![A hall](x.png)\n\n---\n",
            &[
                (Heading, "The Vote"),
                (Paragraph, "It was close: “no” won"),
                (Quote, "Never again, she said."),
                (ListItem, "1. First"),
                (ListItem, "2. Second"),
                (ListItem, "nested"),
                (Caption, "A hall"),
            ],
        );
    }

    #[test]
    fn styles_cover_their_words() {
        let draft = check(
            "See **the [report](https://example.org/r)** & `code`.",
            &[(Paragraph, "See the report & code.")],
        );
        let mut styles: Vec<(&str, StyleKind)> = draft
            .styles
            .iter()
            .map(|style| (style.range.slice(&draft.text), style.kind.clone()))
            .collect();
        styles.sort_by_key(|(words, _)| words.len());
        assert_eq!(
            styles,
            [
                ("code", StyleKind::Code),
                ("report", StyleKind::Link("https://example.org/r".into())),
                ("the report", StyleKind::Strong),
            ]
        );
    }

    #[test]
    fn front_matter_is_metadata() {
        let draft = check(
            "---\ntitle: \"Talks: round two\"\nauthors:\n  - Ana María Ruiz\n  - Jo Lee\ndate: 2024-03-12T10:00:00Z\n---\nText.",
            &[(Paragraph, "Text.")],
        );
        assert_eq!(draft.meta.title.as_deref(), Some("Talks: round two"));
        assert_eq!(draft.meta.byline.as_deref(), Some("Ana María Ruiz, Jo Lee"));
        assert_eq!(draft.meta.published, Some(jiff::civil::date(2024, 3, 12)));
    }

    #[test]
    fn tables_and_footnotes_are_text() {
        check(
            "| a | b |\n|---|---|\n| 1 | 2 |\n\nSo[^1].\n\n[^1]: A note.",
            &[
                (Paragraph, "a | b"),
                (Paragraph, "1 | 2"),
                (Paragraph, "So[1]."),
                (ListItem, "[1] A note."),
            ],
        );
    }

    #[test]
    fn markdown_is_known_without_a_name() {
        assert!(looks_like("# The Vote\n\nText."));
        assert!(looks_like("---\ntitle: x\n---\nText."));
        assert!(!looks_like("Mr. Lee is #1 again.\n\n--- \n"));
    }
}
