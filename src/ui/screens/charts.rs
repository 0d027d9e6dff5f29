//! Charts of what is looked at, saved as pictures.

use crate::model::Fap;
use crate::report::chart::Kind;
use crate::ui::command::{Command, Dialog};
use crate::ui::screens::View;
use crate::ui::widgets::weak;
use egui::Ui;

/// A menu of the charts of the territory, and of those of the occupation chosen.
pub fn save_ui(ui: &mut Ui, view: &mut View<'_>) {
    let of = view.selected.and_then(|code| view.session.occupation(code));
    let of = of.map(|one| (one.code, one.label.clone()));
    ui.menu_button(view.text("chart-save"), |ui| {
        let territory = [Kind::Intervals, Kind::Quadrant, Kind::Trend, Kind::Columns];
        for kind in territory {
            offer(ui, view, (kind, None));
        }
        ui.separator();
        let Some((code, label)) = of else {
            weak(ui, &view.text("chart-save-choose"));
            return;
        };
        weak(ui, &label);
        for kind in [Kind::Trend, Kind::Causes, Kind::Columns] {
            offer(ui, view, (kind, Some(code)));
        }
    });
}

/// A button for one chart of one occupation.
pub fn save_one_ui(ui: &mut Ui, view: &mut View<'_>, kind: Kind, code: Fap) {
    if ui.button(view.text("chart-save-balance")).clicked() {
        view.send(Command::Ask(Dialog::ChartPicture(kind, Some(code))));
    }
}

fn offer(ui: &mut Ui, view: &mut View<'_>, (kind, code): (Kind, Option<Fap>)) {
    let of = if code.is_some() { "occupation" } else { "territory" };
    let key = format!("chart-save-{}-{of}", kind.id());
    if ui.button(view.text(&key)).clicked() {
        view.send(Command::Ask(Dialog::ChartPicture(kind, code)));
        ui.close();
    }
}
