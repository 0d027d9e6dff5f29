//! Diagnosis: the ranked occupations, the quadrant, and the sheet of the chosen one.

use crate::indicators::pressure::{Pressure, Status};
use crate::model::Fap;
use crate::project::Edit;
use crate::report::build::validation_sentence;
use crate::report::document::Row;
use crate::ui::command::Command;
use crate::ui::screens::comparison::Comparison;
use crate::ui::screens::couples::Panel;
use crate::ui::screens::groups::Groups;
use crate::ui::screens::sectors::Sectors;
use crate::ui::screens::{View, atlas, map, method, ready, search};
use crate::ui::widgets::grid::{Grid, Wanted};
use crate::ui::widgets::{plot, prose, sheet, weak};
use egui::{ScrollArea, Ui};
use std::collections::BTreeSet;

/// Which occupations are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keep {
    #[default]
    All,
    Evidence,
    Flagged,
    ToCheck,
}

impl Keep {
    fn keeps(self, pressure: &Pressure) -> bool {
        match self {
            Self::All => true,
            Self::Evidence => pressure.evidence(),
            Self::Flagged => pressure.flagged(),
            Self::ToCheck => pressure.status == Status::ToCheck,
        }
    }

    const ALL: [Self; 4] = [Self::All, Self::Evidence, Self::Flagged, Self::ToCheck];

    pub const fn id(self) -> &'static str {
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
    evolution: Grid,
    reliability: Grid,
    couples: Panel,
    comparison: Comparison,
    groups: Groups,
    sectors: Sectors,
    text: String,
    keep: Keep,
    tab: Tab,
    basins: atlas::Part,
    map: map::Part,
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
    Map,
    Evolution,
    Reliability,
    Couples,
    Basins,
    Method,
}

impl Screen {
    pub fn show(&mut self, ui: &mut Ui, view: &mut View<'_>) {
        if !ready(ui, view) {
            return;
        }
        self.tools(ui, view);
        if self.tab != Tab::Method
            && let Some(trial) = view.session.trial()
        {
            let decided = trial.clone();
            view.send(Command::Do(Edit::Method(decided)));
        }
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
        let occupations = context.results.occupations.iter();
        let kept: BTreeSet<Fap> =
            occupations.filter(|one| self.keep.keeps(&one.pressure)).map(|one| one.code).collect();
        let keep = |row: &Row| row.occupation.is_none_or(|code| kept.contains(&code));
        let wanted = Wanted { text: &self.text, tag: self.keep.id(), keep: &keep };
        egui::CentralPanel::default().frame(egui::Frame::NONE).show(ui, |ui| {
            let (grid, id) = match self.tab {
                Tab::Table => (&mut self.grid, "diagnostic"),
                Tab::Causes => (&mut self.causes, "causes"),
                Tab::Evolution => (&mut self.evolution, "evolution"),
                Tab::Reliability => (&mut self.reliability, "fiabilite"),
                Tab::Couples => return self.couples.show(ui, view, revision),
                Tab::Method => return method::show(ui, view),
                Tab::Basins => return self.basins.show(ui, view, (&self.text, self.keep)),
                Tab::Map => return self.map.show(ui, view),
                Tab::Groups => return self.groups.show(ui, view, &self.text),
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
                        view.send(Command::Select(code));
                    }
                    return;
                }
            };
            let Some(table) = document.table(id) else { return };
            if matches!(self.tab, Tab::Evolution | Tab::Reliability) {
                weak(ui, &table.about);
            }
            if self.tab == Tab::Reliability {
                let found = &context.results.validations;
                if found.is_empty() {
                    prose(ui, &context.catalog.text("error-one-year"));
                    return;
                }
                for validation in found {
                    prose(ui, &validation_sentence(validation, context.catalog));
                }
            }
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
                (Tab::Map, "diagnosis-tab-map"),
                (Tab::Evolution, "table-evolution"),
                (Tab::Reliability, "table-reliability"),
                (Tab::Couples, "couples-title"),
                (Tab::Basins, "diagnosis-tab-basins"),
                (Tab::Method, "diagnosis-tab-method"),
            ] {
                // Without shapes there is nothing to draw.
                if tab == Tab::Map && view.session.maps.shapes().is_none() {
                    continue;
                }
                ui.selectable_value(&mut self.tab, tab, view.text(key));
            }
        });
        // Neither list nor search belongs to these.
        let alone = matches!(self.tab, Tab::Method | Tab::Map | Tab::Couples | Tab::Reliability);
        if alone {
            ui.separator();
            return;
        }
        ui.horizontal_wrapped(|ui| {
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
            let grid = if self.tab == Tab::Basins { &self.basins.grid } else { &self.grid };
            let count = grid.count(&view.session.catalog);
            if matches!(self.tab, Tab::Table | Tab::Basins) {
                weak(ui, &view.session.catalog.with("window-rows", &[("count", (&count).into())]));
            }
        });
        ui.separator();
    }
}
