//! Clicks through the window without a screen: what a click, a key or a copy does.
//!
//! Articles and their briefings are made by hand, so that these tests say nothing about the engine.
//! The real window, with its real dialog and clipboard, is driven by `tests/window/drive.sh`.
#![cfg(feature = "window")]
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

use std::path::Path;

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, Theme, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sidelight::app::{App, Storage};
use sidelight::briefing::{
    Act, Actor, ActorKind, Basis, Briefing, Certainty, Event as Dated, Evidence, Form, Holder,
    Item, Mention, MentionForm, Point, Position, Question,
};
use sidelight::document::Document;
use sidelight::text::TextRange;

const FILLER: &str = "The weather over the harbour was grey that week, and the gulls had the quay to \
    themselves. Traders counted crates; nobody counted days. A clerk wrote numbers into a book that \
    nobody would read, and closed it again. ";

/// An article long enough that its end is out of view, with the words that the briefing rests on.
fn article() -> Document {
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
    text.push_str(
        "Will the army be asked? The vote is due on 3 May 2024, and Ruiz expects to win it.\n",
    );
    sidelight::read::read_bytes(text.as_bytes(), Some(Path::new("port.txt")), None).unwrap()
}

/// The place of `words` in the text.
fn place(document: &Document, words: &str) -> TextRange {
    let at = document.text().find(words).expect(words);
    TextRange::new(at, at + words.len())
}

fn evidence(document: &Document, words: &str) -> Evidence {
    Evidence::one(place(document, words)).unwrap()
}

const QUOTE: &str = "“No ferry will sail on Monday,” said Ana María Ruiz";
const DENIAL: &str = "The minister, Paul Okoro, denied that talks had failed.";
const ASKED: &str = "Will the army be asked?";
const VOTE: &str = "The vote is due on 3 May 2024";

fn briefing(document: &Document) -> Briefing {
    let mention = |words| Mention { range: place(document, words), form: MentionForm::Name };
    let actor = |name: &str, role: &str, mentions: Vec<Mention>, salience| Actor {
        name: name.to_owned(),
        kind: ActorKind::Person,
        role: Some(role.to_owned()),
        aliases: vec![],
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
        salience: 0.5,
        evidence: evidence(document, words),
    };
    Briefing {
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
            date_range: place(document, "3 May 2024"),
            text: "The vote is due.".to_owned(),
            evidence: evidence(document, VOTE),
        }],
    }
}

/// The window at a size, with the article open.
fn window_of(width: f32, height: f32) -> Harness<'static, App> {
    let mut harness = Harness::builder()
        .with_size(vec2(width, height))
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

fn window() -> Harness<'static, App> {
    window_of(1200.0, 1000.0)
}

/// The card with these words; a link in the left pane.
fn click_card(harness: &mut Harness<'static, App>, words: &str) {
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
fn source_link<'h>(harness: &'h Harness<'static, App>, words: &str) -> egui_kittest::Node<'h> {
    harness
        .get_all_by_role(Role::Link)
        .find(|node| {
            node.accesskit_node().label().as_deref() == Some(words)
                && node.rect().center().x > 480.0
        })
        .expect(words)
}

fn selected(harness: &Harness<'static, App>) -> Option<Item> {
    harness.state().state().article().unwrap().selected
}

/// Whether the source shows its beginning.
fn is_at_top(harness: &Harness<'static, App>) -> bool {
    harness.state().offsets().1 < 0.5
}

fn key(harness: &mut Harness<'static, App>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run();
}

#[test]
fn a_click_on_a_line_scrolls_the_source_to_its_evidence() {
    let mut harness = window();
    assert!(is_at_top(&harness));
    click_card(&mut harness, "Okoro denies");
    assert_eq!(selected(&harness), Some(Item::Position(1)));
    assert!(harness.state().offsets().1 > 300.0);
    // It lands at a third of the pane's height.
    let y = source_link(&harness, DENIAL).rect().top();
    assert!((200.0..420.0).contains(&y), "{y}");
}

#[test]
fn a_click_on_evidence_in_view_scrolls_nothing() {
    let mut harness = window();
    click_card(&mut harness, "no ferry will sail");
    assert_eq!(selected(&harness), Some(Item::Position(0)));
    assert!(is_at_top(&harness));
}

#[test]
fn a_click_on_a_marked_sentence_selects_its_line() {
    let mut harness = window();
    source_link(&harness, QUOTE).click();
    harness.run();
    assert_eq!(selected(&harness), Some(Item::Position(0)));
}

#[test]
fn copying_puts_both_flavours_on_the_clipboard_and_says_so() {
    let mut harness = window();
    key(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::C);
    let clip = harness.state().copied().expect("copied").clone();
    assert!(clip.html.contains("<p>Dockers turn the offer down.</p>"), "{}", clip.html);
    assert!(clip.plain.contains("Dockers turn the offer down."), "{}", clip.plain);
    harness.get_by_role_and_label(Role::Status, "Summary copied");
    click_card(&mut harness, "Okoro denies");
    harness.event(Event::Copy);
    harness.run();
    let clip = harness.state().copied().expect("copied").clone();
    assert!(clip.html.contains("Okoro") && clip.plain.contains("denied that talks"), "{clip:?}");
}

#[test]
fn back_and_forward_restore_both_panes() {
    let mut harness = window();
    click_card(&mut harness, "Okoro denies");
    let there = harness.state().offsets();
    click_card(&mut harness, "The vote is due.");
    let end = harness.state().offsets();
    assert!(end.1 > there.1, "{there:?} {end:?} {:?}", selected(&harness));
    key(&mut harness, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(selected(&harness), Some(Item::Position(1)));
    assert!((harness.state().offsets().1 - there.1).abs() < 30.0);
    key(&mut harness, Modifiers::ALT, Key::ArrowLeft);
    assert!(selected(&harness).is_none() && is_at_top(&harness));
    key(&mut harness, Modifiers::ALT, Key::ArrowRight);
    key(&mut harness, Modifiers::ALT, Key::ArrowRight);
    assert_eq!(selected(&harness), Some(Item::Event(0)));
    let now = harness.state().offsets();
    assert!((now.1 - end.1).abs() < 30.0, "{now:?} {end:?}");
}
