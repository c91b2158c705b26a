//! From a line to its evidence and back: clicks, copies, history.

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, PointerButton};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sidelight::app::article::Hovered;
use sidelight::app::command::Command;
use sidelight::app::listing::{Row, Section};
use sidelight::app::state::Pane;
use sidelight::briefing::Item;

use crate::common::*;

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
fn a_key_leads_from_a_position_to_the_one_that_it_is_against() {
    let mut harness = window();
    key(&mut harness, Modifiers::NONE, Key::V);
    harness.get_by_role_and_label(Role::Status, "Nobody is known to hold the opposite of this");
    click_card(&mut harness, "Okoro denies that talks failed");
    key(&mut harness, Modifiers::NONE, Key::V);
    assert_eq!(selected(&harness), Some(Item::Position(0)));
    key(&mut harness, Modifiers::NONE, Key::V);
    assert_eq!(selected(&harness), Some(Item::Position(1)));
    harness.get_by_label("The other side").click();
    harness.run();
    assert_eq!(selected(&harness), Some(Item::Position(0)));
    harness.get_by_label_contains("no ferry will sail on Monday, against Paul Okoro");
}

#[test]
fn copying_puts_both_flavours_on_the_clipboard_and_says_so() {
    let mut harness = window();
    key(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::C);
    let clip = harness.state().copied().expect("copied").clone();
    assert!(
        clip.html.contains("<p>Dockers turn the offer down.<sup>[1]</sup></p>"),
        "{}",
        clip.html
    );
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

#[test]
fn clicks_on_shared_words_go_through_all_that_rest_on_them() {
    let mut harness = window();
    let first = selected_after_click(&mut harness);
    let second = selected_after_click(&mut harness);
    assert_ne!(first, second);
    assert_eq!(selected_after_click(&mut harness), first);
}

/// Clicks the middle of the quotation, where a position and an actor's name meet.
fn selected_after_click(harness: &mut Window) -> Option<Item> {
    let name = harness
        .get_all_by_role(Role::Link)
        .find(|node| node.accesskit_node().label().as_deref() == Some("Ana María Ruiz"))
        .expect("the name is evidence for the actor");
    name.click();
    harness.run();
    // A second click within the time of a double click would select a word.
    harness.run_steps(4);
    selected(harness)
}

#[test]
fn hovering_words_lights_their_card_and_scrolls_nothing() {
    let mut harness = window();
    let before = harness.state().offsets();
    let center = source_link(&harness, QUOTE).rect().center();
    harness.hover_at(center);
    harness.run();
    let Hovered::Source { items, .. } = &open_article(&harness).hovered else {
        panic!("{:?}", open_article(&harness).hovered)
    };
    assert!(items.contains(&Item::Position(0)), "{items:?}");
    assert_eq!(harness.state().offsets(), before);
}

#[test]
fn the_peek_card_goes_at_the_first_key() {
    let mut harness = window();
    let cards = harness.get_all_by_role(Role::Link).map(|node| node.rect().center());
    let peeks = |harness: &Window| harness.query_by_label_contains("Paragraph 1").is_some();
    // The first card whose words are out of view.
    let cards: Vec<_> = cards.filter(|at| at.x < 480.0 && at.y < 960.0).collect();
    let peeked = cards.into_iter().any(|center| {
        harness.hover_at(center);
        harness.run_steps(8);
        peeks(&harness)
    });
    assert!(peeked);
    key(&mut harness, Modifiers::NONE, Key::J);
    assert!(!peeks(&harness));
}

#[test]
fn the_peek_card_goes_at_a_click() {
    // One pane, so that the card would lie over the words.
    let mut harness = window_at(700.0, 700.0, 1.0);
    run(&mut harness, Command::FocusPane(Pane::Source));
    let link = harness
        .get_all_by_role(Role::Link)
        .find(|node| node.accesskit_node().label().as_deref() == Some(QUOTE))
        .map(|node| node.rect().center())
        .expect("the quote is evidence");
    let peeks = |harness: &Window| harness.query_by_label("Positions").is_some();
    harness.hover_at(link);
    harness.run_steps(8);
    assert!(peeks(&harness));
    for pressed in [true, false] {
        harness.event(Event::PointerButton {
            pos: link,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
        // What is held longer than most of a second is no click.
        harness.run_steps(1);
    }
    harness.run_steps(4);
    assert!(selected(&harness).is_some() && !peeks(&harness));
}

#[test]
fn what_the_briefing_left_out_is_listed_and_leads_to_its_place() {
    let mut harness = window();
    key(&mut harness, Modifiers::NONE, Key::U);
    let article = open_article(&harness);
    let left_out = &article.briefing.left_out;
    let text = article.document.text();
    let used = [QUOTE, DENIAL, ASKED].map(|words| text.find(words).expect(words));
    for range in left_out {
        assert!(used.iter().all(|at| !range.contains(*at)), "{}", range.slice(text));
    }
    assert!(left_out.len() > 20);
    assert_eq!(article.cursor, Some(Item::LeftOut(0)));
    let (last, number) = (Item::LeftOut(left_out.len() - 1), left_out.len());
    let rows = article.rows.iter().filter(|row| matches!(row.item(), Some(Item::LeftOut(_))));
    assert_eq!(rows.count(), number);
    run(&mut harness, Command::Select(last));
    assert!(harness.state().offsets().1 > 300.0);
    // The same key folds it again; Escape does too.
    key(&mut harness, Modifiers::NONE, Key::U);
    assert!(!open_article(&harness).is_open(Section::LeftOut));
    key(&mut harness, Modifiers::NONE, Key::Num6);
    assert!(open_article(&harness).is_open(Section::LeftOut));
    for _ in 0..2 {
        key(&mut harness, Modifiers::NONE, Key::Escape);
    }
    assert!(!open_article(&harness).is_open(Section::LeftOut));
}

#[test]
fn a_filter_folds_what_is_about_others_and_is_named() {
    let mut harness = window();
    run(&mut harness, Command::Select(Item::Actor(1)));
    key(&mut harness, Modifiers::NONE, Key::F);
    let rows = &open_article(&harness).rows;
    assert!(rows.contains(&Row::Folded(Item::Position(0))), "{rows:?}");
    assert!(rows.contains(&Row::Card(Item::Position(1))), "{rows:?}");
    harness.get_by_label_contains("Only Paul Okoro");
}
