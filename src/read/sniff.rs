//! What a file is, told by its bytes first and its name second.

use crate::document::Format;

/// What the bytes are: a format with a reader here, or something that is no article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Known(Format),
    /// What to call it in "the file is not an article but …".
    Other(&'static str),
    /// Bytes with no meaning as text.
    Binary,
}

/// `extension` is in lower case and without its dot.
pub(super) fn kind(bytes: &[u8], extension: &str) -> Kind {
    if let Some(format) = marked(bytes) {
        return Kind::Known(format);
    }
    if let Some(name) = other(bytes) {
        return Kind::Other(name);
    }
    if is_html(bytes) {
        return Kind::Known(Format::Html);
    }
    if looks_binary(bytes) {
        return Kind::Binary;
    }
    Kind::Known(match extension {
        "md" | "markdown" | "mkd" | "mdown" | "mdwn" | "mdx" | "rmd" | "qmd" => Format::Markdown,
        "html" | "htm" | "xhtml" | "xht" | "shtml" => Format::Html,
        _ => Format::Text,
    })
}

/// Formats that start with marks of their own.
fn marked(bytes: &[u8]) -> Option<Format> {
    // Some servers put a few bytes before the mark.
    let head = bytes.get(..bytes.len().min(4096)).unwrap_or(bytes);
    if bytes.starts_with(b"%PDF-") || find(head, b"%PDF-1.").is_some_and(|at| at < 512) {
        return Some(Format::Pdf);
    }
    if bytes.starts_with(b"{\\rtf") {
        return Some(Format::Rtf);
    }
    mail(head)
}

/// Mail begins with header lines, of which it has some in any case.
fn mail(head: &[u8]) -> Option<Format> {
    let text = String::from_utf8_lossy(head);
    let mut n_known = 0;
    let mut related = false;
    for (idx, line) in text.lines().enumerate() {
        if line.is_empty() {
            break;
        }
        let folded = line.starts_with([' ', '\t']);
        let Some((name, value)) = line.split_once(':').filter(|_| !folded) else {
            if folded && idx > 0 || idx == 0 && line.starts_with("From ") {
                related |= line.to_ascii_lowercase().contains("multipart/related");
                continue;
            }
            break;
        };
        if name.contains(' ') {
            break;
        }
        let name = name.to_ascii_lowercase();
        n_known += usize::from(matches!(
            name.as_str(),
            "from"
                | "to"
                | "subject"
                | "date"
                | "message-id"
                | "mime-version"
                | "received"
                | "return-path"
                | "content-type"
                | "delivered-to"
                | "reply-to"
        ));
        related |= value.to_ascii_lowercase().contains("multipart/related")
            || name == "snapshot-content-location";
    }
    match (n_known >= 3, related) {
        (true, true) if text.contains("Snapshot-Content-Location") || text.contains("Saved by") => {
            Some(Format::WebArchive)
        }
        (true, _) => Some(Format::Mail),
        _ => None,
    }
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

/// Files that are no article, by the marks at their start.
fn other(bytes: &[u8]) -> Option<&'static str> {
    const MARKS: &[(&[u8], &str)] = &[
        (b"PK\x05\x06", "an empty archive"),
        (b"\x1f\x8b", "an archive"),
        (b"BZh", "an archive"),
        (b"7z\xbc\xaf\x27\x1c", "an archive"),
        (b"Rar!\x1a", "an archive"),
        (b"\xfd7zXZ\0", "an archive"),
        (b"\x28\xb5\x2f\xfd", "an archive"),
        (b"\x89PNG\r\n", "a picture"),
        (b"\xff\xd8\xff", "a picture"),
        (b"GIF87a", "a picture"),
        (b"GIF89a", "a picture"),
        (b"II*\0", "a picture"),
        (b"MM\0*", "a picture"),
        (b"8BPS", "a picture"),
        (b"\0\0\x01\0", "a picture"),
        (b"ID3", "a sound recording"),
        (b"\xff\xfb", "a sound recording"),
        (b"OggS", "a sound recording"),
        (b"fLaC", "a sound recording"),
        (b"\x1a\x45\xdf\xa3", "a video"),
        (b"\x7fELF", "a program"),
        (b"MZ\x90", "a program"),
        (b"\xcf\xfa\xed\xfe", "a program"),
        (b"\xca\xfe\xba\xbe", "a program"),
        (b"SQLite format 3", "a database"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file"),
        (b"%!PS", "a PostScript file"),
        (b"wOFF", "a font"),
        (b"wOF2", "a font"),
        (b"OTTO", "a font"),
        (b"\0\x01\0\0\0", "a font"),
        (b"AT&TFORM", "a DjVu file"),
        (b"bplist00", "a property list"),
    ];
    if let Some((_, name)) = MARKS.iter().find(|(mark, _)| bytes.starts_with(mark)) {
        return Some(name);
    }
    let riff = |kind: &[u8]| bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(kind);
    if riff(b"WEBP") || bytes.starts_with(b"BM") && bytes.get(6..10) == Some(&[0; 4]) {
        return Some("a picture");
    }
    if riff(b"WAVE") {
        return Some("a sound recording");
    }
    if riff(b"AVI ") {
        return Some("a video");
    }
    match (bytes.get(4..8), bytes.get(8..12)) {
        (Some(b"ftyp"), Some(b"heic" | b"avif" | b"mif1" | b"heix")) => Some("a picture"),
        (Some(b"ftyp"), _) => Some("a video"),
        _ => (bytes.get(257..262) == Some(b"ustar")).then_some("an archive"),
    }
}

fn is_html(bytes: &[u8]) -> bool {
    let ascii: Vec<u8> =
        bytes.iter().take(4096).filter(|&&byte| byte != 0).map(u8::to_ascii_lowercase).collect();
    let head = ascii.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&ascii);
    let head = head.trim_ascii_start();
    let has = |wanted: &[u8]| head.windows(wanted.len()).any(|window| window == wanted);
    head.starts_with(b"<!doctype html")
        || head.starts_with(b"<html")
        || head.starts_with(b"<head")
        || head.starts_with(b"<body")
        || (head.starts_with(b"<") && (has(b"<html") || has(b"<body")))
}

