//! Every colour, and the style of egui's own controls made from them.
//!
//! Three palettes; each is tested for contrast: 4.5 to 1 for words on every ground they may lie on,
//! 3 to 1 for marks (WCAG 2.2, AA). Fonts are in `fonts`.

use eframe::egui::{self, Color32, CornerRadius, Stroke, Theme, Visuals};

use super::listing::Section;
use super::settings::ThemeChoice;

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Palette {
    pub name: &'static str,
    pub dark: bool,
    /// Behind the source.
    pub page: Color32,
    /// Behind the briefing.
    pub panel: Color32,
    /// Behind bars.
    pub chrome: Color32,
    pub text: Color32,
    pub muted: Color32,
    /// Words beside the filter: readable, but stepping back.
    pub dimmed: Color32,
    /// Hairlines.
    pub line: Color32,
    /// Links, focus, the selected.
    pub accent: Color32,
    pub error: Color32,
    /// Grounds of words.
    pub hover: Color32,
    pub selected: Color32,
    pub pins: [Color32; super::article::PINS],
    pub hit: Color32,
    pub hit_now: Color32,
    pub text_selection: Color32,
    /// Marks of the five sections.
    kinds: [Color32; 5],
    /// Actors' names, by rank.
    actors: [Color32; 8],
}

