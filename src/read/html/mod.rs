//! Saved web pages: the article in its blocks, and around it all else that a reader would see, as clutter.
//!
//! An extractor says which words are the article; the blocks, their styles and their order come from our
//! own walk of the page, so that nothing visible is lost. Metadata has its own file.

mod copies;
mod judge;
mod marks;
mod meta;
mod select;
pub(super) mod walk;

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

use dom_query::Document as Page;

use self::walk::{Hint, Piece};
use super::draft::Draft;
use super::{STACK, THREAD, clutter, date, plain, roles};
use crate::document::{BlockKind, StyleKind};
use crate::text::one_line;

/// Elements nested deeper than this are no page that a person wrote; extractors take seconds for 5,000.
const DEEPEST: usize = 500;

/// Above these the extractors take longer than a reader waits, and our own rules do alone.
const LONGEST_EXTRACTED: usize = 3_000_000;
const MOST_TAGS: usize = 40_000;

pub(super) fn read(html: &str) -> Draft {
    lay_out(html, false)
}

/// Part of a page that a person selected: all of it is wanted.
pub(super) fn read_selected(html: &str) -> Draft {
    lay_out(html, true)
}

fn lay_out(html: &str, selected: bool) -> Draft {
    let shape = Shape::of(html);
    if shape.depth > DEEPEST {
        let mut draft = plain::read(&without_tags(html));
        draft.notes.push(
            "The page is nested too deeply to be laid out; its text is shown plain.".to_owned(),
        );
        roles::assign(&mut draft);
        return draft;
    }
    let html = &shown(html);
    let page = Page::from(html.as_str());
    let found = meta::read(&page);
    let pieces = walk::walk(page.root());
    if selected {
        let kept = vec![true; pieces.len()];
        return build(pieces, &kept, found);
    }
    let extracted = html.len() <= LONGEST_EXTRACTED && shape.tags <= MOST_TAGS;
    let kept = extracted.then(|| judged(html, &pieces, &found.titles));
    let mut kept = kept.filter(|kept| kept.contains(&true)).unwrap_or_else(|| by_density(&pieces));
    take_back(&pieces, &mut kept);
    drop_last_headings(&pieces, &mut kept);
    build(pieces, &kept, found)
}

/// Pages that are sent in parts keep the parts hidden until a script puts them in place.
fn shown(html: &str) -> String {
    html.replace("<div hidden id=\"S:", "<div id=\"S:")
        .replace("<div hidden=\"\" id=\"S:", "<div id=\"S:")
}

/// How deep a page's elements nest and how many there are, counted without parsing it.
struct Shape {
    depth: usize,
    tags: usize,
}

impl Shape {
    fn of(html: &str) -> Self {
        const VOID: [&str; 16] = [
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
            "track", "wbr", "p", "li", "param",
        ];
        let (mut depth, mut deepest, mut tags) = (0usize, 0usize, 0usize);
        let mut rest = html;
        while let Some((_, after)) = rest.split_once('<') {
            rest = after;
            if let Some(comment) = after.strip_prefix("!--") {
                rest = comment.split_once("-->").map_or("", |(_, after)| after);
                continue;
            }
            let closing = after.starts_with('/');
            let name_end = after
                .find(|character: char| !character.is_ascii_alphanumeric() && character != '/')
                .unwrap_or(after.len());
            let name =
                after.get(..name_end).unwrap_or_default().trim_matches('/').to_ascii_lowercase();
            if name.is_empty() || VOID.contains(&name.as_str()) {
                continue;
            }
            tags += 1;
            if closing {
                depth = depth.saturating_sub(1);
            } else {
                depth += 1;
                deepest = deepest.max(depth);
                if matches!(name.as_str(), "script" | "style" | "svg") {
                    let close = format!("</{name}");
                    let end = find_ignoring_case(after, &close);
                    rest = end.and_then(|end| after.get(end..)).unwrap_or("");
                }
            }
        }
        Self { depth: deepest, tags }
    }
}

fn find_ignoring_case(text: &str, wanted: &str) -> Option<usize> {
    text.as_bytes()
        .windows(wanted.len())
        .position(|window| window.eq_ignore_ascii_case(wanted.as_bytes()))
}

/// The text between the tags, with blank lines where blocks may end.
fn without_tags(html: &str) -> String {
    let mut text = String::with_capacity(html.len() / 2);
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        let inline = ["a ", "b>", "i>", "em", "str", "sp", "/a", "/b>", "/i", "/em", "/str", "/sp"];
        if !inline.iter().any(|name| after.starts_with(name)) {
            text.push_str("\n\n");
        }
        rest = after.split_once('>').map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    text
}

