//! Colours and sizes, light and dark. Meaning is never by colour alone.

use crate::report::paper::look::contrast;
use crate::settings::{Settings, Theme};
use egui::{Color32, Context, FontDefinitions, FontFamily, Stroke, TextStyle, Visuals};

/// Least contrast of a text on its ground: WCAG 2.1, criterion 1.4.3.
pub const READ: f32 = 4.5;

/// Colours of the figures, by theme.
#[derive(Clone, Copy, Debug)]
pub struct Palette {
    pub accent: Color32,
    pub flagged: Color32,
    pub presumed: Color32,
    pub check: Color32,
    pub quiet: Color32,
    pub stripe: Color32,
    pub selection: Color32,
}

pub fn palette(ui: &egui::Ui) -> Palette {
    if ui.visuals().dark_mode {
        Palette {
            accent: Color32::from_rgb(0x7F, 0xB8, 0xE6),
            flagged: Color32::from_rgb(0xF2, 0x8E, 0x5C),
            presumed: Color32::from_rgb(0xE3, 0xC2, 0x6B),
            check: Color32::from_rgb(0x9F, 0xC5, 0xE8),
            quiet: Color32::from_rgb(0x8A, 0x8A, 0x8A),
            stripe: Color32::from_white_alpha(8),
            selection: Color32::from_rgb(0x2B, 0x4A, 0x66),
        }
    } else {
        Palette {
            accent: Color32::from_rgb(0x1F, 0x4E, 0x79),
            flagged: Color32::from_rgb(0xB2, 0x3A, 0x0E),
            presumed: Color32::from_rgb(0x8A, 0x62, 0x00),
            check: Color32::from_rgb(0x2F, 0x6D, 0xA8),
            quiet: Color32::from_rgb(0x70, 0x70, 0x70),
            stripe: Color32::from_black_alpha(8),
            selection: Color32::from_rgb(0xCF, 0xE2, 0xF3),
        }
    }
}

/// Colours that documents may be dressed in; names in the catalogs (`dress-accent-…`).
pub const PRESETS: [(&str, [u8; 3]); 6] = [
    ("blue", [0x1F, 0x4E, 0x79]),
    ("green", [0x1E, 0x6B, 0x45]),
    ("burgundy", [0x7A, 0x1F, 0x3D]),
    ("plum", [0x5B, 0x3A, 0x7D]),
    ("brown", [0x7A, 0x4A, 0x12]),
    ("slate", [0x3A, 0x44, 0x50]),
];

/// A colour of a document, lightened or darkened until a text in it is read on a ground.
pub fn on_ground(colour: [u8; 3], ground: Color32) -> Color32 {
    let ground = [ground.r(), ground.g(), ground.b()];
    let lighter = contrast([0xff; 3], ground) > contrast([0; 3], ground);
    let mut colour = colour;
    // White and black are reached well before.
    for _ in 0..128 {
        if contrast(colour, ground) >= READ {
            break;
        }
        colour = colour.map(|part| {
            if lighter {
                part.saturating_add((255 - part) / 16 + 1)
            } else {
                part.saturating_sub(part / 16 + 1)
            }
        });
    }
    let [red, green, blue] = colour;
    Color32::from_rgb(red, green, blue)
}

/// Colours of a map beside the shades of its classes.
#[derive(Clone, Copy, Debug)]
pub struct MapColours {
    pub border: Color32,
    /// Ground of what has no value, and the marks on it.
    pub empty: Color32,
    pub quiet: Color32,
    pub marked: Color32,
    /// Names, and the ground under them.
    pub ink: Color32,
    pub paper: Color32,
}

pub fn map_colours(ui: &egui::Ui) -> MapColours {
    let visuals = ui.visuals();
    let dark = visuals.dark_mode;
    MapColours {
        border: palette(ui).quiet.gamma_multiply(0.8),
        empty: visuals.extreme_bg_color,
        quiet: palette(ui).quiet,
        marked: if dark { Color32::WHITE } else { Color32::BLACK },
        ink: visuals.text_color(),
        paper: visuals.panel_fill.gamma_multiply(0.8),
    }
}

/// Fonts, once: arrows and marks come from the monospaced font behind the proportional one.
pub fn fonts(ctx: &Context) {
    let mut fonts = FontDefinitions::default();
    let hack = fonts.font_data.keys().find(|name| name.starts_with("Hack")).cloned();
    if let (Some(hack), Some(family)) = (hack, fonts.families.get_mut(&FontFamily::Proportional)) {
        family.push(hack);
    }
    ctx.set_fonts(fonts);
}

pub fn apply(ctx: &Context, settings: &Settings) {
    ctx.set_theme(match settings.theme {
        Theme::System => egui::ThemePreference::System,
        Theme::Light => egui::ThemePreference::Light,
        Theme::Dark => egui::ThemePreference::Dark,
    });
    ctx.set_zoom_factor(settings.zoom);
    let mut light = Visuals::light();
    light.override_text_color = Some(Color32::from_gray(0x1E));
    light.panel_fill = Color32::from_gray(0xFA);
    light.selection.bg_fill = Color32::from_rgb(0xBF, 0xDA, 0xF0);
    light.selection.stroke = Stroke::new(1.0, Color32::from_rgb(0x1F, 0x4E, 0x79));
    // Fields and boxes are as white as the page: they need an edge.
    light.widgets.inactive.bg_stroke = Stroke::new(1.0, Color32::from_gray(0xC2));
    light.hyperlink_color = Color32::from_rgb(0x1F, 0x4E, 0x79);
    ctx.set_visuals_of(egui::Theme::Light, light);
    let mut dark = Visuals::dark();
    dark.override_text_color = Some(Color32::from_gray(0xE2));
    dark.widgets.inactive.bg_stroke = Stroke::new(1.0, Color32::from_gray(0x55));
    dark.selection.bg_fill = Color32::from_rgb(0x2B, 0x4A, 0x66);
    ctx.set_visuals_of(egui::Theme::Dark, dark);
    ctx.all_styles_mut(|style| {
        // A block of cells is copied, not the letters of a label.
        style.interaction.selectable_labels = false;
        style.spacing.item_spacing = egui::vec2(8.0, 6.0);
        // Labels stand at the middle of the fields beside them.
        style.spacing.interact_size.y = 26.0;
        style.spacing.button_padding = egui::vec2(8.0, 4.0);
        style.animation_time = 0.0;
        for (kind, size) in [
            (TextStyle::Heading, 19.0),
            (TextStyle::Body, 14.0),
            (TextStyle::Button, 14.0),
            (TextStyle::Small, 12.0),
        ] {
            if let Some(font) = style.text_styles.get_mut(&kind) {
                font.size = size;
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_of_a_document_is_read_on_every_ground() {
        for ground in
            [Color32::WHITE, Color32::BLACK, Color32::from_gray(10), Color32::from_gray(0x77)]
        {
            for (_, preset) in PRESETS.into_iter().chain([("", [0xff, 0xff, 0]), ("", [0; 3])]) {
                let [r, g, b, _] = on_ground(preset, ground).to_array();
                let ground = [ground.r(), ground.g(), ground.b()];
                assert!(contrast([r, g, b], ground) >= READ, "{preset:?} {ground:?}");
            }
        }
        let [r, g, b, _] = on_ground([0x1F, 0x4E, 0x79], Color32::WHITE).to_array();
        assert_eq!([r, g, b], [0x1F, 0x4E, 0x79], "left as it is");
    }
}
