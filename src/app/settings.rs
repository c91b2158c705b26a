//! What a person likes: theme, type, layout, recent files. One file for each user.
//!
//! A settings file that cannot be understood is set aside, not overwritten and not fatal. Where the
//! file lies is for `storage` to say.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

pub use crate::export::copy::References;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "switches that have nothing to do with each other"
)]
pub struct Settings {
    pub theme: ThemeChoice,
    pub face: Face,
    /// Of the source's type, in points.
    pub text_size: f32,
    /// Of the source's column, in characters.
    pub line_chars: f32,
    /// A multiple of the type size.
    pub line_height: f32,
    pub density: Density,
    pub grouping: Grouping,
    /// The briefing's share of the width.
    pub split: f32,
    /// Whether the source lies left.
    pub swapped: bool,
    /// Whether single letters act.
    pub letter_keys: bool,
    pub reduced_motion: bool,
    /// Whether all evidence is lit at once.
    pub light_all: bool,
    /// How copied text says what proves it.
    pub references: References,
    /// Whether copies are Markdown instead of formatted text.
    pub copy_markdown: bool,
    /// The whole window's scale, on top of the system's.
    pub zoom: f32,
    /// The latest first.
    pub recent: Vec<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ThemeChoice {
    System,
    Light,
    Dark,
    Sepia,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Face {
    Serif,
    Sans,
}

/// How much of the briefing is shown at first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Density {
    /// The most salient of each list.
    Brief,
    Full,
}

/// The order of the positions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Grouping {
    ByActor,
    InOrder,
    /// The article's own view alone.
    Author,
}

/// Recent files kept.
const RECENT: usize = 12;
/// The briefing's share of the width at first and after a double click.
pub const SPLIT: f32 = 0.42;

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: ThemeChoice::System,
            face: Face::Serif,
            text_size: 18.0,
            line_chars: 68.0,
            line_height: 1.5,
            density: Density::Brief,
            grouping: Grouping::ByActor,
            split: SPLIT,
            swapped: false,
            letter_keys: true,
            reduced_motion: false,
            light_all: false,
            references: References::Footnotes,
            copy_markdown: false,
            zoom: 1.0,
            recent: Vec::new(),
        }
    }
}

impl Settings {
    /// Reads what [`Self::to_json`] wrote; `None` when it is no such thing. Numbers out of bounds, from
    /// a file edited by hand, are brought into them.
    pub fn from_json(json: &str) -> Option<Self> {
        let mut settings: Self = serde_json::from_str(json).ok()?;
        settings.clamp();
        Some(settings)
    }

    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    pub fn clamp(&mut self) {
        let bound = |value: f32, low: f32, high: f32, usual: f32| {
            if value.is_finite() { value.clamp(low, high) } else { usual }
        };
        self.text_size = bound(self.text_size, 12.0, 40.0, 18.0);
        self.line_chars = bound(self.line_chars, 40.0, 100.0, 68.0);
        self.line_height = bound(self.line_height, 1.1, 2.2, 1.5);
        self.split = bound(self.split, 0.2, 0.8, SPLIT);
        self.zoom = bound(self.zoom, 0.5, 3.0, 1.0);
        self.recent.truncate(RECENT);
    }

    /// Puts `path` first among the recent files.
    pub fn note_recent(&mut self, path: &std::path::Path) {
        self.recent.retain(|known| known != path);
        self.recent.insert(0, path.to_path_buf());
        self.recent.truncate(RECENT);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_survive_a_round_trip_and_a_newer_or_older_version() {
        let settings = Settings { theme: ThemeChoice::Sepia, split: 0.5, ..Settings::default() };
        assert_eq!(Settings::from_json(&settings.to_json()), Some(settings));
        let older = Settings::from_json(r#"{"face": "Sans", "unknown": 1}"#).expect("readable");
        assert_eq!(older, Settings { face: Face::Sans, ..Settings::default() });
    }

    #[test]
    fn nonsense_is_told_apart_and_wild_numbers_are_tamed() {
        assert_eq!(Settings::from_json("{\"theme\": 3"), None);
        let wild = Settings::from_json(r#"{"text_size": 9000, "split": -1}"#).expect("readable");
        assert_eq!((wild.text_size, wild.split), (40.0, 0.2));
    }

    #[test]
    fn a_file_opened_again_is_listed_once_and_first() {
        let mut settings = Settings::default();
        for name in ["a", "b", "a"] {
            settings.note_recent(std::path::Path::new(name));
        }
        assert_eq!(settings.recent, [PathBuf::from("a"), PathBuf::from("b")]);
    }
}
