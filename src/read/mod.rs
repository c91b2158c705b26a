//! File to [`Document`]: tells the format, calls its reader, assigns roles, notes what was guessed.
//!
//! Each file is read on a thread of its own with a large stack, and a reader that panics gives an
//! [`Error`]: whatever the file holds, the program goes on. This file alone touches the disk.

mod byline;
mod clutter;
mod date;
mod decode;
mod docx;
mod draft;
mod epub;
mod html;
mod language;
mod mail;
mod markdown;
mod odt;
mod package;
mod pdf;
mod phrase;
mod plain;
mod roles;
mod rtf;
mod runs;
mod sniff;

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::panic;
use std::path::{Path, PathBuf};
use std::sync::Once;
use std::thread;

use encoding_rs::Encoding;
use sha2::{Digest as _, Sha256};

use self::draft::Draft;
use self::sniff::Kind;
use crate::document::{BlockKind, Document, Format, Source};
use crate::error::Error;
use crate::stop::Stop;

/// Files beyond this many bytes are refused before they are read.
pub const LIMIT: u64 = 200_000_000;

/// Deeply nested pages take much stack, and an overflow cannot be caught.
const STACK: usize = 64 << 20;

const THREAD: &str = "sidelight-reader";

/// What a person may say about a file; by default nothing, and all is told from its bytes.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// `None`: as detected.
    pub encoding: Option<&'static Encoding>,
    /// Of a locked PDF.
    pub password: Option<String>,
    /// Of a book: this chapter alone, counted from 0.
    pub chapter: Option<usize>,
    /// The bytes were selected by a person, so that all of them are wanted: no part of a page is cut away as
    /// lying outside its article.
    pub selected: bool,
    /// Once called, reading ends soon with [`Error::Cancelled`].
    pub stop: Stop,
}

/// Reads the article in the file at `path`.
pub fn read(path: &Path, options: &Options) -> Result<Document, Error> {
    let bytes = load(path)?;
    read_bytes(&bytes, Some(path), options)
}

/// Reads an article that came without a file.
///
/// `name` helps to tell the format where the bytes do not.
pub fn read_bytes(bytes: &[u8], name: Option<&Path>, options: &Options) -> Result<Document, Error> {
    if bytes.len() as u64 > LIMIT {
        return Err(Error::TooLarge { size: bytes.len() as u64, limit: LIMIT });
    }
    let extension = name
        .and_then(Path::extension)
        .map(|extension| extension.to_string_lossy().to_lowercase())
        .unwrap_or_default();
    silence_reader_panics();
    thread::scope(|scope| {
        thread::Builder::new()
            .name(THREAD.to_owned())
            .stack_size(STACK)
            .spawn_scoped(scope, || read_here(bytes, &extension, options))
            .map_err(|error| Error::Unreadable(error.to_string()))?
            .join()
            .unwrap_or(Err(Error::Crashed))
    })
}

/// The encodings that a person may choose from, the commonest first.
pub fn encodings() -> &'static [&'static Encoding] {
    static ALL: [&Encoding; 30] = [
        encoding_rs::UTF_8,
        encoding_rs::WINDOWS_1252,
        encoding_rs::UTF_16LE,
        encoding_rs::UTF_16BE,
        encoding_rs::WINDOWS_1250,
        encoding_rs::WINDOWS_1251,
        encoding_rs::WINDOWS_1253,
        encoding_rs::WINDOWS_1254,
        encoding_rs::WINDOWS_1255,
        encoding_rs::WINDOWS_1256,
        encoding_rs::WINDOWS_1257,
        encoding_rs::WINDOWS_1258,
        encoding_rs::ISO_8859_2,
        encoding_rs::ISO_8859_4,
        encoding_rs::ISO_8859_5,
        encoding_rs::ISO_8859_7,
        encoding_rs::ISO_8859_10,
        encoding_rs::ISO_8859_13,
        encoding_rs::ISO_8859_15,
        encoding_rs::ISO_8859_16,
        encoding_rs::KOI8_R,
        encoding_rs::KOI8_U,
        encoding_rs::IBM866,
        encoding_rs::MACINTOSH,
        encoding_rs::SHIFT_JIS,
        encoding_rs::EUC_JP,
        encoding_rs::ISO_2022_JP,
        encoding_rs::GB18030,
        encoding_rs::BIG5,
        encoding_rs::EUC_KR,
    ];
    &ALL
}

