//! The visible blocks of a web page, in order, with their inline styles and where in the page they stand.
//!
//! Which of them are the article is settled in `super::select`.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use dom_query::NodeRef;

use super::marks::Marks;
use crate::document::{BlockKind, StyleKind};
use crate::read::draft::Inline;

/// A block of the page as a reader would see it.
#[derive(Clone, Debug)]
pub(in crate::read) struct Piece {
    pub(in crate::read) kind: BlockKind,
    pub(in crate::read) level: u8,
    pub(in crate::read) inline: Inline,
    /// Inside navigation, a header or footer of the page, a form, a button or an aside.
    pub(in crate::read) aside: bool,
    /// The block's own element or one close above it is named after what bylines are named.
    pub(in crate::read) hint: Hint,
    /// Bytes of the text that are links.
    pub(in crate::read) linked: usize,
    /// The `datetime` of a `<time>` in the block.
    pub(in crate::read) time: Option<String>,
    /// What the names of the elements around it say.
    pub(in crate::read) marks: Marks,
    /// Blocks of one number stand side by side in one element.
    pub(in crate::read) container: usize,
    /// Blocks of one number stand in elements of the same names, all the way up: the items of a list, the headings of
    /// an article, the boxes of a column.
    pub(in crate::read) kin: u64,
    /// Inside a row of a table.
    pub(in crate::read) row: bool,
}

/// What class names say about a block.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::read) enum Hint {
    #[default]
    None,
    Author,
    Date,
}

/// Elements nested deeper are read as text of what holds them: pages come nowhere near.
const DEEPEST: usize = 600;

pub(in crate::read) fn walk(root: NodeRef<'_>) -> Vec<Piece> {
    let mut walker = Walker {
        pieces: Vec::new(),
        inline: Inline::default(),
        linked: 0,
        time: None,
        last: Place::default(),
        n_containers: 0,
    };
    walker.children(root, Place::default());
    walker.flush();
    walker.pieces
}

#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a place of its own")]
struct Place {
    kind: Option<BlockKind>,
    level: u8,
    lists: u8,
    quoted: bool,
    aside: bool,
    hint: Hint,
    preformatted: bool,
    depth: usize,
    marks: Marks,
    container: usize,
    kin: u64,
    row: bool,
    /// Inside an article or a section of the page.
    within: bool,
}

struct Walker {
    pieces: Vec<Piece>,
    inline: Inline,
    linked: usize,
    time: Option<String>,
    last: Place,
    n_containers: usize,
}

impl Walker {
    fn children(&mut self, node: NodeRef<'_>, place: Place) {
        for child in node.children_it(false) {
            if child.is_text() {
                self.last = place;
                self.text(&child.text(), place);
            } else if child.is_element() {
                self.element(child, place);
            }
        }
    }

    fn text(&mut self, text: &str, place: Place) {
        if place.preformatted {
            self.inline.push(text);
        } else {
            self.inline.push_collapsed(text);
        }
    }

    fn element(&mut self, node: NodeRef<'_>, mut place: Place) {
        let Some(name) = node.qual_name_ref().map(|name| name.local.to_string()) else { return };
        if is_unseen(&name, node) || place.depth > DEEPEST {
            return;
        }
        place.depth += 1;
        let names = names_of(node);
        place.hint = hint(&name, node, &names).unwrap_or(place.hint);
        // A theme names the whole page after what it can hold, so the outermost names say nothing.
        if !matches!(name.as_str(), "body" | "html") {
            place.marks = place.marks.with(Marks::of(&name, &names, place.within));
        }
        place.within |= matches!(name.as_str(), "article" | "section" | "main");
        // Not every page has `<figcaption>`.
        if place.kind.is_none() && is_named_caption(&names) {
            place.kind = Some(BlockKind::Caption);
        }
        match name.as_str() {
            "br" => self.line_break(place),
            "hr" => self.flush(),
            "img" | "input" | "wbr" | "source" => {}
            "sup" if is_reference(node) => {}
            "a" => self.styled(
                node,
                place,
                node.attr("href").map(|href| StyleKind::Link(href.to_string())),
            ),
            "strong" | "b" => self.styled(node, place, Some(StyleKind::Strong)),
            "em" | "i" | "cite" | "dfn" => self.styled(node, place, Some(StyleKind::Emphasis)),
            "code" | "kbd" | "samp" | "tt" => self.styled(node, place, Some(StyleKind::Code)),
            "time" => {
                if self.time.is_none() {
                    self.time = node.attr("datetime").map(|time| time.to_string());
                }
                self.children(node, place);
            }
            "tr" => self.row(node, place),
            _ if is_block(&name) => self.block(&name, node, place),
            _ => self.children(node, place),
        }
    }

