//! What stands behind the five lists: voices, figures and what is left out, folded until somebody asks, and then links
//! like all other lines.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sidelight::app::command::Command;
use sidelight::app::listing::{Row, Section};
use sidelight::app::search::Hit;
use sidelight::briefing::Item;

use crate::common::*;

#[test]
fn at_rest_they_are_three_headings_with_what_they_count() {
    let harness = window();
    for name in ["Voices, 2 named", "Figures, 1"] {
        let heading = harness.get_by_role_and_label(Role::Button, name);
        assert_eq!(heading.accesskit_node().data().is_expanded(), Some(false), "{name}");
    }
    let rows = &open_article(&harness).rows;
    assert!(rows.contains(&Row::Section(Section::LeftOut)));
    assert!(!rows.iter().any(|row| row.item().is_some_and(|item| !item.is_listed())), "{rows:?}");
}

#[test]
fn a_click_unfolds_and_folds() {
    let mut harness = window();
    for open in [true, false] {
        harness.get_by_role_and_label(Role::Button, "Figures, 1").click();
        harness.run();
        assert_eq!(open_article(&harness).is_open(Section::Figures), open);
        let heading = harness.get_by_role_and_label(Role::Button, "Figures, 1");
        assert_eq!(heading.accesskit_node().data().is_expanded(), Some(open));
    }
}

#[test]
fn each_line_leads_to_its_evidence_and_back() {
    let mut harness = window();
    key(&mut harness, Modifiers::NONE, Key::Num8);
    assert_eq!(open_article(&harness).cursor, Some(Item::Figure(0)));
    let line = "Twelve hundred dockers: Twelve hundred dockers voted.";
    harness.get_by_role_and_label(Role::Link, line);
    key(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(selected(&harness), Some(Item::Figure(0)));
    assert!(harness.state().offsets().1 > 300.0);
    let y = source_link(&harness, FIGURE).rect().top();
    assert!((60.0..970.0).contains(&y), "{y}");
    // And from the words to the line, where nothing of the five lists rests on them.
    run(&mut harness, Command::ToggleSection(Section::Figures));
    key(&mut harness, Modifiers::NONE, Key::Escape);
    source_link(&harness, FIGURE).click();
    harness.run();
    assert_eq!(selected(&harness), Some(Item::Figure(0)));
    assert!(open_article(&harness).is_open(Section::Figures));
    // A voice leads to where it is heard.
    key(&mut harness, Modifiers::NONE, Key::Num7);
    assert_eq!(open_article(&harness).cursor, Some(Item::Voice(0)));
    harness.get_by_role_and_label(Role::Link, "Ana María Ruiz: reported once");
    key(&mut harness, Modifiers::NONE, Key::Enter);
    let shown = open_article(&harness).shown_range().expect("it rests on something");
    assert_eq!(shown.slice(open_article(&harness).document.text()), QUOTE);
}

#[test]
fn the_keyboard_walks_past_what_is_folded_and_through_what_is_not() {
    let mut harness = window();
    stand_on(&mut harness, Item::Event(0));
    for _ in 0..2 {
        key(&mut harness, Modifiers::NONE, Key::J);
    }
    assert_eq!(open_article(&harness).cursor, Some(Item::Event(0)));
    key(&mut harness, Modifiers::SHIFT, Key::J);
    assert_eq!(open_article(&harness).cursor, Some(Item::Event(0)));
    run(&mut harness, Command::ToggleSection(Section::Figures));
    key(&mut harness, Modifiers::NONE, Key::J);
    assert_eq!(open_article(&harness).cursor, Some(Item::Figure(0)));
    key(&mut harness, Modifiers::SHIFT, Key::K);
    assert_eq!(open_article(&harness).cursor, Some(Item::Event(0)));
}

#[test]
fn they_are_found_by_the_palette_and_by_search_and_copied() {
    let mut harness = window();
    key(&mut harness, Modifiers::COMMAND, Key::K);
    harness.get_by_role(Role::TextInput).type_text("figures");
    harness.run();
    key(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(open_article(&harness).cursor, Some(Item::Figure(0)));
    run(&mut harness, Command::CopySection);
    let copied = harness.state().copied().expect("copied").plain.clone();
    assert!(copied.contains("FIGURES\n- Twelve hundred dockers: Twelve hundred"), "{copied}");
    run(&mut harness, Command::CopyBriefing);
    let copied = harness.state().copied().expect("copied").plain.clone();
    for heading in ["IN BRIEF", "TIMELINE", "VOICES", "FIGURES", "LEFT OUT"] {
        assert!(copied.contains(heading), "{copied}");
    }
    run(&mut harness, Command::ToggleSection(Section::Figures));
    run(&mut harness, Command::Find);
    run(&mut harness, Command::SetQuery("hundred dockers voted".to_owned()));
    let hits = harness.state().state().find.hits.clone();
    assert!(hits.contains(&Hit::Card(Item::Figure(0))), "{hits:?}");
    run(&mut harness, Command::FindPrevious);
    assert!(open_article(&harness).is_open(Section::Figures), "a hit in a fold opens it");
}

#[test]
fn a_figure_can_be_struck_out_and_what_is_only_counted_cannot() {
    let mut harness = window();
    run(&mut harness, Command::Select(Item::Figure(0)));
    key(&mut harness, Modifiers::NONE, Key::X);
    assert!(open_article(&harness).is_wrong(Item::Figure(0)));
    run(&mut harness, Command::CopyBriefing);
    let copied = harness.state().copied().expect("copied").plain.clone();
    assert!(!copied.contains("FIGURES"), "{copied}");
    run(&mut harness, Command::Select(Item::Voice(0)));
    key(&mut harness, Modifiers::NONE, Key::X);
    assert!(!open_article(&harness).is_wrong(Item::Voice(0)));
    // Voices are counted anew when a position is wrong, in what is copied.
    run(&mut harness, Command::Select(Item::Position(0)));
    key(&mut harness, Modifiers::NONE, Key::X);
    run(&mut harness, Command::CopyBriefing);
    let copied = harness.state().copied().expect("copied").plain.clone();
    assert!(!copied.contains("Ana María Ruiz: reported once"), "{copied}");
}

#[test]
fn an_actors_card_says_whom_it_serves_how_often_and_with_whom() {
    let mut harness = window();
    click_card(&mut harness, "Paul Okoro, minister");
    let label = "Paul Okoro, minister. Belongs to Harbour Council. 1 mention, 1 position";
    harness.get_by_role_and_label(Role::Link, label);
}
