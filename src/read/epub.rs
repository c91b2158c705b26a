//! Electronic books: the chapters in the order of the spine, each through the walker of web pages.

use dom_query::Document as Page;

use super::Options;
use super::draft::{Draft, Inline};
use super::html::walk;
use super::package::{Package, Piece, attribute, each_piece, read_properties};
use crate::document::BlockKind;
use crate::error::Error;
use crate::text::one_line;

/// Text beyond this is left out, with a note: a briefing is of an article, not of a library.
const LONGEST: usize = 8_000_000;

/// Titles beyond this many characters are cut where chapters are listed.
const LONGEST_TITLE: usize = 80;

pub(super) fn read(package: &mut Package<'_>, options: &Options) -> Result<Draft, Error> {
    let damaged = || Error::Damaged("its list of chapters is missing".to_owned());
    let container = package.part("META-INF/container.xml").ok_or_else(damaged)?;
    let mut root = None;
    each_piece(&container, |piece| {
        if let Piece::Start("rootfile", start) = piece {
            root = root.take().or_else(|| attribute(start, "full-path"));
        }
    });
    let root = root.ok_or_else(damaged)?;
    let list = package.part(&root).ok_or_else(damaged)?;
    let mut draft = Draft::default();
    read_properties(&list, &mut draft.meta);
    draft.meta.published = published(&list);
    let folder = root.rsplit_once('/').map_or("", |(folder, _)| folder);
    let Spine { chapters, contents } = spine(&list);
    let listed = contents.map(|address| path(folder, &address)).and_then(|address| {
        let text = package.part(&address)?;
        Some(titles(&text, address.rsplit_once('/').map_or("", |(folder, _)| folder)))
    });
    let listed = listed.unwrap_or_default();
    for address in chapters.iter().map(|chapter| path(folder, chapter)) {
        if draft.text.len() > LONGEST {
            draft.notes.push("The book is very long; its last chapters are left out.".to_owned());
            break;
        }
        if options.stop.is_called() {
            return Err(Error::Cancelled);
        }
        let Some(page) = package.part(&address) else { continue };
        let page = Page::from(with_end_tags(&page));
        let pieces = walk::walk(page.root());
        let mut full = pieces.iter().filter(|piece| !piece.inline.is_blank());
        // A cover has no words, and is no chapter.
        let Some(first) = full.next() else { continue };
        let listed = listed.iter().find(|(known, _)| *known == address).map(|(_, title)| title);
        let headed = first.kind == BlockKind::Heading;
        let own = headed.then_some(&first.inline.text);
        let title = listed
            .or(own)
            .map_or_else(|| format!("Part {}", draft.chapters.len() + 1), |title| one_line(title));
        let wanted = options.chapter.is_none_or(|wanted| wanted == draft.chapters.len());
        draft.chapters.push(title.chars().take(LONGEST_TITLE).collect());
        if !wanted {
            continue;
        }
        // So that each chapter is a section, also where its heading is a picture.
        if let (Some(title), false) = (listed, headed) {
            draft.push(BlockKind::Heading, 1, Inline::from(title.trim()));
        }
        for piece in pieces {
            draft.push(piece.kind, piece.level, piece.inline);
        }
    }
    match options.chapter {
        Some(wanted) if wanted >= draft.chapters.len() => {
            Err(Error::NoChapter(draft.chapters.len()))
        }
        _ => Ok(draft),
    }
}

/// Addresses and titles in a table of contents, of EPUB 3 (a page with links) or 2 (`.ncx`).
fn titles(contents: &str, folder: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    let mut link = None;
    let mut words = String::new();
    let mut reading = false;
    let mut add = |address: &str, title: &str| {
        let address = path(folder, address);
        let title = title.trim().to_owned();
        if !title.is_empty() && !found.iter().any(|(known, _)| *known == address) {
            found.push((address, title));
        }
    };
    each_piece(contents, |piece| match piece {
        Piece::Start("a", start) => {
            link = attribute(start, "href");
            reading = true;
            words.clear();
        }
        Piece::End("a") => {
            reading = false;
            if let Some(address) = link.take() {
                add(&address, &words);
            }
        }
        Piece::Start("text", _) => {
            reading = true;
            words.clear();
        }
        Piece::End("text") => reading = false,
        Piece::Start("content", start) => {
            if let Some(address) = attribute(start, "src") {
                add(&address, &words);
            }
        }
        Piece::Text(text) if reading => words.push_str(text),
        _ => {}
    });
    found
}

/// `<title/>` is whole in XHTML, while a reader of HTML takes all that follows for the title.
fn with_end_tags(xhtml: &str) -> String {
    const VOID: [&str; 13] = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
        "track", "wbr",
    ];
    let mut html = String::with_capacity(xhtml.len());
    let mut rest = xhtml;
    while let Some((before, after)) = rest.split_once("/>") {
        let name = before.rsplit_once('<').map_or("", |(_, tag)| {
            tag.split(|character: char| !character.is_ascii_alphanumeric())
                .next()
                .unwrap_or_default()
        });
        html.push_str(before);
        if name.is_empty() || VOID.contains(&name) {
            html.push_str("/>");
        } else {
            html.push_str("></");
            html.push_str(name);
            html.push('>');
        }
        rest = after;
    }
    html.push_str(rest);
    html
}

