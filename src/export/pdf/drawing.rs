//! Laid-out pages to the bytes of a PDF: letters, links, outline and the tree of tags.

use std::num::NonZeroU16;

use krilla::Document;
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::destination::XyzDestination;
use krilla::geom::{Point, Rect};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, Node, SpanTag, Tag, TagGroup,
    TagTree,
};
use krilla::text::{Font, TextDirection};

use super::layout::{HEIGHT, Kind, MARGIN, Pages, Run, WIDTH};
use crate::export::Article;

/// Dark enough on white for small type (WCAG AA).
const INK: (u8, u8, u8) = (0x1d, 0x1b, 0x18);
const LINK: (u8, u8, u8) = (0x1f, 0x55, 0x82);

/// Draws the pages; an error is the writer's own words.
pub(super) fn draw(article: Article<'_>, pages: &Pages, foot: &Font) -> Result<Vec<u8>, String> {
    let mut document = Document::new();
    let mut nodes: Vec<Vec<Node>> = pages.starts.iter().map(|_| Vec::new()).collect();
    for (number, runs) in pages.pages.iter().enumerate() {
        let settings = PageSettings::from_wh(WIDTH, HEIGHT).ok_or("no page of this size")?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        let drawn: Vec<Identifier> = runs.iter().map(|run| draw_run(&mut surface, run)).collect();
        draw_number(&mut surface, foot, number + 1, pages.pages.len());
        surface.finish();
        for (run, id) in runs.iter().zip(drawn) {
            let link = run.link.and_then(|place| destination(pages, place).zip(area(run)));
            let node = match link {
                Some((to, area)) => {
                    let link = LinkAnnotation::new(area, Target::Destination(to.into()));
                    let annotation = Annotation::new_link(link, Some(run.text.clone()));
                    let annotation = page.add_tagged_annotation(annotation);
                    TagGroup::with_children(Tag::Link, vec![id.into(), annotation.into()]).into()
                }
                None => id.into(),
            };
            nodes[run.block].push(node);
        }
        page.finish();
    }
    document.set_outline(outline(pages));
    document.set_metadata(metadata(article));
    document.set_tag_tree(tags(article, pages, nodes));
    document.finish().map_err(|error| format!("{error:?}"))
}

fn fill((red, green, blue): (u8, u8, u8)) -> Fill {
    Fill { paint: rgb::Color::new(red, green, blue).into(), ..Fill::default() }
}

fn draw_run(surface: &mut Surface<'_>, run: &Run) -> Identifier {
    let id = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
    surface.set_fill(Some(fill(if run.link.is_some() { LINK } else { INK })));
    let at = Point::from_xy(run.x, run.baseline);
    surface.draw_text(at, run.font.clone(), run.size, &run.text, false, TextDirection::Auto);
    surface.end_tagged();
    id
}

/// The page's number at its foot, which is no part of the text.
fn draw_number(surface: &mut Surface<'_>, font: &Font, number: usize, of: usize) {
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)));
    surface.set_fill(Some(fill(INK)));
    let at = Point::from_xy(WIDTH / 2.0 - 8.0, HEIGHT - MARGIN / 2.0);
    surface.draw_text(
        at,
        font.clone(),
        9.0,
        &format!("{number} / {of}"),
        false,
        TextDirection::Auto,
    );
    surface.end_tagged();
}

fn area(run: &Run) -> Option<Rect> {
    Rect::from_ltrb(
        run.x,
        run.baseline - run.size,
        run.x + run.width,
        run.baseline + run.size * 0.3,
    )
}

/// Where the article's block stands.
fn destination(pages: &Pages, place: usize) -> Option<XyzDestination> {
    let start = pages.starts.iter().find(|start| start.place == Some(place))?;
    Some(XyzDestination::new(start.page, Point::from_xy(0.0, (start.top - 12.0).max(0.0))))
}

fn outline(pages: &Pages) -> Outline {
    let mut outline = Outline::new();
    for start in pages.starts.iter().filter(|start| start.kind == Kind::Heading) {
        let to = XyzDestination::new(start.page, Point::from_xy(0.0, start.top));
        outline.push_child(OutlineNode::new(start.text.clone(), to));
    }
    outline
}

fn metadata(article: Article<'_>) -> Metadata {
    let language = article.document.meta.language.as_deref().unwrap_or("en");
    Metadata::new()
        .title(article.title().to_owned())
        .description(format!("Briefing of {}", article.file))
        .language(language.to_owned())
        .creator(format!("Sidelight {}", env!("CARGO_PKG_VERSION")))
        // The same briefing is the same file.
        .document_id(article.document.source.sha256.clone())
}

fn tags(article: Article<'_>, pages: &Pages, nodes: Vec<Vec<Node>>) -> TagTree {
    let language = article.document.meta.language.as_deref().unwrap_or("en");
    let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
    let mut list: Option<TagGroup> = None;
    for (start, children) in pages.starts.iter().zip(nodes) {
        if start.kind == Kind::Entry {
            let body = TagGroup::with_children(Tag::LBody, children);
            let item = TagGroup::with_children(Tag::LI, vec![body.into()]);
            list.get_or_insert_with(|| TagGroup::new(Tag::L(ListNumbering::None))).push(item);
            continue;
        }
        if let Some(list) = list.take() {
            tree.push(list);
        }
        let level = match start.kind {
            Kind::Title => NonZeroU16::new(1),
            Kind::Heading => NonZeroU16::new(2),
            Kind::Subheading => NonZeroU16::new(3),
            _ => None,
        };
        let group = match level {
            Some(level) => {
                TagGroup::with_children(Tag::Hn(level, Some(start.text.clone())), children)
            }
            None => TagGroup::with_children(Tag::P, children),
        };
        tree.push(group);
    }
    if let Some(list) = list {
        tree.push(list);
    }
    tree
}
