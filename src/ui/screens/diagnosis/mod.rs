//! Diagnosis: the ranked occupations, the quadrant, and the sheet of the chosen one.

mod filters;
mod side;
mod views;

pub use filters::Keep;

use crate::analysis::results::Occupation;
use crate::model::Fap;
use crate::project::Edit;
use crate::project::views::SavedView;
use crate::report::build::{Context, validation_sentence};
use crate::report::chart::Kind;
use crate::report::document::{Row, Shown};
use crate::report::provenance::Asked;
use crate::ui::command::{Command, Dialog};
use crate::ui::maps::Shot;
use crate::ui::screens::beside::Beside;
use crate::ui::screens::charts::save_ui;
use crate::ui::screens::comparison::Comparison;
use crate::ui::screens::couples::Panel;
use crate::ui::screens::diagnosis::filters::{Filters, More};
use crate::ui::screens::diagnosis::side::Side;
use crate::ui::screens::diagnosis::views::Views;
use crate::ui::screens::groups::Groups;
use crate::ui::screens::sectors::Sectors;
use crate::ui::screens::{View, atlas, map, method, ready};
use crate::ui::session::Session;
use crate::ui::theme::palette;
use crate::ui::widgets::grid::{Grid, Looks, Wanted};
use crate::ui::widgets::{plot, prose, sheet, weak};
use egui::containers::menu::{MenuButton, MenuConfig};
use egui::{ScrollArea, Ui};
use std::collections::BTreeSet;

/// Columns of the table that stand on projects.
const EMPTY_WITHOUT: [&str; 8] = [
    "status",
    "grade",
    "projects-shown",
    "posterior-shown",
    "benchmark",
    "probability",
    "rank-shown",
    "trend",
];

/// A table in less room than that, in points, shows what tells most first.
const NARROW: f32 = 900.0;

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
    filters: Filters,
    /// Columns of the table that are not shown.
    hidden: BTreeSet<String>,
    side: Side,
    /// Whose sheet was drawn last: another one begins at its top.
    sheet_of: Option<Fap>,
    views: Views,
    tab: Tab,
    basins: atlas::Part,
    beside: Beside,
    map: map::Part,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Tab {
    #[default]
    Table,
    Side,
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
    Beside,
    Method,
}

impl Tab {
    const ALL: [Self; 14] = [
        Self::Table,
        Self::Side,
        Self::Quadrant,
        Self::Causes,
        Self::Groups,
        Self::Sectors,
        Self::Comparison,
        Self::Map,
        Self::Evolution,
        Self::Reliability,
        Self::Couples,
        Self::Basins,
        Self::Beside,
        Self::Method,
    ];

    /// As a saved view names it.
    const fn id(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Side => "side",
            Self::Quadrant => "quadrant",
            Self::Causes => "causes",
            Self::Groups => "groups",
            Self::Sectors => "sectors",
            Self::Comparison => "comparison",
            Self::Map => "map",
            Self::Evolution => "evolution",
            Self::Reliability => "reliability",
            Self::Couples => "couples",
            Self::Basins => "basins",
            Self::Beside => "beside",
            Self::Method => "method",
        }
    }

    /// Key of its title.
    const fn title(self) -> &'static str {
        match self {
            Self::Table => "diagnosis-tab-table",
            Self::Side => "side-title",
            Self::Quadrant => "diagnosis-tab-quadrant",
            Self::Causes => "table-causes",
            Self::Groups => "diagnosis-tab-groups",
            Self::Sectors => "diagnosis-tab-sectors",
            Self::Comparison => "diagnosis-tab-comparison",
            Self::Map => "diagnosis-tab-map",
            Self::Evolution => "table-evolution",
            Self::Reliability => "table-reliability",
            Self::Couples => "couples-title",
            Self::Basins => "diagnosis-tab-basins",
            Self::Beside => "diagnosis-tab-beside",
            Self::Method => "diagnosis-tab-method",
        }
    }

    /// Which filters it obeys; `None`: neither list nor search belongs to it.
    const fn filters(self) -> Option<More> {
        match self {
            Self::Method | Self::Map | Self::Couples | Self::Reliability | Self::Side => None,
            Self::Sectors => Some(More::ButSector),
            Self::Groups | Self::Basins | Self::Beside => Some(More::None),
            Self::Table | Self::Quadrant | Self::Causes | Self::Comparison | Self::Evolution => {
                Some(More::All)
            }
        }
    }
}

