//! Plain-text articles: blank lines part the blocks, and so do line ends unless the lines are wrapped.
//!
//! Told apart by shape: wrapped lines (joined into one paragraph), underlined and short headings, lists,
//! the quoted lines of mail. Title, byline and clutter are settled later, in `read::roles`.

use super::draft::{Draft, Inline};
use crate::document::BlockKind;

/// Reads a plain-text article, already decoded.
pub(super) fn read(text: &str) -> Draft {
    let lines: Vec<Line<'_>> = text.lines().map(Line::of).collect();
    let width = wrap_width(&lines);
    let mut pieces = join(&lines, width);
    mark_lists(&mut pieces);
    mark_headings(&mut pieces);
    let mut draft = Draft::default();
    for piece in pieces {
        draft.push(piece.kind, piece.level, Inline::from(piece.text.as_str()));
    }
    draft
}

#[derive(Clone, Copy)]
struct Line<'a> {
    /// Without quote marks and without white space at either end.
    text: &'a str,
    /// How many `>` stood before it.
    quoted: u8,
    /// Columns of white space before it.
    indent: usize,
    /// In characters, indent included.
    width: usize,
}

struct Piece {
    kind: BlockKind,
    level: u8,
    text: String,
}

impl<'a> Line<'a> {
    fn of(whole: &'a str) -> Self {
        let mut text = whole.trim_end();
        let mut quoted = 0u8;
        while let Some(rest) = text.trim_start().strip_prefix('>') {
            text = rest;
            quoted = quoted.saturating_add(1);
        }
        let inner = text.trim_start();
        let indent = if quoted > 0 { 0 } else { text.chars().count() - inner.chars().count() };
        Self { text: inner, quoted, indent, width: text.chars().count() }
    }

    fn is_blank(&self) -> bool {
        self.text.is_empty()
    }

    /// A line drawn with characters, such as `-----` or `* * *`.
    fn is_rule(&self) -> bool {
        let mut drawn = self.text.chars().filter(|character| !character.is_whitespace());
        let Some(first) = drawn.next() else { return false };
        "-=_*~#+—–.•·".contains(first)
            && self.text.chars().count() >= 3
            && drawn.all(|character| character == first)
    }

    /// Whether it ends like a sentence, closing quotation marks and brackets aside.
    fn is_closed(&self) -> bool {
        ends_sentence(self.text)
    }

    fn first_word_width(&self) -> usize {
        self.text.split_whitespace().next().map_or(0, |word| word.chars().count())
    }
}

pub(super) fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']', '*', '_', ' '])
        .ends_with(['.', '!', '?', '…', ':', '。', '！', '？'])
}

