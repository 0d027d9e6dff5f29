//! Money and limits, and the best use of them: chosen, left and why, what more would buy.

use super::lines::Lines;
use super::{beside_form, candidates, costs, decide, editor};
use crate::analysis::planning::{Answer, Plan};
use crate::format::date;
use crate::model::planning::{ANY_FUNDER, Planning};
use crate::recommend::choice::{Objective, Target};
use crate::recommend::funding::rule;
use crate::report::build::planned::{Listed, Tables};
use crate::ui::command::{Command, Dialog};
use crate::ui::screens::View;
use crate::ui::theme::palette;
use crate::ui::widgets::field::{parsed, whole};
use crate::ui::widgets::grid::Grid;
use crate::ui::widgets::{prose, section, weak};
use crate::words::funding::device_fault;
use crate::words::{choice as choices, plan as words};
use egui::{ComboBox, Label, RichText, ScrollArea, TextEdit, Ui};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Passing state.
#[derive(Debug, Default)]
pub struct Panel {
    grid: Grid,
    costs: costs::Panel,
    chosen_only: bool,
    /// A funder about to be given a budget; empty: any.
    funder: String,
    sum: String,
    /// Whom a floor is about to be for.
    target: Option<Target>,
    /// What could not be read: the field's name, and the text.
    unread: Option<(String, String)>,
}

