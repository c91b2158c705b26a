//! The overview strip: the whole article at a glance, with what is selected, pinned, found, and where
//! the view is. A click goes there.

use eframe::egui::{
    Color32, CursorIcon, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::article::{Article, Hovered};
use super::command::Command;
use super::listing::Section;
use super::search::Hit;
use super::shapes;
use super::source_panel::SourceView;
use super::state::State;
use super::theme::Palette;
use crate::briefing::Item;
use crate::text::TextRange;

pub(super) const WIDTH: f32 = 30.0;

pub(super) fn ui(
    ui: &Ui,
    strip: Rect,
    state: &State,
    article: &Article,
    view: &SourceView,
    palette: &Palette,
    commands: &mut Vec<Command>,
) {
    let total = view.layout.stack.height().max(1.0);
    let inner = strip.shrink2(vec2(5.0, 10.0));
    // A short text is not stretched over a high window.
    let scale = (inner.height() / total).min(0.5);
    let y_of = |y: f32| inner.top() + y * scale;
    let response = ui.interact(strip, ui.scope_id().with("strip"), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::ScrollBar, true, "Overview of the source"));
    let painter = ui.painter_at(strip);
    painter.vline(strip.left(), strip.y_range(), Stroke::new(1.0, palette.line));
    let top = y_of(view.scroll.offset);
    let window = Rect::from_min_max(
        pos2(inner.left(), top),
        pos2(inner.right(), y_of((view.scroll.offset + view.height).min(total)).max(top + 6.0)),
    );
    painter.rect_filled(window, 4.0, palette.chrome);
    painter.rect_stroke(window, 4.0, (1.0, palette.line), StrokeKind::Inside);
    // Where an item rests, by the height of its unit and its place in it.
    let place = |range: TextRange| {
        let unit = view.layout.unit_of(range.start())?;
        let known = view.layout.units.get(unit)?.range;
        let part = (range.start() - known.start()) as f32 / known.len().max(1) as f32;
        let (from, to) = (view.layout.stack.top(unit), view.layout.stack.top(unit + 1));
        Some(y_of(from + (to - from) * part))
    };
    let center = inner.center().x;
    let draw = |item: Item, color: Color32| {
        let section = Section::of(item);
        for y in article.ring(item).into_iter().filter_map(place) {
            shapes::mark(&painter, pos2(center, y), section, color, 7.0);
        }
    };
    for hit in &state.find.hits {
        if let Hit::Source(range) = hit
            && let Some(y) = place(*range)
        {
            let line = [pos2(inner.left() + 1.0, y), pos2(inner.right() - 1.0, y)];
            painter.line_segment(line, Stroke::new(2.0, palette.kind(Section::Questions)));
        }
    }
    let color_of = |item: Item| match item {
        Item::Actor(idx) => palette.actor(idx),
        _ => palette.kind(Section::of(item)),
    };
    for item in article.pins.iter().flatten().chain(&article.selected) {
        draw(*item, color_of(*item));
    }
    if let Hovered::Card(item) = article.hovered {
        if article.selected != Some(item) {
            draw(item, color_of(item));
        }
        arrows(article, item, &place, window, &painter, palette.accent);
    }
    if let Some(position) =
        response.interact_pointer_pos().filter(|_| response.clicked() || response.dragged())
    {
        let y = (position.y - inner.top()) / scale - view.height / 3.0;
        if let Some(offset) = view.layout.line_at(&article.document, y.max(0.0)) {
            commands.push(Command::ScrollSource(offset, response.clicked()));
        }
    }
    response.on_hover_cursor(CursorIcon::PointingHand);
}

/// Points to evidence of the hovered card that lies out of view.
fn arrows(
    article: &Article,
    item: Item,
    place: &dyn Fn(TextRange) -> Option<f32>,
    window: Rect,
    painter: &eframe::egui::Painter,
    color: Color32,
) {
    let spots = article.briefing.evidence(item).iter().filter_map(|range| place(*range));
    let (mut above, mut below) = (false, false);
    for y in spots {
        above |= y < window.top();
        below |= y > window.bottom();
    }
    if above {
        shapes::arrow(painter, pos2(window.center().x, window.top() - 10.0), true, color);
    }
    if below {
        shapes::arrow(painter, pos2(window.center().x, window.bottom() + 10.0), false, color);
    }
}
