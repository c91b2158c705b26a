//! An article and its briefing, made by hand, in a window without a screen; and hands to use it with.

use std::path::Path;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Theme, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sidelight::app::article::Article;
use sidelight::app::command::Command;
use sidelight::app::state::Pane;
use sidelight::app::{App, Storage};
use sidelight::briefing::{
    Act, Actor, ActorKind, Basis, Briefing, Certainty, Event as Dated, Evidence, Figure, Form,
    Holder, Item, Mention, MentionForm, Point, Position, Question,
};
use sidelight::document::Document;
use sidelight::text::TextRange;

pub(crate) const FILLER: &str = "The weather over the harbour was grey that week, and the gulls had the quay to \
    themselves. Traders counted crates; nobody counted days. A clerk wrote numbers into a book that \
    nobody would read, and closed it again. ";

/// An article long enough that its end is out of view, with the words that the briefing rests on.
pub(crate) fn article() -> Document {
    let mut text = "Port workers reject the minister’s offer\n\nBy Jane Doe\n\n".to_owned();
    text.push_str(
        "“No ferry will sail on Monday,” said Ana María Ruiz, who leads the dockers’ union.\n\n",
    );
    for _ in 0..12 {
        text.push_str(FILLER);
        text.push_str("\n\n");
    }
    text.push_str("The minister, Paul Okoro, denied that talks had failed. He may even have to ask the army.\n\n");
    for _ in 0..6 {
        text.push_str(FILLER);
        text.push_str("\n\n");
    }
    text.push_str("Twelve hundred dockers voted. ");
    text.push_str(
        "Will the army be asked? The vote is due on 3 May 2024, and Ruiz expects to win it. The Harbour Council pays its \
         minister.\n",
    );
    sidelight::read::read_bytes(
        text.as_bytes(),
        Some(Path::new("port.txt")),
        &sidelight::read::Options::default(),
    )
    .unwrap()
}

/// The place of `words` in the text.
pub(crate) fn place(document: &Document, words: &str) -> TextRange {
    let at = document.text().find(words).expect(words);
    TextRange::new(at, at + words.len())
}

pub(crate) fn evidence(document: &Document, words: &str) -> Evidence {
    Evidence::one(place(document, words)).unwrap()
}

pub(crate) const QUOTE: &str = "“No ferry will sail on Monday,” said Ana María Ruiz";
pub(crate) const DENIAL: &str = "The minister, Paul Okoro, denied that talks had failed.";
pub(crate) const ASKED: &str = "Will the army be asked?";
pub(crate) const FIGURE: &str = "Twelve hundred dockers voted.";
pub(crate) const VOTE: &str = "The vote is due on 3 May 2024";

pub(crate) fn briefing(document: &Document) -> Briefing {
    let mention = |words| Mention { range: place(document, words), form: MentionForm::Name };
    let actor = |name: &str, role: &str, mentions: Vec<Mention>, salience| Actor {
        name: name.to_owned(),
        kind: ActorKind::Person,
        role: Some(role.to_owned()),
        aliases: vec![],
        affiliations: vec![],
        salience,
        evidence: Evidence::one(mentions[0].range).unwrap(),
        mentions,
    };
    let position = |holder, act, text: &str, words| Position {
        holder,
        source: None,
        via: vec![],
        cue: None,
        content: vec![place(document, words)],
        text: text.to_owned(),
        act,
        form: Form::Indirect,
        certainty: Certainty::Asserted,
        marker: None,
        about: vec![],
        opposed: vec![],
        replaces: None,
        salience: 0.5,
        evidence: evidence(document, words),
    };
    let mut briefing = Briefing {
        genre: sidelight::briefing::Genre::Report,
        summary: vec![Point {
            text: "Dockers turn the offer down.".to_owned(),
            evidence: evidence(document, "Port workers reject the minister’s offer"),
        }],
        actors: vec![
            actor(
                "Ana María Ruiz",
                "leader of the dockers’ union",
                vec![mention("Ana María Ruiz"), mention("Ruiz expects")],
                0.9,
            ),
            actor("Paul Okoro", "minister", vec![mention("Paul Okoro")], 0.6),
        ],
        positions: vec![
            position(
                Holder::Actor(sidelight::briefing::ActorId(0)),
                Act::Says,
                "Ruiz says that no ferry will sail on Monday.",
                QUOTE,
            ),
            position(
                Holder::Actor(sidelight::briefing::ActorId(1)),
                Act::Denies,
                "Okoro denies that talks failed.",
                DENIAL,
            ),
        ],
        questions: vec![Question {
            text: "Will the army be asked?".to_owned(),
            basis: Basis::Asked,
            about: vec![],
            salience: 0.5,
            evidence: evidence(document, ASKED),
        }],
        timeline: vec![Dated {
            date: "2024-05-03".to_owned(),
            until: None,
            date_range: place(document, "3 May 2024"),
            status: sidelight::briefing::EventStatus::Planned,
            text: "The vote is due.".to_owned(),
            evidence: evidence(document, VOTE),
        }],
        figures: vec![Figure {
            number: place(document, "Twelve hundred"),
            value: 1200.0,
            unit: Some("dockers".to_owned()),
            of: None,
            text: "Twelve hundred dockers voted.".to_owned(),
            evidence: evidence(document, FIGURE),
        }],
        ..Briefing::default()
    };
    briefing.positions[0].opposed = vec![1];
    briefing.positions[1].opposed = vec![0];
    briefing.actors[1].affiliations = vec![place(document, "Harbour Council")];
    briefing.tally(document, &sidelight::briefing::sentences(document));
    briefing
}

