//! « Relier à… »: where the user says that an offer or a certification leads, whether something
//! links it already or nothing does.

use crate::matching::corrections::LinkKey;
use crate::model::Fap;
use crate::project::Edit;
use crate::ui::command::Command;
use crate::ui::screens::View;
use egui::{ComboBox, Ui};

/// Passing state.
#[derive(Debug, Default)]
pub struct Panel {
    /// Source and row of the offer that nothing links, looked at.
    pub at: Option<(usize, u32)>,
    /// The occupation about to be linked.
    occupation: Option<Fap>,
}

impl Panel {
    /// The offer that nothing links and the occupations that it may be linked to; false where none
    /// is looked at.
    pub fn unlinked(&mut self, ui: &mut Ui, view: &mut View<'_>) -> bool {
        let Some(results) = view.session.results() else { return false };
        let mut offers = results.unlinked.iter();
        let Some(offer) = offers.find(|one| Some((one.source, one.row)) == self.at) else {
            return false;
        };
        let of = [("title", (&offer.title).into())];
        let told = view.session.catalog.with("links-unlinked", &of);
        let key = LinkKey::of_offer(offer);
        ui.horizontal_wrapped(|ui| self.show(ui, view, &told, &key, None));
        true
    }

    /// The occupations that something may be linked to, but the one that it is looked at under.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        view: &mut View<'_>,
        told: &str,
        key: &LinkKey,
        under: Option<Fap>,
    ) {
        let Some(results) = view.session.results() else { return };
        let known = |code: Fap| results.occupations.iter().find(|one| one.code == code);
        self.occupation = self.occupation.filter(|code| known(*code).is_some());
        let label = ui.label(told);
        let shown = self.occupation.and_then(known);
        let shown = shown.map_or_else(|| view.text("links-choose"), |one| one.label.clone());
        ComboBox::from_id_salt("related-occupation")
            .selected_text(shown)
            .width(360.0)
            .height(420.0)
            .truncate()
            .show_ui(ui, |ui| {
                let others = results.occupations.iter().filter(|one| Some(one.code) != under);
                for one in others {
                    let text = format!("{} {}", one.code.code(), one.label);
                    ui.selectable_value(&mut self.occupation, Some(one.code), text);
                }
            })
            .response
            .labelled_by(label.id);
        let link = egui::Button::new(view.text("links-link"));
        if ui.add_enabled(self.occupation.is_some(), link).clicked()
            && let Some(code) = self.occupation
        {
            let mut links = view.session.project.decisions().links.clone();
            links.accept(key.clone(), code);
            *self = Self::default();
            view.send(Command::Do(Edit::Links(links)));
        }
    }
}
