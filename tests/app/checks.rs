//! The seven checks of how the window should feel, as far as they need no screen; the rest are in
//! `tests/window/drive.sh` and `benches/window.rs`.

use std::path::Path;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Theme, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sidelight::app::article::Hovered;
use sidelight::app::command::Command;
use sidelight::app::search::Hit;
use sidelight::app::settings::Settings;
use sidelight::app::state::Pane;
use sidelight::app::{App, Storage};
use sidelight::briefing::{Briefing, Item};

use crate::common::*;

/// Check 1: Enter shows exactly the span, `o` returns to the item, Alt+Left restores both panes.
#[test]
fn every_item_leads_to_its_span_and_back() {
    let mut harness = window();
    for item in all_items(&harness) {
        let before = harness.state().offsets();
        stand_on(&mut harness, item);
        key(&mut harness, Modifiers::NONE, Key::Enter);
        assert_eq!(selected(&harness), Some(item));
        let article = open_article(&harness);
        let span = article.shown_range().expect("it rests on something");
        assert!(article.briefing.evidence(item).iter().all(|range| span.contains_range(*range)));
        let words = span.slice(article.document.text()).to_owned();
        let y = link_in_view(&harness, &words).expect("the span is in view");
        assert!((60.0..970.0).contains(&y), "{item:?} at {y}");
        // To the sentence, and back to the card.
        key(&mut harness, Modifiers::NONE, Key::O);
        assert_eq!(harness.state().state().pane, Pane::Source);
        key(&mut harness, Modifiers::NONE, Key::O);
        assert_eq!(harness.state().state().pane, Pane::Briefing);
        assert_eq!(open_article(&harness).cursor, Some(item));
        while harness.state().offsets().1 > before.1 + 30.0 {
            let here = harness.state().offsets().1;
            key(&mut harness, Modifiers::ALT, Key::ArrowLeft);
            assert!(harness.state().offsets().1 < here + 1.0, "back leads back");
            if !open_article(&harness).history.can_go_back() {
                break;
            }
        }
    }
}

/// Where the source shows these words as evidence or part of it.
fn link_in_view(harness: &Window, words: &str) -> Option<f32> {
    let mut links = harness.get_all_by_role(Role::Link);
    let link = links.find(|node| {
        let label = node.accesskit_node().label().unwrap_or_default();
        node.rect().center().x > 480.0
            && !label.is_empty()
            && (words.contains(&label) || label.contains(words))
    });
    link.map(|node| node.rect().center().y)
}

/// Check 2: hovering all cards in turn scrolls nothing.
#[test]
fn hovering_scrolls_nothing() {
    let mut harness = window();
    key(&mut harness, Modifiers::NONE, Key::D);
    let before = harness.state().offsets();
    let cards: Vec<_> = harness
        .get_all_by_role(Role::Link)
        .map(|node| node.rect().center())
        .filter(|center| center.x < 480.0 && center.y < 960.0)
        .collect();
    assert!(cards.len() >= 6);
    let mut lit = 0;
    for center in cards {
        harness.hover_at(center);
        harness.run();
        lit += usize::from(matches!(open_article(&harness).hovered, Hovered::Card(_)));
        assert_eq!(harness.state().offsets(), before);
    }
    assert!(lit >= 6, "only {lit} cards lit");
}

/// Check 3, by keyboard: skimmed, checked, copied, and never a mouse. (By mouse: `linking`.)
#[test]
fn an_article_can_be_read_without_a_mouse() {
    let mut harness = window();
    for (number, expected) in [
        (Key::Num1, Item::Point(0)),
        (Key::Num2, Item::Actor(0)),
        (Key::Num3, Item::Position(0)),
        (Key::Num4, Item::Question(0)),
        (Key::Num5, Item::Event(0)),
    ] {
        key(&mut harness, Modifiers::NONE, number);
        assert_eq!(open_article(&harness).cursor, Some(expected));
    }
    key(&mut harness, Modifiers::NONE, Key::K);
    assert_eq!(open_article(&harness).cursor, Some(Item::Question(0)));
    key(&mut harness, Modifiers::SHIFT, Key::Enter);
    assert_eq!(harness.state().state().pane, Pane::Source);
    assert!(harness.state().offsets().1 > 300.0);
    key(&mut harness, Modifiers::NONE, Key::K);
    key(&mut harness, Modifiers::NONE, Key::F6);
    key(&mut harness, Modifiers::NONE, Key::C);
    let copied = harness.state().copied().expect("copied");
    assert!(copied.plain.contains("Will the army be asked?"), "{}", copied.plain);
    // The mentions of an actor, around the ring.
    key(&mut harness, Modifiers::NONE, Key::Num2);
    key(&mut harness, Modifiers::NONE, Key::Enter);
    key(&mut harness, Modifiers::NONE, Key::N);
    assert_eq!(open_article(&harness).piece, 1);
    key(&mut harness, Modifiers::NONE, Key::N);
    assert_eq!(open_article(&harness).piece, 0);
    // Pin, filter, and Escape layer by layer.
    key(&mut harness, Modifiers::NONE, Key::P);
    key(&mut harness, Modifiers::NONE, Key::F);
    let article = open_article(&harness);
    assert!(article.pins[0] == Some(Item::Actor(0)) && article.filter.is_some());
    for _ in 0..3 {
        key(&mut harness, Modifiers::NONE, Key::Escape);
    }
    let article = open_article(&harness);
    assert!(article.selected.is_none() && article.pins[0].is_none() && article.filter.is_none());
}

