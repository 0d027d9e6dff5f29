//! Diagnosis: the ranked occupations, the quadrant, and the sheet of the chosen one.

use crate::indicators::pressure::Status;
use crate::model::Fap;
use crate::report::document::Row;
use crate::ui::screens::comparison::Comparison;
use crate::ui::screens::groups::Groups;
use crate::ui::screens::sectors::Sectors;
use crate::ui::screens::{View, ready, search};
use crate::ui::widgets::grid::{Grid, Wanted};
use crate::ui::widgets::{plot, sheet, weak};
use egui::{ScrollArea, Ui};
use std::collections::BTreeSet;

/// Which occupations are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Keep {
    #[default]
    All,
    Evidence,
    Flagged,
    ToCheck,
}

impl Keep {
    const ALL: [Self; 4] = [Self::All, Self::Evidence, Self::Flagged, Self::ToCheck];

    const fn id(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Evidence => "evidence",
            Self::Flagged => "flagged",
            Self::ToCheck => "to-check",
        }
    }
}

/// Passing state.
#[derive(Debug, Default)]
pub struct Screen {
    grid: Grid,
    causes: Grid,
    comparison: Comparison,
    groups: Groups,
    sectors: Sectors,
    text: String,
    keep: Keep,
    tab: Tab,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Tab {
    #[default]
    Table,
    Quadrant,
    Causes,
    Groups,
    Sectors,
    Comparison,
}

impl Screen {
    pub fn show(&mut self, ui: &mut Ui, view: &mut View<'_>) {
        if !ready(ui, view) {
            return;
        }
        self.tools(ui, view);
        let (Some((document, revision)), Some(context)) =
            (view.session.document(), view.session.context())
        else {
            return;
        };
        let selected = view.selected.and_then(|code| view.session.occupation(code));
        if let Some(occupation) = selected {
            egui::Panel::right("occupation-sheet")
                .resizable(true)
                .default_size((ui.available_width() * 0.38).clamp(300.0, 400.0))
                .size_range(280.0..=620.0)
                .show(ui, |ui| {
                    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                        sheet::show(ui, &context, occupation, view.commands);
                    });
                });
        }
        let kept: BTreeSet<Fap> = context
            .results
            .occupations
            .iter()
            .filter(|occupation| match self.keep {
                Keep::All => true,
                Keep::Evidence => occupation.pressure.evidence(),
                Keep::Flagged => occupation.pressure.flagged(),
                Keep::ToCheck => occupation.pressure.status == Status::ToCheck,
            })
            .map(|occupation| occupation.code)
            .collect();
        let keep = |row: &Row| row.occupation.is_none_or(|code| kept.contains(&code));
        let wanted = Wanted { text: &self.text, tag: self.keep.id(), keep: &keep };
        egui::CentralPanel::default().frame(egui::Frame::NONE).show(ui, |ui| {
            let (grid, id) = match self.tab {
                Tab::Table => (&mut self.grid, "diagnostic"),
                Tab::Causes => (&mut self.causes, "causes"),
                Tab::Groups => {
                    self.groups.show(ui, view, &self.text);
                    return;
                }
                Tab::Sectors => {
                    let wanted = (self.text.as_str(), self.keep.id());
                    self.sectors.show(ui, view, wanted, &kept);
                    return;
                }
                Tab::Comparison => {
                    let wanted = (self.text.as_str(), self.keep.id());
                    self.comparison.show(ui, view, wanted, &kept);
                    return;
                }
                Tab::Quadrant => {
                    let chosen = plot::quadrant(
                        ui,
                        context.results,
                        context.catalog,
                        view.selected,
                        &|code| kept.contains(&code),
                    );
                    if let Some(code) = chosen {
                        view.send(crate::ui::command::Command::Select(code));
                    }
                    return;
                }
            };
            let Some(table) = document.table(id) else { return };
            let events =
                grid.show(ui, (table, revision), &wanted, view.selected, &view.session.catalog);
            view.follow(events);
        });
    }

    fn tools(&mut self, ui: &mut Ui, view: &View<'_>) {
        ui.horizontal_wrapped(|ui| {
            for (tab, key) in [
                (Tab::Table, "diagnosis-tab-table"),
                (Tab::Quadrant, "diagnosis-tab-quadrant"),
                (Tab::Causes, "table-causes"),
                (Tab::Groups, "diagnosis-tab-groups"),
                (Tab::Sectors, "diagnosis-tab-sectors"),
                (Tab::Comparison, "diagnosis-tab-comparison"),
            ] {
                ui.selectable_value(&mut self.tab, tab, view.text(key));
            }
            ui.separator();
            search(ui, view, &mut self.text);
            let label = ui.label(view.text("window-show"));
            egui::ComboBox::from_id_salt("keep")
                .selected_text(view.text(&format!("keep-{}", self.keep.id())))
                .width(210.0)
                .show_ui(ui, |ui| {
                    for keep in Keep::ALL {
                        let text = view.text(&format!("keep-{}", keep.id()));
                        ui.selectable_value(&mut self.keep, keep, text);
                    }
                })
                .response
                .labelled_by(label.id);
            let count = self.grid.count(&view.session.catalog);
            if self.tab == Tab::Table {
                weak(ui, &view.session.catalog.with("window-rows", &[("count", (&count).into())]));
            }
        });
        ui.separator();
    }
}
