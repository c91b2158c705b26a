//! The peek card: beside the pointer, the partner of what it rests on, when that is out of view.

use eframe::egui::{self, Area, Context, Frame, Id, Order, RichText, Vec2, vec2};

use super::article::{Article, Hovered};
use super::briefing_panel::BriefingView;
use super::fonts::{Cut, font};
use super::listing::Section;
use super::room::Room;
use super::search::words_of;
use super::settings::Settings;
use super::source_panel::SourceView;
use super::theme::Palette;
use crate::briefing::Item;
use crate::text::{TextRange, one_line};

/// How long the pointer rests before the card appears, in seconds.
const DELAY: f64 = 0.45;
const WIDTH: f32 = 420.0;
/// Cards named at most.
const MOST: usize = 4;

/// What was pointed at, and since when.
#[derive(Default)]
pub(super) struct Peek {
    at: Option<(Hovered, f64)>,
    /// Whether keys were used since the pointer moved last: who works by keys has left the mouse lying there. Or whether
    /// a button was: who clicks wants to see what that lit, not a card over it.
    put_off: bool,
}

pub(super) fn ui(
    ctx: &Context,
    article: &Article,
    settings: &Settings,
    peek: &mut Peek,
    views: (&BriefingView, &SourceView),
    palette: &Palette,
) {
    // A short window has one pane and no room beside what is read: a click shows the other side.
    if article.hovered == Hovered::Nothing || Room::of(ctx).short {
        peek.at = None;
        return;
    }
    let (keyed, moved) = ctx.input(|input| {
        let key = |event: &egui::Event| matches!(event, egui::Event::Key { .. });
        let keyed = !input.keys_down.is_empty() || input.events.iter().any(key);
        // A quick click goes down and up within one frame.
        let clicked = input.pointer.any_pressed() || input.pointer.any_down();
        (keyed || clicked, input.pointer.delta() != Vec2::ZERO)
    });
    peek.put_off = keyed || (peek.put_off && !moved);
    if peek.put_off {
        return;
    }
    let now = ctx.time();
    if peek.at.as_ref().is_none_or(|(known, _)| *known != article.hovered) {
        peek.at = Some((article.hovered.clone(), now));
    }
    let since = peek.at.as_ref().map_or(now, |(_, since)| *since);
    if now - since < DELAY {
        ctx.request_repaint_after_secs((DELAY - (now - since)) as f32);
        return;
    }
    let Some(pointer) = ctx.pointer_hover_pos() else { return };
    let show = |content: &dyn Fn(&mut egui::Ui)| {
        let screen = ctx.content_rect();
        // In the other pane at the pointer's height, so that it covers nothing of what is read.
        let from_card = matches!(article.hovered, Hovered::Card(_));
        let other = if from_card { views.1.area } else { views.0.area };
        let own = if from_card { views.0.area } else { views.1.area };
        let (pivot, at) = match other.zip(own) {
            None => (egui::Align2::LEFT_TOP, pointer + vec2(14.0, 20.0)),
            Some((other, own)) if other.left() > own.left() => {
                (egui::Align2::LEFT_CENTER, egui::pos2(other.left() + 12.0, pointer.y))
            }
            Some((other, _)) => {
                (egui::Align2::RIGHT_CENTER, egui::pos2(other.right() - 12.0, pointer.y))
            }
        };
        Area::new(Id::unique("peek"))
            .order(Order::Tooltip)
            .interactable(false)
            .pivot(pivot)
            .fixed_pos(at)
            .constrain_to(screen.shrink(8.0))
            .show(ctx, |ui| {
                Frame::popup(ui.style()).fill(palette.page).inner_margin(14).show(ui, |ui| {
                    ui.set_max_width(WIDTH.min(screen.width() - 46.0));
                    ui.spacing_mut().item_spacing = Vec2::splat(4.0);
                    content(ui);
                });
            });
    };
    match &article.hovered {
        Hovered::Card(item) => {
            let Some(&range) = article.briefing.evidence(*item).first() else { return };
            if !views.1.shows(range) {
                show(&|ui| sentence(ui, article, settings, range, palette));
            }
        }
        Hovered::Source { items, .. } => {
            if !items.first().is_some_and(|item| views.0.shows(article, *item)) {
                show(&|ui| {
                    for (sections, line) in by_line(article, &items[..items.len().min(MOST)]) {
                        ui.horizontal(|ui| {
                            for section in sections {
                                let title = RichText::new(section.title()).size(13.0);
                                ui.label(title.color(palette.kind(section)));
                            }
                        });
                        ui.label(RichText::new(line).size(15.0));
                    }
                    if items.len() > MOST {
                        ui.weak(format!("and {} more", items.len() - MOST));
                    }
                });
            }
        }
        Hovered::Nothing => {}
    }
}

/// The first line of each item, under all the lists that have it: a sentence of the summary is often a position too.
fn by_line(article: &Article, items: &[Item]) -> Vec<(Vec<Section>, String)> {
    let mut lines: Vec<(Vec<Section>, String)> = Vec::new();
    for &item in items {
        let words = words_of(&article.document, &article.briefing, item);
        let line = words.lines().next().unwrap_or_default();
        let section = Section::of(item);
        match lines.last_mut().filter(|(_, last)| last == line) {
            Some((sections, _)) if sections.contains(&section) => {}
            Some((sections, _)) => sections.push(section),
            None => lines.push((vec![section], line.to_owned())),
        }
    }
    lines
}

/// The sentence at `range` with its neighbours.
fn sentence(
    ui: &mut egui::Ui,
    article: &Article,
    settings: &Settings,
    range: TextRange,
    palette: &Palette,
) {
    let text = article.document.text();
    let paragraph = article.paragraph_of(range.start()).map(|number| format!("Paragraph {number}"));
    let page = article.document.page_at(range.start()).map(|number| format!("page {number}"));
    let place: Vec<String> = paragraph.into_iter().chain(page).collect();
    if !place.is_empty() {
        ui.label(RichText::new(place.join(", ")).size(13.0).color(palette.muted));
    }
    let face = |cut| font(settings.face, cut, 15.5);
    let around = article.sentence_at(range.start());
    let neighbour = |idx: Option<usize>| {
        let range = article.sentences.get(idx?)?;
        Some(one_line(range.slice(text)))
    };
    let faint = |ui: &mut egui::Ui, words: Option<String>| {
        if let Some(words) = words {
            ui.label(RichText::new(words).font(face(Cut::Regular)).color(palette.muted));
        }
    };
    faint(ui, neighbour(around.and_then(|idx| idx.checked_sub(1))));
    let whole = around.and_then(|idx| article.sentences.get(idx)).map_or(range, |s| s.cover(range));
    ui.label(RichText::new(one_line(whole.slice(text))).font(face(Cut::Regular)));
    faint(ui, neighbour(around.map(|idx| idx + 1)));
}
