//! One candidate: what it stands on, the terms that can be changed, who may pay, what employers
//! commit to, what is measured, what may go wrong.

use super::terms::Term;
use super::{decide, devices, parts, precedents};
use crate::analysis::planning::Plan;
use crate::format::{date, integer};
use crate::matching::supply::Offer;
use crate::model::Date;
use crate::model::planning::{Changes, Part};
use crate::recommend::proposal::{Measure, Proposal};
use crate::ui::command::Begun;
use crate::ui::screens::View;
use crate::ui::screens::action::begin_ui;
use crate::ui::theme::palette;
use crate::ui::widgets::field::{lines, parsed};
use crate::ui::widgets::{facts, prose, section, weak};
use crate::words::{choice as choices, parts as told, plan as words, supply};
use egui::{Label, RichText, Ui};

/// Passing state.
#[derive(Debug, Default)]
pub struct Editor {
    /// The term whose last text was not taken, of which candidate, with that text and the key of
    /// why.
    unread: Option<(String, Term, String, &'static str)>,
}

impl Editor {
    pub fn show(&mut self, ui: &mut Ui, view: &mut View<'_>, plan: &Plan, proposal: &Proposal) {
        let id = proposal.id();
        let planning = &view.session.project.decisions().planning;
        let changes = planning.changes_of(&id).cloned().unwrap_or_default();
        head(ui, view, plan, proposal, &changes);
        self.terms(ui, view, proposal, &changes);
        parts::engaged_ui(ui, view, proposal, &changes);
        note(ui, view, &id, &changes);
        cost_and_dates(ui, view, proposal);
        risks(ui, view, proposal);
        commitments(ui, view, proposal);
        precedents::precedents_ui(ui, view, proposal);
        supply_ui(ui, view, proposal);
        devices::devices_ui(ui, view, &proposal.request);
        measures(ui, view);
        parts::parts_ui(ui, view, proposal, &changes);
        if proposal.by_hand && ui.button(view.text("planned-by-hand-remove")).clicked() {
            decide(view, |planning| {
                planning.added.remove(&id);
                planning.changes.remove(&id);
            });
        }
    }

    fn terms(&mut self, ui: &mut Ui, view: &mut View<'_>, proposal: &Proposal, changes: &Changes) {
        section(ui, &view.text("planned-terms"));
        weak(ui, &view.text("planned-terms-about"));
        for term in Term::ALL {
            self.term(ui, view, (proposal, changes), term);
        }
    }

