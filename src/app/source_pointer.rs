//! The pointer on the page: pointing, clicking, and selecting words.
//!
//! The page knows the letter below the pointer; links only lend it their clicks.

use eframe::egui::{self, CursorIcon, Pos2, Response, Ui, vec2};

use super::article::{Article, Hovered};
use super::command::Command;
use super::source_panel::{Frame, REST, SourceView};
use super::state::Pane;
use crate::briefing::Item;
use crate::document::StyleKind;
use crate::text::TextRange;

/// Pointing, clicking and selecting on the page.
pub(super) fn pointer(
    ui: &Ui,
    frame: &Frame<'_>,
    view: &mut SourceView,
    page: &Response,
    link_clicked: bool,
    commands: &mut Vec<Command>,
) {
    let article = frame.article;
    let place = |view: &SourceView, position: Pos2| -> Option<(usize, bool)> {
        let y = position.y - frame.origin.y;
        let idx = view.layout.stack.at(y);
        let local = position - (frame.origin + vec2(0.0, view.layout.stack.top(idx)));
        view.layout.offset_at(&article.document, idx, local.to_pos2())
    };
    if page.drag_started() {
        let origin = ui.input(|input| input.pointer.press_origin());
        view.drag = origin.and_then(|origin| place(view, origin)).map(|(offset, _)| offset);
    }
    if let (Some(from), Some(position)) = (view.drag, page.interact_pointer_pos())
        && page.dragged()
        && let Some((to, _)) = place(view, position)
    {
        let range = TextRange::new(from, to);
        commands.push(Command::SelectText((!range.is_empty()).then_some(range)));
        drag_scroll(ui, view, position);
    }
    if page.drag_stopped() {
        view.drag = None;
    }
    let position = ui.input(|input| input.pointer.hover_pos());
    let over = page.contains_pointer() && view.drag.is_none();
    let here = position.filter(|_| over).and_then(|position| place(view, position));
    let button = egui::PointerButton::Primary;
    let (twice, thrice) = ui.input(|input| {
        let pointer = &input.pointer;
        (pointer.button_double_clicked(button), pointer.button_triple_clicked(button))
    });
    if (twice || thrice) && over {
        if let Some((offset, _)) = here {
            commands.push(Command::SelectText(word_or_block(article, offset, thrice)));
        }
    } else if page.clicked() || link_clicked {
        commands.push(Command::FocusPane(Pane::Source));
        commands.push(Command::SelectText(None));
        let open = ui.input(|input| input.modifiers.command);
        match here {
            Some((offset, true)) if open => {
                commands.extend(address(article, offset).map(Command::OpenLink));
            }
            Some((offset, true)) => commands.push(Command::SelectAt(offset)),
            _ => {}
        }
    }
    if let Some(url) =
        here.filter(|(_, on_letter)| *on_letter).and_then(|(offset, _)| address(article, offset))
    {
        let hint = format!("{url}\nCtrl and a click open it");
        page.clone().on_hover_text_at_pointer(hint);
    }
    hover(ui, frame, view, here, commands);
}

/// Where the link in the article's own text leads.
fn address(article: &Article, offset: usize) -> Option<String> {
    let styles = article.document.styles();
    let first = styles.partition_point(|style| style.range.end() <= offset);
    let here = styles.iter().skip(first).take_while(|style| style.range.start() <= offset);
    let mut links = here.filter_map(|style| match &style.kind {
        StyleKind::Link(url) if style.range.contains(offset) => Some(url.clone()),
        _ => None,
    });
    links.next()
}

/// Lights the cards of the place that the pointer rests on.
fn hover(
    ui: &Ui,
    frame: &Frame<'_>,
    view: &mut SourceView,
    here: Option<(usize, bool)>,
    commands: &mut Vec<Command>,
) {
    let article = frame.article;
    let mut items: Vec<Item> = Vec::new();
    if let Some((offset, true)) = here {
        if let Some(block) = article.document.block_at(offset) {
            items = article.links.items_at(block, offset);
        }
        let icon = if items.is_empty() { CursorIcon::Text } else { CursorIcon::PointingHand };
        ui.ctx().set_cursor_icon(icon);
    }
    let Some((offset, true)) = here.filter(|_| !items.is_empty()) else {
        view.rest = None;
        if matches!(article.hovered, Hovered::Source { .. }) {
            commands.push(Command::Hover(Hovered::Nothing));
        }
        return;
    };
    if let Hovered::Source { items: known, .. } = &article.hovered
        && *known == items
    {
        return;
    }
    let now = ui.ctx().time();
    let (_, since) = *view.rest.get_or_insert((offset, now));
    if now - since >= REST {
        commands.push(Command::Hover(Hovered::Source { offset, items }));
        view.rest = None;
    } else {
        ui.ctx().request_repaint_after_secs((REST - (now - since)) as f32);
    }
}

/// Scrolls while a selection is dragged past the edge.
fn drag_scroll(ui: &Ui, view: &mut SourceView, position: Pos2) {
    let clip = ui.clip_rect();
    let beyond = (position.y - clip.bottom()).max(0.0) - (clip.top() - position.y).max(0.0);
    if beyond != 0.0 {
        view.scroll.shift(beyond.clamp(-30.0, 30.0));
        ui.ctx().request_repaint();
    }
}

fn word_or_block(article: &Article, offset: usize, block: bool) -> Option<TextRange> {
    let idx = article.document.block_at(offset)?;
    let range = article.document.blocks().get(idx)?.range;
    if block {
        return Some(range);
    }
    let text = article.document.text();
    let in_word = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '-');
    let before = TextRange::new(range.start(), offset).slice(text);
    let after = TextRange::new(offset, range.end()).slice(text);
    let start = before.trim_end_matches(in_word).len() + range.start();
    let end = range.end() - after.trim_start_matches(in_word).len();
    (start < end).then(|| TextRange::new(start, end))
}
