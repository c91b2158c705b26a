//! Lines to paragraphs: running heads set apart, columns followed, hyphens at line ends undone.

use std::collections::{BTreeMap, BTreeSet};

use super::Page;
use super::line::Line;
use crate::document::BlockKind;
use crate::read::draft::{Draft, Inline};
use crate::read::plain;

/// The outer part of a page in which running heads and page numbers stand.
const MARGIN: f32 = 0.09;

/// Sizes that differ by more than this part are different fonts.
const SIZE_STEP: f32 = 0.12;

pub(super) fn lay_out(pages: &[Page]) -> Draft {
    let repeated = running_heads(pages);
    let mut lines: Vec<&Line> = Vec::new();
    let mut margins: Vec<(usize, &Line)> = Vec::new();
    for (number, page) in pages.iter().enumerate() {
        for line in in_order(page) {
            let is_head = in_margin(line, page)
                && (repeated.contains(&masked(&line.text)) || is_number(&line.text));
            if is_head { margins.push((number, line)) } else { lines.push(line) }
        }
    }
    let body = common_size(&lines);
    let leadings = leadings(&lines);
    let compounds = compounds(&lines);
    let mut draft = Draft::default();
    let mut starts: BTreeMap<usize, usize> = BTreeMap::new();
    let mut open: Option<Paragraph<'_>> = None;
    let mut margins = margins.into_iter().peekable();
    for (idx, &line) in lines.iter().enumerate() {
        let (left_edge, right_edge) = edges(&lines, idx);
        match &mut open {
            Some(paragraph) if paragraph.goes_on(line, left_edge, &leadings) => {
                paragraph.push(line, right_edge, &compounds);
            }
            _ => {
                close(&mut draft, open.take(), body, &mut starts);
                while let Some((_, head)) = margins.next_if(|(page, _)| *page < line.page) {
                    draft.push(BlockKind::Boilerplate, 0, Inline::from(head.text.as_str()));
                }
                open = Some(Paragraph::new(line, right_edge));
            }
        }
    }
    close(&mut draft, open, body, &mut starts);
    for (_, head) in margins {
        draft.push(BlockKind::Boilerplate, 0, Inline::from(head.text.as_str()));
    }
    // A page without a line of its own begins where the next one does.
    let end = draft.text.len();
    draft.pages = (0..pages.len())
        .map(|page| starts.range(page..).next().map_or(end, |(_, &start)| start))
        .collect();
    draft
}

struct Paragraph<'a> {
    text: String,
    last: &'a Line,
    /// Where its first line begins.
    left: f32,
    n_lines: usize,
    /// Where the lines of its column end.
    right_edge: f32,
    /// Pages that begin in it, each with the byte of the text.
    pages: Vec<(usize, usize)>,
}

impl<'a> Paragraph<'a> {
    fn new(line: &'a Line, right_edge: f32) -> Self {
        Self {
            text: line.text.clone(),
            last: line,
            left: line.left,
            n_lines: 1,
            right_edge,
            pages: vec![(line.page, 0)],
        }
    }

    fn goes_on(&self, line: &Line, left_edge: f32, leadings: &BTreeMap<i32, f32>) -> bool {
        let size = self.last.size.max(line.size);
        if (self.last.size - line.size).abs() > SIZE_STEP * size || starts_item(&line.text) {
            return false;
        }
        let closed = plain::ends_sentence(&self.text) || ends_in_cjk_stop(&self.text);
        let down = line.baseline - self.last.baseline;
        let same_line = down.abs() < 0.3 * size && line.left >= self.last.right - size;
        if same_line {
            return line.left - self.last.right < 4.0 * size;
        }
        let leading = leadings.get(&key_of(line.size)).copied().unwrap_or(1.2 * size);
        let next_column = line.page != self.last.page || down < 0.0 || down > 12.0 * leading;
        if next_column {
            let heading = self.n_lines == 1 && self.last.right < self.right_edge - 6.0 * size;
            // The last line of a paragraph rarely fills its column, so a full one goes on.
            let full = self.n_lines > 1 && self.last.right > self.right_edge - 0.8 * size;
            let indented = line.left > left_edge + 0.8 * size;
            return (!closed || full && !indented) && !heading;
        }
        if down > 1.25 * leading + 0.5 {
            return false;
        }
        let indented = line.left > self.left.min(self.last.left) + 0.8 * size && self.n_lines > 1
            || line.left > self.last.left + 0.8 * size;
        let short = self.last.right < self.right_edge - 2.5 * size;
        let begins = line.left > left_edge + 0.8 * size;
        !(closed && (indented || short) || short && begins)
    }

