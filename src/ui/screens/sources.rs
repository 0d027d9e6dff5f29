//! Sources: drop files, see what each was, what was refused and where.

use crate::analysis::results::{SourceView, Usage};
use crate::analysis::stacking::Pair;
use crate::format;
use crate::model::fold;
use crate::model::{Issue, Kind, Reason, Severity};
use crate::project::{Edit, Origin, Source};
use crate::readers::ReadTable;
use crate::ui::command::{Command, Dialog, Step};
use crate::ui::dating;
use crate::ui::reading::Loaded;
use crate::ui::screens::{View, disagreement, mapping};
use crate::ui::theme::palette;
use crate::ui::widgets::{prose, section, weak};
use crate::words::together;
use egui::{RichText, ScrollArea, Ui};
use std::sync::Arc;

/// Issues of a table drawn at once.
const SHOWN_ISSUES: usize = 200;

/// Passing state.
#[derive(Default)]
pub struct Screen {
    chosen: Option<Origin>,
    /// Only the issues that speak of this.
    filter: String,
    /// The columns of a file under way.
    pub mapping: mapping::Screen,
    /// Two files that disagree.
    looked: disagreement::Looked,
}

impl Screen {
    pub fn show(&mut self, ui: &mut Ui, view: &mut View<'_>) {
        if self.mapping.show(ui, view) {
            return;
        }
        buttons(ui, view);
        progress(ui, view);
        found_work(ui, view);
        disagreement::banner(ui, view, &mut self.looked);
        disagreement::window(ui, view, &mut self.looked);
        let sources = view.session.project.decisions().sources.clone();
        if sources.is_empty() {
            welcome(ui, view);
            return;
        }
        let chosen = self
            .chosen
            .clone()
            .filter(|origin| sources.iter().any(|source| source.origin == *origin));
        let chosen = chosen.or_else(|| sources.first().map(|source| source.origin.clone()));
        egui::Panel::right("source-details")
            .resizable(true)
            .default_size((ui.available_width() * 0.3).clamp(280.0, 400.0))
            .size_range(280.0..=640.0)
            .show(ui, |ui| {
                ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                    if let Some(origin) = &chosen {
                        self.details(ui, view, &sources, origin);
                    }
                });
            });
        egui::CentralPanel::default().frame(egui::Frame::NONE).show(ui, |ui| {
            ScrollArea::both().auto_shrink(false).show(ui, |ui| {
                self.list(ui, view, &sources, chosen.as_ref());
            });
        });
    }

    fn list(&mut self, ui: &mut Ui, view: &View<'_>, sources: &[Source], chosen: Option<&Origin>) {
        let language = view.session.catalog.language();
        let grey = palette(ui).quiet;
        egui::Grid::new("sources").num_columns(8).striped(true).spacing([12.0, 8.0]).show(
            ui,
            |ui| {
                for key in [
                    "column-file",
                    "column-kind",
                    "column-vintage",
                    "column-rows-read",
                    "column-rows-kept",
                    "column-rows-refused",
                    "column-rows-empty",
                ] {
                    ui.label(RichText::new(view.text(key)).color(grey));
                }
                ui.label("");
                ui.end_row();
                let inputs = view.session.inputs();
                for source in sources {
                    let name = source.origin.name();
                    let picked = chosen == Some(&source.origin);
                    let width = 226.0;
                    ui.allocate_ui(egui::vec2(width, 26.0), |ui| {
                        ui.set_width(width);
                        if ui.add(egui::Button::selectable(picked, &name).truncate()).clicked() {
                            self.chosen = Some(source.origin.clone());
                        }
                    });
                    match view.session.loaded(&source.origin) {
                        Some(Loaded::Read(tables)) => {
                            summary(ui, view, tables, language);
                            ui.label(RichText::new(aside(view, &inputs, tables)).color(grey));
                        }
                        state => {
                            ui.label(view.text(state_key(state)));
                        }
                    }
                    ui.end_row();
                }
            },
        );
    }

    fn details(&mut self, ui: &mut Ui, view: &mut View<'_>, sources: &[Source], origin: &Origin) {
        ui.label(RichText::new(origin.name()).strong().size(16.0));
        if let Origin::File(path) = origin {
            let folder = path.parent().map(|folder| folder.display().to_string());
            weak(ui, &folder.unwrap_or_default());
        }
        ui.horizontal(|ui| {
            if ui.button(view.text("sources-remove")).clicked() {
                view.send(Command::Do(Edit::RemoveSource(origin.clone())));
            }
            if ui.button(view.text("sources-read-again")).clicked() {
                view.send(Command::ReadAgain(origin.clone()));
            }
        });
        if let Some(Loaded::Read(tables)) = view.session.loaded(origin) {
            let tables = tables.clone();
            map_buttons(ui, view, origin, &tables);
            for table in &tables {
                dating::details(ui, view, table);
            }
        }
        let listed = sources.iter().find(|source| source.origin == *origin);
        let saved = listed.and_then(|source| source.fingerprint.clone());
        let now = view.session.fingerprint(origin);
        if saved.is_some() && now.is_some() && saved != now {
            prose(ui, &view.text("sources-changed"));
        }
        match view.session.loaded(origin) {
            Some(Loaded::Read(tables)) => {
                together_ui(ui, view, tables);
                for table in tables {
                    self.table(ui, view, table);
                }
            }
            Some(Loaded::Refused(why)) => {
                prose(ui, why);
            }
            Some(Loaded::Missing) => {
                let left_out = listed.is_some_and(|source| source.left_out);
                let key = if left_out { "sources-left-out-help" } else { "sources-missing-help" };
                prose(ui, &view.text(key));
            }
            _ => {}
        }
    }

    fn table(&mut self, ui: &mut Ui, view: &View<'_>, table: &ReadTable) {
        let catalog = &view.session.catalog;
        let language = catalog.language();
        section(ui, &catalog.text(&format!("kind-{}", table.kind.id())));
        if let Some(sheet) = &table.sheet {
            weak(ui, &catalog.with("place-sheet", &[("sheet", sheet.into())]));
        }
        let number = |count: u32| format::integer(f64::from(count), language);
        let rows = table.rows;
        prose(
            ui,
            &catalog.with(
                "cli-rows",
                &[
                    ("read", (&number(rows.read)).into()),
                    ("kept", (&number(rows.kept)).into()),
                    ("refused", (&number(rows.refused)).into()),
                    ("empty", (&number(rows.empty)).into()),
                ],
            ),
        );
        if table.masked_cells > 0 {
            let count = number(table.masked_cells);
            prose(ui, &catalog.with("cli-masked", &[("count", (&count).into())]));
        }
        if table.kind != Kind::Unknown {
            if !table.kind.serves() {
                prose(ui, &catalog.text("sources-not-used"));
            } else if let Some(usage) = usage(view, table) {
                let usage = catalog.text(&format!("usage-{}", usage.id()));
                prose(ui, &catalog.with("sources-usage", &[("usage", (&usage).into())]));
            }
            weak(ui, &catalog.text("sources-why"));
            for reason in &table.reasons {
                ui.label(format!("– {}", format::prose(&catalog.reason(reason))));
            }
        }
        let issues = table.issues.as_slice();
        if issues.is_empty() {
            weak(ui, &catalog.text("sources-no-issue"));
            return;
        }
        section(ui, &catalog.text("sources-issues"));
        let label = ui.label(catalog.text("window-search"));
        ui.add(egui::TextEdit::singleline(&mut self.filter).desired_width(220.0))
            .labelled_by(label.id);
        let needle = fold(&self.filter);
        let colours = palette(ui);
        // A refused cell is told with what it holds.
        let is_hidden = view.sharing && table.kind.may_name_respondents();
        let told = |issue: &Issue| {
            let hidden = || catalog.text("sharing-hidden");
            (catalog.place(issue), if is_hidden { hidden() } else { catalog.issue(issue) })
        };
        let is_wanted = |issue: &&Issue| {
            let (place, sentence) = told(issue);
            fold(&format!("{sentence} {place}")).contains(&needle)
        };
        // All of them are looked through, those found first are shown.
        let found: Vec<&Issue> = if needle.is_empty() {
            issues.iter().collect()
        } else {
            issues.iter().filter(is_wanted).collect()
        };
        if found.is_empty() {
            weak(ui, &catalog.text("sources-issue-not-found"));
        }
        for issue in found.iter().take(SHOWN_ISSUES) {
            let (place, sentence) = told(issue);
            let colour = match issue.severity {
                Severity::Error => colours.flagged,
                Severity::Warning => colours.presumed,
                Severity::Notice => colours.quiet,
            };
            ui.horizontal_wrapped(|ui| {
                ui.label(RichText::new(catalog.severity(issue.severity)).color(colour).strong());
                if !place.is_empty() {
                    ui.label(RichText::new(format::prose(&place)).color(colours.quiet));
                }
                ui.label(format::prose(&sentence));
            });
        }
        let hidden = found.len().saturating_sub(SHOWN_ISSUES) + table.issues.beyond() as usize;
        if hidden > 0 {
            let count = hidden.to_string();
            prose(ui, &catalog.with("cli-beyond", &[("count", (&count).into())]));
        }
    }
}

