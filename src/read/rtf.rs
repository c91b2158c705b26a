//! RTF: our own reader. Paragraphs, bold and italic; title and author; no tables, pictures or fields.

use encoding_rs::{Encoding, WINDOWS_1252};

use super::draft::{Draft, Inline};
use crate::document::{BlockKind, StyleKind};

pub(super) fn read(bytes: &[u8]) -> Draft {
    let mut reader = Reader::default();
    let mut rest = bytes;
    while let Some((&byte, after)) = rest.split_first() {
        rest = match byte {
            b'{' => {
                reader.open();
                after
            }
            b'}' => {
                reader.close();
                after
            }
            b'\\' => reader.control(after),
            b'\r' | b'\n' => after,
            byte => {
                reader.byte(byte);
                after
            }
        };
    }
    reader.end_paragraph();
    reader.draft
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Target {
    #[default]
    Body,
    Nothing,
    Title,
    Author,
}

/// What a closing brace restores.
#[derive(Clone, Copy, Default)]
struct State {
    target: Target,
    bold: bool,
    italic: bool,
    /// How many characters stand in for one that old readers do not know.
    fallback: usize,
    hidden: bool,
    outline: Option<u8>,
}

struct Reader {
    draft: Draft,
    inline: Inline,
    state: State,
    stack: Vec<State>,
    /// Groups beyond the stack's limit, counted only.
    too_deep: usize,
    encoding: &'static Encoding,
    /// Bytes in the code page that are not decoded yet.
    pending: Vec<u8>,
    skip: usize,
    high: Option<u16>,
    bold_from: usize,
    italic_from: usize,
    title: String,
    author: String,
}

const DEEPEST: usize = 2_000;

impl Default for Reader {
    fn default() -> Self {
        Self {
            draft: Draft::default(),
            inline: Inline::default(),
            state: State { fallback: 1, ..State::default() },
            stack: Vec::new(),
            too_deep: 0,
            encoding: WINDOWS_1252,
            pending: Vec::new(),
            skip: 0,
            high: None,
            bold_from: 0,
            italic_from: 0,
            title: String::new(),
            author: String::new(),
        }
    }
}

impl Reader {
    fn open(&mut self) {
        self.flush();
        if self.stack.len() < DEEPEST { self.stack.push(self.state) } else { self.too_deep += 1 }
    }

    fn close(&mut self) {
        self.flush();
        if self.too_deep > 0 {
            self.too_deep -= 1;
        } else if let Some(state) = self.stack.pop() {
            self.set_bold(state.bold);
            self.set_italic(state.italic);
            self.state = state;
        }
    }

    /// Reads what follows a backslash and gives back what follows that.
    fn control<'a>(&mut self, rest: &'a [u8]) -> &'a [u8] {
        let Some((&first, after)) = rest.split_first() else { return rest };
        if !first.is_ascii_alphabetic() {
            return self.symbol(first, after);
        }
        let end = rest.iter().position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(rest.len());
        let (word, mut after) = rest.split_at(end);
        let n_digits = after
            .iter()
            .enumerate()
            .take_while(|&(idx, byte)| byte.is_ascii_digit() || idx == 0 && *byte == b'-')
            .count();
        let (digits, rest) = after.split_at(n_digits);
        after = rest.strip_prefix(b" ").unwrap_or(rest);
        let value = std::str::from_utf8(digits).ok().and_then(|digits| digits.parse::<i32>().ok());
        let word = std::str::from_utf8(word).unwrap_or_default();
        if word == "bin" {
            let length = usize::try_from(value.unwrap_or(0)).unwrap_or(0).min(after.len());
            return after.get(length..).unwrap_or_default();
        }
        self.word(word, value);
        after
    }

    fn symbol<'a>(&mut self, symbol: u8, after: &'a [u8]) -> &'a [u8] {
        match symbol {
            b'\'' => {
                let code = after.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
                if let Some(code) = code.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
                    self.byte(code);
                    return after.get(2..).unwrap_or_default();
                }
            }
            b'*' => self.state.target = Target::Nothing,
            b'~' => self.text("\u{a0}"),
            b'_' => self.text("-"),
            b'\\' | b'{' | b'}' => self.byte(symbol),
            b'\r' | b'\n' => self.end_paragraph(),
            _ => {}
        }
        after
    }

    fn word(&mut self, word: &str, value: Option<i32>) {
        let on = value != Some(0);
        match word {
            "par" | "sect" | "page" | "row" => self.end_paragraph(),
            "line" => {
                self.flush();
                if self.state.target == Target::Body {
                    self.inline.line_break();
                }
            }
            "tab" => self.text("\t"),
            "cell" => self.text(" | "),
            "lquote" => self.text("‘"),
            "rquote" => self.text("’"),
            "ldblquote" => self.text("“"),
            "rdblquote" => self.text("”"),
            "endash" => self.text("–"),
            "emdash" => self.text("—"),
            "bullet" => self.text("•"),
            "u" => self.unicode(value.unwrap_or(0)),
            "uc" => self.state.fallback = usize::try_from(value.unwrap_or(1)).unwrap_or(1).min(10),
            "ansicpg" => self.encoding = code_page(value.unwrap_or(1252)),
            "mac" => self.encoding = encoding_rs::MACINTOSH,
            "b" => self.set_bold(on),
            "i" => self.set_italic(on),
            "v" => {
                self.flush();
                self.state.hidden = on;
            }
            "plain" => {
                self.set_bold(false);
                self.set_italic(false);
                self.state.hidden = false;
            }
            "pard" => self.state.outline = None,
            "outlinelevel" => self.state.outline = value.and_then(|level| u8::try_from(level).ok()),
            "fonttbl" | "colortbl" | "stylesheet" | "info" | "pict" | "object" | "header"
            | "headerl" | "headerr" | "headerf" | "footer" | "footerl" | "footerr" | "footerf"
            | "footnote" | "fldinst" | "listtable" | "listoverridetable" | "revtbl" | "rsidtbl"
            | "generator" | "themedata" | "datastore" | "latentstyles" | "xmlnstbl"
            | "annotation" | "nonshppict" | "filetbl" => self.state.target = Target::Nothing,
            "title" => self.state.target = Target::Title,
            "author" => self.state.target = Target::Author,
            _ => {}
        }
    }

    fn unicode(&mut self, value: i32) {
        self.flush();
        // Written as a signed number of 16 bits; two of them make a character beyond those.
        let unit = u16::try_from(value & 0xffff).unwrap_or(0xfffd);
        let units = [self.high.take().unwrap_or(0), unit];
        if (0xd800..0xdc00).contains(&unit) {
            self.high = Some(unit);
        } else {
            let pair = if units.first() == Some(&0) { units.get(1..) } else { units.get(..) };
            let text: String = char::decode_utf16(pair.unwrap_or_default().iter().copied())
                .map(|character| character.unwrap_or('\u{fffd}'))
                .collect();
            self.text(&text);
        }
        self.skip = self.state.fallback;
    }

    fn byte(&mut self, byte: u8) {
        if self.skip > 0 {
            self.skip -= 1;
        } else {
            self.pending.push(byte);
        }
    }

    fn flush(&mut self) {
        self.skip = 0;
        if self.pending.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.pending);
        let (text, _) = self.encoding.decode_without_bom_handling(&bytes);
        self.add(&text);
    }

    fn text(&mut self, text: &str) {
        self.flush();
        self.add(text);
    }

    fn add(&mut self, text: &str) {
        let text: String = text
            .chars()
            .filter(|&character| character == '\t' || !character.is_control())
            .collect();
        match self.state.target {
            Target::Body if !self.state.hidden => self.inline.push(&text),
            Target::Title => self.title.push_str(&text),
            Target::Author => self.author.push_str(&text),
            Target::Body | Target::Nothing => {}
        }
    }

    fn set_bold(&mut self, on: bool) {
        self.flush();
        if self.state.bold && !on {
            self.inline.style_since(self.bold_from, StyleKind::Strong);
        } else if !self.state.bold && on {
            self.bold_from = self.inline.text.len();
        }
        self.state.bold = on;
    }

    fn set_italic(&mut self, on: bool) {
        self.flush();
        if self.state.italic && !on {
            self.inline.style_since(self.italic_from, StyleKind::Emphasis);
        } else if !self.state.italic && on {
            self.italic_from = self.inline.text.len();
        }
        self.state.italic = on;
    }

    fn end_paragraph(&mut self) {
        self.flush();
        if self.state.target != Target::Body {
            return;
        }
        if self.state.bold {
            self.inline.style_since(self.bold_from, StyleKind::Strong);
        }
        if self.state.italic {
            self.inline.style_since(self.italic_from, StyleKind::Emphasis);
        }
        (self.bold_from, self.italic_from) = (0, 0);
        let mut inline = std::mem::take(&mut self.inline);
        while let Some(kept) = inline.text.strip_suffix(" | ") {
            inline.text.truncate(kept.len());
        }
        let item = inline.text.trim_start().starts_with(['•', '·']);
        let (kind, level) = match self.state.outline {
            Some(level) if level < 6 => (BlockKind::Heading, level + 1),
            _ if item => (BlockKind::ListItem, 1),
            _ => (BlockKind::Paragraph, 0),
        };
        self.draft.push(kind, level, inline);
        let some = |text: &str| (!text.trim().is_empty()).then(|| text.trim().to_owned());
        self.draft.meta.title = some(&self.title);
        self.draft.meta.byline = some(&self.author);
    }
}

