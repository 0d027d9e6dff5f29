//! The measures of an indicator, and the one that is being given.

use crate::format;
use crate::model::action::Id;
use crate::model::action::edit::step;
use crate::model::action::indicator::{Indicator, Measure};
use crate::model::decimal::Decimal;
use crate::ui::screens::View;
use crate::ui::screens::action::desk::Desk;
use crate::ui::screens::action::inputs::{alarm, cross, past_day};
use crate::ui::widgets::{prose, section, weak};
use crate::words::actions as words;
use egui::{Button, Key, TextEdit, Ui};

/// A measure being typed.
#[derive(Debug, Default)]
pub struct Entry {
    of: Id,
    date: String,
    value: String,
    source: String,
    note: String,
    /// It could not be read when it was last given.
    unread: bool,
}

impl Entry {
    pub fn show(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        desk: &mut Desk<'_>,
        indicator: &Indicator,
    ) {
        section(ui, &view.text("acts-measures"));
        let catalog = &view.session.catalog;
        let mut removed = None;
        for (at, one) in indicator.measures.iter().enumerate() {
            ui.horizontal_wrapped(|ui| {
                let day = words::measured_on(one, catalog);
                let value = words::measured(one, catalog);
                let of = [
                    ("date", (&day).into()),
                    ("value", (&value).into()),
                    ("unit", (&indicator.unit).into()),
                ];
                let said = catalog.with("acts-measure", &of);
                let parts = [said.trim_end(), &one.source, &one.note];
                let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
                prose(ui, &parts.join(" – "));
                if cross(ui, &catalog.with("acts-remove-of", &[("name", (&day).into())])) {
                    removed = Some(at);
                }
            });
        }
        if indicator.measures.is_empty() {
            weak(ui, &view.text("acts-measures-none"));
        }
        if let Some(at) = removed {
            desk.indicator(step::MEASURE, &indicator.id, |one| {
                if at < one.measures.len() {
                    one.measures.remove(at);
                }
            });
        }
        self.entry(ui, view, desk, indicator);
    }

    /// A measure to be given, dated today unless it is said otherwise.
    fn entry(&mut self, ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>, indicator: &Indicator) {
        let today = format::date(view.session.today, view.session.catalog.language());
        if self.of != indicator.id {
            *self = Self { of: indicator.id.clone(), date: today, ..Self::default() };
        }
        let entry = self;
        let mut entered = false;
        ui.horizontal_wrapped(|ui| {
            for (key, text, width) in [
                ("acts-measure-date", &mut entry.date, 92.0),
                ("acts-measure-value", &mut entry.value, 80.0),
                ("acts-measure-source", &mut entry.source, 160.0),
                ("acts-measure-note", &mut entry.note, 160.0),
            ] {
                let label = ui.label(view.text(key));
                let edit = TextEdit::singleline(text).desired_width(width);
                let response = ui.add(edit).labelled_by(label.id);
                entered |= response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            }
            let given = !entry.value.trim().is_empty();
            let add = Button::new(view.text("acts-measure-add"));
            if ui.add_enabled(given, add).clicked() || (entered && given) {
                let date = past_day(&entry.date, view.session.today);
                match date.zip(entry.value.parse::<Decimal>().ok()) {
                    Some((date, value)) => {
                        let source = entry.source.trim().to_owned();
                        let note = entry.note.trim().to_owned();
                        let measure = Measure::by_hand(date, value, source, note);
                        desk.change(step::MEASURE, |plan, by| {
                            plan.measure(&indicator.id, measure, by)
                        });
                        entry.value.clear();
                        entry.note.clear();
                        entry.unread = false;
                    }
                    None => entry.unread = true,
                }
            }
        });
        if !entry.value.trim().is_empty() && entry.source.trim().is_empty() {
            weak(ui, &view.text("acts-unsourced"));
        }
        if entry.unread {
            alarm(ui, &view.text("acts-measure-unread"));
        }
    }
}
