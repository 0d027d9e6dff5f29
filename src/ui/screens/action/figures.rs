//! The figures that an action was decided on: what they were, what they are, and whether the change
//! is larger than the noise. Nothing here says that the action did it.

use super::desk::Desk;
use super::inputs::{Picked, alarm, chip, in_sight, pick};
use super::present::Today;
use crate::actions::decisions::{Decision, of_action};
use crate::actions::follow::{Change, Followed, follow, withheld};
use crate::format;
use crate::model::action::decided::{Decided, FigureKey, FrozenFigure};
use crate::model::action::edit::step;
use crate::model::action::sheet::{Action, Status};
use crate::report::build::adopt::keys_of;
use crate::report::citation::Place;
use crate::report::provenance::Asked;
use crate::ui::command::Command;
use crate::ui::screens::View;
use crate::ui::theme::palette;
use crate::ui::widgets::field::parsed;
use crate::ui::widgets::{prose, weak};
use crate::words::actions as words;
use egui::{Button, CollapsingHeader, Id, RichText, Ui};

/// `sent`: the keyboard goes to its button.
pub fn show(
    ui: &mut Ui,
    view: &mut View<'_>,
    desk: &mut Desk<'_>,
    (action, today, sent): (&Action, Today<'_>, bool),
) {
    taken(ui, view, desk, (action, today));
    wanted(ui, view, desk, (action, today));
    decide(ui, view, desk, (action, today, sent));
}

/// What it was decided on, then what it was decided on before.
pub fn taken(
    ui: &mut Ui,
    view: &mut View<'_>,
    desk: &Desk<'_>,
    (action, today): (&Action, Today<'_>),
) {
    let all = of_action(desk.plan(), &action.id);
    let (last, before): (Vec<&Decision<'_>>, Vec<&Decision<'_>>) =
        all.iter().partition(|one| one.is_last());
    if last.is_empty() {
        weak(ui, &view.text("acts-decided-none"));
    }
    let decided = !matches!(action.status, Status::Idea);
    if decided && last.iter().all(|one| one.on.figures.is_empty()) {
        alarm(ui, &view.text("acts-decided-on-nothing"));
    }
    for one in last {
        decision(ui, view, (one, today));
        lacking(ui, view, &one.on, today);
        weak(ui, &view.text("acts-no-cause"));
    }
    if !before.is_empty() {
        let count = before.len().to_string();
        let title = view.session.catalog.with("acts-decided-before", &[("count", (&count).into())]);
        CollapsingHeader::new(title).id_salt(("plan-before", &action.id)).show(ui, |ui| {
            for one in before {
                decision(ui, view, (one, today));
            }
        });
    }
}

/// A decision: the day, who, its figures, what became of its files.
fn decision(ui: &mut Ui, view: &mut View<'_>, (one, today): (&Decision<'_>, Today<'_>)) {
    let catalog = &view.session.catalog;
    let decided = &one.on;
    let day = format::date(decided.date, catalog.language());
    let (is_idea, is_named) = (one.action.status == Status::Idea, !decided.who.trim().is_empty());
    let of = [("date", (&day).into()), ("who", (&decided.who).into())];
    let told = |key: &str| catalog.with(key, &of);
    if is_idea && is_named {
        prose(ui, &told("acts-drafted"));
    } else if is_idea {
        // A draft is nobody's decision yet.
        weak(ui, &told("acts-drafted-by-nobody"));
    } else if is_named {
        prose(ui, &told("acts-decided"));
    } else {
        alarm(ui, &told("acts-decided-by-nobody"));
    }
    readings(ui, view, (one, today), &follow(decided, today.present));
    let files = today.present.map(|present| present.files.as_slice());
    for told in
        files.map(|now| words::files(decided, now, &view.session.catalog)).unwrap_or_default()
    {
        alarm(ui, &told);
    }
    let title = view.text("acts-fingerprints");
    CollapsingHeader::new(title).id_salt(("plan-fingerprints", one.key())).show(ui, |ui| {
        for one in &decided.fingerprints {
            weak(ui, &format!("{} – {}", one.file, one.sha256));
        }
    });
}

/// What the decision of an action could not keep, beside who agreed to it.
pub fn not_kept(ui: &mut Ui, view: &View<'_>, action: &Action, today: Today<'_>) {
    if let Some(decided) = &action.decided_on {
        lacking(ui, view, decided, today);
    }
}

/// What a decision could not keep, and how it comes to.
fn lacking(ui: &mut Ui, view: &View<'_>, decided: &Decided, today: Today<'_>) {
    let (all, has_left) = withheld(decided, today.present);
    if all.is_empty() {
        return;
    }
    let list = list(view, all.into_iter());
    let key = if has_left { "acts-decided-left-since" } else { "acts-decided-not-kept" };
    alarm(ui, &view.session.catalog.with(key, &[("list", (&list).into())]));
}

/// What figures are of, as a list.
fn list<'a>(view: &View<'_>, figures: impl Iterator<Item = &'a FrozenFigure>) -> String {
    let labels: Vec<&str> = figures.map(|one| one.label.as_str()).collect();
    labels.join(&view.text("list-separator"))
}

/// What a decision taken now would keep, and what not: said before it is.
fn would_keep(ui: &mut Ui, view: &View<'_>, keys: &[FigureKey], today: Today<'_>) {
    let present = today.present.map(|present| &present.figures);
    let found = || keys.iter().filter_map(|key| present?.get(key));
    let back = || found().filter(|one| one.is_withheld());
    if back().next().is_none() {
        return;
    }
    let catalog = &view.session.catalog;
    let kept = list(view, found().filter(|one| !one.is_withheld()));
    let kept = if kept.is_empty() { view.text("acts-none") } else { kept };
    let back = list(view, back());
    let of = [("kept", (&kept).into()), ("back", (&back).into())];
    alarm(ui, &catalog.with("acts-decide-would-keep", &of));
}

/// Each figure; where nothing can be said of any for one reason, the figures then, and it once.
fn readings(
    ui: &mut Ui,
    view: &mut View<'_>,
    (decision, today): (&Decision<'_>, Today<'_>),
    all: &[Followed],
) {
    let mute = |one: &Followed| matches!(one.change, Change::CannotSay(_));
    let alike = match all {
        [first, rest @ ..] => mute(first) && rest.iter().all(|one| one.change == first.change),
        [] => false,
    };
    for (at, one) in all.iter().enumerate() {
        let catalog = &view.session.catalog;
        let text = if alike {
            let colon = view.text("colon");
            format!("{}{colon}{}", one.then.label, words::kept(&one.then, catalog))
        } else {
            words::followed(one, catalog)
        };
        let then = Asked::of_decision(
            format!("{}/{}", decision.key(), at + 1),
            &one.then,
            words::kept(&one.then, catalog),
        );
        let now = one.now.as_ref().and_then(|_| asked_now(today, &one.then.key));
        reading(ui, view, (one, &text, alike), (then, now));
    }
    if let Some(first) = all.first().filter(|_| alike) {
        weak(ui, &words::change(first, &view.session.catalog));
    }
}

/// The figure as the document holds it now.
fn asked_now(today: Today<'_>, key: &FigureKey) -> Option<Asked> {
    let document = today.freezer?.document;
    let table = document.table(&key.table)?;
    let row = table.rows.iter().position(|row| row.key == key.row)?;
    Asked::at(Place { table, row, column: table.column(&key.column)? })
}

/// One figure, then and now: pressed, it says where it comes from. What cannot be said is said
/// quietly.
fn reading(
    ui: &mut Ui,
    view: &mut View<'_>,
    (one, text, alike): (&Followed, &str, bool),
    (then, now): (Asked, Option<Asked>),
) {
    let text = format::prose(text);
    let colours = palette(ui);
    let (sign, colour) = match one.change {
        _ if alike => ("", ui.visuals().text_color()),
        Change::Up => ("↑ ", ui.visuals().text_color()),
        Change::Down => ("↓ ", ui.visuals().text_color()),
        Change::WithinNoise => ("≈ ", ui.visuals().text_color()),
        Change::SameWords | Change::Unchanged => ("= ", ui.visuals().text_color()),
        Change::OtherWords => ("≠ ", ui.visuals().text_color()),
        Change::CannotSay(_) => ("? ", colours.quiet),
    };
    ui.horizontal_wrapped(|ui| {
        if let Some(now) = now {
            let name = view
                .session
                .catalog
                .with("acts-origin-now-of", &[("label", (&one.then.label).into())]);
            let link = ui.small_button(view.text("acts-origin-now")).on_hover_text(&name);
            link.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
            if link.clicked() {
                view.send(Command::Explain(Box::new(now)));
            }
        }
        let text = RichText::new(format!("{sign}{text}")).color(colour);
        let link = ui.add(egui::Link::new(text)).on_hover_text(view.text("acts-origin-then"));
        in_sight(&link);
        if link.clicked() {
            view.send(Command::Explain(Box::new(then)));
        }
    });
}

/// A key as the text of a choice.
fn text_of(key: &FigureKey) -> String {
    [key.table.as_str(), &key.row, &key.column].join("\u{1f}")
}

/// The figures that may be chosen, as a field of names takes them.
pub fn choices(today: Today<'_>, without: &[FigureKey]) -> Vec<(String, String)> {
    let open = today.offered.iter().filter(|(key, _)| !without.contains(key));
    open.map(|(key, label)| (text_of(key), label.clone())).collect()
}

/// The key of a choice.
pub fn chosen(today: Today<'_>, text: &str) -> Option<FigureKey> {
    today.offered.iter().map(|(key, _)| key).find(|key| text_of(key) == text).cloned()
}

/// What a figure is of; its place where the document has it no longer.
pub fn label(today: Today<'_>, key: &FigureKey) -> String {
    let found = today.offered.iter().find(|(one, _)| one == key);
    found.map_or_else(
        || format!("{} · {} · {}", key.table, key.row, key.column),
        |(_, label)| label.clone(),
    )
}

/// Figures that the next decision keeps beside those of its occupations.
fn wanted(
    ui: &mut Ui,
    view: &View<'_>,
    desk: &mut Desk<'_>,
    (action, today): (&Action, Today<'_>),
) {
    let id = &action.id;
    if today.freezer.is_none() && action.wanted.is_empty() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        for key in &action.wanted {
            if chip(ui, view, &label(today, key)) {
                desk.sheet(step::SHEET, id, |one| one.wanted.retain(|known| known != key));
            }
        }
        let named = (view.text("acts-figure-add"), format!("{id} figures"));
        let all = choices(today, &keys_of(action));
        let picked = pick(ui, view, (&named.0, &named.1), &all, false);
        if let Some(Picked::Known(text)) = picked
            && let Some(key) = chosen(today, &text)
        {
            desk.sheet(step::SHEET, id, |one| one.wanted.push(key));
        }
    });
}

