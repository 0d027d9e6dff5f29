//! How documents are dressed: who publishes, its logo, its colour. The same for all documents of a
//! project.

use super::Screen;
use crate::format::decimal;
use crate::model::papers::Dress;
use crate::project::Edit;
use crate::report::paper::Look;
use crate::report::paper::look::contrast;
use crate::ui::command::{Command, Dialog};
use crate::ui::screens::View;
use crate::ui::theme::{PRESETS, READ, palette};
use crate::ui::widgets::{field, prose, weak};
use egui::{Button, CollapsingHeader, Color32, RichText, Ui, WidgetInfo, vec2};
use std::path::Path;

impl Screen {
    pub(super) fn dress_ui(&mut self, ui: &mut Ui, view: &mut View<'_>) {
        let title = view.text("dress-title");
        CollapsingHeader::new(title).id_salt("documents-dress").show(ui, |ui| {
            weak(ui, &view.text("dress-about"));
            let dress = view.session.project.decisions().papers.dress.clone();
            let label = ui.label(view.text("dress-organisation"));
            let typed = field::field(ui, "dress-who", &dress.organisation, f32::INFINITY, label.id);
            if let Some(organisation) = typed {
                change(view, |dress| dress.organisation = organisation);
            }
            logo_ui(ui, view, &dress);
            self.accent_ui(ui, view, &dress);
        });
    }

    /// The colour: one of a few, or the user's own, with how well it is read.
    fn accent_ui(&mut self, ui: &mut Ui, view: &mut View<'_>, dress: &Dress) {
        let look =
            Look { accent: dress.accent.unwrap_or(Look::default().accent), ..Look::default() };
        let label = ui.label(view.text("dress-accent"));
        ui.horizontal_wrapped(|ui| {
            for (id, accent) in PRESETS {
                let name = view.text(&format!("dress-accent-{id}"));
                if swatch(ui, &name, accent, look.accent == accent) {
                    self.unread = false;
                    change(view, |dress| dress.accent = Some(accent));
                }
            }
        });
        ui.horizontal_wrapped(|ui| {
            if let Some(typed) =
                field::parsed(ui, "dress-accent", &hex(look.accent), 80.0, label.id)
            {
                let parsed = parse(&typed);
                self.unread = parsed.is_none();
                if let Some(accent) = parsed {
                    change(view, |dress| dress.accent = Some(accent));
                }
            }
            let own = Button::new(view.text("dress-accent-back"));
            if ui.add_enabled(dress.accent.is_some(), own).clicked() {
                self.unread = false;
                change(view, |dress| dress.accent = None);
            }
        });
        if self.unread {
            let told = RichText::new(view.text("dress-accent-unread"));
            ui.label(told.color(palette(ui).flagged));
        }
        let paper = contrast(look.accent, [0xff; 3]);
        let catalog = &view.session.catalog;
        let ratio = decimal(f64::from(paper), 1, catalog.language());
        let ink = hex(look.ink());
        let args = [("ratio", (&ratio).into()), ("ink", (&ink).into())];
        let key = if paper >= READ { "dress-contrast-enough" } else { "dress-contrast-pale" };
        prose(ui, &catalog.with(key, &args));
    }
}

/// The picture of who publishes, and what it shows.
fn logo_ui(ui: &mut Ui, view: &mut View<'_>, dress: &Dress) {
    ui.horizontal_wrapped(|ui| {
        ui.label(view.text("dress-logo"));
        if ui.button(view.text("dress-logo-choose")).clicked() {
            view.send(Command::Ask(Dialog::Logo));
        }
        if dress.logo.is_some() && ui.button(view.text("dress-logo-remove")).clicked() {
            change(view, |dress| dress.logo = None);
        }
    });
    let Some(logo) = &dress.logo else { return };
    let name = logo.file_name().map_or(logo.as_path(), Path::new).display().to_string();
    weak(ui, &name).on_hover_text(logo.display().to_string());
    let label = ui.label(view.text("dress-logo-shows"));
    if let Some(shows) =
        field::field(ui, "dress-logo-shows", &dress.logo_shows, f32::INFINITY, label.id)
    {
        change(view, |dress| dress.logo_shows = shows);
    }
    if dress.logo_shows.is_empty() && dress.organisation.is_empty() {
        weak(ui, &view.text("dress-logo-silent"));
    }
}

/// A button of a colour, by its name for those who do not see it; true when it is pressed.
fn swatch(ui: &mut Ui, name: &str, [red, green, blue]: [u8; 3], is_chosen: bool) -> bool {
    let colour = Color32::from_rgb(red, green, blue);
    // The mark of the one chosen, not by its colour.
    let mark = RichText::new(if is_chosen { "●" } else { " " }).color(Color32::WHITE);
    let button = ui.add(Button::new(mark).fill(colour).min_size(vec2(28.0, 22.0)));
    button.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, is_chosen, name));
    button.on_hover_text(name).clicked()
}

fn change(view: &mut View<'_>, change: impl FnOnce(&mut Dress)) {
    let mut papers = view.session.project.decisions().papers.clone();
    change(&mut papers.dress);
    view.send(Command::Do(Edit::Papers(papers)));
}

/// `#1F4E79`.
fn hex([red, green, blue]: [u8; 3]) -> String {
    format!("#{red:02X}{green:02X}{blue:02X}")
}

/// Six hexadecimal digits, with or without what is written before them.
fn parse(text: &str) -> Option<[u8; 3]> {
    let digits = text.trim().trim_start_matches('#');
    let is_hex = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    let [_, red, green, blue] =
        u32::from_str_radix(digits, 16).ok().filter(|_| is_hex)?.to_be_bytes();
    Some([red, green, blue])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_as_people_write_them() {
        let check = |text: &str, expect| assert_eq!(parse(text), expect, "{text}");
        check("#1F4E79", Some([0x1f, 0x4e, 0x79]));
        check(" e3000b ", Some([0xe3, 0, 0x0b]));
        check("#fff", None);
        check("+12345", None);
        check("bleu", None);
        check("", None);
        assert_eq!(parse(&hex([1, 2, 255])), Some([1, 2, 255]));
    }
}