/// Maps the columns of a file of no known layout; looks again at a mapping, or takes it away.
fn map_buttons(ui: &mut Ui, view: &mut View<'_>, origin: &Origin, tables: &[Arc<ReadTable>]) {
    let mapped = tables.iter().find_map(|table| {
        table.reasons.iter().find_map(|reason| match reason {
            Reason::Mapped { confirmed_on } => Some((table.kind, confirmed_on.clone())),
            _ => None,
        })
    });
    let unknown = tables.iter().any(|table| table.kind == Kind::Unknown);
    if mapped.is_none() && !unknown {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        let key = if mapped.is_some() { "mapping-again" } else { "mapping-open" };
        if ui.button(RichText::new(view.text(key)).strong()).clicked() {
            view.send(Command::MapColumns(origin.clone()));
        }
        let Some((kind, file)) = mapped else { return };
        let known = view.session.project.decisions().mappings.iter();
        let mapping = known.rev().find(|m| m.kind == kind && m.confirmed_on == file).cloned();
        if let Some(mapping) = mapping
            && ui.button(view.text("mapping-remove")).clicked()
        {
            view.send(Command::Do(Edit::Unmap(mapping)));
        }
    });
}

const fn state_key(state: Option<&Loaded>) -> &'static str {
    match state {
        Some(Loaded::Missing) => "sources-missing",
        Some(Loaded::Refused(_)) => "sources-refused",
        Some(Loaded::Cancelled) => "sources-cancelled",
        _ => "sources-waiting",
    }
}

