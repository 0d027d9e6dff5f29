//! Settings of the method: each changed within its bounds, recomputed as the hand moves, with
//! what it changes in the list beside.

use crate::analysis::shift::{Shift, Standing};
use crate::format;
use crate::model::adjust::{ADJUSTABLE, Adjustable, Adjustments, Cut, thousandths};
use crate::project::Edit;
use crate::ui::command::Command;
use crate::ui::screens::View;
use crate::ui::theme::palette;
use crate::ui::widgets::{prose, section, weak};
use egui::{ComboBox, DragValue, RichText, ScrollArea, Ui};
use std::cell::Cell;

/// Columns of this width or wider stand side by side.
const WIDE: f32 = 760.0;

pub fn show(ui: &mut Ui, view: &mut View<'_>) {
    // What a setting changes stays in sight while settings are moved.
    if ui.available_width() < WIDE {
        prose(ui, &view.text("method-about"));
        // Below, and of its own height: a list that grows moves no field.
        egui::Panel::bottom("method-changes-below")
            .resizable(true)
            .default_size(ui.available_height() * 0.4)
            .show(ui, |ui| {
                ScrollArea::vertical().auto_shrink(false).show(ui, |ui| changes(ui, view));
            });
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| settings(ui, view));
        return;
    }
    prose(ui, &view.text("method-about"));
    ui.columns(2, |columns| {
        if let [left, right] = columns {
            let scroll = |id: &str| ScrollArea::vertical().id_salt(id).auto_shrink(false);
            scroll("method-settings").show(left, |ui| settings(ui, view));
            scroll("method-changes").show(right, |ui| changes(ui, view));
        }
    });
}

/// One gesture, one step to undo: what is under the hand is tried, and decided when let go.
struct Gesture {
    moved: bool,
    settled: bool,
}

fn settings(ui: &mut Ui, view: &mut View<'_>) {
    section(ui, &view.text("method-settings"));
    let decided = view.session.project.decisions().method.clone();
    let mut tried = view.session.method().clone();
    let mut gesture = Gesture { moved: false, settled: false };
    ui.horizontal(|ui| {
        let reset = egui::Button::new(view.text("method-reset-all"));
        if ui.add_enabled(!tried.is_empty(), reset).clicked() {
            tried = Adjustments::default();
            gesture.settled = true;
        }
    });
    cut(ui, view, &mut tried, &mut gesture);
    for one in &ADJUSTABLE {
        field(ui, view, one, &mut tried, &mut gesture);
    }
    decision(ui, view);
    if gesture.settled && tried != decided {
        view.send(Command::Do(Edit::Method(tried)));
    } else if gesture.moved || gesture.settled {
        view.send(Command::Try(tried));
    }
}

fn cut(ui: &mut Ui, view: &View<'_>, tried: &mut Adjustments, gesture: &mut Gesture) {
    let name = |cut: Cut| match cut {
        Cut::France => view.text("method-cut-france"),
        Cut::Region => view.text("method-cut-region"),
        Cut::Fixed(_) => view.text("method-cut-fixed"),
    };
    let fixed = match tried.cut {
        Cut::Fixed(share) => share,
        // From where it is, to where the hand leads.
        _ => view.session.results().map_or(500, |results| {
            let share = results.cut.and_then(|cut| thousandths((cut * 100.0).round() / 100.0));
            share.and_then(|share| u16::try_from(share).ok()).unwrap_or(500)
        }),
    };
    ui.horizontal_wrapped(|ui| {
        let label = ui.label(view.text("method-cut"));
        let before = tried.cut;
        ComboBox::from_id_salt("method-cut")
            .selected_text(name(tried.cut))
            .width(200.0)
            .show_ui(ui, |ui| {
                for cut in [Cut::France, Cut::Region, Cut::Fixed(fixed)] {
                    ui.selectable_value(&mut tried.cut, cut, name(cut));
                }
            })
            .response
            .labelled_by(label.id);
        gesture.settled |= tried.cut != before;
        if let Cut::Fixed(share) = tried.cut {
            let bounds = Adjustable { id: "cut", least: 0, most: 1_000, step: 10 };
            let mut value = u32::from(share);
            let response = number(ui, view, &bounds, &mut value).labelled_by(label.id);
            if let Ok(share) = u16::try_from(value) {
                tried.cut = Cut::Fixed(share);
            }
            follow(&response, gesture);
        }
    });
}

fn field(
    ui: &mut Ui,
    view: &View<'_>,
    one: &Adjustable,
    tried: &mut Adjustments,
    gesture: &mut Gesture,
) {
    let Some(known) = view.session.parameters.values().get(one.id) else { return };
    let Some(default) = thousandths(known.value) else { return };
    let language = view.session.catalog.language();
    let words = format!("parameter-{}", one.id.replace('_', "-"));
    ui.add_space(4.0);
    let label = prose(ui, &view.text(&words));
    let label = label.on_hover_text(format::prose(&known.source));
    ui.horizontal_wrapped(|ui| {
        let before = tried.get(one.id).unwrap_or(default);
        let mut value = before;
        let response = number(ui, view, one, &mut value).labelled_by(label.id);
        if value != before {
            // Within bounds: the field holds nothing else.
            let _ = tried.set(one.id, value);
        }
        follow(&response, gesture);
        if value == default {
            tried.reset(one.id);
            weak(ui, &view.text("method-as-it-comes"));
        } else {
            let shown = format::thousandths(default, language);
            let args = [("value", (&shown).into())];
            if ui.button(view.session.catalog.with("method-back-to", &args)).clicked() {
                tried.reset(one.id);
                gesture.settled = true;
            }
        }
    });
}

