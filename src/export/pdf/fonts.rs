//! The typefaces of a PDF: ours, and for letters that ours lack the system's.
//!
//! No font for other scripts is built in. Which of the installed ones has a letter is asked of the system
//! (fontconfig, CoreText, DirectWrite), and only where an article has such letters. A letter that no font has is
//! drawn as the empty box of ours, and the page says so.

use std::sync::Arc;

use fontique::{
    Collection, CollectionOptions, FallbackKey, GenericFamily, QueryFamily, QueryFont, QueryStatus,
    Script, SourceCache, SourceCacheOptions,
};
use krilla::text::Font;
use rustybuzz::{Face, UnicodeBuffer};
use unicode_script::UnicodeScript as _;

use crate::export::faces;

/// In which typeface words are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cut {
    Regular,
    Italic,
    Bold,
    /// The system's font of this place in [`Fonts`].
    System(usize),
}

/// A typeface: to measure with, and to draw with.
struct Typeface {
    bytes: Arc<dyn AsRef<[u8]> + Send + Sync>,
    /// Of the face, in files that hold several.
    index: u32,
    font: Font,
}

impl Typeface {
    fn new(bytes: Arc<dyn AsRef<[u8]> + Send + Sync>, index: u32) -> Option<Self> {
        let font = Font::new(Arc::clone(&bytes).into(), index)?;
        let typeface = Self { bytes, index, font };
        typeface.face()?;
        Some(typeface)
    }

    fn face(&self) -> Option<Face<'_>> {
        Face::from_slice(self.bytes.as_ref().as_ref(), self.index)
    }
}

/// The face that words are measured with and the font that they are drawn with.
struct Own {
    face: Face<'static>,
    font: Font,
}

pub(super) struct Fonts {
    own: [Own; 3],
    system: Vec<Typeface>,
    /// Letters that no font has, each once.
    pub(super) lacking: Vec<char>,
}

impl Fonts {
    /// The fonts for these texts. `None` where a font of the program is damaged, which no build is.
    pub(super) fn load<'a>(texts: impl IntoIterator<Item = &'a str>) -> Option<Self> {
        let own = |bytes: &'static [u8]| {
            Some(Own { face: Face::from_slice(bytes, 0)?, font: Font::new(bytes.into(), 0)? })
        };
        let own = [own(faces::SERIF)?, own(faces::SERIF_ITALIC)?, own(faces::SERIF_BOLD)?];
        let mut fonts = Self { own, system: Vec::new(), lacking: Vec::new() };
        let mut installed = None;
        for text in texts {
            for letter in text.chars() {
                if fonts.has(letter) || fonts.lacking.contains(&letter) {
                    continue;
                }
                let installed = installed.get_or_insert_with(Installed::new);
                match installed.find(letter) {
                    Some(typeface) => fonts.system.push(typeface),
                    None => fonts.lacking.push(letter),
                }
            }
        }
        Some(fonts)
    }

    /// Whether some font has the letter, or it is one that shows nothing.
    fn has(&self, letter: char) -> bool {
        is_invisible(letter) || self.own_has(letter) || self.system_with(letter).is_some()
    }

    fn own_has(&self, letter: char) -> bool {
        self.own[0].face.glyph_index(letter).is_some()
    }

    fn system_with(&self, letter: char) -> Option<usize> {
        self.system.iter().position(|typeface| {
            typeface.face().is_some_and(|face| face.glyph_index(letter).is_some())
        })
    }

    pub(super) fn of(&self, cut: Cut) -> &Font {
        match cut {
            Cut::System(idx) => self.system.get(idx).map_or(&self.own[0].font, |face| &face.font),
            Cut::Regular => &self.own[0].font,
            Cut::Italic => &self.own[1].font,
            Cut::Bold => &self.own[2].font,
        }
    }

    /// The text in stretches of one typeface: ours in `cut` wherever it has the letters.
    pub(super) fn stretches<'t>(&self, text: &'t str, cut: Cut) -> Vec<(&'t str, Cut)> {
        if self.system.is_empty() {
            return vec![(text, cut)];
        }
        let mut stretches: Vec<(&str, Cut)> = Vec::new();
        let (mut from, mut now) = (0, None);
        for (at, letter) in text.char_indices() {
            // Marks, joiners and spaces go with what they stand behind.
            let wanted = if letter.is_whitespace() || is_dependent(letter) {
                now.unwrap_or(cut)
            } else if self.own_has(letter) {
                cut
            } else {
                self.system_with(letter).map_or(cut, Cut::System)
            };
            if let Some(known) = now.filter(|known| *known != wanted) {
                stretches.push((text.get(from..at).unwrap_or_default(), known));
                from = at;
            }
            now = Some(wanted);
        }
        stretches.extend(now.map(|now| (text.get(from..).unwrap_or_default(), now)));
        stretches
    }

    /// In points, at a size in points.
    pub(super) fn width(&self, cut: Cut, size: f32, text: &str) -> f32 {
        let own = |idx: usize| advance(&self.own[idx].face, size, text);
        match cut {
            Cut::Regular => own(0),
            Cut::Italic => own(1),
            Cut::Bold => own(2),
            Cut::System(idx) => {
                let face = self.system.get(idx).and_then(Typeface::face);
                face.map_or(0.0, |face| advance(&face, size, text))
            }
        }
    }
}

