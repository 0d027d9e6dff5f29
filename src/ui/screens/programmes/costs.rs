//! Costs that the user supposes where no file tells one: by the hour or by the place, for a way of
//! running a training or for any, each with where it comes from.

use super::decide;
use crate::analysis::planning::Plan;
use crate::model::planning::{ANY_WAY, Planning, StatedCost, StatedNeed, Way};
use crate::ui::screens::View;
use crate::ui::widgets::field::whole;
use crate::ui::widgets::{prose, weak};
use crate::words::{costs, plan as words};
use egui::{CollapsingHeader, ComboBox, TextEdit, Ui};

/// Passing state: the cost about to be stated.
#[derive(Debug, Default)]
pub struct Panel {
    /// `None`: any way.
    way: Option<Way>,
    hour: String,
    place: String,
    source: String,
    /// The need about to be stated, in per cent.
    percent: String,
    need_source: String,
}

impl Panel {
    pub fn show(&mut self, ui: &mut Ui, view: &mut View<'_>, (planning, plan): (&Planning, &Plan)) {
        // Open where something is to be supposed, or is.
        let wanted = !planning.costs.is_empty() || !plan.selection.unpriced.is_empty();
        let title = CollapsingHeader::new(view.text("planned-costs"));
        title.id_salt("planned-costs").default_open(wanted).show(ui, |ui| {
            self.costs(ui, view, (planning, plan));
        });
        let wanted = planning.need.is_some() || !plan.selection.unconfirmed.is_empty();
        let title = CollapsingHeader::new(view.text("planned-need"));
        title.id_salt("planned-need").default_open(wanted).show(ui, |ui| {
            self.need(ui, view, planning);
        });
    }

    fn costs(&mut self, ui: &mut Ui, view: &mut View<'_>, (planning, plan): (&Planning, &Plan)) {
        weak(ui, &view.text("planned-costs-about"));
        weak(ui, &costs::told(&plan.costs, &view.session.catalog));
        for (way, cost) in &planning.costs {
            ui.horizontal_wrapped(|ui| {
                let name = way_name(view, way);
                prose(ui, &costs::stated(&name, cost, &view.session.catalog));
                let of = [("name", (&name).into())];
                if ui.button(view.session.catalog.with("planned-cost-remove", &of)).clicked() {
                    decide(view, |all| all.costs.remove(way));
                }
            });
        }
        self.form(ui, view);
    }

    fn form(&mut self, ui: &mut Ui, view: &mut View<'_>) {
        ui.horizontal_wrapped(|ui| {
            let label = ui.label(view.text("planned-cost-way"));
            let key = |way: Option<Way>| way.map_or(ANY_WAY, Way::id);
            ComboBox::from_id_salt("planned-cost-way")
                .selected_text(way_name(view, key(self.way)))
                .width(180.0)
                .truncate()
                .show_ui(ui, |ui| {
                    let all = std::iter::once(None).chain(Way::ALL.into_iter().map(Some));
                    for way in all {
                        ui.selectable_value(&mut self.way, way, way_name(view, key(way)));
                    }
                })
                .response
                .labelled_by(label.id);
        });
        let typed = |ui: &mut Ui, key: &str, text: &mut String, width: f32| {
            let label = ui.label(view.text(key));
            let edit = TextEdit::singleline(text).desired_width(width);
            ui.add(edit).labelled_by(label.id);
        };
        ui.horizontal_wrapped(|ui| {
            typed(ui, "planned-cost-hour", &mut self.hour, 60.0);
            typed(ui, "planned-cost-place", &mut self.place, 70.0);
        });
        ui.horizontal_wrapped(|ui| typed(ui, "planned-cost-source", &mut self.source, 220.0));
        let language = view.session.catalog.language();
        let hour_cents = costs::cents(&self.hour);
        let place_euros = whole(&self.place, language).filter(|euros| *euros > 0);
        let unread = (!self.hour.trim().is_empty() && hour_cents.is_none())
            || (!self.place.trim().is_empty() && place_euros.is_none());
        let some = hour_cents.is_some() || place_euros.is_some();
        let complete = some && !unread && !self.source.trim().is_empty();
        let button = egui::Button::new(view.text("planned-cost-add"));
        if ui.add_enabled(complete, button).clicked() {
            let source = self.source.trim().to_owned();
            let cost = StatedCost { hour_cents, place_euros, source };
            let way = self.way.map_or(ANY_WAY, Way::id).to_owned();
            decide(view, |all| all.costs.insert(way, cost));
            let (percent, need_source) = (self.percent.clone(), self.need_source.clone());
            *self = Self { percent, need_source, ..Self::default() };
        } else if unread {
            weak(ui, &view.text("planned-cost-unread"));
        } else if some && self.source.trim().is_empty() {
            weak(ui, &view.text("planned-cost-needs-source"));
        }
    }

    /// A need supposed for all occupations whose least need nothing establishes.
    fn need(&mut self, ui: &mut Ui, view: &mut View<'_>, planning: &Planning) {
        weak(ui, &view.text("planned-need-about"));
        if let Some(need) = &planning.need {
            prose(ui, &costs::need_stated(need, &view.session.catalog));
            if ui.button(view.text("planned-need-remove")).clicked() {
                decide(view, |all| all.need = None);
            }
        }
        let fields = [
            ("planned-need-percent", &mut self.percent, 50.0),
            ("planned-need-source", &mut self.need_source, 220.0),
        ];
        for (key, text, width) in fields {
            ui.horizontal_wrapped(|ui| {
                let label = ui.label(view.text(key));
                let edit = TextEdit::singleline(text).desired_width(width);
                ui.add(edit).labelled_by(label.id);
            });
        }
        let percent = whole(&self.percent, view.session.catalog.language());
        let percent = percent.and_then(|n| u8::try_from(n).ok()).filter(|n| (1..=100).contains(n));
        let source = self.need_source.trim().to_owned();
        let button = egui::Button::new(view.text("planned-need-add"));
        let ready = percent.is_some() && !source.is_empty();
        if ui.add_enabled(ready, button).clicked()
            && let Some(percent) = percent
        {
            decide(view, |all| all.need = Some(StatedNeed { percent, source }));
            self.percent.clear();
            self.need_source.clear();
        }
    }
}

fn way_name(view: &View<'_>, way: &str) -> String {
    words::way(way, &view.session.catalog)
}