impl Screen {
    pub fn show(&mut self, ui: &mut Ui, view: &mut View<'_>) {
        if !ready(ui, view) {
            return;
        }
        self.side.forget(view);
        self.tools(ui, view);
        if self.tab != Tab::Method
            && let Some(trial) = view.session.trial()
        {
            let decided = trial.clone();
            view.send(Command::Do(Edit::Method(decided)));
        }
        let Some(context) = view.session.context() else { return };
        let selected = view.selected.and_then(|code| view.session.occupation(code));
        let lost = self.is_lost();
        // Rows of all basins are of other territories than the sheet, and a search that finds
        // nothing is not answered by the sheet of before.
        let beside = !lost && !matches!(self.tab, Tab::Side | Tab::Basins);
        if let Some(occupation) = selected.filter(|_| beside) {
            let is_new = self.sheet_of.replace(occupation.code) != Some(occupation.code);
            egui::Panel::right("occupation-sheet")
                .resizable(true)
                .default_size((ui.available_width() * 0.36).clamp(300.0, 384.0))
                .size_range(280.0..=620.0)
                .show(ui, |ui| {
                    let mut area = ScrollArea::vertical().auto_shrink(false);
                    if is_new {
                        area = area.vertical_scroll_offset(0.0);
                    }
                    area.show(ui, |ui| {
                        sheet::show(ui, &context, occupation, view.commands);
                    });
                });
        }
        // That part chooses its sector itself.
        let filters = match self.tab {
            Tab::Sectors => Filters { sector: None, ..self.filters.clone() },
            _ => self.filters.clone(),
        };
        let kept = filters.kept_of(&context);
        egui::CentralPanel::default()
            .frame(egui::Frame::NONE)
            .show(ui, |ui| self.part(ui, view, &filters, &kept));
        if self.is_lost() != lost {
            ui.ctx().request_repaint();
        }
    }

    /// Words are searched in the table of occupations, and none is found, as last drawn.
    fn is_lost(&self) -> bool {
        self.tab == Tab::Table && !self.filters.text.trim().is_empty() && self.grid.shown() == 0
    }

    #[cfg(test)]
    pub fn look_at_map(&mut self) {
        self.tab = Tab::Map;
    }

    /// The map as it is drawn, to be written.
    pub fn map_shot(&self, session: &Session) -> Option<Shot> {
        self.map.shot(session)
    }

    /// The occupations that the filters keep; `None` before there are results.
    pub fn kept(&self, session: &Session) -> Option<BTreeSet<Fap>> {
        Some(self.filters.kept_of(&session.context()?))
    }

