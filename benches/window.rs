//! How long a frame of the window takes on a very long text, without the renderer: one `name value unit`
//! a line.
//!
//! The text has 100,000 words and 5,000 places that items rest on. Frames are run and tessellated as the
//! window does, while scrolling, hovering and selecting. Run with `cargo bench --bench window`.
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a benchmark prints what it finds")]

use std::path::Path;
use std::time::Instant;

use eframe::App as _;
use eframe::egui::{
    Context, Event, Modifiers, MouseWheelUnit, PointerButton, Pos2, RawInput, Rect, TouchPhase,
    pos2, vec2,
};
use sidelight::app::command::Command;
use sidelight::app::{App, Storage};
use sidelight::briefing::{
    Act, Actor, ActorId, ActorKind, Basis, Briefing, Certainty, Evidence, Form, Holder, Item,
    Mention, MentionForm, Position, Question,
};
use sidelight::document::Document;
use sidelight::text::TextRange;

const SENTENCE: &str = "The minister said on Monday that the port would stay closed until the union and \
    the owners had agreed on pay, and added that nobody wanted a strike. ";
/// Sentences of some 29 words.
const SENTENCES: usize = 3450;
const FRAMES: usize = 600;

fn main() {
    let ctx = Context::default();
    let before = resident();
    let mut window = Window::new(ctx);
    window.app.show(Path::new("short.txt"), document(35), Briefing::default());
    window.frames(10);
    println!("memory_1000_words {:.1} MB", resident() - before);

    let document = document(SENTENCES);
    let briefing = briefing(&document);
    let spans: usize = briefing.items().map(|item| briefing.evidence(item).len()).sum::<usize>()
        + briefing.actors.iter().map(|actor| actor.mentions.len()).sum::<usize>();
    println!("words {} words", document.text().split_whitespace().count());
    println!("spans {spans} spans");
    let start = Instant::now();
    // The worker does this, before it hands the text over.
    let sentences = sidelight::briefing::sentences(&document);
    println!("sentences_found {:.1} ms", milliseconds(start));
    let start = Instant::now();
    window.app.show_document(Path::new("long.txt"), document, sentences);
    window.frame(Vec::new());
    println!("first_paint {:.1} ms", milliseconds(start));
    let start = Instant::now();
    window.app.show_briefing(Path::new("long.txt"), briefing);
    window.frame(Vec::new());
    println!("briefing_shown {:.1} ms", milliseconds(start));
    report("settling", window.frames(400));
    report("scrolling", window.least(Window::scrolling));
    report("hovering", window.least(Window::hovering));
    report("selecting", window.least(Window::selecting));
    println!("memory_100000_words {:.1} MB", resident() - before);
}

struct Window {
    ctx: Context,
    app: App,
    time: f64,
    frame: eframe::Frame,
}

impl Window {
    fn new(ctx: Context) -> Self {
        let app = App::for_tests(&ctx, Storage::nowhere());
        Self { ctx, app, time: 0.0, frame: eframe::Frame::_new_kittest() }
    }

    /// Milliseconds that one frame takes.
    fn frame(&mut self, events: Vec<Event>) -> f64 {
        self.time += 1.0 / 60.0;
        let screen_rect = Some(Rect::from_min_size(Pos2::ZERO, vec2(1280.0, 860.0)));
        let input = RawInput { screen_rect, time: Some(self.time), events, ..RawInput::default() };
        let start = Instant::now();
        self.app.logic(&self.ctx, &mut self.frame);
        let mut output = self.ctx.run_ui(input, |ui| self.app.ui(ui, &mut self.frame));
        let shapes = std::mem::take(&mut output.shapes);
        let meshes = self.ctx.tessellate(shapes, output.pixels_per_point);
        let spent = milliseconds(start);
        drop(meshes);
        output.textures_delta.clear();
        spent
    }

    fn frames(&mut self, count: usize) -> Vec<f64> {
        (0..count).map(|_| self.frame(Vec::new())).collect()
    }

    /// The least that each frame of a scene takes in three runs of it from the beginning of the text: what is
    /// more is another program's.
    fn least(&mut self, scene: fn(&mut Self) -> Vec<f64>) -> Vec<f64> {
        let mut least: Vec<f64> = Vec::new();
        for _ in 0..3 {
            self.app.run(Command::ScrollSource(0, false), &self.ctx.clone(), &self.frame);
            self.frames(30);
            let times = scene(self);
            if least.is_empty() {
                least = times;
            } else {
                least.iter_mut().zip(times).for_each(|(least, time)| *least = least.min(time));
            }
        }
        least
    }

