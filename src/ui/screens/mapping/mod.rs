//! The columns of a spreadsheet of the user's own: chosen once, with the rows as they will be
//! read beside the choices.

mod choices;
mod draft;
mod values;

use crate::i18n::Catalog;
use crate::jobs::{Derived, Job, Outcome};
use crate::project::Edit;
use crate::readers::mapping::{From, Heading, KINDS, Manner, Mapping, Preview, Proposal, Why};
use crate::ui::command::Command;
use crate::ui::screens::View;
use crate::ui::theme::palette;
use crate::ui::widgets::{escaped, prose, section, weak};
use choices::{OF_QUESTIONS, manner, manners, source, spoken, values_button};
pub use draft::Draft;
use draft::{Anew, Before, Target, Values};
use egui::{ComboBox, RichText, ScrollArea, Ui, WidgetInfo};
use std::sync::Arc;
use values::{rows, values};

/// Passing state.
#[derive(Default)]
pub struct Screen {
    pub draft: Option<Draft>,
    /// The draft with another sheet, header or kind, under way.
    anew: Option<Job<Draft>>,
    /// The rows as the draft reads them, by its revision.
    preview: Derived<u64, Arc<Vec<Preview>>>,
    /// Whose values are being recoded.
    values: Option<Target>,
    /// Those values, at the revision they were counted.
    counted: Option<(Target, u64, Values)>,
    /// A field had the focus when last drawn: Escape leaves it, and nothing else.
    typing: bool,
}

/// A change of the draft, made after drawing.
enum Change {
    Anew(Anew),
    Source(String, Option<From>),
    Manner(Target, Manner),
    Values(Option<Target>),
    Recode(Target, String, String),
    DropQuestion(usize),
    /// A suggestion for this field is taken.
    Take(String),
    /// A column left aside is a question again.
    Keep(String),
}

impl Screen {
    pub fn open(&mut self, draft: Draft) {
        *self = Self { draft: Some(draft), ..Self::default() };
    }

    pub fn close(&mut self) {
        *self = Self::default();
    }

    pub const fn is_busy(&self) -> bool {
        self.anew.is_some() || self.preview.is_running()
    }