    fn part(&mut self, ui: &mut Ui, view: &mut View<'_>, filters: &Filters, kept: &BTreeSet<Fap>) {
        let (Some((document, revision)), Some(context)) =
            (view.session.document(), view.session.context())
        else {
            return;
        };
        let tag = filters.tag();
        let keep = |row: &Row| row.occupation.is_none_or(|code| kept.contains(&code));
        let wanted = Wanted { text: &filters.text, tag: &tag, keep: &keep };
        let words = (filters.text.as_str(), tag.as_str());
        let mut looks = Looks::default();
        let hidden = self.hidden_in(&context);
        let of_class = context.class_help();
        let lost = self.is_lost();
        let (grid, id) = match self.tab {
            Tab::Table => {
                looks = Looks {
                    cut: context.results.cut,
                    hidden: Some(&hidden),
                    picked: Some(self.side.picked()),
                    help: Some(("class", &of_class)),
                    beside: view.selected.is_some() || ui.available_width() < NARROW,
                };
                (&mut self.grid, "diagnostic")
            }
            Tab::Causes => (&mut self.causes, "causes"),
            Tab::Evolution => (&mut self.evolution, "evolution"),
            Tab::Reliability => (&mut self.reliability, "fiabilite"),
            Tab::Side => return self.side.show(ui, view, revision),
            Tab::Couples => return self.couples.show(ui, view, revision),
            Tab::Method => return method::show(ui, view),
            Tab::Basins => return self.basins.show(ui, view, (&filters.text, filters.keep)),
            Tab::Map => return self.map.show(ui, view),
            Tab::Beside => return self.beside.show(ui, view, &filters.text),
            Tab::Groups => {
                if let Some(group) = self.groups.show(ui, view, &filters.text) {
                    self.filters = Filters { group: Some(group), ..Filters::default() };
                    self.tab = Tab::Table;
                }
                return;
            }
            Tab::Sectors => return self.sectors.show(ui, view, words, kept),
            Tab::Comparison => return self.comparison.show(ui, view, words, kept),
            Tab::Quadrant => {
                if quadrant(ui, view, &context, kept) {
                    self.tab = Tab::Table;
                }
                return;
            }
        };
        let Some(table) = document.table(id) else { return };
        if lost {
            for said in filters::nothing(&context, &filters.text) {
                prose(ui, &said);
            }
        }
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
                prose(
                    ui,
                    &validation_sentence(
                        validation,
                        context.results.territory.territory,
                        context.catalog,
                    ),
                );
            }
        }
        let looks = (view.selected, looks);
        let events = grid.show_as(ui, (table, revision), &wanted, looks, &view.session.catalog);
        if let Some(code) = events.picked.filter(|_| self.tab == Tab::Table) {
            self.side.toggle(code);
        }
        view.follow(events);
    }

    fn tools(&mut self, ui: &mut Ui, view: &mut View<'_>) {
        ui.horizontal_wrapped(|ui| {
            for tab in Tab::ALL {
                // Without shapes there is nothing to draw; beside is reached by its own button.
                let idle = match tab {
                    Tab::Map => {
                        let maps = &view.session.maps;
                        maps.shapes().is_none() && !maps.is_running() && !maps.is_stopped()
                    }
                    Tab::Side => self.tab != Tab::Side,
                    _ => false,
                };
                if !idle {
                    ui.selectable_value(&mut self.tab, tab, view.text(tab.title()));
                }
            }
        });
        let Some(more) = self.tab.filters() else {
            ui.separator();
            return;
        };
        let mut called = None;
        ui.horizontal_wrapped(|ui| {
            self.filters.fields(ui, view, more);
            if self.tab == Tab::Table {
                self.columns(ui, view);
            }
            let Self { filters, tab, grid, hidden, views, .. } = self;
            let now = || {
                let session = view.session;
                filters.saved(SavedView {
                    tab: tab.id().to_owned(),
                    sort: grid.sorted().map(|(id, descending)| (id.to_owned(), descending)),
                    hidden: hidden.clone(),
                    comparison: Some(session.comparison().id().to_owned()),
                    ..SavedView::default()
                })
            };
            let saved = now();
            called = views.menu(ui, view, &|| saved.clone());
            save_ui(ui, view);
            self.counts(ui, view);
        });
        ui.separator();
        if let Some(saved) = called {
            self.call(&saved, view);
        }
    }

    /// How many are shown of how many, and the way to look at those picked side by side.
    fn counts(&mut self, ui: &mut Ui, view: &View<'_>) {
        let catalog = &view.session.catalog;
        match self.tab {
            Tab::Basins => {
                let count = self.basins.grid.count(catalog);
                weak(ui, &catalog.with("window-rows", &[("count", (&count).into())]));
            }
            Tab::Table => {
                let Some(context) = view.session.context() else { return };
                let text = filters::count(&context, self.grid.shown());
                let text = egui::RichText::new(text).color(palette(ui).quiet);
                // In one piece, whatever the width of the window.
                ui.add(egui::Label::new(text).extend());
                // Always there, and always as wide: a tick must not move the rows under the pointer.
                let picked = self.side.picked().len();
                let text = |count: u32| catalog.with("side-go", &[("count", count.into())]);
                let font = egui::TextStyle::Button.resolve(ui.style());
                let width = |text: String| {
                    let ink = ui.visuals().text_color();
                    ui.painter().layout_no_wrap(text, font.clone(), ink).size().x
                };
                let widest = (0..=side::MOST).map(|count| width(text(count))).fold(0.0, f32::max);
                let room = egui::vec2(widest + 2.0 * ui.spacing().button_padding.x, 0.0);
                let count = u32::try_from(picked).unwrap_or(u32::MAX);
                let go = egui::Button::new(text(count)).min_size(room);
                if ui.add_enabled(picked > 1, go).clicked() {
                    self.tab = Tab::Side;
                }
                let clear = egui::Button::new(view.text("side-clear"));
                if ui.add_enabled(picked > 0, clear).clicked() {
                    self.side.clear();
                }
            }
            _ => {}
        }
    }

    /// Which columns of the table are shown; code and label always are.
    fn columns(&mut self, ui: &mut Ui, view: &View<'_>) {
        let Some((document, _)) = view.session.document() else { return };
        let Some(table) = document.table("diagnostic") else { return };
        let config =
            MenuConfig::new().close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside);
        MenuButton::new(view.text("columns-title")).config(config).ui(ui, |ui| {
            let shown = table.columns.iter().filter(|column| column.shown != Shown::File);
            for column in shown.filter(|column| !matches!(column.id, "code" | "label")) {
                let mut on = !self.hidden.contains(column.id);
                if ui.checkbox(&mut on, &column.title).changed() {
                    if on {
                        self.hidden.remove(column.id);
                    } else {
                        self.hidden.insert(column.id.to_owned());
                    }
                }
            }
        });
    }

    /// Columns that are not shown: those that the user hides, and without a survey of projects those
    /// that would all be empty.
    fn hidden_in(&self, context: &Context<'_>) -> BTreeSet<String> {
        let of_class = ["class", "class-grade"];
        let empty = EMPTY_WITHOUT.iter();
        let empty = empty.chain(of_class.iter().filter(|_| context.results.scale.is_none()));
        let empty = empty.filter(|_| context.results.bmo.is_none());
        self.hidden.iter().cloned().chain(empty.map(|id| (*id).to_owned())).collect()
    }

    /// Calls a saved view back.
    fn call(&mut self, saved: &SavedView, view: &mut View<'_>) {
        self.filters = Filters::of(saved);
        self.hidden.clone_from(&saved.hidden);
        self.grid.sort_by(saved.sort.clone());
        let tab = Tab::ALL.into_iter().find(|tab| tab.id() == saved.tab);
        self.tab = tab.filter(|tab| tab.filters().is_some()).unwrap_or_default();
        if let Some(id) = &saved.comparison
            && id != view.session.comparison().id()
        {
            view.send(Command::Do(Edit::Comparison(id.clone())));
        }
    }
}