    fn term(
        &mut self,
        ui: &mut Ui,
        view: &mut View<'_>,
        (proposal, changes): (&Proposal, &Changes),
        term: Term,
    ) {
        let id = proposal.id();
        let catalog = &view.session.catalog;
        let name = view.text(&format!("planned-term-{}", term.id()));
        let mut after = changes.clone();
        ui.add_space(2.0);
        ui.horizontal_wrapped(|ui| {
            let label = ui.label(crate::format::prose(&name));
            let shown = term.shown(proposal, changes, catalog);
            let width = if term.is_long() { 220.0 } else { 84.0 };
            let salt = format!("{id} {}", term.id());
            if let Some(text) = parsed(ui, &salt, &shown, width, label.id) {
                let read = term.write(&text, &mut after, catalog.language());
                let refused = if !read {
                    Some("planned-unread")
                } else if term.is_out_of_order(&after, &proposal.computed) {
                    after.clone_from(changes);
                    Some("planned-group-order")
                } else {
                    None
                };
                self.unread = refused.map(|why| (id.clone(), term, text, why));
            }
            if term.is_changed(changes) {
                let from = RichText::new(view.text("proposal-from-user")).strong();
                ui.label(from.color(palette(ui).check));
            }
        });
        let computed = term.computed(proposal, catalog);
        if term.is_changed(changes) {
            ui.horizontal_wrapped(|ui| {
                weak(ui, &catalog.with("planned-computed", &[("text", (&computed).into())]));
                let back = catalog.with("planned-back", &[("name", (&name).into())]);
                if ui.button(back).clicked() {
                    term.back(&mut after);
                }
            });
        } else {
            weak(ui, &computed);
        }
        if let Some((of, unread, text, why)) = &self.unread
            && (of, *unread) == (&id, term)
        {
            let told = catalog.with(why, &[("found", text.into())]);
            ui.label(RichText::new(crate::format::prose(&told)).color(palette(ui).flagged));
        }
        if after != *changes {
            decide(view, |planning| planning.change(&id, after));
        }
    }
}

fn head(ui: &mut Ui, view: &mut View<'_>, plan: &Plan, proposal: &Proposal, changes: &Changes) {
    let id = proposal.id();
    let catalog = &view.session.catalog;
    let label = view.session.occupation(proposal.key.occupation);
    let label = label.map_or("", |found| found.label.as_str());
    ui.add(Label::new(RichText::new(label).size(18.0).strong()).wrap());
    let format = view.text(&format!("proposal-format-{}", proposal.key.format.id()));
    let audience = view.text(&format!("audience-{}", proposal.key.audience.id()));
    weak(ui, &format!("{format} · {audience} · {}", proposal.key.occupation));
    match plan.chosen().and_then(|answer| Some((answer.choice.taken(&id)?, answer))) {
        Some((taken, answer)) => {
            let text = taken_words(plan, taken, view);
            let text = catalog.with("planned-is-chosen", &[("text", (&text).into())]);
            ui.add(Label::new(RichText::new(crate::format::prose(&text)).strong()).wrap());
            if let Some(kept) = choices::survival(&answer.survival, &id, catalog) {
                weak(ui, &kept);
            }
        }
        None => left(ui, view, plan, &id),
    }
    let mut aside = changes.set_aside;
    if ui.checkbox(&mut aside, view.text("planned-set-aside")).changed() {
        let after = Changes { set_aside: aside, ..changes.clone() };
        decide(view, |planning| planning.change(&id, after));
    }
    begin_ui(ui, &view.session.catalog, Begun::Programme(id.clone()), view.commands);
    let verdict = view.text(&format!("verdict-{}", proposal.verdict.id()));
    section(ui, &verdict);
    let trained = view.session.trained();
    let conclusion = trained.and_then(|(all, _)| all.verdicts.get(&proposal.key.occupation));
    if let Some(conclusion) = conclusion {
        prose(ui, &supply::why(conclusion, &view.session.catalog));
    }
    let need = words::need(&proposal.need, &view.session.catalog);
    prose(ui, &view.session.catalog.with("plan-line-need", &[("text", (&need).into())]));
}

/// « 12 places en 1 session, 28 000 € ; 7,2 personnes qui restent (5 à 9) ».
pub fn taken_words(
    plan: &Plan,
    taken: &crate::recommend::choice::Taken,
    view: &View<'_>,
) -> String {
    let catalog = &view.session.catalog;
    let brings = taken.brings;
    let cost = words::sum(plan, taken, catalog);
    let bounds = words::interval(brings.low, brings.high, 1, catalog);
    let people = words::people(brings.value, catalog);
    let of = [
        ("sessions", taken.sessions.into()),
        ("places", taken.places.into()),
        ("cost", (&cost).into()),
        ("people", (&people).into()),
        ("bounds", (&bounds).into()),
    ];
    catalog.with("plan-taken", &of)
}

/// Why the candidate is left, where a choice was made.
fn left(ui: &mut Ui, view: &View<'_>, plan: &Plan, id: &str) {
    let catalog = &view.session.catalog;
    if let Some(unsure) =
        plan.proposal(id).filter(|_| plan.selection.unconfirmed.iter().any(|one| one == id))
    {
        let text = words::unconfirmed(unsure, catalog);
        prose(ui, &catalog.with("planned-is-left", &[("text", (&text).into())]));
    }
    if plan.selection.kept_out().iter().any(|one| one == id)
        && let Some(unpriced) = plan.proposal(id)
    {
        let text = words::place_cost(&unpriced.terms, catalog);
        prose(ui, &catalog.with("planned-is-left", &[("text", (&text).into())]));
    }
    let Some(answer) = plan.chosen() else { return };
    let Some(left) = answer.left.iter().find(|left| left.id == id) else { return };
    let reason = choices::reason(&left.reason, &|id: &str| name_of(view, plan, id), catalog);
    prose(ui, &catalog.with("planned-is-left", &[("text", (&reason).into())]));
}

/// A candidate by its identifier, in a few words.
pub fn name_of(view: &View<'_>, plan: &Plan, id: &str) -> String {
    plan.proposal(id).map_or_else(|| id.to_owned(), |one| named(view, one))
}

pub fn named(view: &View<'_>, proposal: &Proposal) -> String {
    let found = view.session.occupation(proposal.key.occupation);
    let label = found.map_or("", |found| found.label.as_str());
    words::name(&proposal.key, label, &view.session.catalog)
}

fn note(ui: &mut Ui, view: &mut View<'_>, id: &str, changes: &Changes) {
    let label = ui.label(view.text("planned-note"));
    let salt = format!("{id} note");
    if let Some(text) = lines(ui, &salt, &changes.note, 2, label.id) {
        let after = Changes { note: text, ..changes.clone() };
        decide(view, |planning| planning.change(id, after));
    }
}

/// € of one session, least and most, and the day it could begin.
fn cost_and_dates(ui: &mut Ui, view: &View<'_>, proposal: &Proposal) {
    let catalog = &view.session.catalog;
    let terms = &proposal.terms;
    let session = |places: u32| {
        let sum = proposal.cost(1, places)?;
        let places = integer(f64::from(places), catalog.language());
        let sum = words::marked(sum, terms.assumption.is_some(), catalog);
        let of = [("places", (&places).into()), ("sum", (&sum).into())];
        Some(catalog.with("planned-session-of", &of))
    };
    let sums: Vec<String> =
        [terms.least_group, terms.most_group].into_iter().filter_map(session).collect();
    let mut told = Vec::new();
    if !sums.is_empty() {
        told.push((view.text("planned-one-session"), sums.join(&view.text("list-separator"))));
    }
    let decided = view.session.today.ordinal() + 7 * i64::from(terms.lead_weeks);
    if let Some(day) = Date::from_ordinal(decided) {
        told.push((view.text("planned-could-start"), date(day, catalog.language())));
    }
    if let Some(support) = &proposal.support {
        told.push((view.text("planned-support"), words::support(support, catalog)));
    }
    facts(ui, "planned-sums", &told);
}

/// Certifications aimed at, and bodies that teach it, nearest first.
fn supply_ui(ui: &mut Ui, view: &View<'_>, proposal: &Proposal) {
    let catalog = &view.session.catalog;
    let Some(occupation) = view.session.occupation(proposal.key.occupation) else { return };
    let at = |place: &usize| occupation.supply.certifications.get(*place);
    section(ui, &view.text("planned-certifications"));
    let mut none = true;
    for found in proposal.certifications.iter().filter_map(at) {
        none = false;
        let mut text = found.label.clone();
        if let Some(register) = found.register {
            text = format!("{text} ({register})");
        }
        if let Some(until) = found.until {
            let day = date(until, catalog.language());
            let of = [("text", (&text).into()), ("date", (&day).into())];
            text = catalog.with("planned-certification-until", &of);
        }
        prose(ui, &text);
    }
    if none {
        let known = occupation.supply.certifications_known;
        weak(ui, &view.text(if known { "supply-none-found" } else { "supply-not-loaded" }));
    }
    section(ui, &view.text("planned-providers"));
    let mut seen: Vec<&Offer> = Vec::new();
    for offer in proposal.providers.iter().filter_map(|at| occupation.supply.offers.get(*at)) {
        if seen.iter().all(|other| other.provider != offer.provider) {
            seen.push(offer);
        }
    }
    for offer in &seen {
        let ring = view.text(&format!("ring-{}", offer.ring.id()));
        prose(ui, &format!("{} ({ring})", offer.provider));
    }
    if seen.is_empty() {
        let known = occupation.supply.offers_known;
        weak(ui, &view.text(if known { "supply-none-found" } else { "supply-not-loaded" }));
    }
}

fn commitments(ui: &mut Ui, view: &View<'_>, proposal: &Proposal) {
    section(ui, &view.text("planned-commitments"));
    if proposal.commitment_required {
        ui.add(Label::new(RichText::new(view.text("plan-commitment")).strong()).wrap());
        let catalog = &view.session.catalog;
        prose(ui, &told::standing(Part::Commitment, proposal, None, &[], catalog));
    } else {
        prose(ui, &view.text("planned-commitment-free"));
    }
    let mut told = vec![(view.text("column-lead"), view.text(&format!("lead-{}", proposal.lead)))];
    if !proposal.also.is_empty() {
        let names = proposal.also.iter().map(|one| view.text(&format!("audience-{}", one.id())));
        let names: Vec<String> = names.collect();
        told.push((view.text("planned-also"), names.join(&view.text("list-separator"))));
    }
    facts(ui, "planned-lead", &told);
}

fn measures(ui: &mut Ui, view: &View<'_>) {
    let list = |ui: &mut Ui, all: &[Measure]| {
        for one in all {
            ui.horizontal_wrapped(|ui| {
                weak(ui, "•");
                prose(ui, &view.text(&format!("measure-{}", one.id())));
            });
        }
    };
    section(ui, &view.text("planned-achievement"));
    list(ui, &Measure::ACHIEVEMENT);
    section(ui, &view.text("planned-result"));
    list(ui, &Measure::RESULT);
}

fn risks(ui: &mut Ui, view: &View<'_>, proposal: &Proposal) {
    section(ui, &view.text("column-risks"));
    if proposal.risks.is_empty() {
        weak(ui, &view.text("planned-no-risk"));
    }
    for risk in &proposal.risks {
        prose(ui, &view.text(&format!("risk-{}", risk.id())));
    }
}