/// Check 4: whatever the width and the size of the type, the first visible offset stays.
#[test]
fn the_place_stays_when_width_or_type_change() {
    let mut harness = window();
    click_card(&mut harness, "Okoro denies");
    let top = open_article(&harness).source_top;
    let near = |harness: &Window| {
        let article = open_article(harness);
        let now = article.source_top;
        // The same line, though it may break elsewhere.
        assert!(now.abs_diff(top) < 130, "{now} instead of {top}");
    };
    for width in [700.0, 950.0, 1400.0, 2000.0] {
        harness.set_size(vec2(width, 1000.0));
        harness.run();
        run(&mut harness, Command::FocusPane(Pane::Source));
        near(&harness);
    }
    for size in [12.0, 30.0, 18.0] {
        let settings = harness.state().state().settings.clone();
        run(&mut harness, Command::Change(Box::new(Settings { text_size: size, ..settings })));
        near(&harness);
    }
}

/// Check 5: what is typed plainly is found as it is printed.
#[test]
fn plain_typing_finds_print() {
    let mut harness =
        Harness::builder().with_size(vec2(1200.0, 800.0)).with_max_steps(40).build_eframe(|cc| {
            let mut app = App::for_tests(&cc.egui_ctx, Storage::nowhere());
            let text = "It was “General Viktor\u{a0}Khrenin’s” idea.\n\nNobody asked.";
            let document = sidelight::read::read_bytes(
                text.as_bytes(),
                Some(Path::new("x.txt")),
                &sidelight::read::Options::default(),
            )
            .unwrap();
            app.show(Path::new("x.txt"), document, Briefing::default());
            app
        });
    harness.run();
    key(&mut harness, Modifiers::COMMAND, Key::F);
    harness.get_by_role(Role::TextInput).type_text("viktor khrenin's\"");
    harness.run();
    let find = &harness.state().state().find;
    let [Hit::Source(range)] = find.hits.as_slice() else { panic!("{:?}", find.hits) };
    let text = open_article(&harness).document.text();
    assert_eq!(range.slice(text), "Viktor\u{a0}Khrenin’s”");
}

/// Check 7: at the smallest window and the largest scale, everything is drawn inside the window.
#[test]
fn nothing_is_cut_in_a_small_window_at_a_large_scale() {
    for (width, height, scale) in [(800.0, 600.0, 1.0), (800.0, 600.0, 2.0), (1280.0, 800.0, 3.0)] {
        let mut harness = Harness::builder()
            .with_size(vec2(width, height))
            .with_pixels_per_point(scale)
            .with_theme(Theme::Dark)
            .with_max_steps(40)
            .build_eframe(|cc| {
                let mut app = App::for_tests(&cc.egui_ctx, Storage::nowhere());
                let document = article();
                let briefing = briefing(&document);
                app.show(Path::new("port.txt"), document, briefing);
                app
            });
        harness.run();
        for node in harness.get_all_by_role(Role::Button) {
            let rect = node.rect();
            let name = node.accesskit_node().label().unwrap_or_default();
            let inside = rect.left() >= -1.0 && rect.right() <= width + 1.0;
            assert!(inside, "{name} at {rect:?} in {width} x {height}");
        }
    }
}

/// Check 3, by mouse, where only one pane fits: to the proof and back.
#[test]
fn a_narrow_window_can_be_used_with_the_mouse_alone() {
    let mut harness = window_of(760.0, 1000.0);
    let card = "Okoro denies that talks failed, against Ana María Ruiz";
    harness.get_by_role_and_label(Role::Link, card).click();
    harness.run();
    harness.get_by_label("Go to the other side").click();
    harness.run();
    assert_eq!(harness.state().state().pane, Pane::Source);
    let words = harness.get_by_role_and_label(Role::Link, DENIAL);
    assert!((60.0..900.0).contains(&words.rect().top()), "{:?}", words.rect());
    harness.get_by_role_and_label(Role::RadioButton, "Briefing").click();
    harness.run();
    assert_eq!(harness.state().state().pane, Pane::Briefing);
}