const fn rgb(hex: u32) -> Color32 {
    Color32::from_rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

pub(super) static LIGHT: Palette = Palette {
    name: "light",
    dark: false,
    page: rgb(0xfd_fcfa),
    panel: rgb(0xf6_f4f0),
    chrome: rgb(0xee_ebe5),
    text: rgb(0x22_201c),
    muted: rgb(0x65_6057),
    dimmed: rgb(0x73_6e66),
    line: rgb(0xdc_d7cd),
    accent: rgb(0x1d_5a9e),
    error: rgb(0xa3_2414),
    hover: rgb(0xe9_f0f8),
    selected: rgb(0xfb_ebc0),
    pins: [rgb(0xd9_ecdd), rgb(0xec_def3)],
    hit: rgb(0xfd_f2a0),
    hit_now: rgb(0xff_cf5c),
    text_selection: rgb(0xbf_d9f5),
    kinds: [rgb(0x4a_6b98), rgb(0x0f_766e), rgb(0x7a_4aa3), rgb(0xb0_5309), rgb(0x35_6a2a)],
    actors: [
        rgb(0x1d_5a9e),
        rgb(0x9a_3b12),
        rgb(0x0f_675c),
        rgb(0x77_3d97),
        rgb(0x7d_5200),
        rgb(0x9d_2a58),
        rgb(0x3b_661f),
        rgb(0x4b_5566),
    ],
};

pub(super) static DARK: Palette = Palette {
    name: "dark",
    dark: true,
    page: rgb(0x1b_1c1e),
    panel: rgb(0x21_2224),
    chrome: rgb(0x29_2a2d),
    text: rgb(0xdf_dcd5),
    muted: rgb(0xa6_a199),
    dimmed: rgb(0x97_928a),
    line: rgb(0x3a_3c40),
    accent: rgb(0x86_b7f2),
    error: rgb(0xf2_8b7d),
    hover: rgb(0x28_323d),
    selected: rgb(0x42_371a),
    pins: [rgb(0x1f_3d2f), rgb(0x3d_2d48)],
    hit: rgb(0x38_340e),
    hit_now: rgb(0x6d_4f00),
    text_selection: rgb(0x2b_4a70),
    kinds: [rgb(0x8f_b4e8), rgb(0x5e_c4b6), rgb(0xb7_9ce8), rgb(0xe0_a458), rgb(0x8c_c487)],
    actors: [
        rgb(0x86_b7f2),
        rgb(0xf0_9c74),
        rgb(0x66_cdbd),
        rgb(0xc9_a2ea),
        rgb(0xdd_b566),
        rgb(0xf0_96b8),
        rgb(0xa0_cc7d),
        rgb(0xb4_bfd0),
    ],
};

pub(super) static SEPIA: Palette = Palette {
    name: "sepia",
    dark: false,
    page: rgb(0xf7_efdf),
    panel: rgb(0xf0_e6d2),
    chrome: rgb(0xe7_dbc3),
    text: rgb(0x36_2b1d),
    muted: rgb(0x65_553d),
    dimmed: rgb(0x6f_5f47),
    line: rgb(0xd3_c4a6),
    accent: rgb(0x7a_3f0c),
    error: rgb(0x98_2212),
    hover: rgb(0xe9_e3d6),
    selected: rgb(0xf4_dc9e),
    pins: [rgb(0xd8_e3c6), rgb(0xe7_d6e0)],
    hit: rgb(0xf8_ea94),
    hit_now: rgb(0xf6_c65a),
    text_selection: rgb(0xcf_d8dc),
    kinds: [rgb(0x46_6390), rgb(0x0f_6b63), rgb(0x71_4398), rgb(0xa1_4a06), rgb(0x36_6628)],
    actors: [
        rgb(0x1c_5391),
        rgb(0x8c_3510),
        rgb(0x0c_5d53),
        rgb(0x6d_3789),
        rgb(0x70_4a00),
        rgb(0x90_2650),
        rgb(0x36_5c1c),
        rgb(0x45_4e5e),
    ],
};

impl Palette {
    /// `system_dark`: what the system prefers, where it says.
    pub(super) fn of(choice: ThemeChoice, system_dark: Option<bool>) -> &'static Self {
        match choice {
            ThemeChoice::Dark => &DARK,
            ThemeChoice::Sepia => &SEPIA,
            ThemeChoice::System if system_dark == Some(true) => &DARK,
            ThemeChoice::Light | ThemeChoice::System => &LIGHT,
        }
    }

    /// The colour of a section's marks.
    pub(super) fn kind(&self, section: Section) -> Color32 {
        match section {
            Section::Summary => self.kinds[0],
            Section::Actors => self.kinds[1],
            Section::Positions => self.kinds[2],
            Section::Questions => self.kinds[3],
            Section::Timeline => self.kinds[4],
            Section::Voices | Section::Figures | Section::LeftOut => self.muted,
        }
    }

    /// An actor's colour, the same everywhere.
    pub(super) fn actor(&self, rank: usize) -> Color32 {
        self.actors[rank % self.actors.len()]
    }

    /// Dresses egui's own controls.
    pub(super) fn apply(&self, ctx: &egui::Context, reduced_motion: bool) {
        let theme = if self.dark { Theme::Dark } else { Theme::Light };
        ctx.set_theme(theme);
        ctx.set_visuals_of(theme, self.visuals(theme));
        ctx.style_mut_of(theme, |style| {
            style.animation_time = if reduced_motion { 0.0 } else { 0.12 };
            style.spacing.item_spacing = egui::vec2(8.0, 6.0);
            style.spacing.button_padding = egui::vec2(9.0, 4.0);
            style.spacing.interact_size.y = 28.0;
            style.spacing.menu_margin = egui::Margin::same(8);
            style.spacing.scroll.fade.strength = 0.0;
            style.spacing.scroll.bar_width = 8.0;
            style.spacing.scroll.floating_allocated_width = 0.0;
            style.interaction.tooltip_delay = 0.5;
            style.interaction.selectable_labels = false;
            style.text_styles = super::fonts::text_styles();
        });
    }

    fn visuals(&self, theme: Theme) -> Visuals {
        let mut visuals = theme.default_visuals();
        visuals.override_text_color = Some(self.text);
        visuals.weak_text_color = Some(self.muted);
        visuals.hyperlink_color = self.accent;
        visuals.panel_fill = self.chrome;
        visuals.window_fill = self.panel;
        visuals.window_stroke = Stroke::new(1.0, self.line);
        visuals.window_corner_radius = CornerRadius::same(10);
        visuals.menu_corner_radius = CornerRadius::same(8);
        visuals.extreme_bg_color = self.page;
        visuals.text_edit_bg_color = Some(self.page);
        visuals.faint_bg_color = self.chrome;
        visuals.code_bg_color = self.chrome;
        visuals.error_fg_color = self.error;
        visuals.warn_fg_color = self.kinds[3];
        visuals.selection.bg_fill = self.text_selection;
        visuals.selection.stroke = Stroke::new(1.5, self.accent);
        visuals.interact_cursor = Some(egui::CursorIcon::PointingHand);
        let round = CornerRadius::same(6);
        let widgets = &mut visuals.widgets;
        for (state, fill, stroke) in [
            (&mut widgets.noninteractive, self.panel, self.line),
            (&mut widgets.inactive, self.chrome, self.line),
            (&mut widgets.hovered, self.hover, self.line),
            (&mut widgets.active, self.hover, self.accent),
            (&mut widgets.open, self.hover, self.line),
        ] {
            state.bg_fill = fill;
            state.weak_bg_fill = fill;
            state.bg_stroke = Stroke::new(1.0, stroke);
            state.fg_stroke = Stroke::new(1.0, self.text);
            state.corner_radius = round;
            state.expansion = 0.0;
        }
        // Boxes to tick and rails to slide along are seen at rest; buttons need no frame.
        widgets.inactive.bg_fill = self.line;
        widgets.inactive.bg_stroke = Stroke::NONE;
        visuals
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance, as WCAG 2.2 defines it.
    fn luminance(color: Color32) -> f32 {
        let linear = |part: u8| {
            let part = f32::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(color.r()) + 0.7152 * linear(color.g()) + 0.0722 * linear(color.b())
    }

    fn contrast(a: Color32, b: Color32) -> f32 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[track_caller]
    fn check(what: &str, fore: Color32, ground: Color32, least: f32) {
        let found = contrast(fore, ground);
        assert!(found >= least, "{what}: {found:.2} is below {least}");
    }

    #[test]
    fn words_and_marks_can_be_read_in_every_theme() {
        for palette in [&LIGHT, &DARK, &SEPIA] {
            let name = palette.name;
            let grounds = [palette.page, palette.panel, palette.chrome, palette.hover];
            for ground in grounds {
                check(&format!("{name} text"), palette.text, ground, 7.0);
                check(&format!("{name} muted"), palette.muted, ground, 4.5);
                check(&format!("{name} accent"), palette.accent, ground, 4.5);
                check(&format!("{name} error"), palette.error, ground, 4.5);
                for kind in palette.kinds {
                    check(&format!("{name} mark"), kind, ground, 3.0);
                }
                for actor in palette.actors {
                    check(&format!("{name} actor"), actor, ground, 4.5);
                }
            }
            check(&format!("{name} text, chosen"), palette.text, palette.line, 4.5);
            check(&format!("{name} dimmed"), palette.dimmed, palette.page, 4.5);
            let lit = [palette.selected, palette.hit, palette.hit_now, palette.text_selection];
            for ground in lit.into_iter().chain(palette.pins) {
                check(&format!("{name} text on {ground:?}"), palette.text, ground, 4.5);
                check(&format!("{name} muted on {ground:?}"), palette.muted, palette.selected, 4.5);
            }
            // Cards lie on these grounds whole: names, verbs and small print too.
            for ground in [palette.selected, palette.hit].into_iter().chain(palette.pins) {
                check(&format!("{name} muted on {ground:?}"), palette.muted, ground, 4.5);
                for color in palette.actors.into_iter().chain([palette.kinds[2], palette.kinds[4]])
                {
                    check(&format!("{name} name on {ground:?}"), color, ground, 4.5);
                }
            }
        }
    }
}
