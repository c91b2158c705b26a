//! Small screens and large scales: nothing is cut, nothing overlaps, everything can be reached.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Rect, Vec2, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sidelight::app::command::Command;
use sidelight::app::state::{Overlay, Pane};
use sidelight::app::{App, Storage};
use sidelight::briefing::Item;

use crate::common::*;

/// Widths and heights in pixels, and the scale: screens as they are sold, less a bar, and the least window.
const SIZES: [(f32, f32, f32); 8] = [
    (480.0, 360.0, 1.0),
    (800.0, 600.0, 1.0),
    (800.0, 600.0, 1.5),
    (800.0, 600.0, 2.0),
    (800.0, 600.0, 3.0),
    (1024.0, 768.0, 3.0),
    (1400.0, 900.0, 3.0),
    (768.0, 570.0, 3.0),
];

/// Everything that can be pressed lies within the width, and no two of them on each other.
#[track_caller]
fn check(harness: &Window, what: &str) {
    let roles = [Role::Button, Role::RadioButton, Role::TextInput, Role::Slider, Role::CheckBox];
    let controls: Vec<(Rect, String)> = roles
        .iter()
        .flat_map(|role| harness.query_all_by_role(*role))
        .map(|node| (node.rect(), node.accesskit_node().label().unwrap_or_default()))
        .collect();
    // Where nothing were found, nothing would be wrong either.
    assert!(controls.len() >= 2, "{what}: only {controls:?}");
    let size = harness.ctx.content_rect().size();
    // What lies over the panes lies over their controls.
    let alone = harness.state().state().overlay == Overlay::Nothing;
    assert_eq!(fault(&controls, size, alone), None, "{what} in {size:?}");
}

/// What is cut in a window of this size, or, where they are `alone`, lies on another. Of what is scrolled away only the
/// width counts.
fn fault(controls: &[(Rect, String)], size: Vec2, alone: bool) -> Option<String> {
    let mut seen: Vec<&(Rect, String)> = Vec::new();
    for control in controls {
        let (rect, name) = control;
        if rect.left() < -1.0 || rect.right() > size.x + 1.0 {
            return Some(format!("{name} at {rect:?} is cut"));
        }
        if alone && rect.top() >= 0.0 && rect.bottom() <= size.y {
            let meets = |other: &&&(Rect, String)| {
                let both = rect.shrink(1.0).intersect(other.0);
                both.width() > 0.0 && both.height() > 0.0
            };
            if let Some((other, other_name)) = seen.iter().find(meets) {
                return Some(format!("{name} at {rect:?} lies on {other_name} at {other:?}"));
            }
            seen.push(control);
        }
    }
    None
}

#[test]
fn the_checks_below_can_fail() {
    let control = |x: f32, y: f32, name: &str| {
        (Rect::from_min_size(pos2(x, y), vec2(40.0, 20.0)), name.to_owned())
    };
    let size = vec2(100.0, 60.0);
    let fault = |controls: &[(Rect, String)], alone| fault(controls, size, alone);
    let apart = [control(0.0, 0.0, "Open"), control(50.0, 0.0, "Find")];
    assert_eq!(fault(&apart, true), None);
    let cut = fault(&[control(80.0, 0.0, "Open")], true);
    assert!(cut.is_some_and(|said| said.starts_with("Open") && said.ends_with("is cut")));
    let on_another = [control(0.0, 0.0, "Open"), control(20.0, 5.0, "Find")];
    let said = fault(&on_another, true);
    assert!(said.is_some_and(|said| said.starts_with("Find") && said.contains("lies on Open")));
    assert_eq!(fault(&on_another, false), None);
    assert_eq!(fault(&[control(0.0, 70.0, "Open"), control(0.0, 70.0, "Find")], true), None);
}

#[test]
fn nothing_is_cut_and_nothing_overlaps_from_100_to_300_percent() {
    for (width, height, scale) in SIZES {
        let mut harness = window_at(width, height, scale);
        check(&harness, "the briefing");
        run(&mut harness, Command::Select(Item::Actor(0)));
        check(&harness, "a selected actor");
        run(&mut harness, Command::Pin);
        run(&mut harness, Command::Filter);
        check(&harness, "pinned and filtered");
        run(&mut harness, Command::FocusPane(Pane::Source));
        check(&harness, "the source");
        run(&mut harness, Command::Find);
        run(&mut harness, Command::SetQuery("the".to_owned()));
        check(&harness, "searching");
        run(&mut harness, Command::Escape);
        for overlay in
            [Command::Palette, Command::Keys, Command::About, Command::Reading, Command::Templates]
        {
            run(&mut harness, overlay.clone());
            check(&harness, overlay.label());
            run(&mut harness, Command::Escape);
        }
    }
}

#[test]
fn the_empty_window_fits_too() {
    for (width, height, scale) in SIZES {
        let mut harness = Harness::builder()
            .with_size(vec2(width / scale, height / scale))
            .with_pixels_per_point(scale)
            .with_max_steps(40)
            .build_eframe(|cc| App::for_tests(&cc.egui_ctx, Storage::nowhere()));
        harness.run();
        check(&harness, "the empty window");
        run(&mut harness, Command::Open("/nowhere/article.txt".into()));
        check(&harness, "a file that is not there");
    }
}

#[test]
fn in_the_smallest_window_everything_is_reached_by_mouse_and_by_key() {
    let mut harness = window_at(800.0, 600.0, 3.0);
    // The panes share most of the height.
    let page = harness.get_by_role_and_label(Role::RadioButton, "Source");
    assert!(page.rect().bottom() < 40.0, "{:?}", page.rect());
    page.click();
    harness.run();
    assert_eq!(harness.state().state().pane, Pane::Source);
    harness.get_by_role_and_label(Role::Document, "Source");
    harness.get_by_label("Menu").click();
    harness.run();
    check(&harness, "the menu");
    // Escape closes the menu, and nothing below it.
    key(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.query_by_label_contains("Copy summary").is_none());
    harness.get_by_label("Menu").click();
    harness.run();
    // It is scrolled out of view, as for a screen reader.
    harness.get_by_label_contains("Copy summary").click_accesskit();
    harness.run();
    assert!(harness.state().copied().is_some());
    // A screen reader hears what happened though there is no status bar.
    harness.get_by_role_and_label(Role::Status, "Summary copied");
    key(&mut harness, Modifiers::NONE, Key::F6);
    assert_eq!(harness.state().state().pane, Pane::Briefing);
}