/// Which blocks are the article in the judgement of two extractors and our own rules.
fn judged(html: &str, pieces: &[Piece], titles: &[String]) -> Vec<bool> {
    let vote = |content: Option<String>| {
        content.map_or_else(
            || vec![false; pieces.len()],
            |content| select::kept(pieces, &walk::walk(Page::from(content).root())),
        )
    };
    // Side by side, since they take most of the time that a page takes.
    let (first, second) = thread::scope(|scope| {
        let second = thread::Builder::new()
            .name(THREAD.to_owned())
            .stack_size(STACK)
            .spawn_scoped(scope, || by_readability(html));
        let first = by_trafilatura(html);
        let second =
            second.map_or_else(|_| by_readability(html), |second| second.join().ok().flatten());
        (first, second)
    });
    let votes = judge::Votes { first: vote(first), second: vote(second) };
    judge::judge(pieces, &votes, titles)
}

/// The article as `trafilatura` cuts it out; its own fall-backs double the time and change little.
fn by_trafilatura(html: &str) -> Option<String> {
    let options = trafilatura::Options::default()
        .with_exclude_comments(true)
        .with_html_date_mode(trafilatura::HtmlDateMode::Disabled);
    let found = catch_unwind(AssertUnwindSafe(|| trafilatura::extract(html, &options))).ok()?;
    found.ok().map(|found| found.content_html)
}

/// The article as the rules of browsers' reading views cut it out.
fn by_readability(html: &str) -> Option<String> {
    let found = catch_unwind(AssertUnwindSafe(|| {
        dom_smoothie::Readability::new(html, None, None).ok()?.parse().ok()
    }));
    found.ok().flatten().map(|article| article.content.to_string())
}

/// Where both extractors took a teaser for the article: the element with most of the page's prose is kept.
fn take_back(pieces: &[Piece], kept: &mut [bool]) {
    let mut of_container: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    let (mut n_all, mut n_kept) = (0, 0);
    for (piece, kept) in pieces.iter().zip(kept.iter()) {
        let text = piece.inline.text.trim();
        let n_words = text.split_whitespace().count();
        let is_prose = n_words >= 20 && plain::ends_sentence(text) && piece.linked * 3 < text.len();
        if is_prose {
            let here = if *kept { n_words } else { 0 };
            let (all, of_it) = of_container.entry(piece.container).or_default();
            (*all, *of_it) = (*all + n_words, *of_it + here);
            (n_all, n_kept) = (n_all + n_words, n_kept + here);
        }
    }
    let most = of_container.into_iter().max_by_key(|(_, (n_words, _))| *n_words);
    let Some((container, (n_words, n_of_it))) = most else { return };
    // A list of other articles is parted into many elements; an article is one.
    let is_article = n_words >= 300 && n_words * 10 >= n_all * 6 && n_words >= 2 * n_kept;
    if !is_article || n_of_it * 5 > n_words {
        return;
    }
    for (piece, kept) in pieces.iter().zip(kept) {
        let wanted = !piece.aside && piece.linked * 2 <= piece.inline.text.len();
        if piece.container == container && wanted {
            *kept = true;
        }
    }
}

/// An article does not end with a heading: what it stood over was left out.
fn drop_last_headings(pieces: &[Piece], kept: &mut [bool]) {
    while let Some(last) = kept.iter().rposition(|&kept| kept) {
        if pieces.get(last).is_none_or(|piece| piece.kind != BlockKind::Heading)
            || kept.iter().filter(|&&kept| kept).count() == 1
        {
            return;
        }
        if let Some(kept) = kept.get_mut(last) {
            *kept = false;
        }
    }
}

/// Without an extractor: blocks of sentences that are not mainly links, and the short ones among them.
fn by_density(pieces: &[Piece]) -> Vec<bool> {
    let is_text = |piece: &Piece| {
        let text = piece.inline.text.trim();
        !piece.aside
            && piece.linked * 2 < text.len()
            && text.split_whitespace().count() >= 12
            && plain::ends_sentence(text)
    };
    let first = pieces.iter().position(is_text);
    let last = pieces.iter().rposition(is_text);
    let inside = |idx: usize| {
        first.is_some_and(|first| first <= idx) && last.is_some_and(|last| idx <= last)
    };
    let mut kept: Vec<bool> = pieces
        .iter()
        .enumerate()
        .map(|(idx, piece)| {
            inside(idx) && !piece.aside && piece.linked * 2 <= piece.inline.text.len()
        })
        .collect();
    if !kept.contains(&true) {
        kept = vec![true; pieces.len()];
    }
    kept
}

