//! A plan of action as a page for a terminal.

use crate::actions::due::too_many;
use crate::actions::places::{by_programme, has_places, reasons, steps};
use crate::cli::plan_status::Told;
use crate::format;
use crate::i18n::Catalog;
use crate::model::action::indicator::{Indicator, Measure};
use crate::model::action::sheet::{Action, Status};
use crate::words::actions as words;
use std::fmt::Write as _;

pub fn page(told: &Told, catalog: &Catalog) -> String {
    let plan = &told.plan;
    if plan.actions.is_empty() && plan.indicators.is_empty() {
        return format!("{}\n", catalog.text("plan-status-none"));
    }
    let mut out = String::new();
    let date = format::date(told.date, catalog.language());
    let title = match plan.year {
        Some(year) => {
            let year = year.to_string();
            let of = [("year", (&year).into()), ("date", (&date).into())];
            catalog.with("plan-status-title", &of)
        }
        None => catalog.with("plan-status-title-undated", &[("date", (&date).into())]),
    };
    let _ = writeln!(out, "{title}");
    for status in Status::ALL {
        let of: Vec<&Action> = plan.actions.iter().filter(|one| one.status == status).collect();
        if of.is_empty() {
            continue;
        }
        let name = catalog.text(&format!("plan-status-{}", status.id()));
        let count = format::integer(count(of.len()), catalog.language());
        let of_status = [("name", (&name).into()), ("count", (&count).into())];
        let _ = writeln!(out, "\n{}", catalog.with("plan-status-group", &of_status));
        for action in of {
            let _ = writeln!(out, "  {}", line(told, action, catalog));
        }
    }
    let mut part = |heading: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            let _ = writeln!(out, "\n{}", catalog.text(&format!("plan-status-part-{heading}")));
            for line in lines {
                let _ = writeln!(out, "  {line}");
            }
        }
    };
    let mut to_settle: Vec<String> =
        told.findings.iter().map(|one| words::finding(plan, one, catalog)).collect();
    to_settle.extend(too_many(plan).map(|indicators| words::too_many(indicators, catalog)));
    part("findings", to_settle);
    part("late", told.late.iter().map(|one| words::due(plan, one, catalog)).collect());
    let indicators = plan.indicators.iter().zip(&told.again);
    let measured = indicators.map(|(one, again)| measured(one, again.as_ref(), catalog));
    part("indicators", measured.collect());
    part("places", places(told, catalog));
    part("figures", figures(told, catalog));
    out
}

fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

/// `A17  Titre — chef de file : Greta — fin le 30/06/2025`.
fn line(told: &Told, action: &Action, catalog: &Catalog) -> String {
    let mut parts = vec![action.title.clone()];
    if let Some(lever) = &action.lever {
        parts.push(words::name(&told.plan, lever, catalog));
    }
    let leads: Vec<String> =
        action.lead.iter().map(|id| words::name(&told.plan, id, catalog)).collect();
    if !leads.is_empty() {
        let leads = leads.join(", ");
        parts.push(catalog.with("plan-status-lead", &[("lead", (&leads).into())]));
    }
    if let Some(link) = &action.programme
        && told.is_gone(&link.key) == Some(true)
    {
        let gone = words::programme_gone(&link.name, catalog);
        parts.push(catalog.with("plan-status-programme", &[("programme", (&gone).into())]));
    }
    if let Some(ends) = action.ends {
        let ends = format::date(ends, catalog.language());
        parts.push(catalog.with("plan-status-ends", &[("date", (&ends).into())]));
    }
    format!("{}  {}", action.id, parts.join(" — "))
}

/// `part des projets difficiles : 41,7 % le 01/12/2025, départ 52 %, cible 40 %`, and what the files
/// measure of it.
fn measured(indicator: &Indicator, again: Option<&Measure>, catalog: &Catalog) -> String {
    let with_unit = |value| {
        let value = words::number(value, catalog);
        let of = [("value", (&value).into()), ("unit", indicator.unit.as_str().into())];
        catalog.with("plan-indicator-value", &of).trim_end().to_owned()
    };
    let mut parts = Vec::new();
    match indicator.latest() {
        Some(measure) => {
            let (value, date) =
                (with_unit(measure.value), format::date(measure.date, catalog.language()));
            let of = [("value", (&value).into()), ("date", (&date).into())];
            parts.push(catalog.with("plan-indicator-latest", &of));
        }
        None => parts.push(catalog.text("plan-indicator-never")),
    }
    for (key, value) in [("baseline", indicator.baseline), ("target", indicator.target)] {
        if let Some(value) = value {
            let value = with_unit(value);
            let of = [("value", (&value).into())];
            parts.push(catalog.with(&format!("plan-indicator-{key}"), &of));
        }
    }
    if let Some(measure) = again {
        let value = with_unit(measure.value);
        let of = [("value", (&value).into()), ("source", (&measure.source).into())];
        parts.push(catalog.with("plan-indicator-again", &of));
    }
    format!("{}{}{}", indicator.name, catalog.text("colon"), parts.join(", "))
}

/// The title of an action; of one that ended in a closed year, with it.
fn titled(title: &str, closed: Option<u16>, catalog: &Catalog) -> String {
    let Some(year) = closed else { return title.to_owned() };
    let year = year.to_string();
    catalog.with("plan-status-ended", &[("action", title.into()), ("year", (&year).into())])
}

fn places(told: &Told, catalog: &Catalog) -> Vec<String> {
    let mut lines = Vec::new();
    let here = told.plan.actions.iter().map(|action| (None, action));
    let ended = told.plan.ended().map(|(year, action)| (Some(year.year), action));
    for (year, action) in here.chain(ended).filter(|(_, action)| has_places(action)) {
        lines.push(titled(&action.title, year, catalog));
        let of_action = steps(action);
        let shown = of_action.iter().filter_map(|step| words::step(step, catalog));
        lines.extend(shown.map(|text| format!("  {text}")));
        for (date, reason) in reasons(action) {
            let date = format::date(date, catalog.language());
            let of = [("date", (&date).into()), ("reason", reason.into())];
            lines.push(format!("  {}", catalog.with("plan-places-reason", &of)));
        }
    }
    // A programme of one action says no more than it.
    for programme in by_programme(&told.plan).iter().filter(|one| one.actions.len() > 1) {
        let of = [("programme", (&programme.name).into())];
        lines.push(catalog.with("plan-places-programme", &of));
        let shown = programme.steps.iter().filter_map(|step| words::step(step, catalog));
        lines.extend(shown.map(|text| format!("  {text}")));
    }
    lines
}

fn figures(told: &Told, catalog: &Catalog) -> Vec<String> {
    let mut lines = Vec::new();
    for taken in told.taken.iter().filter(|one| !one.figures.is_empty()) {
        let date = format::date(taken.on.date, catalog.language());
        let title = titled(&taken.title, taken.closed, catalog);
        let of = [("action", (&title).into()), ("date", (&date).into())];
        let key =
            if taken.is_last { "plan-status-decision" } else { "plan-status-decision-before" };
        lines.push(catalog.with(key, &of));
        let shown = taken.figures.iter().map(|one| words::followed(one, catalog));
        lines.extend(shown.map(|text| format!("  {text}")));
        let files = told
            .found
            .iter()
            .flat_map(|found| words::files(&taken.on, &found.present.files, catalog));
        lines.extend(files.map(|text| format!("  {text}")));
    }
    if !lines.is_empty() {
        lines.push(catalog.text("plan-status-no-cause"));
    }
    lines
}
