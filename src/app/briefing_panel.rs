//! The briefing: five lists, each entry a link to the words it rests on.
//!
//! Which rows there are is for `listing`, how each is laid out for `cards`. Only rows in view are
//! drawn; all that are few enough are in the tree for screen readers.

use eframe::egui::{
    self, CornerRadius, CursorIcon, Pos2, Rect, Response, Role, Sense, Ui, UiBuilder, WidgetInfo,
    pos2, vec2,
};

use super::article::{Article, BriefingGoal, Hovered};
use super::card_buttons::{buttons, grouping};
use super::cards::{Card, FOLD_GAP, Maker, PAD};
use super::command::Command;
use super::listing::{Row, Section};
use super::scroll::{Scroll, third};
use super::search::{Find, Hit, folded};
use super::settings::Density;
use super::shapes;
use super::source_layout::stretch;
use super::stack::Stack;
use super::state::{Pane, State};
use super::theme::Palette;
use crate::briefing::Item;

/// So many rows are all given to screen readers; of more, those near the view.
const ALL_IN_TREE: usize = 400;

/// What the pane keeps between frames.
#[derive(Default)]
pub(super) struct BriefingView {
    key: Option<Key>,
    cards: Vec<Option<Card>>,
    heights: Vec<f32>,
    stack: Stack,
    pub scroll: Scroll,
    goal: u64,
    cursor: Option<Item>,
    /// The card under the pointer, and since when.
    rest: Option<(Item, f64)>,
    pub top: Option<Item>,
    pub has_focus: bool,
    /// Where it was drawn, where it was.
    pub(super) area: Option<Rect>,
    /// Of the letters' pictures, see `letters`.
    pub(super) letters: u64,
    height: f32,
}

impl BriefingView {
    /// Whether an item's card is in view; nothing is where the other pane is shown alone.
    pub(super) fn shows(&self, article: &Article, item: Item) -> bool {
        if self.area.is_none() {
            return false;
        }
        let Some(idx) = article.rows.iter().position(|row| row.item() == Some(item)) else {
            return false;
        };
        let (top, bottom) = (self.stack.top(idx), self.stack.top(idx + 1));
        top >= self.scroll.offset && bottom <= self.scroll.offset + self.height
    }
}

#[derive(Clone, Debug, PartialEq)]
struct Key {
    briefing: usize,
    rows: u64,
    width: f32,
    palette: &'static str,
    scale: f32,
    density: Density,
    letters: u64,
    selected: Option<Item>,
    piece: usize,
}

pub(super) fn ui(
    ui: &mut Ui,
    state: &State,
    article: &Article,
    view: &mut BriefingView,
    palette: &Palette,
    commands: &mut Vec<Command>,
) {
    let area = ui.available_rect_before_wrap();
    view.area = Some(area);
    ui.painter().rect_filled(area, 0.0, palette.panel);
    if !article.is_briefed() || article.briefing.items().next().is_none() {
        instead(ui, area, article, palette, commands);
        return;
    }
    view.height = area.height();
    place(ui, state, article, view, palette, area.width());
    let content = view.stack.height() + area.height() * 0.3;
    view.scroll.step(ui, area, content - area.height());
    let mut pane_ui = ui.new_child(UiBuilder::new().max_rect(area));
    pane_ui.set_clip_rect(area.intersect(ui.clip_rect()));
    let viewport = Rect::from_min_size(pos2(0.0, view.scroll.offset), area.size());
    let origin = area.min - vec2(0.0, view.scroll.offset);
    rows(&mut pane_ui, state, article, view, palette, origin, viewport, commands);
    if view.scroll.offset > 1.0 {
        shapes::hairline(pane_ui.painter(), area.left(), area.right(), area.top() + 0.5, palette);
    }
    view.scroll.bar(&pane_ui, area, content, palette);
    let visible = view.stack.visible(view.scroll.offset, view.scroll.offset + area.height());
    view.top = article.rows.get(visible).into_iter().flatten().find_map(|row| row.item());
}

/// What is said in place of a briefing: that it is being made, or why there is none.
fn instead(
    ui: &mut Ui,
    area: Rect,
    article: &Article,
    palette: &Palette,
    commands: &mut Vec<Command>,
) {
    let words = if article.is_stopped() {
        "The briefing was stopped.".to_owned()
    } else if article.is_broken() {
        "The briefing could not be made: the engine broke on this text. The text itself is all here."
            .to_owned()
    } else if article.is_briefed() {
        "The briefing is empty: nothing was found in this text.".to_owned()
    } else {
        let count = article.document.text().split_whitespace().count();
        format!(
            "The briefing of these {} words is being made, {} seconds so far. You can read meanwhile.",
            grouped(count),
            article.wait.seconds(std::time::Instant::now())
        )
    };
    let place = area.shrink2(vec2(PAD, 18.0));
    ui.scope_builder(UiBuilder::new().max_rect(place), |ui| {
        ui.spacing_mut().item_spacing.y = 10.0;
        ui.add(egui::Label::new(egui::RichText::new(words).size(15.5).color(palette.muted)).wrap());
        if article.is_awaited() && ui.button(Command::Cancel.label()).clicked() {
            commands.push(Command::Cancel);
        }
        if article.is_stopped() && ui.button("Make the briefing").clicked() {
            commands.push(Command::Reload);
        }
    });
}

