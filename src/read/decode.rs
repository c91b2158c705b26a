//! Bytes to text: by mark, by being valid UTF-8, by what the file declares, else by a guess.
//!
//! Line ends become "\n" and control characters that no reader shows are dropped here, so that every
//! format starts from clean text. What the text means is left to the readers of each format.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// Text as it came out of a file's bytes.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) encoding: &'static Encoding,
    /// Neither a mark nor a declaration nor the bytes' own form settled the encoding.
    pub(super) guessed: bool,
    /// Bytes that mean nothing in the encoding; each became "\u{fffd}".
    pub(super) replaced: bool,
}

/// Bytes looked at for a declaration; browsers look at 1,024, but saved pages put comments first.
const DECLARATION_WITHIN: usize = 8192;

/// Bytes that the guess is made from: an article's worth, so that a huge file costs no more.
const GUESS_WITHIN: usize = 1 << 20;

/// Decodes `bytes`; `chosen` is the encoding a person asked for, and beats everything but a mark.
pub(super) fn decode(bytes: &[u8], chosen: Option<&'static Encoding>, markup: bool) -> Decoded {
    let (encoding, guessed) = encoding_of(bytes, chosen, markup);
    let (text, replaced) = encoding.decode_with_bom_removal(bytes);
    Decoded { text: clean(&text), encoding, guessed, replaced }
}

fn encoding_of(
    bytes: &[u8],
    chosen: Option<&'static Encoding>,
    markup: bool,
) -> (&'static Encoding, bool) {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return (encoding, false);
    }
    if let Some(encoding) = chosen {
        return (encoding, false);
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return (encoding, true);
    }
    if std::str::from_utf8(bytes).is_ok() && !has_iso_2022_escapes(bytes) {
        return (UTF_8, false);
    }
    if markup && let Some(encoding) = declared(bytes) {
        return (encoding, false);
    }
    (guess(bytes), true)
}

/// Western text in UTF-16 has a zero in every other byte, always on the same side.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..bytes.len().min(4096))?;
    if sample.len() < 4 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let zeros =
        |side: usize| sample.iter().skip(side).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let enough = sample.len() * 3 / 10;
    match (even, odd) {
        (0, odd) if odd >= enough => Some(UTF_16LE),
        (even, 0) if even >= enough => Some(UTF_16BE),
        _ => None,
    }
}

/// ISO-2022-JP is made of ASCII bytes alone and so passes for UTF-8.
fn has_iso_2022_escapes(bytes: &[u8]) -> bool {
    bytes.windows(3).any(|three| matches!(three, b"\x1b$B" | b"\x1b$@"))
}

/// The encoding that `<meta charset=…>`, `<meta … content="…charset=…">` or `<?xml encoding=…?>` names.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(DECLARATION_WITHIN))?.to_ascii_lowercase();
    ["charset=", "encoding="].iter().find_map(|key| {
        let at = head.windows(key.len()).position(|window| window == key.as_bytes())?;
        let label: Vec<u8> = head
            .get(at + key.len()..)?
            .iter()
            .copied()
            .skip_while(|byte| matches!(byte, b'"' | b'\'' | b' '))
            .take_while(|byte| byte.is_ascii_alphanumeric() || b"-_:.".contains(byte))
            .collect();
        let encoding = Encoding::for_label(&label)?;
        // A page that can be read far enough to find its declaration is not in UTF-16.
        Some(if encoding == UTF_16LE || encoding == UTF_16BE { UTF_8 } else { encoding })
    })
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes.get(..bytes.len().min(GUESS_WITHIN)).unwrap_or(bytes), true);
    detector.guess(None, Utf8Detection::Allow)
}

/// Line ends as "\n", form feeds as blank lines, no other control characters.
pub(super) fn clean(text: &str) -> String {
    let mut cleaned = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\r' => {
                characters.next_if_eq(&'\n');
                cleaned.push('\n');
            }
            '\u{85}' | '\u{2028}' => cleaned.push('\n'),
            '\u{c}' | '\u{2029}' => cleaned.push_str("\n\n"),
            '\n' | '\t' => cleaned.push(character),
            // The mark, which has a meaning at the very start of a file alone.
            '\u{feff}' => {}
            other if other.is_control() => {}
            other => cleaned.push(other),
        }
    }
    cleaned
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], encoding: &str, guessed: bool, text: &str) {
        let decoded = decode(bytes, None, true);
        assert_eq!(
            (decoded.encoding.name(), decoded.guessed, decoded.text.as_str()),
            (encoding, guessed, text)
        );
    }

    #[test]
    fn a_mark_or_valid_utf_8_settles_it() {
        check("\u{feff}“Café”\r\n🙂\r".as_bytes(), "UTF-8", false, "“Café”\n🙂\n");
        check("Łódź\0\u{1}".as_bytes(), "UTF-8", false, "Łódź");
        check(b"\xff\xfeN\0o\0.\0", "UTF-16LE", false, "No.");
        check(b"", "UTF-8", false, "");
    }

    #[test]
    fn utf_16_is_known_without_a_mark() {
        check(b"T\0a\0l\0k\0s\0 \0e\0n\0d\0.\0", "UTF-16LE", true, "Talks end.");
        check(b"\0T\0a\0l\0k\0s\0 \0e\0n\0d\0.", "UTF-16BE", true, "Talks end.");
    }

    #[test]
    fn a_declaration_beats_a_guess() {
        check(
            b"<meta charset=\"windows-1251\">\xcc\xe8\xf0",
            "windows-1251",
            false,
            "<meta charset=\"windows-1251\">Мир",
        );
        let page = b"<meta http-equiv=Content-Type content='text/html; charset=iso-8859-2'>\xb3";
        assert_eq!(decode(page, None, true).encoding.name(), "ISO-8859-2");
    }

    #[test]
    fn what_says_nothing_is_guessed() {
        let text = "“He won’t go,” the café’s owner said — and naïve or not, he didn’t.";
        let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(text);
        check(&bytes, "windows-1252", true, text);
        let (bytes, _, _) = encoding_rs::ISO_2022_JP.encode("会談は水曜日に始まった。");
        assert_eq!(decode(&bytes, None, false).encoding.name(), "ISO-2022-JP");
    }

    #[test]
    fn a_person_may_choose() {
        let decoded = decode(b"\xcc\xe8\xf0", Some(encoding_rs::WINDOWS_1251), false);
        assert_eq!((decoded.text.as_str(), decoded.guessed), ("Мир", false));
    }
}
