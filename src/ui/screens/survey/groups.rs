//! Groups of occupations under names of the user's own: rows of the register of needs.

use crate::model::{Fap, OccupationGroup};
use crate::project::Edit;
use crate::ui::command::Command;
use crate::ui::screens::View;
use crate::ui::survey::SurveyView;
use crate::ui::widgets::{prose, section, weak};
use egui::{Button, ScrollArea, TextEdit, Ui};
use std::collections::BTreeSet;

/// Passing state.
#[derive(Debug, Default)]
pub struct Form {
    name: String,
    /// The group whose occupations are being ticked.
    open: Option<String>,
    /// Its name to be, as it is typed.
    renamed: String,
}

impl Form {
    pub fn show(&mut self, ui: &mut Ui, view: &mut View<'_>, survey: &SurveyView) {
        let groups = &view.session.project.decisions().groups;
        prose(ui, &view.text("needs-groups-about"));
        self.make(ui, view);
        ui.add_space(6.0);
        if groups.is_empty() {
            weak(ui, &view.text("needs-groups-none"));
        }
        for (name, members) in groups {
            let said = |key: &str| view.session.catalog.with(key, &[("name", name.into())]);
            let (edit, remove) = (said("needs-group-open"), said("needs-group-remove"));
            ui.horizontal_wrapped(|ui| {
                ui.strong(name);
                let count = [("count", super::counted(members.len()).into())];
                weak(ui, &view.session.catalog.with("needs-group-members", &count));
                let is_open = self.open.as_ref() == Some(name);
                if ui.selectable_label(is_open, edit).clicked() {
                    self.open = if is_open { None } else { Some(name.clone()) };
                    self.renamed.clone_from(name);
                }
                if ui.button(remove).clicked() {
                    view.send(Command::Do(Edit::RemoveGroup(name.clone())));
                }
            });
        }
        if let Some((name, members)) =
            self.open.as_ref().and_then(|name| groups.get_key_value(name))
        {
            self.rename(ui, view, name);
            tick(ui, view, survey, (name, members));
        }
    }

    /// Another name for the group that is open.
    fn rename(&mut self, ui: &mut Ui, view: &mut View<'_>, name: &String) {
        let groups = &view.session.project.decisions().groups;
        ui.horizontal_wrapped(|ui| {
            let args = [("name", name.into())];
            let label = ui.label(view.session.catalog.with("needs-group-new-name", &args));
            let field = TextEdit::singleline(&mut self.renamed).desired_width(260.0);
            ui.add(field).labelled_by(label.id);
            let to = self.renamed.trim();
            let taken = to != name && groups.contains_key(to);
            let button = Button::new(view.text("needs-group-rename"));
            if ui.add_enabled(!to.is_empty() && to != name && !taken, button).clicked() {
                let (from, to) = (name.clone(), to.to_owned());
                self.open = Some(to.clone());
                view.send(Command::Do(Edit::RenameGroup { from, to }));
            } else if taken {
                weak(ui, &view.text("needs-group-taken"));
            }
        });
    }

    /// A new group, open at once.
    fn make(&mut self, ui: &mut Ui, view: &mut View<'_>) {
        let groups = &view.session.project.decisions().groups;
        ui.horizontal_wrapped(|ui| {
            let label = ui.label(view.text("needs-group-name"));
            ui.add(TextEdit::singleline(&mut self.name).desired_width(260.0)).labelled_by(label.id);
            let name = self.name.trim();
            let taken = groups.contains_key(name);
            let button = Button::new(view.text("needs-group-make"));
            if ui.add_enabled(!name.is_empty() && !taken, button).clicked() {
                let name = name.to_owned();
                self.open = Some(name.clone());
                self.renamed.clone_from(&name);
                self.name.clear();
                let group = OccupationGroup { name, members: BTreeSet::new() };
                view.send(Command::Do(Edit::Group(group)));
            } else if taken {
                weak(ui, &view.text("needs-group-taken"));
            }
        });
    }
}

/// The occupations that the answers speak of, and those of the group that they do not.
fn tick(
    ui: &mut Ui,
    view: &mut View<'_>,
    survey: &SurveyView,
    (name, members): (&String, &BTreeSet<Fap>),
) {
    let told = survey.survey.weighing.as_ref();
    let answered: BTreeSet<Fap> =
        told.map(|told| told.answers.occupations().into_iter().collect()).unwrap_or_default();
    let args = [("name", name.into())];
    section(ui, &view.session.catalog.with("needs-group-tick", &args));
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        for fap in answered.union(members) {
            let label = view.session.reference.fap_label(*fap).unwrap_or_default();
            let mut text = format!("{} {label}", fap.code());
            if !answered.contains(fap) {
                text = format!("{text} ({})", view.text("needs-group-unanswered"));
            }
            let mut within = members.contains(fap);
            if ui.checkbox(&mut within, text).changed() {
                let mut members = members.clone();
                if within {
                    members.insert(*fap);
                } else {
                    members.remove(fap);
                }
                let group = OccupationGroup { name: name.clone(), members };
                view.send(Command::Do(Edit::Group(group)));
            }
        }
    });
}
