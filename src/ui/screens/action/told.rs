//! Sentences of the plan that lead to what they are about: what is due, what is to be settled.

use super::To;
use crate::actions::due::{Due, What};
use crate::actions::matrix::Finding;
use crate::format;
use crate::model::action::{ActionPlan, Id};
use crate::ui::screens::View;
use crate::ui::theme::palette;
use crate::words::actions as words;
use egui::{RichText, Ui};

pub fn due(view: &View<'_>, plan: &ActionPlan, due: &Due) -> String {
    words::due(plan, due, &view.session.catalog)
}

/// The same in few words, where the action is known already.
pub fn late(view: &View<'_>, due: &Due) -> String {
    let name = match &due.what {
        What::Milestone { name, .. } => name.clone(),
        What::End { .. } | What::Measure { .. } => view.text("acts-card-end"),
    };
    let days = u32::try_from(due.days).unwrap_or(u32::MAX);
    let days = format::integer(f64::from(days), view.session.catalog.language());
    let of = [("days", (&days).into()), ("name", (&name).into())];
    view.session.catalog.with("acts-card-late", &of)
}

/// The action that something due is of.
pub const fn action_of(due: &Due) -> Option<&Id> {
    match &due.what {
        What::Milestone { action, .. } | What::End { action } => Some(action),
        What::Measure { .. } => None,
    }
}

/// Where what is due leads.
pub fn to_of_due(due: &Due) -> To {
    match &due.what {
        What::Milestone { action, .. } | What::End { action } => To::Action(action.clone()),
        What::Measure { indicator } => To::Indicator(indicator.clone()),
    }
}

pub fn finding(view: &View<'_>, plan: &ActionPlan, finding: &Finding) -> String {
    words::finding(plan, finding, &view.session.catalog)
}

/// Where what is to be settled leads.
pub fn to_of_finding(finding: &Finding) -> To {
    match finding {
        Finding::NoLead { action }
        | Finding::TwoLeads { action, .. }
        | Finding::BrokenLead { action, .. } => To::Lead(action.clone()),
        Finding::Overload { actor, .. } => To::Actor(actor.clone()),
        Finding::Alike { a, .. } => To::Action(a.clone()),
    }
}

/// A sentence that is clicked; `alarming`: it begins with a sign, and has its colour.
pub fn link(ui: &mut Ui, text: &str, alarming: bool) -> bool {
    let text = format::prose(text);
    let response = if alarming {
        let text = RichText::new(format!("▲ {text}")).color(palette(ui).flagged);
        ui.add(egui::Link::new(text))
    } else {
        ui.link(text)
    };
    super::inputs::in_sight(&response);
    response.clicked()
}
