//! The plan of action in sentences: the same in the window, the documents and on the command line.
//! None says that an action caused what is seen.

use crate::actions::cycle::CycleError;
use crate::actions::due::{Due, What};
use crate::actions::follow::{Change, Content, Followed, Why, content};
use crate::actions::matrix::{Finding, Shared};
use crate::actions::places::Step;
use crate::actions::table::{PasteError, Refused};
use crate::format::{date, decimal, integer, percent_range, points, range, shape};
use crate::i18n::Catalog;
use crate::model::Unit;
use crate::model::action::decided::{Decided, Fingerprint, FrozenFigure, WITHHELD};
use crate::model::action::indicator::{Indicator, Measure};
use crate::model::action::journal::{Entry, Event, former_of, realised_of};
use crate::model::action::sheet::Places;
use crate::model::action::{ActionPlan, Id, Named};
use crate::model::decimal::Decimal;

/// The name of anything of a plan; of what was removed, that it was.
pub fn name(plan: &ActionPlan, id: &str, catalog: &Catalog) -> String {
    match plan.name(id) {
        Named::Here(name) => name.to_owned(),
        Named::Gone(name) => catalog.with("plan-name-gone", &[("name", name.into())]),
        Named::Unknown(id) => catalog.with("plan-name-unknown", &[("id", id.into())]),
    }
}

fn names(plan: &ActionPlan, ids: &[Id], catalog: &Catalog) -> String {
    let all: Vec<String> = ids.iter().map(|id| name(plan, id, catalog)).collect();
    all.join(&catalog.text("list-separator"))
}

/// A number of the user with the decimals it has; one that was computed, with one.
pub fn number(number: Decimal, catalog: &Catalog) -> String {
    // Nobody writes more than two.
    let digits = if number.decimals() > 2 { 1 } else { number.decimals() };
    decimal(number.value(), digits, catalog.language())
}

/// The day of a measure; of one that a survey gave, its year.
pub fn measured_on(measure: &Measure, catalog: &Catalog) -> String {
    match measure.year {
        Some(year) => {
            let year = year.to_string();
            catalog.with("plan-measure-survey", &[("year", (&year).into())])
        }
        None => date(measure.date, catalog.language()),
    }
}

/// The value of a measure, with its interval where its error is known.
pub fn measured(measure: &Measure, catalog: &Catalog) -> String {
    let value = number(measure.value, catalog);
    match (measure.low, measure.high) {
        (Some(low), Some(high)) => {
            let bounds = range(low.value(), high.value(), 0, catalog.language());
            format!("{value} ({bounds})")
        }
        _ => value,
    }
}