    fn push(&mut self, line: &'a Line, right_edge: f32, compounds: &BTreeSet<String>) {
        append(&mut self.text, &line.text, compounds);
        if line.page != self.last.page {
            self.pages.push((line.page, self.text.len() - line.text.len()));
        }
        if self.n_lines == 1 {
            self.left = line.left;
        }
        self.last = line;
        self.n_lines += 1;
        self.right_edge = self.right_edge.max(right_edge);
    }
}

/// Adds the paragraph to the draft, and notes in `starts` where the first text of each page stands.
fn close(
    draft: &mut Draft,
    paragraph: Option<Paragraph<'_>>,
    body: f32,
    starts: &mut BTreeMap<usize, usize>,
) {
    let Some(paragraph) = paragraph else { return };
    let larger = paragraph.last.size / body.max(0.1);
    let short = paragraph.text.split_whitespace().count() <= 40;
    let (kind, level) = if larger > 1.5 && short {
        (BlockKind::Heading, 1)
    } else if larger > 1.0 + SIZE_STEP && short {
        (BlockKind::Heading, 2)
    } else if starts_item(&paragraph.text) {
        (BlockKind::ListItem, 1)
    } else {
        (BlockKind::Paragraph, 0)
    };
    draft.push(kind, level, Inline::from(paragraph.text.as_str()));
    let Some(block) = draft.blocks.last() else { return };
    for (page, at) in paragraph.pages {
        starts.entry(page).or_insert(block.range.start() + at);
    }
}

/// Joins a line to the text before it, undoing the hyphen of a word that was cut.
fn append(text: &mut String, line: &str, compounds: &BTreeSet<String>) {
    let last_word = text.rsplit(' ').next().unwrap_or_default();
    let cut = last_word
        .strip_suffix(['-', '\u{ad}', '‐'])
        .filter(|stem| stem.ends_with(char::is_alphabetic));
    if let (Some(stem), true) = (cut, line.starts_with(char::is_lowercase)) {
        let next_word =
            line.split(|character: char| !character.is_alphanumeric()).next().unwrap_or_default();
        // “well-known”, written so elsewhere in the text, keeps its hyphen.
        let compound = compounds.contains(&format!("{stem}-{next_word}").to_lowercase());
        if !compound {
            text.pop();
        }
        text.push_str(line);
        return;
    }
    let cjk =
        text.chars().next_back().is_some_and(is_cjk) && line.chars().next().is_some_and(is_cjk);
    let open_dash =
        last_word.ends_with('-') && last_word.len() > 1 && line.starts_with(char::is_alphanumeric);
    if !cjk && !open_dash && !text.ends_with(' ') {
        text.push(' ');
    }
    text.push_str(line);
}

/// Words with a hyphen inside a line.
fn compounds(lines: &[&Line]) -> BTreeSet<String> {
    lines
        .iter()
        .flat_map(|line| line.text.split_whitespace())
        .map(|word| word.trim_matches(|character: char| !character.is_alphanumeric()))
        .filter(|word| word.contains('-'))
        .map(str::to_lowercase)
        .collect()
}

/// The page's lines as drawn, unless the drawing jumps about; then from top to bottom by columns.
fn in_order(page: &Page) -> Vec<&Line> {
    let lines: Vec<&Line> = page.lines.iter().collect();
    let jumps_up = lines.windows(2).filter(
        |two| matches!(two, [a, b] if b.baseline < a.baseline - 2.0 * a.size && b.left < a.right),
    );
    if jumps_up.count() <= 2 + lines.len() / 20 {
        return lines;
    }
    let mut ordered = Vec::with_capacity(lines.len());
    cut(lines, &mut ordered, 0);
    ordered
}

/// Cuts at the widest gap that goes through, across or down, and reads each part in turn.
fn cut<'a>(mut lines: Vec<&'a Line>, ordered: &mut Vec<&'a Line>, depth: usize) {
    if lines.len() < 2 || depth > 40 {
        lines.sort_by(|a, b| a.baseline.total_cmp(&b.baseline).then(a.left.total_cmp(&b.left)));
        ordered.extend(lines);
        return;
    }
    let size = lines.iter().map(|line| line.size).fold(0.0, f32::max);
    let across =
        widest_gap(&lines, |line| (line.left, line.right)).filter(|gap| gap.1 > 0.8 * size);
    let down =
        widest_gap(&lines, |line| (line.baseline - line.size, line.baseline + 0.25 * line.size));
    let (at, by_column) = match (across, down) {
        (Some((at, _)), None) => (at, true),
        (Some((at, width)), Some((_, height))) if width > height * 0.5 => (at, true),
        (_, Some((at, height))) if height > 0.1 * size => (at, false),
        _ => {
            lines.sort_by(|a, b| a.baseline.total_cmp(&b.baseline).then(a.left.total_cmp(&b.left)));
            ordered.extend(lines);
            return;
        }
    };
    let (before, after): (Vec<&Line>, Vec<&Line>) = lines
        .into_iter()
        .partition(|line| if by_column { line.left < at } else { line.baseline < at });
    cut(before, ordered, depth + 1);
    cut(after, ordered, depth + 1);
}

