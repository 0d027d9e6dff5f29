//! The employer survey: who answered, what the answers weigh, which occupations they speak of,
//! what they tell.

mod causes;
mod dominance;
mod groups;
mod kit;
mod labels;
mod needs;
mod perceptions;
mod questions;
mod weights;

use crate::analysis::employers::asked::reminders;
use crate::format::integer;
use crate::model::SizeClass;
use crate::report::build::survey::size_key;
use crate::report::document::Table;
use crate::ui::command::{Command, Dialog};
use crate::ui::screens::{View, search};
use crate::ui::survey::SurveyView;
use crate::ui::widgets::grid::{Grid, Wanted};
use crate::ui::widgets::{empty, prose, section, weak};
use crate::words::survey as words;
use egui::{RichText, ScrollArea, Ui};
use std::sync::Arc;

/// The parts of the step, in the order of the work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Part {
    Kit,
    #[default]
    Coverage,
    Weights,
    Labels,
    Needs,
    Causes,
    Questions,
    Dominance,
    Perceptions,
}

impl Part {
    const ALL: [Self; 9] = [
        Self::Kit,
        Self::Coverage,
        Self::Weights,
        Self::Labels,
        Self::Needs,
        Self::Causes,
        Self::Questions,
        Self::Dominance,
        Self::Perceptions,
    ];

    /// Whether it needs no survey of establishments.
    const fn stands_alone(self) -> bool {
        matches!(self, Self::Kit | Self::Perceptions)
    }

    const fn id(self) -> &'static str {
        match self {
            Self::Kit => "kit",
            Self::Coverage => "coverage",
            Self::Weights => "weights",
            Self::Labels => "labels",
            Self::Needs => "needs",
            Self::Causes => "causes",
            Self::Questions => "questions",
            Self::Dominance => "dominance",
            Self::Perceptions => "perceptions",
        }
    }
}

/// Passing state.
#[derive(Debug, Default)]
pub struct Screen {
    part: Part,
    grid: Grid,
    text: String,
    pub kit: kit::Form,
    labels: labels::Screen,
    needs: needs::Screen,
    causes: causes::Screen,
    questions: questions::Screen,
    perceptions: perceptions::Screen,
    /// The list of those still to be asked again is open.
    reminders: bool,
}

impl Screen {
    pub fn show(&mut self, ui: &mut Ui, view: &mut View<'_>) {
        let told = view.session.perceptions().map(|(table, rev)| (Arc::clone(table), rev));
        let survey = view.session.survey().map(|(survey, rev)| (Arc::clone(survey), rev));
        let Some((survey, revision)) = survey else {
            if view.session.is_busy() {
                empty(ui, &view.session.catalog, "window-working");
            } else if told.is_some() {
                self.alone(ui, view, told.as_ref());
            } else {
                nothing(ui, view, &mut self.kit);
            }
            return;
        };
        ui.horizontal_wrapped(|ui| {
            for part in Part::ALL {
                let mut text = view.text(&format!("survey-part-{}", part.id()));
                if part == Part::Labels && !survey.labels.is_empty() {
                    text = format!("{text} ({})", survey.labels.len());
                }
                if ui.selectable_label(self.part == part, text).clicked() {
                    self.part = part;
                }
            }
        });
        ui.separator();
        match self.part {
            Part::Kit => {
                ScrollArea::vertical().auto_shrink(false).show(ui, |ui| self.kit.show(ui, view));
            }
            Part::Coverage => self.coverage(ui, view, &survey, revision),
            Part::Weights => weights::show(ui, view, &survey),
            Part::Labels => self.labels.show(ui, view, &survey),
            Part::Needs => self.needs.show(ui, view, &survey, revision),
            Part::Causes => self.causes.show(ui, view, &survey, revision),
            Part::Questions => self.questions.show(ui, view, &survey, revision),
            Part::Dominance => dominance::show(ui, view, &survey),
            Part::Perceptions => self.perceptions.show(ui, view, told.as_ref()),
        }
    }