fn build(pieces: Vec<Piece>, kept: &[bool], found: meta::PageMeta) -> Draft {
    let mut draft = Draft { meta: found.meta, ..Draft::default() };
    let first = kept.iter().position(|&kept| kept).unwrap_or(0);
    let title = find_title(&pieces, kept, first, &found.titles);
    if let Some(title) = title.and_then(|title| pieces.get(title)) {
        let text = one_line(&title.inline.text);
        draft.meta.title = Some(text);
    }
    fill_from_head(&mut draft, &pieces, title, first);
    for (idx, piece) in pieces.into_iter().enumerate() {
        let kind = if Some(idx) == title {
            BlockKind::Title
        } else if kept.get(idx) == Some(&true) {
            kind_in_article(&piece)
        } else if is_byline(&piece, title, first, idx) {
            BlockKind::Byline
        } else {
            BlockKind::Boilerplate
        };
        let level =
            if matches!(kind, BlockKind::Heading | BlockKind::ListItem) { piece.level } else { 0 };
        draft.push(kind, level, piece.inline);
    }
    draft
}

/// The block that shows the title: a heading above the article, or among its first blocks.
fn find_title(pieces: &[Piece], kept: &[bool], first: usize, titles: &[String]) -> Option<usize> {
    let keys: Vec<String> =
        titles.iter().map(|title| roles::letters(title)).filter(|key| key.len() > 3).collect();
    let is_near =
        |idx: usize| idx < first || kept.iter().take(idx).filter(|&&kept| kept).count() < 4;
    let mut matching: Vec<usize> = (0..pieces.len())
        .filter(|&idx| {
            let text = roles::letters(&pieces[idx].inline.text);
            is_near(idx)
                && keys.iter().any(|key| *key == text || text.len() > 12 && key.starts_with(&text))
        })
        .collect();
    matching.sort_by_key(|&idx| {
        (
            pieces[idx].kind != BlockKind::Heading,
            pieces[idx].level,
            pieces[idx].aside,
            idx.abs_diff(first),
        )
    });
    matching.first().copied()
}

fn kind_in_article(piece: &Piece) -> BlockKind {
    let text = piece.inline.text.trim();
    let is_label = piece.kind == BlockKind::Paragraph && clutter::is_label(text);
    if is_label || clutter::is_clutter(text) {
        BlockKind::Boilerplate
    } else if piece.kind == BlockKind::Paragraph && is_head_line(text) {
        BlockKind::Byline
    } else if piece.kind == BlockKind::Paragraph && clutter::is_caption(text) {
        BlockKind::Caption
    } else {
        piece.kind
    }
}

/// Whether a line tells the day of publication, or who wrote it and when: "By Ana Ruiz on Monday, May 4th, at 9 a.m."
fn is_head_line(text: &str) -> bool {
    let n_words = text.split_whitespace().count();
    // “— Jo Lee (@jolee) May 3, 2024” signs a quoted post.
    if text.starts_with(['—', '–']) {
        return false;
    }
    if clutter::byline(text).is_some() {
        let dated = date::find(text).is_some() && n_words <= LONGEST_HEAD_LINE;
        return dated || roles::is_date_line(text);
    }
    roles::is_date_line(text) && n_words <= LONGEST_HEAD_LINE
}

/// In words: two dates with their hours and what stands before them.
const LONGEST_HEAD_LINE: usize = 14;

fn is_byline(piece: &Piece, title: Option<usize>, first: usize, idx: usize) -> bool {
    let text = piece.inline.text.trim();
    let near = idx <= first && title.is_none_or(|title| idx + 8 > title);
    near && text.chars().count() <= 160
        && (clutter::byline(text).is_some()
            || roles::is_date_line(text)
            || piece.hint == Hint::Author
                && clutter::starts_with_name(text)
                && text.split_whitespace().count() <= 8)
}

