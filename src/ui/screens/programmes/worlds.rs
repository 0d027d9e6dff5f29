//! What is without a scenario, and two scenarios beside it: what is reached, spent, chosen, and
//! what each occupation lacks, with the difference.

use crate::analysis::planning::Plan;
use crate::analysis::{Results, planning};
use crate::format::{decimal, integer};
use crate::i18n::Catalog;
use crate::model::{Fap, Language};
use crate::recommend::proposal::Proposal;
use crate::recommend::verdict::{Conclusion, Verdict};
use crate::report::document::{Cell, Column, Row, Shown, Table};
use crate::ui::command::Command;
use crate::ui::screens::View;
use crate::ui::session::planning::Other;
use crate::ui::widgets::grid::{Grid, Wanted};
use crate::ui::widgets::{prose, weak};
use crate::words::{plan as words, supply};
use egui::{ComboBox, Ui};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What the table was made of.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Key {
    plan: u64,
    trained: u64,
    others: u64,
    names: [Option<String>; 2],
    language: Language,
}

/// Passing state.
#[derive(Debug, Default)]
pub struct Worlds {
    grid: Grid,
    made: Option<(Key, Table)>,
    revision: u64,
}

/// One world: without a scenario, or with one.
struct World<'a> {
    results: &'a Results,
    verdicts: &'a BTreeMap<Fap, Conclusion>,
    plan: &'a Plan,
}

impl Worlds {
    pub fn show(&mut self, ui: &mut Ui, view: &mut View<'_>) {
        sides(ui, view);
        let (Some((trained, trained_at)), Some((plan, plan_at))) =
            (view.session.trained(), view.session.plan())
        else {
            return;
        };
        let (trained, plan) = (Arc::clone(trained), Arc::clone(plan));
        let others = [0, 1].map(|side| view.session.other(side).map(Arc::clone));
        let found: Vec<&Arc<Other>> = others.iter().flatten().collect();
        if found.is_empty() {
            let asked = view.session.compared_scenarios().iter().any(Option::is_some);
            let planning = &view.session.project.decisions().planning;
            let key = if planning.scenarios.is_empty() || !asked {
                "scenarios-none"
            } else {
                "window-working"
            };
            prose(ui, &view.text(key));
            return;
        }
        for other in &found {
            changed(ui, view, &plan, other);
        }
        let base = World { results: &trained.results, verdicts: &trained.verdicts, plan: &plan };
        let key = Key {
            plan: plan_at,
            trained: trained_at,
            others: view.session.others_revision(),
            names: others.each_ref().map(|other| Some(other.as_ref()?.scenario.name.clone())),
            language: view.session.catalog.language(),
        };
        if self.made.as_ref().map(|(known, _)| known) != Some(&key) {
            let mut worlds = vec![(view.text("scenarios-baseline"), base)];
            for other in &found {
                let Other { results, verdicts, plan, scenario, .. } = &***other;
                worlds.push((scenario.name.clone(), World { results, verdicts, plan }));
            }
            self.made = Some((key, table(&worlds, &view.session.catalog)));
            self.revision += 1;
        }
        let Some((_, table)) = &self.made else { return };
        let wanted = Wanted { text: "", tag: "all", keep: &|_| true };
        let catalog = &view.session.catalog;
        let events = self.grid.show(ui, (table, self.revision), &wanted, view.selected, catalog);
        view.follow(events);
    }
}

/// Which scenarios stand beside each other.
fn sides(ui: &mut Ui, view: &mut View<'_>) {
    let planning = &view.session.project.decisions().planning;
    let names: Vec<String> = planning.scenarios.iter().map(|one| one.name.clone()).collect();
    let mut sides = view.session.compared_scenarios().clone();
    for side in &mut sides {
        *side = side.take().filter(|name| names.contains(name));
    }
    let before = sides.clone();
    ui.horizontal_wrapped(|ui| {
        for (side, key) in sides.iter_mut().zip(["scenarios-first", "scenarios-second"]) {
            let label = ui.label(view.text(key));
            let none = view.text("scenarios-no-one");
            ComboBox::from_id_salt(key)
                .selected_text(side.clone().unwrap_or_else(|| none.clone()))
                .width(170.0)
                .show_ui(ui, |ui| {
                    ui.selectable_value(side, None, &none);
                    for name in &names {
                        ui.selectable_value(side, Some(name.clone()), name);
                    }
                })
                .response
                .labelled_by(label.id);
        }
    });
    if sides != before {
        view.send(Command::Compare(sides));
    }
}