impl Panel {
    pub fn show(
        &mut self,
        ui: &mut Ui,
        view: &mut View<'_>,
        (tables, revision): (&Tables, u64),
        chosen: &mut Option<String>,
    ) {
        let Some(plan) = view.session.plan().map(|(plan, _)| Arc::clone(plan)) else { return };
        egui::Panel::left("planned-budget")
            .resizable(true)
            .default_size(320.0)
            .size_range(260.0..=460.0)
            .show(ui, |ui| {
                ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                    self.form(ui, view, &plan);
                });
            });
        egui::CentralPanel::default().frame(beside_form()).show(ui, |ui| match &plan.answer {
            None => {
                prose(ui, &view.text("planned-ask-budget"));
                if let Some(waiting) = choices::waiting(&plan.selection, &view.session.catalog) {
                    prose(ui, &waiting);
                }
                without_cost(ui, view, &plan);
            }
            Some(Err(error)) => {
                let name = |id: &str| editor::name_of(view, &plan, id);
                prose(ui, &choices::error(error, &name, &view.session.catalog));
            }
            Some(Ok(answer)) => {
                summary(ui, view, (answer, &plan));
                if let Some(listed) = &tables.choice {
                    self.chosen_ui(ui, view, (&plan, listed, revision), chosen);
                }
            }
        });
    }

    fn form(&mut self, ui: &mut Ui, view: &mut View<'_>, plan: &Plan) {
        let planning = view.session.project.decisions().planning.clone();
        self.budgets(ui, view, &planning, plan);
        section(ui, &view.text("planned-limits"));
        objective(ui, view, &planning);
        self.limits(ui, view, &planning);
        self.floors(ui, view, &planning, plan);
        self.costs.show(ui, view, (&planning, plan));
        self.capacities(ui, view, &planning, plan);
        own_devices(ui, view, &planning);
        if let Some((name, text)) = &self.unread {
            let of = [("found", text.into()), ("name", name.into())];
            let told = view.session.catalog.with("planned-unread-of", &of);
            ui.label(RichText::new(crate::format::prose(&told)).color(palette(ui).flagged));
        }
    }

    fn budgets(&mut self, ui: &mut Ui, view: &mut View<'_>, planning: &Planning, plan: &Plan) {
        section(ui, &view.text("planned-budgets"));
        if planning.budgets.is_empty() {
            weak(ui, &view.text("planned-budgets-none"));
        }
        for (who, sum) in &planning.budgets {
            let name = words::funder(who, &view.session.catalog);
            let shown = crate::format::integer(f64::from(*sum), view.session.catalog.language());
            ui.horizontal_wrapped(|ui| {
                let of = [("name", (&name).into())];
                let label = ui.label(view.session.catalog.with("planned-budget-of", &of));
                let salt = format!("budget {who}");
                if let Some(text) = parsed(ui, &salt, &shown, 90.0, label.id) {
                    self.read(&name, &text, read(view, &text), |sum| {
                        decide(view, |all| all.budgets.insert(who.clone(), sum));
                    });
                }
                let remove = view.session.catalog.with("planned-budget-remove", &of);
                if ui.button(remove).clicked() {
                    decide(view, |all| all.budgets.remove(who));
                }
            });
        }
        self.new_budget(ui, view, plan);
    }

    fn new_budget(&mut self, ui: &mut Ui, view: &mut View<'_>, plan: &Plan) {
        ui.horizontal_wrapped(|ui| {
            let label = ui.label(view.text("planned-funder"));
            let hint = view.text("plan-any-funder");
            let edit = TextEdit::singleline(&mut self.funder).hint_text(hint).desired_width(130.0);
            ui.add(edit).labelled_by(label.id);
            ui.menu_button(view.text("planned-known-funders"), |ui| {
                ScrollArea::vertical().max_height(300.0).show(ui, |ui| {
                    if ui.button(view.text("plan-any-funder")).clicked() {
                        self.funder.clear();
                        ui.close();
                    }
                    for name in known_funders(view, plan) {
                        if ui.button(&name).clicked() {
                            self.funder = name;
                            ui.close();
                        }
                    }
                });
            });
        });
        ui.horizontal_wrapped(|ui| {
            let label = ui.label(view.text("planned-sum"));
            let response = ui
                .add(TextEdit::singleline(&mut self.sum).desired_width(90.0))
                .labelled_by(label.id);
            let entered =
                response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
            let sum = read(view, &self.sum);
            let add = egui::Button::new(view.text("planned-budget-add"));
            let pressed = ui.add_enabled(sum.is_some(), add).clicked();
            if let (Some(sum), true) = (sum, pressed || entered) {
                let name = self.funder.trim();
                let who = if name.is_empty() { ANY_FUNDER } else { name }.to_owned();
                decide(view, |all| all.budgets.insert(who, sum));
                self.funder.clear();
                self.sum.clear();
            }
        });
    }

    /// Decides what was read, or says what could not be.
    fn read<T>(&mut self, name: &str, text: &str, read: Option<T>, decide: impl FnOnce(T)) {
        self.unread = None;
        match read {
            Some(value) => decide(value),
            None => self.unread = Some((name.to_owned(), text.to_owned())),
        }
    }

    /// A number of what is chosen, at most; empty: no limit.
    fn at_most(
        &mut self,
        ui: &mut Ui,
        view: &mut View<'_>,
        key: &str,
        present: Option<u32>,
        set: impl FnOnce(&mut Planning, Option<u32>),
    ) {
        ui.horizontal_wrapped(|ui| {
            let name = view.text(key);
            let label = ui.label(crate::format::prose(&name));
            let shown = present.map_or_else(String::new, |n| n.to_string());
            if let Some(text) = parsed(ui, key, &shown, 50.0, label.id) {
                let read = if text.is_empty() { Some(None) } else { read(view, &text).map(Some) };
                let read = read.filter(|most| *most != Some(0));
                self.read(&name, &text, read, |most| decide(view, |all| set(all, most)));
            }
        });
    }

    fn limits(&mut self, ui: &mut Ui, view: &mut View<'_>, planning: &Planning) {
        let language = view.session.catalog.language();
        let (most, places) = (planning.most_occupations, planning.most_places);
        self.at_most(ui, view, "planned-most-occupations", most, |all, n| all.most_occupations = n);
        self.at_most(ui, view, "planned-most-places", places, |all, n| all.most_places = n);
        ui.horizontal_wrapped(|ui| {
            let name = view.text("planned-latest-start");
            let label = ui.label(crate::format::prose(&name));
            let shown = planning.latest_start.map_or_else(String::new, |day| date(day, language));
            if let Some(text) = parsed(ui, "latest start", &shown, 100.0, label.id) {
                let read = if text.is_empty() { Some(None) } else { text.parse().ok().map(Some) };
                self.read(&name, &text, read, |day| decide(view, |all| all.latest_start = day));
            }
        });
        weak(ui, &view.text("planned-limits-empty"));
    }

    /// Places for a public or a sector, at least.
    fn floors(&mut self, ui: &mut Ui, view: &mut View<'_>, planning: &Planning, plan: &Plan) {
        section(ui, &view.text("planned-floors"));
        let sectors = plan.proposals.iter().filter_map(|one| one.sector);
        let publics = plan.proposals.iter().map(|one| Target::Audience(one.key.audience));
        let targets: BTreeSet<Target> =
            publics.chain(sectors.map(|section| Target::Sector(section.into()))).collect();
        let name = |view: &View<'_>, id: &str| {
            let target = Target::from_id(id);
            target.map_or_else(|| id.to_owned(), |one| choices::target(&one, &view.session.catalog))
        };
        for (id, places) in &planning.floors {
            let name = name(view, id);
            ui.horizontal_wrapped(|ui| {
                let label = ui.label(crate::format::prose(&name));
                let salt = format!("floor {id}");
                if let Some(text) = parsed(ui, &salt, &places.to_string(), 50.0, label.id) {
                    self.read(&name, &text, read(view, &text), |places| {
                        decide(view, |all| all.floors.insert(id.clone(), places));
                    });
                }
                let of = [("name", (&name).into())];
                if ui.button(view.session.catalog.with("planned-floor-remove", &of)).clicked() {
                    decide(view, |all| all.floors.remove(id));
                }
            });
        }
        let free: Vec<Target> =
            targets.into_iter().filter(|one| !planning.floors.contains_key(&one.id())).collect();
        if free.is_empty() {
            return;
        }
        ui.horizontal_wrapped(|ui| {
            let label = ui.label(view.text("planned-floor-for"));
            self.target = self.target.take().filter(|one| free.contains(one));
            let shown = match &self.target {
                Some(one) => name(view, &one.id()),
                None => view.text("planned-choose"),
            };
            ComboBox::from_id_salt("planned-floor")
                .selected_text(shown)
                .width(150.0)
                .show_ui(ui, |ui| {
                    for one in &free {
                        let words = name(view, &one.id());
                        ui.selectable_value(&mut self.target, Some(one.clone()), words);
                    }
                })
                .response
                .labelled_by(label.id);
            let add = egui::Button::new(view.text("planned-floor-add"));
            if ui.add_enabled(self.target.is_some(), add).clicked()
                && let Some(one) = self.target.take()
            {
                // A group, to begin with: the number is then changed.
                let places = view.session.adjusted().group().0;
                decide(view, |all| all.floors.insert(one.id(), places));
            }
        });
    }

    /// Places that a body can open in all, at most.
    fn capacities(&mut self, ui: &mut Ui, view: &mut View<'_>, planning: &Planning, plan: &Plan) {
        let bodies: BTreeSet<&String> = plan
            .proposals
            .iter()
            .filter_map(|one| one.terms.provider.as_ref())
            .chain(planning.capacities.keys())
            .collect();
        if bodies.is_empty() {
            return;
        }
        let title = view.text("planned-capacities");
        egui::CollapsingHeader::new(title).id_salt("planned-capacities").show(ui, |ui| {
            for body in bodies {
                let held = planning.capacities.get(body);
                let shown = held.map_or_else(String::new, ToString::to_string);
                ui.horizontal_wrapped(|ui| {
                    let label = ui.label(crate::format::prose(body));
                    let salt = format!("capacity {body}");
                    let Some(text) = parsed(ui, &salt, &shown, 60.0, label.id) else { return };
                    let read =
                        if text.is_empty() { Some(None) } else { read(view, &text).map(Some) };
                    self.read(body, &text, read, |places| {
                        decide(view, |all| {
                            match places {
                                Some(places) => all.capacities.insert(body.clone(), places),
                                None => all.capacities.remove(body),
                            };
                        });
                    });
                });
            }
        });
    }

    fn chosen_ui(
        &mut self,
        ui: &mut Ui,
        view: &mut View<'_>,
        (plan, listed, revision): (&Plan, &Listed, u64),
        chosen: &mut Option<String>,
    ) {
        ui.checkbox(&mut self.chosen_only, view.text("planned-chosen-only"));
        if let Some(id) = chosen.as_ref() {
            reason(ui, view, plan, (listed, id));
        }
        let only = self.chosen_only;
        let keep = |id: &str| !only || candidates::taken(plan, id);
        let lines = Lines { listed, keep: &keep, chosen: chosen.as_deref() };
        let tag = if only { "chosen" } else { "all" };
        let catalog = &view.session.catalog;
        let events = self.grid.show_rows(ui, (&lines, revision), ("", tag), None, catalog);
        if let Some(id) = events.row.and_then(|row| listed.ids.get(row)) {
            *chosen = Some(id.clone());
        }
        view.follow(events);
    }
}

