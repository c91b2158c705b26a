//! The rows of the briefing laid out: each as a few pieces of text at fixed places.
//!
//! A card is laid out once and kept until width, theme or content change. Drawing and clicking are in
//! `briefing_panel`.

use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{Color32, Context, FontId, Galley, Pos2, Stroke, pos2};

use super::article::Article;
use super::card_buttons;
use super::fonts::{Cut, font, sans, sans_bold};
use super::listing::{Row, Section};
use super::settings::{Density, Face, Settings};
use super::theme::Palette;
use super::words;
use crate::briefing::voices::{Whose, summed_up};
use crate::briefing::{ActorId, EventStatus, Holder, Item};
use crate::export::date;
use crate::text::{TextRange, one_line};

/// Left and right of a card's words.
pub(super) const PAD: f32 = 22.0;
const DATE_WIDTH: f32 = 104.0;
/// Above the words of a heading that folds.
pub(super) const FOLD_GAP: f32 = 22.0;
/// Height of the order of the positions where it has a line of its own.
pub(super) const GROUPING: f32 = 34.0;

/// Whether a pane of this width has what else stands side by side one below the other.
pub(super) fn is_slim(width: f32) -> bool {
    width < 380.0
}

pub(super) struct Card {
    pub pieces: Vec<(Pos2, Arc<Galley>)>,
    pub height: f32,
    /// What a screen reader says.
    pub label: String,
    /// Where the row of buttons begins, in the selected card.
    pub buttons: Option<f32>,
}

pub(super) struct Maker<'a> {
    pub ctx: &'a Context,
    pub article: &'a Article,
    pub settings: &'a Settings,
    pub palette: &'a Palette,
    pub width: f32,
}

/// Stacks pieces of text.
struct Pile<'a> {
    ctx: &'a Context,
    pieces: Vec<(Pos2, Arc<Galley>)>,
    y: f32,
}

impl Pile<'_> {
    fn add(&mut self, x: f32, width: f32, mut job: LayoutJob, gap: f32) {
        job.wrap.max_width = width.max(40.0);
        let galley = self.ctx.fonts_mut(|fonts| fonts.layout_job(job));
        let height = galley.size().y;
        self.pieces.push((pos2(x, self.y), galley));
        self.y += height + gap;
    }

    /// At the right edge of a line that is not added to the height.
    fn beside(&mut self, right: f32, y: f32, job: LayoutJob) {
        let galley = self.ctx.fonts_mut(|fonts| fonts.layout_job(job));
        self.pieces.push((pos2(right - galley.size().x, y), galley));
    }
}

fn format(font_id: FontId, color: Color32, line: f32) -> TextFormat {
    let line_height = Some((font_id.size * line).round());
    TextFormat { font_id, color, line_height, ..TextFormat::default() }
}

fn single(text: &str, format: TextFormat) -> LayoutJob {
    LayoutJob::single_section(text.to_owned(), format)
}