    /// Takes what is finished, and reads the rows when the draft changed. Once per frame; false
    /// when a choice could not be followed.
    pub fn update<W: Fn() + Send + 'static>(&mut self, waker: impl Fn() -> W) -> bool {
        let mut followed = true;
        if let Some(job) = self.anew.take() {
            match job.poll() {
                Outcome::Running => self.anew = Some(job),
                Outcome::Done(draft) => {
                    self.draft = Some(draft);
                    self.values = None;
                }
                Outcome::Failed => followed = false,
            }
        }
        let Some(draft) = &mut self.draft else { return followed };
        if !draft.is_read() {
            let key = draft.revision;
            self.preview.update(&key, || {
                let draft = draft.clone();
                Job::spawn("preview", waker(), move |_| Arc::new(draft.read()))
            });
            let read = self.preview.value().filter(|_| self.preview.is_current(&key));
            if let Some(read) = read {
                draft.take_preview(Arc::clone(read));
            }
        }
        let Some(target) = &self.values else { return followed };
        let known = self.counted.as_ref().map(|(target, revision, _)| (target, *revision));
        if known != Some((target, draft.revision)) {
            self.counted = Some((target.clone(), draft.revision, draft.values(target)));
        }
        followed
    }

    /// Draws the draft; false when there is none.
    pub fn show(&mut self, ui: &mut Ui, view: &mut View<'_>) -> bool {
        let Some(draft) = &self.draft else { return false };
        // The former columns are shown, not to be changed, until the others are there.
        if self.anew.is_some() {
            ui.disable();
        }
        let mut changes = Vec::new();
        let mut close = escaped(ui) && !self.typing;
        self.typing = ui.ctx().text_edit_focused();
        let catalog = &view.session.catalog;
        let title = catalog.with("mapping-title", &[("file", (&draft.origin.name()).into())]);
        ui.label(RichText::new(title).strong().size(17.0));
        frame_of(ui, draft, catalog, view.sharing, &mut changes);
        before(ui, draft, catalog);
        let missing = draft.missing();
        ui.horizontal_wrapped(|ui| {
            let ready = missing.is_empty() && draft.is_read() && !draft.preview.is_empty();
            let confirm = RichText::new(catalog.text("mapping-confirm")).strong();
            if ui.add_enabled(ready, egui::Button::new(confirm)).clicked() {
                view.commands.push(Command::Do(Edit::Map(draft.decided())));
                close = true;
            }
            if ui.button(catalog.text("window-cancel")).clicked() {
                close = true;
            }
            if missing.is_empty() {
                weak(ui, &summary(draft, catalog));
            } else {
                let names: Vec<String> =
                    missing.iter().map(|name| catalog.text(&field_key(name))).collect();
                let list = names.join(", ");
                let text = catalog.with("mapping-missing", &[("list", (&list).into())]);
                ui.label(RichText::new(text).color(palette(ui).flagged).strong());
            }
        });
        ui.separator();
        let height = ui.available_height();
        egui::Panel::bottom("mapping-preview")
            .resizable(true)
            .default_size(height * 0.36)
            .size_range(90.0..=height * 0.7)
            .show(ui, |ui| {
                // Rows of the user's own may name respondents.
                if view.sharing {
                    weak(ui, &catalog.text("sharing-hidden"));
                } else {
                    rows(ui, draft, catalog);
                }
            });
        let counted = self.counted.as_ref().filter(|(of, ..)| Some(of) == self.values.as_ref());
        if let Some((target, _, found)) = counted {
            egui::Panel::right("mapping-values").resizable(true).default_size(330.0).show(
                ui,
                |ui| {
                    // Values with how many gave them are answers too.
                    let found = (!view.sharing).then_some(found);
                    values(ui, draft, target, found, catalog, &mut changes);
                },
            );
        }
        egui::CentralPanel::default().frame(egui::Frame::NONE).show(ui, |ui| {
            ScrollArea::both().auto_shrink(false).show(ui, |ui| {
                columns(ui, draft, catalog, &mut changes);
                further(ui, draft, catalog, &mut changes);
            });
        });
        if close {
            self.close();
            return true;
        }
        self.change(changes, view);
        true
    }

    fn change(&mut self, changes: Vec<Change>, view: &View<'_>) {
        let Some(draft) = &mut self.draft else { return };
        for change in changes {
            match change {
                Change::Anew(choice) => {
                    let mut draft = draft.clone();
                    let work = move |_: &_| {
                        draft.choose(choice);
                        draft
                    };
                    // Without a thread the former choice stands.
                    self.anew = Job::spawn("mapping", view.session.waker(), work).ok();
                }
                Change::Source(name, from) => {
                    draft.set_source(&name, from);
                    // Questions may have another place now.
                    self.values = self.values.take().filter(Target::is_field);
                }
                Change::Take(name) => {
                    draft.take(&name);
                    self.values = self.values.take().filter(Target::is_field);
                }
                Change::Keep(header) => {
                    draft.keep(&header);
                    self.values = self.values.take().filter(Target::is_field);
                }
                Change::Manner(target, manner) => draft.set_manner(&target, manner),
                Change::Values(target) => self.values = target,
                Change::Recode(target, written, means) => {
                    draft.set_recode(&target, &written, &means);
                }
                Change::DropQuestion(place) => {
                    draft.drop_question(place);
                    self.values = None;
                }
            }
        }
    }
}

fn field_key(name: &str) -> String {
    format!("field-{}", name.replace('_', "-"))
}