/// Kind, vintage and rows of a source; the data sheet of a workbook with several.
fn summary(
    ui: &mut Ui,
    view: &View<'_>,
    tables: &[Arc<ReadTable>],
    language: crate::model::Language,
) {
    // The first of equals: the answers to further questions follow the table of their form.
    let Some(table) = tables.iter().rev().max_by_key(|table| table.rows.kept) else { return };
    let kind = view.text(&format!("kind-{}", table.kind.id()));
    let errors = table.issues.as_slice().iter().any(|issue| issue.severity == Severity::Error);
    let colour = if errors || table.kind == Kind::Unknown {
        palette(ui).flagged
    } else {
        ui.visuals().text_color()
    };
    let short: String = if kind.chars().count() > 34 {
        kind.chars().take(33).chain(['…']).collect()
    } else {
        kind.clone()
    };
    let marked = if errors || table.kind == Kind::Unknown { format!("! {short}") } else { short };
    ui.label(RichText::new(marked).color(colour)).on_hover_text(kind);
    ui.label(table.vintage.map(|year| year.to_string()).unwrap_or_default());
    let rows = table.rows;
    for (place, count) in [rows.read, rows.kept, rows.refused, rows.empty].into_iter().enumerate() {
        // What could not be read at all has no number of rows.
        let number = if rows.read == 0 && matches!(table.kind, Kind::Unknown | Kind::Map) {
            "—".to_owned()
        } else {
            format::integer(f64::from(count), language)
        };
        let text = RichText::new(number);
        let text = if place == 2 && count > 0 { text.color(colour).strong() } else { text };
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| ui.label(text));
    }
}

/// What the tables of a source make with those of others.
fn with_others<'a>(
    view: &'a View<'_>,
    inputs: &'a [Arc<ReadTable>],
    tables: &'a [Arc<ReadTable>],
) -> impl Iterator<Item = &'a Pair> {
    let own = |place: usize| {
        let input = inputs.get(place);
        input.is_some_and(|input| tables.iter().any(|table| Arc::ptr_eq(table, input)))
    };
    view.session.stacking().iter().filter(move |pair| own(pair.before) || own(pair.after))
}