    fn block(&mut self, name: &str, node: NodeRef<'_>, mut place: Place) {
        self.flush();
        place.kin = kin(place.kin, name, node);
        if !matches!(
            name,
            "p" | "h1"
                | "h2"
                | "h3"
                | "h4"
                | "h5"
                | "h6"
                | "li"
                | "blockquote"
                | "pre"
                | "dt"
                | "dd"
        ) {
            self.n_containers += 1;
            place.container = self.n_containers;
        }
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                place.kind = Some(BlockKind::Heading);
                place.level = name.as_bytes().get(1).map_or(2, |digit| digit - b'0');
            }
            "blockquote" => place.quoted = true,
            "ul" | "ol" | "dl" | "menu" => place.lists = place.lists.saturating_add(1),
            "li" | "dt" | "dd" => place.kind = Some(BlockKind::ListItem),
            "figcaption" | "caption" => place.kind = Some(BlockKind::Caption),
            "pre" => place.preformatted = true,
            // The question over an answer that opens beneath it.
            "button" if opens(node) => {
                place.kind = Some(BlockKind::Heading);
                place.level = if place.level == 0 { 3 } else { place.level };
            }
            "nav" | "footer" | "aside" | "form" | "button" | "label" | "fieldset" | "dialog" => {
                place.aside = true;
            }
            _ => {}
        }
        self.children(node, place);
        self.flush();
    }

    /// A row of a table is a block, unless the table only lays the page out.
    fn row(&mut self, node: NodeRef<'_>, mut place: Place) {
        self.flush();
        place.row = true;
        for cell in node.element_children() {
            let lays_out = cell.descendants_it().any(|inner| {
                inner.qual_name_ref().is_some_and(|name| {
                    matches!(
                        &*name.local,
                        "p" | "div" | "table" | "ul" | "ol" | "h1" | "h2" | "h3" | "blockquote"
                    )
                })
            });
            if lays_out {
                self.flush();
                self.children(cell, place);
                self.flush();
            } else {
                if !self.inline.is_blank() {
                    self.inline.push(" | ");
                }
                self.children(cell, place);
            }
        }
        self.flush();
    }

    fn styled(&mut self, node: NodeRef<'_>, place: Place, kind: Option<StyleKind>) {
        let n_pieces = self.pieces.len();
        let start = self.inline.text.len();
        self.children(node, place);
        // A link around blocks was parted by them; what is left of it is its last block.
        let start = if self.pieces.len() == n_pieces { start } else { 0 };
        let Some(kind) = kind else { return };
        if matches!(kind, StyleKind::Link(_)) {
            for piece in self.pieces.get_mut(n_pieces..).unwrap_or_default() {
                piece.linked = piece.inline.text.len();
            }
            self.linked += self.inline.text.len().saturating_sub(start);
        }
        self.inline.style_since(start, kind);
    }

    /// Two in a row part paragraphs.
    fn line_break(&mut self, place: Place) {
        self.last = place;
        if self.inline.text.trim_end_matches(' ').ends_with('\n') {
            self.flush();
        } else {
            self.inline.line_break();
        }
    }

    fn flush(&mut self) {
        let inline = std::mem::take(&mut self.inline);
        let linked = std::mem::take(&mut self.linked);
        let time = self.time.take();
        if inline.is_blank() {
            if time.is_some() {
                self.time = time;
            }
            return;
        }
        let place = self.last;
        let kind = match place.kind {
            Some(BlockKind::ListItem) if place.lists == 0 => BlockKind::Paragraph,
            Some(BlockKind::ListItem) | None if place.quoted => BlockKind::Quote,
            Some(kind) => kind,
            None => BlockKind::Paragraph,
        };
        let level = match kind {
            BlockKind::Heading => place.level,
            BlockKind::ListItem => place.lists,
            _ => 0,
        };
        self.pieces.push(Piece {
            kind,
            level,
            inline,
            aside: place.aside,
            hint: place.hint,
            linked,
            time,
            marks: place.marks,
            container: place.container,
            kin: place.kin,
            row: place.row,
        });
    }
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "section"
            | "article"
            | "main"
            | "header"
            | "footer"
            | "nav"
            | "aside"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "ul"
            | "ol"
            | "li"
            | "dl"
            | "dt"
            | "dd"
            | "menu"
            | "blockquote"
            | "pre"
            | "figure"
            | "figcaption"
            | "table"
            | "thead"
            | "tbody"
            | "tfoot"
            | "caption"
            | "td"
            | "th"
            | "form"
            | "fieldset"
            | "address"
            | "details"
            | "summary"
            | "button"
            | "label"
            | "dialog"
            | "hgroup"
            | "center"
            | "body"
            | "legend"
    )
}