/// A number with its thousands set apart.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut words = String::new();
    for (idx, digit) in digits.chars().enumerate() {
        if idx > 0 && (digits.len() - idx).is_multiple_of(3) {
            words.push(',');
        }
        words.push(digit);
    }
    words
}

/// Lays out the rows and moves to where a command wants to be.
fn place(
    ui: &Ui,
    state: &State,
    article: &Article,
    view: &mut BriefingView,
    palette: &Palette,
    width: f32,
) {
    let key = Key {
        briefing: std::sync::Arc::as_ptr(&article.briefing) as usize,
        rows: article.rows_version,
        width,
        palette: palette.name,
        scale: ui.ctx().pixels_per_point(),
        density: state.settings.density,
        letters: view.letters,
        selected: article.selected,
        piece: article.piece,
    };
    if view.key.as_ref() != Some(&key) {
        relayout(ui, state, article, view, palette, &key);
        view.key = Some(key);
    }
    let wish = article.briefing_goal.wish.filter(|_| article.briefing_goal.number != view.goal);
    view.goal = article.briefing_goal.number;
    let find = |wanted: Row| article.rows.iter().position(|row| *row == wanted);
    let find_item = |item: Item| article.rows.iter().position(|row| row.item() == Some(item));
    let (height, now) = (view.height, ui.ctx().time());
    let reduced = state.settings.reduced_motion;
    match wish {
        Some(BriefingGoal::Show(item)) => {
            let Some(idx) = find_item(item) else { return };
            let (top, bottom) = (view.stack.top(idx), view.stack.top(idx + 1));
            if let Some(to) = third(top, bottom, view.scroll.target(), height) {
                view.scroll.go(to, height, now, reduced);
            }
            ui.ctx().request_repaint();
        }
        Some(BriefingGoal::Section(section)) => {
            let Some(idx) = find(Row::Section(section)) else { return };
            // Past the space above a heading, but that of the first.
            let to = if idx == 0 { 0.0 } else { view.stack.top(idx) + 12.0 };
            view.scroll.go(to, height, now, reduced);
            ui.ctx().request_repaint();
        }
        Some(BriefingGoal::Top(item)) => {
            let idx = item.and_then(find_item);
            view.scroll.jump(idx.map_or(0.0, |idx| match idx {
                0 | 1 => 0.0,
                _ => view.stack.top(idx),
            }));
            ui.ctx().request_repaint();
        }
        Some(BriefingGoal::By(tenths)) => {
            let end = (view.stack.height() - height * 0.7).max(0.0);
            let to = view.scroll.offset + height * tenths as f32 / 10.0;
            view.scroll.go(to.min(end), height, now, reduced);
            ui.ctx().request_repaint();
        }
        None => {}
    }
}

/// Lays out what has changed, keeping the row that was clicked, else the top one, where it is.
fn relayout(
    ui: &Ui,
    state: &State,
    article: &Article,
    view: &mut BriefingView,
    palette: &Palette,
    key: &Key,
) {
    let old = view.key.take();
    let same_rows = old
        .as_ref()
        .is_some_and(|old| Key { selected: key.selected, piece: key.piece, ..old.clone() } == *key);
    let selected_row =
        article.rows.iter().position(|row| row.item().is_some() && row.item() == article.selected);
    let anchor = if same_rows {
        let in_view = |idx: &usize| {
            let top = view.stack.top(*idx) - view.scroll.offset;
            (0.0..view.height).contains(&top)
        };
        selected_row.filter(in_view).unwrap_or_else(|| view.stack.at(view.scroll.offset))
    } else {
        let top = view.top;
        article.rows.iter().position(|row| row.item().is_some() && row.item() == top).unwrap_or(0)
    };
    let before = view.stack.top(anchor);
    let changed = |row: &Row| {
        let was = old.as_ref().and_then(|old| old.selected);
        row.item().is_some() && (row.item() == was || row.item() == key.selected)
    };
    if !same_rows {
        view.cards.clear();
    }
    view.cards.resize_with(article.rows.len(), || None);
    view.heights.resize(article.rows.len(), 0.0);
    let maker =
        Maker { ctx: ui.ctx(), article, settings: &state.settings, palette, width: key.width };
    for (idx, row) in article.rows.iter().enumerate() {
        if view.cards[idx].is_none() || changed(row) {
            let card = maker.make(*row);
            view.heights[idx] = card.height;
            view.cards[idx] = Some(card);
        }
    }
    view.stack.rebuild(view.heights.iter().copied());
    if old.is_some() && anchor > 0 {
        view.scroll.shift(view.stack.top(anchor) - before);
    }
}

