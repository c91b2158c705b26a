//! The typefaces that the program carries: `assets/fonts/README.md` names their sources and licences.

pub static SERIF: &[u8] = include_bytes!("../../assets/fonts/SourceSerif4-Regular.ttf");
pub static SERIF_ITALIC: &[u8] = include_bytes!("../../assets/fonts/SourceSerif4-Italic.ttf");
pub static SERIF_BOLD: &[u8] = include_bytes!("../../assets/fonts/SourceSerif4-Bold.ttf");
