//! Which document, and what it is about.

use super::{Screen, Sheets};
use crate::model::{Fap, fold};
use crate::outputs::Subject;
use crate::report::paper::Kind;
use crate::ui::desk::{About, Desk};
use crate::ui::screens::View;
use crate::ui::screens::ways::{catalogue_ui, employed_ui};
use crate::ui::widgets::field::whole;
use crate::ui::widgets::{prose, weak};
use egui::{ComboBox, Key, ScrollArea, TextEdit, Ui};
use std::sync::Arc;

/// What is missing for a document of the kind, in the catalogs.
pub(super) const fn asks(kind: Kind) -> &'static str {
    match kind {
        Kind::Body => "documents-no-body",
        Kind::Company => "documents-no-headcount",
        Kind::Respondent => "documents-no-identifier",
        Kind::Sector => "documents-no-sector",
        Kind::Plan | Kind::Evaluation | Kind::Workshop => "documents-no-actions",
        _ => "documents-nothing",
    }
}

impl Screen {
    pub(super) fn choose_ui(&mut self, ui: &mut Ui, view: &mut View<'_>) {
        let label = ui.label(view.text("documents-kind"));
        let name = |kind: Kind| view.text(&format!("paper-kind-{}", kind.id()));
        ComboBox::from_id_salt("documents-kind")
            .selected_text(name(self.kind))
            .width(ui.available_width() - 12.0)
            .height(480.0)
            .show_ui(ui, |ui| {
                for kind in Kind::ALL {
                    ui.selectable_value(&mut self.kind, kind, name(kind));
                }
            })
            .response
            .labelled_by(label.id);
        weak(ui, &view.text(&format!("documents-about-{}", self.kind.id())));
        let Some(desk) = view.session.desk().map(|(desk, _)| Arc::clone(desk)) else { return };
        let subject = match self.kind {
            Kind::Note => Some(Subject::Note),
            Kind::Programmes => Some(Subject::Programmes),
            Kind::Bulletin => Some(Subject::Bulletin),
            Kind::Method => Some(Subject::Method),
            Kind::Plan => desk.has_actions().then_some(Subject::Plan),
            Kind::Evaluation => desk.has_actions().then_some(Subject::Evaluation),
            Kind::Workshop => desk.has_actions().then_some(Subject::Workshop),
            Kind::Occupation => self.occupation_ui(ui, view, &desk),
            Kind::Sector => self.sector_ui(ui, view, &desk),
            Kind::Body => catalogue_ui(ui, view, &desk, &mut self.body),
            Kind::Respondent => self.respondent_ui(ui, view),
            Kind::Company => None,
        };
        self.about = match self.kind {
            Kind::Company => employed_ui(ui, view),
            _ => subject.map(About::Of),
        };
    }

    fn occupation_ui(&mut self, ui: &mut Ui, view: &View<'_>, desk: &Desk) -> Option<Subject> {
        let known = |code| desk.occupations.iter().find(|(one, _)| *one == code);
        self.occupation = self.occupation.filter(|code| known(*code).is_some());
        let chosen = self.occupation.or(view.selected).filter(|code| known(*code).is_some());
        let chosen = chosen.or_else(|| desk.first.first().copied())?;
        let named = known(chosen).map(|(_, label)| label.clone()).unwrap_or_default();
        let mut after = chosen;
        let label = ui.label(view.text("column-label"));
        ComboBox::from_id_salt("documents-occupation")
            .selected_text(named)
            .width(ui.available_width() - 12.0)
            .height(420.0)
            .truncate()
            .show_ui(ui, |ui| {
                for (code, label) in &desk.occupations {
                    ui.selectable_value(&mut after, *code, format!("{} {label}", code.code()));
                }
            })
            .response
            .labelled_by(label.id);
        if after != chosen {
            self.occupation = Some(after);
        }
        self.sheets_ui(ui, view, desk);
        Some(Subject::Occupation(after))
    }

    /// Which sheets are exported together: how many of the first, or which ones.
    fn sheets_ui(&mut self, ui: &mut Ui, view: &View<'_>, desk: &Desk) {
        let label = ui.label(view.text("documents-sheets"));
        ui.horizontal_wrapped(|ui| {
            for (sheets, key) in [
                (Sheets::One, "documents-sheets-one"),
                (Sheets::First, "documents-sheets-first"),
                (Sheets::Chosen, "documents-sheets-chosen"),
            ] {
                ui.selectable_value(&mut self.sheets, sheets, view.text(key));
            }
        });
        match self.sheets {
            Sheets::One => {}
            Sheets::First => {
                let most = u32::try_from(desk.first.len()).unwrap_or(u32::MAX).max(1);
                self.first = self.first.clamp(1, most);
                ui.horizontal(|ui| {
                    let how_many = ui.label(view.text("documents-sheets-count"));
                    let typed = egui::DragValue::new(&mut self.first).range(1..=most);
                    ui.add(typed).labelled_by(how_many.id);
                });
            }
            Sheets::Chosen => self.ticked_ui(ui, view, desk, label.id),
        }
        let count = u32::try_from(self.wanted(desk).len()).unwrap_or(u32::MAX);
        let shown = count.to_string();
        let args = [("count", count.into()), ("shown", (&shown).into())];
        weak(ui, &view.session.catalog.with("documents-sheets-told", &args));
    }

