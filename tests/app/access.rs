//! Screen readers: everything has a role and a name, the focus goes in the order of reading, and what
//! happened is said.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sidelight::app::command::Command;
use sidelight::app::state::Overlay;
use sidelight::briefing::Item;

use crate::common::*;

fn names(harness: &Window, role: Role) -> Vec<String> {
    let nodes = harness.get_all_by_role(role);
    nodes.map(|node| node.accesskit_node().label().unwrap_or_default()).collect()
}

#[test]
fn every_item_span_and_control_has_a_role_and_a_name() {
    let harness = window();
    let links = names(&harness, Role::Link);
    for words in [
        "Dockers turn the offer down.",
        "Ana María Ruiz, leader of the dockers’ union, 2 mentions",
        "Okoro denies that talks failed, against Ana María Ruiz",
        "Will the army be asked?",
        "3 May 2024, planned: The vote is due.",
        QUOTE,
    ] {
        assert!(links.iter().any(|link| link == words), "no link {words:?} in {links:?}");
    }
    for role in [Role::Link, Role::Button, Role::RadioButton, Role::Heading, Role::Paragraph] {
        assert!(
            names(&harness, role).iter().all(|name| !name.is_empty()),
            "{role:?} without a name"
        );
    }
    let headings = names(&harness, Role::Heading);
    for heading in ["In brief", "Actors", "Positions", "Open questions", "Timeline"] {
        assert!(headings.iter().any(|known| known == heading), "no heading {heading}");
    }
    let buttons = names(&harness, Role::Button);
    for button in ["Open…", "Back", "Forward", "Find…", "Commands…", "Reading settings"] {
        assert!(buttons.iter().any(|known| known == button), "no button {button} in {buttons:?}");
    }
}

#[test]
fn the_focus_goes_in_the_order_of_reading() {
    let mut harness = window();
    let mut seen: Vec<(f32, Role)> = Vec::new();
    for _ in 0..40 {
        key(&mut harness, Modifiers::NONE, Key::Tab);
        let focused = harness.root().children_recursive().find(egui_kittest::Node::is_focused);
        if let Some(node) = focused {
            seen.push((node.rect().center().x, node.accesskit_node().role()));
        }
    }
    let links: Vec<f32> =
        seen.iter().filter(|(_, role)| *role == Role::Link).map(|(x, _)| *x).collect();
    assert!(links.len() >= 8, "{seen:?}");
    let first_in_source = links.iter().position(|x| *x > 480.0).expect("the source is reached");
    let briefing_after = links.iter().skip(first_in_source).take(3).any(|x| *x < 480.0);
    assert!(first_in_source >= 5 && !briefing_after, "{links:?}");
}

#[test]
fn what_was_copied_and_where_a_jump_led_is_said() {
    let mut harness = window();
    stand_on(&mut harness, Item::Position(1));
    key(&mut harness, Modifiers::NONE, Key::Enter);
    harness.get_by_role_and_label(Role::Status, "Shown in paragraph 14");
    key(&mut harness, Modifiers::NONE, Key::C);
    harness.get_by_role_and_label(Role::Status, "Item copied");
}

#[test]
fn letters_act_on_nothing_below_what_lies_over_the_panes() {
    let mut harness = window();
    stand_on(&mut harness, Item::Position(1));
    key(&mut harness, Modifiers::NONE, Key::F1);
    assert_eq!(harness.state().state().overlay, Overlay::Keys);
    key(&mut harness, Modifiers::NONE, Key::X);
    assert!(!open_article(&harness).is_wrong(Item::Position(1)));
    key(&mut harness, Modifiers::NONE, Key::Escape);
    key(&mut harness, Modifiers::NONE, Key::X);
    assert!(open_article(&harness).is_wrong(Item::Position(1)));
}

#[test]
fn the_licences_are_shown() {
    let mut harness = window();
    key(&mut harness, Modifiers::COMMAND, Key::K);
    harness.get_by_role(Role::TextInput).type_text("about");
    harness.run();
    key(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(harness.state().state().overlay, Overlay::About);
    harness.get_by_label_contains("Attribution-ShareAlike 4.0");
    harness.get_by_label_contains("UD English-EWT");
}

#[test]
fn what_was_typed_for_the_palette_is_not_taken_for_a_name() {
    let mut harness = window();
    run(&mut harness, Command::Select(Item::Actor(1)));
    let from_palette = |harness: &mut Window, words: &str| {
        key(harness, Modifiers::COMMAND, Key::K);
        harness.get_by_role(Role::TextInput).type_text(words);
        harness.run();
        key(harness, Modifiers::NONE, Key::Enter);
    };
    from_palette(&mut harness, "rename");
    assert_eq!(harness.state().state().overlay, Overlay::Rename);
    let typed = |harness: &Window| harness.get_by_role(Role::TextInput).accesskit_node().value();
    assert_eq!(typed(&harness).as_deref(), Some("Paul Okoro"));
    key(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(open_article(&harness).briefing.actors[1].name, "Paul Okoro");
    from_palette(&mut harness, "merge");
    assert_eq!(harness.state().state().overlay, Overlay::Merge);
    assert_eq!(typed(&harness).unwrap_or_default(), "");
    assert!(harness.query_by_label("Nothing of that name").is_none());
    // It is merged with another, never with itself.
    let offered = |name: &str| {
        let mut buttons = harness.query_all_by_role(Role::Button);
        buttons.any(|node| node.accesskit_node().label().is_some_and(|l| l.starts_with(name)))
    };
    assert!(offered("Ana María Ruiz") && !offered("Paul Okoro"));
}

#[test]
fn the_palette_finds_commands_and_actors() {
    let mut harness = window();
    key(&mut harness, Modifiers::COMMAND, Key::K);
    harness.get_by_role(Role::TextInput).type_text("okoro");
    harness.run();
    key(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(selected(&harness), Some(Item::Actor(1)));
    key(&mut harness, Modifiers::COMMAND, Key::K);
    harness.get_by_role(Role::TextInput).type_text("theme dark");
    harness.run();
    key(&mut harness, Modifiers::NONE, Key::Enter);
    let theme = harness.state().state().settings.theme;
    assert_eq!(theme, sidelight::app::settings::ThemeChoice::Dark);
}
