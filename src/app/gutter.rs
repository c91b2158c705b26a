//! The gutter: beside each line of the source, small marks for what rests on it.
//!
//! At rest these are all that shows where the briefing comes from.

use eframe::egui::{CursorIcon, Rect, Sense, Ui, pos2, vec2};

use super::article::Article;
use super::command::Command;
use super::listing::Section;
use super::shapes;
use super::theme::Palette;
use crate::text::TextRange;

/// Marks side by side on one line; more kinds than these are rare and left out.
pub(super) const MOST: usize = 3;
const SIZE: f32 = 6.0;

/// The marks of one unit, right-aligned at the first of `room`, so many as the second says on a line.
#[expect(clippy::too_many_arguments, reason = "all of it describes one unit on the page")]
pub(super) fn ui(
    ui: &Ui,
    article: &Article,
    palette: &Palette,
    block: usize,
    unit: TextRange,
    room: (f32, usize),
    shape: &dyn Fn(TextRange) -> Vec<Rect>,
    commands: &mut Vec<Command>,
) {
    // Places come in the order of the text, so those that begin on one line follow each other.
    let mut line: Option<Line> = None;
    let Some(block_range) = article.document.blocks().get(block).map(|block| block.range) else {
        return;
    };
    for &idx in article.links.of_block(block) {
        let Some(place) = article.links.places().get(idx) else { continue };
        if !place.is_listed() || !unit.contains(place.range.start()) {
            continue;
        }
        let letter = TextRange::new(place.range.start(), place.range.end());
        let Some(rect) = shape(letter).first().copied() else { continue };
        if line.as_ref().is_none_or(|line| (line.rect.center().y - rect.center().y).abs() > 2.0) {
            paint(ui, line.take(), palette, room, commands);
            line = Some(Line { rect, start: place.range.start(), sections: Vec::new() });
        }
        // Of an item with several pieces in a paragraph, the first is marked.
        let begins = |item: &&crate::briefing::Item| {
            let pieces = article.briefing.evidence(**item);
            let first = pieces.iter().find(|piece| block_range.contains(piece.start()));
            first == Some(&place.range)
        };
        let listed = place.items.iter().filter(|item| item.is_listed());
        let sections = listed.filter(begins).map(|item| Section::of(*item));
        if let Some(line) = &mut line {
            for section in sections {
                if !line.sections.contains(&section) {
                    line.sections.push(section);
                }
            }
        }
    }
    paint(ui, line, palette, room, commands);
}

struct Line {
    rect: Rect,
    /// The first byte of evidence on the line.
    start: usize,
    sections: Vec<Section>,
}

fn paint(
    ui: &Ui,
    line: Option<Line>,
    palette: &Palette,
    (right, most): (f32, usize),
    commands: &mut Vec<Command>,
) {
    let Some(mut line) = line.filter(|line| !line.sections.is_empty()) else { return };
    line.sections.sort_unstable();
    let width = SIZE + 3.0;
    let hit = Rect::from_min_max(
        pos2(right - width * most as f32, line.rect.top()),
        pos2(right, line.rect.bottom()),
    );
    let id = ui.scope_id().with(("gutter", line.start));
    let response = ui.interact(hit, id, Sense::CLICK);
    let y = line.rect.center().y;
    for (idx, section) in line.sections.iter().take(most).enumerate() {
        let center = pos2(right - width * (idx as f32 + 0.5), y);
        let color = palette.kind(*section);
        let size = if response.hovered() { SIZE + 2.0 } else { SIZE };
        shapes::mark(ui.painter(), center, *section, color, size);
    }
    if response.hovered() {
        ui.painter().rect_stroke(
            hit.shrink2(vec2(0.0, 4.0)),
            3.0,
            (1.0, palette.line),
            eframe::egui::StrokeKind::Inside,
        );
    }
    if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
        commands.push(Command::SelectAt(line.start));
    }
}