/// What a scenario changes, in a sentence.
fn changed(ui: &mut Ui, view: &View<'_>, plan: &Plan, other: &Other) {
    let catalog = &view.session.catalog;
    let found = planning::difference(plan, &other.plan);
    let value = |objective: Option<f64>| {
        objective.map_or_else(|| view.text("plan-nothing"), |value| words::people(value, catalog))
    };
    let (before, after) = (value(found.objective.0), value(found.objective.1));
    let count = |len: usize| u32::try_from(len).unwrap_or(u32::MAX);
    let name = [("name", (&other.scenario.name).into())];
    let title = catalog.with("plan-scenario", &name);
    let of = [("before", (&before).into()), ("after", (&after).into())];
    let reached = catalog.with("plan-scenario-objective", &of);
    let of = [
        ("moved", count(found.moved.len()).into()),
        ("gone", count(found.gone.len()).into()),
        ("come", count(found.come.len()).into()),
    ];
    let counts = catalog.with("scenarios-counts", &of);
    ui.strong(crate::format::prose(&title));
    prose(ui, &reached);
    weak(ui, &counts);
    let label = |code: &str| {
        let found = code.parse().ok().and_then(|code| view.session.occupation(code));
        found.map_or_else(|| code.to_owned(), |one| one.label.clone())
    };
    for idle in planning::without_effect(&other.scenario, &other.results) {
        let told = words::supposition(idle, &label, catalog);
        prose(ui, &format!("{told} ({})", view.text("scenario-without-effect")));
    }
}

fn table(worlds: &[(String, World<'_>)], catalog: &Catalog) -> Table {
    let ids = ["world-base", "world-first", "world-second"];
    let column = |id, title: String, width| Column { id, title, width, shown: Shown::Everywhere };
    let mut columns = vec![
        column("label", catalog.text("scenarios-what"), 34),
        column("kind", catalog.text("scenarios-of"), 18),
    ];
    columns.extend(worlds.iter().zip(ids).map(|((name, _), id)| column(id, name.clone(), 17)));
    let worlds: Vec<&World<'_>> = worlds.iter().map(|(_, world)| world).collect();
    let mut rows = totals(&worlds, catalog);
    rows.extend(choices(&worlds, catalog));
    rows.extend(occupations(&worlds, catalog));
    Table {
        id: "worlds",
        title: catalog.text("planned-as-scenarios"),
        about: String::new(),
        columns,
        rows,
        chart: None,
    }
}

/// A number with what differs from the first world.
fn numbers(values: &[Option<f64>], shape: &dyn Fn(f64) -> String, catalog: &Catalog) -> Vec<Cell> {
    let base = values.first().copied().flatten();
    let cells = values.iter().enumerate().map(|(place, value)| {
        let Some(value) = *value else {
            return Cell::Said { text: catalog.text("plan-nothing"), order: None };
        };
        let mut text = shape(value);
        if let (Some(base), true) = (base, place > 0) {
            let by = value - base;
            let told = if by.abs() < 1e-9 {
                catalog.text("scenarios-same")
            } else if by > 0.0 {
                format!("+{}", shape(by))
            } else {
                shape(by)
            };
            text = format!("{text} ({told})");
        }
        Cell::Said { text, order: Some(value) }
    });
    cells.collect()
}

fn line(key: String, occupation: Option<Fap>, [label, kind]: [String; 2], cells: Vec<Cell>) -> Row {
    let mut all = vec![Cell::text(label), Cell::text(kind)];
    all.extend(cells);
    Row::new(key, occupation, all)
}

fn totals(worlds: &[&World<'_>], catalog: &Catalog) -> Vec<Row> {
    let language = catalog.language();
    let one = |key: &str, of: &dyn Fn(&World<'_>) -> Option<f64>, digits: usize| {
        let values: Vec<Option<f64>> = worlds.iter().map(|world| of(world)).collect();
        let shape = |value: f64| decimal(value, digits, language);
        let label = catalog.text(&format!("scenarios-total-{key}"));
        let named = [label, catalog.text("scenarios-kind-total")];
        line(format!("total/{key}"), None, named, numbers(&values, &shape, catalog))
    };
    let count = |len: usize| u32::try_from(len).ok().map(f64::from);
    let training = |world: &World<'_>| {
        let asked = |found: &&Conclusion| found.verdict.is_training();
        count(world.verdicts.values().filter(asked).count())
    };
    let places = |world: &World<'_>| {
        let taken = &world.plan.chosen()?.choice.taken;
        Some(taken.iter().map(|one| f64::from(one.places)).sum())
    };
    let occupations = |world: &World<'_>| {
        let taken = world.plan.chosen()?.choice.taken.iter();
        count(taken.map(|one| one.occupation).collect::<BTreeSet<Fap>>().len())
    };
    // Without money nothing is spent, which is not 0 €.
    let spent = |world: &World<'_>| {
        let paid = world.plan.selection.unpaid.is_none();
        world.plan.chosen().filter(|_| paid).map(|answer| answer.choice.spent.values().sum())
    };
    vec![
        one("objective", &|world| Some(world.plan.chosen()?.choice.objective), 1),
        one("spent", &spent, 0),
        one("places", &places, 0),
        one("occupations", &occupations, 0),
        one("candidates", &|world| count(world.plan.proposals.len()), 0),
        one("training", &training, 0),
    ]
}

