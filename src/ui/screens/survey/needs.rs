//! The register of needs, and how sure its figures are.

use super::{dominance, groups};
use crate::ui::command::Command;
use crate::ui::screens::{View, search};
use crate::ui::survey::SurveyView;
use crate::ui::widgets::grid::{Grid, Wanted};
use crate::ui::widgets::{prose, weak};
use egui::{ProgressBar, Ui};

/// What of the register is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Side {
    #[default]
    Figures,
    Sectors,
    Errors,
    Groups,
}

/// Passing state.
#[derive(Debug, Default)]
pub struct Screen {
    side: Side,
    groups: groups::Form,
    grid: Grid,
    by_sector: Grid,
    errors: Grid,
    text: String,
}

impl Screen {
    pub fn show(&mut self, ui: &mut Ui, view: &mut View<'_>, survey: &SurveyView, revision: u64) {
        let Some(table) = &survey.needs else {
            prose(ui, &view.text("weights-no-answer"));
            return;
        };
        ui.horizontal_wrapped(|ui| {
            for (side, key) in [
                (Side::Figures, "needs-as-figures"),
                (Side::Sectors, "needs-as-sectors"),
                (Side::Errors, "needs-as-errors"),
                (Side::Groups, "needs-as-groups"),
            ] {
                if ui.selectable_label(self.side == side, view.text(key)).clicked() {
                    self.side = side;
                }
            }
            if self.side != Side::Groups {
                search(ui, view, &mut self.text);
            }
        });
        match self.side {
            Side::Figures => {}
            Side::Sectors => return self.sectors(ui, view, survey, revision),
            Side::Errors => return self.errors(ui, view),
            Side::Groups => return self.groups.show(ui, view, survey),
        }
        weak(ui, &table.about);
        dominance::warning(ui, view, survey);
        let wanted = Wanted { text: &self.text, tag: "needs", keep: &|_| true };
        let events =
            self.grid.show(ui, (table, revision), &wanted, view.selected, &view.session.catalog);
        view.follow(events);
    }

    fn sectors(&mut self, ui: &mut Ui, view: &mut View<'_>, survey: &SurveyView, revision: u64) {
        let Some(table) = &survey.sectors else {
            prose(ui, &view.text("needs-no-sector"));
            return;
        };
        weak(ui, &table.about);
        let wanted = Wanted { text: &self.text, tag: "needs-sectors", keep: &|_| true };
        let shown = (table, revision);
        let events = self.by_sector.show(ui, shown, &wanted, None, &view.session.catalog);
        view.follow(events);
    }

    /// Sampling errors: under way, stopped, or there.
    fn errors(&mut self, ui: &mut Ui, view: &mut View<'_>) {
        if let Some((done, all)) = view.session.errors_progress() {
            let (done, all) = (done.min(all), all.max(1));
            let args = [("done", done.into()), ("all", all.into())];
            let text = view.session.catalog.with("errors-running", &args);
            ui.horizontal(|ui| {
                let share = f64::from(done) / f64::from(all);
                let bar = ProgressBar::new(share as f32).desired_width(260.0).text(text);
                ui.add(bar);
                if ui.button(view.text("errors-stop")).clicked() {
                    view.send(Command::Resample(false));
                }
            });
            return;
        }
        let session = view.session;
        if let Some((table, revision)) = session.errors() {
            weak(ui, &table.about);
            let wanted = Wanted { text: &self.text, tag: "errors", keep: &|_| true };
            let shown = (table.as_ref(), revision);
            let events = self.errors.show(ui, shown, &wanted, view.selected, &session.catalog);
            view.follow(events);
            return;
        }
        if session.errors_wanted().is_none() {
            view.send(Command::Resample(true));
            return;
        }
        if session.errors_wanted() == Some(false) {
            ui.horizontal(|ui| {
                prose(ui, &view.text("errors-stopped"));
                if ui.button(view.text("errors-start")).clicked() {
                    view.send(Command::Resample(true));
                }
            });
            return;
        }
        prose(ui, &view.text("errors-none"));
    }
}
