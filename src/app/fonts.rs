//! The faces: a serif and a sans, each in regular, italic and bold, built in.
//!
//! Characters that they lack (other scripts, emoji) come from the system's fonts, which eframe asks
//! for as they appear. Sources and licences: `assets/fonts/README.md`.

use std::collections::BTreeMap;
use std::sync::Arc;

use eframe::egui::{Context, FontData, FontDefinitions, FontFamily, FontId, TextStyle};

use super::settings::Face;
use crate::export::faces;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Cut {
    Regular,
    Italic,
    Bold,
}

static FILES: [(&str, &[u8]); 6] = [
    ("serif", faces::SERIF),
    ("serif-italic", faces::SERIF_ITALIC),
    ("serif-bold", faces::SERIF_BOLD),
    ("sans", include_bytes!("../../assets/fonts/SidelightSans-Regular.ttf")),
    ("sans-italic", include_bytes!("../../assets/fonts/SidelightSans-Italic.ttf")),
    ("sans-bold", include_bytes!("../../assets/fonts/SidelightSans-SemiBold.ttf")),
];

pub(super) fn install(ctx: &Context) {
    let mut fonts = FontDefinitions::default();
    // The default faces stay behind ours, for signs that ours lack.
    let behind = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    for (name, bytes) in FILES {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
        let family = std::iter::once(name.to_owned()).chain(behind.clone()).collect();
        fonts.families.insert(FontFamily::Name(name.into()), family);
    }
    if let Some(family) = fonts.families.get_mut(&FontFamily::Proportional) {
        family.insert(0, "sans".to_owned());
    }
    ctx.set_fonts(fonts);
}

pub(super) fn font(face: Face, cut: Cut, size: f32) -> FontId {
    let name = match (face, cut) {
        (Face::Serif, Cut::Regular) => "serif",
        (Face::Serif, Cut::Italic) => "serif-italic",
        (Face::Serif, Cut::Bold) => "serif-bold",
        (Face::Sans, Cut::Regular) => "sans",
        (Face::Sans, Cut::Italic) => "sans-italic",
        (Face::Sans, Cut::Bold) => "sans-bold",
    };
    FontId::new(size, FontFamily::Name(name.into()))
}

pub(super) fn sans(size: f32) -> FontId {
    font(Face::Sans, Cut::Regular, size)
}

pub(super) fn sans_bold(size: f32) -> FontId {
    font(Face::Sans, Cut::Bold, size)
}

/// The sizes of egui's own controls.
pub(super) fn text_styles() -> BTreeMap<TextStyle, FontId> {
    [
        (TextStyle::Small, sans(12.5)),
        (TextStyle::Body, sans(15.0)),
        (TextStyle::Button, sans(15.0)),
        (TextStyle::Heading, sans_bold(21.0)),
        (TextStyle::Monospace, FontId::monospace(14.0)),
    ]
    .into()
}