/// The window at a size in points, with the article open.
pub(crate) fn window_of(width: f32, height: f32) -> Harness<'static, App> {
    window_at(width, height, 1.0)
}

/// The window at a size in pixels and a scale, with the article open.
pub(crate) fn window_at(width: f32, height: f32, scale: f32) -> Harness<'static, App> {
    let mut harness = Harness::builder()
        .with_size(vec2(width / scale, height / scale))
        .with_pixels_per_point(scale)
        .with_theme(Theme::Light)
        .with_max_steps(40)
        .build_eframe(|cc| {
            let mut app = App::for_tests(&cc.egui_ctx, Storage::nowhere());
            let document = article();
            let briefing = briefing(&document);
            app.show(Path::new("port.txt"), document, briefing);
            app
        });
    harness.run();
    harness
}

pub(crate) fn window() -> Harness<'static, App> {
    window_of(1200.0, 1000.0)
}

/// The card with these words; a link in the left pane.
pub(crate) fn click_card(harness: &mut Harness<'static, App>, words: &str) {
    let card = harness
        .get_all_by_role(Role::Link)
        .find(|node| {
            node.accesskit_node().label().is_some_and(|label| label.contains(words))
                && node.rect().center().x < 480.0
        })
        .expect(words);
    card.click();
    harness.run();
}

/// The piece of evidence with these words, in the source.
pub(crate) fn source_link<'h>(
    harness: &'h Harness<'static, App>,
    words: &str,
) -> egui_kittest::Node<'h> {
    harness
        .get_all_by_role(Role::Link)
        .find(|node| {
            node.accesskit_node().label().as_deref() == Some(words)
                && node.rect().center().x > 480.0
        })
        .expect(words)
}

pub(crate) fn selected(harness: &Harness<'static, App>) -> Option<Item> {
    harness.state().state().article().unwrap().selected
}

/// Whether the source shows its beginning.
pub(crate) fn is_at_top(harness: &Harness<'static, App>) -> bool {
    harness.state().offsets().1 < 0.5
}

pub(crate) fn key(harness: &mut Harness<'static, App>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run();
}

pub(crate) type Window = Harness<'static, App>;

/// A window with settings and places kept in `folder`, and the article read by the real worker.
pub(crate) fn window_on(path: &Path, folder: &Path) -> Window {
    let mut harness = Harness::builder()
        .with_size(vec2(1200.0, 1000.0))
        .with_theme(Theme::Light)
        .with_max_steps(40)
        .build_eframe(|cc| App::for_tests(&cc.egui_ctx, Storage::in_folder(folder)));
    run(&mut harness, Command::Open(path.to_path_buf()));
    harness
}

/// Carries out a command, and waits for what it asks of the worker.
pub(crate) fn run(harness: &mut Window, command: Command) {
    let (ctx, frame) = (harness.ctx.clone(), eframe::Frame::_new_kittest());
    harness.state_mut().run(command, &ctx, &frame);
    harness.run();
    for _ in 0..500 {
        if !harness.state().is_busy() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
        harness.run();
    }
    harness.run();
}

pub(crate) fn open_article(harness: &Window) -> &Article {
    harness.state().state().article().expect("an article is open")
}

pub(crate) fn all_items(harness: &Window) -> Vec<Item> {
    open_article(harness).briefing.items().collect()
}

/// Puts the keyboard on an item.
pub(crate) fn stand_on(harness: &mut Window, item: Item) {
    run(harness, Command::FocusPane(Pane::Briefing));
    run(harness, Command::CursorTo(item));
}
