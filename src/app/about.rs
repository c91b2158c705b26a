//! What the program is, whose data its weights come from, and under which licences all of it stands.

use eframe::egui::{RichText, Ui};

/// Heading and text of each part.
const PARTS: [(&str, &str); 5] = [
    (
        "The program",
        "Its code may be used under the MIT licence or the Apache License 2.0, as you choose. It reads \
         articles on this computer and sends nothing anywhere.",
    ),
    ("The weights of the engine", include_str!("../../assets/LICENSE-MODEL")),
    ("Words for people and kin, from WordNet", include_str!("../../assets/wordnet-license.txt")),
    ("Given names", include_str!("../../assets/LICENSE-NAMES")),
    (
        "Fonts",
        "Source Serif 4 and a cut of Source Sans 3 that is called Sidelight Sans, by Adobe. SIL Open Font License 1.1.\n\n\
         Behind them, for what they lack, the faces that come with egui: Ubuntu Light (Ubuntu Font Licence 1.0), Hack (MIT \
         and Bitstream Vera licences), Noto Emoji (SIL Open Font License 1.1), emoji-icon-font and egui-icons (MIT).",
    ),
];

pub(super) fn ui(ui: &mut Ui) {
    ui.heading(concat!("Sidelight ", env!("CARGO_PKG_VERSION")));
    for (heading, text) in PARTS {
        ui.add_space(12.0);
        ui.label(RichText::new(heading).strong());
        ui.add_space(4.0);
        for paragraph in text.trim().split("\n\n") {
            let lines: Vec<&str> = paragraph.lines().collect();
            let indented = |line: &str| line.starts_with([' ', '\t']);
            // An indented line belongs to the one before; where there is none, all are one.
            let flows = !lines.iter().any(|line| indented(line));
            for entry in lines.chunk_by(|_, next| flows || indented(next)) {
                let words: Vec<&str> =
                    entry.iter().flat_map(|line| line.split_whitespace()).collect();
                ui.label(RichText::new(words.join(" ")).size(13.0));
            }
            ui.add_space(6.0);
        }
    }
}