/// Sheet, header and kind; the rows that may be headers by their numbers alone on a shared screen.
fn frame_of(
    ui: &mut Ui,
    draft: &Draft,
    catalog: &Catalog,
    sharing: bool,
    changes: &mut Vec<Change>,
) {
    ui.horizontal_wrapped(|ui| {
        // The reading leaves hidden sheets aside: confirmed, their mapping would do nothing.
        let shown = || draft.sheets.iter().enumerate().filter(|(_, sheet)| !sheet.hidden);
        if shown().nth(1).is_some() {
            let label = ui.label(catalog.text("mapping-sheet"));
            let name = draft.sheets.get(draft.sheet).map_or("", |sheet| sheet.name.as_str());
            ComboBox::from_id_salt("mapping-sheet")
                .selected_text(name)
                .show_ui(ui, |ui| {
                    for (place, sheet) in shown() {
                        if ui.selectable_label(place == draft.sheet, &sheet.name).clicked() {
                            changes.push(Change::Anew(Anew::Sheet(place)));
                        }
                    }
                })
                .response
                .labelled_by(label.id);
        }
        let hidden: Vec<&str> =
            draft.sheets.iter().filter(|s| s.hidden).map(|s| s.name.as_str()).collect();
        if !hidden.is_empty() {
            let list = hidden.join(", ");
            weak(ui, &catalog.with("mapping-hidden-sheets", &[("list", (&list).into())]));
        }
        let rows = draft.sheets.get(draft.sheet).map_or(&[][..], |sheet| &sheet.rows);
        // Names that a file of its own kind keeps apart from its rows stand on none.
        let told = |number: u32| match number {
            0 => catalog.text("mapping-header-names"),
            number => number.to_string(),
        };
        let number = |place: usize| told(rows.get(place).map_or(0, |(number, _)| *number));
        let label = ui.label(catalog.text("mapping-header-row"));
        ComboBox::from_id_salt("mapping-header")
            .selected_text(number(draft.heading.last))
            .width(60.0)
            .show_ui(ui, |ui| {
                for (place, (row, cells)) in rows.iter().enumerate().take(20) {
                    let first: Vec<&str> = cells
                        .iter()
                        .map(|cell| cell.trim())
                        .filter(|cell| !cell.is_empty())
                        .take(3)
                        .collect();
                    let short: String = first.join(" · ").chars().take(50).collect();
                    let row = told(*row);
                    let text = if sharing { row } else { format!("{row} — {short}") };
                    if ui.selectable_label(place == draft.heading.last, text).clicked() {
                        let heading = Heading { last: place, ..draft.heading };
                        changes.push(Change::Anew(Anew::Heading(heading)));
                    }
                }
            })
            .response
            .labelled_by(label.id);
        let mut two_rows = draft.heading.two_rows;
        if ui.checkbox(&mut two_rows, catalog.text("mapping-two-rows")).changed() {
            let heading = Heading { two_rows, ..draft.heading };
            changes.push(Change::Anew(Anew::Heading(heading)));
        }
        let label = ui.label(catalog.text("column-kind"));
        let kind_text = |kind: crate::model::Kind| catalog.text(&format!("kind-{}", kind.id()));
        ComboBox::from_id_salt("mapping-kind")
            .selected_text(kind_text(draft.mapping.kind))
            .width(260.0)
            .show_ui(ui, |ui| {
                for kind in KINDS {
                    if ui.selectable_label(kind == draft.mapping.kind, kind_text(kind)).clicked() {
                        changes.push(Change::Anew(Anew::Kind(kind)));
                    }
                }
            })
            .response
            .labelled_by(label.id);
    });
}