/// The table that leads from causes to a lever: its rows, with their conditions and their source.
fn decision(ui: &mut Ui, view: &View<'_>) {
    let Some(context) = view.session.context() else { return };
    section(ui, &view.text("decision-title"));
    prose(ui, &view.text("decision-about"));
    let table = context.parameters.decision();
    for one in context.decision_rows() {
        let number = one.row.to_string();
        let args = [
            ("row", (&number).into()),
            ("diagnosis", (&one.diagnosis).into()),
            ("lever", (&one.lever).into()),
        ];
        ui.add_space(4.0);
        ui.strong(format::prose(&view.session.catalog.with("decision-row", &args)));
        weak(ui, &one.conditions);
    }
    let checked = format::date(table.checked, view.session.catalog.language());
    let args = [("source", (&table.source).into()), ("checked", (&checked).into())];
    ui.add_space(4.0);
    weak(ui, &view.session.catalog.with("decision-source", &args));
}

fn follow(response: &egui::Response, gesture: &mut Gesture) {
    gesture.moved |= response.changed();
    gesture.settled |= response.drag_stopped()
        || response.lost_focus()
        // A step by keyboard or by wheel is a gesture of its own.
        || (response.changed() && !response.dragged() && !response.has_focus());
}

/// A field of thousandths, written with the comma of the language. A number out of its bounds is
/// not taken for the nearest one: the bounds are told, and the value stays.
fn number(ui: &mut Ui, view: &View<'_>, one: &Adjustable, value: &mut u32) -> egui::Response {
    let language = view.session.catalog.language();
    let speed = f64::from(one.step) / 4.0;
    let typed = Cell::new(None);
    let bounds = f64::from(one.least)..=f64::from(one.most);
    let field = DragValue::new(value)
        .range(one.least..=one.most)
        .speed(speed)
        .custom_formatter(move |value, _| {
            let whole = thousandths(value / 1_000.0).unwrap_or_default();
            format::thousandths(whole, language)
        })
        .custom_parser(|text| {
            let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
            let value = plain.replace(',', ".").parse::<f64>().ok()? * 1_000.0;
            let inside = bounds.contains(&value.round());
            typed.set(Some(inside));
            inside.then_some(value)
        });
    let response = ui.add(field);
    let id = egui::Id::unique(("out of bounds", one.id));
    if let Some(inside) = typed.get() {
        ui.data_mut(|data| data.insert_temp(id, !inside));
    } else if response.changed() {
        ui.data_mut(|data| data.insert_temp(id, false));
    }
    let [least, most] = [one.least, one.most].map(|bound| format::thousandths(bound, language));
    let of = [("least", (&least).into()), ("most", (&most).into())];
    if ui.data(|data| data.get_temp(id)).unwrap_or(false) {
        let told = view.session.catalog.with("method-range", &of);
        ui.label(RichText::new(told).color(palette(ui).check).strong());
    }
    response
}

fn changes(ui: &mut Ui, view: &mut View<'_>) {
    section(ui, &view.text("method-changes"));
    if view.session.method().is_empty() {
        prose(ui, &view.text("method-unchanged"));
        return;
    }
    let catalog = &view.session.catalog;
    let shifts = view.session.shifts();
    let count = |wanted: &dyn Fn(&Shift) -> bool| {
        u32::try_from(shifts.iter().filter(|shift| wanted(shift)).count()).unwrap_or(u32::MAX)
    };
    let flagged = |standing: &Standing| standing.status.is_flagged();
    let entering = count(&|shift| flagged(&shift.after) && !flagged(&shift.before));
    let leaving = count(&|shift| flagged(&shift.before) && !flagged(&shift.after));
    let args = [
        ("entering", entering.into()),
        ("leaving", leaving.into()),
        ("other", (count(&|_| true) - entering - leaving).into()),
    ];
    prose(ui, &catalog.with("method-summary", &args));
    let words = |standing: &Standing| {
        let status = catalog.text(&format!("status-{}", standing.status.word(standing.grade)));
        let class = standing.class.map_or_else(|| "—".to_owned(), |class| class.to_string());
        let (grade, sure) = (standing.grade.to_string(), standing.confidence.to_string());
        let args = [
            ("status", (&status).into()),
            ("grade", (&grade).into()),
            ("class", (&class).into()),
            ("sure", (&sure).into()),
        ];
        catalog.with("method-standing", &args)
    };
    let mut chosen = None;
    // In lines that wrap: side by side they leave a narrow panel.
    let said = |key: &str, standing: &Standing| {
        format!("{}{}{}", view.text(key), catalog.text("colon"), words(standing))
    };
    for shift in shifts {
        ui.add_space(4.0);
        if ui.link(format::prose(&shift.label)).clicked() {
            chosen = Some(shift.code);
        }
        prose(ui, &said("method-before", &shift.before));
        prose(ui, &said("method-after", &shift.after));
    }
    if let Some(code) = chosen {
        view.send(Command::Select(code));
    }
}
