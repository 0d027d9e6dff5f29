//! The year of a survey that does not say it: asked of the user, kept in the project.

use crate::project::{Edit, is_undated, survey_key};
use crate::readers::ReadTable;
use crate::ui::command::Command;
use crate::ui::screens::View;
use crate::ui::widgets::weak;
use egui::{ComboBox, Ui};

/// The first survey whose layout tells no year.
const FIRST: u16 = 2010;

/// In the bar: surveys that cannot be read before their year is given.
pub fn bar(ui: &mut Ui, view: &mut View<'_>) {
    let waiting = view.session.inputs().into_iter();
    for table in waiting.filter(|table| is_undated(table) && table.vintage.is_none()) {
        let label = view.session.catalog.with("bar-survey-year", &[("file", (&table.file).into())]);
        ask(ui, view, &table, &label);
    }
}

/// Beside what else is told of the source.
pub fn details(ui: &mut Ui, view: &mut View<'_>, table: &ReadTable) {
    if is_undated(table) {
        ui.horizontal(|ui| {
            let label = view.text("sources-survey-year");
            ask(ui, view, table, &label);
        });
        weak(ui, &view.text("sources-survey-year-help"));
    }
}

fn ask(ui: &mut Ui, view: &mut View<'_>, table: &ReadTable, label: &str) {
    let survey = survey_key(table);
    let none = view.text("bar-survey-year-none");
    let label = ui.label(label);
    ComboBox::from_id_salt(("survey-year", &survey, label.id))
        .selected_text(table.vintage.map_or_else(|| none.clone(), |year| year.to_string()))
        .width(92.0)
        .show_ui(ui, |ui| {
            let today = u16::try_from(view.session.today.year()).unwrap_or(FIRST);
            let years = (FIRST..=today).rev().map(Some);
            for year in years.chain([None]) {
                let text = year.map_or_else(|| none.clone(), |year| year.to_string());
                if ui.selectable_label(table.vintage == year, text).clicked() {
                    let survey = survey.clone();
                    view.commands.push(Command::Do(Edit::SurveyYear { survey, year }));
                }
            }
        })
        .response
        .labelled_by(label.id);
}