fn load(path: &Path) -> Result<Vec<u8>, Error> {
    let from_system = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => Error::Missing,
        io::ErrorKind::IsADirectory => Error::Folder,
        _ => Error::Unreadable(error.to_string()),
    };
    let mut about = fs::metadata(path).map_err(from_system)?;
    let page;
    let mut path = path;
    if about.is_dir() {
        page = page_of(path).ok_or(Error::Folder)?;
        path = &page;
        about = fs::metadata(path).map_err(from_system)?;
    }
    if about.len() > LIMIT {
        return Err(Error::TooLarge { size: about.len(), limit: LIMIT });
    }
    let mut bytes = Vec::with_capacity(about.len() as usize);
    // A pipe has no length to ask for.
    File::open(path)
        .and_then(|file| file.take(LIMIT + 1).read_to_end(&mut bytes))
        .map_err(from_system)?;
    Ok(bytes)
}

/// The page that a browser saved into a folder, or beside the folder of its pictures (`Page_files`).
fn page_of(folder: &Path) -> Option<PathBuf> {
    let is_page = |path: &Path| {
        let extension = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        path.is_file() && matches!(extension.as_str(), "html" | "htm" | "xhtml")
    };
    let inside = fs::read_dir(folder).ok()?.filter_map(|entry| Some(entry.ok()?.path()));
    let pages: Vec<PathBuf> = inside.filter(|path| is_page(path)).collect();
    if let [page] = pages.as_slice() {
        return Some(page.clone());
    }
    let name = folder.file_name()?.to_string_lossy().into_owned();
    let stem = name.strip_suffix("_files").or_else(|| name.strip_suffix(" Files"))?;
    let beside = ["html", "htm", "xhtml"]
        .map(|extension| folder.with_file_name(format!("{stem}.{extension}")));
    beside.into_iter().find(|path| is_page(path))
}

/// What a library says when it breaks is for developers; the reader of the file gets [`Error::Crashed`].
fn silence_reader_panics() {
    static SET: Once = Once::new();
    SET.call_once(|| {
        let previous = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if thread::current().name() != Some(THREAD) {
                previous(info);
            }
        }));
    });
}

