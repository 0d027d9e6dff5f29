//! A candidate that the user adds: an occupation, what it is, for whom.

use super::decide;
use crate::model::{Audience, Fap};
use crate::recommend::programme::Format;
use crate::recommend::proposal::Key;
use crate::ui::screens::View;
use egui::{CollapsingHeader, ComboBox, Ui};

/// Passing state.
#[derive(Debug)]
pub struct Panel {
    occupation: Option<Fap>,
    format: Format,
    audience: Audience,
}

impl Default for Panel {
    fn default() -> Self {
        Self { occupation: None, format: Format::Certifying, audience: Audience::JobSeekers }
    }
}

impl Panel {
    pub fn show(&mut self, ui: &mut Ui, view: &mut View<'_>, chosen: &mut Option<String>) {
        let title = view.text("planned-by-hand");
        CollapsingHeader::new(title).id_salt("planned-by-hand").show(ui, |ui| {
            ui.horizontal_wrapped(|ui| self.fields(ui, view, chosen));
        });
    }

    fn fields(&mut self, ui: &mut Ui, view: &mut View<'_>, chosen: &mut Option<String>) {
        let Some(results) = view.session.results() else { return };
        let named = |code: Fap| {
            let mut all = results.occupations.iter();
            all.find(|one| one.code == code).map_or("", |one| one.label.as_str())
        };
        let label = ui.label(view.text("column-label"));
        let shown = self.occupation.map_or_else(|| view.text("links-choose"), |c| named(c).into());
        ComboBox::from_id_salt("by-hand-occupation")
            .selected_text(shown)
            .width(300.0)
            .height(420.0)
            .truncate()
            .show_ui(ui, |ui| {
                for one in &results.occupations {
                    let text = format!("{} {}", one.code.code(), one.label);
                    ui.selectable_value(&mut self.occupation, Some(one.code), text);
                }
            })
            .response
            .labelled_by(label.id);
        let label = ui.label(view.text("column-format"));
        let format = |one: Format| view.text(&format!("proposal-format-{}", one.id()));
        ComboBox::from_id_salt("by-hand-format")
            .selected_text(format(self.format))
            .width(190.0)
            .show_ui(ui, |ui| {
                for one in Format::ALL {
                    ui.selectable_value(&mut self.format, one, format(one));
                }
            })
            .response
            .labelled_by(label.id);
        let label = ui.label(view.text("column-audience"));
        let audience = |one: Audience| view.text(&format!("audience-{}", one.id()));
        ComboBox::from_id_salt("by-hand-audience")
            .selected_text(audience(self.audience))
            .width(190.0)
            .show_ui(ui, |ui| {
                for one in Audience::ALL {
                    ui.selectable_value(&mut self.audience, one, audience(one));
                }
            })
            .response
            .labelled_by(label.id);
        let button = egui::Button::new(view.text("planned-by-hand-add"));
        if ui.add_enabled(self.occupation.is_some(), button).clicked()
            && let Some(occupation) = self.occupation
        {
            let key = Key { occupation, format: self.format, audience: self.audience };
            *chosen = Some(key.to_string());
            decide(view, |planning| {
                planning.added.insert(key.to_string());
            });
        }
    }
}
