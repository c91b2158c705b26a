//! What the network sees of one word: rows of its tables, found by hashing.
//!
//! The trainer uses the same functions, so that both sides see the same rows. Which rows exist is
//! the model's matter; the tables are in [`super::Network`].

/// Rows of the four tables of word parts, in the order of [`PART_ROWS`].
pub(crate) type Parts = [u32; 4];

/// Rows of each table of word parts: last three letters; last two and the first; first two; shape.
pub(crate) const PART_ROWS: [u32; 4] = [3000, 1500, 600, 900];

/// The key of a word in the trained table: normalised, all digits alike.
pub(crate) fn word_key(normal: &str) -> u32 {
    let mut hash = Hash::new();
    normal.chars().for_each(|c| hash.add(if c.is_numeric() { '0' } else { c }));
    hash.finish()
}

/// The key of a word in the table of pretrained vectors.
pub(crate) fn vector_key(normal: &str) -> u32 {
    let mut hash = Hash::new();
    normal.chars().for_each(|c| hash.add(c));
    hash.finish()
}

/// Lower case, with typographic marks as the plain ones that the treebanks and the vectors know.
pub(crate) fn normalize(form: &str) -> String {
    let mut normal = String::with_capacity(form.len());
    for c in form.chars() {
        match c {
            '‘' | '’' | '‚' | '´' => normal.push('\''),
            '“' | '”' | '„' | '«' | '»' => normal.push('"'),
            '–' | '—' | '―' => normal.push('-'),
            '…' => normal.push_str("..."),
            _ => normal.extend(c.to_lowercase()),
        }
    }
    if normal.len() > 2 && normal.bytes().all(|byte| byte == b'-') {
        normal.truncate(1);
    }
    normal
}

/// The rows of the parts of a word.
pub(crate) fn parts(form: &str, normal: &str) -> Parts {
    let mut from_end = normal.chars().rev();
    let last = [from_end.next(), from_end.next(), from_end.next()];
    let mut from_start = normal.chars();
    let first = [from_start.next(), from_start.next()];
    let row = |table: usize, letters: &[Option<char>]| {
        let mut hash = Hash::new();
        for letter in letters {
            hash.add(letter.unwrap_or('\0'));
        }
        PART_ROWS.get(table).map_or(0, |rows| hash.finish() % rows)
    };
    let shape: Vec<Option<char>> = shape(form).chars().map(Some).collect();
    [row(0, &last), row(1, &[last[0], last[1], first[0]]), row(2, &first), row(3, &shape)]
}

/// `Xx` for `Kyiv`, `XX` for `NATO`, `0-x` for `3-way`: runs are cut at two, the whole at eight.
fn shape(form: &str) -> String {
    let mut shape = String::new();
    let (mut previous, mut run) = ('\0', 0);
    for c in form.chars() {
        let class = match c {
            _ if c.is_uppercase() => 'X',
            _ if c.is_alphabetic() => 'x',
            _ if c.is_numeric() => '0',
            '’' | '‘' => '\'',
            '“' | '”' => '"',
            _ => c,
        };
        run = if class == previous { run + 1 } else { 1 };
        previous = class;
        if run <= 2 && shape.chars().count() < 8 {
            shape.push(class);
        }
    }
    shape
}

/// FNV-1a over characters, folded to 32 bits.
struct Hash(u64);

impl Hash {
    fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn add(&mut self, c: char) {
        for byte in u32::from(c).to_le_bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(self) -> u32 {
        (self.0 ^ (self.0 >> 32)) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typographic_marks_are_as_plain_ones() {
        assert_eq!(normalize("Don’t"), "don't");
        assert_eq!(normalize("“"), "\"");
        assert_eq!(normalize("--"), "--");
        assert_eq!(normalize("---"), "-");
        assert_eq!(parts("n’t", &normalize("n’t")), parts("n't", "n't"));
    }

    #[test]
    fn digits_are_alike_in_words_but_not_in_vectors() {
        assert_eq!(word_key("1914"), word_key("2022"));
        assert_ne!(vector_key("1914"), vector_key("2022"));
    }

    #[test]
    fn shapes_cut_runs() {
        assert_eq!(shape("Kyiv"), "Xxx");
        assert_eq!(shape("NATO-led"), "XX-xx");
        assert_eq!(shape("1,000"), "0,00");
    }
}