    fn scrolling(&mut self) -> Vec<f64> {
        self.frame(vec![Event::PointerMoved(pos2(900.0, 400.0))]);
        let wheel = || Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: vec2(0.0, -90.0),
            phase: TouchPhase::Move,
            source: eframe::egui::MouseWheelSource::Wheel,
            modifiers: Modifiers::NONE,
        };
        (0..FRAMES).map(|_| self.frame(vec![wheel()])).collect()
    }

    fn hovering(&mut self) -> Vec<f64> {
        let place = |idx: usize| {
            let x = if idx % 120 < 60 { 250.0 } else { 900.0 };
            Event::PointerMoved(pos2(x, 120.0 + (idx * 7 % 680) as f32))
        };
        (0..FRAMES).map(|idx| self.frame(vec![place(idx)])).collect()
    }

    fn selecting(&mut self) -> Vec<f64> {
        let mut times = Vec::new();
        for idx in 0..FRAMES / 10 {
            // Near and far, items of every kind.
            let item = match idx % 3 {
                0 => Item::Position(idx * 37 % 2900),
                1 => Item::Actor(idx % 50),
                _ => Item::Question(idx * 7 % 400),
            };
            self.app.run(Command::Select(item), &self.ctx.clone(), &self.frame);
            let at = pos2(760.0, 300.0);
            let button = |pressed| Event::PointerButton {
                pos: at,
                button: PointerButton::Primary,
                pressed,
                modifiers: Modifiers::NONE,
            };
            times.push(self.frame(vec![Event::PointerMoved(at), button(true)]));
            times.push(self.frame(vec![Event::PointerMoved(at + vec2(200.0, 60.0))]));
            times.push(self.frame(vec![button(false)]));
            times.extend(self.frames(7));
        }
        times
    }
}

fn report(what: &str, mut times: Vec<f64>) {
    times.sort_by(f64::total_cmp);
    let at = |percent: usize| times[(times.len() - 1) * percent / 100];
    println!("frame_{what}_median {:.2} ms", at(50));
    println!("frame_{what}_p99 {:.2} ms", at(99));
    println!("frame_{what}_max {:.2} ms", at(100));
}

fn milliseconds(start: Instant) -> f64 {
    start.elapsed().as_secs_f64() * 1000.0
}

/// The process's resident memory in MB; 0 where the system does not say.
fn resident() -> f64 {
    let statm = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    let pages: f64 = statm.split(' ').nth(1).and_then(|pages| pages.parse().ok()).unwrap_or(0.0);
    pages * 4096.0 / 1e6
}

fn document(sentences: usize) -> Document {
    let mut text = String::from("A very long report\n\n");
    for idx in 0..sentences {
        text.push_str(SENTENCE);
        if idx % 4 == 3 {
            text.push_str("\n\n");
        }
    }
    sidelight::read::read_bytes(
        text.as_bytes(),
        Some(Path::new("long.txt")),
        &sidelight::read::Options::default(),
    )
    .unwrap()
}

fn briefing(document: &Document) -> Briefing {
    let mut sentences = document.text().match_indices("The minister").map(|(at, _)| at);
    let mut next = |words: usize| {
        let at = sentences.next().unwrap();
        TextRange::new(at, at + words)
    };
    let mut briefing = Briefing::default();
    for idx in 0..2900 {
        let range = next(if idx % 2 == 0 { 60 } else { SENTENCE.len() - 1 });
        briefing.positions.push(position(range, ActorId(idx % 50)));
    }
    for _ in 0..400 {
        briefing.questions.push(Question {
            text: "Will the port stay closed?".to_owned(),
            basis: Basis::Scheduled,
            about: vec![],
            salience: 0.5,
            evidence: Evidence::one(next(SENTENCE.len() - 1)).unwrap(),
        });
    }
    let mut places =
        document.text().match_indices("the union").map(|(at, words)| (at, words.len()));
    for idx in 0..50 {
        let mentions: Vec<Mention> = places
            .by_ref()
            .take(33)
            .map(|(at, len)| Mention {
                range: TextRange::new(at, at + len),
                form: MentionForm::Name,
            })
            .collect();
        briefing.actors.push(Actor {
            name: format!("Union number {idx}"),
            kind: ActorKind::Organization,
            role: None,
            affiliations: Vec::new(),
            aliases: vec![],
            salience: 0.5,
            evidence: Evidence::one(mentions[0].range).unwrap(),
            mentions,
        });
    }
    briefing
}

fn position(range: TextRange, holder: ActorId) -> Position {
    Position {
        holder: Holder::Actor(holder),
        source: None,
        via: vec![],
        cue: None,
        content: vec![range],
        text:
            "The minister says that the port will stay closed until the union and the owners agree."
                .to_owned(),
        act: Act::Says,
        form: Form::Indirect,
        certainty: Certainty::Asserted,
        marker: None,
        about: vec![],
        opposed: vec![],
        replaces: None,
        salience: 0.5,
        evidence: Evidence::one(range).unwrap(),
    }
}
