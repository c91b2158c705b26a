//! How long files take to read: a document of 100,000 words in each format, and saved pages where a folder of
//! them is given in `SIDELIGHT_PAGES`. One `name value unit` a line, milliseconds.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a benchmark prints and may stop")]

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use std::path::Path;
use std::time::Instant;

use sidelight::read::{Options, read_bytes};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const SENTENCE: &str = "The harbour council put off its vote on the night ferry for a third time on Monday, and nobody had expected that.";
const PARAGRAPHS: usize = 100_000 / (21 * 4);

fn paragraphs(open: &str, close: &str) -> String {
    let words = [SENTENCE; 4].join(" ");
    (0..PARAGRAPHS).fold(String::new(), |mut text, _| {
        let _ = write!(text, "{open}{words}{close}");
        text
    })
}

fn archive(parts: &[(&str, String)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Fifty lines a page, as a word processor would set them.
fn pdf() -> Vec<u8> {
    let words: Vec<&str> = SENTENCE.split(' ').collect();
    let n_lines = 100_000 / 10;
    let mut lines = (0..n_lines).map(|line| {
        let line: Vec<&str> = (0..10).map(|word| words[(line * 10 + word) % words.len()]).collect();
        line.join(" ")
    });
    let n_pages = n_lines / 50;
    let mut objects = vec!["<</Type/Catalog/Pages 2 0 R>>".to_owned()];
    let kids: Vec<String> = (0..n_pages).map(|page| format!("{} 0 R", 4 + page * 2)).collect();
    objects.push(format!("<</Type/Pages/Kids[{}]/Count {n_pages}>>", kids.join(" ")));
    objects.push(
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
    );
    for page in 0..n_pages {
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents {} 0 R/Resources<</Font<</F1 3 0 R>>>>>>",
            5 + page * 2
        ));
        let content =
            (&mut lines).take(50).enumerate().fold(String::new(), |mut text, (row, line)| {
                let _ = writeln!(text, "BT /F1 10 Tf 72 {} Td ({line}) Tj ET", 720 - row * 13);
                text
            });
        objects.push(format!("<</Length {}>>stream\n{content}endstream", content.len()));
    }
    let mut out = "%PDF-1.4\n".to_owned();
    for (idx, object) in objects.iter().enumerate() {
        let _ = write!(out, "{} 0 obj\n{object}\nendobj\n", idx + 1);
    }
    out.push_str("trailer<</Root 1 0 R>>\n%%EOF\n");
    out.into_bytes()
}

fn time(bytes: &[u8], name: &str) -> f64 {
    let start = Instant::now();
    let document = read_bytes(bytes, Some(Path::new(name)), &Options::default()).unwrap();
    let elapsed = start.elapsed().as_secs_f64() * 1000.0;
    assert!(document.text().len() > 100);
    elapsed
}

fn main() {
    let page = format!("<html><body><h1>The vote</h1>{}</body></html>", paragraphs("<p>", "</p>"));
    let mail = "From: Jo <jo@example.org>\r\nSubject: The vote\r\nContent-Type: text/plain\r\n\r\n";
    let saved = "From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n";
    let docx = format!(
        "<w:document><w:body>{}</w:body></w:document>",
        paragraphs("<w:p><w:r><w:t>", "</w:t></w:r></w:p>")
    );
    let odt = format!("<office:body>{}</office:body>", paragraphs("<text:p>", "</text:p>"));
    let files: Vec<(&str, Vec<u8>)> = vec![
        ("text.txt", paragraphs("", "\n\n").into_bytes()),
        ("markdown.md", format!("# The vote\n\n{}", paragraphs("", "\n\n")).into_bytes()),
        ("html.html", page.clone().into_bytes()),
        ("mhtml.mhtml", format!("{saved}{page}\r\n--x--\r\n").into_bytes()),
        ("eml.eml", format!("{mail}{}", paragraphs("", "\r\n\r\n")).into_bytes()),
        ("rtf.rtf", format!(r"{{\rtf1\ansi {}}}", paragraphs("", r"\par ")).into_bytes()),
        ("docx.docx", archive(&[("word/document.xml", docx)])),
        (
            "odt.odt",
            archive(&[
                ("mimetype", "application/vnd.oasis.opendocument.text".to_owned()),
                ("content.xml", odt),
            ]),
        ),
        (
            "epub.epub",
            archive(&[
                ("META-INF/container.xml", "<rootfile full-path='a.opf'/>".to_owned()),
                ("a.opf", "<item id='a' href='a.xhtml'/><itemref idref='a'/>".to_owned()),
                ("a.xhtml", page),
            ]),
        ),
        ("pdf.pdf", pdf()),
    ];
    for (name, bytes) in &files {
        let fastest = (0..3).map(|_| time(bytes, name)).fold(f64::INFINITY, f64::min);
        let format = name.split('.').next().unwrap_or_default();
        println!("read_100k_words_{format} {fastest:.0} ms");
    }
    let Some(folder) = std::env::var_os("SIDELIGHT_PAGES") else { return };
    let mut times: Vec<f64> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "html"))
        .map(|path| std::fs::read(path).unwrap())
        .map(|bytes| {
            let start = Instant::now();
            drop(read_bytes(&bytes, Some(Path::new("x.html")), &Options::default()));
            start.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    if let (Some(median), Some(most)) = (times.get(times.len() / 2), times.last()) {
        println!("read_page_median {median:.1} ms");
        println!("read_page_longest {most:.1} ms");
    }
}
