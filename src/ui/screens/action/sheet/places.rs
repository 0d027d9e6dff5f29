//! Places planned against realised, from those opened to who is still there a year later, and what
//! is said of a day.

use crate::actions::places;
use crate::format;
use crate::model::action::Id;
use crate::model::action::edit::step;
use crate::model::action::sheet::{Action, Places, Realised};
use crate::ui::screens::View;
use crate::ui::screens::action::desk::Desk;
use crate::ui::screens::action::inputs::{alarm, count_by, cross, in_sight, past_day};
use crate::ui::theme::palette;
use crate::ui::widgets::field::whole;
use crate::ui::widgets::{prose, weak};
use crate::words::actions as words;
use egui::{Button, Grid, Id as Place, RichText, TextEdit, Ui};

/// A statement being typed.
#[derive(Debug, Default)]
pub struct Draft {
    of: Id,
    date: String,
    source: String,
    steps: [String; 5],
    reason: String,
    /// What could not be read of it.
    unread: Option<String>,
}

pub fn first(action: &Action) -> Place {
    super::of_field(&format!("{} planned 0", action.id))
}

pub fn show(ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>, action: &Action, draft: &mut Draft) {
    if draft.of != action.id {
        let date = format::date(view.session.today, view.session.catalog.language());
        *draft = Draft { of: action.id.clone(), date, ..Draft::default() };
    }
    table(ui, view, desk, action, draft);
    statement(ui, view, desk, action, draft);
    for (at, one) in action.realised.iter().enumerate() {
        ui.horizontal_wrapped(|ui| {
            let day = format::date(one.date, view.session.catalog.language());
            let of = [("date", (&day).into())];
            let mut parts = vec![view.session.catalog.with("acts-realised-on", &of)];
            parts.extend(said(view, &one.places));
            parts.extend([one.source.clone(), one.reason.clone()]);
            parts.retain(|part| !part.is_empty());
            prose(ui, &parts.join(" – "));
            if cross(ui, &view.session.catalog.with("acts-without", &[("name", (&day).into())])) {
                desk.change(step::REALISED, |plan, _| plan.unrealise(&action.id, at));
            }
        });
    }
    of_programme(ui, view, desk, action);
}

/// A line a step: what is planned, what was last said, the gap, and what is being said. What was
/// planned of an action that ended is as it was.
fn table(ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>, action: &Action, draft: &mut Draft) {
    let is_closed = desk.plan().action(&action.id).is_none();
    let language = view.session.catalog.language();
    let steps = places::steps(action);
    // What is typed is set against what is typed beside it, else against what was last said.
    let typed: Vec<Option<u32>> = draft.steps.iter().map(|text| whole(text, language)).collect();
    let now = |at: usize| {
        let said = steps.get(at).and_then(|step| step.realised);
        typed.get(at).copied().flatten().or(said)
    };
    let planned = |at: usize| steps.get(at).and_then(|step| step.planned);
    let id = ("plan-places", &action.id);
    Grid::new(id).num_columns(5).spacing([10.0, 4.0]).show(ui, |ui| {
        let heads = ["acts-step", "acts-planned", "acts-realised", "acts-gap", "acts-realised-new"];
        for key in heads {
            ui.label(RichText::new(view.text(key)).color(palette(ui).quiet));
        }
        ui.end_row();
        for (at, (step, stated)) in steps.iter().zip(&mut draft.steps).enumerate() {
            let label = ui.label(view.text(&format!("places-{}", step.id)));
            ui.horizontal(|ui| {
                if is_closed {
                    ui.label(step.planned.map_or_else(
                        || view.text("acts-not-said"),
                        |count| format::integer(f64::from(count), language),
                    ));
                    return;
                }
                let salt = format!("{} planned {at}", action.id);
                if let Some(value) = count_by(ui, view, (label.id, &salt), step.planned) {
                    plan_step(desk, action, (at, value));
                }
                if more_than_entered(at, &planned) {
                    alarm(ui, &view.text("acts-more-than-entered"));
                }
            });
            let text = step.realised.map_or_else(
                || view.text("acts-not-said"),
                |count| format::integer(f64::from(count), language),
            );
            ui.label(text);
            // What is not said is not zero: no gap is made of it.
            let gap = step.gap().map(|gap| {
                let text = format::integer(gap as f64, language);
                if gap > 0 { format!("+{text}") } else { text }
            });
            ui.label(gap.unwrap_or_default());
            let edit = TextEdit::singleline(stated).desired_width(56.0);
            ui.horizontal(|ui| {
                in_sight(&ui.add(edit).labelled_by(label.id));
                if more_than_entered(at, &now) {
                    alarm(ui, &view.text("acts-more-than-entered"));
                }
            });
            ui.end_row();
        }
    });
}