/// The width at which the file's lines were broken, or `None` when each line is a paragraph.
///
/// A broken line is one that the next line's first word would not have fitted on, so the longest line
/// of a wrapped file is a width that nearly every line inside a paragraph comes up to.
fn wrap_width(lines: &[Line<'_>]) -> Option<usize> {
    let inner: Vec<(usize, usize)> = lines
        .iter()
        .zip(lines.iter().skip(1))
        .filter(|(line, next)| !line.is_blank() && !next.is_blank() && !next.is_rule())
        .map(|(line, next)| (line.width, next.first_word_width()))
        .collect();
    let mut widths: Vec<usize> = inner.iter().map(|&(width, _)| width).collect();
    widths.sort_unstable();
    // A lone long line, such as one that holds an address, does not set the width.
    let width = *widths.get((widths.len() * 98 / 100).min(widths.len().checked_sub(1)?))?;
    if !(40..=140).contains(&width) || inner.len() < 3 {
        return None;
    }
    let full = inner.iter().filter(|&&(line, word)| line + 1 + word > width).count();
    (full * 4 >= inner.len() * 3).then_some(width)
}

/// Joins the lines that belong to one paragraph, with a space in place of the line end.
fn join(lines: &[Line<'_>], width: Option<usize>) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut last: Option<&Line<'_>> = None;
    for line in lines {
        if line.is_blank() {
            last = None;
            continue;
        }
        if line.is_rule() {
            underline(&mut pieces, last, line);
            last = None;
            continue;
        }
        match pieces.last_mut() {
            Some(piece) if last.is_some_and(|last| belongs(last, line, width)) => {
                piece.text.push(' ');
                piece.text.push_str(line.text);
            }
            _ => pieces.push(Piece {
                kind: if line.quoted > 0 { BlockKind::Quote } else { BlockKind::Paragraph },
                level: 0,
                text: line.text.to_owned(),
            }),
        }
        last = Some(line);
    }
    pieces
}

/// Whether `line` goes on with the paragraph that `last` stands in.
fn belongs(last: &Line<'_>, line: &Line<'_>, width: Option<usize>) -> bool {
    if last.quoted != line.quoted || item_marker(line.text).is_some() {
        return false;
    }
    match width {
        Some(width) => {
            let full = last.width + 1 + line.first_word_width() > width;
            let indented = line.indent > last.indent && last.is_closed();
            // Unwrapped long lines occur in wrapped files too: a pasted paragraph.
            !indented && last.width <= width + 10 && (full || !last.is_closed() && goes_on(line))
        }
        None => !last.is_closed() && last.width >= 30 && goes_on(line),
    }
}

fn goes_on(line: &Line<'_>) -> bool {
    line.text.starts_with(char::is_lowercase)
}

/// A rule right under a short line makes it a heading; elsewhere it only parts.
fn underline(pieces: &mut [Piece], last: Option<&Line<'_>>, rule: &Line<'_>) {
    let (Some(piece), Some(last)) = (pieces.last_mut(), last) else { return };
    let whole = piece.text == last.text && last.width <= 100;
    let alike = rule.width + 3 >= last.width && rule.width <= last.width + 6;
    if whole && alike && !rule.text.contains(' ') {
        piece.kind = BlockKind::Heading;
        piece.level = if rule.text.starts_with(['=', '#', '*']) { 1 } else { 2 };
    }
}

/// The mark before a list item: `-`, `*`, `•` or a number.
fn item_marker(text: &str) -> Option<&str> {
    let (marker, rest) = text.split_once([' ', '\t'])?;
    if rest.trim().is_empty() {
        return None;
    }
    let bullet = matches!(marker, "-" | "*" | "•" | "·" | "◦" | "▪" | "●" | "‣" | "+");
    let numbered = marker.strip_suffix(['.', ')']).is_some_and(|number| {
        let number = number.trim_start_matches('(');
        !number.is_empty() && number.len() <= 3 && number.bytes().all(|byte| byte.is_ascii_digit())
    });
    (bullet || numbered).then_some(marker)
}

/// Two items or more make a list; a lone dash may open direct speech.
fn mark_lists(pieces: &mut [Piece]) {
    let is_item =
        |piece: &Piece| piece.kind == BlockKind::Paragraph && item_marker(&piece.text).is_some();
    let items: Vec<bool> = pieces.iter().map(is_item).collect();
    for (idx, piece) in pieces.iter_mut().enumerate() {
        let beside = idx.checked_sub(1).and_then(|before| items.get(before)) == Some(&true)
            || items.get(idx + 1) == Some(&true);
        if items.get(idx) == Some(&true) && (beside || piece.text.starts_with('•')) {
            piece.kind = BlockKind::ListItem;
            piece.level = 1;
        }
    }
}

/// A short line without a sentence's end, over a paragraph that has one, is a heading.
fn mark_headings(pieces: &mut [Piece]) {
    for idx in 1..pieces.len().saturating_sub(1) {
        let (Some(piece), Some(next)) = (pieces.get(idx), pieces.get(idx + 1)) else { continue };
        let over_prose = next.kind == BlockKind::Paragraph
            && ends_sentence(&next.text)
            && next.text.len() > 2 * piece.text.len();
        if piece.kind == BlockKind::Paragraph && over_prose && has_heading_shape(&piece.text) {
            pieces[idx].kind = BlockKind::Heading;
            pieces[idx].level = 2;
        }
    }
}

pub(super) fn has_heading_shape(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let starts = text
        .trim_start_matches(['“', '"', '‘', '\'', '('])
        .starts_with(|first: char| first.is_uppercase() || first.is_numeric());
    let open_end =
        !text.ends_with(|last: char| last != ')' && last != '%' && !last.is_alphanumeric());
    (1..=10).contains(&words)
        && text.chars().count() <= 70
        && starts
        && open_end
        // What a listener hears between two paragraphs of a speech, such as “(Applause.)”.
        && !(text.starts_with('(') && text.ends_with(')'))
        && !text.contains("://")
        && text.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::BlockKind::{Heading, ListItem, Paragraph, Quote};

    #[track_caller]
    fn check(text: &str, expected: &[(BlockKind, &str)]) {
        let draft = read(text);
        let blocks: Vec<(BlockKind, &str)> =
            draft.blocks.iter().map(|block| (block.kind, block.range.slice(&draft.text))).collect();
        assert_eq!(blocks, expected);
    }

    #[test]
    fn blank_lines_part_blocks_and_so_do_long_lines() {
        check(
            "Talks resume.\n\n  “No comment,” she said.\n \t\n",
            &[(Paragraph, "Talks resume."), (Paragraph, "“No comment,” she said.")],
        );
        let long = "The minister said on Monday that the talks would go on in the spring, whatever came of the vote in the lower house, and that no other date had been set.";
        check(&format!("{long}\n{long}\n{long}"), &[(Paragraph, long); 3]);
    }

    #[test]
    fn wrapped_lines_are_one_paragraph() {
        check(
            "The minister said on Monday that the talks would\ngo on in the spring, whatever came of the vote in\nthe lower house 🙂.\n\nThe opposition, which had left the chamber before\nthe vote, said it would not take part in the talks\nand would appeal.\n   A third paragraph is indented and has no blank\nline before it.",
            &[
                (
                    Paragraph,
                    "The minister said on Monday that the talks would go on in the spring, whatever came of the vote in the lower house 🙂.",
                ),
                (
                    Paragraph,
                    "The opposition, which had left the chamber before the vote, said it would not take part in the talks and would appeal.",
                ),
                (Paragraph, "A third paragraph is indented and has no blank line before it."),
            ],
        );
    }

    #[test]
    fn headings_are_underlined_or_short() {
        check(
            "The Vote\n========\n\nIt was close. Nobody had expected that, least of all Mr. Lee.\n\nWhat comes next\n\nA second round is to be held on Sunday, officials said.\n\n* * *\n\nThe end.",
            &[
                (Heading, "The Vote"),
                (Paragraph, "It was close. Nobody had expected that, least of all Mr. Lee."),
                (Heading, "What comes next"),
                (Paragraph, "A second round is to be held on Sunday, officials said."),
                (Paragraph, "The end."),
            ],
        );
    }

    #[test]
    fn what_is_heard_in_a_speech_is_no_heading() {
        let next = "The ferries will sail again, and they will sail on time, he went on.";
        check(
            &format!("Thank you all.\n\n(Applause.)\n\n{next}"),
            &[(Paragraph, "Thank you all."), (Paragraph, "(Applause.)"), (Paragraph, next)],
        );
    }

    #[test]
    fn lists_and_mail_quotes() {
        check(
            "Three demands:\n- a new vote,\n- an inquiry.\n\n> You said no.\n> I did not.\nI did.",
            &[
                (Paragraph, "Three demands:"),
                (ListItem, "- a new vote,"),
                (ListItem, "- an inquiry."),
                (Quote, "You said no."),
                (Quote, "I did not."),
                (Paragraph, "I did."),
            ],
        );
        check("- No, he said.", &[(Paragraph, "- No, he said.")]);
    }
}
