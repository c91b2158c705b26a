//! Texts made comparable: typography folded away, with the way back to the original places.
//!
//! Quotation marks, apostrophes, dashes, ellipses, spaces and ligatures have many shapes that mean the
//! same; soft hyphens and joiners are not seen. Searching folds letter case and accents too; proving a
//! quote does not, because a changed letter may be a changed name.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::text::TextRange;

/// How much makes no difference.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Folding {
    /// Typography alone: two texts that fold alike have the same words.
    Proof,
    /// Letter case and accents too: what is typed plainly is found as it is printed.
    #[default]
    Search,
}

/// A text made ready for searching.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    text: String,
    /// For each byte of `text`, the byte of the original it came from; one more for the end.
    origin: Vec<u32>,
    folding: Folding,
}

impl Folded {
    pub fn new(original: &str, folding: Folding) -> Self {
        let mut folded = Self { folding, ..Self::default() };
        for (offset, character) in original.char_indices() {
            folded.push(character, offset as u32);
        }
        folded.origin.push(original.len() as u32);
        folded
    }

    /// The folded text. Places in it are not places in the original.
    pub fn text(&self) -> &str {
        &self.text
    }

    fn push(&mut self, character: char, offset: u32) {
        match plain_mark(character) {
            // Where a line is wrapped, and how often the space bar was hit, says nothing.
            Some(" ") if self.text.ends_with(' ') => {}
            Some(mark) => self.push_plain(mark.chars(), offset),
            None if character.is_ascii() && self.folding == Folding::Proof => {
                self.push_plain(std::iter::once(character), offset);
            }
            None if character.is_ascii() => {
                self.push_plain(std::iter::once(character.to_ascii_lowercase()), offset);
            }
            None => {
                let parts = std::iter::once(character).nfkd().filter(|part| !is_unseen(*part));
                match self.folding {
                    Folding::Proof => self.push_plain(parts, offset),
                    Folding::Search => {
                        let bare = parts.filter(|part| !is_combining_mark(*part));
                        self.push_plain(bare.flat_map(char::to_lowercase), offset);
                    }
                }
            }
        }
    }

    fn push_plain(&mut self, characters: impl Iterator<Item = char>, offset: u32) {
        for character in characters {
            match plain_mark(character) {
                Some(mark) => self.text.push_str(mark),
                None => self.text.push(character),
            }
        }
        self.origin.resize(self.text.len(), offset);
    }

    /// Every place of `query` in the original, in order, none overlapping another.
    pub fn find(&self, query: &str) -> Vec<TextRange> {
        let wanted = Self::new(query, self.folding);
        let wanted = wanted.text.trim();
        if wanted.is_empty() {
            return Vec::new();
        }
        let place = |(start, found): (usize, &str)| {
            let origin = |idx: usize| self.origin.get(idx).copied().unwrap_or_default() as usize;
            TextRange::new(origin(start), origin(start + found.len()))
        };
        self.text.match_indices(wanted).map(place).filter(|range| !range.is_empty()).collect()
    }

    /// As [`Self::find`], but places that begin or end inside a word are left out: `he` is not in `the`.
    pub fn find_words(&self, original: &str, query: &str) -> Vec<TextRange> {
        let splits_word = |offset: usize| {
            let before = original.get(..offset).and_then(|text| text.chars().next_back());
            let after = original.get(offset..).and_then(|text| text.chars().next());
            before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)
        };
        let mut places = self.find(query);
        places.retain(|place| !splits_word(place.start()) && !splits_word(place.end()));
        places
    }
}

/// The plain form of marks that have many shapes; `None` for all other characters.
fn plain_mark(character: char) -> Option<&'static str> {
    match character {
        '‘' | '’' | '‚' | '‛' | '′' | 'ʼ' | '`' | '´' => Some("'"),
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => Some("\""),
        '\u{2010}'..='\u{2015}' | '−' => Some("-"),
        '…' => Some("..."),
        _ if character.is_whitespace() => Some(" "),
        _ => None,
    }
}

/// Soft hyphens and joiners, which are not seen.
fn is_unseen(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{mark, unmark};

    #[track_caller]
    fn check(query: &str, marked: &str) {
        let text = unmark(marked);
        assert_eq!(mark(&text, &Folded::new(&text, Folding::Search).find(query)), marked);
    }

    // «» mark places in these tests, so they cannot be searched for here.
    #[test]
    fn plain_typing_finds_print() {
        check("viktor khrenin", "General «Viktor\u{a0}Khrenin» spoke.");
        check("\"don't\"", "She said «“don’t”».");
        check("2020-21", "In «2020–21» and 2020 to 21.");
        check("jose angel", "«José  Ángel», «JOSE\nÁNGEL»");
        check("cooperate", "They «co\u{ad}operate».");
        check("wait...", "«Wait…»");
    }

    #[test]
    fn nothing_is_found_for_nothing() {
        check("  ", "Any text.");
        check("absent", "Any text 🙂.");
    }

    #[test]
    fn a_proof_keeps_letters_apart() {
        let same = |a: &str, b: &str| {
            Folded::new(a, Folding::Proof).text() == Folded::new(b, Folding::Proof).text()
        };
        assert!(same("“It’s – fine…”", "\"It's - fine...\""));
        assert!(same("caf\u{e9}", "cafe\u{301}"));
        assert!(same("of\u{fb01}ce\u{a0}1", "office 1"));
        assert!(!same("café", "cafe"));
        assert!(!same("Turkey", "turkey"));
    }

    #[test]
    fn words_are_found_whole() {
        let text = "The theme: he said.";
        let folded = Folded::new(text, Folding::Proof);
        assert_eq!(mark(text, &folded.find_words(text, "he")), "The theme: «he» said.");
    }
}
