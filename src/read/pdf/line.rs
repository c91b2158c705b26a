//! Glyphs to lines: what stands on one baseline, near each other, drawn one after the other.

/// Text on one baseline. Measures are in points, from the page's top left corner.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) baseline: f32,
    /// Of the font that most of its letters are set in.
    pub(super) size: f32,
    pub(super) page: usize,
}

pub(super) struct Lines {
    page: usize,
    done: Vec<Line>,
    open: Option<Line>,
    n_glyphs: usize,
}

/// A gap wider than this part of the font's size is a space.
const SPACE: f32 = 0.17;

impl Lines {
    pub(super) fn new(page: usize) -> Self {
        Self { page, done: Vec::new(), open: None, n_glyphs: 0 }
    }

    pub(super) fn n_glyphs(&self) -> usize {
        self.n_glyphs
    }

    /// Adds a glyph that stands from `origin` to `end` on its baseline.
    pub(super) fn push(&mut self, text: &str, origin: (f64, f64), end: (f64, f64), size: f64) {
        self.n_glyphs += 1;
        let (left, right) = (origin.0.min(end.0) as f32, origin.0.max(end.0) as f32);
        let (baseline, size) = (origin.1 as f32, size as f32);
        let upright = (end.1 - origin.1).abs() <= (end.0 - origin.0).abs() + 0.01;
        // Text that runs up the margin is a stamp or a watermark.
        if !upright || !(0.5..=400.0).contains(&size) || !left.is_finite() || !baseline.is_finite()
        {
            return;
        }
        let mut text = normalize(text);
        if text.chars().all(is_right_to_left) {
            // One glyph for two letters: the line is turned round later, these two with it.
            text = text.chars().rev().collect();
        }
        if let Some(line) = &mut self.open {
            let gap = (left - line.right) / line.size.max(size);
            let raised = (baseline - line.baseline).abs() / line.size.max(size);
            if raised <= 0.3 && gap > -0.6 && gap < 1.8 {
                let spaced = line.text.ends_with(' ') || text.starts_with(' ');
                if gap > SPACE && !spaced {
                    line.text.push(' ');
                }
                line.text.push_str(&text);
                line.right = line.right.max(right);
                // A drop in size is a footnote's mark; the line's own letters set its size.
                if size > line.size {
                    line.size = size;
                    line.baseline = baseline;
                }
                return;
            }
        }
        self.close();
        self.open = Some(Line { text, left, right, baseline, size, page: self.page });
    }

    fn close(&mut self) {
        if let Some(mut line) = self.open.take() {
            line.text = in_reading_order(line.text.trim());
            if !line.text.is_empty() {
                self.done.push(line);
            }
        }
    }

    pub(super) fn finish(mut self) -> Vec<Line> {
        self.close();
        self.done
    }
}

/// Ligatures and presentation forms as the letters they stand for; nothing else changes.
fn normalize(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    let presented = |character: char| matches!(character, '\u{fb00}'..='\u{fb06}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' | '\u{2e80}'..='\u{2fdf}' | '\u{f900}'..='\u{faff}');
    let mut normal = String::with_capacity(text.len());
    for character in text.chars() {
        if let Some((_, letter)) = RADICALS.iter().find(|(radical, _)| *radical == character) {
            normal.push(*letter);
        } else if presented(character) {
            normal.extend(character.to_string().nfkc());
        } else if character == '\u{a0}' || character == '\t' {
            normal.push(' ');
        } else if !character.is_control() {
            normal.push(character);
        }
    }
    normal
}

/// Chromium writes these radicals for the characters that look the same; Unicode gives no mapping.
const RADICALS: [(char, char); 28] = [
    ('⺟', '母'),
    ('⺠', '民'),
    ('⻄', '西'),
    ('⻅', '见'),
    ('⻆', '角'),
    ('⻉', '贝'),
    ('⻋', '车'),
    ('⻓', '长'),
    ('⻔', '门'),
    ('⻘', '青'),
    ('⻙', '韦'),
    ('⻚', '页'),
    ('⻛', '风'),
    ('⻜', '飞'),
    ('⻝', '食'),
    ('⻢', '马'),
    ('⻣', '骨'),
    ('⻤', '鬼'),
    ('⻥', '鱼'),
    ('⻦', '鸟'),
    ('⻨', '麦'),
    ('⻩', '黄'),
    ('⻬', '齐'),
    ('⻮', '齿'),
    ('⻰', '龙'),
    ('⻳', '龟'),
    ('⻁', '虎'),
    ('⺝', '月'),
];

fn is_right_to_left(character: char) -> bool {
    matches!(character, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}')
}

/// Lines of Arabic or Hebrew are drawn from left to right as seen; turned round, but for numbers and
/// Latin words in them.
fn in_reading_order(line: &str) -> String {
    let turned = line.chars().filter(|&character| is_right_to_left(character)).count();
    let other = line.chars().filter(char::is_ascii_alphabetic).count();
    if turned == 0 || turned < other {
        return line.to_owned();
    }
    let mut result = String::with_capacity(line.len());
    let mut run = String::new();
    let flush = |run: &mut String, result: &mut String| {
        let kept = run.trim_end_matches([' ', '.', ',', ':']).len();
        let rest = run.split_off(kept);
        result.extend(run.chars().rev());
        result.push_str(&rest);
        run.clear();
    };
    for character in line.chars().rev() {
        let forward = character.is_ascii_alphanumeric();
        let inside =
            !run.is_empty() && matches!(character, ' ' | '.' | ',' | ':' | '-' | '/' | '%');
        if forward || inside {
            run.push(character);
            continue;
        }
        flush(&mut run, &mut result);
        result.push(match character {
            '(' => ')',
            ')' => '(',
            '[' => ']',
            ']' => '[',
            '«' => '»',
            '»' => '«',
            other => other,
        });
    }
    flush(&mut run, &mut result);
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_spaces_and_jumps_are_line_ends() {
        let mut lines = Lines::new(0);
        let mut x = 10.0;
        for (letter, gap) in [("ﬁ", 0.0), ("t", 0.0), ("s", 0.0), ("x", 4.0)] {
            x += gap;
            lines.push(letter, (x, 100.0), (x + 5.0, 100.0), 12.0);
            x += 5.0;
        }
        lines.push("y", (10.0, 114.0), (15.0, 114.0), 12.0);
        lines.push("stamp", (5.0, 200.0), (5.0, 240.0), 12.0);
        let texts: Vec<String> = lines.finish().into_iter().map(|line| line.text).collect();
        assert_eq!(texts, ["fits x", "y"]);
    }

    #[test]
    fn arabic_is_turned_round() {
        assert_eq!(in_reading_order(".1948 ماع"), "عام 1948.");
        assert_eq!(in_reading_order("Mr. Lee"), "Mr. Lee");
    }
}