/// Financing devices of the user: their file, or the way to give one.
fn own_devices(ui: &mut Ui, view: &mut View<'_>, planning: &Planning) {
    section(ui, &view.text("planned-devices"));
    match &planning.devices {
        None => {
            weak(ui, &view.text("planned-devices-none"));
        }
        Some(own) => {
            let of = [("file", (&own.file).into())];
            prose(ui, &view.session.catalog.with("planned-devices-of", &of));
            if let Some(error) = view.session.devices_fault() {
                let told = device_fault(&error, &own.file, &view.session.catalog);
                ui.label(RichText::new(crate::format::prose(&told)).color(palette(ui).flagged));
            }
        }
    }
    ui.horizontal_wrapped(|ui| {
        if ui.button(view.text("planned-devices-add")).clicked() {
            view.send(Command::Ask(Dialog::Devices));
        }
        if planning.devices.is_some() && ui.button(view.text("planned-devices-remove")).clicked() {
            decide(view, |all| all.devices = None);
        }
    });
}

/// The row looked at, in full: a cell is too narrow for a reason.
fn reason(ui: &mut Ui, view: &View<'_>, plan: &Plan, (listed, id): (&Listed, &str)) {
    let Some(why) = listed.table.column("why") else { return };
    let row = listed.ids.iter().position(|one| one == id);
    let Some(cell) =
        row.and_then(|row| listed.table.rows.get(row)).and_then(|row| row.cells.get(why))
    else {
        return;
    };
    let name = editor::name_of(view, plan, id);
    let answer = plan.chosen();
    let taken = answer.and_then(|answer| answer.choice.taken(id));
    ui.add(Label::new(RichText::new(crate::format::prose(&name)).strong()).wrap());
    let mut text = cell.shown(&view.session.catalog);
    if let Some(taken) = taken {
        let separator = view.text("list-separator");
        text = format!("{}{separator}{text}", editor::taken_words(plan, taken, view));
    }
    prose(ui, &text);
    let kept =
        answer.and_then(|answer| choices::survival(&answer.survival, id, &view.session.catalog));
    if let Some(kept) = kept {
        weak(ui, &kept);
    }
}