/// Many zeros or control characters, in a file that is not UTF-16.
fn looks_binary(bytes: &[u8]) -> bool {
    let sample = bytes.get(..bytes.len().min(8192)).unwrap_or(bytes);
    let marked = sample.starts_with(b"\xff\xfe") || sample.starts_with(b"\xfe\xff");
    if marked {
        return false;
    }
    let odd = |byte: u8| byte < 0x20 && !matches!(byte, b'\n' | b'\r' | b'\t' | 0x0c | 0x1b | 0x08);
    let zeros_on =
        |side: usize| sample.iter().skip(side).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd_side) = (zeros_on(0), zeros_on(1));
    let utf16 = even.min(odd_side) == 0 && even.max(odd_side) * 10 >= sample.len() * 3;
    !utf16 && sample.iter().filter(|&&byte| odd(byte)).count() * 50 > sample.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_told_by_their_bytes() {
        let check = |bytes: &[u8], extension: &str, expected: Kind| {
            assert_eq!(kind(bytes, extension), expected, "{extension}");
        };
        check(b"\x89PNG\r\n\x1a\n", "txt", Kind::Other("a picture"));
        check(b"%PDF-1.7\n", "txt", Kind::Known(Format::Pdf));
        check(b"From: a\r\nTo: b\r\nSubject: c\r\n\r\nText", "", Kind::Known(Format::Mail));
        check(b"Subject: it was cold\nDate: unknown\n\nText", "txt", Kind::Known(Format::Text));
        check(b"\n <!DOCTYPE HTML><p>", "txt", Kind::Known(Format::Html));
        check(b"<!-- saved --><html>", "", Kind::Known(Format::Html));
        check(b"# Talks", "md", Kind::Known(Format::Markdown));
        check(b"Talks\n", "text", Kind::Known(Format::Text));
        check(b"T\0a\0l\0k\0s\0", "txt", Kind::Known(Format::Text));
        check(b"a\x01\x02\x03\0\0\x04\0b\x05", "txt", Kind::Binary);
        check("“Café” 🙂".as_bytes(), "", Kind::Known(Format::Text));
    }
}