/// Author and date from what stands by the headline, where the page's head says nothing.
fn fill_from_head(draft: &mut Draft, pieces: &[Piece], title: Option<usize>, first: usize) {
    let from = title.unwrap_or(first).saturating_sub(6);
    let to = (first + 6).max(title.unwrap_or(0) + 12).min(pieces.len());
    let near = pieces.get(from..to).unwrap_or_default();
    if draft.meta.byline.is_none() {
        let short = || near.iter().filter(|piece| piece.inline.text.chars().count() <= 160);
        draft.meta.byline = short()
            .find_map(|piece| clutter::byline(piece.inline.text.trim()))
            .and_then(meta::author_names)
            .or_else(|| short().find_map(linked_author))
            .or_else(|| after_label(near))
            .or_else(|| {
                short()
                    .filter(|piece| piece.hint == Hint::Author)
                    .map(|piece| piece.inline.text.trim())
                    .filter(|text| clutter::starts_with_name(text) && !clutter::is_clutter(text))
                    .find_map(meta::author_names)
            });
    }
    if draft.meta.published.is_none() {
        draft.meta.published = near
            .iter()
            .find_map(|piece| piece.time.as_deref().and_then(date::find))
            .or_else(|| {
                near.iter()
                    .map(|piece| piece.inline.text.trim())
                    .filter(|text| roles::is_date_line(text) || clutter::byline(text).is_some())
                    .find_map(date::find)
            });
    }
}

/// The name that leads to an author's own page: `/authors/jo-lee`.
fn linked_author(piece: &Piece) -> Option<String> {
    const FOLDERS: [&str; 8] = [
        "/author/",
        "/authors/",
        "/contributor/",
        "/contributors/",
        "/staff/",
        "/by/",
        "/journalist/",
        "/reporter/",
    ];
    let names: Vec<&str> = piece
        .inline
        .styles
        .iter()
        .filter(|style| match &style.kind {
            StyleKind::Link(address) => FOLDERS.iter().any(|folder| address.contains(folder)),
            _ => false,
        })
        .map(|style| style.range.slice(&piece.inline.text).trim())
        .filter(|name| clutter::starts_with_name(name) && name.split_whitespace().count() <= 5)
        .collect();
    (!names.is_empty()).then(|| names.join(", ")).and_then(|names| meta::author_names(&names))
}

/// A name in the block after one that says `Written by` and no more.
fn after_label(near: &[Piece]) -> Option<String> {
    let labels = ["by", "writtenby", "author", "authors", "postedby", "wordsby", "storyby"];
    near.windows(2).find_map(|two| {
        let [label, name] = two else { return None };
        let name = name.inline.text.trim();
        let labelled = labels.contains(&roles::letters(&label.inline.text).as_str());
        let fits = clutter::starts_with_name(name) && name.split_whitespace().count() <= 6;
        (labelled && fits).then(|| meta::author_names(name)).flatten()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = include_str!("../../../tests/articles/ferry-page.html");

    fn of_kind(draft: &Draft, kind: BlockKind) -> Vec<&str> {
        draft
            .blocks
            .iter()
            .filter(|block| block.kind == kind)
            .map(|block| block.range.slice(&draft.text))
            .collect()
    }

    #[test]
    fn a_saved_page_keeps_article_and_clutter_apart() {
        let draft = read(PAGE);
        let paragraphs = of_kind(&draft, BlockKind::Paragraph);
        assert!(
            paragraphs.iter().any(|text| text.starts_with("The harbour council")),
            "{paragraphs:?}"
        );
        let clutter = of_kind(&draft, BlockKind::Boilerplate);
        assert!(
            clutter.contains(&"Home")
                && clutter.iter().any(|text| text.contains("All rights reserved"))
        );
        assert_eq!(of_kind(&draft, BlockKind::Title), ["Harbour council delays ferry vote again"]);
        assert_eq!(draft.meta.byline.as_deref(), Some("Mira Castellan"));
        assert_eq!(draft.meta.published, Some(jiff::civil::date(2024, 3, 12)));
    }

    #[test]
    fn pages_that_no_person_wrote_are_read_all_the_same() {
        for page in [
            format!("{}<p>Text here.</p>", "<div>".repeat(60_000)),
            "<a href=x>link</a> ".repeat(60_000),
            "<<<>< <p".to_owned(),
            "<p>A".to_owned(),
        ] {
            assert!(!read(&page).text.is_empty());
        }
    }

    #[test]
    fn an_article_does_not_end_with_a_heading() {
        let page = Page::from(
            "<h2>The vote</h2><p>It was close.</p><h2>More of this</h2><h3>A bridge</h3>",
        );
        let pieces = walk::walk(page.root());
        let mut kept = vec![true; 4];
        drop_last_headings(&pieces, &mut kept);
        assert_eq!(kept, [true, true, false, false]);
        let mut only = vec![false, false, true, false];
        drop_last_headings(&pieces, &mut only);
        assert_eq!(only, [false, false, true, false]);
    }

    #[test]
    fn a_quoted_post_is_signed() {
        assert!(!is_head_line("— Jo Lee (@jolee) May 3, 2024"));
        assert!(is_head_line("By Jo Lee, May 3, 2024"));
    }
}
