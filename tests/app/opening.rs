//! Ways to open an article that are no plain file: with a password, by chapter, from the clipboard.

use std::io::{Cursor, Write as _};
use std::path::Path;

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use sidelight::app::command::Command;
use sidelight::app::state::Phase;
use sidelight::briefing::{Genre, Item};
use sidelight::error::Error;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::common::*;

fn fixture(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files").join(name)
}

#[test]
fn a_locked_file_asks_for_its_password() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window_on(&fixture("locked.pdf"), folder.path());
    let failed = |harness: &Window| match &harness.state().state().tab().unwrap().phase {
        Phase::Failed(error) => Some(error.clone()),
        _ => None,
    };
    assert_eq!(failed(&harness), Some(Error::Locked));
    harness.get_by_role(Role::PasswordInput).type_text("wrong");
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Open").click();
    run(&mut harness, Command::Escape);
    assert_eq!(failed(&harness), Some(Error::WrongPassword));
    run(&mut harness, Command::Unlock("harbour".to_owned()));
    assert!(open_article(&harness).document.text().contains("night ferry"));
    // It is in no file of the program's.
    drop(harness);
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        let path = entry.unwrap().path();
        let words = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(!words.contains("harbour\""), "{}", path.display());
    }
}

#[test]
fn a_reference_names_the_page() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window_on(&fixture("two-pages.pdf"), folder.path());
    let article = open_article(&harness);
    let at = |words: &str| article.document.text().find(words).unwrap();
    assert_eq!(article.reference(at("no fourth time")).as_deref(), Some("p. 2 ¶1"));
    assert!(article.reference(at("for a third time")).unwrap().starts_with("p. 1"));
    run(&mut harness, Command::CopyBriefing);
    let copied = &harness.state().copied().unwrap().plain;
    assert!(copied.contains("p. 1, paragraph 1"), "{copied}");
}

#[test]
fn a_book_is_read_whole_or_by_chapter() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.epub");
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [
        ("META-INF/container.xml", "<rootfile full-path='a.opf'/>"),
        (
            "a.opf",
            "<dc:title>Two essays</dc:title><item id='a' href='a.xhtml'/><item id='b' href='b.xhtml'/><itemref idref='a'/><itemref idref='b'/>",
        ),
        ("a.xhtml", "<html><body><h1>The quay</h1><p>Nobody came on Monday.</p></body></html>"),
        ("b.xhtml", "<html><body><h1>The sea</h1><p>Everybody left on Friday.</p></body></html>"),
    ] {
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    std::fs::write(&path, writer.finish().unwrap().into_inner()).unwrap();
    let mut harness = window_on(&path, folder.path());
    assert_eq!(open_article(&harness).document.chapters, ["The quay", "The sea"]);
    harness.get_by_label("All 2 chapters");
    run(&mut harness, Command::SetChapter(Some(1)));
    let article = open_article(&harness);
    assert_eq!(article.document.text(), "The sea\n\nEverybody left on Friday.");
    assert_eq!(article.title(), "Two essays: The sea");
    run(&mut harness, Command::SetChapter(None));
    assert!(open_article(&harness).document.text().contains("Monday"));
}

#[test]
fn what_is_pasted_becomes_an_article() {
    let mut harness = window();
    harness.event(Event::Paste(article().text().to_owned()));
    harness.run();
    run(&mut harness, Command::Escape);
    let opened = open_article(&harness);
    assert!(opened.title().contains("Port workers"), "{}", opened.title());
    assert!(opened.path.ends_with("Pasted article 1"));
    assert_eq!(harness.state().state().tabs.len(), 2);
    let recent = &harness.state().state().settings.recent;
    assert!(!recent.iter().any(|path| path.ends_with("Pasted article 1")));
    // It can be closed and opened again while the window is there.
    run(&mut harness, Command::CloseTab);
    run(&mut harness, Command::ReopenTab);
    assert!(open_article(&harness).document.text().contains("denied that talks had failed"));
    // Where formatted text is on the clipboard, it is taken.
    run(&mut harness, Command::Select(Item::Actor(0)));
    run(&mut harness, Command::CopyBriefing);
    // Nothing is heard of the key but that it is let go, where the clipboard holds no plain text.
    // The first belongs to the text that was pasted above.
    for _ in 0..2 {
        harness.event(Event::Key {
            key: Key::V,
            physical_key: None,
            pressed: false,
            repeat: false,
            modifiers: Modifiers::NONE,
        });
        harness.run();
    }
    run(&mut harness, Command::Escape);
    let headings = open_article(&harness).document.blocks().iter().filter(|block| block.level > 0);
    assert!(headings.count() > 2);
}

#[test]
fn an_empty_clipboard_says_so() {
    let mut harness = window();
    run(&mut harness, Command::Paste);
    run(&mut harness, Command::FocusPane(sidelight::app::state::Pane::Source));
    let notices = &harness.state().state().notices;
    assert!(notices.iter().any(|notice| notice.text.contains("no text")), "{notices:?}");
}

#[test]
fn an_item_is_copied_alone_or_with_its_reference() {
    let mut harness = window();
    stand_on(&mut harness, Item::Position(1));
    key(&mut harness, Modifiers::NONE, Key::C);
    assert_eq!(harness.state().copied().unwrap().plain.trim(), "Okoro denies that talks failed.");
    key(&mut harness, Modifiers::SHIFT, Key::C);
    let copied = &harness.state().copied().unwrap().plain;
    assert!(copied.contains(DENIAL) && copied.contains("paragraph"), "{copied}");
    assert!(copied.contains("Port workers") && copied.contains("port.txt"), "{copied}");
    run(&mut harness, Command::CopySection);
    let section = harness.state().copied().unwrap();
    assert!(section.html.contains("<h2>Positions</h2>") && section.plain.contains(DENIAL));
    assert!(!section.html.contains("<h2>Timeline</h2>"), "{}", section.html);
}

#[test]
fn a_text_that_argues_is_said_to_be_its_authors() {
    let mut harness = window();
    harness.get_by_label("of a report");
    let document = article();
    let mut opinion = briefing(&document);
    opinion.genre = Genre::Commentary;
    harness.state_mut().show(Path::new("port.txt"), document, opinion);
    harness.run();
    harness.get_by_label("of a commentary · the author's own views");
}
