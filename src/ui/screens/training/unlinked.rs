//! An offer that nothing links to an occupation: the user says where it leads.

use crate::matching::corrections::LinkKey;
use crate::model::Fap;
use crate::project::Edit;
use crate::ui::command::Command;
use crate::ui::screens::View;
use egui::{ComboBox, Ui};

/// Passing state.
#[derive(Debug, Default)]
pub struct Panel {
    /// Source and row of the offer looked at.
    pub at: Option<(usize, u32)>,
    /// The occupation about to be linked.
    occupation: Option<Fap>,
}

impl Panel {
    /// The offer looked at and the occupations that it may be linked to; false where none is.
    pub fn show(&mut self, ui: &mut Ui, view: &mut View<'_>) -> bool {
        let Some(results) = view.session.results() else { return false };
        let mut offers = results.unlinked.iter();
        let Some(offer) = offers.find(|one| Some((one.source, one.row)) == self.at) else {
            return false;
        };
        let mut pressed = None;
        ui.horizontal_wrapped(|ui| {
            let of = [("title", (&offer.title).into())];
            let label = ui.label(view.session.catalog.with("links-unlinked", &of));
            let named = |code: Fap| {
                let mut all = results.occupations.iter();
                all.find(|one| one.code == code).map_or("", |one| one.label.as_str())
            };
            let shown = self
                .occupation
                .map_or_else(|| view.text("links-choose"), |code| named(code).to_owned());
            ComboBox::from_id_salt("unlinked-occupation")
                .selected_text(shown)
                .width(360.0)
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
            let link = egui::Button::new(view.text("links-link"));
            if ui.add_enabled(self.occupation.is_some(), link).clicked() {
                pressed = self.occupation.map(|code| (LinkKey::of_offer(offer), code));
            }
        });
        if let Some((key, code)) = pressed {
            let mut links = view.session.project.decisions().links.clone();
            links.accept(key, code);
            *self = Self::default();
            view.send(Command::Do(Edit::Links(links)));
        }
        true
    }
}