/// Who decides was said in the frame before.
fn named_now() -> Id {
    Id::unique("plan-decides")
}

/// The figures of today become those that the action is decided on.
fn decide(
    ui: &mut Ui,
    view: &mut View<'_>,
    desk: &mut Desk<'_>,
    (action, today, sent): (&Action, Today<'_>, bool),
) {
    let keys = keys_of(action);
    let found = |freezer: &crate::report::build::frozen::Freezer<'_>| {
        keys.iter().any(|key| {
            let table = freezer.document.table(&key.table);
            table.is_some_and(|table| table.rows.iter().any(|row| row.key == key.row))
        })
    };
    let freezer = today.freezer.filter(found);
    // Who decides, else who agreed to the sheet, else it is asked.
    let signed = action.signed_off.as_ref().map(|signed| signed.who.trim().to_owned());
    let named = Some(desk.by.who.trim().to_owned()).filter(|who| !who.is_empty());
    let who = named.or(signed).unwrap_or_default();
    let key = if action.decided_on.is_some() { "acts-decide-again" } else { "acts-decide" };
    let enabled = freezer.is_some() && !who.is_empty();
    if freezer.is_some() {
        would_keep(ui, view, &keys, today);
    }
    let asks = freezer.is_some() && who.is_empty();
    if asks {
        ui.horizontal_wrapped(|ui| {
            let label = ui.label(view.text("acts-decide-who"));
            let salt = format!("{} decides", action.id);
            if let Some(who) = parsed(ui, &salt, "", 200.0, label.id) {
                view.send(Command::Who(who));
                // Said: the button is next.
                ui.data_mut(|data| data.insert_temp(named_now(), true));
            }
            if sent {
                let place = Id::unique(("field", salt.as_str()));
                ui.memory_mut(|memory| memory.request_focus(place));
            }
        });
    }
    let button = ui.add_enabled(enabled, Button::new(view.text(key)));
    in_sight(&button);
    let named_now = enabled && ui.data_mut(|data| data.remove_temp::<bool>(named_now())).is_some();
    if named_now || (sent && !asks) {
        button.request_focus();
    }
    let clicked = button.clicked();
    if freezer.is_none() {
        weak(ui, &view.text("acts-decide-needs"));
    }
    let Some(freezer) = freezer.filter(|_| clicked) else { return };
    let decided = freezer.decided(&keys, desk.by.date, &who);
    desk.change(step::DECIDE, |plan, _| plan.decide(&action.id, decided));
}