fn objective(ui: &mut Ui, view: &mut View<'_>, planning: &Planning) {
    let label = ui.label(view.text("planned-objective"));
    let name = |id: &str| view.text(&format!("choice-objective-{id}"));
    let mut chosen = planning.objective.clone();
    ComboBox::from_id_salt("planned-objective")
        .selected_text(name(&chosen))
        .width((ui.available_width() - 16.0).max(160.0))
        .truncate()
        .show_ui(ui, |ui| {
            for one in Objective::ALL {
                ui.selectable_value(&mut chosen, one.id().to_owned(), name(one.id()));
            }
        })
        .response
        .labelled_by(label.id);
    if chosen != planning.objective {
        decide(view, |all| all.objective = chosen);
    }
}

/// What is reached, with its proof, what is spent, and what more would buy.
fn summary(ui: &mut Ui, view: &View<'_>, (answer, plan): (&Answer, &Plan)) {
    let asked = &plan.selection;
    let catalog = &view.session.catalog;
    let choice = &answer.choice;
    let objective = &view.session.project.decisions().planning.objective;
    let objective = view.text(&format!("choice-objective-{objective}"));
    let reached = words::people(choice.objective, catalog);
    let of = [("objective", (&objective).into()), ("value", (&reached).into())];
    let text = crate::format::prose(&catalog.with("plan-objective", &of));
    ui.add(Label::new(RichText::new(text).strong().size(15.0)).wrap());
    prose(ui, &choices::proof(choice, asked, catalog));
    for unknown in choices::unknown_funders(asked, catalog) {
        ui.label(RichText::new(crate::format::prose(&unknown)).color(palette(ui).flagged));
    }
    if let Some(unpaid) = choices::unpaid(asked, catalog) {
        prose(ui, &unpaid);
    }
    if let Some(waiting) = choices::waiting(asked, catalog) {
        prose(ui, &waiting);
    }
    without_cost(ui, view, plan);
    let places: u32 = choice.taken.iter().map(|taken| taken.places).sum();
    if asked.unpaid.is_some() {
        prose(ui, &catalog.with("planned-opened", &[("places", places.into())]));
        weak(ui, &view.text("plan-reading"));
        return;
    }
    let spent: Vec<String> =
        choice.spent.iter().map(|(who, sum)| words::paid(who, *sum, catalog)).collect();
    let spent = spent.join(&catalog.text("list-separator"));
    let of = [("places", places.into()), ("list", (&spent).into())];
    prose(ui, &catalog.with("planned-spent", &of));
    for more in &answer.more {
        prose(ui, &choices::more(more, catalog));
    }
    weak(ui, &view.text("plan-reading"));
}

/// Candidates whose cost nothing tells, and what to enter.
fn without_cost(ui: &mut Ui, view: &View<'_>, plan: &Plan) {
    let named = |id: &str| editor::name_of(view, plan, id);
    let told = choices::without_cost(&plan.selection, &named, &view.session.catalog);
    if let Some(told) = told {
        prose(ui, &told);
    }
}

/// Payers of the devices that candidates may use, each once.
fn known_funders(view: &View<'_>, plan: &Plan) -> BTreeSet<String> {
    let devices = view.session.adjusted().devices();
    let mut names = BTreeSet::new();
    for proposal in &plan.proposals {
        for device in devices.iter().filter(|device| proposal.devices.contains(&device.id)) {
            let ruling = rule(device, &proposal.request);
            names.extend(ruling.payers.iter().map(|payer| payer.name.clone()));
        }
    }
    names
}

fn read(view: &View<'_>, text: &str) -> Option<u32> {
    whole(text, view.session.catalog.language())
}