/// Elements that a browser does not show, or shows as something other than text.
fn is_unseen(name: &str, node: NodeRef<'_>) -> bool {
    if matches!(
        name,
        "script"
            | "style"
            | "noscript"
            | "template"
            | "svg"
            | "math"
            | "iframe"
            | "object"
            | "embed"
            | "head"
            | "select"
            | "textarea"
            | "audio"
            | "video"
            | "canvas"
            | "map"
            | "datalist"
            | "title"
            | "meta"
            | "link"
            | "rp"
            | "rt"
    ) {
        return true;
    }
    if node.has_attr("hidden") {
        return true;
    }
    let unseen_style = node.attr("style").is_some_and(|style| {
        let style = style.to_lowercase().replace(' ', "");
        style.contains("display:none") || style.contains("visibility:hidden")
    });
    let for_readers_aloud = node.class().is_some_and(|classes| {
        classes.split_whitespace().any(|class| {
            matches!(
                class,
                "sr-only"
                    | "visually-hidden"
                    | "screen-reader-text"
                    | "visuallyhidden"
                    | "screen-reader-only"
                    | "a11y-hidden"
            )
        })
    });
    unseen_style || for_readers_aloud
}

/// The classes and the id, in lower case.
fn names_of(node: NodeRef<'_>) -> String {
    format!("{} {}", node.class().unwrap_or_default(), node.id_attr().unwrap_or_default())
        .to_lowercase()
}

/// Whether a button shows and hides what stands under it.
fn opens(node: NodeRef<'_>) -> bool {
    node.has_attr("aria-expanded")
        || node.has_attr("aria-controls")
        || names_of(node)
            .split([' ', '-', '_'])
            .any(|part| matches!(part, "accordion" | "accordions" | "faq" | "faqs"))
}

/// The number of a block in an element of this name and class, in elements of the number `around`.
fn kin(around: u64, name: &str, node: NodeRef<'_>) -> u64 {
    let classes = node.class().unwrap_or_default();
    // A class with a number in it is one element's own: `post-54885`.
    let class =
        classes.split_whitespace().find(|class| !class.bytes().any(|byte| byte.is_ascii_digit()));
    let mut hasher = DefaultHasher::new();
    (around, name, class).hash(&mut hasher);
    hasher.finish()
}

/// The mark of a footnote, `[3]` or `*`, which would else be part of the word before it.
fn is_reference(node: NodeRef<'_>) -> bool {
    let text = node.text();
    let mark = text.trim().trim_matches(['[', ']', '(', ')']);
    let is_mark =
        mark.chars().all(|character| character.is_ascii_digit() || ",*†‡- ".contains(character))
            && mark.len() <= 8;
    let leads_down = node
        .descendants_it()
        .any(|inner| inner.attr("href").is_some_and(|href| href.contains('#')));
    is_mark && leads_down
}

/// Whether the names are those of a picture's description: `wp-caption-text`, `photo-credit`.
fn is_named_caption(names: &str) -> bool {
    let is_part = |part: &str| matches!(part, "caption" | "captions" | "figcaption");
    // `wp-caption` is the box around picture and text.
    let is_box = names.split_whitespace().any(|name| name == "wp-caption");
    !is_box && names.split([' ', '-', '_']).any(is_part)
}

