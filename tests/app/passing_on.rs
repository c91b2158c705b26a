//! What leaves the window and comes back: references as chosen, Markdown, templates, saved briefings.

use std::fs;

use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use sidelight::app::command::Command;
use sidelight::app::settings::{References, Settings};

use crate::common::{Window, key, run, window, window_on};

fn copied(harness: &Window) -> (String, String) {
    let clip = harness.state().copied().expect("copied");
    (clip.plain.clone(), clip.html.clone())
}

#[test]
fn references_in_copies_look_as_the_settings_say() {
    let mut harness = window();
    let copy = |harness: &mut Window, references, copy_markdown| {
        let settings = harness.state().state().settings.clone();
        let changed = Settings { references, copy_markdown, ..settings };
        run(harness, Command::Change(Box::new(changed)));
        key(harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::C);
        copied(harness)
    };
    let (plain, _) = copy(&mut harness, References::None, false);
    assert!(!plain.contains("paragraph") && plain.contains("port.txt"), "{plain}");
    let (plain, _) = copy(&mut harness, References::Short, false);
    assert!(plain.contains("(heading)") && !plain.contains('“'), "{plain}");
    let (plain, html) = copy(&mut harness, References::Footnotes, false);
    assert!(plain.contains("[1] “") && html.contains("<sup>[1]</sup>"), "{plain}{html}");
    let (plain, html) = copy(&mut harness, References::Footnotes, true);
    assert!(plain.contains("\n[^1]: “") && html.is_empty(), "{plain}{html}");
}

#[test]
fn a_template_is_previewed_chosen_and_copied() {
    let mut harness = window();
    run(&mut harness, Command::Templates);
    harness.get_by_label("note.md");
    harness.get_by_label("bulletin.txt").click();
    harness.run();
    harness.get_by_label_contains("OPEN: Will the army be asked?");
    harness.get_by_label("Copy this text").click();
    harness.run();
    let (plain, html) = copied(&harness);
    assert!(plain.contains("OPEN: Will the army be asked?") && html.is_empty(), "{plain}");
}

#[test]
fn a_saved_briefing_opens_beside_its_article_and_says_what_holds() {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let article = folder.path().join("report.txt");
    let text = fs::read_to_string("tests/articles/report.txt").expect("the article");
    fs::write(&article, &text).expect("written");
    let document = sidelight::read::read(&article, &sidelight::read::Options::default())
        .expect("it can be read");
    let briefing = sidelight::briefing::brief(&document);
    let json = sidelight::export::json::write(
        sidelight::export::Article {
            document: &document,
            briefing: &briefing,
            file: "report.txt",
            elapsed: std::time::Duration::ZERO,
            corrected: &[],
        },
        true,
    );
    let path = folder.path().join("of last week.json");
    fs::write(&path, &json).expect("written");
    let mut harness = window_on(&path, &folder.path().join("settings"));
    let open = harness.state().state().article().expect("the article is open");
    assert_eq!(open.briefing.positions, briefing_of(&json, &document).positions);
    assert!(open.path.ends_with("report.txt"));
    let said = harness.state().state().notices[0].text.clone();
    assert!(
        said.contains(" quotes of the saved briefing hold") && !said.contains("missing"),
        "{said}"
    );

    // The article is changed: what it proves no more is counted and left out.
    let quote = briefing.summary[0].evidence.first().slice(document.text()).to_owned();
    fs::write(&article, text.replace(&quote, "Nothing of the kind happened.")).expect("written");
    run(&mut harness, Command::Open(path.clone()));
    let open = harness.state().state().article().expect("the article is open");
    assert!(open.briefing.summary.len() < briefing.summary.len());
    let said = &harness.state().state().notices.last().expect("it is said").text;
    assert!(said.contains("missing"), "{said}");

    // Without its article it cannot be shown, and what is open stays.
    fs::remove_file(&article).expect("removed");
    run(&mut harness, Command::Open(path));
    let said = &harness.state().state().notices.last().expect("it is said").text;
    assert!(
        said.starts_with("The article of this briefing (report.txt) is not beside it"),
        "{said}"
    );
    assert!(harness.state().state().article().is_some());
}

fn briefing_of(
    json: &str,
    document: &sidelight::document::Document,
) -> sidelight::briefing::Briefing {
    sidelight::export::reopen::reopen(json, document).expect("it is a briefing").briefing
}
