//! What is kept: places and corrections of an article, settings, what was open when something fails.

use std::path::Path;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use sidelight::app::command::Command;
use sidelight::app::state::Phase;
use sidelight::briefing::Item;

use crate::common::*;

/// A file with the article's text.
fn article_file(folder: &Path) -> std::path::PathBuf {
    let path = folder.join("port.txt");
    std::fs::write(&path, article().text()).unwrap();
    path
}

#[test]
fn a_file_that_fails_leaves_what_was_open_and_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window_on(&article_file(folder.path()), folder.path());
    run(&mut harness, Command::Open(folder.path().join("absent.txt")));
    assert!(open_article(&harness).title().contains("Port workers"));
    let notice = &harness.state().state().notices[0];
    assert!(notice.text.ends_with("absent.txt") && notice.hint.is_some(), "{notice:?}");
    // Alone, it fills the window.
    run(&mut harness, Command::CloseTab);
    run(&mut harness, Command::Open(folder.path().to_path_buf()));
    assert!(matches!(harness.state().state().tab().unwrap().phase, Phase::Failed(_)));
    let said = format!("This is a folder, not an article: {}", folder.path().display());
    harness.get_by_role_and_label(Role::Status, &said);
}

#[test]
fn place_pin_and_folds_come_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = article_file(folder.path());
    let mut harness = window_on(&path, folder.path());
    let end = open_article(&harness).document.text().find(ASKED).unwrap();
    run(&mut harness, Command::ScrollSource(end - 1500, true));
    let top = open_article(&harness).source_top;
    assert!(top > 500);
    run(&mut harness, Command::CloseTab);
    assert!(harness.state().state().article().is_none());
    run(&mut harness, Command::ReopenTab);
    assert!(open_article(&harness).source_top.abs_diff(top) < 100);
}

#[test]
fn a_changed_file_is_read_anew_at_the_same_words() {
    let folder = tempfile::tempdir().unwrap();
    let path = article_file(folder.path());
    let mut harness = window_on(&path, folder.path());
    let offset = open_article(&harness).document.text().find(DENIAL).unwrap();
    run(&mut harness, Command::ScrollSource(offset, false));
    let longer =
        article().text().replacen("By Jane Doe", "By Jane Doe\n\nA new paragraph, put before.", 1);
    std::fs::write(&path, longer).unwrap();
    run(&mut harness, Command::Reload);
    let article = open_article(&harness);
    let top = article.document.text().get(article.source_top..).unwrap();
    assert!(top.starts_with(DENIAL), "{}", top.get(..60).unwrap_or(top));
}

#[test]
fn a_correction_is_shown_undone_and_exported() {
    let mut harness = window();
    stand_on(&mut harness, Item::Position(1));
    key(&mut harness, Modifiers::NONE, Key::X);
    assert!(open_article(&harness).is_wrong(Item::Position(1)));
    harness.get_by_role_and_label(Role::Link, "marked wrong: Okoro denies that talks failed.");
    run(&mut harness, Command::CopyBriefing);
    assert!(!harness.state().copied().unwrap().plain.contains("Okoro denies"));
    key(&mut harness, Modifiers::COMMAND, Key::Z);
    assert!(!open_article(&harness).is_wrong(Item::Position(1)));
    run(&mut harness, Command::Select(Item::Actor(1)));
    run(&mut harness, Command::SetName("Paul Okoro-Lind".to_owned()));
    assert_eq!(open_article(&harness).briefing.actors[1].name, "Paul Okoro-Lind");
    run(&mut harness, Command::MergeInto(0));
    assert_eq!(open_article(&harness).briefing.actors[0].mentions.len(), 3);
}

