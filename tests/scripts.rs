//! Letters of other scripts in a PDF: they come from the system's fonts, and can be read back; where no font has
//! them, the page says so.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::path::Path;
use std::time::Duration;

use sidelight::briefing::brief;
use sidelight::export::{Article, Format, write};
use sidelight::read::{Options, read_bytes};

/// The text of a PDF of the article, as our own reader finds it, on one line.
fn through_pdf(text: &str) -> String {
    let document =
        read_bytes(text.as_bytes(), Some(Path::new("article.txt")), &Options::default()).unwrap();
    let briefing = brief(&document);
    let article = Article {
        document: &document,
        briefing: &briefing,
        file: "article.txt",
        elapsed: Duration::ZERO,
        corrected: &[],
    };
    let pdf = write(article, Format::Pdf).unwrap();
    let read = read_bytes(&pdf, Some(Path::new("briefing.pdf")), &Options::default()).unwrap();
    read.text().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn each_script_comes_back_or_is_said_to_lack_a_font() {
    for word in
        ["Привет", "Ελλάδα", "שלום", "مرحبا", "नमस्ते", "北京", "서울", "กรุงเทพ", "Երևան", "თბილისი"]
    {
        let text = format!(
            "The minister wrote {word} on the wall of the port on Monday, and nobody wiped it off.\n"
        );
        let read = through_pdf(&text);
        let first = word.chars().next().unwrap();
        let lacking = format!("U+{:04X}", u32::from(first));
        let said = read.contains("No font on the computer") && read.contains(&lacking);
        // Written from the right, letters stand on the page in the other order. Marks join their letter and may come
        // back composed or apart, so that the first letter is what is looked for.
        let backwards: String = word.chars().rev().collect();
        let back = read.contains(word) || read.contains(&backwards) || read.contains(first);
        assert!(said || back, "{word} is lost: {read}");
        assert!(read.contains("on the wall of the port"), "{read}");
    }
}

#[test]
fn a_letter_of_no_script_is_said_to_lack_a_font() {
    let read =
        through_pdf("The minister wrote \u{10fffe} on the wall of the port on Monday morning.\n");
    assert!(
        read.contains("No font on the computer that wrote this has 1 of the letters"),
        "{read}"
    );
    assert!(read.contains("U+10FFFE"), "{read}");
}