/// Whether a step after the entry holds more people than entered: told, and kept as it was typed.
fn more_than_entered(at: usize, count: &dyn Fn(usize) -> Option<u32>) -> bool {
    const ENTERED: usize = 1;
    at > ENTERED && count(at).zip(count(ENTERED)).is_some_and(|(one, entered)| one > entered)
}

fn plan_step(desk: &mut Desk<'_>, action: &Action, (at, value): (usize, Option<u32>)) {
    desk.sheet(step::SHEET, &action.id, |one| {
        let mut steps = one.planned.steps();
        if let Some(step) = steps.get_mut(at) {
            *step = value;
        }
        one.planned = Places::from_steps(steps);
    });
}

/// What is realised on a day: each number is the state of that day, not what was added to it.
fn statement(
    ui: &mut Ui,
    view: &View<'_>,
    desk: &mut Desk<'_>,
    action: &Action,
    draft: &mut Draft,
) {
    let line = |ui: &mut Ui, key: &str, text: &mut String, width: f32| {
        let label = ui.label(view.text(key));
        let edit = TextEdit::singleline(text).desired_width(width);
        in_sight(&ui.add(edit).labelled_by(label.id));
    };
    ui.horizontal_wrapped(|ui| {
        line(ui, "acts-realised-date", &mut draft.date, 92.0);
        line(ui, "acts-realised-source", &mut draft.source, 170.0);
    });
    let stated = draft.steps.iter().any(|text| !text.trim().is_empty());
    if stated && draft.source.trim().is_empty() {
        weak(ui, &view.text("acts-unsourced"));
    }
    ui.horizontal_wrapped(|ui| {
        line(ui, "acts-realised-reason", &mut draft.reason, 230.0);
        let given = draft.steps.iter().any(|text| !text.trim().is_empty())
            || !draft.reason.trim().is_empty();
        let add = ui.add_enabled(given, Button::new(view.text("acts-realised-add")));
        in_sight(&add);
        if add.clicked() {
            match read(draft, view) {
                Ok(realised) => {
                    desk.change(step::REALISED, |plan, by| plan.realise(&action.id, realised, by));
                    draft.steps = <[String; 5]>::default();
                    draft.reason.clear();
                    draft.unread = None;
                }
                Err(text) => draft.unread = Some(text),
            }
        }
    });
    if let Some(text) = &draft.unread {
        alarm(ui, &view.session.catalog.with("planned-unread", &[("found", text.into())]));
    }
    weak(ui, &view.text("acts-realised-help"));
}

/// The actions of its programme together, where there are others.
fn of_programme(ui: &mut Ui, view: &View<'_>, desk: &Desk<'_>, action: &Action) {
    let Some(link) = &action.programme else { return };
    let all = places::by_programme(desk.plan());
    let Some(sums) = all.iter().find(|one| one.key == link.key && one.actions.len() > 1) else {
        return;
    };
    let of = [("programme", (&sums.name).into())];
    prose(ui, &view.session.catalog.with("plan-places-programme", &of));
    for step in &sums.steps {
        if let Some(told) = words::step(step, &view.session.catalog) {
            weak(ui, &told);
        }
    }
}

/// « ouvertes 12, entrées 10 »: what a statement says, in the order of the way.
fn said(view: &View<'_>, places: &Places) -> Option<String> {
    let language = view.session.catalog.language();
    let parts: Vec<String> = Places::STEPS
        .iter()
        .zip(places.steps())
        .filter_map(|(id, count)| {
            let count = format::integer(f64::from(count?), language);
            Some(format!("{} {count}", view.text(&format!("places-{id}"))))
        })
        .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// The statement, or the first text of it that cannot be read.
fn read(draft: &Draft, view: &View<'_>) -> Result<Realised, String> {
    let date = past_day(&draft.date, view.session.today).ok_or_else(|| draft.date.clone())?;
    let mut steps = [None; 5];
    for (step, text) in steps.iter_mut().zip(&draft.steps) {
        let text = text.trim();
        if !text.is_empty() {
            let count = whole(text, view.session.catalog.language());
            *step = Some(count.ok_or_else(|| text.to_owned())?);
        }
    }
    Ok(Realised {
        date,
        source: draft.source.trim().to_owned(),
        places: Places::from_steps(steps),
        reason: draft.reason.trim().to_owned(),
    })
}
