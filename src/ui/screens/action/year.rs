//! A new year: what goes on, what is closed and kept, before it is done.

use super::desk::{Desk, shown};
use super::inputs::alarm;
use crate::actions::cycle;
use crate::model::Date;
use crate::model::action::ActionPlan;
use crate::model::action::edit::step;
use crate::model::action::sheet::Action;
use crate::ui::screens::View;
use crate::ui::theme::palette;
use crate::ui::widgets::{prose, section, weak};
use crate::words::actions as words;
use egui::{Button, Modal, RichText, ScrollArea, TextEdit, Ui};

/// What is typed in the dialog.
#[derive(Clone, Debug)]
pub struct Draft {
    year: String,
    evaluation: String,
    /// The dialog was not drawn yet: its field takes the focus.
    fresh: bool,
}

impl Draft {
    fn new(plan: &ActionPlan, today: Date) -> Self {
        let this = u16::try_from(today.year()).unwrap_or(u16::MAX);
        let last = plan.year.or_else(|| plan.archive.iter().map(|one| one.year).max());
        let year = last.unwrap_or(this).saturating_add(1);
        Self { year: year.to_string(), evaluation: String::new(), fresh: true }
    }

    /// For the plan as it is now, with the words that were typed before it was closed.
    pub fn opened(plan: &ActionPlan, today: Date, kept: Option<Self>) -> Self {
        let evaluation = kept.map(|draft| draft.evaluation).unwrap_or_default();
        Self { evaluation, ..Self::new(plan, today) }
    }

    /// The words typed of what the year was.
    pub fn evaluation(&self) -> &str {
        &self.evaluation
    }

    /// With these words.
    pub fn evaluated(plan: &ActionPlan, today: Date, evaluation: &str) -> Self {
        Self { evaluation: evaluation.to_owned(), ..Self::new(plan, today) }
    }

    fn year(&self) -> Option<u16> {
        self.year.trim().parse().ok().filter(|year| (2000..=2200).contains(year))
    }
}

/// What becomes of the dialog once it is drawn.
pub enum Then {
    Open(Draft),
    /// It is closed, and what was typed in it waits for it to be opened again.
    Closed(Draft),
    Done,
}

/// Draws the dialog.
pub fn show(ui: &Ui, view: &View<'_>, desk: &mut Desk<'_>, mut draft: Draft) -> Then {
    let ctx = ui.ctx().clone();
    let room = ctx.content_rect();
    let (mut open, mut done) = (true, false);
    let modal = Modal::new(egui::Id::unique("plan-year")).show(&ctx, |ui| {
        ui.set_width((room.width() - 80.0).min(620.0));
        ui.label(RichText::new(view.text("acts-year-title")).strong().size(17.0));
        ScrollArea::vertical().max_height((room.height() - 220.0).max(160.0)).show(ui, |ui| {
            prose(ui, &view.text("acts-year-about"));
            fields(ui, view, desk.plan(), &mut draft);
            lists(ui, view, desk.plan());
        });
        ui.add_space(6.0);
        ui.horizontal_wrapped(|ui| {
            let year = draft.year();
            let named = view
                .session
                .catalog
                .with("acts-year-do", &[("year", (&draft.year.trim().to_owned()).into())]);
            let button = Button::new(RichText::new(named).strong());
            if ui.add_enabled(year.is_some(), button).clicked()
                && let Some(year) = year
            {
                let begun = cycle::start(desk.plan(), year, draft.evaluation.trim(), &desk.by);
                if let Ok(plan) = begun {
                    desk.replace(step::YEAR, plan);
                    done = true;
                }
            }
            if ui.button(view.text("window-cancel")).clicked() {
                open = false;
            }
        });
    });
    match (done, open && !modal.should_close()) {
        (true, _) => Then::Done,
        (false, true) => Then::Open(draft),
        (false, false) => Then::Closed(draft),
    }
}

fn fields(ui: &mut Ui, view: &View<'_>, plan: &ActionPlan, draft: &mut Draft) {
    ui.horizontal_wrapped(|ui| {
        let label = ui.label(view.text("acts-year"));
        let edit = TextEdit::singleline(&mut draft.year).desired_width(64.0);
        let response = ui.add(edit).labelled_by(label.id);
        if std::mem::take(&mut draft.fresh) {
            response.request_focus();
        }
        let last = plan.archive.iter().map(|one| one.year).chain(plan.year).max();
        let told = match (draft.year(), last) {
            (None, _) => Some(view.text("acts-year-bad")),
            (Some(year), Some(last)) if year <= last => {
                let error = cycle::CycleError::NotAfter { year, last };
                Some(words::not_begun(&error, &view.session.catalog))
            }
            _ => None,
        };
        if let Some(told) = told {
            ui.label(RichText::new(crate::format::prose(&told)).color(palette(ui).flagged));
        }
    });
    let label = ui.label(view.text("acts-year-evaluation"));
    let edit =
        TextEdit::multiline(&mut draft.evaluation).desired_rows(3).desired_width(f32::INFINITY);
    ui.add(edit).labelled_by(label.id);
}

/// What becomes of each action.
fn lists(ui: &mut Ui, view: &View<'_>, plan: &ActionPlan) {
    let (open, over): (Vec<&Action>, Vec<&Action>) =
        plan.actions.iter().partition(|one| one.is_open());
    let line = |ui: &mut Ui, action: &Action| {
        let status = view.text(&format!("action-status-{}", action.status.id()));
        prose(ui, &format!("• {} ({status})", shown(view, &action.title)));
    };
    let title = |key: &str, count: usize| {
        view.session.catalog.with(key, &[("count", (&count.to_string()).into())])
    };
    section(ui, &title("acts-year-carried", open.len()));
    weak(ui, &view.text("acts-year-carried-about"));
    for action in &open {
        line(ui, action);
    }
    section(ui, &title("acts-year-closed", over.len()));
    weak(ui, &view.text("acts-year-closed-about"));
    for action in &over {
        line(ui, action);
    }
    for action in cycle::unevaluated(plan) {
        let name = shown(view, &action.title);
        let told = view.session.catalog.with("acts-year-unevaluated", &[("name", (&name).into())]);
        alarm(ui, &told);
    }
    section(ui, &view.text("acts-year-kept"));
    weak(ui, &view.text("acts-year-kept-about"));
    for closed in &plan.archive {
        let (year, count) = (closed.year.to_string(), closed.actions.len().to_string());
        let of = [("year", (&year).into()), ("count", (&count).into())];
        prose(ui, &view.session.catalog.with("acts-year-archive", &of));
    }
}
