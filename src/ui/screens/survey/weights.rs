//! Weights: what they stand on, and the choices that make them.

use crate::project::{Edit, WeightMethod};
use crate::ui::command::Command;
use crate::ui::screens::View;
use crate::ui::survey::SurveyView;
use crate::ui::widgets::{facts, prose, section};
use egui::{ComboBox, ScrollArea, Slider, Ui};

pub fn show(ui: &mut Ui, view: &mut View<'_>, survey: &SurveyView) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        prose(ui, &view.text("weights-about"));
        section(ui, &view.text("weights-choices"));
        choices(ui, view);
        section(ui, &view.text("weights-result"));
        facts(ui, "weights-facts", &survey.weights);
    });
}

fn choices(ui: &mut Ui, view: &mut View<'_>) {
    let before = view.session.project.decisions().weighting;
    let mut after = before;
    let mut settled = false;
    let name = |method: WeightMethod| view.text(&format!("weighting-{}", method.id()));
    // Undone or opened anew, the project has other bounds.
    let id = ui.scope_id().with(("weighting-drag", view.session.project.revision()));
    // One gesture, one step to undo: the value under the hand is kept aside until it is let go.
    let mut held =
        ui.data(|data| data.get_temp(id)).unwrap_or((after.low, after.high, after.take_all));
    let language = view.session.catalog.language();
    let slide = |ui: &mut Ui, key: &str, value: &mut u16, range, hundredths: bool| {
        let label = ui.label(view.text(key));
        let mut slider = Slider::new(value, range);
        if hundredths {
            slider = slider
                .custom_formatter(|value, _| crate::format::decimal(value / 100.0, 2, language))
                .custom_parser(|text| {
                    Some(100.0 * text.trim().replace(',', ".").parse::<f64>().ok()?)
                });
        }
        let response = ui.add(slider).labelled_by(label.id);
        ui.end_row();
        response.drag_stopped() || response.lost_focus()
    };
    let mut stopped = false;
    egui::Grid::new("weighting-choices").num_columns(2).spacing([12.0, 6.0]).show(ui, |ui| {
        let label = ui.label(view.text("weighting-method"));
        ComboBox::from_id_salt("weighting")
            .selected_text(name(after.method))
            .width(220.0)
            .show_ui(ui, |ui| {
                for method in WeightMethod::ALL {
                    settled |=
                        ui.selectable_value(&mut after.method, method, name(method)).clicked();
                }
            })
            .response
            .labelled_by(label.id);
        ui.end_row();
        stopped |= slide(ui, "weighting-low", &mut held.0, 5..=95, true);
        stopped |= slide(ui, "weighting-high", &mut held.1, 110..=900, true);
        stopped |= slide(ui, "weighting-take-all", &mut held.2, 10..=500, false);
    });
    ui.data_mut(|data| data.insert_temp(id, held));
    if stopped {
        (after.low, after.high, after.take_all) = held;
        settled = true;
    }
    if settled && after != before {
        view.send(Command::Do(Edit::Weighting(after)));
        ui.data_mut(|data| data.remove::<(u16, u16, u16)>(id));
    }
}