fn advance(face: &Face<'_>, size: f32, text: &str) -> f32 {
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.guess_segment_properties();
    let glyphs = rustybuzz::shape(face, &[], buffer);
    let units: i32 = glyphs.glyph_positions().iter().map(|glyph| glyph.x_advance).sum();
    units as f32 * size / face.units_per_em() as f32
}

/// Whether a letter is drawn as nothing, whatever the font.
fn is_invisible(letter: char) -> bool {
    letter.is_whitespace()
        || letter.is_control()
        || matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// Whether a letter only changes the one before it.
fn is_dependent(letter: char) -> bool {
    is_invisible(letter) || unicode_normalization::char::is_combining_mark(letter)
}

/// Whether a line may end behind each letter of the script, which sets no spaces between words.
pub(super) fn breaks_anywhere(letter: char) -> bool {
    use unicode_script::Script::{Bopomofo, Han, Hiragana, Katakana};
    matches!(letter.script(), Han | Hiragana | Katakana | Bopomofo)
}

/// The fonts of the system.
struct Installed {
    collection: Collection,
    sources: SourceCache,
}

impl Installed {
    fn new() -> Self {
        let options = CollectionOptions { shared: false, system_fonts: true };
        Self {
            collection: Collection::new(options),
            sources: SourceCache::new(SourceCacheOptions::default()),
        }
    }

    /// A font that has the letter.
    fn find(&mut self, letter: char) -> Option<Typeface> {
        let mut query = self.collection.query(&mut self.sources);
        query.set_families(
            [
                GenericFamily::Serif,
                GenericFamily::SansSerif,
                GenericFamily::SystemUi,
                GenericFamily::Math,
                GenericFamily::Monospace,
            ]
            .map(QueryFamily::Generic),
        );
        if let Ok(script) = Script::parse(letter.script().short_name()) {
            query.set_fallbacks(FallbackKey::new(script, None));
        }
        let mut found = None;
        query.matches_with(|font| {
            found = Self::typeface(font, letter);
            if found.is_some() { QueryStatus::Stop } else { QueryStatus::Continue }
        });
        found
    }

    fn typeface(font: &QueryFont, letter: char) -> Option<Typeface> {
        let typeface = Typeface::new(Arc::new(font.blob.clone()), font.index)?;
        let has = typeface.face()?.glyph_index(letter).is_some_and(|glyph| glyph.0 != 0);
        has.then_some(typeface)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ours, and as if it were the system's one font, ours again: it has no letter more, but takes the place of one.
    fn fonts() -> Fonts {
        let mut fonts = Fonts::load([]).expect("the fonts are built in");
        let bytes: Arc<dyn AsRef<[u8]> + Send + Sync> = Arc::new(faces::SERIF);
        fonts.system.push(Typeface::new(bytes, 0).expect("the font is built in"));
        fonts
    }

    #[test]
    fn our_own_letters_ask_for_no_other_font() {
        let text = "Zażółć “gęślą” jaźń — Привет, Ελλάδα; soft\u{ad}hyphen.";
        let fonts = Fonts::load([text]).expect("the fonts are built in");
        assert!(fonts.system.is_empty() && fonts.lacking.is_empty(), "{:?}", fonts.lacking);
        assert_eq!(fonts.stretches(text, Cut::Italic), [(text, Cut::Italic)]);
    }

    #[test]
    fn a_letter_that_no_font_has_is_told() {
        // Not a character, and so in no font.
        let fonts = Fonts::load(["a\u{10fffe}b\u{10fffe}"]).expect("the fonts are built in");
        assert_eq!(fonts.lacking, ['\u{10fffe}']);
    }

    #[test]
    fn stretches_lose_nothing_and_spaces_go_with_what_is_before() {
        let text = "Shalom שלום and more e\u{301} 北京。";
        let stretches = fonts().stretches(text, Cut::Bold);
        let joined: String = stretches.iter().map(|(part, _)| *part).collect();
        assert_eq!(joined, text);
    }
}