fn hint(name: &str, node: NodeRef<'_>, names: &str) -> Option<Hint> {
    if matches!(name, "body" | "html" | "main" | "article") {
        return Some(Hint::None);
    }
    if node.attr("rel").is_some_and(|rel| &*rel == "author")
        || node.attr("itemprop").is_some_and(|property| &*property == "author")
    {
        return Some(Hint::Author);
    }
    if names.trim().is_empty() {
        return None;
    }
    if ["byline", "author", "writer"].iter().any(|word| names.contains(word)) {
        Some(Hint::Author)
    } else if ["dateline", "timestamp", "pubdate", "published", "date", "time"]
        .iter()
        .any(|word| names.split([' ', '-', '_']).any(|part| part == *word))
    {
        Some(Hint::Date)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::BlockKind::{Caption, Heading, ListItem, Paragraph, Quote};

    #[track_caller]
    fn check(html: &str, expected: &[(BlockKind, &str)]) -> Vec<Piece> {
        let page = dom_query::Document::from(html);
        let pieces = walk(page.root());
        let blocks: Vec<(BlockKind, &str)> =
            pieces.iter().map(|piece| (piece.kind, piece.inline.text.trim())).collect();
        assert_eq!(blocks, expected);
        pieces
    }

    #[test]
    fn blocks_have_their_kinds() {
        check(
            "<h2>The  Vote</h2><p>It was\n <b>close</b>.</p><blockquote><p>“No.”</p></blockquote><ul><li>One<li>Two</ul>\
             <figure><img><figcaption>A hall</figcaption></figure>Loose<br>line<br><br>Next<table><tr><td>a<td>b</table>",
            &[
                (Heading, "The Vote"),
                (Paragraph, "It was close."),
                (Quote, "“No.”"),
                (ListItem, "One"),
                (ListItem, "Two"),
                (Caption, "A hall"),
                (Paragraph, "Loose\nline"),
                (Paragraph, "Next"),
                (Paragraph, "a | b"),
            ],
        );
    }

    #[test]
    fn what_is_not_seen_is_not_read() {
        check(
            "<p hidden>x</p><script>y</script><p style='display: none'>z</p><span class=sr-only>w</span><p>Café</p>",
            &[(Paragraph, "Café")],
        );
    }

    #[test]
    fn links_and_places_are_kept() {
        let pieces = check(
            "<nav><a href=/a>Home</a></nav><p class=byline>By <a href=/jo>Jo Lee</a></p>",
            &[(Paragraph, "Home"), (Paragraph, "By Jo Lee")],
        );
        assert!(pieces[0].aside && pieces[0].linked == 4);
        assert!(!pieces[1].aside && pieces[1].hint == Hint::Author);
        assert_eq!(pieces[1].inline.styles[0].kind, StyleKind::Link("/jo".into()));
    }

    #[test]
    fn captions_are_known_by_their_names() {
        check(
            "<div class=wp-caption><img><p class=wp-caption-text>A hall</p></div><span class=photo-caption>A quay</span><p>It was close.</p>",
            &[(Caption, "A hall"), (Caption, "A quay"), (Paragraph, "It was close.")],
        );
    }

    #[test]
    fn marks_of_footnotes_are_no_words() {
        check(
            "<p>It was close<sup><a href=#n3>[3]</a></sup>, as in 10<sup>2</sup> votes<sup id=r><a href=/page#n1>*</a></sup>.</p>",
            &[(Paragraph, "It was close, as in 102 votes.")],
        );
    }

    #[test]
    fn a_question_on_a_button_is_a_heading() {
        let pieces = check(
            "<div><button aria-expanded=false>Who votes?</button><p>The council does.</p><button>Send</button></div>",
            &[(Heading, "Who votes?"), (Paragraph, "The council does."), (Paragraph, "Send")],
        );
        assert!(!pieces[0].aside && pieces[2].aside);
    }

    #[test]
    fn blocks_in_elements_of_the_same_names_are_kin() {
        let pieces = check(
            "<div class='card post-12'><h3 id=a>One</h3></div><div class='card post-13'><h3 id=b>Two</h3></div><div class=box><h3>Three</h3></div>",
            &[(Heading, "One"), (Heading, "Two"), (Heading, "Three")],
        );
        assert!(pieces[0].kin == pieces[1].kin && pieces[0].kin != pieces[2].kin);
    }

    #[test]
    fn a_header_is_the_page_s_or_an_article_s() {
        let pieces = check(
            "<header>The Lantern</header><article><header><h2>The vote</h2></header></article>",
            &[(Paragraph, "The Lantern"), (Heading, "The vote")],
        );
        assert!(pieces[0].marks.has(Marks::FRAME) && !pieces[0].marks.has(Marks::HEAD));
        assert!(pieces[1].marks.has(Marks::HEAD) && !pieces[1].marks.has(Marks::FRAME));
    }

    #[test]
    fn what_sites_add_is_marked() {
        let pieces = check(
            "<div class=related-posts>A bridge</div><p>It was close.</p>",
            &[(Paragraph, "A bridge"), (Paragraph, "It was close.")],
        );
        assert!(pieces[0].marks.has(Marks::ADDED) && !pieces[1].marks.has(Marks::ADDED));
    }
}