#[test]
fn several_articles_are_tabs_each_with_its_own_state() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window_on(&article_file(folder.path()), folder.path());
    let offset = open_article(&harness).document.text().find(DENIAL).unwrap();
    run(&mut harness, Command::ScrollSource(offset, false));
    let place = harness.state().offsets().1;
    run(&mut harness, Command::OpenSample);
    assert_eq!(harness.state().state().tabs.len(), 2);
    assert!(harness.state().offsets().1 < 1.0 && place > 300.0);
    key(&mut harness, Modifiers::COMMAND, Key::Tab);
    let now = harness.state().offsets().1;
    assert!((now - place).abs() < 1.0, "{now} instead of {place}");
    key(&mut harness, Modifiers::COMMAND, Key::W);
    assert_eq!(harness.state().state().tabs.len(), 1);
}

#[test]
fn the_encoding_can_be_changed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("letters.txt");
    // "Привет" and a sentence in KOI8-R, which may be taken for another encoding of the same bytes.
    std::fs::write(&path, b"\xf0\xd2\xc9\xd7\xc5\xd4. \xe4\xc1.\n").unwrap();
    let mut harness = window_on(&path, folder.path());
    run(&mut harness, Command::SetEncoding(Some("KOI8-R")));
    assert!(open_article(&harness).document.text().starts_with("Привет. Да."));
    harness.get_by_label("KOI8-R, chosen");
}

#[test]
fn a_job_that_is_cancelled_leaves_what_was_open() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window_on(&article_file(folder.path()), folder.path());
    let (ctx, frame) = (harness.ctx.clone(), eframe::Frame::_new_kittest());
    let app = harness.state_mut();
    app.run(Command::OpenSample, &ctx, &frame);
    assert!(matches!(app.state().tab().unwrap().phase, Phase::Loading { .. }));
    app.run(Command::Cancel, &ctx, &frame);
    harness.run();
    assert_eq!(harness.state().state().tabs.len(), 1);
    assert!(open_article(&harness).title().contains("Port workers"));
}

#[test]
fn an_article_that_is_closed_is_briefed_no_further() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("long.txt");
    // Many seconds of work, if nobody stopped it.
    std::fs::write(&path, "The minister said on Monday that the talks had failed.\n".repeat(5_000))
        .unwrap();
    let mut harness = window();
    let (ctx, frame) = (harness.ctx.clone(), eframe::Frame::_new_kittest());
    harness.state_mut().run(Command::Open(path), &ctx, &frame);
    for _ in 0..500 {
        if harness.state().state().article().is_some() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
        harness.run_steps(1);
    }
    assert!(open_article(&harness).is_awaited() && harness.state().is_busy());
    harness.state_mut().run(Command::CloseTab, &ctx, &frame);
    assert!(!harness.state().is_busy());
}

#[derive(Debug)]
struct Dropped(std::path::PathBuf);

impl eframe::egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

#[test]
fn a_dropped_file_is_opened_and_recent_files_outlive_the_window() {
    let folder = tempfile::tempdir().unwrap();
    let path = article_file(folder.path());
    let mut harness = window_on(&path, folder.path());
    let other = folder.path().join("other.txt");
    std::fs::write(&other, "Another article\n\nIt says that nothing happened on Monday.\n")
        .unwrap();
    let third = folder.path().join("third.txt");
    std::fs::write(&third, "A third article\n\nIt says that all went home on Friday.\n").unwrap();
    for path in [&third, &other] {
        harness.input_mut().dropped_files.push(std::sync::Arc::new(Dropped(path.clone())));
    }
    run(&mut harness, Command::FocusPane(sidelight::app::state::Pane::Source));
    // Each has a tab, and the last is shown.
    assert_eq!(harness.state().state().tabs.len(), 3);
    assert!(open_article(&harness).path.ends_with("other.txt"));
    assert_eq!(harness.state().state().folder(), std::fs::canonicalize(folder.path()).ok());
    drop(harness);
    let harness = window_on(&path, folder.path());
    let recent = &harness.state().state().settings.recent;
    assert_eq!(recent.len(), 3);
    assert!(recent.iter().any(|known| known.ends_with("other.txt")));
}
