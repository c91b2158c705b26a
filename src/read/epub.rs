//! Electronic books: the chapters in the order of the spine, each through the walker of web pages.

use dom_query::Document as Page;

use super::draft::Draft;
use super::html::walk;
use super::package::{Package, Piece, attribute, each_piece, read_properties};
use crate::error::Error;

/// Text beyond this is left out, with a note: a briefing is of an article, not of a library.
const LONGEST: usize = 8_000_000;

pub(super) fn read(package: &mut Package<'_>) -> Result<Draft, Error> {
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
    for chapter in chapters(&list) {
        if draft.text.len() > LONGEST {
            draft.notes.push("The book is very long; its last chapters are left out.".to_owned());
            break;
        }
        let Some(page) = package.part(&path(folder, &chapter)) else { continue };
        let page = Page::from(with_end_tags(&page));
        for piece in walk::walk(page.root()) {
            draft.push(piece.kind, piece.level, piece.inline);
        }
    }
    Ok(draft)
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

/// The addresses of the chapters in reading order; the table of contents is none.
fn chapters(list: &str) -> Vec<String> {
    let mut items: Vec<(String, String)> = Vec::new();
    let mut spine: Vec<String> = Vec::new();
    each_piece(list, |piece| {
        let Piece::Start(name, start) = piece else { return };
        match name {
            "item" => {
                let is_contents = attribute(start, "properties")
                    .is_some_and(|all| all.split(' ').any(|one| one == "nav"));
                if let (Some(id), Some(address), false) =
                    (attribute(start, "id"), attribute(start, "href"), is_contents)
                {
                    items.push((id, address));
                }
            }
            "itemref" => spine.extend(attribute(start, "idref")),
            _ => {}
        }
    });
    spine
        .iter()
        .filter_map(|id| {
            items.iter().find(|(item, _)| item == id).map(|(_, address)| address.clone())
        })
        .collect()
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
            ("OPS/nav.xhtml", "<html><body><p>Contents</p></body></html>"),
        ]);
        let draft = read(&mut Package::open(&bytes).unwrap()).unwrap();
        assert_eq!(draft.text, "One\n\nCafé.\n\nTwo.");
        assert_eq!(draft.meta.title.as_deref(), Some("Two essays"));
        assert_eq!(draft.meta.published, Some(jiff::civil::date(2024, 3, 12)));
    }
}