fn code_page(number: i32) -> &'static Encoding {
    let label = match number {
        932 => "shift_jis".to_owned(),
        936 => "gb18030".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        65001 => "utf-8".to_owned(),
        number => format!("windows-{number}"),
    };
    Encoding::for_label(label.as_bytes()).unwrap_or(WINDOWS_1252)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_comes_out_of_its_codes() {
        let draft = read(
            br"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0 Arial;}}{\info{\title The vote}{\author Jo Lee}}{\header Page 1}
\pard\outlinelevel0 What comes next\par\pard Caf\u233?\~{\b bold} \ldblquote no\rdblquote  \'cc\'e8\'f0\par
\u-10179?\u-8701? end{\*\generator x;}\par}",
        );
        assert_eq!(draft.text, "What comes next\n\nCafé\u{a0}bold “no” Мир\n\n😃 end");
        assert_eq!(draft.blocks[0].kind, BlockKind::Heading);
        assert_eq!(draft.styles[0].range.slice(&draft.text), "bold");
        assert_eq!(draft.meta.title.as_deref(), Some("The vote"));
        assert_eq!(draft.meta.byline.as_deref(), Some("Jo Lee"));
    }

    #[test]
    fn damage_is_survived() {
        for bytes in [
            &b"{\\rtf1 {{{{ \\u99999 \\'zz \\bin999999 x"[..],
            b"{\\rtf1}}}} text",
            &b"{".repeat(100_000),
        ] {
            read(bytes);
        }
    }
}