struct Spine {
    /// Addresses in reading order; the table of contents is no chapter.
    chapters: Vec<String>,
    /// Address of the table of contents.
    contents: Option<String>,
}

fn spine(list: &str) -> Spine {
    let mut items: Vec<(String, String)> = Vec::new();
    let (mut nav, mut ncx) = (None, None);
    let mut order: Vec<String> = Vec::new();
    each_piece(list, |piece| {
        let Piece::Start(name, start) = piece else { return };
        match name {
            "item" => {
                let is_contents = attribute(start, "properties")
                    .is_some_and(|all| all.split(' ').any(|one| one == "nav"));
                let is_ncx = attribute(start, "media-type")
                    .is_some_and(|kind| kind == "application/x-dtbncx+xml");
                match (attribute(start, "id"), attribute(start, "href")) {
                    (_, Some(address)) if is_contents => nav = Some(address),
                    (_, Some(address)) if is_ncx => ncx = Some(address),
                    (Some(id), Some(address)) => items.push((id, address)),
                    _ => {}
                }
            }
            "itemref" => order.extend(attribute(start, "idref")),
            _ => {}
        }
    });
    let chapters = order
        .iter()
        .filter_map(|id| {
            items.iter().find(|(item, _)| item == id).map(|(_, address)| address.clone())
        })
        .collect();
    Spine { chapters, contents: nav.or(ncx) }
}

fn published(list: &str) -> Option<jiff::civil::Date> {
    let mut in_date = false;
    let mut found = None;
    each_piece(list, |piece| match piece {
        Piece::Start("date", _) => in_date = true,
        Piece::End("date") => in_date = false,
        Piece::Text(text) if in_date && found.is_none() => found = super::date::find(text),
        _ => {}
    });
    found
}

/// `address` counts from `folder`; `%20` and the like are undone.
fn path(folder: &str, address: &str) -> String {
    let address = address.split('#').next().unwrap_or_default();
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.bytes();
    while let Some(byte) = rest.next() {
        let mut ahead = rest.clone();
        let pair = (ahead.next(), ahead.next());
        let code = match pair {
            (Some(high), Some(low)) if byte == b'%' => {
                let digit = |byte: u8| char::from(byte).to_digit(16);
                digit(high)
                    .zip(digit(low))
                    .and_then(|(high, low)| u8::try_from(high * 16 + low).ok())
            }
            _ => None,
        };
        if let Some(code) = code {
            bytes.push(code);
            rest = ahead;
        } else {
            bytes.push(byte);
        }
    }
    let address = String::from_utf8_lossy(&bytes).into_owned();
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in address.split('/') {
        match part {
            ".." => {
                parts.pop();
            }
            "." | "" => {}
            other => parts.push(other),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::package::archive;

    #[test]
    fn chapters_come_in_the_order_of_the_spine() {
        let list = "<package><metadata><dc:title>Two essays</dc:title><dc:creator>Jo Lee</dc:creator><dc:date>2024-03-12</dc:date></metadata>\
            <manifest><item id='b' href='text/second%20one.xhtml'/><item id='a' href='text/first.xhtml'/><item id='n' href='nav.xhtml' properties='nav'/></manifest>\
            <spine><itemref idref='n'/><itemref idref='a'/><itemref idref='b'/></spine></package>";
        let bytes = archive(&[
            ("mimetype", "application/epub+zip"),
            (
                "META-INF/container.xml",
                "<container><rootfiles><rootfile full-path='OPS/book.opf'/></rootfiles></container>",
            ),
            ("OPS/book.opf", list),
            ("OPS/text/second one.xhtml", "<html><body><p>Two.</p></body></html>"),
            (
                "OPS/text/first.xhtml",
                "<html><head><title/></head><body><h1>One</h1><p>Café.</p></body></html>",
            ),
            (
                "OPS/nav.xhtml",
                "<html><body><a href='text/first.xhtml#x'>First</a> <a href='text/second%20one.xhtml'>The <i>second</i></a></body></html>",
            ),
        ]);
        let all = Options::default();
        let draft = read(&mut Package::open(&bytes).unwrap(), &all).unwrap();
        assert_eq!(draft.text, "One\n\nCafé.\n\nThe second\n\nTwo.");
        assert_eq!(draft.chapters, ["First", "The second"]);
        let second = Options { chapter: Some(1), ..all };
        let draft_of_second = read(&mut Package::open(&bytes).unwrap(), &second).unwrap();
        assert_eq!(draft_of_second.text, "The second\n\nTwo.");
        let third = Options { chapter: Some(2), ..second };
        let error = read(&mut Package::open(&bytes).unwrap(), &third).unwrap_err();
        assert_eq!(error, Error::NoChapter(2));
        assert_eq!(draft.meta.title.as_deref(), Some("Two essays"));
        assert_eq!(draft.meta.published, Some(jiff::civil::date(2024, 3, 12)));
    }
}
