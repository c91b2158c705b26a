//! What is lit in the source: which stretches, in which colour, for which reason.
//!
//! Worked out for one block at a time, for those in view. Painting is for `source_panel`.

use eframe::egui::Color32;

use super::article::{Article, Hovered};
use super::listing::Section;
use super::search::{Find, Hit};
use super::settings::Settings;
use super::theme::Palette;
use crate::briefing::{ActorId, Item};
use crate::text::TextRange;

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Mark {
    pub range: TextRange,
    pub look: Look,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Look {
    /// Behind the words.
    Ground(Color32),
    /// Below the words.
    Line(Color32),
    /// Below the words, for what makes a claim less than certain.
    Dashes(Color32),
    /// Around the words.
    Frame(Color32),
}

/// The marks of a block, in the order they are painted.
pub(super) fn marks(
    article: &Article,
    settings: &Settings,
    find: &Find,
    palette: &Palette,
    block: usize,
) -> Vec<Mark> {
    let mut marks = Vec::new();
    let Some(range) = article.document.blocks().get(block).map(|block| block.range) else {
        return marks;
    };
    if settings.light_all {
        light_all(article, palette, block, &mut marks);
    }
    for (pin, color) in article.pins.iter().zip(palette.pins) {
        if let Some(item) = pin {
            light(article, *item, color, range, block, &mut marks);
        }
    }
    if let Some(item) = article.selected {
        light(article, item, palette.selected, range, block, &mut marks);
        structure(article, item, palette, range, &mut marks);
        if article.ring(item).len() > 1
            && let Some(now) = article.shown_range().and_then(|now| now.intersect(range))
        {
            marks.push(Mark { range: now, look: Look::Frame(palette.accent) });
        }
    }
    hover(article, palette, range, block, &mut marks);
    hits(find, palette, range, &mut marks);
    if let Some(selection) = article.text_selection.and_then(|selection| selection.intersect(range))
    {
        marks.push(Mark { range: selection, look: Look::Ground(palette.text_selection) });
    }
    marks
}

fn light_all(article: &Article, palette: &Palette, block: usize, marks: &mut Vec<Mark>) {
    for &idx in article.links.of_block(block) {
        let Some(place) = article.links.places().get(idx) else { continue };
        let sections = place.items.iter().map(|item| Section::of(*item));
        for section in sections.filter(|section| *section != Section::Actors).take(1) {
            let look = Look::Line(palette.kind(section));
            marks.push(Mark { range: place.range, look });
        }
    }
    for named in article.links.mentions_in(block) {
        let look = Look::Line(palette.actor(named.actor.0));
        marks.push(Mark { range: named.range, look });
    }
}

/// Grounds under an item's evidence, and for an actor under all mentions.
fn light(
    article: &Article,
    item: Item,
    ground: Color32,
    block_range: TextRange,
    block: usize,
    marks: &mut Vec<Mark>,
) {
    let mut push = |range: TextRange| {
        if let Some(range) = range.intersect(block_range) {
            marks.push(Mark { range, look: Look::Ground(ground) });
        }
    };
    match item {
        Item::Actor(idx) => {
            let of_actor = |named: &&crate::briefing::links::Named| named.actor == ActorId(idx);
            article.links.mentions_in(block).iter().filter(of_actor).for_each(|n| push(n.range));
        }
        _ => article.briefing.evidence(item).iter().for_each(|range| push(*range)),
    }
}

/// In the selected position: who, by which words, how sure.
fn structure(
    article: &Article,
    item: Item,
    palette: &Palette,
    block: TextRange,
    marks: &mut Vec<Mark>,
) {
    let mut push = |range: Option<TextRange>, look: Look| {
        if let Some(range) = range.and_then(|range| range.intersect(block)) {
            marks.push(Mark { range, look });
        }
    };
    match item {
        Item::Position(idx) => {
            let Some(position) = article.briefing.positions.get(idx) else { return };
            let color = match position.holder {
                crate::briefing::Holder::Actor(actor) => palette.actor(actor.0),
                _ => palette.muted,
            };
            push(position.source, Look::Line(color));
            push(position.cue, Look::Line(palette.kind(Section::Positions)));
            push(position.marker, Look::Dashes(palette.kind(Section::Questions)));
        }
        Item::Figure(idx) => {
            let number = article.briefing.figures.get(idx).map(|figure| figure.number);
            push(number, Look::Line(palette.accent));
        }
        Item::Event(idx) => {
            let date = article.briefing.timeline.get(idx).map(|event| event.date_range);
            push(date, Look::Line(palette.kind(Section::Timeline)));
        }
        _ => {}
    }
}

fn hover(
    article: &Article,
    palette: &Palette,
    range: TextRange,
    block: usize,
    marks: &mut Vec<Mark>,
) {
    match &article.hovered {
        Hovered::Nothing => {}
        Hovered::Card(item) => {
            if article.selected != Some(*item) {
                light(article, *item, palette.hover, range, block, marks);
            }
            let section = palette.kind(Section::of(*item));
            let from = marks.len();
            light(article, *item, section, range, block, marks);
            for mark in marks.iter_mut().skip(from) {
                mark.look = Look::Line(section);
            }
        }
        Hovered::Source { items, .. } => {
            let Some(item) = items.first().filter(|item| !matches!(item, Item::Actor(_))) else {
                return;
            };
            if article.selected != Some(*item) {
                light(article, *item, palette.hover, range, block, marks);
            }
        }
    }
}

fn hits(find: &Find, palette: &Palette, block: TextRange, marks: &mut Vec<Mark>) {
    if find.query.is_empty() {
        return;
    }
    // Hits in cards come first, then those in the source in the order of the text.
    let first = find.hits.partition_point(|hit| match hit {
        Hit::Card(_) => true,
        Hit::Source(range) => range.end() <= block.start(),
    });
    for (idx, hit) in find.hits.iter().enumerate().skip(first) {
        let Hit::Source(range) = hit else { continue };
        let Some(range) = range.intersect(block) else { break };
        let now = find.current == Some(idx);
        let look = Look::Ground(if now { palette.hit_now } else { palette.hit });
        marks.push(Mark { range, look });
    }
}

/// Whether a block steps back, since the filter is on an actor it does not name.
pub(super) fn is_dimmed(article: &Article, block: usize) -> bool {
    article.filter.is_some_and(|actor| {
        !article.links.mentions_in(block).iter().any(|named| named.actor == actor)
    })
}
