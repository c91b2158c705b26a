//! Small screens and large scales: nothing is cut, nothing overlaps, everything can be reached.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Rect, vec2};
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

/// Everything that can be pressed lies within the width, and no two of them on each other; of what is scrolled away
/// only the width counts.
#[track_caller]
fn check(harness: &Window, what: &str) {
    let size = harness.ctx.content_rect().size();
    let mut seen: Vec<(Rect, String)> = Vec::new();
    let roles = [Role::Button, Role::RadioButton, Role::TextInput, Role::Slider, Role::CheckBox];
    for node in roles.iter().flat_map(|role| harness.query_all_by_role(*role)) {
        let rect = node.rect();
        let name = node.accesskit_node().label().unwrap_or_default();
        let inside = rect.left() >= -1.0 && rect.right() <= size.x + 1.0;
        assert!(inside, "{what}: {name} at {rect:?} is cut in {size:?}");
        let in_view = rect.top() >= 0.0 && rect.bottom() <= size.y;
        if harness.state().state().overlay == Overlay::Nothing && in_view {
            for (other, other_name) in &seen {
                let both = rect.shrink(1.0).intersect(*other);
                assert!(
                    !(both.width() > 0.0 && both.height() > 0.0),
                    "{what}: {name} at {rect:?} lies on {other_name} at {other:?} in {size:?}"
                );
            }
            seen.push((rect, name));
        }
    }
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