impl Maker<'_> {
    pub(super) fn make(&self, row: Row) -> Card {
        let mut pile = Pile { ctx: self.ctx, pieces: Vec::new(), y: 0.0 };
        let label = match row {
            Row::Section(section) => self.section(&mut pile, section),
            Row::Group(holder) => self.group(&mut pile, holder),
            Row::Card(item) => self.card(&mut pile, item),
            Row::Folded(item) => self.folded(&mut pile, item, false),
            Row::Struck(item) => self.folded(&mut pile, item, true),
            Row::More(section, count) => {
                self.line(&mut pile, &format!("{count} more"), &format!(" in {}", lower(section)))
            }
            Row::Fewer(section) => {
                self.line(&mut pile, "Fewer", &format!(" in {}", lower(section)))
            }
            Row::Empty(section) => {
                self.note(&mut pile, section.when_empty());
                section.when_empty().to_owned()
            }
        };
        let selected = row.item().is_some() && self.article.selected == row.item();
        let buttons = selected.then_some(pile.y);
        let more = || card_buttons::height(self.ctx, self.article, self.width);
        let height = pile.y + if selected { more() } else { 0.0 };
        Card { pieces: pile.pieces, height, label, buttons }
    }

    fn inner(&self) -> f32 {
        self.width - 2.0 * PAD
    }

    fn text(&self) -> Color32 {
        self.palette.text
    }

    fn section(&self, pile: &mut Pile<'_>, section: Section) -> String {
        pile.y = match section {
            Section::Summary => 14.0,
            _ if section.folds() => FOLD_GAP,
            _ => 30.0,
        };
        let count = self.count(section).filter(|_| section != Section::Summary);
        let count = match section {
            Section::Voices => Some(summed_up(&self.article.briefing.voices)),
            _ => count.map(|count| count.to_string()),
        };
        let mut job = single(section.title(), format(sans_bold(17.0), self.text(), 1.3));
        if let Some(count) = &count {
            job.append(&format!("  {count}"), 2.0, format(sans(14.0), self.palette.muted, 1.3));
        }
        pile.add(PAD, self.inner(), job, 8.0);
        if section == Section::Positions && is_slim(self.width) {
            pile.y += GROUPING - 6.0;
        }
        match count.filter(|_| section.folds()) {
            Some(count) => format!("{}, {count}", section.title()),
            None => section.title().to_owned(),
        }
    }

    /// How many items a section has in all.
    fn count(&self, section: Section) -> Option<usize> {
        let briefing = &self.article.briefing;
        let count = match section {
            Section::Summary => briefing.summary.len(),
            Section::Actors => briefing.actors.len(),
            Section::Positions => briefing.positions.len(),
            Section::Questions => briefing.questions.len(),
            Section::Timeline => briefing.timeline.len(),
            Section::Voices => briefing.voices.len(),
            Section::Figures => briefing.figures.len(),
            Section::LeftOut => briefing.left_out.len(),
        };
        (count > 0).then_some(count)
    }

    fn group(&self, pile: &mut Pile<'_>, holder: Holder) -> String {
        pile.y = 12.0;
        let name = words::holder(&self.article.briefing, holder);
        pile.add(
            PAD,
            self.inner(),
            single(&name, format(sans_bold(15.0), self.holder_color(holder), 1.3)),
            2.0,
        );
        name
    }

    fn holder_color(&self, holder: Holder) -> Color32 {
        match holder {
            Holder::Actor(actor) => self.palette.actor(actor.0),
            _ => self.palette.muted,
        }
    }

    fn line(&self, pile: &mut Pile<'_>, act: &str, rest: &str) -> String {
        pile.y = 6.0;
        let mut job = single(act, format(sans_bold(14.0), self.palette.accent, 1.3));
        job.append(rest, 0.0, format(sans(14.0), self.palette.muted, 1.3));
        pile.add(PAD, self.inner(), job, 8.0);
        format!("{act}{rest}")
    }

    fn note(&self, pile: &mut Pile<'_>, note: &str) {
        pile.y = 2.0;
        pile.add(PAD, self.inner(), single(note, format(sans(14.5), self.palette.muted, 1.4)), 6.0);
    }

    fn paragraph_number(&self, pile: &mut Pile<'_>, range: TextRange) {
        if let Some(place) = self.article.reference(range.start()) {
            let job = single(&place, format(sans(13.0), self.palette.muted, 1.3));
            pile.beside(self.width - PAD, pile.y + 1.0, job);
        }
    }

    /// One line, stepping back from the filter; or struck out.
    fn folded(&self, pile: &mut Pile<'_>, item: Item, struck: bool) -> String {
        pile.y = 3.0;
        let words = super::search::words_of(&self.article.document, &self.article.briefing, item);
        let words = one_line(words.lines().next().unwrap_or_default());
        let plain = format(sans(13.5), self.palette.muted, 1.3);
        if !struck {
            let mut job = single(&words, plain);
            job.wrap.max_rows = 1;
            pile.add(PAD, self.inner(), job, 3.0);
            return words;
        }
        let strikethrough = Stroke::new(1.0, self.palette.muted);
        let mut job = single("wrong  ", plain.clone());
        job.append(&words, 4.0, TextFormat { strikethrough, ..plain });
        job.wrap.max_rows = 1;
        pile.add(PAD, self.inner(), job, 3.0);
        format!("marked wrong: {words}")
    }

    fn card(&self, pile: &mut Pile<'_>, item: Item) -> String {
        pile.y = 7.0;
        let label = match item {
            Item::Point(idx) => self.point(pile, idx),
            Item::Actor(idx) => self.actor(pile, idx),
            Item::Position(idx) => self.position(pile, idx),
            Item::Question(idx) => self.question(pile, idx),
            Item::Event(idx) => self.event(pile, idx),
            Item::Voice(idx) => self.voice(pile, idx),
            Item::Figure(idx) => self.figure(pile, idx),
            Item::LeftOut(idx) => self.left_out(pile, idx),
        };
        pile.y += 5.0;
        label.unwrap_or_default()
    }

    fn point(&self, pile: &mut Pile<'_>, idx: usize) -> Option<String> {
        let point = self.article.briefing.summary.get(idx)?;
        self.paragraph_number(pile, point.evidence.first());
        // The bottom line first, and in the voice of the article.
        let type_size = if idx == 0 { 18.5 } else { 16.0 };
        let face = font(Face::Serif, Cut::Regular, type_size);
        pile.add(
            PAD,
            self.inner() - 40.0,
            single(&point.text, format(face, self.text(), 1.38)),
            2.0,
        );
        Some(point.text.clone())
    }

    fn actor(&self, pile: &mut Pile<'_>, idx: usize) -> Option<String> {
        let actor = self.article.briefing.actors.get(idx)?;
        let count =
            single(&actor.mentions.len().to_string(), format(sans(14.0), self.palette.muted, 1.35));
        pile.beside(self.width - PAD, pile.y + 1.0, count);
        let mut job = single(&actor.name, format(sans_bold(15.5), self.palette.actor(idx), 1.35));
        let role = actor.role.clone().unwrap_or_else(|| words::kind(actor.kind).to_owned());
        job.append(&role, 10.0, format(sans(14.5), self.palette.muted, 1.4));
        if self.article.marks.contains_key(&Item::Actor(idx)) {
            job.append("corrected by you", 10.0, format(sans(13.0), self.palette.accent, 1.4));
        }
        pile.add(PAD + 18.0, self.inner() - 54.0, job, 1.0);
        let selected = self.article.selected == Some(Item::Actor(idx));
        let role = actor.role.as_deref().map(|role| format!(", {role}")).unwrap_or_default();
        if selected {
            let about = words::about(&self.article.document, &self.article.briefing, idx);
            for line in &about {
                let job = single(line, format(sans(14.0), self.palette.muted, 1.4));
                pile.add(PAD + 18.0, self.inner() - 18.0, job, 2.0);
            }
            return Some(format!("{}{role}. {}", actor.name, about.join(". ")));
        }
        Some(format!("{}{role}, {}", actor.name, words::mentions(actor)))
    }

    fn position(&self, pile: &mut Pile<'_>, idx: usize) -> Option<String> {
        let briefing = &self.article.briefing;
        let position = briefing.positions.get(idx)?;
        let text = self.article.document.text();
        self.paragraph_number(pile, position.evidence.first());
        let small = format(sans(13.5), self.palette.muted, 1.3);
        let verb = format(sans_bold(13.5), self.palette.kind(Section::Positions), 1.3);
        let mut head = LayoutJob::default();
        // Under a holder's heading the verb alone says enough.
        let alone = self.settings.grouping == super::settings::Grouping::ByActor;
        if !alone {
            let color = self.holder_color(position.holder);
            let holder = words::holder(briefing, position.holder);
            head.append(&holder, 0.0, format(sans_bold(13.5), color, 1.3));
        }
        head.append(position.act.name(), if alone { 0.0 } else { 6.0 }, verb);
        if let Some(via) = words::via(briefing, position) {
            head.append(&via, 8.0, small.clone());
        }
        let relations = words::relations(briefing, position);
        // What a screen reader says: the sentence, and whom it is against.
        let label = relations.as_ref().map_or_else(
            || position.text.clone(),
            |relations| format!("{}, {relations}", position.text.trim_end_matches('.')),
        );
        if let Some(relations) = relations {
            let warm = self.palette.kind(Section::Questions);
            head.append(&relations, 10.0, format(sans(13.5), warm, 1.3));
        }
        if let Some(certainty) = words::certainty(position.certainty) {
            // Words and shape, not colour alone: the source's own words, underlined as in the source.
            head.append(certainty, 10.0, small.clone());
            if let Some(marker) = position.marker {
                let words = format!("“{}”", one_line(marker.slice(text)));
                let underline = Stroke::new(1.0, self.palette.kind(Section::Questions));
                head.append(&words, 5.0, TextFormat { underline, ..small });
            }
        }
        pile.add(PAD, self.inner() - 40.0, head, 1.0);
        pile.add(
            PAD,
            self.inner() - 8.0,
            single(&position.text, format(sans(15.5), self.text(), 1.36)),
            2.0,
        );
        let selected = self.article.selected == Some(Item::Position(idx));
        if selected || self.settings.density == Density::Full {
            let quote: Vec<&str> = position.content.iter().map(|range| range.slice(text)).collect();
            let quote = one_line(&quote.join(" … "));
            // Where the sentence above gives the quote in full, once is enough.
            let words = quote.trim_matches(|c: char| !c.is_alphanumeric());
            if position.text.contains(words) {
                return Some(label);
            }
            let mut job = single(
                &quote,
                format(font(Face::Serif, Cut::Italic, 14.5), self.palette.muted, 1.4),
            );
            job.wrap.max_rows = if selected { 6 } else { 1 };
            pile.add(PAD + 12.0, self.inner() - 20.0, job, 2.0);
        }
        Some(label)
    }

    fn question(&self, pile: &mut Pile<'_>, idx: usize) -> Option<String> {
        let question = self.article.briefing.questions.get(idx)?;
        self.paragraph_number(pile, question.evidence.first());
        let job = single(&question.text, format(sans(15.5), self.text(), 1.36));
        pile.add(PAD, self.inner() - 40.0, job, 0.0);
        let basis = format(sans(13.5), self.palette.muted, 1.35);
        pile.add(PAD, self.inner(), single(words::basis(question.basis), basis), 1.0);
        Some(question.text.clone())
    }

    fn event(&self, pile: &mut Pile<'_>, idx: usize) -> Option<String> {
        let event = self.article.briefing.timeline.get(idx)?;
        self.paragraph_number(pile, event.evidence.first());
        let date = date::short(&event.edtf());
        let top = pile.y;
        let color = self.palette.kind(Section::Timeline);
        pile.add(PAD, DATE_WIDTH, single(&date, format(sans_bold(14.5), color, 1.45)), 0.0);
        let after_date = pile.y;
        let slim = is_slim(self.width);
        let date_width = if slim { 0.0 } else { DATE_WIDTH };
        if !slim {
            pile.y = top;
        }
        let mut job = single(&event.text, format(sans(15.5), self.text(), 1.36));
        let status = (event.status != EventStatus::Past).then(|| event.status.name());
        if let Some(status) = status {
            job.append(status, 8.0, format(sans(13.5), self.palette.muted, 1.36));
        }
        pile.add(PAD + date_width, self.inner() - date_width - 40.0, job, 0.0);
        pile.y = pile.y.max(after_date);
        let status = status.map(|status| format!(", {status}")).unwrap_or_default();
        Some(format!("{date}{status}: {}", event.text))
    }

    fn voice(&self, pile: &mut Pile<'_>, idx: usize) -> Option<String> {
        let voice = self.article.briefing.voices.get(idx)?;
        let color = match voice.whose {
            Whose::Actor(ActorId(actor)) => self.palette.actor(actor),
            Whose::Unnamed | Whose::Author => self.palette.text,
        };
        let counts = voice.counts();
        let mut job = single(&voice.name, format(sans_bold(15.0), color, 1.36));
        if voice.whose == Whose::Unnamed {
            job.append("unnamed", 8.0, format(sans(13.5), self.palette.muted, 1.36));
        }
        pile.add(PAD, self.inner(), job, 0.0);
        let job = single(&counts, format(sans(14.0), self.palette.muted, 1.35));
        pile.add(PAD, self.inner(), job, 0.0);
        Some(format!("{}: {counts}", voice.name))
    }

    fn figure(&self, pile: &mut Pile<'_>, idx: usize) -> Option<String> {
        let figure = self.article.briefing.figures.get(idx)?;
        self.paragraph_number(pile, figure.evidence.first());
        let label = figure.label(&self.article.document);
        let job = single(&label, format(sans_bold(15.0), self.text(), 1.36));
        pile.add(PAD, self.inner() - 40.0, job, 0.0);
        let job = single(&figure.text, format(sans(14.5), self.palette.muted, 1.36));
        pile.add(PAD, self.inner() - 40.0, job, 0.0);
        Some(format!("{label}: {}", figure.text))
    }

    fn left_out(&self, pile: &mut Pile<'_>, idx: usize) -> Option<String> {
        let range = *self.article.briefing.left_out.get(idx)?;
        let words = one_line(range.slice(self.article.document.text()));
        self.paragraph_number(pile, range);
        let face = font(self.settings.face, Cut::Regular, 14.5);
        let job = single(&words, format(face, self.palette.muted, 1.4));
        pile.add(PAD, self.inner() - 40.0, job, 0.0);
        Some(words)
    }
}

fn lower(section: Section) -> String {
    match section {
        Section::Summary => "the summary".to_owned(),
        _ => section.title().to_lowercase(),
    }
}