/// How an indicator stood: its last measure, where it started, what it aimed at.
pub fn stood(indicator: &Indicator, catalog: &Catalog) -> String {
    let mut parts = Vec::new();
    match indicator.latest() {
        Some(measure) => {
            let (value, date) = (measured(measure, catalog), measured_on(measure, catalog));
            let of = [("value", (&value).into()), ("date", (&date).into())];
            parts.push(catalog.with("plan-indicator-latest", &of));
        }
        None => parts.push(catalog.text("plan-indicator-never")),
    }
    for (key, value) in [("baseline", indicator.baseline), ("target", indicator.target)] {
        if let Some(value) = value {
            let value = number(value, catalog);
            let of = [("value", (&value).into())];
            parts.push(catalog.with(&format!("plan-indicator-{key}"), &of));
        }
    }
    parts.join(&catalog.text("list-separator"))
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// A finding of the matrix.
pub fn finding(plan: &ActionPlan, finding: &Finding, catalog: &Catalog) -> String {
    let key = format!("plan-finding-{}", finding.id());
    let name = |id: &Id| name(plan, id, catalog);
    match finding {
        Finding::NoLead { action } => catalog.with(&key, &[("action", (&name(action)).into())]),
        Finding::TwoLeads { action, actors } => {
            let actors = names(plan, actors, catalog);
            catalog.with(&key, &[("action", (&name(action)).into()), ("actors", (&actors).into())])
        }
        Finding::BrokenLead { action, actor } => {
            let (action, actor) = (name(action), name(actor));
            catalog.with(&key, &[("action", (&action).into()), ("actor", (&actor).into())])
        }
        Finding::Overload { actor, leads, capacity, said } => {
            let listed = names(plan, leads, catalog);
            let usual = "plan-finding-overload-usual";
            catalog.with(
                if *said { &key } else { usual },
                &[
                    ("actor", (&name(actor)).into()),
                    ("count", count(leads.len()).into()),
                    ("capacity", u32::from(*capacity).into()),
                    ("actions", (&listed).into()),
                ],
            )
        }
        Finding::Alike { a, b, shared, .. } => {
            let why = common(plan, shared, catalog);
            catalog.with(
                &key,
                &[("a", (&name(a)).into()), ("b", (&name(b)).into()), ("why", (&why).into())],
            )
        }
    }
}

/// What two actions have in common.
fn common(plan: &ActionPlan, shared: &Shared, catalog: &Catalog) -> String {
    let mut parts = Vec::new();
    if shared.across_actors {
        parts.push(catalog.text("plan-shared-across"));
    }
    if let Some(lever) = &shared.lever {
        let lever = name(plan, lever, catalog);
        parts.push(catalog.with("plan-shared-lever", &[("lever", (&lever).into())]));
    }
    if !shared.targets.is_empty() {
        let list = names(plan, &shared.targets, catalog);
        parts.push(catalog.with("plan-shared-targets", &[("list", (&list).into())]));
    }
    if !shared.occupations.is_empty() {
        let list = shared.occupations.join(", ");
        parts.push(catalog.with("plan-shared-occupations", &[("list", (&list).into())]));
    }
    if !shared.words.is_empty() {
        let list = shared.words.join(", ");
        parts.push(catalog.with("plan-shared-words", &[("list", (&list).into())]));
    }
    parts.join(&catalog.text("list-separator"))
}

/// What is due, and by how much it is late or ahead.
pub fn due(plan: &ActionPlan, due: &Due, catalog: &Catalog) -> String {
    let when = date(due.date, catalog.language());
    let what = match &due.what {
        What::Milestone { action, name: milestone, .. } => {
            let action = name(plan, action, catalog);
            let of = [("milestone", milestone.into()), ("action", (&action).into())];
            catalog.with("plan-due-milestone", &of)
        }
        What::End { action } => {
            let action = name(plan, action, catalog);
            catalog.with("plan-due-end", &[("action", (&action).into())])
        }
        What::Measure { indicator } => {
            let indicator = name(plan, indicator, catalog);
            catalog.with("plan-due-measure", &[("indicator", (&indicator).into())])
        }
    };
    let days = integer(
        f64::from(u32::try_from(due.days.unsigned_abs()).unwrap_or(u32::MAX)),
        catalog.language(),
    );
    let key = match due.days {
        1.. => "plan-due-late",
        0 => "plan-due-today",
        _ => "plan-due-coming",
    };
    catalog
        .with(key, &[("what", (&what).into()), ("date", (&when).into()), ("days", (&days).into())])
}

/// That there are more indicators than anybody keeps up.
pub fn too_many(indicators: usize, catalog: &Catalog) -> String {
    catalog.with("plan-too-many", &[("count", count(indicators).into())])
}

/// A kept figure as the document shows it: `58 % (41–73 %)`.
pub fn figure(figure: &FrozenFigure, catalog: &Catalog) -> String {
    if let Some(hidden) = &figure.hidden {
        let key = if hidden == WITHHELD {
            "plan-withheld".to_owned()
        } else {
            format!("hidden-{hidden}")
        };
        return if catalog.has(&key) { catalog.text(&key) } else { catalog.text("plan-hidden") };
    }
    if !figure.words.is_empty() {
        return figure.words.clone();
    }
    let language = catalog.language();
    let bounds = |low: Decimal, high: Decimal| {
        let (low, high) = (low.value(), high.value());
        match figure.unit {
            Some(unit) if unit.is_share() => percent_range(low, high, 0, language),
            Some(Unit::Kappa | Unit::Ratio) => range(low, high, 2, language),
            Some(Unit::CandidatesPerPost) => range(low, high, 1, language),
            Some(Unit::PerEstablishment) if high < 100.0 => range(low, high, 1, language),
            _ => range(low, high, 0, language),
        }
    };
    let point = figure.value.map(|value| match figure.unit {
        Some(unit) => shape(value.value(), unit, language),
        None => integer(value.value(), language),
    });
    match (point, figure.low, figure.high) {
        (None, Some(low), Some(high)) => bounds(low, high),
        (None, ..) => "—".to_owned(),
        (Some(point), Some(low), Some(high)) => {
            let shown = bounds(low, high);
            let is_one =
                |unit| shape(low.value(), unit, language) == shape(high.value(), unit, language);
            let is_below = figure.value.is_some_and(|value| value < low);
            if !is_below && figure.unit.is_some_and(is_one) {
                return point;
            }
            if is_below {
                let of = [("value", (&point).into()), ("bounds", (&shown).into())];
                return catalog.with("figure-published", &of);
            }
            format!("{point} ({shown})")
        }
        (Some(point), ..) => point,
    }
}

/// A figure as a decision keeps it: what it could not keep is said not kept, which hides nothing of
/// what is published since.
pub fn kept(frozen: &FrozenFigure, catalog: &Catalog) -> String {
    if frozen.is_withheld() { catalog.text("plan-not-kept") } else { figure(frozen, catalog) }
}

/// `58 % (41–73 %) en 2024`.
fn dated(frozen: &FrozenFigure, shown: String, catalog: &Catalog) -> String {
    match frozen.year {
        Some(year) => {
            let year = year.to_string();
            let of = [("value", (&shown).into()), ("year", (&year).into())];
            catalog.with("plan-figure-dated", &of)
        }
        None => shown,
    }
}

/// A difference with its sign, in points for shares.
pub fn difference(followed: &Followed, catalog: &Catalog) -> Option<String> {
    let value = followed.difference?.value();
    let language = catalog.language();
    if followed.then.unit.is_some_and(Unit::is_share) {
        let shown = points(value, language);
        return Some(catalog.with("plan-points", &[("points", (&shown).into())]));
    }
    let shown = match followed.then.unit {
        Some(unit) => shape(value, unit, language),
        None => integer(value, language),
    };
    let above = value > 0.0 && shown != "0";
    Some(if above { format!("+{shown}") } else { shown })
}

/// What a figure was, what it is, and whether the change is larger than the noise.
pub fn followed(followed: &Followed, catalog: &Catalog) -> String {
    let then = kept(&followed.then, catalog);
    // What is not kept is of no year.
    let then =
        if followed.then.is_withheld() { then } else { dated(&followed.then, then, catalog) };
    let label = followed.then.label.as_str();
    let change = change(followed, catalog);
    let Some(now) = &followed.now else {
        let of = [("label", label.into()), ("then", (&then).into()), ("change", (&change).into())];
        return catalog.with("plan-followed-then", &of);
    };
    let now = dated(now, figure(now, catalog), catalog);
    let change = match difference(followed, catalog) {
        Some(difference) => {
            let of = [("difference", (&difference).into()), ("change", (&change).into())];
            catalog.with("plan-followed-difference", &of)
        }
        None => change,
    };
    let of = [
        ("label", label.into()),
        ("then", (&then).into()),
        ("now", (&now).into()),
        ("change", (&change).into()),
    ];
    catalog.with("plan-followed", &of)
}

/// Whether a change is larger than the noise, or why it cannot be said.
pub fn change(followed: &Followed, catalog: &Catalog) -> String {
    match followed.change {
        Change::CannotSay(why) => {
            let why = why_not(why, catalog);
            catalog.with("plan-change-cannot-say", &[("why", (&why).into())])
        }
        other => {
            let level = followed.then.interval().map(|(_, _, level)| level).unwrap_or_default();
            let level = crate::format::percent(f64::from(level) / 100.0, 0, catalog.language());
            catalog.with(&format!("plan-change-{}", other.id()), &[("level", (&level).into())])
        }
    }
}

/// What became of the files of a decision: those that are no longer read as they were, a sentence
/// each.
pub fn files(decided: &Decided, now: &[Fingerprint], catalog: &Catalog) -> Vec<String> {
    let changed = decided.fingerprints.iter().filter_map(|one| {
        let state = content(one, now);
        let of = [("file", (&one.file).into())];
        (state != Content::Same).then(|| catalog.with(&format!("plan-file-{}", state.id()), &of))
    });
    changed.collect()
}

/// The name of a programme that is a candidate no longer.
pub fn programme_gone(name: &str, catalog: &Catalog) -> String {
    catalog.with("plan-programme-gone", &[("name", name.into())])
}

pub fn why_not(why: Why, catalog: &Catalog) -> String {
    catalog.text(&format!("plan-why-{}", why.id()))
}

/// `places ouvertes : 12 sur 12 prévues`; `None` where neither side says anything.
pub fn step(step: &Step, catalog: &Catalog) -> Option<String> {
    let name = catalog.text(&format!("places-{}", step.id));
    let shown = |count: u32| integer(f64::from(count), catalog.language());
    let key = match (step.planned, step.realised) {
        (Some(_), Some(_)) => "plan-places-both",
        (Some(_), None) => "plan-places-planned",
        (None, Some(_)) => "plan-places-realised",
        (None, None) => return None,
    };
    let planned = step.planned.map(shown).unwrap_or_default();
    let realised = step.realised.map(shown).unwrap_or_default();
    let of = [
        ("name", (&name).into()),
        ("planned", (&planned).into()),
        ("realised", (&realised).into()),
    ];
    Some(catalog.with(key, &of))
}

/// What a line of the journal says beside its event: two statuses by their names, a number, what was
/// realised of what was planned.
pub fn entry_words(entry: &Entry, catalog: &Catalog) -> String {
    match entry.event {
        Event::Status => {
            let status = |id: &str| {
                let key = format!("action-status-{id}");
                if catalog.has(&key) { catalog.text(&key) } else { id.to_owned() }
            };
            let both = entry.words.split_once(' ').map(|(from, to)| (status(from), status(to)));
            both.map_or_else(|| entry.words.clone(), |(from, to)| format!("{from} → {to}"))
        }
        Event::Measured => entry
            .words
            .parse::<Decimal>()
            .map_or_else(|_| entry.words.clone(), |value| number(value, catalog)),
        Event::Realised => match realised_of(&entry.words) {
            Some((realised, planned, reason)) => {
                let steps = realised.steps().into_iter().zip(planned.steps()).zip(Places::STEPS);
                let told = steps.filter_map(|((realised, planned), id)| {
                    let realised = Some(realised?);
                    Some(done(&Step { id, planned, realised }, catalog))
                });
                let reason = Some(reason.to_owned()).filter(|reason| !reason.is_empty());
                let parts: Vec<String> = told.chain(reason).collect();
                parts.join(&catalog.text("list-separator"))
            }
            None => entry.words.clone(),
        },
        Event::Evaluated => former_of(&entry.words)
            .map_or_else(|| entry.words.clone(), |(part, former)| evaluated(part, former, catalog)),
        _ => entry.words.clone(),
    }
}

/// « ce qui a été fait, avant : « Deux sessions » ».
fn evaluated(part: &str, former: &str, catalog: &Catalog) -> String {
    let (part, former) = match part {
        "reached" => {
            let key = format!("reached-{former}");
            let said = if catalog.has(&key) { catalog.text(&key) } else { former.to_owned() };
            (catalog.text("plan-evaluated-reached"), said)
        }
        "year" => {
            let (year, former) = former.split_once(' ').unwrap_or((former, ""));
            let year = catalog.with("plan-evaluated-year", &[("year", year.into())]);
            (year, former.to_owned())
        }
        _ => (catalog.text(&format!("plan-evaluated-{part}")), former.to_owned()),
    };
    let key = if former.is_empty() { "plan-evaluated-empty" } else { "plan-evaluated" };
    catalog.with(key, &[("part", (&part).into()), ("former", (&former).into())])
}

/// « entrés en formation : 9 sur 12 ».
fn done(step: &Step, catalog: &Catalog) -> String {
    let shown = |count: u32| integer(f64::from(count), catalog.language());
    let name = catalog.text(&format!("places-{}", step.id));
    let realised = step.realised.map(shown).unwrap_or_default();
    let said = match step.planned.map(shown) {
        Some(planned) => {
            let of = [("realised", (&realised).into()), ("planned", (&planned).into())];
            catalog.with("plan-table-of", &of)
        }
        None => realised,
    };
    format!("{name}{}{said}", catalog.text("colon"))
}

/// A line of the journal: what was done to what, by whom.
pub fn entry(entry: &Entry, catalog: &Catalog) -> String {
    let words = entry_words(entry, catalog);
    let event = catalog.text(&format!("plan-event-{}", entry.event.id()));
    let when = date(entry.date, catalog.language());
    let parts = [event.as_str(), &entry.name, &words];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let what = parts.join(&catalog.text("colon"));
    if entry.who.is_empty() {
        return catalog.with("plan-entry", &[("date", (&when).into()), ("what", (&what).into())]);
    }
    catalog.with(
        "plan-entry-by",
        &[("date", (&when).into()), ("who", (&entry.who).into()), ("what", (&what).into())],
    )
}

/// A row that was not pasted: where, and why.
pub fn refused(refused: &Refused, catalog: &Catalog) -> String {
    let key = format!("plan-paste-{}", refused.why.id());
    let why = catalog.with(&key, &[("text", (&refused.text).into())]);
    let row = refused.row.to_string();
    catalog.with(
        "plan-paste-refused",
        &[("row", (&row).into()), ("column", (&refused.column).into()), ("why", (&why).into())],
    )
}

/// A block of cells of which nothing is taken.
pub fn not_pasted(error: PasteError, catalog: &Catalog) -> String {
    catalog.text(&format!("plan-paste-{}", error.id()))
}

/// A year that cannot begin.
pub fn not_begun(error: &CycleError, catalog: &Catalog) -> String {
    let CycleError::NotAfter { year, last } = error;
    let (year, last) = (year.to_string(), last.to_string());
    catalog.with("plan-cycle-not-after", &[("year", (&year).into()), ("last", (&last).into())])
}

#[cfg(test)]
mod tests;