/// What the draft takes up of a mapping that was confirmed on this form, and what this file has
/// and lacks beside it.
fn before(ui: &mut Ui, draft: &Draft, catalog: &Catalog) {
    let Some(before) = &draft.before else { return };
    weak(ui, &catalog.with("mapping-before", &[("file", (&before.file).into())]));
    let new: Vec<&str> = before.new.iter().map(String::as_str).collect();
    let gone: Vec<&str> = before.gone.iter().map(String::as_str).collect();
    for (key, names) in [("mapping-new", new), ("mapping-gone", gone)] {
        if !names.is_empty() {
            let list = clipped(&names.join(", "), 300);
            ui.horizontal_wrapped(|ui| {
                ui.label(RichText::new("!").color(palette(ui).presumed).strong());
                prose(ui, &catalog.with(key, &[("list", (&list).into())]));
            });
        }
    }
}

/// How many rows will be read, of those looked at.
fn summary(draft: &Draft, catalog: &Catalog) -> String {
    let refused = draft.preview.iter().filter(|row| !row.kept).count();
    let refused = u32::try_from(refused).unwrap_or(u32::MAX);
    let read = draft.preview.len().to_string();
    catalog.with("mapping-summary", &[("read", (&read).into()), ("refused", refused.into())])
}

/// One line for each field: its column, its manner, why.
fn columns(ui: &mut Ui, draft: &Draft, catalog: &Catalog, changes: &mut Vec<Change>) {
    let grey = palette(ui).quiet;
    egui::Grid::new("mapping-fields").num_columns(5).striped(true).spacing([10.0, 5.0]).show(
        ui,
        |ui| {
            for key in ["mapping-field", "mapping-column", "mapping-manner", "mapping-why"] {
                ui.label(RichText::new(catalog.text(key)).color(grey));
            }
            ui.end_row();
            for spec in draft.specs() {
                let field = draft.mapping.field(spec.name);
                let required = draft.mapping.needs(spec.name);
                let name = catalog.text(&field_key(spec.name));
                let shown = if required { format!("{name} *") } else { name.clone() };
                let text = RichText::new(shown);
                let text = if required && field.is_none() {
                    text.color(palette(ui).flagged).strong()
                } else {
                    text
                };
                let label = ui.label(text);
                source(ui, draft, spec.name, spec.content, label.id, catalog, changes);
                let target = Target::Field(spec.name.to_owned());
                let suggested = draft.suggestion(spec.name);
                if let Some(field) = field.filter(|field| !field.from.headers().is_empty()) {
                    let choices = manners(spec.content, &field.from);
                    manner(ui, &target, field.manner, &choices, &name, catalog, changes);
                } else if let Some(proposal) = suggested {
                    suggestion(ui, proposal, catalog, changes);
                } else {
                    ui.label("");
                }
                let reason = draft.reasons.get(spec.name).filter(|_| field.is_some());
                match (reason, suggested) {
                    (_, Some(like)) => _ = weak(ui, &told(like.score, like.why, catalog)),
                    (Some((score, why)), None) => _ = weak(ui, &told(*score, *why, catalog)),
                    (None, None) if field.is_none() && draft.before.is_some() => {
                        _ = weak(ui, &catalog.text("mapping-why-none"));
                    }
                    (None, None) => _ = ui.label(""),
                }
                if field.is_some_and(|field| !field.from.headers().is_empty()) {
                    values_button(ui, draft, &target, &name, catalog, changes);
                }
                ui.end_row();
            }
        },
    );
}

/// How far a column is of a field, and why.
fn told(score: f64, why: Why, catalog: &Catalog) -> String {
    let share = crate::format::percent(score, 0, catalog.language());
    format!("{share} — {}", catalog.text(&format!("mapping-why-{}", why.id())))
}

/// A column that may be of a field: one key takes it.
fn suggestion(ui: &mut Ui, proposal: &Proposal, catalog: &Catalog, changes: &mut Vec<Change>) {
    let name = match &proposal.field.from {
        From::Ticked(columns) => {
            let count = columns.len().to_string();
            catalog.with("mapping-ticked", &[("count", (&count).into())])
        }
        from => from.headers().join(", "),
    };
    let text = catalog.with("mapping-maybe", &[("column", (&name).into())]);
    ui.scope(|ui| {
        ui.set_max_width(200.0);
        if ui.add(egui::Button::new(text).truncate()).on_hover_text(name).clicked() {
            changes.push(Change::Take(proposal.field.name.clone()));
        }
    });
}