/// Places of each candidate that is chosen in one of the worlds.
fn choices(worlds: &[&World<'_>], catalog: &Catalog) -> Vec<Row> {
    let mut known: BTreeMap<String, (&Proposal, &Results)> = BTreeMap::new();
    for world in worlds {
        let taken = world.plan.chosen().map(|answer| answer.choice.taken.as_slice());
        for one in taken.unwrap_or_default() {
            if let Some(proposal) = world.plan.proposal(&one.id) {
                known.entry(one.id.clone()).or_insert((proposal, world.results));
            }
        }
    }
    let whole = |value: f64| integer(value, catalog.language());
    let rows = known.into_iter().map(|(id, (proposal, results))| {
        let places = |world: &&World<'_>| {
            let answer = world.plan.chosen()?;
            Some(answer.choice.taken(&id).map_or(0.0, |taken| f64::from(taken.places)))
        };
        let values: Vec<Option<f64>> = worlds.iter().map(places).collect();
        let code = proposal.key.occupation;
        let name = words::name(&proposal.key, label(results, code), catalog);
        let cells = numbers(&values, &whole, catalog);
        let named = [name, catalog.text("column-chosen-places")];
        line(format!("places/{id}"), Some(code), named, cells)
    });
    rows.collect()
}

/// Verdict and gap of each occupation where they differ from the first world.
fn occupations(worlds: &[&World<'_>], catalog: &Catalog) -> Vec<Row> {
    let Some(base) = worlds.first() else { return Vec::new() };
    let mut rows = Vec::new();
    let differ = |texts: &[String]| texts.iter().any(|text| Some(text) != texts.first());
    let mut add = |code: Fap, key: &str, texts: Vec<String>| {
        if differ(&texts) {
            let cells = texts.into_iter().map(Cell::text).collect();
            let named = [label(base.results, code).to_owned(), catalog.text(key)];
            rows.push(line(format!("{key}/{}", code.code()), Some(code), named, cells));
        }
    };
    for occupation in &base.results.occupations {
        let code = occupation.code;
        let verdict = |world: &&World<'_>| {
            let verdict: Option<Verdict> = world.verdicts.get(&code).map(|found| found.verdict);
            verdict.map_or_else(String::new, |one| catalog.text(&format!("verdict-{}", one.id())))
        };
        add(code, "column-verdict", worlds.iter().map(verdict).collect());
        let gap = |world: &&World<'_>| {
            let balance = world.results.balances.get(&code);
            balance.map_or_else(String::new, |balance| supply::gap_words(balance, catalog))
        };
        add(code, "column-gap-3y", worlds.iter().map(gap).collect());
        let need = |world: &&World<'_>| {
            let needs = world.results.balances.get(&code).and_then(|balance| balance.needs);
            supply::span(needs.and_then(|all| all.get(1).copied()), catalog, catalog.language())
        };
        add(code, "column-need-3y", worlds.iter().map(need).collect());
    }
    rows
}

fn label(results: &Results, code: Fap) -> &str {
    let found = results.occupations.iter().find(|one| one.code == code);
    found.map_or("", |one| one.label.as_str())
}
