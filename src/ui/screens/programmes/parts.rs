//! The parts of a candidate that are told in words, each with what was computed beside what is
//! written over it; how it is run; what employers promise, commit to and are.

use super::decide;
use crate::model::Audience;
use crate::model::planning::{Changes, Part, Promised, Way};
use crate::recommend::proposal::Proposal;
use crate::reference::financing::Contract;
use crate::ui::screens::View;
use crate::ui::theme::palette;
use crate::ui::widgets::field::{lines, parsed, whole};
use crate::ui::widgets::{section, weak};
use crate::words::parts as words;
use egui::{ComboBox, RichText, Ui};

/// Longest promise that is asked about, in months.
const MOST_MONTHS: u32 = 36;

pub fn parts_ui(ui: &mut Ui, view: &mut View<'_>, proposal: &Proposal, changes: &Changes) {
    section(ui, &view.text("planned-parts"));
    weak(ui, &view.text("planned-parts-about"));
    for part in Part::ALL {
        part_ui(ui, view, (proposal, changes), part);
    }
}

fn part_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    (proposal, changes): (&Proposal, &Changes),
    part: Part,
) {
    let id = proposal.id();
    let catalog = &view.session.catalog;
    let name = view.text(&format!("planned-part-{}", part.id()));
    let supply = view.session.occupation(proposal.key.occupation).map(|one| &one.supply);
    let devices = view.session.adjusted();
    let computed = words::computed(part, proposal, supply, devices.devices(), catalog);
    let written = changes.parts.get(&part);
    let shown = written.map_or("", String::as_str);
    let mut after = changes.clone();
    let mut write = |text: String| {
        if text.trim().is_empty() {
            after.parts.remove(&part);
        } else {
            after.parts.insert(part, text);
        }
    };
    ui.add_space(4.0);
    let mut label = None;
    ui.horizontal_wrapped(|ui| {
        label = Some(ui.label(crate::format::prose(&name)).id);
        if written.is_some() {
            let from = RichText::new(view.text("proposal-from-user")).strong();
            ui.label(from.color(palette(ui).check));
            let back = catalog.with("planned-back", &[("name", (&name).into())]);
            if ui.button(back).clicked() {
                write(String::new());
            }
        }
    });
    let told = [("text", (&computed).into())];
    weak(
        ui,
        &catalog
            .with(if written.is_some() { "planned-computed" } else { "planned-part-is" }, &told),
    );
    let salt = format!("{id} part {}", part.id());
    if let Some(text) = label.and_then(|label| lines(ui, &salt, shown, 1, label)) {
        write(text);
    }
    if part == Part::Public
        && let Some(name) = known_public(ui, view)
    {
        let text = if shown.is_empty() { name } else { format!("{shown}, {name}") };
        write(text);
    }
    if after != *changes {
        decide(view, |planning| planning.change(&id, after));
    }
}

/// The publics that the program knows, and the territory's own targets of its plan of action.
fn known_public(ui: &mut Ui, view: &View<'_>) -> Option<String> {
    let targets = &view.session.project.decisions().actions.targets;
    let own = targets.iter().map(|one| one.name.clone());
    let known = Audience::ALL.into_iter();
    let all: Vec<String> =
        own.chain(known.map(|one| view.text(&format!("audience-{}", one.id())))).collect();
    let mut chosen = None;
    ui.horizontal_wrapped(|ui| {
        let label = ui.label(view.text("planned-public-add"));
        ComboBox::from_id_salt("planned-public")
            .selected_text(view.text("links-choose-public"))
            .width(220.0)
            .show_ui(ui, |ui| {
                for name in all {
                    if ui.selectable_label(false, &name).clicked() {
                        chosen = Some(name);
                    }
                }
            })
            .response
            .labelled_by(label.id);
    });
    chosen
}

/// How it is run; what employers promise; how many they employ; whether they committed themselves.
pub fn engaged_ui(ui: &mut Ui, view: &mut View<'_>, proposal: &Proposal, changes: &Changes) {
    let id = proposal.id();
    let mut after = changes.clone();
    section(ui, &view.text("planned-engaged"));
    ui.horizontal_wrapped(|ui| {
        let label = ui.label(view.text("planned-way"));
        let name = |way: Way| view.text(&format!("way-{}", way.id()));
        let mut way = proposal.terms.way;
        ComboBox::from_id_salt("planned-way")
            .selected_text(name(way))
            .width(260.0)
            .show_ui(ui, |ui| {
                for one in Way::ALL {
                    ui.selectable_value(&mut way, one, name(one));
                }
            })
            .response
            .labelled_by(label.id);
        if way != proposal.terms.way {
            after.way = (way != proposal.computed.way).then_some(way);
        }
        if changes.way.is_some() {
            let from = RichText::new(view.text("proposal-from-user")).strong();
            ui.label(from.color(palette(ui).check));
        }
    });
    if changes.way.is_some() {
        let computed = view.text(&format!("way-{}", proposal.computed.way.id()));
        let told = [("text", (&computed).into())];
        weak(ui, &view.session.catalog.with("planned-computed", &told));
    }
    promise_ui(ui, view, (&id, changes), &mut after);
    ui.horizontal_wrapped(|ui| {
        let label = ui.label(view.text("planned-employer-size"));
        let shown = changes.employer_size.map_or_else(String::new, |size| size.to_string());
        let salt = format!("{id} employer");
        if let Some(text) = parsed(ui, &salt, &shown, 84.0, label.id) {
            after.employer_size = whole(&text, view.session.catalog.language());
        }
    });
    if proposal.commitment_required {
        ui.checkbox(&mut after.committed, view.text("planned-committed"));
        if !after.committed {
            let warned = RichText::new(view.text("risk-not-committed"));
            ui.label(warned.color(palette(ui).flagged));
        }
    }
    if after != *changes {
        decide(view, |planning| planning.change(&id, after));
    }
}

fn promise_ui(ui: &mut Ui, view: &View<'_>, (id, changes): (&str, &Changes), after: &mut Changes) {
    let name = |promise: Option<&Promised>| match promise {
        None => view.text("planned-promise-unknown"),
        Some(Promised::Nothing) => view.text("planned-promise-nothing"),
        Some(Promised::Made { contract, .. }) => view.text(&format!("contract-{contract}")),
    };
    ui.horizontal_wrapped(|ui| {
        let label = ui.label(view.text("planned-promise"));
        ComboBox::from_id_salt("planned-promise")
            .selected_text(name(changes.promise.as_ref()))
            .width(240.0)
            .show_ui(ui, |ui| {
                let contracts = Contract::ALL.into_iter().map(|one| {
                    Some(Promised::Made { contract: one.id().to_owned(), months: None })
                });
                for one in [None, Some(Promised::Nothing)].into_iter().chain(contracts) {
                    let text = name(one.as_ref());
                    let is = name(changes.promise.as_ref()) == text;
                    if ui.selectable_label(is, text).clicked() && !is {
                        after.promise = one;
                    }
                }
            })
            .response
            .labelled_by(label.id);
        if let Some(Promised::Made { contract, months }) = &changes.promise {
            let label = ui.label(view.text("planned-promise-months"));
            let shown = months.map_or_else(String::new, |months| months.to_string());
            let salt = format!("{id} months");
            if let Some(text) = parsed(ui, &salt, &shown, 56.0, label.id) {
                let months = whole(&text, view.session.catalog.language());
                let months = months.filter(|months| (1..=MOST_MONTHS).contains(months));
                let contract = contract.clone();
                after.promise = Some(Promised::Made { contract, months });
            }
        }
    });
}