/// Why a source counts for nothing, in a word; empty when it counts.
fn aside(view: &View<'_>, inputs: &[Arc<ReadTable>], tables: &[Arc<ReadTable>]) -> String {
    let of = |place: Option<usize>| {
        let input = inputs.get(place?)?;
        tables.iter().any(|table| Arc::ptr_eq(table, input)).then_some(())
    };
    let pair = with_others(view, inputs, tables).find(|pair| of(pair.set_aside()).is_some());
    pair.map(|pair| view.text(&format!("stacking-aside-{}", pair.link.id()))).unwrap_or_default()
}

/// What a table is worth for the results at hand; `None` where they were made without it.
fn usage(view: &View<'_>, table: &ReadTable) -> Option<Usage> {
    let same = |source: &&SourceView| {
        source.fingerprint == table.fingerprint
            && source.file == table.file
            && source.sheet == table.sheet
            && source.kind == table.kind
    };
    view.session.results()?.sources.iter().find(same).map(|source| source.usage)
}

/// Series, breaks and files set aside that a source has part in.
fn together_ui(ui: &mut Ui, view: &View<'_>, tables: &[Arc<ReadTable>]) {
    let inputs = view.session.inputs();
    let name = |place: usize| inputs.get(place).map(|table| table.file.clone()).unwrap_or_default();
    let catalog = &view.session.catalog;
    let told: Vec<String> = with_others(view, &inputs, tables)
        .map(|pair| together::stacking(pair, &name, catalog))
        .collect();
    if told.is_empty() {
        return;
    }
    section(ui, &catalog.text("stacking-with-others"));
    for sentence in told {
        prose(ui, &sentence);
    }
}

fn buttons(ui: &mut Ui, view: &mut View<'_>) {
    ui.horizontal_wrapped(|ui| {
        if ui.button(view.text("sources-add-files")).clicked() {
            view.send(Command::Ask(Dialog::AddFiles));
        }
        if ui.button(view.text("sources-add-folder")).clicked() {
            view.send(Command::Ask(Dialog::AddFolder));
        }
        if ui.button(view.text("sources-sample")).clicked() {
            view.send(Command::Sample);
        }
        weak(ui, &view.text("sources-never-touched"));
        if view.session.choices().is_some_and(|choices| !choices.territories.is_empty()) {
            let chosen = view.session.project.decisions().territory.is_some();
            let key = if chosen { "sources-see-diagnosis" } else { "sources-choose-territory" };
            if ui.button(RichText::new(view.text(key)).strong()).clicked() {
                view.send(Command::Go(Step::Diagnosis));
            }
        }
    });
    ui.separator();
}

fn progress(ui: &mut Ui, view: &mut View<'_>) {
    let Some((name, rows, done, all)) = view.session.progress() else { return };
    let catalog = &view.session.catalog;
    let rows = format::integer(f64::from(rows), catalog.language());
    let (done, of) = (done.to_string(), all.to_string());
    let text = catalog.with(
        "sources-reading",
        &[
            ("name", (&name).into()),
            ("rows", (&rows).into()),
            ("done", (&done).into()),
            ("of", (&of).into()),
        ],
    );
    ui.horizontal(|ui| {
        ui.label(text);
        if ui.button(view.text("window-cancel")).clicked() {
            view.send(Command::CancelReading);
        }
    });
}

/// Work of another session, until it is taken or refused.
fn found_work(ui: &mut Ui, view: &mut View<'_>) {
    let Some(told) = view.recovery else { return };
    egui::Frame::group(ui.style()).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            prose(ui, told);
            if ui.button(view.text("sources-recover")).clicked() {
                view.send(Command::Recover);
            }
            if ui.button(view.text("sources-forget")).clicked() {
                view.send(Command::ForgetRecovery);
            }
        });
    });
}

fn welcome(ui: &mut Ui, view: &mut View<'_>) {
    ui.vertical_centered(|ui| {
        ui.add_space(50.0);
        ui.label(RichText::new(view.text("sources-drop")).size(20.0).strong());
        ui.add_space(6.0);
        prose(ui, &view.text("sources-drop-help"));
        ui.add_space(14.0);
        if !view.settings.recent.is_empty() {
            section(ui, &view.text("menu-recent"));
            for path in view.settings.recent.clone() {
                if ui.link(path.display().to_string()).clicked() {
                    view.send(Command::Open(path));
                }
            }
        }
    });
}