    /// Every occupation, the first of the list on top, to be ticked.
    fn ticked_ui(&mut self, ui: &mut Ui, view: &View<'_>, desk: &Desk, label: egui::Id) {
        let hint = view.text("documents-sheets-seek");
        let field = TextEdit::singleline(&mut self.sought).hint_text(hint);
        ui.add(field.desired_width(f32::INFINITY)).labelled_by(label);
        let sought = fold(self.sought.trim());
        let list = ScrollArea::vertical().max_height(200.0).id_salt("documents-sheets");
        list.auto_shrink([false, true]).show(ui, |ui| {
            for code in &desk.first {
                let Some((_, name)) = desk.occupations.iter().find(|(one, _)| one == code) else {
                    continue;
                };
                let named = format!("{} {name}", code.code());
                if !fold(&named).contains(&sought) {
                    continue;
                }
                let mut ticked = self.chosen.contains(code);
                if ui.checkbox(&mut ticked, named).changed() {
                    if ticked {
                        self.chosen.insert(*code);
                    } else {
                        self.chosen.remove(code);
                    }
                }
            }
        });
    }

    fn sector_ui(&mut self, ui: &mut Ui, view: &View<'_>, desk: &Desk) -> Option<Subject> {
        let known = |section| desk.sections.iter().find(|(one, _)| *one == section);
        let chosen = self.section.filter(|section| known(*section).is_some());
        let mut chosen = chosen.or_else(|| desk.sections.first().map(|(one, _)| *one))?;
        let name = |section, label: &str| format!("{section} {label}");
        let named = known(chosen).map(|(one, label)| name(*one, label)).unwrap_or_default();
        let label = ui.label(view.text("column-sector"));
        ComboBox::from_id_salt("documents-sector")
            .selected_text(named)
            .width(ui.available_width() - 12.0)
            .height(420.0)
            .truncate()
            .show_ui(ui, |ui| {
                for (section, label) in &desk.sections {
                    ui.selectable_value(&mut chosen, *section, name(*section, label));
                }
            })
            .response
            .labelled_by(label.id);
        self.section = Some(chosen);
        ui.checkbox(&mut self.several, view.text("documents-all-sectors"));
        Some(Subject::Sector(chosen))
    }

    /// Nothing of an identifier is kept in the project.
    fn respondent_ui(&mut self, ui: &mut Ui, view: &View<'_>) -> Option<Subject> {
        if view.sharing {
            prose(ui, &view.text("sharing-hidden"));
            return None;
        }
        let label = ui.label(view.text("documents-identifier"));
        let field = TextEdit::singleline(&mut self.identifier).desired_width(f32::INFINITY);
        let response = ui.add(field).labelled_by(label.id);
        ui.horizontal_wrapped(|ui| {
            let label = ui.label(view.text("documents-number"));
            let field = TextEdit::singleline(&mut self.number).desired_width(60.0);
            ui.add(field).labelled_by(label.id);
            let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            if ui.button(view.text("documents-prepare")).clicked() || entered {
                let typed = self.identifier.trim();
                self.asked = (!typed.is_empty()).then(|| typed.to_owned());
            }
        });
        let number = whole(&self.number, view.session.catalog.language());
        let Some(number) = number.filter(|number| *number > 0) else {
            weak(ui, &view.text("documents-number-unread"));
            return None;
        };
        Some(Subject::Respondent { id: self.asked.clone()?, number })
    }

    /// What is exported: the document looked at, or all sheets of its kind.
    pub(super) fn wanted(&self, desk: &Desk) -> Vec<About> {
        match self.kind {
            Kind::Occupation if self.sheets != Sheets::One => {
                let most = usize::try_from(self.first).unwrap_or(usize::MAX);
                let keep = |place: usize, code: &Fap| match self.sheets {
                    Sheets::First => place < most,
                    Sheets::One | Sheets::Chosen => self.chosen.contains(code),
                };
                let all = desk.first.iter().enumerate();
                let kept = all.filter(|(place, code)| keep(*place, code)).map(|(_, code)| *code);
                kept.map(Subject::Occupation).map(About::Of).collect()
            }
            Kind::Sector if self.several => {
                let all = desk.sections.iter().map(|(section, _)| Subject::Sector(*section));
                all.map(About::Of).collect()
            }
            _ => self.about.iter().cloned().collect(),
        }
    }
}