/// The columns kept as questions of their own, and those left aside.
fn further(ui: &mut Ui, draft: &Draft, catalog: &Catalog, changes: &mut Vec<Change>) {
    let keeps = Mapping::keeps_questions(draft.mapping.kind);
    if keeps && !draft.mapping.questions.is_empty() {
        section(ui, &catalog.text("mapping-questions"));
        weak(ui, &catalog.text("mapping-questions-help"));
        let count = draft.mapping.questions.len();
        let height = ui.spacing().interact_size.y;
        let spacing = egui::vec2(10.0, 5.0);
        let seen = in_sight(ui, count, height + spacing.y);
        // Room for the rows above and below those in sight.
        let rest = |rows: usize| egui::vec2(1.0, places(rows) * (height + spacing.y));
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.allocate_space(rest(seen.start));
        });
        let grid = egui::Grid::new("mapping-questions").num_columns(5).striped(true);
        let grid = grid.spacing(spacing).min_row_height(height).start_row(seen.start);
        grid.show(ui, |ui| {
            let questions = draft.mapping.questions.iter().enumerate();
            for (place, question) in questions.skip(seen.start).take(seen.len()) {
                let of = question.label.as_str();
                ui.label(clipped(of, 60));
                let target = Target::Question(place);
                if let From::Ticked(columns) = &question.from {
                    let count = columns.len().to_string();
                    weak(ui, &catalog.with("mapping-ticked", &[("count", (&count).into())]));
                } else {
                    let choices = &OF_QUESTIONS;
                    manner(ui, &target, question.manner, choices, of, catalog, changes);
                }
                values_button(ui, draft, &target, of, catalog, changes);
                let text = catalog.text("mapping-drop");
                let name = spoken(of, &text, catalog);
                let drop = ui.button(text);
                drop.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
                if drop.clicked() {
                    changes.push(Change::DropQuestion(place));
                }
                let is_new = |before: &Before| {
                    question.from.headers().iter().any(|header| before.new.contains(header))
                };
                let is_new = draft.before.as_ref().is_some_and(is_new);
                weak(ui, &if is_new { catalog.text("mapping-is-new") } else { String::new() });
                ui.end_row();
            }
        });
        ui.allocate_space(rest(count - seen.end));
    }
    let unused = draft.unused();
    if !unused.is_empty() {
        let list = unused.join(", ");
        ui.add_space(4.0);
        prose(ui, &catalog.with("mapping-unused", &[("list", (&list).into())]));
        if keeps {
            let label = ui.label(catalog.text("mapping-keep"));
            ComboBox::from_id_salt("mapping-keep")
                .selected_text("—")
                .width(270.0)
                .show_ui(ui, |ui| {
                    for header in unused {
                        if ui.selectable_label(false, clipped(header, 70)).clicked() {
                            changes.push(Change::Keep(header.to_owned()));
                        }
                    }
                })
                .response
                .labelled_by(label.id);
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "rows of a list")]
const fn places(rows: usize) -> f32 {
    rows as f32
}

/// Rows drawn at once, whether in sight or not: few enough to be drawn in a frame.
const DRAWN: usize = 60;

/// The rows in sight of a list that begins here.
fn in_sight(ui: &Ui, count: usize, height: f32) -> std::ops::Range<usize> {
    if count <= DRAWN {
        return 0..count;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "never below 0")]
    let row = |y: f32| ((y - ui.cursor().top()).max(0.0) / height) as usize;
    let (from, to) = (row(ui.clip_rect().top()), row(ui.clip_rect().bottom()) + 1);
    from.min(count)..to.min(count)
}

fn clipped(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars().take(most.saturating_sub(1)).chain(['…']).collect()
}
