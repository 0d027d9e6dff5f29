//! The figures that an action was decided on: what they were, what they are, and whether the change
//! is larger than the noise. Nothing here says that the action did it.

use super::desk::Desk;
use super::inputs::in_sight;
use super::present::freezer;
use crate::actions::follow::{Change, Followed, Present, follow};
use crate::format;
use crate::model::Fap;
use crate::model::action::decided::FigureKey;
use crate::model::action::edit::step;
use crate::model::action::sheet::Action;
use crate::report::build::adopt;
use crate::ui::screens::View;
use crate::ui::theme::palette;
use crate::ui::widgets::{prose, weak};
use crate::words::actions as words;
use egui::{Button, CollapsingHeader, RichText, Ui};

/// `sent`: the keyboard goes to its button.
pub fn show(
    ui: &mut Ui,
    view: &View<'_>,
    desk: &mut Desk<'_>,
    (action, present, sent): (&Action, Option<&Present>, bool),
) {
    match &action.decided_on {
        None => {
            weak(ui, &view.text("acts-decided-none"));
        }
        Some(decided) => {
            let day = format::date(decided.date, view.session.catalog.language());
            let who =
                if decided.who.is_empty() { view.text("acts-nobody") } else { decided.who.clone() };
            let of = [("date", (&day).into()), ("who", (&who).into())];
            prose(ui, &view.session.catalog.with("acts-decided", &of));
            readings(ui, view, &follow(decided, present));
            weak(ui, &view.text("acts-no-cause"));
            let title = view.text("acts-fingerprints");
            CollapsingHeader::new(title).id_salt("plan-fingerprints").show(ui, |ui| {
                for one in &decided.fingerprints {
                    weak(ui, &format!("{} – {}", one.file, one.sha256));
                }
            });
        }
    }
    decide(ui, view, desk, (action, sent));
}

/// Each figure; where nothing can be said of any for one reason, the figures then, and it once.
fn readings(ui: &mut Ui, view: &View<'_>, all: &[Followed]) {
    let catalog = &view.session.catalog;
    let mute = |one: &Followed| matches!(one.change, Change::CannotSay(_));
    match all {
        [first, rest @ ..] if mute(first) && rest.iter().all(|one| one.change == first.change) => {
            let colon = view.text("colon");
            for one in all {
                let text =
                    format!("{}{colon}{}", one.then.label, words::figure(&one.then, catalog));
                prose(ui, &text).on_hover_text(&one.then.source);
            }
            weak(ui, &words::change(first, catalog));
        }
        _ => all.iter().for_each(|one| reading(ui, view, one)),
    }
}

/// One figure, then and now. What cannot be said is said quietly.
fn reading(ui: &mut Ui, view: &View<'_>, one: &Followed) {
    let text = format::prose(&words::followed(one, &view.session.catalog));
    let colours = palette(ui);
    let (sign, colour) = match one.change {
        Change::Up => ("↑", ui.visuals().text_color()),
        Change::Down => ("↓", ui.visuals().text_color()),
        Change::WithinNoise => ("≈", ui.visuals().text_color()),
        Change::CannotSay(_) => ("?", colours.quiet),
    };
    let text = RichText::new(format!("{sign} {text}")).color(colour);
    ui.add(egui::Label::new(text).wrap()).on_hover_text(&one.then.source);
}

/// The figures of today become those that the action is decided on.
fn decide(ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>, (action, sent): (&Action, bool)) {
    let codes: Vec<Fap> = action.occupations.iter().filter_map(|code| code.parse().ok()).collect();
    let session = view.session;
    let known: Vec<Fap> =
        codes.into_iter().filter(|code| session.occupation(*code).is_some()).collect();
    let freezer = freezer(session).filter(|_| !known.is_empty());
    let key = if action.decided_on.is_some() { "acts-decide-again" } else { "acts-decide" };
    let enabled = freezer.is_some();
    let button = ui.add_enabled(enabled, Button::new(view.text(key)));
    in_sight(&button);
    if sent {
        button.request_focus();
    }
    let clicked = button.clicked();
    if !enabled {
        weak(ui, &view.text("acts-decide-needs"));
    }
    let Some(freezer) = freezer.filter(|_| clicked) else { return };
    let keys: Vec<FigureKey> = known.iter().flat_map(|code| adopt::keys(*code)).collect();
    let decided = freezer.decided(&keys, desk.by.date, &desk.by.who);
    desk.change(step::DECIDE, |plan, _| plan.decide(&action.id, decided));
}