    /// Opinions of colleges, without a survey of establishments.
    fn alone(&mut self, ui: &mut Ui, view: &mut View<'_>, told: Option<&(Arc<Table>, u64)>) {
        if !self.part.stands_alone() {
            self.part = Part::Perceptions;
        }
        ui.horizontal_wrapped(|ui| {
            for part in Part::ALL.into_iter().filter(|part| part.stands_alone()) {
                let text = view.text(&format!("survey-part-{}", part.id()));
                if ui.selectable_label(self.part == part, text).clicked() {
                    self.part = part;
                }
            }
        });
        ui.separator();
        match self.part {
            Part::Kit => nothing(ui, view, &mut self.kit),
            _ => self.perceptions.show(ui, view, told),
        }
    }

    fn coverage(&mut self, ui: &mut Ui, view: &mut View<'_>, survey: &SurveyView, revision: u64) {
        let board = &survey.survey.board;
        let catalog = &view.session.catalog;
        let percent = |share: Option<f64>| {
            share.map_or_else(
                || "—".to_owned(),
                |share| crate::format::percent(share, 0, catalog.language()),
            )
        };
        let total = &board.total;
        prose(
            ui,
            &catalog.with(
                "survey-coverage-sentence",
                &[
                    ("answered", total.answered.into()),
                    ("asked", total.asked.into()),
                    ("rate", (&percent(total.response_rate())).into()),
                    ("share", (&percent(total.share_of_establishments())).into()),
                ],
            ),
        );
        if total.share_of_headcount().is_some() {
            let covered = percent(total.share_of_headcount());
            let args = [("share", (&covered).into())];
            prose(ui, &catalog.with("survey-headcount-covered", &args));
        }
        if survey.survey.frame.is_none() {
            prose(ui, &view.text("survey-no-frame"));
        }
        if board.unplaced > 0 {
            prose(
                ui,
                &catalog.with("survey-coverage-unplaced", &[("count", board.unplaced.into())]),
            );
        }
        if survey.survey.nowhere > 0 {
            let shown = integer(f64::from(survey.survey.nowhere), catalog.language());
            prose(ui, &catalog.with("survey-nowhere", &[("shown", (&shown).into())]));
        }
        for sentence in words::reading_of_rate(board, catalog) {
            prose(ui, &sentence);
        }
        let missing = reminders(&survey.survey.list);
        if !missing.is_empty() && !view.sharing {
            let text =
                catalog.with("survey-reminders", &[("count", counted(missing.len()).into())]);
            ui.checkbox(&mut self.reminders, text);
        }
        if self.reminders && !view.sharing {
            egui::Panel::right("reminders").resizable(true).default_size(280.0).show(ui, |ui| {
                section(ui, &view.text("survey-reminders-title"));
                weak(ui, &view.text("survey-reminders-note"));
                ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                    for one in &missing {
                        let size = one.size.map_or_else(String::new, |size: SizeClass| {
                            view.text(&format!("size-{}", size_key(size)))
                        });
                        ui.add(egui::Label::new(format!("{} · {size}", one.id)).selectable(false));
                    }
                });
            });
        }
        ui.horizontal_wrapped(|ui| {
            search(ui, view, &mut self.text);
        });
        weak(ui, &survey.coverage.about);
        let wanted = Wanted { text: &self.text, tag: "coverage", keep: &|_| true };
        let table = (&survey.coverage, revision);
        let events = self.grid.show(ui, table, &wanted, None, &view.session.catalog);
        view.follow(events);
    }
}

fn counted(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// No survey yet: how to have one.
fn nothing(ui: &mut Ui, view: &mut View<'_>, form: &mut kit::Form) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.label(RichText::new(view.text("survey-none-title")).size(18.0).strong());
        prose(ui, &view.text("survey-none-text"));
        if ui.button(view.text("survey-add-files")).clicked() {
            view.send(Command::Ask(Dialog::AddFiles));
        }
        form.show(ui, view);
    });
}