#[expect(clippy::too_many_arguments, reason = "all of it is what one frame of the pane needs")]
fn rows(
    ui: &mut Ui,
    state: &State,
    article: &Article,
    view: &mut BriefingView,
    palette: &Palette,
    origin: Pos2,
    viewport: Rect,
    commands: &mut Vec<Command>,
) {
    let in_view = view.stack.visible(viewport.top(), viewport.bottom());
    let listed = if article.rows.len() <= ALL_IN_TREE {
        0..article.rows.len()
    } else {
        let margin = viewport.height();
        view.stack.visible(viewport.top() - margin, viewport.bottom() + margin)
    };
    let mut hovered = None;
    let mut focus = false;
    for idx in listed {
        let (Some(&row), Some(Some(card))) = (article.rows.get(idx), view.cards.get(idx)) else {
            continue;
        };
        let corner = origin + vec2(0.0, view.stack.top(idx));
        let rect = Rect::from_min_size(corner, vec2(viewport.width(), card.height));
        let response = interact(ui, row, card, rect);
        if let Row::Section(section) = row
            && section.folds()
        {
            let open = article.is_open(section);
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_expanded(open));
        }
        if in_view.contains(&idx) {
            let hit = hit_of(&state.find, row, card);
            paint(ui, article, palette, row, card, rect, hit.as_ref(), &response);
            if let Row::Section(Section::Positions) = row {
                grouping(ui, state, rect, palette, commands);
            }
            if let Some(y) = card.buttons {
                buttons(ui, article, rect, y, commands);
            }
        }
        if response.hovered() {
            hovered = row.item();
        }
        focus |= response.has_focus();
        act(ui, article, view.cursor, row, &response, state.pane, commands);
    }
    view.cursor = article.cursor;
    view.has_focus = focus;
    hover(ui, article, view, hovered, commands);
}

fn interact(ui: &Ui, row: Row, card: &Card, rect: Rect) -> Response {
    let id = ui.scope_id().with(("row", format!("{row:?}")));
    let (sense, role) = match row {
        Row::Section(section) if section.folds() => (Sense::click(), Role::Button),
        Row::Section(_) => (Sense::hover(), Role::Heading),
        Row::Group(_) | Row::Empty(_) => (Sense::hover(), Role::Label),
        Row::More(..) | Row::Fewer(_) => (Sense::click(), Role::Button),
        Row::Card(_) | Row::Folded(_) | Row::Struck(_) => (Sense::click(), Role::Link),
    };
    let response = ui.interact(rect, id, sense);
    response.widget_info(|| WidgetInfo::labeled(role, true, &card.label));
    response
}