/// The middle and the width of the widest stretch that no line reaches into.
fn widest_gap(lines: &[&Line], extent: impl Fn(&Line) -> (f32, f32)) -> Option<(f32, f32)> {
    let mut extents: Vec<(f32, f32)> = lines.iter().map(|line| extent(line)).collect();
    extents.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut end = extents.first()?.1;
    let mut widest: Option<(f32, f32)> = None;
    for &(start, stop) in &extents {
        let gap = start - end;
        if gap > 0.0 && widest.is_none_or(|(_, width)| gap > width) {
            widest = Some((end + gap / 2.0, gap));
        }
        end = end.max(stop);
    }
    widest
}

/// Texts, digits masked, that come back in the margins of a third of the pages.
fn running_heads(pages: &[Page]) -> BTreeSet<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for page in pages {
        let here: BTreeSet<String> = page
            .lines
            .iter()
            .filter(|line| in_margin(line, page))
            .map(|line| masked(&line.text))
            .collect();
        for text in here {
            *counts.entry(text).or_default() += 1;
        }
    }
    counts
        .into_iter()
        .filter(|&(_, count)| count >= 2 && count * 3 >= pages.len())
        .map(|(text, _)| text)
        .collect()
}

fn in_margin(line: &Line, page: &Page) -> bool {
    line.baseline < page.height * MARGIN || line.baseline > page.height * (1.0 - MARGIN)
}

fn masked(text: &str) -> String {
    text.chars().map(|character| if character.is_ascii_digit() { '0' } else { character }).collect()
}

/// A page number: `7`, `– 7 –`, `Page 7 of 9`.
fn is_number(text: &str) -> bool {
    let words =
        text.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut digits = false;
    for word in words {
        if word.bytes().all(|byte| byte.is_ascii_digit()) && word.len() <= 4 {
            digits = true;
        } else if !matches!(word.to_lowercase().as_str(), "page" | "of" | "p") {
            return false;
        }
    }
    digits
}

fn key_of(size: f32) -> i32 {
    (size * 2.0).round() as i32
}

/// The size that most letters are set in.
fn common_size(lines: &[&Line]) -> f32 {
    let mut counts: BTreeMap<i32, usize> = BTreeMap::new();
    for line in lines {
        *counts.entry(key_of(line.size)).or_default() += line.text.len();
    }
    counts.into_iter().max_by_key(|&(_, count)| count).map_or(10.0, |(key, _)| key as f32 / 2.0)
}

/// The usual distance between baselines, for each size.
fn leadings(lines: &[&Line]) -> BTreeMap<i32, f32> {
    let mut distances: BTreeMap<i32, Vec<f32>> = BTreeMap::new();
    for two in lines.windows(2) {
        let [above, below] = two else { continue };
        let down = below.baseline - above.baseline;
        let alike = key_of(above.size) == key_of(below.size) && above.page == below.page;
        if alike && down > 0.5 * above.size && down < 2.2 * above.size {
            distances.entry(key_of(above.size)).or_default().push(down);
        }
    }
    distances
        .into_iter()
        .filter_map(|(key, mut all)| {
            all.sort_by(f32::total_cmp);
            // Paragraphs with space between them have fewer lines inside than the median needs.
            all.get(all.len() * 2 / 5).map(|&distance| (key, distance))
        })
        .collect()
}

/// Where the lines around this one in its column begin and end.
fn edges(lines: &[&Line], idx: usize) -> (f32, f32) {
    let Some(line) = lines.get(idx) else { return (0.0, 0.0) };
    let near = lines.get(idx.saturating_sub(12)..(idx + 13).min(lines.len())).unwrap_or_default();
    near.iter()
        .filter(|other| {
            other.page == line.page
                && (other.left - line.left).abs() < 4.0 * line.size
                && (other.size - line.size).abs() < SIZE_STEP * line.size
        })
        .fold((line.left, line.right), |(left, right), other| {
            (left.min(other.left), right.max(other.right))
        })
}

fn starts_item(text: &str) -> bool {
    text.starts_with(['•', '▪', '◦', '●', '‣', '■'])
}

fn is_cjk(character: char) -> bool {
    matches!(character, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}')
}

fn ends_in_cjk_stop(text: &str) -> bool {
    text.ends_with(['。', '！', '？', '；', '」', '”'])
}
