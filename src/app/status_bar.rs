//! The bar below the panes: what made the briefing, where the reader is, how the file was read.

use eframe::egui::{Align, Layout, RichText, Ui};

use super::article::Article;
use super::command::Command;
use super::state::{Pane, State, Tab};
use crate::briefing::Item;

/// In narrower bars what was asked for comes first, and the rest gives way.
const ROOMY: f32 = 860.0;

/// Encodings offered when the detected one is wrong; the reader decodes by the web's tables.
const ENCODINGS: [&str; 12] = [
    "UTF-8",
    "windows-1252",
    "ISO-8859-2",
    "windows-1250",
    "windows-1251",
    "KOI8-R",
    "KOI8-U",
    "IBM866",
    "ISO-8859-7",
    "UTF-16LE",
    "GBK",
    "Shift_JIS",
];

pub(super) fn ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let roomy = ui.available_width() > ROOMY;
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = 14.0;
        let Some((tab, article)) = state.tab().zip(state.article()) else {
            small(ui, "no network: nothing leaves this computer");
            return;
        };
        if article.is_stopped() || article.is_broken() {
            small(ui, "no briefing");
        } else if article.is_briefed() {
            if roomy {
                small(ui, &engine(article));
                small(ui, &items(article));
            }
        } else {
            small(ui, "the briefing is being made …");
        }
        let places: Vec<String> =
            [here(article, state.pane), selection(article)].into_iter().flatten().collect();
        for place in places.iter().take(if roomy { 2 } else { 1 }) {
            small(ui, place);
        }
        if !roomy && !places.is_empty() {
            return;
        }
        if let Some(paragraph) = article.paragraph_of(article.source_top) {
            let all = article.numbers.iter().flatten().count();
            small(ui, &format!("paragraph {paragraph} of {all}"));
        }
        if let Some(page) = article.document.page_at(article.source_top) {
            small(ui, &format!("page {page} of {}", article.document.pages.len()));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 14.0;
            if roomy {
                small(ui, "no network");
            }
            encoding(ui, tab, article, commands);
        });
    });
}

fn small(ui: &mut Ui, text: &str) {
    ui.label(RichText::new(text).size(13.0).weak());
}

fn engine(article: &Article) -> String {
    match article.engine_ms {
        None => "saved briefing".to_owned(),
        Some(ms) if ms < 10.0 => format!("built-in engine, {ms:.1} ms"),
        Some(ms) => format!("built-in engine, {ms:.0} ms"),
    }
}

fn items(article: &Article) -> String {
    match article.briefing.items().count() {
        1 => "1 item".to_owned(),
        count => format!("{count} items"),
    }
}

/// What rests on the place that was clicked.
fn here(article: &Article, pane: Pane) -> Option<String> {
    let at = article.selected.and_then(|item| article.at.iter().position(|known| *known == item));
    if let (Some(at), true) = (at, article.at.len() > 1) {
        return Some(format!(
            "{} of {} that rest on these words; click again",
            at + 1,
            article.at.len()
        ));
    }
    let range = *article.sentences.get(article.sentence?)?;
    let used = article.links.is_used(article.document.block_at(range.start())?, range);
    let asked = article.is_briefed() && pane == Pane::Source && !used;
    asked.then(|| "the briefing does not rest on this sentence".to_owned())
}

fn selection(article: &Article) -> Option<String> {
    let item = article.selected?;
    let count = article.ring(item).len();
    let what = if matches!(item, Item::Actor(_)) { "mentions" } else { "pieces of evidence" };
    (count > 1).then(|| format!("{} of {count} {what}", article.piece + 1))
}

fn encoding(ui: &mut Ui, tab: &Tab, article: &Article, commands: &mut Vec<Command>) {
    let source = &article.document.source;
    let how = match (tab.choices.encoding, source.encoding_guessed) {
        (Some(_), _) => ", chosen",
        (None, true) => ", guessed",
        (None, false) => "",
    };
    let text = RichText::new(format!("{}{how}", source.encoding)).size(13.0).weak();
    let menu = ui.menu_button(text, |ui| {
        ui.weak("Read the file's bytes as");
        if ui.selectable_label(tab.choices.encoding.is_none(), "As detected").clicked() {
            commands.push(Command::SetEncoding(None));
            ui.close();
        }
        for name in ENCODINGS {
            if ui.selectable_label(tab.choices.encoding == Some(name), name).clicked() {
                commands.push(Command::SetEncoding(Some(name)));
                ui.close();
            }
        }
    });
    menu.response.on_hover_text("The file's encoding. Letters look wrong? Choose another.");
}