#[expect(clippy::too_many_arguments, reason = "all of it describes one row")]
fn paint(
    ui: &Ui,
    article: &Article,
    palette: &Palette,
    row: Row,
    card: &Card,
    rect: Rect,
    hit: Option<&CardHit>,
    response: &Response,
) {
    let painter = ui.painter();
    let mut ground = rect.shrink2(vec2(8.0, 1.0));
    if let Row::Section(section) = row
        && section != Section::Summary
    {
        let y = rect.top() + if section.folds() { 8.0 } else { 16.0 };
        shapes::hairline(painter, rect.left() + PAD, rect.right() - PAD, y, palette);
        if section.folds() {
            ground.min.y = y + 6.0;
        }
    }
    if let Some(item) = row.item() {
        let lit = match &article.hovered {
            Hovered::Source { items, .. } => items.contains(&item),
            Hovered::Card(hovered) => *hovered == item,
            Hovered::Nothing => false,
        };
        let pin = article.pins.iter().position(|pin| *pin == Some(item));
        let fill = if hit.is_some_and(|hit| hit.places.is_empty()) {
            // The words are in what the card does not show, such as an actor's other names.
            Some(palette.hit)
        } else if article.selected == Some(item) {
            Some(palette.selected)
        } else if let Some(pin) = pin {
            palette.pins.get(pin).copied()
        } else {
            let also = article.at.contains(&item);
            (lit || also || response.hovered()).then_some(palette.hover)
        };
        if let Some(fill) = fill {
            painter.rect_filled(ground, CornerRadius::same(6), fill);
        }
        if lit || article.selected == Some(item) {
            let bar =
                Rect::from_min_size(ground.min + vec2(0.0, 5.0), vec2(3.0, ground.height() - 10.0));
            painter.rect_filled(bar, 1.5, palette.kind(Section::of(item)));
        }
        if pin.is_some() {
            shapes::mark(
                painter,
                ground.right_top() + vec2(-9.0, 10.0),
                Section::Questions,
                palette.accent,
                7.0,
            );
        }
        if let Row::Card(Item::Actor(idx)) = row {
            let at = rect.left_top() + vec2(PAD + 5.0, 18.0);
            shapes::mark(painter, at, Section::Actors, palette.actor(idx), 9.0);
        }
    } else if response.hovered() && response.sense.senses_click() {
        painter.rect_filled(ground, CornerRadius::same(6), palette.hover);
    }
    if let Row::Section(section) = row
        && section.folds()
    {
        // Beside the heading, which stands in line with those that do not fold.
        let at = pos2(rect.left() + PAD - 8.0, rect.top() + FOLD_GAP + 11.0);
        shapes::triangle(painter, at, article.is_open(section), palette.muted);
    }
    for place in hit.iter().flat_map(|hit| &hit.places) {
        painter.rect_filled(place.translate(rect.min.to_vec2()).expand(1.0), 2.0, palette.hit);
    }
    for (at, galley) in &card.pieces {
        painter.galley(rect.min + at.to_vec2(), galley.clone(), palette.text);
    }
    if hit.is_some_and(|hit| hit.now) {
        painter.rect_stroke(ground, 6.0, (2.0, palette.accent), egui::StrokeKind::Inside);
    }
    shapes::focus_ring(painter, response, ground, palette);
}

/// What is searched for, in a card.
struct CardHit {
    /// Whether it is the hit shown now.
    now: bool,
    /// From the card's corner.
    places: Vec<Rect>,
}

fn hit_of(find: &Find, row: Row, card: &Card) -> Option<CardHit> {
    let wanted = Hit::Card(row.item().filter(|_| !find.hits.is_empty())?);
    let idx = find.hits.iter().position(|hit| *hit == wanted)?;
    let mut places = Vec::new();
    for (at, galley) in &card.pieces {
        let text = galley.text();
        for range in folded(text).find(&find.query) {
            let before = text.get(..range.start()).unwrap_or_default().chars().count();
            let inside = range.slice(text).chars().count();
            let rects = stretch(galley, before..before + inside);
            places.extend(rects.into_iter().map(|rect| rect.translate(at.to_vec2())));
        }
    }
    Some(CardHit { now: find.current == Some(idx), places })
}

/// What clicks and focus on a row mean.
fn act(
    ui: &Ui,
    article: &Article,
    known_cursor: Option<Item>,
    row: Row,
    response: &Response,
    pane: Pane,
    commands: &mut Vec<Command>,
) {
    if !response.sense.senses_click() {
        return;
    }
    if response.hovered() {
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
    }
    if response.has_focus() {
        shapes::keep_arrows(ui, response.id);
    }
    if let Some(item) = row.item() {
        // The keyboard's place and egui's focus follow each other.
        if article.cursor == Some(item) && known_cursor != article.cursor && pane == Pane::Briefing
        {
            response.request_focus();
        } else if response.gained_focus() && article.cursor != Some(item) {
            commands.push(Command::CursorTo(item));
            commands.push(Command::FocusPane(Pane::Briefing));
        }
    }
    if response.clicked() {
        commands.push(Command::FocusPane(Pane::Briefing));
        commands.push(match row {
            Row::Card(item) | Row::Folded(item) | Row::Struck(item) => Command::Select(item),
            Row::More(section, _) | Row::Fewer(section) | Row::Section(section) => {
                Command::ToggleSection(section)
            }
            _ => return,
        });
    }
}

/// Lights the evidence of the card that the pointer rests on.
fn hover(
    ui: &Ui,
    article: &Article,
    view: &mut BriefingView,
    item: Option<Item>,
    commands: &mut Vec<Command>,
) {
    let Some(item) = item else {
        view.rest = None;
        if matches!(article.hovered, Hovered::Card(_)) {
            commands.push(Command::Hover(Hovered::Nothing));
        }
        return;
    };
    if article.hovered == Hovered::Card(item) {
        return;
    }
    let now = ui.ctx().time();
    if view.rest.is_none_or(|(known, _)| known != item) {
        view.rest = Some((item, now));
    }
    let since = view.rest.map_or(now, |(_, since)| since);
    if now - since >= super::source_panel::REST {
        commands.push(Command::Hover(Hovered::Card(item)));
    } else {
        ui.ctx().request_repaint_after_secs((super::source_panel::REST - (now - since)) as f32);
    }
}
