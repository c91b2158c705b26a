//! Archives of XML: Word, `OpenDocument` and EPUB files as named parts, each read through a limit.

use std::io::{Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use crate::document::Format;
use crate::error::Error;
use crate::text::one_line;

/// An archive of a few megabytes can unpack to gigabytes; an article's text does not.
const LONGEST_PART: u64 = 64_000_000;
const MOST_PARTS: usize = 20_000;

pub(super) struct Package<'a>(ZipArchive<Cursor<&'a [u8]>>);

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Error> {
        let archive = ZipArchive::new(Cursor::new(bytes))
            .ok()
            .ok_or_else(|| Error::Damaged("its contents cannot be unpacked".to_owned()))?;
        if archive.len() > MOST_PARTS {
            return Err(Error::Damaged("it holds too many parts".to_owned()));
        }
        Ok(Self(archive))
    }

    /// Which format the archive is, or `None` when it is some other archive.
    pub(super) fn format(&mut self) -> Option<Format> {
        if self.has("word/document.xml") {
            return Some(Format::Docx);
        }
        let kind = self.part("mimetype").unwrap_or_default();
        if kind.starts_with("application/vnd.oasis.opendocument.text") {
            return Some(Format::Odt);
        }
        (kind.trim() == "application/epub+zip" || self.has("META-INF/container.xml"))
            .then_some(Format::Epub)
    }

    fn has(&self, name: &str) -> bool {
        self.0.index_for_name(name).is_some()
    }

    /// The text of a part, or `None` when it is missing, damaged or too long.
    pub(super) fn part(&mut self, name: &str) -> Option<String> {
        let part = self.0.by_name(name).ok()?;
        let mut bytes = Vec::new();
        part.take(LONGEST_PART + 1).read_to_end(&mut bytes).ok()?;
        (bytes.len() as u64 <= LONGEST_PART).then(|| super::decode::decode(&bytes, None, true).text)
    }
}

/// What a reader of XML needs to know, entities resolved and names without their prefix.
pub(super) enum Piece<'a> {
    Start(&'a str, &'a BytesStart<'a>),
    End(&'a str),
    Text(&'a str),
}

/// Nesting that no word processor writes.
const DEEPEST: usize = 2_000;

/// Hands each piece of `xml` to `take`, as far as the XML is whole.
pub(super) fn each_piece(xml: &str, mut take: impl FnMut(Piece<'_>)) {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    let mut depth = 0usize;
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => {
                depth += 1;
                if depth > DEEPEST {
                    return;
                }
                take(Piece::Start(local_name(&start), &start));
            }
            Ok(Event::Empty(start)) => {
                let name = local_name(&start).to_owned();
                take(Piece::Start(&name, &start));
                take(Piece::End(&name));
            }
            Ok(Event::End(end)) => {
                depth = depth.saturating_sub(1);
                let name = end.name();
                let name: &str = name.as_ref();
                take(Piece::End(name.rsplit(':').next().unwrap_or_default()));
            }
            Ok(Event::Text(text)) => take(Piece::Text(&text)),
            Ok(Event::CData(text)) => take(Piece::Text(&text)),
            Ok(Event::GeneralRef(entity)) => {
                let character = entity.resolve_char_ref().ok().flatten().map(String::from);
                let text =
                    character.or_else(|| resolve_predefined_entity(&entity).map(str::to_owned));
                take(Piece::Text(&text.unwrap_or_default()));
            }
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

fn local_name<'a>(start: &'a BytesStart<'_>) -> &'a str {
    start.local_name().into_inner()
}

/// The value of an attribute by its local name.
pub(super) fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    start
        .attributes()
        .flatten()
        .find(|attribute| attribute.key.local_name().into_inner() == name)
        .map(|attribute| attribute.value.to_string())
}

/// Title, author and date from the part that office files keep them in.
pub(super) fn read_properties(xml: &str, meta: &mut crate::document::Meta) {
    let mut text = String::new();
    each_piece(xml, |piece| match piece {
        Piece::Start(..) => text.clear(),
        Piece::Text(more) => text.push_str(more),
        Piece::End(name) => {
            let value = one_line(&text);
            text.clear();
            if value.is_empty() {
                return;
            }
            match name {
                "title" => meta.title.get_or_insert(value),
                "creator" | "initial-creator" => meta.byline.get_or_insert(value),
                "publisher" => meta.publisher.get_or_insert(value),
                "language" => meta.language.get_or_insert(value),
                _ => return,
            };
        }
    });
}

/// An archive of these parts, for the tests of the formats that are archives.
#[cfg(test)]
pub(super) fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    use std::io::Write as _;
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_archive_of_other_things_is_no_article() {
        let bytes = archive(&[("photo.txt", "x")]);
        assert_eq!(Package::open(&bytes).unwrap().format(), None);
        let error = Package::open(b"PK\x03\x04").err();
        assert_eq!(error, Some(Error::Damaged("its contents cannot be unpacked".to_owned())));
    }

    #[test]
    fn entities_and_damage() {
        let mut text = String::new();
        let mut take = |piece: Piece<'_>| {
            if let Piece::Text(more) = piece {
                text.push_str(more);
            }
        };
        each_piece("<a><b>Caf&#233; &amp; bar</b><c", &mut take);
        assert_eq!(text, "Café & bar");
    }
}
