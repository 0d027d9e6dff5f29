//! What employers wrote → occupations: proposals with their score and reason, decided by keyboard.

use crate::matching::label::dictionary::{Dictionary, Verdict};
use crate::matching::label::{BULK_SCORE, Candidate, Reason};
use crate::model::{FapVersion, Rome};
use crate::project::Edit;
use crate::ui::command::Command;
use crate::ui::screens::View;
use crate::ui::survey::{LabelRow, SurveyView, index};
use crate::ui::theme::palette;
use crate::ui::widgets::{prose, section, weak};
use egui::{Key, RichText, ScrollArea, Ui};

/// Passing state.
#[derive(Debug, Default)]
pub struct Screen {
    /// Rank of the label looked at.
    at: usize,
    /// Another title, looked for by hand.
    text: String,
    /// The user's own dictionary is open.
    own: bool,
}

/// What is done with the label looked at.
enum Act {
    Take(Rome),
    NoOccupation,
    AllAbove,
}

impl Screen {
    pub fn show(&mut self, ui: &mut Ui, view: &mut View<'_>, survey: &SurveyView) {
        prose(ui, &view.text("labels-about"));
        self.own(ui, view);
        if survey.labels.is_empty() {
            prose(ui, &view.text("labels-none"));
            return;
        }
        self.at = self.at.min(survey.labels.len() - 1);
        let mut act = None;
        let sure = survey.labels.iter().filter(|row| best(row) >= BULK_SCORE).count();
        ui.horizontal_wrapped(|ui| {
            let text =
                view.session.catalog.with("labels-accept-all", &[("count", number(sure).into())]);
            if ui.add_enabled(sure > 0, egui::Button::new(text)).clicked() {
                act = Some(Act::AllAbove);
            }
            weak(ui, &view.text("labels-keys"));
        });
        ui.separator();
        if !ui.ctx().text_edit_focused() {
            act = act.or_else(|| self.keys(ui, survey));
        }
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            for (rank, row) in survey.labels.iter().enumerate() {
                let done = self.row(ui, view, rank, row);
                act = act.take().or(done);
            }
        });
        if let Some(act) = act {
            self.decide(view, survey, &act);
        }
    }

    /// Arrows move, Enter takes the first proposal, 1 to 5 one of them, Delete says that the label
    /// names no occupation.
    fn keys(&mut self, ui: &Ui, survey: &SurveyView) -> Option<Act> {
        let pressed = |key: Key| ui.input(|input| input.key_pressed(key));
        if pressed(Key::ArrowDown) {
            self.at = (self.at + 1).min(survey.labels.len() - 1);
        }
        if pressed(Key::ArrowUp) {
            self.at = self.at.saturating_sub(1);
        }
        let row = survey.labels.get(self.at)?;
        let choice = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5];
        let asked =
            if pressed(Key::Enter) { Some(0) } else { choice.into_iter().position(pressed) };
        if let Some(candidate) = asked.and_then(|place| proposals(row).nth(place)) {
            return Some(Act::Take(candidate.rome));
        }
        pressed(Key::Delete).then_some(Act::NoOccupation)
    }

    fn row(&mut self, ui: &mut Ui, view: &View<'_>, rank: usize, row: &LabelRow) -> Option<Act> {
        let here = rank == self.at;
        let mut act = None;
        let frame = egui::Frame::new().inner_margin(6.0).fill(if here {
            palette(ui).stripe
        } else {
            egui::Color32::TRANSPARENT
        });
        let shown = frame.show(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                let mark = if here { "▶ " } else { "" };
                ui.label(RichText::new(format!("{mark}{}", row.label)).strong());
                let count = view.session.catalog.with(
                    "labels-count",
                    &[("rows", row.rows.into()), ("establishments", row.establishments.into())],
                );
                weak(ui, &count);
                if row.is_of_several {
                    weak(ui, &view.text("labels-of-several"));
                }
                if row.is_none_elsewhere {
                    weak(ui, &view.text("labels-none-elsewhere"));
                }
                if !here && let Some(first) = proposals(row).next() {
                    weak(ui, &proposal(view, first));
                }
            });
            if !here {
                return;
            }
            if proposals(row).next().is_none() {
                weak(ui, &view.text("labels-no-proposal"));
            }
            for (place, candidate) in proposals(row).enumerate() {
                ui.horizontal_wrapped(|ui| {
                    let text = format!("{}. {}", place + 1, proposal(view, candidate));
                    if ui.button(text).clicked() {
                        act = Some(Act::Take(candidate.rome));
                    }
                });
            }
            ui.horizontal_wrapped(|ui| {
                let label = ui.label(view.text("labels-other"));
                ui.add(egui::TextEdit::singleline(&mut self.text).desired_width(260.0))
                    .labelled_by(label.id);
            });
            if let Some(index) = index().filter(|_| !self.text.trim().is_empty()) {
                for candidate in index.propose(&self.text).candidates {
                    let text = proposal(view, &candidate);
                    if ui.button(text).clicked() {
                        act = Some(Act::Take(candidate.rome));
                    }
                }
            }
            if ui.button(view.text("labels-no-occupation")).clicked() {
                act = Some(Act::NoOccupation);
            }
        });
        let response = ui.interact(
            shown.response.rect,
            ui.scope_id().with(("label", rank)),
            egui::Sense::click(),
        );
        if here {
            ui.painter().rect_stroke(
                shown.response.rect,
                2.0,
                egui::Stroke::new(1.0, palette(ui).accent),
                egui::StrokeKind::Inside,
            );
        } else if response.clicked() {
            self.at = rank;
        }
        act
    }

    /// What was decided in any project: looked at, and taken out.
    fn own(&mut self, ui: &mut Ui, view: &mut View<'_>) {
        let dictionary = std::sync::Arc::clone(&view.session.own.dictionary);
        let count = number(dictionary.entries.len());
        let text = view.session.catalog.with("labels-own", &[("count", count.into())]);
        ui.checkbox(&mut self.own, text);
        if !self.own {
            return;
        }
        egui::Panel::right("own-labels").resizable(true).default_size(380.0).show(ui, |ui| {
            section(ui, &view.text("labels-own-title"));
            weak(ui, &view.text("labels-own-note"));
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                for (key, entry) in &dictionary.entries {
                    ui.horizontal_wrapped(|ui| {
                        let target = entry.verdict.as_ref().and_then(Verdict::target);
                        let meaning = match target {
                            Some(rome) => title(view, rome),
                            None => view.text("labels-no-occupation"),
                        };
                        let label = ui.label(format!("{key} → {meaning}"));
                        let button = ui.button(view.text("labels-own-forget"));
                        if button.labelled_by(label.id).clicked() {
                            view.send(Command::Unlearn(key.clone()));
                        }
                    });
                }
            });
        });
    }

    fn decide(&mut self, view: &mut View<'_>, survey: &SurveyView, act: &Act) {
        let Some(index) = index() else { return };
        let mut labels: Dictionary = view.session.project.decisions().labels.clone();
        let here = survey.labels.get(self.at);
        match act {
            Act::AllAbove => {
                for row in survey.labels.iter().filter(|row| best(row) >= BULK_SCORE) {
                    if let Some(first) = row.resolved.answer.candidates.first() {
                        labels.accept(index, &row.label, first.rome);
                    }
                }
            }
            Act::Take(rome) => {
                let Some(row) = here else { return };
                let first = row.resolved.answer.candidates.first().map(|first| first.rome);
                if first == Some(*rome) {
                    labels.accept(index, &row.label, *rome);
                } else {
                    labels.correct(index, &row.label, *rome);
                }
            }
            Act::NoOccupation => {
                let Some(row) = here else { return };
                labels.reject(index, &row.label);
            }
        }
        self.text.clear();
        view.send(Command::Do(Edit::Labels(labels)));
    }
}