/// The quadrant, what it is relative to, and the same in words; true: its table is asked for.
fn quadrant(ui: &mut Ui, view: &mut View<'_>, context: &Context<'_>, kept: &BTreeSet<Fap>) -> bool {
    let keep = |occupation: &Occupation| kept.contains(&occupation.code);
    let summary = context.quadrant_summary(&keep);
    if context.results.bmo.is_none() {
        prose(ui, &summary);
        return false;
    }
    let drawn = ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        prose(ui, &context.quadrant_reference());
        weak(ui, &summary);
        let asked = ui.horizontal(|ui| {
            let pictures =
                [("map-save", Kind::Quadrant), ("chart-save-intervals", Kind::Intervals)];
            for (key, kind) in pictures {
                if ui.button(view.text(key)).clicked() {
                    view.send(Command::Ask(Dialog::ChartPicture(kind, None)));
                }
            }
            ui.button(view.text("quadrant-table")).clicked()
        });
        (asked.inner, plot::quadrant(ui, context, &summary, view.selected, &keep))
    });
    let (asked, chosen) = drawn.inner;
    if let Some((code, explained)) = chosen {
        view.send(Command::Select(code));
        let occupation = context.results.occupations.iter().find(|one| one.code == code);
        if let Some(one) = occupation.filter(|_| explained) {
            let base = &one.benchmarks.territory.projects;
            let figure = context.posterior(&one.pressure, base);
            let asked = Asked::of_occupation(context, figure, code);
            view.send(Command::Explain(Box::new(asked)));
        }
    }
    asked
}