fn read_here(bytes: &[u8], extension: &str, options: &Options) -> Result<Document, Error> {
    if bytes.is_empty() {
        return Err(Error::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return read_package(bytes, options);
    }
    if options.chapter.is_some() {
        return Err(Error::NoChapter(0));
    }
    if let Some(address) = shortcut(bytes, extension) {
        return Err(Error::Shortcut(address));
    }
    let format = match sniff::kind(bytes, extension) {
        Kind::Known(format) => format,
        Kind::Other(name) => return Err(Error::NotText(Some(name))),
        Kind::Binary => return Err(Error::NotText(None)),
    };
    let mut source =
        Source { format, encoding: "UTF-8", encoding_guessed: false, sha256: sha256(bytes) };
    let mut draft = match format {
        Format::Pdf => pdf::read(bytes, options)?,
        Format::Rtf => rtf::read(bytes),
        Format::Mail => mail::read_mail(bytes)?,
        Format::WebArchive => mail::read_web_archive(bytes)?,
        _ => read_text(bytes, extension, options, &mut source),
    };
    if options.selected || !matches!(source.format, Format::Html | Format::WebArchive) {
        roles::assign(&mut draft);
    }
    if options.stop.is_called() {
        return Err(Error::Cancelled);
    }
    finish(draft, source)
}

/// Word, `OpenDocument` and EPUB, which are archives.
fn read_package(bytes: &[u8], options: &Options) -> Result<Document, Error> {
    let mut package = package::Package::open(bytes)?;
    let format = package.format().ok_or(Error::NotText(Some("an archive")))?;
    if options.chapter.is_some() && format != Format::Epub {
        return Err(Error::NoChapter(0));
    }
    let mut draft = match format {
        Format::Docx => docx::read(&mut package)?,
        Format::Odt => odt::read(&mut package)?,
        _ => epub::read(&mut package, options)?,
    };
    // The title of a book is not to be looked for in the text of one chapter.
    let book = options.chapter.and_then(|_| draft.meta.title.take());
    roles::assign(&mut draft);
    if let (Some(book), Some(chapter)) = (book, options.chapter) {
        let chapter = draft.chapters.get(chapter).map_or("", String::as_str);
        draft.meta.title = Some(format!("{book}: {chapter}"));
    }
    let source =
        Source { format, encoding: "UTF-8", encoding_guessed: false, sha256: sha256(bytes) };
    finish(draft, source)
}

/// The address in a file that only points to a page: `.url` and `.webloc`.
fn shortcut(bytes: &[u8], extension: &str) -> Option<String> {
    if !matches!(extension, "url" | "webloc" | "desktop") || bytes.len() > 100_000 {
        return None;
    }
    let text = String::from_utf8_lossy(bytes);
    let start = text.find("http")?;
    let rest = text.get(start..)?;
    let end = rest
        .find(|character: char| character.is_whitespace() || character == '<')
        .unwrap_or(rest.len());
    rest.get(..end).map(str::to_owned)
}

/// The formats that are text; tells Markdown from plain text, and notes the encoding in `source`.
fn read_text(bytes: &[u8], extension: &str, options: &Options, source: &mut Source) -> Draft {
    let decoded = decode::decode(bytes, options.encoding, source.format == Format::Html);
    source.encoding = decoded.encoding.name();
    source.encoding_guessed = decoded.guessed;
    if source.format == Format::Text && extension != "txt" && markdown::looks_like(&decoded.text) {
        source.format = Format::Markdown;
    }
    let mut draft = match source.format {
        Format::Markdown => markdown::read(&decoded.text),
        Format::Html if options.selected => html::read_selected(&decoded.text),
        Format::Html => html::read(&decoded.text),
        _ => plain::read(&decoded.text),
    };
    if decoded.replaced {
        draft.notes.push(
            "Some bytes have no meaning in this encoding and are shown as \u{fffd}; another encoding may fit better."
                .to_owned(),
        );
    }
    draft
}

/// Settles the language and says what a reader should know; a text without a word is an error.
fn finish(mut draft: Draft, source: Source) -> Result<Document, Error> {
    if !draft.text.chars().any(char::is_alphabetic) {
        return Err(Error::NoText);
    }
    language::settle(&mut draft);
    // A page that is all clutter would leave nothing to read.
    if !draft.blocks.iter().any(|block| block.kind.is_prose()) {
        for block in &mut draft.blocks {
            if block.kind == BlockKind::Boilerplate {
                block.kind = BlockKind::Paragraph;
            }
        }
    }
    roles::mark_byline(&mut draft);
    let notes = std::mem::take(&mut draft.notes);
    let mut document = Document::new(draft.text, draft.blocks, draft.styles, draft.meta, source);
    document.notes = notes;
    document.pages = draft.pages;
    document.chapters = draft.chapters;
    Ok(document)
}

fn sha256(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut digits, byte| {
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error_of(bytes: &[u8]) -> Error {
        read_bytes(bytes, None, &Options::default()).unwrap_err()
    }

    #[test]
    fn each_failure_has_its_error() {
        assert_eq!(
            read(Path::new("no/such/file.txt"), &Options::default()).unwrap_err(),
            Error::Missing
        );
        assert_eq!(read(Path::new("src"), &Options::default()).unwrap_err(), Error::Folder);
        assert_eq!(error_of(b""), Error::Empty);
        assert_eq!(error_of(b" \r\n\t 12 --- \n"), Error::NoText);
        assert_eq!(error_of(b"<html><body><p> </p></body></html>"), Error::NoText);
        assert_eq!(error_of(b"\x89PNG\r\n\x1a\n\0\0"), Error::NotText(Some("a picture")));
        assert_eq!(error_of(&[1, 2, 0, 3, 0, 0, 4, 5]), Error::NotText(None));
    }

    #[test]
    fn the_folder_of_a_saved_page_opens_the_page() {
        let folder = tempfile::tempdir().unwrap();
        let page = "<html><body><h1>Talks</h1><p>She said no on Monday, and nobody asked why.</p></body></html>";
        let pictures = folder.path().join("Talks_files");
        fs::create_dir(&pictures).unwrap();
        fs::write(folder.path().join("Talks.html"), page).unwrap();
        for path in [folder.path(), &pictures] {
            let document = read(path, &Options::default()).unwrap();
            assert!(document.text().contains("She said no"));
        }
        fs::write(folder.path().join("Other.html"), page).unwrap();
        assert_eq!(read(folder.path(), &Options::default()).unwrap_err(), Error::Folder);
    }

    #[test]
    fn the_source_is_described() {
        let document =
            read_bytes("“Café”, she said.\r\n".as_bytes(), None, &Options::default()).unwrap();
        assert_eq!(document.text(), "“Café”, she said.");
        assert_eq!(document.source.encoding, "UTF-8");
        assert_eq!(document.source.sha256.len(), 64);
        let document = read_bytes(
            b"\xcc\xe8\xf0 \xed\xe0 \xe7\xe5\xec\xeb\xe5.",
            Some(Path::new("a.txt")),
            &Options { encoding: Some(encoding_rs::WINDOWS_1251), ..Options::default() },
        );
        assert_eq!(document.unwrap().text(), "Мир на земле.");
    }

    /// One file of each format, small.
    fn samples() -> Vec<Vec<u8>> {
        let page =
            "<html><body><h1>The vote</h1><p>It was close, she said on Monday.</p></body></html>";
        let docx = "<w:document><w:body><w:p><w:r><w:t>It was close, she said.</w:t></w:r></w:p></w:body></w:document>";
        let odt = "<office:body><text:h>The vote</text:h><text:p>It was <text:s text:c='3'/>close.</text:p></office:body>";
        vec![
            include_bytes!("../../tests/articles/ferry-page.html").to_vec(),
            include_bytes!("../../tests/articles/ferry-notes.md").to_vec(),
            package::archive(&[("word/document.xml", docx)]),
            package::archive(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", odt)]),
            package::archive(&[
                ("META-INF/container.xml", "<rootfile full-path='a.opf'/>"),
                ("a.opf", "<item id='a' href='a.xhtml'/><itemref idref='a'/>"),
                ("a.xhtml", page),
            ]),
            br"{\rtf1\ansi{\fonttbl{\f0 Arial;}}It was {\b close}, she said \u8212? on Monday.\par Yes.\par}".to_vec(),
            b"From: Jo <jo@example.org>\r\nSubject: The vote\r\nDate: 12 Mar 2024\r\nContent-Type: text/plain\r\n\r\nIt was close.\r\n".to_vec(),
            pdf::sample(&[(700, 20, "The vote"), (660, 11, "It was close, she said on Monday.")]),
            include_bytes!("../../tests/files/two-pages.pdf").to_vec(),
            format!("From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n{page}\r\n--x--\r\n").into_bytes(),
            "The vote\r\n\r\nIt was close, “she” said on Monday.\r\n".as_bytes().to_vec(),
        ]
    }

    #[test]
    fn a_pdf_has_pages_and_may_have_a_password() {
        let two_pages = include_bytes!("../../tests/files/two-pages.pdf");
        let document = read_bytes(two_pages, None, &Options::default()).unwrap();
        let page = |words: &str| document.page_at(document.text().find(words).unwrap());
        assert_eq!(page("Council delays"), Some(1));
        // The paragraph goes on over the end of the page.
        assert!(document.text().contains("and the chair of the council"));
        assert_eq!((page("Nobody had"), page("chair of")), (Some(1), Some(2)));
        assert_eq!(page("may now come"), Some(2));
        let locked = include_bytes!("../../tests/files/locked.pdf");
        let with = |password: Option<&str>| {
            let password = password.map(str::to_owned);
            read_bytes(locked, None, &Options { password, ..Options::default() })
        };
        assert_eq!(with(None).unwrap_err(), Error::Locked);
        assert_eq!(with(Some("wrong")).unwrap_err(), Error::WrongPassword);
        assert_eq!(with(Some("harbour")).unwrap().text(), document.text());
    }

    #[test]
    fn what_was_selected_is_wanted_whole() {
        let options = Options { selected: true, ..Options::default() };
        let html = "<nav><a href=x>Talks</a></nav><h1>Talks to resume</h1><p>She said <b>no</b>.</p><aside>Nobody knew.</aside>";
        let document = read_bytes(html.as_bytes(), Some(Path::new("x.html")), &options).unwrap();
        assert_eq!(document.text(), "Talks\n\nTalks to resume\n\nShe said no.\n\nNobody knew.");
        assert!(document.blocks().iter().all(|block| block.kind != BlockKind::Boilerplate));
        assert_eq!(document.styles().len(), 2);
    }

    #[test]
    fn whoever_stops_waiting_is_heard() {
        let options = Options::default();
        options.stop.call();
        let two_pages = include_bytes!("../../tests/files/two-pages.pdf");
        assert_eq!(read_bytes(two_pages, None, &options).unwrap_err(), Error::Cancelled);
    }

    #[test]
    fn every_sample_is_read() {
        for (idx, sample) in samples().iter().enumerate() {
            let document = read_bytes(sample, None, &Options::default()).unwrap();
            assert!(
                document.text().contains("close") || document.text().contains("ferry"),
                "{idx}"
            );
        }
    }

    #[test]
    fn every_cut_and_damage_is_survived() {
        for (idx, sample) in samples().iter().enumerate() {
            let mut seed = 7u32;
            for round in 0..200usize {
                let mut bytes = sample.clone();
                for _ in 0..round % 40 {
                    seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    let at = seed as usize % bytes.len();
                    bytes[at] = (seed >> 24) as u8;
                }
                if round % 2 == 1 {
                    bytes.truncate(bytes.len() - bytes.len() * round / 201);
                }
                let start = std::time::Instant::now();
                let result = read_bytes(&bytes, None, &Options::default());
                assert!(start.elapsed().as_secs() < 10, "{idx} {round} hangs");
                assert_ne!(result.as_ref().err(), Some(&Error::Crashed), "{idx} {round}");
                for block in result.iter().flat_map(Document::blocks) {
                    assert!(!block.range.slice(result.as_ref().unwrap().text()).is_empty());
                }
            }
        }
    }
}