/// `J1501 Aides-soignants`: the card, and the first occupation it leads to.
fn title(view: &View<'_>, rome: Rome) -> String {
    let reference = &view.session.reference;
    let faps = reference.likeliest_from_rome(FapVersion::Fap2021, rome);
    let fap = faps.first().and_then(|(fap, _)| reference.fap_label(*fap)).unwrap_or_default();
    format!("{rome} {fap}")
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn proposals(row: &LabelRow) -> impl Iterator<Item = &Candidate> {
    row.resolved.answer.candidates.iter()
}

fn best(row: &LabelRow) -> f64 {
    row.resolved.answer.candidates.first().map_or(0.0, |first| first.score)
}

/// `J1501 Aide-soignant → Aides-soignants · 0,97 · mêmes mots`.
fn proposal(view: &View<'_>, candidate: &Candidate) -> String {
    let catalog = &view.session.catalog;
    let reference = &view.session.reference;
    let faps = reference.likeliest_from_rome(FapVersion::Fap2021, candidate.rome);
    let fap = faps.first().and_then(|(fap, _)| reference.fap_label(*fap)).unwrap_or_default();
    let more = if faps.len() > 1 { "…" } else { "" };
    let score = crate::format::decimal(candidate.score, 2, catalog.language());
    let reason = catalog.text(match candidate.reason {
        Reason::OwnDictionary => "label-reason-own",
        Reason::Exact => "label-reason-exact",
        Reason::SameWords => "label-reason-same-words",
        Reason::Inflection => "label-reason-inflection",
        Reason::Abbreviation => "label-reason-abbreviation",
        Reason::Typo { .. } => "label-reason-typo",
        Reason::Similar => "label-reason-similar",
    });
    format!("{} {} → {fap}{more} · {score} · {reason}", candidate.rome, candidate.label)
}
